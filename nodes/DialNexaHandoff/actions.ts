import { ACTIONS, type Action, type CaptureFieldName } from '../../lib/call/capture';
import { term } from './reading/term';

/** Calls that cost revenue while they wait: a person sees them at once, whatever else is unclear. */
export const PERSON_AT_ONCE = [
	'payment_blocker',
	'failed_renewal',
	'duplicate_charge',
	'collections',
] as const;

/** Every action whose answer depends on who is calling. */
export const NEEDS_KNOWN_CALLER = ACTIONS.filter(
	(action) => !(PERSON_AT_ONCE as readonly string[]).includes(action),
);

export interface Requirement {
	what: string;
	anyOf: readonly CaptureFieldName[];
}

export interface ActionTerms {
	/** Title-case label of the parameter option. */
	label: string;
	/** What the workflow will do, to follow "Next: …". */
	task: string;
	/** Other spellings of the action, in the form that {@link term} gives. */
	synonyms: readonly string[];
	/** What must be known, each with the capture fields that can tell it: one of them is enough. */
	requires: readonly Requirement[];
	/** The lowest match confidence that a user may set for this action. */
	matchFloor: number;
}

const REFERENCE: Requirement = {
	what: 'invoice, payment, order or subscription reference',
	anyOf: ['invoice_number', 'payment_id', 'order', 'subscription_id'],
};
const AMOUNT: Requirement = { what: 'amount', anyOf: ['amount'] };
const CURRENCY: Requirement = { what: 'currency', anyOf: ['currency'] };

export const ACTION_TERMS: Record<Action, ActionTerms> = {
	billing_question: {
		label: 'Billing Question',
		task: 'look up the record and answer the question',
		synonyms: [
			'billing',
			'billing_inquiry',
			'billing_enquiry',
			'invoice_question',
			'payment_status',
		],
		requires: [REFERENCE],
		matchFloor: 0.7,
	},
	create_invoice: {
		label: 'Create Invoice',
		task: 'create the invoice',
		synonyms: [
			'invoice',
			'new_invoice',
			'create_fiat_invoice',
			'invoice_creation',
			'create_payment_link',
			'payment_link',
		],
		requires: [AMOUNT, CURRENCY],
		matchFloor: 0.8,
	},
	send_payout: {
		label: 'Send Payout',
		task: 'send the crypto payout after a person has approved it',
		synonyms: [
			'payout',
			'crypto_payout',
			'send_crypto_payout',
			'send_cryptocurrency_payout',
			'withdrawal',
			'withdraw',
		],
		requires: [
			{ what: 'payout amount', anyOf: ['payout_amount'] },
			{ what: 'payout coin', anyOf: ['payout_coin'] },
			{ what: 'payout address', anyOf: ['payout_address'] },
			{ what: 'promised next step', anyOf: ['promised_next_step'] },
		],
		matchFloor: 0.85,
	},
	refund: {
		label: 'Refund',
		task: 'start the refund',
		synonyms: [
			'refund_request',
			'request_refund',
			'money_back',
			'credit',
			'credit_request',
			'credit_note',
		],
		requires: [
			REFERENCE,
			AMOUNT,
			CURRENCY,
			{ what: 'refund reason', anyOf: ['refund_reason', 'credit_request'] },
		],
		matchFloor: 0.8,
	},
	dispute: {
		label: 'Dispute',
		task: 'have finance decide the dispute',
		synonyms: ['chargeback', 'disputed_charge', 'dispute_charge', 'charge_dispute'],
		requires: [REFERENCE, { what: 'dispute reason', anyOf: ['dispute_reason'] }],
		matchFloor: 0.7,
	},
	resend_document: {
		label: 'Resend Document',
		task: 'send the document again',
		synonyms: [
			'resend',
			'resend_invoice',
			'resend_receipt',
			'send_document',
			'send_receipt',
			'send_statement',
			'resend_payment_link',
			'document_request',
		],
		requires: [
			{ what: 'recipient e-mail', anyOf: ['email'] },
			{ what: 'document to send', anyOf: ['document', 'invoice_number', 'payment_id'] },
		],
		matchFloor: 0.8,
	},
	payment_blocker: {
		label: 'Payment Blocker',
		task: 'have the owner call the customer back about the blocked payment',
		synonyms: [
			'vip_payment_blocker',
			'payment_blocked',
			'blocked_payment',
			'cannot_pay',
			'revenue_risk',
		],
		requires: [],
		matchFloor: 0,
	},
	failed_renewal: {
		label: 'Failed Renewal',
		task: 'have the owner save the renewal',
		synonyms: ['renewal_failed', 'renewal', 'payment_failed', 'failed_payment'],
		requires: [],
		matchFloor: 0,
	},
	duplicate_charge: {
		label: 'Duplicate Charge',
		task: 'have finance check the second charge',
		synonyms: ['double_charge', 'charged_twice', 'double_billing', 'duplicate_payment'],
		requires: [],
		matchFloor: 0,
	},
	collections: {
		label: 'Collections',
		task: 'have the collections owner take over',
		synonyms: ['collection', 'debt', 'overdue', 'promise_to_pay', 'past_due'],
		requires: [],
		matchFloor: 0,
	},
	subscription_change: {
		label: 'Subscription Change',
		task: 'change the subscription after a person has approved it',
		synonyms: [
			'change_subscription',
			'cancel_subscription',
			'cancellation',
			'upgrade',
			'downgrade',
			'plan_change',
		],
		requires: [{ what: 'subscription ID', anyOf: ['subscription_id'] }],
		matchFloor: 0.8,
	},
	tax_question: {
		label: 'Tax Question',
		task: 'have finance answer the tax question',
		synonyms: ['tax', 'vat', 'gst', 'vat_question', 'tax_inquiry', 'sales_tax'],
		requires: [],
		matchFloor: 0.7,
	},
};

const ACTION_OF_TERM = new Map<string, Action>(
	ACTIONS.flatMap((action) =>
		[action, ...ACTION_TERMS[action].synonyms].map((name): [string, Action] => [name, action]),
	),
);

/**
 * The actions that an analysis value names, each once. A value may name several ("refund, dispute"). `unknown` holds the
 * names that are in no list.
 */
export function actionsNamed(value: string): { actions: Action[]; unknown: string[] } {
	const whole = ACTION_OF_TERM.get(term(value));
	if (whole) return { actions: [whole], unknown: [] };
	const actions = new Set<Action>();
	const unknown: string[] = [];
	for (const part of value.split(/[,;|/+\n]| and /i)) {
		const name = term(part);
		const action = ACTION_OF_TERM.get(name);
		if (action) actions.add(action);
		else if (name) unknown.push(part.trim());
	}
	return { actions: [...actions], unknown };
}
