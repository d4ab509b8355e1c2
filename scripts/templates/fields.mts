// n8n's Edit Fields node.
import { step, type Place, type Step } from './canvas.mts';

const typeOf = (value: string | number | boolean) => typeof value;

/** A new item of these fields and no others. */
export function setFields(
	name: string,
	at: Place,
	fields: Record<string, string | number | boolean>,
	keepOthers = false,
): Step {
	return step(name, 'set', 3.5, at, {
		mode: 'manual',
		...(keepOthers ? { includeOtherFields: true } : {}),
		assignments: {
			assignments: Object.entries(fields).map(([field, value]) => ({
				id: field,
				name: field,
				type: typeOf(value),
				value,
			})),
		},
		options: {},
	});
}
