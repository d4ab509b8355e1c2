import { wider } from './columns';
import type { Category } from './finding';
import { REPLACEMENTS } from './finding';
import { FOLD, KIND, Kind } from './fold';
import {
	BIT,
	findWord,
	HASH_SEED,
	hashStep,
	numberWord,
	phraseRoles,
	phraseStart,
} from './lexicon';

export const enum Token {
	/** A word that the lexicon knows. Unknown words are only counted. */
	Word,
	/** One letter. */
	Letter,
	Digits,
	/** Letters and digits in one. */
	Mixed,
	Email,
	/** Like an e-mail address, but without a domain: a UPI ID, or a password with an @. */
	Handle,
	Url,
	/** What an earlier redaction left; `word` is the index in {@link REMOVED_CATEGORIES}. */
	Removed,
	/** Somebody else begins to speak; `word` is the speaker. */
	Turn,
}

/** What stands between a token and the one before it, as bits. */
export const enum Gap {
	Space = 1,
	Comma = 2,
	Dot = 4,
	Dash = 8,
	Slash = 16,
	Colon = 32,
	/** The end of a sentence, or a semicolon. */
	End = 64,
	Newline = 128,
	Currency = 256,
	Plus = 512,
	Hash = 1024,
	Underscore = 2048,
	Bracket = 4096,
	Quote = 8192,
	Apostrophe = 16384,
	Other = 32768,
}

/** Where a turn of a conversation starts in the text, and who speaks. */
export interface TurnStart {
	start: number;
	speaker: string;
}

export const REMOVED_CATEGORIES = Object.keys(REPLACEMENTS) as Category[];
const REMOVED_INDEX = new Map(REMOVED_CATEGORIES.map((category, i) => [REPLACEMENTS[category], i]));
const LONGEST_REMOVED = Math.max(...REMOVED_CATEGORIES.map((c) => REPLACEMENTS[c].length));

/** Words longer than this are not looked up. */
const LONGEST_WORD = 32;
/** The longest part of an e-mail address before the @, and of a speaker's name. */
const LONGEST_LOCAL_PART = 64;
const LONGEST_NAME = 30;

/** The tokens of a text, in columns. */
export class Tokens {
	count = 0;
	start: Int32Array;
	end: Int32Array;
	/** The lexicon's number of the word, or 0. */
	word: Int32Array;
	kind: Uint8Array;
	gap: Uint16Array;
	/** How many unknown words stand between this token and the one before it. */
	skipped: Int32Array;
	/** The speakers, in order of appearance. */
	speakers: string[] = [];

	constructor(readonly text: string) {
		const capacity = (text.length >> 2) + 16;
		this.start = new Int32Array(capacity);
		this.end = new Int32Array(capacity);
		this.word = new Int32Array(capacity);
		this.kind = new Uint8Array(capacity);
		this.gap = new Uint16Array(capacity);
		this.skipped = new Int32Array(capacity);
	}

	add(kind: Token, start: number, end: number, word: number, gap: number, skipped: number): void {
		const at = this.count++;
		if (at === this.start.length) this.grow();
		this.start[at] = start;
		this.end[at] = end;
		this.word[at] = word;
		this.kind[at] = kind;
		this.gap[at] = gap;
		this.skipped[at] = skipped;
	}

	private grow(): void {
		for (const column of ['start', 'end', 'word', 'skipped'] as const) {
			this[column] = wider(this[column], Int32Array);
		}
		this.kind = wider(this.kind, Uint8Array);
		this.gap = wider(this.gap, Uint16Array);
	}
}

function isWordUnit(code: number): boolean {
	const kind = KIND[code];
	return kind === Kind.Letter || kind === Kind.Digit;
}

/** Letters, digits and the signs that e-mail addresses have before the @. */
function isLocalPart(code: number): boolean {
	// . _ + - %
	return (
		isWordUnit(code) || code === 46 || code === 95 || code === 43 || code === 45 || code === 37
	);
}

/** Where the web address that goes through `from` ends. */
function endOfUrl(text: string, from: number): number {
	let end = from;
	while (end < text.length) {
		const code = text.charCodeAt(end);
		const kind = KIND[code];
		if (kind === Kind.Space || kind === Kind.Newline) break;
		// " < > \ ` { | }
		if (code === 34 || code === 60 || code === 62 || code === 92 || code === 96 || code > 122) {
			if (code < 127 || code === 0x201d) break;
		}
		end++;
	}
	// A sentence's own punctuation is not part of the address.
	while (end > from && ".,;:!?)]'".includes(text[end - 1])) end--;
	return end;
}

/**
 * Cuts a text into tokens, in one pass.
 *
 * @param turns where the turns start, for a conversation whose turns are known; without it, turns
 * are recognised by what stands before them, such as `Agent:`.
 */
export function lex(text: string, turns?: readonly TurnStart[]): Tokens {
	const tokens = new Tokens(text);
	const speakers = new Map<string, number>();
	const length = text.length;
	let nextTurn = 0;
	let turnAt = turns && turns.length > 0 ? turns[0].start : -1;
	let gap = 0;
	let skipped = 0;
	let lineStart = 0;
	let lineTokens = 0;
	let i = 0;

	/** A turn; `start` to `end` is what names its speaker, which is no speech. */
	const addTurn = (start: number, end: number, name: string): void => {
		let speaker = speakers.get(name);
		if (speaker === undefined) {
			speaker = speakers.size;
			speakers.set(name, speaker);
			tokens.speakers.push(name);
		}
		tokens.add(Token.Turn, start, end, speaker, gap, skipped);
		gap = 0;
		skipped = 0;
	};

	/** Drops the tokens from `start` on, for one that covers them; keeps the gap before them. */
	const dropFrom = (start: number): void => {
		let first = i;
		while (tokens.count > 0) {
			const last = tokens.count - 1;
			if (tokens.start[last] < start || tokens.kind[last] === Token.Turn) break;
			gap = tokens.gap[last];
			skipped = tokens.skipped[last];
			tokens.count = last;
			first = tokens.start[last];
		}
		skipped = Math.max(0, skipped - unknownWords(text, start, first));
	};

	const add = (kind: Token, start: number, end: number, word: number): void => {
		tokens.add(kind, start, end, word, gap, skipped);
		lineTokens++;
		gap = 0;
		skipped = 0;
	};

	while (i < length) {
		while (i === turnAt && turns) {
			addTurn(i, i, turns[nextTurn].speaker);
			nextTurn++;
			turnAt = nextTurn < turns.length ? turns[nextTurn].start : -1;
		}
		const code = text.charCodeAt(i);
		const kind = KIND[code];

		if (kind === Kind.Letter || kind === Kind.Digit || kind === Kind.HighSurrogate) {
			const start = i;
			let hash = HASH_SEED;
			let letters = 0;
			let digits = 0;
			let lettersEnd = 0;
			let lettersHash = 0;
			let end = i;
			let unit = code;
			let unitKind = kind as number;
			for (;;) {
				if (unitKind === Kind.Letter) {
					letters++;
					hash = hashStep(hash, FOLD[unit]);
					end = ++i;
				} else if (unitKind === Kind.Digit) {
					if (digits++ === 0) {
						lettersEnd = end;
						lettersHash = hash;
					}
					hash = hashStep(hash, FOLD[unit]);
					end = ++i;
				} else if (unitKind === Kind.Ignored) {
					i++;
				} else if (unitKind === Kind.HighSurrogate) {
					const low = i + 1 < length ? text.charCodeAt(i + 1) : 0;
					if (low < 0xdfce || low > 0xdfff) break;
					if (digits++ === 0) {
						lettersEnd = end;
						lettersHash = hash;
					}
					hash = hashStep(hash, 0x30 + ((low - 0xdfce) % 10));
					i += 2;
					end = i;
				} else break;
				if (i >= length || i === turnAt) break;
				unit = text.charCodeAt(i);
				unitKind = KIND[unit];
			}
			if (end === start) {
				// A surrogate that is no digit.
				gap |= Gap.Other;
				i++;
				continue;
			}
			i = end;
			const word = end - start <= LONGEST_WORD ? findWord(text, start, end, hash) : 0;
			if (digits === 0) {
				if (word !== 0) add(Token.Word, start, end, word);
				else if (letters === 1) add(Token.Letter, start, end, 0);
				else skipped++;
			} else if (letters === 0) {
				add(Token.Digits, start, end, word);
			} else {
				// "cvv123" is a label and a number.
				const label =
					word === 0 && lettersEnd > start && lettersEnd - start <= LONGEST_WORD
						? findWord(text, start, lettersEnd, lettersHash)
						: 0;
				if (
					label !== 0 &&
					letters === countLetters(text, start, lettersEnd) &&
					numberWord(label) === undefined &&
					lettersEnd - start > 2
				) {
					add(Token.Word, start, lettersEnd, label);
					add(Token.Digits, lettersEnd, end, 0);
				} else {
					add(Token.Mixed, start, end, word);
				}
			}
			continue;
		}

		if (kind === Kind.Space) {
			gap |= Gap.Space;
			i++;
			continue;
		}
		if (kind === Kind.Newline) {
			gap |= Gap.Newline;
			i++;
			lineStart = i;
			lineTokens = 0;
			continue;
		}
		if (kind === Kind.Ignored) {
			i++;
			continue;
		}

		switch (code) {
			case 44: // ,
			case 0x60c:
			case 0x3001:
			case 0xff0c:
				gap |= Gap.Comma;
				break;
			case 46: // .
			case 0xb7:
			case 0x2022:
			case 0x3002:
			case 0xff0e:
				gap |=
					i + 1 >= length || KIND[text.charCodeAt(i + 1)] >= Kind.Letter
						? Gap.Dot
						: Gap.Dot | Gap.End;
				break;
			case 45: // -
			case 0x2010:
			case 0x2011:
			case 0x2012:
			case 0x2013:
			case 0x2014:
			case 0x2015:
			case 0x2212:
			case 0xfe58:
			case 0xfe63:
			case 0xff0d:
				gap |= Gap.Dash;
				break;
			case 47: // /
			case 92:
				gap |= Gap.Slash;
				break;
			case 58: {
				// :
				if (text.charCodeAt(i + 1) === 47 && text.charCodeAt(i + 2) === 47) {
					let start = i;
					while (start > 0 && i - start < 20 && isWordUnit(text.charCodeAt(start - 1))) start--;
					dropFrom(start);
					const end = endOfUrl(text, i + 3);
					add(Token.Url, start, end, 0);
					i = end;
					continue;
				}
				if (turns === undefined && tokens.count > 0 && isSpeaker(tokens, i)) {
					const start = tokens.start[tokens.count - 1];
					dropFrom(start);
					addTurn(start, i + 1, text.slice(start, i).toLowerCase());
				} else if (turns === undefined && lineTokens === 0 && isName(text, lineStart, i)) {
					const name = text.slice(lineStart, i).trim().toLowerCase();
					skipped = Math.max(0, skipped - name.split(' ').length);
					addTurn(lineStart, i + 1, name);
				} else {
					gap |= Gap.Colon;
				}
				break;
			}
			case 63: // ? ! ; and the Devanagari full stop
			case 33:
			case 59:
			case 0x964:
			case 0x2026:
				gap |= Gap.End;
				break;
			case 36: // $ £ ¢ ¥
			case 0xa3:
			case 0xa2:
			case 0xa5:
				gap |= Gap.Currency;
				break;
			case 43:
				gap |= Gap.Plus;
				break;
			case 35:
				gap |= Gap.Hash;
				break;
			case 95:
				gap |= Gap.Underscore;
				break;
			case 40:
			case 41:
			case 93:
			case 123:
			case 125:
				gap |= Gap.Bracket;
				break;
			case 91: {
				// [
				const close = text.slice(i, i + LONGEST_REMOVED).indexOf(']');
				const index = close < 0 ? undefined : REMOVED_INDEX.get(text.slice(i, i + close + 1));
				if (index !== undefined) {
					add(Token.Removed, i, i + close + 1, index);
					i += close + 1;
					continue;
				}
				gap |= Gap.Bracket;
				break;
			}
			case 34:
			case 0x201c:
			case 0x201d:
			case 0xab:
			case 0xbb:
				gap |= Gap.Quote;
				break;
			case 39:
			case 0x2019:
			case 0x60:
				gap |= Gap.Apostrophe;
				break;
			case 64: {
				// @
				let start = i;
				while (
					start > lineStart &&
					i - start < LONGEST_LOCAL_PART &&
					isLocalPart(text.charCodeAt(start - 1))
				) {
					start--;
				}
				let end = i + 1;
				while (
					end < length &&
					end - i < 255 &&
					end !== turnAt &&
					(isWordUnit(text.charCodeAt(end)) ||
						text.charCodeAt(end) === 45 ||
						text.charCodeAt(end) === 46)
				) {
					end++;
				}
				while (end > i + 1 && !isWordUnit(text.charCodeAt(end - 1))) end--;
				if (start < i && end > i + 1) {
					dropFrom(start);
					let dot = end - 1;
					while (dot > i && text.charCodeAt(dot) !== 46) dot--;
					add(dot > i && end - dot > 2 ? Token.Email : Token.Handle, start, end, 0);
					i = end;
					continue;
				}
				gap |= Gap.Other;
				break;
			}
			default:
				gap |= code >= 0x20a0 && code <= 0x20bf ? Gap.Currency : Gap.Other;
		}
		i++;
	}
	return tokens;
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

function countLetters(text: string, start: number, end: number): number {
	let letters = 0;
	for (let i = start; i < end; i++) if (KIND[text.charCodeAt(i)] === Kind.Letter) letters++;
	return letters;
}

const SPEAKER = BIT.agent | BIT.caller;

/** Whether the last token, with a colon at `colon` after it, says who speaks. */
function isSpeaker(tokens: Tokens, colon: number): boolean {
	const last = tokens.count - 1;
	const { text } = tokens;
	const end = tokens.end[last];
	if (tokens.kind[last] !== Token.Word || colon - end > 2) return false;
	if ((phraseRoles(phraseStart(tokens.word[last]), false) & SPEAKER) === 0) return false;
	let before = tokens.start[last] - 1;
	const first = text[before + 1];
	while (before >= 0 && (text[before] === ' ' || text[before] === '*' || text[before] === '\t')) {
		before--;
	}
	if (before < 0 || KIND[text.charCodeAt(before)] === Kind.Newline) return true;
	// Within a line only in upper case and after the end of a sentence or a time.
	return (
		first !== first.toLowerCase() &&
		('.!?])>|"\u0964'.includes(text[before]) || KIND[text.charCodeAt(before)] === Kind.Digit)
	);
}

/** Whether what stands from `start` to `colon` can be the name of who speaks. */
function isName(text: string, start: number, colon: number): boolean {
	if (colon - start > LONGEST_NAME || colon === start) return false;
	const next = text.charCodeAt(colon + 1);
	if (KIND[next] !== Kind.Space) return false;
	return /^[ *\t]*\p{Lu}[\p{L}\p{M}.' -]*\*{0,2}$/u.test(text.slice(start, colon));
}
