import { bitOf, CARD_FAMILY, CARD_PART_KIND, HINTING, type Announcements } from './announcements';
import type { Place } from './place';
import type { Streams } from './streams';

/** What may follow a part of a card number: no "second set of documents". */
const AFTER_PART =
	"(?=\\s*(?:[.,?!।]|$)|\\s(?:again|once|one more|please|for me|then|sir|ma[\u2019']am|is|are|was|were|digits?|numbers?|figures|(?:of )?(?:the |your )?(?:four|card|long number)|ank|phir|dobara|fir|repeat|kya|bata|bol|अंक|नंबर|फिर|दोबारा|क्या|बता|बोल|otra|por favor|dígitos|números|cifras|de (?:la|su) tarjeta|nochmal|noch einmal|bitte|wiederholen|sagen|ziffern|zahlen|stellen|der karte|encore|de chiffres|s[\u2019']il|chiffres|numéros|de (?:la|votre) carte))";
const partOf = (phrases: string) =>
	new RegExp(`(?<![\\p{L}\\p{M}])(?:${phrases})(?![\\p{L}\\p{M}])${AFTER_PART}`, 'iu');
/** "The third group", "the middle four": four digits of a card number; and "the last eight". */
const PART = partOf(
	[
		'(?:first|second|third|fourth|next|last|final|middle|[1-4](?:st|nd|rd|th)) (?:group|block|set|chunk|batch)',
		'(?:second|third|next|middle) (?:four|4)',
		'(?:pehla|doosra|dusra|teesra|chautha|agla|aakhri|akhri|beech (?:ka|wala)) (?:group|set|block|hissa)',
		'(?:doosre|dusre|teesre|agle|beech ke) (?:chaar|char|4)',
		'(?:पहला|दूसरा|तीसरा|चौथा|अगला|आखिरी|आख़िरी|बीच (?:का|वाला)) (?:समूह|ग्रुप|सेट|ब्लॉक|हिस्सा)',
		'(?:दूसरे|तीसरे|अगले|बीच के) चार',
		'(?:primer|segundo|tercer|cuarto|último|siguiente) (?:grupo|bloque)|(?:grupo|bloque) (?:siguiente|del medio)',
		'(?:segundos|terceros|siguientes) cuatro',
		'(?:erste|zweite|dritte|vierte|letzte|nächste|mittlere)[nr]? (?:vierer)?(?:gruppe|block)',
		'(?:zweiten|dritten|nächsten|mittleren) vier',
		'(?:premier|deuxième|second|troisième|quatrième|dernier)e? (?:groupe|bloc)|(?:groupe|bloc) suivant|quatre suivants',
	].join('|'),
);
const LONG_PART = partOf(
	[
		'(?:first|last|final|next|middle) (?:eight|8|twelve|12)|(?:first|second|other) half',
		'(?:pehle|aakhri|akhri|last|agle|beech ke) (?:aath|8|barah|12)',
		'(?:पहले|आखिरी|आख़िरी|अंतिम|अगले|बीच के) (?:आठ|8|बारह)',
		'(?:últimos|primeros|siguientes) (?:ocho|8|doce)|ocho (?:últimos|primeros)',
		'(?:ersten|letzten|nächsten|mittleren) (?:acht|8|zwölf)',
		'(?:huit|8|douze) (?:premiers|derniers|suivants)|(?:premiers|derniers) huit',
	].join('|'),
);
/** What every part is called: most turns have none of these words, and are looked at no more. */
const NAME_OF_PART =
	/gr(?:ou|u)p|blo[cq]|set|chunk|batch|four|eight|twelve|half|4|8|12|hissa|char|chaar|aath|barah|समूह|ग्रुप|सेट|ब्लॉक|हिस्सा|चार|आठ|बारह|cuatro|ocho|doce|vier|acht|zwölf|quatre|huit|douze/i;
/** "And the third?" */
const NEXT_PART =
	/^\s*(?:okay,? |ok,? )?(?:(?:and|und|et|y|aur|और)\s)?\s*(?:(?:then|the|la|el|le|die|der)\s)?\s*(?:second|third|fourth|next|last|doosra|dusra|teesra|chautha|agla|aakhri|दूसरा|तीसरा|चौथा|अगला|आखिरी|segundo|tercero|cuarto|siguiente|último|zweite|dritte|vierte|letzte|nächste|deuxième|troisième|quatrième|suivant|dernier)(?: one)?\s?\?\s*$/iu;
const LONGEST_PART = 100;

/** A part of a card number has so many digits at least. */
export const FEWEST_IN_PART = CARD_PART_KIND.fewest;

/** How many digits of a card number a turn asks for at least; 0 when it asks for none. `goesOn` after another such. */
function partAskedFor(turn: string, goesOn: boolean): number {
	const end = turn.slice(-LONGEST_PART);
	if (NAME_OF_PART.test(end)) {
		if (LONG_PART.test(end)) return 8;
		if (PART.test(end)) return FEWEST_IN_PART;
	}
	return goesOn && NEXT_PART.test(turn) ? FEWEST_IN_PART : 0;
}

/** Hears when a part of a card number is asked for. */
export class PartQuestions {
	/** The turn in which one was to be said last. */
	private turn = -1000;

	constructor(
		private readonly place: Place,
		private readonly announcements: Announcements,
		private readonly streams: Streams,
	) {}

	/** Notes whether the turn before asked for one: "could you repeat the second group?" */
	hear(asked: string): void {
		const { turn } = this.place;
		const fewest = partAskedFor(asked, turn - this.turn <= 2);
		if (fewest === 0) return;
		const nearest = this.announcements.nearest();
		// "The second group of the order number"
		const other = nearest !== undefined && (bitOf(nearest) & (CARD_FAMILY | HINTING)) === 0;
		if (other && nearest.turn === turn - 1) return;
		this.turn = turn;
		const ask = this.announcements.add(CARD_PART_KIND, fewest);
		// "First four?" "4532." "Next four?"
		const begun = this.streams.ofSpeaker();
		if (begun?.asks.length === 0) begun.asks = [ask];
	}
}
