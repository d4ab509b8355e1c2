import { STATUS_CODES } from 'node:http';
import type { z } from 'zod';

/** What DialNexa answers when it refuses; thrown by a route. */
export class Refusal extends Error {
	status: number;
	answer: { statusCode: number; message: string | string[]; error: string };

	constructor(status: number, message: string | string[]) {
		super(String(message));
		this.status = status;
		this.answer = failure(status, message);
	}
}

export function failure(status: number, message: string | string[] = 'Something went wrong') {
	return { statusCode: status, message, error: STATUS_CODES[status] ?? 'Error' };
}

/** The value in its shape; a 400 with a sentence for each property that is not. */
export function checked<Shape extends z.ZodType>(shape: Shape, value: unknown): z.output<Shape> {
	const result = shape.safeParse(value ?? {});
	if (result.success) return result.data;
	throw new Refusal(
		400,
		result.error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`),
	);
}

export function present<Found>(found: Found | undefined, name: string): Found {
	if (found === undefined) throw new Refusal(404, `${name} not found`);
	return found;
}
