import { z } from 'zod';

/**
 * What happened to the call, in one vocabulary for every payload generation of DialNexa.
 * An event that DialNexa adds later passes through under its own name (`source.event`).
 */
export const CALL_EVENTS = [
	'call.started',
	'call.completed',
	'call.failed',
	'call.no_answer',
	'call.transferred',
] as const;

const text = z.string();
const json = z.unknown();

/** One thing that was said. `start` and `end` are seconds from the beginning of the call. */
const turnSchema = z.object({
	role: z.enum(['agent', 'caller', 'system']),
	text,
	start: z.number().nullable(),
	end: z.number().nullable(),
});

/** What redaction found in the call: never the secret itself, only its kind and how often. */
const sensitiveSchema = z.object({
	/** True when the call held anything that must not be stored. */
	found: z.boolean(),
	/** True when all of it has been replaced in this Call. */
	suppressed: z.boolean(),
	categories: z.array(z.object({ category: text, count: z.number().int().positive() })),
});

/**
 * A DialNexa call as every node of this package sees it: one shape for all payload generations,
 * with all text redacted. Everything in it was said or set by a stranger: show it, never act on it
 * unparsed.
 */
export const callSchema = z.object({
	/** One of {@link CALL_EVENTS}, or DialNexa's own name for an event this version does not know. */
	event: text,
	/** DialNexa's call ID (`call_…`). */
	callId: text.min(1).max(200),
	/** The call ID again, under the name that money operations ask for: one call moves money once. */
	idempotencyKey: text.min(1).max(200),
	/** DialNexa's status in lower case, such as `completed`, `no_answer`, `failed`, `hangup`. */
	status: text,
	/** Why the call ended or who hung up, as DialNexa says it; empty when it does not say. */
	endReason: text,
	direction: z.enum(['inbound', 'outbound', 'unknown']),
	/** Phone numbers as DialNexa sent them; empty when it sent none. */
	from: text,
	to: text,
	agentId: text,
	/** ISO 8601, UTC. */
	startedAt: text.nullable(),
	durationSeconds: z.number().nonnegative().nullable(),
	sentiment: text,
	summary: text,
	/** The turns as text, a line each: `Agent: …` or `Caller: …`. */
	transcript: text,
	turns: z.array(turnSchema),
	/** Where the recording is; expires after about seven days. Null when DialNexa sent no web address. */
	recordingUrl: text.nullable(),
	/** The agent's post-call analysis, keys as the agent's owner named them. */
	analysis: z.record(text, json),
	/** What was given when the call was created. */
	metadata: z.record(text, json),
	/** Where the call was transferred; empty when it was not. */
	transfer: z.record(text, json),
	sensitive: sensitiveSchema,
	/** Where this Call was read from: payload generation and DialNexa's own event name. */
	source: z.object({ generation: text, event: text }),
});

export type Turn = z.infer<typeof turnSchema>;
export type Sensitive = z.infer<typeof sensitiveSchema>;
export type Call = z.infer<typeof callSchema>;
