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

/** The exact product of two plain decimals, without superfluous zeros. */
export function multiplyDecimals(a: string, b: string): string {
	const places = decimalPlaces(a) + decimalPlaces(b);
	const product = scaled(a, decimalPlaces(a)) * scaled(b, decimalPlaces(b));
	return pointAt(product, places);
}

/** `a` less `b`, exact; `b` is not above `a`. */
export function subtractDecimals(a: string, b: string): string {
	const places = Math.max(decimalPlaces(a), decimalPlaces(b));
	return pointAt(scaled(a, places) - scaled(b, places), places);
}

function pointAt(digits: bigint, places: number): string {
	const text = digits.toString().padStart(places + 1, '0');
	const point = text.length - places;
	return places === 0 ? text : `${text.slice(0, point)}.${text.slice(point)}`.replace(/\.?0+$/, '');
}

function scaled(decimal: string, scale: number): bigint {
	const [whole, fraction = ''] = decimal.split('.');
	return BigInt(whole + fraction.slice(0, scale).padEnd(scale, '0'));
}
