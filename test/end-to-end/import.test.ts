/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- tests run in Node, not in n8n */
// Every template goes through n8n's own import command, as it lies in the repository, and is switched on with nothing
// filled in but its credentials and its Settings.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { World } from './world';

const FOLDER = join(__dirname, '..', '..', 'workflows');
const TEMPLATES = readdirSync(FOLDER)
	.filter((file) => file.endsWith('.json'))
	.map((file) => file.replace(/\.json$/, ''));

interface Workflow {
	name: string;
	active: boolean;
	nodes: Array<{ name: string; type: string; typeVersion: number; parameters: object }>;
	connections: object;
	settings: { errorWorkflow?: string };
}

let world: World;

beforeAll(async () => {
	world = await World.start(TEMPLATES);
}, 300_000);

afterAll(async () => await world?.end());

/** The steps that a user fills in: in one template, which workflow takes the calls is chosen from a list. */
const FILLED_IN = ['Settings', 'Hand Over to Your Workflow'];

it.each(TEMPLATES)('imports %s whole, and switches it on', async (template) => {
	const file = JSON.parse(readFileSync(join(FOLDER, `${template}.json`), 'utf8')) as Workflow;
	const imported = await world.rest<Workflow>('GET', `/workflows/${world.idOf(template)}`);
	const shape = ({ nodes }: Workflow) =>
		nodes.map(({ name, type, typeVersion, parameters }) => ({
			...{ name, type, typeVersion },
			parameters: FILLED_IN.includes(name) ? Object.keys(parameters) : parameters,
		}));
	expect(shape(imported)).toEqual(shape(file));
	expect(imported.connections).toEqual(file.connections);
	const { errorWorkflow, ...settings } = imported.settings;
	expect(settings).toMatchObject(file.settings);
	expect(errorWorkflow).toBe(
		template === 'something-went-wrong' ? undefined : world.idOf('something-went-wrong'),
	);
	// What is run by hand cannot be switched on.
	const byHand = file.nodes.some(({ type }) => type.endsWith('.manualTrigger'));
	expect({ name: imported.name, active: imported.active }).toEqual({
		name: file.name,
		active: !byHand,
	});
});
