import {
	bitOf,
	EXPIRY_QUESTION_KIND,
	HINTING,
	type Announcements,
	type Ask,
} from './announcements';
import { isExpiryYear } from './answers';
import type { ExpiryDates } from './expiry-dates';
import { isFigure } from './figures';
import type { KnownSecrets } from './known-secrets';
import { isParticle, PARTICLE } from './lexicon';
import type { NumberReader, Numbers } from './numbers';
import { BIT } from './phrase-tree';
import { FILLING, type Phrases } from './phrases';
import type { Place } from './place';
import type { Streams } from './streams';
import { Token, type Tokens } from './tokens';

/** How far from a thing's name a date is that thing's, in words. */
const HINTED_WORDS = 3;

/** Reads a month and a year, and decides whether they may be when a card expires. */
export class CardDates {
	constructor(
		private readonly tokens: Tokens,
		private readonly phrases: Phrases,
		private readonly numbers: Numbers,
		private readonly reader: NumberReader,
		private readonly place: Place,
		private readonly announcements: Announcements,
		private readonly streams: Streams,
		private readonly secrets: KnownSecrets,
		private readonly expiryDates: ExpiryDates,
	) {}

	/** "November twenty twenty-seven": a number after the month at token `month`, up to token `next`. */
	read(month: number, t: number, next: number, number: number): number {
		const { tokens, numbers } = this;
		let end = next;
		if (numbers.size(number) <= 2 && next < tokens.count && tokens.skipped[next] === 0) {
			const more = this.reader.read(next);
			if (more > next && numbers.size(numbers.count - 1) === 2) end = more;
		}
		const written = numbers.size(number) === 4;
		const year = written
			? this.isYearToCome(number)
			: end > next || t > month + 1 || this.isCardYear(number, month);
		numbers.forget(number);
		this.add(month, end, !year || isFigure(tokens, month - 1));
		return end;
	}

	/** A date that may be a card's expiry; one that names a day perhaps only when that was asked for. */
	add(first: number, next: number, day: boolean): void {
		const { start, end } = this.tokens;
		const ask = this.announcements.find('expiry');
		if (ask !== undefined) ask.taken = true;
		this.streams.endOwn();
		if (ask === undefined && (day || this.isOtherDate(first))) return;
		this.expiryDates.add(
			start[this.beginOf(first)],
			end[next - 1],
			this.place.word,
			ask !== undefined,
			!day && this.isAnswerTo(ask, first),
		);
	}

	/** "May 2028", but not "May 1983". */
	private isYearToCome(number: number): boolean {
		const { pool, from } = this.numbers;
		const [a, b, c, d] = pool.subarray(from[number], from[number] + 4);
		return a === 2 && b === 0 && isExpiryYear(c * 10 + d);
	}

	/** "4970 4217 7788 6538, jusqu'à décembre vingt-huit": a year, right after a card number or the question for it. */
	private isCardYear(number: number, month: number): boolean {
		const { numbers, tokens } = this;
		if (numbers.size(number) !== 2) return false;
		const asked = this.announcements.find('expiry')?.kind === EXPIRY_QUESTION_KIND;
		if (!asked && !this.announcements.justHeardCard()) return false;
		const from = numbers.from[number];
		const year = numbers.pool[from] * 10 + numbers.pool[from + 1];
		return (
			isExpiryYear(year) && !(month > 0 && isParticle(tokens.word[month - 1], PARTICLE.dayMarkers))
		);
	}

	/** "End of August 29", "fin août": where a date begins whose month is token `t`. */
	private beginOf(t: number): number {
		const { word, skipped } = this.tokens;
		for (let i = t - 1; i >= 0 && i > t - 4 && skipped[i + 1] === 0; i--) {
			if (isParticle(word[i], PARTICLE.monthEnds)) return i;
			if (!isParticle(word[i], PARTICLE.monthEndJoins)) break;
		}
		return t;
	}

	/** "Her birthday's May 1983", "that's for the 06/30 class": whether a date is one of something else. */
	private isOtherDate(first: number): boolean {
		const { place } = this;
		const { kind, word, skipped } = this.tokens;
		for (let t = first - 1; t >= 0 && t > first - 3; t--) {
			if (kind[t] !== Token.Word || skipped[t + 1] > 0) break;
			if (isParticle(word[t], PARTICLE.dayMarkers)) return true;
			if ((this.phrases.rolesOf(t) & BIT.filler) === 0) break;
		}
		const hint = this.announcements.nearest();
		if (hint === undefined || (bitOf(hint) & HINTING) === 0 || hint.turn !== place.turn)
			return false;
		const { latest } = this.secrets;
		// "I'll pay now. 4532 0456 1898 3781, 07/27."
		if (latest?.category === 'card' && latest.word >= hint.word) return false;
		return place.word - hint.word <= HINTED_WORDS;
	}

	/** "Expiry date?" "In December 2026", but not "somewhere in May 2026": whether the date at token `t` is the answer. */
	private isAnswerTo(ask: Ask | undefined, t: number): boolean {
		if (ask?.kind !== EXPIRY_QUESTION_KIND || this.place.turn <= ask.turn) return false;
		const { kind, skipped } = this.tokens;
		let words = skipped[t];
		for (let i = t - 1; i >= 0 && words < 2 && kind[i] !== Token.Turn; i--) {
			words += skipped[i] + ((this.phrases.rolesOf(i) & (FILLING | BIT.expiry)) === 0 ? 1 : 0);
		}
		return words < 2;
	}
}
