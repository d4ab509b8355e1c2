import { createHash, randomBytes } from 'node:crypto';
import { OWNER } from './account.mts';
import { pdfOf } from './pdf.mts';
import { GoogleRefusal } from './refusal.mts';
import type { Spreadsheet } from './spreadsheet.mts';

export const FOLDER = 'application/vnd.google-apps.folder';
export const SPREADSHEET = 'application/vnd.google-apps.spreadsheet';

export interface Permission {
	id: string;
	type: 'user' | 'group' | 'domain' | 'anyone';
	role: 'owner' | 'organizer' | 'fileOrganizer' | 'writer' | 'commenter' | 'reader';
	emailAddress?: string | undefined;
	domain?: string | undefined;
}

export interface DriveFile {
	id: string;
	name: string;
	mimeType: string;
	/** One folder, or none for what is at the top. */
	parents: string[];
	/** Null for a folder and for a document of Google's own kinds. */
	content: Buffer | null;
	createdTime: Date;
	modifiedTime: Date;
	/** How often it has changed. */
	version: number;
	trashed: boolean;
	starred: boolean;
	description?: string | undefined;
	originalFilename?: string | undefined;
	folderColorRgb?: string | undefined;
	copyRequiresWriterPermission?: boolean | undefined;
	properties?: Record<string, string> | undefined;
	appProperties?: Record<string, string> | undefined;
	permissions: Permission[];
}

const ROOT = '0ASandboxMyDriveUk9PVA';
const INVOICES = '1SandboxFolderInvoices00000000000';
const DOCUMENTS = '1SandboxFolderCustomerDocuments00';

/** What is in the drive from the start. */
const KNOWN: [id: string, name: string, parent: string, lines?: string[]][] = [
	[ROOT, 'My Drive', ''],
	[INVOICES, 'Invoices', ROOT],
	[DOCUMENTS, 'Customer documents', ROOT],
	[
		'1SandboxFileInvoice2001AccA2041000',
		'INV-2001 ACC-2041.pdf',
		INVOICES,
		['Invoice INV-2001', 'Account ACC-2041', 'Support plan', 'Total 49.00 USD'],
	],
	[
		'1SandboxFileInvoice2002AccA1187000',
		'INV-2002 ACC-1187.pdf',
		INVOICES,
		['Invoice INV-2002', 'Account ACC-1187', 'Support plan', 'Total 420.00 USD'],
	],
	[
		'1SandboxFileReceipt2001AccA2041000',
		'Receipt INV-2001 ACC-2041.pdf',
		DOCUMENTS,
		['Receipt for invoice INV-2001', 'Account ACC-2041', 'Paid 49.00 USD'],
	],
	[
		'1SandboxFileStatementOctAccA204100',
		'Statement 2026-10 ACC-2041.pdf',
		DOCUMENTS,
		['Statement October 2026', 'Account ACC-2041', 'Balance 0.00 USD'],
	],
];

const notFound = (id: string) =>
	new GoogleRefusal(404, `File not found: ${id}.`, { reason: 'notFound', location: 'fileId' });

/** Its words, in lower case. */
export const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** The files and folders of one drive; spreadsheets are among them, with what Sheets holds in them left to Sheets. */
export class Files {
	private known = new Map<string, DriveFile>();
	private readonly spreadsheets: () => Spreadsheet[];

	constructor(spreadsheets: () => Spreadsheet[]) {
		this.spreadsheets = spreadsheets;
		this.reset();
	}

	reset() {
		this.known.clear();
		for (const [id, name, parent, lines] of KNOWN) {
			const content = lines ? pdfOf(lines) : null;
			const mimeType = lines ? 'application/pdf' : FOLDER;
			this.add({ id, name, mimeType, parents: parent ? [parent] : [], content });
		}
	}

	private add(given: Partial<DriveFile> & { name: string; mimeType: string }): DriveFile {
		const at = new Date();
		const file: DriveFile = {
			id: `1${randomBytes(24).toString('base64url')}`,
			parents: [ROOT],
			content: null,
			createdTime: at,
			modifiedTime: at,
			version: 1,
			trashed: false,
			starred: false,
			permissions: [
				{
					id: '01234567890123456789',
					type: 'user',
					role: 'owner',
					emailAddress: OWNER.emailAddress,
				},
			],
			...given,
		};
		this.known.set(file.id, file);
		return file;
	}

	/** Everything but the top folder, in the order in which it came. */
	all(): DriveFile[] {
		for (const { id, title } of this.spreadsheets()) {
			const file = this.known.get(id);
			if (file) file.name = title;
			else this.add({ id, name: title, mimeType: SPREADSHEET });
		}
		return [...this.known.values()].filter(({ id }) => id !== ROOT);
	}

	/** @throws {GoogleRefusal} 404 when there is none; `root` names the top folder. */
	find(id: string): DriveFile {
		this.all();
		const file = this.known.get(id === 'root' ? ROOT : id);
		if (!file) throw notFound(id);
		return file;
	}

	/** @throws {GoogleRefusal} unless it is one folder that exists: a file is in exactly one. */
	private placed(parents: string[]): string[] {
		if (parents.length > 1) {
			throw new GoogleRefusal(403, 'Increasing the number of parents is not allowed', {
				reason: 'cannotAddParent',
			});
		}
		return parents.map((id) => {
			const folder = this.find(id);
			if (folder.mimeType === FOLDER) return folder.id;
			throw new GoogleRefusal(403, 'The specified parent is not a folder.', {
				reason: 'parentNotAFolder',
			});
		});
	}

	create(given: Partial<Omit<DriveFile, 'id'>>): DriveFile {
		const parents = given.parents?.length ? this.placed(given.parents) : [ROOT];
		const mimeType = given.mimeType ?? 'application/octet-stream';
		return this.add({ ...given, name: given.name ?? 'Untitled', mimeType, parents });
	}

	/** Changes what is given; `added` and `removed` are folders. */
	update(file: DriveFile, given: Partial<DriveFile>, added: string[], removed: string[]) {
		const gone = new Set(removed.map((id) => this.find(id).id));
		const stays = file.parents.filter((id) => !gone.has(id));
		const parents = this.placed([...new Set([...stays, ...added.map((id) => this.find(id).id)])]);
		const changed = Object.entries(given).filter(([, value]) => value !== undefined);
		const merged = {
			...(given.properties && { properties: { ...file.properties, ...given.properties } }),
			...(given.appProperties && {
				appProperties: { ...file.appProperties, ...given.appProperties },
			}),
		};
		Object.assign(file, Object.fromEntries(changed), merged, {
			parents,
			modifiedTime: new Date(),
			version: file.version + 1,
		});
		const spreadsheet = this.spreadsheets().find(({ id }) => id === file.id);
		if (spreadsheet) spreadsheet.title = file.name;
	}

	/** For good, a folder with everything in it. */
	delete(file: DriveFile) {
		this.known.delete(file.id);
		const spreadsheets = this.spreadsheets();
		const index = spreadsheets.findIndex(({ id }) => id === file.id);
		if (index >= 0) spreadsheets.splice(index, 1);
		this.all()
			.filter(({ parents }) => parents.includes(file.id))
			.forEach((inside) => this.delete(inside));
	}

	/** In the bin itself, or in a folder that is. */
	isTrashed(file: DriveFile): boolean {
		const parents = file.parents.flatMap((id) => this.known.get(id) ?? []);
		return file.trashed || parents.some((folder) => this.isTrashed(folder));
	}
}

/** What a person can read in it, for the search of full texts. */
export function readableText({ mimeType, content }: DriveFile): string {
	if (!content) return '';
	if (mimeType.startsWith('text/')) return content.toString('utf8');
	return mimeType === 'application/pdf' ? content.toString('latin1') : '';
}

const hash = (content: Buffer, algorithm: string) =>
	createHash(algorithm).update(content).digest('hex');

export const sha256Of = (content: Buffer) => hash(content, 'sha256');

function viewLink({ id, mimeType }: DriveFile): string {
	if (mimeType === FOLDER) return `https://drive.google.com/drive/folders/${id}`;
	if (mimeType === SPREADSHEET)
		return `https://docs.google.com/spreadsheets/d/${id}/edit?usp=drivesdk`;
	return `https://drive.google.com/file/d/${id}/view?usp=drivesdk`;
}

/** The resource File (discovery document drive:v3) with what the sandbox knows of it. */
export function described(file: DriveFile, trashed: boolean) {
	const { content, createdTime, modifiedTime, version, trashed: explicitlyTrashed, ...rest } = file;
	const owner = { kind: 'drive#user', ...OWNER, me: true, permissionId: file.permissions[0]?.id };
	const extension = /\.(\w+)$/.exec(file.name)?.[1];
	return {
		kind: 'drive#file',
		...rest,
		trashed,
		explicitlyTrashed,
		spaces: ['drive'],
		version: String(version),
		createdTime: createdTime.toISOString(),
		modifiedTime: modifiedTime.toISOString(),
		webViewLink: viewLink(file),
		iconLink: `https://drive-thirdparty.googleusercontent.com/16/type/${file.mimeType}`,
		hasThumbnail: false,
		owners: [owner],
		lastModifyingUser: owner,
		ownedByMe: true,
		shared: file.permissions.length > 1,
		permissions: file.permissions.map((permission) => ({
			kind: 'drive#permission',
			...permission,
		})),
		permissionIds: file.permissions.map(({ id }) => id),
		...(content && {
			originalFilename: file.originalFilename ?? file.name,
			...(extension && { fileExtension: extension, fullFileExtension: extension }),
			size: String(content.length),
			quotaBytesUsed: String(content.length),
			md5Checksum: hash(content, 'md5'),
			sha1Checksum: hash(content, 'sha1'),
			sha256Checksum: sha256Of(content),
			webContentLink: `https://drive.google.com/uc?id=${file.id}&export=download`,
		}),
	};
}
