import type { Tongue } from './speech';

/**
 * Snippets written by hand, a line each, that the tables were tuned on: the many ways in which
 * callers and agents put the same thing. Marks as in the conversations.
 */
export const SNIPPETS: Readonly<Record<Tongue, string>> = {
	english: String.raw`
put it on the Mastercard, {{5425 2334 3010 9903}}, thanks
I'll pay by card then. It's {{four five three two, seven one five three, three seven nine oh, one two four one}}.
the digits are {{4556 7375 8689 9855}} if that helps
{{4556737586899855}}
Number is {{4 5 5 6 7 3 7 5 8 6 8 9 9 8 5 5}} exp {{11/27}}
{{four thousand five hundred fifty six, seven three seven five, eight six eight nine, nine eight five five}} is the card
my debit card, it goes {{45 56 73 75 86 89 98 55}}
card: {{forty-five fifty-six seventy-three seventy-five eighty-six eighty-nine ninety-eight fifty-five}}
Caller: {{4556}}, uh, {{7375}}, let me find my glasses, {{8689}}, and the last bit is {{9855}}
Agent: I have {{4556 7375 8689}} so far.\nCaller: and {{9855}}
Agent: Is it still {{4556 7375 8689 9855}}?\nCaller: Yes.
the CVC? {{842}}.
cvv is on the back, right? it's {{eight four two}}
{{eight four two}} is the number on the back
that three digit thing is {{842}}
Agent: And the verification number from the back of the card?\nCaller: sure thing, {{eight forty-two}}
Agent: CVV please.\nCaller: Sorry, what?\nAgent: The three digits on the back.\nCaller: Oh. {{842}}.
the amex has four digits on the front, {{1 2 3 4}}
Agent: What's the expiration date on that?\nCaller: The card is {{4556737586899855}} and it's {{November twenty twenty seven}}.
{{4556737586899855}}, {{11/27}}, {{842}}
{{4556 7375 8689 9855}} expires {{nov 2027}}
checking account {{000 483 920 11}}
It's with Chase, routing {{021000021}}, account {{483920118}}.
account ending in <<0118>>
acct # {{483920118}}
acct no: {{4839-2011-8}}
The bank details are: sort code {{20-45-45}}, account {{43967283}}.
sort code {{twenty, forty-five, forty-five}}
Agent: What's the sort code?\nCaller: {{two oh four five four five}}\nAgent: and the account number\nCaller: {{four three nine six seven two eight three}}
IBAN {{GB82 WEST 1234 5698 7654 32}}
My IBAN: {{GB82WEST12345698765432}}
it's {{G B eight two W E S T one two three four five six nine eight seven six five four three two}}, that's the IBAN
Agent: What is your IBAN?\nCaller: {{D E eight nine three seven oh four double oh four four oh five three two oh one three double oh}}
My CLABE is {{032180000118359719}}
BSB {{062-000}} account {{12345678}}
my ssn is {{one two three, four five, six seven eight nine}}
social is {{123 45 6789}}
{{123-45-6789}} is my social
social security number, let me think, {{one twenty-three forty-five sixty-seven eighty-nine}}
last four of my social are {{6789}}
Agent: And the last four of the social?\nCaller: {{six seven eight nine}}
my itin is {{912-70-1234}}
federal tax id {{12-3456789}}
Our tax identification number is {{one two, three four five six seven eight nine}}.
My UTR is {{1234567890}} for self assessment
the NI number's {{QQ123456C}}
VAT registration {{GB123456789}}
VAT number {{DE136695976}}
{{ATU12345678}} is our VAT ID
my tax file number is {{123 456 782}}
ABN {{51 824 753 556}}
my SIN is {{046 454 286}}
passport number {{L8988901C}}
driver's license {{D1234567}}
aadhaar {{2341 2341 2346}}
my pan card number is {{AFZPK7190K}}
the OTP is {{554 221}}
code's {{554221}}, that's the one you texted me
Agent: I've sent a code to your mobile, can you read it back?\nCaller: it says {{five five four two two one}}
Agent: Please tell me the 6 digit code.\nCaller: {{5 5 4 2 2 1}}
my authenticator shows {{554221}} as the verification code
PIN is {{four four two one}}
telephone banking pin: {{4421}}
password: {{Winter!2025}}
the password's {{correcthorse}}
my password is {{capital W i n t e r two zero two five}}
username is <<jsmith>> and password is {{s3cret-pass}}
Agent: Could you tell me the password?\nCaller: Sure, {{letmein99}}.
my seed phrase is {{legal winner thank year wave sausage worth useful legal winner thank yellow}}
{{legal winner thank year wave sausage worth useful legal winner thank yellow}}
Agent: How many words is the recovery phrase?\nCaller: twelve. {{legal winner thank year}}, um, {{wave sausage worth useful}}, {{legal winner thank yellow}}.
private key is {{5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ}}
token: {{ghp_16C7e42F292c6912E7710c838347Ae178B4a}}
my api key {{AKIAIOSFODNN7EXAMPLE}}
the statement is at {{https://drive.example.com/d/1/bank-statement-april.pdf}}
see {{w9-acme.pdf}} attached
the order number is <<4556 7375>>
order <<112-8812731-3345211>> total <<$45.10>>
ref <<4821 9931 2210>>
invoice <<2026/00417>> from <<03/11/2026>>
call me on <<07700 900123>> after <<6 pm>>
my cell is <<six four six, five five five, oh one four seven>>
reach me at <<646.555.0147>> or <<kim@example.com>>
flight <<BA 2490>> on the <<14th>>
I've been a customer for twenty two years and six months
you charged me nine hundred ninety nine dollars and ninety nine cents
we're at 1600 Amphitheatre Parkway, suite 400, zip 94043
my customer number is <<four four seven one two nine>>
subscription id <<sub_1MowQVLkdIwHu7ixeraBm864>>
charge <<ch_3MmlLrLkdIwHu7ix0snN0B15>> and refund <<re_1Nispe2eZvKYlo2Cd31jOCgZ>>
about 1500 people, 12 of them on 24 hour shifts, 7 days a week
the card was declined three times, at 10:15, 10:16 and 10:18
the card expires in May 2027, can you update it?
I need the last three invoices: <<1041, 1042 and 1043>>
my account was charged <<450>> on the 3rd
the account has <<$12,968.37>> in it
from <<$1,000>> to <<$2,500>> per account
security code page shows error 404
bank holiday on the 25th, back on the 27th
routing the call to 4 agents took 30 seconds
can you send me my bank statement for March?
my social media has 20000 followers
I pan to visit in 2027 with 12 friends and 1500 dollars
case 00412398, priority 2, opened 2026-10-01T08:15:00Z
the wallet address is <<0x71C7656EC7ab88b098defB751B7401B5f6d8976F>>
lightning invoice for 25000 sats
version 10.4.1 build 20260412
reference <<RF18539007547034>> on the payment
code <<SAVE20>> gave me 20 percent
press 1 for billing, 2 for support, 0 for the operator
the pin on the map is at 4th and 21st street
the error code was <<50012>> twice
zip code <<nine four one oh seven>>
I was born on the third of April nineteen eighty one
gate <<B22>>, seat <<14C>>, boarding <<18:40>>
two to three weeks, four at most, I think
Agent: And your order number?\nCaller: <<one one two, eight eight one two, seven three one>>
Agent: How many seats?\nCaller: twenty five for now, thirty by June
Agent: What was the amount?\nCaller: <<one two five zero>>
Agent: Could you confirm the phone number on the account?\nCaller: <<four one five, five five five, oh one nine nine>>
Agent: Your case number is <<seven seven two one oh>>, please write it down.
`,
	hinglish: String.raw`
card no. hai {{paanch chaar do paanch, do teen teen chaar, teen shunya ek shunya, nau nau shunya teen}}
likhiye {{5425}} phir {{2334}} phir {{3010}} aur {{9903}}
sir mera debit card {{5425 2334 3010 9903}} block kar do
cvv {{paanch paanch ek}} hai
Agent: peeche wala number batao\nCaller: {{nau ek do}}
expiry ke saath: {{5425233430109903}}, {{08/27}}
Agent: card ka poora number boliye\nCaller: {{five four two five}}, {{double two ek ek}}
mera account number {{teen shunya ek do, paanch paanch, saat aath nau}} hai SBI mein
ifsc {{SBIN0001234}}
gpay karo {{meena.s@oksbi}} par
upi id meri {{9876501234@ybl}} hai
aadhar number {{do teen chaar ek do teen chaar ek do teen chaar chhe}}
mera PAN {{AFZPK7190K}} note karo
OTP mila {{paanch paanch chaar do do ek}}
Agent: jo code aaya hai wo bataiye\nCaller: haan {{8 8 2 0 1 4}}
atm pin {{chaar chaar do ek}} hai mera
mera password {{ravi@123}} hai
teen hazaar rupaye wapas nahi aaye
mera bill number <<chaar aath do ek>> hai
<<pandrah tareekh>> ko <<do hazaar paanch sau>> kate
ek baat bataiye, do minute lagenge kya
mobile number <<nau aath saat chhe paanch chaar teen do ek shunya>>
paanch log hain, do kamre chahiye teen raat ke liye
UTR number <<412345678901>> hai payment ka
pin code <<560001>> hai humara
woh card jiske last ke chaar digit <<nau nau shunya teen>> hain
order <<OD1123581321>> abhi tak nahi aaya, aath din ho gaye
`,
	hindi: String.raw`
मेरा डेबिट कार्ड {{पांच चार दो पांच दो तीन तीन चार तीन शून्य एक शून्य नौ नौ शून्य तीन}}
कार्ड नंबर {{५४२५ २३३४ ३०१० ९९०३}}
सीवीवी {{पांच पांच एक}} है
मेरा अकाउंट नंबर {{तीन शून्य एक दो पांच पांच सात आठ नौ}} है
ओटीपी है {{८८२०१४}}
मेरा पिन {{चार चार दो एक}} है
आधार {{२३४१ २३४१ २३४६}}
पासवर्ड है {{ravi@123}}
पंद्रह तारीख को दो हज़ार पांच सौ रुपये कटे
मेरा नंबर <<नौ आठ सात छह पांच चार तीन दो एक शून्य>> है
टिकट नंबर <<चार आठ दो एक>> है
दो लोगों के लिए तीन दिन
`,
	spanish: String.raw`
la tarjeta es {{5425 2334 3010 9903}} y vence {{08/27}}
apunte: {{cinco cuatro dos cinco, dos tres tres cuatro, tres cero uno cero, nueve nueve cero tres}}
mi tarjeta es la {{cincuenta y cuatro veinticinco veintitrés treinta y cuatro treinta diez noventa y nueve cero tres}}
cvv {{cinco cinco uno}}
Agente: ¿Código de seguridad?\nCliente: {{quinientos cincuenta y uno}}
cuenta número {{dos uno cero cero, cero cuatro uno ocho, cuatro cinco, cero dos cero cero}}
mi DNI es {{12345678Z}}
mi NIE es {{X1234567L}}
clave del banco: {{cuatro cuatro dos uno}}
mi contraseña es {{Madrid2024}}
el código que me mandaron es {{ocho ocho dos cero uno cuatro}}
pagué <<veintitrés euros con cincuenta>> el <<tres de marzo>>
factura <<2026-0091>>, vence el <<30/06/2026>>
mi número es el <<seis uno dos, tres cuatro cinco, siete ocho nueve>>
llevo once años como cliente, una vez me cobraron dos veces
son las tres y cuarto, le llamo a las cinco
`,
	french: String.raw`
ma carte, c'est le {{5425 2334 3010 9903}}, elle expire {{08/27}}
je vous la dicte : {{cinquante-quatre vingt-cinq, vingt-trois trente-quatre, trente dix, quatre-vingt-dix-neuf zéro trois}}
le code au dos, c'est {{cinq cinq un}}
cryptogramme {{551}}
mon RIB : {{30006 00001 12345678901 89}}
mon mot de passe c'est {{Soleil75}}
le code que j'ai reçu est {{huit huit deux zéro un quatre}}
numéro fiscal {{30 23 217 600 053}}
j'ai payé <<vingt-trois euros cinquante>> le <<trois mars>>
mon numéro c'est le <<zéro six, douze, trente-quatre, cinquante-six, soixante-dix-huit>>
facture <<2026-0091>> du <<30/06/2026>>
cela fait onze ans que je suis client, une seule fois en retard
rendez-vous à dix-sept heures trente
`,
	german: String.raw`
die Karte ist {{5425 2334 3010 9903}}, gültig bis {{08/27}}
ich buchstabiere: {{fünf vier zwo fünf, zwo drei drei vier, drei null eins null, neun neun null drei}}
Kreditkarte {{vierundfünfzig fünfundzwanzig dreiundzwanzig vierunddreißig dreißig zehn neunundneunzig null drei}}
die Prüfziffer ist {{fünf fünf eins}}
Agent: Und der dreistellige Code?\nKunde: {{551}}
Konto {{532013000}} bei der Sparkasse, BLZ {{37040044}}
Steuernummer {{93815/08152}}
USt-IdNr. {{DE136695976}}
mein Kennwort ist {{Berlin2024}}
die PIN ist {{vier vier zwei eins}}
der Code per SMS war {{acht acht zwei null eins vier}}
ich habe <<dreiundzwanzig Euro fünfzig>> am <<dritten März>> bezahlt
meine Handynummer ist <<null eins sieben sechs, eins zwei drei vier fünf sechs sieben>>
Rechnung <<2026-0091>> vom <<30.06.2026>>
seit elf Jahren Kunde und einmal zu spät
Termin um siebzehn Uhr dreißig
`,
};
