import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { readDecimal } from './amounts';
import { said } from './answers';

/** `POST /api/v2/price` (request high, answer undocumented). */
export const PRICE_PATH = '/api/v2/price';

/** `POST /api/v2/gas_price` (medium: the names in its answer are not certain, so they pass through). */
export const GAS_PATH = '/api/v2/gas_price';

const objectSchema = z.record(z.string(), z.unknown());

export function readObject(json: unknown): IDataObject | undefined {
	return objectSchema.safeParse(json).data as IDataObject | undefined;
}

/** The price of one coin in an answer whose shape nobody has documented; empty when none is recognised. */
export function readPrice(json: unknown): string {
	const answer = readObject(json);
	const places = answer ? [answer.price, answer.usd, answer.rate, answer.amount] : [json];
	const price = places.map((place) => readDecimal(said.safeParse(place).data)).find(Boolean);
	return price ?? '';
}
