import { randomBytes } from 'node:crypto';
import { textOf, UnusableParameter, type Item } from './parameters';

/** Documented for batch calls; taken for leads as well. */
const LARGEST_FILE = 10 * 1024 * 1024;

export interface Form {
	headers: Record<string, string>;
	body: Buffer;
	/** The bytes of the file, to recognise it by. */
	file: Buffer;
}

/** A name that cannot end the header line or the quotes that it stands in. */
const quoted = (name: string) => `"${name.replace(/[^\w.@ -]/g, '_')}"`;

/**
 * The item's file and some fields as multipart/form-data. Written here, because n8n's request
 * drops a `FormData` that has no properties of its own.
 *
 * @throws UnusableParameter when the item has no such file or it is too large.
 */
export async function formOf(item: Item, fields: Record<string, string>): Promise<Form> {
	const name = textOf(item, 'binaryPropertyName', 'Input Binary Field');
	const { fileName, mimeType } = item.node.helpers.assertBinaryData(item.index, name);
	const file = await item.node.helpers.getBinaryDataBuffer(item.index, name);
	if (file.length > LARGEST_FILE) {
		throw new UnusableParameter(
			'The file is larger than 10 MB',
			'Split it: DialNexa takes no larger one.',
		);
	}
	const boundary = `----n8n${randomBytes(16).toString('hex')}`;
	const parts = Object.entries(fields).map(
		([field, value]) =>
			`--${boundary}\r\nContent-Disposition: form-data; name=${quoted(field)}\r\n\r\n${value}\r\n`,
	);
	const type = /^[\w.+-]+\/[\w.+-]+$/.test(mimeType) ? mimeType : 'application/octet-stream';
	const opening = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename=${quoted(fileName ?? 'leads.csv')}\r\nContent-Type: ${type}\r\n\r\n`;
	return {
		headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` },
		body: Buffer.concat([
			Buffer.from(parts.join('') + opening),
			file,
			Buffer.from(`\r\n--${boundary}--\r\n`),
		]),
		file,
	};
}
