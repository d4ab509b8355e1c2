// What a user has to fill in stands in Settings and nowhere else, and the yellow note says what else there is to do.
import { isTrigger, STICKY, type Template } from './template.ts';

const SETTINGS = 'Settings';
/** The one other edit: which workflow takes the calls (scripts/templates/catch-up-missed-calls.mts). */
const CHOSEN_BY_THE_USER = 'Hand Over to Your Workflow';
const PLACEHOLDER = /YOUR_[A-Z_]+/;
/** What starts only by hand, by another workflow, or as an error workflow itself needs none. */
const NEEDS_NO_ERROR_WORKFLOW = ['manualTrigger', 'executeWorkflowTrigger', 'errorTrigger'].map(
	(name) => `n8n-nodes-base.${name}`,
);

interface Chosen {
	__rl: true;
	mode: string;
	value: unknown;
}

const isChosen = (value: unknown): value is Chosen =>
	typeof value === 'object' && value !== null && '__rl' in value;

/** Everybody's own drive: n8n's default. */
const MY_DRIVE = 'My Drive';

/** A file, channel or workflow that is named outright is one of ours, or none. */
const isNamedOutright = ({ mode, value }: Chosen) =>
	mode !== 'name' && value !== MY_DRIVE && !String(value).startsWith('=');

export function editProblems({ nodes }: Template): string[] {
	const problems: string[] = [];
	for (const { name, type, parameters } of nodes) {
		if (type === STICKY || name === SETTINGS) continue;
		if (PLACEHOLDER.test(JSON.stringify(parameters)))
			problems.push(`"${name}" has something to fill in, which belongs into ${SETTINGS}`);
		for (const [parameter, value] of Object.entries(parameters)) {
			if (name !== CHOSEN_BY_THE_USER && isChosen(value) && isNamedOutright(value))
				problems.push(`"${name}" names a ${parameter} that nobody else has`);
		}
		if (type === 'n8n-nodes-base.code')
			problems.push(`"${name}" is code, which who imports it would have to read`);
	}
	const runsByItself = nodes
		.filter(isTrigger)
		.some(({ type }) => !NEEDS_NO_ERROR_WORKFLOW.includes(type));
	const explained = nodes.some(
		({ name, parameters }) =>
			name === 'About' && /error workflow/i.test(String(parameters.content)),
	);
	if (runsByItself && !explained) problems.push('the yellow note does not name the error workflow');
	return problems;
}
