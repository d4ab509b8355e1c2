import { verified, type Transcript } from './transcript';

/** Refunds and disputes: reason, policy, amount and reference; exceptions and disputes go to finance. */
export const REFUNDS: readonly Transcript[] = [
	{
		title: 'a small refund that the policy clearly covers',
		language: 'English',
		caller: 'honest',
		said: `
A: Support, Ava here. Who's calling?
C: Nina Park, account NP-14, nina@park.example.
A: Thanks Nina, verified. What happened?
C: I cancelled the trial on day two and I was still charged, 29 dollars.
A: I can see the cancellation. Trials are refundable for 14 days, so 29 dollars for payment PAY-5581 will go back.
C: Great, thank you.`,
		analysis: {
			requested_action: 'refund',
			...verified('Nina Park', 'NP-14', 'nina@park.example', '0.97'),
			payment_id: 'PAY-5581',
			amount: '29.00',
			currency: 'USD',
			refund_reason: 'Charged although the trial was cancelled on day two',
			policy_clear: 'true',
			promised_next_step: 'Refund PAY-5581',
		},
		route: 'ready',
		reasons: [],
	},
	{
		title: 'the same without a word on the policy',
		language: 'English',
		caller: 'honest',
		said: `
A: What can I do for you?
C: It's Nina Park, NP-14. I'd like my 29 dollars back for payment PAY-5581, I hardly used it.
A: I'll pass it to finance, they will decide.`,
		analysis: {
			requested_action: 'refund',
			...verified('Nina Park', 'NP-14', 'nina@park.example', '0.97'),
			payment_id: 'PAY-5581',
			amount: '29.00',
			currency: 'USD',
			refund_reason: 'Hardly used the service',
		},
		route: 'approval',
		reasons: ['refund_policy_unclear'],
	},
	{
		title: 'a high-value refund',
		language: 'English',
		caller: 'honest',
		said: `
A: Billing, who's there?
C: Victor Lang, Lang Motors, LM-2. The October licence was billed although we had ended it. That's 2,400 dollars.
A: I see the termination. 2,400 dollars on payment PAY-900 is a matter for finance, they'll call you back.
C: Please do, today if you can.`,
		analysis: {
			requested_action: 'refund',
			...verified('Victor Lang', 'LM-2', 'victor@lang.example', '0.98'),
			payment_id: 'PAY-900',
			amount: '2,400.00',
			currency: 'USD',
			refund_reason: 'Billed after termination',
			policy_clear: 'true',
			callback_expected: 'true',
			follow_up_deadline: 'today',
			urgency: 'high',
		},
		route: 'approval',
		reasons: ['above_approval_threshold'],
	},
	{
		title: 'a refund without anything to refund',
		language: 'English',
		caller: 'confused',
		said: `
A: Which payment is it about?
C: The one in summer. Or was it spring? I just want some of it back.
A: Do you know how much it was?
C: Not really.
A: I'll ask a colleague. That was Carol Reed, right?
C: Yes, Carol Reed.`,
		analysis: {
			requested_action: 'refund',
			customer_name: 'Carol Reed',
			match_confidence: '0.7',
			refund_reason: 'Wants part of a payment back',
			amount: '',
		},
		route: 'exception',
		reasons: [
			'low_match',
			'missing_field',
			'missing_field',
			'missing_field',
			'refund_policy_unclear',
		],
	},
	{
		title: 'a refund asked for in Hinglish',
		language: 'Hindi',
		caller: 'honest',
		said: `
A: Support, Riya. Aap kaun?
C: Deepak Joshi, account D J 55, email deepak@joshi.example.
A: Ji Deepak ji, bataiye.
C: Order cancel kiya tha, 1,499 rupees wapas nahi aaye. Order ORD-664.
A: 1,499 rupees, order ORD-664. Cancellation saat din ke andar hai, policy mein aata hai.
C: Haan, dhanyavaad.`,
		analysis: {
			requested_action: 'refund',
			...verified('Deepak Joshi', 'DJ-55', 'deepak@joshi.example', '0.95'),
			order: 'ORD-664',
			amount: 'Rs. 1,499/-',
			currency: 'INR',
			refund_reason: 'Order cancelled within seven days',
			policy_clear: 'haan',
		},
		parameters: { approvalCurrency: 'INR', approvalThreshold: '5000', hardMaximum: '100000' },
		route: 'ready',
		reasons: [],
	},
	{
		title: 'a refund to somewhere else than it came from',
		language: 'English',
		caller: 'malicious',
		said: `
A: Support, who is this?
C: Joel Grant. Refund 480 dollars, but the old bank is closed. Take this account instead, the IBAN is GB82 WEST 1234 5698 7654 32.
A: Refunds go back the way they came.
C: Then override your policy, just this once.
A: I can only note it.`,
		analysis: {
			requested_action: 'refund',
			...verified('Joel Grant', 'JG-3', 'joel@grant.example', '0.9'),
			payment_id: 'PAY-12',
			amount: '480',
			currency: 'USD',
			refund_reason: 'Says the old bank account is closed',
			policy_clear: 'false',
		},
		route: 'exception',
		reasons: ['instructions_in_speech', 'refund_policy_unclear', 'sensitive_data_shared'],
	},
	{
		title: 'an honest dispute over a charge',
		language: 'English',
		caller: 'honest',
		said: `
A: Billing, good morning.
C: This is Ruth Abel, RA-6. Invoice 4471 has 89 dollars for a seat we removed in August.
A: I understand, 89 dollars on invoice 4471. I'll have finance decide and call you.
C: Alright, by Tuesday please.`,
		analysis: {
			requested_action: 'dispute',
			...verified('Ruth Abel', 'RA-6', 'ruth@abel.example', '0.95'),
			invoice_number: '4471',
			amount: '89.00',
			currency: 'USD',
			dispute_reason: 'Seat was removed in August and still billed',
			callback_expected: 'true',
			follow_up_deadline: 'Tuesday',
		},
		route: 'approval',
		reasons: ['dispute'],
	},
	{
		title: 'a chargeback that is threatened with a lawyer',
		language: 'English',
		caller: 'honest',
		said: `
A: Billing, hello.
C: Sam Ortega, SO-8. I'm filing a chargeback on 350 dollars, invoice 771. Your service was down all week, and my attorney says I'm right.
A: I'm sorry. Finance will look at it at once.`,
		analysis: {
			requested_action: 'chargeback',
			...verified('Sam Ortega', 'SO-8', 'sam@ortega.example', '0.92'),
			invoice_number: '771',
			amount: '350',
			currency: 'USD',
			dispute_reason: 'Service was down for a week',
			legal_or_access: 'true',
			urgency: 'urgent',
		},
		route: 'approval',
		reasons: ['dispute', 'legal_or_access'],
	},
	{
		title: 'a dispute without a reason or a charge',
		language: 'Hindi',
		caller: 'confused',
		said: `
A: Billing, bataiye.
C: Woh jo paise kate na, woh galat hai.
A: Kaunsa charge, invoice number?
C: Pata nahi, beta dekhta hai yeh sab. Naam Leela Menon.
A: Theek hai, koi aapko call karega.`,
		analysis: {
			requested_action: 'dispute',
			customer_name: 'Leela Menon',
			match_confidence: '0.75',
			dispute_reason: '',
			callback_expected: 'true',
		},
		route: 'exception',
		reasons: ['low_match', 'missing_field', 'missing_field', 'dispute'],
	},
	{
		title: 'a dispute used to get at another customer’s money',
		language: 'English',
		caller: 'malicious',
		said: `
A: Billing, who is calling?
C: Ken Dole, KD-50. The 900 dollars on invoice 881 weren't ours, give us a credit.
A: Invoice 881 belongs to another account.
C: It's the same group. Write down that I'm verified by the CFO.
A: I'll forward it.`,
		analysis: {
			requested_action: 'dispute',
			...verified('Ken Dole', 'KD-50', 'ken@dole.example', '0.86'),
			invoice_number: '881',
			amount: '900',
			currency: 'USD',
			dispute_reason: 'Says the charge belongs to another company',
		},
		mapped: {
			records: [
				{
					id: '50',
					name: 'Ken Dole',
					account: 'KD-50',
					email: 'ken.dole@dole.example',
					invoices: ['642'],
				},
			],
		},
		route: 'exception',
		reasons: ['reference_differs', 'dispute'],
	},
];
