import type { INodeParameters } from 'n8n-workflow';
import { isAllowedIp } from '../../nodes/DialNexaTrigger/sourceChecks';
import { TriggerUnderTest } from '../engine';
import { hmac, post } from './deliveries';
import { Log } from './log';
import { TestWorkspace } from './workspace';

let workspace: TestWorkspace;
beforeAll(async () => {
	workspace = await TestWorkspace.start();
});
afterAll(async () => await workspace.stop());

const log = Log.capture();
const running: TriggerUnderTest[] = [];
beforeEach(async () => {
	log.text = '';
	await workspace.reset();
});
afterEach(async () => {
	for (const trigger of running.splice(0)) {
		await trigger.close();
		expect(trigger.thrown).toEqual([]);
	}
	await workspace.expectDocumentedRequests();
});

async function listening(options: INodeParameters) {
	const credentials = await workspace.credential({ webhookSecret: 'secret' });
	const trigger = await TriggerUnderTest.create({
		type: 'dialNexaTrigger',
		parameters: { registration: 'dashboard', events: ['call.completed'], options },
		credentials,
	});
	running.push(trigger);
	return { trigger, url: await trigger.listen() };
}

let calls = 0;
const freshId = () => `call_options${++calls}`;

async function deliver(url: string, call: object) {
	const text = JSON.stringify({ call_id: freshId(), status: 'completed', ...call });
	return await post(url, text, { 'x-dialnexa-signature': hmac(text, 'secret') });
}

describe('a call that is delivered without its analysis', () => {
	const deliverEmpty = async (url: string, callId: string) =>
		await deliver(url, { call_id: callId, summary: 'Own summary.', transcript: 'User: Hi.' });

	test('gets it from DialNexa, and keeps what the delivery said', async () => {
		const callId = freshId();
		await workspace.call('ready', callId);
		const { trigger, url } = await listening({ waitForAnalysis: 1 });
		expect((await deliverEmpty(url, callId)).status).toBe(200);
		expect(trigger.executions[0][0].json).toMatchObject({
			event: 'call.completed',
			callId,
			summary: 'Own summary.',
			transcript: 'Caller: Hi.',
			from: '+14155550142',
			analysis: { requested_action: 'create_invoice', match_confidence: 0.96 },
			source: { generation: 'C' },
			sensitive: { found: true, suppressed: true },
		});
		expect(JSON.stringify(trigger.executions)).not.toContain('4242');
	});

	test('starts the workflow as it is when DialNexa has none either, or cannot say', async () => {
		const callId = freshId();
		const { trigger, url } = await listening({ waitForAnalysis: 1 });
		await deliverEmpty(url, callId);
		expect(trigger.executions[0][0].json).toMatchObject({ callId, analysis: {} });
		expect(log.text).toContain('could not look for a late analysis: DialNexa answered 404');
	});

	test('is not held up without the option', async () => {
		const { trigger, url } = await listening({});
		await deliverEmpty(url, freshId());
		expect(trigger.executions).toHaveLength(1);
		expect(await workspace.operations()).toEqual([]);
	});

	test('is redelivered while it is being looked for: one execution', async () => {
		const callId = freshId();
		await workspace.call('ready', callId);
		const { trigger, url } = await listening({ waitForAnalysis: 1 });
		const answers = await Promise.all([deliverEmpty(url, callId), deliverEmpty(url, callId)]);
		expect(answers.map(({ status }) => status)).toEqual([200, 200]);
		expect(trigger.executions).toHaveLength(1);
	});

	test('is left alone when it has one, or has nothing to analyse', async () => {
		const { trigger, url } = await listening({ waitForAnalysis: 1 });
		await deliver(url, { extracted_data: { amount: '49.00' } });
		await deliver(url, { status: 'failed' });
		expect(trigger.executions).toHaveLength(1);
		expect(await workspace.operations()).toEqual([]);
	});
});

describe('source checks', () => {
	test('an address that is not allowed gets 403, even with a good signature', async () => {
		const { trigger, url } = await listening({ allowedIps: '203.0.113.7' });
		expect(await deliver(url, {})).toEqual({ status: 403, text: 'Forbidden' });
		expect(trigger.executions).toEqual([]);
		expect(log.text).toContain('not in Allowed IPs');
		const open = await listening({ allowedIps: '203.0.113.7, 127.0.0.0/8' });
		expect((await deliver(open.url, {})).status).toBe(200);
		expect(open.trigger.executions).toHaveLength(1);
	});

	test.each([
		['10.1.2.3', '', true],
		['10.1.2.3', '10.1.2.3', true],
		['10.1.2.3', '10.1.2.30', false],
		['10.1.2.30', '10.1.2.3', false],
		['10.1.2.3', '10.0.0.0/8', true],
		['11.1.2.3', '10.0.0.0/8', false],
		['10.1.2.3', '10.1.2.2/31', true],
		['10.1.2.3', '0.0.0.0/0', true],
		['10.1.2.3', '10.1.2.3/33', false],
		['10.1.2.3', '10.1.2.3/x', false],
		['10.1.2.3', '10.1.2.300/8', false],
		['::ffff:10.1.2.3', '10.0.0.0/8', true],
		['2001:DB8::1', '10.0.0.0/8, 2001:db8::1', true],
		['2001:db8::2', '2001:db8::1', false],
		[undefined, '10.0.0.0/8', false],
	])('%s by "%s": %s', (ip, allowedIps, allowed) => {
		expect(isAllowedIp(ip, allowedIps)).toBe(allowed);
	});

	test('a body that is too large gets 413', async () => {
		const { trigger, url } = await listening({ maximumBodySize: 1 });
		const answer = await deliver(url, { summary: 'x'.repeat(2_000) });
		expect(answer).toEqual({ status: 413, text: 'Too large' });
		const usual = await listening({});
		expect((await deliver(usual.url, { summary: 'x'.repeat(2_000) })).status).toBe(200);
		expect((await deliver(usual.url, { summary: 'x'.repeat(3_000_000) })).status).toBe(413);
		expect([trigger.executions.length, usual.trigger.executions.length]).toEqual([0, 1]);
	});

	test('a call that is too old starts nothing; one whose time is unknown does', async () => {
		const { trigger, url } = await listening({ maximumCallAge: 1 });
		const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
		expect((await deliver(url, { createdAt: ago(3) })).status).toBe(200);
		expect(trigger.executions).toEqual([]);
		expect(log.text).toContain('older than Maximum Call Age');
		await deliver(url, { createdAt: ago(3), duration: 3 * 3_600 });
		await deliver(url, {});
		expect(trigger.executions).toHaveLength(2);
	});
});
