import { coinField, optionsField } from '../../fields';
import type { Operation } from '../../operation';
import { coinOf } from '../../parameters';
import { GAS_PATH, readObject } from '../../rates';
import { read } from '../../reading';

export const getGasPrice: Operation = {
	name: 'Get Gas Price',
	value: 'getGasPrice',
	action: 'Get a gas price',
	description: 'Get what sending a coin costs in network fees, as Poof names the parts',
	movesMoney: false,
	fields: [coinField, optionsField],
	async run(item) {
		const coin = coinOf(item);
		const fees = await read(item, GAS_PATH, { crypto: coin }, 'Coin', readObject);
		return [{ json: { coin, ...fees } }];
	},
};
