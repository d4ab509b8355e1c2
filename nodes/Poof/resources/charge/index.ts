import type { Resource } from '../../operation';
import { createDepositAddress } from './createDepositAddress';
import { createFiat } from './createFiat';

export const charge: Resource = {
	name: 'Charge',
	value: 'charge',
	operations: [createDepositAddress, createFiat],
};
