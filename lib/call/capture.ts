/**
 * What a call about money can ask for. The Handoff uses the same words; they end up in idempotency
 * keys and in workflows, so they never change.
 */
export const ACTIONS = [
	'billing_question',
	'create_invoice',
	'send_payout',
	'refund',
	'dispute',
	'resend_document',
	'payment_blocker',
	'failed_renewal',
	'duplicate_charge',
	'collections',
	'subscription_change',
	'tax_question',
] as const;

export type Action = (typeof ACTIONS)[number];

/** What the analysis may answer in `requested_action`. */
const REQUESTED_ACTIONS = [...ACTIONS, 'none'] as const;

/** How soon a person has to look at the call. */
export const URGENCIES = ['low', 'normal', 'high', 'urgent'] as const;

/** One field that an agent's post-call analysis fills in after each call. */
export interface CaptureField {
	/** The key in the analysis, snake_case. Matched ignoring case and separators. */
	readonly name: string;
	/**
	 * DialNexa's own type names. Amounts are STRING on purpose: a decimal string survives what a
	 * JSON number does not. A choice is a STRING whose description lists the `values`, because
	 * DialNexa documents no place for the options of an ENUM.
	 */
	readonly type: 'STRING' | 'NUMBER' | 'BOOLEAN';
	readonly group: 'action' | 'who' | 'about' | 'money' | 'decision' | 'evidence' | 'suppression';
	/** What the analysis is told to write into the field. */
	readonly description: string;
	/** The only answers allowed, when the field is a choice. */
	readonly values?: readonly string[];
}

/**
 * The one table of what a money call is asked to capture: "Set Up Money Capture" writes it into an
 * agent, the Handoff reads it, and the templates and the documentation name nothing else.
 */
export const CAPTURE_FIELDS = [
	{
		name: 'requested_action',
		type: 'STRING',
		group: 'action',
		description: 'What the caller asked finance to do',
		values: REQUESTED_ACTIONS,
	},
	{
		name: 'match_confidence',
		type: 'NUMBER',
		group: 'who',
		description:
			'How sure it is that the caller is the customer named, from 0 (unknown) to 1 (verified with two or more details). Leave empty if identity was not checked',
	},
	{
		name: 'customer_name',
		type: 'STRING',
		group: 'who',
		description: 'Name of the customer or company the call is about',
	},
	{ name: 'account', type: 'STRING', group: 'who', description: "The customer's account ID" },
	{
		name: 'email',
		type: 'STRING',
		group: 'who',
		description: 'E-mail address the caller confirmed',
	},
	{
		name: 'phone',
		type: 'STRING',
		group: 'who',
		description: 'Phone number to call back, with country code',
	},
	{
		name: 'customer_tier',
		type: 'STRING',
		group: 'who',
		description: 'Standing of the customer where it is known, such as standard, key account or VIP',
	},
	{
		name: 'invoice_number',
		type: 'STRING',
		group: 'about',
		description: 'Number of the invoice discussed',
	},
	{
		name: 'payment_id',
		type: 'STRING',
		group: 'about',
		description: 'ID of the payment or transaction discussed',
	},
	{
		name: 'subscription_id',
		type: 'STRING',
		group: 'about',
		description: 'ID of the subscription discussed',
	},
	{ name: 'order', type: 'STRING', group: 'about', description: 'Number of the order discussed' },
	{
		name: 'document',
		type: 'STRING',
		group: 'about',
		description:
			'Document the caller wants sent again, such as invoice, receipt, statement, tax form or payment link',
	},
	{
		name: 'tax_region',
		type: 'STRING',
		group: 'about',
		description: 'Country or state whose tax applies. Never a tax number',
	},
	{
		name: 'amount',
		type: 'STRING',
		group: 'money',
		description:
			'Amount of fiat money agreed or discussed, digits and a decimal point only, such as 49.00. Leave empty if none was said',
	},
	{
		name: 'currency',
		type: 'STRING',
		group: 'money',
		description: 'ISO 4217 code of the amount, such as USD',
	},
	{
		name: 'due_date',
		type: 'STRING',
		group: 'money',
		description: 'Date the money is due, as YYYY-MM-DD',
	},
	{
		name: 'payment_status',
		type: 'STRING',
		group: 'money',
		description: 'State of the payment as the call established it, such as paid, unpaid or failed',
	},
	{
		name: 'refund_reason',
		type: 'STRING',
		group: 'money',
		description: 'Why the caller wants a refund, in one sentence',
	},
	{
		name: 'dispute_reason',
		type: 'STRING',
		group: 'money',
		description: 'What the caller disputes and why, in one sentence',
	},
	{
		name: 'credit_request',
		type: 'STRING',
		group: 'money',
		description: 'What credit the caller asked for, in one sentence',
	},
	{
		name: 'policy_clear',
		type: 'BOOLEAN',
		group: 'money',
		description: 'True only if the refund policy clearly allows what the caller asked for',
	},
	{
		name: 'payout_amount',
		type: 'STRING',
		group: 'money',
		description:
			'Amount of cryptocurrency to pay out, in units of the coin, digits and a decimal point only, such as 0.2',
	},
	{
		name: 'payout_coin',
		type: 'STRING',
		group: 'money',
		description: 'Coin of the payout, such as solana',
	},
	{
		name: 'payout_address',
		type: 'STRING',
		group: 'money',
		description: 'Public wallet address that receives the payout, exactly as confirmed',
	},
	{
		name: 'approval_threshold',
		type: 'STRING',
		group: 'decision',
		description:
			'Amount above which the agent said that approval is needed, digits and a decimal point only',
	},
	{
		name: 'finance_owner',
		type: 'STRING',
		group: 'decision',
		description: 'Person or team in finance who owns the next step',
	},
	{
		name: 'escalation_reason',
		type: 'STRING',
		group: 'decision',
		description: 'Why a person has to look at this call. Leave empty if nobody has to',
	},
	{
		name: 'legal_or_access',
		type: 'BOOLEAN',
		group: 'decision',
		description:
			'True if the caller asked to change legal terms or who has access, or spoke of lawyers, courts or regulators',
	},
	{
		name: 'promised_next_step',
		type: 'STRING',
		group: 'decision',
		description: 'Exactly what the agent promised to happen next',
	},
	{
		name: 'follow_up_deadline',
		type: 'STRING',
		group: 'decision',
		description: 'When the promise is due, as YYYY-MM-DD or an ISO 8601 date and time',
	},
	{
		name: 'callback_expected',
		type: 'BOOLEAN',
		group: 'decision',
		description: 'True if the caller expects to be called back',
	},
	{
		name: 'urgency',
		type: 'STRING',
		group: 'decision',
		description: 'How soon a person has to look at the call',
		values: URGENCIES,
	},
	{
		name: 'destination_type',
		type: 'STRING',
		group: 'decision',
		description: 'Kind of record the outcome belongs to, such as invoice, deal, ticket or account',
	},
	{
		name: 'destination_id',
		type: 'STRING',
		group: 'decision',
		description: 'ID of the record the outcome belongs to',
	},
	{
		name: 'record_url',
		type: 'STRING',
		group: 'decision',
		description: 'Web address of the record the outcome belongs to',
	},
	{
		name: 'transcript_link',
		type: 'STRING',
		group: 'evidence',
		description: 'Web address of the transcript, where there is one',
	},
	{
		name: 'recipient_confirmed',
		type: 'BOOLEAN',
		group: 'decision',
		description: 'True only if the caller confirmed who receives the money or document',
	},
	{
		name: 'consent_given',
		type: 'BOOLEAN',
		group: 'decision',
		description: 'True only if the caller clearly agreed to the action',
	},
	{
		name: 'channel_confirmed',
		type: 'BOOLEAN',
		group: 'decision',
		description: 'True only if the caller confirmed the address, wallet or channel to be used',
	},
	{
		name: 'purpose_confirmed',
		type: 'BOOLEAN',
		group: 'decision',
		description: 'True only if the caller confirmed what the money or document is for',
	},
	{
		name: 'follow_up_confirmed',
		type: 'BOOLEAN',
		group: 'decision',
		description: 'True only if the agent repeated the promised follow-up and the caller agreed',
	},
	{
		name: 'crm_link',
		type: 'STRING',
		group: 'evidence',
		description: "Web address of the customer's CRM record",
	},
	{
		name: 'support_ticket',
		type: 'STRING',
		group: 'evidence',
		description: 'Number or web address of the support ticket',
	},
	{
		name: 'payment_link',
		type: 'STRING',
		group: 'evidence',
		description: 'Web address of the payment or invoice in the payment platform',
	},
	{
		name: 'sensitive_shared',
		type: 'BOOLEAN',
		group: 'suppression',
		description:
			'True if the caller said any card number, security code, bank details, tax number, password or content of a private billing document. Never repeat them in any field',
	},
] as const satisfies readonly CaptureField[];

export type CaptureFieldName = (typeof CAPTURE_FIELDS)[number]['name'];
