// The conditions of n8n's Switch and If nodes.
import { step, type Place, type Step, type StepSettings } from './canvas.mts';

/** An expression that is true or false, a text that must be that of the other side, or a list that must hold it. */
export type Condition = string | { text: string; is: string } | { list: string; has: string };

/** One condition, or several that must all be met. */
export type Conditions = Condition | Condition[];

function comparison(condition: Condition) {
	if (typeof condition === 'string') {
		return {
			leftValue: condition,
			rightValue: '',
			operator: { type: 'boolean', operation: 'true', singleValue: true },
		};
	}
	if ('list' in condition) {
		return {
			leftValue: condition.list,
			rightValue: condition.has,
			operator: { type: 'array', operation: 'contains', rightType: 'any' },
		};
	}
	return {
		leftValue: condition.text,
		rightValue: condition.is,
		operator: { type: 'string', operation: 'equals' },
	};
}

const clause = (conditions: Conditions, id: string) => ({
	options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 },
	combinator: 'and',
	conditions: [conditions].flat().map((condition, index) => ({
		id: index === 0 ? id : `${id} ${index + 1}`,
		...comparison(condition),
	})),
});

/** A Switch: one output per condition, in this order, and one more, `otherwise`, so that nothing falls through. */
export function branch(
	name: string,
	at: Place,
	conditions: Record<string, Conditions>,
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
export function when(name: string, at: Place, conditions: Conditions): Step {
	return step(name, 'if', 2.3, at, { conditions: clause(conditions, name), options: {} });
}
