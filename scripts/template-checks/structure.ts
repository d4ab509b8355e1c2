// Every step has a name of its own, is reached, and leaves no call without a next step.
import {
	outputsOf,
	PACKAGE,
	reachable,
	STICKY,
	type Template,
	type TemplateNode,
} from './template.ts';

const HANDOFF_OUTPUTS = ['Ready', 'Approval', 'Exception'];

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

export function structureProblems(template: Template): string[] {
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
