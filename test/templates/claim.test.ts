/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- tests run in Node, not in n8n */
// Model check of the claim: every interleaving of two and three claimants on one table, with the decision taken by the very
// conditions that ship in workflows/claim-a-call.json. The argument in words stands in docs/exactly-once.md.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface ClaimNode {
	name: string;
	parameters: {
		rules?: {
			values: Array<{ outputKey: string; conditions: { conditions: [{ leftValue: string }] } }>;
		};
	};
}

const { nodes, connections } = JSON.parse(
	readFileSync(join(__dirname, '..', '..', 'workflows', 'claim-a-call.json'), 'utf8'),
) as { nodes: ClaimNode[]; connections: Record<string, { main: Array<Array<{ node: string }>> }> };

interface Row {
	id: number;
	state: 'trying' | 'owned';
}

/** The shipped conditions in their order, each as a function of what the node sees. */
const conditions = (
	nodes.find(({ name }) => name === 'Whose Is It')?.parameters.rules?.values ?? []
).map(({ outputKey, conditions: { conditions: clauses } }, output) => {
	const expression = /^=\{\{(.*)\}\}$/.exec(clauses[0].leftValue)?.[1] ?? '';
	const holds = new Function('$json', '$', '$runIndex', `return (${expression});`) as (
		json: { rows: Row[] },
		of: () => unknown,
		runIndex: number,
	) => boolean;
	return { outputKey, next: connections['Whose Is It'].main[output][0].node, holds };
});

type Rule = (rows: Row[], mine: number, round: number) => string;

/** The node that the workflow goes on to. */
function decide(rows: Row[], mine: number, round: number): string {
	const mineIs = () => ({ first: () => ({ json: { id: mine } }) });
	const found = conditions.find(({ holds }) => holds({ rows }, mineIs, round));
	return found?.next ?? 'Unclear';
}

type Step =
	| 'start'
	| 'inserting'
	| 'inserted'
	| 'Withdraw'
	| 'Own It'
	| 'Let the Others Go'
	| 'duplicate'
	| 'owned'
	| 'unclear'
	| 'crashed';

interface Claimant {
	at: Step;
	id: number;
	/** What others see of it; its row is there once its insert is committed. */
	row?: Row['state'];
}

interface State {
	claimants: Claimant[];
	nextId: number;
}

const ENDS: Step[] = ['duplicate', 'owned', 'unclear', 'crashed'];

const visible = (state: State): Row[] =>
	state.claimants
		.filter(({ row }) => row)
		.map(({ id, row }) => ({ id, state: row as Row['state'] }))
		.sort((one, other) => one.id - other.id);

/** What one claimant may do next; each is one statement that the database carries out at once. */
function moves(state: State, index: number, crashes: boolean, rule: Rule): State[] {
	const me = state.claimants[index];
	if (ENDS.includes(me.at)) return [];
	const becomes = (changed: Partial<Claimant>, nextId = state.nextId): State => ({
		nextId,
		claimants: state.claimants.map((claimant, other) =>
			other === index ? { ...me, ...changed } : claimant,
		),
	});
	const next = (): State => {
		switch (me.at) {
			// On PostgreSQL the ID is taken when the insert begins, and another may commit before it.
			case 'start':
				return becomes({ at: 'inserting', id: state.nextId }, state.nextId + 1);
			case 'inserting':
				return becomes({ at: 'inserted', row: 'trying' });
			case 'inserted':
			case 'Let the Others Go': {
				return becomes({ at: rule(visible(state), me.id, 0) as Step });
			}
			case 'Own It':
				return becomes({ at: 'owned', row: 'owned' });
			case 'Withdraw':
				return becomes({ at: 'duplicate', row: undefined });
			default:
				throw new Error(`The claim went on to "${me.at}", which the model does not know`);
		}
	};
	return crashes ? [next(), becomes({ at: 'crashed' })] : [next()];
}

function explore(claimants: number, crashes: boolean, rule: Rule = decide) {
	const start: State = {
		nextId: 1,
		claimants: Array.from({ length: claimants }, () => ({ at: 'start', id: 0 })),
	};
	const keyOf = ({ claimants: all, nextId }: State) =>
		JSON.stringify([nextId, all.map(({ at, id, row }) => [at, id, row])]);
	const states = new Map<string, State>([[keyOf(start), start]]);
	const cameFrom = new Map<string, Set<string>>();
	for (const [key, state] of states) {
		for (const next of state.claimants.flatMap((_, index) => moves(state, index, crashes, rule))) {
			const nextKey = keyOf(next);
			if (!states.has(nextKey)) states.set(nextKey, next);
			if (!cameFrom.has(nextKey)) cameFrom.set(nextKey, new Set());
			cameFrom.get(nextKey)?.add(key);
		}
	}
	const ended = [...states].filter(([, { claimants: all }]) =>
		all.every(({ at }) => ENDS.includes(at)),
	);
	const canEnd = new Set(ended.map(([key]) => key));
	for (const key of canEnd) cameFrom.get(key)?.forEach((before) => canEnd.add(before));
	return {
		states: [...states.values()],
		ended: ended.map(([, state]) => state),
		canEnd: canEnd.size,
	};
}

const owners = ({ claimants }: State) => claimants.filter(({ at }) => at === 'owned').length;

describe.each([2, 3, 4])('%i claimants of one call', (claimants) => {
	const calm = explore(claimants, false);

	it('are interleaved in every way', () => {
		expect(calm.states.length).toBeGreaterThan(claimants === 2 ? 30 : 300);
		expect(calm.states.flatMap((state) => state.claimants.map(({ at }) => at))).toEqual(
			expect.arrayContaining(['Withdraw', 'Own It', 'Let the Others Go']),
		);
	});

	it('never both own it', () => {
		expect(calm.states.filter((state) => owners(state) > 1)).toEqual([]);
	});

	it('end with exactly one owner, the others as duplicates, and can always get there', () => {
		for (const state of calm.ended) {
			expect(owners(state)).toBe(1);
			expect(state.claimants.filter(({ at }) => at === 'duplicate')).toHaveLength(claimants - 1);
		}
		expect(calm.canEnd).toBe(calm.states.length);
	});

	if (claimants < 4) {
		it('never both own it when some of them are killed at any point, and leave a row behind', () => {
			const { states, ended } = explore(claimants, true);
			expect(states.filter((state) => owners(state) > 1)).toEqual([]);
			const nobody = ended.filter((state) => owners(state) === 0);
			const lost = nobody.filter(
				(state) =>
					visible(state).length === 0 &&
					!state.claimants.every(({ at, row }) => at === 'crashed' && !row),
			);
			// Whoever withdrew did so because of a row that is still there for the scheduled check, or whose claimant was killed
			// while withdrawing because of another.
			expect(lost).toEqual([]);
		});
	}
});

it('would find out a claim that takes the smallest row at once', () => {
	const smallest: Rule = (rows, mine) => {
		if (rows.some(({ state }) => state === 'owned')) return 'Withdraw';
		return rows.every(({ id }) => id >= mine) ? 'Own It' : 'Withdraw';
	};
	expect(explore(2, false, smallest).states.some((state) => owners(state) > 1)).toBe(true);
});

describe('what the claim does with a row', () => {
	const mine = { id: 5, state: 'trying' } as const;
	it.each([
		['alone', [mine], 0, 'Own It'],
		['settled by another', [{ id: 2, state: 'settled' }, mine], 0, 'Withdraw'],
		['owned by a later one', [mine, { id: 9, state: 'owned' }], 0, 'Withdraw'],
		['an earlier one tries', [{ id: 2, state: 'trying' }, mine], 0, 'Withdraw'],
		['a later one tries', [mine, { id: 9, state: 'trying' }], 0, 'Let the Others Go'],
		['a later one never goes away', [mine, { id: 9, state: 'trying' }], 30, 'Unclear'],
		['its own row is gone', [{}], 0, 'Unclear'],
		['only the row of another is there', [{ id: 9, state: 'trying' }], 0, 'Unclear'],
	])('%s', (_, rows, round, next) => {
		expect(decide(rows as Row[], 5, round)).toBe(next);
	});
});
