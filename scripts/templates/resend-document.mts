// Send a document again from Google Drive after a DialNexa call.
import { about, note, step, template, type Place } from './canvas.mts';
import {
	approvalSteps,
	callTrigger,
	caughtUpTrigger,
	claimSteps,
	ending,
	filingSteps,
	handoff,
	setting,
	settingsStep,
} from './call-steps.mts';
import { customerSteps, LOOK_UP } from './customer.mts';
import { setObjects } from './fields.mts';
import { mail } from './google.mts';
import { branch, when } from './switches.mts';

const HANDOFF = "$('DialNexa Handoff').item.json";
const COMPANY = "$('Settings').first().json.settings.companyName";
const WANTED = "$('What to Look For').first().json";
const FOUND = "$('Fitting Files').first().json";
const reading = { retryOnFail: true, maxTries: 2, waitBetweenTries: 2000 };

/** Finds the one file of this customer that was asked for, and mails it to the address on the record, once. */
function sending([column, row]: Place) {
	const onRecord = when(
		'Address and Account on Record?',
		[column, row],
		`={{ ${HANDOFF}.confirmations.recipient && ['email', 'account'].every((what) => ${HANDOFF}.match.basis.includes(what)) }}`,
	);
	// A file belongs to the customer when its name says so: reference, account, and the kind when one was named.
	const wanted = setObjects('What to Look For', [column + 1, row], {
		reference: `${HANDOFF}.references.invoiceNumber || ${HANDOFF}.references.paymentId || ${HANDOFF}.references.document`,
		kinds: `${HANDOFF}.references.document.toLowerCase().match(/receipt|statement|credit|tax/g) ?? []`,
	});
	const find = step(
		'Find File in Drive',
		'googleDrive',
		3,
		[column + 2, row],
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
		{ ...reading, onError: 'continueRegularOutput', alwaysOutputData: true },
	);
	const answered = when('Drive Answered?', [column + 3, row], '={{ !$json.error }}');
	const words = `[${WANTED}.reference, ${HANDOFF}.customer.account, ...${WANTED}.kinds].join(' ').toLowerCase().split(' ')`;
	const fitting = setObjects('Fitting Files', [column + 4, row], {
		files: `$input.all().map(({ json }) => json).filter(({ id, name }) => id && ${words}.every((word) => name.toLowerCase().split(/[\\s_.,()]+/).includes(word)))`,
	});
	const many = branch(
		'How Many',
		[column + 5, row],
		{ One: '={{ $json.files.length === 1 }}', None: '={{ $json.files.length === 0 }}' },
		'Several',
	);
	const download = step(
		'Get the File',
		'googleDrive',
		3,
		[column + 6, row - 0.6],
		{
			resource: 'file',
			operation: 'download',
			fileId: { __rl: true, mode: 'id', value: '={{ $json.files[0].id }}' },
			options: {},
		},
		{ ...reading, onError: 'continueErrorOutput' },
	);
	const send = mail(
		'Mail the Document',
		[column + 7, row - 0.6],
		`={{ ${HANDOFF}.customer.email }}`,
		`=The document you asked for, from {{ ${COMPANY} }}`,
		`=Hello,

as you asked on the phone, here is {{ ${FOUND}.files[0].name }}.

If you did not ask for it, please answer this mail.

{{ ${COMPANY} }}`,
		'data',
	);
	const mailed = when(
		'Mailed?',
		[column + 8, row - 0.6],
		"={{ $json.labelIds?.includes('SENT') }}",
	);
	const sent = ending(
		'Sent',
		[column + 9, row - 1.2],
		'sent',
		`={{ ['Mailed ' + ${FOUND}.files[0].name + ' to ' + ${HANDOFF}.customer.email + '.', 'Asked for: ' + ${HANDOFF}.claim].join(' ') }}`,
	);
	const unsure = ending(
		'Mail Unsure',
		[column + 9, row - 0.2],
		'uncertain',
		`={{ 'Gmail did not confirm the mail with ' + ${FOUND}.files[0].name + ' to ' + ${HANDOFF}.customer.email + '. Look under Sent; send it by hand if it is not there.' }}`,
	);
	const none = ending(
		'No Such File',
		[column + 6, row + 0.6],
		'no file',
		`={{ 'The Drive folder has no file of this customer for ' + ${WANTED}.reference + '. Its name has to hold that and the account number. Find it, and send it by hand.' }}`,
	);
	const several = ending(
		'Several Files',
		[column + 6, row + 1.6],
		'several files',
		`={{ 'Several files fit ' + ${WANTED}.reference + ': ' + ${FOUND}.files.map(({ name }) => name).join(', ') + '. Choose, and send by hand.' }}`,
	);
	const noDrive = ending(
		'Drive Did Not Answer',
		[column + 7, row + 0.6],
		'not sent',
		'Google Drive did not give the file, so nothing was sent. Send it by hand.',
	);
	const notOnRecord = ending(
		'Not on Record',
		[column + 1, row + 1.2],
		'not verified',
		`={{ ['The address and the account are not both on one record in HubSpot, so nothing was sent.', ${LOOK_UP}, 'Check who called, then send it by hand.'].filter(Boolean).join(' ') }}`,
	);
	onRecord.output(0).to(wanted).to(find);
	onRecord.output(1).to(notOnRecord);
	find.to(answered);
	answered.output(0).to(fitting).to(many);
	answered.output(1).to(noDrive);
	many.output(0).to(download);
	many.output(1).to(none);
	many.output(2).to(several);
	download.output(0).to(send);
	download.output(1).to(noDrive);
	send.output(0).to(mailed);
	send.output(1).to(unsure);
	mailed.output(0).to(sent);
	mailed.output(1).to(unsure);
	return {
		first: onRecord,
		parts: [onRecord, wanted, find, answered, fitting, many, download, send, mailed],
		endings: [sent, unsure, none, several, noDrive, notOnRecord],
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
	const { owners, find, record, together } = customerSteps([2, 2]);
	const decide = handoff([6, 2], {
		action: 'fromCall',
		allowedActions: ['resend_document'],
		minimumMatchConfidence: '={{ $json.settings.minimumMatchConfidence }}',
		approvalCurrency: '={{ $json.settings.currency }}',
		evidence: { records: '={{ $json.records }}' },
	});
	const { claimed, claimParts } = claimSteps(
		[7, 2],
		"$('Settings').first().json.settings.approvalHours + 1",
	);
	const { ask, decision } = approvalSteps([11, 2.6], 'Send the document');
	const sendIt = sending([13, 0.8]);
	const declined = ending(
		'Declined',
		[13, 3.2],
		'declined',
		'Finance declined in Slack. Tell the customer what was decided.',
	);
	const noDecision = ending(
		'No Decision',
		[13, 4.2],
		'no decision',
		'Nobody decided in Slack in time, or Slack could not be reached. Decide here, and send the document by hand if it may be sent.',
	);
	const needsPerson = ending(
		'Needs a Person',
		[11, 4.6],
		'exception',
		`={{ [...${HANDOFF}.reasons.map(({ message }) => message), ${LOOK_UP}].join(' ').trim() }}`,
	);
	const notClaimed = ending(
		'Not Claimed',
		[11, 5.6],
		'not claimed',
		'The ledger could not say whether this call was handled before, so nothing was sent. Look for the call in the data table and under Sent in Gmail, then decide.',
	);
	const { result, parts } = filingSteps([23, 2.6], ['sent']);
	return template('Send a document again from Google Drive after a DialNexa call', [
		trigger.to(settings).to(owners).to(find).to(record).to(together).to(decide),
		found.to(settings),
		...claimParts(decide, notClaimed),
		claimed.output(2).to(sendIt.first),
		claimed.output(3).to(ask).to(decision),
		claimed.output(4).to(needsPerson),
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
		note(
			'Settings Note',
			[0.8, 3],
			[440, 300],
			`### Settings
- \`spreadsheetUrl\`, \`exceptionsTab\`, \`logTab\`: where rows go
- \`slackChannelId\`: who decides; starts with C
- \`approvalHours\`: how long Slack waits
- \`minimumMatchConfidence\`: how sure who called, 0 to 1
- \`driveFolderId\`: end of the folder's address
- \`companyName\`: signs the mail
- \`otherCalls\`: \`leave\` or \`exception\``,
		),
		note(
			'Safety Note',
			[13, -0.9],
			[460, 140],
			'### Whose file is it?\nThe address and the account must stand on one HubSpot contact, and the account in the name of the file. Several files, or none: a person chooses.',
		),
	]);
}
