import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Journal } from '../requests.mts';
import type { Engagement, HubSpotAccount } from './account.mts';
import { ASSOCIATIONS, checked, idsOf, namesIn } from './crm-routes.mts';
import {
	type Asked,
	byName,
	type ById,
	engagementOf,
	ids,
	named,
	page,
	ticketOf,
} from './legacy-shapes.mts';
import { type ObjectType, OWNERS } from './portal.mts';
import { invalid, notFound } from './records.mts';

const engagementSchema = z.object({
	engagement: z.object({
		type: z.enum(['NOTE', 'TASK', 'CALL', 'EMAIL', 'MEETING']),
		ownerId: z.number().int().nullish(),
		timestamp: z.number().optional(),
	}),
	metadata: z.record(z.string(), z.unknown()),
	associations: z
		.object({
			contactIds: ids,
			companyIds: ids,
			dealIds: ids,
			ticketIds: ids,
			ownerIds: ids,
		})
		.prefault({}),
});

/** What the older API keeps of the work that follows: tickets, tasks, calls, notes. */
export function legacyFollowUpRoutes(
	app: FastifyInstance,
	account: () => HubSpotAccount,
	journal: Journal,
) {
	function tickets() {
		const url = '/crm-objects/v1/objects/tickets';
		app.post(url, { config: { operation: 'tickets.create' } }, async ({ body }) => {
			const record = account().add('tickets', named(checked(byName, body)));
			journal.changed();
			return ticketOf(record);
		});
		app.put<ById>(
			`${url}/:id`,
			{ config: { operation: 'tickets.update' } },
			async ({ params, body }) => {
				const record = account().get('tickets', params.id);
				account().change(record, named(checked(byName, body)));
				journal.changed();
				return ticketOf(record);
			},
		);
		app.get<Asked>(`${url}/paged`, { config: { operation: 'tickets.list' } }, async ({ query }) => {
			const { held, next, more } = page(account().records.tickets, query);
			const names = namesIn(query['properties']);
			return {
				objects: held.map((record) => ticketOf(record, names)),
				hasMore: more,
				offset: next,
			};
		});
		app.get<ById & Asked>(
			`${url}/:id`,
			{ config: { operation: 'tickets.get' } },
			async ({ params, query }) => {
				const names = namesIn(query['properties']);
				return ticketOf(
					account().get('tickets', params.id),
					names.length > 0 ? names : ['subject'],
				);
			},
		);
		app.delete<ById>(
			`${url}/:id`,
			{ config: { operation: 'tickets.delete' } },
			async ({ params }, reply) => {
				account().remove(account().get('tickets', params.id));
				journal.changed();
				return await reply.code(204).send();
			},
		);
		app.put(
			'/crm-associations/v1/associations/create-batch',
			{ config: { operation: 'associations.create' } },
			async ({ body }, reply) => {
				const shape = z.object({
					fromObjectId: z.coerce.number(),
					toObjectId: z.coerce.number(),
					category: z.literal('HUBSPOT_DEFINED'),
					definitionId: z.number(),
				});
				for (const { fromObjectId, toObjectId, definitionId } of checked(z.array(shape), body)) {
					const pair = ASSOCIATIONS[definitionId];
					if (!pair) throw invalid(`Unknown association definition ${definitionId}`);
					const [one] = account().linked(pair[0] as ObjectType, [fromObjectId]);
					const [other] = account().linked(pair[1], [toObjectId]);
					if (one && other) account().associate(one, other);
				}
				journal.changed();
				return await reply.code(204).send();
			},
		);
	}

	function engagements() {
		const url = '/engagements/v1/engagements';
		app.post(url, { config: { operation: 'engagements.create' } }, async ({ body }) => {
			const { engagement, metadata, associations } = checked(engagementSchema, body);
			const { ownerId } = engagement;
			if (ownerId && !OWNERS.some(({ id }) => Number(id) === ownerId)) {
				throw invalid(`Owner ${ownerId} does not exist`);
			}
			const others = [
				...account().linked('contacts', associations.contactIds),
				...account().linked('companies', associations.companyIds),
				...account().linked('deals', associations.dealIds),
				...account().linked('tickets', associations.ticketIds),
			];
			const now = Date.now();
			const made: Engagement = {
				id: account().nextId(),
				type: engagement.type,
				ownerId: ownerId ?? null,
				timestamp: engagement.timestamp ?? now,
				createdAt: now,
				metadata,
				associations: { ...idsOf(others), ownerIds: associations.ownerIds },
			};
			account().engagements.push(made);
			journal.changed();
			return engagementOf(made);
		});
		app.get<Asked>(
			`${url}/paged`,
			{ config: { operation: 'engagements.list' } },
			async ({ query }) => {
				const { held, next, more } = page(account().engagements, query);
				return { results: held.map(engagementOf), hasMore: more, offset: next };
			},
		);
		app.get<ById>(
			`${url}/:id`,
			{ config: { operation: 'engagements.get' } },
			async ({ params }) => {
				const found = account().engagements.find(({ id }) => id === Number(params.id));
				if (!found) throw notFound();
				return engagementOf(found);
			},
		);
	}

	tickets();
	engagements();
}
