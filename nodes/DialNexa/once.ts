import { createHash } from 'node:crypto';
import { duplicate, refused, uncertain, type Settlement } from './outcome';

/** How many settled orders are remembered. */
const REMEMBERED = 10_000;

interface Order {
	fingerprint: string;
	settlement: Promise<Settlement>;
	/** Undefined while the request is under way. */
	settled?: Settlement;
}

/** Orders of this process, oldest first. */
const orders = new Map<string, Order>();

/** A short stand-in for values of any length, and for keys that must not lie about in memory. */
export function digest(...values: unknown[]): string {
	return createHash('sha256').update(JSON.stringify(values)).digest('hex');
}

/**
 * One scope, one order, within this process. Whoever comes while it is under way waits and shares
 * what comes of it. Afterwards `refused` frees the scope, `done` answers as `duplicate`, and
 * `uncertain` stays: it is looked up again where that is possible, never ordered again.
 *
 * @param fingerprint what is ordered; the same scope with another fingerprint is refused.
 * @param lookUp asks DialNexa what became of an uncertain order.
 */
export async function once(
	scope: string,
	fingerprint: string,
	order: () => Promise<Settlement>,
	lookUp?: (before: Settlement) => Promise<Settlement>,
): Promise<Settlement> {
	const known = orders.get(scope);
	if (!known) return await begin(scope, fingerprint, order);
	if (known.fingerprint !== fingerprint) {
		return refused(
			'This idempotency key was used for something else before, so nothing was ordered.',
			'Use one idempotency key for one action.',
		);
	}
	const { settled } = known;
	if (settled?.outcome === 'uncertain' && lookUp) {
		return await begin(scope, fingerprint, async () => await lookUp(settled));
	}
	const settlement = await known.settlement;
	return settlement.outcome === 'done' ? duplicate(settlement.receipt) : settlement;
}

async function begin(
	scope: string,
	fingerprint: string,
	work: () => Promise<Settlement>,
): Promise<Settlement> {
	const settlement = work().catch(() => uncertain('The node stopped unexpectedly.'));
	const order: Order = { fingerprint, settlement };
	orders.delete(scope);
	orders.set(scope, order);
	order.settled = await settlement;
	if (order.settled.outcome === 'refused') orders.delete(scope);
	forgetOldest();
	return order.settled;
}

/** Lets go of the oldest order that is settled and not uncertain. */
function forgetOldest(): void {
	if (orders.size <= REMEMBERED) return;
	for (const [scope, { settled }] of orders) {
		if (!settled || settled.outcome === 'uncertain') continue;
		orders.delete(scope);
		return;
	}
}
