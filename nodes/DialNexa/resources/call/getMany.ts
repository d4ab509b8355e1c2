import type { IDataObject } from 'n8n-workflow';
import { readCall } from '../../../../lib/call/delivery';
import { lacksAnalysis } from '../../../../lib/call/lateAnalysis';
import { listIn, page } from '../../answers';
import { limitFields, simplifyField } from '../../fields';
import type { Operation, Result } from '../../operation';
import { collectionOf, isOn, limitOf, type Item } from '../../parameters';
import { ask } from '../../transport';
import { filtersField, overOf, queryOf } from './filters';
import { fetchCall, shown } from './get';

/** The call as it was listed, completed by what DialNexa says of it alone, if it lacks its analysis. */
async function analysed(item: Item, listed: IDataObject): Promise<IDataObject> {
	const call = readCall(listed);
	if (!call || !lacksAnalysis(call)) return listed;
	return { ...listed, ...(await fetchCall(item, call.callId)) };
}

/** `GET /v1/calls` (documented; the list at the root and its lack of page counts were seen live). */
export const getMany: Operation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many calls',
	description: 'Get a list of calls in the form in which the trigger emits them',
	changesSomething: false,
	fields: [
		...limitFields,
		filtersField,
		{
			displayName: 'Include Analysis',
			name: 'includeAnalysis',
			type: 'boolean',
			default: false,
			description:
				'Whether to get completed calls one by one where the list has no analysis of them. This takes a request for each.',
		},
		simplifyField,
	],
	async run(item) {
		const filters = collectionOf(item, 'filters');
		const query = queryOf(filters);
		const request = { method: 'GET', path: '/v1/calls', query } as const;
		const limit = limitOf(item);
		// How many of a page are over is not known before.
		const most = filters.endedInTheLast === undefined ? limit : Infinity;
		const listed = query.export
			? listIn(await ask(item.node, request))
			: await page(item.node, request, most);
		const results: Result[] = [];
		for (const call of overOf(listed, filters).slice(0, limit)) {
			const whole = isOn(item, 'includeAnalysis') ? await analysed(item, call) : call;
			results.push(shown(item, whole));
		}
		return results;
	},
};
