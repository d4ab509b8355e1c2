import { NodeOperationError, type IDataObject } from 'n8n-workflow';

import { differs } from './answers';
import { lookUp } from './lookUp';
import { hash, once, scopeOf } from './once';
import { duplicate, refused, settle, uncertain, type Receipt, type Settlement } from './outcome';
import { idempotencyKeyOf, UnusableParameter, type Item } from './parameters';
import { forgetUse, wasUsedBefore } from './store';
import { ask } from './transport';

/** What is asked of Poof: made from checked parameters, before anything is sent. */
export interface Order {
	/** The request as JSON text. */
	body: string;
	/** What must be the same when the same key comes again: amounts, currency, recipient; no free text. */
	essentials: string[];
	/** The amount as Poof shows it in a transaction, by which a look-up tells this order from another. */
	amount: string;
	/** What only Poof can say against sending it; gives the refusal, if there is one. */
	obstacle?(): Promise<Settlement | undefined>;
	/** See {@link settle}. */
	readReceipt(answer: { json: unknown; text: string }): Receipt | string | undefined;
}

export interface MoneyOperation {
	/** `resource.operation`, part of what an idempotency key stands for. */
	name: string;
	path: string;
	/** Whether Poof keeps metadata with it, so that it can be found again by its key. */
	takesMetadata: boolean;
	/** Set when the answer may hold a secret, so that no sentence quotes it. */
	answerIsSecret?: true;
	/** @throws UnusableParameter */
	order(item: Item, idempotencyKey: string): Order;
}

/** One order under one key. */
interface Attempt {
	item: Item;
	operation: MoneyOperation;
	order: Order;
	key: string;
	scope: string;
}

/**
 * Runs one money operation to one of its four ends. Parameters that cannot be used are an end as well, `refused`, so that a
 * workflow branches on every case in one place.
 *
 * @throws NodeOperationError when n8n cannot give a parameter's value, such as for a broken expression
 */
export async function moveMoney(item: Item, operation: MoneyOperation): Promise<IDataObject> {
	let key = '';
	try {
		key = idempotencyKeyOf(item);
		const order = operation.order(item, key);
		const { apiKey, baseUrl } = item.account;
		const scope = scopeOf(apiKey, baseUrl, operation.name, key);
		const attempt = { item, operation, order, key, scope };
		const settlement = await once(
			scope,
			hash(JSON.stringify(order.essentials)),
			async () => await sendUnlessKnown(attempt),
			async (before) => (await existing(attempt, true)) ?? before,
		);
		return shown(item, key, settlement);
	} catch (error) {
		if (error instanceof UnusableParameter) {
			return shown(item, key, refused(`${error.message}, so nothing was sent.`, error.advice));
		}
		throw new NodeOperationError(item.node.getNode(), error as Error, { itemIndex: item.index });
	}
}

function shown(item: Item, idempotencyKey: string, settlement: Settlement): IDataObject {
	const { outcome, reason, nextStep, receipt, response } = settlement;
	const wanted = item.node.getNodeParameter('options.includeResponse', item.index, false) === true;
	const added = wanted ? { response: response ?? null } : {};
	return { outcome, idempotencyKey, reason, nextStep, ...receipt, ...added };
}

async function sendUnlessKnown(attempt: Attempt): Promise<Settlement> {
	const { item, operation, order, scope } = attempt;
	const before = (await existing(attempt, false)) ?? (await order.obstacle?.());
	if (before) return before;
	// What Poof itself can be asked about needs no record that may be wrong.
	if (operation.takesMetadata) return await send(attempt);
	if (await wasUsedBefore(item, scope)) return uncertain('This idempotency key was used before.');
	const settlement = await send(attempt);
	if (settlement.outcome === 'refused') await forgetUse(item, scope);
	return settlement;
}

async function send(attempt: Attempt): Promise<Settlement> {
	const { item, operation, order } = attempt;
	const { node, account, timeoutSeconds } = item;
	const answer = await ask(node, account, operation.path, order.body, timeoutSeconds);
	const settlement = settle(answer, order.readReceipt, operation.answerIsSecret);
	if (settlement.outcome !== 'uncertain') return settlement;
	return (await existing(attempt, true)) ?? settlement;
}

/**
 * What Poof holds under this key, as a settlement; undefined when there is nothing or it cannot be known.
 *
 * @param sent whether this order may have reached Poof already
 */
async function existing(attempt: Attempt, sent: boolean): Promise<Settlement | undefined> {
	const { item, operation, order, key } = attempt;
	const found = operation.takesMetadata ? await lookUp(item, key, sent) : undefined;
	if (!found) return undefined;
	const { id, status, amount, currency, paymentMethod } = found;
	if (differs(amount, order.amount)) {
		const reason = `Poof holds ${amount} ${currency} under this idempotency key, not ${order.amount}`;
		return sent
			? uncertain(`${reason}.`, { id })
			: refused(`${reason}, so nothing was sent.`, 'Have the amount looked at by a person.');
	}
	const receipt = { id, status, amount, currency, paymentMethod };
	return duplicate(receipt, 'Poof holds it under this idempotency key.');
}
