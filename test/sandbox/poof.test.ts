import { z } from 'zod';
import { Receiver, RunningSandbox, type Answer } from './running-sandbox';

let sandbox: RunningSandbox;
let receiver: Receiver;

beforeAll(async () => {
	[sandbox, receiver] = await Promise.all([RunningSandbox.start(), Receiver.start()]);
});
afterAll(async () => {
	await Promise.all([sandbox.stop(), receiver.stop()]);
});
beforeEach(async () => {
	receiver.received.length = 0;
	await sandbox.control('POST', '/reset');
});

const KEY = { authorization: 'sha512-c2FuZGJveCtwb29mL2tleQ==?sandbox' };
async function poof(path: string, body: unknown, headers: Record<string, string> = KEY) {
	return await sandbox.send('POST', `/poof/api${path}`, body, headers);
}
const INVOICE = {
	amount: '49.00',
	payment: 'cashapp',
	currency: 'usd',
	redirect_url: 'https://example.com',
	success_url: 'https://example.com/thanks',
	metadata: { key: 'dialnexa:call_1:create_invoice' },
};
const PAYOUT = { amount: 0.2, crypto: 'solana', address: 'an address' };
const textOf = (answer: Answer, field: string) =>
	z.record(z.string(), z.unknown()).parse(answer.json)[field];

async function money() {
	return (
		await sandbox.state(
			z.object({
				poof: z.object({
					invoices: z.array(z.object({ id: z.string(), paid: z.string() })),
					payouts: z.array(z.object({ id: z.string() })),
					balances: z.record(z.string(), z.string()),
					webhooks: z.array(z.string()),
				}),
			}),
		)
	).poof;
}

describe('what is refused is told inside a 200', () => {
	it.each([
		['no key', {}, '/v2/balance', { crypto: 'bitcoin' }, 'invalid authorization'],
		[
			'a key behind Bearer',
			{ authorization: `Bearer ${KEY.authorization}` },
			'/v2/balance',
			{ crypto: 'bitcoin' },
			'invalid authorization',
		],
		['an unknown coin', KEY, '/v2/balance', { crypto: 'dollars' }, 'invalid'],
		['a missing field', KEY, '/v1/create_fiat_invoice', { amount: '1' }, 'invalid'],
		['an unknown transaction', KEY, '/v1/transaction', { transaction: 'none' }, 'invalid'],
		['too much', KEY, '/v2/payouts', { ...PAYOUT, amount: 26 }, 'Insufficient Balance'],
		['nothing', KEY, '/v2/payouts', { ...PAYOUT, amount: 0 }, 'invalid'],
	])('%s', async (_case, headers, path, body, message) => {
		const answer = await poof(path, body, headers as Record<string, string>);
		expect(answer.status).toBe(200);
		expect(answer.json).toEqual({ message });
		expect((await money()).payouts).toEqual([]);
	});

	it('or with a status, when the setting says so', async () => {
		await sandbox.control('PUT', '/settings', { poof: { errorStatus: '4xx' } });
		expect((await poof('/v2/balance', { crypto: 'bitcoin' }, {})).status).toBe(401);
		expect((await poof('/v2/payouts', {})).status).toBe(400);
	});
});

describe('invoices and charges', () => {
	it('gives a fiat invoice no id but the end of its link', async () => {
		const made = await poof('/v1/create_fiat_invoice', INVOICE);
		expect(Object.keys(made.json as object).sort()).toEqual([
			'amount',
			'currency',
			'payment',
			'payment_link',
		]);
		const id = String(textOf(made, 'payment_link')).split('/').at(-1);
		const got = await poof('/v1/transaction', { transaction: id });
		expect(got.json).toMatchObject({
			payment_id: id,
			amount: '49.00',
			paid: 'no',
			metadata: { external: INVOICE.metadata },
		});
	});

	it('makes a fiat charge with a tracking id, a QR code and a link that opens', async () => {
		const made = await poof('/v1/create_fiat_charge', INVOICE);
		const got = await poof('/v1/transaction', { transaction: textOf(made, 'tracking_id') });
		expect(got.json).toMatchObject({ payment_method: 'cashapp' });
		const image = await fetch(String(textOf(made, 'qr_code')));
		expect(image.headers.get('content-type')).toBe('image/svg+xml');
		const link = await fetch(String(textOf(made, 'payment_link')), { redirect: 'manual' });
		expect(link.headers.get('location')).toBe(`/#payment-${String(textOf(made, 'tracking_id'))}`);
	});

	it('states the coins that are due beside the dollars', async () => {
		const invoice = await poof('/v2/create_invoice', { amount: '18.50', crypto: 'ethereum' });
		expect(invoice.json).toMatchObject({ amount: '18.50', charge: '0.01', rate: '1850' });
		expect(textOf(invoice, 'payment_id')).toEqual(expect.any(String));
		const charge = await poof('/v2/create_charge', { amount: 14, crypto: 'solana' });
		expect(charge.json).toMatchObject({
			amount: '14',
			charge: '0.1',
			uuid: expect.any(String) as string,
		});
	});

	it('answers a checkout with the bare link, and asks for no key', async () => {
		const made = await poof('/v1/checkout', { username: 'shop', amount: '5' }, {});
		expect(made.headers.get('content-type')).toContain('text/plain');
		const [, session = ''] = /^http:.*\/checkout\/session\/([\w-]+)$/.exec(made.text) ?? [];
		expect(JSON.parse(Buffer.from(session, 'base64url').toString())).toEqual({
			username: 'shop',
			amount: '5',
		});
	});
});

describe('lists', () => {
	it('spells id and state otherwise than a single transaction', async () => {
		await poof('/v1/create_fiat_invoice', INVOICE);
		const listed = await poof('/v1/fetch_transactions', {});
		expect(listed.json).toEqual([
			expect.objectContaining({ transaction: expect.any(String) as string, status: 'no' }),
		]);
		expect(listed.text).not.toMatch(/payment_id|"paid"|metadata/);
	});

	it.each([
		['email', 'maria@example.com', 1],
		['amount', '49.00', 1],
		['payment', 'cashapp', 1],
		['metadata', 'dialnexa:call_1', 1],
		['metadata', 'dialnexa:call_2', 0],
		['crypto_address', 'an address', 1],
	])('searches %s for %s', async (filter, search, count) => {
		await poof('/v1/create_fiat_invoice', { ...INVOICE, email: 'maria@example.com' });
		await poof('/v2/payouts', PAYOUT);
		const found = await poof('/v2/transaction_query', { filter, search });
		expect(found.json).toHaveLength(count);
	});
});

describe('payouts', () => {
	it('takes the coins from the balance, exactly', async () => {
		const sent = await poof('/v2/payouts', PAYOUT);
		expect(sent.json).toMatchObject({ amount: '0.2', remaining_balance: '24.8' });
		expect((await poof('/v2/balance', { crypto: 'solana' })).json).toEqual({
			balance: '24.8',
			currency: 'solana',
		});
		const got = await poof('/v1/transaction', { transaction: textOf(sent, 'transaction_id') });
		expect(got.json).toMatchObject({ paid: 'payout', metadata: { address: 'an address' } });
	});

	it('takes an amount that JavaScript writes with an exponent', async () => {
		const sent = await poof('/v2/payouts', { ...PAYOUT, amount: 0.0000001 });
		expect(sent.json).toMatchObject({ amount: '0.0000001', remaining_balance: '24.9999999' });
	});

	it.each([
		['message', ['message']],
		['legacy', ['address', 'amount', 'redirect', 'remaining_balance', 'transaction_id']],
	])('answers in the disputed shape %s', async (payoutAnswer, keys) => {
		await sandbox.control('PUT', '/settings', { poof: { payoutAnswer } });
		const sent = await poof('/v2/payouts', PAYOUT);
		expect(Object.keys(sent.json as object).sort()).toEqual(keys);
		expect((await money()).payouts).toHaveLength(1);
	});
});

it('gives amounts as numbers, when the setting says so', async () => {
	await sandbox.control('PUT', '/settings', { poof: { amounts: 'number' } });
	expect((await poof('/v2/payouts', PAYOUT)).json).toMatchObject({
		amount: 0.2,
		remaining_balance: 24.8,
	});
	expect((await poof('/v1/fetch_transactions', {})).json).toMatchObject([{ amount: 28 }]);
});

describe('webhooks', () => {
	it('adds each one, and takes only HTTPS or this machine', async () => {
		const made = await poof('/v1/create_webhook', { url: 'https://example.com/a' });
		expect(made.json).toMatchObject({ endpoint: 'https://example.com/a' });
		await poof('/v1/create_webhook', { url: 'https://example.com/a' });
		const refused = await poof('/v1/create_webhook', { url: 'http://example.com/a' });
		expect(refused.json).toEqual({ message: 'invalid' });
		expect((await money()).webhooks).toHaveLength(2);
	});

	it('sends a payment’s state with the secret in the body', async () => {
		await poof('/v1/create_webhook', { url: `${receiver.url}/poof` });
		await poof('/v1/create_fiat_invoice', INVOICE);
		const [invoice] = (await money()).invoices;
		for (const paid of ['pending', 'paid_partial', 'yes']) {
			await sandbox.control('POST', '/poof/payments', { paymentId: invoice?.id, paid });
		}
		const sent = receiver.received.map(({ body }) => JSON.parse(body) as unknown);
		expect(sent).toMatchObject([{ paid: 'pending' }, { paid: 'paid_partial' }, { paid: 'yes' }]);
		expect(sent[2]).toMatchObject({
			payment_id: invoice?.id,
			amount: '49.00',
			metadata: { external: INVOICE.metadata },
			'x-poof-signature': 'sandbox-poof-shared-secret',
		});
	});
});

describe('faults', () => {
	async function strike(fault: string, times = 1) {
		await sandbox.control('POST', '/faults', {
			service: 'poof',
			operation: 'payouts',
			fault,
			times,
		});
	}
	/** `acted` is whether the payout was made all the same. */
	it.each([
		['refuse', false, /fetch failed/],
		['reset_after', true, /fetch failed/],
		['hang_before', false, /timeout/],
		['hang_after', true, /timeout/],
		['status_503', false, /503.*Something/],
		['status_503_after', true, /503.*Something/],
		['text_2xx:Insufficient Balance', false, /200 \{"message":"Insufficient Balance"\}/],
		['bare_2xx:invalid authorization', false, /200 invalid authorization/],
		['unknown_2xx', false, /200 \{"message"/],
		['unknown_2xx_after', true, /200 \{"message"/],
		['html', false, /200 <!doctype/],
		['html_after', true, /200 <!doctype/],
		['truncated_json', true, /200 \{"tran[^}]*$/],
		['wrong_types', true, /200 .*"amount":\["0.2"\]/],
	])('%s', async (fault, acted, answered) => {
		await strike(fault);
		const attempt = async () => {
			const answer = await fetch(`${sandbox.url}/poof/api/v2/payouts`, {
				method: 'POST',
				headers: KEY,
				body: JSON.stringify(PAYOUT),
				signal: AbortSignal.timeout(500),
			});
			return `${answer.status} ${await answer.text()}`;
		};
		expect(await attempt().catch(String)).toMatch(answered);
		expect((await money()).payouts).toHaveLength(acted ? 1 : 0);
		// Once means once.
		expect(await attempt()).toMatch(/transaction_id/);
	});

	it('duplicate: the older answer again, and nothing done', async () => {
		const first = await poof('/v2/payouts', PAYOUT);
		await strike('duplicate');
		expect((await poof('/v2/payouts', { ...PAYOUT, amount: 1 })).text).toBe(first.text);
		expect((await money()).payouts).toHaveLength(1);
	});

	it('strikes only the operation meant, as often as asked', async () => {
		await strike('status_500', 2);
		expect((await poof('/v2/balance', { crypto: 'solana' })).status).toBe(200);
		const statuses = [];
		for (let i = 0; i < 3; i++) statuses.push((await poof('/v2/payouts', PAYOUT)).status);
		expect(statuses).toEqual([500, 500, 200]);
	});

	it('are listed with a sentence each, and unknown ones are refused with one', async () => {
		const { kinds } = z
			.object({ kinds: z.array(z.object({ name: z.string(), sentence: z.string().min(20) })) })
			.parse(await sandbox.control('GET', '/faults'));
		expect(kinds.length).toBeGreaterThan(10);
		for (const wrong of [
			{ service: 'poof', fault: 'flood' },
			{ service: 'paypal', fault: 'html' },
			{ service: 'poof', operation: 'pay', fault: 'html' },
		]) {
			const answer = await sandbox.send('POST', '/_sandbox/faults', wrong);
			expect(answer.status).toBe(400);
			expect(answer.json).toEqual({ message: expect.stringMatching(/\w+ \w+/) as string });
		}
	});
});

it('keeps every request, without the key', async () => {
	await poof('/v2/payouts', PAYOUT);
	const { requests } = await sandbox.state(z.object({ requests: z.array(z.unknown()) }));
	expect(requests).toEqual([
		expect.objectContaining({
			service: 'poof',
			operation: 'payouts',
			method: 'POST',
			path: '/poof/api/v2/payouts',
			body: PAYOUT,
			status: 200,
		}),
	]);
	expect(JSON.stringify(requests)).not.toContain(KEY.authorization);
});
