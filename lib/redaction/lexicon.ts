import { fold, FOLD, KIND, Kind } from './fold';
import { LANGUAGES } from './languages';
import type { Language, Role } from './languages/language';
import { COMMON_RECOVERY_WORDS, RECOVERY_WORDS } from './recovery-words';

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

const ROLES: readonly Role[] = [
	'card',
	'cardMention',
	'security',
	'expiry',
	'bank',
	'bankMention',
	'tax',
	'utr',
	'code',
	'password',
	'seed',
	'key',
	'lastFour',
	'phone',
	'reference',
	'thing',
	'amount',
	'date',
	'postal',
	'filler',
	'correction',
	'money',
	'unit',
	'month',
	'digits',
	'is',
	'purpose',
	'spelling',
	'notPassword',
	'anyCode',
	'sent',
	'speaker',
];

/** Each role as one bit of a mask. */
export const BIT = Object.fromEntries(ROLES.map((role, i) => [role, 1 << i])) as Readonly<
	Record<Role, number>
>;

/** Roles that matter only after the word for a password. */
const IDLE = BIT.notPassword | BIT.spelling;

const TABLE_SIZE = 1 << 15;
/** A node and a word make one 32-bit key. */
const MOST_NODES = 1 << 15;
const slots = new Int32Array(TABLE_SIZE);
/** The hash of the word in each slot, beside it: most look-ups end here. */
const slotHashes = new Int32Array(TABLE_SIZE);
const words: string[] = [''];
const numberWords: Array<NumberWord[] | undefined> = [undefined];

/** Per word: the node of the phrase tree that it leads to from the root, or 0. */
let firstNode = new Int32Array(0);
/** Per node of the phrase tree: its roles, in any case and in upper case only. */
const nodeRoles: number[] = [0];
const nodeUpperRoles: number[] = [0];
const nodeHasChildren: boolean[] = [false];
/** The edges of the phrase tree, hashed by node and word: key and target in turn. */
let edges = new Int32Array(0);
let edgeMask = 0;
/** Per word: what can be decided about it without looking around. */
let manner = new Uint8Array(0);
/** Per word: the digit that it stands for in every language that has it, or -1. */
let plainDigit = new Int8Array(0);
/** Per word: the language in which alone it is a number, and never anything else; or -1. */
let soleLanguage = new Int8Array(0);
/** Per word: the digit that it only sounds like, or -1. */
let soundalike = new Int8Array(0);
/** Per word: the sign of an e-mail address that it stands for, as a unit, or 0. */
let addressSigns = new Uint8Array(0);
/** Per word: whether it is a BIP-39 word, 1, and one that any talk is full of, 2. */
let recovery = new Uint8Array(0);
/** Per word: the letter that it stands for when somebody spells, or 0. */
let spoken = new Uint16Array(0);
/** Per word: whether it says that a letter is upper or lower case, and whether it is an ordinal. */
let letterCase = new Uint8Array(0);
let ordinal = new Uint8Array(0);

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
	/** It may begin a phrase, and is nothing else. */
	Naming,
}

export const HASH_SEED = 0x811c9dc5 | 0;

/** One step of the hash over folded units; the lexer takes it as it goes. */
export function hashStep(hash: number, unit: number): number {
	return Math.imul(hash ^ unit, 0x01000193);
}

function sameWord(word: string, text: string, start: number, end: number): boolean {
	let at = 0;
	for (let i = start; i < end; i++) {
		const code = text.charCodeAt(i);
		if (KIND[code] === Kind.Ignored) continue;
		if (word.charCodeAt(at++) !== FOLD[code]) return false;
	}
	return at === word.length;
}

/** The number of the word that stands in `text` from `start` to `end`; 0 when it is not known. */
export function findWord(text: string, start: number, end: number, hash: number): number {
	let slot = (hash ^ (hash >>> 15)) & (TABLE_SIZE - 1);
	for (;;) {
		const id = slots[slot];
		if (id === 0) return 0;
		if (slotHashes[slot] === hash && sameWord(words[id], text, start, end)) return id;
		slot = (slot + 1) & (TABLE_SIZE - 1);
	}
}

function addWord(word: string): number {
	const folded = fold(word);
	let hash = HASH_SEED;
	for (let i = 0; i < folded.length; i++) hash = hashStep(hash, folded.charCodeAt(i));
	const known = findWord(folded, 0, folded.length, hash);
	if (known !== 0) return known;
	const id = words.length;
	words.push(folded);
	numberWords.push(undefined);
	let slot = (hash ^ (hash >>> 15)) & (TABLE_SIZE - 1);
	while (slots[slot] !== 0) slot = (slot + 1) & (TABLE_SIZE - 1);
	slots[slot] = id;
	slotHashes[slot] = hash;
	return id;
}

function listed(words: string): string[] {
	return words.split(/\s+/).filter((word) => word !== '');
}

function addNumerals(language: Language, index: number): void {
	const weak = new Set(listed(language.weak).map(fold));
	const add = (spelling: string, numeral: Numeral, value: number) => {
		if (spelling === '-') return;
		const id = addWord(spelling);
		const entries = (numberWords[id] ??= []);
		entries.push({ language: index, numeral, value, weak: weak.has(words[id]) });
	};
	const addAll = (list: string, numeral: Numeral, value: (i: number) => number) => {
		listed(list).forEach((spellings, i) => {
			for (const spelling of spellings.split('/')) add(spelling, numeral, value(i));
		});
	};
	const addPairs = (list: string, pick: (value: number) => Numeral) => {
		for (const pair of listed(list)) {
			const [spelling, value] = pair.split('=');
			add(spelling, pick(Number(value)), Number(value));
		}
	};
	addAll(language.units, Numeral.Unit, (i) => i);
	addAll(language.teens, Numeral.Pair, (i) => 10 + i);
	addAll(language.tens, Numeral.Ten, (i) => 20 + 10 * i);
	addPairs(language.compounds ?? '', (value) => (value > 99 ? Numeral.Hundred : Numeral.Pair));
	if (language.respellings !== undefined) addRespellings(language, add);
	if (language.unitsFirst) {
		listed(language.units).forEach((units, unit) => {
			listed(language.tens).forEach((tens, i) => {
				if (unit === 0) return;
				for (const u of units.split('/')) {
					for (const t of tens.split('/')) {
						for (const join of listed(language.joins ?? '')) {
							add(u + join + t, Numeral.Pair, 20 + 10 * i + unit);
						}
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
	const rules = listed(respellings).map((rule) => rule.split('='));
	const values = new Map(listed(compounds).map((pair) => pair.split('=') as [string, string]));
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

/** The number of a word; 0 when the lexicon does not know it. */
function idOf(word: string): number {
	const folded = fold(word);
	let hash = HASH_SEED;
	for (let i = 0; i < folded.length; i++) hash = hashStep(hash, folded.charCodeAt(i));
	return findWord(folded, 0, folded.length, hash);
}

/** The words of a phrase as the lexer cuts them. */
function phraseWords(phrase: string): string[] {
	return phrase.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '');
}

/** All that a phrase with alternatives stands for: "(card|long) number". */
function spellings(phrase: string): string[] {
	const choice = /\(([^()]*)\)/.exec(phrase);
	if (choice === null) {
		const words = phrase.trim().replace(/\s+/g, ' ');
		return words === '' ? [] : [words];
	}
	return choice[1].split('|').flatMap((one) => spellings(phrase.replace(choice[0], one)));
}

/** The phrase tree while it grows. */
interface Tree {
	roots: Map<number, number>;
	children: Map<number, number>;
}

function addPhrase(phrase: string, role: number, { roots, children }: Tree): void {
	const ids = phraseWords(phrase).map(addWord);
	let node = 0;
	ids.forEach((id, i) => {
		const key = node * 0x10000 + id;
		let next = i === 0 ? roots.get(id) : children.get(key);
		if (next === undefined) {
			next = nodeRoles.length;
			nodeRoles.push(0);
			nodeUpperRoles.push(0);
			nodeHasChildren.push(false);
			if (i === 0) roots.set(id, next);
			else {
				children.set(key, next);
				nodeHasChildren[node] = true;
			}
		}
		node = next;
	});
	const upper = phrase === phrase.toUpperCase() && phrase !== phrase.toLowerCase();
	if (upper) nodeUpperRoles[node] |= role;
	else nodeRoles[node] |= role;
}

function build(): void {
	const tree: Tree = { roots: new Map(), children: new Map() };
	LANGUAGES.forEach((language, index) => {
		addNumerals(language, index);
		for (const role of ROLES) {
			for (const phrase of (language.phrases[role] ?? '').split(',')) {
				for (const one of spellings(phrase)) addPhrase(one, BIT[role], tree);
			}
		}
	});
	const recoveryIds = listed(RECOVERY_WORDS).map(addWord);
	const soundalikes = LANGUAGES.flatMap((language) =>
		listed(language.soundalikes ?? '').map((entry) => {
			const [word, digit] = entry.split('=');
			return [addWord(word), Number(digit)] as const;
		}),
	);
	const signs = LANGUAGES.flatMap((language) =>
		listed(language.addressSigns ?? '').map((entry) => {
			const [word, sign] = entry.split('=');
			return [addWord(word), sign.charCodeAt(0)] as const;
		}),
	);
	const spokenIds = LANGUAGES.flatMap((language) =>
		listed(language.spellingAlphabet ?? '').map((entry) => {
			const [letter, word] = entry.split('=');
			return [addWord(word), letter.charCodeAt(0)] as const;
		}),
	);
	const caseIds = LANGUAGES.flatMap((language) => listed(language.letterCases ?? '').map(addWord));
	const ordinalIds = LANGUAGES.flatMap((language) => listed(language.ordinals ?? '').map(addWord));
	firstNode = new Int32Array(words.length);
	for (const [id, node] of tree.roots) firstNode[id] = node;
	layOutEdges(tree.children);
	recovery = new Uint8Array(words.length);
	for (const id of recoveryIds) recovery[id] = 1;
	for (const id of listed(COMMON_RECOVERY_WORDS).map(addWord)) recovery[id] = 2;
	manner = new Uint8Array(words.length);
	for (let id = 1; id < words.length; id++) {
		const node = firstNode[id];
		const alone = numberWords[id] === undefined && words[id].length > 1;
		if (!alone) continue;
		manner[id] = Manner.Naming;
		if (nodeHasChildren[node] || nodeUpperRoles[node] !== 0) continue;
		if ((nodeRoles[node] & ~IDLE) === 0) manner[id] = Manner.Idle;
		else if ((nodeRoles[node] & ~(IDLE | BIT.filler)) === 0) manner[id] = Manner.Filler;
	}
	soleLanguage = new Int8Array(words.length).fill(-1);
	plainDigit = new Int8Array(words.length).fill(-1);
	numberWords.forEach((meanings, id) => {
		if (meanings === undefined) return;
		const [{ value, language }] = meanings;
		if (meanings.length === 1 && !meanings[0].weak) soleLanguage[id] = language;
		const plain = meanings.every((m) => m.numeral === Numeral.Unit && !m.weak && m.value === value);
		if (!plain) return;
		plainDigit[id] = value;
		if (nodeRoles[firstNode[id]] === 0) manner[id] = Manner.Digit;
	});
	for (const [id] of [...spokenIds, ...soundalikes]) manner[id] = Manner.Telling;
	addressSigns = new Uint8Array(words.length);
	for (const [id, sign] of signs) {
		addressSigns[id] = sign;
		if (isAtSign(id)) manner[id] = Manner.Telling;
	}
	soundalike = new Int8Array(words.length).fill(-1);
	for (const [id, digit] of soundalikes) soundalike[id] = digit;
	spoken = new Uint16Array(words.length);
	for (const [id, letter] of spokenIds) spoken[id] = letter;
	letterCase = new Uint8Array(words.length);
	for (const id of caseIds) letterCase[id] = 1;
	ordinal = new Uint8Array(words.length);
	for (const id of ordinalIds) ordinal[id] = 1;
}

/** Puts the edges into a table of their own, since every word of a text asks for some. */
function layOutEdges(children: Map<number, number>): void {
	if (nodeRoles.length > MOST_NODES) {
		throw new Error('The language tables have too many phrases: write fewer alternatives in one.');
	}
	let size = 1;
	while (size < children.size * 3) size *= 2;
	edges = new Int32Array(size * 2);
	edgeMask = size - 1;
	for (const [key, node] of children) {
		let slot = edgeSlot(key);
		while (edges[2 * slot] !== 0) slot = (slot + 1) & edgeMask;
		edges[2 * slot] = key;
		edges[2 * slot + 1] = node;
	}
}

function edgeSlot(key: number): number {
	const hash = Math.imul(key, 0x9e3779b1);
	return (hash ^ (hash >>> 15)) & edgeMask;
}

build();

/** What the word can be as a number word, one entry per language and meaning. */
export function numberWord(id: number): NumberWord[] | undefined {
	return numberWords[id];
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

/** Whether the word stands for the at sign of an e-mail address. */
export function isAtSign(id: number): boolean {
	return addressSigns[id] === 64;
}

/** The words of a list that the lexicon knows. */
export function wordsOf(list: string): ReadonlySet<number> {
	return new Set(
		listed(list)
			.map(idOf)
			.filter((id) => id !== 0),
	);
}

/** The sign of an e-mail address that the word stands for, or ''. */
export function signWord(id: number): string {
	return addressSigns[id] === 0 ? '' : String.fromCharCode(addressSigns[id]);
}

export function mannerOf(id: number): Manner {
	return manner[id];
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

/** "Capital", "lowercase": whether the word says how a letter is written. */
export function isLetterCase(id: number): boolean {
	return letterCase[id] !== 0;
}

/** "Third": whether the word says the place of something in an order. */
export function isOrdinal(id: number): boolean {
	return ordinal[id] !== 0;
}

/** The numbers of all words are below this. */
export function countWords(): number {
	return words.length;
}

/** The node of the phrase tree that a first word leads to; 0 when no phrase begins with it. */
export function phraseStart(id: number): number {
	return firstNode[id];
}

/** The node that the next word of a phrase leads to; 0 when no phrase goes on so. */
export function phraseNext(node: number, id: number): number {
	if (!nodeHasChildren[node]) return 0;
	const key = node * 0x10000 + id;
	for (let slot = edgeSlot(key); ; slot = (slot + 1) & edgeMask) {
		const found = edges[2 * slot];
		if (found === key) return edges[2 * slot + 1];
		if (found === 0) return 0;
	}
}

/** The roles of the phrase that ends in this node. */
export function phraseRoles(node: number, upperCase: boolean): number {
	return upperCase ? nodeRoles[node] | nodeUpperRoles[node] : nodeRoles[node];
}

/** Whether some phrase that ends in this node counts only in upper case. */
export function dependsOnCase(node: number): boolean {
	return nodeUpperRoles[node] !== 0;
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

/** Whether a word can be a part of number words run together. */
export function isNumberPart(id: number): boolean {
	return numberWords[id] !== undefined || JOINS.some((joins) => joins.has(id));
}

/** Per language: whether units stand before tens, are never put after them, and whether it counts in twenties. */
export const UNITS_FIRST = LANGUAGES.map((language) => language.unitsFirst === true);
export const TENS_ALONE = LANGUAGES.map((language) => language.tensAlone === true);
export const VIGESIMAL = LANGUAGES.map((language) => language.vigesimal === true);

/** Per language: the words that join tens and units, by number. */
export const JOINS = LANGUAGES.map(
	(language) => new Set(listed(language.joins ?? '').map(addWord)),
);
