import {
	bitOf,
	CARD_DATE_KIND,
	CARD_FAMILY,
	CARD_PART_KIND,
	EXPIRY_QUESTION_KIND,
	HINTING,
	SHORT,
	type Ask,
} from './announcements';
import { cardLengths, SHORTEST_CARD } from './cards';
import type { ExpiryDates } from './expiry-dates';
import type { Category, Finding, RedactOptions } from './finding';
import type { KnownSecrets } from './known-secrets';
import type { Role } from './languages/language';
import type { Said } from './said';
import type { Stream } from './streams';

/** The years that cards now in use expire in, without their century. */
const EARLIEST_EXPIRY = 24;
const LATEST_EXPIRY = 45;
/** How far from an answer the next one is for it to be the same one, misheard, in words. */
const MISHEARD_WORDS = 4;
const SAID_AGAIN_WORDS = 12;
/** So many digits are an answer of their own, and no part of the one before. */
const OWN_ANSWER = 8;
/** How far from a hint digits are explained by it though a secret is awaited, in words. */
const BESIDE_HINT = 2;
/** How far what a code is made of is from its name, in words. */
const PLACE_WORDS = 8;
/** A code of a card that is said twice has so many digits. */
const LONGEST_CODES = 8;
/** How many digits a mobile number has in India, where accounts are known by addresses. */
const INDIAN_MOBILE = 10;
/** And at most anywhere, with the code of its country. */
const LONGEST_PHONE = 13;
/** What may stand between its parts, in characters. */
const LONGEST_PAUSE = 3;
/** How long the usual answers are that come in parts. */
const USUAL_LENGTH: Partial<Record<Role, number>> = {
	card: 16,
	cardMention: 16,
	bank: 12,
	bankMention: 12,
	tax: 11,
};

/** A card number answers whatever asked for one. */
export function takeCardAsks({ asks }: Stream): void {
	for (const ask of asks) if ((bitOf(ask) & CARD_FAMILY) !== 0) ask.taken = true;
}

/** Whether the speaker who answered in part goes on: "6070 3568, are you noting? 8547". */
function goesOnAnswering({ speaker, size }: Said, { kind, fewest, given, givenBy }: Ask): boolean {
	return (
		fewest === kind.fewest &&
		speaker === givenBy &&
		given > 0 &&
		size > (kind.role === 'tax' ? 2 : 1) &&
		given + size <= (USUAL_LENGTH[kind.role] ?? 0)
	);
}

/** So many digits answer what was asked for. */
function take(ask: Ask, { size, lastTurn, speaker }: Said): void {
	ask.taken = true;
	ask.given += size;
	ask.lastGiven = size;
	ask.givenTurn = lastTurn;
	ask.givenBy = speaker;
}

/** "My bank is in London, 23-05-80": three pairs where an account is spoken of. */
function isSortCode(said: Said, ask: Ask): boolean {
	if (ask.kind.role !== 'bankMention' || said.count !== 3) return false;
	for (let i = 0; i < 3; i++) if (said.sizeAt(i) !== 2 || (i > 0 && said.isApart(i))) return false;
	return true;
}

function isIndianMobile({ size, digits }: Said): boolean {
	return size === INDIAN_MOBILE && digits[0] >= 6;
}

/** "Alcalá 214, 28028 Madrid": the number of a house and a postal code. */
function isAddress(said: Said): boolean {
	if (said.count !== 2 || said.isSpoken(0) || said.pieces().length !== 2) return false;
	const [house, postal] = [said.sizeAt(0), said.sizeAt(1)];
	return house <= 4 && (postal === 5 || postal === 6);
}

/** Whether the digits from `at` on are those at the beginning: "482913, 4829" from 6 on. */
function beginsAgainAt(digits: readonly number[], at: number): boolean {
	for (let i = at; i < digits.length; i++) if (digits[i] !== digits[i - at]) return false;
	return true;
}

/** "Text the code to 415 555 0148": too long for a code, and none that is said again. */
function isPhone(said: Said, ask: Ask): boolean {
	const { digits, size, count } = said;
	if (ask.kind.category !== 'credential' || ask.turn !== said.firstTurn) return false;
	if (size <= ask.kind.most || size > LONGEST_PHONE) return false;
	if (said.stream.corrected && count > 1) return false;
	for (let again = (size + 1) >> 1; again <= ask.kind.most; again++) {
		if (beginsAgainAt(digits, again)) return false;
	}
	// "Codes 448 013 and 220117"
	for (let i = 1; i < count; i++) if (said.gapBefore(i) > LONGEST_PAUSE) return false;
	return isGroupedAsPhone(said, ask) || isIndianMobile(said);
}

/** "415 555 0148", "089 12345678": in groups that are too short for a code, or of several sizes after a zero. */
function isGroupedAsPhone(said: Said, { fewest }: Ask): boolean {
	const size = said.sizeAt(0);
	let uneven = false;
	for (let i = 0; i < said.count; i++) {
		if (said.sizeAt(i) < fewest) return true;
		uneven ||= said.sizeAt(i) !== size;
	}
	return uneven && said.digits[0] === 0;
}

/** Four or six digits that are a month and a year to come: "zero four, thirty-one". */
export function isMonthAndYear(said: Said): boolean {
	const { digits, size } = said;
	// "Six of twenty-seven"
	const short = size === 3 && said.count === 2 && said.sizeAt(0) === 1;
	// "Zéro quatre vingt-neuf" is 04/29, and is heard as 0 and 89.
	if (short && digits[0] === 0) return digits[1] === 8 && digits[2] >= 4;
	// "Nau, do hazaar sattaais": 9/2027
	const long = size === 5 && said.sizeAt(0) === 1 && digits[1] === 2 && digits[2] === 0;
	if (size !== 4 && size !== 6 && !short && !long) return false;
	const month = short || long ? digits[0] : digits[0] * 10 + digits[1];
	const year = digits[size - 2] * 10 + digits[size - 1];
	return month >= 1 && month <= 12 && isExpiryYear(year);
}

/** Whether cards now in use expire in this year, without its century. */
export function isExpiryYear(year: number): boolean {
	return year >= EARLIEST_EXPIRY && year <= LATEST_EXPIRY;
}

/** Whether digits go on in one go, and as the number of a card does. */
function beginsCard(said: Said): boolean {
	const [{ digits, size }] = said.breaths();
	return size > LONGEST_CODES && cardLengths(digits[0], digits[1], digits[2], digits[3]) !== 0;
}

/** Whether groups of digits are written in one go, and are neither a code nor one twice. */
function isTooLong(said: Said, { kind, fewest }: Ask): boolean {
	if (said.isSpoken(0) || said.count === 1 || said.stream.corrected) return false;
	// "CVV 123 9042 0100"
	if (said.sizeAt(0) >= fewest && (said.count === 2 || kind.role === 'security')) return false;
	const [{ digits, size }] = said.pieces();
	return size > kind.most && (size % 2 === 1 || !beginsAgainAt(digits, size / 2));
}

/** Whether two digits can be the month or the year of an expiry: "18" is a day. */
function mayExpire({ digits, size }: Said): boolean {
	if (size !== 2) return true;
	const value = digits[0] * 10 + digits[1];
	return value <= 12 || isExpiryYear(value);
}

/** Where the month and the year end that are said first: "zero seven twenty-eight, bas ek hi …"; 0 when none are. */
function endOfDate(said: Said): number {
	let size = 0;
	for (let end = 0; end < said.count && size < 6; ) {
		size += said.sizeAt(end++);
		if (isMonthAndYear(said.slice(0, end))) return end;
	}
	return 0;
}

/** What was asked for, must go and has not been given, and digits such as these may be. */
function awaits({ stream, size }: Said, turn: number): boolean {
	return stream.asks.some(
		(ask) =>
			ask.kind.category !== undefined &&
			!ask.taken &&
			ask.turn <= turn &&
			size >= ask.fewest &&
			size <= ask.kind.most,
	);
}

/** A thing named beside a question for a secret, or on the way to the answer, does not explain the answer. */
function isOnlyHint(said: Said, hint: Ask): boolean {
	if ((bitOf(hint) & HINTING) === 0) return false;
	// "The PIN is the year we got married, nineteen eighty-six."
	if (hint.kind.role === 'date' && hint.turn === said.firstTurn && said.size === 4) {
		const code = said.stream.asks.find(({ kind }) => kind.category === 'credential');
		if (code !== undefined && !code.taken && hint.word - code.word <= PLACE_WORDS) return true;
	}
	if (hint.turn === said.firstTurn) {
		return said.firstWord - hint.word > BESIDE_HINT && awaits(said, hint.turn - 1);
	}
	return said.stream.asks.some(
		(ask) => ask.kind.category !== undefined && !ask.taken && ask.turn === hint.turn,
	);
}

/** Where the numbers end that are one answer; 0 when they are none. */
function endOfAnswer(said: Said, ask: Ask): number {
	let size = 0;
	let end = 0;
	for (; end < said.count && size + said.sizeAt(end) <= ask.kind.most; end++) {
		size += said.sizeAt(end);
	}
	return size < ask.fewest ? 0 : end;
}

/** Too short for a card, or after the one that was asked for: whether a card can begin so. */
function mayBeCard({ digits, size, stream }: Said, { kind, taken }: Ask): boolean {
	const part = kind.role === 'card' && size < SHORTEST_CARD;
	if (stream.corrected || !(part || taken)) return true;
	const lengths = cardLengths(digits[0], digits[1], digits[2], digits[3]);
	return lengths !== 0 && (part || (lengths & (1 << size)) !== 0);
}

/** Whether what is said after an answer that is no card number is neither a part of it nor another one. */
function isOtherThanAnswer(said: Said, { kind, given, givenBy }: Ask): boolean {
	if (isAddress(said)) return true;
	const { corrected } = said.stream;
	// "I've opened case 55004481": who asked says another number, unless it is the answer read back.
	if (given > 0) return said.speaker !== givenBy && !corrected;
	// "GPay ID ravi@okaxis, number 99300 41827": what was found by its form was the answer.
	return kind.role === 'bank' ? isIndianMobile(said) : kind.role === 'tax' && !corrected;
}

/** Whether digits, neither too few nor too many, are what was asked for. */
function isAnswer(said: Said, ask: Ask): boolean {
	const { kind, taken } = ask;
	const { size } = said;
	if (kind.role === 'utr' && size !== kind.most) return false;
	if (kind === CARD_PART_KIND) return !taken && size % 4 === 0 && !said.isAmount;
	if ((bitOf(ask) & CARD_FAMILY) !== 0) {
		if (!mayBeCard(said, ask)) return false;
	} else if (said.isAmount || (taken && isOtherThanAnswer(said, ask))) return false;
	return !taken || size >= OWN_ANSWER || said.stream.corrected || goesOnAnswering(said, ask);
}

/** Decides whether digits are what was asked for. */
export class Answers {
	constructor(
		private readonly findings: Finding[],
		private readonly secrets: KnownSecrets,
		private readonly expiryDates: ExpiryDates,
		private readonly options: RedactOptions,
		private readonly hide: (said: Said, category: Category) => void,
	) {}

	/**
	 * Hides the digits if they answer `ask` and must go.
	 *
	 * @returns what of them is left to be explained; undefined when they are no answer.
	 */
	read(said: Said, ask: Ask): Said | 'answer' | undefined {
		const { kind } = ask;
		const { category } = kind;
		if (category === undefined) return this.readPlain(said, ask);
		if (said.size < ask.fewest && !isSortCode(said, ask)) return undefined;
		// In India a UTR is a payment's reference.
		if (kind.role === 'utr' && said.size > kind.most) {
			ask.taken = true;
			const end = endOfAnswer(said, ask);
			if (end === 0 || said.gapBefore(end) <= LONGEST_PAUSE) return 'answer';
			// "49595 20880. It's for the 2023-24 return."
			this.hide(said.slice(0, end), category);
			return said.slice(end);
		}
		if ((bitOf(ask) & SHORT) !== 0) return this.readCode(said, ask, category);
		if (said.size > kind.most * (said.stream.corrected ? 3 : 2)) {
			return this.readList(said, ask, category);
		}
		if (!isAnswer(said, ask)) return undefined;
		this.hide(said, category);
		take(ask, said);
		if (category === 'card') takeCardAsks(said.stream);
		return 'answer';
	}

	/** A list of answers, perhaps a very long one: one after the other, never one within another. */
	private readList(said: Said, ask: Ask, category: Category): Said | 'answer' | undefined {
		let left = said;
		while (left.size > ask.kind.most * 2) {
			const end = endOfAnswer(left, ask);
			if (end === 0) break;
			this.hide(left.slice(0, end), category);
			ask.taken = true;
			left = left.slice(end);
		}
		if (left === said) return undefined;
		return left.count > 0 ? left : 'answer';
	}

	/** Digits of something that stays, or that goes only with something else. */
	private readPlain(said: Said, ask: Ask): Said | 'answer' | undefined {
		const { kind } = ask;
		if (isOnlyHint(said, ask) || this.isOfCardBefore(said, ask)) return undefined;
		if (kind === CARD_DATE_KIND && !isMonthAndYear(said)) return undefined;
		if (kind.role === 'expiry') return this.readExpiry(said, ask);
		if (said.size < kind.fewest) return undefined;
		if (said.size > kind.most) {
			// "Postcode 3000, meter 88204417"
			const [first] = said.pieces();
			if (kind.role !== 'postal' || first.size < kind.fewest || first.size > kind.most)
				return undefined;
			ask.taken = true;
			return said.slice(first.count);
		}
		ask.taken = true;
		if (kind.role === 'phone' && this.options.alsoHide?.includes('phone')) {
			this.findings.push(...said.findings('phone'));
		}
		// "Cheque number 000217, and 29742089": only the first is the cheque's.
		const [first, ...others] = kind.role === 'reference' ? said.pieces() : [];
		if (others.length === 0 || !others.some((other) => awaits(other, ask.turn))) return 'answer';
		return said.slice(first.count);
	}

	/** "For the order, 4532 …, 07/27, 509": the hint came before a card number, and that is what it was about. */
	private isOfCardBefore({ firstWord }: Said, hint: Ask): boolean {
		const { latest } = this.secrets;
		if ((bitOf(hint) & HINTING) === 0 || latest?.category !== 'card') return false;
		return hint.word < latest.word && latest.word < firstWord;
	}

	/** A month and a year, and what is said after them: "08 29, and the card is …". */
	private readExpiry(said: Said, ask: Ask): Said | 'answer' {
		ask.taken = true;
		let end = endOfDate(said);
		if (end === 0) {
			end = said.count;
			for (let size = said.size; size > ask.kind.most && end > 1; ) size -= said.sizeAt(--end);
		}
		const date = said.slice(0, end);
		if (date.size >= ask.kind.fewest && date.size <= ask.kind.most && mayExpire(date)) {
			const answers =
				ask.kind === EXPIRY_QUESTION_KIND && date.firstTurn > ask.turn && isMonthAndYear(date);
			// "Which month?" "Seven." "And the year?" "Thirty.": each part by itself.
			for (const { start, end } of date.findings('card')) {
				this.expiryDates.add(start, end, date.firstWord, true, answers);
			}
		}
		return end < said.count ? said.slice(end) : 'answer';
	}

	/** A code of few digits: what is said after a pause is something else. */
	private readCode(said: Said, ask: Ask, category: Category): Said | 'answer' | undefined {
		if (said.isAmount || !this.mayBeCode(said, ask) || isPhone(said, ask)) return undefined;
		// "CID 20418"
		if (category === 'card_security' && said.sizeAt(0) > ask.kind.most) return undefined;
		// "The front reads 4659 1319 1855"
		if (category === 'card_security' && beginsCard(said)) {
			ask.taken = true;
			return undefined;
		}
		// "I've texted a code to 555-0142-338"
		if (isTooLong(said, ask)) return undefined;
		const { corrected } = said.stream;
		let size = 0;
		let end = 0;
		for (let i = 0; i < said.count; i++) {
			if (end > 0 && said.isApart(i) && !corrected) break;
			if (i > 0 && said.slice(i, i + 1).isAmount) break;
			// "PIN 6083 kaam nahi kar raha, machine ne paanch sau bhi nahi diye"
			if (end > 0 && said.isApart(i) && said.sizeAt(i) < ask.fewest && said.slice(i, i + 1).isSum)
				break;
			size += said.sizeAt(i);
			if (size > ask.kind.most * 2 && !corrected) break;
			if (size >= ask.fewest) end = i + 1;
		}
		if (end === 0) return undefined;
		const code = said.slice(0, end);
		this.hide(code, category);
		take(ask, code);
		// "A code was sent to you. What does it say?": both ask for one.
		for (const other of said.stream.asks) if (other.kind.role === ask.kind.role) other.taken = true;
		return end < said.count ? said.slice(end) : 'answer';
	}

	/** Whether a code was not given yet, or is given again. */
	private mayBeCode(said: Said, ask: Ask): boolean {
		// "My PIN 6083 doesn't work, and the machine gave me no five hundred."
		if (ask.taken && said.isSum) return false;
		if (!ask.taken || said.stream.corrected || this.isMisheard(said, ask)) return true;
		// "That one has expired." "540 640."
		return (
			said.firstTurn > ask.givenTurn && said.speaker === ask.givenBy && said.size === ask.lastGiven
		);
	}

	/** Whether a turn begins with as many digits as the answer before it: read back, but misheard. */
	private isMisheard(said: Said, ask: Ask): boolean {
		const { latest } = this.secrets;
		const { size, firstWord } = said;
		// "No sorry, that's the old card, two three nine."
		// "Six hundred and ninety-nine has been charged."
		if (said.count === 1 && said.isSpoken(0) && said.speaker !== ask.givenBy) return false;
		const again = said.isAnew(0) && said.speaker === ask.givenBy;
		return (
			latest !== undefined &&
			latest.category === ask.kind.category &&
			latest.digits.length === size &&
			firstWord - latest.word < (again ? SAID_AGAIN_WORDS : MISHEARD_WORDS)
		);
	}
}
