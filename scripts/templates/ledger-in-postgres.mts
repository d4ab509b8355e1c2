// The ledger in a PostgreSQL table: asked and answering as the one in an n8n data table (ledger.mts). The primary key of the table
// decides who owns a call, so that there is nothing to wait for.
import { about, section, step, template } from './canvas.mts';
import { setFields } from './fields.mts';
import { AGAIN, asked, askedSteps, CLAIMED, COLUMNS, QUIET } from './ledger.mts';
import { when } from './switches.mts';

/** Names as in the data table, so that what reads a row of the one can read a row of the other. */
const columns = Object.entries(COLUMNS)
	.filter(([name]) => !['key', 'state'].includes(name))
	.map(([name, type]) => `  "${name}" ${type === 'date' ? 'timestamptz' : 'text'}`);

const RECORDED = Object.keys(COLUMNS).filter(
	(name) => ![...CLAIMED, 'state', 'settledAt'].includes(name),
);

const CREATE = `CREATE TABLE IF NOT EXISTS dialnexa_calls (
  "key" text PRIMARY KEY CHECK ("key" <> ''),
  "state" text NOT NULL,
${columns.join(',\n')},
  "createdAt" timestamptz NOT NULL DEFAULT now()
)`;

const placeholders = CLAIMED.map((name, index) =>
	name === 'due' ? `NULLIF($${index + 1}, '')::timestamptz` : `$${index + 1}`,
);

const CLAIM = `INSERT INTO dialnexa_calls
  ("state", ${CLAIMED.map((name) => `"${name}"`).join(', ')})
VALUES
  ('owned', ${placeholders.join(', ')})
ON CONFLICT ("key") DO NOTHING
RETURNING 'owned' AS claim`;

const READ = `SELECT 'duplicate' AS claim, coalesce("outcome", '') AS outcome
FROM dialnexa_calls
WHERE "key" = $1`;

const RECORD = `UPDATE dialnexa_calls
SET "state" = 'settled', "settledAt" = now(), ${RECORDED.map((name, index) => `"${name}" = $${index + 2}`).join(', ')}
WHERE "key" = $1 AND "state" = 'owned'
RETURNING 'yes' AS recorded`;

const query = (sql: string, parameters?: string) => ({
	resource: 'database',
	operation: 'executeQuery',
	query: sql,
	options: parameters ? { queryReplacement: parameters } : {},
});

/** What was asked, in the order of a query's $1, $2 and so on. It never becomes part of the query's text. */
const parametersOf = (fields: string[]) =>
	Object.fromEntries(
		fields.map((field) => [field, `={{ $('Asked').first().json.${field} ?? '' }}`]),
	);
const IN_ORDER = '={{ Object.values($json) }}';

export function claimACallInPostgres() {
	const bring = step('Bring the Table', 'postgres', 2.7, [2, 0], query(CREATE), {
		// Two executions may both find it missing, and a user of the database may not be allowed to make tables.
		onError: 'continueRegularOutput',
	});
	const row = setFields('Row to Put Down', [3, 0], parametersOf(CLAIMED));
	const claim = step('Put Down a Row', 'postgres', 2.7, [4, 0], query(CLAIM, IN_ORDER));
	const mine = when('Is It Mine?', [5, 0], { text: "={{ $json.claim ?? '' }}", is: 'owned' });
	const owned = setFields('Owned', [6, -0.4], { claim: 'owned', key: asked('key'), outcome: '' });
	const read = step(
		"Read the Owner's Row",
		'postgres',
		2.7,
		[6, 0.6],
		query(READ, "={{ [$('Asked').first().json.key] }}"),
		{
			alwaysOutputData: true,
			...AGAIN,
		},
	);
	const duplicate = setFields('Duplicate', [7, 0.6], {
		claim: "={{ $json.claim ?? 'unclear' }}",
		key: asked('key'),
		outcome: "={{ $json.outcome ?? '' }}",
	});
	const end = setFields('Outcome to Record', [2, 2.8], parametersOf(['key', ...RECORDED]));
	const record = step(
		'Record the Outcome',
		'postgres',
		2.7,
		[3, 2.8],
		query(RECORD, IN_ORDER),
		AGAIN,
	);
	const recorded = setFields('Recorded', [4, 2.8], {
		recorded: "={{ $json.recorded ?? 'no' }}",
		key: asked('key'),
	});
	return template(
		'Claim a call once in a PostgreSQL table',
		[
			...askedSteps(1, bring, end, [2, 3.8]),
			bring.to(row).to(claim).to(mine),
			mine.output(0).to(owned),
			mine.output(1).to(read).to(duplicate),
			end.to(record).to(recorded),
			about(
				[-2.2, -1],
				560,
				`## Claim a call once, in PostgreSQL

**For** those who have a PostgreSQL database at hand, as n8n's queue mode needs one. It takes the place of the ledger that the templates of this package carry inside, an n8n data table.

**What happens.** The first execution that asks for a \`key\` is told \`owned\`, all others \`duplicate\` with what became of the first. The primary key of the table \`dialnexa_calls\` sees to it. The table is made when it is missing.

**Set up**
1. Add your Postgres credential to the four Postgres steps. Its user may create a table, or create it yourself with the query of *Bring the Table*.
2. Publish this workflow.
3. In each template, open the two steps that ask the ledger, *Claim the Call* and *Record in Ledger*: set **Source** to *Database* and choose this workflow. Use one ledger in all of them.
4. Some templates look through the data table by a step of their own, *Check unfinished claims* above all. The package's docs/exactly-once.md says what to put in its place.

It is asked as the other one: \`step\`: \`claim\` or \`record\`, and the fields that *Claim Request* and *Result* of the templates have.`,
			),
			section(
				'Question Note',
				[0, 1],
				[2, 1.2],
				`### What is asked
To claim a call, or to record what became of it.`,
			),
			section(
				'Claim Note',
				[2, -0.4],
				[6, 2],
				`### Claim
Everybody puts down a row under the key of the call, and the database takes the first one only. Whose row is taken owns the call; the others are told what became of the first.`,
			),
			section(
				'Record Note',
				[2, 2.8],
				[3, 2],
				`### Record
The owner's row is settled, with the outcome. A question that is neither to claim nor to record stops here.`,
			),
		],
		QUIET,
	);
}
