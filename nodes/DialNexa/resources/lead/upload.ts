import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';
import { fileField, idempotencyKeyField, workflowField } from '../../fields';
import { digest } from '../../once';
import type { Operation } from '../../operation';
import { place } from '../../order';
import { idOf } from '../../parameters';
import { formOf } from '../../upload';

const uploadedSchema = z.object({ count: z.number(), data: z.record(z.string(), z.unknown()) });

function receiptIn(json: unknown): IDataObject | undefined {
	const uploaded = uploadedSchema.safeParse(json);
	if (!uploaded.success) return undefined;
	return { count: uploaded.data.count, leads: uploaded.data.data as IDataObject };
}

/** `POST /v1/workflows/{workflowId}/leads` (documented, multipart). An active workflow calls its leads. */
export const upload: Operation = {
	name: 'Upload',
	value: 'upload',
	action: 'Upload leads',
	description: 'Add everybody in a file to a workflow, which calls them',
	changesSomething: true,
	fields: [idempotencyKeyField, workflowField, fileField],
	async run(item) {
		const workflowId = idOf(item, 'workflowId', 'Workflow');
		const { headers, body, file } = await formOf(item, {});
		const path = `/v1/workflows/${encodeURIComponent(workflowId)}/leads`;
		return await place(item, {
			kind: 'leads',
			fingerprint: digest(workflowId, file.toString('base64')),
			request: { method: 'POST', path, headers, body },
			receiptIn,
		});
	},
};
