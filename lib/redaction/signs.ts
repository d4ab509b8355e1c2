import { Gap } from './tokens';

/** For every UTF-16 unit that is a sign: what it is between two tokens. */
export const SIGNS = new Uint16Array(0x10000).fill(Gap.Other);

const GAPS: ReadonlyArray<[Gap, string]> = [
	[Gap.Comma, ',\u060c\u3001\uff0c'],
	[Gap.Dot, '.\u00b7\u2022\u3002\uff0e'],
	[Gap.Dash, '-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d'],
	[Gap.Slash, '/\\'],
	[Gap.Colon, ':'],
	[Gap.End, '?!;\u0964\u2026'],
	[Gap.Currency, '$\u00a2\u00a3\u00a5'],
	[Gap.Plus, '+'],
	[Gap.Hash, '#'],
	[Gap.Underscore, '_'],
	[Gap.Bracket, '()[]{}'],
	[Gap.Quote, '"\u201c\u201d\u00ab\u00bb'],
	[Gap.Apostrophe, "'\u2019`"],
];

for (const [gap, signs] of GAPS) {
	for (let i = 0; i < signs.length; i++) SIGNS[signs.charCodeAt(i)] = gap;
}
SIGNS.fill(Gap.Currency, 0x20a0, 0x20c0);
