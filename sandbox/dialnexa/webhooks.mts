import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Settings } from '../settings.mts';
import { checked, present } from './errors.mts';
import { newId, type UserWebhook, type Workspace } from './workspace.mts';

const url = z.url({ protocol: /^https?$/, message: 'url must be a valid URL' });
const events = z.array(z.string().min(1)).min(1);
const creation = z.object({
	url,
	events,
	secret: z.string().min(1),
	is_active: z.boolean().default(true),
});
const change = creation.partial().extend({ is_active: z.boolean().optional() });
const paging = z.object({
	page: z.coerce.number().int().min(1).default(1),
	limit: z.coerce.number().int().min(1).default(10),
});

/** `/v1/user-webhooks`: secrets are shown when they are given and masked ever after. */
export function webhookRoutes(app: FastifyInstance, workspace: Workspace, settings: Settings) {
	const bare = () => settings.dialnexa.webhookAnswer === 'bare';
	const masked = (webhook: UserWebhook) => ({ ...webhook, secret: '********' });

	function answer(webhook: UserWebhook, message: string, shown: object = { secret: '********' }) {
		const { secret: _kept, ...open } = webhook;
		return bare() ? open : { message, webhook: { ...open, ...shown } };
	}
	const find = (id: string) =>
		present(
			workspace.webhooks.find((held) => held.id === id),
			'Webhook',
		);

	app.post(
		'/v1/user-webhooks',
		{ config: { operation: 'createWebhook' } },
		async (request, reply) => {
			const given = checked(creation, request.body);
			const webhook = { id: newId('webhook'), ...given, createdAt: new Date().toISOString() };
			workspace.webhooks.push(webhook);
			workspace.changed();
			reply.code(201);
			return answer(webhook, 'Webhook created successfully', { secret: webhook.secret });
		},
	);

	app.get('/v1/user-webhooks', { config: { operation: 'listWebhooks' } }, async (request) => {
		const { page, limit } = checked(paging, request.query);
		const total = workspace.webhooks.length;
		return {
			message: 'Webhooks fetched successfully',
			webhooks: workspace.webhooks.slice((page - 1) * limit, page * limit).map(masked),
			page,
			limit,
			total,
			totalPages: Math.ceil(total / limit),
		};
	});

	app.get<{ Params: { id: string } }>(
		'/v1/user-webhooks/:id',
		{ config: { operation: 'getWebhook' } },
		async (request) => answer(find(request.params.id), 'Webhook fetched successfully'),
	);

	app.patch<{ Params: { id: string } }>(
		'/v1/user-webhooks/:id',
		{ config: { operation: 'updateWebhook' } },
		async (request) => {
			const webhook = find(request.params.id);
			Object.assign(webhook, checked(change, request.body));
			workspace.changed();
			return answer(webhook, 'Webhook updated successfully', {});
		},
	);

	app.delete<{ Params: { id: string } }>(
		'/v1/user-webhooks/:id',
		{ config: { operation: 'deleteWebhook' } },
		async (request) => {
			const { id } = find(request.params.id);
			workspace.webhooks = workspace.webhooks.filter((webhook) => webhook.id !== id);
			workspace.changed();
			const message = 'Webhook deleted successfully';
			return bare() ? { success: true, message } : { message, id };
		},
	);
}
