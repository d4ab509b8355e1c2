import { countedWords, PHRASE_LENGTHS } from './counted-words';
import type { Finding } from './finding';
import { KIND, Kind } from './fold';
import { isOrdinal, isRareRecoveryWord, isRecoveryWord } from './lexicon';
import { isNumberWord } from './number-words';
import { BIT, rolesOf } from './phrase-tree';
import { countWords, wordsThat } from './word-table';
import { Gap, Token, type Tokens } from './tokens';

/** The fewest words of a recovery phrase when nobody named it; one may have been misheard. */
const FEWEST = 11;
/** When it was named: the fewest that are taken for one. */
const FEWEST_NAMED = 4;
/** When each has its number. */
const FEWEST_NUMBERED = 6;
/** How many of them must be words that people seldom say otherwise. */
const FEWEST_RARE = 3;
/** How many words of the list must stand before and after one that is not, because it was misheard. */
const FEWEST_BETWEEN_STRANGERS = 2;
/** How many numbers and fillers may stand between two words. */
const MOST_BETWEEN = 4;
/** How far from its name a phrase may be: in tokens before it, and in turns on both sides. */
const NAME_TOKENS = 80;
const NAME_TURNS = 3;
/** In how many turns a phrase goes on that is said in parts. */
const PART_TURNS = 4;
const NEVER = -1000;

const FILLING = BIT.filler | BIT.correction | BIT.digits;

/** What a word is to a recovery phrase. */
const enum Part {
	/** It is not on the list. */
	Stranger,
	/** It is on the list. */
	Listed,
	/** A number or an ordinal: the place of a word. */
	Place,
	/** "Word", "number": says the place of a word before a number, and is a filler else. */
	Digits,
	Filler,
	/** "Is": a new sentence, and on the list only where it is a word by itself. */
	Is,
}

/** What a word is that is on the list and also something else, when an apostrophe follows: "that's". */
const OTHERWISE = new Uint8Array(countWords());
const PARTS = new Uint8Array(countWords());
const RARE = wordsThat(isRareRecoveryWord);

for (let id = 1; id < PARTS.length; id++) {
	const roles = rolesOf(id);
	if ((roles & BIT.is) !== 0) OTHERWISE[id] = Part.Is;
	else if ((roles & FILLING) !== 0) OTHERWISE[id] = Part.Filler;
	PARTS[id] = isRecoveryWord(id) ? Part.Listed : OTHERWISE[id];
	if ((roles & BIT.digits) !== 0) PARTS[id] = Part.Digits;
	if (isNumberWord(id) || isOrdinal(id)) PARTS[id] = Part.Place;
}

/** Words of the list that one speaker said in a row, at least one of them rare. */
interface Row {
	start: number;
	end: number;
	first: number;
	turn: number;
	speaker: number;
	words: number;
	rare: number;
	/** How many of them had a number before them. */
	numbered: number;
	/** No other word stands between them. */
	pure: boolean;
	/** Nor between its first word and its last. */
	unbroken: boolean;
	/** Nothing else was said in the turn. */
	whole: boolean;
}

/** Finds recovery phrases: rows of words from the BIP-39 list. */
export class RecoveryPhrases {
	private readonly rows: Row[] = [];
	/** The tokens at which a recovery phrase is named, and their turns. */
	private readonly names: Array<{ t: number; turn: number }> = [];
	/** The words of the row that goes on, as tokens. */
	private readonly said: number[] = [];
	/** How many words had been said when a word came that is not on the list. */
	private strangerAt = 0;
	/** How many had been said when the first one came, if they were a whole phrase then. */
	private wholeAt = 0;
	private numbered = 0;
	/** Whether a number was said since the last word of the list. */
	private counted = false;
	/** How many numbers that are on the list themselves were said among them. */
	private listedNumbers = 0;
	private fillers = 0;
	private between = 0;
	/** A number of the list that was said right after the last word, as a token, or -1. */
	private numberAfter = -1;
	private turn = 0;
	private speaker = 1;
	/** The first name that may be near this turn or a later one. */
	private nextName = 0;
	/** The last turn in which a phrase may go on that was named, or begun without a name. */
	private namedUntil = NEVER;
	private begunUntil = NEVER;
	/** Whether only words of the list, and numbers, were said in the row. */
	private pure = true;
	private unbroken = true;
	/** Whether the turn has other words in it. */
	private others = false;

	constructor(private readonly tokens: Tokens) {}

	/** A recovery phrase is named at token `t`, in this turn. */
	name(t: number, turn: number): void {
		this.names.push({ t, turn });
	}

	/** Reads the whole text, as far as a recovery phrase can be in it. */
	findings(): Finding[] {
		const { text, count, word, start } = this.tokens;
		for (let t = 0; t < count; t++) {
			const end = this.endOfTurn(t);
			if (this.isWorthReading(t, end)) this.readTurn(t, end);
			if (end < count) this.speaker = word[end];
			this.turn++;
			t = end;
		}
		const names = this.names.map(({ t }) => start[t]);
		return [...this.phrases(), ...countedWords(text, names)];
	}

	/** The token at which the turn ends that goes on at token `t`. */
	private endOfTurn(t: number): number {
		const { count, kind } = this.tokens;
		let end = t;
		while (end < count && kind[end] !== Token.Turn) end++;
		return end;
	}

	/**
	 * Whether the turn between two tokens matters. No row is without a rare word, and a row with fewer
	 * than a phrase has at least counts only where a phrase was named, or begun.
	 */
	private isWorthReading(from: number, to: number): boolean {
		const rare = this.countRare(from, to);
		if (rare === 0) return false;
		const named = this.turn <= this.namedUntil || this.isNameNear();
		if (named) this.namedUntil = this.turn + PART_TURNS;
		if (named || this.turn <= this.begunUntil) return true;
		return rare >= FEWEST_RARE && this.mayHoldPart(from, to);
	}

	private countRare(from: number, to: number): number {
		const { word } = this.tokens;
		const rare = RARE;
		let words = 0;
		for (let t = from; t < to; t++) words += rare[word[t]];
		return words;
	}

	/** Whether rare words enough stand between two tokens without strangers that end every row. */
	private mayHoldPart(from: number, to: number): boolean {
		const { kind, skipped, word } = this.tokens;
		let rare = 0;
		let listed = 0;
		for (let t = from; t < to; t++) {
			const isWord = kind[t] === Token.Word;
			if (skipped[t] > 0 || (isWord && PARTS[word[t]] === Part.Stranger)) {
				if (listed < FEWEST_BETWEEN_STRANGERS) rare = 0;
				listed = 0;
			}
			if (!isWord || !isRecoveryWord(word[t])) continue;
			listed++;
			rare += RARE[word[t]];
			if (rare >= FEWEST_RARE) return true;
		}
		return false;
	}

	/** Whether a recovery phrase is named in a turn near this one. */
	private isNameNear(): boolean {
		const { names, turn } = this;
		while (this.nextName < names.length && names[this.nextName].turn < turn - NAME_TURNS) {
			this.nextName++;
		}
		return this.nextName < names.length && names[this.nextName].turn <= turn + NAME_TURNS;
	}

	/** Reads the turn that goes from token `from` to `to`. */
	private readTurn(from: number, to: number): void {
		for (let t = from; t < to; t++) this.add(t);
		if (to < this.tokens.count && this.tokens.skipped[to] > 0) this.others = true;
		this.endTurn();
	}

	private add(t: number): void {
		const { kind, skipped, word } = this.tokens;
		for (let i = 0; i < skipped[t] && i < 2; i++) this.addStranger();
		if (kind[t] === Token.Word) this.addWord(t, PARTS[word[t]]);
		else if (kind[t] === Token.Digits) this.addNumber();
		else if (kind[t] !== Token.Letter) this.endRow();
		else this.addStranger();
	}

	private addWord(t: number, part: Part): void {
		if (part === Part.Stranger) this.addStranger();
		// "Word one is trumpet, two is couch."
		else if (part === Part.Is && this.isNumber(t - 1)) this.addBetween();
		else if (part === Part.Is) this.endRow();
		else if (part === Part.Filler) this.addFiller(t);
		else if (part === Part.Listed) this.addListed(t);
		else if (part === Part.Place || this.isNumber(t + 1)) this.addPlace(t);
		else if (isRecoveryWord(this.tokens.word[t])) this.addListed(t);
		else this.addFiller(t);
	}

	/** The place of a word. */
	private addPlace(t: number): void {
		this.endOther(t);
		// "Clay, cannon, zero": a number may be the last word.
		const { said } = this;
		const next = said.length > 0 && said[said.length - 1] === t - 1 && this.tokens.skipped[t] === 0;
		this.numberAfter = next && isRecoveryWord(this.tokens.word[t]) ? t : -1;
		if (this.numberAfter >= 0) this.listedNumbers++;
		this.addNumber();
	}

	private addFiller(t: number): void {
		// "… bacon. The address"
		if (
			(this.tokens.gap[t] & Gap.End) !== 0 &&
			this.said.length + this.listedNumbers >= FEWEST_NUMBERED
		)
			this.endRow();
		this.addBetween();
		if (this.said.length > 0) this.fillers++;
	}

	private addListed(t: number): void {
		const { word } = this.tokens;
		if (this.isShortened(t)) {
			this.addWord(t, OTHERWISE[word[t]]);
			return;
		}
		this.endOther(t);
		if (this.said.length === 0 && OTHERWISE[word[t]] === Part.Filler) return;
		if (this.fillers > 0) this.pure = false;
		this.unbroken = this.fillers === 0 && this.strangerAt === 0;
		this.said.push(t);
		if (this.counted) this.numbered++;
		this.counted = false;
		this.between = 0;
		this.numberAfter = -1;
	}

	/** "Okay. Absorb, midnight", "I read it to you: liquid, cross": what was said before token `t` is no part of it. */
	private endOther(t: number): void {
		const { word, gap } = this.tokens;
		if ((gap[t] & (Gap.End | Gap.Colon)) === 0) return;
		if (this.said.every((s) => !isRareRecoveryWord(word[s]))) this.endRow();
	}

	/** Whether an apostrophe and a letter follow, as in "that's". */
	private isShortened(t: number): boolean {
		const { text, end } = this.tokens;
		const sign = text.charCodeAt(end[t]);
		if (sign !== 39 && sign !== 0x2019) return false;
		return KIND[text.charCodeAt(end[t] + 1)] === Kind.Letter;
	}

	/** The number of a word. */
	private addNumber(): void {
		this.counted = true;
		this.addBetween();
	}

	/** What may stand between two words. */
	private addBetween(): void {
		if (++this.between > MOST_BETWEEN) this.endRow();
	}

	/** A word that is not on the list. */
	private addStranger(): void {
		this.others = true;
		if (this.said.length - this.strangerAt < FEWEST_BETWEEN_STRANGERS) this.endRow();
		else {
			if (this.strangerAt === 0 && PHRASE_LENGTHS.includes(this.said.length))
				this.wholeAt = this.said.length;
			this.strangerAt = this.said.length;
			this.pure = false;
		}
	}

	private endTurn(): void {
		this.endRow();
		for (let i = this.rows.length - 1; i >= 0 && this.rows[i].turn === this.turn; i--) {
			this.rows[i].whole = !this.others;
		}
		this.others = false;
	}

	private endRow(): void {
		this.between = 0;
		this.counted = false;
		const { said } = this;
		if (said.length === 0) return;
		const { word } = this.tokens;
		// A word or two after a stranger are no part of it.
		if (this.strangerAt > 0 && said.length - this.strangerAt < FEWEST_BETWEEN_STRANGERS) {
			said.length = this.strangerAt;
		}
		if (this.numberAfter >= 0 && PHRASE_LENGTHS.includes(said.length + 1))
			said.push(this.numberAfter);
		// "… tuna glory dwarf lesson. I just want my point four bitcoin back."
		if (this.wholeAt > 0 && !this.goesOnRare()) said.length = this.wholeAt;
		while (said.length > PHRASE_LENGTHS[0] && !this.isWhole()) {
			if (isRareRecoveryWord(word[said[said.length - 1]])) break;
			said.length--;
		}
		if (said.length > 0) this.addRow();
		said.length = 0;
		this.strangerAt = 0;
		this.wholeAt = 0;
		this.numbered = 0;
		this.listedNumbers = 0;
		this.fillers = 0;
		this.pure = true;
		this.numberAfter = -1;
	}

	/** Whether as many words were said as a phrase has, perhaps with numbers that are words of it. */
	private isWhole(): boolean {
		const { length } = this.said;
		if (PHRASE_LENGTHS.includes(length)) return true;
		return this.numbered * 2 <= length && PHRASE_LENGTHS.includes(length + this.listedNumbers);
	}

	/** Whether most words behind a whole phrase are rare as well. */
	private goesOnRare(): boolean {
		const rest = this.said.slice(this.wholeAt);
		const rare = rest.filter((t) => isRareRecoveryWord(this.tokens.word[t])).length;
		return rare * 2 > rest.length;
	}

	private addRow(): void {
		const { start, end, word } = this.tokens;
		const { said, turn, speaker } = this;
		const [first] = said;
		let rare = 0;
		for (const t of said) if (isRareRecoveryWord(word[t])) rare++;
		// A word or two count only in a turn of nothing else.
		if (rare === 0 || (said.length < FEWEST_RARE && this.others)) return;
		if (rare >= FEWEST_RARE) this.begunUntil = turn + PART_TURNS;
		// "Grant two beach donkey": a number before one word only is a word.
		const more = this.numbered * 2 <= said.length ? this.listedNumbers : 0;
		this.rows.push({
			start: start[this.numberBefore(first)],
			end: end[said[said.length - 1]],
			first,
			turn,
			speaker,
			words: said.length + more,
			rare,
			numbered: this.numbered,
			pure: this.pure,
			unbroken: this.unbroken,
			whole: false,
		});
	}

	/** Where a row of numbered words begins: at the number of its first word, or at "word number". */
	private numberBefore(first: number): number {
		const { skipped, word, gap } = this.tokens;
		const { said } = this;
		if (said.length < 2 || !this.isNumber(said[1] - 1) || !this.isNumber(first - 1)) return first;
		if (skipped[first] > 0) return first;
		let t = first - 1;
		while (t > 0 && skipped[t] === 0 && (gap[t] & Gap.End) === 0) {
			if ((rolesOf(word[t - 1]) & BIT.digits) === 0) break;
			t--;
		}
		return t;
	}

	private isNumber(t: number): boolean {
		const { count, kind, word, start, end } = this.tokens;
		if (t < 0 || t >= count) return false;
		if (kind[t] === Token.Digits) return end[t] - start[t] <= 2;
		return kind[t] === Token.Word && isNumberWord(word[t]);
	}

	/** The rows that are recovery phrases, or parts of one. */
	private phrases(): Finding[] {
		const found = new Set<Row>();
		/** Per speaker: the rows that can be parts of one phrase, long ones and single words. */
		const parts = new Map<
			number,
			{ long: Row[]; short: Row[]; namedTurn: number; foundTurn: number }
		>();
		let name = 0;
		for (const row of this.rows) {
			while (name + 1 < this.names.length && this.names[name + 1].t <= row.first) name++;
			let part = parts.get(row.speaker);
			if (part === undefined) {
				part = { long: [], short: [], namedTurn: NEVER, foundTurn: NEVER };
				parts.set(row.speaker, part);
			}
			const goesOn = row.turn - part.namedTurn <= PART_TURNS;
			const named = goesOn || this.isNear(row, name) || this.isNear(row, name + 1);
			if (named && (row.whole || row.words >= FEWEST_NAMED)) part.namedTurn = row.turn;
			// "Penalty, raven, turtle, then he wanted the others."
			const few = row.words === FEWEST_RARE && row.rare === FEWEST_RARE && row.unbroken;
			if (few && (this.isNear(row, name, 1) || this.isNear(row, name + 1, 1))) found.add(row);
			const long = row.words >= FEWEST_NAMED && row.rare >= FEWEST_RARE;
			const listed = row.words >= FEWEST_NUMBERED && row.numbered * 3 >= row.words * 2;
			const sure = (listed || row.words >= FEWEST) && row.rare * 2 >= row.words;
			if (long && (named || sure)) {
				found.add(row);
				part.foundTurn = row.turn;
			}
			// "And then ocean, ribbon, dwarf, okay, I'll stop."
			const rest = row.words >= FEWEST_RARE && row.rare * 5 >= row.words * 2 && row.unbroken;
			if (rest && row.turn > part.foundTurn && row.turn - part.foundTurn <= PART_TURNS)
				found.add(row);
			if (long && (named || row.pure)) takeParts(part.long, row, FEWEST, found);
			else if (row.whole && named) takeParts(part.short, row, FEWEST_NAMED, found);
		}
		return [...found].map(({ start, end }) => ({ category: 'wallet_secret', start, end }));
	}

	private isNear(row: Row, name: number, turns = NAME_TURNS): boolean {
		if (name >= this.names.length) return false;
		const { t, turn } = this.names[name];
		return Math.abs(row.first - t) <= NAME_TOKENS && Math.abs(row.turn - turn) <= turns;
	}
}

/** Adds a row to those said shortly before; together they may be a phrase. */
function takeParts(parts: Row[], row: Row, fewest: number, found: Set<Row>): void {
	if (parts.length > 0 && row.turn - parts[parts.length - 1].turn > PART_TURNS) parts.length = 0;
	parts.push(row);
	if (parts.length > PHRASE_LENGTHS[PHRASE_LENGTHS.length - 1]) parts.shift();
	let words = 0;
	let rare = 0;
	for (const part of parts) {
		words += part.words;
		rare += part.rare;
	}
	if (words < fewest || rare < FEWEST_RARE || rare * 2 < words) return;
	for (const part of parts) found.add(part);
}

/** The longest keystore that is looked for. */
const LONGEST_KEYSTORE = 20_000;

/** A piece of one without its braces: `"cipher":"aes-128-ctr","ciphertext":"5318…"`. */
const PAIR = `["“]\\w{1,16}["”]\\s*:\\s*(?:["“][^"”\\n]{1,200}["”]|\\d{1,9})`;
const PAIRS_BEFORE = new RegExp(`(?:${PAIR}\\s*,\\s*){1,8}$`, 'u');
const PIECE = new RegExp(
	`["“]?(?:ciphertext|mac)["”]?\\s*[:=]\\s*["“]?[0-9a-f]{32,1000}["”]?(?:\\s*,\\s*${PAIR}){0,8}`,
	'uy',
);
const LONGEST_BEFORE = 400;

const CIPHERTEXT = 'ciphertext';
const MAC = '"mac"';

/** The piece of such a file that stands around its name at `at`. */
function keystorePiece(text: string, at: number): Finding | undefined {
	const quoted = '"“'.includes(text[at - 1] ?? ' ') ? at - 1 : at;
	PIECE.lastIndex = quoted;
	if (!PIECE.test(text)) return undefined;
	const before = PAIRS_BEFORE.exec(text.slice(Math.max(0, quoted - LONGEST_BEFORE), quoted));
	const start = quoted - (before?.[0].length ?? 0);
	return { category: 'wallet_secret', start, end: PIECE.lastIndex };
}

/** The pieces of such files by the names of what is secret in them. */
export function keystorePieces(text: string): Finding[] {
	const findings: Finding[] = [];
	const add = (at: number) => {
		const piece = keystorePiece(text, at);
		if (piece !== undefined) findings.push(piece);
	};
	// An x is rare: it is found faster than the beginning of the word.
	for (let x = text.indexOf('xt'); x >= 0; x = text.indexOf('xt', x + 2)) {
		const at = x + 2 - CIPHERTEXT.length;
		if (text.startsWith(CIPHERTEXT, at)) add(at);
	}
	for (let at = text.indexOf(MAC); at >= 0; at = text.indexOf(MAC, at + MAC.length)) add(at + 1);
	return findings;
}

/** Encrypted wallet files (Web3 Secret Storage) that stand in a text as JSON. */
export function keystores(text: string): Finding[] {
	const findings: Finding[] = [];
	let from = 0;
	for (;;) {
		const cipher = text.indexOf('"ciphertext"', from);
		if (cipher < 0) return findings;
		from = cipher + 1;
		const window = Math.max(findings[findings.length - 1]?.end ?? 0, cipher - 2000);
		// The outermost brace that is open at the ciphertext.
		let depth = 0;
		let start = -1;
		for (let i = cipher; i >= window; i--) {
			if (text[i] === '}') depth++;
			else if (text[i] === '{') {
				if (depth === 0) start = i;
				else depth--;
			}
		}
		if (start < 0) continue;
		let end = start;
		depth = 0;
		for (; end < text.length && end - start < LONGEST_KEYSTORE; end++) {
			if (text[end] === '{') depth++;
			else if (text[end] === '}' && --depth === 0) break;
		}
		findings.push({ category: 'wallet_secret', start, end: Math.min(end + 1, text.length) });
		from = end + 1;
	}
}
