import { handoffSchema, type Handoff } from './contract';
import { ACTION_TERMS } from './actions';
import { blocksOf } from './blocks';
import type { Facts } from './facts';
import { decide, type Decision } from './policy';
import { canonical } from './reading/decimal';
import { excerpt, plainLine, valueOf, type Reading } from './reading/reading';
import { readLink } from './reading/text';
import { minorDigits } from './reading/unit';
import { peopleNeeded } from './rules/payout';
import type { Route } from './rules/rule';
import type { Unwritten } from './summary';

const text = (reading: Reading<string>) => valueOf(reading) ?? '';
const link = (url: string | null | undefined) => text(readLink(url ?? ''));
const yes = (reading: Reading<boolean>) => valueOf(reading) === true;

const STATUS: Record<Route, Handoff['status']> = {
	ready: 'ready',
	approval: 'waiting_for_approval',
	exception: 'needs_review',
};

const URGENCY: Partial<Record<Handoff['action'], Handoff['urgency']>> = {
	payment_blocker: 'urgent',
	failed_renewal: 'high',
	duplicate_charge: 'high',
	collections: 'high',
	dispute: 'high',
};

const startOf = (startedAt: string | null) => {
	const moment = Date.parse(startedAt ?? '');
	return Number.isNaN(moment) ? '' : new Date(moment).toISOString();
};

function claimOf({ captured, call }: Facts): string {
	const { dispute_reason, refund_reason, credit_request } = captured;
	const reason = [dispute_reason, refund_reason, credit_request].find(
		({ state }) => state === 'read',
	);
	return reason ? text(reason) : excerpt(plainLine(call.summary.slice(0, 4_000)), 240);
}

function destinationOf({ captured, match }: Facts): Handoff['destination'] {
	const { destination_type, destination_id, record_url } = captured;
	const known = [
		['invoice', captured.invoice_number],
		['payment', captured.payment_id],
		['order', captured.order],
		['subscription', captured.subscription_id],
	] as const;
	const record = match.candidate;
	const [kind, reference] = known.find(([, { state }]) => state === 'read') ?? ['', null];
	const id = text(destination_id) || record?.id || (reference ? text(reference) : '');
	const ofReference = !text(destination_id) && !record?.id;
	return {
		type: text(destination_type) || (ofReference ? kind : (record?.type ?? '')),
		id,
		recordUrl: text(record_url) || link(record?.url),
	};
}

function nextStepOf({ captured, action }: Facts, route: Route): string {
	const task = action ? ACTION_TERMS[action].task : 'do what the caller asked for';
	const own = {
		ready: `${task[0].toUpperCase()}${task.slice(1)}`,
		approval: `Decide whether to ${task}`,
		exception: 'Listen to the call and decide what to do',
	}[route];
	return text(captured.promised_next_step) || own;
}

function moneyOf({ money, captured }: Facts): Handoff['money'] {
	const digits = money.currency ? minorDigits({ kind: 'fiat', code: money.currency }) : 0;
	return {
		amount: money.amount === null ? '' : canonical(money.amount, digits),
		currency: money.currency ?? '',
		dueDate: text(captured.due_date),
		paymentStatus: text(captured.payment_status),
		coinAmount: money.coinAmount ?? '',
		coin: money.coin ?? '',
		address: money.address ?? '',
	};
}

function unwritten(facts: Facts, { route, reasons }: Decision): Unwritten {
	const { call, captured, settings, sensitive, match } = facts;
	const action = facts.action ?? 'unknown';
	return {
		action,
		route,
		reasons,
		idempotencyKey: `dialnexa:${call.callId}:${action}`,
		claim: claimOf(facts),
		customer: {
			name: text(captured.customer_name),
			account: text(captured.account),
			email: text(captured.email),
			phone: text(captured.phone),
			tier: text(captured.customer_tier) || (match.candidate?.tier ?? ''),
		},
		references: {
			invoiceNumber: text(captured.invoice_number),
			paymentId: text(captured.payment_id),
			subscriptionId: text(captured.subscription_id),
			order: text(captured.order),
			document: text(captured.document),
			taxRegion: text(captured.tax_region),
		},
		money: moneyOf(facts),
		match: { confidence: match.confidence, basis: match.basis },
		approval: {
			required: route === 'approval',
			people: route === 'approval' ? peopleNeeded(facts) : 0,
			threshold: settings.approvalThreshold,
			twoPersonThreshold: settings.twoPersonThreshold,
			currency: settings.approvalCurrency,
		},
		destination: destinationOf(facts),
		owner: text(captured.finance_owner) || match.candidate?.owner || settings.defaultOwner,
		status: STATUS[route],
		urgency: valueOf(captured.urgency) ?? URGENCY[action] ?? 'normal',
		nextStep: nextStepOf(facts, route),
		deadline: text(captured.follow_up_deadline),
		callbackExpected: yes(captured.callback_expected),
		evidence: {
			callId: call.callId,
			agentId: excerpt(plainLine(call.agentId), 100),
			startedAt: startOf(call.startedAt),
			durationSeconds: call.durationSeconds,
			recordingUrl: link(call.recordingUrl),
			transcriptUrl: text(captured.transcript_link),
			crmUrl: text(captured.crm_link),
			supportTicket: text(captured.support_ticket),
			paymentUrl: text(captured.payment_link),
		},
		suppression: {
			flag: sensitive.length > 0 || yes(captured.sensitive_shared),
			categories: sensitive,
		},
		confirmations: {
			recipient: yes(captured.recipient_confirmed),
			consent: yes(captured.consent_given),
			channel: yes(captured.channel_confirmed),
			purpose: yes(captured.purpose_confirmed),
			followUp: yes(captured.follow_up_confirmed),
		},
	};
}

/**
 * Decides what the call may do and writes it down for everybody who has to know.
 *
 * @throws ZodError if the result breaks the contract, which would be a fault of this package: nothing is handed over then
 */
export function handOver(facts: Facts): Handoff {
	const handoff = unwritten(facts, decide(facts));
	return handoffSchema.parse({ ...handoff, ...blocksOf(handoff, facts.settings.summaryLength) });
}
