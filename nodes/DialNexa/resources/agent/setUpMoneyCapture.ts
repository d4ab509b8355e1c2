import { plainName } from '../../../../lib/call/analysis';
import { agentField } from '../../fields';
import type { Operation, Result } from '../../operation';
import { isOn, UnusableParameter, type Item } from '../../parameters';
import { ask, DialNexaRefusal } from '../../transport';
import { draftOf, fetchAgent, readAgent, type Agent, type AnalysisField } from './agent';
import { diffCapture, type CaptureDiff } from './captureDiff';

function writableVersionOf(agent: Agent) {
	const draft = draftOf(agent);
	if (draft) return draft;
	throw new UnusableParameter(
		`Agent ${agent.agentId} has no draft version`,
		"Published versions cannot be changed. Create a new version of the agent in DialNexa's dashboard, then run this again.",
	);
}

/** Whether the field is there, with the choices that it had (`additional_fields`, seen live, not documented). */
function isKept({ additional_fields: choices }: AnalysisField, now: AnalysisField | undefined) {
	if (!now) return false;
	return !choices || JSON.stringify(now.additional_fields) === JSON.stringify(choices);
}

/** Writes the analysis and reads it back: DialNexa ignores what it does not know without a word. */
async function apply(item: Item, agentId: string, version: number, { analysis }: CaptureDiff) {
	const path = `/v1/agents/${encodeURIComponent(agentId)}`;
	const body = { version_number: version, post_call_analysis: analysis };
	await ask(item.node, { method: 'PATCH', path, body });
	const { versions } = readAgent(await fetchAgent(item, agentId));
	const now = versions.find(({ number }) => number === version)?.analysis ?? [];
	const kept = new Map(now.map((field) => [plainName(field.field_name), field]));
	const lost = analysis.filter((field) => !isKept(field, kept.get(plainName(field.field_name))));
	if (lost.length === 0) return;
	throw new DialNexaRefusal(
		`DialNexa accepted the fields but does not have them all as they were: ${lost.map((field) => field.field_name).join(', ')}`,
		`Look at the post-call analysis of version ${version} in DialNexa's dashboard before you publish it.`,
		200,
	);
}

function nextStepOf(diff: CaptureDiff, version: number, applied: boolean): string {
	if (diff.add.length === 0) return 'Nothing to do: the agent captures everything.';
	return applied
		? `Make a test call with version ${version}, then publish it in DialNexa.`
		: 'Check the fields in "add", switch off Dry Run and run this again.';
}

/**
 * `GET`, then `PATCH /v1/agents/{id}` on the newest draft version (documented: published versions
 * cannot be changed, and a version carries its `postcall_analysis`). Repeatable.
 */
export const setUpMoneyCapture: Operation = {
	name: 'Set Up Money Capture',
	value: 'setUpMoneyCapture',
	action: 'Set up money capture in an agent',
	description:
		"Add the fields that the DialNexa Handoff reads to an agent's post-call analysis, keeping every field that is there",
	changesSomething: true,
	fields: [
		agentField,
		{
			displayName: 'Dry Run',
			name: 'dryRun',
			type: 'boolean',
			default: true,
			description:
				'Whether to only show what would be added to the draft version, and change nothing',
		},
	],
	async run(item): Promise<Result[]> {
		const agent = readAgent(await fetchAgent(item));
		const draft = writableVersionOf(agent);
		const diff = diffCapture(draft.analysis);
		if (diff.unwritable.length > 0) {
			throw new UnusableParameter(
				`The agent has fields of a type that cannot be written back: ${diff.unwritable.join(', ')}`,
				"Add the capture fields in DialNexa's dashboard; a dry run on an agent without these fields lists them.",
			);
		}
		const applied = !isOn(item, 'dryRun') && diff.add.length > 0;
		if (applied) await apply(item, agent.agentId, draft.number, diff);
		const { add, present, differ, keep } = diff;
		return [
			{
				json: {
					agentId: agent.agentId,
					version: draft.number,
					applied,
					add,
					present,
					differ,
					keep,
					nextStep: nextStepOf(diff, draft.number, applied),
				},
			},
		];
	},
};
