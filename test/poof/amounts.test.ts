import fc from 'fast-check';

import {
	compareDecimals,
	decimalPlaces,
	multiplyDecimals,
	readDecimal,
	subtractDecimals,
} from '../../nodes/Poof/amounts';

const decimal = fc
	.tuple(fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.stringMatching(/^\d{0,18}$/))
	.map(([whole, fraction]) => (fraction === '' ? `${whole}` : `${whole}.${fraction}`));

/** In units of 10^-18, where all of these are whole. */
const atoms = (text: string) => {
	const [whole, fraction = ''] = text.split('.');
	return BigInt(whole) * 10n ** 18n + BigInt(fraction.padEnd(18, '0'));
};

test.each([
	['49.00', '49.00'],
	[' 0.2 ', '0.2'],
	['007.50', '7.50'],
	['0', '0'],
	[2, '2'],
	[9007199254740991, '9007199254740991'],
])('%j is the decimal %s', (value, text) => {
	expect(readDecimal(value)).toBe(text);
});

test.each([
	'',
	'.5',
	'5.',
	'-1',
	'+1',
	'1e3',
	'4,800',
	'1 000',
	'$5',
	'0x10',
	'٣',
	'NaN',
	'Infinity',
	'1'.repeat(31),
	0.1,
	0.5,
	-0.5,
	2 ** 53,
	NaN,
	Infinity,
	null,
	undefined,
	true,
	[],
	['1'],
	{},
])('%j is none', (value) => {
	expect(readDecimal(value)).toBeUndefined();
});

test('what is read stays the same amount, digit for digit behind the point', () => {
	fc.assert(
		fc.property(decimal, fc.nat({ max: 5 }), (text, zeros) => {
			expect(readDecimal('0'.repeat(zeros) + text)).toBe(text);
		}),
	);
});

test('comparing, subtracting and multiplying are exact', () => {
	fc.assert(
		fc.property(decimal, decimal, (a, b) => {
			const [x, y] = [atoms(a), atoms(b)];
			expect(compareDecimals(a, b)).toBe(x < y ? -1 : x > y ? 1 : 0);
			const [more, less] = x >= y ? [a, b] : [b, a];
			expect(atoms(subtractDecimals(more, less))).toBe(x >= y ? x - y : y - x);
			const product = multiplyDecimals(a, b);
			const [whole, fraction = ''] = product.split('.');
			expect(BigInt(whole + fraction.padEnd(36, '0'))).toBe(x * y);
			expect(decimalPlaces(product)).toBe(fraction.length);
		}),
	);
});
