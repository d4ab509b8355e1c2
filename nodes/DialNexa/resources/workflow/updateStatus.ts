import { objectIn, resultOf } from '../../answers';
import { workflowField } from '../../fields';
import type { Operation } from '../../operation';
import { idOf, textOf } from '../../parameters';
import { ask } from '../../transport';

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
	],
	async run(item) {
		const id = idOf(item, 'workflowId', 'Workflow');
		const path = `/v1/workflows/${encodeURIComponent(id)}/status`;
		const body = { action: textOf(item, 'statusAction', 'Action') };
		return [resultOf(objectIn(await ask(item.node, { method: 'PATCH', path, body })))];
	},
};
