/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- tests run in Node, not in n8n */
// Every template goes through n8n's own import command, as it lies in the repository, and comes out whole.
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { World } from './world';

jest.setTimeout(180_000);

const ROOT = join(__dirname, '..', '..');
const FOLDER = join(ROOT, 'workflows');

interface Workflow {
	id: string;
	name: string;
	active: boolean;
	nodes: Array<{ name: string; type: string; parameters: object }>;
	connections: object;
}

let world: World;

beforeAll(async () => {
	world = await World.start(['something-went-wrong']);
}, 300_000);

afterAll(async () => await world?.end());

it('imports all of them, switched off, with every step and connection', async () => {
	const n8n = join(ROOT, 'scripts', 'n8n', 'node_modules', 'n8n', 'bin', 'n8n');
	// Not synchronously: this process has to see that n8n closes a connection meanwhile.
	await promisify(execFile)(
		join(ROOT, 'node_modules', 'node', 'bin', 'node'),
		[n8n, 'import:workflow', '--separate', `--input=${FOLDER}`],
		{
			env: { PATH: process.env.PATH, HOME: world.folder, N8N_USER_FOLDER: world.folder },
		},
	);
	const listed = await world.rest<{ data?: Workflow[] } | Workflow[]>('GET', '/workflows?take=100');
	const all = Array.isArray(listed) ? listed : (listed.data ?? []);
	const started = world.idOf('something-went-wrong');
	for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.json'))) {
		const template = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Workflow;
		const found = all.filter(({ id, name }) => name === template.name && id !== started);
		expect(found.map(({ name, active }) => ({ name, active }))).toEqual([
			{ name: template.name, active: false },
		]);
		const imported = await world.rest<Workflow>('GET', `/workflows/${found[0].id}`);
		const shape = ({ nodes }: Workflow) =>
			nodes.map(({ name, type, parameters }) => ({ name, type, parameters }));
		expect(shape(imported)).toEqual(shape(template));
		expect(imported.connections).toEqual(template.connections);
	}
});
