import type { Finding } from './finding';

/** How many words a recovery phrase has (BIP-39). */
export const PHRASE_LENGTHS: readonly number[] = [12, 15, 18, 21, 24];

/** How far from its name such a phrase is looked for, in characters. */
const REACH = 600;

/** Words without which hardly anybody makes a sentence, and which hardly stand in a phrase. */
const OF_SENTENCES = [
	'the|and|you|are|not|for|was|that|this|with|have|has|but|your|from|they|what|when|how|please|because|will|would|could|then|there|which|them|were|been|who|does|don|through|within|during|between|about|into|over|after|before',
	'que|los|las|una|por|con|para|del|mis|sus|son|está|pero|como|más|muy|cuando|porque|usted|sobre|entre|desde|hasta|sin',
	'les|des|une|est|pas|pour|dans|sur|avec|vous|nous|son|ses|mes|mon|mais|qui|cette|sont|elle|cela|alors|donc|entre|depuis|sans|chez|vers',
	'der|die|das|und|ist|nicht|ich|sie|ein|eine|einen|mit|auf|für|von|den|dem|auch|wir|ihr|mein|meine|wie|dass|aber|oder|noch|nur|wenn|dann|sind|hat|habe|lautet|lauten|über|unter|durch|ohne|seit|nach|vor|bei|aus',
	'hai|hain|mera|meri|mere|kya|nahi|nahin|aur|toh|yeh|woh|aap|bhi|mujhe',
].join('|');
const WORD = `(?!(?:${OF_SENTENCES})(?!\\p{L}))\\p{Script=Latin}[\\p{Script=Latin}\\p{M}]{2,}`;
const FEWEST_MORE = PHRASE_LENGTHS[0] - 1;
const ROWS = [' ', ', ?'].map(
	(between) =>
		new RegExp(
			`(?<![\\p{L}\\p{M}'’-])${WORD}(?:${between}${WORD}){${FEWEST_MORE},}(?![\\p{L}\\p{M}'’-])`,
			'giu',
		),
);

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
		const near = text.slice(from, to);
		for (const row of ROWS) {
			for (const { 0: words, index } of near.matchAll(row)) {
				if (!PHRASE_LENGTHS.includes(words.split(/,? /).length)) continue;
				const start = from + index;
				findings.push({ category: 'wallet_secret', start, end: start + words.length });
			}
		}
	}
	return findings;
}
