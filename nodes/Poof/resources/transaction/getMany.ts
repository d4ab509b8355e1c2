import { limitFields, optionsField } from '../../fields';
import type { Operation } from '../../operation';
import { withinLimit } from '../../parameters';
import { read } from '../../reading';
import { readTransactions } from '../../transaction';

/** `POST /api/v1/fetch_transactions` ([DOC-via], high; answer medium). Poof knows no paging, so the limit is applied here. */
export const getMany: Operation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many transactions',
	description: 'Get the transactions of the account',
	movesMoney: false,
	fields: [...limitFields, optionsField],
	async run(item) {
		const all = await read(
			item,
			'/api/v1/fetch_transactions',
			{},
			'the Poof credential',
			readTransactions,
		);
		return withinLimit(item, all).map((json) => ({ json }));
	},
};
