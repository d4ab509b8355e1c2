import type { Finding } from './finding';
import { KIND, Kind } from './fold';
import { isDot } from './lexicon';
import { wordFrom, type Tokens } from './tokens';
import { withoutUuids } from './uuid';
import { endOfUrl } from './web-address';
import { wordsThat } from './word-table';

/** What private billing documents are called in links and file names. */
const PRIVATE = new RegExp(
	[
		'(?:(?:bank|account|acct|card|tax|annual|monthly|billing|salary|pay|earnings|brokerage|mortgage|loan)[-_ ]?)?statements?(?![a-z]|[-_ ](?:guide|help|faq|info|template|sample|generator|api|docs|policy))',
		'(?<![a-z])(?:e?[-_ ]?stmts?|passbook)(?![a-z])',
		'pay[-_ ]?(?:slip|stub|check|cheque|advice)s?|(?:salary|wage)[-_ ]?(?:slip|cert\\w*|statement)s?|earnings[-_ ]statement',
		'(?<![a-z0-9]|(?:img|dsc|pxl|photo|scan)[-_ ])(?:w-?[2489](?:c|g|ben)?(?:-?e)?|t4(?:a|e|rsp)?|t5(?:008)?|1099(?:-?[a-z]{1,4})?|109[58](?:-?[a-z]{1,2})?|1040(?:-?[a-z]{1,3})?|1120s?|1065|941|p60|p45|p11d|p800|sa[13]0[02]|26as|itr-?[v1-7]?|ct600)(?![a-z0-9])',
		'(?<=/)(?:t4a?|t5|t2202|rl-?1)(?=/)|form[-_ ]?(?:16[ab]?|26(?:as)?|10e|15[gh]|1040|1099|w-?[2489])(?![0-9])|schedule[-_ ][a-e](?![a-z])|k-?1(?![a-z0-9])(?=.{0,12}20)',
		'tax(?:es)?[-_ ]?(?:returns?|forms?|certificates?|documents?|statements?|records?|transcripts?|summary|bill|\\d{2,4})|(?<![a-z])vat[-_ ]returns?|taxform',
		'kontoausz(?:u|ü|ue)g|(?<=/)(?:relev[eé]s?|bulletins?|n[oó]minas?)(?=/)|konto(?:ums[aä]tze|uebersicht|übersicht)|umsatz(?:liste|anzeige|[uü]bersicht)|depotauszug|kreditkartenabrechnung',
		'steuer(?:bescheid|erkl|bescheinigung|unterlagen|formular)|lohnsteuer|(?:lohn|gehalts?|entgelt|verdienst|bezuege|bezüge)[-_ ]?(?:abrechnung|zettel|nachweis|bescheinigung|mitteilung)|einkommensteuer',
		"relev[eé]s?[-_ ](?:de|du|bancaire|compte)|(?:fiches?|bulletins?)[-_ ](?:de[-_ ])?(?:paie|paye|salaire)s?|avis[-_ ](?:d[-_'’ ]?)?imp|(?:declaration|déclaration)[-_ ](?:de[-_ ]|des[-_ ])?(?:revenu|imp|fiscal)|attestation[-_ ]fiscale|(?<![a-z])imp[oô]ts?[-_ ]?\\d{4}|(?<![a-z])rib(?![a-z])|bulletin_paie",
		'extractos?(?![a-z])|estados?[-_ ]de[-_ ]cuenta|movimientos[-_ ](?:de[-_ ])?(?:cuenta|bancarios)|n[oó]minas?(?![a-z])|recibos?[-_ ]de[-_ ](?:n[oó]mina|sueldo|haberes|salario)|declaraci[oó]n[-_ ](?:de|renta|anual|fiscal|impuestos|iva)|constancia[-_ ](?:de[-_ ])?(?:situaci[oó]n[-_ ])?fiscal|modelo[-_ ]?(?:100|111|130|190|303|347|349|390|720)|(?<![a-z])(?:renta|irpf|borrador[-_ ]renta)[-_ ]?\\d{2,4}|certificado[-_ ](?:de[-_ ])?(?:retenciones|ingresos)|talon[-_ ]de[-_ ]pago|colilla[-_ ]de[-_ ]pago|liquidaci[oó]n[-_ ]de[-_ ]sueldo',
		'vetan[-_ ]parchi|वेतन[-_ ]?पर्ची|(?:बैंक[-_ ]?)?स्टेटमेंट|फ[ॉो]र्म[-_ ]?(?:16|१६)|आयकर',
	].join('|'),
	'i',
);

/** What scans of identity papers are called, as files: a page about passports is no scan of one. */
const IDENTITY = new RegExp(
	[
		"(?<![a-z])(?:passport|passeport|pasaporte|reisepass|personalausweis|ausweis(?:kopie)?|aadh?aa?r|e?pan[-_ ]?card|voter[-_ ]?(?:id|card)|driv(?:er|ing)['’]?s?[-_ ]?licen[cs]e|f(?:ue|ü|u)hrerschein|green[-_ ]?card|emirates[-_ ]?id|residence[-_ ]permit|aufenthaltstitel|(?:national|photo|gov(?:ernment)?|state|my)[-_ ]?id|social[-_ ]?security[-_ ]?card|ssn[-_ ]?card|birth[-_ ]?cert\\w*|geburtsurkunde)(?![a-z])",
		'(?<![a-z])(?:licen[cs]e|dl|id|nic|ssn)[-_ ]?(?:cards?|scan|front|back|copy|photo|pic|proof|both[-_]sides)(?![a-z])',
		'(?<![a-z])(?:dni|nie|ine|cni|curp|c[eé]dula)(?![a-z])|credencial[-_ ](?:de[-_ ])?elector|(?:licencia|permiso|carn[eé]t?)[-_ ](?:de[-_ ])?(?:conducir|manejo|identidad|residencia)|documento[-_ ](?:de[-_ ])?identidad|acta[-_ ](?:de[-_ ])?nacimiento',
		"(?:carte|pi[eè]ce)[-_ ](?:nationale[-_ ])?(?:d[-_'’ ]?)?identit[eé]|permis[-_ ](?:de[-_ ])?conduire|titre[-_ ](?:de[-_ ])?s[eé]jour|(?:acte|extrait)[-_ ](?:de[-_ ])?naissance|carte[-_ ]vitale",
		'आधार|पासपोर्ट|पैन[-_ ]?कार्ड',
	].join('|'),
	'i',
);
/** What everybody may read about them. */
const GENERAL =
	/guide|help|faq|info|template|sample|muster|blank|form(?:ular|ulaire|ulario)?(?![a-z])|checklist|requirements|instructions|policy|application/i;

/** Pages about such documents, which everybody may read. */
const GUIDE =
	/^[^?#]{0,300}\/(?:about|help|faq|guides?|blog|support|learn|instructions|how-to)(?:[-/_][^.?#]{0,200})?$/i;

/** What they are called in talk, and that a file or link is one of them: "my payslip, it's scan1.pdf". */
const SPOKEN_OF =
	/(?<![\p{L}])(?:bank statement|payslip|pay slip|pay ?stub|salary slip|wage slip|tax return|tax form|w-?[29]|w nine|w two|1099|form 16|form sixteen|passport(?: scan| copy| photo)?|driv(?:er['’]?s|ing) licen[cs]e|aadhaar(?: card)?|pan card|photo id|reisepass|personalausweis|ausweiskopie|führerschein|pasaporte|licencia de conducir|passeport|carte d['’]identité|pièce d['’]identité|permis de conduire|पासपोर्ट|आधार कार्ड|kontoauszug|gehaltsabrechnung|lohnabrechnung|steuerbescheid|lohnsteuerbescheinigung|relevé de compte|relevé bancaire|fiche de paie|bulletin de (?:paie|salaire)|avis d['’]imposition|extracto|estado de cuenta|nómina|declaración de la renta|वेतन पर्ची|बैंक स्टेटमेंट)(?![\p{L}])((?:[^\n[]{0,30}\n(?:[^:\n]{1,24}:)?)?[^.?!\n[]{0,40})$/iu;
const IS_FILE =
	/(?:['’]s|is|are|called|named|name|as|under|attached|file|at|here|heißt|liegt|ist|hier|s['’]appelle|est|là|ici|se llama|es|está|aquí|hai|naam|है|[:,(])\s*$/iu;
/** Something else comes between. */
const OTHER_THING =
	/(?:^|[^\p{L}])(?:and|or|not|but|instead|und|oder|nicht|et|ou|pas|y|o|no|aur|nahi|और)(?![\p{L}])/iu;

/** How file names end. */
const ENDING =
	/\.(?:pdf|docx?|xlsx?|csv|png|jpe?g|heic|tiff?|zip|odt|ods|rtf|txt|eml|html?)(?![\w])/iy;

const ENDS_AS_FILE = /\.(?:pdf|docx?|png|jpe?g|heic|tiff?|zip)(?:[?#].*)?$/i;

const LONGEST_NAME = 120;
const NOT_IN_NAMES = ' \t\n\r\u00a0"\'<>()[]|,;';

/** Whether a link leads to a statement or a tax form. */
export function isPrivateLink(url: string): boolean {
	if (GUIDE.test(url)) return false;
	const start = url.length > 2048 ? url.slice(0, 2048) : url;
	return (
		PRIVATE.test(withoutUuids(start)) ||
		(ENDS_AS_FILE.test(start) && isIdentity(lastSegment(start)))
	);
}

function isIdentity(name: string): boolean {
	return IDENTITY.test(name) && !GENERAL.test(name);
}

const LONGEST_HOST = 80;
const HOST = /^(?:[a-z\d-]+\.)+[a-z]{2,10}$/i;

/** Links to such documents that are written without `https://`: "brightbank.com/statements/april". */
export function plainLinks(text: string): Finding[] {
	const findings: Finding[] = [];
	let from = 0;
	for (let slash = text.indexOf('/'); slash >= 0; slash = text.indexOf('/', slash + 1)) {
		if (slash < from || KIND[text.charCodeAt(slash - 1)] !== Kind.Letter) continue;
		const start = startOfName(text, from, slash, LONGEST_HOST);
		if (!HOST.test(text.slice(start, slash))) continue;
		const end = endOfUrl(text, slash);
		from = end;
		if (isPrivateLink(text.slice(start, end))) findings.push({ category: 'document', start, end });
	}
	return findings;
}

const DOTS = wordsThat(isDot);
/** How the ending of a file is said. */
const SPOKEN_ENDING = / (?:dot|punkt|punto|point|डॉट) (?:p ?d ?f|पी ?डी ?एफ)(?![\p{L}\p{N}])/uy;
const SIGN =
	'(?:underscore|dash|hyphen|minus|space|unterstrich|bindestrich|guion bajo|guión bajo|guion|guión|tiret bas|tiret|अंडरस्कोर|डैश)';
const SPOKEN_NAME = new RegExp(
	`(?:[\\p{L}\\p{M}\\p{N}]+ ${SIGN} )(?:[\\p{L}\\p{M}\\p{N}]+(?: [\\p{L}\\p{M}\\p{N}]+){0,2} ${SIGN} ){0,5}[\\p{L}\\p{M}\\p{N}]+(?: [\\p{L}\\p{M}\\p{N}]+){0,3}$`,
	'u',
);
const SPOKEN_KIND =
	/payslip|pay ?stub|statement|salary|w (?:two|nine|2|9)|tax|form (?:sixteen|16)|p (?:sixty|forty five|60|45)|kontoauszug|abrechnung|steuer|nómina|nomina|extracto|estado|renta|relev|fiche|bulletin|impôt|स्टेटमेंट|पर्ची|फॉर्म/iu;
const LONGEST_SPOKEN = 120;

/** "Payslip underscore march dot p d f": names of such files that are said in words. */
export function spokenFiles(tokens: Tokens): Finding[] {
	const { text, count, start } = tokens;
	const findings: Finding[] = [];
	for (let t = wordFrom(tokens, 1, DOTS); t < count; t = wordFrom(tokens, t + 1, DOTS)) {
		const at = start[t] - 1;
		SPOKEN_ENDING.lastIndex = at;
		if (!SPOKEN_ENDING.test(text)) continue;
		const before = text.slice(Math.max(0, at - LONGEST_SPOKEN), at);
		const name = SPOKEN_NAME.exec(before);
		if (name === null || !SPOKEN_KIND.test(before)) continue;
		const from = at - before.length + name.index;
		findings.push({ category: 'document', start: from, end: SPOKEN_ENDING.lastIndex });
	}
	return findings;
}

/** File names of statements and tax forms that stand in a text. */
export function privateFiles(text: string): Finding[] {
	const findings: Finding[] = [];
	/** Names that were a part of a private link or file, and where names stand that are not private. */
	const known = new Set<string>();
	const others: Finding[] = [];
	let from = 0;
	for (let dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', dot + 1)) {
		// Most dots end a sentence.
		if (KIND[text.charCodeAt(dot + 1)] !== Kind.Letter) continue;
		ENDING.lastIndex = dot;
		if (!ENDING.test(text)) continue;
		const end = ENDING.lastIndex;
		const start = startOfName(text, from, dot);
		const name = text.slice(start, end);
		const telling = withoutUuids(name);
		const named = PRIVATE.test(telling);
		const words = named ? '' : wordsBefore(text, from, start);
		const place = words === '' ? null : PRIVATE.exec(words + telling);
		const finding: Finding = { category: 'document', start, end };
		if (place !== null) finding.start = start - words.length + place.index;
		const isPrivate =
			place !== null ||
			named ||
			isIdentity(lastSegment(name)) ||
			isCalledPrivate(text, from, start);
		(isPrivate ? findings : others).push(finding);
		if (isPrivate) known.add(lastSegment(name));
		from = end;
	}
	for (const other of others) {
		if (known.has(lastSegment(text.slice(other.start, other.end)))) findings.push(other);
	}
	return findings;
}

function lastSegment(name: string): string {
	return name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).toLowerCase();
}

/** Whether it was said just before that the file at `start` is such a document. */
function isCalledPrivate(text: string, from: number, start: number): boolean {
	const between = SPOKEN_OF.exec(text.slice(Math.max(from, start - 120), start))?.[1];
	return between !== undefined && IS_FILE.test(between) && !OTHER_THING.test(between);
}

/** Where a file name without spaces begins that goes on at `end`. */
function startOfName(text: string, from: number, end: number, longest = LONGEST_NAME): number {
	const limit = Math.max(from, end - longest);
	let start = end;
	while (start > limit && !NOT_IN_NAMES.includes(text[start - 1])) start--;
	return start;
}

/** The words before a file name that may belong to it: "Bank Statement May.pdf". */
function wordsBefore(text: string, from: number, start: number): string {
	const before = text.slice(Math.max(from, start - 60), start);
	return /(?:^|[\s"'(:])((?:[\w-]+ ){1,5})$/.exec(before)?.[1] ?? '';
}
