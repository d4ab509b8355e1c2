import { addDecimals, compareDecimals, fractionDigits } from './decimal';
import { isNumberWord, isTens, numberOf } from './number-words';
import { ABSENT, read, unreadable, writtenValue, type Reading } from './reading';
import { coinNamed, currencyNamed, minorDigits, type Unit } from './unit';

/** An amount of fiat money or of a coin, as a decimal string, with the unit it was written with. */
export interface Amount {
	amount: string;
	unit: Unit | null;
}

const MINOR_UNITS = new Set(['cent', 'cents', 'pence', 'paise', 'paisa']);
const ADDS_NOTHING = new Set(['and', 'only', 'exactly', 'flat', 'total', 'of', 'in', 'the', 'a']);

const TOKEN = /\d(?:[\d.,'’]*\d)?|[$€£₹]|\p{L}[\p{L}\p{M}]*\$?|\S/gu;

/** The tokens of a text that may hold amounts, in lower case. */
export const amountTokens = (line: string) =>
	(
		line
			.toLowerCase()
			.replace(/(\d) (?=\d{3}(?!\d))/g, '$1')
			.match(TOKEN) ?? []
	).filter((token) => token !== '.' && token !== ',');

export const isNumberToken = (token: string) => /^\d/.test(token) || isNumberWord(token);

export const unitNamed = (token: string) => currencyNamed(token) ?? coinNamed(token);

/**
 * Reads an amount in any written form: `4,800.00`, `1.234,50 €`, `₹2.5 lakh`, `USD 49`, "forty-nine dollars and fifty
 * cents". Never through a float. What can be read in two ways (`4.800`), a range, a guess ("about 50") or a minus is
 * unreadable.
 *
 * @param kind whether the field holds fiat money or a coin, for values written without a unit
 */
export function readAmount(value: unknown, kind: Unit['kind'] = 'fiat'): Reading<Amount> {
	const written = writtenValue(value);
	if (written === null) return ABSENT;
	if (written.length > 80) return unreadable(written, 'it is longer than an amount');
	const units: Unit[] = [];
	let run: string[] = [];
	let major: string[] | null = null;
	let minor: string[] | null = null;
	const tokens = amountTokens(written.replace(/\/-$/, ''));
	for (const [index, token] of tokens.entries()) {
		const unit = unitNamed(token);
		if (isNumberToken(token)) {
			run.push(token);
		} else if (MINOR_UNITS.has(token) && run.length > 0 && minor === null) {
			[minor, run] = [run, []];
		} else if (unit) {
			units.push(unit);
			if (run.length === 0) continue;
			if (major) return unreadable(written, 'it holds more than one number');
			[major, run] = [run, []];
		} else if (!ADDS_NOTHING.has(token) && !(token === '-' && isTens(tokens[index - 1] ?? ''))) {
			return unreadable(written, 'it is not one plain amount');
		}
	}
	if (run.length > 0 && major) return unreadable(written, 'it holds more than one number');
	const unit = oneUnit(units);
	if (unit === undefined) return unreadable(written, 'it names more than one currency');
	return amountOf(written, major ?? run, minor, unit ?? (kind === 'coin' ? ANY_COIN : null));
}

// An amount of a coin that another field names.
const ANY_COIN: Unit = { kind: 'coin', code: '' };

/** The one unit that was named, null when none was, undefined when they contradict each other. */
function oneUnit(units: Unit[]): Unit | null | undefined {
	const named = units.filter(({ code }) => code !== '$');
	if (new Set(named.map(({ code }) => code)).size > 1) return undefined;
	return named[0] ?? units[0] ?? null;
}

function amountOf(
	written: string,
	major: string[],
	minor: string[] | null,
	unit: Unit | null,
): Reading<Amount> {
	if (unit?.kind !== 'coin' && major.some((token) => /^[1-9]\d{0,2}\.\d{3}$/.test(token))) {
		return unreadable(written, 'its dot can separate thousands or decimals');
	}
	const whole = major.length === 0 && minor ? '0' : numberOf(major);
	const cents = minor ? numberOf(minor) : '0';
	if (whole === null || cents === null) return unreadable(written, 'it is not one plain amount');
	if (minor && (cents.includes('.') || compareDecimals(cents, '100') >= 0)) {
		return unreadable(written, 'it is not one plain amount');
	}
	const amount = addDecimals(whole, `0.${cents.padStart(2, '0')}`);
	if (fractionDigits(amount) > (unit ? minorDigits(unit) : 3)) {
		return unreadable(written, 'it has more digits after the point than the currency');
	}
	if (amount.split('.')[0].length > 15) return unreadable(written, 'it is larger than any payment');
	return read({ amount, unit: unit?.code ? unit : null }, written);
}
