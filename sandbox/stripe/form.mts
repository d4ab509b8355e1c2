/** A value of one of Stripe's forms, in which `metadata[order]=7` stands for an object and `expand[]=a` for a list. */
export type FormValue = string | FormValue[] | { [name: string]: FormValue };

/** The nested values that the fields of a form or a query stand for, by Stripe's bracket notation. */
export function nested(fields: Iterable<[string, string]>): Record<string, FormValue> {
	const root: Record<string, FormValue> = {};
	for (const [name, value] of fields) {
		const path = name.split('[').map((part) => part.replace(/\]$/, ''));
		if (path.some((part) => part === '__proto__')) continue;
		write(root, path, value);
	}
	return root;
}

function write(into: Record<string, FormValue>, [name = '', ...rest]: string[], value: string) {
	const [next] = rest;
	if (next === undefined) {
		into[name] = value;
	} else if (next === '' || /^\d+$/.test(next)) {
		const list = Array.isArray(into[name]) ? into[name] : [];
		into[name] = [...list, value];
	} else {
		const held = into[name];
		const object = typeof held === 'object' && !Array.isArray(held) ? held : {};
		into[name] = object;
		write(object, rest, value);
	}
}
