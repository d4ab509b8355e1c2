/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- tests run in Node, not in n8n */
// The ledger in PostgreSQL, in n8n's queue mode: asked directly, and by a template under load.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { atTheEnd } from '../end-to-end/at-the-end';
import { until, type World } from '../end-to-end/world';
import {
	allEnded,
	countExecutions,
	expectOneInvoiceACall,
	startWorld,
	switchOn,
	type Workflow,
} from './load';

jest.setTimeout(400_000);

const DOCS = readFileSync(join(__dirname, '..', '..', 'docs', 'exactly-once.md'), 'utf8');
const [OVERDUE, TAKE, GIVE_BACK, SETTLE, TRY, TAKE_BACK, NOT_IN_LEDGER, ROW] = [
	...DOCS.matchAll(/```sql\n(.*?)```/gs),
].map(([, sql]) => sql);

let world: World;
let postgres: { id: string; name: string; type: string };

/** What an Execute Sub-workflow node is told to use the ledger. */
const useLedger = () => ({
	source: 'database',
	workflowId: { __rl: true, mode: 'list', value: world.idOf('claim-a-call-in-postgres') },
	options: {},
});

const node = (type: string, typeVersion: number, parameters: object) => ({
	...{ id: randomUUID(), name: type, type: `n8n-nodes-base.${type}`, typeVersion, parameters },
	...(type === 'postgres' && { credentials: { postgres } }),
	position: [0, 0],
});

const query = (sql: string, queryReplacement?: string) =>
	node('postgres', 2.7, {
		...{ resource: 'database', operation: 'executeQuery', query: sql },
		options: queryReplacement ? { queryReplacement } : {},
	});

/** A workflow of these nodes in a row, which answers what is posted to `/webhook/<path>` with what the last one gives. */
async function switchOnWebhook(path: string, responseData: string, next: Workflow['nodes']) {
	const webhook = node('webhook', 2.1, {
		...{ httpMethod: 'POST', path, responseMode: 'lastNode', responseData, options: {} },
	});
	const nodes = [webhook, ...next];
	const connections = Object.fromEntries(
		next.map(({ name }, index) => [
			nodes[index].name,
			{ main: [[{ node: name, type: 'main', index: 0 }]] },
		]),
	);
	await switchOn(world, { name: path, nodes, connections, settings: { executionOrder: 'v1' } });
}

async function post<T>(path: string, body: object): Promise<{ status: number; answer: T }> {
	const response = await fetch(`${world.announced.n8n.url}/webhook/${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});
	return { status: response.status, answer: (await response.json()) as T };
}

async function ask(question: Record<string, string>): Promise<Record<string, unknown>> {
	const { status, answer } = await post<object>('ledger', question);
	return { status, ...answer };
}

/** What is put down with a claim. */
const asked = (key: string, due = '2126-01-01T10:00:00.000Z') => ({
	...{ key, action: 'create_invoice', amount: '49.00', currency: 'usd', due },
	...{ requester: "O'Hara", workflow: 'Test', execution: '1' },
});
const toClaim = (key: string, due?: string) => ({ step: 'claim', ...asked(key, due) });

/** What is recorded at the end. */
const ended = (key: string, outcome: string) => ({
	...{ key, outcome, poofId: 'inv_1', approver: '', detail: 'Made.', filed: 'log' },
});
const toRecord = (key: string, outcome: string) => ({ step: 'record', ...ended(key, outcome) });

const claim = async (key: string, due?: string) => await ask(toClaim(key, due));

const record = async (key: string, outcome: string) => await ask(toRecord(key, outcome));

/** Ends of the workflow: the steps that answer. */
const ANSWERS = ['Owned', 'Duplicate', 'Recorded'];

/** Asks as somebody does who tries it in the editor: n8n keeps such a run, and none that a workflow has asked for and that went well. */
async function askByHand(question: Record<string, string>) {
	const { status, failure, itemsOf } = await world.runByHand(
		...([world.idOf('claim-a-call-in-postgres'), 'Asked', 90_000] as const),
		question,
	);
	return { status, failure, answers: ANSWERS.flatMap(itemsOf) };
}

/** The template with its two steps that ask the ledger changed as the ledger's note says. */
async function switchOnWithLedger(): Promise<string> {
	const id = world.idOf('call-to-invoice');
	const workflow = await world.rest<Workflow>('GET', `/workflows/${id}`);
	for (const known of workflow.nodes)
		if (['Claim the Call', 'Record in Ledger'].includes(known.name)) known.parameters = useLedger();
	await world.rest('POST', `/workflows/${id}/deactivate`, {});
	return await switchOn(world, workflow);
}

beforeAll(async () => {
	world = await startWorld(['call-to-invoice', 'claim-a-call-in-postgres'], ['--queue']);
	const saved = await world.rest<Array<typeof postgres>>('GET', '/credentials');
	postgres = saved.find(({ type }) => type === 'postgres')!;
	await switchOnWebhook('ledger', 'firstEntryJson', [
		node('set', 3.5, { mode: 'raw', jsonOutput: '={{ $json.body }}', options: {} }),
		node('executeWorkflow', 1.4, useLedger()),
	]);
	await switchOnWebhook('row', 'firstEntryJson', [query(ROW, '={{ [$json.body.key] }}')]);
	await switchOnWebhook('sql', 'allEntries', [query('={{ $json.body.sql }}')]);
});

afterAll(async () => await world?.end());

it.each([20, 40])('lets one of %i that claim a call at once own it', async (claimants) => {
	const key = `call_${claimants}_at_once`;
	const answers = await Promise.all(Array.from({ length: claimants }, async () => claim(key)));
	const owned = { status: 200, claim: 'owned', key, outcome: '' };
	const duplicate = { ...owned, claim: 'duplicate' };
	expect(answers.filter((answer) => answer.claim === 'owned')).toEqual([owned]);
	expect(answers.filter((answer) => answer.claim !== 'owned')).toEqual(
		Array.from({ length: claimants - 1 }, () => duplicate),
	);
});

it('records the outcome once, and tells it to those who come later', async () => {
	const key = 'call_recorded';
	expect(await record(key, 'done')).toMatchObject({ recorded: 'no' });
	expect(await claim(key)).toMatchObject({ claim: 'owned' });
	expect(await record(key, 'done')).toEqual({ status: 200, recorded: 'yes', key });
	expect(await record(key, 'refused')).toMatchObject({ recorded: 'no' });
	expect(await claim(key)).toMatchObject({ claim: 'duplicate', outcome: 'done' });
});

it.each(["x'); DROP TABLE dialnexa_calls; --", '$2, $1', '{{ 1 + 1 }}', '=1', '["a", "b"]', 'a,b'])(
	'takes %s for the name of a call and nothing else',
	async (key) => {
		expect(await claim(key)).toMatchObject({ claim: 'owned', key });
		expect(await claim(key)).toMatchObject({ claim: 'duplicate', key, outcome: '' });
		expect(await record(key, "it's done; $1")).toMatchObject({ recorded: 'yes' });
		expect(await claim(key)).toMatchObject({ claim: 'duplicate', outcome: "it's done; $1" });
	},
);

it('claims nothing without a key', async () => {
	expect(await ask({ step: 'claim' })).toMatchObject({ status: 500 });
	expect(await claim('')).toMatchObject({ status: 500 });
});

it('answers whoever asks by hand, and keeps what was asked in the row', async () => {
	const key = 'call_by_hand';
	const question = toClaim(key);
	const duplicate = { claim: 'duplicate', key };
	expect(await askByHand(question)).toMatchObject({
		answers: [{ claim: 'owned', key, outcome: '' }],
	});
	expect(await askByHand(question)).toMatchObject({ answers: [{ ...duplicate, outcome: '' }] });
	expect(await askByHand(toRecord(key, 'done'))).toMatchObject({
		answers: [{ recorded: 'yes', key }],
	});
	expect(await askByHand(toRecord(key, 'refused'))).toMatchObject({
		answers: [{ recorded: 'no', key }],
	});
	expect(await askByHand(question)).toMatchObject({ answers: [{ ...duplicate, outcome: 'done' }] });
	expect((await post('row', { key })).answer).toMatchObject({
		...{ ...asked(key), ...ended(key, 'done') },
		...{ state: 'settled', settledAt: expect.any(String) },
	});
});

it('is unclear when the row of the owner is gone', async () => {
	const key = 'call_gone';
	// Somebody takes the owner's row away between the question whose it is and the look at it.
	for (const sql of [
		`CREATE FUNCTION gone() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'`,
		`CREATE TRIGGER gone BEFORE INSERT ON dialnexa_calls FOR EACH ROW WHEN (NEW."key" = '${key}') EXECUTE FUNCTION gone()`,
	])
		expect(await post('sql', { sql })).toMatchObject({ status: 200 });
	expect(await askByHand(toClaim(key))).toMatchObject({
		answers: [{ claim: 'unclear', key, outcome: '' }],
	});
});

it('says what is missing to whoever asks for something else', async () => {
	expect(await askByHand({ step: 'look', key: 'call_1' })).toEqual({
		...{ status: 'error', failure: 'The field step must be claim or record.', answers: [] },
	});
});

describe('the query of the documentation', () => {
	it('for missed calls shows those that are not in the ledger', async () => {
		await switchOnWebhook('missed', 'allEntries', [
			node('splitOut', 1, { fieldToSplitOut: 'body.calls', options: {} }),
			query(NOT_IN_LEDGER, '={{ [$json.callId] }}'),
		]);
		await claim('call_known');
		const calls = ['call_new', 'call_known', "call_o'new"].map((callId) => ({ callId }));
		const { answer } = await post('missed', { calls });
		expect(answer).toEqual([{ callId: 'call_new' }, { callId: "call_o'new" }]);
	});

	it('for missed calls tries whether the ledger can be written, and leaves nothing there', async () => {
		const trials = async () =>
			(await post('sql', { sql: `SELECT * FROM dialnexa_calls WHERE "key" LIKE 'Can %'` })).answer;
		const run = async (sql: string) => expect((await post('sql', { sql })).status).toBe(200);
		await run(TRY);
		await run(TRY);
		expect(await trials()).toEqual([expect.objectContaining({ state: 'settled' })]);
		await run(TAKE_BACK);
		await run(TAKE_BACK);
		expect(await trials()).toEqual([]);
	});

	it('for unfinished claims shows those that are overdue, until they are settled', async () => {
		await switchOnWebhook('overdue', 'allEntries', [query(OVERDUE)]);
		await switchOnWebhook('settle', 'firstEntryJson', [
			query(SETTLE, "={{ ['key', 'outcome', 'poofId', 'detail'].map((f) => $json.body[f]) }}"),
		]);
		const marked = '={{ [$json.body.key, $json.body.mark] }}';
		const take = Object.assign(query(TAKE, marked), { alwaysOutputData: true });
		await switchOnWebhook('take', 'firstEntryJson', [take]);
		await switchOnWebhook('give-back', 'firstEntryJson', [query(GIVE_BACK, marked)]);
		const past = '2026-01-01T10:00:00.000Z';
		await claim('call_not_due');
		await claim('call_over', past);
		await record('call_over', 'done');
		await claim('call_unfinished', past);
		const row = {
			...{ key: 'call_unfinished', state: 'owned', action: 'create_invoice', amount: '49.00' },
			...{ currency: 'usd', requester: "O'Hara", workflow: 'Test', execution: '1', due: past },
		};
		const { answer } = await post<object[]>('overdue', {});
		expect(answer).toEqual([expect.objectContaining(row)]);
		// Of several runs one takes it, and gives it back.
		const takes = await Promise.all(
			['a', 'b', 'c', 'd'].map(async (mark) => await post<object>('take', { key: row.key, mark })),
		);
		const taken = takes.map((take) => take.answer).filter((taken) => 'detail' in taken);
		expect(taken).toEqual([expect.objectContaining({ key: row.key, state: 'owned' })]);
		expect((await post('overdue', {})).answer).not.toContainEqual(
			expect.objectContaining({ key: row.key }),
		);
		const [{ detail: mark }] = taken as Array<{ detail: string }>;
		await post('give-back', { key: row.key, mark: 'of another run' });
		expect((await post('row', { key: row.key })).answer).toMatchObject({ detail: mark });
		await post('give-back', { key: row.key, mark });
		expect((await post('overdue', {})).answer).toContainEqual(
			expect.objectContaining({ key: row.key, state: 'owned', detail: '' }),
		);
		const finding = { outcome: 'unfinished', poofId: '', detail: "Poof doesn't show it." };
		await post('settle', { key: row.key, ...finding });
		expect((await post('row', { key: row.key })).answer).toMatchObject({
			...{ ...row, due: expect.any(String), state: 'settled', ...finding },
			settledAt: expect.any(String),
		});
		expect((await post('overdue', {})).answer).not.toContainEqual(
			expect.objectContaining({ key: row.key }),
		);
		expect(await claim(row.key)).toMatchObject({ claim: 'duplicate', outcome: 'unfinished' });
	});
});

describe('in a template', () => {
	let workflowId: string;

	beforeAll(async () => {
		workflowId = await switchOnWithLedger();
	});

	it('makes one invoice of each call under load', async () => {
		const way = 'queue mode with the ledger in PostgreSQL';
		const [callId] = await expectOneInvoiceACall(world, way, 20, workflowId);
		expect(await claim(callId)).toMatchObject({ claim: 'duplicate', outcome: 'done' });
	});

	it('records the end of a call whose caller gives secrets away', async () => {
		const { callId } = await world.sendSecrets('ready', {});
		await world.approve(callId);
		await until('row in the log', async () => (await world.rowsOf(callId, 'Log')).length > 0);
		expect((await post('row', { key: callId })).answer).toMatchObject({
			...{ state: 'settled', outcome: 'done', filed: 'log' },
		});
	});

	it('sends nothing when the database is out of reach, and a person hears of the call', async () => {
		const { id, name, type } = postgres;
		const { data } = await world.rest<{ data: object }>(
			'GET',
			`/credentials/${id}?includeData=true`,
		);
		const change = async (changed: object) =>
			await world.rest('PATCH', `/credentials/${id}`, { name, type, data: changed });
		await change({ ...data, port: 1 });
		expect(await claim('call_no_database')).toMatchObject({ status: 500 });
		const { invoices } = (await world.state()).poof;
		const before = await countExecutions(world, ['success']);
		const [{ url }] = (await world.state()).dialnexa.webhooks;
		const { callId } = await world.send({ sample: 'ready', url });
		await allEnded(world, before + 1);
		expect((await world.state()).poof.invoices).toHaveLength(invoices.length);
		expect(await world.rowsOf(callId, 'Exceptions')).toEqual([
			expect.objectContaining({ Ended: 'not claimed' }),
		]);
		await change(data);
		expect(await claim('call_no_database')).toMatchObject({ claim: 'owned' });
	});
});

// n8n's own tables are in the same database. The call with the secrets is among the last.
const LAST_EXECUTIONS = 'SELECT "data" FROM execution_data ORDER BY "executionId" DESC LIMIT 60';

atTheEnd(() => world, 'claim-a-call-in-postgres', {
	alsoStored: async () => [
		await post('sql', { sql: 'SELECT * FROM dialnexa_calls' }),
		await post('sql', { sql: LAST_EXECUTIONS }),
	],
});
