import { randomBytes } from 'node:crypto';

/**
 * Stripe's objects with the fields that its API description (github.com/stripe/openapi, API version
 * 2026-10-28.endive) requires of an answer. Amounts are integers in minor units, times are in seconds.
 */
export interface StripeObject {
	id: string;
	object: string;
	[field: string]: unknown;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

export const freshId = (prefix: string) =>
	`${prefix}_${[...randomBytes(14)].map((byte) => LETTERS[byte % LETTERS.length]).join('')}`;

export const now = () => Math.floor(Date.now() / 1000);

export function listOf(url: string, data: unknown[], has_more = false) {
	return { object: 'list', data, has_more, url };
}

/** Fields that Stripe always sends and that are empty here. */
export const nulls = (names: string) =>
	Object.fromEntries(
		names
			.trim()
			.split(/\s+/)
			.map((name) => [name, null]),
	);

const NO_ADDRESS = nulls('city country line1 line2 postal_code state');

export type Given = { id?: string } & Record<string, unknown>;

export function customerOf({ id = freshId('cus'), ...given }: Given): StripeObject {
	return {
		id,
		object: 'customer',
		...nulls(`
			address customer_account default_source description discount email name phone shipping
			test_clock`),
		balance: 0,
		created: now(),
		currency: 'usd',
		delinquent: false,
		invoice_prefix: id.slice(-8).toUpperCase(),
		invoice_settings: {
			custom_fields: null,
			default_payment_method: null,
			footer: null,
			rendering_options: null,
		},
		livemode: false,
		metadata: {},
		next_invoice_sequence: 1,
		preferred_locales: [],
		tax_exempt: 'none',
		...given,
	};
}

/** A card as it hangs on a customer. */
export function cardOf({ id = freshId('card'), ...given }: Given): StripeObject {
	return {
		id,
		object: 'card',
		...nulls(`
			address_city address_country address_line1 address_line1_check address_line2
			address_state address_zip address_zip_check customer dynamic_last4 name
			tokenization_method`),
		brand: 'Visa',
		country: 'US',
		cvc_check: 'pass',
		exp_month: 8,
		exp_year: 2030,
		fingerprint: 'SandboxFingerprn',
		funding: 'credit',
		last4: '4242',
		metadata: {},
		regulated_status: 'unregulated',
		...given,
	};
}

interface Failure {
	code: string;
	message: string;
}

/** A charge of a card; `failure` makes it one that the bank declined. */
export function chargeOf({
	id = freshId('ch'),
	failure,
	...given
}: Given & { amount: number; failure?: Failure }): StripeObject {
	const succeeded = failure === undefined;
	const { amount } = given;
	return {
		id,
		object: 'charge',
		...nulls(`
			application application_fee application_fee_amount customer description
			failure_balance_transaction on_behalf_of payment_intent
			receipt_email receipt_number review shipping source source_transfer statement_descriptor
			statement_descriptor_suffix transfer_data transfer_group`),
		amount_captured: succeeded ? amount : 0,
		amount_refunded: 0,
		balance_transaction: succeeded ? freshId('txn') : null,
		billing_details: { address: NO_ADDRESS, email: null, name: null, phone: null, tax_id: null },
		calculated_statement_descriptor: 'SANDBOX',
		captured: succeeded,
		created: now(),
		currency: 'usd',
		disputed: false,
		failure_code: failure?.code ?? null,
		failure_message: failure?.message ?? null,
		fraud_details: {},
		livemode: false,
		metadata: {},
		outcome: {
			advice_code: null,
			network_advice_code: null,
			network_decline_code: null,
			network_status: succeeded ? 'approved_by_network' : 'declined_by_network',
			reason: failure?.code ?? null,
			risk_level: 'normal',
			seller_message: failure?.message ?? 'Payment complete.',
			type: succeeded ? 'authorized' : 'issuer_declined',
		},
		paid: succeeded,
		payment_method: freshId('card'),
		payment_method_details: { card: CARD_DETAILS, type: 'card' },
		receipt_url: succeeded ? `https://pay.stripe.com/receipts/${id}` : null,
		refunded: false,
		status: succeeded ? 'succeeded' : 'failed',
		...given,
	};
}

const CARD_DETAILS = {
	amount_authorized: null,
	authorization_code: null,
	brand: 'visa',
	checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
	country: 'US',
	electronic_commerce_indicator: null,
	exp_month: 8,
	exp_year: 2030,
	fingerprint: 'SandboxFingerprn',
	funding: 'credit',
	installments: null,
	last4: '4242',
	mandate: null,
	network: 'visa',
	network_transaction_id: null,
	regulated_status: 'unregulated',
	three_d_secure: null,
	transaction_link_id: null,
	wallet: null,
};

/** `charge`, when there was an attempt to pay; the intent is settled when that succeeded. */
export function paymentIntentOf({
	id = freshId('pi'),
	charge,
	...given
}: Given & { amount: number; charge: StripeObject }): StripeObject {
	const succeeded = charge['status'] === 'succeeded';
	return {
		id,
		object: 'payment_intent',
		...nulls(`
			allowed_payment_method_types managed_payments payment_record
			application application_fee_amount automatic_payment_methods canceled_at
			cancellation_reason client_secret customer_account excluded_payment_method_types
			next_action on_behalf_of payment_method_configuration_details processing receipt_email
			review setup_future_usage shipping source statement_descriptor
			statement_descriptor_suffix transfer_data transfer_group`),
		amount_capturable: 0,
		amount_received: succeeded ? given.amount : 0,
		capture_method: 'automatic',
		confirmation_method: 'automatic',
		created: charge['created'],
		currency: 'usd',
		customer: charge['customer'],
		description: charge['description'],
		last_payment_error: succeeded
			? null
			: {
					charge: charge.id,
					code: charge['failure_code'],
					message: charge['failure_message'],
					type: 'card_error',
				},
		latest_charge: charge.id,
		livemode: false,
		metadata: {},
		payment_method: succeeded ? charge['payment_method'] : null,
		payment_method_options: {},
		payment_method_types: ['card'],
		status: succeeded ? 'succeeded' : 'requires_payment_method',
		...given,
	};
}

export const DAY = 24 * 60 * 60;

const NO_EVIDENCE = nulls(`
	access_activity_log billing_address cancellation_policy cancellation_policy_disclosure
	cancellation_rebuttal customer_communication customer_email_address customer_name
	customer_purchase_ip customer_signature duplicate_charge_documentation
	duplicate_charge_explanation duplicate_charge_id product_description receipt refund_policy
	refund_policy_disclosure refund_refusal_explanation service_date service_documentation
	shipping_address shipping_carrier shipping_date shipping_documentation
	shipping_tracking_number uncategorized_file uncategorized_text`);

/** A dispute of the whole `charge` that still wants an answer. */
export function disputeOf({
	id = freshId('du'),
	charge,
	...given
}: Given & { charge: StripeObject; created: number; reason: string }): StripeObject {
	return {
		id,
		object: 'dispute',
		amount: charge['amount'],
		balance_transactions: [],
		charge: charge.id,
		currency: charge['currency'],
		enhanced_eligibility_types: [],
		evidence: { ...NO_EVIDENCE, enhanced_evidence: {} },
		evidence_details: {
			due_by: given.created + 10 * DAY,
			enhanced_eligibility: {},
			has_evidence: false,
			past_due: false,
			submission_count: 0,
			submission_method: 'not_submitted',
		},
		intended_submission_method: 'manual',
		is_charge_refundable: false,
		livemode: false,
		metadata: {},
		payment_intent: charge['payment_intent'],
		payment_method_details: {
			card: {
				brand: 'visa',
				case_type: 'chargeback',
				network: 'visa',
				network_reason_code: '13.1',
			},
			type: 'card',
		},
		status: 'needs_response',
		...given,
	};
}
