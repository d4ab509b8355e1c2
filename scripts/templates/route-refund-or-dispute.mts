// Route a refund or dispute from a DialNexa call to finance.
import { about, ownStep, section, template } from './canvas.mts';
import {
	callTrigger,
	caughtUpTrigger,
	claimSteps,
	ending,
	entrySection,
	filingSteps,
	handedOver,
	handoff,
	outcomeBranch,
	setting,
	settingsNote,
	settingsStep,
} from './call-steps.mts';
import { setFields } from './fields.mts';
import { decided, question } from './question.mts';
import { when } from './switches.mts';
import { noteOnTicket, ticketLink, ticketSteps } from './ticket.mts';

const HANDOFF = "$('Handed Over').first().json";
const SETTINGS = "$('Settings').first().json.settings";
const TICKET = "$('Ticket Made').first().json";
const CLEARED = "$('Cleared').first().json";

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
	const { claimed, needsPerson, notClaimed, claimParts } = claimSteps([2, 2], {
		hoursUntilDue: "$('Settings').first().json.settings.approvalHours + 1",
		notClaimed:
			'nothing was done. Look for the call in the data table and in Zendesk, then decide.',
		below: 7,
	});
	const handed = handedOver([8.5, 1]);
	const followUp = setFields(
		'Follow-Up',
		[9.5, 1],
		{
			dueOtherwise: `={{ $now.plus({ hours: ${SETTINGS}.followUpHours }).toISO() }}`,
			callBack: [
				"={{ $json.callbackExpected ? 'The customer was promised a callback' : '' }}",
				"{{ $json.callbackExpected && $json.deadline ? ' by ' + $json.deadline : '' }}",
				"{{ $json.callbackExpected ? '.' : '' }}",
			].join(''),
		},
		true,
	);
	const { first: ticket, create } = ticketSteps([10.5, 1], `={{ ${HANDOFF}.action }}`, {
		subject: `={{ ${HANDOFF}.action.toSentenceCase() }}: {{ ${HANDOFF}.money.amount }} {{ ${HANDOFF}.money.currency }}`,
		note: `={{ ${HANDOFF}.blocks.zendeskNote }}`,
		due: '={{ $json.deadline ? DateTime.fromISO($json.deadline).toISO() : $json.dueOtherwise }}',
	});
	const made = setFields('Ticket Made', [12.5, 1], {
		id: '={{ $json.id }}',
		link: `={{ ${ticketLink('$json')} }}`,
	});
	const person = when('Cleared by the Rules?', [13.5, 1], `={{ ${HANDOFF}.route === 'ready' }}`);
	const ask = question('Ask Finance in Slack', [14.5, 2], {
		channel: setting('slackChannelId'),
		// Slack refuses a section above 3,000 characters.
		message: `={{ ${TICKET}.link }}\n{{ ${HANDOFF}.blocks.slackMessage.slice(0, 2800) }}`,
		yes: 'Approve',
		no: 'Decline',
		within: [setting('approvalHours'), 'hours'],
	});
	const decision = decided('Finance Decision', [15.5, 1.9]);
	const cleared = setFields('Cleared', [17.5, 0.2], {
		approver: "={{ $json.data?.responder?.name ?? '' }}",
		said: [
			"={{ $json.data ? 'Approved in Slack by ' : 'Within policy and below the threshold' }}",
			"{{ $json.data?.responder.name.replace(/[<>&]/g, '') ?? '' }}",
		].join(''),
	});
	const CALL_BACK = "{{ $('Follow-Up').first().json.callBack }}";
	const SAID = `{{ ${CLEARED}.said }}`;
	const recorded = noteOnTicket(
		'Note on Ticket',
		[18.5, 0.2],
		`={{ $json.said }}. Nothing has been paid back: carry it out by hand, then answer the customer. ${CALL_BACK}`,
	);
	const canCall = when(
		'Agent Calls Back?',
		[19.5, 0.2],
		[
			`={{ ${HANDOFF}.callbackExpected }}`,
			`={{ ${SETTINGS}.callbackAgentId !== '' }}`,
			`={{ ${HANDOFF}.customer.phone.startsWith('+') }}`,
		],
	);
	const order = ownStep(
		'Order Callback',
		'dialNexa',
		[20.5, -0.3],
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
	const outcome = outcomeBranch([21.5, -0.57]);
	const noted =
		"{{ $('Note on Ticket').first().json.error ? ' The approval is not on the ticket.' : '' }}";
	const byHand = `${SAID}. Carry it out by hand: ticket {{ ${TICKET}.id }}.`;
	const done = (name: string, at: [number, number], ended: string, detail: string) =>
		setFields(name, at, {
			ended,
			detail,
			link: `={{ ${TICKET}.link }}`,
			approver: `={{ ${CLEARED}.approver }}`,
		});
	const toFinance = done(
		'Handed to Finance',
		[20.5, 2.4],
		'handed to finance',
		`=${byHand} ${CALL_BACK}${noted}`,
	);
	const calling = done(
		'Callback Ordered',
		[22.5, -0.9],
		'callback ordered',
		`=${byHand} Callback: {{ $json.callId }}.${noted}`,
	);
	const notCalling = done(
		'Callback Not Sure',
		[22.5, 0.2],
		'callback not ordered',
		`=${SAID}, but the callback was not confirmed: {{ $json.reason }} {{ $json.nextStep }}${noted}`,
	);
	const callStopped = done(
		'Callback Step Stopped',
		[21.5, 1.4],
		'callback not ordered',
		`=${SAID}, but the callback was not ordered: {{ $json.error }}${noted}`,
	);
	const waiting = (name: string, at: [number, number], ended: string, detail: string) =>
		setFields(name, at, { ended, detail, link: `={{ ${TICKET}.link }}` });
	const declined = waiting(
		'Declined',
		[16.5, 3.4],
		'declined',
		`=Finance declined in Slack: {{ $json.data.responder.name }}. Tell the customer, ticket {{ ${TICKET}.id }}.`,
	);
	const noDecision = waiting(
		'No Decision',
		[16.5, 4.4],
		'no decision',
		`=Nobody decided in Slack in time, or Slack could not be reached. Decide here: ticket {{ ${TICKET}.id }}.`,
	);
	const noTicket = ending(
		'Ticket Not Made',
		[12.5, 5.6],
		'ticket not made',
		'Zendesk did not confirm the ticket, so finance was not asked. Look whether it is there, then decide.',
	);
	const { result, parts } = filingSteps([24.5, 8.2], ['handed to finance', 'callback ordered']);
	const endings = [toFinance, calling, notCalling, callStopped, declined, noDecision];
	endings.push(noTicket, needsPerson, notClaimed);
	return template('Route a refund or dispute from a DialNexa call to finance', [
		trigger.to(settings).to(decide),
		found.to(settings),
		...claimParts(decide),
		claimed.output(1).to(handed).to(followUp).to(ticket),
		claimed.output(2).to(handed),
		claimed.output(3).to(needsPerson),
		create.output(0).to(made).to(person),
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
		settingsNote(
			320,
			`**spreadsheetUrl, exceptionsTab, logTab** where rows go
**slackChannelId, approvalHours** who decides, how long Slack waits
**approvalThreshold, currency** above it finance decides
**minimumMatchConfidence** 0 to 1
**zendeskGroupId** group, or empty
**followUpHours** due date when the call names none
**callbackAgentId** agent that calls back, or empty
**otherCalls** exception or leave`,
		),
		entrySection(),
		section(
			'Ticket Section',
			[8.5, 1],
			[5, 1],
			'### A task for finance\nOne Zendesk ticket with a due date. Its first comment is an internal note: Zendesk tells the customer nothing.',
		),
		section('No Ticket', [12.5, 5.6], [1, 1], '### No ticket\nA person looks in Zendesk.'),
		section(
			'Approval',
			[13.5, 0.2],
			[4, 5.2],
			'### May it be paid back?\nOnly what the rules clear and what is below your threshold skips the question. Slack shows the ticket, and signs who clicked. Declined, or not decided in time: a row in the exception sheet.',
		),
		section(
			'Approved',
			[17.5, 0.2],
			[3, 1],
			'### Nothing is paid back here\nThe approval and its name stand on the ticket. The finance owner carries it out by hand.',
		),
		section(
			'Callback Note',
			[20.5, -0.9],
			[3, 4.3],
			'### A callback costs money\nIt is ordered once per call, after the claim, and never retried. The callback itself does not start another one. Without an agent or a number, the promise stays in the task.',
		),
	]);
}
