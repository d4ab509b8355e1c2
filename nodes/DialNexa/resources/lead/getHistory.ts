import { objectIn } from '../../answers';
import { simplifyField, workflowField } from '../../fields';
import type { Operation } from '../../operation';
import { idOf } from '../../parameters';
import { shownBy } from '../../simplified';
import { ask } from '../../transport';
import { leadHistorySchema } from './lead';

/** `GET /v1/workflows/{workflowId}/leads/{id}/history` (documented). */
export const getHistory: Operation = {
	name: 'Get History',
	value: 'getHistory',
	action: 'Get the history of a lead',
	description: 'Get what a workflow has done with a lead, call by call',
	changesSomething: false,
	fields: [
		workflowField,
		{
			displayName: 'Lead ID',
			name: 'leadId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. lead_abc123',
			description: 'The ID of the lead',
		},
		simplifyField,
	],
	async run(item) {
		const workflowId = encodeURIComponent(idOf(item, 'workflowId', 'Workflow'));
		const leadId = encodeURIComponent(idOf(item, 'leadId', 'Lead ID'));
		const path = `/v1/workflows/${workflowId}/leads/${leadId}/history`;
		const history = objectIn(await ask(item.node, { method: 'GET', path }));
		return [shownBy(item, leadHistorySchema, history)];
	},
};
