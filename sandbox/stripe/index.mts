import type { FastifyInstance } from 'fastify';
import type { Journal } from '../requests.mts';
import type { StandIn } from '../stand-in.mts';
import { StripeAccount } from './account.mts';
import { customerRoutes } from './customer-routes.mts';
import { listRoutes } from './list-routes.mts';
import { moneyRoutes } from './money-routes.mts';
import { freshId } from './objects.mts';
import { failure, StripeRefusal } from './refusal.mts';

const SECRET_KEY = 'sk_test_sandbox';

/**
 * Stripe's API v1 as far as n8n's Stripe node 1 and templates with its HTTP Request node use it, after
 * Stripe's API description and error reference (github.com/stripe/openapi, docs.stripe.com/api/errors).
 * Fees, refunds and webhooks are not kept, and no card number is ever taken.
 */
export function createStripe(journal: Journal): StandIn {
	const account = new StripeAccount(journal);

	function routes(app: FastifyInstance) {
		app.addHook('preHandler', async (request, reply) => {
			reply.header('request-id', freshId('req'));
			const { authorization } = request.headers;
			// As a bearer token, or as the name of basic authentication.
			const basic = `Basic ${Buffer.from(`${SECRET_KEY}:`).toString('base64')}`;
			if (authorization === `Bearer ${SECRET_KEY}` || authorization === basic) return;
			throw new StripeRefusal(
				401,
				authorization ? 'Invalid API Key provided.' : 'You did not provide an API key.',
			);
		});
		app.setErrorHandler(async (error, _request, reply) => {
			const refusal = error instanceof StripeRefusal ? error : undefined;
			return await reply.code(refusal?.status ?? 500).send({
				error: { message: String((error as Error).message), type: 'api_error', ...refusal?.error },
			});
		});
		app.setNotFoundHandler(async (request, reply) =>
			reply.code(404).send({
				error: {
					message: `Unrecognized request URL (${request.method}: ${request.url.replace('/stripe', '')}).`,
					type: 'invalid_request_error',
				},
			}),
		);
		listRoutes(app, account);
		customerRoutes(app, account);
		moneyRoutes(app, account);
	}

	return {
		service: 'stripe',
		hosts: { 'api.stripe.com': '/stripe' },
		routes,
		failure,
		holds: () => ({ ...account.held }),
		reset: () => account.reset(),
		credentials: () => [
			{ type: 'stripeApi', name: 'Stripe (sandbox)', data: { secretKey: SECRET_KEY } },
		],
	};
}
