import { FOLD, KIND, Kind } from './fold';
import { findWord, HASH_SEED, hashStep, phraseRoles, phraseStart } from './lexicon';

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
/** What may stand before and after a piece. A password may end in "!". */
const BEFORE = '"\'“”‘’«»(*:=,.-';
const AFTER = '.,;:?)"\'“”’«»*';

function isBreak(code: number): boolean {
	const kind = KIND[code];
	return kind === Kind.Space || kind === Kind.Newline;
}

function piece(text: string, start: number, to: number): Piece {
	let end = to;
	while (end > start + 1 && AFTER.includes(text[end - 1])) end--;
	let hash = HASH_SEED;
	for (let i = start; i < end; i++) {
		const code = text.charCodeAt(i);
		if (KIND[code] !== Kind.Ignored) hash = hashStep(hash, FOLD[code]);
	}
	const word = end - start < LONGEST ? findWord(text, start, end, hash) : 0;
	const roles = word === 0 ? 0 : phraseRoles(phraseStart(word), false);
	return { value: text.slice(start, end), start, end, word, roles };
}

/** The next piece from `from` on, if one begins before `limit`. */
export function pieceAfter(text: string, from: number, limit: number): Piece | undefined {
	let start = from;
	while (start < limit && (isBreak(text.charCodeAt(start)) || BEFORE.includes(text[start])))
		start++;
	if (start >= limit) return undefined;
	let end = start;
	while (end < limit && !isBreak(text.charCodeAt(end))) end++;
	return piece(text, start, end);
}

/** The last piece that ends before `from`, if it begins at `limit` or after it. */
export function pieceBefore(text: string, from: number, limit: number): Piece | undefined {
	let end = from;
	while (end > limit && isBreak(text.charCodeAt(end - 1))) end--;
	let start = end;
	while (start > limit && !isBreak(text.charCodeAt(start - 1))) start--;
	while (start < end - 1 && BEFORE.includes(text[start])) start++;
	return end > start ? piece(text, start, end) : undefined;
}
