import { parse } from 'csv-parse/sync';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Settings } from '../settings.mts';
import { orderedCall, selectCalls } from './call-routes.mts';
import { listedCall } from './calls.mts';
import { checked, present, Refusal } from './errors.mts';
import {
	type Batch,
	type CallWorkflow,
	newId,
	PHONE_NUMBERS,
	type Workspace,
} from './workspace.mts';

const paging = z.object({
	page: z.coerce.number().int().min(1).default(1),
	limit: z.coerce.number().int().min(1).default(20),
});

/** The rows of an uploaded CSV; each needs a phone number. */
function rows(file: string): Record<string, string>[] {
	let read: Record<string, string>[];
	try {
		read = parse(file, { columns: true, skip_empty_lines: true, trim: true });
	} catch {
		throw new Refusal(400, 'file must be a CSV file with a header row');
	}
	if (read.length === 0 || read.some((row) => !row['phone_number'])) {
		throw new Refusal(400, 'Every row must have a phone_number');
	}
	return read;
}

const batchCreation = z.object({
	file: z.string().min(1),
	title: z.string().min(1).max(35),
	agent_id: z.string().min(1),
	agent_version_number: z.coerce.number().int().optional(),
});
const BATCH_STATUS = { pause: 'paused', resume: 'running', cancel: 'cancelled' } as const;

/** `/v1/batch-calls`: calls for every row of a file. */
export function batchRoutes(app: FastifyInstance, workspace: Workspace, settings: Settings) {
	const inProduction = () => settings.dialnexa.envelopes === 'production';
	const find = (id: string) =>
		present(
			workspace.batches.find((held) => held.id === id),
			'Batch',
		);
	const shown = ({ agentId: _agent, ...batch }: Batch) => ({
		...batch,
		total_lead_count: batch.total_records,
		sent_lead_count: 0,
		picked_up_calls: 0,
	});

	app.post(
		'/v1/batch-calls',
		{ config: { operation: 'createBatchCall' } },
		async (request, reply) => {
			const given = checked(batchCreation, request.body);
			const leads = rows(given.file);
			const batch: Batch = {
				id: newId('batch'),
				title: given.title,
				status: 'initiated',
				agentId: given.agent_id,
				total_records: leads.length,
				createdAt: new Date().toISOString(),
			};
			const calls = leads.map(({ phone_number = '', ...metadata }) =>
				orderedCall(workspace, {
					agentId: given.agent_id,
					to: phone_number,
					metadata,
					notes: {},
					batchId: batch.id,
					...(given.agent_version_number && { agentVersion: given.agent_version_number }),
				}),
			);
			calls.forEach((call) => workspace.keep(call));
			workspace.batches.push(batch);
			workspace.changed();
			reply.code(201);
			const { id, title, total_records, status } = batch;
			return {
				id,
				title,
				total_records,
				status,
				from_number: PHONE_NUMBERS[0]?.phone_number ?? null,
			};
		},
	);

	app.get('/v1/batch-calls', { config: { operation: 'listBatchCalls' } }, async (request) => {
		const { page, limit, status } = checked(
			paging.extend({ status: z.string().optional() }),
			request.query,
		);
		const passed = workspace.batches.filter((batch) => !status || batch.status === status);
		const items = passed.slice((page - 1) * limit, page * limit).map(shown);
		return inProduction() ? items : { items, total: passed.length, page, limit };
	});

	app.get<{ Params: { id: string } }>(
		'/v1/batch-calls/:id',
		{ config: { operation: 'getBatchCall' } },
		async (request) => {
			const { id } = find(request.params.id);
			const inBatch = workspace.calls.filter((call) => call.batchId === id);
			const { calls, total, page, limit } = selectCalls(inBatch, request.query);
			const callLogs = calls.map(listedCall);
			return inProduction()
				? callLogs
				: { callLogs, total, page, limit, totalPages: Math.ceil(total / limit) };
		},
	);

	app.patch<{ Params: { id: string } }>(
		'/v1/batch-calls/:id/status',
		{ config: { operation: 'updateBatchCallStatus' } },
		async (request) => {
			const batch = find(request.params.id);
			const { action } = checked(
				z.object({ action: z.enum(['pause', 'resume', 'cancel']) }),
				request.body,
			);
			if (batch.status === 'cancelled') throw new Refusal(400, 'The batch call is cancelled');
			batch.status = BATCH_STATUS[action];
			workspace.changed();
			return {
				success: true,
				message: `Campaign ${batch.status} successfully`,
				campaign: { id: batch.id, status: batch.status, title: batch.title },
				affectedCalls: {
					initiated: 0,
					queued: 0,
					removedFromQueue: action === 'resume' ? 0 : batch.total_records,
					cancelledCallLogs: action === 'cancel' ? batch.total_records : 0,
					resumedCallLogs: action === 'resume' ? batch.total_records : 0,
				},
			};
		},
	);
}

const WORKFLOW_STATUS = {
	activate: 'active',
	deactivate: 'draft',
	pause: 'paused',
	resume: 'active',
} as const;

/** `/v1/workflows` and the leads in each. */
export function workflowRoutes(app: FastifyInstance, workspace: Workspace, settings: Settings) {
	const find = (id: string) =>
		present(
			workspace.workflows.find((held) => held.id === id),
			'Workflow',
		);
	const shown = ({ leads: _leads, ...workflow }: CallWorkflow) => workflow;
	const ok = (message: string, data: unknown) => ({ statusCode: 200, message, data });

	app.get('/v1/workflows', { config: { operation: 'listWorkflows' } }, async (request) => {
		const { page, limit } = checked(paging, request.query);
		const totalItems = workspace.workflows.length;
		const data = workspace.workflows.slice((page - 1) * limit, page * limit).map(shown);
		const totalPages = Math.ceil(totalItems / limit);
		const meta = { totalItems, itemsPerPage: limit, totalPages, currentPage: page };
		const message = 'Workflows fetched successfully';
		return settings.dialnexa.envelopes === 'production'
			? ok(message, { data, meta })
			: { ...ok(message, data), meta };
	});

	app.get<{ Params: { id: string } }>(
		'/v1/workflows/:id',
		{ config: { operation: 'getWorkflow' } },
		async (request) => ok('Workflow fetched successfully', shown(find(request.params.id))),
	);

	app.patch<{ Params: { id: string } }>(
		'/v1/workflows/:id/status',
		{ config: { operation: 'updateWorkflowStatus' } },
		async (request) => {
			const workflow = find(request.params.id);
			const { action } = checked(
				z.object({ action: z.enum(['activate', 'deactivate', 'pause', 'resume']) }),
				request.body,
			);
			workflow.status = WORKFLOW_STATUS[action];
			workflow.updatedAt = new Date().toISOString();
			workspace.changed();
			return ok(`Workflow ${workflow.status}`, shown(workflow));
		},
	);

	app.post<{ Params: { workflowId: string } }>(
		'/v1/workflows/:workflowId/leads',
		{ config: { operation: 'uploadWorkflowLeads' } },
		async (request, reply) => {
			const workflow = find(request.params.workflowId);
			const { file } = checked(z.object({ file: z.string().min(1) }), request.body);
			const added = rows(file).map(({ phone_number = '', ...dynamic_variables }) => ({
				id: newId('lead'),
				phone_number,
				dynamic_variables,
				status: 'pending',
				createdAt: new Date().toISOString(),
			}));
			workflow.leads.push(...added);
			workspace.changed();
			const byNumber = Object.groupBy(added, (lead) => lead.phone_number);
			reply.code(201);
			return {
				statusCode: 201,
				message: 'Leads uploaded successfully',
				data: Object.fromEntries(
					Object.entries(byNumber).map(([number, leads]) => [number, leads?.map(({ id }) => id)]),
				),
				count: added.length,
			};
		},
	);

	app.get<{ Params: { workflowId: string }; Querystring: { leadIds?: string } }>(
		'/v1/workflows/:workflowId/leads',
		{ config: { operation: 'listWorkflowLeads' } },
		async (request) => {
			const wanted = request.query.leadIds?.split(',');
			const leads = find(request.params.workflowId).leads.filter(
				({ id }) => !wanted || wanted.includes(id),
			);
			return { ...ok('Leads fetched successfully', leads), count: leads.length };
		},
	);

	app.get<{ Params: { workflowId: string } }>(
		'/v1/workflows/:workflowId/leads/variable-keys',
		{ config: { operation: 'listWorkflowLeadVariableKeys' } },
		async (request) => {
			const { leads } = find(request.params.workflowId);
			const keys = new Set(leads.flatMap((lead) => Object.keys(lead.dynamic_variables)));
			return ok('Variable keys fetched successfully', { keys: [...keys] });
		},
	);

	app.delete<{ Params: { workflowId: string; id: string } }>(
		'/v1/workflows/:workflowId/leads/:id',
		{ config: { operation: 'deleteWorkflowLead' } },
		async (request) => {
			const workflow = find(request.params.workflowId);
			const lead = present(
				workflow.leads.find(({ id }) => id === request.params.id),
				'Lead',
			);
			workflow.leads = workflow.leads.filter(({ id }) => id !== lead.id);
			workspace.changed();
			return { statusCode: 200, message: 'Lead removed successfully' };
		},
	);

	app.get<{ Params: { workflowId: string; id: string } }>(
		'/v1/workflows/:workflowId/leads/:id/history',
		{ config: { operation: 'getWorkflowLeadHistory' } },
		async (request) => {
			const { leads } = find(request.params.workflowId);
			const lead = present(
				leads.find(({ id }) => id === request.params.id),
				'Lead',
			);
			const history = [
				{
					node_id: 'node_start',
					node_type: 'VOICE_CALL',
					label: 'Initial call',
					status: lead.status,
					call_id: null,
					started_at: null,
					ended_at: null,
				},
			];
			return ok('Lead history fetched successfully', { lead, history });
		},
	);
}
