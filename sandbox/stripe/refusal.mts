import { STATUS_CODES } from 'node:http';

/** What Stripe answers when it refuses; thrown by a route. */
export class StripeRefusal extends Error {
	status: number;
	error: Record<string, string>;

	constructor(status: number, message: string, error: Record<string, string> = {}) {
		super(message);
		this.status = status;
		this.error = { type: 'invalid_request_error', ...error };
	}
}

export const missing = (what: string, id: string) =>
	new StripeRefusal(404, `No such ${what}: '${id}'`, { code: 'resource_missing', param: 'id' });

/** Stripe's own words for a failure that was asked for. */
export function failure(status: number) {
	const message = STATUS_CODES[status] ?? 'Error';
	if (status === 429) {
		const said = 'Request rate limit exceeded.';
		return { error: { message: said, code: 'rate_limit', type: 'invalid_request_error' } };
	}
	return { error: { message, type: status < 500 ? 'invalid_request_error' : 'api_error' } };
}
