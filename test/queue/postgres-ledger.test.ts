/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- tests run in Node, not in n8n */
// The ledger in PostgreSQL, in n8n's queue mode: asked directly, and by a template under load.
import { randomUUID } from 'node:crypto';
import type { World } from '../end-to-end/world';
import {
	allEnded,
	countExecutions,
	expectOneInvoiceACall,
	startWorld,
	switchOn,
	type Workflow,
} from './load';

jest.setTimeout(400_000);

let world: World;

/** What an Execute Sub-workflow node is told to use the ledger. */
const useLedger = () => ({
	source: 'database',
	workflowId: { __rl: true, mode: 'list', value: world.idOf('claim-a-call-in-postgres') },
	options: {},
});

/** A workflow that asks the ledger what it is sent and answers what the ledger says. */
async function switchOnAsker() {
	const node = (name: string, type: string, typeVersion: number, parameters: object) => ({
		...{ id: randomUUID(), name, type: `n8n-nodes-base.${type}`, typeVersion, parameters },
		position: [0, 0],
	});
	const to = (next: string) => ({ main: [[{ node: next, type: 'main', index: 0 }]] });
	await switchOn(world, {
		name: 'Ask the ledger',
		nodes: [
			node('Webhook', 'webhook', 2.1, {
				...{ httpMethod: 'POST', path: 'ledger', responseMode: 'lastNode', options: {} },
			}),
			node('Body', 'set', 3.5, { mode: 'raw', jsonOutput: '={{ $json.body }}', options: {} }),
			node('Ledger', 'executeWorkflow', 1.4, useLedger()),
		],
		connections: { Webhook: to('Body'), Body: to('Ledger') },
		settings: { executionOrder: 'v1' },
	});
}

/** The template with its two steps that ask the ledger changed as the ledger's note says. */
async function switchOnWithLedger(): Promise<string> {
	const id = world.idOf('call-to-invoice');
	const workflow = await world.rest<Workflow>('GET', `/workflows/${id}`);
	for (const node of workflow.nodes)
		if (['Claim the Call', 'Record in Ledger'].includes(node.name)) node.parameters = useLedger();
	await world.rest('POST', `/workflows/${id}/deactivate`, {});
	return await switchOn(world, workflow);
}

async function ask(question: Record<string, string>): Promise<Record<string, unknown>> {
	const answer = await fetch(`${world.announced.n8n.url}/webhook/ledger`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(question),
	});
	return { status: answer.status, ...((await answer.json()) as Record<string, string>) };
}

const claim = async (key: string) =>
	await ask({
		...{ step: 'claim', key, action: 'create_invoice', amount: '49.00', currency: 'usd' },
		...{ requester: "O'Hara", workflow: 'Test', execution: '1', due: '2026-11-23T10:00:00.000Z' },
	});
const record = async (key: string, outcome: string) =>
	await ask({ step: 'record', key, outcome, poofId: 'inv_1', approver: '', detail: 'Made.' });

beforeAll(async () => {
	world = await startWorld(['call-to-invoice', 'claim-a-call-in-postgres'], ['--queue']);
	await switchOnAsker();
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

describe('in a template', () => {
	let workflowId: string;

	beforeAll(async () => {
		workflowId = await switchOnWithLedger();
	});

	it('makes one invoice of each call under load', async () => {
		const way = 'queue mode with the ledger in PostgreSQL';
		const callIds = await expectOneInvoiceACall(world, way, workflowId);
		const first = await claim(callIds[0]);
		expect(first).toMatchObject({ claim: 'duplicate', outcome: 'done' });
	});

	it('sends nothing when the database is out of reach, and a person hears of the call', async () => {
		const credentials = await world.rest<Array<{ id: string; name: string; type: string }>>(
			'GET',
			'/credentials',
		);
		const { id, name, type } = credentials.find((known) => known.type === 'postgres')!;
		await world.rest('PATCH', `/credentials/${id}`, {
			...{ name, type, data: { host: '127.0.0.1', port: 1 } },
		});
		const { invoices } = (await world.state()).poof;
		expect(await claim('call_no_database')).toMatchObject({ status: 500 });
		const before = await countExecutions(world, ['success']);
		const [{ url }] = (await world.state()).dialnexa.webhooks;
		const { callId } = await world.send({ sample: 'ready', url });
		await allEnded(world, before + 1, 60_000);
		expect((await world.state()).poof.invoices).toHaveLength(invoices.length);
		expect(await world.rowsOf(callId, 'Exceptions')).toEqual([
			expect.objectContaining({ Ended: 'not claimed' }),
		]);
	});
});
