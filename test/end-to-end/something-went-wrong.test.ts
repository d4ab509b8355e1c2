// The error workflow: a person hears of a workflow that stopped, in Slack and in the sheet, and by one when the other is down.
import { atTheEnd } from './at-the-end';
import { until, World, type Execution } from './world';

jest.setTimeout(120_000);

let world: World;

beforeAll(async () => {
	world = await World.start(['something-went-wrong', 'call-to-invoice', 'catch-up-missed-calls']);
	await world.edit(world.idOf('catch-up-missed-calls'), (parametersOf) => {
		// The step tries three times, five seconds apart; runs must not share its tries.
		parametersOf('Every 15 Minutes').rule = {
			interval: [{ field: 'seconds', secondsInterval: 20 }],
		};
	});
}, 300_000);

afterAll(async () => await world?.end());

const stoppedRows = async () =>
	(await world.rows('Exceptions')).filter(({ Ended }) => Ended === 'workflow stopped');
const messages = async () => (await world.state()).slack.messages;

/** Waits until the error workflow has been started, since then, and has come to its end. */
async function errorWorkflowAfter(before: Execution[]) {
	const known = new Set(before.map(({ id }) => id));
	const errorWorkflow = world.idOf('something-went-wrong');
	return await until(
		'run of the error workflow that ended',
		async () =>
			(await world.executions()).find(
				({ id, workflowId, status }) =>
					!known.has(id) && workflowId === errorWorkflow && ['success', 'error'].includes(status),
			),
		90_000,
	);
}

/** Makes the workflow that lists calls stop; `down` are down while a person is to be told. */
async function stopOnce(...down: Array<{ service: string; times: number }>) {
	for (const { service, times } of down)
		await world.control('POST', 'faults', { service, fault: 'status_503', times });
	const before = await world.executions();
	const list = { service: 'dialnexa', operation: 'listCalls', fault: 'status_503', times: 3 };
	await world.control('POST', 'faults', list);
	return await errorWorkflowAfter(before);
}

it('tells in Slack and in the exception queue which workflow stopped where, with a link', async () => {
	const { status } = await stopOnce();
	expect(status).toBe('success');
	const [row, ...moreRows] = await stoppedRows();
	expect(moreRows).toEqual([]);
	expect(row.Detail).toMatch(/^Catch up DialNexa calls .* stopped at List Calls That Are Over: \w/);
	expect(row.Record).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/workflow\/\w+\/executions\/\d+$/);
	const [message, ...moreMessages] = await messages();
	expect(moreMessages).toEqual([]);
	expect(JSON.stringify(message)).toContain('List Calls That Are Over');
	expect(JSON.stringify(message)).toContain(row.Record);
});

it('tells of a workflow that stopped with a call in its hands, and nothing that the call must not say', async () => {
	const before = await world.executions();
	await world.breakDown('sheets', 'status_503', 1, 'values.append');
	await world.breakDown('slack', 'status_503', 1, 'chat.postMessage');
	const { callId } = await world.sendLike('unclear', {}, { secrets: true });
	expect(await errorWorkflowAfter(before)).toMatchObject({ status: 'success' });
	const row = (await stoppedRows()).at(-1);
	expect(row?.Detail).toContain('stopped at Tell Slack Instead');
	expect(JSON.stringify((await messages()).at(-1))).toContain('Tell Slack Instead');
	expect(await world.rowsOf(callId, 'Exceptions')).toEqual([]);
});

it('tells in Slack alone when the sheet is down', async () => {
	const [rows, said] = [await stoppedRows(), await messages()];
	const { status } = await stopOnce({ service: 'sheets', times: 1 });
	expect(status).toBe('success');
	expect(await stoppedRows()).toHaveLength(rows.length);
	expect(await messages()).toHaveLength(said.length + 1);
});

it('tells in the sheet alone when Slack is down', async () => {
	const [rows, said] = [await stoppedRows(), await messages()];
	const { status } = await stopOnce({ service: 'slack', times: 1 });
	expect(status).toBe('success');
	expect(await stoppedRows()).toHaveLength(rows.length + 1);
	expect(await messages()).toHaveLength(said.length);
});

it('is shown as failed in n8n when both are down', async () => {
	const { status } = await stopOnce(
		{ service: 'sheets', times: 1 },
		{ service: 'slack', times: 1 },
	);
	expect(status).toBe('error');
});

atTheEnd(() => world, 'something-went-wrong');
