import { z } from 'zod';

import { differs, maybeSaid, said } from '../../answers';
import {
	addressField,
	allowedAddressesField,
	coinField,
	idempotencyKeyField,
	maximumPayoutField,
	optionsField,
	payoutAmountField,
} from '../../fields';
import { moveMoney, type MoneyOperation } from '../../money';
import type { Operation } from '../../operation';
import type { Receipt } from '../../outcome';
import { coverage, payoutOrderOf, type PayoutOrder } from '../../payoutOrder';

/**
 * `POST /api/v2/payouts` (request high, answer low). The amount is in coins and a JSON number ([DOC]), so it is written into
 * the body as the user's own digits: through a float, 0.123456789012345678 would become another amount.
 */
const sendPayout: MoneyOperation = {
	name: 'payout.send',
	path: '/api/v2/payouts',
	takesMetadata: false,
	order(item) {
		const payout = payoutOrderOf(item);
		const { coin: crypto, address, coinAmount } = payout;
		const others = JSON.stringify({ crypto, address, ...item.account.payoutSecretFields });
		return {
			body: `{"amount":${coinAmount},${others.slice(1)}`,
			essentials: [coinAmount, crypto, address],
			amount: coinAmount,
			async obstacle() {
				const covered = await coverage(item, payout);
				return 'outcome' in covered ? covered : undefined;
			},
			readReceipt: ({ json }) => readReceipt(json, payout),
		};
	},
};

/**
 * Of the disputed answers (API sheet 3.6) only the one with a transaction ID says that the payout was sent. A lone message,
 * whatever it says, is neither a success nor a known refusal.
 */
const answerSchema = z.object({
	transaction_id: said.refine((id) => id !== ''),
	address: maybeSaid,
	amount: maybeSaid,
	remaining_balance: maybeSaid,
});

function readReceipt(json: unknown, asked: PayoutOrder): Receipt | string | undefined {
	const { data: answer } = answerSchema.safeParse(json);
	if (!answer) return undefined;
	const { transaction_id: id, address, amount, remaining_balance: remainingBalance } = answer;
	if ((address !== '' && address !== asked.address) || differs(amount, asked.coinAmount)) {
		return `Poof answered with payout ${id} of ${amount} to ${address}, which is not what was asked for.`;
	}
	return { id, ...asked, remainingBalance };
}

export const send: Operation = {
	name: 'Send',
	value: 'send',
	action: 'Send a payout',
	description: 'Send an amount of a coin to an address, once per idempotency key',
	movesMoney: true,
	fields: [
		idempotencyKeyField,
		payoutAmountField,
		coinField,
		addressField,
		maximumPayoutField,
		allowedAddressesField,
		optionsField,
	],
	async run(item) {
		return [{ json: await moveMoney(item, sendPayout) }];
	},
};
