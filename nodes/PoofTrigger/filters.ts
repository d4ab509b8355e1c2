import type { IWebhookFunctions } from 'n8n-workflow';

import { compareDecimals, readDecimal } from '../Poof/amounts';
import type { Transaction } from '../Poof/transaction';

/** In "Trigger On", stands for every status, also those that Poof may add. */
export const ANY_STATUS = '*';

/** Whether the payment is one that the panel asks for. An amount that cannot be read passes no amount filter. */
export function isWanted(webhook: IWebhookFunctions, { status, amount }: Transaction): boolean {
	const statuses = webhook.getNodeParameter('statuses', []) as string[];
	if (!statuses.includes(status) && !statuses.includes(ANY_STATUS)) return false;
	const { minimumAmount, maximumAmount } = webhook.getNodeParameter('options', {}) as {
		minimumAmount?: string;
		maximumAmount?: string;
	};
	return (
		within(amount, minimumAmount, (comparison) => comparison >= 0) &&
		within(amount, maximumAmount, (comparison) => comparison <= 0)
	);
}

function within(
	amount: string,
	limit: string | undefined,
	accepts: (comparison: number) => boolean,
): boolean {
	if (limit === undefined || limit === '') return true;
	const [paid, bound] = [readDecimal(amount), readDecimal(limit)];
	return paid !== undefined && bound !== undefined && accepts(compareDecimals(paid, bound));
}
