import { readAmount } from '../../nodes/DialNexaHandoff/reading/amount';
import { readDate } from '../../nodes/DialNexaHandoff/reading/date';
import {
	addDecimals,
	canonical,
	compareDecimals,
	shift,
} from '../../nodes/DialNexaHandoff/reading/decimal';
import { readPhone, samePhone } from '../../nodes/DialNexaHandoff/reading/phone';
import { excerpt, valueOf } from '../../nodes/DialNexaHandoff/reading/reading';
import {
	readAddress,
	readConfidence,
	readEmail,
	readFlag,
	readIdentifier,
	readLink,
} from '../../nodes/DialNexaHandoff/reading/text';
import { WALLET } from './calls';

describe('amounts', () => {
	const written = (value: unknown, kind?: 'coin') => {
		const amount = valueOf(readAmount(value, kind));
		return amount ? `${amount.amount} ${amount.unit?.code ?? ''}`.trim() : null;
	};

	it.each([
		['49', '49'],
		['49.00', '49'],
		[49.5, '49.5'],
		['$49', '49 $'],
		['US$ 1,234.56', '1234.56 USD'],
		['USD 4,800', '4800 USD'],
		['4 800,50 €', '4800.5 EUR'],
		['1.234,56 EUR', '1234.56 EUR'],
		['1.234.567', '1234567'],
		["1'234.50 chf", '1234.5 CHF'],
		['49,90 euros', '49.9 EUR'],
		['₹1,20,000.50', '120000.5 INR'],
		['Rs. 500/-', '500 INR'],
		['₹2.5 lakh', '250000 INR'],
		['3 crore rupees', '30000000 INR'],
		['5k', '5000'],
		['1.5 million dollars', '1500000 $'],
		['forty-nine dollars', '49 $'],
		['four thousand eight hundred dollars', '4800 $'],
		['forty nine dollars and fifty cents', '49.5 $'],
		['fifty pence', '0.5'],
		['two hundred five pounds', '205 GBP'],
		['a hundred dollars', '100 $'],
		['pachas hazaar rupaye', '50000 INR'],
		['paanch sau rupees', '500 INR'],
		['१२५० रुपये', '1250 INR'],
		['₹१२५०', '1250 INR'],
		['４９．００', '49'],
		['¥500', null],
		['9007199254740993', null],
		['100000000000000.01', '100000000000000.01'],
	])('%s is %s', (value, expected) => {
		expect(written(value)).toBe(expected);
	});

	it.each([
		'about 50',
		'50-60',
		'50 or 60 dollars',
		'-49.00',
		'4.800',
		'$49 and $51',
		'49 USD or EUR',
		'49.999 USD',
		'500.50 JPY',
		'1e3',
		'0x31',
		'Infinity',
		'NaN',
		'four nine',
		'12,34,56',
		'1,2345',
		'49 USD 0.2 SOL',
		'send 49',
		'49; DROP TABLE',
		'9'.repeat(40),
		'ninety '.repeat(20),
	])('%s is unreadable', (value) => {
		expect(readAmount(value).state).toBe('unreadable');
	});

	it.each(['', ' ', 'n/a', 'None', 'unknown', null, undefined, {}, []])('%j is absent', (value) => {
		expect(readAmount(value).state).toBe('absent');
	});

	it.each([
		['0.2', '0.2'],
		['1.125', '1.125'],
		['0.2 SOL', '0.2 solana'],
		['0.000000000000000001', '0.000000000000000001'],
		['0.0000000000000000001', null],
	])('coins: %s is %s', (value, expected) => {
		expect(written(value, 'coin')).toBe(expected);
	});

	it('never rounds as floats do', () => {
		expect(addDecimals('0.1', '0.2')).toBe('0.3');
		expect(shift('2.675', 5)).toBe('267500');
		expect(canonical('007.50', 2)).toBe('7.50');
		expect(compareDecimals('9007199254740993', '9007199254740992')).toBe(1);
		expect(compareDecimals('500.000', '500')).toBe(0);
	});
});

describe('dates, from Friday 20 November 2026, 12:00 in London', () => {
	const now = Date.parse('2026-11-20T12:00:00Z');
	const at = (value: unknown, timeZone = 'Europe/London') =>
		valueOf(readDate(value, { now, timeZone })) ?? null;

	it.each([
		['2026-12-01', '2026-12-01'],
		['1 December 2026', '2026-12-01'],
		['December 1st, 2026', '2026-12-01'],
		['Dec 1', '2026-12-01'],
		['3 March', '2027-03-03'],
		['13/12/2026', '2026-12-13'],
		['12/13/2026', '2026-12-13'],
		['05/05/2027', '2027-05-05'],
		['today', '2026-11-20'],
		['tomorrow', '2026-11-21'],
		['by tomorrow', '2026-11-21'],
		['kal', '2026-11-21'],
		['parso', '2026-11-22'],
		['day after tomorrow', '2026-11-22'],
		['Monday', '2026-11-23'],
		['next Friday', '2026-11-27'],
		['in 3 days', '2026-11-23'],
		['three days', '2026-11-23'],
		['within two business days', '2026-11-24'],
		['in 2 weeks', '2026-12-04'],
		['end of the month', '2026-11-30'],
		['end of week', '2026-11-20'],
		['within 48 hours', '2026-11-22T12:00:00.000Z'],
		['tomorrow at 5 pm', '2026-11-21T17:00:00.000Z'],
		['5 pm on Monday', '2026-11-23T17:00:00.000Z'],
		['Monday, 17:30', '2026-11-23T17:30:00.000Z'],
		['noon', '2026-11-20T12:00:00.000Z'],
		['2026-12-01T09:00:00+05:30', '2026-12-01T03:30:00.000Z'],
	])('%s is %s', (value, expected) => {
		expect(at(value)).toBe(expected);
	});

	it.each([
		'03/04/2026',
		'soon',
		'31 February',
		'2026-02-30',
		'when the invoice clears',
		'next year',
		'2026-13-01',
		'25:00 tomorrow',
		'9999-12-31',
	])('%s is unreadable', (value) => {
		expect(readDate(value, { now, timeZone: 'UTC' }).state).toBe('unreadable');
	});

	it('means the day and the hour of the time zone', () => {
		expect(at('tomorrow', 'Pacific/Kiritimati')).toBe('2026-11-22');
		expect(at('tomorrow at 9 am', 'America/New_York')).toBe('2026-11-21T14:00:00.000Z');
		// The clocks go forward on 29 March 2026.
		expect(at('2027-03-28T12:00', 'Europe/London')).toBe('2027-03-28T11:00:00.000Z');
	});
});

describe('telephone numbers', () => {
	it.each([
		['+1 (415) 555-0142', '', '+14155550142'],
		['0044 20 7946 0000', '', '+442079460000'],
		['+44 (0)20 7946 0000', '', '+442079460000'],
		['(415) 555-0142', 'US', '+14155550142'],
		['1-415-555-0142', 'US', '+14155550142'],
		['098765 43210', 'IN', '+919876543210'],
		['98765 43210', 'IN', '+919876543210'],
		['919876543210', 'IN', '+919876543210'],
		['020 7946 0000', 'GB', '+442079460000'],
		['020 7946 0000', '', '02079460000'],
	])('%s in %j is %s', (value, country, expected) => {
		expect(valueOf(readPhone(value, country))).toBe(expected);
	});

	it.each(['my usual number', '12345', '+1', '+1 555 CALL NOW', '1'.repeat(30)])(
		'%s is unreadable',
		(value) => {
			expect(readPhone(value, 'US').state).toBe('unreadable');
		},
	);

	it('knows the same number with and without its country', () => {
		expect(samePhone('+14155550142', '(415) 555-0142')).toBe(true);
		expect(samePhone('+442079460000', '020 7946 0000')).toBe(true);
		expect(samePhone('+14155550142', '+14155550143')).toBe(false);
		expect(samePhone('0142', '+14155550142')).toBe(false);
	});
});

describe('the other kinds', () => {
	it.each([
		['0.96', 0.96],
		['96%', 0.96],
		['96.5 %', 0.965],
		[1, 1],
		['0', 0],
		['96', null],
		['high', null],
		['1.2', null],
		['-0.5', null],
		['150%', null],
	])('confidence %s is %s', (value, expected) => {
		expect(valueOf(readConfidence(value)) ?? null).toBe(expected);
	});

	it.each([
		['true', true],
		['Yes.', true],
		['confirmed', true],
		['haan', true],
		[false, false],
		['not confirmed', false],
		['nahi', false],
		['maybe', null],
		['yes but later', null],
	])('flag %s is %s', (value, expected) => {
		expect(valueOf(readFlag(value)) ?? null).toBe(expected);
	});

	it.each(['INV-2041', '#1001', 'No. 55', 'PO 2026/11', 'रसीद-५'])(
		'%s is an identifier',
		(value) => {
			expect(readIdentifier(value).state).toBe('read');
		},
	);

	it.each([
		'=HYPERLINK("https://x.example")',
		'https://x.example/1',
		'the invoice that we talked about last week, you know',
		'[card removed]',
		'<b>1</b>',
		'x'.repeat(65),
	])('%s is no identifier', (value) => {
		expect(readIdentifier(value).state).toBe('unreadable');
	});

	it.each([
		['Maria.Lopez@Example.com', 'maria.lopez@example.com'],
		['maria at example dot com', null],
		['a@b', null],
		['a@b.com, c@d.com', null],
		['"><script>@x.com', null],
	])('e-mail %s is %s', (value, expected) => {
		expect(valueOf(readEmail(value)) ?? null).toBe(expected);
	});

	it.each([
		['https://crm.example.com/a?b=c', true],
		['http://localhost:3000/x', true],
		['javascript:alert(1)', false],
		['https://user:pass@example.com/', false],
		['https://example.com/a b', false],
		['https://example.com/<script>', false],
		['https://example.com/|x', false],
		['crm.example.com', false],
	])('link %s: %s', (value, expected) => {
		expect(readLink(value).state === 'read').toBe(expected);
	});

	it.each([
		['solana', WALLET, true],
		['ethereum', '0x52908400098527886E0F7030069857D2E4169EE7', true],
		['bitcoin', 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4', true],
		['ethereum', WALLET, false],
		['bitcoin', '0x52908400098527886E0F7030069857D2E4169EE7', false],
		['solana', 'my wallet', false],
		['dogcoin', WALLET, false],
	])('a %s address %s: %s', (coin, address, expected) => {
		expect(readAddress(address, coin).state === 'read').toBe(expected);
	});

	it('needs a coin for an address', () => {
		expect(readAddress(WALLET, undefined).state).toBe('unreadable');
	});

	it('cuts text at words and marks the cut', () => {
		expect(excerpt('four words and more', 16)).toBe('four words and…');
		expect([...excerpt('😀'.repeat(50), 10)]).toHaveLength(10);
	});
});
