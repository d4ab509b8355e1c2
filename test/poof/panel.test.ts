import type { ILoadOptionsFunctions } from 'n8n-workflow';

import { runNode } from '../engine';
import { searchCoins, searchPaymentMethods } from '../../nodes/Poof/listSearch';
import { resources } from '../../nodes/Poof/resources';
import { Poof } from '../../nodes/Poof/Poof.node';
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

test('every operation that moves money is hidden from AI agents, and no other', () => {
	const { properties } = new Poof().description;
	for (const { value, operations } of resources) {
		const shown = properties.find(
			({ name, displayOptions }) =>
				name === 'operation' && displayOptions?.show?.resource?.[0] === value,
		);
		for (const operation of operations) {
			const option = shown?.options?.find((o) => 'value' in o && o.value === operation.value);
			const displayOptions = option && 'displayOptions' in option && option.displayOptions;
			expect([operation.value, displayOptions || null]).toEqual([
				operation.value,
				operation.movesMoney ? { show: { '@tool': [false] } } : null,
			]);
		}
	}
});

test.each([
	['payout', PAYOUT],
	['fiat invoice', FIAT_INVOICE],
	['crypto link', CRYPTO_LINK],
])('an AI agent that asks for it all the same gets nothing: %s', async (_, parameters) => {
	const { error } = await runNode({
		type: 'poofTool',
		parameters: { ...parameters, idempotencyKey: freshKey() },
		credentials: poof.credentials,
	});
	expect(error?.message).toMatch(/^".*" is not available to AI agents \[item 0\]$/);
	expect((await poof.state()).requests).toEqual([]);
});

test('an AI agent may look things up', async () => {
	const { outputs } = await runNode({
		type: 'poofTool',
		parameters: { resource: 'wallet', operation: 'getBalance', coins: 'solana' },
		credentials: poof.credentials,
	});
	expect(outputs[0][0].json).toEqual({ coin: 'solana', balance: '25' });
});

test('the lists of coins and payment methods can be searched', async () => {
	const here = {} as ILoadOptionsFunctions;
	expect((await searchCoins.call(here, 'SOL')).results).toEqual([
		{ name: 'Solana', value: 'solana' },
	]);
	expect((await searchPaymentMethods.call(here)).results).toContainEqual({
		name: 'Cash App',
		value: 'cashapp',
	});
});

test('labels, placeholders and descriptions read as n8n wants them', () => {
	for (const property of new Poof().description.properties) {
		const { displayName, placeholder, description, type } = property;
		expect(displayName).toMatch(/^[A-Z]/);
		if (type === 'string' && placeholder) expect(placeholder).toMatch(/^e\.g\. /);
		if (type === 'boolean') expect(description).toMatch(/^Whether /);
		expect(`${displayName} ${description}`).not.toMatch(/error|problem|failure|mistake/i);
	}
});
