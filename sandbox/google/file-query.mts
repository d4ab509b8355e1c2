import { OWNER } from './account.mts';
import { type DriveFile, type Files, readableText, wordsOf } from './files.mts';
import { GoogleRefusal } from './refusal.mts';

type Test = (file: DriveFile) => boolean;
type Comparison = (held: string | boolean | Date, wanted: string) => boolean;

const invalid = () => new GoogleRefusal(400, 'Invalid Value', { reason: 'invalid', location: 'q' });

const text = (held: string | boolean | Date) =>
	held instanceof Date ? held.toISOString() : String(held);
/** Times are compared as times, whatever the zone in which they are written. */
const order = (held: string | boolean | Date, wanted: string) => {
	if (!(held instanceof Date)) throw invalid();
	const time = Date.parse(/Z|[+-]\d\d:?\d\d$/.test(wanted) ? wanted : `${wanted}Z`);
	if (Number.isNaN(time)) throw invalid();
	return held.getTime() - time;
};
const equals: Comparison = (held, wanted) =>
	held instanceof Date
		? order(held, wanted) === 0
		: text(held).toLowerCase() === wanted.toLowerCase();

const COMPARISONS: Record<string, Comparison> = {
	'=': equals,
	'!=': (held, wanted) => !equals(held, wanted),
	'<': (held, wanted) => order(held, wanted) < 0,
	'<=': (held, wanted) => order(held, wanted) <= 0,
	'>': (held, wanted) => order(held, wanted) > 0,
	'>=': (held, wanted) => order(held, wanted) >= 0,
};

/** Drive compares the beginnings of words in a name: `World` is not found in `HelloWorld`. */
function nameContains(name: string, wanted: string): boolean {
	const words = wordsOf(name);
	return wordsOf(wanted).every((part) => words.some((word) => word.startsWith(part)));
}

/** In a full text only whole words count. */
function fullTextContains(file: DriveFile, wanted: string): boolean {
	const words = new Set(wordsOf([file.name, file.description ?? '', readableText(file)].join(' ')));
	return wordsOf(wanted).every((word) => words.has(word));
}

/**
 * Reads the parameter `q` of `files.list`: terms such as `name contains 'INV-2001'`, `mimeType = '…'`, `'<folder>' in
 * parents`, `trashed = false`, `modifiedTime > '2026-01-31T12:00:00'`, with `and`, `or`, `not` and brackets.
 *
 * @throws {GoogleRefusal} 400 when it does not parse, 404 for a folder that does not exist.
 */
export function parseQuery(q: string, files: Files): Test {
	const tokens = q.match(/'(?:[^'\\]|\\.)*'|[()]|[!<>]=|[=<>]|\w+|\S/g) ?? [];
	let at = 0;

	const next = () => {
		const token = tokens[at++];
		if (token === undefined) throw invalid();
		return token;
	};
	const comes = (word: string) => {
		const matches = tokens[at]?.toLowerCase() === word;
		if (matches) at++;
		return matches;
	};
	const value = () => {
		const token = next();
		if (/^(true|false)$/i.test(token)) return token.toLowerCase();
		if (!/^'.*'$/s.test(token)) throw invalid();
		return token.slice(1, -1).replaceAll(/\\(.)/gs, '$1');
	};

	function anyOf(): Test {
		const tests = [allOf()];
		while (comes('or')) tests.push(allOf());
		return (file) => tests.some((test) => test(file));
	}

	function allOf(): Test {
		const tests = [one()];
		while (comes('and')) tests.push(one());
		return (file) => tests.every((test) => test(file));
	}

	function one(): Test {
		if (comes('not')) {
			const test = one();
			return (file) => !test(file);
		}
		if (comes('(')) {
			const test = anyOf();
			if (!comes(')')) throw invalid();
			return test;
		}
		return tokens[at]?.startsWith("'") ? membership() : comparison();
	}

	function membership(): Test {
		const wanted = value();
		if (!comes('in')) throw invalid();
		const field = next();
		if (field === 'parents') {
			const { id } = files.find(wanted);
			return ({ parents }) => parents.includes(id);
		}
		const roles: Record<string, string[]> = {
			owners: ['owner'],
			writers: ['owner', 'writer'],
			readers: ['owner', 'writer', 'commenter', 'reader'],
		};
		const meant = roles[field];
		if (!meant) throw invalid();
		const address = wanted === 'me' ? OWNER.emailAddress : wanted;
		return ({ permissions }) =>
			permissions.some(
				({ role, emailAddress }) => emailAddress === address && meant.includes(role),
			);
	}

	function comparison(): Test {
		const field = next();
		const operator = next();
		const wanted = value();
		if (operator === 'contains') {
			if (field === 'name') return ({ name }) => nameContains(name, wanted);
			if (field === 'fullText') return (file) => fullTextContains(file, wanted);
			if (field === 'mimeType') return ({ mimeType }) => mimeType.startsWith(wanted);
			throw invalid();
		}
		const compares = COMPARISONS[operator];
		const held: Record<string, (file: DriveFile) => string | boolean | Date> = {
			name: ({ name }) => name,
			mimeType: ({ mimeType }) => mimeType,
			trashed: (file) => files.isTrashed(file),
			starred: ({ starred }) => starred,
			createdTime: ({ createdTime }) => createdTime,
			modifiedTime: ({ modifiedTime }) => modifiedTime,
		};
		const read = held[field];
		if (!compares || !read) throw invalid();
		return (file) => compares(read(file), wanted);
	}

	const test = anyOf();
	if (at < tokens.length) throw invalid();
	return test;
}
