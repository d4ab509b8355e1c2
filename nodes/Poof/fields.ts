import type { INodeProperties } from 'n8n-workflow';

/** Parameters that several operations share, so that they are named and explained alike. */

export const idempotencyKeyField: INodeProperties = {
	displayName: 'Idempotency Key',
	name: 'idempotencyKey',
	type: 'string',
	default: '={{ $json.idempotencyKey }}',
	required: true,
	description:
		'What makes this action one and the same however often it runs: one key, one action. A handoff from a DialNexa call brings its own.',
};

export const amountField: INodeProperties = {
	displayName: 'Amount',
	name: 'amount',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 49.00',
	description: 'The amount in the currency itself, not in cents, as text with a decimal point',
};

export const currencyField: INodeProperties = {
	displayName: 'Currency',
	name: 'currency',
	type: 'string',
	default: 'usd',
	required: true,
	placeholder: 'e.g. usd',
	description: 'Three-letter code of the currency',
};

export const paymentMethodField: INodeProperties = {
	displayName: 'Payment Method',
	name: 'paymentMethod',
	type: 'resourceLocator',
	default: { mode: 'list', value: 'paypal', cachedResultName: 'PayPal' },
	required: true,
	description: 'How the customer pays. It must be linked in your Poof account first.',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchPaymentMethods', searchable: true },
		},
		{ displayName: 'By Code', name: 'id', type: 'string', placeholder: 'e.g. cashapp' },
	],
};

export const coinField: INodeProperties = {
	displayName: 'Coin',
	name: 'coin',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The chain or coin by Poof’s name for it',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchCoins', searchable: true },
		},
		{ displayName: 'By Name', name: 'id', type: 'string', placeholder: 'e.g. solana' },
	],
};

export const payoutAmountField: INodeProperties = {
	displayName: 'Payout Amount',
	name: 'payoutAmount',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 0.25',
	description: 'The amount in whole coins, not in a currency, as text with a decimal point',
};

export const addressField: INodeProperties = {
	displayName: 'Address',
	name: 'address',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 7EcDhSYGxXyscszYEp35KHN8vvw3svAuLKTzXwCFLtV',
	description:
		'The wallet address that receives the payout. What is sent there cannot be called back. Poof takes no destination tag or memo, so do not send to an address that needs one.',
};

export const maximumPayoutField: INodeProperties = {
	displayName: 'Maximum Payout',
	name: 'maximumPayout',
	type: 'string',
	default: '',
	placeholder: 'e.g. 2.5',
	description:
		'The most that this step may send, in whole coins. The maximum in the credential holds as well.',
};

export const allowedAddressesField: INodeProperties = {
	displayName: 'Allowed Addresses',
	name: 'allowedAddresses',
	type: 'string',
	typeOptions: { rows: 3 },
	default: '',
	placeholder: 'e.g. 7EcDhSYGxXyscszYEp35KHN8vvw3svAuLKTzXwCFLtV',
	description:
		'The only addresses that this step may send to, one per line. Leave empty to allow every address whose checksum is right. Coins whose addresses this node cannot check need it.',
};

export const redirectUrlField: INodeProperties = {
	displayName: 'Cancel URL',
	name: 'redirectUrl',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. https://example.com',
	description: 'Where the customer goes who does not pay',
};

export const successUrlField: INodeProperties = {
	displayName: 'Success URL',
	name: 'successUrl',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. https://example.com/thanks',
	description: 'Where the customer goes after paying',
};

export const metadataField: INodeProperties = {
	displayName: 'Metadata',
	name: 'metadata',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Entry',
	default: {},
	description:
		'What Poof keeps with it, such as the call ID and a short summary. Card numbers and other secrets are removed before it is sent.',
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
					placeholder: 'e.g. call_id',
				},
				{ displayName: 'Value', name: 'value', type: 'string', default: '' },
			],
		},
	],
};

export const optionsField: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Timeout',
			name: 'timeout',
			type: 'number',
			default: 60,
			typeOptions: { minValue: 1, maxValue: 300 },
			description: 'How many seconds to wait for Poof before giving up',
		},
	],
};

/** Of operations that create something. */
export const createOptionsField: INodeProperties = {
	...optionsField,
	options: [
		...(optionsField.options ?? []),
		{
			displayName: 'Include Response',
			name: 'includeResponse',
			type: 'boolean',
			default: false,
			description: 'Whether to add what Poof answered, unchanged, as "response"',
		},
	],
};

export const transactionIdField: INodeProperties = {
	displayName: 'Transaction ID',
	name: 'transactionId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 24675z8a',
	description:
		'The ID that an earlier step gave. For a payment link it is the last part of the link.',
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

export const fiatPaymentFields: INodeProperties[] = [
	idempotencyKeyField,
	amountField,
	currencyField,
	paymentMethodField,
	redirectUrlField,
	successUrlField,
	metadataField,
	createOptionsField,
];

/** The amount of these is in US dollars, whatever the coin. */
export const cryptoPaymentFields: INodeProperties[] = [
	idempotencyKeyField,
	{
		...amountField,
		displayName: 'Amount (USD)',
		description: 'The amount in US dollars, not in coins or cents, as text with a decimal point',
	},
	coinField,
	metadataField,
	createOptionsField,
];

export const simplifyField: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};
