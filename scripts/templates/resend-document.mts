// Send a document again from Google Drive after a DialNexa call.
import { about, section, step, template, type Place } from './canvas.mts';
import {
	approvalSteps,
	callTrigger,
	caughtUpTrigger,
	claimSteps,
	ending,
	entrySection,
	filingSteps,
	handedOver,
	handoff,
	REASONS,
	setting,
	settingsNote,
	settingsStep,
} from './call-steps.mts';
import { customerSteps, LOOK_UP, RECORDS } from './customer.mts';
import { setFields } from './fields.mts';
import { mail } from './google.mts';
import { READING } from './lookups.mts';
import { branch, when } from './switches.mts';

const HANDOFF = "$('DialNexa Handoff').item.json";
const COMPANY = "$('Settings').first().json.settings.companyName";
const WANTED = "$('What to Look For').first().json";
const FOUND = "$('Fitting Files').first().json";

/** Finds the one file of this customer that was asked for, and mails it to the address on the record, once. */
function sending([column, row]: Place) {
	const basis = '={{ $json.match.basis }}';
	const handed = handedOver([column, row]);
	const onRecord = when(
		'Address and Account on Record?',
		[column + 1, row],
		[
			'={{ $json.confirmations.recipient }}',
			{ list: basis, has: 'email' },
			{ list: basis, has: 'account' },
		],
	);
	const wanted = setFields('What to Look For', [column + 2, row], {
		reference:
			'={{ $json.references.invoiceNumber || $json.references.paymentId || $json.references.document }}',
		account: '={{ $json.customer.account }}',
		kinds: {
			list: '={{ $json.references.document.toLowerCase().match(/receipt|statement|credit|tax/g) ?? [] }}',
		},
	});
	// A file belongs to the customer when its name says so: reference, account, and the kind when one was named.
	const words = setFields(
		'Words It Needs',
		[column + 3, row],
		{
			words: {
				list: "={{ [$json.reference, $json.account, ...$json.kinds].join(' ').toLowerCase().split(' ') }}",
			},
		},
		true,
	);
	const find = step(
		'Find File in Drive',
		'googleDrive',
		3,
		[column + 4, row],
		{
			resource: 'fileFolder',
			operation: 'search',
			searchMethod: 'name',
			queryString: '={{ $json.reference }}',
			returnAll: false,
			limit: 50,
			filter: {
				folderId: { __rl: true, mode: 'id', value: setting('driveFolderId') },
				whatToSearch: 'files',
			},
			options: {},
		},
		// Who finds nothing goes on with an empty item; with an error output a search that fails would do so as well.
		{ ...READING, onError: 'continueRegularOutput', alwaysOutputData: true },
	);
	const answered = when('Drive Answered?', [column + 5, row], '={{ !$json.error }}');
	const each = setFields('Each File', [column + 6, row - 0.6], {
		id: "={{ $json.id ?? '' }}",
		name: "={{ $json.name ?? '' }}",
		fits: {
			truth:
				"={{ $('Words It Needs').first().json.words.every((one) => $json.name?.toLowerCase().split(/[\\s_.,()]+/).includes(one)) }}",
		},
	});
	const fitting = setFields(
		'Fitting Files',
		[column + 7, row - 0.6],
		{ files: { list: "={{ $input.all().pluck('json').filter(({ fits }) => fits) }}" } },
		false,
		true,
	);
	const many = branch(
		'How Many',
		[column + 8, row - 0.7],
		{ One: '={{ $json.files.length === 1 }}', None: '={{ $json.files.length === 0 }}' },
		'Several',
	);
	const download = step(
		'Get the File',
		'googleDrive',
		3,
		[column + 9, row - 1],
		{
			resource: 'file',
			operation: 'download',
			fileId: { __rl: true, mode: 'id', value: '={{ $json.files[0].id }}' },
			options: {},
		},
		{ ...READING, onError: 'continueErrorOutput' },
	);
	const FILE = `{{ ${FOUND}.files[0].name }}`;
	const send = mail(
		'Mail the Document',
		[column + 11, row - 0.9],
		`={{ ${HANDOFF}.customer.email }}`,
		`=The document you asked for, from {{ ${COMPANY} }}`,
		`=Hello,

as you asked on the phone, here is ${FILE}.

If you did not ask for it, please answer this mail.

{{ ${COMPANY} }}`,
		'data',
	);
	const mailed = when(
		'Mailed?',
		[column + 12, row - 1.5],
		"={{ $json.labelIds?.includes('SENT') }}",
	);
	const sent = ending(
		'Sent',
		[column + 13, row - 1.6],
		'sent',
		`=Mailed ${FILE} to {{ ${HANDOFF}.customer.email }}. Asked for: {{ ${HANDOFF}.claim }}`,
	);
	const unsure = ending(
		'Mail Unsure',
		[column + 13, row - 0.3],
		'uncertain',
		`=Gmail did not confirm the mail with ${FILE} to {{ ${HANDOFF}.customer.email }}. Look under Sent; send it by hand if it is not there.`,
	);
	const none = ending(
		'No Such File',
		[column + 9, row + 0.9],
		'no file',
		`=The Drive folder has no file of this customer for {{ ${WANTED}.reference }}. Its name has to hold that and the account number. Find it, and send it by hand.`,
	);
	const several = ending(
		'Several Files',
		[column + 9, row + 1.9],
		'several files',
		`=Several files fit {{ ${WANTED}.reference }}: {{ ${FOUND}.files.pluck('name').join(', ') }}. Choose, and send by hand.`,
	);
	const noDrive = ending(
		'Drive Did Not Answer',
		[column + 7, row + 2.9],
		'not sent',
		'Google Drive could not be searched, so nothing was sent. Find the file, and send it by hand.',
	);
	const notGiven = ending(
		'File Not Given',
		[column + 10, row],
		'not sent',
		`=Google Drive did not give ${FILE}, so nothing was sent. Send it by hand.`,
	);
	const notOnRecord = ending(
		'Not on Record',
		[column + 2, row + 4],
		'not verified',
		`=The address and the account are not both on one record in HubSpot, so nothing was sent. Check who called, then send it by hand. ${LOOK_UP}`,
	);
	handed.to(onRecord);
	onRecord.output(0).to(wanted).to(words).to(find);
	onRecord.output(1).to(notOnRecord);
	find.to(answered);
	answered.output(0).to(each).to(fitting).to(many);
	answered.output(1).to(noDrive);
	many.output(0).to(download);
	many.output(1).to(none);
	many.output(2).to(several);
	download.output(0).to(send);
	download.output(1).to(notGiven);
	send.output(0).to(mailed);
	send.output(1).to(unsure);
	mailed.output(0).to(sent);
	mailed.output(1).to(unsure);
	return {
		first: handed,
		parts: [
			...[handed, onRecord, wanted, words, find, answered, each, fitting, many],
			...[download, send, mailed],
			section(
				'Whose File',
				[column, row],
				[3, 5],
				'### Whose file is it?\nThe address and the account must stand on one HubSpot contact, and the recipient must have been confirmed on the call. If not, a person checks who called.',
			),
			section(
				'Find',
				[column + 3, row - 1],
				[8, 5],
				'### Find the one file\nA file belongs to the customer when its name holds the invoice number, the account number, and the kind of document if one was named. Several files, or none: a person chooses.',
			),
			section(
				'Mail',
				[column + 11, row - 1.6],
				[3, 2.3],
				'### One call, one mail\nIt goes to the address on the record, once. When Gmail does not confirm, a person looks under Sent.',
			),
		],
		endings: [sent, unsure, notGiven, none, several, noDrive, notOnRecord],
	};
}

export function resendDocument() {
	const trigger = callTrigger([0, 2]);
	const found = caughtUpTrigger([0, 3]);
	const settings = settingsStep([1, 2], {
		spreadsheetUrl: 'https://docs.google.com/spreadsheets/d/YOUR_SPREADSHEET_ID/edit',
		exceptionsTab: 'Exceptions',
		logTab: 'Log',
		slackChannelId: 'YOUR_SLACK_CHANNEL_ID',
		approvalHours: 8,
		minimumMatchConfidence: 0.85,
		driveFolderId: 'YOUR_DRIVE_FOLDER_ID',
		companyName: 'YOUR_COMPANY',
		currency: 'USD',
		otherCalls: 'leave',
	});
	const { caller, parts: lookUp, together } = customerSteps([2, 2]);
	const decide = handoff([7, 2], {
		action: 'fromCall',
		allowedActions: ['resend_document'],
		minimumMatchConfidence: '={{ $json.settings.minimumMatchConfidence }}',
		approvalCurrency: '={{ $json.settings.currency }}',
		evidence: { records: RECORDS },
	});
	const { claimed, needsPerson, notClaimed, claimParts } = claimSteps([7, 2], {
		hoursUntilDue: "$('Settings').first().json.settings.approvalHours + 1",
		notClaimed:
			'nothing was sent. Look for the call in the data table and under Sent in Gmail, then decide.',
		exception: `=${REASONS} ${LOOK_UP}`,
		below: 9.4,
	});
	const { ask, decision } = approvalSteps([13.5, 3.2], 'Send the document');
	const sendIt = sending([16.5, 0.2]);
	const declined = ending(
		'Declined',
		[15.5, 6.4],
		'declined',
		'Finance declined in Slack. Tell the customer what was decided.',
	);
	const noDecision = ending(
		'No Decision',
		[15.5, 7.4],
		'no decision',
		'Nobody decided in Slack in time, or Slack could not be reached. Decide here, and send the document by hand if it may be sent.',
	);
	const { result, parts } = filingSteps([31, 10.6], ['sent']);
	return template('Send a document again from Google Drive after a DialNexa call', [
		trigger.to(settings).to(caller),
		found.to(settings),
		...lookUp,
		together.to(decide),
		...claimParts(decide),
		claimed.output(1).to(sendIt.first),
		claimed.output(2).to(ask).to(decision),
		claimed.output(3).to(needsPerson),
		decision.output(0).to(sendIt.first),
		decision.output(1).to(declined),
		decision.output(2).to(noDecision),
		...sendIt.parts,
		...[...sendIt.endings, declined, noDecision, needsPerson, notClaimed].map((end) =>
			end.to(result),
		),
		...parts,
		about(
			[-2, 0.6],
			660,
			`## Send a document again, safely

**For** teams whose voice agents are asked for invoices, receipts and statements.

**What happens.** A finished call arrives, signed and redacted. The caller is looked up in HubSpot, and the Handoff checks who called and whether the recipient was confirmed. Only when address and account stand on the same HubSpot contact is the file looked for in Google Drive: its name has to hold the invoice number and the account number, and one file has to fit. It is mailed once, to the address on the record, and the log keeps what was sent, where and why. Sensitive calls ask finance in Slack first. Everything else becomes a row in the exception sheet.

**Set up**
1. Add your DialNexa, HubSpot, Slack, Google Drive, Gmail and Google Sheets credentials to the nodes.
2. Make a spreadsheet with the tabs *Exceptions* and *Log* (they may be empty).
3. Give your HubSpot contacts a property \`account_number\`, and name the files in the Drive folder like *INV-2001 ACC-2041.pdf*.
4. Fill in **Settings**. Nothing else needs an edit.
5. Choose an error workflow in the workflow's settings, then publish.`,
		),
		settingsNote(
			280,
			`- \`spreadsheetUrl\`, \`exceptionsTab\`, \`logTab\`: where rows go
- \`slackChannelId\`: who decides; starts with C
- \`approvalHours\`: how long Slack waits
- \`minimumMatchConfidence\`: how sure who called, 0 to 1
- \`driveFolderId\`: end of the folder's address
- \`companyName\`: signs the mail
- \`otherCalls\`: \`leave\` or \`exception\``,
		),
		entrySection(),
		section(
			'Approval',
			[13.5, 3.2],
			[2, 1],
			'### Ask finance\nA sensitive request waits for a click in Slack. Declined, or not decided in time: a row in the exception sheet.',
		),
		section('Not Approved', [15.5, 6.4], [1, 2], '### Not approved\nA row says so.'),
	]);
}
