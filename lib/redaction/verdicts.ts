import {
	bitOf,
	CARD_DATE_KIND,
	CARD_FAMILY,
	HINTING,
	SHORT,
	type Announcements,
	type Ask,
} from './announcements';
import { assembleCard, LONGEST_SAID, type Heard } from './assembly';
import { cardLengths, SHORTEST_CARD } from './cards';
import { CardSearch } from './card-search';
import { abn, verhoeff } from './checksums';
import type { ExpiryDates } from './expiry-dates';
import type { Category, Finding, RedactOptions } from './finding';
import { BIT } from './lexicon';
import type { Role } from './languages/language';
import { Mark, type Numbers } from './numbers';
import { part, type Stream } from './streams';

/** Secrets and unexplained digits that are remembered for what repeats them. */
const REMEMBERED = 6;
/** No more digits than that are looked at when something is compared. */
const LONGEST = 60;
/** How far a repetition may be from what it repeats, in words. */
const REPETITION_WORDS = 60;
/** Stretches of digits that are remembered as possible parts of a card number. */
const HEARD = 16;
/** What is announced so may be a part of a card number all the same. */
const MAY_BE_OF_CARD = HINTING | CARD_FAMILY | BIT.lastFour;
/** An aside between two parts of a card number that goes with them, in characters. */
const LONGEST_ASIDE = 48;
/** The years that cards now in use expire in, without their century. */
const EARLIEST_EXPIRY = 24;
const LATEST_EXPIRY = 45;
/** How far from a card number its code and its readback may be when nobody asks for them. */
const BESIDE_WORDS = 4;

/** Whether digits repeat a part of a secret; one of four or more may be misheard. */
function repeats(digits: readonly number[], secret: readonly number[], fewest = 3): boolean {
	const size = digits.length;
	if (size < fewest) return false;
	const allowed = size >= 12 ? 3 : size >= 4 ? 1 : 0;
	for (let at = 0; at + size <= secret.length; at++) {
		let wrong = 0;
		for (let i = 0; i < size && wrong <= allowed; i++) if (digits[i] !== secret[at + i]) wrong++;
		if (wrong <= allowed) return true;
	}
	return false;
}

/** A card number answers whatever asked for one. */
function takeCardAsks({ asks }: Stream): void {
	for (const ask of asks) if ((bitOf(ask) & CARD_FAMILY) !== 0) ask.taken = true;
}

/** How long the usual answers are that come in parts. */
const USUAL_LENGTH: Partial<Record<Role, number>> = {
	card: 16,
	cardMention: 16,
	bank: 12,
	bankMention: 12,
	tax: 11,
};

/** Whether the speaker who answered in part goes on: "6070 3568, are you noting? 8547". */
function goesOnAnswering(
	{ speaker }: Stream,
	{ kind, given, givenBy }: Ask,
	size: number,
): boolean {
	return (
		speaker === givenBy &&
		given > 0 &&
		size > (kind.role === 'tax' ? 2 : 1) &&
		given + size <= (USUAL_LENGTH[kind.role] ?? 0)
	);
}

/** Decides what digits are, once a speaker has come to the end of them. */
export class Verdicts {
	private readonly cards: CardSearch;
	private readonly secrets: Array<{ category: Category; digits: readonly number[]; word: number }> =
		[];
	private readonly unexplained: Array<{ stream: Stream; digits: number[] }> = [];
	/** What was said lately that may be a part of a card number. */
	private readonly heard: Array<Heard & { stream: Stream }> = [];

	constructor(
		private readonly numbers: Numbers,
		private readonly findings: Finding[],
		private readonly announcements: Announcements,
		private readonly expiryDates: ExpiryDates,
		private readonly options: RedactOptions,
	) {
		this.cards = new CardSearch(numbers);
	}

	/** Decides about a whole stream. */
	decide(stream: Stream): void {
		const cut = this.cards.cut(stream);
		for (const { first, last, card } of cut) {
			if (!card) continue;
			this.hide(stream, first, last, 'card');
			takeCardAsks(stream);
		}
		for (const { first, last, card } of cut) {
			if (card || (cut.length > 1 && this.isBesideCard(stream, first, last))) continue;
			this.explain(stream, first, last);
		}
	}

	/** Decides about all of a stream but what was said last, in one breath. */
	splitOffLast(stream: Stream): void {
		const { apart } = this.numbers;
		let from = stream.numbers.length - 1;
		while (from > 0 && apart[stream.numbers[from]] === 0) from--;
		if (from <= 0) return;
		const earlier = part(stream, this.numbers, 0, from);
		const said = part(stream, this.numbers, from, stream.numbers.length);
		stream.numbers = said.numbers;
		stream.digits = said.digits;
		this.decide(earlier);
	}

	/** Decides about digits that are no card by what was asked for, then by what was said before. */
	private explain(stream: Stream, first: number, last: number): void {
		const digits = this.digitsOf(stream, first, last);
		const hinted = stream.asks.length > 0 && (bitOf(stream.asks[0]) & HINTING) !== 0;
		if (hinted && digits.length > 3 && this.isRepetition(stream, first, last, digits)) return;
		for (const ask of stream.asks) {
			if (!this.answers(stream, first, last, ask, digits)) continue;
			if ((bitOf(ask) & MAY_BE_OF_CARD) !== 0) this.completesCard(stream, first, last, digits);
			return;
		}
		if (this.completesCard(stream, first, last, digits)) return;
		if (this.isRepetition(stream, first, last, digits)) return;
		if (this.isCodeOfCard(stream, first, last)) return;
		const grouped = this.isSortCodeAndAccount(stream, first, last)
			? 'bank'
			: this.isTaxNumber(stream, first, last, digits)
				? 'tax_id'
				: undefined;
		if (grouped !== undefined) {
			this.hide(stream, first, last, grouped);
			return;
		}
		if (this.isUnnamedPhone(stream, first, last, digits.length)) {
			this.hidePieces(stream, first, last, 'phone');
		}
		if (digits.length === LONGEST) return;
		const whole = first === 0 && last === stream.numbers.length;
		const unexplained = whole ? stream : part(stream, this.numbers, first, last);
		this.unexplained.push({ stream: unexplained, digits });
		if (this.unexplained.length > REMEMBERED) this.unexplained.shift();
	}

	/** Whether the digits are what was asked for; hides them if they must go. */
	private answers(
		stream: Stream,
		first: number,
		last: number,
		ask: Ask,
		digits: readonly number[],
	): boolean {
		const { kind } = ask;
		const size = digits.length;
		if (kind.category === undefined) return this.answersPlainly(stream, first, last, ask, size);
		if (size < ask.fewest && !this.isSortCode(stream, first, last, ask)) return false;
		if ((bitOf(ask) & SHORT) !== 0) return this.answersWithCode(stream, first, last, ask, size);
		if (size > kind.most * (stream.corrected ? 3 : 2)) {
			return this.answersAtFirst(stream, first, last, ask);
		}
		if (kind.role === 'utr' && size !== kind.most) return false;
		// Too short for a card, or after the one that was asked for: only if a card can begin so.
		const part = kind.role === 'card' && size < SHORTEST_CARD;
		const another = ask.taken && (bitOf(ask) & CARD_FAMILY) !== 0;
		if ((part || another) && !stream.corrected) {
			const lengths = cardLengths(digits[0], digits[1], digits[2], digits[3]);
			if (lengths === 0 || (!part && (lengths & (1 << size)) === 0)) return false;
		}
		if ((bitOf(ask) & CARD_FAMILY) === 0 && this.isAmount(stream, first, last)) return false;
		if (ask.taken && size < 8 && !stream.corrected && !goesOnAnswering(stream, ask, size))
			return false;
		this.hide(stream, first, last, kind.category);
		this.take(stream, ask, last, size);
		if (kind.category === 'card') takeCardAsks(stream);
		return true;
	}

	/** "My bank is in London, 23-05-80": three pairs where an account is spoken of. */
	private isSortCode(stream: Stream, first: number, last: number, ask: Ask): boolean {
		const said = stream.numbers.slice(first, last);
		const { apart } = this.numbers;
		return (
			ask.kind.role === 'bankMention' &&
			said.length === 3 &&
			said.every((n, i) => this.numbers.size(n) === 2 && (i === 0 || apart[n] === 0))
		);
	}

	/** "48 05 24, 99222870": three pairs and eight digits, which nobody asked for. */
	private isSortCodeAndAccount(stream: Stream, first: number, last: number): boolean {
		const said = stream.numbers.slice(first, last);
		if (said.length !== 4) return false;
		return said.every((n, i) => {
			const written = (this.numbers.marks[n] & Mark.Spoken) === 0;
			return written && this.numbers.size(n) === (i < 3 ? 2 : 8);
		});
	}

	/** "five two seven, six five, nine one four three": known by its groups, and by a checksum if it has one. */
	private isTaxNumber(
		stream: Stream,
		first: number,
		last: number,
		digits: readonly number[],
	): boolean {
		if (digits.length < 9 || digits.length > 12) return false;
		const groups = this.pieces(stream, first, last)
			.map((piece) => piece.digits.length)
			.join();
		const plain = digits.join('');
		if (groups === '3,2,4') return !/^(?:000|666|9)|^...00|0000$/.test(plain);
		if (groups === '4,4,4') return plain[0] > '1' && verhoeff(plain);
		return groups === '2,3,3,3' && abn(plain);
	}

	/** An answer that runs into other digits: as many numbers as it can have are the answer. */
	private answersAtFirst(stream: Stream, first: number, last: number, ask: Ask): boolean {
		const { category, most } = ask.kind;
		if (category === undefined) return false;
		let from = first;
		// A list of answers, perhaps a very long one: one after the other, never one within another.
		while (this.digitsOf(stream, from, last).length > most * 2) {
			const end = this.endOfAnswer(stream, from, last, ask);
			if (end === from) break;
			this.hide(stream, from, end, category);
			ask.taken = true;
			from = end;
		}
		if (from === first) return false;
		if (from < last) this.explain(stream, from, last);
		return true;
	}

	/** Where the numbers end that are one answer, from `first` on; `first` when they are none. */
	private endOfAnswer(stream: Stream, first: number, last: number, ask: Ask): number {
		let size = 0;
		let end = first;
		for (; end < last; end++) {
			const longer = size + this.numbers.size(stream.numbers[end]);
			if (longer > ask.kind.most) break;
			size = longer;
		}
		return size < ask.fewest ? first : end;
	}

	/** Digits of something that stays, or that goes only with something else. */
	private answersPlainly(
		stream: Stream,
		first: number,
		last: number,
		ask: Ask,
		size: number,
	): boolean {
		const { kind } = ask;
		if (this.isOnlyHint(stream, ask, first)) return false;
		if (kind === CARD_DATE_KIND && !this.isMonthAndYear(stream, first, last)) return false;
		if (kind.role === 'expiry') {
			ask.taken = true;
			if (size <= kind.most) {
				const { start, end, word } = this.numbers;
				const from = stream.numbers[first];
				this.expiryDates.add(start[from], end[stream.numbers[last - 1]], word[from], true);
			}
			return true;
		}
		if (size < kind.fewest || size > kind.most) return false;
		ask.taken = true;
		if (kind.role === 'phone' && this.options.alsoHide?.includes('phone')) {
			this.hidePieces(stream, first, last, 'phone');
		}
		return true;
	}

	/** Four or six digits that are a month and a year to come: "zero four, thirty-one". */
	private isMonthAndYear(stream: Stream, first: number, last: number): boolean {
		const digits = this.digitsOf(stream, first, last);
		if (digits.length !== 4 && digits.length !== 6) return false;
		const month = digits[0] * 10 + digits[1];
		const year = digits[digits.length - 2] * 10 + digits[digits.length - 1];
		return month >= 1 && month <= 12 && year >= EARLIEST_EXPIRY && year <= LATEST_EXPIRY;
	}

	/** A thing named beside a question for a secret does not explain the answer. */
	private isOnlyHint(stream: Stream, hint: Ask, first: number): boolean {
		if ((bitOf(hint) & HINTING) === 0) return false;
		if (hint.turn === this.numbers.turn[stream.numbers[first]]) return false;
		return stream.asks.some(
			(ask) => ask.kind.category !== undefined && !ask.taken && ask.turn === hint.turn,
		);
	}

	/** A code of few digits: what is said after a pause is something else. */
	private answersWithCode(
		stream: Stream,
		first: number,
		last: number,
		ask: Ask,
		size: number,
	): boolean {
		const { kind } = ask;
		if (kind.category === undefined || this.isAmount(stream, first, last)) return false;
		if (ask.taken && !stream.corrected && !this.isMisheard(stream, ask, size)) {
			// "That one has expired." "540 640."
			const again =
				this.numbers.turn[stream.numbers[first]] > ask.givenTurn && stream.speaker === ask.givenBy;
			if (!again || size !== ask.lastGiven) return false;
		}
		let said = 0;
		let end = -1;
		for (let i = first; i < last; i++) {
			const n = stream.numbers[i];
			if (end > 0 && this.numbers.apart[n] === 1 && !stream.corrected) break;
			if (i > first && this.isAmount(stream, i, i + 1)) break;
			said += this.numbers.size(n);
			if (said > kind.most * 2 && !stream.corrected) break;
			if (said >= ask.fewest) end = i + 1;
		}
		if (end < 0) return false;
		this.hide(stream, first, end, kind.category);
		this.take(stream, ask, end, this.digitsOf(stream, first, end).length);
		if (end < last) this.explain(stream, end, last);
		return true;
	}

	/** So many digits, up to the number `last` of a stream, answer what was asked for. */
	private take(stream: Stream, ask: Ask, last: number, size: number): void {
		ask.taken = true;
		ask.given += size;
		ask.lastGiven = size;
		ask.givenTurn = this.numbers.turn[stream.numbers[last - 1]];
		ask.givenBy = stream.speaker;
	}

	/** Whether a turn begins with as many digits as the answer before it: read back, but misheard. */
	private isMisheard(stream: Stream, ask: Ask, size: number): boolean {
		const latest = this.secrets[this.secrets.length - 1];
		return (
			latest?.category === ask.kind.category &&
			latest.digits.length === size &&
			this.firstWord(stream) - latest.word < BESIDE_WORDS
		);
	}

	/** Whether one number is said as an amount is. */
	private isAmount(stream: Stream, first: number, last: number): boolean {
		const marks = this.numbers.marks[stream.numbers[first]];
		return last - first === 1 && (marks & (Mark.Large | Mark.AmountForm)) !== 0;
	}

	private isRepetition(
		stream: Stream,
		first: number,
		last: number,
		digits: readonly number[],
	): boolean {
		const { marks } = this.numbers;
		for (let i = first; i < last; i++) {
			if ((marks[stream.numbers[i]] & Mark.Large) !== 0) return false;
		}
		for (const secret of this.secrets) {
			if (this.firstWord(stream) - secret.word > REPETITION_WORDS) continue;
			if (!repeats(digits, secret.digits) && !this.begins(digits, secret.digits)) continue;
			this.hidePieces(stream, first, last, secret.category);
			return true;
		}
		return this.repeatsInPieces(stream, first, last);
	}

	/** "4758. Five eight, not six eight.": pieces of a secret, some of them perhaps very short. */
	private repeatsInPieces(stream: Stream, first: number, last: number): boolean {
		if (last - first < 2 || this.secrets.length === 0) return false;
		const near = this.secrets.filter(
			({ word }) => Math.abs(this.firstWord(stream) - word) <= REPETITION_WORDS,
		);
		if (near.length === 0) return false;
		let found = false;
		for (const { from, to, digits } of this.pieces(stream, first, last)) {
			const fewest = found ? 2 : 4;
			const secret = near.find(
				(one) => digits.length >= fewest && repeats(digits, one.digits, fewest),
			);
			if (secret === undefined) continue;
			this.hidePieces(stream, from, to, secret.category);
			found = true;
		}
		return found;
	}

	/** A stretch of a stream where it is cut by commas, dots and words. */
	private pieces(stream: Stream, first: number, last: number) {
		const { start, end } = this.numbers;
		const pieces: Array<{ from: number; to: number; digits: number[] }> = [];
		for (let from = first, i = first + 1; i <= last; i++) {
			if (i < last && start[stream.numbers[i]] - end[stream.numbers[i - 1]] < 2) continue;
			pieces.push({ from, to: i, digits: this.digitsOf(stream, from, i) });
			from = i;
		}
		return pieces;
	}

	/** Whether digits begin with a secret of which only a part was heard: said again, and whole. */
	private begins(digits: readonly number[], secret: readonly number[]): boolean {
		return secret.length > 4 && repeats(secret, digits.slice(0, secret.length));
	}

	/** What is said in one breath with a card number: its code, its date, digits said twice. */
	private isBesideCard(stream: Stream, first: number, last: number): boolean {
		if (stream.asks.some((ask) => (bitOf(ask) & SHORT) !== 0)) return false;
		if (this.numbers.apart[stream.numbers[first === 0 ? last : first]] === 1) return false;
		if (this.digitsOf(stream, first, last).length > 8) return false;
		this.hidePieces(stream, first, last, 'card');
		return true;
	}

	/** Three or four digits right after a card number, for which nobody needed to ask. */
	private isCodeOfCard(stream: Stream, first: number, last: number): boolean {
		const [nearest] = stream.asks;
		const latest = this.secrets[this.secrets.length - 1];
		// "4242…, 09/28, 123, 94107": in a list it is one of several numbers.
		const written = (this.numbers.marks[stream.numbers[first]] & Mark.Spoken) === 0;
		const end = written ? first + 1 : last;
		const size = this.digitsOf(stream, first, end).length;
		if (size !== 3 && size !== 4) return false;
		if (end < last && this.numbers.size(stream.numbers[end]) < 5) return false;
		if (nearest !== undefined && (nearest.kind.category !== undefined || !nearest.taken))
			return false;
		if (latest?.category !== 'card') return false;
		if (this.firstWord(stream) - latest.word > BESIDE_WORDS) return false;
		this.hidePieces(stream, first, end, 'card_security');
		if (end < last) this.explain(stream, end, last);
		return true;
	}

	/** "I have 4242 4242 4242 so far." "And 4242.": all parts of a card number that is complete now. */
	private completesCard(
		stream: Stream,
		first: number,
		last: number,
		digits: readonly number[],
	): boolean {
		if (digits.length > LONGEST_SAID || this.isAmount(stream, first, last)) return false;
		const { word, apart, anew } = this.numbers;
		let earliest = this.heard.length;
		for (let from = first, to = first + 1; from < last; from = to++) {
			while (to < last && apart[stream.numbers[to]] + anew[stream.numbers[to]] === 0) to++;
			earliest = Math.min(earliest, this.hear(stream, from, to));
		}
		let card: ReturnType<typeof assembleCard>;
		for (let end = earliest; end < this.heard.length && card === undefined; end++) {
			card = assembleCard(this.heard, end);
		}
		if (card === undefined) return false;
		let before: Stream | undefined;
		for (const { stream: said } of card.parts as Array<Heard & { stream: Stream }>) {
			this.hide(said, 0, said.numbers.length, 'card');
			if (before !== undefined) this.joinParts(before, said);
			before = said;
		}
		this.remember('card', card.digits, word[stream.numbers[last - 1]]);
		this.heard.length = 0;
		takeCardAsks(stream);
		return true;
	}

	/** "4216 8549 3851, no wait, I can't see, 3850": a short aside goes with what it stands in. */
	private joinParts(before: Stream, after: Stream): void {
		const { start, end, turn } = this.numbers;
		const last = before.numbers[before.numbers.length - 1];
		const [first] = after.numbers;
		if (turn[last] !== turn[first] || start[first] - end[last] > LONGEST_ASIDE) return;
		this.findings.push({ category: 'card', start: end[last], end: start[first] });
	}

	/** Remembers what was said in one go, by the time it was said; returns its place. */
	private hear(stream: Stream, first: number, last: number): number {
		const { word } = this.numbers;
		const { heard } = this;
		const whole = first === 0 && last === stream.numbers.length;
		const said = {
			stream: whole ? stream : part(stream, this.numbers, first, last),
			speaker: stream.speaker,
			digits: this.digitsOf(stream, first, last),
			firstWord: word[stream.numbers[first]],
			lastWord: word[stream.numbers[last - 1]],
		};
		// Streams of two speakers end in another order than they begin.
		let at = heard.length;
		while (at > 0 && heard[at - 1].firstWord > said.firstWord) at--;
		heard.splice(at, 0, said);
		if (heard.length <= HEARD) return at;
		heard.shift();
		return Math.max(0, at - 1);
	}

	/** Digits that nothing else explains, when phone numbers are to be hidden: "call 9876543210". */
	private isUnnamedPhone(stream: Stream, first: number, last: number, size: number): boolean {
		if (!this.options.alsoHide?.includes('phone') || size < 9 || size > 15) return false;
		for (let i = first; i < last; i++) {
			if ((this.numbers.marks[stream.numbers[i]] & Mark.Large) !== 0) return false;
		}
		return true;
	}

	/** Hides a secret, and what repeated it before it was known to be one. */
	private hide(stream: Stream, first: number, last: number, category: Category): void {
		const { word } = this.numbers;
		this.hidePieces(stream, first, last, category);
		if (category === 'card') {
			this.expiryDates.addCard(word[stream.numbers[first]]);
			this.announcements.hearCard(word[stream.numbers[last - 1]]);
		}
		this.remember(category, this.digitsOf(stream, first, last), word[stream.numbers[last - 1]]);
	}

	/** The category of a secret said lately that has these digits in it: "M2622417" after "M, two six double two …". */
	repeated(digits: readonly number[], word: number): Category | undefined {
		if (digits.length < 4) return undefined;
		return this.secrets.find(
			(secret) => word - secret.word <= REPETITION_WORDS && repeats(digits, secret.digits),
		)?.category;
	}

	/** Remembers a secret that was said at this word, and hides what repeated it before. */
	remember(category: Category, digits: readonly number[], word: number): void {
		this.secrets.push({ category, digits, word });
		if (this.secrets.length > REMEMBERED) this.secrets.shift();
		for (const earlier of this.unexplained) {
			if (word - earlier.stream.lastWord > REPETITION_WORDS) continue;
			this.hideRepeated(earlier.stream, earlier.digits, digits, category);
		}
	}

	/** Hides what repeats a secret: a stream, or what was said in it in one breath. */
	private hideRepeated(
		stream: Stream,
		said: readonly number[],
		secret: readonly number[],
		category: Category,
	): void {
		const count = stream.numbers.length;
		if (repeats(said, secret)) {
			this.hidePieces(stream, 0, count, category);
			return;
		}
		// "Was that 4556 or 4556?"
		for (const { from, to, digits } of this.pieces(stream, 0, count)) {
			if (digits.length > 3 && repeats(digits, secret)) this.hidePieces(stream, from, to, category);
		}
	}

	/** Hides the numbers of a stream, with what stands between those said in one breath. */
	private hidePieces(stream: Stream, first: number, last: number, category: Category): void {
		const { start, end, apart } = this.numbers;
		let from = first;
		for (let i = first + 1; i <= last; i++) {
			if (i < last && apart[stream.numbers[i]] === 0) continue;
			this.findings.push({
				category,
				start: start[stream.numbers[from]],
				end: end[stream.numbers[i - 1]],
			});
			from = i;
		}
	}

	private firstWord(stream: Stream): number {
		return this.numbers.word[stream.numbers[0]];
	}

	/** The digits of a stretch of a stream; of a very long one the first few. */
	private digitsOf(stream: Stream, first: number, last: number): number[] {
		const { from, to, pool } = this.numbers;
		const digits: number[] = [];
		for (let i = first; i < last && digits.length < LONGEST; i++) {
			const n = stream.numbers[i];
			for (let d = from[n]; d < to[n] && digits.length < LONGEST; d++) digits.push(pool[d]);
		}
		return digits;
	}
}
