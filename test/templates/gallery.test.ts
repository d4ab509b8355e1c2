/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- tests run in Node, not in n8n */
// The gallery shows every template: its picture, what it needs and does, how it ends, and each of its settings.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(__dirname, '..', '..', 'workflows');
const GALLERY = readFileSync(join(FOLDER, 'README.md'), 'utf8');
const sections = new Map(
	GALLERY.split(/^## /m)
		.slice(1)
		.map((section) => [section.slice(0, section.indexOf('\n')), section]),
);

interface Template {
	name: string;
	nodes: Array<{
		name: string;
		parameters: { assignments?: { assignments: Array<{ name: string }> } };
	}>;
}

const templates = readdirSync(FOLDER)
	.filter((file) => file.endsWith('.json'))
	.map((file) => ({
		file,
		...(JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Template),
	}));

it.each(templates)('has $file under its name, with picture, needs and what it does', (template) => {
	const { file, name } = template;
	const section = sections.get(name) ?? '';
	const picture = `../docs/pictures/${file.replace(/json$/, 'png')}`;
	for (const part of [`[${file}](${file})`, `](${picture})`, '**Needs** ', '**Does** '])
		expect(section).toContain(part);
	expect(existsSync(join(FOLDER, picture))).toBe(true);
});

it.each(templates)('explains every setting of $file', ({ nodes }) => {
	const settings = nodes.find(({ name }) => name === 'Settings')?.parameters.assignments;
	const names = (settings?.assignments ?? []).map((known) => known.name.replace('settings.', ''));
	expect(names.filter((name) => !GALLERY.includes(`\`${name}\``))).toEqual([]);
});

it('shows no template that is not there', () => {
	expect([...sections.keys()].sort()).toEqual(templates.map(({ name }) => name).sort());
});
