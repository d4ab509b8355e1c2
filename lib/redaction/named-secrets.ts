import type { Finding } from './finding';
import { Token, type Tokens } from './tokens';
import { BIT } from './lexicon';
import { anotherPassword, keyAfter, passwordAfter, passwordBefore, shortAnswer } from './passwords';
import type { Place } from './place';

/** How far a password may be from the word for it: in tokens, and in the text. */
const REACH_TOKENS = 60;
const REACH_TEXT = 400;
/** In how many turns after the question for a password the answer may come. */
const ANSWER_TURNS = 2;
/** How many words after they were named recovery words may come. */
const RECOVERY_WORDS = 80;

/** Secrets that are no numbers: what is said after "password", "private key", "recovery phrase". */
export class NamedSecrets {
	/** A password was asked for: up to which turn the answer may come, and from whom not. */
	private passwordUntil = -1;
	private askedBy = -1;
	/** Where the turn begins. */
	private turnStart = 0;
	/** It was a question. */
	private asked = false;
	private recoveryUntil = -1;
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

	/** Whether recovery words are being spoken of. */
	get recoveryNamed(): boolean {
		return this.place.word <= this.recoveryUntil;
	}

	/** The phrase from token `t` to `next`, with these roles, has named a secret. */
	name(roles: number, t: number, next: number): void {
		if ((roles & BIT.seed) !== 0) this.recoveryUntil = this.place.word + RECOVERY_WORDS;
		if ((roles & BIT.key) !== 0) this.findKey(next);
		if ((roles & BIT.password) !== 0) this.findPassword(t, next);
	}

	/** A password stood here that an earlier redaction removed. */
	answered(): void {
		this.passwordUntil = -1;
	}

	/** A turn begins with token `t`: it may be the answer to the question for a password. */
	beginTurn(t: number): void {
		const { text, end } = this.tokens;
		this.turnStart = end[t];
		if (this.place.turn > this.passwordUntil || this.place.speaker === this.askedBy) return;
		const limit = this.limit(t + 1);
		const password =
			passwordAfter(text, end[t], limit, true) ??
			(this.asked ? shortAnswer(text, end[t], limit) : undefined);
		if (password === undefined) return;
		this.answered();
		this.add({ category: 'credential', ...password });
	}

	private findPassword(t: number, next: number): void {
		const { text, start, end } = this.tokens;
		const before = passwordBefore(text, start[t], this.turnStart);
		if (before !== undefined && before.start >= this.end) this.push(before);
		const password = passwordAfter(text, end[next - 1], this.limit(next), false);
		if (password === undefined) {
			this.passwordUntil = this.place.turn + ANSWER_TURNS;
			this.asked = /^[^.!\n]{0,60}\?/.test(text.slice(end[next - 1], end[next - 1] + 64));
			this.askedBy = this.place.speaker;
			return;
		}
		this.answered();
		this.add({ category: 'credential', ...password });
		const another = anotherPassword(text, password.end, this.limit(next));
		if (another !== undefined) this.push(another);
	}

	private findKey(next: number): void {
		const { text } = this.tokens;
		const from = this.tokens.end[next - 1];
		if (text.startsWith('-----', from)) {
			const start = text.lastIndexOf('-----BEGIN', from);
			const end = text.indexOf('-----END', from);
			if (start >= 0 && from - start < 40 && end >= 0)
				this.add({ category: 'credential', start, end });
			return;
		}
		const key = keyAfter(text, from, this.limit(next));
		if (key === undefined) return;
		const { start, end, wallet } = key;
		this.add({ category: wallet ? 'wallet_secret' : 'credential', start, end });
	}

	private push({ start, end }: { start: number; end: number }): void {
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
