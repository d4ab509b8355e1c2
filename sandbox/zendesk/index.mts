import type { FastifyInstance } from 'fastify';
import type { Journal } from '../requests.mts';
import type { StandIn } from '../stand-in.mts';
import { choiceRoutes } from './choice-routes.mts';
import { SupportDesk } from './desk.mts';
import { failure, ZendeskRefusal } from './refusal.mts';
import { AGENT_EMAIL, GROUPS, SUBDOMAIN, TICKET_FIELDS } from './support.mts';
import { type Answered, ticketRoutes } from './ticket-routes.mts';
import { userRoutes } from './user-routes.mts';

const API_TOKEN = 'sandbox-zendesk-token';
const BASIC = `Basic ${Buffer.from(`${AGENT_EMAIL}/token:${API_TOKEN}`).toString('base64')}`;

/**
 * Zendesk Support's API v2 as far as n8n's Zendesk node 1 uses it for tickets and users, after Zendesk's
 * API description (developer.zendesk.com/zendesk/oas.yaml) and its reference of errors, pagination by
 * offset and idempotency. A found ticket is up to date at once; Zendesk's own search lags by minutes.
 */
export function createZendesk(journal: Journal): StandIn {
	const desk = new SupportDesk(journal);
	const answered: Answered = new Map();

	function routes(app: FastifyInstance) {
		app.addHook('preHandler', async (request) => {
			if (request.headers.authorization !== BASIC) {
				throw new ZendeskRefusal(401, { error: "Couldn't authenticate you" });
			}
		});
		app.setErrorHandler(async (error, _request, reply) => {
			const refusal = error instanceof ZendeskRefusal ? error : undefined;
			return await reply
				.code(refusal?.status ?? 500)
				.send(refusal?.body ?? { error: { title: 'Error', message: String(error) } });
		});
		app.setNotFoundHandler(async (_request, reply) =>
			reply.code(404).send({ error: 'InvalidEndpoint', description: 'Not found' }),
		);
		ticketRoutes(app, desk, answered);
		userRoutes(app, desk);
		choiceRoutes(app, desk);
	}

	return {
		service: 'zendesk',
		hosts: { [`${SUBDOMAIN}.zendesk.com`]: '/zendesk' },
		routes,
		failure,
		holds: () => ({
			tickets: desk.tickets,
			users: desk.users,
			groups: GROUPS,
			ticketFields: TICKET_FIELDS,
		}),
		reset: () => {
			desk.reset();
			answered.clear();
		},
		credentials: () => [
			{
				type: 'zendeskApi',
				name: 'Zendesk (sandbox)',
				data: { subdomain: SUBDOMAIN, email: AGENT_EMAIL, apiToken: API_TOKEN },
			},
		],
	};
}
