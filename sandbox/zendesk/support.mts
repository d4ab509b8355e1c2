/** The people, groups and fields of the stand-in's Zendesk Support, and what a ticket is made of. */
export const SUBDOMAIN = 'sandbox';
export const API = `https://${SUBDOMAIN}.zendesk.com/api/v2`;

export interface User {
	id: number;
	name: string;
	email: string | null;
	phone: string | null;
	role: 'end-user' | 'agent' | 'admin';
	external_id: string | null;
	created_at: string;
	[field: string]: unknown;
}

export interface Comment {
	id: number;
	type: 'Comment';
	author_id: number;
	body: string;
	html_body: string;
	/** Whether the requester sees it and is told of it by email; an internal note is not public. */
	public: boolean;
	created_at: string;
}

export interface Ticket {
	id: number;
	external_id: string | null;
	subject: string;
	type: string | null;
	priority: string | null;
	status: string;
	recipient: string | null;
	requester_id: number;
	assignee_id: number | null;
	group_id: number | null;
	tags: string[];
	custom_fields: Array<{ id: number; value?: unknown }>;
	due_at: string | null;
	created_at: string;
	updated_at: string;
	comments: Comment[];
}

const LONG_AGO = '2025-01-15T09:00:00Z';

export const GROUPS = ['Support', 'Billing'].map((name, index) => ({
	id: 360001 + index,
	url: `${API}/groups/${360001 + index}.json`,
	name,
	description: '',
	default: index === 0,
	deleted: false,
	is_public: true,
	created_at: LONG_AGO,
	updated_at: LONG_AGO,
}));

const FIELDS: Array<[title: string, type: string, removable: boolean]> = [
	['Subject', 'subject', false],
	['Description', 'description', false],
	['Status', 'status', false],
	['Priority', 'priority', false],
	['DialNexa call ID', 'text', true],
	['Record', 'text', true],
	['Amount', 'decimal', true],
];

export const TICKET_FIELDS = FIELDS.map(([title, type, removable], index) => ({
	id: 370001 + index,
	url: `${API}/ticket_fields/${370001 + index}.json`,
	type,
	title,
	raw_title: title,
	description: title,
	raw_description: title,
	position: index,
	active: true,
	required: false,
	collapsed_for_agents: false,
	regexp_for_validation: null,
	title_in_portal: title,
	visible_in_portal: !removable,
	editable_in_portal: !removable,
	required_in_portal: false,
	tag: null,
	removable,
	agent_description: null,
	created_at: LONG_AGO,
	updated_at: LONG_AGO,
}));

/** The agent that the credential belongs to. */
export const AGENT_EMAIL = 'n8n@example.com';

const PEOPLE: Array<Pick<User, 'name' | 'role'> & Partial<User>> = [
	{ name: 'n8n', email: AGENT_EMAIL, role: 'admin' },
	{ name: 'Billing Agent', email: 'billing.agent@example.com', role: 'agent' },
	{ name: 'Maria Lopez', phone: '+14155550142', role: 'end-user', external_id: 'ACC-2041' },
	{ name: 'Daniel Osei', phone: '+14155550177', role: 'end-user', external_id: 'ACC-1187' },
	{ name: 'Tomas Berg', phone: '+14155550188', role: 'end-user', external_id: 'ACC-1530' },
	{ name: 'Jonas Weber', phone: '+14155550121', role: 'end-user', external_id: 'ACC-1725' },
	{ name: 'Amara Okafor', phone: '+14155550150', role: 'end-user', external_id: 'ACC-3001' },
];

/** A user with the fields that are the same for all of them. */
export function userOf(id: number, given: Pick<User, 'name' | 'role'> & Partial<User>): User {
	return {
		id,
		url: `${API}/users/${id}.json`,
		email: null,
		phone: null,
		external_id: null,
		active: true,
		verified: given.role !== 'end-user',
		suspended: false,
		shared: false,
		moderator: given.role !== 'end-user',
		restricted_agent: false,
		time_zone: 'Etc/UTC',
		locale: 'en-US',
		tags: [],
		details: '',
		notes: '',
		organization_id: null,
		user_fields: {},
		created_at: LONG_AGO,
		updated_at: LONG_AGO,
		...given,
	};
}

export const openingUsers = () =>
	PEOPLE.map((person, index) =>
		userOf(380001 + index, {
			email: `${person.name.toLowerCase().replace(' ', '.')}@example.com`,
			...person,
		}),
	);

/** A ticket as the API shows it: its comments are asked for apart. */
export function shown({ comments, ...ticket }: Ticket, submitter: number) {
	const [first] = comments;
	return {
		url: `${API}/tickets/${ticket.id}.json`,
		...ticket,
		raw_subject: ticket.subject,
		description: first?.body ?? '',
		submitter_id: submitter,
		organization_id: null,
		via: { channel: 'api', source: { from: {}, to: {}, rel: null } },
		collaborator_ids: [],
		follower_ids: [],
		email_cc_ids: [],
		followup_ids: [],
		sharing_agreement_ids: [],
		forum_topic_id: null,
		problem_id: null,
		has_incidents: false,
		is_public: comments.some((comment) => comment.public),
		satisfaction_rating: null,
		fields: ticket.custom_fields,
		ticket_form_id: 390001,
		brand_id: 390002,
		allow_channelback: false,
		allow_attachments: true,
		from_messaging_channel: false,
	};
}
