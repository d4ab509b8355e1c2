import type { StripeObjects } from './account.mts';
import {
	chargeOf,
	customerOf,
	disputeOf,
	now,
	paymentIntentOf,
	type StripeObject,
} from './objects.mts';
import { invoiceOf, subscriptionOf } from './subscriptions.mts';

const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;

const declined = {
	code: 'card_declined',
	message: 'Your card has insufficient funds.',
};

/** The customers of the sample calls, and what Stripe knows about each: see the table in the README. */
export function openingObjects(): StripeObjects {
	const start = now();
	const ago = (days: number) => start - days * DAY;
	const account: StripeObjects = {
		customers: [],
		charges: [],
		payment_intents: [],
		subscriptions: [],
		invoices: [],
		disputes: [],
		coupons: [],
		sources: [],
		meter_events: [],
	};

	function customer(id: string, name: string, account_number: string, phone: string, more = {}) {
		const email = `${name.toLowerCase().replace(' ', '.')}@example.com`;
		const metadata = { account: account_number };
		const made = customerOf({ id, name, email, phone, metadata, created: ago(400), ...more });
		account.customers.push(made);
		return made;
	}

	function charge(
		id: string,
		of: StripeObject,
		given: { amount: number; created: number; description: string; order: string },
		failure?: typeof declined,
	) {
		const { order, ...rest } = given;
		const payment_intent = id.replace('ch_', 'pi_');
		const made = chargeOf({
			id,
			...rest,
			customer: of.id,
			payment_intent,
			metadata: { order },
			receipt_email: of['email'],
			...(failure && { failure }),
		});
		account.charges.push(made);
		account.payment_intents.push(
			paymentIntentOf({ id: payment_intent, amount: given.amount, charge: made }),
		);
		return made;
	}

	/** A plan whose latest period ended up `paid`, or past due with an open invoice. */
	function subscription(
		name: string,
		of: StripeObject,
		plan: { name: string; amount: number; interval: 'month' | 'year'; renewed: number },
		paid: boolean,
	) {
		const length = plan.interval === 'year' ? 365 : 30;
		const invoiceId = `in_${name}`;
		const made = subscriptionOf({
			id: `sub_${name}`,
			customer: of.id,
			start_date: plan.renewed - length * DAY,
			plan: { ...plan, start: plan.renewed, end: plan.renewed + length * DAY },
			status: paid ? 'active' : 'past_due',
			latest_invoice: invoiceId,
		});
		account.subscriptions.push(made);
		account.invoices.push(
			invoiceOf({
				id: invoiceId,
				subscription: made,
				customer: of,
				total: plan.amount,
				paid,
				created: plan.renewed,
			}),
		);
	}

	const maria = customer('cus_SandboxMaria01', 'Maria Lopez', 'ACC-2041', '+14155550142', {
		delinquent: true,
	});
	charge('ch_SandboxSupport01', maria, {
		amount: 4900,
		created: ago(12),
		description: 'Support plan',
		order: 'ORD-7702',
	});
	subscription(
		'SandboxTeamPlan1',
		maria,
		{ name: 'Team plan', amount: 7900, interval: 'month', renewed: ago(2) },
		false,
	);
	charge(
		'ch_SandboxTeamPlan1',
		maria,
		{ amount: 7900, created: ago(2), description: 'Subscription update', order: 'REN-204' },
		declined,
	);

	const daniel = customer('cus_SandboxDaniel01', 'Daniel Osei', 'ACC-1187', '+14155550177', {
		description: 'Harbor Logistics',
	});
	subscription(
		'SandboxAnnual01',
		daniel,
		{ name: 'Annual plan', amount: 420000, interval: 'year', renewed: ago(342) },
		true,
	);
	charge('ch_SandboxAnnual01', daniel, {
		amount: 420000,
		created: ago(342),
		description: 'Subscription creation',
		order: 'REN-072',
	});

	const tomas = customer('cus_SandboxTomas01', 'Tomas Berg', 'ACC-1530', '+14155550188');
	for (const [id, minutes] of [
		['ch_SandboxTwice001', 0],
		['ch_SandboxTwice002', 3],
	] as const) {
		charge(id, tomas, {
			amount: 12900,
			created: ago(1) + minutes * MINUTE,
			description: 'Onboarding workshop',
			order: 'ORD-6402',
		});
	}

	const jonas = customer('cus_SandboxJonas01', 'Jonas Weber', 'ACC-1725', '+14155550121');
	const disputed = charge('ch_SandboxDispute1', jonas, {
		amount: 24000,
		created: ago(20),
		description: 'Training package',
		order: 'ORD-5518',
	});
	disputed['disputed'] = true;
	account.disputes.push(
		disputeOf({
			id: 'du_SandboxDispute1',
			charge: disputed,
			created: ago(1),
			reason: 'product_not_received',
		}),
	);

	const amara = customer('cus_SandboxAmara01', 'Amara Okafor', 'ACC-3001', '+14155550150', {
		description: 'Lumen Hotels',
		delinquent: true,
	});
	subscription(
		'SandboxVip00001',
		amara,
		{ name: 'Enterprise plan', amount: 1800000, interval: 'year', renewed: ago(1) },
		false,
	);
	charge(
		'ch_SandboxVip00001',
		amara,
		{ amount: 1800000, created: ago(1), description: 'Subscription update', order: 'REN-301' },
		declined,
	);
	return account;
}
