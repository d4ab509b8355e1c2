import { z } from 'zod';

/** The people and places of the stand-in's Slack workspace. */
export const TEAM = { id: 'T0SANDBOX01', domain: 'sandbox' };
export const BOT = { id: 'U0SANDBOT01', bot_id: 'B0SANDBOT01', name: 'n8n' };

export const profileOf = (real_name: string) => ({
	real_name,
	real_name_normalized: real_name,
	display_name: '',
	display_name_normalized: '',
	avatar_hash: '0123456789ab',
	title: '',
	phone: '',
	skype: '',
	status_text: '',
	status_emoji: '',
	status_expiration: 0,
	fields: {},
});

export const USERS = [
	{ id: 'U0FINLEAD01', name: 'finance.lead', real_name: 'Finance Lead' },
	{ id: 'U0FINSECOND', name: 'second.approver', real_name: 'Second Approver' },
	{ id: 'U0OUTSIDER1', name: 'outsider', real_name: 'Outsider' },
].map((user) => ({
	...user,
	team_id: TEAM.id,
	deleted: false,
	is_bot: false,
	profile: { ...profileOf(user.real_name), email: `${user.name}@example.com` },
}));

export const CHANNELS = [
	['C0FINANCE01', 'finance-approvals'],
	['C0URGENT001', 'finance-urgent'],
	['C0REVIEW001', 'finance-review'],
].map(([id, name]) => ({ id, name, is_channel: true, is_archived: false, is_member: true }));

const button = z.looseObject({
	type: z.string(),
	action_id: z.string().optional(),
	value: z.string().max(2000).optional(),
	url: z.url().max(3000).optional(),
});

/** Slack refuses a whole message for one block that is too long. */
export const blocksSchema = z
	.array(
		z.looseObject({
			type: z.string(),
			text: z.looseObject({ text: z.string().min(1).max(3000) }).optional(),
			elements: z.array(button).optional(),
		}),
	)
	.max(50);

/** Somebody pressed a button of the message. */
export interface Click {
	at: string;
	decision: 'approve' | 'decline';
	user: string;
	/** What the button is: a link that is opened, or an interaction that Slack posts. */
	by: 'link' | 'interaction';
	/** How n8n answered; null when it did not. */
	status: number | null;
	/** The beginning of the answer. */
	body: string;
}

export interface Message {
	ts: string;
	channel: string;
	user: string;
	text: string;
	blocks: z.infer<typeof blocksSchema>;
	attachments: unknown[];
	thread_ts?: string;
	edited?: string;
	clicks: Click[];
}

/** A private note under a message that one user alone sees. */
export interface Ephemeral {
	at: string;
	channel: string;
	user: string;
	text: string;
}

/** The two buttons of an approval, as n8n's Slack node writes them in either of its modes. */
export function decisionButton(message: Message, decision: Click['decision']) {
	const wanted = decision === 'approve';
	return message.blocks
		.filter((block) => block.type === 'actions')
		.flatMap((block) => block.elements ?? [])
		.find((button) =>
			button.url
				? new URL(button.url).searchParams.get('approved') === String(wanted)
				: button.action_id === (wanted ? 'n8n_hitl_approve' : 'n8n_hitl_decline'),
		);
}

/** Whether somebody can still decide: buttons that n8n has not taken away and nobody has used. */
export function isUndecided(message: Message): boolean {
	const accepted = message.clicks.some(
		({ by, status }) => by === 'link' && status !== null && status < 300,
	);
	return decisionButton(message, 'approve') !== undefined && !accepted;
}
