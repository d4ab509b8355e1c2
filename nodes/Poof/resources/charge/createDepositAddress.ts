import { cryptoOrder } from '../../cryptoPayment';
import { cryptoPaymentFields } from '../../fields';
import { moveMoney, type MoneyOperation } from '../../money';
import type { Operation } from '../../operation';

const createCharge: MoneyOperation = {
	name: 'charge.createDepositAddress',
	path: '/api/v2/create_charge',
	takesMetadata: true,
	order: (item, key) => cryptoOrder(item, key, 'address'),
};

export const createDepositAddress: Operation = {
	name: 'Create Deposit Address',
	value: 'createDepositAddress',
	action: 'Create a deposit address',
	description:
		'Create an address to which an amount in US dollars is paid in a coin. Poof watches it for at least 15 minutes.',
	movesMoney: true,
	fields: cryptoPaymentFields,
	async run(item) {
		return [{ json: await moveMoney(item, createCharge) }];
	},
};
