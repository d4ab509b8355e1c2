import { z } from 'zod';

import { differs, differsInWord, idInLink, link, maybeSaid } from './answers';
import { metadataOf } from './metadata';
import type { Order } from './money';
import type { Receipt } from './outcome';
import { currencyOf, fiatAmountOf, paymentMethodOf, webAddressOf, type Item } from './parameters';

/** What fiat invoices and fiat charges have in common: they are asked for alike ([DOC-via], high). */
export function fiatOrder(item: Item, idempotencyKey: string): Order {
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
}

const answerSchema = z.object({
	payment_link: link,
	amount: maybeSaid,
	currency: maybeSaid,
	payment: maybeSaid,
	tracking_id: maybeSaid,
	qr_code: maybeSaid,
});

/**
 * Poof gives no ID of a fiat invoice: it is the last part of the link ([CODE], medium). A charge's `tracking_id` presumably is
 * its transaction ID ([INF]).
 */
function readReceipt(
	json: unknown,
	amount: string,
	currency: string,
): Receipt | string | undefined {
	const { data: answer } = answerSchema.safeParse(json);
	if (!answer) return undefined;
	if (differs(answer.amount, amount) || differsInWord(answer.currency, currency)) {
		return `Poof answered with ${answer.amount} ${answer.currency} instead of ${amount} ${currency}.`;
	}
	const { payment_link: paymentLink, payment: paymentMethod, tracking_id, qr_code } = answer;
	const id = tracking_id || idInLink(paymentLink);
	const qrCode = qr_code === '' ? {} : { qrCode: qr_code };
	return { id, paymentLink, amount, currency, paymentMethod, ...qrCode };
}
