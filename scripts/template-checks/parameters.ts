/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console -- a development script, run by Node */
// Every parameter is one that its node has, with a value that it takes.
import { validateWorkflow, setSchemaBaseDirs, type WorkflowJSON } from '@n8n/workflow-sdk';
import { generateNodeDefinitions } from '@n8n/workflow-sdk/dist/generate-types/generate-node-defs-cli';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PACKAGE, type Template } from './template.ts';

const ROOT = process.cwd();
/** Not in dist/, which is published. */
const OWN_DEFINITIONS = join(ROOT, '.local', 'definitions', 'node-definitions');

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
export function ownParameterProblems(template: Template): string[] {
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

export function sdkProblems(template: Template): string[] {
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
