import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';

import { excerpt, refusalIn } from '../Poof/outcome';
import { accountOf, ask } from '../Poof/transport';

/**
 * Poof can add a webhook but neither list nor remove one (API sheet, section 4), so each address is registered once and
 * remembered: in the workflow's static data, which lasts, and for this process in case it could not be stored.
 */
const asked = new Map<string, 'registered' | 'unclear'>();

const TIMEOUT_SECONDS = 30;

/** The node's static data for registration. */
interface Remembered {
	registeredUrls?: string[];
}

/** Whether there is nothing to register: the user pastes the address, it is a test address, or Poof has it already. */
export function isRegistered(hook: IHookFunctions): boolean {
	if (hook.getNodeParameter('registration') !== 'automatic') return true;
	if (hook.getMode() === 'manual') return true;
	const url = addressOf(hook);
	const { registeredUrls = [] }: Remembered = hook.getWorkflowStaticData('node');
	return registeredUrls.includes(url) || asked.get(url) === 'registered';
}

/**
 * Registers the address with Poof, once.
 *
 * @throws NodeOperationError when Poof refuses it, or when it is unclear whether it was registered
 */
export async function register(hook: IHookFunctions): Promise<void> {
	const url = addressOf(hook);
	if (asked.get(url) === 'unclear') throw unclear(hook, 'Poof gave no clear answer before');
	if (!/^https:|^http:\/\/(localhost|127\.0\.0\.1)[:/]/.test(url)) {
		throw new NodeOperationError(hook.getNode(), 'Poof calls HTTPS addresses only', {
			description: `This n8n would be called at ${url}. Give it a public HTTPS address (WEBHOOK_URL).`,
		});
	}
	const account = await accountOf(hook);
	asked.set(url, 'unclear');
	const path = '/api/v1/create_webhook';
	const answer = await ask(hook, account, path, JSON.stringify({ url }), TIMEOUT_SECONDS);
	const refusal = answer.kind === 'answered' ? refusalIn(answer) : undefined;
	if (answer.kind === 'unsent' || refusal) {
		asked.delete(url);
		const reason = answer.kind === 'unsent' ? answer.reason : `Poof answered "${refusal}"`;
		throw new NodeOperationError(hook.getNode(), `${reason}, so no webhook was registered`, {
			description: 'Check the Poof credential, or set Webhook Setup to Paste the URL.',
		});
	}
	if (answer.kind === 'unanswered') throw unclear(hook, answer.reason);
	if (answer.status >= 300) {
		throw unclear(hook, `Poof answered ${answer.status}: ${excerpt(answer.text)}`);
	}
	asked.set(url, 'registered');
	const remembered: Remembered = hook.getWorkflowStaticData('node');
	remembered.registeredUrls = [...(remembered.registeredUrls ?? []), url];
}

function addressOf(hook: IHookFunctions): string {
	return hook.getNodeWebhookUrl('default') ?? '';
}

function unclear(hook: IHookFunctions, reason: string): NodeOperationError {
	return new NodeOperationError(
		hook.getNode(),
		`${reason}, so it is not known whether the webhook was registered`,
		{
			description:
				'Look under Developers in Poof. If the address is there, set Webhook Setup to Paste the URL; if not, paste it there.',
		},
	);
}
