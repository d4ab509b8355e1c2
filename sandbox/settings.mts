import { z } from 'zod';

/**
 * Where the sources about an API disagree, one stands here for the stand-in to follow. Each default
 * is what the newest source says.
 */
export const settingsSchema = z.strictObject({
	/** Where n8n is: Slack's clicks go there. */
	n8nUrl: z.url().nullable().default(null),
	poof: z
		.strictObject({
			/** Body of a successful payout: with its identifiers, as in 2022 with `redirect`, or a message alone. */
			payoutAnswer: z.enum(['transaction', 'legacy', 'message']).default('transaction'),
			/** Amounts as strings, as the documentation has them, or as the numbers that a client expects. */
			amounts: z.enum(['string', 'number']).default('string'),
			/** Status of a request that Poof does not accept: 200 with the text, or 400 and 401. */
			errorStatus: z.enum(['200', '4xx']).default('200'),
			/** Where a caller's metadata comes back: under `metadata.external` or in `metadata` itself. */
			metadataPlace: z.enum(['external', 'top']).default('external'),
			/** Whether the lists of transactions carry metadata as the single one does. */
			metadataInLists: z.boolean().default(false),
			/** A checkout's link as bare text or as a JSON string. */
			checkoutAnswer: z.enum(['text', 'quoted']).default('text'),
		})
		.prefault({}),
	dialnexa: z
		.strictObject({
			/** Envelopes as in the OpenAPI file, or as integrators saw them in production. */
			envelopes: z.enum(['openapi', 'production']).default('openapi'),
			/** A user-webhook as the OpenAPI file's schema (wrapped) or as its example (bare) shows it. */
			webhookAnswer: z.enum(['wrapped', 'bare']).default('wrapped'),
		})
		.prefault({}),
});

type Chosen = z.infer<typeof settingsSchema>;

/** The settings in force; `change` takes any part of them and keeps the rest. */
export class Settings {
	n8nUrl: Chosen['n8nUrl'];
	poof: Chosen['poof'];
	dialnexa: Chosen['dialnexa'];

	constructor(n8nUrl: string | null) {
		({
			n8nUrl: this.n8nUrl,
			poof: this.poof,
			dialnexa: this.dialnexa,
		} = settingsSchema.parse({
			n8nUrl,
		}));
	}

	inForce(): Chosen {
		return { n8nUrl: this.n8nUrl, poof: this.poof, dialnexa: this.dialnexa };
	}

	change(part: { n8nUrl?: unknown; poof?: object | undefined; dialnexa?: object | undefined }) {
		const changed = settingsSchema.parse({
			n8nUrl: this.n8nUrl,
			...part,
			poof: { ...this.poof, ...part.poof },
			dialnexa: { ...this.dialnexa, ...part.dialnexa },
		});
		Object.assign(this, changed);
	}

	reset() {
		Object.assign(this, settingsSchema.parse({ n8nUrl: this.n8nUrl }));
	}
}
