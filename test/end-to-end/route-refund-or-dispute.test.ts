/* eslint-disable @n8n/community-nodes/no-restricted-imports -- tests run in Node, not in n8n */
// A refund or dispute in the real n8n: every way it can end. No way pays anything back.
import { setTimeout as delay } from 'node:timers/promises';
import { atTheEnd, NO_FIFTH_OUTCOME } from './at-the-end';
import { likeEveryCallTemplate } from './like-every-call-template';
import { World } from './world';

jest.setTimeout(120_000);

let world: World;

beforeAll(async () => {
	world = await World.start(['route-refund-or-dispute']);
}, 300_000);

afterAll(async () => await world?.end());

/** Maria wants back what she paid for the support plan; the policy allows it and it is below the threshold. */
const REFUND = {
	requested_action: 'refund',
	order: 'ORD-7702',
	amount: '49.00',
	refund_reason: 'The plan was never used',
	policy_clear: 'true',
	payment_status: 'paid',
};
const DISPUTE = {
	...REFUND,
	requested_action: 'dispute',
	refund_reason: '',
	dispute_reason: 'The training never took place',
};
const NOT_CLEAR = { policy_clear: 'false' };
const CALLBACK = { callback_expected: 'true' };

const of = (callId: string) => ({
	tickets: async () =>
		(await world.state()).zendesk.tickets.filter(({ external_id }) => external_id === callId),
	exceptions: async () => await world.rowsOf(callId, 'Exceptions'),
	logged: async () => await world.rowsOf(callId, 'Log'),
	callbacks: async () =>
		(await world.state()).dialnexa.calls.filter(({ metadata }) => metadata.callback_of === callId),
});

async function sendAndFinish(analysis: Record<string, string>, withinMs?: number) {
	const before = await world.executions();
	const { callId } = await world.sendLike('ready', { ...REFUND, ...analysis });
	await world.execution(before, 'success', withinMs);
	return { callId, ...of(callId) };
}

/** Sends a call and waits for the question that it leads to. */
async function sendAndBeAsked(analysis: Record<string, string>, sample = 'ready') {
	const before = await world.executions();
	const { callId } = await world.sendLike(sample, { ...REFUND, ...analysis });
	await world.execution(before, 'waiting');
	const [message, ...more] = (await world.undecided()).filter((asked) =>
		JSON.stringify(asked).includes(callId),
	);
	expect(more).toEqual([]);
	const decide = async (decision: string, user?: string) => {
		await world.control('POST', 'slack/decide', { message: message.ts, decision, user });
		await world.execution(before);
	};
	return { callId, ...of(callId), asked: JSON.stringify(message), decide };
}

const callBackWith = async (callbackAgentId: string) =>
	await world.changeSettings(world.idOf('route-refund-or-dispute'), { callbackAgentId });

it('makes a task of a refund that the rules clear, with its deadline, and asks nobody', async () => {
	const { tickets, exceptions, logged } = await sendAndFinish(CALLBACK);
	const [ticket, ...more] = await tickets();
	expect(more).toEqual([]);
	const [row] = await logged();
	expect(ticket).toMatchObject({
		subject: 'Refund: 49.00 USD',
		type: 'task',
		due_at: expect.stringContaining(row.Deadline) as string,
		group_id: 360002,
		tags: ['dialnexa', 'refund'],
	});
	expect(ticket.comments.map((comment) => comment.public)).toEqual([false, false]);
	expect(ticket.comments[0].body).toContain('The plan was never used');
	expect(ticket.comments[1].body).toMatch(
		/^Within policy and below the threshold. Nothing has been paid back: carry it out by hand/,
	);
	expect(ticket.comments[1].body).toContain(`promised a callback by ${row.Deadline}`);
	expect(row).toMatchObject({
		Ended: 'handed to finance',
		Link: `https://sandbox.zendesk.com/agent/tickets/${ticket.id}`,
	});
	expect(row.Detail).toContain(`promised a callback by ${row.Deadline}`);
	expect(await exceptions()).toEqual([]);
	expect((await world.state()).slack.messages).toEqual([]);
});

it('gives a refund without a deadline the usual one', async () => {
	const { tickets } = await sendAndFinish({ follow_up_deadline: '' });
	const [{ due_at }] = await tickets();
	const hours = (Date.parse(String(due_at)) - Date.now()) / 3_600_000;
	expect(hours).toBeGreaterThan(23.8);
	expect(hours).toBeLessThan(24.1);
});

describe('what finance decides', () => {
	it.each([
		['above the threshold', { amount: '4800.00' }, 'needs_approval'],
		['not clearly covered by policy', NOT_CLEAR, 'ready'],
		['a dispute', DISPUTE, 'ready'],
	])('%s is asked in Slack, and who approved is recorded', async (_what, analysis, sample) => {
		const { tickets, logged, exceptions, asked, decide } = await sendAndBeAsked(analysis, sample);
		const [ticket] = await tickets();
		expect(asked).toContain(`https://sandbox.zendesk.com/agent/tickets/${ticket.id}`);
		expect(ticket.comments).toHaveLength(1);
		await decide('approve', 'U0FINSECOND');
		const [{ comments }] = await tickets();
		expect(comments[1]).toMatchObject({
			public: false,
			body: expect.stringMatching(/^Approved in Slack by .*[Ss]econd.* Nothing has been paid/),
		});
		expect(await logged()).toEqual([expect.objectContaining({ Ended: 'handed to finance' })]);
		expect(await exceptions()).toEqual([]);
	});

	it('what is declined is an exception with the ticket and the name', async () => {
		const { tickets, logged, exceptions, decide } = await sendAndBeAsked(DISPUTE);
		await decide('decline');
		const [ticket] = await tickets();
		expect(ticket.comments).toHaveLength(1);
		const detail = new RegExp(`declined in Slack: .*[Ll]ead.*ticket ${ticket.id}`);
		expect(await exceptions()).toEqual([
			expect.objectContaining({ Ended: 'declined', Detail: expect.stringMatching(detail) }),
		]);
		expect(await logged()).toEqual([]);
	});
});

it('makes one ticket of a call, however often it is delivered', async () => {
	const before = await world.executions();
	const { callId } = await world.sendLike('ready', REFUND, { times: 6 });
	await world.execution(before);
	await world.sendLike('ready', REFUND, { call_id: callId });
	await delay(2_000);
	expect(await of(callId).tickets()).toHaveLength(1);
	expect(await of(callId).logged()).toHaveLength(1);
});

it.each([
	['nobody knows who called', { match_confidence: '0.3' }, 'matched'],
	['the amount is missing', { amount: '' }, 'amount is missing'],
	['something else is asked', { requested_action: 'billing_question' }, 'Billing Question'],
])('makes no ticket when %s', async (_what, analysis, detail) => {
	const { tickets, exceptions } = await sendAndFinish(analysis);
	expect(await exceptions()).toEqual([
		expect.objectContaining({
			Ended: 'exception',
			Detail: expect.stringContaining(detail) as string,
		}),
	]);
	expect(await tickets()).toEqual([]);
});

describe('a promised callback with a callback agent', () => {
	beforeAll(async () => await callBackWith('agent_sandboxbilling'));
	afterAll(async () => await callBackWith(''));

	it('is ordered once, after the approval', async () => {
		const { callId, callbacks, logged, decide } = await sendAndBeAsked({
			...CALLBACK,
			...NOT_CLEAR,
		});
		expect(await callbacks()).toEqual([]);
		await decide('approve');
		const [callback, ...more] = await callbacks();
		expect(more).toEqual([]);
		expect(callback).toMatchObject({
			to: '+14155550142',
			agentId: 'agent_sandboxbilling',
			metadata: { idempotency_key: `dialnexa:${callId}:refund:callback`, about: 'refund' },
		});
		const [row] = await logged();
		expect(row).toMatchObject({
			Ended: 'callback ordered',
			Detail: expect.stringContaining(callback.id) as string,
		});
	});

	it('leads to no second callback when the callback itself ends', async () => {
		const { callId, callbacks } = await sendAndFinish(CALLBACK);
		const [callback] = await callbacks();
		const before = await world.executions();
		await world.sendLike(
			'ready',
			{ ...REFUND, ...CALLBACK },
			{
				call_id: callback.id,
				metadata: callback.metadata,
			},
		);
		await world.execution(before);
		expect(await of(callback.id).callbacks()).toEqual([]);
		expect(await of(callback.id).tickets()).toEqual([]);
		expect(await of(callback.id).exceptions()).toEqual([
			expect.objectContaining({ Detail: expect.stringContaining(callId) as string }),
		]);
	});

	it('is not ordered when none was promised, or after a decline', async () => {
		const plain = await sendAndFinish({});
		expect(await plain.callbacks()).toEqual([]);
		const declined = await sendAndBeAsked({ ...CALLBACK, ...NOT_CLEAR });
		await declined.decide('decline');
		expect(await declined.callbacks()).toEqual([]);
	});

	it.each([
		['status_422', 0],
		['status_503', 0],
		['hang_before', 0],
	])('is an exception when DialNexa answers %s', async (fault, count) => {
		await world.breakDown('dialnexa', fault, 1, 'createCall');
		const { callbacks, exceptions, tickets, logged } = await sendAndFinish(CALLBACK, 90_000);
		expect(await callbacks()).toHaveLength(count);
		expect(await exceptions()).toEqual([
			expect.objectContaining({
				Ended: 'callback not ordered',
				Detail: expect.stringContaining('Within policy and below the threshold') as string,
			}),
		]);
		expect(await tickets()).toHaveLength(1);
		expect(await logged()).toEqual([]);
	});

	it('is an exception when the step that orders it cannot use its credential', async () => {
		const { callbacks, exceptions, tickets } = await world.withCredential(
			world.idOf('route-refund-or-dispute'),
			...(['Order Callback', 'dialNexaApi', { baseUrl: 'nowhere' }] as const),
			async () => await sendAndFinish(CALLBACK),
		);
		expect(await callbacks()).toEqual([]);
		expect(await exceptions()).toEqual([
			expect.objectContaining({
				Ended: 'callback not ordered',
				Detail: expect.stringContaining('Base URL') as string,
			}),
		]);
		expect(await tickets()).toHaveLength(1);
	});

	it('that DialNexa took without saying so is found, not ordered again', async () => {
		await world.breakDown('dialnexa', 'status_504_after', 1, 'createCall');
		const { callbacks, logged } = await sendAndFinish(CALLBACK);
		expect(await callbacks()).toHaveLength(1);
		expect(await logged()).toEqual([expect.objectContaining({ Ended: 'callback ordered' })]);
	});
});

describe('a service that is down', () => {
	it('Zendesk: finance is not asked, and a person looks', async () => {
		await world.breakDown('zendesk', 'status_503', 1, 'tickets.create');
		const { exceptions, tickets } = await sendAndFinish(DISPUTE);
		expect(await exceptions()).toEqual([expect.objectContaining({ Ended: 'ticket not made' })]);
		expect(await tickets()).toEqual([]);
		expect(await world.undecided()).toEqual([]);
	});

	it('Zendesk after the ticket: the row says what the ticket does not', async () => {
		await world.breakDown('zendesk', 'status_503', 1, 'tickets.update');
		const { logged } = await sendAndFinish({});
		expect(await logged()).toEqual([
			expect.objectContaining({
				Ended: 'handed to finance',
				Detail: expect.stringContaining('The approval is not on the ticket.') as string,
			}),
		]);
	});

	it('Slack: no decision, with the ticket', async () => {
		await world.breakDown('slack', 'status_503', 1, 'chat.postMessage');
		const { exceptions, tickets } = await sendAndFinish(DISPUTE);
		const [{ id }] = await tickets();
		expect(await exceptions()).toEqual([
			expect.objectContaining({
				Ended: 'no decision',
				Detail: expect.stringContaining(`ticket ${id}`) as string,
			}),
		]);
	});

	it('Sheets: Slack is told instead', async () => {
		await world.breakDown('sheets', 'status_503');
		const { callId, logged, tickets } = await sendAndFinish({});
		expect(await logged()).toEqual([]);
		expect(await tickets()).toHaveLength(1);
		const { messages } = (await world.state()).slack;
		const told = messages.filter(({ text }) => text.includes(callId));
		expect(told).toEqual([
			expect.objectContaining({ text: expect.stringContaining('handed to finance') as string }),
		]);
	});
});

likeEveryCallTemplate(() => world, 'route-refund-or-dispute', 'ready', REFUND);

it('turns one that nobody decides in time into an exception', async () => {
	// 0.002 hours are 7.2 seconds; n8n looks about once a minute whose time is over.
	await world.changeSettings(world.idOf('route-refund-or-dispute'), { approvalHours: 0.002 });
	const { exceptions, tickets } = await sendAndFinish(DISPUTE, 100_000);
	const [{ id, comments }] = await tickets();
	expect(comments).toHaveLength(1);
	expect(await exceptions()).toEqual([
		expect.objectContaining({
			Ended: 'no decision',
			Detail: expect.stringContaining(`ticket ${id}`) as string,
		}),
	]);
});

it('has paid nothing back anywhere', async () => {
	const { requests, poof } = await world.state();
	expect(requests.filter(({ service }) => service === 'poof' || service === 'stripe')).toEqual([]);
	expect(poof.payouts).toEqual([]);
});

atTheEnd(() => world, 'route-refund-or-dispute', {
	undriven: NO_FIFTH_OUTCOME,
	present: ['Maria Lopez', 'The plan was never used'],
});
