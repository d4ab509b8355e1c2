import Ajv, { type ValidateFunction } from 'ajv';
import { parse } from 'qs';
import { z } from 'zod';

/** A request that a stand-in received with the answer that it gave, as `GET /_sandbox/exchanges` has them. */
export const exchangeSchema = z.object({
	service: z.string(),
	method: z.string(),
	path: z.string(),
	headers: z.record(z.string(), z.string()),
	text: z.string(),
	status: z.number().nullable(),
	/** Null when it is a file. */
	answer: z.string().nullable(),
	fault: z.string().optional(),
});
export type Exchange = z.infer<typeof exchangeSchema>;

/** What is not as described; `request` and `answer` are empty when all of it is. */
export interface Verdict {
	request: string[];
	answer: string[];
}

type Schema = Record<string, unknown>;
const schema = z.record(z.string(), z.unknown());
const content = z.record(z.string(), z.object({ schema: schema.optional() }));
const reference = z.object({ $ref: z.string() });
const parameter = z.object({
	name: z.string(),
	in: z.string(),
	required: z.boolean().default(false),
	schema: schema.default({}),
});
type Parameter = z.infer<typeof parameter>;
const parameters = z.array(z.union([reference, parameter])).default([]);
const operation = z.object({
	parameters,
	requestBody: z.object({ required: z.boolean().default(false), content }).optional(),
	responses: z.record(z.string(), z.object({ content: content.default({}) })),
});
type Operation = Omit<z.infer<typeof operation>, 'parameters'> & { parameters: Parameter[] };
type Values = Record<string, unknown>;
/** What is read of an OpenAPI 3.0 document. */
const documentSchema = z.object({
	servers: z.array(z.object({ url: z.string() })),
	paths: z.record(z.string(), z.record(z.string(), z.unknown())),
	components: z.object({ schemas: schema, parameters: z.record(z.string(), parameter).optional() }),
});
type Document = z.infer<typeof documentSchema>;

/**
 * An OpenAPI 3.0 schema as JSON Schema. An object has no fields but those that are described, unless the description says
 * otherwise: with JSON Schema alone, a field with a wrong name would go through.
 */
function closed(given: unknown): unknown {
	if (Array.isArray(given)) return given.map(closed);
	if (typeof given !== 'object' || given === null) return given;
	const { nullable, ...rest } = given as Schema;
	const kept = Object.entries(rest).map(([name, value]) => {
		if (name === 'properties') return [name, eachClosed(value)];
		return [name, ['enum', 'example', 'default'].includes(name) ? value : closed(value)];
	});
	const isOpen = rest.properties === undefined || 'additionalProperties' in rest;
	const shut = Object.fromEntries([...kept, ...(isOpen ? [] : [['additionalProperties', false]])]);
	return nullable === true ? { anyOf: [shut, { type: 'null' }] } : (shut as Schema);
}

/** Schemas by names that mean nothing by themselves: a field may be called `properties`. */
const eachClosed = (named: unknown) =>
	Object.fromEntries(
		Object.entries(named as Schema).map(([name, described]) => [name, closed(described)]),
	);

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** How a service departs from what an OpenAPI document can say. */
export interface Custom {
	/** Parameters that the service also takes in a way of its own. */
	elsewhere?: string[];
	/** Whether a body may be of any type: JSON and forms are as described whatever the described type, others are files. */
	anyType?: boolean;
	/** A body as its description has it. */
	body?(body: Record<string, unknown>): unknown;
	/** Where an operation is described, when it stands elsewhere as well. */
	path?(path: string): string;
	/** Which of the described answers this one is, when the status does not tell; undefined when another judges it. */
	answerOf?(status: number, answer: unknown): string | undefined;
}

interface Validator {
	ajv: Ajv;
	compiled: Map<Schema, ValidateFunction>;
}

const validator = (coerceTypes: 'array' | false): Validator => ({
	ajv: new Ajv({ strict: false, allErrors: true, validateFormats: false, coerceTypes }),
	compiled: new Map(),
});

interface KnownOperation {
	method: string;
	pattern: RegExp;
	/** How many characters of the path are given. */
	literal: number;
	read(): Operation;
}

/** A service's published description as the judge of what its stand-in takes and answers. */
export class Description {
	private readonly document: Document;
	private readonly base: string;
	/** For what is JSON, and for what is a query or form, where everything is text. */
	private readonly asJson = validator(false);
	private readonly asText = validator('array');
	private readonly operations: KnownOperation[];

	constructor(
		service: string,
		document: unknown,
		private readonly custom: Custom = {},
	) {
		this.document = documentSchema.parse(document);
		this.base = `/${service}${new URL(this.document.servers[0].url).pathname.replace(/\/$/, '')}`;
		for (const { ajv } of [this.asJson, this.asText]) {
			const schemas = eachClosed(this.document.components.schemas);
			ajv.addSchema({ $id: 'document', components: { schemas } });
		}
		this.operations = Object.entries(this.document.paths).flatMap(([template, methods]) =>
			Object.keys(methods).map((method) => this.known(template, method, methods)),
		);
	}

	private known(template: string, method: string, methods: Values): KnownOperation {
		const pattern = template
			.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&')
			.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)');
		let read: Operation | undefined;
		return {
			method: method.toUpperCase(),
			pattern: new RegExp(`^${this.base}${pattern}$`),
			literal: template.replaceAll(/\{\w+\}/g, '').length,
			read: () => {
				if (read) return read;
				const own = operation.parse(methods[method]);
				const all = [...parameters.parse(methods.parameters), ...own.parameters].map((given) =>
					'$ref' in given
						? this.document.components.parameters![given.$ref.split('/').at(-1) ?? '']
						: given,
				);
				return (read = { ...own, parameters: all });
			},
		};
	}

	private problemsWith({ ajv, compiled }: Validator, described: Schema, value: unknown): string[] {
		const located = () =>
			JSON.stringify(closed(described)).replaceAll('"#/components/', '"document#/components/');
		const validate = compiled.get(described) ?? ajv.compile(JSON.parse(located()) as Schema);
		compiled.set(described, validate);
		validate(structuredClone(value));
		const errors = validate.errors ?? [];
		// Of a choice, what is wrong with each part of it says more than that none fits.
		const leaves = errors.filter(({ keyword }) => keyword !== 'anyOf');
		return leaves.map(({ instancePath, message, params }) => {
			// The places in lists are left out, so that the same mistake is the same text.
			const place = instancePath.replaceAll(/\/\d+(?=\/|$)/g, '/*');
			return `${place} ${message} ${Object.values(params as Values).join()}`;
		});
	}

	/** The operation that a path means: of several templates that fit, the one with the most literal text. */
	private find(method: string, pathname: string) {
		const [found] = this.operations
			.flatMap((known) => {
				const fits = known.method === method && known.pattern.exec(pathname);
				return fits ? [{ known, values: fits.groups ?? {} }] : [];
			})
			.sort((one, other) => other.known.literal - one.known.literal);
		if (!found) return undefined;
		const inPath = Object.entries(found.values).map(([name, value]) => [
			name,
			decodeURIComponent(value),
		]);
		return { described: found.known.read(), inPath: Object.fromEntries(inPath) as Values };
	}

	judge({ method, path, headers, text, status, answer }: Exchange): Verdict {
		const url = new URL(path, 'http://localhost');
		const found = this.find(method, this.custom.path?.(url.pathname) ?? url.pathname);
		if (!found) return { request: ['is no described operation'], answer: [] };
		const { described, inPath } = found;
		const request = [
			...this.problemsWithParameters(described, inPath, url.search.slice(1)),
			...this.problemsWithBody(described, headers['content-type'] ?? '', text),
		];
		return { request, answer: this.problemsWithAnswer(described, status, answer) };
	}

	private problemsWithParameters(described: Operation, path: Values, search: string): string[] {
		const query: Values = parse(search, { arrayLimit: 1000 });
		const places: Record<string, Values> = { path, query };
		const unknown = Object.keys(query)
			.filter(
				(name) =>
					!described.parameters.some((known) => known.in === 'query' && known.name === name),
			)
			.map((name) => `has a parameter ${name}`);
		const wrong = described.parameters
			.filter((known) => known.in in places && !this.custom.elsewhere?.includes(known.name))
			.flatMap(({ name, required, ...known }) => {
				const value = places[known.in][name];
				if (value === undefined) return required ? [`has no parameter ${name}`] : [];
				return this.problemsWith(this.asText, known.schema, value).map(
					(problem) => `parameter ${name}${problem}`,
				);
			});
		return [...unknown, ...wrong];
	}

	private problemsWithBody({ requestBody }: Operation, mediaType: string, text: string): string[] {
		if (text === '') return requestBody?.required ? ['has no body'] : [];
		const [type] = mediaType.split(';');
		const isForm = type === 'application/x-www-form-urlencoded';
		if (this.custom.anyType && !isForm && type !== 'application/json') return [];
		const given = (isForm ? parse(text, { arrayLimit: 1000 }) : parsed(text)) as Values | undefined;
		if (given === undefined) return ['has a body that is no JSON'];
		const contents = requestBody?.content ?? {};
		const described = contents[type] ?? (this.custom.anyType && Object.values(contents)[0]);
		if (!described) return Object.keys(given).length > 0 ? [`has a body of the type ${type}`] : [];
		const body = this.custom.body?.(given) ?? given;
		return this.problemsWith(isForm ? this.asText : this.asJson, described.schema ?? {}, body).map(
			(problem) => `body${problem}`,
		);
	}

	private problemsWithAnswer(
		{ responses }: Operation,
		status: number | null,
		answer: string | null,
	) {
		if (status === null || answer === null) return [];
		const value = parsed(answer);
		const name = this.custom.answerOf ? this.custom.answerOf(status, value) : String(status);
		if (name === undefined) return [];
		const described = responses[name] ?? responses.default;
		if (!described) return status < 400 ? [`is of the status ${status}`] : [];
		const held = described.content['application/json'] ?? described.content['*/*'];
		if (!held?.schema) return value === undefined ? [] : [`has a body: ${answer.slice(0, 80)}`];
		if (value === undefined) return ['has no body'];
		return this.problemsWith(this.asJson, held.schema, value);
	}
}
