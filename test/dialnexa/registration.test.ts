import type { INodeParameters } from 'n8n-workflow';
import { TriggerUnderTest } from '../engine';
import { Log } from './log';
import { TestWorkspace } from './workspace';

let workspace: TestWorkspace;
beforeAll(async () => {
	workspace = await TestWorkspace.start();
});
afterAll(async () => await workspace.stop());

const log = Log.capture();
const running: TriggerUnderTest[] = [];
beforeEach(async () => await workspace.reset());
afterEach(async () => {
	for (const trigger of running.splice(0)) await trigger.close();
	await workspace.expectDocumentedRequests();
});

async function trigger(options: {
	events?: string[];
	parameters?: INodeParameters;
	staticData?: TriggerUnderTest['workflow']['staticData'];
	active?: boolean;
	webhookBaseUrl?: string;
	credential?: Record<string, string>;
}) {
	const { events = ['call.completed', 'call.no_answer'] } = options;
	const made = await TriggerUnderTest.create({
		type: 'dialNexaTrigger',
		parameters: { registration: 'automatic', events, ...options.parameters },
		credentials: await workspace.credential(options.credential),
		webhookBaseUrl: 'https://n8n.example.com/webhook',
		...options,
	});
	running.push(made);
	return made;
}

const webhooks = async () => (await workspace.holds()).webhooks;
const events = async () => (await webhooks()).flatMap((webhook) => webhook.events).sort();
const fault = async (operation: string, name: string) => await workspace.fault(operation, name);

const withKey = async (method: string, path: string, body?: unknown) =>
	await workspace.asDialNexaUser(method, `/v1/user-webhooks${path}`, body);

/** Publishes as n8n does: `create` only when `checkExists` says no. */
async function publish(node: TriggerUnderTest, mode: 'trigger' | 'manual' = 'trigger') {
	if (await node.lifecycle('checkExists', mode)) return false;
	return await node.lifecycle('create', mode);
}

describe.each(['wrapped', 'bare'])('publishing, webhooks answered %s', (webhookAnswer) => {
	beforeEach(async () => await workspace.settings({ webhookAnswer }));

	test('registers one webhook per event, each with a random secret of its own', async () => {
		const node = await trigger({});
		expect(await publish(node)).toBe(true);
		const made = await webhooks();
		expect(await events()).toEqual(['call.completed', 'call.no_answer']);
		expect(new Set(made.map(({ url }) => url)).size).toBe(1);
		expect(made[0].url).toMatch(/^https:\/\/n8n\.example\.com\/webhook\//);
		expect(made.every(({ is_active: active }) => active)).toBe(true);
		expect(new Set(made.map(({ secret }) => secret)).size).toBe(2);
		for (const { secret } of made) expect(secret).toMatch(/^[0-9a-f]{64}$/);
	});

	test('again changes nothing', async () => {
		const node = await trigger({});
		await publish(node);
		const before = await webhooks();
		expect(await publish(node)).toBe(false);
		expect(await webhooks()).toEqual(before);
	});

	test('a call that DialNexa delivers then arrives, and a forged one does not', async () => {
		const node = await trigger({ webhookBaseUrl: undefined });
		await node.listen();
		await publish(node);
		await workspace.call('ready');
		await workspace.call('no_answer');
		await workspace.call('forged');
		expect(node.executions.map(([{ json }]) => json.event)).toEqual([
			'call.completed',
			'call.no_answer',
		]);
		const ready = JSON.stringify(node.executions[0][0].json);
		expect(ready).not.toMatch(/4242/);
		expect(node.executions[0][0].json).toMatchObject({
			status: 'completed',
			analysis: { requested_action: 'create_invoice', match_confidence: 0.96, amount: '49.00' },
			sensitive: { found: true, suppressed: true },
		});
	});

	test('after the secrets were lost renews them in place', async () => {
		await publish(await trigger({}));
		const before = await webhooks();
		const node = await trigger({});
		expect(await publish(node)).toBe(true);
		const after = await webhooks();
		expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
		expect(after.map(({ secret }) => secret)).not.toEqual(before.map(({ secret }) => secret));
	});

	test('after somebody deleted one webhook, paused another or added one, puts it right', async () => {
		const node = await trigger({ events: ['call.completed', 'call.no_answer', 'call.failed'] });
		await publish(node);
		const [first, second, third] = await webhooks();
		await withKey('DELETE', `/${first.id}`);
		await withKey('PATCH', `/${second.id}`, { is_active: false });
		const strangers = { url: first.url, events: ['call.completed', 'other'], secret: 's' };
		await withKey('POST', '', strangers);
		expect(await publish(node)).toBe(true);
		expect(await events()).toEqual(['call.completed', 'call.failed', 'call.no_answer']);
		const after = await webhooks();
		expect(after.every(({ is_active: active }) => active)).toBe(true);
		expect(after.find(({ id }) => id === third.id)?.secret).toBe(third.secret);
		expect(after.find(({ id }) => id === second.id)?.secret).not.toBe(second.secret);
	});
});

test('fewer events selected: the webhooks of the others are removed', async () => {
	const node = await trigger({});
	await publish(node);
	const fewer = await trigger({
		events: ['call.completed'],
		staticData: node.workflow.staticData,
	});
	await publish(fewer);
	expect(await events()).toEqual(['call.completed']);
});

test('webhooks to other addresses are left alone', async () => {
	await withKey('POST', '', {
		url: 'https://other.example.com',
		events: ['call.completed'],
		secret: 's',
	});
	const node = await trigger({});
	await publish(node);
	await node.lifecycle('delete');
	expect(await webhooks()).toMatchObject([{ url: 'https://other.example.com', secret: 's' }]);
});

test('a workspace with many webhooks: ours are found on whatever page they are', async () => {
	for (let i = 0; i < 130; i++) {
		await withKey('POST', '', {
			url: `https://o.example.com/${i}`,
			events: ['call.completed'],
			secret: 's',
		});
	}
	const node = await trigger({});
	await publish(node);
	expect(await publish(node)).toBe(false);
	expect(await webhooks()).toHaveLength(132);
});

describe('unpublishing', () => {
	test('removes every webhook', async () => {
		const node = await trigger({});
		await publish(node);
		expect(await node.lifecycle('delete')).toBe(true);
		expect(await webhooks()).toEqual([]);
		expect(node.staticData().registrations).toEqual([]);
	});

	test('also those whose secrets were lost, and is content when they are gone', async () => {
		await publish(await trigger({}));
		const node = await trigger({});
		expect(await node.lifecycle('delete')).toBe(true);
		expect(await webhooks()).toEqual([]);
		expect(await node.lifecycle('delete')).toBe(true);
	});

	test('is content when somebody deleted them', async () => {
		const node = await trigger({});
		await publish(node);
		for (const { id } of await webhooks()) await withKey('DELETE', `/${id}`);
		expect(await node.lifecycle('delete')).toBe(true);
		expect(node.staticData().registrations).toEqual([]);
	});

	test('says what is left behind, and the next time removes it', async () => {
		const node = await trigger({});
		await publish(node);
		const [first] = await webhooks();
		await fault('deleteWebhook', 'status_500');
		await expect(node.lifecycle('delete')).rejects.toMatchObject({
			message: expect.stringContaining('DialNexa answered 500') as string,
			description: expect.stringContaining(
				`Left behind in DialNexa: webhook ${first.id}`,
			) as string,
		});
		expect(await webhooks()).toHaveLength(1);
		await node.lifecycle('delete');
		expect(await webhooks()).toEqual([]);
	});

	test('removes what it remembers even when the list cannot be had, and says so', async () => {
		const node = await trigger({});
		await publish(node);
		await fault('listWebhooks', 'status_503');
		await expect(node.lifecycle('delete')).rejects.toThrow('DialNexa answered 503');
		expect(await webhooks()).toEqual([]);
	});

	test('a test listener never throws there', async () => {
		const node = await trigger({ active: false });
		await publish(node, 'manual');
		await fault('deleteWebhook', 'status_500');
		expect(await node.lifecycle('delete', 'manual')).toBe(true);
		expect(await webhooks()).toHaveLength(1);
		const [left] = await webhooks();
		expect(log.text).toContain(`Left behind in DialNexa: webhook ${left.id}`);
	});
});

describe('when half of publishing fails, nothing is left behind', () => {
	test.each([
		['the second webhook is refused', 'createWebhook', 'status_500'],
		['the second webhook is made without an answer', 'createWebhook', 'reset_after'],
		[
			'the second webhook is made and answered in an unknown form',
			'createWebhook',
			'unknown_2xx_after',
		],
		['the second webhook is answered with a page', 'createWebhook', 'html_after'],
	])('%s', async (_name, operation, name) => {
		const node = await trigger({ events: ['call.completed'] });
		await publish(node);
		// The first event is registered: the fault strikes the one that is new.
		const more = await trigger({ staticData: node.workflow.staticData });
		await fault(operation, name);
		await expect(publish(more)).rejects.toThrow(/DialNexa/);
		expect(await webhooks()).toEqual([]);
		expect(more.staticData().registrations).toEqual([]);
		expect(await publish(more)).toBe(true);
		expect(await events()).toEqual(['call.completed', 'call.no_answer']);
	});

	test('and when removing fails too, what is left is named', async () => {
		const node = await trigger({ events: ['call.completed'] });
		await publish(node);
		const [{ id }] = await webhooks();
		const more = await trigger({ staticData: node.workflow.staticData });
		await fault('createWebhook', 'status_500');
		await fault('deleteWebhook', 'status_500');
		await expect(publish(more)).rejects.toMatchObject({
			description: expect.stringContaining(id) as string,
		});
		expect(await publish(more)).toBe(true);
		expect(await events()).toEqual(['call.completed', 'call.no_answer']);
	});
});

describe('messages for the person who publishes', () => {
	test('a wrong key', async () => {
		const node = await trigger({ credential: { apiKey: 'wrong:key' } });
		await expect(publish(node)).rejects.toMatchObject({
			message: 'DialNexa answered 401: API key is missing or invalid',
			description: expect.stringContaining('API Key') as string,
		});
		expect(await workspace.requests()).toHaveLength(1);
	});

	test('a base URL that is none, and one where nobody listens', async () => {
		await expect(publish(await trigger({ credential: { baseUrl: 'dialnexa' } }))).rejects.toThrow(
			'The DialNexa credential has no usable Base URL',
		);
		const nobody = { baseUrl: 'http://127.0.0.1:9' };
		await expect(publish(await trigger({ credential: nobody }))).rejects.toMatchObject({
			message: 'DialNexa could not be reached',
			description: expect.stringContaining('ECONNREFUSED') as string,
		});
	});

	test('no event, and an event that only dashboard webhooks have', async () => {
		await expect(publish(await trigger({ events: [] }))).rejects.toThrow('Trigger On is empty');
		await expect(publish(await trigger({ events: ['call.started'] }))).rejects.toThrow(
			'dashboard webhooks only',
		);
	});
});

describe('addresses', () => {
	test('a published workflow that moved removes the webhooks of its former address', async () => {
		const node = await trigger({});
		await publish(node);
		const moved = await trigger({
			webhookBaseUrl: 'https://new.example.com/webhook',
			staticData: node.workflow.staticData,
		});
		expect(await publish(moved)).toBe(true);
		const urls = new Set((await webhooks()).map(({ url }) => new URL(url).host));
		expect(urls).toEqual(new Set(['new.example.com']));
		expect(await publish(moved)).toBe(false);
	});

	test('a test listener leaves the webhooks of the published workflow alone', async () => {
		const node = await trigger({});
		await publish(node);
		const tested = await trigger({
			webhookBaseUrl: 'https://n8n.example.com/webhook-test',
			active: false,
			staticData: node.workflow.staticData,
		});
		expect(await publish(tested, 'manual')).toBe(true);
		expect(await webhooks()).toHaveLength(4);
		await tested.lifecycle('delete', 'manual');
		expect(await webhooks()).toHaveLength(2);
		expect(await publish(node)).toBe(false);
	});
});

test('two instances of n8n in one workspace do not touch each other', async () => {
	const here = await trigger({});
	const there = await trigger({ webhookBaseUrl: 'https://other.example.com/webhook' });
	await publish(here);
	await publish(there);
	expect(await webhooks()).toHaveLength(4);
	expect(await publish(here)).toBe(false);
	await there.lifecycle('delete');
	expect(await publish(here)).toBe(false);
	expect(await webhooks()).toHaveLength(2);
});

describe('dashboard webhooks', () => {
	const dashboard = { registration: 'dashboard' };

	test('ask DialNexa nothing, and are ready with a secret and a short address', async () => {
		const node = await trigger({ parameters: dashboard });
		expect(await publish(node)).toBe(true);
		expect(await node.lifecycle('delete')).toBe(true);
		expect(await workspace.requests()).toEqual([]);
	});

	test('say when the secret is missing or the address too long', async () => {
		const without = await trigger({ parameters: dashboard, credential: { webhookSecret: '' } });
		await expect(publish(without)).rejects.toThrow('no Webhook Signing Secret');
		const long = await trigger({
			parameters: dashboard,
			webhookBaseUrl: `https://n8n.example.com/${'a'.repeat(150)}`,
		});
		await expect(publish(long)).rejects.toThrow(/has 2\d\d characters/);
	});

	test('are saved by DialNexa and deliver', async () => {
		const node = await trigger({ parameters: dashboard, webhookBaseUrl: undefined });
		const url = await node.listen();
		await publish(node);
		const secret = 'sandbox-dialnexa-organisation-secret';
		await workspace.sandbox.control('PUT', '/dashboard-webhook', { url, secret });
		expect(node.executions).toEqual([]);
		await workspace.sandbox.control('POST', '/calls', { sample: 'needs_approval', times: 2 });
		expect(node.executions).toHaveLength(1);
		expect(node.executions[0][0].json).toMatchObject({ source: { generation: 'B' } });
	});

	test('switched over from automatic ones remove those', async () => {
		const node = await trigger({});
		await publish(node);
		await publish(await trigger({ parameters: dashboard, staticData: node.workflow.staticData }));
		expect(await webhooks()).toEqual([]);
	});
});
