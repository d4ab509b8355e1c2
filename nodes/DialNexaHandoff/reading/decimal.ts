/** Decimal strings such as `4800.00`: money is compared and moved digit by digit, never as a float. */
const DECIMAL = /^\d{1,30}(\.\d{1,18})?$/;

export const isDecimal = (text: string) => DECIMAL.test(text);

const parts = (decimal: string) => {
	const [whole, fraction = ''] = decimal.split('.');
	return { whole, fraction };
};

const scaled = (decimal: string) => {
	const { whole, fraction } = parts(decimal);
	return BigInt(whole + fraction.padEnd(18, '0'));
};

/** Below zero when `a < b`, zero when equal, above zero when `a > b`. Both must be decimals. */
export function compareDecimals(a: string, b: string): number {
	const difference = scaled(a) - scaled(b);
	return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export const smallerDecimal = (a: string, b: string) => (compareDecimals(a, b) <= 0 ? a : b);

export const isZero = (decimal: string) => scaled(decimal) === 0n;

/** The same number without needless zeros, and with at least `digits` digits after the point. */
export function canonical(decimal: string, digits = 0): string {
	const { whole, fraction } = parts(decimal);
	const kept = fraction.replace(/0+$/, '').padEnd(digits, '0');
	const integer = whole.replace(/^0+(?=\d)/, '');
	return kept ? `${integer}.${kept}` : integer;
}

/** How many digits after the point the number needs. */
export const fractionDigits = (decimal: string) => parts(canonical(decimal)).fraction.length;

/** The decimal times ten to the power of `places`. */
export function shift(decimal: string, places: number): string {
	const { whole, fraction } = parts(decimal);
	const digits = fraction.padEnd(places, '0');
	return canonical(`${whole}${digits.slice(0, places)}.${digits.slice(places) || '0'}`);
}

export function addDecimals(a: string, b: string): string {
	const sum = (scaled(a) + scaled(b)).toString().padStart(19, '0');
	return canonical(`${sum.slice(0, -18)}.${sum.slice(-18)}`);
}
