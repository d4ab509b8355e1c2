// Questions in Slack that a workflow waits for.
import { step, type Place, type Step } from './canvas.mts';
import { branch } from './switches.mts';

interface Question {
	channel: string;
	/** Slack mrkdwn of at most 3,000 characters, escaped. */
	message: string;
	yes: string;
	/** Without it there is one button. */
	no?: string;
	/** How long to wait. */
	within: [amount: string, unit: 'minutes' | 'hours'];
	/** Whose click counts: that of everybody who sees the button or has its link, of members who sign it, or of these. */
	from?: 'anybody' | 'members' | { approvers: string; refusal: string };
}

/**
 * Asks, and says what was answered: `data.approved`, and by whom unless anybody may: `data.responder`. Whoever is not answered
 * in time goes on with neither, and so does who cannot reach Slack: test strictly. Slack signs the click of members, so the app
 * needs its interactivity URL.
 */
export function question(name: string, at: Place, asked: Question): Step {
	const { channel, message, yes, no, within, from = 'members' } = asked;
	return step(
		name,
		'slack',
		2.7,
		at,
		{
			resource: 'message',
			operation: 'sendAndWait',
			select: 'channel',
			channelId: { __rl: true, mode: 'id', value: channel },
			message,
			responseType: 'approval',
			...(from !== 'anybody' && { captureResponder: true }),
			...(typeof from === 'object' && {
				approvers: from.approvers,
				unauthorizedReplyText: from.refusal,
			}),
			approvalOptions: {
				values: {
					approvalType: no ? 'double' : 'single',
					approveLabel: yes,
					...(no && { disapproveLabel: no }),
				},
			},
			options: {
				appendAttribution: false,
				limitWaitTime: {
					values: {
						limitType: 'afterTimeInterval',
						resumeAmount: within[0],
						resumeUnit: within[1],
					},
				},
			},
		},
		// With an error output n8n would drop a call that nobody answers.
		{ onError: 'continueRegularOutput' },
	);
}

/** What became of a question with two buttons: Approved, Declined, No decision. */
export function decided(
	name: string,
	at: Place,
	approved = '={{ $json.data?.approved === true }}',
): Step {
	return branch(
		name,
		at,
		{ Approved: approved, Declined: '={{ $json.data?.approved === false }}' },
		'No decision',
	);
}
