import type {
	IExecuteFunctions,
	IHookFunctions,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
	IWebhookFunctions,
} from 'n8n-workflow';
import { z } from 'zod';

import { readDecimal } from './amounts';

export type PoofContext = IExecuteFunctions | IHookFunctions | IWebhookFunctions;

/** The credential, checked. */
export interface Account {
	apiKey: string;
	baseUrl: string;
	webhookSecret: string;
	/** The most that one payout may send, by coin in lower case; empty when the credential sets no maximum. */
	maxPayout: Map<string, string>;
	/** Sent along with every payout; secret. */
	payoutSecretFields: Record<string, unknown>;
}

/** What became of one request to Poof. A request is sent once, whatever happens to it. */
export type Answer =
	/** Nothing left this machine, so nothing can have happened at Poof. */
	| { kind: 'unsent'; reason: string }
	/** It was or may have been sent, and no whole answer came back. */
	| { kind: 'unanswered'; reason: string }
	/** `json` is undefined when the text is not JSON. */
	| { kind: 'answered'; status: number; text: string; json: unknown };

const accountSchema = z.object({
	apiKey: z.string().trim().min(1),
	baseUrl: z
		.string()
		.trim()
		.regex(/^https?:\/\/[^\s?#]+$/i)
		.transform((url) => url.replace(/\/+$/, '')),
	webhookSecret: z.string().default(''),
	maxPayout: z
		.string()
		.default('')
		.transform((text, context) => readMaximums(text) ?? invalid(context)),
	payoutSecretFields: z
		.string()
		.default('')
		.transform((text, context) => readFields(text) ?? invalid(context)),
});

const FIELD_NAMES: Record<string, string> = {
	apiKey: 'API Key',
	baseUrl: 'Base URL',
	webhookSecret: 'Webhook Shared Secret',
	maxPayout: 'Maximum Payout',
	payoutSecretFields: 'Secret Payout Fields (JSON)',
};

function invalid(context: z.RefinementCtx): never {
	context.addIssue({ code: 'custom', message: 'unusable' });
	return z.NEVER;
}

/** `solana 5, bitcoin 0.01`; undefined when it cannot be read, so that no payout slips past a maximum. */
function readMaximums(text: string): Map<string, string> | undefined {
	const maximums = new Map<string, string>();
	for (const entry of text.split(/[,\n]/).filter((part) => part.trim() !== '')) {
		const [, coin, amount] = /^\s*(\S.*?)[\s:]+(\S+)\s*$/.exec(entry) ?? [];
		const maximum = readDecimal(amount);
		if (coin === undefined || maximum === undefined) return undefined;
		maximums.set(coin.toLowerCase(), maximum);
	}
	return maximums;
}

/** A JSON object that leaves alone what the node itself sends. */
function readFields(text: string): Record<string, unknown> | undefined {
	if (text.trim() === '') return {};
	const fields = z.record(z.string(), z.unknown()).safeParse(parsed(text)).data;
	const taken = ['amount', 'crypto', 'address'].some((name) => fields && name in fields);
	return taken ? undefined : fields;
}

/** Raised when the credential cannot be used as it stands. */
export class UnusableCredential extends Error {}

/** @throws UnusableCredential when the key or the base URL cannot be used. */
export async function accountOf(context: PoofContext, item = 0): Promise<Account> {
	const account = accountSchema.safeParse(await context.getCredentials('poofIoApi', item));
	if (account.success) return account.data;
	const field = String(account.error.issues[0].path[0]);
	throw new UnusableCredential(`The Poof credential has no usable ${FIELD_NAMES[field] ?? field}`);
}

/**
 * Sends one POST (Poof has no other method) and gives what became of it; never throws for the network or a status.
 *
 * Not `httpRequestWithAuthentication`: that silently sends every request a second time after a 401. Redirects are not
 * followed, as they can send it again too. The answer is read as text, because Poof puts refusals into 200s and answers
 * some requests in plain text.
 *
 * @param body the request as JSON text, so that number literals arrive as they were written
 */
export async function ask(
	context: PoofContext,
	{ apiKey, baseUrl, payoutSecretFields }: Account,
	path: string,
	body: string,
	timeoutSeconds: number,
): Promise<Answer> {
	const request: IHttpRequestOptions = {
		method: 'POST',
		url: baseUrl + path,
		headers: { Authorization: apiKey, 'Content-Type': 'application/json' },
		body,
		encoding: 'text',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		timeout: timeoutSeconds * 1000,
	};
	try {
		const response = (await context.helpers.httpRequest(request)) as IN8nHttpFullResponse;
		const text = withoutSecrets(String(response.body ?? ''), apiKey, payoutSecretFields);
		return { kind: 'answered', status: response.statusCode, text, json: parsed(text) };
	} catch (error) {
		return whyNoAnswer(error, timeoutSeconds);
	}
}

/** An answer may quote the request; what is secret in it must not come to be stored. */
function withoutSecrets(text: string, apiKey: string, fields: Record<string, unknown>): string {
	const hidden = stringsIn(fields).filter((secret) => secret.length >= 4);
	return hidden.reduce(
		(rest, secret) => rest.replaceAll(JSON.stringify(secret).slice(1, -1), '[removed]'),
		text.replaceAll(apiKey, '[API key]'),
	);
}

function stringsIn(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

const networkSchema = z.object({
	code: z.string().default(''),
	cause: z.object({ syscall: z.string().default('') }).default({ syscall: '' }),
});

/** Codes that can only arise before a connection exists, in words: n8n puts sentences of its own in place of the codes. */
const NEVER_CONNECTED: Record<string, string> = {
	ECONNREFUSED: 'nothing listens at the base URL',
	ENOTFOUND: 'the host name in the base URL is not known',
	EAI_AGAIN: 'the host name in the base URL could not be looked up',
	ERR_INVALID_URL: 'the base URL is not a web address',
};
const CERTIFICATE = /CERT|^UNABLE_TO_/;

function whyNoAnswer(error: unknown, timeoutSeconds: number): Answer {
	const network = networkSchema.safeParse(error).data;
	const code = network?.code ?? '';
	const unsent = (why: string): Answer => ({
		kind: 'unsent',
		reason: `Poof could not be reached: ${why}`,
	});
	if (NEVER_CONNECTED[code]) return unsent(NEVER_CONNECTED[code]);
	if (CERTIFICATE.test(code)) return unsent('the certificate of the base URL is not trusted');
	// Time-outs and unreachable hosts have the same codes while connecting and while waiting for the answer.
	if (network?.cause.syscall === 'connect') return unsent('no connection came about');
	const timedOut = code === 'ECONNABORTED' || code === 'ETIMEDOUT';
	return {
		kind: 'unanswered',
		reason: timedOut
			? `Poof gave no answer within ${timeoutSeconds} seconds`
			: 'The connection ended before Poof had answered',
	};
}
