import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Journal } from '../requests.mts';
import type { StandIn } from '../stand-in.mts';
import { asGoogleApi, connectedCredential } from './account.mts';
import { described, type DriveFile, Files, FOLDER, sha256Of } from './files.mts';
import { parseQuery } from './file-query.mts';
import { parseMultipart, textOf } from './mime.mts';
import { checked, googleFailure, GoogleRefusal } from './refusal.mts';
import type { Spreadsheet } from './spreadsheet.mts';

const SCOPE =
	'https://www.googleapis.com/auth/drive https://www.googleapis.com/auth/drive.appdata https://www.googleapis.com/auth/drive.photos.readonly';
const API = '/drive/v3';
const UPLOAD = '/upload/drive/v3/files';
/** The most that one request may bring here; Drive itself takes terabytes. */
const bodyLimit = 64 * 1024 * 1024;
/** What Drive gives of a file when nobody says which `fields`. */
const BY_DEFAULT = ['kind', 'id', 'name', 'mimeType'];

const labels = z.record(z.string(), z.string());
/** What can be written of the resource File (discovery document drive:v3), as far as n8n's node does. */
const metadata = z
	.strictObject({
		name: z.string(),
		mimeType: z.string(),
		parents: z.array(z.string()),
		description: z.string(),
		originalFilename: z.string(),
		folderColorRgb: z.string(),
		copyRequiresWriterPermission: z.boolean(),
		starred: z.boolean(),
		trashed: z.boolean(),
		properties: labels,
		appProperties: labels,
	})
	.partial();
const listing = z.object({
	q: z.string().default(''),
	orderBy: z.string().default(''),
	pageSize: z.coerce.number().int().min(1).max(1000).default(100),
	pageToken: z
		.string()
		.regex(/^!\d+$/)
		.default('!0'),
});
const placing = z.object({
	addParents: z.string().default(''),
	removeParents: z.string().default(''),
});
const permission = z
	.strictObject({
		role: z.enum(['owner', 'organizer', 'fileOrganizer', 'writer', 'commenter', 'reader']),
		type: z.enum(['user', 'group', 'domain', 'anyone']),
		emailAddress: z.email().optional(),
		domain: z.string().optional(),
	})
	.refine(({ type, emailAddress }) => !['user', 'group'].includes(type) || emailAddress, {
		message:
			'The specified emailAddress is invalid or not applicable for the given permission type.',
	})
	.refine(({ type, domain }) => type !== 'domain' || domain, {
		message: 'The specified domain is invalid or not applicable for the given permission type.',
	});

/** A file that comes in pieces: how the upload was begun, and what has come. */
interface UploadSession {
	/** The file whose content is replaced; undefined when a new one is made. */
	file: DriveFile | undefined;
	given: z.infer<typeof metadata>;
	mimeType: string | undefined;
	pieces: Buffer[];
}

function parsedJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw new GoogleRefusal(400, 'Parse Error', { reason: 'parseError' });
	}
}

const commaSeparated = (value: string) => value.split(',').filter((entry) => entry !== '');

const modified = ({ modifiedTime }: DriveFile) => modifiedTime.getTime();
/** What lists can be sorted by; the account is alone, so whatever was done, it did. */
const SORTED_BY: Record<string, (file: DriveFile) => string | number> = {
	name: ({ name }) => name,
	name_natural: ({ name }) => name,
	folder: ({ mimeType }) => (mimeType === FOLDER ? 0 : 1),
	createdTime: ({ createdTime }) => createdTime.getTime(),
	modifiedTime: modified,
	modifiedByMeTime: modified,
	viewedByMeTime: modified,
	recency: modified,
	sharedWithMeTime: () => 0,
	starred: ({ starred }) => (starred ? 0 : 1),
	quotaBytesUsed: ({ content }) => content?.length ?? 0,
};

/** The order that `orderBy` asks for, such as `folder,modifiedTime desc`. */
function ordered(files: DriveFile[], orderBy: string): DriveFile[] {
	const natural = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
	const keys = commaSeparated(orderBy).map((key) => {
		const [name = '', direction] = key.trim().split(' ');
		const by = SORTED_BY[name];
		if (!by || (direction !== undefined && direction !== 'desc')) {
			throw new GoogleRefusal(400, 'Invalid Value', { reason: 'invalid', location: 'orderBy' });
		}
		return (one: DriveFile, other: DriveFile) => {
			const [a, b] = [by(one), by(other)];
			const order = typeof a === 'number' ? a - Number(b) : natural.compare(a, String(b));
			return direction ? -order : order;
		};
	});
	return files.toSorted((one, other) => keys.reduce((order, key) => order || key(one, other), 0));
}

/** Google Drive v3, as far as n8n's Google Drive and Google Sheets nodes use it; everything is the one account's. */
export function createDrive(journal: Journal, spreadsheets: () => Spreadsheet[]): StandIn {
	const files = new Files(spreadsheets);
	let uploads = new Map<string, UploadSession>();

	type ById = { Params: { id: string } };

	function answer(file: DriveFile, { query }: FastifyRequest): object {
		const all = described(file, files.isTrashed(file));
		if ((query as { fields?: string }).fields) return all;
		return Object.fromEntries(Object.entries(all).filter(([name]) => BY_DEFAULT.includes(name)));
	}

	/** A new file, or `file` with what is new about it. */
	function save(
		file: DriveFile | undefined,
		{ parents, ...given }: z.infer<typeof metadata>,
		content: Buffer | null,
		mimeType: string | undefined,
	): DriveFile {
		const kind = given.mimeType ?? mimeType;
		const written = { ...given, ...(kind && { mimeType: kind }), ...(content && { content }) };
		if (file) files.update(file, written, [], []);
		const saved = file ?? files.create({ ...written, ...(parents && { parents }) });
		journal.changed();
		return saved;
	}

	/** Takes in a file: at once (`media`), with its metadata (`multipart`), or only its announcement (`resumable`). */
	async function upload(request: FastifyRequest, reply: FastifyReply, file?: DriveFile) {
		const { uploadType } = checked(
			z.object({ uploadType: z.enum(['media', 'multipart', 'resumable']) }),
			request.query,
		);
		const { bytes = Buffer.alloc(0), headers } = request;
		const contentType = headers['content-type'] ?? '';
		if (uploadType === 'media') return answer(save(file, {}, bytes, contentType), request);
		if (uploadType === 'multipart') {
			const [described, media, ...more] = parseMultipart(contentType, bytes);
			if (!described || !media || more.length > 0) {
				throw new GoogleRefusal(400, 'Malformed multipart body.', { reason: 'badContent' });
			}
			const given = checked(metadata, parsedJson(textOf(described)));
			return answer(save(file, given, media.content, media.mimeType), request);
		}
		const id = randomBytes(24).toString('base64url');
		const mimeType = headers['x-upload-content-type']?.toString();
		uploads.set(id, { file, given: checked(metadata, request.body), mimeType, pieces: [] });
		const path = request.url.replace(/^\/drive/, '').replace(/\?.*/, '');
		return await reply
			.header('location', `https://www.googleapis.com${path}?uploadType=resumable&upload_id=${id}`)
			.send('');
	}

	/** Takes in the next piece of a resumable upload: 308 as long as there is more to come. */
	async function proceed(request: FastifyRequest, reply: FastifyReply) {
		const { upload_id: id = '' } = request.query as { upload_id?: string };
		const session = uploads.get(id);
		if (!session) throw new GoogleRefusal(404, 'Upload not found.');
		const { pieces } = session;
		const { bytes = Buffer.alloc(0) } = request;
		const received = pieces.reduce((sum, piece) => sum + piece.length, 0);
		const [, from, to, total] =
			/^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(request.headers['content-range'] ?? '') ?? [];
		const whole = from === undefined && received === 0;
		if (!whole && (Number(from) !== received || Number(to) - Number(from) + 1 !== bytes.length)) {
			throw new GoogleRefusal(400, 'Failed to parse Content-Range header.');
		}
		pieces.push(bytes);
		if (!whole && Number(total) !== received + bytes.length) {
			return await reply
				.code(308)
				.header('range', `bytes=0-${received + bytes.length - 1}`)
				.send('');
		}
		uploads.delete(id);
		const { file, given, mimeType } = session;
		return answer(save(file, given, Buffer.concat(pieces), mimeType), request);
	}

	function fileRoutes(app: FastifyInstance) {
		app.get(`${API}/files`, { config: { operation: 'files.list' } }, async (request) => {
			const { q, orderBy, pageSize, pageToken } = checked(listing, request.query);
			const matches = q.trim() === '' ? () => true : parseQuery(q, files);
			const found = ordered(files.all().filter(matches), orderBy);
			const start = Number(pageToken.slice(1));
			const end = start + pageSize;
			return {
				kind: 'drive#fileList',
				incompleteSearch: false,
				...(end < found.length && { nextPageToken: `!${end}` }),
				files: found.slice(start, end).map((file) => answer(file, request)),
			};
		});

		app.post(`${API}/files`, { config: { operation: 'files.create' } }, async (request) =>
			answer(save(undefined, checked(metadata, request.body), null, undefined), request),
		);

		app.get<ById>(
			`${API}/files/:id`,
			{ config: { operation: 'files.get' } },
			async (request, reply) => {
				const file = files.find(request.params.id);
				if ((request.query as { alt?: string }).alt !== 'media') return answer(file, request);
				if (!file.content) {
					throw new GoogleRefusal(
						403,
						'Only files with binary content can be downloaded. Use Export with Docs Editors files.',
						{ reason: 'fileNotDownloadable', location: 'alt' },
					);
				}
				return await reply.type(file.mimeType).send(file.content);
			},
		);

		app.patch<ById>(
			`${API}/files/:id`,
			{ config: { operation: 'files.update' } },
			async (request) => {
				const file = files.find(request.params.id);
				const { parents, ...given } = checked(metadata, request.body);
				if (parents) {
					throw new GoogleRefusal(
						403,
						'The parents field is not directly writable in update requests. Use the addParents and removeParents parameters instead.',
						{ reason: 'fieldNotWritable' },
					);
				}
				const { addParents, removeParents } = checked(placing, request.query);
				files.update(file, given, commaSeparated(addParents), commaSeparated(removeParents));
				journal.changed();
				return answer(file, request);
			},
		);

		app.delete<ById>(
			`${API}/files/:id`,
			{ config: { operation: 'files.delete' } },
			async (request, reply) => {
				files.delete(files.find(request.params.id));
				journal.changed();
				return await reply.code(204).send();
			},
		);

		app.post<ById>(
			`${API}/files/:id/copy`,
			{ config: { operation: 'files.copy' } },
			async (request) => {
				const { mimeType, content, parents, name } = files.find(request.params.id);
				const given = checked(metadata, request.body);
				if (!content) {
					throw new GoogleRefusal(403, 'This file cannot be copied by the user.', {
						reason: 'cannotCopyFile',
					});
				}
				const placed = given.parents?.length ? given.parents : parents;
				const copy = { ...given, name: given.name ?? `Copy of ${name}`, parents: placed };
				return answer(save(undefined, copy, content, mimeType), request);
			},
		);

		app.post<ById>(
			`${API}/files/:id/permissions`,
			{ config: { operation: 'permissions.create' } },
			async (request) => {
				const file = files.find(request.params.id);
				const read = permission.safeParse(request.body ?? {});
				if (!read.success) {
					const [issue] = read.error.issues;
					throw new GoogleRefusal(400, issue?.message ?? '', { reason: 'invalidSharingRequest' });
				}
				const id =
					read.data.type === 'anyone' ? 'anyoneWithLink' : String(Date.now()).padEnd(20, '0');
				file.permissions.push({ id, ...read.data });
				journal.changed();
				return { kind: 'drive#permission', id, type: read.data.type, role: read.data.role };
			},
		);
	}

	function routes(app: FastifyInstance) {
		asGoogleApi(app);
		fileRoutes(app);

		const takesFiles = { bodyLimit, config: { operation: 'files.create' } };
		app.post(UPLOAD, takesFiles, async (request, reply) => await upload(request, reply));
		app.patch<ById>(
			`${UPLOAD}/:id`,
			{ bodyLimit, config: { operation: 'files.update' } },
			async (request, reply) => await upload(request, reply, files.find(request.params.id)),
		);
		for (const path of [UPLOAD, `${UPLOAD}/:id`]) {
			// The address itself, which only the one that began the upload knows, is the permission.
			app.put(path, { bodyLimit, config: { operation: 'upload', open: true } }, proceed);
		}

		app.get(`${API}/drives`, { config: { operation: 'drives.list' } }, async () => ({
			kind: 'drive#driveList',
			drives: [],
		}));
	}

	return {
		service: 'drive',
		hosts: { 'www.googleapis.com': '/drive' },
		routes,
		failure: (status) => googleFailure(status),
		holds: () => ({
			files: files.all().map((file) => {
				const { id, name, mimeType, parents, content, permissions, createdTime } = file;
				return {
					id,
					name,
					mimeType,
					parents,
					trashed: files.isTrashed(file),
					createdTime,
					permissions,
					...(content && { size: content.length, sha256: sha256Of(content) }),
					...(content && mimeType.startsWith('text/') && { text: content.toString('utf8') }),
				};
			}),
		}),
		reset: () => {
			files.reset();
			uploads = new Map();
		},
		credentials: () => [
			connectedCredential('googleDriveOAuth2Api', 'Google Drive (sandbox)', SCOPE),
		],
	};
}
