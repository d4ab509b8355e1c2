import { ABSENT, read, unreadable, writtenValue, type Reading } from './reading';

/** What a date in a call is relative to. */
export interface Calendar {
	/** When the call began, as milliseconds since 1970. */
	now: number;
	/** IANA name of the time zone that "tomorrow at five" means. */
	timeZone: string;
}

interface Day {
	year: number;
	month: number;
	day: number;
}

const DAY = 86_400_000;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const WEEKDAYS = 'sun mon tue wed thu fri sat'.split(' ');
const SMALL_NUMBERS = 'zero one two three four five six seven eight nine ten'.split(' ');

// Making one takes a thousand times as long as using it, and a workflow has one time zone.
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
	const known = clocks.get(timeZone);
	if (known) return known;
	const clock = new Intl.DateTimeFormat('en-US', {
		timeZone,
		hourCycle: 'h23',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric',
		second: 'numeric',
	});
	clocks.set(timeZone, clock);
	return clock;
}

/** The wall clock of a time zone at a moment, as if it were UTC. */
function wallClock(moment: number, timeZone: string): number {
	const parts = clockOf(timeZone).formatToParts(moment);
	const { year, month, day, hour, minute, second } = Object.fromEntries(
		parts.map(({ type, value }) => [type, Number(value)]),
	);
	return Date.UTC(year, month - 1, day, hour, minute, second);
}

const dayOf = (utc: number): Day => {
	const date = new Date(utc);
	return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
};

const utcOf = ({ year, month, day }: Day) => Date.UTC(year, month - 1, day);

const isDay = (day: Day) => {
	const same = dayOf(utcOf(day));
	return same.month === day.month && same.day === day.day && day.year > 1999 && day.year < 2200;
};

const iso = (utc: number) => new Date(utc).toISOString().slice(0, 10);

/** A number in digits or one of the first ten in words. */
const count = (text: string) => (/^\d+$/.test(text) ? Number(text) : SMALL_NUMBERS.indexOf(text));

/** "2026-12-01", "1 Dec 2026", "December 1st", "13/12/2026". Null when it is no date, undefined when it is two. */
function writtenDay(text: string, today: Day): Day | null | undefined {
	const numeric = /^(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})$/.exec(text);
	if (numeric) {
		const [a, b, c] = numeric.slice(1).map(Number);
		if (numeric[1].length === 4) return { year: a, month: b, day: c };
		const year = c < 100 ? 2000 + c : c;
		if (a > 12) return { year, month: b, day: a };
		if (b > 12) return { year, month: a, day: b };
		return a === b ? { year, month: a, day: b } : undefined;
	}
	const named =
		/^(\d{1,2})(?:st|nd|rd|th)? (?:of )?([a-z]{3,9})\.?,?(?: (\d{4}))?$/.exec(text) ??
		/^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,?(?: (\d{4}))?$/.exec(text);
	if (!named) return null;
	const [first, second, year] = named.slice(1);
	const [day, name] = /^\d/.test(first) ? [first, second] : [second, first];
	const month = MONTHS.indexOf(name.slice(0, 3)) + 1;
	if (month === 0) return null;
	if (year) return { year: +year, month, day: +day };
	const thisYear = { year: today.year, month, day: +day };
	return utcOf(thisYear) < utcOf(today) ? { ...thisYear, year: today.year + 1 } : thisYear;
}

/** "tomorrow", "in three days", "next friday", "end of the month", as a number of days from today. */
function daysAhead(text: string, today: Day): number | null {
	const midnight = utcOf(today);
	if (['today', 'tonight', 'end of day', 'eod', 'aaj'].includes(text)) return 0;
	if (['tomorrow', 'kal'].includes(text)) return 1;
	if (['day after tomorrow', 'the day after tomorrow', 'parso', 'parson'].includes(text)) return 2;
	const after = /^(?:in |within )?(\d{1,3}|[a-z]+) (day|week|business day|working day)s?$/.exec(
		text,
	);
	if (after && count(after[1]) >= 0) {
		const amount = count(after[1]);
		if (after[2].endsWith(' day')) return businessDays(midnight, amount);
		return amount * (after[2] === 'week' ? 7 : 1);
	}
	const monthEnd = /^(?:the )?end of (?:the |this )?month$/.exec(text);
	if (monthEnd) return (Date.UTC(today.year, today.month, 0) - midnight) / DAY;
	const weekday = new Date(midnight).getUTCDay();
	if (/^(?:the )?end of (?:the |this )?week$/.test(text)) return (5 - weekday + 7) % 7;
	const named = /^(?:on |this |coming )?([a-z]{3})[a-z]*$/.exec(text);
	const wanted = named ? WEEKDAYS.indexOf(named[1]) : -1;
	return wanted < 0 || !/day$|^.{3}$/.test(text) ? null : ((wanted - weekday + 6) % 7) + 1;
}

function businessDays(midnight: number, amount: number): number {
	let days = 0;
	for (let left = amount; left > 0; ) {
		days++;
		const weekday = new Date(midnight + days * DAY).getUTCDay();
		if (weekday !== 0 && weekday !== 6) left--;
	}
	return days;
}

/** "5 pm", "17:30", "at noon", as minutes of the day. */
function minutesOfDay(text: string): number | null {
	if (text === 'noon') return 720;
	const match = /^(\d{1,2})(?:[:.](\d{2}))?\s?(am|pm|a\.m\.|p\.m\.)?$/.exec(text);
	if (!match || (!match[2] && !match[3])) return null;
	const [hour, minute] = [Number(match[1]), Number(match[2] ?? 0)];
	if (minute > 59 || hour > (match[3] ? 12 : 23)) return null;
	const afternoon = match[3]?.startsWith('p') ? 12 : 0;
	return ((match[3] ? hour % 12 : hour) + afternoon) * 60 + minute;
}

/** The moment at which the time zone's wall clock shows `wall`. */
function momentOf(wall: number, timeZone: string): number {
	const guess = wall - (wallClock(wall, timeZone) - wall);
	return guess - (wallClock(guess, timeZone) - wall);
}

/**
 * Reads a date or deadline in any form: ISO 8601, "1 December", "next Friday by 5 pm", "within 48 hours", "kal". Gives
 * `YYYY-MM-DD`, or an ISO 8601 moment in UTC when a time was said. "03/04/2026" is unreadable, since it is two dates.
 */
export function readDate(value: unknown, { now, timeZone }: Calendar): Reading<string> {
	const written = writtenValue(value);
	if (written === null) return ABSENT;
	const no = (why: string) => unreadable(written, why);
	if (written.length > 60) return no('it is longer than a date');
	if (/^\d{4}-\d\d-\d\dT/.test(written)) {
		const zoned = /(?:Z|[+-]\d\d:?\d\d)$/i.test(written);
		const moment = Date.parse(zoned ? written : `${written}Z`);
		if (Number.isNaN(moment)) return no('it is no date');
		return read(new Date(zoned ? moment : momentOf(moment, timeZone)).toISOString(), written);
	}
	const text = written
		.toLowerCase()
		.replace(/^(?:by|before|until|on|due|due on|due by|no later than) /, '')
		.replace(/^next (?=\w+day$)/, '');
	const hours = /^(?:in |within )?(?:the next )?(\d{1,3}|[a-z]+) (hour|minute)s?$/.exec(text);
	if (hours && count(hours[1]) >= 0) {
		const length = hours[2] === 'hour' ? 3_600_000 : 60_000;
		return read(new Date(now + count(hours[1]) * length).toISOString(), written);
	}
	const today = dayOf(wallClock(now, timeZone));
	const [dayText, time] = splitTime(text);
	const day = writtenDay(dayText, today);
	if (day === undefined) return no('day and month can be exchanged');
	if (day && !isDay(day)) return no('there is no such day');
	const ahead = day ? null : daysAhead(dayText, today);
	if (!day && ahead === null) return no('it is no date');
	const midnight = day ? utcOf(day) : utcOf(today) + (ahead ?? 0) * DAY;
	if (time === null) return read(iso(midnight), written);
	return read(new Date(momentOf(midnight + time * 60_000, timeZone)).toISOString(), written);
}

/** "friday at 5 pm" and "5 pm on friday" as day and minutes; a time alone means today. */
function splitTime(text: string): [string, number | null] {
	const at =
		/^(?:(.*?),? )?(?:at |by )?(\d{1,2}(?:[:.]\d{2})?\s?(?:[ap]\.?m\.?)?|noon)(?: (?:on )?(.*))?$/.exec(
			text,
		);
	const minutes = at ? minutesOfDay(at[2]) : null;
	if (!at || minutes === null || (at[1] && at[3])) return [text, null];
	return [at[1] ?? at[3] ?? 'today', minutes];
}
