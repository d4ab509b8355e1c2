/* eslint-disable @n8n/community-nodes/no-restricted-globals -- tests run in Node, not in n8n */
import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';
import { z } from 'zod';

import { runNode, type NodeRun, type TestCredentials } from '../engine';
import { RunningSandbox } from '../sandbox/running-sandbox';

const heldSchema = z.object({
	id: z.string(),
	kind: z.string(),
	amount: z.string(),
	due: z.string().optional(),
	metadata: z.record(z.string(), z.unknown()),
});

const stateSchema = z.object({
	requests: z.array(
		z.object({ service: z.string(), operation: z.string(), path: z.string(), body: z.unknown() }),
	),
	poof: z.object({
		invoices: z.array(heldSchema),
		payouts: z.array(heldSchema),
		balances: z.record(z.string(), z.string()),
		webhooks: z.array(z.string()),
	}),
});

/** The local Poof, as a process of its own, and the Poof node pointed at it. */
export class SandboxPoof {
	private constructor(
		private readonly sandbox: RunningSandbox,
		readonly credentials: TestCredentials,
	) {}

	static async start(): Promise<SandboxPoof> {
		const sandbox = await RunningSandbox.start();
		const credentials = z
			.array(z.object({ type: z.string(), data: z.record(z.string(), z.unknown()) }))
			.parse(await sandbox.control('GET', '/credentials'));
		const poof = credentials.find(({ type }) => type === 'poofIoApi');
		return new SandboxPoof(sandbox, {
			poofIoApi: z.record(z.string(), z.string()).parse(poof?.data),
		});
	}

	async stop() {
		await this.sandbox.stop();
	}

	async control(method: string, path: string, body?: unknown): Promise<unknown> {
		return await this.sandbox.control(method, path, body);
	}

	async reset() {
		await this.control('POST', '/reset');
	}

	async fault(fault: string, operation: string, times = 1) {
		await this.control('POST', '/faults', { service: 'poof', operation, fault, times });
	}

	async state() {
		return stateSchema.parse(await this.control('GET', '/state'));
	}

	/** How many requests of one operation have arrived. */
	async received(operation: string): Promise<number> {
		const { requests } = await this.state();
		return requests.filter((request) => request.operation === operation).length;
	}

	/** Sends a request as another client of the same account would. */
	async post(path: string, body: unknown): Promise<unknown> {
		const { apiKey, baseUrl } = this.credentials.poofIoApi;
		const answer = await fetch(`${String(baseUrl)}${path}`, {
			method: 'POST',
			headers: { authorization: String(apiKey), 'content-type': 'application/json' },
			body: JSON.stringify(body),
		});
		return await answer.json();
	}

	async run(
		parameters: INodeParameters,
		{
			items,
			settings,
			credentials = {},
		}: {
			items?: IDataObject[];
			settings?: Partial<INode>;
			credentials?: Record<string, string>;
		} = {},
	): Promise<NodeRun> {
		return await runNode({
			type: 'poof',
			parameters,
			items,
			settings,
			credentials: { poofIoApi: { ...this.credentials.poofIoApi, ...credentials } },
		});
	}

	/** The one item that comes of running it on one item. */
	async runOne(parameters: INodeParameters, credentials: Record<string, string> = {}) {
		const { outputs, error } = await this.run(parameters, { credentials });
		if (error) throw new Error(error.message);
		expect(outputs[0]).toHaveLength(1);
		return outputs[0][0].json;
	}
}

let keys = 0;
/** An idempotency key that no other test uses. */
export const freshKey = () => `dialnexa:call_test_${process.pid}_${++keys}:action`;

export const FIAT_INVOICE = {
	resource: 'invoice',
	operation: 'createFiat',
	amount: '49.00',
	currency: 'usd',
	paymentMethod: 'cashapp',
	redirectUrl: 'https://example.com',
	successUrl: 'https://example.com/thanks',
} satisfies INodeParameters;

export const CRYPTO_LINK = {
	resource: 'invoice',
	operation: 'createCryptoLink',
	amount: '49.00',
	coin: 'solana',
} satisfies INodeParameters;

export const PAYOUT = {
	resource: 'payout',
	operation: 'send',
	payoutAmount: '0.2',
	coin: 'solana',
	address: '7EcDhSYGxXyscszYEp35KHN8vvw3svAuLKTzXwCFLtV',
} satisfies INodeParameters;

const PAID_IN_FIAT = {
	amount: '49.00',
	currency: 'usd',
	paymentMethod: 'paypal',
	redirectUrl: 'https://example.com',
	successUrl: 'https://example.com/thanks',
} satisfies INodeParameters;

/** Every other operation that creates something, and the sandbox's name for its request. */
export const OTHER_CREATIONS = {
	create_fiat_charge: { resource: 'charge', operation: 'createFiat', ...PAID_IN_FIAT },
	create_charge: {
		resource: 'charge',
		operation: 'createDepositAddress',
		amount: '49.00',
		coin: 'ethereum',
	},
	checkout: {
		resource: 'checkout',
		operation: 'createLink',
		username: 'nathan',
		amount: '49.00',
	},
	create_wallet: { resource: 'wallet', operation: 'create', coin: 'polygon' },
} satisfies Record<string, INodeParameters>;
