import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { searchAgents, searchWorkflows } from './listSearch';
import { describe } from './operation';
import { resources } from './resources';
import { asNodeError, runItem } from './run';

export class DialNexa implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'DialNexa',
		name: 'dialNexa',
		icon: { light: 'file:dialnexa.svg', dark: 'file:dialnexa.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Call people with DialNexa voice agents and look up what was said',
		defaults: { name: 'DialNexa' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'dialNexaApi', required: true }],
		properties: describe(resources),
	};

	methods = { listSearch: { searchAgents, searchWorkflows } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const results: INodeExecutionData[] = [];
		for (let index = 0; index < this.getInputData().length; index++) {
			try {
				results.push(...(await runItem(this, index)));
			} catch (error) {
				const nodeError = asNodeError(this, error, index);
				if (!this.continueOnFail()) throw nodeError;
				results.push({
					json: { error: nodeError.message, description: nodeError.description ?? '' },
					// By this n8n tells which items go to the node's error output.
					error: nodeError,
					pairedItem: { item: index },
				});
			}
		}
		return [results];
	}
}
