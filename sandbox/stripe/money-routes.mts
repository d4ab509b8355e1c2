import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { StripeAccount } from './account.mts';
import { chargeOf, freshId, listOf, now } from './objects.mts';
import { chargeFields, checked, formOf, integer, metadata, minorUnits } from './parameters.mts';
import { StripeRefusal } from './refusal.mts';

type ById = { Params: { id: string } };

/** Charges, the balance, and what else n8n's Stripe node can make. */
export function moneyRoutes(app: FastifyInstance, account: StripeAccount) {
	app.get('/v1/balance', { config: { operation: 'balance.get' } }, async () => {
		const paid = account.held.charges.filter(({ paid }) => paid === true);
		const amount = paid.reduce((sum, charge) => sum + Number(charge['amount_captured']), 0);
		return {
			object: 'balance',
			available: [{ amount, currency: 'usd', source_types: { card: amount } }],
			livemode: false,
			pending: [{ amount: 0, currency: 'usd', source_types: { card: 0 } }],
		};
	});
	app.post('/v1/charges', { config: { operation: 'charges.create' } }, async (request) => {
		const shape = chargeFields.extend({
			amount: minorUnits,
			currency: z.string().regex(/^[a-z]{3}$/),
			customer: z.string().optional(),
			source: z.string().optional(),
		});
		const { expand: paths, source, ...given } = checked(shape, formOf(request));
		if (source && !source.startsWith('tok_')) account.find('sources', source);
		if (given.customer) account.find('customers', given.customer);
		else if (!source) {
			throw new StripeRefusal(400, 'Must provide source or customer.', {
				code: 'parameter_missing',
			});
		}
		return account.expanded(account.add('charges', chargeOf(given)), paths);
	});
	app.post<ById>('/v1/charges/:id', { config: { operation: 'charges.update' } }, async (request) =>
		account.change(
			account.find('charges', request.params.id),
			checked(chargeFields, formOf(request)),
		),
	);
	app.post('/v1/coupons', { config: { operation: 'coupons.create' } }, async (request) => {
		const shape = z.strictObject({
			duration: z.enum(['forever', 'once', 'repeating']),
			amount_off: minorUnits.optional(),
			currency: z.string().optional(),
			percent_off: z.coerce.number().gt(0).max(100).optional(),
		});
		const given = checked(shape, formOf(request));
		return account.add('coupons', {
			id: freshId('co').slice(3, 11),
			object: 'coupon',
			amount_off: null,
			created: now(),
			currency: null,
			duration_in_months: null,
			livemode: false,
			max_redemptions: null,
			metadata: {},
			name: null,
			percent_off: null,
			redeem_by: null,
			times_redeemed: 0,
			valid: true,
			...given,
		});
	});
	app.post('/v1/tokens', { config: { operation: 'tokens.create' } }, async () => {
		throw new StripeRefusal(
			402,
			'Sending credit card numbers directly to the Stripe API is generally unsafe.',
		);
	});
	app.post('/v1/sources', { config: { operation: 'sources.create' } }, async (request) => {
		const shape = z.strictObject({
			type: z.string(),
			amount: minorUnits.optional(),
			currency: z.string().optional(),
			statement_descriptor: z.string().optional(),
			metadata,
		});
		const given = checked(shape, formOf(request));
		const id = freshId('src');
		return account.add('sources', {
			id,
			object: 'source',
			allow_redisplay: null,
			amount: null,
			client_secret: `${id}_secret`,
			created: now(),
			currency: null,
			flow: 'receiver',
			livemode: false,
			metadata: {},
			owner: null,
			statement_descriptor: null,
			status: 'pending',
			usage: 'reusable',
			...given,
		});
	});
	app.get<ById>('/v1/sources/:id', { config: { operation: 'sources.get' } }, async (request) =>
		account.find('sources', request.params.id),
	);
	app.post(
		'/v1/billing/meter_events',
		{ config: { operation: 'billing.meter_events.create' } },
		async (request) => {
			const shape = z.strictObject({
				event_name: z.string(),
				payload: z.record(z.string(), z.string()),
				identifier: z.string().optional(),
				timestamp: integer.optional(),
			});
			const given = checked(shape, formOf(request));
			const identifier = given.identifier ?? freshId('mev');
			const event = { created: now(), timestamp: now(), livemode: false, ...given, identifier };
			account.add('meter_events', { id: identifier, object: 'billing.meter_event', ...event });
			return { object: 'billing.meter_event', ...event };
		},
	);
	app.get('/v1/country_specs', { config: { operation: 'country_specs.list' } }, async () =>
		listOf('/v1/country_specs', [
			{
				id: 'US',
				object: 'country_spec',
				default_currency: 'usd',
				supported_bank_account_currencies: { usd: ['US'] },
				supported_payment_currencies: ['usd', 'eur', 'gbp'],
				supported_payment_methods: ['card'],
				supported_transfer_countries: ['US'],
				verification_fields: {
					company: { additional: [], minimum: [] },
					individual: { additional: [], minimum: [] },
				},
			},
		]),
	);
}
