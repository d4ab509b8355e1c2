import type { Ask } from './asks';

/** Digits that one speaker says in a row, perhaps over several turns. */
export interface Stream {
	speaker: number;
	/** Indexes into the numbers. */
	numbers: number[];
	/** Per number: the turn in which it was said. */
	turns: number[];
	/** Per number: something that is no filler stands between it and the one before. */
	apart: boolean[];
	/** An announcement was made since the last number. */
	interrupted: boolean;
	digits: number;
	/** The announcements that reach its beginning, the nearest first. */
	asks: Ask[];
	/** The word count at its beginning and its end. */
	firstWord: number;
	lastWord: number;
	/** Words said since its last number: by the speaker, and by others. */
	ownWords: number;
	otherWords: number;
	/** "no", "sorry": some of its digits take back others. */
	corrected: boolean;
}

/** A stretch of a stream as a stream of its own. */
export function part(stream: Stream, first: number, last: number): Stream {
	return {
		...stream,
		numbers: stream.numbers.slice(first, last),
		turns: stream.turns.slice(first, last),
		apart: stream.apart.slice(first, last),
	};
}

/** Whether digits repeat a part of a secret; one of four or more may be misheard. */
export function repeats(digits: readonly number[], secret: readonly number[]): boolean {
	const size = digits.length;
	if (size < 3) return false;
	const allowed = size >= 12 ? 3 : size >= 4 ? 1 : 0;
	for (let at = 0; at + size <= secret.length; at++) {
		let wrong = 0;
		for (let i = 0; i < size && wrong <= allowed; i++) if (digits[i] !== secret[at + i]) wrong++;
		if (wrong <= allowed) return true;
	}
	return false;
}
