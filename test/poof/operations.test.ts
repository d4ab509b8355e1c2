// The operations beyond invoices, payouts and looking up, with good answers.
import { FIAT_INVOICE, freshKey, OTHER_CREATIONS, SandboxPoof } from './sandbox';

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
	test.each(Object.entries(OTHER_CREATIONS))('%s once per key', async (operation, parameters) => {
		const given = { ...parameters, idempotencyKey: freshKey() };
		const made = await poof.runOne(given);
		expect(made).toMatchObject({ outcome: 'done', idempotencyKey: given.idempotencyKey });
		const again = await poof.runOne(given);
		expect(again).toEqual({
			...made,
			outcome: 'duplicate',
			reason: expect.any(String),
			nextStep: expect.any(String),
		});
		expect(await poof.received(operation)).toBe(1);
	});

	test('a fiat charge comes with its QR code as an image', async () => {
		const { outputs } = await poof.run({
			...OTHER_CREATIONS.create_fiat_charge,
			idempotencyKey: freshKey(),
		});
		const [{ json, binary }] = outputs[0];
		const [held] = (await poof.state()).poof.invoices;
		expect(json).toMatchObject({ outcome: 'done', id: held.id, amount: '49.00', currency: 'usd' });
		expect(json.qrCode).toMatch(/^http/);
		expect(binary?.qrCode.mimeType).toMatch(/^image\//);
		expect(binary?.qrCode.data.length).toBeGreaterThan(50);
	});

	test('a deposit address comes with the coins to pay', async () => {
		const made = await poof.runOne({
			...OTHER_CREATIONS.create_charge,
			idempotencyKey: freshKey(),
		});
		const [held] = (await poof.state()).poof.invoices;
		expect(made).toMatchObject({
			id: held.id,
			amount: '49.00',
			currency: 'usd',
			coin: 'ethereum',
			coinAmount: held.due,
			address: expect.stringMatching(/^0x/),
		});
	});

	test.each(['text', 'quoted'])('a checkout link is read as %s', async (checkoutAnswer) => {
		await poof.control('PUT', '/settings', { poof: { checkoutAnswer } });
		const made = await poof.runOne({
			...OTHER_CREATIONS.checkout,
			idempotencyKey: freshKey(),
			options: { fields: 'Email, Name', productId: 'p1', successUrl: 'https://example.com' },
		});
		expect(made.paymentLink).toMatch(/^http[^"\s]+\/checkout\/session\/[\w-]+$/);
		const { requests } = await poof.state();
		const { body } = requests[requests.length - 1];
		expect(body).toEqual({
			username: 'nathan',
			amount: '49.00',
			fields: ['Email', 'Name'],
			product_id: 'p1',
			success_url: 'https://example.com',
			metadata: { idempotency_key: expect.any(String) },
		});
	});

	test('the response is added when asked for', async () => {
		const made = await poof.runOne({
			...FIAT_INVOICE,
			idempotencyKey: freshKey(),
			options: { includeResponse: true },
		});
		expect(made.response).toMatchObject({ payment_link: made.paymentLink });
	});

	describe('a wallet', () => {
		test('keeps its key shard in the field that n8n hides, and out of sentences', async () => {
			const given = { ...OTHER_CREATIONS.create_wallet, idempotencyKey: freshKey() };
			const { outputs } = await poof.run(given);
			const [{ json }] = outputs[0];
			expect(json).toMatchObject({ coin: 'polygon', address: expect.stringMatching(/^0x/) });
			expect(json.secret).toMatchObject({ wallet_shard: 'sandbox-wallet-shard' });
			expect(JSON.stringify({ ...json, secret: '' })).not.toContain('shard');
		});

		test('is uncertain without quoting when the answer says nothing', async () => {
			await poof.fault('bare_2xx:my-secret-shard', 'create_wallet');
			const json = await poof.runOne({
				...OTHER_CREATIONS.create_wallet,
				idempotencyKey: freshKey(),
			});
			expect(json.outcome).toBe('uncertain');
			expect(JSON.stringify(json)).not.toContain('my-secret-shard');
		});
	});

	describe('a webhook', () => {
		let urls = 0;
		const create = () => ({
			resource: 'webhook',
			operation: 'create',
			url: `https://n8n.example.com/webhook/${++urls}`,
		});

		test('is registered once', async () => {
			const given = create();
			expect(await poof.runOne(given)).toEqual({ url: given.url, registered: true });
			expect(await poof.runOne(given)).toEqual({ url: given.url, registered: true });
			expect((await poof.state()).poof.webhooks).toEqual([given.url]);
		});

		test('that Poof refuses, or would not call, says so', async () => {
			const { error } = await poof.run({ ...create(), url: 'http://n8n.example.com/webhook' });
			expect(error?.message).toMatch(/^Poof calls HTTPS addresses only/);
			await poof.fault('text_2xx:invalid', 'create_webhook');
			const refused = await poof.run(create());
			expect(refused.error?.message).toBe('Poof answered "invalid" [item 0]');
		});

		test('that may be registered is not registered again', async () => {
			const given = create();
			await poof.fault('reset_after', 'create_webhook');
			const { error } = await poof.run(given);
			expect(error?.description).toMatch(/not known/);
			expect((await poof.run(given)).error).toBeDefined();
			expect((await poof.state()).poof.webhooks).toEqual([given.url]);
		});
	});
});

describe('reading', () => {
	test('a price', async () => {
		const price = { resource: 'rate', operation: 'getPrice', coin: 'solana' };
		expect(await poof.runOne(price)).toEqual({ coin: 'solana', price: '140' });
	});

	test('a gas price, under Poof’s own names', async () => {
		const gas = { resource: 'rate', operation: 'getGasPrice', coin: 'usdc' };
		expect(await poof.runOne(gas)).toMatchObject({ coin: 'usdc', gas_fee_in_usd: '0.92' });
	});

	test('all rates', async () => {
		const rates = { resource: 'rate', operation: 'getRates', base: 'usd' };
		expect(await poof.runOne(rates)).toMatchObject({ base: 'USD', rates: { solana: '140' } });
	});

	test('a product', async () => {
		const product = {
			resource: 'product',
			operation: 'get',
			productId: 'e098921c-9db2-4796',
		};
		expect(await poof.runOne(product)).toMatchObject({
			id: 'e098921c-9db2-4796',
			name: 'Support plan',
			price: '49.00',
			minimumPurchase: '1',
		});
	});

	test('the contracts', async () => {
		const { outputs } = await poof.run({ resource: 'contract', operation: 'getMany' });
		expect(outputs[0].map(({ json }) => json)).toEqual([
			expect.objectContaining({ symbol: 'USDC', chain: 'ethereum' }),
		]);
	});

	test('a transaction as Poof writes it', async () => {
		const made = await poof.runOne({ ...FIAT_INVOICE, idempotencyKey: freshKey() });
		const get = { resource: 'transaction', operation: 'get', transactionId: made.id as string };
		expect(await poof.runOne({ ...get, simplify: false })).toMatchObject({
			payment_id: made.id,
			paid: 'no',
		});
		const many = { resource: 'transaction', operation: 'getMany', simplify: false };
		expect(await poof.runOne(many)).toMatchObject({ transaction: made.id, status: 'no' });
	});

	test.each([
		['rate', 'getPrice', 'price', { coin: 'solana' }],
		['rate', 'getGasPrice', 'gas_price', { coin: 'usdc' }],
		['rate', 'getRates', 'fetch_crypto_rates', { base: 'usd' }],
		['product', 'get', 'fetch_product', { productId: 'p' }],
		['contract', 'getMany', 'contract_list', {}],
		['wallet', 'getBalance', 'balance', { coins: 'solana' }],
		['transaction', 'getMany', 'fetch_transactions', {}],
		['transaction', 'search', 'transaction_query', { searchBy: 'id', searchFor: 'x' }],
	])('%s %s says what was wrong with the answer', async (resource, operation, request, given) => {
		for (const fault of [
			'html',
			'status_500',
			'text_2xx:invalid',
			'truncated_json',
			'reset_after',
		]) {
			await poof.fault(fault, request);
			const { error } = await poof.run({ resource, operation, ...given });
			expect([fault, error?.message]).toEqual([fault, expect.stringMatching(/\[item 0\]$/)]);
			expect(error?.description).toBeTruthy();
		}
	});
});

describe('waiting for a payment', () => {
	const wait = (transactionId: unknown, waitMinutes: number) => ({
		resource: 'transaction',
		operation: 'waitForPayment',
		transactionId: transactionId as string,
		waitMinutes,
		intervalSeconds: 1,
	});
	const invoice = async () => {
		const { id } = await poof.runOne({ ...FIAT_INVOICE, idempotencyKey: freshKey() });
		return id;
	};

	test('ends when it is paid, over a look that comes to nothing', async () => {
		const id = await invoice();
		const waiting = poof.runOne(wait(id, 1));
		await poof.fault('status_503', 'transaction');
		await poof.control('POST', '/poof/payments', { paymentId: id, paid: 'yes' });
		expect(await waiting).toMatchObject({ id, isPaid: true });
	});

	test('ends when the time is over, with what is known then', async () => {
		const id = await invoice();
		await poof.control('POST', '/poof/payments', { paymentId: id, paid: 'pending' });
		const started = Date.now();
		expect(await poof.runOne(wait(id, 0.03))).toMatchObject({ status: 'pending', isPaid: false });
		expect(Date.now() - started).toBeLessThan(5_000);
	});

	test('says so when even the last look came to nothing', async () => {
		const { error } = await poof.run(wait('unknown', 0));
		expect(error?.message).toBe('Poof answered "invalid" [item 0]');
	});
});
