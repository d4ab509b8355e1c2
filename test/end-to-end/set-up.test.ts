/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- tests run in Node, not in n8n */
// The set-up template in the real n8n, run by hand as a user runs it: what it makes, and what it says is missing.
import { World } from './world';

jest.setTimeout(120_000);

const CHECKS = ['spreadsheet', 'ledger', 'slack', 'dialNexa', 'poof'];
const SANDBOX_SHEET = '1SandboxFinanceExceptions0000000000000000000';
const SANDBOX_CHANNEL = 'C0FINANCE01';

let world: World;
let workflowId: string;

beforeAll(async () => {
	world = await World.start(['call-to-invoice', 'set-up']);
	workflowId = world.idOf('set-up');
}, 300_000);

afterAll(async () => await world?.end());

/** Runs it once: its one item. */
async function run() {
	const { status, itemsOf } = await world.runByHand(workflowId, 'Run This Once');
	const items = itemsOf('What Is Missing') as Array<Record<string, string>>;
	expect({ status, items: items.length }).toEqual({ status: 'success', items: 1 });
	return items[0];
}

/** The checks that say something else than ok, with what they say. */
const complaintsIn = (result: Record<string, string>) =>
	Object.fromEntries(
		CHECKS.map((check) => [check, result[check]]).filter(([, said]) => said !== 'ok'),
	);

interface Spreadsheet {
	id: string;
	tabs: Array<{ title: string; rows: string[][] }>;
}

const spreadsheets = async (): Promise<Spreadsheet[]> => (await world.state()).sheets.spreadsheets;

const headersOf = ({ tabs }: Spreadsheet) =>
	Object.fromEntries(tabs.map(({ title, rows }) => [title, rows[0]]));

const dataRowsOf = ({ tabs }: Spreadsheet) =>
	tabs.flatMap(({ rows }) => rows.slice(1)).filter((row) => row.some((cell) => cell !== ''));

const posted = async () => (await world.state()).slack.messages.map(({ channel }) => channel);

interface Table {
	id: string;
	name: string;
	projectId: string;
	columns: Array<{ id: string; name: string; type: string }>;
}

const tables = async () => (await world.rest<{ data: Table[] }>('GET', '/data-tables-global')).data;

interface Credential {
	id: string;
	type: string;
	name: string;
	data: Record<string, unknown>;
}

/** Changes fields of a credential as a user does; undoing it restores what the sandbox gave. */
async function changeCredential(type: string, fields: Record<string, string>) {
	const known = await world.rest<Credential[]>('GET', '/credentials');
	const saved = known.find((credential) => credential.type === type);
	const all = await world.control<Credential[]>('GET', 'credentials');
	const given = all.find((credential) => credential.type === type);
	if (!saved || !given) throw new Error(`There is no credential of type ${type}`);
	await world.rest('PATCH', `/credentials/${saved.id}`, {
		...{ type, name: saved.name },
		data: { ...given.data, ...fields },
	});
}

it('says that nothing is missing when all is well, and leaves tabs with headers', async () => {
	const result = await run();
	expect(result).toMatchObject({
		missing: 'nothing',
		spreadsheetUrl: expect.stringContaining(SANDBOX_SHEET),
		next: expect.stringContaining('Copy spreadsheetUrl'),
	});
	expect(complaintsIn(result)).toEqual({});
	const [sheet] = await spreadsheets();
	const { Exceptions, Log } = headersOf(sheet);
	expect(Exceptions.slice(0, 5)).toEqual(['Ended', 'Detail', 'Decision', 'Note', 'Key']);
	expect(Log.slice(0, 5)).toEqual(['Ended', 'Detail', 'Poof ID', 'Link', 'Key']);
	expect(dataRowsOf(sheet)).toEqual([]);
	expect(await posted()).toEqual([SANDBOX_CHANNEL]);
	expect((await tables()).map(({ name }) => name).sort()).toEqual([
		'DialNexa calls',
		'DialNexa set-up',
	]);
});

it('changes nothing when it runs again', async () => {
	const before = { sheets: await spreadsheets(), tables: await tables() };
	expect(await run()).toMatchObject({ missing: 'nothing' });
	const sheets = await spreadsheets();
	expect(sheets.map(headersOf)).toEqual(before.sheets.map(headersOf));
	expect(sheets.flatMap(dataRowsOf)).toEqual([]);
	expect(await tables()).toEqual(before.tables);
});

it('makes the columns that the other templates write: their first rows add none', async () => {
	const [before] = await spreadsheets();
	const logged = await world.sendAndFinish({ sample: 'ready' });
	const excepted = await world.sendAndFinish({ sample: 'unclear' });
	expect(await world.rowsOf(logged, 'Log')).toHaveLength(1);
	expect(await world.rowsOf(excepted, 'Exceptions')).toHaveLength(1);
	const [after] = await spreadsheets();
	expect(headersOf(after)).toEqual(headersOf(before));
	expect(dataRowsOf(after)).toHaveLength(2);
	// The row is the first one below the headers.
	expect(after.tabs.map(({ rows }) => rows.length)).toEqual([2, 2]);
});

it('adds tabs of other names beside those that are there, and touches no row', async () => {
	const [before] = await spreadsheets();
	await world.changeSettings(workflowId, { exceptionsTab: 'To decide', logTab: 'Done' });
	expect(await run()).toMatchObject({ missing: 'nothing' });
	await world.changeSettings(workflowId, { exceptionsTab: 'Exceptions', logTab: 'Log' });
	const [after] = await spreadsheets();
	const { Exceptions, Log } = headersOf(before);
	expect(headersOf(after)).toEqual({ Exceptions, Log, 'To decide': Exceptions, Done: Log });
	expect(dataRowsOf(after)).toEqual(dataRowsOf(before));
});

describe('without a spreadsheet of the user’s own', () => {
	beforeAll(async () => await world.changeSettings(workflowId, { spreadsheetUrl: '' }));

	it('says what to do when Sheets is down, and does all else', async () => {
		await world.control('POST', 'faults', { service: 'sheets', fault: 'status_503', times: 1 });
		const result = await run();
		expect(complaintsIn(result)).toEqual({
			spreadsheet: expect.stringMatching(/^Choose a Google Sheets credential.*unavailable/),
		});
		expect(result).toMatchObject({ missing: 'spreadsheet', spreadsheetUrl: '' });
		expect(await spreadsheets()).toHaveLength(1);
	});

	it('makes one with both tabs, and no second one when it runs again', async () => {
		const first = await run();
		expect(first.missing).toBe('nothing');
		const [given, made, ...more] = await spreadsheets();
		expect(more).toEqual([]);
		expect(first.spreadsheetUrl).toContain(made.id);
		const { Exceptions, Log } = headersOf(given);
		expect(headersOf(made)).toEqual({ Exceptions, Log });
		expect(await run()).toEqual(first);
		expect(await spreadsheets()).toHaveLength(2);
	});

	it('names the spreadsheet and what to do when it can no longer be written', async () => {
		// To look for the tab, and to write its headers.
		await world.control('POST', 'faults', { service: 'sheets', fault: 'status_403', times: 2 });
		const result = await run();
		expect(complaintsIn(result)).toEqual({
			spreadsheet: expect.stringMatching(/^Open the address in spreadsheetUrl.*Google said: \w+/),
		});
		expect(result.spreadsheetUrl).toMatch(/^https:/);
	});

	afterAll(async () => {
		const spreadsheetUrl = `https://docs.google.com/spreadsheets/d/${SANDBOX_SHEET}/edit`;
		await world.changeSettings(workflowId, { spreadsheetUrl });
	});
});

describe('a credential that does not work', () => {
	it.each([
		[
			'dialNexaApi',
			'dialNexa',
			{ apiKey: 'workspace:wrong-key-0123456789' },
			/DialNexa credential.*DialNexa said: DialNexa answered 401/,
		],
		[
			'poofIoApi',
			'poof',
			{ apiKey: 'wrong-key-0123456789' },
			/Poof credential.*Poof said: Poof did not accept the API key/,
		],
		[
			'slackApi',
			'slack',
			{ accessToken: 'xoxb-wrong-0123456789' },
			/Slack credential.*Slack said: .+/,
		],
	])('%s: says so in plain words, and stops no other check', async (type, check, fields, words) => {
		await changeCredential(type, fields);
		const before = (await posted()).length;
		const result = await run();
		await changeCredential(type, {});
		expect(complaintsIn(result)).toEqual({ [check]: expect.stringMatching(words) });
		expect(result.missing).toBe(check);
		expect(JSON.stringify(result)).not.toContain('0123456789');
		expect(await posted()).toHaveLength(type === 'slackApi' ? before : before + 1);
	});
});
