import { z } from 'zod';
import { ACTIONS, type Action } from '../../lib/call/capture';
import { ACTION_TERMS } from './actions';
import { isDecimal, smallerDecimal } from './reading/decimal';
import { currencyNamed } from './reading/unit';

/** What the user of the node decided, within the floors that no setting can loosen. */
export interface Settings {
	/** The action of every call, or null to take it from the call's analysis. */
	action: Action | null;
	/** Actions that the workflow behind the outputs can carry out. */
	allowedActions: readonly Action[];
	minimumMatchConfidence: number;
	/** Higher or lower confidence for single actions. */
	confidencePerAction: ReadonlyMap<Action, number>;
	/** Fiat amounts in `approvalCurrency`, as decimals. */
	approvalThreshold: string;
	twoPersonThreshold: string;
	hardMaximum: string;
	approvalCurrency: string;
	allowedCurrencies: readonly string[];
	maximumCallAgeHours: number;
	/** Wallet addresses that payouts may go to; empty for no list. */
	payoutAddresses: readonly string[];
	/** Accounts, e-mail addresses or names, in lower case. */
	highValueCustomers: readonly string[];
	alwaysApprove: readonly Action[];
	defaultOwner: string;
	/** ISO 3166 code, or empty. */
	defaultCountry: string;
	timeZone: string;
	summaryLength: number;
}

const decimal = (label: string) =>
	z
		.union([z.string(), z.number()])
		.transform((value) => String(value).trim())
		.refine(isDecimal, `"${label}" has to be an amount such as 500 or 500.00`);

// An empty expression is no 0: a confidence that nobody set must not let everybody in.
const confidence = (label: string) =>
	z
		.union([z.number(), z.string()])
		.transform((value) => (value === '' ? Number.NaN : Number(value)))
		.refine((value) => value >= 0 && value <= 1, `"${label}" has to be a number from 0 to 1`);

const currency = (label: string) =>
	z
		.string()
		.transform((value) => currencyNamed(value.trim().toLowerCase())?.code ?? '')
		.refine((code) => /^[A-Z]{3}$/.test(code), `"${label}" has to be a currency code such as USD`);

const list = z
	.string()
	.default('')
	.transform((text) =>
		text
			.split(/[\n,;]/)
			.map((entry) => entry.trim())
			.filter((entry) => entry !== ''),
	);

const SUMMARY_LENGTH = '"Summary Length" has to be a number from 200 to 2000';

const action = z.enum(ACTIONS);

/** The node's parameters as n8n gives them, by their internal names. Messages name the labels that users see. */
export const parametersSchema = z.object({
	action: z.union([z.literal('fromCall'), action], {
		errorMap: () => ({ message: '"Action" has to be one of the listed actions' }),
	}),
	allowedActions: z.array(action, {
		errorMap: () => ({ message: '"Actions Handled Here" has to be a list of the listed actions' }),
	}),
	minimumMatchConfidence: confidence('Minimum Match Confidence'),
	approvalThreshold: decimal('Approval Threshold'),
	approvalCurrency: currency('Currency of Limits'),
	hardMaximum: decimal('Hard Maximum').default('10000'),
	twoPersonThreshold: decimal('Two-Person Threshold').default('2000'),
	allowedCurrencies: list.transform((codes) =>
		codes.map((code) => currencyNamed(code.toLowerCase())?.code ?? code.toUpperCase()),
	),
	maximumCallAgeHours: z.coerce
		.number()
		.refine((hours) => hours > 0, '"Maximum Call Age" has to be a number of hours above 0')
		.default(72),
	payoutAddresses: list,
	highValueCustomers: list.transform((entries) => entries.map((entry) => entry.toLowerCase())),
	alwaysApprove: z.array(action).default([]),
	confidencePerAction: z
		.object({ values: z.array(z.object({ action, minimum: confidence('Minimum') })).default([]) })
		.default({}),
	defaultOwner: z.string().default(''),
	defaultCountry: z.string().default(''),
	summaryLength: z.coerce
		.number()
		.refine((length) => length >= 200 && length <= 2_000, SUMMARY_LENGTH)
		.default(1_200),
});

const records = z.unknown().transform((given, context) => {
	if (given === undefined || given === null || given === '') return null;
	const listed = typeof given === 'string' ? jsonIn(given) : given;
	const list = z.array(z.record(z.string(), z.unknown())).safeParse([listed].flat());
	if (list.success) return list.data;
	context.addIssue({ code: 'custom', message: '"Customer Records" has to be a list of records' });
	return z.NEVER;
});

function jsonIn(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

/** What the user mapped for one item, besides the settings. */
const mappedSchema = z.object({
	/** Values by capture field name; what is empty is read from the call. */
	fields: z.record(z.string(), z.unknown()).default({}),
	/** What a look-up returned; empty when it found nothing, null when there was none. */
	records,
	/** The ID of an earlier call about the same matter, or empty. */
	duplicateOf: z.coerce.string().default(''),
	/** What a payout is worth in the currency of the limits, or empty. */
	payoutWorth: z.union([z.string(), z.number()]).default(''),
});

export type Mapped = z.infer<typeof mappedSchema>;

/** @throws ZodError whose messages name the parameter by its label */
export const mappedOf = (parameters: unknown): Mapped => mappedSchema.parse(parameters);

/**
 * Reads the parameters. A threshold above the hard maximum counts as the hard maximum.
 *
 * @throws ZodError whose messages name the parameter by its label
 */
export function settingsOf(parameters: unknown, timeZone: string): Settings {
	const given = parametersSchema.parse(parameters);
	const { hardMaximum, confidencePerAction, defaultOwner, allowedCurrencies } = given;
	return {
		...given,
		action: given.action === 'fromCall' ? null : given.action,
		confidencePerAction: new Map(
			confidencePerAction.values.map(({ action: name, minimum }) => [name, minimum]),
		),
		approvalThreshold: smallerDecimal(given.approvalThreshold, hardMaximum),
		twoPersonThreshold: smallerDecimal(given.twoPersonThreshold, hardMaximum),
		allowedCurrencies: allowedCurrencies.length > 0 ? allowedCurrencies : [given.approvalCurrency],
		defaultOwner: defaultOwner.trim() || 'Finance',
		timeZone,
	};
}

/** The match confidence that an action needs: what the user asks for, never below the action's floor. */
export const neededConfidence = (settings: Settings, name: Action) =>
	Math.max(
		settings.confidencePerAction.get(name) ?? settings.minimumMatchConfidence,
		ACTION_TERMS[name].matchFloor,
	);
