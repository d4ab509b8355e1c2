import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { SupportDesk } from './desk.mts';
import { userFields } from './fields.mts';
import { checked } from './refusal.mts';
import { type Asked, both, type ById, find, paged } from './requests.mts';
import { meets, termsOf, userFits } from './search.mts';

/** Users, who are customers or agents. */
export function userRoutes(app: FastifyInstance, desk: SupportDesk) {
	both<Asked>(app, 'GET', '/users', 'users.list', async (request) => {
		const { role } = request.query;
		return paged(
			'users',
			desk.users.filter((user) => role === undefined || user.role === role),
			request,
		);
	});
	both<Asked>(app, 'GET', '/users/search', 'users.search', async (request) => {
		const { query, external_id } = request.query;
		const terms = termsOf(query ?? '');
		const found = desk.users.filter((user) =>
			external_id === undefined
				? query !== undefined && meets(terms, (term) => userFits(user, term))
				: user.external_id === external_id,
		);
		return paged('users', found, request);
	});
	both(app, 'GET', '/users/me', 'users.me', async () => ({ user: desk.agent }));
	both(app, 'POST', '/users', 'users.create', async (request, reply) => {
		const { user } = checked(z.object({ user: userFields }), request.body);
		return await reply.code(201).send({ user: desk.addUser(user) });
	});
	app.get<ById>('/api/v2/users/:id', { config: { operation: 'users.get' } }, async (request) => ({
		user: find(desk.users, request),
	}));
	app.put<ById>('/api/v2/users/:id', { config: { operation: 'users.update' } }, async (request) => {
		const user = find(desk.users, request);
		const given = checked(z.object({ user: userFields.partial() }), request.body);
		desk.changeUser(user, given.user);
		return { user };
	});
}
