import { bitOf, CARD_FAMILY, HINTING, SHORT, type Announcements, type Ask } from './announcements';
import { Answers, isExpiryYear, isMonthAndYear, takeCardAsks } from './answers';
import { CardParts } from './card-parts';
import { SHORTEST_CARD } from './cards';
import { CardSearch } from './card-search';
import { abn, isClabe, isRoutingNumber, verhoeff } from './checksums';
import type { ExpiryDates } from './expiry-dates';
import type { Category, Finding, RedactOptions } from './finding';
import type { KnownSecrets } from './known-secrets';
import { BIT } from './phrase-tree';
import type { Numbers } from './numbers';
import { MOST_DIGITS, Said } from './said';
import type { Stream } from './streams';

/** What is announced so may be a part of a card number all the same. */
const MAY_BE_OF_CARD = HINTING | CARD_FAMILY | BIT.lastFour;
/** An aside between two parts of a card number that goes with them, in characters. */
const LONGEST_ASIDE = 24;
/** How far from a card number its code may be when nobody asks for it, in words. */
const BESIDE_WORDS = 4;
/** And how far what corrects a part of it. */
const CORRECTION_WORDS = 12;
/** So few digits after talk of money may be a sum. */
const LONGEST_SUM = 3;
/** A part of an answer that another speaker goes on with has so many digits at least. */
const FEWEST_IN_PART = 3;
/** Digits beside a card number that go with it. */
const MOST_BESIDE = 8;

/** "48 05 24, 99222870": a sort code and an account; "071101828 426116462708": a routing number and one. */
function isAccount(said: Said): boolean {
	if (said.size === 18) return isClabe(said.digits);
	if (said.size < 14 || said.size > 23) return false;
	const pieces = said.pieces();
	const written = said.count === 2 && !said.isSpoken(0);
	const parts = written ? [said.slice(0, 1), said.slice(1)] : pieces;
	if (parts.length === 2 && parts[0].size === 9) {
		return parts[1].size > 5 && isRoutingNumber(parts[0].digits);
	}
	// Pairs written with spaces are one piece.
	const sizes = pieces
		.map(({ size, count }) => (size === 6 && count === 3 ? '2,2,2' : size))
		.join();
	return (
		sizes === '2,2,2,8' ||
		(said.count === 4 && sizes === '14' && [2, 2, 2, 8].every((size, i) => said.sizeAt(i) === size))
	);
}

/** "five two seven, six five, nine one four three": known by its groups, and by a checksum if it has one. */
function isTaxNumber(said: Said): boolean {
	if (said.size < 9 || said.size > 12) return false;
	const groups = said.pieces().map(({ size }) => size);
	const digits = said.digits.join('');
	switch (groups.join()) {
		case '3,2,4': // US social security number
			return !/^(?:000|666|9)|^...00|0000$/.test(digits);
		case '4,4,4': // Aadhaar
			return digits[0] > '1' && verhoeff(digits);
		case '2,3,3,3':
			return abn(digits);
		default:
			return false;
	}
}

/** Whether what was announced last leaves it open that digits after a card number are its code. */
function leavesCode(ask: Ask | undefined, cardWord: number, listed: boolean): boolean {
	if (ask === undefined) return true;
	const before = ask.word < cardWord;
	// "Use 2221 …, 03/29, 640": a list, whatever was asked for or spoken of before it.
	if (listed && before) return true;
	if (ask.kind.category !== undefined) return false;
	return ask.taken || (before && (bitOf(ask) & HINTING) !== 0);
}

/** Decides what digits are, once a speaker has come to the end of them. */
export class Verdicts {
	private readonly cards: CardSearch;
	private readonly parts = new CardParts();
	private readonly answers: Answers;
	/** What was too short to be an answer, and may be its first part. */
	private shortPart: { said: Said; ask: Ask } | undefined;

	constructor(
		private readonly numbers: Numbers,
		private readonly findings: Finding[],
		private readonly announcements: Announcements,
		private readonly secrets: KnownSecrets,
		private readonly expiryDates: ExpiryDates,
		private readonly options: RedactOptions,
	) {
		this.cards = new CardSearch(numbers);
		this.answers = new Answers(findings, secrets, expiryDates, options, (said, category) =>
			this.hide(said, category),
		);
	}

	/** Decides about a whole stream. */
	decide(stream: Stream): void {
		const said = new Said(this.numbers, stream);
		if (stream.digits < SHORTEST_CARD) {
			this.explain(said);
			return;
		}
		const cut = this.cards.cut(stream);
		for (const { first, last, card } of cut) {
			if (!card) continue;
			this.hide(said.slice(first, last), 'card');
			takeCardAsks(stream);
		}
		for (const { first, last, card } of cut) {
			if (card || (cut.length > 1 && this.goesWithCard(said, first, last))) continue;
			this.explain(said.slice(first, last));
		}
	}

	/** Decides about all of a stream but what was said last, in one breath. */
	splitOffLast(stream: Stream): void {
		const said = new Said(this.numbers, stream);
		let from = said.count - 1;
		while (from > 0 && !said.isApart(from)) from--;
		if (from <= 0) return;
		const earlier = said.slice(0, from).toStream();
		const { numbers, digits } = said.slice(from).toStream();
		stream.numbers = numbers;
		stream.digits = digits;
		this.decide(earlier);
	}

	/** Decides about digits that are no card by what was asked for, then by what was said before. */
	private explain(said: Said): void {
		const { asks } = said.stream;
		const hinted = asks.length > 0 && (bitOf(asks[0]) & HINTING) !== 0;
		// "Six six nine eight until you change it." "Six six nine eight."
		const repeats = said.size > 5 || (said.size === 4 && asks[0]?.kind.role === 'date');
		if (hinted && repeats && this.secrets.hideRepetition(said)) return;
		// "It ends in 0378, right?": the last digits may be shown of a card only.
		if (asks[0]?.kind.role === 'lastFour' && this.isEndOfOther(said)) {
			this.secrets.hideRepetition(said);
			return;
		}
		// "4147 3711 1928 3530, ends 04 of 27"
		if (asks[0]?.kind.role === 'lastFour' && this.isEndOfCard(said)) {
			this.addDate(said);
			return;
		}
		if (said.size >= SHORTEST_CARD && this.completesCard(said)) return;
		if (this.endsList(said) && this.isCodeOfCard(said)) return;
		for (const ask of asks) {
			const left = this.answers.read(said, ask);
			if (left === undefined) continue;
			if ((bitOf(ask) & MAY_BE_OF_CARD) !== 0) this.completesCard(said);
			if (left !== 'answer') this.explain(left);
			return;
		}
		if (this.completesCard(said)) return;
		if (this.secrets.hideRepetition(said)) return;
		if (this.goesOnFromPart(said)) return;
		if (this.isCodeOfCard(said)) return;
		if (isAccount(said)) this.hide(said, 'bank');
		else if (this.isCorrection(said)) this.hide(said, 'card');
		else if (isTaxNumber(said)) this.hide(said, 'tax_id');
		else if (this.mayExpire(said) || this.isYearInstead(said)) this.addDate(said);
		else {
			if (this.isUnnamedPhone(said)) this.findings.push(...said.findings('phone'));
			if (said.size < MOST_DIGITS) this.secrets.addUnexplained(said);
		}
	}

	/** A date that nobody asked for, which goes beside something of a card. */
	private addDate({ start, end, firstWord }: Said): void {
		this.expiryDates.add(start, end, firstWord, false);
	}

	/** A month and a year right after a card number that does not end so: when it ends. */
	private isEndOfCard(said: Said): boolean {
		const { latest } = this.secrets;
		if (latest?.category !== 'card' || said.count < 2 || !isMonthAndYear(said)) return false;
		if (said.firstWord - latest.word > BESIDE_WORDS) return false;
		return latest.digits.slice(-said.size).join() !== said.digits.join();
	}

	private isEndOfOther(said: Said): boolean {
		const category = this.secrets.categoryOf(said.digits, said.firstWord);
		return category !== undefined && category !== 'card';
	}

	/** What is said in one breath with a card number goes with it: its code, its date, digits said twice. */
	private goesWithCard(said: Said, first: number, last: number): boolean {
		if (said.stream.asks.some((ask) => (bitOf(ask) & SHORT) !== 0)) return false;
		const beside = said.slice(first, last);
		if (said.isApart(first === 0 ? last : first) || beside.size > MOST_BESIDE) return false;
		if (beside.isSum) return false;
		// "… three three two six ho gaya na, ek hi baar"
		if (beside.size === 1 && first > 0 && beside.start - said.slice(0, first).end > 3) return false;
		this.findings.push(...beside.findings('card'));
		// "Six seven zero six zero zero two zero at the end": what is read back may reach over both.
		this.secrets.add('card', said.digits, said.lastWord, said.speaker);
		return true;
	}

	/** "4400 6737 …, 04/26, 830": right after a card number and its date, whatever was asked for before it. */
	private endsList(said: Said): boolean {
		const { latest } = this.secrets;
		if (latest?.category !== 'card' || said.speaker !== latest.speaker || said.isSpoken(0))
			return false;
		const words = said.firstWord - latest.word;
		return words >= 0 && words <= 2 && this.expiryDates.isNear(said.firstWord);
	}

	/** Three or four digits right after a card number, for which nobody needed to ask. */
	private isCodeOfCard(said: Said): boolean {
		const { latest } = this.secrets;
		if (latest?.category !== 'card' || said.isSum) return false;
		const words = said.firstWord - latest.word;
		if (words < 0 || words > BESIDE_WORDS) return false;
		// "4242…, 09/28, 123, 94107": in a list it is one of several numbers.
		const end = said.isSpoken(0) ? said.count : 1;
		const code = said.slice(0, end);
		if (code.size !== 3 && code.size !== 4) return false;
		if (end < said.count && said.sizeAt(end) < 5) return false;
		const listed = (words <= 1 && !said.isSpoken(0)) || this.endsList(said);
		if (!leavesCode(said.stream.asks[0], latest.word, listed)) return false;
		// "Poora 500?": who has only heard the number knows no code.
		if (said.speaker !== latest.speaker && !listed) return false;
		this.findings.push(...code.findings('card_security'));
		this.expiryDates.addCode(code.firstWord);
		if (end < said.count) this.explain(said.slice(end));
		return true;
	}

	/** "I have account number one one one one and then?" "Seven seven three five": an answer of two speakers. */
	private goesOnFromPart(said: Said): boolean {
		const before = this.shortPart;
		this.shortPart = undefined;
		const ask = said.stream.asks.find((asked) => asked.kind.category !== undefined);
		if (
			ask === undefined ||
			ask.taken ||
			said.isAmount ||
			(bitOf(ask) & (BIT.bank | BIT.tax)) === 0
		)
			return false;
		if (said.size < FEWEST_IN_PART || said.size >= ask.fewest) return false;
		const goesOn =
			before?.ask === ask &&
			before.said.speaker !== said.speaker &&
			Math.abs(said.firstTurn - before.said.firstTurn) === 1;
		if (!goesOn || before.said.size + said.size < ask.fewest) {
			this.shortPart = { said, ask };
			return false;
		}
		this.hide(before.said, ask.kind.category ?? 'bank');
		this.hide(said, ask.kind.category ?? 'bank');
		ask.taken = true;
		return true;
	}

	/** "That's oh four of twenty-eight": a month and a year, said soon after a card number. */
	private mayExpire(said: Said): boolean {
		const { latest } = this.secrets;
		if (latest?.category !== 'card' || said.count < 2) return false;
		// "He's 12, and the class is at 10 30."
		for (let i = 1; i < said.count; i++) if (said.isApart(i)) return false;
		// "04 of 27", but no "04 27".
		return (said.isSpoken(0) || said.pieces().length > 1) && isMonthAndYear(said);
	}

	/** "10/28?" "No, it's twenty-six": the year of a date said just before. */
	private isYearInstead(said: Said): boolean {
		const { digits, size } = said;
		if (said.count !== 1 || !said.isAnew(0) || !this.expiryDates.isNear(said.firstWord))
			return false;
		if (size !== 2 && !(size === 4 && digits[0] === 2 && digits[1] === 0)) return false;
		return isExpiryYear(digits[size - 2] * 10 + digits[size - 1]);
	}

	/** "3504, no, wrong, 3405": digits of a card number said just before, said again as they are. */
	private isCorrection(said: Said): boolean {
		const { latest } = this.secrets;
		if (!said.isAnew(0) || latest?.category !== 'card') return false;
		if (said.size < 2 || said.size > MOST_BESIDE || said.isAmount || said.isSum) return false;
		// "All £206?" "No, fifty."
		if (said.size <= LONGEST_SUM && this.announcements.isMeasuredSince(latest.word)) return false;
		return (
			said.stream.asks.every(({ taken }) => taken) &&
			said.firstWord - latest.word <= CORRECTION_WORDS
		);
	}

	/** "I have 4242 4242 4242 so far." "And 4242.": all parts of a card number that is complete now. */
	private completesCard(said: Said): boolean {
		const card = this.parts.complete(said);
		if (card === undefined) return false;
		let before: Said | undefined;
		for (const part of card.parts) {
			this.hide(part, 'card');
			// "4216 8549 3851, no wait, I can't see, 3850": a short aside goes with what it stands in.
			if (before?.lastTurn === part.firstTurn && part.start - before.end <= LONGEST_ASIDE) {
				this.findings.push({ category: 'card', start: before.end, end: part.start });
			}
			before = part;
		}
		this.secrets.add('card', card.digits, said.lastWord, said.speaker);
		takeCardAsks(said.stream);
		// "It's 5450, not 5550."
		const end = card.parts[card.parts.length - 1].end;
		for (let i = 0; i < said.count; i++) {
			const rest = said.slice(i);
			if (rest.start < end) continue;
			this.secrets.hideRepetition(rest);
			break;
		}
		return true;
	}

	/** Digits that nothing else explains, when phone numbers are to be hidden: "call 9876543210". */
	private isUnnamedPhone({ size, hasLarge }: Said): boolean {
		if (!this.options.alsoHide?.includes('phone')) return false;
		return size >= 9 && size <= 15 && !hasLarge;
	}

	/** Hides a secret, and what repeated it before it was known to be one. */
	private hide(said: Said, category: Category): void {
		this.findings.push(...said.findings(category));
		this.hear(category, said.firstWord, said.lastWord);
		this.secrets.add(category, said.digits, said.lastWord, said.speaker);
	}

	/** A secret stands here: where it is a card's, dates near it go too, and a card is spoken of. */
	hear(category: Category, firstWord: number, lastWord: number): void {
		if (category === 'card') {
			this.expiryDates.addCard(firstWord);
			this.announcements.hearCard(lastWord);
		} else if (category === 'card_security') {
			this.expiryDates.addCode(firstWord);
			this.announcements.hearCardCode(lastWord);
		}
	}
}
