/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- tests run in Node, not in n8n */
// What the end of every end-to-end file asks for: nothing of the template was left out, and nothing leaked.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { World } from './world';

interface Template {
	nodes: Array<{ name: string; type: string }>;
	connections: Record<string, { main: Array<Array<{ node: string }> | null> }>;
}

/** Every step of a template, and every output that leads somewhere as `Step 0`. */
function waysThrough(template: string): string[] {
	const file = join(__dirname, '..', '..', 'workflows', `${template}.json`);
	const { nodes, connections } = JSON.parse(readFileSync(file, 'utf8')) as Template;
	const steps = nodes.filter(({ type }) => !type.endsWith('.stickyNote')).map(({ name }) => name);
	const outputs = Object.entries(connections).flatMap(([step, { main }]) =>
		main.flatMap((targets, output) => (targets?.length ? [`${step} ${output}`] : [])),
	);
	return [...steps, ...outputs];
}

/** The way out of a Switch on outcomes for a fifth one: of another version of the node, that is. */
export const NO_FIFTH_OUTCOME = { 'Outcome 4': 'the node has four outcomes' };

/** `undriven`: the steps and outputs (`Step 1`) that no test of the file drives, each with the reason. */
function everythingDriven(
	world: () => World,
	template: string,
	undriven: Record<string, string> = {},
) {
	it(`has driven every step of ${template}, and every way out of each`, async () => {
		const driven = await world().driven(template);
		const left = waysThrough(template).filter((way) => !driven.has(way));
		expect(left.sort()).toEqual(Object.keys(undriven).sort());
	});
}

interface Remarks {
	undriven?: Record<string, string>;
	/** Secrets that the file has brought into play besides those of its calls. */
	secrets?: string[];
	/** What has to be found by a search that looks in the right place. */
	present?: string[];
	/** What is stored outside of n8n's folder. */
	alsoStored?: () => Promise<unknown>;
}

/** Last in every file that has calls, about the template that it is about. */
export function atTheEnd(world: () => World, template: string, remarks: Remarks = {}) {
	const { undriven, secrets = [], present = [], alsoStored } = remarks;
	everythingDriven(world, template, undriven);

	it('has stored and sent no secret of a caller', async () => {
		const elsewhere = await alsoStored?.();
		expect(await world().findLeaks(secrets, present, elsewhere)).toEqual({
			leaks: [],
			missing: [],
		});
	});

	it('reached no host beyond the machine', async () => {
		expect(await world().refusedHosts()).toEqual([]);
	});
}
