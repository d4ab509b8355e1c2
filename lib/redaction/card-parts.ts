import { isCard, isCardWithout } from './card-search';
import { cardLengths } from './cards';
import type { Said } from './said';

/** So many parts are remembered. */
const REMEMBERED = 16;
/** How many words may stand between two parts of a card number: the dog, the glasses, the door. */
const WORDS_BETWEEN = 45;
/** A card number comes in so many parts at most. */
const MOST_PARTS = 8;
const SHORTEST = 14;
const LONGEST = 16;
/** With what is said again: no more digits than that. */
const LONGEST_SAID = 32;
/** What is said again in other words is as long as a group, and one of its digits may be another. */
const SHORTEST_RESTATED = 3;
/** What is said instead of the end of a number, or of a group of four. */
const SHORTEST_MENDED = 3;
const LONGEST_MENDED = 6;
const GROUP = 4;
/** "Two parcels, yes": so few digits may have nothing to do with it. */
const MOST_STRAY = 2;

/** "We paid six hundred for that sofa." */
function isStray(part: Said): boolean {
	if (part.size <= MOST_STRAY) return true;
	return part.count === 1 && part.isSpoken(0) && part.digits.slice(1).every((digit) => digit === 0);
}

/** Whether two stretches of equal length are the same but for `most` digits. */
function alike(digits: Uint8Array, a: number, b: number, length: number, most: number) {
	let wrong = 0;
	for (let i = 0; i < length; i++) {
		if (digits[a + i] !== digits[b + i] && ++wrong > most) return false;
	}
	return true;
}

/** "9029, I swapped those around, 9092": whether a group is followed by its digits in another order. */
function isSwapped(digits: Uint8Array, at: number, length: number): boolean {
	if (length > LONGEST_MENDED || at + 2 * length > digits.length) return false;
	// How often each digit comes, three bits for each.
	let counts = 0;
	for (let i = at; i < at + length; i++) {
		counts += (1 << (3 * digits[i])) - (1 << (3 * digits[i + length]));
	}
	return counts === 0;
}

/**
 * The card number in digits of which some are said again or taken back; undefined when there is none.
 *
 * @param starts where the speaker began anew after some other word, a bit for each place.
 */
function restatedCard(digits: Uint8Array, from: number, starts: number): number[] | undefined {
	const size = digits.length - from;
	const lengths = cardLengths(digits[from], digits[from + 1], digits[from + 2], digits[from + 3]);
	for (let length = Math.min(LONGEST, size - 1); length >= SHORTEST; length--) {
		const extra = size - length;
		const few = extra < SHORTEST_RESTATED;
		const most = few ? 0 : extra > 5 ? 2 : 1;
		// Only what is left out at the beginning changes the issuer.
		const end = (lengths & (1 << length)) === 0 ? Math.min(4, length + 1) : length + 1;
		for (let at = from; at < from + end; at++) {
			const begun = (starts & (1 << (at + extra))) !== 0;
			// A digit or two are taken back, or alike by chance, unless something begins anew after them.
			if (few) {
				if (!begun) continue;
			} else {
				const again = at + 2 * extra <= digits.length && alike(digits, at, at + extra, extra, most);
				if (!again && !(begun && isSwapped(digits, at, extra))) continue;
			}
			if (!isCardWithout(digits, from, digits.length, at, extra)) continue;
			return [...digits.subarray(from, at), ...digits.subarray(at + extra)];
		}
	}
	return undefined;
}

/** "5235 4969 9739 7764." "No, 7746.": a number read back wrongly, and one of its groups as it is. */
function mendedCard(digits: readonly number[], group: readonly number[]): number[] | undefined {
	const size = group.length;
	if (size < SHORTEST_MENDED || size > LONGEST_MENDED) return undefined;
	for (let at = digits.length - size; at >= 0; at -= GROUP) {
		const mended = [...digits.slice(0, at), ...group, ...digits.slice(at + size)];
		if (isCard(mended)) return mended;
		// Only where groups begin.
		if (size !== GROUP || digits.length !== LONGEST) break;
	}
	return undefined;
}

/** What was said lately that may be a part of a card number: people are interrupted while they read one out. */
export class CardParts {
	/** Each said in one go, by the time it was said. */
	private readonly heard: Said[] = [];
	/** The digits of parts, up to the end of it: what was said earlier goes before them. */
	private readonly laidOut = new Uint8Array(LONGEST_SAID);

	/**
	 * The parts of the card number that `said` completes, by issuer, length and checksum: nobody has to have
	 * asked for it.
	 */
	complete(said: Said): { digits: readonly number[]; parts: Said[] } | undefined {
		if (said.size > LONGEST_SAID || said.isAmount) return undefined;
		let earliest = this.heard.length;
		if (said.count === 1) earliest = this.add(said);
		else for (const breath of said.breaths()) earliest = Math.min(earliest, this.add(breath));
		for (let end = earliest; end < this.heard.length; end++) {
			const card = this.endingAt(end);
			if (card === undefined) continue;
			this.heard.length = 0;
			return card;
		}
		return this.mendedBy(said);
	}

	/** The card number that was read back wrongly, with what `said` puts right in it. */
	private mendedBy(said: Said): { digits: readonly number[]; parts: Said[] } | undefined {
		for (const wrong of this.heard) {
			if (wrong.size < SHORTEST || wrong.size > LONGEST) continue;
			if (said.firstWord - wrong.lastWord > WORDS_BETWEEN) continue;
			for (const piece of said.pieces()) {
				if (piece.start < wrong.end) continue;
				const digits = mendedCard(wrong.digits, piece.digits);
				if (digits !== undefined)
					return { digits, parts: [wrong, wrong.end > said.start ? piece : said] };
			}
		}
		return undefined;
	}

	/** Adds a part, once, and returns its place: what two speakers say ends in another order than it begins. */
	private add(part: Said): number {
		const { heard } = this;
		const { start, firstWord } = part;
		for (let i = heard.length - 1; i >= 0; i--) {
			if (heard[i].start !== start) continue;
			heard[i] = part;
			return i;
		}
		if (heard.length === REMEMBERED) heard.shift();
		let at = heard.length;
		while (at > 0 && heard[at - 1].firstWord > firstWord) at--;
		if (at === heard.length) heard.push(part);
		else heard.splice(at, 0, part);
		return at;
	}

	/** The card number that ends with the part at `end`, said by one speaker or by both. */
	private endingAt(end: number): { digits: readonly number[]; parts: Said[] } | undefined {
		if (!this.maySuffice(end)) return undefined;
		const { speaker } = this.heard[end];
		const alone = this.endingWith(end, speaker);
		if (alone !== undefined || this.heard.every((part) => part.speaker === speaker)) return alone;
		return this.endingWith(end, undefined);
	}

	/** The card number that ends with the part at `end`, said by one speaker, or by anybody. */
	private endingWith(
		end: number,
		speaker: number | undefined,
	): { digits: readonly number[]; parts: Said[] } | undefined {
		const { laidOut } = this;
		/** The latest first. */
		const parts: Said[] = [];
		let starts = 0;
		let from = LONGEST_SAID;
		let earliest = this.heard[end];
		for (let i = end; i >= 0 && parts.length < MOST_PARTS; i--) {
			const part = this.heard[i];
			if (earliest.firstWord - part.lastWord > WORDS_BETWEEN) break;
			if (speaker !== undefined && part.speaker !== speaker) continue;
			earliest = part;
			if (i < end && isStray(part)) continue;
			const { digits, size } = part;
			if (size > from) break;
			if (parts.length > 0) starts |= 1 << from;
			from -= size;
			for (let d = 0; d < size; d++) laidOut[from + d] = digits[d];
			parts.push(part);
			if (LONGEST_SAID - from < SHORTEST) continue;
			const card = this.cardOf(parts, from, starts);
			if (card !== undefined) return { digits: card, parts: parts.reverse() };
		}
		return undefined;
	}

	/** Whether what was said up to the part at `end` has digits enough for a card number: most often it has not. */
	private maySuffice(end: number): boolean {
		const { heard } = this;
		let size = heard[end].size;
		for (let i = end - 1; i >= 0 && size < SHORTEST; i--) {
			if (!isStray(heard[i])) size += heard[i].size;
		}
		return size >= SHORTEST;
	}

	/** The card number of parts, the latest first, whose digits are laid out from `from` on, a new part at each of `starts`. */
	private cardOf(
		parts: readonly Said[],
		from: number,
		starts: number,
	): readonly number[] | undefined {
		const { laidOut } = this;
		const alone = parts.every(({ speaker }) => speaker === parts[0].speaker);
		if (parts.length > 1 && LONGEST_SAID - from <= LONGEST) {
			if (isCard(laidOut, from)) return [...laidOut.subarray(from)];
			// "First six?" "And the last four?" "And what is in between?"
			if (alone && parts.length === 3 && parts[1].size === 4) {
				const [middle, end, first] = parts.map((part) => part.digits);
				const ordered = [...first, ...middle, ...end];
				if (isCard(ordered)) return ordered;
			}
		}
		return alone ? restatedCard(laidOut, from, starts) : undefined;
	}
}
