import { objectIn } from '../../answers';
import { simplifyField, workflowField } from '../../fields';
import type { Operation } from '../../operation';
import { idOf, textOf } from '../../parameters';
import { shownBy } from '../../simplified';
import { ask } from '../../transport';
import { workflowSchema } from './workflow';

/** `PATCH /v1/workflows/{id}/status` (documented). Doing it twice changes nothing more. */
export const updateStatus: Operation = {
	name: 'Update Status',
	value: 'updateStatus',
	action: 'Update the status of a workflow',
	description: 'Activate, deactivate, pause or resume a workflow of DialNexa',
	changesSomething: true,
	fields: [
		workflowField,
		{
			displayName: 'Action',
			name: 'statusAction',
			type: 'options',
			options: [
				{ name: 'Activate', value: 'activate' },
				{ name: 'Deactivate', value: 'deactivate' },
				{ name: 'Pause', value: 'pause' },
				{ name: 'Resume', value: 'resume' },
			],
			default: 'pause',
		},
		simplifyField,
	],
	async run(item) {
		const id = idOf(item, 'workflowId', 'Workflow');
		const path = `/v1/workflows/${encodeURIComponent(id)}/status`;
		const body = { action: textOf(item, 'statusAction', 'Action') };
		const workflow = objectIn(await ask(item.node, { method: 'PATCH', path, body }));
		return [shownBy(item, workflowSchema, workflow)];
	},
};
