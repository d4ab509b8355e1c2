import { sleep, type IWebhookFunctions } from 'n8n-workflow';
import type { Call } from '../../lib/call/call';
import { readCall } from '../../lib/call/delivery';
import { completeWith, lacksAnalysis } from '../../lib/call/lateAnalysis';
import { ask, DialNexaRefusal } from '../DialNexa/transport';

const SECONDS_BETWEEN = 5;

async function fetched(context: IWebhookFunctions, callId: string): Promise<Call | undefined> {
	const path = `/v1/calls/${encodeURIComponent(callId)}`;
	try {
		return readCall(await ask(context, { method: 'GET', path }));
	} catch (error) {
		const why = error instanceof DialNexaRefusal ? error.message : 'unknown reason';
		context.logger.warn(`DialNexa Trigger could not look for a late analysis: ${why}`);
		return undefined;
	}
}

/**
 * The call with its analysis, when that arrives within `seconds`; otherwise the call as delivered.
 * The delivery is answered only afterwards: when n8n stops meanwhile, DialNexa has no answer and
 * delivers again. When DialNexa does not wait that long, its redelivery is recognised. Never throws.
 */
export async function withLateAnalysis(
	context: IWebhookFunctions,
	delivered: Call,
	seconds: number,
): Promise<Call> {
	let call = delivered;
	for (let waited = 0; lacksAnalysis(call) && waited < seconds; waited += SECONDS_BETWEEN) {
		await sleep(Math.min(SECONDS_BETWEEN, seconds - waited) * 1_000);
		const later = await fetched(context, call.callId);
		if (later) call = completeWith(call, later);
	}
	return call;
}
