import { agentField, simplifyField } from '../../fields';
import type { Operation } from '../../operation';
import { fetchAgent, shown } from './agent';

/** `GET /v1/agents/{id}` (documented, seen live). */
export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get an agent',
	description: 'Get one agent and what it captures after a call',
	changesSomething: false,
	fields: [agentField, simplifyField],
	async run(item) {
		return [shown(item, await fetchAgent(item))];
	},
};
