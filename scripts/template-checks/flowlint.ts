/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a development script, run by Node */
// The rules of flowlint that fit here.
import { defaultConfig, parseN8n, runAllRules } from '@replikanti/flowlint-core';
import { STICKY, type Template } from './template.ts';

/** Rules of flowlint that do not fit here, and why. */
const NOT_FLOWLINTS: Record<string, string> = {
	R1: 'a step is retried only where nothing is sent twice',
	R3: 'the claim guards what moves money, and flowlint does not know it',
	R5: 'endings and sub-workflows have no next step',
	R6: 'a loop ends with its rows',
	R7: 'an ending goes through ledger and sheet, not straight to a message',
	R8: 'what a step gives is read by name, which flowlint does not see',
	R11: 'it takes n8n-nodes-base.executeWorkflow for deprecated',
	R12: 'every error output is followed above; what stops goes to the error workflow',
	R15: 'the ID of an error workflow cannot be imported',
};

export function flowlintProblems(template: Template): string[] {
	const nodes = template.nodes.filter(({ type }) => type !== STICKY);
	try {
		return runAllRules(parseN8n(JSON.stringify({ ...template, nodes })), {
			path: template.name,
			cfg: defaultConfig,
		})
			.filter(({ rule }) => !(rule in NOT_FLOWLINTS))
			.map(({ rule, message }) => `${message} (flowlint ${rule})`);
	} catch (error) {
		return [String(error)];
	}
}
