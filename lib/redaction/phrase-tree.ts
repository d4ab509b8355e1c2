import { LANGUAGES } from './languages';
import type { Role } from './languages/language';
import { addWord, MOST_WORDS } from './word-table';

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

/** A node and a word make one 32-bit key. */
const MOST_NODES = 1 << 15;
const SLOTS = 1 << 16;

/** Per word: the node that it leads to from the root, or 0. */
const firstNode = new Int32Array(MOST_WORDS);
/** Per node: its roles, in any case and in upper case only. */
const nodeRoles = new Int32Array(MOST_NODES);
const nodeUpperRoles = new Int32Array(MOST_NODES);
/** Per node: a bit for each word that goes on from it, by the word's last five bits. */
const nodeWords = new Int32Array(MOST_NODES);
/** The edges, hashed by node and word: key and target in turn. */
const edges = new Int32Array(SLOTS * 2);
let nodes = 1;

function edgeSlot(key: number): number {
	const hash = Math.imul(key, 0x9e3779b1);
	return (hash ^ (hash >>> 15)) & (SLOTS - 1);
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

function addNode(): number {
	if (nodes === MOST_NODES) {
		throw new Error('The language tables have too many phrases: write fewer alternatives in one.');
	}
	return nodes++;
}

function addPhrase(phrase: string, role: number): void {
	let node = 0;
	phraseWords(phrase).forEach((word, i) => {
		const id = addWord(word);
		if (i === 0) node = firstNode[id] ||= addNode();
		else {
			nodeWords[node] |= 1 << (id & 31);
			const key = node * 0x10000 + id;
			let slot = edgeSlot(key);
			while (edges[2 * slot] !== 0 && edges[2 * slot] !== key) slot = (slot + 1) & (SLOTS - 1);
			edges[2 * slot] = key;
			node = edges[2 * slot + 1] ||= addNode();
		}
	});
	const upper = phrase === phrase.toUpperCase() && phrase !== phrase.toLowerCase();
	if (upper) nodeUpperRoles[node] |= role;
	else nodeRoles[node] |= role;
}

for (const { phrases } of LANGUAGES) {
	for (const role of ROLES) {
		for (const phrase of (phrases[role] ?? '').split(',')) {
			for (const one of spellings(phrase)) addPhrase(one, BIT[role]);
		}
	}
}

/** The node that a first word leads to; 0 when no phrase begins with it. */
export function phraseStart(id: number): number {
	return firstNode[id];
}

/** The node that the next word of a phrase leads to; 0 when no phrase goes on so. */
export function phraseNext(node: number, id: number): number {
	// Most words go on from nothing, and need no look-up.
	if ((nodeWords[node] & (1 << (id & 31))) === 0) return 0;
	const key = node * 0x10000 + id;
	for (let slot = edgeSlot(key); ; slot = (slot + 1) & (SLOTS - 1)) {
		const found = edges[2 * slot];
		if (found === key) return edges[2 * slot + 1];
		if (found === 0) return 0;
	}
}

/** Whether some phrase goes on from this node. */
export function phraseGoesOn(node: number): boolean {
	return nodeWords[node] !== 0;
}

/** The roles of the phrase that ends in this node. */
export function phraseRoles(node: number, upperCase: boolean): number {
	return upperCase ? nodeRoles[node] | nodeUpperRoles[node] : nodeRoles[node];
}

/** Whether some phrase that ends in this node counts only in upper case. */
export function dependsOnCase(node: number): boolean {
	return nodeUpperRoles[node] !== 0;
}

/** The roles that a word has by itself. */
export function rolesOf(id: number): number {
	return nodeRoles[firstNode[id]];
}
