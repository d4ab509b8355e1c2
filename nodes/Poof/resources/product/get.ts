import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import { maybeSaid, said } from '../../answers';
import { optionsField } from '../../fields';
import type { Operation } from '../../operation';
import { textParameter } from '../../parameters';
import { read } from '../../reading';

const answerSchema = z
	.object({
		product_id: said,
		product_name: maybeSaid,
		description: maybeSaid,
		image: maybeSaid,
		price: maybeSaid,
		quantity: maybeSaid,
		min_purchase: maybeSaid,
		max_purchase: maybeSaid,
		username: maybeSaid,
	})
	.transform(({ product_id, product_name, min_purchase, max_purchase, ...same }) => ({
		id: product_id,
		name: product_name,
		...same,
		minimumPurchase: min_purchase,
		maximumPurchase: max_purchase,
	}));

const productIdField: INodeProperties = {
	displayName: 'Product ID',
	name: 'productId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. e098921c-9db2-4796',
	description: 'The ID of the product at Poof',
};

/** `POST /api/v2/fetch_product` ([DOC-via], medium). */
export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a product',
	description: 'Get a product with its price and stock',
	movesMoney: false,
	fields: [productIdField, optionsField],
	async run(item) {
		const request = { product_id: textParameter(item, 'productId', 'Product ID') };
		const path = '/api/v2/fetch_product';
		const json = await read(
			item,
			path,
			request,
			'Product ID',
			(answer) => answerSchema.safeParse(answer).data,
		);
		return [{ json }];
	},
};
