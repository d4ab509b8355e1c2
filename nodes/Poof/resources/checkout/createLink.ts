import { link } from '../../answers';
import {
	amountField,
	checkoutOptionsField,
	idempotencyKeyField,
	metadataField,
	usernameField,
} from '../../fields';
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
				return paymentLink === undefined ? undefined : { paymentLink, amount };
			},
		};
	},
};

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
