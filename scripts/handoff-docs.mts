// Writes docs/policy.md from the table of rules and docs/handoff.schema.json from the contract, out of the built package.
// `node scripts/handoff-docs.mts --check` only says whether they are current.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import type { ZodTypeAny } from 'zod';
import { zodToJsonSchema } from 'zod-to-json-schema';

const ROOT = join(import.meta.dirname, '..');
const built = createRequire(join(ROOT, 'dist/nodes/DialNexaHandoff/policy.js'));

interface ActionTerms {
	label: string;
	synonyms: string[];
	requires: Array<{ what: string }>;
	matchFloor: number;
}

interface Rule {
	code: string;
	actions: 'any' | readonly string[];
	route: 'ready' | 'approval' | 'exception';
	when: string;
	message: string;
}

// The compiled files, since n8n's tools compile the sources in a way of their own.
const { ACTION_TERMS, NEEDS_KNOWN_CALLER, PERSON_AT_ONCE } = built('./actions.js') as {
	ACTION_TERMS: Record<string, ActionTerms>;
	NEEDS_KNOWN_CALLER: readonly string[];
	PERSON_AT_ONCE: readonly string[];
};
const { handoffSchema } = built('./contract.js') as { handoffSchema: ZodTypeAny };
const { EVIDENCE, HIGHEST_REPORT } = built('./match.js') as {
	EVIDENCE: Record<string, { agrees: number; differs: number }>;
	HIGHEST_REPORT: number;
};
const { POLICY_BY_THEME } = built('./policy.js') as {
	POLICY_BY_THEME: Array<{ theme: string; rules: Rule[] }>;
};

const cell = (text: string) => text.replaceAll('|', '\\|');

const table = (head: string[], rows: string[][]) =>
	[head, head.map(() => '---'), ...rows]
		.map((row) => `| ${row.map(cell).join(' | ')} |`)
		.join('\n');

const labelOf = (action: string) => ACTION_TERMS[action].label;

function appliesTo(actions: 'any' | readonly string[]): string {
	if (actions === 'any') return 'every call';
	if (actions === NEEDS_KNOWN_CALLER) return 'actions that need a known caller';
	if (actions === PERSON_AT_ONCE) return 'actions that go to a person at once';
	return actions.map(labelOf).join(', ');
}

const actions = table(
	['Action', 'Name', 'Required', 'Lowest match confidence', 'Also understood'],
	Object.entries(ACTION_TERMS).map(([name, terms]) => [
		terms.label,
		`\`${name}\``,
		terms.requires.map(({ what }) => what).join('; ') || '–',
		terms.matchFloor === 0 ? '–' : String(terms.matchFloor),
		terms.synonyms.map((synonym) => synonym.replaceAll('_', ' ')).join(', '),
	]),
);

const rules = POLICY_BY_THEME.map(
	({ theme, rules: ofTheme }) =>
		`### ${theme}\n\n${table(
			['Code', 'Route', 'Applies to', 'Fires when', 'What people read'],
			ofTheme.map((rule) => [
				`\`${rule.code}\``,
				rule.route === 'ready' ? 'note' : rule.route,
				appliesTo(rule.actions),
				rule.when,
				rule.message,
			]),
		)}`,
).join('\n\n');

const KINDS: Record<string, string> = {
	account: 'Account',
	reference: 'Invoice, payment, order or subscription',
	email: 'E-mail address',
	name: 'Name',
	caller_id: 'Number that an inbound call showed',
	dialled_number: 'Number that was dialled',
};

const times = (weight: number) =>
	weight < 0 ? `1 to ${Math.exp(-weight).toFixed(0)}` : `${Math.exp(weight).toFixed(0)} to 1`;

const evidence = table(
	['Detail', 'Agrees', 'Differs'],
	Object.entries(EVIDENCE).map(([kind, weight]) => [
		KINDS[kind],
		times(weight.agrees),
		Math.abs(weight.differs) < 0.5 ? 'hardly counts' : times(weight.differs),
	]),
);

const policy = `<!-- Written by scripts/handoff-docs.mts from the table of rules. Change the rules, not this file. -->

# What a call may do

The DialNexa Handoff applies every rule below to every call and sends it out by one of three outputs. The strictest
route wins, and all reasons are kept in \`reasons\`, strictest first.

| Route | Meaning |
| --- | --- |
| \`ready\` | The workflow may carry the action out. |
| \`approval\` | A person can decide it now, in Slack for example. |
| \`exception\` | It cannot be decided from what is known: it belongs in the review queue. |

A rule can only make a route stricter. Rules marked *note* are shown and change nothing.

## What no setting loosens

- A payout always needs a person. Above the Two-Person Threshold, or when nobody has said what it is worth, it needs two
  different people. The contract itself refuses a payout that is \`ready\`.
- No rule can be switched off, and an action is never taken from free text.
- The match confidence that an action needs is never below the floor in the table of actions.
- No threshold counts above the Hard Maximum. An approval threshold said on the call can lower yours, never raise it.
- Words of the caller can make a route stricter, never looser.

## Actions

An action is read from the analysis field \`requested_action\`, in any case and with any separators, or fixed in the
node. ${PERSON_AT_ONCE.map(labelOf).join(', ')} go to a person at once, whoever called. Every other action needs a known
caller: a match confidence, and a name, an account or an e-mail address.

${actions}

## Who is calling

The agent's \`match_confidence\` counts up to ${HIGHEST_REPORT}; a missing one counts as none. When records of a look-up are
given to the node (Evidence, Customer Records), each is weighed by what agrees and what differs, against the other
records and against being none of them. Two records that fit alike get at most half each. A look-up that found nobody
leaves at most 0.3. What spoke for and against is listed in \`match.basis\`.

How many times likelier a detail makes it that the record is the caller's (careful estimates, not measurements):

${evidence}

The number that a call showed never suffices by itself, since anybody can show any number.

## How values are read

Each field is taken from Fields in the node, else from the call's analysis, else from its metadata. Metadata tells who
and what the call is about, never how sure somebody is, what was confirmed or what was asked for. Names are matched in
any case and with any separators ("Invoice No", \`invoice_number\`).

Amounts are decimal strings and never floats. What is there and cannot be read, or can be read in two ways (\`4.800\`,
\`03/04/2026\`, "about fifty"), is a reason and never a guess. Dates are relative to the call, in the workflow's time
zone. Links are shown with the host they lead to.

## Rules

${rules}
`;

const schema = {
	$schema: 'http://json-schema.org/draft-07/schema#',
	title: 'Handoff',
	description:
		'What the DialNexa Handoff node gives out for each call. A send_payout is never ready.',
	...zodToJsonSchema(handoffSchema, { $refStrategy: 'none' }),
};

const FILES: Array<[string, string]> = [
	['docs/policy.md', policy],
	['docs/handoff.schema.json', JSON.stringify(schema)],
];

for (const [file, content] of FILES) {
	const path = join(ROOT, file);
	const wanted = await format(content, { ...(await resolveConfig(path)), filepath: path });
	if (!process.argv.includes('--check')) {
		writeFileSync(path, wanted);
	} else if (readFileSync(path, 'utf8') !== wanted) {
		console.error(`${file} is not current: build, then run node scripts/handoff-docs.mts`);
		process.exitCode = 1;
	}
}
