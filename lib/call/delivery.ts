import { redact, redactJson, redactTurns, type Category } from '../redaction';
import { callSchema, type Call } from './call';
import { coerceAnalysis } from './analysis';
import { eventOf } from './events';
import { isVerification, payloadOf, type Payload } from './generations';
import { boundShape, cut, cutTexts, objectOf, parseJson, wellFormed, type Json } from './json';
import { boundTurns, readTurns, secondsOf, transcriptOf } from './transcript';

/** What a delivery turned out to be. */
export type Delivery =
	| { kind: 'call'; call: Call }
	/** DialNexa's test call when a dashboard webhook is saved: answer it, start nothing. */
	| { kind: 'verification' }
	/** `reason` is a sentence for the log; it repeats nothing from the delivery. */
	| { kind: 'unreadable'; reason: string };

/** Where each generation keeps a field, most telling name first. */
const NAMES = {
	callId: ['call_id', 'id', 'session_id'],
	status: ['status'],
	endReason: ['hangup_reason', 'end_reason', 'disconnection_reason'],
	direction: ['direction', 'call_direction'],
	from: ['from_number', 'from_phone_number', 'phone_number'],
	to: ['to_number', 'to_phone_number'],
	agentId: ['agent_id'],
	startedAt: [
		'initiated_at',
		'started_at',
		'called_time',
		'initiated_time',
		'createdAt',
		'created_at',
		'timestamp',
	],
	// Seconds where anybody looked (dashboard webhooks, the calls API); milliseconds only in filters.
	duration: ['duration_in_seconds', 'duration'],
	sentiment: ['sentiment'],
	summary: ['summary', 'call_summary'],
	transcript: ['transcript'],
	recording: ['recording_url', 'recording_sas_url'],
	analysis: [
		'post_call_analysis',
		'extracted_data',
		'postcallanalysis',
		'postcall_analysis',
		'analysis',
	],
	metadata: ['metadata'],
} as const;

const LONGEST_SUMMARY = 5_000;
const LONGEST_TERM = 200;
const LONGEST_URL = 4_096;

/** Letters, digits and the signs that IDs are made of. */
const ID = /^[A-Za-z0-9][\w.:-]{0,199}$/;
/** At most fifteen digits (E.164), so no card number of the usual length passes for a phone. */
const PHONE = /^\+?(?:[ ().-]{0,2}\d){3,15}\)?$/;

const first = (call: Json, field: keyof typeof NAMES): unknown =>
	NAMES[field]
		.map((name) => call[name])
		.find((value) => value !== undefined && value !== null && value !== '');

/** Redacts piece by piece and counts what it found. */
class Redaction {
	private readonly counts = new Map<Category, number>();

	private count(findings: ReadonlyArray<{ category: Category }>) {
		for (const { category } of findings) {
			this.counts.set(category, (this.counts.get(category) ?? 0) + 1);
		}
	}

	/** Text as people may see it, at most `length` characters; empty when the value is no text. */
	text(value: unknown, length: number): string {
		if (typeof value !== 'string') return '';
		const { text, findings } = redact(wellFormed(value.trim()));
		this.count(findings);
		return cut(text, length);
	}

	/** A word of DialNexa's vocabulary: lower case, underscores for spaces, unless something was removed. */
	term(value: unknown): string {
		const text = this.text(value, LONGEST_TERM);
		return text.includes(' removed]') ? text : text.toLowerCase().replace(/\s+/g, '_');
	}

	turns(value: unknown) {
		const { turns, findings } = redactTurns(readTurns(value));
		this.count(findings);
		return boundTurns(turns);
	}

	/** An object, or JSON text of one, bounded in shape and size; empty when it is neither. */
	object(value: unknown): Json {
		const object = objectOf(typeof value === 'string' ? parseJson(value) : value);
		if (!object) return {};
		const { value: redacted, findings } = redactJson(boundShape(object));
		this.count(findings);
		return objectOf(cutTexts(redacted)) ?? {};
	}

	get sensitive(): Call['sensitive'] {
		const categories = [...this.counts].map(([category, count]) => ({ category, count }));
		return { found: categories.length > 0, suppressed: categories.length > 0, categories };
	}
}

/**
 * The ID as text, or empty when it is none or could be a card number. Other secrets are not looked for: DialNexa makes
 * its IDs and no caller says one, and letters and digits at random look now and then like an IBAN.
 */
function idOf(value: unknown): string {
	const id = typeof value === 'number' ? String(value) : value;
	if (typeof id !== 'string' || !ID.test(id)) return '';
	return redact(id).findings.some(({ category }) => category === 'card') ? '' : id;
}

function phoneOf(value: unknown): string {
	const phone = typeof value === 'number' ? String(value) : value;
	return typeof phone === 'string' && PHONE.test(phone.trim()) ? phone.trim() : '';
}

/** ISO 8601 in UTC. A date without a zone is taken as UTC; a number as seconds or milliseconds. */
function timeOf(value: unknown): string | null {
	let time = NaN;
	if (typeof value === 'number') time = value < 1e11 ? value * 1000 : value;
	if (typeof value === 'string' && /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(value)) {
		const iso = value.trim().replace(' ', 'T');
		time = Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/i.test(iso) ? iso : `${iso}Z`);
	}
	const plausible = time > Date.UTC(2000, 0) && time < Date.UTC(2100, 0);
	return plausible ? new Date(time).toISOString() : null;
}

/** The address of the recording: the web only, without a login, and with no card number in it. */
function recordingOf(value: unknown): string | null {
	if (typeof value !== 'string' || value.length > LONGEST_URL) return null;
	if (!/^https?:\/\/[^\s@"<>\\]+$/i.test(value)) return null;
	// Redaction leaves addresses whole; the digits in this one are looked at by themselves.
	const numbers = value.match(/\d(?:[-.+_]?\d){11,18}/g) ?? [];
	return numbers.some((digits) => redact(digits).findings.length > 0) ? null : value;
}

function directionOf(value: unknown): Call['direction'] {
	return value === 'inbound' || value === 'outbound' ? value : 'unknown';
}

/** @throws nothing: what cannot be read is `unreadable` with a reason. */
function callOf(payload: Payload, subscribedTo: string): Delivery {
	const { call } = payload;
	const callId = idOf(first(call, 'callId'));
	if (!callId) return { kind: 'unreadable', reason: 'The delivery names no usable call ID' };

	const redaction = new Redaction();
	const status = redaction.term(first(call, 'status'));
	const endReason = redaction.term(first(call, 'endReason'));
	const named = redaction.term(payload.event);
	const turns = redaction.turns(first(call, 'transcript'));
	const analysis = coerceAnalysis(redaction.object(first(call, 'analysis')));

	const read = callSchema.safeParse({
		event: eventOf(named, status, endReason, subscribedTo),
		callId,
		idempotencyKey: callId,
		status,
		endReason,
		direction: directionOf(first(call, 'direction')),
		from: phoneOf(first(call, 'from')),
		to: phoneOf(first(call, 'to')),
		agentId: idOf(first(call, 'agentId')),
		startedAt: timeOf(first(call, 'startedAt')),
		durationSeconds: secondsOf(first(call, 'duration')),
		sentiment: redaction.term(first(call, 'sentiment') ?? analysis.sentiment),
		summary: redaction.text(first(call, 'summary'), LONGEST_SUMMARY),
		transcript: transcriptOf(turns),
		turns,
		recordingUrl: recordingOf(first(call, 'recording')),
		analysis,
		metadata: redaction.object(first(call, 'metadata')),
		transfer: redaction.object(payload.transfer),
		sensitive: redaction.sensitive,
		source: { generation: payload.generation, event: named },
	});
	if (read.success) return { kind: 'call', call: read.data };
	const where = read.error.issues[0]?.path.join('.');
	return { kind: 'unreadable', reason: `The delivery has an unusable ${where}` };
}

/**
 * Reads a webhook delivery of DialNexa, of any payload generation, into a Call with all text
 * redacted and bounded. Every value is taken as said by a stranger. Never throws.
 *
 * @param body the parsed JSON body.
 * @param subscribedTo the event of the webhook it came through, for payloads that name none.
 */
export function readDelivery(body: unknown, subscribedTo = ''): Delivery {
	const object = objectOf(body);
	if (!object) return { kind: 'unreadable', reason: 'The delivery is not a JSON object' };
	if (isVerification(object)) return { kind: 'verification' };
	const payload = payloadOf(object);
	if (payload) return callOf(payload, subscribedTo);
	return { kind: 'unreadable', reason: 'The delivery has no form that DialNexa is known to send' };
}

/**
 * Whether the body is DialNexa's test call when a dashboard webhook is saved. Looks at nothing else,
 * so it may be asked of a body that nobody vouches for.
 */
export function readsAsVerification(body: unknown): boolean {
	const object = objectOf(body);
	return object !== undefined && isVerification(object);
}

/**
 * Reads one call as `GET /v1/calls` and `GET /v1/calls/{id}` answer it. Never throws.
 *
 * @returns the Call, or undefined when the object names no usable call ID.
 */
export function readCall(apiCall: unknown): Call | undefined {
	const call = objectOf(apiCall);
	if (!call) return undefined;
	const payload = { generation: 'api', event: undefined, call, transfer: call.transfer } as const;
	const read = callOf(payload, '');
	return read.kind === 'call' ? read.call : undefined;
}
