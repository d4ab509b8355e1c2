import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { redact, redactJson } from '../../lib/redaction';
import { maybeSaid, said } from './answers';
import { KEY_NAME } from './metadata';

/** Free text that a payer wrote: bounded, and without card numbers and the like. */
const writtenText = maybeSaid.transform((text) => redact(text.slice(0, LONGEST_TEXT)).text);
const LONGEST_TEXT = 5_000;
const anyObject = z.record(z.string(), z.unknown());

/** `POST` with the ID under `transaction` ([DOC-via] and [CODE], high). */
export const TRANSACTION_PATH = '/api/v1/transaction';

/** `POST` without parameters ([DOC-via], high; answer medium). */
export const LIST_PATH = '/api/v1/fetch_transactions';

/** `POST` with `filter` and `search` (request high; the answer is undocumented and read as the list is). */
export const SEARCH_PATH = '/api/v2/transaction_query';

/**
 * A transaction in every spelling on the sheet: `payment_id`/`paid` (single, webhook), `transaction`/`status` (list,
 * [CODE] medium), with `metadata` an object or missing.
 */
const rawSchema = z.object({
	payment_id: said.nullish(),
	transaction: said.nullish(),
	paid: said.nullish(),
	status: said.nullish(),
	amount: maybeSaid,
	currency: maybeSaid,
	payment_method: maybeSaid,
	date: maybeSaid,
	name: writtenText,
	email: maybeSaid,
	note: writtenText,
	items: writtenText,
	quantities: maybeSaid,
	metadata: anyObject.nullish().catch(undefined),
	street_address: z.unknown(),
});

export interface Transaction extends IDataObject {
	id: string;
	/** Poof's own word, such as `yes`, `pending`, `paid_partial`, `payout`; unknown words pass through. */
	status: string;
	/** True for `yes` alone. Every other word, known or not, is not paid. */
	isPaid: boolean;
	/** Fiat, in major units, as a decimal string. */
	amount: string;
	currency: string;
	/** In whole coins, as a decimal string; empty when Poof says none. */
	coinAmount: string;
	/** The address that was or is to be paid to; empty when Poof says none. */
	address: string;
	paymentMethod: string;
	/** As Poof wrote it: it has no time zone and is not always a valid time. */
	date: string;
	name: string;
	email: string;
	note: string;
	items: string;
	quantities: string;
	/** What was given when it was created, wherever Poof put it; redacted. */
	metadata: IDataObject;
	streetAddress: IDataObject | string;
}

/** Reads a transaction, or gives undefined when `raw` has no ID and so is none. */
export function readTransaction(raw: unknown): Transaction | undefined {
	const parsed = rawSchema.safeParse(raw);
	if (!parsed.success) return undefined;
	const { payment_id, transaction, paid, status, metadata, street_address, ...rest } = parsed.data;
	const id = payment_id ?? transaction ?? '';
	if (id === '') return undefined;
	const word = paid ?? status ?? '';
	const { payment_method, ...same } = rest;
	return {
		id,
		status: word,
		isPaid: word === 'yes',
		...same,
		coinAmount: textOf(metadata?.due),
		address: textOf(metadata?.address),
		paymentMethod: payment_method,
		metadata: ownMetadata(metadata ?? {}),
		streetAddress: readAddress(street_address),
	};
}

/** Reads a list of transactions, bare or in an envelope; undefined when it is no list. Entries without an ID are left out. */
export function readTransactions(raw: unknown): Transaction[] | undefined {
	return readList(raw)?.flatMap((entry) => readTransaction(entry) ?? []);
}

/** Reads such a list simplified or, without touching the entries, as Poof wrote it. */
export function readTransactionsAs(simplified: boolean) {
	return (raw: unknown): IDataObject[] | undefined =>
		simplified ? readTransactions(raw) : (readList(raw) as IDataObject[] | undefined);
}

function readList(raw: unknown): unknown[] | undefined {
	return listSchema.safeParse(raw).data;
}

const list = z.array(anyObject);
const listSchema = z.union([
	list,
	z.object({ transactions: list }).transform(({ transactions }) => transactions),
	z.object({ data: list }).transform(({ data }) => data),
]);

/**
 * Metadata lands in `metadata.external` (Poof's own page) or directly in `metadata` beside Poof's `address` and `due`
 * (client code). Redacted, but for the idempotency key, which must stay what it was.
 */
function ownMetadata(metadata: Record<string, unknown>): IDataObject {
	const own =
		anyObject.safeParse(metadata.external).data ??
		Object.fromEntries(
			Object.entries(metadata).filter(([name]) => name !== 'address' && name !== 'due'),
		);
	const key = textOf(own[KEY_NAME]);
	const redacted = redactJson(own).value as IDataObject;
	return key === '' ? redacted : { ...redacted, [KEY_NAME]: key };
}

function textOf(value: unknown): string {
	return said.safeParse(value).data ?? '';
}

function readAddress(value: unknown): IDataObject | string {
	const address = anyObject.safeParse(value);
	return address.success ? (address.data as IDataObject) : textOf(value);
}
