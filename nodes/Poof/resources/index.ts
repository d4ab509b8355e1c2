import type { Resource } from '../operation';
import { charge } from './charge';
import { checkout } from './checkout';
import { contract } from './contract';
import { invoice } from './invoice';
import { payout } from './payout';
import { product } from './product';
import { rate } from './rate';
import { transaction } from './transaction';
import { wallet } from './wallet';
import { webhook } from './webhook';

/** ACH debits and transfer status are left out: Poof gives them to selected merchants only. */
export const resources: Resource[] = [
	charge,
	checkout,
	contract,
	invoice,
	payout,
	product,
	rate,
	transaction,
	wallet,
	webhook,
];
