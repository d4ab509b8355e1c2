import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { searchCoins, searchPaymentMethods } from './listSearch';
import { describe } from './operation';
import { resources } from './resources';
import { asNodeError, runItem } from './run';

export class Poof implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Poof',
		name: 'poof',
		icon: { light: 'file:poof.svg', dark: 'file:poof.dark.svg' },
		sensitiveOutputFields: ['secret'],
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Create invoices and payment links, send payouts and look up transactions at poof.io',
		defaults: { name: 'Poof' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'poofIoApi', required: true }],
		properties: describe(resources),
	};

	methods = { listSearch: { searchCoins, searchPaymentMethods } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const results: INodeExecutionData[] = [];
		for (let index = 0; index < this.getInputData().length; index++) {
			try {
				results.push(...(await runItem(this, index)));
			} catch (error) {
				const nodeError = asNodeError(this.getNode(), error, index);
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
