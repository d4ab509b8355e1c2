import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { KEY_NAME } from '../Poof/metadata';
import { readTransaction, type Transaction } from '../Poof/transaction';
import { accountOf } from '../Poof/transport';
import { confirm } from './confirmation';
import { isWanted } from './filters';
import { claim, release } from './seen';
import { verified } from './verification';

/**
 * Answers one delivery: 401 for what cannot be verified, 503 when Poof cannot be asked to confirm it, 200 otherwise; starts
 * the workflow for each payment and status once. Never throws: n8n would turn that into an execution.
 */
export async function receive(webhook: IWebhookFunctions): Promise<IWebhookResponseData> {
	let event: string | undefined;
	try {
		const account = await accountOf(webhook);
		const delivery = verified(webhook.getBodyData(), account.webhookSecret);
		if (!delivery) {
			return turnAway(
				webhook,
				401,
				'it does not carry the webhook shared secret of the credential',
			);
		}
		const told = readTransaction(delivery);
		if (!told || !isWanted(webhook, told)) return {};
		const name = JSON.stringify([told.id, told.status]);
		if (!claim(webhook, name)) return {};
		event = name;
		if (webhook.getNodeParameter('confirm', true) !== true) return start(webhook, told, false);
		const confirmation = await confirm(webhook, account, told);
		if (confirmation.kind === 'confirmed') {
			return start(webhook, confirmation.transaction, true);
		}
		release(webhook, event);
		return confirmation.kind === 'unknown'
			? turnAway(webhook, 503, `it could not be confirmed: ${confirmation.reason}`)
			: turnAway(webhook, 401, 'Poof, when asked, says something else');
	} catch (error) {
		if (event) release(webhook, event);
		return turnAway(webhook, 500, error instanceof Error ? error.message : 'of an unknown cause');
	}
}

function start(
	webhook: IWebhookFunctions,
	transaction: Transaction,
	confirmed: boolean,
): IWebhookResponseData {
	const idempotencyKey = String(transaction.metadata[KEY_NAME] ?? '');
	const json = { ...transaction, idempotencyKey, confirmed };
	return { workflowData: [webhook.helpers.returnJsonArray([json])] };
}

function turnAway(
	webhook: IWebhookFunctions,
	status: number,
	because: string,
): IWebhookResponseData {
	webhook.logger.warn(`Poof Trigger turned a delivery away, because ${because}`);
	webhook.getResponseObject().status(status).json({ message: 'Not accepted' }).end();
	return { noWebhookResponse: true };
}
