import { valueOf } from '../reading/reading';
import { term } from '../reading/term';
import { once, type Rule } from './rule';

/** What a person in finance has to see or decide, whatever the amount. */
export const FINANCE_RULES: readonly Rule[] = [
	{
		code: 'dispute',
		actions: 'any',
		route: 'approval',
		when: 'The action is a dispute, or a dispute reason was captured with another action.',
		fires: ({ action, captured }) =>
			once(
				action === 'dispute' ||
					(action !== 'billing_question' && captured.dispute_reason.state === 'read'),
			),
		message: 'A charge is disputed: finance decides.',
	},
	{
		code: 'refund_policy_unclear',
		actions: ['refund'],
		route: 'approval',
		when: 'The agent did not say that the refund policy clearly allows the refund.',
		fires: ({ captured }) => once(valueOf(captured.policy_clear) !== true),
		message: 'It is not clear that the refund policy covers this: finance decides.',
	},
	{
		code: 'vip_payment_blocker',
		actions: ['payment_blocker'],
		route: 'approval',
		when: 'The action is a payment blocker.',
		fires: () => once(true),
		message: 'A customer cannot pay: somebody has to call back before the issue goes cold.',
	},
	{
		code: 'failed_renewal',
		actions: 'any',
		route: 'approval',
		when: 'The action is a failed renewal, or the payment status says so.',
		fires: ({ action, captured }) =>
			once(
				action === 'failed_renewal' ||
					/renewal_failed|failed_renewal/.test(term(valueOf(captured.payment_status) ?? '')),
			),
		message: 'A renewal has failed: the owner decides how to save it.',
	},
	{
		code: 'duplicate_charge',
		actions: 'any',
		route: 'approval',
		when: 'The action is a duplicate charge, or the reason or payment status says that something was charged twice.',
		fires: ({ action, captured }) => {
			const { payment_status, refund_reason, dispute_reason } = captured;
			const said = [payment_status, refund_reason, dispute_reason].map((one) => valueOf(one) ?? '');
			return once(
				action === 'duplicate_charge' || said.some((text) => DUPLICATE.test(text.toLowerCase())),
			);
		},
		message: 'The customer says that they were charged twice: finance checks both charges.',
	},
	{
		code: 'collections_sensitive',
		actions: 'any',
		route: 'approval',
		when: 'The action is collections, or the payment status names collections, a debt agency, hardship or insolvency.',
		fires: ({ action, captured }) =>
			once(
				action === 'collections' ||
					/collection|agency|hardship|insolven|bankrupt/i.test(
						valueOf(captured.payment_status) ?? '',
					),
			),
		message: 'The account is sensitive for collections: a person speaks to the customer.',
	},
	{
		code: 'subscription_change',
		actions: ['subscription_change'],
		route: 'approval',
		when: 'The action changes a subscription: it changes what the customer has committed to.',
		fires: () => once(true),
		message: 'The change alters what the customer has agreed to: a person confirms it.',
	},
	{
		code: 'tax_question',
		actions: ['tax_question'],
		route: 'approval',
		when: 'The action is a tax question.',
		fires: () => once(true),
		message: 'A tax question binds the company: finance answers it.',
	},
	{
		code: 'escalation_requested',
		actions: 'any',
		route: 'approval',
		when: 'The agent captured an escalation reason.',
		fires: ({ captured }) => {
			const reason = valueOf(captured.escalation_reason);
			return once(reason !== undefined, { reason: reason ?? '' });
		},
		message: 'The agent asked for a person: {reason}',
	},
	{
		code: 'credit_requested',
		actions: ['create_invoice', 'billing_question', 'resend_document'],
		route: 'approval',
		when: 'The caller also asked for a credit.',
		fires: ({ captured }) => once(captured.credit_request.state === 'read'),
		message: 'The caller also asked for a credit: finance decides.',
	},
];

const DUPLICATE = /\b(?:twice|double|duplicate|two times|do baar)\b/;
