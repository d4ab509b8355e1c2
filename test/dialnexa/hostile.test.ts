/* eslint-disable @n8n/community-nodes/no-restricted-imports -- tests run in Node, not in n8n */
import fc from 'fast-check';
import { Agent, request } from 'node:http';
import { callSchema } from '../../lib/call/call';
import { TriggerUnderTest } from '../engine';
import { hmac } from './deliveries';
import { Log } from './log';

/** Deliveries per case: many go over the wire at a time. */
const AT_ONCE = 100;
const SIGNED = 100_000;
const FORGED = 10_000;

const KEY = ['hostile', 'key'].join(' ');

let trigger: TriggerUnderTest;
let url: string;
const log = Log.capture();

beforeAll(async () => {
	trigger = await TriggerUnderTest.create({
		type: 'dialNexaTrigger',
		parameters: {
			registration: 'dashboard',
			events: ['call.completed', 'call.failed', 'call.no_answer', 'call.started'],
		},
		credentials: { dialNexaApi: { apiKey: 'id:key', webhookSecret: KEY } },
	});
	url = await trigger.listen();
});
afterAll(async () => {
	agent.destroy();
	await trigger.close();
});

/** A hundred thousand requests: kept connections, and no more done with the answer than needed. */
const agent = new Agent({ keepAlive: true, maxSockets: 20 });
const headersOf = (text: string) => ({
	'content-type': 'application/json',
	'content-length': Buffer.byteLength(text),
});

async function statusOf(text: string, headers: Record<string, string>): Promise<number> {
	return await new Promise((resolve, reject) => {
		const options = { agent, method: 'POST', headers: { ...headersOf(text), ...headers } };
		request(url, options, (response) => {
			response.resume();
			response.once('end', () => resolve(response.statusCode ?? 0));
		})
			.once('error', reject)
			.end(text);
	});
}

/** Fails with the reason and the seed alone: a hundred deliveries would bury them. */
async function holds(property: fc.IAsyncProperty<unknown>, numRuns: number) {
	const { failed, seed, errorInstance } = await fc.check(property, { numRuns, endOnFailure: true });
	if (failed) throw new Error(`Seed ${seed}: ${String(errorInstance)}`);
}

let deliveries = 0;

const CALL = {
	status: 'completed',
	sentiment: 'positive',
	summary: 'The caller asked for an invoice.',
	transcript: 'Agent: Hello. Customer: I would like an invoice.',
	agent_id: 'agent_1',
	metadata: { source: { deep: ['a', { b: 'c' }] } },
	call_direction: 'inbound',
	from_number: '+14155550142',
	to_number: '14155550100',
	createdAt: '2026-07-03T10:30:00.000Z',
	recording_url: 'https://example.com/a.mp3',
};
const TURNS = [
	{ role: 'assistant', content: 'Hello.', start: 0.5, end: 1 },
	{ role: 'user', content: 'Hi.', start: 1.5, end: 2 },
];

/** A well-formed delivery of each generation, with every field that it may have. */
const bodies: Array<(id: string) => object> = [
	(id) => ({ ...CALL, call_id: id, duration: 43, extracted_data: { amount: '49.00' } }),
	(id) => ({
		event_type: 'call_ended',
		payload: {
			call: {
				...CALL,
				id,
				transcript: JSON.stringify(TURNS),
				duration_in_seconds: 43,
				hangup_reason: 'user',
				post_call_analysis: { 'Match Confidence': '0.9', note: 'fine' },
			},
			call_transfer: { destination: '+14155550111', status: 'completed', destination_id: 'd' },
		},
	}),
	(id) => ({ ...CALL, event: 'call.ended', session_id: id, phone_number: '+15550001234' }),
	(id) => ({ event: 'call.failed', data: { ...CALL, id, transcript: TURNS } }),
	() => ({ event_type: 'verification', payload: { message: 'a', timestamp: 1 } }),
];

/** What must never come through, each as people say it and as the digits that would betray it. */
const SECRETS = [
	{ said: 'My card number is 4242 4242 4242 4242.', betrayed: '4242424242424242' },
	{ said: '5555-5555-5555-4444', betrayed: '5555555555554444' },
	{ said: 'The IBAN is DE89 3704 0044 0532 0130 00, please.', betrayed: '370400440532013000' },
	{ said: 'My social security number is 536-22-8731.', betrayed: '536228731' },
	{ said: 'card 378282246310005', betrayed: '378282246310005' },
];

const secret = fc.constantFrom(...SECRETS.map(({ said }) => said));
const strange = fc.oneof(
	fc.jsonValue({ maxDepth: 3 }),
	fc.string({ unit: 'binary', maxLength: 40 }),
	fc.constantFrom<unknown>(
		'\ud800',
		'a\udc00b',
		'',
		' ',
		-1,
		1e308,
		'NaN',
		'__proto__',
		'x'.repeat(30_000),
		'[{"role":"user","content":',
		'=HYPERLINK("https://example.com")',
		'<script>alert(1)</script>',
		'9'.repeat(400),
		'Agent: '.repeat(2_000),
	),
	fc.integer({ min: 5, max: 400 }).map((depth) => {
		let nested: unknown = SECRETS[0].said;
		for (let i = 0; i < depth; i++) nested = i % 2 ? [nested] : { nested };
		return nested;
	}),
);

/** How a body is changed: which of its places (counted from the front), and how. */
const mutation = fc.record({
	place: fc.nat(60),
	way: fc.constantFrom('replace', 'delete', 'add', 'poison', 'rename'),
	value: fc.oneof({ weight: 2, arbitrary: secret }, { weight: 3, arbitrary: strange }),
	key: fc.oneof(
		fc.constantFrom('__proto__', 'constructor', 'cvv', 'iban', 'toString', 'event', 'data', 'id'),
		fc.string({ maxLength: 8 }),
		secret,
	),
});
type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

interface Place {
	holder: Record<string, unknown>;
	key: string;
}

function placesIn(value: unknown, found: Place[] = []): Place[] {
	if (typeof value !== 'object' || value === null || found.length > 80) return found;
	for (const key of Object.keys(value)) {
		const holder = value as Record<string, unknown>;
		found.push({ holder, key });
		placesIn(holder[key], found);
	}
	return found;
}

function define(holder: object, key: string, value: unknown) {
	// JSON cannot say how long a list is.
	if (Array.isArray(holder) && key === 'length') return;
	Object.defineProperty(holder, key, {
		value,
		enumerable: true,
		configurable: true,
		writable: true,
	});
}

function mutate(body: object, { place, way, value, key }: Mutation) {
	const places = placesIn(body);
	if (places.length === 0) return;
	const { holder, key: name } = places[place % places.length];
	if (way === 'delete') delete holder[name];
	else if (way === 'add') define(holder, key, value);
	else if (way === 'poison' && typeof holder[name] === 'string') {
		define(holder, name, `${holder[name]} ${JSON.stringify(value)}`);
	} else if (way === 'rename') {
		define(holder, key, holder[name]);
		delete holder[name];
	} else define(holder, name, value);
}

const delivery = fc
	.record({
		form: fc.nat(bodies.length - 1),
		mutations: fc.array(mutation, { minLength: 1, maxLength: 4 }),
		damage: fc.option(fc.nat(2_000), { freq: 20 }),
	})
	.map(({ form, mutations, damage }) => {
		const body = structuredClone(bodies[form](`call_hostile${++deliveries}`));
		for (const change of mutations) mutate(body, change);
		const text = JSON.stringify(body);
		return damage === null ? text : text.slice(0, damage);
	});

const several = fc.array(delivery, { minLength: AT_ONCE, maxLength: AT_ONCE });

const digits = (text: string) => text.replace(/[^0-9]/g, ' ').replace(/(?<=\d)[ ](?=\d)/g, '');
/** Text with what may stand between the digits of a number taken out. */
const closed = (text: string) => text.replace(/(?<=\d)[\s.-]+(?=\d)/g, '');

function expectNothingBetrayed(text: string) {
	for (const { betrayed } of SECRETS) {
		if (closed(text).includes(betrayed) || digits(text).includes(betrayed)) {
			throw new Error(`${betrayed} came through in ${text.slice(0, 2_000)}`);
		}
	}
}

test(`${SIGNED} mutated deliveries, signed: no exception, no 5xx, nothing secret, always a Call`, async () => {
	const seen = new Map<number, number>();
	const property = fc.asyncProperty(several, async (texts) => {
		trigger.executions.length = 0;
		const statuses = await Promise.all(
			texts.map(async (text) => await statusOf(text, { 'x-dialnexa-signature': hmac(text, KEY) })),
		);
		for (const status of statuses) seen.set(status, (seen.get(status) ?? 0) + 1);
		expect(statuses.filter((status) => status >= 500)).toEqual([]);
		expect(trigger.thrown).toEqual([]);
		for (const [{ json }] of trigger.executions) {
			expect(callSchema.safeParse(json).error).toBeUndefined();
			expectNothingBetrayed(JSON.stringify(json));
		}
	});
	await holds(property, SIGNED / AT_ONCE);
	expectNothingBetrayed(log.text);
	// It tests nothing when the mutations leave no delivery readable, or all of them.
	expect(seen.get(200)).toBeGreaterThan(SIGNED / 4);
	expect(seen.get(422)).toBeGreaterThan(SIGNED / 100);
}, 600_000);

test(`${FORGED} deliveries unsigned or wrongly signed: 401 each, no execution`, async () => {
	trigger.executions.length = 0;
	const forgery = fc.oneof(
		fc.constant({}),
		fc.record({ 'x-dialnexa-signature': fc.stringMatching(/^[0-9a-f]{64}$/) }),
		fc.record({ 'x-nexa-signature': fc.stringMatching(/^sha256=[0-9a-f]{64}$/) }),
		fc.record({ 'x-nexa-signature': fc.stringMatching(/^[\x21-\x7e]{1,80}$/) }),
		fc.constantFrom(
			{ 'x-dialnexa-signature': hmac('', KEY) },
			{ 'x-dialnexa-signature': hmac('{}', '') },
		),
	);
	const calls = fc.nat(3).map((form) => JSON.stringify(bodies[form](`call_forged${++deliveries}`)));
	const forged = fc.array(fc.tuple(calls, forgery), { minLength: AT_ONCE, maxLength: AT_ONCE });
	const property = fc.asyncProperty(forged, async (list) => {
		const statuses = await Promise.all(
			list.map(async ([text, headers]) => await statusOf(text, headers)),
		);
		expect(new Set(statuses)).toEqual(new Set([401]));
	});
	await holds(property, FORGED / AT_ONCE);
	expect(trigger.executions).toEqual([]);
	expect(trigger.thrown).toEqual([]);
}, 120_000);
