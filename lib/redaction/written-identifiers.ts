import { bitOf, HINTING, type Announcements } from './announcements';
import { isFigure } from './figures';
import type { KnownSecrets } from './known-secrets';
import type { Place } from './place';
import type { Streams } from './streams';
import { Gap, Token, tokenAfter, type Tokens } from './tokens';
import { formAt, groupsAt, type Written } from './written-forms';

/** How far a reference may be from its name, in words. */
const NAMED_WORDS = 12;
/** How far from a thing's name digits are its number, in words. */
const BESIDE_WORDS = 1;
/** How far a hint may be from groups of letters and digits to say what they are, in words. */
const HINTED_WORDS = 2;
const SSN_LENGTH = 11;
/** What is written like a longer identifier is one, whatever it is called. */
const LONGEST_CHANCE = 15;

/** Finds identifiers that are known by their form, by what is said of them. */
export class WrittenIdentifiers {
	constructor(
		private readonly tokens: Tokens,
		private readonly place: Place,
		private readonly announcements: Announcements,
		private readonly streams: Streams,
		private readonly secrets: KnownSecrets,
	) {}

	/** The identifier that is written at token `t`; undefined when none is. */
	read(t: number): Written | undefined {
		const { tokens } = this;
		const form = formAt(tokens, t);
		if (form !== undefined && !this.goesOnAfter(t, form) && !this.isNamedOtherwise(form)) {
			return form;
		}
		if (this.awaitsGroups()) {
			const groups = groupsAt(tokens, t);
			if (groups !== undefined) return { category: 'tax_id', ...groups };
		}
		return this.secrets.writtenAgainAt(tokens.text, tokens.start[t]);
	}

	/** Whether a licence or a passport was asked for, and nothing that stays was named after it. */
	private awaitsGroups(): boolean {
		const { announcements, place } = this;
		const nearest = announcements.nearest();
		if (nearest !== undefined && nearest.kind.category === undefined) {
			const hint = (bitOf(nearest) & HINTING) !== 0;
			const beside = nearest.turn === place.turn && place.word - nearest.word <= HINTED_WORDS;
			if (!hint || beside) return false;
		}
		const ask = announcements.find('tax');
		return ask !== undefined && !this.streams.isAnswered(ask);
	}

	/** "Order number 123-45-6789": what looks like an identifier is called something that stays. */
	private isNamedOtherwise({ start, end }: Written): boolean {
		const { announcements, place } = this;
		const ask = announcements.nearest();
		if (ask === undefined || place.word - ask.word > NAMED_WORDS) return false;
		// "Your GSTIN for the credit note?" "27SKQCG4151X1ZE."
		const tax = announcements.find('tax');
		if (end - start >= LONGEST_CHANCE || (tax?.taken === false && tax.turn === ask.turn))
			return false;
		const { role } = ask.kind;
		// "Order 7731 0048 2295"
		if (role === 'thing') return place.word - ask.word <= BESIDE_WORDS;
		// No phone number is written like a social security number.
		return role === 'reference' || (role === 'phone' && end - start !== SSN_LENGTH);
	}

	/** "4270 9409 7806 double seven nine": digits that go on in words are no identifier yet. */
	private goesOnAfter(t: number, { end }: Written): boolean {
		const { tokens } = this;
		const { kind, skipped, gap, count } = tokens;
		const next = tokenAfter(tokens, t, end);
		if (kind[next - 1] !== Token.Digits || next >= count) return false;
		if (kind[next] !== Token.Word || skipped[next] > 0) return false;
		return gap[next] === Gap.Space && isFigure(tokens, next);
	}
}
