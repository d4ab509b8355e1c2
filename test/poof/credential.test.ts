import { runNode, testCredential } from '../engine';
import { SandboxPoof } from './sandbox';

let poof: SandboxPoof;
beforeAll(async () => {
	poof = await SandboxPoof.start();
});
afterAll(async () => {
	await poof.stop();
});
beforeEach(async () => {
	await poof.reset();
});

const NO_BALANCE = 'Poof did not answer with a balance. Check the API key and the base URL.';
const tried = async (change: Record<string, string> = {}) =>
	await testCredential('poofIoApi', { ...poof.credentials.poofIoApi, ...change });

test('a key that Poof accepts passes', async () => {
	expect(await tried()).toEqual({ status: 'OK', message: '' });
	expect(await poof.received('balance')).toBe(1);
});

test('a key that Poof refuses inside a 200 does not', async () => {
	expect(await tried({ apiKey: 'wrong' })).toEqual({ status: 'Error', message: NO_BALANCE });
});

test.each(['bare_2xx:invalid authorization', 'text_2xx:invalid', 'html', 'unknown_2xx'])(
	'a 200 without a balance does not: %s',
	async (fault) => {
		await poof.fault(fault, 'balance');
		expect(await tried()).toEqual({ status: 'Error', message: NO_BALANCE });
	},
);

test.each(['status_401', 'status_500', 'reset_after'])('nor does %s', async (fault) => {
	await poof.fault(fault, 'balance', 2);
	expect(await tried()).toMatchObject({ status: 'Error' });
});

test("n8n's own HTTP Request node can use it for what no operation does", async () => {
	const { outputs, error } = await runNode({
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.5,
		parameters: {
			method: 'POST',
			url: `${String(poof.credentials.poofIoApi.baseUrl)}/api/v2/balance`,
			authentication: 'predefinedCredentialType',
			nodeCredentialType: 'poofIoApi',
			sendBody: true,
			bodyParameters: { parameters: [{ name: 'crypto', value: 'bitcoin' }] },
		},
		credentials: poof.credentials,
	});
	expect(error).toBeUndefined();
	expect(outputs[0][0].json).toHaveProperty('balance');
});
