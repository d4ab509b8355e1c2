import { iban97, luhn } from './checksums';
import type { Category, Finding, RedactOptions } from './finding';

const LABELLED: ReadonlyArray<[Category, RegExp]> = [
	[
		'card_security',
		/\b(?:cvv2?|cvc2?|csc|security code|card code)\b[^\d\n]{0,30}\n?[^\d\n]{0,30}(\d{3,4})\b/gi,
	],
	[
		'bank',
		/\b(?:account|acct|routing|aba|iban|sort code)\b(?: number| no\b| #)?[^\d\n]{0,20}(\d[\d -]{4,19}\d)\b/gi,
	],
	[
		'tax_id',
		/\b(?:ssn|social security|social|ein|itin|tax id|tin)\b[^\d\n]{0,30}(\d[\d -]{7,10}\d)\b/gi,
	],
	[
		'credential',
		/\b(?:otp|one[- ]time (?:code|password)|verification code|passcode)\b[^\d\n]{0,20}(\d{4,8})\b/gi,
	],
	['credential', /\bpassword(?: is|:|=) {0,2}([^\s,;]{4,64})/gi],
];

/** Everything in `text` that must not be stored, in order and without overlap. */
export function detect(text: string, options: RedactOptions): Finding[] {
	const found: Finding[] = [];
	if (options.alsoHide?.includes('email')) {
		for (const match of text.matchAll(/[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g)) {
			found.push({ category: 'email', start: match.index, end: match.index + match[0].length });
		}
	}
	for (const match of text.matchAll(/(?<![\w.])\d(?:[ .-]?\d){12,18}(?!\w)/g)) {
		if (luhn(match[0].replace(/\D/g, ''))) {
			found.push({
				category: 'card',
				start: match.index,
				end: match.index + match[0].length,
			});
		}
	}
	for (const match of text.matchAll(/\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}\b/g)) {
		if (iban97(match[0].replace(/ /g, ''))) {
			found.push({ category: 'bank', start: match.index, end: match.index + match[0].length });
		}
	}
	for (const match of text.matchAll(/(?<![\w-])\d{3}-\d{2}-\d{4}(?![\w-])/g)) {
		found.push({ category: 'tax_id', start: match.index, end: match.index + match[0].length });
	}
	for (const [category, pattern] of LABELLED) {
		for (const match of text.matchAll(pattern)) {
			const end = match.index + match[0].length;
			if (!match[1].startsWith('[')) found.push({ category, start: end - match[1].length, end });
		}
	}
	found.sort((a, b) => a.start - b.start || b.end - a.end);
	const kept: Finding[] = [];
	for (const finding of found) {
		if (kept.length === 0 || finding.start >= kept[kept.length - 1].end) kept.push(finding);
	}
	return kept;
}
