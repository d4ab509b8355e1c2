import { z } from 'zod';
import { RunningSandbox } from '../sandbox/running-sandbox';
import { requestSchema, undocumented } from './openapi';

const credentialsSchema = z.array(
	z.object({ type: z.string(), data: z.record(z.string(), z.unknown()) }),
);
const credentialSchema = z.record(z.string(), z.string());

const stateSchema = z.object({
	requests: z.array(requestSchema),
	dialnexa: z.object({
		agents: z.array(
			z.object({
				id: z.string(),
				versions: z.array(
					z.object({
						version_number: z.number(),
						postcall_analysis: z.array(z.record(z.string(), z.unknown())),
					}),
				),
			}),
		),
		calls: z.array(z.record(z.string(), z.unknown())),
		batches: z.array(z.record(z.string(), z.unknown())),
		workflows: z.array(z.record(z.string(), z.unknown())),
		webhooks: z.array(
			z.object({
				id: z.string(),
				url: z.string(),
				events: z.array(z.string()),
				is_active: z.boolean(),
				secret: z.string(),
			}),
		),
	}),
});

/** The sandbox's DialNexa workspace: what it holds, what it was asked, and how to make it fail. */
export class TestWorkspace {
	private constructor(readonly sandbox: RunningSandbox) {}

	static async start() {
		return new TestWorkspace(await RunningSandbox.start());
	}

	async stop() {
		await this.sandbox.stop();
	}

	async reset() {
		await this.sandbox.control('POST', '/reset');
	}

	/** The credential for the sandbox, with changes. */
	async credential(changes: Record<string, string> = {}) {
		const credentials = credentialsSchema.parse(await this.sandbox.control('GET', '/credentials'));
		const credential = credentials.find(({ type }) => type === 'dialNexaApi');
		return { dialNexaApi: { ...credentialSchema.parse(credential?.data), ...changes } };
	}

	async holds() {
		return (await this.sandbox.state(stateSchema)).dialnexa;
	}

	/** What was asked of its API, in order. */
	async requests() {
		const { requests } = await this.sandbox.state(stateSchema);
		return requests.filter(({ service, operation }) => service === 'dialnexa' && operation !== '');
	}

	async operations() {
		return (await this.requests()).map(({ operation }) => operation);
	}

	/** Fails unless everything that was asked is documented in DialNexa's OpenAPI file. */
	async expectDocumentedRequests() {
		expect((await this.requests()).flatMap(undocumented)).toEqual([]);
	}

	async fault(operation: string, fault: string, times = 1) {
		await this.sandbox.control('POST', '/faults', { service: 'dialnexa', operation, fault, times });
	}

	async settings(dialnexa: object) {
		await this.sandbox.control('PUT', '/settings', { dialnexa });
	}

	/** What somebody else does in the workspace, over its API. */
	async asDialNexaUser(method: string, path: string, body?: unknown) {
		const { apiKey } = (await this.credential()).dialNexaApi;
		const headers = { authorization: `Bearer ${apiKey}` };
		return await this.sandbox.send(method, `/dialnexa${path}`, body, headers);
	}

	/** Delivers a sample call, which from then on is there to be looked up. */
	async call(sample: string, callId?: string) {
		return await this.sandbox.control('POST', '/calls', { sample, ...(callId && { callId }) });
	}
}
