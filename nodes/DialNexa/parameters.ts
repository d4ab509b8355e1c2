import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { redactJson } from '../../lib/redaction';

/** One input item on its way through the node. */
export interface Item {
	node: IExecuteFunctions;
	index: number;
}

/** A parameter cannot be used as it stands. The message names it as the panel does. */
export class UnusableParameter extends Error {
	constructor(
		message: string,
		/** What to do about it. */
		readonly hint: string,
	) {
		super(message);
	}
}

const ID = /^[\w.:-]{1,200}$/;

/** @throws UnusableParameter when it is empty or has more than `longest` characters. */
export function textOf(item: Item, name: string, displayName: string, longest = 255): string {
	const value: unknown = item.node.getNodeParameter(name, item.index, '', { extractValue: true });
	const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
	if (text === '')
		throw new UnusableParameter(`${displayName} is empty`, `Fill in ${displayName}.`);
	if (text.length <= longest) return text;
	throw new UnusableParameter(
		`${displayName} has ${text.length} characters`,
		`Use at most ${longest}.`,
	);
}

/** An ID of DialNexa's. @throws UnusableParameter when it holds anything that no ID has. */
export function idOf(item: Item, name: string, displayName: string): string {
	const id = textOf(item, name, displayName);
	if (ID.test(id)) return id;
	throw new UnusableParameter(
		`${displayName} is not an ID of DialNexa`,
		'An ID has letters, digits and underscores only, such as call_abc123.',
	);
}

/** A phone number in E.164. @throws UnusableParameter when it is none. */
export function phoneNumberOf(item: Item): string {
	const written = textOf(item, 'phoneNumber', 'Phone Number', 40);
	const number = written.replace(/[\s().-]/g, '');
	if (/^\+[1-9]\d{6,14}$/.test(number)) return number;
	throw new UnusableParameter(
		'Phone Number is not an international number',
		'Write it with a plus and the country code, such as +14155550142.',
	);
}

/** What people typed into a list of names and values, without anything that must not be stored. */
export function entriesOf(item: Item, name: string): Record<string, unknown> {
	const list = item.node.getNodeParameter(name, item.index, {}) as {
		entry?: Array<{ name: string; value: string }>;
	};
	const entries = (list.entry ?? []).filter((entry) => entry.name !== '');
	const object = Object.fromEntries(entries.map((entry) => [entry.name, entry.value]));
	return redactJson(object).value as Record<string, unknown>;
}

export function collectionOf(item: Item, name: string): IDataObject {
	return item.node.getNodeParameter(name, item.index, {}) as IDataObject;
}

export function isOn(item: Item, name: string): boolean {
	return item.node.getNodeParameter(name, item.index, false) === true;
}

/** How many results are wanted at most. */
export function limitOf(item: Item): number {
	if (isOn(item, 'returnAll')) return Infinity;
	return Number(item.node.getNodeParameter('limit', item.index, 50));
}
