import { NEEDS_KNOWN_CALLER, PERSON_AT_ONCE } from '../actions';
import type { Facts } from '../facts';
import { sameName } from '../match';
import { valueOf } from '../reading/reading';
import { term } from '../reading/term';
import { neededConfidence } from '../settings';
import { once, type Rule } from './rule';

const identity = ({ captured }: Facts) =>
	[captured.customer_name, captured.account, captured.email].flatMap(
		(reading) => valueOf(reading) ?? [],
	);

const needed = ({ action, settings }: Facts) => (action ? neededConfidence(settings, action) : 1);

const percent = (confidence: number) => `${Math.floor(confidence * 100)} %`;

/** What the call says of the customer and what was given with the call, where both are there and differ. */
const differing = ({ captured, given }: Facts) =>
	(['account', 'email', 'customer_name'] as const).filter((name) => {
		const [said, known] = [valueOf(captured[name]), valueOf(given[name])];
		if (said === undefined || known === undefined) return false;
		return name === 'customer_name' ? !sameName(said, known) : term(said) !== term(known);
	});

const NOT_HIGH = /^(?:standard|regular|normal|basic|free|no|false|low|none)$/;

function highValue(facts: Facts): boolean {
	const tier = valueOf(facts.captured.customer_tier) ?? facts.match.candidate?.tier ?? '';
	const known = [...identity(facts), facts.match.candidate?.id ?? ''].map((one) =>
		one.toLowerCase(),
	);
	return (
		(tier !== '' && !NOT_HIGH.test(term(tier))) ||
		facts.settings.highValueCustomers.some((customer) => known.includes(customer))
	);
}

/** Who is calling, and how sure is that? */
export const CALLER_RULES: readonly Rule[] = [
	{
		code: 'no_identity',
		actions: NEEDS_KNOWN_CALLER,
		route: 'exception',
		when: 'Neither a customer name nor an account nor an e-mail address is known.',
		fires: (facts) => once(identity(facts).length === 0),
		message: 'The call does not say who the customer is.',
	},
	{
		code: 'match_unknown',
		actions: NEEDS_KNOWN_CALLER,
		route: 'exception',
		when: 'The agent reported no match confidence and no record was looked up.',
		fires: ({ match }) => once(match.confidence === null),
		message: 'Nobody has checked that the caller is the customer.',
	},
	{
		code: 'low_match',
		actions: NEEDS_KNOWN_CALLER,
		route: 'exception',
		when: 'The match confidence is below what the action needs.',
		fires: (facts) =>
			once(facts.match.confidence !== null && facts.match.confidence < needed(facts), {
				confidence: percent(facts.match.confidence ?? 0),
				needed: percent(needed(facts)),
			}),
		message: 'The caller is matched with {confidence} confidence, and {needed} are needed.',
	},
	{
		code: 'ambiguous_match',
		actions: NEEDS_KNOWN_CALLER,
		route: 'exception',
		when: 'Two or more records fit the caller about as well as each other.',
		fires: ({ match }) => once(match.ambiguous),
		message: 'More than one customer record fits the caller.',
	},
	{
		code: 'caller_id_only',
		actions: NEEDS_KNOWN_CALLER,
		route: 'exception',
		when: 'The number that the call showed is all that speaks for the match; anybody can show any number.',
		fires: ({ match }) => once(match.callerIdOnly),
		message: 'Only the number shown speaks for who is calling, and that can be set by anybody.',
	},
	{
		code: 'identity_differs',
		actions: NEEDS_KNOWN_CALLER,
		route: 'exception',
		when: 'Account, e-mail address or customer name differ from what was given when the call was made.',
		fires: (facts) =>
			differing(facts).map((name) => ({ field: name === 'customer_name' ? 'customer' : name })),
		message: 'The {field} said on the call is not the {field} that the call was made for.',
	},
	{
		code: 'reference_differs',
		actions: NEEDS_KNOWN_CALLER,
		route: 'exception',
		when: 'The record that fits best has invoices, payments, orders or subscriptions, and the one named is not among them.',
		fires: ({ match }) => once(match.basis.includes('reference_differs')),
		message: 'What the call is about is not on the record of the customer who called.',
	},
	{
		code: 'caller_unconfirmed',
		actions: PERSON_AT_ONCE,
		route: 'approval',
		when: 'A person looks at the call anyway, and the match confidence is below what is asked for or unknown.',
		fires: (facts) => once((facts.match.confidence ?? 0) < needed(facts)),
		message: 'Confirm who the customer is before you discuss the account.',
	},
	{
		code: 'high_value_customer',
		actions: 'any',
		route: 'approval',
		when: 'The customer is in High-Value Customers, or the call or the record names a tier above standard.',
		fires: (facts) => once(highValue(facts)),
		message: 'This is a high-value customer: a person decides.',
	},
];
