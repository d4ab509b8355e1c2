// Answer a billing question from a DialNexa call in Zendesk.
import { about, note, ownStep, template } from './canvas.mts';
import {
	callTrigger,
	caughtUpTrigger,
	claimSteps,
	ending,
	filingSteps,
	handedOver,
	handoff,
	setting,
	settingsStep,
} from './call-steps.mts';
import { setFields, setObjects } from './fields.mts';
import { READING, SEARCHING, stripeCustomers, stripeList } from './lookups.mts';
import { decided, question } from './question.mts';
import { branch, when } from './switches.mts';
import { ticketLink, ticketSteps } from './ticket.mts';

const HANDOFF = "$('Handed Over').first().json";
const REFERENCE = "$('What to Look For').first().json.reference";
const SEARCHED_BY = "$('What to Look For').first().json.poofFilter";
const RECORD = "$('Record and Claim').first().json";
/** Stripe counts in the smallest unit; these currencies have none, or three digits (docs.stripe.com/currencies). */
const NO_DIGITS = '/^(bif|clp|djf|gnf|jpy|kmf|krw|mga|pyg|rwf|vnd|vuv|xaf|xof|xpf)$/';
const THREE_DIGITS = '/^(bhd|jod|kwd|omr|tnd)$/';
const PAID = '/^(paid|settled|succeeded|completed)$/i';
const NOT_PAID =
	'/^(unpaid|not paid|open|due|overdue|past due|outstanding|pending|failed|declined)$/i';

const dayOf = (seconds: string) =>
	`={{ ${seconds} ? DateTime.fromSeconds(${seconds}).toUTC().toISODate() : '' }}`;

/** Looks in Poof by the reference, and in Stripe among what belongs to the caller's address. */
function lookUps() {
	const named = `${HANDOFF}.references`;
	const wanted = setFields('What to Look For', [8, 1], {
		reference: `={{ ${named}.invoiceNumber || ${named}.paymentId || ${named}.order || ${named}.subscriptionId }}`,
		poofFilter: `={{ ${named}.invoiceNumber || ${named}.paymentId ? 'id' : 'metadata' }}`,
	});
	const poof = ownStep(
		'Find in Poof',
		'poof',
		[9, 1],
		{
			resource: 'transaction',
			operation: 'search',
			searchBy: '={{ $json.poofFilter }}',
			searchFor: '={{ $json.reference }}',
			returnAll: true,
		},
		SEARCHING,
	);
	const customer = stripeCustomers('Find Customer in Stripe', [10, 1], `${HANDOFF}.customer.email`);
	const known = branch(
		'Known in Stripe?',
		[11, 1],
		{
			Known: "={{ $json.data?.length > 0 && !$('Find in Poof').first().json.error }}",
			Unknown: "={{ !$json.error && !$('Find in Poof').first().json.error }}",
			'Stripe Out of Reach': '={{ Boolean($json.error) }}',
		},
		'Poof Out of Reach',
	);
	const ofCustomer = {
		customer: "={{ $('Find Customer in Stripe').first().json.data[0].id }}",
	};
	// One item comes in, so an error output cannot split the call in two.
	const orEnd = { ...READING, onError: 'continueErrorOutput' } as const;
	const charges = stripeList('Their Charges in Stripe', [12, 0.5], 'charges', ofCustomer, orEnd);
	const invoices = stripeList('Their Invoices in Stripe', [13, 0.5], 'invoices', ofCustomer, orEnd);
	const listed = (step: string) => `$('${step}').first().json.data`;
	// What Poof finds by metadata may come without it.
	const ofPoof = `[found.id, ...Object.values(found.metadata ?? {})].includes(${REFERENCE})`;
	const bare = `${SEARCHED_BY} === 'metadata' && found.id && !Object.keys(found.metadata ?? {}).length`;
	const fromPoof = `$('Find in Poof').all().map(({ json }) => json).filter((found) => ${ofPoof} || ${bare})`;
	const inStripe = setObjects('With Stripe', [15, 0.5], {
		poof: fromPoof,
		charges: `${listed('Their Charges in Stripe')}.filter((charge) => [charge.id, charge.payment_intent, charge.metadata.order].includes(${REFERENCE}))`,
		invoices: `${listed('Their Invoices in Stripe')}.filter((invoice) => [invoice.id, invoice.number, invoice.parent?.subscription_details?.subscription].includes(${REFERENCE}))`,
	});
	const notInStripe = setObjects('Without Stripe', [15, 1.5], {
		poof: fromPoof,
		charges: '[]',
		invoices: '[]',
	});
	wanted.to(poof).to(customer).to(known);
	known.output(0).to(charges);
	charges.output(0).to(invoices);
	invoices.output(0).to(inStripe);
	known.output(1).to(notInStripe);
	return { wanted, known, charges, invoices, inStripe, notInStripe };
}

/** Makes one form of whichever single record was found, and compares it with what the caller said. */
function comparing() {
	const which = branch(
		'Which Record',
		[16, 1],
		{
			None: '={{ $json.poof.length + $json.charges.length + $json.invoices.length === 0 }}',
			Several: '={{ $json.poof.length + $json.charges.length + $json.invoices.length > 1 }}',
			Poof: '={{ $json.poof.length === 1 }}',
			Charge: '={{ $json.charges.length === 1 }}',
		},
		'Invoice',
	);
	const poof = setFields('Poof Transaction', [17, -0.2], {
		system: 'Poof',
		id: '={{ $json.poof[0].id }}',
		amount: '={{ $json.poof[0].amount }}',
		currency: '={{ $json.poof[0].currency.toUpperCase() }}',
		status:
			"={{ { yes: 'paid', no: 'not paid', pending: 'not paid', processing: 'not paid' }[$json.poof[0].status] ?? 'unclear' }}",
		dueDate: '',
		email: '={{ $json.poof[0].email.toLowerCase() }}',
		payHere: '',
	});
	const fromStripe = (list: 'charges' | 'invoices') => {
		const { object, amount } = {
			charges: { object: '$json.charges[0]', amount: 'amount' },
			invoices: { object: '$json.invoices[0]', amount: 'amount_due' },
		}[list];
		const digits = `(${NO_DIGITS}.test(${object}.currency) ? 0 : ${THREE_DIGITS}.test(${object}.currency) ? 3 : 2)`;
		return {
			system: 'Stripe',
			id: `={{ ${object}.id }}`,
			digits: `={{ ${digits} }}`,
			smallestUnits: `={{ ${object}.${amount} }}`,
			currency: `={{ ${object}.currency.toUpperCase() }}`,
			// Stripe was asked for this address.
			email: `={{ ${HANDOFF}.customer.email }}`,
		};
	};
	const charge = setFields('Stripe Charge', [17, 0.8], {
		...fromStripe('charges'),
		status:
			"={{ $json.charges[0].disputed || $json.charges[0].amount_refunded ? 'unclear' : $json.charges[0].paid ? 'paid' : 'not paid' }}",
		dueDate: '',
		payHere: '',
	});
	const invoice = setFields('Stripe Invoice', [17, 1.8], {
		...fromStripe('invoices'),
		status: "={{ { paid: 'paid', open: 'not paid' }[$json.invoices[0].status] ?? 'unclear' }}",
		dueDate: dayOf('$json.invoices[0].due_date'),
		payHere: "={{ $json.invoices[0].hosted_invoice_url ?? '' }}",
	});
	const major =
		'(Number($json.smallestUnits) / 10 ** Number($json.digits)).toFixed(Number($json.digits))';
	const claimed = `${HANDOFF}.money`;
	const both = setFields(
		'Record and Claim',
		[18, 0.8],
		{
			amount: `={{ $json.amount ?? ${major} }}`,
			claimedStatus: `={{ ${PAID}.test(${claimed}.paymentStatus) ? 'paid' : ${NOT_PAID}.test(${claimed}.paymentStatus) ? 'not paid' : '' }}`,
		},
		true,
	);
	const differs = (what: string, said: string, held: string, differ: string) =>
		`={{ ${said} && ${held} && ${differ} ? '${what}' : '' }}`;
	const comparison = setFields(
		'What Differs',
		[19, 0.8],
		{
			'differs.amount': differs(
				'amount',
				`${claimed}.amount`,
				'$json.amount',
				`Number(${claimed}.amount) !== Number($json.amount)`,
			),
			'differs.currency': differs(
				'currency',
				`${claimed}.currency`,
				'$json.currency',
				`${claimed}.currency !== $json.currency`,
			),
			'differs.dueDate': differs(
				'due date',
				`${claimed}.dueDate`,
				'$json.dueDate',
				`${claimed}.dueDate.slice(0, 10) !== $json.dueDate`,
			),
			'differs.status': differs(
				'status',
				'$json.claimedStatus',
				'$json.status',
				'$json.claimedStatus !== $json.status',
			),
		},
		true,
	);
	const verdict = branch(
		'Compared with the Call',
		[20, 0.8],
		{
			"Somebody Else's": `={{ $json.email !== '' && $json.email !== ${HANDOFF}.customer.email }}`,
			'Unclear Record': { text: '={{ $json.status }}', is: 'unclear' },
			Agrees: "={{ Object.values($json.differs).every((what) => what === '') }}",
		},
		'Differs',
	);
	which.output(2).to(poof).to(both);
	which.output(3).to(charge).to(both);
	which.output(4).to(invoice).to(both);
	both.to(comparison).to(verdict);
	return { which, verdict };
}

export function answerBillingQuestion() {
	const trigger = callTrigger([0, 2]);
	const found = caughtUpTrigger([0, 3]);
	const settings = settingsStep([1, 2], {
		spreadsheetUrl: 'https://docs.google.com/spreadsheets/d/YOUR_SPREADSHEET_ID/edit',
		exceptionsTab: 'Exceptions',
		logTab: 'Log',
		slackChannelId: 'YOUR_SLACK_CHANNEL_ID',
		approvalHours: 8,
		currency: 'USD',
		minimumMatchConfidence: 0.85,
		zendeskGroupId: '',
		otherCalls: 'exception',
	});
	const decide = handoff([2, 2], {
		action: 'fromCall',
		allowedActions: ['billing_question'],
		minimumMatchConfidence: '={{ $json.settings.minimumMatchConfidence }}',
		approvalThreshold: '0',
		approvalCurrency: '={{ $json.settings.currency }}',
	});
	const { claimed, claimParts } = claimSteps(
		[3, 2],
		"$('Settings').first().json.settings.approvalHours + 1",
	);
	const handed = handedOver([7, 2]);
	const { wanted, known, charges, invoices, inStripe, notInStripe } = lookUps();
	const { which, verdict } = comparing();
	const record =
		'{{ $json.id }} in {{ $json.system }}: {{ $json.amount }} {{ $json.currency }}, {{ $json.status }}';
	const due = "{{ $json.dueDate ? ', due ' + $json.dueDate : '' }}";
	const pay =
		"{{ $json.status === 'not paid' && $json.payHere ? ' You can pay securely here: ' + $json.payHere : '' }}";
	const agrees = setFields('Answer: As You Said', [21, 0.4], {
		answer: `=Thank you for your call. Our records show ${record}${due}. That is what you told us.${pay}`,
	});
	const differs = setFields('Answer: Our Record Differs', [21, 1.4], {
		answer: `=Thank you for your call. Our records show ${record}${due}. On the call the {{ Object.values($json.differs).filter(Boolean).join(' and the ') }} sounded different. If you believe our record is wrong, please answer this message and we look into it.${pay}`,
	});
	const person = when(
		'A Person First?',
		[22, 0.9],
		`={{ ${HANDOFF}.route !== 'ready' || ${RECORD}.email === '' }}`,
	);
	const ask = question('Ask Finance in Slack', [23, 1.6], {
		channel: setting('slackChannelId'),
		message: `={{ ('*May this be answered?* ' + $json.answer + '\\n' + ${HANDOFF}.blocks.slackMessage).slice(0, 3000) }}`,
		yes: 'Draft this answer',
		no: 'Decline',
		within: [setting('approvalHours'), 'hours'],
	});
	const decision = decided('Finance Decision', [24, 1.6]);
	const answer =
		"{{ ($('Answer: As You Said').isExecuted ? $('Answer: As You Said') : $('Answer: Our Record Differs')).first().json.answer }}";
	const { first: ticket, create } = ticketSteps([25, 0.6], 'billing_question', {
		subject: `=Billing question: {{ ${REFERENCE} }}`,
		note: `={{ ${HANDOFF}.blocks.zendeskNote }}\n\nDraft of the answer. Send it if it is right:\n\n${answer}`,
	});
	const drafted = setFields('Answer Drafted', [27, 0.2], {
		ended: 'answer drafted',
		detail: `={{ 'Ticket ' + $json.id + '. Differs from the call: ' + (Object.values($('What Differs').first().json.differs).filter(Boolean).join(', ') || 'nothing') + '.' }}`,
		link: `={{ ${ticketLink('$json')} }}`,
		approver:
			"={{ $('Finance Decision').isExecuted ? $('Finance Decision').first().json.data.responder.name : '' }}",
	});
	const noTicket = ending(
		'Ticket Not Made',
		[27, 1.2],
		'ticket not made',
		'Zendesk did not confirm the ticket. Look whether it is there, then answer the customer by hand.',
	);
	const declined = ending(
		'Declined',
		[25, 2],
		'declined',
		'Finance declined in Slack. Decide how the customer is answered.',
	);
	const noDecision = ending(
		'No Decision',
		[25, 2.9],
		'no decision',
		'Nobody decided in Slack in time, or Slack could not be reached. Answer the customer by hand.',
	);
	const notTheirs = ending(
		'Not the Caller’s Record',
		[21, 3.8],
		'not theirs',
		"={{ 'The record ' + $json.id + ' in ' + $json.system + ' belongs to another e-mail address than the caller’s. Find out who called before you say anything.' }}",
	);
	const unclear = ending(
		'Unclear Record',
		[21, 4.7],
		'record unclear',
		"={{ 'The record ' + $json.id + ' in ' + $json.system + ' is refunded, disputed or in a state that needs a look.' }}",
	);
	const nothing = ending(
		'Nothing Found',
		[17, 5.6],
		'not found',
		`={{ 'Neither Poof nor Stripe holds ' + ${REFERENCE} + ' for this caller.' }}`,
	);
	const several = ending(
		'Several Found',
		[17, 6.5],
		'several records',
		"={{ 'More than one record fits: ' + [...$json.poof, ...$json.charges, ...$json.invoices].map(({ id }) => id).join(', ') + '.' }}",
	);
	const noPoof = ending(
		'Poof Out of Reach',
		[12, 8.3],
		'not looked up',
		'Poof could not be asked, so nothing was answered. Look there and in Stripe, then answer by hand.',
	);
	const noStripe = ending(
		'Stripe Out of Reach',
		[15, 7.4],
		'not looked up',
		'Stripe could not be asked, so nothing was answered. Look there and in Poof, then answer by hand.',
	);
	const needsPerson = ending(
		'Needs a Person',
		[8, 9.2],
		'exception',
		"={{ $('DialNexa Handoff').item.json.reasons.map(({ message }) => message).join(' ') }}",
	);
	const notClaimed = ending(
		'Not Claimed',
		[8, 10.1],
		'not claimed',
		'The ledger could not say whether this call was handled before, so nothing was done. Look for the call in the data table and in Zendesk, then decide.',
	);
	const { result, parts } = filingSteps([29, 8], ['answer drafted']);
	const endings = [drafted, noTicket, declined, noDecision, notTheirs, unclear];
	endings.push(nothing, several, noPoof, noStripe, needsPerson, notClaimed);
	return template('Answer a billing question from a DialNexa call in Zendesk', [
		trigger.to(settings).to(decide),
		found.to(settings),
		...claimParts(decide, notClaimed),
		claimed.output(2).to(handed).to(wanted),
		claimed.output(3).to(handed),
		claimed.output(4).to(needsPerson),
		known.output(2).to(noStripe),
		known.output(3).to(noPoof),
		charges.output(1).to(noStripe),
		invoices.output(1).to(noStripe),
		inStripe.to(which),
		notInStripe.to(which),
		which.output(0).to(nothing),
		which.output(1).to(several),
		verdict.output(0).to(notTheirs),
		verdict.output(1).to(unclear),
		verdict.output(2).to(agrees),
		verdict.output(3).to(differs),
		agrees.to(person),
		differs.to(person),
		person.output(0).to(ask).to(decision),
		person.output(1).to(ticket),
		decision.output(0).to(ticket),
		decision.output(1).to(declined),
		decision.output(2).to(noDecision),
		create.output(0).to(drafted),
		create.output(1).to(noTicket),
		...endings.map((end) => end.to(result)),
		...parts,
		about(
			[-2, 0.8],
			660,
			`## Answer a billing question in Zendesk

**For** support and finance teams whose voice agents take billing questions.

**What happens.** A finished call arrives, signed and redacted. The invoice, payment or order it names is looked up in Poof and among the caller's own records in Stripe. Amount, currency, due date and status are compared with what the caller said. One clear record becomes a Zendesk ticket with the answer drafted as an internal note: an agent reads it and sends it. Sensitive calls ask finance in Slack first. No record, several, or somebody else's: a row in the exception sheet.

**Set up**
1. Add your DialNexa, Poof, Stripe, Zendesk, Slack and Google Sheets credentials to the nodes.
2. Give your Slack app its interactivity URL, as n8n's Slack documentation says.
3. Make a spreadsheet with the tabs *Exceptions* and *Log* (they may be empty).
4. Fill in **Settings**. Nothing else needs an edit; the two *Answer* steps hold the wording.
5. Choose an error workflow in the workflow's settings, then publish.`,
		),
		note(
			'Settings Note',
			[1, 3.1],
			[400, 280],
			`### Settings
**spreadsheetUrl, exceptionsTab, logTab** where rows go
**slackChannelId** who decides
**approvalHours** how long Slack waits
**currency** yours, as USD
**minimumMatchConfidence** how sure it must be who called, 0 to 1
**zendeskGroupId** group for tickets, or empty
**otherCalls** exception or leave`,
		),
		note(
			'Look-Up Note',
			[9, -0.4],
			[460, 200],
			'### The record\nPoof is asked by ID or metadata; Stripe only for what belongs to the newest customer with the caller’s e-mail address. What a service does not hold exactly under the reference is not taken.',
		),
		note(
			'Answer Note',
			[21, -0.9],
			[420, 160],
			'### The answer\nEdit the wording here. It is a draft: an agent sends it from Zendesk.',
		),
	]);
}
