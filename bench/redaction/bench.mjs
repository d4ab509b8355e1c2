// Compares lib/redaction with other redactors on the same text in one run:
//   npm run bench:redaction            a table for docs/redaction.md
//   node bench.mjs lib sanitize        some tools, once everything is installed and built
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

/** How long a tool is run before it is measured, unless it takes so long for 0.1 MB. */
const WARM_UP_MS = 20_000;
const SLOW_MS = 400;
const ROUNDS = 7;
/** A text is skipped when one before it took longer than this. */
const PATIENCE_MS = 15_000;

/** The share of the secrets that a tool hides, and that of the pieces that must stay and do. */
async function qualityOf(tool, cases) {
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
	return [hidden / secrets, untouched / kept];
}

/**
 * The processor time that a tool takes for a text in milliseconds, which other work on the machine disturbs
 * less than it does a clock; NaN when the tool gives up.
 */
async function time(tool, text) {
	const from = process.cpuUsage();
	try {
		await tool(text);
	} catch {
		return NaN;
	}
	const { user, system } = process.cpuUsage(from);
	return (user + system) / 1000;
}

/**
 * Runs a tool until it is compiled, as it is in a server, which runs for days: on all texts, because what is
 * compiled is thrown away when something new turns up. A slow tool gains nothing by it.
 */
async function warmUp(tool) {
	if (!((await time(tool, textOf(dialogues, 0.1))) < SLOW_MS)) return;
	const texts = [secret, dialogues, calls].map((cases) => textOf(cases, 4));
	for (const from = Date.now(); Date.now() - from < WARM_UP_MS; ) {
		for (const text of texts) await time(tool, text);
	}
}

/**
 * The best times of tools for one text; they take turns, so that they meet the machine in the same state.
 *
 * @param rows for each tool its times so far, to which one is added: NaN when it has become too slow.
 */
async function race(tools, rows, text) {
	const best = tools.map((_, i) => (rows[i].every((ms) => ms < PATIENCE_MS) ? Infinity : NaN));
	for (let round = 0; round < ROUNDS; round++) {
		for (const [i, tool] of tools.entries()) {
			if (Number.isNaN(best[i]) || (round > 0 && best[i] > PATIENCE_MS / ROUNDS)) continue;
			best[i] = Math.min(best[i], await time(tool, text));
		}
	}
	best.forEach((ms, i) => rows[i].push(ms));
}

/** The texts of the cases, again and again, up to so many megabytes (UTF-8). */
function textOf(cases, megabytes) {
	const once = cases.map(({ text }) => text).join('\n\n');
	const times = (megabytes * 1e6) / Buffer.byteLength(once);
	return once.repeat(Math.floor(times)) + once.slice(0, Math.floor(once.length * (times % 1)));
}

/** How much text is measured, in megabytes. */
const SIZES = [1, 2, 4, 8];

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
const asked = process.argv.slice(2);
const names = Object.keys(TOOLS).filter(
	(name) => asked.length === 0 || asked.some((part) => name.includes(part)),
);
const tools = names.map((name) => TOOLS[name]);
const rows = names.map(() => []);
for (const tool of tools) await warmUp(tool);
for (const megabytes of SIZES) await race(tools, rows, textOf(calls, megabytes));
for (const cases of [dialogues, secret]) await race(tools, rows, textOf(cases, 4));
for (const [i, name] of names.entries()) {
	const quality = (await qualityOf(tools[i], HELD_OUT)).map((share) => share.toFixed(3));
	const [among, only] = rows[i].slice(SIZES.length);
	const times = rows[i].slice(0, SIZES.length);
	const shown = times.map((ms) => shownNumber(ms, 0));
	const largest = times.findLastIndex((ms) => !Number.isNaN(ms));
	const growth = shownNumber(times[3] / times[2], 2);
	const speeds = [(1000 * SIZES[largest]) / times[largest], 4000 / among, 4000 / only];
	const shownSpeeds = speeds.map((speed) => shownNumber(speed, speed < 1 ? 2 : 1));
	console.log(`| ${[name, ...quality, ...shown, growth, ...shownSpeeds].join(' | ')} |`);
}
