/**
 * Which deliveries have been handed to n8n, so that DialNexa's retries start nothing twice. Lives
 * as long as the process and holds the last ten thousand; it is a courtesy to the reader of the
 * executions, not the guard of any money: that is the claim in the workflow.
 */
const MOST = 10_000;
const handedOver = new Set<string>();

/** Remembers the delivery. @returns false when it was remembered already. */
export function isFirstDelivery(delivery: string): boolean {
	if (handedOver.has(delivery)) return false;
	handedOver.add(delivery);
	if (handedOver.size > MOST) {
		const oldest = handedOver.values().next().value;
		if (oldest !== undefined) handedOver.delete(oldest);
	}
	return true;
}

/** The delivery did not reach an execution: its redelivery shall. */
export function forgetDelivery(delivery: string): void {
	handedOver.delete(delivery);
}
