import { z } from 'zod';

import { differs, differsInWord, idInLink, link, maybeSaid } from './answers';
import { metadataOf } from './metadata';
import type { Order } from './money';
import type { Receipt } from './outcome';
import { coinOf, fiatAmountOf, type Item } from './parameters';

/**
 * What crypto payment links and deposit addresses have in common: an amount in US dollars, to be paid in a coin
 * ([DOC-via] and [CODE], high).
 *
 * @param essential what a good answer must hold
 */
export function cryptoOrder(
	item: Item,
	idempotencyKey: string,
	essential: 'payment_link' | 'address',
): Order {
	const coin = coinOf(item);
	const amount = fiatAmountOf(item, 'usd', 'Amount (USD)');
	const metadata = metadataOf(item, idempotencyKey);
	return {
		body: JSON.stringify({ amount, crypto: coin, metadata }),
		essentials: [amount, coin],
		amount,
		readReceipt: ({ json }) => readReceipt(json, amount, coin, essential),
	};
}

const answerSchema = z.object({
	payment_link: link.nullish().transform((value) => value ?? ''),
	payment_id: maybeSaid,
	uuid: maybeSaid,
	amount: maybeSaid,
	currency: maybeSaid,
	crypto: maybeSaid,
	charge: maybeSaid,
	rate: maybeSaid,
	address: maybeSaid,
});

/**
 * `charge` is the amount to send in coins, `rate` the fiat price of one coin ([CODE]: php-sip, tg-topup, tg-trade); the `uuid`
 * of a charge is its transaction ID ([CODE]: tg-trade).
 */
function readReceipt(
	json: unknown,
	amount: string,
	coin: string,
	essential: 'payment_link' | 'address',
): Receipt | string | undefined {
	const { data: answer } = answerSchema.safeParse(json);
	if (!answer || answer[essential] === '') return undefined;
	if (differs(answer.amount, amount) || differsInWord(answer.crypto, coin)) {
		return `Poof answered with ${answer.amount} in ${answer.crypto} instead of ${amount} in ${coin}.`;
	}
	const { payment_link: paymentLink, payment_id, uuid, charge: coinAmount } = answer;
	const { currency, rate, address } = answer;
	const id = payment_id || uuid || idInLink(paymentLink);
	const shown = { id, amount, currency, coin, coinAmount, rate, address };
	return paymentLink === '' ? shown : { ...shown, paymentLink };
}
