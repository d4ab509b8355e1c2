/* eslint-disable @n8n/community-nodes/no-restricted-globals -- tests run in Node, not in n8n */
import { redact } from '../../lib/redaction';

const MEGABYTE = 1_000_000;

/** Texts that are hard on regular expressions and on anything that looks back or ahead. */
const HARD: Readonly<Record<string, string>> = {
	digits: '4',
	'digits one by one': '4 ',
	'groups of digits': '4242 ',
	'digits and dashes': '12-',
	'number words': 'four ',
	'doubtful number words': 'do teen ',
	letters: 'a b c d ',
	'letters and digits': 'a-1-',
	'at signs': 'a@',
	'names of speakers': 'agent: ',
	brackets: '[',
	'open quotes': '"{',
	'web addresses': 'http://',
	announcements: 'cvv ',
	passwords: 'password is ',
	'private keys': 'private key ',
	'beginnings of keys': '-----BEGIN PRIVATE KEY-----',
	'names of keys': 'private key----- ',
	'key prefixes': 'sk_live_',
	tokens: 'eyJ1',
	ibans: 'DE89 ',
	'recovery words': 'abandon ',
	'names of recovery phrases': 'seed words ',
	'words of no sentence': 'seed words alpha bravo charlie delta ',
	'wallet addresses that are spelt': '0 x a 1 b 2 ',
	'file names that are said': 'payslip dash march dot p d f ',
	'keys far from their names': 'api key since yesterday ',
	'what was typed': 'Agent: wrong password\nCustomer: what do you type?\n',
	'file endings': '.pdf',
	keystores: '{"ciphertext"',
	months: 'may 2027 ',
	'lone surrogates': '\ud835',
	'codes that were sent': 'code sent 1234 ',
	corrections: 'no 4 not 5 ',
};

/** How many times longer a text may take that is twice as long. */
const LINEAR = 2.3;
/** And how many times longer than small talk of the same length: how long that is depends on the machine. */
const SLOWEST = 40;
const SMALL_TALK = 'Thanks for waiting, I can see that the plan was renewed last week. ';

const ofLength = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length));

function cpuMilliseconds(text: string): number {
	let best = Infinity;
	for (let i = 0; i < 3; i++) {
		const from = process.cpuUsage();
		redact(text);
		const { user, system } = process.cpuUsage(from);
		best = Math.min(best, (user + system) / 1000);
	}
	return best;
}

describe('hard texts', () => {
	it.each(Object.entries(HARD))('takes a time in proportion to the length: %s', (_, piece) => {
		const text = ofLength(piece, MEGABYTE / 8);
		redact(text.slice(0, 100_000));
		const talk = cpuMilliseconds(ofLength(SMALL_TALK, 2 * text.length));
		// A machine that is busy with something else can spoil a measurement, but it makes no quadratic time linear.
		let growth = Infinity;
		let slowness = Infinity;
		for (let round = 0; round < 8 && (growth >= LINEAR || slowness >= SLOWEST); round++) {
			const once = cpuMilliseconds(text);
			const twice = cpuMilliseconds(text + text);
			// Below that, noise decides.
			growth = Math.min(growth, twice > 20 ? twice / once : 0);
			slowness = Math.min(slowness, twice / talk);
		}
		expect(growth).toBeLessThan(LINEAR);
		expect(slowness).toBeLessThan(SLOWEST);
	});

	it.each(['my ssn is ', 'tax id ', 'utr number ', 'account number ', 'cvv ', 'card number '])(
		'gets through a million digits after "%s"',
		(announcement) => {
			for (const piece of ['1 ', 'one ', '123456789 ']) {
				const text = announcement + piece.repeat(MEGABYTE / piece.length);
				expect(() => redact(text)).not.toThrow();
			}
		},
	);

	it('gets through 5 MB of digits and of number words', () => {
		expect(redact('7'.repeat(5 * MEGABYTE)).findings).toEqual([]);
		expect(redact('seven '.repeat((5 * MEGABYTE) / 6)).findings).toEqual([]);
	});
});

describe('disguised numbers', () => {
	it.each([
		['full-width digits', '４２４２ ４２４２ ４２４２ ４２４２'],
		['Arabic digits', '٤٢٤٢ ٤٢٤٢ ٤٢٤٢ ٤٢٤٢'],
		['Devanagari digits', '४२४२४२४२४२४२४२४२'],
		['mathematical digits', '𝟒𝟐𝟒𝟐 𝟒𝟐𝟒𝟐 𝟒𝟐𝟒𝟐 𝟒𝟐𝟒𝟐'],
		['zero-width spaces', '4242\u200b4242\u200b4242\u200b4242'],
		['zero-width joiners between all digits', [...'4242424242424242'].join('\u200d')],
		['right-to-left marks', '\u202e4242\u200f 4242\u200f 4242 4242\u202c'],
		['no-break spaces', '4242\u00a04242\u00a04242\u00a04242'],
		['soft hyphens', '4242\u00ad4242\u00ad4242\u00ad4242'],
		['dashes of other kinds', '4242–4242—4242−4242'],
		['key caps', [...'4242424242424242'].map((d) => `${d}\ufe0f\u20e3`).join('')],
		[
			'combining accents in words',
			'nu\u0301mero: cuatro dos cuatro dos cuatro dos cuatro dos cuatro dos cuatro dos cuatro dos cuatro dos',
		],
	])('hides a card number with %s', (_, card) => {
		const { text, findings } = redact(`it is ${card} ok`);
		expect(findings.map((finding) => finding.category)).toEqual(['card']);
		expect(text).not.toMatch(/[\d٤४４]/u);
	});

	it('takes lone surrogates for what they are', () => {
		const text = '\ud800 4242 4242 4242 4242 \udfff\ud835';
		expect(redact(text).text).toBe('\ud800 [card removed] \udfff\ud835');
	});
});
