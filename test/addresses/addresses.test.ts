/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- tests run in Node, not in n8n */
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { checkAddress } from '../../lib/addresses';

/** Published examples: BIP-173, BIP-350, EIP-55 and the first addresses of each chain. */
const VALID: [string, string][] = [
	['bitcoin', '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa'],
	['bitcoin', '3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy'],
	['bitcoin', 'BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4'],
	['bitcoin', 'bc1pw508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kt5nd6y'],
	['BTC', 'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0'],
	['ethereum', '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed'],
	['ethereum', '0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359'],
	['usdc', '0x52908400098527886E0F7030069857D2E4169EE7'],
	['polygon', '0xde709f2102306220921060314715629080e2fb77'],
	['litecoin', 'LM2WMpR1Rp6j3Sa59cMXMs1SPzj9eXpGc1'],
	['litecoin', 'ltc1qw508d6qejxtdg4y5r3zarvary0c5xw7kgmn4n9'],
	['dogecoin', 'DH5yaieqoZN36fDVciNyRueRGvGLR3mr7L'],
	['solana', '7EcDhSYGxXyscszYEp35KHN8vvw3svAuLKTzXwCFLtV'],
	['solana', '11111111111111111111111111111111'],
	['xrp', 'rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh'],
	['tron', 'TJCnKsPa7y5okkXvQAidZBzqx3QyQ6sxMW'],
];

test.each(VALID)('%s %s is valid', (coin, address) => {
	expect(checkAddress(coin, address)).toBe('valid');
});

test.each([
	['bitcoin', '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb', 'a wrong checksum'],
	['bitcoin', 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5', 'a wrong checksum'],
	['bitcoin', 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7KV8F3T4', 'mixed case'],
	['bitcoin', 'bc1p38j9r5y49hruaue7wxjce0updqjuyyx0kh56v8s25huc6995vvpql3jow4', 'BIP-350 invalid'],
	['bitcoin', 'tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx', 'the test network'],
	['bitcoin', 'LM2WMpR1Rp6j3Sa59cMXMs1SPzj9eXpGc1', 'a Litecoin address'],
	['bitcoin', '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed', 'an Ethereum address'],
	['ethereum', '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD', 'a wrong checksum'],
	['ethereum', '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe', 'too short'],
	['ethereum', '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', 'a Bitcoin address'],
	['solana', '7EcDhSYGxXyscszYEp35KHN8vvw3svAuLKTzXwCFLt', 'a character too few'],
	['solana', '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed', 'an Ethereum address'],
	['xrp', '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', 'a Bitcoin address'],
	['tron', 'TJCnKsPa7y5okkXvQAidZBzqx3QyQ6sxMV', 'a wrong checksum'],
	['dogecoin', '', 'nothing'],
])('%s %s is invalid: %s', (coin, address) => {
	expect(checkAddress(coin, address)).toBe('invalid');
});

test('a coin that is not known is not vouched for', () => {
	expect(checkAddress('cardano', 'addr1')).toBe('unchecked');
});

test('one changed letter is noticed wherever the format has a checksum', () => {
	const summed = VALID.filter(
		([coin, address]) => coin !== 'solana' && !/^0x[0-9a-f]+$/.test(address),
	);
	fc.assert(
		fc.property(fc.constantFrom(...summed), fc.nat(), fc.nat(), ([coin, address], at, by) => {
			const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
			const place = at % address.length;
			const letter = alphabet[by % alphabet.length];
			const changed = address.slice(0, place) + letter + address.slice(place + 1);
			// EIP-55 has no checksum over digits, and an upper-case address none at all.
			fc.pre(letter.toLowerCase() !== address[place].toLowerCase() && !address.startsWith('0x'));
			return checkAddress(coin, changed) === 'invalid';
		}),
		{ numRuns: 2000 },
	);
});

test('whatever the text, it is answered', () => {
	fc.assert(
		fc.property(fc.constantFrom(...VALID.map(([coin]) => coin)), fc.string(), (coin, text) =>
			['valid', 'invalid'].includes(checkAddress(coin, text)),
		),
	);
});

test('the vendored code is as it was generated', () => {
	const file = readFileSync(join(__dirname, '../../lib/addresses/vendored.ts'), 'utf8');
	const [, sum, code] = /sha256 of what follows: (\w+)\n([^]*)$/.exec(file) ?? [];
	expect(createHash('sha256').update(code).digest('hex')).toBe(sum);
});
