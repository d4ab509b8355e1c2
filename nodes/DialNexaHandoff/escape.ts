/**
 * A piece of a summary. `said` may have come from a caller: it is shown and can neither link nor format. `value` has
 * been parsed, as identifiers and amounts have. `link` has been validated.
 */
export type Piece = string | { said: string } | { value: string } | { link: string; label: string };

/** How pieces are written for one destination. */
export interface Writer {
	line: (label: string, content: string) => string;
	heading: (text: string) => string;
	joint: string;
	own: (text: string) => string;
	said: (text: string) => string;
	value: (text: string) => string;
	link: (url: string, label: string) => string;
}

/** Takes the life out of web addresses, so that no program makes a link of what a caller said. */
export const withoutLinks = (text: string) =>
	text
		.replace(/[a-z][a-z0-9+.-]{0,20}:\/\/\S*/gi, '[link removed]')
		.replace(/\b(?:mailto|javascript|data|tel):\S*/gi, '[link removed]')
		.replace(/([\p{L}\p{N}])\.(?=[\p{L}]{2,})/gu, '$1[.]');

/** A model may have written down an address that a caller dictated: people see where a link leads. */
const withHost = (url: string, label: string) =>
	`${label} (${/^https?:\/\/([^/?#]+)/i.exec(url)?.[1] ?? ''})`;

const html = (text: string) =>
	text
		.replace(/&/g, '&amp;')
		.replace(/</g, '&lt;')
		.replace(/>/g, '&gt;')
		.replace(/"/g, '&quot;')
		.replace(/'/g, '&#39;');

/** Slack's own three: https://docs.slack.dev/messaging/formatting-message-text (official). */
const slack = (text: string) =>
	text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const identity = (text: string) => text;

export const PLAIN: Writer = {
	line: (label, content) => `${label}: ${content}`,
	heading: identity,
	joint: '\n',
	own: identity,
	said: withoutLinks,
	value: identity,
	link: (url, label) => `${label} ${url}`,
};

export const SLACK: Writer = {
	line: (label, content) => `*${label}:* ${content}`,
	heading: (text) => `*${text}*`,
	joint: '\n',
	own: slack,
	// A mention of a person or channel needs an @; formatting needs its marks.
	said: (text) => slack(withoutLinks(text.replace(/[*~`]/g, '').replace(/@/g, '＠'))),
	value: (text) => `\`${slack(text.replace(/`/g, ''))}\``,
	link: (url, label) => `<${slack(url)}|${slack(withHost(url, label))}>`,
};

export const HTML: Writer = {
	line: (label, content) => `<b>${html(label)}:</b> ${content}`,
	heading: (text) => `<b>${text}</b>`,
	joint: '<br>\n',
	own: html,
	said: (text) => html(withoutLinks(text)),
	value: html,
	link: (url, label) =>
		`<a href="${html(url)}" rel="noopener noreferrer">${html(withHost(url, label))}</a>`,
};

export function write(pieces: readonly Piece[], writer: Writer): string {
	return pieces
		.map((piece) => {
			if (typeof piece === 'string') return writer.own(piece);
			if ('said' in piece) return writer.said(piece.said);
			return 'value' in piece ? writer.value(piece.value) : writer.link(piece.link, piece.label);
		})
		.join('');
}

/** A cell that no spreadsheet takes for a formula, whatever format it is written with. */
export const sheetCell = (text: string) =>
	/^[\s]*[=+\-@|]/.test(text) && !/^[+-]\d+(?:\.\d+)?$/.test(text) ? `'${text}` : text;
