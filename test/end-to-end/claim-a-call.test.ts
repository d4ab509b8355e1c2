/* eslint-disable @n8n/community-nodes/no-restricted-imports -- tests run in Node, not in n8n */
// The ledger in the real n8n, asked as a workflow of one's own asks it: every answer that it gives.
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { atTheEnd } from './at-the-end';
import { World } from './world';

jest.setTimeout(120_000);

let world: World;

beforeAll(async () => {
	world = await World.start(['call-to-invoice', 'claim-a-call']);
	await ask({ step: 'record', key: 'nobody', outcome: 'done' });
}, 300_000);

afterAll(async () => await world?.end());

/** Ends of the workflow: the steps that answer. */
const ANSWERS = ['Owned', 'Duplicate', 'Unclear', 'Recorded'];

/** The one answer, and how the run ended. */
async function ask(question: Record<string, string>) {
	const { status, failure, itemsOf } = await world.runByHand(
		...([world.idOf('claim-a-call'), 'Asked', 90_000] as const),
		{ ...{ outcome: '', poofId: '', approver: '', detail: '', filed: '' }, ...question },
	);
	return { status, failure, answers: ANSWERS.flatMap(itemsOf) };
}

const claim = async (key: string) =>
	await ask({
		...{ step: 'claim', key, action: 'create_invoice', amount: '49.00', currency: 'USD' },
		...{ requester: 'ACC-2041', workflow: 'Test', execution: '1' },
		due: new Date(Date.now() + 3_600_000).toISOString(),
	});

const statesOf = async (key: string) => (await world.claimsOf(key)).map(({ state }) => state);

/** An execution that has put down its row right behind ours, and was killed. */
const ANOTHER = "INSERT INTO ledger (key, state) VALUES (NEW.key, 'trying')";

it('is owned by the first, and tells those who come later what became of it', async () => {
	const key = `call_${randomUUID()}`;
	expect((await claim(key)).answers).toEqual([expect.objectContaining({ claim: 'owned', key })]);
	expect((await claim(key)).answers).toEqual([{ claim: 'duplicate', key, outcome: '' }]);
	const record = { step: 'record', key, outcome: 'done', poofId: 'inv_1', filed: 'log' };
	expect((await ask(record)).answers).toEqual([{ recorded: 'yes', key }]);
	expect((await ask({ ...record, outcome: 'refused' })).answers).toEqual([{ recorded: 'no', key }]);
	expect((await claim(key)).answers).toEqual([{ claim: 'duplicate', key, outcome: 'done' }]);
	expect(await world.claimsOf(key)).toEqual([
		expect.objectContaining({ state: 'settled', outcome: 'done', poofId: 'inv_1', filed: 'log' }),
	]);
});

it('tells of a call that another template has handled, and whose caller gave secrets away', async () => {
	const callId = await world.sendSecretsAndFinish('ready', {});
	expect((await claim(callId)).answers).toEqual([
		{ claim: 'duplicate', key: callId, outcome: 'done' },
	]);
	expect(await world.claimsOf(callId)).toHaveLength(1);
});

it('withdraws before one that came first', async () => {
	const key = `call_${randomUUID()}`;
	await world.addClaim({ key, state: 'trying' });
	expect((await claim(key)).answers).toEqual([{ claim: 'duplicate', key, outcome: '' }]);
	expect(await statesOf(key)).toEqual(['trying']);
});

it('waits for one that came later to withdraw, and is owned then', async () => {
	const key = `call_${randomUUID()}`;
	const { answers } = await world.withCompanyInLedger(ANOTHER, async () => {
		const asked = claim(key);
		await delay(5_000);
		const [, other] = await world.claimsOf(key);
		const filters = [{ columnName: 'id', condition: 'eq', value: other.id }];
		const filter = encodeURIComponent(JSON.stringify({ type: 'and', filters }));
		await world.rest('DELETE', `${await world.ledgerPath()}/rows?filter=${filter}`);
		return await asked;
	});
	expect(answers).toEqual([expect.objectContaining({ claim: 'owned', key })]);
	expect(await statesOf(key)).toEqual(['owned']);
});

it('is unclear when one that came later never withdraws', async () => {
	const key = `call_${randomUUID()}`;
	const { answers } = await world.withCompanyInLedger(ANOTHER, async () => await claim(key));
	expect(answers).toEqual([{ claim: 'unclear', key, outcome: '' }]);
	expect(await statesOf(key)).toEqual(['trying', 'trying']);
});

it('is unclear when it does not find its own row', async () => {
	const key = `call_${randomUUID()}`;
	const renamed = "UPDATE ledger SET key = 'another' WHERE id = NEW.id";
	const { answers } = await world.withCompanyInLedger(renamed, async () => await claim(key));
	expect(answers).toEqual([{ claim: 'unclear', key, outcome: '' }]);
});

it('stops when it cannot be written, and says so to whoever asks for something else', async () => {
	const { status } = await world.withUnusableLedger(async () => await claim('call_1'));
	expect(status).toBe('error');
	expect(await ask({ step: 'look', key: 'call_1' })).toMatchObject({
		status: 'error',
		failure: 'The field step must be claim or record.',
	});
});

atTheEnd(() => world, 'claim-a-call');
