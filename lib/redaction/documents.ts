import type { Finding } from './finding';

/** What private billing documents are called in links and file names. */
const PRIVATE =
	/(?:(?:bank|account|card|tax|annual|monthly|billing)[-_ ])?statements?(?![a-z])|kontoausz[uü]g|relev[eé]s?[-_ ](?:de|bancaire|compte)|extracto|estado[-_ ]de[-_ ]cuenta|(?<![a-z0-9])(?:w-?[289](?:ben)?(?:-?e)?|109[589](?:-?[a-z]{1,4})?|1040|p60|p45|sa302|26as|itr-?v?)(?![a-z0-9])|form[-_ ]?(?:16|26)|tax[-_ ]?(?:returns?|forms?|certificates?|documents?|statements?|records?)|taxform|payslip|pay[-_ ]?stub|salary[-_ ]?slip|steuerbescheid|steuererkl|lohnsteuer|lohnabrechnung|gehaltsabrechnung|avis[-_ ]?d?[-_' ]?imp|fiche[-_ ]de[-_ ]paie|bulletin[-_ ]de[-_ ]salaire|declaracion|declaraci[oó]n[-_ ]de|constancia[-_ ]fiscal|n[oó]mina/i;

/** File names, from their ending backwards. */
const ENDING =
	/\.(?:pdf|docx?|xlsx?|csv|png|jpe?g|heic|tiff?|zip|odt|ods|rtf|txt|eml|html?)(?![\w])/gi;

const LONGEST_NAME = 120;
const NOT_IN_NAMES = ' \t\n\r\u00a0"\'<>()[]|,;';

/** Whether a link leads to a statement or a tax form. */
export function isPrivateLink(url: string): boolean {
	return PRIVATE.test(url.length > 2048 ? url.slice(0, 2048) : url);
}

/** File names of statements and tax forms that stand in a text. */
export function privateFiles(text: string): Finding[] {
	const findings: Finding[] = [];
	let from = 0;
	for (const ending of text.matchAll(ENDING)) {
		const end = ending.index + ending[0].length;
		const start = startOfName(text, from, ending.index);
		if (PRIVATE.test(text.slice(start, end))) findings.push({ category: 'document', start, end });
		else {
			const words = wordsBefore(text, from, start);
			const place = words === '' ? null : PRIVATE.exec(words + text.slice(start, end));
			if (place !== null) {
				findings.push({ category: 'document', start: start - words.length + place.index, end });
			}
		}
		from = end;
	}
	return findings;
}

/** Where a file name without spaces begins that goes on at `end`. */
function startOfName(text: string, from: number, end: number): number {
	const limit = Math.max(from, end - LONGEST_NAME);
	let start = end;
	while (start > limit && !NOT_IN_NAMES.includes(text[start - 1])) start--;
	return start;
}

/** The words before a file name that may belong to it: "Bank Statement May.pdf". */
function wordsBefore(text: string, from: number, start: number): string {
	const before = text.slice(Math.max(from, start - 60), start);
	return /(?:^|[\s"'(:])((?:[\w-]+ ){1,5})$/.exec(before)?.[1] ?? '';
}
