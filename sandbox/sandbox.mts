import fastify, { type FastifyInstance } from 'fastify';
import { controlRoutes } from './control.mts';
import { deskRoutes } from './desk.mts';
import { createDialNexa } from './dialnexa/index.mts';
import { FaultPlan, injectFaults } from './faults.mts';
import { createGoogleAccount } from './google/account.mts';
import { createDrive } from './google/drive.mts';
import { createGmail } from './google/gmail.mts';
import { createSheets } from './google/sheets.mts';
import { createHubSpot } from './hubspot/index.mts';
import { Interception } from './interception.mts';
import { createPoof } from './poof/index.mts';
import { Journal, keepRequests, readEveryBody } from './requests.mts';
import { Settings } from './settings.mts';
import { createSlack } from './slack/index.mts';
import type { StandIn } from './stand-in.mts';
import { createStripe } from './stripe/index.mts';
import { createZendesk } from './zendesk/index.mts';

/** All stand-ins in one process, their state in memory, behind one port of 127.0.0.1. */
export class Sandbox {
	readonly journal = new Journal();
	readonly plan = new FaultPlan();
	readonly settings: Settings;
	readonly poof: ReturnType<typeof createPoof>;
	readonly dialnexa: ReturnType<typeof createDialNexa>;
	readonly slack: ReturnType<typeof createSlack>;
	readonly standIns: StandIn[];
	readonly interception: Interception;
	/** The operations that each stand-in knows, by its name. */
	readonly operations: Record<string, string[]> = {};
	/** Where it listens, without a slash at the end. */
	url = '';
	private readonly app: FastifyInstance;

	/** `n8nUrl` is where Slack's clicks go and the desk page links to. */
	constructor(n8nUrl: string | null) {
		const { journal } = this;
		const origin = () => this.url;
		const settings = new Settings(n8nUrl);
		this.settings = settings;
		this.poof = createPoof(origin, journal, settings);
		this.dialnexa = createDialNexa(origin, journal, settings);
		this.slack = createSlack(journal, settings);
		const sheets = createSheets(journal);
		this.standIns = [
			this.dialnexa,
			this.poof,
			this.slack,
			sheets,
			createDrive(journal, sheets.spreadsheets),
			createGmail(journal),
			createGoogleAccount(),
			createHubSpot(journal),
			createZendesk(journal),
			createStripe(journal),
		];
		const hosts = Object.assign({}, ...this.standIns.map((standIn) => standIn.hosts));
		this.interception = new Interception(hosts, journal);
		this.app = fastify({
			forceCloseConnections: true,
			rewriteUrl: (request) => this.interception.pathOf(request.socket, request.url ?? '/'),
		});
		readEveryBody(this.app);
		for (const standIn of this.standIns) {
			this.app.register(async (scope) => this.mount(scope, standIn), {
				prefix: `/${standIn.service}`,
			});
		}
		this.app.register(async (scope) => controlRoutes(scope, this), { prefix: '/_sandbox' });
		this.app.register(deskRoutes);
	}

	private mount(scope: FastifyInstance, standIn: StandIn) {
		const operations = new Set<string>();
		scope.addHook('onRoute', ({ config }) => {
			if (config?.operation) operations.add(config.operation);
			this.operations[standIn.service] = [...operations];
		});
		keepRequests(scope, standIn.service, this.journal);
		injectFaults(scope, standIn, this.plan, this.interception);
		standIn.routes(scope);
	}

	async start(ports: { http: number; proxy: number }, folder: string) {
		this.url = await this.app.listen({ host: '127.0.0.1', port: ports.http });
		await this.interception.start(ports.proxy, folder, this.app.server);
	}

	async stop() {
		await this.interception.stop();
		await this.app.close();
	}

	state() {
		return {
			requests: this.journal.requests,
			refusedHosts: this.interception.refused,
			faults: this.plan.planned,
			settings: this.settings.inForce(),
			...Object.fromEntries(this.standIns.map((standIn) => [standIn.service, standIn.holds()])),
		};
	}

	reset() {
		this.plan.reset();
		this.interception.refused = [];
		this.settings.reset();
		this.standIns.forEach((standIn) => standIn.reset());
		this.journal.reset();
	}
}
