import { NodeApiError, sleep, type JsonObject, type INodeProperties } from 'n8n-workflow';

import { optionsField, transactionIdField } from '../../fields';
import type { Operation } from '../../operation';
import { transactionIdOf, type Item } from '../../parameters';
import { read } from '../../reading';
import { readTransaction, TRANSACTION_PATH, type Transaction } from '../../transaction';

/** Looks at a transaction again and again until it is paid or the time is over; never longer than the panel says. */
async function paidOrLate(item: Item): Promise<Transaction> {
	const minutes = Number(item.node.getNodeParameter('waitMinutes', item.index, 10));
	const seconds = Number(item.node.getNodeParameter('intervalSeconds', item.index, 15));
	const request = { transaction: transactionIdOf(item) };
	const end = Date.now() + Math.min(minutes, 120) * 60_000;
	const pause = Math.max(seconds, 1) * 1000;
	for (;;) {
		const left = end - Date.now();
		const isOver = left <= 0 || item.node.getExecutionCancelSignal()?.aborted === true;
		try {
			const found = await read(item, TRANSACTION_PATH, request, 'Transaction ID', readTransaction);
			if (found.isPaid || isOver) return found;
		} catch (error) {
			// While there is time, a look that came to nothing is made again.
			if (isOver) throw new NodeApiError(item.node.getNode(), error as JsonObject);
		}
		await sleep(Math.min(pause, Math.max(left, 0)));
	}
}

const waitFields: INodeProperties[] = [
	{
		displayName: 'Wait At Most (Minutes)',
		name: 'waitMinutes',
		type: 'number',
		default: 10,
		required: true,
		typeOptions: { minValue: 0, maxValue: 120 },
		description: 'How many minutes to wait before going on with what is known then',
	},
	{
		displayName: 'Ask Every (Seconds)',
		name: 'intervalSeconds',
		type: 'number',
		default: 15,
		required: true,
		typeOptions: { minValue: 1, maxValue: 600 },
		description: 'How many seconds lie between two looks at Poof',
	},
];

export const waitForPayment: Operation = {
	name: 'Wait for Payment',
	value: 'waitForPayment',
	action: 'Wait for a payment',
	description:
		'Wait until a transaction is paid, or until the time is over: branch on "isPaid" afterwards',
	movesMoney: false,
	fields: [transactionIdField, ...waitFields, optionsField],
	async run(item) {
		return [{ json: await paidOrLate(item) }];
	},
};
