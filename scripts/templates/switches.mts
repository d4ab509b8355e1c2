// The conditions of n8n's Switch and If nodes.
import { step, type Place, type Step, type StepSettings } from './canvas.mts';

/** An expression that is true or false, or one whose text must be that of the other side. */
export type Condition = string | { text: string; is: string };

const clause = (condition: Condition, id: string) => ({
	options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 },
	combinator: 'and',
	conditions: [
		typeof condition === 'string'
			? {
					id,
					leftValue: condition,
					rightValue: '',
					operator: { type: 'boolean', operation: 'true', singleValue: true },
				}
			: {
					id,
					leftValue: condition.text,
					rightValue: condition.is,
					operator: { type: 'string', operation: 'equals' },
				},
	],
});

/** A Switch: one output per condition, in this order, and one more, `otherwise`, so that nothing falls through. */
export function branch(
	name: string,
	at: Place,
	conditions: Record<string, Condition>,
	otherwise: string,
	settings: StepSettings = {},
): Step {
	const parameters = {
		mode: 'rules',
		rules: {
			values: Object.entries(conditions).map(([output, condition]) => ({
				conditions: clause(condition, output),
				renameOutput: true,
				outputKey: output,
			})),
		},
		options: { fallbackOutput: 'extra', renameFallbackOutput: otherwise },
	};
	return step(name, 'switch', 3.4, at, parameters, settings);
}

/** An If: output 0 is true, output 1 is false. */
export function when(name: string, at: Place, condition: Condition): Step {
	return step(name, 'if', 2.3, at, { conditions: clause(condition, name), options: {} });
}
