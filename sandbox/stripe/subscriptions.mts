import { DAY, freshId, type Given, listOf, nulls, type StripeObject } from './objects.mts';

/** A subscription of one plan; the periods stand on its item, as they do since 2025. */
export function subscriptionOf({
	id = freshId('sub'),
	plan,
	...given
}: Given & {
	start_date: number;
	plan: { name: string; amount: number; interval: 'month' | 'year'; start: number; end: number };
}): StripeObject {
	const itemId = `si_${id.slice(4)}`;
	const priceId = `price_${id.slice(4)}`;
	return {
		id,
		object: 'subscription',
		...nulls(`
			application application_fee_percent billing_cycle_anchor_config billing_thresholds
			cancel_at canceled_at customer_account days_until_due default_payment_method
			default_source ended_at latest_invoice managed_payments
			next_pending_invoice_item_invoice on_behalf_of pause_collection
			pending_invoice_item_interval pending_setup_intent pending_update
			schedule test_clock transfer_data trial_end trial_start`),
		automatic_tax: { disabled_reason: null, enabled: false, liability: null },
		billing_cycle_anchor: given.start_date,
		billing_mode: { type: 'classic', flexible: null },
		billing_schedules: [],
		cancel_at_period_end: false,
		cancellation_details: { comment: null, feedback: null, feedback_option: null, reason: null },
		collection_method: 'charge_automatically',
		created: given.start_date,
		currency: 'usd',
		default_tax_rates: [],
		description: plan.name,
		discounts: [],
		invoice_settings: {
			account_tax_ids: null,
			custom_fields: null,
			description: null,
			footer: null,
			issuer: { type: 'self' },
		},
		items: listOf(`/v1/subscription_items?subscription=${id}`, [
			{
				id: itemId,
				object: 'subscription_item',
				current_trial: null,
				billing_thresholds: null,
				created: given.start_date,
				current_period_end: plan.end,
				current_period_start: plan.start,
				discounts: [],
				metadata: {},
				plan: {
					id: priceId,
					object: 'plan',
					active: true,
					amount: plan.amount,
					amount_decimal: String(plan.amount),
					billing_scheme: 'per_unit',
					created: given.start_date - DAY,
					currency: 'usd',
					interval: plan.interval,
					interval_count: 1,
					livemode: false,
					metadata: {},
					meter: null,
					nickname: plan.name,
					product: `prod_${id.slice(4)}`,
					tiers_mode: null,
					transform_usage: null,
					trial_period_days: null,
					usage_type: 'licensed',
				},
				price: {
					id: priceId,
					object: 'price',
					active: true,
					billing_scheme: 'per_unit',
					created: given.start_date - DAY,
					currency: 'usd',
					custom_unit_amount: null,
					livemode: false,
					lookup_key: null,
					metadata: {},
					nickname: plan.name,
					product: `prod_${id.slice(4)}`,
					recurring: {
						interval: plan.interval,
						interval_count: 1,
						meter: null,
						trial_period_days: null,
						usage_type: 'licensed',
					},
					tax_behavior: 'unspecified',
					tiers_mode: null,
					transform_quantity: null,
					type: 'recurring',
					unit_amount: plan.amount,
					unit_amount_decimal: String(plan.amount),
				},
				quantity: 1,
				subscription: id,
				tax_rates: [],
			},
		]),
		livemode: false,
		metadata: {},
		payment_settings: {
			payment_method_options: null,
			payment_method_types: null,
			save_default_payment_method: 'off',
		},
		status: 'active',
		trial_settings: {
			end_behavior: { billing_cycle_anchor: null, missing_payment_method: 'create_invoice' },
		},
		...given,
	};
}

/** The invoice of one period of `subscription`; open while nobody has paid it. */
export function invoiceOf({
	id = freshId('in'),
	subscription,
	customer,
	total,
	paid,
	...given
}: Given & {
	subscription: StripeObject;
	customer: StripeObject;
	total: number;
	paid: boolean;
	created: number;
}): StripeObject {
	const { created } = given;
	const parent = {
		quote_details: null,
		subscription_details: { metadata: {}, subscription: subscription.id },
		type: 'subscription_details',
	};
	return {
		id,
		object: 'invoice',
		...nulls(`
			account_tax_ids application automatically_finalizes_at custom_fields customer_account
			customer_address customer_shipping default_payment_method default_source description
			due_date footer from_invoice last_finalization_error latest_revision on_behalf_of
			receipt_number rendering shipping_cost shipping_details statement_descriptor
			test_clock`),
		account_country: 'US',
		account_name: 'Sandbox',
		amount_due: total,
		amount_overpaid: 0,
		amount_paid: paid ? total : 0,
		amount_remaining: paid ? 0 : total,
		amount_shipping: 0,
		attempt_count: 1,
		attempted: true,
		auto_advance: !paid,
		automatic_tax: {
			disabled_reason: null,
			enabled: false,
			liability: null,
			provider: null,
			status: null,
		},
		billing_reason: 'subscription_cycle',
		collection_method: 'charge_automatically',
		currency: 'usd',
		customer: customer.id,
		customer_email: customer['email'],
		customer_name: customer['name'],
		customer_phone: customer['phone'],
		customer_tax_exempt: 'none',
		customer_tax_ids: [],
		default_tax_rates: [],
		discounts: [],
		effective_at: created,
		ending_balance: 0,
		hosted_invoice_url: `https://invoice.stripe.com/i/sandbox/${id}`,
		invoice_pdf: `https://pay.stripe.com/invoice/sandbox/${id}/pdf`,
		issuer: { type: 'self' },
		lines: listOf(`/v1/invoices/${id}/lines`, [
			{
				id: `il_${id.slice(3)}`,
				object: 'line_item',
				amount: total,
				currency: 'usd',
				description: subscription['description'],
				discount_amounts: [],
				discountable: true,
				discounts: [],
				invoice: id,
				livemode: false,
				metadata: {},
				parent: null,
				period: { start: created, end: created },
				pretax_credit_amounts: [],
				pricing: null,
				quantity: 1,
				quantity_decimal: '1',
				subscription: subscription.id,
				subtotal: total,
				taxes: [],
			},
		]),
		livemode: false,
		metadata: {},
		next_payment_attempt: paid ? null : created + 3 * DAY,
		number: `SANDBOX-${id.slice(-4)}`,
		parent,
		payment_settings: {
			default_mandate: null,
			payment_method_options: null,
			payment_method_types: null,
		},
		period_end: created,
		period_start: created,
		post_payment_credit_notes_amount: 0,
		pre_payment_credit_notes_amount: 0,
		starting_balance: 0,
		status: paid ? 'paid' : 'open',
		status_transitions: {
			finalized_at: created,
			marked_uncollectible_at: null,
			paid_at: paid ? created : null,
			voided_at: null,
		},
		subtotal: total,
		subtotal_excluding_tax: total,
		total,
		total_discount_amounts: [],
		total_excluding_tax: total,
		total_pretax_credit_amounts: [],
		total_taxes: [],
		webhooks_delivered_at: created,
		...given,
	};
}
