// The ledger: one row per call, which is claimed before anything is done and records afterwards what became of it.
// Why the protocol lets at most one execution own a call stands in docs/exactly-once.md.
import {
	about,
	section,
	step,
	template,
	type Place,
	type Step,
	type StepSettings,
} from './canvas.mts';
import { setFields } from './fields.mts';
import { branch } from './switches.mts';

/** The data table's name. */
export const TABLE = 'DialNexa calls';
/** Looks at the table again this often, a second apart, while others withdraw. */
const ROUNDS = 30;

export const COLUMNS = {
	key: 'string',
	state: 'string',
	action: 'string',
	amount: 'string',
	currency: 'string',
	requester: 'string',
	workflow: 'string',
	execution: 'string',
	due: 'date',
	outcome: 'string',
	poofId: 'string',
	approver: 'string',
	detail: 'string',
	settledAt: 'date',
	filed: 'string',
} as const;

/** The columns that a claim fills in; the others wait for the outcome. */
export const CLAIMED = [
	'key',
	'action',
	'amount',
	'currency',
	'requester',
	'workflow',
	'execution',
	'due',
];

/** The table by its ID: by name n8n takes any table whose name contains it, the one that changed last. */
const tableWithId = (id: string) => ({ dataTableId: { __rl: true, mode: 'id', value: id } });
/** Behind `bringLedger`. */
export const LEDGER = tableWithId(
	`={{ $('Find the Ledger').all().find(({ json }) => json.name === '${TABLE}').json.id }}`,
);
/** Behind the step that claims. */
export const ledgerOf = (claim: string) => tableWithId(`={{ $('${claim}').first().json.ledger }}`);

export const whereEqual = (conditions: Record<string, string>) => ({
	matchType: 'allConditions',
	filters: {
		conditions: Object.entries(conditions).map(([keyName, keyValue]) => ({
			keyName,
			condition: 'eq',
			keyValue,
		})),
	},
});
const values = (value: Record<string, string>) => ({
	columns: { mappingMode: 'defineBelow', value, matchingColumns: [], schema: [] },
});

/** For steps that may be done twice: reading, marking and withdrawing; never for putting down a row. */
export const AGAIN = { retryOnFail: true, maxTries: 5, waitBetweenTries: 1000 };

/** Takes the rows back that are so; goes on when there are none. */
const takeBack = (name: string, at: Place, row: Record<string, string>) =>
	step(
		name,
		'dataTable',
		1.1,
		at,
		{
			...{ resource: 'row', operation: 'deleteRows' },
			...LEDGER,
			...whereEqual(row),
			options: {},
		},
		{ alwaysOutputData: true, ...AGAIN },
	);

export const asked = (field: string) => `={{ $('Asked').first().json.${field} }}`;
const MY_ROW = "={{ $('Put Down a Row').first().json.id }}";

// Two executions may both find it missing; the slower one is told that the name is taken.
const EVEN_SO: StepSettings = { onError: 'continueRegularOutput' };

/** Makes the table when it is missing. */
export const createLedger = (name: string, at: Place, settings = EVEN_SO): Step =>
	step(
		name,
		'dataTable',
		1.1,
		at,
		{
			resource: 'table',
			operation: 'create',
			tableName: TABLE,
			columns: {
				column: Object.entries(COLUMNS).map(([column, type]) => ({ name: column, type })),
			},
			options: { createIfNotExists: true },
		},
		settings,
	);

/** Makes the table when it is missing, and finds it. What follows `find` runs once for each table of such a name: set `executeOnce`. */
export function bringLedger([column, row]: Place, settings?: StepSettings) {
	const bring = createLedger('Bring the Ledger', [column, row], settings);
	const find = step(
		'Find the Ledger',
		'dataTable',
		1.1,
		[column + 1, row],
		{
			resource: 'table',
			operation: 'list',
			returnAll: true,
			options: { filterName: TABLE },
		},
		{ executeOnce: true, ...AGAIN },
	);
	return [bring, find] as [Step, Step];
}

/** Stands in the ledger for a moment, for whoever sees it there. */
const TRIAL = 'Can the ledger be written?';

/** Behind `bringLedger`: puts down a row as a claim does and takes it back. Where that fails, no workflow could claim a call. */
export function tryLedger([column, row]: Place) {
	const put = step(
		'Try to Put Down a Row',
		'dataTable',
		1.1,
		[column, row],
		{
			resource: 'row',
			operation: 'insert',
			...LEDGER,
			...values({
				...Object.fromEntries(CLAIMED.map((field) => [field, ''])),
				...{ key: TRIAL, state: 'settled', due: '={{ $now.toISO() }}' },
			}),
			options: {},
		},
		{ executeOnce: true },
	);
	const back = takeBack('Take It Back', [column + 1, row], { key: TRIAL });
	return [put, back] as [Step, Step];
}

/** Where every ledger begins: `claim` and `record` take the two questions; `first` is done before either. */
export function askedSteps(
	column: number,
	claim: Step,
	record: Step,
	neitherAt: Place,
	first?: [Step, Step],
): Step[] {
	const start = step('Asked', 'executeWorkflowTrigger', 1.2, [0, 1], {
		inputSource: 'passthrough',
	});
	const what = branch(
		'Claim or Record',
		[column, 1],
		{
			Claim: { text: asked('step'), is: 'claim' },
			Record: { text: asked('step'), is: 'record' },
		},
		'Neither',
		{ executeOnce: true },
	);
	const neither = step('Say What Is Missing', 'stopAndError', 1, neitherAt, {
		errorMessage: 'The field step must be claim or record.',
	});
	return [
		first ? start.to(first[0]).to(first[1]).to(what) : start.to(what),
		what.output(0).to(claim),
		what.output(1).to(record),
		what.output(2).to(neither),
	];
}

/** The steps of the ledger in an n8n Data Table. */
function dataTableSteps(): Step[] {
	const ledger = bringLedger([1, 1]);
	const put = step('Put Down a Row', 'dataTable', 1.1, [4, 0], {
		resource: 'row',
		operation: 'insert',
		...LEDGER,
		...values({
			state: 'trying',
			...Object.fromEntries(CLAIMED.map((field) => [field, asked(field)])),
		}),
		options: {},
	});
	const look = step(
		"Look at the Call's Rows",
		'dataTable',
		1.1,
		[5, 0],
		{
			resource: 'row',
			operation: 'get',
			...LEDGER,
			...whereEqual({ key: asked('key') }),
			returnAll: true,
		},
		{ alwaysOutputData: true, executeOnce: true, ...AGAIN },
	);
	const gather = step('Gather Them', 'aggregate', 1, [6, 0], {
		aggregate: 'aggregateAllItemData',
		destinationFieldName: 'rows',
		options: {},
	});
	const mine = "$('Put Down a Row').first().json.id";
	const compare = branch(
		'Whose Is It',
		[7, 0],
		{
			Taken: "={{ $json.rows.some((row) => ['owned', 'settled'].includes(row.state)) }}",
			'Another Came First': `={{ $json.rows.some((row) => row.id < ${mine}) }}`,
			Mine: `={{ $json.rows.length === 1 && $json.rows[0].id === ${mine} }}`,
			'Not Alone Yet': `={{ $json.rows.length > 1 && $runIndex < ${ROUNDS} }}`,
		},
		'Unclear',
	);
	const withdraw = takeBack('Withdraw', [8, -1], { id: MY_ROW });
	const duplicate = setFields('Duplicate', [9, -1], {
		claim: 'duplicate',
		key: asked('key'),
		outcome: "={{ $('Gather Them').last().json.rows.find((row) => row.outcome)?.outcome ?? '' }}",
	});
	const own = step(
		'Own It',
		'dataTable',
		1.1,
		[8, 0],
		{
			resource: 'row',
			operation: 'update',
			...LEDGER,
			...whereEqual({ id: MY_ROW }),
			...values({ state: 'owned' }),
			options: {},
		},
		{ alwaysOutputData: true, ...AGAIN },
	);
	const owned = setFields('Owned', [9, 0], {
		claim: "={{ $json.state === 'owned' ? 'owned' : 'unclear' }}",
		key: asked('key'),
		outcome: '',
		ledger: LEDGER.dataTableId.value,
	});
	const pause = step('Let the Others Go', 'wait', 1.1, [8, 1], {
		resume: 'timeInterval',
		amount: 1,
		unit: 'seconds',
	});
	const unclear = setFields('Unclear', [8, 2.6], {
		claim: 'unclear',
		key: asked('key'),
		outcome: '',
	});
	const record = step(
		'Record the Outcome',
		'dataTable',
		1.1,
		[4, 3.6],
		{
			resource: 'row',
			operation: 'update',
			...LEDGER,
			...whereEqual({ key: asked('key'), state: 'owned' }),
			...values({
				state: 'settled',
				outcome: asked('outcome'),
				poofId: asked('poofId'),
				approver: asked('approver'),
				detail: asked('detail'),
				settledAt: '={{ $now.toISO() }}',
				filed: asked('filed'),
			}),
			options: {},
		},
		{ alwaysOutputData: true, ...AGAIN },
	);
	const recorded = setFields('Recorded', [5, 3.6], {
		recorded: "={{ $json.state === 'settled' ? 'yes' : 'no' }}",
		key: asked('key'),
	});
	return [
		...askedSteps(3, put, record, [4, 4.6], ledger),
		put.to(look).to(gather).to(compare),
		compare.output(0).to(withdraw).to(duplicate),
		compare.output(1).to(withdraw),
		compare.output(2).to(own).to(owned),
		compare.output(3).to(pause).to(look),
		compare.output(4).to(unclear),
		record.to(recorded),
	];
}

// A claim that went well needs no execution record of its own.
export const QUIET = { saveDataSuccessExecution: 'none' };

/** What the templates carry inside, so that an import needs no edit. */
export const ledgerInside = () =>
	JSON.stringify(template('Claim a call once', dataTableSteps(), QUIET), null, 2);

/** The same workflow to import by itself. */
export function claimACall() {
	return template(
		'Claim a call once in an n8n data table',
		[
			...dataTableSteps(),
			about(
				[-2.2, -1],
				520,
				`## Claim a call once

**For** workflows that move money. The templates of this package carry this workflow inside: import it only to call it from a workflow of your own.

**What happens.** Of all executions that ask for the same \`key\` at the same time or later, exactly one is told \`owned\`. The others are told \`duplicate\`, with what became of the first. \`unclear\` goes to a person. The data table is the ledger: who asked, for how much, what became of it.

**How to call it.** From an *Execute Sub-workflow* node with one item:
- \`step\`: \`claim\` with \`key\`, \`action\`, \`amount\`, \`currency\`, \`requester\`, \`workflow\`, \`execution\`, \`due\`
- \`step\`: \`record\` with \`key\`, \`outcome\`, \`poofId\`, \`approver\`, \`detail\``,
			),
			section(
				'Question Note',
				[0, 0.2],
				[4, 2],
				`### What is asked
The data table is made when it is missing, and found by its exact name. Then the question is looked at: to claim a call, or to record what became of it.`,
			),
			section(
				'Claim Note',
				[4, -1],
				[3, 2],
				`### Claim: one row for each who asks
Each execution puts down a row of its own and then reads all rows of the call.`,
			),
			section(
				'Decision Note',
				[7, -1],
				[3, 4.6],
				`### Whose is it?
Who sees an owner, or a smaller row, takes the own row away. Who sees no row but the own one owns the call. Others wait a second and look again. No two can own a call: docs/exactly-once.md says why.`,
			),
			section(
				'Record Note',
				[4, 3.6],
				[3, 2],
				`### Record: how it ended
The owner's row is settled, with the outcome. A question that is neither to claim nor to record stops here.`,
			),
		],
		QUIET,
	);
}
