import { readdirSync, readFileSync } from 'node:fs';
import { type RecordedCall, type Sample, sampleSchema } from './calls.mts';
import { newId } from './workspace.mts';

const FOLDER = new URL('../samples/', import.meta.url);
const ORDER = ['ready', 'needs_approval', 'unclear', 'payout', 'no_answer', 'failed', 'forged'];

/** The sample calls, in the order in which one shows them. */
export const SAMPLES: Sample[] = readdirSync(FOLDER)
	.map((file) => sampleSchema.parse(JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'))))
	.sort((a, b) => ORDER.indexOf(a.name) - ORDER.indexOf(b.name));

/** A value of the analysis; `{ "inDays": 8 }` stands for that day, so that no sample ever ages. */
function today(value: unknown): unknown {
	if (value === null || typeof value !== 'object' || !('inDays' in value)) return value;
	const day = new Date();
	day.setUTCDate(day.getUTCDate() + Number(value.inDays));
	return day.toISOString().slice(0, 10);
}

/** The sample as a call that has just ended, under this ID or a new one. */
export function callOf(sample: Sample, callId = newId('call')): RecordedCall {
	const { analysis, ...rest } = structuredClone(sample.call);
	return {
		...rest,
		id: callId,
		createdAt: new Date().toISOString(),
		notes: {},
		agentVersion: 1,
		analysis: Object.fromEntries(
			Object.entries(analysis).map(([field, value]) => [field, today(value)]),
		),
	};
}
