/** How far a sentence is looked at, before and after the word for what is asked. */
const LONGEST_SENTENCE = 120;
const SENTENCE_END = /[.?!।\n]/u;

/** Words that ask: "your password, please". */
const ASKING =
	/(?:^|[^\p{L}])(?:there['’]?s an?|there is an?|hay una?|es gibt ein|il y a un|please|pls|tell|give|say|confirm|need|spell|enter|provide|have|bitte|nennen|sagen|brauche|verraten|por favor|dígame|deme|dime|dame|necesito|indique|confirme|s['’]il vous plaît|donnez|dites|indiquez|faut|bataiye|batao|bataye|boliye|bolo|dijiye|do|chahiye|बताइए|बताएं|बताओ|बोलिए|दीजिए|चाहिए|कृपया)(?![\p{L}\p{M}])/iu;
/** Words of warnings, and of talk about a password that is lost or changed. */
const NOT_ASKING =
	/(?:^|[^\p{L}])(?:don['’]t|do not|never|not|no|nobody|cannot|can['’]t|won['’]t|without|reset|resetting|forgot|forgotten|forget|lost|change|changed|changing|update|link|nunca|jamás|nadie|sin|olvid\p{L}*|restablec\p{L}*|cambi\p{L}*|nicht|nie|niemals|kein\p{L}*|vergessen|zurücksetz\p{L}*|änder\p{L}*|ne|n['’]\p{L}+|jamais|pas|oubli\p{L}*|réinitialis\p{L}*|chang\p{L}*|mat|nahi|nahin|bhool|bhul|badal\p{L}*|मत|नहीं|भूल|बदल\p{L}*|रीसेट)(?![\p{L}\p{M}])/iu;

/** How a question begins that is answered with yes or no. */
const YES_OR_NO =
	/^[\s\p{P}]*(?:(?:and|so|but|okay|right|well),? )?(?:is|was|are|were|did|does|has|had|ist|war|hat|wurde|est-ce|es|era|fue)(?![\p{L}])/iu;

/** The sentence around what stands from `start` to `end`: what is before it and after it, and where it closes. */
function sentenceAround(
	text: string,
	start: number,
	end: number,
	turnStart: number,
	limit: number,
) {
	const before = text.slice(Math.max(turnStart, start - LONGEST_SENTENCE), start);
	const after = text.slice(end, Math.min(limit, end + LONGEST_SENTENCE));
	const begin = before.split(SENTENCE_END).pop() ?? '';
	const close = after.search(SENTENCE_END);
	return { begin, rest: close < 0 ? after : after.slice(0, close), after, close };
}

/** "Is there a password on the account?" asks for it all the same. */
const EXISTS =
	/^[\s\p{P}]*(?:(?:and|so|but|okay|right|well),? )?(?:is there|gibt es|hay|y a-t-il)(?![\p{L}])/iu;

/** "What are you typing?" */
const TYPED =
	/(?<!\p{L})(?:what|which|kya|kaunsa|qué|cuál|que|was|welches|qu['’]est-ce|quel|comment|क्या|कौन सा)(?![\p{L}\p{M}])[^.!\n]{0,30}(?<![\p{L}])(?:typ(?:e|ed|ing)|enter(?:ed|ing)?|putting|writ(?:e|ing)|likh\p{L}*|daal\p{L}*|dal (?:rah|rhe)\p{L}*|escrib\p{L}*|pon(?:e|es|iendo)|tecle\p{L}*|mete\p{L}*|eingeben|tippen|geben|écri\p{L}*|tapez|mettez|saisi\p{L}*|लिख|डाल|टाइप)(?![^\s?\p{M}]*\p{N})[^.!\n]{0,30}\?/iu;

/** "Yes, what is it, please?" */
const WHAT_IS_IT =
	/(?<!\p{L})(?:what(?:['’]s| is| was) (?:it|that)|which is it|what would that be|cuál es|wie lautet (?:es|das)|was ist es|wie heißt es|quel est-il|c['’]est quoi|kya hai(?: wo(?:h)?)?|क्या है)(?![\p{L}\p{M}])[^.?!\n]{0,16}\?/iu;

/** Whether somebody is asked what they type, or what they spoke of. */
export function asksWhatItIs(question: string): boolean {
	return question.includes('?') && (TYPED.test(question) || WHAT_IS_IT.test(question));
}

/** "The spoken one, yes, please." */
const GO_AHEAD =
	/^\s*(?:(?:yes|yeah|yep|sure|ja|sí|oui|haan|ji|हाँ|हां|जी)[, ]|the [\p{L}-]+ one,)(?!.*(?:moment|second|minute|hold|wait|check|sek|attend|ruk|रुक))[^?]{0,40}(?:please|go ahead|bitte|por favor|adelante|allez-y|s['’]il vous plaît|boliye|bataiye|batao|बोलिए|बताइए)\s*[.!]?\s*$/iu;

/** Whether somebody is to say what they spoke of. */
export function saysGoAhead(answer: string): boolean {
	return answer.length < 64 && GO_AHEAD.test(answer);
}

/** "I didn't need the password", "please don't say it here". */
const TELLING =
	/(?:^|[^\p{L}])(?:need|needed|require|told|tell|say|said|share|shared|give|given|read|dig[ao]\p{L}*|decir\p{L}*|compart\p{L}*|necesit\p{L}*|brauch\p{L}*|sagen|nennen|verraten|mitteilen|besoin|dire|dites|donne\p{L}*|communiqu\p{L}*|batai\p{L}*|batao|bata|boliye|bolna|bol|zaroorat|शेयर|बताइए|बताएं|बोलिए|ज़रूरत)(?![\p{L}\p{M}])/iu;
const REFUSING = /(?:^|[^\p{L}])(?:na|(?:did|should|need)n['’]t)(?![\p{L}])/iu;

/** Whether what stands from `start` to `end` need not, or must not, be told. */
export function isWarning(text: string, start: number, end: number, turnStart: number): boolean {
	const { begin, rest } = sentenceAround(text, start, end, turnStart, text.length);
	const sentence = `${begin} ${rest}`;
	return TELLING.test(sentence) && (NOT_ASKING.test(sentence) || REFUSING.test(sentence));
}

/** Whether what stands from `start` to `end` is asked for, and not only spoken of. */
export function isQuestion(
	text: string,
	start: number,
	end: number,
	turnStart: number,
	limit: number,
): boolean {
	const { begin, rest, after, close } = sentenceAround(text, start, end, turnStart, limit);
	const sentence = `${begin} ${rest}`;
	if (NOT_ASKING.test(sentence)) return false;
	if (after[close] === '?' && YES_OR_NO.test(begin) && !EXISTS.test(begin)) return false;
	// Something else is asked for after it.
	if (close >= 0 && after.slice(close + 1).includes('?')) return false;
	const words = sentence.trim().split(/\s+/).length;
	return after[close] === '?' || ASKING.test(sentence) || words <= 3;
}
