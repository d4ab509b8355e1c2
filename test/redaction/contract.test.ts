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
		'order 5ac2901e-3b82-445a-aba1-4b46aef0d26d was refunded',
		'ticket aba55523-bb02-4b2d-a770-d00f4c38b67a',
		'https://crm.example.com/calls/e50fa2a6-1099-4b2d-1040-d00f4c38b67a',
		'recording e50fa2a6-1099-4b2d-a770-d00f4c38b67a.html',
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
		[
			'So first four four nine two nine, next four two two four three, then one nine six nine, last four seven one eight seven.',
			'So first four [card removed].',
		],
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

describe('recovery phrases', () => {
	it.each([
		[
			'mi frase de recuperación es filtro tormenta bien mundo nueve fuga lógica agonía voz elogio definir nácar, recupérenme la billetera',
			'mi frase de recuperación es [wallet secret removed], recupérenme la billetera',
		],
		[
			'Meine Wiederherstellungsphrase lautet: apfel, baum, carport, dachs, ebene, fisch, garten, hafen, insel, jagd, kamin, lampe. Bitte helfen Sie.',
			'Meine Wiederherstellungsphrase lautet: [wallet secret removed]. Bitte helfen Sie.',
		],
		[
			'The support guy said to read it to you: liquid cross bench south left curve about zoo proud fat shed service. Is that all twelve?',
			'The support guy said to read it to you: [wallet secret removed]. Is that all twelve?',
		],
		...[
			'I lost my recovery phrase and the wallet support people told everyone something about moving coins tomorrow morning',
			'Keep your recovery phrase offline: support never asks anybody for secret words whatever happens',
			'mis palabras: filtro tormenta bien mundo nueve fuga lógica agonía voz elogio definir nácar granja',
		].map((text) => [text, text]),
	])('%s', (text, expected) => {
		expect(redact(text).text).toBe(expected);
	});
});

describe('the last four of a tax number', () => {
	it.each([
		"AI: I need the last four of the borrower's social security number.\nBorrower: It's 4491.",
		'Agente: necesito los últimos cuatro del seguro social del titular.\nCliente: 4491.',
	])('go: %s', (text) => {
		expect(redact(text).text).toBe(text.replace('4491', '[tax number removed]'));
	});
});

describe('a UTR', () => {
	it.each([
		[
			"Agent: Could you confirm the UTR?\nCaller: 49595 20880. It's for the 2023-24 return.",
			"Agent: Could you confirm the UTR?\nCaller: [tax number removed]. It's for the 2023-24 return.",
		],
		['The UTR of the NEFT is 430012345678.', 'The UTR of the NEFT is 430012345678.'],
		['UTR 4300 1234 5678, please check', 'UTR 4300 1234 5678, please check'],
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

describe('contact details', () => {
	const text =
		'call +1 415 555 0132 or nine eight seven six five four three two one zero, mail a.b@example.com';

	it('stay, because operations need them', () => {
		expect(redact(`My mobile: ${text}`).findings).toEqual([]);
	});

	it('go when that is asked for', () => {
		const result = redact(`My mobile: ${text}`, { alsoHide: ['phone', 'email'] });
		expect(result.text).toBe(
			'My mobile: call [phone number removed] or [phone number removed], mail [e-mail address removed]',
		);
	});
});

describe('contact details said in words', () => {
	const hide = (text: string) => redact(text, { alsoHide: ['phone', 'email'] }).text;

	it.each([
		['write to ravi dot kumar at gmail dot com', 'write to [e-mail address removed]'],
		['mail j underscore doe 7 at my firm dot co dot uk', 'mail [e-mail address removed]'],
		['es ana punto perez arroba example punto es', 'es [e-mail address removed]'],
		['reach me at plus nine one 98765 43210', 'reach me at [phone number removed]'],
		[
			'ask for Ana at nine eight seven six five four three two one oh',
			'ask for Ana at [phone number removed]',
		],
	])('go when that is asked for: %s', (text, redacted) => {
		expect(hide(text)).toBe(redacted);
		expect(redact(text).findings).toEqual([]);
	});

	it('are not seen in other talk', () => {
		const text = 'We met at the office at nine, at least I think so, at 4 Main Street.';
		expect(hide(text)).toBe(text);
	});

	it('leave a UPI ID to be hidden in any case', () => {
		expect(redact('it is ravi at okaxis').text).toBe('it is [bank details removed]');
		expect(redact('my account at HDFC is closed').findings).toEqual([]);
	});
});

describe('turns in a text', () => {
	it.each(['Speaker 1', 'SPEAKER_01', 'Agent 2', 'Agent (Mia)', '[00:12] Agent', '00:12 Agent'])(
		'are recognised after "%s:"',
		(label) => {
			const { text } = redact(`${label}: Can I have the security code?\nCaller: 421, order 88120`);
			expect(text).toBe(
				`${label}: Can I have the security code?\nCaller: [security code removed], order 88120`,
			);
		},
	);
});

describe('words that sound like digits', () => {
	it('are digits among digits', () => {
		const { text } = redact(
			'it is for two for two for two for two for two for two for two for two',
		);
		expect(text).toBe('it is [card removed]');
	});

	it('are words elsewhere', () => {
		expect(redact('I won two for two days, three to four times, and ate one').findings).toEqual([]);
	});
});

describe('secrets over several lines', () => {
	it('hides a private key in PEM', () => {
		const { text } = redact(
			'-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkq\n-----END PRIVATE KEY-----',
		);
		expect(text).not.toContain('MIIEvQ');
	});

	it('hides an encrypted wallet file, and nothing around it', () => {
		const keystore = '{"version":3,"crypto":{"ciphertext":"7a28","kdf":"scrypt"}}';
		expect(redact(`here {it} is: ${keystore} ok`).text).toBe(
			'here {it} is: [wallet secret removed] ok',
		);
	});
});

describe('redactTurns, across turns', () => {
	it('finds a card that is spread over turns, its readback, and the code asked for', () => {
		const { turns, findings } = redactTurns([
			{ role: 'agent', text: 'Card number?' },
			{ role: 'caller', text: 'four two four two' },
			{ role: 'agent', text: 'four two four two, yes' },
			{ role: 'caller', text: '4242 42424242' },
			{ role: 'agent', text: 'And the code on the back?' },
			{ role: 'caller', text: 'four two one' },
		]);
		expect(turns.map((turn) => turn.text)).toEqual([
			'Card number?',
			'[card removed]',
			'[card removed], yes',
			'[card removed]',
			'And the code on the back?',
			'[security code removed]',
		]);
		expect(findings.map(({ turn, category }) => [turn, category])).toEqual([
			[1, 'card'],
			[2, 'card'],
			[3, 'card'],
			[5, 'card_security'],
		]);
	});
});

describe('redactJson, keys', () => {
	it.each([
		['customer_account_number', 'bank'],
		['cardNumber', 'card'],
		['CVC', 'card_security'],
		['Tax ID', 'tax_id'],
		['seed-phrase', 'wallet_secret'],
		['api_key', 'credential'],
	])('%s decides for its value, of whatever type and depth', (key, category) => {
		const { value, findings } = redactJson({ [key]: { a: ['x1'], b: 12, c: null, d: true } });
		expect(findings.map((finding) => finding.category)).toEqual([category, category]);
		expect(value).toEqual({
			[key]: {
				a: [expect.stringContaining('removed]')],
				b: expect.stringContaining('removed]'),
				c: null,
				d: true,
			},
		});
	});

	it('keeps what operations need', () => {
		const value = {
			call_id: 'call_4242424242424242',
			amount: 129900,
			invoice_number: '48213',
			last4: '4242',
			phone: '+14155550132',
			wallet: '0x52908400098527886E0F7030069857D2E4169EE7',
			due_date: '2026-06-01',
		};
		expect(redactJson(value)).toEqual({ value, findings: [] });
	});

	it('looks into keys, and gives paths as JSON Pointers', () => {
		expect(redactJson({ 'a/b~4242424242424242': [4242424242424242] }).findings).toEqual([
			{ path: '/a~1b~04242424242424242', category: 'card', start: 4, end: 20 },
			{ path: '/a~1b~04242424242424242/0', category: 'card', start: 0, end: 16 },
		]);
	});
});
