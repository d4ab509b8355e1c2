import type { StripeObject } from './objects.mts';

const CLAUSE = /^(-?)([a-z_.]+)(?:\["([^"]+)"\])?(:|~|>=|<=|>|<)(?:"([^"]*)"|'([^']*)'|(\S+))$/;

function valueAt(object: unknown, path: string[]): unknown {
	return path.reduce<unknown>(
		(held, name) =>
			held !== null && typeof held === 'object'
				? (held as Record<string, unknown>)[name]
				: undefined,
		object,
	);
}

/**
 * Whether an object meets a query of Stripe's search language: clauses such as `customer:"cus_1"`,
 * `metadata["order"]:"7"` or `created>1700000000`, joined by AND or by OR (docs.stripe.com/search).
 * Undefined when the query is not understood.
 */
export function matcher(query: string): ((object: StripeObject) => boolean) | undefined {
	const words = query.trim().split(/\s+(AND|OR)\s+/);
	const joints = new Set(words.filter((_word, index) => index % 2 === 1));
	if (joints.size > 1) return undefined;
	const tests: Array<(object: StripeObject) => boolean> = [];
	for (const clause of words.filter((_word, index) => index % 2 === 0)) {
		const match = CLAUSE.exec(clause);
		if (!match) return undefined;
		const [, negation, field = '', key, operator, double, single, bare] = match;
		const wanted = double ?? single ?? bare ?? '';
		const path = [...field.split('.'), ...(key === undefined ? [] : [key])];
		tests.push((object: StripeObject) => {
			const held = valueAt(object, path);
			return compare(held, operator ?? ':', wanted) !== (negation === '-');
		});
	}
	return joints.has('OR')
		? (object) => tests.some((test) => test(object))
		: (object) => tests.every((test) => test(object));
}

function compare(held: unknown, operator: string, wanted: string): boolean {
	if (held === undefined || held === null) return false;
	const [left, right] = [String(held).toLowerCase(), wanted.toLowerCase()];
	if (operator === ':') return left === right;
	if (operator === '~') return left.includes(right);
	const difference = Number(held) - Number(wanted);
	if (operator === '>') return difference > 0;
	if (operator === '<') return difference < 0;
	return operator === '>=' ? difference >= 0 : difference <= 0;
}
