import { isLetterCase } from './lexicon';
import { isNumberWord } from './number-words';
import { BIT } from './phrase-tree';
import { oddity, Oddity } from './odd-pieces';
import { isNumber, phraseAfter, pieceAfter, pieceBefore, type Piece } from './pieces';

/** What a piece is within a password that is spelt or described. */
export const enum Part {
	/** It ends the password. */
	None,
	/** A letter, a digit, a sign, or something that is no word. */
	Sign,
	/** "Capital": the next letter belongs to it. */
	Case,
	/** Belongs to the password when more of it follows: "then", "with a". */
	Joint,
	/** An ordinary word. */
	Word,
}

/** Words that join the parts of a password, though some of them are also said for a sign. */
const JOINT =
	/^(?:and|and then|then|with|with a|with an|followed by|followed|by|the|a|an|for|for the|in|so|it['’]s|all|word|the word|das wort|wort|la palabra|palabra|le mot|mot|y|luego|después|y luego|con|seguido de|una?|la|el|und|dann|und dann|danach|gefolgt von|mit|mit einem|eine?m?|et|puis|et puis|ensuite|suivi de|avec|avec un|un|aur|phir|fir|uske baad|और|फिर|उसके बाद|wala|ka)$/iu;
/** "u", and "the i's". */
const LETTER = /^\p{L}\p{M}*(?:['’]s)?$/u;
/** "Point d'exclamation" */
const OF_SIGN = /^d['’](?:exclamation|interrogation)$/iu;
/** Signs that words stand on both sides of. */
const JOINING_SIGN =
	/^(?:dash|hyphen|underscore|dot|slash|guion|guión|guion bajo|guión bajo|bindestrich|unterstrich|tiret|tiret bas|डैश|अंडरस्कोर)$/iu;
/** Words for upper and lower case that stand after the letter. */
const POSTPOSED = /^(?:ma|mi)[yjn][uú]sc[a-z]*$|^(?:groß|klein)geschrieben$/iu;
/** "r-u-n-n-e-r" */
const SPELT = /^\p{L}(?:[-.,]\p{L})+$/u;
/** What stands before a letter: another, or "the". */
const BEFORE_LETTER = /^(?:\p{L}[,.]?|the|an|letter|buchstabe|letra|lettre)$/iu;
/** Letters that are also words. */
const AMBIGUOUS = /^[aeiouyAI]$/;
/** A password said in parts has at most so many, and so many ordinary words or joints in a row. */
const MOST_PARTS = 60;
const MOST_WORDS = 5;
const MOST_JOINTS = 4;

export function isCase({ word, value }: Piece): boolean {
	return isLetterCase(word) || /^(?:upper|lower) case$/i.test(value);
}

/** Whether "I" or "a" is a letter here, because others stand beside it. */
function standsAmongLetters(text: string, piece: Piece, limit: number): boolean {
	const before = pieceBefore(text, piece.start, Math.max(0, piece.start - 24));
	if (before !== undefined && (isCase(before) || BEFORE_LETTER.test(before.value))) return true;
	const next = pieceAfter(text, piece.end, Math.min(limit, piece.end + 30));
	return next !== undefined && LETTER.test(next.value) && next.value !== 'I';
}

/** What `piece` is within a password. */
export function partOf(text: string, piece: Piece, limit: number): Part {
	const { value, roles } = piece;
	if (text[piece.start] === '[' || value.includes('=')) return Part.None;
	if (LETTER.test(value) && (!AMBIGUOUS.test(value) || standsAmongLetters(text, piece, limit))) {
		return Part.Sign;
	}
	if (JOINT.test(value)) return Part.Joint;
	// "pe mayúscula"
	if (value.length <= 5 && !isCase(piece) && isCaseNext(text, piece, limit)) return Part.Sign;
	if (isCase(piece)) return Part.Case;
	if ((roles & BIT.spelling) !== 0) return Part.Sign;
	if (isNumber(piece, text)) return countsSomething(text, piece, limit) ? Part.None : Part.Sign;
	if (OF_SIGN.test(value)) return Part.Sign;
	if (SPELT.test(value) || oddity(piece) === Oddity.High) return Part.Sign;
	return roles === 0 ? Part.Word : Part.None;
}

export function isPostposed({ value }: Piece): boolean {
	return POSTPOSED.test(value);
}

function isCaseNext(text: string, piece: Piece, limit: number): boolean {
	if (text[piece.end] !== ' ') return false;
	const next = pieceAfter(text, piece.end, limit);
	return next !== undefined && isPostposed(next);
}

/** "At least eight characters" */
const CHARACTERS =
	/^(?:characters|letters|digits|symbols|zeichen|buchstaben|ziffern|caracteres|letras|dígitos|caractères|lettres|chiffres|akshar|ank)$/iu;

/** "Two days", "a hundred dollars". */
function countsSomething(text: string, piece: Piece, limit: number): boolean {
	const next = phraseAfter(text, piece.end, limit);
	if (next === undefined || next.start > piece.end + 1) return false;
	if (CHARACTERS.test(next.value)) return true;
	return (next.roles & (BIT.money | BIT.unit)) !== 0 && (next.roles & BIT.spelling) === 0;
}

function isWeakNumber({ word, roles }: Piece): boolean {
	return (roles & ~(BIT.filler | BIT.notPassword)) === 0 && isNumberWord(word);
}

/** A password that is spelt or described. */
export interface Dictation {
	start: number;
	end: number;
	/** How many letters, digits and signs it has. */
	signs: number;
	/** What it is made of, in order, for what must be told from other things that are spelt. */
	parts: Piece[];
}

/**
 * Reads the password that begins with `first`: "Sommer, big S, then two thousand".
 *
 * @param words whether ordinary words may belong to it.
 */
export function dictationFrom(
	text: string,
	first: Piece,
	limit: number,
	words: boolean,
): Dictation {
	const dictation: Dictation = { start: first.start, end: first.end, signs: 0, parts: [first] };
	const begun = partOf(text, first, limit);
	if (begun === Part.Sign || begun === Part.Case) dictation.signs++;
	let at = first.end;
	let joined = false;
	let wordsInRow = begun === Part.Word ? 1 : 0;
	let jointsInRow = 0;
	/** Where the last word ends when nothing but words has been said. */
	let plainEnd = first.end;
	for (let i = 0; i < MOST_PARTS; i++) {
		const piece = endsSentence(text, at) ? undefined : phraseAfter(text, at, limit);
		if (piece === undefined || text[at] === ',') {
			dictation.end = Math.max(dictation.end, plainEnd);
			plainEnd = -1;
		}
		if (piece === undefined) return dictation;
		let part = partOf(text, piece, limit);
		// "One" after "zero r d"
		if (jointsInRow === 0 && wordsInRow === 0 && isWeakNumber(piece)) part = Part.Sign;
		if (part === Part.None) return dictation;
		at = piece.end;
		if (part === Part.Joint) {
			if (++jointsInRow > MOST_JOINTS) return dictation;
			plainEnd = -1;
			continue;
		}
		if (part === Part.Word) {
			if (!words || ++wordsInRow > MOST_WORDS) return dictation;
			if (plainEnd >= 0) plainEnd = piece.end;
			// "Tulip dash 409 dash river"
			if (joined) dictation.end = piece.end;
			joined = false;
			continue;
		}
		jointsInRow = 0;
		wordsInRow = 0;
		plainEnd = -1;
		dictation.signs++;
		joined = JOINING_SIGN.test(piece.value);
		dictation.parts.push(piece);
		dictation.end = piece.end;
	}
	return dictation;
}

/** Whether a sentence ends at `at`. */
export function endsSentence(text: string, at: number): boolean {
	return /^["'”»)]{0,2}[.?!;।\n]/.test(text.slice(at, at + 3));
}
