import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
} from 'n8n-workflow';
import { getAgents } from '../DialNexa/listSearch';
import { receive } from './delivery';
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
					'<b>While building</b>, click "Listen for test event" and make a test call. With automatic registration this works beside the published workflow. With a dashboard webhook it does not: DialNexa holds one URL, so the test URL would replace the production URL.',
				active:
					'<b>While building</b>, click "Listen for test event" and make a test call.<br /><br /><b>Calls start the published workflow by themselves</b>; see them under Executions.',
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
		properties: [
			{
				displayName: 'Registration',
				name: 'registration',
				type: 'options',
				options: [
					{
						name: 'Automatic',
						value: 'automatic',
						description:
							'Registers webhooks in DialNexa when the workflow is published and removes them afterwards',
					},
					{
						name: 'Dashboard Webhook',
						value: 'dashboard',
						description:
							"You paste the URL into DialNexa's dashboard and set the signing secret in the credential",
					},
				],
				default: 'automatic',
				description: 'How DialNexa learns where to deliver calls',
			},
			{
				displayName:
					"Copy the production URL above into Webhooks in DialNexa's dashboard (at most 150 characters), create a Webhook Secret on its Keys page, put that into the credential, publish this workflow, and enable the webhook in the agent's settings.",
				name: 'dashboardNotice',
				type: 'notice',
				default: '',
				displayOptions: { show: { registration: ['dashboard'] } },
			},
			{
				displayName: 'Trigger On',
				name: 'events',
				type: 'multiOptions',
				options: [
					{
						name: 'Call Completed',
						value: 'call.completed',
						description: 'Somebody answered and the call has ended',
					},
					{
						name: 'Call Failed',
						value: 'call.failed',
						description:
							'The call could not be made. DialNexa was seen not to deliver this to automatic webhooks.',
					},
					{
						name: 'Call Not Answered',
						value: 'call.no_answer',
						description: 'Nobody picked up, the line was busy, or voicemail answered',
					},
					{
						name: 'Call Started',
						value: 'call.started',
						displayOptions: { show: { registration: ['dashboard'] } },
					},
					{
						name: 'Call Transferred',
						value: 'call.transferred',
						description: 'The agent handed the call over',
						displayOptions: { show: { registration: ['dashboard'] } },
					},
				],
				required: true,
				default: ['call.completed'],
			},
			{
				displayName: 'Agent Names or IDs',
				name: 'agentIds',
				type: 'multiOptions',
				typeOptions: { loadOptionsMethod: 'getAgents' },
				default: [],
				description:
					'Only calls of these agents; all agents when empty. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
			},
			{
				displayName: 'Completed Calls Only',
				name: 'completedOnly',
				type: 'boolean',
				default: false,
				description: 'Whether to skip every call whose status is not "completed"',
			},
		],
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
