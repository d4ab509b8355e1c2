// Check unfinished claims: what was begun for a call and never recorded is looked up at Poof and shown to a person.
import { about, note, ownStep, step, template, type Place } from './canvas.mts';
import { appendRow, settingsStep, slackPost } from './call-steps.mts';
import { setFields, setObjects } from './fields.mts';
import { bringLedger, LEDGER, whereEqual } from './ledger.mts';
import { branch } from './switches.mts';

const CLAIM = "$('One by One').first().json";
const FINDING = "$('Finding').first().json";
/** What the look-up has brought: for a payout only payouts. */
const FOUND =
	"$json.found.filter(({ id, status }) => id && ($('One by One').first().json.action !== 'send_payout' || status === 'payout'))";

export function checkUnfinishedClaims() {
	const schedule = step('Every Hour', 'scheduleTrigger', 1.4, [0, 1], {
		rule: { interval: [{ field: 'hours', hoursInterval: 1 }] },
	});
	const settings = settingsStep([1, 1], {
		spreadsheetUrl: 'https://docs.google.com/spreadsheets/d/YOUR_SPREADSHEET_ID/edit',
		exceptionsTab: 'Exceptions',
		slackChannelId: 'YOUR_SLACK_CHANNEL_ID',
	});
	const [bring, find] = bringLedger([2, 1]);
	const overdue = step(
		'Find Overdue Claims',
		'dataTable',
		1.1,
		[3, 1],
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
	const each = step('One by One', 'splitInBatches', 3, [4, 1], { options: {} });
	const over = step('All Shown', 'noOp', 1, [5, 0.2], {});
	// Poof keeps no key with a payout: those of the same coin are listed for the person who compares them.
	const look = ownStep(
		'Look at Poof',
		'poof',
		[5, 1.2],
		{
			resource: 'transaction',
			operation: 'search',
			searchBy: "={{ $json.action === 'send_payout' ? 'payment' : 'metadata' }}",
			searchFor:
				"={{ $json.action === 'send_payout' ? $json.currency : 'dialnexa:' + $json.key.replace(/ review$/, '').replace(/^dialnexa:(.+):[a-z_]+$/, '$1') + ':' + $json.action }}",
			returnAll: true,
		},
		{ onError: 'continueRegularOutput', alwaysOutputData: true },
	);
	const gather = step('Gather', 'aggregate', 1, [6, 1.2], {
		aggregate: 'aggregateAllItemData',
		destinationFieldName: 'found',
		options: {},
	});
	const shows = branch(
		'What Poof Shows',
		[7, 0.9],
		{
			'Cannot Be Asked': '={{ $json.found.some(({ error }) => error) }}',
			Nothing: `={{ ${FOUND}.length === 0 }}`,
			Payouts: `={{ ${CLAIM}.action === 'send_payout' }}`,
		},
		'Has it',
	);
	const finding = (name: string, at: Place, outcome: string, detail: string, poofId = '') =>
		setFields(name, at, { outcome, detail, poofId });
	const notAsked = finding(
		'Poof Out of Reach',
		[8, -0.5],
		'unfinished',
		'Begun and never finished. Poof could not be asked: look there before anything is done again.',
	);
	const none = finding(
		'Nothing at Poof',
		[8, 0.5],
		'unfinished',
		'Begun and never finished. Poof shows nothing of it.',
	);
	const payouts = finding(
		'Payouts of This Coin',
		[8, 1.5],
		'unfinished',
		`=Begun and never finished. Compare amount and address with these payouts at Poof before anything is sent: {{ ${FOUND}.slice(-10).map(({ id }) => id).join(', ') }}`,
	);
	const found = finding(
		'Found at Poof',
		[8, 2.5],
		'found',
		`=Begun and never recorded. Poof has it: {{ ${FOUND}[0].id }}`,
		`={{ ${FOUND}[0].id }}`,
	);
	const known = step('Finding', 'noOp', 1, [9, 1.2], {});
	const isPayout = `${CLAIM}.action === 'send_payout'`;
	const said = setObjects('Exception Row', [10, 1.2], {
		Key: `${CLAIM}.key.startsWith('dialnexa:') ? ${CLAIM}.key : 'dialnexa:' + ${CLAIM}.key + ':' + ${CLAIM}.action`,
		Action: `${CLAIM}.action`,
		Urgency: "'high'",
		Reasons: "'unfinished'",
		Account: `${CLAIM}.requester`,
		Amount: `${isPayout} ? '' : ${CLAIM}.amount`,
		Currency: `${isPayout} ? '' : ${CLAIM}.currency`,
		'Coin Amount': `${isPayout} ? ${CLAIM}.amount : ''`,
		Coin: `${isPayout} ? ${CLAIM}.currency : ''`,
		'Next Step': `'Open execution ' + ${CLAIM}.execution + ' of "' + ${CLAIM}.workflow + '" in n8n and stop it if it still waits. Then decide.'`,
		Ended: '$json.outcome',
		Detail: '$json.detail',
		Decision: "''",
		Note: "''",
	});
	const add = appendRow('Add to Exception Queue', [11, 1.2], 'exceptionsTab');
	const row = "$('Exception Row').first().json";
	const text = `*Unfinished: {{ ${row}.Key }}*\n{{ ${CLAIM}.amount }} {{ ${CLAIM}.currency.replaceAll('<', '&lt;') }}. {{ ${FINDING}.detail }} {{ ${row}['Next Step'] }}`;
	const tell = slackPost('Tell Finance', [12, 0.8], `=${text}`, {
		onError: 'continueRegularOutput',
	});
	const tellInstead = slackPost(
		'Tell Slack Instead',
		[12, 1.9],
		`=The sheet could not be written.\n${text}`,
		{ onError: 'continueErrorOutput' },
	);
	const nobody = step('Comes Again Next Time', 'noOp', 1, [13, 4.8], {});
	const settle = step(
		'Settle the Claim',
		'dataTable',
		1.1,
		[13, 3.4],
		{
			resource: 'row',
			operation: 'update',
			...LEDGER,
			...whereEqual({ id: `={{ ${CLAIM}.id }}`, state: `={{ ${CLAIM}.state }}` }),
			columns: {
				mappingMode: 'defineBelow',
				value: {
					state: 'settled',
					outcome: `={{ ${FINDING}.outcome }}`,
					poofId: `={{ ${FINDING}.poofId }}`,
					detail: `={{ ${FINDING}.detail }}`,
					settledAt: '={{ $now.toISO() }}',
				},
				matchingColumns: [],
				schema: [],
			},
			options: {},
		},
		{ alwaysOutputData: true, retryOnFail: true, maxTries: 5, waitBetweenTries: 1000 },
	);

	return template('Check unfinished claims and show them to finance', [
		schedule.to(settings).to(bring).to(find).to(overdue).to(each),
		each.output(0).to(over),
		each.output(1).to(look).to(gather).to(shows),
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
		tellInstead.output(1).to(nobody).to(each),
		settle.to(each),
		about(
			[-2, 0.2],
			560,
			`## Check unfinished claims

**For** everybody who uses a template that moves money.

**What happens.** Every hour the ledger is searched for calls that were begun and never recorded, because n8n was stopped in between or could not write. Each is looked up at Poof and becomes a row in the exception sheet and a message in Slack: Poof has it, or shows nothing of it, or cannot be asked. The ledger then calls it settled, so each is shown once. Nothing is sent and nothing is made.

**Set up**
1. Add your Poof, Slack and Google Sheets credentials to the nodes.
2. Fill in **Settings** as in the template that takes your calls.
3. Choose an error workflow in the workflow's settings, then publish.`,
		),
		note(
			'Payout Note',
			[0, 2.2],
			[320, 160],
			'### Payouts\nPoof keeps no key with a payout. Those of the same coin are listed; compare amount and address before anything is sent again.',
		),
	]);
}
