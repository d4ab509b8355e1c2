/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- tests run in Node, not in n8n */
import { execFile } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { Receiver, RunningSandbox } from './running-sandbox';

let sandbox: RunningSandbox;
/** Stands where n8n would: it is sent Slack's clicks. */
let n8n: Receiver;

beforeAll(async () => {
	[sandbox, n8n] = await Promise.all([RunningSandbox.start(), Receiver.start()]);
});
afterAll(async () => {
	await Promise.all([sandbox.stop(), n8n.stop()]);
});
beforeEach(async () => {
	n8n.received.length = 0;
	n8n.status = 200;
	await sandbox.control('POST', '/reset');
	await sandbox.control('PUT', '/settings', { n8nUrl: n8n.url });
});

const node = join(__dirname, '../../node_modules/node/bin/node');

/** Runs the code in a Node that is set up as n8n is: the proxy, and its authority trusted. */
async function behindTheProxy(code: string): Promise<string> {
	const { stdout } = await promisify(execFile)(node, ['--input-type=module', '-e', code], {
		env: {
			NODE_USE_ENV_PROXY: '1',
			HTTPS_PROXY: sandbox.proxyUrl,
			HTTP_PROXY: sandbox.proxyUrl,
			NO_PROXY: '127.0.0.1,localhost',
			NODE_EXTRA_CA_CERTS: sandbox.caFile,
		},
	});
	return stdout.trim();
}

describe('interception', () => {
	it.each([
		['https://slack.com/api/auth.test', { ok: false, error: 'not_authed' }],
		['https://www.poof.io/api/v2/balance', { message: 'invalid authorization' }],
		['https://api.dialnexa.com/v1/agents', { statusCode: 401 }],
		['https://sheets.googleapis.com/v4/spreadsheets/x', { error: { code: 401 } }],
		['https://www.googleapis.com/drive/v3/files', { error: { code: 401 } }],
		['https://www.googleapis.com/gmail/v1/users/me/profile', { error: { code: 401 } }],
		['https://oauth2.googleapis.com/token', { token_type: 'Bearer' }],
	])('answers %s in the sandbox', async (url, answer) => {
		const method = /poof|oauth2/.test(url) ? 'POST' : 'GET';
		const code = `console.log(await (await fetch('${url}', { method: '${method}' })).text())`;
		expect(JSON.parse(await behindTheProxy(code))).toMatchObject(answer);
	});

	it('refuses every other host, encrypted or not, and remembers it', async () => {
		const tried = ['https://example.com/', 'https://files.slack.com/', 'http://example.org/'];
		const code = `for (const url of ${JSON.stringify(tried)}) {
			const answer = await fetch(url).then((r) => r.status, () => 'no connection');
			console.log(answer);
		}`;
		expect((await behindTheProxy(code)).split('\n')).toEqual(tried.map(() => 'no connection'));
		const { hostname, port } = new URL(sandbox.proxyUrl);
		const [plain] = (await once(
			get({ hostname, port, path: 'http://example.net/' }),
			'response',
		)) as [IncomingMessage];
		plain.resume();
		expect(plain.statusCode).toBe(403);
		const { refusedHosts } = await sandbox.state(
			z.object({ refusedHosts: z.array(z.object({ host: z.string() })) }),
		);
		expect(refusedHosts.map(({ host }) => host)).toEqual([
			'example.com',
			'files.slack.com',
			'example.org',
			'example.net',
		]);
	});

	it.each(['refuse', 'reset_after'])('lets a reset through: %s', async (fault) => {
		await sandbox.control('POST', '/faults', { service: 'slack', operation: 'auth.test', fault });
		const code = `await fetch('https://slack.com/api/auth.test').catch((e) => console.log(e.cause.code))`;
		expect(await behindTheProxy(code)).toMatch(/ECONNRESET|UND_ERR_SOCKET/);
	});

	it('keeps its authority, so that a running n8n goes on trusting it', async () => {
		const other = await RunningSandbox.start();
		const authority = readFileSync(other.caFile, 'utf8');
		expect(authority).not.toBe(readFileSync(sandbox.caFile, 'utf8'));
		await other.restart();
		expect(readFileSync(other.caFile, 'utf8')).toBe(authority);
		await other.stop();
	});
});

describe('Slack', () => {
	const KEY = { authorization: 'Bearer xoxb-sandbox' };
	const method = async (name: string, body: unknown) =>
		(await sandbox.send('POST', `/slack/api/${name}`, body, KEY)).json;
	const stateSchema = z.object({
		slack: z.object({
			messages: z.array(
				z.object({
					ts: z.string(),
					undecided: z.boolean(),
					text: z.string(),
					blocks: z.array(z.unknown()),
				}),
			),
		}),
	});
	const messages = async () => (await sandbox.state(stateSchema)).slack.messages;

	/** As n8n's Slack node 2.7 writes the buttons: links, or interactions with a reference. */
	function buttons(captureResponder: boolean) {
		return ['decline', 'approve'].map((decision) => ({
			type: 'button',
			text: { type: 'plain_text', text: decision },
			...(captureResponder
				? { action_id: `n8n_hitl_${decision}`, value: `nhitl1|7|${decision[0]}|0123` }
				: { url: `${n8n.url}/webhook-waiting/7?approved=${decision === 'approve'}&signature=x` }),
		}));
	}
	const ask = async (captureResponder: boolean) =>
		await method('chat.postMessage', {
			channel: 'C0FINANCE01',
			blocks: [
				{ type: 'section', text: { type: 'mrkdwn', text: 'Approve?' } },
				{ type: 'actions', elements: buttons(captureResponder) },
			],
		});

	it('refuses an unknown channel, an empty message, a block that is too long and a wrong token as Slack does', async () => {
		expect(await method('chat.postMessage', { channel: 'C0NOWHERE01', text: 'x' })).toEqual({
			ok: false,
			error: 'channel_not_found',
		});
		expect(await method('chat.postMessage', { channel: '#finance-review' })).toEqual({
			ok: false,
			error: 'no_text',
		});
		const section = { type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(3001) } };
		const long = { channel: '#finance-review', blocks: [section] };
		expect(await method('chat.postMessage', long)).toEqual({ ok: false, error: 'invalid_blocks' });
		const stranger = { authorization: 'Bearer no' };
		const answer = await sandbox.send('GET', '/slack/api/auth.test', undefined, stranger);
		expect(answer.json).toEqual({ ok: false, error: 'invalid_auth' });
		expect(await messages()).toEqual([]);
	});

	it('opens the link of a plain approval as a browser does', async () => {
		await ask(false);
		expect((await messages())[0]?.undecided).toBe(true);
		await sandbox.control('POST', '/slack/decide', { decision: 'decline' });
		expect(n8n.received).toHaveLength(1);
		expect(n8n.received[0]?.path).toContain('approved=false&signature=x');
		expect(n8n.received[0]?.headers['user-agent']).toMatch(/^Mozilla/);
		expect((await messages())[0]?.undecided).toBe(false);
		const again = await sandbox.send('POST', '/_sandbox/slack/decide', { decision: 'approve' });
		expect(again.status).toBe(400);
		expect(again.json).toEqual({ message: 'No message waits for a decision.' });
	});

	it('posts the click of a captured responder, signed as Slack signs', async () => {
		await ask(true);
		const click = { decision: 'approve', user: 'U0FINSECOND' };
		expect(await sandbox.control('POST', '/slack/decide', click)).toMatchObject({ status: 200 });
		const [sent] = n8n.received;
		expect(sent?.path).toBe('/webhook-waiting-slack');
		const signed = `v0:${String(sent?.headers['x-slack-request-timestamp'])}:${sent?.body}`;
		const hex = createHmac('sha256', 'sandbox-slack-signing-secret').update(signed).digest('hex');
		expect(sent?.headers['x-slack-signature']).toBe(`v0=${hex}`);

		const payload: unknown = JSON.parse(new URLSearchParams(sent?.body).get('payload') ?? '');
		expect(payload).toMatchObject({
			type: 'block_actions',
			user: { id: 'U0FINSECOND' },
			channel: { id: 'C0FINANCE01' },
			actions: [{ action_id: 'n8n_hitl_approve', value: 'nhitl1|7|a|0123' }],
		});
		// n8n takes the buttons away by the response_url, and only then nobody can decide any more.
		expect((await messages())[0]?.undecided).toBe(true);
		const { response_url } = z.object({ response_url: z.string() }).parse(payload);
		const path = response_url.replace('https://hooks.slack.com', '/slack');
		await sandbox.send('POST', path, { replace_original: true, text: 'Approved', blocks: [] });
		expect((await messages())[0]).toMatchObject({ undecided: false, text: 'Approved', blocks: [] });
	});

	it('presses again while n8n does not wait yet', async () => {
		await ask(false);
		n8n.status = 409;
		const decided = sandbox.control('POST', '/slack/decide', { decision: 'approve' });
		await n8n.next();
		n8n.status = 200;
		expect(await decided).toMatchObject({ status: 200 });
		expect(n8n.received.length).toBeGreaterThan(1);
	});

	it('names who can decide and says where n8n must be', async () => {
		await ask(true);
		const stranger = { decision: 'approve', user: 'U0NOBODY001' };
		const refused = await sandbox.send('POST', '/_sandbox/slack/decide', stranger);
		expect(refused.json).toEqual({ message: expect.stringContaining('U0FINLEAD01') as string });
		await sandbox.control('PUT', '/settings', { n8nUrl: null });
		const nowhere = await sandbox.send('POST', '/_sandbox/slack/decide', { decision: 'approve' });
		expect(nowhere.json).toEqual({ message: expect.stringContaining('--n8n-url') as string });
	});

	it('gives the look-ups that the node’s lists use', async () => {
		const read = async (name: string) =>
			(await sandbox.send('GET', `/slack/api/${name}`, undefined, KEY)).json;
		expect(await read('conversations.list')).toMatchObject({ channels: [{}, {}, {}] });
		expect(await read('users.list')).toMatchObject({ members: [{}, {}, {}] });
		expect(await read('users.info?user=U0FINLEAD01')).toMatchObject({
			user: { profile: { email: 'finance.lead@example.com' } },
		});
	});
});

describe('Google Sheets', () => {
	const ID = '1SandboxFinanceExceptions0000000000000000000';
	const sheets = async (method: string, path: string, body?: unknown) =>
		await sandbox.send(method, `/sheets/v4/spreadsheets/${path}`, body, {
			authorization: 'Bearer ya29.sandbox',
		});
	const write = async (range: string, values: unknown[][], option = 'RAW') =>
		await sheets('PUT', `${ID}/values/${range}?valueInputOption=${option}`, { range, values });
	const valuesOf = async (range: string, render = 'UNFORMATTED_VALUE') =>
		(await sheets('GET', `${ID}/values/${range}?valueRenderOption=${render}`)).json;
	const tabs = async () =>
		(
			await sandbox.state(
				z.object({
					sheets: z.object({
						spreadsheets: z.array(
							z.object({
								tabs: z.array(z.object({ formulas: z.array(z.unknown()) }).passthrough()),
							}),
						),
					}),
				}),
			)
		).sheets.spreadsheets[0]?.tabs;

	it('keeps RAW text as text and flags what USER_ENTERED turns into a formula', async () => {
		const row = ['=HYPERLINK("http://x")', '007', 'true'];
		await write('Exceptions!1:1', [row]);
		expect(await valuesOf('Exceptions!1:1')).toMatchObject({ values: [row] });
		expect((await tabs())?.[0]?.formulas).toEqual([]);

		await write('Exceptions!2:2', [row], 'USER_ENTERED');
		expect(await valuesOf('Exceptions!2:2')).toMatchObject({
			values: [['#NOT_COMPUTED', 7, true]],
		});
		expect((await tabs())?.[0]?.formulas).toEqual([{ cell: 'A2', formula: row[0] }]);
	});

	it('reads ranges as Sheets does: no empty rows and cells at the end', async () => {
		await write('Exceptions!A1:C3', [
			['a', 'b', 'c'],
			['d', '', ''],
			['', '', ''],
		]);
		expect(await valuesOf("'Exceptions'")).toMatchObject({ values: [['a', 'b', 'c'], ['d']] });
		expect(await valuesOf('Exceptions!B:B')).toMatchObject({ values: [['b']] });
		expect(await valuesOf('Exceptions!A2:Z')).toMatchObject({ values: [['d']] });
		expect(await valuesOf('Log!A:Z')).not.toHaveProperty('values');
	});

	it('appends below the last row, updates cells and clears a range', async () => {
		await write('Exceptions!1:1', [['id', 'state']]);
		const append = `${ID}/values/Exceptions!A:Z:append?valueInputOption=RAW`;
		const appended = await sheets('POST', append, { values: [['call_1', 'open']] });
		expect(appended.json).toMatchObject({ updates: { updatedRange: 'Exceptions!A2:B2' } });
		await sheets('POST', `${ID}/values:batchUpdate`, {
			valueInputOption: 'RAW',
			data: [{ range: 'Exceptions!B2', values: [['done']] }],
		});
		expect(await valuesOf('Exceptions')).toMatchObject({
			values: [
				['id', 'state'],
				['call_1', 'done'],
			],
		});
		await sheets('POST', `${ID}/values/Exceptions!B2:B2:clear`);
		expect(await valuesOf('Exceptions')).toMatchObject({ values: [['id', 'state'], ['call_1']] });
	});

	it('refuses a write beyond the grid until it has grown', async () => {
		const beyond = await write('Exceptions!1001:1001', [['x']]);
		expect(beyond.status).toBe(400);
		expect(beyond.text).toContain('exceeds grid limits');
		const appendDimension = { sheetId: 0, dimension: 'ROWS', length: 1 };
		await sheets('POST', `${ID}:batchUpdate`, { requests: [{ appendDimension }] });
		expect((await write('Exceptions!1001:1001', [['x']])).status).toBe(200);
	});

	it('creates spreadsheets and tabs, once each', async () => {
		const made = await sandbox.send(
			'POST',
			'/sheets/v4/spreadsheets',
			{ properties: { title: 'Ledger' }, sheets: [{ properties: { title: 'Rows' } }] },
			{ authorization: 'Bearer ya29.sandbox' },
		);
		const { spreadsheetId } = z.object({ spreadsheetId: z.string() }).parse(made.json);
		const requests = [{ addSheet: { properties: { title: 'More' } } }];
		expect((await sheets('POST', `${spreadsheetId}:batchUpdate`, { requests })).status).toBe(200);
		expect((await sheets('POST', `${spreadsheetId}:batchUpdate`, { requests })).status).toBe(400);
		expect((await sheets('GET', spreadsheetId)).json).toMatchObject({
			sheets: [{ properties: { title: 'Rows' } }, { properties: { title: 'More' } }],
		});
		const q = encodeURIComponent(`mimeType = 'application/vnd.google-apps.spreadsheet'`);
		const files = await sandbox.send('GET', `/drive/drive/v3/files?q=${q}`, undefined, {
			authorization: 'Bearer ya29.sandbox',
		});
		expect(files.json).toMatchObject({ files: [{ id: ID }, { id: spreadsheetId }] });
	});

	it('refuses what it does not know', async () => {
		expect((await sheets('GET', 'nothing')).status).toBe(404);
		expect((await sheets('GET', `${ID}/values/Nowhere!A1`)).text).toContain(
			'Unable to parse range',
		);
		const answer = await sandbox.send('GET', `/sheets/v4/spreadsheets/${ID}`);
		expect(answer.status).toBe(401);
	});
});

describe('the control interface', () => {
	it('gives the credentials that n8n needs, by type', async () => {
		const credentials = z
			.array(
				z.object({ type: z.string(), name: z.string(), data: z.record(z.string(), z.unknown()) }),
			)
			.parse(await sandbox.control('GET', '/credentials'));
		expect(
			Object.fromEntries(credentials.map(({ type, data }) => [type, Object.keys(data)])),
		).toEqual({
			dialNexaApi: ['apiKey', 'webhookSecret', 'baseUrl'],
			poofIoApi: ['apiKey', 'webhookSecret', 'baseUrl'],
			slackApi: ['accessToken', 'signatureSecret'],
			googleSheetsOAuth2Api: ['clientId', 'clientSecret', 'oauthTokenData'],
			googleDriveOAuth2Api: ['clientId', 'clientSecret', 'oauthTokenData'],
			gmailOAuth2: ['clientId', 'clientSecret', 'oauthTokenData'],
			hubspotAppToken: ['appToken'],
			zendeskApi: ['subdomain', 'email', 'apiToken'],
			stripeApi: ['secretKey'],
		});
	});

	it('describes its samples, with the body that each delivers', async () => {
		const samples = z
			.array(z.object({ name: z.string(), body: z.object({ extracted_data: z.unknown() }) }))
			.parse(await sandbox.control('GET', '/samples'));
		expect(samples.map(({ name }) => name)).toEqual([
			'ready',
			'needs_approval',
			'unclear',
			'payout',
			'no_answer',
			'failed',
			'forged',
		]);
		expect(samples[0]?.body.extracted_data).toMatchObject({
			due_date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
		});
	});

	it.each([
		['POST', '/calls', { sample: 'nonsense' }],
		['POST', '/calls', { sample: 'ready', body: {} }],
		['POST', '/calls', { sample: 'ready', volume: 11 }],
		['POST', '/calls', { sample: 'ready', url: 'https://nobody.example.com' }],
		['PUT', '/settings', { poof: { payoutAnswer: 'nonsense' } }],
		['POST', '/poof/payments', { paymentId: 'none', paid: 'yes' }],
		['PUT', '/dashboard-webhook', { url: 'nowhere', secret: 's' }],
	])(
		'refuses what it does not understand with a sentence: %s %s %j',
		async (method, path, body) => {
			const answer = await sandbox.send(method, `/_sandbox${path}`, body);
			expect(answer.status).toBe(400);
			expect(answer.json).toEqual({ message: expect.stringMatching(/\w+ \w+/) as string });
		},
	);

	it('takes no orders from a page of another site', async () => {
		const headers = { origin: 'https://example.com' };
		const answer = await sandbox.send('POST', '/_sandbox/reset', {}, headers);
		expect(answer.status).toBe(403);
	});

	it('forgets everything on reset but where n8n is', async () => {
		await sandbox.control('POST', '/calls', { sample: 'ready' });
		await sandbox.control('PUT', '/settings', { poof: { errorStatus: '4xx' } });
		await sandbox.control('POST', '/reset');
		expect(await sandbox.control('GET', '/state')).toMatchObject({
			requests: [],
			settings: { n8nUrl: n8n.url, poof: { errorStatus: '200' } },
			dialnexa: { calls: [], webhooks: [] },
		});
	});
});

it('tells on the desk what became of each call', async () => {
	await sandbox.control('POST', '/calls', { sample: 'unclear', callId: 'call_row' });
	const sheets = '/sheets/v4/spreadsheets/1SandboxFinanceExceptions0000000000000000000';
	await sandbox.send(
		'PUT',
		`${sheets}/values/Exceptions!1:1?valueInputOption=RAW`,
		{ values: [['call_row', 'No match confidence']] },
		{ authorization: 'Bearer ya29.sandbox' },
	);
	await sandbox.send(
		'POST',
		'/poof/api/v2/create_invoice',
		{ amount: '49.00', crypto: 'bitcoin', metadata: { key: 'dialnexa:call_paid:create_invoice' } },
		{ authorization: 'sha512-c2FuZGJveCtwb29mL2tleQ==?sandbox' },
	);
	const outcome = join(__dirname, '../../sandbox/desk/outcome.js');
	const code = `import { outcomesOf } from ${JSON.stringify(outcome)};
		const state = await (await fetch('${sandbox.url}/_sandbox/state')).json();
		const told = ['call_row', 'call_paid', 'call_none'].map((id) => outcomesOf(id, state));
		console.log(JSON.stringify(told.map((list) => list.map(({ text }) => text))));`;
	expect(JSON.parse(await behindTheProxy(code))).toEqual([
		['Row in Exceptions'],
		['Invoice 49.00 USD'],
		[],
	]);
});

it('says which port is in use', async () => {
	const main = join(__dirname, '../../sandbox/main.mts');
	const { port } = new URL(sandbox.url);
	const started = promisify(execFile)(node, [main, '--port', port]);
	await expect(started).rejects.toMatchObject({
		code: 1,
		stderr: `Port ${port} is in use: choose others with --port and --proxy-port.\n`,
	});
});

it('serves the desk page with a policy that runs no script but its own', async () => {
	const page = await sandbox.send('GET', '/');
	expect(page.text).toContain('<title>Sandbox desk</title>');
	expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
	for (const [, file] of page.text.matchAll(/(?:src|href)="([^"]+)"/g)) {
		expect((await sandbox.send('GET', `${file}`)).status).toBe(200);
	}
	const script = await sandbox.send('GET', '/desk/desk.js');
	for (const [, file] of script.text.matchAll(/from '([^']+)'/g)) {
		expect((await sandbox.send('GET', `${file}`)).status).toBe(200);
	}
});
