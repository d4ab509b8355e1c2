import { z } from 'zod';

import type { Settlement } from './outcome';
import type { Item } from './parameters';

/** How many keys the node's static data holds: n8n writes all of it after every execution. */
const MOST = 200;

const entrySchema = z.object({
	scope: z.string(),
	fingerprint: z.string(),
	outcome: z.enum(['done', 'uncertain']),
	receipt: z.record(z.string(), z.unknown()),
});
type Entry = z.infer<typeof entrySchema>;

/**
 * The second line of defence, as far as it goes: the node's static data outlives a restart. It is no lock. n8n reads it when
 * an execution starts and overwrites it when one ends, so it knows nothing of executions that run at the same time, of those
 * that were killed, and of those started by hand.
 */
export function recall(item: Item, scope: string): Entry | undefined {
	return entriesOf(item).find((entry) => entry.scope === scope);
}

/** Keeps what settled for good or may have; what was refused may be sent again. */
export function remember(
	item: Item,
	scope: string,
	fingerprint: string,
	{ outcome, receipt }: Settlement,
): void {
	if (outcome === 'refused') return;
	const kept = outcome === 'uncertain' ? outcome : 'done';
	const others = entriesOf(item).filter((entry) => entry.scope !== scope);
	// A new wallet's key shard has no place in stored data.
	const { secret, ...shown } = receipt;
	const entry = { scope, fingerprint, outcome: kept, receipt: secret ? shown : receipt };
	const entries = [...others, entry];
	item.node.getWorkflowStaticData('node').settled = entries.slice(-MOST);
}

function entriesOf(item: Item): Entry[] {
	const { settled } = item.node.getWorkflowStaticData('node');
	return z.array(entrySchema).safeParse(settled).data ?? [];
}
