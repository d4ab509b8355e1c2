import type { IDataObject } from 'n8n-workflow';
import { once, digest } from './once';
import type { Result } from './operation';
import { refused, settle, type Settlement } from './outcome';
import { textOf, type Item } from './parameters';
import { DialNexaRefusal, send, workspaceOf, type Request, type Workspace } from './transport';

/** Something that makes DialNexa dial, and therefore costs money. */
export interface Order {
	/** Which operation it is: an idempotency key stands for one action of one kind. */
	kind: string;
	/** What is ordered; the same key with something else is refused. */
	fingerprint: string;
	request: Request;
	receiptIn(json: unknown): IDataObject | undefined;
	/** Asks DialNexa whether it was ordered before under the key; undefined when it was not. */
	find?(workspace: Workspace): Promise<Settlement | undefined>;
}

/** Whether it was ordered before could not be asked, and nothing has been sent yet. */
function unchecked(error: unknown): Settlement {
	const { message, hint } =
		error instanceof DialNexaRefusal ? error : new DialNexaRefusal(String(error), '', 0);
	return refused(`${message}, so nothing was ordered.`, hint);
}

/**
 * Places an order once per idempotency key: asks DialNexa whether it has it already where that can
 * be asked, sends it, and asks again when the answer leaves it open. Never sends it twice.
 *
 * @returns one result with `outcome`, `idempotencyKey`, `reason`, `nextStep` and the receipt.
 * @throws UnusableParameter, or DialNexaRefusal when the credential cannot be used.
 */
export async function place(item: Item, order: Order): Promise<Result[]> {
	const workspace = await workspaceOf(item.node);
	const key = textOf(item, 'idempotencyKey', 'Idempotency Key');
	const { find, receiptIn, request } = order;

	async function lookUp(before: Settlement): Promise<Settlement> {
		// A look-up that fails leaves the matter as open as it was.
		const found = await find?.(workspace).catch(() => undefined);
		return found ?? before;
	}

	const settlement = await once(
		digest(workspace.apiKey, workspace.baseUrl, order.kind, key),
		order.fingerprint,
		async () => {
			try {
				const earlier = await find?.(workspace);
				if (earlier) return earlier;
			} catch (error) {
				return unchecked(error);
			}
			const settled = settle(await send(item.node, workspace, request), workspace, receiptIn);
			return settled.outcome === 'uncertain' ? await lookUp(settled) : settled;
		},
		lookUp,
	);
	const { outcome, reason, nextStep, receipt } = settlement;
	return [{ json: { outcome, idempotencyKey: key, reason, nextStep, ...receipt } }];
}
