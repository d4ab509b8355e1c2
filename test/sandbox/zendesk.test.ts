import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { z } from 'zod';
import { RealNodes } from './real-nodes';
import { RunningSandbox } from './running-sandbox';

let sandbox: RunningSandbox;
let nodes: RealNodes;

beforeAll(async () => {
	sandbox = await RunningSandbox.start();
	nodes = await RealNodes.behind(sandbox, 'zendeskApi');
});
afterAll(async () => await sandbox.stop());
beforeEach(async () => await sandbox.control('POST', '/reset'));

const zendesk = async (resource: string, operation: string, parameters: INodeParameters = {}) =>
	await nodes.run('n8n-nodes-base.zendesk', 1, { resource, operation, ...parameters });
const KEY = {
	authorization: `Basic ${Buffer.from('n8n@example.com/token:sandbox-zendesk-token').toString('base64')}`,
};
/** As n8n's HTTP Request node sends, with the Zendesk credential. */
const send = async (method: string, path: string, body?: unknown, headers = {}) =>
	await sandbox.send(method, `/zendesk/api/v2${path}`, body, { ...KEY, ...headers });

const stateSchema = z.object({
	zendesk: z.object({
		tickets: z.array(
			z
				.object({
					id: z.number(),
					comments: z.array(z.object({ body: z.string(), public: z.boolean() }).passthrough()),
				})
				.passthrough(),
		),
		users: z.array(z.object({ id: z.number(), name: z.string() }).passthrough()),
	}),
});
const held = async () => (await sandbox.state(stateSchema)).zendesk;

async function ticket(given: IDataObject): Promise<IDataObject> {
	const additionalFieldsJson = JSON.stringify(given);
	const made = await zendesk('ticket', 'create', {
		description: 'Charged twice',
		jsonParameters: true,
		additionalFieldsJson,
	});
	expect(made.error).toBeUndefined();
	return made.items[0];
}

describe('n8n’s Zendesk node', () => {
	it('creates a ticket with the fields of its form', async () => {
		const { items } = await zendesk('ticket', 'create', {
			description: 'Charged twice',
			additionalFields: {
				subject: 'Double charge',
				externalId: 'call_1',
				type: 'question',
				status: 'open',
				group: 360002,
				tags: ['Billing', 'dialnexa'],
				customFieldsUi: { customFieldsValues: [{ id: 370005, value: 'call_1' }] },
			},
		});
		expect(items).toMatchObject([
			{
				id: 1,
				subject: 'Double charge',
				description: 'Charged twice',
				external_id: 'call_1',
				group_id: 360002,
				tags: ['billing', 'dialnexa'],
				status: 'open',
				is_public: true,
			},
		]);
		const [{ comments, custom_fields }] = (await held()).tickets;
		expect(comments).toMatchObject([{ body: 'Charged twice', public: true }]);
		expect(custom_fields).toContainEqual({ id: 370005, value: 'call_1' });
	});

	it('creates a ticket from JSON: an internal note, for somebody who is known or new', async () => {
		const comment = { body: 'A drafted answer', public: false };
		const known = await ticket({
			comment,
			priority: 'high',
			requester: { name: 'Maria', email: 'Maria.Lopez@example.com' },
		});
		const fresh = await ticket({ requester: { name: 'New', email: 'new@example.com' } });
		const { tickets, users } = await held();
		const nameOf = ({ requester_id }: IDataObject) =>
			users.find(({ id }) => id === requester_id)?.name;
		expect([known, fresh].map(nameOf)).toEqual(['Maria Lopez', 'New']);
		expect(tickets[0].comments).toMatchObject([comment]);
		expect(known).toMatchObject({ priority: 'high', is_public: false });
	});

	it('adds an internal note or a public reply, and hands the ticket over', async () => {
		await ticket({});
		const assigneeEmail = 'billing.agent@example.com';
		const note = { internalNote: '<b>Looked</b> up', status: 'pending', assigneeEmail };
		const { items } = await zendesk('ticket', 'update', { id: '1', updateFields: note });
		expect(items).toMatchObject([{ status: 'pending', assignee_id: 380002 }]);
		await zendesk('ticket', 'update', { id: '1', updateFields: { publicReply: 'Hello' } });
		const [{ comments }] = (await held()).tickets;
		expect(comments.map((comment) => [comment.body, comment.public])).toEqual([
			['Charged twice', true],
			['Looked up', false],
			['Hello', true],
		]);
	});

	it('finds tickets by a query', async () => {
		await ticket({ external_id: 'call_1', tags: ['billing'] });
		await ticket({ external_id: 'call_2', status: 'solved', subject: 'Late fee' });
		const found = async (query: string) => {
			const { items } = await zendesk('ticket', 'getAll', { limit: 10, options: { query } });
			return items.map(({ external_id }) => external_id);
		};
		expect(await found('external_id:call_1')).toEqual(['call_1']);
		expect(await found('status<solved')).toEqual(['call_1']);
		expect(await found('-tags:billing')).toEqual(['call_2']);
		expect(await found('"late fee"')).toEqual(['call_2']);
		expect(await found('tags:billing external_id:call_2')).toEqual([]);
	});

	it('finds, creates and changes users', async () => {
		const search = { limit: 1, filters: { query: 'email:tomas.berg@example.com' } };
		const { items } = await zendesk('user', 'search', search);
		expect(items).toMatchObject([{ name: 'Tomas Berg', external_id: 'ACC-1530' }]);
		const additionalFields = { email: 'tomas.berg@example.com' };
		const again = await zendesk('user', 'create', { name: 'Tomas', additionalFields });
		expect(again.error).toBeDefined();
		const update = { id: String(items[0].id), updateFields: { notes: 'Called' } };
		expect((await zendesk('user', 'update', update)).items).toMatchObject([{ notes: 'Called' }]);
	});

	it('offers fields, groups and tags in its form', async () => {
		await ticket({ tags: ['billing'] });
		const choices = async (method: string) =>
			await nodes.choices('n8n-nodes-base.zendesk', 1, method);
		expect(await choices('getCustomFields')).toContainEqual({
			name: 'DialNexa call ID',
			value: 370005,
		});
		expect(await choices('getGroups')).toContainEqual({ name: 'Billing', value: 360002 });
		expect(await choices('getTags')).toEqual([{ name: 'billing', value: 'billing' }]);
	});

	it('says what is not there', async () => {
		const { error } = await zendesk('ticket', 'get', { id: '99' });
		expect(error?.message).toContain('could not be found');
	});
});

describe('Zendesk over HTTP', () => {
	const body = { ticket: { subject: 'Once', comment: { body: 'Once' } } };

	it('makes one ticket for an idempotency key and refuses another body under it', async () => {
		const key = { 'idempotency-key': 'dialnexa:call_1:ticket' };
		const first = await send('POST', '/tickets.json', body, key);
		const again = await send('POST', '/tickets.json', body, key);
		expect([first, again].map(({ headers }) => headers.get('x-idempotency-lookup'))).toEqual([
			'miss',
			'hit',
		]);
		expect(again.json).toEqual(first.json);
		expect((await held()).tickets).toHaveLength(1);
		const other = { ticket: { ...body.ticket, subject: 'Other' } };
		const refused = await send('POST', '/tickets.json', other, key);
		expect(refused.status).toBe(400);
		expect(refused.json).toMatchObject({ error: 'IdempotentRequestError' });
	});

	it('takes one external ID more than once and lists by it', async () => {
		const same = { ticket: { ...body.ticket, external_id: 'call_1' } };
		await send('POST', '/tickets', same);
		await send('POST', '/tickets', same);
		const { json } = await send('GET', '/tickets.json?external_id=call_1&per_page=1');
		expect(json).toMatchObject({
			count: 2,
			tickets: [{ id: 1 }],
			next_page: expect.stringContaining('page=2') as string,
		});
	});

	it.each([
		[{ subject: 'No comment' }, 'base', 'Description: cannot be blank'],
		[{ priority: 'big', comment: { body: 'x' } }, 'priority', 'Priority: is invalid'],
		[{ comment: { body: 'x' }, group_id: 1 }, 'group', 'Group: is invalid'],
		[
			{ comment: { body: 'x' }, assignee_email: 'maria.lopez@example.com' },
			'assignee',
			'Assignee: is invalid',
		],
	])('refuses a record that does not validate: %j', async (given, field, description) => {
		const { status, json } = await send('POST', '/tickets.json', { ticket: given });
		expect(status).toBe(422);
		expect(json).toMatchObject({
			error: 'RecordInvalid',
			details: { [field]: [{ description }] },
		});
		expect((await held()).tickets).toEqual([]);
	});

	it('changes nothing in a closed ticket', async () => {
		await send('POST', '/tickets.json', { ticket: { ...body.ticket, status: 'closed' } });
		const answer = await send('PUT', '/tickets/1.json', { ticket: { priority: 'low' } });
		expect(answer.status).toBe(422);
	});

	it('refuses a wrong token, an unknown record, a body without a ticket', async () => {
		const stranger = await sandbox.send('GET', '/zendesk/api/v2/tickets.json');
		expect([stranger.status, stranger.json]).toEqual([401, { error: "Couldn't authenticate you" }]);
		expect((await send('GET', '/tickets/7.json')).json).toEqual({
			error: 'RecordNotFound',
			description: 'Not found',
		});
		expect((await send('POST', '/tickets.json', {})).status).toBe(400);
	});

	it('fails on demand, in Zendesk’s words', async () => {
		const fault = { service: 'zendesk', operation: 'tickets.create', fault: 'status_429' };
		await sandbox.control('POST', '/faults', fault);
		const answer = await send('POST', '/tickets.json', body);
		expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '1']);
		expect(answer.json).toMatchObject({ error: 'APIRateLimitExceeded' });
		expect((await held()).tickets).toEqual([]);
	});
});
