/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a development script, run by Node */
// What every template workflow must satisfy before it ships. Run by `gulp build` and by the tests.
import { validateWorkflow, setSchemaBaseDirs, type WorkflowJSON } from '@n8n/workflow-sdk';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const ROOT = process.cwd();
const PACKAGE = 'n8n-nodes-dialnexa-poof';
const STICKY = 'n8n-nodes-base.stickyNote';
/** The operations of the Poof node that end in an Outcome. */
const MONEY_OPERATIONS = [
	'charge:createDepositAddress',
	'charge:createFiat',
	'checkout:createLink',
	'invoice:createCryptoLink',
	'invoice:createFiat',
	'payout:send',
	'wallet:create',
];
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

function reachable(template: Template): Set<string> {
	const found = new Set(template.nodes.filter(isTrigger).map(({ name }) => name));
	for (const name of found)
		outputsOf(template, name)
			.flat()
			.forEach((next) => found.add(next));
	return found;
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
		if (node.type !== STICKY && !connected.has(node.name))
			problems.push(`"${node.name}" is reached by nothing`);
		for (const field of ['credentials', 'pinData']) {
			if (field in node) problems.push(`"${node.name}" carries ${field}`);
		}
	}
	return problems;
}

const readsOutcome = (node: TemplateNode | undefined) =>
	node?.type === 'n8n-nodes-base.switch' &&
	JSON.stringify(node.parameters).includes('$json.outcome');

function promiseProblems(template: Template): string[] {
	const problems: string[] = [];
	const byName = new Map(template.nodes.map((node) => [node.name, node]));
	for (const node of template.nodes) {
		const { parameters, name } = node;
		const text = JSON.stringify(parameters);
		if (node.type === `${PACKAGE}.dialNexaHandoff`) {
			HANDOFF_OUTPUTS.forEach((output, index) => {
				if (!outputsOf(template, name)[index]?.length)
					problems.push(`output ${output} of "${name}" leads nowhere`);
			});
		}
		if (
			node.type === `${PACKAGE}.poof` &&
			MONEY_OPERATIONS.includes(`${parameters.resource}:${parameters.operation}`)
		) {
			const next = outputsOf(template, name)[0] ?? [];
			if (!next.some((to) => readsOutcome(byName.get(to))))
				problems.push(`no Outcome branch follows "${name}"`);
			if (!outputsOf(template, name)[1]?.length)
				problems.push(`the error output of "${name}" leads nowhere`);
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
		if (parameters.operation === 'sendAndWait' && !text.includes('"limitWaitTime"')) {
			problems.push(`"${name}" may wait for ever`);
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

/** Parameters of our own nodes must exist; n8n would drop a misspelt one without a word. */
function ownParameterProblems(template: Template): string[] {
	const problems: string[] = [];
	const load = createRequire(join(ROOT, 'package.json'));
	const manifest = load('./package.json') as { n8n: { nodes: string[] } };
	const known = new Map<string, Set<string>>();
	for (const path of manifest.n8n.nodes) {
		const exported = load(`./${path}`) as Record<
			string,
			new () => { description: { name: string; properties: Array<{ name: string }> } }
		>;
		for (const NodeType of Object.values(exported)) {
			const { description } = new NodeType();
			known.set(
				`${PACKAGE}.${description.name}`,
				new Set(description.properties.map(({ name }) => name)),
			);
		}
	}
	for (const node of template.nodes.filter(({ type }) => type.startsWith(`${PACKAGE}.`))) {
		const parameters = known.get(node.type);
		if (!parameters)
			problems.push(`"${node.name}" is of type ${node.type}, which this package does not have`);
		for (const name of Object.keys(node.parameters)) {
			if (parameters && !parameters.has(name))
				problems.push(`"${node.name}" sets "${name}", which its node does not have`);
		}
	}
	return problems;
}

function sdkProblems(template: Template): string[] {
	const load = createRequire(join(ROOT, 'package.json'));
	setSchemaBaseDirs([
		join(dirname(load.resolve('n8n-nodes-base/package.json')), 'dist', 'node-definitions'),
	]);
	// What does not fit a node's own schema comes as a warning.
	const { errors, warnings } = validateWorkflow(template as unknown as WorkflowJSON, {
		strictMode: true,
	});
	return [...errors, ...warnings].map(({ message }) => message);
}

/** Everything that is wrong with one template; an empty list when it may ship. */
export function templateProblems(json: unknown): string[] {
	const parsed = templateSchema.safeParse(json);
	if (!parsed.success) {
		return parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
	}
	return [structureProblems, promiseProblems, ownParameterProblems, sdkProblems].flatMap((check) =>
		check(parsed.data),
	);
}

/** @throws Error that lists what is wrong, file by file. Needs the compiled nodes in dist/. */
export function checkAllTemplates(): void {
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
