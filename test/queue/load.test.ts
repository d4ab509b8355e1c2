/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- tests run in Node, not in n8n */
// One call moves money once, however often it is delivered, in every way that n8n runs.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { until, World } from '../end-to-end/world';
import { allEnded, copies, countExecutions, deliver, shuffled } from './load';

const CALLS = 50;
const DELIVERIES = 10;
const AT_ONCE = 25;

jest.setTimeout(300_000);

let world: World;

afterEach(async () => await world.end());

describe.each([
	['one process on SQLite', []],
	['queue mode on PostgreSQL: a main and two workers', ['--queue']],
])('%s', (_name, mode) => {
	beforeEach(async () => {
		world = await World.start(undefined, ...mode);
	});

	it(`makes ${CALLS} invoices of ${CALLS} calls that are delivered ${DELIVERIES} times each`, async () => {
		const urls = await copies(world, world.announced.workflows[0].id, DELIVERIES);
		const callIds = Array.from({ length: CALLS }, (_, index) => `call_load_${index}`);
		const deliveries = shuffled(callIds, urls);
		const began = Date.now();
		const answers = await deliver(world, 'ready', deliveries, AT_ONCE);
		expect(answers).toEqual(deliveries.map(() => 200));
		const answered = Date.now();
		await allEnded(world, deliveries.length, 240_000);
		const seconds = (Date.now() - began) / 1000;
		process.stdout.write(
			`${mode.join('') || 'one process'}: ${deliveries.length} deliveries answered in ` +
				`${(answered - began) / 1000} s, executed in ${seconds} s\n`,
		);

		expect(await countExecutions(world, ['success'])).toBe(deliveries.length);
		const { poof, requests } = await world.state();
		expect(poof.invoices.map(({ metadata }) => metadata.call_id).sort()).toEqual(callIds.sort());
		const sent = requests.filter(({ operation }) => operation === 'create_fiat_invoice');
		expect(sent).toHaveLength(CALLS);
	});
});
