import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type ObjectType, PORTAL_ID, PROPERTIES, type Property, TYPE_IDS } from './portal.mts';

export interface CrmRecord {
	id: number;
	type: ObjectType;
	/** As version 3 of the API has them: strings, times in ISO 8601. */
	properties: Record<string, string>;
	associations: Record<ObjectType, number[]>;
	createdAt: string;
	updatedAt: string;
}

/** What HubSpot answers when it refuses; thrown by a route. */
export class HubSpotRefusal extends Error {
	status: number;
	body: Record<string, unknown>;

	constructor(status: number, message: string, category: string, more: object = {}) {
		super(message);
		this.status = status;
		this.body = { status: 'error', message, correlationId: randomUUID(), category, ...more };
	}
}

export const invalid = (message: string, more: object = {}) =>
	new HubSpotRefusal(400, message, 'VALIDATION_ERROR', more);

export const notFound = (message = 'resource not found') =>
	new HubSpotRefusal(404, message, 'OBJECT_NOT_FOUND');

/** Where a person opens the record. */
export const recordUrl = ({ type, id }: Pick<CrmRecord, 'type' | 'id'>) =>
	`https://app.hubspot.com/contacts/${PORTAL_ID}/record/${TYPE_IDS[type]}/${id}`;

export const modifiedName = (type: ObjectType) =>
	type === 'contacts' ? 'lastmodifieddate' : 'hs_lastmodifieddate';

/** What an answer of version 3 holds of a record when nobody says. */
const USUAL: Record<ObjectType, string[]> = {
	contacts: ['email', 'firstname', 'lastname'],
	companies: ['domain', 'name'],
	deals: ['amount', 'closedate', 'dealname', 'dealstage', 'pipeline'],
	tickets: ['content', 'hs_pipeline', 'hs_pipeline_stage', 'hs_ticket_priority', 'subject'],
};

/** Milliseconds of a time written as ISO 8601, as a date or as milliseconds. */
const milliseconds = (value: string) => (/^-?\d+$/.test(value) ? Number(value) : Date.parse(value));

/** A record as version 3 shows it; a property that was asked for and has no value is null. */
export function shown(record: CrmRecord, wanted: string[] = []) {
	const always = ['createdate', modifiedName(record.type), 'hs_object_id'];
	const names = new Set([...(wanted.length > 0 ? wanted : USUAL[record.type]), ...always]);
	return {
		id: String(record.id),
		properties: Object.fromEntries(
			[...names].sort().map((name) => [name, record.properties[name] ?? null]),
		),
		createdAt: record.createdAt,
		updatedAt: record.updatedAt,
		archived: false,
		url: recordUrl(record),
	};
}

/** The properties as the older API shows them: each with its value, times in milliseconds. */
export function legacyProperties(record: CrmRecord, wanted?: string[]) {
	const timestamp = Date.parse(record.updatedAt);
	const entries = Object.entries(record.properties)
		.filter(([name]) => !wanted || wanted.includes(name))
		.map(([name, value]) => {
			const isTime = propertyOf(record.type, name)?.type === 'datetime';
			const held = isTime ? String(milliseconds(value)) : value;
			return [name, { value: held, timestamp, source: 'API', sourceId: null, versions: [] }];
		});
	return Object.fromEntries(entries) as Record<string, object>;
}

const propertyOf = (type: ObjectType, name: string): Property | undefined =>
	PROPERTIES[type].find((property) => property.name === name);

/**
 * The properties as they are kept.
 * @throws HubSpotRefusal when one does not exist or does not take the value.
 */
export function checkedProperties(type: ObjectType, given: Record<string, unknown>) {
	const errors: Array<Record<'message' | 'error' | 'name', string> & { isValid: false }> = [];
	const kept: Record<string, string> = {};
	for (const [name, raw] of Object.entries(given)) {
		const value = raw === null || raw === undefined ? '' : String(raw);
		const property = propertyOf(type, name);
		const refuse = (error: string, message: string) =>
			errors.push({ isValid: false, message, error, name });
		if (!property) {
			refuse('PROPERTY_DOESNT_EXIST', `Property "${name}" does not exist`);
		} else if (property.readOnly) {
			refuse('READ_ONLY_VALUE', `"${name}" is a read only property; its value cannot be set.`);
		} else if (value !== '' && property.options.length > 0 && !property.options.includes(value)) {
			const options = property.options.join(', ');
			refuse('INVALID_OPTION', `${value} was not one of the allowed options: [${options}]`);
		} else if (value !== '' && property.type === 'number' && Number.isNaN(Number(value))) {
			refuse('INVALID_INTEGER', `${value} was not a valid number.`);
		} else if (value !== '' && property.type === 'datetime') {
			const time = milliseconds(value);
			if (Number.isNaN(time)) refuse('INVALID_DATE', `${value} was not a valid date.`);
			else kept[name] = new Date(time).toISOString();
		} else if (name === 'email' && !z.email().safeParse(value).success) {
			refuse('INVALID_EMAIL', `Email address ${value} is invalid`);
		} else {
			kept[name] = name === 'email' ? value.toLowerCase() : value;
		}
	}
	if (errors.length > 0) {
		throw invalid('Property values were not valid', { validationResults: errors });
	}
	return kept;
}

const OPERATORS = [
	...['EQ', 'NEQ', 'LT', 'LTE', 'GT', 'GTE', 'BETWEEN', 'IN', 'NOT_IN'],
	...['HAS_PROPERTY', 'NOT_HAS_PROPERTY', 'CONTAINS_TOKEN', 'NOT_CONTAINS_TOKEN'],
] as const;
const filterSchema = z.strictObject({
	propertyName: z.string().min(1),
	operator: z.enum(OPERATORS),
	value: z.string().optional(),
	highValue: z.string().optional(),
	values: z.array(z.string()).optional(),
});
type Filter = z.infer<typeof filterSchema>;

const sortSchema = z.union([
	z.string().transform((propertyName) => ({ propertyName, direction: 'ASCENDING' as const })),
	z.strictObject({
		propertyName: z.string(),
		direction: z.enum(['ASCENDING', 'DESCENDING']).default('ASCENDING'),
	}),
]);

/** HubSpot's limits: 5 groups of 6 filters each, 200 results a page. */
export const searchSchema = z.strictObject({
	filterGroups: z
		.array(z.strictObject({ filters: z.array(filterSchema).max(6) }))
		.max(5)
		.default([]),
	sorts: z.array(sortSchema).max(1).default([]),
	query: z.string().max(3000).optional(),
	properties: z.array(z.string()).default([]),
	limit: z.int().min(1).max(200).default(10),
	after: z.string().regex(/^\d+$/).default('0').transform(Number),
	// n8n's node sends these two besides `sorts`; HubSpot passes over them.
	sortBy: z.unknown().optional(),
	direction: z.unknown().optional(),
});

const QUERIED: Record<ObjectType, string[]> = {
	contacts: ['firstname', 'lastname', 'email', 'phone', 'company'],
	companies: ['name', 'domain', 'phone', 'website'],
	deals: ['dealname', 'pipeline', 'dealstage', 'description', 'dealtype'],
	tickets: ['subject', 'content', 'hs_pipeline_stage', 'hs_ticket_category'],
};

/** What a filter looks at: a property, or the records that the record is associated with. */
function heldValues(record: CrmRecord, name: string): string[] {
	const associated = /^associations\.(contact|company|deal|ticket)$/.exec(name)?.[1];
	if (associated) {
		const type = associated === 'company' ? 'companies' : (`${associated}s` as ObjectType);
		return record.associations[type].map(String);
	}
	const property = propertyOf(record.type, name);
	if (!property) throw invalid(`There was a problem with the request: no property ${name}.`);
	const value = record.properties[name];
	return value === undefined || value === '' ? [] : [value];
}

/** Numbers and times compare by size, text without regard to case. */
function compared(type: Property['type'] | undefined, held: string, wanted: string): number {
	if (type === 'datetime') return milliseconds(held) - milliseconds(wanted);
	if (type === 'number') return Number(held) - Number(wanted);
	return held.toLowerCase().localeCompare(wanted.toLowerCase());
}

function meets(record: CrmRecord, filter: Filter): boolean {
	const { propertyName, operator, value = '', highValue = '', values = [] } = filter;
	const held = heldValues(record, propertyName);
	if (operator === 'HAS_PROPERTY') return held.length > 0;
	if (operator === 'NOT_HAS_PROPERTY') return held.length === 0;
	const isList = operator === 'IN' || operator === 'NOT_IN';
	if (isList ? values.length === 0 : value === '') {
		throw invalid(`operator ${operator} requires ${isList ? 'values' : 'a value'}`);
	}
	const compare = (one: string, other: string) =>
		compared(propertyOf(record.type, propertyName)?.type, one, other);
	const equals = (wanted: string) => held.some((one) => compare(one, wanted) === 0);
	const pattern = new RegExp(
		value
			.toLowerCase()
			.split('*')
			.map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'))
			.join('.*'),
	);
	const contains = held.some((one) => pattern.test(one.toLowerCase()));
	switch (operator) {
		case 'EQ':
			return equals(value);
		case 'NEQ':
			return !equals(value);
		case 'IN':
			return values.some(equals);
		case 'NOT_IN':
			return !values.some(equals);
		case 'CONTAINS_TOKEN':
			return contains;
		case 'NOT_CONTAINS_TOKEN':
			return !contains;
		case 'BETWEEN':
			return held.some((one) => compare(one, value) >= 0 && compare(one, highValue) <= 0);
		default:
			return held.some((one) => {
				const difference = compare(one, value);
				if (operator === 'LT') return difference < 0;
				if (operator === 'LTE') return difference <= 0;
				return operator === 'GT' ? difference > 0 : difference >= 0;
			});
	}
}

/** The records that a search finds: any of the groups, all filters of a group, every word of the query. */
export function searched(records: CrmRecord[], asked: z.infer<typeof searchSchema>): CrmRecord[] {
	const words = asked.query?.toLowerCase().split(/\s+/).filter(Boolean) ?? [];
	const found = records
		.filter(
			(record) =>
				asked.filterGroups.length === 0 ||
				asked.filterGroups.some(({ filters }) => filters.every((filter) => meets(record, filter))),
		)
		.filter((record) => {
			const text = QUERIED[record.type].map((name) => record.properties[name] ?? '').join(' ');
			return words.every((word) => text.toLowerCase().includes(word));
		});
	const [sort] = asked.sorts;
	if (!sort) return found;
	const value = (record: CrmRecord) => record.properties[sort.propertyName] ?? '';
	return found.sort(
		(a, b) =>
			compared(propertyOf(a.type, sort.propertyName)?.type, value(a), value(b)) *
			(sort.direction === 'ASCENDING' ? 1 : -1),
	);
}
