import { cardLengths } from './cards';
import { luhn } from './checksums';
import { FOLD, KIND, Kind } from './fold';
import { Gap, Token, type Tokens } from './tokens';
import { Mark } from './numbers';
import { phraseRoles, phraseStart } from './phrase-tree';
import { ASKING } from './announcements';

/** Signs that dates are written with. */
const DATE_SIGNS = [Gap.Slash, Gap.Dash, Gap.Dot] as const;
/** Signs that make one shape of the digits on both sides. */
const GLUE = Gap.Slash | Gap.Dash | Gap.Dot | Gap.Comma | Gap.Colon;

/** What stands between three digits of an amount, and before its last two. */
const GROUP_AND_POINT = [
	[Gap.Comma, Gap.Dot],
	[Gap.Dot, Gap.Comma],
] as const;

/** Digits of a phone number written as in North America, 415-555-0142. */
const LOCAL_PHONE = 10;

const PIN = /(?<!\p{L})(?:pin|pin code|pincode|पिन|पिन कोड)[ :,-]*$/iu;
const ADDRESS =
	/(?<!\p{L})(?:sector|nagar|road|street|colony|ghar|pata|address|floor|society|flat|lane|marg|vihar|अपार्टमेंट|पता|घर|नगर)(?!\p{L})/iu;
const LONGEST_ADDRESS = 80;
/** An order of Amazon's: 112-4837261-9930418. */
const ORDER = /\d{3}-\d{7}-\d{7}(?![\d-])/y;
/** "Macon, GA 31201", "Footscray 3011", and "41 Quincy Court". */
const PLACE =
	/\p{Ll},? (?:[A-Z]{2}|\p{Lu}\p{Ll}{2,}),? $|\p{Ll}, (?:ak|ar|az|ca|ct|dc|fl|ga|ia|il|ks|ky|md|mn|nc|nh|nj|nm|nv|ny|ri|sc|sd|tn|tx|ut|va|vt|wa|wi|wv|wy) $/u;
const LONGEST_PLACE = 24;
/** "RMA 29106": what nobody here knows the name of is a reference. */
const ACRONYM = /(?<![\p{L}\d])[A-Z]{2,5}[ :#]{1,2}$/u;
const STREET =
	/^(?: \p{L}{3,} (?:street|road|avenue|lane|boulevard)|(?: \p{Lu}\p{L}+){1,2} (?:[Ss]treet|St|[Rr]oad|Rd|[Aa]venue|Ave|[Dd]rive|Dr|[Ll]ane|Ln|[Cc]ourt|Ct|Way|Place|Close|[Cc]rescent|[Bb]oulevard|Blvd|Nagar|Colony|Society|Sector))(?!\p{L})/u;
const LONGEST_STREET = 48;

/** Recognises dates, times, amounts and phone numbers by how they are written. */
export class Shapes {
	/** Whether the shape read last is a month and a year. */
	monthYear = false;

	private identifierEnd = -1;
	private phoneEnd = -1;
	/** Digits that the phone number may still go on for, so that a card right after it is seen. */
	private phoneRoom = 0;

	constructor(private readonly tokens: Tokens) {}

	private size(t: number): number {
		return this.tokens.end[t] - this.tokens.start[t];
	}

	/** Whether digits follow at `t`, with exactly this sign between them and those before. */
	private glued(t: number, gap: Gap): boolean {
		const { tokens } = this;
		return (
			t > 0 &&
			t < tokens.count &&
			tokens.kind[t] === Token.Digits &&
			tokens.kind[t - 1] === Token.Digits &&
			tokens.skipped[t] === 0 &&
			(tokens.gap[t] & ~Gap.End) === gap &&
			tokens.start[t] - tokens.end[t - 1] === 1
		);
	}

	private value(t: number): number {
		const { units, start, end } = this.tokens;
		let value = 0;
		for (let i = start[t]; i < end[t]; i++) value = value * 10 + FOLD[units[i]] - 0x30;
		return value;
	}

	/**
	 * Reads a date, a time or an amount that begins with the digits at `t`.
	 *
	 * @returns the token after it; `t` when there is none.
	 */
	read(t: number): number {
		this.monthYear = false;
		const { tokens } = this;
		if (t + 1 >= tokens.count || (tokens.gap[t + 1] & GLUE) === 0 || this.size(t) > 4) return t;
		if (tokens.start[t + 1] - tokens.end[t] !== 1) return t;
		for (const gap of DATE_SIGNS) {
			if (!this.glued(t + 1, gap)) continue;
			if (this.glued(t + 2, gap)) {
				const [a, b, c] = [this.size(t), this.size(t + 1), this.size(t + 2)];
				if (this.glued(t + 3, gap)) return t;
				const yearFirst = a === 4 && b <= 2 && c <= 2;
				const yearLast = a <= 2 && b <= 2 && (c === 4 || (c === 2 && gap !== Gap.Dash));
				if (!(yearFirst || yearLast)) return t;
				const [x, y] = yearFirst
					? [this.value(t + 1), this.value(t + 2)]
					: [this.value(t), this.value(t + 1)];
				return x >= 1 && y >= 1 && x <= 31 && y <= 31 && (x <= 12 || y <= 12) ? t + 3 : t;
			}
			if (
				gap === Gap.Slash &&
				this.size(t) <= 2 &&
				(this.size(t + 1) === 2 || this.size(t + 1) === 4)
			) {
				const month = this.value(t);
				this.monthYear = month >= 1 && month <= 12;
				return t + 2;
			}
		}
		if (this.glued(t, Gap.Dot) || this.glued(t, Gap.Dash)) return t;
		if (this.glued(t + 1, Gap.Colon) && this.size(t) <= 2 && this.size(t + 1) === 2) {
			return this.glued(t + 2, Gap.Colon) ? t + 3 : t + 2;
		}
		return this.readAmount(t);
	}

	/** `1,299.00`, `1.299,00`, `1,00,000`, `12.50`. */
	private readAmount(t: number): number {
		if (this.size(t) > 3) return this.isDecimal(t) ? t + 2 : t;
		for (const [group, point] of GROUP_AND_POINT) {
			let end = t + 1;
			while (this.glued(end, group) && (this.size(end) === 3 || this.size(end) === 2)) end++;
			if (end === t + 1 || this.size(end - 1) !== 3) continue;
			if (end - t > 5) return t;
			if (this.glued(end, group)) return t;
			if (this.glued(end, point) && this.size(end) <= 2) return end + 1;
			// Three groups of three with dots may be a tax number; one comma group is an amount.
			return group === Gap.Comma || end === t + 2 ? end : t;
		}
		return this.isDecimal(t) ? t + 2 : t;
	}

	private isDecimal(t: number): boolean {
		if (!this.glued(t + 1, Gap.Dot) && !this.glued(t + 1, Gap.Comma)) return false;
		if (this.size(t + 1) !== 2 && !(this.size(t + 1) === 1 && this.size(t) > 1)) return false;
		return (
			!this.glued(t + 2, Gap.Dot) && !this.glued(t + 2, Gap.Comma) && !this.glued(t + 2, Gap.Dash)
		);
	}

	/** What is known of the digits at `t` from the signs around them. */
	marks(t: number): number {
		const { tokens } = this;
		const { text, units } = tokens;
		const start = tokens.start[t];
		const end = tokens.end[t];
		if (this.isBritishMobile(t)) {
			this.phoneEnd = end;
			this.phoneRoom = this.size(t + 1);
			return Mark.Phone;
		}
		// Nothing but spaces around: it stands for itself.
		if (
			this.phoneEnd < 0 &&
			this.size(t) !== 3 &&
			isSpace(units, start - 1) &&
			isSpace(units, end)
		) {
			if (this.isIndianPostalCode(t)) return Mark.Measure;
			return this.isInPlace(t) ? Mark.Place : 0;
		}
		if (this.isIndianPostalCode(t)) return Mark.Measure;
		let marks = this.isInPlace(t) ? Mark.Place : 0;
		if (this.isIdentifier(t, start, end)) {
			this.identifierEnd = end;
			marks |= Mark.Identifier;
		}
		const plus =
			start > 0 && text.charCodeAt(start - 1) === 43 && !/\w/.test(text[start - 2] ?? '');
		if (plus && this.size(t) <= 15) {
			this.phoneEnd = end;
			this.phoneRoom = this.roomAfterPlus(t);
			marks |= Mark.Phone;
		} else if (
			this.phoneEnd >= 0 &&
			start - this.phoneEnd <= 2 &&
			this.size(t) <= Math.min(6, this.phoneRoom) &&
			!this.beginsCard(t) &&
			/^[ ().-]*$/.test(text.slice(this.phoneEnd, start)) &&
			tokens.skipped[t] === 0
		) {
			this.phoneEnd = end;
			this.phoneRoom -= this.size(t);
			marks |= Mark.Phone;
		} else if (this.isLocalPhone(t)) {
			this.phoneEnd = end;
			this.phoneRoom = LOCAL_PHONE - this.size(t);
			marks |= Mark.Phone;
		}
		if ((marks & Mark.Phone) === 0) this.phoneEnd = -1;
		return marks;
	}

	/** Whether four groups of four begin here that pass for a card. */
	private beginsCard(t: number): boolean {
		const { tokens } = this;
		let digits = '';
		for (let group = t; group < t + 4; group++) {
			if (group >= tokens.count || tokens.kind[group] !== Token.Digits) return false;
			if (this.size(group) !== 4 || (group > t && tokens.skipped[group] > 0)) return false;
			digits += tokens.text.slice(tokens.start[group], tokens.end[group]);
		}
		const [a, b, c, d] = digits;
		return (cardLengths(+a, +b, +c, +d) & (1 << 16)) !== 0 && luhn(digits);
	}

	/** Fifteen digits at most (E.164), eleven in North America; a number written in one run is whole. */
	private roomAfterPlus(t: number): number {
		const { tokens } = this;
		if (this.size(t) >= 9) return 0;
		const northAmerica = tokens.text[tokens.start[t]] === '1';
		return (northAmerica ? 11 : 15) - this.size(t);
	}

	private isLocalPhone(t: number): boolean {
		const { tokens } = this;
		const { text } = tokens;
		if (this.size(t) !== 3 || t + 2 >= tokens.count) return false;
		if (tokens.kind[t + 1] !== Token.Digits || tokens.kind[t + 2] !== Token.Digits) return false;
		if (this.size(t + 1) !== 3 || this.size(t + 2) !== 4) return false;
		const bracket = text[tokens.start[t] - 1] === '(' && text[tokens.end[t]] === ')';
		if (bracket) return true;
		return (
			(this.glued(t + 1, Gap.Dash) && this.glued(t + 2, Gap.Dash)) ||
			(this.glued(t + 1, Gap.Dot) && this.glued(t + 2, Gap.Dot))
		);
	}

	/** "07700 900362" */
	private isBritishMobile(t: number): boolean {
		const { text, start, end, kind, skipped, count } = this.tokens;
		if (this.size(t) !== 5 || !text.startsWith('07', start[t]) || t + 1 >= count) return false;
		if (kind[t + 1] !== Token.Digits || this.size(t + 1) !== 6 || skipped[t + 1] > 0) return false;
		return start[t + 1] - end[t] === 1;
	}

	/** Whether the digits at `t` are a postal code, a house number or a reference, by the name beside them. */
	private isInPlace(t: number): boolean {
		const { tokens } = this;
		const size = this.size(t);
		const { text, start, end, skipped } = tokens;
		const known = t > 0 && tokens.kind[t - 1] === Token.Word;
		const roles = known ? phraseRoles(phraseStart(tokens.word[t - 1]), true) : ASKING;
		const unnamed = skipped[t] > 0 || (roles & ASKING) === 0;
		if (unnamed && size > 3 && !this.goesOnInGroups(t)) {
			if (ACRONYM.test(text.slice(Math.max(0, start[t] - 10), start[t]))) return true;
		}
		if (size > 6) return false;
		// "7 pm", "2 people"
		const named =
			text.charCodeAt(end[t]) === 32 && KIND[text.charCodeAt(end[t] + 1)] === Kind.Letter;
		if (named && STREET.test(text.slice(end[t], end[t] + LONGEST_STREET))) return true;
		if (size < 4 || skipped[t] === 0) return false;
		return PLACE.test(text.slice(Math.max(0, start[t] - LONGEST_PLACE), start[t]));
	}

	/** "Sector 62, Noida, pin 201309": a PIN of six digits in an address. */
	private isIndianPostalCode(t: number): boolean {
		if (this.size(t) !== 6) return false;
		const { text, start } = this.tokens;
		const before = text.slice(Math.max(0, start[t] - LONGEST_ADDRESS), start[t]);
		return PIN.test(before) && ADDRESS.test(before);
	}

	private goesOnInGroups(t: number): boolean {
		const { kind, gap } = this.tokens;
		const next = t + 1 < this.tokens.count && kind[t + 1] === Token.Digits;
		return (next && (gap[t + 1] & ~(Gap.Space | Gap.Dash | Gap.Dot)) === 0) || this.size(t) > 12;
	}

	private isIdentifier(t: number, start: number, end: number): boolean {
		const { tokens } = this;
		const { text } = tokens;
		if (text.charCodeAt(end) === 95) return true;
		ORDER.lastIndex = start;
		if (end - start === 3 && ORDER.test(text)) return true;
		if (
			(text[end] === '-' || text[end] === '/') &&
			KIND[text.charCodeAt(end + 1)] === Kind.Letter
		) {
			return (
				KIND[text.charCodeAt(end + 2)] === Kind.Letter ||
				KIND[text.charCodeAt(end + 2)] === Kind.Digit
			);
		}
		if (start === 0) return false;
		const before = text[start - 1];
		if (before === '_') return true;
		if (before !== '-' && before !== '/' && before !== '.' && before !== '#') return false;
		if (this.identifierEnd === start - 1) return true;
		const unit = KIND[text.charCodeAt(start - 2)];
		if (unit !== Kind.Letter && unit !== Kind.Digit) return false;
		const previous = t - 1;
		if (previous < 0 || tokens.end[previous] !== start - 1) return unit === Kind.Letter;
		if (tokens.kind[previous] === Token.Mixed) return true;
		if (tokens.kind[previous] !== Token.Word || before === '.') return false;
		return (phraseRoles(phraseStart(tokens.word[previous]), true) & ASKING) === 0;
	}
}

/** Whether a space stands at `at`, or nothing: the text ends with a zero. */
function isSpace(units: Uint16Array, at: number): boolean {
	const kind = at < 0 || at + 1 >= units.length ? Kind.Space : KIND[units[at]];
	return kind === Kind.Space || kind === Kind.Newline;
}
