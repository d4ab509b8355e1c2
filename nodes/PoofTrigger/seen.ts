import type { IWebhookFunctions } from 'n8n-workflow';

/** Events that are being handled or have started an execution in this process. */
const inProcess = new Set<string>();

const REMEMBERED = 2_000;

interface Remembered {
	seen?: string[];
}

/**
 * Claims an event for this delivery. Poof sends no delivery ID and may send a payment several times, with different states:
 * one payment in one state is one event. False when it was claimed before, in this process or, as far as n8n has stored it,
 * earlier. While somebody tests the workflow, every delivery counts.
 */
export function claim(webhook: IWebhookFunctions, event: string): boolean {
	if (webhook.getMode() === 'manual') return true;
	const { seen = [] }: Remembered = webhook.getWorkflowStaticData('node');
	const name = nameOf(webhook, event);
	if (seen.includes(event) || inProcess.has(name)) return false;
	inProcess.add(name);
	if (inProcess.size > REMEMBERED) inProcess.delete(first(inProcess));
	return true;
}

/** Keeps a claimed event as one that has started an execution. */
export function keep(webhook: IWebhookFunctions, event: string): void {
	const remembered: Remembered = webhook.getWorkflowStaticData('node');
	remembered.seen = [...(remembered.seen ?? []), event].slice(-REMEMBERED);
}

/** Gives a claimed event back, so that Poof may deliver it again. */
export function release(webhook: IWebhookFunctions, event: string): void {
	inProcess.delete(nameOf(webhook, event));
}

function nameOf(webhook: IWebhookFunctions, event: string): string {
	return JSON.stringify([webhook.getWorkflow().id, webhook.getNode().id, event]);
}

function first(names: Set<string>): string {
	const [oldest] = names;
	return oldest;
}
