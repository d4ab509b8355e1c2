import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Sandbox } from './sandbox.mts';

const { values: options } = parseArgs({
	options: {
		/** Where the stand-ins and the desk page listen, on 127.0.0.1; 0 is a free port. */
		port: { type: 'string', default: '0' },
		/** Where the HTTPS proxy for n8n listens. */
		'proxy-port': { type: 'string', default: '0' },
		/** Where the proxy's certificate authority is kept; a new temporary folder by default. */
		'data-dir': { type: 'string' },
		'n8n-url': { type: 'string' },
	},
});

const sandbox = new Sandbox(options['n8n-url']?.replace(/\/$/, '') ?? null);
try {
	await sandbox.start(
		{ http: Number(options.port), proxy: Number(options['proxy-port']) },
		options['data-dir'] ?? mkdtempSync(join(tmpdir(), 'dialnexa-poof-sandbox-')),
	);
} catch (failure) {
	const inUse =
		failure instanceof Error && 'port' in failure && failure.message.includes('EADDRINUSE');
	if (!inUse) throw failure;
	console.error(`Port ${failure.port} is in use: choose others with --port and --proxy-port.`);
	process.exit(1);
}
const { url, interception } = sandbox;
console.log(JSON.stringify({ url, proxyUrl: interception.url, caFile: interception.caFile }));

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	process.once(signal, () => void sandbox.stop());
}
