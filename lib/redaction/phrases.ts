import { ASKING } from './announcements';
import { Gap, type Tokens } from './tokens';
import { BIT, dependsOnCase, phraseNext, phraseRoles, phraseStart, rolesOf } from './phrase-tree';

/** What may stand between the words of a phrase. */
const PHRASE_GAP = Gap.Space | Gap.Dash | Gap.Apostrophe | Gap.Underscore | Gap.Newline;

/** Roles of words that may stand within a number. */
export const FILLING = BIT.filler | BIT.correction | BIT.is | BIT.purpose;

/** Finds the phrases of the language tables in tokens. */
export class Phrases {
	/** The roles of the phrase read last, and the token after it. */
	roles = 0;
	next = 0;

	constructor(private readonly tokens: Tokens) {}

	/** Whether some phrase goes on from token `t` to the one after it. */
	mayBegin(t: number): boolean {
		const { tokens } = this;
		return this.goesOn(t + 1) && phraseNext(phraseStart(tokens.word[t]), tokens.word[t + 1]) !== 0;
	}

	/** The roles of token `t` by itself. */
	rolesOf(t: number): number {
		return rolesOf(this.tokens.word[t]);
	}

	/** Reads the phrase that begins at token `t` into `roles` and `next`. */
	read(t: number): void {
		this.readLongest(t);
		let { roles, next } = this;
		// "my social" goes on as "social security number": they are one phrase.
		for (let inner = t + 1; inner < next; inner++) {
			this.readLongest(inner);
			if (this.next > next && (this.roles & ASKING) !== 0) {
				roles = (roles | this.roles) & ~FILLING;
				next = this.next;
			}
		}
		this.roles = roles;
		this.next = next;
	}

	private readLongest(t: number): void {
		const { tokens } = this;
		this.roles = 0;
		this.next = t + 1;
		let node = phraseStart(tokens.word[t]);
		for (let i = t; node !== 0; ) {
			const roles = phraseRoles(node, dependsOnCase(node) && this.isUpper(t, i));
			if (roles !== 0) {
				this.roles = roles;
				this.next = i + 1;
			}
			i++;
			if (!this.goesOn(i)) break;
			node = phraseNext(node, tokens.word[i]);
		}
	}

	private goesOn(t: number): boolean {
		const { tokens } = this;
		if (t >= tokens.count || tokens.skipped[t] > 0) return false;
		const gap = tokens.gap[t] & ~PHRASE_GAP;
		return gap === 0 || ((gap === Gap.Dot || gap === Gap.Slash) && this.isInitial(t));
	}

	/** "C.V.V.", "a/c": a letter right after a letter. */
	private isInitial(t: number): boolean {
		const { start, end } = this.tokens;
		return (
			end[t] - start[t] === 1 && end[t - 1] - start[t - 1] === 1 && start[t] - end[t - 1] === 1
		);
	}

	private isUpper(first: number, last: number): boolean {
		const { text, start, end } = this.tokens;
		const phrase = text.slice(start[first], end[last]);
		return phrase === phrase.toUpperCase();
	}
}
