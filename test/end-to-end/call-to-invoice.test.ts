/* eslint-disable @n8n/community-nodes/no-restricted-imports -- tests run in Node, not in n8n */
// The first template in the real n8n: every way a call can end.
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { atTheEnd, NO_FIFTH_OUTCOME } from './at-the-end';
import { likeEveryCallTemplate } from './like-every-call-template';
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
	copies: async () =>
		(await world.state()).drive.files.filter(({ text }) => text?.includes(callId)),
	notes: async () =>
		(await world.state()).hubspot.engagements.filter(({ metadata }) =>
			metadata.body?.includes(callId),
		),
});

const mails = async () => (await world.state()).gmail.messages;

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

it('mails the payment link to the contact, stores a copy and notes it in HubSpot', async () => {
	const before = await mails();
	const { invoices, logged, copies, notes } = await sendAndFinish('ready');
	const [{ id }] = await invoices();
	const [row] = await logged();
	expect(row.Link).toMatch(/^https?:/);
	expect(row.Detail).toBe('Invoice made. Payment link mailed to maria.lopez@example.com.');
	expect((await mails()).slice(before.length)).toEqual([
		expect.objectContaining({
			...{ to: ['maria.lopez@example.com'], cc: [], bcc: [], html: '', attachments: [] },
			subject: 'Your invoice from Sandbox Ltd',
			text: expect.stringContaining(`49.00 USD. Please pay it on this page:\n\n${row.Link}\n`),
		}),
	]);
	const [copy, ...more] = await copies();
	expect(more).toEqual([]);
	expect(copy).toMatchObject({
		name: `Invoice ${id}.txt`,
		parents: ['1SandboxFolderInvoices00000000000'],
		text: expect.stringContaining(`Amount: 49.00 USD\n`),
	});
	expect(copy.text).toContain(`Payment link: ${row.Link}\n`);
	expect(await notes()).toEqual([
		expect.objectContaining({
			type: 'NOTE',
			associations: expect.objectContaining({ contactIds: [20101] }),
			metadata: { body: expect.stringContaining(`Poof invoice ${id}`) },
		}),
	]);
});

it('says who owns the customer in HubSpot when the call does not', async () => {
	const callId = await world.sendLikeAndFinish('ready', { finance_owner: '' });
	expect(await of(callId).logged()).toEqual([
		expect.objectContaining({ Ended: 'done', Owner: 'finance.lead@example.com' }),
	]);
});

it('makes no invoice for somebody whom HubSpot does not know, whatever the agent thinks', async () => {
	const stranger = { email: 'nobody@example.com', account: 'ACC-9999', phone: '' };
	const callId = await world.sendLikeAndFinish('ready', stranger);
	expect(await of(callId).exceptions()).toEqual([
		expect.objectContaining({ Ended: 'exception', Reasons: expect.stringContaining('low_match') }),
	]);
	expect(await of(callId).invoices()).toEqual([]);
});

it.each([
	['was not confirmed on the call', { recipient_confirmed: 'false' }],
	['was not said on the call', { email: '' }],
	['is not the one in HubSpot', { email: 'maria.l@example.org' }],
])('mails no link when the address %s', async (_why, analysis) => {
	const before = (await mails()).length;
	const callId = await world.sendLikeAndFinish('ready', analysis);
	expect(await of(callId).invoices()).toHaveLength(1);
	expect(await mails()).toHaveLength(before);
	expect(await of(callId).logged()).toEqual([
		expect.objectContaining({
			Ended: 'done',
			Detail: expect.stringContaining('not mailed: the recipient was not verified'),
		}),
	]);
});

it('shows markup as text in HubSpot, and mails none of it', async () => {
	const before = (await mails()).length;
	const name = '<img src=x onerror=alert(1)> Maria Lopez';
	const callId = await world.sendLikeAndFinish('ready', { customer_name: name });
	const [{ metadata }] = await of(callId).notes();
	expect(metadata.body).toContain('&lt;img src=x');
	expect(metadata.body).not.toContain('<img');
	const after = await mails();
	expect(after).toHaveLength(before + 1);
	expect(JSON.stringify(after)).not.toContain('img src');
});

describe('when a service around Poof is down', () => {
	it('decides without HubSpot, says so, and mails to nobody', async () => {
		const before = (await mails()).length;
		await world.breakDown('hubspot', 'status_503', 2, 'contacts.search');
		const { invoices, logged, notes } = await sendAndFinish('ready');
		expect(await invoices()).toHaveLength(1);
		const [{ Ended, Detail }] = await logged();
		expect(Ended).toBe('done');
		expect(Detail).toContain('HubSpot did not answer');
		expect(Detail).toContain('the recipient was not verified');
		expect(await mails()).toHaveLength(before);
		expect(await notes()).toEqual([]);
	});

	it('goes on without the note and without the owners', async () => {
		const before = (await mails()).length;
		await world.breakDown('hubspot', 'status_503', 1, 'engagements.create');
		await world.breakDown('hubspot', 'status_503', 2, 'owners.list');
		const { logged } = await sendAndFinish('ready');
		expect(await logged()).toEqual([
			expect.objectContaining({
				Ended: 'done',
				Detail: expect.stringContaining('HubSpot took no note.'),
			}),
		]);
		expect(await mails()).toHaveLength(before + 1);
	});

	it('goes on without the copy in Drive', async () => {
		const before = (await mails()).length;
		await world.breakDown('drive', 'status_503', 1, 'files.create');
		const { logged, copies } = await sendAndFinish('ready');
		expect(await copies()).toEqual([]);
		expect(await logged()).toEqual([
			expect.objectContaining({
				Ended: 'done',
				Detail: expect.stringContaining('Drive did not take the copy.'),
			}),
		]);
		expect(await mails()).toHaveLength(before + 1);
	});

	it.each([
		['status_503', 0],
		['status_503_after', 1],
		['unknown_2xx', 0],
	])('asks a person to mail the link when Gmail fails (%s), once', async (fault, sent) => {
		const before = (await mails()).length;
		await world.breakDown('gmail', fault, 1, 'messages.send');
		const { invoices, logged, exceptions } = await sendAndFinish('ready');
		const [{ id }] = await invoices();
		const [row] = await logged();
		expect(row).toMatchObject({ Ended: 'done', 'Poof ID': id });
		const [asked, ...more] = await exceptions();
		expect(more).toEqual([]);
		expect(asked.Ended).toBe('link not mailed');
		expect(asked.Detail).toContain(row.Link);
		expect(asked.Detail).toContain('maria.lopez@example.com');
		expect(await mails()).toHaveLength(before + sent);
	});

	it('asks a person to mail the link also when the sheet fails for a while', async () => {
		await world.breakDown('gmail', 'status_503', 1, 'messages.send');
		await world.breakDown('sheets', 'status_503', 1, 'values.append');
		const { exceptions } = await sendAndFinish('ready');
		const [asked, ...more] = await exceptions();
		expect(more).toEqual([]);
		expect(asked).toMatchObject({ Ended: 'link not mailed' });
		expect(asked.Detail).toMatch(/https?:/);
	});

	it('tells Slack when the sheet cannot be written', async () => {
		await world.breakDown('sheets', 'status_503', 1, 'values.append');
		const { callId, logged, invoices } = await sendAndFinish('ready');
		expect(await logged()).toEqual([]);
		expect(await invoices()).toHaveLength(1);
		const { slack } = await world.state();
		expect(slack.messages.map(({ text }) => text)).toContainEqual(
			expect.stringMatching(new RegExp(`^The sheet could not be written[^]*${callId}`)),
		);
	});
});

it('takes no other data table for the ledger, however alike its name', async () => {
	const { id: project } = await world.rest<{ id: string }>('GET', '/projects/personal');
	const decoy = await world.rest<{ id: string }>('POST', `/projects/${project}/data-tables`, {
		name: 'Old DialNexa calls',
		columns: [{ name: 'key', type: 'string' }],
	});
	const callId = await world.sendAndFinish({ sample: 'ready' });
	expect(await of(callId).invoices()).toHaveLength(1);
	expect(await of(callId).exceptions()).toEqual([]);
	const { count } = await world.rest<{ count: number }>(
		'GET',
		`/projects/${project}/data-tables/${decoy.id}/rows`,
	);
	expect(count).toBe(0);
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
		['status_503', 'uncertain'],
	])('%s ends as %s in the exception queue', async (fault, ended) => {
		const { invoices, exceptions, logged } = await makeIt(fault);
		expect(await exceptions()).toEqual([expect.objectContaining({ Ended: ended })]);
		expect(await logged()).toEqual([]);
		expect(await invoices()).toEqual([]);
	});

	it.each(['reset_after', 'status_500_after'])(
		'%s: finds the invoice that was made',
		async (fault) => {
			const before = (await mails()).length;
			const { invoices, exceptions, logged } = await makeIt(fault);
			const [invoice, ...more] = await invoices();
			// Whether it was mailed when it was made, nobody knows: so it is not mailed again.
			expect(await mails()).toHaveLength(before);
			expect(more).toEqual([]);
			expect(await logged()).toEqual([
				expect.objectContaining({ 'Poof ID': invoice.id, Ended: 'duplicate' }),
			]);
			expect(await exceptions()).toEqual([]);
		},
	);
});

it('makes nothing when the step that makes invoices cannot use its credential', async () => {
	const { invoices, exceptions } = await world.withCredential(
		...([workflowId, 'Create Invoice', 'poofIoApi', { baseUrl: 'nowhere' }] as const),
		async () => await sendAndFinish('ready'),
	);
	expect(await exceptions()).toEqual([
		expect.objectContaining({ Ended: 'not sent', Detail: expect.stringContaining('Base URL') }),
	]);
	expect(await invoices()).toEqual([]);
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

it('works without HubSpot, Gmail and Drive when their steps are deactivated', async () => {
	await world.deactivate(workflowId, [
		'Owners in HubSpot',
		'Find Contact in HubSpot',
		'Store Copy in Drive',
		'Mail the Payment Link',
	]);
	const servicesBefore = (await world.state()).requests.length;
	const { invoices, logged } = await sendAndFinish('ready');
	expect(await invoices()).toHaveLength(1);
	expect(await logged()).toEqual([expect.objectContaining({ Ended: 'done' })]);
	const { requests } = await world.state();
	const asked = requests.slice(servicesBefore).map(({ service }) => service);
	expect(asked.filter((service) => ['hubspot', 'gmail', 'drive'].includes(service))).toEqual([]);
});

likeEveryCallTemplate(() => world, 'call-to-invoice', 'ready', {});

it('leaves a call to a person beside another claim that never ends', async () => {
	// As an execution leaves it that is killed when it has put down its row, right behind the one that counts here.
	const other = "INSERT INTO ledger (key, state) VALUES (NEW.key, 'trying')";
	const { callId, invoices, exceptions } = await world.withCompanyInLedger(
		other,
		async () => await sendAndFinish('ready', 90_000),
	);
	expect(await exceptions()).toEqual([expect.objectContaining({ Ended: 'not claimed' })]);
	expect(await invoices()).toEqual([]);
	const states = (await world.claimsOf(callId)).map(({ state }) => state);
	expect(states).toEqual(['trying', 'trying']);
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

atTheEnd(() => world, 'call-to-invoice', { undriven: NO_FIFTH_OUTCOME, present: ['Maria Lopez'] });
