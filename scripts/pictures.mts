// `npm run pictures`: what a user sees in n8n's editor, as PNG files. See --help.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { INodeTypeDescription } from 'n8n-workflow';
import type { Page } from 'playwright-core';
import { CannotStart } from './local/cannot-start.mts';
import { startWorld, type World } from './local/world.mts';
import { ROOT, setUpOrExit } from './set-up.mjs';

const HELP = `npm run pictures                   the canvas of every template, to docs/pictures
npm run pictures -- --panels DIR   also the panel of every operation of every node, to DIR
npm run pictures -- --templates A,B   only these of workflows/, without .json
Needs Chromium: at /usr/bin/chromium, or where the variable CHROMIUM says.
`;

const PACKAGE = 'n8n-nodes-dialnexa-poof';
const MARGIN = 40;
const PANEL_SIZE = { width: 1500, height: 1400 };

/** The canvas alone, at its own size, in place of the whole page. */
const CANVAS_ALONE = `
	body { visibility: hidden; }
	#canvas { visibility: visible; position: fixed !important; inset: 0; }
	.vue-flow__panel, .vue-flow__background, [data-test-id="canvas-handle-plus-wrapper"] { display: none !important; }
	.vue-flow__transformationpane { transform: translate(var(--left, 0), var(--top, 0)) !important; }
`;

interface Panel {
	name: string;
	node: object & { id: string };
}

async function openEditor(world: World) {
	const require = createRequire(join(ROOT, 'package.json'));
	const { chromium } = require('playwright-core') as typeof import('playwright-core');
	const browser = await chromium.launch({
		executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
		],
	});
	const page = await browser.newPage({ colorScheme: 'light' });
	const [name, value] = world.n8n.session().cookie.split('=');
	await page.context().addCookies([{ name, value, url: world.n8n.url }]);
	return { browser, page };
}

/** Where everything drawn on the canvas lies, labels and lines included. */
async function extentOfCanvas(page: Page) {
	return await page.evaluate(() => {
		const drawn = [
			...document.querySelectorAll('.vue-flow__node, .vue-flow__node *, .vue-flow__edge-path'),
		]
			.map((element) => element.getBoundingClientRect())
			.filter(({ width, height }) => width > 0 && height > 0);
		const left = Math.min(...drawn.map((box) => box.left));
		const top = Math.min(...drawn.map((box) => box.top));
		const right = Math.max(...drawn.map((box) => box.right));
		const bottom = Math.max(...drawn.map((box) => box.bottom));
		return { left, top, width: right - left, height: bottom - top };
	});
}

async function takeCanvas(world: World, page: Page, workflowId: string, file: string) {
	await page.setViewportSize(PANEL_SIZE);
	await page.goto(`${world.n8n.url}/workflow/${workflowId}`);
	await page.locator('.vue-flow__edge-path').first().waitFor({ state: 'attached' });
	await page.waitForLoadState('networkidle');
	await page.addStyleTag({ content: CANVAS_ALONE });
	const { left, top, width, height } = await extentOfCanvas(page);
	await page.setViewportSize({
		width: Math.ceil(width + 2 * MARGIN),
		height: Math.ceil(height + 2 * MARGIN),
	});
	await page.addStyleTag({
		content: `:root { --left: ${MARGIN - left}px; --top: ${MARGIN - top}px; }`,
	});
	await page.mouse.move(0, 0);
	await page.screenshot({ path: file, animations: 'disabled' });
}

/** One node per operation, or one of a node that has none. */
function panelsOf(type: INodeTypeDescription, credentials: object): Panel[] {
	const choices = (name: string, resource?: string) =>
		type.properties
			.filter((property) => property.name === name)
			.filter(({ displayOptions }) => displayOptions?.show?.resource?.[0] === resource)
			.flatMap(({ options = [] }) => options)
			.flatMap((option) => ('value' in option ? [String(option.value)] : []))
			// n8n adds this one to every node with credentials.
			.filter((value) => value !== '__CUSTOM_API_CALL__');
	const operations = choices('resource').flatMap((resource) =>
		choices('operation', resource).map((operation) => ({ resource, operation })),
	);
	return (operations.length > 0 ? operations : [{}]).map((parameters, index) => {
		const name = [type.name, ...Object.values(parameters)].join('.');
		return {
			name,
			node: {
				id: crypto.randomUUID(),
				name,
				type: `${PACKAGE}.${type.name}`,
				typeVersion: type.version,
				position: [0, index * 200],
				parameters,
				credentials,
			},
		};
	});
}

async function takePanels({ n8n }: World, page: Page, folder: string) {
	await mkdir(folder, { recursive: true });
	const types = await n8n.rest<INodeTypeDescription[]>('POST', '/node-types', {
		nodeInfos: ['dialNexa', 'dialNexaHandoff', 'dialNexaTrigger', 'poof', 'poofTrigger'].map(
			(name) => ({ name: `${PACKAGE}.${name}`, version: 1 }),
		),
	});
	const saved = await n8n.rest<Array<{ id: string; name: string; type: string }>>(
		'GET',
		'/credentials',
	);
	const panels = types.flatMap((type) => {
		const names = (type.credentials ?? []).map(({ name }) => name);
		return panelsOf(
			type,
			Object.fromEntries(
				saved
					.filter(({ type }) => names.includes(type))
					.map(({ id, name, type }) => [type, { id, name }]),
			),
		);
	});
	const { id } = await n8n.rest<{ id: string }>('POST', '/workflows', {
		name: 'Panels',
		nodes: panels.map(({ node }) => node),
		connections: {},
		settings: {},
	});
	await page.setViewportSize(PANEL_SIZE);
	for (const { name, node } of panels) {
		await page.goto(`${n8n.url}/workflow/${id}/${node.id}`);
		await page
			.locator('[data-test-id="node-parameters"] [data-test-id="parameter-item"]')
			.first()
			.waitFor();
		// Drop-down lists and icons follow; the editor's other requests take much longer.
		await page.waitForTimeout(800);
		await page.locator('[data-test-id="ndv"]').screenshot({ path: join(folder, `${name}.png`) });
	}
}

async function takeAll(world: World, panelsFolder: string | undefined) {
	const { browser, page } = await openEditor(world);
	try {
		const folder = join(ROOT, 'docs', 'pictures');
		await mkdir(folder, { recursive: true });
		for (const { id, template } of world.workflows) {
			await takeCanvas(world, page, id, join(folder, `${template}.png`));
		}
		if (panelsFolder) await takePanels(world, page, panelsFolder);
	} finally {
		await browser.close();
	}
}

const { values: options } = parseArgs({
	options: {
		panels: { type: 'string' },
		templates: { type: 'string' },
		help: { type: 'boolean', default: false },
	},
});
if (options.help) {
	process.stdout.write(HELP);
	process.exit(0);
}
await setUpOrExit();
const userFolder = await mkdtemp(join(tmpdir(), 'dialnexa-poof-pictures-'));
const ending = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
	process.once(signal, () =>
		ending.abort(new CannotStart('Ended before the pictures were taken.')),
	);
try {
	const world = await startWorld(
		userFolder,
		(step) => process.stderr.write(`… ${step}\n`),
		ending.signal,
		{ only: options.templates?.split(',') },
	);
	try {
		process.stderr.write('… Taking the pictures\n');
		await takeAll(world, options.panels);
	} finally {
		await world.stop();
	}
} finally {
	await rm(userFolder, { recursive: true, force: true });
}
