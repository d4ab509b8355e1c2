import { redact, redactJson, redactTurns } from '../../lib/redaction';

describe('redact', () => {
	it.each([
		['my card is 4242 4242 4242 4242 ok', 'my card is [card removed] ok', 'card'],
		['the cvv is 123', 'the cvv is [security code removed]', 'card_security'],
		['IBAN DE89 3704 0044 0532 0130 00', 'IBAN [bank details removed]', 'bank'],
		['account number 000123456789', 'account number [bank details removed]', 'bank'],
		['routing number 021000021', 'routing number [bank details removed]', 'bank'],
		['my SSN is 123-45-6789', 'my SSN is [tax number removed]', 'tax_id'],
		['EIN 12-3456789', 'EIN [tax number removed]', 'tax_id'],
	])('hides the secret in "%s"', (text, expected, category) => {
		const result = redact(text);
		expect(result.text).toBe(expected);
		expect(result.findings.map((f) => f.category)).toEqual([category]);
		expect(redact(result.text)).toEqual({ text: expected, findings: [] });
	});

	it.each([
		'invoice 4242424242424241 is due on 2026-06-01',
		'call me on +1 415 555 0132',
		'the card ending in 4242 was charged $1,299.00 twice',
	])('leaves "%s" alone', (text) => {
		expect(redact(text)).toEqual({ text, findings: [] });
	});

	it('gives offsets into the input text', () => {
		const text = 'a 4242424242424242 b';
		expect(redact(text).findings).toEqual([{ category: 'card', start: 2, end: 18 }]);
	});
});

describe('numbers side by side', () => {
	it.each([
		['415-555-0111 4242 4242 4242 4242', '415-555-0111 [card removed]'],
		['+49 30 1234 4242 4242 4242 4242', '+49 30 1234 [card removed]'],
		['"5555-5555-5555-4444" "5555-5555-5555-4444"', '"[card removed]"'],
		[
			`My social security number is 536-22-8731. "${'9'.repeat(60)}"`,
			`My social security number is [tax number removed]. "${'9'.repeat(60)}"`,
		],
	])('%s', (text, expected) => {
		expect(redact(text).text).toBe(expected);
	});
});

describe('redactTurns', () => {
	it('keeps the other properties of a turn and gives offsets into its text', () => {
		const turns = [
			{ role: 'agent', text: 'Your card number, please?', start: 0, end: 1 },
			{ role: 'caller', text: 'It is 4242 4242 4242 4242.', start: 2, end: 3 },
		];
		expect(redactTurns(turns)).toEqual({
			turns: [turns[0], { ...turns[1], text: 'It is [card removed].' }],
			findings: [{ turn: 1, category: 'card', start: 6, end: 25 }],
		});
	});
});

describe('redactJson', () => {
	it('walks strings, numbers, arrays and keys', () => {
		const value = {
			cvv: 123,
			note: ['pay 4242424242424242'],
			account_number: '12345678',
			amount: 12.5,
		};
		expect(redactJson(value)).toEqual({
			value: {
				cvv: '[security code removed]',
				note: ['pay [card removed]'],
				account_number: '[bank details removed]',
				amount: 12.5,
			},
			findings: [
				{ path: '/cvv', category: 'card_security', start: 0, end: 3 },
				{ path: '/note/0', category: 'card', start: 4, end: 20 },
				{ path: '/account_number', category: 'bank', start: 0, end: 8 },
			],
		});
	});
});
