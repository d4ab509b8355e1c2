import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';
import { z } from 'zod';
import { listIn, page } from './answers';
import { ask, nodeErrorOf, type DialNexaContext } from './transport';

const titled = z.object({ title: z.string().nullish() }).nullish();
const namesSchema = z.object({
	id: z.string(),
	title: z.string().nullish(),
	current_version: titled,
	versions: z.array(titled).nullish(),
});

/** The name that people know it by: agents keep theirs in their versions, newest last. */
function choiceOf(entry: unknown): INodeListSearchItems[] {
	const names = namesSchema.safeParse(entry);
	if (!names.success) return [];
	const { id, title, current_version: current, versions } = names.data;
	const titles = [title, current?.title, ...(versions ?? []).map((version) => version?.title)];
	return [{ name: titles.find((name) => name) ?? id, value: id }];
}

function matching(entries: unknown[], filter = ''): INodeListSearchResult {
	const wanted = filter.toLowerCase();
	const results = entries
		.flatMap(choiceOf)
		.filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(wanted));
	return { results };
}

const agents = async (context: DialNexaContext) =>
	listIn(await ask(context, { method: 'GET', path: '/v1/agents' }));

/** The agents to choose several from. */
export async function getAgents(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	try {
		return matching(await agents(this)).results;
	} catch (error) {
		throw nodeErrorOf(this.getNode(), error);
	}
}

/** The agents to choose one from. */
export async function searchAgents(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	try {
		return matching(await agents(this), filter);
	} catch (error) {
		throw nodeErrorOf(this.getNode(), error);
	}
}

/** The workflows to choose one from. */
export async function searchWorkflows(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	try {
		const request = { method: 'GET', path: '/v1/workflows' } as const;
		return matching(await page(this, request, Infinity), filter);
	} catch (error) {
		throw nodeErrorOf(this.getNode(), error);
	}
}
