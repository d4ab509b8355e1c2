import { CAPTURE_FIELDS, URGENCIES, type CaptureFieldName } from '../../lib/call/capture';
import type { Call } from '../../lib/call/call';
import { readAmount } from './reading/amount';
import { readDate, type Calendar } from './reading/date';
import { countryOf, readPhone } from './reading/phone';
import { unreadable, valueOf, writtenValue, type Reading } from './reading/reading';
import {
	readAddress,
	readChoice,
	readCoin,
	readConfidence,
	readCurrency,
	readEmail,
	readFlag,
	readIdentifier,
	readLink,
	readText,
} from './reading/text';
import { term } from './reading/term';

/** What a value is read by, besides itself. */
interface Surroundings extends Calendar {
	/** ISO 3166 code of the country of national telephone numbers; empty when it is not known. */
	country: string;
	/** The coin of the payout, once it has been read. */
	coin?: string;
}

const URGENCY_WORDS = { medium: 'normal', critical: 'urgent', asap: 'urgent' } as const;

const READERS = {
	requested_action: (value: unknown) => readText(value, 120),
	match_confidence: readConfidence,
	customer_name: (value: unknown) => readText(value, 120),
	account: readIdentifier,
	email: readEmail,
	phone: (value: unknown, { country }: Surroundings) => readPhone(value, country),
	customer_tier: (value: unknown) => readText(value, 60),
	invoice_number: readIdentifier,
	payment_id: readIdentifier,
	subscription_id: readIdentifier,
	order: readIdentifier,
	document: (value: unknown) => readText(value, 80),
	tax_region: (value: unknown) => readText(value, 60),
	amount: (value: unknown) => readAmount(value),
	currency: readCurrency,
	due_date: (value: unknown, calendar: Surroundings) => readDate(value, calendar),
	payment_status: (value: unknown) => readText(value, 60),
	refund_reason: (value: unknown) => readText(value),
	dispute_reason: (value: unknown) => readText(value),
	credit_request: (value: unknown) => readText(value),
	policy_clear: readFlag,
	payout_amount: (value: unknown) => readAmount(value, 'coin'),
	payout_coin: readCoin,
	payout_address: (value: unknown, { coin }: Surroundings) => readAddress(value, coin),
	approval_threshold: (value: unknown) => readAmount(value),
	finance_owner: (value: unknown) => readText(value, 120),
	escalation_reason: (value: unknown) => readText(value),
	legal_or_access: readFlag,
	promised_next_step: (value: unknown) => readText(value),
	follow_up_deadline: (value: unknown, calendar: Surroundings) => readDate(value, calendar),
	callback_expected: readFlag,
	urgency: (value: unknown) => readChoice(value, URGENCIES, URGENCY_WORDS),
	destination_type: (value: unknown) => readText(value, 60),
	destination_id: readIdentifier,
	record_url: readLink,
	transcript_link: readLink,
	recipient_confirmed: readFlag,
	consent_given: readFlag,
	channel_confirmed: readFlag,
	purpose_confirmed: readFlag,
	follow_up_confirmed: readFlag,
	crm_link: readLink,
	support_ticket: (value: unknown) => readText(value, 300),
	payment_link: readLink,
	sensitive_shared: readFlag,
} satisfies Record<CaptureFieldName, (value: unknown, surroundings: Surroundings) => unknown>;

/** Every field of the capture table as it was read. */
export type Captured = { [Name in CaptureFieldName]: ReturnType<(typeof READERS)[Name]> };

/** Other names that agents' owners give the fields, in the form that `term` gives. */
const SYNONYMS: Partial<Record<CaptureFieldName, readonly string[]>> = {
	requested_action: ['action', 'request', 'request_type', 'intent', 'caller_request'],
	match_confidence: ['confidence', 'caller_match_confidence', 'identity_confidence'],
	customer_name: ['customer', 'name', 'full_name', 'caller_name', 'client', 'company'],
	account: ['account_id', 'account_no', 'customer_id', 'customer_no', 'customer_number'],
	email: ['e_mail', 'email_address', 'e_mail_address', 'mail'],
	phone: ['phone_number', 'telephone', 'mobile', 'callback_number', 'call_back_number'],
	customer_tier: ['tier', 'vip', 'segment', 'customer_segment'],
	invoice_number: ['invoice', 'invoice_no', 'invoice_id', 'bill_number', 'bill_no'],
	payment_id: ['payment', 'transaction', 'transaction_id', 'transaction_reference', 'charge_id'],
	subscription_id: ['subscription', 'subscription_no', 'plan_id'],
	order: ['order_id', 'order_no', 'order_number'],
	document: ['document_type', 'requested_document'],
	tax_region: ['tax_country', 'vat_region', 'tax_state'],
	amount: ['total', 'amount_due', 'invoice_amount', 'refund_amount', 'disputed_amount'],
	currency: ['currency_code'],
	due_date: ['due', 'due_on', 'payment_due', 'date_due'],
	payment_status: ['invoice_status', 'charge_status'],
	refund_reason: ['reason_for_refund'],
	dispute_reason: ['reason_for_dispute', 'claim'],
	credit_request: ['credit_requested'],
	policy_clear: ['refund_policy_clear', 'within_policy'],
	payout_amount: ['crypto_amount', 'coin_amount'],
	payout_coin: ['coin', 'crypto', 'cryptocurrency'],
	payout_address: ['wallet', 'wallet_address', 'crypto_address'],
	finance_owner: ['owner', 'account_owner'],
	escalation_reason: ['reason_for_escalation', 'review_reason'],
	promised_next_step: ['next_step', 'promise', 'promised_follow_up'],
	follow_up_deadline: ['deadline', 'follow_up_by', 'follow_up_date'],
	callback_expected: ['call_back_expected', 'callback'],
	urgency: ['priority'],
	destination_type: ['destination_object', 'record_type'],
	destination_id: ['record_id'],
	record_url: ['record_link'],
	transcript_link: ['transcript_url'],
	recipient_confirmed: ['recipient_verified'],
	consent_given: ['consent', 'consent_confirmed'],
	crm_link: ['crm_url', 'crm_record'],
	support_ticket: ['ticket', 'ticket_id', 'ticket_number', 'zendesk_ticket'],
	payment_link: ['payment_url', 'payment_platform_link'],
	sensitive_shared: ['sensitive_data_shared', 'suppression_flag', 'suppression'],
};

const NAMES = CAPTURE_FIELDS.map(({ name }) => name);

const FIELD_OF_TERM = new Map<string, CaptureFieldName>(
	NAMES.flatMap((name) =>
		[name, ...(SYNONYMS[name] ?? [])].map((key): [string, CaptureFieldName] => [key, name]),
	),
);

/**
 * What may come from the values that were given when the call was made: who it is about, and what. Never how sure
 * somebody is, what was confirmed or what the caller asked for: only the call itself can tell that.
 */
const NOT_GIVEN: readonly CaptureFieldName[] = ['requested_action', 'match_confidence'];
const GIVEN: ReadonlySet<string> = new Set(
	CAPTURE_FIELDS.filter(
		({ name, type, group }) =>
			group !== 'suppression' && type !== 'BOOLEAN' && !NOT_GIVEN.includes(name),
	).map(({ name }) => name),
);

/** Keys of metadata are anybody's: a single common word, such as `name` or `total`, may mean anything there. */
const isPlain = (name: CaptureFieldName, key: string) =>
	key === name || key.includes('_') || PLAIN_WORDS.has(key);

const PLAIN_WORDS = new Set(['customer', 'invoice', 'order', 'subscription', 'payment']);

type Written = ReadonlyMap<CaptureFieldName, unknown[]>;

/** The values of a source by field, whatever case and separators its keys are written with. */
export function byField(source: Readonly<Record<string, unknown>>): Written {
	const found = new Map<CaptureFieldName, unknown[]>();
	for (const [key, value] of Object.entries(source)) {
		const name = FIELD_OF_TERM.get(term(key));
		if (name && writtenValue(value) !== null) found.set(name, [...(found.get(name) ?? []), value]);
	}
	return found;
}

/** The same for the metadata that was given when the call was made. */
export function givenByField(metadata: Readonly<Record<string, unknown>>): Written {
	const plain = Object.entries(metadata).filter(([key]) => {
		const name = FIELD_OF_TERM.get(term(key));
		return name !== undefined && GIVEN.has(name) && isPlain(name, term(key));
	});
	return byField(Object.fromEntries(plain));
}

/**
 * Reads every captured field: what the user mapped, else what the agent's analysis says, else what was given when the
 * call was made.
 *
 * @param sources in order of precedence
 */
export function captureFrom(
	sources: readonly Written[],
	call: Call,
	calendar: Calendar,
	defaultCountry: string,
): Captured {
	const customersNumber = call.direction === 'outbound' ? call.to : call.from;
	const surroundings: Surroundings = {
		...calendar,
		country: defaultCountry || countryOf(customersNumber),
	};
	const written = (name: CaptureFieldName) =>
		sources.map((source) => source.get(name)).find((values) => values !== undefined) ?? [];
	const readField = (name: CaptureFieldName, around: Surroundings): Reading<unknown> => {
		const values = written(name);
		const different = new Set(values.map((value) => writtenValue(value)));
		if (different.size > 1) {
			return unreadable([...different].join(' / '), 'it was given twice, differently');
		}
		return READERS[name](values[0], around);
	};
	const coin = valueOf(readField('payout_coin', surroundings) as Reading<string>);
	return Object.fromEntries(
		NAMES.map((name) => [name, readField(name, { ...surroundings, coin })]),
	) as unknown as Captured;
}
