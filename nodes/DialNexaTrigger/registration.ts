import type { IDataObject, IHookFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { nodeErrorOf, workspaceOf } from '../DialNexa/transport';
import { createWebhook, deleteWebhook, renewWebhook, webhooksTo, type Webhook } from './webhooks';

/** Events that `/v1/user-webhooks` is documented to take; the dashboard's webhook sends more. */
const AUTOMATIC_EVENTS = ['call.completed', 'call.failed', 'call.no_answer'];

/** The dashboard stores no longer address (documented). */
const LONGEST_DASHBOARD_URL = 150;

const registrationSchema = z.object({
	id: z.string(),
	event: z.string(),
	url: z.string(),
	secret: z.string(),
});

/**
 * A webhook that this node has made, and its secret. One per event, because the flat payload of
 * such webhooks does not say which event it reports: the secret that fits does.
 */
export type Registration = z.infer<typeof registrationSchema>;

/** What the node remembers of its webhooks, in its static data. */
export function registrationsIn(staticData: IDataObject): Registration[] {
	return z.array(registrationSchema).safeParse(staticData.registrations).data ?? [];
}

const remembered = (context: IHookFunctions) =>
	registrationsIn(context.getWorkflowStaticData('node'));

function remember(context: IHookFunctions, registrations: Registration[]) {
	context.getWorkflowStaticData('node').registrations = registrations;
}

const urlOf = (context: IHookFunctions) => context.getNodeWebhookUrl('default') ?? '';

const selectedEvents = (context: IHookFunctions) => [
	...new Set(context.getNodeParameter('events', []) as string[]),
];

const isAutomatic = (context: IHookFunctions) =>
	context.getNodeParameter('registration') === 'automatic';

const isFor = (webhook: Webhook, event: string) =>
	webhook.events.length === 1 && webhook.events[0] === event;

function refuse(context: IHookFunctions, message: string, description: string): never {
	throw new NodeOperationError(context.getNode(), message, { description });
}

/** For people: what DialNexa said, and what is left behind there. */
function operationError(context: IHookFunctions, error: unknown, left: Registration[] = []) {
	const told = nodeErrorOf(context.getNode(), error);
	if (left.length > 0) {
		const named = left.map(({ id, url }) => `webhook ${id} to ${url}`).join(', ');
		told.description = `${told.description ?? ''} Left behind in DialNexa: ${named}. Publish the workflow again, or delete it there.`;
	}
	return told;
}

/**
 * Whether DialNexa has exactly the webhooks that the node would make, and their secrets are known.
 *
 * @throws NodeOperationError when DialNexa cannot be asked.
 */
export async function isRegistered(context: IHookFunctions): Promise<boolean> {
	if (!isAutomatic(context)) return false;
	const url = urlOf(context);
	const known = remembered(context);
	if (known.some((registration) => registration.url !== url)) return false;
	const webhooks = await webhooksTo(context, url).catch((error: unknown) => {
		throw operationError(context, error);
	});
	const isOurs = ({ id }: Webhook) => known.some((k) => k.id === id && k.secret !== '');
	const ready = (event: string) =>
		webhooks.some((webhook) => isFor(webhook, event) && webhook.isActive && isOurs(webhook));
	const events = selectedEvents(context);
	return events.length > 0 && webhooks.length === events.length && events.every(ready);
}

/**
 * Makes DialNexa's webhooks match the node: one per selected event, found again by address and
 * event, and no others to this address. When any step fails, all to this address are removed.
 *
 * @throws NodeOperationError for a person, naming what could not be removed.
 */
export async function register(context: IHookFunctions): Promise<void> {
	if (isAutomatic(context)) await registerAutomatically(context);
	else await prepareDashboard(context);
}

async function registerAutomatically(context: IHookFunctions) {
	const events = selectedEvents(context);
	if (events.length === 0) refuse(context, 'Trigger On is empty', 'Select at least one event.');
	if (!events.every((event) => AUTOMATIC_EVENTS.includes(event))) {
		refuse(
			context,
			'Trigger On holds an event that DialNexa sends to dashboard webhooks only',
			'Select other events, or set Registration to Dashboard Webhook.',
		);
	}
	const url = urlOf(context);
	try {
		await reconcile(context, url, events);
	} catch (error) {
		const { left } = await removeAll(context, url);
		throw operationError(context, error, left);
	}
	// A test listener has an address of its own beside that of the published workflow.
	if (context.getMode() !== 'manual') await removeMoved(context, url);
}

/** @throws DialNexaRefusal */
async function reconcile(context: IHookFunctions, url: string, events: string[]) {
	const before = remembered(context);
	const secretOf = (webhook: Webhook) => before.find(({ id }) => id === webhook.id)?.secret;
	const webhooks = await webhooksTo(context, url);
	const current: Registration[] = [];
	for (const event of events) {
		const candidates = webhooks.filter((webhook) => isFor(webhook, event));
		const found = candidates.find(secretOf) ?? candidates[0];
		const secret = found?.isActive ? secretOf(found) : undefined;
		current.push(
			found && secret
				? { id: found.id, event, url, secret }
				: await makeOrRenew(context, url, event, found),
		);
		// At once, so that a later step that fails can still remove this one by its ID.
		remember(context, [...before.filter((other) => other.url !== url), ...current]);
	}
	for (const { id } of webhooks) {
		if (!current.some((registration) => registration.id === id)) await deleteWebhook(context, id);
	}
}

/** @throws DialNexaRefusal */
async function makeOrRenew(
	context: IHookFunctions,
	url: string,
	event: string,
	found: Webhook | undefined,
): Promise<Registration> {
	const secret = randomBytes(32).toString('hex');
	if (found && (await renewWebhook(context, found.id, secret))) {
		return { id: found.id, event, url, secret };
	}
	return { id: await createWebhook(context, url, event, secret), event, url, secret };
}

/** A dashboard webhook is made by a person: check what can be checked before deliveries arrive. */
async function prepareDashboard(context: IHookFunctions) {
	const { length } = urlOf(context);
	if (length > LONGEST_DASHBOARD_URL) {
		refuse(
			context,
			`The webhook URL has ${length} characters, and DialNexa's dashboard takes ${LONGEST_DASHBOARD_URL}`,
			'Give n8n a shorter address (WEBHOOK_URL), or set Registration to Automatic.',
		);
	}
	const { webhookSecret } = await workspaceOf(context).catch((error: unknown) => {
		throw operationError(context, error);
	});
	if (!webhookSecret) {
		refuse(
			context,
			'The DialNexa credential has no Webhook Signing Secret',
			"Copy it from the Keys page of DialNexa's dashboard. Without it every delivery is refused.",
		);
	}
	// The node may have been switched over from automatic registration.
	await unregister(context);
}

/** The published workflow's address has changed: nobody listens at the former one any more. */
async function removeMoved(context: IHookFunctions, url: string) {
	for (const moved of remembered(context).filter((registration) => registration.url !== url)) {
		try {
			await deleteWebhook(context, moved.id);
			remember(
				context,
				remembered(context).filter(({ id }) => id !== moved.id),
			);
		} catch (error) {
			const { message, description } = operationError(context, error, [moved]);
			context.logger.warn(`DialNexa Trigger: ${message}. ${description}`);
		}
	}
}

/**
 * Deletes every webhook to the address, those that the node remembers and those that only DialNexa
 * knows of; what could not be deleted stays remembered.
 *
 * @returns what is left behind, and why, as far as that is known.
 */
async function removeAll(
	context: IHookFunctions,
	url: string,
): Promise<{ left: Registration[]; why?: unknown }> {
	const known = remembered(context).filter((registration) => registration.url === url);
	let listed: Webhook[] = [];
	let why: unknown;
	try {
		listed = await webhooksTo(context, url);
	} catch (error) {
		why = error;
	}
	const left: Registration[] = [];
	for (const id of new Set([...known, ...listed].map((webhook) => webhook.id))) {
		try {
			await deleteWebhook(context, id);
		} catch (error) {
			why = error;
			left.push(known.find((k) => k.id === id) ?? { id, event: '', url, secret: '' });
		}
	}
	const others = remembered(context).filter((registration) => registration.url !== url);
	remember(context, [...others, ...left]);
	return { left, why };
}

/**
 * Removes the node's webhooks from DialNexa. A published workflow reports what it could not remove;
 * a test listener only logs it, because n8n ends a test where nobody would catch.
 *
 * @throws NodeOperationError naming what is left behind.
 */
export async function unregister(context: IHookFunctions): Promise<void> {
	if (!isAutomatic(context) && remembered(context).length === 0) return;
	const { left, why } = await removeAll(context, urlOf(context));
	if (why === undefined) return;
	const error = operationError(context, why, left);
	if (context.getWorkflow().active) throw error;
	context.logger.warn(`DialNexa Trigger: ${error.message}. ${error.description}`);
}
