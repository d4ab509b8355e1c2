import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

/** Payment methods that the sources agree on least badly (API sheet 3.1); every other code can be typed in. */
const PAYMENT_METHODS = {
	paypal: 'PayPal',
	cashapp: 'Cash App',
	skrill: 'Skrill',
	coinbase: 'Coinbase',
	venmo: 'Venmo',
	'credit card': 'Credit Card',
};

/** Coins by their v2 names (API sheet 3.14); every other name can be typed in. */
const COINS = {
	avalanche: 'Avalanche',
	bitcoin: 'Bitcoin',
	bnb: 'BNB',
	ethereum: 'Ethereum',
	litecoin: 'Litecoin',
	polygon: 'Polygon',
	solana: 'Solana',
	usdc: 'USD Coin',
	xrp: 'XRP',
};

export async function searchPaymentMethods(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return matching(PAYMENT_METHODS, filter);
}

export async function searchCoins(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return matching(COINS, filter);
}

function matching(known: Record<string, string>, filter = ''): INodeListSearchResult {
	const wanted = filter.toLowerCase();
	const results = Object.entries(known)
		.map(([value, name]) => ({ name, value }))
		.filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(wanted));
	return { results };
}
