import type { INodeProperties } from 'n8n-workflow';

import { currencyField, optionsField } from '../../fields';
import type { Operation } from '../../operation';
import { textParameter } from '../../parameters';
import { readObject } from '../../rates';
import { read } from '../../reading';

const baseCurrencyField: INodeProperties = {
	...currencyField,
	displayName: 'Base Currency',
	name: 'base',
	description: 'The currency that the rates are given in',
};

/** `POST /api/v1/fetch_crypto_rates` (medium: one source). */
export const getRates: Operation = {
	name: 'Get Rates',
	value: 'getRates',
	action: 'Get rates',
	description: 'Get the rates of all coins in one currency',
	movesMoney: false,
	fields: [baseCurrencyField, optionsField],
	async run(item) {
		const base = textParameter(item, 'base', 'Base Currency', {
			pattern: /^[A-Za-z]{3,5}$/,
			example: 'USD',
		}).toUpperCase();
		const path = '/api/v1/fetch_crypto_rates';
		const rates = await read(item, path, { base }, 'Base Currency', readObject);
		return [{ json: { base, rates } }];
	},
};
