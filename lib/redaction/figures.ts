import { isNumberWord, isStrongNumber } from './number-words';
import { Gap, Token, type Tokens } from './tokens';

/** Whether token `t` is digits, or a word that is a number wherever it stands. */
export function isFigure({ kind, word }: Tokens, t: number): boolean {
	if (t < 0 || kind[t] === Token.Digits) return t >= 0;
	return kind[t] === Token.Word && isStrongNumber(word[t]);
}

/** Whether a number begins at token `t`, or after a word or two. */
export function figureFollows(tokens: Tokens, t: number): boolean {
	const { kind, count } = tokens;
	for (let i = t; i < count && i < t + 3 && kind[i] !== Token.Turn; i++) {
		if (isFigure(tokens, i)) return true;
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
