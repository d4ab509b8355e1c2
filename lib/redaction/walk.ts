import { ASKING, HINTING, KIND_OF_BIT, type Ask } from './asks';
import { cardLengths, LONGEST_CARD, SHORTEST_CARD } from './cards';
import type { Category, Finding, RedactOptions } from './finding';
import { KIND, Kind } from './fold';
import { Gap, REMOVED_CATEGORIES, Token, type Tokens } from './lexer';
import { BIT, dependsOnCase, numberWord, phraseNext, phraseRoles, phraseStart } from './lexicon';
import { Mark, NumberReader, Numbers } from './numbers';
import { Shapes } from './shapes';
import type { Stream } from './streams';

const PHRASE_GAP = Gap.Space | Gap.Dash | Gap.Apostrophe | Gap.Underscore | Gap.Newline;
const FILLING = BIT.filler | BIT.correction | BIT.is;
const MEASURING = BIT.money | BIT.unit | BIT.digits;

const CARD_FAMILY = BIT.card | BIT.cardMention;

/** Announcements that are remembered at a time. */
const REMEMBERED_ASKS = 12;
/** Secrets and unexplained streams that are remembered for what repeats them. */
const REMEMBERED = 6;
/** How far a repetition may be from what it repeats, in words. */
const ECHO_WORDS = 60;
/** How far an expiry date may be from its card, in words. */
const EXPIRY_WORDS = 80;

interface Secret {
	category: Category;
	digits: number[];
	word: number;
}

interface Place {
	start: number;
	end: number;
	word: number;
}

/** Walks over the tokens of a text and finds the numbers in it that must not be stored. */
export class Walk {
	readonly findings: Finding[] = [];
	private readonly numbers = new Numbers();
	private readonly reader: NumberReader;
	private readonly shapes: Shapes;
	private asks: Ask[] = [];
	private open: Stream[] = [];
	private secrets: Secret[] = [];
	private unexplained: Stream[] = [];
	/** Where card numbers were found, as word counts, ascending. */
	private cardWords: number[] = [];
	private expiries: Array<Place & { asked: boolean }> = [];
	private word = 0;
	private turn = 0;
	private speaker = 0;

	constructor(
		private readonly tokens: Tokens,
		private readonly options: RedactOptions,
	) {
		this.reader = new NumberReader(tokens, this.numbers);
		this.shapes = new Shapes(tokens);
	}

	run(): Finding[] {
		const { tokens } = this;
		let t = 0;
		while (t < tokens.count) t = this.step(t);
		this.closeAll();
		this.settleExpiries();
		return this.findings;
	}

	/** Handles the token at `t`, and those that belong to it; returns the next one. */
	private step(t: number): number {
		const { tokens } = this;
		const kind = tokens.kind[t];
		this.word += tokens.skipped[t] + 1;
		if (tokens.skipped[t] > 0) this.countWords(tokens.skipped[t]);
		if (kind === Token.Turn) {
			this.turn++;
			this.speaker = tokens.word[t];
			return t + 1;
		}
		if (kind === Token.Removed) {
			this.takeRemoved(REMOVED_CATEGORIES[tokens.word[t]]);
			return t + 1;
		}
		let roles = 0;
		let next = t + 1;
		if (tokens.word[t] !== 0) {
			let node = phraseStart(tokens.word[t]);
			for (let i = t; node !== 0; ) {
				const here = phraseRoles(node, dependsOnCase(node) && this.isUpper(t, i));
				if (here !== 0) {
					roles = here;
					next = i + 1;
				}
				i++;
				if (i >= tokens.count || tokens.skipped[i] > 0 || (tokens.gap[i] & ~PHRASE_GAP) !== 0)
					break;
				node = phraseNext(node, tokens.word[i]);
			}
		}
		if (
			kind === Token.Digits ||
			(kind === Token.Word && numberWord(tokens.word[t]) !== undefined)
		) {
			if (next === t + 1 || this.swallowsNumber(next)) {
				const after = this.stepNumber(t);
				if (after > t) return after;
			}
		}
		if (roles === 0) {
			this.countWords(1);
			return t + 1;
		}
		this.word += next - t - 1;
		if ((roles & ASKING) !== 0) this.ask(roles, t);
		else if ((roles & FILLING) === 0) this.countWords(next - t);
		if ((roles & BIT.correction) !== 0) {
			for (const stream of this.open) stream.corrected = true;
		}
		return next;
	}

	private isUpper(first: number, last: number): boolean {
		const { text, start, end } = this.tokens;
		const phrase = text.slice(start[first], end[last]);
		return phrase === phrase.toUpperCase();
	}

	/** Whether the last word of the phrase before token `next` belongs to a number there. */
	private swallowsNumber(next: number): boolean {
		const { tokens } = this;
		if (next >= tokens.count || tokens.kind[next] !== Token.Word) return false;
		if (tokens.skipped[next] > 0 || (tokens.gap[next] & ~(Gap.Space | Gap.Dash)) !== 0)
			return false;
		const isUnit = (t: number) => numberWord(tokens.word[t])?.some((m) => !m.weak) ?? false;
		return isUnit(next - 1) && isUnit(next);
	}

	private countWords(count: number): void {
		for (const stream of this.open) {
			if (stream.speaker === this.speaker) stream.ownWords += count;
			else stream.otherWords += count;
		}
	}

	/** Notes that the text announces a number. */
	private ask(roles: number, t: number): void {
		this.answerBackwards(roles, t);
		const hint = (roles & ~HINTING & ASKING) === 0;
		for (let i = this.open.length - 1; i >= 0; i--) {
			const stream = this.open[i];
			if (hint && stream.speaker !== this.speaker) continue;
			if (this.continues(stream, roles)) continue;
			this.close(stream);
		}
		const partial = (roles & BIT.lastFour) !== 0 && (roles & BIT.tax) !== 0;
		for (const [bit, kind] of KIND_OF_BIT) {
			if ((roles & bit) === 0 || (partial && bit === BIT.lastFour)) continue;
			this.asks.push({
				kind,
				fewest: partial ? 4 : kind.fewest,
				word: this.word,
				turn: this.turn,
				taken: false,
			});
		}
		if (this.asks.length > REMEMBERED_ASKS) this.asks = this.asks.slice(-REMEMBERED_ASKS);
	}

	/** Whether the stream goes on over an announcement: "and the rest of the card". */
	private continues(stream: Stream, roles: number): boolean {
		const first = stream.asks[0];
		if (first === undefined || first.kind.category === undefined) return false;
		const bit = BIT[first.kind.role];
		if ((roles & bit) !== 0) return true;
		if ((bit & CARD_FAMILY) === 0) return false;
		return (
			(roles & CARD_FAMILY) !== 0 ||
			((roles & BIT.lastFour) !== 0 && stream.digits >= 8 && stream.digits <= 15)
		);
	}

	/** "421, that's my security code": the phrase names the number just said. */
	private answerBackwards(roles: number, t: number): void {
		const { tokens } = this;
		if (t === 0) return;
		for (const stream of this.open) {
			if (stream.speaker !== this.speaker || stream.ownWords > 1) continue;
			if (stream.asks[0] !== undefined && !stream.asks[0].taken) {
				if (stream.asks[0].kind.category !== undefined) continue;
				if ((BIT[stream.asks[0].kind.role] & HINTING) === 0) continue;
			}
			if (!this.copulaBefore(t, stream)) continue;
			for (const [bit, kind] of KIND_OF_BIT) {
				if ((roles & bit) === 0) continue;
				stream.asks = [
					{ kind, fewest: kind.fewest, word: this.word, turn: this.turn, taken: false },
				];
				break;
			}
		}
		void tokens;
	}

	private copulaBefore(t: number, stream: Stream): boolean {
		const { tokens } = this;
		const end = this.numbers.end[stream.numbers[stream.numbers.length - 1]];
		for (let i = t - 1; i >= 0 && i > t - 7; i--) {
			if (tokens.kind[i] === Token.Turn || tokens.end[i] <= end) return false;
			if (tokens.kind[i] === Token.Word) {
				if ((phraseRoles(phraseStart(tokens.word[i]), false) & BIT.is) !== 0) return true;
			}
		}
		return false;
	}

	/** A number begins at token `t`; returns the token after it, or `t` when it is no number. */
	private stepNumber(t: number): number {
		const { tokens, numbers, shapes } = this;
		if (tokens.kind[t] === Token.Digits) {
			const shaped = shapes.read(t);
			if (shaped > t) {
				if (shapes.monthYear) this.addExpiry(t, shaped, false);
				else this.interrupt();
				return shaped;
			}
		}
		const poolSize = numbers.poolSize;
		const next = this.reader.read(t);
		if (next === t) return t;
		const number = numbers.count - 1;
		const size = numbers.to[number] - numbers.from[number];
		if (tokens.kind[t] === Token.Digits) numbers.marks[number] |= shapes.marks(t);
		if (size <= 7 && this.isMeasure(t, next)) numbers.marks[number] |= Mark.Measure;
		if ((numbers.marks[number] & (Mark.Measure | Mark.Identifier | Mark.Phone)) !== 0) {
			this.interrupt();
			numbers.count--;
			numbers.poolSize = poolSize;
			return next;
		}
		this.say(number, size);
		return next;
	}

	/** Whether what follows the number from token `t` to `next` makes it a measure. */
	private isMeasure(t: number, next: number): boolean {
		const { tokens } = this;
		const { text } = tokens;
		let after = tokens.end[next - 1];
		if (text[after] === ' ') after++;
		const code = text.charCodeAt(after);
		// % $ £ ¥ ₹ € °
		if (code === 37 || code === 36 || code === 0xa3 || code === 0xa5 || code === 0xb0) {
			return !(code === 36 && KIND[text.charCodeAt(after + 1)] === Kind.Digit);
		}
		if (code >= 0x20a0 && code <= 0x20bf && KIND[text.charCodeAt(after + 1)] !== Kind.Digit)
			return true;
		if ((tokens.gap[t] & Gap.Currency) !== 0) return true;
		if (next >= tokens.count || tokens.skipped[next] > 0 || tokens.word[next] === 0) return false;
		if ((tokens.gap[next] & ~(Gap.Space | Gap.Dash | Gap.Apostrophe)) !== 0) return false;
		return (phraseRoles(phraseStart(tokens.word[next]), false) & (MEASURING | BIT.month)) !== 0;
	}

	/** A number that cannot be part of a longer one ends what the speaker was saying. */
	private interrupt(): void {
		for (const stream of [...this.open]) {
			if (stream.speaker === this.speaker) this.close(stream);
		}
		// It is what the last hint announced.
		const last = this.asks[this.asks.length - 1];
		if (last !== undefined && (BIT[last.kind.role] & HINTING) !== 0) last.taken = true;
	}

	/** Adds a number to what its speaker is saying. */
	private say(number: number, size: number): void {
		let stream: Stream | undefined;
		for (const candidate of this.open) {
			if (candidate.speaker === this.speaker) stream = candidate;
		}
		if (stream !== undefined) {
			const asked = stream.asks.some((ask) => ask.kind.category !== undefined);
			if (
				stream.ownWords > (asked ? 12 : 3) ||
				stream.otherWords > (asked ? 25 : 12) ||
				(stream.asks[0]?.kind.category === undefined &&
					stream.asks.length > 0 &&
					stream.ownWords > 1)
			) {
				this.close(stream);
				stream = undefined;
			}
		}
		if (stream === undefined) {
			stream = {
				speaker: this.speaker,
				numbers: [],
				turns: [],
				digits: 0,
				asks: this.reachingAsks(),
				firstWord: this.word,
				lastWord: this.word,
				ownWords: 0,
				otherWords: 0,
				corrected: false,
			};
			this.open.push(stream);
		}
		stream.numbers.push(number);
		stream.turns.push(this.turn);
		stream.digits += size;
		stream.lastWord = this.word;
		stream.ownWords = 0;
		stream.otherWords = 0;
	}

	/** The announcements that reach from where they were made to here, the nearest first. */
	private reachingAsks(): Ask[] {
		const reaching: Ask[] = [];
		for (let i = this.asks.length - 1; i >= 0; i--) {
			const ask = this.asks[i];
			if (ask.taken && ask.kind.category === undefined) continue;
			if (this.word - ask.word > ask.kind.words + 1) continue;
			if (this.turn - ask.turn > ask.kind.turns) continue;
			reaching.push(ask);
			if (ask.kind.category === undefined) break;
		}
		return reaching;
	}

	/** A token of an earlier redaction stands for the number that was asked for. */
	private takeRemoved(category: Category): void {
		this.closeAll();
		for (let i = this.asks.length - 1; i >= 0; i--) {
			if (this.asks[i].kind.category === category) {
				this.asks[i].taken = true;
				break;
			}
		}
		if (category === 'card') this.cardWords.push(this.word);
	}

	private closeAll(): void {
		while (this.open.length > 0) this.close(this.open[0]);
	}

	/** Decides what the digits of a stream are. */
	private close(stream: Stream): void {
		this.open.splice(this.open.indexOf(stream), 1);
		const rest = this.takeCards(stream);
		for (const part of rest) this.explain(stream, part.first, part.last);
	}

	private digitsOf(stream: Stream, first: number, last: number): number[] {
		const { numbers } = this;
		const digits: number[] = [];
		for (let i = first; i < last; i++) {
			const n = stream.numbers[i];
			for (let d = numbers.from[n]; d < numbers.to[n]; d++) digits.push(numbers.pool[d]);
		}
		return digits;
	}

	/** Hides the numbers of a stream, in one piece per turn. */
	private hide(stream: Stream, first: number, last: number, category: Category): void {
		const { numbers } = this;
		let from = first;
		for (let i = first + 1; i <= last; i++) {
			if (i < last && stream.turns[i] === stream.turns[from]) continue;
			this.findings.push({
				category,
				start: numbers.start[stream.numbers[from]],
				end: numbers.end[stream.numbers[i - 1]],
			});
			from = i;
		}
		const digits = this.digitsOf(stream, first, Math.min(last, first + 60)).slice(0, 60);
		this.secrets.push({ category, digits, word: stream.lastWord });
		if (this.secrets.length > REMEMBERED) this.secrets.shift();
		if (category === 'card') this.cardWords.push(stream.lastWord);
		for (const earlier of this.unexplained) {
			if (stream.firstWord - earlier.lastWord > ECHO_WORDS) continue;
			this.hideEcho(earlier, 0, earlier.numbers.length, digits, category);
		}
	}

	/** Finds card numbers in a stream; returns the stretches of numbers that are left. */
	private takeCards(stream: Stream): Array<{ first: number; last: number }> {
		const count = stream.numbers.length;
		const rest: Array<{ first: number; last: number }> = [];
		if (stream.digits < SHORTEST_CARD) return [{ first: 0, last: count }];
		const { numbers } = this;
		const digits = new Uint8Array(stream.digits);
		const ends = new Int32Array(count);
		let size = 0;
		for (let i = 0; i < count; i++) {
			const n = stream.numbers[i];
			for (let d = numbers.from[n]; d < numbers.to[n]; d++) digits[size++] = numbers.pool[d];
			ends[i] = size;
		}
		// Luhn sums of every prefix, with the doubling on even and on odd places.
		const even = new Int32Array(size + 1);
		const odd = new Int32Array(size + 1);
		for (let i = 0; i < size; i++) {
			const d = digits[i];
			const doubled = d > 4 ? d * 2 - 9 : d * 2;
			even[i + 1] = even[i] + (i % 2 === 0 ? doubled : d);
			odd[i + 1] = odd[i] + (i % 2 === 1 ? doubled : d);
		}
		const neutral = stream.asks[0] !== undefined && stream.asks[0].kind.category === undefined;
		let left = 0;
		let i = 0;
		while (i < count) {
			const from = i === 0 ? 0 : ends[i - 1];
			let last = -1;
			if (size - from >= SHORTEST_CARD) {
				const lengths = cardLengths(
					digits[from],
					digits[from + 1],
					digits[from + 2],
					digits[from + 3],
				);
				for (let j = i; lengths !== 0 && j < count; j++) {
					const length = ends[j] - from;
					if (length > LONGEST_CARD) break;
					if ((lengths & (1 << length)) === 0) continue;
					// The last digit is not doubled, the one before it is.
					const sums = ends[j] % 2 === 0 ? even : odd;
					if ((sums[ends[j]] - sums[from]) % 10 !== 0) continue;
					if (!this.looksLikeCard(stream, i, j + 1, length, neutral)) continue;
					last = j + 1;
					if (length === 16 || length === 15 || length === 14) break;
				}
			}
			if (last < 0) {
				i++;
				continue;
			}
			if (left < i) rest.push({ first: left, last: i });
			this.hide(stream, i, last, 'card');
			for (const ask of stream.asks) if ((BIT[ask.kind.role] & CARD_FAMILY) !== 0) ask.taken = true;
			i = last;
			left = i;
		}
		if (left < count) rest.push({ first: left, last: count });
		return rest;
	}

	/** Whether numbers whose digits pass for a card are grouped and announced like one. */
	private looksLikeCard(
		stream: Stream,
		first: number,
		last: number,
		length: number,
		neutral: boolean,
	): boolean {
		if (stream.asks.some((ask) => (BIT[ask.kind.role] & CARD_FAMILY) !== 0) && !neutral)
			return true;
		const whole = first === 0 && last === stream.numbers.length;
		const usual = length === 16 || length === 15 || length === 14;
		if (neutral) return usual && whole;
		if (!usual) return last - first === 1;
		const { numbers } = this;
		let written = 0;
		let ragged = false;
		const size = (i: number) => numbers.to[stream.numbers[i]] - numbers.from[stream.numbers[i]];
		for (let i = first; i < last; i++) {
			if ((numbers.marks[stream.numbers[i]] & Mark.Spoken) === 0) written++;
			if (i > first && i < last - 1 && size(i) !== size(first) && size(i) !== 6) ragged = true;
		}
		return written < last - first || !ragged;
	}

	/** Decides about digits that are no card by what was asked for. */
	private explain(stream: Stream, first: number, last: number): void {
		const { numbers } = this;
		const digits = this.digitsOf(stream, first, Math.min(last, first + 60));
		const size = digits.length;
		for (const ask of stream.asks) {
			const { kind } = ask;
			if (kind.category === undefined) {
				if (kind.role === 'expiry') {
					if (size <= kind.most) this.addExpiryNumbers(stream, first, last);
					ask.taken = true;
					return;
				}
				if (size >= kind.fewest && size <= kind.most) {
					ask.taken = true;
					return;
				}
				continue;
			}
			if (size < ask.fewest) continue;
			const most = kind.most * (stream.corrected ? 3 : 2);
			if (kind.role === 'security' || kind.role === 'code') {
				if (ask.taken && !stream.corrected) continue;
				const end = this.shortCode(stream, first, last, ask.fewest, kind.most);
				if (end < 0) continue;
				this.hide(stream, first, end, kind.category);
				ask.taken = true;
				if (end < last) this.explain(stream, end, last);
				return;
			}
			if (size > most) continue;
			if (kind.role === 'utr' && size !== 10) continue;
			if ((BIT[kind.role] & CARD_FAMILY) === 0) {
				const marks = numbers.marks[stream.numbers[first]];
				if (last - first === 1 && (marks & (Mark.Large | Mark.AmountForm)) !== 0) continue;
			}
			if (ask.taken && size < 8 && !stream.corrected) continue;
			this.hide(stream, first, last, kind.category);
			ask.taken = true;
			return;
		}
		for (const secret of this.secrets) {
			if (stream.firstWord - secret.word > ECHO_WORDS) continue;
			if (this.hideEcho(stream, first, last, secret.digits, secret.category)) return;
		}
		if (size < 60) {
			this.unexplained.push(
				first === 0 && last === stream.numbers.length
					? stream
					: {
							...stream,
							numbers: stream.numbers.slice(first, last),
							turns: stream.turns.slice(first, last),
						},
			);
			if (this.unexplained.length > REMEMBERED) this.unexplained.shift();
		}
	}

	/** Where a code of `fewest` to `most` digits ends that begins the stretch, or -1. */
	private shortCode(
		stream: Stream,
		first: number,
		last: number,
		fewest: number,
		most: number,
	): number {
		const { numbers } = this;
		let size = 0;
		let best = -1;
		for (let i = first; i < last; i++) {
			const n = stream.numbers[i];
			size += numbers.to[n] - numbers.from[n];
			if (size > most && !stream.corrected) break;
			if (size >= fewest) best = i + 1;
		}
		return best;
	}

	/** Hides digits that repeat a part of a secret; one of four or more may be misheard. */
	private hideEcho(
		stream: Stream,
		first: number,
		last: number,
		secret: readonly number[],
		category: Category,
	): boolean {
		const digits = this.digitsOf(stream, first, last);
		const size = digits.length;
		if (size < 3 || size > secret.length + 2) return false;
		const allowed = size >= 4 ? 1 : 0;
		for (let at = 0; at + size <= secret.length; at++) {
			let wrong = 0;
			for (let i = 0; i < size && wrong <= allowed; i++) if (digits[i] !== secret[at + i]) wrong++;
			if (wrong > allowed) continue;
			const { numbers } = this;
			for (let i = first; i < last; i++) {
				this.findings.push({
					category,
					start: numbers.start[stream.numbers[i]],
					end: numbers.end[stream.numbers[i]],
				});
			}
			return true;
		}
		return false;
	}

	private addExpiry(first: number, next: number, asked: boolean): void {
		const { tokens } = this;
		let wasAsked = asked;
		for (const ask of this.reachingAsks()) {
			if (ask.kind.role === 'expiry') {
				wasAsked = true;
				ask.taken = true;
			}
		}
		this.interrupt();
		this.expiries.push({
			start: tokens.start[first],
			end: tokens.end[next - 1],
			word: this.word,
			asked: wasAsked,
		});
	}

	private addExpiryNumbers(stream: Stream, first: number, last: number): void {
		const { numbers } = this;
		this.expiries.push({
			start: numbers.start[stream.numbers[first]],
			end: numbers.end[stream.numbers[last - 1]],
			word: stream.firstWord,
			asked: true,
		});
	}

	/** An expiry date goes when a card number stands near it. */
	private settleExpiries(): void {
		const { cardWords } = this;
		cardWords.sort((a, b) => a - b);
		this.expiries.sort((a, b) => a.word - b.word);
		let at = 0;
		for (const expiry of this.expiries) {
			const reach = expiry.asked ? EXPIRY_WORDS : 6;
			while (at < cardWords.length && cardWords[at] < expiry.word - reach) at++;
			if (at < cardWords.length && cardWords[at] <= expiry.word + reach) {
				this.findings.push({ category: 'card', start: expiry.start, end: expiry.end });
			}
		}
	}
}
