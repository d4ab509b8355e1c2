import { limitFields, optionsField, searchFields, simplifyField } from '../../fields';
import type { Operation } from '../../operation';
import { isSimplified, textParameter, withinLimit } from '../../parameters';
import { read } from '../../reading';
import { readTransactionsAs, SEARCH_PATH } from '../../transaction';

export const search: Operation = {
	name: 'Search',
	value: 'search',
	action: 'Search transactions',
	description: 'Find transactions by ID, customer, amount, address or metadata',
	movesMoney: false,
	fields: [...searchFields, ...limitFields, simplifyField, optionsField],
	async run(item) {
		const request = {
			filter: textParameter(item, 'searchBy', 'Search By'),
			search: textParameter(item, 'searchFor', 'Search For'),
		};
		const readAnswer = readTransactionsAs(isSimplified(item));
		const found = await read(item, SEARCH_PATH, request, 'Search For', readAnswer);
		return withinLimit(item, found).map((json) => ({ json }));
	},
};
