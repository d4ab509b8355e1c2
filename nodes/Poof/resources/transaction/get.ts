import { optionsField, simplifyField, transactionIdField } from '../../fields';
import type { Operation } from '../../operation';
import { isSimplified, transactionIdOf } from '../../parameters';
import { readObject } from '../../rates';
import { read } from '../../reading';
import { readTransaction, TRANSACTION_PATH } from '../../transaction';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a transaction',
	description: 'Get one invoice, charge, payout or transfer with its status',
	movesMoney: false,
	fields: [transactionIdField, simplifyField, optionsField],
	async run(item) {
		const request = { transaction: transactionIdOf(item) };
		const readAnswer = isSimplified(item) ? readTransaction : readObject;
		return [{ json: await read(item, TRANSACTION_PATH, request, 'Transaction ID', readAnswer) }];
	},
};
