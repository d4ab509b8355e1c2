import type { CaptureFieldName } from '../../../lib/call/capture';
import { readingOf, type Facts } from '../facts';
import { compareDecimals } from '../reading/decimal';
import { withCurrency } from '../reading/unit';
import { once, type Rule } from './rule';

/** How many different people have to approve before the action may be carried out. */
export function peopleNeeded({ action, money, settings }: Facts): 1 | 2 {
	const small =
		money.worth !== null && compareDecimals(money.worth, settings.twoPersonThreshold) <= 0;
	return action === 'send_payout' && !small ? 2 : 1;
}

/** A rule that a payout waits for one confirmation on the call. */
const confirmed = (field: CaptureFieldName, code: string, what: string): Rule => ({
	code,
	actions: ['send_payout'],
	route: 'exception',
	when: `\`${field}\` is not a clear yes.`,
	fires: (facts) => {
		const reading = readingOf(facts, field);
		return once(reading.state !== 'read' || reading.value !== true);
	},
	message: `The call does not confirm ${what}.`,
});

const sameAddress = (a: string, b: string) =>
	a.startsWith('0x') ? a.toLowerCase() === b.toLowerCase() : a === b;

const listed = ({ money, settings }: Facts) =>
	settings.payoutAddresses.some((address) => sameAddress(address, money.address ?? ''));

/** May crypto leave, and to where? Nothing here or anywhere makes a payout `ready`. */
export const PAYOUT_RULES: readonly Rule[] = [
	{
		code: 'payout_needs_person',
		actions: ['send_payout'],
		route: 'approval',
		when: 'Always: no payout is sent without a person.',
		fires: () => once(true),
		message: 'A payout cannot be taken back: a person approves every one.',
	},
	{
		code: 'payout_needs_two_people',
		actions: ['send_payout'],
		route: 'approval',
		when: 'What the payout is worth is above Two-Person Threshold, or is not known.',
		fires: (facts) =>
			once(peopleNeeded(facts) === 2, {
				why:
					facts.money.worth === null
						? 'what it is worth is not known'
						: `it is worth more than ${withCurrency(facts.settings.twoPersonThreshold, facts.settings.approvalCurrency)}`,
			}),
		message: 'Two different people have to approve this payout: {why}.',
	},
	confirmed('recipient_confirmed', 'recipient_not_confirmed', 'who receives the payout'),
	confirmed('consent_given', 'consent_not_given', 'that the caller agreed to the payout'),
	confirmed('channel_confirmed', 'channel_not_confirmed', 'the wallet that the payout goes to'),
	confirmed('purpose_confirmed', 'purpose_not_confirmed', 'what the payout is for'),
	confirmed('follow_up_confirmed', 'follow_up_not_confirmed', 'the follow-up that was promised'),
	{
		code: 'address_not_allowed',
		actions: ['send_payout'],
		route: 'exception',
		when: 'Payout Addresses is filled in and the address is not in it.',
		fires: (facts) =>
			once(
				facts.settings.payoutAddresses.length > 0 && facts.money.address !== null && !listed(facts),
			),
		message: 'The wallet address is not on your list of payout addresses.',
	},
	{
		code: 'no_address_list',
		actions: ['send_payout'],
		route: 'approval',
		when: 'Payout Addresses is empty.',
		fires: ({ settings }) => once(settings.payoutAddresses.length === 0),
		message:
			'There is no list of payout addresses: compare the address with the record, character by character.',
	},
	{
		code: 'wallet_secret_shared',
		actions: ['send_payout'],
		route: 'exception',
		when: 'A seed phrase or private key was said on the call: the wallet is no longer safe.',
		fires: ({ sensitive }) => once(sensitive.includes('wallet_secret')),
		message:
			"A wallet secret was said on the call, so the wallet may no longer be the customer's alone.",
	},
];
