import type { Category } from './finding';
import { KIND, Kind } from './fold';
import { identifierAt } from './identifiers';
import { issuedKeyAt } from './issued-keys';
import { Token, type Tokens } from './tokens';

/** How far back a token may go that is known by how it begins. */
const LONGEST_PREFIX = 24;

/** No identifier that begins with digits and has letters in the same token is shorter. */
const SHORTEST_MIXED = 7;

export interface Written {
	category: Category;
	start: number;
	end: number;
}

/** The key that stands at token `t`, known by how it begins; undefined when none does. */
export function keyAt(tokens: Tokens, t: number): Written | undefined {
	let start = tokens.kind[t] === Token.Word ? tokens.start[t] : chunkStart(tokens, t);
	if (tokens.text.startsWith('SG.', start - 3)) start -= 3;
	const key = issuedKeyAt(tokens.text, start);
	return key === undefined ? undefined : { ...key, start };
}

/** The identifier that stands at token `t`, known by its form; undefined when none does. */
export function formAt(tokens: Tokens, t: number): Written | undefined {
	const start = tokens.start[t];
	if (tokens.kind[t] !== Token.Digits) {
		// "5pm", "1st"
		const digitFirst = KIND[tokens.units[start]] === Kind.Digit;
		if (digitFirst && tokens.end[t] - start < SHORTEST_MIXED) return undefined;
		return formFrom(tokens.text, start);
	}
	const letters = lettersBefore(tokens.units, start);
	const lettered = letters < start ? formFrom(tokens.text, letters) : undefined;
	// "My social is 523-45-6789": the two letters may be a word.
	if (lettered !== undefined || !formMayBegin(tokens, t) || followsDigits(tokens, t))
		return lettered;
	return formFrom(tokens.text, start);
}

function formFrom(text: string, start: number): Written | undefined {
	const before = text.charCodeAt(start - 1);
	// _ and - join it to what stands before.
	if (start > 0 && (KIND[before] >= Kind.Letter || before === 95 || before === 45))
		return undefined;
	const identifier = identifierAt(text, start);
	return identifier === undefined ? undefined : { ...identifier, start };
}

/** Groups of capitals and digits in a row: "MH 14 2011 0062821", "DL-0420110149646", "19 FV 04417". */
const GROUPS = /(?:(?:[A-Z]{1,5}|\d{1,17}|[A-Z\d]{2,17})(?![\p{L}\d])[ ./-]?){1,17}/uy;
const CAPITALS_BEFORE = /(?<![\p{L}\d])[A-Z]{1,5}[ ./-]$/u;
/** British and Canadian postal codes. */
const POSTAL = /(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d)(?![\p{L}\p{N}])/uy;

/** Where the postal code ends that is written at token `t`; -1 when none is. */
export function endOfPostalCode({ text, start }: Tokens, t: number): number {
	POSTAL.lastIndex = start[t];
	return POSTAL.test(text) ? POSTAL.lastIndex : -1;
}

/** A number of a customer's account with anybody but a bank: "A-4471-0093". */
const CUSTOMER = /[A-Z]{1,3}-\d{3,8}(?:-\d{2,5}){0,2}(?![\p{L}\p{N}-])/uy;

/** Where such a number ends that is written at token `t`; -1 when none is. */
export function endOfCustomerNumber({ text, start }: Tokens, t: number): number {
	CUSTOMER.lastIndex = start[t];
	return CUSTOMER.test(text) ? CUSTOMER.lastIndex : -1;
}

const FEWEST_IN_GROUPS = 6;
const FEWEST_DIGITS = 3;

/** What is written at token `t` in groups of capitals and digits, as licences and passports are. */
export function groupsAt(
	{ text, start, skipped }: Tokens,
	t: number,
): { start: number; end: number } | undefined {
	// A word that is known, such as ABN, only names the number.
	const before =
		skipped[t] > 0 ? CAPITALS_BEFORE.exec(text.slice(Math.max(0, start[t] - 8), start[t])) : null;
	const from = start[t] - (before?.[0].length ?? 0);
	GROUPS.lastIndex = from;
	const found = GROUPS.exec(text)?.[0].replace(/[ ./-]+$/, '') ?? '';
	const digits = found.replace(/\D/g, '').length;
	const letters = found.replace(/[^A-Z]/g, '').length;
	if (letters === 0 || digits < FEWEST_DIGITS || letters + digits < FEWEST_IN_GROUPS)
		return undefined;
	return { start: from, end: from + found.length };
}

/** Where the piece of text without spaces begins that token `t` belongs to. */
function chunkStart(tokens: Tokens, t: number): number {
	const { text } = tokens;
	const start = tokens.start[t];
	let at = start;
	while (at > 0 && start - at < LONGEST_PREFIX) {
		const code = text.charCodeAt(at - 1);
		if (KIND[code] < Kind.Letter && code !== 95 && code !== 45) break;
		at--;
	}
	return at;
}

/** Two letters before digits, with or without a sign, as in "DE 89" or "MH-14". */
function lettersBefore(units: Uint16Array, start: number): number {
	if (start < 2) return start;
	let at = start;
	if (units[at - 1] === 32 || units[at - 1] === 45) at--;
	if (at < 2 || KIND[units[at - 1]] !== Kind.Letter) return start;
	if (KIND[units[at - 2]] !== Kind.Letter) return start;
	return at > 2 && KIND[units[at - 3]] === Kind.Letter ? start : at - 2;
}

/** Whether an identifier of some form may begin with the digits at token `t`. */
function formMayBegin(tokens: Tokens, t: number): boolean {
	const next = tokens.units[tokens.end[t]];
	const size = tokens.end[t] - tokens.start[t];
	// - or . after two to four digits, as in 123-45-6789
	if (next === 45 || next === 46) {
		const goesOn = KIND[tokens.units[tokens.end[t] + 1]] >= Kind.Letter;
		return goesOn && size >= 2 && size <= 4;
	}
	if (next !== 32 || t + 1 >= tokens.count) return false;
	// "27 myjpy 9470 v1ze"
	if (size === 2 && KIND[tokens.units[tokens.end[t] + 6]] === Kind.Space) {
		if (tokens.skipped[t + 1] === 1 && tokens.kind[t + 1] === Token.Digits) return true;
	}
	// Groups of four, as in 2345 6789 0124, and a letter after eight digits
	const after = tokens.end[t + 1] - tokens.start[t + 1];
	return (
		(size === 4 && after === 4 && tokens.kind[t + 1] === Token.Digits) ||
		(size === 8 && after === 1)
	);
}

function followsDigits(tokens: Tokens, t: number): boolean {
	return (
		t > 0 &&
		tokens.kind[t - 1] === Token.Digits &&
		tokens.skipped[t] === 0 &&
		tokens.start[t] - tokens.end[t - 1] <= 1
	);
}
