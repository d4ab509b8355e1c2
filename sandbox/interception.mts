import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { createSecureContext, TLSSocket } from 'node:tls';
import { generate } from 'selfsigned';
import type { Journal } from './requests.mts';

/** A host outside the sandbox that somebody wanted to reach; nothing was sent there. */
export interface RefusedHost {
	at: string;
	host: string;
}

interface Authority {
	key: string;
	cert: string;
}

async function newAuthority(): Promise<Authority> {
	const made = await generate([{ name: 'commonName', value: 'DialNexa Poof sandbox' }], {
		keyType: 'ec',
		algorithm: 'sha256',
		notAfterDate: new Date(Date.now() + 365 * 24 * 3600 * 1000),
		extensions: [
			{ name: 'basicConstraints', cA: true, critical: true },
			{ name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
		],
	});
	return { key: made.private, cert: made.cert };
}

/** The authority kept in the folder, so that an n8n that trusts it need not restart with the sandbox. */
async function authorityIn(folder: string): Promise<Authority & { caFile: string }> {
	mkdirSync(folder, { recursive: true });
	const caFile = join(folder, 'ca.pem');
	const keyFile = join(folder, 'ca-key.pem');
	try {
		return { key: readFileSync(keyFile, 'utf8'), cert: readFileSync(caFile, 'utf8'), caFile };
	} catch {
		const made = await newAuthority();
		writeFileSync(keyFile, made.key, { mode: 0o600 });
		writeFileSync(caFile, made.cert);
		return { ...made, caFile };
	}
}

async function certificateFor(hosts: string[], authority: Authority) {
	const made = await generate([{ name: 'commonName', value: 'sandbox' }], {
		keyType: 'ec',
		algorithm: 'sha256',
		ca: authority,
		extensions: [
			{ name: 'basicConstraints', cA: false },
			{ name: 'extKeyUsage', serverAuth: true },
			{ name: 'subjectAltName', altNames: hosts.map((value) => ({ type: 2 as const, value })) },
		],
	});
	return createSecureContext({ key: made.private, cert: made.cert });
}

/**
 * An HTTPS proxy for n8n (`HTTPS_PROXY`) that ends the connections to the services' production hosts
 * in the sandbox itself, under a certificate of its own authority (`NODE_EXTRA_CA_CERTS`), and refuses
 * every other host. Nothing leaves the machine.
 */
export class Interception {
	refused: RefusedHost[] = [];
	/** Where n8n finds the authority's certificate. */
	caFile = '';
	private readonly proxy = createServer();
	private readonly connections = new WeakMap<Duplex, { host: string; carrier: Duplex }>();
	private readonly open = new Set<Duplex>();
	private readonly hosts: Set<string>;
	/** The longest first: what says most about where it is. */
	private readonly places: [place: string, mounted: string][];
	private readonly journal: Journal;

	/** `hosts` gives each production host, or the start of a path on it, the path under which its stand-in is mounted. */
	constructor(hosts: Record<string, string>, journal: Journal) {
		this.places = Object.entries(hosts).sort(([one], [other]) => other.length - one.length);
		this.hosts = new Set(this.places.map(([place]) => place.replace(/\/.*/, '')));
		this.journal = journal;
	}

	get url(): string {
		return `http://127.0.0.1:${(this.proxy.address() as AddressInfo).port}`;
	}

	/** The path of a request inside the sandbox: intercepted ones are meant for one of the stand-ins. */
	pathOf(socket: Socket, path: string): string {
		const connection = this.connections.get(socket);
		if (!connection) return path;
		const asked = connection.host + path;
		const [, mounted = '/-'] = this.places.find(([place]) => asked.startsWith(`${place}/`)) ?? [];
		return mounted + path;
	}

	/** The connection that carries this one: the outer of the two when it is encrypted. */
	carrierOf(socket: Socket): Socket {
		return (this.connections.get(socket)?.carrier as Socket | undefined) ?? socket;
	}

	/** Decrypted connections go on to `server` as if they had come in there. */
	async start(port: number, folder: string, server: Server) {
		const { caFile, ...authority } = await authorityIn(folder);
		const secureContext = await certificateFor([...this.hosts], authority);
		this.caFile = caFile;

		this.proxy.on('connect', (request, socket, head: Buffer) => {
			const host = (request.url ?? '').replace(/:\d+$/, '');
			socket.on('error', () => {});
			if (!this.hosts.has(host)) {
				this.refuse(host);
				socket.end('HTTP/1.1 403 Not in the sandbox\r\nconnection: close\r\n\r\n');
				return;
			}
			this.open.add(socket);
			socket.once('close', () => this.open.delete(socket));
			socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
			if (head.length > 0) socket.unshift(head);
			const decrypted = new TLSSocket(socket as Socket, { isServer: true, secureContext });
			decrypted.on('error', () => {});
			this.connections.set(decrypted, { host, carrier: socket });
			server.emit('connection', decrypted);
		});
		this.proxy.on('request', (request, response) => {
			this.refuse(URL.parse(request.url ?? '')?.host ?? request.url ?? '');
			response
				.writeHead(403)
				.end('The sandbox takes HTTPS only, to the services it stands in for.');
		});
		await new Promise<void>((resolve, reject) => {
			this.proxy.once('error', reject);
			this.proxy.listen(port, '127.0.0.1', resolve);
		});
	}

	async stop() {
		this.open.forEach((socket) => socket.destroy());
		this.proxy.closeAllConnections();
		await new Promise((resolve) => this.proxy.close(resolve));
	}

	private refuse(host: string) {
		this.refused.push({ at: new Date().toISOString(), host });
		this.journal.changed();
	}
}
