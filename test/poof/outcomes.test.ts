/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- tests run in Node, not in n8n */
// Runs every row of the fault table in docs/outcomes.md against the sandbox, for creating and for paying out.
import type { INodeParameters } from 'n8n-workflow';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import {
	CRYPTO_LINK,
	FIAT_INVOICE,
	freshKey,
	OTHER_CREATIONS,
	PAYOUT,
	SandboxPoof,
} from './sandbox';

const { create_fiat_charge, create_charge, checkout } = OTHER_CREATIONS;

const table = readFileSync(join(__dirname, '../../docs/outcomes.md'), 'utf8')
	.split('## What each fault becomes')[1]
	.split('\n')
	.filter((line) => line.startsWith('| `'))
	.map((line) => {
		const [, fault, , create, payout] = line.split('|').map((cell) => cell.trim());
		return { fault: fault.replaceAll('`', ''), create, payout };
	});

const OPERATIONS: {
	column: 'create' | 'payout';
	operation: string;
	parameters: INodeParameters;
}[] = [
	{ column: 'create', operation: 'create_fiat_invoice', parameters: FIAT_INVOICE },
	{ column: 'create', operation: 'create_invoice', parameters: CRYPTO_LINK },
	{ column: 'create', operation: 'create_fiat_charge', parameters: create_fiat_charge },
	{ column: 'create', operation: 'create_charge', parameters: create_charge },
	{ column: 'create', operation: 'checkout', parameters: checkout },
	{ column: 'payout', operation: 'payouts', parameters: PAYOUT },
];

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

async function held() {
	const { invoices, payouts } = (await poof.state()).poof;
	return invoices.length + payouts.length;
}

test('the table was read whole', () => {
	expect(table.length).toBeGreaterThanOrEqual(30);
});

describe.each(OPERATIONS)('$operation', ({ column, operation, parameters }) => {
	test.each(table)('$fault', async (row) => {
		const { fault } = row;
		const expected = row[column];
		const given = { ...parameters, idempotencyKey: freshKey(), options: { timeout: 1 } };
		if (fault === 'duplicate') {
			await poof.runOne({ ...given, idempotencyKey: freshKey() });
		}
		const heldBefore = await held();
		const receivedBefore = await poof.received(operation);
		const credentials: Record<string, string> =
			fault === 'unreachable' ? { baseUrl: 'http://127.0.0.1:1' } : {};
		if (fault !== 'unreachable') await poof.fault(fault, operation);

		const first = await poof.runOne(given, credentials);

		expect(first).toMatchObject({ outcome: expected, idempotencyKey: given.idempotencyKey });
		expect(first.reason).toMatch(/\.$/);
		expect(first.nextStep).toMatch(/\.$/);
		const sent = fault === 'unreachable' ? 0 : 1;
		expect((await poof.received(operation)) - receivedBefore).toBe(sent);
		const acted = (await held()) - heldBefore;
		if (expected === 'duplicate') expect(acted).toBe(1);
		if (expected === 'refused') expect(acted).toBe(0);

		// Whoever starts it again: what was refused is sent now; what may have happened never is.
		const again = await poof.runOne(given);
		expect(again.outcome).toBe(expected === 'refused' ? 'done' : expected);
		const sentAgain = expected === 'refused' ? sent + 1 : sent;
		expect((await poof.received(operation)) - receivedBefore).toBe(sentAgain);
		expect((await held()) - heldBefore).toBeLessThanOrEqual(1);
	});
});
