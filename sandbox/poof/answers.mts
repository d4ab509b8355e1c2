import type { Settings } from '../settings.mts';
import type { PoofAccount, Transaction } from './account.mts';
import { rateOf } from './coins.mts';

/** Where a payer goes; its last segment is the id that a fiat invoice does not state. */
export function paymentLink(origin: string, transaction: Transaction): string {
	return `${origin}/poof/pay/${transaction.id}`;
}

function shared(transaction: Transaction) {
	return {
		amount: transaction.amount,
		currency: transaction.currency,
		date: transaction.date,
		email: transaction.email,
		items: transaction.items,
		name: transaction.name,
		note: transaction.note,
		payment_method: transaction.paymentMethod,
		quantities: transaction.quantities,
	};
}

/** A transaction by itself: its id is `payment_id`, its state is `paid`. */
export function single(account: PoofAccount, transaction: Transaction) {
	return {
		...shared(transaction),
		payment_id: transaction.id,
		paid: transaction.paid,
		metadata: account.metadataOf(transaction),
		street_address: '',
	};
}

/** The same one in a list: there the id is `transaction` and the state is `status`. */
export function listed(account: PoofAccount, transaction: Transaction, settings: Settings) {
	return {
		...shared(transaction),
		transaction: transaction.id,
		status: transaction.paid,
		...(settings.poof.metadataInLists && { metadata: account.metadataOf(transaction) }),
	};
}

export function crypto(transaction: Transaction & { address: string; due: string }) {
	return {
		address: transaction.address,
		amount: transaction.amount,
		charge: transaction.due,
		crypto: transaction.paymentMethod,
		currency: transaction.currency,
		rate: rateOf(transaction.paymentMethod).toFixed(),
	};
}

const AMOUNTS = new Set([
	'amount',
	'charge',
	'due',
	'rate',
	'balance',
	'remaining_balance',
	'price',
]);

/** The same answer with its amounts as numbers. */
export function withNumbers(answer: unknown): unknown {
	return JSON.parse(JSON.stringify(answer), (key, value: unknown) =>
		AMOUNTS.has(key) && typeof value === 'string' ? Number(value) : value,
	);
}

/** A payout that was made, in the shape that the settings choose among the disputed ones. */
export function payout(transaction: Transaction, left: string, origin: string, settings: Settings) {
	if (settings.poof.payoutAnswer === 'message') return { message: 'Transaction sent' };
	return {
		transaction_id: transaction.id,
		address: transaction.address,
		amount: transaction.due,
		remaining_balance: left,
		...(settings.poof.payoutAnswer === 'legacy' && { redirect: paymentLink(origin, transaction) }),
	};
}

const SEARCHED: Record<string, (account: PoofAccount, transaction: Transaction) => string> = {
	id: (_account, { id }) => id,
	email: (_account, { email }) => email,
	name: (_account, { name }) => name,
	amount: (_account, { amount }) => amount,
	payment: (_account, { paymentMethod }) => paymentMethod,
	crypto_address: (_account, { address }) => address ?? '',
	metadata: (account, transaction) => JSON.stringify(account.metadataOf(transaction)),
};

/** The transactions whose field holds the text; null when there is no such filter. */
export function found(account: PoofAccount, filter: string, search: string): Transaction[] | null {
	const read = SEARCHED[filter];
	if (!read) return null;
	const wanted = search.toLowerCase();
	return account.transactions.filter((transaction) => {
		const held = read(account, transaction).toLowerCase();
		return filter === 'metadata' ? held.includes(wanted) : held === wanted;
	});
}
