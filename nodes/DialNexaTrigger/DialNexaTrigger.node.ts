import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
} from 'n8n-workflow';
import { getAgents } from '../DialNexa/listSearch';
import { receive } from './delivery';
import { parameters } from './parameters';
import { isRegistered, register, unregister } from './registration';

export class DialNexaTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'DialNexa Trigger',
		name: 'dialNexaTrigger',
		icon: { light: 'file:../DialNexa/dialnexa.svg', dark: 'file:../DialNexa/dialnexa.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["events"].join(", ") }}',
		description: 'Starts the workflow when a DialNexa voice agent has talked to somebody',
		eventTriggerDescription: 'Waiting for a call of your agent to end',
		triggerPanel: {
			header: 'Listen for a call',
			executionsHelp: {
				inactive:
					'<b>While building</b>, click "Execute step" and make a test call. With automatic registration this works beside the published workflow. With a dashboard webhook it does not: DialNexa holds one URL, so the test URL would replace the production URL.',
				active:
					'<b>While building</b>, click "Execute step" and make a test call.<br /><br /><b>Calls start the published workflow by themselves</b>; see them in the <a data-key="executions">executions list</a>.',
			},
			activationHint: {
				active: 'Calls of your agents start this workflow.',
				inactive:
					'Once your workflow works, publish it: DialNexa then sends every call to the production URL.',
			},
		},
		defaults: { name: 'DialNexa Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'dialNexaApi', required: true }],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				responseData: 'noData',
				path: 'webhook',
			},
		],
		properties: parameters,
	};

	methods = { loadOptions: { getAgents } };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await isRegistered(this);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				await register(this);
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				await unregister(this);
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions) {
		return await receive(this);
	}
}
