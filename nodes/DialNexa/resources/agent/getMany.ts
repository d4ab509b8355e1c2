import { listIn } from '../../answers';
import { limitFields, simplifyField } from '../../fields';
import type { Operation } from '../../operation';
import { limitOf } from '../../parameters';
import { ask } from '../../transport';
import { shown } from './agent';

/** `GET /v1/agents` (documented; it knows no pages, so the limit is applied here). */
export const getMany: Operation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many agents',
	description: 'Get the agents of the workspace',
	changesSomething: false,
	fields: [...limitFields, simplifyField],
	async run(item) {
		const agents = listIn(await ask(item.node, { method: 'GET', path: '/v1/agents' }));
		return agents.slice(0, limitOf(item)).map((agent) => shown(item, agent));
	},
};
