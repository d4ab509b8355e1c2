/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions, @typescript-eslint/no-require-imports -- tests run in Node, not in n8n */
// The walls: what each part of the house may import. Read from the sources and from what is published.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

const ROOT = join(__dirname, '..', '..');

interface Import {
	/** The importing file, from the project's root. */
	file: string;
	/** As written. */
	specifier: string;
	/** From the project's root, when relative. */
	target: string;
}

function filesIn(folder: string, endings: RegExp): string[] {
	return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && endings.test(entry.name))
		.map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
		.filter((file) => !file.includes('node_modules'));
}

function importsOf(file: string): Import[] {
	const { importedFiles } = ts.preProcessFile(readFileSync(join(ROOT, file), 'utf8'), true, true);
	return importedFiles.map(({ fileName: specifier }) => ({
		file,
		specifier,
		target: specifier.startsWith('.')
			? relative(ROOT, resolve(ROOT, dirname(file), specifier))
			: '',
	}));
}

const published = ['nodes', 'credentials', 'lib'].flatMap((folder) => filesIn(folder, /\.ts$/));
const compiled = filesIn('dist', /\.js$/);
const imports = published.flatMap(importsOf);
const within = (place: string, folder: string) =>
	place === folder || place.startsWith(`${folder}/`);

it('looks at real files', () => {
	expect(published.length).toBeGreaterThan(40);
	expect(compiled.length).toBeGreaterThan(40);
	expect(imports.length).toBeGreaterThan(100);
});

it('publishes imports of n8n-workflow, zod and node:crypto alone', () => {
	const allowed = ['n8n-workflow', 'zod', 'node:crypto', 'crypto'];
	const foreign = [...imports, ...compiled.flatMap(importsOf)].filter(
		({ specifier }) => !specifier.startsWith('.') && !allowed.includes(specifier),
	);
	expect(foreign).toEqual([]);
});

it('publishes no import that leaves the package', () => {
	const outside = imports.filter(
		({ target }) =>
			target && !['nodes', 'credentials', 'lib'].some((folder) => within(target, folder)),
	);
	expect(outside).toEqual([]);
});

/** DialNexa's or Poof's; lib/call reads DialNexa's calls, the rest of lib/ belongs to both. */
function serviceOf(place: string): 'DialNexa' | 'Poof' | undefined {
	if (/^(nodes|credentials)\/DialNexa/.test(place) || within(place, 'lib/call')) return 'DialNexa';
	if (/^(nodes|credentials)\/Poof/.test(place)) return 'Poof';
	return undefined;
}

it('keeps DialNexa and Poof apart, so that the package can be split', () => {
	const across = imports.filter(({ file, target }) => {
		const [from, to] = [serviceOf(file), serviceOf(target)];
		return from && to && from !== to;
	});
	expect(across).toEqual([]);
});

it('shares nothing between the two but lib/', () => {
	const shared = imports.filter(
		({ file, target }) => serviceOf(file) === undefined && serviceOf(target) !== undefined,
	);
	expect(shared).toEqual([]);
});

it('keeps n8n out of lib/', () => {
	const n8n = imports.filter(
		({ file, specifier }) => within(file, 'lib') && specifier.startsWith('n8n'),
	);
	expect(n8n).toEqual([]);
});

it('keeps redaction free of everything', () => {
	const foreign = imports.filter(
		({ file, target }) => within(file, 'lib/redaction') && !within(target, 'lib/redaction'),
	);
	expect(foreign).toEqual([]);
});

it('lets the sandbox and the nodes read the API sheets on their own', () => {
	const sandbox = filesIn('sandbox', /\.m?ts$/);
	expect(sandbox.length).toBeGreaterThan(10);
	const across = [
		...sandbox.flatMap(importsOf).filter(({ target }) => target && !within(target, 'sandbox')),
		...imports.filter(({ target }) => within(target, 'sandbox')),
	];
	expect(across).toEqual([]);
});

it('uses nothing that n8n forbids a node', () => {
	const forbidden =
		/\b(process\.|setTimeout|setInterval|__dirname|require\(['"](fs|path|child_process))/;
	const users = published.filter((file) => {
		const source = readFileSync(join(ROOT, file), 'utf8');
		return forbidden.test(source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, ''));
	});
	expect(users).toEqual([]);
});

describe('the packed package', () => {
	const [packed] = JSON.parse(
		execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
			cwd: ROOT,
			encoding: 'utf8',
		}),
	) as Array<{ files: Array<{ path: string }> }>;
	const paths = packed.files.map(({ path }) => path);
	const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
		dependencies?: object;
		peerDependencies: object;
		n8n: { nodes: string[]; credentials: string[] };
	};

	it('depends on nothing at run time', () => {
		expect(manifest.dependencies).toBeUndefined();
		expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
	});

	it('holds every node and credential with its icons and codex, and the templates', () => {
		for (const file of [...manifest.n8n.nodes, ...manifest.n8n.credentials])
			expect(paths).toContain(file);
		for (const node of manifest.n8n.nodes) {
			expect(paths).toContain(node.replace(/\.js$/, '.json'));
			const source = readFileSync(
				join(ROOT, node.replace('dist/', '').replace(/\.js$/, '.ts')),
				'utf8',
			);
			const icons = [...source.matchAll(/file:([\w./-]+\.svg)/g)].map(([, icon]) =>
				join(dirname(node), icon),
			);
			expect(icons.length).toBeGreaterThanOrEqual(2);
			for (const icon of icons) expect(paths).toContain(icon);
		}
		for (const template of filesIn('workflows', /\.json$/))
			expect(paths).toContain(join('dist', template));
	});

	it('holds nothing of the tests, the sandbox or the tools', () => {
		const strange = paths.filter(
			(path) =>
				!/^(dist\/(nodes|credentials|lib|workflows)\/|docs/handoff\.schema\.json$|package\.json$|README\.md$|LICENSE$|CHANGELOG\.md$)/.test(
					path,
				),
		);
		expect(strange).toEqual([]);
	});

	it('offers redaction under its promised path', () => {
		const file = join(ROOT, 'dist', 'lib', 'redaction', 'index.js');
		expect(existsSync(file)).toBe(true);
		const { redact } = require(file) as {
			redact: (text: string) => { text: string; findings: unknown[] };
		};
		expect(redact('my card is 4242 4242 4242 4242').text).toBe('my card is [card removed]');
	});
});
