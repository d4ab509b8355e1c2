/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console -- a development script, run by Node */
// What every template workflow must satisfy before it ships. Run by `gulp build` and by the tests.
import { validateWorkflow, setSchemaBaseDirs, type WorkflowJSON } from '@n8n/workflow-sdk';
import { defaultConfig, parseN8n, runAllRules } from '@replikanti/flowlint-core';
import { generateNodeDefinitions } from '@n8n/workflow-sdk/dist/generate-types/generate-node-defs-cli';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const ROOT = process.cwd();
const PACKAGE = 'n8n-nodes-dialnexa-poof';
/** Not in dist/, which is published. */
const OWN_DEFINITIONS = join(ROOT, '.local', 'definitions', 'node-definitions');
const STICKY = 'n8n-nodes-base.stickyNote';
/** The name of the workflow that the templates carry inside (scripts/templates/ledger.mts). */
const CLAIM_WORKFLOW = '"name": "Claim a call once"';
/** The operations that cost or move money: they end in an Outcome. */
const MONEY_OPERATIONS: Record<string, string[]> = {
	[`${PACKAGE}.poof`]: [
		'charge:createDepositAddress',
		'charge:createFiat',
		'checkout:createLink',
		'invoice:createCryptoLink',
		'invoice:createFiat',
		'payout:send',
		'wallet:create',
	],
	[`${PACKAGE}.dialNexa`]: ['call:create'],
};
const SHEET_WRITES = ['append', 'appendOrUpdate', 'update'];
const HANDOFF_OUTPUTS = ['Ready', 'Approval', 'Exception'];

const linkSchema = z.object({ node: z.string(), type: z.literal('main'), index: z.number() });

const templateSchema = z
	.object({
		name: z.string().max(80),
		nodes: z.array(
			z
				.object({
					id: z.string().uuid(),
					name: z.string(),
					type: z.string(),
					typeVersion: z.number(),
					position: z.tuple([z.number(), z.number()]),
					parameters: z.record(z.string(), z.unknown()),
				})
				.passthrough(),
		),
		connections: z.record(
			z.string(),
			z.object({ main: z.array(z.array(linkSchema).nullable()) }).strict(),
		),
		settings: z.record(z.string(), z.unknown()),
	})
	.strict();

type Template = z.infer<typeof templateSchema>;
type TemplateNode = Template['nodes'][number];

/** The nodes that a node's output leads to, output by output. */
function outputsOf(template: Template, name: string): string[][] {
	return (template.connections[name]?.main ?? []).map((links) =>
		(links ?? []).map(({ node }) => node),
	);
}

const isTrigger = ({ type }: TemplateNode) => /trigger$/i.test(type);

/** What the triggers lead to, without going through the nodes in `closed`. */
function reachable(template: Template, closed: string[] = []): Set<string> {
	const found = new Set(template.nodes.filter(isTrigger).map(({ name }) => name));
	for (const name of found)
		outputsOf(template, name)
			.flat()
			.filter((next) => !closed.includes(next))
			.forEach((next) => found.add(next));
	return found;
}

/** A node's outputs that must lead somewhere, by their index. */
function outputsToFollow({ type, parameters, onError }: TemplateNode): Map<number, string> {
	let names = [''];
	if (type === `${PACKAGE}.dialNexaHandoff`) names = HANDOFF_OUTPUTS;
	else if (type === 'n8n-nodes-base.if') names = ['true', 'false'];
	else if (type === 'n8n-nodes-base.switch') {
		const { rules, options } = parameters as {
			rules: { values: Array<{ outputKey: string }> };
			options: { fallbackOutput?: string };
		};
		const otherwise =
			options.fallbackOutput === 'extra' ? 'otherwise' : 'a fallback, which is not there';
		names = [...rules.values.map(({ outputKey }) => outputKey), otherwise];
	}
	const all = onError === 'continueErrorOutput' ? [...names, 'Error'] : names;
	// The one output of other nodes may be an end.
	return new Map([...all.entries()].filter(([, name]) => name !== ''));
}

function structureProblems(template: Template): string[] {
	const problems: string[] = [];
	const names = template.nodes.map(({ name }) => name);
	for (const name of names) {
		if (names.indexOf(name) !== names.lastIndexOf(name))
			problems.push(`two nodes are named "${name}"`);
	}
	for (const [from, { main }] of Object.entries(template.connections)) {
		for (const to of [from, ...main.flatMap((links) => (links ?? []).map(({ node }) => node))]) {
			if (!names.includes(to))
				problems.push(`a connection of "${from}" names "${to}", which is not there`);
		}
	}
	const connected = reachable(template);
	for (const node of template.nodes) {
		for (const [index, output] of outputsToFollow(node)) {
			if (!outputsOf(template, node.name)[index]?.length)
				problems.push(`output ${output} of "${node.name}" leads nowhere`);
		}
		if (node.type !== STICKY && !connected.has(node.name))
			problems.push(`"${node.name}" is reached by nothing`);
		for (const field of ['credentials', 'pinData']) {
			if (field in node) problems.push(`"${node.name}" carries ${field}`);
		}
	}
	return problems;
}

interface Box {
	name: string;
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/** What a node or note covers on the canvas: a node's label stands below it, and a node grows with its outputs. */
function boxOf(template: Template, { name, type, position, parameters }: TemplateNode): Box {
	const [left, top] = position;
	if (type === STICKY) {
		const { width, height } = parameters as { width: number; height: number };
		return { name, left, top, right: left + width, bottom: top + height };
	}
	const outputs = template.connections[name]?.main.length ?? 1;
	const height = 100 + 32 * Math.max(0, outputs - 2);
	return { name, left, top, right: left + 100, bottom: top + height + 40 };
}

function layoutProblems(template: Template): string[] {
	const boxes = template.nodes.map((node) => boxOf(template, node));
	return boxes.flatMap((one, index) =>
		boxes
			.slice(index + 1)
			.filter(
				(other) =>
					one.left < other.right &&
					other.left < one.right &&
					one.top < other.bottom &&
					other.top < one.bottom,
			)
			.map((other) => `"${one.name}" and "${other.name}" overlap on the canvas`),
	);
}

const readsOutcome = (node: TemplateNode | undefined) =>
	node?.type === 'n8n-nodes-base.switch' &&
	JSON.stringify(node.parameters).includes('$json.outcome');

const movesMoney = ({ type, parameters }: TemplateNode) =>
	(MONEY_OPERATIONS[type] ?? []).includes(`${parameters.resource}:${parameters.operation}`);

const claims = ({ type, parameters }: TemplateNode) =>
	type === 'n8n-nodes-base.executeWorkflow' &&
	String(parameters.workflowJson).includes(CLAIM_WORKFLOW);

function promiseProblems(template: Template): string[] {
	const problems: string[] = [];
	const unclaimed = reachable(
		template,
		template.nodes.filter(claims).map(({ name }) => name),
	);
	const byName = new Map(template.nodes.map((node) => [node.name, node]));
	for (const node of template.nodes) {
		const { parameters, name } = node;
		const text = JSON.stringify(parameters);
		if (movesMoney(node)) {
			if (unclaimed.has(name)) problems.push(`"${name}" can be reached without a claim`);
			const next = outputsOf(template, name)[0] ?? [];
			if (!next.some((to) => readsOutcome(byName.get(to))))
				problems.push(`no Outcome branch follows "${name}"`);
			if (node.onError !== 'continueErrorOutput')
				problems.push(`"${name}" has no error output: what it cannot do would be lost`);
			if (node.retryOnFail) problems.push(`"${name}" moves money and must not be retried`);
		}
		if (node.type === 'n8n-nodes-base.switch' && readsOutcome(node)) {
			for (const outcome of ['done', 'duplicate', 'refused', 'uncertain']) {
				if (!text.includes(`"${outcome}"`))
					problems.push(`"${name}" does not know the outcome ${outcome}`);
			}
		}
		if (
			node.type === 'n8n-nodes-base.googleSheets' &&
			SHEET_WRITES.includes(String(parameters.operation))
		) {
			if (!text.includes('"cellFormat":"RAW"'))
				problems.push(`"${name}" would let a cell become a formula: set RAW`);
			if (parameters.operation === 'append' && !text.includes('"useAppend":true')) {
				problems.push(`"${name}" may overwrite a row of another execution: set useAppend`);
			}
		}
		// This node leaves what went wrong where n8n does not look before it tries again.
		if (
			node.type === 'n8n-nodes-base.googleSheets' &&
			node.retryOnFail &&
			node.onError === 'continueErrorOutput'
		) {
			problems.push(
				`"${name}" would not be tried again: Retry On Fail or an error output, not both`,
			);
		}
		if (parameters.operation === 'sendAndWait' && !text.includes('"limitWaitTime"')) {
			problems.push(`"${name}" may wait for ever`);
		}
		// n8n puts the empty item on the first output even when the real one leaves by the error output.
		if (node.alwaysOutputData && node.onError === 'continueErrorOutput') {
			problems.push(`"${name}" would go on by both outputs when it cannot do its work`);
		}
		// n8n empties the waiting item when the node has an error output: after the time limit nothing would go on.
		if (parameters.operation === 'sendAndWait' && node.onError === 'continueErrorOutput') {
			problems.push(
				`"${name}" would drop a call that nobody answers: continue by the regular output`,
			);
		}
	}
	const settings = template.nodes.filter(
		({ name, type }) => name === 'Settings' && type === 'n8n-nodes-base.set',
	);
	const onlyCalledByOthers = template.nodes
		.filter(isTrigger)
		.every(({ type }) => type === 'n8n-nodes-base.executeWorkflowTrigger');
	if (settings.length !== 1 && !onlyCalledByOthers)
		problems.push('there must be one Set node named "Settings"');
	const yellow = template.nodes.filter(
		({ type, parameters }) => type === STICKY && (parameters.color ?? 1) === 1,
	);
	if (yellow.length !== 1)
		problems.push('there must be one yellow sticky note that explains the workflow');
	return problems;
}

interface NodeDescription {
	name: string;
	properties: Array<{ name: string }>;
}

/** What our nodes say of themselves in the build, by their full type. */
function ownDescriptions(): Map<string, NodeDescription> {
	const load = createRequire(join(ROOT, 'package.json'));
	const manifest = load('./package.json') as { n8n: { nodes: string[] } };
	const nodeTypes = manifest.n8n.nodes.flatMap((path) =>
		Object.values(load(`./${path}`) as Record<string, new () => { description: NodeDescription }>),
	);
	return new Map(
		nodeTypes.map((NodeType) => {
			const { description } = new NodeType();
			return [`${PACKAGE}.${description.name}`, description];
		}),
	);
}

/** Parameters of our own nodes must exist; n8n would drop a misspelt one without a word. */
function ownParameterProblems(template: Template): string[] {
	const problems: string[] = [];
	const known = ownDescriptions();
	for (const node of template.nodes.filter(({ type }) => type.startsWith(`${PACKAGE}.`))) {
		const description = known.get(node.type);
		const parameters = new Set(description?.properties.map(({ name }) => name));
		if (!description)
			problems.push(`"${node.name}" is of type ${node.type}, which this package does not have`);
		for (const name of Object.keys(node.parameters)) {
			if (description && !parameters.has(name))
				problems.push(`"${node.name}" sets "${name}", which its node does not have`);
		}
	}
	return problems;
}

/** Writes the schemas of our own nodes as n8n's tools do, for the check of each parameter's value. */
export async function writeOwnDefinitions(): Promise<void> {
	const folder = dirname(OWN_DEFINITIONS);
	mkdirSync(folder, { recursive: true });
	const nodesJsonPath = join(folder, 'nodes.json');
	writeFileSync(nodesJsonPath, JSON.stringify([...ownDescriptions().values()]));
	const { log } = console;
	console.log = () => {};
	try {
		await generateNodeDefinitions({
			nodesJsonPath,
			outputDir: OWN_DEFINITIONS,
			packageName: PACKAGE,
		});
	} finally {
		console.log = log;
	}
}

/** n8n takes an expression where options are chosen; the schemas of its nodes know only the chosen ones. */
function isListByExpression({ nodes }: Template, message: string): boolean {
	const [, name, field] =
		/^Node "(.+)": Field "parameters\.(\w+)" has wrong type: expected array, got string/.exec(
			message,
		) ?? [];
	const value = nodes.find((node) => node.name === name)?.parameters[field ?? ''];
	return typeof value === 'string' && value.startsWith('={{');
}

function sdkProblems(template: Template): string[] {
	const load = createRequire(join(ROOT, 'package.json'));
	setSchemaBaseDirs([
		join(dirname(load.resolve('n8n-nodes-base/package.json')), 'dist', 'node-definitions'),
		OWN_DEFINITIONS,
	]);
	// What does not fit a node's own schema comes as a warning.
	const { errors, warnings } = validateWorkflow(template as unknown as WorkflowJSON, {
		strictMode: true,
	});
	return [...errors, ...warnings]
		.map(({ message }) => message)
		.filter((message) => !isListByExpression(template, message));
}

/** Rules of flowlint that do not fit here, and why. */
const NOT_FLOWLINTS: Record<string, string> = {
	R1: 'a step is retried only where nothing is sent twice',
	R3: 'the claim guards what moves money, and flowlint does not know it',
	R5: 'endings and sub-workflows have no next step',
	R6: 'a loop ends with its rows',
	R7: 'an ending goes through ledger and sheet, not straight to a message',
	R8: 'what a step gives is read by name, which flowlint does not see',
	R11: 'it takes n8n-nodes-base.executeWorkflow for deprecated',
	R12: 'every error output is followed above; what stops goes to the error workflow',
	R15: 'the ID of an error workflow cannot be imported',
};

function flowlintProblems(template: Template): string[] {
	const nodes = template.nodes.filter(({ type }) => type !== STICKY);
	try {
		return runAllRules(parseN8n(JSON.stringify({ ...template, nodes })), {
			path: template.name,
			cfg: defaultConfig,
		})
			.filter(({ rule }) => !(rule in NOT_FLOWLINTS))
			.map(({ rule, message }) => `${message} (flowlint ${rule})`);
	} catch (error) {
		return [String(error)];
	}
}

/** Everything that is wrong with one template; an empty list when it may ship. Needs `writeOwnDefinitions` before. */
export function templateProblems(json: unknown): string[] {
	const parsed = templateSchema.safeParse(json);
	if (!parsed.success) {
		return parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
	}
	return [
		structureProblems,
		layoutProblems,
		promiseProblems,
		ownParameterProblems,
		sdkProblems,
		flowlintProblems,
	].flatMap((check) => check(parsed.data));
}

/** @throws Error that lists what is wrong, file by file. Needs the compiled nodes in dist/. */
export async function checkAllTemplates(): Promise<void> {
	await writeOwnDefinitions();
	const folder = join(ROOT, 'workflows');
	const wrong = readdirSync(folder)
		.filter((file) => file.endsWith('.json'))
		.flatMap((file) =>
			templateProblems(JSON.parse(readFileSync(join(folder, file), 'utf8'))).map(
				(problem) => `workflows/${file}: ${problem}`,
			),
		);
	if (wrong.length > 0) throw new Error(`Templates that must not ship:\n${wrong.join('\n')}`);
}
