// Turn a DialNexa call into a Poof invoice with Slack approval.
import { about, note, ownStep, template } from './canvas.mts';
import {
	approvalSteps,
	callTrigger,
	caughtUpTrigger,
	claimSteps,
	ending,
	filingSteps,
	handoff,
	handoffField,
	outcomeBranch,
	setting,
	settingsStep,
} from './call-steps.mts';
import { setFields } from './fields.mts';

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
		otherCalls: 'exception',
	});
	const decide = handoff([2, 2], {
		action: 'fromCall',
		allowedActions: ['create_invoice'],
		minimumMatchConfidence: '={{ $json.settings.minimumMatchConfidence }}',
		approvalThreshold: '={{ $json.settings.approvalThreshold }}',
		approvalCurrency: '={{ $json.settings.currency }}',
	});
	const { elsewhere, left, enter, claim, claimed, handled } = claimSteps(
		[3, 2],
		"$('Settings').first().json.settings.approvalHours + 1",
	);
	const { ask, decision } = approvalSteps([7, 2.5], 'Approve invoice');
	const create = ownStep(
		'Create Invoice',
		'poof',
		[9, 1],
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
	const outcome = outcomeBranch([10, 0.4]);
	const made = setFields('Invoice Made', [11, 0], {
		ended: '={{ $json.outcome }}',
		detail: "={{ $json.outcome === 'done' ? 'Invoice made.' : 'This invoice was there already.' }}",
		poofId: '={{ $json.id }}',
		link: '={{ $json.paymentLink }}',
	});
	const notConfirmed = ending(
		'Poof Did Not Confirm',
		[11, 1],
		'={{ $json.outcome }}',
		'={{ $json.nextStep }}',
	);
	const stopped = ending('Poof Step Stopped', [10, 1.8], 'not sent', '={{ $json.error }}');
	const declined = ending(
		'Declined',
		[9, 2.5],
		'declined',
		'Finance declined in Slack. Tell the customer what was decided.',
	);
	const noDecision = ending(
		'No Decision',
		[9, 3.4],
		'no decision',
		'Nobody decided in Slack in time, or Slack could not be reached. Decide here, and create the invoice in Poof by hand if it is due.',
	);
	const needsPerson = ending(
		'Needs a Person',
		[7, 4.2],
		'exception',
		"={{ $('DialNexa Handoff').item.json.reasons.map(({ message }) => message).join(' ') }}",
	);
	const notClaimed = ending(
		'Not Claimed',
		[7, 5.2],
		'not claimed',
		'The ledger could not say whether this call was handled before, so nothing was sent. Look for the call in the data table and in Poof, then decide.',
	);
	const { result, parts } = filingSteps([12, 2.5], ['done', 'duplicate']);
	return template('Turn a DialNexa call into a Poof invoice with Slack approval', [
		trigger.to(settings).to(decide),
		found.to(settings),
		decide.output(0).to(enter),
		decide.output(1).to(enter),
		decide.output(2).to(elsewhere),
		elsewhere.output(0).to(left),
		elsewhere.output(1).to(enter),
		enter.to(claim).to(claimed),
		claim.output(1).to(notClaimed),
		claimed.output(0).to(handled),
		claimed.output(1).to(notClaimed),
		claimed.output(2).to(create),
		claimed.output(3).to(ask).to(decision),
		claimed.output(4).to(needsPerson),
		decision.output(0).to(create),
		decision.output(1).to(declined),
		decision.output(2).to(noDecision),
		create.output(0).to(outcome),
		create.output(1).to(stopped),
		outcome.output(0).to(made),
		outcome.output(1).to(made),
		outcome.output(2).to(notConfirmed),
		outcome.output(3).to(notConfirmed),
		outcome.output(4).to(notConfirmed),
		...[made, notConfirmed, stopped, declined, noDecision, needsPerson, notClaimed].map((end) =>
			end.to(result),
		),
		...parts,
		about(
			[-2, 0.8],
			600,
			`## Turn a DialNexa call into a Poof invoice

**For** finance and operations teams whose voice agents take billing calls.

**What happens.** A finished call arrives, signed and with card numbers and other secrets already removed. The Handoff checks who called, what was asked and for how much. A clear call becomes an invoice. A large one asks finance in Slack first. Everything else becomes a row in the exception sheet, so nothing is lost. Each call is claimed in a ledger before anything is done: one call makes one invoice, whatever is delivered twice.

**Set up**
1. Add your DialNexa, Poof, Slack and Google Sheets credentials to the nodes.
2. Make a spreadsheet with the tabs *Exceptions* and *Log* (they may be empty).
3. Fill in **Settings**. Nothing else needs an edit.
4. Choose an error workflow in the workflow's settings, then publish.

Your DialNexa agent has to fill in analysis fields such as \`requested_action\`, \`match_confidence\` and \`amount\`: see the package's README.`,
		),
		note(
			'Trigger Note',
			[0, 1.2],
			[220, 120],
			'### A call ends\nForged deliveries get 401 and start nothing.',
		),
	]);
}
