/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- tests run in Node, not in n8n */
// The set-up, run for real on a project of the same layout whose packages are empty, so that each case takes seconds.
import { spawn, type ChildProcess } from 'node:child_process';
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const HERE = join(__dirname, '..', '..');
let project: string;

function writePackage(folder: string, manifest: object) {
	mkdirSync(join(project, folder), { recursive: true });
	const whole = { name: 'fixture', version: '1.0.0', private: true, ...manifest };
	writeFileSync(join(project, folder, 'package.json'), JSON.stringify(whole));
	writeFileSync(
		join(project, folder, 'package-lock.json'),
		JSON.stringify({
			name: 'fixture',
			version: '1.0.0',
			lockfileVersion: 3,
			packages: { '': whole },
		}),
	);
}

/** A build that counts how often it ran, so that a set-up that repeats itself shows. */
const BUILD = `node -e "const fs=require('fs');fs.mkdirSync('dist',{recursive:true});fs.appendFileSync('builds','x')"`;

beforeEach(() => {
	project = mkdtempSync(join(tmpdir(), 'set-up-'));
	mkdirSync(join(project, 'scripts'));
	cpSync(join(HERE, 'scripts', 'set-up.mjs'), join(project, 'scripts', 'set-up.mjs'));
	writePackage('.', { scripts: { build: BUILD } });
	writePackage('sandbox', {});
	writePackage(join('scripts', 'n8n'), {});
	for (const folder of ['nodes', 'credentials', 'lib', 'workflows'])
		mkdirSync(join(project, folder));
	writeFileSync(join(project, 'lib', 'source.ts'), 'export {};');
	for (const file of ['tsconfig.json', 'gulpfile.js']) writeFileSync(join(project, file), '');
	writeFileSync(
		join(project, 'scripts', 'run.mjs'),
		`import { setUpOrExit } from './set-up.mjs'; await setUpOrExit(); console.log('complete');`,
	);
});

afterEach(() => rmSync(project, { recursive: true, force: true }));

function start(env: Record<string, string> = {}): {
	child: ChildProcess;
	ended: Promise<{ code: number | null; text: string }>;
} {
	const child = spawn(process.execPath, [join(project, 'scripts', 'run.mjs')], {
		cwd: project,
		env: { ...process.env, ...env },
	});
	let text = '';
	child.stdout?.on('data', (chunk: Buffer) => (text += chunk.toString()));
	child.stderr?.on('data', (chunk: Buffer) => (text += chunk.toString()));
	const ended = new Promise<{ code: number | null; text: string }>((resolve) =>
		child.once('close', (code) => resolve({ code, text })),
	);
	return { child, ended };
}

const builds = () =>
	existsSync(join(project, 'builds')) ? readFileSync(join(project, 'builds'), 'utf8').length : 0;

it('installs and builds once, and does nothing the second time', async () => {
	const first = await start().ended;
	expect(first).toMatchObject({ code: 0 });
	expect(first.text).toMatch(/✓ Installing n8n/);
	expect((await start().ended).text).toBe('complete\n');
	expect(builds()).toBe(1);
});

it('builds again when a source changed, and installs nothing again', async () => {
	await start().ended;
	writeFileSync(join(project, 'lib', 'source.ts'), 'export const changed = true;');
	const second = await start().ended;
	expect(second.text).toMatch(/✓ Building/);
	expect(second.text).not.toMatch(/Installing/);
	expect(builds()).toBe(2);
});

it('goes on where a killed set-up stopped', async () => {
	writePackage('.', { scripts: { build: `${BUILD} && node -e "setTimeout(() => {}, 60000)"` } });
	const { child, ended } = start();
	for (let tries = 0; builds() === 0 && tries < 400; tries++)
		await new Promise((resolve) => setTimeout(resolve, 50));
	child.kill('SIGKILL');
	await ended;
	writePackage('.', { scripts: { build: BUILD } });
	const second = await start().ended;
	expect(second).toMatchObject({ code: 0 });
	expect(second.text).toMatch(/✓ Building/);
	expect(second.text).not.toMatch(/Installing the sandbox/);
});

it('says what to do when the registry cannot be reached', async () => {
	const missing = { 'is-number': '7.0.0' };
	writePackage('sandbox', { dependencies: missing });
	const lock = join(project, 'sandbox', 'package-lock.json');
	const content = JSON.parse(readFileSync(lock, 'utf8')) as { packages: Record<string, object> };
	content.packages['node_modules/is-number'] = { version: '7.0.0' };
	writeFileSync(lock, JSON.stringify(content));
	const { code, text } = await start({
		npm_config_registry: 'http://127.0.0.1:9/',
		npm_config_cache: join(project, 'npm-cache'),
		npm_config_fetch_retries: '0',
	}).ended;
	expect(code).toBe(1);
	expect(text).toMatch(/Installing the sandbox: this did not work/);
	expect(text).toMatch(/Check that this machine reaches the npm registry/);
	expect(text).not.toMatch(/at .*set-up\.mjs:\d+/);
	expect(builds()).toBe(0);
});

it('says which template or source the build refused', async () => {
	writePackage('.', {
		scripts: {
			build: `node -e "console.error('workflows/a.json: no yellow note'); process.exit(1)"`,
		},
	});
	const { code, text } = await start().ended;
	expect(code).toBe(1);
	expect(text).toMatch(/workflows\/a\.json: no yellow note/);
});

it('waits for another set-up, and takes over when that one dies', async () => {
	const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)']);
	mkdirSync(join(project, '.local'));
	writeFileSync(join(project, '.local', 'set-up.lock'), String(other.pid));
	const { child, ended } = start();
	const waiting = new Promise((resolve) => child.stderr?.once('data', resolve));
	expect(String(await waiting)).toMatch(/another set-up \(process \d+\) is at work/);
	expect(builds()).toBe(0);
	other.kill('SIGKILL');
	expect(await ended).toMatchObject({ code: 0 });
	expect(builds()).toBe(1);
});
