import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { SupportDesk } from './desk.mts';
import { ticketFields } from './fields.mts';
import { checked, ZendeskRefusal } from './refusal.mts';
import { type Asked, both, type ById, find, paged } from './requests.mts';
import { meets, termsOf, ticketFits, userFits } from './search.mts';

const IDEMPOTENCY_LIFETIME = 2 * 60 * 60 * 1000;

/** Answers to `POST /tickets` by their idempotency key. */
export type Answered = Map<string, { at: number; text: string; answer: object }>;

/** Tickets, their comments, and the search. */
export function ticketRoutes(app: FastifyInstance, desk: SupportDesk, answered: Answered) {
	both(app, 'POST', '/tickets', 'tickets.create', async (request, reply) => {
		const key = request.headers['idempotency-key'];
		const known = typeof key === 'string' ? answered.get(key) : undefined;
		if (known && Date.now() - known.at < IDEMPOTENCY_LIFETIME) {
			if (known.text !== request.text) {
				throw new ZendeskRefusal(400, {
					error: 'IdempotentRequestError',
					description: "Request parameters don't match the given idempotency key",
				});
			}
			return await reply.code(201).header('x-idempotency-lookup', 'hit').send(known.answer);
		}
		const { ticket } = checked(z.object({ ticket: ticketFields }), request.body);
		const answer = desk.answer(desk.create(ticket));
		if (typeof key === 'string') {
			answered.set(key, { at: Date.now(), text: request.text, answer });
			reply.header('x-idempotency-lookup', 'miss');
		}
		return await reply.code(201).send(answer);
	});
	both<Asked>(app, 'GET', '/tickets', 'tickets.list', async (request) => {
		const { external_id } = request.query;
		const held = desk.tickets.filter(
			(ticket) => external_id === undefined || ticket.external_id === external_id,
		);
		const list = held.map((ticket) => desk.shown(ticket));
		return paged('tickets', list, request);
	});
	app.get<ById>(
		'/api/v2/tickets/:id',
		{ config: { operation: 'tickets.get' } },
		async (request) => ({ ticket: desk.shown(find(desk.tickets, request)) }),
	);
	app.put<ById>(
		'/api/v2/tickets/:id',
		{ config: { operation: 'tickets.update' } },
		async (request) => {
			const ticket = find(desk.tickets, request);
			const given = checked(z.object({ ticket: ticketFields }), request.body);
			desk.write(ticket, given.ticket);
			return desk.answer(ticket);
		},
	);
	app.delete<ById>(
		'/api/v2/tickets/:id',
		{ config: { operation: 'tickets.delete' } },
		async (request, reply) => {
			const ticket = find(desk.tickets, request);
			desk.remove(ticket);
			return await reply.code(204).send();
		},
	);
	both<ById & Asked>(app, 'GET', '/tickets/:id/comments', 'tickets.comments', async (request) =>
		paged('comments', find(desk.tickets, request).comments, request as FastifyRequest<Asked>),
	);
	both<Asked>(app, 'GET', '/search', 'search', async (request) => {
		const query = request.query['query']?.trim();
		if (!query) {
			throw new ZendeskRefusal(422, { error: 'invalid', description: 'Invalid search: query' });
		}
		const terms = termsOf(query);
		const wanted = terms.find(({ field }) => field === 'type')?.value;
		const found = [
			...(wanted === 'user' ? [] : desk.tickets)
				.filter((ticket) => meets(terms, (term) => ticketFits(ticket, desk.users, term)))
				.map((ticket) => ({ ...desk.shown(ticket), result_type: 'ticket' })),
			...(wanted === 'user' || wanted === undefined ? desk.users : [])
				.filter((user) => meets(terms, (term) => userFits(user, term)))
				.map((user) => ({ ...user, result_type: 'user' })),
		];
		const { sort_by = 'created_at', sort_order = 'desc' } = request.query;
		const field = sort_by === 'relevance' ? 'created_at' : sort_by;
		const value = (entry: object) => String((entry as Record<string, unknown>)[field] ?? '');
		found.sort((a, b) => value(a).localeCompare(value(b)) * (sort_order === 'asc' ? 1 : -1));
		return { ...paged('results', found, request), facets: null };
	});
}
