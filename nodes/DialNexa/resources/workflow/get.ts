import { objectIn, resultOf } from '../../answers';
import { workflowField } from '../../fields';
import type { Operation } from '../../operation';
import { idOf } from '../../parameters';
import { ask } from '../../transport';

/** `GET /v1/workflows/{id}` (documented). */
export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a workflow',
	description: 'Get one workflow of DialNexa',
	changesSomething: false,
	fields: [workflowField],
	async run(item) {
		const path = `/v1/workflows/${encodeURIComponent(idOf(item, 'workflowId', 'Workflow'))}`;
		return [resultOf(objectIn(await ask(item.node, { method: 'GET', path })))];
	},
};
