// What the templates do with Gmail and Google Drive. Mail is sent and files are stored once: nothing here is tried again.
import { step, type Place, type Step } from './canvas.mts';
import { setting } from './call-steps.mts';

/** A mail in plain text, so that no word in it can become a link or a picture. Without n8n's own line below. */
export function mail(
	name: string,
	at: Place,
	recipient: string,
	subject: string,
	message: string,
	attachment?: string,
): Step {
	return step(
		name,
		'gmail',
		2.2,
		at,
		{
			resource: 'message',
			operation: 'send',
			sendTo: recipient,
			subject,
			emailType: 'text',
			message,
			options: {
				appendAttribution: false,
				...(attachment && {
					attachmentsUi: { attachmentsBinary: [{ property: attachment }] },
				}),
			},
		},
		{ onError: 'continueErrorOutput' },
	);
}

/** A text file in the folder of the Settings step. */
export function copyInDrive(name: string, at: Place, fileName: string, content: string): Step {
	return step(
		name,
		'googleDrive',
		3,
		at,
		{
			resource: 'file',
			operation: 'createFromText',
			content,
			name: fileName,
			driveId: { __rl: true, mode: 'list', value: 'My Drive' },
			folderId: { __rl: true, mode: 'id', value: setting('driveFolderId') },
			options: {},
		},
		{ onError: 'continueRegularOutput' },
	);
}
