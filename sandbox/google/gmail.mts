import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Journal } from '../requests.mts';
import type { StandIn } from '../stand-in.mts';
import { asGoogleApi, connectedCredential, OWNER } from './account.mts';
import {
	addressesIn,
	decodedWords,
	headerOf,
	parseMessage,
	type Part,
	partsOf,
	textOf,
} from './mime.mts';
import { checked, googleFailure, GoogleRefusal } from './refusal.mts';

const SCOPE =
	'https://www.googleapis.com/auth/gmail.labels https://mail.google.com/ https://www.googleapis.com/auth/gmail.modify https://www.googleapis.com/auth/gmail.compose';
/** The most that a message may weigh, 35 MiB, a third more as base64. */
const LARGEST = 36_700_160;
const LABELS = ['INBOX', 'SENT', 'DRAFT', 'TRASH', 'SPAM', 'UNREAD', 'STARRED', 'IMPORTANT'];
const RECIPIENTS = ['To', 'Cc', 'Bcc'];

interface Mail {
	/** 16 hexadecimal digits, as Gmail's. */
	id: string;
	threadId: string;
	labelIds: string[];
	at: Date;
	raw: Buffer;
	message: Part;
}

/** What `users.messages.send` takes of the resource Message (discovery document gmail:v1); `raw` is in base64url. */
const sent = z.strictObject({
	raw: z.string().optional(),
	threadId: z.string().optional(),
	id: z.string().optional(),
	labelIds: z.array(z.string()).optional(),
	payload: z.unknown().optional(),
	classificationLabelValues: z.unknown().optional(),
});
/** The system parameters and the method's own; a parameter that comes several times is a list. */
const read = z.object({
	format: z.enum(['minimal', 'full', 'raw', 'metadata']).default('full'),
	metadataHeaders: z.union([z.string().transform((one) => [one]), z.array(z.string())]).optional(),
});
const listing = z.object({
	q: z.string().default(''),
	labelIds: z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([]),
	maxResults: z.coerce.number().int().min(1).max(500).default(100),
	pageToken: z.coerce.number().int().min(0).default(0),
});

/** The bytes of base64, in either alphabet. */
function bytesOf(raw: string): Buffer {
	if (!/^[\w+/-]*={0,2}$/.test(raw) || raw.replaceAll('=', '').length % 4 === 1) {
		throw new GoogleRefusal(
			400,
			`Invalid value at 'message.raw' (TYPE_BYTES), Base64 decoding failed for "${raw.slice(0, 40)}"`,
		);
	}
	return Buffer.from(raw, 'base64url');
}

/** @throws {GoogleRefusal} 400 for a recipient that is none, or for a message without any. */
function checkRecipients(message: Part) {
	const named = RECIPIENTS.map((header) => [header, addressesIn(message, header)] as const);
	for (const [header, addresses] of named) {
		if (!addresses.every(({ address }) => /^[^\s@<>,;:"()]+@[\w-]+(\.[\w-]+)+$/.test(address))) {
			throw new GoogleRefusal(400, `Invalid ${header} header`);
		}
	}
	if (named.every(([, addresses]) => addresses.length === 0)) {
		throw new GoogleRefusal(400, 'Recipient address required');
	}
}

/** Gmail sends as the account, whatever the message says; only the name is the sender's choice. */
function asSentBy(raw: Buffer): Buffer {
	const [sender] = addressesIn(parseMessage(raw), 'From');
	if (sender?.address.toLowerCase() === OWNER.emailAddress) return raw;
	const text = raw.toString('latin1');
	const [head = ''] = /^(?:[^\r\n].*\r?\n)*/.exec(text) ?? [];
	const others = head.replace(/^From:.*\r?\n(?:[ \t].*\r?\n)*/im, '') + text.slice(head.length);
	const name = (sender?.name || OWNER.displayName).replaceAll(/["\\]/g, '\\$&');
	return Buffer.concat([
		Buffer.from(`From: "${name}" <${OWNER.emailAddress}>\r\n`),
		Buffer.from(others, 'latin1'),
	]);
}

const isFile = (part: Part) => part.filename !== '';
const bodyOf = (message: Part, mimeType: string) => {
	const part = partsOf(message).find((one) => one.mimeType === mimeType && !isFile(one));
	return part && textOf(part).replace(/\r?\n$/, '');
};

/** The text that a list of mails shows, without markup. */
function snippetOf(message: Part): string {
	const html = bodyOf(message, 'text/html')?.replaceAll(/<style.*?<\/style>|<[^>]+>/gs, ' ');
	const text = bodyOf(message, 'text/plain') ?? html ?? '';
	return text.replaceAll(/\s+/g, ' ').trim().slice(0, 200);
}

/** The resource MessagePart, with what stands inside of it. */
function partAnswer(part: Part, partId: string, withContent: boolean): object {
	const { mimeType, filename, headers, content, parts } = part;
	const body = { size: content.length };
	return {
		partId,
		mimeType,
		filename,
		headers: headers.map(({ name, value }) => ({ name, value: decodedWords(value) })),
		body: withContent ? { ...body, data: content.toString('base64url') } : body,
		...(withContent &&
			parts.length > 0 && {
				parts: parts.map((one, index) =>
					partAnswer(one, partId === '' ? `${index}` : `${partId}.${index}`, true),
				),
			}),
	};
}

function described(mail: Mail, { format, metadataHeaders }: z.infer<typeof read>) {
	const { id, threadId, labelIds, at, raw, message } = mail;
	const common = {
		id,
		threadId,
		labelIds,
		snippet: snippetOf(message),
		sizeEstimate: raw.length,
		historyId: String(at.getTime()),
		internalDate: String(at.getTime()),
	};
	if (format === 'minimal') return common;
	if (format === 'raw') return { ...common, raw: raw.toString('base64url') };
	const wanted = metadataHeaders?.map((name) => name.toLowerCase());
	const headers = message.headers.filter(
		({ name }) => format === 'full' || !wanted || wanted.includes(name.toLowerCase()),
	);
	return { ...common, payload: partAnswer({ ...message, headers }, '', format === 'full') };
}

/** A mail as somebody who looks at it sees it. */
function shown({ id, threadId, labelIds, at, message }: Mail) {
	const only = (header: string) => addressesIn(message, header).map(({ address }) => address);
	const [sender] = addressesIn(message, 'From');
	return {
		id,
		threadId,
		labelIds,
		at: at.toISOString(),
		from: sender?.address,
		fromName: sender?.name,
		to: only('To'),
		cc: only('Cc'),
		bcc: only('Bcc'),
		replyTo: only('Reply-To'),
		subject: headerOf(message, 'Subject') ?? '',
		text: bodyOf(message, 'text/plain') ?? '',
		html: bodyOf(message, 'text/html') ?? '',
		attachments: partsOf(message)
			.filter(isFile)
			.map((part) => ({
				filename: part.filename,
				mimeType: part.mimeType,
				size: part.content.length,
				sha256: createHash('sha256').update(part.content).digest('hex'),
				...(part.mimeType.startsWith('text/') && { text: textOf(part) }),
			})),
	};
}

const headerIn = ({ message }: Mail, name: string) => (headerOf(message, name) ?? '').toLowerCase();
const seconds = ({ at }: Mail) => at.getTime() / 1000;
/** What a mail can be searched by, the value in lower case; times in seconds. Gmail knows more. */
const SEARCHES: Record<string, (mail: Mail, value: string) => boolean> = {
	'': (mail, value) =>
		`${headerIn(mail, 'Subject')} ${snippetOf(mail.message).toLowerCase()}`.includes(value),
	from: (mail, value) => headerIn(mail, 'From').includes(value),
	to: (mail, value) => RECIPIENTS.some((name) => headerIn(mail, name).includes(value)),
	subject: (mail, value) => headerIn(mail, 'Subject').includes(value),
	after: (mail, value) => seconds(mail) > Number(value),
	before: (mail, value) => seconds(mail) < Number(value),
};

/** Reads the parameter `q` of `messages.list`: words, and such as `to:maria@example.com subject:"Your invoice"`. */
function searched(q: string): (mail: Mail) => boolean {
	const terms = [...q.matchAll(/(?:(\w+):)?(?:"([^"]*)"|(\S+))/g)].map(
		([, key = '', quoted, plain = '']) => {
			const search = SEARCHES[key];
			if (search) return (mail: Mail) => search(mail, (quoted ?? plain).toLowerCase());
			throw new GoogleRefusal(400, `The sandbox's Gmail does not know how to search by ${key}:`);
		},
	);
	return (mail) => terms.every((term) => term(mail));
}

/**
 * Gmail v1 as far as n8n's Gmail node sends, replies and reads (discovery document gmail:v1). What is sent stays here:
 * nothing reaches anybody's mailbox.
 */
export function createGmail(journal: Journal): StandIn {
	let mails: Mail[] = [];

	function find(id: string): Mail {
		if (!/^[0-9a-f]{1,16}$/.test(id)) throw new GoogleRefusal(400, 'Invalid id value');
		const mail = mails.find((known) => known.id === id);
		if (!mail) throw new GoogleRefusal(404, 'Requested entity was not found.');
		return mail;
	}

	/**
	 * The thread that the message joins. Gmail's conditions: the ID is given, the message refers to one in the thread,
	 * and the subjects match. Otherwise it begins a thread of its own.
	 */
	function threadOf(message: Part, wanted: string | undefined): string | undefined {
		if (!wanted) return undefined;
		const thread = mails.filter(({ threadId }) => threadId === wanted);
		if (thread.length === 0) throw new GoogleRefusal(404, 'Requested entity was not found.');
		const subject = (part: Part) =>
			(headerOf(part, 'Subject') ?? '').replace(/^(?:(?:re|fwd?):\s*)+/i, '');
		const referred = `${headerOf(message, 'In-Reply-To')} ${headerOf(message, 'References')}`;
		const joins = thread.some(
			(mail) =>
				subject(mail.message) === subject(message) &&
				referred.includes(headerOf(mail.message, 'Message-ID') ?? '\n'),
		);
		return joins ? wanted : undefined;
	}

	return {
		service: 'gmail',
		hosts: { 'www.googleapis.com/gmail': '/gmail' },
		routes: (app) => {
			asGoogleApi(app);
			app.addHook('preHandler', async (request) => {
				const { user = 'me' } = request.params as { user?: string };
				if (!['me', OWNER.emailAddress].includes(user)) {
					throw new GoogleRefusal(403, `Delegation denied for ${OWNER.emailAddress}`);
				}
			});
			const users = '/gmail/v1/users/:user';

			app.get(`${users}/profile`, { config: { operation: 'getProfile' } }, async () => ({
				emailAddress: OWNER.emailAddress,
				messagesTotal: mails.length,
				threadsTotal: new Set(mails.map(({ threadId }) => threadId)).size,
				historyId: '1',
			}));

			app.get(`${users}/labels`, { config: { operation: 'labels.list' } }, async () => ({
				labels: LABELS.map((id) => ({ id, name: id, type: 'system' })),
			}));

			app.get(`${users}/messages`, { config: { operation: 'messages.list' } }, async (request) => {
				const { q, labelIds, maxResults, pageToken } = checked(listing, request.query);
				const found = mails
					.filter((mail) => labelIds.every((label) => mail.labelIds.includes(label)))
					.filter(searched(q))
					.reverse();
				const page = found.slice(pageToken, pageToken + maxResults);
				const next = pageToken + page.length;
				return {
					...(page.length > 0 && { messages: page.map(({ id, threadId }) => ({ id, threadId })) }),
					...(next < found.length && { nextPageToken: String(next) }),
					resultSizeEstimate: found.length,
				};
			});

			app.get<{ Params: { id: string } }>(
				`${users}/messages/:id`,
				{ config: { operation: 'messages.get' } },
				async (request) => described(find(request.params.id), checked(read, request.query)),
			);

			app.post(
				`${users}/messages/send`,
				{ config: { operation: 'messages.send' }, bodyLimit: Math.ceil((LARGEST * 4) / 3) + 1024 },
				async (request) => {
					const { raw: given, threadId } = checked(sent, request.body);
					if (!given) {
						throw new GoogleRefusal(
							400,
							"'raw' RFC822 payload message string or uploading message via /upload/* URL required",
						);
					}
					const raw = asSentBy(bytesOf(given));
					const message = parseMessage(raw);
					checkRecipients(message);
					const id = randomBytes(8).toString('hex');
					const mail: Mail = {
						id,
						threadId: threadOf(message, threadId) ?? id,
						labelIds: ['SENT'],
						at: new Date(),
						raw,
						message,
					};
					mails.push(mail);
					journal.changed();
					return { id, threadId: mail.threadId, labelIds: mail.labelIds };
				},
			);
		},
		failure: (status) => googleFailure(status),
		holds: () => ({ account: OWNER.emailAddress, messages: mails.map(shown) }),
		reset: () => {
			mails = [];
		},
		credentials: () => [connectedCredential('gmailOAuth2', 'Gmail (sandbox)', SCOPE)],
	};
}
