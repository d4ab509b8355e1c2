import { ACTIONS, type Action } from '../../lib/call/capture';
import { ACTION_TERMS, NEEDS_KNOWN_CALLER } from '../../nodes/DialNexaHandoff/actions';
import { appliesTo, POLICY } from '../../nodes/DialNexaHandoff/policy';
import { ROUTES, type Route } from '../../nodes/DialNexaHandoff/rules/rule';
import { handOverInput, NOW, plainInput, type Input } from './calls';
import { ALWAYS, HIDES, SCENARIOS, type Scenario } from './scenarios';

const changed = (action: Action, ...scenarios: Scenario[]): Input => {
	const input = structuredClone(plainInput(action));
	for (const { change } of scenarios) change(input);
	return input;
};

const codesOf = (input: Input) => handOverInput(input).reasons.map(({ code }) => code);

const strictest = (codes: readonly string[]): Route => {
	const routes = POLICY.filter(({ code }) => codes.includes(code)).map(({ route }) => route);
	return ROUTES[Math.max(0, ...routes.map((route) => ROUTES.indexOf(route)))];
};

/** Where two JSON values differ, as paths. */
function differences(a: unknown, b: unknown, path = ''): string[] {
	if (JSON.stringify(a) === JSON.stringify(b)) return [];
	if (typeof a !== 'object' || typeof b !== 'object' || !a || !b || Array.isArray(a)) return [path];
	const [x, y] = [a, b] as Array<Record<string, unknown>>;
	return [...new Set([...Object.keys(x), ...Object.keys(y)])].flatMap((key) =>
		differences(x[key], y[key], `${path}/${key}`),
	);
}

/** Turns are added to, never replaced, so both changes stay. */
const touches = (action: Action, scenario: Scenario) =>
	differences(plainInput(action), changed(action, scenario)).filter(
		(path) => path !== '/call/turns' && path !== '/call/transcript',
	);

const onAction = (action: Action) => SCENARIOS.filter(({ on }) => on.includes(action));

const CASES = SCENARIOS.flatMap((scenario) =>
	(scenario.on.length > 0 ? scenario.on : (['create_invoice'] as const)).map(
		(action): [string, Action, Scenario] => [scenario.code, action, scenario],
	),
);

it.each(ACTIONS)('asks a person about a %s call of which no word is known', (action) => {
	const input = plainInput(action);
	Object.assign(input.call, { turns: [], transcript: '', summary: '' });
	const { route, reasons } = handOverInput(input);
	expect(reasons.map(({ code }) => code)).toContain('nothing_said');
	expect(route).not.toBe('ready');
	input.call.summary = 'The caller asked about an invoice.';
	expect(codesOf(input)).not.toContain('nothing_said');
	input.call.event = 'call.no_answer';
	input.call.summary = '';
	expect(codesOf(input)).not.toContain('nothing_said');
});

describe('the table of rules', () => {
	it('has a code of its own for every rule, and a sentence that ends', () => {
		expect(new Set(POLICY.map(({ code }) => code)).size).toBe(POLICY.length);
		for (const { code, when, message } of POLICY) {
			expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/);
			expect(when).toMatch(/\.$/);
			expect(message).toMatch(/[.}]$/);
			expect(message).not.toMatch(/\b(?:error|problem|failure|mistake)\b/i);
		}
	});

	it('is tested whole', () => {
		const tested = new Set([...SCENARIOS.map(({ code }) => code), ...Object.values(ALWAYS).flat()]);
		const untested = POLICY.map(({ code }) => code).filter((code) => !tested.has(code));
		// These two have tests of their own: not_a_call in node.test.ts, nothing_said below.
		expect(untested.sort()).toEqual(['not_a_call', 'nothing_said']);
	});

	it('leaves no gap in any sentence', () => {
		for (const [, action, scenario] of CASES) {
			for (const { message } of handOverInput(changed(action, scenario)).reasons) {
				expect(message).not.toMatch(/[{}]|undefined|null/);
			}
		}
	});
});

describe('a plain call', () => {
	it.each(ACTIONS)('%s fires nothing but what the action itself means', (action) => {
		expect(codesOf(plainInput(action))).toEqual(ALWAYS[action] ?? []);
	});

	it.each([
		['billing_question', 'ready'],
		['create_invoice', 'ready'],
		['refund', 'ready'],
		['resend_document', 'ready'],
		['send_payout', 'approval'],
		['dispute', 'approval'],
		['payment_blocker', 'approval'],
		['failed_renewal', 'approval'],
		['duplicate_charge', 'approval'],
		['collections', 'approval'],
		['subscription_change', 'approval'],
		['tax_question', 'approval'],
	] as const)('%s goes to %s', (action, route) => {
		expect(handOverInput(plainInput(action)).route).toBe(route);
	});
});

describe('each rule fires', () => {
	it.each(CASES)('%s on %s', (code, action, scenario) => {
		const { reasons, route } = handOverInput(changed(action, scenario));
		expect(reasons.map((reason) => reason.code)).toContain(code);
		expect(route).toBe(strictest(reasons.map((reason) => reason.code)));
	});
});

describe('a rule keeps to its actions', () => {
	it.each(
		POLICY.filter(({ actions }) => actions !== 'any').map((rule) => [rule.code, rule] as const),
	)('%s', (code, rule) => {
		for (const scenario of SCENARIOS.filter((one) => one.code === code)) {
			for (const action of ACTIONS.filter((one) => !appliesTo(rule, one))) {
				expect(codesOf(changed(action, scenario))).not.toContain(code);
			}
		}
	});
});

/** What the pair should have shown and did not, unless the table of exceptions explains it. */
function missingFromPair(action: Action, first: Scenario, second: Scenario): string[] {
	const { reasons, route } = handOverInput(changed(action, first, second));
	const codes = reasons.map(({ code }) => code);
	expect([first.code, second.code, route]).toEqual([first.code, second.code, strictest(codes)]);
	const explained = HIDES.flatMap(({ by, hides }) =>
		[first.code, second.code].some((code) => by.includes(code)) ? hides : [],
	);
	return [first.code, second.code, ...(ALWAYS[action] ?? [])].filter(
		(code) => !codes.includes(code) && !explained.includes(code),
	);
}

const overlap = (a: string[], b: string[]) =>
	a.some((path) => b.some((other) => path.startsWith(other) || other.startsWith(path)));

describe('every pair of rules', () => {
	it.each(ACTIONS)('on %s: both are shown and the stricter decides', (action) => {
		const scenarios = onAction(action);
		const touched = new Map(scenarios.map((one) => [one, touches(action, one)]));
		const pairs = scenarios.flatMap((first, index) =>
			scenarios
				.slice(index + 1)
				.filter((second) => !overlap(touched.get(first) ?? [], touched.get(second) ?? []))
				.map((second) => [first, second] as const),
		);
		const missing = pairs.flatMap(([first, second]) =>
			missingFromPair(action, first, second).map(
				(code) => `${first.code} + ${second.code} lacks ${code}`,
			),
		);
		expect(missing).toEqual([]);
		expect(pairs.length).toBeGreaterThan(100);
	});
});

describe('floors that no setting loosens', () => {
	const loosest = (action: Action): Input => {
		const input = plainInput(action);
		Object.assign(input.parameters, {
			minimumMatchConfidence: 0,
			approvalThreshold: '999999999999',
			hardMaximum: '999999999999',
			twoPersonThreshold: '999999999999',
			confidencePerAction: { values: ACTIONS.map((name) => ({ action: name, minimum: 0 })) },
			maximumCallAgeHours: 1_000_000,
		});
		return input;
	};

	it.each(NEEDS_KNOWN_CALLER)('%s keeps a match confidence of its own', (action) => {
		const input = loosest(action);
		const floor = ACTION_TERMS[action].matchFloor;
		input.call.analysis.match_confidence = String(floor - 0.01);
		expect(codesOf(input)).toContain('low_match');
		input.call.analysis.match_confidence = String(floor);
		expect(codesOf(input)).not.toContain('low_match');
	});

	it('a payout always needs a person, and two when its worth is not known', () => {
		const input = loosest('send_payout');
		expect(handOverInput(input).approval).toMatchObject({ required: true, people: 1 });
		input.mapped.payoutWorth = '';
		expect(handOverInput(input).approval).toMatchObject({ required: true, people: 2 });
	});

	it('no threshold is above the hard maximum', () => {
		const input = plainInput('create_invoice');
		Object.assign(input.parameters, { approvalThreshold: '5000', hardMaximum: '40' });
		expect(handOverInput(input).approval.threshold).toBe('40');
		expect(codesOf(input)).toEqual(['above_hard_maximum', 'above_approval_threshold']);
	});

	it('an approval threshold said on the call can lower the setting, never raise it', () => {
		const input = plainInput('create_invoice');
		input.call.analysis.approval_threshold = '40.00';
		expect(codesOf(input)).toEqual(['above_approval_threshold']);
		input.call.analysis.approval_threshold = '9000';
		input.call.analysis.amount = '501';
		expect(codesOf(input)).toEqual(['above_approval_threshold']);
	});
});

describe('the edges', () => {
	it.each([
		['500', []],
		['500.00', []],
		['500.01', ['above_approval_threshold']],
		['10000', ['above_approval_threshold']],
		['10000.01', ['above_hard_maximum', 'above_approval_threshold']],
	])('an invoice of %s', (amount, codes) => {
		const input = plainInput('create_invoice');
		input.call.analysis.amount = amount;
		expect(codesOf(input)).toEqual(codes);
	});

	it.each([
		['$49.00', '', 'USD', 'USD', []],
		['49 dollars', '', 'CAD', 'CAD', []],
		['49', '$', 'USD', 'USD', []],
		['EUR 49', '', 'USD', 'EUR', ['currency_not_allowed', 'limits_in_other_currency']],
		['$49.00', '', 'INR', '', ['currency_unclear']],
		['€49', 'USD', 'USD', '', ['currency_unclear']],
		['0.2 SOL', 'USD', 'USD', '', ['currency_unclear']],
		['49', '', 'USD', '', ['missing_field']],
	])('an invoice of "%s" in "%s" where limits are in %s', (amount, currency, limits, ...rest) => {
		const [expected, codes] = rest;
		const input = plainInput('create_invoice');
		Object.assign(input.call.analysis, { amount, currency });
		input.parameters.approvalCurrency = limits;
		expect(handOverInput(input).money.currency).toBe(expected);
		expect(codesOf(input)).toEqual(codes);
	});

	it('a call is too old after the hours that were set', () => {
		const input = plainInput('create_invoice');
		input.call.startedAt = new Date(NOW - 72 * 3_600_000).toISOString();
		expect(codesOf(input)).toEqual([]);
		input.call.startedAt = new Date(NOW - 72 * 3_600_000 - 1_000).toISOString();
		expect(codesOf(input)).toEqual(['call_too_old']);
	});

	it('a fixed action needs no word of it in the analysis', () => {
		const input = plainInput('create_invoice');
		input.parameters.action = 'create_invoice';
		delete input.call.analysis.requested_action;
		expect(handOverInput(input)).toMatchObject({ route: 'ready', action: 'create_invoice' });
	});

	it('what the caller says in free text never becomes the action', () => {
		const input = plainInput('create_invoice');
		delete input.call.analysis.requested_action;
		input.call.summary = 'Create invoice. requested action create_invoice';
		expect(handOverInput(input)).toMatchObject({ route: 'exception', action: 'unknown' });
	});
});
