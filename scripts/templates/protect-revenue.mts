// Protect revenue: escalate payment blockers and failed renewals.
import { about, note, template } from './canvas.mts';
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
import { hubspotOwners, hubspotSearch, stripeCustomers, stripeList } from './lookups.mts';
import { question } from './question.mts';
import { branch, when } from './switches.mts';

const HANDOFF = "$('Handed Over').first().json";
const SETTINGS = "$('Settings').first().json.settings";
const CONTACT = "$('Contact in HubSpot').first().json";
const DEAL = "$('Renewal in HubSpot').first().json";
const ALERT = "$('Alert').first().json.text";
/** What is no letter of Slack's markup. */
const plain = (expression: string) => `(${expression}).replace(/[<>&]/g, ' ')`;

/** HubSpot: who owns the customer, and the renewal that closes last. */
function hubspotContext() {
	const customer = `${HANDOFF}.customer`;
	const contact = hubspotSearch(
		'Contact in HubSpot',
		[9, 1],
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
		[10, 1],
		'deal',
		{ propertyName: 'associations.contact', value: "={{ $json.id ?? '0' }}" },
		['dealname', 'amount', 'closedate', 'hubspot_owner_id'],
		'closedate',
	);
	const owners = hubspotOwners('Owners in HubSpot', [11, 1]);
	const ownerId = `(${DEAL}.properties?.hubspot_owner_id ?? ${CONTACT}.properties?.hubspot_owner_id)`;
	const renewal = `${DEAL}.properties`;
	const says = setObjects('HubSpot Says', [12, 1], {
		owner: `($json.results ?? []).find(({ id }) => id === ${ownerId}) ?? {}`,
		renewal: `${DEAL}.id ? ${renewal}.dealname + ', ' + (${renewal}.amount ?? 'no amount') + ', closes ' + (${renewal}.closedate ?? '').slice(0, 10) : 'none found'`,
		record: `${CONTACT}.url ?? ''`,
		state: `[${CONTACT}, ${DEAL}, $json].some(({ error }) => error) ? 'could not be asked' : ${CONTACT}.id ? 'known' : 'does not know the customer'`,
	});
	contact.to(deal).to(owners).to(says);
	return { contact, says };
}

/** Digits after the point where they are not two: Stripe counts in the smallest unit (docs.stripe.com/currencies). */
const DIGITS = Object.fromEntries([
	...'bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf'
		.split(' ')
		.map((code) => [code, 0]),
	...'bhd jod kwd omr tnd'.split(' ').map((code) => [code, 3]),
]);

/** Stripe: what is past due, and what was charged twice within a day. */
function stripeContext() {
	const customer = stripeCustomers('Customer in Stripe', [13, 1], `${HANDOFF}.customer.email`);
	const known = when('In Stripe?', [14, 1], '={{ $json.data?.length > 0 }}');
	const id = "={{ $('Customer in Stripe').first().json.data[0].id }}";
	const pastDue = stripeList('Subscriptions Past Due', [15, 0.5], 'subscriptions', {
		customer: id,
		status: 'past_due',
		'expand[]': 'data.latest_invoice',
	});
	const charges = stripeList('Charges in Stripe', [17, 0.5], 'charges', { customer: id });
	const due = setObjects('What Is Past Due', [16, 0.5], {
		pastDue: '$json.data ?? []',
		missing: "$json.error ? 'subscriptions could not be asked for' : ''",
	});
	const first = "$('What Is Past Due').first().json";
	const holds = setObjects('What Stripe Holds', [18, 0.5], {
		digits: JSON.stringify(DIGITS),
		pastDue: `${first}.pastDue`,
		paid: '($json.data ?? []).filter((charge) => charge.paid && !charge.refunded)',
		missing: `${first}.missing || ($json.error ? 'charges could not be asked for' : '')`,
		namesakes: "$('Customer in Stripe').first().json.data.length - 1",
	});
	const same =
		'one.id !== other.id && one.amount === other.amount && one.currency === other.currency && Math.abs(one.created - other.created) < 86400';
	const twice = setObjects('Past Due or Charged Twice', [19, 0.5], {
		digits: '$json.digits',
		pastDue:
			'$json.pastDue.map(({ id, latest_invoice }) => ({ id, what: id + " past due, invoice " + latest_invoice.id, amount: latest_invoice.amount_remaining, currency: latest_invoice.currency }))',
		twice: `$json.paid.filter((one) => $json.paid.some((other) => ${same})).map(({ id, amount, currency }) => ({ id, what: id + ' charged twice', amount, currency }))`,
		missing: '$json.missing',
		namesakes: '$json.namesakes',
	});
	const digits = '($json.digits[currency] ?? 2)';
	const says = setFields('Stripe Says', [20, 0.5], {
		stripe: `={{ [...$json.pastDue, ...$json.twice].map(({ what, amount, currency }) => what + ': ' + (amount / 10 ** ${digits}).toFixed(${digits}) + ' ' + currency.toUpperCase()).join('; ') || 'nothing past due, nothing charged twice' }}`,
		missing: "={{ $json.missing ? '; ' + $json.missing : '' }}",
		namesakes:
			"={{ $json.namesakes ? '; the newest of ' + ($json.namesakes + 1) + ' customers with this address' : '' }}",
	});
	const unknown = setFields('Stripe Knows Nothing', [20, 1.5], {
		stripe: "={{ $json.error ? 'could not be asked' : 'does not know the customer' }}",
		missing: '',
		namesakes: '',
	});
	customer.to(known);
	known.output(0).to(pastDue).to(due).to(charges).to(holds).to(twice).to(says);
	known.output(1).to(unknown);
	return { customer, says, unknown };
}

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
	const { claimed, claimParts } = claimSteps(
		[3, 2],
		"$('Settings').first().json.settings.reactMinutes / 30 + 1",
	);
	const urgent = when(
		'Urgent All the Same?',
		[7, 2.5],
		`={{ $('DialNexa Handoff').item.json.action !== 'unknown' && !$('DialNexa Handoff').item.json.reasons.some(({ code }) => code === 'action_not_handled') }}`,
	);
	const handed = handedOver([8, 1]);
	const { contact, says: hubspotSays } = hubspotContext();
	const { customer, says: stripeSays, unknown } = stripeContext();
	const hubspot = "$('HubSpot Says').first().json";
	const owner = `${hubspot}.owner`;
	const alert = setFields(
		'Alert',
		[21, 1],
		{
			text: [
				`=*Owner* {{ ${owner}.id ? ${plain(`${owner}.firstName + ' ' + ${owner}.lastName + ', ' + ${owner}.email`)} : 'not known' }}`,
				`*HubSpot* {{ ${hubspot}.state }} {{ ${hubspot}.record ? '<' + ${hubspot}.record + '|record>' : '' }}`,
				`*Renewal* {{ ${plain(`${hubspot}.renewal`)} }}`,
				'*Stripe* {{ $json.stripe }}{{ $json.missing }}{{ $json.namesakes }}',
				`{{ ${HANDOFF}.blocks.slackMessage }}`,
			].join('\n'),
		},
		false,
		true,
	);
	const ask = question('Alert the Urgent Channel', [22, 1], {
		channel: setting('urgentChannelId'),
		message: `={{ ('*Urgent: react within ' + ${SETTINGS}.reactMinutes + ' minutes*\\n' + ${ALERT}).slice(0, 3000) }}`,
		yes: 'I take it',
		within: [setting('reactMinutes'), 'minutes'],
	});
	const took = when('Somebody Took It?', [23, 1], '={{ $json.data?.approved === true }}');
	const escalate = question('Escalate', [24, 1.6], {
		channel: setting('escalationChannelId'),
		message: `={{ ('*Escalation: nobody has taken this yet*\\n' + ${ALERT}).slice(0, 3000) }}`,
		yes: 'I take it',
		within: [setting('reactMinutes'), 'minutes'],
	});
	const answered = branch(
		'Taken Now?',
		[25, 1.6],
		{
			Taken: '={{ $json.data?.approved === true }}',
			'Slack Out of Reach': '={{ Boolean($json.error) }}',
		},
		'Nobody',
	);
	const by = (name: string, at: [number, number], ended: string, when: string) =>
		setFields(name, at, {
			ended,
			detail: `={{ 'Taken in Slack${when} by ' + $json.data.responder.name + '. Stripe ' + $('Alert').first().json.text.split('*Stripe* ')[1].split('\\n')[0] }}`,
			approver: '={{ $json.data.responder.name }}',
			link: `={{ ${hubspot}.record }}`,
		});
	const taken = by('Taken', [26, 0.2], 'taken', '');
	const takenLate = by(
		'Taken After Escalation',
		[26, 1.1],
		'taken after escalation',
		' after escalation',
	);
	const noSlack = ending(
		'Slack Out of Reach',
		[26, 2.1],
		'nobody told',
		'Slack could not be reached, so nobody knows of this yet. Call the customer back now.',
	);
	const nobody = ending(
		'Nobody Reacted',
		[26, 3],
		'nobody reacted',
		'Nobody took it in either channel in time. Call the customer back now.',
	);
	const needsPerson = ending(
		'Needs a Person',
		[10, 3.9],
		'exception',
		"={{ $('DialNexa Handoff').item.json.reasons.map(({ message }) => message).join(' ') }}",
	);
	const notClaimed = ending(
		'Not Claimed',
		[7, 4.8],
		'not claimed',
		'The ledger could not say whether this call was handled before, so nobody was told in Slack. Look for the call in the data table and in Slack, then call the customer back.',
	);
	const { result, parts } = filingSteps([28, 4], ['taken', 'taken after escalation']);
	const endings = [taken, takenLate, noSlack, nobody, needsPerson, notClaimed];
	return template('Protect revenue: escalate payment blockers and failed renewals', [
		trigger.to(settings).to(decide),
		found.to(settings),
		...claimParts(decide, notClaimed),
		claimed.output(2).to(handed).to(contact),
		claimed.output(3).to(handed),
		claimed.output(4).to(urgent),
		urgent.output(0).to(handed),
		urgent.output(1).to(needsPerson),
		hubspotSays.to(customer),
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
		note(
			'Settings Note',
			[1, 3.1],
			[400, 300],
			`### Settings
**spreadsheetUrl, exceptionsTab, logTab** where rows go
**urgentChannelId** who reacts first
**escalationChannelId** a channel, or a person's ID
**reactMinutes** how long each has
**slackChannelId** told when the sheet is out of reach
**currency, minimumMatchConfidence** as USD; 0 to 1
**otherCalls** exception or leave`,
		),
		note(
			'Context Note',
			[9, -0.1],
			[460, 150],
			'### Context, not a condition\nWhat HubSpot or Stripe does not answer is named in the message. The person who reacts knows what is missing.',
		),
	]);
}
