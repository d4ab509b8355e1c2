import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Journal } from '../requests.mts';
import type { Engagement, HubSpotAccount } from './account.mts';
import {
	describedPipeline,
	describedProperty,
	type ObjectType,
	OWNERS,
	PIPELINES,
	PORTAL_ID,
	PROPERTIES,
	TYPE_IDS,
} from './portal.mts';
import {
	type CrmRecord,
	HubSpotRefusal,
	invalid,
	notFound,
	searched,
	searchSchema,
	shown,
} from './records.mts';

export const OBJECT_TYPES = Object.keys(TYPE_IDS) as ObjectType[];

/** HubSpot's numbers for the associations that it defines itself, by the types from and to. */
export const ASSOCIATIONS: Record<number, [from: string, to: ObjectType]> = {
	1: ['contacts', 'companies'],
	2: ['companies', 'contacts'],
	3: ['deals', 'contacts'],
	4: ['contacts', 'deals'],
	5: ['deals', 'companies'],
	6: ['companies', 'deals'],
	15: ['contacts', 'tickets'],
	16: ['tickets', 'contacts'],
	25: ['companies', 'tickets'],
	26: ['tickets', 'companies'],
	190: ['notes', 'companies'],
	192: ['tasks', 'companies'],
	202: ['notes', 'contacts'],
	204: ['tasks', 'contacts'],
	214: ['notes', 'deals'],
	216: ['tasks', 'deals'],
	228: ['notes', 'tickets'],
	230: ['tasks', 'tickets'],
};

const association = z.strictObject({
	to: z.strictObject({ id: z.string().regex(/^\d+$/).transform(Number) }),
	types: z
		.array(
			z.strictObject({
				associationCategory: z.literal('HUBSPOT_DEFINED'),
				associationTypeId: z.number().int(),
			}),
		)
		.min(1),
});
const changed = z.strictObject({ properties: z.record(z.string(), z.string()) });
const made = changed.extend({ associations: z.array(association).default([]) });

export function checked<Shape extends z.ZodType>(shape: Shape, value: unknown): z.output<Shape> {
	const result = shape.safeParse(value ?? {});
	if (result.success) return result.data;
	const issue = result.error.issues[0];
	throw invalid(`Invalid input JSON: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
}

const paging = z.object({
	limit: z.coerce.number().int().min(1).max(100).default(10),
	after: z.coerce.number().int().min(0).default(0),
});

/** The names in a list that is separated by commas or given again and again. */
export const namesIn = (value: string | string[] | undefined) =>
	[value ?? []].flat().flatMap((part) => part.split(',').filter(Boolean));

type ById = { Params: { id: string } };
type Names = Record<string, string | string[] | undefined>;

/** Version 3 of the CRM's API: records, their search, owners, properties, pipelines. */
export function crmRoutes(app: FastifyInstance, account: () => HubSpotAccount, journal: Journal) {
	/** What a request's associations lead to; each number says from where to where. */
	function associated(from: string, wanted: Array<z.infer<typeof association>>): CrmRecord[] {
		return wanted.flatMap(({ to, types }) => {
			const [pair] = types.map(({ associationTypeId }) => ASSOCIATIONS[associationTypeId]);
			if (!pair || pair[0] !== from) throw invalid('One or more associations are not valid');
			return account().linked(pair[1], [to.id]);
		});
	}

	const singular = (type: string) => (type === 'companies' ? 'company' : type.slice(0, -1));

	/** The records that `record` is associated with, as they come along with it. */
	function associationsOf(record: CrmRecord, wanted: ObjectType[]) {
		return Object.fromEntries(
			wanted
				.filter((type) => record.associations[type]?.length > 0)
				.map((type) => {
					const name = `${singular(record.type)}_to_${singular(type)}`;
					const results = record.associations[type].map((id) => ({ id: String(id), type: name }));
					return [type, { results }];
				}),
		);
	}

	for (const type of OBJECT_TYPES) {
		const url = `/crm/v3/objects/${type}`;
		const known = ({ id }: ById['Params'], query: Names) => {
			const byEmail = query['idProperty'] === 'email';
			const found = byEmail
				? account().records[type].find(({ properties }) => properties['email'] === id.toLowerCase())
				: account().find(type, Number(id));
			if (!found) throw notFound();
			return found;
		};

		app.post(`${url}/search`, { config: { operation: `${type}.search` } }, async (request) => {
			const asked = checked(searchSchema, request.body);
			const found = searched(account().records[type], asked);
			const end = asked.after + asked.limit;
			return {
				total: found.length,
				results: found.slice(asked.after, end).map((record) => shown(record, asked.properties)),
				...(end < found.length && { paging: { next: { after: String(end) } } }),
			};
		});
		app.get<{ Querystring: Names }>(
			url,
			{ config: { operation: `${type}.list` } },
			async ({ query }) => {
				const { limit, after } = checked(paging, { ...query });
				const all = account().records[type];
				const end = after + limit;
				return {
					results: all
						.slice(after, end)
						.map((record) => shown(record, namesIn(query['properties']))),
					...(end < all.length && { paging: { next: { after: String(end) } } }),
				};
			},
		);
		app.get<ById & { Querystring: Names }>(
			`${url}/:id`,
			{ config: { operation: `${type}.get` } },
			async ({ params, query }) => {
				const record = known(params, query);
				const wanted = namesIn(query['associations']) as ObjectType[];
				return {
					...shown(record, namesIn(query['properties'])),
					...(wanted.length > 0 && { associations: associationsOf(record, wanted) }),
				};
			},
		);
		app.post(url, { config: { operation: `${type}.create` } }, async (request, reply) => {
			const { properties, associations } = checked(made, request.body);
			const others = associated(type, associations);
			const email = String(properties['email'] ?? '').toLowerCase();
			const same = account().records[type].find((held) => held.properties['email'] === email);
			if (type === 'contacts' && same) {
				const said = `Contact already exists. Existing ID: ${same.id}`;
				throw new HubSpotRefusal(409, said, 'CONFLICT');
			}
			const record = account().add(type, properties);
			for (const other of others) account().associate(record, other);
			journal.changed();
			return await reply.code(201).send(shown(record, Object.keys(properties)));
		});
		app.patch<ById & { Querystring: Names }>(
			`${url}/:id`,
			{ config: { operation: `${type}.update` } },
			async ({ params, query, body }) => {
				const record = known(params, query);
				const { properties } = checked(changed, body);
				account().change(record, properties);
				journal.changed();
				return shown(record, Object.keys(properties));
			},
		);
		app.delete<ById>(
			`${url}/:id`,
			{ config: { operation: `${type}.delete` } },
			async ({ params }, reply) => {
				account().remove(known(params, {}));
				journal.changed();
				return await reply.code(204).send();
			},
		);
		app.get<{ Params: { id: string; to: ObjectType } }>(
			`/crm/v4/objects/${type}/:id/associations/:to`,
			{ config: { operation: 'associations.list' } },
			async ({ params }) => {
				const record = known(params, {});
				const typeId = Object.entries(ASSOCIATIONS).find(
					([, [from, to]]) => from === type && to === params.to,
				)?.[0];
				return {
					results: (record.associations[params.to] ?? []).map((id) => ({
						toObjectId: String(id),
						associationTypes: [{ category: 'HUBSPOT_DEFINED', typeId: Number(typeId) }],
					})),
				};
			},
		);
		app.get(
			`/crm/v3/properties/${type}`,
			{ config: { operation: 'properties.list' } },
			async () => ({ results: PROPERTIES[type].map(describedProperty) }),
		);
	}

	const ENGAGEMENTS = {
		notes: ['NOTE', { body: 'hs_note_body' }],
		tasks: ['TASK', { body: 'hs_task_body', subject: 'hs_task_subject', status: 'hs_task_status' }],
	} as const;
	for (const [type, [kind, fields]] of Object.entries(ENGAGEMENTS)) {
		app.post(
			`/crm/v3/objects/${type}`,
			{ config: { operation: 'engagements.create' } },
			async (request, reply) => {
				const { properties: given, associations } = checked(made, request.body);
				const time = new Date(given['hs_timestamp'] ?? Number.NaN);
				const milliseconds = Number(given['hs_timestamp']) || time.getTime();
				if (Number.isNaN(milliseconds)) {
					throw invalid(`Error creating ${kind}. Some required properties were not set.`);
				}
				const engagement: Engagement = {
					id: account().nextId(),
					type: kind,
					ownerId: Number(given['hubspot_owner_id']) || null,
					timestamp: milliseconds,
					createdAt: Date.now(),
					metadata: Object.fromEntries(
						Object.entries(fields).flatMap(([name, field]) =>
							given[field] === undefined ? [] : [[name, given[field]]],
						),
					),
					associations: idsOf(associated(type, associations)),
				};
				account().engagements.push(engagement);
				journal.changed();
				const at = new Date(engagement.createdAt).toISOString();
				const id = String(engagement.id);
				return await reply.code(201).send({
					id,
					properties: { ...given, hs_createdate: at, hs_lastmodifieddate: at, hs_object_id: id },
					createdAt: at,
					updatedAt: at,
					archived: false,
				});
			},
		);
	}

	app.get('/crm/v3/owners', { config: { operation: 'owners.list' } }, async (request) => {
		const { email } = request.query as Names;
		return { results: OWNERS.filter((owner) => email === undefined || owner.email === email) };
	});
	app.get<ById>('/crm/v3/owners/:id', { config: { operation: 'owners.get' } }, async (request) => {
		const found = OWNERS.find(({ id }) => id === request.params.id);
		if (!found) throw notFound();
		return found;
	});
	for (const [type, pipeline] of Object.entries(PIPELINES)) {
		app.get(`/crm/v3/pipelines/${type}`, { config: { operation: 'pipelines.list' } }, async () => ({
			results: [describedPipeline(pipeline)],
		}));
	}
	app.get('/account-info/v3/details', { config: { operation: 'account.details' } }, async () => ({
		portalId: PORTAL_ID,
		accountType: 'DEVELOPER_TEST',
		timeZone: 'Etc/UTC',
		companyCurrency: 'USD',
		additionalCurrencies: [],
		utcOffset: '+00:00',
		utcOffsetMilliseconds: 0,
		uiDomain: 'app.hubspot.com',
		dataHostingLocation: 'na1',
	}));
}

/** The IDs of the records, by type, as an engagement names them. */
export function idsOf(records: CrmRecord[]): Engagement['associations'] {
	const of = (type: ObjectType) =>
		records.filter((record) => record.type === type).map(({ id }) => id);
	return {
		contactIds: of('contacts'),
		companyIds: of('companies'),
		dealIds: of('deals'),
		ticketIds: of('tickets'),
		ownerIds: [],
	};
}
