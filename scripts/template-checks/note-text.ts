// How the editor sets the text of a note: what lays notes out and what checks them reckon alike.

/** In pixels: the height of a line, the mean width of a letter, and what both sides leave free together. */
export const NOTE_TEXT = { line: 20, letter: 6.6, padding: 40 };

/** How wide each paragraph would be in one line. */
const widths = (paragraphs: string[]) => paragraphs.map(({ length }) => length * NOTE_TEXT.letter);

/** What paragraphs cover in a note of this width, in pixels. */
export function coveredBy(paragraphs: string[], noteWidth: number) {
	const inWidth = noteWidth - NOTE_TEXT.padding;
	const lines = widths(paragraphs).reduce((sum, width) => sum + Math.ceil(width / inWidth), 0);
	return {
		width: Math.min(inWidth, Math.max(0, ...widths(paragraphs))),
		height: lines * NOTE_TEXT.line,
	};
}
