import { fold } from './fold';
import { LANGUAGES } from './languages';
import type { Language } from './languages/language';
import { addWord, countWords, idOf, listed, MOST_WORDS, pairs } from './word-table';

/** How a number word takes part in a number. */
export const enum Numeral {
	/** 0 to 9. */
	Unit,
	/** 10 to 99 in one word that takes no unit: "twelve", "zweiundvierzig". */
	Pair,
	/** 20, 30 … 90: may take a unit. */
	Ten,
	/** Hundreds: "cent", "doscientos". */
	Hundred,
	Thousand,
	/** Makes an amount of what stands before it. */
	Large,
	/** "double". */
	Repeat,
	/** "times". */
	Times,
}

export interface NumberWord {
	language: number;
	numeral: Numeral;
	value: number;
	/** Often no number: it counts only beside others. */
	weak: boolean;
}

/** Per word: what it can be as a number, one entry per language and meaning. */
const meanings: Array<NumberWord[] | undefined> = [];
/** Per word: what its meanings are, as bits, so that most questions need no look at them. */
const traits = new Uint8Array(MOST_WORDS);
const NUMBER = 1;
/** Not weak; and that and up to the tens. */
const STRONG = 2;
const STRONG_SMALL = 4;
const UNIT = 8;
const TIMES = 16;
const TEN = 32;
const REPEAT = 64;
/** Per word: the digit that it stands for in every language that has it, or -1. */
const plainDigit = new Int8Array(MOST_WORDS).fill(-1);
/** Per word: the language in which alone it is a number, and never anything else; or -1. */
const soleLanguage = new Int8Array(MOST_WORDS).fill(-1);
/** Per word: the digit that it only sounds like, or -1. */
const soundalike = new Int8Array(MOST_WORDS).fill(-1);

function addNumerals(language: Language, index: number): void {
	const weak = new Set(listed(language.weak).map(fold));
	const add = (spelling: string, numeral: Numeral, value: number) => {
		if (spelling === '-') return;
		const id = addWord(spelling);
		const entries = (meanings[id] ??= []);
		entries.push({ language: index, numeral, value, weak: weak.has(fold(spelling)) });
	};
	const addAll = (list: string, numeral: Numeral, value: (i: number) => number) => {
		listed(list).forEach((spellings, i) => {
			for (const spelling of spellings.split('/')) add(spelling, numeral, value(i));
		});
	};
	const addPairs = (list: string, pick: (value: number) => Numeral) => {
		for (const [spelling, value] of pairs(list)) add(spelling, pick(Number(value)), Number(value));
	};
	addAll(language.units, Numeral.Unit, (i) => i);
	addAll(language.teens, Numeral.Pair, (i) => 10 + i);
	addAll(language.tens, Numeral.Ten, (i) => 20 + 10 * i);
	addPairs(language.compounds ?? '', (value) => (value > 99 ? Numeral.Hundred : Numeral.Pair));
	if (language.respellings !== undefined) addRespellings(language, add);
	if (language.unitsFirst) {
		const spellings = (list: string) => listed(list).map((word) => word.split('/'));
		const joins = listed(language.joins ?? '');
		const tens = spellings(language.tens);
		spellings(language.units).forEach((units, unit) => {
			if (unit === 0) return;
			tens.forEach((ten, i) => {
				for (const u of units) {
					for (const t of ten) {
						for (const join of joins) add(u + join + t, Numeral.Pair, 20 + 10 * i + unit);
					}
				}
			});
		});
	}
	addAll(language.hundred.replace(/\//g, ' '), Numeral.Hundred, () => 100);
	addAll(language.thousand.replace(/\//g, ' '), Numeral.Thousand, () => 1000);
	addAll(language.large, Numeral.Large, () => 0);
	addPairs(language.repeats, () => Numeral.Repeat);
	addAll(language.times ?? '', Numeral.Times, () => 0);
}

/** The numbers from 21 in the spellings that the table does not list. */
function addRespellings(
	{ respellings = '', compounds = '' }: Language,
	add: (spelling: string, numeral: Numeral, value: number) => void,
): void {
	const rules = pairs(respellings);
	const values = new Map(pairs(compounds));
	for (const [spelling, value] of [...values]) {
		for (const [from, to] of rules) {
			if (!spelling.includes(from)) continue;
			const once = spelling.replaceAll(from, to);
			for (const [from2, to2] of rules) {
				const respelt = once.replaceAll(from2, to2);
				if (values.has(respelt) || idOf(respelt) !== 0) continue;
				values.set(respelt, value);
				add(respelt, Numeral.Pair, Number(value));
			}
		}
	}
}

function traitsOf(words: readonly NumberWord[]): number {
	let bits = NUMBER;
	for (const { numeral, weak } of words) {
		if (!weak) bits |= numeral <= Numeral.Ten ? STRONG | STRONG_SMALL : STRONG;
		if (numeral === Numeral.Unit) bits |= UNIT;
		if (numeral === Numeral.Times) bits |= TIMES;
		if (numeral === Numeral.Ten) bits |= TEN;
		if (numeral === Numeral.Repeat) bits |= REPEAT;
	}
	return bits;
}

LANGUAGES.forEach(addNumerals);
meanings.length = countWords();
meanings.forEach((words, id) => {
	if (words === undefined) return;
	traits[id] = traitsOf(words);
	const [{ value, language }] = words;
	if (words.length === 1 && !words[0].weak) soleLanguage[id] = language;
	const plain = words.every((m) => m.numeral === Numeral.Unit && !m.weak && m.value === value);
	if (plain) plainDigit[id] = value;
});
for (const { soundalikes } of LANGUAGES) {
	for (const [word, digit] of pairs(soundalikes ?? '')) soundalike[addWord(word)] = Number(digit);
}

/** What the word can be as a number word, one entry per language and meaning. */
export function numberWord(id: number): readonly NumberWord[] | undefined {
	return (traits[id] & NUMBER) === 0 ? undefined : meanings[id];
}

export function isNumberWord(id: number): boolean {
	return (traits[id] & NUMBER) !== 0;
}

/** Whether the word is a number without others beside it. */
export function isStrongNumber(id: number): boolean {
	return (traits[id] & STRONG) !== 0;
}

/** Whether that, and below a hundred. */
export function isStrongBelowHundred(id: number): boolean {
	return (traits[id] & STRONG_SMALL) !== 0;
}

/** Whether the word can be one digit. */
export function isUnit(id: number): boolean {
	return (traits[id] & UNIT) !== 0;
}

/** Whether the word can be "times". */
export function isTimes(id: number): boolean {
	return (traits[id] & TIMES) !== 0;
}

/** Whether the word can be 20, 30 … 90. */
export function isTen(id: number): boolean {
	return (traits[id] & TEN) !== 0;
}

/** Whether the word can be "double" or the like. */
export function isRepeat(id: number): boolean {
	return (traits[id] & REPEAT) !== 0;
}

/** The language of a word that is a number word of that language alone; -1 for other words. */
export function soleLanguageOf(id: number): number {
	return soleLanguage[id];
}

/** The digit that the word stands for wherever it is said; -1 when it may be something else. */
export function plainDigitOf(id: number): number {
	return plainDigit[id];
}

/** The digit that the word only sounds like: 4 for "for"; -1 for other words. */
export function soundalikeOf(id: number): number {
	return soundalike[id];
}

/** What a word has in it that is number words run together, in the languages that do so. */
export const RUN_TOGETHER = new RegExp(
	LANGUAGES.filter((language) => language.runTogether)
		.flatMap(({ hundred, thousand }) => [hundred, thousand])
		.join('/')
		.split('/')
		.join('|'),
	'i',
);

/** Per language: whether units stand before tens, are never put after them, and whether it counts in twenties. */
export const UNITS_FIRST = LANGUAGES.map((language) => language.unitsFirst === true);
export const TENS_ALONE = LANGUAGES.map((language) => language.tensAlone === true);
export const VIGESIMAL = LANGUAGES.map((language) => language.vigesimal === true);

/** Per language: the words that join tens and units, by number. */
export const JOINS = LANGUAGES.map(
	(language) => new Set(listed(language.joins ?? '').map(addWord)),
);

/** Whether a word can be a part of number words run together. */
export function isNumberPart(id: number): boolean {
	return isNumberWord(id) || JOINS.some((joins) => joins.has(id));
}
