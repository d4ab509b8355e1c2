/** The digit at `i` of a string of ASCII digits. */
function digit(digits: string, i: number): number {
	return digits.charCodeAt(i) - 48;
}

function weightedSum(digits: string, weights: readonly number[]): number {
	return weights.reduce((sum, weight, i) => sum + weight * digit(digits, i), 0);
}

/** The Luhn check (ISO/IEC 7812-1) over so many digits, each given by its place. */
export function passesLuhn(length: number, digitAt: (i: number) => number): boolean {
	let sum = 0;
	for (let i = length - 1, odd = true; i >= 0; i--, odd = !odd) {
		const d = digitAt(i);
		sum += odd ? d : d > 4 ? d * 2 - 9 : d * 2;
	}
	return sum % 10 === 0;
}

/** The same over a string of ASCII digits. */
export function luhn(digits: string): boolean {
	return passesLuhn(digits.length, (i) => digit(digits, i));
}

/** The length of an IBAN per country, from the SWIFT IBAN registry. */
const IBAN_LENGTHS = new Map(
	(
		'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 ' +
		'DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 ' +
		'IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 ' +
		'MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 ' +
		'SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30'
	)
		.split(' ')
		.map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

/** How long an IBAN is that begins with this country code; undefined when no IBAN does. */
export function ibanLength(country: string): number | undefined {
	return IBAN_LENGTHS.get(country);
}

/** The countries whose IBANs have letters behind the check digits. */
const LETTERED = new Set(
	'AD AE AZ BG BH BY CH CY DO EG FR GB GE GI GL GR GT IE IQ IT JO KW KZ LB LC LI LU LV MC MD MT MU NL PK PS QA RO SC SM UA VA VG'.split(
		' ',
	),
);

export function ibanHasLetters(country: string): boolean {
	return LETTERED.has(country);
}

/** ISO 7064 MOD 97-10 over an IBAN (ISO 13616): upper-case letters and digits, no spaces. */
export function iban97(iban: string): boolean {
	let rest = 0;
	for (let i = 0; i < iban.length; i++) {
		const code = iban.charCodeAt((i + 4) % iban.length);
		const value = code < 58 ? code - 48 : code - 55;
		rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97;
	}
	return rest === 1;
}

const VERHOEFF_PERMUTATION = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

/** The product in the dihedral group D5. */
function dihedral(a: number, b: number): number {
	if (a < 5) return b < 5 ? (a + b) % 5 : 5 + ((a + b) % 5);
	return b < 5 ? 5 + ((a - b) % 5) : (a - b + 5) % 5;
}

/** The Verhoeff check, as on Aadhaar numbers. */
export function verhoeff(digits: string): boolean {
	let check = 0;
	for (let i = 0; i < digits.length; i++) {
		let d = digit(digits, digits.length - 1 - i);
		for (let p = 0; p < i % 8; p++) d = VERHOEFF_PERMUTATION[d];
		check = dihedral(check, d);
	}
	return check === 0;
}

/** The letter of a Spanish NIF or NIE (Real Decreto 1065/2007): the number modulo 23. */
export function nifLetter(nif: string): boolean {
	const number = nif.slice(0, -1).replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter)));
	return 'TRWAGMYFPDXBNJZSQVHLCKE'[Number(number) % 23] === nif[nif.length - 1];
}

const CODICE_ODD = 'BAKPLCQDREVOSFTGUHMINJWZYX';

/** The last letter of an Italian codice fiscale (D.M. 12/03/1974). */
export function codiceFiscale(code: string): boolean {
	let sum = 0;
	for (let i = 0; i < 15; i++) {
		const unit = code.charCodeAt(i);
		const value = unit < 58 ? unit - 48 : unit - 65;
		sum += i % 2 === 1 ? value : CODICE_ODD.indexOf(String.fromCharCode(65 + value));
	}
	return code.charCodeAt(15) - 65 === sum % 26;
}

/** The two check digits of a Brazilian CPF. */
export function cpf(digits: string): boolean {
	const check = (length: number) => {
		let sum = 0;
		for (let i = 0; i < length; i++) sum += digit(digits, i) * (length + 1 - i);
		return ((sum * 10) % 11) % 10;
	};
	return check(9) === digit(digits, 9) && check(10) === digit(digits, 10);
}

/** The two check digits of a Brazilian CNPJ. */
export function cnpj(digits: string): boolean {
	const weights = [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];
	const check = (length: number) => {
		const rest = weightedSum(digits, weights.slice(13 - length)) % 11;
		return rest < 2 ? 0 : 11 - rest;
	};
	return check(12) === digit(digits, 12) && check(13) === digit(digits, 13);
}

/** ISO 7064 MOD 11,10, as on German VAT numbers and tax IDs. */
export function mod1110(digits: string): boolean {
	let product = 10;
	for (let i = 0; i < digits.length - 1; i++) {
		const sum = (digit(digits, i) + product) % 10 || 10;
		product = (sum * 2) % 11;
	}
	return (11 - product) % 10 === digit(digits, digits.length - 1);
}

/** Check digits of EU VAT numbers without their country code, where the rule is one line. */
const VAT_CHECKS: Readonly<Record<string, (digits: string) => boolean>> = {
	BE: (d) => 97 - (Number(d.slice(0, 8)) % 97) === Number(d.slice(8)),
	DE: mod1110,
	DK: (d) => weightedSum(d, [2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0,
	FI: (d) => (weightedSum(d, [7, 9, 10, 5, 8, 4, 2]) + digit(d, 7)) % 11 === 0,
	FR: (d) => /^\d+$/.test(d) && (12 + 3 * (Number(d.slice(2)) % 97)) % 97 === Number(d.slice(0, 2)),
	GB: (d) => {
		const sum = weightedSum(d, [8, 7, 6, 5, 4, 3, 2]) + Number(d.slice(7, 9));
		return sum % 97 === 0 || (sum + 55) % 97 === 0;
	},
	IT: luhn,
	LU: (d) => Number(d.slice(0, 6)) % 89 === Number(d.slice(6)),
	PL: (d) => weightedSum(d, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === digit(d, 9),
	PT: (d) => {
		const rest = weightedSum(d, [9, 8, 7, 6, 5, 4, 3, 2]) % 11;
		return (rest < 2 ? 0 : 11 - rest) === digit(d, 8);
	},
};

/** Whether the check digit of a VAT number is right; undefined when the rule is not known here. */
export function vatCheck(country: string, number: string): boolean | undefined {
	return VAT_CHECKS[country]?.(number);
}

const ABN_WEIGHTS = [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19];

/** Australian Business Number: eleven digits, weighted sum divisible by 89 once the first is one less. */
export function abn(number: string): boolean {
	const sum = ABN_WEIGHTS.reduce(
		(total, weight, i) => total + weight * (Number(number[i]) - (i === 0 ? 1 : 0)),
		0,
	);
	return number.length === ABN_WEIGHTS.length && sum % 89 === 0;
}

/** US routing number: nine digits of a Federal Reserve district, weights 3, 7 and 1. */
export function isRoutingNumber(digits: readonly number[]): boolean {
	const district = digits[0] * 10 + digits[1];
	const issued =
		district <= 12 || (district >= 21 && district <= 32) || (district >= 61 && district <= 72);
	const sum = digits.reduce((total, digit, i) => total + digit * [3, 7, 1][i % 3], 0);
	return digits.length === 9 && issued && sum > 0 && sum % 10 === 0;
}

/** Mexican CLABE: eighteen digits, weights 3, 7 and 1 on the first seventeen, each product modulo 10. */
export function isClabe(digits: readonly number[]): boolean {
	const sum = digits
		.slice(0, 17)
		.reduce((total, digit, i) => total + ((digit * [3, 7, 1][i % 3]) % 10), 0);
	return digits.length === 18 && sum > 0 && (10 - (sum % 10)) % 10 === digits[17];
}
