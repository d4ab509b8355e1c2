// Route a refund or dispute from a DialNexa call to finance.
import { about, note, ownStep, template } from './canvas.mts';
import {
	callTrigger,
	caughtUpTrigger,
	claimSteps,
	ending,
	filingSteps,
	handedOver,
	handoff,
	outcomeBranch,
	setting,
	settingsStep,
} from './call-steps.mts';
import { setFields } from './fields.mts';
import { decided, question } from './question.mts';
import { when } from './switches.mts';
import { noteOnTicket, ticketLink, ticketSteps } from './ticket.mts';

const HANDOFF = "$('Handed Over').first().json";
const SETTINGS = "$('Settings').first().json.settings";
const TICKET = "$('Create Ticket').first().json";
const CLEARED = "$('Cleared').first().json";
const LINK = ticketLink(TICKET);

export function routeRefundOrDispute() {
	const trigger = callTrigger([0, 2]);
	const found = caughtUpTrigger([0, 3]);
	const settings = settingsStep([1, 2], {
		spreadsheetUrl: 'https://docs.google.com/spreadsheets/d/YOUR_SPREADSHEET_ID/edit',
		exceptionsTab: 'Exceptions',
		logTab: 'Log',
		slackChannelId: 'YOUR_SLACK_CHANNEL_ID',
		approvalHours: 8,
		approvalThreshold: '100',
		currency: 'USD',
		minimumMatchConfidence: 0.85,
		zendeskGroupId: '',
		followUpHours: 24,
		callbackAgentId: '',
		otherCalls: 'exception',
	});
	const decide = handoff([2, 2], {
		action: 'fromCall',
		allowedActions: ['refund', 'dispute'],
		minimumMatchConfidence: '={{ $json.settings.minimumMatchConfidence }}',
		approvalThreshold: '={{ $json.settings.approvalThreshold }}',
		approvalCurrency: '={{ $json.settings.currency }}',
		// The callback that this workflow orders ends as a call, too: it must not lead to another one.
		evidence: { duplicateOf: "={{ $json.metadata?.callback_of ?? '' }}" },
	});
	const { claimed, claimParts } = claimSteps(
		[3, 2],
		"$('Settings').first().json.settings.approvalHours + 1",
	);
	const handed = handedOver([7, 2]);
	const { first: ticket, create } = ticketSteps([8, 1.5], `={{ ${HANDOFF}.action }}`, {
		subject: `={{ ${HANDOFF}.action.replace(/^./, (letter) => letter.toUpperCase()) }}: {{ ${HANDOFF}.money.amount }} {{ ${HANDOFF}.money.currency }}`,
		note: `={{ ${HANDOFF}.blocks.zendeskNote }}`,
		due: `={{ (${HANDOFF}.deadline ? DateTime.fromISO(${HANDOFF}.deadline) : $now.plus({ hours: ${SETTINGS}.followUpHours })).toISO() }}`,
	});
	const person = when('Cleared by the Rules?', [10, 1.5], `={{ ${HANDOFF}.route === 'ready' }}`);
	const ask = question('Ask Finance in Slack', [11, 2], {
		channel: setting('slackChannelId'),
		message: `={{ (${LINK} + '\\n' + ${HANDOFF}.blocks.slackMessage).slice(0, 3000) }}`,
		yes: 'Approve',
		no: 'Decline',
		within: [setting('approvalHours'), 'hours'],
	});
	const decision = decided('Finance Decision', [12, 2]);
	const cleared = setFields('Cleared', [13, 0.5], {
		approver: "={{ $json.data?.responder?.name ?? '' }}",
		said: "={{ $json.data ? 'Approved in Slack by ' + $json.data.responder.name.replace(/[<>&]/g, '') : 'Within policy and below the threshold' }}",
		callBack: `={{ ${HANDOFF}.callbackExpected ? 'The customer was promised a callback' + (${HANDOFF}.deadline ? ' by ' + ${HANDOFF}.deadline : '') + '.' : '' }}`,
	});
	const recorded = noteOnTicket(
		'Note on Ticket',
		[14, 0.5],
		'={{ $json.said }}. Nothing has been paid back: carry it out by hand, then answer the customer. {{ $json.callBack }}',
	);
	const canCall = when(
		'Agent Calls Back?',
		[15, 0.5],
		`={{ ${HANDOFF}.callbackExpected && ${SETTINGS}.callbackAgentId !== '' && ${HANDOFF}.customer.phone.startsWith('+') }}`,
	);
	const order = ownStep(
		'Order Callback',
		'dialNexa',
		[16, 0],
		{
			resource: 'call',
			operation: 'create',
			idempotencyKey: `={{ ${HANDOFF}.idempotencyKey }}:callback`,
			agentId: { __rl: true, mode: 'id', value: setting('callbackAgentId') },
			phoneNumber: `={{ ${HANDOFF}.customer.phone }}`,
			metadata: {
				entry: [
					{ name: 'callback_of', value: `={{ ${HANDOFF}.evidence.callId }}` },
					{ name: 'about', value: `={{ ${HANDOFF}.action }}` },
					{ name: 'reference', value: `={{ ${HANDOFF}.destination.id }}` },
					{ name: 'decision', value: 'approved' },
				],
			},
		},
		{ onError: 'continueErrorOutput' },
	);
	const outcome = outcomeBranch([17, 0]);
	const noted =
		"($('Note on Ticket').first().json.error ? ' The approval is not on the ticket.' : '')";
	const done = (name: string, at: [number, number], ended: string, detail: string) =>
		setFields(name, at, {
			ended,
			detail,
			link: `={{ ${LINK} }}`,
			approver: `={{ ${CLEARED}.approver }}`,
		});
	const toFinance = done(
		'Handed to Finance',
		[16, 1],
		'handed to finance',
		`={{ ${CLEARED}.said + '. Carry it out by hand: ticket ' + ${TICKET}.id + '. ' + ${CLEARED}.callBack + ${noted} }}`,
	);
	const calling = done(
		'Callback Ordered',
		[18, -0.5],
		'callback ordered',
		`={{ ${CLEARED}.said + '. Carry it out by hand: ticket ' + ${TICKET}.id + '. Callback: ' + $json.callId + '.' + ${noted} }}`,
	);
	const notCalling = done(
		'Callback Not Sure',
		[18, 0.5],
		'callback not ordered',
		`={{ ${CLEARED}.said + ', but the callback was not confirmed: ' + $json.reason + ' ' + $json.nextStep + ${noted} }}`,
	);
	const callStopped = done(
		'Callback Step Stopped',
		[17, 1.6],
		'callback not ordered',
		`={{ ${CLEARED}.said + ', but the callback was not ordered: ' + $json.error + ${noted} }}`,
	);
	const waiting = (name: string, at: [number, number], ended: string, detail: string) =>
		setFields(name, at, { ended, detail, link: `={{ ${LINK} }}` });
	const declined = waiting(
		'Declined',
		[14, 2.6],
		'declined',
		`={{ 'Finance declined in Slack: ' + $json.data.responder.name + '. Tell the customer, ticket ' + ${TICKET}.id + '.' }}`,
	);
	const noDecision = waiting(
		'No Decision',
		[14, 3.5],
		'no decision',
		`={{ 'Nobody decided in Slack in time, or Slack could not be reached. Decide here: ticket ' + ${TICKET}.id + '.' }}`,
	);
	const noTicket = ending(
		'Ticket Not Made',
		[10, 4.2],
		'ticket not made',
		'Zendesk did not confirm the ticket, so finance was not asked. Look whether it is there, then decide.',
	);
	const needsPerson = ending(
		'Needs a Person',
		[8, 5.1],
		'exception',
		"={{ $('DialNexa Handoff').item.json.reasons.map(({ message }) => message).join(' ') }}",
	);
	const notClaimed = ending(
		'Not Claimed',
		[8, 6],
		'not claimed',
		'The ledger could not say whether this call was handled before, so nothing was done. Look for the call in the data table and in Zendesk, then decide.',
	);
	const { result, parts } = filingSteps([20, 5], ['handed to finance', 'callback ordered']);
	const endings = [toFinance, calling, notCalling, callStopped, declined, noDecision];
	endings.push(noTicket, needsPerson, notClaimed);
	return template('Route a refund or dispute from a DialNexa call to finance', [
		trigger.to(settings).to(decide),
		found.to(settings),
		...claimParts(decide, notClaimed),
		claimed.output(2).to(handed).to(ticket),
		claimed.output(3).to(handed),
		claimed.output(4).to(needsPerson),
		create.output(0).to(person),
		create.output(1).to(noTicket),
		person.output(0).to(cleared),
		person.output(1).to(ask).to(decision),
		decision.output(0).to(cleared),
		decision.output(1).to(declined),
		decision.output(2).to(noDecision),
		cleared.to(recorded).to(canCall),
		canCall.output(0).to(order),
		canCall.output(1).to(toFinance),
		order.output(0).to(outcome),
		order.output(1).to(callStopped),
		outcome.output(0).to(calling),
		outcome.output(1).to(calling),
		outcome.output(2).to(notCalling),
		outcome.output(3).to(notCalling),
		outcome.output(4).to(notCalling),
		...endings.map((end) => end.to(result)),
		...parts,
		about(
			[-2, 0.8],
			660,
			`## Route a refund or dispute to finance

**For** support and finance teams whose voice agents take refund requests and disputes.

**What happens.** A finished call arrives, signed and redacted, with reason, policy, amount and order. A Zendesk ticket is made as a task with a due date, as an internal note. Finance approves in Slack; only a refund that the rules clear and that is below your threshold skips the question. The approval is recorded on the ticket, with the name. **No refund is ever carried out here**: the finance owner does that. A promised callback is ordered from DialNexa, or stays in the task when you name no callback agent.

**Set up**
1. Add your DialNexa, Zendesk, Slack and Google Sheets credentials to the nodes.
2. Give your Slack app its interactivity URL, as n8n's Slack documentation says.
3. Make a spreadsheet with the tabs *Exceptions* and *Log* (they may be empty).
4. Fill in **Settings**. Nothing else needs an edit.
5. Choose an error workflow in the workflow's settings, then publish.`,
		),
		note(
			'Settings Note',
			[1, 3.1],
			[400, 320],
			`### Settings
**spreadsheetUrl, exceptionsTab, logTab** where rows go
**slackChannelId, approvalHours** who decides, how long Slack waits
**approvalThreshold, currency** above it finance decides
**minimumMatchConfidence** 0 to 1
**zendeskGroupId** group, or empty
**followUpHours** due date when the call names none
**callbackAgentId** agent that calls back, or empty
**otherCalls** exception or leave`,
		),
		note(
			'Callback Note',
			[15, -1.3],
			[420, 160],
			'### A callback costs money\nIt is ordered once per call, after the claim, and never retried. The callback itself does not start another one.',
		),
	]);
}
