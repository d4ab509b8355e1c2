import { KIND, Kind } from './fold';
import { BIT, rolesOf } from './phrase-tree';
import { Token, type Tokens } from './tokens';

const LONGEST_NAME = 30;
/** What may stand right before a speaker's name within a line. */
const BEFORE_SPEAKER = '.!?])>|"\u0964';
/** What may follow it: the number of the speaker, or something in brackets: "Agent 1 (Mia)". */
const AFTER_SPEAKER = /^[ _-]?(?:\d{1,2}|\p{Lu})?(?: ?[([][^()[\]\n]{1,24}[)\]])?[* ]{0,2}$/u;
/** How many tokens may stand in that. */
const MOST_TOKENS = 6;

/** The last token that names a speaker, with a colon at `colon` after it; -1 when none does. */
export function speakerBefore(tokens: Tokens, colon: number): number {
	const { text } = tokens;
	for (let t = tokens.count - 1; t >= 0 && t >= tokens.count - MOST_TOKENS; t--) {
		if (colon - tokens.end[t] > LONGEST_NAME || tokens.kind[t] === Token.Turn) return -1;
		if (tokens.kind[t] !== Token.Word) continue;
		if ((rolesOf(tokens.word[t]) & BIT.speaker) === 0) continue;
		if (!AFTER_SPEAKER.test(text.slice(tokens.end[t], colon))) return -1;
		return beginsTurn(text, tokens.start[t]) ? t : -1;
	}
	return -1;
}

/** Whether a turn can begin with the word at `start`. */
function beginsTurn(text: string, start: number): boolean {
	let before = start - 1;
	while (before >= 0 && ' *\t'.includes(text[before])) before--;
	if (before < 0 || KIND[text.charCodeAt(before)] === Kind.Newline) return true;
	// Within a line after a time in brackets; else in upper case, at the end of a sentence or a time.
	if (text[before] === ']') return true;
	if (text[start] === text[start].toLowerCase()) return false;
	return BEFORE_SPEAKER.includes(text[before]) || KIND[text.charCodeAt(before)] === Kind.Digit;
}

/** The time that a line may begin with: "10:02:33 CUST:", "[00:14] Caller:". */
const TIME =
	/[ *\t]*[[(]?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?(?: ?[ap]m)?[\])]?[ \t]*(?:[-–|] ?)?/iy;

/** Where the time ends that the line at `start` begins with; `start` when there is none. */
export function endOfTime(text: string, start: number): number {
	const first = KIND[text.charCodeAt(start)];
	if (first !== Kind.Digit && text[start] !== '[' && text[start] !== '(') return start;
	TIME.lastIndex = start;
	return TIME.test(text) ? TIME.lastIndex : start;
}

/** Whether what stands from the beginning of a line, `start`, to `colon` can be a speaker's name. */
export function isName(text: string, start: number, colon: number): boolean {
	if (colon - start > LONGEST_NAME || colon === start) return false;
	if (KIND[text.charCodeAt(colon + 1)] !== Kind.Space) return false;
	return /^[ *\t]*\p{Lu}[\p{L}\p{M}.' -]*\*{0,2}$/u.test(text.slice(start, colon));
}
