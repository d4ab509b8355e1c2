import type { INodeParameters } from 'n8n-workflow';
import { RealNodes } from './real-nodes';
import { RunningSandbox } from './running-sandbox';

let sandbox: RunningSandbox;
let nodes: RealNodes;

beforeAll(async () => {
	sandbox = await RunningSandbox.start();
	nodes = await RealNodes.behind(sandbox, 'stripeApi');
});
afterAll(async () => await sandbox.stop());
beforeEach(async () => await sandbox.control('POST', '/reset'));

const stripe = async (resource: string, operation: string, parameters: INodeParameters = {}) =>
	await nodes.run('n8n-nodes-base.stripe', 1, { resource, operation, ...parameters });
/** As n8n's HTTP Request node asks, with the Stripe credential. */
const get = async (path: string) =>
	await sandbox.send('GET', `/stripe/v1${path}`, undefined, {
		authorization: 'Bearer sk_test_sandbox',
	});
const FIVE_DAYS_AGO = Math.floor(Date.now() / 1000) - 5 * 24 * 3600;
const MARIA = 'cus_SandboxMaria01';
const TOMAS = 'cus_SandboxTomas01';

describe('n8n’s Stripe node', () => {
	it('finds a customer by email', async () => {
		const filters = { email: 'maria.lopez@example.com' };
		const { items } = await stripe('customer', 'getAll', { limit: 5, filters });
		expect(items).toMatchObject([{ id: MARIA, metadata: { account: 'ACC-2041' } }]);
	});

	it('creates, changes and deletes customers: metadata is merged, an address comes whole', async () => {
		const metadata = (key: string, value: string) => ({ metadataProperties: [{ key, value }] });
		const { items } = await stripe('customer', 'create', {
			name: 'New Caller',
			additionalFields: {
				email: 'new.caller@example.com',
				metadata: metadata('account', 'ACC-1'),
				address: { details: { line1: '1 Main St', city: 'Oslo', country: 'NO' } },
			},
		});
		const customerId = String(items[0].id);
		const updateFields = { metadata: metadata('call', 'call_1') };
		const changed = await stripe('customer', 'update', { customerId, updateFields });
		expect(changed.items).toMatchObject([
			{
				email: 'new.caller@example.com',
				metadata: { account: 'ACC-1', call: 'call_1' },
				address: { city: 'Oslo', line2: null },
			},
		]);
		const deleted = await stripe('customer', 'delete', { customerId });
		expect(deleted.items).toEqual([{ id: customerId, object: 'customer', deleted: true }]);
		const gone = await stripe('customer', 'get', { customerId });
		expect(gone.error?.message).toContain('could not be found');
	});

	it('reads every charge over several pages, the newest first', async () => {
		const { items } = await stripe('charge', 'getAll', { returnAll: true });
		for (let count = 0; count < 12; count++) {
			await stripe('charge', 'create', {
				customerId: MARIA,
				amount: 100 + count,
				currency: 'usd',
				source: 'tok_visa',
			});
		}
		const more = await stripe('charge', 'getAll', { returnAll: true });
		expect(more.items).toHaveLength(items.length + 12);
		expect(new Set(more.items.map(({ id }) => id)).size).toBe(items.length + 12);
		const created = more.items.map((charge) => Number(charge.created));
		expect(created).toEqual([...created].sort((a, b) => b - a));
	});

	it('gets and annotates a charge', async () => {
		const chargeId = 'ch_SandboxSupport01';
		const updateFields = { description: 'Checked' };
		await stripe('charge', 'update', { chargeId, updateFields });
		const { items } = await stripe('charge', 'get', { chargeId });
		expect(items).toMatchObject([
			{ amount: 4900, currency: 'usd', status: 'succeeded', description: 'Checked' },
		]);
	});

	it('counts in the balance what was captured', async () => {
		const before = await stripe('balance', 'get');
		await stripe('charge', 'create', {
			customerId: MARIA,
			amount: 250,
			currency: 'usd',
			source: 'tok_visa',
		});
		const after = await stripe('balance', 'get');
		const available = ({ items }: typeof before) =>
			(items[0].available as Array<{ amount: number }>)[0].amount;
		expect(available(after) - available(before)).toBe(250);
	});

	it('keeps cards, sources, coupons and meter events', async () => {
		const card = await stripe('customerCard', 'add', { customerId: TOMAS, token: 'tok_visa' });
		const sourceId = String(card.items[0].id);
		const held = await stripe('customerCard', 'get', { customerId: TOMAS, sourceId });
		expect(held.items).toMatchObject([{ last4: '4242', customer: TOMAS }]);
		await stripe('customerCard', 'remove', { customerId: TOMAS, cardId: sourceId });
		const gone = await stripe('customerCard', 'get', { customerId: TOMAS, sourceId });
		expect(gone.error).toBeDefined();
		const source = await stripe('source', 'create', {
			customerId: TOMAS,
			type: 'wechat',
			amount: 100,
			currency: 'usd',
		});
		expect(source.items).toMatchObject([{ object: 'source', amount: 100 }]);
		await stripe('coupon', 'create', { duration: 'once', type: 'percent', percentOff: 10 });
		const coupons = await stripe('coupon', 'getAll', { returnAll: true });
		expect(coupons.items).toMatchObject([{ percent_off: 10 }]);
		const event = { eventName: 'calls', customerId: TOMAS, value: 1 };
		const metered = await stripe('meterEvent', 'create', event);
		expect(metered.items).toMatchObject([{ event_name: 'calls', payload: { value: '1' } }]);
	});

	it('takes no card number', async () => {
		const card = { number: '4242424242424242', expirationMonth: '12', expirationYear: '2030' };
		const { error } = await stripe('token', 'create', { type: 'cardToken', cvc: '737', ...card });
		expect(error?.message).toBeDefined();
	});

	it('offers customers and currencies in its form', async () => {
		const customers = await nodes.choices('n8n-nodes-base.stripe', 1, 'getCustomers');
		expect(customers).toContainEqual({ name: 'Maria Lopez', value: MARIA });
		const currencies = await nodes.choices('n8n-nodes-base.stripe', 1, 'getCurrencies');
		expect(currencies).toContainEqual({ name: 'USD', value: 'usd' });
	});
});

describe('what templates ask Stripe over HTTP', () => {
	it.each([
		[
			'a failed renewal',
			`/subscriptions?customer=${MARIA}&status=past_due`,
			'sub_SandboxTeamPlan1',
		],
		['its open invoice', `/invoices?customer=${MARIA}&status=open`, 'in_SandboxTeamPlan1'],
		[
			'its payment',
			`/payment_intents?customer=${MARIA}&created[gte]=${FIVE_DAYS_AGO}`,
			'pi_SandboxTeamPlan1',
		],
		['a dispute', '/disputes?charge=ch_SandboxDispute1', 'du_SandboxDispute1'],
		['nothing', '/invoices?customer=cus_SandboxTomas01', undefined],
	])('knows %s', async (_what, path, id) => {
		const { json } = await get(path);
		expect(json).toMatchObject({
			object: 'list',
			has_more: false,
			url: `/v1${path.split('?')[0]}`,
			data: id ? [{ id }] : [],
		});
	});

	it('puts an object in place of its ID when asked to expand it', async () => {
		const path = `/subscriptions?customer=${MARIA}&expand[]=data.latest_invoice.customer`;
		expect((await get(path)).json).toMatchObject({
			data: [{ latest_invoice: { amount_remaining: 7900, customer: { id: MARIA } } }],
		});
		expect((await get('/charges?expand[]=data.nothing')).status).toBe(400);
	});

	it('knows a duplicate charge: the same amount twice within minutes', async () => {
		const { json } = await get(`/charges?customer=${TOMAS}`);
		const { data } = json as { data: Array<{ amount: number; created: number }> };
		expect(data.map(({ amount }) => amount)).toEqual([12900, 12900]);
		expect(data[0].created - data[1].created).toBe(180);
	});

	it('searches by a query', async () => {
		const query = (text: string) => `/charges/search?query=${encodeURIComponent(text)}`;
		const found = await get(query(`customer:"${TOMAS}" AND amount>=12900 AND -status:"failed"`));
		expect(found.json).toMatchObject({ object: 'search_result', data: [{}, {}] });
		const byOrder = await get(
			query('metadata["order"]:"ORD-7702" OR metadata["order"]:"ORD-5518"'),
		);
		expect((byOrder.json as { data: unknown[] }).data).toHaveLength(2);
		expect((await get(query('no query'))).json).toMatchObject({ error: { param: 'query' } });
	});

	it.each([
		['/charges/ch_none', 404, { code: 'resource_missing', param: 'id' }],
		['/charges?colour=red', 400, { code: 'parameter_unknown', param: 'colour' }],
		['/charges?limit=1000', 400, { param: 'limit' }],
		['/customers/search', 400, { code: 'parameter_missing', param: 'query' }],
		['/nothing', 404, { message: 'Unrecognized request URL (GET: /v1/nothing).' }],
	])('refuses %s as Stripe does', async (path, status, error) => {
		const answer = await get(path);
		expect(answer.status).toBe(status);
		expect(answer.json).toEqual({
			error: expect.objectContaining({ type: 'invalid_request_error', ...error }) as object,
		});
	});

	it('refuses a wrong key', async () => {
		const answer = await sandbox.send('GET', '/stripe/v1/balance', undefined, {
			authorization: 'Bearer sk_live_other',
		});
		expect(answer.status).toBe(401);
	});

	it('fails on demand, in Stripe’s words', async () => {
		const fault = { service: 'stripe', operation: 'charges.list', fault: 'status_429' };
		await sandbox.control('POST', '/faults', fault);
		const answer = await get('/charges');
		expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '1']);
		expect(answer.json).toMatchObject({ error: { code: 'rate_limit' } });
		expect((await get('/charges')).status).toBe(200);
	});
});
