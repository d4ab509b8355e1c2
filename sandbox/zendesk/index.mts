import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http';
import type {
	FastifyInstance,
	FastifyRequest,
	RawServerDefault,
	RouteHandlerMethod,
} from 'fastify';
import { z } from 'zod';
import type { Journal } from '../requests.mts';
import type { StandIn } from '../stand-in.mts';
import { meets, termsOf, ticketFits, userFits } from './search.mts';
import {
	AGENT_EMAIL,
	API,
	GROUPS,
	openingUsers,
	shown,
	SUBDOMAIN,
	type Ticket,
	TICKET_FIELDS,
	type User,
	userOf,
} from './support.mts';

const API_TOKEN = 'sandbox-zendesk-token';
const BASIC = `Basic ${Buffer.from(`${AGENT_EMAIL}/token:${API_TOKEN}`).toString('base64')}`;
const IDEMPOTENCY_LIFETIME = 2 * 60 * 60 * 1000;

/** What Zendesk answers when it refuses; thrown by a route. */
class ZendeskRefusal extends Error {
	status: number;
	body: object;

	constructor(status: number, body: object) {
		super(JSON.stringify(body));
		this.status = status;
		this.body = body;
	}
}

/** A record that does not validate: what is wrong with it, by field. */
function invalid(field: string, description: string, error = 'InvalidValue') {
	return new ZendeskRefusal(422, {
		error: 'RecordInvalid',
		description: 'Record validation errors',
		details: { [field]: [{ description, error }] },
	});
}

const notFound = () =>
	new ZendeskRefusal(404, { error: 'RecordNotFound', description: 'Not found' });

const title = (field: string) =>
	field.charAt(0).toUpperCase() + field.slice(1).replaceAll('_', ' ');

function checked<Shape extends z.ZodType>(shape: Shape, value: unknown): z.output<Shape> {
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

const id = z.coerce.number().int();
const text = z.string().nullish();
const commentFields = z.object({
	body: z.string().optional(),
	html_body: z.string().optional(),
	public: z.boolean().default(true),
	author_id: id.optional(),
});
const ticketFields = z.object({
	comment: commentFields.optional(),
	description: z.string().optional(),
	subject: z.string().optional(),
	type: z.enum(['problem', 'incident', 'question', 'task']).nullish(),
	priority: z.enum(['urgent', 'high', 'normal', 'low']).nullish(),
	status: z.enum(['new', 'open', 'pending', 'hold', 'solved', 'closed']).optional(),
	requester_id: id.optional(),
	requester: z.object({ name: z.string().optional(), email: z.email().optional() }).optional(),
	assignee_id: id.nullish(),
	assignee_email: z.email().optional(),
	group_id: id.nullish(),
	external_id: text,
	recipient: text,
	due_at: text,
	tags: z.array(z.string()).optional(),
	custom_fields: z.array(z.object({ id, value: z.unknown() })).optional(),
});
const userFields = z.looseObject({
	name: z.string().min(1),
	email: z.email().optional(),
	phone: z.string().optional(),
	role: z.enum(['end-user', 'agent', 'admin']).default('end-user'),
	external_id: z.string().optional(),
});

/**
 * Zendesk Support's API v2 as far as n8n's Zendesk node 1 uses it for tickets and users, after Zendesk's
 * API description (developer.zendesk.com/zendesk/oas.yaml) and its reference of errors, pagination by
 * offset and idempotency. A found ticket is up to date at once; Zendesk's own search lags by minutes.
 */
export function createZendesk(journal: Journal): StandIn {
	let users = openingUsers();
	let tickets: Ticket[] = [];
	let latestId = 0;
	/** Answers to `POST /tickets` by their idempotency key. */
	let answered = new Map<string, { at: number; text: string; answer: object }>();

	const agent = () => users.find(({ email }) => email === AGENT_EMAIL) as User;
	const timestamp = () => `${new Date().toISOString().slice(0, 19)}Z`;
	const numberOf = (request: FastifyRequest<ById>) =>
		Number(/^(\d+)(?:\.json)?$/.exec(request.params.id)?.[1] ?? Number.NaN);

	function find<Held extends { id: number }>(held: Held[], request: FastifyRequest<ById>): Held {
		const found = held.find((entry) => entry.id === numberOf(request));
		if (!found) throw notFound();
		return found;
	}

	function userBy(wanted: { id?: number | null | undefined; email?: string | undefined }) {
		const email = wanted.email?.toLowerCase();
		return users.find((user) =>
			email === undefined ? user.id === wanted.id : user.email === email,
		);
	}

	function addUser(given: z.infer<typeof userFields>): User {
		const email = given.email?.toLowerCase() ?? null;
		if (email !== null && users.some((user) => user.email === email)) {
			const said = `Email: ${email} is already being used by another user`;
			throw invalid('email', said, 'DuplicateValue');
		}
		const made = userOf(390101 + latestId++, { ...given, email, created_at: timestamp() });
		users.push(made);
		journal.changed();
		return made;
	}

	/** Whom the ticket is from: a known user, one who is made for it, or the agent. */
	function requesterOf({ requester, requester_id }: z.infer<typeof ticketFields>): User {
		if (requester_id !== undefined) {
			const known = userBy({ id: requester_id });
			if (!known) throw invalid('requester', 'Requester: is invalid');
			return known;
		}
		if (!requester?.email) return agent();
		const known = userBy({ email: requester.email });
		if (known) return known;
		if (!requester.name) throw invalid('requester', 'Requester: Name: is too short (minimum is 1)');
		return addUser({ name: requester.name, email: requester.email, role: 'end-user' });
	}

	function comment(ticket: Ticket, given: z.infer<typeof commentFields>) {
		const html = given.html_body ?? given.body ?? '';
		if (html.trim() === '') throw invalid('base', 'Description: cannot be blank', 'BlankValue');
		ticket.comments.push({
			id: 400001 + latestId++,
			type: 'Comment',
			author_id: given.author_id ?? agent().id,
			body: given.body ?? html.replaceAll(/<[^>]*>/g, ''),
			html_body: html,
			public: given.public,
			created_at: timestamp(),
		});
	}

	function customFields(held: Ticket['custom_fields'], given: Ticket['custom_fields'] = []) {
		const known = TICKET_FIELDS.filter(({ removable }) => removable);
		return known.map((field) => {
			const [value] = [...given, ...held].filter((entry) => entry.id === field.id);
			return { id: field.id, value: value?.value ?? null };
		});
	}

	/** Writes what an update or a new ticket says; what it leaves out stays. */
	function write(ticket: Ticket, given: z.infer<typeof ticketFields>) {
		if (ticket.status === 'closed') {
			throw invalid('status', 'Status: closed prevents ticket update');
		}
		const { assignee_id, assignee_email } = given;
		const assignee =
			assignee_id == null && assignee_email === undefined
				? undefined
				: userBy({ id: assignee_id, email: assignee_email });
		const isWanted = assignee_id != null || assignee_email !== undefined;
		if (isWanted && (!assignee || assignee.role === 'end-user')) {
			throw invalid('assignee', 'Assignee: is invalid');
		}
		if (given.group_id != null && !GROUPS.some((group) => group.id === given.group_id)) {
			throw invalid('group', 'Group: is invalid');
		}
		if (given.comment) comment(ticket, given.comment);
		const { subject, type, priority, external_id, recipient, due_at } = given;
		const named = { subject, type, priority, external_id, recipient, due_at };
		for (const [field, value] of Object.entries(named)) {
			if (value !== undefined) Object.assign(ticket, { [field]: value === '' ? null : value });
		}
		if (assignee) ticket.assignee_id = assignee.id;
		if (assignee_id === null) ticket.assignee_id = null;
		if (given.group_id !== undefined) ticket.group_id = given.group_id;
		if (given.tags) ticket.tags = [...new Set(given.tags.map((tag) => tag.toLowerCase()))].sort();
		ticket.custom_fields = customFields(ticket.custom_fields, given.custom_fields as never);
		// A ticket that somebody works on is no longer new.
		const opened = ticket.status === 'new' && ticket.assignee_id !== null ? 'open' : ticket.status;
		ticket.status = given.status ?? opened;
		ticket.updated_at = timestamp();
		journal.changed();
	}

	function create(given: z.infer<typeof ticketFields>): object {
		const at = timestamp();
		const first = given.comment ?? { body: given.description ?? '', public: true };
		const ticket: Ticket = {
			id: tickets.length + 1,
			external_id: null,
			subject: '',
			type: null,
			priority: null,
			status: 'new',
			recipient: null,
			requester_id: 0,
			assignee_id: null,
			group_id: GROUPS[0]?.id ?? null,
			tags: [],
			custom_fields: [],
			due_at: null,
			created_at: at,
			updated_at: at,
			comments: [],
		};
		write(ticket, { ...given, comment: first });
		const requester = requesterOf(given);
		ticket.requester_id = requester.id;
		ticket.subject ||= ticket.comments[0]?.body.slice(0, 80) ?? '';
		tickets.push(ticket);
		journal.changed();
		return { ticket: shown(ticket, agent().id), audit: audit(ticket) };
	}

	const audit = (ticket: Ticket) => ({
		id: 500001 + latestId++,
		ticket_id: ticket.id,
		created_at: ticket.updated_at,
		author_id: agent().id,
		events: [],
	});

	type ById = { Params: { id: string } };
	type Asked = { Querystring: Record<string, string | undefined> };

	/** One page of the list, as pagination by offset cuts it: 100 at most, with the next page's address. */
	function paged(name: string, all: object[], request: FastifyRequest<Asked>) {
		const asked = z.object({
			page: z.coerce.number().int().min(1).default(1),
			per_page: z.coerce.number().int().min(1).max(100).catch(100),
		});
		const { page, per_page } = checked(asked, request.query);
		const path = new URL(request.url.replace('/zendesk', ''), API);
		const at = (number: number) => {
			path.searchParams.set('page', String(number));
			return path.href;
		};
		return {
			[name]: all.slice((page - 1) * per_page, page * per_page),
			next_page: page * per_page < all.length ? at(page + 1) : null,
			previous_page: page > 1 ? at(page - 1) : null,
			count: all.length,
		};
	}

	function ticketRoutes(app: FastifyInstance) {
		both(app, 'POST', '/tickets', 'tickets.create', async (request, reply) => {
			const key = request.headers['idempotency-key'];
			const known = typeof key === 'string' ? answered.get(key) : undefined;
			if (known && Date.now() - known.at < IDEMPOTENCY_LIFETIME) {
				if (known.text !== request.text) {
					throw new ZendeskRefusal(400, {
						error: 'IdempotentRequestError',
						description: "Request parameters don't match the given idempotency key",
					});
				}
				return await reply.code(201).header('x-idempotency-lookup', 'hit').send(known.answer);
			}
			const { ticket } = checked(z.object({ ticket: ticketFields }), request.body);
			const answer = create(ticket);
			if (typeof key === 'string') {
				answered.set(key, { at: Date.now(), text: request.text, answer });
				reply.header('x-idempotency-lookup', 'miss');
			}
			return await reply.code(201).send(answer);
		});
		both<Asked>(app, 'GET', '/tickets', 'tickets.list', async (request) => {
			const { external_id } = request.query;
			const held = tickets.filter(
				(ticket) => external_id === undefined || ticket.external_id === external_id,
			);
			const list = held.map((ticket) => shown(ticket, agent().id));
			return paged('tickets', list, request);
		});
		app.get<ById>(
			'/api/v2/tickets/:id',
			{ config: { operation: 'tickets.get' } },
			async (request) => ({ ticket: shown(find(tickets, request), agent().id) }),
		);
		app.put<ById>(
			'/api/v2/tickets/:id',
			{ config: { operation: 'tickets.update' } },
			async (request) => {
				const ticket = find(tickets, request);
				const given = checked(z.object({ ticket: ticketFields }), request.body);
				write(ticket, given.ticket);
				return { ticket: shown(ticket, agent().id), audit: audit(ticket) };
			},
		);
		app.delete<ById>(
			'/api/v2/tickets/:id',
			{ config: { operation: 'tickets.delete' } },
			async (request, reply) => {
				const ticket = find(tickets, request);
				tickets = tickets.filter((held) => held !== ticket);
				journal.changed();
				return await reply.code(204).send();
			},
		);
		both<ById & Asked>(app, 'GET', '/tickets/:id/comments', 'tickets.comments', async (request) =>
			paged('comments', find(tickets, request).comments, request as FastifyRequest<Asked>),
		);
		both<Asked>(app, 'GET', '/search', 'search', async (request) => {
			const query = request.query['query']?.trim();
			if (!query) {
				throw new ZendeskRefusal(422, { error: 'invalid', description: 'Invalid search: query' });
			}
			const terms = termsOf(query);
			const wanted = terms.find(({ field }) => field === 'type')?.value;
			const found = [
				...(wanted === 'user' ? [] : tickets)
					.filter((ticket) => meets(terms, (term) => ticketFits(ticket, users, term)))
					.map((ticket) => ({ ...shown(ticket, agent().id), result_type: 'ticket' })),
				...(wanted === 'user' || wanted === undefined ? users : [])
					.filter((user) => meets(terms, (term) => userFits(user, term)))
					.map((user) => ({ ...user, result_type: 'user' })),
			];
			const { sort_by = 'created_at', sort_order = 'desc' } = request.query;
			const field = sort_by === 'relevance' ? 'created_at' : sort_by;
			const value = (entry: object) => String((entry as Record<string, unknown>)[field] ?? '');
			found.sort((a, b) => value(a).localeCompare(value(b)) * (sort_order === 'asc' ? 1 : -1));
			return { ...paged('results', found, request), facets: null };
		});
	}

	function userRoutes(app: FastifyInstance) {
		both<Asked>(app, 'GET', '/users', 'users.list', async (request) => {
			const { role } = request.query;
			return paged(
				'users',
				users.filter((user) => role === undefined || user.role === role),
				request,
			);
		});
		both<Asked>(app, 'GET', '/users/search', 'users.search', async (request) => {
			const { query, external_id } = request.query;
			const terms = termsOf(query ?? '');
			const found = users.filter((user) =>
				external_id === undefined
					? query !== undefined && meets(terms, (term) => userFits(user, term))
					: user.external_id === external_id,
			);
			return paged('users', found, request);
		});
		both(app, 'GET', '/users/me', 'users.me', async () => ({ user: agent() }));
		both(app, 'POST', '/users', 'users.create', async (request, reply) => {
			const { user } = checked(z.object({ user: userFields }), request.body);
			return await reply.code(201).send({ user: addUser(user) });
		});
		app.get<ById>('/api/v2/users/:id', { config: { operation: 'users.get' } }, async (request) => ({
			user: find(users, request),
		}));
		app.put<ById>(
			'/api/v2/users/:id',
			{ config: { operation: 'users.update' } },
			async (request) => {
				const user = find(users, request);
				const given = checked(z.object({ user: userFields.partial() }), request.body);
				Object.assign(user, given.user, { updated_at: timestamp() });
				journal.changed();
				return { user };
			},
		);
	}

	/** What the editor offers to choose from. */
	function choiceRoutes(app: FastifyInstance) {
		both<Asked>(app, 'GET', '/ticket_fields', 'ticket_fields.list', async (request) =>
			paged('ticket_fields', TICKET_FIELDS, request),
		);
		app.get<ById>(
			'/api/v2/ticket_fields/:id',
			{ config: { operation: 'ticket_fields.get' } },
			async (request) => ({ ticket_field: find(TICKET_FIELDS, request) }),
		);
		both<Asked>(app, 'GET', '/groups', 'groups.list', async (request) =>
			paged('groups', GROUPS, request),
		);
		both<Asked>(app, 'GET', '/tags', 'tags.list', async (request) => {
			const counts = Map.groupBy(
				tickets.flatMap(({ tags }) => tags),
				(tag) => tag,
			);
			const tags = [...counts].map(([name, held]) => ({ name, count: held.length }));
			return paged('tags', tags, request);
		});
		const locales = [{ id: 1, locale: 'en-US', name: 'English' }];
		for (const [name, list] of Object.entries({
			locales,
			user_fields: [],
			organizations: [],
			organization_fields: [],
		})) {
			both<Asked>(app, 'GET', `/${name}`, `${name}.list`, async (request) =>
				paged(name, list, request),
			);
		}
	}

	function routes(app: FastifyInstance) {
		app.addHook('preHandler', async (request) => {
			if (request.headers.authorization !== BASIC) {
				throw new ZendeskRefusal(401, { error: "Couldn't authenticate you" });
			}
		});
		app.setErrorHandler(async (error, _request, reply) => {
			const refusal = error instanceof ZendeskRefusal ? error : undefined;
			return await reply
				.code(refusal?.status ?? 500)
				.send(refusal?.body ?? { error: { title: 'Error', message: String(error) } });
		});
		app.setNotFoundHandler(async (_request, reply) =>
			reply.code(404).send({ error: 'InvalidEndpoint', description: 'Not found' }),
		);
		ticketRoutes(app);
		userRoutes(app);
		choiceRoutes(app);
	}

	function failure(status: number) {
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

	return {
		service: 'zendesk',
		hosts: { [`${SUBDOMAIN}.zendesk.com`]: '/zendesk' },
		routes,
		failure,
		holds: () => ({ tickets, users, groups: GROUPS, ticketFields: TICKET_FIELDS }),
		reset: () => {
			users = openingUsers();
			tickets = [];
			latestId = 0;
			answered = new Map();
		},
		credentials: () => [
			{
				type: 'zendeskApi',
				name: 'Zendesk (sandbox)',
				data: { subdomain: SUBDOMAIN, email: AGENT_EMAIL, apiToken: API_TOKEN },
			},
		],
	};
}

/** Mounts a route with and without `.json` at its end: Zendesk takes either. */
function both<Asked extends object>(
	app: FastifyInstance,
	method: 'GET' | 'POST',
	path: string,
	operation: string,
	handler: RouteHandlerMethod<RawServerDefault, IncomingMessage, ServerResponse, Asked>,
) {
	for (const url of [`/api/v2${path}`, `/api/v2${path}.json`]) {
		app.route<Asked>({ method, url, config: { operation }, handler });
	}
}
