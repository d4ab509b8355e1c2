import { KEY_NAME } from './metadata';
import type { Item } from './parameters';
import {
	LIST_PATH,
	readTransaction,
	readTransactions,
	SEARCH_PATH,
	TRANSACTION_PATH,
	type Transaction,
} from './transaction';
import { ask } from './transport';

/** So many search hits that come without metadata are fetched singly. */
const MOST_FETCHED = 5;

/**
 * The third line of defence: what Poof holds under an idempotency key. Undefined when it holds nothing or cannot say.
 *
 * Asks the search first. How Poof searches metadata and what it answers is undocumented, so a hit counts only when the key
 * stands in its metadata, and after an unclear answer (`thorough`) an empty result is checked against the whole list.
 */
export async function lookUp(
	item: Item,
	key: string,
	thorough: boolean,
): Promise<Transaction | undefined> {
	const hits = await list(item, SEARCH_PATH, { filter: 'metadata', search: key });
	const hit = await withKey(item, hits ?? [], key);
	if (hit || (hits && !thorough)) return hit;
	const all = await list(item, LIST_PATH, {});
	return all?.find(({ metadata }) => metadata[KEY_NAME] === key);
}

async function list(item: Item, path: string, body: object): Promise<Transaction[] | undefined> {
	const { account, node, timeoutSeconds } = item;
	const answer = await ask(node, account, path, JSON.stringify(body), timeoutSeconds);
	return answer.kind === 'answered' && answer.status < 300
		? readTransactions(answer.json)
		: undefined;
}

async function withKey(
	item: Item,
	hits: Transaction[],
	key: string,
): Promise<Transaction | undefined> {
	const direct = hits.find(({ metadata }) => metadata[KEY_NAME] === key);
	if (direct) return direct;
	const bare = hits.filter(({ metadata }) => Object.keys(metadata).length === 0);
	for (const { id } of bare.slice(0, MOST_FETCHED)) {
		const whole = await fetchTransaction(item, id);
		if (whole?.metadata[KEY_NAME] === key) return whole;
	}
	return undefined;
}

async function fetchTransaction(item: Item, id: string): Promise<Transaction | undefined> {
	const body = JSON.stringify({ transaction: id });
	const answer = await ask(item.node, item.account, TRANSACTION_PATH, body, item.timeoutSeconds);
	return answer.kind === 'answered' && answer.status < 300
		? readTransaction(answer.json)
		: undefined;
}
