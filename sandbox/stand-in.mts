import type { FastifyInstance } from 'fastify';

/** A credential as n8n's REST interface takes it. */
export interface N8nCredential {
	type: string;
	name: string;
	data: Record<string, unknown>;
}

/**
 * A local substitute for one service. It is mounted under `/<service>`, inside a scope of its own in
 * which requests are kept and faults are injected; a route names its operation in `config.operation`.
 */
export interface StandIn {
	service: string;
	/**
	 * The production hosts that are answered here, and the path under which each one's API stands. A host that several
	 * services share goes by the start of the path: `www.googleapis.com/gmail`.
	 */
	hosts: Record<string, string>;
	routes(app: FastifyInstance): void;
	/** The service's own way to say that a request failed with `status`. */
	failure(status: number): unknown;
	/** What it holds, for the state. */
	holds(): Record<string, unknown>;
	reset(): void;
	credentials(): N8nCredential[];
}
