/* eslint-disable @n8n/community-nodes/no-restricted-imports -- tests run in Node, not in n8n */
// A billing question in the real n8n: every way it can end.
import { setTimeout as delay } from 'node:timers/promises';
import { atTheEnd } from './at-the-end';
import { likeEveryCallTemplate } from './like-every-call-template';
import { World } from './world';

jest.setTimeout(120_000);

let world: World;

beforeAll(async () => {
	world = await World.start(['answer-billing-question']);
}, 300_000);

afterAll(async () => await world?.end());

/** Maria asks about the support plan, which she has paid: Stripe knows its charge. */
const PAID_CHARGE = {
	requested_action: 'billing_question',
	order: 'ORD-7702',
	amount: '49.00',
	due_date: '',
	payment_status: 'paid',
};
const ask = (analysis: Record<string, string>) => ({ ...PAID_CHARGE, ...analysis });

const of = (callId: string) => ({
	tickets: async () =>
		(await world.state()).zendesk.tickets.filter(({ external_id }) => external_id === callId),
	exceptions: async () => await world.rowsOf(callId, 'Exceptions'),
	logged: async () => await world.rowsOf(callId, 'Log'),
});

async function sendAndFinish(analysis: Record<string, string>, withinMs?: number) {
	const before = await world.executions();
	const { callId } = await world.sendLike('ready', ask(analysis));
	await world.execution(before, 'success', withinMs);
	return { callId, ...of(callId) };
}

/** Sends a call and waits for the question that it leads to. */
async function sendAndBeAsked(analysis: Record<string, string>) {
	const before = await world.executions();
	const { callId } = await world.sendLike('ready', ask(analysis));
	await world.execution(before, 'waiting');
	const [message, ...more] = (await world.undecided()).filter((asked) =>
		JSON.stringify(asked).includes(callId),
	);
	expect(more).toEqual([]);
	const decide = async (decision: string) => {
		await world.control('POST', 'slack/decide', { message: message.ts, decision });
		await world.execution(before);
	};
	return { callId, ...of(callId), asked: JSON.stringify(message), decide };
}

/** Puts a transaction into Poof; gives its ID. */
async function inPoof(given: { amount: string; email?: string; order?: string }) {
	const { email = '', order = '', amount } = given;
	const answer = await fetch(`${world.announced.sandbox.url}/poof/api/v1/create_fiat_charge`, {
		method: 'POST',
		headers: {
			'content-type': 'application/json',
			authorization: 'sha512-c2FuZGJveCtwb29mL2tleQ==?sandbox',
		},
		body: JSON.stringify({
			...{ amount, email, payment: 'paypal', currency: 'usd', metadata: { order } },
			redirect_url: 'https://www.example.com/no',
			success_url: 'https://www.example.com/yes',
		}),
	});
	return ((await answer.json()) as { tracking_id: string }).tracking_id;
}

describe('one clear record of the caller', () => {
	it('becomes a ticket with the answer drafted, which the customer does not see', async () => {
		const { callId, tickets, exceptions, logged } = await sendAndFinish({});
		const [ticket, ...more] = await tickets();
		expect(more).toEqual([]);
		expect(ticket).toMatchObject({
			subject: 'Billing question: ORD-7702',
			external_id: callId,
			priority: 'normal',
			group_id: 360002,
			tags: ['billing_question', 'dialnexa'],
		});
		expect(ticket.comments).toEqual([expect.objectContaining({ public: false })]);
		expect(ticket.comments[0].body).toContain(
			'Our records show ch_SandboxSupport01 in Stripe: 49.00 USD, paid. That is what you told us.',
		);
		expect(await logged()).toEqual([
			expect.objectContaining({
				Ended: 'answer drafted',
				Detail: `Ticket ${ticket.id}. Differs from the call: nothing.`,
				Link: `https://sandbox.zendesk.com/agent/tickets/${ticket.id}`,
			}),
		]);
		expect(await exceptions()).toEqual([]);
		expect((await world.state()).slack.messages).toEqual([]);
	});

	it('is answered with what differs from what the caller said', async () => {
		const { tickets, logged } = await sendAndFinish({ amount: '59.00', payment_status: 'unpaid' });
		const [ticket] = await tickets();
		expect(ticket.comments[0].body).toContain('On the call the amount and the status sounded');
		const [row] = await logged();
		expect(row.Detail).toContain('Differs from the call: amount, status.');
	});

	it('offers the secure payment page of an invoice that is open', async () => {
		const open = { invoice_number: 'in_SandboxTeamPlan1', amount: '79', payment_status: 'unpaid' };
		const { tickets } = await sendAndFinish(open);
		const [{ comments }] = await tickets();
		expect(comments[0].body).toContain('in Stripe: 79.00 USD, not paid. That is what you told us.');
		expect(comments[0].body).toContain('https://invoice.stripe.com/i/sandbox/in_SandboxTeamPlan1');
	});

	it('is found in Poof by its ID, when it carries the caller’s address', async () => {
		const payment_id = await inPoof({ amount: '12.50', email: 'Maria.Lopez@example.com' });
		const said = { payment_id, amount: '12.5', payment_status: 'open' };
		const { tickets } = await sendAndFinish(said);
		const [{ comments }] = await tickets();
		expect(comments[0].body).toContain(`${payment_id} in Poof: 12.50 USD, not paid. That is what`);
	});

	it('leads to one ticket, however often the call is delivered', async () => {
		const before = await world.executions();
		const { callId, deliveries } = await world.sendLike('ready', PAID_CHARGE, { times: 6 });
		expect(deliveries).toHaveLength(6);
		await world.execution(before);
		await world.sendLike('ready', PAID_CHARGE, { call_id: callId });
		await delay(2_000);
		expect(await of(callId).tickets()).toHaveLength(1);
		expect(await of(callId).logged()).toHaveLength(1);
	});
});

likeEveryCallTemplate(
	() => world,
	'answer-billing-question',
	'ready',
	ask({ escalation_reason: 'The caller asked for a manager' }),
);

describe('a record without an address', () => {
	let payment_id: string;
	beforeAll(async () => {
		payment_id = await inPoof({ amount: '30.00' });
	});
	const said = () => ({ payment_id, amount: '30.00', payment_status: 'unpaid' });

	it('is answered after a person has agreed, who is named', async () => {
		const { tickets, logged, asked, decide } = await sendAndBeAsked(said());
		expect(asked).toContain(`Our records show ${payment_id} in Poof: 30.00 USD, not paid.`);
		expect(await tickets()).toEqual([]);
		await decide('approve');
		expect(await tickets()).toHaveLength(1);
		expect(await logged()).toEqual([expect.objectContaining({ Ended: 'answer drafted' })]);
	});

	it('is an exception when the person declines', async () => {
		const { tickets, exceptions, decide } = await sendAndBeAsked(said());
		await decide('decline');
		expect(await tickets()).toEqual([]);
		expect(await exceptions()).toEqual([expect.objectContaining({ Ended: 'declined' })]);
	});
});

it('asks a person first when the Handoff wants one', async () => {
	const said = { escalation_reason: 'The caller asked for a manager' };
	const { tickets, asked, decide } = await sendAndBeAsked(said);
	expect(asked).toContain('ch_SandboxSupport01 in Stripe: 49.00 USD, paid');
	await decide('approve');
	expect(await tickets()).toHaveLength(1);
});

describe('what is not answered', () => {
	const jonas = { customer_name: 'Jonas Weber', email: 'jonas.weber@example.com', account: '' };

	it.each([
		['nothing is found', { order: 'ORD-0000' }, 'not found', 'ORD-0000'],
		[
			'the record is another customer’s in Stripe',
			{ ...jonas, order: 'ORD-7702' },
			'not found',
			'',
		],
		['the caller is not in Stripe', { email: 'nobody@example.com' }, 'not found', 'ORD-7702'],
		['there is no address', { email: '' }, 'not found', 'ORD-7702'],
		[
			'the charge is disputed',
			{ ...jonas, order: 'ORD-5518', amount: '240.00' },
			'record unclear',
			'ch_SandboxDispute1',
		],
		['nobody knows who called', { match_confidence: '0.3' }, 'exception', 'matched'],
		['no reference is given', { order: '' }, 'exception', 'reference is missing'],
		['something else is asked', { requested_action: 'tax_question' }, 'exception', 'Tax Question'],
	])('%s', async (_what, analysis, ended, detail) => {
		const { tickets, exceptions, logged } = await sendAndFinish(analysis);
		expect(await exceptions()).toEqual([
			expect.objectContaining({ Ended: ended, Detail: expect.stringContaining(detail) as string }),
		]);
		expect([...(await tickets()), ...(await logged())]).toEqual([]);
	});

	it('Poof and Stripe both hold a record', async () => {
		const id = await inPoof({ amount: '49.00', order: 'ORD-7702' });
		const { tickets, exceptions } = await sendAndFinish({});
		expect(await exceptions()).toEqual([
			expect.objectContaining({
				Ended: 'several records',
				Detail: `More than one record fits: ${id}, ch_SandboxSupport01.`,
			}),
		]);
		expect(await tickets()).toEqual([]);
	});

	it('the record in Poof carries another address', async () => {
		const payment_id = await inPoof({ amount: '8.00', email: 'jonas.weber@example.com' });
		const { tickets, exceptions } = await sendAndFinish({ payment_id });
		expect(await exceptions()).toEqual([expect.objectContaining({ Ended: 'not theirs' })]);
		expect(await tickets()).toEqual([]);
	});
});

describe('a service that is down', () => {
	const IN_STRIPE = { order: '', payment_id: 'ch_SandboxSupport01' };

	it.each([
		['poof', 'transaction_query', 2, 'not looked up', 'Poof could not be asked'],
		['stripe', 'customers.list', 2, 'not looked up', 'Stripe could not be asked'],
		['stripe', 'charges.list', 2, 'not looked up', 'Stripe could not be asked'],
		['stripe', 'invoices.list', 2, 'not looked up', 'Stripe could not be asked'],
		['zendesk', 'tickets.create', 1, 'ticket not made', 'Zendesk did not confirm'],
	])('%s (%s) is an ending of its own', async (service, operation, times, ended, detail) => {
		await world.breakDown(service, 'status_503', times, operation);
		const { exceptions, tickets } = await sendAndFinish(IN_STRIPE);
		expect(await exceptions()).toEqual([
			expect.objectContaining({ Ended: ended, Detail: expect.stringContaining(detail) as string }),
		]);
		expect(await tickets()).toEqual([]);
	});

	it('Stripe that fails once is asked again', async () => {
		await world.breakDown('stripe', 'status_503', 1, 'charges.list');
		const { tickets } = await sendAndFinish(IN_STRIPE);
		expect(await tickets()).toHaveLength(1);
	});

	it('Zendesk that made the ticket and did not say so is not asked twice', async () => {
		await world.breakDown('zendesk', 'status_504_after', 1, 'tickets.create');
		const { exceptions, tickets } = await sendAndFinish(IN_STRIPE);
		expect(await tickets()).toHaveLength(1);
		expect(await exceptions()).toEqual([expect.objectContaining({ Ended: 'ticket not made' })]);
	});

	it('Slack is no decision', async () => {
		await world.breakDown('slack', 'status_503', 1, 'chat.postMessage');
		const said = { ...IN_STRIPE, escalation_reason: 'The caller asked for a manager' };
		const { exceptions, tickets } = await sendAndFinish(said);
		expect(await exceptions()).toEqual([expect.objectContaining({ Ended: 'no decision' })]);
		expect(await tickets()).toEqual([]);
	});

	it('the sheet is told of in Slack', async () => {
		await world.breakDown('sheets', 'status_503');
		const { callId, tickets, logged } = await sendAndFinish(IN_STRIPE);
		expect(await tickets()).toHaveLength(1);
		expect(await logged()).toEqual([]);
		const { messages } = (await world.state()).slack;
		const told = messages.filter(({ text }) => text.includes(callId));
		expect(told).toEqual([expect.objectContaining({ channel: 'C0FINANCE01' })]);
	});
});

it('turns one that nobody decides in time into an exception', async () => {
	// 0.002 hours are 7.2 seconds; n8n looks about once a minute whose time is over.
	await world.changeSettings(world.idOf('answer-billing-question'), { approvalHours: 0.002 });
	const said = { order: '', payment_id: 'ch_SandboxSupport01', escalation_reason: 'A manager' };
	const { exceptions, tickets } = await sendAndFinish(said, 100_000);
	expect(await exceptions()).toEqual([expect.objectContaining({ Ended: 'no decision' })]);
	expect(await tickets()).toEqual([]);
});

atTheEnd(() => world, 'answer-billing-question', {
	present: ['Maria Lopez', 'Draft of the answer'],
});
