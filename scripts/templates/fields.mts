// n8n's Edit Fields node.
import { step, type Place, type Step } from './canvas.mts';

const typeOf = (value: string | number | boolean) => typeof value;

/** A new item of these fields and no others. With `once`, one item whatever number came in. */
export function setFields(
	name: string,
	at: Place,
	fields: Record<string, string | number | boolean>,
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
					type: typeOf(value),
					value,
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
