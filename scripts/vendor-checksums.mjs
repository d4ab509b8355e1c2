// Writes lib/addresses/vendored.ts: the parts of two audited libraries that wallet addresses are checked with, compiled in
// because a published n8n node may have no dependencies. Run it after changing a version: node scripts/vendor-checksums.mjs
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL('..', import.meta.url));

function versionOf(name) {
	const entry = require.resolve(name);
	const folder = entry.slice(0, entry.lastIndexOf(name) + name.length);
	return JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')).version;
}

const { outputFiles } = await build({
	stdin: {
		contents: `
			export { keccak_256 } from '@noble/hashes/sha3';
			export { base58, base58xrp, bech32, bech32m, utils } from '@scure/base';
		`,
		resolveDir: root,
	},
	bundle: true,
	format: 'esm',
	target: 'es2022',
	treeShaking: true,
	legalComments: 'inline',
	write: false,
});
const target = `${root}lib/addresses/vendored.ts`;
const code = await format(outputFiles[0].text, {
	...(await resolveConfig(target)),
	parser: 'typescript',
});
const header = `/* eslint-disable -- generated, not written here */
// @ts-nocheck
// From @noble/hashes ${versionOf('@noble/hashes')} and @scure/base ${versionOf('@scure/base')}, both MIT (c) Paul Miller, by scripts/vendor-checksums.mjs. Do not edit.
// sha256 of what follows: ${createHash('sha256').update(code).digest('hex')}
`;
writeFileSync(target, header + code);
