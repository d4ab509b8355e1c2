import type { Random } from './random';

/** Completes digits with the check digit of Luhn's rule. */
export function withLuhn(digits: string): string {
	let sum = 0;
	for (let i = 0; i < digits.length; i++) {
		let d = Number(digits[digits.length - 1 - i]);
		if (i % 2 === 0) d = d > 4 ? d * 2 - 9 : d * 2;
		sum += d;
	}
	return digits + ((10 - (sum % 10)) % 10);
}

/** A card number of any issuer, or of one whose numbers have `only` so many digits. */
export function card(random: Random, only?: number): string {
	const issuers = [
		['4', 16],
		['4', 16],
		[String(51 + random.below(5)), 16],
		['2720', 16],
		[random.pick(['34', '37']), 15],
		['6011', 16],
		['36', 14],
		['3530', 16],
		['6521', 16],
		['62', 19],
	] as const;
	const [prefix, length] = random.pick(issuers.filter((i) => only === undefined || i[1] === only));
	return withLuhn(prefix + random.digits(length - prefix.length - 1));
}

const IBANS = { DE: 18, FR: 23, ES: 20, GB: 18, NL: 14, AT: 16 };

export function iban(random: Random): string {
	const country = random.pick(Object.keys(IBANS) as Array<keyof typeof IBANS>);
	let bban = random.digits(IBANS[country]);
	if (country === 'GB') bban = random.letters(4) + bban.slice(4);
	if (country === 'NL') bban = random.letters(4) + bban.slice(4);
	const numeric = `${bban}${country}00`.replace(/[A-Z]/g, (c) => String(c.charCodeAt(0) - 55));
	const check = 98n - (BigInt(numeric) % 97n);
	return `${country}${String(check).padStart(2, '0')}${bban}`;
}

export function routing(random: Random): string {
	const first = `0${random.below(9) + 1}${random.digits(6)}`;
	const weights = [3, 7, 1, 3, 7, 1, 3, 7];
	const sum = weights.reduce((s, w, i) => s + w * Number(first[i]), 0);
	return first + ((10 - (sum % 10)) % 10);
}

const D5 = [
	'0123456789',
	'1234067895',
	'2340178956',
	'3401289567',
	'4012395678',
	'5987604321',
	'6598710432',
	'7659821043',
	'8765932104',
	'9876543210',
];
const PERMUTATION = [
	'0123456789',
	'1576283094',
	'5803796142',
	'8916043527',
	'9453126870',
	'4286573901',
	'2793806415',
	'7046913258',
];
const INVERSE = '0432156789';

export function aadhaar(random: Random): string {
	const first = `${2 + random.below(8)}${random.digits(10)}`;
	let check = 0;
	for (let i = 0; i < first.length; i++) {
		const d = Number(first[first.length - 1 - i]);
		check = Number(D5[check][Number(PERMUTATION[(i + 1) % 8][d])]);
	}
	return first + INVERSE[check];
}

export function pan(random: Random): string {
	return `${random.letters(3)}${random.pick(['P', 'C', 'H'])}${random.letters(1)}${random.digits(4)}${random.letters(1)}`;
}

export function nif(random: Random): string {
	const number = random.digits(8);
	return number + 'TRWAGMYFPDXBNJZSQVHLCKE'[Number(number) % 23];
}

export function cpf(random: Random): string {
	let digits = random.digits(9);
	for (const length of [9, 10]) {
		let sum = 0;
		for (let i = 0; i < length; i++) sum += Number(digits[i]) * (length + 1 - i);
		digits += ((sum * 10) % 11) % 10;
	}
	return digits;
}

export function ssn(random: Random): string {
	return `${1 + random.below(6)}${random.pick(['12', '23', '45'])}${random.pick(['14', '38', '71'])}${1 + random.below(9)}${random.digits(3)}`;
}

/** Ten digits that begin as mobile numbers do in India. */
export function phone(random: Random): string {
	return `${6 + random.below(4)}${random.digits(9)}`;
}

export const PHRASE_WORDS =
	'abandon ability gravity kitchen lemon marble nephew orbit pelican quantum rhythm saddle tornado umbrella velvet whisper zebra arctic blossom cradle dolphin elbow fabric galaxy'.split(
		' ',
	);
