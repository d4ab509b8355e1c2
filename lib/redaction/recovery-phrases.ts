import type { Finding } from './finding';

/** The fewest words of a recovery phrase; when it was asked for, the fewest that are taken for one. */
const FEWEST = 12;
const FEWEST_ASKED = 4;

interface Run {
	/** Stretches of text, one per turn. */
	pieces: Array<{ start: number; end: number; turn: number }>;
	words: number;
	asked: boolean;
}

/** Finds recovery phrases: rows of words from the BIP-39 list, per speaker. */
export class RecoveryPhrases {
	private readonly runs = new Map<number, Run>();

	constructor(private readonly findings: Finding[]) {}

	/** A word of the list was said; `asked` when a recovery phrase is being spoken of. */
	add(speaker: number, turn: number, start: number, end: number, asked: boolean): void {
		let run = this.runs.get(speaker);
		const last = run?.pieces[run.pieces.length - 1];
		// Nobody says a phrase over several turns without having named it.
		if (run !== undefined && last?.turn !== turn && !asked) {
			this.end(speaker);
			run = undefined;
		}
		if (run === undefined) {
			run = { pieces: [], words: 0, asked: false };
			this.runs.set(speaker, run);
		}
		if (last?.turn === turn && run.words > 0) last.end = end;
		else run.pieces.push({ start, end, turn });
		run.words++;
		run.asked ||= asked;
	}

	/** The speaker said something that is no word of the list; a filler ends only what nobody asked for. */
	interrupt(speaker: number, filler: boolean): void {
		if (this.runs.size === 0) return;
		const run = this.runs.get(speaker);
		if (run === undefined || (filler && run.asked)) return;
		this.end(speaker);
	}

	endAll(): void {
		for (const speaker of [...this.runs.keys()]) this.end(speaker);
	}

	private end(speaker: number): void {
		const run = this.runs.get(speaker);
		this.runs.delete(speaker);
		if (run === undefined || run.words < (run.asked ? FEWEST_ASKED : FEWEST)) return;
		for (const { start, end } of run.pieces) {
			this.findings.push({ category: 'wallet_secret', start, end });
		}
	}
}

/** The longest keystore that is looked for. */
const LONGEST_KEYSTORE = 20_000;

/** Encrypted wallet files (Web3 Secret Storage) that stand in a text as JSON. */
export function keystores(text: string): Finding[] {
	const findings: Finding[] = [];
	let from = 0;
	for (;;) {
		const cipher = text.indexOf('"ciphertext"', from);
		if (cipher < 0) return findings;
		from = cipher + 1;
		const window = Math.max(findings[findings.length - 1]?.end ?? 0, cipher - 2000);
		// The outermost brace that is open at the ciphertext.
		let depth = 0;
		let start = -1;
		for (let i = cipher; i >= window; i--) {
			if (text[i] === '}') depth++;
			else if (text[i] === '{') {
				if (depth === 0) start = i;
				else depth--;
			}
		}
		if (start < 0) continue;
		let end = start;
		depth = 0;
		for (; end < text.length && end - start < LONGEST_KEYSTORE; end++) {
			if (text[end] === '{') depth++;
			else if (text[end] === '}' && --depth === 0) break;
		}
		findings.push({ category: 'wallet_secret', start, end: Math.min(end + 1, text.length) });
		from = end + 1;
	}
}
