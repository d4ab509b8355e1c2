// What is read from Stripe and HubSpot. Reading may be tried again: nothing moves.
import { step, type Place, type Step } from './canvas.mts';

export const READING = { retryOnFail: true, maxTries: 2, waitBetweenTries: 2000 } as const;

/**
 * Who finds nothing goes on with an empty item, and who cannot ask with one that has an `error`. Not by an error output:
 * beside it n8n would send the empty item on as well. Read the `error` of an HTTP Request by `$json` in the very next step:
 * `$('…').first()` cannot copy it, and then the whole expression is null.
 */
export const SEARCHING = {
	...READING,
	onError: 'continueRegularOutput',
	alwaysOutputData: true,
	executeOnce: true,
} as const;

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

/** One of Stripe's lists, which n8n's Stripe node cannot ask for by customer. */
export function stripeList(
	name: string,
	at: Place,
	list: 'charges' | 'invoices' | 'subscriptions',
	query: Record<string, string>,
	settings: Parameters<typeof step>[5] = SEARCHING,
): Step {
	const url = `https://api.stripe.com/v1/${list}`;
	const asked = withCredential('stripeApi', url, { limit: '100', ...query });
	return step(name, 'httpRequest', 4.5, at, asked, settings);
}

/**
 * The customers under an email address, the newest first, as `data`; the word `none` finds nobody, where no address would find everybody.
 * Not by n8n's Stripe node: it stops with a type error when there are none (handleListing, n8n-nodes-base 2.41.2).
 */
export function stripeCustomers(name: string, at: Place, email: string): Step {
	const query = { limit: '5', email: `={{ ${email} || 'none' }}` };
	const url = 'https://api.stripe.com/v1/customers';
	return step(name, 'httpRequest', 4.5, at, withCredential('stripeApi', url, query), SEARCHING);
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
		SEARCHING,
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
		SEARCHING,
	);
}

/** Digits after the point where they are not two: Stripe counts in the smallest unit (docs.stripe.com/currencies). */
export const DIGITS = JSON.stringify(
	Object.fromEntries([
		...'bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf'
			.split(' ')
			.map((code) => [code, 0]),
		...'bhd jod kwd omr tnd'.split(' ').map((code) => [code, 3]),
	]),
);
