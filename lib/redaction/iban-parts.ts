import { iban97, ibanHasLetters, ibanLength } from './checksums';
import { isNumberWord } from './number-words';
import { isCapital, isCapitalAt, KIND, Kind } from './fold';
import { spokenLetter, weakLetter } from './lexicon';
import { NumberReader, Numbers } from './numbers';
import { isNumber, pieceAfter } from './pieces';
import { isLetter } from './spelling';
import { Gap, Token, type Tokens } from './tokens';

/** An IBAN that was said in parts: its characters, and where its parts stand in the text. */
export interface IbanInParts {
	value: string;
	parts: Array<{ start: number; end: number }>;
}

/** How many tokens an IBAN may go over, and how many that are none of it may stand in a row. */
const MOST_TOKENS = 160;
const MOST_ASIDE = 16;
/** One whose country is in small letters is said in a row. */
const MOST_TOKENS_IN_A_ROW = 32;
const MOST_ASIDE_IN_A_ROW = 3;
const START = /^[A-Z]{2}\d\d[A-Z0-9]*$/;

function mayBeginIban(value: string): boolean {
	return (
		/^..\d?$|^..\d\d/.test(value) && (ibanHasLetters(value.slice(0, 2)) || /^..\d*$/.test(value))
	);
}

/** So many capitals, and perhaps a word for "then", before a number. */
const capitals = (count: number) =>
	new RegExp(
		`(?<![\\p{L}\\p{N}])([A-Z]{${count}})[ ,.]{1,3}(?:(?:then|and|dann|und|puis|et|luego|y|phir) )?$`,
		'u',
	);
const COUNTRY = capitals(2);
const LONGEST_COUNTRY = 12;
const BANK = capitals(4);
const LONGEST_BANK = 14;
const BANK_ALONE = /(?<![\p{L}\p{N}])[A-Z]{4}(?![\p{L}\p{N}])/u;
const LONGEST_BETWEEN = 120;

/** What stands between the two, and the longest of the words for "then". */
const MOST_SEPARATORS = 3;
const LONGEST_THEN = 5;

/** Space, comma, dot. */
const isSeparator = (code: number) => code === 32 || code === 44 || code === 46;

/** Where the separators begin that end before `to`. */
function beforeSeparators(units: Uint16Array, to: number): number {
	let from = to;
	while (from > 0 && to - from < MOST_SEPARATORS && isSeparator(units[from - 1])) from--;
	return from;
}

/** Whether a capital may stand before `at` as those patterns have it: most often none does. */
function mayFollowCapitals(units: Uint16Array, at: number): boolean {
	const from = beforeSeparators(units, at);
	if (from === at || from === 0) return false;
	if (isCapital(units[from - 1])) return true;
	let word = from;
	while (word > 0 && from - word <= LONGEST_THEN && units[word - 1] >= 97) word--;
	const before = beforeSeparators(units, word);
	return before > 0 && isCapital(units[before - 1]);
}

/** Two units as one integer. */
const pair = (first: number, second: number) => (first << 16) | second;

/** The countries that recognisers write in small letters. */
const COUNTRIES = new Set(
	'es de fr gb it at nl be pt ie ch lu pl'
		.split(' ')
		.map((country) => pair(country.charCodeAt(0), country.charCodeAt(1))),
);

/** Those that are no word of any language. */
const NO_WORDS = new Set('fr gb nl pt ch lu pl'.split(' '));

/** Whether the two letters of a country stand right before `at`, as recognisers write them. */
export function isCountryBefore(units: Uint16Array, at: number): boolean {
	if (at < 4 || units[at - 1] !== 32 || units[at - 4] !== 32) return false;
	return COUNTRIES.has(pair(units[at - 3], units[at - 2]));
}

/** Two capitals before what stands at `at`: "FR soixante-seize", "DE, dann sieben neun". */
function capitalsBefore({ text, units }: Tokens, at: number): IbanInParts | undefined {
	if (!mayFollowCapitals(units, at)) return undefined;
	const from = Math.max(0, at - LONGEST_COUNTRY);
	const found = COUNTRY.exec(text.slice(from, at));
	if (found === null) return undefined;
	const start = from + found.index;
	return { value: found[1], parts: [{ start, end: start + 2 }] };
}

/** How far before an IBAN it may have been begun once already. */
const LONGEST_START = 48;

/** What was said of an IBAN before it was begun anew at `start`: "DE neunzehn … also D E eins neun". */
export function falseStart(
	text: string,
	start: number,
	turnStart: number,
	[first, second]: string,
): { start: number; end: number } | undefined {
	const from = Math.max(turnStart, start - LONGEST_START);
	const before = text.slice(from, start);
	const small = `${first}${second}`.toLowerCase();
	const written = before.includes(first) && before.includes(second);
	if (!written && !(NO_WORDS.has(small) && before.includes(small))) return undefined;
	const begun = new RegExp(
		`(?<![\\p{L}\\p{N}])(?:${first} ?${second}${NO_WORDS.has(small) ? `|${small}` : ''})[ ,]{0,2}(?=[ ,\\d])[\\p{L}\\p{N} -]{1,30}`,
		'u',
	);
	const found = begun.exec(before);
	if (found === null) return undefined;
	const at = from + found.index;
	const number = pieceAfter(text, at + found[0].search(/[ ,][^ ,]{2}|\d/), start);
	if (number === undefined || !isNumber(number, text)) return undefined;
	return { start: at, end: Math.max(number.end, at + found[0].trimEnd().length) };
}

/**
 * Reads IBANs that are interrupted: "D E siebzehn, zwölf null drei …", "AT41", another speaker's "Austria,
 * okay.", "2390 4143". Nobody has to have asked for it: country, length and checksum are enough.
 */
export class IbanParts {
	private readonly numbers = new Numbers();
	private readonly reader: NumberReader;
	/** The token up to which one was looked for in vain. */
	private triedTo = 0;
	/** Whether somebody else spoke while it was read. */
	private turned = false;

	constructor(private readonly tokens: Tokens) {
		this.reader = new NumberReader(tokens, this.numbers);
	}

	/** The IBAN that begins at token `t`; undefined when none does. */
	read(t: number, speaker: number): IbanInParts | undefined {
		if (t < this.triedTo) return undefined;
		const begun = this.begin(t);
		const length = begun === undefined ? undefined : ibanLength(begun.value.slice(0, 2));
		if (begun === undefined || length === undefined) return undefined;
		// Most often one speaker says it; or the other one goes on.
		const said = this.goOn(begun, length, speaker, false);
		return said ?? (this.turned ? this.goOn(begun, length, speaker, true) : undefined);
	}

	/** The country's two letters, alone or with what is written in one with them. */
	private begin(t: number): (IbanInParts & { next: number; small?: boolean }) | undefined {
		const { tokens } = this;
		const { text, start, end } = tokens;
		if (tokens.kind[t] === Token.Mixed) {
			if (KIND[tokens.units[start[t]]] !== Kind.Letter) return undefined;
			const value = text.slice(start[t], end[t]).toUpperCase();
			if (!START.test(value)) return undefined;
			return { value, parts: [{ start: start[t], end: end[t] }], next: t + 1 };
		}
		if (!isLetter(tokens, t)) {
			const capitals = capitalsBefore(tokens, start[t]);
			if (capitals !== undefined) return { ...capitals, next: t };
			// "la cuenta es es diecisiete": in small letters right before the number.
			if (!isCountryBefore(tokens.units, start[t]) || !this.goesOn(t)) return undefined;
			const from = start[t] - 3;
			const value = text.slice(from, from + 2).toUpperCase();
			return { value, parts: [{ start: from, end: from + 2 }], next: t, small: true };
		}
		if (t + 2 >= tokens.count) return undefined;
		const letter = weakLetter(tokens.word[t + 1]);
		if (letter === 0 && !isLetter(tokens, t + 1)) return undefined;
		// "That's a": no letter after an apostrophe is spelt.
		if ((tokens.gap[t] & Gap.Apostrophe) !== 0) return undefined;
		if (tokens.skipped[t + 1] > 0 || (tokens.gap[t + 1] & Gap.End) !== 0) return undefined;
		// "E ese" and "E Sierra" are Spain.
		const second = letter === 0 ? text[start[t + 1]] : String.fromCharCode(letter).toUpperCase();
		if (second !== 'S' && !isLetter(tokens, t + 1)) return undefined;
		const value = (text[start[t]] + second).toUpperCase();
		return { value, parts: [{ start: start[t], end: end[t + 1] }], next: t + 2 };
	}

	/** "De 14 dann 2005 …", but not "at 5:30 pm" or "be 3 nights": whether more follows the number at token `t`. */
	private goesOn(t: number): boolean {
		const { count, kind, word, gap, start, end } = this.tokens;
		if (kind[t] === Token.Digits && end[t] - start[t] > 4) return true;
		for (let i = t + 1; i < count && i < t + 4; i++) {
			if (kind[i] !== Token.Word) return kind[i] <= Token.Mixed && (gap[i] & Gap.Colon) === 0;
			if (isNumberWord(word[i])) return true;
		}
		return false;
	}

	private goOn(
		begun: IbanInParts & { next: number; small?: boolean },
		length: number,
		speaker: number,
		anybody: boolean,
	): IbanInParts | undefined {
		const { tokens } = this;
		const parts = begun.parts.map((part) => ({ ...part }));
		let { value, next: t } = begun;
		const limit = t + (begun.small === true ? MOST_TOKENS_IN_A_ROW : MOST_TOKENS);
		const mostAside = begun.small === true ? MOST_ASIDE_IN_A_ROW : MOST_ASIDE;
		let current = speaker;
		let aside = 0;
		this.turned = false;
		while (t < tokens.count && t < limit && value.length < length && aside <= mostAside) {
			const from = t;
			if (tokens.kind[t] === Token.Turn) {
				current = tokens.word[t++];
				this.turned = true;
				continue;
			}
			const own = anybody || current === speaker;
			const said = own ? this.charactersAt(t, aside) : undefined;
			t = said?.next ?? t + 1;
			if (said === undefined) {
				// Its second part is two digits, at once.
				if (own) aside += 1 + tokens.skipped[from];
				if (value.length < 4 && aside > 3) break;
				continue;
			}
			const last = parts[parts.length - 1];
			const end = tokens.end[t - 1];
			// "GB five one then LOYD then one seven": no token is the bank's name.
			const start = tokens.start[from];
			const before =
				value.length === 4 ? tokens.text.slice(Math.max(0, start - LONGEST_BANK), start) : '';
			const bank = BANK.exec(before);
			const turned = bank === null && this.turned && value.length === 4;
			const at =
				bank !== null
					? start - before.length + bank.index
					: turned
						? this.bankBetween(last.end, start)
						: -1;
			if (at >= 0 && !/[A-Z]/.test(said.value)) {
				parts.push({ start: at, end: at + 4 });
				value += tokens.text.slice(at, at + 4);
			}
			if (aside === 0 && tokens.skipped[from] === 0 && tokens.kind[from - 1] !== Token.Turn)
				last.end = end;
			else parts.push({ start, end });
			value += said.value;
			if (!mayBeginIban(value)) return undefined;
			aside = 0;
		}
		// "De 14" is most often no country.
		if (!anybody) this.triedTo = value.length < length && begun.small !== true ? t : begun.next;
		return value.length === length && iban97(value) ? { value, parts } : undefined;
	}

	/** "NWBK", by itself, over turns: where the bank's four capitals stand between its parts; -1 when none do. */
	private bankBetween(from: number, to: number): number {
		const between = this.tokens.text.slice(from, Math.min(to, from + LONGEST_BETWEEN));
		const found = BANK_ALONE.exec(between);
		return found === null ? -1 : from + found.index;
	}

	/** The digits or letters that are written or said at token `t`; undefined when there are none. */
	private charactersAt(t: number, aside: number): { value: string; next: number } | undefined {
		const { tokens, numbers } = this;
		const { text, start, end, kind } = tokens;
		if (kind[t] === Token.Mixed)
			return { value: text.slice(start[t], end[t]).toUpperCase(), next: t + 1 };
		if (kind[t] !== Token.Digits && kind[t] !== Token.Word && kind[t] !== Token.Letter)
			return undefined;
		const next = kind[t] === Token.Letter ? t : this.reader.read(t);
		if (next > t) {
			const digits = numbers.pool.subarray(0, numbers.poolSize).join('');
			numbers.forget(0);
			return { value: digits, next };
		}
		// "I", "a" and "y" are words where nothing is spelt.
		const spelt =
			(t + 1 < tokens.count && tokens.skipped[t + 1] === 0 && isLetter(tokens, t + 1)) ||
			(aside === 0 && tokens.skipped[t] === 0 && isCapitalAt(text, start[t])) ||
			(tokens.skipped[t] === 0 && isLetter(tokens, t - 1));
		if (isLetter(tokens, t) ? !spelt : aside > 0 || tokens.skipped[t] > 0) return undefined;
		if (isLetter(tokens, t)) return { value: text[start[t]].toUpperCase(), next: t + 1 };
		const letter = spokenLetter(tokens.word[t]);
		return letter === 0
			? undefined
			: { value: String.fromCharCode(letter).toUpperCase(), next: t + 1 };
	}
}
