import { LANGUAGES } from './languages';
import type { Language } from './languages/language';
import { isNumberWord, plainDigitOf, soundalikeOf } from './number-words';
import { BIT, dependsOnCase, phraseGoesOn, phraseStart, rolesOf } from './phrase-tree';
import { COMMON_RECOVERY_WORDS, RECOVERY_WORDS } from './recovery-words';
import { addWord, countWords, idOf, lengthOf, listed, MOST_WORDS, pairs } from './word-table';

/** Roles that matter only beside something else, which looks for them itself: a password, a number, a name. */
const IDLE =
	BIT.notPassword | BIT.spelling | BIT.speaker | BIT.money | BIT.unit | BIT.month | BIT.digits;
/** Roles of words that say nothing by themselves. */
const FILLER = BIT.filler | BIT.is | BIT.purpose;

/** Per word: what can be decided about it without looking around. */
const manner = new Uint8Array(MOST_WORDS);
/** Per word: whether it is a BIP-39 word, 1, and one that any talk is full of, 2. */
const recovery = new Uint8Array(MOST_WORDS);
/** Per word: the sign of an e-mail address, and the letter, that it stands for, as a unit; or 0. */
const addressSigns = new Uint8Array(MOST_WORDS);
const spoken = new Uint16Array(MOST_WORDS);
/** Per word: whether it says that a letter is upper or lower case, and whether it is an ordinal. */
const letterCase = new Uint8Array(MOST_WORDS);
const ordinal = new Uint8Array(MOST_WORDS);

/** Per word: whether it may stand for a digit or a letter. */
const characters = new Uint8Array(MOST_WORDS);

/** The lists of words that mean something only right before or after others. */
const PARTICLES = [
	'caseBeginnings',
	'determiners',
	'genitives',
	'locatives',
	'dayMarkers',
	'monthEnds',
	'monthEndJoins',
	'yearJoins',
	'yearMarkers',
	'yearPointers',
	'yearEndings',
	'rangeJoins',
	'paymentTimes',
] as const satisfies ReadonlyArray<keyof Language>;
/** Each of them as a bit. */
export const PARTICLE = Object.fromEntries(PARTICLES.map((list, i) => [list, 1 << i])) as Readonly<
	Record<(typeof PARTICLES)[number], number>
>;
/** Per word: the lists that have it; and the letter that it names although it is a common word. */
const particles = new Uint16Array(MOST_WORDS);
const weakSpoken = new Uint16Array(MOST_WORDS);

/** How much of a look a word needs. */
export const enum Manner {
	/** It may begin a phrase, a number, something spelt. */
	Telling,
	/** A filler, and nothing else. */
	Filler,
	/** Known, but of no meaning for what stands around it. */
	Idle,
	/** One digit in every language that has it, unless it begins a phrase. */
	Digit,
	/** A letter, or like a digit in sound; where it stands alone, a filler or idle: "a", "for". */
	FillerAlone,
	IdleAlone,
	/** It may begin a phrase, and is nothing else. */
	Naming,
	/** It may begin a phrase of several words, and is a filler or idle else. */
	FillerBeginning,
	IdleBeginning,
}

function mannerFor(id: number): Manner {
	if (spoken[id] !== 0 || isAtSign(id)) return Manner.Telling;
	if (plainDigitOf(id) >= 0 && rolesOf(id) === 0) return Manner.Digit;
	if (isNumberWord(id)) return Manner.Telling;
	const alone = soundalikeOf(id) >= 0 || lengthOf(id) === 1;
	const node = phraseStart(id);
	const roles = rolesOf(id);
	if (dependsOnCase(node) || (roles & ~(IDLE | FILLER)) !== 0) {
		return alone ? Manner.Telling : Manner.Naming;
	}
	const filler = (roles & FILLER) !== 0;
	if (alone) return filler ? Manner.FillerAlone : Manner.IdleAlone;
	if (phraseGoesOn(node)) return filler ? Manner.FillerBeginning : Manner.IdleBeginning;
	return filler ? Manner.Filler : Manner.Idle;
}

for (const word of listed(RECOVERY_WORDS)) recovery[addWord(word)] = 1;
for (const word of listed(COMMON_RECOVERY_WORDS)) recovery[addWord(word)] = 2;
for (const { addressSigns: signs, spellingAlphabet, letterCases, ordinals } of LANGUAGES) {
	for (const [word, sign] of pairs(signs ?? '')) addressSigns[addWord(word)] = sign.charCodeAt(0);
	for (const [letter, word] of pairs(spellingAlphabet ?? '')) {
		spoken[addWord(word)] = letter.charCodeAt(0);
	}
	for (const word of listed(letterCases ?? '')) letterCase[addWord(word)] = 1;
	for (const word of listed(ordinals ?? '')) ordinal[addWord(word)] = 1;
}
// These make no word known: the lexer counts those that nothing else needs.
for (const language of LANGUAGES) {
	for (const list of PARTICLES) {
		for (const word of listed(language[list] ?? '')) particles[idOf(word)] |= PARTICLE[list];
	}
	for (const [letter, word] of pairs(language.weakLetters ?? '')) {
		weakSpoken[idOf(word)] = letter.charCodeAt(0);
	}
}
particles[0] = 0;
weakSpoken[0] = 0;
for (let id = 1; id < countWords(); id++) {
	manner[id] = mannerFor(id);
	const number = isNumberWord(id) || soundalikeOf(id) >= 0;
	if (number || spoken[id] !== 0 || weakSpoken[id] !== 0) characters[id] = 1;
}

export function mannerOf(id: number): Manner {
	return manner[id];
}

/** Whether the word stands for the at sign of an e-mail address. */
export function isAtSign(id: number): boolean {
	return addressSigns[id] === 64;
}

/** Whether the word stands for the dot of an e-mail address or a file name. */
export function isDot(id: number): boolean {
	return addressSigns[id] === 46;
}

/** The sign of an e-mail address that the word stands for, or ''. */
export function signWord(id: number): string {
	return addressSigns[id] === 0 ? '' : String.fromCharCode(addressSigns[id]);
}

export function isRecoveryWord(id: number): boolean {
	return recovery[id] !== 0;
}

/** Whether the BIP-39 word is one that people seldom say otherwise. */
export function isRareRecoveryWord(id: number): boolean {
	return recovery[id] === 1;
}

/** The folded letter that the word stands for in a spelling alphabet ("bravo"), or 0. */
export function spokenLetter(id: number): number {
	return spoken[id];
}

/** Whether the word may stand for a digit or a letter beside others. */
export function mayBeCharacter(id: number): boolean {
	return characters[id] !== 0;
}

/** "Capital", "lowercase": whether the word says how a letter is written. */
export function isLetterCase(id: number): boolean {
	return letterCase[id] !== 0;
}

/** "Third": whether the word says the place of something in an order. */
export function isOrdinal(id: number): boolean {
	return ordinal[id] !== 0;
}

/** The folded letter that the word names where letters are spelt ("ese"), or 0. */
export function weakLetter(id: number): number {
	return weakSpoken[id];
}

/** Whether one of the lists, given as a mask, has the word. */
export function isParticle(id: number, lists: number): boolean {
	return (particles[id] & lists) !== 0;
}
