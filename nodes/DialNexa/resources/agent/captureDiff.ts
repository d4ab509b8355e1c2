import { plainName } from '../../../../lib/call/analysis';
import { CAPTURE_FIELDS, type CaptureField } from '../../../../lib/call/capture';
import type { AnalysisField } from './agent';

/** The types that `PATCH /v1/agents/{id}` takes, by every name under which they come back. */
const WRITABLE_TYPES: Readonly<Record<string, string>> = {
	NUMBER: 'NUMBER',
	STRING: 'STRING',
	TEXT: 'STRING',
	BOOLEAN: 'BOOLEAN',
	ENUM: 'ENUM',
	SELECTOR: 'ENUM',
};

const typeOf = (field: AnalysisField) => WRITABLE_TYPES[field.field_type.toUpperCase()];

/** What setting up money capture does to a version of an agent. */
export interface CaptureDiff {
	/** Names of fields that are added. */
	add: string[];
	/** Names of the capture table that are there, under whatever spelling. */
	present: string[];
	/** Fields that are there with another type: they stay as they are, for a person to look at. */
	differ: Array<{ name: string; has: string; wants: string }>;
	/** Names of all other fields; every one stays as it is. */
	keep: string[];
	/** Fields whose type cannot be written back, so that nothing can be written at all. */
	unwritable: string[];
	/** The whole analysis afterwards, as DialNexa takes it. */
	analysis: AnalysisField[];
}

/** What the analysis is told to write: a choice lists its answers, as DialNexa has no place for them. */
function description({ description: text, values }: CaptureField): string {
	return values ? `${text}. One of: ${values.join(', ')}` : text;
}

/** Compares the fields of an agent with the capture table. Running it on its own result adds nothing. */
export function diffCapture(existing: AnalysisField[]): CaptureDiff {
	const fields: readonly CaptureField[] = CAPTURE_FIELDS;
	const byName = new Map(existing.map((field) => [plainName(field.field_name), field]));
	const captured = new Set(fields.map(({ name }) => plainName(name)));
	const missing = fields.filter(({ name }) => !byName.has(plainName(name)));
	const present = fields.filter(({ name }) => byName.has(plainName(name)));
	return {
		add: missing.map(({ name }) => name),
		present: present.map(({ name }) => name),
		differ: present.flatMap(({ name, type }) => {
			const has = byName.get(plainName(name));
			return has && typeOf(has) !== type ? [{ name, has: has.field_type, wants: type }] : [];
		}),
		keep: existing
			.map((field) => field.field_name)
			.filter((name) => !captured.has(plainName(name))),
		unwritable: existing.filter((field) => !typeOf(field)).map((field) => field.field_name),
		analysis: [
			...existing.map((field) => ({
				...field,
				field_type: typeOf(field) ?? field.field_type,
				field_description: field.field_description ?? '',
			})),
			...missing.map((field) => ({
				field_name: field.name,
				field_type: field.type,
				field_description: description(field),
			})),
		],
	};
}
