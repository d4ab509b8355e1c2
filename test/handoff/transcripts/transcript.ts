import type { Input } from '../calls';

/** A whole call as it might have been, with what its agent's analysis made of it, and where it has to end. */
export interface Transcript {
	title: string;
	language: 'English' | 'Hindi';
	caller: 'honest' | 'confused' | 'malicious';
	/** One turn a line: `A:` is the agent, `C:` the caller. */
	said: string;
	analysis: Record<string, string | number | boolean>;
	metadata?: Record<string, unknown>;
	direction?: 'inbound' | 'outbound';
	event?: string;
	/** Parameters of the node that differ from the defaults. */
	parameters?: Input['parameters'];
	/** Evidence and fields that the workflow gave. */
	mapped?: Input['mapped'];
	route: 'ready' | 'approval' | 'exception';
	/** The codes of all reasons, in any order. */
	reasons: string[];
}

/** A caller whom the agent has verified. */
export const verified = (name: string, account: string, email: string, confidence = '0.95') => ({
	customer_name: name,
	account,
	email,
	match_confidence: confidence,
});

export const allConfirmed = {
	recipient_confirmed: 'true',
	consent_given: 'true',
	channel_confirmed: 'true',
	purpose_confirmed: 'true',
	follow_up_confirmed: 'true',
};
