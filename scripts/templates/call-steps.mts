// The steps that templates which begin with a call have in common: receive, check, claim; and at the end record and file.
import { ownStep, step, type Place, type Step, type StepParameters } from './canvas.mts';
import { setFields } from './fields.mts';
import { ledgerInside } from './ledger.mts';
import { branch, when } from './switches.mts';

export const setting = (name: string) => `={{ $('Settings').first().json.settings.${name} }}`;
export const handoffField = (path: string) => `={{ $('DialNexa Handoff').item.json.${path} }}`;

/** The one step that a user fills in. The values wait under `settings` beside what came in. */
export function settingsStep(at: Place, values: Record<string, string | number>): Step {
	const named = Object.entries(values).map(([name, value]) => [`settings.${name}`, value]);
	return setFields('Settings', at, Object.fromEntries(named), true);
}

export function callTrigger(at: Place): Step {
	return ownStep('DialNexa Trigger', 'dialNexaTrigger', at, {
		registration: 'automatic',
		events: ['call.completed'],
		completedOnly: true,
	});
}

/** The way in for calls that the template "Catch up missed calls" has found. */
export function caughtUpTrigger(at: Place): Step {
	return step('Missed Call Found', 'executeWorkflowTrigger', 1.2, at, {
		inputSource: 'passthrough',
	});
}

export function handoff(at: Place, parameters: StepParameters): Step {
	return ownStep('DialNexa Handoff', 'dialNexaHandoff', at, parameters);
}

/** Claims or records: the ledger's own workflow, carried inside. */
export const ledgerStep = (name: string, at: Place, settings: Parameters<typeof step>[5]) =>
	step(
		name,
		'executeWorkflow',
		1.4,
		at,
		{ source: 'parameter', workflowJson: ledgerInside(), options: {} },
		settings,
	);

/**
 * Checks whether the call is for this workflow and claims it: `enter` takes what the Handoff gives, `claimed` goes on
 * by Duplicate, Ready, Approval and Exception, in this order; `claim`'s second output is for a ledger out of reach.
 */
export function claimSteps(at: Place, hoursUntilDue: string) {
	const [column, row] = at;
	const elsewhere = when(
		'For Another Workflow?',
		[column, row + 1],
		"={{ $('Settings').first().json.settings.otherCalls === 'leave' && $json.reasons.some(({ code }) => code === 'action_not_handled') }}",
	);
	const left = step('Left to Another Workflow', 'noOp', 1, [column + 1, row + 1.6], {});
	const enter = setFields('Claim Request', [column + 1, row], {
		step: 'claim',
		key: "={{ $json.evidence.callId || 'execution ' + $execution.id }}",
		action: '={{ $json.action }}',
		amount: "={{ $json.money.coinAmount || $json.money.amount || '' }}",
		currency: "={{ $json.money.coin || $json.money.currency || '' }}",
		requester: "={{ $json.customer.account || $json.customer.name || '' }}",
		workflow: '={{ $workflow.name }}',
		execution: '={{ $execution.id }}',
		due: `={{ $now.plus({ hours: ${hoursUntilDue} }).toISO() }}`,
	});
	const claim = ledgerStep('Claim the Call', [column + 2, row], { onError: 'continueErrorOutput' });
	const claimed = branch(
		'Claimed',
		[column + 3, row],
		{
			Duplicate: { text: '={{ $json.claim }}', is: 'duplicate' },
			Unclear: { text: '={{ $json.claim }}', is: 'unclear' },
			Ready: { text: handoffField('route'), is: 'ready' },
			Approval: { text: handoffField('route'), is: 'approval' },
		},
		'Exception',
	);
	const handled = step('Already Handled', 'noOp', 1, [column + 4, row - 1], {});
	return { elsewhere, left, enter, claim, claimed, handled };
}

/** The end of a branch: how the call ended, and what a person should know of it. */
export function ending(name: string, at: Place, ended: string, detail: string): Step {
	return setFields(name, at, { ended, detail });
}

export const appendRow = (name: string, at: Place, tab: string): Step =>
	step(
		name,
		'googleSheets',
		4.7,
		at,
		{
			resource: 'sheet',
			operation: 'append',
			documentId: { __rl: true, mode: 'url', value: setting('spreadsheetUrl') },
			sheetName: { __rl: true, mode: 'name', value: setting(tab) },
			columns: { mappingMode: 'autoMapInputData', value: {}, matchingColumns: [], schema: [] },
			// RAW: what a caller said never becomes a formula. Append: executions at once never share a row.
			options: { cellFormat: 'RAW', useAppend: true, handlingExtraData: 'insertInNewColumn' },
		},
		{ retryOnFail: true, maxTries: 3, waitBetweenTries: 2000, onError: 'continueErrorOutput' },
	);

/**
 * What follows every ending: the ledger records it, and a row tells of it, in the log when all is well and in the
 * exception queue when a person is needed; when the sheet is out of reach, Slack tells. `first` takes the endings.
 */
export function filingSteps(at: Place, fine: string[]) {
	const [column, row] = at;
	const result = setFields('Result', at, {
		step: 'record',
		key: "={{ $('Claim Request').first().json.key }}",
		outcome: '={{ $json.ended }}',
		detail: '={{ $json.detail }}',
		poofId: "={{ $json.poofId ?? '' }}",
		link: "={{ $json.link ?? '' }}",
		approver: "={{ $json.approver ?? '' }}",
	});
	const record = ledgerStep('Record in Ledger', [column + 1, row], {
		retryOnFail: true,
		maxTries: 3,
		waitBetweenTries: 2000,
		onError: 'continueRegularOutput',
	});
	const well = when(
		'All Well?',
		[column + 2, row],
		`={{ ${JSON.stringify(fine).replaceAll('"', "'")}.includes($('Result').item.json.outcome) }}`,
	);
	const rowOf = (name: string, place: Place, columns: string) =>
		step(name, 'set', 3.5, place, {
			mode: 'raw',
			jsonOutput: `={{ { ${columns}, ...$('DialNexa Handoff').item.json.blocks.sheetRow } }}`,
			options: {},
		});
	const logRow = rowOf(
		'Log Row',
		[column + 3, row - 0.5],
		"Ended: $('Result').item.json.outcome, Detail: $('Result').item.json.detail, 'Poof ID': $('Result').item.json.poofId, Link: $('Result').item.json.link",
	);
	const log = appendRow('Add to Log', [column + 4, row - 0.5], 'logTab');
	const exceptionRow = rowOf(
		'Exception Row',
		[column + 3, row + 0.5],
		"Ended: $('Result').item.json.outcome, Detail: $('Result').item.json.detail, Decision: '', Note: ''",
	);
	const queue = appendRow('Add to Exception Queue', [column + 4, row + 0.5], 'exceptionsTab');
	const tell = slackPost(
		'Tell Slack Instead',
		[column + 5, row],
		"={{ 'The sheet could not be written. ' + $('Result').item.json.outcome + ': ' + $('DialNexa Handoff').item.json.blocks.slackMessage }}",
	);
	result.to(record).to(well);
	well.output(0).to(logRow).to(log);
	well.output(1).to(exceptionRow).to(queue);
	log.output(1).to(tell);
	queue.output(1).to(tell);
	return { result, parts: [result, record, well, logRow, log, exceptionRow, queue, tell] };
}

/** A message to the channel of the Settings step. What a caller said comes escaped from the Handoff. */
export function slackPost(
	name: string,
	at: Place,
	text: string,
	settings: Parameters<typeof step>[5] = {},
): Step {
	return step(
		name,
		'slack',
		2.7,
		at,
		{
			resource: 'message',
			operation: 'post',
			select: 'channel',
			channelId: { __rl: true, mode: 'id', value: setting('slackChannelId') },
			messageType: 'text',
			text,
			otherOptions: { includeLinkToWorkflow: false },
		},
		settings,
	);
}

/** Asks in Slack and goes on by Approved, Declined and No Decision. `first` takes the call. */
export function approvalSteps(at: Place, approveLabel: string) {
	const [column, row] = at;
	const ask = step(
		'Ask Finance in Slack',
		'slack',
		2.7,
		at,
		{
			resource: 'message',
			operation: 'sendAndWait',
			select: 'channel',
			channelId: { __rl: true, mode: 'id', value: setting('slackChannelId') },
			message: handoffField('blocks.slackMessage'),
			responseType: 'approval',
			approvalOptions: {
				values: { approvalType: 'double', approveLabel, disapproveLabel: 'Decline' },
			},
			options: {
				appendAttribution: false,
				limitWaitTime: {
					values: {
						limitType: 'afterTimeInterval',
						resumeAmount: setting('approvalHours'),
						resumeUnit: 'hours',
					},
				},
			},
		},
		// With an error output n8n would drop a call that nobody answers.
		{ onError: 'continueRegularOutput' },
	);
	const decision = branch(
		'Finance Decision',
		[column + 1, row],
		{
			Approved: '={{ $json.data?.approved === true }}',
			Declined: '={{ $json.data?.approved === false }}',
		},
		'No decision',
	);
	return { ask, decision };
}

/** A Switch on what became of a money operation: Done, Duplicate, Refused, Uncertain, and anything else. */
export function outcomeBranch(at: Place): Step {
	const is = (outcome: string) => ({ text: '={{ $json.outcome }}', is: outcome });
	return branch(
		'Outcome',
		at,
		{
			Done: is('done'),
			Duplicate: is('duplicate'),
			Refused: is('refused'),
			Uncertain: is('uncertain'),
		},
		'Anything else',
	);
}
