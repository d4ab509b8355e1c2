import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Settings } from '../settings.mts';
import { type RecordedCall, detailedCall, listedCall, silentRecording } from './calls.mts';
import { checked, present, Refusal } from './errors.mts';
import { newId, PHONE_NUMBERS, type Workspace } from './workspace.mts';

const creation = z.object({
	phone_number: z
		.string()
		.regex(/^\+[1-9]\d{6,14}$/, 'phone_number must be a valid E.164 phone number'),
	agent_id: z.string().min(1),
	metadata: z.record(z.string(), z.unknown()),
	agent_version_number: z.number().int().optional(),
	notes: z
		.record(z.string(), z.unknown())
		.refine((notes) => Object.keys(notes).length <= 15, 'notes may have at most 15 keys')
		.default({}),
});

const list = z
	.string()
	.transform((written) => written.split(',').map((part) => part.trim()))
	.optional();
const milliseconds = z.coerce.number().optional();

/** The documented filters; durations are in milliseconds here although the call states seconds. */
const filters = z.object({
	agent_id: list,
	call_id: list,
	batch_call_id: list,
	from: z.string().optional(),
	to: z.string().optional(),
	type: list,
	call_direction: list,
	sentiment: list,
	start_date: z.coerce.date().optional(),
	end_date: z.coerce.date().optional(),
	duration_greater_than: milliseconds,
	duration_less_than: milliseconds,
	duration_min: milliseconds,
	duration_max: milliseconds,
	status: list,
	end_reason: list,
	created_at: z.enum(['asc', 'desc']).default('desc'),
	duration: z.enum(['asc', 'desc']).optional(),
	export: z.enum(['true', 'false']).default('false'),
	page: z.coerce.number().int().min(1).default(1),
	limit: z.coerce.number().int().min(1).max(200).default(20),
});
type Filters = z.infer<typeof filters>;

function passes(call: RecordedCall, wanted: Filters): boolean {
	const among = (values: string[] | undefined, value: string) => !values || values.includes(value);
	const lasted = call.durationSeconds * 1000;
	const created = new Date(call.createdAt);
	return (
		among(wanted.agent_id, call.agentId) &&
		among(wanted.call_id, call.id) &&
		among(wanted.batch_call_id, call.batchId ?? '') &&
		among(wanted.type, 'phone') &&
		among(wanted.call_direction, call.direction) &&
		among(wanted.sentiment, call.sentiment) &&
		among(wanted.status, call.status) &&
		among(wanted.end_reason, call.endReason) &&
		(wanted.from === undefined || call.from === wanted.from) &&
		(wanted.to === undefined || call.to === wanted.to) &&
		(!wanted.start_date || created >= wanted.start_date) &&
		(!wanted.end_date || created <= wanted.end_date) &&
		lasted > (wanted.duration_greater_than ?? -1) &&
		lasted < (wanted.duration_less_than ?? Infinity) &&
		lasted >= (wanted.duration_min ?? 0) &&
		lasted <= (wanted.duration_max ?? Infinity)
	);
}

/** The calls that pass the query's filters, sorted and cut into pages as the API does it. */
export function selectCalls(calls: RecordedCall[], query: unknown) {
	const wanted = checked(filters, query);
	const passed = calls.filter((call) => passes(call, wanted));
	const newestFirst = (a: RecordedCall, b: RecordedCall) => b.createdAt.localeCompare(a.createdAt);
	passed.sort(wanted.created_at === 'asc' ? (a, b) => newestFirst(b, a) : newestFirst);
	if (wanted.duration) {
		const sign = wanted.duration === 'asc' ? 1 : -1;
		passed.sort((a, b) => sign * (a.durationSeconds - b.durationSeconds));
	}
	const { page, limit } = wanted;
	const cut =
		wanted.export === 'true'
			? passed.slice(0, 5000)
			: passed.slice((page - 1) * limit, page * limit);
	return { calls: cut, total: passed.length, page, limit };
}

/** A call that has been asked for and not been made yet. */
export function orderedCall(
	workspace: Workspace,
	order: Pick<RecordedCall, 'agentId' | 'to' | 'metadata' | 'notes'> &
		Partial<Pick<RecordedCall, 'batchId' | 'agentVersion'>>,
): RecordedCall {
	const agent = present(
		workspace.agents.find(({ id }) => id === order.agentId),
		'Agent',
	);
	const published = agent.versions.filter((version) => version.is_published);
	const agentVersion = order.agentVersion ?? published.at(-1)?.version_number;
	if (!published.some((version) => version.version_number === agentVersion)) {
		throw new Refusal(400, 'agent_version_number must be a published version of the agent');
	}
	return {
		id: newId('call'),
		direction: 'outbound',
		from: PHONE_NUMBERS[0]?.phone_number ?? '',
		status: 'initiated',
		endReason: '',
		createdAt: new Date().toISOString(),
		durationSeconds: 0,
		sentiment: 'unknown',
		summary: '',
		turns: [],
		analysis: {},
		...order,
		agentVersion: agentVersion ?? 1,
	};
}

/** `/v1/calls`: a created call stays `initiated` until the control interface delivers its end. */
export function callRoutes(
	app: FastifyInstance,
	workspace: Workspace,
	settings: Settings,
	origin: () => string,
) {
	app.post('/v1/calls', { config: { operation: 'createCall' } }, async (request, reply) => {
		const given = checked(creation, request.body);
		const call = orderedCall(workspace, {
			agentId: given.agent_id,
			to: given.phone_number,
			metadata: given.metadata,
			notes: given.notes,
			...(given.agent_version_number && { agentVersion: given.agent_version_number }),
		});
		workspace.keep(call);
		reply.code(201);
		return {
			id: call.id,
			to_phone_number: call.to,
			agent_id: call.agentId,
			agent_version_number: call.agentVersion,
		};
	});

	app.get('/v1/calls', { config: { operation: 'listCalls' } }, async (request) =>
		selectCalls(workspace.calls, request.query).calls.map(listedCall),
	);

	app.get<{ Params: { id: string } }>(
		'/v1/calls/:id',
		{ config: { operation: 'getCall' } },
		async (request) => {
			const call = present(
				workspace.calls.find(({ id }) => id === request.params.id),
				'Call',
			);
			return detailedCall(call, origin(), settings.dialnexa.envelopes === 'openapi');
		},
	);

	app.get('/recordings/:file', async (_request, reply) =>
		reply.type('audio/wav').send(silentRecording()),
	);
}
