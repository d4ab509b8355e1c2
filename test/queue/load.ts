/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- tests run in Node, not in n8n */
// Many deliveries at once, each with an execution of its own.
import { randomInt, randomUUID } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { until, World, type Execution } from '../end-to-end/world';

/** The ways that n8n runs: its name and the options of `npm start`. */
export const WAYS: Array<[name: string, options: string[]]> = [
	['one process on SQLite', []],
	['queue mode on PostgreSQL, a main and two workers', ['--queue']],
];

/** A world of its own, on ports that nobody else likes best. */
export async function startWorld(templates: string[], options: string[]): Promise<World> {
	const folder = mkdtempSync(join(tmpdir(), 'load-'));
	writeFileSync(join(folder, 'ports.json'), JSON.stringify({ n8n: 0, sandbox: 0 }));
	return await World.start(templates, folder, options);
}

export interface Delivery {
	callId: string;
	/** The webhook that hears of it. */
	url: string;
}

const CALLS = 50;
const DELIVERIES = 10;
const AT_ONCE = 25;

export interface Workflow {
	name: string;
	nodes: Array<{ name: string; type: string; webhookId?: string; parameters: object }>;
	connections: unknown;
	settings: unknown;
}

interface StoredWorkflow extends Workflow {
	id: string;
	versionId: string;
}

interface Page {
	count: number;
	results: Execution[];
}

/** Puts a workflow into n8n and publishes it, with webhooks of its own. @returns its ID */
export async function switchOn(
	world: World,
	{ name, nodes, connections, settings }: Workflow,
): Promise<string> {
	const { id, versionId } = await world.rest<StoredWorkflow>('POST', '/workflows', {
		nodes: nodes.map((node) => ({ ...node, ...(node.webhookId && { webhookId: randomUUID() }) })),
		...{ name, connections, settings },
	});
	await world.rest('POST', `/workflows/${id}/activate`, { versionId });
	await until('published workflow', async () => {
		const path = `/workflows/${id}/publication-status`;
		return (await world.rest<{ status: string }>('GET', path)).status === 'published';
	});
	return id;
}

/**
 * Switches on copies of the workflow, as if it had been imported several times, until there are `wanted` of it. A trigger starts one
 * execution a call, however often it is delivered; every copy has a trigger of its own, so each delivery reaches the claim.
 *
 * @returns where the triggers of the original and of the copies listen
 */
export async function copies(world: World, workflowId: string, wanted: number): Promise<string[]> {
	const workflow = await world.rest<Workflow>('GET', `/workflows/${workflowId}`);
	for (let copy = 2; copy <= wanted; copy += 1)
		await switchOn(world, { ...workflow, name: `${workflow.name} (copy ${copy})` });
	return await until('webhook of every copy', async () => {
		const urls = (await world.state()).dialnexa.webhooks.map(({ url }) => url);
		return urls.length === wanted && urls;
	});
}

/** Every call to every webhook, in random order. */
export function shuffled(callIds: string[], urls: string[]): Delivery[] {
	const deliveries = callIds.flatMap((callId) => urls.map((url) => ({ callId, url })));
	for (let last = deliveries.length - 1; last > 0; last -= 1) {
		const other = randomInt(last + 1);
		[deliveries[last], deliveries[other]] = [deliveries[other], deliveries[last]];
	}
	return deliveries;
}

/** Makes the deliveries, `atOnce` under way at a time. @returns how n8n answered each: 200, or what else it said */
export async function deliver(
	world: World,
	sample: string,
	deliveries: Delivery[],
	atOnce: number,
): Promise<Array<number | string>> {
	const waiting = [...deliveries];
	const answers: Array<number | string> = [];
	const lane = async () => {
		for (let next = waiting.pop(); next; next = waiting.pop()) {
			const sent = await world.send({ sample, ...next });
			answers.push(
				...sent.deliveries.map(({ status, body }) =>
					status === 200 ? 200 : `${status}: ${body.slice(0, 200)}`,
				),
			);
		}
	};
	await Promise.all(Array.from({ length: atOnce }, lane));
	return answers;
}

export async function countExecutions(world: World, status: string[]): Promise<number> {
	const filter = encodeURIComponent(JSON.stringify({ status }));
	return (await world.rest<Page>('GET', `/executions?limit=1&filter=${filter}`)).count;
}

const ENDED = ['success', 'error', 'crashed', 'canceled'];
const UNDER_WAY = ['new', 'running', 'waiting'];
/** How long none may end while some are under way: how long all of them take depends on what else the machine does. */
const STALLED_MS = 60_000;

/** Waits until `expected` executions have ended, however they ended, and none is under way. @throws when none ends any more. */
export async function allEnded(world: World, expected: number): Promise<void> {
	let ended = 0;
	for (let since = Date.now(); Date.now() - since < STALLED_MS; await delay(500)) {
		const now = await countExecutions(world, ENDED);
		if (now >= expected && (await countExecutions(world, UNDER_WAY)) === 0) return;
		if (now !== ended) since = Date.now();
		ended = now;
	}
	const open = await countExecutions(world, UNDER_WAY);
	throw new Error(
		`For ${STALLED_MS / 1000} s no execution has ended: ${ended} of ${expected} have, ${open} are under way`,
	);
}

/**
 * Delivers the calls ten times each, many at once and in random order, to the template that makes invoices, and
 * expects one invoice and one row in the log for each call. @returns the calls
 */
export async function expectOneInvoiceACall(
	world: World,
	way: string,
	calls = CALLS,
	workflowId = world.idOf('call-to-invoice'),
): Promise<string[]> {
	const urls = await copies(world, workflowId, DELIVERIES);
	const callIds = Array.from({ length: calls }, (_, index) => `call_load_${index}`).sort();
	const deliveries = shuffled(callIds, urls);
	const before = await countExecutions(world, ['success']);
	const began = Date.now();
	const answers = await deliver(world, 'ready', deliveries, AT_ONCE);
	const answered = Date.now();
	// What is not taken never ends.
	expect([...new Set(answers)]).toEqual([200]);
	await allEnded(world, before + deliveries.length);
	const took = (from: number, to: number) => `${Math.round((to - from) / 1000)} s`;
	process.stdout.write(
		`${way}: ${deliveries.length} deliveries answered in ${took(began, answered)}, ` +
			`executed after ${took(began, Date.now())}\n`,
	);

	expect(await countExecutions(world, ['success'])).toBe(before + deliveries.length);
	const { poof, requests } = await world.state();
	expect(poof.invoices.map(({ metadata }) => metadata.call_id).sort()).toEqual(callIds);
	const sent = requests.filter(({ operation }) => operation === 'create_fiat_invoice');
	expect(sent).toHaveLength(calls);
	expect((await world.rows('Log')).map(({ Ended }) => Ended)).toEqual(callIds.map(() => 'done'));
	expect(await world.rows('Exceptions')).toEqual([]);
	return callIds;
}

/** Has all of these people press Approve at the same moment wherever Slack waits for a click, until `enough` says so. */
export async function approveUntil(
	world: World,
	people: string[],
	enough: () => Promise<boolean>,
	withinMs: number,
): Promise<void> {
	const press = async (message: string, user: string) =>
		await world.control('POST', 'slack/decide', { message, decision: 'approve', user });
	await until(
		'end of the approvals',
		async () => {
			// Whoever comes too late may find no button any more.
			for (const { ts } of await world.undecided())
				await Promise.allSettled(people.map(async (user) => await press(ts, user)));
			return await enough();
		},
		withinMs,
	);
}

/** The ledger, n8n's data table, as a user sees and edits it. */
export class Ledger {
	private constructor(
		private readonly world: World,
		private readonly path: string,
	) {}

	static async of(world: World): Promise<Ledger> {
		const { data } = await world.rest<{
			data: Array<{ id: string; projectId: string; name: string }>;
		}>('GET', '/data-tables-global');
		const table = data.find(({ name }) => name === 'DialNexa calls');
		if (!table) throw new Error('There is no ledger yet');
		return new Ledger(world, `/projects/${table.projectId}/data-tables/${table.id}`);
	}

	private readonly filter = (callId: string) => ({
		type: 'and',
		filters: [{ columnName: 'key', condition: 'eq', value: callId }],
	});

	async rowsOf(callId: string): Promise<Array<Record<string, string | null>>> {
		const filter = encodeURIComponent(JSON.stringify(this.filter(callId)));
		const path = `${this.path}/rows?filter=${filter}`;
		return (await this.world.rest<{ data: Array<Record<string, string | null>> }>('GET', path))
			.data;
	}

	async add(row: Record<string, string>): Promise<void> {
		await this.world.rest('POST', `${this.path}/insert`, { data: [row], returnType: 'count' });
	}

	/** Lets the time pass at which somebody should have finished the call. */
	async makeOverdue(callId: string): Promise<void> {
		const data = { due: new Date(Date.now() - 60_000).toISOString() };
		await this.world.rest('PATCH', `${this.path}/rows`, { filter: this.filter(callId), data });
	}
}
