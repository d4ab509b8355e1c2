import { randomBytes } from 'node:crypto';
import { Big } from 'big.js';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { renderSVG } from 'uqr';
import { z } from 'zod';
import type { Journal } from '../requests.mts';
import type { Settings } from '../settings.mts';
import type { StandIn } from '../stand-in.mts';
import { PoofAccount, SHARED_SECRET } from './account.mts';
import * as answers from './answers.mts';
import { COINS, coinOf, rateOf } from './coins.mts';

/** Of the longer of the two shapes that keys have, with the characters that a client must not touch. */
const API_KEY = 'sha512-c2FuZGJveCtwb29mL2tleQ==?sandbox';
const PRODUCT = {
	product_id: 'e098921c-9db2-4796',
	product_name: 'Support plan',
	description: 'A year of support',
	image: '',
	price: '49.00',
	quantity: '100',
	min_purchase: '1',
	max_purchase: '10',
	username: 'sandbox',
};

const amount = z
	.union([z.string().regex(/^\d+(\.\d+)?$/), z.number()])
	.transform((written) => (typeof written === 'number' ? new Big(written).toFixed() : written))
	.refine((written) => new Big(written).gt(0));
const word = z.string().trim().min(1);
const coin = word.transform((crypto, context) => {
	const known = coinOf(crypto);
	if (!known) context.addIssue('unknown coin');
	return known ?? '';
});
const metadata = z.record(z.string(), z.unknown()).default({});

const fiat = z.object({
	amount,
	payment: word,
	currency: word,
	redirect_url: word,
	success_url: word,
	metadata,
	email: z.string().default(''),
});
const cryptoPayment = z.object({
	amount,
	crypto: coin,
	metadata,
	redirect: z.string().default(''),
});
const checkout = z.object({
	username: word,
	amount,
	product_id: z.string().default(''),
	product_quantity: z.string().default(''),
	instant_payment_notification: z.url().optional(),
	default: z.object({ name: z.string(), email: z.string() }).partial().default({}),
	metadata,
});
/** Poof takes HTTPS alone; here an n8n on this machine counts too. */
const webhookUrl = z
	.url()
	.refine((url) => /^https:|^http:\/\/(127\.0\.0\.1|localhost|\[::1\])[:/]/.test(url));

/**
 * Poof as its API sheet describes it: every call is a POST, the key stands bare in `Authorization`,
 * and what went wrong is told by a text inside a 200.
 */
export function createPoof(
	origin: () => string,
	journal: Journal,
	settings: Settings,
): StandIn & { account: PoofAccount } {
	const account = new PoofAccount(journal, settings);

	function refuse(reply: FastifyReply, message: string, status = 400) {
		return reply.code(settings.poof.errorStatus === '200' ? 200 : status).send({ message });
	}

	/** A route for a body of this shape; another one is "invalid", and Poof never says why. */
	function post<Shape extends z.ZodType>(
		app: FastifyInstance,
		path: string,
		shape: Shape,
		answer: (body: z.output<Shape>, reply: FastifyReply) => unknown,
	) {
		const operation = path.split('/').at(-1) ?? '';
		app.post(path, { config: { operation } }, async (request, reply) => {
			if (operation !== 'checkout' && request.headers.authorization !== API_KEY) {
				return await refuse(reply, 'invalid authorization', 401);
			}
			const body = shape.safeParse(request.body ?? {});
			return body.success ? await answer(body.data, reply) : await refuse(reply, 'invalid');
		});
	}

	function routes(app: FastifyInstance) {
		app.addHook('preSerialization', async (_request, _reply, payload) =>
			settings.poof.amounts === 'number' ? answers.withNumbers(payload) : payload,
		);
		post(app, '/api/v1/create_fiat_invoice', fiat, (body) => {
			const made = account.add({ ...body, kind: 'fiat_invoice', paymentMethod: body.payment });
			return {
				amount: made.amount,
				currency: made.currency,
				payment: made.paymentMethod,
				payment_link: answers.paymentLink(origin(), made),
			};
		});
		post(app, '/api/v1/create_fiat_charge', fiat, (body) => {
			const made = account.add({ ...body, kind: 'fiat_charge', paymentMethod: body.payment });
			return {
				amount: made.amount,
				currency: made.currency,
				payment: made.paymentMethod,
				payment_link: answers.paymentLink(origin(), made),
				qr_code: `${origin()}/poof/qr/${made.id}`,
				tracking_id: made.id,
			};
		});

		for (const version of ['v1', 'v2'] as const) {
			post(app, `/api/${version}/create_invoice`, cryptoPayment, (body) => {
				const made = account.addCrypto('crypto_invoice', body.crypto, body.amount, body.metadata);
				const payment_link = answers.paymentLink(origin(), made);
				const { amount: dollars, crypto, currency, ...rest } = answers.crypto(made);
				return version === 'v1'
					? { amount: dollars, crypto, currency, payment_link, redirect: body.redirect }
					: { amount: dollars, crypto, currency, ...rest, payment_id: made.id, payment_link };
			});
			post(app, `/api/${version}/create_charge`, cryptoPayment, (body) => {
				const made = account.addCrypto('crypto_charge', body.crypto, body.amount, body.metadata);
				const { charge, ...rest } = answers.crypto(made);
				return version === 'v1'
					? { ...rest, due: charge, payment_link: answers.paymentLink(origin(), made) }
					: { ...rest, charge, uuid: made.id };
			});
			post(
				app,
				`/api/${version}/payouts`,
				z.object({ amount, crypto: coin, address: word }),
				(body, reply) => {
					const made = account.payOut(body.crypto, new Big(body.amount), body.address);
					if (!made) return refuse(reply, 'Insufficient Balance');
					const left = account.balance(body.crypto).toFixed();
					return answers.payout(made, left, origin(), settings);
				},
			);
			post(app, `/api/${version}/balance`, z.object({ crypto: coin }), ({ crypto }) => {
				const balance = account.balance(crypto).toFixed();
				return version === 'v1' ? { balance, crypto } : { balance, currency: crypto };
			});
		}

		post(app, '/api/v1/checkout', checkout, async (body, reply) => {
			account.add({
				kind: 'checkout',
				amount: body.amount,
				currency: 'usd',
				paymentMethod: 'checkout',
				name: body.default.name ?? '',
				email: body.default.email ?? '',
				items: body.product_id,
				quantities: body.product_quantity,
				metadata: body.metadata,
				...(body.instant_payment_notification && { notify: body.instant_payment_notification }),
			});
			const session = Buffer.from(JSON.stringify(reply.request.body)).toString('base64url');
			const link = `${origin()}/poof/checkout/session/${session}`;
			return await reply
				.type('text/plain')
				.send(settings.poof.checkoutAnswer === 'quoted' ? JSON.stringify(link) : link);
		});

		post(app, '/api/v1/transaction', z.object({ transaction: word }), (body, reply) => {
			const transaction = account.find(body.transaction);
			return transaction ? answers.single(account, transaction) : refuse(reply, 'invalid', 404);
		});
		post(app, '/api/v1/fetch_transactions', z.unknown(), () =>
			account.transactions.map((transaction) => answers.listed(account, transaction, settings)),
		);
		post(
			app,
			'/api/v2/transaction_query',
			z.object({ filter: word, search: word }),
			({ filter, search }, reply) =>
				answers
					.found(account, filter, search)
					?.map((transaction) => answers.listed(account, transaction, settings)) ??
				refuse(reply, 'invalid'),
		);

		post(app, '/api/v2/price', z.object({ crypto: coin }), ({ crypto }) => ({
			price: rateOf(crypto).toFixed(),
		}));
		post(app, '/api/v1/fetch_crypto_rates', z.object({ base: word }), () =>
			Object.fromEntries(COINS.map((known) => [known, rateOf(known).toFixed()])),
		);
		post(app, '/api/v2/gas_price', z.object({ crypto: coin }), () => ({
			gas_fee_currency: 'ethereum',
			gas_fee_in_usd: '0.92',
			gas_fee_usdc: '0.92',
			gas_price_eth: '0.00000002',
			gas_used: '25000',
			transaction_fee: '0.0005',
		}));
		post(app, '/api/v2/contract_list', z.unknown(), () => [
			{ symbol: 'USDC', chain: 'ethereum', address: '0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48' },
		]);
		post(app, '/api/v2/create_wallet', z.object({ currency: coin }), ({ currency }) => ({
			currency,
			address: `0x${randomBytes(20).toString('hex')}`,
			wallet_shard: 'sandbox-wallet-shard',
		}));
		post(app, '/api/v2/fetch_product', z.object({ product_id: word }), (body, reply) =>
			body.product_id === PRODUCT.product_id ? PRODUCT : refuse(reply, 'invalid', 404),
		);
		post(app, '/api/v1/create_webhook', z.object({ url: webhookUrl }), ({ url }) => {
			account.webhooks.push(url);
			journal.changed();
			return { endpoint: url, message: 'Webhook created' };
		});

		type ById = { Params: { id: string } };
		app.get<ById>('/pay/:id', async (request, reply) =>
			reply.redirect(`/#payment-${encodeURIComponent(request.params.id)}`),
		);
		app.get<ById>('/qr/:id', async (request, reply) =>
			reply.type('image/svg+xml').send(renderSVG(`${origin()}/poof/pay/${request.params.id}`)),
		);
		app.setNotFoundHandler(async (_request, reply) =>
			reply.code(404).type('text/html').send('<h1>Not Found</h1>'),
		);
	}

	return {
		account,
		service: 'poof',
		hosts: { 'www.poof.io': '/poof', 'poof.io': '/poof' },
		routes,
		failure: () => ({ message: 'Something went wrong' }),
		holds: () => ({
			invoices: account.transactions.filter(({ kind }) => kind !== 'payout'),
			payouts: account.transactions.filter(({ kind }) => kind === 'payout'),
			transactions: account.transactions,
			balances: Object.fromEntries(
				[...account.balances].map(([name, balance]) => [name, balance.toFixed()]),
			),
			webhooks: account.webhooks,
			deliveries: account.deliveries,
		}),
		reset: () => account.reset(),
		credentials: () => [
			{
				type: 'poofIoApi',
				name: 'Poof (sandbox)',
				data: { apiKey: API_KEY, webhookSecret: SHARED_SECRET, baseUrl: `${origin()}/poof` },
			},
		],
	};
}
