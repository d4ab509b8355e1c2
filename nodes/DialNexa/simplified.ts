import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';
import { resultOf, unknownForm } from './answers';
import type { Result } from './operation';
import { isOn, type Item } from './parameters';

/**
 * Answers in few fields, named alike whatever they come from: an ID has the name of the parameter
 * that takes it, such as `agentId`. Whatever DialNexa leaves out is empty text or null, because its
 * OpenAPI file requires next to nothing in an answer.
 */

/** Text, or empty. */
export const text = z
	.string()
	.nullish()
	.catch('')
	.transform((value) => value ?? '');

/** A count, sent as a number or as text; null when there is none. */
export const count = z
	.union([z.number(), z.string().regex(/^\d{1,15}$/)])
	.nullish()
	.catch(null)
	.transform((value) => (typeof value === 'string' ? Number(value) : (value ?? null)));

/** A schema that reads an answer into few fields. */
interface Reader {
	safeParse(answer: unknown): { data?: IDataObject };
}

/** The answer in few fields or as DialNexa gives it; redacted either way. @throws DialNexaRefusal when it cannot be read */
export function shownBy(item: Item, reader: Reader, answer: unknown): Result {
	if (!isOn(item, 'simplify')) return resultOf(answer);
	const { data } = reader.safeParse(answer);
	if (!data) throw unknownForm();
	return resultOf(data);
}
