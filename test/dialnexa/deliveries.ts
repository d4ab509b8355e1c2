import { createHmac } from 'node:crypto';

export const SECRET = 'organisation-secret';

export const ENDED = {
	event_type: 'call_ended',
	payload: { call: { id: 'call_1', status: 'completed', agent_id: 'agent_1' } },
};

export const hmac = (body: string, secret = SECRET) =>
	createHmac('sha256', secret).update(body).digest('hex');

/** Posts a body as DialNexa's dashboard webhook does; `headers` replace the signature. */
export async function post(url: string, body: unknown, headers?: Record<string, string>) {
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	const response = await fetch(url, {
		method: 'POST',
		headers: {
			'content-type': 'application/json',
			...(headers ?? { 'x-dialnexa-signature': hmac(text) }),
		},
		body: text,
	});
	return { status: response.status, text: await response.text() };
}
