import { ASKING, BITS_AND_KINDS, CODE_KIND, HINTING, type Ask } from './asks';
import { cardLengths, LONGEST_CARD, SHORTEST_CARD } from './cards';
import { luhn } from './checksums';
import type { Category, Finding, RedactOptions } from './finding';
import { KIND, Kind } from './fold';
import { Gap, REMOVED_CATEGORIES, Token, type Tokens } from './lexer';
import { identifierAt } from './identifiers';
import { issuedKeyAt } from './issued-keys';
import { isPrivateLink, privateFiles } from './documents';
import { keyAfter, passwordAfter } from './passwords';
import { keystores, RecoveryPhrases } from './recovery-phrases';
import {
	BIT,
	dependsOnCase,
	isRecoveryWord,
	Manner,
	mannerOf,
	Numeral,
	spokenLetter,
	numberWord,
	phraseNext,
	phraseRoles,
	phraseStart,
} from './lexicon';
import { Mark, NumberReader, Numbers } from './numbers';
import { Shapes } from './shapes';
import { part, repeats, type Stream } from './streams';

const PHRASE_GAP = Gap.Space | Gap.Dash | Gap.Apostrophe | Gap.Underscore | Gap.Newline;
/** A place in an order, not a part of an identifier. */
const ORDINAL = /^\d{1,3}(?:st|nd|rd|th|er|re|e|o|a)$/i;
/** Signs that do not stand within an identifier. */
const NO_SPELLING = Gap.Currency | Gap.End;
const FILLING = BIT.filler | BIT.correction | BIT.is | BIT.purpose;
const MEASURING = BIT.money | BIT.unit | BIT.digits;

/** Announcements of numbers so short that one turn holds them. */
const SHORT = BIT.security | BIT.code;
/** Announcements of what may have letters in it. */
const SPELLABLE = BIT.bank | BIT.tax | BIT.code;
const CARD_FAMILY = BIT.card | BIT.cardMention;

/** Announcements that are remembered at a time. */
const REMEMBERED_ASKS = 12;
/** Secrets and unexplained streams that are remembered for what repeats them. */
const REMEMBERED = 6;
/** No more digits than that are looked at when something is compared. */
const LONGEST_DIGITS = 60;
/** How far a repetition may be from what it repeats, in words. */
const ECHO_WORDS = 60;
/** How far an expiry date may be from its card, in words. */
const EXPIRY_WORDS = 80;
const EXPIRY_WORDS_UNASKED = 6;

/** What stands after the @ of a UPI ID. */
const UPI_HANDLE =
	/^(?:ok(?:axis|icici|sbi|hdfc(?:bank)?)|ybl|ibl|axl|apl|yapl|upi|paytm|pt(?:yes|axis|sbi|hdfc)|sbi|hdfc(?:bank)?|icici|axis(?:bank|b)?|kotak|yesbank|yesg|airtel|jio|freecharge|indus|federal|rbl|idfc(?:bank|first)?|wa(?:axis|hdfcbank|icici|sbi)|barodampay|cnrb|pnb|unionbank|kbl|dbs|hsbc|citi|naviaxis|slice|jupiteraxis|fam|ikwik|postbank|mahb|tmb|uco|zoicici|timecosmos|abfspay|rmhdfcbank|pingpay|superyes|goaxb)$/i;

interface Secret {
	category: Category;
	digits: number[];
	word: number;
}

interface Place {
	start: number;
	end: number;
	word: number;
}

/** Walks over the tokens of a text and finds the numbers in it that must not be stored. */
export class Walk {
	readonly findings: Finding[] = [];
	private readonly numbers = new Numbers();
	private readonly reader: NumberReader;
	private readonly shapes: Shapes;
	private readonly asks: Ask[] = [];
	private open: Stream[] = [];
	private secrets: Secret[] = [];
	private unexplained: Array<{ stream: Stream; digits: number[] }> = [];
	/** Where card numbers were found, as word counts, ascending. */
	private cardWords: number[] = [];
	private expiries: Array<Place & { asked: boolean }> = [];
	private word = 0;
	private turn = 0;
	private speaker = 0;
	private readonly phrases = new RecoveryPhrases(this.findings);
	/** The word count up to which recovery words were asked for. */
	private seedAskedUntil = -1;
	/** A password was asked for: up to which turn the answer may come. */
	private passwordUntil = -1;
	private passwordAskedBy = -1;
	/** A stretch of text that has been found to be a secret and is not looked at again. */
	private passFrom = -1;
	private passTo = -1;
	/** The phrase looked at last. */
	private readonly phrase = { roles: 0, next: 0 };
	/** The word count at the last "no", "sorry". */
	private correctionWord = -1000;
	/** The word counts at the last "code" and the last "sent". */
	private removedCodeWord = -1000;
	private codeWord = -1000;
	private sentWord = -2000;
	/** The word count up to which an identifier with letters may be an answer. */
	private spellableUntil = -1;
	/** The token before which no spelt-out identifier begins. */
	private spellingFrom = 0;

	constructor(
		private readonly tokens: Tokens,
		private readonly options: RedactOptions,
	) {
		this.reader = new NumberReader(tokens, this.numbers);
		this.shapes = new Shapes(tokens);
	}

	run(): Finding[] {
		const { tokens } = this;
		let t = 0;
		while (t < tokens.count) t = this.step(t);
		this.closeAll();
		this.phrases.endAll();
		this.settleExpiries();
		this.findings.push(...privateFiles(tokens.text), ...keystores(tokens.text));
		return this.findings;
	}

	/** Handles the token at `t`, and those that belong to it; returns the next one. */
	private step(t: number): number {
		const { tokens } = this;
		const kind = tokens.kind[t];
		if (tokens.start[t] < this.passTo && tokens.end[t] > this.passFrom && kind !== Token.Turn) {
			return this.tokenAfter(t + 1, this.passTo);
		}
		this.word += tokens.skipped[t] + 1;
		if (tokens.skipped[t] > 0) {
			this.countWords(tokens.skipped[t]);
			this.phrases.interrupt(this.speaker, false);
		}
		if (kind === Token.Word) {
			const manner = mannerOf(tokens.word[t]);
			if (manner === Manner.Digit) {
				// Most number words stand among others and begin no phrase.
				if (this.word > this.spellableUntil && !this.mayBeginPhrase(t)) {
					this.phrases.interrupt(this.speaker, false);
					return this.stepNumber(t);
				}
			} else if (manner !== Manner.Telling) {
				this.phrases.interrupt(this.speaker, manner === Manner.Filler);
				if (manner === Manner.Idle) this.countWords(1);
				return t + 1;
			}
		}
		if (kind === Token.Turn) {
			this.turn++;
			this.closeShortCodes();
			this.speaker = tokens.word[t];
			return this.answerPassword(t);
		}
		if (kind === Token.Removed) {
			this.phrases.interrupt(this.speaker, false);
			this.takeRemoved(REMOVED_CATEGORIES[tokens.word[t]]);
			return t + 1;
		}
		if (kind >= Token.Email) this.phrases.interrupt(this.speaker, false);
		if (kind === Token.Url) {
			const { start, end } = tokens;
			if (isPrivateLink(tokens.text.slice(start[t], end[t]))) {
				this.findings.push({ category: 'document', start: start[t], end: end[t] });
			}
			this.countWords(1);
			return t + 1;
		}
		if (kind === Token.Email || kind === Token.Handle) return this.stepAddress(t);
		const formed = this.stepFormed(t);
		if (formed > t) return formed;
		let roles = 0;
		let next = t + 1;
		if (tokens.word[t] !== 0) {
			if (isRecoveryWord(tokens.word[t])) {
				this.phrases.add(
					{ speaker: this.speaker, turn: this.turn, start: tokens.start[t], end: tokens.end[t] },
					this.word <= this.seedAskedUntil,
					numberWord(tokens.word[t]) !== undefined,
				);
			}
			const phrase = this.phraseAt(t);
			roles = phrase.roles;
			next = phrase.next;
			// "my social" goes on as "social security number": they are one phrase.
			for (let inner = t + 1; inner < next; inner++) {
				const longer = this.phraseAt(inner);
				if (longer.next > next && (longer.roles & ASKING) !== 0) {
					roles = (roles | longer.roles) & ~FILLING;
					next = longer.next;
				}
			}
		}
		if (
			kind === Token.Digits ||
			(kind === Token.Word && numberWord(tokens.word[t]) !== undefined)
		) {
			if ((roles & ASKING) === 0 && (next === t + 1 || this.swallowsNumber(next))) {
				const after = this.stepNumber(t);
				if (after > t) {
					if (kind === Token.Word && !isRecoveryWord(tokens.word[t])) {
						this.phrases.interrupt(this.speaker, false);
					}
					return after;
				}
			}
		}
		if (kind < Token.Digits && !isRecoveryWord(tokens.word[t])) {
			this.phrases.interrupt(this.speaker, kind === Token.Letter || (roles & FILLING) !== 0);
		}
		if (roles === 0) {
			this.countWords(1);
			return t + 1;
		}
		if ((roles & (BIT.password | BIT.key | BIT.seed)) !== 0) {
			const after = this.stepSecret(roles, next);
			if (after > next) return after;
		}
		this.word += next - t - 1;
		if ((roles & (BIT.anyCode | BIT.sent)) !== 0) this.stepSentCode(roles);
		if ((roles & ASKING) !== 0) this.ask(roles, t, next);
		else if ((roles & FILLING) === 0) this.countWords(next - t);
		if ((roles & BIT.correction) !== 0) {
			this.correctionWord = this.word;
			for (const stream of this.open) stream.corrected = true;
		}
		return next;
	}

	private mayBeginPhrase(t: number): boolean {
		const { tokens } = this;
		const next = t + 1;
		return (
			next < tokens.count &&
			tokens.skipped[next] === 0 &&
			(tokens.gap[next] & ~PHRASE_GAP) === 0 &&
			phraseNext(phraseStart(tokens.word[t]), tokens.word[next]) !== 0
		);
	}

	/** The longest phrase that begins at token `t`. */
	private phraseAt(t: number): { roles: number; next: number } {
		const { tokens, phrase } = this;
		phrase.roles = 0;
		phrase.next = t + 1;
		let node = phraseStart(tokens.word[t]);
		for (let i = t; node !== 0; ) {
			const here = phraseRoles(node, dependsOnCase(node) && this.isUpper(t, i));
			if (here !== 0) {
				phrase.roles = here;
				phrase.next = i + 1;
			}
			i++;
			if (i >= tokens.count || tokens.skipped[i] > 0 || (tokens.gap[i] & ~PHRASE_GAP) !== 0) break;
			node = phraseNext(node, tokens.word[i]);
		}
		return phrase;
	}

	/** The tokens from `start` to `end` are accounted for; those before are still to be looked at. */
	private pass(start: number, end: number): void {
		this.passFrom = start;
		this.passTo = end;
	}

	/** The first token that begins at or after `end`. */
	private tokenAfter(t: number, end: number): number {
		const { tokens } = this;
		let next = t;
		while (next < tokens.count && tokens.start[next] < end) {
			if (tokens.kind[next] === Token.Turn && tokens.start[next] >= end) break;
			next++;
		}
		return next;
	}

	/** Where the turn of token `t` ends in the text, as far as a password may reach. */
	private endOfTurn(t: number): number {
		const { tokens } = this;
		for (let i = t; i < tokens.count && i < t + 60; i++) {
			if (tokens.kind[i] === Token.Turn) return tokens.start[i];
		}
		return Math.min(tokens.text.length, (t > 0 ? tokens.end[t - 1] : 0) + 400);
	}

	/** After "password", "private key" or "recovery phrase"; `next` is the token after the phrase. */
	private stepSecret(roles: number, next: number): number {
		const { tokens } = this;
		const from = tokens.end[next - 1];
		const limit = this.endOfTurn(next);
		if ((roles & BIT.seed) !== 0) this.seedAskedUntil = this.word + 80;
		if ((roles & BIT.key) !== 0) {
			const pem =
				tokens.text.slice(from, from + 5) === '-----' ? tokens.text.indexOf('-----END', from) : -1;
			const key =
				pem >= 0
					? { start: tokens.text.lastIndexOf('-----BEGIN', from), end: pem, wallet: false }
					: keyAfter(tokens.text, from, limit);
			if (key === undefined || key.start < 0) return next;
			this.findings.push({
				category: key.wallet ? 'wallet_secret' : 'credential',
				start: key.start,
				end: key.end,
			});
			this.pass(key.start, key.end);
			return next;
		}
		if ((roles & BIT.password) !== 0) {
			const password = passwordAfter(tokens.text, from, limit, false);
			if (password === undefined) {
				this.passwordUntil = this.turn + 2;
				this.passwordAskedBy = this.speaker;
				return next;
			}
			this.passwordUntil = -1;
			this.findings.push({ category: 'credential', ...password });
			this.pass(password.start, password.end);
			return next;
		}
		return next;
	}

	/** At the beginning of a turn: the answer to the question for a password. */
	private answerPassword(t: number): number {
		const { tokens } = this;
		if (this.turn > this.passwordUntil || this.speaker === this.passwordAskedBy) return t + 1;
		const password = passwordAfter(tokens.text, tokens.end[t], this.endOfTurn(t + 1), true);
		if (password === undefined) return t + 1;
		this.passwordUntil = -1;
		this.findings.push({ category: 'credential', ...password });
		this.pass(password.start, password.end);
		return t + 1;
	}

	/** "The code I texted you": a code of any kind and how it came, in any order. */
	private stepSentCode(roles: number): void {
		if ((roles & BIT.anyCode) !== 0) this.codeWord = this.word;
		if ((roles & BIT.sent) !== 0) this.sentWord = this.word;
		if (Math.abs(this.codeWord - this.sentWord) > 8) {
			// "The code is 554221, the one you texted me"
			if ((roles & BIT.sent) === 0 || this.word - this.codeWord > 20) return;
		}
		const kind = CODE_KIND;
		const ask: Ask = { kind, fewest: kind.fewest, word: this.word, turn: this.turn, taken: false };
		for (const stream of this.open) {
			const fits = stream.digits >= kind.fewest && stream.digits <= kind.most;
			if (fits && stream.asks.length === 0 && stream.firstWord - this.codeWord <= 4) {
				stream.asks = [ask];
				this.removedCodeWord = this.word;
				return;
			}
		}
		if (Math.abs(this.codeWord - this.sentWord) <= 8 && this.word - this.removedCodeWord > 12) {
			this.closeAll();
			this.remember(ask);
			this.spellableUntil = this.word + kind.words + 1;
		}
	}

	/** Identifiers and keys that are known by their form, or by what was asked for. */
	private stepFormed(t: number): number {
		const { tokens } = this;
		const { text } = tokens;
		const kind = tokens.kind[t];
		let start = tokens.start[t];
		if (kind === Token.Digits) {
			start = this.lettersBefore(start);
			const next = text.charCodeAt(tokens.end[t]);
			if (start === tokens.start[t] && !this.formMayBegin(t, next)) return this.stepSpelled(t);
		} else if (kind === Token.Word || kind === Token.Letter) {
			const next = text.charCodeAt(tokens.end[t]);
			if (next === 95 || next === 45) {
				const key = issuedKeyAt(text, start);
				if (key !== undefined) return this.found(t, key.category, start, key.end);
			}
			const spelt =
				tokens.end[t] - start === 1 ||
				spokenLetter(tokens.word[t]) !== 0 ||
				numberWord(tokens.word[t]) !== undefined;
			return spelt ? this.stepSpelled(t) : t;
		} else if (kind === Token.Mixed) {
			const key = issuedKeyAt(text, this.chunkStart(start));
			if (key !== undefined) return this.found(t, key.category, this.chunkStart(start), key.end);
		}
		const before = text.charCodeAt(start - 1);
		if (start === 0 || (KIND[before] < Kind.Letter && before !== 95 && before !== 45)) {
			const inNumber = kind === Token.Digits && start === tokens.start[t] && this.followsDigits(t);
			const reference = inNumber || this.referenceBefore();
			const identifier = reference ? undefined : identifierAt(text, start);
			if (identifier !== undefined) {
				return this.found(t, identifier.category, start, identifier.end);
			}
		}
		return this.stepSpelled(t);
	}

	/** Whether the digits at `t`, with the unit `next` after them, can begin a written identifier. */
	private formMayBegin(t: number, next: number): boolean {
		const { tokens } = this;
		const size = tokens.end[t] - tokens.start[t];
		// - or . after two to four digits, as in 123-45-6789
		if (next === 45 || next === 46) return size >= 2 && size <= 4;
		if (next !== 32) return false;
		// Groups of four, as in 2345 6789 0124, and a letter after eight digits
		const after = t + 1 < tokens.count ? tokens.end[t + 1] - tokens.start[t + 1] : 0;
		return (
			(size === 4 && after === 4 && tokens.kind[t + 1] === Token.Digits) ||
			(size === 8 && after === 1)
		);
	}

	private followsDigits(t: number): boolean {
		const { tokens } = this;
		return (
			t > 0 &&
			tokens.kind[t - 1] === Token.Digits &&
			tokens.skipped[t] === 0 &&
			tokens.start[t] - tokens.end[t - 1] <= 1
		);
	}

	/** Where the piece of text without spaces begins that goes on at `start`. */
	private chunkStart(start: number): number {
		const { text } = this.tokens;
		let at = start;
		while (at > 0 && start - at < 24) {
			const code = text.charCodeAt(at - 1);
			if (KIND[code] < Kind.Letter && code !== 95 && code !== 45) break;
			at--;
		}
		return at;
	}

	/** Two letters before digits, with or without a space, as in "DE 89" or "QQ 12". */
	private lettersBefore(start: number): number {
		const { text } = this.tokens;
		let at = start;
		if (text[at - 1] === ' ') at--;
		const letter = (i: number) => i >= 0 && KIND[text.charCodeAt(i)] === Kind.Letter;
		if (letter(at - 1) && letter(at - 2) && !letter(at - 3)) return at - 2;
		return start;
	}

	private referenceBefore(): boolean {
		const nearest = this.nearestAsk();
		return nearest?.kind.role === 'reference' || nearest?.kind.role === 'phone';
	}

	private found(t: number, category: Category, start: number, end: number): number {
		this.interrupt();
		this.findings.push({ category, start, end });
		for (const ask of this.reachingAsks()) {
			if (ask.kind.category === category) {
				ask.taken = true;
				break;
			}
		}
		return this.tokenAfter(t + 1, end);
	}

	private isBeingAnswered(ask: Ask): boolean {
		return this.open.some((stream) => stream.asks[0] === ask && stream.digits >= ask.fewest);
	}

	private isLetter(t: number): boolean {
		return this.tokens.end[t] - this.tokens.start[t] === 1;
	}

	/** An identifier with letters that was asked for: "A B C P K one two three four L". */
	private stepSpelled(t: number): number {
		const { tokens } = this;
		if (t < this.spellingFrom) return t;
		if (this.word > this.spellableUntil && !(tokens.kind[t] < Token.Digits && this.isLetter(t)))
			return t;
		const ask = this.nearestAsk();
		const asked =
			ask !== undefined &&
			!ask.taken &&
			!this.isBeingAnswered(ask) &&
			(BIT[ask.kind.role] & SPELLABLE) !== 0;
		if (!asked && !(tokens.kind[t] < Token.Digits && this.isLetter(t))) return t;
		let spelt = '';
		let letters = 0;
		let digits = 0;
		let repeat = 1;
		let last = -1;
		let i = t;
		for (; i < tokens.count && i < t + 80; i++) {
			const kind = tokens.kind[i];
			if (kind === Token.Turn || kind > Token.Mixed) break;
			if ((tokens.gap[i] & (i === t ? NO_SPELLING | Gap.Apostrophe : NO_SPELLING)) !== 0) break;
			if (i > t && tokens.skipped[i] > (tokens.kind[i - 1] === Token.Letter ? 2 : 0)) break;
			if (kind < Token.Digits && this.isLetter(i)) {
				// "one four four zero, I think"
				if (letters === 0 && digits > 0 && (tokens.gap[i] & Gap.Comma) !== 0) break;
				letters++;
				spelt += tokens.text[tokens.start[i]];
			} else if (kind === Token.Digits) {
				digits += tokens.end[i] - tokens.start[i];
				spelt += tokens.text.slice(tokens.start[i], tokens.end[i]);
			} else if (kind === Token.Mixed) {
				const value = tokens.text.slice(tokens.start[i], tokens.end[i]);
				if (ORDINAL.test(value)) break;
				const inside = value.replace(/\D/g, '').length;
				digits += inside;
				letters += value.length - inside;
				spelt += value;
			} else {
				const word = tokens.word[i];
				const meanings = numberWord(word);
				const number = meanings?.find((m) => !m.weak || digits + letters > 0);
				if (spokenLetter(word) !== 0) {
					letters++;
					spelt += String.fromCharCode(spokenLetter(word));
				} else if (number !== undefined) {
					digits++;
					if (number.numeral === Numeral.Repeat) repeat = number.value;
					else {
						spelt += String(number.value).repeat(repeat);
						repeat = 1;
					}
				} else if ((phraseRoles(phraseStart(word), false) & FILLING) !== 0) continue;
				else break;
			}
			last = i;
		}
		this.spellingFrom = Math.max(i, t + 1);
		if (last < 0 || letters === 0 || digits < 2) return t;
		if (!asked) {
			const identifier = letters + digits < 8 ? undefined : identifierAt(spelt, 0);
			if (identifier === undefined || identifier.end < spelt.length) return t;
			this.spellingFrom = last + 1;
			return this.found(t, identifier.category, tokens.start[t], tokens.end[last]);
		}
		if (letters + digits < (ask.kind.role === 'code' ? 4 : 6)) return t;
		const end = tokens.end[last];
		this.spellingFrom = last + 1;
		return this.found(t, ask.kind.category ?? 'tax_id', tokens.start[t], end);
	}

	/** An e-mail address or what looks like one. */
	private stepAddress(t: number): number {
		const { tokens } = this;
		const start = tokens.start[t];
		const end = tokens.end[t];
		if (tokens.kind[t] === Token.Email) {
			if (this.options.alsoHide?.includes('email')) {
				this.findings.push({ category: 'email', start, end });
			}
		} else {
			const handle = tokens.text.slice(tokens.text.lastIndexOf('@', end) + 1, end);
			const ask = this.nearestAsk();
			if (UPI_HANDLE.test(handle) || ask?.kind.role === 'bank') {
				return this.found(t, 'bank', start, end);
			}
		}
		this.countWords(1);
		return t + 1;
	}

	private isUpper(first: number, last: number): boolean {
		const { text, start, end } = this.tokens;
		const phrase = text.slice(start[first], end[last]);
		return phrase === phrase.toUpperCase();
	}

	/** Whether the last word of the phrase before token `next` belongs to a number there. */
	private swallowsNumber(next: number): boolean {
		const { tokens } = this;
		if (next >= tokens.count || tokens.kind[next] !== Token.Word) return false;
		if (tokens.skipped[next] > 0 || (tokens.gap[next] & ~(Gap.Space | Gap.Dash)) !== 0)
			return false;
		const isUnit = (t: number) => numberWord(tokens.word[t])?.some((m) => !m.weak) ?? false;
		return isUnit(next - 1) && isUnit(next);
	}

	private countWords(count: number): void {
		for (const stream of this.open) {
			if (stream.speaker === this.speaker) stream.ownWords += count;
			else stream.otherWords += count;
		}
	}

	/** Notes that the text announces a number. */
	private ask(roles: number, t: number, next: number): void {
		this.answerBackwards(roles, t, next);
		const hint = (roles & ~HINTING & ASKING) === 0;
		for (let i = this.open.length - 1; i >= 0; i--) {
			const stream = this.open[i];
			if (hint && stream.speaker !== this.speaker && this.mayBeCard(stream)) continue;
			if (this.continues(stream, roles)) {
				stream.interrupted = true;
				continue;
			}
			this.close(stream);
		}
		const partial = (roles & BIT.lastFour) !== 0 && (roles & BIT.tax) !== 0;
		for (const { bit, kind } of BITS_AND_KINDS) {
			if ((roles & bit) === 0 || (partial && bit === BIT.lastFour)) continue;
			if ((bit & SPELLABLE) !== 0) this.spellableUntil = this.word + kind.words + 1;
			this.remember({
				kind,
				fewest: partial ? 4 : kind.fewest,
				word: this.word,
				turn: this.turn,
				taken: false,
			});
		}
	}

	private remember(ask: Ask): void {
		this.asks.push(ask);
		if (this.asks.length > REMEMBERED_ASKS) this.asks.shift();
	}

	private mayBeCard(stream: Stream): boolean {
		return stream.asks.every(
			({ kind }) => kind.category === undefined || (BIT[kind.role] & CARD_FAMILY) !== 0,
		);
	}

	/** Whether the stream goes on over an announcement: "and the rest of the card". */
	private continues(stream: Stream, roles: number): boolean {
		const first = stream.asks[0];
		if (first === undefined || first.kind.category === undefined) return false;
		const bit = BIT[first.kind.role];
		if ((bit & CARD_FAMILY) === 0) return false;
		return (
			(roles & CARD_FAMILY) !== 0 ||
			((roles & BIT.lastFour) !== 0 && stream.digits >= 8 && stream.digits <= 15)
		);
	}

	/** "421, that's my security code": the phrase names the number just said. */
	private answerBackwards(roles: number, t: number, next: number): void {
		if (t === 0) return;
		for (const stream of this.open) {
			if (stream.speaker !== this.speaker || stream.ownWords > 1) continue;
			if (stream.asks[0] !== undefined && !stream.asks[0].taken) {
				if (stream.asks[0].kind.category !== undefined) continue;
				if ((BIT[stream.asks[0].kind.role] & HINTING) === 0) continue;
			}
			if (!this.copulaBefore(t, stream) && (stream.ownWords > 0 || this.numberFollows(next)))
				continue;
			this.splitOffLast(stream);
			for (const { bit, kind } of BITS_AND_KINDS) {
				if ((roles & bit) === 0) continue;
				stream.asks = [
					{ kind, fewest: kind.fewest, word: this.word, turn: this.turn, taken: false },
				];
				break;
			}
		}
	}

	/** Decides about all of a stream but what was said last, in one breath. */
	private splitOffLast(stream: Stream): void {
		const from = stream.apart.lastIndexOf(true);
		if (from <= 0) return;
		const earlier = part(stream, 0, from);
		Object.assign(stream, part(stream, from, stream.numbers.length));
		stream.digits = this.digitsOf(stream, 0, stream.numbers.length).length;
		earlier.digits -= stream.digits;
		for (const rest of this.takeCards(earlier)) this.explain(earlier, rest.first, rest.last, true);
	}

	/** Whether the announcement before token `next` has its own number after it. */
	private numberFollows(next: number): boolean {
		const { tokens } = this;
		for (let i = next; i < tokens.count && i < next + 6; i++) {
			const kind = tokens.kind[i];
			if (kind === Token.Digits || kind === Token.Mixed || kind === Token.Removed) return true;
			if (kind !== Token.Word) return false;
			if ((tokens.gap[i] & Gap.End) !== 0) return false;
			if (numberWord(tokens.word[i])?.some((m) => !m.weak)) return true;
			if ((phraseRoles(phraseStart(tokens.word[i]), false) & ASKING) !== 0) return false;
		}
		return false;
	}

	private copulaBefore(t: number, stream: Stream): boolean {
		const { tokens } = this;
		const end = this.numbers.end[stream.numbers[stream.numbers.length - 1]];
		for (let i = t - 1; i >= 0 && i > t - 7; i--) {
			if (tokens.kind[i] === Token.Turn || tokens.end[i] <= end) return false;
			if (tokens.kind[i] === Token.Word) {
				if ((phraseRoles(phraseStart(tokens.word[i]), false) & (BIT.is | BIT.purpose)) !== 0) {
					return true;
				}
			}
		}
		return false;
	}

	/** A number begins at token `t`; returns the token after it, or `t` when it is no number. */
	private stepNumber(t: number): number {
		const { tokens, numbers, shapes } = this;
		if (tokens.kind[t] === Token.Digits) {
			const shaped = shapes.read(t);
			if (shaped > t) {
				if (shapes.monthYear) this.addExpiry(t, shaped, false);
				else this.interrupt();
				return shaped;
			}
		}
		const poolSize = numbers.poolSize;
		const next = this.reader.read(t);
		if (next === t) return t;
		if (this.followsMonth(t)) return this.stepMonthYear(t, next, poolSize);
		if (this.isYear(t, next)) {
			this.interrupt();
			numbers.count--;
			numbers.poolSize = poolSize;
			const more = this.reader.read(next);
			if (more > next) numbers.count--;
			numbers.poolSize = poolSize;
			return Math.max(next, more);
		}
		const number = numbers.count - 1;
		const size = numbers.to[number] - numbers.from[number];
		if (tokens.kind[t] === Token.Digits) numbers.marks[number] |= shapes.marks(t);
		if (size <= 7 && this.isMeasure(t, next)) numbers.marks[number] |= Mark.Measure;
		if ((numbers.marks[number] & (Mark.Measure | Mark.Identifier | Mark.Phone)) !== 0) {
			this.interrupt();
			if ((numbers.marks[number] & Mark.Phone) !== 0)
				this.foundPhone(tokens.start[t], tokens.end[next - 1]);
			numbers.count--;
			numbers.poolSize = poolSize;
			return next;
		}
		this.say(number, size);
		return next;
	}

	/** The year of a date: "April second nineteen eighty-one". */
	private isYear(t: number, next: number): boolean {
		const { tokens, numbers } = this;
		const from = numbers.from[numbers.count - 1];
		const size = numbers.to[numbers.count - 1] - from;
		const century = numbers.pool[from] * 10 + numbers.pool[from + 1];
		if ((century !== 19 && century !== 20) || (size !== 2 && size !== 4)) return false;
		if (size === 2 && (next >= tokens.count || tokens.skipped[next] > 0)) return false;
		for (let i = t - 1; i >= 0 && i >= t - 3; i--) {
			if (tokens.kind[i] === Token.Turn || tokens.skipped[i + 1] > 2) return false;
			if (tokens.kind[i] !== Token.Word || numberWord(tokens.word[i]) !== undefined) continue;
			if ((phraseRoles(phraseStart(tokens.word[i]), false) & BIT.month) !== 0) return true;
		}
		return false;
	}

	private followsMonth(t: number): boolean {
		const { tokens } = this;
		if (t === 0 || tokens.kind[t - 1] !== Token.Word || tokens.skipped[t] > 0) return false;
		if ((tokens.gap[t] & ~(Gap.Space | Gap.Dash | Gap.Comma | Gap.Slash | Gap.Dot)) !== 0)
			return false;
		// "sept" is a month in English and seven in French.
		if (numberWord(tokens.word[t - 1]) !== undefined) return false;
		return (phraseRoles(phraseStart(tokens.word[t - 1]), false) & BIT.month) !== 0;
	}

	/** A piece of a phone number, hidden only when the caller of `redact` wants that. */
	private foundPhone(start: number, end: number): void {
		if (!this.options.alsoHide?.includes('phone')) return;
		const last = this.findings[this.findings.length - 1];
		if (last?.category === 'phone' && start - last.end <= 2) last.end = end;
		else {
			const sign = '+('.includes(this.tokens.text[start - 1] ?? ' ') ? 1 : 0;
			this.findings.push({ category: 'phone', start: start - sign, end });
		}
	}

	/** "November twenty twenty-seven": the number from token `t` to `next` follows a month. */
	private stepMonthYear(t: number, next: number, poolSize: number): number {
		const { numbers } = this;
		let end = next;
		if (
			numbers.to[numbers.count - 1] - numbers.from[numbers.count - 1] <= 2 &&
			end < this.tokens.count
		) {
			const more = this.reader.read(end);
			const size = numbers.to[numbers.count - 1] - numbers.from[numbers.count - 1];
			if (more > end && size === 2 && this.tokens.skipped[end] === 0) end = more;
		}
		numbers.count = numbers.count - (end > next ? 2 : 1);
		numbers.poolSize = poolSize;
		this.addExpiry(t - 1, end, true);
		return end;
	}

	/** Whether what follows the number from token `t` to `next` makes it a measure. */
	private isMeasure(t: number, next: number): boolean {
		const { tokens } = this;
		const { text } = tokens;
		let after = tokens.end[next - 1];
		if (text[after] === ' ') after++;
		const code = text.charCodeAt(after);
		// % $ £ ¥ ₹ € °
		if (code === 37 || code === 36 || code === 0xa3 || code === 0xa5 || code === 0xb0) {
			return !(code === 36 && KIND[text.charCodeAt(after + 1)] === Kind.Digit);
		}
		if (code >= 0x20a0 && code <= 0x20bf && KIND[text.charCodeAt(after + 1)] !== Kind.Digit)
			return true;
		if ((tokens.gap[t] & Gap.Currency) !== 0) return true;
		if (next >= tokens.count || tokens.skipped[next] > 0 || tokens.word[next] === 0) return false;
		if ((tokens.gap[next] & ~(Gap.Space | Gap.Dash | Gap.Apostrophe)) !== 0) return false;
		// "sept" is a month in English and seven in French.
		if (numberWord(tokens.word[next])?.some((m) => !m.weak && m.numeral <= Numeral.Ten))
			return false;
		return (phraseRoles(phraseStart(tokens.word[next]), false) & (MEASURING | BIT.month)) !== 0;
	}

	/** At the end of a turn: a code that was asked for is complete. */
	private closeShortCodes(): void {
		for (const stream of [...this.open]) {
			const ask = stream.asks[0];
			if (ask === undefined || (BIT[ask.kind.role] & SHORT) === 0) continue;
			if (stream.digits >= ask.fewest) this.close(stream);
		}
	}

	/** A number that cannot be part of a longer one ends what the speaker was saying. */
	private interrupt(): void {
		for (const stream of [...this.open]) {
			if (stream.speaker === this.speaker) this.close(stream);
		}
		// It is what the last hint announced.
		const last = this.asks[this.asks.length - 1];
		if (last !== undefined && (BIT[last.kind.role] & HINTING) !== 0) last.taken = true;
	}

	/** Adds a number to what its speaker is saying. */
	private say(number: number, size: number): void {
		let stream: Stream | undefined;
		for (const candidate of this.open) {
			if (candidate.speaker === this.speaker) stream = candidate;
		}
		if (stream !== undefined && (stream.ownWords > 1 || stream.otherWords > 12)) {
			const asked = stream.asks.some((ask) => ask.kind.category !== undefined);
			if (
				stream.ownWords > (asked ? 12 : 3) ||
				stream.otherWords > (asked ? 25 : 12) ||
				(stream.asks[0]?.kind.category === undefined &&
					stream.asks.length > 0 &&
					stream.ownWords > 1)
			) {
				this.close(stream);
				stream = undefined;
			}
		}
		if (stream === undefined) {
			stream = {
				speaker: this.speaker,
				numbers: [],
				turns: [],
				apart: [],
				words: [],
				interrupted: false,
				digits: 0,
				asks: this.reachingAsks(),
				firstWord: this.word,
				lastWord: this.word,
				ownWords: 0,
				otherWords: 0,
				corrected: this.word - this.correctionWord <= 5,
			};
			this.open.push(stream);
		}
		const previous = stream.turns[stream.turns.length - 1];
		const apart = stream.interrupted || stream.ownWords > 0 || previous !== this.turn;
		stream.apart.push(apart);
		stream.words.push(apart ? this.word : stream.lastWord);
		// What is hidden in one piece counts as one word, as its replacement will.
		if (!apart) this.word = stream.lastWord;
		stream.interrupted = false;
		stream.numbers.push(number);
		stream.turns.push(this.turn);
		stream.digits += size;
		stream.lastWord = this.word;
		stream.ownWords = 0;
		stream.otherWords = 0;
	}

	private reaches({ kind, taken, word, turn }: Ask): boolean {
		if (taken && kind.category === undefined) return false;
		return this.word - word <= kind.words + 1 && this.turn - turn <= kind.turns;
	}

	/** The announcements that reach from where they were made to here, the nearest first. */
	private reachingAsks(): Ask[] {
		const reaching: Ask[] = [];
		for (let i = this.asks.length - 1; i >= 0; i--) {
			const ask = this.asks[i];
			if (!this.reaches(ask)) continue;
			reaching.push(ask);
		}
		return reaching;
	}

	/** The nearest announcement that reaches to here. */
	private nearestAsk(): Ask | undefined {
		for (let i = this.asks.length - 1; i >= 0; i--) {
			const ask = this.asks[i];
			if (this.reaches(ask)) return ask;
		}
		return undefined;
	}

	/** A token of an earlier redaction stands for the number that was asked for. */
	private takeRemoved(category: Category): void {
		this.closeAll();
		for (let i = this.asks.length - 1; i >= 0; i--) {
			const { kind } = this.asks[i];
			const answered =
				kind.category === category || (category === 'card' && kind.role === 'expiry');
			if (answered && !this.asks[i].taken) {
				this.asks[i].taken = true;
				break;
			}
		}
		if (category === 'card') this.cardWords.push(this.word);
		if (category === 'credential') {
			this.passwordUntil = -1;
			this.removedCodeWord = this.word;
		}
	}

	private closeAll(): void {
		while (this.open.length > 0) this.close(this.open[0]);
	}

	/** Decides what the digits of a stream are. */
	private close(stream: Stream): void {
		this.open.splice(this.open.indexOf(stream), 1);
		const rest = this.takeCards(stream);
		for (const part of rest)
			this.explain(
				stream,
				part.first,
				part.last,
				rest.length === 1 && part.last - part.first === stream.numbers.length,
			);
	}

	/** The digits of a stretch of a stream; of a very long one the first few. */
	private digitsOf(stream: Stream, first: number, last: number): number[] {
		const { numbers } = this;
		const digits: number[] = [];
		for (let i = first; i < last && digits.length < LONGEST_DIGITS; i++) {
			const n = stream.numbers[i];
			for (let d = numbers.from[n]; d < numbers.to[n] && digits.length < LONGEST_DIGITS; d++) {
				digits.push(numbers.pool[d]);
			}
		}
		return digits;
	}

	/** Hides the numbers of a stream, with what stands between those said in one breath. */
	private hidePieces(stream: Stream, first: number, last: number, category: Category): void {
		const { numbers } = this;
		let from = first;
		for (let i = first + 1; i <= last; i++) {
			if (i < last && !stream.apart[i]) continue;
			this.findings.push({
				category,
				start: numbers.start[stream.numbers[from]],
				end: numbers.end[stream.numbers[i - 1]],
			});
			from = i;
		}
	}

	/** Hides a secret, and what repeated it before it was known to be one. */
	private hide(stream: Stream, first: number, last: number, category: Category): void {
		this.hidePieces(stream, first, last, category);
		const digits = this.digitsOf(stream, first, last);
		this.secrets.push({ category, digits, word: stream.words[last - 1] });
		if (this.secrets.length > REMEMBERED) this.secrets.shift();
		if (category === 'card') this.cardWords.push(stream.words[first]);
		for (const earlier of this.unexplained) {
			if (stream.firstWord - earlier.stream.lastWord > ECHO_WORDS) continue;
			if (repeats(earlier.digits, digits)) {
				this.hidePieces(earlier.stream, 0, earlier.stream.numbers.length, category);
			}
		}
	}

	/** Finds card numbers in a stream; returns the stretches of numbers that are left. */
	private takeCards(stream: Stream): Array<{ first: number; last: number }> {
		const count = stream.numbers.length;
		const rest: Array<{ first: number; last: number }> = [];
		if (stream.digits < SHORTEST_CARD) return [{ first: 0, last: count }];
		const { numbers } = this;
		const { digits, ends, even, odd } = this.scratch(stream.digits, count);
		let size = 0;
		for (let i = 0; i < count; i++) {
			const n = stream.numbers[i];
			for (let d = numbers.from[n]; d < numbers.to[n]; d++) digits[size++] = numbers.pool[d];
			ends[i] = size;
		}
		// Luhn sums of every prefix, with the doubling on even and on odd places.
		even[0] = 0;
		odd[0] = 0;
		for (let i = 0; i < size; i++) {
			const d = digits[i];
			const doubled = d > 4 ? d * 2 - 9 : d * 2;
			even[i + 1] = even[i] + (i % 2 === 0 ? doubled : d);
			odd[i + 1] = odd[i] + (i % 2 === 1 ? doubled : d);
		}
		const [nearest] = stream.asks;
		const neutral =
			nearest !== undefined &&
			nearest.kind.category === undefined &&
			(BIT[nearest.kind.role] & HINTING) === 0 &&
			size <= nearest.kind.most;
		if (count <= 60 && this.isRepeatedCard(digits.subarray(0, size), neutral)) {
			this.hide(stream, 0, count, 'card');
			return [];
		}
		let left = 0;
		let i = 0;
		while (i < count) {
			const from = i === 0 ? 0 : ends[i - 1];
			let last = -1;
			if (size - from >= SHORTEST_CARD) {
				const lengths = cardLengths(
					digits[from],
					digits[from + 1],
					digits[from + 2],
					digits[from + 3],
				);
				for (let j = i; lengths !== 0 && j < count; j++) {
					const length = ends[j] - from;
					if (length > LONGEST_CARD) break;
					if ((lengths & (1 << length)) === 0) continue;
					// The last digit is not doubled, the one before it is.
					const sums = ends[j] % 2 === 0 ? even : odd;
					if ((sums[ends[j]] - sums[from]) % 10 !== 0) continue;
					if (!this.looksLikeCard(stream, i, j + 1, length, neutral)) continue;
					// A card ends where its speaker pauses, rather than in the middle.
					if (last < 0 || j + 1 === count || stream.apart[j + 1]) last = j + 1;
				}
			}
			if (last < 0) {
				i++;
				continue;
			}
			if (left < i) rest.push({ first: left, last: i });
			this.hide(stream, i, last, 'card');
			for (const ask of stream.asks) if ((BIT[ask.kind.role] & CARD_FAMILY) !== 0) ask.taken = true;
			i = last;
			left = i;
		}
		if (left < count) rest.push({ first: left, last: count });
		return rest;
	}

	/** Room for the digits of a stream, kept from one to the next. */
	private room = {
		digits: new Uint8Array(256),
		ends: new Int32Array(256),
		even: new Int32Array(257),
		odd: new Int32Array(257),
	};

	private scratch(digits: number, numbers: number): typeof this.room {
		const size = Math.max(digits, numbers);
		if (size > this.room.digits.length) {
			this.room = {
				digits: new Uint8Array(size * 2),
				ends: new Int32Array(size * 2),
				even: new Int32Array(size * 2 + 1),
				odd: new Int32Array(size * 2 + 1),
			};
		}
		return this.room;
	}

	/** "4242 4242, I said 4242 4242, 4242 4242": a card of which a part was said twice. */
	private isRepeatedCard(digits: Uint8Array, neutral: boolean): boolean {
		const size = digits.length;
		if (neutral || size < 17 || size > 38) return false;
		for (let length = size - LONGEST_CARD < 3 ? 3 : size - LONGEST_CARD; length <= 16; length++) {
			const whole = size - length;
			if (whole !== 16 && whole !== 15 && whole !== 14) continue;
			for (let at = 0; at + 2 * length <= size; at++) {
				let same = 0;
				while (same < length && digits[at + same] === digits[at + length + same]) same++;
				if (same < length) continue;
				const once = [...digits.subarray(0, at), ...digits.subarray(at + length)];
				const lengths = cardLengths(once[0], once[1], once[2], once[3]);
				if ((lengths & (1 << whole)) !== 0 && luhn(once.join(''))) return true;
			}
		}
		return false;
	}

	/** Whether numbers whose digits pass for a card are grouped and announced like one. */
	private looksLikeCard(
		stream: Stream,
		first: number,
		last: number,
		length: number,
		neutral: boolean,
	): boolean {
		if (stream.asks.some((ask) => (BIT[ask.kind.role] & CARD_FAMILY) !== 0) && !neutral)
			return true;
		const whole = first === 0 && last === stream.numbers.length;
		const usual = length === 16 || length === 15 || length === 14;
		if (neutral) return usual && whole;
		if (!usual) return last - first === 1 || last - first >= stream.numbers.length - 2;
		const { numbers } = this;
		// Digits one by one make a group together.
		let written = 0;
		const sizes: number[] = [];
		let alone = false;
		for (let i = first; i < last; i++) {
			const n = stream.numbers[i];
			const size = numbers.to[n] - numbers.from[n];
			if ((numbers.marks[n] & Mark.Spoken) === 0) written++;
			if (size === 1 && alone && !stream.apart[i] && sizes[sizes.length - 1] < 4)
				sizes[sizes.length - 1]++;
			else sizes.push(size);
			alone = size === 1;
		}
		const ragged = sizes.slice(1, -1).some((size) => size !== sizes[0] && size !== 6);
		return written < last - first || !ragged;
	}

	/** Decides about digits that are no card by what was asked for. */
	private explain(stream: Stream, first: number, last: number, whole: boolean): void {
		const { numbers } = this;
		const digits = this.digitsOf(stream, first, last);
		const size = digits.length;
		if (!whole && this.besideCard(stream, first, last, size)) return;
		for (const ask of stream.asks) {
			const { kind } = ask;
			if (kind.category === undefined) {
				if (this.onlyHints(stream, ask, first)) continue;
				if (kind.role === 'expiry') {
					if (size <= kind.most) this.addExpiryNumbers(stream, first, last);
					ask.taken = true;
					return;
				}
				if (size >= kind.fewest && size <= kind.most) {
					ask.taken = true;
					if (kind.role === 'phone' && this.options.alsoHide?.includes('phone')) {
						this.hidePieces(stream, first, last, 'phone');
					}
					return;
				}
				continue;
			}
			if (size < ask.fewest) continue;
			const most = kind.most * (stream.corrected ? 3 : 2);
			if (kind.role === 'security' || kind.role === 'code') {
				if (ask.taken && !stream.corrected && !this.repeatsAnswer(stream, ask, size)) continue;
				const end = this.shortCode(stream, first, last, ask.fewest, kind.most);
				if (end < 0) continue;
				this.hide(stream, first, end, kind.category);
				ask.taken = true;
				if (end < last) this.explain(stream, end, last, true);
				return;
			}
			if (size > most) {
				const end = this.fitting(stream, first, last, ask.fewest, kind.most);
				if (end < 0) continue;
				this.hide(stream, first, end, kind.category);
				ask.taken = true;
				this.explain(stream, end, last, true);
				return;
			}
			if (kind.role === 'utr' && size !== 10) continue;
			// A number too short for a card is taken for a part of one only if it can begin one.
			if (kind.role === 'card' && size < SHORTEST_CARD && !stream.corrected) {
				if (cardLengths(digits[0], digits[1], digits[2], digits[3]) === 0) continue;
			}
			if ((BIT[kind.role] & CARD_FAMILY) === 0) {
				const marks = numbers.marks[stream.numbers[first]];
				if (last - first === 1 && (marks & (Mark.Large | Mark.AmountForm)) !== 0) continue;
			}
			if (ask.taken && size < 8 && !stream.corrected) continue;
			this.hide(stream, first, last, kind.category);
			ask.taken = true;
			return;
		}
		const amount = stream.numbers
			.slice(first, last)
			.some((n) => (numbers.marks[n] & Mark.Large) !== 0);
		for (const secret of amount ? [] : this.secrets) {
			if (stream.firstWord - secret.word > ECHO_WORDS) continue;
			if (repeats(digits, secret.digits)) {
				this.hidePieces(stream, first, last, secret.category);
				return;
			}
		}
		const [nearest] = stream.asks;
		const latest = this.secrets[this.secrets.length - 1];
		if (
			(size === 3 || size === 4) &&
			nearest?.kind.category === undefined &&
			(nearest === undefined || nearest.taken) &&
			latest?.category === 'card' &&
			stream.firstWord - latest.word <= 4
		) {
			this.hidePieces(stream, first, last, 'card_security');
			return;
		}
		if (this.completesCard(stream, first, last, digits)) return;
		if (size < LONGEST_DIGITS) {
			const whole = first === 0 && last === stream.numbers.length;
			this.unexplained.push({ stream: whole ? stream : part(stream, first, last), digits });
			if (this.unexplained.length > REMEMBERED) this.unexplained.shift();
		}
	}

	/** As many numbers from the first on as the answer can have digits; -1 when the first alone is too long. */
	private fitting(stream: Stream, first: number, last: number, fewest: number, most: number) {
		const { numbers } = this;
		let size = 0;
		let end = first;
		for (; end < last; end++) {
			const n = stream.numbers[end];
			const longer = size + numbers.to[n] - numbers.from[n];
			if (longer > most) break;
			size = longer;
		}
		return size >= fewest && end > first ? end : -1;
	}

	/**
	 * What is said in one breath with a card number that was asked for belongs to it: its code, its
	 * date, digits that were said twice.
	 */
	private besideCard(stream: Stream, first: number, last: number, size: number): boolean {
		if (size > 8 || stream.asks.some((ask) => (BIT[ask.kind.role] & SHORT) !== 0)) return false;
		if (first === 0 ? stream.apart[last] : stream.apart[first]) return false;
		this.hidePieces(stream, first, last, 'card');
		return true;
	}

	/** A thing named beside a question for a secret does not explain the answer. */
	private onlyHints(stream: Stream, hint: Ask, first: number): boolean {
		if ((BIT[hint.kind.role] & HINTING) === 0 || hint.turn === stream.turns[first]) return false;
		return stream.asks.some(
			(ask) => ask.kind.category !== undefined && !ask.taken && ask.turn === hint.turn,
		);
	}

	/** "I have 4242 4242 4242 so far." "And 4242." */
	private completesCard(
		stream: Stream,
		first: number,
		last: number,
		digits: readonly number[],
	): boolean {
		const earlier = this.unexplained[this.unexplained.length - 1];
		if (earlier === undefined || earlier.stream.speaker === stream.speaker) return false;
		if (stream.firstWord - earlier.stream.lastWord > 15) return false;
		const all = [...earlier.digits, ...digits];
		if (all.length < 14 || all.length > 16) return false;
		if ((cardLengths(all[0], all[1], all[2], all[3]) & (1 << all.length)) === 0) return false;
		if (!luhn(all.join(''))) return false;
		this.hide(earlier.stream, 0, earlier.stream.numbers.length, 'card');
		this.hidePieces(stream, first, last, 'card');
		return true;
	}

	/** Whether a turn begins with as many digits as the answer before it: read back, but misheard. */
	private repeatsAnswer(stream: Stream, ask: Ask, size: number): boolean {
		const last = this.secrets[this.secrets.length - 1];
		return (
			last?.category === ask.kind.category &&
			last.digits.length === size &&
			stream.firstWord - last.word <= 3
		);
	}

	/** Where a code of at least `fewest` digits ends that begins the stretch, or -1. */
	private shortCode(
		stream: Stream,
		first: number,
		last: number,
		fewest: number,
		most: number,
	): number {
		const { numbers } = this;
		let size = 0;
		let best = -1;
		for (let i = first; i < last; i++) {
			const n = stream.numbers[i];
			// What is said after a pause is something else.
			if (best > 0 && stream.apart[i] && !stream.corrected) break;
			size += numbers.to[n] - numbers.from[n];
			if (size > most * 2 && !stream.corrected) break;
			if (size >= fewest) best = i + 1;
		}
		return best;
	}

	/** A date that may be a card's expiry; one that names a month only when it was asked for. */
	private addExpiry(first: number, next: number, named: boolean): void {
		const { tokens } = this;
		const ask = this.asks.find((a) => a.kind.role === 'expiry' && this.reaches(a));
		if (ask !== undefined) ask.taken = true;
		this.interrupt();
		if (named && ask === undefined) return;
		this.expiries.push({
			start: tokens.start[first],
			end: tokens.end[next - 1],
			word: this.word,
			asked: ask !== undefined,
		});
	}

	private addExpiryNumbers(stream: Stream, first: number, last: number): void {
		const { numbers } = this;
		this.expiries.push({
			start: numbers.start[stream.numbers[first]],
			end: numbers.end[stream.numbers[last - 1]],
			word: stream.firstWord,
			asked: true,
		});
	}

	/** An expiry date goes when a card number stands near it, or another date that goes. */
	private settleExpiries(): void {
		const expiries = [...this.expiries].sort((a, b) => a.word - b.word);
		const cards = this.cardWords.sort((a, b) => a - b);
		const gone = new Uint8Array(expiries.length);
		// Forwards and backwards, so that what goes in one direction counts in the other.
		for (const forwards of [true, false, true]) {
			let near = forwards ? -Infinity : Infinity;
			let card = forwards ? 0 : cards.length - 1;
			for (let k = 0; k < expiries.length; k++) {
				const i = forwards ? k : expiries.length - 1 - k;
				const { word, asked } = expiries[i];
				if (forwards) for (; cards[card] <= word; card++) near = Math.max(near, cards[card]);
				else for (; cards[card] >= word; card--) near = Math.min(near, cards[card]);
				if (Math.abs(word - near) <= (asked ? EXPIRY_WORDS : EXPIRY_WORDS_UNASKED)) gone[i] = 1;
				if (gone[i] === 1) near = word;
			}
		}
		expiries.forEach(({ start, end }, i) => {
			if (gone[i] === 1) this.findings.push({ category: 'card', start, end });
		});
	}
}
