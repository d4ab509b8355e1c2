import { NodeApiError } from 'n8n-workflow';

import { excerpt, refusalIn } from './outcome';
import type { Item } from './parameters';
import { ask } from './transport';

/**
 * Asks Poof for something that changes nothing, and gives what `readAnswer` finds in the answer.
 *
 * @param parameter display name of the parameter that Poof is most likely to object to
 * @throws NodeApiError that says what happened and what to do, when there is no such thing in the answer
 */
export async function read<T>(
	item: Item,
	path: string,
	request: object,
	parameter: string,
	readAnswer: (json: unknown) => T | undefined,
): Promise<T> {
	const { account, node, index, timeoutSeconds } = item;
	const answer = await ask(node, account, path, JSON.stringify(request), timeoutSeconds);
	const complaint = (message: string, description: string, httpCode?: number) =>
		new NodeApiError(
			node.getNode(),
			{},
			{
				message: `${message} [item ${index}]`,
				description,
				itemIndex: index,
				httpCode: httpCode === undefined ? undefined : String(httpCode),
			},
		);
	if (answer.kind !== 'answered') {
		throw complaint(
			answer.reason,
			'Check the base URL in the Poof credential, or try again later.',
		);
	}
	const { status, text, json } = answer;
	const refusal = refusalIn(answer);
	if (status === 401 || status === 403 || (refusal && /authori[sz]/i.test(refusal))) {
		throw complaint(
			'Poof did not accept the API key',
			'Check the API key in the Poof credential.',
			status,
		);
	}
	const found = status < 300 && !refusal ? readAnswer(json) : undefined;
	if (found !== undefined) return found;
	throw complaint(
		refusal ? `Poof answered "${refusal}"` : `Poof answered ${status} without what was asked for`,
		refusal
			? `Check ${parameter}. Poof says no more than this about what it does not accept.`
			: `Its answer begins: ${excerpt(text) || '(nothing)'}`,
		status,
	);
}
