import { excerpt, refusalIn } from './outcome';
import { hash } from './once';
import { ask, type Account, type PoofContext } from './transport';

export type Registration =
	| { kind: 'registered' }
	/** It was not registered. */
	| { kind: 'refused'; reason: string }
	/** It may or may not have been registered. */
	| { kind: 'unclear'; reason: string };

/** What became of each address that this process has asked Poof to register, by account. */
const asked = new Map<string, Promise<Registration>>();

/**
 * Registers an address with Poof (`POST /api/v1/create_webhook`, [DOC-via], high) once in the life of this process. Poof can
 * add a webhook but neither list nor remove one, and whether a second time adds another is unknown.
 */
export async function registerWebhook(
	context: PoofContext,
	account: Account,
	url: string,
): Promise<Registration> {
	if (!/^https:\/\/|^http:\/\/(localhost|127\.0\.0\.1)[:/]/i.test(url)) {
		return { kind: 'refused', reason: `Poof calls HTTPS addresses only, and this is ${url}` };
	}
	const name = hash(JSON.stringify([account.apiKey, account.baseUrl, url]));
	const before = asked.get(name);
	if (before) return await before;
	const registration = ask(
		context,
		account,
		'/api/v1/create_webhook',
		JSON.stringify({ url }),
		30,
	).then((answer): Registration => {
		if (answer.kind === 'unsent') return { kind: 'refused', reason: answer.reason };
		if (answer.kind === 'unanswered') return { kind: 'unclear', reason: answer.reason };
		const refusal = refusalIn(answer);
		if (refusal) return { kind: 'refused', reason: `Poof answered "${refusal}"` };
		if (answer.status < 300) return { kind: 'registered' };
		const said = excerpt(answer.text);
		return { kind: 'unclear', reason: `Poof answered ${answer.status}: ${said}` };
	});
	asked.set(name, registration);
	if ((await registration).kind === 'refused') asked.delete(name);
	return await registration;
}
