import { GoogleRefusal } from './refusal.mts';

/** A selection of fields: each with what is selected inside of it, null being everything. */
type Selection = Map<string, Selection | null>;

/**
 * Reads a selection such as `nextPageToken, files(id, name)`, `sheets.properties` or `files/id`.
 *
 * @throws {GoogleRefusal} 400 when it does not parse.
 */
function parseSelection(fields: string): Selection {
	const tokens = fields.match(/[A-Za-z]\w*|[*(),/.]|\S/g) ?? [];
	let at = 0;
	const invalid = () =>
		new GoogleRefusal(400, `Invalid field selection ${fields}`, {
			reason: 'invalidParameter',
			location: 'fields',
		});

	function list(): Selection {
		const selection: Selection = new Map([one()]);
		while (tokens[at] === ',') {
			at++;
			selection.set(...one());
		}
		return selection;
	}

	function one(): [string, Selection | null] {
		const name = tokens[at++];
		if (!name || !/^([A-Za-z]\w*|\*)$/.test(name)) throw invalid();
		if (tokens[at] === '/' || tokens[at] === '.') {
			at++;
			return [name, new Map([one()])];
		}
		if (tokens[at] !== '(') return [name, null];
		at++;
		const inside = list();
		if (tokens[at++] !== ')') throw invalid();
		return [name, inside];
	}

	const selection = list();
	if (at < tokens.length) throw invalid();
	return selection;
}

function selected(value: unknown, selection: Selection | null): unknown {
	if (selection === null || value === null || typeof value !== 'object') return value;
	if (Array.isArray(value)) return value.map((entry) => selected(entry, selection));
	return Object.fromEntries(
		Object.entries(value)
			.filter(([name]) => selection.has(name) || selection.has('*'))
			.map(([name, held]) => [name, selected(held, selection.get(name) ?? null)]),
	);
}

/** A partial answer, as the parameter `fields` of every Google API asks for it. */
export function selectFields(answer: unknown, fields: string): unknown {
	return selected(answer, parseSelection(fields));
}
