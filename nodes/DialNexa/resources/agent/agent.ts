import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';
import { objectIn, resultOf } from '../../answers';
import type { Result } from '../../operation';
import { idOf, isOn, type Item } from '../../parameters';
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
const versionSchema = z.object({
	version_number: z.coerce.number(),
	title: z.string().nullish(),
	is_published: z.boolean().default(false),
	postcall_analysis: z.array(fieldSchema).nullish(),
	post_call_analysis: z.array(fieldSchema).nullish(),
});

const agentSchema = z.object({
	id: z.string(),
	agent_type: z.string().nullish(),
	timezone: z.string().nullish(),
	webhook_id: z.string().nullish(),
	versions: z.array(versionSchema).default([]),
});

/** What matters of an agent: its versions, oldest first, and what each captures after a call. */
export interface Agent {
	id: string;
	type: string;
	timezone: string;
	webhookId: string;
	versions: Array<{
		number: number;
		title: string;
		published: boolean;
		analysis: AnalysisField[];
	}>;
}

/** @throws DialNexaRefusal when it is no agent. */
export function readAgent(answer: unknown): Agent {
	const read = agentSchema.safeParse(answer);
	if (!read.success) {
		throw new DialNexaRefusal('DialNexa answered with something other than an agent', '', 200);
	}
	const { id, agent_type: type, timezone, webhook_id: webhookId, versions } = read.data;
	return {
		id,
		type: type ?? '',
		timezone: timezone ?? '',
		webhookId: webhookId ?? '',
		versions: versions
			.map((version) => ({
				number: version.version_number,
				title: version.title ?? '',
				published: version.is_published,
				analysis: version.postcall_analysis ?? version.post_call_analysis ?? [],
			}))
			.sort((a, b) => a.number - b.number),
	};
}

/** The agent as DialNexa gives it. @throws UnusableParameter or DialNexaRefusal */
export async function fetchAgent(item: Item, id = idOf(item, 'agentId', 'Agent')) {
	return objectIn(
		await ask(item.node, { method: 'GET', path: `/v1/agents/${encodeURIComponent(id)}` }),
	);
}

/** The agent in few words, or as DialNexa gives it. */
export function shown(item: Item, answer: IDataObject): Result {
	if (!isOn(item, 'simplify')) return resultOf(answer);
	const { id: agentId, versions, ...agent } = readAgent(answer);
	const published = versions.filter((version) => version.published).at(-1);
	const draft = versions.filter((version) => !version.published).at(-1);
	return resultOf({
		agentId,
		...agent,
		title: (published ?? draft)?.title ?? '',
		publishedVersion: published?.number ?? null,
		draftVersion: draft?.number ?? null,
		captures: (published ?? draft)?.analysis.map((field) => field.field_name) ?? [],
	});
}
