import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';
import { callSchema, type Call } from '../../lib/call/call';
import { CAPTURE_FIELDS } from '../../lib/call/capture';
import { readCall } from '../../lib/call/delivery';
import { draftOf, readAgent } from '../../nodes/DialNexa/resources/agent/agent';
import { whyNotToStore } from '../../nodes/DialNexa/resources/call/downloadRecording';
import { runNode, TriggerUnderTest } from '../engine';
import { Log } from './log';
import { TestWorkspace } from './workspace';

// The engine logs what a node throws; here it is looked at where it is thrown.
Log.capture();

let workspace: TestWorkspace;
beforeAll(async () => {
	workspace = await TestWorkspace.start();
});
afterAll(async () => await workspace.stop());
beforeEach(async () => await workspace.reset());
afterEach(async () => await workspace.expectDocumentedRequests());

const AGENT = { mode: 'id', value: 'agent_sandboxbilling' };
const WORKFLOW = { mode: 'id', value: 'workflow_sandboxrenewals' };

interface Run {
	items?: IDataObject[];
	settings?: Partial<INode>;
	type?: string;
	credential?: Record<string, string>;
	file?: string;
}

async function run(
	resource: string,
	operation: string,
	parameters: INodeParameters = {},
	{ credential, file, ...rest }: Run = {},
) {
	const { outputs, error } = await runNode({
		type: 'dialNexa',
		parameters: { resource, operation, ...parameters },
		credentials: await workspace.credential(credential),
		...(file !== undefined && {
			binary: {
				data: {
					data: Buffer.from(file).toString('base64'),
					mimeType: 'text/csv',
					fileName: 'leads.csv',
				},
			},
		}),
		...rest,
	});
	const [output = []] = outputs;
	return { items: output.map(({ json }) => json), output, outputs, error };
}

/** Fails unless the operation, asked for raw data, gives DialNexa's own names. */
async function expectRaw(
	resource: string,
	operation: string,
	parameters: INodeParameters,
	expected: object,
) {
	const { items } = await run(resource, operation, { ...parameters, simplify: false });
	expect(items[0]).toMatchObject(expected);
}

let orders = 0;
/** No two tests share a key, since orders are remembered by the process. */
const freshKey = () => `key-${++orders}`;

describe.each(['openapi', 'production'])('reading, with envelopes as in %s', (envelopes) => {
	beforeEach(async () => await workspace.settings({ envelopes }));

	test('call: get gives the Call that the trigger emits, redacted', async () => {
		await workspace.call('ready', 'call_ready');
		const { items } = await run('call', 'get', { callId: 'call_ready' });
		expect(items).toMatchObject([
			{
				event: 'call.completed',
				callId: 'call_ready',
				idempotencyKey: 'call_ready',
				analysis: { requested_action: 'create_invoice', match_confidence: 0.96, amount: '49.00' },
				source: { generation: 'api' },
			},
		]);
		expect(JSON.stringify(items)).not.toContain('4242');
	});

	test('call: get raw gives DialNexa’s own names, redacted', async () => {
		await workspace.call('ready', 'call_ready');
		const { items } = await run('call', 'get', { callId: 'call_ready', simplify: false });
		expect(items[0]).toMatchObject({ id: 'call_ready', agent_id: 'agent_sandboxbilling' });
		expect(JSON.stringify(items)).not.toContain('4242 4242');
	});

	test('agent: get and get many', async () => {
		const expected = {
			agentId: 'agent_sandboxbilling',
			title: 'Billing line',
			publishedVersion: 1,
			draftVersion: 2,
			captures: ['requested_action', 'match_confidence', 'amount', 'currency'],
		};
		expect((await run('agent', 'get', { agentId: AGENT })).items).toMatchObject([expected]);
		const many = await run('agent', 'getMany', { returnAll: true });
		expect(many.items).toMatchObject([expected, { title: 'Payout desk', draftVersion: null }]);
		expect((await run('agent', 'getMany', { limit: 1 })).items).toHaveLength(1);
		const raw = await run('agent', 'get', { agentId: AGENT, simplify: false });
		expect(raw.items[0]).toHaveProperty('versions');
	});

	test('batch call: get, get many, update status', async () => {
		const created = await run(
			'batchCall',
			'create',
			{ agentId: AGENT, title: 'Renewals', idempotencyKey: freshKey() },
			{ file: 'phone_number,customer_name\n+14155550142,Maria\n+14155550143,José\n' },
		);
		expect(created.items).toMatchObject([{ outcome: 'done', calls: 2, title: 'Renewals' }]);
		const batchCallId = created.items[0].batchCallId as string;
		const { items } = await run('batchCall', 'get', { batchCallId });
		expect(items).toMatchObject([
			{ event: 'call.started', agentId: AGENT.value, source: { generation: 'api' } },
			{ event: 'call.started' },
		]);
		expect(items.map((call) => call.to).sort()).toEqual(['+14155550142', '+14155550143']);
		expect((await run('batchCall', 'getMany')).items).toEqual([
			{
				batchCallId,
				title: 'Renewals',
				status: 'initiated',
				calls: 2,
				sent: 0,
				pickedUp: 0,
				createdAt: expect.stringMatching(/^\d{4}-/) as string,
				lastSentAt: '',
			},
		]);
		expect((await run('batchCall', 'getMany', { status: 'paused' })).items).toEqual([]);
		const pause = { batchCallId, statusAction: 'pause' };
		expect((await run('batchCall', 'updateStatus', pause)).items).toEqual([
			{
				batchCallId,
				title: 'Renewals',
				status: 'paused',
				affectedCalls: expect.objectContaining({ removedFromQueue: 2 }) as object,
			},
		]);
		await expectRaw('batchCall', 'get', { batchCallId }, { id: items[0].callId });
		await expectRaw('batchCall', 'getMany', {}, { id: batchCallId, total_records: 2 });
		const resume = { batchCallId, statusAction: 'resume' };
		await expectRaw('batchCall', 'updateStatus', resume, { success: true });
	});

	test('workflow: get, get many, update status', async () => {
		const renewals = {
			workflowId: WORKFLOW.value,
			title: 'Failed renewals',
			status: 'active',
			description: '',
			createdAt: expect.stringMatching(/^\d{4}-/) as string,
			updatedAt: expect.stringMatching(/^\d{4}-/) as string,
		};
		const workflow = { workflowId: WORKFLOW };
		expect((await run('workflow', 'get', workflow)).items).toEqual([renewals]);
		const { items } = await run('workflow', 'getMany');
		expect(items).toEqual([renewals, expect.objectContaining({ status: 'draft' })]);
		const pause = { ...workflow, statusAction: 'pause' };
		const paused = { ...renewals, status: 'paused' };
		expect((await run('workflow', 'updateStatus', pause)).items).toEqual([paused]);
		const raw = { id: WORKFLOW.value, description: null };
		await expectRaw('workflow', 'get', workflow, raw);
		await expectRaw('workflow', 'getMany', {}, raw);
		await expectRaw('workflow', 'updateStatus', pause, raw);
	});

	test('lead: upload, get many, get history', async () => {
		const file = 'phone_number,customer_name\n+14155550142,Maria\n';
		const key = { workflowId: WORKFLOW, idempotencyKey: freshKey() };
		const uploaded = await run('lead', 'upload', key, { file });
		expect(uploaded.items).toMatchObject([{ outcome: 'done', count: 1 }]);
		const again = await run('lead', 'upload', key, { file });
		expect(again.items).toMatchObject([{ outcome: 'duplicate', count: 1 }]);
		const leads = await run('lead', 'getMany', { workflowId: WORKFLOW });
		const lead = {
			leadId: expect.stringMatching(/^lead_/) as string,
			phoneNumber: '+14155550142',
			status: 'pending',
			variables: { customer_name: 'Maria' },
			createdAt: expect.stringMatching(/^\d{4}-/) as string,
		};
		expect(leads.items).toEqual([lead]);
		const leadId = leads.items[0].leadId as string;
		const chosen = { workflowId: WORKFLOW, leadIds: `${leadId}, lead_other` };
		expect((await run('lead', 'getMany', chosen)).items).toHaveLength(1);
		const one = { workflowId: WORKFLOW, leadId };
		expect((await run('lead', 'getHistory', one)).items).toEqual([
			{
				...lead,
				leadId,
				history: [
					{
						label: 'Initial call',
						type: 'VOICE_CALL',
						status: 'pending',
						callId: '',
						startedAt: '',
						endedAt: '',
					},
				],
			},
		]);
		await expectRaw('lead', 'getMany', chosen, { id: leadId, dynamic_variables: {} });
		await expectRaw('lead', 'getHistory', one, { lead: { id: leadId } });
	});

	test('phone number: get many', async () => {
		const number = { phoneNumber: '+14155550100', name: 'Billing line', status: 'active' };
		expect((await run('phoneNumber', 'getMany')).items).toEqual([
			{ phoneNumberId: 'phn_sandbox1', ...number, country: 'US', provider: 'plivo' },
		]);
		await expectRaw('phoneNumber', 'getMany', {}, { phone_number: '+14155550100' });
	});
});

describe('call: get many', () => {
	test('every filter is documented, durations become milliseconds', async () => {
		await run('call', 'getMany', {
			filters: {
				agentIds: 'agent_1, agent_2',
				agentVersionId: 'v1',
				agentVersionName: 'Version 1',
				batchCallIds: 'batch_1',
				callIds: 'call_1',
				columns: 'duration,status',
				direction: 'inbound',
				endReasons: 'user_busy',
				export: false,
				from: '+14155550111',
				latencyMax: 900,
				latencyMin: 100,
				longerThan: 1,
				longest: 60,
				sentiment: 'negative',
				shorterThan: 59.5,
				shortest: 2,
				since: '2026-01-01T00:00:00',
				sortByDate: 'asc',
				sortByDuration: 'desc',
				statuses: ['completed', 'failed'],
				to: '+14155550100',
				type: 'phone',
				until: '2026-12-31',
			},
		});
		const [{ path }] = await workspace.requests();
		const query = Object.fromEntries(new URL(path, 'http://localhost').searchParams);
		expect(query).toMatchObject({
			duration_greater_than: '1000',
			duration_less_than: '59500',
			duration_min: '2000',
			duration_max: '60000',
			latency_min: '100',
			status: 'completed,failed',
			end_date: '2026-12-31T00:00:00.000Z',
			page: '1',
			limit: '50',
		});
		expect(Object.keys(query)).toHaveLength(26);
	});

	test('pages until a page is short, or exports in one answer', async () => {
		for (let i = 0; i < 201; i++) await workspace.call('no_answer');
		expect((await run('call', 'getMany', { returnAll: true })).items).toHaveLength(201);
		expect(await workspace.operations()).toEqual(['listCalls', 'listCalls', 'listCalls']);
		const few = await run('call', 'getMany', { limit: 3 });
		expect(few.items).toHaveLength(3);
		const exported = { returnAll: true, filters: { export: true } };
		expect((await run('call', 'getMany', exported)).items).toHaveLength(201);
		expect(await workspace.operations()).toHaveLength(5);
	});

	test('a time that is none is refused by name', async () => {
		const { error } = await run('call', 'getMany', { filters: { since: 'soon' } });
		expect(error).toMatchObject({ message: 'Since is not a time [item 0]' });
	});
});

describe('call: get many, to miss none', () => {
	const ENDED = { returnAll: true, filters: { endedInTheLast: 24 } };
	const idsOf = (items: IDataObject[]) => items.map((item) => item.callId);

	test('gives every call that is over, oldest first, each time', async () => {
		await workspace.call('ready', 'call_1');
		await workspace.call('no_answer', 'call_2');
		await workspace.call('failed', 'call_3');
		for (let i = 0; i < 2; i++) {
			const { items } = await run('call', 'getMany', ENDED);
			expect(idsOf(items)).toEqual(['call_1', 'call_2', 'call_3']);
		}
	});

	test('a long call comes when it is over, however many have come before', async () => {
		const order = { agentId: AGENT, phoneNumber: '+14155550142', idempotencyKey: freshKey() };
		const callId = (await run('call', 'create', order)).items[0].callId as string;
		await workspace.call('ready', 'call_later');
		expect(idsOf((await run('call', 'getMany', ENDED)).items)).toEqual(['call_later']);
		await workspace.call('ready', callId);
		const { items } = await run('call', 'getMany', ENDED);
		expect(idsOf(items).sort()).toEqual(['call_later', callId].sort());
		// What is not over takes nobody's place.
		await run('call', 'create', { ...order, idempotencyKey: freshKey() });
		const two = { limit: 2, filters: ENDED.filters };
		expect((await run('call', 'getMany', two)).items).toHaveLength(2);
	});

	test('asks from so many hours ago on, oldest first, or from Since if that is later', async () => {
		const hours = 3_600_000;
		await run('call', 'getMany', ENDED);
		const later = new Date(Date.now() - hours).toISOString();
		const until = '={{ $now.minus({ minutes: 15 }) }}';
		const since = { endedInTheLast: 24, since: later, until, sortByDate: 'desc' };
		await run('call', 'getMany', { filters: since });
		const earlier = new Date(Date.now() - 99 * hours).toISOString();
		await run('call', 'getMany', { filters: { endedInTheLast: 2, since: earlier } });
		const queries = (await workspace.requests()).map(({ path }) =>
			Object.fromEntries(new URL(path, 'http://localhost').searchParams),
		);
		const ago = queries.map(({ start_date: from }) => (Date.now() - Date.parse(from)) / hours);
		expect(ago.map(Math.round)).toEqual([24, 1, 2]);
		expect(Date.now() - Date.parse(queries[1].end_date)).toBeGreaterThanOrEqual(15 * 60_000);
		expect(queries.map((query) => query.created_at)).toEqual(['asc', 'desc', 'asc']);
	});

	test('a number of hours that is none is refused by name', async () => {
		const { error } = await run('call', 'getMany', { filters: { endedInTheLast: '={{ "x" }}' } });
		expect(error?.message).toBe('Ended in the Last is no number of hours [item 0]');
	});

	describe.each(['openapi', 'production'])('with envelopes as in %s', (envelopes) => {
		beforeEach(async () => await workspace.settings({ envelopes }));

		test('gives what the trigger gives of the same call, but for words that DialNexa keeps', async () => {
			const trigger = await TriggerUnderTest.create({
				type: 'dialNexaTrigger',
				parameters: { registration: 'automatic', events: ['call.completed'] },
				credentials: await workspace.credential(),
			});
			await trigger.listen();
			await trigger.lifecycle('create');
			for (const sample of ['ready', 'needs_approval', 'unclear', 'payout']) {
				await workspace.call(sample, `call_${envelopes}_${sample}`);
			}
			const delivered = trigger.executions.map(([{ json }]) => json);
			const { items } = await run('call', 'getMany', { ...ENDED, includeAnalysis: true });
			await trigger.close();

			expect(items).toHaveLength(4);
			expect(JSON.stringify(items)).not.toContain('4242');
			for (const [i, found] of items.entries()) {
				expect(callSchema.safeParse(found).error).toBeUndefined();
				const same = ['event', 'callId', 'idempotencyKey', 'status', 'agentId', 'recordingUrl'];
				for (const name of same) expect([name, found[name]]).toEqual([name, delivered[i][name]]);
				expect(found.analysis).toMatchObject(delivered[i].analysis as IDataObject);
				if (envelopes === 'openapi') expect(found.turns).toEqual(delivered[i].turns);
			}
		});

		test('the Handoff takes what it gives, and makes an exception of a call that failed', async () => {
			await workspace.call('ready', 'call_ready');
			await workspace.call('failed', 'call_failed');
			await workspace.call('no_answer', 'call_no_answer');
			const { items } = await run('call', 'getMany', { ...ENDED, includeAnalysis: true });
			expect(items.map(({ event, status }) => [event, status])).toEqual([
				['call.completed', 'completed'],
				['call.failed', 'failed'],
				['call.no_answer', 'no_answer'],
			]);
			const { outputs, error } = await runNode({ type: 'dialNexaHandoff', items });
			expect(error).toBeUndefined();
			const decided = outputs
				.flat()
				.map(({ json: { evidence, route, reasons } }) => [
					(evidence as IDataObject).callId,
					route,
					(reasons as IDataObject[])[0]?.code,
				]);
			// Production was seen to keep the words to itself: the card in them is reported, and not removed.
			const ready =
				envelopes === 'production'
					? ['approval', 'sensitive_data_reported']
					: ['ready', 'card_removed'];
			expect(decided).toEqual([
				['call_ready', ...ready],
				['call_failed', 'exception', 'call_not_completed'],
				['call_no_answer', 'exception', 'call_not_completed'],
			]);
		});
	});

	test('asks for a call alone only when the list lacks its analysis and it can have one', async () => {
		await workspace.call('ready', 'call_1');
		await workspace.call('no_answer', 'call_2');
		await run('call', 'getMany', ENDED);
		await run('call', 'getMany', { ...ENDED, includeAnalysis: true });
		expect(await workspace.operations()).toEqual(['listCalls', 'listCalls', 'getCall']);
	});

	test('gives none when it cannot give all that it found', async () => {
		for (const id of ['call_1', 'call_2']) await workspace.call('ready', id);
		await workspace.fault('getCall', 'status_429');
		const refused = await run('call', 'getMany', { ...ENDED, includeAnalysis: true });
		expect(refused.error?.message).toContain('DialNexa answered 429');
		const again = await run('call', 'getMany', { ...ENDED, includeAnalysis: true });
		expect(idsOf(again.items)).toEqual(['call_1', 'call_2']);
	});
});

describe('call: create', () => {
	const order = (changes: INodeParameters = {}) => ({
		agentId: AGENT,
		phoneNumber: '+1 (415) 555-0142',
		idempotencyKey: freshKey(),
		...changes,
	});
	const callsMade = async () => (await workspace.holds()).calls.length;

	test('orders one call, its key and redacted notes with it', async () => {
		const parameters = order({
			metadata: { entry: [{ name: 'customer', value: 'Maria' }] },
			notes: { entry: [{ name: 'note', value: 'Card 4242 4242 4242 4242' }] },
			options: { agentVersion: 1 },
		});
		const { items } = await run('call', 'create', parameters);
		expect(items).toMatchObject([
			{
				outcome: 'done',
				idempotencyKey: parameters.idempotencyKey,
				callId: expect.stringMatching(/^call_/) as string,
				to: '+14155550142',
				agentVersion: 1,
			},
		]);
		const [call] = (await workspace.holds()).calls;
		expect(call).toMatchObject({
			metadata: { customer: 'Maria', idempotency_key: parameters.idempotencyKey },
			notes: { note: 'Card [card removed]' },
		});
	});

	test('the default key is the call that the item is about', async () => {
		const parameters = { agentId: AGENT, phoneNumber: '+14155550142' };
		const item = { callId: 'call_1', idempotencyKey: freshKey() };
		const { items } = await run('call', 'create', parameters, { items: [item] });
		expect(items[0].idempotencyKey).toBe(item.idempotencyKey);
	});

	test('ten at once under one key order one call', async () => {
		const parameters = order();
		const runs = await Promise.all(
			Array.from({ length: 10 }, async () => await run('call', 'create', parameters)),
		);
		const outcomes = runs.map(({ items }) => items[0].outcome).sort();
		expect(outcomes).toEqual(['done', ...Array<string>(9).fill('duplicate')].sort());
		expect(new Set(runs.map(({ items }) => items[0].callId)).size).toBe(1);
		expect(await callsMade()).toBe(1);
	});

	test('an order that another process made is found by its key', async () => {
		const key = freshKey();
		await workspace.asDialNexaUser('POST', '/v1/calls', {
			agent_id: AGENT.value,
			phone_number: '+14155550142',
			metadata: { idempotency_key: key },
		});
		const { items } = await run('call', 'create', order({ idempotencyKey: key }));
		expect(items[0].outcome).toBe('duplicate');
		expect(await callsMade()).toBe(1);
	});

	test('another number under the same key is refused', async () => {
		const parameters = order();
		await run('call', 'create', parameters);
		const other = await run('call', 'create', { ...parameters, phoneNumber: '+14155550143' });
		expect(other.items[0].outcome).toBe('refused');
		expect(await callsMade()).toBe(1);
	});

	test.each<[fault: string, outcome: string, calls: number, again: string]>([
		['status_400', 'refused', 0, 'done'],
		['status_401', 'refused', 0, 'done'],
		['status_402', 'refused', 0, 'done'],
		['status_403', 'refused', 0, 'done'],
		['status_404', 'refused', 0, 'done'],
		['status_409', 'uncertain', 0, 'uncertain'],
		['status_429', 'uncertain', 0, 'uncertain'],
		['status_500', 'uncertain', 0, 'uncertain'],
		['status_500_after', 'duplicate', 1, 'duplicate'],
		['reset_after', 'duplicate', 1, 'duplicate'],
		['refuse', 'uncertain', 0, 'uncertain'],
		['unknown_2xx', 'uncertain', 0, 'uncertain'],
		['unknown_2xx_after', 'duplicate', 1, 'duplicate'],
		['html', 'uncertain', 0, 'uncertain'],
		['html_after', 'duplicate', 1, 'duplicate'],
		['truncated_json', 'duplicate', 1, 'duplicate'],
		['wrong_types', 'duplicate', 1, 'duplicate'],
	])('%s ends as %s with %i call, and again as %s', async (fault, outcome, calls, again) => {
		const parameters = order();
		await workspace.fault('createCall', fault);
		const { items, error } = await run('call', 'create', parameters);
		expect(error).toBeUndefined();
		expect(items[0]).toMatchObject({ outcome });
		expect(items[0].reason).not.toBe('');
		expect(items[0].nextStep).not.toBe('');
		expect(await callsMade()).toBe(calls);
		const sent = (await workspace.operations()).filter((name) => name === 'createCall');
		expect(sent).toHaveLength(1);
		expect((await run('call', 'create', parameters)).items[0].outcome).toBe(again);
		expect(await callsMade()).toBe(again === 'uncertain' ? 0 : 1);
	});

	test('nothing is ordered when it cannot be looked up first', async () => {
		await workspace.fault('listCalls', 'status_503');
		const { items } = await run('call', 'create', order());
		expect(items[0]).toMatchObject({
			outcome: 'refused',
			reason: expect.stringContaining('nothing was ordered') as string,
		});
		expect(await workspace.operations()).toEqual(['listCalls']);
	});

	test.each<[string, INodeParameters, string]>([
		['no key', { idempotencyKey: '={{ "" }}' }, 'Idempotency Key is empty'],
		['no agent', { agentId: { mode: 'id', value: '={{ "" }}' } }, 'Agent is empty'],
		['a strange agent', { agentId: { mode: 'id', value: '../1' } }, 'Agent is not an ID'],
		['no international number', { phoneNumber: '4155550142' }, 'Phone Number is not an internat'],
	])('%s is told by the name of the parameter', async (_name, changes, message) => {
		const { error } = await run('call', 'create', order(changes));
		expect(error?.message).toContain(message);
		expect(error?.message).toContain('[item 0]');
		expect(await workspace.operations()).toEqual([]);
	});
});

describe('what places calls or changes agents is not for AI agents', () => {
	test.each([
		['call', 'create'],
		['batchCall', 'create'],
		['batchCall', 'updateStatus'],
		['workflow', 'updateStatus'],
		['lead', 'upload'],
		['agent', 'setUpMoneyCapture'],
	])('%s: %s', async (resource, operation) => {
		const parameters = {
			agentId: AGENT,
			workflowId: WORKFLOW,
			phoneNumber: '+14155550142',
			title: 'Renewals',
			batchCallId: 'batch_1',
			idempotencyKey: freshKey(),
		};
		const { error } = await run(resource, operation, parameters, { type: 'dialNexaTool' });
		expect(error?.message).toContain('is not available to AI agents');
		expect(await workspace.operations()).toEqual([]);
	});
});

describe('batch call: create', () => {
	test.each([
		['status_400', 'refused', 'done'],
		['reset_after', 'uncertain', 'uncertain'],
		['status_500', 'uncertain', 'uncertain'],
	])('%s ends as %s, and again as %s', async (fault, outcome, again) => {
		const parameters = { agentId: AGENT, title: 'Renewals', idempotencyKey: freshKey() };
		const file = 'phone_number\n+14155550142\n';
		await workspace.fault('createBatchCall', fault);
		expect((await run('batchCall', 'create', parameters, { file })).items[0].outcome).toBe(outcome);
		expect((await run('batchCall', 'create', parameters, { file })).items[0].outcome).toBe(again);
		expect((await workspace.holds()).batches.length).toBeLessThanOrEqual(1);
	});

	test('a title that DialNexa refuses, and a missing file, are told before', async () => {
		const parameters = { agentId: AGENT, title: 'x'.repeat(36), idempotencyKey: freshKey() };
		const long = await run('batchCall', 'create', parameters, { file: 'a' });
		expect(long.error?.message).toContain('Title has 36 characters');
		const none = await run('batchCall', 'create', { ...parameters, title: 'a' });
		expect(none.error?.message).toMatch(/binary/i);
	});
});

describe('call: download recording', () => {
	test('gives the file under the name of the call', async () => {
		await workspace.call('needs_approval', 'call_1');
		const { output } = await run('call', 'downloadRecording', { callId: 'call_1' });
		expect(output[0].binary?.data).toMatchObject({ fileName: 'call_1.wav', mimeType: 'audio/wav' });
	});

	test('not without being told that it is sensitive', async () => {
		await workspace.call('ready', 'call_1');
		const { error } = await run('call', 'downloadRecording', { callId: 'call_1' });
		expect(error?.message).toContain('Sensitive details were said in this call');
		const anyway = { callId: 'call_1', evenIfSensitive: true };
		expect((await run('call', 'downloadRecording', anyway)).output[0].binary).toBeDefined();
	});

	test('not when nobody can say whether it is sensitive', async () => {
		await workspace.settings({ envelopes: 'production' });
		await workspace.call('needs_approval', 'call_1');
		const said = await run('call', 'downloadRecording', { callId: 'call_1' });
		expect(said.output[0].binary).toBeDefined();
		const why = (call: object) => whyNotToStore(readCall({ id: 'call_1', ...call }) as Call);
		expect(why({})).toContain('neither the words of this call nor an analysis');
		expect(why({ transcript: 'User: Hi.' })).toBeUndefined();
		expect(why({ postcallanalysis: { sensitive_shared: 'false' } })).toBeUndefined();
		expect(why({ postcallanalysis: { sensitive_shared: 'true' } })).toContain('were said');
	});

	test('says when there is none', async () => {
		await workspace.call('no_answer', 'call_1');
		const { error } = await run('call', 'downloadRecording', { callId: 'call_1' });
		expect(error?.message).toContain('The call has no recording');
	});
});

describe.each(['openapi', 'production'])(
	'set up money capture, envelopes as in %s',
	(envelopes) => {
		beforeEach(async () => await workspace.settings({ envelopes }));
		const NAMES = CAPTURE_FIELDS.map(({ name }) => name);
		const THERE = ['requested_action', 'match_confidence', 'amount', 'currency'];
		const missing = NAMES.filter((name) => !THERE.includes(name));
		const draft = async () => {
			const agent = (await workspace.holds()).agents.find(({ id }) => id === AGENT.value);
			return (
				agent?.versions.find((version) => version.version_number === 2)?.postcall_analysis ?? []
			);
		};

		test('shows what it would add and changes nothing', async () => {
			const before = await draft();
			const { items } = await run('agent', 'setUpMoneyCapture', { agentId: AGENT });
			expect(items).toMatchObject([
				{ version: 2, applied: false, add: missing, present: THERE, differ: [], keep: [] },
			]);
			expect(await draft()).toEqual(before);
			expect(await workspace.operations()).toEqual(['getAgent']);
		});

		test('adds what is missing to the draft, once', async () => {
			const before = await draft();
			const parameters = { agentId: AGENT, dryRun: false };
			const { items } = await run('agent', 'setUpMoneyCapture', parameters);
			expect(items).toMatchObject([{ applied: true, add: missing }]);
			const after = await draft();
			expect(after.slice(0, before.length)).toEqual(before);
			expect(after.map((field) => field.field_name).sort()).toEqual([...NAMES].sort());
			const again = await run('agent', 'setUpMoneyCapture', parameters);
			expect(again.items).toMatchObject([{ applied: false, add: [], present: NAMES }]);
			expect(await draft()).toEqual(after);
		});
	},
);

describe('set up money capture', () => {
	const writeDraft = async (analysis: object[]) =>
		await workspace.asDialNexaUser('PATCH', `/v1/agents/${AGENT.value}`, {
			version_number: 2,
			post_call_analysis: analysis,
		});
	const field = (field_name: string, field_type = 'STRING') => ({
		field_name,
		field_type,
		field_description: 'Own',
	});

	test('keeps fields of the owner, spelled as they are, and names those of another type', async () => {
		await writeDraft([
			field('Outcome', 'ENUM'),
			field('Match Confidence'),
			field('consent-given', 'BOOLEAN'),
		]);
		const { items } = await run('agent', 'setUpMoneyCapture', { agentId: AGENT, dryRun: false });
		expect(items).toMatchObject([
			{
				keep: ['Outcome'],
				present: ['match_confidence', 'consent_given'],
				differ: [{ name: 'match_confidence', has: 'STRING', wants: 'NUMBER' }],
			},
		]);
		const { agents } = await workspace.holds();
		const written = agents[0].versions[1].postcall_analysis;
		expect(written.slice(0, 3)).toEqual([
			field('Outcome', 'ENUM'),
			field('Match Confidence'),
			field('consent-given', 'BOOLEAN'),
		]);
		expect(written).toHaveLength(3 + CAPTURE_FIELDS.length - 2);
	});

	test('keeps the choices of a field, and says when DialNexa does not', async () => {
		const choices = { options: ['Qualified', 'Lost'] };
		const outcome = { ...field('Outcome', 'ENUM'), additional_fields: choices };
		await workspace.settings({ envelopes: 'production' });
		await writeDraft([outcome]);
		const parameters = { agentId: AGENT, dryRun: false };
		const kept = await run('agent', 'setUpMoneyCapture', parameters);
		expect(kept.items).toMatchObject([{ applied: true, keep: ['Outcome'] }]);
		const { agents } = await workspace.holds();
		expect(agents[0].versions[1].postcall_analysis[0]).toEqual(outcome);

		await writeDraft([outcome]);
		await workspace.settings({ envelopes: 'openapi' });
		const { error } = await run('agent', 'setUpMoneyCapture', parameters);
		expect(error?.message).toContain('does not have them all as they were: Outcome');
	});

	test('takes no draft that is older than what is published', async () => {
		const version = (number: number, published: boolean) => ({
			version_number: number,
			is_published: published,
		});
		const agent = (...versions: object[]) => readAgent({ id: 'agent_1', versions });
		expect(draftOf(agent(version(1, false), version(2, true)))).toBeUndefined();
		expect(draftOf(agent(version(3, false), version(2, true)))?.number).toBe(3);
		await writeDraft([]);
		const published = { version_number: 2, is_published: true };
		await workspace.asDialNexaUser('PATCH', `/v1/agents/${AGENT.value}`, published);
		const { error } = await run('agent', 'setUpMoneyCapture', { agentId: AGENT, dryRun: false });
		expect(error?.message).toContain('has no draft version');
	});

	test('says when there is no draft', async () => {
		const agentId = { mode: 'id', value: 'agent_sandboxpayouts' };
		const { error } = await run('agent', 'setUpMoneyCapture', { agentId });
		expect(error?.message).toContain('has no draft version');
	});

	test('notices when DialNexa accepts the fields and does not have them', async () => {
		await workspace.fault('updateAgent', 'unknown_2xx');
		const { error } = await run('agent', 'setUpMoneyCapture', { agentId: AGENT, dryRun: false });
		expect(error?.message).toContain('does not have them all');
	});
});

describe('for the person in front of n8n', () => {
	test('an unknown call', async () => {
		const { error } = await run('call', 'get', { callId: 'call_none' });
		expect(error).toMatchObject({
			message: 'DialNexa answered 404: Call not found [item 0]',
			description: 'Check the ID. An ID of another workspace is not found either.',
		});
	});

	test('a wrong key is sent once and shown nowhere', async () => {
		const credential = { apiKey: 'keyid:notthekey' };
		const { error } = await run('call', 'get', { callId: 'call_1' }, { credential });
		expect(error?.message).toBe('DialNexa answered 401: API key is missing or invalid [item 0]');
		expect(JSON.stringify(error)).not.toContain('notthekey');
		expect(await workspace.operations()).toEqual(['getCall']);
	});

	test('each item stands for itself when the node goes on', async () => {
		await workspace.call('ready', 'call_1');
		const { output } = await run(
			'call',
			'get',
			{ callId: '={{ $json.callId }}' },
			{
				items: [{ callId: 'call_none' }, { callId: 'call_1' }],
				settings: { onError: 'continueRegularOutput' },
			},
		);
		expect(output.map(({ json, pairedItem }) => [json.callId ?? json.error, pairedItem])).toEqual([
			['DialNexa answered 404: Call not found [item 0]', { item: 0 }],
			['call_1', { item: 1 }],
		]);
	});

	test('the error output gets what went wrong, and the success output nothing', async () => {
		const { outputs } = await run(
			'call',
			'get',
			{ callId: 'call_none' },
			{ settings: { onError: 'continueErrorOutput' } },
		);
		expect(outputs[0]).toEqual([]);
		expect(outputs[1].map(({ json }) => json.error)).toEqual([
			'DialNexa answered 404: Call not found [item 0]',
		]);
	});

	test.each(['html', 'unknown_2xx', 'wrong_types'])('an answer that is none: %s', async (fault) => {
		await workspace.fault('listAgents', fault);
		const { error } = await run('agent', 'getMany');
		expect(error?.message).toMatch(/something other than|unknown form/);
	});
});
