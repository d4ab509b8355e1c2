import { z } from 'zod';
import { ACTIONS, URGENCIES } from '../../lib/call/capture';
import { ROUTES } from './rules/rule';

const text = z.string();
const decimal = z
	.string()
	.regex(/^(?:\d{1,30}(?:\.\d{1,18})?)?$/)
	.describe('Decimal string, such as 49.00; empty when it is not established');

/**
 * The columns of a sheet row, in order. Added to at the end, never renamed. A new Google sheet has 26 columns and refuses
 * more: these leave room for what a template and a reviewer add.
 */
export const SHEET_COLUMNS = [
	'Key',
	'Called At',
	'Action',
	'Urgency',
	'Reasons',
	'Summary',
	'Customer',
	'Account',
	'Email',
	'Phone',
	'Amount',
	'Currency',
	'Coin Amount',
	'Coin',
	'Address',
	'About',
	'Record',
	'Owner',
	'Next Step',
	'Deadline',
	'Suppressed',
	'Recording',
] as const;

export type SheetRow = Record<(typeof SHEET_COLUMNS)[number], string>;

const sheetRowSchema = z.object(
	Object.fromEntries(SHEET_COLUMNS.map((column) => [column, text])) as Record<
		(typeof SHEET_COLUMNS)[number],
		typeof text
	>,
);

/**
 * What a call hands over to finance. Texts are redacted and one line each unless said otherwise; what is not known is an
 * empty text. Identifiers, amounts, addresses and links have been parsed; everything else is only ever shown.
 */
export const handoffSchema = z
	.object({
		action: z.enum([...ACTIONS, 'unknown']).describe('What the caller asked for'),
		route: z.enum(ROUTES).describe('What may happen now; also the output it leaves by'),
		reasons: z
			.array(z.object({ code: text, message: text, route: z.enum(ROUTES) }))
			.describe('Every rule that fired, strictest first'),
		idempotencyKey: text.min(1).describe('dialnexa:<call ID>:<action>'),
		summary: text.describe('Short operational summary, several lines of plain text'),
		claim: text.describe('What the caller believes or wants, in a sentence'),
		customer: z.object({
			name: text,
			account: text,
			email: text,
			phone: text.describe('E.164 where the country is known, else digits'),
			tier: text,
		}),
		references: z.object({
			invoiceNumber: text,
			paymentId: text,
			subscriptionId: text,
			order: text,
			document: text,
			taxRegion: text,
		}),
		money: z
			.object({
				amount: decimal,
				currency: text.describe('ISO 4217 code of the amount'),
				dueDate: text.describe('YYYY-MM-DD, or an ISO 8601 moment'),
				paymentStatus: text,
				coinAmount: decimal,
				coin: text.describe('Coin of the coin amount, such as solana'),
				address: text.describe("Wallet address of the coin's form"),
			})
			.describe('Fiat and coin amounts are different things and never stand for each other'),
		match: z.object({
			confidence: z.number().min(0).max(1).nullable().describe('Null when nobody established one'),
			basis: z.array(text).describe('What the confidence rests on'),
		}),
		approval: z.object({
			required: z.boolean(),
			people: z.number().int().min(0).max(2).describe('How many different people have to approve'),
			threshold: decimal,
			twoPersonThreshold: decimal,
			currency: text.describe('ISO 4217 code of the thresholds'),
		}),
		destination: z.object({ type: text, id: text, recordUrl: text }),
		owner: text,
		status: z.enum(['ready', 'waiting_for_approval', 'needs_review']),
		urgency: z.enum(URGENCIES),
		nextStep: text,
		deadline: text.describe('YYYY-MM-DD, or an ISO 8601 moment'),
		callbackExpected: z.boolean(),
		evidence: z.object({
			callId: text,
			agentId: text,
			startedAt: text,
			durationSeconds: z.number().nullable(),
			recordingUrl: text,
			transcriptUrl: text,
			crmUrl: text,
			supportTicket: text,
			paymentUrl: text,
		}),
		suppression: z.object({
			flag: z.boolean().describe('True when the call held something that must not be stored'),
			categories: z.array(text),
		}),
		confirmations: z.object({
			recipient: z.boolean(),
			consent: z.boolean(),
			channel: z.boolean(),
			purpose: z.boolean(),
			followUp: z.boolean(),
		}),
		blocks: z
			.object({
				slackMessage: text.describe('Slack mrkdwn, escaped'),
				sheetRow: sheetRowSchema.describe('One flat row; no cell can become a formula'),
				hubspotNote: text.describe('HTML, escaped'),
				zendeskNote: text.describe('Plain text, no links but the evidence'),
				html: text.describe('HTML, escaped, for e-mails'),
			})
			.describe('The same for each place it may go to'),
	})
	.refine(({ action, route }) => action !== 'send_payout' || route !== 'ready', {
		message: 'A payout is never ready',
	});

export type Handoff = z.infer<typeof handoffSchema>;
