import { addDecimals, canonical, compareDecimals, shift } from './decimal';

const words = (text: string) => text.split(' ');

const ENGLISH = words(
	'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
);
const ENGLISH_TENS = words('twenty thirty forty fifty sixty seventy eighty ninety');
const HINDI = words('ek do teen chaar paanch chhe saat aath nau das');
const HINDI_TENS = words('bees tees chalis pachas saath sattar assi nabbe');

const TENS = new Set([...ENGLISH_TENS, ...HINDI_TENS]);

const VALUES = new Map<string, number>([
	...ENGLISH.map((word, value): [string, number] => [word, value]),
	...HINDI.map((word, index): [string, number] => [word, index + 1]),
	...[ENGLISH_TENS, HINDI_TENS].flatMap((tens) =>
		tens.map((word, index): [string, number] => [word, (index + 2) * 10]),
	),
]);

/** The powers of ten that multiply what was said before them. */
const POWERS = new Map<string, number>([
	['hundred', 2],
	['sau', 2],
	['k', 3],
	['thousand', 3],
	['hazaar', 3],
	['hazar', 3],
	['lakh', 5],
	['lakhs', 5],
	['lac', 5],
	['million', 6],
	['crore', 7],
	['crores', 7],
]);

export const isNumberWord = (token: string) => VALUES.has(token) || POWERS.has(token);

/** Whether "and" may follow, as in "a hundred and twenty". */
export const isMultiplier = (token: string) => POWERS.has(token);

/** Whether a hyphen may follow, as in "forty-nine". */
export const isTens = (token: string) => TENS.has(token);

/** Digits with either kind of separators as a decimal; null when they are no plain number. */
function digits(written: string): string | null {
	const text = written.replace(/['’](?=\d{3})/g, '');
	if (/^\d+$/.test(text)) return text;
	// 1,234,567.89 and 1,20,000.50
	if (/^\d{1,3}(,\d{2,3})*,\d{3}(\.\d{1,18})?$/.test(text)) return text.replace(/,/g, '');
	// 1.234,89 and 1.234.567
	if (/^\d{1,3}(\.\d{3})+,\d{1,2}$/.test(text) || /^\d{1,3}(\.\d{3}){2,}$/.test(text)) {
		return text.replace(/\./g, '').replace(',', '.');
	}
	// 49,90
	if (/^\d+,\d{1,2}$/.test(text)) return text.replace(',', '.');
	return /^\d+\.\d{1,18}$/.test(text) ? text : null;
}

/** "forty nine" and "two hundred five" add up; "four nine" and "49 50" do not. */
function addsTo(group: string, number: string, spoken: boolean): boolean {
	if (canonical(group) === '0') return true;
	if (!spoken || number === '0') return false;
	const room = group.endsWith('00') ? '100' : group.endsWith('0') ? '10' : '1';
	return compareDecimals(number, room) < 0;
}

/**
 * The decimal that numbers and number words make together: `["2.5", "lakh"]`, `["four", "thousand", "eight",
 * "hundred"]`. Null when they make none, as a telephone number read digit by digit does not.
 */
export function numberOf(tokens: readonly string[]): string | null {
	let total = '0';
	let group = '0';
	let lowest = 99;
	for (const [index, token] of tokens.entries()) {
		const power = POWERS.get(token);
		const spoken = VALUES.get(token);
		if (power !== undefined) {
			if (index === 0) group = '1';
			if (canonical(group) === '0' || power >= lowest) return null;
			group = shift(group, power);
			if (power === 2) continue;
			[total, group, lowest] = [addDecimals(total, group), '0', power];
		} else {
			const number = spoken === undefined ? digits(token) : String(spoken);
			if (number === null || number.length > 34) return null;
			if (!addsTo(group, number, spoken !== undefined)) return null;
			group = addDecimals(group, number);
		}
	}
	return tokens.length > 0 ? addDecimals(total, group) : null;
}
