import { iban97, ibanLength } from './checksums';
import { isCapitalAt } from './fold';
import { Gap, Token, type Tokens } from './tokens';
import { mayBeCharacter, spokenLetter } from './lexicon';
import { isNumberWord, JOINS, numberWord, Numeral, plainDigitOf, TENS_ALONE } from './number-words';
import { BIT } from './phrase-tree';
import { FILLING, type Phrases } from './phrases';

/** Signs that do not stand within an identifier. */
const NO_SPELLING =
	Gap.Currency | Gap.End | Gap.Underscore | Gap.Bracket | Gap.Newline | Gap.Apostrophe;
const NO_BEGINNING = Gap.Currency | Gap.Apostrophe | Gap.Underscore;
/** A place in an order, not a part of an identifier. */
const ORDINAL = /^\d{1,3}(?:st|nd|rd|th|er|re|e|o|a)$/i;
/** No identifier takes more tokens than that. */
const MOST_TOKENS = 80;

const IFSC = /^[a-z]{4}0[a-z\d]{6}$/i;
const IFSC_LENGTH = 11;

/** What an example for a letter is said with. */
const EXAMPLE = /^,? (?:for|as in|like|wie|comme|como|de|se|जैसे) \p{L}+/iu;

/** What is spelt out, letter by letter and digit by digit. */
export interface Spelt {
	text: string;
	letters: number;
	digits: number;
	/** Where it ends in the text, with the example for its last letter: "C for Charlie". */
	end: number;
	/** The last token of it, and the token before which nothing else is spelt. */
	last: number;
	next: number;
}

export function isLetter(tokens: Tokens, t: number): boolean {
	return tokens.kind[t] < Token.Digits && tokens.end[t] - tokens.start[t] === 1;
}

function isNumberAt({ count, kind, word }: Tokens, t: number): boolean {
	return t < count && kind[t] === Token.Word && isNumberWord(word[t]);
}

/** The "y" of "treinta y uno". */
function isJoin(tokens: Tokens, t: number): boolean {
	return (
		t > 0 &&
		isNumberAt(tokens, t - 1) &&
		isNumberAt(tokens, t + 1) &&
		JOINS.some((joins) => joins.has(tokens.word[t]))
	);
}

/** Letters that are words as well: "a nombre de", "y son tres mil". */
const WORDS_OF_ONE_LETTER = new Uint8Array(0x10000);
for (const letter of 'aeiouyàI') WORDS_OF_ONE_LETTER[letter.charCodeAt(0)] = 1;

/** Whether token `t` is a letter that is a word, and nothing is spelt before or after it: most letters are. */
export function isLoneLetter(tokens: Tokens, t: number): boolean {
	return isLetter(tokens, t) && isWordOfOneLetter(tokens, t) && !isJoin(tokens, t);
}

/** Whether token `t` is a word that is no digit and no letter. */
function isPlainWord({ kind, word, start, end }: Tokens, t: number): boolean {
	return kind[t] === Token.Word && end[t] - start[t] > 1 && !mayBeCharacter(word[t]);
}

/** "I'd like a table for Monday": whether the letter, or the word that sounds like a digit, at token `t` is no more. */
export function standsAlone(tokens: Tokens, t: number): boolean {
	const { units, kind, start, end, skipped, gap } = tokens;
	if (end[t] - start[t] === 1) {
		if ((gap[t] & Gap.Apostrophe) !== 0) return true;
		if (WORDS_OF_ONE_LETTER[units[start[t]]] === 0) return false;
	}
	if (skipped[t + 1] === 0 && !isPlainWord(tokens, t + 1)) return false;
	return t === 0 || skipped[t] > 0 || kind[t - 1] === Token.Turn || isPlainWord(tokens, t - 1);
}

/** Whether the letter at token `t` is a word, and nothing is spelt before or after it. */
function isWordOfOneLetter(
	{ units, start, skipped, kind, count, end }: Tokens,
	t: number,
): boolean {
	if (WORDS_OF_ONE_LETTER[units[start[t]]] === 0) return false;
	const beside = (i: number, between: number) =>
		i >= 0 &&
		i < count &&
		skipped[between] === 0 &&
		(kind[i] === Token.Digits || kind[i] === Token.Mixed || end[i] - start[i] === 1);
	return !beside(t + 1, t + 1) && !beside(t - 1, t);
}

/** "… two oh five I.": whether the letter at token `t` is a capital that ends a sentence, which no word does. */
function isLastCapital({ text, start, end }: Tokens, t: number): boolean {
	return isCapitalAt(text, start[t]) && /^(?:[.?!\n]|$)/.test(text.slice(end[t], end[t] + 1));
}

/** "113 y el vencimiento", "113 et l'expiration": a small letter that begins what follows written digits. */
function isWordAfterDigits({ text, start, end, skipped, kind, gap, count }: Tokens, t: number) {
	const letter = text[start[t]];
	if (t === 0 || isCapitalAt(text, start[t]) || letter !== letter.toLowerCase()) return false;
	if (/^['’]\p{L}/u.test(text.slice(end[t], end[t] + 2))) return true;
	if (kind[t - 1] !== Token.Digits || WORDS_OF_ONE_LETTER[text.charCodeAt(start[t])] === 0)
		return false;
	if (t + 1 >= count || gap[t + 1] !== Gap.Space) return false;
	return skipped[t + 1] > 0 || (kind[t + 1] === Token.Word && end[t + 1] - start[t + 1] > 1);
}

/** The unit that makes one number with the tens before token `t`; 0 when there is none. */
function unitAt(tokens: Tokens, t: number, language: number): number {
	if (t >= tokens.count || tokens.kind[t] !== Token.Word || tokens.skipped[t] > 0) return 0;
	if ((tokens.gap[t] & ~(Gap.Space | Gap.Dash)) !== 0 || TENS_ALONE[language]) return 0;
	const unit = numberWord(tokens.word[t])?.find(
		(meaning) => meaning.language === language && meaning.numeral === Numeral.Unit,
	);
	return unit?.value ?? 0;
}

/** Capital letters in one, right before the token: the first half of "CDEPK 4321 M". */
export function capitalsBefore({ text, start, skipped }: Tokens, t: number): number {
	if (skipped[t] === 0) return 0;
	const before = /(?<![\p{L}\p{N}])\p{Lu}{2,6},? ?$/u.exec(
		text.slice(Math.max(0, start[t] - 8), start[t]),
	);
	return before === null ? 0 : before[0].length;
}

/** Reads what is spelt out from token `t` on: "A B C P K one two three four L". */
export function spellingAt(tokens: Tokens, phrases: Phrases, t: number): Spelt {
	const spelt: Spelt = { text: '', letters: 0, digits: 0, end: 0, last: -1, next: t };
	let ibanEnds = Infinity;
	let repeat = 1;
	/** "For" or "as" stands after a letter. */
	let likened = false;
	let i = t;
	for (; i < tokens.count && i < t + MOST_TOKENS; i++) {
		const kind = tokens.kind[i];
		if (kind > Token.Mixed) break;
		if ((tokens.gap[i] & (i === t ? NO_BEGINNING : NO_SPELLING)) !== 0) break;
		// "B as in Bombay, P for Peter"
		const example: boolean = i > t && (isLetter(tokens, i - 1) || likened);
		if (i > t && tokens.skipped[i] > (example ? 2 : 0)) break;
		const wasLikened: boolean = likened;
		likened =
			example && ((phrases.rolesOf(i) & BIT.purpose) !== 0 || (wasLikened && kind === Token.Word));
		if (isLetter(tokens, i) && !isJoin(tokens, i)) {
			const isWord =
				isWordOfOneLetter(tokens, i) && !(spelt.letters > 1 && isLastCapital(tokens, i));
			if (isWord || isWordAfterDigits(tokens, i)) break;
			// "one four four zero, I think", but "zero seven, M C C F T"
			const apart = spelt.letters === 0 && spelt.digits > 0 && (tokens.gap[i] & Gap.Comma) !== 0;
			if (apart && !isLetter(tokens, i + 1)) break;
			spelt.letters++;
			spelt.text += tokens.text[tokens.start[i]];
		} else if (kind === Token.Digits || kind === Token.Mixed) {
			const value = tokens.text.slice(tokens.start[i], tokens.end[i]);
			if (ORDINAL.test(value)) break;
			const digits = kind === Token.Digits ? value.length : value.replace(/\D/g, '').length;
			spelt.digits += digits;
			spelt.letters += value.length - digits;
			spelt.text += value;
		} else {
			// "Nine zero four two g … five one, ek minute rukiye"
			if (isNumberAt(tokens, i) && phrases.mayBegin(i)) {
				phrases.read(i);
				const { roles, next } = phrases;
				if (roles !== 0 && (roles & ~FILLING) === 0 && next > i + 1 && !isNumberAt(tokens, next)) {
					i = next - 1;
					continue;
				}
			}
			const word = tokens.word[i];
			const certain = spelt.digits + spelt.letters > 0 || isNumberAt(tokens, i + 1);
			const number = numberWord(word)?.find((meaning) => certain || !meaning.weak);
			if (spokenLetter(word) !== 0 && !wasLikened) {
				spelt.letters++;
				spelt.text += String.fromCharCode(spokenLetter(word));
			} else if (number?.numeral === Numeral.Repeat) {
				repeat = number.value;
			} else if (number !== undefined) {
				let { value } = number;
				const unit = number.numeral === Numeral.Ten ? unitAt(tokens, i + 1, number.language) : 0;
				if (unit > 0) {
					value += unit;
					i++;
				}
				const said = String(value).repeat(repeat);
				spelt.digits += said.length;
				spelt.text += said;
				repeat = 1;
			} else if (wasLikened || likened) continue;
			else if ((phrases.rolesOf(i) & FILLING & ~BIT.purpose) !== 0) continue;
			else break;
		}
		spelt.last = i;
		if (spelt.text.length === 4)
			ibanEnds = ibanLength(spelt.text.slice(0, 2).toUpperCase()) ?? Infinity;
		// What follows an IFSC code is none of it: "S B I N zero five four one three six eight, 1 December".
		if (spelt.text.length === IFSC_LENGTH && IFSC.test(spelt.text)) break;
		// What follows a whole IBAN is none of it.
		if (spelt.text.length === ibanEnds && iban97(spelt.text.toUpperCase())) break;
	}
	spelt.next = Math.max(i, t + 1);
	if (spelt.last >= 0) {
		const { text, end } = tokens;
		const from = end[spelt.last];
		const example = isLetter(tokens, spelt.last) ? EXAMPLE.exec(text.slice(from, from + 40)) : null;
		spelt.end = from + (example?.[0].length ?? 0);
	}
	return spelt;
}

/** A wallet's address has 40 hexadecimal digits; so many show that one is spelt. */
const FEWEST_HEX = 16;
const LONGEST_HEX = 64;
/** "Zero x d seven zero five …": where a wallet's address ends that is spelt; `t` when none is. */
export function endOfSpokenHex(tokens: Tokens, t: number): number {
	const { text, start, end, word, kind, count, skipped, gap } = tokens;
	if ((text.charCodeAt(start[t]) | 32) !== 120 || t === 0 || gap[t] !== Gap.Space) return t;
	const zero =
		kind[t - 1] === Token.Digits ? text[start[t - 1]] === '0' : plainDigitOf(word[t - 1]) === 0;
	if (!zero || end[t] - start[t] !== 1) return t;
	let size = 0;
	let i = t + 1;
	for (; i < count && size < LONGEST_HEX && skipped[i] === 0 && gap[i] === Gap.Space; i++) {
		const spelt = kind[i] === Token.Digits || kind[i] === Token.Mixed || isLetter(tokens, i);
		if (!spelt && !isNumberWord(word[i])) break;
		size += spelt ? end[i] - start[i] : 1;
	}
	return size >= FEWEST_HEX ? i : t;
}
