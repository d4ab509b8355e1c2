import { z } from 'zod';

import { maybeSaid, said } from './answers';
import { readDecimal } from './amounts';
import type { Item } from './parameters';
import { ask } from './transport';

/** `POST /api/v2/balance`, one coin a request ([DOC-via], high). v1 names the coin `crypto`, v2 `currency`. */
export const BALANCE_PATH = '/api/v2/balance';

const answerSchema = z.object({ balance: said, currency: maybeSaid, crypto: maybeSaid });

export function readBalance(json: unknown): { balance: string; coin: string } | undefined {
	const { data: answer } = answerSchema.safeParse(json);
	return answer && { balance: answer.balance, coin: answer.currency || answer.crypto };
}

/** What the account holds of a coin, as a plain decimal; undefined when Poof does not say. */
export async function balanceOf(item: Item, coin: string): Promise<string | undefined> {
	const { node, account, timeoutSeconds } = item;
	const body = JSON.stringify({ crypto: coin });
	const answer = await ask(node, account, BALANCE_PATH, body, timeoutSeconds);
	if (answer.kind !== 'answered' || answer.status >= 300) return undefined;
	return readDecimal(readBalance(answer.json)?.balance);
}
