import fastify, { type FastifyInstance } from 'fastify';
import { controlRoutes } from './control.mts';
import { createDialNexa } from './dialnexa/index.mts';
import { FaultPlan, injectFaults } from './faults.mts';
import { createPoof } from './poof/index.mts';
import { Journal, keepRequests, readEveryBody } from './requests.mts';
import { Settings } from './settings.mts';
import type { StandIn } from './stand-in.mts';

/** All stand-ins in one process, their state in memory, behind one port of 127.0.0.1. */
export class Sandbox {
	readonly journal = new Journal();
	readonly plan = new FaultPlan();
	readonly settings = new Settings();
	readonly poof = createPoof(() => this.url, this.journal, this.settings);
	readonly dialnexa = createDialNexa(() => this.url, this.journal, this.settings);
	readonly standIns: StandIn[] = [this.poof, this.dialnexa];
	/** The operations that each stand-in knows, by its name. */
	readonly operations: Record<string, string[]> = {};
	/** Where it listens, without a slash at the end. */
	url = '';
	private readonly app: FastifyInstance = fastify({ forceCloseConnections: true });

	constructor() {
		readEveryBody(this.app);
		for (const standIn of this.standIns) {
			this.app.register(async (scope) => this.mount(scope, standIn), {
				prefix: `/${standIn.service}`,
			});
		}
		this.app.register(async (scope) => controlRoutes(scope, this), { prefix: '/_sandbox' });
	}

	private mount(scope: FastifyInstance, standIn: StandIn) {
		const operations = new Set<string>();
		scope.addHook('onRoute', ({ config }) => {
			if (config?.operation) operations.add(config.operation);
			this.operations[standIn.service] = [...operations];
		});
		keepRequests(scope, standIn.service, this.journal);
		injectFaults(scope, standIn, this.plan);
		standIn.routes(scope);
	}

	async start(port: number) {
		this.url = await this.app.listen({ host: '127.0.0.1', port });
	}

	async stop() {
		await this.app.close();
	}

	state() {
		return {
			requests: this.journal.requests,
			faults: this.plan.planned,
			settings: this.settings,
			...Object.fromEntries(this.standIns.map((standIn) => [standIn.service, standIn.holds()])),
		};
	}

	reset() {
		this.plan.reset();
		this.settings.reset();
		this.standIns.forEach((standIn) => standIn.reset());
		this.journal.reset();
	}
}
