// Runs the scanner that n8n runs on published packages: on the sources, and on what `npm pack` makes.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from './set-up.mjs';

interface Scanner {
	analyzePackage(folder: string, patterns: string[]): Promise<Scan>;
	SOURCE_FILE_PATTERNS: string[];
}

interface Scan {
	passed: boolean;
	message?: string;
	details?: string;
}

/** What `npm pack` would publish, in a folder of its own. */
function packed(): string {
	const listing = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
		cwd: ROOT,
		encoding: 'utf8',
	});
	const [{ files }] = JSON.parse(listing) as Array<{ files: Array<{ path: string }> }>;
	const folder = mkdtempSync(join(tmpdir(), 'packed-'));
	for (const { path } of files) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		cpSync(join(ROOT, path), join(folder, path));
	}
	return folder;
}

// The scanner ships no types.
const scanner: string = '@n8n/scan-community-package/scanner/scanner.mjs';
const { analyzePackage, SOURCE_FILE_PATTERNS } = (await import(scanner)) as Scanner;

const folder = packed();
const scans: Array<[string, Scan]> = [
	['the sources', await analyzePackage(ROOT, SOURCE_FILE_PATTERNS)],
	['the package', await analyzePackage(folder, ['**/*.js', 'package.json'])],
];
rmSync(folder, { recursive: true });
for (const [what, { passed, message, details }] of scans) {
	process.stdout.write(`${passed ? '✓' : '✗'} n8n's scanner on ${what}\n`);
	if (!passed) process.stdout.write(`${message}\n${details ?? ''}\n`);
}
if (scans.some(([, { passed }]) => !passed)) process.exitCode = 1;
