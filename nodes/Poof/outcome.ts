import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import type { Answer } from './transport';

/**
 * How every money operation ends. `uncertain` means that the money may have moved: no machine sends it again. What each
 * way to go wrong becomes is the table in docs/outcomes.md, which is also the input of its test.
 */
export type Outcome = 'done' | 'duplicate' | 'refused' | 'uncertain';

/** What Poof gave for a money operation: its identifiers and what it says it did. Amounts are decimal strings. */
export type Receipt = IDataObject;

export interface Settlement {
	outcome: Outcome;
	/** What happened, a sentence for the person who looks at the item. */
	reason: string;
	/** What that person should do next. */
	nextStep: string;
	/** Empty when Poof gave nothing to go by. */
	receipt: Receipt;
	/** What Poof answered, as JSON or else as text; undefined when it was not asked or did not answer. */
	response?: unknown;
}

const CHECK_FIRST =
	'Do not send it again. Look for it under Transactions in Poof; only when it is certainly not there, start again with a new idempotency key.';

export function done(receipt: Receipt): Settlement {
	return { outcome: 'done', reason: 'Poof confirmed it.', nextStep: 'Nothing to do.', receipt };
}

export function duplicate(receipt: Receipt, reason: string): Settlement {
	return {
		outcome: 'duplicate',
		reason,
		nextStep: 'Nothing to do: go on with what exists already.',
		receipt,
	};
}

export function refused(reason: string, nextStep: string): Settlement {
	return { outcome: 'refused', reason, nextStep, receipt: {} };
}

export function uncertain(reason: string, receipt: Receipt = {}): Settlement {
	return { outcome: 'uncertain', reason, nextStep: CHECK_FIRST, receipt };
}

export const USED_OTHERWISE = refused(
	'This idempotency key was used for something else before, so nothing was sent.',
	'Use one idempotency key for one call and one action. If the amount or the recipient has changed, have it looked at.',
);

/**
 * Decides what an answer to a money request means.
 *
 * @param readReceipt what the operation finds in a good answer: its receipt; a sentence when the answer speaks of something
 * other than what was asked for; undefined when it is no good answer at all
 * @param isSecret whether the answer may hold a secret, so that it is not quoted
 */
export function settle(answer: Answer, readReceipt: ReadReceipt, isSecret = false): Settlement {
	const settlement = meaningOf(answer, readReceipt, isSecret);
	return answer.kind === 'answered'
		? { ...settlement, response: answer.json ?? answer.text }
		: settlement;
}

type ReadReceipt = (answer: { json: unknown; text: string }) => Receipt | string | undefined;

function meaningOf(answer: Answer, readReceipt: ReadReceipt, isSecret: boolean): Settlement {
	if (answer.kind === 'unsent') {
		return refused(`${answer.reason}, so nothing was sent.`, 'Check the network and start again.');
	}
	if (answer.kind === 'unanswered') return uncertain(`${answer.reason}.`);
	const { status } = answer;
	const found = readReceipt(answer);
	const refusal = refusalIn(answer);
	if (typeof found === 'string') return uncertain(found);
	if (found && status < 300 && !refusal) return done(found);
	// A refusal that carries a receipt contradicts itself.
	if (found) return uncertain(`Poof answered ${status} with contradictory content.`, found);
	if (status < 300 && refusal) return refused(`Poof answered "${refusal}".`, adviceFor(refusal));
	if (NOT_ACCEPTED.includes(status)) {
		const text = refusal ? ` and "${refusal}"` : '';
		return refused(`Poof answered ${status}${text}.`, adviceFor(refusal ?? '', status));
	}
	if (status >= 300) {
		return uncertain(`Poof answered ${status}, which does not say whether it was done.`);
	}
	const quoted = isSecret ? '' : `: "${excerpt(answer.text)}"`;
	return uncertain(
		`Poof answered ${status}, but not in a way that says whether it was done${quoted}.`,
	);
}

/**
 * Statuses that say the request itself was not acceptable, so that nothing was carried out. All others speak of timing, load,
 * redirection or a fault on the way (3xx, 408, 409, 425, 429, 5xx): they do not rule out that it was.
 */
const NOT_ACCEPTED = [400, 401, 402, 403, 404, 405, 413, 415, 422];

/** The texts seen in 2xx answers that refuse (API sheet, section 6: [LIB] and [CODE], medium). */
const KNOWN_REFUSALS = /^(invalid\b|insufficient balance\b|unauthorized\b)/i;

const saidSchema = z.object({ message: z.unknown(), error: z.unknown() }).partial();

/** The words by which Poof refuses, cut to a quotable length, or undefined when the answer holds no known refusal. */
export function refusalIn({ json, text }: { json: unknown; text: string }): string | undefined {
	const said = saidSchema.safeParse(json);
	const places = said.success ? [said.data.error, said.data.message] : [json ?? text];
	const words = places.find(
		(place): place is string => typeof place === 'string' && KNOWN_REFUSALS.test(place.trim()),
	);
	return words === undefined ? undefined : excerpt(words);
}

/** Words of Poof's, on one line and short enough to be shown. */
export function excerpt(text: string): string {
	const line = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
	return line.length > 160 ? `${line.slice(0, 160)}…` : line;
}

function adviceFor(words: string, status?: number): string {
	if (/authorization|unauthorized/i.test(words) || status === 401 || status === 403) {
		return 'Check the API key in the Poof credential, then start again.';
	}
	if (/insufficient/i.test(words)) {
		return 'Fund the wallet for this coin in Poof, or send less, then start again.';
	}
	return 'Check the parameters of this step, and that the payment method or coin is set up in Poof, then start again.';
}
