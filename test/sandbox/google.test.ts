/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- tests run in Node, not in n8n */
// n8n's own Gmail, Google Drive and Google Sheets nodes, in n8n-core's engine, against the stand-ins as n8n reaches them.
import type { IBinaryKeyData, IDataObject, INodeParameters } from 'n8n-workflow';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
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

let sandbox: RunningSandbox;
let credentials: Record<string, TestCredentials>;

beforeAll(async () => {
	sandbox = await RunningSandbox.start();
	process.env.HTTPS_PROXY = sandbox.proxyUrl;
	process.env.NO_PROXY = '127.0.0.1,localhost';
	setDefaultCACertificates([...getCACertificates('default'), readFileSync(sandbox.caFile, 'utf8')]);
	const given = z
		.array(z.object({ type: z.string(), data: z.record(z.string(), z.unknown()) }))
		.parse(await sandbox.control('GET', '/credentials'));
	credentials = Object.fromEntries(
		given.map(({ type, data }) => [type, { [type]: data } as TestCredentials]),
	);
});
afterAll(async () => await sandbox.stop());
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

describe('Gmail', () => {
	it('sends', async () => {
		const out = await gmail({
			resource: 'message',
			operation: 'send',
			sendTo: 'maria.lopez@example.com',
			subject: 'Grüße',
			emailType: 'text',
			message: 'Hallo Ünal',
			options: {},
		});
		console.log(
			JSON.stringify(out),
			JSON.stringify(await sandbox.state(z.object({ gmail: z.unknown() }))),
		);
	});
	it('downloads', async () => {
		const out = await drive({
			resource: 'file',
			operation: 'download',
			fileId: { __rl: true, mode: 'id', value: INVOICE_2001 },
			options: {},
		});
		console.log(JSON.stringify(out));
		console.log(createHash('sha256').digest('hex'), INVOICES, DOCUMENTS, choicesOf, sheets);
	});
});
