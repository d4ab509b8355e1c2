// What is read from Stripe and HubSpot. Reading may be tried again: nothing moves.
import { step, type Place, type Step } from './canvas.mts';

type OnError = 'continueErrorOutput' | 'continueRegularOutput';

const reading = (onError: OnError) => ({
	retryOnFail: true,
	maxTries: 2,
	waitBetweenTries: 2000,
	onError,
	// Who finds nothing goes on with an empty item.
	alwaysOutputData: true,
	executeOnce: true,
});

/** The customers under an email address; the word `none` finds nobody, where no address would find everybody. */
export function stripeCustomers(name: string, at: Place, email: string, onError: OnError): Step {
	const filters = { email: `={{ ${email} || 'none' }}` };
	return step(
		name,
		'stripe',
		1,
		at,
		{ resource: 'customer', operation: 'getAll', returnAll: false, limit: 5, filters },
		reading(onError),
	);
}

const withCredential = (type: string, url: string, query: Record<string, string>) => ({
	url,
	authentication: 'predefinedCredentialType',
	nodeCredentialType: type,
	sendQuery: true,
	queryParameters: {
		parameters: Object.entries(query).map(([parameter, value]) => ({ name: parameter, value })),
	},
	options: { timeout: 20_000 },
});

/** One of Stripe's lists that n8n's Stripe node cannot ask for by customer; once for each customer that comes in. */
export function stripeList(
	name: string,
	at: Place,
	list: 'charges' | 'invoices' | 'subscriptions',
	query: Record<string, string>,
	onError: OnError,
): Step {
	return step(
		name,
		'httpRequest',
		4.5,
		at,
		withCredential('stripeApi', `https://api.stripe.com/v1/${list}`, { limit: '100', ...query }),
		{ ...reading(onError), executeOnce: false },
	);
}

type Filter = { propertyName: string; value: string };

/** The newest contact or deal that fits; `sortBy` says by which property. */
export function hubspotSearch(
	name: string,
	at: Place,
	resource: 'contact' | 'deal',
	filter: Filter,
	properties: string[],
	sortBy: string,
): Step {
	return step(
		name,
		'hubspot',
		2.2,
		at,
		{
			authentication: 'appToken',
			resource,
			operation: 'search',
			returnAll: false,
			limit: 1,
			filterGroupsUi: {
				filterGroupsValues: [{ filtersUi: { filterValues: [{ ...filter, operator: 'EQ' }] } }],
			},
			additionalFields: { direction: 'DESCENDING', sortBy, properties },
		},
		reading('continueRegularOutput'),
	);
}

/** Who owns records in HubSpot, with names: the first hundred. */
export function hubspotOwners(name: string, at: Place): Step {
	return step(
		name,
		'httpRequest',
		4.5,
		at,
		withCredential('hubspotAppToken', 'https://api.hubapi.com/crm/v3/owners', { limit: '100' }),
		reading('continueRegularOutput'),
	);
}
