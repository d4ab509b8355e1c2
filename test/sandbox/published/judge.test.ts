// That the judge of the stand-ins finds what is not as described: without this, its silence would say nothing.
import { problemsOf, undescribed, wasAccepted } from './judge';

interface Said {
	path?: string;
	method?: string;
	body?: unknown;
	type?: string;
	status?: number;
	answer?: unknown;
	fault?: string;
}

const exchange = (service: string, { path, method, body, type, status, answer, fault }: Said) => ({
	service,
	method: method ?? 'GET',
	path: `/${service}${path}`,
	headers: { 'content-type': type ?? 'application/json' },
	text: body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body),
	status: status ?? 200,
	answer: answer === undefined ? '' : JSON.stringify(answer),
	...(fault && { fault }),
});

const contact = {
	id: '1',
	properties: { email: null },
	createdAt: '2026-01-01T00:00:00Z',
	updatedAt: '2026-01-01T00:00:00Z',
};
const found = { total: 1, results: [contact] };
const posted = { ok: true, channel: 'C0123456789', ts: '1.000001' };
const form = 'application/x-www-form-urlencoded';

const RIGHT: Record<string, [service: string, said: Said & { path: string }]> = {
	hubspot: [
		'hubspot',
		{
			path: '/crm/v3/objects/contacts/search',
			method: 'POST',
			body: {
				filterGroups: [{ filters: [{ propertyName: 'email', operator: 'EQ', value: 'x' }] }],
			},
			answer: found,
		},
	],
	slack: [
		'slack',
		{
			path: '/api/chat.update',
			method: 'POST',
			body: { channel: 'C0123456789', ts: '1.000001', text: 'x', blocks: [] },
			answer: { ...posted, text: 'x', message: { text: 'x' } },
		},
	],
	sheets: [
		'sheets',
		{
			path: '/v4/spreadsheets/1/values/Log!A1:B2:append?valueInputOption=RAW',
			method: 'POST',
			body: { values: [['x']] },
			answer: { spreadsheetId: '1' },
		},
	],
	drive: ['drive', { path: '/drive/v3/files?pageSize=5', answer: { files: [{ id: '1' }] } }],
	gmail: [
		'gmail',
		{
			path: '/gmail/v1/users/me/messages/send',
			method: 'POST',
			body: { raw: 'eA' },
			answer: { id: '1' },
		},
	],
	stripe: [
		'stripe',
		{
			path: '/v1/charges?limit=5&created[gte]=1&expand[]=data.customer',
			answer: { anything: 'is judged by the types of its library' },
		},
	],
};

it.each(Object.entries(RIGHT))(
	'has nothing against what %s describes',
	(_name, [service, said]) => {
		expect(problemsOf(exchange(service, said))).toEqual({ request: [], answer: [] });
	},
);

const WRONG: Array<[what: string, of: keyof typeof RIGHT, change: Said, problem: RegExp]> = [
	[
		'an unknown path',
		'hubspot',
		{ path: '/crm/v3/objects/kittens/search' },
		/^is no described operation$/,
	],
	['another method', 'slack', { method: 'GET' }, /^is no described operation$/],
	[
		'a field that is not described',
		'hubspot',
		{ body: { filters: [] } },
		/additional properties filters/,
	],
	[
		'a field deep inside',
		'hubspot',
		{ body: { filterGroups: [{ filter: [] }] } },
		/^body\/filterGroups\/\* must/,
	],
	[
		'a value that is not among those',
		'hubspot',
		{ body: { filterGroups: [{ filters: [{ propertyName: 'email', operator: 'IS' }] }] } },
		/operator must be equal to one of/,
	],
	['no body', 'hubspot', { body: '' }, /^has no body$/],
	['a body of another type', 'hubspot', { type: form, body: 'query=x' }, /^has a body of the type/],
	['a missing field', 'slack', { body: { channel: 'C0123456789' } }, /required property 'ts'/],
	['a wrong type', 'gmail', { body: { raw: 5 } }, /^body\/raw must be string/],
	[
		'a missing parameter that is required',
		'stripe',
		{ path: '/v1/charges/search' },
		/^has no parameter query$/,
	],
	[
		'a parameter that is not described',
		'stripe',
		{ path: '/v1/charges?colour=red' },
		/^has a parameter colour$/,
	],
	[
		'a parameter of a wrong type',
		'drive',
		{ path: '/drive/v3/files?pageSize=many' },
		/^parameter pageSize must be integer/,
	],
	[
		'a form with a field that is not described',
		'stripe',
		{
			path: '/v1/charges',
			method: 'POST',
			type: form,
			body: 'amount=100&metadata[a]=b&colour=red',
		},
		/^body must NOT have additional properties colour/,
	],
	[
		'a form with a wrong type',
		'stripe',
		{ path: '/v1/charges', method: 'POST', type: form, body: 'amount=much' },
		/^body\/amount must be integer/,
	],
];

it.each(WRONG)('finds a request with %s', (_what, of, change, problem) => {
	const [service, said] = RIGHT[of];
	expect(problemsOf(exchange(service, { ...said, ...change })).request).toEqual(
		expect.arrayContaining([expect.stringMatching(problem)]),
	);
});

const UNTRUE: Array<[what: string, of: keyof typeof RIGHT, change: Said, problem: RegExp]> = [
	['without a field', 'hubspot', { answer: { results: [] } }, /required property 'total'/],
	[
		'with a field too many',
		'hubspot',
		{ answer: { ...found, page: 1 } },
		/additional properties page/,
	],
	[
		'of a wrong type',
		'hubspot',
		{ answer: { total: 1, results: [{ ...contact, id: 1 }] } },
		/^\/results\/\*\/id must be string/,
	],
	['of another status', 'hubspot', { status: 202, answer: { total: 1 } }, /required property/],
	['without a body', 'sheets', { answer: undefined }, /^has no body$/],
	['of a status that is not described', 'sheets', { status: 201 }, /^is of the status 201$/],
	['that is no refusal of Slack', 'slack', { answer: { ok: false } }, /required property 'error'/],
	[
		'that Google does not know',
		'drive',
		{ answer: { documents: [] } },
		/additional properties documents/,
	],
];

it.each(UNTRUE)('finds an answer %s', (_what, of, change, problem) => {
	const [service, said] = RIGHT[of];
	expect(problemsOf(exchange(service, { ...said, ...change })).answer).toEqual(
		expect.arrayContaining([expect.stringMatching(problem)]),
	);
});

it('minds a wrong request that was accepted, and one that was only sent when asked to', () => {
	const refused = exchange('stripe', { path: '/v1/charges?colour=red', status: 400 });
	const accepted = { ...refused, status: 200 };
	expect(undescribed([refused], 'accepted')).toEqual([]);
	expect(undescribed([refused], 'sent')).toEqual([
		'GET /stripe/v1/charges?colour=red has a parameter colour',
	]);
	expect(undescribed([accepted], 'accepted')).toHaveLength(1);
	expect(wasAccepted(exchange('slack', { path: '/api/auth.test', answer: { ok: false } }))).toBe(
		false,
	);
});

it('leaves alone answers that were spoilt on purpose, and departures that are known', () => {
	const [service, said] = RIGHT.hubspot;
	const spoilt = exchange(service, { ...said, answer: [], fault: 'wrong_types' });
	expect(undescribed([spoilt], 'sent')).toEqual([]);
	const body = { sorts: [{ propertyName: 'createdate', direction: 'ASCENDING' }] };
	expect(undescribed([exchange(service, { ...said, body })], 'sent')).toEqual([]);
});
