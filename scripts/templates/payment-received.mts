// Tell everybody about a Poof payment in Slack, HubSpot and Google Sheets.
import { WITHOUT_ZEROS } from './amounts.mts';
import { about, ownStep, section, step, template, type Place } from './canvas.mts';
import {
	ending,
	filingSteps,
	FOR_SLACK,
	ledgerStep,
	settingsStep,
	slackPost,
} from './call-steps.mts';
import { findContact, NOTE_MISSING, noteOnContact, noteOutcome } from './customer.mts';
import { setFields } from './fields.mts';
import { ledgerOf } from './ledger.mts';
import { branch, when } from './switches.mts';

const TOLD_BY_POOF = "$('Poof Trigger').first().json";
const PAYMENT = "$('The Payment').first().json";
const IN_LEDGER = "$('Call in Ledger').first().json";
const FACTS = "$('Call Facts').first().json";
const WHO = "$('Who and Which Call').first().json";
const PARTS = "$('Message Parts').first().json";
const NEWS = "$('News').first().json";
const MONEY = `{{ ${PAYMENT}.amount }} {{ ${PAYMENT}.currency }}`;
/** An address as people write them; nothing that a sheet or a message would read as anything else. */
const ADDRESS = '/^\\w[\\w.+%-]*@[\\w.-]+$/';
/** Two texts, of which the second may be empty. */
const both = (first: string, second: string) =>
	`={{ [${first}, ${second}].filter(Boolean).join(' ') }}`;

/** One event is one payment in one state: claimed in the ledger, so that whatever Poof repeats is told once. */
function claiming([column, row]: Place) {
	const facts = setFields('The Payment', [column, row], {
		id: `={{ ${TOLD_BY_POOF}.id }}`,
		status: `={{ ${TOLD_BY_POOF}.status }}`,
		amount: `={{ ${TOLD_BY_POOF}.amount ?? '' }}`,
		currency: `={{ ${TOLD_BY_POOF}.currency.toUpperCase() }}`,
		coinAmount: `={{ ${TOLD_BY_POOF}.coinAmount }}`,
		email: `={{ ${TOLD_BY_POOF}.email ?? '' }}`,
		callId: `={{ ${TOLD_BY_POOF}.metadata.call_id ?? '' }}`,
	});
	const payment = setFields('Payment Row', [column + 1, row], {
		Key: '=payment {{ $json.id }} {{ $json.status }}',
		Action: 'payment',
		Amount: '={{ $json.amount }}',
		Currency: '={{ $json.currency }}',
		'Coin Amount': '={{ $json.coinAmount }}',
		About: both('$json.id', '$json.callId'),
	});
	const enter = setFields('Claim Request', [column + 2, row], {
		step: 'claim',
		key: '={{ $json.Key }}',
		action: 'payment',
		amount: '={{ $json.Amount }}',
		currency: '={{ $json.Currency }}',
		requester: '',
		workflow: '={{ $workflow.name }}',
		execution: '={{ $execution.id }}',
		due: '={{ $now.plus({ hours: 1 }).toISO() }}',
	});
	const claim = ledgerStep('Claim the Payment', [column + 3, row], {
		onError: 'continueErrorOutput',
	});
	const claimed = branch(
		'Claimed',
		[column + 4, row - 0.3],
		{
			Duplicate: { text: '={{ $json.claim }}', is: 'duplicate' },
			Owned: { text: '={{ $json.claim }}', is: 'owned' },
		},
		'Unclear',
	);
	const told = step('Already Told', 'noOp', 1, [column + 5, row - 1], {});
	return { facts, payment, enter, claim, claimed, told };
}

/** Which call the invoice came from, what was asked for then, and who it is in HubSpot. */
function lookUps([column, row]: Place) {
	const inLedger = step(
		'Call in Ledger',
		'dataTable',
		1.1,
		[column, row],
		{
			resource: 'row',
			operation: 'get',
			...ledgerOf('Claim the Payment'),
			matchType: 'allConditions',
			filters: {
				conditions: [
					{ keyName: 'key', condition: 'eq', keyValue: `={{ ${PAYMENT}.callId || 'no call' }}` },
				],
			},
			returnAll: true,
		},
		{ onError: 'continueRegularOutput', alwaysOutputData: true, executeOnce: true },
	);
	const fromCall = when('From a Call?', [column + 1, row], `={{ ${PAYMENT}.callId !== '' }}`);
	const call = ownStep(
		'Call at DialNexa',
		'dialNexa',
		[column + 2, row - 0.4],
		{
			resource: 'call',
			operation: 'get',
			callId: `={{ ${PAYMENT}.callId }}`,
		},
		{
			retryOnFail: true,
			maxTries: 2,
			waitBetweenTries: 2000,
			onError: 'continueErrorOutput',
			executeOnce: true,
		},
	);
	const fromPayment = (name: string, at: Place, lookUp: string) =>
		setFields(name, at, { email: `={{ ${PAYMENT}.email }}`, recording: '', lookUp });
	const given = setFields('Call Given', [column + 3, row - 1], {
		email: `={{ $json.analysis?.email || ${PAYMENT}.email }}`,
		recording: "={{ $json.recordingUrl ?? '' }}",
		lookUp: '',
	});
	const notGiven = fromPayment(
		'Call Not Given',
		[column + 3, row],
		'DialNexa did not give the call.',
	);
	const noCall = fromPayment('Not From a Call', [column + 3, row + 1], '');
	const known = setFields(
		'Call Facts',
		[column + 4, row],
		{ address: `={{ ${ADDRESS}.test($json.email) ? $json.email : '' }}` },
		true,
	);
	const contact = findContact('Find Contact in HubSpot', [column + 5, row], {
		email: '$json.email',
	});
	const who = setFields('Who and Which Call', [column + 6, row], {
		contactId: "={{ $json.properties ? $json.id : '' }}",
		'row.Record': "={{ $json.properties ? ($json.url ?? '') : '' }}",
		'row.Email': `={{ ${FACTS}.address }}`,
		'row.Recording': `={{ ${FACTS}.recording }}`,
		callId: `={{ ${PAYMENT}.callId }}`,
		lookUp: both("$json.error ? 'HubSpot did not answer.' : ''", `${FACTS}.lookUp`),
	});
	const words = setFields(
		'Message Parts',
		[column + 7, row],
		{
			fromCall: "={{ $json.callId && ', from call ' + $json.callId }}",
			fromCallInNote: "={{ $json.callId && '<br>from DialNexa call ' + $json.callId }}",
			recording: "={{ $json.row.Recording && '<' + $json.row.Recording + '|recording>' }}",
			contact: "={{ $json.row.Record && '<' + $json.row.Record + '|contact in HubSpot>' }}",
		},
		true,
	);
	inLedger.to(fromCall);
	fromCall.output(0).to(call);
	fromCall.output(1).to(noCall);
	call.output(0).to(given);
	call.output(1).to(notGiven);
	for (const end of [given, notGiven, noCall]) end.to(known);
	known.to(contact).to(who).to(words);
	const parts = [inLedger, fromCall, call, given, notGiven, noCall, known, contact, who, words];
	return { first: inLedger, last: words, parts };
}

/** Says what the payment's state means, and for whom it is. */
function meanings([column, row]: Place) {
	const compared = setFields('Asked and Paid', [column, row], {
		amountIsKnown: `={{ ${IN_LEDGER}.amount ? 'yes' : 'no' }}`,
		asked: `={{ (${IN_LEDGER}.amount ?? '')${WITHOUT_ZEROS} }} {{ ${IN_LEDGER}.currency ?? '' }}`,
		paid: `={{ ${PAYMENT}.amount${WITHOUT_ZEROS} }} {{ ${PAYMENT}.currency }}`,
	});
	const what = branch(
		'What Happened',
		[column + 1, row - 0.3],
		{
			Paid: `={{ ${TOLD_BY_POOF}.isPaid && ($json.amountIsKnown === 'no' || $json.asked === $json.paid) }}`,
			'Another Amount': `={{ ${TOLD_BY_POOF}.isPaid }}`,
			'In Part or Held': `={{ ['paid_partial', 'hold'].includes(${PAYMENT}.status) }}`,
			'On Its Way or Out': `={{ ['pending', 'processing', 'payout', 'transfer_in', 'transfer_out'].includes(${PAYMENT}.status) }}`,
		},
		'Anything else',
	);
	const paid = ending('Paid', [column + 2, row - 2], 'paid', 'Paid in full.');
	const differs = ending(
		'Another Amount',
		[column + 2, row - 1],
		'amount differs',
		`=The call asked for {{ ${IN_LEDGER}.amount }} {{ ${IN_LEDGER}.currency }} and ${MONEY} was paid. Compare in Poof, then ask for the rest or pay back.`,
	);
	const partly = ending(
		'In Part or Held',
		[column + 2, row],
		`={{ ${PAYMENT}.status === 'hold' ? 'held' : 'paid in part' }}`,
		'The payment is not complete. Look in Poof what is missing, and tell the customer.',
	);
	const moved = ending(
		'Only for the Log',
		[column + 2, row + 1],
		'noted',
		`=Poof says: {{ ${PAYMENT}.status }}`,
	);
	const unknown = ending(
		'Not Known Here',
		[column + 2, row + 2],
		'unknown state',
		`=Poof calls the state {{ ${PAYMENT}.status }}, which is none of those that mean money received. Look in Poof.`,
	);
	what.output(0).to(paid);
	what.output(1).to(differs);
	what.output(2).to(partly);
	what.output(3).to(moved);
	what.output(4).to(unknown);
	compared.to(what);
	return { compared, forEverybody: [paid, differs, partly], forTheFile: [moved, unknown] };
}

/** A note on the contact and a word in Slack; what did not arrive is named in the row. */
function telling([column, row]: Place) {
	const news = setFields('News', [column, row], {
		ended: '={{ $json.ended }}',
		detail: '={{ $json.detail }}',
		rowDetail: both('$json.detail', `${WHO}.lookUp`),
		html: `=Poof payment {{ ${PAYMENT}.id }}: {{ $json.ended }}<br>${MONEY}{{ ${PARTS}.fromCallInNote }}`,
		slack: `=*{{ $json.ended.toUpperCase() }}* ${MONEY}, Poof {{ ${PAYMENT}.id }}{{ ${PARTS}.fromCall }}\n{{ $json.detail }}`,
		links: `={{ [${PARTS}.recording, ${PARTS}.contact].filter(Boolean).join(' · ') }}`,
	});
	const known = when('Contact Known?', [column + 1, row], `={{ ${WHO}.contactId !== '' }}`);
	const noted = noteOnContact([column + 2, row - 1.2], `${WHO}.contactId`, `${NEWS}.html`);
	const outcome = noteOutcome([column + 3, row - 1.2]);
	const slack = slackPost(
		'Tell Slack',
		[column + 4, row],
		`={{ ${NEWS}.slack${FOR_SLACK} }}\n{{ ${NEWS}.links }}`,
		{ onError: 'continueErrorOutput', executeOnce: true },
	);
	const silent = step('Slack Not Told', 'noOp', 1, [column + 5, row + 0.9], {});
	const told = setFields('Everybody Told', [column + 6, row], {
		ended: `={{ ${NEWS}.ended }}`,
		detail: [
			`={{ ${NEWS}.rowDetail }}`,
			NOTE_MISSING,
			"{{ $('Slack Not Told').isExecuted ? ' Slack was not told.' : '' }}",
		].join(''),
		poofId: `={{ ${PAYMENT}.id }}`,
		link: `={{ ${WHO}.row.Record }}`,
	});
	news.to(known);
	known.output(0).to(noted).to(outcome).to(slack);
	known.output(1).to(slack);
	slack.output(0).to(told);
	slack.output(1).to(silent).to(told);
	return { first: news, last: told, parts: [news, known, noted, outcome, slack, silent, told] };
}

export function paymentReceived() {
	const trigger = ownStep('Poof Trigger', 'poofTrigger', [0, 2], {
		registration: 'automatic',
		statuses: ['*'],
	});
	const settings = settingsStep([1, 2], {
		spreadsheetUrl: 'https://docs.google.com/spreadsheets/d/YOUR_SPREADSHEET_ID/edit',
		exceptionsTab: 'Exceptions',
		logTab: 'Log',
		slackChannelId: 'YOUR_SLACK_CHANNEL_ID',
	});
	const { facts, payment, enter, claim, claimed, told } = claiming([2, 2]);
	const looked = lookUps([8, 2]);
	const { compared, forEverybody, forTheFile } = meanings([16, 2]);
	const tell = telling([19, 1]);
	const notClaimed = ending(
		'Not Claimed',
		[8, 5.4],
		'not claimed',
		'The ledger could not say whether this was told before. Look for the payment in Poof.',
	);
	const ofPayment = (column: string) => `={{ $('Payment Row').first().json['${column}'] }}`;
	const ofWho = (column: string) =>
		`={{ $('Who and Which Call').isExecuted ? ${WHO}.row.${column} : '' }}`;
	const { result, parts } = filingSteps([26, 5.4], ['paid', 'noted'], {
		row: {
			...Object.fromEntries(
				['Key', 'Action', 'Amount', 'Currency', 'Coin Amount', 'About'].map((column) => [
					column,
					ofPayment(column),
				]),
			),
			...Object.fromEntries(
				['Record', 'Email', 'Recording'].map((column) => [column, ofWho(column)]),
			),
		},
		slack: `{{ ${PAYMENT}.amount }} {{ ${PAYMENT}.currency${FOR_SLACK} }}, Poof {{ ${PAYMENT}.id${FOR_SLACK} }}`,
	});
	return template('Tell everybody about a Poof payment in Slack and HubSpot', [
		trigger.to(settings).to(facts).to(payment).to(enter).to(claim).to(claimed),
		claim.output(1).to(notClaimed),
		claimed.output(0).to(told),
		claimed.output(1).to(looked.first),
		claimed.output(2).to(notClaimed),
		...looked.parts,
		looked.last.to(compared),
		...forEverybody.map((end) => end.to(tell.first)),
		...tell.parts,
		...[tell.last, ...forTheFile, notClaimed].map((end) => end.to(result)),
		...parts,
		about(
			[-2.2, 0.4],
			600,
			`## Tell everybody about a payment

**For** teams who make invoices from calls and want to know when the money is there.

**What happens.** Poof tells of a payment; the trigger asks Poof itself before it believes it. Each payment is told once in each state, whatever Poof repeats. The amount is compared with what the call asked for. Then the HubSpot contact gets a note, Slack a message with the call it came from, and the sheet a row: in the log when it is paid as invoiced, in the exceptions when the amount differs, only a part came, it is held, or Poof uses a word that is not known here.

**Set up**
1. Add your Poof, DialNexa, HubSpot, Slack and Google Sheets credentials to the nodes. The Poof credential needs the webhook shared secret.
2. Make a spreadsheet with the tabs *Exceptions* and *Log* (they may be empty).
3. Fill in **Settings**. Nothing else needs an edit.
4. Choose an error workflow in the workflow's settings, then publish.

No HubSpot? Select its steps and press D.`,
		),
		section(
			'Settings Note',
			[0, 2],
			[2, 1],
			`### Settings
- \`spreadsheetUrl\`, \`exceptionsTab\`, \`logTab\`: where rows go
- \`slackChannelId\`: who is told; starts with C`,
		),
		section(
			'Claim Note',
			[2, 1],
			[6, 2.3],
			`### Each payment once in each state
The trigger has asked Poof again: what Poof does not confirm starts nothing. Then the payment in this state is claimed in the ledger, so that whatever Poof repeats is told once.`,
		),
		section(
			'Not Claimed Note',
			[8, 5.4],
			[2, 1],
			`### The ledger is out of reach
A person looks, since it may have been told before.`,
		),
		section(
			'Call Note',
			[8, 1],
			[5, 3],
			`### The call it came from
What the call asked for stands in the ledger, and DialNexa gives the call itself. A payment may also come from elsewhere.`,
		),
		section(
			'Contact Note',
			[13, 2],
			[3, 1],
			`### Who it is in HubSpot
Found by the address of the call, else by that of the payment. No HubSpot? Select its steps and press D.`,
		),
		section(
			'Meaning Note',
			[16, 0],
			[3, 5],
			`### What it means
Paid as the call asked for, another amount, a part of it, or only a movement. The amounts are compared as text, without zeros at the end.`,
		),
		section(
			'Telling Note',
			[19, -0.2],
			[7, 3.1],
			`### Tell everybody
A note on the contact and a message in Slack, with the call it came from. What could not be told is said in the row.`,
		),
	]);
}
