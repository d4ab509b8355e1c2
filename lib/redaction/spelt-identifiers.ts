import { bitOf, HINTING, SPELLABLE, type Announcements, type Ask } from './announcements';
import { identifierAt } from './identifiers';
import { spokenLetter } from './lexicon';
import type { Phrases } from './phrases';
import type { Place } from './place';
import { capitalsBefore, endOfSpokenHex, isLetter, isLoneLetter, spellingAt } from './spelling';
import type { Streams } from './streams';
import { tokenAfter, type Tokens } from './tokens';
import { endOfCustomerNumber, type Written } from './written-forms';

/** What is spelt and has fewer characters is no identifier: when it was asked for, and when not. */
const FEWEST_ASKED = 6;
const FEWEST = 8;

/** An identifier that is spelt out, with its characters. */
interface SpeltIdentifier extends Written {
	text: string;
}

/** Finds identifiers that are spelt out: "A B C P K one two three four L". */
export class SpeltIdentifiers {
	/** The token before which none begins. */
	private from = 0;

	constructor(
		private readonly tokens: Tokens,
		private readonly phrases: Phrases,
		private readonly place: Place,
		private readonly announcements: Announcements,
		private readonly streams: Streams,
		private readonly findIban: (t: number) => void,
	) {}

	/** What begins at token `t`: an identifier, or what is none up to the token returned; `t` when nothing does. */
	read(t: number): SpeltIdentifier | number {
		const { tokens, announcements, streams } = this;
		if (t < this.from || isLoneLetter(tokens, t)) return t;
		const letter = this.isSpelt(t);
		if (!letter && this.place.word > announcements.spellableUntil) return t;
		const ask = announcements.nearest();
		const asked =
			ask !== undefined && (bitOf(ask) & SPELLABLE) !== 0 && !streams.isAnswered(ask)
				? ask
				: undefined;
		if (asked?.kind.category === 'bank' && letter) {
			const end = endOfCustomerNumber(tokens, t);
			if (end > 0) {
				streams.endOwn();
				announcements.dismissBank();
				return tokenAfter(tokens, t, end);
			}
		}
		if (asked !== undefined) return this.readAnswer(t, asked);
		const past = endOfSpokenHex(tokens, t);
		if (past > t) {
			streams.endOwn();
			return past;
		}
		// "Our GST number on the bill 27 a a k c m …"
		const hinted = ask === undefined || (bitOf(ask) & HINTING) !== 0;
		if (letter || (hinted && announcements.find('tax')?.taken === false))
			return this.readUnasked(t);
		return t;
	}

	/** Whether token `t` is a letter, or a word for one before another: "Sierra Charlie, zero five …" */
	private isSpelt(t: number): boolean {
		const { tokens } = this;
		const { word, skipped, count } = tokens;
		if (isLetter(tokens, t)) return true;
		if (spokenLetter(word[t]) === 0 || t + 1 >= count || skipped[t + 1] > 0) return false;
		return spokenLetter(word[t + 1]) !== 0;
	}

	/** What was asked for. */
	private readAnswer(t: number, { kind, fewest }: Ask): SpeltIdentifier | number {
		const { tokens } = this;
		const { text, letters, digits, last, next, end } = spellingAt(tokens, this.phrases, t);
		this.from = next;
		const capitals = capitalsBefore(tokens, t);
		const { category } = kind;
		if (letters + capitals === 0 || digits < 2 || category === undefined) return t;
		this.from = last + 1;
		// "G for golf, B for bravo, so G B, then twenty-three. Then the bank, B A R C."
		if (category === 'bank') for (let i = t; i <= last; i++) this.findIban(i);
		const size = capitals + letters + digits;
		if (size < (kind.role === 'code' ? fewest : FEWEST_ASKED)) return t;
		return { category, start: tokens.start[t] - capitals, end, text };
	}

	/** Nobody asked for it: only what passes for an identifier is one. */
	private readUnasked(t: number): SpeltIdentifier | number {
		const { tokens } = this;
		const { text, letters, digits, last, next, end } = spellingAt(tokens, this.phrases, t);
		this.from = next;
		if (letters === 0 || digits < 2) return t;
		this.from = last + 1;
		const identifier = letters + digits < FEWEST ? undefined : identifierAt(text, 0);
		if (identifier === undefined || identifier.end < text.length) return t;
		return { category: identifier.category, start: tokens.start[t], end, text };
	}
}
