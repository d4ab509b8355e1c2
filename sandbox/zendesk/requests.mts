import type { IncomingMessage, ServerResponse } from 'node:http';
import type {
	FastifyInstance,
	FastifyRequest,
	RawServerDefault,
	RouteHandlerMethod,
} from 'fastify';
import { z } from 'zod';
import { checked, notFound } from './refusal.mts';
import { API } from './support.mts';

export type ById = { Params: { id: string } };
export type Asked = { Querystring: Record<string, string | undefined> };

/** The one whose ID stands in the path, with or without `.json` behind it. */
export function find<Held extends { id: number }>(
	held: Held[],
	request: FastifyRequest<ById>,
): Held {
	const id = Number(/^(\d+)(?:\.json)?$/.exec(request.params.id)?.[1]);
	const found = held.find((entry) => entry.id === id);
	if (!found) throw notFound();
	return found;
}

/** One page of the list, as pagination by offset cuts it: 100 at most, with the next page's address. */
export function paged(name: string, all: object[], request: FastifyRequest<Asked>) {
	const asked = z.object({
		page: z.coerce.number().int().min(1).default(1),
		per_page: z.coerce.number().int().min(1).max(100).catch(100),
	});
	const { page, per_page } = checked(asked, request.query);
	const path = new URL(request.url.replace('/zendesk', ''), API);
	const at = (number: number) => {
		path.searchParams.set('page', String(number));
		return path.href;
	};
	return {
		[name]: all.slice((page - 1) * per_page, page * per_page),
		next_page: page * per_page < all.length ? at(page + 1) : null,
		previous_page: page > 1 ? at(page - 1) : null,
		count: all.length,
	};
}

/** Mounts a route with and without `.json` at its end: Zendesk takes either. */
export function both<Asked extends object>(
	app: FastifyInstance,
	method: 'GET' | 'POST',
	path: string,
	operation: string,
	handler: RouteHandlerMethod<RawServerDefault, IncomingMessage, ServerResponse, Asked>,
) {
	for (const url of [`/api/v2${path}`, `/api/v2${path}.json`]) {
		app.route<Asked>({ method, url, config: { operation }, handler });
	}
}
