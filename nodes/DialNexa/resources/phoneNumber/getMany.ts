import { page, resultOf } from '../../answers';
import { limitFields } from '../../fields';
import type { Operation } from '../../operation';
import { limitOf } from '../../parameters';

/** `GET /v1/organization-phone-numbers` (documented). */
export const getMany: Operation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many phone numbers',
	description: 'Get the phone numbers of the workspace',
	changesSomething: false,
	fields: [...limitFields],
	async run(item) {
		const request = { method: 'GET', path: '/v1/organization-phone-numbers' } as const;
		return (await page(item.node, request, limitOf(item))).map(resultOf);
	},
};
