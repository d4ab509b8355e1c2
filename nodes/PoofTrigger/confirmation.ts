import type { IWebhookFunctions } from 'n8n-workflow';

import { compareDecimals, readDecimal } from '../Poof/amounts';
import { readTransaction, TRANSACTION_PATH, type Transaction } from '../Poof/transaction';
import { ask, type Account } from '../Poof/transport';

export type Confirmation =
	| { kind: 'confirmed'; transaction: Transaction }
	/** Poof says something else than the delivery did. */
	| { kind: 'contradicted' }
	/** Poof could not be asked, or not understood. */
	| { kind: 'unknown'; reason: string };

/** Poof waits for the answer to its delivery meanwhile; how long is not documented. */
const TIMEOUT_SECONDS = 15;

/**
 * Asks Poof itself about a delivered payment. The shared secret travels in every delivery, so whoever has seen one can write
 * others; what Poof says when asked is what counts.
 */
export async function confirm(
	webhook: IWebhookFunctions,
	account: Account,
	{ id, status, amount }: Transaction,
): Promise<Confirmation> {
	const body = JSON.stringify({ transaction: id });
	const answer = await ask(webhook, account, TRANSACTION_PATH, body, TIMEOUT_SECONDS);
	if (answer.kind !== 'answered') return { kind: 'unknown', reason: answer.reason };
	if (answer.status >= 500) return { kind: 'unknown', reason: `Poof answered ${answer.status}` };
	const transaction = readTransaction(answer.json);
	return transaction?.id === id && transaction.status === status && same(transaction.amount, amount)
		? { kind: 'confirmed', transaction }
		: { kind: 'contradicted' };
}

function same(a: string, b: string): boolean {
	const [left, right] = [readDecimal(a), readDecimal(b)];
	return left !== undefined && right !== undefined && compareDecimals(left, right) === 0;
}
