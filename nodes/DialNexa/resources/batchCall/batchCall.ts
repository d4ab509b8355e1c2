import { z } from 'zod';
import { count, text } from '../../simplified';

/** What matters of a batch call in a list. `calls` is how many people are to be called. */
export const batchCallSchema = z
	.object({
		id: z.string().min(1),
		title: text,
		status: text,
		total_records: count,
		sent_lead_count: count,
		picked_up_calls: count,
		createdAt: text,
		last_call_sent_at: text,
	})
	.transform((batch) => ({
		batchCallId: batch.id,
		title: batch.title,
		status: batch.status,
		calls: batch.total_records,
		sent: batch.sent_lead_count,
		pickedUp: batch.picked_up_calls,
		createdAt: batch.createdAt,
		lastSentAt: batch.last_call_sent_at,
	}));

/** What a change of its status did (documented; DialNexa calls a batch call a campaign here). */
export const changedBatchCallSchema = z
	.object({
		campaign: z.object({ id: z.string().min(1), title: text, status: text }),
		affectedCalls: z.record(z.string(), z.unknown()).nullish(),
	})
	.transform(({ campaign, affectedCalls }) => ({
		batchCallId: campaign.id,
		title: campaign.title,
		status: campaign.status,
		affectedCalls: affectedCalls ?? {},
	}));
