import type { IWebhookFunctions } from 'n8n-workflow';

/** Events that are being handled or have started an execution in this process, oldest first. */
const seen = new Set<string>();

const REMEMBERED = 10_000;

/**
 * Claims an event for this delivery. Poof sends no delivery ID and may send a payment several times, with different states:
 * one payment in one state is one event. False when it was claimed before in this process; n8n keeps nothing for a trigger
 * that could be relied on across a restart. While somebody tests the workflow, every delivery counts.
 */
export function claim(webhook: IWebhookFunctions, event: string): boolean {
	if (webhook.getMode() === 'manual') return true;
	const name = nameOf(webhook, event);
	if (seen.has(name)) return false;
	seen.add(name);
	const [oldest] = seen;
	if (seen.size > REMEMBERED) seen.delete(oldest);
	return true;
}

/** Gives a claimed event back, so that Poof may deliver it again. */
export function release(webhook: IWebhookFunctions, event: string): void {
	seen.delete(nameOf(webhook, event));
}

function nameOf(webhook: IWebhookFunctions, event: string): string {
	return JSON.stringify([webhook.getWorkflow().id, webhook.getNode().id, event]);
}
