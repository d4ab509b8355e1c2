import type { INodeParameters } from 'n8n-workflow';

import { TriggerUnderTest } from '../engine';
import { CRYPTO_LINK, freshKey, SandboxPoof } from './sandbox';

let poof: SandboxPoof;
let triggers: TriggerUnderTest[];
beforeAll(async () => {
	poof = await SandboxPoof.start();
});
afterAll(async () => {
	await poof.stop();
});
beforeEach(async () => {
	await poof.reset();
	triggers = [];
});
afterEach(async () => {
	for (const trigger of triggers) {
		await trigger.close();
		expect(trigger.thrown).toEqual([]);
	}
});

async function listening(
	parameters: INodeParameters = {},
	credentials: Record<string, string> = {},
) {
	const trigger = await TriggerUnderTest.create({
		type: 'poofTrigger',
		parameters,
		credentials: { poofIoApi: { ...poof.credentials.poofIoApi, ...credentials } },
	});
	triggers.push(trigger);
	const url = await trigger.listen();
	const deliver = async (body: unknown) => {
		const answer = await fetch(url, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body),
		});
		return answer.status;
	};
	return { trigger, url, deliver };
}

/** An invoice at Poof, and what Poof would deliver about it. */
async function invoice(paid: string, change: object = {}) {
	const key = freshKey();
	const made = await poof.runOne({
		...CRYPTO_LINK,
		idempotencyKey: key,
		metadata: { entry: [{ name: 'call_id', value: 'call_9' }] },
	});
	await poof.control('POST', '/poof/payments', { paymentId: made.id, paid });
	const delivery = {
		amount: '49.00',
		payment_method: 'solana',
		currency: 'usd',
		payment_id: made.id,
		name: 'Robert Robertson',
		email: 'robert@example.com',
		items: '',
		quantities: '',
		date: 'Dec 6, 05:23 AM 2022',
		note: 'my card is 4242 4242 4242 4242',
		paid,
		metadata: {
			external: { call_id: 'call_9', idempotency_key: key },
			address: '0x1',
			due: '0.35',
		},
		street_address: { city: 'San Francisco' },
		'x-poof-signature': poof.credentials.poofIoApi.webhookSecret,
		...change,
	};
	return { id: String(made.id), key, delivery };
}

describe('a delivery', () => {
	test('that Poof sends itself starts the workflow with what Poof says when asked', async () => {
		const { trigger, url } = await listening();
		await poof.post('/api/v1/create_webhook', { url });
		const { id, key } = await invoice('yes');
		expect(trigger.executions).toHaveLength(1);
		expect(trigger.executions[0]).toHaveLength(1);
		expect(trigger.executions[0][0].json).toMatchObject({
			id,
			status: 'yes',
			isPaid: true,
			amount: '49.00',
			currency: 'usd',
			coinAmount: '0.35',
			metadata: { call_id: 'call_9' },
			idempotencyKey: key,
			confirmed: true,
		});
	});

	test('gives neither the shared secret nor a card number away', async () => {
		const { trigger, deliver } = await listening({ confirm: false });
		const { delivery } = await invoice('yes');
		expect(await deliver(delivery)).toBe(200);
		const text = JSON.stringify(trigger.executions);
		expect(text).toContain('my card is [card removed]');
		expect(text).not.toContain('4242');
		expect(text).not.toContain('x-poof-signature');
		expect(text).not.toContain(String(poof.credentials.poofIoApi.webhookSecret));
		expect(trigger.executions[0][0].json).toMatchObject({
			confirmed: false,
			streetAddress: { city: 'San Francisco' },
		});
	});

	test.each([
		['without the secret', { 'x-poof-signature': undefined }],
		['with another secret', { 'x-poof-signature': 'sandbox-poof-shared-secreT' }],
		['with a longer secret', { 'x-poof-signature': 'sandbox-poof-shared-secret ' }],
		['with a list of secrets', { 'x-poof-signature': ['sandbox-poof-shared-secret'] }],
		['with an empty secret', { 'x-poof-signature': '' }],
	])('%s is answered with 401 and starts nothing', async (_, change) => {
		const { trigger, deliver } = await listening();
		const { delivery } = await invoice('yes');
		const before = await poof.received('transaction');
		expect(await deliver({ ...delivery, ...change })).toBe(401);
		expect(trigger.executions).toEqual([]);
		expect(await poof.received('transaction')).toBe(before);
	});

	test.each([[[]], ['text'], [null], [{}]])('that is %j is answered with 401', async (body) => {
		const { trigger, deliver } = await listening();
		expect(await deliver(body)).toBe(401);
		expect(trigger.executions).toEqual([]);
	});

	test('is answered with 401 when the credential has no secret, even if the delivery has none either', async () => {
		const { trigger, deliver } = await listening({ confirm: false }, { webhookSecret: '' });
		const { delivery } = await invoice('yes', { 'x-poof-signature': '' });
		expect(await deliver(delivery)).toBe(401);
		expect(await deliver({ ...delivery, 'x-poof-signature': undefined })).toBe(401);
		expect(trigger.executions).toEqual([]);
	});

	test.each([
		['another amount', { amount: '4900' }],
		['another status', { paid: 'yes', amount: '49.00' }],
		['a payment that Poof does not know', { payment_id: 'unheard' }],
	])('with the right secret but %s is answered with 401', async (what, change) => {
		const { trigger, deliver } = await listening();
		const { delivery } = await invoice(what === 'another status' ? 'pending' : 'yes');
		expect(await deliver({ ...delivery, ...change })).toBe(401);
		expect(trigger.executions).toEqual([]);
	});

	test.each(['status_503', 'reset_after'])(
		'that cannot be confirmed (%s) starts nothing yet, and the workflow when it comes again',
		async (fault) => {
			const { trigger, deliver } = await listening();
			const { delivery } = await invoice('yes');
			await poof.fault(fault, 'transaction');
			expect(await deliver(delivery)).toBe(503);
			expect(trigger.executions).toEqual([]);
			expect(await deliver(delivery)).toBe(200);
			expect(trigger.executions).toHaveLength(1);
		},
	);

	test('that is no payment starts nothing', async () => {
		const { trigger, deliver } = await listening();
		expect(await deliver({ 'x-poof-signature': 'sandbox-poof-shared-secret', hello: 1 })).toBe(200);
		expect(trigger.executions).toEqual([]);
	});
});

describe('one payment in one status is one event', () => {
	test('deliveries of it at the same moment and later start one execution', async () => {
		const { trigger, deliver } = await listening();
		const { delivery } = await invoice('yes');
		const statuses = await Promise.all(Array.from({ length: 20 }, async () => deliver(delivery)));
		expect(new Set(statuses)).toEqual(new Set([200]));
		expect(await deliver(delivery)).toBe(200);
		expect(trigger.executions).toHaveLength(1);
	});

	test('later states pass', async () => {
		const { trigger, url } = await listening({ statuses: ['*'] });
		const { id } = await invoice('no');
		await poof.post('/api/v1/create_webhook', { url });
		for (const paid of ['pending', 'paid_partial', 'yes', 'yes']) {
			await poof.control('POST', '/poof/payments', { paymentId: id, paid });
		}
		expect(trigger.executions.map(([{ json }]) => json.status)).toEqual([
			'pending',
			'paid_partial',
			'yes',
		]);
	});
});

describe('filters', () => {
	test.each([
		['yes', {}, 1],
		['pending', {}, 0],
		['pending', { statuses: ['pending', 'hold'] }, 1],
		['YES', {}, 0],
		['YES', { statuses: ['*'] }, 1],
		['yes', { options: { minimumAmount: '49.00', maximumAmount: '49' } }, 1],
		['yes', { options: { minimumAmount: '49.01' } }, 0],
		['yes', { options: { maximumAmount: '48.99' } }, 0],
		['yes', { options: { maximumAmount: 'fifty' } }, 0],
	])('%s with %j starts %d', async (paid, parameters, executions) => {
		const { trigger, deliver } = await listening(parameters);
		const { delivery } = await invoice(paid);
		expect(await deliver(delivery)).toBe(200);
		expect(trigger.executions).toHaveLength(executions);
	});
});

describe('registration', () => {
	/** A trigger of its own address, since addresses are remembered per process. */
	let addresses = 0;
	async function automatic(credentials: Record<string, string> = {}) {
		const trigger = await TriggerUnderTest.create({
			type: 'poofTrigger',
			parameters: { registration: 'automatic' },
			credentials: { poofIoApi: { ...poof.credentials.poofIoApi, ...credentials } },
		});
		trigger.workflow.id = `workflow_${++addresses}`;
		trigger.workflow.nodes.Node.webhookId = `registration-${addresses}`;
		return trigger;
	}

	test('is the user’s own by default', async () => {
		const { trigger } = await listening();
		expect(await trigger.lifecycle('checkExists')).toBe(true);
		expect((await poof.state()).requests).toEqual([]);
	});

	test('adds the production URL once, over any number of activations', async () => {
		const trigger = await automatic();
		for (let activation = 0; activation < 3; activation++) {
			if (!(await trigger.lifecycle('checkExists'))) await trigger.lifecycle('create');
			expect(await trigger.lifecycle('delete')).toBe(true);
		}
		const { webhooks } = (await poof.state()).poof;
		expect(webhooks).toEqual([expect.stringContaining('/webhook/registration-')]);
		expect(trigger.staticData()).toMatchObject({ registeredUrls: webhooks });
	});

	test('is not repeated in another process', async () => {
		const trigger = await automatic();
		const url = 'http://127.0.0.1:5678/webhook/registration-' + `${addresses}/webhook`;
		Object.assign(trigger.staticData(), { registeredUrls: [url] });
		expect(await trigger.lifecycle('checkExists')).toBe(true);
	});

	test('never adds a test URL', async () => {
		const trigger = await automatic();
		expect(await trigger.lifecycle('checkExists', 'manual')).toBe(true);
	});

	test('that Poof refuses says so and may be tried again', async () => {
		const trigger = await automatic();
		await poof.fault('text_2xx:invalid', 'create_webhook');
		await expect(trigger.lifecycle('create')).rejects.toThrow(
			'Poof answered "invalid", so no webhook was registered',
		);
		expect(await trigger.lifecycle('create')).toBe(true);
		expect((await poof.state()).poof.webhooks).toHaveLength(1);
	});

	test.each(['reset_after', 'status_500_after'])(
		'that ended unclear (%s) is not repeated',
		async (fault) => {
			const trigger = await automatic();
			await poof.fault(fault, 'create_webhook');
			await expect(trigger.lifecycle('create')).rejects.toThrow(/not known whether/);
			await expect(trigger.lifecycle('create')).rejects.toThrow(/not known whether/);
			expect(await poof.received('create_webhook')).toBe(1);
		},
	);
});
