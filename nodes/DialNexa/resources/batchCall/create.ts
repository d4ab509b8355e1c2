import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';
import { agentField, agentVersionOption, fileField, idempotencyKeyField } from '../../fields';
import { digest } from '../../once';
import type { Operation } from '../../operation';
import { place } from '../../order';
import { collectionOf, idOf, textOf } from '../../parameters';
import { formOf } from '../../upload';

/** Documented: longer titles are refused. */
const LONGEST_TITLE = 35;

const createdSchema = z
	.object({
		id: z.string().min(1),
		title: z.string(),
		total_records: z.number(),
		status: z.string(),
	})
	.partial({ title: true, total_records: true, status: true });

function receiptIn(json: unknown): IDataObject | undefined {
	const created = createdSchema.safeParse(json);
	if (!created.success) return undefined;
	const { id, title, total_records: calls, status } = created.data;
	return { batchCallId: id, title: title ?? '', calls: calls ?? null, status: status ?? '' };
}

/** The times and hours of a batch call that DialNexa takes, by its names for them. */
const OPTIONS = {
	agentVersion: 'agent_version_number',
	startsAt: 'starts_at',
	endsAt: 'ends_at',
	callingHoursStart: 'calling_hours_start',
	callingHoursEnd: 'calling_hours_end',
} as const;

function optionsOf(options: IDataObject): Record<string, string> {
	const given = Object.entries(OPTIONS).filter(([name]) => options[name] !== undefined);
	return Object.fromEntries(
		given.map(([name, field]) => {
			const value = String(options[name]);
			return [field, name.endsWith('sAt') ? new Date(value).toISOString() : value];
		}),
	);
}

/** `POST /v1/batch-calls` (documented, multipart). Billable, and it cannot be looked up by a key. */
export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create a batch call',
	description: 'Have an agent call everybody in a file',
	changesSomething: true,
	fields: [
		idempotencyKeyField,
		agentField,
		{
			displayName: 'Title',
			name: 'title',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. Failed renewals of March',
			description: 'What the batch call is named in DialNexa, at most 35 characters',
		},
		fileField,
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [
				agentVersionOption,
				{
					displayName: 'Calling Hours End',
					name: 'callingHoursEnd',
					type: 'string',
					default: '',
					placeholder: 'e.g. 18:00',
				},
				{
					displayName: 'Calling Hours Start',
					name: 'callingHoursStart',
					type: 'string',
					default: '',
					placeholder: 'e.g. 09:00',
				},
				{
					displayName: 'Ends At',
					name: 'endsAt',
					type: 'dateTime',
					default: '',
				},
				{
					displayName: 'Starts At',
					name: 'startsAt',
					type: 'dateTime',
					default: '',
					description: 'At once without this option',
				},
			],
		},
	],
	async run(item) {
		const agentId = idOf(item, 'agentId', 'Agent');
		const title = textOf(item, 'title', 'Title', LONGEST_TITLE);
		const fields = { title, agent_id: agentId, ...optionsOf(collectionOf(item, 'options')) };
		const { headers, body, file } = await formOf(item, fields);
		return await place(item, {
			kind: 'batchCall',
			fingerprint: digest(fields, file.toString('base64')),
			request: { method: 'POST', path: '/v1/batch-calls', headers, body },
			receiptIn,
		});
	},
};
