import { fold, FOLD, KIND, Kind } from './fold';

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

/** The words of a list that are separated by spaces. */
export function listed(words: string): string[] {
	return words.split(/\s+/).filter((word) => word !== '');
}

/** Both sides of every `left=right` of a list that is separated by spaces. */
export function pairs(list: string): Array<[string, string]> {
	return listed(list).map((pair) => pair.split('=') as [string, string]);
}
