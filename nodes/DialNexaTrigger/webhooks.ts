import type { IHookFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { ask, DialNexaRefusal, refusalOf, send, workspaceOf } from '../DialNexa/transport';

/** A webhook as `/v1/user-webhooks` lists it. Its secret is masked there and cannot be read back. */
export interface Webhook {
	id: string;
	url: string;
	events: string[];
	isActive: boolean;
}

const webhookSchema = z
	.object({
		id: z.string().min(1),
		url: z.string().default(''),
		events: z.array(z.string()).default([]),
		is_active: z.boolean().default(true),
	})
	.transform(({ is_active: isActive, ...rest }): Webhook => ({ ...rest, isActive }));

/**
 * DialNexa's OpenAPI file contradicts itself: the schema wraps a webhook in `webhook`, the example
 * is bare, and its answers are reported to come inside `data` as well.
 */
const createdSchema = z.union([
	z.object({ webhook: webhookSchema }).transform(({ webhook }) => webhook),
	z.object({ data: z.object({ webhook: webhookSchema }) }).transform(({ data }) => data.webhook),
	z.object({ data: webhookSchema }).transform(({ data }) => data),
	webhookSchema,
]);

const pageSchema = z.object({
	webhooks: z.array(webhookSchema),
	totalPages: z.number().optional(),
});
const listSchema = z.union([
	pageSchema,
	z.object({ data: pageSchema }).transform(({ data }) => data),
	z.object({ data: z.array(webhookSchema) }).transform(({ data }) => ({ webhooks: data })),
	z.array(webhookSchema).transform((webhooks) => ({ webhooks })),
]);

const PAGE_SIZE = 100;
const MOST_PAGES = 50;

/** Every webhook of the workspace that delivers to the address. @throws DialNexaRefusal */
export async function webhooksTo(context: IHookFunctions, url: string): Promise<Webhook[]> {
	const found: Webhook[] = [];
	const seen = new Set<string>();
	for (let page = 1; page <= MOST_PAGES; page++) {
		const query = { page, limit: PAGE_SIZE };
		const answer = await ask(context, { method: 'GET', path: '/v1/user-webhooks', query });
		const list = listSchema.safeParse(answer);
		if (!list.success) {
			throw new DialNexaRefusal(
				'DialNexa answered the list of webhooks in an unknown form',
				'Check the Base URL in the credential.',
				200,
			);
		}
		// Whether DialNexa honours the page size is unknown: stop when a page brings nothing new.
		const fresh = list.data.webhooks.filter(({ id }) => !seen.has(id));
		for (const webhook of fresh) seen.add(webhook.id);
		found.push(...fresh.filter((webhook) => webhook.url === url));
		const last = 'totalPages' in list.data ? list.data.totalPages : undefined;
		if (fresh.length === 0 || (last !== undefined && page >= last)) break;
	}
	return found;
}

/** @returns the new webhook's ID. @throws DialNexaRefusal */
export async function createWebhook(
	context: IHookFunctions,
	url: string,
	event: string,
	secret: string,
): Promise<string> {
	const body = { url, events: [event], is_active: true, secret };
	const answer = await ask(context, { method: 'POST', path: '/v1/user-webhooks', body });
	const created = createdSchema.safeParse(answer);
	if (created.success) return created.data.id;
	throw new DialNexaRefusal(
		'DialNexa created a webhook without saying its ID',
		'Look at the webhooks of the workspace in DialNexa, then publish the workflow again.',
		201,
	);
}

/** @returns false when DialNexa does not know the webhook (any more). @throws DialNexaRefusal */
async function change(
	context: IHookFunctions,
	method: 'PATCH' | 'DELETE',
	id: string,
	body?: object,
): Promise<boolean> {
	const workspace = await workspaceOf(context);
	const path = `/v1/user-webhooks/${encodeURIComponent(id)}`;
	const answer = await send(context, workspace, { method, path, body });
	if (answer.kind !== 'answered') throw refusalOf(answer, workspace);
	if (answer.status >= 300 && answer.status !== 404) throw refusalOf(answer, workspace);
	return answer.status !== 404;
}

/**
 * Gives an existing webhook a new secret and switches it on.
 *
 * @returns false when it is gone. @throws DialNexaRefusal
 */
export async function renewWebhook(context: IHookFunctions, id: string, secret: string) {
	return await change(context, 'PATCH', id, { is_active: true, secret });
}

/** Deletes a webhook; one that is gone already is fine. @throws DialNexaRefusal */
export async function deleteWebhook(context: IHookFunctions, id: string): Promise<void> {
	await change(context, 'DELETE', id);
}
