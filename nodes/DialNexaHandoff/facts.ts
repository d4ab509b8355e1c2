import type { Call } from '../../lib/call/call';
import type { Action, CaptureFieldName } from '../../lib/call/capture';
import { redactJson } from '../../lib/redaction';
import { actionsNamed } from './actions';
import { byField, captureFrom, givenByField, type Captured } from './captured';
import { candidatesOf, matchCaller, type Match } from './match';
import { isDollar } from './reading/unit';
import { readGivenCall } from './given-call';
import { readAmount } from './reading/amount';
import { valueOf, writtenValue, type Reading } from './reading/reading';
import type { Mapped, Settings } from './settings';

/** Everything that the rules look at and the Handoff is built from. All text is redacted. */
export interface Facts {
	call: Call;
	/** Why the item is no Call, or null when it is one. */
	notACall: string | null;
	/** What the workflow would do: the fixed action, else the one that the analysis names. */
	action: Action | null;
	requested: { actions: Action[]; unknown: string[] };
	captured: Captured;
	/** The same fields as given when the call was made, to be compared with what was said. */
	given: Captured;
	money: Money;
	match: Match;
	/** Categories of secrets that were found, each once. */
	sensitive: string[];
	duplicateOf: string;
	settings: Settings;
	/** Milliseconds since 1970. */
	now: number;
}

export interface Money {
	/** Fiat decimal, or null when there is none that can be read. */
	amount: string | null;
	/** ISO 4217 code, or null. */
	currency: string | null;
	/** Why the currency is not established although something was written, or null. */
	currencyUnclear: string | null;
	/** In coin units, never comparable with a fiat amount. */
	coinAmount: string | null;
	coin: string | null;
	address: string | null;
	/** What the action moves, in the currency of the limits, or null when that cannot be said. */
	worth: string | null;
}

/** The currency that the amount and the currency field agree on. */
function currencyOf(
	captured: Captured,
	settings: Settings,
): Pick<Money, 'currency' | 'currencyUnclear'> {
	const written = valueOf(captured.amount)?.unit;
	const fromAmount = written?.kind === 'fiat' ? written.code : undefined;
	const field = valueOf(captured.currency);
	if (captured.currency.state === 'unreadable') {
		return { currency: null, currencyUnclear: captured.currency.why };
	}
	if (written?.kind === 'coin') {
		return { currency: null, currencyUnclear: 'the amount is written in a coin' };
	}
	const codes = [fromAmount, field].filter((code) => code !== undefined);
	const named = [...new Set(codes.filter((code) => code !== '$'))];
	if (named.length > 1) {
		return { currency: null, currencyUnclear: `both ${named.join(' and ')} are named` };
	}
	if (!codes.includes('$')) return { currency: named[0] ?? null, currencyUnclear: null };
	const currency = named[0] ?? settings.approvalCurrency;
	return isDollar(currency)
		? { currency, currencyUnclear: null }
		: { currency: null, currencyUnclear: 'a dollar sign does not say which dollar' };
}

function moneyOf(
	captured: Captured,
	action: Action | null,
	payoutWorth: unknown,
	settings: Settings,
): Money {
	const currency = currencyOf(captured, settings);
	const amount = valueOf(captured.amount)?.amount ?? null;
	const payout = valueOf(captured.payout_amount);
	const payoutUnit = payout?.unit;
	const coin = valueOf(captured.payout_coin) ?? null;
	const coinFits = !payoutUnit || (payoutUnit.kind === 'coin' && payoutUnit.code === coin);
	const inLimits = currency.currency === settings.approvalCurrency ? amount : null;
	const worth = valueOf(readAmount(payoutWorth));
	const worthInLimits =
		worth && (!worth.unit || worth.unit.code === settings.approvalCurrency) ? worth.amount : null;
	return {
		amount,
		...currency,
		coinAmount: payout && coinFits ? payout.amount : null,
		coin,
		address: valueOf(captured.payout_address) ?? null,
		worth: action === 'send_payout' ? worthInLimits : inLimits,
	};
}

/** Establishes everything about one item. Never throws, whatever the item is. */
export function factsOf(item: unknown, mapped: Mapped, settings: Settings, now: number): Facts {
	const { call, categories, notACall } = readGivenCall(item);
	const startedAt = Date.parse(call.startedAt ?? '');
	const calendar = { now: Number.isNaN(startedAt) ? now : startedAt, timeZone: settings.timeZone };
	const fields = redactJson(mapped.fields).value as Record<string, unknown>;
	const [overrides, said, given] = [
		byField(fields),
		byField(call.analysis),
		givenByField(call.metadata),
	];
	const country = settings.defaultCountry;
	const records = mapped.records && candidatesOf(redactJson(mapped.records).value);
	const captured = captureFrom([overrides, said, given], call, calendar, country);
	const requested = actionsNamed(valueOf(captured.requested_action) ?? '');
	const named = requested.actions.length === 1 && requested.unknown.length === 0;
	const action = settings.action ?? (named ? requested.actions[0] : null);
	return {
		call,
		notACall,
		action,
		requested,
		captured,
		given: captureFrom([given], call, calendar, country),
		money: moneyOf(captured, action, mapped.payoutWorth, settings),
		match: matchCaller(captured, call, records, country),
		sensitive: categories,
		duplicateOf: writtenValue(mapped.duplicateOf) ?? '',
		settings,
		now,
	};
}

/** The reading of a field, for rules that go through several. */
export const readingOf = (facts: Facts, name: CaptureFieldName): Reading<unknown> =>
	facts.captured[name];
