/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- tests run in Node, not in n8n */
// What ships passes the template check, and the check sees each way to break a template.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { templateProblems, writeOwnDefinitions } from '../../scripts/check-templates';

const FOLDER = join(__dirname, '..', '..', 'workflows');
const files = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));

interface TestNode {
	name: string;
	type: string;
	parameters: Record<string, unknown>;
	[setting: string]: unknown;
}

interface Template {
	name: string;
	nodes: TestNode[];
	connections: Record<
		string,
		{ main: Array<Array<{ node: string; type: string; index: number }>> }
	>;
	[setting: string]: unknown;
}

const read = (file: string) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Template;

beforeAll(writeOwnDefinitions);

it.each(files)('%s may ship', (file) => expect(templateProblems(read(file))).toEqual([]));

it('every template is what its source says', () => {
	const root = join(__dirname, '..', '..');
	const { status, stderr } = spawnSync(
		process.execPath,
		[join(root, 'scripts', 'templates.mts'), '--check'],
		{ encoding: 'utf8' },
	);
	expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

describe('a template that must not ship', () => {
	const find = (template: Template, name: string) => {
		const node = template.nodes.find((known) => known.name === name);
		if (!node) throw new Error(`The template has no node named ${name}`);
		return node;
	};

	const breaks: Array<[string, (template: Template) => unknown, RegExp]> = [
		[
			'has a connection to nowhere',
			(t) => (t.connections.Settings.main[0][0].node = 'Gone'),
			/"Gone", which is not there/,
		],
		[
			'has a node that nothing reaches',
			(t) => delete t.connections['Exception Row'],
			/"Add to Exception Queue" is reached by nothing/,
		],
		[
			'has two nodes of one name',
			(t) => (find(t, 'Declined').name = 'Settings'),
			/two nodes are named "Settings"/,
		],
		[
			'carries credentials',
			(t) => (find(t, 'Create Invoice').credentials = {}),
			/carries credentials/,
		],
		[
			'leaves an output of the Handoff open',
			(t) => t.connections['DialNexa Handoff'].main.pop(),
			/output Exception .* leads nowhere/,
		],
		[
			'moves money without an Outcome branch',
			(t) => (t.connections['Create Invoice'].main[0] = t.connections['Create Invoice'].main[1]),
			/no Outcome branch follows/,
		],
		[
			'drops what the money step cannot do',
			(t) => t.connections['Create Invoice'].main.pop(),
			/output Error of "Create Invoice" leads nowhere/,
		],
		[
			'makes a deposit address without an Outcome branch',
			(t) => {
				Object.assign(find(t, 'Create Invoice').parameters, {
					resource: 'charge',
					operation: 'createDepositAddress',
				});
				t.connections['Create Invoice'].main[0] = t.connections['Create Invoice'].main[1];
			},
			/no Outcome branch follows/,
		],
		[
			'moves money unclaimed',
			(t) => t.connections['Claim Request'].main[0].push(t.connections.Claimed.main[1][0]),
			/"Create Invoice" can be reached without a claim/,
		],
		[
			'lets a call fall through a branch',
			(t) => t.connections.Claimed.main.pop(),
			/output otherwise of "Claimed" leads nowhere/,
		],
		['retries money', (t) => (find(t, 'Create Invoice').retryOnFail = true), /must not be retried/],
		[
			'sends a mail twice',
			(t) => (find(t, 'Mail the Payment Link').retryOnFail = true),
			/"Mail the Payment Link" must not be retried/,
		],
		[
			'takes a text for a decision',
			(t) => {
				const { rules } = find(t, 'Finance Decision').parameters as {
					rules: { values: Array<{ conditions: { options: { typeValidation: string } } }> };
				};
				rules.values[0].conditions.options.typeValidation = 'loose';
			},
			/"Finance Decision" would take one type for another/,
		],
		[
			'is of an older version of a node',
			(t) => (find(t, 'Ask Finance in Slack').typeVersion = 2.3),
			/"Ask Finance in Slack" is version 2.3 of its node, and n8n has/,
		],
		[
			'has something to fill in beside Settings',
			(t) => (find(t, 'Create Invoice').parameters.successUrl = 'https://YOUR_SITE/paid'),
			/"Create Invoice" has something to fill in, which belongs into Settings/,
		],
		[
			'names a channel of ours',
			(t) => {
				find(t, 'Ask Finance in Slack').parameters.channelId = {
					...{ __rl: true, mode: 'id', value: 'C0123456789' },
				};
			},
			/"Ask Finance in Slack" names a channelId that nobody else has/,
		],
		[
			'has code',
			(t) => {
				Object.assign(find(t, 'Result'), { type: 'n8n-nodes-base.code', typeVersion: 2 });
			},
			/"Result" is code/,
		],
		[
			'does not say who hears when it stops',
			(t) => (find(t, 'About').parameters.content = '## An invoice'),
			/the yellow note does not name the error workflow/,
		],
		[
			'lets a cell become a formula',
			(t) => (find(t, 'Add to Exception Queue').parameters.options = { useAppend: true }),
			/set RAW/,
		],
		[
			'may overwrite a row',
			(t) => (find(t, 'Add to Log').parameters.options = { cellFormat: 'RAW' }),
			/set useAppend/,
		],
		[
			'believes that a sheet step with an error output is tried again',
			(t) => (find(t, 'Add to Log').retryOnFail = true),
			/"Add to Log" would not be tried again/,
		],
		[
			'waits for ever',
			(t) => (find(t, 'Ask Finance in Slack').parameters.options = {}),
			/may wait for ever/,
		],
		[
			'drops what nobody answers',
			(t) => (find(t, 'Ask Finance in Slack').onError = 'continueErrorOutput'),
			/drop a call that nobody answers/,
		],
		[
			'goes on as if a step had worked that has not',
			(t) => (find(t, 'Add to Log').alwaysOutputData = true),
			/"Add to Log" would go on by both outputs/,
		],
		[
			'misspells a parameter of ours',
			(t) => (find(t, 'Create Invoice').parameters.ammount = '1'),
			/sets "ammount"/,
		],
		[
			'gives a node of ours a value that it does not know',
			(t) => (find(t, 'Create Invoice').parameters.operation = 'createFiatt'),
			/Create Invoice/,
		],
		[
			'uses a node of ours that is not there',
			(t) => (find(t, 'Create Invoice').type += 's'),
			/does not have/,
		],
		[
			'has no Settings step',
			(t) => (find(t, 'Settings').name = 'Options'),
			/one Set node named "Settings"/,
		],
		[
			'explains nothing',
			(t) => (t.nodes = t.nodes.filter(({ name }) => name !== 'About')),
			/one yellow sticky note/,
		],
		[
			'gives n8n a value that it does not know',
			(t) => (find(t, 'Ask Finance in Slack').parameters.responseType = 'vote'),
			/responseType|Ask Finance in Slack/,
		],
		[
			'has steps on top of each other',
			(t) => (find(t, 'Declined').position = find(t, 'No Decision').position),
			/"Declined" and "No Decision" overlap|"No Decision" and "Declined" overlap/,
		],
		[
			'has an expression that nobody reads',
			(t) => {
				const { assignments } = find(t, 'Result').parameters.assignments as {
					assignments: Array<{ value: string }>;
				};
				assignments[0].value = `=Short {{ $json.detail }}, long {{ ${'$json.detail + '.repeat(8)} }}`;
			},
			/an expression of "Result" is longer than a line \(parameters.assignments.assignments.0.value\): \{\{ \$json.detail \+/,
		],
		[
			'has an expression of several lines',
			(t) => {
				find(t, 'Create Invoice').parameters.amount = '={{ $json\n.amount }}';
			},
			/an expression of "Create Invoice" is longer than a line \(parameters.amount\)/,
		],
		[
			'has a step outside of every section',
			(t) => {
				find(t, 'Settings').position = [0, -9000];
			},
			/"Settings" lies in no section/,
		],
		[
			'has a step on the edge of a note',
			(t) => {
				const [left, top] = find(t, 'About').position as [number, number];
				find(t, 'Settings').position = [left - 50, top];
			},
			/"Settings" lies half in the note "About"/,
		],
		[
			'has notes on top of each other',
			(t) => {
				find(t, 'Settings Note').position = find(t, 'About').position;
			},
			/"(About|Settings Note)" and "(About|Settings Note)" overlap/,
		],
		[
			'has notes that touch',
			(t) => {
				const about = find(t, 'About');
				const [left, top] = about.position as [number, number];
				const beside = left + (about.parameters.width as number);
				find(t, 'Settings Note').position = [beside, top];
			},
			/"(About|Settings Note)" and "(About|Settings Note)" overlap/,
		],
		[
			'has a note that is too long',
			(t) => {
				find(t, 'Mail Note').parameters.content = `### Mail\n${'word '.repeat(51)}`;
			},
			/the note "Mail Note" has more than 50 words/,
		],
		[
			'has a line over a step',
			(t) => {
				const [left, top] = find(t, 'Record in Ledger').position as [number, number];
				find(t, 'Declined').position = [left, top];
				find(t, 'Record in Ledger').position = [left, top + 2000];
				t.connections.Result.main[0][0].node = 'All Well?';
			},
			/the line from "Result" to "All Well\?" runs over "Declined"/,
		],
		[
			'has lines that cross',
			(t) => {
				const declined = find(t, 'Declined');
				const noDecision = find(t, 'No Decision');
				[declined.position, noDecision.position] = [noDecision.position, declined.position];
			},
			/the lines from "Finance Decision" to "Declined" and from "Finance Decision" to "No Decision" cross/,
		],
		[
			'has a line over the text of a note',
			(t) => {
				find(t, 'Not Approved').parameters.content =
					`### Not approved\n${'A row says so. '.repeat(12)}`;
			},
			/the line from "Finance Decision" to "Declined" runs over "Not Approved"/,
		],
		[
			'holds a key',
			(t) =>
				(find(t, 'Create Invoice').parameters.cancelUrl = 'Bearer sk-live-0123456789abcdef0123'),
			/flowlint R4|cancelUrl/,
		],
		['belongs to somebody', (t) => (t.meta = { instanceId: 'x' }), /meta/],
	];

	it.each(breaks)('%s', (_, breakIt, problem) => {
		const template = read('call-to-invoice.json');
		breakIt(template);
		expect(templateProblems(template).join('\n')).toMatch(problem);
	});
});
