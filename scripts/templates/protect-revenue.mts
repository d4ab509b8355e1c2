// Protect revenue: escalate payment blockers and failed renewals.
import { about, section, step, template, type Place } from './canvas.mts';
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
import { DIGITS, hubspotOwners, hubspotSearch, stripeCustomers, stripeList } from './lookups.mts';
import { question } from './question.mts';
import { branch, when } from './switches.mts';

const HANDOFF = "$('Handed Over').first().json";
const SETTINGS = "$('Settings').first().json.settings";
const CONTACT = "$('Contact in HubSpot').first().json";
const ALERT = "$('Alert').first().json.text";
/** What is no letter of Slack's markup. */
const plain = (expression: string) => `(${expression}).replace(/[<>&]/g, ' ')`;

/** HubSpot: who owns the customer, and the renewal that closes last. */
function hubspotContext() {
	const customer = `${HANDOFF}.customer`;
	const contact = hubspotSearch(
		'Contact in HubSpot',
		[10.5, 1],
		'contact',
		{
			propertyName: `={{ ${customer}.email ? 'email|string' : 'phone|string' }}`,
			value: `={{ ${customer}.email || ${customer}.phone || 'none' }}`,
		},
		['email', 'firstname', 'lastname', 'company', 'hubspot_owner_id'],
		'createdate',
	);
	const deal = hubspotSearch(
		'Renewal in HubSpot',
		[11.5, 1],
		'deal',
		{ propertyName: 'associations.contact', value: "={{ $json.id ?? '0' }}" },
		['dealname', 'amount', 'closedate', 'hubspot_owner_id'],
		'closedate',
	);
	const both = setFields(
		'In HubSpot',
		[12.5, 1],
		{
			ownerId: `={{ $json.properties?.hubspot_owner_id ?? ${CONTACT}.properties?.hubspot_owner_id ?? '' }}`,
			record: `={{ ${CONTACT}.url ?? '' }}`,
			contact: `={{ ${CONTACT}.id ? 'known' : 'does not know the customer' }}`,
			failed: { truth: `={{ Boolean(${CONTACT}.error || $json.error) }}` },
			dealKnown: { truth: '={{ Boolean($json.id) }}' },
			deal: [
				"={{ $json.properties?.dealname ?? '' }}, {{ $json.properties?.amount ?? 'no amount' }}",
				", closes {{ ($json.properties?.closedate ?? '').slice(0, 10) }}",
			].join(''),
		},
		false,
		true,
	);
	const KNOWN = "$('In HubSpot').first().json";
	const owners = hubspotOwners('Owners in HubSpot', [13.5, 1]);
	const says = setFields(
		'HubSpot Says',
		[14.5, 1],
		{
			owner: {
				object: `={{ ($json.results ?? []).find(({ id }) => id === ${KNOWN}.ownerId) ?? {} }}`,
			},
			renewal: `={{ ${KNOWN}.dealKnown ? ${KNOWN}.deal : 'none found' }}`,
			record: `={{ ${KNOWN}.record }}`,
			state: `={{ $json.error || ${KNOWN}.failed ? 'could not be asked' : ${KNOWN}.contact }}`,
		},
		false,
		true,
	);
	const named = setFields('Owner by Name', [15.5, 1], {
		owner:
			"={{ $json.owner.id ? $json.owner.firstName + ' ' + $json.owner.lastName + ', ' + $json.owner.email : 'not known' }}",
	});
	contact.to(deal).to(both).to(owners).to(says).to(named);
	return { contact, named };
}

/** Stripe: what is past due, and what was charged twice within a day. */
function stripeContext() {
	const customer = stripeCustomers('Customer in Stripe', [16.5, 1], `${HANDOFF}.customer.email`);
	const known = when('In Stripe?', [17.5, 1], '={{ $json.data?.length > 0 }}');
	const id = "={{ $('Customer in Stripe').first().json.data[0].id }}";
	const pastDue = stripeList('Subscriptions Past Due', [18.5, 0.5], 'subscriptions', {
		customer: id,
		status: 'past_due',
		'expand[]': 'data.latest_invoice',
	});
	const due = setFields(
		'What Is Past Due',
		[19.5, 0.5],
		{
			pastDue: { list: '={{ $json.data ?? [] }}' },
			missing: "={{ $json.error ? '; subscriptions could not be asked for' : '' }}",
		},
		false,
		true,
	);
	const charges = stripeList('Charges in Stripe', [20.5, 0.5], 'charges', { customer: id });
	const first = "$('What Is Past Due').first().json";
	const holds = setFields(
		'What Stripe Holds',
		[21.5, 0.5],
		{
			digits: { object: DIGITS },
			pastDue: { list: `={{ ${first}.pastDue }}` },
			paid: {
				list: '={{ ($json.data ?? []).filter((charge) => charge.paid && !charge.refunded) }}',
			},
			missing: `={{ ${first}.missing || ($json.error ? '; charges could not be asked for' : '') }}`,
			customers: "={{ $('Customer in Stripe').first().json.data.length }}",
		},
		false,
		true,
	);
	const HOLDS = "$('What Stripe Holds').first().json";
	const each = split('Each Charge', [22.5, 0.5], 'paid');
	const same = setFields(
		'Others of the Amount',
		[23.5, 0.5],
		{
			others: {
				list: `={{ ${HOLDS}.paid.filter(({ id, amount }) => amount === $json.amount && id !== $json.id) }}`,
			},
		},
		true,
	);
	const twice = setFields(
		'Charged Twice?',
		[24.5, 0.5],
		{
			twice: {
				truth:
					'={{ $json.others.some((one) => one.currency === $json.currency && Math.abs(one.created - $json.created) < 86400) }}',
			},
		},
		true,
	);
	const both = setFields(
		'Past Due or Charged Twice',
		[25.5, 0.5],
		{
			findings: {
				list: `={{ [...${HOLDS}.pastDue, ...$input.all().pluck('json').filter(({ twice }) => twice)] }}`,
			},
		},
		false,
		true,
	);
	const finding = split('Each Finding', [26.5, 0.5], 'findings');
	const what = setFields('What It Is', [27.5, 0.5], {
		id: "={{ $json.id ?? '' }}",
		what: "={{ $json.id }} {{ $json.latest_invoice ? 'past due, invoice ' + $json.latest_invoice.id : 'charged twice' }}",
		amount: '={{ $json.latest_invoice ? $json.latest_invoice.amount_remaining : $json.amount }}',
		currency: "={{ ($json.latest_invoice ?? $json).currency ?? '' }}",
		digits: `={{ ${HOLDS}.digits[($json.latest_invoice ?? $json).currency] ?? 2 }}`,
	});
	const inWords = setFields('Finding in Words', [28.5, 0.5], {
		id: '={{ $json.id }}',
		text: '={{ $json.what }}: {{ ($json.amount / 10 ** $json.digits).toFixed($json.digits) }} {{ $json.currency.toUpperCase() }}',
	});
	const says = setFields(
		'Stripe Says',
		[29.5, 0.5],
		{
			// Without findings one item without an ID comes in.
			stripe: "={{ $input.all().pluck('json').filter(({ id }) => id).pluck('text').join('; ') }}",
			missing: `={{ ${HOLDS}.missing }}`,
			customers: `={{ ${HOLDS}.customers }}`,
		},
		false,
		true,
	);
	const unknown = setFields('Stripe Knows Nothing', [29.5, 1.9], {
		stripe: "={{ $json.error ? 'could not be asked' : 'does not know the customer' }}",
		missing: '',
		customers: '0',
	});
	customer.to(known);
	known.output(0).to(pastDue).to(due).to(charges).to(holds).to(each).to(same).to(twice).to(both);
	both.to(finding).to(what).to(inWords).to(says);
	known.output(1).to(unknown);
	return { customer, says, unknown };
}

/** One item for each entry of a list; an empty item when there is none, so that the workflow goes on. */
const split = (name: string, at: Place, list: string) =>
	step(name, 'splitOut', 1, at, { fieldToSplitOut: list, options: {} }, { alwaysOutputData: true });

export function protectRevenue() {
	const trigger = callTrigger([0, 2]);
	const found = caughtUpTrigger([0, 3]);
	const settings = settingsStep([1, 2], {
		spreadsheetUrl: 'https://docs.google.com/spreadsheets/d/YOUR_SPREADSHEET_ID/edit',
		exceptionsTab: 'Exceptions',
		logTab: 'Log',
		slackChannelId: 'YOUR_SLACK_CHANNEL_ID',
		urgentChannelId: 'YOUR_URGENT_SLACK_CHANNEL_ID',
		escalationChannelId: 'YOUR_ESCALATION_SLACK_CHANNEL_ID',
		reactMinutes: 15,
		currency: 'USD',
		minimumMatchConfidence: 0.85,
		otherCalls: 'exception',
	});
	const decide = handoff([2, 2], {
		action: 'fromCall',
		allowedActions: ['payment_blocker', 'failed_renewal', 'duplicate_charge', 'collections'],
		minimumMatchConfidence: '={{ $json.settings.minimumMatchConfidence }}',
		approvalThreshold: '0',
		approvalCurrency: '={{ $json.settings.currency }}',
	});
	const { claimed, needsPerson, notClaimed, claimParts } = claimSteps([2, 2], {
		hoursUntilDue: "$('Settings').first().json.settings.reactMinutes / 30 + 1",
		notClaimed:
			'nobody was told in Slack. Look for the call in the data table and in Slack, then call the customer back.',
		below: 7.5,
		exceptionAt: [9.5, 4],
	});
	const urgent = when(
		'Urgent All the Same?',
		[8.5, 3],
		[
			"={{ $('DialNexa Handoff').item.json.action !== 'unknown' }}",
			"={{ !$('DialNexa Handoff').item.json.reasons.pluck('code').includes('action_not_handled') }}",
		],
	);
	const handed = handedOver([9.5, 1]);
	const { contact, named } = hubspotContext();
	const { customer, says: stripeSays, unknown } = stripeContext();
	const hubspot = "$('HubSpot Says').first().json";
	const stripe = [
		"{{ $json.stripe || 'nothing past due, nothing charged twice' }}{{ $json.missing }}",
		"{{ $json.customers > 1 ? '; the newest of ' + $json.customers + ' customers with this address' : '' }}",
	].join('');
	const alert = setFields(
		'Alert',
		[30.5, 1],
		{
			stripe: `=${stripe}`,
			text: [
				`=*Owner* {{ ${plain("$('Owner by Name').first().json.owner")} }}`,
				`*HubSpot* {{ ${hubspot}.state }} {{ ${hubspot}.record ? '<' + ${hubspot}.record + '|record>' : '' }}`,
				`*Renewal* {{ ${plain(`${hubspot}.renewal`)} }}`,
				`*Stripe* ${stripe}`,
				`{{ ${HANDOFF}.blocks.slackMessage }}`,
			].join('\n'),
		},
		false,
		true,
	);
	const ask = question('Alert the Urgent Channel', [31.5, 1], {
		channel: setting('urgentChannelId'),
		message: `=*Urgent: react within {{ ${SETTINGS}.reactMinutes }} minutes*\n{{ ${ALERT}.slice(0, 2900) }}`,
		yes: 'I take it',
		within: [setting('reactMinutes'), 'minutes'],
	});
	const took = when('Somebody Took It?', [32.5, 1], '={{ $json.data?.approved === true }}');
	const escalate = question('Escalate', [33.5, 1.6], {
		channel: setting('escalationChannelId'),
		message: `=*Escalation: nobody has taken this yet*\n{{ ${ALERT}.slice(0, 2900) }}`,
		yes: 'I take it',
		within: [setting('reactMinutes'), 'minutes'],
	});
	const answered = branch(
		'Taken Now?',
		[34.5, 1.5],
		{
			Taken: '={{ $json.data?.approved === true }}',
			'Slack Out of Reach': '={{ Boolean($json.error) }}',
		},
		'Nobody',
	);
	const by = (name: string, at: [number, number], ended: string, when: string) =>
		setFields(name, at, {
			ended,
			detail: `=Taken in Slack${when} by {{ $json.data.responder.name }}. Stripe {{ $('Alert').first().json.stripe }}`,
			approver: '={{ $json.data.responder.name }}',
			link: `={{ ${hubspot}.record }}`,
		});
	const taken = by('Taken', [35.5, 0.2], 'taken', '');
	const takenLate = by(
		'Taken After Escalation',
		[35.5, 1.3],
		'taken after escalation',
		' after escalation',
	);
	const noSlack = ending(
		'Slack Out of Reach',
		[35.5, 2.3],
		'nobody told',
		'Slack could not be reached, so nobody knows of this yet. Call the customer back now.',
	);
	const nobody = ending(
		'Nobody Reacted',
		[35.5, 3.3],
		'nobody reacted',
		'Nobody took it in either channel in time. Call the customer back now.',
	);
	const { result, parts } = filingSteps([37.5, 4.4], ['taken', 'taken after escalation']);
	const endings = [taken, takenLate, noSlack, nobody, needsPerson, notClaimed];
	return template('Protect revenue: escalate payment blockers and failed renewals', [
		trigger.to(settings).to(decide),
		found.to(settings),
		...claimParts(decide),
		claimed.output(1).to(handed).to(contact),
		claimed.output(2).to(handed),
		claimed.output(3).to(urgent),
		urgent.output(0).to(handed),
		urgent.output(1).to(needsPerson),
		named.to(customer),
		stripeSays.to(alert),
		unknown.to(alert),
		alert.to(ask).to(took),
		took.output(0).to(taken),
		took.output(1).to(escalate).to(answered),
		answered.output(0).to(takenLate),
		answered.output(1).to(noSlack),
		answered.output(2).to(nobody),
		...endings.map((end) => end.to(result)),
		...parts,
		about(
			[-2, 0.8],
			660,
			`## Protect revenue

**For** revenue, finance and account teams whose voice agents hear of trouble first.

**What happens.** A call about a blocked payment, a failed renewal, a duplicate charge or collections goes straight to a person. Owner and renewal are looked up in HubSpot, past-due subscriptions and double charges in Stripe. One urgent message in Slack tells impact, owner and evidence. Somebody presses *I take it*; when nobody does in time, a second channel is asked, and then the call stands in the exception sheet. A look-up that fails is named in the message and stops nothing.

**Set up**
1. Add your DialNexa, HubSpot, Stripe, Slack and Google Sheets credentials to the nodes.
2. Give your Slack app its interactivity URL, as n8n's Slack documentation says.
3. Make a spreadsheet with the tabs *Exceptions* and *Log* (they may be empty).
4. Fill in **Settings**. Nothing else needs an edit.
5. Choose an error workflow in the workflow's settings, then publish.`,
		),
		settingsNote(
			300,
			`**spreadsheetUrl, exceptionsTab, logTab** where rows go
**urgentChannelId** who reacts first
**escalationChannelId** a channel, or a person's ID
**reactMinutes** how long each has
**slackChannelId** told when the sheet is out of reach
**currency, minimumMatchConfidence** as USD; 0 to 1
**otherCalls** exception or leave`,
		),
		entrySection(),
		section('Urgent', [8.5, 3], [1, 1], '### Urgent?'),
		section('Not Urgent', [9.5, 4], [1, 1], '### A person looks'),
		section(
			'Context Note',
			[9.5, 1],
			[7, 1],
			'### Context, not a condition\nTrouble is trouble, also when it is unclear who called. Who owns the customer, and which renewal closes next? What HubSpot does not answer is named in the message. The person who reacts knows what is missing.',
		),
		section(
			'Stripe',
			[16.5, 0.5],
			[6, 1.7],
			'### What Stripe holds\nSubscriptions that are past due and charges that were paid, of the newest customer with the caller’s e-mail address.',
		),
		section(
			'Charged Twice Note',
			[22.5, 0.5],
			[8, 2.4],
			'### Past due, or charged twice\nTwo paid charges of the same amount within a day count as charged twice. Each finding becomes words, with the amount in the currency’s own digits.',
		),
		section(
			'Urgent Message',
			[30.5, 0.2],
			[6, 4.1],
			'### Somebody takes it\nOne message tells impact, owner and evidence. When nobody presses *I take it* in time, a second channel is asked. Then the call stands in the exception sheet.',
		),
	]);
}
