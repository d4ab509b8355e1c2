import { coinField, optionsField } from '../../fields';
import type { Operation } from '../../operation';
import { coinOf } from '../../parameters';
import { PRICE_PATH, readObject, readPrice } from '../../rates';
import { read } from '../../reading';

export const getPrice: Operation = {
	name: 'Get Price',
	value: 'getPrice',
	action: 'Get a price',
	description: 'Get what one coin costs',
	movesMoney: false,
	fields: [coinField, optionsField],
	async run(item) {
		const coin = coinOf(item);
		const answer = await read(item, PRICE_PATH, { crypto: coin }, 'Coin', (json) => {
			const price = readPrice(json);
			return price === '' ? readObject(json) && { price, ...readObject(json) } : { price };
		});
		return [{ json: { coin, ...answer } }];
	},
};
