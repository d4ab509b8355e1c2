/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- tests run in Node, not in n8n */
import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters } from 'n8n-workflow';
import { readFileSync } from 'node:fs';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { z } from 'zod';
import { choicesOf, runNode, type TestCredentials } from '../engine';
import type { RunningSandbox } from './running-sandbox';

const credentialsSchema = z.array(
	z.object({ type: z.string(), data: z.record(z.string(), z.unknown()) }),
);

/** n8n's own nodes in n8n's own engine, set up as an n8n behind the sandbox's proxy is. */
export class RealNodes {
	private constructor(private readonly credentials: TestCredentials) {}

	static async behind(sandbox: RunningSandbox, type: string): Promise<RealNodes> {
		process.env.HTTPS_PROXY = sandbox.proxyUrl;
		process.env.NO_PROXY = '127.0.0.1,localhost';
		setDefaultCACertificates([
			...getCACertificates('bundled'),
			readFileSync(sandbox.caFile, 'utf8'),
		]);
		const all = credentialsSchema.parse(await sandbox.control('GET', '/credentials'));
		const found = all.find((credential) => credential.type === type);
		return new RealNodes({ [type]: found?.data as ICredentialDataDecryptedObject });
	}

	/** What the node's first output holds. */
	async run(type: string, typeVersion: number, parameters: INodeParameters) {
		const { credentials } = this;
		const { outputs, error } = await runNode({ type, typeVersion, parameters, credentials });
		return { items: (outputs[0] ?? []).map(({ json }): IDataObject => json), error };
	}

	async choices(
		type: string,
		typeVersion: number,
		method: string,
		parameters: INodeParameters = {},
	) {
		return await choicesOf(
			{ type, typeVersion, parameters, credentials: this.credentials },
			method,
		);
	}
}
