import type { INodeProperties } from 'n8n-workflow';

import { limitFields, optionsField, simplifyField } from '../../fields';
import type { Operation } from '../../operation';
import { isSimplified, textParameter, withinLimit } from '../../parameters';
import { read } from '../../reading';
import { readTransactionsAs, SEARCH_PATH } from '../../transaction';

const searchFields: INodeProperties[] = [
	{
		displayName: 'Search By',
		name: 'searchBy',
		type: 'options',
		default: 'email',
		description: 'What to compare with',
		options: [
			{ name: 'Address', value: 'crypto_address' },
			{ name: 'Amount', value: 'amount' },
			{ name: 'Email', value: 'email' },
			{ name: 'ID', value: 'id' },
			{ name: 'Metadata', value: 'metadata' },
			{ name: 'Name', value: 'name' },
			{ name: 'Payment Method', value: 'payment' },
		],
	},
	{
		displayName: 'Search For',
		name: 'searchFor',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. nathan@example.com',
		description: 'What to look for',
	},
];

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
