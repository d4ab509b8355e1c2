import { CAPTURE_FIELDS, type CaptureFieldName } from '../../../lib/call/capture';
import { ACTION_TERMS } from '../actions';
import { readingOf, type Facts } from '../facts';
import type { Reading } from '../reading/reading';
import { once, type Rule } from './rule';

/** Fields that have rules of their own, so that one thing is not said twice. */
const TOLD_ELSEWHERE: readonly CaptureFieldName[] = [
	'amount',
	'currency',
	'payout_amount',
	'recipient_confirmed',
	'consent_given',
	'channel_confirmed',
	'purpose_confirmed',
	'follow_up_confirmed',
	'policy_clear',
];

const requirements = ({ action }: Facts) => (action ? ACTION_TERMS[action].requires : []);

/** The state of a field. A currency may also be known from how the amount was written. */
function stateOf(facts: Facts, name: CaptureFieldName): Reading<unknown>['state'] {
	if (name !== 'currency') return readingOf(facts, name).state;
	if (facts.money.currency !== null) return 'read';
	return facts.money.currencyUnclear === null ? 'absent' : 'unreadable';
}

const states = (facts: Facts, names: readonly CaptureFieldName[]) =>
	names.map((name) => stateOf(facts, name));

const spelt = (name: string) => name.replace(/_/g, ' ');

const unreadableFields = (facts: Facts, wanted: (name: CaptureFieldName) => boolean) =>
	CAPTURE_FIELDS.flatMap(({ name }) => {
		const reading = readingOf(facts, name);
		if (reading.state !== 'unreadable' || TOLD_ELSEWHERE.includes(name) || !wanted(name)) return [];
		return [{ field: spelt(name), written: reading.written, why: reading.why }];
	});

/** Is everything there that the action needs, and can it be read? */
export const RECORD_RULES: readonly Rule[] = [
	{
		code: 'missing_field',
		actions: 'any',
		route: 'exception',
		when: 'Something that the action requires (see the actions below) was not captured; one sentence for each.',
		fires: (facts) =>
			requirements(facts)
				.filter(({ anyOf }) => states(facts, anyOf).every((state) => state === 'absent'))
				.map(({ what }) => ({ what })),
		message: 'The {what} is missing.',
	},
	{
		code: 'unreadable_required_field',
		actions: 'any',
		route: 'exception',
		when: 'A required field holds something that cannot be read, and no other field stands in for it.',
		fires: (facts) =>
			requirements(facts).flatMap(({ anyOf }) =>
				states(facts, anyOf).includes('read')
					? []
					: unreadableFields(facts, (name) => anyOf.includes(name)),
			),
		message: 'The {field} "{written}" cannot be used: {why}.',
	},
	{
		code: 'unreadable_field',
		actions: 'any',
		route: 'approval',
		when: 'Another captured field holds something that cannot be read.',
		fires: (facts) => {
			const unmet = requirements(facts)
				.filter(({ anyOf }) => !states(facts, anyOf).includes('read'))
				.flatMap(({ anyOf }) => anyOf);
			return unreadableFields(facts, (name) => !unmet.includes(name));
		},
		message: 'The {field} "{written}" was left out: {why}.',
	},
	{
		code: 'missing_destination',
		actions: ['create_invoice', 'send_payout'],
		route: 'exception',
		when: 'There is no destination ID, no record URL and no matched record that the outcome belongs to.',
		fires: (facts) =>
			once(
				!states(facts, ['destination_id', 'record_url']).includes('read') &&
					!facts.match.candidate?.id,
			),
		message: 'It is not clear which record the outcome belongs to.',
	},
];
