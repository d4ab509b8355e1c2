import { cut, objectOf, parseJson, wellFormed } from './json';
import type { Turn } from './call';

const MOST_TURNS = 5_000;
const LONGEST_TURN = 20_000;

const AGENT = ['agent', 'assistant', 'ai', 'bot'];
const CALLER = ['caller', 'user', 'customer', 'client', 'human'];
const LABELS = [...AGENT, ...CALLER, 'system'];

const anyCase = (label: string) => label.replace(/[a-z]/g, (c) => `[${c}${c.toUpperCase()}]`);
const capitalised = (label: string) => label[0].toUpperCase() + label.slice(1);

/** A speaker's name and a colon: in any case where a line begins, capitalised within a line. */
const SPEAKER = new RegExp(
	`(?:^|\\n)[ \\t]*(${LABELS.map(anyCase).join('|')})[ \\t]*:|\\s(${LABELS.map(capitalised).join('|')}|AI):`,
	'g',
);

/** No call lasts a week; a greater number is something else, such as a card number. */
const LONGEST_CALL_SECONDS = 7 * 24 * 60 * 60;

function roleOf(speaker: unknown): Turn['role'] {
	const name = typeof speaker === 'string' ? speaker.trim().toLowerCase() : '';
	if (AGENT.includes(name)) return 'agent';
	return CALLER.includes(name) ? 'caller' : 'system';
}

/** Seconds within a call, sent as a number or as text; null when it is no such number. */
export function secondsOf(value: unknown): number | null {
	const seconds = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	if (typeof seconds !== 'number') return null;
	return seconds >= 0 && seconds <= LONGEST_CALL_SECONDS ? seconds : null;
}

function turnsOfList(list: readonly unknown[]): Turn[] {
	const turns: Turn[] = [];
	for (const entry of list) {
		const said = objectOf(entry) ?? { content: entry };
		const text = [said.content, said.text, said.message].find((t) => typeof t === 'string');
		if (typeof text !== 'string' || text.trim() === '') continue;
		turns.push({
			role: roleOf(said.role ?? said.speaker),
			text: wellFormed(text.trim()),
			start: secondsOf(said.start),
			end: secondsOf(said.end),
		});
	}
	return turns;
}

function turnsOfText(transcript: string): Turn[] {
	const turns: Turn[] = [];
	const add = (speaker: string, from: number, to: number) => {
		const text = transcript.slice(from, to).trim();
		if (text) turns.push({ role: roleOf(speaker), text, start: null, end: null });
	};
	let speaker = '';
	let from = 0;
	for (const label of transcript.matchAll(SPEAKER)) {
		add(speaker, from, label.index);
		speaker = label[1] ?? label[2];
		from = label.index + label[0].length;
	}
	add(speaker, from, transcript.length);
	return turns;
}

/**
 * Reads every form in which DialNexa sends a transcript: a JSON string of
 * `[{role, content, start, end}]` (observed in generation B), text with a speaker's name before
 * each turn (documented), and a real array with `content`, `text` or `message`. Text without
 * speakers becomes one turn of role `system`. Not yet redacted, not yet bounded. Never throws.
 */
export function readTurns(transcript: unknown): Turn[] {
	if (Array.isArray(transcript)) return turnsOfList(transcript);
	if (typeof transcript !== 'string') return [];
	if (transcript.trimStart().startsWith('[')) {
		const list = parseJson(transcript);
		if (Array.isArray(list)) return turnsOfList(list);
	}
	return turnsOfText(wellFormed(transcript));
}

/** Redacted turns, few and short enough to store; a last turn says how many were left out. */
export function boundTurns(turns: readonly Turn[]): Turn[] {
	const kept = turns
		.slice(0, MOST_TURNS)
		.map((turn) => ({ ...turn, text: cut(turn.text, LONGEST_TURN) }));
	if (turns.length > MOST_TURNS) {
		const text = `[${turns.length - MOST_TURNS} more turns cut]`;
		kept.push({ role: 'system', text, start: null, end: null });
	}
	return kept;
}

const NAMES = { agent: 'Agent: ', caller: 'Caller: ', system: '' };

/** The turns as text for people, a line each. */
export function transcriptOf(turns: readonly Turn[]): string {
	return turns.map((turn) => NAMES[turn.role] + turn.text.replace(/\s*\n\s*/g, ' ')).join('\n');
}
