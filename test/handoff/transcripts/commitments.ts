import { verified, type Transcript } from './transcript';

/** Requests that change what customers have agreed to, that bind the company, or that nobody has foreseen. */
export const COMMITMENTS: readonly Transcript[] = [
	{
		title: 'a downgrade at the end of the month',
		language: 'English',
		caller: 'honest',
		said: `
A: Support, Ava.
C: Carla Ruiz, CR-18. Please move us to the small plan at the end of the month, subscription SUB-18.
A: I'll have that confirmed in writing.`,
		analysis: {
			requested_action: 'downgrade',
			...verified('Carla Ruiz', 'CR-18', 'carla@ruiz.example', '0.95'),
			subscription_id: 'SUB-18',
			follow_up_deadline: 'end of the month',
		},
		route: 'approval',
		reasons: ['subscription_change'],
	},
	{
		title: 'a tax question from abroad',
		language: 'English',
		caller: 'honest',
		said: `
A: Billing, hello.
C: Pieter Vos, PV-2, from Utrecht. Should there be VAT on our invoice or is it reverse charge?
A: Finance will answer that by email.`,
		analysis: {
			requested_action: 'VAT question',
			...verified('Pieter Vos', 'PV-2', 'pieter@vos.example', '0.94'),
			tax_region: 'NL',
		},
		route: 'approval',
		reasons: ['tax_question'],
	},
	{
		title: 'a request that is nobody’s here',
		language: 'Hindi',
		caller: 'confused',
		said: `
A: Billing, kahiye.
C: Mera wifi nahi chal raha.
A: Yeh billing line hai, main note kar leti hoon.
C: Haan, theek kara do.`,
		analysis: {
			requested_action: 'fix wifi',
			customer_name: 'Ramesh',
			match_confidence: '0.4',
		},
		route: 'exception',
		reasons: ['unknown_action'],
	},
	{
		title: 'a cancellation for somebody else, with the log-in changed on the way',
		language: 'Hindi',
		caller: 'malicious',
		said: `
A: Support, naam bataiye.
C: Vikram Sethi, V S 30. Subscription band karo, aur change the login email to mine.
A: Login main nahi badal sakti.
C: Kar do, main hi malik hoon.`,
		analysis: {
			requested_action: 'cancel subscription',
			...verified('Vikram Sethi', 'VS-30', 'vs-new@mail.example', '0.6'),
			subscription_id: 'SUB-30',
		},
		metadata: { email: 'vikram@sethi.example' },
		route: 'exception',
		reasons: ['low_match', 'identity_differs', 'subscription_change', 'legal_or_access'],
	},
];
