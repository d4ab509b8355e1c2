import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';
import type { Call } from '../../../../lib/call/call';
import { readCall } from '../../../../lib/call/delivery';
import { page } from '../../answers';
import type { Item } from '../../parameters';
import { DialNexaRefusal } from '../../transport';
import { fetchCall } from './get';

/** What the node remembers in its static data: how far it has looked, and which calls it has given. */
const seenSchema = z.object({ until: z.string(), ids: z.array(z.string()) });

/** A call in one of these states is not over yet: it is given when it is. */
const UNDER_WAY = new Set(['created', 'initiated', 'sent', 'received']);

/** DialNexa wants fewer requests, or is not there: asking on for other calls would not help. */
const STOPS = [0, 401, 403, 429];

/**
 * The calls that have ended and that this node has not given before, oldest first, each with its
 * analysis. Looks back from where it had got to by `lookBackHours`, because DialNexa filters by the
 * time at which a call was created, and a long call or a late entry ends up behind the last one seen.
 *
 * A call that DialNexa does not give is left for the next run and holds up no other. n8n keeps
 * static data only for published workflows: a manual run gives every call of the period each time.
 * It keeps it when the execution ends, so a crash gives calls again rather than never.
 *
 * @throws DialNexaRefusal when there is nothing to give because DialNexa refused.
 */
export async function newCalls(
	item: Item,
	query: Record<string, string | number | boolean>,
	lookBackHours: number,
	limit: number,
): Promise<IDataObject[]> {
	const staticData = item.node.getWorkflowStaticData('node');
	const before = seenSchema.safeParse(staticData.seen).data ?? { until: '', ids: [] };
	const now = Date.now();
	const until = Date.parse(before.until) || now;
	const from = new Date(until - lookBackHours * 3_600_000).toISOString();
	const period = { ...query, start_date: from, created_at: 'asc', export: false };
	const request = { method: 'GET', path: '/v1/calls', query: period } as const;

	const listed = (await page(item.node, request, Infinity)).map(({ id, status }) => ({
		id: String(id),
		ended: !UNDER_WAY.has(String(status).toLowerCase()),
	}));
	const known = new Set(before.ids);
	const fresh = listed.filter(({ id, ended }) => ended && !known.has(id));
	const { given, refusal } = await fetchAll(item, fresh.map(({ id }) => id).slice(0, limit));
	if (refusal && given.size === 0) throw refusal;

	const ids = listed.filter(({ id }) => known.has(id) || given.has(id)).map(({ id }) => id);
	// What was not given now must still lie in the next period.
	const reached = given.size === fresh.length ? now : until;
	staticData.seen = { until: new Date(reached).toISOString(), ids };
	return [...given.values()].flatMap((call) => (call ? [call as unknown as IDataObject] : []));
}

/** The calls by their IDs, undefined for one that is none; and what DialNexa refused, if anything. */
async function fetchAll(item: Item, ids: string[]) {
	const given = new Map<string, Call | undefined>();
	let refusal: DialNexaRefusal | undefined;
	for (const id of ids) {
		try {
			given.set(id, readCall(await fetchCall(item, id)));
		} catch (error) {
			refusal = asRefusal(error);
			item.node.logger.warn(`DialNexa did not give call ${id}: ${refusal.message}`);
			if (STOPS.includes(refusal.status)) break;
		}
	}
	return { given, refusal };
}

const asRefusal = (error: unknown) =>
	error instanceof DialNexaRefusal ? error : new DialNexaRefusal(String(error), '', 0);
