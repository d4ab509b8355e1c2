import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Journal } from '../requests.mts';
import type { Settings } from '../settings.mts';
import type { StandIn } from '../stand-in.mts';
import { agentRoutes } from './agent-routes.mts';
import { callRoutes } from './call-routes.mts';
import { batchRoutes, workflowRoutes } from './campaign-routes.mts';
import { checked, failure, present, Refusal } from './errors.mts';
import { webhookRoutes } from './webhooks.mts';
import { PHONE_NUMBERS, Workspace } from './workspace.mts';

/** `key_id:secret`, the whole of which is the key. */
const API_KEY = 'sandboxdialnexa:0123456789abcdef';
/** What the dashboard calls the webhook secret: one for the organisation. */
export const ORGANISATION_SECRET = 'sandbox-dialnexa-organisation-secret';

/** DialNexa as its OpenAPI file describes it; the settings turn on what was seen to differ. */
export function createDialNexa(
	origin: () => string,
	journal: Journal,
	settings: Settings,
): StandIn & { workspace: Workspace } {
	const workspace = new Workspace(journal);

	function phoneNumberRoutes(app: FastifyInstance) {
		app.get(
			'/v1/organization-phone-numbers',
			{ config: { operation: 'listPhoneNumbers' } },
			async (request) => {
				const { page, limit } = checked(
					z.object({
						page: z.coerce.number().int().min(1).default(1),
						limit: z.coerce.number().int().min(1).default(20),
					}),
					request.query,
				);
				const items = PHONE_NUMBERS.slice((page - 1) * limit, page * limit);
				return { items, total: PHONE_NUMBERS.length, page, limit };
			},
		);
		app.get<{ Params: { id: string } }>(
			'/v1/organization-phone-numbers/:id',
			{ config: { operation: 'getPhoneNumber' } },
			async (request) =>
				present(
					PHONE_NUMBERS.find(({ id }) => id === request.params.id),
					'Phone number',
				),
		);
	}

	function routes(app: FastifyInstance) {
		app.setErrorHandler(async (error, _request, reply) => {
			if (error instanceof Refusal) return await reply.code(error.status).send(error.answer);
			return await reply.code(500).send(failure(500));
		});
		app.setNotFoundHandler(async (request, reply) =>
			reply.code(404).send(failure(404, `Cannot ${request.method} ${request.url}`)),
		);
		app.addHook('preHandler', async (request) => {
			const open = request.routeOptions.config.operation === undefined;
			if (!open && request.headers.authorization !== `Bearer ${API_KEY}`) {
				throw new Refusal(401, 'API key is missing or invalid');
			}
		});
		webhookRoutes(app, workspace, settings);
		callRoutes(app, workspace, settings, origin);
		agentRoutes(app, workspace, settings);
		batchRoutes(app, workspace, settings);
		workflowRoutes(app, workspace, settings);
		phoneNumberRoutes(app);
	}

	return {
		workspace,
		service: 'dialnexa',
		hosts: { 'api.dialnexa.com': '/dialnexa' },
		routes,
		failure: (status) => failure(status),
		holds: () => ({
			agents: workspace.agents,
			calls: workspace.calls,
			webhooks: workspace.webhooks,
			dashboardWebhook: workspace.dashboardWebhook,
			batches: workspace.batches,
			workflows: workspace.workflows,
			deliveries: workspace.deliveries,
		}),
		reset: () => workspace.reset(),
		credentials: () => [
			{
				type: 'dialNexaApi',
				name: 'DialNexa (sandbox)',
				data: {
					apiKey: API_KEY,
					webhookSecret: ORGANISATION_SECRET,
					baseUrl: `${origin()}/dialnexa`,
				},
			},
		],
	};
}
