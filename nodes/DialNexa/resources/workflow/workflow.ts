import { z } from 'zod';
import { text } from '../../simplified';

/** What matters of a workflow. */
export const workflowSchema = z
	.object({
		id: z.string().min(1),
		title: text,
		status: text,
		description: text,
		createdAt: text,
		updatedAt: text,
	})
	.transform(({ id, ...workflow }) => ({ workflowId: id, ...workflow }));
