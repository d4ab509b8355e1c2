import type { Resource } from '../../operation';
import { get } from './get';
import { getMany } from './getMany';
import { search } from './search';

export const transaction: Resource = {
	name: 'Transaction',
	value: 'transaction',
	operations: [get, getMany, search],
};
