/** What a UTF-16 unit is to the lexer. */
export const enum Kind {
	Other,
	Space,
	Newline,
	Letter,
	Digit,
	/** Written but not spoken: zero-width characters, bidi marks, combining accents. */
	Ignored,
	/** First half of a mathematical digit (U+1D7CE to U+1D7FF). */
	HighSurrogate,
}

/** For every UTF-16 unit: what it is. */
export const KIND = new Uint8Array(0x10000);

/**
 * For every letter and digit: the unit that it is compared as. Lower case, without accents, digits
 * of every script as ASCII digits.
 */
export const FOLD = new Uint16Array(0x10000);

/** The values of `LATIN`: letters by their place in the alphabet, from 1 to 26, and kinds. */
export const enum Latin {
	/** From here on: no letter from A to Z. */
	None = 32,
	Sign = None + Kind.Other,
	Space = None + Kind.Space,
	/** From here on: what can be a part of a word nevertheless. */
	InWord = None + Kind.Letter,
}

/** For every UTF-16 unit: the letter from A to Z that it is compared as, or its kind. */
export const LATIN = new Uint8Array(0x10000);

function fill(from: number, to: number, kind: Kind): void {
	KIND.fill(kind, from, to + 1);
}

/** The first code point of each run of ten decimal digits in the Basic Multilingual Plane. */
const ZEROS = [
	0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6,
	0xe50, 0xed0, 0xf20, 0x1040, 0x17e0, 0x1810, 0x2080, 0xff10,
];

/** Precomposed Devanagari letters with a nukta, as the letter without it. */
const NUKTA = 'कखगजडढफय';

function build(): void {
	for (let code = 0; code < 0x10000; code++) FOLD[code] = code;
	// Letters: by case for Latin, Greek and Cyrillic, by block for the rest.
	for (let code = 0x41; code < 0x2000; code++) {
		const char = String.fromCharCode(code);
		if (!/[\p{L}\p{M}]/u.test(char)) continue;
		KIND[code] = Kind.Letter;
		const plain = char.normalize('NFKD').toLowerCase();
		if (code < 0x900 || code >= 0x1e00) FOLD[code] = plain.charCodeAt(0);
	}
	fill(0x2c00, 0x2dff, Kind.Letter);
	fill(0x3040, 0x318f, Kind.Letter);
	fill(0x3400, 0x9fff, Kind.Letter);
	fill(0xac00, 0xd7a3, Kind.Letter);
	for (let i = 0; i < 26; i++) {
		for (const base of [0xff21, 0xff41]) {
			KIND[base + i] = Kind.Letter;
			FOLD[base + i] = 0x61 + i;
		}
	}
	FOLD[0xdf] = 0x73; // ß as s
	for (let i = 0; i < NUKTA.length; i++) FOLD[0x958 + i] = NUKTA.charCodeAt(i);
	FOLD[0x901] = 0x902; // chandrabindu as anusvara

	for (const zero of ZEROS) {
		for (let i = 0; i < 10; i++) {
			KIND[zero + i] = Kind.Digit;
			FOLD[zero + i] = 0x30 + i;
		}
	}
	for (let i = 1; i <= 9; i++) {
		KIND[0x245f + i] = Kind.Digit; // circled digits
		FOLD[0x245f + i] = 0x30 + i;
	}

	for (const code of [0x20, 0x09, 0xa0, 0x1680, 0x202f, 0x205f, 0x3000]) KIND[code] = Kind.Space;
	fill(0x2000, 0x200a, Kind.Space);
	for (const code of [0x0a, 0x0b, 0x0c, 0x0d, 0x85, 0x2028, 0x2029]) KIND[code] = Kind.Newline;

	for (const code of [0xad, 0x34f, 0x61c, 0x93c, 0x180e, 0xfeff]) KIND[code] = Kind.Ignored;
	fill(0x300, 0x36f, Kind.Ignored);
	fill(0x200b, 0x200f, Kind.Ignored);
	fill(0x202a, 0x202e, Kind.Ignored);
	fill(0x2060, 0x206f, Kind.Ignored);
	fill(0x20d0, 0x20f0, Kind.Ignored); // with it the key-cap mark
	fill(0xfe00, 0xfe0f, Kind.Ignored);
	KIND[0xd835] = Kind.HighSurrogate;

	for (let code = 0; code < 0x10000; code++) {
		const letter = FOLD[code] - 0x60;
		const latin = KIND[code] === Kind.Letter && letter >= 1 && letter <= 26;
		LATIN[code] = latin ? letter : Latin.None + KIND[code];
	}
}

build();

/** A word as the lexicon compares it. */
export function fold(word: string): string {
	let folded = '';
	for (let i = 0; i < word.length; i++) {
		const code = word.charCodeAt(i);
		if (KIND[code] !== Kind.Ignored) folded += String.fromCharCode(FOLD[code]);
	}
	return folded;
}

/** Whether a unit is a capital from A to Z. */
export function isCapital(unit: number): boolean {
	return unit >= 65 && unit <= 90;
}

/** Whether a capital from A to Z stands at `at`. */
export function isCapitalAt(text: string, at: number): boolean {
	return isCapital(text.charCodeAt(at));
}
