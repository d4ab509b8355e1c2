import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Kind, StripeAccount } from './account.mts';
import { listOf, type StripeObject } from './objects.mts';
import { checked, expand, paging, queryOf, range } from './parameters.mts';
import { missing, StripeRefusal } from './refusal.mts';
import { matcher } from './search.mts';

/** The lists, and the fields that each can be narrowed down by. */
const LISTS = {
	customers: ['email'],
	charges: ['customer', 'payment_intent'],
	payment_intents: ['customer'],
	invoices: ['customer', 'status', 'subscription', 'collection_method'],
	subscriptions: ['customer', 'status', 'collection_method'],
	disputes: ['charge', 'payment_intent'],
	coupons: [],
} satisfies Partial<Record<Kind, string[]>>;
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
	return listOf(url, data, rest.length > limit);
}

/** Subscriptions that have ended are left out of their list unless somebody asks for them. */
function isWanted(object: StripeObject, field: string, wanted: unknown): boolean {
	const isStatusOfSubscription = object.object === 'subscription' && field === 'status';
	if (isStatusOfSubscription && wanted === 'all') return true;
	if (wanted === undefined) return !isStatusOfSubscription || object['status'] !== 'canceled';
	return object[field] === wanted;
}

/** Every list, its single objects, and the searches. */
export function listRoutes(app: FastifyInstance, account: StripeAccount) {
	for (const [name, filters] of Object.entries(LISTS) as Array<[Listed, string[]]>) {
		const url = `/v1/${name}`;
		const fields = Object.fromEntries(filters.map((field) => [field, z.string().optional()]));
		const shape = z.strictObject({ ...paging, ...fields });
		app.get(url, { config: { operation: `${name}.list` } }, async (request) => {
			const asked: Record<string, unknown> & z.infer<z.ZodObject<typeof paging>> = checked(
				shape,
				queryOf(request),
			);
			const held = account.held[name].filter((object) =>
				filters.every((field) => isWanted(object, field, asked[field])),
			);
			return account.expanded(page(url, held, asked), asked.expand);
		});
		app.get<{ Params: { id: string } }>(
			`${url}/:id`,
			{ config: { operation: `${name}.get` } },
			async (request) => {
				const { expand: paths } = checked(z.strictObject({ expand }), queryOf(request));
				return account.expanded(account.find(name, request.params.id), paths);
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
			const found = account.held[name].filter(matches);
			const start = Number(asked.page ?? 0);
			const data = found.slice(start, start + asked.limit);
			const end = start + data.length;
			return account.expanded(
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
