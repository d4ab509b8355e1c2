import type { IWebhookFunctions } from 'n8n-workflow';
import type { Call } from '../../lib/call/call';

/** The agents to listen to, from the list or, by expression, as text with commas. */
function selectedAgents(context: IWebhookFunctions): string[] {
	const selected = context.getNodeParameter('agentIds', []) as string | string[];
	const ids = typeof selected === 'string' ? selected.split(',') : selected;
	return ids.map((id) => id.trim()).filter((id) => id !== '');
}

/** Whether the call is one of those that the node's parameters ask for. */
export function isWanted(context: IWebhookFunctions, call: Call): boolean {
	const events = context.getNodeParameter('events', []) as string[];
	if (!events.includes(call.event)) return false;
	if (context.getNodeParameter('completedOnly', false) && call.status !== 'completed') return false;
	const agents = selectedAgents(context);
	return agents.length === 0 || agents.includes(call.agentId);
}
