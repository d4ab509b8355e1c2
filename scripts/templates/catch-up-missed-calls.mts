// Catch up missed calls: what was never delivered reaches its workflow all the same, and nothing reaches it twice.
import { about, ownStep, section, step, template } from './canvas.mts';
import { setting, settingsStep } from './call-steps.mts';
import { bringLedger, LEDGER, tryLedger, whereEqual } from './ledger.mts';

export function catchUpMissedCalls() {
	const schedule = step('Every 15 Minutes', 'scheduleTrigger', 1.4, [0, 1], {
		rule: { interval: [{ field: 'minutes', minutesInterval: 15 }] },
	});
	const settings = settingsStep([1, 1], {
		lookBackHours: 24,
		leaveMinutes: 15,
		callsAtOnce: 20,
	});
	const [bring, find] = bringLedger([2, 1]);
	// Else what could not be claimed would become a row of the exceptions in each run.
	const [put, back] = tryLedger([4, 1]);
	const list = ownStep(
		'List Calls That Are Over',
		'dialNexa',
		[6, 1],
		{
			resource: 'call',
			operation: 'getMany',
			returnAll: true,
			filters: {
				endedInTheLast: setting('lookBackHours'),
				until: "={{ $now.minus({ minutes: $('Settings').first().json.settings.leaveMinutes }) }}",
			},
		},
		{ executeOnce: true, retryOnFail: true, maxTries: 3, waitBetweenTries: 5000 },
	);
	const missed = step('Not in the Ledger', 'dataTable', 1.1, [7, 1], {
		resource: 'row',
		operation: 'rowNotExists',
		...LEDGER,
		...whereEqual({ key: '={{ $json.callId }}' }),
	});
	const few = step('A Few at Once', 'limit', 1, [8, 1], { maxItems: setting('callsAtOnce') });
	const whole = ownStep(
		'Get the Whole Call',
		'dialNexa',
		[9, 1],
		{
			resource: 'call',
			operation: 'get',
			callId: '={{ $json.callId }}',
		},
		{ onError: 'continueErrorOutput', retryOnFail: true, maxTries: 3, waitBetweenTries: 2000 },
	);
	const again = step('Comes Again Next Time', 'noOp', 1, [10, 2.8], {});
	const each = step('One by One', 'splitInBatches', 3, [10, 0.8], { options: {} });
	const handOver = step('Hand Over to Your Workflow', 'executeWorkflow', 1.4, [11, 1.2], {
		source: 'database',
		workflowId: { __rl: true, mode: 'list', value: '' },
		mode: 'once',
		options: { waitForSubWorkflow: false },
	});
	const over = step('All Handed Over', 'noOp', 1, [11, 0.2], {});
	return template('Catch up DialNexa calls that were never delivered', [
		schedule.to(settings).to(bring).to(find).to(put).to(back),
		back.to(list).to(missed).to(few).to(whole),
		whole.output(0).to(each),
		whole.output(1).to(again),
		each.output(0).to(over),
		each.output(1).to(handOver).to(each),
		about(
			[-2.2, 0],
			560,
			`## Catch up missed calls

**For** everybody who uses a template that begins with a DialNexa call. Deliveries are lost while n8n is down, and DialNexa does not deliver every event.

**What happens.** Every 15 minutes DialNexa is asked for the calls of the last day. Those that stand in the ledger are handled. Each of the others goes to your workflow, as if it had just been delivered. That workflow claims the call before it does anything, so a call that is found and delivered at the same time is handled once.

**Set up**
1. Add your DialNexa credential to the two DialNexa nodes.
2. In **Hand Over to Your Workflow** choose the workflow that takes your calls; it has to be published.
3. Publish.

Choose an error workflow in the settings, so that it is noticed when DialNexa cannot be reached, or the ledger cannot be written.`,
		),
		section(
			'Settings Note',
			[0, 1],
			[2, 1],
			`### Settings
- **lookBackHours**: longer than your longest call and any pause of n8n
- **leaveMinutes**: calls younger than this are left to their delivery
- **callsAtOnce**: the others follow with the next run`,
		),
		section(
			'Ledger Note',
			[2, 1],
			[4, 1],
			`### The ledger
The data table that knows every call which a workflow has claimed. It is made when it is missing. A row is put down and taken back: while that fails no workflow could claim a call, and this one ends as failed.`,
		),
		section(
			'Missed Note',
			[6, 1],
			[3, 1],
			`### What was missed
DialNexa lists the calls that are over. Those in the ledger are left out, and the rest is cut to a few for this run.`,
		),
		section(
			'Hand Over Note',
			[9, 0.2],
			[3, 3.6],
			`### Hand over
Each call is fetched whole and goes to your workflow, which begins at *Missed Call Found* and waits for people there, not here. What DialNexa does not give comes with the next run.`,
		),
	]);
}
