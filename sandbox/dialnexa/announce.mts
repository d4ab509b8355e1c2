import { z } from 'zod';
import { envelopeBody, flatBody, type RecordedCall } from './calls.mts';
import { callOf, SAMPLES } from './samples.mts';
import type { Delivery, Generation, Signature, Workspace } from './workspace.mts';

/** What the control interface takes to deliver a call. */
export const announcementSchema = z
	.strictObject({
		/** The name of a sample. */
		sample: z.enum(SAMPLES.map(({ name }) => name)).optional(),
		/** A body to deliver as it is instead: JSON, or a string for the exact bytes. */
		body: z.json().optional(),
		/** The user-webhook event; for a body without one, `call.completed`. Delivered whatever it is. */
		event: z.string().min(1).optional(),
		/** One generation alone; by default every registered webhook gets its own. */
		generation: z.enum(['B', 'C']).optional(),
		/** The sample's call ID instead of a new one: the same call once more. */
		callId: z.string().min(1).max(200).optional(),
		signature: z.enum(['valid', 'forged', 'missing']).optional(),
		/** How often, all at the same time; 0 loses the delivery of a call that took place. */
		times: z.int().min(0).max(1000).default(1),
		/** Only this one of the registered webhooks. */
		url: z.string().optional(),
	})
	.refine(({ sample, body }) => (sample === undefined) !== (body === undefined), {
		message: 'Give either the name of a sample or a body.',
	})
	.refine(({ body, callId }) => body === undefined || callId === undefined, {
		message: 'callId changes a sample; a body is delivered as it is.',
	});

export type Announcement = z.infer<typeof announcementSchema>;

interface Target {
	generation: Generation;
	url: string;
	secret: string;
}

function targets(workspace: Workspace, event: string, wanted: Announcement): Target[] {
	// In tests by DialNexa's own staff (2026-08 and 09) calls failed and no user-webhook was told.
	const told = event !== 'call.failed' || wanted.event === event;
	const userWebhooks = workspace.webhooks
		.filter((webhook) => told && webhook.is_active && webhook.events.includes(event))
		.map(({ url, secret }) => ({ generation: 'C' as const, url, secret }));
	const dashboard = workspace.dashboardWebhook
		? [{ generation: 'B' as const, ...workspace.dashboardWebhook }]
		: [];
	return [...userWebhooks, ...dashboard].filter(
		({ generation, url }) =>
			(wanted.generation === undefined || wanted.generation === generation) &&
			(wanted.url === undefined || wanted.url === url),
	);
}

const bodyOfACall = z.union([
	z.object({ call_id: z.string() }).transform(({ call_id }) => call_id),
	z
		.object({ payload: z.object({ call: z.object({ id: z.string() }) }) })
		.transform(({ payload }) => payload.call.id),
]);

function textFor(target: Target, call: RecordedCall | null, wanted: Announcement, origin: string) {
	if (call) {
		const body = target.generation === 'C' ? flatBody(call, origin) : envelopeBody(call, origin);
		return JSON.stringify(body);
	}
	return typeof wanted.body === 'string' ? wanted.body : JSON.stringify(wanted.body);
}

/**
 * A call has ended: keeps it for `GET /v1/calls` and tells every registered webhook that wants to
 * know. Resolves when each delivery has been answered or given up.
 */
export async function announce(
	workspace: Workspace,
	wanted: Announcement,
	origin: string,
): Promise<{ callId: string; event: string; deliveries: Delivery[] }> {
	const sample = SAMPLES.find(({ name }) => name === wanted.sample);
	const call = sample ? callOf(sample, wanted.callId) : null;
	const event = wanted.event ?? sample?.event ?? 'call.completed';
	const signature: Signature = wanted.signature ?? sample?.signature ?? 'valid';
	// A forged call never was: DialNexa knows nothing of it.
	if (call && signature === 'valid') workspace.keep(call);

	const callId = call?.id ?? bodyOfACall.safeParse(wanted.body).data ?? '';
	const deliveries = targets(workspace, event, wanted).flatMap((target) =>
		Array.from({ length: wanted.times }, () =>
			workspace.deliver(
				target,
				{ generation: target.generation, event, callId, signature },
				textFor(target, call, wanted, origin),
			),
		),
	);
	return { callId, event, deliveries: await Promise.all(deliveries) };
}
