import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * DialNexa's documents disagree on the header: `x-nexa-signature: sha256=<hex>` for automatic
 * webhooks (OpenAPI file), `x-dialnexa-signature: <hex>` for the dashboard's webhook (webhook
 * reference). Either is accepted, with or without the prefix.
 */
const HEADERS = ['x-nexa-signature', 'x-dialnexa-signature'];

/** HMAC-SHA256 in hexadecimal. */
const SIGNATURE = /^(?:sha256=)?([0-9a-f]{64})$/i;

/** What the check of a signature found; each way to fail has its own name. */
export type Verdict =
	/** `secret` is the index of the secret that fits. */
	| { verified: true; secret: number }
	| { verified: false; reason: 'no_secret' | 'no_signature' | 'malformed_signature' | 'mismatch' };

/**
 * Checks that one of the secrets signed exactly these bytes. Takes the same time whichever secret
 * fits, and for any signature of the right form. Never throws.
 *
 * @param headers as Node gives them: names in lower case.
 * @param secrets those that may have signed; empty ones never fit.
 */
export function verifySignature(
	rawBody: Uint8Array,
	headers: Readonly<Record<string, string | string[] | undefined>>,
	secrets: readonly string[],
): Verdict {
	if (!secrets.some((secret) => secret !== '')) return { verified: false, reason: 'no_secret' };
	const sent = HEADERS.map((name) => headers[name]).filter((value) => value !== undefined);
	if (sent.length === 0) return { verified: false, reason: 'no_signature' };
	const signatures = sent.flatMap((value) => {
		const hex = typeof value === 'string' ? SIGNATURE.exec(value.trim())?.[1] : undefined;
		return hex === undefined ? [] : [Buffer.from(hex, 'hex')];
	});
	if (signatures.length === 0) return { verified: false, reason: 'malformed_signature' };

	let fitting = -1;
	secrets.forEach((secret, index) => {
		const expected = createHmac('sha256', secret).update(rawBody).digest();
		for (const signature of signatures) {
			if (timingSafeEqual(expected, signature) && secret !== '') fitting = index;
		}
	});
	return fitting >= 0
		? { verified: true, secret: fitting }
		: { verified: false, reason: 'mismatch' };
}
