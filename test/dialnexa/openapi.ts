import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { z } from 'zod';
import openapi from '../fixtures/dialnexa-openapi.json';

/** DialNexa's OpenAPI file as the judge of what our nodes send. */

const ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: true });
addFormats(ajv);
ajv.addSchema(openapi, 'openapi');

const parameterSchema = z.object({ name: z.string(), in: z.string(), schema: z.unknown() });
const contentSchema = z.record(z.string(), z.object({ schema: z.unknown() }));
const operationSchema = z.object({
	operationId: z.string(),
	parameters: z.array(parameterSchema).default([]),
	requestBody: z.object({ content: contentSchema }).optional(),
});

const operations = new Map(
	Object.entries(openapi.paths).flatMap(([path, methods]) =>
		Object.entries(methods as Record<string, unknown>).map(([method, described]) => {
			const operation = operationSchema.parse(described);
			return [operation.operationId, { path, method: method.toUpperCase(), ...operation }] as const;
		}),
	),
);

/** A request as the sandbox has journalled it. */
export const requestSchema = z.object({
	service: z.string(),
	operation: z.string(),
	method: z.string(),
	path: z.string(),
	body: z.unknown(),
	headers: z.record(z.string(), z.string()),
	status: z.number().nullable(),
	/** `refuse` when the connection was reset before the body was read. */
	fault: z.string().optional(),
});
export type JournalledRequest = z.infer<typeof requestSchema>;

function problemsWith(schema: unknown, value: unknown): string[] {
	const located = JSON.parse(
		JSON.stringify(schema).replaceAll('"#/components/', '"openapi#/components/'),
	) as object;
	const validate = ajv.compile(located);
	validate(structuredClone(value));
	return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

function propertiesOf(schema: unknown): string[] {
	const reference = z.object({ $ref: z.string() }).safeParse(schema).data?.$ref;
	const name = reference?.split('/').at(-1) as keyof typeof openapi.components.schemas;
	const described: unknown = reference ? openapi.components.schemas[name] : schema;
	const { properties } = z
		.object({ properties: z.record(z.string(), z.unknown()) })
		.parse(described);
	return Object.keys(properties);
}

/** Why a request is not one that the OpenAPI file documents; empty when it is one. */
export function undocumented({
	operation,
	method,
	path,
	body,
	headers,
	fault,
}: JournalledRequest): string[] {
	const documented = operations.get(operation);
	if (!documented) return [`${method} ${path} is no documented operation`];
	const problems: string[] = [];
	const url = new URL(path, 'http://localhost');
	const template = new RegExp(`/dialnexa${documented.path.replace(/\{[^}]+\}/g, '[^/]+')}$`);
	if (method !== documented.method || !template.test(url.pathname)) {
		problems.push(`${method} ${path} is not ${documented.method} ${documented.path}`);
	}
	for (const [name, value] of url.searchParams) {
		const parameter = documented.parameters.find((p) => p.in === 'query' && p.name === name);
		if (!parameter) problems.push(`${operation} has no parameter ${name}`);
		else problems.push(...problemsWith(parameter.schema, value).map((p) => `${name}: ${p}`));
	}
	const content = documented.requestBody?.content ?? {};
	const type = (headers['content-type'] ?? '').split(';')[0];
	const schema = fault === 'refuse' ? undefined : content[type]?.schema;
	if (Object.keys(content).length > 0 && !(type in content)) {
		problems.push(`${operation} takes no ${type || 'empty body'}`);
	}
	if (schema !== undefined) {
		problems.push(...problemsWith(schema, body));
		const known = propertiesOf(schema);
		const given = Object.keys(z.record(z.string(), z.unknown()).parse(body));
		problems.push(...given.filter((name) => !known.includes(name)).map((n) => `unknown ${n}`));
	} else if (body !== null) problems.push(`${operation} has a body`);
	return problems;
}
