import {
	NodeOperationError,
	type IExecuteFunctions,
	type INode,
	type IHookFunctions,
	type IHttpRequestMethods,
	type IHttpRequestOptions,
	type ILoadOptionsFunctions,
	type IN8nHttpFullResponse,
	type IPollFunctions,
	type IWebhookFunctions,
} from 'n8n-workflow';
import { z } from 'zod';
import { redact } from '../../lib/redaction';

export type DialNexaContext =
	| IExecuteFunctions
	| IHookFunctions
	| ILoadOptionsFunctions
	| IPollFunctions
	| IWebhookFunctions;

/** The credential, checked. */
export interface Workspace {
	apiKey: string;
	baseUrl: string;
	webhookSecret: string;
}

/** What became of one request to DialNexa. A request is sent once, whatever happens to it. */
export type Answer =
	/** Nothing left this machine, so nothing can have happened at DialNexa. */
	| { kind: 'unsent'; reason: string; code: string }
	/** It was or may have been sent, and no whole answer came back. */
	| { kind: 'unanswered'; reason: string; code: string }
	/** `json` is undefined when the body is not JSON. */
	| { kind: 'answered'; status: number; json: unknown };

export interface Request {
	method: IHttpRequestMethods;
	/** From the root, such as `/v1/agents`. IDs in it are already encoded. */
	path: string;
	query?: Record<string, string | number | boolean>;
	/** Sent as JSON, or as it is when it is a buffer. */
	body?: object;
	headers?: Record<string, string>;
}

const TIMEOUT_SECONDS = 30;
const LONGEST_MESSAGE = 300;

const workspaceSchema = z.object({
	apiKey: z.string().trim().min(1),
	baseUrl: z
		.string()
		.trim()
		.regex(/^https?:\/\/[^\s?#]+$/i)
		.transform((url) => url.replace(/\/+$/, '')),
	webhookSecret: z.string().trim().default(''),
});

/** DialNexa did not do what was asked, or the credential cannot be used: `message` says it to people. */
export class DialNexaRefusal extends Error {
	constructor(
		message: string,
		readonly hint: string,
		/** HTTP status of the answer; 0 when there was none. */
		readonly status: number,
	) {
		super(message);
	}
}

/** A refusal as n8n shows it, with what to do next; any other error as it is. */
export function nodeErrorOf(node: INode, error: unknown, itemIndex?: number): NodeOperationError {
	if (error instanceof NodeOperationError) return error;
	const description = error instanceof DialNexaRefusal ? error.hint : undefined;
	return new NodeOperationError(node, error as Error, { description, itemIndex });
}

/** @throws DialNexaRefusal when the API key or the base URL of the credential cannot be used. */
export async function workspaceOf(context: DialNexaContext): Promise<Workspace> {
	const workspace = workspaceSchema.safeParse(await context.getCredentials('dialNexaApi'));
	if (workspace.success) return workspace.data;
	const field = workspace.error.issues[0].path[0] === 'baseUrl' ? 'Base URL' : 'API Key';
	throw new DialNexaRefusal(
		`The DialNexa credential has no usable ${field}`,
		'Open the credential and fill it in.',
		0,
	);
}

/**
 * Sends one request and gives what became of it; never throws for the network or a status.
 *
 * Not `httpRequestWithAuthentication`: that silently sends every request a second time after a 401,
 * and a call created twice rings twice and is paid for twice. Redirects are not followed either.
 */
export async function send(
	context: DialNexaContext,
	{ apiKey, baseUrl }: Workspace,
	{ method, path, query, body, headers }: Request,
): Promise<Answer> {
	const request: IHttpRequestOptions = {
		method,
		url: baseUrl + path,
		qs: query,
		headers: { ...headers, Authorization: `Bearer ${apiKey}`, Accept: 'application/json' },
		body: body as IHttpRequestOptions['body'],
		encoding: 'text',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		timeout: TIMEOUT_SECONDS * 1000,
	};
	try {
		const response = (await context.helpers.httpRequest(request)) as IN8nHttpFullResponse;
		return { kind: 'answered', status: response.statusCode, json: jsonOf(response.body) };
	} catch (error) {
		return whyNoAnswer(error);
	}
}

/** Sends a request that may be sent again by hand, and gives the JSON of its answer. @throws DialNexaRefusal */
export async function ask(context: DialNexaContext, request: Request): Promise<unknown> {
	const workspace = await workspaceOf(context);
	const answer = await send(context, workspace, request);
	if (answer.kind === 'answered' && answer.status < 300 && answer.json !== undefined) {
		return answer.json;
	}
	throw refusalOf(answer, workspace);
}

function jsonOf(body: unknown): unknown {
	if (typeof body !== 'string') return body;
	try {
		return JSON.parse(body) as unknown;
	} catch {
		return undefined;
	}
}

const networkSchema = z.object({
	code: z.string().default(''),
	cause: z.object({ syscall: z.string().default('') }).default({ syscall: '' }),
});

/** Codes that can only arise before a connection exists. */
const NEVER_CONNECTED =
	/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ERR_INVALID_URL|CERT_.*|.*_CERT|.*_CERT_.*|.*_CERTIFICATE|UNABLE_TO_.*)$/;

function whyNoAnswer(error: unknown): Answer {
	const network = networkSchema.safeParse(error).data;
	const code = network?.code ?? '';
	const syscall = network?.cause.syscall ?? '';
	// Node reports time-outs under the same codes while connecting and while waiting.
	if (NEVER_CONNECTED.test(code) || syscall === 'connect' || syscall === 'getaddrinfo') {
		return { kind: 'unsent', reason: 'DialNexa could not be reached', code };
	}
	const timedOut = code === 'ECONNABORTED' || code === 'ETIMEDOUT';
	return {
		kind: 'unanswered',
		reason: timedOut
			? `DialNexa gave no answer within ${TIMEOUT_SECONDS} seconds`
			: 'The connection ended before DialNexa had answered',
		code,
	};
}

/** DialNexa's error shape: `{statusCode, message: string | string[], error}`. */
const errorSchema = z.object({ message: z.union([z.string(), z.array(z.string())]) });

const HINTS: Readonly<Record<number, string>> = {
	401: 'Check that the API Key in the credential is the whole key, with the colon, and was not deleted in DialNexa.',
	402: "Top up the workspace's billing wallet in DialNexa, then try again.",
	403: 'The API Key belongs to a workspace that may not do this, or the destination is not enabled in DialNexa.',
	404: 'Check the ID. An ID of another workspace is not found either.',
	409: 'Something in DialNexa still uses this. Look at it in the dashboard first.',
	429: 'DialNexa asks for fewer requests. Try again in a minute.',
};

/** What to tell people when an answer is not the one that was asked for. */
export function refusalOf(answer: Answer, { apiKey }: Workspace): DialNexaRefusal {
	if (answer.kind !== 'answered') {
		// The code stands here because n8n replaces a message that holds one by a message of its own.
		const hint = `Check the Base URL in the credential and try again (${answer.code || 'no code'}).`;
		return new DialNexaRefusal(answer.reason, hint, 0);
	}
	const { status, json } = answer;
	if (status < 300) {
		return new DialNexaRefusal(
			'DialNexa answered with something other than JSON',
			'Check the Base URL in the credential.',
			status,
		);
	}
	const said = errorSchema.safeParse(json).data?.message ?? [];
	// DialNexa may repeat what it was sent, and that came from a call.
	const message = redact([said].flat().join('; ').replaceAll(apiKey, '[API key]')).text;
	return new DialNexaRefusal(
		`DialNexa answered ${status}${message ? `: ${message.slice(0, LONGEST_MESSAGE)}` : ''}`,
		HINTS[status] ??
			(status >= 500 ? 'DialNexa has trouble. Try again later.' : 'Check the parameters.'),
		status,
	);
}
