import { Announcements, ASKING, CODE_KIND } from './announcements';
import { Announcer } from './announcer';
import { CardDates } from './card-dates';
import { isPrivateLink, plainLinks, privateFiles, spokenFiles } from './documents';
import { describedPasswords } from './described-passwords';
import { ExpiryDates } from './expiry-dates';
import { endsInFigure, figuresFollow, isCutByFigure, isFigure } from './figures';
import type { Finding, RedactOptions } from './finding';
import { isCapital } from './fold';
import { falseStart, IbanParts, isCountryBefore } from './iban-parts';
import { REMOVED_CATEGORIES } from './lexer';
import { Gap, Token, tokenAfter, type Tokens } from './tokens';
import { isAtSign, isDot, Manner, mannerOf, spokenLetter } from './lexicon';
import { isNumberWord, soundalikeOf } from './number-words';
import { BIT } from './phrase-tree';
import { KnownSecrets, LONGEST_REMEMBERED } from './known-secrets';
import { isMeasure, isPaidThen, isYear, monthBefore } from './measures';
import { NamedSecrets } from './named-secrets';
import { Mark, NumberReader, Numbers } from './numbers';
import { takeLetters } from './number-letters';
import { isPublic } from './odd-pieces';
import { FILLING, Phrases } from './phrases';
import { FEWEST_IN_PART, PartQuestions } from './part-questions';
import type { Place } from './place';
import { keystorePieces, keystores, RecoveryPhrases } from './recovery-phrases';
import { saidAgain } from './said-again';
import { Shapes } from './shapes';
import { spokenAddressAt } from './spoken-addresses';
import { isLetter, standsAlone } from './spelling';
import { SpeltIdentifiers } from './spelt-identifiers';
import { Streams } from './streams';
import { isUpiId } from './upi';
import { Verdicts } from './verdicts';
import { WrittenIdentifiers } from './written-identifiers';
import { endOfPostalCode, formAt, keyAt, type Written } from './written-forms';

const NAMING = BIT.password | BIT.key;
/** What stands within a key such as `sk_live_…`. */
const KEY_SIGNS = Gap.Dash | Gap.Underscore;
/** A number with so many digits is no measure, whatever follows it. */
const LONGEST_MEASURE = 7;
/** No longer number is taken for a sum because of what follows it. */
const LONGEST_SUM = 3;
/** How far an answer is from its question at most to be taken for nothing else, in words. */
const AWAITED_WORDS = 8;
/** So many tokens are walked over in one call: V8 compiles best what is called often and ends soon. */
const TOKENS_AT_ONCE = 256;
/** How far after the at sign a word for the dot is looked for, in tokens. */
const ADDRESS_TOKENS = 30;
/** So many digits and a letter are a whole tax number. */
const FEWEST_BEFORE_LETTER = 7;
const IFSC = /^[A-Z]{4}0[A-Z\d]{6}$/;

/** Whether token `t` is a word of more than one letter. */
function isWord({ kind, start, end }: Tokens, t: number): boolean {
	return kind[t] === Token.Word && end[t] - start[t] > 1;
}

/** Whether token `t` is one capital letter. */
function isCapitalLetter({ units, start, end }: Tokens, t: number): boolean {
	return end[t] - start[t] === 1 && isCapital(units[start[t]]);
}

/** Whether a capital stands before token `t` and a space, a comma or a short word: "FR soixante-seize". */
function isCapitalBefore({ units, start }: Tokens, t: number): boolean {
	let at = start[t] - 2;
	if (at < 0) return false;
	if (units[at] === 44 && at > 0) at--;
	if (isCapital(units[at])) return true;
	// Over "then", "dann" and the like.
	const first = Math.max(2, at - 5);
	let space = at;
	while (space >= first && units[space] !== 32) space--;
	if (space < first) return false;
	return isCapital(units[units[space - 1] === 44 ? space - 2 : space - 1]);
}

/** Whether a word that needs no look stands within a number without ending it. */
function isFiller(manner: Manner): boolean {
	return (
		manner === Manner.Filler || manner === Manner.FillerBeginning || manner === Manner.FillerAlone
	);
}

/** Walks over the tokens of a text, once, and finds in it what must not be stored. */
export class Walk {
	private readonly findings: Finding[] = [];
	/** Who speaks before the first name is the one named second, if two are. */
	private readonly place: Place = { word: 0, turn: 0, speaker: 1 };
	private readonly numbers = new Numbers();
	private readonly expiryDates = new ExpiryDates();
	private readonly cardDates: CardDates;
	private readonly recovery: RecoveryPhrases;
	private readonly announcements = new Announcements(this.place);
	private readonly phrases: Phrases;
	private readonly shapes: Shapes;
	private readonly reader: NumberReader;
	private readonly named: NamedSecrets;
	private readonly secrets: KnownSecrets;
	private readonly ibans: IbanParts;
	private readonly verdicts: Verdicts;
	private readonly streams: Streams;
	private readonly announcer: Announcer;
	private readonly partQuestions: PartQuestions;
	private readonly written: WrittenIdentifiers;
	private readonly spelt: SpeltIdentifiers;
	/** Where the turn began in the text. */
	private turnStart = 0;
	/** A number word that may belong to the phrase before it: "the first four", "the last six five". */
	private sharedToken = -1;

	constructor(
		private readonly tokens: Tokens,
		private readonly options: RedactOptions,
	) {
		const { place, numbers, findings, announcements } = this;
		this.recovery = new RecoveryPhrases(tokens);
		this.phrases = new Phrases(tokens);
		this.shapes = new Shapes(tokens);
		this.reader = new NumberReader(tokens, numbers);
		this.ibans = new IbanParts(tokens);
		this.named = new NamedSecrets(tokens, place, findings);
		this.secrets = new KnownSecrets(findings);
		this.verdicts = new Verdicts(
			numbers,
			findings,
			announcements,
			this.secrets,
			this.expiryDates,
			options,
		);
		this.streams = new Streams(numbers, place, announcements, this.verdicts);
		this.partQuestions = new PartQuestions(place, announcements, this.streams);
		this.written = new WrittenIdentifiers(tokens, place, announcements, this.streams, this.secrets);
		this.spelt = new SpeltIdentifiers(
			tokens,
			this.phrases,
			place,
			announcements,
			this.streams,
			(t) => this.findIban(t),
		);
		this.cardDates = new CardDates(
			tokens,
			this.phrases,
			numbers,
			this.reader,
			place,
			announcements,
			this.streams,
			this.secrets,
			this.expiryDates,
		);
		this.announcer = new Announcer(
			tokens,
			numbers,
			place,
			this.phrases,
			announcements,
			this.streams,
			this.verdicts,
			this.expiryDates,
		);
	}

	/** @returns what must not be stored, in no order; findings may overlap. */
	run(): Finding[] {
		const { text, count } = this.tokens;
		for (let t = 0; t < count; ) t = this.walkTo(Math.min(count, t + TOKENS_AT_ONCE), t);
		this.streams.closeAll();
		for (const finding of this.findings) takeLetters(text, finding);
		for (const finding of saidAgain(this.tokens, this.findings)) this.findings.push(finding);
		for (const more of [
			this.expiryDates.findings(),
			this.recovery.findings(),
			describedPasswords(this.tokens),
			privateFiles(text),
			plainLinks(text),
			spokenFiles(this.tokens),
			keystores(text),
			keystorePieces(text),
		]) {
			for (const finding of more) this.findings.push(finding);
		}
		return this.findings;
	}

	/** Walks from token `from` to `limit`, or beyond it where something goes on; returns the next token. */
	private walkTo(limit: number, from: number): number {
		let t = from;
		while (t < limit) t = this.step(this.skipIdle(t));
		return t;
	}

	/** Counts the words from token `t` on that mean nothing here; returns the first other token. */
	private skipIdle(from: number): number {
		const { place, streams, tokens } = this;
		const { kind, word, start, skipped, gap, count } = tokens;
		const { coveredTo } = this.named;
		let t = from;
		let spoken = 0;
		let idle = 0;
		for (; t < count - 1 && kind[t] === Token.Word && start[t] >= coveredTo; t++) {
			const manner = mannerOf(word[t]);
			if (manner > Manner.Idle) {
				if (manner === Manner.Digit || manner === Manner.Naming) break;
				if (this.phrases.mayBegin(t) || (gap[t + 1] & KEY_SIGNS) !== 0) break;
				if (manner < Manner.Naming) {
					if (!standsAlone(tokens, t)) break;
					// "81 724 941, I": it may be the end of a number.
					if (idle === 0 && isCapitalLetter(tokens, t) && streams.ofSpeaker() !== undefined) break;
				}
			} else if (manner === Manner.Telling) break;
			spoken += skipped[t] + 1;
			idle += isFiller(manner) ? skipped[t] : skipped[t] + 1;
		}
		place.word += spoken;
		if (idle > 0) streams.countWords(idle);
		return t;
	}

	/** Handles the token at `t`, and those that belong to it; returns the next one. */
	private step(t: number): number {
		const { tokens, place } = this;
		const kind = tokens.kind[t];
		if (kind !== Token.Turn && this.named.covers(t)) {
			// "The passcode, please, not your password." "Six six oh, nine one two."
			const next = tokenAfter(this.tokens, t, this.named.coveredTo);
			const code = isFigure(this.tokens, t) && next - t <= CODE_KIND.most;
			if (code) this.announcements.answer('credential');
			return next;
		}
		const skipped = tokens.skipped[t];
		place.word += skipped + 1;
		if (skipped > 0) this.streams.countWords(skipped);
		if (kind === Token.Word) return this.stepWord(t);
		if (kind === Token.Digits) return this.stepDigits(t);
		if (kind === Token.Turn) return this.stepTurn(t);
		if (kind === Token.Letter || kind === Token.Mixed) {
			this.findIban(t);
			return this.stepLetters(t);
		}
		if (kind === Token.Removed) return this.stepRemoved(t);
		return this.stepAddress(t);
	}

	private stepTurn(t: number): number {
		const { text, start, end } = this.tokens;
		const before = this.turnStart;
		this.turnStart = end[t];
		this.place.turn++;
		this.streams.closeShortCodes();
		this.place.speaker = this.tokens.word[t];
		this.named.beginTurn(t);
		if (figuresFollow(this.tokens, t + 1, FEWEST_IN_PART)) {
			this.partQuestions.hear(text.slice(before, start[t]));
		}
		return t + 1;
	}

	/** What an earlier redaction left stands for what was asked for. */
	private stepRemoved(t: number): number {
		const category = REMOVED_CATEGORIES[this.tokens.word[t]];
		this.streams.closeAll();
		this.announcements.answer(category);
		this.verdicts.hear(category, this.place.word, this.place.word);
		if (category === 'credential') {
			this.named.answered();
			this.announcer.hearRemovedCode();
		}
		return t + 1;
	}

	private stepWord(t: number): number {
		const { tokens, place } = this;
		const word = tokens.word[t];
		const manner = mannerOf(word);
		if (manner === Manner.Filler || manner === Manner.Idle) {
			if (manner === Manner.Idle) this.streams.countWords(1);
			return t + 1;
		}
		if (tokens.end[t] - tokens.start[t] === 1) this.findIban(t);
		if (manner >= Manner.Naming) return this.stepNamingWord(t);
		// Most number words stand among others, and begin nothing else.
		const plain = manner === Manner.Digit && place.word > this.announcements.spellableUntil;
		if (plain && !this.phrases.mayBegin(t)) return this.stepNumber(t);
		return this.stepTellingWord(t);
	}

	/** A word that can begin a phrase, or a key such as `sk_live_…`. */
	private stepNamingWord(t: number): number {
		const { phrases } = this;
		const key = this.keyOver(t, this.tokens.end[t]);
		if (key !== undefined) return this.found(t, key);
		phrases.read(t);
		const { roles } = phrases;
		const next = this.endOfPhrase(t);
		return this.stepPhrase(t, roles, next);
	}

	/** The key that token `t` begins or goes on with over a sign at `at`: `sk_live_…`. */
	private keyOver(t: number, at: number): Written | undefined {
		const sign = at < 0 ? 0 : this.tokens.units[at];
		return sign === 95 || sign === 45 ? keyAt(this.tokens, t) : undefined;
	}

	/** Where the phrase read last ends, which began at token `t`. */
	private endOfPhrase(t: number): number {
		const { tokens } = this;
		const { roles, next } = this.phrases;
		// "And the last six five five zero": the six may be one of the digits.
		// "C v v two one six": so may "CVV two".
		const filler = (roles & ~FILLING) === 0;
		if (!filler && (roles & BIT.security) === 0) return next;
		const shared =
			next > t + 1 && (filler ? endsInFigure(tokens, next) : isCutByFigure(tokens, next));
		if (!shared) return next;
		this.sharedToken = next - 1;
		return next - 1;
	}

	private stepTellingWord(t: number): number {
		const { tokens, phrases } = this;
		const word = tokens.word[t];
		const heard = soundalikeOf(word) >= 0 && this.reader.soundsLikeDigit(t);
		const number = heard || isNumberWord(word);
		if (isAtSign(word)) {
			const after = this.stepSpokenAddress(t);
			if (after > t) return after;
		}
		const key = this.keyOver(t, tokens.end[t]);
		if (key !== undefined) return this.found(t, key);
		if (number || isLetter(tokens, t) || spokenLetter(word) !== 0) {
			const after = this.stepSpelling(t);
			if (after > t) return after;
			if (isCapitalLetter(tokens, t)) this.endTaxNumber();
		}
		phrases.read(t);
		const { roles } = phrases;
		const next = this.endOfPhrase(t);
		if (number && (roles & ASKING) === 0 && (next === t + 1 || endsInFigure(tokens, next))) {
			const after = this.stepNumber(t);
			if (after > t) return after;
		}
		return this.stepPhrase(t, roles, next);
	}

	/** "ravi at okaxis": an address said in words, around the "at" at `t`; returns `t` when there is none. */
	private stepSpokenAddress(t: number): number {
		const { tokens, options } = this;
		const { text, start, end } = tokens;
		// "At the moment", most often; but "at the rate ybl", "at ok icici", "at my firm dot com".
		const plain = t + 1 < tokens.count && tokens.skipped[t + 1] === 0 && isWord(tokens, t + 1);
		const said = plain ? this.phrases.rolesOf(t + 1) & (FILLING | BIT.notPassword) : 0;
		const handle = said === 0 || /^ (?:the rate|ok)/i.test(text.slice(end[t], end[t] + 9));
		if (!handle && !this.dotFollows(t + 2, t + 5)) return t;
		const asked = this.announcements.find('bank') !== undefined;
		const dotFollows = this.dotFollows(t + 1, t + ADDRESS_TOKENS);
		const address = spokenAddressAt(text, start[t], end[t], this.turnStart, asked, dotFollows);
		if (address === undefined) return t;
		if (address.kind === 'upi') return this.found(t, { ...address, category: 'bank' });
		if (options.alsoHide?.includes('email') !== true) return t;
		this.findings.push({ category: 'email', start: address.start, end: address.end });
		return tokenAfter(this.tokens, t, address.end);
	}

	/** Whether one of the tokens from `t` on and before `limit` is a word for the dot of an address. */
	private dotFollows(t: number, limit: number): boolean {
		const { count, word } = this.tokens;
		for (let i = t; i < count && i < limit; i++) if (isDot(word[i])) return true;
		return false;
	}

	/** The phrase from token `t` to `next`, or one word of no meaning. */
	private stepPhrase(t: number, roles: number, next: number): number {
		if (roles === 0) {
			this.streams.countWords(1);
			return t + 1;
		}
		if ((roles & BIT.seed) !== 0) this.recovery.name(t, this.place.turn);
		if ((roles & NAMING) !== 0) {
			// "PW 16 82 00 B"
			const short = this.tokens.end[next - 1] - this.tokens.start[t] === 2;
			const form = short ? formAt(this.tokens, t) : undefined;
			if (form !== undefined) return this.found(t, form);
			this.named.name(roles, t, next);
		}
		this.place.word += next - t - 1;
		if ((roles & (BIT.anyCode | BIT.sent)) !== 0) this.announcer.hearSentCode(roles);
		if ((roles & BIT.sent) !== 0) this.announcer.hearSentQuestion(next);
		if ((roles & BIT.anyCode) !== 0) this.announcer.hearCode(t);
		if ((roles & BIT.security) !== 0) this.expiryDates.addCodeName(this.place.word);
		if ((roles & ASKING) !== 0) this.announcer.announce(roles, t, next);
		else if ((roles & (FILLING | BIT.sent)) === 0) this.streams.countWords(next - t);
		if ((roles & BIT.correction) !== 0) this.streams.correct();
		return next;
	}

	private stepDigits(t: number): number {
		const { tokens } = this;
		const { start, end } = tokens;
		const key = this.keyOver(t, start[t] - 1);
		if (key !== undefined) return this.found(t, key);
		if (this.isTextedCode(t)) {
			return this.found(t, { category: 'credential', start: start[t] - 2, end: end[t] });
		}
		const after = this.stepForm(t);
		if (after > t) return after;
		// "3 digits on the back"
		if (tokens.word[t] !== 0 && this.phrases.mayBegin(t)) {
			this.phrases.read(t);
			const { roles, next } = this.phrases;
			if (next > t + 1 && ((roles & ASKING) !== 0 || !endsInFigure(tokens, next))) {
				return this.stepPhrase(t, roles, next);
			}
		}
		return this.stepNumber(t);
	}

	/** A letter by itself, or letters and digits in one. */
	private stepLetters(t: number): number {
		const { tokens } = this;
		if (tokens.kind[t] === Token.Mixed) {
			const key = keyAt(tokens, t);
			if (key !== undefined) return this.found(t, key);
			if (isPublic(tokens.text.slice(tokens.start[t], tokens.end[t]))) return t + 1;
			const postal = endOfPostalCode(tokens, t);
			if (postal > 0) {
				this.streams.endOwn();
				return tokenAfter(this.tokens, t, postal);
			}
			const after = this.stepForm(t);
			if (after > t) return after;
			const start = tokens.start[t];
			const end = tokens.end[t];
			// The last six of an IFSC code are digits as a rule only.
			if (this.announcements.find('bank') !== undefined && IFSC.test(tokens.text.slice(start, end)))
				return this.found(t, { category: 'bank', start, end });
			const category =
				this.secrets.latest &&
				this.secrets.categoryOfWritten(
					tokens.text.slice(start, Math.min(end, start + LONGEST_REMEMBERED)),
					this.place.word,
				);
			if (category !== undefined) return this.found(t, { category, start, end });
		} else {
			const after = this.stepSpelling(t);
			if (after > t) return after;
			this.endTaxNumber();
		}
		this.phrases.read(t);
		return this.stepPhrase(t, this.phrases.roles, this.phrases.next);
	}

	private nearestIsBank(): boolean {
		const role = this.announcements.nearest()?.kind.role;
		return role === 'bank' || role === 'bankMention';
	}

	/** "The text says G-582663": a code as it is sent. */
	private isTextedCode(t: number): boolean {
		const { text, start, end } = this.tokens;
		if (text.charCodeAt(start[t] - 1) !== 45 || text.charCodeAt(start[t] - 2) !== 71) return false;
		return end[t] - start[t] === 6 && this.announcer.hasHeardOfCode();
	}

	/** "81 724 941, F": a letter ends a tax number. */
	private endTaxNumber(): void {
		const stream = this.streams.ofSpeaker();
		if (stream === undefined || stream.ownWords > 0 || stream.digits < FEWEST_BEFORE_LETTER) return;
		if (stream.asks[0]?.kind.role === 'tax') this.streams.close(stream);
	}

	/** An IBAN that begins at token `t` and comes in parts. */
	private findIban(t: number): void {
		const iban = this.ibans.read(t, this.place.speaker);
		if (iban === undefined) return;
		const { text } = this.tokens;
		const begun = falseStart(text, iban.parts[0].start, this.turnStart, iban.value);
		if (begun !== undefined) this.findings.push({ category: 'bank', ...begun });
		for (const { start, end } of iban.parts) this.findings.push({ category: 'bank', start, end });
		this.announcements.answer('bank');
		this.secrets.addWritten('bank', iban.value, this.place);
	}

	/** An identifier known by its form, or spelt out from here; returns `t` when there is none. */
	private stepForm(t: number): number {
		const form = this.written.read(t);
		return form !== undefined ? this.found(t, form) : this.stepSpelling(t);
	}

	/** An identifier that is spelt out; returns `t` when there is none. */
	private stepSpelling(t: number): number {
		const spelt = this.spelt.read(t);
		return typeof spelt === 'number' ? spelt : this.found(t, spelt, spelt.text);
	}

	private stepAddress(t: number): number {
		const { tokens, findings } = this;
		const start = tokens.start[t];
		const end = tokens.end[t];
		const address = tokens.text.slice(start, end);
		if (tokens.kind[t] === Token.Url) {
			if (isPrivateLink(address)) findings.push({ category: 'document', start, end });
		} else if (tokens.kind[t] === Token.Email) {
			if (this.options.alsoHide?.includes('email'))
				findings.push({ category: 'email', start, end });
		} else if (isUpiId(address) || this.announcements.nearest()?.kind.role === 'bank') {
			return this.found(t, { category: 'bank', start, end });
		}
		this.streams.countWords(1);
		return t + 1;
	}

	/** A number begins at token `t`; returns the token after it, or `t` when it is no number. */
	private stepNumber(t: number): number {
		const { tokens, numbers, shapes, phrases } = this;
		const written = tokens.kind[t] === Token.Digits;
		if (isCapitalBefore(tokens, t) || isCountryBefore(tokens.units, tokens.start[t])) {
			this.findIban(t);
		}
		const shaped = written ? shapes.read(t) : t;
		if (shaped > t) {
			if (shapes.monthYear) this.cardDates.add(t, shaped, false);
			else this.streams.endOwn();
			return shaped;
		}
		const next = this.reader.read(t);
		if (next === t) return t;
		if (t - 1 === this.sharedToken) this.streams.beginAnew();
		const number = numbers.count - 1;
		const month = monthBefore(tokens, phrases, t);
		if (month >= 0) return this.cardDates.read(month, t, next, number);
		if (isYear(tokens, phrases, numbers, t, next)) return this.stepYear(next, number);
		if (written) numbers.marks[number] |= shapes.marks(t);
		if (numbers.size(number) <= LONGEST_MEASURE && isMeasure(tokens, phrases, t, next)) {
			numbers.marks[number] |= Mark.Measure;
		}
		const marks = numbers.marks[number];
		const place = (marks & Mark.Place) !== 0 && !this.isAwaited();
		if (!place && (marks & (Mark.Measure | Mark.Identifier | Mark.Phone)) === 0) {
			if (numbers.size(number) <= LONGEST_SUM && isPaidThen(tokens, next)) {
				numbers.marks[number] |= Mark.Due;
			}
			this.streams.say(number);
			return next;
		}
		this.streams.endOwn();
		if ((marks & Mark.Measure) !== 0) this.announcements.hearMeasure();
		// "Account MCM-8812-4407, and my number is 0161 496 0753"
		if ((marks & Mark.Identifier) !== 0 && this.nearestIsBank()) this.announcements.dismissBank();
		if ((marks & Mark.Phone) !== 0) this.foundPhone(tokens.start[t], tokens.end[next - 1]);
		numbers.forget(number);
		return next;
	}

	/** Whether a secret number was asked for just now and has not been said. */
	private isAwaited(): boolean {
		const ask = this.announcements.nearest();
		if (ask?.kind.category === undefined || this.streams.isAnswered(ask)) return false;
		return this.place.word - ask.word <= AWAITED_WORDS;
	}

	/** "April second nineteen eighty-one": the year, whose first half ends before token `next`. */
	private stepYear(next: number, number: number): number {
		this.streams.endOwn();
		const more = this.numbers.size(number) === 2 ? this.reader.read(next) : next;
		this.numbers.forget(number);
		return more;
	}

	/** A piece of a phone number, hidden only when the caller of `redact` wants that. */
	private foundPhone(start: number, end: number): void {
		if (!this.options.alsoHide?.includes('phone')) return;
		const last = this.findings.at(-1);
		if (last?.category === 'phone' && start - last.end <= 2) {
			last.end = end;
			return;
		}
		const signed = start > 0 && '+('.includes(this.tokens.text[start - 1]);
		this.findings.push({ category: 'phone', start: signed ? start - 1 : start, end });
	}

	/** The secret that begins at token `t`; `spelt` when its characters are not written as such. */
	private found(t: number, { category, start, end }: Written, spelt?: string): number {
		this.streams.endOwn();
		this.findings.push({ category, start, end });
		this.announcements.answer(category);
		const value = spelt ?? this.tokens.text.slice(start, Math.min(end, start + LONGEST_REMEMBERED));
		this.secrets.addWritten(category, value, this.place);
		return tokenAfter(this.tokens, t, end);
	}
}
