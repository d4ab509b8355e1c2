/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a development script, run by Node */
// Every step has the version of its node that it would have if somebody added it in the editor today.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PACKAGE, type Template } from './template.ts';

interface Known {
	name: string;
	version: number | number[];
	defaultVersion?: number;
}

/** The version that n8n gives a new step, by the node's full type. */
function currentVersions(): Map<string, number> {
	const load = createRequire(join(process.cwd(), 'package.json'));
	const versions = new Map<string, number>();
	for (const known of load('n8n-nodes-base/dist/types/nodes.json') as Known[]) {
		const type = `n8n-nodes-base.${known.name}`;
		const current = known.defaultVersion ?? Math.max(...[known.version].flat());
		versions.set(type, Math.max(current, versions.get(type) ?? 0));
	}
	return versions;
}

export function versionProblems({ nodes }: Template): string[] {
	const versions = currentVersions();
	return nodes
		.filter(({ type }) => !type.startsWith(`${PACKAGE}.`))
		.flatMap(({ name, type, typeVersion }) => {
			const current = versions.get(type);
			if (current === typeVersion) return [];
			return [
				current === undefined
					? `"${name}" is of type ${type}, which n8n does not have`
					: `"${name}" is version ${typeVersion} of its node, and n8n has ${current}`,
			];
		});
}
