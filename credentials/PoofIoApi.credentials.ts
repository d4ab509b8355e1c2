import type {
	IAuthenticateGeneric,
	Icon,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';

/** Access to one account at poof.io. Named `poofIoApi` because `poofApi` is another vendor's credential. */
export class PoofIoApi implements ICredentialType {
	name = 'poofIoApi';

	displayName = 'Poof (poof.io) API';

	icon: Icon = { light: 'file:../nodes/Poof/poof.svg', dark: 'file:../nodes/Poof/poof.dark.svg' };

	documentationUrl = 'https://docs.poof.io';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'The key from the Developers page of your Poof account, exactly as shown there',
		},
		{
			displayName: 'Webhook Shared Secret',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'The Shared Secret from the Developers page. Needed by the Poof Trigger only, which accepts no delivery without it.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://www.poof.io',
			required: true,
			description: 'Where Poof answers. Change it only to work against a local stand-in.',
		},
		{
			displayName: 'Maximum Payout',
			name: 'maxPayout',
			type: 'string',
			default: '',
			placeholder: 'e.g. solana 5, bitcoin 0.01',
			description:
				'The most that one payout may send, per coin, in whole coins. Coins that are not listed cannot be paid out. Leave empty for no maximum here.',
		},
		{
			displayName: 'Secret Payout Fields (JSON)',
			name: 'payoutSecretFields',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			placeholder: 'e.g. {"wallet_shard": "…"}',
			description:
				'What your account needs in a payout request beyond amount, coin and address, such as a wallet shard, as a JSON object. Kept encrypted here and never put out.',
		},
	];

	/** Poof wants the bare key, without a scheme such as `Bearer`. */
	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { Authorization: '={{ $credentials.apiKey }}' } },
	};

	/**
	 * Reads a balance. Poof may say "invalid authorization" inside a 200, as JSON or as plain text, so the status proves
	 * nothing: only an answer that holds a balance does.
	 */
	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl }}',
			url: '/api/v2/balance',
			method: 'POST',
			body: { crypto: 'bitcoin' },
		},
		rules: [
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'balance',
					value: undefined,
					message: 'Poof did not answer with a balance. Check the API key and the base URL.',
				},
			},
		],
	};
}
