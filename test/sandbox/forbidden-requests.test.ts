// Requests that are as the services describe them, each made wrong in every way that can be thought of. What the description
// then forbids, the stand-in must refuse.
import { stringify } from 'qs';
import { problemsOf, wasAccepted } from './published/judge';
import { RunningSandbox } from './running-sandbox';

let sandbox: RunningSandbox;
beforeAll(async () => {
	sandbox = await RunningSandbox.start();
});
afterAll(async () => await sandbox?.stop());

interface Asked {
	method: string;
	path: string;
	body?: unknown;
}

const TOKENS: Record<string, string> = {
	hubspot: 'pat-na1-sandbox',
	slack: 'xoxb-sandbox',
	stripe: 'sk_test_sandbox',
};
const serviceOf = ({ path }: Asked) => path.split('/')[1];
const SPREADSHEET = '/sheets/v4/spreadsheets/1SandboxFinanceExceptions0000000000000000000';
const FILE = '1SandboxFileInvoice2001AccA2041000';
const associations = [
	{
		to: { id: '20101' },
		types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 202 }],
	},
];
const note = { hs_timestamp: '2026-11-23T01:00:00Z', hs_note_body: 'Called' };

const READ = [
	'/hubspot/crm/v3/objects/contacts/20101?associations=companies,deals',
	'/hubspot/crm/v3/owners/51001',
	'/hubspot/crm/v3/pipelines/deals',
	'/hubspot/crm/v3/properties/tickets',
	'/hubspot/crm/v4/objects/contacts/20101/associations/companies',
	'/slack/api/auth.test',
	'/slack/api/users.profile.get',
	'/slack/api/users.list',
	'/slack/api/conversations.list',
	'/slack/api/conversations.info?channel=C0FINANCE01',
	`/sheets/v4/spreadsheets/1SandboxFinanceExceptions0000000000000000000`,
	'/drive/drive/v3/drives',
	'/gmail/gmail/v1/users/me/profile',
	'/gmail/gmail/v1/users/me/labels',
	'/stripe/v1/balance',
	'/stripe/v1/customers/cus_SandboxMaria01?expand[]=subscriptions',
];

/** One request for each operation; what is answered is judged at the end. */
const DESCRIBED: Asked[] = [
	...READ.map((path) => ({ method: 'GET', path })),
	{
		method: 'POST',
		path: '/hubspot/crm/v3/objects/contacts/search',
		body: {
			filterGroups: [
				{ filters: [{ propertyName: 'email', operator: 'EQ', value: 'x@example.com' }] },
			],
			sorts: ['createdate'],
			query: 'x',
			properties: ['email'],
			limit: 5,
			after: '0',
		},
	},
	{
		method: 'POST',
		path: '/hubspot/crm/v3/objects/contacts',
		body: { properties: { email: 'new@example.com' } },
	},
	{
		method: 'PATCH',
		path: '/hubspot/crm/v3/objects/contacts/20101',
		body: { properties: { company: 'Lopez' } },
	},
	{
		method: 'POST',
		path: '/hubspot/crm/v3/objects/notes',
		body: { properties: note, associations },
	},
	{ method: 'GET', path: '/hubspot/crm/v3/objects/deals?limit=5' },
	{ method: 'GET', path: '/hubspot/crm/v3/owners' },
	{
		method: 'POST',
		path: '/slack/api/chat.postMessage',
		body: { channel: 'C0FINANCE01', text: 'x', unfurl_links: false },
	},
	{
		method: 'POST',
		path: '/slack/api/chat.update',
		body: { channel: 'C0FINANCE01', text: 'x', ts: '1.2' },
	},
	{
		method: 'POST',
		path: '/slack/api/chat.postEphemeral',
		body: { channel: 'C0FINANCE01', text: 'x', user: 'U0FINLEAD01' },
	},
	{ method: 'POST', path: '/slack/api/conversations.open', body: { users: 'U0FINLEAD01' } },
	{ method: 'GET', path: '/slack/api/users.info?user=U0FINLEAD01' },
	{ method: 'GET', path: '/slack/api/users.lookupByEmail?email=finance.lead@example.com' },
	{ method: 'GET', path: '/slack/api/chat.getPermalink?channel=C0FINANCE01&message_ts=1.2' },
	{
		method: 'POST',
		path: '/sheets/v4/spreadsheets',
		body: { properties: { title: 'New', locale: 'en' }, sheets: [{ properties: { title: 'A' } }] },
	},
	{
		method: 'POST',
		path: `${SPREADSHEET}:batchUpdate`,
		body: { requests: [{ addSheet: { properties: { title: 'More', hidden: true, index: 0 } } }] },
	},
	{
		method: 'POST',
		path: `${SPREADSHEET}:batchUpdate`,
		body: { requests: [{ appendDimension: { sheetId: 0, dimension: 'ROWS', length: 1 } }] },
	},
	{
		method: 'PUT',
		path: `${SPREADSHEET}/values/Log!A1?valueInputOption=RAW`,
		body: { range: 'Log!A1', majorDimension: 'ROWS', values: [['a', 1, true]] },
	},
	{
		method: 'POST',
		path: `${SPREADSHEET}/values/Log!A1:append?valueInputOption=RAW`,
		body: { range: 'Log!A1', values: [['a']] },
	},
	{
		method: 'POST',
		path: `${SPREADSHEET}/values:batchUpdate`,
		body: { valueInputOption: 'RAW', data: [{ range: 'Log!A1', values: [['a']] }] },
	},
	{ method: 'GET', path: `${SPREADSHEET}/values/Log!A1?valueRenderOption=FORMULA` },
	{ method: 'GET', path: '/drive/drive/v3/files?pageSize=5' },
	{
		method: 'POST',
		path: '/drive/drive/v3/files',
		body: { name: 'New', parents: ['root'], starred: true, properties: { a: 'b' } },
	},
	{ method: 'PATCH', path: `/drive/drive/v3/files/${FILE}`, body: { name: 'Invoice' } },
	{ method: 'POST', path: `/drive/drive/v3/files/${FILE}/copy`, body: { name: 'Copy' } },
	{
		method: 'POST',
		path: `/drive/drive/v3/files/${FILE}/permissions`,
		body: { role: 'reader', type: 'user', emailAddress: 'x@example.com' },
	},
	{
		method: 'POST',
		path: '/gmail/gmail/v1/users/me/messages/send',
		body: {
			raw: Buffer.from('To: x@example.com\r\n\r\nHello').toString('base64url'),
			threadId: '1',
		},
	},
	{ method: 'GET', path: '/gmail/gmail/v1/users/me/messages?maxResults=5' },
	{
		method: 'POST',
		path: '/stripe/v1/customers',
		body: { name: 'X', email: 'x@example.com', metadata: { account: '1' }, address: { city: 'Y' } },
	},
	{
		method: 'POST',
		path: '/stripe/v1/customers/cus_SandboxMaria01',
		body: { description: 'X', shipping: { name: 'X', address: { line1: 'Y' } } },
	},
	{
		method: 'POST',
		path: '/stripe/v1/charges',
		body: { amount: '100', currency: 'usd', customer: 'cus_SandboxMaria01', metadata: { a: 'b' } },
	},
	{
		method: 'POST',
		path: '/stripe/v1/charges/ch_SandboxSupport01',
		body: { description: 'X', metadata: { a: 'b' } },
	},
	{
		method: 'POST',
		path: '/stripe/v1/coupons',
		body: { duration: 'once', percent_off: '10', currency: 'usd' },
	},
	{ method: 'POST', path: '/stripe/v1/sources', body: { type: 'wechat', currency: 'usd' } },
	{ method: 'GET', path: '/stripe/v1/charges?limit=5&created[gte]=1&customer=cus_SandboxMaria01' },
	{ method: 'GET', path: '/stripe/v1/charges/search?query=status:"succeeded"&limit=5' },
];

/** A value with one mistake in it, at every place where one can be. */
function mistaken(value: unknown): unknown[] {
	if (Array.isArray(value)) {
		const inside = value.flatMap((entry, index) =>
			mistaken(entry).map((wrong) =>
				value.map((held, at): unknown => (at === index ? wrong : held)),
			),
		);
		return ['text', { not: 'a list' }, ...inside];
	}
	if (typeof value !== 'object' || value === null) {
		return [{ not: 'expected' }, ['not expected'], 12.5, 'NOT EXPECTED'].filter(
			(wrong) => typeof wrong !== typeof value || typeof value === 'string',
		);
	}
	const entries = Object.entries(value);
	return [
		'text',
		['not an object'],
		{ ...value, notDescribed: 'x' },
		...entries.map(([name]) => Object.fromEntries(entries.filter(([other]) => other !== name))),
		...entries.flatMap(([name, inside]) =>
			mistaken(inside).map((wrong) => ({ ...value, [name]: wrong })),
		),
	];
}

function* mistakes({ method, path, body }: Asked): Generator<Asked> {
	const [pathname, search = ''] = path.split('?');
	for (const other of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
		if (other !== method) yield { method: other, path: pathname };
	}
	yield { method, path: `${pathname}/nothing?${search}`, body };
	const query = [...new URLSearchParams(search)];
	for (const [name] of query) {
		const others = query.filter(([other]) => other !== name);
		yield { method, path: `${pathname}?${new URLSearchParams(others).toString()}`, body };
		const wrong = new URLSearchParams([...others, [name, 'NOT EXPECTED']]);
		yield { method, path: `${pathname}?${wrong.toString()}`, body };
	}
	if (body !== undefined) yield* mistaken(body).map((wrong) => ({ method, path, body: wrong }));
}

async function sent(asked: Asked) {
	const { method, path, body } = asked;
	const service = serviceOf(asked);
	const isForm = service === 'stripe';
	const type = isForm ? 'application/x-www-form-urlencoded' : 'application/json';
	const headers: Record<string, string> = body === undefined ? {} : { 'content-type': type };
	const text = isForm ? stringify(body, { arrayFormat: 'brackets' }) : JSON.stringify(body);
	const exchange = { service, method, path, headers, text: body === undefined ? '' : text };
	return {
		problems: problemsOf({ ...exchange, status: null, answer: '' }).request,
		accepted: async () => {
			const answer = await fetch(sandbox.url + path, {
				method,
				headers: { ...headers, authorization: `Bearer ${TOKENS[service] ?? 'ya29.sandbox'}` },
				body: body === undefined ? undefined : text,
			});
			return wasAccepted({ ...exchange, status: answer.status, answer: await answer.text() });
		},
	};
}

it.each(DESCRIBED)('refuses what makes $method $path wrong', async (asked) => {
	const right = await sent(asked);
	expect(right.problems).toEqual([]);
	await right.accepted();
	const wronglyAccepted: string[] = [];
	let refused = 0;
	for (const wrong of mistakes(asked)) {
		const { problems, accepted } = await sent(wrong);
		if (problems.length === 0) continue;
		if (await accepted()) {
			wronglyAccepted.push(
				`${wrong.method} ${wrong.path} ${JSON.stringify(wrong.body)}: ${problems.join()}`,
			);
		} else refused++;
	}
	expect(wronglyAccepted).toEqual([]);
	expect(refused).toBeGreaterThan(0);
});
