import { dictationFrom, isCase, isPostposed, type Dictation } from './dictation';
import type { Finding } from './finding';
import { fold } from './fold';
import { isLetterCase, isParticle, PARTICLE } from './lexicon';
import { BIT } from './phrase-tree';
import { isNumber, pieceAfter, pieceBefore, type Piece } from './pieces';
import { wordFrom, type Tokens } from './tokens';
import { wordsThat } from './word-table';

/** Longer descriptions are not read. */
const LONGEST = 300;
/** How far before it its first word and what names it otherwise may be. */
const BEFORE = 60;
/** So many letters, digits and signs are a password. */
const FEWEST_SIGNS = 4;

/** Signs that are seldom said but in passwords; hyphens and dots also stand in names and addresses. */
const NAMES_OF_THINGS =
	/^(?:dot|dash|hyphen|comma|space|apostrophe|period|slash|letter|number|the letter|the number|punkt|bindestrich|punto|guion|guión|point|tiret|lettre|chiffre|letra|número|डॉट|डैश)$/iu;
/** What is spelt as well, and stays: references, names, addresses. */
const OTHER =
	BIT.reference | BIT.thing | BIT.tax | BIT.bank | BIT.bankMention | BIT.postal | BIT.phone;
const NAME =
	/(?:name|nombre|nom|naam|नाम|e-?mail|mail|address|adresse|dirección|spell|spelt|spelled|buchstabier\p{L}*)/iu;

/** "All", as in "all lower case". */
function isCaseBeginning(word: number): boolean {
	return isParticle(word, PARTICLE.caseBeginnings);
}

/** The words that a description begins with. */
const CASES = wordsThat((word) => isCaseBeginning(word) || isLetterCase(word));

/**
 * Passwords that nobody asked for, known by how they are described: "capital B, lowercase u, t, t, e,
 * r, exclamation point", "Biscuit, capital B, with a three for the i's".
 */
export function describedPasswords(tokens: Tokens): Finding[] {
	const { text, count, word, start } = tokens;
	const findings: Finding[] = [];
	let from = 0;
	let readTo = 0;
	for (let t = wordFrom(tokens, 0, CASES); t < count; t = wordFrom(tokens, t + 1, CASES)) {
		const index = start[t];
		if (index < readTo) continue;
		const lower = isCaseBeginning(word[t]);
		const limit = Math.min(text.length, index + LONGEST);
		const first = pieceAfter(text, index, limit);
		if (first === undefined || !(lower || isCase(first))) continue;
		const joined = joinedBefore(text, first, from);
		if (joined !== undefined && !isNamedOtherwise(text, joined.start, joined.sentence, true)) {
			findings.push({ category: 'credential', start: joined.start, end: joined.end });
			from = first.end;
			continue;
		}
		if (lower) continue;
		const letter = pieceAfter(text, first.end, limit);
		if (letter?.value.length !== 1 && !isPostposed(first)) continue;
		const read = dictationFrom(text, first, limit, true);
		readTo = read.end;
		const described = wordDescribed(text, first, limit, from);
		const begin = described?.start ?? read.start;
		if (!isPassword(text, read, described !== undefined)) continue;
		if (isNamedOtherwise(text, begin, from, described === undefined)) continue;
		findings.push({ category: 'credential', start: begin, end: read.end });
		from = read.end;
	}
	return findings;
}

/** "Harbour underscore nineteen ninety, all": words joined by signs, before "all lower case". */
const JOINED =
	/(?<![\p{L}\p{N}])[\p{L}\p{N}]+(?: (?:underscore|dash|hyphen|hash|star|unterstrich|bindestrich|guion bajo|guión bajo|tiret bas|tiret)(?: [\p{L}\p{N}-]+){1,3}){1,3},? (?:(?:it['’]?s )?all|alles|todo(?: en)?|tout(?: en)?) $/iu;

function joinedBefore(text: string, first: Piece, from: number) {
	const before = text.slice(Math.max(from, first.start - BEFORE), first.start);
	if (!/(?:all|alles|todo|tout|en) $/i.test(before) || /[@.]\S/.test(before)) return undefined;
	const found = JOINED.exec(before);
	if (found === null) return undefined;
	const start = first.start - before.length + found.index;
	return {
		start,
		sentence: Math.max(from, start - found.index + before.lastIndexOf('. ', found.index) + 1),
		end: start + found[0].search(/,? (?:it['’]?s )?(?:all|alles|todo|tout)(?: en)? $/i),
	};
}

/** The word before "capital B" that begins with a B. */
function wordDescribed(text: string, first: Piece, limit: number, from: number): Piece | undefined {
	const letter = pieceAfter(text, first.end, limit);
	const before = pieceBefore(text, first.start, Math.max(from, first.start - BEFORE));
	const word = before?.value.replace(/[,;:]+$/, '');
	if (letter === undefined || before === undefined || word === undefined) return undefined;
	// "b majuscule"
	if (before.value.length === 1 && isPostposed(first)) return before;
	if (word.length < 3) return undefined;
	return letter.value.length === 1 && fold(word)[0] === fold(letter.value) ? before : undefined;
}

function isPassword(text: string, { signs, parts }: Dictation, ofWord: boolean): boolean {
	if (signs < (ofWord ? FEWEST_SIGNS - 1 : FEWEST_SIGNS)) return false;
	const cases = new Set(parts.filter(isCase).map(({ value }) => fold(value)));
	const sign = parts.some(
		(part) =>
			(part.roles & BIT.spelling) !== 0 && !isCase(part) && !NAMES_OF_THINGS.test(part.value),
	);
	const number = parts.some((part) => isNumber(part, text));
	return (
		(sign || number) &&
		(ofWord || cases.size > 1 || (sign && number) || (sign && signs > FEWEST_SIGNS))
	);
}

/** Whether what is spelt from `start` on is called something else. */
function isNamedOtherwise(text: string, start: number, from: number, names: boolean): boolean {
	const limit = Math.max(from, start - BEFORE);
	for (let at = start, i = 0; i < 8; i++) {
		const piece = pieceBefore(text, at, limit);
		if (piece === undefined) return false;
		const speaker = (piece.roles & BIT.speaker) !== 0 && text[piece.end] === ':';
		const other = (piece.roles & OTHER) !== 0 || (names && NAME.test(piece.value));
		if (other && !speaker) return true;
		at = piece.start;
	}
	return false;
}
