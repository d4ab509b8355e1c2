/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a development script, run by Node */
// What every template workflow must satisfy before it ships. Run by `gulp build` and by the tests.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { editProblems } from './template-checks/edits.ts';
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
import { templateSchema } from './template-checks/template.ts';
import { versionProblems } from './template-checks/versions.ts';

export { writeOwnDefinitions };

/** Everything that is wrong with one template; an empty list when it may ship. Needs `writeOwnDefinitions` before. */
export function templateProblems(json: unknown): string[] {
	const parsed = templateSchema.safeParse(json);
	if (!parsed.success) {
		return parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
	}
	return [
		structureProblems,
		overlapProblems,
		expressionProblems,
		layoutProblems,
		promiseProblems,
		editProblems,
		versionProblems,
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
