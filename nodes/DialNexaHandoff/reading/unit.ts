import { canonical } from './decimal';

/** A currency or coin. `$` stands for a dollar sign that does not say which dollar. */
export interface Unit {
	kind: 'fiat' | 'coin';
	code: string;
}

const CODES =
	'AED AUD BDT BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP HKD HUF IDR ILS INR JPY KES KRW KWD LKR MXN MYR NGN NOK NZD PEN PHP PKR PLN QAR RON SAR SEK SGD THB TRY TWD TZS UAH UGX USD VND ZAR'.split(
		' ',
	);
const NO_MINOR_UNIT = new Set(['CLP', 'JPY', 'KRW', 'UGX', 'VND']);
const DOLLAR_CODES = new Set(['USD', 'AUD', 'CAD', 'HKD', 'NZD', 'SGD', 'TWD']);

const CURRENCY_WORDS: Record<string, string> = {
	$: '$',
	dollar: '$',
	dollars: '$',
	bucks: '$',
	us$: 'USD',
	a$: 'AUD',
	c$: 'CAD',
	hk$: 'HKD',
	nz$: 'NZD',
	s$: 'SGD',
	r$: 'BRL',
	'€': 'EUR',
	euro: 'EUR',
	euros: 'EUR',
	'£': 'GBP',
	pound: 'GBP',
	pounds: 'GBP',
	quid: 'GBP',
	'₹': 'INR',
	rs: 'INR',
	rupee: 'INR',
	rupees: 'INR',
	rupaye: 'INR',
	rupaiya: 'INR',
	रुपये: 'INR',
	रुपए: 'INR',
	रुपया: 'INR',
	yen: 'JPY',
	francs: 'CHF',
};

/** The coins by the names that payment platforms use, with their tickers. */
const COINS: Record<string, readonly string[]> = {
	avalanche: ['avax'],
	bitcoin: ['btc'],
	bitcoin_cash: ['bch'],
	bnb: [],
	cardano: ['ada'],
	cosmos: ['atom'],
	dai: [],
	dogecoin: ['doge'],
	ethereum: ['eth', 'ether'],
	litecoin: ['ltc'],
	polkadot: ['dot'],
	polygon: ['matic', 'pol'],
	solana: ['sol'],
	tron: ['trx'],
	usdc: [],
	usdt: ['tether'],
	xrp: ['ripple'],
};

const COIN_OF_NAME = new Map(
	Object.entries(COINS).flatMap(([coin, tickers]) =>
		[coin, ...tickers].map((name): [string, string] => [name, coin]),
	),
);

/** The currency that a lower-case symbol, word or ISO 4217 code names. */
export function currencyNamed(name: string): Unit | null {
	const code = Object.hasOwn(CURRENCY_WORDS, name)
		? CURRENCY_WORDS[name]
		: CODES.find((known) => known.toLowerCase() === name);
	return code ? { kind: 'fiat', code } : null;
}

/** The coin that a name or ticker in any case names, under the name that payment platforms use. */
export function coinNamed(name: string): Unit | null {
	const code = COIN_OF_NAME.get(name.toLowerCase().replace(/[ -]/g, '_'));
	return code ? { kind: 'coin', code } : null;
}

/** How many digits after the point an amount in the unit can have. */
export function minorDigits({ kind, code }: Unit): number {
	if (kind === 'coin') return 18;
	if (code === 'KWD') return 3;
	return NO_MINOR_UNIT.has(code) ? 0 : 2;
}

/** Whether a bare dollar sign can mean the currency. */
export const isDollar = (code: string) => DOLLAR_CODES.has(code);

/** An amount as people write it, with as many digits as its currency has: `4800.00 USD`. */
export const withCurrency = (amount: string, code: string) =>
	`${canonical(amount, minorDigits({ kind: 'fiat', code }))} ${code}`.trim();
