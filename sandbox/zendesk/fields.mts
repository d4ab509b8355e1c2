import { z } from 'zod';

const id = z.coerce.number().int();
const text = z.string().nullish();
export const commentFields = z.object({
	body: z.string().optional(),
	html_body: z.string().optional(),
	public: z.boolean().default(true),
	author_id: id.optional(),
});
export const ticketFields = z.object({
	comment: commentFields.optional(),
	description: z.string().optional(),
	subject: z.string().optional(),
	type: z.enum(['problem', 'incident', 'question', 'task']).nullish(),
	priority: z.enum(['urgent', 'high', 'normal', 'low']).nullish(),
	status: z.enum(['new', 'open', 'pending', 'hold', 'solved', 'closed']).optional(),
	requester_id: id.optional(),
	requester: z
		.union([
			z.object({ name: z.string().optional(), email: z.email().optional() }),
			z.email().transform((email) => ({ name: undefined, email })),
		])
		.optional(),
	assignee_id: id.nullish(),
	assignee_email: z.email().optional(),
	group_id: id.nullish(),
	external_id: text,
	recipient: text,
	due_at: text,
	tags: z.union([z.array(z.string()), z.string().transform((tag) => [tag])]).optional(),
	custom_fields: z.array(z.object({ id, value: z.unknown() })).optional(),
});
export const userFields = z.looseObject({
	name: z.string().min(1),
	email: z.email().optional(),
	phone: z.string().optional(),
	role: z.enum(['end-user', 'agent', 'admin']).default('end-user'),
	external_id: z.string().optional(),
});

export type CommentFields = z.infer<typeof commentFields>;
export type TicketFields = z.infer<typeof ticketFields>;
export type UserFields = z.infer<typeof userFields>;
