import type { Finding, RedactOptions } from './finding';
import { lex, type TurnStart } from './lexer';
import { Walk } from './walk';

/** Everything in `text` that must not be stored, in order and without overlap. */
export function detect(
	text: string,
	options: RedactOptions,
	turns?: readonly TurnStart[],
): Finding[] {
	const found = new Walk(lex(text, turns), options).run();
	found.sort((a, b) => a.start - b.start || b.end - a.end);
	const kept: Finding[] = [];
	for (const finding of found) {
		const last = kept[kept.length - 1];
		if (last === undefined || finding.start >= last.end) kept.push(finding);
		else if (finding.end > last.end) last.end = finding.end;
	}
	return kept;
}
