// Answer a billing question from a DialNexa call in Zendesk.
import { about, ownStep, section, template } from './canvas.mts';
import {
	callTrigger,
	caughtUpTrigger,
	claimSteps,
	ending,
	entrySection,
	filingSteps,
	handedOver,
	handoff,
	setting,
	settingsNote,
	settingsStep,
} from './call-steps.mts';
import { setFields } from './fields.mts';
import { DIGITS, READING, SEARCHING, stripeCustomers, stripeList } from './lookups.mts';
import { decided, question } from './question.mts';
import { branch, when } from './switches.mts';
import { ticketLink, ticketSteps } from './ticket.mts';

const HANDOFF = "$('Handed Over').first().json";
const WANTED = "$('What to Look For').first().json";
const REFERENCE = `${WANTED}.reference`;
const RECORD = "$('Record and Claim').first().json";
const PAID = ['paid', 'settled', 'succeeded', 'completed'];
const NOT_PAID = [
	...['unpaid', 'not paid', 'open', 'due', 'overdue', 'past due', 'outstanding'],
	...['pending', 'failed', 'declined'],
];
/** What a caller may call the status, and what it means. */
const STATUS_WORDS = JSON.stringify(
	Object.fromEntries([
		...PAID.map((word) => [word, 'paid']),
		...NOT_PAID.map((word) => [word, 'not paid']),
	]),
);

const DIFFERS =
	"{{ Object.values($('What Differs').first().json.differs).filter(Boolean).join(', ') || 'nothing' }}";

const dayOf = (seconds: string) =>
	`={{ ${seconds} ? DateTime.fromSeconds(${seconds}).toUTC().toISODate() : '' }}`;

/** Looks in Poof by the reference, and in Stripe among what belongs to the caller's address. */
function lookUps() {
	const named = setFields(
		'What Was Named',
		[9.5, 1],
		{
			byId: '={{ $json.references.invoiceNumber || $json.references.paymentId }}',
			inMetadata: '={{ $json.references.order || $json.references.subscriptionId }}',
		},
		true,
	);
	const wanted = setFields('What to Look For', [10.5, 1], {
		reference: '={{ $json.byId || $json.inMetadata }}',
		poofFilter: "={{ $json.byId ? 'id' : 'metadata' }}",
		saidStatus: '={{ $json.money.paymentStatus.toLowerCase() }}',
		statusWords: { object: STATUS_WORDS },
	});
	const poof = ownStep(
		'Find in Poof',
		'poof',
		[11.5, 1],
		{
			resource: 'transaction',
			operation: 'search',
			searchBy: '={{ $json.poofFilter }}',
			searchFor: '={{ $json.reference }}',
			returnAll: true,
		},
		SEARCHING,
	);
	const each = setFields(
		'Each in Poof',
		[12.5, 1],
		{
			named: {
				truth: `={{ [$json.id, ...Object.values($json.metadata ?? {})].includes(${REFERENCE}) }}`,
			},
			// What Poof finds by metadata may come without it.
			bare: {
				truth: `={{ ${WANTED}.poofFilter === 'metadata' && ($json.metadata ?? {}).isEmpty() }}`,
			},
		},
		true,
	);
	const customer = stripeCustomers(
		'Find Customer in Stripe',
		[13.5, 1],
		`${HANDOFF}.customer.email`,
	);
	const known = branch(
		'Known in Stripe?',
		[14.5, 0.6],
		{
			Unknown:
				"={{ !$json.error && !($json.data?.length > 0) && !$('Find in Poof').first().json.error }}",
			Known: "={{ $json.data?.length > 0 && !$('Find in Poof').first().json.error }}",
			'Stripe Out of Reach': '={{ Boolean($json.error) }}',
		},
		'Poof Out of Reach',
	);
	const ofCustomer = {
		customer: "={{ $('Find Customer in Stripe').first().json.data[0].id }}",
	};
	// One item comes in, so an error output cannot split the call in two.
	const orEnd = { ...READING, onError: 'continueErrorOutput' } as const;
	const charges = stripeList('Their Charges in Stripe', [15.5, 0.75], 'charges', ofCustomer, orEnd);
	const invoices = stripeList(
		'Their Invoices in Stripe',
		[16.5, 0.75],
		'invoices',
		ofCustomer,
		orEnd,
	);
	const listed = (step: string) => `={{ $('${step}').first().json.data }}`;
	const fromPoof = {
		list: "={{ $('Each in Poof').all().pluck('json').filter((one) => one.id && (one.named || one.bare)) }}",
	};
	const theirs = setFields(
		'What Is Theirs',
		[17.5, 0.75],
		{
			named: `={{ ${REFERENCE} }}`,
			charges: { list: listed('Their Charges in Stripe') },
			invoices: { list: listed('Their Invoices in Stripe') },
		},
		false,
		true,
	);
	const inStripe = setFields(
		'With Stripe',
		[18.5, 0.75],
		{
			digits: { object: DIGITS },
			poof: fromPoof,
			charges: {
				list: '={{ $json.charges.filter((one) => [one.id, one.payment_intent, one.metadata.order].includes($json.named)) }}',
			},
			invoices: {
				list: '={{ $json.invoices.filter((i) => [i.id, i.number, i.parent?.subscription_details?.subscription].includes($json.named)) }}',
			},
		},
		false,
		true,
	);
	const notInStripe = setFields(
		'Without Stripe',
		[17.5, -0.6],
		{ poof: fromPoof, charges: { list: '[]' }, invoices: { list: '[]' } },
		false,
		true,
	);
	named.to(wanted).to(poof).to(each).to(customer).to(known);
	known.output(0).to(notInStripe);
	known.output(1).to(charges);
	charges.output(0).to(invoices);
	invoices.output(0).to(theirs).to(inStripe);
	return { named, known, charges, invoices, inStripe, notInStripe };
}

const FOUND = '$json.poof.length + $json.charges.length + $json.invoices.length';
const ONE = `={{ ${FOUND} === 1 }}`;

/** Makes one form of whichever single record was found, and compares it with what the caller said. */
function comparing() {
	const which = branch(
		'Which Record',
		[19.5, 0.4],
		{
			Poof: [ONE, '={{ $json.poof.length === 1 }}'],
			Charge: [ONE, '={{ $json.charges.length === 1 }}'],
			Invoice: [ONE, '={{ $json.invoices.length === 1 }}'],
			None: `={{ ${FOUND} === 0 }}`,
		},
		'Several',
	);
	const poof = setFields('Poof Transaction', [20.5, -0.2], {
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
		return {
			system: 'Stripe',
			id: `={{ ${object}.id }}`,
			digits: `={{ $json.digits[${object}.currency] ?? 2 }}`,
			smallestUnits: `={{ ${object}.${amount} }}`,
			currency: `={{ ${object}.currency.toUpperCase() }}`,
			// Stripe was asked for this address.
			email: `={{ ${HANDOFF}.customer.email }}`,
		};
	};
	const charge = setFields('Stripe Charge', [20.5, 0.8], {
		...fromStripe('charges'),
		troubled: {
			truth: '={{ Boolean($json.charges[0].disputed || $json.charges[0].amount_refunded) }}',
		},
		status: "={{ $json.charges[0].paid ? 'paid' : 'not paid' }}",
		dueDate: '',
		payHere: '',
	});
	const invoice = setFields('Stripe Invoice', [20.5, 1.8], {
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
		[21.5, 0.8],
		{
			amount: `={{ $json.amount ?? ${major} }}`,
			status: "={{ $json.troubled ? 'unclear' : $json.status }}",
			'said.amount': `={{ ${claimed}.amount }}`,
			'said.currency': `={{ ${claimed}.currency }}`,
			'said.dueDate': `={{ ${claimed}.dueDate.slice(0, 10) }}`,
			'said.status': `={{ ${WANTED}.statusWords[${WANTED}.saidStatus] ?? '' }}`,
		},
		true,
	);
	const differs = (
		what: string,
		field: string,
		differ = `$json.said.${field} !== $json.${field}`,
	) => `={{ $json.said.${field} && $json.${field} && ${differ} ? '${what}' : '' }}`;
	const comparison = setFields(
		'What Differs',
		[22.5, 0.8],
		{
			'differs.amount': differs(
				'amount',
				'amount',
				'Number($json.said.amount) !== Number($json.amount)',
			),
			'differs.currency': differs('currency', 'currency'),
			'differs.dueDate': differs('due date', 'dueDate'),
			'differs.status': differs('status', 'status'),
		},
		true,
	);
	const theirs = `={{ ['', ${HANDOFF}.customer.email].includes($json.email) }}`;
	const tellable = [theirs, "={{ $json.status !== 'unclear' }}"];
	const verdict = branch(
		'Compared with the Call',
		[23.5, 0.62],
		{
			Agrees: [...tellable, "={{ Object.values($json.differs).every((what) => what === '') }}"],
			Differs: tellable,
			'Unclear Record': theirs,
		},
		"Somebody Else's",
	);
	which.output(0).to(poof).to(both);
	which.output(1).to(charge).to(both);
	which.output(2).to(invoice).to(both);
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
	const { claimed, needsPerson, notClaimed, claimParts } = claimSteps([2, 2], {
		hoursUntilDue: "$('Settings').first().json.settings.approvalHours + 1",
		notClaimed:
			'nothing was done. Look for the call in the data table and in Zendesk, then decide.',
		below: 10.4,
	});
	const handed = handedOver([8.5, 1]);
	const { named, known, charges, invoices, inStripe, notInStripe } = lookUps();
	const { which, verdict } = comparing();
	const record =
		'{{ $json.id }} in {{ $json.system }}: {{ $json.amount }} {{ $json.currency }}, {{ $json.status }}';
	const due = "{{ $json.dueDate ? ', due ' + $json.dueDate : '' }}";
	const pay =
		"{{ $json.status === 'not paid' && $json.payHere ? ' You can pay securely here: ' + $json.payHere : '' }}";
	const agrees = setFields('Answer: As You Said', [24.5, 0.2], {
		answer: `=Thank you for your call. Our records show ${record}${due}. That is what you told us.${pay}`,
	});
	const differs = setFields('Answer: Our Record Differs', [24.5, 1.2], {
		answer: `=Thank you for your call. Our records show ${record}${due}. On the call the {{ Object.values($json.differs).filter(Boolean).join(' and the ') }} sounded different. If you believe our record is wrong, please answer this message and we look into it.${pay}`,
	});
	const theAnswer = setFields('The Answer', [25.5, 0.4], { answer: '={{ $json.answer }}' });
	const clear = when(
		'Clear Enough?',
		[26.5, 0.4],
		[{ text: `={{ ${HANDOFF}.route }}`, is: 'ready' }, `={{ ${RECORD}.email !== '' }}`],
	);
	const ask = question('Ask Finance in Slack', [27.5, 1.4], {
		channel: setting('slackChannelId'),
		// Slack refuses a section above 3,000 characters.
		message: `=*May this be answered?* {{ ($json.answer + '\\n' + ${HANDOFF}.blocks.slackMessage).slice(0, 2900) }}`,
		yes: 'Draft this answer',
		no: 'Decline',
		within: [setting('approvalHours'), 'hours'],
	});
	const decision = decided('Finance Decision', [28.5, 1.3]);
	const { first: ticket, create } = ticketSteps([30.5, 0], 'billing_question', {
		subject: `=Billing question: {{ ${REFERENCE} }}`,
		note: `={{ ${HANDOFF}.blocks.zendeskNote }}\n\nDraft of the answer. Send it if it is right:\n\n{{ $('The Answer').first().json.answer }}`,
	});
	const drafted = setFields('Answer Drafted', [32.5, -0.4], {
		ended: 'answer drafted',
		detail: `=Ticket {{ $json.id }}. Differs from the call: ${DIFFERS}.`,
		link: `={{ ${ticketLink('$json')} }}`,
		approver:
			"={{ $('Finance Decision').isExecuted ? $('Finance Decision').first().json.data.responder.name : '' }}",
	});
	const noTicket = ending(
		'Ticket Not Made',
		[32.5, 0.8],
		'ticket not made',
		'Zendesk did not confirm the ticket. Look whether it is there, then answer the customer by hand.',
	);
	const declined = ending(
		'Declined',
		[29.5, 2],
		'declined',
		'Finance declined in Slack. Decide how the customer is answered.',
	);
	const noDecision = ending(
		'No Decision',
		[29.5, 3],
		'no decision',
		'Nobody decided in Slack in time, or Slack could not be reached. Answer the customer by hand.',
	);
	const notTheirs = ending(
		'Not the Caller’s Record',
		[24.5, 5],
		'not theirs',
		'=The record {{ $json.id }} in {{ $json.system }} belongs to another e-mail address than the caller’s. Find out who called before you say anything.',
	);
	const unclear = ending(
		'Unclear Record',
		[24.5, 4],
		'record unclear',
		'=The record {{ $json.id }} in {{ $json.system }} is refunded, disputed or in a state that needs a look.',
	);
	const nothing = ending(
		'Nothing Found',
		[20.5, 6],
		'not found',
		`=Neither Poof nor Stripe holds {{ ${REFERENCE} }} for this caller.`,
	);
	const several = ending(
		'Several Found',
		[20.5, 7],
		'several records',
		"=More than one record fits: {{ [...$json.poof, ...$json.charges, ...$json.invoices].pluck('id').join(', ') }}.",
	);
	const noPoof = ending(
		'Poof Out of Reach',
		[15.5, 8.8],
		'not looked up',
		'Poof could not be asked, so nothing was answered. Look there and in Stripe, then answer by hand.',
	);
	const noStripe = ending(
		'Stripe Out of Reach',
		[17.5, 7.8],
		'not looked up',
		'Stripe could not be asked, so nothing was answered. Look there and in Poof, then answer by hand.',
	);
	const { result, parts } = filingSteps([34.5, 11.9], ['answer drafted']);
	const endings = [drafted, noTicket, declined, noDecision, notTheirs, unclear];
	endings.push(nothing, several, noPoof, noStripe, needsPerson, notClaimed);
	return template('Answer a billing question from a DialNexa call in Zendesk', [
		trigger.to(settings).to(decide),
		found.to(settings),
		...claimParts(decide),
		claimed.output(1).to(handed).to(named),
		claimed.output(2).to(handed),
		claimed.output(3).to(needsPerson),
		known.output(2).to(noStripe),
		known.output(3).to(noPoof),
		charges.output(1).to(noStripe),
		invoices.output(1).to(noStripe),
		inStripe.to(which),
		notInStripe.to(which),
		which.output(3).to(nothing),
		which.output(4).to(several),
		verdict.output(0).to(agrees),
		verdict.output(1).to(differs),
		verdict.output(2).to(unclear),
		verdict.output(3).to(notTheirs),
		agrees.to(theAnswer).to(clear),
		differs.to(theAnswer),
		clear.output(0).to(ticket),
		clear.output(1).to(ask).to(decision),
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
		settingsNote(
			280,
			`**spreadsheetUrl, exceptionsTab, logTab** where rows go
**slackChannelId** who decides
**approvalHours** how long Slack waits
**currency** yours, as USD
**minimumMatchConfidence** how sure it must be who called, 0 to 1
**zendeskGroupId** group for tickets, or empty
**otherCalls** exception or leave`,
		),
		entrySection(),
		section(
			'Look-Up Note',
			[8.5, 0.8],
			[6.9, 1.5],
			'### Look for the record\nPoof is asked by ID or metadata; Stripe only for what belongs to the newest customer with the caller’s e-mail address. What a service does not hold exactly under the reference is not taken.',
		),
		section(
			'Stripe',
			[15.5, -0.6],
			[4, 2.4],
			'### What is theirs in Stripe\nOf the customer’s charges and invoices only those under the reference.',
		),
		section('Out of Reach', [15.5, 7.8], [3, 2], '### Not looked up\nA service did not answer.'),
		section(
			'Record',
			[19.5, -0.2],
			[5, 3],
			'### Compare it with the call\nWhichever system holds the record, it becomes amount, currency, due date and status; what the caller said stands beside it.',
		),
		section('Not One', [20.5, 6], [1, 2], '### Not one record\nA person looks.'),
		section('Not Sure', [24.5, 4], [1, 2], '### Not to be told\nA person looks.'),
		section(
			'Answer Note',
			[24.5, 0.2],
			[2, 2],
			'### The answer\nEdit the wording here. It is a draft: an agent sends it from Zendesk.',
		),
		section(
			'Approval',
			[26.5, 0.1],
			[4, 3.9],
			'### A person first?\nSensitive calls, and records without an address, ask finance in Slack. Declined, or not decided in time: a row in the exception sheet.',
		),
		section(
			'Zendesk',
			[30.5, -0.4],
			[3, 2.2],
			'### A draft in Zendesk\nThe ticket carries the answer as an internal note; Zendesk tells the customer nothing.',
		),
	]);
}
