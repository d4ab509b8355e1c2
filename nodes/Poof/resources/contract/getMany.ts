import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { limitFields, optionsField } from '../../fields';
import type { Operation } from '../../operation';
import { withinLimit } from '../../parameters';
import { read } from '../../reading';

const object = z.record(z.string(), z.unknown());
/** A list, or a map whose keys are the tokens: the answer is undocumented. */
const answerSchema = z.union([
	z.array(object),
	object.transform((tokens) =>
		Object.entries(tokens).map(([token, contract]) => ({ token, contract })),
	),
]);

/** `POST /api/v2/contract_list` (medium). */
export const getMany: Operation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many contracts',
	description: 'Get the token contracts that Poof supports',
	movesMoney: false,
	fields: [...limitFields, optionsField],
	async run(item) {
		const contracts = await read(
			item,
			'/api/v2/contract_list',
			{},
			'the Poof credential',
			(answer) => answerSchema.safeParse(answer).data,
		);
		return withinLimit(item, contracts).map((contract) => ({ json: contract as IDataObject }));
	},
};
