import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';

import { accountOf } from '../Poof/transport';
import { registerWebhook } from '../Poof/webhooks';

/** The node's static data for registration: what outlives the process. */
interface Remembered {
	registeredUrls?: string[];
}

/**
 * Whether there is nothing to register: the user pastes the address, it is a test address, or it was registered before. Poof
 * cannot say itself what it has (API sheet, section 4).
 */
export function isRegistered(hook: IHookFunctions): boolean {
	if (hook.getNodeParameter('registration') !== 'automatic') return true;
	if (hook.getMode() === 'manual') return true;
	const { registeredUrls = [] }: Remembered = hook.getWorkflowStaticData('node');
	return registeredUrls.includes(addressOf(hook));
}

/**
 * Registers the address with Poof, once.
 *
 * @throws NodeOperationError when Poof refuses it, or when it is unclear whether it was registered
 */
export async function register(hook: IHookFunctions): Promise<void> {
	const url = addressOf(hook);
	const registration = await registerWebhook(hook, await accountOf(hook), url);
	if (registration.kind !== 'registered') {
		const { kind, reason } = registration;
		const consequence =
			kind === 'refused'
				? 'so no webhook was registered'
				: 'so it is not known whether the webhook was registered';
		throw new NodeOperationError(hook.getNode(), `${reason}, ${consequence}`, {
			description:
				kind === 'refused'
					? 'Check the Poof credential, or set Registration to Paste the URL. Behind a proxy, n8n needs WEBHOOK_URL.'
					: 'Look on the Developers page of Poof. If the address is not there, add it; then set Registration to Paste the URL.',
		});
	}
	const remembered: Remembered = hook.getWorkflowStaticData('node');
	remembered.registeredUrls = [...(remembered.registeredUrls ?? []), url];
}

function addressOf(hook: IHookFunctions): string {
	return hook.getNodeWebhookUrl('default') ?? '';
}
