// A real n8n in a folder of its own, with this package installed the way a user has it, and its REST interface.
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { NODE, ROOT } from '../set-up.mjs';

const run = promisify(execFile);
const N8N = join(ROOT, 'scripts', 'n8n', 'node_modules', 'n8n', 'bin', 'n8n');
const READY_WITHIN_MS = 180_000;

export interface Owner {
	email: string;
	password: string;
}

/** `preferred` when nobody listens there, else a free port. */
export async function freePort(preferred: number): Promise<number> {
	const listen = (port: number) =>
		new Promise<number>((resolve, reject) => {
			const server = createServer();
			server.once('error', reject);
			server.listen(port, '127.0.0.1', () => {
				const taken = (server.address() as AddressInfo).port;
				server.close(() => resolve(taken));
			});
		});
	return await listen(preferred).catch(() => listen(0));
}

/** Packs the built package and installs it under its own name, as n8n's "Install community node" does. */
async function installPackage(userFolder: string): Promise<void> {
	const nodes = join(userFolder, '.n8n', 'nodes');
	await mkdir(nodes, { recursive: true });
	const installed = join(nodes, 'installed-build');
	const build = await readFile(join(ROOT, 'dist', '.set-up-complete'), 'utf8');
	if ((await readFile(installed, 'utf8').catch(() => '')) === build) return;
	const npm = { cwd: nodes, shell: process.platform === 'win32' };
	const packed = await run('npm', ['pack', ROOT, '--json', '--ignore-scripts'], npm);
	const [{ filename }] = JSON.parse(packed.stdout) as Array<{ filename: string }>;
	await run(
		'npm',
		[
			'install',
			`./${filename}`,
			'--ignore-scripts',
			'--legacy-peer-deps',
			'--no-audit',
			'--no-fund',
			'--offline',
		],
		npm,
	);
	await rm(join(nodes, filename));
	await writeFile(installed, build);
}

export class N8n {
	readonly url: string;
	private cookie = '';
	private readonly child: ChildProcess;
	private readonly logFile: string;
	/** Whether the port is its own: while it starts, another n8n may answer there. */
	private listens = false;

	private readonly environment: Record<string, string | undefined>;

	private constructor(
		url: string,
		child: ChildProcess,
		logFile: string,
		environment: Record<string, string | undefined>,
	) {
		this.url = url;
		this.child = child;
		this.logFile = logFile;
		this.environment = environment;
		createInterface({ input: child.stdout! }).on('line', (line) => {
			this.listens ||= /n8n ready on|worker server listening on/.test(line);
		});
	}

	/** Starts n8n and returns when it answers. Its log goes to `n8n.log` in `userFolder`, its process ID to `n8n.pid`. */
	static async start(options: {
		userFolder: string;
		port: number;
		proxyUrl: string;
		caFile: string;
		signal: AbortSignal;
		/** n8n's command: by default `start`. */
		command?: string[];
		/** Added to what every n8n gets here, or in its place. */
		environment?: Record<string, string>;
	}): Promise<N8n> {
		await installPackage(options.userFolder);
		const url = `http://127.0.0.1:${options.port}`;
		const logFile = join(options.userFolder, 'n8n.log');
		const log = createWriteStream(logFile, { flags: 'a' });
		const environment = {
			PATH: process.env.PATH,
			HOME: options.userFolder,
			N8N_USER_FOLDER: options.userFolder,
			N8N_LISTEN_ADDRESS: '127.0.0.1',
			N8N_HOST: '127.0.0.1',
			N8N_PORT: String(options.port),
			N8N_RUNNERS_BROKER_PORT: String(await freePort(0)),
			WEBHOOK_URL: url,
			N8N_EDITOR_BASE_URL: url,
			N8N_SECURE_COOKIE: 'false',
			HTTP_PROXY: options.proxyUrl,
			HTTPS_PROXY: options.proxyUrl,
			NO_PROXY: '127.0.0.1,localhost',
			NODE_EXTRA_CA_CERTS: options.caFile,
			N8N_DISABLED_MODULES: 'mcp-registry',
			N8N_DIAGNOSTICS_ENABLED: 'false',
			N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
			N8N_TEMPLATES_ENABLED: 'false',
			N8N_VERIFIED_PACKAGES_ENABLED: 'false',
			N8N_PERSONALIZATION_ENABLED: 'false',
			N8N_HIRING_BANNER_ENABLED: 'false',
			N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
			N8N_LOG_FORMAT: 'text',
			GENERIC_TIMEZONE: 'UTC',
			...options.environment,
		};
		const child = spawn(NODE, [N8N, ...(options.command ?? ['start'])], {
			cwd: options.userFolder,
			stdio: ['ignore', 'pipe', 'pipe'],
			// n8n stops in its own time: it must not get the terminal's Ctrl-C as well as our SIGTERM.
			detached: process.platform !== 'win32',
			env: environment,
		});
		await writeFile(join(options.userFolder, 'n8n.pid'), String(child.pid));
		process.once('exit', () => child.kill('SIGKILL'));
		child.stdout?.pipe(log);
		child.stderr?.pipe(log);
		const n8n = new N8n(url, child, logFile, environment);
		await n8n.untilReady(options.signal);
		return n8n;
	}

	private async untilReady(signal: AbortSignal): Promise<void> {
		const giveUpAt = Date.now() + READY_WITHIN_MS;
		while (Date.now() < giveUpAt && this.child.exitCode === null && !signal.aborted) {
			const answer =
				this.listens && (await fetch(`${this.url}/healthz/readiness`).catch(() => undefined));
			if (answer && answer.ok) return;
			await delay(200, undefined, { signal }).catch(() => {});
		}
		await this.stop();
		signal.throwIfAborted();
		const log = await readFile(this.logFile, 'utf8').catch(() => '');
		throw new Error(
			`n8n did not start. Its log (${this.logFile}) ends:\n${log.trim().split('\n').slice(-15).join('\n')}`,
		);
	}

	/** Imports the workflows of a folder by n8n's own command, each with a new ID and switched off. */
	async importWorkflows(folder: string): Promise<void> {
		const command = [N8N, 'import:workflow', '--separate', `--input=${folder}`];
		await run(NODE, command, { env: this.environment });
	}

	/** One call to the editor's REST interface, as the owner. */
	async rest<T>(method: string, path: string, body?: unknown): Promise<T> {
		const answer = await fetch(`${this.url}/rest${path}`, {
			method,
			headers: { 'content-type': 'application/json', ...this.session() },
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		const text = await answer.text();
		if (!answer.ok)
			throw new Error(
				`n8n answered ${method} ${path} with ${answer.status}: ${text.slice(0, 600)}`,
			);
		for (const cookie of answer.headers.getSetCookie()) {
			if (cookie.startsWith('n8n-auth=')) this.cookie = cookie.split(';')[0];
		}
		return (JSON.parse(text) as { data: T }).data;
	}

	/** The headers of a signed-in browser. */
	session(): Record<string, string> {
		return { cookie: this.cookie };
	}

	/** Makes the owner on the first start, logs in on every start. The password lies in `userFolder`. */
	async signIn(userFolder: string): Promise<Owner> {
		const file = join(userFolder, 'owner.json');
		let owner = await readFile(file, 'utf8').then(
			(text) => JSON.parse(text) as Owner,
			() => undefined,
		);
		if (!owner) {
			owner = {
				email: 'owner@example.com',
				password: `Sandbox-${randomBytes(6).toString('hex')}1`,
			};
			await this.rest('POST', '/owner/setup', {
				...owner,
				firstName: 'Sandbox',
				lastName: 'Owner',
			});
			await writeFile(file, JSON.stringify(owner), { mode: 0o600 });
		}
		await this.rest('POST', '/login', {
			emailOrLdapLoginId: owner.email,
			password: owner.password,
		});
		return owner;
	}

	/** Resolves when the process has ended, whoever ended it. */
	async ended(): Promise<void> {
		if (this.child.exitCode !== null || this.child.signalCode !== null) return;
		await new Promise((resolve) => this.child.once('close', resolve));
	}

	async stop(): Promise<void> {
		const ended = this.ended();
		this.child.kill('SIGTERM');
		const tooLong = setTimeout(() => this.child.kill('SIGKILL'), 20_000);
		await ended;
		clearTimeout(tooLong);
	}
}
