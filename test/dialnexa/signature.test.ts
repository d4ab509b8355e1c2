import { createHmac } from 'node:crypto';
import { verifySignature } from '../../nodes/DialNexaTrigger/signature';

const KEY = ['whsec_test_secret', '0123456789abcdef'].join('_');
/** Computed independently of this code, for the API notes. */
const FLAT = {
	body: '{"call_id":"call_abc123","status":"completed","summary":"The agent confirmed the appointment."}',
	hex: '16acd087f5e6b47f89ad0471e4cb8b11e9c228d6813df12b5beba045e41b5dc8',
};
const ENVELOPE = {
	body: '{"event_type":"call_ended","payload":{"call":{"id":"call_abc123","status":"completed"}}}',
	hex: '4f4075f833ab0a30c8f1c00b4b4ecf35fedba225732b8d61589073d0cb7eb973',
	innerHex: '42e108dcb4c2f7323050bc3b7d521b6d71fc3d837505fea387c0bc6e0fba1003',
};

const verify = (headers: Record<string, string | string[]>, secrets = [KEY], body = FLAT.body) =>
	verifySignature(Buffer.from(body), headers, secrets);

describe('a signature is accepted', () => {
	test.each([
		['x-nexa-signature with its prefix', { 'x-nexa-signature': `sha256=${FLAT.hex}` }],
		['x-nexa-signature without a prefix', { 'x-nexa-signature': FLAT.hex }],
		['x-dialnexa-signature with a prefix', { 'x-dialnexa-signature': `sha256=${FLAT.hex}` }],
		['x-dialnexa-signature without one', { 'x-dialnexa-signature': FLAT.hex }],
		['in capitals', { 'x-nexa-signature': `SHA256=${FLAT.hex.toUpperCase()}` }],
		['in either header', { 'x-nexa-signature': '0'.repeat(64), 'x-dialnexa-signature': FLAT.hex }],
	])('as %s', (_name, headers) => {
		expect(verify(headers)).toEqual({ verified: true, secret: 0 });
	});

	test('over the whole body of a dashboard webhook', () => {
		expect(verify({ 'x-dialnexa-signature': ENVELOPE.hex }, [KEY], ENVELOPE.body)).toEqual({
			verified: true,
			secret: 0,
		});
	});

	test('and says which of several secrets fits', () => {
		const headers = { 'x-nexa-signature': FLAT.hex };
		expect(verify(headers, ['other', '', KEY, 'another'])).toEqual({
			verified: true,
			secret: 2,
		});
	});
});

describe('a signature is refused, and why', () => {
	const refused = (reason: string) => ({ verified: false, reason });

	test('no secret is known', () => {
		expect(verify({ 'x-nexa-signature': FLAT.hex }, [])).toEqual(refused('no_secret'));
		expect(verify({ 'x-nexa-signature': FLAT.hex }, [''])).toEqual(refused('no_secret'));
	});

	test('an empty secret among others fits nothing', () => {
		const hex = createHmac('sha256', '').update(FLAT.body).digest('hex');
		expect(verify({ 'x-nexa-signature': hex }, ['', KEY])).toEqual(refused('mismatch'));
	});

	test('no signature was sent', () => {
		expect(verify({})).toEqual(refused('no_signature'));
		expect(verify({ 'x-hub-signature-256': `sha256=${FLAT.hex}` })).toEqual(
			refused('no_signature'),
		);
	});

	test.each([
		['empty', ''],
		['too short', FLAT.hex.slice(1)],
		['too long', `${FLAT.hex}0`],
		['not hexadecimal', `g${FLAT.hex.slice(1)}`],
		['of another algorithm', `sha1=${FLAT.hex}`],
		['two in one', `${FLAT.hex}, ${FLAT.hex}`],
		['base64', Buffer.from(FLAT.hex, 'hex').toString('base64')],
	])('malformed: %s', (_name, value) => {
		expect(verify({ 'x-nexa-signature': value })).toEqual(refused('malformed_signature'));
	});

	test('malformed: several values', () => {
		expect(verify({ 'x-nexa-signature': [FLAT.hex, FLAT.hex] })).toEqual(
			refused('malformed_signature'),
		);
	});

	test('mismatch: another secret, another body, the inner payload only', () => {
		expect(verify({ 'x-nexa-signature': FLAT.hex }, ['other'])).toEqual(refused('mismatch'));
		expect(verify({ 'x-nexa-signature': FLAT.hex }, [KEY], `${FLAT.body} `)).toEqual(
			refused('mismatch'),
		);
		expect(verify({ 'x-dialnexa-signature': ENVELOPE.innerHex }, [KEY], ENVELOPE.body)).toEqual(
			refused('mismatch'),
		);
	});
});
