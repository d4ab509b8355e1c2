import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const DESK = join(import.meta.dirname, 'desk');
/** htm with preact in one file, as the browser takes it. */
const PREACT = fileURLToPath(import.meta.resolve('htm/preact/standalone'));

/** The desk page: what somebody in operations would watch. */
export async function deskRoutes(app: FastifyInstance) {
	app.addHook('onSend', async (_request, reply) => {
		// Callers' words are shown here: whatever they say, no script but the page's own runs.
		reply.header('content-security-policy', "default-src 'self'; frame-ancestors 'none'");
	});
	await app.register(fastifyStatic, { root: DESK, prefix: '/desk/' });
	app.get('/', async (_request, reply) => reply.sendFile('index.html'));
	app.get('/desk/preact.js', async (_request, reply) =>
		reply.sendFile(PREACT.slice(dirname(PREACT).length + 1), dirname(PREACT)),
	);
}
