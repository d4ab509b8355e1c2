import {
	NodeConnectionTypes,
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { ZodError } from 'zod';
import { factsOf, type Facts } from './facts';
import { handOver } from './handoff';
import { properties } from './parameters';
import { ROUTES } from './rules/rule';
import { mappedOf, settingsOf, type Mapped, type Settings } from './settings';

/** Checks a call, decides what it may do, and sends it out by Ready, Approval or Exception. */
export class DialNexaHandoff implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'DialNexa Handoff',
		name: 'dialNexaHandoff',
		icon: { light: 'file:handoff.svg', dark: 'file:handoff.dark.svg' },
		group: ['transform'],
		version: 1,
		description: 'Decide what a DialNexa call may do: ready, approval or exception',
		subtitle:
			'={{ $parameter.action === "fromCall" ? "decide what the call may do" : $parameter.action.replaceAll("_", " ") }}',
		defaults: { name: 'DialNexa Handoff' },
		// A tool has one output, and the route of this node is its output.
		usableAsTool: undefined,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Ready', 'Approval', 'Exception'],
		properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const outputs: INodeExecutionData[][] = ROUTES.map(() => []);
		const handedOver = new Set<string>();
		for (const [index, item] of this.getInputData().entries()) {
			const pairedItem = { item: index };
			try {
				const facts = factsOf(item.json, mapped(this, index), settings(this, index), Date.now());
				const handoff = handOver(withoutRepeat(facts, handedOver));
				if (handoff.route !== 'exception') handedOver.add(facts.call.callId);
				outputs[ROUTES.indexOf(handoff.route)].push({ json: { ...handoff }, pairedItem });
			} catch (error) {
				const told = unusable(this, error as Error, index);
				if (!this.continueOnFail()) throw told;
				outputs[ROUTES.indexOf('exception')].push({ json: { error: told.message }, pairedItem });
			}
		}
		return outputs;
	}
}

const collection = (context: IExecuteFunctions, name: string, index: number) =>
	context.getNodeParameter(name, index, {}) as IDataObject;

const TOP_LEVEL = [
	'action',
	'allowedActions',
	'minimumMatchConfidence',
	'approvalThreshold',
	'approvalCurrency',
];

function settings(context: IExecuteFunctions, index: number): Settings {
	const single = TOP_LEVEL.map((name) => [name, context.getNodeParameter(name, index)]);
	return settingsOf(
		{ ...collection(context, 'options', index), ...Object.fromEntries(single) },
		context.getTimezone(),
	);
}

const mapped = (context: IExecuteFunctions, index: number): Mapped =>
	mappedOf({
		...collection(context, 'evidence', index),
		fields: collection(context, 'fields', index),
	});

/** One call, one action: a call that has been let through in this run is not let through again. */
const withoutRepeat = (facts: Facts, handedOver: Set<string>): Facts =>
	handedOver.has(facts.call.callId) ? { ...facts, duplicateOf: facts.call.callId } : facts;

/** Says which parameter cannot be used; calls themselves never throw. */
function unusable(context: IExecuteFunctions, error: Error, itemIndex: number): NodeOperationError {
	const message = error instanceof ZodError ? error.issues[0].message : error.message;
	return new NodeOperationError(context.getNode(), `${message} [item ${itemIndex}]`, {
		itemIndex,
		description: 'Change the parameter, or the expression that fills it in.',
	});
}
