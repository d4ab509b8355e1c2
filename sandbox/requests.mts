import { EventEmitter } from 'node:events';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** One request that a stand-in received, as the state shows it. */
export interface ReceivedRequest {
	at: string;
	service: string;
	/** The API's own name for what was asked; empty when the path is unknown. */
	operation: string;
	method: string;
	path: string;
	/** Lower-case names; the values of headers that carry keys are left out. */
	headers: Record<string, string>;
	body: unknown;
	/** The status that was answered; null while there is no answer, and for ever after a reset or a hang. */
	status: number | null;
	/** The fault that was injected into this request, when there was one. */
	fault?: string;
}

/** What went over the wire. */
interface Wire {
	/** The body before anything read it. */
	text: string;
	/** The answer's body; empty while there is none, null when it is a file. */
	answer: string | null;
}

declare module 'fastify' {
	interface FastifyContextConfig {
		/** The API's own name for the route, which faults and the request log refer to. */
		operation?: string;
	}
	interface FastifyRequest {
		entry: ReceivedRequest;
		/** The body as it came, for signatures and for bodies that do not parse. */
		text: string;
		/** Its bytes, for files; undefined when nothing came. */
		bytes: Buffer | undefined;
	}
}

const KEY_HEADERS = new Set(['authorization', 'proxy-authorization', 'cookie', 'x-goog-api-key']);

function keptHeaders(headers: Record<string, string | string[] | undefined>) {
	return Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [
			name,
			KEY_HEADERS.has(name) ? '(not kept)' : String(value),
		]),
	);
}

/** Everything that happens in the sandbox, in order; `changed` is emitted after each step. */
export class Journal extends EventEmitter<{ changed: [] }> {
	requests: ReceivedRequest[] = [];
	private readonly wires = new WeakMap<ReceivedRequest, Wire>();

	constructor() {
		super();
		// One for each open desk page.
		this.setMaxListeners(0);
	}

	changed() {
		this.emit('changed');
	}

	/** Kept apart from the requests, which the state shows without any answer. */
	keep(entry: ReceivedRequest, wire: Wire) {
		this.wires.set(entry, wire);
	}

	/** Every request with what went over the wire. */
	exchanges(): Array<ReceivedRequest & Wire> {
		const nothing: Wire = { text: '', answer: '' };
		return this.requests.map((entry) => ({ ...entry, ...(this.wires.get(entry) ?? nothing) }));
	}

	reset() {
		this.requests = [];
		this.changed();
	}
}

/** Writes each request of `app`, a stand-in's own scope, into the journal. */
export function keepRequests(app: FastifyInstance, service: string, journal: Journal) {
	app.decorateRequest('entry');
	app.addHook('onRequest', async (request) => {
		request.entry = {
			at: new Date().toISOString(),
			service,
			operation: request.routeOptions.config.operation ?? '',
			method: request.method,
			path: request.url,
			headers: keptHeaders(request.headers),
			body: null,
			status: null,
		};
		journal.requests.push(request.entry);
		journal.changed();
	});
	app.addHook('preValidation', async (request) => {
		request.entry.body = request.body ?? (request.text || null);
	});
	app.addHook('onSend', async (request, _reply, payload) => {
		const isFile = payload !== undefined && payload !== null && typeof payload !== 'string';
		journal.keep(request.entry, {
			text: request.text,
			answer: isFile ? null : String(payload ?? ''),
		});
		return payload;
	});
	app.addHook('onResponse', async (request, reply) => {
		request.entry.status = reply.statusCode;
		journal.changed();
	});
}

async function parsed(text: string, bytes: Buffer, contentType: string): Promise<unknown> {
	if (contentType.startsWith('multipart/form-data')) {
		const form = await new Response(new Uint8Array(bytes), {
			headers: { 'content-type': contentType },
		}).formData();
		const fields: Record<string, string> = {};
		for (const [name, value] of form) {
			fields[name] = typeof value === 'string' ? value : await value.text();
		}
		return fields;
	}
	try {
		return JSON.parse(text) as unknown;
	} catch {
		const isForm = contentType.startsWith('application/x-www-form-urlencoded');
		return isForm ? Object.fromEntries(new URLSearchParams(text)) : undefined;
	}
}

/**
 * Reads every body (JSON whatever it is called, form, multipart; a file becomes its text) and never
 * refuses one: how a body that does not parse is answered is each API's own affair, which sees
 * `undefined` and the text.
 */
export function readEveryBody(app: FastifyInstance) {
	app.removeAllContentTypeParsers();
	app.decorateRequest('text', '');
	app.decorateRequest('bytes');
	app.addContentTypeParser(
		'*',
		{ parseAs: 'buffer' },
		async (request: FastifyRequest, bytes: Buffer) => {
			request.bytes = bytes;
			request.text = bytes.toString('utf8');
			return await parsed(request.text, bytes, request.headers['content-type'] ?? '').catch(
				() => undefined,
			);
		},
	);
}
