import { isRoutingNumber } from './checksums';
import type { Category, Finding } from './finding';
import { FOLD, KIND, Kind } from './fold';
import type { Place } from './place';
import type { Said } from './said';
import type { Written } from './written-forms';

/** Secrets and unexplained digits that are remembered for what repeats them. */
const REMEMBERED = 6;
/** How far a repetition may be from what it repeats, in words. */
const REPETITION_WORDS = 60;
/** And how far one of four or five digits of which one is misheard. */
const AT_ONCE_WORDS = 10;
/** A piece of so many digits repeats by itself; shorter ones only beside it. */
const FEWEST_IN_PIECE = 4;
/** And so many said in one go, one of them misheard. */
const FEWEST_IN_BREATH = 6;

/** How many identifiers are remembered, how much of one is a repetition, what may stand within it. */
const IDENTIFIERS = 3;
const FEWEST_REPEATED = 4;
const SEPARATORS = ' -.,';
/** Of a longer identifier no more characters are compared with what repeats it. */
export const LONGEST_REMEMBERED = 60;

interface Secret {
	category: Category;
	digits: readonly number[];
	/** The word count at its end. */
	word: number;
	speaker: number;
}

/** The capital of a Latin letter; what else there is, as it is. */
const upperCase = (code: number) => (code >= 97 && code <= 122 ? code - 32 : code);

/** The digits in a text, among other characters. */
function digitsIn(text: string): number[] {
	const digits: number[] = [];
	for (let i = 0; i < text.length; i++) {
		const digit = FOLD[text.charCodeAt(i)] - 0x30;
		if (digit >= 0 && digit <= 9) digits.push(digit);
	}
	return digits;
}

/** Whether digits repeat a part of a secret; some of many may be misheard, and `misheard` of four. */
function repeats(
	digits: readonly number[],
	secret: readonly number[],
	fewest = 3,
	misheard = 0,
): boolean {
	const size = digits.length;
	if (size < fewest) return false;
	const allowed = size >= 12 ? 3 : size >= 6 ? 1 : size >= 4 ? misheard : 0;
	for (let at = 0; at + size <= secret.length; at++) {
		let wrong = 0;
		for (let i = 0; i < size && wrong <= allowed; i++) if (digits[i] !== secret[at + i]) wrong++;
		if (wrong <= allowed) return true;
	}
	return false;
}

/** Whether digits begin with a secret of which only a part was heard: said again, and whole. */
function begins(digits: readonly number[], secret: readonly number[]): boolean {
	return secret.length > 4 && repeats(secret, digits.slice(0, secret.length));
}

/** The secrets that were said lately, and what may turn out to repeat one. */
export class KnownSecrets {
	private readonly secrets: Secret[] = [];
	private readonly unexplained: Said[] = [];
	/** Those with letters that were found last. */
	private readonly identifiers: Array<{ category: Category; value: string }> = [];

	constructor(private readonly findings: Finding[]) {}

	get latest(): Readonly<Secret> | undefined {
		return this.secrets.at(-1);
	}

	/** Remembers a secret that was said at this word, and hides what repeated it before. */
	add(category: Category, digits: readonly number[], word: number, speaker: number): void {
		this.secrets.push({ category, digits, word, speaker });
		if (this.secrets.length > REMEMBERED) this.secrets.shift();
		for (const said of this.unexplained) {
			if (word - said.lastWord > REPETITION_WORDS) continue;
			// "Payout goes to 026004734, account 8195360177."
			const routing = category === 'bank' && said.size === 9 && isRoutingNumber(said.digits);
			const beside = routing && word - said.lastWord <= AT_ONCE_WORDS;
			if (beside || repeats(said.digits, digits)) this.findings.push(...said.findings(category));
			else {
				// "Was that 4556 or 4556?"
				for (const breath of said.breaths()) {
					const whole = repeats(breath.digits, digits, FEWEST_IN_BREATH);
					for (const piece of whole ? [breath] : breath.pieces()) {
						if (!whole && !repeats(piece.digits, digits, FEWEST_IN_PIECE)) continue;
						this.findings.push(...piece.findings(category));
					}
				}
			}
		}
	}

	/** Remembers a secret as it is written; one with letters also for what repeats a part of it. */
	addWritten(category: Category, value: string, { word, speaker }: Place): void {
		const digits = digitsIn(value);
		if (digits.length >= FEWEST_IN_PIECE) this.add(category, digits, word, speaker);
		if (category !== 'bank' && category !== 'tax_id') return;
		const plain = value.toUpperCase().replace(/[^A-Z0-9]/g, '');
		if (!/[A-Z]/.test(plain) || plain.length < FEWEST_REPEATED) return;
		this.identifiers.push({ category, value: plain });
		if (this.identifiers.length > IDENTIFIERS) this.identifiers.shift();
	}

	/** Remembers digits that nothing explains yet. */
	addUnexplained(said: Said): void {
		this.unexplained.push(said);
		if (this.unexplained.length > REMEMBERED) this.unexplained.shift();
	}

	/** "GB84 BARC": a part of an identifier that was found before, with letters and digits, and stands at `start`. */
	writtenAgainAt(text: string, start: number): Written | undefined {
		if (this.identifiers.length === 0) return undefined;
		const first = String.fromCharCode(upperCase(text.charCodeAt(start)));
		for (const { category, value } of this.identifiers) {
			const last = value.length - FEWEST_REPEATED;
			for (
				let from = value.indexOf(first);
				from >= 0 && from <= last;
				from = value.indexOf(first, from + 1)
			) {
				let at = start;
				let same = 0;
				let end = at;
				while (from + same < value.length && at < text.length) {
					const code = text.charCodeAt(at);
					if (upperCase(code) === value.charCodeAt(from + same)) {
						same++;
						end = ++at;
					} else if (same > 0 && end === at && SEPARATORS.includes(text[at])) at++;
					else break;
				}
				if (same < FEWEST_REPEATED || KIND[text.charCodeAt(end)] >= Kind.Letter) continue;
				const repeated = text.slice(start, end);
				if (/\d/.test(repeated) && /[A-Z]/i.test(repeated)) {
					return { category, start, end };
				}
			}
		}
		return undefined;
	}

	/** The category of a secret said lately that has the digits of `value` in it. */
	categoryOfWritten(value: string, word: number): Category | undefined {
		return this.categoryOf(digitsIn(value), word);
	}

	/** The category of a secret said lately that has these digits in it: "M2622417" after "M, two six double two …". */
	categoryOf(digits: readonly number[], word: number): Category | undefined {
		return this.secrets.find(
			(secret) =>
				word - secret.word <= REPETITION_WORDS && repeats(digits, secret.digits, FEWEST_IN_PIECE),
		)?.category;
	}

	/** Hides what repeats a secret, as agents do; returns whether anything does. */
	hideRepetition(said: Said): boolean {
		if (this.secrets.length === 0 || said.hasLarge) return false;
		const sum = said.isSum;
		const near = this.secrets.filter(
			({ word, category }) =>
				said.firstWord - word <= REPETITION_WORDS && !(sum && category === 'card'),
		);
		const secret = near.find(({ digits, word, speaker }) => {
			const readBack = speaker !== said.speaker && said.firstWord - word <= AT_ONCE_WORDS;
			const misheard = readBack ? 1 : 0;
			return repeats(said.digits, digits, 3, misheard) || begins(said.digits, digits);
		});
		if (secret !== undefined) {
			this.findings.push(...said.findings(secret.category));
			return true;
		}
		return near.length > 0 && said.count > 1 && this.hidePieces(said, near);
	}

	/** "4758. Five eight, not six eight.": pieces of a secret, some of them perhaps very short. */
	private hidePieces(said: Said, secrets: readonly Secret[]): boolean {
		let found = false;
		for (const piece of said.pieces()) {
			const fewest = found ? 2 : FEWEST_IN_PIECE;
			const secret = secrets.find(({ digits }) => repeats(piece.digits, digits, fewest));
			if (secret === undefined) continue;
			this.findings.push(...piece.findings(secret.category));
			found = true;
		}
		return found;
	}
}
