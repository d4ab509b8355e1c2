// Approve and send a crypto payout from a DialNexa call.
import { about, ownStep, section, step, template, type Place } from './canvas.mts';
import {
	callTrigger,
	caughtUpTrigger,
	claimSteps,
	ending,
	entrySection,
	filingSteps,
	handoff,
	handoffField,
	outcomeBranch,
	setting,
	settingsNote,
	settingsStep,
	slackPost,
} from './call-steps.mts';
import { setFields } from './fields.mts';
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
	const { claimed, needsPerson, notClaimed, claimParts } = claimSteps([5, 2], {
		hoursUntilDue: "$('Settings').first().json.settings.approvalHours * 2 + 1",
		notClaimed: 'nothing was sent. Look for the call in the data table and in Poof, then decide.',
		below: 11.2,
	});

	const PREVIEW = "$('Preview Payout').item.json";
	const request = setFields(
		'Payout Request',
		[11.5, 2],
		{
			approvers: {
				list: "={{ [...new Set($('Settings').first().json.settings.approvers.match(/\\b[UW][A-Z0-9]{8,}\\b/g))] }}",
			},
			people: `={{ ${PEOPLE} }}`,
			sendable: { truth: `={{ ${PREVIEW}.wouldSend === true }}` },
			sends: `={{ ${PREVIEW}.coinAmount }} {{ ${PREVIEW}.coin }} to \`{{ ${PREVIEW}.address }}\``,
			worth: `={{ ${PREVIEW}.estimatedValue || 'an unknown number of' }} US dollars`,
			balance: `={{ ${PREVIEW}.balance }}, then {{ ${PREVIEW}.remainingBalance }}`,
			fee: `={{ Number(${PREVIEW}.gas?.gas_fee_in_usd) || 'unknown' }}`,
			// Slack refuses a section above 3,000 characters.
			about: "={{ $('DialNexa Handoff').item.json.blocks.slackMessage.slice(0, 2200) }}",
		},
		false,
		true,
	);
	const askable = branch(
		'Can It Be Asked?',
		[12.5, 1.9],
		{
			Ask: [
				'={{ $json.sendable }}',
				'={{ [1, 2].includes(Number($json.people)) }}',
				'={{ $json.approvers.length >= Number($json.people) }}',
			],
			'Not Sendable': '={{ !$json.sendable }}',
		},
		'Too few approvers',
	);
	const ask = askInSlack(
		'Ask in Slack',
		[13.5, 2],
		SHOWN,
		"={{ $('Payout Request').item.json.approvers }}",
	);
	const decided = decision(
		'First Decision',
		[14.5, 1.9],
		"$('Payout Request').item.json.approvers",
	);
	const RESPONDENT = '$json.data.responder.id';
	const firstApproval = setFields(
		'First Approval',
		[15.5, 1],
		{
			ids: { list: `={{ [${RESPONDENT}] }}` },
			others: {
				list: `={{ $('Payout Request').item.json.approvers.filter((id) => id !== ${RESPONDENT}) }}`,
			},
			approver: `=${RESPONDER}`,
		},
		false,
		true,
	);
	const enough = when('One Person Is Enough?', [16.5, 1], `={{ ${PEOPLE} === 1 }}`);
	// The item holds no decision of the first person that a time limit could pass on as one of the second.
	const askSecond = askInSlack(
		'Ask a Second Person',
		[17.5, 2],
		`=*A second person has to approve.* <@{{ $('First Approval').item.json.ids[0] }}> has approved.\n${SHOWN.slice(1)}`,
		"={{ $('First Approval').item.json.others }}",
	);
	const decidedAgain = decision(
		'Second Decision',
		[18.5, 1.9],
		"$('First Approval').item.json.others",
	);
	const secondApproval = setFields(
		'Second Approval',
		[19.5, 1],
		{
			ids: { list: `={{ [$('First Approval').item.json.ids[0], ${RESPONDENT}] }}` },
			approver: `={{ $('First Approval').item.json.approver }} and ${RESPONDER}`,
		},
		false,
		true,
	);
	const different = when(
		'Enough Different People?',
		[20.5, 0],
		[
			`={{ $json.ids.length >= ${PEOPLE} }}`,
			'={{ new Set($json.ids).size === $json.ids.length }}',
			"={{ $json.ids.every((id) => $('Payout Request').item.json.approvers.includes(id)) }}",
		],
	);
	const ours = step(
		'Look in the Ledger',
		'dataTable',
		1.1,
		[21.5, 0],
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
	const previewAgain = preview('Preview Again', [22.5, 0], 'DialNexa Handoff');
	const seen = setFields(
		'Seen Again',
		[23.5, 0],
		{
			// Whoever has checked unfinished claims meanwhile has told a person to settle it by hand.
			ours: { truth: "={{ $('Look in the Ledger').first().json.state === 'owned' }}" },
			sendable: { truth: '={{ $json.wouldSend === true }}' },
			twoApproved: {
				truth: "={{ $('Enough Different People?').item.json.ids.length === 2 }}",
			},
			worth: "={{ $json.estimatedValue ?? '' }}",
			twoPeopleFrom: "={{ $('Settings').first().json.settings.twoPersonThreshold }}",
		},
		true,
	);
	// One person's approval does not cover a payout that is worth more by now, or nobody knows how much.
	const still = when(
		'Still as Approved?',
		[24.5, 0],
		[
			'={{ $json.ours }}',
			'={{ $json.sendable }}',
			"={{ $json.twoApproved || ($json.worth !== '' && Number($json.worth) <= Number($json.twoPeopleFrom)) }}",
		],
	);
	const send = ownStep(
		'Send Payout',
		'poof',
		[25.5, -0.3],
		{
			resource: 'payout',
			operation: 'send',
			idempotencyKey: handoffField('idempotencyKey'),
			...payoutOf('DialNexa Handoff'),
		},
		{ onError: 'continueErrorOutput' },
	);
	const outcome = outcomeBranch([26.5, -0.57]);

	const approver = "={{ $('Enough Different People?').item.json.approver }}";
	const approvedBy = "Approved by {{ $('Enough Different People?').item.json.approver }}.";
	const sent = setFields('Payout Sent', [27.5, -1], {
		ended: '={{ $json.outcome }}',
		detail: `={{ $json.outcome === 'done' ? 'Payout sent.' : 'This payout was sent before.' }} ${approvedBy}`,
		poofId: '={{ $json.id }}',
		approver,
	});
	const notConfirmed = setFields('Poof Did Not Confirm', [27.5, 0.2], {
		ended: '={{ $json.outcome }}',
		detail: `={{ $json.reason }} {{ $json.nextStep }} ${approvedBy}`,
		approver,
	});
	const stopped = setFields('Poof Step Stopped', [26.5, 1.4], {
		ended: 'not sent',
		detail: `={{ $json.error }} ${approvedBy}`,
		approver,
	});
	const changed = setFields('Changed While Waiting', [25.5, 2.4], {
		ended: 'changed',
		detail: `=What was shown for approval no longer holds. {{ $json.ours ? ($json.reason ?? $json.error) : 'The ledger does not have it as open any more.' }} ${NOTHING_SENT} ${approvedBy}`,
		approver,
	});
	const notEnough = ending(
		'Not Enough People',
		[21.5, 3.4],
		'not approved',
		`The approvals were not those of enough different people. ${NOTHING_SENT}`,
	);
	const before = "Approved before by {{ $('First Approval').item.json.approver }}.";
	const declinedAgain = ending(
		'Declined by the Second',
		[19.5, 4.4],
		'declined',
		`=Declined by ${RESPONDER}. ${before} ${NOTHING_SENT} Tell the recipient what was decided.`,
	);
	const noSecondDecision = ending(
		'No Second Decision',
		[19.5, 5.4],
		'no decision',
		`=${NOBODY} ${before} ${NOTHING_SENT}`,
	);
	const declined = ending(
		'Declined',
		[15.5, 6.4],
		'declined',
		`=Declined by ${RESPONDER}. ${NOTHING_SENT} Tell the recipient what was decided.`,
	);
	const noDecision = ending(
		'No Decision',
		[15.5, 7.4],
		'no decision',
		`=${NOBODY} ${NOTHING_SENT}`,
	);
	const tooFew = ending(
		'Too Few Approvers',
		[13.5, 9.6],
		'not asked',
		`=This payout needs {{ ${PEOPLE} }} of the approvers in Settings, which names {{ $json.approvers.length }}. ${NOTHING_SENT}`,
	);
	const notSendable = ending(
		'Not Sendable',
		[13.5, 8.6],
		'not sendable',
		"={{ $('Preview Payout').item.json.reason ?? $('Preview Payout').item.json.error }} {{ $('Preview Payout').item.json.nextStep }}",
	);
	const ended = step('Payout Decided', 'noOp', 1, [28.5, 9.8], {});
	const tell = slackPost(
		'Tell the Channel',
		[29.5, 8.6],
		"=*Payout of {{ $('Payout Request').item.json.sends }}: {{ $json.ended }}*\n{{ $json.detail.replaceAll('&', '&amp;').replaceAll('<', '&lt;') }}",
		// What became of the payout is filed all the same.
		{ onError: 'continueRegularOutput' },
	);
	const { result, parts } = filingSteps([30.5, 12.4], ['done', 'duplicate']);

	return template('Approve and send a crypto payout from a DialNexa call', [
		trigger.to(settings).to(readPayout),
		found.to(settings),
		readPayout.output(0).to(estimate),
		readPayout.output(1).to(estimate),
		readPayout.output(2).to(estimate),
		estimate.to(backToCall).to(decide),
		...claimParts(decide),
		claimed.output(1).to(request),
		claimed.output(2).to(request).to(askable),
		claimed.output(3).to(needsPerson),
		askable.output(0).to(ask).to(decided),
		askable.output(1).to(notSendable),
		askable.output(2).to(tooFew),
		decided.output(0).to(firstApproval).to(enough),
		decided.output(1).to(declined),
		decided.output(2).to(noDecision),
		enough.output(0).to(different),
		enough.output(1).to(askSecond).to(decidedAgain),
		decidedAgain.output(0).to(secondApproval).to(different),
		decidedAgain.output(1).to(declinedAgain),
		decidedAgain.output(2).to(noSecondDecision),
		different.output(0).to(ours).to(previewAgain).to(seen).to(still),
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
			declinedAgain,
			noSecondDecision,
			declined,
			noDecision,
			notSendable,
			tooFew,
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
		settingsNote(
			320,
			`**approvers** Slack member IDs of those who may approve
**approvalHours** how long each of them is waited for
**twoPersonThreshold** worth above which two approve
**currency** of the threshold; in another than USD two people always approve
**payoutAddresses** the only wallets to pay, or empty
**minimumMatchConfidence** how sure it is who called, 0 to 1`,
		),
		entrySection(),
		section(
			'Worth',
			[2, 2],
			[3, 1.2],
			'### What would be sent?\nThe payout that the call asks for, previewed in Poof: worth, fee and balance. Nothing moves yet.',
		),
		section(
			'Request',
			[11.5, 2],
			[2, 1],
			'### Can it be asked?\nOnly what the wallet can pay, and with enough approvers in **Settings**.',
		),
		section('Not Asked', [13.5, 8.6], [1, 2], '### Not asked\nA row says why.'),
		section(
			'First Person',
			[13.5, 1],
			[4, 2],
			'### The first person\nOnly those named in `approvers` can press; Slack signs the click, and who it was is recorded.',
		),
		section('Not Approved', [15.5, 6.4], [1, 2], '### Not approved\nNothing is sent.'),
		section(
			'Second Person',
			[17.5, 0],
			[3, 6.4],
			'### The second person\nAbove the threshold, or when nobody knows the worth: never the same one. Declined, or not decided in time: nothing is sent.',
		),
		section(
			'Once More',
			[20.5, 0],
			[5, 4.4],
			'### Look once more\nWhile people decided, prices and balances moved. Is the call still ours, is the payout still as approved?',
		),
		section(
			'Payout',
			[25.5, -1],
			[3, 4.4],
			'### Send it, once\nPoof is never asked twice. *Uncertain* means that the money may have moved: a person looks in Poof.',
		),
		section(
			'News',
			[28.5, 8.6],
			[2, 2.2],
			'### Tell the channel\nSlack sees what became of the payout; the call is filed all the same.',
		),
	]);
}
