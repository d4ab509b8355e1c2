/* eslint-disable @n8n/community-nodes/no-restricted-globals -- tests run in Node, not in n8n */
// Payouts in queue mode: delivered again and again, and approved by several clicks at once, each is sent once.
import type { World } from '../end-to-end/world';
import {
	allEnded,
	approveUntil,
	copies,
	countExecutions,
	deliver,
	shuffled,
	startWorld,
} from './load';

const CALLS = 20;
const DELIVERIES = 5;
const AT_ONCE = 10;
const [FIRST, SECOND] = ['U0FINLEAD01', 'U0FINSECOND'];

jest.setTimeout(400_000);

let world: World | undefined;

afterAll(async () => await world?.end());

it(`sends ${CALLS} payouts for ${CALLS} calls, however often they are delivered and approved`, async () => {
	const started = (world = await startWorld(['call-to-payout'], ['--queue']));
	const urls = await copies(started, started.idOf('call-to-payout'), DELIVERIES);
	const callIds = Array.from({ length: CALLS }, (_, index) => `call_payout_${100 + index}`);
	const deliveries = shuffled(callIds, urls);
	const began = Date.now();
	const payouts = async () => (await started.state()).poof.payouts.length;
	const [answers] = await Promise.all([
		deliver(started, 'payout', deliveries, AT_ONCE),
		approveUntil(started, [FIRST, FIRST, SECOND], async () => (await payouts()) >= CALLS, 300_000),
	]);
	expect([...new Set(answers)]).toEqual([200]);
	await allEnded(started, deliveries.length);
	process.stdout.write(
		`queue mode: ${deliveries.length} deliveries of calls for a payout, approved and executed ` +
			`after ${Math.round((Date.now() - began) / 1000)} s\n`,
	);

	expect(await countExecutions(started, ['success'])).toBe(deliveries.length);
	expect(await payouts()).toBe(CALLS);
	const { requests, slack } = await started.state();
	expect(requests.filter(({ operation }) => operation === 'payouts')).toHaveLength(CALLS);
	const questions = slack.messages.filter(({ blocks }) => blocks.length > 0);
	for (const callId of callIds)
		expect(questions.filter((asked) => JSON.stringify(asked.blocks).includes(callId))).toHaveLength(
			1,
		);
	expect((await started.rows('Log')).map(({ Ended }) => Ended)).toEqual(callIds.map(() => 'done'));
	expect(await started.rows('Exceptions')).toEqual([]);
});
