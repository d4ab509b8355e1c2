/** What a piece of text can be that must not be stored. */
export type SecretCategory =
	| 'card'
	| 'card_security'
	| 'bank'
	| 'tax_id'
	| 'wallet_secret'
	| 'credential'
	| 'document';

/** Contact details stay, because operations need them, unless the caller of `redact` asks. */
export type ContactCategory = 'phone' | 'email';

export type Category = SecretCategory | ContactCategory;

/** Where something was found: `start` and `end` are offsets (UTF-16 units) into the input text. */
export interface Finding {
	category: Category;
	start: number;
	end: number;
}

export interface RedactOptions {
	/** Contact details to hide as well; without it phone numbers and e-mail addresses stay. */
	alsoHide?: readonly ContactCategory[];
}

/** What stands in the text instead of what was found. */
export const REPLACEMENTS: Readonly<Record<Category, string>> = {
	card: '[card removed]',
	card_security: '[security code removed]',
	bank: '[bank details removed]',
	tax_id: '[tax number removed]',
	wallet_secret: '[wallet secret removed]',
	credential: '[credential removed]',
	document: '[document removed]',
	phone: '[phone number removed]',
	email: '[e-mail address removed]',
};

/** The text with every finding replaced. `findings` must be in order and must not overlap. */
export function replaceFindings(text: string, findings: readonly Finding[]): string {
	let out = '';
	let from = 0;
	for (const finding of findings) {
		out += text.slice(from, finding.start) + REPLACEMENTS[finding.category];
		from = finding.end;
	}
	return out + text.slice(from);
}
