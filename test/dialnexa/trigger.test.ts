import type { INodeParameters } from 'n8n-workflow';
import { TriggerUnderTest } from '../engine';
import { ENDED, hmac, post, SECRET } from './deliveries';
import { Log } from './log';

const EVERYTHING = ['call.completed', 'call.failed', 'call.no_answer', 'call.started'];
const running: TriggerUnderTest[] = [];

async function listening({
	parameters,
	webhookSecret = SECRET,
	active,
	staticData,
}: {
	parameters?: INodeParameters;
	webhookSecret?: string;
	active?: boolean;
	staticData?: { registrations: object[] };
} = {}) {
	const trigger = await TriggerUnderTest.create({
		type: 'dialNexaTrigger',
		parameters: { registration: 'dashboard', events: EVERYTHING, ...parameters },
		credentials: { dialNexaApi: { apiKey: 'id:secret', webhookSecret } },
		active,
		staticData: staticData && { 'node:Node': staticData },
	});
	running.push(trigger);
	return { trigger, url: await trigger.listen() };
}

const withCall = (call: object, event = 'call_ended') => ({
	event_type: event,
	payload: { call: { ...ENDED.payload.call, ...call } },
});

let calls = 0;
/** No two tests share a call, since redeliveries are remembered by the process. */
const freshId = () => `call_trigger${++calls}`;

/** What people look at when a trigger stays silent. */
const log = Log.capture();
beforeEach(() => {
	log.text = '';
});

afterEach(async () => {
	for (const trigger of running.splice(0)) {
		await trigger.close();
		expect(trigger.thrown).toEqual([]);
	}
});

test('a signed call starts the workflow with one redacted Call', async () => {
	const { trigger, url } = await listening();
	const id = freshId();
	const body = withCall({ id, summary: 'Paid with 4242 4242 4242 4242.' });
	expect((await post(url, body)).status).toBe(200);
	expect(trigger.executions).toHaveLength(1);
	expect(trigger.executions[0]).toHaveLength(1);
	expect(trigger.executions[0][0].json).toMatchObject({
		event: 'call.completed',
		callId: id,
		idempotencyKey: id,
		summary: 'Paid with [card removed].',
		sensitive: { found: true, suppressed: true, categories: [{ category: 'card', count: 1 }] },
		source: { generation: 'B', event: 'call_ended' },
	});
});

describe('a delivery that is not verified is answered with 401 and starts nothing', () => {
	const text = JSON.stringify(withCall({ id: 'call_forged' }));

	const mismatch = 'its signature fits no known secret';

	test.each([
		['unsigned', {}, 'it carries no signature'],
		['signed with another secret', { 'x-dialnexa-signature': hmac(text, 'other') }, mismatch],
		['signed for another body', { 'x-dialnexa-signature': hmac(`${text} `) }, mismatch],
		[
			'signed in a strange form',
			{ 'x-dialnexa-signature': 'signed' },
			'its signature is not an HMAC-SHA256',
		],
		['signed in another header', { 'x-signature': hmac(text) }, 'it carries no signature'],
	])('%s, and the log says so', async (_name, headers, why) => {
		const { trigger, url } = await listening();
		expect(await post(url, text, headers)).toEqual({ status: 401, text: 'Unauthorized' });
		expect(trigger.executions).toEqual([]);
		expect(log.text).toContain(`DialNexa Trigger "Node" refused a delivery: ${why}`);
		expect(log.text).not.toContain(SECRET);
		expect(log.text).not.toContain('call_forged');
	});

	test('whatever it is signed with, when the credential has no secret', async () => {
		const { trigger, url } = await listening({ webhookSecret: '' });
		const headers = { 'x-dialnexa-signature': hmac(text, '') };
		expect((await post(url, text, headers)).status).toBe(401);
		expect(trigger.executions).toEqual([]);
		expect(log.text).toContain('no signing secret is known');
	});

	test('the secret of the dashboard does not open automatic webhooks, nor the other way round', async () => {
		const automatic = await listening({
			parameters: { registration: 'automatic', events: ['call.completed'] },
		});
		expect((await post(automatic.url, text)).status).toBe(401);
		const registration = { id: 'webhook_1', event: 'call.completed', url: '', secret: 'own' };
		const dashboard = await listening({ staticData: { registrations: [registration] } });
		const headers = { 'x-nexa-signature': hmac(text, 'own') };
		expect((await post(dashboard.url, text, headers)).status).toBe(401);
	});

	test('its body is not even read as JSON', async () => {
		const { url } = await listening();
		const body = `{"event_type":"verification"${'['.repeat(1_000)}`;
		expect((await post(url, body, {})).status).not.toBe(200);
	});
});

describe('the verification call of a dashboard webhook is answered and starts nothing', () => {
	const body = { event_type: 'verification', payload: { message: 'Hello <b>', timestamp: 1 } };

	test.each([
		['signed', undefined, 200],
		['unsigned', {}, 200],
		['wrongly signed', { 'x-dialnexa-signature': hmac('other') }, 401],
		['signed in a strange form', { 'x-dialnexa-signature': 'signed' }, 401],
	])('%s', async (_name, headers, status) => {
		const { trigger, url } = await listening();
		const answer = await post(url, body, headers);
		expect(answer.status).toBe(status);
		expect(answer.text).not.toContain('Hello');
		expect(trigger.executions).toEqual([]);
	});
});

describe('a verified delivery that cannot be read is answered with 422', () => {
	test.each([
		['no call ID', withCall({ id: '' })],
		['an unknown form', { hello: 'world' }],
		['no object', [1, 2]],
	])('%s', async (_name, body) => {
		const { trigger, url } = await listening();
		expect(await post(url, body)).toEqual({ status: 422, text: 'Unprocessable' });
		expect(trigger.executions).toEqual([]);
	});
});

test('what is signed counts, not what n8n reads by the content type', async () => {
	const { trigger, url } = await listening();
	const text = JSON.stringify(withCall({ id: freshId() }));
	const headers = { 'content-type': 'text/plain', 'x-dialnexa-signature': hmac(text) };
	expect((await post(url, text, headers)).status).toBe(200);
	expect(trigger.executions).toHaveLength(1);
});

describe('only what was asked for starts the workflow', () => {
	const started = async (parameters: INodeParameters, call: object, event?: string) => {
		const { trigger, url } = await listening({ parameters });
		expect((await post(url, withCall({ id: freshId(), ...call }, event))).status).toBe(200);
		return trigger.executions.length;
	};

	test.each<[string, INodeParameters, object, number]>([
		['an event that is selected', { events: ['call.no_answer'] }, { status: 'busy' }, 1],
		['an event that is not', { events: ['call.completed'] }, { status: 'busy' }, 0],
		['an agent from the list', { agentIds: ['agent_1', 'agent_2'] }, {}, 1],
		['another agent', { agentIds: ['agent_2'] }, {}, 0],
		['an agent given by expression', { agentIds: '={{ "agent_2, agent_1" }}' }, {}, 1],
		['another agent than given by expression', { agentIds: '={{ "agent_2" }}' }, {}, 0],
		['an unknown agent', { agentIds: ['agent_2'] }, { agent_id: '' }, 0],
		['a completed call', { completedOnly: true }, {}, 1],
		['a failed call', { completedOnly: true }, { status: 'failed' }, 0],
	])('%s', async (_name, parameters, call, executions) => {
		expect(await started(parameters, call)).toBe(executions);
	});

	test('a call that starts', async () => {
		expect(await started({}, { status: 'initiated' }, 'call_initiated')).toBe(1);
	});
});

describe('redelivery', () => {
	test('of the same event of the same call starts nothing a second time', async () => {
		const { trigger, url } = await listening();
		const id = freshId();
		const answers = await Promise.all(
			Array.from({ length: 20 }, async () => await post(url, withCall({ id }))),
		);
		expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
		expect(trigger.executions).toHaveLength(1);
	});

	test('another event of the call, and another call, start it again', async () => {
		const { trigger, url } = await listening();
		const id = freshId();
		await post(url, withCall({ id, status: 'initiated' }, 'call_initiated'));
		await post(url, withCall({ id }));
		await post(url, withCall({ id: freshId() }));
		expect(trigger.executions).toHaveLength(3);
	});

	test('starts it after all when n8n could not store the first', async () => {
		const { trigger, url } = await listening();
		const id = freshId();
		trigger.storageFails = true;
		expect((await post(url, withCall({ id }))).status).toBe(500);
		trigger.storageFails = false;
		expect((await post(url, withCall({ id }))).status).toBe(200);
		expect(trigger.executions).toHaveLength(1);
	});

	test('a test listener takes the same call again and again', async () => {
		const { trigger, url } = await listening({ active: false });
		const id = freshId();
		await post(url, withCall({ id }));
		await post(url, withCall({ id }));
		expect(trigger.executions).toHaveLength(2);
	});
});

describe('automatic webhooks', () => {
	const registrations = ['call.completed', 'call.failed'].map((event, i) => ({
		id: `webhook_${i}`,
		event,
		url: 'https://n8n.example.com/webhook',
		secret: `secret of ${event}`,
	}));

	test('the secret that fits tells the event that the flat body does not name', async () => {
		const { trigger, url } = await listening({
			parameters: { registration: 'automatic', events: ['call.completed', 'call.failed'] },
			staticData: { registrations },
		});
		const text = JSON.stringify({ call_id: freshId(), status: 'something_new' });
		const signature = `sha256=${hmac(text, 'secret of call.failed')}`;
		expect((await post(url, text, { 'x-nexa-signature': signature })).status).toBe(200);
		expect(trigger.executions[0][0].json).toMatchObject({ event: 'call.failed' });
	});
});
