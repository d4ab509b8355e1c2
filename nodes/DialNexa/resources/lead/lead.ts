import { z } from 'zod';
import { text } from '../../simplified';

/** What matters of a lead. `variables` is what stood beside its number in the file. */
export const leadSchema = z
	.object({
		id: z.string().min(1),
		phone_number: text,
		status: text,
		dynamic_variables: z.record(z.string(), z.unknown()).nullish(),
		createdAt: text,
	})
	.transform((lead) => ({
		leadId: lead.id,
		phoneNumber: lead.phone_number,
		status: lead.status,
		variables: lead.dynamic_variables ?? {},
		createdAt: lead.createdAt,
	}));

const stepSchema = z
	.object({
		label: text,
		node_type: text,
		status: text,
		call_id: text,
		started_at: text,
		ended_at: text,
	})
	.transform((step) => ({
		label: step.label,
		type: step.node_type,
		status: step.status,
		callId: step.call_id,
		startedAt: step.started_at,
		endedAt: step.ended_at,
	}));

/** A lead, and what its workflow has done with it step by step; `callId` is empty where nobody was called. */
export const leadHistorySchema = z
	.object({ lead: leadSchema, history: z.array(stepSchema) })
	.transform(({ lead, history }) => ({ ...lead, history }));
