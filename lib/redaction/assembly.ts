import { isCard } from './card-search';
import { cardLengths } from './cards';

/** Digits that one speaker said in one go. */
export interface Heard {
	speaker: number;
	digits: readonly number[];
	/** The word counts at its beginning and its end. */
	firstWord: number;
	lastWord: number;
}

/** How many words may stand between two parts of a card number: the dog, the glasses, the door. */
const WORDS_BETWEEN = 45;
/** A card number comes in so many parts at most. */
const MOST_PARTS = 8;
const SHORTEST = 14;
const LONGEST = 16;
/** With what is said again: no more digits than that. */
export const LONGEST_SAID = 32;
/** What is said again in other words is as long as a group, and one of its digits may be another. */
const SHORTEST_RESTATED = 3;
/** "Two parcels, yes": so few digits may have nothing to do with it. */
const MOST_STRAY = 2;

/** Whether two stretches of equal length are the same but for `most` digits. */
function alike(digits: readonly number[], a: number, b: number, length: number, most: number) {
	let wrong = 0;
	for (let i = 0; i < length; i++) {
		if (digits[a + i] !== digits[b + i] && ++wrong > most) return false;
	}
	return true;
}

/**
 * The card number in digits of which some are said again or taken back; undefined when there is none.
 *
 * @param starts where the speaker began anew after some other word.
 */
function restatedCard(digits: readonly number[], starts: readonly number[]): number[] | undefined {
	const lengths = cardLengths(digits[0], digits[1], digits[2], digits[3]);
	for (let length = LONGEST; length >= SHORTEST; length--) {
		const extra = digits.length - length;
		if (extra <= 0) continue;
		const few = extra < SHORTEST_RESTATED;
		const most = few ? 0 : extra > 5 ? 2 : 1;
		// Only what is left out at the beginning changes the issuer.
		const end = (lengths & (1 << length)) === 0 ? Math.min(4, digits.length - extra + 1) : digits.length - extra + 1;
		for (let at = 0; at < end; at++) {
			const again = at + 2 * extra <= digits.length && alike(digits, at, at + extra, extra, most);
			// A digit or two are taken back, or alike by chance, unless something begins anew after them.
			if (few ? !starts.includes(at + extra) : !again) continue;
			const once = [...digits.slice(0, at), ...digits.slice(at + extra)];
			if (isCard(once)) return once;
		}
	}
	return undefined;
}

function cardOf(parts: readonly Heard[]): readonly number[] | undefined {
	const size = parts.reduce((sum, part) => sum + part.digits.length, 0);
	if (size < SHORTEST || size > LONGEST_SAID) return undefined;
	const digits: number[] = [];
	const starts: number[] = [];
	for (const part of parts) {
		if (digits.length > 0) starts.push(digits.length);
		digits.push(...part.digits);
	}
	const alone = parts.every(({ speaker }) => speaker === parts[0].speaker);
	if (parts.length > 1 && digits.length <= LONGEST) {
		if (isCard(digits)) return digits;
		// "First six?" "And the last four?" "And what is in between?"
		const [first, end, middle] = parts.map((part) => part.digits);
		const ordered =
			alone && parts.length === 3 && end.length === 4 ? [...first, ...middle, ...end] : [];
		if (isCard(ordered)) return ordered;
	}
	return alone ? restatedCard(digits, starts) : undefined;
}

/**
 * Finds the card number that the part at `end` completes, by issuer, length and checksum: people are
 * interrupted while they read it out, and nobody has to have asked for it.
 *
 * @returns the number and its parts, said by all speakers or by the last one alone.
 */
export function assembleCard(
	heard: readonly Heard[],
	end: number,
): { digits: readonly number[]; parts: Heard[] } | undefined {
	const last = heard[end];
	for (const alone of [true, false]) {
		const parts: Heard[] = [];
		const long: Heard[] = [];
		let earliest = last;
		for (let i = end; i >= 0 && parts.length < MOST_PARTS; i--) {
			const part = heard[i];
			if (earliest.firstWord - part.lastWord > WORDS_BETWEEN) break;
			if (alone && part.speaker !== last.speaker) continue;
			earliest = part;
			parts.unshift(part);
			if (part.digits.length > MOST_STRAY) long.unshift(part);
			for (const some of long.length < parts.length ? [long, parts] : [parts]) {
				const digits = cardOf(some);
				if (digits !== undefined) return { digits, parts: [...some] };
			}
		}
	}
	return undefined;
}
