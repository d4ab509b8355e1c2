import { NodeOperationError, type IDataObject } from 'n8n-workflow';

import { differs } from './answers';
import { lookUp } from './lookUp';
import { hash, once, scopeOf } from './once';
import { duplicate, refused, settle, uncertain, type Receipt, type Settlement } from './outcome';
import { idempotencyKeyOf, UnusableParameter, type Item } from './parameters';
import { ask } from './transport';

/** What is asked of Poof: made from checked parameters, before anything is sent. */
export interface Order {
	/** The request as JSON text. */
	body: string;
	/** What must be the same when the same key comes again: amounts, currency, recipient; no free text. */
	essentials: string[];
	/** The amount as Poof shows it in a transaction, by which a look-up tells this order from another. */
	amount: string;
	/** See {@link settle}. */
	readReceipt(answer: { json: unknown; text: string }): Receipt | string | undefined;
}

export interface MoneyOperation {
	/** `resource.operation`, part of what an idempotency key stands for. */
	name: string;
	path: string;
	/** Whether Poof keeps metadata with it, so that it can be found again by its key. */
	takesMetadata: boolean;
	/** @throws UnusableParameter */
	order(item: Item, idempotencyKey: string): Order;
}

/**
 * Runs one money operation to one of its four ends. Parameters that cannot be used are an end as well, `refused`, so that a
 * workflow branches on every case in one place.
 *
 * @throws NodeOperationError when n8n cannot give a parameter's value, such as for a broken expression
 */
export async function moveMoney(item: Item, operation: MoneyOperation): Promise<IDataObject> {
	let idempotencyKey = '';
	try {
		idempotencyKey = idempotencyKeyOf(item);
		const order = operation.order(item, idempotencyKey);
		return shown(idempotencyKey, await settleOnce(item, operation, order, idempotencyKey));
	} catch (error) {
		if (error instanceof UnusableParameter) {
			const { message, advice } = error;
			return shown(idempotencyKey, refused(`${message}, so nothing was sent.`, advice));
		}
		throw new NodeOperationError(item.node.getNode(), error as Error, { itemIndex: item.index });
	}
}

function shown(idempotencyKey: string, settlement: Settlement): IDataObject {
	const { outcome, reason, nextStep, receipt } = settlement;
	return { outcome, idempotencyKey, reason, nextStep, ...receipt };
}

async function settleOnce(
	item: Item,
	operation: MoneyOperation,
	order: Order,
	key: string,
): Promise<Settlement> {
	const { apiKey, baseUrl } = item.account;
	const { name, takesMetadata } = operation;
	return await once(
		scopeOf(apiKey, baseUrl, name, key),
		hash(JSON.stringify(order.essentials)),
		async () => await send(item, operation, order, key),
		async (before) => (takesMetadata ? await existing(item, order, key, true) : null) ?? before,
	);
}

async function send(
	item: Item,
	{ path, takesMetadata }: MoneyOperation,
	order: Order,
	key: string,
): Promise<Settlement> {
	const before = takesMetadata ? await existing(item, order, key, false) : undefined;
	if (before) return before;
	const answer = await ask(item.node, item.account, path, order.body, item.timeoutSeconds);
	const settlement = settle(answer, order.readReceipt);
	if (settlement.outcome !== 'uncertain' || !takesMetadata) return settlement;
	return (await existing(item, order, key, true)) ?? settlement;
}

/**
 * What Poof holds under this key, as a settlement; undefined when there is nothing or it cannot be known.
 *
 * @param sent whether this order may have reached Poof already
 */
async function existing(
	item: Item,
	order: Order,
	key: string,
	sent: boolean,
): Promise<Settlement | undefined> {
	const found = await lookUp(item, key, sent);
	if (!found) return undefined;
	const { id, status, amount, currency, paymentMethod } = found;
	if (differs(amount, order.amount)) {
		const reason = `Poof holds ${amount} ${currency} under this idempotency key, not ${order.amount}`;
		return sent
			? uncertain(`${reason}.`, { id })
			: refused(`${reason}, so nothing was sent.`, 'Have the amount looked at by a person.');
	}
	return duplicate(
		{ id, status, amount, currency, paymentMethod },
		'Poof holds it under this idempotency key.',
	);
}
