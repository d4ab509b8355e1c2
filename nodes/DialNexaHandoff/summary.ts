import type { Handoff } from './contract';
import { ACTION_TERMS } from './actions';
import { PLAIN, write, type Piece, type Writer } from './escape';
import { excerpt, plainLine, valueOf } from './reading/reading';
import { readEmail } from './reading/text';

/** A Handoff before it has been written for anybody. */
export type Unwritten = Omit<Handoff, 'summary' | 'blocks'>;

interface Line {
	label: string;
	pieces: Piece[];
}

const said = (text: string): Piece[] => (text ? [{ said: text }] : []);
const value = (text: string): Piece[] => (text ? [{ value: plainLine(text) }] : []);
const link = (url: string, label: string): Piece[] =>
	/^https?:\/\//.test(url) ? [{ link: url, label }] : url ? [`${label} `, { said: url }] : [];

/** An owner may be a person, a team or an e-mail address. */
const who = (name: string, room: number) =>
	valueOf(readEmail(name)) ? value(name) : said(excerpt(name, room));

/** The non-empty groups with a separator between them. */
const joined = (separator: string, ...groups: Piece[][]): Piece[] =>
	groups
		.filter((group) => group.length > 0)
		.flatMap((group, index) => (index === 0 ? group : [separator, ...group]));

export const actionLabel = (action: Handoff['action']) =>
	action === 'unknown' ? 'Unclear Request' : ACTION_TERMS[action].label;

const amounts = ({ money }: Unwritten): Piece[] =>
	joined(
		', ',
		money.amount ? [{ value: `${money.amount} ${money.currency}`.trim() }] : [],
		money.coinAmount ? [{ value: `${money.coinAmount} ${money.coin}`.trim() }] : [],
		money.address ? ['to ', { value: money.address }] : [],
		money.dueDate ? ['due ', { value: money.dueDate }] : [],
		money.paymentStatus ? ['status ', { said: money.paymentStatus }] : [],
	);

/** The reasons that decided the route; notes count only when nothing did. */
function decision({ route, reasons, approval }: Unwritten, room: number, most: number): Piece[] {
	const deciding = reasons.filter((reason) => reason.route === route);
	const shown = deciding.slice(0, most).map(({ message }) => said(excerpt(message, room)));
	const more = deciding.length - shown.length;
	const head = {
		ready: 'Ready.',
		approval: approval.people > 1 ? 'Two people have to approve.' : 'Needs approval.',
		exception: 'Needs review.',
	}[route];
	return joined(' ', [head], ...shown, more > 0 ? [`And ${more} more.`] : []);
}

function lines(handoff: Unwritten, room: number, mostReasons: number): Line[] {
	const { customer, references, evidence, destination } = handoff;
	const all: Line[] = [
		{
			label: 'Who',
			pieces: joined(
				', ',
				said(excerpt(customer.name, room)),
				value(customer.account),
				value(customer.email),
				value(customer.phone),
			),
		},
		{
			label: 'What',
			pieces: joined(
				', ',
				[actionLabel(handoff.action)],
				said(excerpt(references.document, room)),
				references.invoiceNumber ? ['invoice ', { value: references.invoiceNumber }] : [],
				references.paymentId ? ['payment ', { value: references.paymentId }] : [],
				references.order ? ['order ', { value: references.order }] : [],
				references.subscriptionId ? ['subscription ', { value: references.subscriptionId }] : [],
			),
		},
		{ label: 'Amount', pieces: amounts(handoff) },
		{ label: 'Claim', pieces: said(excerpt(handoff.claim, room)) },
		{ label: 'Decision', pieces: decision(handoff, room, mostReasons) },
		{ label: 'Next step', pieces: said(excerpt(handoff.nextStep, room)) },
		{
			label: 'Owner',
			pieces: joined(
				', ',
				who(handoff.owner, room),
				handoff.deadline ? ['by ', { value: handoff.deadline }] : [],
				handoff.callbackExpected ? ['a callback is expected'] : [],
			),
		},
		{
			label: 'Evidence',
			pieces: joined(
				' · ',
				['call ', ...value(evidence.callId)],
				link(destination.recordUrl, 'record'),
				link(evidence.recordingUrl, 'recording'),
				link(evidence.transcriptUrl, 'transcript'),
				link(evidence.crmUrl, 'CRM'),
				link(evidence.supportTicket, 'ticket'),
				link(evidence.paymentUrl, 'payment'),
			),
		},
	];
	return all.filter(({ pieces }) => pieces.length > 0);
}

const written = (all: readonly Line[], writer: Writer) =>
	all.map(({ label, pieces }) => writer.line(label, write(pieces, writer))).join(writer.joint);

/** Slack refuses a section above 3,000 characters; other limits are wider. */
const LONGEST_WRITTEN = 2_800;

/**
 * Who, what, amount, claim, decision, next step, owner and evidence, a line each, written by each writer. Free text is cut
 * shorter until the plain form fits `length` characters, so that links and identifiers stay whole.
 */
export function summaries<Name extends string>(
	handoff: Unwritten,
	length: number,
	writers: Record<Name, Writer>,
): Record<Name | 'plain', string> {
	const all = { ...writers, plain: PLAIN };
	let result = {} as Record<Name | 'plain', string>;
	for (const [room, most] of [
		[240, 6],
		[160, 4],
		[100, 3],
		[60, 2],
		[30, 1],
		[12, 1],
	]) {
		const fitted = lines(handoff, room, most);
		result = Object.fromEntries(
			Object.entries<Writer>(all).map(([name, writer]) => [name, written(fitted, writer)]),
		) as typeof result;
		const longest = Math.max(...Object.values<string>(result).map((text) => text.length));
		if (result.plain.length <= length && longest <= LONGEST_WRITTEN) return result;
	}
	return { ...result, plain: excerpt(result.plain, length) };
}
