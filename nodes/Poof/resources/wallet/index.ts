import type { Resource } from '../../operation';
import { create } from './create';
import { getBalance } from './getBalance';

export const wallet: Resource = {
	name: 'Wallet',
	value: 'wallet',
	operations: [create, getBalance],
};
