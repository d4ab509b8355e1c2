import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { receive } from './delivery';
import { properties } from './properties';
import { isRegistered, register } from './registration';

export class PoofTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Poof Trigger',
		name: 'poofTrigger',
		icon: { light: 'file:../Poof/poof.svg', dark: 'file:../Poof/poof.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["statuses"].join(", ") }}',
		description: 'Starts the workflow when a payment at poof.io changes its status',
		defaults: { name: 'Poof Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'poofIoApi', required: true }],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				responseData: 'noData',
				path: 'webhook',
			},
		],
		activationMessage:
			'Add the production URL as an endpoint on the Developers page of Poof, unless Registration is Automatic.',
		properties,
	};

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return isRegistered(this);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				await register(this);
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				// Poof cannot remove a webhook; what it goes on sending finds no listener here.
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}
}
