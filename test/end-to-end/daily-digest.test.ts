// The daily digest in the real n8n: what it tells of the ledger's rows, and what becomes of it when a service is down.
import { atTheEnd } from './at-the-end';
import { until, World } from './world';

jest.setTimeout(120_000);

let world: World;
let workflowId: string;

beforeAll(async () => {
	world = await World.start(['call-to-invoice', 'daily-digest']);
	workflowId = world.idOf('daily-digest');
}, 300_000);

afterAll(async () => await world?.end());

const run = async () => await world.runByHand(workflowId, 'Every Morning');

const FAILED = {
	status: 'error',
	failure: expect.stringMatching(/^The daily digest did not reach everybody: \w+/),
};

/** Runs it, and gives the texts that it posted to Slack. */
async function posted(): Promise<string[]> {
	const before = (await world.state()).slack.messages.length;
	expect(await run()).toMatchObject({ status: 'success' });
	return (await world.state()).slack.messages.slice(before).map(({ text }) => text);
}

/** The invoice template mails as well. */
const mails = async () =>
	(await world.state()).gmail.messages.filter(({ to }) => to.includes('cfo@example.com'));

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();

let rows = 0;

/** A row of the ledger; in it what a template would have written. */
const row = (fields: Record<string, string>) => ({
	...{ key: `call_${++rows}`, state: 'settled', action: 'create_invoice', workflow: 'Test' },
	...{ amount: '49.00', currency: 'USD', requester: `Caller ${rows}`, execution: '1' },
	...(fields.state ? {} : { outcome: 'done', filed: 'log', settledAt: hoursAgo(1) }),
	...fields,
});

async function ledger(): Promise<string> {
	interface Table {
		id: string;
		name: string;
		project: { id: string };
	}
	const { data } = await world.rest<{ data: Table[] }>('GET', '/data-tables-global');
	const table = data.find(({ name }) => name === 'DialNexa calls');
	return `/projects/${table?.project.id}/data-tables/${table?.id}`;
}

/** Leaves these rows in the ledger, and no others. */
async function fill(...wanted: Array<Record<string, string>>): Promise<void> {
	const path = await ledger();
	const all = { type: 'and', filters: [{ columnName: 'id', condition: 'gt', value: 0 }] };
	await world.rest('DELETE', `${path}/rows?filter=${encodeURIComponent(JSON.stringify(all))}`);
	if (wanted.length > 0) await world.rest('POST', `${path}/insert`, { data: wanted });
}

/** The lines under each title. */
function sectionsOf(text: string): Record<string, string[]> {
	const [, ...blocks] = text.trim().split('\n\n');
	return Object.fromEntries(
		blocks.map((block) => {
			const [title, ...lines] = block.split('\n');
			return [title, lines];
		}),
	);
}

it('says in a line that there was nothing, even before the first call ever', async () => {
	const [text, ...more] = await posted();
	expect(more).toEqual([]);
	expect(text.trim().split('\n').slice(1)).toEqual([
		'No call came in since yesterday, and nothing waits.',
	]);
	expect(await mails()).toEqual([]);
});

it('tells of every call once, the most urgent first, with who decided', async () => {
	await fill(
		row({ requester: 'Done Ltd', approver: 'Finance Lead' }),
		row({ requester: 'Drafted Ltd', action: 'billing_question', outcome: 'answer drafted' }),
		row({
			requester: 'Declined Ltd',
			outcome: 'declined',
			filed: 'exceptions',
			approver: 'Second',
		}),
		row({ requester: 'Unsure Ltd', outcome: 'uncertain', filed: 'exceptions' }),
		row({ requester: 'Waiting Ltd', state: 'owned', due: hoursAgo(-3) }),
		row({ requester: 'Late Ltd', state: 'owned', due: hoursAgo(3) }),
		row({ requester: 'Crashed Ltd', state: 'trying' }),
		row({ requester: 'Yesterday Ltd', settledAt: hoursAgo(25) }),
	);
	const [text] = await posted();
	expect(text).toContain('Calls since yesterday: 7.');
	const sections = sectionsOf(text);
	expect(Object.keys(sections)).toEqual([
		'*Uncertain: look in Poof before anything else (1)*',
		'*Waits for a person (3)*',
		'*Went to the exception queue (1)*',
		'*Done (2)*',
	]);
	const [uncertain, waits, exceptions, done] = Object.values(sections);
	expect(uncertain).toEqual(['• create invoice 49.00 USD Unsure Ltd: uncertain']);
	expect(exceptions).toEqual([
		'• create invoice 49.00 USD Declined Ltd: declined, decided by Second',
	]);
	expect(done).toEqual([
		'• create invoice 49.00 USD Done Ltd: done, decided by Finance Lead',
		'• billing question 49.00 USD Drafted Ltd: answer drafted',
	]);
	const since = String.raw`since \d+ \w{3} \d\d:\d\d`;
	expect(waits).toEqual([
		expect.stringMatching(new RegExp(`Waiting Ltd: ${since}$`)),
		expect.stringMatching(new RegExp(`Late Ltd: ${since}, overdue$`)),
		expect.stringMatching(new RegExp(`Crashed Ltd: ${since}$`)),
	]);
	expect(text).not.toContain('Yesterday Ltd');
});

it('lists at most 20 calls of a kind, and counts the others', async () => {
	await fill(
		...Array.from({ length: 27 }, () => row({})),
		...Array.from({ length: 20 }, () => row({ state: 'owned' })),
	);
	const [text] = await posted();
	const [waits, done] = Object.values(sectionsOf(text));
	expect(waits).toHaveLength(20);
	expect(done).toHaveLength(21);
	expect(done.at(-1)).toBe('… and 7 more');
});

it('tells of real calls what the templates record of them', async () => {
	await fill();
	await world.sendLikeAndFinish('ready', {});
	await world.sendLikeAndFinish('unclear', {}, { secrets: true });
	const [text] = await posted();
	expect(Object.keys(sectionsOf(text))).toEqual([
		'*Went to the exception queue (1)*',
		'*Done (1)*',
	]);
	expect(text).toMatch(/• create invoice 49\.00 USD .+: done$/m);
});

describe('by mail too', () => {
	beforeAll(async () => await world.changeSettings(workflowId, { digestEmail: 'cfo@example.com' }));

	it('sends the same to the address of the Settings', async () => {
		await fill(row({ requester: 'Done Ltd' }), row({ requester: 'Other Ltd' }));
		await posted();
		const [mail, ...more] = await mails();
		expect(more).toEqual([]);
		expect(mail).toMatchObject({
			to: ['cfo@example.com'],
			subject: expect.stringMatching(/^Finance calls, \d+ \w+ \d{4}$/),
		});
		expect(mail.html).toContain(
			'<p><b>Done (2)</b><br>• create invoice 49.00 USD Done Ltd: done<br>• create invoice 49.00 USD Other Ltd: done</p>',
		);
	});

	it('lets nobody who calls format, link, mention or run anything', async () => {
		const said =
			'<!channel> @here <script>alert(1)</script> & *bold* _x_ `y` http://evil.example/a www.evil.example <http://evil.example|Poof>';
		const approver = '<b>Lead</b>';
		await fill(row({ requester: said, approver }));
		const [text] = await posted();
		const html = (await mails()).at(-1)?.html ?? '';
		for (const line of [text.split('\n').at(-1) ?? '', html.replaceAll(/<\/?(?:p|b|br)>/g, '')]) {
			expect(line).toContain(
				'&lt;!channel&gt; ＠here &lt;script&gt;alert(1)&lt;/script&gt; &amp; bold',
			);
			expect(line).not.toMatch(/[<>*`@]|:\/\/|evil\.example/);
		}
		expect(html.match(/<b>/g)).toHaveLength(1);
	});

	it('tells of a quiet day as well', async () => {
		await fill();
		await posted();
		expect((await mails()).at(-1)?.html).toMatch(/^<p>No call came in since yesterday.*<\/p>\s*$/);
	});

	it('is mailed when Slack is down, and the run ends as failed', async () => {
		const before = (await mails()).length;
		await world.control('POST', 'faults', { service: 'slack', fault: 'status_503', times: 1 });
		expect(await run()).toMatchObject(FAILED);
		expect(await mails()).toHaveLength(before + 1);
	});

	it('is posted when Gmail is down, and the run ends as failed', async () => {
		const before = await world.state();
		await world.control('POST', 'faults', { service: 'gmail', fault: 'status_503', times: 1 });
		expect(await run()).toMatchObject(FAILED);
		const after = await world.state();
		expect(after.slack.messages).toHaveLength(before.slack.messages.length + 1);
		expect(after.gmail.messages).toHaveLength(before.gmail.messages.length);
	});

	afterAll(async () => await world.changeSettings(workflowId, { digestEmail: '' }));
});

it('ends as failed when Slack is the only place and is down', async () => {
	await world.control('POST', 'faults', { service: 'slack', fault: 'status_503', times: 1 });
	expect(await run()).toMatchObject(FAILED);
});

it('comes by itself', async () => {
	interface Saved {
		versionId: string;
		nodes: Array<{ name: string; parameters: object }>;
	}
	const path = `/workflows/${workflowId}`;
	const before = await world.executions();
	const { nodes, versionId } = await world.rest<Saved>('GET', path);
	const rule = { interval: [{ field: 'seconds', secondsInterval: 2 }] };
	const often = nodes.map((node) =>
		node.name === 'Every Morning' ? { ...node, parameters: { rule } } : node,
	);
	const saved = await world.rest<Saved>('PATCH', path, { nodes: often, versionId });
	await world.rest('POST', `${path}/activate`, { versionId: saved.versionId });
	await world.execution(before);
	await world.rest('POST', `${path}/deactivate`, {});
	await until('message', async () => {
		const { slack } = await world.state();
		return slack.messages.at(-1)?.text.includes('No call came in');
	});
});

atTheEnd(() => world, 'daily-digest');
