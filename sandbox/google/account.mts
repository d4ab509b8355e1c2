import type { FastifyInstance } from 'fastify';
import { STATUS_CODES } from 'node:http';
import type { StandIn } from '../stand-in.mts';

const ACCESS_TOKEN = 'ya29.sandbox';
const CLIENT = { clientId: 'sandbox.apps.googleusercontent.com', clientSecret: 'sandbox-google' };

export function googleFailure(code: number, message = STATUS_CODES[code] ?? 'Error') {
	const status = message.toUpperCase().replaceAll(/\W+/g, '_');
	return { error: { code, message, errors: [{ message, reason: status }], status } };
}

/** What Google answers when it refuses; thrown by a route. */
export class GoogleRefusal extends Error {
	code: number;

	constructor(code: number, message: string) {
		super(message);
		this.code = code;
	}
}

/** Lets a Google API ask for the account's token and answer refusals as Google does. */
export function asGoogleApi(app: FastifyInstance) {
	app.addHook('preHandler', async (request) => {
		if (request.headers.authorization !== `Bearer ${ACCESS_TOKEN}`) {
			throw new GoogleRefusal(401, 'Request had invalid authentication credentials.');
		}
	});
	app.setErrorHandler(async (error, _request, reply) => {
		const refusal = error instanceof GoogleRefusal ? error : new GoogleRefusal(500, String(error));
		return await reply.code(refusal.code).send(googleFailure(refusal.code, refusal.message));
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
