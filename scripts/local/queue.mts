// n8n in queue mode: what its main and its workers share, and the workers themselves.
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startPostgres, startRedis } from './backing.mts';
import { CannotStart } from './cannot-start.mts';
import { freePort, N8n } from './n8n.mts';
import type { Credential } from './templates.mts';

const WORKERS = 2;

type StartOptions = Parameters<typeof N8n.start>[0];

export interface Queue {
	/** What the main process gets. */
	environment: Record<string, string>;
	/** For n8n's Postgres node: the database that n8n keeps its own tables in. */
	database: Credential;
	/** Starts the workers beside the main process that has been started with these options. */
	startWorkers(main: N8n, options: StartOptions): Promise<void>;
}

/**
 * Starts Redis and PostgreSQL. What has to be ended again, in reverse order, is added to `stops`.
 * @throws CannotStart when the folder has been used before, or when a server is missing.
 */
export async function startQueue(
	folder: string,
	stops: Array<() => Promise<void>>,
	say: (step: string) => void,
	signal: AbortSignal,
): Promise<Queue> {
	const imported = await readFile(join(folder, 'imported-templates.json'), 'utf8').catch(() => '');
	if (imported) {
		throw new CannotStart(
			`Queue mode starts with an empty database: ${folder} has been used before.`,
		);
	}
	say('Starting Redis and PostgreSQL');
	const redis = await startRedis(signal);
	stops.push(redis.stop);
	const postgres = await startPostgres(signal);
	stops.push(postgres.stop);
	const environment = {
		EXECUTIONS_MODE: 'queue',
		// A worker that has died is noticed within 20 seconds; by n8n's own setting it takes up to two minutes.
		QUEUE_WORKER_LOCK_DURATION: '15000',
		QUEUE_WORKER_LOCK_RENEW_TIME: '3000',
		QUEUE_WORKER_STALLED_INTERVAL: '5000',
		// With two connections, n8n's own setting, its look whether the database is there waits behind many calls at once for longer
		// than it may, and n8n answers what comes in meanwhile with 503.
		DB_POSTGRESDB_POOL_SIZE: '10',
		DB_PING_TIMEOUT_MS: '30000',
		// The main begins to wait for a job after it has put it into the queue: of one that is over and gone by then it never hears.
		N8N_EXECUTIONS_QUEUE_KEEP_LAST_COMPLETED: '1000',
		N8N_EXECUTIONS_QUEUE_KEEP_LAST_FAILED: '1000',
		...redis.environment,
		...postgres.environment,
	};

	async function startWorkers(main: N8n, options: StartOptions): Promise<void> {
		say(`Starting ${WORKERS} workers`);
		const config = await readFile(join(folder, '.n8n', 'config'), 'utf8');
		const { encryptionKey } = JSON.parse(config) as { encryptionKey: string };
		const starts = Array.from({ length: WORKERS }, async (_, index) => {
			const port = await freePort(0);
			const userFolder = join(folder, `worker-${index + 1}`);
			await mkdir(userFolder, { recursive: true });
			await keepRunning(
				async () =>
					await N8n.start({
						...options,
						userFolder,
						port,
						command: ['worker'],
						environment: {
							...environment,
							N8N_ENCRYPTION_KEY: encryptionKey,
							WEBHOOK_URL: main.url,
							N8N_EDITOR_BASE_URL: main.url,
							QUEUE_HEALTH_CHECK_ACTIVE: 'true',
							QUEUE_HEALTH_CHECK_PORT: String(port),
							N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
						},
					}),
				stops,
				signal,
			);
		});
		await Promise.all(starts);
	}

	const database: Credential = {
		type: 'postgres',
		name: "Postgres (n8n's own database)",
		data: {
			host: postgres.environment.DB_POSTGRESDB_HOST,
			port: Number(postgres.environment.DB_POSTGRESDB_PORT),
			user: postgres.environment.DB_POSTGRESDB_USER,
			password: postgres.environment.DB_POSTGRESDB_PASSWORD ?? '',
			database: postgres.environment.DB_POSTGRESDB_DATABASE,
		},
	};
	return { environment, database, startWorkers };
}

/** Starts a worker, and again whenever it ends, as whatever looks after services does in production. */
async function keepRunning(
	start: () => Promise<N8n>,
	stops: Array<() => Promise<void>>,
	signal: AbortSignal,
): Promise<void> {
	let worker = await start();
	let wanted = true;
	const watch = async () => {
		for (;;) {
			await worker.ended();
			if (!wanted) return;
			worker = await start();
			if (!wanted) await worker.stop();
		}
	};
	const watched = watch().catch((error: unknown) => {
		if (!signal.aborted) throw error;
	});
	stops.push(async () => {
		wanted = false;
		await worker.stop();
		await watched;
	});
}
