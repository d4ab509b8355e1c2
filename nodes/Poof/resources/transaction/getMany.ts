import { limitFields, optionsField, simplifyField } from '../../fields';
import type { Operation } from '../../operation';
import { isSimplified, withinLimit } from '../../parameters';
import { read } from '../../reading';
import { LIST_PATH, readTransactionsAs } from '../../transaction';

/** Poof knows no paging and no filter here, so the limit is applied to the whole list. */
export const getMany: Operation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many transactions',
	description: 'Get the transactions of the account',
	movesMoney: false,
	fields: [...limitFields, simplifyField, optionsField],
	async run(item) {
		const readAnswer = readTransactionsAs(isSimplified(item));
		const all = await read(item, LIST_PATH, {}, 'the Poof credential', readAnswer);
		return withinLimit(item, all).map((json) => ({ json }));
	},
};
