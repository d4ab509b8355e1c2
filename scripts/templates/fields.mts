// n8n's Edit Fields node.
import { step, type Place, type Step } from './canvas.mts';

/** A value as it is, or an expression that gives a text, a list, an object, or true or false. */
export type Field =
	| string
	| number
	| boolean
	| { list: string }
	| { object: string }
	| { truth: string };

function typed(field: Field): { type: string; value: string | number | boolean } {
	if (typeof field !== 'object') return { type: typeof field, value: field };
	if ('list' in field) return { type: 'array', value: field.list };
	if ('object' in field) return { type: 'object', value: field.object };
	return { type: 'boolean', value: field.truth };
}

/** A new item of these fields and no others. With `once`, one item whatever number came in. */
export function setFields(
	name: string,
	at: Place,
	fields: Record<string, Field>,
	keepOthers = false,
	once = false,
): Step {
	return step(
		name,
		'set',
		3.5,
		at,
		{
			mode: 'manual',
			...(keepOthers ? { includeOtherFields: true } : {}),
			assignments: {
				assignments: Object.entries(fields).map(([field, value]) => ({
					id: field,
					name: field,
					...typed(value),
				})),
			},
			options: {},
		},
		once ? { executeOnce: true } : {},
	);
}

/** One new item of fields that may be lists and objects, each an expression without its braces. */
export function setObjects(name: string, at: Place, fields: Record<string, string>): Step {
	const lines = Object.entries(fields).map(
		([field, expression]) => `  "${field}": {{ JSON.stringify(${expression}) }}`,
	);
	return step(
		name,
		'set',
		3.5,
		at,
		{ mode: 'raw', jsonOutput: `={\n${lines.join(',\n')}\n}`, options: {} },
		{ executeOnce: true },
	);
}
