// `npm start -- --once`: sends the sample calls and says what became of each.
import { setTimeout as delay } from 'node:timers/promises';
import type { World } from './world.mts';

const WAIT_MS = 60_000;

/** What a call has led to, counted in n8n and in the stand-ins. */
interface Trace {
	answer: number | null;
	executions: string[];
	invoices: string[];
	slackMessages: number;
	exceptionRows: number;
}

interface Case {
	sample: string;
	title: string;
	approve?: boolean;
	expected: {
		answer: number;
		executions: number;
		invoices: number;
		slackMessages: number;
		exceptionRows: number;
	};
}

const CASES: Case[] = [
	{
		sample: 'ready',
		title: 'A clear call',
		expected: { answer: 200, executions: 1, invoices: 1, slackMessages: 0, exceptionRows: 0 },
	},
	{
		sample: 'needs_approval',
		title: 'A large one, approved',
		approve: true,
		expected: { answer: 200, executions: 1, invoices: 1, slackMessages: 1, exceptionRows: 0 },
	},
	{
		sample: 'unclear',
		title: 'An unclear one',
		expected: { answer: 200, executions: 1, invoices: 0, slackMessages: 0, exceptionRows: 1 },
	},
	{
		sample: 'forged',
		title: 'A forged one',
		expected: { answer: 401, executions: 0, invoices: 0, slackMessages: 0, exceptionRows: 0 },
	},
];

interface SandboxState {
	poof: {
		invoices: Array<{
			id: string;
			amount: string;
			currency: string;
			metadata: { call_id?: string };
		}>;
	};
	slack: { messages: Array<{ undecided: boolean }> };
	sheets: { spreadsheets: Array<{ tabs: Array<{ title: string; rows: unknown[][] }> }> };
}

interface Sent {
	callId: string;
	deliveries: Array<{ status: number | null }>;
}

function sandboxOf(world: World) {
	const call = async <T,>(method: string, path: string, body?: object) => {
		const answer = await fetch(`${world.sandbox.url}/_sandbox/${path}`, {
			method,
			...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
		});
		if (!answer.ok)
			throw new Error(`The sandbox answered ${path} with ${answer.status}: ${await answer.text()}`);
		return (await answer.json()) as T;
	};
	return {
		state: async () => await call<SandboxState>('GET', 'state'),
		send: async (sample: string) => await call<Sent>('POST', 'calls', { sample }),
		approve: async () => await call('POST', 'slack/decide', { decision: 'approve' }),
	};
}

const executionsOf = async ({ n8n }: World) =>
	(
		await n8n.rest<{ results: Array<{ id: string; status: string }> }>(
			'GET',
			'/executions?limit=100',
		)
	).results;

async function runCase(world: World, { sample, approve, expected }: Case): Promise<Trace> {
	const sandbox = sandboxOf(world);
	const before = {
		executions: await executionsOf(world),
		slack: (await sandbox.state()).slack.messages.length,
	};
	const { callId, deliveries } = await sandbox.send(sample);

	const trace = async (): Promise<Trace> => {
		const { poof, slack, sheets } = await sandbox.state();
		const known = new Set(before.executions.map(({ id }) => id));
		const rows = sheets.spreadsheets.flatMap(({ tabs }) =>
			tabs.filter(({ title }) => title === 'Exceptions'),
		);
		return {
			answer: deliveries[0]?.status ?? null,
			executions: (await executionsOf(world))
				.filter(({ id }) => !known.has(id))
				.map(({ status }) => status),
			invoices: poof.invoices
				.filter(({ metadata }) => metadata.call_id === callId)
				.map(({ id, amount, currency }) => `${id} (${amount} ${currency})`),
			slackMessages: slack.messages.length - before.slack,
			exceptionRows: rows.flatMap((tab) => tab.rows).filter((row) => row.join(' ').includes(callId))
				.length,
		};
	};
	const settled = ({ executions }: Trace) =>
		executions.length >= expected.executions &&
		executions.every((status) => !['new', 'running', 'waiting'].includes(status));

	let approved = false;
	for (const giveUpAt = Date.now() + WAIT_MS; Date.now() < giveUpAt; await delay(300)) {
		if (settled(await trace())) break;
		if (approve && !approved && (await sandbox.state()).slack.messages.at(-1)?.undecided) {
			await sandbox.approve();
			approved = true;
		}
	}
	// What should not have happened gets a moment to happen.
	await delay(1_000);
	return await trace();
}

function wrongIn(trace: Trace, { expected }: Case): string[] {
	const seen = {
		answer: trace.answer,
		executions: trace.executions.filter((status) => status === 'success').length,
		invoices: trace.invoices.length,
		slackMessages: trace.slackMessages,
		exceptionRows: trace.exceptionRows,
	};
	return (Object.keys(seen) as Array<keyof typeof seen>)
		.filter((what) => seen[what] !== expected[what])
		.map((what) => `${what}: ${seen[what]} instead of ${expected[what]}`);
}

function table(rows: string[][]): string {
	const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
	return rows
		.map((row) =>
			row
				.map((cell, column) => cell.padEnd(widths[column]))
				.join('  ')
				.trimEnd(),
		)
		.join('\n');
}

/** Runs every sample and prints the table. True when each became what it should. */
export async function runSamples(world: World, print: (text: string) => void): Promise<boolean> {
	const rows = [
		[
			'Call',
			'DialNexa got',
			'n8n',
			'Poof invoice',
			'Slack messages',
			'Exception rows',
			'As it should',
		],
	];
	let allRight = true;
	for (const sample of CASES) {
		const trace = await runCase(world, sample);
		const wrong = wrongIn(trace, sample);
		allRight &&= wrong.length === 0;
		rows.push([
			sample.title,
			String(trace.answer ?? 'no answer'),
			trace.executions.join(', ') || 'no execution',
			trace.invoices.join(', ') || '-',
			String(trace.slackMessages),
			String(trace.exceptionRows),
			wrong.length === 0 ? 'yes' : `NO: ${wrong.join('; ')}`,
		]);
	}
	print(`\n${table(rows)}\n\n`);
	return allRight;
}
