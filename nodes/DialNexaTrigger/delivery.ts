import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import type { Call } from '../../lib/call/call';
import { readDelivery } from '../../lib/call/delivery';
import { workspaceOf } from '../DialNexa/transport';
import type { TriggerOptions } from './parameters';
import { withLateAnalysis } from './lateAnalysis';
import { forgetDelivery, isFirstDelivery } from './redelivery';
import { registrationsIn } from './registration';
import { verifySignature, type Verdict } from './signature';
import { isAllowedIp, isTooLarge, isTooOld } from './sourceChecks';

/** Who may have signed, and the event that a webhook with this secret was made for. */
interface Signer {
	secret: string;
	event: string;
}

const WHY_REFUSED: Readonly<Record<(Verdict & { verified: false })['reason'], string>> = {
	no_secret:
		'no signing secret is known. Activate the workflow again, or fill in the Webhook Signing Secret of the credential',
	no_signature: 'it carries no signature',
	malformed_signature: 'its signature is not an HMAC-SHA256 in hexadecimal',
	mismatch: 'its signature fits no known secret. Somebody else sent it, or the secret has changed',
};

/** Answered with 200, nothing started. */
const ACCEPTED: IWebhookResponseData = {};

/**
 * Answers one delivery: verifies it, reads it and starts the workflow with one Call. Never throws;
 * n8n would answer 500 and record a failed execution for whatever a stranger sends.
 *
 * Answers 403, 413 or 401 to what does not come from DialNexa, and 422 to what does but cannot be
 * read, so that it shows up as failed there; 200 to everything else, whether it starts the workflow
 * or not.
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const options = context.getNodeParameter('options', {}) as TriggerOptions;
	if (!isAllowedIp(context.getRequestObject().ip, options.allowedIps)) {
		return refuse(context, 403, 'Forbidden', 'it comes from an address that is not in Allowed IPs');
	}
	const rawBody = await rawBodyOf(context);
	if (isTooLarge(rawBody.length, options.maximumBodySize)) {
		return refuse(context, 413, 'Too large', 'it is larger than Maximum Body Size');
	}
	const body = jsonOf(rawBody);
	const signers = await signersOf(context);
	const verdict = verifySignature(
		rawBody,
		context.getHeaderData(),
		signers.map(({ secret }) => secret),
	);
	if (!verdict.verified) {
		// Whether DialNexa signs its verification call is unknown. Answering one tells nobody anything.
		const unsigned = verdict.reason === 'no_signature' || verdict.reason === 'no_secret';
		if (unsigned && readDelivery(body).kind === 'verification') return ACCEPTED;
		return refuse(context, 401, 'Unauthorized', WHY_REFUSED[verdict.reason]);
	}
	const delivery = readDelivery(body, signers[verdict.secret].event);
	if (delivery.kind === 'verification') return ACCEPTED;
	if (delivery.kind === 'unreadable') {
		return refuse(context, 422, 'Unprocessable', `it cannot be read. ${delivery.reason}`);
	}
	if (isTooOld(delivery.call, options.maximumCallAge)) {
		warn(context, 'left out a call that is older than Maximum Call Age');
		return ACCEPTED;
	}
	if (!isWanted(context, delivery.call) || !isNew(context, delivery.call)) return ACCEPTED;
	const call = await withLateAnalysis(context, delivery.call, options.waitForAnalysis ?? 0);
	return { workflowData: [context.helpers.returnJsonArray(call as unknown as IDataObject)] };
}

/** The bytes that were signed. n8n leaves them unread for some content types. */
async function rawBodyOf(context: IWebhookFunctions): Promise<Buffer> {
	const request = context.getRequestObject();
	if (request.rawBody === undefined) await request.readRawBody();
	return request.rawBody ?? Buffer.alloc(0);
}

/** Read from the signed bytes, not from what n8n made of them by the content type. */
function jsonOf(rawBody: Buffer): unknown {
	try {
		return JSON.parse(rawBody.toString('utf8'));
	} catch {
		return undefined;
	}
}

async function signersOf(context: IWebhookFunctions): Promise<Signer[]> {
	if (context.getNodeParameter('registration') === 'automatic') {
		return registrationsIn(context.getWorkflowStaticData('node'));
	}
	try {
		const { webhookSecret } = await workspaceOf(context);
		return [{ secret: webhookSecret, event: '' }];
	} catch (error) {
		context.logger.warn(`DialNexa Trigger cannot use its credential: ${(error as Error).message}`);
		return [];
	}
}

function warn(context: IWebhookFunctions, what: string) {
	const workflowId = context.getWorkflow().id;
	context.logger.warn(`DialNexa Trigger "${context.getNode().name}" ${what}.`, { workflowId });
}

function refuse(
	context: IWebhookFunctions,
	status: number,
	answer: string,
	why: string,
): IWebhookResponseData {
	warn(context, `refused a delivery: ${why}`);
	context.getResponseObject().status(status).send(answer).end();
	return { noWebhookResponse: true };
}

/** The agents to listen to, from the list or, by expression, as text with commas. */
function selectedAgents(context: IWebhookFunctions): string[] {
	const selected = context.getNodeParameter('agentIds', []) as string | string[];
	const ids = typeof selected === 'string' ? selected.split(',') : selected;
	return ids.map((id) => id.trim()).filter((id) => id !== '');
}

function isWanted(context: IWebhookFunctions, call: Call): boolean {
	const events = context.getNodeParameter('events', []) as string[];
	if (!events.includes(call.event)) return false;
	if (context.getNodeParameter('completedOnly', false) && call.status !== 'completed') return false;
	const agents = selectedAgents(context);
	return agents.length === 0 || agents.includes(call.agentId);
}

/**
 * Whether this event of this call is delivered for the first time in this process. When n8n answers
 * 5xx because it could not store the execution, the redelivery counts as the first. A test listener
 * takes everything: people send the same call twice when they try things out.
 */
function isNew(context: IWebhookFunctions, call: Call): boolean {
	if (context.getMode() === 'manual') return true;
	const scope = [context.getWorkflow().id, context.getNode().id];
	const delivery = JSON.stringify([...scope, call.event, call.callId]);
	if (!isFirstDelivery(delivery)) return false;
	const response = context.getResponseObject();
	response.once('close', () => {
		if (response.statusCode >= 500) forgetDelivery(delivery);
	});
	return true;
}
