// Turn a DialNexa call into a Poof invoice with Slack approval.
import { about, note, ownStep, step, template, type Place } from './canvas.mts';
import {
	appendRow,
	approvalSteps,
	callTrigger,
	caughtUpTrigger,
	claimSteps,
	ending,
	filingSteps,
	handoff,
	handoffField,
	outcomeBranch,
	rowOf,
	setting,
	settingsStep,
} from './call-steps.mts';
import { customerSteps, LOOK_UP, noteOnContact } from './customer.mts';
import { setFields } from './fields.mts';
import { copyInDrive, mail } from './google.mts';
import { when } from './switches.mts';

const HANDOFF = "$('DialNexa Handoff').item.json";
const COMPANY = "$('Settings').first().json.settings.companyName";
const AMOUNT = `{{ ${HANDOFF}.money.amount }} {{ ${HANDOFF}.money.currency }}`;

/** After an invoice was made: a copy in Drive, a note in HubSpot, the payment link by mail to a verified recipient. */
function followUp([column, row]: Place) {
	const facts = setFields('Facts of the Invoice', [column, row], {
		poofId: '={{ $json.id }}',
		link: '={{ $json.paymentLink }}',
		// The record that the Handoff matched, when the address said on the call stands on it.
		contactId: `={{ ${HANDOFF}.match.basis.includes('email') ? ($('Call and Records').first().json.records || []).find(({ email }) => email.toLowerCase() === ${HANDOFF}.customer.email)?.id ?? '' : '' }}`,
		recipient: `={{ ${HANDOFF}.confirmations.recipient && ${HANDOFF}.match.basis.includes('email') ? ${HANDOFF}.customer.email : '' }}`,
	});
	const FACTS = "$('Facts of the Invoice').first().json";
	const copy = copyInDrive(
		'Store Copy in Drive',
		[column + 1, row],
		'=Invoice {{ $json.poofId }}.txt',
		`=Invoice {{ $json.poofId }}
Amount: ${AMOUNT}
Due: {{ ${HANDOFF}.money.dueDate || 'not said' }}
Customer: {{ ${HANDOFF}.customer.name }} {{ ${HANDOFF}.customer.account }}
Payment link: {{ $json.link }}
Made: {{ $now.toISO() }}
DialNexa call: {{ ${HANDOFF}.evidence.callId }}
`,
	);
	const known = when('Contact Known?', [column + 2, row], `={{ ${FACTS}.contactId !== '' }}`);
	const noted = noteOnContact(
		[column + 3, row - 0.5],
		`${FACTS}.contactId`,
		`${HANDOFF}.blocks.hubspotNote + '<br>Poof invoice ' + ${FACTS}.poofId`,
	);
	const verified = when(
		'Recipient Verified?',
		[column + 5, row],
		`={{ ${FACTS}.recipient !== '' }}`,
	);
	const send = mail(
		'Mail the Payment Link',
		[column + 6, row - 0.5],
		`={{ ${FACTS}.recipient }}`,
		`=Your invoice from {{ ${COMPANY} }}`,
		`=Hello,

as agreed on the phone, here is your invoice of ${AMOUNT}. Please pay it on this page:

{{ ${FACTS}.link }}

We never ask for card numbers on the phone or by mail.

{{ ${COMPANY} }}`,
	);
	const missing = setFields('What Is Missing', [column + 4, row], {
		missing: `={{ [$('Note Not Taken').isExecuted ? 'HubSpot did not take the note.' : '', $('Store Copy in Drive').first().json.error ? 'Drive did not take the copy.' : '', ${LOOK_UP}].filter(Boolean).join(' ') }}`,
		byHand: `={{ 'Invoice ' + ${FACTS}.poofId + ' was made, and Gmail did not confirm the mail with its payment link. Look under Sent; if it is not there, send ' + ${FACTS}.link + ' to ' + ${FACTS}.recipient + '.' }}`,
	});
	const MISSING = "$('What Is Missing').first().json";
	const made = (name: string, at: Place, mailed: string, ended = 'done') =>
		setFields(name, at, {
			ended,
			detail: `={{ ['Invoice made.', ${mailed}, ${MISSING}.missing].filter(Boolean).join(' ') }}`,
			poofId: `={{ ${FACTS}.poofId }}`,
			link: `={{ ${FACTS}.link }}`,
		});
	// A step that is off passes on what came in, which is no answer of Gmail's.
	const confirmed = when(
		'Mail Confirmed?',
		[column + 7, row - 0.5],
		"={{ $json.labelIds?.includes('SENT') }}",
	);
	const mailed = made(
		'Invoice Made and Mailed',
		[column + 8, row - 1],
		`'Payment link mailed to ' + ${FACTS}.recipient + '.'`,
	);
	const notMailed = made(
		'Invoice Made, Not Mailed',
		[column + 8, row + 0.9],
		"'The payment link was not mailed: the recipient was not verified.'",
	);
	// The customer was promised the link: a person sends it. The invoice itself is made, and stands in the log as well.
	const row1 = rowOf('Row for the Mail', [column + 8, row], {
		Ended: 'link not mailed',
		Detail: `={{ ${MISSING}.byHand }}`,
		Decision: '',
		Note: '',
	});
	const asked = appendRow('Ask a Person to Mail', [column + 9, row], 'exceptionsTab');
	const unsure = made(
		'Invoice Made, Mail Unsure',
		[column + 10, row - 0.5],
		"'Gmail did not confirm the mail with the payment link: see the exceptions.'",
	);
	const lost = made(
		'Mail Unsure, Nobody Asked',
		[column + 10, row + 0.5],
		`${MISSING}.byHand`,
		'link not mailed',
	);
	const notNoted = step('Note Not Taken', 'noOp', 1, [column + 3.4, row + 0.5], {});
	known.output(0).to(noted);
	noted.output(0).to(missing);
	noted.output(1).to(notNoted).to(missing);
	missing.to(verified);
	known.output(1).to(missing);
	verified.output(0).to(send);
	verified.output(1).to(notMailed);
	send.output(0).to(confirmed);
	send.output(1).to(row1).to(asked);
	confirmed.output(0).to(mailed);
	confirmed.output(1).to(row1);
	asked.output(0).to(unsure);
	asked.output(1).to(lost);
	return {
		first: facts,
		parts: [
			facts.to(copy).to(known),
			noted,
			notNoted,
			missing,
			verified,
			send,
			confirmed,
			row1,
			asked,
		],
		endings: [mailed, notMailed, unsure, lost],
	};
}

export function callToInvoice() {
	const trigger = callTrigger([0, 2]);
	const found = caughtUpTrigger([0, 3]);
	const settings = settingsStep([1, 2], {
		spreadsheetUrl: 'https://docs.google.com/spreadsheets/d/YOUR_SPREADSHEET_ID/edit',
		exceptionsTab: 'Exceptions',
		logTab: 'Log',
		slackChannelId: 'YOUR_SLACK_CHANNEL_ID',
		approvalHours: 8,
		approvalThreshold: '500',
		currency: 'USD',
		minimumMatchConfidence: 0.85,
		paymentMethod: 'paypal',
		cancelUrl: 'https://www.example.com/invoice-cancelled',
		successUrl: 'https://www.example.com/invoice-paid',
		companyName: 'YOUR_COMPANY',
		driveFolderId: 'YOUR_DRIVE_FOLDER_ID',
		otherCalls: 'exception',
	});
	const { owners, find, record, together } = customerSteps([2, 2]);
	const decide = handoff([6, 2], {
		action: 'fromCall',
		allowedActions: ['create_invoice'],
		minimumMatchConfidence: '={{ $json.settings.minimumMatchConfidence }}',
		approvalThreshold: '={{ $json.settings.approvalThreshold }}',
		approvalCurrency: '={{ $json.settings.currency }}',
		evidence: { records: '={{ $json.records }}' },
	});
	const { claimed, claimParts } = claimSteps(
		[7, 2],
		"$('Settings').first().json.settings.approvalHours + 1",
	);
	const { ask, decision } = approvalSteps([11, 2.5], 'Approve invoice');
	const create = ownStep(
		'Create Invoice',
		'poof',
		[13, 1],
		{
			resource: 'invoice',
			operation: 'createFiat',
			idempotencyKey: handoffField('idempotencyKey'),
			amount: handoffField('money.amount'),
			currency: handoffField('money.currency'),
			paymentMethod: { __rl: true, mode: 'id', value: setting('paymentMethod') },
			redirectUrl: setting('cancelUrl'),
			successUrl: setting('successUrl'),
			metadata: {
				entry: [
					{ name: 'call_id', value: handoffField('evidence.callId') },
					{ name: 'summary', value: handoffField('summary') },
				],
			},
		},
		{ onError: 'continueErrorOutput' },
	);
	const outcome = outcomeBranch([14, 0.4]);
	const alreadyThere = setFields('Invoice Was There', [15, 0.9], {
		ended: 'duplicate',
		detail: 'This invoice was there already. Nothing was made or mailed again.',
		poofId: '={{ $json.id }}',
		link: "={{ $json.paymentLink ?? '' }}",
	});
	const follow = followUp([15, -0.6]);
	const notConfirmed = ending(
		'Poof Did Not Confirm',
		[15, 1.8],
		'={{ $json.outcome }}',
		'={{ $json.nextStep }}',
	);
	const stopped = ending('Poof Step Stopped', [14, 2.5], 'not sent', '={{ $json.error }}');
	const declined = ending(
		'Declined',
		[13, 3.4],
		'declined',
		'Finance declined in Slack. Tell the customer what was decided.',
	);
	const noDecision = ending(
		'No Decision',
		[13, 4.3],
		'no decision',
		'Nobody decided in Slack in time, or Slack could not be reached. Decide here, and create the invoice in Poof by hand if it is due.',
	);
	const needsPerson = ending(
		'Needs a Person',
		[11, 4.6],
		'exception',
		`={{ [...$('DialNexa Handoff').item.json.reasons.map(({ message }) => message), ${LOOK_UP}].join(' ').trim() }}`,
	);
	const notClaimed = ending(
		'Not Claimed',
		[11, 5.6],
		'not claimed',
		'The ledger could not say whether this call was handled before, so nothing was sent. Look for the call in the data table and in Poof, then decide.',
	);
	const { result, parts } = filingSteps([25, 2.5], ['done', 'duplicate']);
	return template('Turn a DialNexa call into a Poof invoice with Slack approval', [
		trigger.to(settings).to(owners).to(find).to(record).to(together).to(decide),
		found.to(settings),
		...claimParts(decide, notClaimed),
		claimed.output(2).to(create),
		claimed.output(3).to(ask).to(decision),
		claimed.output(4).to(needsPerson),
		decision.output(0).to(create),
		decision.output(1).to(declined),
		decision.output(2).to(noDecision),
		create.output(0).to(outcome),
		create.output(1).to(stopped),
		outcome.output(0).to(follow.first),
		outcome.output(1).to(alreadyThere),
		outcome.output(2).to(notConfirmed),
		outcome.output(3).to(notConfirmed),
		outcome.output(4).to(notConfirmed),
		...follow.parts,
		...[
			...follow.endings,
			alreadyThere,
			notConfirmed,
			stopped,
			declined,
			noDecision,
			needsPerson,
			notClaimed,
		].map((end) => end.to(result)),
		...parts,
		about(
			[-2, 0.8],
			840,
			`## Turn a DialNexa call into a Poof invoice

**For** finance and operations teams whose voice agents take billing calls.

**What happens.** A finished call arrives, signed and with card numbers and other secrets already removed. HubSpot is asked who called and who owns them. The Handoff checks who called, what was asked and for how much. A clear call becomes an invoice. A large one asks finance in Slack first. The payment link is mailed to a recipient who was confirmed on the call and stands on the HubSpot contact; a copy goes to Google Drive, a note to HubSpot. Everything else becomes a row in the exception sheet. Each call is claimed in a ledger first: one call makes one invoice and one mail, whatever is delivered twice.

**Set up**
1. Add your DialNexa, Poof, Slack and Google Sheets credentials to the nodes, and those of HubSpot, Gmail and Google Drive.
2. Make a spreadsheet with the tabs *Exceptions* and *Log* (they may be empty).
3. Fill in **Settings**. Nothing else needs an edit.
4. Choose an error workflow in the workflow's settings, then publish.

**No HubSpot, Gmail or Drive?** Select its steps and press D: the rest works without. The link is mailed only with HubSpot.

Your DialNexa agent has to fill in analysis fields such as \`requested_action\`, \`match_confidence\` and \`amount\`: see the package's README.`,
		),
		note(
			'Settings Note',
			[0.8, 3],
			[460, 400],
			`### Settings
- \`spreadsheetUrl\`, \`exceptionsTab\`, \`logTab\`: where rows go
- \`slackChannelId\`: who decides; starts with C
- \`approvalHours\`: how long Slack waits
- \`approvalThreshold\`, \`currency\`: above it a person decides
- \`minimumMatchConfidence\`: how sure who called, 0 to 1
- \`paymentMethod\`: as Poof names it
- \`cancelUrl\`, \`successUrl\`: after not paying, after paying
- \`companyName\`: signs the mail
- \`driveFolderId\`: end of the folder's address
- \`otherCalls\`: \`leave\` or \`exception\``,
		),
		note(
			'HubSpot Note',
			[2, 1.2],
			[680, 120],
			'### Who is calling?\nBy e-mail address or number; `account_number` and `vip` too, if your contacts have them. No answer from HubSpot is not taken for "nobody".',
		),
		note(
			'Mail Note',
			[19.6, -2.4],
			[500, 120],
			'### One call, one mail\nOnly for a new invoice, only to a verified recipient. Gmail does not confirm: a person looks and sends.',
		),
		note(
			'Trigger Note',
			[0, 1.2],
			[220, 120],
			'### A call ends\nForged deliveries get 401 and start nothing.',
		),
	]);
}
