// Questions in Slack that a workflow waits for.
import { step, type Place, type Step } from './canvas.mts';

interface Question {
	channel: string;
	/** Slack mrkdwn of at most 3,000 characters, escaped. */
	message: string;
	yes: string;
	/** Without it there is one button. */
	no?: string;
	/** How long to wait. */
	within: [amount: string, unit: 'minutes' | 'hours'];
}

/**
 * Asks, and says who answered: `data.approved` and `data.responder`. Whoever is not answered in time goes on with neither,
 * and so does who cannot reach Slack: test strictly. Slack signs the click, so the app needs its interactivity URL.
 */
export function question(name: string, at: Place, asked: Question): Step {
	const { channel, message, yes, no, within } = asked;
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
			captureResponder: true,
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
