import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Journal } from '../requests.mts';
import type { Engagement, HubSpotAccount } from './account.mts';
import { ASSOCIATIONS, checked, idsOf, namesIn, notFound } from './crm-routes.mts';
import {
	describedProperty,
	legacyPipeline,
	type ObjectType,
	OWNERS,
	PIPELINES,
	PORTAL_ID,
	PROPERTIES,
} from './portal.mts';
import { type CrmRecord, invalid, legacyProperties } from './records.mts';

type Names = Record<string, string | string[] | undefined>;
type Asked = { Querystring: Names };
type ById = { Params: { id: string } };

const value = z.unknown();
const byProperty = z.object({ properties: z.array(z.object({ property: z.string(), value })) });
const byName = z.array(z.object({ name: z.string(), value }));
const ids = z.array(z.coerce.number().int()).default([]);
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

const named = (list: z.infer<typeof byName>) =>
	Object.fromEntries(list.map((entry) => [entry.name, entry.value]));

/** A page of a list by `offset`, and where the next one starts. */
function page<Held>(all: Held[], query: Names, offsetName = 'offset', limitName = 'limit') {
	const offset = Number(query[offsetName] ?? 0);
	const limit = Number(query[limitName] ?? query['count'] ?? 100);
	const end = offset + limit;
	return { held: all.slice(offset, end), next: Math.min(end, all.length), more: end < all.length };
}

function contactOf(record: CrmRecord, company: CrmRecord | undefined, wanted?: string[]) {
	const { id } = record;
	return {
		vid: id,
		'canonical-vid': id,
		'merged-vids': [],
		'portal-id': PORTAL_ID,
		'is-contact': true,
		'profile-url': `https://app.hubspot.com/contacts/${PORTAL_ID}/contact/${id}`,
		properties: legacyProperties(record, wanted),
		'form-submissions': [],
		'list-memberships': [],
		'identity-profiles': [
			{ vid: id, identities: [{ type: 'EMAIL', value: record.properties['email'] }] },
		],
		...(company && {
			'associated-company': {
				'company-id': company.id,
				'portal-id': PORTAL_ID,
				properties: legacyProperties(company),
			},
		}),
	};
}

const companyOf = (record: CrmRecord, wanted?: string[]) => ({
	portalId: PORTAL_ID,
	companyId: record.id,
	isDeleted: false,
	properties: legacyProperties(record, wanted),
	additionalDomains: [],
});

const dealOf = (record: CrmRecord, wanted?: string[]) => ({
	portalId: PORTAL_ID,
	dealId: record.id,
	isDeleted: false,
	associations: {
		associatedVids: record.associations.contacts,
		associatedCompanyIds: record.associations.companies,
		associatedDealIds: [],
	},
	properties: legacyProperties(record, wanted),
});

const ticketOf = (record: CrmRecord, wanted?: string[]) => ({
	objectType: 'TICKET',
	portalId: PORTAL_ID,
	objectId: record.id,
	version: 1,
	isDeleted: false,
	properties: legacyProperties(record, wanted),
});

const engagementOf = ({ associations, metadata, ...engagement }: Engagement) => ({
	engagement: {
		...engagement,
		portalId: PORTAL_ID,
		active: true,
		lastUpdated: engagement.createdAt,
	},
	associations: { ...associations, workflowIds: [], quoteIds: [] },
	attachments: [],
	metadata,
});

/**
 * The older API (legacydocs.hubspot.com), which n8n's HubSpot node still uses for everything but its
 * searches. HubSpot publishes no machine-readable description of it.
 */
export function legacyRoutes(
	app: FastifyInstance,
	account: () => HubSpotAccount,
	journal: Journal,
) {
	function known(type: ObjectType, id: string): CrmRecord {
		const found = account().find(type, Number(id));
		if (!found) throw notFound();
		return found;
	}

	const companyWith = ({ associations }: CrmRecord) =>
		account().records.companies.find(({ id }) => associations.companies.includes(id));

	/** Whether HubSpot looks the records up is not documented: here, one that is not there is refused. */
	function linked(type: ObjectType, wanted: number[]): CrmRecord[] {
		return wanted.map((id) => {
			const found = account().find(type, id);
			if (!found) throw invalid(`Invalid object id: ${id} of ${type}`);
			return found;
		});
	}

	function contacts() {
		app.post<{ Params: { email: string } }>(
			'/contacts/v1/contact/createOrUpdate/email/:email',
			{ config: { operation: 'contacts.upsert' } },
			async ({ params, body }) => {
				const { properties } = checked(byProperty, body);
				const email = params.email.toLowerCase();
				const given = Object.fromEntries(properties.map((held) => [held.property, held.value]));
				const same = account().records.contacts.find((held) => held.properties['email'] === email);
				if (same) account().change(same, given);
				const { id } = same ?? account().add('contacts', { email, ...given });
				journal.changed();
				return { vid: id, isNew: same === undefined };
			},
		);
		app.get<ById>(
			'/contacts/v1/contact/vid/:id/profile',
			{ config: { operation: 'contacts.get' } },
			async ({ params }) => {
				const record = known('contacts', params.id);
				return contactOf(record, companyWith(record));
			},
		);
		app.delete<ById>(
			'/contacts/v1/contact/vid/:id',
			{ config: { operation: 'contacts.delete' } },
			async ({ params }) => {
				account().remove(known('contacts', params.id));
				journal.changed();
				return { vid: Number(params.id), deleted: true, reason: 'OK' };
			},
		);
		const lists = {
			'/contacts/v1/lists/all/contacts/all': 'contacts.list',
			'/contacts/v1/lists/recently_updated/contacts/recent': 'contacts.recent',
		};
		for (const [url, operation] of Object.entries(lists)) {
			app.get<Asked>(url, { config: { operation } }, async ({ query }) => {
				const all = [...account().records.contacts];
				if (operation === 'contacts.recent') all.reverse();
				const { held, next, more } = page(all, query, 'vidOffset', 'count');
				const wanted = ['firstname', 'lastname', 'company', 'lastmodifieddate'];
				const names = query['property'] ? namesIn(query['property']) : wanted;
				return {
					contacts: held.map((record) => contactOf(record, undefined, names)),
					'has-more': more,
					'vid-offset': next,
				};
			});
		}
	}

	function companies() {
		const url = '/companies/v2/companies';
		const fields = z.object({ properties: byName });
		app.post(url, { config: { operation: 'companies.create' } }, async ({ body }) => {
			const record = account().add('companies', named(checked(fields, body).properties));
			journal.changed();
			return companyOf(record);
		});
		app.put<ById>(
			`${url}/:id`,
			{ config: { operation: 'companies.update' } },
			async ({ params, body }) => {
				const record = known('companies', params.id);
				account().change(record, named(checked(fields, body).properties));
				journal.changed();
				return companyOf(record);
			},
		);
		app.get<Asked>(
			`${url}/paged`,
			{ config: { operation: 'companies.list' } },
			async ({ query }) => {
				const { held, next, more } = page(account().records.companies, query);
				const names = namesIn(query['properties']);
				const list = held.map((record) => companyOf(record, names));
				return { companies: list, 'has-more': more, offset: next };
			},
		);
		app.get<Asked>(
			`${url}/recent/modified`,
			{ config: { operation: 'companies.recent' } },
			async ({ query }) => {
				const all = [...account().records.companies].reverse();
				const { held, next, more } = page(all, query);
				const results = held.map((record) => companyOf(record));
				return { results, hasMore: more, offset: next, total: all.length };
			},
		);
		app.get<ById>(`${url}/:id`, { config: { operation: 'companies.get' } }, async ({ params }) =>
			companyOf(known('companies', params.id)),
		);
		app.post<{ Params: { domain: string } }>(
			'/companies/v2/domains/:domain/companies',
			{ config: { operation: 'companies.search' } },
			async ({ params, body }) => {
				const { limit } = checked(z.object({ limit: z.number().default(100) }), body);
				const found = account().records.companies.filter(
					({ properties }) => properties['domain'] === params.domain.toLowerCase(),
				);
				const results = found.slice(0, limit).map((record) => companyOf(record));
				const offset = { companyId: results.at(-1)?.companyId ?? 0, isPrimary: true };
				return { results, hasMore: false, offset };
			},
		);
	}

	function deals() {
		const url = '/deals/v1/deal';
		const fields = z.object({
			properties: byName,
			associations: z
				.object({
					associatedVids: z.union([ids, z.coerce.number().transform((id) => [id])]).default([]),
					associatedCompanyIds: z
						.union([ids, z.coerce.number().transform((id) => [id])])
						.default([]),
				})
				.prefault({}),
		});
		app.post(url, { config: { operation: 'deals.create' } }, async ({ body }) => {
			const { properties, associations } = checked(fields, body);
			const others = [
				...linked('contacts', associations.associatedVids),
				...linked('companies', associations.associatedCompanyIds),
			];
			const record = account().add('deals', named(properties));
			for (const other of others) account().associate(record, other);
			journal.changed();
			return dealOf(record);
		});
		app.put<ById>(
			`${url}/:id`,
			{ config: { operation: 'deals.update' } },
			async ({ params, body }) => {
				const record = known('deals', params.id);
				account().change(record, named(checked(fields, body).properties));
				journal.changed();
				return dealOf(record);
			},
		);
		app.get<Asked>(`${url}/paged`, { config: { operation: 'deals.list' } }, async ({ query }) => {
			const { held, next, more } = page(account().records.deals, query);
			const names = namesIn(query['properties']);
			return { deals: held.map((record) => dealOf(record, names)), hasMore: more, offset: next };
		});
		app.get<Asked>(
			`${url}/recent/created`,
			{ config: { operation: 'deals.recent' } },
			async ({ query }) => {
				const all = [...account().records.deals].reverse();
				const { held, next, more } = page(all, query);
				const results = held.map((record) => dealOf(record));
				return { results, hasMore: more, offset: next, total: all.length };
			},
		);
		app.get<ById>(`${url}/:id`, { config: { operation: 'deals.get' } }, async ({ params }) =>
			dealOf(known('deals', params.id)),
		);
		app.delete<ById>(
			`${url}/:id`,
			{ config: { operation: 'deals.delete' } },
			async ({ params }, reply) => {
				account().remove(known('deals', params.id));
				journal.changed();
				return await reply.code(204).send();
			},
		);
	}

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
				const record = known('tickets', params.id);
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
				return ticketOf(known('tickets', params.id), names.length > 0 ? names : ['subject']);
			},
		);
		app.delete<ById>(
			`${url}/:id`,
			{ config: { operation: 'tickets.delete' } },
			async ({ params }, reply) => {
				account().remove(known('tickets', params.id));
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
					const [one] = linked(pair[0] as ObjectType, [fromObjectId]);
					const [other] = linked(pair[1], [toObjectId]);
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
				...linked('contacts', associations.contactIds),
				...linked('companies', associations.companyIds),
				...linked('deals', associations.dealIds),
				...linked('tickets', associations.ticketIds),
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

	/** What the editor offers to choose from. */
	function choices() {
		for (const [type, pipeline] of Object.entries(PIPELINES)) {
			app.get(
				`/crm-pipelines/v1/pipelines/${type}`,
				{ config: { operation: 'pipelines.list' } },
				async () => ({ results: [legacyPipeline(pipeline)] }),
			);
		}
		app.get<{ Params: { name: string } }>(
			'/properties/v1/deals/properties/named/:name',
			{ config: { operation: 'properties.get' } },
			async ({ params }) => {
				const found = PROPERTIES.deals.find(({ name }) => name === params.name);
				if (!found) throw notFound();
				return describedProperty(found);
			},
		);
	}

	contacts();
	companies();
	deals();
	tickets();
	engagements();
	choices();
}
