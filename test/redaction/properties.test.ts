import fc from 'fast-check';

import { redact, redactJson, redactTurns } from '../../lib/redaction';
import { REPLACEMENTS } from '../../lib/redaction/finding';
import { Random } from './corpus/random';
import { say, SPOKEN, VOICES, WRITTEN, type Tongue } from './corpus/speech';
import { withLuhn } from './corpus/values';

const PIECES = [
	'card number',
	'cvv',
	'my pin is',
	'password',
	'account number',
	'invoice',
	'4242 4242 4242 4242',
	'four two four two',
	'421',
	'05/27',
	'expires',
	'one moment',
	'ssn',
	'double',
	'DE89 3704 0044 0532 0130 00',
	'the code I sent',
	'otp',
	'\nAgent: ',
	'\nCaller: ',
	'. ',
	'? ',
	', ',
	' ',
	'-',
	'abandon ability able',
	'recovery phrase',
	'$45.10',
	'[card removed]',
	'no, sorry',
	'ek do teen char',
	'last four',
	'https://example.com/statement.pdf',
	'a@b.com',
	'ravi@okaxis',
	'ABCPK1234L',
	'5ac2901e-3b82-445a-aba1-4b46aef0d26d',
	'x',
	'is',
	'K',
];

/** Texts made of what the detectors look for, in any order. */
const talk = fc
	.array(fc.constantFrom(...PIECES), { maxLength: 25 })
	.map((pieces) => pieces.join(' '));
const text = fc.oneof(talk, fc.string({ unit: 'binary', maxLength: 200 }), fc.string());

describe('redact', () => {
	it('never throws, and replaces exactly what it found', () => {
		fc.assert(
			fc.property(text, (input) => {
				const result = redact(input);
				let expected = '';
				let from = 0;
				for (const { category, start, end } of result.findings) {
					expect(start).toBeGreaterThanOrEqual(from);
					expect(end).toBeGreaterThan(start);
					expected += input.slice(from, start) + REPLACEMENTS[category];
					from = end;
				}
				expect(from).toBeLessThanOrEqual(input.length);
				expect(result.text).toBe(expected + input.slice(from));
			}),
			{ numRuns: 3000 },
		);
	});

	it('changes nothing when it is done a second time', () => {
		fc.assert(
			fc.property(text, (input) => {
				const once = redact(input).text;
				expect(redact(once)).toEqual({ text: once, findings: [] });
			}),
			{ numRuns: 5000 },
		);
	});

	it('hides every card number that passes the Luhn check, in every form of every language', () => {
		const tongues = Object.keys(VOICES) as Tongue[];
		const card = fc
			.tuple(fc.constantFrom('4', '51', '55', '2345', '6011', '65'), fc.bigInt(0n, 10n ** 15n))
			.map(([prefix, rest]) => {
				const body =
					prefix +
					String(rest)
						.padStart(15, '0')
						.slice(-(15 - prefix.length));
				return withLuhn(body);
			});
		const names: Record<Tongue, string> = {
			english: 'My card number is',
			hinglish: 'Mera card number hai',
			hindi: 'मेरा कार्ड नंबर है',
			spanish: 'Mi número de tarjeta es',
			french: 'Mon numéro de carte est',
			german: 'Meine Kartennummer ist',
		};
		fc.assert(
			fc.property(
				card,
				fc.constantFrom(...tongues),
				fc.constantFrom(...WRITTEN, ...SPOKEN),
				fc.integer(),
				fc.boolean(),
				(digits, tongue, form, seed, announced) => {
					const said = say(digits, form, tongue, new Random(seed));
					const input = announced ? `${names[tongue]} ${said}.` : `${said}.`;
					const covered = redact(input).findings.some(
						({ start, end }) => start <= input.length - 1 - said.length && end >= input.length - 1,
					);
					expect({ input, covered }).toEqual({ input, covered: true });
				},
			),
			{ numRuns: 4000 },
		);
	});

	it('leaves every UUID alone that nothing calls a secret', () => {
		const hex = (length: number) =>
			fc.string({
				unit: fc.constantFrom(...'0123456789abcdef'),
				minLength: length,
				maxLength: length,
			});
		const group = fc.oneof(hex(4), fc.constantFrom('aba1', 'acc7', '1099', '1040', '4242'));
		const uuid = fc
			.tuple(hex(8), group, group, group, fc.oneof(hex(12), fc.constant('424242424242')))
			.map((groups) => groups.join('-'));
		const around = fc.constantFrom(
			...['', 'order ', 'call_', 'transaction ID: ', 'https://crm.example.com/calls/'],
		);
		fc.assert(
			fc.property(around, uuid, (before, id) => {
				const input = `${before}${id}`;
				expect(redact(input)).toEqual({ text: input, findings: [] });
				expect(redactJson({ order: input }).findings).toEqual([]);
			}),
			{ numRuns: 4000 },
		);
	});
});

describe('redactTurns', () => {
	it('gives the offsets in each turn and keeps the rest of it', () => {
		const turns = fc.array(
			fc.record({ role: fc.constantFrom('agent', 'caller'), text: talk, start: fc.nat() }),
			{ maxLength: 8 },
		);
		fc.assert(
			fc.property(turns, (input) => {
				const result = redactTurns(input);
				input.forEach((turn, i) => {
					let expected = '';
					let from = 0;
					for (const finding of result.findings.filter((f) => f.turn === i)) {
						expected += turn.text.slice(from, finding.start) + REPLACEMENTS[finding.category];
						from = finding.end;
					}
					expect(result.turns[i]).toEqual({ ...turn, text: expected + turn.text.slice(from) });
				});
			}),
		);
	});
});

describe('redactJson', () => {
	it('never throws on any JSON, and changes nothing when it is done a second time', () => {
		fc.assert(
			fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
				const once = redactJson(value).value;
				expect(redactJson(once)).toEqual({ value: once, findings: [] });
			}),
		);
	});
});
