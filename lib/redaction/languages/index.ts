import { english } from './english';
import { french } from './french';
import { german } from './german';
import { hindi } from './hindi';
import { hindiEnglish } from './hindi-english';
import { hinglish } from './hinglish';
import type { Language } from './language';
import { spanish } from './spanish';

/** Every language that is understood. To add one, write its table and name it here. */
export const LANGUAGES: readonly Language[] = [
	english,
	hinglish,
	hindi,
	hindiEnglish,
	spanish,
	french,
	german,
];
