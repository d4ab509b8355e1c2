import type { Call } from '../../lib/call/call';
import { amountTokens, isNumberToken, readAmount, unitNamed } from './reading/amount';
import { isMultiplier, isTens } from './reading/number-words';
import { plainLine, valueOf } from './reading/reading';

/** What may be looked for in the words of a call. Words can only make a decision stricter, never looser. */
interface Phrase {
	/** What a person reads about it. */
	name: string;
	pattern: RegExp;
}

// Bounded gaps and no nested repetition: each pattern runs in linear time.
const INSTRUCTIONS: readonly Phrase[] = [
	{
		name: 'telling the system to ignore its rules',
		pattern:
			/\b(?:ignore|disregard|forget|bypass|override|skip|bhool jao|bhul jao|bhool ja|bhul ja) (?:[a-z]+ ){0,4}(?:instructions?|rules?|polic(?:y|ies)|prompts?|guidelines|limits?|thresholds?|safeguards?)\b/,
	},
	{
		name: 'telling the system to ignore its rules',
		pattern:
			/\b(?:instructions?|rules?|niyam|limits?|polic(?:y|ies)) (?:[a-z]+ ){0,3}(?:ignore kar|bypass kar|skip kar|bhool|bhul|hata|tod do)/,
	},
	{
		name: 'telling the system to ignore its rules',
		pattern: /(?:निर्देश|नियम|सीमा).{0,40}(?:अनदेखा|भूल|नज़रअंदाज़|तोड़|हटा)/,
	},
	{
		name: 'posing as the system',
		pattern:
			/\b(?:system prompt|system message|(?:developer|debug|admin|root|god) mode|jailbreak|you are now (?:an? |in |the )?(?:unrestricted|free|jailbroken|system|developer|admin|assistant|ai\b|bot\b)|act as (?:the |an? )?(?:system|developer|unrestricted)|new instructions?:|end of (?:prompt|transcript))/,
	},
	{
		name: 'dictating the decision',
		pattern:
			/\b(?:set|mark|record|put|write|log|likho) (?:[a-z]+ ){0,6}(?:as |to |= ?)?(?:pre ?-?approved|approved|verified|high confidence|full confidence)\b(?! by)/,
	},
	{
		name: 'dictating fields of the analysis',
		pattern:
			/\b(?:match ?confidence|requested ?action|recipient ?confirmed|consent ?given|sensitive ?shared|policy ?clear) ?(?:is|to|equals|=|:|as)? ?(?:true|yes|one|1(?:\.0)?|100|create|send|refund)\b/,
	},
	{
		name: 'dictating fields of the analysis',
		pattern:
			/\b(?:set|change|raise|lift|remove) (?:the )?(?:approval ?threshold|hard ?maximum|payout ?address|match ?confidence|approval ?limit)\b/,
	},
	{
		name: 'asking to go around the approval',
		pattern:
			/\b(?:skip|bypass|avoid) (?:[a-z]+ ){0,3}(?:approvals?|human review|manual review|verification|second person)\b/,
	},
	{
		name: 'asking to go around the approval',
		pattern:
			/\b(?<!(?:not|cannot|can't|don't|won't|never) )(?:send|pay|do|process|release|transfer|create|issue|approve) (?:[a-z]+ ){0,4}without (?:[a-z]+ ){0,3}(?:approvals?|human review|manual review|verification|second person)\b/,
	},
	{
		name: 'asking to go around the approval',
		pattern:
			/\b(?:no need (?:for|of)|(?:you )?don't need|do not need) (?:an? |any |the )?(?:approvals?|verification)\b|\bauto(?:matically)? ?-?approve\b|\bbina (?:[a-z]+ ){0,2}(?:approval|verification|manzoori)|\b(?:approval|verification|manzoori) (?:ki )?(?:koi )?(?:zaroorat|zarurat) nah/,
	},
	{
		name: 'asking to go around the approval',
		pattern: /बिना (?:किसी )?(?:अप्रूवल|मंज़ूरी|मंजूरी|जाँच)/,
	},
	{
		name: 'dressed up as markup or code',
		pattern:
			/<\/?(?:system|assistant|instructions?|script|tool)\b|```|\{\{|"(?:role|route|action)" ?:|\[inst\]/,
	},
];

const LEGAL_OR_ACCESS: readonly Phrase[] = [
	{
		name: 'legal steps',
		pattern:
			/\b(?:lawyers?|attorneys?|solicitors?|sue you|suing|lawsuit|legal (?:action|notice|team|terms)|small claims|take you to court|consumer (?:court|forum)|ombudsman|regulator|financial conduct authority|gdpr|vakeel|mukadma|kanooni)\b|वकील|मुकदमा|कानूनी/,
	},
	{
		name: 'contract terms',
		pattern:
			/\b(?:change|amend|waive|renegotiate|terminate|cancel) (?:[a-z]+ ){0,3}(?:contract|agreement|terms|liability|warranty|penalty|late fee clause)\b/,
	},
	{
		name: 'access to the account',
		pattern:
			/\b(?:reset|change|update|remove|add|replace) (?:[a-z]+ ){0,4}(?:password|log ?-?in|two-factor|2fa|admin(?:istrator)?|user access|authorised (?:user|contact)|authorized (?:user|contact)|account owner|email on (?:file|the account|my account)|phone (?:number )?on (?:file|the account))\b/,
	},
];

/** Longest text that is searched; a call of several hours is shorter. */
const LONGEST = 400_000;

const searchable = (text: string) =>
	plainLine(text.slice(0, LONGEST)).toLowerCase().replace(/_/g, ' ');

/** Everything in the call that the caller, or a model repeating the caller, may have put there. */
function callersWords(call: Call): string[] {
	const spoken = call.turns.filter(({ role }) => role !== 'agent').map(({ text }) => text);
	const analysis = Object.values(call.analysis).filter((value) => typeof value === 'string');
	const said = call.turns.length > 0 ? spoken : [call.transcript];
	return [...said, call.summary, ...analysis].map(searchable);
}

const phraseIn = (phrases: readonly Phrase[], texts: readonly string[]): string | null =>
	phrases.find(({ pattern }) => texts.some((text) => pattern.test(text)))?.name ?? null;

/** How the caller tried to instruct the machine, or null. */
export const instructionsIn = (call: Call) => phraseIn(INSTRUCTIONS, callersWords(call));

/** Which legal or access matter came up, or null. */
export const legalOrAccessIn = (call: Call) => phraseIn(LEGAL_OR_ACCESS, callersWords(call));

/** The amounts with a unit that one side said, as decimals. */
export function amountsSaid(
	call: Call,
	side: 'agent' | 'caller',
	units: readonly string[],
): string[] {
	return call.turns
		.filter(({ role }) => role === side)
		.flatMap(({ text }) => amountsIn(plainLine(text.slice(0, LONGEST)), units));
}

function amountsIn(line: string, units: readonly string[]): string[] {
	const tokens = amountTokens(line.replace(/(\d)[.,](?=\s|$)/g, '$1'));
	const amounts: string[] = [];
	for (const [index, token] of tokens.entries()) {
		const unit = unitNamed(token);
		if (!unit || !units.includes(unit.code)) continue;
		const before = numbersBefore(tokens, index);
		const said = before.length > 0 ? before : numbersAfter(tokens, index);
		const amount = valueOf(readAmount(said.join(' '), unit.kind));
		if (amount) amounts.push(amount.amount);
	}
	return amounts;
}

const belongs = (tokens: readonly string[], index: number) => {
	const [before, token = ''] = [tokens[index - 1] ?? '', tokens[index]];
	return (
		isNumberToken(token) ||
		(token === '-' && isTens(before)) ||
		(token === 'and' && isMultiplier(before)) ||
		(token === 'a' && isMultiplier(tokens[index + 1] ?? ''))
	);
};

/** The number that ends just before the unit, as in "four thousand eight hundred US dollars". */
function numbersBefore(tokens: readonly string[], unit: number): string[] {
	let end = unit;
	if (tokens[end - 1] === 'us') end--;
	let start = end;
	while (end - start < 12 && belongs(tokens, start - 1)) start--;
	return tokens.slice(start, end);
}

function numbersAfter(tokens: readonly string[], unit: number): string[] {
	let end = unit + 1;
	while (end - unit < 12 && belongs(tokens, end)) end++;
	return tokens.slice(unit + 1, end);
}
