import { KIND, Kind } from './fold';
import { signWord } from './lexicon';
import { isNumberWord } from './number-words';
import { pieceAfter, pieceBefore, type Piece } from './pieces';
import { beginningAt, isBankHandle, isUpiHandle, mayBeginUpiHandle } from './upi';

/** How far an address may reach before and after the word for the at sign. */
const REACH = 120;
/** How many words a domain may have before its first dot: "hot mail dot com". */
const DOMAIN_WORDS = 3;
/** How many words without a sign between them may be a name: "john smith at". */
const NAME_WORDS = 2;
const MOST_PIECES = 40;
const DOMAIN_PIECES = 24;
/** "ok s b i" */
const HANDLE_PIECES = 6;

/** Providers that are said without their ending. */
const PROVIDERS = new Set('gmail googlemail hotmail icloud rediffmail protonmail gmx'.split(' '));
const ENDINGS = new Set(
	(
		'com org net in co io uk de fr es eu edu gov info biz mx ar br it nl ch at be us ca au nz me app dev ai ' +
		'tv cloud online store shop email कॉम इन'
	).split(' '),
);

export interface SpokenAddress {
	kind: 'email' | 'upi';
	start: number;
	end: number;
}

/** Whether a sentence goes on from one piece to the next. */
function together(text: string, left: Piece, right: Piece): boolean {
	return /^\s*$/.test(text.slice(left.end, right.start));
}

const isDot = ({ word }: Piece) => signWord(word) === '.';
const isEnding = ({ value }: Piece) => ENDINGS.has(value.toLowerCase().replace(/\..*/, ''));
const isJoin = ({ word }: Piece) => !['', '@'].includes(signWord(word));
const isSpelt = ({ word, value }: Piece) =>
	value.length === 1 || /^\d+$/.test(value) || isNumberWord(word);

/** With what the providers begin. */
const PROVIDER_BEGINNINGS = new Set([...PROVIDERS].map((provider) => beginningAt(provider, 0)));

/**
 * Whether a handle, a provider or a domain may stand right after the word for the at sign, which ends at
 * `end`: a quick look, because most often none does.
 */
function mayBeginAddress(text: string, end: number): boolean {
	const from = end + 1;
	if (text.charCodeAt(end) !== 32 || KIND[text.charCodeAt(from)] < Kind.Letter) return true;
	const beginning = beginningAt(text, from);
	if (mayBeginUpiHandle(beginning) || PROVIDER_BEGINNINGS.has(beginning)) return true;
	for (let i = from; i < text.length && KIND[text.charCodeAt(i)] >= Kind.Letter; i++) {
		const next = text.charCodeAt(i + 1);
		if ((next === 46 || next === 45) && KIND[text.charCodeAt(i + 2)] >= Kind.Letter) return true;
	}
	return false;
}

/** Where the domain ends that begins with the words in `pieces`; undefined when none does. */
function domainAfter(text: string, pieces: readonly Piece[]): number | undefined {
	const [first] = pieces;
	const provider = PROVIDERS.has(first.value.toLowerCase());
	if (/^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}$/i.test(first.value)) return first.end;
	let words = 0;
	for (let i = 1; words <= DOMAIN_WORDS && i < pieces.length; i++) {
		// "g m a i l dot com"
		if (pieces[i].value.length > 1) words++;
		if (!together(text, pieces[i - 1], pieces[i])) break;
		if (provider && isEnding(pieces[i])) return pieces[i].end;
		if (!isDot(pieces[i])) continue;
		let end: number | undefined;
		for (let j = i; j + 1 < pieces.length && isDot(pieces[j]); j += 2) {
			if (isEnding(pieces[j + 1])) end = pieces[j + 1].end;
		}
		return end;
	}
	return provider ? first.end : undefined;
}

/** Where the handle of a payment service ends: "okaxis", "ok axis". */
function handleAfter(text: string, pieces: readonly Piece[], asked: boolean): number | undefined {
	if (!mayBeginUpiHandle(beginningAt(pieces[0].value, 0))) return undefined;
	let joined = '';
	for (let i = 0; i < HANDLE_PIECES && i < pieces.length; i++) {
		if (i > 0 && !together(text, pieces[i - 1], pieces[i])) return undefined;
		joined += pieces[i].value.toLowerCase().replace(/^okay$/, 'ok');
		const known = asked || !isBankHandle(joined);
		// "okhdfc" goes on as "okhdfcbank".
		const longer = i + 1 < pieces.length && isUpiHandle(joined + pieces[i + 1].value.toLowerCase());
		if (known && !longer && isUpiHandle(joined)) return pieces[i].end;
	}
	return undefined;
}

/** Where the part before the at sign begins, which ends before `at`. */
function startOfName(text: string, at: number, limit: number): number | undefined {
	let first = pieceBefore(text, at, limit);
	if (first === undefined || !/^[\p{L}\p{M}\p{N}._+-]+$/u.test(first.value)) return undefined;
	if (!together(text, first, { ...first, start: at })) return undefined;
	let names = 0;
	for (let i = 0; i < MOST_PIECES; i++) {
		const left = pieceBefore(text, first.start, limit);
		if (left === undefined) break;
		const comma = /^[,\s]*$/.test(text.slice(left.end, first.start));
		if (isJoin(left) && comma) {
			const name = pieceBefore(text, left.start, limit);
			if (name === undefined) break;
			first = name;
		} else if (isSpelt(left) && comma && (isSpelt(first) || left.value.length > 1)) first = left;
		else if (left.word === 0 && ++names < NAME_WORDS && together(text, left, first)) first = left;
		else break;
	}
	return first.start;
}

/**
 * Finds an e-mail address or a UPI ID that is said in words: "ravi dot k at gmail dot com".
 *
 * @param start where the word for the at sign stands.
 * @param from where the turn begins.
 * @param asked whether a UPI ID or a bank account is being spoken of.
 * @param dotFollows whether a word for the dot stands anywhere after it.
 */
export function spokenAddressAt(
	text: string,
	start: number,
	end: number,
	from: number,
	asked: boolean,
	dotFollows: boolean,
): SpokenAddress | undefined {
	const limit = Math.min(text.length, end + REACH);
	let at = end;
	// "at the rate of gmail dot com"
	if (text.startsWith(' the rate', end)) {
		at += ' the rate'.length;
		if (text.startsWith(' of ', at)) at += ' of'.length;
	}
	// "At the moment", "at 7 pm", most often.
	if (!dotFollows && !mayBeginAddress(text, at)) return undefined;
	const pieces: Piece[] = [];
	let dotted = false;
	for (let words = 0; pieces.length < DOMAIN_PIECES; ) {
		const next = pieceAfter(text, at, limit);
		if (next === undefined) break;
		pieces.push(next);
		at = next.end;
		dotted ||= isDot(next);
		if (next.value.length > 1 && ++words > DOMAIN_WORDS && !dotted) break;
	}
	if (pieces.length === 0) return undefined;
	const handle = handleAfter(text, pieces, asked);
	const to = handle ?? domainAfter(text, pieces);
	if (to === undefined) return undefined;
	const name = startOfName(text, start, Math.max(from, start - REACH));
	if (name === undefined) return undefined;
	return { kind: handle === undefined ? 'email' : 'upi', start: name, end: to };
}
