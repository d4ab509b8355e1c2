import { fiatPaymentFields } from '../../fields';
import { fiatOrder } from '../../fiatPayment';
import { moveMoney, type MoneyOperation } from '../../money';
import type { Operation } from '../../operation';
import { qrImageOf } from '../../qrImage';

/** `metadata` is assumed to be taken as for a fiat invoice ([INF]). */
const createFiatCharge: MoneyOperation = {
	name: 'charge.createFiat',
	path: '/api/v1/create_fiat_charge',
	takesMetadata: true,
	order: fiatOrder,
};

export const createFiat: Operation = {
	name: 'Create Fiat Charge',
	value: 'createFiat',
	action: 'Create a fiat charge',
	description:
		'Create a payment in a currency such as US dollars with a QR code, which comes as an image too',
	movesMoney: true,
	fields: fiatPaymentFields,
	async run(item) {
		const json = await moveMoney(item, createFiatCharge);
		const image = await qrImageOf(item, json.qrCode);
		return [image ? { json, binary: { qrCode: image } } : { json }];
	},
};
