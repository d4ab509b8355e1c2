import { createHash } from 'node:crypto';

import { base58, base58xrp, bech32, bech32m, keccak_256, utils } from './vendored';

/**
 * `unchecked` for a coin whose addresses this library does not know: nothing is said about the address then.
 */
export type AddressCheck = 'valid' | 'invalid' | 'unchecked';

interface Bech32 {
	decodeUnsafe(address: string): { prefix: string; words: number[] } | undefined;
	fromWords(words: number[]): Uint8Array;
}
interface Base58 {
	decode(text: string): Uint8Array;
}

/** Coins by the names that Poof's users write, in lower case, and how an address of theirs is checked. */
const FORMATS: [names: string[], isValid: (address: string) => boolean][] = [
	[['bitcoin', 'btc'], (address) => hasVersion(address, [0x00, 0x05]) || isSegwit(address, 'bc')],
	[
		['litecoin', 'ltc'],
		(address) => hasVersion(address, [0x30, 0x32, 0x05]) || isSegwit(address, 'ltc'),
	],
	[['dogecoin', 'doge'], (address) => hasVersion(address, [0x1e, 0x16])],
	[['tron', 'trx'], (address) => hasVersion(address, [0x41])],
	[['xrp', 'ripple'], (address) => hasVersion(address, [0x00], base58xrp as Base58)],
	[['solana', 'sol'], isSolana],
	[
		[
			...['ethereum', 'eth', 'polygon', 'matic', 'bnb', 'avalanche', 'avax'],
			// Tokens that Poof's pages place on Ethereum, Avalanche and Polygon (ERC-20).
			...['usdc', 'ape', 'mana', 'shib', 'link', 'dai'],
		],
		isEthereum,
	],
];

/**
 * Whether `address` can be an address of `coin`: its format and, where the format has one, its checksum. Says nothing about
 * whose address it is.
 */
export function checkAddress(coin: string, address: string): AddressCheck {
	const format = FORMATS.find(([names]) => names.includes(coin.trim().toLowerCase()));
	if (!format) return 'unchecked';
	const [, isValid] = format;
	return isValid(address) ? 'valid' : 'invalid';
}

/** Base58Check: a version byte, 20 bytes of hash and 4 of checksum. */
function hasVersion(address: string, versions: number[], alphabet = base58 as Base58): boolean {
	const checksum = utils.checksum(4, doubleSha256) as { decode(bytes: Uint8Array): Uint8Array };
	const payload = decoded(() => checksum.decode(alphabet.decode(address)));
	return payload?.length === 21 && versions.includes(payload[0]);
}

/** BIP-173 and BIP-350: version 0 in bech32, 20 or 32 bytes; later versions in bech32m, 2 to 40 bytes. */
function isSegwit(address: string, prefix: string): boolean {
	return [bech32 as Bech32, bech32m as Bech32].some((encoding, isLater) => {
		const parts = encoding.decodeUnsafe(address);
		if (!parts || parts.prefix !== prefix) return false;
		const [version, ...words] = parts.words;
		const program = decoded(() => encoding.fromWords(words));
		if (!program) return false;
		return isLater
			? version >= 1 && version <= 16 && program.length >= 2 && program.length <= 40
			: version === 0 && (program.length === 20 || program.length === 32);
	});
}

/** 32 bytes in base58; the format has no checksum. */
function isSolana(address: string): boolean {
	return decoded(() => (base58 as Base58).decode(address))?.length === 32;
}

/** EIP-55: letters in one case carry no checksum, letters in both do. */
function isEthereum(address: string): boolean {
	if (!/^0x[0-9a-fA-F]{40}$/.test(address)) return false;
	const digits = address.slice(2);
	const lower = digits.toLowerCase();
	if (digits === lower || digits === digits.toUpperCase()) return true;
	const hash = Buffer.from(keccak_256(lower) as Uint8Array).toString('hex');
	return [...lower].every(
		(digit, at) => digits[at] === (parseInt(hash[at], 16) >= 8 ? digit.toUpperCase() : digit),
	);
}

function doubleSha256(bytes: Uint8Array): Uint8Array {
	const once = createHash('sha256').update(bytes).digest();
	return createHash('sha256').update(once).digest();
}

/** The libraries throw for what is not in their encoding. */
function decoded(decode: () => Uint8Array): Uint8Array | undefined {
	try {
		return decode();
	} catch {
		return undefined;
	}
}
