import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { StripeAccount } from './account.mts';
import { cardOf, customerOf } from './objects.mts';
import { checked, customerFields, expand, formOf } from './parameters.mts';
import { missing } from './refusal.mts';

type ById = { Params: { id: string } };
type BySource = { Params: { id: string; source: string } };

/** Customers and the cards and sources that hang on them. */
export function customerRoutes(app: FastifyInstance, account: StripeAccount) {
	app.post('/v1/customers', { config: { operation: 'customers.create' } }, async (request) => {
		const { expand: paths, ...given } = checked(customerFields, formOf(request));
		return account.expanded(account.add('customers', customerOf(given)), paths);
	});
	app.post<ById>(
		'/v1/customers/:id',
		{ config: { operation: 'customers.update' } },
		async (request) =>
			account.change(
				account.find('customers', request.params.id),
				checked(customerFields, formOf(request)),
			),
	);
	app.delete<ById>(
		'/v1/customers/:id',
		{ config: { operation: 'customers.delete' } },
		async (request) => {
			const customer = account.find('customers', request.params.id);
			account.remove('customers', customer);
			return { id: customer.id, object: 'customer', deleted: true };
		},
	);
	app.post<ById>(
		'/v1/customers/:id/sources',
		{ config: { operation: 'customers.sources.create' } },
		async (request) => {
			const customer = account.find('customers', request.params.id);
			const { source } = checked(z.strictObject({ source: z.string(), expand }), formOf(request));
			const held = account.held.sources.find(({ id }) => id === source);
			if (!held && !source.startsWith('tok_')) throw missing('token', source);
			const attached = held ?? account.add('sources', cardOf({}));
			attached['customer'] = customer.id;
			customer['default_source'] ??= attached.id;
			account.changed();
			return attached;
		},
	);
	const sourceOf = ({ id, source }: BySource['Params']) => {
		const found = account.held.sources.find(
			(held) => held.id === source && held['customer'] === account.find('customers', id).id,
		);
		if (!found) throw missing('source', source);
		return found;
	};
	app.get<BySource>(
		'/v1/customers/:id/sources/:source',
		{ config: { operation: 'customers.sources.get' } },
		async (request) => sourceOf(request.params),
	);
	app.delete<BySource>(
		'/v1/customers/:id/sources/:source',
		{ config: { operation: 'customers.sources.delete' } },
		async (request) => {
			const source = sourceOf(request.params);
			account.remove('sources', source);
			return source.object === 'card'
				? { id: source.id, object: 'card', deleted: true }
				: { ...source, customer: null, status: 'consumed' };
		},
	);
}
