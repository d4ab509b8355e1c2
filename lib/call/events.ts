/**
 * DialNexa names what happened differently in each payload generation, and the flat generation C
 * not at all. These tables translate into the names of CALL_EVENTS. Sources: DialNexa's webhook
 * reference and statuses page (documented), `hangup` with a reason (documented for generation B).
 */
const BY_NAME: ReadonlyMap<string, string> = new Map([
	['call_initiated', 'call.started'],
	['transfer_completed', 'call.transferred'],
]);

/** Events that only say that the call is over: its status says how. */
const ENDED = new Set(['call_ended', 'call.ended']);

const BY_STATUS: ReadonlyMap<string, string> = new Map([
	['created', 'call.started'],
	['initiated', 'call.started'],
	['sent', 'call.started'],
	['received', 'call.started'],
	['completed', 'call.completed'],
	['did_not_pick', 'call.no_answer'],
	['busy', 'call.no_answer'],
	['no_answer', 'call.no_answer'],
	['retry_expired', 'call.no_answer'],
	['failed', 'call.failed'],
	['cancelled', 'call.failed'],
]);

/** Reasons for a `hangup` that mean that nobody was reached; every other reason means it failed. */
const NOBODY_REACHED = new Set([
	'user_did_not_pick_up',
	'user_busy',
	'user_unreachable',
	'voicemail_detected',
]);

function eventOfStatus(status: string, endReason: string): string | undefined {
	if (status !== 'hangup') return BY_STATUS.get(status);
	return NOBODY_REACHED.has(endReason) ? 'call.no_answer' : 'call.failed';
}

/**
 * The event in the vocabulary of CALL_EVENTS.
 *
 * @param named DialNexa's own name of the event; empty when the payload has none.
 * @param subscribedTo the event of the webhook that the payload came through; empty when unknown.
 * @returns an unknown name unchanged. A call that only says that it ended counts as completed when
 * neither its status nor its webhook says more: the flat payload is documented for ended calls.
 */
export function eventOf(
	named: string,
	status: string,
	endReason: string,
	subscribedTo: string,
): string {
	if (named && !ENDED.has(named)) return BY_NAME.get(named) ?? named;
	return eventOfStatus(status, endReason) ?? (subscribedTo || 'call.completed');
}
