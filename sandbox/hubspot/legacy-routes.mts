import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Journal } from '../requests.mts';
import type { HubSpotAccount } from './account.mts';
import { checked, namesIn } from './crm-routes.mts';
import {
	type Asked,
	byName,
	byProperty,
	companyOf,
	contactOf,
	dealOf,
	ids,
	named,
	type ById,
	page,
} from './legacy-shapes.mts';
import { describedProperty, legacyPipeline, PIPELINES, PROPERTIES } from './portal.mts';
import { type CrmRecord, notFound } from './records.mts';

/**
 * The older API (legacydocs.hubspot.com), which n8n's HubSpot node still uses for everything but its
 * searches. HubSpot publishes no machine-readable description of it.
 */
export function legacyRoutes(
	app: FastifyInstance,
	account: () => HubSpotAccount,
	journal: Journal,
) {
	const companyWith = ({ associations }: CrmRecord) =>
		account().records.companies.find(({ id }) => associations.companies.includes(id));

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
				const record = account().get('contacts', params.id);
				return contactOf(record, companyWith(record));
			},
		);
		app.delete<ById>(
			'/contacts/v1/contact/vid/:id',
			{ config: { operation: 'contacts.delete' } },
			async ({ params }) => {
				account().remove(account().get('contacts', params.id));
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
				const record = account().get('companies', params.id);
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
			companyOf(account().get('companies', params.id)),
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
				...account().linked('contacts', associations.associatedVids),
				...account().linked('companies', associations.associatedCompanyIds),
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
				const record = account().get('deals', params.id);
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
			dealOf(account().get('deals', params.id)),
		);
		app.delete<ById>(
			`${url}/:id`,
			{ config: { operation: 'deals.delete' } },
			async ({ params }, reply) => {
				account().remove(account().get('deals', params.id));
				journal.changed();
				return await reply.code(204).send();
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
	choices();
}
