import type { Finding } from './finding';

/** How far an expiry date that was asked for may be from what is known of its card, in words. */
const WORDS_ASKED = 80;
/** And one that was not: from the number, from the code, and from where the code is only asked for. */
const WORDS = 12;
const WORDS_FROM_CODE = 5;
const NO_WORDS = -1;

interface ExpiryDate {
	start: number;
	end: number;
	word: number;
	asked: boolean;
	/** It answers the question for it: it goes by itself. */
	answers: boolean;
}

/** Something of a card: its place as a count of words, and how far from it a date goes unasked. */
interface CardMark {
	word: number;
	words: number;
}

/** Dates that go when a card number or a card's code stands near them, or when they were asked for. */
export class ExpiryDates {
	private readonly dates: ExpiryDate[] = [];
	private readonly marks: CardMark[] = [];

	addCard(word: number): void {
		this.marks.push({ word, words: WORDS });
	}

	/** The code of a card was found here. */
	addCode(word: number): void {
		this.marks.push({ word, words: WORDS_FROM_CODE });
	}

	/** The code of a card was asked for here. */
	addCodeName(word: number): void {
		this.marks.push({ word, words: NO_WORDS });
	}

	add(start: number, end: number, word: number, asked: boolean, answers = false): void {
		this.dates.push({ start, end, word, asked, answers });
	}

	/** Whether a date was just said. */
	isNear(word: number): boolean {
		const last = this.dates.at(-1);
		return last !== undefined && word - last.word <= WORDS_FROM_CODE;
	}

	/** The dates that go: near something of a card, or near another date that goes. */
	findings(): Finding[] {
		if (this.dates.length === 0) return [];
		const gone = new Set<ExpiryDate>();
		// Forwards and backwards, so that what goes in one direction counts in the other.
		for (const direction of [1, -1, 1]) {
			const dates = this.dates.sort((a, b) => direction * (a.word - b.word));
			const marks = this.marks.sort((a, b) => direction * (a.word - b.word));
			let until = -Infinity;
			let untilAsked = -Infinity;
			let mark = 0;
			for (const date of dates) {
				const at = direction * date.word;
				for (; mark < marks.length && direction * marks[mark].word <= at; mark++) {
					until = Math.max(until, direction * marks[mark].word + marks[mark].words);
					untilAsked = direction * marks[mark].word + WORDS_ASKED;
				}
				if (date.answers || at <= (date.asked ? untilAsked : until)) gone.add(date);
				if (!gone.has(date)) continue;
				until = Math.max(until, at + WORDS);
				untilAsked = Math.max(untilAsked, at + WORDS_ASKED);
			}
		}
		return [...gone].map(({ start, end }) => ({ category: 'card', start, end }));
	}
}
