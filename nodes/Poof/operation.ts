import {
	updateDisplayOptions,
	type IDataObject,
	type INodeExecutionData,
	type INodeProperties,
	type INodePropertyOptions,
} from 'n8n-workflow';

import type { Item } from './parameters';

/** One operation: how it looks in the panel and what it does, side by side in one file. */
export interface Operation {
	name: string;
	value: string;
	action: string;
	description: string;
	/** Money never moves because a language model chose to: hidden from AI agents and refused. */
	movesMoney: boolean;
	/** Its parameters, without `displayOptions`: {@link describe} adds them. */
	fields: INodeProperties[];
	/** @throws UnusableParameter, or NodeApiError when Poof gives no usable answer; money operations settle instead. */
	run(item: Item): Promise<Array<Pick<INodeExecutionData, 'binary'> & { json: IDataObject }>>;
}

export interface Resource {
	name: string;
	value: string;
	operations: Operation[];
}

/** The Resource and Operation parameters, and every operation's own behind them. */
export function describe(resources: Resource[]): INodeProperties[] {
	return [
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: resources.map(({ name, value, operations }) => ({
				name,
				value,
				...hiddenFromAgents(operations.every(({ movesMoney }) => movesMoney)),
			})),
			default: 'invoice',
		},
		...resources.flatMap(describeResource),
	];
}

function describeResource({ value: resource, operations }: Resource): INodeProperties[] {
	const [{ value: first }] = operations;
	return [
		{
			displayName: 'Operation',
			name: 'operation',
			type: 'options',
			noDataExpression: true,
			displayOptions: { show: { resource: [resource] } },
			options: operations.map(({ name, value, action, description, movesMoney }) => ({
				name,
				value,
				action,
				description,
				...hiddenFromAgents(movesMoney),
			})),
			default: first,
		},
		...operations.flatMap(({ value: operation, fields }) =>
			updateDisplayOptions({ show: { resource: [resource], operation: [operation] } }, fields),
		),
	];
}

function hiddenFromAgents(hidden: boolean): Pick<INodePropertyOptions, 'displayOptions'> {
	return hidden ? { displayOptions: { show: { '@tool': [false] } } } : {};
}
