import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';
import { listIn, objectIn } from '../../answers';
import {
	agentField,
	agentVersionOption,
	entriesField,
	idempotencyKeyField,
	phoneNumberField,
} from '../../fields';
import { digest } from '../../once';
import type { Operation } from '../../operation';
import { place } from '../../order';
import { duplicate, type Settlement } from '../../outcome';
import {
	collectionOf,
	entriesOf,
	idOf,
	phoneNumberOf,
	textOf,
	UnusableParameter,
	type Item,
} from '../../parameters';
import { ask } from '../../transport';

/** Where the key travels: DialNexa keeps a call's metadata and gives it back with the call. */
const KEY_NAME = 'idempotency_key';

/** How far back an earlier order under the same key is looked for. */
const LOOK_BACK_DAYS = 7;
/** Calls to one number by one agent that are looked at; each costs a request. */
const LOOK_AT = 20;

const MOST_NOTES = 15;

const createdSchema = z.object({
	id: z.string().min(1),
	to_phone_number: z.string().nullish(),
	agent_id: z.string().nullish(),
	agent_version_number: z.number().nullish(),
});

function receiptIn(json: unknown): IDataObject | undefined {
	const created = createdSchema.safeParse(json);
	if (!created.success) return undefined;
	const {
		id,
		to_phone_number: to,
		agent_id: agentId,
		agent_version_number: version,
	} = created.data;
	return { callId: id, to: to ?? '', agentId: agentId ?? '', agentVersion: version ?? null };
}

const foundSchema = z.object({ id: z.string(), metadata: z.record(z.string(), z.unknown()) });

/**
 * The call that was ordered before under the key. DialNexa has no idempotency header and says to
 * put a value of one's own into `metadata` and to list and compare after a time-out (documented).
 *
 * @throws DialNexaRefusal
 */
async function find(item: Item, agentId: string, to: string, key: string) {
	const since = new Date(Date.now() - LOOK_BACK_DAYS * 86_400_000).toISOString();
	const query = { agent_id: agentId, to, start_date: since, limit: LOOK_AT };
	const calls = listIn(await ask(item.node, { method: 'GET', path: '/v1/calls', query }));
	for (const { id } of calls) {
		const path = `/v1/calls/${encodeURIComponent(String(id))}`;
		const call = foundSchema.safeParse(objectIn(await ask(item.node, { method: 'GET', path })));
		if (call.success && call.data.metadata[KEY_NAME] === key) {
			return duplicate({ callId: call.data.id, to, agentId }) satisfies Settlement;
		}
	}
	return undefined;
}

/** `POST /v1/calls` (documented, seen live). Billable, and DialNexa knows no idempotency key. */
export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create a call',
	description: 'Have an agent call somebody, such as the callback that was promised',
	changesSomething: true,
	fields: [
		idempotencyKeyField,
		agentField,
		phoneNumberField,
		entriesField('Metadata', 'metadata', 'What the agent may know during the call'),
		entriesField('Notes', 'notes', 'What is kept with the call in DialNexa, at most 15 entries'),
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [agentVersionOption],
		},
	],
	async run(item) {
		const key = textOf(item, 'idempotencyKey', 'Idempotency Key');
		const agentId = idOf(item, 'agentId', 'Agent');
		const to = phoneNumberOf(item);
		const { agentVersion } = collectionOf(item, 'options');
		const notes = entriesOf(item, 'notes');
		if (Object.keys(notes).length > MOST_NOTES) {
			throw new UnusableParameter(
				`Notes has more than ${MOST_NOTES} entries`,
				'Leave some out, or put them into Metadata.',
			);
		}
		const body = {
			phone_number: to,
			agent_id: agentId,
			metadata: { ...entriesOf(item, 'metadata'), [KEY_NAME]: key },
			...(agentVersion !== undefined && { agent_version_number: agentVersion }),
			...(Object.keys(notes).length > 0 && { notes }),
		};
		return await place(item, {
			kind: 'call',
			fingerprint: digest(agentId, to),
			request: { method: 'POST', path: '/v1/calls', body },
			receiptIn,
			find: async () => await find(item, agentId, to, key),
		});
	},
};
