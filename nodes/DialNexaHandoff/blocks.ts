import { SHEET_COLUMNS, type Handoff, type SheetRow } from './contract';
import { HTML, PLAIN, sheetCell, SLACK, write, type Writer } from './escape';
import type { Route } from './rules/rule';
import { actionLabel, summaries, type Unwritten } from './summary';

const HEADINGS: Record<Route, string> = {
	ready: 'Ready',
	approval: 'Approval needed',
	exception: 'Review needed',
};

function heading({ route, action, money }: Unwritten, writer: Writer): string {
	const amount = [money.amount, money.currency].filter(Boolean).join(' ');
	const coins = [money.coinAmount, money.coin].filter(Boolean).join(' ');
	const about = [actionLabel(action), action === 'send_payout' ? coins : amount].filter(Boolean);
	return writer.heading(write([`${HEADINGS[route]}: ${about.join(', ')}`], writer));
}

function sheetRow(handoff: Unwritten, summary: string): SheetRow {
	const { customer, references, money, destination, evidence } = handoff;
	const { invoiceNumber, paymentId, order, subscriptionId } = references;
	const about = { invoice: invoiceNumber, payment: paymentId, order, subscription: subscriptionId };
	const cells: SheetRow = {
		Key: handoff.idempotencyKey,
		'Called At': evidence.startedAt,
		Action: handoff.action,
		Urgency: handoff.urgency,
		Reasons: handoff.reasons.map(({ code, message }) => `${code}: ${message}`).join('\n'),
		Summary: summary,
		Customer: customer.name,
		Account: customer.account,
		Email: customer.email,
		Phone: customer.phone,
		Amount: money.amount,
		Currency: money.currency,
		'Coin Amount': money.coinAmount,
		Coin: money.coin,
		Address: money.address,
		About: Object.entries(about)
			.filter(([, reference]) => reference)
			.map(([kind, reference]) => `${kind} ${reference}`)
			.join(', '),
		Record: destination.recordUrl,
		Owner: handoff.owner,
		'Next Step': handoff.nextStep,
		Deadline: handoff.deadline,
		Suppressed: handoff.suppression.flag ? 'yes' : 'no',
		Recording: evidence.recordingUrl,
	};
	return Object.fromEntries(
		SHEET_COLUMNS.map((column) => [column, sheetCell(cells[column])]),
	) as SheetRow;
}

/** The summary and its ready-made forms, so that no workflow has to escape anything. */
export function blocksOf(handoff: Unwritten, length: number): Pick<Handoff, 'summary' | 'blocks'> {
	const { plain, slack, html } = summaries(handoff, length, { slack: SLACK, html: HTML });
	const htmlNote = `${heading(handoff, HTML)}<br>\n${html}`;
	return {
		summary: plain,
		blocks: {
			slackMessage: `${heading(handoff, SLACK)}\n${slack}`,
			sheetRow: sheetRow(handoff, plain),
			hubspotNote: htmlNote,
			zendeskNote: `${heading(handoff, PLAIN)}\n${plain}`,
			html: htmlNote,
		},
	};
}
