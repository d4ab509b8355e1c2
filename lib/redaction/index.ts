import { detect } from './detect';
import { replaceFindings } from './finding';
import type { Finding, RedactOptions } from './finding';

export type { Category, ContactCategory, Finding, RedactOptions, SecretCategory } from './finding';
export { redactJson, type JsonFinding } from './json';
export { redactTurns, type TurnFinding } from './turns';

/**
 * Replaces everything in `text` that must not be stored by a fixed token such as
 * `[card removed]`. Never throws, whatever the text. Redacting the result again changes nothing.
 *
 * @returns the redacted text, and the findings in order, with offsets into the input `text`.
 */
export function redact(
	text: string,
	options: RedactOptions = {},
): { text: string; findings: Finding[] } {
	const findings = detect(text, options);
	return { text: replaceFindings(text, findings), findings };
}
