/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- tests run in Node, not in n8n */
import Ajv from 'ajv';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ACTIONS } from '../../lib/call/capture';
import { POLICY } from '../../nodes/DialNexaHandoff/policy';
import { handOverInput, plainInput, type Input } from './calls';

const ROOT = join(__dirname, '../..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

describe('docs/policy.md and docs/handoff.schema.json', () => {
	it('are what the table of rules and the contract give', () => {
		const script = join(ROOT, 'scripts/handoff-docs.mts');
		const { status, stderr } = spawnSync(process.execPath, [script, '--check'], {
			encoding: 'utf8',
		});
		expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
	});

	it('name every rule and every action', () => {
		const policy = read('docs/policy.md');
		for (const name of [...POLICY.map(({ code }) => code), ...ACTIONS]) {
			expect(policy).toContain(`\`${name}\``);
		}
	});

	const validate = new Ajv({ strict: true, allErrors: true }).compile(
		JSON.parse(read('docs/handoff.schema.json')),
	);

	it.each(ACTIONS)('the schema accepts the Handoff of %s', (action) => {
		expect([validate(handOverInput(plainInput(action))), validate.errors]).toEqual([true, null]);
	});

	it('the schema accepts the Handoff of an item that is no call, and refuses another shape', () => {
		const input = { ...plainInput('refund'), call: { no: 'call' } } as unknown as Input;
		const handoff = handOverInput(input);
		expect(validate(handoff)).toBe(true);
		expect(validate({ ...handoff, money: { ...handoff.money, amount: 49 } })).toBe(false);
		expect(validate({ ...handoff, route: 'later' })).toBe(false);
		expect(validate({ ...handoff, transcript: 'all of it' })).toBe(false);
	});

	it('the schema is published with the package', () => {
		const { files } = JSON.parse(read('package.json')) as { files: string[] };
		expect(files).toContain('docs/handoff.schema.json');
	});
});
