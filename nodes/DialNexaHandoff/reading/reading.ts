/**
 * What became of one captured value. `unreadable` keeps what was written, so that a person can read what the machine
 * would have had to guess.
 */
export type Reading<T> =
	| { state: 'absent' }
	| { state: 'read'; value: T; written: string }
	| { state: 'unreadable'; written: string; why: string };

export const ABSENT = { state: 'absent' } as const;

export const read = <T>(value: T, written: string): Reading<T> => ({
	state: 'read',
	value,
	written,
});

export const unreadable = (written: string, why: string): Reading<never> => ({
	state: 'unreadable',
	written: excerpt(written, 60),
	why,
});

export const valueOf = <T>(reading: Reading<T>): T | undefined =>
	reading.state === 'read' ? reading.value : undefined;

// What language models write into a field that they could not fill.
const SAYS_NOTHING = new Set([
	'',
	'-',
	'--',
	'?',
	'n/a',
	'na',
	'nil',
	'none',
	'null',
	'undefined',
	'unknown',
	'not applicable',
	'not asked',
	'not available',
	'not captured',
	'not discussed',
	'not given',
	'not known',
	'not mentioned',
	'not provided',
	'not specified',
	'not stated',
	'on file',
	'unspecified',
]);

// Zero decimal digits of the scripts that callers' agents write in.
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66];

const asciiDigit = (digit: string) => {
	const code = digit.codePointAt(0) ?? 0;
	const zero = ZEROS.find((start) => code >= start && code < start + 10);
	return zero === undefined ? digit : String(code - zero);
};

/** One line of plain text: compatibility forms folded, invisible characters gone, every digit an ASCII digit. */
export const plainLine = (text: string) =>
	text
		.normalize('NFKC')
		.replace(/[\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '')
		.replace(/[\p{Cc}\p{Z}]+/gu, ' ')
		.replace(/\p{Nd}/gu, asciiDigit)
		.trim();

/** The value as one line of text, or null when it holds nothing or is no single value. */
export function writtenValue(value: unknown): string | null {
	if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
		return null;
	}
	const text = plainLine(String(value).slice(0, 4_000));
	return SAYS_NOTHING.has(text.toLowerCase().replace(/\.$/, '')) ? null : text;
}

/** At most `length` characters, cut at a word where one ends near, and marked as cut. */
export function excerpt(text: string, length: number): string {
	const characters = [...text];
	if (characters.length <= length) return text;
	const cut = characters.slice(0, length - 1).join('');
	const lastSpace = cut.lastIndexOf(' ');
	return `${(lastSpace > cut.length * 0.7 ? cut.slice(0, lastSpace) : cut).trimEnd()}…`;
}
