import { objectIn } from '../../answers';
import { batchCallField, simplifyField } from '../../fields';
import type { Operation } from '../../operation';
import { idOf, textOf } from '../../parameters';
import { shownBy } from '../../simplified';
import { ask } from '../../transport';
import { changedBatchCallSchema } from './batchCall';

/** `PATCH /v1/batch-calls/{id}/status` (documented). Doing it twice changes nothing more. */
export const updateStatus: Operation = {
	name: 'Update Status',
	value: 'updateStatus',
	action: 'Update the status of a batch call',
	description: 'Pause, resume or cancel a batch call',
	changesSomething: true,
	fields: [
		batchCallField,
		{
			displayName: 'Action',
			name: 'statusAction',
			type: 'options',
			options: [
				{ name: 'Cancel', value: 'cancel', description: 'End it for good' },
				{ name: 'Pause', value: 'pause' },
				{ name: 'Resume', value: 'resume' },
			],
			default: 'pause',
		},
		simplifyField,
	],
	async run(item) {
		const id = idOf(item, 'batchCallId', 'Batch Call ID');
		const path = `/v1/batch-calls/${encodeURIComponent(id)}/status`;
		const body = { action: textOf(item, 'statusAction', 'Action') };
		const changed = objectIn(await ask(item.node, { method: 'PATCH', path, body }));
		return [shownBy(item, changedBatchCallSchema, changed)];
	},
};
