// The steps that templates which begin with a call have in common: receive, check, claim; and at the end record and file.
import { createRequire } from 'node:module';
import {
	note,
	ownStep,
	section,
	step,
	type Place,
	type Step,
	type StepParameters,
	type StepSettings,
} from './canvas.mts';
import { setFields } from './fields.mts';
import { ledgerInside } from './ledger.mts';
import { decided, question } from './question.mts';
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

/** Calls the ledger that the template carries inside. */
export const ledgerStep = (name: string, at: Place, settings: Parameters<typeof step>[5]) =>
	step(
		name,
		'executeWorkflow',
		1.4,
		at,
		{ source: 'parameter', workflowJson: ledgerInside(), options: {} },
		settings,
	);

/** The white note that lists the settings, below the way in. */
export const settingsNote = (height: number, list: string) =>
	note('Settings Note', [-1 / 6, 4.2], [460, height], `### Settings\n${list}`);

/** The reasons for which the Handoff wants a person. */
export const REASONS = "{{ $('DialNexa Handoff').item.json.reasons.pluck('message').join(' ') }}";

/** Where a call comes in: the triggers and the Settings step below each other and beside. */
export const entrySection = () =>
	section(
		'Entry',
		[0, 2],
		[2, 2],
		'### A call ends\nDialNexa sends it, signed; a forged one gets 401 and starts nothing. *Catch up missed calls* sends those that did not arrive. **Settings** is the one step to fill in.',
	);

interface Claiming {
	/** An expression without braces. */
	hoursUntilDue: string;
	/** What was not done because the ledger could not say, and what to do. */
	notClaimed: string;
	/** What a person is told of a call that is an exception. */
	exception?: string;
	/** The row of the exceptions, below everything on their right, so that no line crosses a step. */
	below: number;
	/** The exceptions' end, when it is elsewhere. */
	exceptionAt?: Place;
}

/** Beside the Handoff: how far on the right a call that is not claimed ends. */
const NEAR = 6.5;

/**
 * Checks whether the call is for this workflow and claims it. `at` is the place of the Handoff, which `claimParts` leads
 * here. `claimed` goes on by Duplicate, Ready, Approval, Exception and Unclear, in this order, and takes six columns and a
 * half. `needsPerson` is the end of an exception, `notClaimed` of what is no first and certain claim.
 */
export function claimSteps(
	[column, row]: Place,
	{ hoursUntilDue, notClaimed: unclear, exception = `=${REASONS}`, below, exceptionAt }: Claiming,
) {
	const near = column + NEAR;
	const notes = [
		section(
			'Check',
			[column, row],
			[3, 2.5],
			'### Check the call\nThe Handoff decides: ready, approval or exception, and says why. A call about something else is left to another workflow, if `otherCalls` says so.',
		),
		section(
			'Claim',
			[column + 3, row - 1],
			[3.5, 2.3],
			'### Claim it once\nEach call gets one row in the data table *DialNexa calls*. What is delivered twice ends here.',
		),
		exceptionAt
			? section(
					'Not Claimed Note',
					[near, below],
					[1.5, 1],
					'### A person looks\nThe ledger cannot say whether this call was handled before.',
				)
			: section(
					'Exceptions',
					[near, below],
					[1.5, 2],
					'### A person looks\nWhat is not clear becomes a row with the reasons. So does a call of which the ledger cannot say whether it was handled before.',
				),
	];
	const forUs = when('For This Workflow?', [column + 1, row + 1], {
		any: [
			{ text: setting('otherCalls'), isNot: 'leave' },
			{ list: "={{ $json.reasons.pluck('code') }}", hasNot: 'action_not_handled' },
		],
	});
	const left = step('Left to Another Workflow', 'noOp', 1, [column + 2, row + 1.5], {});
	const enter = setFields('Claim Request', [column + 3, row], {
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
	const claim = ledgerStep('Claim the Call', [column + 4, row], { onError: 'continueErrorOutput' });
	// Whatever is not told outright that it owns the call goes to a person.
	const owned = { text: '={{ $json.claim }}', is: 'owned' };
	const claimed = branch(
		'Claimed',
		[column + 5, row - 0.27],
		{
			Duplicate: { text: '={{ $json.claim }}', is: 'duplicate' },
			Ready: [owned, { text: handoffField('route'), is: 'ready' }],
			Approval: [owned, { text: handoffField('route'), is: 'approval' }],
			Exception: [owned, { text: handoffField('route'), is: 'exception' }],
		},
		'Unclear',
	);
	const handled = step('Already Handled', 'noOp', 1, [column + 5.5, row - 1], {});
	const needsPerson = ending(
		'Needs a Person',
		exceptionAt ?? [near, below],
		'exception',
		exception,
	);
	const notClaimed = ending(
		'Not Claimed',
		[near, exceptionAt ? below : below + 1],
		'not claimed',
		`The ledger could not say whether this call was handled before, so ${unclear}`,
	);
	const claimParts = (decide: Step) => [
		decide.output(0).to(enter),
		decide.output(1).to(enter),
		decide.output(2).to(forUs),
		forUs.output(0).to(enter),
		forUs.output(1).to(left),
		enter.to(claim).to(claimed),
		claim.output(1).to(notClaimed),
		claimed.output(0).to(handled),
		claimed.output(4).to(notClaimed),
		...notes,
	];
	return { claimed, needsPerson, notClaimed, claimParts };
}

/**
 * The Handoff once more, on one output. `$('DialNexa Handoff').first()` would read the output that leads here first, which
 * is empty when the call left by another one; `.item` needs a chain of paired items, which not every look-up keeps.
 */
export function handedOver(at: Place): Step {
	return step('Handed Over', 'set', 3.5, at, {
		mode: 'raw',
		jsonOutput: "={{ $('DialNexa Handoff').item.json }}",
		options: {},
	});
}

/** The end of a branch: how the call ended, and what a person should know of it. */
export function ending(name: string, at: Place, ended: string, detail: string): Step {
	return setFields(name, at, { ended, detail });
}

const ofResult = (field: string) => `$('Result').item.json.${field}`;

type Cells = Record<string, string>;

/** What stands in a row before the columns of the Handoff, by column. */
const LOG_CELLS: Cells = {
	Ended: `={{ ${ofResult('outcome')} }}`,
	Detail: `={{ ${ofResult('detail')} }}`,
	'Poof ID': `={{ ${ofResult('poofId')} }}`,
	Link: `={{ ${ofResult('link')} }}`,
};
const EXCEPTION_CELLS: Cells = {
	Ended: `={{ ${ofResult('outcome')} }}`,
	Detail: `={{ ${ofResult('detail')} }}`,
	Decision: '',
	Note: '',
};

// The compiled file, since Node does not find what the source imports.
const { SHEET_COLUMNS } = createRequire(import.meta.url)(
	'../../dist/nodes/DialNexaHandoff/contract.js',
) as { SHEET_COLUMNS: readonly string[] };

/** The columns of the two tabs, in order. */
export const LOG_COLUMNS = [...Object.keys(LOG_CELLS), ...SHEET_COLUMNS];
export const EXCEPTION_COLUMNS = [...Object.keys(EXCEPTION_CELLS), ...SHEET_COLUMNS];

/** A row for a tab; its columns are the fields of the item. */
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
		{ onError: 'continueErrorOutput' },
	);

/** What the rows and the message of a template tell: of a call, its Handoff. */
interface Subject {
	row: Cells;
	/** Slack mrkdwn, escaped. */
	slack: string;
}

const THE_CALL: Subject = {
	row: Object.fromEntries(
		SHEET_COLUMNS.map((column) => [column, handoffField(`blocks.sheetRow['${column}']`)]),
	),
	slack: handoffField('blocks.slackMessage').slice(1),
};

/** A row of the subject with other cells before it. */
export const rowOf = (name: string, at: Place, cells: Cells, { row } = THE_CALL): Step =>
	setFields(name, at, { ...cells, ...row });

/** Behind an expression of text: escapes what Slack would read as markup. */
export const FOR_SLACK =
	".replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')";

/**
 * What follows every ending: the ledger records it, and a row tells of it, in the log when all is well and in the
 * exception queue when a person is needed; when the sheet is out of reach, Slack tells. `first` takes the endings.
 */
export function filingSteps(at: Place, fine: string[], subject = THE_CALL) {
	const [column, row] = at;
	const result = setFields('Result', at, {
		step: 'record',
		// Who could not claim a call records nothing of it: another execution may have it.
		key: "={{ ($json.ended === 'not claimed' ? 'not claimed ' : '') + $('Claim Request').first().json.key }}",
		outcome: '={{ $json.ended }}',
		detail: '={{ $json.detail?.trim() }}',
		poofId: "={{ $json.poofId ?? '' }}",
		link: "={{ $json.link ?? '' }}",
		approver: "={{ $json.approver ?? '' }}",
		filed: `={{ ${JSON.stringify(fine).replaceAll('"', "'")}.includes($json.ended) ? 'log' : 'exceptions' }}`,
	});
	const record = ledgerStep('Record in Ledger', [column + 1, row], {
		retryOnFail: true,
		maxTries: 3,
		waitBetweenTries: 2000,
		onError: 'continueRegularOutput',
	});
	const well = when('All Well?', [column + 2, row], {
		text: `={{ ${ofResult('filed')} }}`,
		is: 'log',
	});
	const logRow = rowOf('Log Row', [column + 3, row - 0.5], LOG_CELLS, subject);
	const log = appendRow('Add to Log', [column + 4, row - 0.5], 'logTab');
	const exceptionRow = rowOf('Exception Row', [column + 3, row + 0.5], EXCEPTION_CELLS, subject);
	const queue = appendRow('Add to Exception Queue', [column + 4, row + 0.5], 'exceptionsTab');
	const tell = slackPost(
		'Tell Slack Instead',
		[column + 5, row],
		`=The sheet could not be written. {{ ${ofResult('outcome')} }}: {{ ${ofResult('detail')}${FOR_SLACK} }}\n${subject.slack}`,
	);
	const why = section(
		'Filing',
		[column, row - 0.5],
		[6, 2],
		`### Record and file
The ledger keeps how it ended. A row tells of it: in the log when all is well, in the exception queue when a person is needed. When the sheet cannot be written, Slack tells.`,
	);
	result.to(record).to(well);
	well.output(0).to(logRow).to(log);
	well.output(1).to(exceptionRow).to(queue);
	log.output(1).to(tell);
	queue.output(1).to(tell);
	return { result, parts: [result, record, well, logRow, log, exceptionRow, queue, tell, why] };
}

/** A message to the channel of the Settings step. What a caller said comes escaped from the Handoff. */
export function slackPost(
	name: string,
	at: Place,
	text: string,
	settings: StepSettings = {},
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
export function approvalSteps([column, row]: Place, approveLabel: string) {
	const ask = question('Ask Finance in Slack', [column, row], {
		channel: setting('slackChannelId'),
		message: handoffField('blocks.slackMessage'),
		yes: approveLabel,
		no: 'Decline',
		within: [setting('approvalHours'), 'hours'],
		from: 'anybody',
	});
	const decision = decided('Finance Decision', [column + 1, row - 0.1]);
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
