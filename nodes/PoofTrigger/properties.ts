import type { INodeProperties } from 'n8n-workflow';

import { ANY_STATUS } from './filters';

/** Poof's own words for `paid` ([DOC], whole list). */
const STATUSES = [
	{ name: 'Any Status', value: ANY_STATUS },
	{ name: 'Bank Transfer Received', value: 'transfer_in' },
	{ name: 'Bank Transfer Sent', value: 'transfer_out' },
	{ name: 'Paid', value: 'yes' },
	{ name: 'Paid in Part', value: 'paid_partial' },
	{ name: 'Payment Held by Third Party', value: 'hold' },
	{ name: 'Payment Pending', value: 'pending' },
	{ name: 'Payout Sent', value: 'payout' },
];

export const properties: INodeProperties[] = [
	{
		displayName: 'Registration',
		name: 'registration',
		type: 'options',
		default: 'paste',
		description: 'How Poof learns the address of this trigger',
		options: [
			{
				name: 'Paste the URL',
				value: 'paste',
				description: 'Add the webhook URL above as an endpoint on the Developers page of Poof',
			},
			{
				name: 'Automatic',
				value: 'automatic',
				description: 'Have n8n add the production URL when the workflow is published',
			},
		],
	},
	{
		displayName:
			'Poof cannot remove a webhook through its API: an address that was added stays until you delete it by hand on the Developers page. n8n therefore adds each production URL once and never a test URL.',
		name: 'registrationNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { registration: ['automatic'] } },
	},
	{
		displayName: 'Trigger On',
		name: 'statuses',
		type: 'multiOptions',
		options: STATUSES,
		default: ['yes'],
		required: true,
	},
	{
		displayName: 'Confirm With Poof',
		name: 'confirm',
		type: 'boolean',
		default: true,
		description:
			'Whether to ask Poof for the transaction and compare status and amount before the workflow starts. A delivery only proves that its sender knows the shared secret, which every delivery contains.',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Maximum Amount',
				name: 'maximumAmount',
				type: 'string',
				default: '',
				placeholder: 'e.g. 500.00',
				description: 'Start for payments up to this amount only',
			},
			{
				displayName: 'Minimum Amount',
				name: 'minimumAmount',
				type: 'string',
				default: '',
				placeholder: 'e.g. 10.00',
				description: 'Start for payments from this amount only',
			},
		],
	},
];
