import { KIND, Kind } from './fold';

/** Where the web address that goes through `from` ends. */
export function endOfUrl(text: string, from: number): number {
	let end = from;
	while (end < text.length) {
		const kind = KIND[text.charCodeAt(end)];
		if (kind === Kind.Space || kind === Kind.Newline) break;
		if ('"<>\\`{|}\u201d'.includes(text[end])) break;
		end++;
	}
	// A sentence's own punctuation is not part of the address.
	while (end > from && ".,;:!?)]'".includes(text[end - 1])) end--;
	return end;
}
