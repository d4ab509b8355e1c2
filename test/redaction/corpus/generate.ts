import { Random } from './random';
import { fill, KEPT_SLOTS, SECRET_SLOTS, type Value } from './slots';
import { say, VOICES, type Form, type Tongue } from './speech';
import { card } from './values';

/**
 * A frame: a piece of a call with slots. `{name}` must go and `<name>` must stay; `{name~form}` is
 * said in that form; `{name=}` is the value of the slot before it once more. `{card:1}` to `{card:4}` are the groups of one card, `{card:1=}` one of them
 * repeated. `{{…}}` and `<<…>>` are written out: the first must go, the second must stay.
 */
export interface Frame {
	tongue: Tongue;
	text: string;
}

/** A piece of a text that must go or must stay. */
export interface Marked {
	kind: 'secret' | 'kept';
	name: string;
	start: number;
	end: number;
}

export interface Case {
	id: string;
	tongue: Tongue;
	text: string;
	marked: Marked[];
}

const SLOT = /\{\{(.*?)\}\}|<<(.*?)>>|\{(\w+)(?::(\d))?=?(?:~(\w+))?\}|<(\w+)(?:~(\w+))?>/g;

function render(frame: Frame, id: string, random: Random): Case {
	const { tongue } = frame;
	const marked: Marked[] = [];
	const groups = card(random, 16).match(/\d{4}/g) ?? [];
	const values = new Map<string, Value>();
	const saidGroups = new Map<string, string>();
	let text = '';
	let from = 0;
	for (const match of frame.text.matchAll(SLOT)) {
		text += frame.text.slice(from, match.index);
		from = match.index + match[0].length;
		const [, writtenSecret, writtenKept, secret, group, secretForm, kept, keptForm] = match;
		let value: string;
		if (writtenSecret !== undefined || writtenKept !== undefined) {
			value = writtenSecret ?? writtenKept;
		} else if (group !== undefined) {
			const form = (secretForm ?? random.pick(['run', 'words', 'spaced'])) as Form;
			value =
				match[0].includes('=') && saidGroups.has(group)
					? random.pick([saidGroups.get(group) ?? '', groups[Number(group) - 1]])
					: say(groups[Number(group) - 1] ?? '', form, tongue, random);
			saidGroups.set(group, value);
		} else if (secret !== undefined) {
			const before = values.get(secret);
			const slot = SECRET_SLOTS[secret](random);
			const shown = match[0].includes('=') && before !== undefined ? before : slot;
			values.set(secret, shown);
			value = fill(shown, secret, secretForm as Form | undefined, tongue, random);
		} else {
			value = fill(KEPT_SLOTS[kept](random), kept, (keptForm ?? 'run') as Form, tongue, random);
		}
		if (value !== '') {
			const kind = secret === undefined && writtenSecret === undefined ? 'kept' : 'secret';
			marked.push({
				kind,
				name: secret ?? kept ?? 'hand-written',
				start: text.length,
				end: text.length + value.length,
			});
		}
		text += value;
	}
	text += frame.text.slice(from);
	// A text without a secret must stay as a whole.
	if (marked.every((piece) => piece.kind === 'kept')) {
		return {
			id,
			tongue,
			text,
			marked: [{ kind: 'kept', name: 'text', start: 0, end: text.length }],
		};
	}
	return { id, tongue, text, marked };
}

/**
 * So many cases for every frame, and twice as many for one without a secret, so that there is as
 * much that must stay as that must go; the same ones for the same seed.
 */
export function generate(
	frames: readonly Frame[],
	name: string,
	each: number,
	seed: number,
): Case[] {
	const random = new Random(seed);
	return frames.flatMap((frame, f) =>
		Array.from({ length: frame.text.includes('{') ? each : 2 * each }, (_, i) =>
			render(frame, `${name}-${f + 1}.${i + 1}`, random),
		),
	);
}

/** Hand-written text: `{{…}}` must go, `<<…>>` must stay; without marks all of it must stay. */
export function parseMarked(id: string, tongue: Tongue, source: string): Case {
	const marked: Marked[] = [];
	let text = '';
	let from = 0;
	for (const match of source.matchAll(/\{\{([^}]*)\}\}|<<([^>]*)>>/g)) {
		text += source.slice(from, match.index);
		from = match.index + match[0].length;
		const value = match[1] ?? match[2];
		marked.push({
			kind: match[1] === undefined ? 'kept' : 'secret',
			name: 'hand-written',
			start: text.length,
			end: text.length + value.length,
		});
		text += value;
	}
	text += source.slice(from);
	if (marked.length === 0) marked.push({ kind: 'kept', name: 'text', start: 0, end: text.length });
	return { id, tongue, text, marked };
}

const FILLER_WORDS = new Set(
	Object.values(VOICES).flatMap((voice) => voice.fillers.flatMap((filler) => filler.split(' '))),
);

/** Whether every word and digit of a secret piece lies in one of the findings; fillers may not. */
export function isHidden(
	{ text }: Case,
	piece: Marked,
	findings: ReadonlyArray<{ start: number; end: number }>,
): boolean {
	for (const word of text.slice(piece.start, piece.end).matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
		if (FILLER_WORDS.has(word[0])) continue;
		const start = piece.start + word.index;
		const end = start + word[0].length;
		if (!findings.some((finding) => finding.start <= start && finding.end >= end)) return false;
	}
	return true;
}

/** Whether no finding touches a piece. */
export function isUntouched(
	piece: Marked,
	findings: ReadonlyArray<{ start: number; end: number }>,
): boolean {
	return !findings.some((finding) => finding.start < piece.end && finding.end > piece.start);
}
