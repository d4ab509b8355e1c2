import { createHmac } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Journal } from '../requests.mts';
import type { Settings } from '../settings.mts';
import type { StandIn } from '../stand-in.mts';
import {
	BOT,
	CHANNELS,
	type Click,
	decisionButton,
	type Ephemeral,
	isUndecided,
	type Message,
	profileOf,
	blocksSchema,
	TEAM,
	USERS,
} from './workspace.mts';

const ACCESS_TOKEN = 'xoxb-sandbox';
const SIGNING_SECRET = 'sandbox-slack-signing-secret';
/** n8n takes Slack's interactions here; a Slack app has this address in its settings. */
const INTERACTIVITY_PATH = '/webhook-waiting-slack';
const BROWSER =
	'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0';

const blocks = blocksSchema.default([]);
const attachments = z.array(z.looseObject({})).default([]);
const truth = z.union([z.boolean(), z.enum(['true', 'false', '1', '0'])]).optional();
/** What all three ways to write take. */
const written = z.strictObject({
	channel: z.string().min(1),
	text: z.string().default(''),
	blocks,
	attachments,
	as_user: truth,
	link_names: truth,
	parse: z.string().optional(),
});
const shownAs = {
	thread_ts: z.string().optional(),
	icon_emoji: z.string().optional(),
	icon_url: z.string().optional(),
	username: z.string().optional(),
	// n8n's node sends these options of its own along; Slack passes over them.
	includeLinkToWorkflow: z.boolean().optional(),
	sendAsUser: z.string().optional(),
};
const posted = written.extend({
	...shownAs,
	mrkdwn: truth,
	reply_broadcast: truth,
	unfurl_links: truth,
	unfurl_media: truth,
});
const updated = written.extend({ ts: z.string() });
const opened = z.strictObject({
	users: z.string(),
	return_im: truth,
	channel: z.string().optional(),
});
const linked = z.object({ channel: z.string(), message_ts: z.string() });
const whispered = written.extend({ ...shownAs, user: z.string() });

/** How a method is called. n8n's node asks for one channel by POST, which Slack takes as well. */
function methodsOf(operation: string): string[] {
	if (operation === 'conversations.info') return ['GET', 'POST'];
	return operation === 'conversations.open' || /^chat\.(post|update)/.test(operation)
		? ['POST']
		: ['GET'];
}

/** A decision that cannot be made, with a sentence for whoever asked. */
export class CannotDecide extends Error {}

export type Slack = StandIn & {
	decide(decision: Click['decision'], ts?: string, user?: string): Promise<Click>;
};

/** Slack's Web API as far as n8n's Slack node uses it for messages, approvals and look-ups. */
export function createSlack(journal: Journal, settings: Settings): Slack {
	let messages: Message[] = [];
	let ephemerals: Ephemeral[] = [];
	let latest = 0;

	/** Seconds with six digits, never twice the same. */
	function timestamp(): string {
		latest = Math.max(latest + 1, Date.now() * 1000);
		return `${Math.floor(latest / 1e6)}.${String(latest % 1e6).padStart(6, '0')}`;
	}

	/** A channel by ID or name, a user as the direct conversation with them. */
	function conversation(target: string): string | undefined {
		const name = target.replace(/^[#@]/, '');
		const channel = CHANNELS.find((known) => known.id === target || known.name === name);
		const user = USERS.find((known) => known.id === target || known.name === name);
		return channel?.id ?? (user && user.id.replace('U', 'D'));
	}

	const ok = (answer: object) => ({ ok: true, ...answer });
	const not = (error: string) => ({ ok: false, error });

	function post(given: z.infer<typeof posted>) {
		const channel = conversation(given.channel) ?? (given.channel.startsWith('D') && given.channel);
		if (!channel) return not('channel_not_found');
		if (!given.text && given.blocks.length === 0 && given.attachments.length === 0) {
			return not('no_text');
		}
		const message: Message = {
			ts: timestamp(),
			channel,
			user: BOT.id,
			text: given.text,
			blocks: given.blocks,
			attachments: given.attachments,
			...(given.thread_ts && { thread_ts: given.thread_ts }),
			clicks: [],
		};
		messages.push(message);
		journal.changed();
		return ok({ channel, ts: message.ts, message: shown(message) });
	}

	function shown({ clicks: _clicks, channel: _channel, attachments, ...message }: Message) {
		return {
			type: 'message',
			bot_id: BOT.bot_id,
			team: TEAM.id,
			...message,
			...(attachments.length > 0 && { attachments }),
		};
	}

	function rewrite(ts: string | undefined, given: Pick<Message, 'text' | 'blocks'>) {
		const message = messages.find((known) => known.ts === ts);
		if (!message) return not('message_not_found');
		message.text = given.text;
		message.blocks = given.blocks;
		message.edited = new Date().toISOString();
		journal.changed();
		const { channel, text } = message;
		return ok({ channel, ts: message.ts, text, message: shown(message) });
	}

	const page = { response_metadata: { next_cursor: '' } };
	const user = (given: Record<string, unknown>) => USERS.find(({ id }) => id === given['user']);
	/** Why Slack does not take the arguments. */
	const refusal = ({ issues }: z.ZodError) =>
		not(issues.some(({ path }) => path[0] === 'blocks') ? 'invalid_blocks' : 'invalid_arguments');
	/** Each method takes its arguments as JSON or in the query; what only reads is asked by GET. */
	const methods: Record<string, (given: Record<string, unknown>) => object> = {
		'auth.test': () =>
			ok({
				url: `https://${TEAM.domain}.slack.com/`,
				team: TEAM.domain,
				team_id: TEAM.id,
				user: BOT.name,
				user_id: BOT.id,
				bot_id: BOT.bot_id,
			}),
		'users.profile.get': () => ok({ profile: profileOf(BOT.name) }),
		'users.list': () => ok({ cache_ts: Math.floor(Date.now() / 1000), members: USERS, ...page }),
		'users.info': (given) => {
			const found = user(given);
			return found ? ok({ user: found }) : not('user_not_found');
		},
		'users.lookupByEmail': (given) => {
			const found = USERS.find(({ profile }) => profile.email === given['email']);
			return found ? ok({ user: found }) : not('users_not_found');
		},
		'conversations.list': () => ok({ channels: CHANNELS, ...page }),
		'conversations.info': (given) => {
			const channel = CHANNELS.find(({ id }) => id === given['channel']);
			return channel ? ok({ channel }) : not('channel_not_found');
		},
		'conversations.open': (given) => {
			const read = opened.safeParse(given);
			if (!read.success) return refusal(read.error);
			const found = USERS.find(({ id }) => id === read.data.users);
			return found ? ok({ channel: { id: found.id.replace('U', 'D') } }) : not('user_not_found');
		},
		'chat.postMessage': (given) => {
			const read = posted.safeParse(given);
			return read.success ? post(read.data) : refusal(read.error);
		},
		'chat.update': (given) => {
			const read = updated.safeParse(given);
			return read.success ? rewrite(read.data.ts, read.data) : refusal(read.error);
		},
		'chat.postEphemeral': (given) => {
			const read = whispered.safeParse(given);
			if (!read.success) return refusal(read.error);
			const { channel, user: to, text } = read.data;
			ephemerals.push({ at: new Date().toISOString(), channel, user: to, text });
			journal.changed();
			return ok({ message_ts: timestamp() });
		},
		'chat.getPermalink': (given) => {
			const read = linked.safeParse(given);
			if (!read.success) return refusal(read.error);
			const { channel, message_ts } = read.data;
			const page = `${channel}/p${message_ts.replace('.', '')}`;
			return ok({ channel, permalink: `https://${TEAM.domain}.slack.com/archives/${page}` });
		},
	};

	function routes(app: FastifyInstance) {
		for (const [operation, method] of Object.entries(methods)) {
			app.route({
				method: methodsOf(operation),
				url: `/api/${operation}`,
				config: { operation },
				handler: async (request: FastifyRequest) => {
					const { authorization } = request.headers;
					if (!authorization) return not('not_authed');
					if (authorization !== `Bearer ${ACCESS_TOKEN}`) return not('invalid_auth');
					return method({ ...(request.query as object), ...(request.body as object | undefined) });
				},
			});
		}
		app.post(
			'/actions/:ts',
			{ config: { operation: 'response_url' } },
			async (request: FastifyRequest<{ Params: { ts: string } }>, reply: FastifyReply) => {
				const read = z.object({ text: z.string().default(''), blocks }).safeParse(request.body);
				if (!read.success) return await reply.code(400).send('invalid_payload');
				rewrite(request.params.ts, read.data);
				return 'ok';
			},
		);
		app.setNotFoundHandler(async () => not('unknown_method'));
	}

	/** Posts the click as Slack does: signed, as a form whose one field is JSON. */
	async function interact(message: Message, button: object, userId: string): Promise<Response> {
		if (!settings.n8nUrl) {
			throw new CannotDecide(
				'The sandbox does not know where n8n is, to which Slack would send the click. Start it with --n8n-url, or PUT /_sandbox/settings {"n8nUrl": "http://…"}.',
			);
		}
		const clicker = USERS.find(({ id }) => id === userId);
		const channel = CHANNELS.find(({ id }) => id === message.channel);
		const payload = JSON.stringify({
			type: 'block_actions',
			user: { id: userId, username: clicker?.name, name: clicker?.name, team_id: TEAM.id },
			api_app_id: 'A0SANDBOX01',
			container: {
				type: 'message',
				message_ts: message.ts,
				channel_id: message.channel,
				is_ephemeral: false,
			},
			trigger_id: `${message.ts}.sandbox`,
			team: TEAM,
			channel: { id: message.channel, name: channel?.name ?? 'directmessage' },
			message: shown(message),
			response_url: `https://hooks.slack.com/actions/${message.ts}`,
			actions: [{ ...button, type: 'button', block_id: 'actions', action_ts: timestamp() }],
		});
		const body = new URLSearchParams({ payload }).toString();
		const now = Math.floor(Date.now() / 1000);
		const signature = createHmac('sha256', SIGNING_SECRET)
			.update(`v0:${now}:${body}`)
			.digest('hex');
		return await fetch(`${settings.n8nUrl}${INTERACTIVITY_PATH}`, {
			method: 'POST',
			headers: {
				'content-type': 'application/x-www-form-urlencoded',
				'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
				'x-slack-request-timestamp': String(now),
				'x-slack-signature': `v0=${signature}`,
			},
			body,
			signal: AbortSignal.timeout(30_000),
		});
	}

	async function decide(
		decision: Click['decision'],
		ts?: string,
		userId = USERS[0]?.id ?? '',
	): Promise<Click> {
		const message = ts
			? messages.find((known) => known.ts === ts)
			: messages.filter(isUndecided).at(-1);
		if (!message) {
			throw new CannotDecide(
				ts ? `There is no message ${ts}.` : 'No message waits for a decision.',
			);
		}
		if (!USERS.some(({ id }) => id === userId)) {
			throw new CannotDecide(`user: one of ${USERS.map(({ id }) => id).join(', ')}`);
		}
		const button = decisionButton(message, decision);
		if (!button) throw new CannotDecide(`Message ${message.ts} has no button to ${decision}.`);

		const click: Click = {
			at: new Date().toISOString(),
			decision,
			user: userId,
			by: button.url ? 'link' : 'interaction',
			status: null,
			body: '',
		};
		const press = async () =>
			button.url
				? await fetch(button.url, {
						headers: { 'user-agent': BROWSER },
						signal: AbortSignal.timeout(30_000),
					})
				: await interact(message, button, userId);
		try {
			let answer = await press();
			// n8n posts the message a moment before it waits for the click. Nobody clicks as fast as that.
			for (let again = 0; answer.status === 409 && again < 20; again++) {
				await setTimeout(250);
				answer = await press();
			}
			click.body = (await answer.text()).slice(0, 200);
			click.status = answer.status;
		} catch (failure) {
			if (failure instanceof CannotDecide) throw failure;
			click.body = String(failure);
		}
		message.clicks.push(click);
		journal.changed();
		return click;
	}

	return {
		decide,
		service: 'slack',
		hosts: { 'slack.com': '/slack', 'www.slack.com': '/slack', 'hooks.slack.com': '/slack' },
		routes,
		failure: () => not('internal_error'),
		holds: () => ({
			messages: messages.map((message) => ({ ...message, undecided: isUndecided(message) })),
			ephemerals,
			channels: CHANNELS,
			users: USERS,
		}),
		reset: () => {
			messages = [];
			ephemerals = [];
		},
		credentials: () => [
			{
				type: 'slackApi',
				name: 'Slack (sandbox)',
				data: { accessToken: ACCESS_TOKEN, signatureSecret: SIGNING_SECRET },
			},
		],
	};
}
