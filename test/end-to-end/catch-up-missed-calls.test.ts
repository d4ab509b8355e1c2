/* eslint-disable @n8n/community-nodes/no-restricted-imports -- tests run in Node, not in n8n */
// Calls whose delivery was lost reach their workflow all the same, and none reaches it twice. When DialNexa is down, a person
// is told.
import { setTimeout as delay } from 'node:timers/promises';
import { atTheEnd } from './at-the-end';
import { until, World } from './world';

jest.setTimeout(120_000);

const SECONDS_BETWEEN_RUNS = 4;

let world: World;

beforeAll(async () => {
	world = await World.start(['call-to-invoice', 'catch-up-missed-calls', 'something-went-wrong']);
	const catchUp = world.idOf('catch-up-missed-calls');
	await world.edit(catchUp, (parametersOf) => {
		parametersOf('Every 15 Minutes').rule = {
			interval: [{ field: 'seconds', secondsInterval: SECONDS_BETWEEN_RUNS }],
		};
	});
	await world.changeSettings(catchUp, { leaveMinutes: 0 });
}, 300_000);

afterAll(async () => await world?.end());

const invoicesOf = async (callId: string) =>
	(await world.state()).poof.invoices.filter(({ metadata }) => metadata.call_id === callId);

/** Long enough for the schedule to have looked again. */
const anotherRound = async () => await delay(2 * SECONDS_BETWEEN_RUNS * 1000);

it('makes the invoice of a call whose delivery was lost, once', async () => {
	const { callId, deliveries } = await world.send({ sample: 'ready', times: 0 });
	expect(deliveries).toEqual([]);
	await until('row in the log', async () => (await world.rowsOf(callId, 'Log')).length > 0);
	await anotherRound();
	expect(await invoicesOf(callId)).toHaveLength(1);
	expect(await world.rowsOf(callId, 'Log')).toHaveLength(1);
	expect(await world.rowsOf(callId, 'Exceptions')).toEqual([]);
});

it('handles a call once that is delivered several times and found as well', async () => {
	const { callId } = await world.send({ sample: 'ready', times: 4 });
	await anotherRound();
	await world.send({ sample: 'ready', callId, times: 2 });
	await anotherRound();
	expect(await invoicesOf(callId)).toHaveLength(1);
	expect(await world.rowsOf(callId, 'Log')).toHaveLength(1);
	expect(await world.rowsOf(callId, 'Exceptions')).toEqual([]);
});

it('puts a call that failed, which DialNexa does not deliver, into the exception queue', async () => {
	const { callId, deliveries } = await world.send({ sample: 'failed' });
	expect(deliveries).toEqual([]);
	const [row] = await until('row in the exception queue', async () => {
		const rows = await world.rowsOf(callId, 'Exceptions');
		return rows.length > 0 && rows;
	});
	expect(row).toMatchObject({
		Ended: 'exception',
		Reasons: expect.stringContaining('call_not_completed'),
	});
	await anotherRound();
	expect(await world.rowsOf(callId, 'Exceptions')).toHaveLength(1);
});

it('finds a call the next time when DialNexa did not give it', async () => {
	const callId = await world.whileDown('dialnexa', 'getCall', async () => {
		const sent = await world.send({ sample: 'ready', times: 0 });
		await until(
			'run that leaves the call to the next one',
			async () => (await world.driven('catch-up-missed-calls')).has('Comes Again Next Time'),
			60_000,
		);
		return sent.callId;
	});
	await until('row in the log', async () => (await world.rowsOf(callId, 'Log')).length > 0, 90_000);
	expect(await invoicesOf(callId)).toHaveLength(1);
});

it('hands over nothing while the ledger can be read and not written, tells a person, and catches up afterwards', async () => {
	const messagesBefore = (await world.state()).slack.messages.length;
	const callId = await world.withUnusableLedger(async () => {
		const sent = await world.send({ sample: 'ready', times: 0 });
		const told = await until(
			'messages about two runs',
			async () => {
				const messages = (await world.state()).slack.messages.slice(messagesBefore);
				return messages.length > 1 && messages;
			},
			60_000,
		);
		expect(JSON.stringify(told)).toContain('Try to Put Down a Row');
		expect(await world.rowsOf(sent.callId, 'Exceptions')).toEqual([]);
		return sent.callId;
	});
	await until('row in the log', async () => (await world.rowsOf(callId, 'Log')).length > 0, 60_000);
	expect(await world.rowsOf(callId, 'Exceptions')).toEqual([]);
	expect(await invoicesOf(callId)).toHaveLength(1);
	// A run may be at it just now.
	await until(
		'ledger without the row that is tried',
		async () => (await world.claimsOf('Can the ledger be written?')).length === 0,
	);
});

it('tells a person that DialNexa cannot be reached, and catches up afterwards', async () => {
	const messagesBefore = (await world.state()).slack.messages.length;
	const { callId, told } = await world.whileDown('dialnexa', 'listCalls', async () => ({
		...(await world.send({ sample: 'ready', times: 0 })),
		told: await until(
			'message in Slack',
			async () => (await world.state()).slack.messages.slice(messagesBefore).at(0),
			60_000,
		),
	}));
	expect(JSON.stringify(told)).toContain('List Calls That Are Over');
	const { callId: delivered } = await world.sendLike('unclear', {}, { secrets: true });
	await until(
		'row of the delivered call',
		async () => (await world.rowsOf(delivered, 'Exceptions')).length > 0,
	);
	await until('row in the log', async () => (await world.rowsOf(callId, 'Log')).length > 0, 60_000);
	expect(await invoicesOf(callId)).toHaveLength(1);
});

atTheEnd(() => world, 'catch-up-missed-calls');
