import { z } from 'zod';

import { compareDecimals, readDecimal } from './amounts';

/** What the answers of several operations have in common. */

/** Poof writes scalars as strings in some answers and as numbers in others ([DOC-via] strings; tg-topup: numbers). */
export const said = z.union([z.string(), z.number().transform(plain)]);

/** A JSON number as a decimal without an exponent, as far as a float has it. */
function plain(number: number): string {
	const text = String(number);
	return text.includes('e-') ? number.toFixed(18).replace(/0+$/, '') : text;
}

/** The same where Poof may leave it out; empty then. */
export const maybeSaid = said.nullish().transform((value) => value ?? '');

/** A web address of Poof's. */
export const link = z.string().regex(/^https?:\/\/[^\s]+$/i);

/** The last part of a payment link's path: the ID where Poof gives no other ([CODE], medium). Empty when there is none. */
export function idInLink(address: string): string {
	const path = address.replace(/^https?:\/\/[^/]*/i, '').replace(/[?#].*$/, '');
	return path.split('/').filter(Boolean).pop() ?? '';
}

/** True when Poof names an amount and it is another one. */
export function differs(named: string, asked: string): boolean {
	const decimal = readDecimal(named);
	return decimal !== undefined && compareDecimals(decimal, asked) !== 0;
}

/** True when Poof names a currency, coin or address and it is another one. */
export function differsInWord(named: string, asked: string): boolean {
	return named !== '' && named.toLowerCase() !== asked.toLowerCase();
}
