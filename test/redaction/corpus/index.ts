import { CONVERSATIONS } from './conversations';
import { generate, parseMarked, type Case } from './generate';
import { HELD_OUT_FRAMES } from './held-out-frames';
import { SNIPPETS } from './snippets';
import type { Tongue } from './speech';
import { TUNED_FRAMES } from './tuned-frames';

const conversations = (heldOut: boolean): Case[] =>
	CONVERSATIONS.flatMap((conversation, i) =>
		conversation.heldOut === heldOut
			? [parseMarked(`conversation-${i + 1}`, conversation.tongue, conversation.text)]
			: [],
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
	...generate(TUNED_FRAMES, 'tuned', 8, 20261122),
	...conversations(false),
	...snippets,
];

/** The part that nothing was tuned on. */
export const HELD_OUT: readonly Case[] = [
	...generate(HELD_OUT_FRAMES, 'held-out', 19, 7041776),
	...conversations(true),
];

export { isHidden, isUntouched, type Case, type Marked } from './generate';
