// An expression is short enough to be read where n8n shows it: in one line.
import type { Template } from './template.ts';

const LONGEST = 120;

/** The strings in a parameter's value, with where they stand. */
function stringsIn(value: unknown, path: string): Array<[path: string, text: string]> {
	if (typeof value === 'string') return [[path, value]];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) => stringsIn(inner, `${path}.${key}`));
}

const isLong = (expression: string) => expression.length > LONGEST || expression.includes('\n');

export function expressionProblems({ nodes }: Template): string[] {
	return nodes.flatMap(({ name, parameters }) =>
		stringsIn(parameters, 'parameters')
			.filter(([, text]) => text.startsWith('='))
			.flatMap(([path, text]) =>
				(text.match(/\{\{.*?\}\}/gs) ?? [])
					.filter(isLong)
					.map(
						(expression) =>
							`an expression of "${name}" is longer than a line (${path}): ${expression}`,
					),
			),
	);
}
