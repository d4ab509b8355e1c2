import type { SecretCategory } from './finding';

/**
 * Names of JSON keys whose value is secret whatever it looks like, without case, `_`, `-` and
 * spaces.
 */
const KEYS: Readonly<Record<SecretCategory, string>> = {
	card: `
		cardnumber cardno cardnum ccnumber ccnum ccno creditcard creditcardnumber debitcardnumber
		primaryaccountnumber cardpan cardexpiry cardexpirydate cardexpiration cardexpirationdate cardexp
	`,
	card_security: `
		cvv cvv2 cvc cvc2 csc cid cvn securitycode cardsecuritycode cardcode cardcvv cardcvc cvvcode
		cvccode verificationvalue
	`,
	bank: `
		accountnumber accountno acctnumber acctno acctnum bankaccount bankaccountnumber bankdetails
		beneficiaryaccount routingnumber routing routingno abanumber aba iban ibannumber sortcode bsb
		clabe ifsc ifsccode upi upiid vpa kontonummer numerodecuenta numerocuenta numerodecompte rib
	`,
	tax_id: `
		ssn socialsecurity socialsecuritynumber ein itin tin taxid taxidnumber taxnumber
		taxidentificationnumber taxpayerid pan pannumber aadhaar aadhar aadhaarnumber aadharnumber gstin
		gstnumber nino nationalinsurancenumber utr vat vatid vatnumber vatno ustid ustidnr steuerid
		steuernummer nif nie dni cpf cnpj codicefiscale sin tfn abn nationalid passportnumber passportno
		driverslicense driverslicensenumber
	`,
	wallet_secret: `
		privatekey secretkey seedphrase recoveryphrase mnemonic mnemonicphrase seedwords keystore wif xprv
		ciphertext
	`,
	credential: `
		password passwd pwd passphrase otp otpcode onetimecode onetimepassword passcode pin pinnumber atmpin
		mpin verificationcode apikey apitoken secret clientsecret accesstoken refreshtoken authtoken
		bearertoken authorization
	`,
	document: 'bankstatement taxform taxreturn',
};

const CATEGORY_OF = new Map(
	(Object.entries(KEYS) as Array<[SecretCategory, string]>).flatMap(([category, names]) =>
		names
			.trim()
			.split(/\s+/)
			.map((name) => [name, category] as const),
	),
);

/** Names so long that they also decide at the end of a key, as in `customer_account_number`. */
const ENDINGS = [...CATEGORY_OF].filter(([name]) => name.length >= 8);

/** The category that a JSON key gives to its value; undefined when the value speaks for itself. */
export function categoryOfKey(key: string): SecretCategory | undefined {
	if (key.length > 100) return undefined;
	const name = key.toLowerCase().replace(/[^a-z0-9]/g, '');
	return CATEGORY_OF.get(name) ?? ENDINGS.find(([ending]) => name.endsWith(ending))?.[1];
}
