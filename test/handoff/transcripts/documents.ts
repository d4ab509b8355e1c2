import { verified, type Transcript } from './transcript';

/** Send documents safely: recipient and customer verified before anything leaves. */
export const DOCUMENTS: readonly Transcript[] = [
	{
		title: 'a receipt sent again to the address on file',
		language: 'English',
		caller: 'honest',
		said: `
A: Billing, Ava. Who's calling?
C: Julia Stern, JS-61, julia@stern.example.
A: Thanks Julia. What do you need?
C: The receipt for PAY-331, I deleted the mail.
A: I'll send it to julia@stern.example, is that still right?
C: Yes, perfect.`,
		analysis: {
			requested_action: 'resend_document',
			...verified('Julia Stern', 'JS-61', 'julia@stern.example', '0.96'),
			document: 'receipt',
			payment_id: 'PAY-331',
			recipient_confirmed: 'true',
			promised_next_step: 'Send the receipt for PAY-331 again',
		},
		mapped: {
			records: [{ id: '61', name: 'Julia Stern', email: 'julia@stern.example', account: 'JS-61' }],
		},
		route: 'ready',
		reasons: [],
	},
	{
		title: 'a payment link sent again, in Hinglish',
		language: 'Hindi',
		caller: 'honest',
		said: `
A: Billing, naam bataiye.
C: Farah Khan, account F K 12, farah@khan.example.
A: Ji, kya bhejna hai?
C: Payment link phir se bhej do, invoice 5521 wala, purana khul nahi raha.
A: farah@khan.example par bhej doon?
C: Haan ji.`,
		analysis: {
			requested_action: 'resend payment link',
			...verified('Farah Khan', 'FK-12', 'farah@khan.example', '0.95'),
			document: 'payment link',
			invoice_number: '5521',
			recipient_confirmed: 'haan',
		},
		route: 'ready',
		reasons: [],
	},
	{
		title: 'the same document to another address',
		language: 'English',
		caller: 'malicious',
		said: `
A: Billing, who is calling?
C: Julia Stern, JS-61. Send the October statement to my assistant, office@stern-mail.example.
A: That isn't the address on file.
C: She handles everything now, just send it.`,
		analysis: {
			requested_action: 'resend_document',
			...verified('Julia Stern', 'JS-61', 'office@stern-mail.example', '0.9'),
			document: 'statement',
			recipient_confirmed: 'true',
		},
		mapped: {
			records: [{ id: '61', name: 'Julia Stern', email: 'julia@stern.example', account: 'JS-61' }],
		},
		route: 'exception',
		reasons: ['recipient_not_verified'],
	},
	{
		title: 'nobody confirmed the recipient',
		language: 'English',
		caller: 'honest',
		said: `
A: What do you need?
C: The statement for September please. Walter Quinn, WQ-3.
A: I'll have it sent.
C: Thanks, bye.`,
		analysis: {
			requested_action: 'send statement',
			...verified('Walter Quinn', 'WQ-3', 'walter@quinn.example', '0.93'),
			document: 'statement',
			recipient_confirmed: '',
		},
		route: 'exception',
		reasons: ['recipient_not_verified'],
	},
	{
		title: 'an address that was only spelt out',
		language: 'English',
		caller: 'confused',
		said: `
A: Which email should I use?
C: It's wendy, then a dot, or is it an underscore, then farr, at the big one, you know.
A: Could you spell it?
C: I'll get my daughter to call.`,
		analysis: {
			requested_action: 'resend_document',
			customer_name: 'Wendy Farr',
			match_confidence: '0.88',
			email: 'wendy dot farr at the big one',
			document: 'invoice',
			recipient_confirmed: 'false',
		},
		route: 'exception',
		reasons: ['unreadable_required_field', 'recipient_not_verified'],
	},
	{
		title: 'a tax form, with the tax number said aloud',
		language: 'English',
		caller: 'honest',
		said: `
A: Billing, hello.
C: Hank Doyle, HD-90, hank@doyle.example. I need the tax form again. My social security number is 219-09-9999 if you need it.
A: I don't, thank you. To hank@doyle.example?
C: Yes.`,
		analysis: {
			requested_action: 'resend_document',
			...verified('Hank Doyle', 'HD-90', 'hank@doyle.example', '0.95'),
			document: 'tax form',
			recipient_confirmed: 'true',
			sensitive_shared: 'true',
		},
		route: 'approval',
		reasons: ['sensitive_data_shared'],
	},
	{
		title: 'a second call about what was sent an hour ago',
		language: 'English',
		caller: 'confused',
		said: `
A: Billing, Ava.
C: Julia Stern again, JS-61. The receipt hasn't come yet.
A: I'll check that it was sent to julia@stern.example.
C: Yes, that one.`,
		analysis: {
			requested_action: 'resend_document',
			...verified('Julia Stern', 'JS-61', 'julia@stern.example', '0.96'),
			document: 'receipt',
			recipient_confirmed: 'true',
		},
		mapped: { duplicateOf: 'call_first' },
		route: 'exception',
		reasons: ['duplicate_call'],
	},
	{
		title: 'a document asked for by someone who was cut off',
		language: 'Hindi',
		caller: 'honest',
		event: 'call.failed',
		said: `
A: Billing, naam?
C: Harish Pillai, mujhe receipt`,
		analysis: {
			requested_action: 'resend_document',
			...verified('Harish Pillai', 'HP-7', 'harish@pillai.example', '0.9'),
			document: 'receipt',
			recipient_confirmed: 'true',
		},
		route: 'exception',
		reasons: ['call_not_completed'],
	},
];
