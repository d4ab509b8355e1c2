// Brings everything that `npm start` and `npm test` need, with nothing but Node and npm: runs on any Node from 20 on and
// uses no package. Each step leaves a mark when it is complete, so that an interrupted set-up goes on where it stopped.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
export const LOCAL = join(ROOT, '.local');
/** Node 24, which n8n needs; npm brings it. */
export const NODE = join(
	ROOT,
	'node_modules',
	'node',
	'bin',
	process.platform === 'win32' ? 'node.exe' : 'node',
);

const LOCK = join(LOCAL, 'set-up.lock');
const OLDEST_NODE = 20;

/** A set-up step that did not work, told to the person at the terminal. */
export class SetUpStopped extends Error {}

async function filesUnder(path) {
	const entries = await readdir(path, { withFileTypes: true, recursive: true });
	return entries
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name));
}

async function fingerprint(paths) {
	const hash = createHash('sha256');
	for (const path of paths.sort()) hash.update(relative(ROOT, path)).update(await readFile(path));
	return hash.digest('hex');
}

/** npm says first what is wrong, and compilers last. */
function whatMatters(output) {
	const lines = output
		.split('\n')
		.filter((line) => line.trim() && !/^npm (warn|notice)/.test(line));
	const fromNpm = lines.filter((line) => /^npm error \S/.test(line));
	return (
		fromNpm.length > 0
			? [...lines.slice(-40).filter((line) => !line.startsWith('npm')), ...fromNpm.slice(0, 8)]
			: lines.slice(-15)
	).join('\n');
}

/** Runs a command quietly; on a non-zero exit throws what it printed that matters. */
async function run(command, args, cwd) {
	const child = spawn(command, args, {
		cwd,
		stdio: ['ignore', 'pipe', 'pipe'],
		shell: process.platform === 'win32',
	});
	let output = '';
	const keep = (chunk) => (output = (output + chunk).slice(-100_000));
	child.stdout.on('data', keep);
	child.stderr.on('data', keep);
	const code = await new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('close', resolve);
	});
	if (code !== 0) throw new Error(whatMatters(output) || `exit code ${code}`);
}

/** Shows that a long step is alive: in place on a terminal, a line now and then elsewhere. */
async function withProgress(title, work) {
	const out = process.stderr;
	const started = Date.now();
	const elapsed = () => `${Math.round((Date.now() - started) / 1000)} s`;
	if (!out.isTTY) out.write(`… ${title}\n`);
	const timer = setInterval(
		() =>
			out.isTTY
				? out.write(`\r… ${title} ${elapsed()}`)
				: out.write(`… still at it: ${title} (${elapsed()})\n`),
		out.isTTY ? 1_000 : 30_000,
	);
	try {
		await work();
	} finally {
		clearInterval(timer);
	}
	out.write(`${out.isTTY ? '\r' : ''}✓ ${title} ${elapsed()}\n`);
}

function installation(title, folder, rebuild) {
	const cwd = join(ROOT, folder);
	return {
		title,
		mark: join(cwd, 'node_modules', '.set-up-complete'),
		sources: async () => [join(cwd, 'package-lock.json')],
		// Install scripts stay off: some of n8n's optional native packages build only with a compiler. Those that are needed are named.
		work: async () => {
			await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], cwd);
			if (rebuild.length > 0) await run('npm', ['rebuild', ...rebuild], cwd);
		},
		advice:
			'Check that this machine reaches the npm registry (npm ping) and has about 6 GB of free disk, then run the same command again. What is already complete is kept.',
	};
}

const steps = [
	installation('Installing the development tools', '.', ['node']),
	installation('Installing the sandbox', 'sandbox', []),
	installation('Installing n8n (several minutes)', join('scripts', 'n8n'), ['sqlite3']),
	{
		title: 'Building the package',
		mark: join(ROOT, 'dist', '.set-up-complete'),
		sources: async () => [
			...(
				await Promise.all(
					['nodes', 'credentials', 'lib', 'workflows'].map((folder) =>
						filesUnder(join(ROOT, folder)),
					),
				)
			).flat(),
			...['package.json', 'package-lock.json', 'tsconfig.json', 'gulpfile.js'].map((file) =>
				join(ROOT, file),
			),
		],
		work: async () => await run('npm', ['run', 'build'], ROOT),
		advice: 'The lines above say what the compiler or the template check refused.',
	},
];

async function takeLock() {
	await mkdir(LOCAL, { recursive: true });
	for (;;) {
		try {
			await writeFile(LOCK, String(process.pid), { flag: 'wx' });
			return;
		} catch (error) {
			if (error.code !== 'EEXIST') throw error;
		}
		const owner = Number(await readFile(LOCK, 'utf8').catch(() => '0'));
		if (isRunning(owner)) {
			process.stderr.write(`… another set-up (process ${owner}) is at work here; waiting for it\n`);
			while (isRunning(owner) && existsSync(LOCK))
				await new Promise((resolve) => setTimeout(resolve, 500));
		} else {
			await rm(LOCK, { force: true });
		}
	}
}

/** Whether a process of this machine is alive. */
export function isRunning(pid) {
	if (!pid) return false;
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error.code === 'EPERM';
	}
}

/**
 * Installs, builds and returns; does nothing that is already complete.
 * @throws {SetUpStopped} with a message that says what to do.
 */
export async function setUp() {
	if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
		throw new SetUpStopped(
			`Node ${process.versions.node} is too old: install Node ${OLDEST_NODE} or newer, then run this again.`,
		);
	}
	await takeLock();
	try {
		for (const step of steps) {
			const wanted = await fingerprint(await step.sources());
			const present = await readFile(step.mark, 'utf8').catch(() => '');
			if (present === wanted) continue;
			try {
				await withProgress(step.title, step.work);
			} catch (error) {
				throw new SetUpStopped(
					`${step.title}: this did not work.\n\n${error.message}\n\n${step.advice}`,
				);
			}
			await mkdir(dirname(step.mark), { recursive: true });
			await writeFile(step.mark, wanted);
		}
	} finally {
		await rm(LOCK, { force: true });
	}
}

/** Runs the set-up for a script and ends the process with a clear message when it cannot be completed. */
export async function setUpOrExit() {
	try {
		await setUp();
	} catch (error) {
		if (!(error instanceof SetUpStopped)) throw error;
		process.stderr.write(`\n${error.message}\n`);
		process.exit(1);
	}
}

/** Runs a command in this terminal and ends this process the way the command ended. */
export async function handOver(command, args) {
	const child = spawn(command, args, {
		cwd: ROOT,
		stdio: 'inherit',
		shell: process.platform === 'win32',
	});
	// The child shares the terminal and gets Ctrl-C itself; a signal sent to this process alone is passed on.
	for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
	const [code, signal] = await new Promise((resolve) =>
		child.once('close', (...result) => resolve(result)),
	);
	process.exit(signal ? 1 : code);
}
