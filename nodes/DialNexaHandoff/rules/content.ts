import type { Facts } from '../facts';
import { valueOf } from '../reading/reading';
import { instructionsIn, legalOrAccessIn } from '../spoken';
import { once, type Rule } from './rule';

const CARD_ONLY = ['card', 'card_security'];

const KINDS = new Map(
	Object.entries({
		bank: 'bank details',
		tax_id: 'a tax number',
		wallet_secret: 'a wallet secret',
		credential: 'a password or key',
		document: 'a private document',
	}),
);

const beyondCards = ({ sensitive }: Facts) => sensitive.filter((kind) => !CARD_ONLY.includes(kind));

/** What was said that must not be stored, or that should not be believed. */
export const CONTENT_RULES: readonly Rule[] = [
	{
		code: 'card_removed',
		actions: 'any',
		route: 'ready',
		when: 'A note: card numbers or security codes were said and have been removed.',
		fires: ({ sensitive }) => once(sensitive.some((kind) => CARD_ONLY.includes(kind))),
		message: 'Card details were said on the call and have been removed.',
	},
	{
		code: 'sensitive_data_shared',
		actions: 'any',
		route: 'approval',
		when: 'Bank details, tax numbers, wallet secrets, passwords or private documents were found and removed.',
		fires: (facts) =>
			once(beyondCards(facts).length > 0, {
				kinds: beyondCards(facts)
					.map((kind) => KINDS.get(kind) ?? 'something private')
					.join(', '),
			}),
		message: 'The caller shared {kinds}: a person decides how to go on.',
	},
	{
		code: 'sensitive_data_reported',
		actions: 'any',
		route: 'approval',
		when: 'The agent says that sensitive data was shared, and redaction found none.',
		fires: ({ captured, sensitive }) =>
			once(valueOf(captured.sensitive_shared) === true && sensitive.length === 0),
		message: 'The agent says that something private was said, and nothing was found to remove.',
	},
	{
		code: 'sensitive_data_left',
		actions: 'any',
		route: 'exception',
		when: 'The Call says that sensitive data was found in it and not all of it was removed.',
		fires: ({ call }) => once(call.sensitive.found && !call.sensitive.suppressed),
		message: 'Something private may still stand in this call: listen to it where it was recorded.',
	},
	{
		code: 'instructions_in_speech',
		actions: 'any',
		route: 'exception',
		when: "The caller's words, the summary or the analysis hold instructions to the machine (English, Hindi, Hinglish).",
		fires: ({ call }) => {
			const how = instructionsIn(call);
			return once(how !== null, { how: how ?? '' });
		},
		message: 'The call holds words meant for the machine ({how}): nothing in it is taken as said.',
	},
	{
		code: 'nothing_said',
		actions: 'any',
		route: 'approval',
		when: 'The call completed and has neither transcript nor summary, so the rules about what was said saw nothing.',
		fires: ({ call }) =>
			once(
				call.event === 'call.completed' &&
					call.turns.length === 0 &&
					call.transcript === '' &&
					call.summary === '',
			),
		message: 'Nothing is known of what was said: listen to the call before you decide.',
	},
	{
		code: 'legal_or_access',
		actions: 'any',
		route: 'approval',
		when: '`legal_or_access` is yes, or the words speak of legal steps, contract terms or access to the account.',
		fires: ({ call, captured }) => {
			const what =
				legalOrAccessIn(call) ??
				(valueOf(captured.legal_or_access) === true ? 'legal terms or access' : null);
			return once(what !== null, { what: what ?? '' });
		},
		message: 'The call touches {what}: a person decides.',
	},
	{
		code: 'recipient_not_verified',
		actions: ['resend_document'],
		route: 'exception',
		when: '`recipient_confirmed` is not a clear yes, or the matched record has other e-mail addresses.',
		fires: ({ captured, match }) => {
			const email = valueOf(captured.email);
			const known = match.candidate?.emails.map((one) => one.toLowerCase()) ?? [];
			return once(
				valueOf(captured.recipient_confirmed) !== true ||
					(email !== undefined && known.length > 0 && !known.includes(email)),
			);
		},
		message: 'The recipient of the document has not been verified.',
	},
];
