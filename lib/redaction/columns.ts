/** A typed array of twice the length with the same beginning. */
export function wider<T extends Int32Array | Uint16Array | Uint8Array>(
	column: T,
	type: new (length: number) => T,
): T {
	const twice = new type(column.length * 2);
	twice.set(column);
	return twice;
}
