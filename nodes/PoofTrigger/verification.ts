import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** Poof sends the account's shared secret as it is, inside the body ([DOC]); it is no signature of anything. */
const SECRET_FIELD = 'x-poof-signature';

const bodySchema = z.record(z.string(), z.unknown());

/**
 * The delivery without the secret, or undefined when it does not carry the right one. Fails closed: without a secret in the
 * credential no delivery passes. Takes the same time wherever the secrets differ.
 */
export function verified(body: unknown, secret: string): Record<string, unknown> | undefined {
	const parsed = bodySchema.safeParse(body);
	if (!parsed.success || secret === '') return undefined;
	const { [SECRET_FIELD]: given, ...delivery } = parsed.data;
	if (typeof given !== 'string' || !timingSafeEqual(digest(given), digest(secret)))
		return undefined;
	return delivery;
}

function digest(text: string): Buffer {
	return createHash('sha256').update(text).digest();
}
