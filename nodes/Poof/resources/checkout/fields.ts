import type { INodeProperties } from 'n8n-workflow';

import { createOptionsField } from '../../fields';

export const usernameField: INodeProperties = {
	displayName: 'Username',
	name: 'username',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. nathan',
	description: 'Your username at Poof, which the checkout pays to',
};

export const checkoutOptionsField: INodeProperties = {
	...createOptionsField,
	options: [
		{
			displayName: 'Ask For',
			name: 'fields',
			type: 'string',
			default: '',
			placeholder: 'e.g. Email, Name',
			description: 'What the customer has to fill in, separated by commas',
		},
		{
			displayName: 'Cancel URL',
			name: 'redirect',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://example.com',
			description: 'Where the customer goes who does not pay',
		},
		{
			displayName: 'Hidden Payment Methods',
			name: 'disablePayments',
			type: 'string',
			default: '',
			placeholder: 'e.g. paypal, bitcoin',
			description: 'Payment methods that are not offered, separated by commas',
		},
		{
			displayName: 'Notification URL',
			name: 'notifyUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://n8n.example.com/webhook/poof',
			description: 'Where Poof reports this payment, such as the URL of a Poof Trigger',
		},
		{
			displayName: 'Product ID',
			name: 'productId',
			type: 'string',
			default: '',
			placeholder: 'e.g. e098921c-9db2-4796',
			description: 'The product at Poof that is sold',
		},
		{
			displayName: 'Product Quantity',
			name: 'productQuantity',
			type: 'string',
			default: '',
			placeholder: 'e.g. 5',
			description: 'How many of the product are sold',
		},
		{
			displayName: 'Success URL',
			name: 'successUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://example.com/thanks',
			description: 'Where the customer goes after paying',
		},
		...(createOptionsField.options ?? []),
	],
};
