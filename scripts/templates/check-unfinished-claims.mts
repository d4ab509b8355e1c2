// Check unfinished claims: what was begun for a call and never recorded is looked up at Poof and shown to a person.
import { about, ownStep, section, step, template, type Place } from './canvas.mts';
import { appendRow, settingsStep, slackPost } from './call-steps.mts';
import { setFields } from './fields.mts';
import { bringLedger, LEDGER, whereEqual } from './ledger.mts';
import { branch, when } from './switches.mts';

const CLAIM = "$('The Claim').first().json";
const FINDING = "$('Finding').first().json";
/** How long a run has for one claim before another run may show it: far longer than it takes, shorter than an hour. */
const MINUTES = 30;
const MARK = '=Looked at by execution {{ $execution.id }}';

/** Changes the claim that the loop is at. */
const changeClaim = (
	name: string,
	at: Place,
	{ filters }: ReturnType<typeof whereEqual>,
	value: Record<string, string>,
) =>
	step(
		name,
		'dataTable',
		1.1,
		at,
		{
			resource: 'row',
			operation: 'update',
			...LEDGER,
			matchType: 'allConditions',
			filters,
			columns: { mappingMode: 'defineBelow', value, matchingColumns: [], schema: [] },
			options: {},
		},
		{ alwaysOutputData: true, retryOnFail: true, maxTries: 5, waitBetweenTries: 1000 },
	);

/** A Filter of n8n: goes on with the items of which one of these is true. */
const anyOf = (
	name: string,
	at: Place,
	conditions: Array<{
		text: string;
		operation: 'equals' | 'notEquals' | 'notEmpty';
		than?: string;
	}>,
) =>
	step(
		name,
		'filter',
		2.3,
		at,
		{
			conditions: {
				options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 },
				combinator: 'or',
				conditions: conditions.map(({ text, operation, than = '' }, index) => ({
					id: `${name} ${index + 1}`,
					leftValue: text,
					rightValue: than,
					operator: {
						type: 'string',
						operation,
						...(operation === 'notEmpty' ? { singleValue: true } : {}),
					},
				})),
			},
			options: {},
		},
		{ alwaysOutputData: true },
	);

export function checkUnfinishedClaims() {
	const schedule = step('Every Hour', 'scheduleTrigger', 1.4, [0, 1.4], {
		rule: { interval: [{ field: 'hours', hoursInterval: 1 }] },
	});
	const settings = settingsStep([1, 1.4], {
		spreadsheetUrl: 'https://docs.google.com/spreadsheets/d/YOUR_SPREADSHEET_ID/edit',
		exceptionsTab: 'Exceptions',
		slackChannelId: 'YOUR_SLACK_CHANNEL_ID',
	});
	const [bring, find] = bringLedger([2, 1.4]);
	const overdue = step(
		'Find Overdue Claims',
		'dataTable',
		1.1,
		[4, 1.4],
		{
			resource: 'row',
			operation: 'get',
			...LEDGER,
			matchType: 'allConditions',
			filters: {
				conditions: [
					{ keyName: 'state', condition: 'neq', keyValue: 'settled' },
					{ keyName: 'due', condition: 'lt', keyValue: '={{ $now.toISO() }}' },
				],
			},
			returnAll: true,
		},
		{ executeOnce: true, retryOnFail: true, maxTries: 5, waitBetweenTries: 1000 },
	);
	const each = step('One by One', 'splitInBatches', 3, [5, 1.4], { options: {} });
	const over = step('All Shown', 'noOp', 1, [6, 0.5], {});
	// Of runs that have read the same claim, one changes the row: for the others it is not overdue any more. Should that one
	// be stopped, the claim is overdue again later.
	const overdueStill = whereEqual({ id: '={{ $json.id }}', state: '={{ $json.state }}' });
	overdueStill.filters.conditions.push({
		keyName: 'due',
		condition: 'lt',
		keyValue: '={{ $now.toISO() }}',
	});
	const take = changeClaim('Take the Claim', [6, 1.6], overdueStill, {
		due: `={{ $now.plus({ minutes: ${MINUTES} }).toISO() }}`,
		detail: MARK,
	});
	const taken = when('Taken by This Run?', [7, 1.6], {
		text: "={{ $json.detail ?? '' }}",
		is: MARK,
	});
	const elsewhere = step('Another Run Has It', 'noOp', 1, [8, 2.6], {});
	const claim = setFields(
		'The Claim',
		[8, 1.4],
		{
			keyInSheet:
				"={{ $json.key.startsWith('dialnexa:') ? $json.key : 'dialnexa:' + $json.key + ':' + $json.action }}",
			callId: "={{ $json.key.replace(/ review$/, '').replace(/^dialnexa:(.+):[a-z_]+$/, '$1') }}",
			searchBy: "={{ $json.action === 'send_payout' ? 'payment' : 'metadata' }}",
		},
		true,
	);
	// Poof keeps no key with a payout: those of the same coin are listed for the person who compares them.
	const look = ownStep(
		'Look at Poof',
		'poof',
		[9, 1.4],
		{
			resource: 'transaction',
			operation: 'search',
			searchBy: '={{ $json.searchBy }}',
			searchFor:
				"={{ $json.searchBy === 'payment' ? $json.currency : 'dialnexa:' + $json.callId + ':' + $json.action }}",
			returnAll: true,
		},
		{ onError: 'continueRegularOutput', alwaysOutputData: true },
	);
	const fits = anyOf(
		'What Fits',
		[10, 1.4],
		[
			{ text: "={{ $json.error ?? '' }}", operation: 'notEmpty' },
			{ text: "={{ $json.status ?? '' }}", operation: 'equals', than: 'payout' },
			{ text: `={{ ${CLAIM}.action }}`, operation: 'notEquals', than: 'send_payout' },
		],
	);
	const gather = step('Gather', 'aggregate', 1, [11, 1.4], {
		aggregate: 'aggregateAllItemData',
		destinationFieldName: 'found',
		options: {},
	});
	const shows = branch(
		'What Poof Shows',
		[12, 1.2],
		{
			'Cannot Be Asked': '={{ $json.found.some(({ error }) => error) }}',
			Nothing: '={{ !$json.found.some(({ id }) => id) }}',
			Payouts: `={{ ${CLAIM}.action === 'send_payout' }}`,
		},
		'Has it',
	);
	const finding = (name: string, at: Place, outcome: string, detail: string, poofId = '') =>
		setFields(name, at, { outcome, detail, poofId });
	const notAsked = finding(
		'Poof Out of Reach',
		[13, 0],
		'unfinished',
		'Begun and never finished. Poof could not be asked: look there before anything is done again.',
	);
	const none = finding(
		'Nothing at Poof',
		[13, 1],
		'unfinished',
		'Begun and never finished. Poof shows nothing of it.',
	);
	const payouts = finding(
		'Payouts of This Coin',
		[13, 2],
		'unfinished',
		"=Begun and never finished. Compare amount and address with these payouts at Poof before anything is sent: {{ $json.found.slice(-10).map(({ id }) => id).join(', ') }}",
	);
	const found = finding(
		'Found at Poof',
		[13, 3],
		'found',
		'=Begun and never recorded. Poof has it: {{ $json.found.find(({ id }) => id).id }}',
		'={{ $json.found.find(({ id }) => id).id }}',
	);
	const known = step('Finding', 'noOp', 1, [14, 1.4], {});
	const money = (whenPayout: string, otherwise: string) =>
		`={{ ${CLAIM}.action === 'send_payout' ? ${whenPayout} : ${otherwise} }}`;
	const said = setFields('Exception Row', [15, 1.4], {
		Key: `={{ ${CLAIM}.keyInSheet }}`,
		Action: `={{ ${CLAIM}.action }}`,
		Urgency: 'high',
		Reasons: 'unfinished',
		Account: `={{ ${CLAIM}.requester }}`,
		Amount: money("''", `${CLAIM}.amount`),
		Currency: money("''", `${CLAIM}.currency`),
		'Coin Amount': money(`${CLAIM}.amount`, "''"),
		Coin: money(`${CLAIM}.currency`, "''"),
		'Next Step': `=Open execution {{ ${CLAIM}.execution }} of "{{ ${CLAIM}.workflow }}" in n8n and stop it if it still waits. Then decide.`,
		Ended: '={{ $json.outcome }}',
		Detail: '={{ $json.detail }}',
		Decision: '',
		Note: '',
	});
	const add = appendRow('Add to Exception Queue', [16, 1.4], 'exceptionsTab');
	const row = "$('Exception Row').first().json";
	const text = `*Unfinished: {{ ${row}.Key }}*\n{{ ${CLAIM}.amount }} {{ ${CLAIM}.currency.replaceAll('<', '&lt;') }}. {{ ${FINDING}.detail }} {{ ${row}['Next Step'] }}`;
	const tell = slackPost('Tell Finance', [17, 1], `=${text}`, {
		onError: 'continueRegularOutput',
	});
	const tellInstead = slackPost(
		'Tell Slack Instead',
		[17, 2],
		`=The sheet could not be written.\n${text}`,
		{ onError: 'continueErrorOutput' },
	);
	const giveBack = changeClaim(
		'Comes Again Next Time',
		[18, 2.4],
		whereEqual({ id: `={{ ${CLAIM}.id }}`, detail: MARK }),
		{ due: "={{ $('One by One').first().json.due }}", detail: '' },
	);
	const settle = changeClaim(
		'Settle the Claim',
		[18, 1.2],
		whereEqual({ id: `={{ ${CLAIM}.id }}`, state: `={{ ${CLAIM}.state }}` }),
		{
			state: 'settled',
			outcome: `={{ ${FINDING}.outcome }}`,
			poofId: `={{ ${FINDING}.poofId }}`,
			detail: `={{ ${FINDING}.detail }}`,
			settledAt: '={{ $now.toISO() }}',
		},
	);
	const next = step('Next Claim', 'noOp', 1, [19, 3.2], {});

	return template('Check unfinished claims and show them to finance', [
		schedule.to(settings).to(bring).to(find).to(overdue).to(each),
		each.output(0).to(over),
		each.output(1).to(take).to(taken),
		taken.output(0).to(claim).to(look).to(fits).to(gather).to(shows),
		taken.output(1).to(elsewhere).to(each),
		shows.output(0).to(notAsked),
		shows.output(1).to(none),
		shows.output(2).to(payouts),
		shows.output(3).to(found),
		...[notAsked, none, payouts, found].map((one) => one.to(known)),
		known.to(said).to(add),
		add.output(0).to(tell),
		add.output(1).to(tellInstead),
		tell.to(settle),
		tellInstead.output(0).to(settle),
		// Nobody has heard of it: it comes again at the next run.
		tellInstead.output(1).to(giveBack).to(next),
		settle.to(next).to(each),
		about(
			[-2.2, 0],
			560,
			`## Check unfinished claims

**For** everybody who uses a template that moves money.

**What happens.** Every hour the ledger is searched for calls that were begun and never recorded, because n8n was stopped in between or could not write. Each is looked up at Poof and becomes a row in the exception sheet and a message in Slack: Poof has it, or shows nothing of it, or cannot be asked. The ledger then calls it settled, so each is shown once. Nothing is sent and nothing is made.

**Set up**
1. Add your Poof, Slack and Google Sheets credentials to the nodes.
2. Fill in **Settings** as in the template that takes your calls.
3. Choose an error workflow in the workflow's settings, then publish.`,
		),
		section(
			'Settings Note',
			[0, 1.4],
			[2, 1],
			`### Settings
- **spreadsheetUrl**, **exceptionsTab**: where rows go
- **slackChannelId**: who is told; starts with C`,
		),
		section(
			'Overdue Note',
			[2, 0.5],
			[6, 2.2],
			`### Find what is overdue
Claims whose time is over, one by one. The ledger puts a claim off by half an hour before it is shown: of several runs only one can do that, and should it be stopped, a later run shows the claim.`,
		),
		section(
			'Poof Note',
			[8, 0.5],
			[4, 3.2],
			`### Look at Poof
An invoice is found under the key of its call. Poof keeps no key with a payout: those of the same coin are listed.`,
		),
		section(
			'Finding Note',
			[12, 0],
			[3, 4],
			`### What Poof shows
What a person is told to do follows from it. Compare amount and address of payouts before anything is sent again.`,
		),
		section(
			'Telling Note',
			[15, 1],
			[5, 3.2],
			`### Tell, then settle
A row and a message; Slack alone when the sheet is out of reach. Then the ledger calls the claim settled. When nobody could be told, the claim comes again with the next run.`,
		),
	]);
}
