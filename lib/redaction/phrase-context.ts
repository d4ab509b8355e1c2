import { isParticle, PARTICLE } from './lexicon';
import { FILLING, type Phrases } from './phrases';
import { Gap, Token, type Tokens } from './tokens';

/** No question goes on for so many characters after what it asks for. */
const LONGEST_REST = 26;

/** What a question may still have after the phrase before token `next`. */
export function restOfQuestion({ text, end }: Tokens, next: number): string {
	return text.slice(end[next - 1], end[next - 1] + LONGEST_REST);
}

/** Whether a question ends with the phrase before token `next`, or soon after it. */
export function endsQuestion(tokens: Tokens, next: number): boolean {
	return /^[^.!\n]{0,24}\?(?=\s|$)/.test(restOfQuestion(tokens, next));
}

/** Whether nothing before the word at `t` says what it is of: "the code", "your expiry date". */
export function isBare(tokens: Tokens, phrases: Phrases, t: number): boolean {
	if (tokens.skipped[t] > 0) return false;
	if (t === 0 || tokens.kind[t - 1] === Token.Turn || (tokens.gap[t] & Gap.End) !== 0) return true;
	if (tokens.kind[t - 1] !== Token.Word) return false;
	return (
		(phrases.rolesOf(t - 1) & FILLING) !== 0 || isParticle(tokens.word[t - 1], PARTICLE.determiners)
	);
}
