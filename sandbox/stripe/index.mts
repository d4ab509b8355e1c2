import { STATUS_CODES } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Journal } from '../requests.mts';
import type { StandIn } from '../stand-in.mts';
import { openingAccount, type StripeAccount } from './account.mts';
import { nested } from './form.mts';
import {
	cardOf,
	chargeOf,
	customerOf,
	freshId,
	listOf,
	now,
	type StripeObject,
} from './objects.mts';
import { matcher } from './search.mts';

const SECRET_KEY = 'sk_test_sandbox';

/** What Stripe answers when it refuses; thrown by a route. */
class StripeRefusal extends Error {
	status: number;
	error: Record<string, string>;

	constructor(status: number, message: string, error: Record<string, string> = {}) {
		super(message);
		this.status = status;
		this.error = { type: 'invalid_request_error', ...error };
	}
}

const missing = (what: string, id: string) =>
	new StripeRefusal(404, `No such ${what}: '${id}'`, { code: 'resource_missing', param: 'id' });

/** Parameters as a route's shape has them; others are refused by name, as Stripe refuses them. */
function checked<Shape extends z.ZodType>(shape: Shape, value: unknown): z.output<Shape> {
	const result = shape.safeParse(value);
	if (result.success) return result.data;
	const issue = result.error.issues[0];
	if (issue?.code === 'unrecognized_keys') {
		const param = issue.keys[0] ?? '';
		throw new StripeRefusal(400, `Received unknown parameter: ${param}`, {
			code: 'parameter_unknown',
			param,
		});
	}
	const [first = '', ...rest] = (issue?.path ?? []).map(String);
	const param = first + rest.map((part) => `[${part}]`).join('');
	const absent = issue?.code === 'invalid_type' && /received undefined/.test(issue.message);
	throw absent
		? new StripeRefusal(400, `Missing required param: ${param}.`, {
				code: 'parameter_missing',
				param,
			})
		: new StripeRefusal(400, `Invalid ${param}: ${issue?.message ?? ''}`, { param });
}

const integer = z.coerce.number().int();
const minorUnits = integer.min(1).max(99_999_999);
const metadata = z.record(z.string(), z.string().max(500)).optional();
const expand = z.array(z.string()).default([]);
const address = z
	.record(
		z.string(),
		z.string().transform((line) => line || null),
	)
	.optional();
const shipping = z.object({ name: z.string(), phone: z.string().optional(), address }).optional();
const range = z.union([
	integer,
	z.strictObject({ gt: integer, gte: integer, lt: integer, lte: integer }).partial(),
]);
const paging = {
	limit: integer.min(1).max(100).default(10),
	starting_after: z.string().optional(),
	ending_before: z.string().optional(),
	created: range.optional(),
	expand,
};

const customerFields = z.strictObject({
	name: z.string().optional(),
	email: z.string().optional(),
	phone: z.string().optional(),
	description: z.string().optional(),
	metadata,
	address,
	shipping,
	expand,
});
const chargeFields = z.strictObject({
	description: z.string().optional(),
	receipt_email: z.string().optional(),
	metadata,
	shipping,
	expand,
});

/** The lists, and the fields that each can be narrowed down by. */
const LISTS = {
	customers: ['email'],
	charges: ['customer', 'payment_intent'],
	payment_intents: ['customer'],
	invoices: ['customer', 'status', 'subscription', 'collection_method'],
	subscriptions: ['customer', 'status', 'collection_method'],
	disputes: ['charge', 'payment_intent'],
	coupons: [],
} satisfies Partial<Record<keyof StripeAccount, string[]>>;
type Listed = keyof typeof LISTS;

/** Lists that Stripe also searches by a query. */
const SEARCHED: Listed[] = ['customers', 'charges', 'payment_intents', 'invoices', 'subscriptions'];

function isWithin(created: number, wanted: z.infer<typeof range>): boolean {
	if (typeof wanted === 'number') return created === wanted;
	const { gt, gte, lt, lte } = wanted;
	return (
		(gt === undefined || created > gt) &&
		(gte === undefined || created >= gte) &&
		(lt === undefined || created < lt) &&
		(lte === undefined || created <= lte)
	);
}

/**
 * Stripe's API v1 as far as n8n's Stripe node 1 and templates with its HTTP Request node use it, after
 * Stripe's API description and error reference (github.com/stripe/openapi, docs.stripe.com/api/errors).
 * Fees, refunds and webhooks are not kept, and no card number is ever taken.
 */
export function createStripe(journal: Journal): StandIn {
	let account = openingAccount();

	function find(list: keyof StripeAccount, id: string, what = list.replace(/s$/, '')) {
		const found = account[list].find((object) => object.id === id);
		if (!found) throw missing(what, id);
		return found;
	}

	function add<Held extends StripeObject>(list: keyof StripeAccount, object: Held): Held {
		account[list].push(object);
		journal.changed();
		return object;
	}

	/** `object` with the objects in place of the IDs that `paths` lead to, such as `latest_invoice`. */
	function expanded(object: unknown, paths: string[]): unknown {
		return paths.reduce((held, path) => expandedAt(held, path.split('.')), object);
	}

	function expandedAt(object: unknown, path: string[]): unknown {
		const [field, ...rest] = path;
		if (field === undefined) {
			if (typeof object !== 'string') return object;
			return Object.values(account)
				.flat()
				.find(({ id }: StripeObject) => id === object);
		}
		if (Array.isArray(object)) return object.map((entry) => expandedAt(entry, path));
		if (object === null || typeof object !== 'object' || !(field in object)) {
			throw new StripeRefusal(400, `This property cannot be expanded (${field}).`);
		}
		const inner = (object as Record<string, unknown>)[field];
		const reached = typeof inner === 'string' && rest.length > 0 ? expandedAt(inner, []) : inner;
		return { ...object, [field]: reached === null ? null : expandedAt(reached, rest) };
	}

	/** Newest first; the page is cut by the ID that it starts after or ends before. */
	function page(url: string, objects: StripeObject[], asked: z.infer<z.ZodObject<typeof paging>>) {
		const { limit, starting_after, ending_before, created } = asked;
		const sorted = objects
			.filter((object) => created === undefined || isWithin(Number(object['created']), created))
			.sort((a, b) => Number(b['created']) - Number(a['created']));
		const cut = (id: string) => {
			const index = sorted.findIndex((object) => object.id === id);
			if (index < 0) throw missing('object', id);
			return index;
		};
		const rest = sorted.slice(
			starting_after === undefined ? 0 : cut(starting_after) + 1,
			ending_before === undefined ? undefined : cut(ending_before),
		);
		const data = ending_before === undefined ? rest.slice(0, limit) : rest.slice(-limit);
		return expanded(listOf(url, data, rest.length > limit), asked.expand);
	}

	const queryOf = (request: FastifyRequest) =>
		nested(new URL(request.url, 'https://api.stripe.com').searchParams);
	const formOf = (request: FastifyRequest) => nested(new URLSearchParams(request.text));

	/** Keys that come empty are taken away, as Stripe does; `metadata` is merged key by key. */
	function change(object: StripeObject, given: Record<string, unknown>) {
		for (const [field, value] of Object.entries(given)) {
			if (field === 'expand' || value === undefined) continue;
			object[field] = value === '' ? null : value;
			if (field !== 'metadata') continue;
			const merged = { ...(object['metadata'] as object), ...(value as object) };
			object['metadata'] = Object.fromEntries(
				Object.entries(merged).filter(([, held]) => held !== ''),
			);
		}
		journal.changed();
		return object;
	}

	function lists(app: FastifyInstance) {
		for (const [name, filters] of Object.entries(LISTS) as Array<[Listed, string[]]>) {
			const url = `/v1/${name}`;
			const fields = Object.fromEntries(filters.map((field) => [field, z.string().optional()]));
			const shape = z.strictObject({ ...paging, ...fields });
			app.get(url, { config: { operation: `${name}.list` } }, async (request) => {
				const asked: Record<string, unknown> & z.infer<z.ZodObject<typeof paging>> = checked(
					shape,
					queryOf(request),
				);
				const held = account[name].filter((object) =>
					filters.every((field) => isWanted(object, field, asked[field])),
				);
				return page(url, held, asked);
			});
			app.get<{ Params: { id: string } }>(
				`${url}/:id`,
				{ config: { operation: `${name}.get` } },
				async (request) => {
					const { expand: paths } = checked(z.strictObject({ expand }), queryOf(request));
					return expanded(find(name, request.params.id), paths);
				},
			);
		}
		for (const name of SEARCHED) {
			const url = `/v1/${name}/search`;
			const shape = z.strictObject({
				query: z.string(),
				limit: paging.limit,
				page: z.string().optional(),
				expand,
			});
			app.get(url, { config: { operation: `${name}.search` } }, async (request) => {
				const asked = checked(shape, queryOf(request));
				const matches = matcher(asked.query);
				if (!matches) {
					throw new StripeRefusal(400, 'We were unable to parse your search query.', {
						param: 'query',
					});
				}
				const found = account[name].filter(matches);
				const start = Number(asked.page ?? 0);
				const data = found.slice(start, start + asked.limit);
				const end = start + data.length;
				return expanded(
					{
						object: 'search_result',
						data,
						has_more: end < found.length,
						next_page: end < found.length ? String(end) : null,
						url,
					},
					asked.expand,
				);
			});
		}
	}

	/** Subscriptions that have ended are left out of their list unless somebody asks for them. */
	function isWanted(object: StripeObject, field: string, wanted: unknown): boolean {
		const isStatusOfSubscription = object.object === 'subscription' && field === 'status';
		if (isStatusOfSubscription && wanted === 'all') return true;
		if (wanted === undefined) return !isStatusOfSubscription || object['status'] !== 'canceled';
		return object[field] === wanted;
	}

	type ById = { Params: { id: string } };
	type BySource = { Params: { id: string; source: string } };

	function customers(app: FastifyInstance) {
		app.post('/v1/customers', { config: { operation: 'customers.create' } }, async (request) => {
			const { expand: paths, ...given } = checked(customerFields, formOf(request));
			return expanded(add('customers', customerOf(given)), paths);
		});
		app.post<ById>(
			'/v1/customers/:id',
			{ config: { operation: 'customers.update' } },
			async (request) =>
				change(find('customers', request.params.id), checked(customerFields, formOf(request))),
		);
		app.delete<ById>(
			'/v1/customers/:id',
			{ config: { operation: 'customers.delete' } },
			async (request) => {
				const { id } = find('customers', request.params.id);
				account.customers = account.customers.filter((customer) => customer.id !== id);
				journal.changed();
				return { id, object: 'customer', deleted: true };
			},
		);
		app.post<ById>(
			'/v1/customers/:id/sources',
			{ config: { operation: 'customers.sources.create' } },
			async (request) => {
				const customer = find('customers', request.params.id);
				const { source } = checked(z.strictObject({ source: z.string(), expand }), formOf(request));
				const held = account.sources.find(({ id }) => id === source);
				if (!held && !source.startsWith('tok_')) throw missing('token', source);
				const attached = held ?? add('sources', cardOf({}));
				attached['customer'] = customer.id;
				customer['default_source'] ??= attached.id;
				journal.changed();
				return attached;
			},
		);
		const sourceOf = ({ id, source }: BySource['Params']) => {
			const found = account.sources.find(
				(held) => held.id === source && held['customer'] === find('customers', id).id,
			);
			if (!found) throw missing('source', source);
			return found;
		};
		app.get<BySource>(
			'/v1/customers/:id/sources/:source',
			{ config: { operation: 'customers.sources.get' } },
			async (request) => sourceOf(request.params),
		);
		app.delete<BySource>(
			'/v1/customers/:id/sources/:source',
			{ config: { operation: 'customers.sources.delete' } },
			async (request) => {
				const source = sourceOf(request.params);
				account.sources = account.sources.filter((held) => held !== source);
				journal.changed();
				return source.object === 'card'
					? { id: source.id, object: 'card', deleted: true }
					: { ...source, customer: null, status: 'consumed' };
			},
		);
	}

	function money(app: FastifyInstance) {
		app.get('/v1/balance', { config: { operation: 'balance.get' } }, async () => {
			const paid = account.charges.filter(({ paid }) => paid === true);
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
			if (source && !source.startsWith('tok_')) find('sources', source);
			if (given.customer) find('customers', given.customer);
			else if (!source) {
				throw new StripeRefusal(400, 'Must provide source or customer.', {
					code: 'parameter_missing',
				});
			}
			return expanded(add('charges', chargeOf(given)), paths);
		});
		app.post<ById>(
			'/v1/charges/:id',
			{ config: { operation: 'charges.update' } },
			async (request) =>
				change(find('charges', request.params.id), checked(chargeFields, formOf(request))),
		);
		app.post('/v1/coupons', { config: { operation: 'coupons.create' } }, async (request) => {
			const shape = z.strictObject({
				duration: z.enum(['forever', 'once', 'repeating']),
				amount_off: minorUnits.optional(),
				currency: z.string().optional(),
				percent_off: z.coerce.number().gt(0).max(100).optional(),
			});
			const given = checked(shape, formOf(request));
			return add('coupons', {
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
			return add('sources', {
				id,
				object: 'source',
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
			find('sources', request.params.id),
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
				add('meter_events', { id: identifier, object: 'billing.meter_event', ...event });
				return { object: 'billing.meter_event', ...event };
			},
		);
		app.get('/v1/country_specs', { config: { operation: 'country_specs.list' } }, async () =>
			listOf('/v1/country_specs', [
				{
					id: 'US',
					object: 'country_spec',
					default_currency: 'usd',
					supported_payment_currencies: ['usd', 'eur', 'gbp'],
				},
			]),
		);
	}

	function routes(app: FastifyInstance) {
		app.addHook('preHandler', async (request, reply) => {
			reply.header('request-id', freshId('req'));
			const { authorization } = request.headers;
			// As a bearer token, or as the name of basic authentication.
			const basic = `Basic ${Buffer.from(`${SECRET_KEY}:`).toString('base64')}`;
			if (authorization === `Bearer ${SECRET_KEY}` || authorization === basic) return;
			throw new StripeRefusal(
				401,
				authorization ? 'Invalid API Key provided.' : 'You did not provide an API key.',
			);
		});
		app.setErrorHandler(async (error, _request, reply) => {
			const refusal = error instanceof StripeRefusal ? error : undefined;
			return await reply.code(refusal?.status ?? 500).send({
				error: { message: String((error as Error).message), type: 'api_error', ...refusal?.error },
			});
		});
		app.setNotFoundHandler(async (request, reply) =>
			reply.code(404).send({
				error: {
					message: `Unrecognized request URL (${request.method}: ${request.url.replace('/stripe', '')}).`,
					type: 'invalid_request_error',
				},
			}),
		);
		lists(app);
		customers(app);
		money(app);
	}

	function failure(status: number) {
		const message = STATUS_CODES[status] ?? 'Error';
		if (status === 429) {
			const said = 'Request rate limit exceeded.';
			return { error: { message: said, code: 'rate_limit', type: 'invalid_request_error' } };
		}
		return { error: { message, type: status < 500 ? 'invalid_request_error' : 'api_error' } };
	}

	return {
		service: 'stripe',
		hosts: { 'api.stripe.com': '/stripe' },
		routes,
		failure,
		holds: () => ({ ...account }),
		reset: () => {
			account = openingAccount();
		},
		credentials: () => [
			{ type: 'stripeApi', name: 'Stripe (sandbox)', data: { secretKey: SECRET_KEY } },
		],
	};
}
