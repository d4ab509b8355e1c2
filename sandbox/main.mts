import { parseArgs } from 'node:util';
import { Sandbox } from './sandbox.mts';

const { values: options } = parseArgs({
	options: {
		port: { type: 'string', default: '0' },
		'data-dir': { type: 'string' },
	},
});

const sandbox = new Sandbox();
await sandbox.start(Number(options.port));
console.log(JSON.stringify({ url: sandbox.url, proxyUrl: '', caFile: '' }));

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	process.once(signal, () => void sandbox.stop());
}
