import { z } from 'zod';

const turn = z.strictObject({
	role: z.enum(['assistant', 'user']),
	content: z.string(),
	start: z.number(),
	end: z.number(),
});

/** Whether a call ended in words: without an answer there is no transcript, recording or analysis. */
export const recordedCall = z.strictObject({
	id: z.string().min(1).max(200),
	agentId: z.string(),
	direction: z.enum(['inbound', 'outbound']),
	from: z.string(),
	to: z.string(),
	/** DialNexa's own word: completed, no_answer, failed, … */
	status: z.string(),
	/** Who hung up, or why nobody was reached. */
	endReason: z.string(),
	createdAt: z.iso.datetime(),
	durationSeconds: z.number(),
	sentiment: z.string(),
	summary: z.string(),
	turns: z.array(turn),
	/** Fields as the agent's owner set them up; DialNexa gives every value as a string. */
	analysis: z.record(z.string(), z.unknown()),
	metadata: z.record(z.string(), z.unknown()),
	notes: z.record(z.string(), z.unknown()),
	agentVersion: z.number().int(),
	batchId: z.string().optional(),
});

/** A call as the local DialNexa keeps it. */
export type RecordedCall = z.infer<typeof recordedCall>;

/** A named call to deliver: everything but what each delivery makes afresh. */
export const sampleSchema = z.strictObject({
	name: z.string(),
	title: z.string(),
	/** What it shows, for whoever picks it. */
	description: z.string(),
	/** The user-webhook event that announces it. */
	event: z.string(),
	/** How it is signed when nobody asks otherwise. */
	signature: z.enum(['valid', 'forged', 'missing']).default('valid'),
	call: recordedCall.omit({ id: true, createdAt: true, notes: true, agentVersion: true }),
});

export type Sample = z.infer<typeof sampleSchema>;

/** `Agent: … User: …`, a line a turn. */
export function transcriptText(call: RecordedCall): string {
	return call.turns
		.map(({ role, content }) => `${role === 'assistant' ? 'Agent' : 'User'}: ${content}`)
		.join('\n');
}

export function recordingUrl(origin: string, call: RecordedCall): string | null {
	return call.turns.length === 0
		? null
		: `${origin}/dialnexa/recordings/${call.id}.wav?sig=sandbox`;
}

/** The flat body of a user-webhook (`/v1/user-webhooks`). */
export function flatBody(call: RecordedCall, origin: string) {
	return {
		call_id: call.id,
		status: call.status,
		sentiment: call.sentiment,
		summary: call.summary,
		transcript: transcriptText(call),
		extracted_data: call.analysis,
		duration: call.durationSeconds,
		recording_url: recordingUrl(origin, call),
		agent_id: call.agentId,
		metadata: call.metadata,
	};
}

/** The envelope of the dashboard webhook: numbers without their plus, the transcript as JSON text. */
export function envelopeBody(call: RecordedCall, origin: string) {
	const completed = call.status === 'completed';
	return {
		event_type: 'call_ended',
		payload: {
			call: {
				id: call.id,
				direction: call.direction,
				type: 'phone_call',
				status: completed ? 'completed' : 'hangup',
				...(call.batchId && { category: 'batch', category_id: call.batchId }),
				from_number: call.from.replace('+', ''),
				to_number: call.to.replace('+', ''),
				agent_id: call.agentId,
				initiated_at: call.createdAt,
				hangup_reason: call.endReason,
				disconnection_reason: call.endReason,
				...(completed && {
					duration_in_seconds: call.durationSeconds,
					transcript: JSON.stringify(call.turns),
					summary: call.summary,
					recording_url: recordingUrl(origin, call),
					post_call_analysis: { sentiment: call.sentiment, ...call.analysis },
				}),
			},
		},
	};
}

/** A call in a list of `GET /v1/calls`. */
export function listedCall(call: RecordedCall) {
	return {
		id: call.id,
		agent_id: call.agentId,
		agent_version_number: call.agentVersion,
		to_number: call.to,
		from_number: call.from,
		status: call.status,
		type: 'phone',
		call_direction: call.direction,
		createdAt: call.createdAt,
		duration: call.durationSeconds,
		end_reason: call.endReason,
		sentiment: call.sentiment,
		...(call.batchId && { batch_id: call.batchId }),
	};
}

/**
 * A call of `GET /v1/calls/{id}`. In production its transcript and summary were never seen, against
 * what the OpenAPI file says.
 */
export function detailedCall(call: RecordedCall, origin: string, withWords: boolean) {
	return {
		...listedCall(call),
		called_time: call.createdAt,
		metadata: call.metadata,
		notes: call.notes,
		postcallanalysis: { sentiment: call.sentiment, ...call.analysis },
		recording_sas_url: recordingUrl(origin, call),
		...(withWords && { transcript: transcriptText(call), summary: call.summary }),
	};
}

/** A second of silence: what a recording's address gives. */
export function silentRecording(): Buffer {
	const rate = 8000;
	const samples = Buffer.alloc(rate * 2);
	const header = Buffer.alloc(44);
	header.write('RIFF', 0);
	header.writeUInt32LE(36 + samples.length, 4);
	header.write('WAVEfmt ', 8);
	header.writeUInt32LE(16, 16);
	header.writeUInt16LE(1, 20);
	header.writeUInt16LE(1, 22);
	header.writeUInt32LE(rate, 24);
	header.writeUInt32LE(rate * 2, 28);
	header.writeUInt16LE(2, 32);
	header.writeUInt16LE(16, 34);
	header.write('data', 36);
	header.writeUInt32LE(samples.length, 40);
	return Buffer.concat([header, samples]);
}
