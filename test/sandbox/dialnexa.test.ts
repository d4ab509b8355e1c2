import { createHmac } from 'node:crypto';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { z } from 'zod';
import openapi from '../fixtures/dialnexa-openapi.json';
import { closedPort, Receiver, RunningSandbox, type Answer } from './running-sandbox';

let sandbox: RunningSandbox;
let receiver: Receiver;

beforeAll(async () => {
	[sandbox, receiver] = await Promise.all([RunningSandbox.start(), Receiver.start()]);
});
afterAll(async () => {
	await Promise.all([sandbox.stop(), receiver.stop()]);
});
beforeEach(async () => {
	receiver.received.length = 0;
	receiver.status = 200;
	await sandbox.control('POST', '/reset');
});

const KEY = { authorization: 'Bearer sandboxdialnexa:0123456789abcdef' };
async function send(method: string, path: string, body?: unknown): Promise<Answer> {
	return await sandbox.send(method, `/dialnexa${path}`, body, KEY);
}

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema(openapi, 'openapi');

const operationsSchema = z.record(
	z.string(),
	z.record(
		z.string(),
		z
			.object({ operationId: z.string(), responses: z.record(z.string(), z.unknown()) })
			.passthrough(),
	),
);
/** Where each operation stands in the OpenAPI file, by its operationId. */
const places = new Map(
	Object.entries(operationsSchema.parse(openapi.paths)).flatMap(([path, methods]) =>
		Object.entries(methods).map(([method, { operationId }]) => [operationId, { path, method }]),
	),
);

/** Fails unless the answer's status is declared for the operation and its body fits the schema. */
function expectDocumented(operationId: string, { status, json }: Answer) {
	const place = places.get(operationId);
	if (!place) throw new Error(`${operationId} is not in the OpenAPI file`);
	const declared = operationsSchema.parse(openapi.paths)[place.path]?.[place.method]?.responses;
	expect(Object.keys(declared ?? {})).toContain(String(status));
	const escape = (part: string) => part.replace(/~/g, '~0').replace(/\//g, '~1');
	const pointer = ['paths', place.path, place.method, 'responses', String(status)]
		.concat('content', 'application/json', 'schema')
		.map((part) => encodeURIComponent(escape(part)))
		.join('/');
	if (!JSON.stringify(declared?.[String(status)]).includes('"schema"')) return;
	const validate = ajv.compile({ $ref: `openapi#/${pointer}` });
	validate(json);
	expect(validate.errors ?? []).toEqual([]);
}

const idOf = (answer: Answer) => z.object({ id: z.string() }).parse(answer.json).id;
const webhookIdOf = (answer: Answer) =>
	z.object({ webhook: z.object({ id: z.string() }) }).parse(answer.json).webhook.id;

async function upload(path: string, fields: Record<string, string>, csv: string): Promise<Answer> {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) form.set(name, value);
	form.set('file', new Blob([csv], { type: 'text/csv' }), 'leads.csv');
	const answer = await fetch(`${sandbox.url}/dialnexa${path}`, {
		method: 'POST',
		headers: KEY,
		body: form,
	});
	return { status: answer.status, text: '', json: await answer.json(), headers: answer.headers };
}

const CSV = 'phone_number,customer_name\n+14155550142,Maria Lopez\n+14155550177,Daniel Osei\n';

describe('every answer fits the OpenAPI file', () => {
	const webhook = { url: 'https://example.com/hook', events: ['call.completed'], secret: 'shh' };

	it.each(['wrapped', 'bare'])('user-webhooks, %s', async (webhookAnswer) => {
		await sandbox.control('PUT', '/settings', { dialnexa: { webhookAnswer } });
		const created = await send('POST', '/v1/user-webhooks', webhook);
		expectDocumented('createWebhook', created);
		expect(created.status).toBe(201);
		const id = webhookAnswer === 'bare' ? idOf(created) : webhookIdOf(created);

		const got = await send('GET', `/v1/user-webhooks/${id}`);
		expectDocumented('getWebhook', got);
		const listed = await send('GET', '/v1/user-webhooks?page=1&limit=5');
		expectDocumented('listWebhooks', listed);
		expect(got.text + listed.text).not.toContain('shh');

		const updated = await send('PATCH', `/v1/user-webhooks/${id}`, { is_active: false });
		expectDocumented('updateWebhook', updated);
		expect(updated.text).toContain('"is_active":false');
		const deleted = await send('DELETE', `/v1/user-webhooks/${id}`);
		expectDocumented('deleteWebhook', deleted);
		expectDocumented('getWebhook', await send('GET', `/v1/user-webhooks/${id}`));
		expect((await send('GET', `/v1/user-webhooks/${id}`)).status).toBe(404);
	});

	it('agents, of which only a draft version can be written', async () => {
		const listed = await send('GET', '/v1/agents');
		expectDocumented('listAgents', listed);
		const draft = { version_number: 2, post_call_analysis: [] };
		const updated = await send('PATCH', '/v1/agents/agent_sandboxbilling', draft);
		expectDocumented('updateAgent', updated);
		expect(updated.status).toBe(200);
		const published = await send('PATCH', '/v1/agents/agent_sandboxbilling', {
			...draft,
			version_number: 1,
		});
		expectDocumented('updateAgent', published);
		expect(published.status).toBe(400);

		const created = await send('POST', '/v1/agents', {
			title: 'New line',
			language_id: 'lang_en_us',
			voice_id: 'voice_1',
			prompt_text: 'Be kind.',
		});
		expectDocumented('createAgent', created);
		expectDocumented('getAgent', await send('GET', `/v1/agents/${idOf(created)}`));
		expectDocumented('deleteAgent', await send('DELETE', `/v1/agents/${idOf(created)}`));
	});

	it('calls', async () => {
		const created = await send('POST', '/v1/calls', {
			agent_id: 'agent_sandboxbilling',
			phone_number: '+14155550142',
			metadata: { correlation: 'a' },
		});
		expectDocumented('createCall', created);
		expect(created.status).toBe(201);
		await sandbox.control('POST', '/calls', { sample: 'ready' });
		const listed = await send('GET', '/v1/calls?status=completed&limit=200');
		expectDocumented('listCalls', listed);
		expect(z.array(z.unknown()).parse(listed.json)).toHaveLength(1);
		const got = await send('GET', `/v1/calls/${idOf(created)}`);
		expectDocumented('getCall', got);
		expect(got.json).toMatchObject({ status: 'initiated', metadata: { correlation: 'a' } });
	});

	it.each([
		['createCall', 'POST', '/v1/calls', { agent_id: 'a', phone_number: '123', metadata: {} }, 400],
		[
			'createCall',
			'POST',
			'/v1/calls',
			{ agent_id: 'a', phone_number: '+14155550142', metadata: {} },
			404,
		],
		['getCall', 'GET', '/v1/calls/call_none', undefined, 404],
		['listCalls', 'GET', '/v1/calls?limit=201', undefined, 400],
		['createWebhook', 'POST', '/v1/user-webhooks', { url: 'nowhere' }, 400],
		['getAgent', 'GET', '/v1/agents/agent_none', undefined, 404],
		['getWorkflow', 'GET', '/v1/workflows/workflow_none', undefined, 404],
	])('what is refused: %s %s %s', async (operationId, method, path, body, status) => {
		const answer = await send(method, path, body);
		expect(answer.status).toBe(status);
		expectDocumented(operationId, answer);
	});

	it('a missing or wrong key', async () => {
		for (const authorization of ['', 'Bearer wrong']) {
			const headers = { authorization };
			const answer = await sandbox.send('GET', '/dialnexa/v1/agents', undefined, headers);
			expect(answer.status).toBe(401);
			expectDocumented('listAgents', answer);
		}
	});

	it('batch calls', async () => {
		const created = await upload(
			'/v1/batch-calls',
			{ title: 'Renewals', agent_id: 'agent_sandboxbilling' },
			CSV,
		);
		expectDocumented('createBatchCall', created);
		expect(created.json).toMatchObject({ total_records: 2, status: 'initiated' });
		expectDocumented('listBatchCalls', await send('GET', '/v1/batch-calls'));
		const id = idOf(created);
		const got = await send('GET', `/v1/batch-calls/${id}`);
		expectDocumented('getBatchCall', got);
		expect(got.json).toMatchObject({ total: 2 });
		const paused = await send('PATCH', `/v1/batch-calls/${id}/status`, { action: 'pause' });
		expectDocumented('updateBatchCallStatus', paused);
		expect(paused.json).toMatchObject({ campaign: { status: 'paused' } });
		const noFile = await upload('/v1/batch-calls', { title: 'Renewals' }, 'name\nMaria\n');
		expect(noFile.status).toBe(400);
		expectDocumented('createBatchCall', noFile);
	});

	it('workflows and leads', async () => {
		expectDocumented('listWorkflows', await send('GET', '/v1/workflows'));
		const path = '/v1/workflows/workflow_sandboxreminders';
		expectDocumented('getWorkflow', await send('GET', path));
		const active = await send('PATCH', `${path}/status`, { action: 'activate' });
		expectDocumented('updateWorkflowStatus', active);
		expect(active.json).toMatchObject({ data: { status: 'active' } });

		const uploaded = await upload(`${path}/leads`, {}, CSV);
		expectDocumented('uploadWorkflowLeads', uploaded);
		const [lead] = z
			.object({ data: z.record(z.string(), z.array(z.string())) })
			.parse(uploaded.json).data['+14155550142'] ?? [''];
		const listed = await send('GET', `${path}/leads?leadIds=${lead}`);
		expectDocumented('listWorkflowLeads', listed);
		expect(listed.json).toMatchObject({ count: 1 });
		const keys = await send('GET', `${path}/leads/variable-keys`);
		expectDocumented('listWorkflowLeadVariableKeys', keys);
		expect(keys.json).toMatchObject({ data: { keys: ['customer_name'] } });
		expectDocumented('getWorkflowLeadHistory', await send('GET', `${path}/leads/${lead}/history`));
		expectDocumented('deleteWorkflowLead', await send('DELETE', `${path}/leads/${lead}`));
		expect((await send('GET', `${path}/leads`)).json).toMatchObject({ count: 1 });
	});

	it('phone numbers', async () => {
		expectDocumented('listPhoneNumbers', await send('GET', '/v1/organization-phone-numbers'));
		expectDocumented(
			'getPhoneNumber',
			await send('GET', '/v1/organization-phone-numbers/phn_sandbox1'),
		);
	});
});

it('answers as production was seen to, when the setting says so', async () => {
	await sandbox.control('PUT', '/settings', { dialnexa: { envelopes: 'production' } });
	await sandbox.control('POST', '/calls', { sample: 'ready', callId: 'call_1' });
	expect((await send('GET', '/v1/agents')).json).toMatchObject({ data: { agents: [{}, {}] } });
	expect((await send('GET', '/v1/batch-calls')).json).toEqual([]);
	expect((await send('GET', '/v1/workflows')).json).toMatchObject({
		data: { data: [{}, {}], meta: { currentPage: 1 } },
	});
	expect((await send('GET', '/v1/calls/call_1')).json).not.toHaveProperty('transcript');
});

describe('deliveries', () => {
	async function register(events: string[], secret = 'a secret of its own') {
		await send('POST', '/v1/user-webhooks', { url: `${receiver.url}/c`, events, secret });
	}

	it('sends generation C flat and signed with the webhook’s own secret', async () => {
		await register(['call.completed']);
		const answer = await sandbox.control('POST', '/calls', { sample: 'ready' });
		expect(answer).toMatchObject({
			deliveries: [{ url: `${receiver.url}/c`, status: 200, body: '{"received":true}' }],
		});
		const [delivery] = receiver.received;
		const hex = createHmac('sha256', 'a secret of its own')
			.update(`${delivery?.body}`)
			.digest('hex');
		expect(delivery?.headers['x-nexa-signature']).toBe(`sha256=${hex}`);
		expect(JSON.parse(`${delivery?.body}`)).toMatchObject({
			status: 'completed',
			extracted_data: { match_confidence: '0.96', recipient_confirmed: 'true' },
		});
	});

	it('sends generation B in an envelope, signed with the organisation’s secret, once it is verified', async () => {
		const dashboard = { url: `${receiver.url}/b`, secret: 'the organisation’s' };
		receiver.status = 404;
		const refused = await sandbox.send('PUT', '/_sandbox/dashboard-webhook', dashboard);
		expect(refused.status).toBe(400);
		await sandbox.control('POST', '/calls', { sample: 'ready' });
		expect(receiver.received).toHaveLength(1);

		receiver.status = 200;
		await sandbox.control('PUT', '/dashboard-webhook', dashboard);
		await sandbox.control('POST', '/calls', { sample: 'ready', callId: 'call_b' });
		const delivery = receiver.received.at(-1);
		const hex = createHmac('sha256', 'the organisation’s')
			.update(`${delivery?.body}`)
			.digest('hex');
		expect(delivery?.headers['x-dialnexa-signature']).toBe(hex);
		const body = z
			.object({
				event_type: z.literal('call_ended'),
				payload: z.object({
					call: z.object({ id: z.string(), transcript: z.string(), from_number: z.string() }),
				}),
			})
			.parse(JSON.parse(`${delivery?.body}`));
		expect(body.payload.call.id).toBe('call_b');
		expect(body.payload.call.from_number).not.toContain('+');
		expect(JSON.parse(body.payload.call.transcript)).toContainEqual(
			expect.objectContaining({ role: 'user', content: expect.stringContaining('4242') as string }),
		);
	});

	it('tells only active webhooks that subscribed to the event', async () => {
		await register(['call.completed']);
		await sandbox.control('POST', '/calls', { sample: 'no_answer' });
		await send('POST', '/v1/user-webhooks', {
			url: `${receiver.url}/paused`,
			events: ['call.completed'],
			secret: 's',
			is_active: false,
		});
		await sandbox.control('POST', '/calls', { sample: 'ready' });
		expect(receiver.received.map(({ path }) => path)).toEqual(['/c']);
	});

	it('tells no user-webhook of a call that failed, as DialNexa was seen to, until the event is asked for', async () => {
		await register(['call.failed']);
		await sandbox.control('POST', '/calls', { sample: 'failed', callId: 'call_failed' });
		expect(receiver.received).toEqual([]);
		expect((await send('GET', '/v1/calls/call_failed')).json).toMatchObject({ status: 'failed' });
		await sandbox.control('POST', '/calls', { sample: 'failed', event: 'call.failed' });
		expect(receiver.received).toHaveLength(1);
	});

	it('restricts a delivery to one webhook or to one generation', async () => {
		await register(['call.completed']);
		const other = { url: `${receiver.url}/other`, events: ['call.completed'], secret: 's' };
		await send('POST', '/v1/user-webhooks', other);
		await sandbox.control('PUT', '/dashboard-webhook', { url: `${receiver.url}/b`, secret: 's' });
		const told = async (restriction: object) => {
			receiver.received.length = 0;
			await sandbox.control('POST', '/calls', { sample: 'ready', ...restriction });
			return receiver.received.map(({ path }) => path).sort();
		};
		expect(await told({})).toEqual(['/b', '/c', '/other']);
		expect(await told({ generation: 'B' })).toEqual(['/b']);
		expect(await told({ generation: 'C' })).toEqual(['/c', '/other']);
		expect(await told({ url: other.url })).toEqual(['/other']);
	});

	it('forges a signature, leaves it out, sends a body as it is, and sends many times', async () => {
		await register(['call.completed'], 'right');
		await sandbox.control('POST', '/calls', { sample: 'forged' });
		await sandbox.control('POST', '/calls', { sample: 'ready', signature: 'missing' });
		await sandbox.control('POST', '/calls', { body: '{"call_id": "call_x"  }', times: 3 });
		const [forged, missing, ...same] = receiver.received;
		const right = createHmac('sha256', 'right').update(`${forged?.body}`).digest('hex');
		expect(forged?.headers['x-nexa-signature']).toMatch(/^sha256=[0-9a-f]{64}$/);
		expect(forged?.headers['x-nexa-signature']).not.toBe(`sha256=${right}`);
		expect(missing?.headers).not.toHaveProperty('x-nexa-signature');
		expect(same.map(({ body }) => body)).toEqual(Array(3).fill('{"call_id": "call_x"  }'));
		// A call that was forged is none that DialNexa knows of.
		expect((await send('GET', '/v1/calls')).text).not.toContain('ACC-0001');
	});

	it('says why nobody answered', async () => {
		await send('POST', '/v1/user-webhooks', {
			url: await closedPort(),
			events: ['call.completed'],
			secret: 's',
		});
		expect(await sandbox.control('POST', '/calls', { sample: 'ready' })).toMatchObject({
			deliveries: [{ status: null, body: expect.stringContaining('ECONNREFUSED') as string }],
		});
	});
});
