import { BATCHES } from './batches';
import { CONVERSATIONS } from './conversations';
import { generate, parseMarked, type Case, type Frame } from './generate';
import { HELD_OUT_LINES } from './held-out';
import { SNIPPETS } from './snippets';
import type { Tongue } from './speech';
import { STRANGERS } from './strangers';
import { THIRD_FRAMES } from './third-frames';
import { TUNED_FRAMES } from './tuned-frames';
import { WORDS } from './words';
import { WIDENED } from './widened';

/** One frame for every line. */
const framesOf = (lines: Readonly<Partial<Record<Tongue, string>>>): Frame[] =>
	(Object.keys(lines) as Tongue[]).flatMap((tongue) =>
		(lines[tongue] ?? '')
			.split('\n')
			.filter((line) => line !== '')
			.map((line) => ({ tongue, text: line.replace(/\\n/g, '\n') })),
	);

const conversations = CONVERSATIONS.map(({ tongue, text }, i) =>
	parseMarked(`conversation-${i + 1}`, tongue, text),
);

const snippets = (Object.keys(SNIPPETS) as Tongue[]).flatMap((tongue) =>
	SNIPPETS[tongue]
		.split('\n')
		.filter((line) => line !== '')
		.map((line, i) =>
			parseMarked(`snippet-${tongue}-${i + 1}`, tongue, line.replace(/\\n/g, '\n')),
		),
);

/** The part of the corpus that the tables were tuned on. */
export const TUNED: readonly Case[] = [
	...generate(TUNED_FRAMES, 'tuned', 2, 20261122),
	...generate(THIRD_FRAMES, 'third', 2, 7041776),
	...generate(framesOf(BATCHES), 'batch', 1, 16180339),
	...generate(framesOf(WORDS), 'words', 1, 27182845),
	...generate(framesOf(WIDENED), 'widened', 1, 57721566),
	...conversations,
	...snippets,
];

/** The sections of a set: `## language`, then a snippet a line. */
function sectionsOf(name: string, set: string): Case[] {
	return set.split(/^## /m).flatMap((section) => {
		const [tongue, ...lines] = section.split('\n').filter((line) => line !== '');
		return lines.map((line, i) =>
			parseMarked(
				`strangers-${name}-${tongue}-${i + 1}`,
				tongue as Tongue,
				line.replace(/\\n/g, '\n'),
			),
		);
	});
}

/** What other people wrote as calls, harder than most. */
export const BY_STRANGERS: readonly Case[] = Object.entries(STRANGERS).flatMap(([name, set]) =>
	sectionsOf(name, set),
);

/** The part that nothing was tuned on. */
export const HELD_OUT: readonly Case[] = generate(
	framesOf(HELD_OUT_LINES),
	'held-out',
	30,
	27182818,
);

export { isHidden, isUntouched, type Case, type Marked } from './generate';
