import { FOLD, KIND, Kind } from './fold';

/** What stands after the @ of a UPI ID (NPCI's list of payment service providers, the common ones). */
const HANDLES = new Set(
	(
		'okaxis okicici oksbi okhdfc okhdfcbank ybl ibl axl apl yapl upi paytm ptyes ptaxis ptsbi pthdfc ' +
		'sbi hdfc hdfcbank icici axis axisb axisbank kotak yesbank yesg airtel jio freecharge indus ' +
		'federal rbl idfc idfcbank idfcfirst waaxis wahdfcbank waicici wasbi barodampay cnrb pnb ' +
		'unionbank kbl dbs hsbc citi naviaxis slice jupiteraxis fam ikwik postbank mahb tmb uco zoicici ' +
		'timecosmos abfspay rmhdfcbank pingpay superyes goaxb ' +
		'ओकेएक्सिस ओकेआईसीआईसीआई ओकेएसबीआई ओकेएचडीएफसी ओकेएचडीएफसीबैंक वाईबीएल वायबीएल आईबीएल एएक्सएल एपीएल यूपीआई पेटीएम एसबीआई आईसीआईसीआई'
	).split(' '),
);

/** Handles that are also what people call a bank: "my account at HDFC". */
const BANKS = new Set(
	'upi paytm sbi hdfc hdfcbank icici axis axisbank kotak yesbank airtel jio freecharge indus federal rbl idfc idfcfirst pnb unionbank dbs hsbc citi slice postbank mahb uco यूपीआई पेटीएम एसबीआई आईसीआईसीआई'.split(
		' ',
	),
);

/** The two letters or digits at `at`, or the only one, as they are compared, as one integer. */
export function beginningAt(text: string, at: number): number {
	const second = text.charCodeAt(at + 1);
	const first = FOLD[text.charCodeAt(at)] << 16;
	return KIND[second] >= Kind.Letter ? first | FOLD[second] : first;
}

/** With what the handles begin: what begins otherwise need not be put together and looked up. */
const BEGINNINGS = new Set(
	[...HANDLES].flatMap((handle) => [beginningAt(handle[0], 0), beginningAt(handle, 0)]),
);

/** Whether a UPI handle may begin so. */
export function mayBeginUpiHandle(beginning: number): boolean {
	return BEGINNINGS.has(beginning);
}

export function isUpiHandle(handle: string): boolean {
	return HANDLES.has(handle);
}

export function isBankHandle(handle: string): boolean {
	return BANKS.has(handle);
}

/** Whether something with an @ and no domain after it is a UPI ID. */
export function isUpiId(address: string): boolean {
	return HANDLES.has(address.slice(address.lastIndexOf('@') + 1).toLowerCase());
}
