import type { Journal } from '../requests.mts';
import type { StripeObject } from './objects.mts';
import { openingObjects } from './opening.mts';
import { missing, StripeRefusal } from './refusal.mts';

/** Everything that the account holds, by what the API calls it; the newest of each comes first in lists. */
export interface StripeObjects {
	customers: StripeObject[];
	charges: StripeObject[];
	payment_intents: StripeObject[];
	subscriptions: StripeObject[];
	invoices: StripeObject[];
	disputes: StripeObject[];
	coupons: StripeObject[];
	sources: StripeObject[];
	meter_events: StripeObject[];
}

export type Kind = keyof StripeObjects;

/** One Stripe account: its objects, and what every route does with them. */
export class StripeAccount {
	held = openingObjects();
	private readonly journal: Journal;

	constructor(journal: Journal) {
		this.journal = journal;
	}

	reset() {
		this.held = openingObjects();
	}

	/** Takes the object away. */
	remove(list: Kind, object: StripeObject) {
		this.held[list] = this.held[list].filter((one) => one !== object);
		this.journal.changed();
	}

	/** Something of the account was changed in place. */
	changed() {
		this.journal.changed();
	}

	/** @throws StripeRefusal when the list holds no object of this ID. */
	find(list: Kind, id: string) {
		const found = this.held[list].find((object) => object.id === id);
		if (!found) throw missing(list.replace(/s$/, ''), id);
		return found;
	}

	add<Held extends StripeObject>(list: Kind, object: Held): Held {
		this.held[list].push(object);
		this.journal.changed();
		return object;
	}

	/** `object` with the objects in place of the IDs that `paths` lead to, such as `latest_invoice`. */
	expanded(object: unknown, paths: string[]): unknown {
		return paths.reduce((held, path) => this.expandedAt(held, path.split('.')), object);
	}

	private expandedAt(object: unknown, path: string[]): unknown {
		const [field, ...rest] = path;
		if (field === undefined) {
			if (typeof object !== 'string') return object;
			return Object.values(this.held)
				.flat()
				.find(({ id }: StripeObject) => id === object);
		}
		if (Array.isArray(object)) return object.map((entry) => this.expandedAt(entry, path));
		if (object === null || typeof object !== 'object' || !(field in object)) {
			throw new StripeRefusal(400, `This property cannot be expanded (${field}).`);
		}
		const inner = (object as Record<string, unknown>)[field];
		const reached =
			typeof inner === 'string' && rest.length > 0 ? this.expandedAt(inner, []) : inner;
		return { ...object, [field]: reached === null ? null : this.expandedAt(reached, rest) };
	}

	/** What comes empty is taken away, as Stripe does; `metadata` is merged key by key. */
	change(object: StripeObject, given: Record<string, unknown>) {
		for (const [field, value] of Object.entries(given)) {
			if (field === 'expand' || value === undefined) continue;
			if (field !== 'metadata') {
				object[field] = value === '' ? null : value;
				continue;
			}
			const merged = { ...(object[field] as object), ...(value as object) };
			object[field] = Object.fromEntries(Object.entries(merged).filter(([, held]) => held !== ''));
		}
		this.journal.changed();
		return object;
	}
}
