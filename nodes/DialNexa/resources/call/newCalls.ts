import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';
import { readCall } from '../../../../lib/call/delivery';
import { page } from '../../answers';
import type { Item } from '../../parameters';
import { fetchCall } from './get';

/** What the node remembers in its static data: how far it has looked, and which calls it has given. */
const seenSchema = z.object({ until: z.string(), ids: z.array(z.string()) });

/** A call in one of these states is not over yet: it is given when it is. */
const UNDER_WAY = new Set(['created', 'initiated', 'sent', 'received']);

/**
 * The calls that have ended and that this node has not given before, oldest first, each with its
 * analysis. Looks back from where it had got to by `lookBackHours`, because DialNexa filters by the
 * time at which a call was created, and a long call or a late entry ends up behind the last one seen.
 *
 * n8n keeps static data only for published workflows: a manual run gives every call of the period
 * each time. It keeps it when the execution ends, so a crash gives calls again rather than never.
 *
 * @throws DialNexaRefusal; nothing counts as given then.
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

	const given: IDataObject[] = [];
	const ids: string[] = [];
	for (const { id, status } of await page(item.node, request, Infinity)) {
		const callId = String(id);
		if (before.ids.includes(callId)) ids.push(callId);
		else if (!UNDER_WAY.has(String(status).toLowerCase()) && given.length < limit) {
			const call = readCall(await fetchCall(item, callId));
			if (call) given.push(call as unknown as IDataObject);
			ids.push(callId);
		}
	}
	// What did not fit within the limit must still lie in the next period.
	const reached = given.length < limit ? now : until;
	staticData.seen = { until: new Date(reached).toISOString(), ids };
	return given;
}
