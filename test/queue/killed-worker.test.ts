/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- tests run in Node, not in n8n */
// What becomes of a call whose worker dies after the claim, while Poof is being asked.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { until, type World } from '../end-to-end/world';
import { allEnded, copies, countExecutions, ledgerRows, startWorld } from './load';

jest.setTimeout(200_000);

let world: World;
let urls: string[];

beforeAll(async () => {
	world = await startWorld(['call-to-invoice'], ['--queue']);
	urls = await copies(world, world.idOf('call-to-invoice'), 2);
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

it.each([
	['before Poof has made the invoice', 'hang_before', 0],
	['after Poof has made the invoice', 'hang_after', 1],
])('%s: asks Poof once, and the ledger keeps the call open', async (_when, fault, invoices) => {
	const before = await asked();
	const ended = await countExecutions(world, ['success', 'error', 'crashed']);
	const operation = 'create_fiat_invoice';
	await world.control('POST', 'faults', { service: 'poof', operation, fault, times: 1 });
	const { callId } = await world.send({ sample: 'ready', url: urls[0] });
	await until('request at Poof', async () => (await asked()).length > before.length);
	const [execution] = await world.executions();
	killWorkerOf(execution.id);
	await allEnded(world, ended + 1, 60_000);

	// n8n takes the execution from the main process first, from the recovered worker or from both.
	const { status } = (await world.executions()).find(({ id }) => id === execution.id)!;
	expect(['crashed', 'error']).toContain(status);

	await world.send({ sample: 'ready', callId, url: urls[1] });
	await allEnded(world, ended + 2, 60_000);
	expect(await asked()).toHaveLength(before.length + 1);
	const { poof } = await world.state();
	expect(poof.invoices.filter(({ metadata }) => metadata.call_id === callId)).toHaveLength(
		invoices,
	);
	expect(await ledgerRows(world, callId)).toEqual([
		expect.objectContaining({ state: 'owned', outcome: null }),
	]);
});
