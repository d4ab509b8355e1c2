import type {
	IDataObject,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';
import type { Item } from './parameters';

export type Result = Pick<INodeExecutionData, 'binary'> & { json: IDataObject };

/** One operation: how it looks in the panel and what it does, side by side in one file. */
export interface Operation {
	name: string;
	value: string;
	action: string;
	description: string;
	/** Makes DialNexa dial, or changes what it does: hidden from AI agents and refused to them. */
	changesSomething: boolean;
	/** Its parameters, without `displayOptions`: {@link describe} adds them. */
	fields: INodeProperties[];
	/** @throws UnusableParameter or DialNexaRefusal; operations that place calls settle instead. */
	run(item: Item): Promise<Result[]>;
}

export interface Resource {
	name: string;
	value: string;
	operations: Operation[];
}

const hiddenFromAgents = (hidden: boolean): Pick<INodePropertyOptions, 'displayOptions'> =>
	hidden ? { displayOptions: { show: { '@tool': [false] } } } : {};

function describeResource({ value: resource, operations }: Resource): INodeProperties[] {
	const harmless = operations.filter(({ changesSomething }) => !changesSomething);
	const [{ value: first }] = [...harmless, ...operations];
	return [
		{
			displayName: 'Operation',
			name: 'operation',
			type: 'options',
			noDataExpression: true,
			displayOptions: { show: { resource: [resource] } },
			options: operations.map(({ name, value, action, description, changesSomething }) => ({
				name,
				value,
				action,
				description,
				...hiddenFromAgents(changesSomething),
			})),
			default: first,
		},
		...operations.flatMap(({ value: operation, fields }) =>
			fields.map((field) => ({
				...field,
				displayOptions: {
					...field.displayOptions,
					show: { ...field.displayOptions?.show, resource: [resource], operation: [operation] },
				},
			})),
		),
	];
}

/** The Resource and Operation parameters, and every operation's own behind them. */
export function describe(resources: Resource[]): INodeProperties[] {
	return [
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: resources.map(({ name, value }) => ({ name, value })),
			default: 'call',
		},
		...resources.flatMap(describeResource),
	];
}
