import { z } from 'zod';

import { maybeSaid, said } from '../../answers';
import { coinsField, optionsField } from '../../fields';
import type { Operation } from '../../operation';
import { coinsOf } from '../../parameters';
import { read } from '../../reading';

const answerSchema = z.object({ balance: said, currency: maybeSaid, crypto: maybeSaid });

/** `POST /api/v2/balance`, one coin a request ([DOC-via], high). v1 names the coin `crypto`, v2 `currency`. */
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
			const answer = await read(
				item,
				'/api/v2/balance',
				{ crypto: coin },
				'Coins',
				(json) => answerSchema.safeParse(json).data,
			);
			const { balance, currency, crypto } = answer;
			balances.push({ json: { coin: currency || crypto || coin, balance } });
		}
		return balances;
	},
};
