import type { Resource } from '../../operation';
import { getBalance } from './getBalance';

export const wallet: Resource = { name: 'Wallet', value: 'wallet', operations: [getBalance] };
