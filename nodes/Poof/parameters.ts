import type { IExecuteFunctions } from 'n8n-workflow';

import { compareDecimals, decimalPlaces, readDecimal } from './amounts';
import type { Account } from './transport';

/** One input item on its way through the node. */
export interface Item {
	node: IExecuteFunctions;
	index: number;
	account: Account;
	timeoutSeconds: number;
}

/** A parameter cannot be used as it stands. The message names it as the panel does. */
export class UnusableParameter extends Error {
	constructor(
		message: string,
		/** What to do about it. */
		readonly advice: string,
	) {
		super(message);
	}
}

export function rawParameter(item: Item, name: string): unknown {
	return item.node.getNodeParameter(name, item.index, '', { extractValue: true });
}

/**
 * A text parameter, trimmed.
 *
 * @throws UnusableParameter when it is empty, too long, holds control characters or does not match `pattern`
 */
export function textParameter(
	item: Item,
	name: string,
	displayName: string,
	{ pattern = /^\P{Cc}*$/u, longest = 255, example = '' } = {},
): string {
	const value = rawParameter(item, name);
	const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
	if (text === '') {
		throw new UnusableParameter(`${displayName} is empty`, `Fill in ${displayName}.`);
	}
	if (text.length > longest || !pattern.test(text)) {
		throw new UnusableParameter(
			`${displayName} cannot be used as it is`,
			example ? `Give ${displayName} as in ${example}.` : `Shorten or correct ${displayName}.`,
		);
	}
	return text;
}

/** As {@link textParameter}, or undefined when it is empty. */
export function optionalText(item: Item, name: string, displayName: string): string | undefined {
	return rawParameter(item, name) === '' ? undefined : textParameter(item, name, displayName);
}

/** As {@link webAddressOf}, or undefined when it is empty. */
export function optionalWebAddress(
	item: Item,
	name: string,
	displayName: string,
): string | undefined {
	return rawParameter(item, name) === '' ? undefined : webAddressOf(item, name, displayName);
}

/** The key under which one call does one thing; see docs/outcomes.md. */
export function idempotencyKeyOf(item: Item): string {
	return textParameter(item, 'idempotencyKey', 'Idempotency Key');
}

/** A fiat currency in lower case, as Poof's documentation writes it ([DOC] example `usd`; case rule unknown). */
export function currencyOf(item: Item): string {
	return textParameter(item, 'currency', 'Currency', {
		pattern: /^[A-Za-z]{3,5}$/,
		example: 'USD',
	}).toLowerCase();
}

/** A chain or coin by Poof's name for it, such as `solana` (v2 wants lower-case full names [DOC]). */
export function coinOf(item: Item): string {
	return textParameter(item, 'coin', 'Coin', {
		pattern: /^[A-Za-z0-9][A-Za-z0-9 ._-]{0,39}$/,
		example: 'bitcoin',
	}).toLowerCase();
}

/** A gateway by Poof's code for it, such as `cashapp`; free text, since the sources disagree on the list (API sheet 3.1). */
export function paymentMethodOf(item: Item): string {
	return textParameter(item, 'paymentMethod', 'Payment Method', {
		pattern: /^[A-Za-z0-9][A-Za-z0-9 _-]{0,39}$/,
		example: 'cashapp',
	});
}

/** @throws UnusableParameter unless it is an http or https address. */
export function webAddressOf(item: Item, name: string, displayName: string): string {
	return textParameter(item, name, displayName, {
		pattern: /^https?:\/\/[^\s/?#]+[^\s]*$/i,
		longest: 2000,
		example: 'https://example.com/thanks',
	});
}

/** A fiat amount in major units, above zero and not finer than the currency. */
export function fiatAmountOf(item: Item, currency: string, displayName = 'Amount'): string {
	const amount = positiveDecimal(item, 'amount', displayName, '49.00');
	const finest = currencyDecimals(currency);
	if (decimalPlaces(amount) > finest) {
		throw new UnusableParameter(
			`${displayName} has more decimals than ${currency.toUpperCase()} has`,
			`Give ${displayName} with at most ${finest} decimals.`,
		);
	}
	return amount;
}

/** A decimal above zero. */
export function positiveDecimal(
	item: Item,
	name: string,
	displayName: string,
	example: string,
): string {
	const value = rawParameter(item, name);
	const amount = readDecimal(value);
	if (amount === undefined) {
		throw new UnusableParameter(
			typeof value === 'number'
				? `${displayName} is a number that may have been rounded`
				: `${displayName} is not a plain decimal`,
			`Give ${displayName} as text with a point and without separators or signs, such as ${example}.`,
		);
	}
	if (compareDecimals(amount, '0') <= 0) {
		throw new UnusableParameter(`${displayName} is zero`, `Give an amount above zero.`);
	}
	return amount;
}

function currencyDecimals(currency: string): number {
	// Poof also takes some coins here; only three-letter codes are known to Intl.
	if (currency.length !== 3 || currency === 'btc') return 8;
	return (
		new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
			.maximumFractionDigits ?? 2
	);
}

export function transactionIdOf(item: Item): string {
	return textParameter(item, 'transactionId', 'Transaction ID', { example: '24675z8a' });
}

/** Several coins in one parameter, each as {@link coinOf} has it. */
export function coinsOf(item: Item): string[] {
	const coins = textParameter(item, 'coins', 'Coins', {
		pattern: /^[A-Za-z0-9 ._,-]+$/,
		example: 'bitcoin, solana',
	});
	const names = coins.split(',').map((coin) => coin.trim().toLowerCase());
	return [...new Set(names.filter(Boolean))];
}

/** The first results, as many as the panel asks for. */
export function withinLimit<T>(item: Item, results: T[]): T[] {
	if (item.node.getNodeParameter('returnAll', item.index, false) === true) return results;
	return results.slice(0, Number(item.node.getNodeParameter('limit', item.index, 50)));
}

/** Whether the panel asks for one shape instead of Poof's own. */
export function isSimplified(item: Item): boolean {
	return item.node.getNodeParameter('simplify', item.index, true) !== false;
}
