import type { Action } from '../../../lib/call/capture';
import type { Facts } from '../facts';
import { compareDecimals, isZero } from '../reading/decimal';
import { valueOf } from '../reading/reading';
import { amountsSaid } from '../spoken';
import { withCurrency } from '../reading/unit';
import { once, type Rule } from './rule';

/** Actions that carry a fiat amount; a dispute is decided by a person, but on the right amount. */
const FIAT: readonly Action[] = ['create_invoice', 'refund', 'dispute'];
const MOVES_FIAT: readonly Action[] = ['create_invoice', 'refund'];
const LIMITED: readonly Action[] = ['create_invoice', 'refund', 'send_payout'];

const above = (amount: string | null, limit: string) =>
	amount !== null && compareDecimals(amount, limit) > 0;

const amountReading = ({ action, captured }: Facts) =>
	action === 'send_payout' ? captured.payout_amount : captured.amount;

const amountOf = ({ action, money }: Facts) =>
	action === 'send_payout' ? money.coinAmount : money.amount;

/** What the agent named as the approval threshold, if that is stricter than the setting. */
function threshold({ captured, settings }: Facts): string {
	const named = valueOf(captured.approval_threshold);
	const comparable = named && (!named.unit || named.unit.code === settings.approvalCurrency);
	return comparable && compareDecimals(named.amount, settings.approvalThreshold) < 0
		? named.amount
		: settings.approvalThreshold;
}

const inCurrency = (amount: string | null, { settings }: Facts) =>
	amount === null ? '' : withCurrency(amount, settings.approvalCurrency);

/** Who said which other amount: the agent, the caller or whoever made the call. Null when nobody did. */
function whoDisagrees(facts: Facts): string | null {
	const { call, given, money } = facts;
	const amount = amountOf(facts);
	if (amount === null) return null;
	const differs = (other: string) => compareDecimals(other, amount) !== 0;
	const known = valueOf(facts.action === 'send_payout' ? given.payout_amount : given.amount);
	if (known && differs(known.amount)) return 'what the call was made for';
	const unit = facts.action === 'send_payout' ? money.coin : money.currency;
	const units = unit === null ? [] : /^[A-Z]/.test(unit) ? [unit, '$'] : [unit];
	const disagrees = (side: 'agent' | 'caller') => {
		const said = amountsSaid(call, side, units);
		return said.length > 0 && said.every(differs);
	};
	if (disagrees('caller')) return 'what the caller said';
	return disagrees('agent') ? 'what the agent said' : null;
}

/** Is the amount established, and who may decide on it? */
export const MONEY_RULES: readonly Rule[] = [
	{
		code: 'amount_unreadable',
		actions: [...FIAT, 'send_payout'],
		route: 'exception',
		when: 'An amount was captured and is not one plain amount: a range, a guess, two readings, a unit that is not that of the coin.',
		fires: (facts) => {
			const reading = amountReading(facts);
			if (reading.state === 'unreadable') {
				return [{ written: reading.written, why: reading.why }];
			}
			return once(reading.state === 'read' && amountOf(facts) === null, {
				written: reading.state === 'read' ? reading.written : '',
				why: 'its unit is not the coin of the payout',
			});
		},
		message: 'The amount "{written}" cannot be used: {why}.',
	},
	{
		code: 'amount_zero',
		actions: [...FIAT, 'send_payout'],
		route: 'exception',
		when: 'The amount is zero.',
		fires: (facts) => once(isZero(amountOf(facts) ?? '1')),
		message: 'The amount is zero.',
	},
	{
		code: 'currency_unclear',
		actions: FIAT,
		route: 'exception',
		when: 'The currency cannot be read, contradicts the amount, or is a dollar sign where limits are in no dollar.',
		fires: ({ money }) =>
			once(money.currencyUnclear !== null, { why: money.currencyUnclear ?? '' }),
		message: 'The currency is not clear: {why}.',
	},
	{
		code: 'currency_not_allowed',
		actions: MOVES_FIAT,
		route: 'exception',
		when: 'The currency is not among Allowed Currencies.',
		fires: ({ money, settings }) =>
			once(money.currency !== null && !settings.allowedCurrencies.includes(money.currency), {
				currency: money.currency ?? '',
			}),
		message: 'Amounts in {currency} are not handled here.',
	},
	{
		code: 'limits_in_other_currency',
		actions: MOVES_FIAT,
		route: 'approval',
		when: 'The currency is allowed but is not the Currency of Limits, so no limit can be compared.',
		fires: ({ money, settings }) =>
			once(money.currency !== null && money.currency !== settings.approvalCurrency, {
				currency: money.currency ?? '',
				limits: settings.approvalCurrency,
			}),
		message: 'The amount is in {currency} and your limits are in {limits}: a person compares them.',
	},
	{
		code: 'above_approval_threshold',
		actions: MOVES_FIAT,
		route: 'approval',
		when: 'The amount is above Approval Threshold, or above the lower threshold that the agent named.',
		fires: (facts) =>
			once(above(facts.money.worth, threshold(facts)), {
				amount: inCurrency(facts.money.worth, facts),
				threshold: inCurrency(threshold(facts), facts),
			}),
		message: '{amount} is above the approval threshold of {threshold}.',
	},
	{
		code: 'above_hard_maximum',
		actions: LIMITED,
		route: 'exception',
		when: 'The amount, as a number in whatever currency, or what the payout is worth, is above Hard Maximum.',
		fires: (facts) => {
			const { action, money, settings } = facts;
			const amount = action === 'send_payout' ? money.worth : money.amount;
			const currency = action === 'send_payout' ? settings.approvalCurrency : money.currency;
			return once(above(amount, settings.hardMaximum), {
				amount: withCurrency(amount ?? '0', currency ?? ''),
				maximum: inCurrency(settings.hardMaximum, facts),
			});
		},
		message: '{amount} is above the maximum of {maximum} that this workflow handles at all.',
	},
	{
		code: 'amount_disagreement',
		actions: [...FIAT, 'send_payout'],
		route: 'exception',
		when: 'The caller or the agent named amounts on the call and none of them is the captured one, or another amount was given when the call was made.',
		fires: (facts) => {
			const who = whoDisagrees(facts);
			return once(who !== null, { amount: amountOf(facts) ?? '', who: who ?? '' });
		},
		message: 'The captured amount of {amount} is not {who}.',
	},
	{
		code: 'due_date_past',
		actions: ['create_invoice'],
		route: 'approval',
		when: 'The due date lies before the day of the call.',
		fires: ({ call, captured, now }) => {
			const due = valueOf(captured.due_date)?.slice(0, 10);
			const day = (call.startedAt ?? new Date(now).toISOString()).slice(0, 10);
			return once(due !== undefined && due < day, { due: due ?? '' });
		},
		message: 'The due date {due} has passed.',
	},
	{
		code: 'already_paid',
		actions: ['create_invoice', 'collections', 'payment_blocker', 'failed_renewal'],
		route: 'approval',
		when: 'The payment status says that it has been paid.',
		fires: ({ captured }) =>
			once(
				/^(?:paid|settled|completed|paid in full)$/i.test(valueOf(captured.payment_status) ?? ''),
			),
		message: 'The call says that this has been paid already.',
	},
];
