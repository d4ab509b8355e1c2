import type { Action } from '../../lib/call/capture';
import type { Facts } from './facts';
import { excerpt, plainLine } from './reading/reading';
import { CALL_RULES } from './rules/call';
import { CALLER_RULES } from './rules/caller';
import { CONTENT_RULES } from './rules/content';
import { FINANCE_RULES } from './rules/finance';
import { MONEY_RULES } from './rules/money';
import { PAYOUT_RULES } from './rules/payout';
import { RECORD_RULES } from './rules/record';
import { ROUTES, type Blanks, type Route, type Rule } from './rules/rule';

/** The whole rule book, by theme. docs/policy.md is made from it. */
export const POLICY_BY_THEME: ReadonlyArray<{ theme: string; rules: readonly Rule[] }> = [
	{ theme: 'The call', rules: CALL_RULES },
	{ theme: 'Who is calling', rules: CALLER_RULES },
	{ theme: 'What is known', rules: RECORD_RULES },
	{ theme: 'Money', rules: MONEY_RULES },
	{ theme: 'What finance decides', rules: FINANCE_RULES },
	{ theme: 'Payouts', rules: PAYOUT_RULES },
	{ theme: 'What was said', rules: CONTENT_RULES },
];

export const POLICY: readonly Rule[] = POLICY_BY_THEME.flatMap(({ rules }) => rules);

export interface Reason {
	code: string;
	message: string;
	/** The loosest route that this reason leaves. */
	route: Route;
}

export interface Decision {
	route: Route;
	/** All that fired, strictest first. */
	reasons: Reason[];
}

const strictness = (route: Route) => ROUTES.indexOf(route);

export const appliesTo = (rule: Rule, action: Action | null) =>
	rule.actions === 'any' || (action !== null && rule.actions.includes(action));

/** What fills a gap may have been said by a stranger: one line of it, and not much. */
const fillIn = (message: string, blanks: Blanks) =>
	message.replace(/\{(\w+)\}/g, (gap, name: string) =>
		Object.hasOwn(blanks, name) ? excerpt(plainLine(blanks[name]), 160) : gap,
	);

/** Applies every rule. The strictest route wins, and every reason is kept. */
export function decide(facts: Facts): Decision {
	const rules =
		facts.notACall === null ? POLICY : POLICY.filter(({ code }) => code === 'not_a_call');
	const reasons = rules
		.filter((rule) => appliesTo(rule, facts.action))
		.flatMap((rule) =>
			rule.fires(facts).map((blanks) => ({
				code: rule.code,
				message: fillIn(rule.message, blanks),
				route: rule.route,
			})),
		)
		.sort((a, b) => strictness(b.route) - strictness(a.route));
	return { route: reasons[0]?.route ?? 'ready', reasons };
}
