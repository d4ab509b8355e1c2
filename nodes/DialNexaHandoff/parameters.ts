import type { INodeProperties } from 'n8n-workflow';
import { ACTIONS, CAPTURE_FIELDS } from '../../lib/call/capture';
import { ACTION_TERMS } from './actions';

const byName = <T extends { name?: string; displayName?: string }>(a: T, b: T) =>
	(a.displayName ?? a.name ?? '').localeCompare(b.displayName ?? b.name ?? '');

const actionOptions = ACTIONS.map((action) => ({
	name: ACTION_TERMS[action].label,
	value: action as string,
})).sort(byName);

// n8n's lint cannot read a list that is spread in place.
const actionChoices = [
	{
		name: "Detect From the Call's Analysis",
		value: 'fromCall',
		description: 'Use what the agent captured as the requested action',
	},
	...actionOptions,
];

const CAPITALS: Record<string, string> = { id: 'ID', url: 'URL', crm: 'CRM' };

const titleCase = (name: string) =>
	name
		.split('_')
		.map((word) => CAPITALS[word] ?? `${word[0].toUpperCase()}${word.slice(1)}`)
		.join(' ');

/** One text per captured field: empty means that it is read from the call. */
const fieldOptions: INodeProperties[] = CAPTURE_FIELDS.filter(
	({ name }) => name !== 'requested_action',
)
	.map(
		({ name, description }): INodeProperties => ({
			displayName: titleCase(name),
			name,
			type: 'string',
			default: '',
			description,
		}),
	)
	.sort(byName);

const evidence: INodeProperties = {
	displayName: 'Evidence',
	name: 'evidence',
	type: 'collection',
	placeholder: 'Add Evidence',
	default: {},
	description: 'What other nodes have found out about the caller',
	options: [
		{
			displayName: 'Customer Records',
			name: 'records',
			type: 'string',
			default: '',
			placeholder: "e.g. {{ $('HubSpot').all().map((item) => item.json) }}",
			description:
				'List of the records that a look-up returned, with any of name, email, phone, account and invoice. An empty list means that nothing was found.',
		},
		{
			displayName: 'Duplicate Of',
			name: 'duplicateOf',
			type: 'string',
			default: '',
			placeholder: 'e.g. call_abc123',
			description: 'ID of an earlier call about the same matter, if there is one',
		},
		{
			displayName: 'Payout Worth',
			name: 'payoutWorth',
			type: 'string',
			default: '',
			placeholder: 'e.g. 38.20',
			description:
				'What the payout is worth in the currency of limits. Without it, two people have to approve.',
		},
	],
};

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Actions That Always Need Approval',
			name: 'alwaysApprove',
			type: 'multiOptions',
			default: [],
			options: actionOptions,
			description: 'Actions that go to a person whatever the amount. Payouts always do.',
		},
		{
			displayName: 'Allowed Currencies',
			name: 'allowedCurrencies',
			type: 'string',
			default: '',
			placeholder: 'e.g. USD, EUR',
			description:
				'Codes of the currencies that are handled. Empty means the currency of limits only.',
		},
		{
			displayName: 'Confidence per Action',
			name: 'confidencePerAction',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: 'Add Action',
			default: {},
			options: [
				{
					displayName: 'Action',
					name: 'values',
					values: [
						{
							displayName: 'Action',
							name: 'action',
							type: 'options',
							options: actionOptions,
							default: 'create_invoice',
						},
						{
							displayName: 'Minimum',
							name: 'minimum',
							type: 'number',
							typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 2 },
							default: 0.9,
							description: 'Match confidence that the action needs, from 0 to 1',
						},
					],
				},
			],
		},
		{
			displayName: 'Default Country',
			name: 'defaultCountry',
			type: 'string',
			default: '',
			placeholder: 'e.g. US',
			description:
				"Two-letter code of the country that telephone numbers without one belong to. Empty means the country of the caller's number.",
		},
		{
			displayName: 'Default Owner',
			name: 'defaultOwner',
			type: 'string',
			default: 'Finance',
			description: 'Who owns the next step when neither the call nor a record says',
		},
		{
			displayName: 'Hard Maximum',
			name: 'hardMaximum',
			type: 'string',
			default: '10000',
			description: 'Amount in the currency of limits above which everything becomes an exception',
		},
		{
			displayName: 'High-Value Customers',
			name: 'highValueCustomers',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			placeholder: 'e.g. ACC-1187, maria@example.com',
			description: 'Accounts, email addresses or names that always go to a person',
		},
		{
			displayName: 'Maximum Call Age',
			name: 'maximumCallAgeHours',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 72,
			description: 'Hours after which a call becomes an exception',
		},
		{
			displayName: 'Payout Addresses',
			name: 'payoutAddresses',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			description:
				'Wallet addresses that payouts may go to, one a line. Empty means that there is no list.',
		},
		{
			displayName: 'Summary Length',
			name: 'summaryLength',
			type: 'number',
			typeOptions: { minValue: 200, maxValue: 2000 },
			default: 1200,
			description: 'Characters that the summary has at most',
		},
		{
			displayName: 'Two-Person Threshold',
			name: 'twoPersonThreshold',
			type: 'string',
			default: '2000',
			description:
				'Worth in the currency of limits above which two different people approve a payout',
		},
	],
};

export const properties: INodeProperties[] = [
	{
		displayName: 'Action',
		name: 'action',
		type: 'options',
		default: 'fromCall',
		options: actionChoices,
		description:
			'What the call is to do. A fixed action that the call contradicts is an exception.',
	},
	{
		displayName: 'Actions Handled Here',
		name: 'allowedActions',
		type: 'multiOptions',
		default: [...ACTIONS],
		options: actionOptions,
		description:
			'Actions that the nodes after this one can carry out. Every other one is an exception.',
	},
	{
		displayName: 'Minimum Match Confidence',
		name: 'minimumMatchConfidence',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 2 },
		default: 0.85,
		description:
			'How sure it has to be who called, from 0 to 1. A call without any confidence counts as 0; each action has a floor of its own.',
	},
	{
		displayName: 'Approval Threshold',
		name: 'approvalThreshold',
		type: 'string',
		default: '500',
		placeholder: 'e.g. 500.00',
		description: 'Amount above which a person approves',
	},
	{
		displayName: 'Currency of Limits',
		name: 'approvalCurrency',
		type: 'string',
		default: 'USD',
		placeholder: 'e.g. USD',
		description: 'ISO 4217 code of the currency that the limits are in',
	},
	{
		displayName: 'Fields',
		name: 'fields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		description:
			"Values to use instead of the call's own. A field that is empty is read from the call's analysis, then from its metadata.",
		options: fieldOptions,
	},
	evidence,
	options,
];
