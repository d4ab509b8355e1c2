import { cryptoOrder } from '../../cryptoPayment';
import { cryptoPaymentFields } from '../../fields';
import { moveMoney, type MoneyOperation } from '../../money';
import type { Operation } from '../../operation';

const createPaymentLink: MoneyOperation = {
	name: 'invoice.createCryptoLink',
	path: '/api/v2/create_invoice',
	takesMetadata: true,
	order: (item, key) => cryptoOrder(item, key, 'payment_link'),
};

export const createCryptoLink: Operation = {
	name: 'Create Crypto Payment Link',
	value: 'createCryptoLink',
	action: 'Create a crypto payment link',
	description: 'Create a link under which an amount in US dollars is paid in a coin',
	movesMoney: true,
	fields: cryptoPaymentFields,
	async run(item) {
		return [{ json: await moveMoney(item, createPaymentLink) }];
	},
};
