import { randomBytes } from 'node:crypto';
import { Big } from 'big.js';
import type { Journal } from '../requests.mts';
import type { Settings } from '../settings.mts';
import { coinAmount, openingBalances, rateOf } from './coins.mts';

/** The shared secret that Poof writes into the body of every webhook. */
export const SHARED_SECRET = 'sandbox-poof-shared-secret';

/** Everything that Poof keeps as a transaction: invoices, charges, checkouts and payouts alike. */
export interface Transaction {
	id: string;
	kind: 'fiat_invoice' | 'fiat_charge' | 'crypto_invoice' | 'crypto_charge' | 'checkout' | 'payout';
	amount: string;
	currency: string;
	paymentMethod: string;
	paid: string;
	date: string;
	email: string;
	name: string;
	items: string;
	quantities: string;
	note: string;
	/** What the caller gave along. */
	metadata: Record<string, unknown>;
	/** Only when coins are involved: where they go and how many are due. */
	address?: string;
	due?: string;
	/** Only for a checkout: its own webhook. */
	notify?: string;
}

/** A webhook that Poof sent, and how it was answered. */
export interface PoofDelivery {
	at: string;
	url: string;
	paymentId: string;
	paid: string;
	/** Null when nobody answered. */
	status: number | null;
	body: string;
}

/** `Dec 6, 05:23 AM 2022`, as Poof writes a date: without a zone. */
function poofDate(now: Date): string {
	const [month, day, year] = [
		now.toLocaleString('en-US', { month: 'short', timeZone: 'UTC' }),
		now.getUTCDate(),
		now.getUTCFullYear(),
	];
	const time = now.toLocaleString('en-US', {
		hour: '2-digit',
		minute: '2-digit',
		hour12: true,
		timeZone: 'UTC',
	});
	return `${month} ${day}, ${time} ${year}`;
}

/** One merchant's account at Poof. */
export class PoofAccount {
	transactions: Transaction[] = [];
	balances = openingBalances();
	/** Registered for good: Poof has no way to remove one, and a second one is added, not replaced. */
	webhooks: string[] = [];
	deliveries: PoofDelivery[] = [];
	private readonly journal: Journal;
	private readonly settings: Settings;

	constructor(journal: Journal, settings: Settings) {
		this.journal = journal;
		this.settings = settings;
	}

	reset() {
		this.transactions = [];
		this.balances = openingBalances();
		this.webhooks = [];
		this.deliveries = [];
	}

	add(
		given: Pick<Transaction, 'kind' | 'amount' | 'currency' | 'paymentMethod'> &
			Partial<Transaction>,
	): Transaction {
		const transaction: Transaction = {
			id: randomBytes(4).toString('hex'),
			paid: 'no',
			date: poofDate(new Date()),
			email: '',
			name: '',
			items: '',
			quantities: '',
			note: '',
			metadata: {},
			...given,
		};
		this.transactions.push(transaction);
		this.journal.changed();
		return transaction;
	}

	/** A payment in coins: what is due at today's rate, and a fresh address for it. */
	addCrypto(
		kind: 'crypto_invoice' | 'crypto_charge',
		coin: string,
		dollars: string,
		metadata: Record<string, unknown>,
	): Transaction & { address: string; due: string } {
		const coins = {
			address: `0x${randomBytes(20).toString('hex')}`,
			due: coinAmount(dollars, coin),
		};
		const given = { kind, amount: dollars, currency: 'usd', paymentMethod: coin, metadata };
		return { ...this.add({ ...given, ...coins }), ...coins };
	}

	balance(coin: string): Big {
		return this.balances.get(coin) ?? new Big(0);
	}

	/** Takes the coins out of the account at once; null when there are not enough. */
	payOut(coin: string, amount: Big, address: string): Transaction | null {
		const left = this.balance(coin).minus(amount);
		if (left.lt(0)) return null;
		this.balances.set(coin, left);
		const payout = this.add({
			kind: 'payout',
			amount: amount.times(rateOf(coin)).round(2).toFixed(2),
			currency: 'usd',
			paymentMethod: coin,
			paid: 'payout',
			address,
			due: amount.toFixed(),
		});
		// Poof tells of a payout as of any other change; the answer does not wait for that.
		void this.notify(payout);
		return payout;
	}

	find(id: string): Transaction | undefined {
		return this.transactions.find((transaction) => transaction.id === id);
	}

	/** `metadata` as Poof gives it back, with its own `address` and `due` among it. */
	metadataOf(transaction: Transaction): Record<string, unknown> {
		const own = {
			...(transaction.address && { address: transaction.address }),
			...(transaction.due && { due: transaction.due }),
		};
		return this.settings.poof.metadataPlace === 'external'
			? { external: transaction.metadata, ...own }
			: { ...transaction.metadata, ...own };
	}

	/** A payment has moved on: keeps the state and tells every webhook. */
	async mark(transaction: Transaction, paid: string): Promise<PoofDelivery[]> {
		transaction.paid = paid;
		this.journal.changed();
		return await this.notify(transaction);
	}

	private async notify(transaction: Transaction): Promise<PoofDelivery[]> {
		const urls = [...this.webhooks, ...(transaction.notify ? [transaction.notify] : [])];
		const body = JSON.stringify({
			amount: transaction.amount,
			payment_method: transaction.paymentMethod,
			currency: transaction.currency,
			payment_id: transaction.id,
			name: transaction.name,
			email: transaction.email,
			items: transaction.items,
			quantities: transaction.quantities,
			date: transaction.date,
			note: transaction.note,
			paid: transaction.paid,
			metadata: this.metadataOf(transaction),
			street_address: { address: '', city: '', state: '', zipcode: '', country: '' },
			'x-poof-signature': SHARED_SECRET,
		});
		return await Promise.all(urls.map((url) => this.deliver(url, transaction, body)));
	}

	private async deliver(url: string, transaction: Transaction, body: string) {
		const delivery: PoofDelivery = {
			at: new Date().toISOString(),
			url,
			paymentId: transaction.id,
			paid: transaction.paid,
			status: null,
			body: '',
		};
		this.deliveries.push(delivery);
		try {
			const answer = await fetch(url, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body,
				signal: AbortSignal.timeout(30_000),
			});
			delivery.body = await answer.text();
			delivery.status = answer.status;
		} catch (cause) {
			delivery.body = String(cause);
		}
		this.journal.changed();
		return delivery;
	}
}
