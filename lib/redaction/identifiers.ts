import {
	codiceFiscale,
	cnpj,
	cpf,
	iban97,
	ibanHasLetters,
	ibanLength,
	nifLetter,
	vatCheck,
	verhoeff,
} from './checksums';
import type { Category } from './finding';
import { isCapitalAt } from './fold';

/** A number with letters or signs in it that is known by its form. */
interface Form {
	category: Category;
	/** With how many letters it begins; 0 when it begins with digits. */
	letters: number;
	/** Sticky and bounded: it is tried at one place and looks at a few characters only. */
	pattern: RegExp;
	/** Over the match in upper case, without spaces and signs. */
	check?: (plain: string) => boolean;
}

const FORMS: readonly Form[] = [
	{
		// Indian PAN: the fourth letter is the kind of holder.
		category: 'tax_id',
		letters: 5,
		pattern: /[a-z]{3}[abcefghjklpt][a-z][ -]?\d{4}[ -]?[a-z](?![\w'’-])/iy,
	},
	{
		category: 'tax_id',
		letters: 0,
		pattern: /\d{2} ?[a-z]{5} ?\d{4} ?[a-z] ?[1-9a-z] ?z ?[0-9a-z](?![\w'’-])/iy,
	}, // GSTIN
	{
		// UK National Insurance number, with the prefixes that are issued and the specimen QQ.
		category: 'tax_id',
		letters: 2,
		pattern:
			/(?:[a-ceghj-pr-tw-z][a-ceghj-npr-tw-z]|qq)[ -]?\d\d[ -]?\d\d[ -]?\d\d[ -]?[a-d](?![\w-])/iy,
	},
	{
		category: 'tax_id',
		letters: 6,
		pattern: /[a-z]{6}\d\d[a-ehlmprst]\d\d[a-z]\d{3}[a-z](?!\w)/iy,
		check: codiceFiscale,
	},
	{
		category: 'tax_id',
		letters: 1,
		pattern: /[xyz][ -]?\d{7}[ -]?[a-z](?![\w-])/iy,
		check: nifLetter,
	},
	{
		category: 'tax_id',
		letters: 0,
		pattern: /\d{2}\.?\d{3}\.?\d{3}[ -]?[a-z](?![\w-])/iy,
		check: nifLetter,
	},
	{
		// Indian driving licence: state, office, year of issue, seven digits.
		category: 'tax_id',
		letters: 2,
		pattern:
			/(?:A[NPRS]|BR|C[GH]|D[DLN]|G[AJ]|H[PR]|J[HK]|K[AL]|L[AD]|M[HLNPZ]|NL|O[DR]|P[BY]|RJ|SK|T[NRS]|U[KP]|WB)[ -]?\d\d[ -]?(?:19|20)\d\d[ -]?\d{7}(?![\w-])/y,
	},
	{ category: 'bank', letters: 4, pattern: /[a-z]{4}0[a-z0-9]{2}\d{4}(?![\w-])/iy }, // IFSC
	{
		// US SSN and ITIN
		category: 'tax_id',
		letters: 0,
		pattern: /(?!000|666)\d{3}-(?!00)\d\d-(?!0000)\d{4}(?![\w-])/y,
	},
	{ category: 'tax_id', letters: 0, pattern: /\d{3}\.\d{3}\.\d{3}-\d\d(?!\w)/y, check: cpf },
	{ category: 'tax_id', letters: 0, pattern: /\d\d\.\d{3}\.\d{3}\/\d{4}-\d\d(?!\w)/y, check: cnpj },
	{
		category: 'tax_id',
		letters: 0,
		pattern: /[2-9]\d{3}([ -])\d{4}\1\d{4}(?![ -]?\d)(?!\w)/y,
		check: verhoeff, // Aadhaar
	},
];

const MOST_LETTERS = 6;
/** Per number of letters that they begin with: the forms. */
const FORMS_AFTER = Array.from({ length: MOST_LETTERS + 1 }, (_, letters) =>
	FORMS.filter((form) => form.letters === letters),
);

/** EU VAT numbers: country code and what follows it. Those of `STRONG` are known by their form. */
const VAT =
	/(?:(ATU)(\d{8})|(NL)(\d{9}B\d\d)|(BE)([01]\d{9})|(DE)(\d{9})|(DK)(\d{8})|(FI)(\d{8})|(FR)([A-Z0-9]{2}\d{9})|(IT)(\d{11})|(LU)(\d{8})|(PL)(\d{10})|(PT)(\d{9}))(?![\w-])/iy;
const STRONG_VAT = new Set(['ATU', 'NL']);
/** Those whose checksum is not checked: in capitals only. */
const CAPITAL_VAT =
	/(?:ES[A-HJNP-SUVW]\d{7}[0-9A-J]|ES[XYZ\d]\d{7}[A-Z]|IE\d[A-Z0-9]\d{5}[A-Z]{1,2}|SE\d{10}01|CZ\d{8,10}|GB\d{9}|EL\d{9}|HU\d{8}|HR\d{11}|SK\d{10}|SI\d{8}|CY\d{8}[A-Z])(?![\w-])/y;

function plain(match: string): string {
	return match.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

const isDigit = (code: number) => code >= 48 && code <= 57;
const isLetter = (code: number) => (code | 32) >= 97 && (code | 32) <= 122;
const isAlphanumeric = (code: number) => isDigit(code) || isLetter(code);
/** Space, no-break space, dot, dash. */
const isSeparator = (code: number) => code === 32 || code === 0xa0 || code === 46 || code === 45;

/** How many digits those have that are also written in groups, and whose checksum is known. */
const VAT_DIGITS: Readonly<Record<string, number>> = {
	BE: 10,
	DE: 9,
	DK: 8,
	FI: 8,
	FR: 11,
	GB: 9,
	IT: 11,
	LU: 8,
	PL: 10,
	PT: 9,
};

/** Where the VAT number ends that begins at `start` and is written in groups: "GB 980 7806 84"; -1 when none does. */
function endOfSpacedVat(text: string, start: number): number {
	if (!isCapitalAt(text, start)) return -1;
	const country = text.slice(start, start + 2);
	const length = VAT_DIGITS[country];
	if (length === undefined) return -1;
	let digits = '';
	let i = start + 2;
	for (; digits.length < length; i++) {
		if (isDigit(text.charCodeAt(i))) digits += text[i];
		else if (!isSeparator(text.charCodeAt(i)) || !isDigit(text.charCodeAt(i + 1))) return -1;
	}
	if (isAlphanumeric(text.charCodeAt(i))) return -1;
	return vatCheck(country, digits) === true ? i : -1;
}

/** Where the IBAN ends that begins at `start`; -1 when none does. */
function endOfIban(text: string, start: number): number {
	// Two check digits in one follow the country code: "is 4 5" is no Icelandic account.
	const check = text.charCodeAt(start + 2) === 32 ? start + 3 : start + 2;
	if (!isDigit(text.charCodeAt(check)) || !isDigit(text.charCodeAt(check + 1))) return -1;
	const country = text.slice(start, start + 2).toUpperCase();
	const length = ibanLength(country);
	if (length === undefined) return -1;
	const lettered = ibanHasLetters(country);
	let iban = '';
	let digits = 0;
	let i = start;
	for (; i < text.length && iban.length < length; i++) {
		const code = text.charCodeAt(i);
		if (isAlphanumeric(code)) {
			iban += text[i];
			if (isDigit(code)) digits++;
			else if (!lettered && iban.length > 2) return -1;
		} else if (!isSeparator(code) || !isAlphanumeric(text.charCodeAt(i + 1))) return -1;
	}
	if (iban.length < length || isAlphanumeric(text.charCodeAt(i))) return -1;
	// Words can pass the checksum too, but no IBAN has mostly letters.
	return digits * 2 >= length && iban97(iban.toUpperCase()) ? i : -1;
}

export interface Identifier {
	category: Category;
	end: number;
}

/** How many letters stand in a row from `start` on, of {@link MOST_LETTERS} and one more. */
function lettersAt(text: string, start: number): number {
	let letters = 0;
	while (letters <= MOST_LETTERS && isLetter(text.charCodeAt(start + letters))) letters++;
	return letters;
}

/** The bank or tax number that is known by its form and begins at `start`, if one does. */
export function identifierAt(text: string, start: number): Identifier | undefined {
	const letters = lettersAt(text, start);
	if (letters > MOST_LETTERS) return undefined;
	if (letters === 2) {
		const iban = endOfIban(text, start);
		if (iban > 0) return { category: 'bank', end: iban };
		const grouped = endOfSpacedVat(text, start);
		if (grouped > 0) return { category: 'tax_id', end: grouped };
		// "at 7 pm": all others have letters or two digits next.
		const next = isSeparator(text.charCodeAt(start + 2)) ? start + 3 : start + 2;
		const one = isDigit(text.charCodeAt(next)) && !isAlphanumeric(text.charCodeAt(next + 1));
		if (one) return undefined;
	}
	if (letters > 1 && isAlphanumeric(text.charCodeAt(start + 2))) {
		const vat = endOfVat(text, start);
		if (vat > 0) return { category: 'tax_id', end: vat };
	}
	for (const { category, pattern, check } of FORMS_AFTER[letters]) {
		pattern.lastIndex = start;
		const match = pattern.exec(text);
		if (match === null) continue;
		if (check !== undefined && !check(plain(match[0]))) continue;
		return { category, end: pattern.lastIndex };
	}
	return undefined;
}

/** Where the VAT number ends that begins at `start` and is written in one; -1 when none does. */
function endOfVat(text: string, start: number): number {
	VAT.lastIndex = start;
	const vat = VAT.exec(text);
	if (vat !== null) {
		const [country, number] = vat
			.slice(1)
			.filter((group) => group !== undefined)
			.map((group) => group.toUpperCase());
		if (STRONG_VAT.has(country) || vatCheck(country, number)) return VAT.lastIndex;
	}
	if (!isCapitalAt(text, start)) return -1;
	CAPITAL_VAT.lastIndex = start;
	return CAPITAL_VAT.test(text) ? CAPITAL_VAT.lastIndex : -1;
}
