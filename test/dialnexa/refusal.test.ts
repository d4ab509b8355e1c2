import { refusalOf, type Answer } from '../../nodes/DialNexa/transport';

const WORKSPACE = { apiKey: ['keyid', 'half'].join(':'), baseUrl: 'https://d', webhookSecret: '' };
const refusal = (status: number, message: unknown) =>
	refusalOf({ kind: 'answered', status, json: { message } }, WORKSPACE);

test('says what DialNexa said, in one line, whether it said one thing or several', () => {
	expect(refusal(400, 'no').message).toBe('DialNexa answered 400: no');
	expect(refusal(400, ['no', 'not so']).message).toBe('DialNexa answered 400: no; not so');
	expect(refusal(500, { strange: true }).message).toBe('DialNexa answered 500');
});

test('repeats neither the key nor what a caller said nor a whole page', () => {
	const said = `keyid:half may not call 4242 4242 4242 4242, ${'x'.repeat(1_000)}`;
	const { message } = refusal(400, said);
	expect(message).toContain('[API key] may not call [card removed], xxx');
	expect(message.length).toBeLessThan(350);
});

test.each<[number, string]>([
	[401, 'whole key'],
	[402, 'billing wallet'],
	[403, 'may not do this'],
	[404, 'Check the ID'],
	[409, 'still uses this'],
	[429, 'fewer requests'],
	[503, 'Try again later'],
	[400, 'Check the parameters'],
])('%i comes with what to do next', (status, hint) => {
	expect(refusal(status, '').hint).toContain(hint);
});

test.each<[Answer, string, string]>([
	[{ kind: 'unsent', reason: 'Not reached', code: 'ENOTFOUND' }, 'Not reached', 'ENOTFOUND'],
	[{ kind: 'unanswered', reason: 'No answer', code: '' }, 'No answer', 'no code'],
	[{ kind: 'answered', status: 200, json: undefined }, 'something other than JSON', 'Base URL'],
])('an answer that is none: %j', (answer, message, hint) => {
	const refused = refusalOf(answer, WORKSPACE);
	expect(refused.message).toContain(message);
	expect(refused.hint).toContain(hint);
});
