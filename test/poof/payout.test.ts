import type { INodeParameters } from 'n8n-workflow';

import { freshKey, PAYOUT, SandboxPoof } from './sandbox';

let poof: SandboxPoof;
beforeAll(async () => {
	poof = await SandboxPoof.start();
});
afterAll(async () => {
	await poof.stop();
});
beforeEach(async () => {
	await poof.reset();
});

const OTHER = '9WzDXwBbmkg8ZTbNMqUxvQRAyrZzDsGYdLVL9zYtAWWM';

/** Why a payout must not be sent: parameters, credential, and how the reason begins. */
const OBSTACLES: [string, INodeParameters, Record<string, string>, RegExp][] = [
	[
		'above the maximum of the step',
		{ maximumPayout: '0.1' },
		{},
		/^Payout Amount 0.2 is above the Maximum Payout of 0.1/,
	],
	[
		'an unreadable maximum',
		{ maximumPayout: 'lots' },
		{},
		/^Maximum Payout is not a plain decimal/,
	],
	[
		'a maximum that comes to nothing',
		{ maximumPayout: '={{ $json.none }}' },
		{},
		/^Maximum Payout is not/,
	],
	[
		'above the maximum of the credential',
		{},
		{ maxPayout: 'bitcoin 1, solana 0.19' },
		/above the maximum of 0.19 solana in the Poof credential/,
	],
	[
		'a coin that the credential does not list',
		{},
		{ maxPayout: 'bitcoin 1' },
		/above the maximum of 0 solana/,
	],
	['an address of another coin', { coin: 'bitcoin' }, {}, /^Address is not an address of bitcoin/],
	[
		'a mistyped address',
		{ coin: 'ethereum', address: '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD' },
		{},
		/^Address is not an address of ethereum/,
	],
	['an address that cannot be checked', { coin: 'cardano' }, {}, /^Address cannot be checked/],
	[
		'an address that is not on the list',
		{ allowedAddresses: OTHER },
		{},
		/^Address is not one of the Allowed Addresses/,
	],
	[
		'a list that comes to nothing',
		{ allowedAddresses: '={{ $json.none }}' },
		{},
		/^Address is not one of/,
	],
	[
		'more than the account holds',
		{ payoutAmount: '25.000000001' },
		{},
		/^The account holds 25 solana, less than 25.000000001/,
	],
];

describe.each(OBSTACLES)('%s', (_, change, credentials, reason) => {
	test('is not sent', async () => {
		const refused = await poof.runOne(
			{ ...PAYOUT, ...change, idempotencyKey: freshKey() },
			credentials,
		);
		expect(refused).toMatchObject({ outcome: 'refused', reason: expect.stringMatching(reason) });
		expect(refused.reason).toMatch(/so nothing was sent\.$/);
		expect(refused.nextStep).toMatch(/\.$/);
		expect(await poof.received('payouts')).toBe(0);
	});

	test('is said by the preview too', async () => {
		const previewed = await poof.runOne(
			{ ...PAYOUT, operation: 'preview', ...change },
			credentials,
		);
		expect(previewed).toMatchObject({ wouldSend: false, reason: expect.stringMatching(reason) });
	});
});

test('a balance that Poof does not say is an obstacle', async () => {
	await poof.fault('status_500', 'balance');
	expect(await poof.runOne({ ...PAYOUT, idempotencyKey: freshKey() })).toMatchObject({
		outcome: 'refused',
		reason: 'Poof did not say how much solana the account holds, so nothing was sent.',
	});
	expect(await poof.received('payouts')).toBe(0);
});

test('within every limit it is sent', async () => {
	const sent = await poof.runOne(
		{
			...PAYOUT,
			maximumPayout: '0.2',
			allowedAddresses: `${OTHER}\n${PAYOUT.address}`,
			idempotencyKey: freshKey(),
		},
		{ maxPayout: 'Solana 0.20, bitcoin 0.01' },
	);
	expect(sent).toMatchObject({ outcome: 'done' });
});

test.each(['much', 'solana', 'solana x', '5'])(
	'a maximum in the credential that cannot be read stops everything: %s',
	async (maxPayout) => {
		const { error } = await poof.run(
			{ ...PAYOUT, idempotencyKey: freshKey() },
			{ credentials: { maxPayout } },
		);
		expect(error?.message).toBe('The Poof credential has no usable Maximum Payout [item 0]');
	},
);

test('the preview shows value, fees and what is left, and sends nothing', async () => {
	const previewed = await poof.runOne({ ...PAYOUT, operation: 'preview' });
	expect(previewed).toEqual({
		wouldSend: true,
		reason: 'Every check passed. Nothing was sent.',
		nextStep: 'Have the payout approved, then send it.',
		coinAmount: '0.2',
		coin: 'solana',
		address: PAYOUT.address,
		balance: '25',
		remainingBalance: '24.8',
		price: '140',
		estimatedValue: '28',
		gas: expect.objectContaining({ gas_fee_in_usd: '0.92' }),
	});
	expect(await poof.received('payouts')).toBe(0);
});

test('the preview stands without estimates', async () => {
	await poof.fault('unknown_2xx', 'price');
	await poof.fault('status_500', 'gas_price');
	expect(await poof.runOne({ ...PAYOUT, operation: 'preview' })).toMatchObject({
		wouldSend: true,
		price: '',
		estimatedValue: '',
		gas: {},
	});
});

describe('secret payout fields of the credential', () => {
	const shard = 'shard-7f3a"9c';
	const fields = { payoutSecretFields: JSON.stringify({ wallet_shard: shard, nested: { n: 1 } }) };

	test('travel with the payout and are not put out', async () => {
		const { outputs, run } = await poof.run(
			{ ...PAYOUT, idempotencyKey: freshKey() },
			{ credentials: fields },
		);
		expect(outputs[0][0].json.outcome).toBe('done');
		const { requests } = await poof.state();
		expect(requests.find(({ operation }) => operation === 'payouts')?.body).toEqual({
			amount: 0.2,
			crypto: 'solana',
			address: PAYOUT.address,
			wallet_shard: shard,
			nested: { n: 1 },
		});
		expect(JSON.stringify(run.data)).not.toContain('shard-7f3a');
	});

	test('are removed from what Poof quotes', async () => {
		await poof.fault(`text_2xx:odd field ${shard}`, 'payouts');
		const sent = await poof.runOne({ ...PAYOUT, idempotencyKey: freshKey() }, fields);
		expect(sent.reason).toContain('odd field [removed]');
	});

	test.each(['{"amount": 9}', '{"address":"x"}', '[1]', 'shard'])(
		'cannot be %s',
		async (payoutSecretFields) => {
			const { error } = await poof.run(
				{ ...PAYOUT, idempotencyKey: freshKey() },
				{ credentials: { payoutSecretFields } },
			);
			expect(error?.message).toMatch(/has no usable Secret Payout Fields/);
		},
	);
});
