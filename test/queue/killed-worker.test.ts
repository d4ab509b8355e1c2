/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- tests run in Node, not in n8n */
// What becomes of a call whose worker dies: it ends in front of a person, and nothing is asked twice.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { until, type World } from '../end-to-end/world';
import { allEnded, copies, countExecutions, Ledger, startWorld } from './load';

jest.setTimeout(200_000);

let world: World;
let urls: string[];
let ledger: Ledger;

beforeAll(async () => {
	world = await startWorld(['call-to-invoice', 'check-unfinished-claims'], ['--queue']);
	urls = await copies(world, world.idOf('call-to-invoice'), 3);
	await check();
	ledger = await Ledger.of(world);
});

afterAll(async () => await world?.end());

const asked = async () =>
	(await world.state()).requests.filter(({ operation }) => operation === 'create_fiat_invoice');

/** Kills the worker that executes this, without a chance to clean up. */
function killWorkerOf(executionId: string) {
	for (const worker of ['worker-1', 'worker-2']) {
		const folder = join(world.folder, worker);
		const log = readFileSync(join(folder, 'n8n.log'), 'utf8');
		if (!log.includes(`Worker started execution ${executionId} `)) continue;
		process.kill(Number(readFileSync(join(folder, 'n8n.pid'), 'utf8')), 'SIGKILL');
		return;
	}
	throw new Error(`No worker has started execution ${executionId}`);
}

/** Runs the check as its schedule does. */
async function check() {
	const { executionId } = await world.rest<{ executionId: string }>(
		'POST',
		`/workflows/${world.idOf('check-unfinished-claims')}/run`,
		{ triggerToStartFrom: { name: 'Every Hour' } },
	);
	await until('end of the check', async () =>
		(await world.executions()).some(({ id, status }) => id === executionId && status === 'success'),
	);
}

/** Delivers the call once more, to a trigger that does not know it yet, and waits until that has come to its end. */
async function deliverAgain(callId: string, url: string) {
	const ended = await countExecutions(world, ['success']);
	await world.send({ sample: 'ready', callId, url });
	await until('end of the delivery', async () => {
		return (await countExecutions(world, ['success'])) > ended;
	});
}

/** What a person has seen of the call: rows in the exception queue, messages in Slack. */
async function shown(callId: string) {
	const { messages } = (await world.state()).slack;
	return {
		rows: (await world.rowsOf(callId, 'Exceptions')).map(({ Ended }) => Ended),
		messages: messages.filter((message) => JSON.stringify(message).includes(callId)).length,
	};
}

/** Lets the check come by twice, and the call be delivered in between. */
async function expectShownOnce(callId: string, outcome: string) {
	const before = await asked();
	await check();
	expect(await shown(callId)).toEqual({ rows: [], messages: 0 });
	await ledger.makeOverdue(callId);
	await check();
	await deliverAgain(callId, urls[2]);
	await check();
	expect(await shown(callId)).toEqual({ rows: [outcome], messages: 1 });
	expect(await ledger.rowsOf(callId)).toEqual([
		expect.objectContaining({ state: 'settled', outcome }),
	]);
	expect(await asked()).toEqual(before);
}

it.each([
	['before Poof has made the invoice', 'hang_before', 0, 'unfinished'],
	['after Poof has made the invoice', 'hang_after', 1, 'found'],
])('%s: asks Poof once, and a person hears of it once', async (_when, fault, invoices, outcome) => {
	const before = await asked();
	const ended = await countExecutions(world, ['success', 'error', 'crashed']);
	const operation = 'create_fiat_invoice';
	await world.control('POST', 'faults', { service: 'poof', operation, fault, times: 1 });
	const { callId } = await world.send({ sample: 'ready', url: urls[0] });
	await until('request at Poof', async () => (await asked()).length > before.length);
	const [execution] = await world.executions();
	killWorkerOf(execution.id);
	await allEnded(world, ended + 1);

	// n8n takes the execution from the main process first, from the recovered worker or from both.
	const { status } = (await world.executions()).find(({ id }) => id === execution.id)!;
	expect(['crashed', 'error']).toContain(status);

	await deliverAgain(callId, urls[1]);
	expect(await asked()).toHaveLength(before.length + 1);
	const { poof } = await world.state();
	expect(poof.invoices.filter(({ metadata }) => metadata.call_id === callId)).toHaveLength(
		invoices,
	);
	expect(await ledger.rowsOf(callId)).toEqual([
		expect.objectContaining({ state: 'owned', outcome: null }),
	]);
	await expectShownOnce(callId, outcome);
});

it('while it tries to claim the call: nothing is asked, and a person hears of it once', async () => {
	const before = await asked();
	const callId = 'call_tried';
	await ledger.add({
		...{ key: callId, state: 'trying', action: 'create_invoice', amount: '49.00', currency: 'USD' },
		...{ requester: 'ACC-2041', workflow: 'Invoices', execution: '17' },
		due: new Date(Date.now() + 3_600_000).toISOString(),
	});
	await deliverAgain(callId, urls[1]);
	expect(await ledger.rowsOf(callId)).toEqual([expect.objectContaining({ state: 'trying' })]);
	expect(await asked()).toEqual(before);
	await expectShownOnce(callId, 'unfinished');
});
