/**
 * Amounts are decimal strings all the way: a float would change what somebody is paid. Everything here is exact.
 */

const DECIMAL = /^\d{1,30}(\.\d{1,18})?$/;

/**
 * The plain decimal in `value`, without superfluous leading zeros, or undefined when it is not one.
 *
 * Whole numbers pass because they are exact; a fractional number does not, since it may already have been rounded. Signs,
 * exponents, currency signs and thousands separators do not pass either: `1,500` is two amounts in two countries.
 */
export function readDecimal(value: unknown): string | undefined {
	const text = Number.isSafeInteger(value) ? String(value) : value;
	if (typeof text !== 'string' || !DECIMAL.test(text.trim())) return undefined;
	return text.trim().replace(/^0+(?=\d)/, '');
}

/** How many digits stand behind the decimal point, trailing zeros not counted. */
export function decimalPlaces(decimal: string): number {
	return (decimal.split('.')[1] ?? '').replace(/0+$/, '').length;
}

/** Negative, zero or positive, as `a` is below, equal to or above `b`. Both are plain decimals. */
export function compareDecimals(a: string, b: string): number {
	const scale = Math.max(decimalPlaces(a), decimalPlaces(b));
	const difference = scaled(a, scale) - scaled(b, scale);
	return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function scaled(decimal: string, scale: number): bigint {
	const [whole, fraction = ''] = decimal.split('.');
	return BigInt(whole + fraction.slice(0, scale).padEnd(scale, '0'));
}
