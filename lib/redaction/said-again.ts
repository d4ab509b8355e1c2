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
		if (!/\d/.test(said) || !/\p{L}/u.test(said)) continue;
		for (const piece of said.split(/[^\p{L}\d]+/u)) if (CODE.test(piece)) codes.add(piece);
	}
	const again: Finding[] = [];
	if (codes.size === 0) return again;
	let taken = -1;
	for (let t = 0; t < count; t++) {
		if (gap[t] !== 0 && kind[t] !== Token.Mixed) continue;
		// A word that is known is cut off from the digits behind it.
		const cut = t - 1 > taken && kind[t - 1] === Token.Word && start[t] === end[t - 1];
		if (cut) taken = t;
		else if (kind[t] !== Token.Mixed) continue;
		const from = start[cut ? t - 1 : t];
		if (codes.has(text.slice(from, end[t]))) {
			again.push({ category: 'credential', start: from, end: end[t] });
		}
	}
	return again;
}
