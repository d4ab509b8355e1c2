// The conditions of n8n's Switch and If nodes.
import { step, type Place, type Step, type StepSettings } from './canvas.mts';

/** An expression that is true or false, a text that must be that of the other side or another, or a list that must not hold it. */
export type Condition =
	| string
	| { text: string; is: string }
	| { text: string; isNot: string }
	| { list: string; has: string }
	| { list: string; hasNot: string };

/** One condition, several that must all be met, or several of which one must be met. */
export type Conditions = Condition | Condition[] | { any: Condition[] };

function comparison(condition: Condition) {
	if (typeof condition === 'string') {
		return {
			leftValue: condition,
			rightValue: '',
			operator: { type: 'boolean', operation: 'true', singleValue: true },
		};
	}
	if ('list' in condition) {
		const [rightValue, operation] =
			'has' in condition ? [condition.has, 'contains'] : [condition.hasNot, 'notContains'];
		const operator = { type: 'array', operation, rightType: 'any' };
		return { leftValue: condition.list, rightValue, operator };
	}
	const [rightValue, operation] =
		'is' in condition ? [condition.is, 'equals'] : [condition.isNot, 'notEquals'];
	return { leftValue: condition.text, rightValue, operator: { type: 'string', operation } };
}

const isAny = (conditions: Conditions): conditions is { any: Condition[] } =>
	typeof conditions === 'object' && 'any' in conditions;

const clause = (conditions: Conditions, id: string) => ({
	options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 },
	combinator: isAny(conditions) ? 'or' : 'and',
	conditions: (isAny(conditions) ? conditions.any : [conditions].flat()).map(
		(condition, index) => ({
			id: index === 0 ? id : `${id} ${index + 1}`,
			...comparison(condition),
		}),
	),
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
