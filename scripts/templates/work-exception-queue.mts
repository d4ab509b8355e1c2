// Work the exception queue: what a reviewer has decided in the sheet is done once, and the row says what became of it.
import { WITHOUT_ZEROS } from './amounts.mts';
import { about, ownStep, section, step, template, type Place, type Step } from './canvas.mts';
import { ledgerStep, outcomeBranch, setting, settingsStep, slackPost } from './call-steps.mts';
import { setFields, setObjects } from './fields.mts';
import { bringLedger, LEDGER, whereEqual } from './ledger.mts';
import { branch, when } from './switches.mts';

const ROW = "$('Row').first().json";
const KNOWN = "$('Look in the Ledger').first().json";
const PLAN = "$('Review Request').first().json";
const PLAIN_AMOUNT = '/^\\d{1,12}(\\.\\d{1,2})?$/';
const NOW = "{{ $now.toFormat('yyyy-MM-dd HH:mm') }}";

const queue = {
	documentId: { __rl: true, mode: 'url', value: setting('spreadsheetUrl') },
	sheetName: { __rl: true, mode: 'name', value: setting('exceptionsTab') },
};

/** Finds the row by its key: rows may have moved since they were read. */
const writeRow = (name: string, at: Place, columns: Record<string, string>): Step =>
	step(
		name,
		'googleSheets',
		4.7,
		at,
		{
			resource: 'sheet',
			operation: 'update',
			...queue,
			columns: {
				mappingMode: 'defineBelow',
				matchingColumns: ['Key'],
				value: { Key: `={{ ${ROW}.key }}`, ...columns },
				schema: [],
			},
			options: { cellFormat: 'RAW' },
		},
		// Not by the error output: n8n would put an empty item on the other one as well.
		{ onError: 'continueRegularOutput', alwaysOutputData: true },
	);

/** What is to be done for a row, and what the row and the ledger then say. */
const plan = (name: string, at: Place, does: string, outcome: string, detail: string) =>
	setFields(name, at, { plan: does, outcome, detail, poofId: "={{ $json.id ?? '' }}" });

export function workExceptionQueue() {
	const schedule = step('Every 5 Minutes', 'scheduleTrigger', 1.4, [0, 2], {
		rule: { interval: [{ field: 'minutes', minutesInterval: 5 }] },
	});
	const settings = settingsStep([1, 2], {
		spreadsheetUrl: 'https://docs.google.com/spreadsheets/d/YOUR_SPREADSHEET_ID/edit',
		exceptionsTab: 'Exceptions',
		slackChannelId: 'YOUR_SLACK_CHANNEL_ID',
		paymentMethod: 'paypal',
		cancelUrl: 'https://www.example.com/invoice-cancelled',
		successUrl: 'https://www.example.com/invoice-paid',
	});
	const [bring, find] = bringLedger([2, 2]);
	const read = step(
		'Read the Queue',
		'googleSheets',
		4.7,
		[4, 2],
		{ resource: 'sheet', operation: 'read', ...queue, options: {} },
		{ executeOnce: true, retryOnFail: true, maxTries: 3, waitBetweenTries: 5000 },
	);
	const marked = when(
		'Marked and Not Worked?',
		[5, 2],
		"={{ String($json.Decision ?? '').trim() !== '' && !String($json.Ended ?? '').startsWith('worked') }}",
	);
	const nothing = step('Nothing to Do', 'noOp', 1, [6, 3], {});
	const each = step('One by One', 'splitInBatches', 3, [7, 1.8], { options: {} });
	const over = step('All Worked', 'noOp', 1, [8, 1], {});
	const row = setObjects('Row', [8, 2], {
		key: "String($json.Key ?? '')",
		callId: "String($json.Key ?? '').match(/^dialnexa:(.+):[a-z_]+$/)?.[1] ?? ''",
		action: "String($json.Action ?? '')",
		amount: "String($json.Amount ?? '')",
		currency: "String($json.Currency ?? '')",
		owner: "String($json.Owner ?? '')",
		requester: "String($json.Account || $json.Customer || '')",
		decision: "String($json.Decision ?? '').trim().toLowerCase()",
		detail: "String($json.Detail ?? '')",
	});
	const known = step(
		'Look in the Ledger',
		'dataTable',
		1.1,
		[9, 2],
		{
			resource: 'row',
			operation: 'get',
			...LEDGER,
			...whereEqual({ key: `={{ ${ROW}.callId }}` }),
			returnAll: false,
			limit: 1,
		},
		{ alwaysOutputData: true, retryOnFail: true, maxTries: 5, waitBetweenTries: 1000 },
	);
	// A sheet shows 4800.00 as 4800 once somebody has typed it.
	const amounts = setFields(
		'Both Amounts',
		[10, 2],
		{
			inRow: `={{ ${ROW}.amount${WITHOUT_ZEROS} }}`,
			inLedger: `={{ ($json.amount ?? '')${WITHOUT_ZEROS} }}`,
		},
		true,
	);
	const compared = setObjects('Row and Ledger Compared', [11, 2], {
		approved: `${ROW}.decision === 'approve'`,
		sameKey: `${ROW}.key === 'dialnexa:' + $json.key + ':create_invoice'`,
		anInvoice: "$json.action === 'create_invoice'",
		anAmount: `${PLAIN_AMOUNT}.test($json.amount)`,
		sameAmount: '$json.inRow === $json.inLedger',
		sameCurrency: `${ROW}.currency === $json.currency`,
	});
	const wanted = branch(
		'What Is to Be Done',
		[12, 1.7],
		{
			Reject: { text: `={{ ${ROW}.decision }}`, is: 'reject' },
			'By Hand': `={{ $json.approved && ${ROW}.action !== 'create_invoice' }}`,
			'Make the Invoice':
				'={{ $json.approved && $json.sameKey && $json.anInvoice && $json.anAmount && $json.sameAmount && $json.sameCurrency }}',
			'Cannot Be Read': '={{ !$json.approved }}',
		},
		'Does not agree',
	);

	const reject = plan(
		'Reject',
		[13, -1.4],
		'settle',
		'rejected',
		'Rejected by the reviewer. Nothing was done.',
	);
	const isPayout = when('A Payout?', [13, 0.6], {
		text: `={{ ${ROW}.action }}`,
		is: 'send_payout',
	});
	const noPayout = plan(
		'Send No Payout',
		[14, 0.2],
		'settle',
		'by hand',
		'No payout is sent from a mark in a sheet, which does not say whose it is. Send it in Poof when the people who may approve it have agreed.',
	);
	const byHand = plan(
		'Leave to the Reviewer',
		[14, 1.1],
		'settle',
		'by hand',
		'Handled by the reviewer: this action has no automatic step.',
	);
	const look = ownStep(
		'Look at Poof',
		'poof',
		[13, 2.4],
		{
			resource: 'transaction',
			operation: 'search',
			searchBy: 'metadata',
			searchFor: `={{ ${ROW}.key }}`,
			returnAll: false,
			limit: 1,
		},
		{ onError: 'continueRegularOutput', alwaysOutputData: true },
	);
	const there = branch(
		'There Already?',
		[14, 2.4],
		{
			Found: "={{ ($json.id ?? '') !== '' }}",
			'Not There': '={{ Object.keys($json).length === 0 }}',
		},
		'Not known',
	);
	const unknown = step('Ask Poof Next Time', 'noOp', 1, [15, 3.6], {});
	const found = plan(
		'Found at Poof',
		[15, 1.6],
		'settle',
		'duplicate',
		'=Poof lists {{ $json.id }} under the key of this row. Nothing was made.',
	);
	const make = plan('Make the Invoice', [15, 2.6], 'invoice', '', '');
	const missing = setFields('What Is Missing', [13, 5.4], {
		detail: 'Not worked yet: Decision has to be approve or reject.',
	});
	const differs = setFields('What Differs', [13, 6.4], {
		detail:
			'Not worked yet: Key, Action, Amount and Currency have to be as the ledger has them. Put them back, or make the invoice in Poof by hand and mark this row reject.',
	});
	const told = when('Said Already?', [14, 5.8], `={{ ${ROW}.detail === $json.detail }}`);
	const say = writeRow('Say It in the Row', [15, 6.2], { Detail: '={{ $json.detail }}' });

	const said = when('Could Not Be Said?', [16, 6.2], '={{ $json.error !== undefined }}');

	const request = setFields('Review Request', [16, 1], {
		step: 'claim',
		key: `={{ ${ROW}.key }} review`,
		action: `={{ ${ROW}.action }}`,
		// Of the ledger, where the call put them: what stands in the sheet is only compared with it.
		amount: `={{ ${KNOWN}.amount ?? '' }}`,
		currency: `={{ ${KNOWN}.currency ?? '' }}`,
		requester: `={{ ${ROW}.requester }}`,
		workflow: '={{ $workflow.name }}',
		execution: '={{ $execution.id }}',
		due: '={{ $now.plus({ hours: 1 }).toISO() }}',
		plan: '={{ $json.plan }}',
		outcome: '={{ $json.outcome }}',
		detail: '={{ $json.detail }}',
		poofId: '={{ $json.poofId }}',
	});
	const claim = ledgerStep('Claim the Review', [17, 1], { onError: 'continueErrorOutput' });
	const claimed = branch(
		'Claimed',
		[18, 0.8],
		{
			Invoice: `={{ $json.claim === 'owned' && ${PLAN}.plan === 'invoice' }}`,
			Settle: `={{ $json.claim === 'owned' && ${PLAN}.plan === 'settle' }}`,
			'Worked Before':
				"={{ $json.claim === 'duplicate' && $('Claim the Review').first().json.outcome !== '' }}",
		},
		'Not mine',
	);
	const create = ownStep(
		'Create Invoice',
		'poof',
		[19, -0.6],
		{
			resource: 'invoice',
			operation: 'createFiat',
			// The key of the call: what was made before is found, and nothing is made twice.
			idempotencyKey: `={{ ${ROW}.key }}`,
			amount: `={{ ${PLAN}.amount }}`,
			currency: `={{ ${PLAN}.currency }}`,
			paymentMethod: { __rl: true, mode: 'id', value: setting('paymentMethod') },
			redirectUrl: setting('cancelUrl'),
			successUrl: setting('successUrl'),
			metadata: { entry: [{ name: 'call_id', value: `={{ ${ROW}.callId }}` }] },
		},
		{ onError: 'continueErrorOutput' },
	);
	const outcome = outcomeBranch([20, -1.4]);
	const made = setFields('Invoice Made', [21, -1.9], {
		outcome: '={{ $json.outcome }}',
		detail:
			"=Invoice {{ $json.outcome === 'done' ? 'made' : 'found' }}: {{ $json.paymentLink || $json.id }}",
		poofId: '={{ $json.id }}',
		link: "={{ $json.paymentLink ?? '' }}",
	});
	const notConfirmed = setFields('Poof Did Not Confirm', [21, -0.9], {
		outcome: '={{ $json.outcome }}',
		detail: '={{ $json.reason }} {{ $json.nextStep }}',
	});
	const stopped = setFields('Poof Step Stopped', [21, 0.6], {
		outcome: 'not sent',
		detail: '={{ $json.error }}',
	});
	const decided = setFields('As Decided', [21, 1.6], {
		outcome: `={{ ${PLAN}.outcome }}`,
		detail: `={{ ${PLAN}.detail }}`,
		poofId: `={{ ${PLAN}.poofId }}`,
	});
	const before = setFields('Worked Before', [21, 2.6], {
		Ended: '=worked: {{ $json.outcome }}',
		Detail: '=Worked before. The ledger says what became of it.',
	});
	const notMine = step('Left for Now', 'noOp', 1, [19, 3.2], {});
	const result = setFields('Result', [22, 0.6], {
		step: 'record',
		key: `={{ ${PLAN}.key }}`,
		outcome: '={{ $json.outcome }}',
		detail: '={{ $json.detail }}',
		poofId: "={{ $json.poofId ?? '' }}",
		link: "={{ $json.link ?? '' }}",
		approver: 'a reviewer in the sheet',
	});
	const record = ledgerStep('Record in Ledger', [23, 0.6], {
		retryOnFail: true,
		maxTries: 3,
		waitBetweenTries: 2000,
		onError: 'continueRegularOutput',
	});
	const worked = setFields('Row as Worked', [24, 0.6], {
		Ended: "=worked: {{ $('Result').first().json.outcome }}",
		Detail: `=${NOW} {{ $('Result').first().json.detail }}`,
	});
	const write = writeRow('Write the Row', [25, 1.2], {
		Ended: '={{ $json.Ended }}',
		Detail: '={{ $json.Detail }}',
	});
	const written = when('Could Not Be Written?', [26, 1.2], '={{ $json.error !== undefined }}');
	const SAID =
		"*Exception queue, {{ $('Row').first().json.key }}*\nFor {{ $('Row').first().json.owner.replaceAll('<', '&lt;') || 'finance' }}: ";
	const goOn = { onError: 'continueRegularOutput' } as const;
	const tell = slackPost(
		'Tell Finance',
		[27, 1.8],
		`=${SAID}{{ $json.Ended ?? '' }} {{ ($json.Detail ?? '').replaceAll('<', '&lt;') }}`,
		goOn,
	);
	const tellMissing = slackPost(
		'Tell What Is Missing',
		[17, 6.6],
		`=${SAID}{{ $json.Detail }}`,
		goOn,
	);
	const next = step('Next Row', 'noOp', 1, [28, 6.7], {});
	const tellInstead = slackPost(
		'Tell Slack Instead',
		[27, 0.8],
		`=${SAID}the row was worked and could not be written. It is tried again at the next run; the ledger says what became of it.`,
		goOn,
	);

	return template('Work the exception queue in Google Sheets', [
		schedule.to(settings).to(bring).to(find).to(read).to(marked),
		marked.output(0).to(each),
		marked.output(1).to(nothing),
		each.output(0).to(over),
		each.output(1).to(row).to(known).to(amounts).to(compared).to(wanted),
		wanted.output(0).to(reject).to(request),
		wanted.output(1).to(isPayout),
		isPayout.output(0).to(noPayout).to(request),
		isPayout.output(1).to(byHand).to(request),
		wanted.output(2).to(look),
		wanted.output(3).to(missing).to(told),
		wanted.output(4).to(differs).to(told),
		look.to(there),
		there.output(0).to(found).to(request),
		there.output(1).to(make).to(request),
		there.output(2).to(unknown).to(next),
		told.output(0).to(next),
		told.output(1).to(say),
		say.to(said),
		said.output(0).to(next),
		said.output(1).to(tellMissing).to(next),
		request.to(claim),
		claim.output(0).to(claimed),
		claim.output(1).to(notMine),
		claimed.output(0).to(create),
		claimed.output(1).to(decided),
		claimed.output(2).to(before).to(write),
		claimed.output(3).to(notMine),
		notMine.to(next),
		create.output(0).to(outcome),
		create.output(1).to(stopped),
		outcome.output(0).to(made),
		outcome.output(1).to(made),
		outcome.output(2).to(notConfirmed),
		outcome.output(3).to(notConfirmed),
		outcome.output(4).to(notConfirmed),
		...[made, notConfirmed, stopped, decided].map((end) => end.to(result)),
		result.to(record).to(worked).to(write),
		write.to(written),
		written.output(0).to(tellInstead),
		written.output(1).to(tell),
		tell.to(next),
		tellInstead.to(next),
		next.to(each),
		about(
			[-2.2, 0],
			780,
			`## Work the exception queue

**For** those who work through the exceptions that the call templates put into Google Sheets.

**What happens.** Write \`approve\` or \`reject\` into the column *Decision* of a row, and a *Note* if you like. Within five minutes the row is worked once. An approved invoice is made in Poof under the key of its call, so what was made before is found and not made again. It is made only when key, action, amount and currency of the row are those of the ledger. Every other action is marked as handled by you. **A payout is never sent from here**: a mark in a sheet does not say whose it is. *Ended* then begins with \`worked\`, *Detail* says what became of it, and Slack is told.

**Set up**
1. Add your Poof, Slack and Google Sheets credentials to the nodes.
2. Fill in **Settings** as in the template that makes your invoices.
3. Choose an error workflow in the workflow's settings, so that a sheet that cannot be read is noticed. Publish.

A worked row is not worked again. When Poof refused, mend the cause and make the invoice in Poof by hand. Limit who may edit the sheet.`,
		),
		section(
			'Settings Note',
			[0, 2],
			[2, 1],
			`### Settings
- **spreadsheetUrl**, **exceptionsTab**: where the queue is
- **slackChannelId**: who is told
- **paymentMethod**: how customers pay, as Poof names it
- **cancelUrl**, **successUrl**: where customers go afterwards`,
		),
		section(
			'Marked Note',
			[2, 1],
			[7, 3],
			`### Find the marked rows
Rows with a *Decision* that are not worked yet, one by one.`,
		),
		section(
			'Ledger Note',
			[9, 1.7],
			[4, 1.6],
			`### Does the row agree?
Key, action, amount and currency have to be those of the ledger, where the call put them. Anybody may have edited the sheet.`,
		),
		section(
			'Decision Note',
			[13, -1.4],
			[3, 6],
			`### What the mark asks for
A rejected row, and one that only a person can handle, is settled. Before an invoice is made, Poof is asked whether it is there already. A payout is never sent from here.`,
		),
		section(
			'Said Note',
			[13, 5.4],
			[5, 2.2],
			`### Not worked yet
The row says what has to be put right, once, and Slack is told. It is worked when it is corrected.`,
		),
		section(
			'Claim Note',
			[16, 0.8],
			[3, 1.6],
			`### Claim the review
Of several runs one works the row. Who finds it worked before only writes the row.`,
		),
		section(
			'Work Note',
			[19, -1.9],
			[3, 6.1],
			`### Do it once
The invoice is made under the key of its call, with the amount of the ledger. What Poof did not confirm is said as it is.`,
		),
		section(
			'Record Note',
			[22, 0.6],
			[5, 1.7],
			`### Record and write
The ledger first, then the row: *Ended* begins with *worked*, and *Detail* says what became of it.`,
		),
		section(
			'Telling Note',
			[27, 0.8],
			[1, 2],
			`### Tell
Slack hears of each worked row. A row that could not be written is tried again with the next run.`,
		),
		section('Next Note', [28, 6.7], [1, 1], '### The next row\nUntil all are worked.'),
	]);
}
