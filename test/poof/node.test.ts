import type { IDataObject } from 'n8n-workflow';

import { CRYPTO_LINK, FIAT_INVOICE, freshKey, PAYOUT, SandboxPoof } from './sandbox';

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

describe('creating', () => {
	test('a fiat invoice gives its link and the ID that Poof does not state', async () => {
		const idempotencyKey = freshKey();
		const made = await poof.runOne({
			...FIAT_INVOICE,
			idempotencyKey,
			metadata: { entry: [{ name: 'call_id', value: 'call_1' }] },
		});
		const [held] = (await poof.state()).poof.invoices;
		expect(made).toEqual({
			outcome: 'done',
			idempotencyKey,
			reason: 'Poof confirmed it.',
			nextStep: 'Nothing to do.',
			id: held.id,
			paymentLink: expect.stringMatching(new RegExp(`/${held.id}$`)),
			amount: '49.00',
			currency: 'usd',
			paymentMethod: 'cashapp',
		});
		expect(held.metadata).toEqual({ call_id: 'call_1', idempotency_key: idempotencyKey });
	});

	test('a crypto payment link keeps the fiat amount and the coin amount apart', async () => {
		const made = await poof.runOne({ ...CRYPTO_LINK, idempotencyKey: freshKey() });
		const [held] = (await poof.state()).poof.invoices;
		expect(made).toMatchObject({
			outcome: 'done',
			id: held.id,
			amount: '49.00',
			currency: 'usd',
			coin: 'solana',
			coinAmount: '0.35',
			rate: '140',
		});
	});

	test('a payout is sent in coins and its balance is told', async () => {
		const sent = await poof.runOne({ ...PAYOUT, idempotencyKey: freshKey() });
		const [held] = (await poof.state()).poof.payouts;
		expect(sent).toMatchObject({
			outcome: 'done',
			id: held.id,
			coinAmount: '0.2',
			coin: 'solana',
			address: PAYOUT.address,
			remainingBalance: '24.8',
		});
		expect(sent).not.toHaveProperty('amount');
	});

	test('the coin and the payment method can be picked from the list', async () => {
		const picked = (value: string) => ({ __rl: true, mode: 'list', value });
		await poof.runOne({ ...CRYPTO_LINK, coin: picked('ethereum'), idempotencyKey: freshKey() });
		await poof.runOne({
			...FIAT_INVOICE,
			paymentMethod: picked('paypal'),
			idempotencyKey: freshKey(),
		});
		const bodies = (await poof.state()).requests.map(({ body }) => body);
		expect(bodies).toContainEqual(expect.objectContaining({ crypto: 'ethereum' }));
		expect(bodies).toContainEqual(expect.objectContaining({ payment: 'paypal' }));
	});

	test('secrets in the metadata do not reach Poof, and long text is cut', async () => {
		await poof.runOne({
			...FIAT_INVOICE,
			idempotencyKey: freshKey(),
			metadata: {
				entry: [
					{ name: 'summary', value: 'She read out 4242 4242 4242 4242.' },
					{ name: 'long', value: 'x'.repeat(5000) },
				],
			},
		});
		const [{ metadata }] = (await poof.state()).poof.invoices;
		expect(metadata.summary).toBe('She read out [card removed].');
		expect(String(metadata.long)).toHaveLength(500);
		expect(JSON.stringify(await poof.control('GET', '/state'))).not.toMatch(/4242/);
	});
});

describe('one key, one action', () => {
	test('200 sends of one key at the same moment make one payout', async () => {
		const idempotencyKey = freshKey();
		const runs = await Promise.all(
			Array.from({ length: 200 }, async () => await poof.runOne({ ...PAYOUT, idempotencyKey })),
		);
		const state = await poof.state();
		expect(state.poof.payouts).toHaveLength(1);
		expect(await poof.received('payouts')).toBe(1);
		expect(runs.filter(({ outcome }) => outcome === 'done')).toHaveLength(1);
		expect(runs.filter(({ outcome }) => outcome === 'duplicate')).toHaveLength(199);
		expect(new Set(runs.map(({ id }) => id))).toEqual(new Set([state.poof.payouts[0].id]));
	});

	test('items of one run with one key make one invoice', async () => {
		const idempotencyKey = freshKey();
		const { outputs } = await poof.run(
			{ ...FIAT_INVOICE, idempotencyKey: '={{ $json.key }}' },
			{ items: [{ key: idempotencyKey }, { key: freshKey() }, { key: idempotencyKey }] },
		);
		expect(outputs[0].map(({ json }) => json.outcome)).toEqual(['done', 'done', 'duplicate']);
		expect(outputs[0][2].json.paymentLink).toBe(outputs[0][0].json.paymentLink);
		expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
		expect((await poof.state()).poof.invoices).toHaveLength(2);
	});

	test('the key is the one of the item unless another is given', async () => {
		const key = freshKey();
		const { outputs } = await poof.run({ ...FIAT_INVOICE }, { items: [{ idempotencyKey: key }] });
		expect(outputs[0][0].json).toMatchObject({ outcome: 'done', idempotencyKey: key });
	});

	test('one key stands for one operation of one account', async () => {
		const idempotencyKey = freshKey();
		await poof.runOne({ ...PAYOUT, idempotencyKey });
		expect(await poof.runOne({ ...FIAT_INVOICE, idempotencyKey })).toMatchObject({
			outcome: 'done',
		});
	});

	test('the same key for another amount sends nothing', async () => {
		const idempotencyKey = freshKey();
		await poof.runOne({ ...PAYOUT, idempotencyKey });
		const other = await poof.runOne({ ...PAYOUT, payoutAmount: '2', idempotencyKey });
		expect(other).toMatchObject({
			outcome: 'refused',
			reason: expect.stringContaining('something else'),
		});
		expect((await poof.state()).poof.payouts).toHaveLength(1);
	});

	test.each(['external', 'top'])('what Poof holds under the key is found in %s', async (place) => {
		const idempotencyKey = freshKey();
		await poof.control('PUT', '/settings', { poof: { metadataPlace: place } });
		await poof.post('/api/v1/create_fiat_invoice', {
			amount: '49.00',
			payment: 'cashapp',
			currency: 'usd',
			redirect_url: 'https://example.com',
			success_url: 'https://example.com',
			metadata: { idempotency_key: idempotencyKey },
		});
		const [held] = (await poof.state()).poof.invoices;
		expect(await poof.runOne({ ...FIAT_INVOICE, idempotencyKey })).toMatchObject({
			outcome: 'duplicate',
			id: held.id,
		});
		expect(await poof.runOne({ ...FIAT_INVOICE, amount: '50', idempotencyKey })).toMatchObject({
			outcome: 'refused',
		});
		expect((await poof.state()).poof.invoices).toHaveLength(1);
	});

	test('what Poof holds under another amount is not taken for it', async () => {
		const idempotencyKey = freshKey();
		await poof.post('/api/v2/create_invoice', {
			amount: '50',
			crypto: 'solana',
			metadata: { idempotency_key: idempotencyKey },
		});
		expect(await poof.runOne({ ...CRYPTO_LINK, idempotencyKey })).toMatchObject({
			outcome: 'refused',
			reason: expect.stringContaining('Poof holds 50 usd under this idempotency key, not 49.00'),
		});
		expect((await poof.state()).poof.invoices).toHaveLength(1);
	});

	test('a search that only resembles the key is not taken for it', async () => {
		const idempotencyKey = freshKey();
		await poof.post('/api/v2/create_invoice', {
			amount: '49.00',
			crypto: 'solana',
			metadata: { idempotency_key: `${idempotencyKey}:2`, note: idempotencyKey },
		});
		expect(await poof.runOne({ ...CRYPTO_LINK, idempotencyKey })).toMatchObject({
			outcome: 'done',
		});
	});

	test('a search that fails falls back on the list', async () => {
		const idempotencyKey = freshKey();
		await poof.control('PUT', '/settings', { poof: { metadataInLists: true } });
		await poof.post('/api/v2/create_invoice', {
			amount: '49.00',
			crypto: 'solana',
			metadata: { idempotency_key: idempotencyKey },
		});
		await poof.fault('text_2xx:invalid', 'transaction_query');
		expect(await poof.runOne({ ...CRYPTO_LINK, idempotencyKey })).toMatchObject({
			outcome: 'duplicate',
		});
	});

	test('an uncertain one is found on a later look', async () => {
		const idempotencyKey = freshKey();
		await poof.fault('reset_after', 'create_invoice');
		await poof.fault('status_500', 'transaction_query', 2);
		await poof.fault('status_500', 'fetch_transactions', 2);
		const given = { ...CRYPTO_LINK, idempotencyKey };
		expect(await poof.runOne(given)).toMatchObject({ outcome: 'uncertain' });
		expect(await poof.runOne(given)).toMatchObject({ outcome: 'duplicate' });
		expect(await poof.received('create_invoice')).toBe(1);
	});
});

describe('what cannot be used is refused before anything is sent', () => {
	const unusable: [string, IDataObject, RegExp][] = [
		['an empty key', { ...PAYOUT, idempotencyKey: '={{ "" }}' }, /^Idempotency Key is empty/],
		['an undefined key', { ...PAYOUT, idempotencyKey: '={{ $json.nothing }}' }, /^Idempotency Key/],
		['a long key', { ...PAYOUT, idempotencyKey: 'k'.repeat(256) }, /^Idempotency Key cannot/],
		[
			'a rounded number',
			{ ...PAYOUT, payoutAmount: '={{ 0.1 + 0.2 }}' },
			/^Payout Amount is a number/,
		],
		['a separator', { ...FIAT_INVOICE, amount: '4,800' }, /^Amount is not a plain decimal/],
		['an exponent', { ...PAYOUT, payoutAmount: '1e3' }, /^Payout Amount is not a plain decimal/],
		['a sign', { ...PAYOUT, payoutAmount: '-1' }, /^Payout Amount is not a plain decimal/],
		['zero', { ...PAYOUT, payoutAmount: '0.000' }, /^Payout Amount is zero/],
		['cents of cents', { ...FIAT_INVOICE, amount: '1.005' }, /^Amount has more decimals than USD/],
		['yen with sen', { ...FIAT_INVOICE, amount: '1.5', currency: 'JPY' }, /than JPY has/],
		['a currency sign', { ...FIAT_INVOICE, currency: '$' }, /^Currency cannot be used/],
		[
			'a script link',
			{ ...FIAT_INVOICE, successUrl: 'javascript:alert(1)' },
			/^Success URL cannot/,
		],
		['an address with blanks', { ...PAYOUT, address: 'my wallet please' }, /^Address cannot/],
		['a coin with quotes', { ...PAYOUT, coin: 'solana","x":"' }, /^Coin cannot/],
		[
			'too much metadata',
			{
				...FIAT_INVOICE,
				metadata: { entry: Array.from({ length: 21 }, (_, n) => ({ name: `n${n}`, value: 'v' })) },
			},
			/^Metadata has 21 entries/,
		],
		[
			'metadata that claims the key',
			{ ...FIAT_INVOICE, metadata: { entry: [{ name: 'idempotency_key', value: 'x' }] } },
			/^Metadata has a name that cannot be used/,
		],
	];
	test.each(unusable)('%s', async (_, parameters, reason) => {
		const refused = await poof.runOne({ idempotencyKey: freshKey(), ...parameters } as never);
		expect(refused).toMatchObject({ outcome: 'refused', reason: expect.stringMatching(reason) });
		expect(refused.nextStep).not.toBe('');
		expect((await poof.state()).requests).toEqual([]);
	});

	test('whole numbers are exact and pass', async () => {
		const sent = await poof.runOne({
			...PAYOUT,
			payoutAmount: '={{ 2 }}',
			idempotencyKey: freshKey(),
		});
		expect(sent).toMatchObject({ outcome: 'done', coinAmount: '2' });
	});
});

describe('looking up', () => {
	async function madeInvoice() {
		await poof.runOne({
			...CRYPTO_LINK,
			idempotencyKey: freshKey(),
			metadata: { entry: [{ name: 'call_id', value: 'call_7' }] },
		});
		return (await poof.state()).poof.invoices[0].id;
	}

	test('one transaction', async () => {
		const id = await madeInvoice();
		const found = await poof.runOne({
			resource: 'transaction',
			operation: 'get',
			transactionId: id,
		});
		expect(found).toMatchObject({
			id,
			status: 'no',
			isPaid: false,
			amount: '49.00',
			currency: 'usd',
			coinAmount: '0.35',
			paymentMethod: 'solana',
			metadata: { call_id: 'call_7' },
		});
		await poof.control('POST', '/poof/payments', { paymentId: id, paid: 'yes' });
		const paid = await poof.runOne({
			resource: 'transaction',
			operation: 'get',
			transactionId: id,
		});
		expect(paid).toMatchObject({ status: 'yes', isPaid: true });
	});

	test('a status that nobody knows passes through and is not paid', async () => {
		const id = await madeInvoice();
		await poof.control('POST', '/poof/payments', { paymentId: id, paid: 'YES!' });
		const found = await poof.runOne({
			resource: 'transaction',
			operation: 'get',
			transactionId: id,
		});
		expect(found).toMatchObject({ status: 'YES!', isPaid: false });
	});

	test('many, in the spellings of the list, up to the limit', async () => {
		for (let n = 0; n < 3; n++) await madeInvoice();
		const many = { resource: 'transaction', operation: 'getMany' };
		const two = await poof.run({ ...many, limit: 2 });
		expect(two.outputs[0].map(({ json }) => json.status)).toEqual(['no', 'no']);
		const all = await poof.run({ ...many, returnAll: true });
		expect(all.outputs[0]).toHaveLength(3);
	});

	test('by a search', async () => {
		const id = await madeInvoice();
		const found = await poof.run({
			resource: 'transaction',
			operation: 'search',
			searchBy: 'metadata',
			searchFor: 'call_7',
		});
		expect(found.outputs[0].map(({ json }) => json.id)).toEqual([id]);
	});

	test('balances of several coins, an item each', async () => {
		const { outputs } = await poof.run({
			resource: 'wallet',
			operation: 'getBalance',
			coins: 'bitcoin, Solana',
		});
		expect(outputs[0].map(({ json }) => json)).toEqual([
			{ coin: 'bitcoin', balance: '0.5' },
			{ coin: 'solana', balance: '25' },
		]);
	});
});

describe('when a look-up gives nothing usable, a person is told what to do', () => {
	const get = { resource: 'transaction', operation: 'get', transactionId: 'abc' };

	test('an unknown transaction', async () => {
		const { error } = await poof.run(get);
		expect(error).toMatchObject({ message: 'Poof answered "invalid" [item 0]' });
		expect(error?.description).toMatch(/^Check Transaction ID/);
	});

	test('a key that Poof does not accept, inside a 200', async () => {
		const { error } = await poof.run(get, { credentials: { apiKey: 'wrong-key-1234' } });
		expect(error).toMatchObject({ message: 'Poof did not accept the API key [item 0]' });
		expect(JSON.stringify(error)).not.toContain('wrong-key-1234');
	});

	test.each(['html', 'status_503', 'truncated_json', 'wrong_types', 'reset_after'])(
		'%s',
		async (fault) => {
			await poof.fault(fault, 'transaction');
			const { error } = await poof.run(get);
			expect(error?.message).toMatch(/^(Poof answered|The connection ended).* \[item 0\]$/);
			expect(error?.description).toBeTruthy();
		},
	);

	test('continue on fail gives an item with the message and goes on', async () => {
		const made = await poof.runOne({ ...CRYPTO_LINK, idempotencyKey: freshKey() });
		const { outputs } = await poof.run(
			{ ...get, transactionId: '={{ $json.id }}' },
			{
				items: [{ id: 'unknown' }, { id: made.id as string }],
				settings: { onError: 'continueRegularOutput' },
			},
		);
		expect(outputs[0]).toMatchObject([
			{ json: { error: 'Poof answered "invalid" [item 0]' }, pairedItem: { item: 0 } },
			{ json: { id: made.id }, pairedItem: { item: 1 } },
		]);
	});

	test('the error output gets what went wrong, the success output the rest', async () => {
		const made = await poof.runOne({ ...CRYPTO_LINK, idempotencyKey: freshKey() });
		const { outputs } = await poof.run(
			{ ...get, transactionId: '={{ $json.id }}' },
			{
				items: [{ id: 'unknown' }, { id: made.id as string }],
				settings: { onError: 'continueErrorOutput' },
			},
		);
		expect(outputs[0].map(({ json }) => json.id)).toEqual([made.id]);
		expect(outputs[1].map(({ json }) => json.error)).toEqual(['Poof answered "invalid" [item 0]']);
	});

	test('a credential that cannot be used', async () => {
		const { error } = await poof.run(get, { credentials: { baseUrl: 'www.poof.io' } });
		expect(error?.message).toBe('The Poof credential has no usable Base URL [item 0]');
	});
});
