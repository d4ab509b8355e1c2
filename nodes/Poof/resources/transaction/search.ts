import { limitFields, optionsField, searchFields } from '../../fields';
import type { Operation } from '../../operation';
import { textParameter, withinLimit } from '../../parameters';
import { read } from '../../reading';
import { readTransactions } from '../../transaction';

/** `POST /api/v2/transaction_query` (request high; the answer is undocumented and read as the list is). */
export const search: Operation = {
	name: 'Search',
	value: 'search',
	action: 'Search transactions',
	description: 'Find transactions by ID, customer, amount, address or metadata',
	movesMoney: false,
	fields: [...searchFields, ...limitFields, optionsField],
	async run(item) {
		const request = {
			filter: textParameter(item, 'searchBy', 'Search By'),
			search: textParameter(item, 'searchFor', 'Search For'),
		};
		const found = await read(
			item,
			'/api/v2/transaction_query',
			request,
			'Search For',
			readTransactions,
		);
		return withinLimit(item, found).map((json) => ({ json }));
	},
};
