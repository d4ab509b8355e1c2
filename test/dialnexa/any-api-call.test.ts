import type { INodeParameters } from 'n8n-workflow';
import { runNode } from '../engine';
import { Log } from './log';
import { TestWorkspace } from './workspace';

/** What no operation of the node does, n8n's own HTTP Request node does with our credential. */

// The engine logs what a node throws; here it is looked at where it is thrown.
Log.capture();

let workspace: TestWorkspace;
beforeAll(async () => {
	workspace = await TestWorkspace.start();
});
afterAll(async () => await workspace.stop());
beforeEach(async () => await workspace.reset());

async function request(path: string, parameters: INodeParameters = {}, apiKey?: string) {
	const credentials = await workspace.credential(apiKey ? { apiKey } : {});
	return await runNode({
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.5,
		parameters: {
			authentication: 'predefinedCredentialType',
			nodeCredentialType: 'dialNexaApi',
			url: `${credentials.dialNexaApi.baseUrl}${path}`,
			...parameters,
		},
		credentials,
	});
}

test('reads what the node has no operation for', async () => {
	const path = '/v1/workflows/workflow_sandboxrenewals/leads/variable-keys';
	const { outputs, error } = await request(path);
	expect(error).toBeUndefined();
	expect(outputs[0].map(({ json }) => json)).toMatchObject([{ data: { keys: [] } }]);
	expect(await workspace.operations()).toEqual(['listWorkflowLeadVariableKeys']);
});

test('writes', async () => {
	const agent = { title: 'New line', language_id: 'lang_en_us', voice_id: 'v', prompt_text: 'Hi.' };
	const { outputs, error } = await request('/v1/agents', {
		method: 'POST',
		sendBody: true,
		specifyBody: 'json',
		jsonBody: JSON.stringify(agent),
	});
	expect(error).toBeUndefined();
	expect(outputs[0][0].json).toMatchObject({ versions: [{ title: 'New line' }] });
	await workspace.expectDocumentedRequests();
});

test('a wrong key is refused', async () => {
	const { error } = await request('/v1/agents', {}, 'keyid:wrong');
	expect(error?.message).toContain('Authorization failed');
	expect(await workspace.operations()).toEqual(['listAgents']);
});
