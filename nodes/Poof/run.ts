import {
	NodeApiError,
	NodeOperationError,
	type IExecuteFunctions,
	type INode,
	type INodeExecutionData,
} from 'n8n-workflow';

import { UnusableParameter } from './parameters';
import { resources } from './resources';
import { accountOf, UnusableCredential } from './transport';

/** Runs the operation that the panel asks for on one input item. */
export async function runItem(
	node: IExecuteFunctions,
	index: number,
): Promise<INodeExecutionData[]> {
	const resource = node.getNodeParameter('resource', index);
	const name = node.getNodeParameter('operation', index);
	const operation = resources
		.find(({ value }) => value === resource)
		?.operations.find(({ value }) => value === name);
	if (!operation) {
		throw new UnusableParameter('Operation is not one of this node', 'Choose it again.');
	}
	if (operation.movesMoney && node.getNode().type.endsWith('Tool')) {
		throw new UnusableParameter(
			`"${operation.action}" is not available to AI agents`,
			'Money moves only from a step of the workflow itself, after its checks and approvals.',
		);
	}
	const account = await accountOf(node, index);
	const { timeout } = node.getNodeParameter('options', index, {}) as { timeout?: number };
	const results = await operation.run({ node, index, account, timeoutSeconds: timeout ?? 60 });
	return results.map((result) => ({ ...result, pairedItem: { item: index } }));
}

/** What the person in front of n8n is shown. */
export function asNodeError(
	node: INode,
	error: unknown,
	itemIndex: number,
): NodeApiError | NodeOperationError {
	if (error instanceof NodeApiError || error instanceof NodeOperationError) return error;
	const message = `${error instanceof Error ? error.message : String(error)} [item ${itemIndex}]`;
	return new NodeOperationError(node, message, { description: adviceFor(error), itemIndex });
}

function adviceFor(error: unknown): string | undefined {
	if (error instanceof UnusableParameter) return error.advice;
	if (error instanceof UnusableCredential) return 'Open the Poof credential and correct it.';
	return undefined;
}
