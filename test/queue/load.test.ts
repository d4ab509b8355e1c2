/* eslint-disable @n8n/community-nodes/no-restricted-globals -- tests run in Node, not in n8n */
// One call moves money once, however often it is delivered, in every way that n8n runs.
import type { World } from '../end-to-end/world';
import { allEnded, copies, countExecutions, deliver, shuffled, startWorld, WAYS } from './load';

const CALLS = 50;
const DELIVERIES = 10;
const AT_ONCE = 25;

jest.setTimeout(400_000);

let world: World | undefined;

afterEach(async () => await world?.end());

describe.each(WAYS)('%s', (name, options) => {
	it(`makes ${CALLS} invoices of ${CALLS} calls that are delivered ${DELIVERIES} times each`, async () => {
		world = await startWorld(['call-to-invoice'], options);
		const urls = await copies(world, world.idOf('call-to-invoice'), DELIVERIES);
		const callIds = Array.from({ length: CALLS }, (_, index) => `call_load_${index}`);
		const deliveries = shuffled(callIds, urls);
		const began = Date.now();
		const answers = await deliver(world, 'ready', deliveries, AT_ONCE);
		const answered = Date.now();
		await allEnded(world, deliveries.length, 300_000);
		const took = (from: number, to: number) => `${Math.round((to - from) / 1000)} s`;
		process.stdout.write(
			`${name}: ${deliveries.length} deliveries answered in ${took(began, answered)}, ` +
				`executed after ${took(began, Date.now())}\n`,
		);

		expect(answers).toEqual(deliveries.map(() => 200));
		expect(await countExecutions(world, ['success'])).toBe(deliveries.length);
		const { poof, requests } = await world.state();
		expect(poof.invoices.map(({ metadata }) => metadata.call_id).sort()).toEqual(callIds.sort());
		const sent = requests.filter(({ operation }) => operation === 'create_fiat_invoice');
		expect(sent).toHaveLength(CALLS);
		const logged = (await world.rows('Log')).map(({ Ended }) => Ended);
		expect(logged).toEqual(callIds.map(() => 'done'));
		expect(await world.rows('Exceptions')).toEqual([]);
	});
});
