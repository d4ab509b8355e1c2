// Turn a DialNexa call into a Poof invoice with Slack approval.
import { about, ownStep, section, template, type Place } from './canvas.mts';
import {
	appendRow,
	approvalSteps,
	callTrigger,
	caughtUpTrigger,
	claimSteps,
	ending,
	entrySection,
	filingSteps,
	handoff,
	handoffField,
	outcomeBranch,
	REASONS,
	rowOf,
	setting,
	settingsNote,
	settingsStep,
} from './call-steps.mts';
import {
	customerSteps,
	LOOK_UP,
	NOTE_MISSING,
	noteOnContact,
	noteOutcome,
	RECORDS,
} from './customer.mts';
import { setFields } from './fields.mts';
import { copyInDrive, mail } from './google.mts';
import { when } from './switches.mts';

const HANDOFF = "$('DialNexa Handoff').item.json";
const NOTE = `{{ ${HANDOFF}.blocks.hubspotNote }}`;
const COMPANY = "$('Settings').first().json.settings.companyName";
const AMOUNT = `{{ ${HANDOFF}.money.amount }} {{ ${HANDOFF}.money.currency }}`;

/** After an invoice was made: a copy in Drive, a note in HubSpot, the payment link by mail to a verified recipient. */
function followUp([column, row]: Place) {
	const facts = setFields('Facts of the Invoice', [column, row], {
		poofId: '={{ $json.id }}',
		link: '={{ $json.paymentLink }}',
		email: handoffField('customer.email'),
		note: `=${NOTE}<br>Poof invoice {{ $json.id }}`,
	});
	const FACTS = "$('Facts of the Invoice').first().json";
	const contact = setFields(
		'Contact of the Caller',
		[column + 1, row],
		{
			contactId:
				"={{ $('Call and Records').first().json.records.find(({ email }) => email === $json.email)?.id ?? '' }}",
		},
		true,
	);
	const copy = copyInDrive(
		'Store Copy in Drive',
		[column + 2, row],
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
	const CONTACT = "$('Contact of the Caller').first().json.contactId";
	const onRecord = { list: `={{ ${HANDOFF}.match.basis }}`, has: 'email' };
	const known = when(
		'Contact Known?',
		[column + 3, row],
		// The address that was said on the call stands on the record that the Handoff matched.
		[onRecord, `={{ ${CONTACT} !== '' }}`],
	);
	const noted = noteOnContact([column + 4, row - 0.5], CONTACT, `${FACTS}.note`);
	const outcome = noteOutcome([column + 5, row - 0.5]);
	const missing = setFields('What Is Missing', [column + 6, row], {
		missing: [
			`=${NOTE_MISSING}`,
			"{{ $('Store Copy in Drive').first().json.error ? ' Drive did not take the copy.' : '' }}",
			` ${LOOK_UP}`,
		].join(''),
		byHand: `=Invoice {{ ${FACTS}.poofId }} was made, and Gmail did not confirm the mail with its payment link. Look under Sent; if it is not there, send {{ ${FACTS}.link }} to {{ ${FACTS}.email }}.`,
	});
	const verified = when(
		'Recipient Verified?',
		[column + 7, row],
		[`={{ ${HANDOFF}.confirmations.recipient }}`, onRecord, `={{ ${FACTS}.email !== '' }}`],
	);
	const send = mail(
		'Mail the Payment Link',
		[column + 8, row - 0.5],
		`={{ ${FACTS}.email }}`,
		`=Your invoice from {{ ${COMPANY} }}`,
		`=Hello,

as agreed on the phone, here is your invoice of ${AMOUNT}. Please pay it on this page:

{{ ${FACTS}.link }}

We never ask for card numbers on the phone or by mail.

{{ ${COMPANY} }}`,
	);
	const MISSING = "{{ $('What Is Missing').first().json.missing }}";
	const BY_HAND = "{{ $('What Is Missing').first().json.byHand }}";
	const made = (name: string, at: Place, mailed: string, ended = 'done') =>
		setFields(name, at, {
			ended,
			detail: `=Invoice made. ${mailed}${MISSING}`,
			poofId: `={{ ${FACTS}.poofId }}`,
			link: `={{ ${FACTS}.link }}`,
		});
	// A step that is off passes on what came in, which is no answer of Gmail's.
	const confirmed = when(
		'Mail Confirmed?',
		[column + 9, row - 1.1],
		"={{ $json.labelIds?.includes('SENT') }}",
	);
	const mailed = made(
		'Invoice Made and Mailed',
		[column + 12, row - 1.1],
		`Payment link mailed to {{ ${FACTS}.email }}.`,
	);
	const notMailed = made(
		'Invoice Made, Not Mailed',
		[column + 12, row + 1.9],
		'The payment link was not mailed: the recipient was not verified.',
	);
	// The customer was promised the link: a person sends it. The invoice itself is made, and stands in the log as well.
	const row1 = rowOf('Row for the Mail', [column + 10, row + 0.1], {
		Ended: 'link not mailed',
		Detail: `=${BY_HAND}`,
		Decision: '',
		Note: '',
	});
	const asked = appendRow('Ask a Person to Mail', [column + 11, row + 0.1], 'exceptionsTab');
	const unsure = made(
		'Invoice Made, Mail Unsure',
		[column + 12, row - 0.1],
		'Gmail did not confirm the mail with the payment link: see the exceptions.',
	);
	const lost = made(
		'Mail Unsure, Nobody Asked',
		[column + 12, row + 0.9],
		BY_HAND,
		'link not mailed',
	);
	known.output(0).to(noted).to(outcome).to(missing);
	known.output(1).to(missing);
	missing.to(verified);
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
			facts.to(contact).to(copy).to(known),
			noted,
			outcome,
			missing,
			verified,
			send,
			confirmed,
			row1,
			asked,
			section(
				'Copy and Note',
				[column, row - 0.5],
				[7, 2.1],
				'### Keep it with the customer\nA copy of a new invoice goes to Google Drive, a note to the HubSpot contact whose address was said on the call. What either does not take is named in the row; nothing stops.',
			),
			section(
				'Mail Note',
				[column + 7, row - 1.1],
				[6, 4],
				'### One call, one mail\nThe payment link is mailed only to a recipient who was confirmed on the call and stands on the HubSpot contact. When Gmail does not confirm, a row asks a person to look and send.',
			),
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
	const { caller, parts: lookUp, together } = customerSteps([2, 2]);
	const decide = handoff([7, 2], {
		action: 'fromCall',
		allowedActions: ['create_invoice'],
		minimumMatchConfidence: '={{ $json.settings.minimumMatchConfidence }}',
		approvalThreshold: '={{ $json.settings.approvalThreshold }}',
		approvalCurrency: '={{ $json.settings.currency }}',
		evidence: { records: RECORDS },
	});
	const { claimed, needsPerson, notClaimed, claimParts } = claimSteps([7, 2], {
		hoursUntilDue: "$('Settings').first().json.settings.approvalHours + 1",
		notClaimed: 'nothing was sent. Look for the call in the data table and in Poof, then decide.',
		exception: `=${REASONS} ${LOOK_UP}`,
		below: 8,
	});
	const { ask, decision } = approvalSteps([13.5, 3.4], 'Approve invoice');
	const create = ownStep(
		'Create Invoice',
		'poof',
		[16.5, 0.5],
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
	const outcome = outcomeBranch([17.5, 0.23]);
	const follow = followUp([19.5, -0.5]);
	const alreadyThere = setFields('Invoice Was There', [18.5, 1.2], {
		ended: 'duplicate',
		detail: 'This invoice was there already. Nothing was made or mailed again.',
		poofId: '={{ $json.id }}',
		link: "={{ $json.paymentLink ?? '' }}",
	});
	const notConfirmed = ending(
		'Poof Did Not Confirm',
		[18.5, 2.2],
		'={{ $json.outcome }}',
		'={{ $json.nextStep }}',
	);
	const stopped = ending('Poof Step Stopped', [17.5, 3.1], 'not sent', '={{ $json.error }}');
	const declined = ending(
		'Declined',
		[15.5, 5.2],
		'declined',
		'Finance declined in Slack. Tell the customer what was decided.',
	);
	const noDecision = ending(
		'No Decision',
		[15.5, 6.2],
		'no decision',
		'Nobody decided in Slack in time, or Slack could not be reached. Decide here, and create the invoice in Poof by hand if it is due.',
	);
	const { result, parts } = filingSteps([33, 2.9], ['done', 'duplicate']);
	return template('Turn a DialNexa call into a Poof invoice with Slack approval', [
		trigger.to(settings).to(caller),
		found.to(settings),
		...lookUp,
		together.to(decide),
		...claimParts(decide),
		claimed.output(1).to(create),
		claimed.output(2).to(ask).to(decision),
		claimed.output(3).to(needsPerson),
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
		settingsNote(
			380,
			`- \`spreadsheetUrl\`, \`exceptionsTab\`, \`logTab\`: where rows go
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
		entrySection(),
		section(
			'Approval',
			[13.5, 3.4],
			[2, 1],
			'### Ask finance\nA large or sensitive request waits for a click in Slack. Declined, or not decided in time: a row in the exception sheet.',
		),
		section('Not Approved', [15.5, 5.2], [1, 2], '### Not approved\nA row says so.'),
		section(
			'Invoice',
			[16.5, -0.4],
			[3, 4.5],
			'### Make the invoice, once\nPoof is never asked twice. *Refused*: nothing was made. *Uncertain*: somebody looks in Poof first.',
		),
	]);
}
