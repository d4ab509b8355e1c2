import type { IDataObject } from 'n8n-workflow';
import { refusalOf, type Answer, type Workspace } from './transport';

/**
 * How an order that costs money ends. `uncertain` means that DialNexa may be dialling: no machine
 * orders it again.
 */
export type Outcome = 'done' | 'duplicate' | 'refused' | 'uncertain';

export interface Settlement {
	outcome: Outcome;
	/** What happened, a sentence for the person who looks at the item. */
	reason: string;
	/** What that person should do next. */
	nextStep: string;
	/** What DialNexa gave for it; empty when it gave nothing. */
	receipt: IDataObject;
}

export function done(receipt: IDataObject): Settlement {
	return { outcome: 'done', reason: 'DialNexa accepted it.', nextStep: 'Nothing to do.', receipt };
}

export function duplicate(receipt: IDataObject): Settlement {
	return {
		outcome: 'duplicate',
		reason: 'It was ordered before under this idempotency key.',
		nextStep: 'Nothing to do: go on with what exists already.',
		receipt,
	};
}

export function refused(reason: string, nextStep: string): Settlement {
	return { outcome: 'refused', reason, nextStep, receipt: {} };
}

export function uncertain(reason: string): Settlement {
	return {
		outcome: 'uncertain',
		reason,
		nextStep:
			'Do not order it again. Look for it in DialNexa; only when it is certainly not there, start again with a new idempotency key.',
		receipt: {},
	};
}

/** Statuses that say that the order itself was not acceptable, so that nothing was carried out. */
const NOT_ACCEPTED = [400, 401, 402, 403, 404, 405, 413, 415, 422];

/**
 * Decides what an answer to an order means. Everything that neither confirms nor rules out that it
 * was carried out (timing, load, a fault on the way) is uncertain.
 *
 * @param receiptIn what the operation finds in a good answer; undefined when it is none.
 */
export function settle(
	answer: Answer,
	workspace: Workspace,
	receiptIn: (json: unknown) => IDataObject | undefined,
): Settlement {
	if (answer.kind === 'unsent') {
		return refused(`${answer.reason}, so nothing was ordered.`, 'Check the network and try again.');
	}
	if (answer.kind === 'unanswered') return uncertain(`${answer.reason}.`);
	const receipt = answer.status < 300 ? receiptIn(answer.json) : undefined;
	if (receipt) return done(receipt);
	const { message, hint } = refusalOf(answer, workspace);
	if (NOT_ACCEPTED.includes(answer.status)) return refused(`${message}.`, hint);
	return uncertain(
		answer.status < 300
			? 'DialNexa answered without saying what it ordered.'
			: `${message}, which does not say whether it was ordered.`,
	);
}
