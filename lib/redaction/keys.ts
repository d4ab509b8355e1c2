import type { Category } from './finding';

/**
 * Names of JSON keys whose value is secret whatever it looks like, without case, `_`, `-` and
 * spaces.
 */
const KEYS: ReadonlyArray<[Category, readonly string[]]> = [
	['card', ['cardnumber', 'ccnumber', 'creditcard', 'creditcardnumber', 'debitcardnumber']],
	['card_security', ['cvv', 'cvv2', 'cvc', 'cvc2', 'csc', 'securitycode', 'cardsecuritycode']],
	[
		'bank',
		[
			'accountnumber',
			'bankaccount',
			'bankaccountnumber',
			'routingnumber',
			'iban',
			'sortcode',
			'ifsc',
			'upi',
			'upiid',
			'clabe',
			'bsb',
		],
	],
	[
		'tax_id',
		['ssn', 'socialsecuritynumber', 'ein', 'itin', 'taxid', 'pan', 'aadhaar', 'gstin', 'vatnumber'],
	],
	['wallet_secret', ['privatekey', 'seedphrase', 'recoveryphrase', 'mnemonic', 'keystore']],
	[
		'credential',
		[
			'password',
			'passwd',
			'otp',
			'onetimecode',
			'passcode',
			'pin',
			'apikey',
			'secret',
			'accesstoken',
		],
	],
];

const CATEGORY_OF = new Map(KEYS.flatMap(([category, keys]) => keys.map((key) => [key, category])));

/** The category that a JSON key gives to its value; undefined when the value speaks for itself. */
export function categoryOfKey(key: string): Category | undefined {
	return CATEGORY_OF.get(key.toLowerCase().replace(/[\s_-]/g, ''));
}
