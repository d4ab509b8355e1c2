// Approve and send a crypto payout from a DialNexa call.
import { about, note, ownStep, step, template, type Place } from './canvas.mts';
import {
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
	slackPost,
} from './call-steps.mts';
import { setFields, setObjects } from './fields.mts';
import { ledgerOf, whereEqual } from './ledger.mts';
import { decided, question } from './question.mts';
import { branch, when } from './switches.mts';

/** What Poof would send, read from a Handoff alone: nobody who decides can change it. */
const payoutOf = (source: string) => ({
	payoutAmount: `={{ $('${source}').item.json.money.coinAmount }}`,
	coin: { __rl: true, mode: 'id', value: `={{ $('${source}').item.json.money.coin }}` },
	address: `={{ $('${source}').item.json.money.address }}`,
});

const preview = (name: string, at: Place, source: string) =>
	ownStep(
		name,
		'poof',
		at,
		{ resource: 'payout', operation: 'preview', ...payoutOf(source) },
		{ onError: 'continueRegularOutput' },
	);

/** Asks by buttons whose click Slack signs, so that it is known who decided; others are told that they may not. */
const askInSlack = (name: string, at: Place, message: string, approvers: string) =>
	question(name, at, {
		channel: setting('slackChannelId'),
		message,
		yes: 'Approve payout',
		no: 'Decline',
		within: [setting('approvalHours'), 'hours'],
		from: {
			approvers,
			refusal:
				'You cannot decide on this payout: you are not among its approvers, or you have approved it already.',
		},
	});

/** Approved counts only from somebody who was asked. */
const decision = (name: string, at: Place, asked: string) =>
	decided(
		name,
		at,
		`={{ $json.data?.approved === true && ${asked}.includes($json.data.responder?.id) }}`,
	);

const PEOPLE = "$('DialNexa Handoff').item.json.approval.people";
const SENDABLE = "$('Preview Payout').item.json.wouldSend === true";
const NAME = '($json.data.responder?.name ?? $json.data.responder?.username)';
const RESPONDER = `{{ ${NAME} }} ({{ $json.data.responder?.id }})`;
const NOBODY =
	"{{ $json.error ? 'Slack could not be reached.' : 'Nobody decided in Slack in time.' }}";
const NOTHING_SENT = 'Nothing was sent.';

const SHOWN = `=*Sends {{ $('Payout Request').item.json.sends }}*
Worth {{ $('Payout Request').item.json.worth }} by Poof's price. Network fee in US dollars: {{ $('Payout Request').item.json.fee }}.
Balance {{ $('Payout Request').item.json.balance }}.

{{ $('Payout Request').item.json.about }}`;

export function callToPayout() {
	const trigger = callTrigger([0, 2]);
	const found = caughtUpTrigger([0, 3]);
	const settings = settingsStep([1, 2], {
		spreadsheetUrl: 'https://docs.google.com/spreadsheets/d/YOUR_SPREADSHEET_ID/edit',
		exceptionsTab: 'Exceptions',
		logTab: 'Log',
		slackChannelId: 'YOUR_SLACK_CHANNEL_ID',
		approvers: 'YOUR_FIRST_SLACK_USER_ID, YOUR_SECOND_SLACK_USER_ID',
		approvalHours: 8,
		twoPersonThreshold: '2000',
		currency: 'USD',
		payoutAddresses: '',
		minimumMatchConfidence: 0.85,
		otherCalls: 'exception',
	});
	const readPayout = ownStep('Read the Payout', 'dialNexaHandoff', [2, 2], {
		action: 'fromCall',
		allowedActions: ['send_payout'],
	});
	const estimate = preview('Preview Payout', [3, 2], 'Read the Payout');
	const backToCall = step('Back to the Call', 'set', 3.5, [4, 2], {
		mode: 'raw',
		jsonOutput: "={{ $('Settings').item.json }}",
		options: {},
	});
	const decide = handoff([5, 2], {
		action: 'fromCall',
		allowedActions: ['send_payout'],
		minimumMatchConfidence: '={{ $json.settings.minimumMatchConfidence }}',
		approvalCurrency: '={{ $json.settings.currency }}',
		evidence: {
			payoutWorth:
				"={{ $('Preview Payout').item.json.estimatedValue ? $('Preview Payout').item.json.estimatedValue + ' USD' : '' }}",
		},
		options: {
			twoPersonThreshold: '={{ $json.settings.twoPersonThreshold }}',
			payoutAddresses: '={{ $json.settings.payoutAddresses }}',
		},
	});
	const { claimed, claimParts } = claimSteps(
		[6, 2],
		"$('Settings').first().json.settings.approvalHours * 2 + 1",
	);

	const request = setObjects('Payout Request', [10, 2], {
		approvers:
			"[...new Set($('Settings').first().json.settings.approvers.match(/\\b[UW][A-Z0-9]{8,}\\b/g))]",
		sends:
			"[$('Preview Payout').item.json.coinAmount, $('Preview Payout').item.json.coin, 'to', '`' + $('Preview Payout').item.json.address + '`'].join(' ')",
		worth:
			"($('Preview Payout').item.json.estimatedValue || 'an unknown number of') + ' US dollars'",
		balance:
			"$('Preview Payout').item.json.balance + ', then ' + $('Preview Payout').item.json.remainingBalance",
		fee: "Number($('Preview Payout').item.json.gas?.gas_fee_in_usd) || 'unknown'",
		// Slack refuses a section above 3,000 characters.
		about: "$('DialNexa Handoff').item.json.blocks.slackMessage.slice(0, 2200)",
	});
	const askable = branch(
		'Can It Be Asked?',
		[11, 2],
		{
			Ask: `={{ ${SENDABLE} && [1, 2].includes(${PEOPLE}) && $json.approvers.length >= ${PEOPLE} }}`,
			'Not Sendable': `={{ !(${SENDABLE}) }}`,
		},
		'Too few approvers',
	);
	const ask = askInSlack(
		'Ask in Slack',
		[12, 2],
		SHOWN,
		"={{ $('Payout Request').item.json.approvers }}",
	);
	const decided = decision('First Decision', [13, 2], "$('Payout Request').item.json.approvers");
	const firstApproval = setObjects('First Approval', [14, 1], {
		ids: '[$json.data.responder.id]',
		others:
			"$('Payout Request').item.json.approvers.filter((id) => id !== $json.data.responder.id)",
		approver: `${NAME} + ' (' + $json.data.responder.id + ')'`,
	});
	const enough = when('One Person Is Enough?', [15, 1], `={{ ${PEOPLE} === 1 }}`);
	// The item holds no decision of the first person that a time limit could pass on as one of the second.
	const askSecond = askInSlack(
		'Ask a Second Person',
		[16, 1.4],
		`=*A second person has to approve.* <@{{ $('First Approval').item.json.ids[0] }}> has approved.\n${SHOWN.slice(1)}`,
		"={{ $('First Approval').item.json.others }}",
	);
	const decidedAgain = decision(
		'Second Decision',
		[17, 1.4],
		"$('First Approval').item.json.others",
	);
	const secondApproval = setObjects('Second Approval', [18, 1], {
		ids: "[$('First Approval').item.json.ids[0], $json.data.responder.id]",
		approver: `$('First Approval').item.json.approver + ' and ' + ${NAME} + ' (' + $json.data.responder.id + ')'`,
	});
	const different = when(
		'Enough Different People?',
		[19, 0.4],
		`={{ $json.ids.length >= ${PEOPLE} && new Set($json.ids).size === $json.ids.length && $json.ids.every((id) => $('Payout Request').item.json.approvers.includes(id)) }}`,
	);
	const ours = step(
		'Look in the Ledger',
		'dataTable',
		1.1,
		[20, 0.4],
		{
			resource: 'row',
			operation: 'get',
			...ledgerOf('Claim the Call'),
			...whereEqual({
				key: "={{ $('Claim Request').first().json.key }}",
				execution: '={{ $execution.id }}',
				state: 'owned',
			}),
			returnAll: false,
			limit: 1,
		},
		{ onError: 'continueRegularOutput', alwaysOutputData: true },
	);
	const previewAgain = preview('Preview Again', [21, 0.4], 'DialNexa Handoff');
	// Whoever has checked unfinished claims meanwhile has told a person to settle it by hand.
	// One person's approval does not cover a payout that is worth more by now, or nobody knows how much.
	const still = when(
		'Still as Approved?',
		[22, 0.4],
		"={{ $('Look in the Ledger').first().json.state === 'owned' && $json.wouldSend === true && ($('Enough Different People?').item.json.ids.length === 2 || ($json.estimatedValue > '' && Number($json.estimatedValue) <= Number($('Settings').first().json.settings.twoPersonThreshold))) }}",
	);
	const send = ownStep(
		'Send Payout',
		'poof',
		[23, 0],
		{
			resource: 'payout',
			operation: 'send',
			idempotencyKey: handoffField('idempotencyKey'),
			...payoutOf('DialNexa Handoff'),
		},
		{ onError: 'continueErrorOutput' },
	);
	const outcome = outcomeBranch([24, -0.6]);

	const approver = "={{ $('Enough Different People?').item.json.approver }}";
	const approvedBy = "Approved by {{ $('Enough Different People?').item.json.approver }}.";
	const sent = setFields('Payout Sent', [25, -1], {
		ended: '={{ $json.outcome }}',
		detail: `={{ $json.outcome === 'done' ? 'Payout sent.' : 'This payout was sent before.' }} ${approvedBy}`,
		poofId: '={{ $json.id }}',
		approver,
	});
	const notConfirmed = setFields('Poof Did Not Confirm', [25, 0], {
		ended: '={{ $json.outcome }}',
		detail: `={{ $json.reason }} {{ $json.nextStep }} ${approvedBy}`,
		approver,
	});
	const stopped = setFields('Poof Step Stopped', [24, 0.9], {
		ended: 'not sent',
		detail: `={{ $json.error }} ${approvedBy}`,
		approver,
	});
	const changed = setFields('Changed While Waiting', [23, 1.5], {
		ended: 'changed',
		detail: `=What was shown for approval no longer holds. {{ $('Look in the Ledger').first().json.state === 'owned' ? ($json.reason ?? $json.error) : 'The ledger does not have it as open any more.' }} ${NOTHING_SENT} ${approvedBy}`,
		approver,
	});
	const notEnough = ending(
		'Not Enough People',
		[20, 1.5],
		'not approved',
		`The approvals were not those of enough different people. ${NOTHING_SENT}`,
	);
	const before =
		"{{ $('First Approval').isExecuted ? 'Approved before by ' + $('First Approval').item.json.approver + '.' : '' }}";
	const declined = ending(
		'Declined',
		[18, 2.4],
		'declined',
		`=Declined by ${RESPONDER}. ${before} ${NOTHING_SENT} Tell the recipient what was decided.`,
	);
	const noDecision = ending(
		'No Decision',
		[18, 3.3],
		'no decision',
		`=${NOBODY} ${before} ${NOTHING_SENT}`,
	);
	const tooFew = ending(
		'Too Few Approvers',
		[12, 5.6],
		'not asked',
		`=This payout needs {{ ${PEOPLE} }} of the approvers in Settings, which names {{ $json.approvers.length }}. ${NOTHING_SENT}`,
	);
	const notSendable = ending(
		'Not Sendable',
		[12, 4.6],
		'not sendable',
		"={{ $('Preview Payout').item.json.reason ?? $('Preview Payout').item.json.error }} {{ $('Preview Payout').item.json.nextStep }}",
	);
	const needsPerson = ending(
		'Needs a Person',
		[10, 6.2],
		'exception',
		"={{ $('DialNexa Handoff').item.json.reasons.map(({ message }) => message).join(' ') }}",
	);
	const notClaimed = ending(
		'Not Claimed',
		[10, 7.2],
		'not claimed',
		'The ledger could not say whether this call was handled before, so nothing was sent. Look for the call in the data table and in Poof, then decide.',
	);
	const ended = step('Payout Decided', 'noOp', 1, [26, 3.6], {});
	const tell = slackPost(
		'Tell the Channel',
		[27, 2.4],
		"=*Payout of {{ $('Payout Request').item.json.sends }}: {{ $json.ended }}*\n{{ $json.detail.replaceAll('&', '&amp;').replaceAll('<', '&lt;') }}",
		// What became of the payout is filed all the same.
		{ onError: 'continueRegularOutput' },
	);
	const { result, parts } = filingSteps([27, 3.6], ['done', 'duplicate']);

	return template('Approve and send a crypto payout from a DialNexa call', [
		trigger.to(settings).to(readPayout),
		found.to(settings),
		readPayout.output(0).to(estimate),
		readPayout.output(1).to(estimate),
		readPayout.output(2).to(estimate),
		estimate.to(backToCall).to(decide),
		...claimParts(decide, notClaimed),
		claimed.output(2).to(request),
		claimed.output(3).to(request).to(askable),
		claimed.output(4).to(needsPerson),
		askable.output(0).to(ask).to(decided),
		askable.output(1).to(notSendable),
		askable.output(2).to(tooFew),
		decided.output(0).to(firstApproval).to(enough),
		decided.output(1).to(declined),
		decided.output(2).to(noDecision),
		enough.output(0).to(different),
		enough.output(1).to(askSecond).to(decidedAgain),
		decidedAgain.output(0).to(secondApproval).to(different),
		decidedAgain.output(1).to(declined),
		decidedAgain.output(2).to(noDecision),
		different.output(0).to(ours).to(previewAgain).to(still),
		different.output(1).to(notEnough),
		still.output(0).to(send),
		still.output(1).to(changed),
		send.output(0).to(outcome),
		send.output(1).to(stopped),
		outcome.output(0).to(sent),
		outcome.output(1).to(sent),
		outcome.output(2).to(notConfirmed),
		outcome.output(3).to(notConfirmed),
		outcome.output(4).to(notConfirmed),
		...[
			sent,
			notConfirmed,
			stopped,
			changed,
			notEnough,
			declined,
			noDecision,
			tooFew,
			notSendable,
		].map((end) => end.to(ended)),
		ended.to(tell),
		ended.to(result),
		needsPerson.to(result),
		notClaimed.to(result),
		...parts,
		about(
			[-2, 0.8],
			820,
			`## Approve and send a crypto payout

**For** finance teams whose voice agents promise partners or customers a payout.

**What happens.** A call in which recipient, consent, channel, purpose and follow-up are all confirmed is claimed in a ledger. Slack shows what would be sent, what it is worth and what the wallet holds. Only the people named in Settings can decide, and it is recorded who did. Above the second threshold, or when the worth is unknown, a second person decides as well. Then ledger and preview are looked at again, and the payout is sent once. Everything else becomes a row in the exception sheet.

**Set up**
1. In your Slack app, switch on *Interactivity* with the request URL \`https://YOUR-N8N/webhook-waiting-slack\`, and put its *Signing Secret* into the Slack credential. The bot needs \`chat:write\`, and \`users:read\` for names; invite it to the channel.
2. Add your DialNexa, Poof, Slack and Google Sheets credentials to the nodes.
3. Make a spreadsheet with the tabs *Exceptions* and *Log*.
4. Fill in **Settings**. Nothing else needs an edit.
5. Choose an error workflow in the workflow's settings, then publish.

Your DialNexa agent has to fill in fields such as \`payout_amount\`, \`payout_coin\` and \`payout_address\`: see the package's README.`,
		),
		note(
			'Settings Note',
			[0.7, 3.9],
			[460, 300],
			`### Settings
**approvers** Slack member IDs of those who may approve
**approvalHours** how long each of them is waited for
**twoPersonThreshold** worth above which two approve
**currency** of the threshold; in another than USD two people always approve
**payoutAddresses** the only wallets to pay, or empty
**minimumMatchConfidence** how sure it is who called, 0 to 1`,
		),
	]);
}
