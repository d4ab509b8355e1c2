import { z } from 'zod';

import { differs, differsInWord, idInLink, link, maybeSaid } from '../../answers';
import {
	amountField,
	coinField,
	idempotencyKeyField,
	metadataField,
	createOptionsField,
} from '../../fields';
import { metadataOf } from '../../metadata';
import { moveMoney, type MoneyOperation } from '../../money';
import type { Operation } from '../../operation';
import type { Receipt } from '../../outcome';
import { coinOf, fiatAmountOf } from '../../parameters';

/** `POST /api/v2/create_invoice` ([DOC-via] and [CODE], high). The amount is in US dollars; the coin amount comes back. */
const createPaymentLink: MoneyOperation = {
	name: 'invoice.createCryptoLink',
	path: '/api/v2/create_invoice',
	takesMetadata: true,
	order(item, idempotencyKey) {
		const coin = coinOf(item);
		const amount = fiatAmountOf(item, 'usd');
		const metadata = metadataOf(item, idempotencyKey);
		return {
			body: JSON.stringify({ amount, crypto: coin, metadata }),
			essentials: [amount, coin],
			amount,
			readReceipt: ({ json }) => readReceipt(json, amount, coin),
		};
	},
};

const answerSchema = z.object({
	payment_link: link,
	payment_id: maybeSaid,
	amount: maybeSaid,
	currency: maybeSaid,
	crypto: maybeSaid,
	charge: maybeSaid,
	rate: maybeSaid,
	address: maybeSaid,
});

/** `charge` is the amount to send in coins, `rate` the fiat price of one coin ([CODE]: php-sip, tg-topup, tg-trade). */
function readReceipt(json: unknown, amount: string, coin: string): Receipt | string | undefined {
	const { data: answer } = answerSchema.safeParse(json);
	if (!answer) return undefined;
	if (differs(answer.amount, amount) || differsInWord(answer.crypto, coin)) {
		return `Poof answered with a link over ${answer.amount} in ${answer.crypto} instead of ${amount} in ${coin}.`;
	}
	const { payment_link: paymentLink, payment_id, charge, currency, rate, address } = answer;
	const id = payment_id || idInLink(paymentLink);
	return { id, paymentLink, amount, currency, coin, coinAmount: charge, rate, address };
}

export const createCryptoLink: Operation = {
	name: 'Create Crypto Payment Link',
	value: 'createCryptoLink',
	action: 'Create a crypto payment link',
	description: 'Create a link under which an amount in US dollars is paid in a coin',
	movesMoney: true,
	fields: [idempotencyKeyField, amountField, coinField, metadataField, createOptionsField],
	async run(item) {
		return [{ json: await moveMoney(item, createPaymentLink) }];
	},
};
