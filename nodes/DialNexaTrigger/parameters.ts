import type { INodeProperties } from 'n8n-workflow';

/** What the Options parameter may hold; each is absent until somebody adds it. */
export interface TriggerOptions {
	allowedIps?: string;
	maximumBodySize?: number;
	maximumCallAge?: number;
	waitForAnalysis?: number;
}

const optionsField: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Allowed IPs',
			name: 'allowedIps',
			type: 'string',
			default: '',
			placeholder: 'e.g. 203.0.113.7, 198.51.100.0/24',
			description:
				'Addresses that may deliver, separated by commas; everybody when empty. Behind a proxy n8n needs N8N_PROXY_HOPS to see them.',
		},
		{
			displayName: 'Maximum Body Size',
			name: 'maximumBodySize',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 2048,
			description: 'Largest delivery that is read, in kilobytes',
		},
		{
			displayName: 'Maximum Call Age',
			name: 'maximumCallAge',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 24,
			description:
				'Leave out calls that ended more hours ago than this, such as replayed deliveries; 0 for none. Automatic webhooks do not tell when a call began and are not affected.',
		},
		{
			displayName: 'Wait for Analysis',
			name: 'waitForAnalysis',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 60 },
			default: 30,
			description:
				'How many seconds to look for the analysis of a completed call that is delivered without one',
		},
	],
};

export const parameters: INodeProperties[] = [
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
	optionsField,
];
