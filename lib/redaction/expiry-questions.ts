import {
	ASKING,
	CARD_FAMILY,
	EXPIRY_QUESTION_KIND,
	type Announcements,
	type AskKind,
} from './announcements';
import { isParticle, PARTICLE } from './lexicon';
import { endsQuestion, isBare } from './phrase-context';
import { BIT } from './phrase-tree';
import { FILLING, type Phrases } from './phrases';
import type { Place } from './place';
import { Gap, Token, type Tokens } from './tokens';

/** A word before the end of the sentence. */
const UNKNOWN_WORD = /^[^.?!,;\n\u0964]*\p{L}/u;

/** Hears whether the expiry date of a card is asked for, or only spoken of. */
export class ExpiryQuestions {
	constructor(
		private readonly tokens: Tokens,
		private readonly place: Place,
		private readonly phrases: Phrases,
		private readonly announcements: Announcements,
	) {}

	/** "Expiry date?", or "it expires …", which asks for nothing once that has been asked. */
	hear(kind: AskKind, fewest: number, t: number, next: number): void {
		if (this.asksForExpiry(t, next)) this.announcements.add(EXPIRY_QUESTION_KIND);
		else if (!this.saysOfExpiry()) this.announcements.add(kind, fewest);
	}

	/** "And the expiry date?": asked for by itself, and not of a passport. */
	private asksForExpiry(t: number, next: number): boolean {
		const { announcements } = this;
		if (!isBare(this.tokens, this.phrases, t) && !this.isOfCard(t)) return false;
		if (!endsQuestion(this.tokens, next) && !this.endsTurn(next)) return false;
		if (this.isOfOther(t, next)) return false;
		return announcements.nearCard() || announcements.find('tax') === undefined;
	}

	/** "Expiry?" "It expires …", or "your bill of $48 expires …": whether "expires" asks for nothing more. */
	private saysOfExpiry(): boolean {
		const { announcements, place } = this;
		const asked = announcements.find('expiry');
		if (asked?.kind === EXPIRY_QUESTION_KIND && asked.turn < place.turn) return true;
		return !announcements.nearCard() && announcements.isOfThing();
	}

	/** "When does the card expire?" */
	private isOfCard(t: number): boolean {
		const { tokens } = this;
		if (t === 0 || tokens.skipped[t] > 0 || tokens.kind[t - 1] !== Token.Word) return false;
		return (this.phrases.rolesOf(t - 1) & CARD_FAMILY) !== 0;
	}

	/** "The coupon's expiry", "the expiry date on the policy": whether it is of anything but a card. */
	private isOfOther(t: number, next: number): boolean {
		const { tokens, phrases } = this;
		if (t > 1 && (tokens.gap[t - 1] & Gap.Apostrophe) !== 0) return true;
		// "Coupon ki expiry?"
		if (t > 0 && isParticle(tokens.word[t - 1], PARTICLE.genitives) && !this.isOfCard(t - 1))
			return true;
		let determined = false;
		let i = next;
		for (; i < tokens.count && (tokens.gap[i] & Gap.End) === 0; i++) {
			if (tokens.kind[i] === Token.Turn) break;
			const known = isParticle(tokens.word[i], PARTICLE.determiners | PARTICLE.locatives);
			const roles = phrases.rolesOf(i);
			// "Le bon" is no "bon, …".
			const saying = determined ? 0 : FILLING | BIT.notPassword;
			const said = (roles & (saying | CARD_FAMILY | BIT.unit)) !== 0;
			const other = (roles & ASKING & ~(CARD_FAMILY | BIT.date)) !== 0;
			if (tokens.skipped[i] > 0 || !(known || (said && !other))) return true;
			determined = isParticle(tokens.word[i], PARTICLE.determiners);
		}
		// The last word is no token when nobody knows it.
		const { text } = tokens;
		const limit = i < tokens.count ? tokens.start[i] : text.length;
		return UNKNOWN_WORD.test(text.slice(tokens.end[i - 1], limit));
	}

	/** Whether nothing but fillers stands between token `next` and the end of the turn. */
	private endsTurn(next: number): boolean {
		const { tokens } = this;
		for (let i = next; i < tokens.count && i < next + 3; i++) {
			if (tokens.kind[i] === Token.Turn) return tokens.skipped[i] === 0;
			if (tokens.kind[i] !== Token.Word || tokens.skipped[i] > 0) return false;
			if ((this.phrases.rolesOf(i) & BIT.filler) === 0) return false;
		}
		return false;
	}
}
