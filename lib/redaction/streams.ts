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
