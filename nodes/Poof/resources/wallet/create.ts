import type { INodeProperties } from 'n8n-workflow';

import { coinField, idempotencyKeyField, optionsField } from '../../fields';
import { moveMoney, type MoneyOperation } from '../../money';
import type { Operation } from '../../operation';
import { coinOf } from '../../parameters';
import { readObject } from '../../rates';
import { said } from '../../answers';

/**
 * `POST /api/v2/create_wallet` (request high, answer unknown). It may hand out a secret shard of the new wallet's key
 * ([DOC], the wallet upgrade), and only once: everything but the address goes under `secret`, which n8n shows to nobody.
 */
const createWallet: MoneyOperation = {
	name: 'wallet.create',
	path: '/api/v2/create_wallet',
	takesMetadata: false,
	answerIsSecret: true,
	order(item) {
		const currency = coinOf(item);
		return {
			body: JSON.stringify({ currency }),
			essentials: [currency],
			amount: '0',
			readReceipt({ json }) {
				const { address, message, error, ...secret } = readObject(json) ?? {};
				const known = said.safeParse(address).data ?? '';
				if (known === '' && Object.keys(secret).length === 0) return undefined;
				return { address: known, coin: currency, secret: { ...secret, message, error } };
			},
		};
	},
};

const chainField: INodeProperties = {
	...coinField,
	displayName: 'Chain',
	default: { mode: 'list', value: 'polygon', cachedResultName: 'Polygon' },
	description: 'The chain that the wallet is created on',
};

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create a wallet',
	description:
		'Create a wallet on a chain. A key shard that comes with it is in the field "secret", which n8n shows to nobody but keeps with the execution: store it in the next step, and do not save executions.',
	movesMoney: true,
	fields: [idempotencyKeyField, chainField, optionsField],
	async run(item) {
		return [{ json: await moveMoney(item, createWallet) }];
	},
};
