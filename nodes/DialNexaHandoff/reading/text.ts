import { coinNamed, currencyNamed, type Unit } from './unit';
import { ABSENT, excerpt, read, unreadable, writtenValue, type Reading } from './reading';

/** Free text, shown and never acted upon: one line of at most `length` characters. */
export function readText(value: unknown, length = 240): Reading<string> {
	const written = writtenValue(value);
	return written === null ? ABSENT : read(excerpt(written, length), written);
}

/** An identifier such as `INV-2041`: short, with a digit or a letter, and nothing that a link or a sentence has. */
export function readIdentifier(value: unknown): Reading<string> {
	const written = writtenValue(value);
	if (written === null) return ABSENT;
	const identifier = written.replace(/^(?:no\.?|number|#)\s+(?=\S)/i, '');
	return /^#?[\p{L}\p{N}][\p{L}\p{M}\p{N}_.\-/#: ]{0,63}$/u.test(identifier) &&
		(identifier.match(/ /g) ?? []).length <= 3 &&
		!identifier.includes('//')
		? read(identifier, written)
		: unreadable(written, 'it is no identifier');
}

export function readEmail(value: unknown): Reading<string> {
	const written = writtenValue(value);
	if (written === null) return ABSENT;
	const email = written.replace(/^mailto:/i, '').toLowerCase();
	return email.length <= 254 &&
		/^[a-z0-9._%+'-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,62})\.)+[a-z]{2,24}$/.test(email) &&
		!email.includes('..')
		? read(email, written)
		: unreadable(written, 'it is no e-mail address');
}

/** A web address that opens in a browser and carries no log-in of its own. */
export function readLink(value: unknown): Reading<string> {
	const written = writtenValue(value);
	if (written === null) return ABSENT;
	return /^https?:\/\/[a-z0-9](?:[a-z0-9.-]{0,252}[a-z0-9])?(?::\d{1,5})?(?:[/?#][^\s<>"'`|\\^{}]*)?$/i.test(
		written,
	) && written.length <= 2_000
		? read(written, written)
		: unreadable(written, 'it is no web address');
}

const YES = new Set('true yes y 1 confirmed done given haan haa ha ji correct verified'.split(' '));
const NO = new Set('false no n 0 not_confirmed unconfirmed refused declined nahi nahin'.split(' '));

/** A yes or no, which DialNexa delivers as a string. "Maybe" is neither. */
export function readFlag(value: unknown): Reading<boolean> {
	const written = writtenValue(value);
	if (written === null) return ABSENT;
	const word = written
		.toLowerCase()
		.replace(/[ .!]+$/, '')
		.replace(/ /g, '_');
	if (YES.has(word)) return read(true, written);
	return NO.has(word) ? read(false, written) : unreadable(written, 'it is neither yes nor no');
}

/** A confidence from 0 to 1; a percentage needs its sign. */
export function readConfidence(value: unknown): Reading<number> {
	const written = writtenValue(value);
	if (written === null) return ABSENT;
	const percent = /^(\d{1,3}(?:\.\d{1,6})?) ?%$/.exec(written);
	const number = percent
		? Number(percent[1]) / 100
		: /^[01](?:[.,]\d{1,20})?$|^\.\d{1,20}$/.test(written)
			? Number(written.replace(',', '.'))
			: Number.NaN;
	return number >= 0 && number <= 1
		? read(number, written)
		: unreadable(written, 'it is no number from 0 to 1');
}

const readUnit = (value: unknown, named: (name: string) => Unit | null, why: string) => {
	const written = writtenValue(value);
	if (written === null) return ABSENT;
	const unit = named(written.toLowerCase());
	return unit ? read(unit.code, written) : unreadable(written, why);
};

/** An ISO 4217 code, or `$` where only a dollar sign was written. */
export const readCurrency = (value: unknown): Reading<string> =>
	readUnit(value, currencyNamed, 'it is no currency known here');

/** A coin under the name that payment platforms use, such as `solana`. */
export const readCoin = (value: unknown): Reading<string> =>
	readUnit(value, coinNamed, 'it is no coin known here');

/** One of a few words, in any case. */
export function readChoice<T extends string>(
	value: unknown,
	choices: readonly T[],
	synonyms: Readonly<Record<string, T>> = {},
): Reading<T> {
	const written = writtenValue(value);
	if (written === null) return ABSENT;
	const word = written.toLowerCase();
	const choice =
		choices.find((known) => known === word) ??
		(Object.hasOwn(synonyms, word) ? synonyms[word] : undefined);
	return choice
		? read(choice, written)
		: unreadable(written, `it is none of ${choices.join(', ')}`);
}

// What the addresses of each coin look like. Their checksums are the business of whoever sends.
const EVM = /^0x[0-9a-f]{40}$/i;
const BASE58 = '[1-9A-HJ-NP-Za-km-z]';
const ADDRESSES: Record<string, RegExp> = {
	avalanche: /^(?:0x[0-9a-f]{40}|[XPC]-avax1[0-9a-z]{38})$/i,
	bitcoin: new RegExp(`^(?:[13]${BASE58}{25,34}|bc1[02-9ac-hj-np-z]{11,71})$`),
	bitcoin_cash: new RegExp(`^(?:(?:bitcoincash:)?[qp][02-9ac-hj-np-z]{41}|[13]${BASE58}{25,34})$`),
	bnb: /^(?:0x[0-9a-f]{40}|bnb1[02-9ac-hj-np-z]{38})$/i,
	cardano: /^addr1[02-9ac-hj-np-z]{50,110}$/,
	cosmos: /^cosmos1[02-9ac-hj-np-z]{38,58}$/,
	dai: EVM,
	dogecoin: new RegExp(`^[DA9]${BASE58}{25,34}$`),
	ethereum: EVM,
	litecoin: new RegExp(`^(?:[LM3]${BASE58}{25,34}|ltc1[02-9ac-hj-np-z]{11,71})$`),
	polkadot: new RegExp(`^1${BASE58}{46,47}$`),
	polygon: EVM,
	solana: new RegExp(`^${BASE58}{32,44}$`),
	tron: new RegExp(`^T${BASE58}{33}$`),
	usdc: new RegExp(`^(?:0x[0-9a-fA-F]{40}|${BASE58}{32,44})$`),
	usdt: new RegExp(`^(?:0x[0-9a-fA-F]{40}|${BASE58}{32,44})$`),
	xrp: new RegExp(`^r${BASE58}{24,34}$`),
};

/** A wallet address of the coin's form. Without a coin no address can be read. */
export function readAddress(value: unknown, coin: string | undefined): Reading<string> {
	const written = writtenValue(value);
	if (written === null) return ABSENT;
	if (coin === undefined) return unreadable(written, 'the coin is not known');
	return ADDRESSES[coin]?.test(written)
		? read(written, written)
		: unreadable(written, `it is no ${coin} address`);
}
