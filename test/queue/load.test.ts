// One call moves money once, however often it is delivered, in every way that n8n runs.
import type { World } from '../end-to-end/world';
import { expectOneInvoiceACall, startWorld, WAYS } from './load';

// With the start of n8n; what stands still is noticed much earlier.
jest.setTimeout(900_000);

let world: World | undefined;

afterEach(async () => await world?.end());

it.each(WAYS)('%s: makes one invoice of each call', async (way, options) => {
	world = await startWorld(['call-to-invoice'], options);
	await expectOneInvoiceACall(world, way);
});
