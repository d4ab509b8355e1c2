import { ABSENT, read, unreadable, writtenValue, type Reading } from './reading';

interface Country {
	/** Calling code without the plus. */
	code: string;
	/** How many digits a national number has, without the trunk prefix. */
	lengths: readonly number[];
	/** What people dial in front of a national number. */
	trunk: string;
}

/** By ISO 3166 code. Calling codes are ITU-T E.164; lengths are those of geographic and mobile numbers. */
const COUNTRIES: Record<string, Country> = {
	AE: { code: '971', lengths: [8, 9], trunk: '0' },
	AU: { code: '61', lengths: [9], trunk: '0' },
	BR: { code: '55', lengths: [10, 11], trunk: '0' },
	CA: { code: '1', lengths: [10], trunk: '1' },
	CH: { code: '41', lengths: [9], trunk: '0' },
	DE: { code: '49', lengths: [7, 8, 9, 10, 11], trunk: '0' },
	ES: { code: '34', lengths: [9], trunk: '' },
	FR: { code: '33', lengths: [9], trunk: '0' },
	GB: { code: '44', lengths: [9, 10], trunk: '0' },
	IE: { code: '353', lengths: [7, 8, 9], trunk: '0' },
	IN: { code: '91', lengths: [10], trunk: '0' },
	IT: { code: '39', lengths: [8, 9, 10, 11], trunk: '' },
	MX: { code: '52', lengths: [10], trunk: '' },
	NG: { code: '234', lengths: [8, 10], trunk: '0' },
	NL: { code: '31', lengths: [9], trunk: '0' },
	NZ: { code: '64', lengths: [8, 9, 10], trunk: '0' },
	PK: { code: '92', lengths: [9, 10], trunk: '0' },
	SG: { code: '65', lengths: [8], trunk: '' },
	US: { code: '1', lengths: [10], trunk: '1' },
	ZA: { code: '27', lengths: [9], trunk: '0' },
};

const E164 = /^\+[1-9]\d{6,14}$/;

/** The national number in E.164 form if it has the country's length. */
function inCountry(digits: string, country: Country): string | null {
	const national =
		country.trunk && digits.startsWith(country.trunk) && !country.lengths.includes(digits.length)
			? digits.slice(country.trunk.length)
			: digits;
	if (country.lengths.includes(national.length)) return `+${country.code}${national}`;
	const withCode = digits.startsWith(country.code) ? digits.slice(country.code.length) : '';
	return country.lengths.includes(withCode.length) ? `+${digits}` : null;
}

/**
 * Reads a telephone number: E.164 where it says its country or `country` does; else its digits as they are.
 *
 * @param country ISO 3166 code of the country that national numbers belong to, or empty
 */
export function readPhone(value: unknown, country: string): Reading<string> {
	const written = writtenValue(value);
	if (written === null) return ABSENT;
	if (!/^(?:tel:)?\+?[\d\s().\-/]{7,24}$/.test(written)) {
		return unreadable(written, 'it is no telephone number');
	}
	const digits = written.replace(/\D/g, '');
	const international = /^(?:tel:)?\+/.test(written)
		? digits
		: digits.startsWith('00')
			? digits.slice(2)
			: null;
	if (international !== null) {
		// "+44 (0)20 …" keeps a zero that nobody dials from abroad.
		const number = `+${written.includes('(0)') ? digits.replace(/^(\d{1,3})0/, '$1') : international}`;
		return E164.test(number) ? read(number, written) : unreadable(written, 'it is too long');
	}
	if (digits.length < 7 || digits.length > 15)
		return unreadable(written, 'it is no telephone number');
	const known = Object.hasOwn(COUNTRIES, country) ? inCountry(digits, COUNTRIES[country]) : null;
	return read(known ?? digits, written);
}

/** Whether two numbers can be the same telephone, one of them perhaps without its country. */
export function samePhone(a: string, b: string): boolean {
	const [x, y] = [a, b].map((number) => number.replace(/\D/g, '').replace(/^0+/, ''));
	const shorter = Math.min(x.length, y.length);
	return shorter >= 7 && (x.endsWith(y) || y.endsWith(x));
}

/** The country that an international number belongs to; the largest of those that share a calling code, or empty. */
export function countryOf(number: string): string {
	const digits = /^\+\d{7,15}$/.test(number) ? number.slice(1) : '';
	const found = Object.entries(COUNTRIES).filter(([, { code }]) => digits.startsWith(code));
	return found.some(([name]) => name === 'US') ? 'US' : (found[0]?.[0] ?? '');
}
