import { detect } from './detect';
import { replaceFindings, REPLACEMENTS } from './finding';
import type { Category, RedactOptions } from './finding';
import { categoryOfKey } from './keys';

export interface JsonFinding {
	/** A JSON Pointer (RFC 6901) to the value, or to the key when the key itself held the secret. */
	path: string;
	category: Category;
	start: number;
	end: number;
}

/** JSON nested deeper than this is replaced whole: nothing unseen may pass. */
const DEEPEST = 200;

function pointer(path: string, key: string): string {
	return `${path}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`;
}

/**
 * Redacts any JSON value: every string and number in it, and its keys. A key such as `cvv` or
 * `account_number` decides for everything below it. The input is not changed.
 *
 * @returns the redacted copy, and for each finding where it was: `start` and `end` are offsets into
 * the string (or into the number as JSON writes it) at `path`.
 */
export function redactJson(
	value: unknown,
	options: RedactOptions = {},
): { value: unknown; findings: JsonFinding[] } {
	const findings: JsonFinding[] = [];

	function scan(text: string, path: string): string {
		const found = detect(text, options);
		for (const finding of found) findings.push({ path, ...finding });
		return found.length === 0 ? text : replaceFindings(text, found);
	}

	function hideWhole(text: string, category: Category, path: string): string {
		if (text.trim() === '' || /^\[[a-z -]+ removed\]$/.test(text)) return text;
		findings.push({ path, category, start: 0, end: text.length });
		return REPLACEMENTS[category];
	}

	function walk(
		node: unknown,
		path: string,
		category: Category | undefined,
		depth: number,
	): unknown {
		if (depth > DEEPEST) return hideWhole('deeper', 'document', path);
		if (typeof node === 'string') {
			return category === undefined ? scan(node, path) : hideWhole(node, category, path);
		}
		if (typeof node === 'number' || typeof node === 'bigint') {
			const text = String(node);
			const redacted = category === undefined ? scan(text, path) : hideWhole(text, category, path);
			return redacted === text ? node : redacted;
		}
		if (Array.isArray(node)) {
			return node.map((item, i) => walk(item, `${path}/${i}`, category, depth + 1));
		}
		if (typeof node === 'object' && node !== null) {
			const entries = Object.entries(node).map(([key, item]) => {
				const below = pointer(path, key);
				return [
					scan(key, below),
					walk(item, below, category ?? categoryOfKey(key), depth + 1),
				] as const;
			});
			return Object.fromEntries(entries);
		}
		return node;
	}

	return { value: walk(value, '', undefined, 0), findings };
}
