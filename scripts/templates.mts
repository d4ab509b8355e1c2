// `npm run templates`: writes workflows/*.json from scripts/templates/. With --check it only says which are not current.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { callToInvoice } from './templates/call-to-invoice.mts';
import { callToPayout } from './templates/call-to-payout.mts';
import { catchUpMissedCalls } from './templates/catch-up-missed-calls.mts';
import { checkUnfinishedClaims } from './templates/check-unfinished-claims.mts';
import { claimACallInPostgres } from './templates/ledger-in-postgres.mts';
import { claimACall } from './templates/ledger.mts';
import { somethingWentWrong } from './templates/something-went-wrong.mts';
import { workExceptionQueue } from './templates/work-exception-queue.mts';
import { ROOT } from './set-up.mjs';

const TEMPLATES = {
	'call-to-invoice': callToInvoice,
	'call-to-payout': callToPayout,
	'catch-up-missed-calls': catchUpMissedCalls,
	'check-unfinished-claims': checkUnfinishedClaims,
	'claim-a-call': claimACall,
	'claim-a-call-in-postgres': claimACallInPostgres,
	'something-went-wrong': somethingWentWrong,
	'work-exception-queue': workExceptionQueue,
};

const stale: string[] = [];
for (const [name, build] of Object.entries(TEMPLATES)) {
	const file = join(ROOT, 'workflows', `${name}.json`);
	const text = await format(JSON.stringify(build()), {
		...(await resolveConfig(file)),
		filepath: file,
	});
	if ((await readFile(file, 'utf8').catch(() => '')) === text) continue;
	if (process.argv.includes('--check')) stale.push(`workflows/${name}.json`);
	else await writeFile(file, text);
}
if (stale.length > 0) {
	process.stderr.write(
		`Not written from their source; run npm run templates: ${stale.join(', ')}\n`,
	);
	process.exitCode = 1;
}
