import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { z } from 'zod';
import { ask, DialNexaRefusal, nodeErrorOf, type DialNexaContext } from './transport';

const titled = z.object({ title: z.string().nullish() }).nullish();

const agentSchema = z
	.object({ id: z.string(), current_version: titled, versions: z.array(titled).nullish() })
	.transform(({ id, current_version: current, versions }) => ({
		id,
		title: [current, ...(versions ?? [])].map((version) => version?.title).find(Boolean) ?? id,
	}));

/** Documented as `{agents}`; seen in production as `{data: {agents}}` and as `{data: [...]}`. */
const agentsSchema = z.union([
	z.object({ agents: z.array(agentSchema) }).transform(({ agents }) => agents),
	z
		.object({ data: z.object({ agents: z.array(agentSchema) }) })
		.transform(({ data }) => data.agents),
	z.object({ data: z.array(agentSchema) }).transform(({ data }) => data),
	z.array(agentSchema),
]);

/** Every agent of the workspace with the name that people know it by. @throws DialNexaRefusal */
export async function listAgents(context: DialNexaContext) {
	const answer = await ask(context, { method: 'GET', path: '/v1/agents' });
	const agents = agentsSchema.safeParse(answer);
	if (agents.success) return agents.data;
	throw new DialNexaRefusal(
		'DialNexa answered the list of agents in an unknown form',
		'Check the Base URL in the credential, or give IDs by expression.',
		200,
	);
}

/** The agents to choose from in a node's form. */
export async function getAgents(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	try {
		const agents = await listAgents(this);
		return agents.map(({ id, title }) => ({ name: title, value: id }));
	} catch (error) {
		throw nodeErrorOf(this.getNode(), error);
	}
}
