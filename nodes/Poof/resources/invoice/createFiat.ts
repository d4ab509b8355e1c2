import { z } from 'zod';

import { differs, differsInWord, idInLink, link, maybeSaid } from '../../answers';
import {
	amountField,
	currencyField,
	idempotencyKeyField,
	metadataField,
	createOptionsField,
	paymentMethodField,
	redirectUrlField,
	successUrlField,
} from '../../fields';
import { metadataOf } from '../../metadata';
import { moveMoney, type MoneyOperation } from '../../money';
import type { Operation } from '../../operation';
import type { Receipt } from '../../outcome';
import { currencyOf, fiatAmountOf, paymentMethodOf, webAddressOf } from '../../parameters';

/** `POST /api/v1/create_fiat_invoice` ([DOC-via], high; `metadata` seen in client code only, [CODE] medium). */
const createFiatInvoice: MoneyOperation = {
	name: 'invoice.createFiat',
	path: '/api/v1/create_fiat_invoice',
	takesMetadata: true,
	order(item, idempotencyKey) {
		const currency = currencyOf(item);
		const amount = fiatAmountOf(item, currency);
		const payment = paymentMethodOf(item);
		const body = JSON.stringify({
			amount,
			payment,
			currency,
			redirect_url: webAddressOf(item, 'redirectUrl', 'Cancel URL'),
			success_url: webAddressOf(item, 'successUrl', 'Success URL'),
			metadata: metadataOf(item, idempotencyKey),
		});
		return {
			body,
			essentials: [amount, currency, payment],
			amount,
			readReceipt: ({ json }) => readReceipt(json, amount, currency),
		};
	},
};

const answerSchema = z.object({
	payment_link: link,
	amount: maybeSaid,
	currency: maybeSaid,
	payment: maybeSaid,
});

/** Poof gives no ID of a fiat invoice: it is the last part of the link ([CODE], medium). */
function readReceipt(
	json: unknown,
	amount: string,
	currency: string,
): Receipt | string | undefined {
	const { data: answer } = answerSchema.safeParse(json);
	if (!answer) return undefined;
	if (differs(answer.amount, amount) || differsInWord(answer.currency, currency)) {
		return `Poof answered with an invoice of ${answer.amount} ${answer.currency} instead of ${amount} ${currency}.`;
	}
	const { payment_link: paymentLink, payment: paymentMethod } = answer;
	return { id: idInLink(paymentLink), paymentLink, amount, currency, paymentMethod };
}

export const createFiat: Operation = {
	name: 'Create Fiat Invoice',
	value: 'createFiat',
	action: 'Create a fiat invoice',
	description: 'Create an invoice that is paid in a currency such as US dollars',
	movesMoney: true,
	fields: [
		idempotencyKeyField,
		amountField,
		currencyField,
		paymentMethodField,
		redirectUrlField,
		successUrlField,
		metadataField,
		createOptionsField,
	],
	async run(item) {
		return [{ json: await moveMoney(item, createFiatInvoice) }];
	},
};
