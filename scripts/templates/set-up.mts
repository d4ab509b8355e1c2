// Set up what the DialNexa and Poof templates need: run once, by hand, in the editor.
import { about, note, ownStep, section, step, template, type Place, type Step } from './canvas.mts';
import { EXCEPTION_COLUMNS, LOG_COLUMNS, setting, settingsStep, slackPost } from './call-steps.mts';
import { setFields } from './fields.mts';
import { COLUMNS, createLedger, TABLE } from './ledger.mts';
import { when } from './switches.mts';

/** Where the address of the spreadsheet that this workflow has made is kept, so that a second run makes no other. */
const MADE = 'DialNexa set-up';
const OK = 'ok';

const byError = { onError: 'continueErrorOutput' } as const;
const evenSo = { onError: 'continueRegularOutput', alwaysOutputData: true } as const;
const said = (service: string) => `${service} said: {{ $json.error }}`;

/** One check and its two ends, each a field of the result: `ok`, or what to do. */
function check(field: string, last: Step, [column, row]: Place, title: string, todo: string) {
	const ready = setFields(`${title} Ready`, [column, row], { [field]: OK });
	const notReady = setFields(`${title} Not Ready`, [column, row + 1], { [field]: `=${todo}` });
	last.output(0).to(ready);
	last.output(1).to(notReady);
	return [ready, notReady] as const;
}

/** A tab with its header row: both are added where they are missing, and nothing else is touched. */
function tabSteps([column, row]: Place, title: string, tab: string, columns: readonly string[]) {
	const documentId = {
		__rl: true,
		mode: 'url',
		value: "={{ $('Spreadsheet').first().json.spreadsheetUrl }}",
	};
	const add = step(
		`Add ${title} Tab`,
		'googleSheets',
		4.7,
		[column, row],
		{ resource: 'sheet', operation: 'create', documentId, title: setting(tab), options: {} },
		// A tab that is there already gives no item; whether there is one now, the next step but one tells.
		{ ...evenSo, executeOnce: true },
	);
	const headers = step(`${title} Headers`, 'set', 3.5, [column + 1, row], {
		mode: 'raw',
		jsonOutput: JSON.stringify(Object.fromEntries(columns.map((name) => [name, ''])), null, 2),
		options: {},
	});
	const write = step(
		`Write ${title} Headers`,
		'googleSheets',
		4.7,
		[column + 2, row],
		{
			resource: 'sheet',
			operation: 'append',
			documentId,
			sheetName: { __rl: true, mode: 'name', value: setting(tab) },
			columns: { mappingMode: 'autoMapInputData', value: {}, matchingColumns: [], schema: [] },
			// An empty row is appended, which leaves no trace but the headers that it needs.
			options: { cellFormat: 'RAW', useAppend: true, handlingExtraData: 'insertInNewColumn' },
		},
		byError,
	);
	add.to(headers).to(write);
	return { add, write };
}

function spreadsheetSteps(at: Place) {
	const [column, row] = at;
	const bring = step(
		'Bring Set-Up Table',
		'dataTable',
		1.1,
		at,
		{
			resource: 'table',
			operation: 'create',
			tableName: MADE,
			columns: { column: [{ name: 'spreadsheetUrl', type: 'string' }] },
			options: { createIfNotExists: true },
		},
		evenSo,
	);
	const made = { dataTableId: { __rl: true, mode: 'name', value: MADE } };
	const look = step(
		'Made Before',
		'dataTable',
		1.1,
		[column + 1, row],
		{ resource: 'row', operation: 'get', ...made, returnAll: false, limit: 1 },
		evenSo,
	);
	const named = setFields('Spreadsheet Named', [column + 2, row], {
		spreadsheetUrl:
			"={{ $('Settings').first().json.settings.spreadsheetUrl || $json.spreadsheetUrl || '' }}",
	});
	const isThere = when('Is There One?', [column + 3, row], "={{ $json.spreadsheetUrl !== '' }}");
	const create = step(
		'Create Spreadsheet',
		'googleSheets',
		4.7,
		[column + 4, row + 1],
		{
			resource: 'spreadsheet',
			operation: 'create',
			title: 'Finance calls (DialNexa and Poof)',
			sheetsUi: {
				sheetValues: [{ title: setting('exceptionsTab') }, { title: setting('logTab') }],
			},
			options: {},
		},
		byError,
	);
	const remember = step(
		'Remember Spreadsheet',
		'dataTable',
		1.1,
		[column + 5, row + 1],
		{
			resource: 'row',
			operation: 'insert',
			...made,
			columns: {
				mappingMode: 'defineBelow',
				value: { spreadsheetUrl: '={{ $json.spreadsheetUrl }}' },
				matchingColumns: [],
				schema: [],
			},
			options: {},
		},
		evenSo,
	);
	const spreadsheet = setFields('Spreadsheet', [column + 6, row], {
		spreadsheetUrl: '={{ $json.spreadsheetUrl }}',
	});
	const exceptions = tabSteps([column + 7, row], 'Exceptions', 'exceptionsTab', EXCEPTION_COLUMNS);
	const log = tabSteps([column + 10, row], 'Log', 'logTab', LOG_COLUMNS);
	const ready = setFields('Spreadsheet Ready', [column + 13, row], {
		spreadsheet: OK,
		spreadsheetUrl: "={{ $('Spreadsheet').first().json.spreadsheetUrl }}",
	});
	const notMade = setFields('Spreadsheet Not Made', [column + 5, row + 2], {
		spreadsheet: `=Choose a Google Sheets credential in each of the Google Sheets steps, or make a spreadsheet yourself and put its address into Settings. ${said('Google')}`,
		spreadsheetUrl: '',
	});
	const notWritten = (name: string, tab: string, place: Place) =>
		setFields(name, place, {
			spreadsheet: `=Open the address in spreadsheetUrl: the Google account of the credential must be allowed to edit the tab {{ $('Settings').first().json.settings.${tab} }}. If the spreadsheet is gone, empty the data table "${MADE}", and spreadsheetUrl in Settings. ${said('Google')}`,
			spreadsheetUrl: "={{ $('Spreadsheet').first().json.spreadsheetUrl }}",
		});
	const noExceptions = notWritten('Exceptions Not Ready', 'exceptionsTab', [column + 10, row + 1]);
	const noLog = notWritten('Log Not Ready', 'logTab', [column + 13, row + 1]);
	bring.to(look).to(named).to(isThere);
	isThere.output(0).to(spreadsheet);
	isThere.output(1).to(create);
	create.output(0).to(remember).to(spreadsheet).to(exceptions.add);
	create.output(1).to(notMade);
	exceptions.write.output(0).to(log.add);
	exceptions.write.output(1).to(noExceptions);
	log.write.output(0).to(ready);
	log.write.output(1).to(noLog);
	return { first: bring, ends: [ready, noLog, noExceptions, notMade] };
}

export function setUp() {
	const start = step('Run This Once', 'manualTrigger', 1, [0, 4], {});
	const settings = settingsStep([1, 4], {
		spreadsheetUrl: '',
		exceptionsTab: 'Exceptions',
		logTab: 'Log',
		slackChannelId: 'YOUR_SLACK_CHANNEL_ID',
	});
	const spreadsheet = spreadsheetSteps([2, 0]);

	const ledger = createLedger('Bring the Ledger', [2, 4.4], byError);
	const names = Object.keys(COLUMNS).join(', ');
	const needed = setFields('Columns It Needs', [3, 4], { needed: names }, true);
	const complete = when(
		'All Columns There?',
		[4, 4],
		"={{ $json.needed.split(', ').every((name) => $json.columns.some((column) => column.name === name)) }}",
	);
	const dates = Object.keys(COLUMNS).filter(
		(name) => COLUMNS[name as keyof typeof COLUMNS] === 'date',
	);
	const ledgerEnds = check(
		'ledger',
		complete,
		[5, 4],
		'Ledger',
		`Open Data tables in n8n and give "${TABLE}" the columns ${names} (${dates.join(' and ')}: date; the others: string). {{ $json.error ? 'n8n said: ' + $json.error : '' }}`,
	);
	ledger.output(0).to(needed).to(complete);
	ledger.output(1).to(ledgerEnds[1]);

	const post = slackPost(
		'Post Test Message',
		[2, 6.8],
		'Set up: finance approvals and messages of the DialNexa and Poof workflows arrive in this channel.',
		byError,
	);
	const slackEnds = check(
		'slack',
		post,
		[3, 6.8],
		'Slack',
		`Choose a Slack credential, put the ID of a channel (it starts with C) into Settings, and invite the Slack app to that channel. ${said('Slack')}`,
	);

	const agents = ownStep(
		'Get an Agent',
		'dialNexa',
		[2, 8.8],
		{ resource: 'agent', operation: 'getMany', returnAll: false, limit: 1 },
		byError,
	);
	const dialNexaEnds = check(
		'dialNexa',
		agents,
		[3, 8.8],
		'DialNexa',
		`Choose a DialNexa credential whose API key is whole and in use. ${said('DialNexa')}`,
	);

	const balance = ownStep(
		'Get a Balance',
		'poof',
		[2, 10.8],
		{ resource: 'wallet', operation: 'getBalance', coins: 'bitcoin' },
		byError,
	);
	const poofEnds = check(
		'poof',
		balance,
		[3, 10.8],
		'Poof',
		`Choose a Poof credential whose API key is whole and in use. ${said('Poof')}`,
	);

	const all = [spreadsheet.ends, ledgerEnds, slackEnds, dialNexaEnds, poofEnds];
	const gather = step('Gather the Checks', 'merge', 3.2, [16, 4], {
		mode: 'combine',
		combineBy: 'combineByPosition',
		numberInputs: all.length,
		options: { includeUnpaired: true },
	});
	all.forEach((ends, input) => ends.forEach((end) => end.to(gather.input(input))));
	const every = setFields(
		'Every Check',
		[17, 4.3],
		{
			dialNexa:
				"={{ $json.dialNexa ?? 'DialNexa knows the key, but there is no agent yet. Make one there.' }}",
		},
		true,
	);
	const CHECKS = "['spreadsheet', 'ledger', 'slack', 'dialNexa', 'poof']";
	const notOk = setFields(
		'Checks That Are Not OK',
		[18, 4.3],
		{ missing: `={{ ${CHECKS}.filter((check) => $json[check] !== 'ok').join(', ') }}` },
		true,
	);
	const isMissing = when('Anything Missing?', [19, 4.3], "={{ $json.missing !== '' }}");
	const again = setFields(
		'Mend and Run Again',
		[20, 3.8],
		{ next: 'Do what the checks say, then run this again.' },
		true,
	);
	const allThere = setFields(
		'All Is There',
		[20, 4.8],
		{
			missing: 'nothing',
			next: 'Copy spreadsheetUrl into the Settings of the other templates.',
		},
		true,
	);
	const missing = step('What Is Missing', 'noOp', 1, [21, 4.3], {});
	isMissing.output(0).to(again).to(missing);
	isMissing.output(1).to(allThere).to(missing);
	return template('Set up what the DialNexa and Poof templates need', [
		start.to(settings),
		settings.to(spreadsheet.first),
		settings.to(ledger),
		settings.to(post),
		settings.to(agents),
		settings.to(balance),
		...all.flat(),
		gather.to(every).to(notOk).to(isMissing),
		about(
			[-2.2, 2.6],
			500,
			`## Set up what the DialNexa and Poof templates need

**For** whoever installs the templates. Run it once; running it again does no harm.

**What happens.** It makes the spreadsheet for the log and the exceptions, and the data table that keeps each call from being handled twice. It posts a test message to Slack and asks DialNexa and Poof whether they know your keys. No check stops another.

**Set up**
1. Add your credentials to the Google Sheets, Slack, DialNexa and Poof steps.
2. Fill in **Settings**.
3. Press *Execute workflow* and open **What Is Missing**: each field says *ok* or what to do.
4. Copy \`spreadsheetUrl\` from there into the Settings of the other templates.`,
		),
		section('Start', [0, 4], [2, 1], '### Run it once'),
		note(
			'Settings Note',
			[-2.2, 5.6],
			[400, 220],
			`### Settings
- **spreadsheetUrl**: a spreadsheet of yours; leave it empty to have one made
- **exceptionsTab**, **logTab**: names of its tabs
- **slackChannelId**: starts with C; at the end of the channel's details in Slack`,
		),
		section(
			'Spreadsheet Note',
			[2, 0],
			[7, 3],
			`### The spreadsheet
The one of the Settings, else the one that an earlier run has made, else a new one. Its address is kept in the data table *${MADE}*, so that no second one is made.`,
		),
		section(
			'Tabs Note',
			[9, 0],
			[7, 2],
			`### Its two tabs
A tab is added where it is missing, with the headers that the other templates write. Rows that are there stay as they are.`,
		),
		section(
			'Ledger Note',
			[2, 4],
			[4, 2],
			`### The ledger
The data table *${TABLE}* keeps each call from being handled twice. It is made when it is missing, and must have all its columns.`,
		),
		section(
			'Keys Note',
			[2, 6.8],
			[2, 6],
			`### Slack, DialNexa, Poof
Slack gets a test message. DialNexa and Poof are asked something that changes nothing. Each check says *ok*, or what to do; none stops another.`,
		),
		section(
			'Result Note',
			[16, 3.8],
			[6, 2.2],
			`### The result
One field for each check: *ok*, or what to do. Open *What Is Missing*; run again after mending.`,
		),
	]);
}
