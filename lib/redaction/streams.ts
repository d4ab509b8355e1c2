import { SHORT, bitOf, type Announcements, type Ask } from './announcements';
import { SHORTEST_CARD } from './cards';
import { BIT } from './phrase-tree';
import { Mark, type Numbers } from './numbers';
import type { Place } from './place';
import type { Verdicts } from './verdicts';

/** Digits that one speaker says in a row, perhaps over several turns. */
export interface Stream {
	speaker: number;
	/** Indexes into the numbers. */
	numbers: number[];
	digits: number;
	/** The announcements that reach its beginning, the nearest first. */
	asks: Ask[];
	/** The word count at its end. */
	lastWord: number;
	/** Words said since its last number: by the speaker, and by others. */
	ownWords: number;
	otherWords: number;
	/** An announcement was made since the last number. */
	interrupted: boolean;
	/** "no", "sorry": some of its digits take back others. */
	corrected: boolean;
}

/** A stretch of a stream as a stream of its own. */
export function part(stream: Stream, numbers: Numbers, first: number, last: number): Stream {
	const members = stream.numbers.slice(first, last);
	const digits = members.reduce((sum, number) => sum + numbers.size(number), 0);
	// Spelt out, so that all streams are laid out alike in memory: they are made by the thousand.
	const { speaker, asks, lastWord, ownWords, otherWords, interrupted, corrected } = stream;
	return {
		speaker,
		numbers: members,
		digits,
		asks,
		lastWord,
		ownWords,
		otherWords,
		interrupted,
		corrected,
	};
}

/** Whether the last four digits of something were asked for, and are said. */
function isLastFour({ asks, digits }: Stream): boolean {
	return asks.length > 0 && asks[0].kind.role === 'lastFour' && digits === 4;
}

/** So many digits are a card number that most likely is complete. */
const WHOLE_CARD = 15;
/** And so many a tax number. */
const WHOLE_TAX_NUMBER = 9;
/** And so many an account's. */
const WHOLE_ACCOUNT = 10;
/** How many words may stand within a number: of its speaker, and of others between two turns. */
const OWN_WORDS = 3;
const OTHER_WORDS = 12;
const OWN_WORDS_ASKED = 12;
const OTHER_WORDS_ASKED = 25;
/** How many words after "no" or "sorry" a number still corrects something. */
const CORRECTION_WORDS = 5;

/** What the speakers are saying. */
export class Streams {
	readonly open: Stream[] = [];
	private correctionWord = -1000;
	/** Something was taken back since the last number. */
	private anew = false;

	constructor(
		private readonly numbers: Numbers,
		private readonly place: Place,
		private readonly announcements: Announcements,
		private readonly verdicts: Verdicts,
	) {}

	/** Adds a number to what its speaker is saying. */
	say(number: number): void {
		const { numbers, place } = this;
		const continued = this.continued(number);
		const stream = continued ?? this.begin(number);
		const apart =
			continued === undefined ||
			stream.interrupted ||
			stream.ownWords > 0 ||
			numbers.turn[stream.numbers[stream.numbers.length - 1]] !== place.turn;
		if (!apart) place.word = stream.lastWord;
		numbers.apart[number] = apart ? 1 : 0;
		numbers.anew[number] = this.anew ? 1 : 0;
		this.anew = false;
		numbers.word[number] = place.word;
		numbers.turn[number] = place.turn;
		if (continued !== undefined) stream.numbers.push(number);
		stream.digits += numbers.size(number);
		stream.lastWord = place.word;
		stream.ownWords = 0;
		stream.otherWords = 0;
		stream.interrupted = false;
	}

	/** The stream that the number goes on with, if one does. */
	private continued(number: number): Stream | undefined {
		const stream = this.ofSpeaker();
		if (stream === undefined) return undefined;
		const { marks, turn } = this.numbers;
		const last = stream.numbers[stream.numbers.length - 1];
		// "three thousand two hundred" in a new turn is an amount, no part of a number before it.
		const amount =
			(marks[number] & Mark.Large) !== 0 && (stream.ownWords > 0 || turn[last] !== this.place.turn);
		const apart = this.numbers.start[number] - this.numbers.end[last] !== 1;
		if (!amount && !(isLastFour(stream) && apart) && this.goesOn(stream)) return stream;
		this.close(stream);
		return undefined;
	}

	/** Words were said that are no fillers. */
	countWords(count: number): void {
		for (const stream of this.open) {
			if (stream.speaker === this.place.speaker) stream.ownWords += count;
			else stream.otherWords += count;
		}
	}

	/** "no", "sorry": what was said last, or what comes next, corrects something. */
	correct(): void {
		this.correctionWord = this.place.word;
		this.anew = true;
		for (const stream of this.open) stream.corrected = true;
	}

	/** The number before may belong to something else. */
	beginAnew(): void {
		this.anew = true;
	}

	close(stream: Stream): void {
		// Without `splice`: it is one of two at most, as a rule.
		const { open } = this;
		for (let i = open.indexOf(stream) + 1; i < open.length; i++) open[i - 1] = open[i];
		open.pop();
		this.verdicts.decide(stream);
	}

	closeAll(): void {
		while (this.open.length > 0) this.close(this.open[0]);
	}

	/** Something else is spoken of: a number that is long enough for a card is complete. */
	closeCards(): void {
		for (let i = this.open.length - 1; i >= 0; i--) {
			if (this.open[i].digits >= SHORTEST_CARD) this.close(this.open[i]);
		}
	}

	/** "I heard 4539 0066 2362 4318." "No, the end is 4813.": what is corrected is decided about first. */
	closeCorrected(): void {
		const own = this.ofSpeaker();
		if (own?.corrected !== true) return;
		for (let i = this.open.length - 1; i >= 0; i--) {
			const stream = this.open[i];
			if (stream !== own && stream.digits >= WHOLE_CARD) this.close(stream);
		}
	}

	/** What is said now is explained, and cannot be part of the number that its speaker was saying. */
	endOwn(): void {
		this.closeCorrected();
		const stream = this.ofSpeaker();
		if (stream !== undefined) this.close(stream);
		this.announcements.answerHint();
	}

	/** At the end of a turn: a code or a date that was asked for is complete. */
	closeShortCodes(): void {
		for (let i = this.open.length - 1; i >= 0; i--) {
			const stream = this.open[i];
			const ask = stream.asks[0];
			if (ask === undefined || (bitOf(ask) & (SHORT | BIT.expiry)) === 0) continue;
			if (stream.digits >= Math.max(3, ask.fewest)) this.close(stream);
		}
	}

	/** Whether something was answered, or its answer is being said. */
	isAnswered(ask: Ask): boolean {
		if (ask.taken) return true;
		for (const { asks, digits } of this.open) {
			if (asks[0] === ask && digits >= ask.fewest) return true;
		}
		return false;
	}

	/** What the one who speaks now is saying. */
	ofSpeaker(): Stream | undefined {
		for (const stream of this.open) if (stream.speaker === this.place.speaker) return stream;
		return undefined;
	}

	/** A stream with its first number. */
	private begin(number: number): Stream {
		const { word, speaker } = this.place;
		const stream: Stream = {
			speaker,
			numbers: [number],
			digits: 0,
			asks: this.announcements.reaching(),
			lastWord: word,
			ownWords: 0,
			otherWords: 0,
			interrupted: false,
			corrected: word - this.correctionWord <= CORRECTION_WORDS,
		};
		// "Ending in 7509?" "No, a new one, 4242 …": the last four have been said.
		const [nearest] = stream.asks;
		if (nearest?.kind.role === 'lastFour' && nearest.turn === this.place.turn) nearest.begun = true;
		this.open.push(stream);
		return stream;
	}

	private goesOn({ asks, digits, ownWords, otherWords }: Stream): boolean {
		// A whole card number was said: more of it comes at most after fillers.
		if (ownWords > 0 && digits >= WHOLE_CARD && asks.some(({ kind }) => kind.category === 'card')) {
			return false;
		}
		if (digits >= WHOLE_TAX_NUMBER && asks[0]?.kind.role === 'tax') {
			// "And how much did you make last year?"
			if (ownWords > 1 || otherWords > OWN_WORDS) return false;
		}
		if (ownWords > OWN_WORDS && digits >= WHOLE_ACCOUNT && asks[0]?.kind.role === 'bank')
			return false;
		if (ownWords <= 1 && otherWords <= OTHER_WORDS) return true;
		if (ownWords > 1 && asks.length > 0 && asks[0].kind.category === undefined) return false;
		const asked = asks.some((ask) => ask.kind.category !== undefined);
		return asked
			? ownWords <= OWN_WORDS_ASKED && otherWords <= OTHER_WORDS_ASKED
			: ownWords <= OWN_WORDS && otherWords <= OTHER_WORDS;
	}
}
