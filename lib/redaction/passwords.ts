import { BIT, numberWord } from './lexicon';
import { pieceAfter, pieceBefore, type Piece } from './pieces';

/** How many words may stand between "password" and the password. */
const REACH = 8;
/** How many words that say something may stand between "key" and the key. */
const REACH_OF_KEY = 3;
const SAYING = BIT.filler | BIT.is | BIT.purpose;
/** A password said in pieces has at most so many, and so many ordinary words in a row. */
const MOST_PIECES = 40;
const MOST_WORDS = 5;

/** Words that may stand between a password and the word for it after it. */
const LINKING = SAYING | BIT.notPassword;
/** How many of them. */
const MOST_LINKS = 6;

/** Words that say nothing about the password that follows. */
const HESITATION = /^(?:actually|well|so|okay|ok|just|probably|also)$/i;

/** Words that say that a password is another one now. */
const CHANGED = /^(?:now|new|changed|then|before|instead|no|sorry|ahora|maintenant|jetzt|ab|अब)$/i;

/** Whether a piece cannot be an ordinary word: digits, signs or capitals inside it. */
function isOdd({ value }: Piece): boolean {
	if (value.length < 3 || /[[\]]/.test(value)) return false;
	if (/^['’\p{L}\p{M}-]+$/u.test(value)) return /\p{Ll}\p{Lu}/u.test(value);
	return /[\p{L}\p{N}]/u.test(value) && !value.includes('://') && !/^[$€£₹]?[\d.,]+%?$/.test(value);
}

function isContraction({ value }: Piece): boolean {
	return /^\p{L}+['’](?:s|est)$/u.test(value);
}

/** "I" is a pronoun, unless more is spelt after it. */
function nextIsSpelt(text: string, piece: Piece): boolean {
	const next = pieceAfter(text, piece.end, Math.min(text.length, piece.end + 12));
	return next !== undefined && isSpelt(text, next);
}

/** Whether a piece can be one sign of a password that is spelt out. */
function isSpelt(text: string, piece: Piece): boolean {
	if ((piece.roles & BIT.spelling) !== 0) return true;
	if (piece.end - piece.start === 1) return piece.value !== 'I' || nextIsSpelt(text, piece);
	if (piece.word !== 0 && numberWord(piece.word)?.some((meaning) => !meaning.weak)) return true;
	return /^\d+$/.test(piece.value);
}

/**
 * Finds the password that is said after the word for it, or in the answer to the question for it.
 *
 * @param from where to begin: after the word, or where the answer begins.
 * @param limit where the turn ends at the latest.
 * @param answer whether this is an answer, in which more may stand before the password.
 */
export function passwordAfter(
	text: string,
	from: number,
	limit: number,
	answer: boolean,
): { start: number; end: number } | undefined {
	let announced = /^\s*[:=]/.test(text.slice(from, from + 4));
	let oddOnly = false;
	let at = from;
	for (let i = 0; i < REACH; i++) {
		const between = text.slice(at, Math.min(at + 4, limit));
		// After "the password?" and after other words only what cannot be a word is a password.
		if (!answer && /^\s?['"”»]?[?!;]/.test(between)) oddOnly = true;
		const piece = pieceAfter(text, at, limit);
		if (piece === undefined || text[piece.start] === '[') return undefined;
		if (isOdd(piece)) return extend(text, piece, limit);
		if ((piece.roles & BIT.is) !== 0 || isContraction(piece)) {
			announced = true;
			at = piece.end;
			continue;
		}
		const spelt =
			isSpelt(text, piece) && (piece.roles & BIT.filler) === 0 && piece.end - piece.start > 0;
		if (announced && spelt && !oddOnly) return extend(text, piece, limit);
		if ((piece.roles & (BIT.notPassword | BIT.correction)) !== 0 && announced) {
			if (!HESITATION.test(piece.value)) return undefined;
		}
		if ((piece.roles & BIT.filler) !== 0) {
			at = piece.end;
			continue;
		}
		if (announced && !oddOnly) return extend(text, piece, limit);
		// In "mera password sunshine hai" the verb comes last.
		const next = pieceAfter(text, piece.end, limit);
		if (next !== undefined && /^(?:hai|h|है)$/i.test(next.value)) {
			return (piece.roles & BIT.notPassword) === 0 ? piece : undefined;
		}
		if (!answer) oddOnly = true;
		at = piece.end;
	}
	return undefined;
}

/** Words between two attempts at a password. */
const JOINERS = new Set(['or', 'and', 'o', 'ou', 'oder', 'ya', 'या']);

/** Where a password goes on to, over words of it: to the 42 of "horse battery 42". */
function afterWords(text: string, first: Piece, limit: number, most: number): Piece | undefined {
	let piece: Piece | undefined = first;
	let last: Piece | undefined;
	for (let words = 0; piece !== undefined; ) {
		const joins = JOINING.has(piece.value);
		if (isSpelt(text, piece) && !joins) return piece;
		if (!joins && (piece.roles !== 0 || ++words > most)) return undefined;
		if (!joins) last = piece;
		if (/[.,?!;\n]/.test(text[piece.end] ?? '')) break;
		piece = pieceAfter(text, piece.end, limit);
	}
	// "Correct horse battery staple.": ordinary words up to the end of the sentence.
	return last;
}

/** Words that belong to a password only when more of it follows. */
const JOINING = new Set(['and', 'then', 'with', 'followed', 'by', 'the', 'y', 'und', 'et', 'aur']);

/** The whole of a password that begins with `first` and may go on letter by letter. */
function extend(text: string, first: Piece, limit: number): { start: number; end: number } {
	let end = first.end;
	// "Blue horse 42": words too, as long as signs or digits follow.
	const dictated = !isOdd(first);
	for (let i = 0; i < MOST_PIECES; i++) {
		if (/[.?!;]/.test(text[end] ?? '')) break;
		const piece = pieceAfter(text, end, limit);
		if (piece === undefined) break;
		// "Maple77 or Maple78"
		const other = JOINERS.has(piece.value.toLowerCase())
			? pieceAfter(text, piece.end, limit)
			: undefined;
		if (other !== undefined && isOdd(other)) end = other.end;
		else {
			const next = afterWords(text, piece, limit, dictated ? MOST_WORDS : 0);
			if (next === undefined) break;
			end = next.end;
		}
	}
	return { start: first.start, end };
}

/** The password in "use Winter!2025 as the password", where the word for it stands at `start`. */
export function passwordBefore(
	text: string,
	start: number,
	limit: number,
): { start: number; end: number } | undefined {
	let linked = false;
	for (let at = start, i = 0; i < MOST_LINKS; i++) {
		const piece = pieceBefore(text, at, limit);
		if (piece === undefined) return undefined;
		if (linked && isOdd(piece) && !isContraction(piece)) return piece;
		linked ||= (piece.roles & (BIT.is | BIT.purpose)) !== 0 || isContraction(piece);
		if ((piece.roles & LINKING) === 0 && !isContraction(piece)) return undefined;
		at = piece.start;
	}
	return undefined;
}

/** A second password after `from`: "Maple77, now it's Maple78". */
export function anotherPassword(
	text: string,
	from: number,
	limit: number,
): { start: number; end: number } | undefined {
	let changed = false;
	for (let at = from, i = 0; i < 6; i++) {
		const piece = pieceAfter(text, at, limit);
		if (piece === undefined) return undefined;
		if (changed && isOdd(piece) && !isContraction(piece)) return piece;
		changed ||= CHANGED.test(piece.value);
		at = piece.end;
	}
	return undefined;
}

/** An answer of one or two words that are none of ours: "Caller: bluebird". */
export function shortAnswer(
	text: string,
	from: number,
	limit: number,
): { start: number; end: number } | undefined {
	let first: Piece | undefined;
	let last: Piece | undefined;
	for (let at = from, words = 0; ; ) {
		const piece = pieceAfter(text, at, limit);
		if (piece === undefined) break;
		if (text[piece.start] === '[') return undefined;
		at = piece.end;
		if (first === undefined && (piece.roles & BIT.filler) !== 0) continue;
		if (piece.roles !== 0 || numberWord(piece.word) !== undefined || ++words > 2) return undefined;
		first ??= piece;
		last = piece;
		if (/[.?!]/.test(text[piece.end] ?? '')) break;
	}
	if (first === undefined || last === undefined) return undefined;
	return { start: first.start, end: last.end };
}

/** A long key said after "private key" or "API key": one piece of letters and digits. */
export function keyAfter(
	text: string,
	from: number,
	limit: number,
): { start: number; end: number; wallet: boolean } | undefined {
	let at = from;
	for (let i = 0; i < REACH; i++) {
		const piece = pieceAfter(text, at, limit);
		if (piece === undefined || text[piece.start] === '[') return undefined;
		const { value } = piece;
		if (
			value.length >= 12 &&
			/\d/.test(value) &&
			/[a-z]/i.test(value) &&
			/^[\w+/=.-]+$/.test(value)
		) {
			const wallet =
				/^(?:0x)?[0-9a-f]{64}$|^[5KL9c][1-9A-HJ-NP-Za-km-z]{50,51}$|^[1-9A-HJ-NP-Za-km-z]{86,90}$|^xprv/i.test(
					value,
				);
			return { start: piece.start, end: piece.end, wallet };
		}
		if (i >= REACH_OF_KEY && (piece.roles & SAYING) === 0) return undefined;
		at = piece.end;
	}
	return undefined;
}
