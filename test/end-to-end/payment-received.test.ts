/* eslint-disable @n8n/community-nodes/no-restricted-imports -- tests run in Node, not in n8n */
// What becomes of a payment that Poof tells of: of an invoice from a call, and of one from elsewhere.
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { atTheEnd } from './at-the-end';
import { until, World } from './world';

jest.setTimeout(120_000);

let world: World;
let workflowId: string;
let secret: string;

beforeAll(async () => {
	world = await World.start(['call-to-invoice', 'payment-received']);
	workflowId = world.idOf('payment-received');
	secret = (await world.givenCredential('poofIoApi')).data.webhookSecret;
}, 300_000);
afterAll(async () => await world?.end());

/** The rows of a tab about one payment. */
const rowsOf = async (id: string, tab: string) =>
	(await world.rows(tab)).filter(({ Key }) => Key.startsWith(`payment ${id} `));
const slackAbout = async (id: string) =>
	(await world.state()).slack.messages.map(({ text }) => text).filter((text) => text.includes(id));
const notesAbout = async (id: string) =>
	(await world.state()).hubspot.engagements.filter(({ metadata }) =>
		metadata.body?.includes(`Poof payment ${id}:`),
	);

/** An invoice of 49.00 USD that Maria Lopez asked for on the phone. */
async function invoiceOfACall() {
	const callId = await world.sendAndFinish({ sample: 'ready' });
	const { poof } = await world.state();
	const [{ id }] = poof.invoices.filter(({ metadata }) => metadata.call_id === callId);
	return { callId, id };
}

/** An invoice as somebody else makes it, at Poof itself. */
async function otherInvoice(amount: string, metadata: Record<string, string> = {}) {
	const known = new Set((await world.state()).poof.invoices.map(({ id }) => id));
	const { apiKey } = (await world.givenCredential('poofIoApi')).data;
	const answer = await fetch(`${world.announced.sandbox.url}/poof/api/v1/create_fiat_invoice`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', authorization: apiKey },
		body: JSON.stringify({
			amount,
			currency: 'usd',
			payment: 'paypal',
			redirect_url: 'https://www.example.com/back',
			success_url: 'https://www.example.com/paid',
			metadata,
		}),
	});
	if (!answer.ok) throw new Error(await answer.text());
	const made = (await world.state()).poof.invoices.find(({ id }) => !known.has(id));
	if (!made) throw new Error('Poof made no invoice');
	return made.id;
}

const mark = async (paymentId: string, paid: string) =>
	await world.control<{ deliveries: Array<{ status: number | null }> }>('POST', 'poof/payments', {
		paymentId,
		paid,
	});

/** Lets the payment move on, and waits until what that started has come to its end. */
async function moves(id: string, paid: string) {
	const before = await world.executions();
	const { deliveries } = await mark(id, paid);
	expect(deliveries).toMatchObject([{ status: 200 }]);
	await world.execution(before);
}

it('tells Slack, HubSpot and the log of a paid invoice, with the call it came from', async () => {
	const { callId, id } = await invoiceOfACall();
	await moves(id, 'yes');
	const [row, ...more] = await rowsOf(id, 'Log');
	expect(more).toEqual([]);
	expect(row).toMatchObject({
		...{ Ended: 'paid', Detail: 'Paid in full.', Amount: '49.00', Currency: 'USD', 'Poof ID': id },
		...{ Email: 'maria.lopez@example.com', About: `${id} ${callId}` },
		Record: expect.stringContaining('app.hubspot.com'),
		Recording: expect.stringContaining(callId),
	});
	const [message, ...others] = await slackAbout(id);
	expect(others).toEqual([]);
	expect(message).toMatch(
		new RegExp(
			`^\\*PAID\\* 49\\.00 USD, Poof ${id}, from call ${callId}\\nPaid in full\\.\\n<http`,
		),
	);
	expect(await notesAbout(id)).toEqual([
		expect.objectContaining({
			associations: expect.objectContaining({ contactIds: [20101] }),
			metadata: { body: expect.stringContaining(`from DialNexa call ${callId}`) },
		}),
	]);
	expect(await rowsOf(id, 'Exceptions')).toEqual([]);
});

it('tells of a payment that no call led to', async () => {
	const id = await otherInvoice('12.00');
	await moves(id, 'yes');
	expect(await rowsOf(id, 'Log')).toEqual([
		expect.objectContaining({ Ended: 'paid', Amount: '12.00', Recording: '' }),
	]);
	expect(await slackAbout(id)).toHaveLength(1);
	expect(await notesAbout(id)).toEqual([]);
});

it('sends a person when the amount is not the one of the call', async () => {
	const callId = await world.sendSecretsAndFinish('ready', {});
	const id = await otherInvoice('45.00', { call_id: callId });
	await moves(id, 'yes');
	expect(await rowsOf(id, 'Exceptions')).toEqual([
		expect.objectContaining({
			Ended: 'amount differs',
			Detail: expect.stringContaining('asked for 49.00 USD and 45.00 USD was paid'),
		}),
	]);
	expect(await rowsOf(id, 'Log')).toEqual([]);
	expect(await slackAbout(id)).toEqual([expect.stringContaining('AMOUNT DIFFERS')]);
});

it.each([
	['49.0', '49', 'paid', 'Log'],
	// As numbers these two are the same.
	['9007199254740993.00', '9007199254740992.00', 'amount differs', 'Exceptions'],
])('compares %s, as the call asked, with %s, as was paid', async (asked, paid, ended, tab) => {
	const callId = `call_${randomUUID()}`;
	await world.rest('POST', `${await world.ledgerPath()}/insert`, {
		data: [{ key: callId, state: 'settled', outcome: 'done', amount: asked, currency: 'USD' }],
		returnType: 'count',
	});
	const id = await otherInvoice(paid, { call_id: callId });
	await moves(id, 'yes');
	expect(await rowsOf(id, tab)).toEqual([expect.objectContaining({ Ended: ended })]);
});

it.each([
	['paid_partial', 'paid in part'],
	['hold', 'held'],
])('sends a person when Poof says %s', async (status, ended) => {
	const { id } = await invoiceOfACall();
	await moves(id, status);
	expect(await rowsOf(id, 'Exceptions')).toEqual([expect.objectContaining({ Ended: ended })]);
	expect(await slackAbout(id)).toHaveLength(1);
	expect(await notesAbout(id)).toHaveLength(1);
	await moves(id, 'yes');
	expect(await rowsOf(id, 'Log')).toEqual([expect.objectContaining({ Ended: 'paid' })]);
});

it.each(['failed', 'refunded'])('sends a person when Poof says %s', async (status) => {
	const { id } = await invoiceOfACall();
	await moves(id, status);
	expect(await rowsOf(id, 'Exceptions')).toEqual([
		expect.objectContaining({ Ended: 'unknown state', Detail: expect.stringContaining(status) }),
	]);
	expect(await rowsOf(id, 'Log')).toEqual([]);
});

it.each(['pending', 'processing', 'payout', 'transfer_in', 'transfer_out'])(
	'only logs what Poof calls %s',
	async (status) => {
		const id = await otherInvoice('7.00');
		await moves(id, status);
		expect(await rowsOf(id, 'Log')).toEqual([
			expect.objectContaining({ Ended: 'noted', Detail: `Poof says: ${status}` }),
		]);
		expect(await slackAbout(id)).toEqual([]);
	},
);

it('starts nothing when Poof repeats an event', async () => {
	const { id } = await invoiceOfACall();
	await moves(id, 'yes');
	const before = await world.executions();
	await mark(id, 'yes');
	await delay(1_500);
	expect(await world.executions()).toHaveLength(before.length);
	expect(await slackAbout(id)).toHaveLength(1);
});

it('tells nothing that the ledger says was told, whatever n8n remembers', async () => {
	const id = await otherInvoice('33.00');
	await world.addClaim({ key: `payment ${id} yes`, state: 'settled', outcome: 'paid' });
	await moves(id, 'yes');
	expect([...(await rowsOf(id, 'Log')), ...(await rowsOf(id, 'Exceptions'))]).toEqual([]);
	expect(await slackAbout(id)).toEqual([]);
	expect(await notesAbout(id)).toEqual([]);
});

it('starts nothing for what Poof does not know or does not confirm', async () => {
	const { triggerUrl } = world.announced.workflows.find(
		({ template }) => template === 'payment-received',
	)!;
	const { id } = await invoiceOfACall();
	const before = await world.executions();
	const deliver = async (body: Record<string, string>) => {
		const headers = { 'content-type': 'application/json' };
		const all = { amount: '49.00', currency: 'usd', 'x-poof-signature': secret, ...body };
		return (await fetch(triggerUrl, { method: 'POST', headers, body: JSON.stringify(all) })).status;
	};
	expect(await deliver({ payment_id: 'nobody', paid: 'yes' })).toBe(401);
	expect(await deliver({ payment_id: id, paid: 'yes' })).toBe(401);
	expect(await deliver({ payment_id: id, paid: 'no', amount: '4900.00' })).toBe(401);
	expect(await deliver({ payment_id: id, paid: 'no', 'x-poof-signature': 'guess' })).toBe(401);
	await delay(1_500);
	expect(await world.executions()).toHaveLength(before.length);
});

it('asks Poof to come again when Poof itself cannot be asked, and tells it then', async () => {
	const { id } = await invoiceOfACall();
	await world.breakDown('poof', 'status_503', 1, 'transaction');
	expect((await mark(id, 'yes')).deliveries).toMatchObject([{ status: 503 }]);
	await moves(id, 'yes');
	expect(await rowsOf(id, 'Log')).toHaveLength(1);
	expect(await slackAbout(id)).toHaveLength(1);
});

describe('when a service is down', () => {
	it.each([
		['hubspot', 'contacts.search', 2, 'HubSpot did not answer.'],
		['hubspot', 'engagements.create', 1, 'HubSpot took no note.'],
		['dialnexa', 'getCall', 2, 'DialNexa did not give the call.'],
		['slack', undefined, 1, 'Slack was not told.'],
	])('goes on without %s at %s, and says so', async (service, operation, times, detail) => {
		const { id } = await invoiceOfACall();
		await world.breakDown(service, 'status_503', times, operation);
		await moves(id, 'yes');
		expect(await rowsOf(id, 'Log')).toEqual([
			expect.objectContaining({ Ended: 'paid', Detail: `Paid in full. ${detail}` }),
		]);
		expect(await slackAbout(id)).toHaveLength(service === 'slack' ? 0 : 1);
	});

	it('tells Slack when the sheet cannot be written', async () => {
		const { id } = await invoiceOfACall();
		await world.breakDown('sheets', 'status_503', 1, 'values.append');
		await moves(id, 'yes');
		expect(await rowsOf(id, 'Log')).toEqual([]);
		expect(await slackAbout(id)).toContainEqual(
			expect.stringMatching(/^The sheet could not be written\. paid: Paid in full\./),
		);
	});
});

describe('when the ledger cannot say whether it was told', () => {
	/** Lets an invoice be paid, and gives the rows about it; everything else is as it was. */
	async function paid() {
		const id = await otherInvoice('31.00');
		const { slack, hubspot } = await world.state();
		await moves(id, 'yes');
		expect(await world.state()).toMatchObject({ slack, hubspot });
		expect(await rowsOf(id, 'Log')).toEqual([]);
		return await rowsOf(id, 'Exceptions');
	}
	const NOT_CLAIMED = [
		expect.objectContaining({
			Ended: 'not claimed',
			Detail: expect.stringMatching(/^The ledger could not say whether this was told before/),
		}),
	];

	it('because it cannot be written, a person is told', async () => {
		expect(await world.withUnusableLedger(paid)).toEqual(NOT_CLAIMED);
	});

	it('because it does not hold the row that was put down, a person is told', async () => {
		const renamed = "UPDATE ledger SET key = 'another' WHERE id = NEW.id";
		expect(await world.withCompanyInLedger(renamed, paid)).toEqual(NOT_CLAIMED);
	});

	it('nor the sheet be written, Slack is told', async () => {
		const id = await otherInvoice('32.00');
		await world.withUnusableLedger(async () => {
			await world.breakDown('sheets', 'status_503');
			await moves(id, 'yes');
		});
		expect([...(await rowsOf(id, 'Log')), ...(await rowsOf(id, 'Exceptions'))]).toEqual([]);
		expect(await slackAbout(id)).toEqual([
			expect.stringMatching(/^The sheet could not be written\. not claimed: The ledger could not/),
		]);
	});
});

it('tells it once when two workflows hear of it at once, as two workers would', async () => {
	interface Saved {
		id: string;
		name: string;
		versionId: string;
		nodes: Array<{ webhookId?: string }>;
		connections: unknown;
		settings: unknown;
	}
	const { name, nodes, connections, settings } = await world.rest<Saved>(
		'GET',
		`/workflows/${workflowId}`,
	);
	const webhookId = 'c0ffee00-0000-4000-8000-000000000000';
	const second = await world.rest<Saved>('POST', '/workflows', {
		name: `${name} 2`,
		nodes: nodes.map((node) => (node.webhookId ? { ...node, webhookId } : node)),
		...{ connections, settings },
	});
	await world.rest('POST', `/workflows/${second.id}/activate`, { versionId: second.versionId });
	const { id } = await invoiceOfACall();
	const before = await world.executions();
	await until('two deliveries', async () => {
		const { deliveries } = await mark(id, 'yes');
		return deliveries.length === 2;
	});
	await until('two executions', async () => {
		const known = new Set(before.map((execution) => execution.id));
		const started = (await world.executions()).filter((execution) => !known.has(execution.id));
		return started.length === 2 && started.every(({ status }) => status === 'success');
	});
	expect(await rowsOf(id, 'Log')).toHaveLength(1);
	expect(await slackAbout(id)).toHaveLength(1);
	expect(await notesAbout(id)).toHaveLength(1);
});

atTheEnd(() => world, 'payment-received');
