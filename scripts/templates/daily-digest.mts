// Send a daily finance digest of what calls led to, out of the ledger.
import { about, note, step, template } from './canvas.mts';
import { setting, settingsStep, slackPost } from './call-steps.mts';
import { setFields } from './fields.mts';
import { bringLedger, LEDGER } from './ledger.mts';
import { when } from './switches.mts';

/** The most lines of one section; the others are counted. */
const LINES = 20;

/** The sections in the order in which they are read, with their titles. */
const SECTIONS = {
	uncertain: 'Uncertain: look in Poof before anything else',
	waits: 'Waits for a person',
	exceptions: 'Went to the exception queue',
	done: 'Done',
};

const evenSo = { onError: 'continueRegularOutput' } as const;
const expression = (value: unknown) => JSON.stringify(value).replaceAll('"', "'");

/** From the ledger to the text of the digest; `last` is where both ways of writing it end. */
function writing() {
	const [bring, find] = bringLedger([2, 1], { executeOnce: true });
	const read = step(
		'Read the Ledger',
		'dataTable',
		1.1,
		[3, 1],
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
	const any = when('Any Calls?', [4, 1], '={{ $json.key !== undefined }}');
	const tell = setFields('Tell of Each Call', [5, 0.2], {
		section:
			"={{ $json.state !== 'settled' ? 'waits' : $json.outcome === 'uncertain' ? 'uncertain' : $json.filed === 'log' ? 'done' : 'exceptions' }}",
		call: "={{ [$json.action?.replaceAll('_', ' '), $json.amount, $json.currency, $json.requester].filter(Boolean).join(' ') }}",
		ended:
			"={{ $json.state !== 'settled' ? 'since ' + DateTime.fromISO($json.createdAt).toFormat('d LLL HH:mm') : $json.outcome }}",
		late: "={{ $json.state !== 'settled' && $json.due && DateTime.fromISO($json.due) < $now ? ', overdue' : '' }}",
		decided: "={{ $json.approver ? ', decided by ' + $json.approver : '' }}",
	});
	const withoutLinks = setFields(
		'Take Out Links',
		[6, 0.2],
		{
			line: "={{ ($json.call + ': ' + $json.ended + $json.late + $json.decided).replace(/\\w+:\\/\\/\\S*/g, '[link removed]').replace(/(\\w)\\.(?=[a-z]{2})/gi, '$1[.]') }}",
		},
		true,
	);
	// What is escaped like this is plain text in Slack and in HTML.
	const escape = setFields('Escape', [7, 0.2], {
		section: '={{ $json.section }}',
		line: "={{ $json.line.slice(0, 200).replace(/[*~`_]/g, '').replaceAll('@', '＠').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') }}",
	});
	const bySection = step('By Section', 'summarize', 1.1, [8, 0.2], {
		fieldsToSummarize: {
			values: [
				{ aggregation: 'append', field: 'line' },
				{ aggregation: 'count', field: 'line' },
			],
		},
		fieldsToSplitBy: 'section',
		options: {},
	});
	const write = setFields('Write Each Section', [9, 0.2], {
		rank: `={{ ${expression(Object.keys(SECTIONS))}.indexOf($json.section) }}`,
		title: `={{ (${expression(SECTIONS)})[$json.section] }} ({{ $json.count_line }})`,
		lines: `={{ '• ' + $json.appended_line.slice(0, ${LINES}).join('\\n• ') }}`,
		more: `={{ $json.count_line > ${LINES} ? '\\n… and ' + ($json.count_line - ${LINES}) + ' more' : '' }}`,
	});
	const sort = step('Most Urgent First', 'sort', 1, [10, 0.2], {
		type: 'simple',
		sortFieldsUi: { sortField: [{ fieldName: 'rank', order: 'ascending' }] },
		options: {},
	});
	const gather = step('Gather the Sections', 'aggregate', 1, [11, 0.2], {
		aggregate: 'aggregateAllItemData',
		destinationFieldName: 'sections',
		options: {},
	});
	const digest = setFields('Digest', [12, 0.2], {
		head: "=Calls since yesterday: {{ $('Read the Ledger').all().filter(({ json }) => DateTime.fromISO(json.createdAt) > $now.minus({ hours: 24 })).length }}.",
		slack:
			"={{ $json.sections.map(({ title, lines, more }) => '*' + title + '*\\n' + lines + more).join('\\n\\n') }}",
		html: "={{ $json.sections.map(({ title, lines, more }) => '<p><b>' + title + '</b>\\n' + lines + more + '</p>').join('').replaceAll('\\n', '<br>') }}",
	});
	const nothing = setFields('Nothing to Tell', [12, 1.6], {
		head: 'No call came in since yesterday, and nothing waits.',
		slack: '',
		html: '',
	});
	bring.to(find).to(read).to(any);
	any.output(0).to(tell).to(withoutLinks).to(escape).to(bySection).to(write).to(sort).to(gather);
	gather.to(digest);
	any.output(1).to(nothing);
	return { first: bring, ends: [digest, nothing] };
}

export function dailyDigest() {
	const schedule = step('Every Morning', 'scheduleTrigger', 1.4, [0, 1], {
		rule: { interval: [{ field: 'days', daysInterval: 1, triggerAtHour: 7 }] },
	});
	const settings = settingsStep([1, 1], {
		slackChannelId: 'YOUR_SLACK_CHANNEL_ID',
		digestEmail: '',
	});
	const { first, ends } = writing();
	const message = setFields('Message', [13, 1], {
		slack:
			"={{ '*Finance calls, ' + $now.toFormat('d LLLL yyyy') + '*\\n' + $json.head + '\\n\\n' + $json.slack }}",
		html: "={{ '<p>' + $json.head + '</p>' + $json.html }}",
	});
	const post = slackPost('Post Digest', [14, 1], '={{ $json.slack }}', evenSo);
	const mailToo = when(
		'Mail Too?',
		[15, 1],
		"={{ $('Settings').first().json.settings.digestEmail !== '' }}",
	);
	const mail = step(
		'Mail Digest',
		'gmail',
		2.2,
		[16, 0.3],
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
		[17, 1],
		"={{ !$('Post Digest').first().json.error && !$json.error }}",
	);
	const fine = step('Digest Sent', 'noOp', 1, [18, 0.4], {});
	const missed = step('Say That It Is Missing', 'stopAndError', 1, [18, 1.5], {
		errorMessage:
			"={{ 'The daily digest did not reach everybody: ' + ($('Post Digest').first().json.error || $json.error) }}",
	});
	ends.forEach((end) => end.to(message));
	return template('Send a daily finance digest of what calls led to', [
		schedule.to(settings).to(first),
		...ends,
		message.to(post).to(mailToo),
		mailToo.output(0).to(mail).to(sent),
		mailToo.output(1).to(sent),
		sent.output(0).to(fine),
		sent.output(1).to(missed),
		about(
			[-2, 0],
			480,
			`## Send a daily finance digest of what calls led to

**For** finance leads who want to see each morning what their voice agents' calls led to.

**What happens.** Each morning the ledger of the other templates is read: everything of the last 24 hours, and everything that still waits, however old. One message tells what is uncertain, what waits and since when, what went to the exception queue, and what was done and decided by whom. A quiet day is told too: a digest that does not come means that something is wrong.

**Set up**
1. Add your Slack credential, and a Gmail credential if you want it by mail.
2. Fill in **Settings**.
3. Choose an error workflow in the workflow's settings, then publish.`,
		),
		note(
			'Settings Note',
			[0, 2.2],
			[260, 160],
			`### Settings
- **slackChannelId**: starts with C; at the end of the channel's details in Slack
- **digestEmail**: who gets it by mail too; leave it empty for Slack alone`,
		),
		note(
			'Words Note',
			[5.6, -0.9],
			[300, 140],
			'### What callers said\nNames in the ledger came from calls: they can neither link nor format, neither in Slack nor in a mail.',
		),
	]);
}
