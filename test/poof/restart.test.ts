/* eslint-disable @n8n/community-nodes/no-restricted-globals -- tests run in Node, not in n8n */
// What the node knows of a key after n8n was restarted: its modules are loaded anew, n8n's store is what it was.
import type {
	DeduplicationItemTypes,
	DeduplicationScope,
	ICheckProcessedContextData,
	IDataDeduplicator,
	IDataObject,
	INodeParameters,
} from 'n8n-workflow';

import { CRYPTO_LINK, freshKey, PAYOUT, SandboxPoof } from './sandbox';

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

/** n8n's store of processed entries, as n8n's own one keeps them in its database: by workflow and node. */
class Store implements IDataDeduplicator {
	readonly entries = new Set<string>();
	isBroken = false;

	private names(items: DeduplicationItemTypes[], { workflow, node }: ICheckProcessedContextData) {
		if (this.isBroken) throw new Error('The history is full');
		return items.map((item) => JSON.stringify([workflow.id, node?.id, item]));
	}

	async checkProcessedAndRecord(
		items: DeduplicationItemTypes[],
		_scope: DeduplicationScope,
		context: ICheckProcessedContextData,
	) {
		const [name] = this.names(items, context);
		const isKnown = this.entries.has(name);
		this.entries.add(name);
		return isKnown ? { new: [], processed: items } : { new: items, processed: [] };
	}

	async removeProcessed(
		items: DeduplicationItemTypes[],
		_scope: DeduplicationScope,
		context: ICheckProcessedContextData,
	) {
		for (const name of this.names(items, context)) this.entries.delete(name);
	}

	async clearAllProcessedItems() {}

	async getProcessedDataCount() {
		return this.entries.size;
	}
}

async function inNewProcess(parameters: INodeParameters, store = new Store()) {
	let json: IDataObject | undefined;
	await jest.isolateModulesAsync(async () => {
		const { runNode } = await import('../engine');
		const { DataDeduplicationService } = await import('n8n-core');
		await DataDeduplicationService.init(store);
		const { outputs } = await runNode({ type: 'poof', parameters, credentials: poof.credentials });
		json = outputs[0][0].json;
	});
	if (!json) throw new Error('Nothing ran');
	return json;
}

test('a payout that was sent is not sent again', async () => {
	const store = new Store();
	const given = { ...PAYOUT, idempotencyKey: freshKey() };
	expect(await inNewProcess(given, store)).toMatchObject({ outcome: 'done' });
	expect(await inNewProcess(given, store)).toMatchObject({
		outcome: 'uncertain',
		reason: 'This idempotency key was used before.',
	});
	expect(await poof.received('payouts')).toBe(1);
});

test('a payout that may have been sent is not sent again', async () => {
	const store = new Store();
	const given = { ...PAYOUT, idempotencyKey: freshKey() };
	await poof.fault('reset_after', 'payouts');
	expect(await inNewProcess(given, store)).toMatchObject({ outcome: 'uncertain' });
	expect(await inNewProcess(given, store)).toMatchObject({ outcome: 'uncertain' });
	expect(await poof.received('payouts')).toBe(1);
});

test('a payout is recorded before it is sent, so that a crash loses nothing', async () => {
	const store = new Store();
	const given = { ...PAYOUT, idempotencyKey: freshKey(), options: { timeout: 2 } };
	await poof.fault('hang_after', 'payouts');
	const cut = inNewProcess(given, store);
	while ((await poof.received('payouts')) === 0) await new Promise((then) => setTimeout(then, 20));
	expect(store.entries.size).toBe(1);
	await cut;
});

test.each(['text_2xx:invalid', 'text_2xx:Insufficient Balance'])(
	'a payout that was refused (%s) may be sent',
	async (fault) => {
		const store = new Store();
		const given = { ...PAYOUT, idempotencyKey: freshKey() };
		await poof.fault(fault, 'payouts');
		expect(await inNewProcess(given, store)).toMatchObject({ outcome: 'refused' });
		expect(store.entries.size).toBe(0);
		expect(await inNewProcess(given, store)).toMatchObject({ outcome: 'done' });
	},
);

test('a payout with an obstacle leaves no record', async () => {
	const store = new Store();
	const given = { ...PAYOUT, payoutAmount: '9999', idempotencyKey: freshKey() };
	expect(await inNewProcess(given, store)).toMatchObject({ outcome: 'refused' });
	expect(store.entries.size).toBe(0);
});

test('a store that is full holds nothing up', async () => {
	const store = new Store();
	store.isBroken = true;
	const given = { ...PAYOUT, idempotencyKey: freshKey() };
	expect(await inNewProcess(given, store)).toMatchObject({ outcome: 'done' });
});

test('what takes metadata is found at Poof, without the store', async () => {
	const store = new Store();
	const given = { ...CRYPTO_LINK, idempotencyKey: freshKey() };
	const first = await inNewProcess(given, store);
	expect(await inNewProcess(given, store)).toMatchObject({ outcome: 'duplicate', id: first.id });
	expect(await poof.received('create_invoice')).toBe(1);
	expect(store.entries.size).toBe(0);
});
