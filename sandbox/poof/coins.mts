import { Big } from 'big.js';

/** US dollars per coin. Invented, and fixed, so that what a test computes stays true. */
const RATES: Record<string, string> = {
	bitcoin: '64000',
	ethereum: '1850',
	solana: '140',
	litecoin: '80',
	polygon: '0.5',
	bnb: '550',
	avalanche: '25',
	xrp: '0.6',
	doge: '0.1',
	usdc: '1',
	dai: '1',
};

/** The version 1 calls take tickers too. */
const TICKERS: Record<string, string> = {
	btc: 'bitcoin',
	eth: 'ethereum',
	sol: 'solana',
	ltc: 'litecoin',
};

const OPENING_BALANCES: Record<string, string> = {
	bitcoin: '0.5',
	ethereum: '10',
	solana: '25',
	litecoin: '100',
	usdc: '5000',
};

export const COINS = Object.keys(RATES);

/** The coin's word (`bitcoin`) for a word or a ticker; undefined when Poof would not know it. */
export function coinOf(crypto: string): string | undefined {
	const word = crypto.toLowerCase();
	const coin = TICKERS[word] ?? word;
	return Object.hasOwn(RATES, coin) ? coin : undefined;
}

export function rateOf(coin: string): Big {
	return new Big(RATES[coin] ?? '1');
}

export function openingBalances(): Map<string, Big> {
	return new Map(COINS.map((coin) => [coin, new Big(OPENING_BALANCES[coin] ?? '0')]));
}

/** Dollars as an amount of the coin, to eight places. */
export function coinAmount(dollars: string, coin: string): string {
	return new Big(dollars).div(rateOf(coin)).round(8, Big.roundUp).toFixed();
}
