import type { Category } from './finding';
import { BIT } from './phrase-tree';
import type { Place } from './place';
import type { Role } from './languages/language';

/** How a phrase that announces a number decides about the numbers after it. */
export interface AskKind {
	role: Role;
	/** The role as a bit of a mask. */
	bit: number;
	/** What the number is; undefined when it stays. */
	category: Category | undefined;
	/** How many digits such a number has. */
	fewest: number;
	most: number;
	/** How far from the phrase it may begin: in words, and in changes of speaker. */
	words: number;
	turns: number;
}

/** A kind of announcement; all are laid out alike in memory, because they are looked at so often. */
function askKind({ role, category, fewest, most, words, turns }: Omit<AskKind, 'bit'>): AskKind {
	return { role, bit: BIT[role], category, fewest, most, words, turns };
}

/**
 * Every kind of announcement. What stays is announced as firmly as what goes: "order number" keeps
 * the card's claim off the digits that follow it.
 */
export const ASK_KINDS: readonly AskKind[] = [
	askKind({ role: 'card', category: 'card', fewest: 6, most: 19, words: 90, turns: 8 }),
	askKind({ role: 'cardMention', category: 'card', fewest: 12, most: 19, words: 60, turns: 5 }),
	askKind({ role: 'security', category: 'card_security', fewest: 3, most: 4, words: 45, turns: 5 }),
	askKind({ role: 'bank', category: 'bank', fewest: 5, most: 34, words: 60, turns: 6 }),
	askKind({ role: 'bankMention', category: 'bank', fewest: 8, most: 18, words: 25, turns: 3 }),
	askKind({ role: 'tax', category: 'tax_id', fewest: 7, most: 20, words: 60, turns: 6 }),
	askKind({ role: 'utr', category: 'tax_id', fewest: 10, most: 10, words: 30, turns: 4 }),
	askKind({ role: 'code', category: 'credential', fewest: 4, most: 8, words: 40, turns: 5 }),
	askKind({ role: 'expiry', category: undefined, fewest: 2, most: 6, words: 25, turns: 4 }),
	askKind({ role: 'lastFour', category: undefined, fewest: 1, most: 5, words: 8, turns: 2 }),
	askKind({ role: 'phone', category: undefined, fewest: 7, most: 15, words: 25, turns: 3 }),
	askKind({ role: 'reference', category: undefined, fewest: 1, most: 40, words: 30, turns: 3 }),
	askKind({ role: 'postal', category: undefined, fewest: 4, most: 10, words: 15, turns: 3 }),
	askKind({ role: 'date', category: undefined, fewest: 1, most: 8, words: 5, turns: 1 }),
	askKind({ role: 'amount', category: undefined, fewest: 1, most: 12, words: 6, turns: 1 }),
	askKind({ role: 'thing', category: undefined, fewest: 1, most: 40, words: 4, turns: 1 }),
];

/** All roles that announce a number, as a mask. */
export const ASKING = ASK_KINDS.reduce((mask, kind) => mask | kind.bit, 0);

/** Those that only hint at what a number is. */
export const HINTING = BIT.thing | BIT.amount | BIT.date;

/** The place of the only bit of a mask, counted from the lowest. */
const placeOf = (bit: number) => 31 - Math.clz32(bit);

/** Per bit of a mask of roles: the kind of announcement. */
const KINDS: readonly AskKind[] = ASK_KINDS.reduce<AskKind[]>((kinds, kind) => {
	kinds[placeOf(kind.bit)] = kind;
	return kinds;
}, []);

/** The kind that the lowest bit of a mask of roles stands for. */
export function lowestKind(roles: number): AskKind {
	return KINDS[placeOf(roles & -roles)];
}

/** The code on a card, which may also be announced by "code" where a card is spoken of. */
export const SECURITY_KIND = ASK_KINDS.filter((kind) => kind.role === 'security')[0];

/** A one-time code, which may also be announced by two words together. */
export const CODE_KIND = ASK_KINDS.filter((kind) => kind.role === 'code')[0];

/** Bank details; what is only spoken of is of this kind when others were asked for. */
const BANK_KIND = ASK_KINDS.filter((kind) => kind.role === 'bank')[0];

/** "Date?" where a card is spoken of: its expiry, if what is said can be one. */
export const CARD_DATE_KIND = askKind({
	role: 'expiry',
	category: undefined,
	fewest: 3,
	most: 6,
	words: 10,
	turns: 2,
});

/** "And the expiry date, please?": what is asked for goes without a card number. */
export const EXPIRY_QUESTION_KIND = askKind(ASK_KINDS.filter((kind) => kind.role === 'expiry')[0]);

/** "Could you repeat the second group?": a part of a card number that nobody says whole. */
export const CARD_PART_KIND = askKind({
	role: 'card',
	category: 'card',
	fewest: 4,
	most: 12,
	words: 8,
	turns: 0,
});

/** "The code is 602114": a code of which nothing else is said. */
export const BARE_CODE_KIND = askKind({ ...CODE_KIND, words: 4, turns: 1 });

/** "Did you get a text?" */
export const SENT_CODE_KIND = askKind({ ...CODE_KIND, fewest: 6, words: 8, turns: 1 });

/** "The second and the fourth digit of your PIN." */
export const PARTIAL_CODE_KIND = askKind({ ...CODE_KIND, fewest: 1, most: 4, words: 30, turns: 1 });

/** An announcement in a text. */
export interface Ask {
	kind: AskKind;
	/** Fewer digits than usual are asked for: "the last four of your social". */
	fewest: number;
	/** Where it ends: as a count of words, and as a count of turns. */
	word: number;
	turn: number;
	/** The answer has begun; and it has been given. */
	begun: boolean;
	taken: boolean;
	/** How many digits of it have been given, of how many the last part had, in which turn, and by whom. */
	given: number;
	lastGiven: number;
	givenTurn: number;
	givenBy: number;
}

/** Announcements that are remembered at a time. */
const REMEMBERED = 12;

/** How far a bank that is spoken of may be from the name of a reference that it gave, in words. */
const REFERENCE_WORDS = 3;

/** How long after a card number it is still spoken of, in words. */
const CARD_WORDS = 60;

/** And how long "the date" is its expiry: after the number, and after the code on it. */
const AFTER_CARD_WORDS = 8;
const AFTER_CODE_WORDS = 4;

/** Announcements of what may have letters in it. */
export const SPELLABLE = BIT.bank | BIT.tax | BIT.code;
/** Announcements of numbers so short that one turn holds them. */
export const SHORT = BIT.security | BIT.code;
export const CARD_FAMILY = BIT.card | BIT.cardMention;
const BANK_FAMILY = BIT.bank | BIT.bankMention;
/** How far from a bill the word for its last day may be, in words. */
const THING_WORDS = 10;
/** How long after a payment its code may be named, in words. */
const PAYMENT_WORDS = 12;

/** The role that an announcement was made by, as a bit. */
export function bitOf(ask: Ask): number {
	return ask.kind.bit;
}

/** An announcement that nothing has answered yet. */
export function newAsk(kind: AskKind, fewest: number, word: number, turn: number): Ask {
	return {
		kind,
		fewest,
		word,
		turn,
		begun: false,
		taken: false,
		given: 0,
		lastGiven: 0,
		givenTurn: -1,
		givenBy: -1,
	};
}

/** What has been announced lately, and how far it reaches. */
export class Announcements {
	private readonly asks: Ask[] = [];
	private cardWord = -1000;
	private cardCodeWord = -1000;
	private measureWord = -1000;
	/** The word count up to which an identifier with letters may be an answer. */
	spellableUntil = -1;
	/** The word count up to which any reaches at most; and per role, by the number of its bit. */
	private until = -1;
	private readonly untilOf = new Int32Array(32).fill(-1);

	constructor(private readonly place: Place) {}

	/** Notes an announcement made here; `fewest` when fewer digits than usual are asked for. */
	add(kind: AskKind, fewest = kind.fewest): Ask {
		const { word, turn } = this.place;
		const ask = newAsk(kind, fewest, word, turn);
		const until = word + kind.words + 1;
		if ((kind.bit & SPELLABLE) !== 0) this.spellableUntil = until;
		this.asks.push(ask);
		if (until > this.until) this.until = until;
		if (until > this.untilOf[placeOf(kind.bit)]) this.untilOf[placeOf(kind.bit)] = until;
		if (this.asks.length === 2 * REMEMBERED) this.asks.splice(0, REMEMBERED);
		return ask;
	}

	/** Notes that an account is spoken of; where bank details are, it is as good as asked for. */
	addMention(kind: AskKind): void {
		const nearest = this.nearest();
		// "The trace number our bank gave us is …"
		const ofReference =
			nearest?.kind.role === 'reference' && this.place.word - nearest.word <= REFERENCE_WORDS;
		if (!ofReference) this.add(this.find('bank') === undefined ? kind : BANK_KIND);
	}

	/** Those that reach from where they were made to here, the nearest first. */
	reaching(): Ask[] {
		const reaching: Ask[] = [];
		if (this.place.word > this.until) return reaching;
		for (let i = this.asks.length - 1, oldest = this.oldest(); i >= oldest; i--) {
			if (this.reaches(this.asks[i])) reaching.push(this.asks[i]);
		}
		return reaching;
	}

	nearest(): Ask | undefined {
		if (this.place.word > this.until) return undefined;
		for (let i = this.asks.length - 1, oldest = this.oldest(); i >= oldest; i--) {
			if (this.reaches(this.asks[i])) return this.asks[i];
		}
		return undefined;
	}

	/** A card number was found. */
	hearCard(word: number): void {
		this.cardWord = word;
	}

	/** The code of a card was found. */
	hearCardCode(word: number): void {
		this.cardCodeWord = word;
	}

	/** A sum, a count or a duration was said. */
	hearMeasure(): void {
		this.measureWord = this.place.word;
	}

	isMeasuredSince(word: number): boolean {
		return this.measureWord >= word;
	}

	/** Whether a card number was said right before. */
	justHeardCard(): boolean {
		return this.place.word - this.cardWord <= AFTER_CODE_WORDS;
	}

	/** Whether a card number was just said, or the code of one: "815, and the date …". */
	followsCard(): boolean {
		const { word } = this.place;
		return word - this.cardWord <= AFTER_CARD_WORDS || word - this.cardCodeWord <= AFTER_CODE_WORDS;
	}

	/** Whether a card has been spoken of. */
	nearCard(): boolean {
		if (this.place.word - this.cardWord <= CARD_WORDS) return true;
		for (let i = this.asks.length - 1, oldest = this.oldest(); i >= oldest; i--) {
			if ((bitOf(this.asks[i]) & CARD_FAMILY) !== 0 && this.reaches(this.asks[i])) return true;
		}
		return false;
	}

	/** The nearest one of this role that reaches to here. */
	find(role: Role): Ask | undefined {
		if (this.place.word > this.untilOf[placeOf(BIT[role])]) return undefined;
		for (let i = this.asks.length - 1, oldest = this.oldest(); i >= oldest; i--) {
			if (this.asks[i].kind.role === role && this.reaches(this.asks[i])) return this.asks[i];
		}
		return undefined;
	}

	/** What was found or removed here answers the latest question for it. */
	answer(category: Category): void {
		for (let i = this.asks.length - 1, oldest = this.oldest(); i >= oldest; i--) {
			const { kind, taken } = this.asks[i];
			if (taken) continue;
			if (kind.category !== category && !(category === 'card' && kind.role === 'expiry')) continue;
			this.asks[i].taken = true;
			// Several words ask for one code: "I sent you a code. What does it say?"
			if (category !== 'credential') return;
		}
	}

	/** What was called an account is none of a bank's: no digits are awaited. */
	dismissBank(): void {
		for (let i = this.asks.length - 1, oldest = this.oldest(); i >= oldest; i--) {
			if ((bitOf(this.asks[i]) & BANK_FAMILY) === 0) continue;
			if (this.reaches(this.asks[i])) this.asks.splice(i, 1);
			return;
		}
	}

	/** Whether a card or a payment is spoken of. */
	nearPayment(): boolean {
		if (this.nearCard()) return true;
		for (let i = this.asks.length - 1, oldest = this.oldest(); i >= oldest; i--) {
			const paid = (bitOf(this.asks[i]) & (BIT.amount | BIT.thing)) !== 0;
			if (paid && this.place.word - this.asks[i].word <= PAYMENT_WORDS) return true;
		}
		return false;
	}

	/** Whether something that is no card was named last, in this turn. */
	isOfThing(): boolean {
		const last = this.asks.at(-1);
		if (last === undefined || last.turn !== this.place.turn) return false;
		const named = (bitOf(last) & (BIT.thing | BIT.amount | BIT.reference)) !== 0;
		return named && this.place.word - last.word <= THING_WORDS;
	}

	/** A measure was said: it is what the last hint announced. */
	answerHint(): void {
		const last = this.asks.at(-1);
		if (last !== undefined && (bitOf(last) & HINTING) !== 0) last.taken = true;
	}

	private oldest(): number {
		return Math.max(0, this.asks.length - REMEMBERED);
	}

	private reaches({ kind, begun, taken, word, turn }: Ask): boolean {
		if ((begun || taken) && kind.category === undefined) return false;
		return this.place.word - word <= kind.words + 1 && this.place.turn - turn <= kind.turns;
	}
}
