/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- tests run in Node, not in n8n */
// n8n's own Gmail, Google Drive and Google Sheets nodes, in n8n-core's engine, against the stand-ins as n8n reaches them.
import type { IBinaryKeyData, IDataObject, INodeParameters } from 'n8n-workflow';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { promisify } from 'node:util';
import { z } from 'zod';
import { choicesOf, runNode, type TestCredentials } from '../engine';
import { RunningSandbox } from './running-sandbox';

// The forms of n8n's "send and wait" bring an ES module, which jest cannot load. Nothing here needs it.
jest.mock('sanitize-html', () => () => {
	throw new Error('sanitize-html is not there');
});

const INVOICES = '1SandboxFolderInvoices00000000000';
const DOCUMENTS = '1SandboxFolderCustomerDocuments00';
const INVOICE_2001 = '1SandboxFileInvoice2001AccA2041000';

const trusted = getCACertificates('default');
let sandbox: RunningSandbox;
let credentials: Record<string, TestCredentials>;

beforeAll(async () => {
	sandbox = await RunningSandbox.start();
	process.env.HTTPS_PROXY = sandbox.proxyUrl;
	process.env.NO_PROXY = '127.0.0.1,localhost';
	setDefaultCACertificates([...trusted, readFileSync(sandbox.caFile, 'utf8')]);
	const given = z
		.array(z.object({ type: z.string(), data: z.record(z.string(), z.unknown()) }))
		.parse(await sandbox.control('GET', '/credentials'));
	credentials = Object.fromEntries(
		given.map(({ type, data }) => [type, { [type]: data } as TestCredentials]),
	);
});
afterAll(async () => {
	setDefaultCACertificates(trusted);
	await sandbox.stop();
});
beforeEach(async () => void (await sandbox.control('POST', '/reset')));

async function run(
	type: string,
	typeVersion: number,
	credential: string,
	parameters: INodeParameters,
	more: { items?: IDataObject[]; binary?: IBinaryKeyData } = {},
) {
	const { outputs, error } = await runNode({
		type: `n8n-nodes-base.${type}`,
		typeVersion,
		parameters,
		credentials: credentials[credential],
		...more,
	});
	if (error) throw Object.assign(new Error(error.message), { description: error.description });
	return outputs[0];
}

const gmail = async (parameters: INodeParameters, binary?: IBinaryKeyData) =>
	await run('gmail', 2.2, 'gmailOAuth2', { authentication: 'oAuth2', ...parameters }, { binary });
const drive = async (parameters: INodeParameters, binary?: IBinaryKeyData) =>
	await run(
		'googleDrive',
		3,
		'googleDriveOAuth2Api',
		{ authentication: 'oAuth2', ...parameters },
		{ binary },
	);
const sheets = async (parameters: INodeParameters, items?: IDataObject[]) =>
	await run(
		'googleSheets',
		4.7,
		'googleSheetsOAuth2Api',
		{ authentication: 'oAuth2', ...parameters },
		{ items },
	);

const mailsSchema = z.object({
	gmail: z.object({
		messages: z.array(
			z.object({
				id: z.string(),
				threadId: z.string(),
				labelIds: z.array(z.string()),
				from: z.string(),
				fromName: z.string(),
				to: z.array(z.string()),
				cc: z.array(z.string()),
				bcc: z.array(z.string()),
				replyTo: z.array(z.string()),
				subject: z.string(),
				text: z.string(),
				html: z.string(),
				attachments: z.array(z.record(z.string(), z.unknown())),
			}),
		),
	}),
});
const filesSchema = z.object({
	drive: z.object({
		files: z.array(
			z.object({
				id: z.string(),
				name: z.string(),
				mimeType: z.string(),
				parents: z.array(z.string()),
				trashed: z.boolean(),
				size: z.number().optional(),
				sha256: z.string().optional(),
				text: z.string().optional(),
				permissions: z.array(z.object({ role: z.string(), emailAddress: z.string().optional() })),
			}),
		),
	}),
});
const mails = async () => (await sandbox.state(mailsSchema)).gmail.messages;
const files = async () => (await sandbox.state(filesSchema)).drive.files;
const fileNamed = async (name: string) => (await files()).find((file) => file.name === name);

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const binaryOf = (bytes: Buffer, fileName: string, mimeType: string): IBinaryKeyData => ({
	data: { data: bytes.toString('base64'), fileName, mimeType },
});
/** As the node's form has it when nobody chooses another. */
const MY_DRIVE = { __rl: true, mode: 'list', value: 'My Drive' };
const byId = (value: string) => ({ __rl: true, mode: 'id', value });
/** A request of our own, where n8n's nodes have none: with the account's token. */
const ask = async (method: string, path: string, body?: unknown) =>
	await sandbox.send(method, path, body, { authorization: 'Bearer ya29.sandbox' });

describe('Gmail', () => {
	const send = async (more: INodeParameters, binary?: IBinaryKeyData) =>
		await gmail(
			{
				resource: 'message',
				operation: 'send',
				sendTo: 'maria.lopez@example.com',
				subject: 'Your invoice INV-2001',
				emailType: 'text',
				message: 'Here it is.',
				options: { appendAttribution: false },
				...more,
			},
			binary,
		);

	it('keeps what the node sends, decoded: names, languages, HTML and attachments', async () => {
		const bytes = Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7) % 256));
		const binary = {
			...binaryOf(
				bytes,
				'Überweisung “März” – INV-2001, Kopie für Frau López.pdf',
				'application/pdf',
			),
			note: {
				data: Buffer.from('a;b\n1;€\n').toString('base64'),
				fileName: 'rows.csv',
				mimeType: 'text/csv',
			},
		};
		const [sent] = await send(
			{
				sendTo: 'maria.lopez@example.com, Ana López <ana@example.com>',
				subject: `Grüße: Rechnung INV-2001 über 49,00 € für den Support-Tarif, ${'sehr '.repeat(20)}lang`,
				emailType: 'html',
				message: `<p style="a=b">Größe = 3€. ${'Ein langer Satz. '.repeat(20)}</p>`,
				options: {
					appendAttribution: false,
					ccList: 'cc@example.com',
					bccList: 'bcc@example.com',
					replyTo: 'answers@example.com',
					senderName: '"Café, Billing"',
					attachmentsUi: { attachmentsBinary: [{ property: 'data,note' }] },
				},
			},
			binary,
		);
		const [mail] = await mails();
		expect(sent?.json).toEqual({ id: mail?.id, threadId: mail?.id, labelIds: ['SENT'] });
		expect(mail).toMatchObject({
			from: 'billing@example.com',
			fromName: 'Café, Billing',
			to: ['maria.lopez@example.com', 'ana@example.com'],
			cc: ['cc@example.com'],
			bcc: ['bcc@example.com'],
			replyTo: ['answers@example.com'],
			subject: `Grüße: Rechnung INV-2001 über 49,00 € für den Support-Tarif, ${'sehr '.repeat(20)}lang`,
			text: '',
			html: `<p style="a=b">Größe = 3€. ${'Ein langer Satz. '.repeat(20)}</p>`,
			attachments: [
				{
					filename: 'Überweisung “März” – INV-2001, Kopie für Frau López.pdf',
					mimeType: 'application/pdf',
					size: 5000,
					sha256: sha256(bytes),
				},
				{ filename: 'rows.csv', mimeType: 'text/csv', text: 'a;b\n1;€\n' },
			],
		});
	});

	it('sends as the account, whatever the message says', async () => {
		const raw = 'From: ceo@example.org\r\nTo: a@example.com\r\n\r\nFrom: here\r\non';
		const path = '/gmail/gmail/v1/users/me/messages/send';
		await ask('POST', path, { raw: Buffer.from(raw).toString('base64url') });
		expect(await mails()).toMatchObject([
			{ from: 'billing@example.com', text: 'From: here\r\non' },
		]);
	});

	it('puts a reply into the thread of what it answers', async () => {
		const [first] = await send({});
		const { id } = z.object({ id: z.string() }).parse(first?.json);
		const reply = { resource: 'message', operation: 'reply', messageId: id, emailType: 'text' };
		await gmail({ ...reply, message: 'And another thing.', options: {} });
		expect(await mails()).toMatchObject([
			{ id, threadId: id },
			{
				threadId: id,
				subject: 'Your invoice INV-2001',
				to: ['billing@example.com', 'maria.lopez@example.com'],
				text: 'And another thing.',
			},
		]);
	});

	it('gives back what was sent: the newest first, whole and simplified', async () => {
		await send({ subject: 'First' });
		await send({ subject: 'Second', sendTo: 'ana@example.com' });
		const many = { resource: 'message', operation: 'getAll', returnAll: true };
		const all = await gmail({ ...many, simple: true, filters: {} });
		expect(all.map(({ json }) => [json.Subject, json.To])).toEqual([
			['Second', 'ana@example.com'],
			['First', 'maria.lopez@example.com'],
		]);
		const found = await gmail({
			...many,
			simple: false,
			filters: { q: 'to:maria.lopez subject:first' },
		});
		expect(found.map(({ json }) => json)).toMatchObject([
			{ subject: 'First', text: 'Here it is.\n' },
		]);
	});

	it('asks for a decision by mail, with links back to n8n', async () => {
		const waiting = gmail({
			resource: 'message',
			operation: 'sendAndWait',
			sendTo: 'finance.lead@example.com',
			subject: 'Approve the payout',
			message: 'Approve 0.01 BTC?',
			approvalOptions: { values: { approvalType: 'double' } },
			options: {},
		});
		await expect(waiting).rejects.toThrow('The execution ended waiting');
		const [mail] = await mails();
		expect(mail).toMatchObject({ to: ['finance.lead@example.com'], subject: 'Approve the payout' });
		const links = [...(mail?.html ?? '').matchAll(/href="([^"]*webhook-waiting[^"]*)"/g)];
		expect(links.map(([, href]) => /approved=(\w+)/.exec(href)?.[1]).sort()).toEqual([
			'false',
			'true',
		]);
	});

	it('reports what Gmail refuses by the node, in words', async () => {
		await expect(send({ sendTo: 'human@f' })).rejects.toMatchObject({
			description: 'Invalid To header',
		});
		expect(await mails()).toEqual([]);
	});

	const mime = (text: string) => ({ raw: Buffer.from(text).toString('base64url') });
	it.each([
		['nobody to send it to', mime('Subject: x\r\n\r\nx'), 400, 'Recipient address required'],
		['an address that is none', mime('To: a@example.com, b\r\n\r\nx'), 400, 'Invalid To header'],
		['a copy to nowhere', mime('To: a@example.com\r\nCc: @x\r\n\r\n'), 400, 'Invalid Cc header'],
		['no message', {}, 400, "'raw' RFC822 payload message string or uploading message"],
		['a message that is not base64', { raw: 'To: a@example.com' }, 400, 'Base64 decoding failed'],
		['a field that Gmail does not have', { ...mime(''), to: 'x' }, 400, 'Unknown name "to"'],
		[
			'a thread that is not there',
			{ ...mime('To: a@example.com\r\n\r\n'), threadId: 'abc' },
			404,
			'Requested entity was not found.',
		],
	])('refuses %s', async (_what, body, status, message) => {
		const answer = await ask('POST', '/gmail/gmail/v1/users/me/messages/send', body);
		expect(answer.status).toBe(status);
		const reason = status === 404 ? 'notFound' : 'invalidArgument';
		expect(answer.json).toMatchObject({
			error: {
				code: status,
				message: expect.stringContaining(message) as string,
				errors: [{ domain: 'global', reason }],
				status: status === 404 ? 'NOT_FOUND' : 'INVALID_ARGUMENT',
			},
		});
		expect(await mails()).toEqual([]);
	});

	it('refuses a stranger and another account', async () => {
		const stranger = await sandbox.send('GET', '/gmail/gmail/v1/users/me/profile', undefined, {
			authorization: 'Bearer ya29.other',
		});
		expect(stranger.status).toBe(401);
		expect(stranger.json).toMatchObject({
			error: { errors: [{ reason: 'authError' }], status: 'UNAUTHENTICATED' },
		});
		expect((await ask('GET', '/gmail/gmail/v1/users/x@example.com/profile')).status).toBe(403);
	});

	it('fails when it is asked to, before or after it has sent', async () => {
		const operation = 'messages.send';
		await sandbox.control('POST', '/faults', { service: 'gmail', operation, fault: 'status_503' });
		await expect(send({})).rejects.toThrow();
		expect(await mails()).toEqual([]);
		const fault = 'status_503_after';
		await sandbox.control('POST', '/faults', { service: 'gmail', operation, fault });
		await expect(send({})).rejects.toThrow();
		expect(await mails()).toHaveLength(1);
	});
});

describe('Google Drive', () => {
	const file = async (operation: string, parameters: INodeParameters, binary?: IBinaryKeyData) =>
		await drive({ resource: 'file', operation, ...parameters }, binary);
	const search = async (queryString: string, more: INodeParameters = {}) =>
		(
			await drive({
				resource: 'fileFolder',
				operation: 'search',
				searchMethod: 'query',
				queryString,
				returnAll: true,
				filter: {},
				options: {},
				...more,
			})
		).map(({ json }) => json.name);

	it('finds files by the beginnings of their words, in a folder, of a kind', async () => {
		const invoice = ['INV-2001 ACC-2041.pdf'];
		const byName = { searchMethod: 'name', filter: { folderId: byId(INVOICES) } };
		expect(await search('inv-2001', byName)).toEqual(invoice);
		expect(await search('inv-20', { searchMethod: 'name', filter: {} })).toEqual([
			...invoice,
			'INV-2002 ACC-1187.pdf',
			'Receipt INV-2001 ACC-2041.pdf',
		]);
		expect(await search('V-2001', byName)).toEqual([]);
		expect(await search(`name = 'INV-2001 ACC-2041.pdf'`)).toEqual(invoice);
		expect(await search(`'${DOCUMENTS}' in parents and not name contains 'receipt'`)).toEqual([
			'Statement 2026-10 ACC-2041.pdf',
		]);
		expect(await search(`fullText contains '420.00'`)).toEqual(['INV-2002 ACC-1187.pdf']);
		expect(
			await search(`(name contains 'receipt' or name contains 'statement') and trashed = false`),
		).toEqual(['Receipt INV-2001 ACC-2041.pdf', 'Statement 2026-10 ACC-2041.pdf']);
		expect(await search('', { filter: { whatToSearch: 'folders' } })).toEqual([
			'Invoices',
			'Customer documents',
		]);
		expect(await search(`modifiedTime > '2100-01-01T00:00:00'`)).toEqual([]);
	});

	it('gives lists page by page, in the order and with the fields that are asked for', async () => {
		const query = 'orderBy=name_natural desc&pageSize=2&fields=nextPageToken,files(name)';
		const names: string[] = [];
		let pageToken = '';
		do {
			const { json } = await ask('GET', encodeURI(`/drive/drive/v3/files?${query}${pageToken}`));
			const page = z
				.strictObject({
					nextPageToken: z.string().optional(),
					files: z.array(z.strictObject({ name: z.string() })).max(2),
				})
				.parse(json);
			names.push(...page.files.map(({ name }) => name));
			pageToken = page.nextPageToken ? `&pageToken=${page.nextPageToken}` : '';
		} while (pageToken);
		expect(names).toEqual(
			(await files())
				.map(({ name }) => name)
				.sort()
				.reverse(),
		);
		expect((await ask('GET', `/drive/drive/v3/files/${INVOICES}`)).json).toEqual({
			kind: 'drive#file',
			id: INVOICES,
			name: 'Invoices',
			mimeType: 'application/vnd.google-apps.folder',
		});
	});

	it('offers its folders and files in the node’s lists', async () => {
		const node = {
			type: 'n8n-nodes-base.googleDrive',
			typeVersion: 3,
			parameters: { authentication: 'oAuth2', driveId: MY_DRIVE },
			credentials: credentials.googleDriveOAuth2Api,
		};
		expect(await choicesOf(node, 'folderSearch')).toMatchObject([
			{ name: 'Customer documents', value: DOCUMENTS },
			{ name: 'Invoices', value: INVOICES },
		]);
		expect(await choicesOf(node, 'fileSearch', 'receipt')).toHaveLength(1);
		expect(await choicesOf(node, 'driveSearch')).toEqual([]);
	});

	it('gives a PDF that is one', async () => {
		const [item] = await file('download', { fileId: byId(INVOICE_2001), options: {} });
		const { data, fileName, mimeType } = item?.binary?.data ?? {};
		const bytes = Buffer.from(data ?? '', 'base64');
		expect({ fileName, mimeType }).toEqual({
			fileName: 'INV-2001 ACC-2041.pdf',
			mimeType: 'application/pdf',
		});
		expect(sha256(bytes)).toBe((await fileNamed('INV-2001 ACC-2041.pdf'))?.sha256);
		const text = bytes.toString('latin1');
		expect(text).toMatch(/^%PDF-1\.4\n[^]*\(Total 49\.00 USD\)[^]*%%EOF\n$/);
		// Every entry of the table of objects points at its object.
		const table = Number(/startxref\n(\d+)/.exec(text)?.[1]);
		const entries = [...text.slice(table).matchAll(/^(\d{10}) 00000 n $/gm)];
		expect(entries).toHaveLength(5);
		entries.forEach(([, offset], index) =>
			expect(text.slice(Number(offset))).toMatch(new RegExp(`^${index + 1} 0 obj\n`)),
		);
	});

	it('takes in a file, in its folder and under its name, byte for byte', async () => {
		const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, index) => (index * 31) % 256));
		const [item] = await file(
			'upload',
			{
				inputDataFieldName: 'data',
				name: 'INV-3001 “Über”.pdf',
				driveId: MY_DRIVE,
				folderId: byId(INVOICES),
				options: { propertiesUi: { propertyValues: [{ key: 'callId', value: 'call_1' }] } },
			},
			binaryOf(bytes, 'original.pdf', 'application/pdf'),
		);
		expect(await fileNamed('INV-3001 “Über”.pdf')).toMatchObject({
			id: item?.json.id,
			mimeType: 'application/pdf',
			parents: [INVOICES],
			size: 70_000,
			sha256: sha256(bytes),
		});
		expect(item?.json).toMatchObject({
			kind: 'drive#file',
			originalFilename: 'original.pdf',
			properties: { callId: 'call_1' },
			webViewLink: `https://drive.google.com/file/d/${String(item?.json.id)}/view?usp=drivesdk`,
			sha256Checksum: sha256(bytes),
			size: '70000',
		});
	});

	it('takes in a file piece by piece, as n8n sends what it has on disk', async () => {
		const bytes = Buffer.alloc(3 * 1024 * 1024, 'piece');
		const begun = await fetch(`${sandbox.url}/drive/upload/drive/v3/files?uploadType=resumable`, {
			method: 'POST',
			headers: {
				authorization: 'Bearer ya29.sandbox',
				'content-type': 'application/json',
				'x-upload-content-type': 'application/pdf',
			},
			body: JSON.stringify({ name: 'large.pdf', parents: [INVOICES] }),
		});
		const address = begun.headers.get('location') ?? '';
		expect(address).toMatch(/^https:\/\/www\.googleapis\.com\/upload\/drive\/v3\/files\?/);
		const put = async (from: number, to: number, named = from) =>
			await fetch(address.replace('https://www.googleapis.com', `${sandbox.url}/drive`), {
				method: 'PUT',
				headers: { 'content-range': `bytes ${named}-${named + to - from - 1}/${bytes.length}` },
				body: bytes.subarray(from, to),
			});
		const half = 2 * 1024 * 1024;
		const first = await put(0, half);
		expect([first.status, first.headers.get('range')]).toEqual([308, `bytes=0-${half - 1}`]);
		expect(await fileNamed('large.pdf')).toBeUndefined();
		expect((await put(half, bytes.length, half + 1)).status).toBe(400);
		const last = await put(half, bytes.length);
		expect(last.status).toBe(200);
		const made = await fileNamed('large.pdf');
		expect(await last.json()).toMatchObject({ id: made?.id, name: 'large.pdf' });
		expect(made).toMatchObject({ mimeType: 'application/pdf', sha256: sha256(bytes) });
		expect((await put(0, 1)).status).toBe(404);
	});

	it('makes folders and texts, copies, moves, renames, shares and throws away', async () => {
		const place = { driveId: MY_DRIVE, folderId: byId('root') };
		const [folder] = await drive({
			resource: 'folder',
			operation: 'create',
			name: '2026',
			driveId: MY_DRIVE,
			folderId: byId(INVOICES),
			options: {},
		});
		const folderId = String(folder?.json.id);
		expect(await fileNamed('2026')).toMatchObject({ id: folderId, parents: [INVOICES] });

		const note = { name: 'note.txt', content: 'Sent. Grüße', options: {}, ...place };
		const [made] = await file('createFromText', note);
		const noteId = byId(String(made?.json.id));
		expect(await fileNamed('note.txt')).toMatchObject({
			mimeType: 'text/plain',
			text: 'Sent. Grüße',
		});

		await file('move', { fileId: noteId, driveId: MY_DRIVE, folderId: byId(folderId) });
		expect(await fileNamed('note.txt')).toMatchObject({ parents: [folderId] });

		const copied = { fileId: byId(INVOICE_2001), sameFolder: false, options: {} };
		await file('copy', { ...copied, name: 'copy.pdf', ...place, folderId: byId(folderId) });
		const original = await fileNamed('INV-2001 ACC-2041.pdf');
		expect(await fileNamed('copy.pdf')).toMatchObject({
			parents: [folderId],
			sha256: original?.sha256,
		});

		const revised = binaryOf(Buffer.from('Sent twice.'), 'note.txt', 'text/plain');
		const update = { changeFileContent: true, inputDataFieldName: 'data', options: {} };
		await file('update', { fileId: noteId, newUpdatedFileName: 'log.txt', ...update }, revised);
		expect(await fileNamed('log.txt')).toMatchObject({ text: 'Sent twice.', parents: [folderId] });

		const reader = { role: 'reader', type: 'user', emailAddress: 'ana@example.com' };
		await file('share', {
			fileId: noteId,
			permissionsUi: { permissionsValues: reader },
			options: {},
		});
		expect((await fileNamed('log.txt'))?.permissions).toMatchObject([
			{ role: 'owner', emailAddress: 'billing@example.com' },
			{ role: 'reader', emailAddress: 'ana@example.com' },
		]);

		await drive({
			resource: 'folder',
			operation: 'deleteFolder',
			folderNoRootId: byId(folderId),
			options: {},
		});
		expect(await fileNamed('log.txt')).toMatchObject({ trashed: true });
		expect(
			await search('log', { searchMethod: 'name', filter: { whatToSearch: 'files' } }),
		).toEqual([]);
		await file('deleteFile', { fileId: noteId, options: { deletePermanently: true } });
		expect(await fileNamed('log.txt')).toBeUndefined();
	});

	it('has spreadsheets among its files', async () => {
		const id = '1SandboxFinanceExceptions0000000000000000000';
		const fileId = byId(id);
		await file('update', {
			fileId,
			newUpdatedFileName: 'Ledger',
			changeFileContent: false,
			options: {},
		});
		await file('move', { fileId, driveId: MY_DRIVE, folderId: byId(DOCUMENTS) });
		expect(await fileNamed('Ledger')).toMatchObject({ id, parents: [DOCUMENTS] });
		const spreadsheet = await ask('GET', `/sheets/v4/spreadsheets/${id}?fields=properties.title`);
		expect(spreadsheet.json).toEqual({ properties: { title: 'Ledger' } });
	});

	it.each([
		['GET', '/files/nothing', undefined, 404, 'notFound', 'File not found: nothing.'],
		[
			'GET',
			`/files?q='nowhere' in parents`,
			undefined,
			404,
			'notFound',
			'File not found: nowhere.',
		],
		['GET', `/files?q=name like 'x'`, undefined, 400, 'invalid', 'Invalid Value'],
		['GET', `/files?q=name contains 'x`, undefined, 400, 'invalid', 'Invalid Value'],
		['GET', `/files?q=name contains 'x' and`, undefined, 400, 'invalid', 'Invalid Value'],
		['GET', '/files?orderBy=colour', undefined, 400, 'invalid', 'Invalid Value'],
		[
			'GET',
			'/files?fields=files(id',
			undefined,
			400,
			'invalidParameter',
			'Invalid field selection',
		],
		['GET', `/files/${INVOICES}?alt=media`, undefined, 403, 'fileNotDownloadable', 'Only files'],
		['POST', '/files', { parents: ['nowhere'] }, 404, 'notFound', 'File not found: nowhere.'],
		['POST', '/files', { parents: [INVOICE_2001] }, 403, 'parentNotAFolder', 'not a folder'],
		[
			'PATCH',
			`/files/${INVOICE_2001}?addParents=${DOCUMENTS}`,
			{},
			403,
			'cannotAddParent',
			'Increasing the number of parents',
		],
		['PATCH', `/files/${INVOICE_2001}`, { parents: [] }, 403, 'fieldNotWritable', 'parents field'],
		[
			'POST',
			`/files/${INVOICE_2001}/permissions`,
			{ role: 'reader', type: 'user' },
			400,
			'invalidSharingRequest',
			'emailAddress',
		],
	])('refuses %s %s %j with %i', async (method, path, body, status, reason, message) => {
		const before = await files();
		const answer = await ask(method, encodeURI(`/drive/drive/v3${path}`), body);
		expect(answer.status).toBe(status);
		expect(answer.json).toMatchObject({
			error: {
				code: status,
				message: expect.stringContaining(message) as string,
				errors: [{ reason }],
			},
		});
		expect(await files()).toEqual(before);
	});

	it('names the operations that can be made to fail', async () => {
		const { operations } = z
			.object({ operations: z.record(z.string(), z.array(z.string())) })
			.parse(await sandbox.control('GET', '/faults'));
		expect(operations.gmail).toEqual([
			'getProfile',
			'labels.list',
			'messages.list',
			'messages.get',
			'messages.send',
		]);
		expect(operations.drive).toEqual([
			'files.list',
			'files.create',
			'files.get',
			'files.update',
			'files.delete',
			'files.copy',
			'permissions.create',
			'upload',
			'drives.list',
		]);
	});
});

describe('Google Sheets', () => {
	const inTab = (documentId: string, sheetName: string) => ({
		resource: 'sheet',
		documentId: byId(documentId),
		sheetName: { __rl: true, mode: 'name', value: sheetName },
	});
	const tabsOf = async (id: string) => {
		const { sheets } = await sandbox.state(
			z.object({
				sheets: z.object({
					spreadsheets: z.array(
						z.object({
							id: z.string(),
							tabs: z.array(
								z.object({ title: z.string(), hidden: z.boolean(), rows: z.array(z.unknown()) }),
							),
						}),
					),
				}),
			}),
		);
		return sheets.spreadsheets.find((known) => known.id === id)?.tabs;
	};

	it('lets the node set up a spreadsheet and work through its rows', async () => {
		const [made] = await sheets({
			resource: 'spreadsheet',
			operation: 'create',
			title: 'Ledger',
			sheetsUi: { sheetValues: [{ title: 'Exceptions' }, { title: 'Audit log', hidden: true }] },
			options: {},
		});
		const id = z.string().parse(made?.json.spreadsheetId);
		await sheets({
			resource: 'sheet',
			operation: 'create',
			documentId: byId(id),
			title: 'First',
			options: { index: 0, tabColor: 'ff0000' },
		});
		expect(await tabsOf(id)).toMatchObject([
			{ title: 'First', hidden: false },
			{ title: 'Exceptions' },
			{ title: 'Audit log', hidden: true },
		]);

		const tab = inTab(id, 'Audit log');
		const auto = { mappingMode: 'autoMapInputData', value: null, matchingColumns: [], schema: [] };
		await sheets(
			{
				...tab,
				operation: 'append',
				columns: auto,
				options: { cellFormat: 'RAW', useAppend: true },
			},
			[
				{ call: 'call_1', state: 'open', note: '=1+1' },
				{ call: 'call_2', state: 'open', note: '' },
			],
		);
		const byCall = { ...auto, matchingColumns: ['call'] };
		const raw = { options: { cellFormat: 'RAW' } };
		await sheets({ ...tab, operation: 'update', columns: byCall, ...raw }, [
			{ call: 'call_2', state: 'approved' },
		]);
		await sheets({ ...tab, operation: 'appendOrUpdate', columns: byCall, ...raw }, [
			{ call: 'call_1', state: 'rejected', reviewer: 'finance.lead@example.com' },
			{ call: 'call_3', state: 'approved' },
		]);
		const approved = await sheets({
			...tab,
			operation: 'read',
			filtersUI: { values: [{ lookupColumn: 'state', lookupValue: 'approved' }] },
			combineFilters: 'AND',
			options: {},
		});
		expect(approved.map(({ json }) => [json.row_number, json.call])).toEqual([
			[3, 'call_2'],
			[4, 'call_3'],
		]);
		const byRow = { ...auto, matchingColumns: ['row_number'] };
		await sheets({ ...tab, operation: 'update', columns: byRow, ...raw }, [
			{ row_number: 3, state: 'done' },
		]);
		expect((await tabsOf(id))?.[2]?.rows).toEqual([
			['call', 'state', 'note', 'reviewer'],
			['call_1', 'rejected', '=1+1', 'finance.lead@example.com'],
			['call_2', 'done', ''],
			['call_3', 'approved', '', ''],
		]);
	});

	it('offers spreadsheets and tabs in the node’s lists', async () => {
		const id = '1SandboxFinanceExceptions0000000000000000000';
		const node = {
			type: 'n8n-nodes-base.googleSheets',
			typeVersion: 4.7,
			parameters: { authentication: 'oAuth2', documentId: byId(id) },
			credentials: credentials.googleSheetsOAuth2Api,
		};
		const found = [{ name: 'Finance exceptions', value: id }];
		expect(await choicesOf(node, 'spreadSheetsSearch', 'finance')).toMatchObject(found);
		expect(await choicesOf(node, 'spreadSheetsSearch', 'INV-2001')).toEqual([]);
		expect(await choicesOf(node, 'sheetsSearch')).toMatchObject([
			{ name: 'Exceptions', value: 'gid=0' },
			{ name: 'Log', value: 1001 },
		]);
	});

	it('carries out all changes of a request or none', async () => {
		const id = '1SandboxFinanceExceptions0000000000000000000';
		const before = await tabsOf(id);
		const requests = [
			{ addSheet: { properties: { title: 'New' } } },
			{ deleteSheet: { sheetId: 77 } },
		];
		const answer = await ask('POST', `/sheets/v4/spreadsheets/${id}:batchUpdate`, { requests });
		expect(answer.status).toBe(400);
		const values = [
			{ range: 'Log!A1', values: [['x']] },
			{ range: 'Log!A1001', values: [['beyond']] },
		];
		const batch = { valueInputOption: 'RAW', data: values };
		const written = await ask('POST', `/sheets/v4/spreadsheets/${id}/values:batchUpdate`, batch);
		expect(written.status).toBe(400);
		expect(await tabsOf(id)).toEqual(before);
	});

	it('keeps every row of those who append at the same time', async () => {
		const tab = inTab('1SandboxFinanceExceptions0000000000000000000', 'Log');
		const columns = {
			mappingMode: 'autoMapInputData',
			value: null,
			matchingColumns: [],
			schema: [],
		};
		const add = async (call: string, useAppend: boolean) =>
			await sheets(
				{ ...tab, operation: 'append', columns, options: { cellFormat: 'RAW', useAppend } },
				[{ call }],
			);
		await add('head', true);
		const calls = Array.from({ length: 5 }, (_, index) => `call_${index}`);
		await Promise.all(calls.map(async (call) => await add(call, true)));
		const rows = (await tabsOf('1SandboxFinanceExceptions0000000000000000000'))?.[1]?.rows;
		expect(rows).toHaveLength(7);
	});
});

it('counts a mail that names the call among what became of it, on the desk', async () => {
	const raw = Buffer.from('To: maria.lopez@example.com\r\nSubject: call_mailed\r\n\r\nx');
	await ask('POST', '/gmail/gmail/v1/users/me/messages/send', { raw: raw.toString('base64url') });
	const [mail] = await mails();
	const code = `import { outcomesOf } from ${JSON.stringify(join(__dirname, '../../sandbox/desk/outcome.js'))};
		const state = await (await fetch('${sandbox.url}/_sandbox/state')).json();
		console.log(JSON.stringify(outcomesOf('call_mailed', state)));`;
	const node = join(__dirname, '../../node_modules/node/bin/node');
	const { stdout } = await promisify(execFile)(node, ['--input-type=module', '-e', code]);
	expect(JSON.parse(stdout)).toEqual([
		{ tone: 'good', text: 'Mail to maria.lopez@example.com', href: `#mail-${mail?.id}` },
	]);
});
