import type { Finding } from './finding';
import { Token, type Tokens } from './tokens';
import { BIT } from './phrase-tree';
import {
	anotherPassword,
	keyAfter,
	namesOther,
	oddBefore,
	nameAfter,
	passwordAfter,
	passwordBefore,
	Prompt,
	saidBefore,
	shortAnswer,
	speltKey,
	type Span,
	typedBefore,
} from './passwords';
import type { Place } from './place';
import { asksWhatItIs, isQuestion, isWarning, saysGoAhead } from './questions';

/** How far a password may be from the word for it: in tokens, and in the text. */
const REACH_TOKENS = 60;
const REACH_TEXT = 400;
/** In how many turns after the question for a password or a key the answer may come. */
const ANSWER_TURNS = 2;
/** The same when a password was asked for and nothing else since: "Which one?" "The one of the app." */
const QUESTION_TURNS = 4;
/** How many words may stand before a key: after its name, and in an answer. */
const KEY_WORDS = 8;
const ANSWER_KEY_WORDS = 4;

/** How far "what are you typing?" is looked for. */
const LONGEST_QUESTION = 80;

/** What belongs to a password without being one: "password hint", "password reset". */
const NO_PASSWORD =
	/^[ -](?:hints?|managers?|polic(?:y|ies)|rules?|fields?|box|page|screen|prompt|protection|protected|email|options?)\b/i;
/** What stands before the word for it when it is said as a short question: "Password? That's …" */
const LONGEST_ECHO = 80;
const ECHO = /^\s*(?:[\p{L}'’]+[ ,]+){0,3}$/u;
const NEGATED =
	/(?<![\p{L}])(?:not|no|nicht|pas)(?: (?:the|my|a|your|la|le|mi|den|der|die))?\s+$/iu;
const PLAIN_KEY = /^(?:(?:the|my|his|her|this|your)\s+)?key(?:\s+is|['’]s)?$/i;

/** A wallet's private key, when no hash is spoken of; and how far from its name it may be. */
const HEX = /(?<![0-9a-z])(?:0x)?[0-9a-f]{64}(?![0-9a-z])/i;
const HASH = /hash|trans|tx/i;
const HEX_REACH = 180;

/** Secrets that are no numbers: what is said after "password" and "private key". */
export class NamedSecrets {
	/** A password was asked for or spoken of: up to which turn the answer may come, and from whom not. */
	private passwordUntil = -1;
	private keyUntil = -1;
	/** Where the next key in PEM form ends that was looked for last. */
	private endOfKey = -1;
	private askedBy = -1;
	private keyAskedBy = -1;
	private prompt = Prompt.Mention;
	/** Where what was said about it ends. */
	private askedAt = 0;
	/** Where the turn begins. */
	private turnStart = 0;
	/** The turn before: where it begins and ends, and who spoke. */
	private turnBefore = 0;
	private turnName = 0;
	private spokenBefore = -1;
	private spoken = -1;
	/** The secret found last: the tokens in it are not looked at again. */
	private start = -1;
	private end = -1;

	constructor(
		private readonly tokens: Tokens,
		private readonly place: Place,
		private readonly findings: Finding[],
	) {}

	/** Whether token `t` is part of the secret found last. */
	covers(t: number): boolean {
		return this.tokens.start[t] < this.end && this.tokens.end[t] > this.start;
	}

	/** Where the secret found last ends. */
	get coveredTo(): number {
		return this.end;
	}

	/** The phrase from token `t` to `next`, with these roles, has named a secret. */
	name(roles: number, t: number, next: number): void {
		if ((roles & BIT.key) !== 0) this.findKey(t, next);
		if ((roles & BIT.password) !== 0) this.findPassword(t, next);
	}

	/** A password stood here that an earlier redaction removed. */
	answered(): void {
		this.passwordUntil = -1;
	}

	/** A turn begins with token `t`: it may be the answer to the question for a password or a key. */
	beginTurn(t: number): void {
		const { text, start, end } = this.tokens;
		const { turn, speaker } = this.place;
		const askedAt = this.askedAt;
		this.turnBefore = this.turnStart;
		this.turnName = start[t];
		this.spokenBefore = this.spoken;
		this.spoken = speaker;
		this.turnStart = end[t];
		if (turn <= this.keyUntil && speaker !== this.keyAskedBy) {
			this.addKey(end[t], this.limit(t + 1), ANSWER_KEY_WORDS, false);
		}
		if (turn > this.passwordUntil) return;
		if (speaker === this.askedBy) {
			// Something else is asked for now.
			if (text.slice(end[t], this.limit(t + 1)).includes('?')) this.answered();
			return;
		}
		// "It says wrong password." "What are you typing?"
		const question = text.slice(end[t], Math.min(end[t] + LONGEST_QUESTION, this.limit(t + 1)));
		if (asksWhatItIs(question) || saysGoAhead(question)) {
			this.prompt = Prompt.Question;
			this.askedBy = speaker;
			this.passwordUntil = turn + ANSWER_TURNS;
			this.askedAt = end[t];
			return;
		}
		// "Never tell us your password. What is the order number?"
		if (this.prompt === Prompt.Mention && namesOther(text, askedAt, this.tokens.start[t])) return;
		const limit = this.limit(t + 1);
		const password =
			passwordAfter(text, end[t], limit, this.prompt) ??
			(this.prompt === Prompt.Question ? shortAnswer(text, end[t], limit) : undefined);
		if (password === undefined) return;
		this.answered();
		this.addPassword(password, limit);
	}

	private findPassword(t: number, next: number): void {
		const { text, start, end } = this.tokens;
		const limit = this.limit(next);
		const before = passwordBefore(text, start[t], this.turnStart);
		if (before !== undefined && before.start >= this.end) this.push(before);
		// "The password hint"
		if (NO_PASSWORD.test(text.slice(end[next - 1], end[next - 1] + 20))) {
			const typed = typedBefore(text, start[t], Math.max(this.turnStart, this.end));
			if (typed !== undefined) this.push(typed);
			return;
		}
		const echo =
			start[t] - this.turnStart <= LONGEST_ECHO && ECHO.test(text.slice(this.turnStart, start[t]));
		const begins = text.slice(this.turnStart, start[t]).trim() === '' && this.place.turn > 0;
		const password =
			passwordAfter(text, end[next - 1], limit, Prompt.Statement, echo) ??
			(begins ? nameAfter(text, end[next - 1], limit) : undefined);
		// "Security question: favourite teacher?"
		if (password !== undefined && !/^['”"]?\?/.test(text.slice(password.end, password.end + 2))) {
			this.answered();
			this.addPassword(password, limit);
			return;
		}
		const said =
			before ??
			saidBefore(text, start[t], end[next - 1], this.turnStart) ??
			typedBefore(text, start[t], Math.max(this.turnStart, this.end));
		if (said !== undefined) {
			this.answered();
			if (said !== before) this.push(said);
			return;
		}
		// "And then bluebottle77." "I didn't need the password."
		if (
			this.spokenBefore !== this.place.speaker &&
			isWarning(text, start[t], end[next - 1], this.turnStart)
		) {
			const odd = oddBefore(text, this.turnName, Math.max(this.turnBefore, this.end));
			if (odd !== undefined) this.push(odd);
		}
		const asked = isQuestion(text, start[t], end[next - 1], this.turnStart, limit);
		this.prompt = asked ? Prompt.Question : Prompt.Mention;
		this.passwordUntil = this.place.turn + (asked ? QUESTION_TURNS : ANSWER_TURNS);
		this.askedBy = this.place.speaker;
		this.askedAt = end[next - 1];
	}

	private addPassword(password: Span, limit: number): void {
		this.add({ category: 'credential', ...password });
		const another = anotherPassword(this.tokens.text, password.end, limit);
		if (another !== undefined) this.push(another);
	}

	private findKey(t: number, next: number): void {
		const { text } = this.tokens;
		const from = this.tokens.end[next - 1];
		if (text.startsWith('-----', from)) {
			const start = text.slice(Math.max(0, from - 40), from).lastIndexOf('-----BEGIN');
			// Looked for once, however many keys begin and never end.
			if (this.endOfKey < from) {
				const end = text.indexOf('-----END', from);
				this.endOfKey = end < 0 ? text.length : end;
			}
			if (start >= 0 && this.endOfKey < text.length)
				this.add({
					category: 'credential',
					start: Math.max(0, from - 40) + start,
					end: this.endOfKey,
				});
			return;
		}
		// "The transaction hash, not the private key, is …"
		const before = text.slice(
			Math.max(this.turnStart, this.tokens.start[t] - 16),
			this.tokens.start[t],
		);
		if (NEGATED.test(before)) return;
		// Any key may be called "the key": only one of a wallet is known by its form.
		const plain = PLAIN_KEY.test(text.slice(this.tokens.start[t], from));
		const limit = this.limit(next);
		if (this.addKey(from, limit, KEY_WORDS, plain)) return;
		if (!plain && this.addHex(from, limit)) return;
		if (plain || !isQuestion(text, this.tokens.start[t], from, this.turnStart, limit)) return;
		this.keyUntil = this.place.turn + ANSWER_TURNS;
		this.keyAskedBy = this.place.speaker;
	}

	/** "Here is the private key so you can see for yourself, eb1b…": 64 hexadecimal digits, further away. */
	private addHex(from: number, limit: number): boolean {
		const { text } = this.tokens;
		const before = HEX.exec(text.slice(Math.max(this.turnStart, from - HEX_REACH), from));
		const after = HEX.exec(text.slice(from, Math.min(limit, from + HEX_REACH)));
		const found = before ?? after;
		if (found === null || HASH.test(found.input)) return false;
		const start =
			(found === before ? Math.max(this.turnStart, from - HEX_REACH) : from) + found.index;
		this.findings.push({ category: 'wallet_secret', start, end: start + found[0].length });
		return true;
	}

	/** Hides the key that is said after `from`; false when none is. */
	private addKey(from: number, limit: number, reach: number, walletOnly: boolean): boolean {
		const key = keyAfter(this.tokens.text, from, limit, reach, walletOnly);
		if (key === undefined) {
			const spelt = walletOnly ? undefined : speltKey(this.tokens.text, from, limit);
			if (spelt === undefined) return false;
			this.add({ category: 'credential', start: spelt.start, end: spelt.end });
			this.keyUntil = -1;
			return true;
		}
		const { start, end, wallet } = key;
		this.add({ category: wallet ? 'wallet_secret' : 'credential', start, end });
		this.keyUntil = -1;
		return true;
	}

	private push({ start, end }: Span): void {
		this.findings.push({ category: 'credential', start, end });
	}

	private add({ category, start, end }: Finding): void {
		this.findings.push({ category, start, end });
		this.start = start;
		this.end = end;
	}

	/** Where the turn of token `t` ends in the text, as far as a secret may reach. */
	private limit(t: number): number {
		const { tokens } = this;
		for (let i = t; i < tokens.count && i < t + REACH_TOKENS; i++) {
			if (tokens.kind[i] === Token.Turn) return tokens.start[i];
		}
		return Math.min(tokens.text.length, (t > 0 ? tokens.end[t - 1] : 0) + REACH_TEXT);
	}
}
