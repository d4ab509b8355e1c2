import { FOLD, KIND, Kind } from './fold';
import { isNumberWord, isStrongNumber, RUN_TOGETHER } from './number-words';
import { phraseGoesOn, phraseNext, phraseRoles, phraseStart, rolesOf } from './phrase-tree';
import { findWord, HASH_SEED, hashStep } from './word-table';

/** A piece of text between spaces, without the quotes and punctuation around it. */
export interface Piece {
	value: string;
	start: number;
	end: number;
	/** The lexicon's number of the word, or 0, and the roles that it has by itself. */
	word: number;
	roles: number;
}

/** Longer pieces are not looked up. */
const LONGEST = 40;
/** A phrase takes at most so many pieces. */
const MOST_PIECES = 4;
/** What a sign may be to a piece, as bits: it may stand before it, after it, by itself. A password may end in "!". */
const SIGN = new Uint8Array(0x10000);
const BREAK = 1;
const BEFORE = 2;
const AFTER = 4;
const ALONE = 8;

for (let code = 0; code < SIGN.length; code++) {
	if (KIND[code] === Kind.Space || KIND[code] === Kind.Newline) SIGN[code] = BREAK;
}
for (const sign of '"\'“”‘’«»(*:=,.-¿¡') SIGN[sign.charCodeAt(0)] |= BEFORE;
for (const sign of '.,;:?)"\'“”’«»*।') SIGN[sign.charCodeAt(0)] |= AFTER;
for (const sign of '?!;…"\'”’»)') SIGN[sign.charCodeAt(0)] |= ALONE;

function isBreak(code: number): boolean {
	return SIGN[code] === BREAK;
}

function isPunctuation(text: string, start: number, end: number): boolean {
	for (let i = start; i < end; i++) if ((SIGN[text.charCodeAt(i)] & ALONE) === 0) return false;
	return true;
}

/** The lexicon's number of the word that stands in `text` from `start` to `end`, or 0. */
function wordAt(text: string, start: number, end: number): number {
	if (end - start >= LONGEST) return 0;
	let hash = HASH_SEED;
	for (let i = start; i < end; i++) {
		const code = text.charCodeAt(i);
		if (KIND[code] !== Kind.Ignored) hash = hashStep(hash, FOLD[code]);
	}
	return findWord(text, start, end, hash);
}

function piece(text: string, start: number, to: number): Piece {
	let end = to;
	// "*Maple77*" is emphasised, but the sign belongs to "Maple77*".
	const emphasised = text[start - 1] === '*';
	while (end > start + 1 && (SIGN[text.charCodeAt(end - 1)] & AFTER) !== 0) {
		if (text[end - 1] === '*' && !emphasised) break;
		end--;
	}
	// "That would be great!"
	const word = wordAt(text, start, text[end - 1] === '!' ? end - 1 : end);
	const roles = word === 0 ? 0 : rolesOf(word);
	return { value: text.slice(start, end), start, end, word, roles };
}

/** The next piece from `from` on, if one begins before `limit`. */
export function pieceAfter(text: string, from: number, limit: number): Piece | undefined {
	for (let start = from; ; ) {
		while (start < limit && (SIGN[text.charCodeAt(start)] & (BREAK | BEFORE)) !== 0) start++;
		if (start >= limit) return undefined;
		let end = start;
		while (end < limit && !isBreak(text.charCodeAt(end))) end++;
		// The sign that ended the piece before.
		if (!isPunctuation(text, start, end)) return piece(text, start, end);
		start = end;
	}
}

/** The next piece from `from` on, or the phrase that it begins: "dollar sign". */
export function phraseAfter(text: string, from: number, limit: number): Piece | undefined {
	const first = pieceAfter(text, from, limit);
	if (first === undefined || first.word === 0) return first;
	let phrase = first;
	let last = first;
	let node = phraseStart(first.word);
	for (let i = 1; i < MOST_PIECES && phraseGoesOn(node); i++) {
		if (!isBreak(text.charCodeAt(last.end))) break;
		const next = pieceAfter(text, last.end, limit);
		if (next === undefined || next.word === 0 || next.start > last.end + 1) break;
		node = phraseNext(node, next.word);
		last = next;
		const roles = phraseRoles(node, false);
		if (roles !== 0) {
			phrase = { ...first, value: text.slice(first.start, next.end), end: next.end, roles };
		}
	}
	return phrase;
}

/** The last piece that ends before `from`, if it begins at `limit` or after it. */
export function pieceBefore(text: string, from: number, limit: number): Piece | undefined {
	let end = from;
	while (end > limit && isBreak(text.charCodeAt(end - 1))) end--;
	let start = end;
	while (start > limit && !isBreak(text.charCodeAt(start - 1))) start--;
	while (start < end - 1 && (SIGN[text.charCodeAt(start)] & BEFORE) !== 0) start++;
	return end > start ? piece(text, start, end) : undefined;
}

/** Whether a piece is a number: in digits, in words ("fifty-two"), or in words run together. */
export function isNumber({ value, start, word }: Piece, text: string): boolean {
	if (/^\d+$/.test(value)) return true;
	if (word !== 0) return isStrongNumber(word);
	if (value.length >= LONGEST) return false;
	if (RUN_TOGETHER.test(value)) return true;
	if (!value.includes('-')) return false;
	let from = start;
	return value.split('-').every((part) => {
		const id = wordAt(text, from, from + part.length);
		from += part.length + 1;
		return isNumberWord(id);
	});
}
