// What the templates promise of money, sheets and waiting, and what each of them explains.
import {
	isTrigger,
	outputsOf,
	PACKAGE,
	reachable,
	STICKY,
	type Template,
	type TemplateNode,
} from './template.ts';

/** The name of the workflow that the templates carry inside (scripts/templates/ledger.mts). */
const CLAIM_WORKFLOW = '"name": "Claim a call once"';
/** The operations that cost or move money: they end in an Outcome. */
const MONEY_OPERATIONS: Record<string, string[]> = {
	[`${PACKAGE}.poof`]: [
		'charge:createDepositAddress',
		'charge:createFiat',
		'checkout:createLink',
		'invoice:createCryptoLink',
		'invoice:createFiat',
		'payout:send',
		'wallet:create',
	],
	[`${PACKAGE}.dialNexa`]: ['call:create'],
};
/** What may be done twice by a machine, by the node's type: reading, and what has the same effect the second time. */
const MAY_BE_RETRIED: Record<string, (parameters: TemplateNode['parameters']) => boolean> = {
	'n8n-nodes-base.dataTable': ({ operation }) => operation !== 'insert',
	'n8n-nodes-base.executeWorkflow': ({ workflowJson }) =>
		String(workflowJson).includes(CLAIM_WORKFLOW),
	'n8n-nodes-base.googleDrive': ({ operation }) => isRead(operation),
	'n8n-nodes-base.googleSheets': ({ operation }) => isRead(operation),
	'n8n-nodes-base.hubspot': ({ operation }) => isRead(operation),
	'n8n-nodes-base.httpRequest': ({ method = 'GET' }) => method === 'GET',
	'n8n-nodes-base.postgres': ({ query }) => /^(SELECT|UPDATE) /.test(String(query)),
	[`${PACKAGE}.dialNexa`]: ({ operation }) => isRead(operation),
	[`${PACKAGE}.poof`]: ({ operation }) => isRead(operation),
};
const READS = ['download', 'get', 'getMany', 'read', 'search'];
const isRead = (operation: unknown) => READS.includes(String(operation));
const SHEET_WRITES = ['append', 'appendOrUpdate', 'update'];

const readsOutcome = (node: TemplateNode | undefined) =>
	node?.type === 'n8n-nodes-base.switch' &&
	JSON.stringify(node.parameters).includes('$json.outcome');

const movesMoney = ({ type, parameters }: TemplateNode) =>
	(MONEY_OPERATIONS[type] ?? []).includes(`${parameters.resource}:${parameters.operation}`);

const claims = ({ type, parameters }: TemplateNode) =>
	type === 'n8n-nodes-base.executeWorkflow' &&
	String(parameters.workflowJson).includes(CLAIM_WORKFLOW);

export function promiseProblems(template: Template): string[] {
	const problems: string[] = [];
	const unclaimed = reachable(
		template,
		template.nodes.filter(claims).map(({ name }) => name),
	);
	const byName = new Map(template.nodes.map((node) => [node.name, node]));
	for (const node of template.nodes) {
		const { parameters, name } = node;
		const text = JSON.stringify(parameters);
		if (movesMoney(node)) {
			if (unclaimed.has(name)) problems.push(`"${name}" can be reached without a claim`);
			const next = outputsOf(template, name)[0] ?? [];
			if (!next.some((to) => readsOutcome(byName.get(to))))
				problems.push(`no Outcome branch follows "${name}"`);
			if (node.onError !== 'continueErrorOutput')
				problems.push(`"${name}" has no error output: what it cannot do would be lost`);
		}
		if (node.retryOnFail && !MAY_BE_RETRIED[node.type]?.(parameters))
			problems.push(`"${name}" must not be retried: it would do its work twice`);
		if (text.includes('"typeValidation":"loose"'))
			problems.push(`"${name}" would take one type for another: set strict`);
		if (node.type === 'n8n-nodes-base.switch' && readsOutcome(node)) {
			for (const outcome of ['done', 'duplicate', 'refused', 'uncertain']) {
				if (!text.includes(`"${outcome}"`))
					problems.push(`"${name}" does not know the outcome ${outcome}`);
			}
		}
		if (
			node.type === 'n8n-nodes-base.googleSheets' &&
			SHEET_WRITES.includes(String(parameters.operation))
		) {
			if (!text.includes('"cellFormat":"RAW"'))
				problems.push(`"${name}" would let a cell become a formula: set RAW`);
			if (parameters.operation === 'append' && !text.includes('"useAppend":true')) {
				problems.push(`"${name}" may overwrite a row of another execution: set useAppend`);
			}
		}
		// This node leaves what went wrong where n8n does not look before it tries again.
		if (
			node.type === 'n8n-nodes-base.googleSheets' &&
			node.retryOnFail &&
			node.onError === 'continueErrorOutput'
		) {
			problems.push(
				`"${name}" would not be tried again: Retry On Fail or an error output, not both`,
			);
		}
		if (parameters.operation === 'sendAndWait' && !text.includes('"limitWaitTime"')) {
			problems.push(`"${name}" may wait for ever`);
		}
		// n8n puts the empty item on the first output even when the real one leaves by the error output.
		if (node.alwaysOutputData && node.onError === 'continueErrorOutput') {
			problems.push(`"${name}" would go on by both outputs when it cannot do its work`);
		}
		// n8n empties the waiting item when the node has an error output: after the time limit nothing would go on.
		if (parameters.operation === 'sendAndWait' && node.onError === 'continueErrorOutput') {
			problems.push(
				`"${name}" would drop a call that nobody answers: continue by the regular output`,
			);
		}
	}
	const settings = template.nodes.filter(
		({ name, type }) => name === 'Settings' && type === 'n8n-nodes-base.set',
	);
	const onlyCalledByOthers = template.nodes
		.filter(isTrigger)
		.every(({ type }) => type === 'n8n-nodes-base.executeWorkflowTrigger');
	if (settings.length !== 1 && !onlyCalledByOthers)
		problems.push('there must be one Set node named "Settings"');
	const yellow = template.nodes.filter(
		({ type, parameters }) => type === STICKY && (parameters.color ?? 1) === 1,
	);
	if (yellow.length !== 1)
		problems.push('there must be one yellow sticky note that explains the workflow');
	return problems;
}
