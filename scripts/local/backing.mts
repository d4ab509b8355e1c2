// The Redis and the PostgreSQL that n8n's queue mode needs: those of the environment, or Debian's, started for this once.
import { execFile, spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { access, chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { CannotStart } from './cannot-start.mts';
import { freePort } from './n8n.mts';

const run = promisify(execFile);
const READY_WITHIN_MS = 30_000;

/** A server that n8n keeps its queue or its tables in. */
export interface Backing {
	/** What tells n8n where it is. */
	environment: Record<string, string>;
	stop(): Promise<void>;
}

/** The first of the folders that has all these programs. */
async function folderWith(programs: string[], folders: string[]): Promise<string | undefined> {
	for (const folder of folders) {
		const present = programs.map((program) => access(join(folder, program), constants.X_OK));
		if (
			await Promise.all(present).then(
				() => true,
				() => false,
			)
		)
			return folder;
	}
	return undefined;
}

const pathFolders = () => (process.env.PATH ?? '').split(delimiter).filter(Boolean);

/** Where Debian keeps PostgreSQL, newest first: not in the PATH, because several versions may stand side by side. */
async function postgresFolders(): Promise<string[]> {
	const versions = await readdir('/usr/lib/postgresql').catch(() => []);
	return versions
		.sort((a, b) => Number(b) - Number(a))
		.map((version) => `/usr/lib/postgresql/${version}/bin`);
}

function missing(what: string, variable: string, example: string): CannotStart {
	return new CannotStart(
		`Queue mode needs ${what}, and none was found here. On Debian: apt-get install redis-server postgresql. ` +
			`Or name one that may be written to: ${variable}=${example}`,
	);
}

/** As whom PostgreSQL runs, which refuses to be root; undefined when this process is not root itself. */
async function unprivileged(): Promise<{ uid: number; gid: number } | undefined> {
	if (process.getuid?.() !== 0) return undefined;
	for (const user of ['postgres', 'nobody']) {
		const ids = ['-u', '-g'].map(async (which) => Number((await run('id', [which, user])).stdout));
		const [uid, gid] = await Promise.all(ids).catch(() => []);
		if (uid && gid) return { uid, gid };
	}
	throw new CannotStart(
		'PostgreSQL refuses to run as root, and there is no other user here to run it as.',
	);
}

/** Starts a server that stays in the foreground; resolves when it says that it is ready. */
async function startServer(
	program: string,
	args: string[],
	options: { cwd: string; uid?: number; gid?: number; ready: string; endWith: NodeJS.Signals },
	signal: AbortSignal,
): Promise<() => Promise<void>> {
	const { ready, endWith, ...rest } = options;
	const child = spawn(program, args, {
		...rest,
		stdio: ['ignore', 'pipe', 'pipe'],
		detached: true,
	});
	process.once('exit', () => child.kill('SIGKILL'));
	const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
	const stop = async () => {
		if (child.exitCode === null && child.signalCode === null) child.kill(endWith);
		await closed;
	};
	let said = '';
	const isReady = new Promise<void>((resolve, reject) => {
		const listen = (chunk: Buffer) => {
			said = (said + chunk.toString()).slice(-5_000);
			if (said.includes(ready)) resolve();
		};
		child.stdout.on('data', listen);
		child.stderr.on('data', listen);
		child.once('error', reject);
		void closed.then(() => reject(new Error(`${program} ended:\n${said}`)));
		const enough = AbortSignal.any([signal, AbortSignal.timeout(READY_WITHIN_MS)]);
		enough.addEventListener('abort', () =>
			reject(signal.aborted ? signal.reason : new Error(`${program} is not ready:\n${said}`)),
		);
	});
	try {
		await isReady;
	} catch (error) {
		await stop();
		throw error;
	}
	return stop;
}

/** The Redis of `REDIS_URL`, or a new one that keeps nothing. @throws CannotStart when there is none. */
export async function startRedis(signal: AbortSignal): Promise<Backing> {
	const { REDIS_URL } = process.env;
	if (REDIS_URL) {
		const { hostname, port, username, password, pathname } = new URL(REDIS_URL);
		return {
			environment: {
				QUEUE_BULL_REDIS_HOST: hostname,
				QUEUE_BULL_REDIS_PORT: port || '6379',
				QUEUE_BULL_REDIS_USERNAME: decodeURIComponent(username),
				QUEUE_BULL_REDIS_PASSWORD: decodeURIComponent(password),
				QUEUE_BULL_REDIS_DB: pathname.slice(1) || '0',
			},
			stop: async () => {},
		};
	}
	const bin = await folderWith(['redis-server'], pathFolders());
	if (!bin) throw missing('Redis', 'REDIS_URL', 'redis://127.0.0.1:6379/1');
	const port = String(await freePort(0));
	const keepingNothing = ['--save', '', '--appendonly', 'no'];
	const stop = await startServer(
		join(bin, 'redis-server'),
		['--bind', '127.0.0.1', '--port', port, ...keepingNothing],
		{ cwd: tmpdir(), ready: 'Ready to accept connections', endWith: 'SIGTERM' },
		signal,
	);
	return {
		environment: { QUEUE_BULL_REDIS_HOST: '127.0.0.1', QUEUE_BULL_REDIS_PORT: port },
		stop,
	};
}

/** The PostgreSQL database of `POSTGRES_URL`, or a new one that is thrown away. @throws CannotStart when there is none. */
export async function startPostgres(signal: AbortSignal): Promise<Backing> {
	const { POSTGRES_URL } = process.env;
	if (POSTGRES_URL) {
		const { hostname, port, username, password, pathname } = new URL(POSTGRES_URL);
		return {
			environment: {
				DB_TYPE: 'postgresdb',
				DB_POSTGRESDB_HOST: hostname,
				DB_POSTGRESDB_PORT: port || '5432',
				DB_POSTGRESDB_USER: decodeURIComponent(username),
				DB_POSTGRESDB_PASSWORD: decodeURIComponent(password),
				DB_POSTGRESDB_DATABASE: pathname.slice(1),
			},
			stop: async () => {},
		};
	}
	const bin = await folderWith(
		['initdb', 'postgres'],
		[...(await postgresFolders()), ...pathFolders()],
	);
	if (!bin)
		throw missing('PostgreSQL', 'POSTGRES_URL', 'postgres://user@127.0.0.1:5432/an_empty_database');
	const user = await unprivileged();
	// Not below n8n's folder: the other user may not be let in there.
	const folder = await mkdtemp(join(tmpdir(), 'postgres-'));
	const remove = async () => await rm(folder, { recursive: true, force: true });
	try {
		if (user) await chown(folder, user.uid, user.gid);
		const asUser = { cwd: folder, ...user };
		const settings = [
			'--auth=trust',
			'--username=n8n',
			'--encoding=UTF8',
			'--locale=C',
			'--no-sync',
		];
		await run(join(bin, 'initdb'), ['-D', folder, ...settings], asUser);
		const port = String(await freePort(0));
		const stop = await startServer(
			join(bin, 'postgres'),
			[
				...['-D', folder, '-p', port],
				...['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
				// What it does for a power cut costs time and changes nothing about who sees whose rows when.
				...['-c', 'fsync=off'],
			],
			{ ...asUser, ready: 'database system is ready to accept connections', endWith: 'SIGINT' },
			signal,
		);
		return {
			environment: {
				DB_TYPE: 'postgresdb',
				DB_POSTGRESDB_HOST: '127.0.0.1',
				DB_POSTGRESDB_PORT: port,
				DB_POSTGRESDB_USER: 'n8n',
				DB_POSTGRESDB_DATABASE: 'postgres',
			},
			stop: async () => {
				await stop();
				await remove();
			},
		};
	} catch (error) {
		await remove();
		throw error;
	}
}
