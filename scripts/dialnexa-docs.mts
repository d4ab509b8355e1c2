// Writes docs/capture.md from the table of captured fields, out of the built package.
// `node scripts/dialnexa-docs.mts --check` only says whether it is current.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';

const ROOT = join(import.meta.dirname, '..');
const FILE = 'docs/capture.md';

interface CaptureField {
	name: string;
	type: string;
	group: string;
	description: string;
	values?: readonly string[];
}

const { CAPTURE_FIELDS } = createRequire(join(ROOT, 'dist/lib/call/'))('./capture.js') as {
	CAPTURE_FIELDS: readonly CaptureField[];
};

const GROUPS: Record<string, string> = {
	action: 'What was asked for',
	who: 'Who',
	about: 'What it is about',
	money: 'Money',
	decision: 'Decision',
	evidence: 'Evidence',
	suppression: 'Suppression',
};

const rows = (group: string) =>
	CAPTURE_FIELDS.filter((field) => field.group === group)
		.map(({ name, type, description, values }) => {
			const choice = values ? `. One of: ${values.map((v) => `\`${v}\``).join(', ')}` : '';
			return `| \`${name}\` | ${type} | ${description}${choice} |`;
		})
		.join('\n');

const tables = Object.entries(GROUPS)
	.map(
		([group, title]) =>
			`## ${title}\n\n| Field | Type | What the agent is told |\n| --- | --- | --- |\n${rows(group)}`,
	)
	.join('\n\n');

const page = `<!-- Written by scripts/dialnexa-docs.mts from lib/call/capture.ts. Change the table there, not this file. -->

# What an agent captures of a call about money

These fields of an agent's post-call analysis are what the DialNexa Handoff reads. *Set Up Money Capture* of the DialNexa
node adds those that are missing to the newest draft version of an agent. It shows first what it would add, keeps every
field that is there, and changes nothing when it is run again.

Names are matched without case and separators, so \`Match Confidence\` will do for \`match_confidence\`. Amounts are
STRING on purpose: a JSON number cannot hold every amount of money. A choice is a STRING whose description lists the
answers, because DialNexa documents no place for the answers of an ENUM.

${tables}
`;

const path = join(ROOT, FILE);
const wanted = await format(page, { ...(await resolveConfig(path)), filepath: path });
if (!process.argv.includes('--check')) {
	writeFileSync(path, wanted);
} else if (readFileSync(path, 'utf8') !== wanted) {
	console.error(`${FILE} is not current: build, then run node scripts/dialnexa-docs.mts`);
	process.exitCode = 1;
}
