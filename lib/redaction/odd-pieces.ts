import type { Piece } from './pieces';

/** How little a piece looks like a word. */
export const enum Oddity {
	/** An ordinary word, an amount, an address that everybody may see. */
	None,
	/** A name such as "PayPal", a reference, a date: a password only when it is called one. */
	Some,
	/** Digits or signs among letters: nothing that people say otherwise. */
	High,
}

/** Wallet addresses and transaction hashes: everybody may see them. */
const PUBLIC =
	/^(?:(?:0x)?(?:[0-9a-f]{40}|[0-9a-f]{64})|(?:bc1|tb1|ltc1|addr1|cosmos1|bnb1)[0-9a-z]{20,100}|[T13][1-9A-HJ-NP-Za-km-z]{25,33}|r[1-9A-HJ-NP-Za-km-z]{24,34})$/i;
/** Amounts, times, dates, versions, "1st", "5pm". */
const MEASURE =
	/^[$€£₹]?[\d.,]+[%€£$]?$|^\d+(?:st|nd|rd|th|am|pm|hrs?|min|h|x|k|m|g|gb|mb|fa|ème|er|e|º|ª)$|^v\d[\d.]*$/i;
const WITH_MARKS = /^[$€£₹#+-]?\d[\d.,:/’'-]*[%€£$]?$/;
/** "INV-2024-11", "#60114", "AB12" in upper case. */
const REFERENCE = /^#?(?:[A-Z]{1,6}[-/_]?)?\d[\dA-Z]*(?:[-/]\w+)*$|^[A-Z]+(?:-[A-Z\d]+)+$/;
/** "user=jsmith" */
const ASSIGNED = /^[\p{L}_]+[=:]/u;
const EMAIL = /^[^@\s]+@[^@\s]+\.[a-z]{2,}$/i;
const LETTERS = /^['’\p{L}\p{M}-]+$/u;
/** "and/or", "e.g.", "Mr.Smith", "yes,but", "no...wait". */
const JOINED = /^[\p{L}\p{M}'’-]+(?:[./,…;:!?]+[\p{L}\p{M}'’-]*)+$/u;

/** Whether a piece is a wallet address or a transaction hash. */
export function isPublic(value: string): boolean {
	return value.length >= 25 && value.length <= 110 && PUBLIC.test(value);
}

export function oddity({ value }: Piece): Oddity {
	if (value.length < 3 || /[[\]\s]/.test(value)) return Oddity.None;
	if (LETTERS.test(value)) return /\p{Ll}\p{Lu}/u.test(value) ? Oddity.Some : Oddity.None;
	if (!/[\p{L}\p{N}]/u.test(value) || value.includes('://')) return Oddity.None;
	if (MEASURE.test(value) || isPublic(value)) return Oddity.None;
	if (WITH_MARKS.test(value) || REFERENCE.test(value)) return Oddity.Some;
	if (ASSIGNED.test(value) || EMAIL.test(value) || JOINED.test(value)) return Oddity.Some;
	return Oddity.High;
}
