// n8n's Edit Fields node.
import { step, type Place, type Step } from './canvas.mts';

/** A value, or an expression that gives a list. */
type Value = string | number | boolean | { list: string };

/** A new item of these fields and no others. */
export function setFields(
	name: string,
	at: Place,
	fields: Record<string, Value>,
	keepOthers = false,
): Step {
	return step(name, 'set', 3.5, at, {
		mode: 'manual',
		...(keepOthers ? { includeOtherFields: true } : {}),
		assignments: {
			assignments: Object.entries(fields).map(([field, value]) => ({
				id: field,
				name: field,
				...(typeof value === 'object'
					? { type: 'array', value: value.list }
					: { type: typeof value, value }),
			})),
		},
		options: {},
	});
}
