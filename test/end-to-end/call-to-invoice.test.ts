/* eslint-disable @n8n/community-nodes/no-restricted-imports -- tests run in Node, not in n8n */
// The first template in the real n8n: every way a call can end.
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { until, World } from './world';

jest.setTimeout(120_000);

let world: World;
let workflowId: string;

/** The ports that `npm start` likes best are taken, by these or by something else. */
const squatters = [5678, 5680].map((port) =>
	createServer()
		.on('error', () => {})
		.listen(port, '127.0.0.1'),
);

beforeAll(async () => {
	world = await World.start(['call-to-invoice']);
	workflowId = world.idOf('call-to-invoice');
}, 300_000);

afterAll(async () => {
	await world?.end();
	for (const squatter of squatters) squatter.close();
});

const of = (callId: string) => ({
	invoices: async () =>
		(await world.state()).poof.invoices.filter(({ metadata }) => metadata.call_id === callId),
	exceptions: async () => await world.rowsOf(callId, 'Exceptions'),
	logged: async () => await world.rowsOf(callId, 'Log'),
});

async function sendAndFinish(sample: string, withinMs?: number) {
	const callId = await world.sendAndFinish({ sample }, withinMs);
	return { callId, ...of(callId) };
}

it('finds other ports when the usual ones are taken', () => {
	const { n8n, sandbox } = world.announced;
	expect([n8n.url, sandbox.url]).not.toContainEqual(expect.stringMatching(/:(5678|5680)$/));
});

it('registers one webhook for the one event it listens to', async () => {
	const { dialnexa } = await world.state();
	expect(dialnexa.webhooks).toHaveLength(1);
	expect(dialnexa.webhooks[0]).toMatchObject({
		url: world.announced.workflows[0].triggerUrl,
		events: ['call.completed'],
	});
});

it('makes exactly one invoice of a clear call, with call ID and summary', async () => {
	const slackBefore = (await world.state()).slack.messages.length;
	const { callId, invoices, exceptions, logged } = await sendAndFinish('ready');
	const [invoice, ...more] = await invoices();
	expect(more).toEqual([]);
	expect(invoice).toMatchObject({ kind: 'fiat_invoice', amount: '49.00', currency: 'usd' });
	expect(invoice.metadata).toMatchObject({
		call_id: callId,
		idempotency_key: `dialnexa:${callId}:create_invoice`,
		summary: expect.stringContaining('49.00 USD'),
	});
	expect(await logged()).toEqual([
		expect.objectContaining({ 'Poof ID': invoice.id, Ended: 'done' }),
	]);
	expect(await exceptions()).toEqual([]);
	expect((await world.state()).slack.messages).toHaveLength(slackBefore);
});

it('makes no second invoice when the same call is delivered again, at once and later', async () => {
	const before = await world.executions();
	const { callId } = await world.send({ sample: 'ready', times: 8 });
	await world.execution(before);
	await world.send({ sample: 'ready', callId, times: 2 });
	await delay(2_000);
	expect(await of(callId).invoices()).toHaveLength(1);
	expect(await world.executions()).toHaveLength(before.length + 1);
});

it('asks in Slack once for a large one, and makes the invoice after the click', async () => {
	const before = await world.executions();
	const { callId } = await world.send({ sample: 'needs_approval' });
	const { invoices, exceptions } = of(callId);
	await world.execution(before, 'waiting');
	const asked = await world.undecided();
	expect(asked).toHaveLength(1);
	expect(JSON.stringify(asked[0].blocks)).toContain('4800.00 USD');
	expect(await invoices()).toEqual([]);

	await world.control('POST', 'slack/decide', { message: asked[0].ts, decision: 'approve' });
	await world.execution(before);
	expect(await invoices()).toEqual([expect.objectContaining({ amount: '4800.00' })]);
	expect(await exceptions()).toEqual([]);
	expect(await world.undecided()).toEqual([]);
});

it('turns a declined one into an exception', async () => {
	const before = await world.executions();
	const { callId } = await world.send({ sample: 'needs_approval' });
	const [message] = await until('Slack message', async () => {
		const waiting = await world.undecided();
		return waiting.length > 0 && waiting;
	});
	await world.execution(before, 'waiting');
	await world.control('POST', 'slack/decide', { message: message.ts, decision: 'decline' });
	await world.execution(before);
	expect(await of(callId).exceptions()).toEqual([expect.objectContaining({ Ended: 'declined' })]);
	expect(await of(callId).invoices()).toEqual([]);
});

it('turns an unclear one into an exception that says why', async () => {
	const { invoices, exceptions } = await sendAndFinish('unclear');
	const [row, ...more] = await exceptions();
	expect(more).toEqual([]);
	expect(row).toMatchObject({ Ended: 'exception', Detail: expect.stringMatching(/\w+ .*\./) });
	expect(await invoices()).toEqual([]);
});

it('sends a call that asks for a payout to a person: this workflow only makes invoices', async () => {
	const { exceptions } = await sendAndFinish('payout');
	expect(await exceptions()).toHaveLength(1);
	expect((await world.state()).poof.payouts).toEqual([]);
});

it('answers a forged delivery with 401 and starts nothing', async () => {
	const before = await world.executions();
	for (const signature of ['forged', 'missing']) {
		const { deliveries } = await world.send({ sample: 'ready', signature });
		expect(deliveries.map(({ status }) => status)).toEqual([401]);
	}
	await delay(1_500);
	expect(await world.executions()).toHaveLength(before.length);
});

describe('when Poof does not do as asked', () => {
	const makeIt = async (fault: string) => {
		const operation = 'create_fiat_invoice';
		await world.control('POST', 'faults', { service: 'poof', operation, fault, times: 1 });
		return await sendAndFinish('ready');
	};

	it.each([
		['text_2xx:invalid', 'refused'],
		['unknown_2xx', 'uncertain'],
	])('%s ends as %s in the exception queue', async (fault, ended) => {
		const { invoices, exceptions, logged } = await makeIt(fault);
		expect(await exceptions()).toEqual([expect.objectContaining({ Ended: ended })]);
		expect(await logged()).toEqual([]);
		expect(await invoices()).toEqual([]);
	});

	it.each(['reset_after', 'status_500_after'])(
		'%s: finds the invoice that was made',
		async (fault) => {
			const { invoices, exceptions, logged } = await makeIt(fault);
			const [invoice, ...more] = await invoices();
			expect(more).toEqual([]);
			expect(await logged()).toEqual([
				expect.objectContaining({ 'Poof ID': invoice.id, Ended: 'duplicate' }),
			]);
			expect(await exceptions()).toEqual([]);
		},
	);
});

it('turns a call into an exception when Slack is down', async () => {
	await world.control('POST', 'faults', { service: 'slack', fault: 'status_503', times: 1 });
	const { exceptions, invoices } = await sendAndFinish('needs_approval');
	expect(await exceptions()).toEqual([expect.objectContaining({ Ended: 'no decision' })]);
	expect(await invoices()).toEqual([]);
});

it('turns one that nobody answers in time into an exception', async () => {
	// 0.002 hours are 7.2 seconds; n8n looks about once a minute whose time is over.
	await world.changeSettings(workflowId, { approvalHours: 0.002 });
	const { exceptions, invoices } = await sendAndFinish('needs_approval', 100_000);
	expect(await world.undecided()).toHaveLength(1);
	expect(await exceptions()).toEqual([expect.objectContaining({ Ended: 'no decision' })]);
	expect(await invoices()).toEqual([]);
});

it('has stored and sent the card number nowhere', async () => {
	const digits = '4242424242424242';
	const forms = [digits, '4242 4242 4242 4242', '4242-4242-4242-4242', 'code is 737'];
	// DialNexa is where the number comes from.
	const received = { ...(await world.state()), dialnexa: undefined };
	const places = [
		...world.stored(),
		{ name: 'what the stand-ins received', content: Buffer.from(JSON.stringify(received)) },
	];
	const found = places.flatMap(({ name, content }) =>
		forms.filter((form) => content.includes(form)).map((form) => `${form} in ${name}`),
	);
	expect(found).toEqual([]);
	// The call itself is there, so the search looks in the right place.
	expect(places.some(({ content }) => content.includes('[card removed]'))).toBe(true);
	expect(places.some(({ content }) => content.includes('Maria Lopez'))).toBe(true);
});

it('reached no host beyond the machine', async () => {
	expect((await world.state()).refusedHosts).toEqual([]);
});

it('starts again where it was, with the same workflow, address and signing secret', async () => {
	const { n8n, sandbox, workflows } = world.announced;
	await world.stop();
	world = await world.startAgain();
	expect(world.announced).toEqual({ n8n, sandbox, workflows });
	const { invoices } = await sendAndFinish('ready');
	expect(await invoices()).toHaveLength(1);
	const { deliveries } = await world.send({ sample: 'ready', signature: 'forged' });
	expect(deliveries.map(({ status }) => status)).toEqual([401]);
});
