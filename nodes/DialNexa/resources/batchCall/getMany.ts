import { page } from '../../answers';
import { limitFields, simplifyField } from '../../fields';
import type { Operation } from '../../operation';
import { limitOf } from '../../parameters';
import { shownBy } from '../../simplified';
import { batchCallSchema } from './batchCall';

const STATUSES = [
	{ name: 'Any', value: '' },
	{ name: 'Cancelled', value: 'cancelled' },
	{ name: 'Completed', value: 'completed' },
	{ name: 'Draft', value: 'draft' },
	{ name: 'Initiated', value: 'initiated' },
	{ name: 'Paused', value: 'paused' },
	{ name: 'Running', value: 'running' },
	{ name: 'Scheduled', value: 'scheduled' },
	{ name: 'Waiting', value: 'waiting' },
];

/** `GET /v1/batch-calls` (documented with an envelope, seen live without). */
export const getMany: Operation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many batch calls',
	description: 'Get the batch calls of the workspace',
	changesSomething: false,
	fields: [
		...limitFields,
		{
			displayName: 'Status',
			name: 'status',
			type: 'options',
			options: STATUSES,
			default: '',
			description: 'Only batch calls in this state',
		},
		simplifyField,
	],
	async run(item) {
		const status = String(item.node.getNodeParameter('status', item.index, ''));
		const query: Record<string, string> = status ? { status } : {};
		const request = { method: 'GET', path: '/v1/batch-calls', query } as const;
		const batches = await page(item.node, request, limitOf(item));
		return batches.map((batch) => shownBy(item, batchCallSchema, batch));
	},
};
