// What `npm start` runs once everything is installed and built.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { LOCAL } from '../set-up.mjs';
import { CannotStart } from './cannot-start.mts';
import { runSamples } from './samples.mts';
import { startWorld, type World } from './world.mts';

const HELP = `npm start                runs the sandbox and n8n with the templates until Ctrl-C
npm start -- --once      runs the sample calls, prints what became of each, and ends
npm start -- --json      prints one JSON line when ready, and keeps running
npm start -- --queue     the same with n8n in queue mode: Redis, PostgreSQL, one main and two workers, all of it new
Options: --data-dir DIR  where n8n keeps its data (default: .local/n8n; with --once or --queue a new folder that is removed)
         --templates A,B only these of workflows/, without .json (default: all; with --once call-to-invoice, which the samples are for)
`;

const { values: options } = parseArgs({
	options: {
		once: { type: 'boolean', default: false },
		json: { type: 'boolean', default: false },
		queue: { type: 'boolean', default: false },
		'data-dir': { type: 'string' },
		templates: { type: 'string' },
		help: { type: 'boolean', default: false },
	},
});

const say = (line: string) => process.stderr.write(`… ${line}\n`);

function describe({ n8n, owner, sandbox, workflows }: World) {
	return {
		n8n: { url: n8n.url, ...owner },
		sandbox: { url: sandbox.url },
		workflows,
	};
}

function welcome(world: World): string {
	const { n8n, owner, sandbox, workflows } = world;
	return [
		'',
		`  Desk (send a call, watch what happens)  ${sandbox.url}`,
		`  n8n                                     ${n8n.url}`,
		`  Login                                   ${owner.email}  ${owner.password}`,
		'',
		...workflows.map(({ name }) => `  On: ${name}`),
		'',
		'  Ctrl-C ends both.',
		'',
	].join('\n');
}

async function main(): Promise<number> {
	if (options.help) {
		process.stdout.write(HELP);
		return 0;
	}
	const temporary = (options.once || options.queue) && !options['data-dir'];
	const folder = temporary
		? await mkdtemp(join(tmpdir(), 'dialnexa-poof-'))
		: (options['data-dir'] ?? join(LOCAL, 'n8n'));
	const ending = new AbortController();
	const asked = new Promise<void>((resolve) =>
		ending.signal.addEventListener('abort', () => resolve()),
	);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.on(signal, () => ending.abort(new CannotStart('Ended before it was up.')));
	}
	let world: World | undefined;
	try {
		world = await startWorld(folder, say, ending.signal, {
			only: (options.templates ?? (options.once ? 'call-to-invoice' : undefined))?.split(','),
			inQueueMode: options.queue,
		});
		if (options.once)
			return (await runSamples(world, (text) => process.stdout.write(text))) ? 0 : 1;
		process.stdout.write(options.json ? `${JSON.stringify(describe(world))}\n` : welcome(world));
		await asked;
		return 0;
	} finally {
		if (world) {
			say('Ending n8n and the sandbox');
			await world.stop();
		}
		if (temporary) await rm(folder, { recursive: true, force: true });
	}
}

try {
	process.exitCode = await main();
} catch (error) {
	process.stderr.write(
		`\n${error instanceof CannotStart ? error.message : (error as Error).stack}\n`,
	);
	process.exitCode = 1;
}
