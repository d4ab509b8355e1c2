import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { announce, announcementSchema } from './dialnexa/announce.mts';
import { flatBody } from './dialnexa/calls.mts';
import { callOf, SAMPLES } from './dialnexa/samples.mts';
import { FAULT_KINDS, readFault } from './faults.mts';
import type { Sandbox } from './sandbox.mts';
import { settingsSchema } from './settings.mts';
import { CannotDecide } from './slack/index.mts';

/** A sentence for whoever drives the sandbox and asked for what it does not know. */
class NotUnderstood extends Error {}

function understood<Shape extends z.ZodType>(shape: Shape, value: unknown): z.output<Shape> {
	const result = shape.safeParse(value ?? {});
	if (result.success) return result.data;
	throw new NotUnderstood(
		result.error.issues
			.map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message))
			.join('; '),
	);
}

/**
 * The sandbox's own interface, `/_sandbox/…`: what every stand-in received and holds, and the levers
 * that make it act. Unknown input is answered with 400 and a sentence in `message`.
 */
export function controlRoutes(app: FastifyInstance, sandbox: Sandbox) {
	const { journal, plan, settings, poof, dialnexa, slack, standIns } = sandbox;

	app.setErrorHandler(async (error, _request, reply: FastifyReply) => {
		const status = error instanceof NotUnderstood || error instanceof CannotDecide ? 400 : 500;
		const message = error instanceof Error ? error.message : String(error);
		return await reply.code(status).send({ message });
	});

	// A page of another site must not press these levers from a user's browser.
	app.addHook('onRequest', async (request, reply) => {
		const { origin } = request.headers;
		if (origin !== undefined && URL.parse(origin)?.host !== request.headers.host) {
			await reply.code(403).send({ message: `The sandbox takes no orders from ${origin}.` });
		}
	});

	app.get('/state', async () => sandbox.state());

	app.get('/exchanges', async () => journal.exchanges());

	app.post('/reset', async () => {
		sandbox.reset();
		return { message: 'Everything is as it was at the start.' };
	});

	app.get('/samples', async () =>
		SAMPLES.map((sample) => ({
			name: sample.name,
			title: sample.title,
			description: sample.description,
			event: sample.event,
			signature: sample.signature,
			body: flatBody(callOf(sample, 'call_sample'), sandbox.url),
		})),
	);

	app.post('/calls', async (request) => {
		const wanted = understood(announcementSchema, request.body);
		const { webhooks, dashboardWebhook } = dialnexa.workspace;
		const urls = [...webhooks, ...(dashboardWebhook ? [dashboardWebhook] : [])].map(
			({ url }) => url,
		);
		if (wanted.url !== undefined && !urls.includes(wanted.url)) {
			throw new NotUnderstood(`url: no webhook is registered at ${wanted.url}`);
		}
		return await announce(dialnexa.workspace, wanted, sandbox.url);
	});

	app.put('/dashboard-webhook', async (request, reply) => {
		const target = understood(
			z.strictObject({
				url: z.url({ protocol: /^https?$/ }).max(150, 'DialNexa takes at most 150 characters here'),
				secret: z.string().min(1),
			}),
			request.body,
		);
		const verification = await dialnexa.workspace.deliver(
			target,
			{ generation: 'B', event: 'verification', callId: '', signature: 'valid' },
			JSON.stringify({
				event_type: 'verification',
				payload: {
					message: 'DialNexa webhook verification',
					timestamp: new Date().toISOString(),
				},
			}),
			'DialNexa-External-Webhook-Verification/1.0',
		);
		const { status } = verification;
		if (status === null || status < 200 || status > 299) {
			return await reply.code(400).send({
				message: `The verification call was answered with ${status ?? 'nothing'}, so the webhook is not saved.`,
				verification,
			});
		}
		dialnexa.workspace.dashboardWebhook = target;
		journal.changed();
		return { message: 'The webhook is saved.', verification };
	});

	app.get('/faults', async () => ({
		planned: plan.planned,
		kinds: FAULT_KINDS.map(({ name, sentence }) => ({ name, sentence })),
		operations: sandbox.operations,
	}));

	app.post('/faults', async (request) => {
		const wanted = understood(
			z.strictObject({
				service: z.enum(standIns.map(({ service }) => service)),
				operation: z.string().optional(),
				fault: z.string().refine((name) => readFault(name) !== undefined, {
					message: `is none of ${FAULT_KINDS.map(({ name }) => name).join(', ')}`,
				}),
				times: z.int().min(1).default(1),
			}),
			request.body,
		);
		const known = sandbox.operations[wanted.service] ?? [];
		if (wanted.operation !== undefined && !known.includes(wanted.operation)) {
			throw new NotUnderstood(`operation: ${wanted.service} knows ${known.join(', ')}`);
		}
		const { operation, ...rest } = wanted;
		plan.planned.push({ ...rest, ...(operation !== undefined && { operation }) });
		return { planned: plan.planned };
	});

	app.delete('/faults', async () => {
		plan.reset();
		return { planned: plan.planned };
	});

	app.get('/settings', async () => settings.inForce());

	app.put('/settings', async (request) => {
		const part = z
			.strictObject({ n8nUrl: z.unknown(), poof: z.looseObject({}), dialnexa: z.looseObject({}) })
			.partial();
		const wanted = understood(part, request.body);
		understood(settingsSchema, wanted);
		settings.change(wanted);
		return settings.inForce();
	});

	app.post('/poof/payments', async (request) => {
		const { paymentId, paid } = understood(
			z.strictObject({ paymentId: z.string(), paid: z.string().min(1) }),
			request.body,
		);
		const transaction = poof.account.find(paymentId);
		if (!transaction) throw new NotUnderstood(`paymentId: Poof has no transaction ${paymentId}`);
		return { deliveries: await poof.account.mark(transaction, paid) };
	});

	app.post('/slack/decide', async (request) => {
		const { message, decision, user } = understood(
			z.strictObject({
				message: z.string().optional(),
				decision: z.enum(['approve', 'decline']),
				user: z.string().optional(),
			}),
			request.body,
		);
		return await slack.decide(decision, message, user);
	});

	app.get('/credentials', async () => standIns.flatMap((standIn) => standIn.credentials()));

	app.get('/events', async (_request, reply) => {
		reply.hijack();
		const { raw } = reply;
		raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
		const tell = () => raw.write('data: changed\n\n');
		tell();
		journal.on('changed', tell);
		raw.on('close', () => journal.off('changed', tell));
	});
}
