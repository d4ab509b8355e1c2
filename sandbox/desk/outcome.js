/** Where the call left a trace: whatever holds its ID, in the order in which things are decided. */
export function outcomesOf(callId, state) {
	const names = (value) => JSON.stringify(value).includes(callId);
	const answered = state.dialnexa.deliveries.filter((delivery) => delivery.callId === callId);
	const refused = answered.filter(({ status }) => status === 401 || status === 403);
	const unanswered = answered.filter(({ status }) => status === null);
	const messages = state.slack.messages.filter(names);
	const mails = state.gmail.messages.filter(names);
	const rows = state.sheets.spreadsheets.flatMap(({ tabs }) =>
		tabs.flatMap((tab) => tab.rows.filter(names).map(() => tab.title)),
	);
	const payments = state.poof.transactions.filter(({ metadata }) => names(metadata));
	return [
		...refused.map(({ status }) => ({ tone: 'bad', text: `Refused with ${status}` })),
		...unanswered.map(() => ({ tone: 'wait', text: 'Not answered yet' })),
		...messages.map((message) => messageOutcome(message)),
		...payments.map((payment) => ({
			tone: 'good',
			text: payment.kind === 'payout' ? `Payout ${coins(payment)}` : `Invoice ${fiat(payment)}`,
			href: `#payment-${payment.id}`,
		})),
		...mails.map(({ id, to }) => ({
			tone: 'good',
			text: `Mail to ${to.join(', ')}`,
			href: `#mail-${id}`,
		})),
		...rows.map((tab) => ({ tone: 'review', text: `Row in ${tab}`, href: '#sheets' })),
	];
}

function messageOutcome(message) {
	const href = `#message-${message.ts}`;
	if (message.undecided) return { tone: 'wait', text: 'Waits for a person in Slack', href };
	const click = message.clicks.at(-1);
	if (!click) return { tone: 'review', text: 'Told in Slack', href };
	return click.decision === 'approve'
		? { tone: 'good', text: 'Approved in Slack', href }
		: { tone: 'bad', text: 'Declined in Slack', href };
}

export function fiat({ amount, currency }) {
	return `${amount} ${currency.toUpperCase()}`;
}

export function coins({ due, paymentMethod }) {
	return `${due} ${paymentMethod}`;
}
