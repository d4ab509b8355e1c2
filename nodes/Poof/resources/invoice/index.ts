import type { Resource } from '../../operation';
import { createCryptoLink } from './createCryptoLink';
import { createFiat } from './createFiat';

export const invoice: Resource = {
	name: 'Invoice',
	value: 'invoice',
	operations: [createFiat, createCryptoLink],
};
