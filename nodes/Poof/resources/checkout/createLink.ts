import { z } from 'zod';

import { differs, idInLink, link, maybeSaid } from '../../answers';
import { amountField, idempotencyKeyField, metadataField } from '../../fields';
import { metadataOf } from '../../metadata';
import { moveMoney, type MoneyOperation } from '../../money';
import type { Operation } from '../../operation';
import {
	fiatAmountOf,
	optionalText,
	optionalWebAddress,
	textParameter,
	type Item,
} from '../../parameters';
import { checkoutOptionsField, usernameField } from './fields';

/** `POST /api/v1/checkout` ([DOC], high). Answers with the link as text, bare or in quotes. */
const createCheckout: MoneyOperation = {
	name: 'checkout.createLink',
	path: '/api/v1/checkout',
	takesMetadata: true,
	order(item, idempotencyKey) {
		const username = textParameter(item, 'username', 'Username');
		const amount = fiatAmountOf(item, 'usd');
		const request = { username, amount, ...chosen(item) };
		return {
			body: JSON.stringify({ ...request, metadata: metadataOf(item, idempotencyKey) }),
			essentials: [username, amount, optionalText(item, 'options.productId', 'Product ID') ?? ''],
			amount,
			readReceipt({ json, text }) {
				const paymentLink = link.safeParse(json ?? text.trim()).data;
				return paymentLink && isWhole(paymentLink, amount) ? { paymentLink, amount } : undefined;
			},
		};
	},
};

/**
 * A link ends in the request as base64 of JSON (seen in a public link, API sheet 3.5). Where it does, it must be whole and over
 * the same amount; a link that ends in something else is taken as it is.
 */
function isWhole(paymentLink: string, amount: string): boolean {
	const session = idInLink(paymentLink);
	if (!/^eyJ[\w+/=%-]*$/.test(session)) return true;
	const { data: request } = sessionSchema.safeParse(session);
	return request !== undefined && !differs(request.amount, amount);
}

const sessionSchema = z
	.string()
	.transform((session, context) => {
		try {
			return JSON.parse(Buffer.from(decodeURIComponent(session), 'base64').toString()) as unknown;
		} catch {
			context.addIssue({ code: 'custom', message: 'broken off' });
			return z.NEVER;
		}
	})
	.pipe(z.object({ amount: maybeSaid }));

/** What was chosen under Options; what was not is left out of the request. */
function chosen(item: Item): Record<string, unknown> {
	const listed = (name: string, displayName: string) =>
		optionalText(item, name, displayName)
			?.split(',')
			.map((word) => word.trim())
			.filter(Boolean);
	return {
		fields: listed('options.fields', 'Ask For'),
		disable_payments: listed('options.disablePayments', 'Hidden Payment Methods'),
		product_id: optionalText(item, 'options.productId', 'Product ID'),
		product_quantity: optionalText(item, 'options.productQuantity', 'Product Quantity'),
		redirect: optionalWebAddress(item, 'options.redirect', 'Cancel URL'),
		success_url: optionalWebAddress(item, 'options.successUrl', 'Success URL'),
		instant_payment_notification: optionalWebAddress(item, 'options.notifyUrl', 'Notification URL'),
	};
}

export const createLink: Operation = {
	name: 'Create Link',
	value: 'createLink',
	action: 'Create a checkout link',
	description:
		'Create a link to a checkout page. Whoever has the link can change the amount in it, so compare what was paid with what was asked.',
	movesMoney: true,
	fields: [idempotencyKeyField, usernameField, amountField, metadataField, checkoutOptionsField],
	async run(item) {
		return [{ json: await moveMoney(item, createCheckout) }];
	},
};
