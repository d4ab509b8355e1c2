import { STATUS_CODES } from 'node:http';
import { z } from 'zod';

/** What Zendesk answers when it refuses; thrown by a route. */
export class ZendeskRefusal extends Error {
	status: number;
	body: object;

	constructor(status: number, body: object) {
		super(JSON.stringify(body));
		this.status = status;
		this.body = body;
	}
}

/** A record that does not validate: what is wrong with it, by field. */
export function invalid(field: string, description: string, error = 'InvalidValue') {
	return new ZendeskRefusal(422, {
		error: 'RecordInvalid',
		description: 'Record validation errors',
		details: { [field]: [{ description, error }] },
	});
}

export const notFound = () =>
	new ZendeskRefusal(404, { error: 'RecordNotFound', description: 'Not found' });

const title = (field: string) =>
	field.charAt(0).toUpperCase() + field.slice(1).replaceAll('_', ' ');

export function checked<Shape extends z.ZodType>(shape: Shape, value: unknown): z.output<Shape> {
	const result = shape.safeParse(value);
	if (result.success) return result.data;
	const [outer = 'base', inner] = (result.error.issues[0]?.path ?? []).map(String);
	if (inner !== undefined) throw invalid(inner, `${title(inner)}: is invalid`);
	throw new ZendeskRefusal(400, {
		error: {
			title: 'Invalid attribute',
			message: `You passed an invalid value for the ${outer} attribute. Invalid parameter: ${outer} must be an object`,
		},
	});
}

/** Zendesk's own words for a failure that was asked for. */
export function failure(status: number) {
	if (status === 401) return { error: "Couldn't authenticate you" };
	if (status === 404) return notFound().body;
	if (status === 422) return invalid('base', 'Base: is invalid').body;
	if (status === 429) {
		const description = 'Number of allowed API requests per minute exceeded';
		return { error: 'APIRateLimitExceeded', description };
	}
	const said = STATUS_CODES[status] ?? 'Error';
	return { error: { title: said, message: said } };
}
