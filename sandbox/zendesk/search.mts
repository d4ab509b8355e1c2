import { GROUPS, type Ticket, type User } from './support.mts';

/** The order in which `status<solved` compares. */
const STATUSES = ['new', 'open', 'pending', 'hold', 'solved', 'closed'];
const WORD = /(-?)(?:([a-z_0-9]+)(:|<|>|<=|>=))?(?:"([^"]*)"|(\S+))/g;

interface Term {
	negated: boolean;
	field: string;
	operator: string;
	value: string;
}

/** The terms of a query in Zendesk's search syntax, such as `type:ticket status<solved "late fee"`. */
export function termsOf(query: string): Term[] {
	return [...query.matchAll(WORD)].map(
		([, minus, field = '', operator = ':', quoted, bare = '']) => ({
			negated: minus === '-',
			field,
			operator,
			value: (quoted ?? bare).toLowerCase(),
		}),
	);
}

/** Terms of one property mean any of them, as Zendesk reads them; different properties all have to fit. */
export function meets(terms: Term[], fits: (term: Term) => boolean): boolean {
	const positive = Map.groupBy(
		terms.filter(({ negated }) => !negated),
		({ field, operator }) => field + operator,
	);
	return (
		terms.every((term) => !term.negated || !fits(term)) &&
		[...positive.entries()].every(([key, group]) =>
			key === ':' ? group.every(fits) : group.some(fits),
		)
	);
}

export function ticketFits(ticket: Ticket, users: User[], term: Term): boolean {
	const { field, operator, value } = term;
	const is = (held: unknown) => String(held ?? 'none').toLowerCase() === value;
	const person = (id: number | null) => {
		const user = users.find((known) => known.id === id);
		if (value === 'none') return id === null;
		return user !== undefined && (is(user.id) || is(user.email) || is(user.name));
	};
	const custom = /^custom_field_(\d+)$/.exec(field)?.[1];
	if (custom) {
		return ticket.custom_fields.some(
			(held) => held.id === Number(custom) && held.value !== null && is(held.value),
		);
	}
	switch (field) {
		case 'type':
			return value === 'ticket' || is(ticket.type);
		case 'status': {
			const difference = STATUSES.indexOf(ticket.status) - STATUSES.indexOf(value);
			if (operator === '<') return difference < 0;
			if (operator === '>') return difference > 0;
			return difference === 0 || (operator.endsWith('=') && operator !== ':');
		}
		case 'priority':
		case 'external_id':
		case 'ticket_type':
			return is(ticket[field === 'ticket_type' ? 'type' : field]);
		case 'tags':
			return ticket.tags.includes(value) || (value === 'none' && ticket.tags.length === 0);
		case 'group':
			return GROUPS.some(({ id, name }) => id === ticket.group_id && (is(id) || is(name)));
		case 'requester':
			return person(ticket.requester_id);
		case 'assignee':
			return person(ticket.assignee_id);
		case 'fieldvalue':
			return ticket.custom_fields.some((held) => held.value !== null && is(held.value));
		case 'subject':
			return ticket.subject.toLowerCase().includes(value);
		case '':
			return [String(ticket.id), ticket.subject, ...ticket.comments.map(({ body }) => body)].some(
				(text) => text.toLowerCase().includes(value),
			);
		default:
			return false;
	}
}

export function userFits(user: User, { field, value }: Term): boolean {
	const held = [user.name, user.email, user.phone, user.external_id].map((text) =>
		String(text ?? '').toLowerCase(),
	);
	if (field === '') return held.some((text) => text.includes(value));
	if (field === 'type') return value === 'user';
	return String(user[field] ?? '').toLowerCase() === value;
}
