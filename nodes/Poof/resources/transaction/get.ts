import { optionsField, transactionIdField } from '../../fields';
import type { Operation } from '../../operation';
import { transactionIdOf } from '../../parameters';
import { read } from '../../reading';
import { readTransaction } from '../../transaction';

/** `POST /api/v1/transaction` ([DOC-via] and [CODE], high). */
export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a transaction',
	description: 'Get one invoice, charge, payout or transfer with its status',
	movesMoney: false,
	fields: [transactionIdField, optionsField],
	async run(item) {
		const request = { transaction: transactionIdOf(item) };
		return [
			{ json: await read(item, '/api/v1/transaction', request, 'Transaction ID', readTransaction) },
		];
	},
};
