// The error workflow of all the others: tells in Slack and in the exception queue that a workflow has stopped.
import { about, section, step, template } from './canvas.mts';
import { appendRow, FOR_SLACK, settingsStep, slackPost } from './call-steps.mts';
import { setFields } from './fields.mts';
import { when } from './switches.mts';

// A second look for numbers: what came from a call is redacted already, what another service answered may not be.
const WITHOUT_NUMBERS = ".replace(/\\d(?:[ .-]?\\d){7,}/g, '…').slice(0, 300)";

export function somethingWentWrong() {
	const trigger = step('When a Workflow Stops', 'errorTrigger', 1, [0, 1.4], {});
	const settings = settingsStep([1, 1.4], {
		spreadsheetUrl: 'https://docs.google.com/spreadsheets/d/YOUR_SPREADSHEET_ID/edit',
		exceptionsTab: 'Exceptions',
		slackChannelId: 'YOUR_SLACK_CHANNEL_ID',
	});
	const what = setFields('What Happened', [2, 1.4], {
		workflow: '={{ $json.workflow.name }}',
		step: "={{ $json.execution?.lastNodeExecuted ?? 'its trigger' }}",
		reason:
			"={{ $json.execution?.error?.message ?? $json.trigger?.error?.message ?? 'n8n gives no reason' }}",
		link: "={{ $json.execution?.url ?? '' }}",
		execution: "={{ $json.execution?.id ?? '' }}",
	});
	const shorten = setFields(
		'Shorten the Reason',
		[3, 1.4],
		{ message: `={{ $json.reason${WITHOUT_NUMBERS} }}` },
		true,
	);
	const row = setFields('Exception Row', [4, 0], {
		Ended: 'workflow stopped',
		Detail: '={{ $json.workflow }} stopped at {{ $json.step }}: {{ $json.message }}',
		Key: '=execution {{ $json.execution }}',
		Record: '={{ $json.link }}',
	});
	const queue = appendRow('Add to Exception Queue', [5, 0], 'exceptionsTab');
	const message = setFields('Message for Slack', [4, 2.2], {
		text: '=*{{ $json.workflow }}* stopped at *{{ $json.step }}*: {{ $json.message }}',
		link: '={{ $json.link }}',
	});
	const tell = slackPost('Tell Slack', [5, 2.2], `={{ $json.text${FOR_SLACK} }} {{ $json.link }}`, {
		onError: 'continueErrorOutput',
	});
	const rowLost = step('Row Not Written', 'noOp', 1, [6, 0.2], {});
	// The upper branch has run to its end before this one begins.
	const nobody = when('Nobody Told?', [6, 2.4], "={{ $('Row Not Written').isExecuted }}");
	const stop = step('Show It in n8n', 'stopAndError', 1, [7, 2], {
		errorMessage:
			'A workflow stopped, and neither Slack nor the exception sheet could be told of it.',
	});
	const rowTells = step('The Row Tells It', 'noOp', 1, [7, 3], {});
	return template('Tell a person when a workflow stops', [
		trigger.to(settings).to(what).to(shorten),
		shorten.to(row).to(queue),
		shorten.to(message).to(tell),
		queue.output(1).to(rowLost),
		tell.output(1).to(nobody),
		nobody.output(0).to(stop),
		nobody.output(1).to(rowTells),
		about(
			[-2.2, 0],
			440,
			`## Tell a person when a workflow stops

**For** everybody who runs a template of this package: choose this workflow as *error workflow* in the settings of each.

**What happens.** n8n starts it when another workflow stops half-way. Slack gets a line that says which workflow stopped at which step and why, with a link to the execution, and the exception queue gets a row. When one of the two cannot be reached, the other one still tells; when neither can, this execution is shown as failed in n8n.

**Set up**
1. Add your Slack and Google Sheets credentials.
2. Fill in **Settings**, and publish.
3. In each other workflow: Settings, *Error workflow*, choose this one.`,
		),
		section(
			'Settings Note',
			[0, 1.4],
			[2, 1],
			`### Settings
- **spreadsheetUrl**, **exceptionsTab**: where the row goes
- **slackChannelId**: starts with C, at the end of the channel details`,
		),
		section(
			'Reason Note',
			[2, 0.4],
			[2, 2],
			`### What stopped, and why
The reason is cut to 300 characters and loses its long numbers: it may be what another service answered.`,
		),
		section(
			'Row Note',
			[4, 0],
			[3, 1.2],
			`### A row in the exception queue
It stands with the other cases that need a person, with a link to the execution.`,
		),
		section(
			'Message Note',
			[4, 2],
			[4, 2],
			`### A message in Slack
When the row could not be written either, this execution is shown as failed in n8n, where somebody can see it.`,
		),
	]);
}
