import type { Finding } from './finding';

/** What private billing documents are called in links and file names. */
const PRIVATE =
	/statements?(?![a-z])|kontoausz[uü]g|relev[eé]s?[-_ ](?:de|bancaire|compte)|extracto|estado[-_ ]de[-_ ]cuenta|(?<![a-z0-9])(?:w-?[289](?:ben)?(?:-?e)?|109[589](?:-?[a-z]{1,4})?|1040|p60|p45|sa302|26as|itr-?v?)(?![a-z0-9])|form[-_ ]?(?:16|26)|tax[-_ ]?(?:returns?|forms?|certificates?|documents?|statements?|records?)|taxform|payslip|pay[-_ ]?stub|salary[-_ ]?slip|steuerbescheid|steuererkl|lohnsteuer|lohnabrechnung|gehaltsabrechnung|avis[-_ ]?d?[-_' ]?imp|fiche[-_ ]de[-_ ]paie|bulletin[-_ ]de[-_ ]salaire|declaracion|declaraci[oó]n[-_ ]de|constancia[-_ ]fiscal|n[oó]mina/i;

/** File names, from their ending backwards. */
const ENDING =
	/\.(?:pdf|docx?|xlsx?|csv|png|jpe?g|heic|tiff?|zip|odt|ods|rtf|txt|eml|html?)(?![\w])/gi;

const LONGEST_NAME = 120;

/** Whether a link leads to a statement or a tax form. */
export function isPrivateLink(url: string): boolean {
	return PRIVATE.test(url.length > 2048 ? url.slice(0, 2048) : url);
}

/** File names of statements and tax forms that stand in a text. */
export function privateFiles(text: string): Finding[] {
	const findings: Finding[] = [];
	if (!text.includes('.')) return findings;
	let from = 0;
	for (const ending of text.matchAll(ENDING)) {
		const end = ending.index + ending[0].length;
		let start = ending.index;
		while (
			start > from &&
			ending.index - start < LONGEST_NAME &&
			!/[\s"'<>()[\]|,;]/.test(text[start - 1])
		) {
			start--;
		}
		let name = text.slice(start, end);
		if (!PRIVATE.test(name)) {
			// A name with spaces: "Bank Statement May.pdf".
			const line = text.slice(Math.max(from, start - 60), end);
			const match = /(?:^|[\s"'(:])((?:[\w-]+ ){1,5})$/.exec(
				line.slice(0, line.length - name.length),
			);
			if (match === null) continue;
			const before = match[1];
			const place = PRIVATE.exec(before + name);
			if (place === null) continue;
			start = start - before.length + place.index;
			name = text.slice(start, end);
		}
		findings.push({ category: 'document', start, end });
		from = end;
	}
	return findings;
}
