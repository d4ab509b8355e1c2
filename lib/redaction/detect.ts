import { replaceFindings, REPLACEMENTS, type Finding, type RedactOptions } from './finding';
import { lex, type TurnStart } from './lexer';
import { Walk } from './walk';

/**
 * Texts up to this length (any call is shorter) are looked at again after redaction, until nothing
 * is found any more: then redacting twice changes nothing, whatever the text.
 */
const LONGEST_CALL = 100_000;
const MOST_ROUNDS = 8;

/** In order, without overlap, and in one piece where several of one category touch. */
function inOrder(found: Finding[]): Finding[] {
	found.sort((a, b) => a.start - b.start || b.end - a.end);
	const kept: Finding[] = [];
	for (const finding of found) {
		const last = kept.at(-1);
		const touches = finding.start === last?.end && finding.category === last.category;
		if (last === undefined || (finding.start >= last.end && !touches)) kept.push(finding);
		else if (finding.end > last.end) last.end = finding.end;
	}
	return kept;
}

function look(text: string, options: RedactOptions, turns?: readonly TurnStart[]): Finding[] {
	return inOrder(new Walk(lex(text, turns), options).run());
}

/**
 * Translates offsets into a redacted text to offsets into the text it was made of. An offset within
 * a replacement becomes the edge of what was replaced.
 */
class Offsets {
	private readonly ends: number[] = [];

	constructor(private readonly findings: readonly Finding[]) {
		let shift = 0;
		for (const { category, start, end } of findings) {
			shift += REPLACEMENTS[category].length - (end - start);
			this.ends.push(end + shift);
		}
	}

	/** What stands at `offset` of the redacted text; `edge` when that is within a replacement. */
	toInput(offset: number, edge: 'start' | 'end'): number {
		let shift = 0;
		for (let i = 0; i < this.ends.length; i++) {
			const { category, start, end } = this.findings[i];
			const length = REPLACEMENTS[category].length;
			if (offset <= this.ends[i] - length) break;
			if (offset < this.ends[i]) return edge === 'start' ? start : end;
			shift = end - this.ends[i];
		}
		return offset + shift;
	}

	/** Where a turn of the input starts in the redacted text. */
	toRedacted(offset: number): number {
		let shift = 0;
		for (let i = 0; i < this.ends.length && this.findings[i].end <= offset; i++) {
			shift = this.ends[i] - this.findings[i].end;
		}
		return offset + shift;
	}
}

/** Everything in `text` that must not be stored, in order and without overlap. */
export function detect(
	text: string,
	options: RedactOptions,
	turns?: readonly TurnStart[],
): Finding[] {
	let findings = look(text, options, turns);
	if (text.length > LONGEST_CALL) return findings;
	for (let round = 0, more = findings; more.length > 0 && round < MOST_ROUNDS; round++) {
		const offsets = new Offsets(findings);
		more = look(
			replaceFindings(text, findings),
			options,
			turns?.map(({ start, speaker }) => ({ start: offsets.toRedacted(start), speaker })),
		);
		const added = more.map(({ category, start, end }) => ({
			category,
			start: offsets.toInput(start, 'start'),
			end: offsets.toInput(end, 'end'),
		}));
		findings = inOrder([...findings, ...added]);
	}
	return findings;
}
