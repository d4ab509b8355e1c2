import type { Finding } from './finding';
import { Token, type Tokens } from './tokens';

/** Letters and digits in one: nothing that is said by chance. */
const CODE = /^(?=[^\d]*\d)(?=[^\p{L}]*\p{L})[\p{L}\d]{5,64}$/u;

/** No more of a secret is looked at. */
const LONGEST = 200;

/**
 * Passwords and keys that are said again, by whom and how far off ever: "The temporary password is
 * Harbor7742." "Harbor7742, okay."
 */
export function saidAgain(
	{ text, count, kind, gap, start, end }: Tokens,
	findings: readonly Finding[],
): Finding[] {
	const codes = new Set<string>();
	for (const finding of findings) {
		if (finding.category !== 'credential') continue;
		const said = text.slice(finding.start, Math.min(finding.end, finding.start + LONGEST));
		for (const piece of said.split(/[^\p{L}\d]+/u)) if (CODE.test(piece)) codes.add(piece);
	}
	const again: Finding[] = [];
	if (codes.size === 0) return again;
	for (let t = 0; t < count; t++) {
		const from = start[t];
		if (kind[t] !== Token.Mixed) {
			// A word that is known is cut off from the digits behind it.
			if (t + 1 >= count || gap[t + 1] !== 0 || kind[t] !== Token.Word) continue;
			if (start[t + 1] !== end[t]) continue;
			t++;
		}
		if (!codes.has(text.slice(from, end[t]))) continue;
		again.push({ category: 'credential', start: from, end: end[t] });
	}
	return again;
}
