// Everything that runs on this machine while `npm start` is up: the sandbox, n8n beside it, the templates in n8n.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { isRunning, NODE, ROOT } from '../set-up.mjs';
import { CannotStart } from './cannot-start.mts';
import { freePort, N8n, type Owner } from './n8n.mts';
import { startQueue } from './queue.mts';
import {
	activateTemplates,
	TAKES_OTHER_CALLS,
	type ActiveWorkflow,
	type Credential,
	type Settings,
} from './templates.mts';

const USUAL_PORTS = { n8n: 5678, sandbox: 5680 };

/** What the templates' Settings step gets here: the channels, the spreadsheet and the group of the stand-ins. */
const SETTINGS: Settings = {
	spreadsheetUrl:
		'https://docs.google.com/spreadsheets/d/1SandboxFinanceExceptions0000000000000000000/edit',
	slackChannelId: 'C0FINANCE01',
	companyName: 'Sandbox Ltd',
	driveFolderId: '1SandboxFolderInvoices00000000000',
	urgentChannelId: 'C0URGENT001',
	escalationChannelId: 'C0REVIEW001',
	zendeskGroupId: '360002',
	approvers: 'U0FINLEAD01, U0FINSECOND',
};

/** n8n publishes no workflow without its credentials. Nobody listens on port 1. */
const NO_DATABASE: Credential = {
	type: 'postgres',
	name: 'Postgres (none; npm start -- --queue has one)',
	data: { host: '127.0.0.1', port: 1 },
};

/** One of several workflows takes the calls that none of them handles; the others leave them to it. */
const settingsFor = (only: string[] | undefined) => (template: string) => ({
	...SETTINGS,
	otherCalls: template === TAKES_OTHER_CALLS || only?.length === 1 ? 'exception' : 'leave',
});

interface SandboxAddresses {
	url: string;
	proxyUrl: string;
	caFile: string;
}

export interface World {
	n8n: N8n;
	owner: Owner;
	sandbox: SandboxAddresses;
	workflows: ActiveWorkflow[];
	stop(): Promise<void>;
}

/** The ports of the last start in this folder when they are free: credentials and bookmarks stay right. */
async function choosePorts(folder: string): Promise<typeof USUAL_PORTS> {
	const file = join(folder, 'ports.json');
	const last = await readFile(file, 'utf8').then(
		(text) => JSON.parse(text) as typeof USUAL_PORTS,
		() => USUAL_PORTS,
	);
	const ports = { n8n: await freePort(last.n8n), sandbox: await freePort(last.sandbox) };
	await writeFile(file, JSON.stringify(ports));
	return ports;
}

/** What the sandbox and n8n say when somebody took a port between the choice and the start. */
const PORT_TAKEN = /port \d+ is (already )?in use/i;
const STARTS = 3;

async function startSandbox(
	dataDir: string,
	port: number,
	n8nUrl: string,
): Promise<{ child: ChildProcess; addresses: SandboxAddresses }> {
	const child = spawn(
		NODE,
		[
			join(ROOT, 'sandbox', 'main.mts'),
			...['--port', String(port)],
			...['--proxy-port', '0'],
			...['--data-dir', dataDir],
			...['--n8n-url', n8nUrl],
		],
		{ stdio: ['ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32' },
	);
	let complaints = '';
	child.stderr?.on(
		'data',
		(chunk: Buffer) => (complaints = (complaints + chunk.toString()).slice(-5_000)),
	);
	const firstLine = await new Promise<string>((resolve, reject) => {
		createInterface({ input: child.stdout! }).once('line', resolve);
		child.once('close', (code) =>
			reject(new Error(`The sandbox stopped (exit code ${code}):\n${complaints}`)),
		);
	});
	return { child, addresses: JSON.parse(firstLine) as SandboxAddresses };
}

async function stopChild(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const closed = new Promise((resolve) => child.once('close', resolve));
	child.kill('SIGTERM');
	await closed;
}

/** One start per folder: two n8n on one SQLite file would spoil it. */
async function claimFolder(folder: string): Promise<string> {
	await mkdir(folder, { recursive: true });
	const file = join(folder, 'running.pid');
	const pid = Number(await readFile(file, 'utf8').catch(() => '0'));
	if (pid !== process.pid && isRunning(pid)) {
		throw new CannotStart(
			`Another npm start (process ${pid}) already runs in this folder. Use that one, or end it with Ctrl-C first.`,
		);
	}
	await writeFile(file, String(process.pid));
	return file;
}

/**
 * Starts the sandbox and n8n in `folder`, signs in, fills in and switches on the templates (`only` those, when given).
 * `say` hears of each step.
 * In queue mode the folder has to be new, since Redis and PostgreSQL keep nothing.
 * @throws when `signal` is aborted before all is up; nothing is left running then.
 */
export async function startWorld(
	folder: string,
	say: (step: string) => void,
	signal: AbortSignal,
	options: { only?: string[]; inQueueMode?: boolean } = {},
): Promise<World> {
	for (let start = 1; ; start += 1) {
		try {
			return await startOnce(folder, say, signal, options);
		} catch (error) {
			if (start === STARTS || !PORT_TAKEN.test((error as Error).message)) throw error;
		}
	}
}

async function startOnce(
	folder: string,
	say: (step: string) => void,
	signal: AbortSignal,
	{ only, inQueueMode = false }: Parameters<typeof startWorld>[3] = {},
): Promise<World> {
	const claim = await claimFolder(folder);
	const stops: Array<() => Promise<void>> = [async () => await rm(claim, { force: true })];
	const stop = async () => {
		for (const undo of stops.splice(0).reverse()) await undo();
	};
	try {
		const ports = await choosePorts(folder);
		say('Starting the sandbox');
		const sandbox = await startSandbox(
			join(folder, 'sandbox'),
			ports.sandbox,
			`http://127.0.0.1:${ports.n8n}`,
		);
		stops.push(async () => await stopChild(sandbox.child));
		process.once('exit', () => sandbox.child.kill());
		const base = { userFolder: folder, port: ports.n8n, signal, ...sandbox.addresses };
		const queue = inQueueMode ? await startQueue(folder, stops, say, signal) : undefined;
		say('Starting n8n');
		const n8n = await N8n.start({ ...base, environment: queue?.environment });
		stops.push(async () => await n8n.stop());
		await queue?.startWorkers(n8n, base);
		const owner = await n8n.signIn(folder);
		say('Switching on the template workflows');
		const credentials = await fetch(`${sandbox.addresses.url}/_sandbox/credentials`);
		const workflows = await activateTemplates(
			n8n,
			folder,
			[...((await credentials.json()) as Credential[]), queue?.database ?? NO_DATABASE],
			settingsFor(only),
			only,
		);
		return { n8n, owner, sandbox: sandbox.addresses, workflows, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}
