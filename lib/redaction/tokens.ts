import { wider } from './columns';
import { unitsOf } from './units';

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
	/** What an earlier redaction left; `word` is the index in `REMOVED_CATEGORIES`. */
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

/** What a token takes in all columns. */
const TOKEN_BYTES = 4 * 4 + 2 + 1;

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
	/** The text's units, which are faster to read than the text. */
	readonly units: Uint16Array;

	constructor(readonly text: string) {
		this.units = unitsOf(text);
		const room = (text.length >> 2) + 16;
		// In one piece: most of the work for a short text would be to allocate.
		const buffer = new ArrayBuffer(TOKEN_BYTES * room);
		this.start = new Int32Array(buffer, 0, room);
		this.end = new Int32Array(buffer, 4 * room, room);
		this.word = new Int32Array(buffer, 8 * room, room);
		this.skipped = new Int32Array(buffer, 12 * room, room);
		this.gap = new Uint16Array(buffer, 16 * room, room);
		this.kind = new Uint8Array(buffer, 18 * room, room);
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

/** The first token after `t` that begins at or after `end`. */
export function tokenAfter({ count, start }: Tokens, t: number, end: number): number {
	let next = t + 1;
	while (next < count && start[next] < end) next++;
	return next;
}

/** The first token from `t` on that is one of these words; `count` when none is. */
export function wordFrom({ count, kind, word }: Tokens, t: number, words: Uint8Array): number {
	let next = t;
	while (next < count && (words[word[next]] !== 1 || kind[next] !== Token.Word)) next++;
	return next;
}
