import { dictationFrom, endsSentence, partOf, Part, type Dictation } from './dictation';
import { isNumberWord } from './number-words';
import { BIT } from './phrase-tree';
import { isPublic, oddity, Oddity } from './odd-pieces';
import { isNumber, phraseAfter, pieceAfter, pieceBefore, type Piece } from './pieces';

/** A stretch of a text. */
export interface Span {
	start: number;
	end: number;
}

/** How many words may stand between "password" and the password; and when "it was" stands before it. */
const REACH = 9;
const LONG_REACH = 18;
/** How many words that say something may stand between "key" and the key. */
const REACH_OF_KEY = 3;
const SAYING = BIT.filler | BIT.is | BIT.purpose;
/** So many letters, digits and signs are a password without "is" before them. */
const FEWEST_SIGNS = 4;
/** An answer that is words alone has at most so many. */
const MOST_ANSWER_WORDS = 3;

/** What has its own name, and is no password: what stands after it belongs to it. */
const NAMED_OTHERWISE =
	BIT.reference | BIT.thing | BIT.tax | BIT.bank | BIT.phone | BIT.card | BIT.security | BIT.postal;

/** How many words are looked at between a question and its answer. */
const MOST_BETWEEN = 40;

/** A word that says that what follows is no key. */
const PUBLIC_NAME =
	/^(?:hash|tx|txid|txn|transaction|transactions|address|addresses|adresse|dirección|direccion|transaktion|transaktionshash|transacción|block|contract|id|request|session|हैश|पता|ट्रांज़ैक्शन)$/i;

/** Words that may stand between a password and the word for it after it. */
const LINKING = SAYING | BIT.notPassword;
/** How many of them. */
const MOST_LINKS = 6;

/** Words that say nothing about the password that follows. */
const HESITATION = /^(?:actually|well|so|okay|ok|just|probably|also|still|currently|now)$/i;
/** How far back what can be no word is looked for, and its name before it, in words. */
const MOST_ODD_WORDS = 12;
const MOST_NAMING_WORDS = 4;

/** Words right after "password" that say which or how: "the password itself", "password likh lo". */
const BELONGING =
	/^(?:itself|though|thing|there|used|likh|likho|lo|selbst|eigentlich|misma|même|lui-même|i|mean)$/i;

/** What the name beside a password is called. */
const USER_NAME =
	/^(?:user ?name|user|user-?id|login ?name|handle|usuario|benutzer(?:name)?|nutzer(?:name|kennung)?|kennung|utilisateur|identifiant|pseudo|यूज़रनेम|यूजरनेम|यूज़र)$/iu;
/** How many words may stand between it and the name itself. */
const WORDS_BEFORE_NAME = 2;

/** Where the user name ends that `piece` announces: "the username is gwen_h"; undefined when it announces none. */
function endOfUserName(text: string, { value, end }: Piece, limit: number): number | undefined {
	if (!USER_NAME.test(value)) return undefined;
	for (let at = end, i = 0; i <= WORDS_BEFORE_NAME; i++) {
		const name = pieceAfter(text, at, limit);
		if (name === undefined) return undefined;
		if (oddity(name) !== Oddity.None) return name.end;
		const between = (name.roles & SAYING) !== 0 || says(name) || /^(?:name|id)$/i.test(name.value);
		if (!between) return undefined;
		at = name.end;
	}
	return undefined;
}

const TAKEN_BACK = /^(?:no|sorry|wait|nein|quatsch|perdón|pardon|non|nahi|nahin|नहीं)$/iu;
/** How far before "password" it may have been said what was typed in. */
const LONGEST_TYPED = 160;

/** How many words may stand between two passwords. */
const MOST_BEFORE_ANOTHER = 12;

/** Words that say that a password is another one now. */
const CHANGED = /^(?:now|new|changed?|then|before|instead|no|sorry|ahora|maintenant|jetzt|ab|अब)$/i;

/** "for the portal is": what the password is for, and "is". */
const BELONGS_TO =
	/^\s+(?:for|to|on|of|in|at|with|für|fürs|zum|zur|vom|von|beim|im|para|de|del|en|pour|du|des|sur)\s+(?:(?:the|my|our|your|this|that|das|die|den|dem|der|mein|meine|meinen|meinem|la|el|mi|le|les|mon|ma|votre|notre|su|nuestr[oa]|ihrem?|unserem?|unseren)\s+)?[\p{L}'’-]+(?:\s+[\p{L}'’-]+)?,?\s+(?=(?:is|was|ist|war|lautet|es|era|est|était|(?:it|that)['’]s|das ist|c['’](?:est|était))\s)/iu;
/** "La contraseña que puse es": who chose it, and "is". */
const CHOSEN =
	/^\s+(?:que|that|which|das|qu['’]\p{L}+|jo)(?:\s+[\p{L}'’-]+){1,3}\s+(?=(?:is|was|ist|war|lautet|es|era|est|était|c['’](?:est|était))\s)/iu;
/** "Kennwort fürs Telefon?": the rest of a short question that its speaker answers. */
const ECHOED =
	/^[^.?!\n]{0,30}\?(?=\s+(?:it['’]s|it is|that['’]s|that is|das ist|es ist|c['’]est|es|era|hai)\s)/iu;
const LONGEST_BELONGING = 80;

function isContraction({ value }: Piece): boolean {
	return /^\p{L}+['’](?:s|est|était)$/u.test(value);
}

function says(piece: Piece): boolean {
	return (
		(piece.roles & BIT.is) !== 0 ||
		isContraction(piece) ||
		/^(?:its|thats|ists)$/i.test(piece.value) ||
		/[ '’](?:is|ist|est)$/i.test(piece.value)
	);
}

/** What makes a password likely. */
export const enum Prompt {
	/** What follows the word for a password in the same turn. */
	Statement,
	/** A password was only spoken of: "never tell us your password". */
	Mention,
	/** A password was asked for. */
	Question,
}

/**
 * Finds the password that is said after the word for it, or in the answer to the question for it.
 *
 * @param from where to begin: after the word, or where the answer begins.
 * @param limit where the turn ends at the latest.
 * @param echo whether the word for it was said as a short question: "Password? That's …"
 */
export function passwordAfter(
	text: string,
	from: number,
	limit: number,
	prompt: Prompt,
	echo = false,
): Span | undefined {
	let announced = /^\s*[:=]/.test(text.slice(from, from + 4));
	let oddOnly = prompt === Prompt.Mention;
	/** What was announced was none: it may still be said in the same sentence. */
	let belonging = false;
	let at = from;
	/** An ordinary word that may be the first part of what is spelt after it. */
	let word: Piece | undefined;
	if (prompt === Prompt.Statement && !announced) {
		const after = text.slice(from, Math.min(limit, from + LONGEST_BELONGING));
		const belonging =
			(echo ? ECHOED.exec(after) : null) ?? BELONGS_TO.exec(after) ?? CHOSEN.exec(after);
		at += belonging?.[0].length ?? 0;
	}
	for (let i = 0; i < LONG_REACH; i++) {
		// After "the password?" and after other words only what cannot be a word is a password.
		if (
			prompt === Prompt.Statement &&
			/^\s?['"”»]?[?!;]/.test(text.slice(at, Math.min(at + 4, limit)))
		) {
			oddOnly = true;
		}
		const piece = phraseAfter(text, at, limit);
		if (piece === undefined || text[piece.start] === '[') return undefined;
		if (belonging && i > 0 && endsSentence(text, at)) return undefined;
		const pastName = endOfUserName(text, piece, limit);
		if (pastName !== undefined) {
			at = pastName;
			announced = false;
			oddOnly = true;
			continue;
		}
		const odd = oddity(piece);
		if (odd === Oddity.High && (i < REACH || announced)) {
			return dictationFrom(text, piece, limit, false);
		}
		const known = (piece.roles & (BIT.filler | BIT.notPassword)) !== 0;
		if (odd === Oddity.Some && announced && !oddOnly && !known)
			return dictationFrom(text, piece, limit, false);
		if (says(piece)) {
			announced = true;
			at = piece.end;
			continue;
		}
		const spelt = spellingFrom(text, piece, limit);
		if (spelt !== undefined && (spelt.signs >= FEWEST_SIGNS || (announced && !oddOnly))) {
			// "Gulmohar at the rate twenty-two"
			const whole =
				word?.end === piece.start - 1 &&
				((piece.roles & BIT.spelling) !== 0 || isNumber(piece, text));
			return whole && word !== undefined ? { start: word.start, end: spelt.end } : spelt;
		}
		const before: Piece | undefined = word;
		word = piece.word === 0 && odd === Oddity.None ? piece : undefined;
		if (!announced && (piece.roles & NAMED_OTHERWISE) !== 0 && !HESITATION.test(piece.value)) {
			return undefined;
		}
		if ((piece.roles & (BIT.notPassword | BIT.correction)) !== 0 && announced) {
			at = piece.end;
			if (HESITATION.test(piece.value)) continue;
			// "My daughter's birthday, Lily2009", but nothing of the next sentence.
			announced = false;
			oddOnly = true;
			belonging = true;
			continue;
		}
		at = piece.end;
		if ((piece.roles & BIT.filler) !== 0) continue;
		if (i === 0 && BELONGING.test(piece.value)) continue;
		if (announced && !oddOnly) return dictationFrom(text, piece, limit, true);
		// "Password orange comma 77"
		if (i === 0 && prompt === Prompt.Statement) {
			const read = dictationFrom(text, piece, limit, true);
			if (read.parts.some(({ roles }) => (roles & BIT.spelling) !== 0)) return read;
		}
		// In "mera password sunshine hai" the verb comes last.
		const next = pieceAfter(text, piece.end, limit);
		if (next !== undefined && /^(?:hai|h|है)$/i.test(next.value) && prompt !== Prompt.Mention) {
			if ((piece.roles & BIT.notPassword) === 0) {
				// "Neela haathi hai"
				const two = prompt === Prompt.Question && before?.end === piece.start - 1;
				return two ? { start: before.start, end: piece.end } : piece;
			}
			// "Password galat bol raha hai, maine dala …"
			at = next.end;
			oddOnly = true;
			continue;
		}
		if (prompt === Prompt.Statement) oddOnly = true;
		announced = false;
	}
	return undefined;
}

/** The password that is spelt or described from `piece` on. */
function spellingFrom(text: string, piece: Piece, limit: number): Dictation | undefined {
	const part = partOf(text, piece, limit);
	if (part !== Part.Sign && part !== Part.Case) return undefined;
	return dictationFrom(text, piece, limit, true);
}

/** "Telefonkennwort Kranichfeder.": the one name that ends a turn which the word for a password begins. */
export function nameAfter(text: string, from: number, limit: number): Span | undefined {
	const name = pieceAfter(text, from, limit);
	if (name === undefined || name.start !== from + 1 || name.word !== 0) return undefined;
	if (!/^\p{Lu}\p{L}{3,}$/u.test(name.value) || !/^\.?\s*$/.test(text.slice(name.end, limit)))
		return undefined;
	return name;
}

/** The password in "use Winter!2025 as the password", where the word for it stands at `start`. */
export function passwordBefore(text: string, start: number, limit: number): Span | undefined {
	let linked = false;
	for (let at = start, i = 0; i < MOST_LINKS; i++) {
		const piece = pieceBefore(text, at, limit);
		if (piece === undefined) return undefined;
		if (linked && oddity(piece) === Oddity.High) return piece;
		linked ||= says(piece) || (piece.roles & BIT.purpose) !== 0;
		if ((piece.roles & LINKING) === 0 && !isContraction(piece)) return undefined;
		at = piece.start;
	}
	return undefined;
}

/** What may follow a password's name when the password was said before it: "the password I mean". */
const NAMED_AFTER =
	/^(?:\s*,?\s*(?:i mean|that is|i meant|meine ich|quiero decir|digo|je veux dire|matlab)(?![\p{L}])|\s*[.,!]|\s*$)/iu;
/** What may stand between a password and its name after it: "sunshine is my password". */
const NAMING_AFTER =
	/(?:^\s*|[.?!,;:\n]\s*|\b(?:it['’]s|its|that['’]s|es ist|das ist|c['’]est|es)\s+)((?:[\p{L}\p{M}\p{N}'’-]+ ){0,2}[\p{L}\p{M}\p{N}'’-]+)(?:,\s*(?:(?:that['’]s|that is|it['’]s|das ist|c['’]est|esa es|es|ye|yeh|वही)\s+)?|\s+(?:is|was|ist|war|est|es)\s+)(?:the|my|our|das|mein|la|mi|le|mon)\s*$/iu;

/** Whose password it is, right before its name. */
const OWNER = /(?:the|my|our|das|mein|la|mi|le|mon)\s*$/i;

/**
 * The password that was said before its name, which stands from `start` to `end`: "it's bluebell
 * seventy-two, the password I mean". Only words that mean nothing else are taken for one.
 */
export function saidBefore(
	text: string,
	start: number,
	end: number,
	turnStart: number,
): Span | undefined {
	if (!NAMED_AFTER.test(text.slice(end, end + 16))) return undefined;
	const from = Math.max(turnStart, start - LONGEST_BELONGING);
	if (!OWNER.test(text.slice(Math.max(from, start - 8), start))) return undefined;
	const match = NAMING_AFTER.exec(text.slice(from, start));
	if (match === null) return undefined;
	const at = from + match.index + match[0].indexOf(match[1]);
	const password = shortAnswer(text, at, at + match[1].length);
	return password;
}

/** Whether something else is named from `from` to `to`, whose answer is no password. */
export function namesOther(text: string, from: number, to: number): boolean {
	const next = text.slice(from, to).search(/[.?!,;।\n]/u);
	if (next < 0) return false;
	for (let at = from + next, i = 0; i < MOST_BETWEEN; i++) {
		const piece = phraseAfter(text, at, to);
		if (piece === undefined) return false;
		if ((piece.roles & NAMED_OTHERWISE) !== 0 || PUBLIC_NAME.test(piece.value)) return true;
		at = piece.end;
	}
	return false;
}

/** Two letters or digits by themselves. */
const SPELT_SOON = /\s[\p{L}\d][ ,]{1,2}[\p{L}\d][\s,]/u;

/** A key that is spelt: "r k underscore live underscore nine T b capital Q two x seven". */
export function speltKey(text: string, from: number, limit: number): Span | undefined {
	if (!SPELT_SOON.test(text.slice(from, Math.min(limit, from + LONGEST_BELONGING))))
		return undefined;
	for (let at = from, i = 0; i < REACH_OF_KEY + 2; i++) {
		const piece = phraseAfter(text, at, limit);
		if (piece === undefined) return undefined;
		const spelt = spellingFrom(text, piece, limit);
		if (spelt !== undefined) return spelt.signs >= 2 * FEWEST_SIGNS ? spelt : undefined;
		if ((piece.roles & SAYING) === 0 && !says(piece)) return undefined;
		at = piece.end;
	}
	return undefined;
}

/** A second password after `from`: "Maple77, now it's Maple78", "Maple77 or Maple78", "no wait, Maple78". */
export function anotherPassword(text: string, from: number, limit: number): Span | undefined {
	let changed = false;
	for (let at = from, i = 0; i < MOST_BEFORE_ANOTHER; i++) {
		const piece = pieceAfter(text, at, limit);
		if (piece === undefined) return undefined;
		if (changed && oddity(piece) === Oddity.High) return piece;
		at = endOfUserName(text, piece, limit) ?? piece.end;
		if (TAKEN_BACK.test(piece.value) && !/[.!]/.test(text[from] ?? '')) {
			const word = shortAnswer(text, at, limit);
			if (word !== undefined) return word;
		}
		changed ||= CHANGED.test(piece.value) || (i === 0 && JOINERS.has(piece.value.toLowerCase()));
	}
	return undefined;
}

/** What is typed in: "I kept typing Yellow-Duck-7". */
const TYPED =
	/(?<![\p{L}])(?:typed?|typing|enter(?:ed|ing)?|tried|try|trying|used?|using|put|put in|set (?:it|that) (?:to|as)|changed it to|chose|picked|eingegeben|eingetippt|tapé|saisi|puse|escribí|tecleé|dala|daala|likha)(?:\s+in)?\s+(?=[^\s])/giu;

/** The password that was typed in, when "password" is only said after it, at `start`. */
export function typedBefore(text: string, start: number, turnStart: number): Span | undefined {
	const from = Math.max(turnStart, start - LONGEST_TYPED);
	for (const typed of text.slice(from, start).matchAll(TYPED)) {
		const piece = pieceAfter(text, from + typed.index + typed[0].length, start);
		if (piece === undefined) continue;
		if (oddity(piece) === Oddity.High) return dictationFrom(text, piece, start, false);
		const read = dictationFrom(text, piece, start, true);
		const sign = read.parts.some(({ roles }) => (roles & BIT.spelling) !== 0);
		if (sign && read.signs >= FEWEST_SIGNS) return read;
	}
	return undefined;
}

/** What somebody said at the end of a turn that can be no word: "my e-mail, and then bluebottle77". */
export function oddBefore(text: string, from: number, limit: number): Span | undefined {
	let found: Piece | undefined;
	for (let at = from, i = 0; i < MOST_ODD_WORDS; i++) {
		const piece = pieceBefore(text, at, limit);
		if (piece === undefined) return found;
		if (found === undefined) {
			if (oddity(piece) === Oddity.High && !/[@/]/.test(piece.value)) {
				found = piece;
				i = MOST_ODD_WORDS - MOST_NAMING_WORDS;
			}
		} else if ((piece.roles & NAMED_OTHERWISE) !== 0) return undefined;
		at = piece.start;
	}
	return found;
}

/** Words between two attempts at a password. */
const JOINERS = new Set([
	'or',
	'and',
	'o',
	'y',
	'ou',
	'et',
	'oder',
	'und',
	'ya',
	'या',
	'aur',
	'और',
]);

/** "My dog Barney": it belongs to a password of words. */
const POSSESSIVE = /^(?:my|our|mein|meine|mi|mis|mon|ma|mes|mera|meri|मेरा|मेरी)$/iu;

/** The verb that ends an answer: "lila Traktor sein", "neela haathi hona chahiye". */
const VERB_LAST =
	/^ (?:sein|glaube ich|denke ich|i think|i believe|i guess|creo|je crois|je pense|hai|h|hoga|tha|hona chahiye|है|होगा|था|होना चाहिए)(?=["'”»)]{0,2}[.,?!;।\n]|\s*$)/iu;
const LONGEST_VERB = 24;

const PERHAPS =
	/^(?:probably|maybe|perhaps|vielleicht|wahrscheinlich|quizás?|probablemente|peut-être|probablement)$/iu;

/** An answer of a few words that are none of ours: "Caller: bluebird", "Kestrel, like the bird". */
export function shortAnswer(text: string, from: number, limit: number): Span | undefined {
	let first: Piece | undefined;
	let last: Piece | undefined;
	let owner: Piece | undefined;
	for (let at = from, words = 0; ; ) {
		const piece = phraseAfter(text, at, limit);
		if (piece === undefined) break;
		if (text[piece.start] === '[') return undefined;
		at = piece.end;
		const number = isNumberWord(piece.word);
		const opening = (piece.roles & BIT.filler) !== 0 || says(piece) || PERHAPS.test(piece.value);
		if (first === undefined && opening) {
			owner = POSSESSIVE.test(piece.value) ? piece : undefined;
			continue;
		}
		if (first === undefined && number) return undefined;
		if ((piece.roles & ~BIT.spelling) !== 0 && !number) return undefined;
		if (++words > MOST_ANSWER_WORDS) return undefined;
		first ??= piece;
		last = piece;
		if (endsSentence(text, piece.end) || text[piece.end] === ',') break;
		if (VERB_LAST.test(text.slice(piece.end, Math.min(limit, piece.end + LONGEST_VERB)))) break;
	}
	if (first === undefined || last === undefined) return undefined;
	// "Sunflower, then 1992"
	const then = text[last.end] === ',' ? pieceAfter(text, last.end, limit) : undefined;
	const goesOn = then !== undefined && partOf(text, then, limit) === Part.Joint;
	const read = goesOn ? dictationFrom(text, first, limit, true) : undefined;
	const end = read !== undefined && read.signs > 0 ? Math.max(last.end, read.end) : last.end;
	return { start: (owner ?? first).start, end };
}

const WALLET_KEY =
	/^(?:0x)?[0-9a-f]{64}$|^[5KL9c][1-9A-HJ-NP-Za-km-z]{50,51}$|^[1-9A-HJ-NP-Za-km-z]{86,90}$|^xprv/i;

/** A long key said after "private key" or "API key": one piece of letters and digits. */
export function keyAfter(
	text: string,
	from: number,
	limit: number,
	reach: number,
	walletOnly: boolean,
): (Span & { wallet: boolean }) | undefined {
	let at = from;
	let near = true;
	let said = false;
	for (let i = 0; i < LONG_REACH; i++) {
		const piece = pieceAfter(text, at, limit);
		if (piece === undefined || text[piece.start] === '[') return undefined;
		const { value } = piece;
		if (PUBLIC_NAME.test(value)) return undefined;
		// "When I exported the key it gave me this long thing, 1092…"
		const wallet = WALLET_KEY.test(value);
		if (i < reach && wallet) return { start: piece.start, end: piece.end, wallet };
		// "We changed the API key last night, the new one is …"
		near &&= i < reach;
		if (walletOnly && i >= reach) return undefined;
		if (!near && !walletOnly && ((piece.roles & NAMED_OTHERWISE) !== 0 || /key$/i.test(value))) {
			return undefined;
		}
		if (near || said) {
			const long = value.length >= 12 && /\d/.test(value) && /[a-z]/i.test(value);
			if (wallet || (long && !walletOnly && /^[\w+/=.-]+$/.test(value) && !isPublic(value))) {
				return { start: piece.start, end: piece.end, wallet };
			}
		}
		if (i >= REACH_OF_KEY && (piece.roles & SAYING) === 0) near = false;
		said = says(piece);
		at = piece.end;
	}
	return undefined;
}
