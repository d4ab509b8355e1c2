/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- tests run in Node, not in n8n */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { undescribed } from './published/judge';

const ROOT = join(__dirname, '../..');
const readySchema = z.object({ url: z.string(), proxyUrl: z.string(), caFile: z.string() });

export interface Answer {
	status: number;
	text: string;
	/** The body as JSON; undefined when it is none. */
	json: unknown;
	headers: Headers;
}

type Ready = z.infer<typeof readySchema>;

/** The sandbox as a user starts it: a process of its own, on free ports. */
export class RunningSandbox {
	private constructor(
		private readonly folder: string,
		private child: ChildProcess,
		private ready: Ready,
	) {}

	private static async launch(folder: string): Promise<[ChildProcess, Ready]> {
		const child = spawn(
			join(ROOT, 'node_modules/node/bin/node'),
			[join(ROOT, 'sandbox/main.mts'), '--data-dir', folder],
			{ stdio: ['ignore', 'pipe', 'inherit'] },
		);
		for await (const line of createInterface({ input: child.stdout })) {
			return [child, readySchema.parse(JSON.parse(line))];
		}
		throw new Error('The sandbox ended before it was ready.');
	}

	static async start(): Promise<RunningSandbox> {
		const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
		return new RunningSandbox(folder, ...(await RunningSandbox.launch(folder)));
	}

	get url(): string {
		return this.ready.url;
	}

	get proxyUrl(): string {
		return this.ready.proxyUrl;
	}

	get caFile(): string {
		return this.ready.caFile;
	}

	private async end() {
		const ended = new Promise((resolve) => this.child.once('exit', resolve));
		this.child.kill('SIGTERM');
		await ended;
	}

	/** Stops it and starts it again on the same folder. */
	async restart() {
		await this.judgeAnd(async () => await this.end());
		[this.child, this.ready] = await RunningSandbox.launch(this.folder);
	}

	/** Forgets by `forget`; @throws when it took or answered before what the services do not describe. */
	private async judgeAnd<Result>(forget: () => Promise<Result>): Promise<Result> {
		const { json } = await this.send('GET', '/_sandbox/exchanges');
		const forgotten = await forget();
		const problems = undescribed(json, 'accepted');
		if (problems.length > 0) throw new Error([...new Set(problems)].join('\n'));
		return forgotten;
	}

	async stop() {
		await this.judgeAnd(async () => {
			await this.end();
			rmSync(this.folder, { recursive: true });
		});
	}

	async send(method: string, path: string, body?: unknown, headers?: Record<string, string>) {
		const answer = await fetch(`${this.url}${path}`, {
			method,
			headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		return await read(answer);
	}

	/** The control interface: fails the test when it does not answer with 200. */
	async control(method: string, path: string, body?: unknown): Promise<unknown> {
		const ask = async () => await this.send(method, `/_sandbox${path}`, body);
		const { status, text, json } = await (path === '/reset' ? this.judgeAnd(ask) : ask());
		if (status !== 200) throw new Error(`${method} ${path}: ${status} ${text}`);
		return json;
	}

	/** A part of the state, in the shape that the test expects. */
	async state<Shape extends z.ZodTypeAny>(shape: Shape): Promise<z.output<Shape>> {
		return shape.parse(await this.control('GET', '/state')) as z.output<Shape>;
	}
}

export async function read(answer: Response): Promise<Answer> {
	const text = await answer.text();
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch {
		json = undefined;
	}
	return { status: answer.status, text, json, headers: answer.headers };
}

export interface Received {
	path: string;
	headers: IncomingMessage['headers'];
	body: string;
}

/** A server that keeps what it is sent, as n8n would be sent it. */
export class Receiver {
	readonly received: Received[] = [];
	/** What it answers with. */
	status = 200;
	private constructor(private readonly server: Server) {}

	static async start(): Promise<Receiver> {
		const server = createServer();
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const receiver = new Receiver(server);
		server.on('request', (request, response) => {
			const { status } = receiver;
			const chunks: Buffer[] = [];
			request.on('data', (chunk: Buffer) => chunks.push(chunk));
			request.on('end', () => {
				const body = Buffer.concat(chunks).toString('utf8');
				receiver.received.push({ path: request.url ?? '', headers: request.headers, body });
				response.statusCode = status;
				response.end('{"received":true}');
			});
		});
		return receiver;
	}

	get url(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
	}

	/** Resolves when something more has come in. */
	async next() {
		await once(this.server, 'request');
	}

	async stop() {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}
}

/** An address of this machine where nobody listens. */
export async function closedPort(): Promise<string> {
	const receiver = await Receiver.start();
	const { url } = receiver;
	await receiver.stop();
	return url;
}
