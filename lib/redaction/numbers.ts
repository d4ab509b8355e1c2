import { wider } from './columns';
import { FOLD, KIND, Kind } from './fold';
import { Gap, Token, type Tokens } from './tokens';
import {
	isNumberWord,
	isRepeat,
	isStrongBelowHundred,
	isTimes,
	isUnit,
	JOINS,
	type NumberWord,
	numberWord,
	Numeral,
	plainDigitOf,
	soleLanguageOf,
	soundalikeOf,
	TENS_ALONE,
	UNITS_FIRST,
	VIGESIMAL,
} from './number-words';
import { BIT, rolesOf } from './phrase-tree';
import { LANGUAGES } from './languages';

/** What is known of a number from what stands directly around it. */
export const enum Mark {
	/** Money, a percentage, a count, a duration, a date, a time: never part of a longer number. */
	Measure = 1,
	/** "Fifty now": it is said when it is paid. */
	Due = 2,
	/** A phone number by its form. */
	Phone = 4,
	/** Part of an identifier such as `INV-2024-0042`. */
	Identifier = 8,
	/** Said in words. */
	Spoken = 16,
	/** Thousands and more: most likely an amount. */
	Large = 32,
	/** Written like an amount: `1,299.00`. */
	AmountForm = 64,
	/** After the name of a place, or before a street's: "GA 31201", "2280 Palmetto Drive". */
	Place = 128,
}

/** Room for so many numbers to begin with: most texts are short, and V8 keeps such small columns in its heap. */
const FEW = 16;

/** The numbers of a text, in columns; their digits are in one pool. */
export class Numbers {
	count = 0;
	/** Where the number stands in the text. */
	start = new Int32Array(FEW);
	end = new Int32Array(FEW);
	/** Where its digits are in the pool. */
	from = new Int32Array(FEW);
	to = new Int32Array(FEW);
	/** When it was said: as a count of words and of turns. */
	word = new Int32Array(FEW);
	turn = new Int32Array(FEW);
	/** Something that is no filler stands between it and the number that its speaker said before. */
	apart = new Uint8Array(FEW);
	/** "No, wait" stands before it. */
	anew = new Uint8Array(FEW);
	marks = new Uint8Array(FEW);
	pool = new Uint8Array(4 * FEW);
	poolSize = 0;

	addDigit(digit: number): void {
		if (this.poolSize === this.pool.length) this.pool = wider(this.pool, Uint8Array);
		this.pool[this.poolSize++] = digit;
	}

	/** Closes the number whose digits were added since `from`. */
	close(start: number, end: number, from: number, marks: number): number {
		const at = this.count++;
		if (at === this.start.length) this.grow();
		this.start[at] = start;
		this.end[at] = end;
		this.from[at] = from;
		this.to[at] = this.poolSize;
		this.marks[at] = marks;
		return at;
	}

	/** Forgets the numbers from `count` on. */
	forget(count: number): void {
		if (this.count === count) return;
		this.poolSize = this.from[count];
		this.count = count;
	}

	/** How many digits a number has. */
	size(number: number): number {
		return this.to[number] - this.from[number];
	}

	private grow(): void {
		for (const column of ['start', 'end', 'from', 'to', 'word', 'turn'] as const) {
			this[column] = wider(this[column], Int32Array);
		}
		for (const column of ['apart', 'anew', 'marks'] as const) {
			this[column] = wider(this[column], Uint8Array);
		}
	}
}

const TIGHT = Gap.Space | Gap.Dash | Gap.Newline | Gap.Apostrophe;
const FILLER = BIT.filler | BIT.correction;
/** How many digits must follow a word that sounds like one for it to be the first of them. */
const LONE_SOUNDALIKE = 3;
/** How many words that are seldom numbers may stand in a row between two that are. */
const MOST_WEAK = 3;

function tight(tokens: Tokens, t: number): boolean {
	return tokens.skipped[t] === 0 && (tokens.gap[t] & ~(Gap.Space | Gap.Dash)) === 0;
}

/** Reads number words and digits from tokens; decides which words are number words here. */
export class NumberReader {
	/** The run of number words looked at last: its end and its language. */
	private runEnd = -1;
	private runLanguage = 0;
	private runStrong = 0;
	/** The last token that was read as a number word, and its language. */
	private lastToken = -1000;
	private lastLanguage = 0;
	private readonly strong = new Int32Array(LANGUAGES.length);
	private readonly weak = new Int32Array(LANGUAGES.length);

	constructor(
		private readonly tokens: Tokens,
		private readonly numbers: Numbers,
	) {}

	/**
	 * Looks at the run of numbers that begins at token `t`: number words, digits and fillers in a
	 * row. Words such as "do" or "once" are numbers only among others of their language.
	 */
	private lookAtRun(t: number): void {
		const { tokens, strong, weak } = this;
		strong.fill(0);
		weak.fill(0);
		let digits = 0;
		let zeros = 0;
		let end = t;
		for (let i = t; i < tokens.count; i++) {
			if (i > t && tokens.skipped[i] > 0) break;
			const kind = tokens.kind[i];
			if (kind === Token.Digits) {
				digits++;
				end = i + 1;
				continue;
			}
			if (kind !== Token.Word) break;
			const sole = soleLanguageOf(tokens.word[i]);
			if (sole >= 0) {
				strong[sole]++;
				end = i + 1;
				continue;
			}
			const meanings = numberWord(tokens.word[i]);
			if (meanings === undefined) {
				if (soundalikeOf(tokens.word[i]) >= 0 && this.soundsLikeDigit(i)) {
					end = i + 1;
					continue;
				}
				if ((rolesOf(tokens.word[i]) & FILLER) === 0) break;
				continue;
			}
			if (plainDigitOf(tokens.word[i]) === 0) zeros++;
			for (const meaning of meanings) {
				if (meaning.weak) weak[meaning.language]++;
				else strong[meaning.language]++;
			}
			end = i + 1;
		}
		let best = 0;
		for (let l = 1; l < strong.length; l++) {
			if (strong[l] * 4 + weak[l] > strong[best] * 4 + weak[best]) best = l;
		}
		// "Che zero teen": zero is said in English in any language.
		if (zeros > 0 && digits === 0 && strong[best] === zeros) {
			for (let l = 0; l < weak.length; l++) if (weak[l] >= 2 && weak[l] > weak[best]) best = l;
			strong[best] = Math.max(strong[best], zeros);
		}
		this.runEnd = Math.max(end, t + 1);
		this.runLanguage = best;
		this.runStrong = digits;
		for (let l = 0; l < strong.length; l++)
			this.runStrong = Math.max(this.runStrong, strong[l] + digits);
	}

	/** What the word at `t` means as a number here; undefined when it is none. */
	private meaning(t: number): NumberWord | undefined {
		const { tokens } = this;
		if (t >= tokens.count || tokens.kind[t] !== Token.Word) return undefined;
		const meanings = numberWord(tokens.word[t]);
		if (meanings === undefined) return this.soundsLikeDigit(t) ? this.heardDigit(t) : undefined;
		if (t >= this.runEnd) this.lookAtRun(t);
		const language = this.runLanguage;
		let other: NumberWord | undefined;
		for (const meaning of meanings) {
			if (meaning.language === language) {
				if (!meaning.weak || this.strong[language] > 0 || this.weak[language] >= 3) return meaning;
				if (this.runStrong > 0 && this.besideNumber(t)) return meaning;
				if (this.goesOnFromNumber(t, language)) return meaning;
			} else if (
				!meaning.weak ||
				this.isSecondLanguage(meaning.language) ||
				(this.runStrong > 1 && this.betweenNumbers(t))
			) {
				other ??= meaning;
			}
		}
		return other;
	}

	/** Whether "for" or "to" at `t` stands for a digit: it does only among digits said one by one. */
	soundsLikeDigit(t: number): boolean {
		if (soundalikeOf(this.tokens.word[t]) < 0) return false;
		const before = this.digitsBeside(t, -1);
		const after = this.digitsBeside(t, 1);
		if (before > 0 && after > 0) return before + after > 2;
		return before === 0 && after >= LONE_SOUNDALIKE;
	}

	/** How many digits said one by one stand in a row before or after token `t`. */
	private digitsBeside(t: number, step: 1 | -1): number {
		const { tokens } = this;
		let count = 0;
		for (let i = t + step; count < LONE_SOUNDALIKE && i >= 0 && i < tokens.count; i += step) {
			const between = step > 0 ? i : i + 1;
			if (tokens.skipped[between] > 0 || tokens.gap[between] !== Gap.Space) break;
			// "For one triple nine eight"
			if (!this.isDigit(i) && soundalikeOf(tokens.word[i]) < 0 && !isRepeat(tokens.word[i])) break;
			count++;
		}
		return count;
	}

	private isDigit(t: number): boolean {
		const { kind, start, end, word } = this.tokens;
		if (kind[t] === Token.Digits) return end[t] - start[t] === 1;
		return isUnit(word[t]);
	}

	private heardDigit(t: number): NumberWord {
		const value = soundalikeOf(this.tokens.word[t]);
		return { language: this.runLanguage, numeral: Numeral.Unit, value, weak: true };
	}

	/** After a filler of several words: "eight three four, let me see, one". */
	private goesOnFromNumber(t: number, language: number): boolean {
		if (language !== this.lastLanguage || t - this.lastToken > 6) return false;
		for (let i = this.lastToken + 1; i <= t; i++) {
			if (this.tokens.skipped[i] > 0 || (this.tokens.gap[i] & Gap.End) !== 0) return false;
		}
		return true;
	}

	/** Whether the run is in two languages, and this is the other one. */
	private isSecondLanguage(language: number): boolean {
		return this.strong[language] > 0 && this.strong[language] + this.weak[language] >= 3;
	}

	private isStrong(t: number): boolean {
		const { tokens } = this;
		if (t < 0 || t >= tokens.count) return false;
		if (tokens.kind[t] === Token.Digits) return true;
		if (tokens.kind[t] !== Token.Word) return false;
		return isStrongBelowHundred(tokens.word[t]);
	}

	private besideNumber(t: number): boolean {
		const { tokens } = this;
		return (
			(tokens.skipped[t] === 0 && this.isStrong(t - 1)) ||
			(t + 1 < tokens.count && tokens.skipped[t + 1] === 0 && this.isStrong(t + 1))
		);
	}

	/** "nine nine teen teen six": among numbers, with others like it. */
	private betweenNumbers(t: number): boolean {
		return this.strongBeside(t, -1) && this.strongBeside(t, 1);
	}

	private strongBeside(t: number, step: 1 | -1): boolean {
		const { tokens } = this;
		for (let i = t + step; Math.abs(i - t) <= MOST_WEAK; i += step) {
			const between = step > 0 ? i : i + 1;
			if (i < 0 || i >= tokens.count || tokens.skipped[between] > 0) return false;
			if (this.isStrong(i)) return true;
			if (tokens.kind[i] !== Token.Word || !isNumberWord(tokens.word[i])) return false;
		}
		return false;
	}

	/**
	 * Reads the number that begins at token `t` into {@link Numbers}.
	 *
	 * @returns the token after it; `t` itself when no number begins there.
	 */
	read(t: number): number {
		const { tokens, numbers } = this;
		if (tokens.kind[t] === Token.Digits) {
			const from = numbers.poolSize;
			this.addWritten(t);
			numbers.close(tokens.start[t], tokens.end[t], from, 0);
			return t + 1;
		}
		if (this.isPlainDigit(t)) {
			// What follows in the run is judged by what the run says, and this is its beginning.
			if (t >= this.runEnd) this.lookAtRun(t);
			this.lastToken = t;
			this.lastLanguage = this.runLanguage;
			const from = numbers.poolSize;
			numbers.addDigit(plainDigitOf(tokens.word[t]));
			numbers.close(tokens.start[t], tokens.end[t], from, Mark.Spoken);
			return t + 1;
		}
		const first = this.meaning(t);
		if (first === undefined) return t;
		const from = numbers.poolSize;
		let marks: number = Mark.Spoken;
		let next: number;
		if (first.numeral === Numeral.Repeat) {
			next = this.readRepeated(t + 1, first.value);
			if (next === t + 1) return t;
		} else if (first.numeral === Numeral.Times || first.numeral === Numeral.Large) {
			return t;
		} else {
			const times = this.readTimes(t, first);
			if (times > 0) next = times;
			else {
				next = this.readCardinal(t, first);
				if (this.cardinalLarge) marks |= Mark.Large;
			}
		}
		this.lastToken = next - 1;
		this.lastLanguage = first.language;
		numbers.close(tokens.start[t], tokens.end[next - 1], from, marks);
		return next;
	}

	/** A digit before another one, or before what is no number: it stands for itself. */
	private isPlainDigit(t: number): boolean {
		const { tokens } = this;
		if (plainDigitOf(tokens.word[t]) < 0) return false;
		const next = t + 1;
		if (next >= tokens.count || tokens.skipped[next] > 0) return true;
		if (plainDigitOf(tokens.word[next]) >= 0) return true;
		return tokens.gap[next] !== Gap.Space && tokens.gap[next] !== Gap.Dash;
	}

	private addWritten(t: number): void {
		const { tokens, numbers } = this;
		const { units } = tokens;
		for (let i = tokens.start[t]; i < tokens.end[t]; i++) {
			const code = units[i];
			if (KIND[code] === Kind.Digit) numbers.addDigit(FOLD[code] - 0x30);
			else if (KIND[code] === Kind.HighSurrogate) {
				numbers.addDigit((units[++i] - 0xdfce) % 10);
			}
		}
	}

	/** "double four": adds the digit at `t` several times; returns the token after it, or `t`. */
	private readRepeated(t: number, times: number): number {
		const { tokens, numbers } = this;
		if (t >= tokens.count || tokens.skipped[t] > 0 || (tokens.gap[t] & ~TIGHT) !== 0) return t;
		if (tokens.kind[t] === Token.Digits) {
			const from = numbers.poolSize;
			this.addWritten(t);
			if (numbers.poolSize - from !== 1) {
				numbers.poolSize = from;
				return t;
			}
			for (let i = 1; i < times; i++) numbers.addDigit(numbers.pool[from]);
			return t + 1;
		}
		const unit = this.meaning(t) ?? this.weakUnit(t);
		if (unit === undefined) return t;
		if (unit.numeral === Numeral.Unit) {
			for (let i = 0; i < times; i++) numbers.addDigit(unit.value);
			return t + 1;
		}
		if (unit.numeral === Numeral.Pair || unit.numeral === Numeral.Ten) {
			const from = numbers.poolSize;
			const next = this.readCardinal(t, unit);
			const size = numbers.poolSize - from;
			for (let i = 1; i < times; i++) {
				for (let j = 0; j < size; j++) numbers.addDigit(numbers.pool[from + j]);
			}
			return next;
		}
		return t;
	}

	/** After "double" even a weak word is a digit. */
	private weakUnit(t: number): NumberWord | undefined {
		const { tokens } = this;
		if (tokens.kind[t] !== Token.Word) return undefined;
		return numberWord(tokens.word[t])?.find((m) => m.numeral === Numeral.Unit);
	}

	/** "deux fois quatre": returns the token after it, or 0. */
	private readTimes(t: number, first: NumberWord): number {
		if (first.numeral !== Numeral.Unit || first.value < 2 || first.value > 4) return 0;
		const { tokens } = this;
		if (t + 2 >= tokens.count || !tight(tokens, t + 1)) return 0;
		if (!isTimes(tokens.word[t + 1])) return 0;
		let at = t + 2;
		// "zweimal die vier"
		if (
			!isNumberWord(tokens.word[at]) &&
			tokens.kind[at] === Token.Word &&
			(rolesOf(tokens.word[at]) & BIT.filler) !== 0
		) {
			at++;
		}
		if (at >= tokens.count) return 0;
		const next = this.readRepeated(at, first.value);
		return next === at ? 0 : next;
	}

	private cardinalLarge = false;

	/** Whether the token at `t` continues the number word before it, as in "forty-two". */
	private continuation(t: number): NumberWord | undefined {
		return t < this.tokens.count && tight(this.tokens, t) ? this.meaning(t) : undefined;
	}

	/** The token after a word such as "and" at `t` that joins two parts of one number; else `t`. */
	private skipJoin(t: number, language: number): number {
		const { tokens } = this;
		return t < tokens.count && tight(tokens, t) && JOINS[language].has(tokens.word[t]) ? t + 1 : t;
	}

	/** Reads a number below 100 into `this.small`; returns the token after it. */
	private small = 0;

	private readBelowHundred(t: number, first: NumberWord): number {
		const { language, value } = first;
		this.small = value;
		let next = t + 1;
		if (first.numeral === Numeral.Unit) {
			if (UNITS_FIRST[language] && value > 0) {
				const joined = this.skipJoin(next, language);
				const ten = joined > next ? this.continuation(joined) : undefined;
				if (ten?.numeral === Numeral.Ten) {
					this.small = ten.value + value;
					return joined + 1;
				}
			}
			if (!(VIGESIMAL[language] && value === 4)) return next;
			const score = this.continuation(next);
			if (score?.numeral !== Numeral.Ten || score.value !== 20) return next;
			this.small = 80;
			next++;
		} else if (first.numeral === Numeral.Pair) {
			if (VIGESIMAL[language] && value === 10) {
				const unit = this.continuation(next);
				if (unit?.numeral === Numeral.Unit && unit.value >= 7) {
					this.small = 10 + unit.value;
					return next + 1;
				}
			}
			return next;
		}
		if (TENS_ALONE[language]) return next;
		// Tens: a unit may follow, and after 60 and 80 in French anything up to 19.
		const base = this.small;
		const joined = this.skipJoin(next, language);
		const more = this.continuation(joined);
		if (more === undefined || more.language !== language) return next;
		if (more.value === 4 && VIGESIMAL[language] && this.isFourTwenties(joined)) return next;
		if (more.numeral === Numeral.Unit && more.value > 0) {
			this.small = base + more.value;
			return joined + 1;
		}
		if (more.numeral === Numeral.Pair && VIGESIMAL[language] && (base === 60 || base === 80)) {
			if (more.value > 19) return next;
			const after = this.readBelowHundred(joined, more);
			this.small += base;
			return after;
		}
		return next;
	}

	/** "trente quatre-vingt-dix-sept" is 30 and 97, "trente-quatre vingt" is 34 and 20. */
	private isFourTwenties(t: number): boolean {
		const { gap } = this.tokens;
		const score = gap[t] === Gap.Space ? this.continuation(t + 1) : undefined;
		return score?.numeral === Numeral.Ten && score.value === 20;
	}

	/** Reads a cardinal such as "forty-two hundred" and adds its digits. */
	private readCardinal(t: number, first: NumberWord): number {
		const { language } = first;
		let next: number;
		let value: number;
		let thousands = 0;
		this.cardinalLarge = false;
		let meaning: NumberWord | undefined = first;
		let at = t;
		next = t;
		value = 0;
		for (let part = 0; part < 2; part++) {
			let below = 0;
			if (meaning.numeral <= Numeral.Ten) {
				next = this.readBelowHundred(at, meaning);
				below = this.small;
			}
			const hundred = meaning.numeral === Numeral.Hundred ? meaning : this.continuation(next);
			if (hundred?.numeral === Numeral.Hundred) {
				next = meaning.numeral === Numeral.Hundred ? at + 1 : next + 1;
				below = (meaning.numeral === Numeral.Hundred ? 1 : below) * hundred.value;
				const joined = this.skipJoin(next, language);
				const rest = this.continuation(joined);
				if (rest !== undefined && rest.numeral <= Numeral.Ten && rest.value > 0) {
					next = this.readBelowHundred(joined, rest);
					below += this.small;
				} else if (below >= 1000) this.cardinalLarge = true;
			}
			value = thousands + below;
			if (part === 1) break;
			const thousand = meaning.numeral === Numeral.Thousand ? meaning : this.continuation(next);
			if (thousand?.numeral !== Numeral.Thousand) break;
			next = meaning.numeral === Numeral.Thousand ? at + 1 : next + 1;
			thousands = (meaning.numeral === Numeral.Thousand ? 1 : below) * 1000;
			value = thousands;
			this.cardinalLarge = true;
			at = this.skipJoin(next, language);
			const rest = this.continuation(at);
			if (rest === undefined || rest.numeral > Numeral.Hundred) break;
			meaning = rest;
		}
		if (this.continuation(next)?.numeral === Numeral.Large) {
			this.cardinalLarge = true;
			next++;
		}
		const digits = String(value);
		for (let i = 0; i < digits.length; i++) this.numbers.addDigit(digits.charCodeAt(i) - 0x30);
		return next;
	}
}
