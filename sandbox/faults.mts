import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Interception } from './interception.mts';
import type { StandIn } from './stand-in.mts';

/** When a fault strikes: before the stand-in acts, after it has acted, or before it even reads. */
type Moment = 'unread' | 'before' | 'after';

interface FaultKind {
	/** The name, with `<…>` where a value goes. */
	name: string;
	pattern: RegExp;
	/** What a client of the service sees, in a sentence. */
	sentence: string;
	moment: Moment;
}

/** Every way to fail that can be asked for. */
export const FAULT_KINDS: FaultKind[] = [
	{
		name: 'refuse',
		pattern: /^refuse$/,
		moment: 'unread',
		sentence: 'The connection is reset before the request is read; nothing is done.',
	},
	{
		name: 'reset_after',
		pattern: /^reset_after$/,
		moment: 'after',
		sentence: 'The request is carried out, then the connection is reset without an answer.',
	},
	{
		name: 'hang_before',
		pattern: /^hang_before$/,
		moment: 'before',
		sentence: 'Nothing is done and no answer ever comes.',
	},
	{
		name: 'hang_after',
		pattern: /^hang_after$/,
		moment: 'after',
		sentence: 'The request is carried out, but no answer ever comes.',
	},
	{
		name: 'status_<code>',
		pattern: /^status_([45]\d\d)$/,
		moment: 'before',
		sentence: 'Nothing is done; the answer has this status and the service’s own error body.',
	},
	{
		name: 'status_<code>_after',
		pattern: /^status_([45]\d\d)_after$/,
		moment: 'after',
		sentence: 'The request is carried out, but the answer has this status and an error body.',
	},
	{
		name: 'text_2xx:<text>',
		pattern: /^text_2xx:(.+)$/s,
		moment: 'before',
		sentence: 'Nothing is done; the answer is a 200 with {"message": <text>}.',
	},
	{
		name: 'bare_2xx:<text>',
		pattern: /^bare_2xx:(.+)$/s,
		moment: 'before',
		sentence: 'Nothing is done; the answer is a 200 with the text alone, not JSON.',
	},
	{
		name: 'unknown_2xx',
		pattern: /^unknown_2xx$/,
		moment: 'before',
		sentence: 'Nothing is done; the answer is a 200 with a message that nobody has documented.',
	},
	{
		name: 'unknown_2xx_after',
		pattern: /^unknown_2xx_after$/,
		moment: 'after',
		sentence: 'The request is carried out; the answer is a 200 with an undocumented message.',
	},
	{
		name: 'html',
		pattern: /^html$/,
		moment: 'before',
		sentence: 'Nothing is done; a 200 with an HTML page comes, as from a gateway in between.',
	},
	{
		name: 'html_after',
		pattern: /^html_after$/,
		moment: 'after',
		sentence: 'The request is carried out, but a 200 with an HTML page comes.',
	},
	{
		name: 'truncated_json',
		pattern: /^truncated_json$/,
		moment: 'after',
		sentence: 'The request is carried out; its answer breaks off in the middle.',
	},
	{
		name: 'wrong_types',
		pattern: /^wrong_types$/,
		moment: 'after',
		sentence: 'The request is carried out; every value of its answer has another type.',
	},
	{
		name: 'duplicate',
		pattern: /^duplicate$/,
		moment: 'before',
		sentence:
			'Nothing is done; the previous answer of the same operation comes again (when there was one).',
	},
];

export interface PlannedFault {
	service: string;
	/** Without it, every operation of the service is meant. */
	operation?: string;
	fault: string;
	/** How many more requests it strikes. */
	times: number;
}

interface StrikingFault {
	name: string;
	kind: FaultKind;
	value: string;
}

/** The kind of a fault by its written name, such as `status_503`; undefined when there is none. */
export function readFault(name: string): StrikingFault | undefined {
	for (const kind of FAULT_KINDS) {
		const match = kind.pattern.exec(name);
		if (match) return { name, kind, value: match[1] ?? '' };
	}
	return undefined;
}

/** The faults that are still to strike, in the order in which they were asked for. */
export class FaultPlan {
	planned: PlannedFault[] = [];

	take(service: string, operation: string): StrikingFault | undefined {
		const next = this.planned.find(
			(fault) => fault.service === service && (!fault.operation || fault.operation === operation),
		);
		if (!next) return undefined;
		next.times -= 1;
		if (next.times <= 0) this.planned.splice(this.planned.indexOf(next), 1);
		return readFault(next.fault);
	}

	reset() {
		this.planned = [];
	}
}

declare module 'fastify' {
	interface FastifyRequest {
		fault: StrikingFault | undefined;
	}
}

const UNKNOWN_MESSAGE = JSON.stringify({ message: 'Your request is in our hands now.' });
const HTML_PAGE = '<!doctype html><html><body><h1>One moment, please</h1></body></html>';

function withWrongTypes(value: unknown): unknown {
	if (typeof value === 'string') return [value];
	if (typeof value === 'number') return { value: String(value) };
	if (typeof value === 'boolean') return value ? 'yes' : 'no';
	if (Array.isArray(value)) return { items: value.map(withWrongTypes) };
	if (value === null || typeof value !== 'object') return 0;
	return Object.fromEntries(
		Object.entries(value).map(([key, held]) => [key, withWrongTypes(held)]),
	);
}

/** What the faulty answer says; undefined for the faults that leave no answer at all. */
function faultyAnswer(
	fault: StrikingFault,
	reply: FastifyReply,
	standIn: StandIn,
	genuine: string,
) {
	switch (fault.kind.name) {
		case 'status_<code>':
		case 'status_<code>_after':
			reply.code(Number(fault.value)).type('application/json');
			if (fault.value === '429') reply.header('retry-after', '1');
			return JSON.stringify(standIn.failure(Number(fault.value)));
		case 'text_2xx:<text>':
			reply.code(200).type('application/json');
			return JSON.stringify({ message: fault.value });
		case 'bare_2xx:<text>':
			reply.code(200).type('text/plain');
			return fault.value;
		case 'unknown_2xx':
		case 'unknown_2xx_after':
			reply.code(200).type('application/json');
			return UNKNOWN_MESSAGE;
		case 'html':
		case 'html_after':
			reply.code(200).type('text/html');
			return HTML_PAGE;
		case 'truncated_json':
			return genuine.slice(0, Math.max(1, Math.floor(genuine.length / 2)));
		case 'wrong_types':
			try {
				return JSON.stringify(withWrongTypes(JSON.parse(genuine)));
			} catch {
				return JSON.stringify([genuine]);
			}
		default:
			return undefined;
	}
}

/** Lets the planned faults strike the requests of `app`, the stand-in's own scope. */
export function injectFaults(
	app: FastifyInstance,
	standIn: StandIn,
	plan: FaultPlan,
	interception: Interception,
) {
	const reset = (request: FastifyRequest) =>
		interception.carrierOf(request.raw.socket).resetAndDestroy();
	const latestAnswers = new Map<string, { status: number; type: string; body: string }>();
	app.decorateRequest('fault');

	app.addHook('onRequest', async (request, reply) => {
		const { operation } = request.entry;
		request.fault = plan.take(standIn.service, operation);
		if (!request.fault) return;
		request.entry.fault = request.fault.name;
		if (request.fault.kind.moment === 'unread') {
			reply.hijack();
			reset(request);
		}
	});

	app.addHook('preHandler', async (request, reply) => {
		const { fault, entry } = request;
		if (fault?.kind.moment !== 'before') return;
		if (fault.kind.name === 'hang_before') {
			reply.hijack();
			return;
		}
		if (fault.kind.name === 'duplicate') {
			const latest = latestAnswers.get(entry.operation);
			if (latest) await reply.code(latest.status).type(latest.type).send(latest.body);
			return;
		}
		await reply.send(faultyAnswer(fault, reply, standIn, ''));
	});

	app.addHook('onSend', async (request, reply, payload) => {
		const { fault, entry } = request;
		if (fault?.kind.moment !== 'after') {
			if (typeof payload === 'string' && !fault) {
				latestAnswers.set(entry.operation, {
					status: reply.statusCode,
					type: String(reply.getHeader('content-type') ?? 'application/json'),
					body: payload,
				});
			}
			return payload;
		}
		if (fault.kind.name === 'reset_after') reset(request);
		if (fault.kind.name === 'reset_after' || fault.kind.name === 'hang_after') {
			// An answer that is never written: fastify waits for this hook as long as the connection lives.
			return await new Promise<never>(() => {});
		}
		reply.removeHeader('content-length');
		return faultyAnswer(fault, reply, standIn, String(payload));
	});
}
