import type { Resource } from '../../operation';
import { getGasPrice } from './getGasPrice';
import { getPrice } from './getPrice';
import { getRates } from './getRates';

export const rate: Resource = {
	name: 'Rate',
	value: 'rate',
	operations: [getPrice, getGasPrice, getRates],
};
