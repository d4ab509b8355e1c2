import { NodeOperationError, type IDataObject } from 'n8n-workflow';

import { multiplyDecimals, subtractDecimals } from '../../amounts';
import {
	addressField,
	allowedAddressesField,
	coinField,
	maximumPayoutField,
	optionsField,
	payoutAmountField,
} from '../../fields';
import type { Operation } from '../../operation';
import { UnusableParameter, type Item } from '../../parameters';
import { coverage, payoutOrderOf, type PayoutOrder } from '../../payoutOrder';
import { GAS_PATH, PRICE_PATH, readObject, readPrice } from '../../rates';
import { ask } from '../../transport';

/** Does everything that sending does but the sending. */
async function previewOf(item: Item): Promise<IDataObject> {
	let payout: PayoutOrder;
	try {
		payout = payoutOrderOf(item);
	} catch (error) {
		if (error instanceof UnusableParameter) {
			return { wouldSend: false, reason: `${error.message}.`, nextStep: error.advice };
		}
		throw new NodeOperationError(item.node.getNode(), error as Error, { itemIndex: item.index });
	}
	const covered = await coverage(item, payout);
	if ('outcome' in covered) {
		return { wouldSend: false, reason: covered.reason, nextStep: covered.nextStep, ...payout };
	}
	const { balance } = covered;
	const { coinAmount, coin } = payout;
	const price = readPrice(await estimate(item, PRICE_PATH, coin));
	return {
		wouldSend: true,
		reason: 'Every check passed. Nothing was sent.',
		nextStep: 'Have the payout approved, then send it.',
		...payout,
		balance,
		remainingBalance: subtractDecimals(balance, coinAmount),
		price,
		estimatedValue: price === '' ? '' : multiplyDecimals(coinAmount, price),
		gas: readObject(await estimate(item, GAS_PATH, coin)) ?? {},
	};
}

/** Estimates are a courtesy: without them the preview still says whether the payout would be sent. */
async function estimate(item: Item, path: string, coin: string): Promise<unknown> {
	const { node, account, timeoutSeconds } = item;
	const answer = await ask(node, account, path, JSON.stringify({ crypto: coin }), timeoutSeconds);
	return answer.kind === 'answered' && answer.status < 300 ? answer.json : undefined;
}

export const preview: Operation = {
	name: 'Preview',
	value: 'preview',
	action: 'Preview a payout',
	description: 'Check a payout and estimate its value and fees without sending anything',
	movesMoney: false,
	fields: [
		payoutAmountField,
		coinField,
		addressField,
		maximumPayoutField,
		allowedAddressesField,
		optionsField,
	],
	async run(item) {
		return [{ json: await previewOf(item) }];
	},
};
