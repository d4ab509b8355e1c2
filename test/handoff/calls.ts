// Calls to hand over: one plain call per action, with nothing in it that a rule minds except what the action itself means.
import { callSchema, type Call } from '../../lib/call/call';
import { ACTIONS, type Action } from '../../lib/call/capture';
import { factsOf } from '../../nodes/DialNexaHandoff/facts';
import { handOver } from '../../nodes/DialNexaHandoff/handoff';
import { mappedOf, settingsOf } from '../../nodes/DialNexaHandoff/settings';

/** A Friday. */
export const NOW = Date.parse('2026-11-20T12:00:00Z');

export const WALLET = '8NoVVDZi693SUfjAdJNkBQ6Wq9YKsz4dwDRRKqd4XJZK';

/** Everything that decides about one call. Plain JSON, so that a test can change any of it. */
export interface Input {
	call: Call;
	parameters: Record<string, unknown>;
	mapped: Record<string, unknown>;
	now: number;
}

export const DEFAULTS = {
	action: 'fromCall',
	allowedActions: [...ACTIONS],
	minimumMatchConfidence: 0.85,
	approvalThreshold: '500',
	approvalCurrency: 'USD',
};

type Said = Array<['agent' | 'caller', string]>;

export const turnsOf = (said: Said): Call['turns'] =>
	said.map(([role, text], index) => ({ role, text, start: index * 5, end: index * 5 + 4 }));

export function callOf(changes: Partial<Call> = {}): Call {
	const turns = changes.turns ?? [];
	return callSchema.parse({
		event: 'call.completed',
		callId: 'call_abc123',
		idempotencyKey: 'call_abc123',
		status: 'completed',
		endReason: 'user_disconnected',
		direction: 'inbound',
		from: '+14155550142',
		to: '+14155550100',
		agentId: 'agent_1',
		startedAt: '2026-11-20T11:30:00.000Z',
		durationSeconds: 60,
		sentiment: 'neutral',
		summary: '',
		transcript: turns
			.map(({ role, text }) => `${role === 'agent' ? 'Agent' : 'Caller'}: ${text}`)
			.join('\n'),
		turns,
		recordingUrl: 'https://recordings.example.com/abc123.mp3',
		analysis: {},
		metadata: {},
		transfer: {},
		sensitive: { found: false, suppressed: true, categories: [] },
		source: { generation: 'C', event: 'call.completed' },
		...changes,
	});
}

const CLEAR_CALLER = {
	match_confidence: '0.95',
	customer_name: 'Maria Lopez',
	account: 'ACC-2041',
	email: 'maria.lopez@example.com',
	phone: '+14155550142',
	finance_owner: 'billing@example.com',
	promised_next_step: 'Write to the customer by tomorrow',
	follow_up_deadline: '2026-11-23',
	urgency: 'normal',
	recipient_confirmed: 'true',
	consent_given: 'true',
	channel_confirmed: 'true',
	purpose_confirmed: 'true',
	follow_up_confirmed: 'true',
	sensitive_shared: 'false',
};

const RECORD = {
	destination_type: 'order',
	destination_id: 'ORD-7781',
	record_url: 'https://crm.example.com/orders/ORD-7781',
};

const OF_ACTION: Record<Action, Record<string, string>> = {
	billing_question: { invoice_number: 'INV-2041' },
	create_invoice: { ...RECORD, amount: '49.00', currency: 'USD', due_date: '2026-12-01' },
	send_payout: {
		...RECORD,
		payout_amount: '0.2',
		payout_coin: 'solana',
		payout_address: WALLET,
	},
	refund: {
		payment_id: 'pay_881',
		amount: '49.00',
		currency: 'USD',
		refund_reason: 'The plan was cancelled within the trial',
		policy_clear: 'true',
	},
	dispute: {
		invoice_number: 'INV-2041',
		amount: '49.00',
		currency: 'USD',
		dispute_reason: 'The service was down that month',
	},
	resend_document: { document: 'receipt', payment_id: 'pay_881' },
	payment_blocker: {},
	failed_renewal: { subscription_id: 'sub_77' },
	duplicate_charge: { payment_id: 'pay_881' },
	collections: { invoice_number: 'INV-2041' },
	subscription_change: { subscription_id: 'sub_77' },
	tax_question: { tax_region: 'US-CA' },
};

/** A plain call that asks for the action. */
export const plainInput = (action: Action): Input => ({
	call: callOf({
		turns: turnsOf([
			['agent', 'Thank you for calling billing. What can I do for you?'],
			['caller', 'This is Maria Lopez. I have a request.'],
		]),
		analysis: { requested_action: action, ...CLEAR_CALLER, ...OF_ACTION[action] },
	}),
	parameters: { ...DEFAULTS, payoutAddresses: WALLET },
	mapped: { payoutWorth: '38.20' },
	now: NOW,
});

/** What the Handoff node makes of it, without n8n around it. */
export const handOverInput = ({ call, parameters, mapped, now }: Input) =>
	handOver(factsOf(call, mappedOf(mapped), settingsOf(parameters, 'UTC'), now));
