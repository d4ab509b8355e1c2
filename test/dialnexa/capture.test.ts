/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- tests run in Node, not in n8n */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CAPTURE_FIELDS } from '../../lib/call/capture';

const ROOT = join(__dirname, '../..');
const NAMES: string[] = CAPTURE_FIELDS.map(({ name }) => name);

test('docs/capture.md is what the table says', () => {
	const script = join(ROOT, 'scripts/dialnexa-docs.mts');
	const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
	expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

test('every field has a name of its own, in one spelling, and tells the agent what to write', () => {
	expect(new Set(NAMES).size).toBe(NAMES.length);
	for (const { name, description } of CAPTURE_FIELDS) {
		expect(name).toMatch(/^[a-z]+(_[a-z]+)*$/);
		expect(description.length).toBeGreaterThan(15);
	}
});

test('no amount is a number', () => {
	const money = CAPTURE_FIELDS.filter(({ name }) => /amount|threshold/.test(name));
	expect(money.map(({ type }) => type)).toEqual(money.map(() => 'STRING'));
	expect(money.length).toBeGreaterThanOrEqual(3);
});

test('the sample calls speak of nothing else', () => {
	const folder = join(ROOT, 'sandbox/samples');
	const sample = z.object({ call: z.object({ analysis: z.record(z.string(), z.unknown()) }) });
	const used = readdirSync(folder).flatMap((file) =>
		Object.keys(sample.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))).call.analysis),
	);
	expect(used.length).toBeGreaterThan(50);
	expect(used.filter((name) => !NAMES.includes(name))).toEqual([]);
});
