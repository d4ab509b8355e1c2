// Puts the template workflows into n8n the way a user does: import, choose credentials, fill in Settings, switch on.
import { createHash } from 'node:crypto';
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ROOT } from '../set-up.mjs';
import type { N8n } from './n8n.mts';

export interface Credential {
	type: string;
	name: string;
	data: Record<string, unknown>;
}

/** What the Settings step of the templates is filled in with, by the name of the setting. */
export type Settings = Record<string, string | number>;

export interface ActiveWorkflow {
	name: string;
	/** The name of its file in workflows/, without .json. */
	template: string;
	id: string;
	/** Where deliveries for its trigger go. */
	triggerUrl: string;
}

interface TemplateNode {
	name: string;
	type: string;
	typeVersion: number;
	webhookId?: string;
	parameters: {
		assignments?: { assignments: Array<{ name: string; value: unknown }> };
		[parameter: string]: unknown;
	};
	credentials?: Record<string, { id: string; name: string }>;
}

interface Template {
	name: string;
	nodes: TemplateNode[];
	connections: Record<string, unknown>;
	settings: Record<string, unknown>;
}

/** A template as n8n keeps it. */
interface Saved extends Template {
	versionId: string;
}

/** What a user chooses from the workflows that are there already, by ID. */
interface Choices {
	errorWorkflow?: string;
	/** Which workflow takes the calls that *Catch up missed calls* finds. */
	handOverTo?: string;
}

/** These come first, since others refer to them. */
const ERROR_WORKFLOW = 'something-went-wrong';
export const TAKES_OTHER_CALLS = 'call-to-invoice';
const FIRST = [ERROR_WORKFLOW, TAKES_OTHER_CALLS];

const FOLDER = join(ROOT, 'workflows');
const PACKAGE = 'n8n-nodes-dialnexa-poof';
const TRIGGERS = [`${PACKAGE}.dialNexaTrigger`, `${PACKAGE}.poofTrigger`];

/** A workflow that begins with this is run in the editor; n8n does not switch it on. */
const BY_HAND = 'n8n-nodes-base.manualTrigger';

/** Which credential types each node of the template can use, as n8n itself says. */
async function credentialTypesByNode(n8n: N8n, template: Template): Promise<Map<string, string[]>> {
	const nodeInfos = template.nodes.map(({ type, typeVersion }) => ({
		name: type,
		version: typeVersion,
	}));
	const descriptions = await n8n.rest<Array<{ credentials?: Array<{ name: string }> }>>(
		'POST',
		'/node-types',
		{ nodeInfos },
	);
	// n8n answers in the order asked.
	return new Map(
		descriptions.map(({ credentials }, index) => [
			nodeInfos[index].name,
			(credentials ?? []).map(({ name }) => name),
		]),
	);
}

/** Creates the credentials, or brings those of the same name up to date. */
async function saveCredentials(n8n: N8n, wanted: Credential[]): Promise<Map<string, string>> {
	const present = await n8n.rest<Array<{ id: string; name: string; type: string }>>(
		'GET',
		'/credentials',
	);
	const ids = new Map<string, string>();
	for (const credential of wanted) {
		const known = present.find(
			({ name, type }) => name === credential.name && type === credential.type,
		);
		const saved = await n8n.rest<{ id: string }>(
			known ? 'PATCH' : 'POST',
			known ? `/credentials/${known.id}` : '/credentials',
			credential,
		);
		ids.set(credential.type, saved.id);
	}
	return ids;
}

function fillIn(
	template: Template,
	settings: Settings,
	credentials: Credential[],
	credentialIds: Map<string, string>,
	typesByNode: Map<string, string[]>,
	choices: Choices,
): Template {
	const filled = structuredClone(template);
	if (choices.errorWorkflow) filled.settings.errorWorkflow = choices.errorWorkflow;
	for (const node of filled.nodes) {
		if (node.name === 'Hand Over to Your Workflow') {
			node.parameters.workflowId = { __rl: true, mode: 'list', value: choices.handOverTo };
		}
		if (node.name === 'Settings') {
			for (const assignment of node.parameters.assignments?.assignments ?? []) {
				const value = settings[assignment.name.replace(/^settings\./, '')];
				if (value !== undefined) assignment.value = value;
			}
		}
		const types = typesByNode.get(node.type) ?? [];
		// The HTTP Request node names the type of its credential in a parameter.
		const chosen = node.parameters.nodeCredentialType;
		const usable = (typeof chosen === 'string' ? [chosen] : types).filter((type) =>
			credentialIds.has(type),
		);
		if (usable.length > 0) {
			node.credentials = Object.fromEntries(
				usable.map((type) => [
					type,
					{
						id: credentialIds.get(type) as string,
						name: credentials.find((credential) => credential.type === type)?.name as string,
					},
				]),
			);
		}
	}
	return filled;
}

/** n8n switches workflows on and off behind its answer: waits until it is through. */
async function untilPublished(n8n: N8n, id: string): Promise<void> {
	for (;;) {
		const { status, triggers } = await n8n.rest<{
			status: 'in_progress' | 'published' | 'partial' | 'failed' | 'not_published';
			triggers: Array<{ errorMessage: string | null }>;
		}>('GET', `/workflows/${id}/publication-status`);
		if (status === 'partial' || status === 'failed') {
			throw new Error(
				triggers
					.map(({ errorMessage }) => errorMessage ?? '')
					.join(' ')
					.trim(),
			);
		}
		if (status !== 'in_progress') return;
		await delay(100);
	}
}

/** The IDs of the workflows that n8n has, by name, without those in `but`. */
async function idsByName(n8n: N8n, but: string[]): Promise<Map<string, string>> {
	const all = await n8n.rest<Array<{ id: string; name: string }>>('GET', '/workflows?take=250');
	return new Map(all.filter(({ id }) => !but.includes(id)).map(({ id, name }) => [name, id]));
}

/** Brings templates into n8n by its own import, as their files lie in `workflows/`; what comes back are their IDs by file. */
async function importTemplates(n8n: N8n, userFolder: string, files: string[]) {
	if (files.length === 0) return {};
	const before = [...(await idsByName(n8n, [])).values()];
	const folder = await mkdtemp(join(userFolder, 'import-'));
	for (const file of files) await copyFile(join(FOLDER, file), join(folder, file));
	await n8n.importWorkflows(folder);
	await rm(folder, { recursive: true });
	const ids = await idsByName(n8n, before);
	const imported = files.map(async (file) => {
		const { name } = JSON.parse(await readFile(join(FOLDER, file), 'utf8')) as Template;
		return [file, ids.get(name)];
	});
	return Object.fromEntries(await Promise.all(imported)) as Record<string, string>;
}

/**
 * Imports every template of `workflows/`, or those that are named, when it is not there yet or has changed in the
 * repository since, and switches them on. Edits made in the editor stay as long as the template itself does not change.
 */
export async function activateTemplates(
	n8n: N8n,
	userFolder: string,
	credentials: Credential[],
	settingsOf: (template: string) => Settings,
	names?: string[],
): Promise<ActiveWorkflow[]> {
	const credentialIds = await saveCredentials(n8n, credentials);
	const importedFile = join(userFolder, 'imported-templates.json');
	const imported = await readFile(importedFile, 'utf8').then(
		(text) => JSON.parse(text) as Record<string, { id: string; source: string }>,
		() => ({}) as Record<string, { id: string; source: string }>,
	);
	const present = (await readdir(FOLDER))
		.filter((file) => file.endsWith('.json'))
		.map((file) => file.replace(/\.json$/, ''))
		.sort();
	const unknown = (names ?? []).filter((name) => !present.includes(name));
	if (unknown.length > 0) throw new Error(`There is no template ${unknown.join(', ')}`);
	const wanted = present.filter((name) => !names || names.includes(name));
	const inOrder = [...new Set([...FIRST.filter((name) => wanted.includes(name)), ...wanted])];
	// What is filled in, and what others refer to, is part of what makes a template the same as at the last start.
	const sources = new Map<string, string>();
	for (const name of inOrder) {
		const text = await readFile(join(FOLDER, `${name}.json`), 'utf8');
		const filledIn = JSON.stringify([settingsOf(name), FIRST.map((first) => sources.get(first))]);
		sources.set(name, createHash('sha256').update(text).update(filledIn).digest('hex'));
	}
	const stale = inOrder.filter((name) => imported[`${name}.json`]?.source !== sources.get(name));
	for (const name of stale) {
		const known = imported[`${name}.json`];
		if (known) await n8n.rest('POST', `/workflows/${known.id}/archive`);
	}
	const newIds = await importTemplates(
		n8n,
		userFolder,
		stale.map((name) => `${name}.json`),
	);
	const active: ActiveWorkflow[] = [];
	const idOf = (name: string) => active.find(({ template }) => template === name)?.id;
	for (const name of inOrder) {
		const file = `${name}.json`;
		const id = newIds[file] ?? imported[file].id;
		let saved = await n8n.rest<Saved>('GET', `/workflows/${id}`);
		if (newIds[file]) {
			const choices = { errorWorkflow: idOf(ERROR_WORKFLOW), handOverTo: idOf(TAKES_OTHER_CALLS) };
			const typesByNode = await credentialTypesByNode(n8n, saved);
			const { nodes, connections, settings } = fillIn(
				saved,
				settingsOf(name),
				credentials,
				credentialIds,
				typesByNode,
				choices,
			);
			const { versionId } = saved;
			const filledIn = { nodes, connections, settings, versionId };
			saved = await n8n.rest<Saved>('PATCH', `/workflows/${id}`, filledIn);
			imported[file] = { id, source: sources.get(name) ?? '' };
			await writeFile(importedFile, JSON.stringify(imported, null, 2));
		}
		const trigger = saved.nodes.find(({ type }) => TRIGGERS.includes(type));
		active.push({
			name: saved.name,
			template: name,
			id,
			triggerUrl: trigger ? `${n8n.url}/webhook/${trigger.webhookId}/webhook` : '',
		});
		if (saved.nodes.some(({ type }) => type === BY_HAND)) continue;
		// Off and on again: the sandbox forgets its webhooks when it stops, and publishing what is published registers nothing.
		await n8n.rest('POST', `/workflows/${id}/deactivate`, {});
		await untilPublished(n8n, id);
		await n8n.rest('POST', `/workflows/${id}/activate`, { versionId: saved.versionId });
		await untilPublished(n8n, id);
	}
	return active;
}
