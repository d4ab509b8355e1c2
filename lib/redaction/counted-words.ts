import type { Finding } from './finding';
import { KIND, Kind } from './fold';
import { LANGUAGES } from './languages';

/** How many words a recovery phrase has (BIP-39). */
export const PHRASE_LENGTHS: readonly number[] = [12, 15, 18, 21, 24];

/** How far from its name such a phrase is looked for, in characters. */
const REACH = 600;
/** Words of a list have at least so many letters; most rows of other words end with a shorter one. */
const SHORTEST = 3;

const IN_SENTENCES = new Set(LANGUAGES.flatMap(({ inSentences }) => inSentences?.split(' ') ?? []));
const LATIN = /^\p{Script=Latin}+$/u;

/** What stands between the words of a phrase. */
const BETWEEN = [[' '], [', ', ',']];

/** Where words stand in a text. */
interface Words {
	starts: number[];
	ends: number[];
}

const isInPhrase = (word: string) =>
	word.length >= SHORTEST && LATIN.test(word) && !IN_SENTENCES.has(word.toLowerCase());

/** The words from `from` on and before `to`. */
function wordsOf(text: string, from: number, to: number): Words {
	const words: Words = { starts: [], ends: [] };
	for (let at = from; at < to; at++) {
		if (KIND[text.charCodeAt(at)] !== Kind.Letter) continue;
		words.starts.push(at);
		while (at < to && KIND[text.charCodeAt(at)] === Kind.Letter) at++;
		words.ends.push(at);
	}
	return words;
}

/** The phrases among the words from `first` on and before `end`, which stand in a row. */
function phrasesIn(text: string, { starts, ends }: Words, first: number, end: number): Finding[] {
	const findings: Finding[] = [];
	let begin = first;
	for (let w = first; w <= end; w++) {
		if (w < end && isInPhrase(text.slice(starts[w], ends[w]))) continue;
		if (PHRASE_LENGTHS.includes(w - begin)) {
			findings.push({ category: 'wallet_secret', start: starts[begin], end: ends[w - 1] });
		}
		begin = w + 1;
	}
	return findings;
}

function phrasesNear(text: string, from: number, to: number): Finding[] {
	const words = wordsOf(text, from, to);
	const { starts, ends } = words;
	return BETWEEN.flatMap((between) => {
		const findings: Finding[] = [];
		let first = 0;
		for (let w = 1; w <= starts.length; w++) {
			const goesOn = w < starts.length && between.includes(text.slice(ends[w - 1], starts[w]));
			if (goesOn && ends[w] - starts[w] >= SHORTEST) continue;
			if (w - first >= PHRASE_LENGTHS[0]) findings.push(...phrasesIn(text, words, first, w));
			first = w;
		}
		return findings;
	});
}

/**
 * Recovery phrases of any list, in the Latin script: near their name (`names`, where it begins, in order) as many words
 * in a row as a phrase has, neither more nor fewer, and none of them one that sentences are made with.
 */
export function countedWords(text: string, names: readonly number[]): Finding[] {
	const findings: Finding[] = [];
	for (let i = 0; i < names.length; ) {
		const from = names[i];
		let to = from + REACH;
		while (++i < names.length && names[i] < to) to = names[i] + REACH;
		findings.push(...phrasesNear(text, from, Math.min(to, text.length)));
	}
	return findings;
}
