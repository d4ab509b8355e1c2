import type { Random } from './random';
import { say, SPOKEN, VOICES, WRITTEN, type Form, type Tongue } from './speech';
import * as values from './values';

/** What a slot of a frame is filled with: its digits, or a text that is written as it stands. */
export type Value = { digits: string } | { text: string };
type Slot = (random: Random) => Value;

const digits = (count: number) => (random: Random) => ({ digits: random.digits(count) });

/** What must go. */
export const SECRET_SLOTS: Readonly<Record<string, Slot>> = {
	card: (random) => ({ digits: values.card(random) }),
	cvv: digits(3),
	cvv4: digits(4),
	expiry: (random) => ({
		text: `${String(1 + random.below(12)).padStart(2, '0')}/${26 + random.below(9)}`,
	}),
	account: (random) => ({ digits: `${1 + random.below(9)}${random.digits(8 + random.below(4))}` }),
	routing: (random) => ({ digits: values.routing(random) }),
	sort: (random) => ({
		text: `${random.digits(2)}-${random.digits(2)}-${random.digits(2)}`,
	}),
	sortDigits: digits(6),
	iban: (random) => ({ text: values.iban(random) }),
	ibanGroups: (random) => ({ text: values.iban(random).replace(/(.{4})(?=.)/g, '$1 ') }),
	ifsc: (random) => ({
		text: `${random.pick(['HDFC', 'ICIC', 'SBIN', 'UTIB'])}0${random.digits(6)}`,
	}),
	upi: (random) => ({
		text: `${random.pick(['ravi.k', 'meena', '98765', 'shop-12'])}@${random.pick(['okaxis', 'ybl', 'paytm', 'okhdfcbank'])}`,
	}),
	bsb: (random) => ({ text: `${random.digits(3)}-${random.digits(3)}` }),
	ssn: (random) => ({ digits: values.ssn(random) }),
	ssnDashes: (random) => ({
		text: values.ssn(random).replace(/(\d{3})(\d{2})(\d{4})/, '$1-$2-$3'),
	}),
	ein: (random) => ({ text: `${random.digits(2)}-${random.digits(7)}` }),
	einDigits: digits(9),
	pan: (random) => ({ text: values.pan(random) }),
	panSpelt: (random) => {
		const pan = values.pan(random);
		const spoken = [...pan].map((c) => (/\d/.test(c) ? VOICES.english.digits[Number(c)] : c));
		return { text: spoken.join(' ') };
	},
	aadhaar: (random) => ({ digits: values.aadhaar(random) }),
	gstin: (random) => ({ text: `27${values.pan(random)}1Z${random.below(10)}` }),
	nino: (random) => ({
		text: `AB ${random.digits(2)} ${random.digits(2)} ${random.digits(2)} C`,
	}),
	nif: (random) => ({ text: values.nif(random) }),
	cpf: (random) => ({
		text: values.cpf(random).replace(/(\d{3})(\d{3})(\d{3})(\d{2})/, '$1.$2.$3-$4'),
	}),
	vat: (random) => ({ text: `${random.pick(['DE', 'PL0', 'ATU'])}${random.digits(9).slice(1)}1` }),
	steuer: (random) => ({ digits: `${1 + random.below(9)}${random.digits(10)}` }),
	otp: digits(6),
	pin: digits(4),
	password: (random) => ({
		text: random.pick(['hunter2', 'Tr0ub4dor&3', 'Sommer2024!', 'blue42horse', 'qwerty99']),
	}),
	phrase: (random) => {
		const list: string[] = [];
		for (let i = 0; i < 12; i++) list.push(random.pick(values.PHRASE_WORDS));
		return { text: list.join(' ') };
	},
	privateKey: (random) => ({ text: `0x${random.letters(64, '0123456789abcdef')}` }),
	apiKey: (random) => ({
		text: `sk_live_${random.letters(24, 'abcdefghijklmnopqrstuvwxyzABCDEFGH23456789')}7`,
	}),
	statement: (random) => ({
		text: `https://files.example.com/acme/statements/${random.digits(6)}.pdf`,
	}),
	taxFile: (random) => ({
		text: random.pick(['W-9_signed.pdf', 'tax-return-2025.pdf', '1099-k.pdf']),
	}),
};

/** What must stay. */
export const KEPT_SLOTS: Readonly<Record<string, Slot>> = {
	amount: (random) => ({
		text: `${random.pick(['$', '€', '£', '₹'])}${random.pick(['1,299.00', '45', '420.50', '18,000', '7.99', '2,450'])}`,
	}),
	plainAmount: (random) => ({ text: random.pick(['1299', '450', '4999', '12500', '89.90']) }),
	date: (random) => ({
		text: random.pick(['2026-05-12', '12/05/2026', '12.05.2026', '5/12/26', '2026-11-30']),
	}),
	time: (random) => ({ text: random.pick(['10:30', '16:45', '9:15', '08:05:30']) }),
	invoice: (random) => ({
		text: random.pick([`INV-2026-${random.digits(4)}`, random.digits(6), `F${random.digits(5)}`]),
	}),
	order: (random) => ({
		text: random.pick([
			random.digits(8),
			`${random.digits(3)}-${random.digits(7)}-${random.digits(7)}`,
			`PO${random.digits(6)}`,
		]),
	}),
	orderDigits: digits(8),
	ticket: (random) => ({ text: random.pick([`#${random.digits(5)}`, random.digits(7)]) }),
	txn: (random) => ({
		text: random.pick([
			`pi_${random.letters(18, 'abcdefghjk23456789')}`,
			random.digits(12),
			`TXN${random.digits(10)}`,
		]),
	}),
	tracking: (random) => ({
		text: random.pick([
			`1Z999AA1${random.digits(10)}`,
			`94${random.digits(20)}`,
			random.digits(12),
		]),
	}),
	phone: (random) => ({
		text: random.pick([
			'+1 415 555 0132',
			'(415) 555-0132',
			'415-555-0132',
			'+91 98765 43210',
			'+44 20 7946 0958',
			'+49 30 901820',
		]),
	}),
	phoneDigits: (random) => ({ digits: values.phone(random) }),
	email: (random) => ({
		text: random.pick(['ana.perez@example.com', 'billing+eu@example.org', 'r.k@mail.example.in']),
	}),
	wallet: (random) => ({
		text: random.pick([
			'bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq',
			'0x52908400098527886E0F7030069857D2E4169EE7',
			'1BoatSLRHtKNngkdXEeobR76b53LETtpyT',
			'TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSE',
		]),
	}),
	txHash: (random) => ({ text: `0x${random.letters(64, '0123456789abcdef')}` }),
	callId: (random) => ({
		text: `call_${random.letters(6, 'abcdef0123456789')}${random.digits(10)}`,
	}),
	version: (random) => ({ text: random.pick(['2.14.3', 'v1.0.12', '24.21.0', '3.25.76']) }),
	lastFour: digits(4),
	zip: digits(5),
};

const SHORT = new Set(['zip', 'cvv', 'cvv4', 'otp', 'pin', 'lastFour']);
const SHORT_FORMS: readonly Form[] = ['run', 'spaced', 'words', 'listed'];

/** Fills a slot: the value as it is said or written in the tongue, in the given form. */
export function fill(
	value: Value,
	name: string,
	form: Form | undefined,
	tongue: Tongue,
	random: Random,
): string {
	if ('text' in value) return value.text;
	const forms = SHORT.has(name) ? SHORT_FORMS : [...WRITTEN, ...SPOKEN];
	return say(value.digits, form ?? random.pick(forms), tongue, random);
}
