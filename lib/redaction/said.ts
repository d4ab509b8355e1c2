import type { Category, Finding } from './finding';
import { Mark, type Numbers } from './numbers';
import { part, type Stream } from './streams';

/** No more digits of a stretch are looked at. */
export const MOST_DIGITS = 60;

/** A stretch of what one speaker said in a row: some numbers of a stream. */
export class Said {
	private read: number[] | undefined;

	constructor(
		private readonly numbers: Numbers,
		readonly stream: Stream,
		private readonly first = 0,
		private readonly last = stream.numbers.length,
	) {}

	/** How many numbers it has. */
	get count(): number {
		return this.last - this.first;
	}

	get speaker(): number {
		return this.stream.speaker;
	}

	/** Its digits; of a very long one the first few. */
	get digits(): readonly number[] {
		if (this.read !== undefined) return this.read;
		const { from, to, pool } = this.numbers;
		const digits: number[] = [];
		for (let i = this.first; i < this.last && digits.length < MOST_DIGITS; i++) {
			const n = this.stream.numbers[i];
			for (let d = from[n]; d < to[n] && digits.length < MOST_DIGITS; d++) digits.push(pool[d]);
		}
		this.read = digits;
		return digits;
	}

	get size(): number {
		return this.digits.length;
	}

	/** When it was said: the word counts at its beginning and its end, the turns there. */
	get firstWord(): number {
		return this.numbers.word[this.at(0)];
	}

	get lastWord(): number {
		return this.numbers.word[this.at(this.count - 1)];
	}

	get firstTurn(): number {
		return this.numbers.turn[this.at(0)];
	}

	get lastTurn(): number {
		return this.numbers.turn[this.at(this.count - 1)];
	}

	/** Where it stands in the text. */
	get start(): number {
		return this.numbers.start[this.at(0)];
	}

	get end(): number {
		return this.numbers.end[this.at(this.count - 1)];
	}

	/** Whether it is one number that is said or written as an amount is. */
	get isAmount(): boolean {
		return this.count === 1 && this.isMarked(0, Mark.Large | Mark.AmountForm);
	}

	/** "A hundred and twenty", "300", "fifty now": whether it is said as a sum to pay is, and digits seldom are. */
	get isSum(): boolean {
		if (this.size > 3) return false;
		if (this.isMarked(this.count - 1, Mark.Due)) return true;
		if (this.count !== 1 || this.size !== 3) return false;
		return this.isSpoken(0) || (this.digits[1] === 0 && this.digits[2] === 0);
	}

	/** Whether one of its numbers is so large that it is an amount. */
	get hasLarge(): boolean {
		for (let i = 0; i < this.count; i++) if (this.isMarked(i, Mark.Large)) return true;
		return false;
	}

	/** How many digits its number `i` has. */
	sizeAt(i: number): number {
		return this.numbers.size(this.at(i));
	}

	/** Whether a word that is no filler stands before its number `i`. */
	isApart(i: number): boolean {
		return this.numbers.apart[this.at(i)] === 1;
	}

	/** Whether "no, wait" stands before its number `i`. */
	isAnew(i: number): boolean {
		return this.numbers.anew[this.at(i)] === 1;
	}

	/** How many characters stand between its number `i` and the one before it. */
	gapBefore(i: number): number {
		return this.numbers.start[this.at(i)] - this.numbers.end[this.at(i - 1)];
	}

	isSpoken(i: number): boolean {
		return this.isMarked(i, Mark.Spoken);
	}

	/** Its numbers from `first` to `last`. */
	slice(first: number, last = this.count): Said {
		return new Said(this.numbers, this.stream, this.first + first, this.first + last);
	}

	/** Its parts between commas, dots and words. */
	pieces(): Said[] {
		return this.cut((i) => this.gapBefore(i) > 1);
	}

	/** Its parts that were said in one go: between words that are no fillers, and corrections. */
	breaths(): Said[] {
		const { apart, anew } = this.numbers;
		return this.cut((i) => apart[this.at(i)] + anew[this.at(i)] > 0);
	}

	/** It as a stream of its own. */
	toStream(): Stream {
		const whole = this.first === 0 && this.last === this.stream.numbers.length;
		return whole ? this.stream : part(this.stream, this.numbers, this.first, this.last);
	}

	/** Where it stands in the text, with what stands between numbers said in one go. */
	findings(category: Category): Finding[] {
		return this.cut((i) => this.isApart(i)).map(({ start, end }) => ({ category, start, end }));
	}

	private cut(between: (i: number) => boolean): Said[] {
		if (this.count === 1) return [this];
		const parts: Said[] = [];
		for (let from = 0, i = 1; i <= this.count; i++) {
			if (i < this.count && !between(i)) continue;
			parts.push(this.slice(from, i));
			from = i;
		}
		return parts;
	}

	private at(i: number): number {
		return this.stream.numbers[this.first + i];
	}

	private isMarked(i: number, marks: number): boolean {
		return (this.numbers.marks[this.at(i)] & marks) !== 0;
	}
}
