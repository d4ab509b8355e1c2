import type { Tongue } from './speech';

/**
 * What nothing was tuned on: written last, in ordinary wording, and measured once (docs/redaction.md).
 * Laid out like the batches. Whoever learns from it must write another one.
 */
export const HELD_OUT_LINES: Readonly<Record<Tongue, string>> = {
	english: `
Agent: Which number is on the front of your card?\\nCaller: {card~words}, and it's valid until {expiry}.
Caller: Here goes. {card:1~words}. {card:2~words}. {card:3~words}. {card:4~words}. Is that enough?
Agent: Please say the card number slowly.\\nCaller: {card~hesitant}\\nAgent: Thank you, and the CVV?\\nCaller: {cvv~words}
please bill my card {card~run}, the invoice is <invoice>
Assistant: Can I have the full card number?\\nUser: yes its {card~doubled}
I'm paying with this Visa, {card~mixed}, for order <order>
Caller: {card~pairs}. That's my company card.
Caller: the CVV number on the back would be {cvv~listed}
Agent: I'll also need the security code.\\nCaller: okay so that's {cvv~words}
wire the money to account number {account~words}, routing number {routing~words}
Caller: my checking account is {account~run} and the routing number is {routing~spaced}
sort code {sort}, account number {account~words}
please refund me by SEPA, IBAN {ibanGroups}
BSB {bsb} and account number {account~spaced}
the IFSC is {ifsc}, the account number is {account~listed}
my UPI ID is {upi}
Agent: Social Security number?\\nCaller: {ssn~words}
Caller: my social security number is {ssn~pairs}, born on <date>
our employer identification number is {ein}
my PAN is {panSpelt}
Caller: the Aadhaar number is {aadhaar~doubled}
NI number {nino}
Agent: What is the code we sent you?\\nCaller: {otp~words}
the one-time password is {otp~listed}
my card PIN is {pin~words}
Caller: My password is {password}.
recovery phrase: {phrase}
my private key is {privateKey}
here is our API key {apiKey}
the statement is here: {statement}
my order number is <orderDigits~words>, placed on <date>
my phone number is <phoneDigits~words>
please call <phone> or write to <email>
invoice <invoice> for <amount> was due on <date> at <time>
the ticket number is <ticket> and the transaction is <txn>
tracking number <tracking>
pay it out to <wallet>, the hash is <txHash>
call <callId>, version <version>, zip <zip~words>
it was the card ending in <lastFour~words>
I need two copies of one invoice within three days
the fee was twenty four dollars and fifty cents
we meet at a quarter to nine on the second of June
`,
	hinglish: `
card number {card~words} likh lijiye
Agent: card number?\\nCustomer: {card~doubled}
CVV {cvv~words} hai
account number {account~words} aur IFSC {ifsc}
aadhaar number {aadhaar~words} hai ji
OTP {otp~words} hai
pin {pin~words} hai
password {password} hai
order number <orderDigits~words> hai ji
mobile number <phoneDigits~words> hai ji
do invoice aur teen receipt bhej do
paanch din mein do sau rupaye wapas aaye
last ke chaar digit <lastFour~words>
`,
	hindi: `
कार्ड नंबर {card~words} लिख लीजिए
सीवीवी {cvv~words} है
खाता संख्या {account~words}
आधार नंबर {aadhaar~words}
ओटीपी {otp~listed}
ऑर्डर नंबर <orderDigits~words>
मोबाइल नंबर <phoneDigits~words>
दो बिल और तीन रसीद भेज दो
`,
	spanish: `
el número de la tarjeta es {card~words}, apunte
Agente: ¿tarjeta?\\nCliente: {card~pairs}
el código de seguridad es {cvv~words}
número de cuenta {account~words}
el NIF es {nif}
código de verificación: {otp~words}
el número de pedido es <orderDigits~words>
mi número de teléfono es <phoneDigits~words>
dos facturas y un recibo, por favor
`,
	german: `
die Kartennummer: {card~words}
Agent: Karte?\\nKunde: {card~pairs}
der Sicherheitscode: {cvv~words}
IBAN {iban}
die Steuer-ID lautet {steuer~words}
der Bestätigungscode ist {otp~words}
die Bestellnummer ist <orderDigits~words>
meine Handynummer ist <phoneDigits~words>
zwei Rechnungen und ein Beleg, bitte
`,
	french: `
le numéro de ma carte : {card~words}
Agent: la carte ?\\nClient: {card~pairs}
le code de sécurité : {cvv~words}
l'IBAN est {iban}
le code de vérification est {otp~words}
le numéro de commande est <orderDigits~words>
mon numéro de téléphone est le <phoneDigits~words>
deux factures et un reçu, s'il vous plaît
`,
};
