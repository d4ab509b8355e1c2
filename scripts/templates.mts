// `npm run templates`: writes workflows/*.json from scripts/templates/. With --check it only says which are not current.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { answerBillingQuestion } from './templates/answer-billing-question.mts';
import { callToInvoice } from './templates/call-to-invoice.mts';
import { callToPayout } from './templates/call-to-payout.mts';
import { catchUpMissedCalls } from './templates/catch-up-missed-calls.mts';
import { dailyDigest } from './templates/daily-digest.mts';
import { checkUnfinishedClaims } from './templates/check-unfinished-claims.mts';
import { claimACallInPostgres } from './templates/ledger-in-postgres.mts';
import { claimACall } from './templates/ledger.mts';
import { setUp } from './templates/set-up.mts';
import { paymentReceived } from './templates/payment-received.mts';
import { resendDocument } from './templates/resend-document.mts';
import { protectRevenue } from './templates/protect-revenue.mts';
import { routeRefundOrDispute } from './templates/route-refund-or-dispute.mts';
import { somethingWentWrong } from './templates/something-went-wrong.mts';
import { workExceptionQueue } from './templates/work-exception-queue.mts';
import { ROOT } from './set-up.mjs';

const TEMPLATES = {
	'answer-billing-question': answerBillingQuestion,
	'call-to-invoice': callToInvoice,
	'call-to-payout': callToPayout,
	'catch-up-missed-calls': catchUpMissedCalls,
	'check-unfinished-claims': checkUnfinishedClaims,
	'claim-a-call': claimACall,
	'claim-a-call-in-postgres': claimACallInPostgres,
	'daily-digest': dailyDigest,
	'set-up': setUp,
	'payment-received': paymentReceived,
	'resend-document': resendDocument,
	'protect-revenue': protectRevenue,
	'route-refund-or-dispute': routeRefundOrDispute,
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
