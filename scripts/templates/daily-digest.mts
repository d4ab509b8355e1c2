// Send a daily finance digest of what calls led to, out of the ledger.
import { about, section, step, template } from './canvas.mts';
import { FOR_SLACK, setting, settingsStep, slackPost } from './call-steps.mts';
import { setFields } from './fields.mts';
import { bringLedger, LEDGER } from './ledger.mts';
import { when } from './switches.mts';

/** The most lines of one section; the others are counted. */
const LINES = 20;

/** The titles of the sections, in the order in which they are read. */
const TITLES = {
	uncertain: 'Uncertain: look in Poof before anything else',
	waits: 'Waits for a person',
	exceptions: 'Went to the exception queue',
	done: 'Done',
};

const evenSo = { onError: 'continueRegularOutput' } as const;
const TITLE_STEP = "$('Section Titles').first().json";

/** From the ledger to the text of the digest; `last` is where both ways of writing it end. */
function writing() {
	const [bring, find] = bringLedger([3, 2], { executeOnce: true });
	const read = step(
		'Read the Ledger',
		'dataTable',
		1.1,
		[5, 2],
		{
			resource: 'row',
			operation: 'get',
			...LEDGER,
			matchType: 'anyCondition',
			filters: {
				conditions: [
					{ keyName: 'state', condition: 'neq', keyValue: 'settled' },
					{
						keyName: 'settledAt',
						condition: 'gte',
						keyValue: '={{ $now.minus({ hours: 24 }).toISO() }}',
					},
				],
			},
			returnAll: true,
			orderBy: true,
			orderByColumn: 'createdAt',
			orderByDirection: 'ASC',
		},
		{
			executeOnce: true,
			alwaysOutputData: true,
			retryOnFail: true,
			maxTries: 3,
			waitBetweenTries: 2000,
		},
	);
	const any = when('Any Calls?', [6, 2], '={{ $json.key !== undefined }}');
	const tell = setFields('Tell of Each Call', [7, 0], {
		settled: "={{ $json.state === 'settled' ? 'yes' : 'no' }}",
		sectionOnceSettled:
			"={{ $json.outcome === 'uncertain' ? 'uncertain' : $json.filed === 'log' ? 'done' : 'exceptions' }}",
		call: "={{ [$json.action?.replaceAll('_', ' '), $json.amount, $json.currency, $json.requester].filter(Boolean).join(' ') }}",
		outcome: '={{ $json.outcome }}',
		since: "=since {{ DateTime.fromISO($json.createdAt).toFormat('d LLL HH:mm') }}",
		overdue: "={{ $json.due && DateTime.fromISO($json.due) < $now ? ', overdue' : '' }}",
		decided: "={{ $json.approver ? ', decided by ' + $json.approver : '' }}",
		cameIn:
			"={{ DateTime.fromISO($json.createdAt) > $now.minus({ hours: 24 }) ? 'since yesterday' : 'before' }}",
	});
	const section = setFields(
		'Settled or Waiting',
		[8, 0],
		{
			section: "={{ $json.settled === 'yes' ? $json.sectionOnceSettled : 'waits' }}",
			standing: "={{ $json.settled === 'yes' ? $json.outcome : $json.since + $json.overdue }}",
		},
		true,
	);
	const line = setFields('One Line Each', [9, 0], {
		section: '={{ $json.section }}',
		line: '={{ $json.call }}: {{ $json.standing }}{{ $json.decided }}',
	});
	const withoutLinks = setFields(
		'Take Out Links',
		[10, 0],
		{
			line: "={{ $json.line.replace(/\\w+:\\/\\/\\S*/g, '[link removed]').replace(/(\\w)\\.(?=[a-z]{2})/gi, '$1[.]') }}",
		},
		true,
	);
	const withoutMarks = setFields(
		'Take Out Bold and Mentions',
		[11, 0],
		{ line: "={{ $json.line.slice(0, 200).replace(/[*~`_]/g, '').replaceAll('@', '＠') }}" },
		true,
	);
	// What is escaped like this is plain text in Slack and in HTML.
	const escape = setFields('Escape', [12, 0], { line: `={{ $json.line${FOR_SLACK} }}` }, true);
	const bySection = step('By Section', 'summarize', 1.1, [13, 0], {
		fieldsToSummarize: {
			values: [
				{ aggregation: 'append', field: 'line' },
				{ aggregation: 'count', field: 'line' },
			],
		},
		fieldsToSplitBy: 'section',
		options: {},
	});
	const write = setFields('Write Each Section', [14, 0], {
		rank: `={{ Object.keys(${TITLE_STEP}).indexOf($json.section) }}`,
		title: `={{ ${TITLE_STEP}[$json.section] }} ({{ $json.count_line }})`,
		lines: `={{ '• ' + $json.appended_line.slice(0, ${LINES}).join('\\n• ') }}`,
		more: `={{ $json.count_line > ${LINES} ? '\\n… and ' + ($json.count_line - ${LINES}) + ' more' : '' }}`,
	});
	const sort = step('Most Urgent First', 'sort', 1, [15, 0], {
		type: 'simple',
		sortFieldsUi: { sortField: [{ fieldName: 'rank', order: 'ascending' }] },
		options: {},
	});
	const text = setFields('Text of Each Section', [16, 0], {
		slack: '=*{{ $json.title }}*\n{{ $json.lines }}{{ $json.more }}',
		html: '=<p><b>{{ $json.title }}</b>\n{{ $json.lines }}{{ $json.more }}</p>',
	});
	const gather = step('Gather the Sections', 'aggregate', 1, [17, 0], {
		aggregate: 'aggregateAllItemData',
		destinationFieldName: 'sections',
		options: {},
	});
	const digest = setFields('Digest', [18, 0], {
		head: "=Calls since yesterday: {{ $('Tell of Each Call').all().filter(({ json }) => json.cameIn === 'since yesterday').length }}.",
		slack: "={{ $json.sections.map(({ slack }) => slack).join('\\n\\n') }}",
		html: "={{ $json.sections.map(({ html }) => html).join('').replaceAll('\\n', '<br>') }}",
	});
	const nothing = setFields('Nothing to Tell', [7, 2], {
		head: 'No call came in since yesterday, and nothing waits.',
		slack: '',
		html: '',
	});
	bring.to(find).to(read).to(any);
	any.output(0).to(tell).to(section).to(line).to(withoutLinks).to(withoutMarks).to(escape);
	escape.to(bySection).to(write).to(sort).to(text).to(gather).to(digest);
	any.output(1).to(nothing);
	return { first: bring, ends: [digest, nothing] };
}

export function dailyDigest() {
	const schedule = step('Every Morning', 'scheduleTrigger', 1.4, [0, 2], {
		rule: { interval: [{ field: 'days', daysInterval: 1, triggerAtHour: 7 }] },
	});
	const settings = settingsStep([1, 2], {
		slackChannelId: 'YOUR_SLACK_CHANNEL_ID',
		digestEmail: '',
	});
	const titles = setFields('Section Titles', [2, 2], TITLES);
	const { first, ends } = writing();
	const message = setFields('Message', [19, 2], {
		slack:
			"=*Finance calls, {{ $now.toFormat('d LLLL yyyy') }}*\n{{ $json.head }}\n\n{{ $json.slack }}",
		html: '=<p>{{ $json.head }}</p>{{ $json.html }}',
	});
	const post = slackPost('Post Digest', [20, 2], '={{ $json.slack }}', evenSo);
	const mailToo = when(
		'Mail Too?',
		[21, 2],
		"={{ $('Settings').first().json.settings.digestEmail !== '' }}",
	);
	const mail = step(
		'Mail Digest',
		'gmail',
		2.2,
		[22, 1.2],
		{
			resource: 'message',
			operation: 'send',
			sendTo: setting('digestEmail'),
			subject: "=Finance calls, {{ $now.toFormat('d LLLL yyyy') }}",
			emailType: 'html',
			message: "={{ $('Message').first().json.html }}",
			options: { appendAttribution: false },
		},
		evenSo,
	);
	const sent = when(
		'All Sent?',
		[23, 2],
		"={{ !$('Post Digest').first().json.error && !$json.error }}",
	);
	const fine = step('Digest Sent', 'noOp', 1, [24, 1.5], {});
	const missed = step('Say That It Is Missing', 'stopAndError', 1, [24, 2.5], {
		errorMessage:
			"=The daily digest did not reach everybody: {{ $('Post Digest').first().json.error || $json.error }}",
	});
	ends.forEach((end) => end.to(message));
	return template('Send a daily finance digest of what calls led to', [
		schedule.to(settings).to(titles).to(first),
		...ends,
		message.to(post).to(mailToo),
		mailToo.output(0).to(mail).to(sent),
		mailToo.output(1).to(sent),
		sent.output(0).to(fine),
		sent.output(1).to(missed),
		about(
			[-2.2, 0.4],
			480,
			`## Send a daily finance digest of what calls led to

**For** finance leads who want to see each morning what their voice agents' calls led to.

**What happens.** Each morning the ledger of the other templates is read: everything of the last 24 hours, and everything that still waits, however old. One message tells what is uncertain, what waits and since when, what went to the exception queue, and what was done and decided by whom. A quiet day is told too: a digest that does not come means that something is wrong.

**Set up**
1. Add your Slack credential, and a Gmail credential if you want it by mail.
2. Fill in **Settings**.
3. Choose an error workflow in the workflow's settings, then publish.`,
		),
		section(
			'Settings Note',
			[0, 2],
			[3, 1],
			`### Settings
- **slackChannelId**: starts with C; at the end of the channel's details in Slack
- **digestEmail**: who gets it by mail too; leave it empty for Slack alone
- *Section Titles*: the headings of the message, in their order`,
		),
		section(
			'Ledger Note',
			[3, 2],
			[4, 1],
			`### What the ledger has
Everything of the last 24 hours, and everything that still waits, however old. The ledger is made when it is missing.`,
		),
		section(
			'Calls Note',
			[7, 0],
			[3, 1],
			`### A line for each call
What was asked for, what became of it, since when it waits, who decided; and the section where it belongs.`,
		),
		section(
			'Words Note',
			[10, 0],
			[3, 1],
			`### What callers said
Names in the ledger came from calls: they can neither link nor format, neither in Slack nor in a mail.`,
		),
		section(
			'Sections Note',
			[13, 0],
			[6, 1],
			`### The text
The lines are put together section by section, the most urgent first. At most ${LINES} lines of each are shown; the others are counted.`,
		),
		section(
			'Quiet Note',
			[7, 2],
			[2, 1],
			`### A quiet day
It is told as well: a digest that does not come is worth a look.`,
		),
		section(
			'Sending Note',
			[19, 1.2],
			[6, 2.4],
			`### Send it
To Slack, and by mail when the Settings have an address. When one of them did not take it, the run ends as failed, so that the error workflow tells.`,
		),
	]);
}
