import { CONVERSATIONS } from './conversations';
import { generate, parseMarked, type Case } from './generate';
import { HELD_OUT_FRAMES } from './held-out-frames';
import { TUNED_FRAMES } from './tuned-frames';

const conversations = (heldOut: boolean): Case[] =>
	CONVERSATIONS.flatMap((conversation, i) =>
		conversation.heldOut === heldOut
			? [parseMarked(`conversation-${i + 1}`, conversation.tongue, conversation.text)]
			: [],
	);

/** The part of the corpus that the tables were tuned on. */
export const TUNED: readonly Case[] = [
	...generate(TUNED_FRAMES, 'tuned', 8, 20261122),
	...conversations(false),
];

/** The part that nothing was tuned on. */
export const HELD_OUT: readonly Case[] = [
	...generate(HELD_OUT_FRAMES, 'held-out', 8, 7041776),
	...conversations(true),
];

export { isHidden, isUntouched, type Case, type Marked } from './generate';
