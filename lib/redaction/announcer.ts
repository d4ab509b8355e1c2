import {
	ASKING,
	BARE_CODE_KIND,
	bitOf,
	CARD_DATE_KIND,
	CARD_FAMILY,
	CODE_KIND,
	HINTING,
	lowestKind,
	newAsk,
	PARTIAL_CODE_KIND,
	SECURITY_KIND,
	SENT_CODE_KIND,
	SHORT,
	type Announcements,
	type Ask,
} from './announcements';
import { SHORTEST_CARD } from './cards';
import { isFigure } from './figures';
import { Gap, Token, type Tokens } from './tokens';
import { isParticle, PARTICLE } from './lexicon';
import { isStrongNumber } from './number-words';
import { BIT } from './phrase-tree';
import type { Numbers } from './numbers';
import type { Phrases } from './phrases';
import type { Place } from './place';
import type { Stream, Streams } from './streams';
import type { ExpiryDates } from './expiry-dates';
import { ExpiryQuestions } from './expiry-questions';
import { endsQuestion, isBare, restOfQuestion } from './phrase-context';
import type { Verdicts } from './verdicts';

/** How far an account is from what belongs to it, in words. */
const LAST_WORDS = 4;
const SAYING_GAP = Gap.Space | Gap.Apostrophe;

/** How far "code" and "sent" may be from each other, in words. */
const SENT_CODE_WORDS = 8;
/** How far digits may be from "code" to be it, in words. */
const CODE_WORDS = 4;
/** How many digits a code has of which only the sending is spoken of. */
const FEWEST_SENT = 5;
/** How many most codes have. */
const USUAL_CODE = 6;
/** How far what it belongs to may be from what is asked for, in words. */
const PLACE_WORDS = 8;
/** How far "the last four" may be from the number that they are of, in words. */
const LAST_FOUR_WORDS = 14;
/** The digits of the longest security code of a card. */
const LONGEST_CODE = 4;

/** What points at something said before, right before its name. */
const POINTING =
	/(?<!\p{L})(?:(?:that|it|this)(?:['’]?s| is)|is (?:that|it|this)|das (?:ist|war)|ist das|c['’](?:est|était)|est-ce|es|eso es|era|y(?:e|eh) (?:aapka|apka)|(?:ये|यह) आपका)(?: (?:the|your|my|a|an|der|die|das|ihre?|meine?|le|la|votre|mon|ma|une?|el|su|mi|tu))? ?(?:l['’])?$/iu;
const LONGEST_POINTING = 24;
/** Places of digits: "the second and the fourth digit". */
const PLACES =
	/(?<!\p{L})(?:first|second|third|fourth|fifth|(?:erste|zweite|dritte|vierte|fünfte)[nr]?|première?|premier|deuxième|troisième|quatrième|primer[ao]?|segund[ao]|tercer[ao]?|cuart[ao]|pehla|doosra|dusra|teesra|chautha|पहला|दूसरा|तीसरा)(?: (?:digit|stelle|chiffre|dígito|cifra|ank))?,? (?:and|und|et|y|aur|और) (?:the |die |le |la |el )?(?:second|third|fourth|fifth|sixth|last|(?:zweite|dritte|vierte|fünfte|sechste|letzte)[nr]?|deuxième|troisième|quatrième|dernier|segund[ao]|tercer[ao]?|cuart[ao]|últim[ao]|doosra|dusra|teesra|chautha|aakhri|दूसरा|तीसरा|चौथा|आखिरी)(?![\p{L}\p{M}])/iu;
/** What stands between them: most often it does not. */
const AND = / (?:and|und|et|y|aur|और) /i;
const LONGEST_PLACES = 60;

/** What a phrase for an account has that is none of a bank's: "electric account". */
const ACCOUNT_OF_CUSTOMER = BIT.thing | BIT.bankMention;
/** What names a number that stays. */
const STAYING = HINTING | BIT.reference | BIT.phone | BIT.postal;
/** What a phrase for a date has that is no card's: "birthday". */
const DATE_OF_THING = BIT.date | BIT.thing;
/** What a phrase for a code of two kinds has: "auth code". */
const PAYMENT_CODE = BIT.code | BIT.reference;
/** The end of a question that does not say the number itself. */
const WITHOUT_DIGITS = /^[^.!\n\d]{0,24}\?(?=\s|$)/;

/** "Did you send it back?" */
const RETURNED = /(?<!\p{L})(?:back|it|zurück|devuelto|retour\p{L}*|wapas)(?!\p{L})/iu;

/** What says right before "code" that there is none. */
const DENIED =
	/(?<!\p{L})(?:there['’]?s no|there is no|has no|never (?:got|received|had)|(?:did|have|has)(?:n['’]t| not) (?:get|got|gotten|receive|received)|gibt keine?n?|habe keine?n?|no (?:me )?(?:ha llegado|llegó|recibí)|pas reçu|nahi (?:aaya|mila))(?: (?:the|a|any|my|your|den|einen?|el|ningún|le|de))?(?: [\p{L}-]+)?[ -]$/iu;
const LONGEST_DENIAL = 44;

/** Hears what is announced, and which number just said it names. */
export class Announcer {
	/** The word counts at the last "code", the last "sent", and the last code that was removed. */
	private codeWord = -1000;
	private sentWord = -2000;
	private removedCodeWord = -1000;
	private readonly expiryQuestions: ExpiryQuestions;

	constructor(
		private readonly tokens: Tokens,
		private readonly numbers: Numbers,
		private readonly place: Place,
		private readonly phrases: Phrases,
		private readonly announcements: Announcements,
		private readonly streams: Streams,
		private readonly verdicts: Verdicts,
		private readonly expiryDates: ExpiryDates,
	) {
		this.expiryQuestions = new ExpiryQuestions(tokens, place, phrases, announcements);
	}

	/** The phrase from token `t` to `next` announces a number. */
	announce(said: number, t: number, next: number): void {
		const roles = (said & PAYMENT_CODE) === PAYMENT_CODE ? this.settleCode(said, next) : said;
		if (this.saysWhere(roles, t, next) || this.saysOfWhat(roles, t)) return;
		if ((roles & ASKING & ~SHORT) === 0 && this.isDenied(t)) return;
		this.nameBackwards(roles, t, next);
		this.confirm(roles & ASKING, t);
		if ((roles & (CARD_FAMILY | BIT.expiry)) !== 0) this.hearCardOfCode(roles, t);
		this.interrupt(roles);
		this.ask(roles & ASKING, t, next);
		if ((roles & DATE_OF_THING) === BIT.date) this.hearDate(next);
	}

	/** What was being said ends, unless it goes on over a phrase of these roles. */
	private interrupt(roles: number): void {
		const hint = (roles & ~HINTING & ASKING) === 0;
		this.streams.closeCorrected();
		const { open } = this.streams;
		for (let i = open.length - 1; i >= 0; i--) {
			const stream = open[i];
			if (hint && stream.speaker !== this.place.speaker && this.mayBeCard(stream)) continue;
			if (this.goesOnOver(stream, roles)) stream.interrupted = true;
			else this.streams.close(stream);
		}
	}

	/** Notes what the phrase from token `t` to `next` asks for. */
	private ask(roles: number, t: number, next: number): void {
		let asked = roles;
		if ((asked & DATE_OF_THING) === DATE_OF_THING) asked &= ~BIT.thing;
		if ((asked & ACCOUNT_OF_CUSTOMER) === ACCOUNT_OF_CUSTOMER) asked &= ~BIT.bankMention;
		// "The last four of your social" asks for four digits that must go.
		const partial =
			((asked & BIT.lastFour) !== 0 && ((asked & BIT.tax) !== 0 || this.isOfTaxNumber())) ||
			((asked & BIT.tax) !== 0 && this.isWhatLastFourAreOf());
		if (partial) asked = (asked | BIT.tax) & ~BIT.lastFour;
		for (let rest = asked; rest !== 0; rest &= rest - 1) {
			const kind = lowestKind(rest);
			const fewest = partial ? 4 : kind.fewest;
			if (kind.role === 'expiry') this.expiryQuestions.hear(kind, fewest, t, next);
			// "My BSB is …, and the account is …"
			else if (kind.role === 'bankMention') this.announcements.addMention(kind);
			else if (kind === CODE_KIND && this.asksForPlaces(t, next)) {
				this.announcements.add(PARTIAL_CODE_KIND);
			} else this.announcements.add(kind, fewest);
		}
	}

	/** "Date?" where a card is spoken of, or "and the date" right after its number. */
	private hearDate(next: number): void {
		const { announcements } = this;
		const asked = endsQuestion(this.tokens, next) && announcements.nearCard();
		if (asked || announcements.followsCard()) announcements.add(CARD_DATE_KIND);
	}

	/** "Auth code": of a payment it stays, unless it is asked for or was sent. */
	private settleCode(roles: number, next: number): number {
		const asked = WITHOUT_DIGITS.test(restOfQuestion(this.tokens, next));
		const sent = this.place.word - this.sentWord <= SENT_CODE_WORDS;
		const paid = !asked && !sent && this.announcements.nearPayment();
		return roles & ~(paid ? BIT.code : BIT.reference);
	}

	/** "I never got the code", "there's no security code on it": nothing is asked for. */
	private isDenied(t: number): boolean {
		const { text, start } = this.tokens;
		return DENIED.test(text.slice(Math.max(0, start[t] - LONGEST_DENIAL), start[t]));
	}

	/** "The second and the fourth digit of your PIN" */
	private asksForPlaces(t: number, next: number): boolean {
		const { text, start, end } = this.tokens;
		const from = start[t];
		const to = end[next - 1];
		const after = text.slice(to, to + LONGEST_PLACES);
		if (AND.test(after) && PLACES.test(after)) return true;
		const before = text.slice(Math.max(0, from - LONGEST_PLACES), from);
		return AND.test(before) && PLACES.test(before);
	}

	/** "My PIN for the phone line is", "I read it off my phone": words that ask for nothing. */
	private saysWhere(roles: number, t: number, next: number): boolean {
		const { tokens, phrases } = this;
		if ((roles & ASKING & ~(HINTING | BIT.phone)) !== 0) return false;
		const stream = this.streams.ofSpeaker();
		if (stream !== undefined && next === t + 1 && (roles & BIT.phone) !== 0) {
			const [nearest] = stream.asks;
			const card = nearest !== undefined && (bitOf(nearest) & CARD_FAMILY) !== 0;
			return card && stream.digits < SHORTEST_CARD;
		}
		if (!this.followsPurpose(t)) return false;
		const before = this.announcements.nearest();
		if (before?.kind.category === undefined || before.taken) return false;
		if (this.place.word - before.word > PLACE_WORDS) return false;
		// "The code for the order 4411" is the order's number, "for the phone line is 4411" is not.
		let after = next;
		while (after < tokens.count && after < next + 2 && this.isHint(after)) after++;
		if (after >= tokens.count) return false;
		// "The ABN for the invoice, 57 577 957 248"
		const named = (bitOf(before) & (BIT.tax | BIT.bank | BIT.bankMention)) !== 0;
		if (named && (tokens.gap[after] & ~Gap.Space) === Gap.Comma && isFigure(tokens, after))
			return true;
		if ((phrases.rolesOf(after) & BIT.is) !== 0 || endsQuestion(this.tokens, next)) return true;
		// "My social for the form, it's …"
		const said = after + 1 < tokens.count && (tokens.gap[after + 1] & ~SAYING_GAP) === 0;
		return said && (phrases.rolesOf(after + 1) & BIT.is) !== 0;
	}

	/** "The phone number on the account": an account that only has what was asked for. */
	private saysOfWhat(roles: number, t: number): boolean {
		const ofCustomer = (roles & ASKING) === ACCOUNT_OF_CUSTOMER;
		if (!ofCustomer && (roles & ASKING) !== BIT.bankMention) return false;
		if (!this.followsPurpose(t)) return false;
		const before = this.announcements.nearest();
		if (before === undefined || before.taken || before.turn !== this.place.turn) return false;
		// "My PIN for the mobile account 4471"
		const code = ofCustomer && (bitOf(before) & SHORT) !== 0;
		const plain = code || (before.kind.category === undefined && (bitOf(before) & HINTING) === 0);
		return plain && this.place.word - before.word <= LAST_WORDS;
	}

	/** Whether "for" stands right before the phrase at token `t`, or before its article. */
	private followsPurpose(t: number): boolean {
		const { tokens, phrases } = this;
		for (let i = t - 1; i >= 0 && i > t - 4; i--) {
			if (tokens.kind[i] !== Token.Word || (tokens.gap[i + 1] & Gap.End) !== 0) return false;
			if (
				(phrases.rolesOf(i) & BIT.purpose) !== 0 ||
				isParticle(tokens.word[i], PARTICLE.locatives)
			)
				return true;
		}
		return false;
	}

	private isHint(t: number): boolean {
		const roles = this.tokens.kind[t] === Token.Word ? this.phrases.rolesOf(t) & ASKING : 0;
		return roles !== 0 && (roles & ~(HINTING | BIT.phone)) === 0;
	}

	/** "That's the sort code." "296." "Is that the CVV?": names what somebody else has just said. */
	private confirm(roles: number, t: number): void {
		const kind = lowestKind(roles);
		if (kind.category === undefined) return;
		for (const stream of this.streams.open) {
			if (stream.speaker === this.place.speaker) continue;
			if (stream.asks.some((ask) => this.mayAnswer(stream, ask))) continue;
			if (stream.digits < kind.fewest || stream.digits > kind.most) continue;
			if (stream.otherWords > PLACE_WORDS || !this.isPointedAt(t, roles)) continue;
			stream.asks = [this.announcements.add(kind)];
			return;
		}
	}

	/** Whether a stream may answer an announcement other than a hint. */
	private mayAnswer({ digits }: Stream, ask: Ask): boolean {
		return !ask.taken && (bitOf(ask) & HINTING) === 0 && digits >= ask.fewest;
	}

	/** Whether what the phrase at token `t` names has been said: "that's your …", "is it the …?" */
	private isPointedAt(t: number, roles: number): boolean {
		if ((roles & SHORT) !== 0 && this.isLinked(t, 0)) return true;
		const { text, start } = this.tokens;
		return POINTING.test(text.slice(Math.max(0, start[t] - LONGEST_POINTING), start[t]));
	}

	/** "The code I texted you": a code of any kind and how it came, in any order. */
	hearSentCode(roles: number): void {
		const { word } = this.place;
		if ((roles & BIT.anyCode) !== 0) this.codeWord = word;
		if ((roles & BIT.sent) !== 0) {
			this.hearSentDigits();
			this.sentWord = word;
		}
		const near = Math.abs(this.codeWord - this.sentWord) <= SENT_CODE_WORDS;
		// "The code is 554221, the one you texted me"
		if (!near && ((roles & BIT.sent) === 0 || word - this.codeWord > 20)) return;
		for (const stream of this.streams.open) {
			if (stream.digits < CODE_KIND.fewest || stream.digits > CODE_KIND.most) continue;
			if (stream.asks.some((ask) => ask.kind !== BARE_CODE_KIND)) continue;
			if (this.numbers.word[stream.numbers[0]] - this.codeWord > CODE_WORDS) continue;
			stream.asks = [this.announcements.add(CODE_KIND)];
			this.removedCodeWord = word;
			return;
		}
		if (near && word - this.removedCodeWord > 12) {
			this.streams.closeAll();
			this.announcements.add(CODE_KIND);
		}
	}

	/** Whether a code or its sending was just spoken of. */
	hasHeardOfCode(): boolean {
		return this.place.word - Math.max(this.codeWord, this.sentWord) <= SENT_CODE_WORDS;
	}

	/** "Did you get a text?": with the phrase for it before token `next`. */
	hearSentQuestion(next: number): void {
		const rest = restOfQuestion(this.tokens, next);
		if (!WITHOUT_DIGITS.test(rest) || RETURNED.test(rest)) return;
		if (this.announcements.find('code') === undefined) {
			this.announcements.add(SENT_CODE_KIND);
		}
	}

	/** "I received 655021 by text": digits between two words for sending. */
	private hearSentDigits(): void {
		const stream = this.streams.ofSpeaker();
		if (stream === undefined || stream.asks.length > 0 || stream.ownWords > 3) return;
		if (stream.digits < FEWEST_SENT || stream.digits > CODE_KIND.most) return;
		// "883104, that's the message I got"
		if (stream.digits === USUAL_CODE) stream.asks = [this.announcements.add(CODE_KIND)];
		const since = this.numbers.word[stream.numbers[0]] - this.sentWord;
		if (since >= 0 && since <= CODE_WORDS) stream.asks = [this.announcements.add(CODE_KIND)];
	}

	/** "And the code?": where a card is spoken of, the one on the card. */
	hearCode(t: number): void {
		this.codeWord = this.place.word;
		this.streams.closeCards();
		// "Expiry 11/29, code 113"
		const before = this.streams.ofSpeaker();
		if (before?.asks[0]?.kind.role === 'expiry') this.streams.close(before);
		const onCard = this.announcements.nearCard() || this.expiryDates.isNear(this.place.word);
		if (onCard) {
			this.streams.closeAll();
			this.announcements.add(SECURITY_KIND);
		} else if (isBare(this.tokens, this.phrases, t)) this.announcements.add(BARE_CODE_KIND);
	}

	/** "The code is 440, I think, the card is scratched": the code that was said is the card's. */
	private hearCardOfCode(roles: number, t: number): void {
		const stream = this.streams.ofSpeaker();
		if (stream === undefined || stream.digits < 3 || stream.digits > 4) return;
		// "The code is 113 and the expiration 11/29", but "the code is 4471, it expires in ten minutes".
		const clause = isBare(this.tokens, this.phrases, t) || (this.tokens.gap[t] & Gap.Comma) !== 0;
		if ((roles & CARD_FAMILY) === 0 && (stream.digits > 3 || !clause)) return;
		if (this.numbers.word[stream.numbers[0]] - this.codeWord > CODE_WORDS) return;
		stream.asks = [this.announcements.add(SECURITY_KIND)];
	}

	/** A code stood here that an earlier redaction removed. */
	hearRemovedCode(): void {
		this.removedCodeWord = this.place.word;
	}

	/** "Your social? Just the last four." */
	private isOfTaxNumber(): boolean {
		const nearest = this.announcements.nearest();
		if (nearest?.kind.role !== 'tax' || nearest.taken) return false;
		return this.place.word - nearest.word <= LAST_FOUR_WORDS && !this.announcements.nearCard();
	}

	/** "The last four of the borrower's social" */
	private isWhatLastFourAreOf(): boolean {
		const nearest = this.announcements.nearest();
		if (nearest?.kind.role !== 'lastFour' || nearest.turn !== this.place.turn) return false;
		return !nearest.begun && this.place.word - nearest.word <= LAST_FOUR_WORDS;
	}

	private mayBeCard({ asks }: Stream): boolean {
		return asks.every((ask) => ask.kind.category === undefined || (bitOf(ask) & CARD_FAMILY) !== 0);
	}

	/** Whether the stream goes on over an announcement: "and the rest of the card". */
	private goesOnOver({ asks, digits }: Stream, roles: number): boolean {
		if (asks.length === 0 || (bitOf(asks[0]) & CARD_FAMILY) === 0) return false;
		if ((roles & CARD_FAMILY) !== 0) return true;
		return (roles & BIT.lastFour) !== 0 && digits >= 8 && digits <= 15;
	}

	/** "421, that's my security code": the phrase names the number just said. */
	private nameBackwards(roles: number, t: number, next: number): void {
		const stream = this.streams.ofSpeaker();
		if (stream === undefined) return;
		// "0814, that's her birthday, that's the PIN"
		const far = stream.ownWords > 1;
		if (far && !(stream.ownWords <= PLACE_WORDS && (roles & SHORT) !== 0 && this.isPointedAt(t, 0)))
			return;
		const [nearest] = stream.asks;
		const linked = this.linkedBackwards(t, stream);
		if (nearest !== undefined && !nearest.taken && (bitOf(nearest) & HINTING) === 0) {
			// "That's the card, and 194 is the code."
			const short = (roles & SHORT) !== 0 && stream.digits <= LONGEST_CODE;
			if (!(linked && short && (bitOf(nearest) & CARD_FAMILY) !== 0)) return;
		}
		if (!linked) {
			if (stream.ownWords > 0 || this.numberFollows(next, roles)) return;
			if (stream.digits > 2 * lowestKind(roles & ASKING).most) return;
			const last = stream.numbers[stream.numbers.length - 1];
			if (this.numbers.turn[last] !== this.place.turn) return;
			// "6954. And the bill's for July."
			if ((roles & ASKING & ~STAYING) === 0 && this.isNewSentence(t, last)) return;
		}
		this.verdicts.splitOffLast(stream);
		const kind = lowestKind(roles & ASKING);
		const { word, turn } = this.place;
		stream.asks = [{ ...newAsk(kind, kind.fewest, word, turn), begun: true }];
	}

	/** Whether a sentence ends between a number and token `t`. */
	private isNewSentence(t: number, number: number): boolean {
		const { tokens, numbers } = this;
		for (let i = t; i > 0 && tokens.end[i - 1] >= numbers.end[number]; i--) {
			if ((tokens.gap[i] & Gap.End) !== 0) return true;
		}
		return false;
	}

	/** Whether "is" or "for" stands between a number and the phrase at token `t`. */
	private linkedBackwards(t: number, stream: Stream): boolean {
		return this.isLinked(t, this.numbers.end[stream.numbers[stream.numbers.length - 1]]);
	}

	/** Whether "is" or "for" stands before the phrase at token `t`, in its turn and after `end`. */
	private isLinked(t: number, end: number): boolean {
		const { tokens } = this;
		for (let i = t - 1; i >= 0 && i > t - 7; i--) {
			if (tokens.kind[i] === Token.Turn || tokens.end[i] <= end) return false;
			if (tokens.kind[i] !== Token.Word) continue;
			if ((this.phrases.rolesOf(i) & (BIT.is | BIT.purpose)) !== 0) return true;
		}
		return false;
	}

	/** Whether the announcement before token `next` has its own number after it. */
	private numberFollows(next: number, roles: number): boolean {
		const { tokens } = this;
		for (let i = next; i < tokens.count && i < next + 6; i++) {
			const kind = tokens.kind[i];
			if (kind === Token.Digits || kind === Token.Mixed || kind === Token.Removed) return true;
			if (kind !== Token.Word || (tokens.gap[i] & Gap.End) !== 0) return false;
			if (isStrongNumber(tokens.word[i])) return true;
			// "Visa card number": all of it announces a card.
			const more = this.phrases.rolesOf(i) & ASKING;
			if (more !== 0 && (more & roles & CARD_FAMILY) === 0) return false;
		}
		return false;
	}
}
