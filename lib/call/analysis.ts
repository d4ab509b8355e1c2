import { CAPTURE_FIELDS, type CaptureField } from './capture';
import type { Json } from './json';

/** The name of a field without case and separators: agents' owners write "Match Confidence" too. */
export const plainName = (name: string) => name.toLowerCase().replace(/[\s_-]/g, '');

const TYPES: ReadonlyMap<string, CaptureField['type']> = new Map(
	CAPTURE_FIELDS.map(({ name, type }) => [plainName(name), type]),
);

const YES = new Set(['true', 'yes', 'y', '1']);
const NO = new Set(['false', 'no', 'n', '0']);

function booleanOf(value: unknown): unknown {
	const answer = String(value).trim().toLowerCase();
	if (YES.has(answer)) return true;
	return NO.has(answer) ? false : value;
}

function numberOf(value: unknown): unknown {
	const written = typeof value === 'string' && /^\s*-?\d{1,15}(\.\d{1,15})?\s*$/.test(value);
	return written ? Number(value) : value;
}

function coerce(value: unknown, type: CaptureField['type'] | undefined): unknown {
	if (typeof value === 'object' || value === undefined) return value;
	if (type === 'BOOLEAN') return booleanOf(value);
	if (type === 'NUMBER') return numberOf(value);
	return type === 'STRING' ? String(value) : value;
}

/**
 * DialNexa sends values of the analysis as strings whatever their declared type. Gives the fields
 * of the capture table the type that the table declares and keeps every other field, and every
 * value that does not fit, as it is. Keys stay as the agent's owner named them.
 */
export function coerceAnalysis(analysis: Json): Json {
	return Object.fromEntries(
		Object.entries(analysis).map(([key, value]) => [key, coerce(value, TYPES.get(plainName(key)))]),
	);
}
