/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- tests run in Node, not in n8n */
// What `npm start -- --json` brings up, in a folder of its own: the real n8n and the sandbox, driven over HTTP.
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { undescribed } from '../sandbox/published/judge';

const ROOT = join(__dirname, '..', '..');

export interface Execution {
	id: string;
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
	refusedHosts: unknown[];
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
	disabled?: boolean;
	credentials?: unknown;
	parameters: Record<string, unknown>;
}

interface Saved {
	versionId: string;
	active: boolean;
	nodes: WorkflowStep[];
}

/** What a run by hand has come to. */
export interface Run {
	status: string;
	/** Why it ended as failed; empty when it did not. */
	failure: string;
	/** The items that a step gave by its first output, in its last run; none when it did not run. */
	itemsOf(step: string): Array<Record<string, unknown>>;
}

export interface Sent {
	callId: string;
	deliveries: Array<{ status: number | null }>;
}

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

/** Asks again and again until the answer is there. @throws when it is not within the time. */
export async function until<T>(
	what: string,
	look: () => Promise<T | undefined | false>,
	withinMs = 45_000,
): Promise<T> {
	for (const giveUpAt = Date.now() + withinMs; Date.now() < giveUpAt; await delay(150)) {
		const found = await look();
		if (found !== undefined && found !== false) return found;
	}
	throw new Error(`Within ${withinMs / 1000} s there was no ${what}`);
}

export class World {
	private cookie = '';

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

	/** @throws when n8n had sent, or was answered, what the services around do not describe. */
	async stop(): Promise<void> {
		const exchanges = await this.control<unknown>('GET', 'exchanges');
		const ended = new Promise((resolve) => this.child.once('close', resolve));
		this.child.kill('SIGTERM');
		await ended;
		const problems = undescribed(exchanges, 'sent');
		if (problems.length > 0) throw new Error([...new Set(problems)].join('\n'));
	}

	/** The same world once more, after `stop`. */
	async startAgain(): Promise<World> {
		return await World.start(this.templates, this.folder);
	}

	/** Stops for good. */
	async end(): Promise<void> {
		await this.stop().finally(() => rmSync(this.folder, { recursive: true, force: true }));
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

	/** Sends a call that is like a sample but for what its analysis and the call itself say otherwise. */
	async sendLike(
		sample: string,
		analysis: Record<string, string>,
		{ times, ...call }: Record<string, unknown> = {},
	): Promise<Sent> {
		interface Sample {
			name: string;
			body: { call_id: string; extracted_data: Record<string, string> };
		}
		const samples = await this.control<Sample[]>('GET', 'samples');
		const found = samples.find(({ name }) => name === sample);
		if (!found) throw new Error(`There is no sample ${sample}`);
		const { body } = found;
		const own = { call_id: `call_${randomUUID()}`, ...call };
		return await this.send({
			body: { ...body, ...own, extracted_data: { ...body.extracted_data, ...analysis } },
			...(times !== undefined && { times }),
		});
	}

	/** Makes requests to a service fail: all of them, or those of one operation. */
	async breakDown(service: string, fault: string, times = 1, operation?: string): Promise<void> {
		await this.control('POST', 'faults', {
			...{ service, fault, times },
			...(operation !== undefined && { operation }),
		});
	}

	/** Where one of these texts is stored or was sent to, DialNexa aside, which is where they come from. */
	async findLeaks(forms: string[]): Promise<{ found: string[]; searched: Buffer[] }> {
		const received = { ...(await this.state()), dialnexa: undefined };
		const places = [
			...this.stored(),
			{ name: 'what the stand-ins received', content: Buffer.from(JSON.stringify(received)) },
		];
		const found = places.flatMap(({ name, content }) =>
			forms.filter((form) => content.includes(form)).map((form) => `${form} in ${name}`),
		);
		return { found, searched: places.map(({ content }) => content) };
	}

	async executions(): Promise<Execution[]> {
		return (await this.rest<{ results: Execution[] }>('GET', '/executions?limit=100')).results;
	}

	/** Waits until the execution that the delivery starts has come to its end. */
	async execution(after: Execution[], status = 'success', withinMs?: number): Promise<Execution> {
		const known = new Set(after.map(({ id }) => id));
		return await until(
			`execution with status ${status}`,
			async () => {
				const started = (await this.executions()).filter(({ id }) => !known.has(id));
				return started.find((execution) => execution.status === status);
			},
			withinMs,
		);
	}

	/** Presses "Execute workflow" in the editor, on the trigger of this name, and waits for the end. */
	async runByHand(workflowId: string, trigger: string, withinMs?: number): Promise<Run> {
		interface Shown {
			status: string;
			data: string;
		}
		interface Data {
			resultData: {
				error?: { message: string };
				runData: Record<
					string,
					Array<{ data?: { main: Array<Array<{ json: Record<string, unknown> }> | null> } }>
				>;
			};
		}
		const { executionId } = await this.rest<{ executionId: string }>(
			'POST',
			`/workflows/${workflowId}/run`,
			{ triggerToStartFrom: { name: trigger } },
		);
		const { status, data } = await until(
			'end of the run by hand',
			async () => {
				const shown = await this.rest<Shown>('GET', `/executions/${executionId}`);
				return !['new', 'running', 'waiting'].includes(shown.status) && shown;
			},
			withinMs,
		);
		const { error, runData } = (unfolded(data) as Data).resultData;
		const itemsOf = (step: string) =>
			(runData[step]?.at(-1)?.data?.main[0] ?? []).map(({ json }) => json);
		return { status, failure: error?.message ?? '', itemsOf };
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
		const { callId, deliveries } = await this.send(call);
		const refused = deliveries.filter(({ status }) => status !== 200);
		if (refused.length > 0) throw new Error(`n8n answered a delivery with ${refused[0].status}`);
		await this.execution(before, 'success', withinMs);
		return callId;
	}

	/** The same for a call that is like a sample. */
	async sendLikeAndFinish(sample: string, analysis: Record<string, string>): Promise<string> {
		const before = await this.executions();
		const { callId } = await this.sendLike(sample, analysis);
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

	/** Where n8n's own interface has the ledger, which a template has made. */
	async ledgerPath(): Promise<string> {
		const { id } = await this.rest<{ id: string }>('GET', '/projects/personal');
		const path = `/projects/${id}/data-tables`;
		const { data } = await this.rest<{ data: Array<{ id: string; name: string }> }>('GET', path);
		const table = data.find(({ name }) => name === 'DialNexa calls');
		if (!table) throw new Error('There is no ledger yet');
		return `${path}/${table.id}`;
	}

	/** The ledger's rows of one key. */
	async claimsOf(key: string): Promise<Array<Record<string, string>>> {
		const rows = await this.rest<{ data: Array<Record<string, string>> }>(
			'GET',
			`${await this.ledgerPath()}/rows?take=250`,
		);
		return rows.data.filter((row) => row.key === key);
	}

	/** Changes the ledger's rows of one key by hand. */
	async changeClaim(key: string, data: Record<string, string>): Promise<void> {
		const filters = [{ columnName: 'key', condition: 'eq', value: key }];
		await this.rest('PATCH', `${await this.ledgerPath()}/rows`, {
			filter: { type: 'and', filters },
			data,
		});
	}
}
