import { NodeOperationError, type INodeProperties } from 'n8n-workflow';

import { optionsField } from '../../fields';
import type { Operation } from '../../operation';
import { webAddressOf } from '../../parameters';
import { registerWebhook } from '../../webhooks';

const webhookUrlField: INodeProperties = {
	displayName: 'URL',
	name: 'url',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. https://n8n.example.com/webhook/poof',
	description:
		'The HTTPS address that Poof reports payments to. Poof cannot remove it through its API: you delete it by hand on the Developers page.',
};

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create a webhook',
	description:
		'Have Poof report payments to an address. Poof has no way to list or remove webhooks.',
	movesMoney: true,
	fields: [webhookUrlField, optionsField],
	async run(item) {
		const url = webAddressOf(item, 'url', 'URL');
		const registration = await registerWebhook(item.node, item.account, url);
		if (registration.kind === 'registered') return [{ json: { url, registered: true } }];
		const { kind, reason } = registration;
		throw new NodeOperationError(item.node.getNode(), `${reason} [item ${item.index}]`, {
			itemIndex: item.index,
			description:
				kind === 'refused'
					? 'Nothing was registered. Check URL and the Poof credential.'
					: 'Whether it was registered is not known. Look on the Developers page of Poof before you run this again.',
		});
	},
};
