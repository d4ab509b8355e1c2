import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { UnusableParameter } from './parameters';
import { resources } from './resources';
import { DialNexaRefusal } from './transport';

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
	if (operation.changesSomething && node.getNode().type.endsWith('Tool')) {
		throw new UnusableParameter(
			`"${operation.action}" is not available to AI agents`,
			'People are called, and agents changed, only by a step of the workflow itself.',
		);
	}
	const results = await operation.run({ node, index });
	return results.map((result) => ({ ...result, pairedItem: { item: index } }));
}

/** What the person in front of n8n is shown. */
export function asNodeError(node: IExecuteFunctions, error: unknown, itemIndex: number) {
	if (error instanceof NodeOperationError) return error;
	const known = error instanceof UnusableParameter || error instanceof DialNexaRefusal;
	const message = `${error instanceof Error ? error.message : String(error)} [item ${itemIndex}]`;
	return new NodeOperationError(node.getNode(), message, {
		description: known ? error.hint : undefined,
		itemIndex,
	});
}
