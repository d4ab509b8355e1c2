import type { Item } from './parameters';

/**
 * The second line of defence, as far as it goes: n8n's own store, the one behind the Remove Duplicates node, per workflow and
 * node. It outlives a restart and a crash, since a key is recorded before anything is sent. It is no lock: executions at the
 * same moment may all be told that a key is new. Not the workflow's static data, which n8n overwrites as a whole when an
 * execution ends, with whatever else other nodes have written there meanwhile.
 */
const OPTIONS = { mode: 'entries', maxEntries: 10_000 } as const;

/** Records the use of a scope; true when it was recorded before. */
export async function wasUsedBefore(item: Item, scope: string): Promise<boolean> {
	try {
		const { checkProcessedAndRecord } = item.node.helpers;
		const { processed } = await checkProcessedAndRecord([scope], 'node', OPTIONS);
		return processed.length > 0;
	} catch (error) {
		// A full or broken store knows nothing; the other lines of defence hold without it.
		item.node.logger.warn(`n8n's store of used keys could not be asked: ${String(error)}`);
		return false;
	}
}

/** Takes the record back, when nothing was sent. */
export async function forgetUse(item: Item, scope: string): Promise<void> {
	try {
		await item.node.helpers.removeProcessed([scope], 'node', OPTIONS);
	} catch (error) {
		item.node.logger.warn(`n8n's store of used keys could not be changed: ${String(error)}`);
	}
}
