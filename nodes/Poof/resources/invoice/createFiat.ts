import { fiatPaymentFields } from '../../fields';
import { fiatOrder } from '../../fiatPayment';
import { moveMoney, type MoneyOperation } from '../../money';
import type { Operation } from '../../operation';

/** `metadata` was seen in client code only ([CODE], medium). */
const createFiatInvoice: MoneyOperation = {
	name: 'invoice.createFiat',
	path: '/api/v1/create_fiat_invoice',
	takesMetadata: true,
	order: fiatOrder,
};

export const createFiat: Operation = {
	name: 'Create Fiat Invoice',
	value: 'createFiat',
	action: 'Create a fiat invoice',
	description: 'Create an invoice that is paid in a currency such as US dollars',
	movesMoney: true,
	fields: fiatPaymentFields,
	async run(item) {
		return [{ json: await moveMoney(item, createFiatInvoice) }];
	},
};
