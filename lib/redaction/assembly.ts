import { isCard } from './card-search';

/** Digits that one speaker said in one go. */
export interface Heard {
	speaker: number;
	digits: readonly number[];
	/** Where in them the speaker began anew, after some other word. */
	starts: readonly number[];
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

/** Whether two stretches of equal length are the same but for `most` digits. */
function alike(digits: readonly number[], a: number, b: number, length: number, most: number) {
	let wrong = 0;
	for (let i = 0; i < length; i++) if (digits[a + i] !== digits[b + i] && ++wrong > most) return false;
	return true;
}

/** The card number in digits of which some are said again, perhaps corrected; undefined when there is none. */
export function restatedCard(digits: readonly number[], starts: readonly number[]): number[] | undefined {
	for (let length = LONGEST; length >= SHORTEST; length--) {
		const extra = digits.length - length;
		if (extra <= 0) continue;
		for (let at = 0; at + 2 * extra <= digits.length; at++) {
			// A digit or two may be alike by chance, unless something begins anew there.
			if (extra < SHORTEST_RESTATED && !starts.includes(at + extra)) continue;
			const most = extra < SHORTEST_RESTATED ? 0 : extra > 5 ? 2 : 1;
			if (!alike(digits, at, at + extra, extra, most)) continue;
			const once = [...digits.slice(0, at), ...digits.slice(at + extra)];
			if (isCard(once)) return once;
		}
	}
	return undefined;
}

/**
 * Finds the card number that the part at `end` completes, by issuer, length and checksum: people are
 * interrupted while they read it out, and nobody has to have asked for it.
 *
 * @returns the number and how many of the last parts it takes, of all speakers or of the last one alone.
 */
export function assembleCard(
	heard: readonly Heard[],
	end: number,
): { digits: readonly number[]; parts: Heard[] } | undefined {
	const last = heard[end];
	for (const alone of [true, false]) {
		const parts: Heard[] = [];
		let digits: number[] = [];
		let starts: number[] = [];
		for (let i = end; i >= 0 && parts.length < MOST_PARTS; i--) {
			const part = heard[i];
			if (parts.length > 0 && parts[0].firstWord - part.lastWord > WORDS_BETWEEN) break;
			if (alone && part.speaker !== last.speaker) continue;
			const shift = part.digits.length;
			starts = [...part.starts, shift, ...starts.map((start) => start + shift)];
			parts.unshift(part);
			digits = [...part.digits, ...digits];
			if (digits.length > LONGEST_SAID) break;
			if (digits.length < SHORTEST) continue;
			if (parts.length > 1 && digits.length <= LONGEST && isCard(digits)) return { digits, parts };
			const restated = alone ? restatedCard(digits, starts) : undefined;
			if (restated !== undefined) return { digits: restated, parts };
		}
	}
	return undefined;
}
