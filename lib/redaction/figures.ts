import { isNumberWord, isStrongNumber } from './number-words';
import { Gap, Token, type Tokens } from './tokens';

/** Whether token `t` is digits, or a word that is a number wherever it stands. */
export function isFigure({ kind, word }: Tokens, t: number): boolean {
	if (t < 0 || kind[t] === Token.Digits) return t >= 0;
	return kind[t] === Token.Word && isStrongNumber(word[t]);
}

/** Words that a number may begin after, tokens that are looked at for the rest of it, digits that a word stands for. */
const WORDS_BEFORE = 2;
const TOKENS_WITHIN = 8;
const MOST_IN_WORD = 3;

/** Whether a number of `fewest` digits may begin at token `t`, or after a word or two. */
export function figuresFollow(tokens: Tokens, t: number, fewest: number): boolean {
	const { kind, word, start, end, count } = tokens;
	let first = t;
	while (first < count && first < t + WORDS_BEFORE && !isFigure(tokens, first)) first++;
	let digits = 0;
	for (let i = first; i < count && i < first + TOKENS_WITHIN && kind[i] !== Token.Turn; i++) {
		if (kind[i] === Token.Digits) digits += end[i] - start[i];
		else if (kind[i] === Token.Word && isNumberWord(word[i])) digits += MOST_IN_WORD;
		if (digits >= fewest) return isFigure(tokens, first);
	}
	return false;
}

/** "The last six five five zero": whether the last word of the phrase before token `next` belongs to a number there. */
export function endsInFigure(tokens: Tokens, next: number): boolean {
	const { kind, skipped, gap, count } = tokens;
	if (next >= count || kind[next] !== Token.Word || skipped[next] > 0) return false;
	if ((gap[next] & ~(Gap.Space | Gap.Dash)) !== 0) return false;
	return isFigure(tokens, next - 1) && isFigure(tokens, next);
}

/** "C v v two one six": whether a number of at most three words goes on before token `next`. */
export function isCutByFigure(tokens: Tokens, next: number): boolean {
	const { count, word, gap, skipped } = tokens;
	if (!isFigure(tokens, next - 1)) return false;
	let end = next;
	while (end < count && end < next + 3 && skipped[end] === 0 && gap[end] === Gap.Space) {
		if (!isNumberWord(word[end])) break;
		end++;
	}
	return end > next && end < next + 3;
}
