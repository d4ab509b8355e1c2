/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a development script, run by Node */
// What every template workflow must satisfy before it ships. Run by `gulp build` and by the tests.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expressionProblems } from './template-checks/expressions.ts';
import { flowlintProblems } from './template-checks/flowlint.ts';
import { layoutProblems, overlapProblems } from './template-checks/layout.ts';
import {
	ownParameterProblems,
	sdkProblems,
	writeOwnDefinitions,
} from './template-checks/parameters.ts';
import { promiseProblems } from './template-checks/promises.ts';
import { structureProblems } from './template-checks/structure.ts';
import { templateSchema, type Template } from './template-checks/template.ts';

export { writeOwnDefinitions };

/** Templates whose expressions and layout are still to be made legible. */
const NOT_YET_LEGIBLE = [
	'Catch up DialNexa calls that were never delivered',
	'Check unfinished claims and show them to finance',
	'Claim a call once in a PostgreSQL table',
	'Claim a call once in an n8n data table',
	'Send a daily finance digest of what calls led to',
	'Tell everybody about a Poof payment in Slack and HubSpot',
	'Set up what the DialNexa and Poof templates need',
	'Tell a person when a workflow stops',
	'Work the exception queue in Google Sheets',
];

const legibilityProblems = (template: Template) =>
	NOT_YET_LEGIBLE.includes(template.name)
		? []
		: [...expressionProblems(template), ...layoutProblems(template)];

/** Everything that is wrong with one template; an empty list when it may ship. Needs `writeOwnDefinitions` before. */
export function templateProblems(json: unknown): string[] {
	const parsed = templateSchema.safeParse(json);
	if (!parsed.success) {
		return parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
	}
	return [
		structureProblems,
		overlapProblems,
		legibilityProblems,
		promiseProblems,
		ownParameterProblems,
		sdkProblems,
		flowlintProblems,
	].flatMap((check) => check(parsed.data));
}

/** @throws Error that lists what is wrong, file by file. Needs the compiled nodes in dist/. */
export async function checkAllTemplates(): Promise<void> {
	await writeOwnDefinitions();
	const folder = join(process.cwd(), 'workflows');
	const wrong = readdirSync(folder)
		.filter((file) => file.endsWith('.json'))
		.flatMap((file) =>
			templateProblems(JSON.parse(readFileSync(join(folder, file), 'utf8'))).map(
				(problem) => `workflows/${file}: ${problem}`,
			),
		);
	if (wrong.length > 0) throw new Error(`Templates that must not ship:\n${wrong.join('\n')}`);
}
