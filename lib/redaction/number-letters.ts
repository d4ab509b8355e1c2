import type { Category, Finding } from './finding';

/** Country codes of VAT numbers and IBANs. */
const COUNTRY =
	/(?<![\p{L}\p{N}])(?:AT|BE|BG|CH|CHE|CY|CZ|DE|DK|EE|EL|ES|FI|FR|GB|GR|HR|HU|IE|IT|LT|LU|LV|MT|NL|NO|PL|PT|RO|SE|SI|SK|XI)[ ,-]{0,2}$/u;
/** The bank in an Indian IFSC code whose digits are said one by one: "HDFC double zero one". */
const IFSC_BANK =
	/(?<![\p{L}\p{N}])(?:(?:HDFC|ICIC|SBIN|UTIB|KKBK|PUNB|BARB|CNRB|UBIN|IOBA|IDIB|YESB|INDB|FDRL|IDFB|BKID|MAHB|CBIN)|(?<=ifsc[^.?!]{0,12}[^\p{L}])(?!code)[a-z]{4})[ -]?$/iu;
const PLUS = /(?<![\p{L}\p{N}])(?:plus|más|प्लस) $/iu;
const LETTERED: ReadonlySet<Category> = new Set(['bank', 'tax_id', 'phone']);
const LETTER_BEFORE = /(?<![\p{L}\p{N}'’])[B-HJ-Z][ -]?$/u;
const LETTER_AFTER = /^[ -]?[B-HJ-Z](?![\p{L}\p{N}'’]|-\p{L})/u;
/** "Siete cero de y la devolución": the name of a letter that a Spanish number ends with, and that can be no word there. */
const LETTER_NAMED =
	/^,? (?:be|ce|de|efe|ge|hache|jota|ka|ele|eme|ene|pe|cu|erre|ese|te|uve|equis|zeta)(?=[.,;?!\n]|$| y )/u;
const LONGEST = 24;
/** "…, letra T", "and it finishes with A": the last letter of a tax number, said with words before it. */
const LAST_LETTER =
	/^[ ,.…]{1,4}(?:(?:and|y|et|und|aur|it|ends|ending|finishes|finishing|last|mein|me|con|termina|en|with|in|mit|the|la|el|le|letter|letra|lettre|buchstabe|clé|clave|hyphen|dash)[ ,]{1,2}){1,5}([A-Z])(?![\p{L}\p{N}'’])/u;
const LONGEST_ENDING = 48;
/** "…, P de Pamplona." */
const LETTER_APART =
	/^, ?[A-Z](?=[.,;?!\n]|$| (?:de|for|as|like|wie|comme)(?!\p{L}))(?: (?:de|for|as in|like|wie|comme) \p{L}+)?/u;

/** Takes with a number what belongs to it: letters ("GB 123 4567 82"), the plus of a phone number. */
export function takeLetters(text: string, finding: Finding): void {
	if (!LETTERED.has(finding.category)) return;
	const before = text.slice(Math.max(0, finding.start - LONGEST - 1), finding.start);
	if (finding.category === 'phone') {
		finding.start -= PLUS.exec(before)?.[0].length ?? 0;
		return;
	}
	// Most stand after a word in small letters.
	if (/[A-Z][ ,-]{0,2}$/.test(before) || (finding.category === 'bank' && /ifsc/i.test(before))) {
		const found = COUNTRY.exec(before) ?? IFSC_BANK.exec(before) ?? LETTER_BEFORE.exec(before);
		if (found !== null) finding.start -= found[0].length;
	}
	const after = LETTER_AFTER.exec(text.slice(finding.end, finding.end + LONGEST));
	if (after !== null) finding.end += after[0].length;
	else if (finding.category === 'tax_id') {
		const rest = text.slice(finding.end, finding.end + LONGEST_ENDING);
		const ending = LAST_LETTER.exec(rest) ?? LETTER_APART.exec(rest) ?? LETTER_NAMED.exec(rest);
		if (ending !== null) finding.end += ending[0].length;
	}
}
