/** A part of a message in MIME (RFC 2045): either parts inside of it, or content. */
export interface Part {
	/** As they were written, unfolded. */
	headers: { name: string; value: string }[];
	/** In lower case: `text/plain`. */
	mimeType: string;
	/** Empty when the part is no file. */
	filename: string;
	/** Decoded from its transfer encoding. */
	content: Buffer;
	charset: string;
	parts: Part[];
}

export interface Address {
	name: string;
	address: string;
}

/** The value of a header as text, encoded words decoded. */
export function headerOf(part: Part, name: string): string | undefined {
	const value = writtenIn(part, name);
	return value === undefined ? undefined : decodedWords(value);
}

function writtenIn({ headers }: Pick<Part, 'headers'>, name: string): string | undefined {
	return headers.find((header) => header.name.toLowerCase() === name.toLowerCase())?.value;
}

/** The message or part as text, its lines ending as they do. */
export function textOf({ content, charset }: Part): string {
	return new TextDecoder(charset).decode(content);
}

/** The part and all parts inside of it, as they stand. */
export function partsOf(part: Part): Part[] {
	return [part, ...part.parts.flatMap(partsOf)];
}

function fromQuotedPrintable(text: string): Buffer {
	const bytes = text
		.replaceAll(/=\r?\n/g, '')
		.replaceAll(/=([0-9A-Fa-f]{2})/g, (_whole, hex: string) =>
			String.fromCharCode(parseInt(hex, 16)),
		);
	return Buffer.from(bytes, 'latin1');
}

/** Text as bytes, each character one. */
function decoded(text: string, encoding: string): Buffer {
	if (encoding === 'base64') return Buffer.from(text, 'base64');
	return encoding === 'quoted-printable' ? fromQuotedPrintable(text) : Buffer.from(text, 'latin1');
}

/** Encoded words (RFC 2047) as what they say: `=?UTF-8?Q?Caf=C3=A9?=`. */
export function decodedWords(value: string): string {
	const word = /=\?([^?]+)\?([BbQq])\?([^?]*)\?=/;
	return value
		.replaceAll(new RegExp(`(${word.source})\\s+(?==\\?[^?]+\\?[BbQq]\\?)`, 'g'), '$1')
		.replaceAll(
			new RegExp(word, 'g'),
			(_whole, charset: string, encoding: string, text: string) => {
				const bytes =
					encoding.toUpperCase() === 'B'
						? Buffer.from(text, 'base64')
						: fromQuotedPrintable(text.replaceAll('_', ' '));
				return new TextDecoder(charset).decode(bytes);
			},
		);
}

/** The parameters behind a header's value, those of RFC 2231 (`filename*0*=utf-8''…`) put together. */
function parametersOf(value: string): Record<string, string> {
	const found = value.matchAll(
		/;\s*([^\s=*;]+)(?:\*(\d+))?(\*)?\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]*))/g,
	);
	const pieces: Record<string, { text: string; encoded: boolean }> = {};
	for (const [, name = '', , encoded, quoted, plain = ''] of found) {
		const piece = (pieces[name.toLowerCase()] ??= { text: '', encoded: false });
		piece.text += quoted?.replaceAll(/\\(.)/g, '$1') ?? plain;
		piece.encoded ||= encoded !== undefined;
	}
	return Object.fromEntries(
		Object.entries(pieces).map(([name, { text, encoded }]) => {
			const [, charset = 'utf-8', escaped = text] = /^([^']*)'[^']*'(.*)$/s.exec(text) ?? [];
			const bytes = (percent: string) =>
				Buffer.from(
					percent.replaceAll(/%([0-9A-Fa-f]{2})/g, (_whole, hex: string) =>
						String.fromCharCode(parseInt(hex, 16)),
					),
					'latin1',
				);
			return [name, encoded ? new TextDecoder(charset).decode(bytes(escaped)) : decodedWords(text)];
		}),
	);
}

/** The entries of a list, commas in quotes and in angle brackets left alone. */
function listed(value: string): string[] {
	return value.match(/(?:"(?:[^"\\]|\\.)*"|<[^>]*>|[^",<])+/g) ?? [];
}

/** The addresses in a header (RFC 5322): `"Lopez, Maria" <maria@example.com>, info@example.com`. */
export function addressesIn(part: Part, header: string): Address[] {
	return listed(writtenIn(part, header) ?? '')
		.map((entry) => entry.trim())
		.filter((entry) => entry !== '')
		.map((entry) => {
			const [, name = '', address = entry] = /^(.*?)\s*<([^>]*)>$/s.exec(entry) ?? [];
			const unquoted = name.replaceAll(/^"|"$/g, '').replaceAll(/\\(.)/g, '$1');
			return { name: decodedWords(unquoted), address: address.trim() };
		});
}

function parsePart(text: string, byDefault: string): Part {
	const [, head = text, body = ''] = /^((?:[^\r\n].*\r?\n)*)\r?\n([^]*)$/.exec(text) ?? [];
	const headers = head
		.replaceAll(/\r?\n[ \t]+/g, ' ')
		.split(/\r?\n/)
		.flatMap((line) => {
			const [, name, value = ''] = /^([!-9;-~]+):\s*(.*)$/.exec(line) ?? [];
			return name ? [{ name, value: Buffer.from(value, 'latin1').toString('utf8') }] : [];
		});
	const valueOf = (name: string) => writtenIn({ headers }, name) ?? '';
	const contentType = valueOf('content-type') || byDefault;
	const { boundary, charset = 'utf-8', name: named = '' } = parametersOf(contentType);
	const { filename = named } = parametersOf(valueOf('content-disposition'));
	const mimeType = (/^[^;\s]+/.exec(contentType)?.[0] ?? byDefault).toLowerCase();
	const inside = mimeType.startsWith('multipart/') && boundary ? between(body, boundary) : [];
	const encoding = valueOf('content-transfer-encoding').trim().toLowerCase();
	return {
		headers,
		mimeType,
		filename,
		content: inside.length > 0 ? Buffer.alloc(0) : decoded(body, encoding),
		charset,
		parts: inside.map((part) => parsePart(part, 'text/plain')),
	};
}

/** What stands between the boundaries of a multipart body. */
function between(body: string, boundary: string): string[] {
	const line = new RegExp(
		`(?:^|\\r?\\n)--${boundary.replaceAll(/\W/g, '\\$&')}(--)?[ \\t]*(?=\\r?\\n|$)`,
		'g',
	);
	const marks = [...body.matchAll(line)];
	return marks.flatMap((mark, index) => {
		const next = marks[index + 1];
		if (mark[1] !== undefined || !next) return [];
		return [body.slice(mark.index + mark[0].length, next.index).replace(/^\r?\n/, '')];
	});
}

/** Reads a message. What does not follow the standards is taken as text: mail programs refuse next to nothing. */
export function parseMessage(bytes: Buffer): Part {
	return parsePart(bytes.toString('latin1'), 'text/plain');
}

/** Reads the body of a request that is multipart (RFC 2387, `multipart/related`). */
export function parseMultipart(contentType: string, bytes: Buffer): Part[] {
	return parsePart(`Content-Type: ${contentType}\r\n\r\n${bytes.toString('latin1')}`, '').parts;
}
