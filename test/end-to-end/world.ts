/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- tests run in Node, not in n8n */
// What `npm start -- --json` brings up, in a folder of its own: the real n8n and the sandbox, driven over HTTP.
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import { undescribed } from '../sandbox/published/judge';

const ROOT = join(__dirname, '..', '..');

export interface Execution {
	id: string;
	/** `integrated` when another workflow has called this one. */
	mode: string;
	status: string;
	workflowId: string;
}

interface Announced {
	n8n: { url: string; email: string; password: string };
	sandbox: { url: string };
	workflows: Array<{ name: string; template: string; id: string; triggerUrl: string }>;
}

export interface Transaction {
	id: string;
	kind: string;
	amount: string;
	currency: string;
	metadata: Record<string, string>;
}

export interface SlackMessage {
	ts: string;
	channel: string;
	undecided: boolean;
	text: string;
	blocks: unknown[];
}

export interface Ticket {
	id: number;
	subject: string;
	external_id: string;
	priority: string;
	type: string | null;
	due_at: string | null;
	group_id: number | null;
	tags: string[];
	comments: Array<{ body: string; public: boolean }>;
}

export interface SandboxState {
	requests: Array<{ service: string; operation?: string; path: string; status: number | null }>;
	refusedHosts: string[];
	poof: { invoices: Transaction[]; payouts: Transaction[] };
	slack: { messages: SlackMessage[]; ephemerals: Array<{ user: string; text: string }> };
	sheets: {
		spreadsheets: Array<{
			id: string;
			tabs: Array<{ title: string; rows: string[][]; formulas: unknown[] }>;
		}>;
	};
	dialnexa: {
		webhooks: Array<{ url: string; events: string[] }>;
		agents: Array<{ id: string }>;
		calls: Array<{ id: string; to: string; agentId: string; metadata: Record<string, string> }>;
	};
	zendesk: { tickets: Ticket[] };
	gmail: {
		messages: Array<{
			to: string[];
			cc: string[];
			bcc: string[];
			subject: string;
			text: string;
			html: string;
			attachments: Array<{ filename: string; sha256: string }>;
		}>;
	};
	drive: {
		files: Array<{ id: string; name: string; parents: string[]; sha256?: string; text?: string }>;
	};
	hubspot: {
		engagements: Array<{
			type: string;
			metadata: { body?: string };
			associations: { contactIds: number[] };
		}>;
	};
}

interface WorkflowStep {
	name: string;
	type: string;
	disabled?: boolean;
	credentials?: unknown;
	parameters: Record<string, unknown>;
}

interface Saved {
	versionId: string;
	active: boolean;
	nodes: WorkflowStep[];
}

interface Item {
	json: Record<string, unknown>;
}

/** What an execution has done so far: of each step its runs, and of each run the items by output. */
interface Recorded {
	status: string;
	resultData: {
		error?: { message: string };
		runData: Record<string, Array<{ data?: { main: Array<Item[] | null> } }>>;
	};
}

/** What a run by hand has come to. */
export interface Run {
	status: string;
	/** Why it ended as failed; empty when it did not. */
	failure: string;
	/** The items that a step gave by its first output, in its last run; none when it did not run. */
	itemsOf(step: string): Array<Record<string, unknown>>;
}

interface Credential {
	id: string;
	type: string;
	name: string;
	data: Record<string, string>;
}

export interface Sent {
	callId: string;
	deliveries: Array<{ status: number | null; body: string }>;
}

/** What a caller reads out although nobody asked. */
const SECRETS_SAID =
	'My card is 4242 4242 4242 4242, the security code is 737. My IBAN is DE89 3704 0044 0532 0130 00, my social security number is 536-22-8145 and my password is Qx7-Tangerine-Rook.';

/** How a secret would be written where it has leaked. The samples of the sandbox name the card and its code as well. */
const LEAKED = [
	...['4242424242424242', '4242 4242 4242 4242', '4242-4242-4242-4242'],
	...['code is 737', 'DE89 3704', 'DE893704', '536-22-8145', '536228145', 'Tangerine-Rook'],
];

const REPLACEMENTS = [
	...['[card removed]', '[security code removed]', '[bank details removed]'],
	...['[tax number removed]', '[credential removed]'],
];

/** n8n gives the data of an execution as a list in which every string inside an object or list is the place of a value. */
function unfolded(folded: string): unknown {
	const values = JSON.parse(folded) as unknown[];
	const unfold = (value: unknown): unknown => {
		if (typeof value !== 'object' || value === null) return value;
		const inside = (place: unknown) =>
			typeof place === 'string' ? unfold(values[Number(place)]) : unfold(place);
		if (Array.isArray(value)) return value.map(inside);
		return Object.fromEntries(Object.entries(value).map(([name, place]) => [name, inside(place)]));
	};
	return unfold(values[0]);
}

/** Asks again and again until the answer is there. @throws when it is not within the time, with what is there `instead`. */
export async function until<T>(
	what: string,
	look: () => Promise<T | undefined | false>,
	withinMs = 45_000,
	instead = () => '',
): Promise<T> {
	for (const giveUpAt = Date.now() + withinMs; Date.now() < giveUpAt; await delay(150)) {
		const found = await look();
		if (found !== undefined && found !== false) return found;
	}
	throw new Error(`Within ${withinMs / 1000} s there was no ${what}${instead()}`);
}

const rowsOfKey = (key: string) => ({
	type: 'and',
	filters: [{ columnName: 'key', condition: 'eq', value: key }],
});

export class World {
	private cookie = '';
	/** What the stand-ins had received whenever this world was stopped: they forget it then. */
	private receivedBefore: SandboxState[] = [];

	private constructor(
		readonly announced: Announced,
		/** n8n's user folder: database, logs, stored files. */
		readonly folder: string,
		private readonly templates: string[],
		private readonly child: ChildProcess,
	) {}

	/**
	 * With these templates switched on. In a new folder, or in that of a world that was stopped before; `options` are those
	 * of `npm start`.
	 */
	static async start(
		templates: string[],
		folder = mkdtempSync(join(tmpdir(), 'end-to-end-')),
		options: string[] = [],
	): Promise<World> {
		const child = spawn(
			process.execPath,
			[
				join(ROOT, 'scripts', 'start.mjs'),
				...['--json', '--data-dir', folder, '--templates', templates.join(',')],
				...options,
			],
			{ cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] },
		);
		let complaints = '';
		child.stderr?.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
		const line = await new Promise<string>((resolve, reject) => {
			createInterface({ input: child.stdout! }).once('line', resolve);
			child.once('close', () => reject(new Error(`npm start ended:\n${complaints}`)));
		});
		const world = new World(JSON.parse(line) as Announced, folder, templates, child);
		const { email, password } = world.announced.n8n;
		await world.rest('POST', '/login', { emailOrLdapLoginId: email, password });
		return world;
	}

	/** Stops, to start again later. */
	async stop(): Promise<void> {
		this.receivedBefore.push(await this.state());
		await this.shutDown();
	}

	/** @throws when n8n had sent, or was answered, what the services around do not describe. */
	private async shutDown(): Promise<void> {
		const exchanges = await this.control<unknown>('GET', 'exchanges');
		const ended = new Promise((resolve) => this.child.once('close', resolve));
		this.child.kill('SIGTERM');
		await ended;
		const problems = undescribed(exchanges, 'sent');
		if (problems.length > 0) throw new Error([...new Set(problems)].join('\n'));
	}

	/** The same world once more, after `stop`. */
	async startAgain(): Promise<World> {
		const world = await World.start(this.templates, this.folder);
		world.receivedBefore = this.receivedBefore;
		return world;
	}

	/** Stops for good. */
	async end(): Promise<void> {
		await this.shutDown().finally(() => rmSync(this.folder, { recursive: true, force: true }));
	}

	/** n8n's own REST interface, as the owner. */
	async rest<T>(method: string, path: string, body?: unknown): Promise<T> {
		const answer = await fetch(`${this.announced.n8n.url}/rest${path}`, {
			method,
			headers: { 'content-type': 'application/json', cookie: this.cookie },
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		const text = await answer.text();
		if (!answer.ok) throw new Error(`n8n answered ${path} with ${answer.status}: ${text}`);
		const cookie = answer.headers.getSetCookie().find((value) => value.startsWith('n8n-auth='));
		if (cookie) this.cookie = cookie.split(';')[0];
		return (JSON.parse(text) as { data: T }).data;
	}

	async control<T>(method: string, path: string, body?: unknown): Promise<T> {
		const answer = await fetch(`${this.announced.sandbox.url}/_sandbox/${path}`, {
			method,
			headers: { 'content-type': 'application/json' },
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		if (!answer.ok) throw new Error(`The sandbox answered ${path} with ${await answer.text()}`);
		return (await answer.json()) as T;
	}

	async state(): Promise<SandboxState> {
		return await this.control<SandboxState>('GET', 'state');
	}

	async send(call: Record<string, unknown>): Promise<Sent> {
		return await this.control<Sent>('POST', 'calls', call);
	}

	/**
	 * Sends a call that is like a sample but for what its analysis and the call itself say otherwise; with `secrets` the
	 * caller gives every kind of them away.
	 */
	async sendLike(
		sample: string,
		analysis: Record<string, string>,
		{ times, secrets = false, ...call }: Record<string, unknown> = {},
	): Promise<Sent> {
		interface Sample {
			name: string;
			body: { summary: string; transcript: string; extracted_data: Record<string, string> };
		}
		const samples = await this.control<Sample[]>('GET', 'samples');
		const found = samples.find(({ name }) => name === sample);
		if (!found) throw new Error(`There is no sample ${sample}`);
		const { body } = found;
		const own = { call_id: `call_${randomUUID()}`, ...call };
		return await this.send({
			body: {
				...body,
				...own,
				...(secrets === true && {
					summary: `${body.summary} ${SECRETS_SAID}`,
					transcript: `${body.transcript}\nUser: ${SECRETS_SAID}`,
				}),
				extracted_data: { ...body.extracted_data, ...analysis },
			},
			...(times !== undefined && { times }),
		});
	}

	/** Makes the next requests to a service fail: those to all of it, or those of one operation. */
	async breakDown(service: string, fault: string, times = 1, operation?: string): Promise<void> {
		await this.control('POST', 'faults', {
			...{ service, fault, times },
			...(operation !== undefined && { operation }),
		});
	}

	/** Makes every request of an operation fail while `meanwhile` lasts. */
	async whileDown<T>(service: string, operation: string, meanwhile: () => Promise<T>): Promise<T> {
		await this.breakDown(service, 'status_503', Number.MAX_SAFE_INTEGER, operation);
		try {
			return await meanwhile();
		} finally {
			await this.control('DELETE', 'faults');
		}
	}

	/**
	 * Where a secret is stored or was sent to, DialNexa aside, which is where they come from; and which of these other texts
	 * are nowhere, as they would be if the search looked in the wrong place. `alsoStored` lies outside of n8n's folder.
	 */
	async findLeaks(
		alsoSecret: string[],
		alsoThere: string[],
		alsoStored: unknown = null,
	): Promise<{ leaks: string[]; missing: string[] }> {
		const received = [...this.receivedBefore, await this.state()].map((state) => ({
			...state,
			dialnexa: undefined,
		}));
		const places = [
			...this.stored(),
			{ name: 'what the stand-ins received', content: Buffer.from(JSON.stringify(received)) },
			{ name: 'what else was stored', content: Buffer.from(JSON.stringify(alsoStored)) },
		];
		return {
			leaks: places.flatMap(({ name, content }) =>
				[...LEAKED, ...alsoSecret]
					.filter((secret) => content.includes(secret))
					.map((secret) => `${secret} in ${name}`),
			),
			missing: [...REPLACEMENTS, ...alsoThere].filter(
				(text) => !places.some(({ content }) => content.includes(text)),
			),
		};
	}

	/** Hosts beyond the machine that n8n wanted to reach. */
	async refusedHosts(): Promise<string[]> {
		return [...this.receivedBefore, await this.state()].flatMap((state) => state.refusedHosts);
	}

	async executions(): Promise<Execution[]> {
		return (await this.rest<{ results: Execution[] }>('GET', '/executions?limit=100')).results;
	}

	/**
	 * Waits until the execution that the delivery starts has come to its end; n8n lists the ledger's for a moment, too.
	 * @throws when it does not in time, with what n8n has of it.
	 */
	async execution(after: Execution[], status = 'success', withinMs?: number): Promise<Execution> {
		const known = new Set(after.map(({ id }) => id));
		let started: Execution[] = [];
		return await until(
			`execution with status ${status}`,
			async () => {
				started = (await this.executions()).filter(
					({ id, mode }) => !known.has(id) && mode !== 'integrated',
				);
				return started.find((execution) => execution.status === status);
			},
			withinMs,
			() => {
				const shown = JSON.stringify(started, ['id', 'mode', 'status', 'workflowId']);
				return `; there is ${shown}, and n8n's log ends:\n${this.endOfLog()}`;
			},
		);
	}

	private endOfLog(): string {
		return readFileSync(join(this.folder, 'n8n.log'), 'utf8').split('\n').slice(-30).join('\n');
	}

	/**
	 * Imports “Catch up missed calls”, chooses a credential and the template of this name as the workflow that takes the
	 * calls, and runs it once.
	 */
	async catchUp(template: string): Promise<void> {
		const file = join(ROOT, 'workflows', 'catch-up-missed-calls.json');
		const catchUp = JSON.parse(readFileSync(file, 'utf8')) as Saved;
		const credentials = await this.rest<Credential[]>('GET', '/credentials');
		const { id, name } = credentials.find(({ type }) => type === 'dialNexaApi')!;
		for (const step of catchUp.nodes) {
			if (step.type.endsWith('.dialNexa')) step.credentials = { dialNexaApi: { id, name } };
			if (step.name === 'Hand Over to Your Workflow') {
				step.parameters.workflowId = { __rl: true, mode: 'list', value: this.idOf(template) };
			}
		}
		const imported = await this.rest<{ id: string }>('POST', '/workflows', catchUp);
		await this.changeSettings(imported.id, { leaveMinutes: 0 });
		const { status, failure } = await this.runByHand(imported.id, 'Every 15 Minutes');
		if (status !== 'success') throw new Error(`Catching up ended as ${status}: ${failure}`);
	}

	/**
	 * Presses "Execute workflow" in the editor, on the trigger of this name, and waits for the end. `input` is what a
	 * workflow that calls this one would send.
	 */
	async runByHand(
		workflowId: string,
		trigger: string,
		withinMs?: number,
		input?: Record<string, string>,
	): Promise<Run> {
		const times = { startTime: Date.now(), executionTime: 0, executionIndex: 0 };
		const data = input && { ...times, source: [], data: { main: [[{ json: input }]] } };
		const { executionId } = await this.rest<{ executionId: string }>(
			'POST',
			`/workflows/${workflowId}/run`,
			{ triggerToStartFrom: { name: trigger, data } },
		);
		const { status, resultData } = await until(
			'end of the run by hand',
			async () => {
				const recorded = await this.recorded(executionId);
				return !['new', 'running', 'waiting'].includes(recorded.status) && recorded;
			},
			withinMs,
		);
		const { error, runData } = resultData;
		const itemsOf = (step: string) =>
			(runData[step]?.at(-1)?.data?.main[0] ?? []).map(({ json }) => json);
		return { status, failure: error?.message ?? '', itemsOf };
	}

	private async recorded(executionId: string): Promise<Recorded> {
		const { status, data } = await this.rest<{ status: string; data: string }>(
			'GET',
			`/executions/${executionId}`,
		);
		return { status, ...(unfolded(data) as Omit<Recorded, 'status'>) };
	}

	/** The steps of a template that some execution has done, and their outputs (`Step 0`) that an item has left by. */
	async driven(template: string): Promise<Set<string>> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId: this.idOf(template) }));
		const driven = new Set<string>();
		for (let cursor: string | null = ''; cursor !== null; ) {
			const page: { results: Execution[]; nextCursor: string | null } = await this.rest(
				'GET',
				`/executions?limit=50&filter=${filter}${cursor && `&cursor=${cursor}`}`,
			);
			for (const { id } of page.results) {
				const { resultData } = await this.recorded(id);
				for (const [step, runs] of Object.entries(resultData.runData)) {
					driven.add(step);
					for (const { data } of runs) {
						data?.main.forEach((items, output) => items?.length && driven.add(`${step} ${output}`));
					}
				}
			}
			cursor = page.nextCursor;
		}
		return driven;
	}

	/** The ID that n8n gave a template's workflow. */
	idOf(template: string): string {
		const found = this.announced.workflows.find((workflow) => workflow.template === template);
		if (!found) throw new Error(`The template ${template} is not switched on`);
		return found.id;
	}

	/** Sends one call and waits until what it started has come to its end. */
	async sendAndFinish(call: Record<string, unknown>, withinMs?: number): Promise<string> {
		const before = await this.executions();
		return await this.finished(await this.send(call), before, withinMs);
	}

	/** The same for a call that is like a sample. */
	async sendLikeAndFinish(
		sample: string,
		analysis: Record<string, string>,
		call: Record<string, unknown> = {},
	): Promise<string> {
		const before = await this.executions();
		return await this.finished(await this.sendLike(sample, analysis, call), before);
	}

	private async finished(
		{ callId, deliveries }: Sent,
		before: Execution[],
		withinMs?: number,
	): Promise<string> {
		const refused = deliveries.filter(({ status }) => status !== 200);
		if (refused.length > 0) {
			throw new Error(`n8n answered a delivery with ${refused[0].status}:\n${this.endOfLog()}`);
		}
		await this.execution(before, 'success', withinMs);
		return callId;
	}

	/** Sends a call whose caller gives every kind of secret away, and waits until a person is asked. */
	async sendSecrets(sample: string, analysis: Record<string, string>): Promise<Sent> {
		const before = await this.executions();
		const sent = await this.sendLike(sample, analysis, { secrets: true });
		await this.execution(before, 'waiting');
		return sent;
	}

	/** The first approver agrees to what is asked about a call. */
	async approve(callId: string): Promise<void> {
		const asked = (await this.undecided()).find(({ blocks }) =>
			JSON.stringify(blocks).includes(callId),
		);
		const decision = { decision: 'approve', user: 'U0FINLEAD01' };
		await this.control('POST', 'slack/decide', { message: asked?.ts, ...decision });
	}

	/** Sends such a call, has it approved, and waits until all has come to its end. */
	async sendSecretsAndFinish(sample: string, analysis: Record<string, string>): Promise<string> {
		const before = await this.executions();
		const { callId } = await this.sendSecrets(sample, analysis);
		await this.approve(callId);
		await this.execution(before);
		return callId;
	}

	/** The messages in Slack that still wait for a click. */
	async undecided(): Promise<SlackMessage[]> {
		return (await this.state()).slack.messages.filter((message) => message.undecided);
	}

	/** The rows of a tab that tell of one call. */
	async rowsOf(callId: string, title: string): Promise<Array<Record<string, string>>> {
		return (await this.rows(title)).filter(({ Key }) => Key?.includes(callId));
	}

	/** The rows of a tab as objects, by the header row. */
	async rows(title: string): Promise<Array<Record<string, string>>> {
		const { sheets } = await this.state();
		const tab = sheets.spreadsheets[0].tabs.find((known) => known.title === title);
		const [header = [], ...rows] = tab?.rows ?? [];
		return rows
			.filter((row) => row.some((cell) => cell !== ''))
			.map((row) => Object.fromEntries(header.map((name, column) => [name, row[column] ?? ''])));
	}

	/** Changes values of the Settings step, as a user does in the editor, and publishes what was published before. */
	async changeSettings(workflowId: string, values: Record<string, string | number>): Promise<void> {
		await this.edit(workflowId, (parametersOf) => {
			const { assignments } = parametersOf('Settings') as {
				assignments: { assignments: Array<{ name: string; value: unknown }> };
			};
			for (const assignment of assignments.assignments) {
				const value = values[assignment.name.replace('settings.', '')];
				if (value !== undefined) assignment.value = value;
			}
		});
	}

	/** Deactivates steps, and takes their credentials away, as of somebody who does not have the service. */
	async deactivate(workflowId: string, names: string[]): Promise<void> {
		await this.edit(workflowId, (_parametersOf, stepNamed) => {
			for (const step of names.map(stepNamed)) {
				step.disabled = true;
				delete step.credentials;
			}
		});
	}

	/** A credential as the sandbox gives it out. */
	async givenCredential(type: string): Promise<Credential> {
		const all = await this.control<Credential[]>('GET', 'credentials');
		const given = all.find((credential) => credential.type === type);
		if (!given) throw new Error(`The sandbox has no credential of type ${type}`);
		return given;
	}

	/** Changes fields of a credential as a user does; with none, to what the sandbox gave. */
	async changeCredential(type: string, fields: Record<string, string>): Promise<void> {
		const known = await this.rest<Credential[]>('GET', '/credentials');
		const saved = known.find((credential) => credential.type === type);
		if (!saved) throw new Error(`There is no credential of type ${type}`);
		const { data } = await this.givenCredential(type);
		await this.rest('PATCH', `/credentials/${saved.id}`, {
			...{ type, name: saved.name },
			data: { ...data, ...fields },
		});
	}

	/** While `meanwhile` runs, one step has a credential of its own, with other fields than the one from the sandbox. */
	async withCredential<T>(
		workflowId: string,
		step: string,
		type: string,
		fields: Record<string, string>,
		meanwhile: () => Promise<T>,
	): Promise<T> {
		const { data } = await this.givenCredential(type);
		const name = `Another ${type}`;
		const made = await this.rest<Credential>('POST', '/credentials', {
			...{ name, type },
			data: { ...data, ...fields },
		});
		let usual: unknown;
		await this.edit(workflowId, (_parametersOf, stepNamed) => {
			usual = stepNamed(step).credentials;
			stepNamed(step).credentials = { [type]: { id: made.id, name } };
		});
		try {
			return await meanwhile();
		} finally {
			await this.edit(workflowId, (_parametersOf, stepNamed) => {
				stepNamed(step).credentials = usual;
			});
		}
	}

	/** So that its schedule does not run between the runs that a test starts. */
	async unpublish(workflowId: string): Promise<void> {
		await this.rest('POST', `/workflows/${workflowId}/deactivate`, {});
		await until('unpublished version', async () => {
			const path = `/workflows/${workflowId}/publication-status`;
			return (await this.rest<{ status: string }>('GET', path)).status === 'not_published';
		});
	}

	/** Changes a workflow's steps, as a user does in the editor, and publishes. */
	async edit(
		workflowId: string,
		change: (
			parametersOf: (step: string) => Record<string, unknown>,
			stepNamed: (step: string) => WorkflowStep,
		) => void,
	): Promise<void> {
		const workflow = await this.rest<Saved>('GET', `/workflows/${workflowId}`);
		const stepNamed = (name: string) => {
			const found = workflow.nodes.find((step) => step.name === name);
			if (!found) throw new Error(`The workflow has no step named ${name}`);
			return found;
		};
		change((step) => stepNamed(step).parameters, stepNamed);
		const saved = await this.rest<Saved>('PATCH', `/workflows/${workflowId}`, {
			nodes: workflow.nodes,
			versionId: workflow.versionId,
		});
		if (!workflow.active) return;
		await this.rest('POST', `/workflows/${workflowId}/activate`, { versionId: saved.versionId });
		await until('published version', async () => {
			const { status } = await this.rest<{ status: string }>(
				'GET',
				`/workflows/${workflowId}/publication-status`,
			);
			return status === 'published';
		});
	}

	/** What n8n has written to disk: its database with all executions, its logs, its files; not its own code. */
	stored(): Array<{ name: string; content: Buffer }> {
		return readdirSync(this.folder, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile() && !/node_modules|\.cache/.test(entry.parentPath))
			.map((entry) => join(entry.parentPath, entry.name))
			.map((path) => ({ name: relative(this.folder, path), content: readFileSync(path) }));
	}

	private async ledger(): Promise<{ id: string; path: string }> {
		const { id: project } = await this.rest<{ id: string }>('GET', '/projects/personal');
		const path = `/projects/${project}/data-tables`;
		const { data } = await this.rest<{ data: Array<{ id: string; name: string }> }>('GET', path);
		const table = data.find(({ name }) => name === 'DialNexa calls');
		if (!table) throw new Error('There is no ledger yet');
		return { id: table.id, path: `${path}/${table.id}` };
	}

	/** Where n8n's own interface has the ledger, which a template has made. */
	async ledgerPath(): Promise<string> {
		return (await this.ledger()).path;
	}

	/** Nobody can put a row into the ledger while `meanwhile` runs: somebody has renamed a column. */
	async withUnusableLedger<T>(meanwhile: () => Promise<T>): Promise<T> {
		const columns = `${await this.ledgerPath()}/columns`;
		const rename = async (from: string, to: string) => {
			const all = await this.rest<Array<{ id: string; name: string }>>('GET', columns);
			const column = all.find(({ name }) => name === from);
			await this.rest('PATCH', `${columns}/${column?.id}/rename`, { name: to });
		};
		await rename('requester', 'caller');
		try {
			return await meanwhile();
		} finally {
			await rename('caller', 'requester');
		}
	}

	/**
	 * Whoever claims anything while `meanwhile` runs has company: after each row `trying`, before it can be read, this is
	 * done in n8n's database, where `NEW` is that row and `ledger` the table.
	 */
	async withCompanyInLedger<T>(statement: string, meanwhile: () => Promise<T>): Promise<T> {
		const table = `data_table_user_${(await this.ledger()).id}`;
		const done = statement.replace('ledger', `"${table}"`);
		return await this.withTrigger(
			`AFTER INSERT ON "${table}" WHEN NEW.state = 'trying' BEGIN ${done}; END`,
			meanwhile,
		);
	}

	/** With a trigger in n8n's database, for what n8n's own interface cannot bring about. */
	async withTrigger<T>(trigger: string, meanwhile: () => Promise<T>): Promise<T> {
		const run = (sql: string) => {
			const database = new DatabaseSync(join(this.folder, '.n8n', 'database.sqlite'));
			database.exec('PRAGMA busy_timeout = 10000');
			database.exec(sql);
			database.close();
		};
		run(`CREATE TRIGGER of_the_test ${trigger}`);
		try {
			return await meanwhile();
		} finally {
			run('DROP TRIGGER of_the_test');
		}
	}

	/** The ledger's rows of one key. */
	async claimsOf(key: string): Promise<Array<Record<string, string>>> {
		const rows = await this.rest<{ data: Array<Record<string, string>> }>(
			'GET',
			`${await this.ledgerPath()}/rows?take=250`,
		);
		return rows.data.filter((row) => row.key === key);
	}

	/** Puts a row into the ledger by hand. */
	async addClaim(row: Record<string, string>): Promise<void> {
		await this.rest('POST', `${await this.ledgerPath()}/insert`, {
			data: [row],
			returnType: 'count',
		});
	}

	/** Changes the ledger's rows of one key by hand. */
	async changeClaim(key: string, data: Record<string, string>): Promise<void> {
		await this.rest('PATCH', `${await this.ledgerPath()}/rows`, { filter: rowsOfKey(key), data });
	}

	/** Takes the ledger's rows of one key away by hand. */
	async forgetClaim(key: string): Promise<void> {
		const filter = encodeURIComponent(JSON.stringify(rowsOfKey(key)));
		await this.rest('DELETE', `${await this.ledgerPath()}/rows?filter=${filter}`);
	}
}
