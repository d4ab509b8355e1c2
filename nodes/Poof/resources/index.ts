import type { Resource } from '../operation';
import { invoice } from './invoice';
import { payout } from './payout';
import { transaction } from './transaction';
import { wallet } from './wallet';

export const resources: Resource[] = [invoice, payout, transaction, wallet];
