import type { FastifyInstance } from 'fastify';
import type { StandIn } from '../stand-in.mts';
import { selectFields } from './fields.mts';
import { googleFailure, GoogleRefusal } from './refusal.mts';

/** Whose mail, files and spreadsheets these are: the one account there is. */
export const OWNER = { displayName: 'Billing', emailAddress: 'billing@example.com' };
const ACCESS_TOKEN = 'ya29.sandbox';
const CLIENT = { clientId: 'sandbox.apps.googleusercontent.com', clientSecret: 'sandbox-google' };

declare module 'fastify' {
	interface FastifyContextConfig {
		/** Whether whoever knows the address may use it, as with the address of an upload. */
		open?: boolean;
	}
}

/**
 * What every Google API has in common: it asks for the account's token, answers refusals in one shape and gives only
 * those parts of an answer that `fields` selects.
 */
export function asGoogleApi(app: FastifyInstance) {
	app.addHook('preHandler', async (request) => {
		if (request.routeOptions.config.open) return;
		if (request.headers.authorization !== `Bearer ${ACCESS_TOKEN}`) {
			throw new GoogleRefusal(401, 'Request had invalid authentication credentials.');
		}
	});
	app.addHook('preSerialization', async (request, reply, payload) => {
		const { fields } = request.query as { fields?: string };
		return fields && reply.statusCode < 300 ? selectFields(payload, fields) : payload;
	});
	app.setErrorHandler(async (error, _request, reply) => {
		if (error instanceof GoogleRefusal) {
			const { code, message, detail } = error;
			return await reply.code(code).send(googleFailure(code, message, detail));
		}
		const tooLarge = error instanceof Error && 'statusCode' in error && error.statusCode === 413;
		const failure = tooLarge ? googleFailure(413) : googleFailure(500, String(error));
		return await reply.code(failure.error.code).send(failure);
	});
	app.setNotFoundHandler(async (_request, reply) =>
		reply.code(404).send(googleFailure(404, 'Requested entity was not found.')),
	);
}

/** An n8n credential of one of Google's OAuth2 types, already connected. */
export function connectedCredential(type: string, name: string, scope: string) {
	const oauthTokenData = {
		access_token: ACCESS_TOKEN,
		refresh_token: '1//sandbox',
		token_type: 'Bearer',
		expires_in: 3599,
		scope,
	};
	return { type, name, data: { ...CLIENT, oauthTokenData } };
}

/** Google's OAuth2: everybody is let in at once, as the one account there is. */
export function createGoogleAccount(): StandIn {
	return {
		service: 'google',
		hosts: { 'oauth2.googleapis.com': '/google', 'accounts.google.com': '/google' },
		routes: (app) => {
			app.post('/token', { config: { operation: 'token' } }, async () => ({
				access_token: ACCESS_TOKEN,
				refresh_token: '1//sandbox',
				token_type: 'Bearer',
				expires_in: 3599,
			}));
			app.get<{ Querystring: { redirect_uri?: string; state?: string } }>(
				'/o/oauth2/v2/auth',
				{ config: { operation: 'auth' } },
				async (request, reply) => {
					const { redirect_uri = '', state = '' } = request.query;
					const target = URL.parse(redirect_uri);
					if (!target) return await reply.code(400).send(googleFailure(400, 'redirect_uri'));
					target.searchParams.set('code', 'sandbox');
					target.searchParams.set('state', state);
					return await reply.redirect(target.href);
				},
			);
		},
		failure: (status) => googleFailure(status),
		holds: () => ({}),
		reset: () => {},
		credentials: () => [],
	};
}
