import { listIn, page } from '../../answers';
import { limitFields, simplifyField } from '../../fields';
import type { Operation } from '../../operation';
import { collectionOf, isOn, limitOf } from '../../parameters';
import { ask } from '../../transport';
import { filtersField, queryOf } from './filters';
import { shown } from './get';
import { newCalls } from './newCalls';

/** `GET /v1/calls` (documented; the list at the root and its lack of page counts were seen live). */
export const getMany: Operation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many calls',
	description: 'Get a list of calls, or those that have ended since the last run',
	changesSomething: false,
	fields: [
		{
			displayName: 'Only New Calls',
			name: 'onlyNew',
			type: 'boolean',
			default: false,
			description:
				'Whether to return, once each and with their analysis, the calls that have ended since the last run of the published workflow',
		},
		{
			displayName: 'Look Back',
			name: 'lookBackHours',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 168 },
			default: 24,
			displayOptions: { show: { onlyNew: [true] } },
			description:
				'How many hours before the last run a call may have begun, or before now in the first run',
		},
		...limitFields,
		filtersField,
		{ ...simplifyField, displayOptions: { show: { onlyNew: [false] } } },
	],
	async run(item) {
		const query = queryOf(collectionOf(item, 'filters'));
		const limit = limitOf(item);
		if (isOn(item, 'onlyNew')) {
			const hours = Number(item.node.getNodeParameter('lookBackHours', item.index, 24));
			return (await newCalls(item, query, hours, limit)).map((json) => ({ json }));
		}
		const request = { method: 'GET', path: '/v1/calls', query } as const;
		const calls = query.export
			? listIn(await ask(item.node, request)).slice(0, limit)
			: await page(item.node, request, limit);
		return calls.map((call) => shown(call, isOn(item, 'simplify')));
	},
};
