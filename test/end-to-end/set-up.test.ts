// The set-up template in the real n8n, run by hand as a user runs it: what it makes, and what it says is missing.
import { atTheEnd } from './at-the-end';
import { World } from './world';

jest.setTimeout(120_000);

const CHECKS = ['spreadsheet', 'ledger', 'slack', 'dialNexa', 'poof'];
const SANDBOX_SHEET = '1SandboxFinanceExceptions0000000000000000000';
const WRONG_KEY = 'wrong:0123456789';
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
	project: { id: string };
	columns: Array<{ id: string; name: string; type: string }>;
}

const tables = async () => (await world.rest<{ data: Table[] }>('GET', '/data-tables-global')).data;

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
	const logged = await world.sendLikeAndFinish('ready', {});
	const excepted = await world.sendLikeAndFinish('unclear', {}, { secrets: true });
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
		['dialNexaApi', 'dialNexa', 'apiKey', /DialNexa said: .* 401/],
		['poofIoApi', 'poof', 'apiKey', /Poof did not accept the API key/],
		['slackApi', 'slack', 'accessToken', /Slack said: \w+/],
	])('%s: says so in plain words, and stops no other check', async (type, check, field, words) => {
		await world.changeCredential(type, { [field]: WRONG_KEY });
		const before = (await posted()).length;
		const result = await run();
		await world.changeCredential(type, {});
		const complaint = expect.stringMatching(words);
		expect(complaintsIn(result)).toEqual({ [check]: complaint });
		expect(result).toMatchObject({ missing: check, next: expect.stringMatching(/^Do what/) });
		expect(result[check]).toMatch(/^Choose a (DialNexa|Poof|Slack) credential/);
		expect(JSON.stringify(result)).not.toContain(WRONG_KEY);
		expect(await posted()).toHaveLength(type === 'slackApi' ? before : before + 1);
	});

	it('none at all: every check says which credential to choose', async () => {
		interface Saved {
			versionId: string;
			nodes: Array<{ credentials?: unknown }>;
		}
		const { nodes } = await world.rest<Saved>('GET', `/workflows/${workflowId}`);
		const save = async (saved: Saved['nodes']) => {
			const { versionId } = await world.rest<Saved>('GET', `/workflows/${workflowId}`);
			await world.rest('PATCH', `/workflows/${workflowId}`, { nodes: saved, versionId });
		};
		await save(nodes.map((node) => ({ ...node, credentials: undefined })));
		const result = await run();
		await save(nodes);
		expect(complaintsIn(result)).toEqual({
			spreadsheet: expect.stringContaining('credential'),
			slack: expect.stringMatching(/^Choose a Slack credential/),
			dialNexa: expect.stringMatching(/^Choose a DialNexa credential/),
			poof: expect.stringMatching(/^Choose a Poof credential/),
		});
		expect(result.missing).toBe('spreadsheet, slack, dialNexa, poof');
	});
});

it.each(['C0NOWHERE01', 'YOUR_SLACK_CHANNEL_ID'])(
	'says what to do when Slack has no channel %s',
	async (slackChannelId) => {
		await world.changeSettings(workflowId, { slackChannelId });
		const result = await run();
		await world.changeSettings(workflowId, { slackChannelId: SANDBOX_CHANNEL });
		expect(complaintsIn(result)).toEqual({
			slack: expect.stringMatching(/put the ID of a channel.*Slack said: .*channel/),
		});
	},
);

it.each([
	['dialnexa', 'dialNexa'],
	['poof', 'poof'],
	['slack', 'slack'],
])('says so when %s is down', async (service, check) => {
	await world.control('POST', 'faults', { service, fault: 'status_503', times: 1 });
	expect(Object.keys(complaintsIn(await run()))).toEqual([check]);
});

it('names the tab that cannot be made', async () => {
	await world.changeSettings(workflowId, { logTab: '' });
	const result = await run();
	await world.changeSettings(workflowId, { logTab: 'Log' });
	expect(complaintsIn(result)).toEqual({
		spreadsheet: expect.stringMatching(/^Open the address in spreadsheetUrl.*Google said: \w+/),
	});
});

it('says so when DialNexa knows no agent yet', async () => {
	const { data } = await world.givenCredential('dialNexaApi');
	const agents = `${data.baseUrl}/v1/agents`;
	const headers = { authorization: `Bearer ${data.apiKey}` };
	for (const { id } of (await world.state()).dialnexa.agents) {
		expect(await fetch(`${agents}/${id}`, { method: 'DELETE', headers })).toMatchObject({
			ok: true,
		});
	}
	expect(complaintsIn(await run())).toEqual({
		dialNexa: 'DialNexa knows the key, but there is no agent yet. Make one there.',
	});
});

it('says which columns a ledger of an older form needs', async () => {
	const ledger = (await tables()).find(({ name }) => name === 'DialNexa calls');
	const column = ledger?.columns.find(({ name }) => name === 'approver');
	const path = `/projects/${ledger?.project.id}/data-tables/${ledger?.id}/columns`;
	await world.rest('DELETE', `${path}/${column?.id}`);
	const { ledger: complaint, ...others } = complaintsIn(await run());
	expect(complaint).toMatch(/^Open Data tables in n8n.*approver, .*due and settledAt: date/);
	expect(Object.keys(others)).toEqual(['dialNexa']);
});

it('says what n8n says when the ledger cannot be made', async () => {
	const ledger = (await tables()).find(({ name }) => name === 'DialNexa calls');
	await world.rest('DELETE', `/projects/${ledger?.project.id}/data-tables/${ledger?.id}`);
	const result = await world.withTrigger(
		"BEFORE INSERT ON data_table BEGIN SELECT RAISE(ABORT, 'no more tables'); END",
		run,
	);
	expect(complaintsIn(result)).toMatchObject({
		ledger: expect.stringMatching(/^Open Data tables in n8n.*n8n said: \w+/),
	});
	const { ledger: complaint } = complaintsIn(await run());
	expect(complaint).toBeUndefined();
});

it('has stored no key in plain text, neither the right ones nor the wrong', async () => {
	const given = await Promise.all(
		['dialNexaApi', 'poofIoApi', 'slackApi'].map(
			async (type) => (await world.givenCredential(type)).data,
		),
	);
	const keys = [...given.map(({ apiKey, accessToken }) => apiKey ?? accessToken), WRONG_KEY];
	// The runs themselves are there, so the search looks in the right place.
	expect(await world.findLeaks(keys, ['What Is Missing'])).toEqual({ leaks: [], missing: [] });
});

atTheEnd(() => world, 'set-up');
