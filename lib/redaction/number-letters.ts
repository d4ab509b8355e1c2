import type { Finding } from './finding';

/** Country codes of VAT numbers and IBANs. */
const COUNTRY =
	/(?<![\p{L}\p{N}])(?:AT|BE|BG|CH|CHE|CY|CZ|DE|DK|EE|EL|ES|FI|FR|GB|GR|HR|HU|IE|IT|LT|LU|LV|MT|NL|NO|PL|PT|RO|SE|SI|SK|XI)[ -]?$/u;
/** The bank in an Indian IFSC code whose digits are said one by one: "HDFC double zero one". */
const IFSC_BANK =
	/(?<![\p{L}\p{N}])(?:(?:HDFC|ICIC|SBIN|UTIB|KKBK|PUNB|BARB|CNRB|UBIN|IOBA|IDIB|YESB|INDB|FDRL|IDFB|BKID|MAHB|CBIN)|(?<=ifsc[^.?!]{0,12}[^\p{L}])[a-z]{4})[ -]?$/iu;
const LETTER_BEFORE = /(?<![\p{L}\p{N}'’])[B-HJ-Z][ -]?$/u;
const LETTER_AFTER = /^[ -]?[B-HJ-Z](?![\p{L}\p{N}'’]|-\p{L})/u;
const LONGEST = 24;

/** Takes the letters around the digits of an account or tax number with them: "GB 123 4567 82". */
export function withLetters(text: string, finding: Finding): void {
	if (finding.category !== 'bank' && finding.category !== 'tax_id') return;
	const before = text.slice(Math.max(0, finding.start - LONGEST - 1), finding.start);
	const found = COUNTRY.exec(before) ?? IFSC_BANK.exec(before) ?? LETTER_BEFORE.exec(before);
	if (found !== null) finding.start -= found[0].length;
	const after = LETTER_AFTER.exec(text.slice(finding.end, finding.end + LONGEST));
	if (after !== null) finding.end += after[0].length;
}
