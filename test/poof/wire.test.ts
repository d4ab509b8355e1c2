/* eslint-disable @n8n/community-nodes/no-restricted-imports -- tests run in Node, not in n8n */
// What leaves the node byte for byte, read by a bare HTTP server.
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { INodeParameters } from 'n8n-workflow';

import { runNode } from '../engine';
import { FIAT_INVOICE, freshKey, PAYOUT } from './sandbox';

interface Received {
	path: string;
	headers: IncomingMessage['headers'];
	body: string;
}

/** Requests that are not the one under test, and their answers. */
const ASIDE: Record<string, string> = {
	'/api/v2/transaction_query': '[]',
	'/api/v2/balance': '{"balance":"99999999999999999999"}',
};

let server: Server;
let received: Received[];
let answer: { status: number; body: string; headers?: Record<string, string> };

beforeAll(async () => {
	server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const body = Buffer.concat(chunks).toString('utf8');
			const aside = ASIDE[request.url ?? ''];
			if (aside) {
				response.end(aside);
				return;
			}
			received.push({ path: request.url ?? '', headers: request.headers, body });
			response.writeHead(answer.status, answer.headers).end(answer.body);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
});
beforeEach(() => {
	received = [];
	answer = { status: 200, body: '{"transaction_id":"t1"}' };
});

async function run(parameters: INodeParameters) {
	const { port } = server.address() as AddressInfo;
	const { outputs } = await runNode({
		type: 'poof',
		parameters: { idempotencyKey: freshKey(), ...parameters },
		credentials: {
			poofIoApi: { apiKey: 'sha512-a+b/c==?d', baseUrl: `http://127.0.0.1:${port}/` },
		},
	});
	return outputs[0][0].json;
}

test.each([
	['0.123456789012345678', '0.123456789012345678'],
	['9007199254740993', '9007199254740993'],
	['0.10', '0.10'],
	['007.5', '7.5'],
])('the payout amount %s arrives as the number %s, digit for digit', async (given, arrives) => {
	answer.body = `{"transaction_id":"t-${arrives}"}`;
	expect(await run({ ...PAYOUT, payoutAmount: given })).toMatchObject({
		outcome: 'done',
		coinAmount: arrives,
	});
	expect(received).toHaveLength(1);
	expect(received[0].body).toBe(
		`{"amount":${arrives},"crypto":"solana","address":"${PAYOUT.address}"}`,
	);
});

test('the key travels bare in Authorization, unchanged', async () => {
	await run(PAYOUT);
	expect(received[0]).toMatchObject({
		path: '/api/v2/payouts',
		headers: { authorization: 'sha512-a+b/c==?d', 'content-type': 'application/json' },
	});
});

test.each([
	['payout', PAYOUT, '/api/v2/payouts'],
	['invoice', FIAT_INVOICE, '/api/v1/create_fiat_invoice'],
])('a 401 is not sent a second time: %s', async (_, parameters, path) => {
	answer = { status: 401, body: '' };
	expect(await run(parameters)).toMatchObject({ outcome: 'refused' });
	expect(received.filter((request) => request.path === path)).toHaveLength(1);
});

test.each([301, 302, 303, 307, 308])('a redirect is not followed: %d', async (status) => {
	answer = { status, body: '', headers: { location: '/elsewhere' } };
	expect(await run(PAYOUT)).toMatchObject({ outcome: 'uncertain' });
	expect(received.map(({ path }) => path)).toEqual(['/api/v2/payouts']);
});

test.each([
	['another address', '{"transaction_id":"t2","address":"someoneElse","amount":"0.2"}'],
	['another amount', '{"transaction_id":"t3","amount":"2"}'],
	['a refusal beside an ID', '{"transaction_id":"t4","message":"invalid"}'],
	['an empty ID', '{"transaction_id":""}'],
	['nothing', ''],
	['null', 'null'],
	['a number', '7'],
])('an answer that contradicts the request is uncertain: %s', async (_, body) => {
	answer.body = body;
	expect(await run(PAYOUT)).toMatchObject({ outcome: 'uncertain' });
});

test('what Poof writes is quoted on one line, short, and without the API key', async () => {
	answer.body = JSON.stringify({ message: `odd\n${'x'.repeat(4000)}` });
	const { reason } = await run(PAYOUT);
	expect(String(reason)).toMatch(/^Poof answered 200, but not in a way .*…"\.$/);
	expect(String(reason).length).toBeLessThan(300);
	answer.body = JSON.stringify({ message: 'your key sha512-a+b/c==?d is odd' });
	expect((await run(PAYOUT)).reason).toContain('your key [API key] is odd');
});
