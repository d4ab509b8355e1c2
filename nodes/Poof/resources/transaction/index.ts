import type { Resource } from '../../operation';
import { get } from './get';
import { getMany } from './getMany';
import { search } from './search';
import { waitForPayment } from './waitForPayment';

export const transaction: Resource = {
	name: 'Transaction',
	value: 'transaction',
	operations: [get, getMany, search, waitForPayment],
};
