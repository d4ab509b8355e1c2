import type { Category } from './finding';
import { REPLACEMENTS } from './finding';
import { FOLD, KIND, Kind, Latin, LATIN } from './fold';
import { Labels } from './labels';
import { isNumberPart, isNumberWord, RUN_TOGETHER } from './number-words';
import { BIT, rolesOf } from './phrase-tree';
import { findLatin, findWord, HASH_SEED, hashStep, LatinKey } from './word-table';
import { SIGNS } from './signs';
import { endOfTime, isName, speakerBefore } from './speakers';
import { Gap, Token, Tokens } from './tokens';
import { isUuidAt, UUID_DASH, UUID_LENGTH } from './uuid';
import { endOfUrl } from './web-address';

/** Where a turn of a conversation starts in the text, after a line break, and who speaks. */
export interface TurnStart {
	start: number;
	speaker: string;
}

export const REMOVED_CATEGORIES = Object.keys(REPLACEMENTS) as Category[];
const REMOVED_INDEX = new Map(REMOVED_CATEGORIES.map((category, i) => [REPLACEMENTS[category], i]));
const LONGEST_REMOVED = Math.max(...REMOVED_CATEGORIES.map((c) => REPLACEMENTS[c].length));

/** Number words run together have at least so many letters. */
const SHORTEST_RUN_TOGETHER = 11;

/** Words longer than this are not looked up. */
const LONGEST_WORD = 32;
/** The longest parts of an e-mail address, before and after the @. */
const LONGEST_LOCAL_PART = 64;
const LONGEST_DOMAIN = 255;
/** The longest name of a scheme, as `https`. */
const LONGEST_SCHEME = 20;

/** Behind every text; a small integer, which is faster to compare than Infinity. */
const NEVER = 2 ** 30 - 1;

/** So many units are read in one call: V8 compiles best what is called often and ends soon. */
const UNITS_AT_ONCE = 1024;

const DOT = 46;
const SLASH = 47;
const COLON = 58;
const AT = 64;
const OPENING_BRACKET = 91;
const DASH = 45;

/** A name with nothing in it but words, and spaces between them. */
const PLAIN_NAME = /^[a-z]+(?: [a-z]+)*$/i;

function isAlphanumeric(code: number): boolean {
	const kind = KIND[code];
	return kind === Kind.Letter || kind === Kind.Digit;
}

/** Letters, digits and . _ + - % */
function isLocalPart(code: number): boolean {
	return (
		isAlphanumeric(code) ||
		code === DOT ||
		code === 95 ||
		code === 43 ||
		code === DASH ||
		code === 37
	);
}

/** Whether a word before digits can say what they are; the bank in "HDFC0001234" cannot. */
function mayBeLabel(word: number): boolean {
	const roles = rolesOf(word);
	return !isNumberWord(word) && (roles & BIT.bankMention) === 0;
}

/** How many words of more than one letter stand in a stretch of text in which no token is. */
function unknownWords(text: string, start: number, end: number): number {
	let words = 0;
	let letters = 0;
	for (let i = start; i <= end; i++) {
		if (i < end && KIND[text.charCodeAt(i)] === Kind.Letter) letters++;
		else {
			if (letters > 1) words++;
			letters = 0;
		}
	}
	return words;
}

/**
 * Cuts a text into tokens, in one pass.
 *
 * @param turns where the turns start, for a conversation whose turns are known; without it, turns
 * are recognised by what stands before them, such as `Agent:`.
 */
export function lex(text: string, turns?: readonly TurnStart[]): Tokens {
	return new Lexer(text, turns).run();
}

class Lexer {
	private readonly tokens: Tokens;
	private readonly speakers = new Map<string, number>();
	/** How far the text has been read. */
	private at = 0;
	/** What stands between the last token and here. */
	private gap = 0;
	private skipped = 0;
	private lineStart = 0;
	private nextTurn = 0;
	private turnAt: number;
	private readonly units: Uint16Array;
	private stop: number;
	private readonly labels: Labels;

	constructor(
		private readonly text: string,
		private readonly turns: readonly TurnStart[] | undefined,
	) {
		this.tokens = new Tokens(text);
		this.turnAt = turns?.[0]?.start ?? NEVER;
		this.stop = Math.min(text.length, this.turnAt);
		this.units = this.tokens.units;
		this.labels = new Labels(this.units);
	}

	run(): Tokens {
		const { length } = this.text;
		while (this.at < length) this.readTo(Math.min(length, this.at + UNITS_AT_ONCE));
		return this.tokens;
	}

	/** Reads up to `limit`, or beyond it where something goes on. */
	private readTo(limit: number): void {
		while (this.at < limit) {
			if (this.at >= this.turnAt) this.beginTurn();
			this.readLatin();
			if (this.at < this.stop) this.readOther();
		}
	}

	private readOther(): void {
		const code = this.units[this.at];
		switch (KIND[code]) {
			case Kind.Letter:
			case Kind.Digit:
			case Kind.HighSurrogate:
				this.readMixed(this.at);
				break;
			case Kind.Space:
				this.gap |= Gap.Space;
				this.at++;
				break;
			case Kind.Newline:
				this.gap |= Gap.Newline;
				this.lineStart = ++this.at;
				this.readLabel();
				break;
			case Kind.Ignored:
				this.at++;
				break;
			default:
				this.readSign(code);
		}
	}

	/**
	 * Reads short Latin words and the signs between them, which most of a text is, up to the end of a
	 * line or to anything else. Everything is local here, because this is most of the lexer's work.
	 */
	private readLatin(): void {
		const { units, stop, tokens } = this;
		const { start, end, word, kind, gap: gaps, skipped: skips } = tokens;
		const room = start.length;
		const latin = LATIN;
		const signs = SIGNS;
		let { at, gap, skipped } = this;
		let { count } = tokens;
		while (at < stop && count < room) {
			const from = at;
			let letter = latin[units[at]];
			if (letter < Latin.None) {
				let last = 0;
				let before = 0;
				do {
					before =
						(before << LatinKey.LetterBits) | (last >>> (LatinKey.Bits - LatinKey.LetterBits));
					last = ((last << LatinKey.LetterBits) | letter) & LatinKey.Mask;
					letter = latin[units[++at]];
				} while (letter < Latin.None);
				const id = at - from <= LatinKey.Longest ? findLatin(last, before) : 0;
				const known = id !== 0 || (at - from > 1 && at - from < SHORTEST_RUN_TOGETHER);
				if (!known || letter >= Latin.InWord) {
					at = from;
					break;
				}
				if (id === 0) skipped++;
				else {
					start[count] = from;
					end[count] = at;
					word[count] = id;
					kind[count] = Token.Word;
					gaps[count] = gap;
					skips[count++] = skipped;
					gap = 0;
					skipped = 0;
				}
				if (at >= stop) break;
			}
			if (letter === Latin.Space) gap |= Gap.Space;
			else if (letter === Latin.Sign) {
				const code = units[at];
				if (code === COLON || code === AT || code === OPENING_BRACKET || code === DASH) break;
				const sign = signs[code];
				gap |= sign === Gap.Dot ? this.gapOfDot(at) : sign;
			} else break;
			at++;
		}
		tokens.count = count;
		this.at = at;
		this.gap = gap;
		this.skipped = skipped;
	}

	/** A dot ends a sentence, unless something follows it at once. */
	private gapOfDot(at: number): number {
		const ends = at + 1 < this.text.length && KIND[this.units[at + 1]] < Kind.Letter;
		return ends ? Gap.Dot | Gap.End : Gap.Dot;
	}

	private add(kind: Token, start: number, end: number, word: number): void {
		this.tokens.add(kind, start, end, word, this.gap, this.skipped);
		this.gap = 0;
		this.skipped = 0;
		this.at = end;
	}

	/** Letters, digits and what is written but not spoken, from `start` on. */
	private readMixed(start: number): void {
		const { units } = this;
		const { length } = this.text;
		const kinds = KIND;
		const folds = FOLD;
		let hash = HASH_SEED;
		let letters = 0;
		let digits = 0;
		let lettersEnd = start;
		let lettersHash = 0;
		let end = start;
		for (let i = start; i < length; i++) {
			const code = units[i];
			let kind: number = kinds[code];
			let unit = folds[code];
			if (kind === Kind.Ignored) continue;
			if (kind === Kind.HighSurrogate) {
				// A mathematical digit, or the end.
				const low = units[i + 1];
				if (!(low >= 0xdfce && low <= 0xdfff)) break;
				kind = Kind.Digit;
				unit = 0x30 + ((low - 0xdfce) % 10);
				i++;
			}
			if (kind === Kind.Letter) letters++;
			else if (kind !== Kind.Digit) break;
			else if (digits++ === 0) {
				lettersEnd = end;
				lettersHash = hash;
			}
			hash = hashStep(hash, unit);
			end = i + 1;
		}
		if (end === start) {
			// A surrogate that is no digit.
			this.gap |= Gap.Other;
			this.at++;
		} else if (digits === 0) this.addWord(start, end, hash, letters);
		else if (letters === 0) this.add(Token.Digits, start, end, this.find(start, end, hash));
		else this.addMixed(start, lettersEnd, end, lettersHash, hash);
	}

	private addWord(start: number, end: number, hash: number, letters: number): void {
		const word = this.find(start, end, hash);
		if (word !== 0) this.add(Token.Word, start, end, word);
		else if (letters >= SHORTEST_RUN_TOGETHER && this.addRunTogether(start, end)) return;
		else if (letters === 1) this.add(Token.Letter, start, end, 0);
		else {
			this.skipped++;
			this.at = end;
		}
	}

	/** "zweihundertvierzig": adds the number words that a word is made of; false when it is none. */
	private addRunTogether(start: number, end: number): boolean {
		if (!RUN_TOGETHER.test(this.text.slice(start, end))) return false;
		const parts: Array<[number, number, number]> = [];
		for (let from = start; from < end; ) {
			let to = from;
			let found = 0;
			let hash = HASH_SEED;
			for (let i = from; i < end; i++) {
				hash = hashStep(hash, FOLD[this.text.charCodeAt(i)]);
				const word = this.find(from, i + 1, hash);
				if (word === 0 || !isNumberPart(word)) continue;
				found = word;
				to = i + 1;
			}
			if (found === 0) return false;
			parts.push([from, to, found]);
			from = to;
		}
		for (const [from, to, word] of parts) this.add(Token.Word, from, to, word);
		return true;
	}

	private addMixed(
		start: number,
		split: number,
		end: number,
		labelHash: number,
		hash: number,
	): void {
		const word = this.find(start, end, hash);
		// "cvv123" is a label and a number.
		const label = word === 0 && split - start > 2 ? this.find(start, split, labelHash) : 0;
		if (label === 0 || !mayBeLabel(label) || !this.allDigits(split, end)) {
			this.add(Token.Mixed, start, end, word);
			return;
		}
		this.add(Token.Word, start, split, label);
		this.add(Token.Digits, split, end, 0);
	}

	private allDigits(start: number, end: number): boolean {
		for (let i = start; i < end; i++) {
			if (KIND[this.text.charCodeAt(i)] === Kind.Letter) return false;
		}
		return true;
	}

	private find(start: number, end: number, hash: number): number {
		return end - start <= LONGEST_WORD ? findWord(this.text, start, end, hash) : 0;
	}

	private readSign(code: number): void {
		const { units, at } = this;
		if (code === AT && this.readAddress()) return;
		if (code === OPENING_BRACKET && this.readRemoved()) return;
		if (code === DASH && this.readUuid()) return;
		if (code === COLON) {
			if (units[at + 1] === SLASH && units[at + 2] === SLASH) {
				this.readUrl();
				return;
			}
			if (this.turns === undefined && this.readSpeaker()) return;
		}
		this.gap |= SIGNS[code] === Gap.Dot ? this.gapOfDot(at) : SIGNS[code];
		this.at++;
	}

	/** A UUID whose first dash is here, as one token. */
	private readUuid(): boolean {
		const { units, at } = this;
		const start = at - UUID_DASH;
		if (units[at + 5] !== DASH || start < this.lineStart || !isUuidAt(this.text, start)) {
			return false;
		}
		this.dropFrom(start);
		this.add(Token.Mixed, start, start + UUID_LENGTH, 0);
		return true;
	}

	/** What an earlier redaction left. */
	private readRemoved(): boolean {
		const { text, at } = this;
		const close = text.slice(at, at + LONGEST_REMOVED).indexOf(']');
		const index = close < 0 ? undefined : REMOVED_INDEX.get(text.slice(at, at + close + 1));
		if (index === undefined) return false;
		this.add(Token.Removed, at, at + close + 1, index);
		return true;
	}

	private readUrl(): void {
		const { text, at } = this;
		let start = at;
		while (start > 0 && at - start < LONGEST_SCHEME && isAlphanumeric(text.charCodeAt(start - 1))) {
			start--;
		}
		this.dropFrom(start);
		this.add(Token.Url, start, endOfUrl(text, at + 3), 0);
	}

	/** An e-mail address or what looks like one, around the @ here. */
	private readAddress(): boolean {
		const { text, at } = this;
		let start = at;
		while (
			start > this.lineStart &&
			at - start < LONGEST_LOCAL_PART &&
			isLocalPart(text.charCodeAt(start - 1))
		) {
			start--;
		}
		let end = at + 1;
		while (end < text.length && end - at < LONGEST_DOMAIN) {
			const code = text.charCodeAt(end);
			if (!isAlphanumeric(code) && code !== DOT && code !== DASH) break;
			end++;
		}
		while (end > at + 1 && !isAlphanumeric(text.charCodeAt(end - 1))) end--;
		if (start === at || end === at + 1) return false;
		let dot = end - 1;
		while (dot > at && text.charCodeAt(dot) !== DOT) dot--;
		this.dropFrom(start);
		this.add(dot > at && end - dot > 2 ? Token.Email : Token.Handle, start, end, 0);
		return true;
	}

	/** "Agent:", or a name at the beginning of a line. */
	private readSpeaker(): boolean {
		const { text, at, tokens, lineStart } = this;
		const speaker = speakerBefore(tokens, at);
		// After a name stands a space, which is not so after the colon within a time.
		if (speaker < 0 && KIND[this.units[at + 1]] !== Kind.Space) return false;
		const afterTime = endOfTime(text, lineStart);
		if (speaker >= 0) {
			const start = tokens.start[speaker];
			const from = start === afterTime ? lineStart : start;
			this.dropFrom(from);
			this.addTurn(from, at + 1, text.slice(start, at).toLowerCase());
			if (start === lineStart) this.addLabel(start, at + 1, 0);
			return true;
		}
		const named = tokens.count > 0 && tokens.start[tokens.count - 1] >= afterTime;
		if (named || !isName(text, afterTime, at)) return false;
		const name = text.slice(afterTime, at).trim().toLowerCase();
		this.skipped = Math.max(0, this.skipped - unknownWords(text, afterTime, at));
		if (afterTime > lineStart) this.dropFrom(lineStart);
		this.addTurn(lineStart, at + 1, name);
		const label = text.slice(lineStart, at);
		if (PLAIN_NAME.test(label)) {
			this.addLabel(lineStart, at + 1, label.includes(' ') ? Gap.Space : 0);
		}
		return true;
	}

	/** A label that was there before: nothing in it needs a look. */
	private readLabel(): void {
		const { at } = this;
		const label = this.turns === undefined ? this.labels.find(at) : undefined;
		if (label === undefined) return;
		this.gap |= label.gap;
		this.add(Token.Turn, at, at + label.text.length, label.speaker);
	}

	/** Keeps what stands from `start` to `end` as a label; `gap` is what it adds to that of its turn. */
	private addLabel(start: number, end: number, gap: number): void {
		const { text, tokens } = this;
		const speaker = tokens.word[tokens.count - 1];
		this.labels.add({ text: text.slice(start, end), speaker, gap });
	}

	private beginTurn(): void {
		const turns = this.turns ?? [];
		while (this.at >= this.turnAt) {
			this.addTurn(this.turnAt, this.turnAt, turns[this.nextTurn].speaker);
			this.turnAt = turns[++this.nextTurn]?.start ?? NEVER;
		}
		this.stop = Math.min(this.text.length, this.turnAt);
	}

	/** A turn begins; what stands from `start` to `end` names its speaker, and is no speech. */
	private addTurn(start: number, end: number, name: string): void {
		let speaker = this.speakers.get(name);
		if (speaker === undefined) {
			speaker = this.speakers.size;
			this.speakers.set(name, speaker);
		}
		this.tokens.add(Token.Turn, start, end, speaker, this.gap, this.skipped);
		this.gap = 0;
		this.skipped = 0;
		this.at = Math.max(this.at, end);
	}

	/** Drops the tokens from `start` on, for one that covers them; keeps the gap before them. */
	private dropFrom(start: number): void {
		const { tokens } = this;
		let first = this.at;
		while (tokens.count > 0) {
			const last = tokens.count - 1;
			if (tokens.start[last] < start || tokens.kind[last] === Token.Turn) break;
			this.gap = tokens.gap[last];
			this.skipped = tokens.skipped[last];
			tokens.count = last;
			first = tokens.start[last];
		}
		this.skipped = Math.max(0, this.skipped - unknownWords(this.text, start, first));
	}
}
