import { STATUS_CODES } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { Journal } from '../requests.mts';
import type { StandIn } from '../stand-in.mts';
import { HubSpotAccount } from './account.mts';
import { crmRoutes } from './crm-routes.mts';
import { legacyFollowUpRoutes } from './legacy-follow-up-routes.mts';
import { legacyRoutes } from './legacy-routes.mts';
import { OWNERS, PORTAL_ID } from './portal.mts';
import { HubSpotRefusal, recordUrl } from './records.mts';

const TOKEN = 'pat-na1-sandbox';

/**
 * HubSpot's CRM as far as n8n's HubSpot node 2.2 and templates with its HTTP Request node use it, after
 * HubSpot's API descriptions (github.com/HubSpot/HubSpot-public-api-spec-collection) for version 3 and
 * its reference of the older versions. What was written is found at once; HubSpot's search lags a little.
 */
export function createHubSpot(journal: Journal): StandIn {
	let account = new HubSpotAccount();

	function routes(app: FastifyInstance) {
		app.addHook('preHandler', async (request) => {
			if (request.headers.authorization !== `Bearer ${TOKEN}`) {
				throw new HubSpotRefusal(
					401,
					'Authentication credentials not found. This API supports OAuth 2.0 authentication.',
					'INVALID_AUTHENTICATION',
				);
			}
		});
		app.setErrorHandler(async (error, request, reply) => {
			const refusal =
				error instanceof HubSpotRefusal
					? error
					: new HubSpotRefusal(500, String(error), 'INTERNAL_ERROR');
			const { validationResults, ...body } = refusal.body;
			const isOlder = !request.url.startsWith('/hubspot/crm/v3/');
			if (validationResults === undefined || isOlder) {
				return await reply.code(refusal.status).send(refusal.body);
			}
			// Version 3 has no field for what is wrong with each property: it stands in the message.
			const message = `${refusal.message}: ${JSON.stringify(validationResults)}`;
			return await reply.code(refusal.status).send({ ...body, message });
		});
		app.setNotFoundHandler(async () => {
			throw new HubSpotRefusal(404, 'Unable to find the requested resource', 'NOT_FOUND');
		});
		crmRoutes(app, () => account, journal);
		legacyRoutes(app, () => account, journal);
		legacyFollowUpRoutes(app, () => account, journal);
	}

	function failure(status: number) {
		if (status === 429) {
			const policy = { errorType: 'RATE_LIMIT', policyName: 'TEN_SECONDLY_ROLLING' };
			const said = 'You have reached your ten_secondly_rolling limit.';
			return new HubSpotRefusal(status, said, 'RATE_LIMITS', policy).body;
		}
		const category = status < 500 ? 'VALIDATION_ERROR' : 'INTERNAL_ERROR';
		return new HubSpotRefusal(status, STATUS_CODES[status] ?? 'Error', category).body;
	}

	return {
		service: 'hubspot',
		hosts: { 'api.hubapi.com': '/hubspot' },
		routes,
		failure,
		holds: () => ({
			portalId: PORTAL_ID,
			owners: OWNERS,
			...Object.fromEntries(
				Object.entries(account.records).map(([type, records]) => [
					type,
					records.map((record) => ({ ...record, url: recordUrl(record) })),
				]),
			),
			engagements: account.engagements,
		}),
		reset: () => {
			account = new HubSpotAccount();
		},
		credentials: () => [
			{ type: 'hubspotAppToken', name: 'HubSpot (sandbox)', data: { appToken: TOKEN } },
		],
	};
}
