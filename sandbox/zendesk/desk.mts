import type { Journal } from '../requests.mts';
import type { CommentFields, TicketFields, UserFields } from './fields.mts';
import { invalid } from './refusal.mts';
import {
	AGENT_EMAIL,
	GROUPS,
	openingUsers,
	shown,
	type Ticket,
	TICKET_FIELDS,
	type User,
	userOf,
} from './support.mts';

export const timestamp = () => `${new Date().toISOString().slice(0, 19)}Z`;

/** The desk's users and tickets, and what writing one of them means. */
export class SupportDesk {
	users = openingUsers();
	tickets: Ticket[] = [];
	private latestId = 0;
	private latestTicket = 0;
	private readonly journal: Journal;

	constructor(journal: Journal) {
		this.journal = journal;
	}

	reset() {
		this.users = openingUsers();
		this.tickets = [];
		this.latestId = 0;
		this.latestTicket = 0;
	}

	/** The one whom the credential belongs to, the author of what comes over the API. */
	get agent(): User {
		return this.users.find(({ email }) => email === AGENT_EMAIL) as User;
	}

	shown(ticket: Ticket) {
		return shown(ticket, this.agent.id);
	}

	/** The ticket together with the audit of its latest change, as writing it is answered. */
	answer(ticket: Ticket): object {
		const audit = {
			id: 500001 + this.latestId++,
			ticket_id: ticket.id,
			created_at: ticket.updated_at,
			author_id: this.agent.id,
			events: [],
		};
		return { ticket: this.shown(ticket), audit };
	}

	remove(ticket: Ticket) {
		this.tickets = this.tickets.filter((held) => held !== ticket);
		this.journal.changed();
	}

	changeUser(user: User, given: Partial<UserFields>) {
		Object.assign(user, given, { updated_at: timestamp() });
		this.journal.changed();
	}

	private userBy(wanted: { id?: number | null | undefined; email?: string | undefined }) {
		const email = wanted.email?.toLowerCase();
		return this.users.find((user) =>
			email === undefined ? user.id === wanted.id : user.email === email,
		);
	}

	addUser(given: UserFields): User {
		const email = given.email?.toLowerCase() ?? null;
		if (email !== null && this.users.some((user) => user.email === email)) {
			const said = `Email: ${email} is already being used by another user`;
			throw invalid('email', said, 'DuplicateValue');
		}
		const made = userOf(390101 + this.latestId++, { ...given, email, created_at: timestamp() });
		this.users.push(made);
		this.journal.changed();
		return made;
	}

	/** Whom the ticket is from: a known user, one who is made for it, or the agent. */
	private requesterOf({ requester, requester_id }: TicketFields): User {
		if (requester_id !== undefined) {
			const known = this.userBy({ id: requester_id });
			if (!known) throw invalid('requester', 'Requester: is invalid');
			return known;
		}
		if (!requester?.email) return this.agent;
		const known = this.userBy({ email: requester.email });
		if (known) return known;
		if (!requester.name) throw invalid('requester', 'Requester: Name: is too short (minimum is 1)');
		return this.addUser({ name: requester.name, email: requester.email, role: 'end-user' });
	}

	private comment(ticket: Ticket, given: CommentFields) {
		const html = given.html_body ?? given.body ?? '';
		if (html.trim() === '') throw invalid('base', 'Description: cannot be blank', 'BlankValue');
		ticket.comments.push({
			id: 400001 + this.latestId++,
			type: 'Comment',
			author_id: given.author_id ?? this.agent.id,
			body: given.body ?? html.replaceAll(/<[^>]*>/g, ''),
			html_body: html,
			public: given.public,
			created_at: timestamp(),
		});
	}

	private customFields(held: Ticket['custom_fields'], given: Ticket['custom_fields'] = []) {
		const known = TICKET_FIELDS.filter(({ removable }) => removable);
		return known.map((field) => {
			const [value] = [...given, ...held].filter((entry) => entry.id === field.id);
			return { id: field.id, value: value?.value ?? null };
		});
	}

	/** Writes what an update or a new ticket says; what it leaves out stays. */
	write(ticket: Ticket, given: TicketFields) {
		if (ticket.status === 'closed') {
			throw invalid('status', 'Status: closed prevents ticket update');
		}
		const { assignee_id, assignee_email } = given;
		const assignee =
			assignee_id == null && assignee_email === undefined
				? undefined
				: this.userBy({ id: assignee_id, email: assignee_email });
		const isWanted = assignee_id != null || assignee_email !== undefined;
		if (isWanted && (!assignee || assignee.role === 'end-user')) {
			throw invalid('assignee', 'Assignee: is invalid');
		}
		if (given.group_id != null && !GROUPS.some((group) => group.id === given.group_id)) {
			throw invalid('group', 'Group: is invalid');
		}
		if (given.comment) this.comment(ticket, given.comment);
		const { subject, type, priority, external_id, recipient, due_at } = given;
		const named = { subject, type, priority, external_id, recipient, due_at };
		for (const [field, value] of Object.entries(named)) {
			if (value !== undefined) Object.assign(ticket, { [field]: value === '' ? null : value });
		}
		if (assignee) ticket.assignee_id = assignee.id;
		if (assignee_id === null) ticket.assignee_id = null;
		if (given.group_id !== undefined) ticket.group_id = given.group_id;
		if (given.tags) ticket.tags = [...new Set(given.tags.map((tag) => tag.toLowerCase()))].sort();
		ticket.custom_fields = this.customFields(ticket.custom_fields, given.custom_fields);
		// A ticket that somebody works on is no longer new.
		const opened = ticket.status === 'new' && ticket.assignee_id !== null ? 'open' : ticket.status;
		ticket.status = given.status ?? opened;
		ticket.updated_at = timestamp();
		this.journal.changed();
	}

	/** A new ticket, with its first comment, for a known user or one who is made for it. */
	create(given: TicketFields): Ticket {
		const at = timestamp();
		const first = given.comment ?? { body: given.description ?? '', public: true };
		const ticket: Ticket = {
			id: ++this.latestTicket,
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
		this.write(ticket, { ...given, comment: first });
		const requester = this.requesterOf(given);
		ticket.requester_id = requester.id;
		ticket.subject ||= ticket.comments[0]?.body.slice(0, 80) ?? '';
		this.tickets.push(ticket);
		this.journal.changed();
		return ticket;
	}
}
