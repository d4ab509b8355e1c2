import { KIND, Kind } from './fold';
import { BIT, phraseRoles, phraseStart } from './lexicon';
import { Token, type Tokens } from './tokens';

const SPEAKER = BIT.agent | BIT.caller;
const LONGEST_NAME = 30;
/** What may stand right before a speaker's name within a line. */
const BEFORE_SPEAKER = '.!?])>|"\u0964';

/** Whether the last token, with a colon at `colon` after it, says who speaks: "Agent:". */
export function isSpeaker(tokens: Tokens, colon: number): boolean {
	const last = tokens.count - 1;
	if (last < 0 || tokens.kind[last] !== Token.Word || colon - tokens.end[last] > 2) return false;
	if ((phraseRoles(phraseStart(tokens.word[last]), false) & SPEAKER) === 0) return false;
	const { text } = tokens;
	const start = tokens.start[last];
	let before = start - 1;
	while (before >= 0 && ' *\t'.includes(text[before])) before--;
	if (before < 0 || KIND[text.charCodeAt(before)] === Kind.Newline) return true;
	// Within a line only in upper case, and after the end of a sentence or a time.
	if (text[start] === text[start].toLowerCase()) return false;
	return BEFORE_SPEAKER.includes(text[before]) || KIND[text.charCodeAt(before)] === Kind.Digit;
}

/** Whether what stands from the beginning of a line, `start`, to `colon` can be a speaker's name. */
export function isName(text: string, start: number, colon: number): boolean {
	if (colon - start > LONGEST_NAME || colon === start) return false;
	if (KIND[text.charCodeAt(colon + 1)] !== Kind.Space) return false;
	return /^[ *\t]*\p{Lu}[\p{L}\p{M}.' -]*\*{0,2}$/u.test(text.slice(start, colon));
}
