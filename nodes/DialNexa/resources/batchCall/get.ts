import { page } from '../../answers';
import { batchCallField, limitFields, simplifyField } from '../../fields';
import type { Operation } from '../../operation';
import { idOf, limitOf } from '../../parameters';
import { shown } from '../call/get';

/** `GET /v1/batch-calls/{id}` (documented: it lists the calls of the batch, in an envelope or, as seen live, bare). */
export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a batch call',
	description: 'Get the calls of one batch call',
	changesSomething: false,
	fields: [batchCallField, ...limitFields, simplifyField],
	async run(item) {
		const id = idOf(item, 'batchCallId', 'Batch Call ID');
		const path = `/v1/batch-calls/${encodeURIComponent(id)}`;
		const calls = await page(item.node, { method: 'GET', path }, limitOf(item));
		return calls.map((call) => shown(item, call));
	},
};
