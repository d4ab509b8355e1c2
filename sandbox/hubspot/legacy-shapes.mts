import { z } from 'zod';
import type { Engagement } from './account.mts';
import { PORTAL_ID } from './portal.mts';
import { type CrmRecord, legacyProperties } from './records.mts';

export type Names = Record<string, string | string[] | undefined>;
export type Asked = { Querystring: Names };
export type ById = { Params: { id: string } };

const value = z.unknown();
export const byProperty = z.object({
	properties: z.array(z.object({ property: z.string(), value })),
});
export const byName = z.array(z.object({ name: z.string(), value }));
export const ids = z.array(z.coerce.number().int()).default([]);

/** Properties that are listed by name, as an object. */
export const named = (list: z.infer<typeof byName>) =>
	Object.fromEntries(list.map((entry) => [entry.name, entry.value]));

/** A page of a list by `offset`, and where the next one starts. */
export function page<Held>(all: Held[], query: Names, offsetName = 'offset', limitName = 'limit') {
	const offset = Number(query[offsetName] ?? 0);
	const limit = Number(query[limitName] ?? query['count'] ?? 100);
	const end = offset + limit;
	return { held: all.slice(offset, end), next: Math.min(end, all.length), more: end < all.length };
}

export function contactOf(record: CrmRecord, company: CrmRecord | undefined, wanted?: string[]) {
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

export const companyOf = (record: CrmRecord, wanted?: string[]) => ({
	portalId: PORTAL_ID,
	companyId: record.id,
	isDeleted: false,
	properties: legacyProperties(record, wanted),
	additionalDomains: [],
});

export const dealOf = (record: CrmRecord, wanted?: string[]) => ({
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

export const ticketOf = (record: CrmRecord, wanted?: string[]) => ({
	objectType: 'TICKET',
	portalId: PORTAL_ID,
	objectId: record.id,
	version: 1,
	isDeleted: false,
	properties: legacyProperties(record, wanted),
});

export const engagementOf = ({ associations, metadata, ...engagement }: Engagement) => ({
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
