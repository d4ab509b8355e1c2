import { KIND, Kind } from './fold';
import { Gap, Token, type Tokens } from './tokens';
import { isOrdinal, isParticle, PARTICLE } from './lexicon';
import { isNumberWord, isStrongBelowHundred, isTen } from './number-words';
import { BIT } from './phrase-tree';
import type { Numbers } from './numbers';
import type { Phrases } from './phrases';

const MEASURING = BIT.money | BIT.unit | BIT.digits | BIT.month;
const DATE_GAP =
	Gap.Space | Gap.Dash | Gap.Comma | Gap.Slash | Gap.Dot | Gap.Apostrophe | Gap.Quote;

/** Whether what stands around the number from token `t` to `next` makes it a measure. */
export function isMeasure(tokens: Tokens, phrases: Phrases, t: number, next: number): boolean {
	const { units } = tokens;
	if ((tokens.gap[t] & Gap.Currency) !== 0) return true;
	let after = tokens.end[next - 1];
	if (units[after] === 32) after++;
	const sign = units[after];
	// % and the degree sign
	if (sign === 37 || sign === 0xb0) return true;
	// $ £ ¥ ₹ €, unless the sign belongs to the number after it
	if (sign === 36 || sign === 0xa3 || sign === 0xa5 || (sign >= 0x20a0 && sign <= 0x20bf)) {
		return KIND[units[after + 1]] !== Kind.Digit;
	}
	if (next >= tokens.count || tokens.skipped[next] > 0 || tokens.word[next] === 0) return false;
	// "3 de agosto"
	if (
		isParticle(tokens.word[next], PARTICLE.yearJoins) &&
		next + 1 < tokens.count &&
		tokens.skipped[next + 1] === 0
	) {
		if (isMonth(tokens, phrases, next + 1)) return true;
	}
	if ((tokens.gap[next] & ~(Gap.Space | Gap.Dash | Gap.Apostrophe)) !== 0) return false;
	// "The twenty-eighth"
	if (isOrdinal(tokens.word[next]) && next === t + 1 && isTen(tokens.word[t])) return true;
	if ((phrases.rolesOf(next) & MEASURING) === 0) return false;
	// "sept" is a month in English and seven in French.
	return !isStrongBelowHundred(tokens.word[next]);
}

/** "No, fifty now, and the rest on payday": whether the number before token `next` is to be paid then. */
export function isPaidThen({ count, word, gap, skipped }: Tokens, next: number): boolean {
	return (
		next < count &&
		skipped[next] === 0 &&
		gap[next] === Gap.Space &&
		isParticle(word[next], PARTICLE.paymentTimes)
	);
}

/** The month right before the number at token `t`, or before "of": its token, or -1. */
export function monthBefore(tokens: Tokens, phrases: Phrases, t: number): number {
	for (let i = t; i > 0 && i > t - 2; i--) {
		if (tokens.kind[i - 1] !== Token.Word || tokens.skipped[i] > 0) return -1;
		if ((tokens.gap[i] & ~DATE_GAP) !== 0) return -1;
		if (isMonth(tokens, phrases, i - 1)) return i - 1;
		if (
			(phrases.rolesOf(i - 1) & BIT.filler) === 0 ||
			!isParticle(tokens.word[i - 1], PARTICLE.yearJoins)
		)
			return -1;
	}
	return -1;
}

/** Whether the last number, up to token `next`, is the year of a date: "April second 1981". */
export function isYear(
	tokens: Tokens,
	phrases: Phrases,
	numbers: Numbers,
	t: number,
	next: number,
): boolean {
	const number = numbers.count - 1;
	const size = numbers.size(number);
	if (size !== 2 && size !== 4) return false;
	const from = numbers.from[number];
	const century = numbers.pool[from] * 10 + numbers.pool[from + 1];
	if (century !== 19 && century !== 20) return false;
	// "since 1994", "since nineteen seventy"
	if (
		(size === 4 || next < tokens.count) &&
		t > 0 &&
		tokens.skipped[t] === 0 &&
		tokens.kind[t - 1] === Token.Word
	) {
		const roles = phrases.rolesOf(t - 1);
		if ((roles & BIT.date) !== 0 && (roles & BIT.expiry) === 0) return true;
		if (isParticle(tokens.word[t - 1], PARTICLE.yearMarkers)) return true;
	}
	if (size === 4 && isYearOfSomething(tokens, t, next)) return true;
	if (size === 4 && (isRange(tokens, next) || isRange(tokens, t - 1))) return true;
	// "nineteen eighty-one"
	if (size === 2 && (next >= tokens.count || tokens.skipped[next] > 0)) return false;
	for (let i = t - 1; i >= 0 && i >= t - 3; i--) {
		if (tokens.kind[i] === Token.Turn || tokens.skipped[i + 1] > 2) return false;
		if (tokens.kind[i] === Token.Word && isMonth(tokens, phrases, i)) return true;
	}
	return false;
}

/** "The 2023 or the 2024 return", "2011 mein": a year that stands alone. */
function isYearOfSomething(tokens: Tokens, t: number, next: number): boolean {
	const { count, kind, word, skipped, gap, end } = tokens;
	if (kind[t] !== Token.Digits || t === 0 || kind[t - 1] !== Token.Word || skipped[t] > 0)
		return false;
	const goesOn = next < count && kind[next] === Token.Digits && skipped[next] === 0;
	if (goesOn && (gap[next] & ~(Gap.Space | Gap.Dash)) === 0) return false;
	if (isParticle(word[t - 1], PARTICLE.yearPointers) && gap[t] === Gap.Space) return true;
	return (
		next < count &&
		skipped[next] === 0 &&
		end[t] < end[next] &&
		isParticle(word[next], PARTICLE.yearEndings)
	);
}

/** Whether "to" at token `t` stands between two numbers of four digits: "2022 to 2023". */
function isRange({ count, kind, word, start, end, skipped }: Tokens, t: number): boolean {
	if (
		t < 1 ||
		t + 1 >= count ||
		kind[t] !== Token.Word ||
		!isParticle(word[t], PARTICLE.rangeJoins)
	)
		return false;
	if (kind[t - 1] !== Token.Digits || kind[t + 1] !== Token.Digits) return false;
	if (skipped[t] > 0 || skipped[t + 1] > 0) return false;
	return end[t - 1] - start[t - 1] === 4 && end[t + 1] - start[t + 1] === 4;
}

function isMonth(tokens: Tokens, phrases: Phrases, t: number): boolean {
	// "sept" is a month in English and seven in French.
	return (phrases.rolesOf(t) & BIT.month) !== 0 && !isNumberWord(tokens.word[t]);
}
