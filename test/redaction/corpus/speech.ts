import type { Random } from './random';

export type Tongue = 'english' | 'hinglish' | 'hindi' | 'spanish' | 'french' | 'german';

/**
 * How numbers are said, written down here once more and on purpose not taken from what is tested.
 * `digits`: 0 to 9. `pair`: the words of a number from 10 to 99, or null when it is said digit by
 * digit. `twice`: what doubles the next digit.
 */
interface Voice {
	digits: string[];
	twice: string[];
	fillers: string[];
	pair: (value: number) => string | null;
}

const words = (list: string) => list.split(' ');

const EN_TEENS = words(
	'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
);
const EN_TENS = words('- - twenty thirty forty fifty sixty seventy eighty ninety');
const ES_TEENS = words(
	'diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve',
);
const ES_TENS = words('- - - treinta cuarenta cincuenta sesenta setenta ochenta noventa');
const DE_TEENS = words(
	'zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn',
);
const DE_TENS = words('- - zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig');
const DE_UNITS = words('- ein zwei drei vier fünf sechs sieben acht neun');
const FR_BELOW = words(
	'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf',
);
const FR_TENS = words('- - vingt trente quarante cinquante soixante');
const HINGLISH_TEENS = words(
	'das gyarah barah terah chaudah pandrah solah satrah atharah unnis bees ikkis bais teis chaubis pachis chhabbis sattais atthais untis',
);
const HINDI_TEENS = words(
	'दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह उन्नीस बीस इक्कीस बाईस तेईस चौबीस पच्चीस छब्बीस सत्ताईस अट्ठाईस उनतीस',
);

function frenchPair(value: number): string {
	if (value < 20) return FR_BELOW[value];
	const base = value < 60 ? Math.floor(value / 10) * 10 : value < 80 ? 60 : 80;
	const rest = value - base;
	const head = base === 80 ? 'quatre-vingt' : FR_TENS[base / 10];
	if (rest === 0) return base === 80 ? 'quatre-vingts' : head;
	if (base < 80 && (rest === 1 || rest === 11)) return `${head} et ${FR_BELOW[rest]}`;
	return `${head}-${FR_BELOW[rest]}`;
}

export const VOICES: Readonly<Record<Tongue, Voice>> = {
	english: {
		digits: words('zero one two three four five six seven eight nine'),
		twice: ['double'],
		fillers: ['um', 'uh', 'let me see', 'wait', 'okay', 'hold on', 'and then', 'hmm'],
		pair: (v) =>
			v < 20
				? EN_TEENS[v - 10]
				: EN_TENS[Math.floor(v / 10)] + (v % 10 ? `-${VOICES.english.digits[v % 10]}` : ''),
	},
	hinglish: {
		digits: words('shunya ek do teen char paanch chhe saat aath nau'),
		twice: ['double'],
		fillers: ['haan', 'ek minute', 'phir', 'matlab', 'ruko', 'aur', 'uske baad'],
		pair: (v) => (v < 30 ? HINGLISH_TEENS[v - 10] : null),
	},
	hindi: {
		digits: words('शून्य एक दो तीन चार पांच छह सात आठ नौ'),
		twice: ['डबल'],
		fillers: ['हां', 'एक मिनट', 'फिर', 'मतलब', 'रुकिए', 'और'],
		pair: (v) => (v < 30 ? HINDI_TEENS[v - 10] : null),
	},
	spanish: {
		digits: words('cero uno dos tres cuatro cinco seis siete ocho nueve'),
		twice: ['doble'],
		fillers: ['eh', 'a ver', 'espere', 'un momento', 'luego', 'pues'],
		pair: (v) =>
			v < 30
				? ES_TEENS[v - 10]
				: ES_TENS[Math.floor(v / 10)] + (v % 10 ? ` y ${VOICES.spanish.digits[v % 10]}` : ''),
	},
	french: {
		digits: words('zéro un deux trois quatre cinq six sept huit neuf'),
		twice: ['double'],
		fillers: ['euh', 'attendez', 'voyons', 'un instant', 'ensuite', 'alors'],
		pair: frenchPair,
	},
	german: {
		digits: words('null eins zwei drei vier fünf sechs sieben acht neun'),
		twice: ['doppel', 'zweimal'],
		fillers: ['äh', 'ähm', 'moment', 'dann', 'warten Sie', 'mal sehen'],
		pair: (v) =>
			v < 20
				? DE_TEENS[v - 10]
				: v % 10
					? `${DE_UNITS[v % 10]}und${DE_TENS[Math.floor(v / 10)]}`
					: DE_TENS[Math.floor(v / 10)],
	},
};

/** The ways in which digits can be said or written. */
export const WRITTEN = ['run', 'groups', 'dashes', 'dots', 'commas', 'spaced', 'lines'] as const;
export const SPOKEN = ['words', 'pairs', 'doubled', 'mixed', 'hesitant', 'listed'] as const;
export type Form = (typeof WRITTEN)[number] | (typeof SPOKEN)[number];

function grouped(digits: string): string[] {
	const sizes = digits.length === 15 ? [4, 6, 5] : digits.length === 14 ? [4, 6, 4] : [];
	const groups: string[] = [];
	for (let at = 0, i = 0; at < digits.length; i++) {
		const size = sizes[i] ?? 4;
		groups.push(digits.slice(at, at + size));
		at += size;
	}
	return groups;
}

function single(digit: string, voice: Voice, tongue: Tongue, random: Random): string {
	if (digit === '0' && tongue === 'english' && random.below(3) === 0) return 'oh';
	return voice.digits[Number(digit)];
}

/** Digits as somebody says or writes them. */
export function say(digits: string, form: Form, tongue: Tongue, random: Random): string {
	const voice = VOICES[tongue];
	const one = (digit: string) => single(digit, voice, tongue, random);
	switch (form) {
		case 'run':
			return digits;
		case 'groups':
			return grouped(digits).join(' ');
		case 'dashes':
			return grouped(digits).join('-');
		case 'dots':
			return grouped(digits).join('.');
		case 'commas':
			return grouped(digits).join(', ');
		case 'spaced':
			return [...digits].join(' ');
		case 'lines':
			return grouped(digits).join('\n');
		case 'words':
			return [...digits].map(one).join(' ');
		case 'listed':
			return [...digits].map(one).join(', ');
		case 'pairs': {
			const parts: string[] = [];
			for (let i = 0; i < digits.length; i += 2) {
				const value = Number(digits.slice(i, i + 2));
				const pair = i + 1 < digits.length && value >= 10 ? voice.pair(value) : null;
				parts.push(pair ?? [...digits.slice(i, i + 2)].map(one).join(' '));
			}
			return parts.join(tongue === 'french' || tongue === 'spanish' ? ', ' : ' ');
		}
		case 'doubled': {
			const parts: string[] = [];
			for (let i = 0; i < digits.length; i++) {
				if (digits[i] === digits[i + 1]) {
					parts.push(`${random.pick(voice.twice)} ${voice.digits[Number(digits[i])]}`);
					i++;
				} else parts.push(one(digits[i]));
			}
			return parts.join(' ');
		}
		case 'mixed':
			return grouped(digits)
				.map((group, i) => (i % 2 === 0 ? group : [...group].map(one).join(' ')))
				.join(' ');
		case 'hesitant':
			return grouped(digits)
				.map((group) => [...group].map(one).join(' '))
				.reduce((said, group) => `${said}, ${random.pick(voice.fillers)}, ${group}`);
	}
}
