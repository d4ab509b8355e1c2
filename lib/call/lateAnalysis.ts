import type { Call } from './call';

/** Whether the call has ended in words and says nothing of what they meant. */
export function lacksAnalysis(call: Call): boolean {
	const own = Object.keys(call.analysis).filter((name) => name !== 'sentiment');
	return call.event === 'call.completed' && own.length === 0;
}

const isEmpty = (value: unknown): boolean =>
	value === null ||
	value === '' ||
	value === 'unknown' ||
	(typeof value === 'object' && Object.keys(value).length === 0);

/**
 * The delivered call, completed by the same call as it was found later: what the delivery said
 * stays, what it left empty is taken from the later one. Both are redacted already; what was found
 * in either counts.
 */
export function completeWith(delivered: Call, later: Call): Call {
	const filled = Object.fromEntries(
		Object.entries(delivered).map(([name, value]) => [
			name,
			isEmpty(value) ? later[name as keyof Call] : value,
		]),
	) as Call;
	const counts = new Map<string, number>();
	for (const { category, count } of [delivered, later].flatMap((c) => c.sensitive.categories)) {
		counts.set(category, Math.max(count, counts.get(category) ?? 0));
	}
	const categories = [...counts].map(([category, count]) => ({ category, count }));
	return {
		...filled,
		analysis: Object.keys(later.analysis).length > 0 ? later.analysis : delivered.analysis,
		event: delivered.event,
		source: delivered.source,
		sensitive: { found: counts.size > 0, suppressed: counts.size > 0, categories },
	};
}
