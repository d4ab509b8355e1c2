/* eslint-disable @n8n/community-nodes/no-restricted-imports -- tests run in Node, not in n8n */
// A payout in the real n8n: who may approve, what is sent, and every way it can end.
import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { atTheEnd, NO_FIFTH_OUTCOME } from './at-the-end';
import { likeEveryCallTemplate } from './like-every-call-template';
import { until, World, type SlackMessage } from './world';

jest.setTimeout(240_000);

const FIRST = 'U0FINLEAD01';
const SECOND = 'U0FINSECOND';
const OUTSIDER = 'U0OUTSIDER1';
const ADDRESS = '8NoVVDZi693SUfjAdJNkBQ6Wq9YKsz4dwDRRKqd4XJZK';

let world: World;
let workflowId: string;
let sample: string;

beforeAll(async () => {
	world = await World.start(['call-to-payout']);
	workflowId = world.idOf('call-to-payout');
	const samples = await world.control<Array<{ name: string; body: object }>>('GET', 'samples');
	sample = JSON.stringify(samples.find(({ name }) => name === 'payout')?.body);
}, 300_000);

afterAll(async () => await world?.end());

/** The sample call about another amount of SOL, as said and as captured: 0.2 is worth 28 dollars, 20 is worth 2800. */
function callAbout(amount: string) {
	const callId = `call_${randomBytes(8).toString('hex')}`;
	const body = JSON.parse(sample.replaceAll('0.2', amount)) as { transcript: string };
	const transcript = `${body.transcript}\nUser: My card is 4242 4242 4242 4242.`;
	return { callId, body: { ...body, transcript, call_id: callId } };
}

const payoutsOf = async () => (await world.state()).poof.payouts;
const askedAbout = async (callId: string): Promise<SlackMessage | undefined> =>
	(await world.undecided()).find(({ blocks }) => JSON.stringify(blocks).includes(callId));
/** What was posted to the channel and asks for nothing. */
const posted = async (text: string) =>
	(await world.state()).slack.messages.filter((message) => message.text.includes(text));
const click = async (message: SlackMessage, decision: 'approve' | 'decline', user: string) =>
	await world.control('POST', 'slack/decide', { message: message.ts, decision, user });

/** Delivers the call and waits until Slack shows it with its buttons. */
async function ask(amount: string) {
	const { callId, body } = callAbout(amount);
	await world.send({ body });
	const message = await until('question in Slack', async () => await askedAbout(callId));
	return { callId, message };
}

/** The question that follows the one given. */
const nextQuestion = async (callId: string, before: SlackMessage) =>
	await until('second question', async () => {
		const message = await askedAbout(callId);
		return message && message.ts !== before.ts && message;
	});

/** Waits for the row that tells how the call ended: there is one, in one of the tabs. */
async function endOf(callId: string, withinMs?: number) {
	return await until(
		`row about ${callId}`,
		async () => {
			const exceptions = await world.rowsOf(callId, 'Exceptions');
			const logged = await world.rowsOf(callId, 'Log');
			const rows = [...exceptions, ...logged];
			if (rows.length > 1) throw new Error(`${callId} has ${rows.length} rows`);
			return rows.length === 1 && { row: rows[0], queued: exceptions.length === 1 };
		},
		withinMs,
	);
}

it('shows what would be sent, sends it once after an approver has approved it, and tells the channel', async () => {
	const before = await payoutsOf();
	const { callId, message } = await ask('0.2');
	const shown = JSON.stringify(message.blocks);
	for (const part of [
		`Sends 0.2 solana to \`${ADDRESS}\``,
		'Worth 28 US dollars',
		'Balance 25, then 24.8',
		'Priya Nair',
	]) {
		expect(shown).toContain(part);
	}
	expect(await payoutsOf()).toEqual(before);
	await click(message, 'approve', FIRST);
	const { row, queued } = await endOf(callId);
	expect(queued).toBe(false);
	const [payout, ...more] = (await payoutsOf()).slice(before.length);
	expect(more).toEqual([]);
	expect(payout).toMatchObject({ due: '0.2', address: ADDRESS, paymentMethod: 'solana' });
	expect(row).toMatchObject({ Ended: 'done', 'Poof ID': payout.id });
	expect(row.Detail).toContain(`Approved by finance.lead (${FIRST}).`);
	expect(await posted(`Approved by finance.lead (${FIRST}).`)).toHaveLength(1);
	expect(await world.claimsOf(callId)).toEqual([
		expect.objectContaining({
			...{ state: 'settled', outcome: 'done', poofId: payout.id, amount: '0.2' },
			approver: `finance.lead (${FIRST})`,
		}),
	]);
});

it('tells somebody else that they may not decide, and keeps waiting', async () => {
	const { callId, message } = await ask('0.2');
	const before = await payoutsOf();
	for (const decision of ['approve', 'decline'] as const) await click(message, decision, OUTSIDER);
	await delay(1_000);
	const { ephemerals } = (await world.state()).slack;
	expect(ephemerals.filter(({ user }) => user === OUTSIDER)).toHaveLength(2);
	expect(await payoutsOf()).toEqual(before);
	expect(await askedAbout(callId)).toBeDefined();
	await click(message, 'decline', SECOND);
	const { row, queued } = await endOf(callId);
	expect(queued).toBe(true);
	expect(row).toMatchObject({ Ended: 'declined' });
	expect(row.Detail).toContain(`Declined by second.approver (${SECOND}).`);
	expect(await payoutsOf()).toEqual(before);
});

it('sends nothing when the second person declines', async () => {
	const before = await payoutsOf();
	const { callId, message } = await ask('20');
	await click(message, 'approve', SECOND);
	await click(await nextQuestion(callId, message), 'decline', FIRST);
	const { row } = await endOf(callId);
	expect(row).toMatchObject({ Ended: 'declined' });
	expect(row.Detail).toContain(`Declined by finance.lead (${FIRST}).`);
	expect(row.Detail).toContain(`Approved before by second.approver (${SECOND}).`);
	expect(await payoutsOf()).toEqual(before);
});

it('needs two different people above the second threshold, and looks again before it sends', async () => {
	const before = await payoutsOf();
	const [one, other] = [await ask('20'), await ask('20')];
	expect(JSON.stringify(one.message.blocks)).toContain('Two people have to approve.');
	await click(one.message, 'approve', FIRST);
	const second = await nextQuestion(one.callId, one.message);
	expect(JSON.stringify(second.blocks)).toContain(`<@${FIRST}> has approved`);
	await click(second, 'approve', FIRST);
	await delay(1_000);
	const { ephemerals } = (await world.state()).slack;
	expect(ephemerals.filter(({ user }) => user === FIRST)).toHaveLength(1);
	expect(await payoutsOf()).toEqual(before);
	await click(second, 'approve', SECOND);
	const { row } = await endOf(one.callId);
	expect(row).toMatchObject({ Ended: 'done' });
	expect(row.Detail).toContain(
		`Approved by finance.lead (${FIRST}) and second.approver (${SECOND}).`,
	);
	expect((await payoutsOf()).slice(before.length)).toEqual([
		expect.objectContaining({ due: '20', address: ADDRESS }),
	]);

	// By now the wallet does not hold enough for the other one.
	await click(other.message, 'approve', SECOND);
	await click(await nextQuestion(other.callId, other.message), 'approve', FIRST);
	const ended = await endOf(other.callId);
	expect(ended.row).toMatchObject({ Ended: 'changed' });
	expect(ended.row.Detail).toContain('less than 20, so nothing was sent.');
	expect(await payoutsOf()).toHaveLength(before.length + 1);
});

it('asks nobody about a payout that cannot be sent', async () => {
	const before = await world.state();
	const { callId, body } = callAbout('30');
	await world.send({ body });
	expect((await endOf(callId)).row).toMatchObject({ Ended: 'not sendable' });
	await world.breakDown('poof', 'status_503', 1, 'balance');
	const unknown = callAbout('0.2');
	await world.send({ body: unknown.body });
	const { row } = await endOf(unknown.callId);
	expect(row).toMatchObject({ Ended: 'not sendable' });
	expect(row.Detail).toContain('did not say how much solana');
	const after = await world.state();
	expect(after.poof.payouts).toEqual(before.poof.payouts);
	expect(await world.undecided()).toEqual([]);
});

it('needs two people when nobody can say what the payout is worth', async () => {
	await world.breakDown('poof', 'status_503', 1, 'price');
	const { callId, message } = await ask('0.2');
	expect(JSON.stringify(message.blocks)).toContain('Worth an unknown number of US dollars');
	await click(message, 'approve', FIRST);
	await click(await nextQuestion(callId, message), 'approve', SECOND);
	expect((await endOf(callId)).row).toMatchObject({ Ended: 'done' });
});

it('does not send on one approval what nobody can price any more', async () => {
	const before = await payoutsOf();
	const { callId, message } = await ask('0.2');
	await world.breakDown('poof', 'status_503', 1, 'price');
	await click(message, 'approve', FIRST);
	expect((await endOf(callId)).row).toMatchObject({ Ended: 'changed' });
	expect(await payoutsOf()).toEqual(before);
});

it('sends nothing when the claim was settled by hand while people decided', async () => {
	const before = await payoutsOf();
	const { callId, message } = await ask('0.2');
	await world.changeClaim(callId, { state: 'settled', outcome: 'unfinished' });
	await click(message, 'approve', FIRST);
	const { row } = await endOf(callId);
	expect(row).toMatchObject({ Ended: 'changed' });
	expect(row.Detail).toContain('The ledger does not have it as open any more.');
	expect(await payoutsOf()).toEqual(before);
});

it('asks once and sends once when the same call is delivered eight times at once', async () => {
	const before = await world.state();
	const { callId, body } = callAbout('0.2');
	await world.send({ body, times: 8 });
	const message = await until('question in Slack', async () => await askedAbout(callId));
	await delay(2_000);
	const asked = (await world.state()).slack.messages.slice(before.slack.messages.length);
	expect(asked).toHaveLength(1);
	await click(message, 'approve', FIRST);
	expect((await endOf(callId)).row).toMatchObject({ Ended: 'done' });
	await world.send({ body });
	await delay(2_000);
	expect(await payoutsOf()).toHaveLength(before.poof.payouts.length + 1);
	expect(await world.undecided()).toEqual([]);
});

describe('when Poof does not do as asked', () => {
	it.each([
		['text_2xx:Insufficient Balance', 'refused', 0],
		['unknown_2xx', 'uncertain', 0],
		['unknown_2xx_after', 'uncertain', 1],
		['status_500_after', 'uncertain', 1],
		['reset_after', 'uncertain', 1],
		['html_after', 'uncertain', 1],
	])('%s ends as %s before a person, and is never sent again', async (fault, ended, sent) => {
		const before = await payoutsOf();
		const { callId, message } = await ask('0.2');
		await world.breakDown('poof', fault, 1, 'payouts');
		await click(message, 'approve', FIRST);
		const { row, queued } = await endOf(callId);
		expect(queued).toBe(true);
		expect(row).toMatchObject({ Ended: ended });
		expect(row.Detail).toContain(`Approved by finance.lead (${FIRST}).`);
		if (ended === 'uncertain') {
			expect(row.Detail).toContain('Do not send it again. Look for it under Transactions in Poof');
			expect(await posted(': uncertain*')).not.toEqual([]);
		}
		expect(await payoutsOf()).toHaveLength(before.length + sent);
	});
});

it('sends nothing when the step that sends cannot use its credential', async () => {
	const before = await payoutsOf();
	await world.withCredential(
		...([workflowId, 'Send Payout', 'poofIoApi', { baseUrl: 'nowhere' }] as const),
		async () => {
			const { callId, message } = await ask('0.2');
			await click(message, 'approve', FIRST);
			const { row, queued } = await endOf(callId);
			expect(queued).toBe(true);
			expect(row).toMatchObject({ Ended: 'not sent', Detail: expect.stringContaining('Base URL') });
			expect(row.Detail).toContain(`Approved by finance.lead (${FIRST}).`);
		},
	);
	expect(await payoutsOf()).toEqual(before);
});

it('sends nothing again when somebody has taken the call out of the ledger and it comes once more', async () => {
	const { callId } = await world.send({ sample: 'payout' });
	const message = await until('question in Slack', async () => await askedAbout(callId));
	await click(message, 'approve', FIRST);
	const { row } = await endOf(callId);
	expect(row).toMatchObject({ Ended: 'done' });
	const before = await payoutsOf();
	await world.forgetClaim(callId);
	await world.catchUp('call-to-payout');
	const again = await until('second question', async () => await askedAbout(callId));
	await click(again, 'approve', SECOND);
	const rows = await until('second row', async () => {
		const logged = await world.rowsOf(callId, 'Log');
		return logged.length > 1 && logged;
	});
	expect(rows[1]).toMatchObject({ Ended: 'duplicate', 'Poof ID': row['Poof ID'] });
	expect(rows[1].Detail).toContain('This payout was sent before.');
	expect(await payoutsOf()).toEqual(before);
});

describe('when Slack is down', () => {
	it('turns the payout into an exception', async () => {
		await world.breakDown('slack', 'status_503', 1, 'chat.postMessage');
		const { callId, body } = callAbout('0.2');
		const before = await payoutsOf();
		await world.send({ body });
		const { row } = await endOf(callId);
		expect(row).toMatchObject({ Ended: 'no decision' });
		expect(row.Detail).toContain('Slack could not be reached.');
		expect(await payoutsOf()).toEqual(before);
	});

	it('files the end all the same when only the channel cannot be told', async () => {
		const { callId, message } = await ask('0.2');
		await world.breakDown('slack', 'status_503', 1, 'chat.postMessage');
		await click(message, 'approve', FIRST);
		expect((await endOf(callId)).row).toMatchObject({ Ended: 'done' });
	});
});

it.each([
	['decline', 'declined'],
	['approve', 'done'],
] as const)('tells Slack when the sheet is down after %s', async (decision, ended) => {
	const { message } = await ask('0.2');
	const before = (await posted('The sheet could not be written.')).length;
	await world.breakDown('sheets', 'status_503');
	await click(message, decision, FIRST);
	await until(
		'message about the sheet',
		async () => (await posted(`The sheet could not be written. ${ended}`)).length > 0,
	);
	expect(await posted('The sheet could not be written.')).toHaveLength(before + 1);
});

it('sends a call whose recipient is not confirmed to a person, and asks nobody', async () => {
	const { callId } = await world.sendLike('payout', { recipient_confirmed: 'false' });
	const { row, queued } = await endOf(callId);
	expect(queued).toBe(true);
	expect(row).toMatchObject({ Ended: 'exception' });
	expect(row.Detail).toContain('does not confirm who receives the payout');
	expect(await world.undecided()).toEqual([]);
});

it('sends a call that asks for something else to a person', async () => {
	const { callId } = await world.send({ sample: 'ready' });
	expect((await endOf(callId)).row).toMatchObject({ Ended: 'exception' });
});

likeEveryCallTemplate(() => world, 'call-to-payout', 'payout', {});

describe('with other settings', () => {
	it.each([
		['', '2000', '1'],
		['anybody', '2000', '1'],
		[FIRST, '10', '2'],
		[`${FIRST}, ${FIRST}`, '10', '2'],
	])(
		'asks nobody when the approvers are "%s" and the threshold is %s',
		async (approvers, twoPersonThreshold, people) => {
			await world.changeSettings(workflowId, { approvers, twoPersonThreshold });
			const { callId, body } = callAbout('0.2');
			await world.send({ body });
			const { row } = await endOf(callId);
			expect(row).toMatchObject({ Ended: 'not asked' });
			expect(row.Detail).toContain(`This payout needs ${people} of the approvers`);
			expect(await world.undecided()).toEqual([]);
		},
	);

	it('pays nobody who is not on the list of addresses', async () => {
		await world.changeSettings(workflowId, {
			approvers: `${FIRST} ${SECOND}`,
			payoutAddresses: '7EcDhSYGxXyscszYEp35KHN8vvw3svAuLKTzXwCFLtV',
		});
		const { callId, body } = callAbout('0.2');
		await world.send({ body });
		const { row } = await endOf(callId);
		expect(row.Detail).toContain('not on your list of payout addresses');
	});

	it('turns what nobody decides in time into an exception, the first or the second time', async () => {
		// 0.004 hours are 14 seconds; n8n looks about once a minute whose time is over.
		await world.changeSettings(workflowId, {
			approvalHours: 0.004,
			twoPersonThreshold: '10',
			payoutAddresses: '',
		});
		const before = await payoutsOf();
		const [alone, half] = [await ask('0.2'), await ask('0.2')];
		await click(half.message, 'approve', FIRST);
		await nextQuestion(half.callId, half.message);
		const ended = await endOf(alone.callId, 100_000);
		expect(ended.row).toMatchObject({ Ended: 'no decision' });
		expect(ended.row.Detail).toContain('Nobody decided in Slack in time.');
		const { row } = await endOf(half.callId, 100_000);
		expect(row).toMatchObject({ Ended: 'no decision' });
		expect(row.Detail).toContain(`Approved before by finance.lead (${FIRST}).`);
		expect(await payoutsOf()).toEqual(before);
	});
});

const NEVER_READY = 'a payout always needs a person: the Handoff refuses one that is ready';
const NEVER_THE_SAME =
	'Slack already refuses the click of somebody who may not decide, or has decided before';

atTheEnd(() => world, 'call-to-payout', {
	undriven: {
		...NO_FIFTH_OUTCOME,
		...{ 'Read the Payout 0': NEVER_READY, 'DialNexa Handoff 0': NEVER_READY },
		'Claimed 1': NEVER_READY,
		'Enough Different People? 1': NEVER_THE_SAME,
		...{ 'Not Enough People': NEVER_THE_SAME, 'Not Enough People 0': NEVER_THE_SAME },
	},
	present: ['Priya Nair'],
});
