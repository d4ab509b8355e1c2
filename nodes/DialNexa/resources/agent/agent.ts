import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';
import { objectIn, resultOf } from '../../answers';
import type { Result } from '../../operation';
import { idOf, isOn, type Item } from '../../parameters';
import { text } from '../../simplified';
import { ask, DialNexaRefusal } from '../../transport';

/** One field of an agent's post-call analysis, with everything that DialNexa keeps beside it. */
const fieldSchema = z
	.object({
		field_name: z.string(),
		field_type: z.string(),
		field_description: z.string().nullish(),
	})
	.passthrough();

export type AnalysisField = z.infer<typeof fieldSchema>;

/** The version number was seen to come as text; the analysis under either spelling (documented). */
const versionSchema = z
	.object({
		version_number: z.coerce.number(),
		title: text,
		is_published: z.boolean().default(false),
		postcall_analysis: z.array(fieldSchema).nullish(),
		post_call_analysis: z.array(fieldSchema).nullish(),
	})
	.transform((version) => ({
		number: version.version_number,
		title: version.title,
		published: version.is_published,
		analysis: version.postcall_analysis ?? version.post_call_analysis ?? [],
	}));

/** What matters of an agent: its versions, oldest first, and what each captures after a call. */
const agentSchema = z
	.object({
		id: z.string().min(1),
		agent_type: text,
		timezone: text,
		webhook_id: text,
		versions: z.array(versionSchema).default([]),
	})
	.transform((agent) => ({
		agentId: agent.id,
		type: agent.agent_type,
		timezone: agent.timezone,
		webhookId: agent.webhook_id,
		versions: agent.versions.sort((a, b) => a.number - b.number),
	}));

export type Agent = z.infer<typeof agentSchema>;

/** @throws DialNexaRefusal when it is no agent. */
export function readAgent(answer: unknown): Agent {
	const read = agentSchema.safeParse(answer);
	if (!read.success) {
		throw new DialNexaRefusal('DialNexa answered with something other than an agent', '', 200);
	}
	return read.data;
}

/** The agent as DialNexa gives it. @throws UnusableParameter or DialNexaRefusal */
export async function fetchAgent(item: Item, id = idOf(item, 'agentId', 'Agent')) {
	return objectIn(
		await ask(item.node, { method: 'GET', path: `/v1/agents/${encodeURIComponent(id)}` }),
	);
}

/** The version that is being worked on: the newest, unless it is published. An older draft is abandoned. */
export function draftOf({ versions }: Agent): Agent['versions'][number] | undefined {
	const newest = versions.at(-1);
	return newest?.published ? undefined : newest;
}

/** The agent in few words, or as DialNexa gives it. */
export function shown(item: Item, answer: IDataObject): Result {
	if (!isOn(item, 'simplify')) return resultOf(answer);
	const read = readAgent(answer);
	const { versions, ...agent } = read;
	const published = versions.filter((version) => version.published).at(-1);
	const draft = draftOf(read);
	return resultOf({
		...agent,
		title: (published ?? draft)?.title ?? '',
		publishedVersion: published?.number ?? null,
		draftVersion: draft?.number ?? null,
		captures: (published ?? draft)?.analysis.map((field) => field.field_name) ?? [],
	});
}
