import { choicesOf, testCredential } from '../engine';
import { TestWorkspace } from './workspace';

let workspace: TestWorkspace;
beforeAll(async () => {
	workspace = await TestWorkspace.start();
});
afterAll(async () => await workspace.stop());
beforeEach(async () => await workspace.reset());
afterEach(async () => await workspace.expectDocumentedRequests());

const tested = async (changes: Record<string, string>) =>
	await testCredential('dialNexaApi', (await workspace.credential(changes)).dialNexaApi);

describe('the credential', () => {
	test('is fine with a right key', async () => {
		expect((await tested({})).status).toBe('OK');
		expect(await workspace.operations()).toEqual(['listAgents']);
	});

	test.each([
		['a wrong key', { apiKey: 'keyid:wrong' }],
		['half a key', { apiKey: 'sandboxdialnexa' }],
		['an address where nobody listens', { baseUrl: 'http://127.0.0.1:9' }],
	])('is not with %s', async (_name, changes) => {
		expect((await tested(changes)).status).toBe('Error');
	});
});

describe.each(['openapi', 'production'])('choices, with envelopes as in %s', (envelopes) => {
	beforeEach(async () => await workspace.settings({ envelopes }));
	const BILLING = { name: 'Billing line', value: 'agent_sandboxbilling' };
	const PAYOUTS = { name: 'Payout desk', value: 'agent_sandboxpayouts' };
	const RENEWALS = { name: 'Failed renewals', value: 'workflow_sandboxrenewals' };

	test('agents of the trigger', async () => {
		const credentials = await workspace.credential();
		const agents = await choicesOf({ type: 'dialNexaTrigger', credentials }, 'getAgents');
		expect(agents).toEqual([BILLING, PAYOUTS]);
	});

	test('agents and workflows of the node, searched by name and ID', async () => {
		const node = { type: 'dialNexa', credentials: await workspace.credential() };
		expect(await choicesOf(node, 'searchAgents')).toEqual([BILLING, PAYOUTS]);
		expect(await choicesOf(node, 'searchAgents', 'DESK')).toEqual([PAYOUTS]);
		expect(await choicesOf(node, 'searchAgents', 'sandboxbill')).toEqual([BILLING]);
		expect(await choicesOf(node, 'searchWorkflows', 'renew')).toEqual([RENEWALS]);
		expect(await choicesOf(node, 'searchWorkflows')).toHaveLength(2);
	});
});

test('a wrong key is told where people choose', async () => {
	const credentials = await workspace.credential({ apiKey: 'keyid:wrong' });
	await expect(choicesOf({ type: 'dialNexa', credentials }, 'searchAgents')).rejects.toMatchObject({
		message: 'DialNexa answered 401: API key is missing or invalid',
		description: expect.stringContaining('whole key') as string,
	});
});
