import { createHmac, randomBytes } from 'node:crypto';
import type { Journal } from '../requests.mts';
import type { RecordedCall } from './calls.mts';

/** A webhook registered through `/v1/user-webhooks`. */
export interface UserWebhook {
	id: string;
	url: string;
	events: string[];
	is_active: boolean;
	secret: string;
	createdAt: string;
}

export interface AgentVersion {
	version_number: number;
	version_title: string;
	title: string;
	is_published: boolean;
	prompt_text: string;
	postcall_analysis: {
		field_name: string;
		field_type: string;
		field_description: string;
		/** The choices of a field that is one of several. */
		additional_fields?: unknown;
	}[];
	/** The catalogue IDs and the rest, as given. */
	settings: Record<string, unknown>;
}

export interface Agent {
	id: string;
	timezone: string;
	agent_type: 'Single_Prompt_Agent' | 'Conversational_Flow_Agent';
	pipeline_type: 'Cascaded' | 'Speech_To_Speech' | null;
	webhook_id: string | null;
	versions: AgentVersion[];
	created_at: string;
	updated_at: string;
}

export interface Batch {
	id: string;
	title: string;
	status: string;
	agentId: string;
	total_records: number;
	createdAt: string;
}

export interface Lead {
	id: string;
	phone_number: string;
	dynamic_variables: Record<string, string>;
	status: string;
	createdAt: string;
}

export interface CallWorkflow {
	id: string;
	title: string;
	status: 'draft' | 'active' | 'paused' | 'completed' | 'cancelled';
	description: string | null;
	createdAt: string;
	updatedAt: string;
	leads: Lead[];
}

/** Generation C goes to user-webhooks, generation B to the dashboard webhook. */
export type Generation = 'B' | 'C';
export type Signature = 'valid' | 'forged' | 'missing';

/** One delivery to one webhook, and how it was answered. */
export interface Delivery {
	id: string;
	at: string;
	generation: Generation;
	event: string;
	callId: string;
	url: string;
	signature: Signature;
	/** Null when nobody answered. */
	status: number | null;
	/** What the receiver answered, or why there was no answer. */
	body: string;
}

export function newId(prefix: string): string {
	return `${prefix}_${randomBytes(7).toString('hex')}`;
}

const STARTED = '2026-01-05T09:00:00.000Z';

/** What an agent must be told to capture so that a call can be handed to finance. */
const CAPTURED: [name: string, type: string, description: string][] = [
	['requested_action', 'STRING', 'What the caller wants done, such as create_invoice'],
	['match_confidence', 'NUMBER', 'How sure it is, from 0 to 1, that the caller is this customer'],
	['amount', 'STRING', 'The amount of money that was agreed, digits only'],
	['currency', 'STRING', 'The currency of the amount, such as USD'],
];

function version(number: number, title: string, published: boolean): AgentVersion {
	return {
		version_number: number,
		version_title: `Version ${number}`,
		title,
		is_published: published,
		prompt_text: 'You answer billing calls. Confirm who is calling before anything else.',
		postcall_analysis: CAPTURED.map(([field_name, field_type, field_description]) => ({
			field_name,
			field_type,
			field_description,
		})),
		settings: { language_id: 'lang_en_us', voice_id: 'voice_sandbox', llm_id: 'llm_sandbox' },
	};
}

function openingAgents(): Agent[] {
	const common = {
		timezone: 'America/New_York',
		agent_type: 'Single_Prompt_Agent' as const,
		pipeline_type: 'Cascaded' as const,
		webhook_id: null,
		created_at: STARTED,
		updated_at: STARTED,
	};
	return [
		{
			...common,
			id: 'agent_sandboxbilling',
			versions: [version(1, 'Billing line', true), version(2, 'Billing line', false)],
		},
		{ ...common, id: 'agent_sandboxpayouts', versions: [version(1, 'Payout desk', true)] },
	];
}

function openingWorkflows(): CallWorkflow[] {
	const common = { description: null, createdAt: STARTED, updatedAt: STARTED, leads: [] };
	return [
		{ ...common, id: 'workflow_sandboxrenewals', title: 'Failed renewals', status: 'active' },
		{ ...common, id: 'workflow_sandboxreminders', title: 'Payment reminders', status: 'draft' },
	];
}

export const PHONE_NUMBERS = [
	{
		id: 'phn_sandbox1',
		phone_number: '+14155550100',
		provider: 'plivo',
		status: 'active',
		country_code: 'US',
		nickname: 'Billing line',
		sip_trunk_enabled: false,
	},
];

/** One DialNexa workspace: what its API holds, and the deliveries it makes. */
export class Workspace {
	agents = openingAgents();
	calls: RecordedCall[] = [];
	webhooks: UserWebhook[] = [];
	batches: Batch[] = [];
	workflows = openingWorkflows();
	/** The one webhook that is set in the dashboard, with the organisation's secret. */
	dashboardWebhook: { url: string; secret: string } | null = null;
	deliveries: Delivery[] = [];
	private readonly journal: Journal;

	constructor(journal: Journal) {
		this.journal = journal;
	}

	reset() {
		this.agents = openingAgents();
		this.calls = [];
		this.webhooks = [];
		this.batches = [];
		this.workflows = openingWorkflows();
		this.dashboardWebhook = null;
		this.deliveries = [];
	}

	changed() {
		this.journal.changed();
	}

	/** Keeps the call under its ID, in place of an earlier state of it. */
	keep(call: RecordedCall) {
		const index = this.calls.findIndex(({ id }) => id === call.id);
		if (index === -1) this.calls.push(call);
		else this.calls[index] = call;
		this.journal.changed();
	}

	/**
	 * Posts the text as it is, signed over its bytes: generation C as `x-nexa-signature: sha256=<hex>`,
	 * generation B as `x-dialnexa-signature: <hex>`. A forged signature has the right form and a wrong key.
	 */
	async deliver(
		target: { url: string; secret: string },
		told: { generation: Generation; event: string; callId: string; signature: Signature },
		text: string,
		userAgent = 'DialNexa-External-Webhook/1.0',
	): Promise<Delivery> {
		const key = told.signature === 'forged' ? `not ${target.secret}` : target.secret;
		const hex = createHmac('sha256', key).update(text).digest('hex');
		const headers = new Headers({ 'content-type': 'application/json' });
		if (told.generation === 'B') headers.set('user-agent', userAgent);
		if (told.signature !== 'missing') {
			if (told.generation === 'C') headers.set('x-nexa-signature', `sha256=${hex}`);
			else headers.set('x-dialnexa-signature', hex);
		}
		const delivery: Delivery = {
			id: newId('delivery'),
			at: new Date().toISOString(),
			...told,
			url: target.url,
			status: null,
			body: '',
		};
		this.deliveries.push(delivery);
		this.journal.changed();
		try {
			const answer = await fetch(target.url, {
				method: 'POST',
				headers,
				body: text,
				signal: AbortSignal.timeout(60_000),
			});
			delivery.body = await answer.text();
			delivery.status = answer.status;
		} catch (failure) {
			delivery.body =
				failure instanceof Error ? String(failure.cause ?? failure.message) : String(failure);
		}
		this.journal.changed();
		return delivery;
	}
}
