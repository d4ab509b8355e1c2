/** The Luhn check over a string of ASCII digits, as on payment cards (ISO/IEC 7812-1). */
export function luhn(digits: string): boolean {
	let sum = 0;
	for (let i = digits.length - 1, odd = true; i >= 0; i--, odd = !odd) {
		const digit = digits.charCodeAt(i) - 48;
		sum += odd ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
	}
	return sum % 10 === 0;
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

/** The checksum of a US bank routing number (ABA): nine digits, weights 3-7-1. */
export function aba(digits: string): boolean {
	if (digits.length !== 9 || digits === '000000000') return false;
	let sum = 0;
	for (let i = 0; i < 9; i++) sum += (digits.charCodeAt(i) - 48) * [3, 7, 1][i % 3];
	return sum % 10 === 0;
}
