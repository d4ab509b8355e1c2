import { objectOf, type Json } from './json';

/** A payload taken out of its envelope, its fields still as DialNexa sent them. */
export interface Payload {
	/** Which of DialNexa's payload generations it is: A, B, C0, C, or `api` for an answer of its API. */
	generation: 'A' | 'B' | 'C0' | 'C' | 'api';
	/** DialNexa's own name of the event; undefined where the generation has none. */
	event: unknown;
	call: Json;
	transfer: unknown;
}

/**
 * How to tell the generations apart, most telling first. B is the dashboard webhook
 * (`{event_type, payload: {call, call_transfer}}`, seen live), C the flat call of
 * `/v1/user-webhooks` (seen live), A and C0 are documented only; the body of C0 is a guess from its
 * event names, either flat or under `data`.
 */
const GENERATIONS: ReadonlyArray<(body: Json) => Payload | undefined> = [
	function b(body) {
		const payload = objectOf(body.payload) ?? body;
		const call = objectOf(payload.call);
		if (!call) return undefined;
		const transfer = payload.call_transfer;
		return { generation: 'B', event: body.event_type ?? body.event, call, transfer };
	},
	function a(body) {
		if (body.session_id === undefined || body.call_id !== undefined) return undefined;
		return { generation: 'A', event: body.event, call: body, transfer: undefined };
	},
	function c0(body) {
		const event = body.event ?? body.event_type ?? body.type;
		const data = objectOf(body.data);
		const call = data ? (objectOf(data.call) ?? data) : body;
		if (typeof event !== 'string' || !/^(call|campaign|workflow)[._]/.test(event)) return undefined;
		return { generation: 'C0', event, call, transfer: call.call_transfer };
	},
	function c(body) {
		if (body.call_id === undefined) return undefined;
		return { generation: 'C', event: undefined, call: body, transfer: body.call_transfer };
	},
];

/** Takes a delivered payload out of its envelope; undefined when it has none of the known forms. */
export function payloadOf(body: Json): Payload | undefined {
	for (const read of GENERATIONS) {
		const payload = read(body);
		if (payload) return payload;
	}
	return undefined;
}

/**
 * Whether the body is the test call that DialNexa makes when a dashboard webhook is saved: the
 * event `verification`, or a message and a timestamp without any call (both forms are reported).
 */
export function isVerification(body: Json): boolean {
	if (body.event_type === 'verification' || body.event === 'verification') return true;
	const named = body.event_type !== undefined || body.event !== undefined;
	const aboutACall = body.payload !== undefined || body.call !== undefined || 'call_id' in body;
	return !named && !aboutACall && typeof body.message === 'string' && body.timestamp !== undefined;
}
