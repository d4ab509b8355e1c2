// Compares lib/redaction with other redactors on the same text in one run:
//   npm run bench:redaction            a table for docs/redaction.md
//   node bench.mjs sanitize            one tool, once everything is installed and built
// Quality: a secret counts as hidden when its text is not in the output any more, a piece that must
// stay as untouched when it still is. That is kinder to the others than the tests are to ours.
import { createRequire } from 'node:module';
import { cpus } from 'node:os';

import { SMALL_TALK } from './small-talk.mjs';

const require = createRequire(import.meta.url);

const { redact } = require('./node_modules/.build/lib/redaction');
const { TUNED, HELD_OUT } = require('./node_modules/.build/test/redaction/corpus');
const { SyncRedactor } = require('redact-pii');
const { OpenRedaction } = require('openredaction');
const { sanitizePii } = require('@cdssnc/sanitize-pii');
const { redact: arcjet } = await import('@arcjet/redact');
const {
	createPiiCheckFn,
} = require('./node_modules/.guardrails/package/dist/nodes/Guardrails/actions/checks/pii.js');
const {
	createSecretKeysCheckFn,
} = require('./node_modules/.guardrails/package/dist/nodes/Guardrails/actions/checks/secretKeys.js');
const {
	applyPreflightModifications,
} = require('./node_modules/.guardrails/package/dist/nodes/Guardrails/helpers/preflight.js');

const redactPii = new SyncRedactor();
const openRedaction = new OpenRedaction({ redactionMode: 'placeholder' });
const pii = createPiiCheckFn({});
const secretKeys = createSecretKeysCheckFn({ threshold: 'balanced' });

const TOOLS = {
	'lib/redaction': (text) => redact(text).text,
	'redact-pii 3.4.0': (text) => redactPii.redact(text),
	'openredaction 1.1.5': async (text) => (await openRedaction.detect(text)).redacted,
	'n8n Guardrails 2.41.1': (text) =>
		applyPreflightModifications(text, [pii(text), secretKeys(text)]),
	'@arcjet/redact 1.12.0': async (text) => (await arcjet(text))[0],
	'@cdssnc/sanitize-pii 2.1.1': (text) => sanitizePii(text),
};

/** How long a tool is run before it is measured. */
const WARM_UP_MS = 20_000;
/** A size is skipped when the one before it took longer than this. */
const PATIENCE_MS = 15_000;

async function quality(tool, cases) {
	let secrets = 0;
	let hidden = 0;
	let kept = 0;
	let untouched = 0;
	for (const { text, marked } of cases) {
		const output = await tool(text);
		for (const { kind, start, end } of marked) {
			const still = output.includes(text.slice(start, end));
			if (kind === 'secret') {
				secrets++;
				if (!still) hidden++;
			} else {
				kept++;
				if (still) untouched++;
			}
		}
	}
	return [(hidden / secrets).toFixed(3), (untouched / kept).toFixed(3)];
}

/**
 * The processor time for a text in milliseconds, which other work on the machine disturbs less than
 * it does a clock; the best of five runs; NaN when the tool gives up.
 */
async function time(tool, text) {
	let best = Infinity;
	for (let i = 0; i < 5; i++) {
		const from = process.cpuUsage();
		try {
			await tool(text);
		} catch {
			return NaN;
		}
		const { user, system } = process.cpuUsage(from);
		best = Math.min(best, (user + system) / 1000);
		if (best > PATIENCE_MS / 5) break;
	}
	return best;
}

/**
 * Runs a tool until it is compiled, as it is in a server, which runs for days: on all texts, because what is
 * compiled is thrown away when something new turns up. A slow tool gains nothing by it.
 */
async function warmUp(tool) {
	if ((await time(tool, textOf(dialogues, 0.1))) * 5 > WARM_UP_MS / 10) return;
	const texts = [secret, dialogues, calls].map((cases) => textOf(cases, 4));
	for (const from = Date.now(); Date.now() - from < WARM_UP_MS; ) {
		for (const text of texts) await time(tool, text);
	}
}

/** The texts of the cases, again and again, up to so many megabytes (UTF-8). */
function textOf(cases, megabytes) {
	const once = cases.map(({ text }) => text).join('\n\n');
	const times = (megabytes * 1e6) / Buffer.byteLength(once);
	return once.repeat(Math.floor(times)) + once.slice(0, Math.floor(once.length * (times % 1)));
}

const shownNumber = (value, places) => (Number.isNaN(value) ? '–' : value.toFixed(places));

const all = [...TUNED, ...HELD_OUT];
const secret = all.filter(({ marked }) => marked.some(({ kind }) => kind === 'secret'));
const plain = all.filter(({ marked }) => marked.every(({ kind }) => kind === 'kept'));
/** For every piece with a secret three without, and so many lines of small talk. */
const mixed = (lines) =>
	secret.flatMap((one, i) => [
		one,
		...[0, 1, 2].map((k) => plain[(3 * i + k) % plain.length]),
		...Array.from({ length: lines }, (_, k) => ({
			text: SMALL_TALK[(lines * i + k) % SMALL_TALK.length],
		})),
	]);
// Calls of five minutes, about 750 words, in each of which one secret is said; and texts with one number in
// fifteen words, as in the public dialogues of docs/redaction.md.
const calls = mixed(43);
const dialogues = mixed(15);

console.log(
	`Node ${process.version}, ${cpus()[0].model}, one core; ${HELD_OUT.length} held-out cases`,
);
console.log('');
console.log(
	'| | hidden | untouched | 1 MB, ms | 2 MB | 4 MB | 8 MB | t(8)/t(4) | MB/s | MB/s, dialogues | MB/s, secrets only |',
);
console.log('|---|---|---|---|---|---|---|---|---|---|---|');
const asked = process.argv[2];
for (const [name, tool] of Object.entries(TOOLS)) {
	if (asked !== undefined && !name.includes(asked)) continue;
	const [hidden, untouched] = await quality(tool, HELD_OUT);
	await warmUp(tool);
	const times = [];
	for (const megabytes of [1, 2, 4, 8]) {
		const last = times[times.length - 1];
		times.push(
			last === undefined || last < PATIENCE_MS ? await time(tool, textOf(calls, megabytes)) : NaN,
		);
	}
	const shown = times.map((ms) => (Number.isNaN(ms) ? '–' : ms.toFixed(0)));
	const largest = times.findLastIndex((ms) => !Number.isNaN(ms));
	const speed = largest < 0 ? NaN : (1000 * 2 ** largest) / times[largest];
	const patient = times[0] < PATIENCE_MS / 4;
	const among = patient ? await time(tool, textOf(dialogues, 4)) : NaN;
	const only = patient ? await time(tool, textOf(secret, 4)) : NaN;
	console.log(
		`| ${name} | ${hidden} | ${untouched} | ${shown.join(' | ')} | ${shownNumber(times[3] / times[2], 2)} | ${shownNumber(speed, speed < 1 ? 2 : 1)} | ${shownNumber(4000 / among, 1)} | ${shownNumber(4000 / only, 1)} |`,
	);
}
