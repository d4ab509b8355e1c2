// Claims that nobody finished in the real n8n: each is looked up at Poof and shown to a person once.
import { randomUUID } from 'node:crypto';
import { atTheEnd } from './at-the-end';
import { until, World } from './world';

jest.setTimeout(180_000);

let world: World;

beforeAll(async () => {
	world = await World.start(['call-to-invoice', 'check-unfinished-claims']);
	await world.unpublish(world.idOf('check-unfinished-claims'));
	await check();
}, 300_000);

afterAll(async () => await world?.end());

/** Starts the workflow as its schedule does. */
async function startCheck(): Promise<string> {
	const { executionId } = await world.rest<{ executionId: string }>(
		'POST',
		`/workflows/${world.idOf('check-unfinished-claims')}/run`,
		{ triggerToStartFrom: { name: 'Every Hour' } },
	);
	return executionId;
}

/** Starts it and waits for the end. */
async function check(status = 'success') {
	const executionId = await startCheck();
	await until(`execution with status ${status}`, async () =>
		(await world.executions()).some((run) => run.id === executionId && run.status === status),
	);
}

/** A claim as a workflow leaves it that was stopped, with these fields otherwise; its key. */
async function claim(other: Record<string, string> = {}): Promise<string> {
	const key = `call_${randomUUID()}`;
	const row = {
		...{ key, state: 'owned', action: 'create_invoice', amount: '49.00', currency: 'USD' },
		...{ requester: 'ACC-2041', workflow: 'Invoices', execution: '17' },
		due: new Date(Date.now() - 60_000).toISOString(),
		...other,
	};
	await world.addClaim(row);
	return key;
}

async function claimOf(key: string) {
	const [row, ...more] = await world.claimsOf(key);
	if (more.length > 0) throw new Error(`${key} has several rows in the ledger`);
	return row;
}

/** Asks Poof directly, as a workflow did before it was stopped. */
async function poof(path: string, body: object) {
	const { apiKey } = (await world.givenCredential('poofIoApi')).data;
	const answer = await fetch(`${world.announced.sandbox.url}/poof${path}`, {
		method: 'POST',
		headers: { authorization: apiKey, 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});
	if (!answer.ok) throw new Error(`Poof answered ${answer.status}`);
}

const saidAbout = async (key: string) =>
	(await world.state()).slack.messages.filter(
		({ text }) => text.includes('Unfinished') && text.includes(key),
	);
const shown = async (key: string) => await world.rowsOf(key, 'Exceptions');

it.each(['owned', 'trying'])('shows a claim that is %s and overdue once', async (state) => {
	const key = await claim({ state });
	await check();
	await check();
	expect(await shown(key)).toEqual([
		expect.objectContaining({
			Key: `dialnexa:${key}:create_invoice`,
			Ended: 'unfinished',
			Detail: 'Begun and never finished. Poof shows nothing of it.',
			Amount: '49.00',
			Currency: 'USD',
			Account: 'ACC-2041',
		}),
	]);
	expect(await saidAbout(key)).toHaveLength(1);
	expect(await claimOf(key)).toMatchObject({ state: 'settled', outcome: 'unfinished' });
});

it('shows each claim once when the check runs three times at once', async () => {
	const keys = [await claim(), await claim(), await claim(), await claim()];
	await Promise.all([check(), check(), check()]);
	for (const key of keys) {
		expect(await shown(key)).toHaveLength(1);
		expect(await saidAbout(key)).toHaveLength(1);
		expect(await claimOf(key)).toMatchObject({ state: 'settled', outcome: 'unfinished' });
	}
});

it('leaves alone what is not due and what is settled', async () => {
	const waiting = await claim({ due: new Date(Date.now() + 3_600_000).toISOString() });
	const settled = await claim({ state: 'settled', outcome: 'declined' });
	await check();
	expect(await shown(waiting)).toEqual([]);
	expect(await shown(settled)).toEqual([]);
	expect(await claimOf(waiting)).toMatchObject({ state: 'owned' });
	expect(await claimOf(settled)).toMatchObject({ outcome: 'declined' });
});

it.each(['', ' review'])('finds at Poof what was made under the key "…%s"', async (suffix) => {
	const callId = `call_${randomUUID()}`;
	const idempotency_key = `dialnexa:${callId}:create_invoice`;
	await poof('/api/v1/create_fiat_invoice', {
		...{ amount: '49.00', payment: 'paypal', currency: 'usd' },
		...{ redirect_url: 'https://example.com/a', success_url: 'https://example.com/b' },
		metadata: { idempotency_key },
	});
	const { invoices } = (await world.state()).poof;
	const [invoice] = invoices.filter(({ metadata }) => metadata.idempotency_key === idempotency_key);
	const key = suffix === '' ? callId : `${idempotency_key}${suffix}`;
	await claim({ key });
	await check();
	expect(await shown(callId)).toEqual([
		expect.objectContaining({ Ended: 'found', Detail: expect.stringContaining(invoice.id) }),
	]);
	expect(await claimOf(key)).toMatchObject({ outcome: 'found', poofId: invoice.id });
	expect((await world.state()).poof.invoices).toHaveLength(invoices.length);
});

it('lists the payouts of the coin for a payout, and takes none of them for it', async () => {
	await poof('/api/v2/payouts', {
		...{ amount: 0.2, crypto: 'solana' },
		address: '8NoVVDZi693SUfjAdJNkBQ6Wq9YKsz4dwDRRKqd4XJZK',
	});
	await poof('/api/v2/create_charge', { amount: '15', crypto: 'solana' });
	const [payout] = (await world.state()).poof.payouts;
	const key = await claim({ action: 'send_payout', amount: '0.2', currency: 'solana' });
	await check();
	expect(await shown(key)).toEqual([
		expect.objectContaining({
			Ended: 'unfinished',
			Detail: expect.stringMatching(new RegExp(`before anything is sent: ${payout.id}$`)),
			'Coin Amount': '0.2',
			Coin: 'solana',
			Amount: '',
		}),
	]);
	expect(await claimOf(key)).toMatchObject({ outcome: 'unfinished', poofId: '' });
	expect((await world.state()).poof.payouts).toHaveLength(1);
});

it('shows the claim all the same when Poof is down', async () => {
	const key = await claim();
	await world.breakDown('poof', 'status_503', 1, 'transaction_query');
	await check();
	expect(await shown(key)).toEqual([
		expect.objectContaining({
			Ended: 'unfinished',
			Detail: expect.stringContaining('Poof could not be asked'),
		}),
	]);
	expect(await claimOf(key)).toMatchObject({ state: 'settled' });
});

it('tells Slack when the sheet is down, and comes again when nobody can be told', async () => {
	const key = await claim({ requester: '<!here> =1+1' });
	await world.breakDown('sheets', 'status_503');
	await world.breakDown('slack', 'status_503');
	await check();
	expect(await claimOf(key)).toMatchObject({ state: 'owned' });
	await world.breakDown('sheets', 'status_503');
	await check();
	expect(await saidAbout(key)).toEqual([
		expect.objectContaining({ text: expect.stringContaining('The sheet could not be written.') }),
	]);
	expect(await claimOf(key)).toMatchObject({ state: 'settled', outcome: 'unfinished' });
});

it('shows a claim once that a check looked at when n8n was stopped', async () => {
	const key = await claim();
	const looks = async () =>
		(await world.state()).requests.filter(({ operation }) => operation === 'transaction_query');
	const before = (await looks()).length;
	await world.breakDown('poof', 'hang_before', 1, 'transaction_query');
	const executionId = await startCheck();
	await until('look at Poof', async () => (await looks()).length > before);
	await world.stop();
	world = await world.startAgain();
	expect(await shown(key)).toEqual([]);
	expect(await claimOf(key)).toMatchObject({
		state: 'owned',
		detail: `Looked at by execution ${executionId}`,
	});
	// Half an hour passes.
	await world.changeClaim(key, { due: new Date(Date.now() - 60_000).toISOString() });
	await check();
	await check();
	expect(await shown(key)).toHaveLength(1);
	expect(await claimOf(key)).toMatchObject({ state: 'settled', outcome: 'unfinished' });
});

it('shows what a stopped n8n has left behind', async () => {
	await world.breakDown('poof', 'hang_before', 1, 'create_fiat_invoice');
	const { callId } = await world.sendSecrets('ready', {});
	await world.approve(callId);
	await until('request at Poof', async () =>
		(await world.state()).requests.some(({ operation }) => operation === 'create_fiat_invoice'),
	);
	// n8n is killed when it does not end by itself, which it cannot while Poof says nothing.
	await world.stop();
	world = await world.startAgain();
	expect(await claimOf(callId)).toMatchObject({ state: 'owned' });
	// An hour and more passes.
	await world.changeClaim(callId, { due: new Date(Date.now() - 60_000).toISOString() });
	await check();
	expect(await shown(callId)).toEqual([
		expect.objectContaining({ Key: `dialnexa:${callId}:create_invoice`, Ended: 'unfinished' }),
	]);
	expect(await claimOf(callId)).toMatchObject({ state: 'settled' });
	expect((await world.state()).poof.invoices).toEqual([]);
});

atTheEnd(() => world, 'check-unfinished-claims');
