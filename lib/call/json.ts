import { z } from 'zod';

/** A JSON object of which nothing is known yet. */
export type Json = Record<string, unknown>;

const jsonObject = z.record(z.string(), z.unknown());

/** How much of an object of a stranger's making is kept. */
const DEEPEST = 10;
const MOST_ENTRIES = 2_000;
const LONGEST_KEY = 200;
const LONGEST_TEXT = 20_000;

/** Names that reach an object's prototype when somebody copies key by key. */
const UNSAFE_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** The object, or undefined when the value is none. */
export function objectOf(value: unknown): Json | undefined {
	return jsonObject.safeParse(value).data;
}

/** What JSON text says; undefined when it is not JSON. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** The text without halves of surrogate pairs, which databases and other services refuse. */
export function wellFormed(text: string): string {
	return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** The text, cut after `length` characters. Cut only what is redacted: half a secret hides from redaction. */
export function cut(text: string, length: number): string {
	return text.length <= length ? text : `${wellFormed(text.slice(0, length))}… [cut]`;
}

/**
 * A copy of a JSON object with its shape bounded: at most ten levels and two thousand entries, text
 * well formed, no key that reaches a prototype. What is left out is replaced by `[cut]` where it
 * was a value, and missing where it was an entry. Long text stays whole, for redaction to see.
 */
export function boundShape(object: Json): Json {
	let entries = 0;

	function copy(value: unknown, depth: number): unknown {
		if (typeof value === 'string') return wellFormed(value);
		if (typeof value !== 'object' || value === null) return value;
		if (depth >= DEEPEST) return '[cut]';
		if (Array.isArray(value)) {
			const kept: unknown[] = [];
			for (const item of value) {
				if (++entries > MOST_ENTRIES) break;
				kept.push(copy(item, depth + 1));
			}
			return kept;
		}
		return copyObject(value, depth);
	}

	function copyObject(value: object, depth: number): Json {
		const kept: Json = {};
		for (const [key, item] of Object.entries(value)) {
			if (UNSAFE_KEYS.has(key)) continue;
			if (++entries > MOST_ENTRIES) break;
			kept[wellFormed(key)] = copy(item, depth + 1);
		}
		return kept;
	}

	return copyObject(object, 0);
}

/** A copy with every text and key cut to a length that a form, a sheet and a database can hold. */
export function cutTexts(value: unknown): unknown {
	if (typeof value === 'string') return cut(value, LONGEST_TEXT);
	if (Array.isArray(value)) return value.map(cutTexts);
	const object = objectOf(value);
	if (!object) return value;
	return Object.fromEntries(
		Object.entries(object).map(([key, item]) => [cut(key, LONGEST_KEY), cutTexts(item)]),
	);
}
