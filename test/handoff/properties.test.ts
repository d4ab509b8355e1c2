import fc from 'fast-check';
import { ACTIONS, CAPTURE_FIELDS, type Action } from '../../lib/call/capture';
import { handoffSchema, type Handoff } from '../../nodes/DialNexaHandoff/contract';
import { ROUTES } from '../../nodes/DialNexaHandoff/rules/rule';
import {
	callOf,
	DEFAULTS,
	handOverInput,
	NOW,
	plainInput,
	turnsOf,
	WALLET,
	type Input,
} from './calls';
import { SCENARIOS, type Scenario } from './scenarios';

const strictness = ({ route }: Handoff) => ROUTES.indexOf(route);

const scalar = fc.oneof(
	fc.string(),
	fc.string({ unit: 'grapheme' }),
	fc.double(),
	fc.integer(),
	fc.boolean(),
	fc.constantFrom(null, '', 'true', '1', '0.99', WALLET, 'solana', '49.00', 'USD', 'send_payout'),
);

const analysis = fc.dictionary(
	fc.oneof(
		fc.constantFrom(...CAPTURE_FIELDS.map(({ name }): string => name)),
		fc.string({ maxLength: 20 }),
	),
	fc.oneof(scalar, fc.jsonValue({ maxDepth: 2 })),
	{ maxKeys: 30 },
);

const turns = fc
	.array(fc.tuple(fc.constantFrom<'agent' | 'caller'>('agent', 'caller'), fc.string()), {
		maxLength: 6,
	})
	.map(turnsOf);

const decimal = fc.oneof(
	fc.nat(1_000_000).map(String),
	fc.tuple(fc.nat(99_999), fc.nat(99)).map(([a, b]) => `${a}.${String(b).padStart(2, '0')}`),
);

const parameters = fc
	.record({
		action: fc.constantFrom('fromCall', 'send_payout'),
		minimumMatchConfidence: fc.double({ min: 0, max: 1, noNaN: true }),
		approvalThreshold: decimal,
		hardMaximum: decimal,
		twoPersonThreshold: decimal,
		payoutAddresses: fc.constantFrom('', WALLET, `${WALLET}\n0x0`),
		allowedCurrencies: fc.constantFrom('', 'USD,EUR'),
		maximumCallAgeHours: fc.integer({ min: 1, max: 1_000_000 }),
		highValueCustomers: fc.string(),
	})
	.map((given) => ({ ...DEFAULTS, ...given }));

describe('whatever comes in', () => {
	it('any item ends in a Handoff that keeps the contract, and what is no call in an exception', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (item) => {
				const input = { call: item, parameters: DEFAULTS, mapped: {}, now: NOW };
				const handoff = handOverInput(input as unknown as Input);
				expect(handoffSchema.safeParse(handoff).success).toBe(true);
				expect(handoff.route).toBe('exception');
			}),
			{ numRuns: 500 },
		);
	});

	it('no call, mapping or setting makes a payout ready', () => {
		fc.assert(
			fc.property(analysis, analysis, analysis, turns, parameters, scalar, (...given) => {
				const [said, meta, fields, spoken, settings, worth] = given;
				const plain = plainInput('send_payout');
				const handoff = handOverInput({
					call: callOf({
						turns: spoken,
						analysis: { ...plain.call.analysis, ...said },
						metadata: meta,
					}),
					parameters: settings,
					mapped: { fields, payoutWorth: String(worth) },
					now: NOW,
				});
				expect(handoff.action === 'send_payout' && handoff.route === 'ready').toBe(false);
				if (handoff.action === 'send_payout' && handoff.route === 'approval') {
					expect(handoff.approval.people).toBeGreaterThanOrEqual(1);
					expect(Object.values(handoff.confirmations)).toEqual([true, true, true, true, true]);
				}
			}),
			{ numRuns: 800 },
		);
	});

	it('the contract itself refuses a payout that is ready', () => {
		const handoff = handOverInput(plainInput('send_payout'));
		expect(handoffSchema.safeParse({ ...handoff, route: 'ready' }).success).toBe(false);
	});

	it('the key is made of the call ID and the action alone', () => {
		fc.assert(
			fc.property(fc.constantFrom(...ACTIONS), analysis, turns, (action, said, spoken) => {
				const plain = plainInput(action);
				const changed = {
					...plain,
					call: { ...plain.call, turns: spoken, metadata: said },
				};
				expect(handOverInput(changed).idempotencyKey).toBe(`dialnexa:call_abc123:${action}`);
			}),
			{ numRuns: 200 },
		);
	});
});

/** Applies the changes to the action's plain call. */
const changed = (action: Action, scenarios: readonly Scenario[]): Input => {
	const input = structuredClone(plainInput(action));
	for (const { change } of scenarios) change(input);
	return input;
};

const actionWithRisks = fc.constantFrom(...ACTIONS).chain((action) =>
	fc.record({
		action: fc.constant(action),
		risks: fc.subarray(
			SCENARIOS.filter(({ on }) => on.includes(action)),
			{ maxLength: 6 },
		),
	}),
);

describe('monotonicity: a risk more never loosens the route', () => {
	it('whichever risks are there already', () => {
		fc.assert(
			fc.property(actionWithRisks, fc.nat(), ({ action, risks }, which) => {
				if (risks.length === 0) return;
				const added = risks[which % risks.length];
				const others = risks.filter((risk) => risk !== added);
				const [before, after] = [others, [...others, added]].map((some) =>
					handOverInput(changed(action, some)),
				);
				// A change that overwrites what made another rule fire takes that risk away.
				const codes = after.reasons.map(({ code }) => code);
				const gone = others.filter(({ code }) => !codes.includes(code));
				if (gone.some(({ code }) => before.reasons.some((reason) => reason.code === code))) {
					const stillThere = others.filter((risk) => !gone.includes(risk));
					expect(strictness(after)).toBeGreaterThanOrEqual(
						strictness(handOverInput(changed(action, stillThere))),
					);
					return;
				}
				expect(strictness(after)).toBeGreaterThanOrEqual(strictness(before));
			}),
			{ numRuns: 1_500 },
		);
	});

	const actions = fc.constantFrom(...ACTIONS);
	const with_ = (action: Action, said: Record<string, unknown>, mapped: object = {}) => {
		const input = plainInput(action);
		Object.assign(input.call.analysis, said);
		Object.assign(input.mapped, mapped);
		return strictness(handOverInput(input));
	};

	it('less confidence', () => {
		const confidence = fc.double({ min: 0, max: 1, noNaN: true }).map((p) => p.toFixed(3));
		fc.assert(
			fc.property(actions, confidence, confidence, (action, a, b) => {
				const [less, more] = [a, b].sort();
				expect(with_(action, { match_confidence: less })).toBeGreaterThanOrEqual(
					with_(action, { match_confidence: more }),
				);
			}),
			{ numRuns: 300 },
		);
	});

	it('more money', () => {
		const cents = fc.integer({ min: 1, max: 2_000_000 });
		const money = (value: number) => (value / 100).toFixed(2);
		fc.assert(
			fc.property(actions, cents, cents, (action, a, b) => {
				const [less, more] = [Math.min(a, b), Math.max(a, b)].map(money);
				const [low, high] = [less, more].map((amount) =>
					with_(action, { amount }, { payoutWorth: amount }),
				);
				expect(high).toBeGreaterThanOrEqual(low);
			}),
			{ numRuns: 300 },
		);
	});

	it('any field taken away or made nonsense', () => {
		const fields = fc.constantFrom(
			...CAPTURE_FIELDS.map(({ name }) => name).filter(
				// Without these there is less to worry about, not more.
				(name) => !['amount', 'payment_status', 'due_date', 'sensitive_shared'].includes(name),
			),
		);
		fc.assert(
			fc.property(
				actions,
				fields,
				fc.constantFrom('', '???', 'whatever you like, really'),
				(...given) => {
					const [action, field, value] = given;
					expect(with_(action, { [field]: value })).toBeGreaterThanOrEqual(with_(action, {}));
				},
			),
			{ numRuns: 600 },
		);
	});

	it('more words of the caller', () => {
		fc.assert(
			fc.property(actions, turns, fc.string(), (action, spoken, more) => {
				const plain = plainInput(action);
				const without = { ...plain, call: { ...plain.call, turns: spoken } };
				const added = [...spoken, ...turnsOf([['caller', more]])];
				const with_more = { ...plain, call: { ...plain.call, turns: added } };
				expect(strictness(handOverInput(with_more))).toBeGreaterThanOrEqual(
					strictness(handOverInput(without)),
				);
			}),
			{ numRuns: 300 },
		);
	});
});

describe('what callers say cannot leave its place', () => {
	const hostile = fc.oneof(
		fc.string(),
		fc.string({ unit: 'binary' }),
		fc.constantFrom(
			'<!channel> pay now',
			'<@U123> approve',
			'<https://evil.example|invoice>',
			'https://evil.example/pay',
			'evil.example',
			'@channel',
			'*bold* `code` ~gone~',
			'<script>alert(1)</script>',
			'"><img src=x onerror=alert(1)>',
			"' onmouseover='x",
			'&lt;b&gt;',
			'=HYPERLINK("https://evil.example")',
			'+1+1',
			'-2+3',
			'@SUM(A1)',
			'\t=1+1',
			'\u202eelbisrever',
			'line\nDecision: Ready.',
			'javascript:alert(1)',
		),
	);
	const handoff = fc
		.tuple(fc.constantFrom(...ACTIONS), hostile, hostile, hostile, hostile, hostile)
		.map(([action, ...[name, reason, step, owner, status]]) => {
			const input = plainInput(action);
			Object.assign(input.call.analysis, {
				customer_name: name,
				dispute_reason: reason,
				promised_next_step: step,
				finance_owner: owner,
				payment_status: status,
				document: step,
				escalation_reason: name,
				destination_type: owner,
				tax_region: reason,
				customer_tier: status,
			});
			return handOverInput(input);
		});
	const OWN_LINKS = /<https:\/\/(?:crm|recordings)\.example\.com\/[\w/.-]*\|[a-z]+ \([a-z.]+\)>/g;
	const OWN_TAGS =
		/<\/?b>|<br>|<a href="https:\/\/(?:crm|recordings)\.example\.com\/[\w/.-]*" rel="noopener noreferrer">|<\/a>/g;

	it('in Slack: no mention, no link but the evidence, no formatting', () => {
		fc.assert(
			fc.property(handoff, ({ blocks: { slackMessage } }) => {
				const rest = slackMessage.replace(OWN_LINKS, '');
				expect(rest).not.toMatch(/[<>]/);
				expect(rest).not.toMatch(/(?<!\w)@\w/);
				expect(rest).not.toMatch(/[a-z]+:\/\//i);
				expect(rest.replace(/`[^`\n]*`/g, '')).not.toMatch(/evil\.example|`|~/);
				expect(slackMessage.length).toBeLessThan(3_000);
			}),
			{ numRuns: 500 },
		);
	});

	it('a captured link shows where it leads', () => {
		const input = plainInput('create_invoice');
		input.call.analysis.crm_link = 'https://evil.example/a&b';
		const { slackMessage, html } = handOverInput(input).blocks;
		expect(slackMessage).toContain('<https://evil.example/a&amp;b|CRM (evil.example)>');
		expect(html).toContain('href="https://evil.example/a&amp;b"');
		expect(html).toContain('CRM (evil.example)');
	});

	it('in HTML: no tag and no link but our own', () => {
		fc.assert(
			fc.property(handoff, ({ blocks }) => {
				const rest = blocks.html.replace(OWN_TAGS, '');
				expect(rest).not.toMatch(/[<>"]/);
				expect(rest).not.toMatch(/&(?!(?:amp|lt|gt|quot|#39);)/);
				expect(rest).not.toMatch(/evil\.example|:\/\//);
			}),
			{ numRuns: 500 },
		);
	});

	it('in a spreadsheet: no cell begins as a formula, and the columns stay', () => {
		fc.assert(
			fc.property(handoff, ({ blocks: { sheetRow } }) => {
				for (const cell of Object.values(sheetRow)) {
					expect(cell).not.toMatch(/^\s*[=@|]/);
					if (/^\s*[+-]/.test(cell)) expect(cell).toMatch(/^[+-]\d+(\.\d+)?$/);
				}
				expect(Object.keys(sheetRow)).toHaveLength(22);
			}),
			{ numRuns: 500 },
		);
	});

	it('in plain text: one line stays one line, and the length is kept', () => {
		fc.assert(
			fc.property(handoff, ({ summary, blocks }) => {
				expect(summary.length).toBeLessThanOrEqual(1_200);
				const labels = summary.split('\n').map((line) => line.split(':')[0]);
				expect(new Set(labels).size).toBe(labels.length);
				for (const label of labels) {
					expect([
						'Who',
						'What',
						'Amount',
						'Claim',
						'Decision',
						'Next step',
						'Owner',
						'Evidence',
					]).toContain(label);
				}
				expect(summary).not.toContain('\u202e');
				expect(blocks.zendeskNote).toContain(summary);
			}),
			{ numRuns: 500 },
		);
	});

	it('no card number survives anywhere, wherever it was put', () => {
		const places = fc.constantFrom(
			...CAPTURE_FIELDS.map(({ name }) => name).filter((name) => name !== 'requested_action'),
		);
		fc.assert(
			fc.property(fc.constantFrom(...ACTIONS), places, (action, place) => {
				const input = plainInput(action);
				input.call.analysis[place] = '4242 4242 4242 4242';
				input.mapped.fields = { customer_name: 'card 4242424242424242' };
				expect(JSON.stringify(handOverInput(input))).not.toMatch(/4242[ -]?4242/);
			}),
			{ numRuns: 300 },
		);
	});
});
