import { bitOf, CARD_FAMILY, HINTING } from './announcements';
import { cardLengths, LONGEST_CARD, SHORTEST_CARD } from './cards';
import { passesLuhn } from './checksums';
import { Mark, type Numbers } from './numbers';
import type { Stream } from './streams';

/** A stretch of the numbers of a stream. */
export interface Stretch {
	first: number;
	last: number;
	/** Whether it is a card number. */
	card: boolean;
}

const ofCard = ({ asks }: Stream) => asks.some((ask) => (bitOf(ask) & CARD_FAMILY) !== 0);
const isUsual = (length: number) => length === 16 || length === 15 || length === 14;

/** Finds card numbers in streams. */
export class CardSearch {
	/** Room for the digits of a stream, where its numbers end, and its Luhn sums. */
	private digits = new Uint8Array(0);
	private ends = new Int32Array(0);
	private even = new Int32Array(0);
	private odd = new Int32Array(0);

	constructor(private readonly numbers: Numbers) {}

	/** Cuts a stream into card numbers and what is left. */
	cut(stream: Stream): Stretch[] {
		const count = stream.numbers.length;
		const whole = { first: 0, last: count, card: false };
		const size = this.layOut(stream);
		const [nearest] = stream.asks;
		// Something else was asked for, of which there can be so many digits.
		const other =
			nearest !== undefined &&
			nearest.kind.category === undefined &&
			(bitOf(nearest) & HINTING) === 0 &&
			size <= nearest.kind.most;
		if (!other && this.isSaidTwice(size) && (ofCard(stream) || !this.isInterrupted(stream))) {
			return [{ ...whole, card: true }];
		}
		const cut: Stretch[] = [];
		let left = 0;
		for (let i = 0; i < count; ) {
			const last = this.cardFrom(stream, i, size, other);
			if (last < 0) {
				i++;
				continue;
			}
			if (left < i) cut.push({ first: left, last: i, card: false });
			cut.push({ first: i, last, card: true });
			i = last;
			left = last;
		}
		if (left < count) cut.push({ first: left, last: count, card: false });
		return cut;
	}

	/** Lays out the digits and the Luhn sums of every prefix; returns how many digits there are. */
	private layOut(stream: Stream): number {
		const { numbers } = this;
		const count = stream.numbers.length;
		const room = Math.max(stream.digits, count);
		if (room > this.digits.length) {
			this.digits = new Uint8Array(room * 2);
			this.ends = new Int32Array(room * 2);
			this.even = new Int32Array(room * 2 + 1);
			this.odd = new Int32Array(room * 2 + 1);
		}
		const { digits, ends, even, odd } = this;
		let size = 0;
		for (let i = 0; i < count; i++) {
			const n = stream.numbers[i];
			for (let d = numbers.from[n]; d < numbers.to[n]; d++) digits[size++] = numbers.pool[d];
			ends[i] = size;
		}
		// One sum doubles the digits on even places, the other those on odd ones.
		even[0] = 0;
		odd[0] = 0;
		for (let i = 0; i < size; i++) {
			const d = digits[i];
			const doubled = d > 4 ? d * 2 - 9 : d * 2;
			even[i + 1] = even[i] + (i % 2 === 0 ? doubled : d);
			odd[i + 1] = odd[i] + (i % 2 === 1 ? doubled : d);
		}
		return size;
	}

	/** Where the card ends that begins with the number `first` of a stream; -1 when none does. */
	private cardFrom(stream: Stream, first: number, size: number, other: boolean): number {
		const { digits, ends, even, odd } = this;
		const count = stream.numbers.length;
		const from = first === 0 ? 0 : ends[first - 1];
		if (size - from < SHORTEST_CARD) return -1;
		const lengths = cardLengths(digits[from], digits[from + 1], digits[from + 2], digits[from + 3]);
		let last = -1;
		for (let i = first; lengths !== 0 && i < count; i++) {
			const length = ends[i] - from;
			if (length > LONGEST_CARD) break;
			if ((lengths & (1 << length)) === 0) continue;
			// The last digit is not doubled, the one before it is.
			const sums = ends[i] % 2 === 0 ? even : odd;
			if ((sums[ends[i]] - sums[from]) % 10 !== 0) continue;
			if (!this.looksLikeCard(stream, first, i + 1, length, other)) continue;
			// A card ends where its speaker pauses, rather than in the middle.
			if (last < 0 || i + 1 === count || this.numbers.apart[stream.numbers[i + 1]] === 1) {
				last = i + 1;
			}
		}
		return last;
	}

	/** "4242 4242, I said 4242 4242, 4242 4242": a card of which a part was said twice. */
	private isSaidTwice(size: number): boolean {
		if (size < 17 || size > 2 * LONGEST_CARD) return false;
		const { digits } = this;
		for (let length = Math.max(3, size - LONGEST_CARD); length <= 16; length++) {
			if (!isUsual(size - length)) continue;
			for (let at = 0; at + 2 * length <= size; at++) {
				let same = 0;
				while (same < length && digits[at + same] === digits[at + length + same]) same++;
				if (same < length) continue;
				if (isCardWithout(digits, 0, size, at, length)) return true;
			}
		}
		return false;
	}

	/** Whether other words stand between numbers of a stream, within a turn. */
	private isInterrupted({ numbers }: Stream, first = 0, last = numbers.length): boolean {
		const { turn, apart } = this.numbers;
		for (let i = first + 1; i < last; i++) {
			if (apart[numbers[i]] === 1 && turn[numbers[i]] === turn[numbers[i - 1]]) return true;
		}
		return false;
	}

	/** Whether numbers whose digits pass for a card are grouped and announced like one. */
	private looksLikeCard(
		stream: Stream,
		first: number,
		last: number,
		length: number,
		other: boolean,
	): boolean {
		const count = stream.numbers.length;
		if (other) return isUsual(length) && first === 0 && last === count;
		if (ofCard(stream)) return true;
		if (!isUsual(length)) {
			return (
				last - first === 1 ||
				(last - first >= count - 2 && !this.isInterrupted(stream, first, last))
			);
		}
		const { numbers } = this;
		const sizes: number[] = [];
		let alone = false;
		let spoken = false;
		let interrupted = false;
		for (let i = first; i < last; i++) {
			const n = stream.numbers[i];
			const goesOn = i === first || numbers.turn[n] !== numbers.turn[stream.numbers[i - 1]];
			if (!goesOn && numbers.apart[n] === 1) interrupted = true;
			if ((numbers.marks[n] & Mark.Spoken) !== 0) spoken = true;
			const size = numbers.size(n);
			// Digits one by one make a group together.
			const joins = size === 1 && alone && numbers.apart[n] === 0 && sizes[sizes.length - 1] < 4;
			if (joins) sizes[sizes.length - 1]++;
			else sizes.push(size);
			alone = size === 1;
		}
		// Said in one go, a card may be grouped in any way; with words between, only as on the card.
		const whole = first === 0 && last === count && length > 14;
		const { turn } = numbers;
		const oneTurn = turn[stream.numbers[first]] === turn[stream.numbers[last - 1]];
		return (
			((spoken || (whole && oneTurn)) && !interrupted) ||
			!sizes.slice(1, -1).some((size) => size !== sizes[0] && size !== 6)
		);
	}
}

/** Whether digits are those of a card, by issuer, length and checksum. */
export function isCard(digits: ArrayLike<number>, from = 0): boolean {
	return isCardWithout(digits, from, digits.length, digits.length, 0);
}

/** Whether digits are those of a card when `count` of them, from `at` on, are left out. */
export function isCardWithout(
	digits: ArrayLike<number>,
	from: number,
	to: number,
	at: number,
	count: number,
): boolean {
	const digit = (i: number) => digits[from + i < at ? from + i : from + i + count];
	const length = to - from - count;
	const lengths = length < 4 ? 0 : cardLengths(digit(0), digit(1), digit(2), digit(3));
	return (lengths & (1 << length)) !== 0 && passesLuhn(length, digit);
}
