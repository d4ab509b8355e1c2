import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { UnusableParameter } from '../../parameters';

type Query = Record<string, string | number | boolean>;

const titleOf = (status: string) =>
	status
		.split('_')
		.map((word) => word[0].toUpperCase() + word.slice(1))
		.join(' ');

const list = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	description: `${description}. Several separated by commas.`,
});

const text = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	description,
});

const seconds = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 0,
	description: `${description}, in seconds`,
});

const milliseconds = (displayName: string, name: string, description: string): INodeProperties => ({
	...seconds(displayName, name, ''),
	description: `${description}, in milliseconds`,
});

function choice(displayName: string, name: string, values: string[]): INodeProperties {
	const options = values.map((value) => ({ name: titleOf(value), value }));
	const [first] = values;
	return { displayName, name, type: 'options', options, default: first };
}

/** Every state that DialNexa documents for a call. */
const STATUSES = [
	'busy',
	'cancelled',
	'completed',
	'created',
	'did_not_pick',
	'failed',
	'initiated',
	'no_answer',
	'received',
	'retry_expired',
	'sent',
];

/** The documented filters of `GET /v1/calls`, by the name under which DialNexa takes each. */
const FILTERS: Array<[query: string, property: INodeProperties]> = [
	['agent_id', list('Agent IDs', 'agentIds', 'Only calls of these agents')],
	['agent_version_id', text('Agent Version ID', 'agentVersionId', 'Only calls of this version')],
	[
		'agent_version_name',
		text('Agent Version Name', 'agentVersionName', 'Only calls of the version of this name'),
	],
	['batch_call_id', list('Batch Call IDs', 'batchCallIds', 'Only calls of these batch calls')],
	['call_id', list('Call IDs', 'callIds', 'Only these calls')],
	[
		'columns',
		list('Columns', 'columns', 'Only these columns. Without the transcript more rows fit'),
	],
	['call_direction', choice('Direction', 'direction', ['inbound', 'outbound'])],
	['end_reason', list('End Reasons', 'endReasons', 'Only calls that ended for these reasons')],
	[
		'export',
		{
			displayName: 'Export',
			name: 'export',
			type: 'boolean',
			default: true,
			description: 'Whether to get everything in one answer of at most 5,000 rows, without pages',
		},
	],
	['from', text('From', 'from', 'Only calls from this phone number')],
	['latency_max', milliseconds('Latency Up To', 'latencyMax', 'Longest latency of the agent')],
	['latency_min', milliseconds('Latency From', 'latencyMin', 'Shortest latency of the agent')],
	['duration_greater_than', seconds('Longer Than', 'longerThan', 'Only calls longer than this')],
	['duration_max', seconds('Longest', 'longest', 'Only calls of at most this length')],
	['sentiment', choice('Sentiment', 'sentiment', ['positive', 'neutral', 'negative', 'unknown'])],
	['duration_less_than', seconds('Shorter Than', 'shorterThan', 'Only calls shorter than this')],
	['duration_min', seconds('Shortest', 'shortest', 'Only calls of at least this length')],
	[
		'start_date',
		{
			displayName: 'Since',
			name: 'since',
			type: 'dateTime',
			default: '',
			description: 'Only calls created at this time or later',
		},
	],
	[
		'created_at',
		{
			displayName: 'Sort By Date',
			name: 'sortByDate',
			type: 'options',
			options: [
				{ name: 'Newest First', value: 'desc' },
				{ name: 'Oldest First', value: 'asc' },
			],
			default: 'desc',
		},
	],
	[
		'duration',
		{
			displayName: 'Sort By Duration',
			name: 'sortByDuration',
			type: 'options',
			options: [
				{ name: 'Longest First', value: 'desc' },
				{ name: 'Shortest First', value: 'asc' },
			],
			default: 'desc',
		},
	],
	[
		'status',
		{
			displayName: 'Statuses',
			name: 'statuses',
			type: 'multiOptions',
			options: STATUSES.map((value) => ({ name: titleOf(value), value })),
			default: [],
			description: 'Only calls in one of these states',
		},
	],
	['to', text('To', 'to', 'Only calls to this phone number')],
	['type', choice('Type', 'type', ['phone', 'web'])],
	[
		'end_date',
		{
			displayName: 'Until',
			name: 'until',
			type: 'dateTime',
			default: '',
			description: 'Only calls created at this time or earlier',
		},
	],
];

/** A filter of ours: DialNexa knows when a call was created, and not when it ended. */
const endedInTheLast: INodeProperties = {
	displayName: 'Ended in the Last',
	name: 'endedInTheLast',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 24,
	description:
		'Only calls that were created at most this many hours ago and are over, oldest first',
};

export const filtersField: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options: [endedInTheLast, ...FILTERS.map(([, property]) => property)].sort((a, b) =>
		a.displayName.localeCompare(b.displayName),
	),
};

function timeOf(value: unknown, displayName: string): string {
	const time = new Date(String(value));
	if (!Number.isNaN(time.getTime())) return time.toISOString();
	throw new UnusableParameter(
		`${displayName} is not a time`,
		'Use a form such as 2026-11-22T09:00:00Z.',
	);
}

/** States of a call that is not over yet; whatever DialNexa calls a call besides, it is. */
const UNDER_WAY = new Set(['created', 'initiated', 'sent', 'received']);

/** Keeps the calls that are over, if the filters ask for those. */
export function overOf(calls: IDataObject[], filters: IDataObject): IDataObject[] {
	if (filters.endedInTheLast === undefined) return calls;
	return calls.filter(({ status }) => !UNDER_WAY.has(String(status).toLowerCase()));
}

function hoursAgo(hours: unknown): string {
	const time = new Date(Date.now() - Number(hours) * 3_600_000);
	if (Number(hours) > 0 && !Number.isNaN(time.getTime())) return time.toISOString();
	throw new UnusableParameter('Ended in the Last is no number of hours', 'Use one such as 24.');
}

/** The filters as DialNexa takes them: durations, which people give in seconds, in milliseconds. @throws UnusableParameter */
export function queryOf(filters: IDataObject): Query {
	const query: Query = {};
	for (const [name, property] of FILTERS) {
		const value = filters[property.name];
		if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0))
			continue;
		if (property.type === 'dateTime') query[name] = timeOf(value, property.displayName);
		else if (property.type === 'boolean') query[name] = value === true;
		else if (name.startsWith('duration_')) query[name] = Number(value) * 1000;
		else if (property.type === 'number') query[name] = Number(value);
		else query[name] = Array.isArray(value) ? value.join(',') : String(value).trim();
	}
	if (filters.endedInTheLast !== undefined) {
		const since = hoursAgo(filters.endedInTheLast);
		query.start_date = [since, String(query.start_date ?? '')].sort()[1];
		// Calls that are created meanwhile come behind the last page and move nothing on it.
		query.created_at ??= 'asc';
	}
	return query;
}
