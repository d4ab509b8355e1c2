import type { Finding } from './finding';
import { isRareRecoveryWord, numberWord } from './lexicon';
import type { Place } from './place';
import type { Tokens } from './tokens';

/** The fewest words of a recovery phrase; when it was asked for, the fewest that are taken for one. */
const FEWEST = 12;
const FEWEST_ASKED = 4;
/** How many of them must be words that people seldom say otherwise. */
const FEWEST_RARE = 3;
/** How many other words may stand between two of a phrase that was asked for. */
const MOST_STRANGE = 1;

/** A stretch of text in one turn. */
interface Piece {
	start: number;
	end: number;
	turn: number;
}

/** What a speaker said when a recovery phrase had been asked for: it may go over turns. */
interface AskedRow {
	pieces: Piece[];
	words: number;
	rare: number;
	/** How many words that are not on the list were said in a row. */
	strange: number;
}

/** Finds recovery phrases: rows of words from the BIP-39 list. */
export class RecoveryPhrases {
	/** The row of words that goes on: nobody asked for it, so that it ends with the turn. */
	private words = 0;
	private rare = 0;
	private numberWords = 0;
	private start = 0;
	private end = 0;
	private speaker = 0;
	private turn = 0;
	/** The last row that nobody had asked for when it was said: "army van defense carry". */
	private unasked: Piece | undefined;
	/** Per speaker. */
	private readonly asked = new Map<number, AskedRow>();

	constructor(
		private readonly tokens: Tokens,
		private readonly place: Place,
		private readonly findings: Finding[],
	) {}

	/** Token `t` is a word of the list; `asked` when a recovery phrase is being spoken of. */
	add(t: number, asked: boolean): void {
		if (asked || this.asked.size > 0) {
			this.addAsked(t);
			return;
		}
		const { start, end, word } = this.tokens;
		const { speaker, turn } = this.place;
		if (this.words === 0 || this.turn !== turn || this.speaker !== speaker) {
			this.finish();
			this.start = start[t];
			this.turn = turn;
			this.speaker = speaker;
		}
		this.words++;
		if (isRareRecoveryWord(word[t])) this.rare++;
		if (numberWord(word[t]) !== undefined) this.numberWords++;
		this.end = end[t];
	}

	private addAsked(t: number): void {
		const start = this.tokens.start[t];
		const end = this.tokens.end[t];
		const { speaker, turn } = this.place;
		let row = this.asked.get(speaker);
		if (row === undefined) {
			row = { pieces: [], words: 0, rare: 0, strange: 0 };
			this.asked.set(speaker, row);
		}
		const last = row.pieces[row.pieces.length - 1];
		if (last?.turn === turn) last.end = end;
		else row.pieces.push({ start, end, turn });
		row.words++;
		row.strange = 0;
		if (isRareRecoveryWord(this.tokens.word[t])) row.rare++;
	}

	/**
	 * The speaker said something that is no word of the list. A filler, or the number of a word, ends
	 * only what nobody asked for.
	 */
	interrupt(filler: boolean): void {
		if (this.words > 0) this.finish();
		if (this.asked.size === 0 || filler) return;
		const { speaker } = this.place;
		// One word may have been misheard.
		const row = this.asked.get(speaker);
		if (row !== undefined && ++row.strange > MOST_STRANGE) this.finishAsked(speaker);
	}

	/** A recovery phrase is named in this turn: what was said just before is a part of it. */
	name(): void {
		this.finish();
		if (this.unasked === undefined || this.place.turn - this.unasked.turn > 1) return;
		const { start, end } = this.unasked;
		this.findings.push({ category: 'wallet_secret', start, end });
		this.unasked = undefined;
	}

	/** The text ends. */
	endAll(): void {
		this.finish();
		for (const speaker of [...this.asked.keys()]) this.finishAsked(speaker);
	}

	private finish(): void {
		// Some number words are on the list: a row of those is a number.
		if (this.words >= FEWEST && this.numberWords * 2 < this.words) {
			this.findings.push({ category: 'wallet_secret', start: this.start, end: this.end });
		} else if (this.words >= FEWEST_ASKED && this.rare >= FEWEST_RARE) {
			this.unasked = { start: this.start, end: this.end, turn: this.turn };
		}
		this.words = 0;
		this.rare = 0;
		this.numberWords = 0;
	}

	private finishAsked(speaker: number): void {
		const row = this.asked.get(speaker);
		this.asked.delete(speaker);
		if (row === undefined || row.words < FEWEST_ASKED || row.rare < FEWEST_RARE) return;
		for (const { start, end } of row.pieces) {
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
