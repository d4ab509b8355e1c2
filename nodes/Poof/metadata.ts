import { z } from 'zod';

import { redact } from '../../lib/redaction';
import { rawParameter, type Item, UnusableParameter } from './parameters';

/** Under this name the idempotency key travels to Poof and is found again. */
export const KEY_NAME = 'idempotency_key';

const MOST_ENTRIES = 20;
const LONGEST_NAME = 60;
const LONGEST_VALUE = 500;

const pairsSchema = z.object({
	entry: z.array(z.object({ name: z.string(), value: z.coerce.string() })).default([]),
});

/**
 * What travels with an invoice: the user's pairs, redacted and bounded, and the idempotency key. What Poof is told is a short
 * summary with links, never a transcript; this is the last place that can see to it.
 *
 * @throws UnusableParameter when there are too many pairs, a name is empty or too long, or a name is taken
 */
export function metadataOf(item: Item, idempotencyKey: string): Record<string, string> {
	const { entry: pairs } = pairsSchema.parse(rawParameter(item, 'metadata') || {});
	if (pairs.length > MOST_ENTRIES) {
		throw new UnusableParameter(
			`Metadata has ${pairs.length} entries`,
			`Keep at most ${MOST_ENTRIES} of them.`,
		);
	}
	const metadata: Record<string, string> = {};
	for (const { name, value } of pairs) {
		const known = name.trim();
		if (known === '' || known.length > LONGEST_NAME || known === KEY_NAME) {
			throw new UnusableParameter(
				`Metadata has a name that cannot be used: "${known.slice(0, LONGEST_NAME)}"`,
				`Give each entry a name of at most ${LONGEST_NAME} characters other than ${KEY_NAME}.`,
			);
		}
		metadata[known] = shortened(redact(value).text);
	}
	return { ...metadata, [KEY_NAME]: idempotencyKey };
}

function shortened(text: string): string {
	return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE - 1)}…` : text;
}
