import { STATUS_CODES } from 'node:http';
import { z } from 'zod';

/** How Google names its refusals, by status: the canonical code and the reason that goes with it. */
const NAMES: Record<number, [status: string, reason: string]> = {
	400: ['INVALID_ARGUMENT', 'invalidArgument'],
	401: ['UNAUTHENTICATED', 'authError'],
	403: ['PERMISSION_DENIED', 'forbidden'],
	404: ['NOT_FOUND', 'notFound'],
	409: ['ABORTED', 'aborted'],
	413: ['INVALID_ARGUMENT', 'uploadTooLarge'],
	429: ['RESOURCE_EXHAUSTED', 'rateLimitExceeded'],
	503: ['UNAVAILABLE', 'backendError'],
};

/** What is wrong with which parameter, where the API says so. */
interface Detail {
	reason?: string;
	/** The parameter that is meant. */
	location?: string;
}

/** Google's error body, the same for every API. */
export function googleFailure(
	code: number,
	message = STATUS_CODES[code] ?? 'Error',
	{ reason, location }: Detail = {},
) {
	const [status, usual] = NAMES[code] ?? ['INTERNAL', 'backendError'];
	const place = location && { location, locationType: 'parameter' };
	const errors = [{ message, domain: 'global', reason: reason ?? usual, ...place }];
	return { error: { code, message, errors, status } };
}

/** What Google answers when it refuses; thrown by a route. */
export class GoogleRefusal extends Error {
	code: number;
	detail: Detail;

	constructor(code: number, message: string, detail: Detail = {}) {
		super(message);
		this.code = code;
		this.detail = detail;
	}
}

/** The value as the API's description has it; a refusal with 400 when it is something else. */
export function checked<Shape extends z.ZodType>(shape: Shape, value: unknown): z.output<Shape> {
	const result = shape.safeParse(value ?? {});
	if (result.success) return result.data;
	const [issue] = result.error.issues;
	if (issue?.code === 'unrecognized_keys') {
		throw new GoogleRefusal(
			400,
			`Invalid JSON payload received. Unknown name "${issue.keys[0]}": Cannot find field.`,
		);
	}
	const path = issue?.path.join('.') ?? '';
	throw new GoogleRefusal(400, `Invalid value at '${path}': ${issue?.message ?? ''}`);
}
