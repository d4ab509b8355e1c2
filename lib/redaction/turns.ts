import { detect } from './detect';
import { replaceFindings } from './finding';
import type { Finding, RedactOptions } from './finding';

export interface TurnFinding extends Finding {
	/** The index of the turn; `start` and `end` are offsets into its text. */
	turn: number;
}

/**
 * Redacts a conversation turn by turn. What was asked in one turn decides for the answer in the
 * next, and a secret may be spread over several turns. Every other property of a turn is kept; the
 * input is not changed.
 */
export function redactTurns<T extends { text: string; role?: string }>(
	turns: readonly T[],
	options: RedactOptions = {},
): { turns: T[]; findings: TurnFinding[] } {
	const findings: TurnFinding[] = [];
	const starts: number[] = [];
	let joined = '';
	for (const { text } of turns) {
		starts.push(joined.length);
		joined += `${text}\n`;
	}
	const speakers = turns.map((turn, i) => ({ start: starts[i], speaker: turn.role ?? '' }));
	const perTurn: Finding[][] = turns.map(() => []);
	let turn = 0;
	for (const finding of detect(joined, options, speakers)) {
		while (turn + 1 < turns.length && starts[turn + 1] <= finding.start) turn++;
		for (let t = turn; t < turns.length && starts[t] < finding.end; t++) {
			const start = Math.max(0, finding.start - starts[t]);
			const end = Math.min(turns[t].text.length, finding.end - starts[t]);
			if (end <= start) continue;
			perTurn[t].push({ category: finding.category, start, end });
			findings.push({ turn: t, category: finding.category, start, end });
		}
	}
	return {
		turns: turns.map((t, i) => ({ ...t, text: replaceFindings(t.text, perTurn[i]) })),
		findings,
	};
}
