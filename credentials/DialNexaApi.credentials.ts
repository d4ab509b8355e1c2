import type {
	IAuthenticateGeneric,
	Icon,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';

/** Access to one DialNexa workspace. */
export class DialNexaApi implements ICredentialType {
	name = 'dialNexaApi';

	displayName = 'DialNexa API';

	icon: Icon = {
		light: 'file:../nodes/DialNexa/dialnexa.svg',
		dark: 'file:../nodes/DialNexa/dialnexa.dark.svg',
	};

	documentationUrl = 'https://dialnexa.com/docs';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			placeholder: 'e.g. abcdefghijklmn:123456a1b1234b',
			description:
				'The whole key from Workspace Settings > Developer, including the colon and what follows it',
		},
		{
			displayName: 'Webhook Signing Secret',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				"The workspace's webhook secret from the Keys page. Needed by the DialNexa Trigger for dashboard webhooks only; automatic registration makes its own.",
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.dialnexa.com',
			required: true,
			description: 'Where DialNexa answers. Change it only to work against a local stand-in.',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { Authorization: '=Bearer {{ $credentials.apiKey }}' } },
	};

	/** DialNexa has no "who am I"; its own Make.com app tests a connection with the list of agents too. */
	test: ICredentialTestRequest = {
		request: { baseURL: '={{ $credentials.baseUrl }}', url: '/v1/agents' },
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						'DialNexa does not accept the API key. Copy the whole key, including the colon and what follows it.',
				},
			},
		],
	};
}
