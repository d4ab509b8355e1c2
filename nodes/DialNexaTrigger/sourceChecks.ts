import type { Call } from '../../lib/call/call';

/** More than any call DialNexa was seen to send; n8n itself takes 16 MB. */
const DEFAULT_LARGEST_KB = 2_048;

const ipv4 = (ip: string) => /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(ip);

/** The address as a number; undefined when it is no IPv4 address. */
function numberOf(ip: string): number | undefined {
	const bytes = ipv4(ip)?.slice(1).map(Number);
	if (!bytes || bytes.some((byte) => byte > 255)) return undefined;
	return bytes.reduce((number, byte) => number * 256 + byte, 0);
}

function fits(ip: string, allowed: string): boolean {
	const [base, bits] = allowed.split('/');
	const [number, start] = [numberOf(ip), numberOf(base)];
	if (bits === undefined || number === undefined || start === undefined) return ip === allowed;
	if (!/^\d{1,2}$/.test(bits) || Number(bits) > 32) return false;
	const size = 2 ** (32 - Number(bits));
	return Math.floor(number / size) === Math.floor(start / size);
}

/**
 * Whether a list of addresses (IPv4, IPv4 ranges such as `10.0.0.0/8`, IPv6), separated by commas,
 * names this one. An empty list names everybody; an entry that cannot be read names nobody.
 */
export function isAllowedIp(ip: string | undefined, allowedIps = ''): boolean {
	const allowed = allowedIps.split(',').flatMap((entry) => entry.trim() || []);
	if (allowed.length === 0) return true;
	const plain = (ip ?? '').toLowerCase().replace(/^::ffff:(?=\d+\.)/, '');
	return allowed.some((entry) => fits(plain, entry.toLowerCase()));
}

export function isTooLarge(bytes: number, largestKb = DEFAULT_LARGEST_KB): boolean {
	// A size that is no number lets nothing pass.
	return !(bytes <= largestKb * 1_024);
}

/**
 * Whether the call ended too long ago to be news: somebody may be replaying an old delivery.
 * Automatic webhooks do not say when a call began; such a call is never too old.
 */
export function isTooOld(call: Call, maximumHours = 0): boolean {
	if (maximumHours <= 0 || call.startedAt === null) return false;
	const ended = Date.parse(call.startedAt) + (call.durationSeconds ?? 0) * 1_000;
	return Date.now() - ended > maximumHours * 3_600_000;
}
