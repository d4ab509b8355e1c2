import { listIn } from '../../answers';
import { limitFields, simplifyField, workflowField } from '../../fields';
import type { Operation } from '../../operation';
import { idOf, limitOf } from '../../parameters';
import { shownBy } from '../../simplified';
import { ask } from '../../transport';
import { leadSchema } from './lead';

/** `GET /v1/workflows/{workflowId}/leads` (documented; it knows no pages, so the limit is applied here). */
export const getMany: Operation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many leads',
	description: 'Get the leads of a workflow',
	changesSomething: false,
	fields: [
		workflowField,
		...limitFields,
		{
			displayName: 'Lead IDs',
			name: 'leadIds',
			type: 'string',
			default: '',
			placeholder: 'e.g. lead_abc123, lead_def456',
			description: 'Only these leads; all of them when empty',
		},
		simplifyField,
	],
	async run(item) {
		const id = idOf(item, 'workflowId', 'Workflow');
		const leadIds = String(item.node.getNodeParameter('leadIds', item.index, '')).replace(
			/\s/g,
			'',
		);
		const query: Record<string, string> = leadIds ? { leadIds } : {};
		const path = `/v1/workflows/${encodeURIComponent(id)}/leads`;
		const leads = listIn(await ask(item.node, { method: 'GET', path, query }));
		return leads.slice(0, limitOf(item)).map((lead) => shownBy(item, leadSchema, lead));
	},
};
