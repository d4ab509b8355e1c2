import type { INodeProperties } from 'n8n-workflow';

import { BALANCE_PATH, readBalance } from '../../balance';
import { optionsField } from '../../fields';
import type { Operation } from '../../operation';
import { coinsOf } from '../../parameters';
import { read } from '../../reading';

const coinsField: INodeProperties = {
	displayName: 'Coins',
	name: 'coins',
	type: 'string',
	default: 'bitcoin',
	required: true,
	placeholder: 'e.g. bitcoin, solana',
	description: 'One or several coins by Poof’s names, separated by commas',
};

export const getBalance: Operation = {
	name: 'Get Balance',
	value: 'getBalance',
	action: 'Get a balance',
	description: 'Get the balance of one or several coins',
	movesMoney: false,
	fields: [coinsField, optionsField],
	async run(item) {
		const balances = [];
		for (const coin of coinsOf(item)) {
			const request = { crypto: coin };
			const answer = await read(item, BALANCE_PATH, request, 'Coins', readBalance);
			balances.push({ json: { coin: answer.coin || coin, balance: answer.balance } });
		}
		return balances;
	},
};
