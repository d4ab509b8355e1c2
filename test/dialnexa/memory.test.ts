import { once } from '../../nodes/DialNexa/once';
import { done, refused, uncertain, type Settlement } from '../../nodes/DialNexa/outcome';
import { forgetDelivery, isFirstDelivery } from '../../nodes/DialNexaTrigger/redelivery';

/** What the process remembers must not grow for ever, and must not forget what may have been ordered. */

test('the last ten thousand deliveries are remembered', () => {
	expect(isFirstDelivery('first')).toBe(true);
	for (let i = 1; i < 10_000; i++) isFirstDelivery(`delivery ${i}`);
	expect(isFirstDelivery('first')).toBe(false);
	isFirstDelivery('one more');
	expect(isFirstDelivery('first')).toBe(true);
	expect(isFirstDelivery('one more')).toBe(false);
});

test('a delivery that is forgotten is the first again', () => {
	isFirstDelivery('failed');
	forgetDelivery('failed');
	expect(isFirstDelivery('failed')).toBe(true);
});

describe('orders', () => {
	const order = async (scope: string, settlement: Settlement, fingerprint = 'same') =>
		(await once(scope, fingerprint, async () => await Promise.resolve(settlement))).outcome;

	test('the last ten thousand are remembered, and uncertain ones beyond', async () => {
		expect(await order('open', uncertain('?'))).toBe('uncertain');
		expect(await order('old', done({}))).toBe('done');
		for (let i = 0; i < 9_998; i++) await order(`order ${i}`, done({}));
		expect(await order('old', done({}))).toBe('duplicate');
		await order('one more', done({}));
		expect(await order('old', done({}))).toBe('done');
		expect(await order('open', done({}))).toBe('uncertain');
	});

	test('what was refused may be ordered again, also with something else', async () => {
		expect(await order('refused', refused('no', ''))).toBe('refused');
		expect(await order('refused', done({}), 'other')).toBe('done');
		expect(await order('refused', done({}), 'third')).toBe('refused');
	});

	test('an order that breaks off unexpectedly is uncertain', async () => {
		const broken = once('broken', '', async () => await Promise.reject(new Error('out of memory')));
		expect((await broken).outcome).toBe('uncertain');
	});
});
