import { fold, FOLD, KIND, Kind, Latin, LATIN } from './fold';

/** So many words there may be in all tables together, with room for collisions. */
export const MOST_WORDS = 1 << 15;
const SLOTS = MOST_WORDS;
const MOST_LETTERS = MOST_WORDS * 8;

/** By hash: the hash of a word and its number, in turn; most look-ups end at the first. */
const slots = new Int32Array(SLOTS * 2);
/** The folded letters of all words, one after the other, and where each word begins. */
const letters = new Uint16Array(MOST_LETTERS);
const starts = new Int32Array(MOST_WORDS + 1);
/** The words have the numbers from 1 to below this. */
let count = 1;

/**
 * The keys of short Latin words, by which alone they are known: two integers, of the last six
 * letters and of those before them.
 */
export const enum LatinKey {
	/** The longest word that has one. */
	Longest = 12,
	LetterBits = 5,
	Bits = LetterBits * 6,
	Mask = (1 << Bits) - 1,
}
/** By the hash of the key: both integers of the key, the number of the word, and a gap, in turn. */
const LATIN_STEP = 4;
const latinSlots = new Int32Array(SLOTS * LATIN_STEP);

function firstLatinSlot(last: number, before: number): number {
	const hash = Math.imul(last ^ Math.imul(before, 0x9e3779b1), 0x85ebca6b);
	return (hash >>> 17) * LATIN_STEP;
}

function nextLatinSlot(slot: number): number {
	return (slot + LATIN_STEP) & (SLOTS * LATIN_STEP - 1);
}

/** The number of the word that has this key; 0 when it is not known. */
export function findLatin(last: number, before: number): number {
	for (let slot = firstLatinSlot(last, before); ; slot = nextLatinSlot(slot)) {
		const found = latinSlots[slot];
		if (found === last && latinSlots[slot + 1] === before) return latinSlots[slot + 2];
		if (found === 0) return 0;
	}
}

function addLatin(folded: string, id: number): void {
	if (folded.length > LatinKey.Longest) return;
	let last = 0;
	let before = 0;
	for (let i = 0; i < folded.length; i++) {
		const letter = LATIN[folded.charCodeAt(i)];
		if (letter >= Latin.None) return;
		before = (before << LatinKey.LetterBits) | (last >>> (LatinKey.Bits - LatinKey.LetterBits));
		last = ((last << LatinKey.LetterBits) | letter) & LatinKey.Mask;
	}
	let slot = firstLatinSlot(last, before);
	while (latinSlots[slot] !== 0) slot = nextLatinSlot(slot);
	latinSlots[slot] = last;
	latinSlots[slot + 1] = before;
	latinSlots[slot + 2] = id;
}

export const HASH_SEED = 0x811c9dc5 | 0;

/** One step of the hash over folded units; the lexer takes it as it goes. */
export function hashStep(hash: number, unit: number): number {
	return Math.imul(hash ^ unit, 0x01000193);
}

function firstSlot(hash: number): number {
	return (hash ^ (hash >>> 15)) & (SLOTS - 1);
}

function isWord(id: number, text: string, start: number, end: number): boolean {
	let at = starts[id];
	for (let i = start; i < end; i++) {
		const code = text.charCodeAt(i);
		if (letters[at] === FOLD[code]) at++;
		else if (KIND[code] !== Kind.Ignored) return false;
	}
	return at === starts[id + 1];
}

/** The number of the word that stands in `text` from `start` to `end`; 0 when it is not known. */
export function findWord(text: string, start: number, end: number, hash: number): number {
	for (let slot = firstSlot(hash); ; slot = (slot + 1) & (SLOTS - 1)) {
		const id = slots[2 * slot + 1];
		if (id === 0) return 0;
		if (slots[2 * slot] === hash && isWord(id, text, start, end)) return id;
	}
}

function hashOf(folded: string): number {
	let hash = HASH_SEED;
	for (let i = 0; i < folded.length; i++) hash = hashStep(hash, folded.charCodeAt(i));
	return hash;
}

/** The number of a word; 0 when it is not known. */
export function idOf(word: string): number {
	const folded = fold(word);
	return findWord(folded, 0, folded.length, hashOf(folded));
}

/** Makes a word known; returns its number. */
export function addWord(word: string): number {
	const folded = fold(word);
	const hash = hashOf(folded);
	const known = findWord(folded, 0, folded.length, hash);
	if (known !== 0) return known;
	const id = count++;
	const from = starts[id];
	if (count * 2 > MOST_WORDS || from + folded.length > MOST_LETTERS) {
		throw new Error('The language tables have too many words.');
	}
	for (let i = 0; i < folded.length; i++) letters[from + i] = folded.charCodeAt(i);
	starts[id + 1] = from + folded.length;
	let slot = firstSlot(hash);
	while (slots[2 * slot + 1] !== 0) slot = (slot + 1) & (SLOTS - 1);
	slots[2 * slot] = hash;
	slots[2 * slot + 1] = id;
	addLatin(folded, id);
	return id;
}

/** How many letters a word has. */
export function lengthOf(id: number): number {
	return starts[id + 1] - starts[id];
}

/** The numbers of all words are below this. */
export function countWords(): number {
	return count;
}

/** Per word that is known by now: 1 when it passes the test, else 0; for passes over all tokens. */
export function wordsThat(test: (id: number) => boolean): Uint8Array {
	const passed = new Uint8Array(MOST_WORDS);
	for (let id = 1; id < count; id++) if (test(id)) passed[id] = 1;
	return passed;
}

/** The words of a list that are separated by spaces. */
export function listed(words: string): string[] {
	return words.split(/\s+/).filter((word) => word !== '');
}

/** Both sides of every `left=right` of a list that is separated by spaces. */
export function pairs(list: string): Array<[string, string]> {
	return listed(list).map((pair) => pair.split('=') as [string, string]);
}
