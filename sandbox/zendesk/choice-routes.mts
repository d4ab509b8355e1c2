import type { FastifyInstance } from 'fastify';
import type { SupportDesk } from './desk.mts';
import { type Asked, both, type ById, find, paged } from './requests.mts';
import { GROUPS, TICKET_FIELDS } from './support.mts';

/** What the editor offers to choose from. */
export function choiceRoutes(app: FastifyInstance, desk: SupportDesk) {
	both<Asked>(app, 'GET', '/ticket_fields', 'ticket_fields.list', async (request) =>
		paged('ticket_fields', TICKET_FIELDS, request),
	);
	app.get<ById>(
		'/api/v2/ticket_fields/:id',
		{ config: { operation: 'ticket_fields.get' } },
		async (request) => ({ ticket_field: find(TICKET_FIELDS, request) }),
	);
	both<Asked>(app, 'GET', '/groups', 'groups.list', async (request) =>
		paged('groups', GROUPS, request),
	);
	both<Asked>(app, 'GET', '/tags', 'tags.list', async (request) => {
		const counts = Map.groupBy(
			desk.tickets.flatMap(({ tags }) => tags),
			(tag) => tag,
		);
		const tags = [...counts].map(([name, held]) => ({ name, count: held.length }));
		return paged('tags', tags, request);
	});
	const locales = [{ id: 1, locale: 'en-US', name: 'English' }];
	for (const [name, list] of Object.entries({
		locales,
		user_fields: [],
		organizations: [],
		organization_fields: [],
	})) {
		both<Asked>(app, 'GET', `/${name}`, `${name}.list`, async (request) =>
			paged(name, list, request),
		);
	}
}
