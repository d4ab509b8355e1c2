import { randomBytes } from 'node:crypto';
import { GoogleRefusal } from './refusal.mts';

export type Cell = string | number | boolean;
export type InputOption = 'RAW' | 'USER_ENTERED';
export type RenderOption = 'FORMATTED_VALUE' | 'UNFORMATTED_VALUE' | 'FORMULA';

/** A rectangle of cells, from zero, both ends included; open ends are infinite. */
export interface Area {
	tab: Tab;
	top: number;
	left: number;
	bottom: number;
	right: number;
}

export interface Write {
	at: string;
	range: string;
	/** USER_ENTERED lets Sheets interpret what it is given: text that starts with = becomes a formula. */
	valueInputOption: InputOption;
	values: unknown[][];
}

/** What can be said about a tab when it is made. */
export interface TabWanted {
	sheetId?: number | undefined;
	/** Where it goes, from zero; at the end by default. */
	index?: number | undefined;
	hidden?: boolean | undefined;
}

export interface Tab {
	sheetId: number;
	title: string;
	hidden: boolean;
	/** How large the grid is; a write beyond it is refused. */
	rowCount: number;
	columnCount: number;
	rows: Cell[][];
	writes: Write[];
	/** Cells that became formulas, because somebody wrote text as USER_ENTERED. */
	formulas: { cell: string; formula: string }[];
}

function columnNumber(letters: string): number {
	return [...letters.toUpperCase()].reduce(
		(sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
		0,
	);
}

export function columnName(index: number): string {
	return index < 0
		? ''
		: columnName(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26));
}

/** What Sheets makes of text that a user types. */
function entered(value: Cell): Cell {
	if (typeof value !== 'string') return value;
	if (value.startsWith("'")) return value.slice(1);
	if (/^-?\d+(\.\d+)?$/.test(value)) return Number(value);
	if (/^(true|false)$/i.test(value)) return value.toLowerCase() === 'true';
	return value;
}

/** A spreadsheet with its tabs, addressed in A1 notation. Formulas are kept, not computed. */
export class Spreadsheet {
	readonly id: string;
	title: string;
	tabs: Tab[] = [];
	/** How many tabs there have been: their IDs follow from it, and stay the same from start to start. */
	private made = 0;

	constructor(
		title: string,
		tabs: (TabWanted & { title: string })[],
		id = `1${randomBytes(32).toString('base64url')}`,
	) {
		this.id = id;
		this.title = title;
		tabs.forEach((tab) => this.addTab(tab.title, tab));
	}

	addTab(title: string, { sheetId, index, hidden = false }: TabWanted = {}): Tab {
		if (this.tabs.some((tab) => tab.title === title)) {
			throw new GoogleRefusal(
				400,
				`Invalid requests[0].addSheet: A sheet with the name "${title}" already exists.`,
			);
		}
		if (this.tabs.some((tab) => tab.sheetId === sheetId)) {
			throw new GoogleRefusal(
				400,
				`Invalid requests[0].addSheet: Sheet with id ${sheetId} already exists.`,
			);
		}
		const tab: Tab = {
			sheetId: sheetId ?? this.made++ * 1001,
			title,
			hidden,
			rowCount: 1000,
			columnCount: 26,
			rows: [],
			writes: [],
			formulas: [],
		};
		this.tabs.splice(index ?? this.tabs.length, 0, tab);
		return tab;
	}

	/** Lets the whole change happen or, when a part of it is refused, nothing. */
	atomically<Answer>(change: () => Answer): Answer {
		const before = structuredClone(this.tabs);
		try {
			return change();
		} catch (refusal) {
			this.tabs = before;
			throw refusal;
		}
	}

	tabById(sheetId: number): Tab {
		const tab = this.tabs.find((known) => known.sheetId === sheetId);
		if (!tab) throw new GoogleRefusal(400, `No grid with id: ${sheetId}`);
		return tab;
	}

	/** `Tab!A2:C5`, `'My tab'!A:Z`, `Tab!1:1`, or a tab's name alone. */
	area(range: string): Area {
		const unable = () => new GoogleRefusal(400, `Unable to parse range: ${range}`);
		const [, quoted, plain, cells] = /^(?:'((?:[^']|'')+)'|([^!']+))(?:!(.+))?$/.exec(range) ?? [];
		const title = quoted?.replaceAll("''", "'") ?? plain;
		const tab = this.tabs.find((known) => known.title === title);
		if (!tab) throw unable();
		if (!cells) return { tab, top: 0, left: 0, bottom: Infinity, right: Infinity };

		const match = /^([A-Za-z]*)(\d*)(?::([A-Za-z]*)(\d*))?$/.exec(cells);
		if (!match) throw unable();
		const [, fromColumn = '', fromRow = '', toColumn, toRow] = match;
		const single = toColumn === undefined;
		const lastColumn = single ? fromColumn : toColumn;
		const lastRow = single ? fromRow : (toRow ?? '');
		return {
			tab,
			top: fromRow ? Number(fromRow) - 1 : 0,
			left: fromColumn ? columnNumber(fromColumn) - 1 : 0,
			bottom: lastRow ? Number(lastRow) - 1 : Infinity,
			right: lastColumn ? columnNumber(lastColumn) - 1 : Infinity,
		};
	}

	/** The values without empty rows and cells at the ends, as Sheets gives them. */
	read(range: string, render: RenderOption): { range: string; values?: Cell[][] } {
		const { tab, top, left, bottom, right } = this.area(range);
		const shown = (value: Cell, row: number, column: number): Cell => {
			const cell = `${columnName(column)}${row + 1}`;
			const isFormula = tab.formulas.some((known) => known.cell === cell);
			if (isFormula && render !== 'FORMULA') return '#NOT_COMPUTED';
			if (render !== 'FORMATTED_VALUE') return value;
			return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
		};
		const values = tab.rows
			.slice(top, bottom + 1)
			.map((cells, index) =>
				cells
					.slice(left, right + 1)
					.map((value, offset) => shown(value, top + index, left + offset)),
			);
		values.forEach((cells) => {
			while (cells.at(-1) === '') cells.pop();
		});
		while (values.at(-1)?.length === 0) values.pop();
		return { range, ...(values.length > 0 && { values }) };
	}

	/** Writes the rows from the area's corner on; null leaves a cell as it is. */
	write(range: string, values: (Cell | null)[][], option: InputOption) {
		const { tab, top, left } = this.area(range);
		const width = Math.max(0, ...values.map((row) => row.length));
		if (top + values.length > tab.rowCount || left + width > tab.columnCount) {
			throw new GoogleRefusal(
				400,
				`Range (${range}) exceeds grid limits. Max rows: ${tab.rowCount}, max columns: ${tab.columnCount}`,
			);
		}
		values.forEach((row, down) =>
			row.forEach((value, across) => {
				if (value !== null) this.put(tab, top + down, left + across, value, option);
			}),
		);
		tab.writes.push({ at: new Date().toISOString(), range, valueInputOption: option, values });
		const cells = values.flat().filter((value) => value !== null).length;
		return {
			spreadsheetId: this.id,
			updatedRange: `${tab.title}!${columnName(left)}${top + 1}:${columnName(left + Math.max(0, width - 1))}${top + Math.max(1, values.length)}`,
			updatedRows: values.length,
			updatedColumns: width,
			updatedCells: cells,
		};
	}

	private put(tab: Tab, row: number, column: number, value: Cell, option: InputOption) {
		while (tab.rows.length <= row) tab.rows.push([]);
		const cells = tab.rows[row] ?? [];
		while (cells.length < column) cells.push('');
		cells[column] = option === 'USER_ENTERED' ? entered(value) : value;
		const cell = `${columnName(column)}${row + 1}`;
		tab.formulas = tab.formulas.filter((known) => known.cell !== cell);
		if (option === 'USER_ENTERED' && typeof value === 'string' && /^[=+]/.test(value)) {
			tab.formulas.push({ cell, formula: value });
		}
	}

	/** Below the last row that holds anything, the grid growing with it. */
	append(range: string, values: (Cell | null)[][], option: InputOption) {
		const { tab, left } = this.area(range);
		const last = tab.rows.findLastIndex((row) => row.some((value) => value !== ''));
		tab.rowCount = Math.max(tab.rowCount, last + 1 + values.length);
		const name = `'${tab.title.replaceAll("'", "''")}'`;
		return this.write(`${name}!${columnName(left)}${last + 2}`, values, option);
	}

	clear(range: string) {
		const { tab, top, left, bottom, right } = this.area(range);
		tab.rows = tab.rows.map((cells, row) =>
			row < top || row > bottom
				? cells
				: cells.map((value, column) => (column < left || column > right ? value : '')),
		);
		return { spreadsheetId: this.id, clearedRange: range };
	}
}
