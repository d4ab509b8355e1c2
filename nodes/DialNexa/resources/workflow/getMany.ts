import { page, resultOf } from '../../answers';
import { limitFields } from '../../fields';
import type { Operation } from '../../operation';
import { limitOf } from '../../parameters';

/** `GET /v1/workflows` (documented; seen live with its list one level deeper). */
export const getMany: Operation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many workflows',
	description: 'Get the workflows of the DialNexa workspace',
	changesSomething: false,
	fields: [...limitFields],
	async run(item) {
		const request = { method: 'GET', path: '/v1/workflows' } as const;
		return (await page(item.node, request, limitOf(item))).map(resultOf);
	},
};
