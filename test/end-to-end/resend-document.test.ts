/* eslint-disable @n8n/community-nodes/no-restricted-imports -- tests run in Node, not in n8n */
// The template that sends a document again: whom it goes to, which one, and how often.
import { setTimeout as delay } from 'node:timers/promises';
import { atTheEnd } from './at-the-end';
import { likeEveryCallTemplate } from './like-every-call-template';
import { World } from './world';

jest.setTimeout(120_000);

let world: World;
let workflowId: string;

beforeAll(async () => {
	world = await World.start(['resend-document']);
	workflowId = world.idOf('resend-document');
}, 300_000);
afterAll(async () => await world?.end());

const ASKS = {
	requested_action: 'resend_document',
	invoice_number: 'INV-2001',
	document: 'invoice',
	sensitive_shared: 'false',
};

const mails = async () => (await world.state()).gmail.messages;
const logged = async (callId: string) => await world.rowsOf(callId, 'Log');
const exceptions = async (callId: string) => await world.rowsOf(callId, 'Exceptions');

/** Maria Lopez asks for her invoice, but for what `analysis` says otherwise, and how many mails that made. */
async function ask(analysis: Record<string, string> = {}) {
	const before = (await mails()).length;
	const callId = await world.sendLikeAndFinish('ready', { ...ASKS, ...analysis });
	return { callId, count: (await mails()).length - before };
}

async function endsInFrontOfAPerson(callId: string, ended: string, detail: string) {
	expect(await exceptions(callId)).toEqual([
		expect.objectContaining({ Ended: ended, Detail: expect.stringContaining(detail) }),
	]);
	expect(await logged(callId)).toEqual([]);
}

it('mails the one file of the customer to the address on the record, and logs what, where and why', async () => {
	const { callId, count } = await ask();
	expect(count).toBe(1);
	const { gmail, drive } = await world.state();
	const [file] = drive.files.filter(({ name }) => name === 'INV-2001 ACC-2041.pdf');
	expect(gmail.messages).toEqual([
		expect.objectContaining({
			...{ to: ['maria.lopez@example.com'], cc: [], bcc: [], html: '' },
			subject: 'The document you asked for, from Sandbox Ltd',
			text: expect.stringContaining('here is INV-2001 ACC-2041.pdf.'),
			attachments: [
				expect.objectContaining({ filename: 'INV-2001 ACC-2041.pdf', sha256: file.sha256 }),
			],
		}),
	]);
	const [row, ...more] = await logged(callId);
	expect(more).toEqual([]);
	expect(row.Ended).toBe('sent');
	expect(row.Detail).toMatch(
		/^Mailed INV-2001 ACC-2041\.pdf to maria\.lopez@example\.com\. Asked for: Maria Lopez of account/,
	);
	expect(await exceptions(callId)).toEqual([]);
});

it('mails it once, however often the call is delivered', async () => {
	const before = await world.executions();
	const count = (await mails()).length;
	const { callId } = await world.sendLike('ready', ASKS, { times: 6 });
	await world.execution(before);
	await world.sendLike('ready', ASKS, { call_id: callId });
	await delay(2_000);
	expect(await mails()).toHaveLength(count + 1);
});

it('mails it once when n8n has forgotten the call and the ledger has not', async () => {
	const { callId } = await ask();
	await world.stop();
	world = await world.startAgain();
	const before = await world.executions();
	const { deliveries } = await world.sendLike('ready', ASKS, { call_id: callId });
	expect(deliveries).toMatchObject([{ status: 200 }]);
	await world.execution(before);
	expect(await mails()).toEqual([]);
	expect(await logged(callId)).toEqual([]);
});

it.each([
	['the recipient was not confirmed', { recipient_confirmed: 'false' }, 'exception', 'recipient'],
	['the address is not on the record', { email: 'maria@example.org' }, 'exception', 'recipient'],
	['no account was said', { account: '' }, 'not verified', 'not both on one record'],
])('sends nothing when %s', async (_why, analysis, ended, detail) => {
	const { callId, count } = await ask(analysis);
	expect(count).toBe(0);
	await endsInFrontOfAPerson(callId, ended, detail);
});

it('sends nothing to somebody whom HubSpot does not know', async () => {
	const { callId, count } = await ask({ email: 'x@example.org', account: 'ACC-9999', phone: '' });
	expect(count).toBe(0);
	await endsInFrontOfAPerson(callId, 'exception', 'matched with');
});

it.each([
	['the invoice of another customer', { invoice_number: 'INV-2002' }],
	['the beginning of a number', { invoice_number: 'INV-200' }],
	['a receipt where there is only the invoice', { document: 'receipt' }],
	[
		'words that would change the search',
		{ invoice_number: '', document: "INV' or name contains 'INV-2002" },
	],
])('sends nothing for %s', async (_what, analysis) => {
	const { callId, count } = await ask(analysis);
	expect(count).toBe(0);
	await endsInFrontOfAPerson(callId, 'no file', 'no file of this customer');
});

it('sends nothing when several files fit', async () => {
	const upload = {
		name: 'INV-2001 ACC-2041 corrected.pdf',
		parents: ['1SandboxFolderInvoices00000000000'],
	};
	const answer = await fetch(`${world.announced.sandbox.url}/drive/drive/v3/files`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', authorization: 'Bearer ya29.sandbox' },
		body: JSON.stringify(upload),
	});
	expect(answer.status).toBe(200);
	const { id } = (await answer.json()) as { id: string };
	const { callId, count } = await ask();
	expect(count).toBe(0);
	await endsInFrontOfAPerson(callId, 'several files', 'INV-2001 ACC-2041 corrected.pdf');
	await fetch(`${world.announced.sandbox.url}/drive/drive/v3/files/${id}`, {
		method: 'DELETE',
		headers: { authorization: 'Bearer ya29.sandbox' },
	});
});

it.each([
	['files.list', 'Drive could not be searched'],
	['files.get', 'Drive did not give'],
])('sends nothing when Drive fails at %s', async (operation, said) => {
	await world.breakDown('drive', 'status_503', 2, operation);
	const { callId, count } = await ask();
	expect(count).toBe(0);
	await endsInFrontOfAPerson(callId, 'not sent', said);
});

it.each([
	['status_503', 0],
	['status_503_after', 1],
	['unknown_2xx', 0],
])(
	'asks a person when Gmail does not confirm (%s), and sends no second one',
	async (fault, sent) => {
		await world.breakDown('gmail', fault, 1, 'messages.send');
		const { callId, count } = await ask();
		expect(count).toBe(sent);
		await endsInFrontOfAPerson(callId, 'uncertain', 'Look under Sent');
	},
);

it('sends nothing when HubSpot does not answer, and says that nobody looked', async () => {
	await world.breakDown('hubspot', 'status_503', 2, 'contacts.search');
	const { callId, count } = await ask();
	expect(count).toBe(0);
	await endsInFrontOfAPerson(callId, 'not verified', 'HubSpot did not answer');
});

it('tells Slack when the sheet cannot be written', async () => {
	await world.breakDown('sheets', 'status_503', 1, 'values.append');
	const { callId, count } = await ask();
	expect(count).toBe(1);
	const { slack } = await world.state();
	expect(slack.messages.map(({ text }) => text)).toContainEqual(
		expect.stringMatching(new RegExp(`^The sheet could not be written\\. sent:[^]*${callId}`)),
	);
});

likeEveryCallTemplate(() => world, 'resend-document', 'ready', ASKS);

describe('a sensitive call', () => {
	const SENSITIVE = { ...ASKS, legal_or_access: 'true' };

	async function decide(decision: string) {
		const count = (await mails()).length;
		const before = await world.executions();
		const { callId } = await world.sendLike('ready', SENSITIVE);
		await world.execution(before, 'waiting');
		expect(await mails()).toHaveLength(count);
		const [message] = await world.undecided();
		await world.control('POST', 'slack/decide', { message: message.ts, decision });
		await world.execution(before);
		return { callId, count: (await mails()).length - count };
	}

	it('is answered after the click', async () => {
		const { callId, count } = await decide('approve');
		expect(count).toBe(1);
		expect(await logged(callId)).toEqual([expect.objectContaining({ Ended: 'sent' })]);
	});

	it('is not answered when finance declines', async () => {
		const { callId, count } = await decide('decline');
		expect(count).toBe(0);
		await endsInFrontOfAPerson(callId, 'declined', 'Tell the customer');
	});

	it('goes to a person when Slack is down', async () => {
		await world.breakDown('slack', 'status_503');
		const { callId, count } = await ask(SENSITIVE);
		expect(count).toBe(0);
		await endsInFrontOfAPerson(callId, 'no decision', 'Slack');
	});

	it('goes to a person when nobody decides in time', async () => {
		// 0.002 hours are 7.2 seconds; n8n looks about once a minute whose time is over.
		await world.changeSettings(workflowId, { approvalHours: 0.002 });
		const before = await world.executions();
		const { callId } = await world.sendLike('ready', SENSITIVE);
		await world.execution(before, 'success', 100_000);
		await endsInFrontOfAPerson(callId, 'no decision', 'Nobody decided');
	});
});

atTheEnd(() => world, 'resend-document');
