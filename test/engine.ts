/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- tests run in Node, not in n8n */
// Runs the built package (dist/) in n8n-core's own engine: real parameters, expressions, items, errors and HTTP.
import 'reflect-metadata';
import express from 'express';
import {
	ExecuteContext,
	ExecutionLifecycleHooks,
	HookContext,
	LazyPackageDirectoryLoader,
	LoadOptionsContext,
	PackageDirectoryLoader,
	RoutingNode,
	WebhookContext,
	WorkflowExecute,
} from 'n8n-core';
import {
	createRunExecutionData,
	ICredentialsHelper,
	NodeHelpers,
	Workflow,
	type IAuthenticateGeneric,
	type IBinaryKeyData,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type IDataObject,
	type IHttpRequestMethods,
	type IHttpRequestOptions,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type INodeType,
	type INodeTypes,
	type IRun,
	type IWebhookData,
	type IWebhookDescription,
	type IWebhookResponseData,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';

export const PACKAGE = 'n8n-nodes-dialnexa-poof';

const own = new PackageDirectoryLoader(join(__dirname, '..'));
const base = new LazyPackageDirectoryLoader(
	dirname(require.resolve('n8n-nodes-base/package.json')),
);
const loaded = Promise.all([own.loadAll(), base.loadAll()]);

const loaderOf = (type: string) => (type.startsWith(`${PACKAGE}.`) ? own : base);
/** As an AI agent's tool, a node has the suffix `Tool` behind its type. */
const shortName = (type: string) => type.slice(type.indexOf('.') + 1).replace(/Tool$/, '');

const nodeTypes: INodeTypes = {
	getByName: (type) => loaderOf(type).getNode(shortName(type)).type,
	getByNameAndVersion: (type, version) =>
		NodeHelpers.getVersionedNodeType(loaderOf(type).getNode(shortName(type)).type, version),
	getKnownTypes: () => ({ ...base.known.nodes, ...own.known.nodes }) as unknown as IDataObject,
};

export type TestCredentials = Record<string, ICredentialDataDecryptedObject>;

/** Gives nodes the test's credentials and authenticates requests by the credential type's own rule. */
class TestCredentialsHelper extends ICredentialsHelper {
	constructor(private readonly credentials: TestCredentials) {
		super();
	}

	private credentialType(name: string): ICredentialType {
		return (name in own.known.credentials ? own : base).getCredential(name).type;
	}

	getParentTypes(name: string): string[] {
		const parents = this.credentialType(name).extends ?? [];
		return [...parents, ...parents.flatMap((parent) => this.getParentTypes(parent))];
	}

	isCredentialUsableByNode() {
		return true;
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		request: IHttpRequestOptions,
		workflow: Workflow,
		node: INode,
	) {
		const { authenticate } = this.credentialType(typeName);
		if (typeof authenticate === 'function') return await authenticate(credentials, request);
		const headers = (authenticate as IAuthenticateGeneric).properties.headers ?? {};
		const resolved = Object.entries(headers).map(([name, value]) => [
			name,
			workflow.expression.getSimpleParameterValue(
				node,
				value as string,
				'internal',
				{ $credentials: credentials },
				undefined,
				'',
			),
		]);
		return { ...request, headers: { ...request.headers, ...Object.fromEntries(resolved) } };
	}

	async preAuthentication() {
		return undefined;
	}

	async runPreAuthentication() {
		return undefined;
	}

	async getCredentials(): Promise<never> {
		throw new Error('The engine asks for decrypted credentials only');
	}

	async getDecrypted(_additionalData: unknown, _details: unknown, type: string) {
		const found = this.credentials[type];
		if (!found) throw new Error(`The test gave no ${type} credential`);
		const defaults = [...this.getParentTypes(type).reverse(), type].flatMap((name) =>
			this.credentialType(name).properties.map((property) => [property.name, property.default]),
		);
		return { ...Object.fromEntries(defaults), ...found };
	}

	async updateCredentials() {}

	async updateCredentialsOauthTokenData() {}

	getCredentialsProperties(type: string) {
		return this.credentialType(type).properties;
	}
}

function additionalData(credentials: TestCredentials): IWorkflowExecuteAdditionalData {
	const origin = 'http://127.0.0.1:5678';
	const data: Partial<IWorkflowExecuteAdditionalData> = {
		credentialsHelper: new TestCredentialsHelper(credentials),
		executionId: '1',
		variables: {},
		currentNodeExecutionIndex: 0,
		setExecutionStatus() {},
		sendDataToUI() {},
		logAiEvent() {},
		restApiUrl: `${origin}/rest`,
		instanceBaseUrl: origin,
		webhookBaseUrl: `${origin}/webhook`,
		webhookTestBaseUrl: `${origin}/webhook-test`,
		webhookWaitingBaseUrl: `${origin}/webhook-waiting`,
		formWaitingBaseUrl: `${origin}/form-waiting`,
	};
	return data as IWorkflowExecuteAdditionalData;
}

export interface NodeUnderTest {
	/** One of our types, such as `poof`, or the whole name of another, such as `n8n-nodes-base.httpRequest`. */
	type: string;
	parameters?: INodeParameters;
	credentials?: TestCredentials;
	typeVersion?: number;
	/** What else the node's Settings tab can set: `onError`, `retryOnFail`, … */
	settings?: Partial<INode>;
}

function nodeOf({ type, parameters, credentials, typeVersion, settings }: NodeUnderTest): INode {
	return {
		id: '00000000-0000-4000-8000-000000000001',
		name: 'Node',
		type: type.includes('.') ? type : `${PACKAGE}.${type}`,
		typeVersion: typeVersion ?? 1,
		position: [0, 0],
		webhookId: '00000000-0000-4000-8000-000000000002',
		parameters: parameters ?? {},
		credentials: Object.fromEntries(
			Object.keys(credentials ?? {}).map((name) => [name, { id: '1', name }]),
		),
		...settings,
	};
}

function workflowOf(
	nodes: INode[],
	connections = {},
	staticData?: IDataObject,
	active = true,
): Workflow {
	return new Workflow({ id: 'workflow1', active, nodeTypes, nodes, connections, staticData });
}

export interface NodeRun {
	run: IRun;
	/** What left the node, a list per output. Empty when the node threw. */
	outputs: INodeExecutionData[][];
	error?: { message: string; description?: string | null; context?: IDataObject };
}

/** Runs one action node on items in `WorkflowExecute`. */
export async function runNode(
	options: NodeUnderTest & {
		items?: IDataObject[];
		/** Files that every item carries. */
		binary?: IBinaryKeyData;
	},
): Promise<NodeRun> {
	await loaded;
	const node = nodeOf(options);
	const workflow = workflowOf([node]);
	const data = additionalData(options.credentials ?? {});
	data.hooks = new ExecutionLifecycleHooks('trigger', '1', {
		id: workflow.id,
		name: 'Test',
		active: true,
		activeVersionId: null,
		isArchived: false,
		createdAt: new Date(0),
		updatedAt: new Date(0),
		nodes: [node],
		connections: {},
	});
	const { binary } = options;
	const items = (options.items ?? [{}]).map((json, item) => ({
		json,
		...(binary && { binary }),
		pairedItem: { item },
	}));
	const execution = createRunExecutionData({
		executionData: { nodeExecutionStack: [{ node, data: { main: [items] }, source: null }] },
	});
	const run = await new WorkflowExecute(data, 'trigger', execution).processRunExecutionData(
		workflow,
	);
	const error = run.data.resultData.error as NodeRun['error'];
	if (!error && run.status !== 'success') throw new Error(`The execution ended ${run.status}`);
	const main = run.data.resultData.runData[node.name]?.[0]?.data?.main ?? [];
	return { run, outputs: main.map((output) => output ?? []), error };
}

/** What a node's form offers to choose from, as n8n asks for it while somebody fills it in. */
export async function choicesOf(
	options: NodeUnderTest,
	method: string,
	filter?: string,
): Promise<Array<{ name: string; value: unknown }>> {
	await loaded;
	const node = nodeOf(options);
	const workflow = workflowOf([node]);
	const data = additionalData(options.credentials ?? {});
	const context = new LoadOptionsContext(workflow, node, data, '');
	const { methods } = nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
	const loadOptions = methods?.loadOptions?.[method];
	if (loadOptions) return await loadOptions.call(context);
	const listSearch = methods?.listSearch?.[method];
	if (!listSearch) throw new Error(`The node has no method ${method}`);
	return (await listSearch.call(context, filter)).results;
}

/** Runs a credential's own test as n8n does behind "Test": the request, then its rules on the answer. */
export async function testCredential(
	name: string,
	given: ICredentialDataDecryptedObject,
): Promise<{ status: 'OK' | 'Error'; message: string }> {
	await loaded;
	const { test } = own.getCredential(name).type;
	if (!test) throw new Error(`The credential ${name} has no test`);
	const node = { ...nodeOf({ type: 'unused', credentials: { [name]: given } }), parameters: {} };
	const noOp = base.getNode('noOp').type as INodeType;
	const type: INodeType = {
		description: {
			...noOp.description,
			credentials: [{ name, required: true }],
			properties: [
				{
					displayName: 'Request',
					name: 'request',
					type: 'string',
					default: '',
					routing: { request: test.request },
				},
			],
		},
	};
	const workflow = new Workflow({
		id: 'workflow1',
		active: false,
		nodeTypes: { ...nodeTypes, getByNameAndVersion: () => type },
		nodes: [node],
		connections: {},
	});
	const context = new ExecuteContext(
		workflow,
		node,
		additionalData({ [name]: given }),
		'internal',
		createRunExecutionData(),
		0,
		[],
		{ main: [[{ json: {} }]] },
		{ node, data: {}, source: null },
		[],
	);
	try {
		const answer = (await new RoutingNode(context, type).runNode())?.[0]?.[0]?.json ?? {};
		for (const rule of test.rules ?? []) {
			if (rule.type !== 'responseSuccessBody') continue;
			const { key, value, message } = rule.properties;
			if (answer[key] === value) return { status: 'Error', message };
		}
	} catch (error) {
		return { status: 'Error', message: (error as Error).message };
	}
	return { status: 'OK', message: '' };
}

interface TriggerOptions extends NodeUnderTest {
	staticData?: IDataObject;
	/** False for a test listener: n8n makes its workflow inactive. */
	active?: boolean;
	/** Where n8n says that it is reached, unless `listen` has given an address. */
	webhookBaseUrl?: string;
}

/**
 * A trigger node behind a real HTTP server, as n8n puts it there: JSON bodies parsed, `rawBody` kept, static data that
 * lasts for the object's life.
 */
export class TriggerUnderTest {
	/** The items that each started execution began with. */
	readonly executions: INodeExecutionData[][] = [];
	readonly workflow: Workflow;
	private readonly node: INode;
	private server?: Server;
	/** Errors that the node threw while it answered a delivery: n8n would answer 500. */
	readonly thrown: unknown[] = [];
	/** Set to answer as n8n does when it cannot store an execution. */
	storageFails = false;

	private constructor(private readonly options: TriggerOptions) {
		this.node = nodeOf(options);
		this.workflow = workflowOf([this.node], {}, options.staticData, options.active);
	}

	static async create(options: TriggerOptions) {
		await loaded;
		return new TriggerUnderTest(options);
	}

	private additionalData(): IWorkflowExecuteAdditionalData {
		const data = additionalData(this.options.credentials ?? {});
		const { port } = (this.server?.address() ?? {}) as Partial<AddressInfo>;
		const base =
			this.options.webhookBaseUrl ?? (port ? `http://127.0.0.1:${port}/webhook` : undefined);
		return base ? { ...data, webhookBaseUrl: base, webhookTestBaseUrl: `${base}-test` } : data;
	}

	private get type() {
		return nodeTypes.getByNameAndVersion(this.node.type, this.node.typeVersion);
	}

	private webhookDescription(name: string): IWebhookDescription {
		const found = this.type.description.webhooks?.find((webhook) => webhook.name === name);
		if (!found) throw new Error(`The node has no webhook named ${name}`);
		return found;
	}

	private webhookData(name: string, data: IWorkflowExecuteAdditionalData): IWebhookData {
		return {
			httpMethod: 'POST' as IHttpRequestMethods,
			node: this.node.name,
			path: 'path',
			webhookDescription: this.webhookDescription(name),
			workflowId: this.workflow.id,
			workflowExecuteAdditionalData: data,
		};
	}

	/** `checkExists`, `create` or `delete`, as n8n calls them when a workflow is switched on and off. */
	async lifecycle(
		method: 'checkExists' | 'create' | 'delete',
		mode: 'trigger' | 'manual' = 'trigger',
	) {
		const data = this.additionalData();
		const hook = new HookContext(
			this.workflow,
			this.node,
			data,
			mode,
			mode === 'manual' ? 'manual' : 'activate',
			{ ...this.webhookData('default', data), isTest: mode === 'manual' },
		);
		const methods = this.type.webhookMethods?.default;
		if (!methods) throw new Error('The node has no webhook methods');
		return await methods[method].call(hook);
	}

	staticData(): IDataObject {
		return this.workflow.getStaticData('node', this.node);
	}

	/** Starts the HTTP server and gives the address that deliveries go to. */
	async listen(): Promise<string> {
		const app = express();
		app.use(express.raw({ type: () => true, limit: '16mb' }));
		app.use(async (request, response) => {
			const rawBody: Buffer = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
			let body: unknown = {};
			try {
				if (rawBody.length > 0) body = JSON.parse(rawBody.toString('utf8'));
			} catch {
				response.status(422).json({ message: 'Failed to parse request body' });
				return;
			}
			Object.assign(request, { body, rawBody, readRawBody: async () => {} });
			await this.receive(request, response);
		});
		this.server = app.listen(0, '127.0.0.1');
		await new Promise((resolve) => this.server?.once('listening', resolve));
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/webhook`;
	}

	async close() {
		await new Promise((resolve) => (this.server ? this.server.close(resolve) : resolve(undefined)));
	}

	private async receive(httpRequest: express.Request, httpResponse: express.Response) {
		const data = { ...this.additionalData(), httpRequest, httpResponse };
		const context = new WebhookContext(
			this.workflow,
			this.node,
			data,
			this.workflow.active ? 'webhook' : 'manual',
			this.webhookData('default', data),
			[],
			null,
		);
		let answer: IWebhookResponseData;
		try {
			if (!this.type.webhook) throw new Error('The node answers no webhooks');
			answer = await this.type.webhook.call(context);
		} catch (error) {
			this.thrown.push(error);
			httpResponse.status(500).json({ message: 'The node threw' });
			return;
		}
		if (answer.workflowData && this.storageFails) {
			httpResponse.status(500).json({ message: 'There was a problem executing the workflow' });
			return;
		}
		if (answer.workflowData) this.executions.push(answer.workflowData[0]);
		if (answer.noWebhookResponse) return;
		httpResponse.status(200).send(answer.webhookResponse ?? { message: 'Workflow was started' });
	}
}
