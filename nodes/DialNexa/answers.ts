import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';
import { redactJson } from '../../lib/redaction';
import type { Result } from './operation';
import { ask, DialNexaRefusal, type DialNexaContext, type Request } from './transport';

/**
 * DialNexa's envelopes differ between its OpenAPI file, its examples and what production was seen
 * to send: bare, `{statusCode, message, data}`, a list under a name of its own, or that name within
 * `data`. So every answer is unwrapped leniently.
 */

const record = z.record(z.string(), z.unknown());
const records = z.array(record);

/** Names under which lists come: agents, items, callLogs, data. */
const LIST_NAMES = ['agents', 'items', 'callLogs', 'data'];

/** What came back is nothing that was asked for. */
export function unknownForm(): DialNexaRefusal {
	return new DialNexaRefusal(
		'DialNexa answered in an unknown form',
		'Check the Base URL in the credential. If it is right, DialNexa has changed its API.',
		200,
	);
}

/** The object that was asked for, out of its envelope. @throws DialNexaRefusal when there is none. */
export function objectIn(answer: unknown): IDataObject {
	const object = record.safeParse(answer);
	if (!object.success) throw unknownForm();
	const inner = record.safeParse(object.data.data);
	return (inner.success ? inner.data : object.data) as IDataObject;
}

/** The list that was asked for, out of its envelopes. @throws DialNexaRefusal when there is none. */
export function listIn(answer: unknown): IDataObject[] {
	let content = answer;
	for (let layer = 0; layer < 3; layer++) {
		const list = records.safeParse(content);
		if (list.success) return list.data as IDataObject[];
		const object = record.safeParse(content).data ?? {};
		content = LIST_NAMES.map((name) => object[name]).find((value) => value !== undefined);
	}
	throw unknownForm();
}

/** A result of the node: what DialNexa said, without anything that must not be stored. */
export function resultOf(value: unknown): Result {
	return { json: redactJson(value).value as IDataObject };
}

/** DialNexa gives up to 200 calls in one page (documented); for other lists it does not say. */
const PAGE_SIZE = 100;

/**
 * Pages through a list until a page is short or enough is there; a list that moves meanwhile gives
 * nothing twice. A page of what is known ends it too, so that a server that ignores `page` cannot
 * go on for ever.
 *
 * @throws DialNexaRefusal
 */
export async function page(
	context: DialNexaContext,
	request: Request,
	limit: number,
): Promise<IDataObject[]> {
	const found = new Map<unknown, IDataObject>();
	for (let number = 1; found.size < limit; number++) {
		const size = Math.min(PAGE_SIZE, limit);
		const query = { ...request.query, page: number, limit: size };
		const list = listIn(await ask(context, { ...request, query }));
		const before = found.size;
		for (const entry of list) found.set(entry.id ?? found.size, entry);
		if (list.length < size || found.size === before) break;
	}
	return [...found.values()].slice(0, limit);
}
