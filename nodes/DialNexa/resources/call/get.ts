import type { IDataObject } from 'n8n-workflow';
import { readCall } from '../../../../lib/call/delivery';
import { objectIn, resultOf } from '../../answers';
import { callField, simplifyField } from '../../fields';
import type { Operation, Result } from '../../operation';
import { idOf, isOn, type Item } from '../../parameters';
import { ask } from '../../transport';

/** The call as DialNexa gives it. @throws UnusableParameter or DialNexaRefusal */
export async function fetchCall(item: Item, id = idOf(item, 'callId', 'Call ID')) {
	const path = `/v1/calls/${encodeURIComponent(id)}`;
	return objectIn(await ask(item.node, { method: 'GET', path }));
}

/** A call as the trigger emits it, or as DialNexa gives it; redacted either way. */
export function shown(item: Item, call: IDataObject): Result {
	const read = isOn(item, 'simplify') ? readCall(call) : undefined;
	return read ? { json: read as unknown as IDataObject } : resultOf(call);
}

/** `GET /v1/calls/{id}` (documented, seen live; its transcript and summary were not always there). */
export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a call',
	description: 'Get one call in the form in which the trigger emits it',
	changesSomething: false,
	fields: [callField, simplifyField],
	async run(item) {
		return [shown(item, await fetchCall(item))];
	},
};
