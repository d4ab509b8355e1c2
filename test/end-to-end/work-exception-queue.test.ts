// The exception queue in the real n8n: a reviewer marks a row, and what it asks for is done once.
import { atTheEnd, NO_FIFTH_OUTCOME } from './at-the-end';
import { until, World } from './world';

jest.setTimeout(120_000);

const SPREADSHEET = '1SandboxFinanceExceptions0000000000000000000';
const TAB = 'Exceptions';

let world: World;
let queueId: string;

beforeAll(async () => {
	world = await World.start(['call-to-invoice', 'work-exception-queue']);
	queueId = world.idOf('work-exception-queue');
	await world.unpublish(queueId);
}, 300_000);

afterAll(async () => await world?.end());

/** A row as the invoice template leaves it: finance has declined in Slack. */
async function declinedRow(sample = 'needs_approval'): Promise<string> {
	const { callId } = await world.sendLike(sample, {}, { secrets: true });
	const message = await until('question in Slack', async () =>
		(await world.undecided()).find(({ blocks }) => JSON.stringify(blocks).includes(callId)),
	);
	await world.control('POST', 'slack/decide', { message: message.ts, decision: 'decline' });
	await rowOf(callId);
	return callId;
}

/** A row as it is for a call that the invoice template does not handle. */
async function otherRow(sample: string): Promise<string> {
	const { callId } = await world.sendLike(sample, {}, { secrets: true });
	await rowOf(callId);
	return callId;
}

const rowOf = async (callId: string) =>
	await until(`row about ${callId}`, async () => {
		const rows = await world.rowsOf(callId, TAB);
		if (rows.length > 1) throw new Error(`${callId} has ${rows.length} rows`);
		return rows[0];
	});

/** What a reviewer types into cells of the row, as Google takes it from a keyboard. */
async function type(callId: string, cells: Record<string, string>) {
	const { sheets } = await world.state();
	const rows = sheets.spreadsheets[0].tabs.find(({ title }) => title === TAB)?.rows ?? [];
	const number = rows.findIndex((row) => row.some((cell) => String(cell).includes(callId))) + 1;
	for (const [name, text] of Object.entries(cells)) {
		const column = String.fromCharCode(65 + rows[0].indexOf(name));
		const range = encodeURIComponent(`${TAB}!${column}${number}`);
		const answer = await fetch(
			`${world.announced.sandbox.url}/sheets/v4/spreadsheets/${SPREADSHEET}/values/${range}?valueInputOption=USER_ENTERED`,
			{
				method: 'PUT',
				headers: { authorization: 'Bearer ya29.sandbox', 'content-type': 'application/json' },
				body: JSON.stringify({ values: [[text]] }),
			},
		);
		if (!answer.ok) throw new Error(`The cell could not be written: ${await answer.text()}`);
	}
}

/** Starts the workflow as its schedule does, so many times at once, and waits for the end. */
async function workQueue(times = 1, status = 'success') {
	const started = await Promise.all(
		Array.from({ length: times }, async () => {
			const { executionId } = await world.rest<{ executionId: string }>(
				'POST',
				`/workflows/${queueId}/run`,
				{ triggerToStartFrom: { name: 'Every 5 Minutes' } },
			);
			return executionId;
		}),
	);
	for (const id of started) {
		await until(`execution ${id} with status ${status}`, async () =>
			(await world.executions()).some((known) => known.id === id && known.status === status),
		);
	}
}

const invoicesOf = async (callId: string) =>
	(await world.state()).poof.invoices.filter(({ metadata }) => metadata.call_id === callId);
const saidAbout = async (callId: string) =>
	(await world.state()).slack.messages.filter(
		({ text }) => text.includes('Exception queue') && text.includes(callId),
	);

it('makes the invoice of a row that is marked approve, once, and says so', async () => {
	const callId = await declinedRow();
	await workQueue();
	expect(await invoicesOf(callId)).toEqual([]);
	await type(callId, { Decision: 'approve', Note: '=1+1 <!here> finance agreed' });
	await workQueue();
	const [invoice, ...more] = await invoicesOf(callId);
	expect(more).toEqual([]);
	expect(invoice).toMatchObject({
		amount: '4800.00',
		metadata: { idempotency_key: `dialnexa:${callId}:create_invoice` },
	});
	const row = await rowOf(callId);
	expect(row.Ended).toBe('worked: done');
	expect(row.Detail).toContain(invoice.id);
	expect(await saidAbout(callId)).toHaveLength(1);

	await workQueue(2);
	expect(await invoicesOf(callId)).toHaveLength(1);
	expect(await saidAbout(callId)).toHaveLength(1);
});

it('does nothing for a row that is marked reject', async () => {
	const callId = await declinedRow();
	await type(callId, { Decision: ' Reject ' });
	await workQueue();
	expect(await rowOf(callId)).toMatchObject({
		Ended: 'worked: rejected',
		Detail: expect.stringContaining('Rejected by the reviewer.'),
	});
	expect(await invoicesOf(callId)).toEqual([]);
	expect(await saidAbout(callId)).toHaveLength(1);
	// A change of mind comes too late: the review of the row has been claimed.
	await type(callId, { Decision: 'approve', Ended: 'declined' });
	await workQueue();
	expect(await rowOf(callId)).toMatchObject({ Ended: 'worked: rejected' });
	expect(await invoicesOf(callId)).toEqual([]);
});

it('says once that it does not know the word, and works the row when it is corrected', async () => {
	const callId = await declinedRow();
	await type(callId, { Decision: 'yes please' });
	await workQueue();
	await workQueue();
	expect(await rowOf(callId)).toMatchObject({
		Ended: 'declined',
		Detail: 'Not worked yet: Decision has to be approve or reject.',
	});
	expect(await invoicesOf(callId)).toEqual([]);
	expect(await saidAbout(callId)).toHaveLength(1);
	await type(callId, { Decision: 'approve' });
	await workQueue();
	expect(await rowOf(callId)).toMatchObject({ Ended: 'worked: done' });
	expect(await invoicesOf(callId)).toHaveLength(1);
});

it.each([
	['Amount', 'about 4800'],
	['Amount', '48000'],
	['Amount', '4800.001'],
	['Amount', ''],
	['Currency', 'EUR'],
	['Action', 'create_invoice '],
])('makes nothing of a row whose %s was edited to "%s"', async (column, text) => {
	const callId = await declinedRow();
	const right = (await rowOf(callId))[column];
	await type(callId, { [column]: text, Decision: 'approve' });
	await workQueue();
	expect(await invoicesOf(callId)).toEqual([]);
	const row = await rowOf(callId);
	if (column === 'Action') {
		expect(row).toMatchObject({ Ended: 'worked: by hand' });
		return;
	}
	expect(row).toMatchObject({
		Ended: 'declined',
		Detail: expect.stringContaining('Not worked yet'),
	});
	await type(callId, { [column]: right });
	await workQueue();
	expect(await invoicesOf(callId)).toEqual([expect.objectContaining({ amount: '4800.00' })]);
});

it('never sends a payout on a mark in the sheet', async () => {
	const callId = await otherRow('payout');
	await type(callId, { Decision: 'approve' });
	await workQueue();
	expect(await rowOf(callId)).toMatchObject({
		Ended: 'worked: by hand',
		Detail: expect.stringContaining('No payout is sent from a mark in a sheet'),
	});
	expect((await world.state()).poof.payouts).toEqual([]);
	// Nor when somebody makes an invoice of it.
	const other = await otherRow('payout');
	await type(other, { Decision: 'approve', Action: 'create_invoice' });
	await workQueue();
	expect(await rowOf(other)).toMatchObject({ Detail: expect.stringContaining('Not worked yet') });
	expect(await invoicesOf(other)).toEqual([]);
});

it('works each row once when the schedule runs three times at once', async () => {
	const callIds = [await declinedRow(), await declinedRow()];
	for (const callId of callIds) await type(callId, { Decision: 'approve' });
	await workQueue(3);
	await workQueue();
	for (const callId of callIds) {
		expect(await invoicesOf(callId)).toHaveLength(1);
		expect(await rowOf(callId)).toMatchObject({ Ended: expect.stringContaining('worked: done') });
	}
});

describe('when the ledger cannot say whether the row was worked', () => {
	async function isLeftAlone(callId: string) {
		await workQueue();
		expect(await rowOf(callId)).toMatchObject({ Ended: 'declined' });
		expect(await invoicesOf(callId)).toEqual([]);
		expect(await saidAbout(callId)).toEqual([]);
	}

	it.each([
		[
			'it cannot be written',
			async (callId: string) =>
				await world.withUnusableLedger(async () => await isLeftAlone(callId)),
		],
		[
			'it does not find its own row',
			async (callId: string) =>
				await world.withCompanyInLedger(
					"UPDATE ledger SET key = 'another' WHERE id = NEW.id",
					async () => await isLeftAlone(callId),
				),
		],
	])('leaves the row for the next run: %s', async (_why, meanwhile) => {
		const callId = await declinedRow();
		await type(callId, { Decision: 'approve' });
		await meanwhile(callId);
		await workQueue();
		expect(await rowOf(callId)).toMatchObject({ Ended: 'worked: done' });
		expect(await invoicesOf(callId)).toHaveLength(1);
	});
});

describe('when Poof does not do as asked', () => {
	it.each([
		['text_2xx:invalid', 'worked: refused', 0],
		['unknown_2xx', 'worked: uncertain', 0],
		['status_503', 'worked: uncertain', 0],
		['reset_after', 'worked: duplicate', 1],
	])('%s ends as %s', async (fault, ended, made) => {
		const callId = await declinedRow();
		await type(callId, { Decision: 'approve' });
		await world.breakDown('poof', fault, 1, 'create_fiat_invoice');
		await workQueue();
		expect(await rowOf(callId)).toMatchObject({ Ended: ended });
		expect(await invoicesOf(callId)).toHaveLength(made);
		await workQueue();
		expect(await invoicesOf(callId)).toHaveLength(made);
	});

	it('makes nothing when the step that makes invoices cannot use its credential', async () => {
		const callId = await declinedRow();
		await type(callId, { Decision: 'approve' });
		await world.withCredential(
			...([queueId, 'Create Invoice', 'poofIoApi', { baseUrl: 'nowhere' }] as const),
			async () => await workQueue(),
		);
		expect(await rowOf(callId)).toMatchObject({
			Ended: 'worked: not sent',
			Detail: expect.stringContaining('Base URL'),
		});
		expect(await invoicesOf(callId)).toEqual([]);
	});

	it('finds what was made for an uncertain row after all, and makes nothing', async () => {
		await world.breakDown('poof', 'unknown_2xx_after', 1, 'create_fiat_invoice');
		// Before and after it the step looks for the invoice, and is not told.
		await world.breakDown('poof', 'html', 2, 'transaction_query');
		await world.breakDown('poof', 'html', 2, 'fetch_transactions');
		const { callId } = await world.sendLike('ready', {});
		expect(await rowOf(callId)).toMatchObject({ Ended: 'uncertain' });
		const [invoice] = await invoicesOf(callId);
		await type(callId, { Decision: 'approve' });
		await workQueue();
		expect(await rowOf(callId)).toMatchObject({
			Ended: 'worked: duplicate',
			Detail: expect.stringContaining(`Poof lists ${invoice.id}`),
		});
		expect(await invoicesOf(callId)).toHaveLength(1);
	});

	it('leaves the row for the next run when Poof cannot be asked first', async () => {
		const callId = await declinedRow();
		await type(callId, { Decision: 'approve' });
		await world.breakDown('poof', 'status_503', 1, 'transaction_query');
		await workQueue();
		expect(await rowOf(callId)).toMatchObject({ Ended: 'declined' });
		expect(await invoicesOf(callId)).toEqual([]);
		await workQueue();
		expect(await rowOf(callId)).toMatchObject({ Ended: 'worked: done' });
	});
});

describe('when a service is down', () => {
	it('stops aloud when the sheet cannot be read, and works the row at the next run', async () => {
		const callId = await declinedRow();
		await type(callId, { Decision: 'approve' });
		await world.breakDown('sheets', 'status_503', 3, 'get');
		await workQueue(1, 'error');
		expect(await invoicesOf(callId)).toEqual([]);
		await workQueue();
		expect(await rowOf(callId)).toMatchObject({ Ended: 'worked: done' });
	});

	it('tells Slack when the row cannot be written, and writes it at the next run', async () => {
		const callId = await declinedRow();
		await type(callId, { Decision: 'approve' });
		await world.breakDown('sheets', 'status_503', 1, 'values.batchUpdate');
		await workQueue();
		expect(await rowOf(callId)).toMatchObject({ Ended: 'declined' });
		expect(await saidAbout(callId)).toEqual([
			expect.objectContaining({ text: expect.stringContaining('could not be written') }),
		]);
		await workQueue();
		expect(await rowOf(callId)).toMatchObject({ Ended: 'worked: done' });
		expect(await invoicesOf(callId)).toHaveLength(1);
	});

	it('says what is missing at the next run when it could not write it', async () => {
		const callId = await declinedRow();
		const { Detail } = await rowOf(callId);
		await type(callId, { Decision: 'yes please' });
		await world.breakDown('sheets', 'status_503', 1, 'values.batchUpdate');
		await workQueue();
		expect(await rowOf(callId)).toMatchObject({ Ended: 'declined', Detail });
		expect(await saidAbout(callId)).toEqual([]);
		await workQueue();
		expect((await rowOf(callId)).Detail).toContain('Decision has to be approve or reject.');
		expect(await saidAbout(callId)).toHaveLength(1);
	});

	it('works the row when Slack cannot be told', async () => {
		const callId = await declinedRow();
		await type(callId, { Decision: 'approve' });
		await world.breakDown('slack', 'status_503');
		await workQueue();
		expect(await rowOf(callId)).toMatchObject({ Ended: 'worked: done' });
	});
});

it('has made no formula of any cell, and told nobody anything that a caller or reviewer wrote', async () => {
	const { sheets, slack } = await world.state();
	expect(sheets.spreadsheets[0].tabs.flatMap(({ formulas }) => formulas)).toEqual([
		expect.objectContaining({ formula: expect.stringContaining('=1+1') }),
	]);
	expect(slack.messages.filter(({ text }) => text.includes('<!here>'))).toEqual([]);
});

atTheEnd(() => world, 'work-exception-queue', { undriven: NO_FIFTH_OUTCOME });
