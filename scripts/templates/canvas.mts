// A template workflow as code: steps on a grid, notes, connections; what comes out is the JSON that n8n imports.
import { node, sticky, workflow, type WorkflowJSON } from '@n8n/workflow-sdk';
import { createHash } from 'node:crypto';
import { coveredBy } from '../template-checks/note-text.ts';

export type Step = ReturnType<typeof node>;
export type StepParameters = NonNullable<Step['config']['parameters']>;
type Part = Step | ReturnType<typeof note>;
/** Column and row on the canvas; a step is as wide as half a column. */
export type Place = [column: number, row: number];

export type StepSettings = Pick<
	Step['config'],
	'onError' | 'retryOnFail' | 'maxTries' | 'waitBetweenTries' | 'alwaysOutputData' | 'executeOnce'
>;

const COLUMN = 240;
const ROW = 180;

/** The same name gives the same ID each time, so that writing the templates again changes nothing. */
function idOf(...names: string[]): string {
	const hex = createHash('sha256').update(names.join('\n')).digest('hex');
	const parts = [
		hex.slice(0, 8),
		hex.slice(8, 12),
		`5${hex.slice(13, 16)}`,
		`a${hex.slice(17, 20)}`,
	];
	return [...parts, hex.slice(20, 32)].join('-');
}

const pixels = ([column, row]: Place): [number, number] => [
	Math.round((column * COLUMN) / 20) * 20,
	Math.round((row * ROW) / 20) * 20,
];

export function step(
	name: string,
	type: string,
	version: number,
	at: Place,
	parameters: StepParameters,
	settings: StepSettings = {},
): Step {
	return node({
		type: type.includes('.') ? type : `n8n-nodes-base.${type}`,
		version,
		config: { name, position: pixels(at), parameters, ...settings },
	});
}

/** A step of this package. */
export function ownStep(
	name: string,
	type: string,
	at: Place,
	parameters: StepParameters,
	settings: StepSettings = {},
): Step {
	return step(name, `n8n-nodes-dialnexa-poof.${type}`, 1, at, parameters, settings);
}

const YELLOW = 1;
const WHITE = 7;

/** A white note of its own, such as the list of the settings; it stands where nothing else stands. Width and height in pixels. */
export function note(name: string, at: Place, [width, height]: [number, number], content: string) {
	return sticky(content, [], { name, position: pixels(at), width, height, color: WHITE });
}

/** What a step takes with its label, and what a section leaves around its steps: a line from above comes in beside the text. */
const STEP_HEIGHT = 140;
const PADDING = { side: 40, bottom: 20 };
const GAP = 20;
/** How much room the heading of a section takes with what is above and below it. */
const HEADING = 80;

/**
 * A white note behind a group of steps: a heading and at most 50 words. `at` is the place of its first column and row; the
 * text stands above the first row, in as much height as it needs.
 */
export function section(
	name: string,
	[column, row]: Place,
	[columns, rows]: [columns: number, rows: number],
	text: string,
) {
	const width = Math.round((columns * COLUMN - GAP) / 20) * 20;
	const [, ...paragraphs] = text.split('\n');
	const above = HEADING + coveredBy(paragraphs, width).height;
	const [left, top] = pixels([column, row]);
	const [, bottom] = pixels([column, row + rows - 1]);
	return sticky(text, [], {
		name,
		position: [left - PADDING.side, top - above],
		width,
		height: bottom + STEP_HEIGHT + PADDING.bottom - (top - above),
		color: WHITE,
	});
}

/** The one yellow note: what the workflow does, for whom, how it is set up. */
export function about(at: Place, height: number, content: string) {
	return sticky(content, [], {
		name: 'About',
		position: pixels(at),
		width: 400,
		height,
		color: YELLOW,
	});
}

const hasWebhook = ({ type, parameters }: WorkflowJSON['nodes'][number]) =>
	type.endsWith('dialNexaTrigger') ||
	type.endsWith('poofTrigger') ||
	type.endsWith('.wait') ||
	parameters?.operation === 'sendAndWait';

/** The parts are steps, chains of steps (`a.to(b)`) and notes; a step that a chain names is part of it. */
export function template(
	name: string,
	parts: Part[],
	settings: Record<string, unknown> = {},
): WorkflowJSON {
	const builder = parts.reduce(
		(built, part) => built.add(part as Step),
		workflow('', name, { executionOrder: 'v1', ...settings }),
	);
	const { nodes, connections, settings: saved } = builder.toJSON();
	return {
		name,
		nodes: nodes.map((built) => ({
			...built,
			id: idOf(name, built.name ?? ''),
			...(hasWebhook(built) ? { webhookId: idOf(name, built.name ?? '', 'webhook') } : {}),
		})),
		connections,
		settings: saved,
	};
}
