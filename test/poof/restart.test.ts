// What the node knows of a key after n8n was restarted: its modules are loaded anew, the static data is what n8n has stored.
import type { IDataObject, INodeParameters } from 'n8n-workflow';

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

async function inNewProcess(parameters: INodeParameters, staticData: IDataObject = {}) {
	let ran: { json: IDataObject; staticData: IDataObject } | undefined;
	await jest.isolateModulesAsync(async () => {
		const { runNode } = await import('../engine');
		const { outputs, ...rest } = await runNode({
			type: 'poof',
			parameters,
			staticData,
			credentials: poof.credentials,
		});
		ran = { json: outputs[0][0].json, staticData: rest.staticData };
	});
	if (!ran) throw new Error('Nothing ran');
	return ran;
}

test('a payout that was sent is not sent again', async () => {
	const given = { ...PAYOUT, idempotencyKey: freshKey() };
	const first = await inNewProcess(given);
	expect(first.json.outcome).toBe('done');
	const second = await inNewProcess(given, first.staticData);
	expect(second.json).toMatchObject({ outcome: 'duplicate', id: first.json.id });
	const third = await inNewProcess({ ...given, payoutAmount: '3' }, second.staticData);
	expect(third.json).toMatchObject({ outcome: 'refused' });
	expect(await poof.received('payouts')).toBe(1);
});

test('a payout that may have been sent is not sent again', async () => {
	const given = { ...PAYOUT, idempotencyKey: freshKey() };
	await poof.fault('reset_after', 'payouts');
	const first = await inNewProcess(given);
	expect(first.json.outcome).toBe('uncertain');
	const second = await inNewProcess(given, first.staticData);
	expect(second.json).toMatchObject({ outcome: 'uncertain' });
	expect(await poof.received('payouts')).toBe(1);
});

test('a payout that was refused may be sent', async () => {
	const given = { ...PAYOUT, idempotencyKey: freshKey() };
	await poof.fault('text_2xx:invalid', 'payouts');
	const first = await inNewProcess(given);
	expect(first.json.outcome).toBe('refused');
	expect((await inNewProcess(given, first.staticData)).json.outcome).toBe('done');
});

test('what takes metadata is found at Poof even without static data', async () => {
	const given = { ...CRYPTO_LINK, idempotencyKey: freshKey() };
	const first = await inNewProcess(given);
	const second = await inNewProcess(given);
	expect(second.json).toMatchObject({ outcome: 'duplicate', id: first.json.id });
	expect(await poof.received('create_invoice')).toBe(1);
});

test('static data that is not ours stops nothing', async () => {
	const given = { ...PAYOUT, idempotencyKey: freshKey() };
	const ran = await inNewProcess(given, { 'node:Node': { settled: ['nonsense', 7] } });
	expect(ran.json.outcome).toBe('done');
});
