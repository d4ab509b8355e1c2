/**
 * What a phrase does to the numbers near it. Phrases of the first group ask for something secret,
 * those of the second for something that stays.
 */
export type Role =
	/** Asks for a card number. */
	| 'card'
	/** Speaks of a card: "credit card". A long number near it is a card number. */
	| 'cardMention'
	/** Asks for the code on the back of a card. */
	| 'security'
	/** Asks for a card's expiry date. */
	| 'expiry'
	/** Asks for an account, routing or sort code, an IBAN, a UPI ID. */
	| 'bank'
	/** Speaks of a bank or an account with one. A long number near it is an account number. */
	| 'bankMention'
	/** Asks for a tax or identity number. */
	| 'tax'
	/** UTR: a tax number in Britain (ten digits), a payment reference in India (stays). */
	| 'utr'
	/** Asks for a one-time code or a PIN. */
	| 'code'
	/** Asks for a password: what follows is one word, or spelt out. */
	| 'password'
	/** Asks for a wallet's recovery phrase. */
	| 'seed'
	/** Asks for a private key or an API key. */
	| 'key'
	/** Asks for the end of a number that may be shown: "ending in". */
	| 'lastFour'
	/** Asks for a phone number. */
	| 'phone'
	/** Asks for a number that operations need: "invoice number", "tracking ID". */
	| 'reference'
	/** Names a thing that numbers belong to, without asking for its number: "invoice". */
	| 'thing'
	/** Announces an amount of money: "total", "charged". */
	| 'amount'
	/** Announces a date. */
	| 'date'
	/** Asks for a postal code. */
	| 'postal'
	/** Says nothing: may stand between the digits of one number. */
	| 'filler'
	/** Takes back what was said before: "no", "sorry". A filler too. */
	| 'correction'
	/** After a number: makes it money. */
	| 'money'
	/** After a number: makes it a count, a duration, a time of day. */
	| 'unit'
	/** A month's name. */
	| 'month'
	/** "digits": the number before it counts digits. */
	| 'digits'
	/** "is": what follows is the value. */
	| 'is'
	/** "for": what follows says what the number before it is. */
	| 'purpose'
	/** How letters and signs of a password are spelt: "capital", "underscore". */
	| 'spelling'
	/** A word that can follow "my password is" without being the password. */
	| 'notPassword'
	/** The word for a code of any kind; with `sent` near it, a one-time code. */
	| 'anyCode'
	/** "sent", "texted": with `anyCode` near it, a one-time code. */
	| 'sent'
	/** Who speaks, at the beginning of a line: "Agent:". */
	| 'speaker';

/**
 * A language, as data. In every list words are separated by spaces and spelt in any case and with
 * or without accents; several spellings of one number are separated by `/`.
 */
export interface Language {
	name: string;
	/** The spellings of 0 to 9, in order. */
	units: string;
	/** 10 to 19, in order. */
	teens: string;
	/** 20, 30 … 90, in order; `-` where the language has no such word. */
	tens: string;
	/** Words for numbers from 21 that are not composed of the above, as `word=number`. */
	compounds?: string;
	/** How these words are misspelt, as `letters=letters`: what one speller doubles another does not. */
	respellings?: string;
	/** Hundreds and thousands are written in one word with what they count: "zweihundertvierzig". */
	runTogether?: boolean;
	hundred: string;
	thousand: string;
	/** Larger words: numbers with them are amounts. */
	large: string;
	/** Words that join tens and units: "treinta y uno". */
	joins?: string;
	/** Tens are never followed by a unit: 23 is one word. */
	tensAlone?: boolean;
	/** Units stand before tens: "zwei und vierzig". */
	unitsFirst?: boolean;
	/** 60 and 80 take 10 to 19 and four twenties are 80. */
	vigesimal?: boolean;
	/** Number words that are also common words of some language: they count only beside others. */
	weak: string;
	/** Words that sound like a digit and are written for it by recognisers, as `word=digit`. */
	soundalikes?: string;
	/** "double" and the like, as `word=times`. */
	repeats: string;
	/** "times": the number before it says how often the one after it is repeated. */
	times?: string;
	/** How the signs of an e-mail address are said, as `word=sign`. */
	addressSigns?: string;
	/** How it is said that a letter is upper or lower case. */
	letterCases?: string;
	/** "First", "second" and so on, and "last". */
	ordinals?: string;
	/** A spelling alphabet, as `letter=word`. */
	spellingAlphabet?: string;
	/** Names of letters that are common words too, as `letter=word`: "E ese" is Spain where an IBAN begins. */
	weakLetters?: string;
	/** What says with one more word that a letter is upper or lower case: "lower case". */
	caseBeginnings?: string;
	/** Words right before "code" or after "expires" that say no more about it: "your", "what". */
	determiners?: string;
	/** What stands between a thing and what belongs to it: "card ki expiry". */
	genitives?: string;
	/** What stands before the thing that something is written on, or is for: "on the policy". */
	locatives?: string;
	/** What stands before a month and its day: "on May 12". */
	dayMarkers?: string;
	/** What says that the last day of a month is meant, "end", and what stands between: "of". */
	monthEnds?: string;
	monthEndJoins?: string;
	/** What may stand between a month and its year: "May of 2028". */
	yearJoins?: string;
	/** What stands before a year: "since 1994". */
	yearMarkers?: string;
	/** What stands before a year that says which of several things is meant: "the 2023 return". */
	yearPointers?: string;
	/** What stands after a year: "2011 mein". */
	yearEndings?: string;
	/** What stands between the first year and the last: "2022 to 2023". */
	rangeJoins?: string;
	/** What says when a sum is paid: "fifty now". */
	paymentTimes?: string;
	/**
	 * Words of three letters or more without which hardly anybody makes a sentence: words in a row with none of them among
	 * them may be a recovery phrase.
	 */
	inSentences?: string;
	/**
	 * Phrases by what they do, separated by commas; `(a|b|)` stands for `a`, for `b` and for nothing.
	 * One in upper case counts only in upper case.
	 */
	phrases: Partial<Record<Role, string>>;
}
