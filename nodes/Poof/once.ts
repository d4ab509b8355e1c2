import { createHash } from 'node:crypto';

import { duplicate, uncertain, USED_OTHERWISE, type Settlement } from './outcome';

interface Entry {
	fingerprint: string;
	settlement: Promise<Settlement>;
	/** Undefined while the request is under way. */
	settled?: Settlement;
}

/** Keys that this process has used, oldest first. */
const entries = new Map<string, Entry>();

/** How many settled keys are remembered. */
export const REMEMBERED = 10_000;

/** What an idempotency key stands for: one operation of one account. The account's key is not kept. */
export function scopeOf(apiKey: string, baseUrl: string, operation: string, key: string): string {
	return hash(JSON.stringify([apiKey, baseUrl, operation, key]));
}

export function hash(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}

/**
 * The first line of defence, within one n8n process: one scope, one request. Whoever comes while it is under way waits and
 * shares what comes of it. Afterwards `refused` frees the scope, `done` answers as `duplicate`, and `uncertain` stays: it is
 * looked up again, never sent again.
 *
 * @param fingerprint what is asked for; the same scope with another fingerprint is refused
 * @param send sends the request and settles it
 * @param lookUpAgain asks Poof what became of an uncertain one
 */
export async function once(
	scope: string,
	fingerprint: string,
	send: () => Promise<Settlement>,
	lookUpAgain: (before: Settlement) => Promise<Settlement>,
): Promise<Settlement> {
	const entry = entries.get(scope);
	if (!entry) return await begin(scope, fingerprint, send);
	if (entry.fingerprint !== fingerprint) return USED_OTHERWISE;
	const { settled } = entry;
	if (settled?.outcome === 'uncertain') {
		return await begin(scope, fingerprint, async () => await lookUpAgain(settled));
	}
	const settlement = await entry.settlement;
	if (settlement.outcome !== 'done') return settlement;
	return duplicate(settlement.receipt, 'It was done before under this idempotency key.');
}

async function begin(
	scope: string,
	fingerprint: string,
	work: () => Promise<Settlement>,
): Promise<Settlement> {
	const entry: Entry = { fingerprint, settlement: settled(scope, work) };
	entries.delete(scope);
	entries.set(scope, entry);
	entry.settled = await entry.settlement;
	if (entry.settled.outcome === 'refused') entries.delete(scope);
	forgetOldest();
	return entry.settled;
}

async function settled(scope: string, work: () => Promise<Settlement>): Promise<Settlement> {
	const settlement = await work().catch(() => uncertain('The node stopped unexpectedly.'));
	const given = markOf(settlement);
	if (settlement.outcome !== 'done' || !given) return settlement;
	for (const [other, { settled: before }] of entries) {
		if (other !== scope && before && markOf(before) === given) {
			// An answer that was given under another key before says nothing about this one.
			return uncertain(`Poof answered with ${given}, which belongs to another idempotency key.`);
		}
	}
	return settlement;
}

/** By what Poof tells one thing from another: its ID or, where it gives none, its address. */
function markOf({ receipt: { id, paymentLink, address } }: Settlement): string {
	return String(id || paymentLink || address || '');
}

/** Lets go of the oldest key that is settled and not uncertain. */
function forgetOldest(): void {
	if (entries.size <= REMEMBERED) return;
	for (const [scope, { settled }] of entries) {
		if (!settled || settled.outcome === 'uncertain') continue;
		entries.delete(scope);
		return;
	}
}
