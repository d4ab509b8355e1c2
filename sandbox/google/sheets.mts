import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Journal } from '../requests.mts';
import type { StandIn } from '../stand-in.mts';
import { asGoogleApi, connectedCredential } from './account.mts';
import { checked, googleFailure, GoogleRefusal } from './refusal.mts';
import { Spreadsheet, type Tab } from './spreadsheet.mts';

/** The spreadsheet that is there from the start. */
const EXCEPTIONS_ID = '1SandboxFinanceExceptions0000000000000000000';
const SCOPE =
	'https://www.googleapis.com/auth/drive.file https://www.googleapis.com/auth/spreadsheets https://www.googleapis.com/auth/drive.metadata';

const cell = z.union([z.string(), z.number(), z.boolean()]).nullable();
const valueRange = z.strictObject({
	range: z.string(),
	majorDimension: z.literal('ROWS').optional(),
	values: z.array(z.array(cell)).default([]),
});
const inputOption = z.enum(['RAW', 'USER_ENTERED']);
const tabProperties = z.strictObject({
	title: z.string(),
	sheetId: z.int().optional(),
	index: z.int().min(0).optional(),
	hidden: z.boolean().optional(),
	rightToLeft: z.boolean().optional(),
	gridProperties: z.record(z.string(), z.union([z.int(), z.boolean()])).optional(),
	tabColor: z.record(z.string(), z.number()).optional(),
	tabColorStyle: z.record(z.string(), z.unknown()).optional(),
});
const gridRange = z.strictObject({
	sheetId: z.coerce.number(),
	dimension: z.enum(['ROWS', 'COLUMNS']),
	startIndex: z.int(),
	endIndex: z.int(),
});
/** The changes that n8n's node asks for; Sheets knows many more. */
const change = z.union([
	z.strictObject({ addSheet: z.strictObject({ properties: tabProperties }) }),
	z.strictObject({ deleteSheet: z.strictObject({ sheetId: z.coerce.number() }) }),
	z.strictObject({ deleteDimension: z.strictObject({ range: gridRange }) }),
	z.strictObject({
		appendDimension: z.strictObject({
			sheetId: z.coerce.number(),
			dimension: z.enum(['ROWS', 'COLUMNS']),
			length: z.int(),
		}),
	}),
]);

function properties(tab: Tab, index: number) {
	const { sheetId, title, hidden, rowCount, columnCount } = tab;
	return {
		sheetId,
		title,
		index,
		sheetType: 'GRID',
		gridProperties: { rowCount, columnCount },
		...(hidden && { hidden }),
	};
}

function described(spreadsheet: Spreadsheet) {
	return {
		spreadsheetId: spreadsheet.id,
		properties: { title: spreadsheet.title, locale: 'en_US', timeZone: 'Etc/UTC' },
		sheets: spreadsheet.tabs.map((tab, index) => ({ properties: properties(tab, index) })),
		spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${spreadsheet.id}/edit`,
	};
}

function apply(spreadsheet: Spreadsheet, wanted: z.infer<typeof change>): object {
	if ('addSheet' in wanted) {
		const { title, ...rest } = wanted.addSheet.properties;
		const tab = spreadsheet.addTab(title, rest);
		return { addSheet: { properties: properties(tab, spreadsheet.tabs.indexOf(tab)) } };
	}
	if ('deleteSheet' in wanted) {
		const tab = spreadsheet.tabById(wanted.deleteSheet.sheetId);
		spreadsheet.tabs = spreadsheet.tabs.filter((known) => known !== tab);
	} else if ('deleteDimension' in wanted) {
		const { sheetId, dimension, startIndex, endIndex } = wanted.deleteDimension.range;
		const tab = spreadsheet.tabById(sheetId);
		const count = endIndex - startIndex;
		if (dimension === 'ROWS') tab.rows.splice(startIndex, count);
		else tab.rows.forEach((row) => row.splice(startIndex, count));
	} else {
		const { sheetId, dimension, length } = wanted.appendDimension;
		const tab = spreadsheet.tabById(sheetId);
		if (dimension === 'ROWS') tab.rowCount += length;
		else tab.columnCount += length;
	}
	return {};
}

/** Google Sheets v4, as far as n8n's Google Sheets node uses it. */
export function createSheets(journal: Journal): StandIn & { spreadsheets(): Spreadsheet[] } {
	const opening = () => [
		new Spreadsheet(
			'Finance exceptions',
			[{ title: 'Exceptions' }, { title: 'Log' }],
			EXCEPTIONS_ID,
		),
	];
	let spreadsheets = opening();

	function find(id: string): Spreadsheet {
		const spreadsheet = spreadsheets.find((known) => known.id === id);
		if (!spreadsheet) throw new GoogleRefusal(404, 'Requested entity was not found.');
		return spreadsheet;
	}

	type ById = { Params: { id: string } };
	type ByRange = { Params: { id: string; range: string }; Querystring: Record<string, string> };

	function routes(app: FastifyInstance) {
		asGoogleApi(app);

		app.post('/v4/spreadsheets', { config: { operation: 'create' } }, async (request) => {
			const given = checked(
				z.strictObject({
					properties: z.strictObject({
						title: z.string().default('Untitled spreadsheet'),
						locale: z.string().optional(),
						autoRecalc: z.enum(['ON_CHANGE', 'MINUTE', 'HOUR']).optional(),
						timeZone: z.string().optional(),
					}),
					sheets: z.array(z.strictObject({ properties: tabProperties })).default([]),
				}),
				request.body,
			);
			const tabs = given.sheets.map((sheet) => sheet.properties);
			const made = new Spreadsheet(
				given.properties.title,
				tabs.length > 0 ? tabs : [{ title: 'Sheet1' }],
			);
			spreadsheets.push(made);
			journal.changed();
			return described(made);
		});

		app.get<ById>('/v4/spreadsheets/:id', { config: { operation: 'get' } }, async (request) =>
			described(find(request.params.id)),
		);

		app.post<ById>(
			'/v4/spreadsheets/:id(^[^:]+)::batchUpdate',
			{ config: { operation: 'batchUpdate' } },
			async (request) => {
				const spreadsheet = find(request.params.id);
				const { requests } = checked(z.strictObject({ requests: z.array(change) }), request.body);
				const replies = spreadsheet.atomically(() =>
					requests.map((wanted) => apply(spreadsheet, wanted)),
				);
				journal.changed();
				return { spreadsheetId: spreadsheet.id, replies };
			},
		);

		app.get<ByRange>(
			'/v4/spreadsheets/:id/values/:range',
			{ config: { operation: 'values.get' } },
			async (request) => {
				const render = checked(
					z.enum(['FORMATTED_VALUE', 'UNFORMATTED_VALUE', 'FORMULA']).default('FORMATTED_VALUE'),
					request.query['valueRenderOption'] || 'FORMATTED_VALUE',
				);
				const { id, range } = request.params;
				return { majorDimension: 'ROWS', ...find(id).read(range, render) };
			},
		);

		app.put<ByRange>(
			'/v4/spreadsheets/:id/values/:range',
			{ config: { operation: 'values.update' } },
			async (request) => {
				const { id, range } = request.params;
				const { values } = checked(valueRange.partial({ range: true }), request.body);
				const option = checked(inputOption, request.query['valueInputOption']);
				const written = find(id).write(range, values, option);
				journal.changed();
				return written;
			},
		);

		app.post<ByRange>(
			'/v4/spreadsheets/:id/values/:range(^.+(?=:append$))::append',
			{ config: { operation: 'values.append' } },
			async (request) => {
				const { id, range } = request.params;
				const { values } = checked(valueRange.partial({ range: true }), request.body);
				const option = checked(inputOption, request.query['valueInputOption']);
				const updates = find(id).append(range, values, option);
				journal.changed();
				return { spreadsheetId: id, updates };
			},
		);

		app.post<ByRange>(
			'/v4/spreadsheets/:id/values/:range(^.+(?=:clear$))::clear',
			{ config: { operation: 'values.clear' } },
			async (request) => {
				const cleared = find(request.params.id).clear(request.params.range);
				journal.changed();
				return cleared;
			},
		);

		app.post<ById>(
			'/v4/spreadsheets/:id/values::batchUpdate',
			{ config: { operation: 'values.batchUpdate' } },
			async (request) => {
				const spreadsheet = find(request.params.id);
				const given = checked(
					z.strictObject({ valueInputOption: inputOption, data: z.array(valueRange) }),
					request.body,
				);
				const responses = spreadsheet.atomically(() =>
					given.data.map(({ range, values }) =>
						spreadsheet.write(range, values, given.valueInputOption),
					),
				);
				journal.changed();
				return { spreadsheetId: spreadsheet.id, responses };
			},
		);
	}

	return {
		spreadsheets: () => spreadsheets,
		service: 'sheets',
		hosts: { 'sheets.googleapis.com': '/sheets' },
		routes,
		failure: (status) => googleFailure(status),
		holds: () => ({ spreadsheets }),
		reset: () => {
			spreadsheets = opening();
		},
		credentials: () => [
			connectedCredential('googleSheetsOAuth2Api', 'Google Sheets (sandbox)', SCOPE),
		],
	};
}
