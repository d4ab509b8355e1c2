// The ledger in a PostgreSQL table: asked and answering as the one in an n8n data table (ledger.mts). The primary key of the table
// decides who owns a call, so that there is nothing to wait for.
import { about, step, template } from './canvas.mts';
import { setFields } from './fields.mts';
import { AGAIN, asked, askedSteps, QUIET } from './ledger.mts';
import { when } from './switches.mts';

const CREATE = `CREATE TABLE IF NOT EXISTS dialnexa_calls (
  key text PRIMARY KEY CHECK (key <> ''),
  state text NOT NULL,
  action text,
  amount text,
  currency text,
  requester text,
  workflow text,
  execution text,
  claimed_at timestamptz NOT NULL DEFAULT now(),
  due timestamptz,
  outcome text,
  poof_id text,
  approver text,
  detail text,
  settled_at timestamptz
)`;

const CLAIM = `INSERT INTO dialnexa_calls
  (state, key, action, amount, currency, requester, workflow, execution, due)
VALUES
  ('owned', $1, $2, $3, $4, $5, $6, $7, NULLIF($8, '')::timestamptz)
ON CONFLICT (key) DO NOTHING
RETURNING 'owned' AS claim`;

const READ = `SELECT 'duplicate' AS claim, coalesce(outcome, '') AS outcome
FROM dialnexa_calls
WHERE key = $1`;

const RECORD = `UPDATE dialnexa_calls
SET state = 'settled', outcome = $2, poof_id = $3, approver = $4, detail = $5, settled_at = now()
WHERE key = $1 AND state = 'owned'
RETURNING 'yes' AS recorded`;

/** The query gets these fields of what was asked as $1, $2 and so on; they never become part of its text. */
const query = (sql: string, fields: string[] = []) => ({
	resource: 'database',
	operation: 'executeQuery',
	query: sql,
	options:
		fields.length > 0
			? {
					queryReplacement: `={{ ${JSON.stringify(fields).replaceAll('"', "'")}.map((field) => $('Asked').first().json[field]) }}`,
				}
			: {},
});

export function claimACallInPostgres() {
	const bring = step('Bring the Table', 'postgres', 2.7, [2, 0], query(CREATE), {
		// Two executions may both find it missing, and a user of the database may not be allowed to make tables.
		onError: 'continueRegularOutput',
	});
	const claim = step(
		'Put Down a Row',
		'postgres',
		2.7,
		[3, 0],
		query(CLAIM, [
			'key',
			'action',
			'amount',
			'currency',
			'requester',
			'workflow',
			'execution',
			'due',
		]),
	);
	const mine = when('Is It Mine?', [4, 0], { text: "={{ $json.claim ?? '' }}", is: 'owned' });
	const owned = setFields('Owned', [5, -0.5], { claim: 'owned', key: asked('key'), outcome: '' });
	const read = step("Read the Owner's Row", 'postgres', 2.7, [5, 0.5], query(READ, ['key']), {
		alwaysOutputData: true,
		...AGAIN,
	});
	const duplicate = setFields('Duplicate', [6, 0.5], {
		claim: "={{ $json.claim ?? 'unclear' }}",
		key: asked('key'),
		outcome: "={{ $json.outcome ?? '' }}",
	});
	const record = step(
		'Record the Outcome',
		'postgres',
		2.7,
		[2, 2],
		query(RECORD, ['key', 'outcome', 'poofId', 'approver', 'detail']),
		AGAIN,
	);
	const recorded = setFields('Recorded', [3, 2], {
		recorded: "={{ $json.recorded ?? 'no' }}",
		key: asked('key'),
	});
	return template(
		'Claim a call once in a PostgreSQL table',
		[
			...askedSteps(bring, record),
			bring.to(claim).to(mine),
			mine.output(0).to(owned),
			mine.output(1).to(read).to(duplicate),
			record.to(recorded),
			about(
				[-2, -1],
				540,
				`## Claim a call once, in PostgreSQL

**For** those who have a PostgreSQL database at hand, as n8n's queue mode needs one. It takes the place of the ledger that the templates of this package carry inside, an n8n data table.

**What happens.** The first execution that asks for a \`key\` is told \`owned\`, all others \`duplicate\` with what became of the first. The primary key of the table \`dialnexa_calls\` sees to it. The table is made when it is missing.

**Set up**
1. Add your Postgres credential to the four Postgres steps. Its user may create a table, or create it yourself with the query of *Bring the Table*.
2. Publish this workflow.
3. In each template that moves money, open *Claim the Call* and *Record in Ledger*: set **Source** to *Database* and choose this workflow. Use one ledger in all of them.
4. *Catch up missed calls* and *Check unfinished claims* read the data table: the package's docs/exactly-once.md has the queries for this table instead.

It is asked as the other one: \`step\`: \`claim\` or \`record\`, and the fields that *Claim Request* and *Result* of the templates have.`,
			),
		],
		QUIET,
	);
}
