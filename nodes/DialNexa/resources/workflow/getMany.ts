import { page } from '../../answers';
import { limitFields, simplifyField } from '../../fields';
import type { Operation } from '../../operation';
import { limitOf } from '../../parameters';
import { shownBy } from '../../simplified';
import { workflowSchema } from './workflow';

/** `GET /v1/workflows` (documented; seen live with its list one level deeper). */
export const getMany: Operation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many workflows',
	description: 'Get the workflows of the DialNexa workspace',
	changesSomething: false,
	fields: [...limitFields, simplifyField],
	async run(item) {
		const request = { method: 'GET', path: '/v1/workflows' } as const;
		const workflows = await page(item.node, request, limitOf(item));
		return workflows.map((workflow) => shownBy(item, workflowSchema, workflow));
	},
};
