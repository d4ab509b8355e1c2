import type { Finding } from './finding';

/** How far an expiry date may be from its card, in words: when it was asked for, and when not. */
const WORDS_ASKED = 80;
const WORDS = 12;

interface ExpiryDate {
	start: number;
	end: number;
	word: number;
	asked: boolean;
}

/** Dates that go when a card number stands near them. */
export class ExpiryDates {
	private readonly dates: ExpiryDate[] = [];
	/** Where card numbers were found, as counts of words. */
	private readonly cards: number[] = [];

	addCard(word: number): void {
		this.cards.push(word);
	}

	add(start: number, end: number, word: number, asked: boolean): void {
		this.dates.push({ start, end, word, asked });
	}

	/** The dates that go: near a card, or near another date that goes. */
	findings(): Finding[] {
		const dates = this.dates.sort((a, b) => a.word - b.word);
		const cards = this.cards.sort((a, b) => a - b);
		const gone = new Uint8Array(dates.length);
		// Forwards and backwards, so that what goes in one direction counts in the other.
		for (const forwards of [true, false, true]) {
			let near = forwards ? -Infinity : Infinity;
			let card = forwards ? 0 : cards.length - 1;
			for (let k = 0; k < dates.length; k++) {
				const i = forwards ? k : dates.length - 1 - k;
				const { word, asked } = dates[i];
				if (forwards) for (; cards[card] <= word; card++) near = Math.max(near, cards[card]);
				else for (; cards[card] >= word; card--) near = Math.min(near, cards[card]);
				if (Math.abs(word - near) <= (asked ? WORDS_ASKED : WORDS)) gone[i] = 1;
				if (gone[i] === 1) near = word;
			}
		}
		return dates
			.filter((_, i) => gone[i] === 1)
			.map(({ start, end }) => ({ category: 'card', start, end }));
	}
}
