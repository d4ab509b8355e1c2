import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { nested } from './form.mts';
import { StripeRefusal } from './refusal.mts';

/** Parameters as a route's shape has them; others are refused by name, as Stripe refuses them. */
export function checked<Shape extends z.ZodType>(shape: Shape, value: unknown): z.output<Shape> {
	const result = shape.safeParse(value);
	if (result.success) return result.data;
	const issue = result.error.issues[0];
	if (issue?.code === 'unrecognized_keys') {
		const param = issue.keys[0] ?? '';
		throw new StripeRefusal(400, `Received unknown parameter: ${param}`, {
			code: 'parameter_unknown',
			param,
		});
	}
	const [first = '', ...rest] = (issue?.path ?? []).map(String);
	const param = first + rest.map((part) => `[${part}]`).join('');
	const absent = issue?.code === 'invalid_type' && /received undefined/.test(issue.message);
	throw absent
		? new StripeRefusal(400, `Missing required param: ${param}.`, {
				code: 'parameter_missing',
				param,
			})
		: new StripeRefusal(400, `Invalid ${param}: ${issue?.message ?? ''}`, { param });
}

export const queryOf = (request: FastifyRequest) =>
	nested(new URL(request.url, 'https://api.stripe.com').searchParams);
export const formOf = (request: FastifyRequest) => nested(new URLSearchParams(request.text));

export const integer = z.coerce.number().int();
export const minorUnits = integer.min(1).max(99_999_999);
export const metadata = z.record(z.string(), z.string().max(500)).optional();
export const expand = z.array(z.string()).default([]);
const line = z
	.string()
	.transform((text) => text || null)
	.optional();
const address = z.strictObject({
	city: line,
	country: line,
	line1: line,
	line2: line,
	postal_code: line,
	state: line,
});
const shipping = z
	.strictObject({ name: z.string(), phone: z.string().optional(), address })
	.optional();
export const range = z.union([
	integer,
	z.strictObject({ gt: integer, gte: integer, lt: integer, lte: integer }).partial(),
]);
export const paging = {
	limit: integer.min(1).max(100).default(10),
	starting_after: z.string().optional(),
	ending_before: z.string().optional(),
	created: range.optional(),
	expand,
};

export const customerFields = z.strictObject({
	name: z.string().optional(),
	email: z.string().optional(),
	phone: z.string().optional(),
	description: z.string().optional(),
	metadata,
	address: address.optional(),
	shipping,
	expand,
});
export const chargeFields = z.strictObject({
	description: z.string().optional(),
	receipt_email: z.string().optional(),
	metadata,
	shipping,
	expand,
});
