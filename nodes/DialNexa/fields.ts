import type { INodeProperties } from 'n8n-workflow';

/** Parameters that several operations share, so that they are named and explained alike. */

function locator(
	displayName: string,
	name: string,
	searchListMethod: string,
	example: string,
): INodeProperties {
	return {
		displayName,
		name,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod, searchable: true },
			},
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: `e.g. ${example}` },
		],
	};
}

export const agentField: INodeProperties = {
	...locator('Agent', 'agentId', 'searchAgents', 'agent_2g7Xy3tY53gRlp'),
	description: 'The voice agent',
};

export const workflowField: INodeProperties = {
	...locator('Workflow', 'workflowId', 'searchWorkflows', 'workflow_abc123'),
	description: 'The workflow in DialNexa',
};

export const callField: INodeProperties = {
	displayName: 'Call ID',
	name: 'callId',
	type: 'string',
	default: '={{ $json.callId }}',
	required: true,
	placeholder: 'e.g. call_abc123',
	description: 'The ID of the call, as the DialNexa Trigger gives it',
};

export const batchCallField: INodeProperties = {
	displayName: 'Batch Call ID',
	name: 'batchCallId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. batch_abc123',
	description: 'The ID of the batch call',
};

export const idempotencyKeyField: INodeProperties = {
	displayName: 'Idempotency Key',
	name: 'idempotencyKey',
	type: 'string',
	default: '={{ $json.idempotencyKey }}',
	required: true,
	description:
		'What makes this one and the same however often it runs: one key, one action. A call or a handoff brings its own.',
};

export const phoneNumberField: INodeProperties = {
	displayName: 'Phone Number',
	name: 'phoneNumber',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. +14155550142',
	description: 'The number to call, with plus and country code',
};

export const agentVersionOption: INodeProperties = {
	displayName: 'Agent Version',
	name: 'agentVersion',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 1,
	description: 'A published version; the latest one without this option',
};

export const entriesField = (
	displayName: string,
	name: string,
	description: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Entry',
	default: {},
	description,
	options: [
		{
			displayName: 'Entry',
			name: 'entry',
			values: [
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					placeholder: 'e.g. customer_name',
				},
				{ displayName: 'Value', name: 'value', type: 'string', default: '' },
			],
		},
	],
});

export const fileField: INodeProperties = {
	displayName: 'Input Binary Field',
	name: 'binaryPropertyName',
	type: 'string',
	default: 'data',
	required: true,
	hint: 'The name of the input field containing the file',
	description: 'A CSV or Excel file of at most 10 MB with a phone_number column',
};

export const simplifyField: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

export const limitFields: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		displayOptions: { show: { returnAll: [false] } },
		description: 'Max number of results to return',
	},
];
