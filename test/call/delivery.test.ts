import { CALL_EVENTS, callSchema, type Call } from '../../lib/call/call';
import { readCall, readDelivery } from '../../lib/call/delivery';

function callIn(body: unknown, subscribedTo?: string): Call {
	const delivery = readDelivery(body, subscribedTo);
	if (delivery.kind !== 'call') throw new Error(`Read as ${JSON.stringify(delivery)}`);
	expect(callSchema.parse(delivery.call)).toEqual(delivery.call);
	return delivery.call;
}

/** As DialNexa's Make.com app declares it. */
const FLAT = {
	call_id: 'call_abc123',
	status: 'completed',
	sentiment: 'positive',
	summary: 'The agent confirmed the appointment.',
	transcript: 'Agent: Hello. Customer: I would like to confirm.',
	extracted_data: { intent: 'book_appointment' },
	duration: 120,
	recording_url: 'https://example.com/recording.mp3',
	agent_id: 'agent_abc123',
	metadata: { source: 'make' },
};

const BASIC = {
	id: 'call_abc123xyz',
	direction: 'outbound',
	type: 'phone_call',
	category: 'batch',
	category_id: 'batch_001',
	from_number: '12137771234',
	to_number: '12137771235',
	agent_id: 'agent_987654321',
	initiated_at: '2025-05-02T10:21:15.945Z',
};

const envelope = (event: string, call: object, transfer?: object) => ({
	event_type: event,
	payload: { call: { ...BASIC, ...call }, ...(transfer && { call_transfer: transfer }) },
});

describe('generation C, the flat call of automatic webhooks', () => {
	test('is read whole', () => {
		expect(callIn(FLAT)).toEqual({
			event: 'call.completed',
			callId: 'call_abc123',
			idempotencyKey: 'call_abc123',
			status: 'completed',
			endReason: '',
			direction: 'unknown',
			from: '',
			to: '',
			agentId: 'agent_abc123',
			startedAt: null,
			durationSeconds: 120,
			sentiment: 'positive',
			summary: 'The agent confirmed the appointment.',
			transcript: 'Agent: Hello.\nCaller: I would like to confirm.',
			turns: [
				{ role: 'agent', text: 'Hello.', start: null, end: null },
				{ role: 'caller', text: 'I would like to confirm.', start: null, end: null },
			],
			recordingUrl: 'https://example.com/recording.mp3',
			analysis: { intent: 'book_appointment' },
			metadata: { source: 'make' },
			transfer: {},
			sensitive: { found: false, suppressed: false, categories: [] },
			source: { generation: 'C', event: '' },
		});
	});

	test.each([
		['completed', '', 'call.completed'],
		['did_not_pick', 'call.completed', 'call.no_answer'],
		['busy', '', 'call.no_answer'],
		['no_answer', '', 'call.no_answer'],
		['retry_expired', '', 'call.no_answer'],
		['failed', '', 'call.failed'],
		['cancelled', '', 'call.failed'],
		['initiated', '', 'call.started'],
		['something_new', 'call.failed', 'call.failed'],
		['something_new', '', 'call.completed'],
	])('with status %s on a webhook for "%s" means %s', (status, subscribedTo, event) => {
		expect(callIn({ ...FLAT, status }, subscribedTo).event).toBe(event);
	});

	test('takes the event from the body when it has one', () => {
		expect(callIn({ ...FLAT, event: 'call.failed' })).toMatchObject({
			event: 'call.failed',
			source: { generation: 'C0', event: 'call.failed' },
		});
	});
});

describe('generation B, the envelope of dashboard webhooks', () => {
	test('call_ended of a completed call is read whole', () => {
		const call = callIn(
			envelope(
				'call_ended',
				{
					status: 'completed',
					duration_in_seconds: 43,
					transcript:
						'[{"role":"assistant","content":"Hello.","start":0.5,"end":3.1},{"role":"user","content":"Hi."}]',
					summary: 'A greeting.',
					recording_url: 'https://recordings.example.com/a.mp3?sv=2024&sig=abc%3D',
					post_call_analysis: { sentiment: 'Positive', Outcome: 'Qualified' },
					hangup_reason: 'user',
				},
				{ destination: '+12137770000', status: 'completed', destination_id: 'dst_1' },
			),
		);
		expect(call).toEqual({
			event: 'call.completed',
			callId: 'call_abc123xyz',
			idempotencyKey: 'call_abc123xyz',
			status: 'completed',
			endReason: 'user',
			direction: 'outbound',
			from: '12137771234',
			to: '12137771235',
			agentId: 'agent_987654321',
			startedAt: '2025-05-02T10:21:15.945Z',
			durationSeconds: 43,
			sentiment: 'positive',
			summary: 'A greeting.',
			transcript: 'Agent: Hello.\nCaller: Hi.',
			turns: [
				{ role: 'agent', text: 'Hello.', start: 0.5, end: 3.1 },
				{ role: 'caller', text: 'Hi.', start: null, end: null },
			],
			recordingUrl: 'https://recordings.example.com/a.mp3?sv=2024&sig=abc%3D',
			analysis: { sentiment: 'Positive', Outcome: 'Qualified' },
			metadata: {},
			transfer: { destination: '+12137770000', status: 'completed', destination_id: 'dst_1' },
			sensitive: { found: false, suppressed: false, categories: [] },
			source: { generation: 'B', event: 'call_ended' },
		});
	});

	test.each([
		['call_initiated', { status: 'initiated' }, 'call.started'],
		['call_ended', { status: 'hangup', hangup_reason: 'user_busy' }, 'call.no_answer'],
		[
			'call_ended',
			{ status: 'hangup', disconnection_reason: 'user_did_not_pick_up' },
			'call.no_answer',
		],
		['call_ended', { status: 'hangup', hangup_reason: 'voicemail_detected' }, 'call.no_answer'],
		['call_ended', { status: 'hangup', hangup_reason: 'sip_auth_failed' }, 'call.failed'],
		['call_ended', { status: 'hangup' }, 'call.failed'],
		['transfer_completed', { status: 'completed' }, 'call.transferred'],
		['call_rated', { status: 'completed' }, 'call_rated'],
	])('%s with %j means %s', (name, call, event) => {
		expect(callIn(envelope(name, call)).event).toBe(event);
	});

	test('is read without its inner envelope as well', () => {
		expect(
			callIn({ event_type: 'call_ended', call: { ...BASIC, status: 'completed' } }),
		).toMatchObject({
			callId: 'call_abc123xyz',
			event: 'call.completed',
		});
	});
});

describe('the generations that are documented only', () => {
	test('A: a session', () => {
		expect(
			callIn({
				event: 'call.ended',
				workspace_id: 'ws_1',
				session_id: 'sess_1',
				agent_id: 'agent_1',
				phone_number: '+15550001234',
				timestamp: '2024-03-15T14:32:00Z',
			}),
		).toMatchObject({
			event: 'call.completed',
			callId: 'sess_1',
			from: '+15550001234',
			startedAt: '2024-03-15T14:32:00.000Z',
			source: { generation: 'A', event: 'call.ended' },
		});
	});

	test('C0: an event with its call under data', () => {
		expect(
			callIn({ event: 'call.no_answer', data: { id: 'call_9', status: 'no_answer' } }),
		).toMatchObject({ event: 'call.no_answer', callId: 'call_9', source: { generation: 'C0' } });
	});

	test('the answer of GET /v1/calls/{id}', () => {
		const call = readCall({
			id: 'call_abc123',
			agent_id: 'agent_1',
			to_number: '+919876543210',
			from_number: '+14155552671',
			status: 'completed',
			call_direction: 'outbound',
			createdAt: '2026-07-03T10:30:00.000Z',
			duration: 42,
			end_reason: 'user_disconnected',
			postcallanalysis: { match_confidence: '0.9' },
			recording_sas_url: 'https://store.example.com/r.mp3?sig=x',
		});
		expect(call).toMatchObject({
			event: 'call.completed',
			from: '+14155552671',
			to: '+919876543210',
			startedAt: '2026-07-03T10:30:00.000Z',
			durationSeconds: 42,
			endReason: 'user_disconnected',
			analysis: { match_confidence: 0.9 },
			recordingUrl: 'https://store.example.com/r.mp3?sig=x',
			source: { generation: 'api', event: '' },
		});
	});
});

test('every event of a known generation has a name of the contract', () => {
	for (const status of ['completed', 'busy', 'failed', 'initiated']) {
		expect(CALL_EVENTS).toContain(callIn({ ...FLAT, status }).event);
	}
});

describe('the verification call', () => {
	test.each([
		[{ event_type: 'verification', payload: { message: 'Hello', timestamp: 1 } }],
		[{ event_type: 'verification', message: 'Hello', timestamp: '2026-01-01T00:00:00Z' }],
		[{ event: 'verification' }],
		[{ message: 'Webhook verification', timestamp: '2026-01-01T00:00:00Z' }],
	])('is recognised: %j', (body) => {
		expect(readDelivery(body)).toEqual({ kind: 'verification' });
	});

	test.each([
		[{ message: 'a', timestamp: 1, call_id: 'call_1', status: 'completed' }],
		[{ event_type: 'call_ended', message: 'a', timestamp: 1, payload: { call: { id: 'call_1' } } }],
	])('is not mistaken for a call: %j', (body) => {
		expect(readDelivery(body).kind).toBe('call');
	});
});

describe('what cannot be read says why and repeats nothing', () => {
	test.each([
		['no JSON object', 'The delivery is not a JSON object'],
		[null, 'The delivery is not a JSON object'],
		[[FLAT], 'The delivery is not a JSON object'],
		[{}, 'The delivery has no form that DialNexa is known to send'],
		[{ payload: { call: {} } }, 'The delivery names no usable call ID'],
		[{ call_id: '' }, 'The delivery names no usable call ID'],
		[{ call_id: 'x'.repeat(201) }, 'The delivery names no usable call ID'],
		[{ call_id: 'call_1\n=HYPERLINK()' }, 'The delivery names no usable call ID'],
		[{ call_id: '4242424242424242' }, 'The delivery names no usable call ID'],
	])('%j', (body, reason) => {
		expect(readDelivery(body)).toEqual({ kind: 'unreadable', reason });
	});
});

test.each([
	'call_5ac2901e-3b82-445a-aba1-4b46aef0d26d',
	'aba55523-bb02-4b2d-a770-d00f4c38b67a',
	'ad18a5b21b5ff5c441560192',
	'call_bg75OH2rSaitMe5dwubKsH',
])('%s is a call ID, whatever its letters and digits look like', (callId) => {
	expect(callIn({ ...FLAT, call_id: callId })).toMatchObject({ callId, idempotencyKey: callId });
});

describe('transcripts', () => {
	const turnsOf = (transcript: unknown) =>
		callIn({ ...FLAT, transcript }).turns.map(({ role, text }) => `${role}: ${text}`);

	test.each<[string, unknown, string[]]>([
		['lines', 'Agent: Hello.\nUser: Hi: it is me.', ['agent: Hello.', 'caller: Hi: it is me.']],
		['lines in lower case', 'assistant: Hello.\n  user: Hi.', ['agent: Hello.', 'caller: Hi.']],
		['a name within speech', 'Agent: our customer: you.', ['agent: our customer: you.']],
		[
			'text before the first name',
			'Recorded. Agent: Hello.',
			['system: Recorded.', 'agent: Hello.'],
		],
		['no names', 'Just words.', ['system: Just words.']],
		['a list with text', [{ role: 'assistant', text: 'Hello.' }], ['agent: Hello.']],
		['a list with message', [{ speaker: 'Customer', message: 'Hi.' }], ['caller: Hi.']],
		['a list of text', ['One.', 'Two.'], ['system: One.', 'system: Two.']],
		['broken JSON', '[{"role":"user"', ['system: [{"role":"user"']],
		['empty turns', [{ role: 'user', content: ' ' }, null, 7, { role: 'user' }], []],
		['nothing', null, []],
		['a number', 42, []],
	])('%s', (_name, transcript, turns) => {
		expect(turnsOf(transcript)).toEqual(turns);
	});

	test('times of turns: text is read, what is no time of a call is not', () => {
		const [turn] = callIn({
			...FLAT,
			transcript: [{ role: 'user', content: 'Hi', start: '1.5', end: 4242424242424242 }],
		}).turns;
		expect(turn).toMatchObject({ start: 1.5, end: null });
	});
});

describe('the analysis', () => {
	test('values of the capture table get their declared type, keys stay', () => {
		const { analysis } = callIn({
			...FLAT,
			extracted_data: {
				'Match Confidence': '0.96',
				'consent-given': 'Yes',
				recipient_confirmed: 'FALSE',
				purpose_confirmed: 'perhaps',
				amount: 49,
				currency: 'USD',
				own_score: '7',
				due_date: null,
			},
		});
		expect(analysis).toEqual({
			'Match Confidence': 0.96,
			'consent-given': true,
			recipient_confirmed: false,
			purpose_confirmed: 'perhaps',
			amount: '49',
			currency: 'USD',
			own_score: '7',
			due_date: null,
		});
	});

	test('may come as JSON text', () => {
		expect(callIn({ ...FLAT, extracted_data: '{"a":1}' }).analysis).toEqual({ a: 1 });
		expect(callIn({ ...FLAT, extracted_data: 'none' }).analysis).toEqual({});
	});
});

describe('values sent in other forms', () => {
	test.each<[object, Partial<Call>]>([
		[{ duration: '43.5' }, { durationSeconds: 43.5 }],
		[{ duration: -1 }, { durationSeconds: null }],
		[{ createdAt: 1_746_181_275 }, { startedAt: '2025-05-02T10:21:15.000Z' }],
		[{ createdAt: 1_746_181_275_945 }, { startedAt: '2025-05-02T10:21:15.945Z' }],
		[{ createdAt: '2025-05-02 10:21:15' }, { startedAt: '2025-05-02T10:21:15.000Z' }],
		[{ createdAt: '2025-05-02T12:21:15+02:00' }, { startedAt: '2025-05-02T10:21:15.000Z' }],
		[{ createdAt: 'yesterday' }, { startedAt: null }],
		[{ from_number: 12137771234 }, { from: '12137771234' }],
		[{ from_number: '+1 (213) 777-1234' }, { from: '+1 (213) 777-1234' }],
		[{ from_number: '4242 4242 4242 4242' }, { from: '' }],
		[{ from_number: '<script>' }, { from: '' }],
		[{ recording_url: '/recordings/a.mp3' }, { recordingUrl: null }],
		[{ recording_url: 'javascript:alert(1)' }, { recordingUrl: null }],
		[{ recording_url: 'https://user:pass@example.com/a' }, { recordingUrl: null }],
		[{ recording_url: 'https://example.com/4242424242424242' }, { recordingUrl: null }],
		[{ status: 'No Answer' }, { status: 'no_answer', event: 'call.no_answer' }],
		[{ agent_id: { id: 1 } }, { agentId: '' }],
	])('%j', (change, expected) => {
		expect(callIn({ ...FLAT, ...change })).toMatchObject(expected);
	});
});

describe('everything is redacted, and counted', () => {
	const CARD = '4242 4242 4242 4242';

	test('in every place', () => {
		const call = callIn({
			...FLAT,
			summary: `Paid with ${CARD}.`,
			transcript: `User: It is ${CARD}.\nAgent: Thank you.`,
			extracted_data: { note: `card ${CARD}`, cvv: '123', [`card ${CARD}`]: 1 },
			metadata: { deep: [{ note: CARD }] },
			call_transfer: { note: CARD },
			end_reason: `said ${CARD}`,
			sentiment: CARD,
			status: CARD,
		});
		expect(JSON.stringify(call)).not.toMatch(/4242|"123"/);
		expect(call.transcript).toBe('Caller: It is [card removed].\nAgent: Thank you.');
		expect(call.sensitive).toEqual({
			found: true,
			suppressed: true,
			categories: expect.arrayContaining([
				{ category: 'card', count: 9 },
				{ category: 'card_security', count: 1 },
			]) as unknown,
		});
	});

	test('a number spread over turns', () => {
		const { transcript } = callIn({
			...FLAT,
			transcript: 'User: My card is 4242 4242.\nAgent: Yes?\nUser: 4242 4242.',
		});
		expect(transcript).not.toContain('4242');
	});

	test('before anything is cut, so that half a number never stays', () => {
		const { summary } = callIn({ ...FLAT, summary: `${'x '.repeat(2_495)}${CARD} and more` });
		expect(summary).not.toContain('424');
		expect(summary.length).toBeLessThan(5_020);
	});
});

describe('what a stranger sends is bounded', () => {
	test('keys that reach a prototype are dropped', () => {
		const body: unknown = JSON.parse(
			'{"call_id":"call_1","metadata":{"__proto__":{"admin":true},"a":{"constructor":1,"b":2}}}',
		);
		const { metadata } = callIn(body);
		expect(metadata).toEqual({ a: { b: 2 } });
		expect(Object.getPrototypeOf(metadata)).toBe(Object.prototype);
		expect(({} as { admin?: boolean }).admin).toBeUndefined();
	});

	test('nesting, entries, texts and keys', () => {
		const deep = JSON.parse('{"a":'.repeat(5_000) + '1' + '}'.repeat(5_000)) as unknown;
		const many = Object.fromEntries(Array.from({ length: 9_000 }, (_, i) => [`k${i}`, i]));
		const call = callIn({
			...FLAT,
			extracted_data: deep,
			metadata: { ...many, last: 1 },
			call_transfer: { note: 'x'.repeat(100_000), ['y'.repeat(5_000)]: 1 },
		});
		expect(JSON.stringify(call.analysis).length).toBeLessThan(200);
		expect(Object.keys(call.metadata)).toHaveLength(2_000);
		expect(JSON.stringify(call.transfer).length).toBeLessThan(21_000);
	});

	test('turns, and the last one says how many are missing', () => {
		const transcript = Array.from({ length: 5_003 }, () => ({ role: 'user', content: 'Hi' }));
		const { turns } = callIn({ ...FLAT, transcript });
		expect(turns).toHaveLength(5_001);
		expect(turns.at(-1)).toMatchObject({ role: 'system', text: '[3 more turns cut]' });
	});

	test('halves of surrogate pairs are replaced', () => {
		const call = callIn({ ...FLAT, summary: 'a\ud800b', metadata: { 'k\udc00': '\ud83d' } });
		expect(call.summary).toBe('a\ufffdb');
		expect(call.metadata).toEqual({ 'k\ufffd': '\ufffd' });
	});
});
