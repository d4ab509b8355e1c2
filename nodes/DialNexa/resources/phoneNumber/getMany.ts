import { page } from '../../answers';
import { limitFields, simplifyField } from '../../fields';
import type { Operation } from '../../operation';
import { limitOf } from '../../parameters';
import { shownBy } from '../../simplified';
import { phoneNumberSchema } from './phoneNumber';

/** `GET /v1/organization-phone-numbers` (documented). */
export const getMany: Operation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many phone numbers',
	description: 'Get the phone numbers of the workspace',
	changesSomething: false,
	fields: [...limitFields, simplifyField],
	async run(item) {
		const request = { method: 'GET', path: '/v1/organization-phone-numbers' } as const;
		const numbers = await page(item.node, request, limitOf(item));
		return numbers.map((number) => shownBy(item, phoneNumberSchema, number));
	},
};
