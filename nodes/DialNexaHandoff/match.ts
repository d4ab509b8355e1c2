import { z } from 'zod';
import type { Call } from '../../lib/call/call';
import type { Captured } from './captured';
import { readPhone, samePhone } from './reading/phone';
import { plainLine, valueOf } from './reading/reading';
import { term } from './reading/term';

/**
 * A record that a look-up (HubSpot, Stripe, Google Sheets, Poof) returned for this caller. Keys are matched like capture
 * fields; what is not there says nothing.
 */
export interface Candidate {
	id: string;
	type: string;
	url: string;
	names: string[];
	emails: string[];
	phones: string[];
	accounts: string[];
	/** Invoices, payments, orders and subscriptions of the record. */
	references: string[];
	tier: string;
	owner: string;
}

const KEYS: Record<keyof Candidate, readonly string[]> = {
	id: ['id', 'record_id', 'hs_object_id', 'row_number'],
	type: ['type', 'object', 'object_type', 'destination_type'],
	url: ['url', 'record_url', 'link', 'crm_link'],
	names: ['name', 'customer', 'customer_name', 'full_name', 'company', 'firstname_lastname'],
	emails: ['email', 'e_mail', 'email_address', 'customer_email'],
	phones: ['phone', 'phone_number', 'mobile', 'mobilephone', 'telephone'],
	accounts: ['account', 'account_id', 'account_no', 'customer_id'],
	references: [
		'invoice',
		'invoice_number',
		'invoices',
		'payment_id',
		'order',
		'orders',
		'order_id',
		'subscription',
		'subscription_id',
		'reference',
		'references',
	],
	tier: ['tier', 'customer_tier', 'vip', 'segment'],
	owner: ['owner', 'owner_name', 'owner_email', 'account_owner', 'hubspot_owner_id'],
};

const scalar = z
	.union([z.string(), z.number()])
	.transform((value) => plainLine(String(value).slice(0, 300)));

const valuesOf = (value: unknown): string[] =>
	(Array.isArray(value) ? value.slice(0, 50) : [value])
		.map((one) => scalar.safeParse(one))
		.flatMap((parsed) => (parsed.success && parsed.data !== '' ? [parsed.data] : []));

/** The records of a look-up, at most fifty, from whatever shape its node gives them. */
export function candidatesOf(records: unknown): Candidate[] {
	const list = z.array(z.record(z.string(), z.unknown())).parse(records);
	return list.slice(0, 50).map((record) => {
		const properties = z.record(z.string(), z.unknown()).safeParse(record.properties);
		const flat = { ...record, ...(properties.success ? properties.data : {}) };
		const of = (key: keyof Candidate) =>
			Object.entries(flat)
				.filter(([name]) => KEYS[key].includes(term(name)))
				.flatMap(([, value]) => valuesOf(value));
		return {
			id: of('id')[0] ?? '',
			type: of('type')[0] ?? '',
			url: of('url')[0] ?? '',
			names: of('names'),
			emails: of('emails'),
			phones: of('phones'),
			accounts: of('accounts'),
			references: of('references'),
			tier: of('tier')[0] ?? '',
			owner: of('owner')[0] ?? '',
		};
	});
}

export interface Match {
	/** 0 to 1; null when nobody reported one and no record was looked up. */
	confidence: number | null;
	/** What the confidence rests on, such as `agent_reported`, `email`, `name_differs`. */
	basis: string[];
	/** The record that fits best, when it fits better than no record at all. */
	candidate: Candidate | null;
	/** Two records fit about as well as each other. */
	ambiguous: boolean;
	/** Nothing but the number that the call showed speaks for the match. */
	callerIdOnly: boolean;
}

/**
 * What each agreement or difference says about a record being the caller's, as a natural logarithm of how many times
 * likelier it makes it: 2.5 is about 12 to 1, -2.5 about 1 to 12. Estimates on the careful side, since strangers know
 * names and addresses, and anybody can show any number.
 */
export const EVIDENCE = {
	account: { agrees: 3, differs: -3 },
	reference: { agrees: 3, differs: -2 },
	email: { agrees: 2.5, differs: -2 },
	name: { agrees: 1.5, differs: -2.5 },
	caller_id: { agrees: 1, differs: -0.3 },
	dialled_number: { agrees: 2, differs: -0.3 },
} as const;

type EvidenceKind = keyof typeof EVIDENCE;

/** How sure an agent can be by its own word, and how likely a record is the caller's before any evidence. */
export const HIGHEST_REPORT = 0.95;
const WITHOUT_REPORT = 0.05;

const logit = (p: number) => Math.log(p / (1 - p));

const sameTerm = (a: string, b: string) => term(a) !== '' && term(a) === term(b);

/** Names agree when the words of the shorter, two at least unless it is one word in both, are all in the longer. */
export function sameName(a: string, b: string): boolean {
	const [x, y] = [a, b].map((name) =>
		term(name)
			.split('_')
			.filter((word) => word.length > 1),
	);
	const [shorter, longer] = x.length <= y.length ? [x, y] : [y, x];
	if (shorter.length === 0 || (shorter.length === 1 && longer.length > 2)) return false;
	return shorter.every((word) => longer.includes(word));
}

interface Caller {
	name?: string;
	email?: string;
	account?: string;
	references: string[];
	/** The number at the customer's end of the line. */
	number: string;
	numberKind: 'caller_id' | 'dialled_number';
}

function callerOf(captured: Captured, call: Call, country: string): Caller {
	const { invoice_number, payment_id, order, subscription_id } = captured;
	const outbound = call.direction === 'outbound';
	const number = readPhone(outbound ? call.to : call.from, country);
	return {
		name: valueOf(captured.customer_name),
		email: valueOf(captured.email),
		account: valueOf(captured.account),
		references: [invoice_number, payment_id, order, subscription_id].flatMap(
			(reading) => valueOf(reading) ?? [],
		),
		number: valueOf(number) ?? '',
		numberKind: outbound ? 'dialled_number' : 'caller_id',
	};
}

type Comparison = 'agrees' | 'differs' | null;

/** Null when one of the two says nothing. */
const compare = (
	said: string | undefined,
	known: readonly string[],
	same: (a: string, b: string) => boolean,
): Comparison => {
	if (!said || known.length === 0) return null;
	return known.some((one) => same(said, one)) ? 'agrees' : 'differs';
};

const sameAddress = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** What speaks for and against the record, each kind once. */
function evidence(caller: Caller, record: Candidate): Array<[EvidenceKind, 'agrees' | 'differs']> {
	const references = caller.references.map((said) => compare(said, record.references, sameTerm));
	const found: Array<[EvidenceKind, Comparison]> = [
		['account', compare(caller.account, record.accounts, sameTerm)],
		['reference', references.includes('agrees') ? 'agrees' : (references[0] ?? null)],
		['email', compare(caller.email, record.emails, sameAddress)],
		['name', compare(caller.name, record.names, sameName)],
		[caller.numberKind, compare(caller.number, record.phones, samePhone)],
	];
	return found.filter((one): one is [EvidenceKind, 'agrees' | 'differs'] => one[1] !== null);
}

/**
 * How sure it is who called. The agent's report is the starting point and never counts for more than
 * {@link HIGHEST_REPORT}; each record that was looked up is weighed by {@link EVIDENCE} against the other records and
 * against being none of them, so that two records that fit alike get at most half each.
 *
 * @param candidates null when nothing was looked up; an empty list when nothing was found
 */
export function matchCaller(
	captured: Captured,
	call: Call,
	candidates: Candidate[] | null,
	country: string,
): Match {
	const report = valueOf(captured.match_confidence);
	const reported = report === undefined ? [] : ['agent_reported'];
	const capped = report === undefined ? null : Math.min(report, HIGHEST_REPORT);
	const nobody = { candidate: null, ambiguous: false };
	if (candidates === null) {
		return { ...nobody, confidence: capped, basis: reported, callerIdOnly: false };
	}
	if (candidates.length === 0) {
		const confidence = Math.min(capped ?? 0, 0.3);
		return { ...nobody, confidence, basis: [...reported, 'no_record_found'], callerIdOnly: false };
	}
	const caller = callerOf(captured, call, country);
	const prior = logit(Math.max(capped ?? WITHOUT_REPORT, 0.01)) - Math.log(candidates.length);
	const weighed = candidates
		.map((candidate) => {
			const found = evidence(caller, candidate);
			const score = found.reduce((sum, [kind, result]) => sum + EVIDENCE[kind][result], prior);
			return { candidate, found, weight: Math.exp(score) };
		})
		.sort((a, b) => b.weight - a.weight);
	const total = weighed.reduce((sum, { weight }) => sum + weight, 1);
	const [best, second] = weighed;
	const agreeing = best.found.filter(([, result]) => result === 'agrees').map(([kind]) => kind);
	const ambiguous = second !== undefined && second.weight > best.weight / 3;
	return {
		confidence: Math.floor((best.weight / total) * 1_000) / 1_000,
		basis: [
			...reported,
			...best.found.map(([kind, result]) => (result === 'agrees' ? kind : `${kind}_differs`)),
			...(ambiguous ? ['several_records'] : []),
		],
		candidate: best.weight > 1 && !ambiguous ? best.candidate : null,
		ambiguous,
		callerIdOnly: reported.length === 0 && agreeing.length === 1 && agreeing[0] === 'caller_id',
	};
}
