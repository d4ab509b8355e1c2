import { createHash } from 'node:crypto';
import { callSchema, type Call } from '../../lib/call/call';
import { redact, redactJson, redactTurns } from '../../lib/redaction';

const NO_CALL: Call = {
	event: '',
	callId: '',
	idempotencyKey: '',
	status: '',
	endReason: '',
	direction: 'unknown',
	from: '',
	to: '',
	agentId: '',
	startedAt: null,
	durationSeconds: null,
	sentiment: '',
	summary: '',
	transcript: '',
	turns: [],
	recordingUrl: null,
	analysis: {},
	metadata: {},
	transfer: {},
	sensitive: { found: false, suppressed: true, categories: [] },
	source: { generation: '', event: '' },
};

/**
 * What a workflow may have left of a Call. Without an ID, an event and the analysis it is none; whatever else is not
 * there, such as the turns that a Set node removed, is taken as empty.
 */
const givenCallSchema = callSchema
	.partial()
	.required({ callId: true, event: true, analysis: true })
	.transform((given): Call => ({ ...NO_CALL, ...given, idempotencyKey: given.callId }));

/** A name for an item without a call ID: the same item always gets the same, two different ones never share it. */
const nameOfItem = (item: unknown) =>
	`unreadable-${createHash('sha256')
		.update(JSON.stringify(item) ?? '')
		.digest('hex')
		.slice(0, 16)}`;

/** Redacts the call once more: a workflow may have brought it here without the trigger. */
function redactCall(call: Call): { call: Call; categories: string[] } {
	const turns = redactTurns(call.turns);
	const texts = (['summary', 'transcript', 'endReason'] as const).map((key) => ({
		key,
		...redact(call[key]),
	}));
	const objects = (['analysis', 'metadata', 'transfer'] as const).map((key) => ({
		key,
		...redactJson(call[key]),
	}));
	const found = [turns, ...texts, ...objects].flatMap(({ findings }) =>
		findings.map(({ category }) => category),
	);
	return {
		call: {
			...call,
			turns: turns.turns,
			...Object.fromEntries(texts.map(({ key, text }) => [key, text])),
			...Object.fromEntries(objects.map(({ key, value }) => [key, value])),
		},
		categories: [
			...new Set([...call.sensitive.categories.map(({ category }) => category), ...found]),
		].filter((category) => /^[a-z_]{1,40}$/.test(category)),
	};
}

export interface GivenCall {
	/** Redacted; empty when the item is no Call. */
	call: Call;
	/** Categories of secrets that were found in it here or before, each once. */
	categories: string[];
	/** Why the item is no Call, or null when it is one. */
	notACall: string | null;
}

/** Reads a Call from an item and redacts it again. Never throws, whatever the item is. */
export function readGivenCall(item: unknown): GivenCall {
	const parsed = givenCallSchema.safeParse(item);
	if (parsed.success) return { ...redactCall(parsed.data), notACall: null };
	const { path } = parsed.error.issues[0];
	return {
		call: { ...NO_CALL, callId: nameOfItem(item), idempotencyKey: nameOfItem(item) },
		categories: [],
		notACall:
			path.length > 0
				? `its "${path.join('.').slice(0, 60)}" is missing or unexpected`
				: 'it is no object',
	};
}
