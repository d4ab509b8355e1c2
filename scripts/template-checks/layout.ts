// Steps lie in sections, and neither steps, notes nor lines lie on each other.
import { coveredBy, NOTE_TEXT } from './note-text.ts';
import { outputsOf, STICKY, type Template, type TemplateNode } from './template.ts';

/** n8n's rules for what it publishes. */
const WORDS_OF_A_NOTE = 50;
const YELLOW = 1;

interface Box {
	name: string;
	left: number;
	top: number;
	right: number;
	bottom: number;
}

const NODE = 96;
const LABEL = 44;
/** Between two notes: one square of the grid. */
const GAP = 20;

const isNote = ({ type }: TemplateNode) => type === STICKY;
const isYellow = (node: TemplateNode) =>
	isNote(node) && (node.parameters.color ?? YELLOW) === YELLOW;

/** A node grows with its outputs. */
const heightOf = (outputs: number) => NODE + 32 * Math.max(0, outputs - 2);

/** What a node or note covers on the canvas: a node's label stands below it. */
function boxOf(template: Template, { name, type, position, parameters }: TemplateNode): Box {
	const [left, top] = position;
	if (type === STICKY) {
		const { width, height } = parameters as { width: number; height: number };
		return { name, left, top, right: left + width, bottom: top + height };
	}
	const height = heightOf(outputsOf(template, name).length);
	return { name, left, top, right: left + NODE, bottom: top + height + LABEL };
}

const overlap = (one: Box, other: Box) =>
	one.left < other.right &&
	other.left < one.right &&
	one.top < other.bottom &&
	other.top < one.bottom;

/** With half of the gap around it: who is nearer than the gap overlaps. */
const withSpace = ({ name, left, top, right, bottom }: Box): Box => ({
	...{ name, left: left - GAP / 2, top: top - GAP / 2 },
	...{ right: right + GAP / 2, bottom: bottom + GAP / 2 },
});

const isInside = (inner: Box, outer: Box) =>
	outer.left <= inner.left &&
	inner.right <= outer.right &&
	outer.top <= inner.top &&
	inner.bottom <= outer.bottom;

const overlaps = (boxes: Box[]) =>
	boxes.flatMap((one, index) =>
		boxes
			.slice(index + 1)
			.filter((other) => overlap(one, other))
			.map((other) => `"${one.name}" and "${other.name}" overlap on the canvas`),
	);

/** Every step lies in one section: a white note behind it that says what happens there. */
function sectionProblems(steps: Box[], yellow: Box[], white: Box[]): string[] {
	return steps.flatMap((step) => {
		const around = white.filter((section) => isInside(step, section));
		const cut = [...white, ...yellow].filter(
			(section) => overlap(step, section) && !around.includes(section),
		);
		return [
			...(around.length === 0 ? [`"${step.name}" lies in no section`] : []),
			...cut.map(({ name }) => `"${step.name}" lies half in the note "${name}"`),
		];
	});
}

const isSettingsList = (content: string) => content.startsWith('### Settings');

const wordProblems = (notes: TemplateNode[]) =>
	notes
		.map(({ name, parameters }) => ({ name, content: String(parameters.content) }))
		.filter(({ content }) => !isSettingsList(content))
		.filter(({ content }) => content.split(/\s+/).length > WORDS_OF_A_NOTE + 1)
		.map(({ name }) => `the note "${name}" has more than ${WORDS_OF_A_NOTE} words`);

/** What stands above the text of a note, how high its heading is, and how wide a letter of that. */
const HEADING = { above: 20, height: 40, letter: 9 };

/** What the text at the top of a white note covers. */
function textOf({ name, position: [left, top], parameters }: TemplateNode): Box {
	const width = Number(parameters.width);
	const [heading, ...paragraphs] = String(parameters.content).split('\n');
	const covered = coveredBy(paragraphs, width);
	const ofHeading = heading.replace('### ', '').length * HEADING.letter;
	const inWidth = width - NOTE_TEXT.padding;
	const begin = { left: left + NOTE_TEXT.padding / 2, top: top + HEADING.above };
	const right = begin.left + Math.max(covered.width, Math.min(inWidth, ofHeading));
	return { name, ...begin, right, bottom: begin.top + HEADING.height + covered.height };
}

interface Line {
	from: string;
	to: string;
	points: Array<[x: number, y: number]>;
}

/** The curve that the editor draws from an output to the next step on its right. */
function curve(startX: number, startY: number, endX: number, endY: number): Line['points'] {
	const middle = (startX + endX) / 2;
	return Array.from({ length: 101 }, (_, index) => {
		const t = index / 100;
		const [a, b, c, d] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3];
		return [a * startX + (b + c) * middle + d * endX, (a + b) * startY + (c + d) * endY];
	});
}

function linesOf(template: Template): Line[] {
	const byName = new Map(template.nodes.map((node) => [node.name, node]));
	return template.nodes.flatMap((node) => {
		const outputs = outputsOf(template, node.name);
		const height = heightOf(outputs.length);
		return outputs.flatMap((targets, index) =>
			targets.flatMap((name) => {
				const target = byName.get(name);
				if (!target) return [];
				const startX = node.position[0] + NODE;
				const startY = node.position[1] + (height * (index + 1)) / (outputs.length + 1);
				const [endX, top] = target.position;
				const endY = top + heightOf(outputsOf(template, name).length) / 2;
				// A loop back is drawn around the steps.
				if (endX < startX) return [];
				return [{ from: node.name, to: name, points: curve(startX, startY, endX, endY) }];
			}),
		);
	});
}

const runsOver = ({ from, to, points }: Line, { name, left, top, right, bottom }: Box) =>
	name !== from &&
	name !== to &&
	points.some(([x, y]) => x > left && x < right && y > top && y < bottom);

/** Less than this between two lines, in pixels, is where they meet. */
const MEETING = 3;

/** How high the line is at `x`, between its ends. */
function heightAt({ points }: Line, x: number): number {
	const after = points.findIndex(([pointX]) => pointX >= x);
	const [[x0, y0], [x1, y1]] = [points[Math.max(0, after - 1)], points[after]];
	return x1 === x0 ? y1 : y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
}

/** Whether one line is above the other at one place and below it at another. */
function cross(one: Line, other: Line): boolean {
	const left = Math.max(one.points[0][0], other.points[0][0]);
	const right = Math.min(one.points[100][0], other.points[100][0]);
	if (right <= left) return false;
	const sides = one.points
		.map((_, index) => left + ((right - left) * index) / 100)
		.map((x) => heightAt(one, x) - heightAt(other, x))
		.filter((apart) => Math.abs(apart) >= MEETING)
		.map(Math.sign);
	return new Set(sides).size > 1;
}

const crossings = (lines: Line[]) =>
	lines.flatMap((one, index) =>
		lines
			.slice(index + 1)
			.filter((other) => cross(one, other))
			.map(
				({ from, to }) =>
					`the lines from "${one.from}" to "${one.to}" and from "${from}" to "${to}" cross`,
			),
	);

const isStep = (node: TemplateNode) => !isNote(node);

export const overlapProblems = (template: Template) =>
	overlaps(template.nodes.filter(isStep).map((node) => boxOf(template, node)));

export function layoutProblems(template: Template): string[] {
	const boxes = (nodes: TemplateNode[]) => nodes.map((node) => boxOf(template, node));
	const notes = template.nodes.filter(isNote);
	const steps = boxes(template.nodes.filter(isStep));
	const white = notes.filter((node) => !isYellow(node));
	const lines = linesOf(template);
	const texts = white.map(textOf);
	return [
		...overlaps(boxes(notes).map(withSpace)),
		...sectionProblems(steps, boxes(notes.filter(isYellow)), boxes(white)),
		...wordProblems(white),
		...crossings(lines),
		...lines.flatMap((line) =>
			[...steps, ...texts]
				.filter((box) => runsOver(line, box))
				.map(({ name }) => `the line from "${line.from}" to "${line.to}" runs over "${name}"`),
		),
	];
}
