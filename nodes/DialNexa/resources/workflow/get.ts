import { objectIn } from '../../answers';
import { simplifyField, workflowField } from '../../fields';
import type { Operation } from '../../operation';
import { idOf } from '../../parameters';
import { shownBy } from '../../simplified';
import { ask } from '../../transport';
import { workflowSchema } from './workflow';

/** `GET /v1/workflows/{id}` (documented). */
export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a workflow',
	description: 'Get one workflow of DialNexa',
	changesSomething: false,
	fields: [workflowField, simplifyField],
	async run(item) {
		const path = `/v1/workflows/${encodeURIComponent(idOf(item, 'workflowId', 'Workflow'))}`;
		const workflow = objectIn(await ask(item.node, { method: 'GET', path }));
		return [shownBy(item, workflowSchema, workflow)];
	},
};
