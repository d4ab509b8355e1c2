import type { Tongue } from './speech';

/**
 * What callers and agents say, written in eight batches. Each was measured before anything was changed
 * for it (docs/redaction.md has the figures) and learnt from afterwards. One piece a line: `{{…}}` must
 * go, `<<…>>` must stay, slots as in a frame, `\\n` a new line. A line without marks must stay whole.
 */
export const BATCHES: Readonly<Record<Tongue, string>> = {
	english: `
[00:12] Agent: Could I take the long number on the front of the card?\\n[00:15] Customer: Yeah sure it's {card~words}\\n[00:31] Agent: And the expiry?\\n[00:33] Customer: {expiry}
Speaker 1: what's the card number please\\nSpeaker 2: okay so it goes {{four five three nine, then five seven eight seven, then six three six two, and then one four eight six}}\\nSpeaker 1: lovely and the amount is <<one hundred and twenty pounds>>
AI: Please read me your card number one group at a time.\\nUser: {card:1~words}\\nAI: Got it, {card:1=}.\\nUser: {card:2~words}\\nAI: {card:2=}, yes.\\nUser: {card:3~words}\\nAI: Okay.\\nUser: and last {card:4~words}
Bot: Please say your card number.\\nCaller: uh {{forty-two forty-two, forty-two forty-two, forty-two forty-two, forty-two forty-two}}
It's a Visa, {{forty five thirty nine, fifty seven eighty seven, sixty three sixty two, fourteen eighty six}}.
my number's {{four thousand, oh five six, six five five, six six, five five five six}} on the visa debit
Customer: the card is {{four five three nine five seven eight eight no sorry seven eight seven six three six two one four eight six}}
Customer: {{4539 5787}} hang on the light is bad {{6362}} uh {{1486}}. Agent: Thank you.
so the amex is {{thirty seven eighty two, eight twenty two four sixty three, one oh oh oh five}} and the four digits on the front are {{one two three four}}
Agent: just to confirm that's {{4263 9826 4026 9299}}, correct?\\nCustomer: correct
Agent: I heard {{5425 2334 3010 9903}}. Customer: no the last bit is {{9 9 0 3}}. Agent: right, {{nine nine zero three}}.
my mastercard number that's {{five four two five, two three three four, three oh one oh, double nine oh three}}
The first eight are {{four nine one six three three eight five}} and the last eight are {{oh six oh eight two eight three two}}.
Customer: {{six oh double one, triple oh nine, nine oh one three, nine four two four}} that's a Discover
take it from {{four, two, six, three. nine, eight, two, six. four, oh, two, six. nine, two, nine, nine.}}
um yeah {{for two six three nine ate two six for oh two six nine two nine nine}} is my card number
Agent: Can I get the card number?\\nCustomer: {{4263.}}\\nAgent: mhm\\nCustomer: {{9826.}}\\nAgent: go on\\nCustomer: {{4026.}}\\nAgent: yep\\nCustomer: {{9299.}}
Agent: and the three digits on the back?\\nCustomer: it's worn off, I think it's {cvv~words}
Agent: what's the CVV?\\nCustomer: oh hold on let me flip it over... {{seven eighty two}}
the security code is {{nine oh one}}, zip <<nine oh two one oh>>
CVC {{three hundred and twelve}}
AI agent: And the security code?\\nUser: {{One. One. Four.}}
exp {{oh nine twenty eight}} for card {card~words}
it expires {{September twenty twenty eight}}, card number {card~groups}, postcode <<SW1A 1AA>>
Agent: The card ending in <<4242>> was declined on <<May 12th>>. Customer: Use my other one, {card~words}, same expiry {{11 of 27}}.
Customer: my routing number is {routing~words} and my account number is {account~words}
wire it to account {account~words}, routing {{zero two one, zero zero zero, zero two one}}
Agent: sort code?\\nCustomer: {{twenty, thirty-two, forty-five}}\\nAgent: account number?\\nCustomer: {{one two three, four five, six seven eight}}
The IBAN is {{Golf Bravo two nine, November Whiskey Bravo Kilo, six oh one six, one three three one, nine two six eight, one nine}}
IBAN: {{D E eight nine, three seven oh four, oh oh four four, oh five three two, oh one three oh, oh oh}}
My IBAN is {iban} if you want to refund me by bank transfer.
BSB {{oh six two, triple zero}} and account {{one two three four five six seven eight}}
Our CLABE is {{012180001234567891}}, it's a BBVA account in Mexico
The account is with HDFC, number {{5 0 1 0 0 2 3 4 5 6 7 8 9 0}}, IFSC {{HDFC0001234}}
ifsc code is {{H D F C zero zero zero one two three four}}
my UPI is {{ravi dot kumar at okaxis}}
you can send it to {{9876543210@ybl}}
Agent: What's your Social?\\nCustomer: {{four three two, one four, eight seven six five}}
my social is {ssn~words}
my social security number that's {{three oh five, thirty eight, forty-four twelve}}
Agent: and can you verify the last four of your social?\\nCustomer: {{eight seven six five}}
Our EIN is {{forty-seven, one two three four five six seven}}.
employer ID number {{4 7 - 1 2 3 4 5 6 7}}
My ITIN is {{912-78-4567}}
National insurance number is {{Q Q one two three four five six C}}
my NI number, {{Alpha Bravo, twelve, thirty-four, fifty-six, Charlie}}
UTR is {{one two three four five, six seven eight nine oh}}
tax file number {{eight seven six, five four three, two one oh}}
our ABN is {{51 824 753 556}}
SIN number is {{046 454 286}}
my PAN is {{A B C P L one two three four K}}
PAN number {{alpha bravo charlie papa lima one two three four kilo}}
Aadhaar number is {aadhaar~words}
GST number {gstin}
our VAT number is {{GB 123 4567 82}}
VAT ID {{IE6388047V}}, and the invoice is <<INV-2209>>
the passport number is {{five three one two nine eight seven six four}}
my driver's license is {{D1234567}}
my password is {{capital S summer two thousand twenty four exclamation mark}}
the password's {{Sommer2024!}} all one word
Agent: what's the one-time code I just texted you?\\nCustomer: {{four four one nine oh two}}
OTP is {otp~words}
the code they texted me is {{88 14 02}}
verification code: {{G-482913}}
my telephone banking PIN is {{two two seven one}}
Customer: my pin is {pin~run}
The api key is {apiKey}
Bearer token {{eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U}}
my seed phrase is {phrase}
the twelve words are {{one legal two winner three thank four year five wave six sausage seven worth eight useful nine legal ten winner eleven thank twelve yellow}}
recovery phrase: {{legal, winner, thank, year, wave, sausage, worth, useful, legal, winner, thank, yellow}}
private key {privateKey}
you'll find my statement at {statement}
I attached {{bank_statement_march.pdf}}
Agent: Your order number is 4 8 1 5 1 6 2 3, shall I repeat that?\\nCustomer: no I got it
Speaker 1: my phone number is four one five, five five five, oh one three two\\nSpeaker 2: thanks
The reference is two two oh nine eight one four seven.
tracking number is 1Z 999 AA1 0123456784
FedEx tracking seven seven four eight nine nine one oh two three four five
so that's one thousand two hundred and forty-nine dollars and ninety-nine cents for two licenses
Invoice four four two one was paid twice, once on the third and once on the fourth
I've been waiting for one hour and forty minutes
My customer number is eight eight one two three four
case number zero zero four five two one nine
the ticket is number 5 5 1 2 0 9
Agent: The card ending in four two four two was charged.\\nCustomer: okay
the last four are 1881
my zip is nine four one oh three
Flight UA 2231 on the 21st at 6:45 pm, seat 14C
we're on version two point fourteen point three
I need three invoices, two receipts and one credit note
My pin code is 560034, that's Koramangala
promo code SAVE20 or was it SAVE 2 5
the discount code is nine nine off
CRM account number 8841
it's account ID 77120934 in HubSpot
our PO number is 4500098123
send USDT to 0x52908400098527886E0F7030069857D2E4169EE7
my bitcoin address is bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq
call ID call_7f3ac19021
request 3f2b8c1e-9d4a-4c7b-8f21-0a9b7c6d5e4f failed
transaction id 7 0 0 1 2 2 9 8 1 1
pay me back the four hundred, I mean four hundred and fifty, dollars
one, two, three, testing, can you hear me
I said one moment please, I have two kids screaming
24 7 support, 365 days a year
my birthday is the fourteenth of July nineteen eighty-two
ninety nine percent of the time it works
The charge of 42.42 on 4/2 was a duplicate of the one on 4/1
call me back on 020 7946 0958 between nine and five
it's extension four four one
the meeting is at ten thirty on the twenty first of November twenty twenty six
Suite 1200, 4242 Main Street, Austin
reservation code K7QX2M
the serial number is S N four four one two nine eight seven
I ordered 16 units at 4,111.11 each
Agent: you have 4 invoices: 1001, 1002, 1003 and 1004
my account manager said 30 days net
I can't remember my password
did you get the code I sent you
the security code thing did not work
Your OTP will expire in 10 minutes
we charged 19.99, 19.99 and 4.50
Caller: Okay I've got my wallet here. So the number across the front. {card~words}. And then underneath that it says {expiry}.
Caller: let me just grab it. Right. Um. {{Four seven one six. Six one oh nine. Five nine two one. One seven six seven.}}
I'd like to pay with a different card. It's {card:1~words}, are you ready? {card:2~words}, you got that? {card:3~words}, and {card:4~words}.
Agent: So I've got {{four two four two}}, {{four two four two}}, is that right?\\nCaller: yes\\nAgent: and the next eight?\\nCaller: {{four two four two four two four two}}
AGENT: CAN I HAVE YOUR CARD NUMBER PLEASE\\nCALLER: YES IT IS {{FOUR ONE ONE ONE ONE ONE ONE ONE ONE ONE ONE ONE ONE ONE ONE ONE}}
Agent: Card number?\\nCaller: {{5105-1051-0510-5100}}.\\nAgent: Name on card?\\nCaller: J Smith.\\nAgent: Expiration?\\nCaller: {{oh four twenty nine}}.\\nAgent: And the code?\\nCaller: {{six six one}}.
my debit card starts with {{four nine one seven}} and the middle is {{six one zero zero zero zero zero zero}} and it ends in {{zero zero zero zero}}
Caller: {{five five five five}}\\nAgent: okay\\nCaller: {{five five five five}}\\nAgent: okay\\nCaller: {{five five five five}}\\nAgent: okay\\nCaller: {{double four double four}}
hmm it's {{three seven one four, four nine six, three five three, nine eight four three one}}, American Express
The old card was ending <<1881>>, the new one is {card~pairs}
You want the sixteen digits? {{four zero one two, eight eight eight eight, eight eight eight eight, one eight eight one}}.
Caller: {{four hundred one two}}, sorry, {{four oh one two, eight eight eight eight, eight eight eight eight, one eight eight one}}
its {{4 0 1 2 8 8 8 8 8 8 8 8 1 8 8 1}} exp {{0 9 2 7}} cvv {{5 5 2}}
Caller: The code is {{three}}, {{seven}}, uh, {{two}}.\\nAgent: The security code is {{372}}, thanks.
Agent: and what's the three-digit number on the back?\\nCaller: Where?\\nAgent: On the signature strip.\\nCaller: oh there, {{eight one nine}}
Agent: CVV?\\nCaller: {{double oh seven}}
Agent: And the CID, that's four digits for Amex.\\nCaller: {{one two three four}}
please use card number {card~run}, security {{881}}
I read out my card earlier, {card~spaced}, can you delete it
Agent: Let me repeat that back. {card:1} {card:2} {card:3} {card:4}. Is that correct?
Caller: so first it's {{four five five six}} then {{seven three seven five}} then {{eight six eight nine}} then {{nine eight five five}}
Caller: {{4556 7375}}...\\nAgent: Sorry you broke up after {{7375}}.\\nCaller: {{8689 9855}}
Caller: um it's, it's {{four}}, it's {{four five five six, seven three seven five, eight six eight nine, nine eight five five}}
So for the direct deposit, routing's {routing~words}, account's {account~words}.
Agent: Routing number?\\nCaller: {{one two one}}... {{oh four two}}... {{eight eight two}}.\\nAgent: {{121042882}}, okay and account?\\nCaller: {account~spaced}
checking account ending <<6789>>, full number {{000123456789}}
Could you send the refund to my Barclays account? Sort code {{20-00-00}}, account {{55779911}}.
sort code is {{four oh dash four seven dash eight four}} and the account number is {{seven oh eight seven two four nine oh}}
my iban is {{DE 44 5001 0517 5407 3249 31}}
The IBAN. {{G B thirty-three B U K B twenty twenty fifteen fifty-five fifty-five fifty-five fifty-five}}
IBAN is {{FR76 3000 6000 0112 3456 7890 189}}
BSB's {{oh eight three dash double oh four}}, account {{five oh one two three four five six}}
BSB {{062-000}} account number {{1234 5678}}
account: {{0123456789}} ifsc: {{ICIC0000104}}
Agent: what's your UPI handle?\\nCaller: it's {{nine eight double seven one two three four five six at paytm}}
pay me at {{meena.sharma@oksbi}}
CLABE {{zero three two, one eight zero, zero zero zero one one eight three five nine seven one nine}}
my bank account no. is {{9 8 7 6 5 4 3 2 1 0}}, wells fargo
Agent: can you confirm the last four of the account?\\nCaller: <<4471>>
Caller: social is {{five five five}}... {{twelve}}... {{thirty-four fifty-six}}? no, {{three four five seven}}
SSN {{078 05 1120}}
ssn: {{219099999}}
Agent: I need your Social Security number.\\nCaller: all of it?\\nAgent: yes please.\\nCaller: ok, {{two one nine, oh nine, nine nine nine eight}}
federal tax ID {{12-3456789}}
the company's EIN, let me find it, {{nine four dash three one two eight eight oh one}}
ITIN {{nine one two, seven eight, four five six seven}}
ni number {{JG 10 37 59 A}}
My national insurance is {{J G one oh three seven five nine A}}
UTR number {{2134567890}} for HMRC
TFN {{123 456 782}}
ABN {{five one, eight two four, seven five three, five five six}}
social insurance number {{one three zero, six nine two, five four four}}
my CPF is {{529.982.247-25}}
CNPJ {{11.222.333/0001-81}}
PAN card {{AAAPL1234C}}
Aadhaar: {aadhaar~groups}
GSTIN is {{two seven A A P F U zero nine three nine F one Z V}}
VAT registration {{DE136695976}}
codice fiscale {{RSSMRA85T10A562S}}
passport {{C03005988}} issued 2021
driving licence {{MORGA657054SM9IJ}}
the password is {{correct horse battery staple 9}}
my login password, it's {{P at sign s s w zero r d one}}
password: {{hunter2}}, username: <<jsmith>>
new password is {{Welcome dash one two three}}
I just got a text, the code's {{seven two oh nine one one}}
Agent: read me the six digits we sent\\nCaller: {{5 5 0 1 9 2}}
passcode {{4-4-9-1}}
my authenticator says {{three nine one, eight oh two}}
the PIN is {{nineteen eighty four}}
My security answer is {{fluffy99}}
api key {{AKIAIOSFODNN7EXAMPLE}}
it's {{sk_test_4eC39HqLyjWDarjtT1zdp7dc}}
token {{ghp_16C7e42F292c6912E7710c838347Ae178B4a}}
seed words are {{army van defense carry jealous true garbage claim echo media make crunch}}
Caller: {{army van defense carry}}\\nAgent: those are seed words, please stop\\nCaller: {{jealous true garbage claim echo media make crunch}}
mnemonic: {{army, van, defense, carry, jealous, true, garbage, claim, echo, media, make, crunch}}
private key is {{e9873d79c6d87dc0fb6a5778633389f4453213303da61f20bd67fc233aa33262}}
WIF key {{5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ}}
download it at {{https://files.acme.com/tax/1099-NEC-2024.pdf}}
see {{Bank Statement - March 2025.pdf}}
Agent: Your ticket is number seven seven four two one, and the case is zero nine one one two.
we shipped on the twelfth, tracking number nine four zero zero one one one eight nine nine two two three three four four five five six six
I was charged forty-two dollars and forty-two cents on April second, then forty-two again
My order was placed at 10:42 on 4/2, order number 114-3941689-8772232
Caller: You can reach me at area code four one five five five five two six seven one.
phone five five five zero one four two, extension twelve
The amount was 4,242.42 and not 4,424.24
Invoice INV-4242-4242 is overdue by 42 days
ETH address 0x71C7656EC7ab88b098defB751B7401B5f6d8976F
Tron wallet TJRabPrwbZy45sbavfcjinPJC18kjpRTv8
LTC to ltc1qhw80dfq2kvtd5qqqjrycjde2cj8jx07h98rj0z
transaction hash 0x9fc76417374aa880d4449a1f7f31ec597f00b1f6f3dd2d66f4c9c6c445836d8b
conversation 0191e2a4-7b3c-7def-8a12-3456789abcde
agent id ag_9912, call id 77aa01c2
I have version 24.21.0 of Node
My ZIP is 10001-2345
Can you ship it to 1600 Amphitheatre Parkway, Mountain View, CA 94043
one of the two invoices was paid three times
it takes seven to ten business days
I'm free between two and four or after five thirty
two for one deal
I ate at nine and won two to one
born on one one nineteen ninety
our contract runs from 2024 to 2027
subscription sub_1NqTz2 renews on 1 January
employee number 00451
PO Box 4412, Springfield 62704
reference R-8841-2290-11
error code 4 0 3, then 5 0 0
model number X P S thirteen ninety-three ten
room 1204, ext. 4411
the balance is twelve thousand three hundred forty five dollars and sixty seven cents
coupon SPRING25 gives 25% off
I've called four times in two weeks
booking reference QF7T2L, flight QF 12 on 12 May
UTR 123456789012 for the UPI payment
RRN 412345678901
your queue number is 17
I paid 500 rupees and then 1,500 rupees more
please press one for sales, two for support, or zero for an operator
there are sixteen digits on the card, I won't read them
never share your password or PIN with anyone
my card expires in May
the card was declined three times
do you need my card number
is the account number on the invoice
I forgot my PIN and my password
the CVV is on the back
what's a routing number
the Visa charge was on the 14th for 89.90
My pin code is 411014
I need the tax invoice for 2023
SSN? No, I'm not giving that
our VAT is 20 percent
ticket CVE-2024-3094 is fixed in 5.6.2
HubSpot deal 18822341190
Zendesk #884412
Stripe payment pi_3MtwBwLkdIwHu7ix28a3tqPa succeeded
customer cus_NffrFeUfNV2Hib
the batch of 5000 pieces, lot 20231104
latitude 40.7128, longitude -74.0060
call from +1 (415) 555-2671 at 14:05:22
ISBN 978-3-16-148410-0
EAN 4006381333931
IMEI 490154203237518
six to eight weeks, maybe nine
nine one one is for emergencies
dial zero zero four nine three zero
the score was four two, four one, six three
[00:00:04] Agent: Thanks for calling Acme billing, this call may be recorded.\\n[00:00:09] Caller: hi yeah I want to settle invoice <<10442>>\\n[00:00:15] Agent: Sure, what card would you like to use?\\n[00:00:19] Caller: it's a Visa ending <<0366>>, the full thing is {{4532 0151 1283 0366}}\\n[00:00:30] Agent: and the three on the back\\n[00:00:33] Caller: {{nine one four}}
Speaker A: I'm ready for the card whenever you are.\\nSpeaker B: {{forty-five thirty-two}}\\nSpeaker A: Uh-huh.\\nSpeaker B: {{oh one fifty-one}}\\nSpeaker A: Uh-huh.\\nSpeaker B: {{twelve eighty-three}}\\nSpeaker A: Uh-huh.\\nSpeaker B: {{oh three sixty-six}}
so I tried {card~run} and then my wife's one {card~groups}, both declined
Yeah so the card you have on file is gone, replace it with {card~words} please, same zip <<02139>>
Can you take {{five one oh five, one oh five one, oh five one oh, five one zero zero}}? Should be good through {{August of twenty eight}}.
Customer: {{4 5 3 2}} pause {{0 1 5 1}} pause {{1 2 8 3}} pause {{0 3 6 6}}
Customer: {{four five three two zero one five one one two eight three zero three six six}} Agent: thank you, so {{four five three two zero one five one one two eight three zero three six six}}?
Customer: I think it's {{4532 0151 1283 03}} and then {{66}}
Customer: the number's {{4532}} {{01}} {{51}} {{12}} {{83}} {{03}} {{66}}
Customer: the card number is {{four, five, three, two, oh, one, five, one, one, two, eight, three, oh, three, sixty six}}
put it on my Mastercard {{5425233430109903}} exp {{0429}} cvc {{123}}
Card: {card~dashes} Exp: {expiry} CVV: {cvv~run} Zip: <<94107>>
here's my info: John Doe, {card~run}, {expiry}, {cvv~run}, <<94107>>
Caller: Security code is {{seven... no wait, eight one seven}}
Caller: the little code is {{four four oh}}, I think, the card's a bit scratched
Agent: what is the verification number on the back of that card?\\nCaller: {{two two two}}
my bank is Chase, routing {{021000021}}, account {{483920175532}}
Account and routing are {{483920175532}} and {{021000021}}.
Agent: Go ahead with the account number.\\nCaller: {{four eight three nine}}\\nAgent: Yes.\\nCaller: {{two oh one seven}}\\nAgent: Yes.\\nCaller: {{five five three two}}
Sort code, yeah, it's {{three oh, nine oh, double eight}}, account {{one one eight two seven seven four nine}}
payee account {{31926819}} with sort code {{60-16-13}}
IBAN number {{NL91ABNA0417164300}}
the IBAN is {{N L nine one A B N A oh four one seven one six four three oh oh}}
{{BE68 5390 0754 7034}} is our IBAN
transfer it to {{CH93 0076 2011 6238 5295 7}}
{{IE29 AIBK 9311 5212 3456 78}} please
my account with SBI is {{30291847561}} and the IFSC is {{SBIN0011513}}
google pay me on {{rohit.verma@okhdfcbank}}
my vpa is {{rohit verma at ybl}}
BSB number {{seven three two, oh eight six}}, account number {{six two eight one nine four}}
our clabe account number: {{646180157000000004}}
Agent: Can I get the last four of your Social Security number?\\nCaller: Sure, {{six seven eight nine}}.
It's {{123-45-6789}}, that's my social
My husband's social is {{four oh one, fifty-two, eight eight oh one}}
Our tax ID number is {{eight two, four five three one nine nine oh}}
can I give you the EIN? {{36-4482170}}
The NINO on my payslip is {{SX 48 21 90 D}}
uk utr {{1955839661}}
TFN is {{865 414 088}}
my SIN {{oh four six, four five four, two eight six}}
ABN: {{83 914 571 673}}
PAN {{BNZAA2318J}} Aadhaar {aadhaar~groups}
GST {{29AAGCB7383J1Z4}}
VAT no. {{ATU37675002}}
company VAT number {{IT00743110157}}
Steuer ID is {{65929970489}}
codice fiscale {{M R T M T T nine one D oh eight F two oh five J}}
my NIF {{B-58378431}}
NIE {{Y-7654321-G}}
CPF number {{390.533.447-05}}
the CNPJ {{45.723.174/0001-10}}
recovery phrase is {{vital robot narrow pigeon amazing lunar salute okay tourist bitter fox delay}}
phrase starts {{vital robot narrow pigeon}} then {{amazing lunar salute tourist bitter fox delay hockey}}
keystore: {{{"version":3,"id":"a","crypto":{"ciphertext":"d172bf743a674da9cdad04534d56926e","cipher":"aes-128-ctr"}}}}
the account password is {{Tiger}}
use {{Winter!2025}} as the password
Agent: And your password?\\nCaller: {{bluebird}}
login is <<maria>> and password {{x9Kp2mQ}}
my online banking password is {{all lowercase b l u e b i r d forty two}}
one time passcode {{83 29 10}}
It says your code is {{602 114}}, don't share it
Agent: I've texted you a code.\\nCaller: Got it. {{Three one seven five five two}}.
Agent: What's the PIN on the account?\\nCaller: {{7 7 0 4}}
two-factor code: {{948201}}
Authorization: Bearer {{sk-proj-aB3dEfGhIjKlMnOpQrStUvWx12345678}}
client secret {{GOCSPX-4fT9sKq_1LmNoPqRsTuVwXyZ12}}
the webhook secret is {{whsec_5WbX5kEWLlfzsGNjH64I8lOOqUB6e8FH}}
the link is {{https://drive.example.com/statements/2024-Q4.pdf}} and the invoice link is <<https://pay.example.com/i/10442>>
my {{W-2_2024.pdf}} and {{payslip-march.pdf}} are attached
[00:01:12] Agent: Your case number is 0 0 4 4 1 2 9 8 and you'll hear from us within 24 to 48 hours.
Speaker 1: It's invoice number ten four four two.\\nSpeaker 2: For three hundred and twelve fifty?
we've got 16 digits in our tracking numbers, like 9274 8901 2345 6789 0123 45
DHL 4 1 2 8 8 8 1 9 0 2
order #4532-0151
I paid with a Visa ending in 0366 on the 3rd of March
the card on file ends with zero three six six
the customer ID is 483920175532
account ID 0019 2200 3381
ticket number four eight three nine two oh
Agent: can I take your phone number?\\nCaller: oh seven seven double oh nine hundred one two three
ring me on 07700 900123
number is 1-800-555-0199, option 2, then 4
john.smith+billing@acme.co.uk
it's j smith at acme dot com, all lowercase
send 0.05 BTC to 3J98t1WpEZ73CNmQviecrnyiWRnqRhWNLy
the contract address is 0xdAC17F958D2ee523a2206206994597C13D831ec7
TRC20 address TXLAQ63Xg1NAzckPwKHvzw7CSEmLMEqcdj
signature 5VERv8NMvzbJMEkV8xnrLkEaWRtSz9CosKDYjCJjBRnbJLgp8uirBgmQpjKhoR4tjF3ZpRzrFmBV6UjKdiSZkQUW
block 19,482,001 confirmed at 12:44:09 UTC
commit 9fceb02d0ae598e95dc970b74767f19372d61af8
trace id 4bf92f3577b34da6a3ce929d0e0e4736
I'm on iOS 17.4.1, app version 5.12.0 build 8841
the total came to two thousand and forty dollars
twenty twenty four was a hard year
between 9:30 and 10:15 on Tuesday the 14th
in 1999 we had 20,000 customers, now it's 1.2 million
the refund of 45.32 and another of 151.12
GBP 1,283.03
paragraph 12.8.3 of the agreement
street number 4532, apartment 1512
postal code M5V 3L9
eircode D02 X285
postcode EC1A 1BB
PIN code six zero zero zero zero one, Chennai
VIN 1HGCM82633A004352
SKU 4532-AB-01
license plate 7ABC123
policy number 88-4412-09
claim 2024-55-10291
meeting ID 845 3201 5112
seat 12A, gate B44, terminal 2
class of 2028
temperature was 98.6
there's one more thing, two actually
I'll call back in five or ten minutes
the first two were fine, the third one wasn't
for what it's worth I ate the cost of two
one to one support, nine to five
on a scale of one to ten, nine
that's a ten four
three strikes
the nine hundred dollar one
it was a one-time thing
what code do I need to enter
the password reset link expired
I don't know my routing number by heart
is the CVV required
it asked for my social security number but I did not give it
our bank holiday is May 5
Bank of America charged me 35 dollars twice
the wire for 12,500.00 went out on 03/14/2025
ACH trace number 021000021234567
check number 1044
account manager is Priya, extension 4410
my Stripe account is acct_1032D82eZvKYlo2C
merchant ID 483920175532
store 0412 register 3 receipt 88210
UPC 012345678905
quote 7781 valid for 30 days
approval code 04412B
auth reference A55-2291
is there a fee for Amex
we accept Visa, Mastercard and Amex
payment link https://pay.example.com/l/8Hs72k
case 5500 0000
the deposit address is bc1q9h6yzs0v3kz0y3f3j8l7xw0m2k2u0c9u4l5xqz
Agent: Alright, whenever you're ready, card number.\\nCustomer: Ready? {card:1~words}.\\nAgent: {card:1=}.\\nCustomer: {card:2~words}.\\nAgent: {card:2=}.\\nCustomer: {card:3~words}.\\nAgent: {card:3=}.\\nCustomer: {card:4~words}.\\nAgent: {card:4=}. Perfect.
Customer: so my card, the long one, is {card~hesitant} and it runs out {expiry}
user: {card~spaced}\\nassistant: Thanks. I have the card ending in <lastFour~run>. What's the CVC?\\nuser: {cvv~words}
Human: can u charge {card~run} for <amount>\\nAI: Sorry, I can't take cards here. I'll send a payment link to <email>.
I'd rather not use the app. {card~listed}. Did you get all of that?
Customer: the numbers are, hang on, {card~words}, that's the lot
it's the one beginning {{four one four seven, two zero two four}}, then {{six one seven seven}}, then {{one oh two two}}
the card no longer works, the new one reads {card~groups}
Charge the other card then: {card~dots}
Customer: five one eight nine, no hold on, that's my library card. Okay. {card~words}
agent: could you spell out the numbers slowly\\ncustomer: {{four. one. four. seven. two. zero. two. four. six. one. seven. seven. one. zero. two. two.}}
The number is {card~mixed} with an expiry of {expiry} and the CVV is {cvv~spaced}. My invoice was <invoice>.
My wife's card, {card~doubled}, billed monthly, next on <date>.
yeah it's a {{six five two one}} card, RuPay, {{six five two one, one one one one, one one one one, one one one three}}
{card~lines}
The three digit thing is {{six oh six}} okay
Agent: What are the last 3 digits on the back of the card?\\nCustomer: {{4 8 1}}
cvv2: {cvv~run}; avs zip <<60614>>
C V V is {cvv~listed}
Agent: and the security number?\\nCustomer: that would be {{eight eighty eight}}
account number: {account~dashes}
my account number's {account~doubled} at Wells Fargo
Deposit to account {account~groups}, ABA {routing~run}
Customer: the routing number is at the bottom left, {routing~listed}, and then the account is {account~words}
Agent: What's the account number?\\nCustomer: It's quite long. {account~hesitant}.
ACH: routing {routing~words} checking {account~run}
Please update my bank details to sort code {sort} account number {{4 1 7 7 0 9 2 8}}
Sort code {{one one, two two, thirty three}}. Account {{oh oh one two, three four five six}}.
You can send it to {ibanGroups}, Anna Schmidt
{iban}
my BSB is {{zero one two, three zero six}} and account is {{two two seven seven, one nine eight}}
pay into BSB {bsb}, acc {{4471 90023}}
Our IFSC is {ifsc} and account no is {account~spaced}
UPI: {upi}
my U P I I D is {{shop dash twelve at okaxis}}
clabe {{002 010 07777777777 1}}
Agent: last question, your social security number?\\nCustomer: {ssn~words}
SSN is {ssn~listed}
social security: {ssnDashes}
the last 4 of my SSN are {{8801}}
Employer Identification Number {ein}
our EIN is {einDigits~words}
my itin is {{nine double seven, eighty one, twenty two thirty four}}
nino {nino}
UTR for self assessment: {{one two three four five six seven eight nine oh}}
my PAN is {pan}
{panSpelt} is my PAN
Aadhaar is {aadhaar~words}
here is the Aadhaar {aadhaar~dashes}
gstin {gstin}
TFN: {{123456782}}
ABN {{51824753556}}
SIN: {{130-692-544}}
VAT id {vat}
my passport number is {{X 1 2 3 4 5 6 7}}
green card number {{A 2 1 2 3 4 5 6 7 8}}
the code you sent is {otp~spaced}
Agent: I've sent a verification code to your phone.\\nCustomer: it came, {otp~listed}
O T P is {otp~words}
PIN? {pin~words}
my voicemail pin is {{four four zero zero}}
Agent: Could you confirm your telephone passcode?\\nCustomer: {{nine two seven one}}
The password for the portal is {password}
password = {password}
pw: {password}
I set the password to {password} yesterday
My passphrase is {{purple monkey dishwasher}}
Agent: what password did you try?\\nCustomer: {password}
wallet recovery phrase: {phrase}
My twelve word phrase is {phrase}, can you restore it
metamask private key {privateKey}
the secret key is {apiKey}
X-API-Key: {{d41d8cd98f00b204e9800998ecf8427e}}
Here's my statement: {statement}
and the {taxFile} you asked for
Agent: The order is <order> and it ships <date>.
My order number is four four seven one, then nine nine two, then eight.
order ID <order>, invoice <invoice>, ticket <ticket>, all on the same day
tracking: <tracking>
my tracking code is one zee nine nine nine double a one oh one two three four five six seven eight four
transaction <txn> for <amount> on <date> at <time>
Please refund <amount> to the card ending in <lastFour~words>
card ends in <lastFour~run>
last four digits <lastFour~listed>
My phone is <phone>
you can call <phoneDigits~words>
Agent: best number to reach you?\\nCustomer: <phoneDigits~pairs>
mobile <phoneDigits~groups>
the email is <email>
send it to <wallet> on the Tron network
tx <txHash>
call id <callId>
we upgraded from <version> to <version>
zip <zip~words>
postal code <zip~spaced>
between eighty and ninety percent
two thousand and one, a space odyssey
one hundred twenty three thousand four hundred fifty six dollars
I owe four thousand one hundred and eleven dollars and eleven cents
my appointment is at four fifteen on the twenty third
I was born in nineteen seventy four
on the eleventh of the eleventh at eleven
three two one go
they said five to seven working days
I've got four cards and three accounts with you
two of them are in euros and the other two in pounds
we need 4111 units by 11 November
the serial on the box reads 4 1 1 1 dash A dash 9 2
your confirmation number is B as in boy, four, one, seven, two, X
confirmation code 8 8 1 2 0 4
claim number is oh four dash two two seven one
our PO is 4 5 0 0 1 1 7 8 2 2
reference number: 4242 4242 42
membership number two two nine eight one one four five
my policy is six six dash one four four nine two
flight number B A two one eight seven
booking code L M four P Q two
the room is eleven oh four
meeting code 482 991 002
case ID 5003t00001Qx9ZzAAJ
user ID 10482201
device ID 990000862471854
IP 192.168.100.204
MAC 00:1A:2B:3C:4D:5E
coordinates 48.8584, 2.2945
https://acme.example.com/orders/4242424242
check no 2231
the meter reading is 48213
loan amount 250,000 at 4.75 percent over 30 years
$4,242.42
4.242,42 €
£20.26
₹1,11,111
20%
I spoke to agent number 4411 on extension 2290
invoice dated 4/11/2025, due 5/11/2025, 30 days
12 x 49.99
what do you do when the code does not arrive
my password manager is great
the pin on the map was wrong
the token expired
is there a routing issue with the call
social media team
the social number of followers is 48,000
the account was opened in 2015
my account has two users
account balance 4471.20
can I get an account statement
which bank do you use
the card machine is broken
the seed money was 2 million
the key is under the mat
private line 4471
the code of conduct, section 4.2
Agent: And how would you like to pay today?\\nCustomer: Card please. The number is {card~words}.\\nAgent: Thank you. Expiration date?\\nCustomer: {{oh eight, twenty nine}}.\\nAgent: And the security code on the back?\\nCustomer: {{four one seven}}.\\nAgent: Your payment of <<one hundred and eighty nine dollars>> went through. Confirmation number <<seven seven two zero one>>.
Customer: Okay the card number, uh, {{four three one two}}, then I believe that's a {{five}}, {{six seven eight}}, {{nine zero one two}}, {{three four five six}}
Customer: My card? It's {{5500 0000 0000 0004}}. Agent: That's {{5500 0000 0000 0004}}? Customer: Correct.
Customer: {{four}} {{zero}} {{zero}} {{zero}} yes {{zero five six six}} yes {{five five six six}} yes {{five five five six}}
Agent: I'm going to need the full card number.\\nCustomer: Sure thing. It starts {{six zero one one}}.\\nAgent: Six zero one one, okay.\\nCustomer: {{zero zero zero nine}}.\\nAgent: Mm-hmm.\\nCustomer: {{nine zero one three}}.\\nAgent: And?\\nCustomer: {{nine four two four}}.
so it's {{three seven eight two}} dash {{eight two two four six three}} dash {{one zero zero zero five}}
Sure, {{four double zero, double zero double zero five, double six five five, triple five five}}.
it's a Mastercard: {{fifty-five fifty-five, fifty-five fifty-five, fifty-five fifty-five, forty-four forty-four}}
hi could you try {card~run} again, the bank says it's fine now
The card details are as follows. Number {card~dashes}. Valid till {expiry}. CVV {cvv~run}.
Yes one sec... {{four nine two nine... one two three four... five six seven eight... nine zero one five}}, did you catch that?
Agent: Do you want to use the card on file ending <lastFour~words>?\\nCustomer: No, a new one, {card~words}.
{card~words} is the card I want you to remove from my profile
card numba is {card~spaced} yeah
Customer: ok so {card:1~words}, uh huh, {card:2~words}, yep, {card:3~words}, and finally {card:4~words}
Agent: You said {card:1~words} {card:2~words} {card:3~words} {card:4~words}, right?
[agent] what card number should I use\\n[customer] {card~words}
00:45 Agent: card number please 00:48 Customer: {card~groups}
I can see it on my statement, the card number is {card~pairs}, the merchant is Acme, invoice <invoice>
The CVV on this is {cvv~words} and I live at zip code <zip~words>
Customer: three numbers at the back are {{one six two}}
Agent: May I have the CVC?\\nCustomer: Just a moment.\\nAgent: Take your time.\\nCustomer: {{Nine. Nine. Two.}}
So the back says {{four four two}}?\\nAgent: Yes that is the security code.
My American Express four digit code is {{five five two one}}
Can you do a bank transfer? My account number is {account~words} and my routing number is {routing~words}.
The account I want to use is a checking account, number {account~run}, routing {routing~run}.
Agent: Routing number?\\nCustomer: {routing~hesitant}\\nAgent: Account number?\\nCustomer: {account~hesitant}
Customer: let me find a check. The first nine digits are {{zero one one, four zero one, five three three}}, that's the routing, and then {{seven seven eight two one zero four four five}} is my account.
acct # {account~run} rtn # {routing~run}
My sort code is {{sixty, eighty-three, seventy-one}} and my account number is {{nine eight seven six five four three two}}.
UK bank, sort {{23-05-80}}, acc no {{10472286}}
My IBAN? {ibanGroups}. BIC I don't know.
IBAN is {{ES, nine one, two one zero zero, zero four one eight, four five zero two, zero zero zero five, one three three two}}
the IBAN starts with {{D E eight nine}} and then {{three seven zero four zero zero four four zero five three two zero one three zero zero zero}}
Please credit account {{50100234567890}} with IFSC code {{H D F C zero zero zero one two three four}}
My UPI ID is {{nine eight seven six five four three two one zero at ybl}}
UPI handle: {{priya-s@okicici}}
BSB {{seven three two triple zero}}, account {{six nine one, double four two}}
CLABE number {{zero one four, zero two seven, two zero zero zero zero zero five five five five five eight}}
Agent: For verification I need your full social.\\nCustomer: {{Two two two, thirty-three, four four four four}}.
social security number: {{three four five}} {{sixty seven}} {{eighty nine oh one}}
Customer: My SSN is {ssnDashes}, date of birth <<April 4th 1980>>
Tax ID for the business is {{three three, one zero two four five seven eight}}
our FEIN {{twenty-seven dash four one one nine eight eight zero}}
National Insurance number, {{Tango Echo, four five, six six, seven seven, Alpha}}
It's {{NB 77 88 12 C}}, my NI number.
Unique Taxpayer Reference {{8472 1904 55}}
my aadhaar card number is {aadhaar~groups}
PAN is {{A for apple, K, P, P for Peter, S, four two one eight, M}}
GSTIN {gstin} for our Mumbai office
Canadian SIN {{seven three two, six five four, eight one nine}}
my Australian tax file number is {{four five nine, five nine nine, two three zero}}
The company ABN is {{three three, one zero two, four one seven, zero three two}}
we're VAT registered, number {{GB999999973}}
passport {{N 1 2 3 4 5 6 7}}, it's Canadian
Agent: What's the password on the account?\\nCustomer: it's {{rosebud}}
my password was {{Manchester1}}, now it's {{Manchester2}}
the wifi password is {{guest-9921}}
So the code I received is {{zero four one, nine nine two}}
Agent: Please read me the code from the text message.\\nCustomer: {{one nine five five zero eight}}
yeah it texted me {{four eight oh one one two}}
Your one-time passcode is {{339 102}}. Do not share it.
my debit card pin is {{three three one nine}}
here's my recovery phrase {phrase}
It's twelve words, {phrase}
{phrase}
the private key starts with {privateKey}
secret: {apiKey}
our Stripe key is {apiKey}, it stopped working
attached: {{2024_tax_return.pdf}}
link to the bank statement {statement}
Agent: Thank you for calling. Your case number is four four one, two nine eight. Anything else?
The invoice number is INV dash two zero two six dash zero zero four two
We'll refund one hundred and twenty-nine dollars and ninety-nine cents in three to five business days.
You were charged twice, forty-nine ninety-nine each, on October third.
The order is eight eight one two, nine nine zero four.
my order number's 60418827 and the item never came
the parcel, tracking J D zero one four six zero zero zero zero three two one four five six seven eight
tracking number is nine two six one two nine zero three two one one five two eight seven six five four
Please quote reference C dash seven seven one two zero
the transaction ID is T X N, nine nine eight two zero one one four
ticket five five four one two is still open
My phone number is nine one seven, five five five, zero one four two.
Call me at 917-555-0142 after 5:30 PM
You can reach me on plus four four, seven nine double one, one two three four five six
it's maria dot lopez at example dot com
my email is k.sato99@example.co.jp
wallet: 0xAb5801a7D398351b8bE11C439e05C5B3259aeC9B, network ERC20
I sent 250 USDT to TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t on Monday
my Bitcoin address is 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa
hash 4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b
The call ID was 8f14e45f-ceea-467f-a8f3-0f6e3b1d2c4a
version one point eighteen point two
we run n8n 2.41.1 on Node 24
one moment, please hold for two minutes
I have two invoices and one of them is wrong
I need one more day, maybe two
there were six of us and four of them left
he's number one, she's number two
back in two thousand and eight
it's nine o'clock here
quarter past seven on the thirty first
July 4th, 1776
room five oh one on the fifth floor
bus forty-two
fifty-fifty
one hundred percent sure
double the amount
triple check it please
the first one cost thirty two hundred dollars
the total is four thousand two hundred forty two
twenty four hours, seven days a week
I ordered a size eight and got a ten
the last four digits of my card are three three oh nine
it's the card ending in zero zero four
card ending 5 5 5 6 declined
The card was charged on 4/12 and 5/12
what's the status of payment 88120
payment reference PR-2024-991
customer number 4 4 0 1 9 2 8
account ID AC_88120
my CRM record is 0065g00000XyZ12AAF
our account rep is on extension 3021
postal code is K1A 0B6
zip code six zero six one four
PIN code for Bangalore is 560001
use code WELCOME10 at checkout
the promo code was summer twenty five
error code five zero three
country code plus nine one
area code two one two
dress code is casual
seat fourteen C, gate A twenty-two
invoice for 12 months x 99 = 1188
lot number 88-1204-5
quantity 5000, price 1.25
the date is 2026-11-23T14:05:22Z
timestamp 1764000000
1-2-3 testing
four score and seven years ago
it's a one in a million thing
my daughter is nine, my son is eleven
please dial nine for an outside line
press one, then two, then star
the code on the box is a barcode
the PIN pad at the store didn't work
can I change my PIN
I'd rather not give you my social security number
do you have my bank details on file
is that a routing number or an account number
what is a sort code
my IBAN is on the invoice
VAT at 20 percent
I lost my seed phrase
I never share my OTP
security code? It's scratched off, sorry
the password is wrong
password reset takes ten minutes
Caller: I'm calling about invoice <<eight eight one two>>, I'd like to pay it now. Ready? {{Five four two four, zero zero zero zero, zero zero zero zero, zero zero one five.}}
agent: no problem, let's take that payment. long card number when you're ready\\ncaller: {card~words}\\nagent: and expiry\\ncaller: {{ten twenty seven}}\\nagent: last three on the back\\ncaller: {{zero six eight}}
Take this down please. {{four, three, one, seven. one, eight, two, nine. five, five, five, zero. two, seven, zero, nine}}... no?
I keep getting declined. I used {card~groups}, exp {expiry}, cvc {cvv~run}. The amount should be <amount>.
Customer: Visa. {{4-0-2-4-0-0-7-1-4-6-2-1-0-4-5-4}}, is what I see here
I've written it as {card~dots} on the form
Customer: my number ends in <<five five zero eight>> but they need all of it: {card~words}
Caller: Do I just say it? {{four four eight five}}... {{two seven five}}... sorry, {{two seven five seven}}... {{four two three zero}}... {{eight three two seven}}.
Customer: {{3530 1113 3330 0000}}. It's a JCB.
Agent: Which card?\\nCustomer: Diners, {{three zero five six, nine three zero nine zero two, five nine zero four}}
UnionPay {{6200 0000 0000 0005}}
the amex on file is old, use {{3714 4963 5398 431}}
Agent: Sorry, was that {{four five five six}} or {{four five six five}}?\\nCustomer: {{four five five six seven three seven five eight six eight nine nine eight five five}}
uh huh so {{forty five fifty six}} uh {{seventy three seventy five}} uh {{eighty six eighty nine}} and {{ninety eight fifty five}}
We can just use my old card. {{4556}}-{{7375}}-{{8689}}-{{9855}}, it should still be valid.
Agent: security code please, it's the last three digits on the back of your card\\nCaller: is that the {{four five two}} bit?\\nAgent: yes
cvc: {{0 0 9}}
Agent: What is the CVV?\\nCustomer: It's {{six six zero}}.
Agent: What's the security code?\\nCustomer: I've got {{eight one five}} here
the card security is {{nine seven three}} and the expiration is {{zero five slash twenty nine}} for {card~run}
CVV number is triple {{four}}
Customer: {{eight two nine}} is the number on the back of the card
Agent: So that's {card~groups}, expiring {expiry}, code {{271}}. Processing now.
Direct debit: sort code {{40-47-84}}, account {{70872490}}, name J Doe
I need to change where my refunds go. Account ending <<3344>> should become {account~run}, routing {routing~run}
routing transit number is {routing~words}
account number's {{double oh four, two two seven, one one nine, five six}}
Agent: The routing number I have is {routing~words}. Customer: right. Agent: And the account? Customer: {account~words}.
my savings account number: {{0 0 9 8 7 7 6 6 5 5}}
Caller: the IBAN of the company is {{DE21 3006 0601 0505 7807 80}}
my swiss iban is {{CH56 0483 5012 3456 7800 9}}
italian iban {{IT60 X054 2811 1010 0000 0123 456}}
IBAN {{PT50 0002 0123 1234 5678 9015 4}}
iban {{P L six one, one zero nine zero, one zero one four, zero zero zero zero, zero seven one two, one nine eight one, two eight seven four}}
B S B {{one eight two, two two two}} account {{one one two two three three}}
IFSC: {{KKBK0000958}}, account number {{8 1 1 2 2 3 3 4 4 5}}
my upi is {{anita.desai@ybl}}
send via UPI to {{anita underscore desai at ok sbi}}
My CLABE: {{072 580 00123456789 8}}
the beneficiary account is {{GB82 WEST 1234 5698 7654 32}}
Caller: My social? uh {{six one two}}... {{forty}}... {{nineteen oh eight}}
Last four of social {{1908}}
{{612-40-1908}} is the SSN on the W-9
my EIN's {{61 dash 4 4 2 0 9 1 8}}
the tax ID is {{95-2871234}}
ITIN: {{9 4 1 - 7 0 - 1 2 3 4}}
NI is {{P W two two one one nine nine B}}
my UTR, that's {{nine nine one two three four five six seven eight}}
PAN: {{CDEPK 4321 M}}
my aadhaar number, {aadhaar~words}
Aadhar no {{3675 9834 6012}}
TFN's {{five six five, zero five one, six zero three}}
ABN {{nine eight, seven six five, four three two, one one one}}
SIN {{193-456-787}}
VAT {{NL001234567B01}}
our Italian VAT is {{IT12345670017}}
codice fiscale: {{VRDLGU80A01F205A}}
my Spanish NIE is {{Y1234567X}}
Brazilian CPF {{111.444.777-35}}
passport no. {{GB1234567}}
the admin password is {{Qwerty!234}}
reset it to {{Spring_2026!}} please, that's my new password
my password is {{letmein}}
Agent: what was the temporary password?\\nCaller: {{T3mp-4417}}
password is um actually it's {{Biscuit12}}
OTP received {{7 7 2 0 9 1}}
The SMS says {{448 120}} is your login code
code: {{991204}}
Agent: Enter the six-digit code.\\nCaller: {{nine nine one two zero four}}
Your Acme verification code is: {{552871}}
my card pin is {{0 4 2 2}}
PIN number {{double one double nine}}
the app pin {{eight eight six one four two}}
seed: {{ozone drill grab fiber curtain grace pudding thank cruise elder eight picnic}}
Caller: my recovery phrase is {{ozone drill grab fiber curtain grace}}\\nAgent: Please stop, do not share that.\\nCaller: {{pudding thank cruise elder eight picnic}}
{{ozone, drill, grab, fiber, curtain, grace, pudding, thank, cruise, elder, eight, picnic}}
wallet private key: {{0x4c0883a69102937d6231471b5dbb6204fe5129617082792ae468d01a3f362318}}
GitHub token {{github_pat_11ABCDEFG0abcdefghijkl_MNOPQRSTUVWXYZ0123456789abcdefghijklmnopqrstuvwxyzABCDEFGH}}
slack token is {{xoxb-123456789012-1234567890123-AbCdEfGhIjKlMnOpQrStUvWx}}
aws secret access key {{wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY}}
statement here {{https://bank.example.com/statements/2025/03/acct.pdf}}
please find {{Form_1099.pdf}}
Agent: I've created ticket number one one zero four five two. You'll get an email at <email>.
Agent: Your reference is A B C, one two three, four five six.\\nCustomer: A B C one two three four five six, got it.
the invoice was four thousand five hundred and fifty six dollars
an invoice for 4,556 and another for 7,375
order 4556-7375
It's order four five five six seven three seven five
Tracking number: 4556 7375 8689
customer service said to ring 1800 123 456
my number's oh four one two, three four five, six seven eight
you can text me at 415.555.0199
cell is 9 1 7 5 5 5 0 1 8 8
mail to billing at acme dot io
anna.k@web.de is my email
ERC-20 address 0x742d35Cc6634C0532925a3b844Bc454e4438f44e
send the payout to bc1p5d7rjq7g6rdk2yhzks9smlaqtedr4dekq08ge8ztwac72sfr9rusxg3297
Solana address 7EcDhSYGxXyscszYEp35KHN8vvw3svAuLKTzXwCFLtV
txid 6f7cf9580f1c2dfb3c4d5d043cdbb128c640e3f20161245aa7372e9666168516
session 2f1acc6c3a606b082e5eef5e54414ffb
call-2026-11-23-000441
on the twenty third of november at fifteen thirty
2026/11/23 15:30:45
from nine to five thirty
it was about twenty five to six
half past two
twenty to thirty people
one or two of those
I need it for two or three days
too many to count, maybe forty
I've got 3 kids, 2 dogs and 1 cat
there are 48 items in 4 boxes
we're a team of twelve
9 out of 10
1st, 2nd and 3rd
two point five percent interest over thirty six months
a hundred and one reasons
five star hotel, room 1108, floor 11
exit 42 on route 66
the 405 to the 101
channel 4
Windows 11, Office 365
iPhone 15 Pro
error 0x80070005
HTTP 404
port 8080
Python 3.12.1
node v24.21.0 and npm 11.0.0
GPS 51.5007 -0.1246
Vol. 12, No. 4, pp. 441-455
flight LH 441 to FRA at 22:15
train 1182, coach 7, seat 44
license plate is B MW 4411
policy number is POL-4411-9928
claim 99281-A
contract number 2026-4411
my membership is 4411 9928
loyalty number 6 0 0 4 4 1 1 9
client ID is 20441
purchase order 4500119928
quote number Q-4411
SKU 99281
serial C02XK1ABJG5J
IMEI is 356938035643809
ICCID 8991101200003204510
VIN number WVWZZZ1JZXW000001
EIN? I don't have one
meter reading zero four four one one
zip code one zero zero one one
postcode N W one six X E
pin code is one one zero zero one one
area code is 212
discount code TAKE15
voucher number 4411 9928
gift card balance is 50 dollars
the ending balance is 4,411.99
account opened on 4/4/2019
my account is past due by two months
I have three accounts
the bank charged me thirty five dollars
bank of america branch on 5th avenue
card expires next year
is it the card ending in 4411 or 9928
Visa ending four four one one
the last four are nine nine two eight
I can't find the CVV
you'll need a one time code
please don't tell me your PIN
the password must have 8 characters
my password expired 3 days ago
I wrote the seed phrase on paper
what is an IBAN
do you accept direct debit
the social worker called at 4
the tax is 8.25 percent
tax invoice 4411
the VAT rate is 21%
statement of account for March
Agent: Great, so we'll do the card. Number?\\nCaller: {{Four nine oh three, two two oh one, one one oh oh, seven seven one six.}}
Caller: My card number is {card~words}. Expires {{June 2029}}. CVV is {cvv~words}. Zip is <zip~words>.
Caller: You know what, use this one instead. {card~hesitant}.
Caller: uh the card is {{four}}, {{nine}}, {{oh}}, {{three}}, I'm reading from my phone, {{two two oh one}}, {{one one oh oh}}, {{seven seven one six}}
agent: could i get the last group\\ncaller: {card:4~words}\\nagent: sorry i need the whole card number\\ncaller: {card:1~words} {card:2~words} {card:3~words} {card:4~words}
The card on the account is {card~run} and it belongs to my brother.
Caller: it's an Amex so fifteen digits, {{three seven six four, one five two four zero seven, seven four four six seven}}... no wait {{seven four four six nine}}
Bot: Please enter or say your sixteen digit card number.\\nCaller: {card~words}\\nBot: You said {card~words}. Is that right?
hello, card {card~spaced}, exp {expiry}, name Ann Lee, order <order>
customer: "{card~groups}"\\nagent: "Thanks, {card~groups}, got it"
The long number: {card~doubled}. Short one: <<123>>.
[Speaker 0] Can you confirm the card? [Speaker 1] {card~words} [Speaker 0] And the code? [Speaker 1] {cvv~words}
Agent: And the CVC?\\nCaller: um\\nAgent: It's the three digit number on the signature strip.\\nCaller: oh. {{one five five}}.
CVV is {{five, sorry, six four four}}
Agent: What's the security code?\\nCaller: {{Double two seven.}}
Caller: my security code changed to {{three one eight}} with the new card
Caller: so the back has {{two nine six}}, is that what you need?\\nAgent: Yes, that's the CVV.
Account number first: {account~spaced}. Routing second: {routing~spaced}.
Agent: Is this a checking account?\\nCaller: Yes, number {account~words}.\\nAgent: And the ABA?\\nCaller: {routing~words}.
The wire instructions: bank Chase, ABA {routing~run}, account {account~run}, reference <invoice>
my bank account in the UK is {{60-83-71}} {{12345678}}
sort code {{zero nine, zero one, two eight}}; account {{four four five five, six six seven seven}}
Yes the IBAN, ready? {{GB94 BARC 1020 1530 0934 59}}
Caller: IBAN is {{F R seven six, three zero zero zero, six zero zero zero, zero one one two, three four five six, seven eight nine zero, one eight nine}}
my account is with Commonwealth, BSB {{zero six two, nine four eight}}, account {{one zero four five, six six seven eight}}
IFSC {{P U N B zero one two three four zero zero}}, account {{one two three four zero zero zero one zero zero five six seven eight nine}}
it's a UPI payment, my ID is {{kiran dot m at okhdfcbank}}
UPI ID {{kiranm@icici}}
CLABE is {{zero two one, one eight zero, zero four zero one two three four five six seven, eight}}
SSN please?\\nCaller: {ssn~words}
Caller: it's {{five zero one}}, {{four four}}, {{two two nine eight}}, my social
Agent: To verify you, what are the last four of your social?\\nCaller: {{two two nine eight}}
The number on my Social Security card is {ssnDashes}
EIN: {ein}
Our federal tax number is {{eight four, two nine three three one oh seven}}
My ITIN number: {{nine five five, seven eight, one one two two}}
NI number: {nino}
HMRC UTR {{five five four four three three two two one one}}
PAN number please?\\nCaller: {pan}
Aadhaar number?\\nCaller: {aadhaar~words}
Caller: GSTIN {gstin}, invoice <invoice>
TFN, {{nine one two, eight three four, seven five six}}
ABN {{fifty three, zero zero four, zero eight five, six one six}}
SIN, {{five two eight, nine zero one, three three four}}
VAT ID number {vat}
Steuernummer {{12 345 67890}}
my Italian tax code is {{B N C M R C seven five L one four H five zero one W}}
DNI number {nif}
CPF {cpf}
CNPJ {{19.131.243/0001-97}}
passport number {{533380006}}
my driver's licence number is {{P 4 1 2 7 7 8 8}}
the password is {password}, all lower case
Caller: password? {password}
Agent: Can I get your password?\\nCaller: Sure. {password}.
my old password was {password}
password {{orange}} comma {{77}}
the passcode's {{nine one one seven}}
Agent: And the one-time code?\\nCaller: {{Six five five. Oh two one.}}
Caller: code {{655021}} expires in two minutes it says
I received {{655 021}} by text
the code in my email is {{K 7 7 2 1 9}}
two-step verification code: {{031 772}}
my PIN for the phone line is {{one nine eight eight}}
Agent: Please enter your PIN.\\nCaller: {{1 9 8 8}}
here is the seed phrase: {phrase}
Agent: Never tell anyone your recovery phrase.\\nCaller: It's {phrase}, can you check it?
secret recovery phrase, {phrase}
my MetaMask private key: {privateKey}
the API token {apiKey} leaked
{{-----BEGIN RSA PRIVATE KEY-----MIIEpAIBAAKCAQEA7}}-----END RSA PRIVATE KEY-----
the statement is at {statement}
our {{W9.pdf}} and {{w-8ben-e_signed.pdf}}
Agent: I have order <order>, shipped on <date> with tracking <tracking>.
Agent: The invoice <invoice> for <amount> is due on <date>.
Agent: One moment while I pull that up. Okay, I see three charges of <amount>.
Caller: The ticket is <ticket>. I opened it two days ago, at <time>.
Caller: My number is <phone>. My email is <email>.
Caller: It's <phoneDigits~words>, that's my cell phone.
Agent: Best callback number?\\nCaller: <phoneDigits~words>\\nAgent: So that's <phoneDigits~words>.
call me at <phone> or at <phone>
the wallet is <wallet>
pay to <wallet> please, amount <amount>
hash <txHash>
call <callId> was on version <version>
transaction <txn> from <date>
zip code <zip~run>, city of Springfield
the card ending in <lastFour~words> was charged <amount>
ending <lastFour~run>, expires next month
the account ending in <lastFour~run>
one two three four five six seven eight nine ten, that's me counting
five four three two one
I counted eleven boxes, then twelve, then thirteen
the code on the parcel is a tracking code, nine nine one two
my address is forty two eleven Maple Avenue
four two one one Maple Avenue, apartment six
the year was nineteen eighty eight
we met in two thousand nineteen
thirty days hath September
a quarter of a million
it costs a hundred bucks
three hundred sixty five
two point oh
it's ten past nine
see you at eight
the eighth of the eighth
between the first and the fifteenth
that's item number six on the list
step one, restart; step two, log in
option one or option two
line 2 of the invoice says 14 units at 9.99
row 44, column 7
batch 4411, qty 1200
model 1140-22, part number 88-9921
my employee ID is 009912
customer since 2014, customer ID 2201994
the reference is R F Q four four one one
their quote is Q U dash nine nine two one
confirmation number is X as in x-ray, four, four, one
booking ID 8841-22-09
reservation 2209184
policy 00-991-22
the meeting ID is eight four one, two two zero nine, eight four one
extension 4 4 1 1
fax number 212 555 0188
the wifi network is called Linksys 4411
room 4411 on floor 44
flight 2209 from gate 14
coupon code FALL22
promo SPRING, 22 percent off
area code 4 1 5
country code 44
error 4411 again
status code 500
the barcode ends in 4411
VIN ends with 0412
serial number A1B2-C3D4-E5F6
license number of the software? I don't know
IP address 10 dot 0 dot 0 dot 1
version 4 dot 2
https://acme.example.com/invoices/INV-2026-0042.pdf
invoice_2026_0042.pdf is attached
receipt-4411.pdf
the contract.pdf has 12 pages
do not read out your card number
I won't give you my password
what is your PIN policy
my pin board
he pinned the message
social security office is closed
my tax advisor called twice
I paid 1,200 in tax in 2024
bank holiday on the 4th
savings of 20 percent
the routing of the parcel took 5 days
swift reply, thanks
sort it out by 5
Agent: May I have the card number?\\nCaller: Sure, it's {{four three eight eight}}\\nAgent: Go ahead\\nCaller: {{five seven six oh}}\\nAgent: Yes\\nCaller: {{one eight one one}}\\nAgent: And the last four?\\nCaller: {{six seven eight three}}
Caller: the card's {{4388 5760}}, bear with me, {{1811 6783}}
Caller: {{forty-three eighty-eight fifty-seven sixty eighteen eleven sixty-seven eighty-three}}
Agent: Number on the card please.\\nCaller: {{four three double eight five seven six oh one eight double one six seven eight three}}.\\nAgent: Let me read that back, {{four three double eight, five seven six oh, one eight one one, six seven eight three}}.\\nCaller: That's it.
Caller: umm, {{four three eight eight, five seven six oh, one eight one}}... is it {{one}} or {{seven}}... {{one, six seven eight three}}
I'd like to update my card to {{5301 2500 7000 0191}}, expiration {{oh three twenty nine}}, CVC {{six seven six}}
Caller: Mastercard, {{five three zero one, two five zero zero, seven zero zero zero, zero one nine one}}.
Caller: {{Five three oh one. Twenty-five hundred. Seven thousand. Oh one ninety-one.}} It's a Mastercard.
Agent: And which card should I charge?\\nCaller: Charge {{3714 496353 98431}}.
the Discover card number is {{six zero one one, six zero one one, six zero one one, six six one one}}
Caller: card number {{4 3 8 8, 5 7 6 0, 1 8 1 1, 6 7 8 2}}, and the CVV is {{6 1 9}}, and the ZIP is <<3 3 1 0 1>>
My card details: number {{4388576018116783}}, exp {{03/29}}, security code {{619}}, amount <<$45.00>>
Caller: The expiry date is {{March twenty nine}}.\\nAgent: And the number?\\nCaller: {{4388 5760 1811 6783}}
Caller: my card {{4388 5760 1811 6783}} expired, the new one expires {{03/31}} same number
Agent: I need the CVV to verify.\\nCaller: {{619}}
Agent: Can you give me the three digits on the reverse of the card?\\nCaller: Yes, {{six nineteen}}.
The CVC code is {{zero zero seven}} like Bond
What's the cvv code on it? {{seven oh two}}?
Agent: security code?\\nCaller: {{two}}\\nAgent: yes\\nCaller: {{nine}}\\nAgent: yes\\nCaller: {{four}}
For the refund, the routing number is {{three two two, two seven one, six two seven}} and the account number is {{nine three four, eight seven seven, two oh one}}.
Agent: Account and routing please.\\nCaller: Routing is {{322271627}}. Account is {{934877201}}.
Caller: My bank account number, let me find it, okay, it's {{nine three four eight seven seven two zero one}}
chase checking {{934877201}}
Caller: The sort code, {{four zero, zero two, five zero}}. And the account number, {{one two three three four four five five}}.
Agent: IBAN?\\nCaller: {{GB29 NWBK 6016 1331 9268 19}}
Please transfer it to {{DE89370400440532013000}}, thanks
Caller: It's a Spanish IBAN, {{ES91 2100 0418 4502 0005 1332}}
BSB number {{zero three four, zero zero two}}, account number {{one two three, four five six}}
IFSC {{ICIC0001234}} account {{000401234567}}
UPI ID is {{rahul.mehta@oksbi}}
Send money to my UPI {{rahul mehta at ok s b i}}
The CLABE is {{032180000118359719}}
Agent: Your social security number?\\nCaller: {{five five five, five zero, one two three four}}
Caller: My social is {{555-50-1234}}.
Caller: Okay, social security, {{five double five}}, {{five oh}}, {{twelve thirty four}}.
Agent: Can you verify the last four of your social?\\nCaller: Sure, {{one two three four}}.
The EIN for our company is {{four six, seven eight nine zero one two three}}.
ITIN {{9 8 8, 7 7, 6 6 5 5}}
My PAN number is {{B as in Bombay, N, Z, P, M, two five zero one, F}}
PAN card {{BNZPM2501F}}
Aadhaar is {{five four eight five, five zero zero zero, eight zero zero zero}}
Aadhaar: {{5485 5000 8000}}
The GST number is {{27AAPFU0939F1ZV}}
National insurance number is {{Q Q, twelve, thirty four, fifty six, C}}
NINO: {{AB123456C}}
UTR {{1234567890}}
VAT number {{DE123456788}}
VAT number is {{F R, four zero, three zero three, two six five, zero four five}}
Steuer-ID {{86095742719}}
Codice fiscale {{RSSMRA80A01H501U}}
DNI {{12345678Z}}, NIE {{X1234567L}}
CPF {{123.456.789-09}} and CNPJ {{11.444.777/0001-61}}
SIN {{046 454 286}}
TFN {{123 456 782}} ABN {{51 824 753 556}}
my password is {{sunshine42}}
The password? {{Sunshine!42}}
Agent: What's your password?\\nCaller: It's {{capital B, l, u, e, dash, four four}}.
password is {{q w e r t y one two three}}
My one-time code is {{four four nine, two one zero}}.
Agent: What code did you get?\\nCaller: {{449210}}
the verification code they texted is {{four four nine two one oh}}
my ATM PIN is {{four four nine two}}
API key {{sk_live_51H8xYzAbCdEfGhIjKlMnOp}}
my seed phrase is {{voice pencil lens damp sunset whale orchard minute glove tissue carbon panic}}
Caller: the words are {{voice, pencil, lens, damp, sunset, whale, orchard, minute, glove, tissue, carbon, panic}}
private key {{0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80}}
bank statement: {{https://acme.example.com/statements/2026-10.pdf}}
tax form: {{1099-INT_2025.pdf}}
Agent: The total is forty-three dollars and eighty-eight cents.
The invoice number is four three eight eight five seven six zero.
My order is one one four, three nine four one, eight eight.
Order number 4388-5760-1811 shipped on March 3.
The tracking number is four three eight eight five seven six zero one eight one one.
ticket number 43885760
transaction number 4388576018
transaction id is four three eight eight, five seven six zero, one eight one
My phone is four three eight, eight five five, five seven six zero.
Call me on oh seven nine, four three eight eight, five seven six.
email me at rahul.mehta@example.in
the address is 0x388C818CA8B9251b393131C08a736A67ccB19297
bitcoin to 3FZbgi29cpjq2GjdwV8eyHuJJnkLtktZc5
my call ID is c_43885760
version 4.38.8
in one moment
two invoices please
I've called you two times in four days
one hundred and twenty five dollars
the fifteenth of March, two thousand twenty six
at four forty-five in the afternoon
the card ending in six seven eight three
last four six seven eight three
a card that ends with 6783
zip 33101
pin code 110001
I have an account with you since 2019
the account ID is 43885760
customer number 438857
the reference number is 4388 5760 18
confirmation code AB12CD
my booking is for 2 adults and 3 children
flight 438 on the 12th
gate 43, seat 8A
case 43885
claim number 438-857-60
policy 4388576
subscription ID 43885760
purchase order 438857
extension 438
room 438
suite 4388
it was 43 degrees
I scored 88 out of 100
four three two one zero
it's a one time fee of twenty dollars
we need eight to ten weeks
three for the price of two
I won two tickets
he ate one
for two years
to be or not to be, that is one question
the account manager for account 4 is Tom
the code review takes 2 days
our code of conduct
use promo code 4FOR3
my VAT rate is 19
the tax year 2025
social distancing of 6 feet
pin it to the board
no password needed
forgot my pin
what's the CVV for
the security guard on floor 4
security deposit of 1500
it's secure 24/7
key account 4388
keyboard model 4388
the seed round was 4 million
phrase 12 on page 38
wallet balance 4388.57
payout of 438.85 USDT
exchange rate 4.3885
DE is the country code for Germany
GB 12 is the bus
IBAN is not needed
SWIFT takes two days
`,
	hinglish: `
Agent: Card number bataiye sir.\\nCustomer: haan likhiye, {card~words}
mera card number hai {{chaar do chaar do, char do char do, chaar do chaar do, char do char do}}
card ka number {{char paanch teen nau paanch saat aath saat chhe teen chhe do ek chaar aath chhe}} hai
Agent: CVV boliye.\\nCustomer: {{saat aath do}}
cvv hai {{nau zero ek}}, aur invoice <<4412>>
mera account number {{paanch shunya ek shunya shunya do teen chaar paanch chhe saat}} hai, SBI mein
khaata number hai {{3 1 4 5 9 2 6 5 3 5 8}}
aadhaar number {{do teen chaar paanch, chhe saat aath nau, shunya ek do teen}}
OTP aaya hai {{chaar chaar ek nau shunya do}}
otp bata raha hoon, {{double chaar ek nau zero do}}
mera PIN {{do do saat ek}} hai
PAN hai {{A B C P L ek do teen chaar K}}
Agent: UPI ID?\\nCustomer: {{ravi at okhdfcbank}}
IFSC {{SBIN0004321}} aur account {account~words}
password hai {{ravi123}}
do din pehle maine do invoice mangwaye the
ek minute rukiye, main ek baar check karta hoon
mera order number hai saat aath do paanch ek nau
mera mobile number nau aath saat chhe paanch chaar teen do ek shunya
paanch hazaar do sau rupaye kat gaye
pin code chaar ek ek shunya ek chaar hai
saat baje call karna, ya aath baje
ticket number 552091 hai, status kya hai
card ke aakhri chaar digit 4242
ek do baar try kiya lekin payment fail ho gaya
kripya do copy bhej do
Customer: card number note kijiye, {{paanch do paanch paanch, ek do teen chaar, paanch chhe saat aath, nau shunya ek chhe}}
credit card ka number bol raha hoon {card~words} theek hai
mera debit card {{chaar hazaar do sau, char do char do}} nahi nahi, {{chaar do chaar do, chaar do chaar do, chaar do chaar do, chaar do chaar do}}
Agent: peeche ke teen digit?\\nCustomer: {{double paanch ek}}
expiry {{zero nau attaees}} hai card number {card~groups} ka
mera account number hai {{do zero ek paanch, teen teen chaar chaar, saat saat aath}} , IFSC {{HDFC double zero double zero ek do teen}}
aadhaar {{nine nine four one, do saat teen char, five six seven eight}}
OTP {{teen chhe nau do shunya ek}} hai bhaiya
ATM pin {{chaar teen do ek}} hai
UPI {{meena dot sharma at ok icici}}
PAN card number {{B N Z A A do teen ek aath J}}
mera password {{Diwali@2024}} hai
mujhe do teen din lagenge
paanch sau rupaye refund aaya, baaki saat sau nahi
order number paanch do paanch ek nau nau chaar
phone number hai saat zero double two three four five six seven
ek hi invoice do baar charge hua hai
sham ko chhe baje ya saat baje call karo
transaction id chaar ek do teen chaar paanch chhe saat aath nau zero ek
pin code do zero ek teen zero ek Noida
card pe aakhri ke chaar number nau nau do ek hain
bas ek sawaal hai, do minute lagenge
Agent: card ka number batayein\\nCustomer: {{four double one one}} phir {{one one one one}} phir {{one one one one}} aur {{one one one one}}
haan ji mera credit card {{chaar paanch teen do, shunya ek paanch ek, ek do aath teen, shunya teen chhe chhe}} hai
Customer: {{pentalis battis}}\\nAgent: ji\\nCustomer: {{zero ek ikyavan}}\\nAgent: haan\\nCustomer: {{barah tirasi}}\\nAgent: aur?\\nCustomer: {{zero teen chhiyasath}}
cvv code {{nau ek char}} likh lijiye
bank khata {{teen zero do nau ek aath chaar saat paanch chhe ek}} State Bank ka
IFSC code hai {{S B I N zero zero double one five one three}}
UPI id hai {{rohit at the rate ybl}}
aadhaar card ka number {{chaar do ek saat, nau aath shunya teen, paanch paanch ek do}} hai
mera OTP {{chhe shunya do ek ek chaar}} aaya
password {{Rohit@123}} hai mera
mpin {{saat saat zero chaar}}
do hazaar ka bill tha, maine teen baar pay kiya
invoice number ek shunya chaar chaar do hai
char din pehle order kiya tha, abhi tak nahi aaya
aapka ticket number teen nau paanch do ek hai, note kar lijiye
mere number pe call karna, nau aath ek shunya, do do teen teen chaar paanch
das baje se paanch baje tak
ek aadmi ne do sau pachas rupaye maange
plan ka daam nau sau ninyanve rupaye hai
customer id saat saat ek do nau shunya chaar
haan ek do teen, awaaz aa rahi hai?
aath mahine ki warranty hai
bill par total barah sau chaar rupaye likha hai
Agent: card ka number?\\nCustomer: {card:1~words}\\nAgent: haan ji\\nCustomer: {card:2~words}\\nAgent: aage\\nCustomer: {card:3~words}\\nAgent: aur\\nCustomer: {card:4~words}
mera visa card {card~doubled} hai
debit card ka number likho {card~pairs}
card number {card~mixed} hai, expiry {expiry}
CVV {cvv~words} hai
peeche ka number {cvv~listed}
account number {account~words} hai, IFSC {ifsc}
mera khata {account~run} SBI mein hai
UPI ID {upi} hai
aadhaar number {aadhaar~words} hai
PAN number {pan} hai mera
OTP {otp~words} aaya hai
OTP bata doon? {otp~listed}
PIN {pin~words}
password {password} hai
mera password hai {password}
GST number {gstin} hai
order number <orderDigits~words> hai
mera phone number <phoneDigits~words> hai
<phoneDigits~pairs> pe call kar lena
ticket number <ticket> ka kya hua
do hazaar teen sau rupaye kat gaye hain
teen din mein do baar call kiya
ek naya invoice chahiye, do nahi
pin code <zip~words> hai
aakhri ke chaar number <lastFour~words> hain
paanch baje do log aayenge
char sau bees mat karo
saat aath log the
do teen baar try kiya
invoice <invoice> ka amount <amount> hai
das pandrah din lagenge
Agent: Sir card number bataiye\\nCustomer: Haan ek minute. {card~words}
mere card ka number {{chaar paanch shunya chhe, do do ek ek, nau aath saat chhe, ek do teen chaar}} hai
{card~doubled} yeh mera naya card hai
Customer: card number, {{four five three two}} {{shunya ek paanch ek}} {{one two eight three}} {{shunya teen chhe chhe}}
CVV number kya hai?\\nCustomer: {{do shunya nau}}
mera bank account number {{ek shunya do teen nau aath saat chhe paanch chaar}} hai
paise is account mein daal do {{33445566778}} , IFSC {{UTIB0000123}}
aadhaar {{paanch paanch chhe chhe, saat saat aath aath, nau nau shunya shunya}}
mera PAN card {{ABCPK1234L}}
abhi OTP aaya {{paanch nau do ek saat saat}}
OTP hai {{double nau teen ek shunya shunya}}
pin {{ek do chaar paanch}} daala tha
UPI {{suresh kumar at paytm}} pe bhej do
net banking password {{Mumbai#2023}} hai
do minute hold kijiye
mujhe ek invoice ki copy chahiye
maine teen hazaar paanch sau rupaye diye the
order number nau nau chaar do shunya ek hai
mobile number aath saat chhe paanch, chaar teen do ek, shunya nau
kal subah das baje ya gyarah baje
aapki ticket number chaar paanch chhe saat hai
do log the, ek main aur ek mera bhai
saat din ho gaye, abhi tak refund nahi aaya
pin code chaar shunya shunya shunya ek do
card ke last char digit do do paanch nau
amount do hazaar chaar sau nabbe hai
tracking number aath aath ek do teen teen paanch
baarah mahine ka plan, nau sau ninyanve per month
sir mera card number likhiye: {card~words}
card ka number {{chaar paanch paanch chhe}} {{saat teen saat paanch}} {{aath chhe aath nau}} {{nau aath paanch paanch}}
Agent: aapka CVV?\\nCustomer: ji {{teen saat chaar}}
expiry date {{das attais}} hai aur card number {card~run}
account number hai {account~listed} aur IFSC hai {ifsc}
UPI pe bhejo, {{anita dot desai at ybl}}
aadhaar number bol rahi hoon {aadhaar~words}
PAN hai mera {pan}
OTP jo aaya hai woh hai {{saat saat do shunya nau ek}}
PIN mera {{shunya chaar do do}}
wifi ka password {{Ghar@1234}} hai
mera pura card {{four five five six saat teen saat paanch eight six eight nine nau aath paanch paanch}}
invoice number chaar chaar ek ek hai, teen din pehle aaya tha
bees hazaar ka payment kiya tha maine
do teen log aaye the, ek ne bola paanch baje aana
mera number hai nau nau aath aath, saat saat chhe chhe, paanch paanch
order nau nau do aath ek cancel kar do
card ke last four nau nau do aath
pin code ek ek shunya shunya ek ek
sirf ek hi baar charge hona chahiye tha, do baar hua
char mahine se use kar raha hoon
aath ya nau tarikh ko
chhe sau rupaye ka refund
teesri baar call kar raha hoon, do ghante se
card number hai {card~words} aur CVV {cvv~words}
Agent: card number?\\nCustomer: {card~pairs}
{card~groups} yeh card number hai mera
expiry {expiry}, cvv {cvv~run}, card {card~run}
mera SBI account {account~words} hai
IFSC code {ifsc} likho
aadhaar card {aadhaar~groups}
pan number {pan}
OTP aa gaya, {otp~words}
Agent: OTP bataiye\\nCustomer: {otp~listed}
mera pin {pin~words} hai
password hai {password}
upi id {upi}
order <orderDigits~words> abhi tak nahi aaya
mera number <phoneDigits~words>
ticket <ticket> band kar do
invoice <invoice> ka amount <amount>
do baar payment ho gaya, ek baar hona tha
paanch minute mein call karta hoon
ek se das tak gino
teen saal purana account hai
aath sau rupaye
pin code <zip~words>
card ke aakhri char digit <lastFour~words>
char baje aana
Agent: card number?\\nCaller: {{chaar teen aath aath, paanch saat chhe shunya, ek aath ek ek, chhe saat aath teen}}
mera card {{char teen double aath panch saat chhe zero ek aath double ek chhe saat aath teen}}
CVV {{chhe ek nau}}
Agent: CVV kitna hai?\\nCaller: {{chhe unnis}}
account number {{nau teen chaar, aath saat saat, do shunya ek}}
IFSC {{ICIC0001234}} hai ji
aadhaar {{paanch chaar aath paanch, paanch shunya shunya shunya, aath shunya shunya shunya}}
PAN {{BNZPM2501F}} note karo
OTP {{chaar chaar nau do ek shunya}}
OTP yeh hai {{double char nau do ek zero}}
UPI {{rahul.mehta@oksbi}}
password {{Sunshine42}} rakha hai
pin hai {{chaar chaar nau do}}
do din pehle call kiya tha
ek invoice, do invoice, teen invoice
order number chaar teen aath aath paanch
paanch sau rupaye
char baje ya paanch baje
mobile number chaar teen aath aath paanch saat chhe shunya ek aath
do hazaar chhabbis mein
sirf do minute lagenge
ticket chaar teen aath aath
last four chhe saat aath teen
ek do teen shuru
nau mahine
`,
	hindi: `
एजेंट: कार्ड नंबर बताइए\\nग्राहक: {card~words}
मेरा कार्ड नंबर {{चार पाँच तीन नौ, पाँच सात आठ सात, छः तीन छः दो, एक चार आठ छः}} है
सीवीवी {{सात आठ दो}} है
मेरा खाता संख्या {{पाँच शून्य एक शून्य शून्य दो तीन चार पाँच छह सात}} है
आधार नंबर {{२३४५ ६७८९ ०१२३}}
ओटीपी {{चार चार एक नौ शून्य दो}}
मेरा पासवर्ड {{ravi123}} है
पिन {{दो दो सात एक}} है
दो दिन पहले मैंने दो चालान मंगवाए थे
एक मिनट रुकिए, मैं एक बार देखता हूँ
ऑर्डर नंबर सात आठ दो पाँच एक नौ
मेरा मोबाइल नंबर नौ आठ सात छह पाँच चार तीन दो एक शून्य
पाँच हज़ार दो सौ रुपये कट गए
पिन कोड चार एक एक शून्य एक चार है
ग्राहक: कार्ड का नंबर लिखिए, {{पाँच दो पाँच पाँच, एक दो तीन चार, पाँच छह सात आठ, नौ शून्य एक छह}}
एजेंट: सीवीवी?\\nग्राहक: {{डबल पाँच एक}}
मेरा अकाउंट नंबर {{2015334477890}} है
मेरा पैन {{ABCPL1234K}} है
आधार {{नौ नौ चार एक दो सात तीन चार पाँच छह सात आठ}}
ओटीपी है {{तीन छह नौ दो शून्य एक}}
एटीएम पिन {{चार तीन दो एक}}
मुझे दो तीन दिन लगेंगे
टिकट नंबर पाँच दो पाँच एक नौ
मेरा फ़ोन नंबर सात शून्य दो दो तीन चार पाँच छह सात आठ
छह बजे या सात बजे कॉल कीजिए
इनवॉइस नंबर 44121 की राशि 5,200 रुपये है
कार्ड के आखिरी चार अंक नौ नौ दो एक
ग्राहक: मेरा क्रेडिट कार्ड {{चार पाँच तीन दो शून्य एक पाँच एक एक दो आठ तीन शून्य तीन छह छह}} है
ग्राहक: {{पैंतालीस बत्तीस}}\\nएजेंट: जी\\nग्राहक: {{शून्य एक इक्यावन}}\\nएजेंट: जी\\nग्राहक: {{बारह तिरासी}}\\nएजेंट: जी\\nग्राहक: {{शून्य तीन छियासठ}}
कार्ड {{४५३२ ०१५१ १२८३ ०३६६}} है
कार्ड के पीछे वाला नंबर {{नौ एक चार}}
खाता {{तीन शून्य दो नौ एक आठ चार सात पाँच छह एक}} स्टेट बैंक का
आईएफएससी {{SBIN0011513}}
पैन नंबर {{ए बी सी पी एल एक दो तीन चार के}}
मेरा ओटीपी {{छह शून्य दो एक एक चार}} आया
पासवर्ड {{Rohit@123}} है
दो हज़ार का बिल था, मैंने तीन बार भुगतान किया
इनवॉइस नंबर एक शून्य चार चार दो है
चार दिन पहले ऑर्डर किया था
ग्राहक आईडी सात सात एक दो नौ शून्य चार
दस बजे से पाँच बजे तक
मेरे नंबर पर कॉल करना, नौ आठ एक शून्य दो दो तीन तीन चार पाँच
हाँ एक दो तीन, आवाज़ आ रही है?
कार्ड नंबर {card~words} है
मेरे क्रेडिट कार्ड का नंबर {card~doubled}
सीवीवी {cvv~words}
खाता नंबर {account~words} है
आधार {aadhaar~words}
ओटीपी {otp~words} आया है
पिन {pin~words} है
पासवर्ड {password} है
यूपीआई {upi}
आईएफएससी {ifsc}
ऑर्डर नंबर <orderDigits~words> है
मेरा मोबाइल नंबर <phoneDigits~words> है
दो हज़ार तीन सौ रुपये कट गए
तीन दिन में दो बार कॉल किया
पिन कोड <zip~words>
आखिरी चार अंक <lastFour~words>
पाँच बजे दो लोग आएँगे
टिकट <ticket> का क्या हुआ
मेरा कार्ड नंबर {card~words} है
कार्ड नंबर लिखिए {{चार पांच शून्य छह, दो दो एक एक, नौ आठ सात छह, एक दो तीन चार}}
सीवीवी नंबर क्या है?\\nग्राहक: {{दो शून्य नौ}}
बैंक खाता नंबर {{एक शून्य दो तीन नौ आठ सात छह पांच चार}} है
आधार नंबर {aadhaar~words} है
पैन कार्ड नंबर {pan} है
अभी ओटीपी आया {{पांच नौ दो एक सात सात}}
मेरा पिन {{एक दो चार पांच}} है
पासवर्ड {{Mumbai#2023}} है
दो मिनट रुकिए
मुझे एक इनवॉइस की कॉपी चाहिए
मैंने तीन हज़ार पांच सौ रुपये दिए थे
ऑर्डर नंबर नौ नौ चार दो शून्य एक है
मोबाइल नंबर आठ सात छह पांच, चार तीन दो एक, शून्य नौ
कल सुबह दस बजे
सात दिन हो गए, रिफंड नहीं आया
कार्ड के आखिरी चार अंक दो दो पांच नौ
सर मेरा कार्ड नंबर लिखिए: {card~words}
कार्ड का नंबर {{चार पांच पांच छह सात तीन सात पांच आठ छह आठ नौ नौ आठ पांच पांच}}
सीवीवी {{तीन सात चार}}
खाता नंबर है {account~words}
आधार नंबर बोल रही हूँ {aadhaar~words}
ओटीपी जो आया है वह है {{सात सात दो शून्य नौ एक}}
पिन मेरा {{शून्य चार दो दो}}
इनवॉइस नंबर चार चार एक एक है, तीन दिन पहले आया था
बीस हज़ार का पेमेंट किया था मैंने
मेरा नंबर है नौ नौ आठ आठ, सात सात छह छह, पांच पांच
पिन कोड एक एक शून्य शून्य एक एक
सिर्फ एक ही बार चार्ज होना चाहिए था, दो बार हुआ
कार्ड नंबर है {card~words} और सीवीवी {cvv~words}
{card~groups} यह मेरा कार्ड नंबर है
मेरा एसबीआई खाता {account~words} है
आधार कार्ड {aadhaar~groups}
ओटीपी आ गया, {otp~words}
एजेंट: ओटीपी बताइए\\nग्राहक: {otp~listed}
मेरा पिन {pin~words} है
पासवर्ड है {password}
ऑर्डर <orderDigits~words> अभी तक नहीं आया
मेरा नंबर <phoneDigits~words>
दो बार पेमेंट हो गया, एक बार होना था
पाँच मिनट में कॉल करता हूँ
आठ सौ रुपये
कार्ड के आखिरी चार अंक <lastFour~words>
एजेंट: कार्ड नंबर?\\nकॉलर: {{चार तीन आठ आठ, पाँच सात छह शून्य, एक आठ एक एक, छह सात आठ तीन}}
सीवीवी {{छह एक नौ}}
खाता संख्या {{नौ तीन चार आठ सात सात दो शून्य एक}}
आधार {{पाँच चार आठ पाँच, पाँच शून्य शून्य शून्य, आठ शून्य शून्य शून्य}}
ओटीपी {{चार चार नौ दो एक शून्य}}
पासवर्ड {{Sunshine42}} रखा है
पिन है {{चार चार नौ दो}}
मेरा कार्ड {{चार तीन डबल आठ पाँच सात छह शून्य एक आठ डबल एक छह सात आठ तीन}}
दो दिन पहले कॉल किया था
एक इनवॉइस, दो इनवॉइस
ऑर्डर नंबर चार तीन आठ आठ पाँच
पाँच सौ रुपये
चार बजे या पाँच बजे
मोबाइल नंबर चार तीन आठ आठ पाँच सात छह शून्य एक आठ
सिर्फ दो मिनट लगेंगे
`,
	spanish: `
Agente: ¿Me da el número de la tarjeta?\\nCliente: sí, apunte, {card~words}
mi tarjeta es {{cuarenta y cinco treinta y nueve, cincuenta y siete ochenta y siete, sesenta y tres sesenta y dos, catorce ochenta y seis}}
el número de tarjeta es {{cuatro mil quinientos treinta y nueve, cinco mil setecientos ochenta y siete, seis mil trescientos sesenta y dos, mil cuatrocientos ochenta y seis}}
Cliente: {{4539}}\\nAgente: sí\\nCliente: {{5787}}\\nAgente: ajá\\nCliente: {{6362}}\\nAgente: dígame\\nCliente: {{1486}}
el código de seguridad es el {{siete ocho dos}}
cvv {{setecientos ochenta y dos}}
mi cuenta bancaria es {{ES91 2100 0418 4502 0005 1332}}
mi IBAN es E S {{noventa y uno, veintiuno cero cero, cero cuatro dieciocho, cuarenta y cinco cero dos, cero cero cero cinco, trece treinta y dos}}
mi DNI es {{doce treinta y cuatro cincuenta y seis setenta y ocho zeta}}
el NIE {{X1234567L}}
la clave es {{perro azul 77}}
la CLABE interbancaria es {{cero uno dos uno ocho cero cero cero uno dos tres cuatro cinco seis siete ocho nueve uno}}
el pin es {{dos dos siete uno}}
mi número de pedido es siete ocho dos cinco uno nueve
te llamo a las dos, o a las tres y media
fueron mil doscientos cuarenta y nueve euros con noventa
mi teléfono es seis uno dos tres cuatro cinco seis siete ocho
uno de los dos cargos está mal
la factura número cuatro cuatro dos uno
tengo once facturas de una empresa
el código postal es dos ocho cero uno tres
Cliente: el número es {{cinco dos cinco cinco, uno dos tres cuatro, cinco seis siete ocho, nueve cero uno seis}}
Agente: número de tarjeta\\nCliente: {{4111}}, {{1111}}, eh, {{1111}}, {{1111}}
la tarjeta {{cincuenta y uno cero cinco, diez cincuenta y uno, cero cinco diez, cincuenta y uno cero cero}} caduca en {{09/28}}
Agente: ¿los tres dígitos de atrás?\\nCliente: {{cinco cincuenta y uno}}
ccv {{cuatro cuatro nueve}}
cuenta {{ES76 2077 0024 0031 0257 5766}}
número de cuenta {{cero cero cuatro nueve, quince cero cero, cero cinco, doce treinta y cuatro cincuenta y seis siete ocho nueve dos}}
mi NIF es {{12345678Z}}
el CIF de la empresa es {{B12345674}}
mi RFC es {{VECJ880326XK4}}
la CURP {{HEGG560427MVZRRL04}}
el código que me llegó es {{tres seis nueve dos cero uno}}
mi contraseña es {{Girasol_88}}
la clave de la tarjeta es {{cuatro tres dos uno}}
número de la seguridad social {{28 12345678 40}}
la referencia es cinco dos cinco uno nueve nueve cuatro
me cobraron cuarenta y dos euros el dos de abril
mi móvil es seis cero cero uno dos tres cuatro cinco seis
entre las dos y las cuatro, o a las cinco y media
una sola factura, dos cargos, tres llamadas
el pedido 114-3941689-8772232 llegó el 12/05
la tarjeta terminada en cuarenta y dos cuarenta y dos
el piso es el cuarto, puerta dos
Asesor: ¿Con qué tarjeta desea pagar?\\nCliente: con la Visa, {{cuatro cinco tres dos, cero uno cinco uno, uno dos ocho tres, cero tres seis seis}}
mi tarjeta termina en <<0366>> y la completa es {{4532 0151 1283 0366}}
Cliente: {{cuarenta y cinco treinta y dos}}\\nAsesor: sí\\nCliente: {{cero uno cincuenta y uno}}\\nAsesor: ajá\\nCliente: {{doce ochenta y tres}}\\nAsesor: perfecto\\nCliente: {{cero tres sesenta y seis}}
el cvv es {{novecientos catorce}}
la fecha es {{agosto del veintiocho}} y la tarjeta {card~groups}
el código de la parte de atrás: {{nueve uno cuatro}}
transferencia a {{ES79 2100 0813 6101 2345 6789}}
la CLABE es {{seis cuatro seis, uno ocho cero, uno cinco siete cero cero cero cero cero cero cero cero cuatro}}
mi cuenta es la {{cero uno ocho dos, cuarenta y cinco sesenta y siete, ocho nueve cero uno}}
DNI {{nueve ocho siete seis cinco cuatro tres dos eme}}
mi número de DNI: {{98765432M}}
mi seguro social es {{uno dos tres, cuarenta y cinco, sesenta y siete ochenta y nueve}}
me llegó el código {{seis cero dos uno uno cuatro}}
contraseña {{Luna2024}}
su PIN, por favor\\nCliente: {{siete siete cero cuatro}}
pagué dos mil cuarenta pesos el tres de marzo
llevo cuatro días llamando y una hora esperando
el número de caso es tres nueve cinco dos uno
mi celular es cinco cinco, doce treinta y cuatro, cincuenta y seis setenta y ocho
once de la mañana, o doce y cuarto
factura uno cero cuatro cuatro dos
número de cliente siete siete uno dos nueve cero cuatro
dos personas, tres noches, una habitación
código promocional VERANO25
no recuerdo mi contraseña
Agente: dígame los números de la tarjeta\\nCliente: {card:1~words}\\nAgente: bien\\nCliente: {card:2~words}\\nAgente: bien\\nCliente: {card:3~words}\\nAgente: bien\\nCliente: {card:4~words}
mi número de tarjeta es {card~pairs}
la tarjeta es la {card~words}, vence {expiry}
tarjeta de crédito {card~hesitant}
el CVV es {cvv~words}
los tres números son {cvv~listed}
cuenta número {account~words}
mi IBAN es {iban}
el DNI es {nif}
número de seguro social {ssn~words}
CPF {cpf}
código de verificación {otp~words}
pin {pin~words}
la contraseña es {password}
frase de recuperación: {phrase}
número de pedido <orderDigits~words>
mi teléfono es el <phoneDigits~words>
llámame al <phoneDigits~pairs>
la tarjeta termina en <lastFour~words>
son dos mil trescientos euros
la factura <invoice> por <amount>
tres días y dos noches
código postal <zip~words>
el dos de mayo a las once
uno más uno son dos
Agente: ¿Me puede dar el número de su tarjeta?\\nCliente: Claro, un momento. {card~words}
mi tarjeta Visa es {{cuatro cinco cero seis, dos dos uno uno, nueve ocho siete seis, uno dos tres cuatro}}
número {card~pairs} y caduca en {expiry}
el código de seguridad son los números {{dos cero nueve}}
¿CVV?\\nCliente: {{dos, cero, nueve}}
le paso mi IBAN: {iban}
mi número de cuenta es {account~words}
quiero que depositen en la cuenta {{0049 1500 05 1234567892}}
mi DNI es el {nif}
NIE {{X 1 2 3 4 5 6 7 L}}
mi CURP es {{PEGJ850101HDFRRN09}}
el código que recibí es {{cinco nueve dos uno siete siete}}
mi clave es {{uno dos cuatro cinco}}
la contraseña es {{Madrid_2023}}
un minuto, por favor
necesito una copia de una factura
pagué tres mil quinientos pesos
el número de pedido es nueve nueve cuatro dos cero uno
mi número de teléfono es ocho siete seis cinco cuatro tres dos uno
mañana a las diez o a las once
los últimos cuatro de la tarjeta son dos dos cinco nueve
hace siete días y todavía no llega el reembolso
sí, el número de mi tarjeta es {card~listed}
{{cuatro cinco cinco seis, siete tres siete cinco, ocho seis ocho nueve, nueve ocho cinco cinco}}, esa es la tarjeta
Agente: ¿y el código de seguridad?\\nCliente: {{tres siete cuatro}}
vence en {{octubre del veintiocho}}, tarjeta {card~groups}
mi cuenta IBAN {{ES60 0049 1500 0512 3456 7892}}
cuenta bancaria número {account~listed}
DNI {{00000000T}}
el número de la seguridad social es {{dos ocho, uno dos tres cuatro cinco seis siete ocho, cuatro cero}}
código SMS {{siete siete dos cero nueve uno}}
mi PIN es el {{cero cuatro dos dos}}
la contraseña: {{Gato_1234}}
la factura cuatro cuatro uno uno es de hace tres días
pagué veinte mil pesos
mi número es nueve nueve ocho ocho siete siete seis seis cinco
la tarjeta acaba en nueve nueve dos ocho
código postal uno uno cero cero uno
solo debía cobrarse una vez y fueron dos
a eso de las ocho o las nueve
el número de tarjeta es {card~words} y el CVV {cvv~words}
Agente: ¿número de tarjeta?\\nCliente: {card~pairs}
{card~groups}, ese es el número de mi tarjeta
caduca {expiry}, cvv {cvv~run}, tarjeta {card~run}
mi cuenta es {iban}
DNI {nif}
Agente: ¿el código?\\nCliente: {otp~words}
me ha llegado el código {otp~listed}
el PIN es {pin~words}
la contraseña es {password}
el pedido <orderDigits~words> no ha llegado
mi número es <phoneDigits~words>
la factura <invoice> de <amount>
dos cobros en vez de uno
llámeme en cinco minutos
ochocientos euros
la tarjeta que termina en <lastFour~words>
Agente: ¿Número de tarjeta?\\nCliente: {{cuatro tres ocho ocho, cinco siete seis cero, uno ocho uno uno, seis siete ocho tres}}
la tarjeta es {{cuarenta y tres ochenta y ocho, cincuenta y siete sesenta, dieciocho once, sesenta y siete ochenta y tres}}
el CVV {{seis diecinueve}}
vence {{marzo de dos mil veintinueve}}, tarjeta {{4388 5760 1811 6783}}
IBAN {{ES91 2100 0418 4502 0005 1332}}
la cuenta es {{nueve tres cuatro ocho siete siete dos cero uno}}
DNI {{1 2 3 4 5 6 7 8 Z}}
código {{cuatro cuatro nueve dos uno cero}}
contraseña {{Sol_42}}
el pin {{cuatro cuatro nueve dos}}
hace dos días llamé
una factura y dos recibos
pedido cuatro tres ocho ocho cinco
quinientos euros
a las cuatro o a las cinco
teléfono cuatro tres ocho ocho cinco siete seis cero uno
la que termina en seis siete ocho tres
dos mil veintiséis
`,
	german: `
Agent: Ihre Kartennummer bitte.\\nKunde: {card~words}
die Kartennummer lautet {{fünfundvierzig neununddreißig, siebenundfünfzig siebenundachtzig, dreiundsechzig zweiundsechzig, vierzehn sechsundachtzig}}
Prüfnummer {{sieben acht zwo}}
meine IBAN ist {{DE89 3704 0044 0532 0130 00}}
meine IBAN D E {{neunundachtzig, siebenunddreißig null vier, doppel null vierundvierzig, null fünf zweiunddreißig, null eins dreißig, null null}}
Steuer-ID {{zwo sechs neun fünf vier drei sieben eins acht zwo sieben}}
mein Passwort lautet {{Sonnenblume99}}
die Kontonummer ist {{null fünf drei zwo null eins drei null null null}} und die Bankleitzahl {{drei sieben null, vier null null, vier vier}}
die TAN ist {{vier vier eins neun null zwo}}
meine Bestellnummer ist sieben acht zwo fünf eins neun
Rufen Sie mich um halb zehn unter null drei null neun null eins acht zwei null an
das waren zwölfhundertneunundvierzig Euro neunzig
eine Rechnung und zwei Gutschriften
die Postleitzahl ist eins null eins eins fünf
die Ticketnummer lautet 5-5-1-2-0-9
Kunde: Die Nummer ist {{fünf zwei fünf fünf, eins zwei drei vier, fünf sechs sieben acht, neun null eins sechs}}
meine Visa hat die Nummer {{viertausendzweihundertzweiundvierzig, zweiundvierzig zweiundvierzig, vier zwei vier zwei, vier zwei vier zwei}}
Agent: Und die drei Ziffern hinten?\\nKunde: {{fünf fünf eins}}
gültig bis {{null neun achtundzwanzig}}, Kartennummer {card~groups}
IBAN {{AT61 1904 3002 3457 3201}}
Kontonummer {{0532013000}}, BLZ {{37040044}}
meine Steuernummer ist {{181/815/08155}}
Umsatzsteuer-ID {{DE811907980}}
die PIN ist {{vier drei zwei eins}}
Ihr Code per SMS? {{369 201}}
mein Kennwort heißt {{Blumen_77}}
die Vorgangsnummer ist fünf zwei fünf eins neun neun vier
zweiundvierzig Euro am zweiten April
meine Handynummer ist null eins sieben sechs, eins zwei drei vier fünf sechs sieben
zwischen zwei und vier Uhr, oder nach halb sechs
eine einzige Rechnung, zwei Abbuchungen, drei Anrufe
die Karte mit den Endziffern vier zwei vier zwei
Berater: Welche Karte möchten Sie verwenden?\\nKunde: Die Visa, {{vier fünf drei zwo, null eins fünf eins, eins zwo acht drei, null drei sechs sechs}}
Kunde: {{fünfundvierzig zweiunddreißig}}\\nBerater: Ja.\\nKunde: {{null eins einundfünfzig}}\\nBerater: Ja.\\nKunde: {{zwölf dreiundachtzig}}\\nBerater: Gut.\\nKunde: {{null drei sechsundsechzig}}
die CVV ist {{neunhundertvierzehn}}
Ablaufdatum {{August achtundzwanzig}}, Karte {card~groups}
überweisen Sie auf {{DE75 5121 0800 1245 1261 99}}
IBAN: {{D E sieben fünf, fünf eins zwo eins, null acht null null, eins zwo vier fünf, eins zwo sechs eins, neun neun}}
mein Konto {{1245126199}} bei der Sparkasse
Steueridentifikationsnummer {{sechs fünf neun zwo neun neun sieben null vier acht neun}}
Sozialversicherungsnummer {{12 190367 K 006}}
der Code ist {{sechs null zwo eins eins vier}}, kam per SMS
Passwort {{Mond2024}}
meine PIN lautet {{siebenundsiebzig null vier}}
ich habe zweitausendvierzig Euro am dritten März bezahlt
seit vier Tagen rufe ich an und warte eine Stunde
die Fallnummer ist drei neun fünf zwo eins
meine Nummer ist null eins sieben null, drei drei vier vier fünf fünf
elf Uhr oder Viertel nach zwölf
Kundennummer sieben sieben eins zwo neun null vier
zwei Personen, drei Nächte, ein Zimmer
ich habe mein Passwort vergessen
die Rechnung eins null vier vier zwei
Mitarbeiter: Die Kartennummer bitte\\nKunde: {card:1~words}\\nMitarbeiter: ja\\nKunde: {card:2~words}\\nMitarbeiter: ja\\nKunde: {card:3~words}\\nMitarbeiter: ja\\nKunde: {card:4~words}
meine Kartennummer ist {card~pairs}
die Karte {card~words}, gültig bis {expiry}
Kreditkarte {card~hesitant}
Prüfziffer {cvv~words}
die CVC lautet {cvv~listed}
Kontonummer {account~words}
IBAN {ibanGroups}
Steuer-ID {steuer~words}
USt-ID {vat}
TAN {otp~words}
PIN {pin~words}
Passwort {password}
Wiederherstellungsphrase {phrase}
Bestellnummer <orderDigits~words>
meine Telefonnummer ist <phoneDigits~words>
rufen Sie mich an unter <phoneDigits~pairs>
die Karte endet auf <lastFour~words>
zweitausenddreihundert Euro
Rechnung <invoice> über <amount>
drei Tage und zwei Nächte
Postleitzahl <zip~words>
am zweiten Mai um elf
eins und eins ist zwei
Agent: Können Sie mir die Kartennummer nennen?\\nKunde: Ja, Moment. {card~words}
meine Visa-Karte {{vier fünf null sechs, zwei zwei eins eins, neun acht sieben sechs, eins zwei drei vier}}
Kartennummer {card~pairs}, läuft ab {expiry}
der Sicherheitscode ist {{zwei null neun}}
CVV?\\nKunde: {{zwei, null, neun}}
meine IBAN lautet {ibanGroups}
Kontonummer {account~words}, Bankleitzahl {{eins zwei null, drei null null, null null}}
Steuernummer {{93815/08152}}
Steuer-Identifikationsnummer {steuer~run}
der Code aus der SMS ist {{fünf neun zwei eins sieben sieben}}
meine PIN ist {{eins zwei vier fünf}}
Passwort ist {{Berlin_2023}}
eine Minute bitte
ich brauche eine Kopie von einer Rechnung
ich habe dreitausendfünfhundert Euro bezahlt
die Bestellnummer ist neun neun vier zwei null eins
meine Telefonnummer ist acht sieben sechs fünf vier drei zwei eins
morgen um zehn oder um elf
die letzten vier Ziffern der Karte sind zwei zwei fünf neun
seit sieben Tagen warte ich auf die Erstattung
ja, meine Kartennummer ist {card~listed}
{{vier fünf fünf sechs, sieben drei sieben fünf, acht sechs acht neun, neun acht fünf fünf}}, das ist die Karte
Agent: Und der Sicherheitscode?\\nKunde: {{drei sieben vier}}
gültig bis {{Oktober achtundzwanzig}}, Kartennummer {card~groups}
meine IBAN {{DE02 1203 0000 0000 2020 51}}
Kontonummer {account~listed}
Steuer-ID {{47036892816}}
SMS-Code {{sieben sieben zwei null neun eins}}
meine PIN ist die {{null vier zwei zwei}}
das Passwort: {{Katze_1234}}
die Rechnung vier vier eins eins ist von vor drei Tagen
ich habe zwanzigtausend Euro bezahlt
meine Nummer ist null eins sieben eins, neun neun acht acht sieben sieben
die Karte endet auf neun neun zwei acht
Postleitzahl eins null eins eins sieben
es sollte nur einmal abgebucht werden, waren aber zwei
gegen acht oder neun
die Kartennummer ist {card~words} und der CVV {cvv~words}
Berater: Kartennummer?\\nKunde: {card~pairs}
{card~groups}, das ist meine Kartennummer
gültig bis {expiry}, CVV {cvv~run}, Karte {card~run}
mein Konto {ibanGroups}
Steuer-ID {steuer~words}
Berater: Und der Code aus der SMS?\\nKunde: {otp~words}
der PIN ist {pin~words}
das Passwort ist {password}
die Bestellung <orderDigits~words> ist nicht da
meine Nummer ist <phoneDigits~words>
die Rechnung <invoice> über <amount>
zwei Abbuchungen statt einer
rufen Sie in fünf Minuten an
achthundert Euro
die Karte endet auf <lastFour~words>
Agent: Kartennummer?\\nKunde: {{vier drei acht acht, fünf sieben sechs null, eins acht eins eins, sechs sieben acht drei}}
Karte {{dreiundvierzig achtundachtzig siebenundfünfzig sechzig achtzehn elf siebenundsechzig dreiundachtzig}}
Prüfnummer {{sechs neunzehn}}
gültig bis {{März neunundzwanzig}}, Karte {{4388 5760 1811 6783}}
IBAN {{DE89 3704 0044 0532 0130 00}}
Konto {{neun drei vier acht sieben sieben zwei null eins}}
TAN {{vier vier neun zwei eins null}}
Passwort {{Sonne_42}}
PIN {{vier vier neun zwei}}
vor zwei Tagen habe ich angerufen
eine Rechnung und zwei Belege
Bestellung vier drei acht acht fünf
fünfhundert Euro
um vier oder um fünf
Telefon vier drei acht acht fünf sieben sechs null eins
die mit den Endziffern sechs sieben acht drei
zweitausendsechsundzwanzig
`,
	french: `
Agent: Votre numéro de carte, s'il vous plaît.\\nClient: alors, {card~words}
c'est le {{quarante-cinq trente-neuf, cinquante-sept quatre-vingt-sept, soixante-trois soixante-deux, quatorze quatre-vingt-six}}, ma carte
le cryptogramme c'est {{sept cent quatre-vingt-deux}}
mon IBAN c'est {{FR14 2004 1010 0505 0001 3M02 606}}
le code au dos {{sept, huit, deux}}
mon numéro de sécurité sociale est le {{1 85 05 78 006 084 91}}
le mot de passe est {{soleil2024}}
le code reçu par SMS {{quarante-quatre dix-neuf zéro deux}}
mon RIB, compte {{zéro cinq zéro zéro zéro un trois huit neuf un}}
mon numéro de commande est sept huit deux cinq un neuf
rappelez-moi au zéro six, douze, trente-quatre, cinquante-six, soixante-dix-huit
mille deux cent quarante-neuf euros quatre-vingt-dix
une facture et deux avoirs
le code postal est sept cinq zéro un un
on se voit à neuf heures trente le onze novembre
Client: le numéro est {{cinq deux cinq cinq, un deux trois quatre, cinq six sept huit, neuf zéro un six}}
ma carte c'est {{quarante-deux quarante-deux, quarante-deux quarante-deux, quarante-deux quarante-deux, quarante-deux quarante-deux}} et elle expire en {{09/28}}
Agent: les trois chiffres au dos ?\\nClient: {{cinq cinquante et un}}
compte {{FR14 2004 1010 0505 0001 3M02 606}}
mon numéro fiscal {{30 23 217 600 053}}
TVA {{FR40303265045}}
le code SMS est {{trois six neuf deux zéro un}}
code confidentiel {{quatre trois deux un}}
mot de passe : {{Tournesol_88}}
la référence est cinq deux cinq un neuf neuf quatre
quarante-deux euros le deux avril
mon portable c'est le zéro six zéro zéro douze trente-quatre cinquante-six
entre deux et quatre heures, ou après cinq heures et demie
une seule facture, deux prélèvements, trois appels
la carte qui se termine par quarante-deux quarante-deux
Conseiller: Avec quelle carte ?\\nClient: la Visa, {{quatre cinq trois deux, zéro un cinq un, un deux huit trois, zéro trois six six}}
Client: {{quarante-cinq trente-deux}}\\nConseiller: oui\\nClient: {{zéro un cinquante et un}}\\nConseiller: oui\\nClient: {{douze quatre-vingt-trois}}\\nConseiller: très bien\\nClient: {{zéro trois soixante-six}}
le CVV c'est {{neuf cent quatorze}}
elle expire en {{août vingt-huit}}, le numéro {card~groups}
virement sur {{FR14 2004 1010 0505 0001 3M02 606}}
l'IBAN c'est {{F R quatorze, vingt zéro quatre, dix dix, zéro cinq zéro cinq, zéro zéro zéro un, trois M zéro deux, six zéro six}}
numéro de sécu {{2 85 05 78 006 084 36}}
SIRET {{732 829 320 00074}}
le code reçu, {{six zéro deux un un quatre}}
mon mot de passe c'est {{Lune2024}}
code PIN {{soixante-dix-sept zéro quatre}}
j'ai payé deux mille quarante euros le trois mars
ça fait quatre jours que j'appelle et une heure que j'attends
le numéro de dossier est trois neuf cinq deux un
mon téléphone zéro six douze treize quatorze quinze
onze heures ou midi et quart
numéro client sept sept un deux neuf zéro quatre
deux personnes, trois nuits, une chambre
j'ai oublié mon mot de passe
la facture dix quatre cent quarante-deux
Conseiller: Le numéro de carte ?\\nClient: {card:1~words}\\nConseiller: oui\\nClient: {card:2~words}\\nConseiller: oui\\nClient: {card:3~words}\\nConseiller: oui\\nClient: {card:4~words}
mon numéro de carte est {card~pairs}
la carte {card~words}, expire {expiry}
carte bleue {card~hesitant}
cryptogramme {cvv~words}
les trois chiffres {cvv~listed}
numéro de compte {account~words}
IBAN {ibanGroups}
code de vérification {otp~words}
code secret {pin~words}
le mot de passe est {password}
phrase de récupération {phrase}
numéro de commande <orderDigits~words>
mon téléphone est le <phoneDigits~words>
rappelez-moi au <phoneDigits~pairs>
la carte se termine par <lastFour~words>
deux mille trois cents euros
la facture <invoice> de <amount>
trois jours et deux nuits
code postal <zip~words>
le deux mai à onze heures
un et un font deux
Agent: Pouvez-vous me donner le numéro de la carte ?\\nClient: Oui, un instant. {card~words}
ma carte Visa {{quatre cinq zéro six, deux deux un un, neuf huit sept six, un deux trois quatre}}
numéro de carte {card~pairs}, expire {expiry}
le code de sécurité est {{deux zéro neuf}}
CVV ?\\nClient: {{deux, zéro, neuf}}
mon IBAN est {ibanGroups}
numéro de compte {account~words}
mon numéro de sécurité sociale c'est {{un quatre-vingt-cinq zéro cinq soixante-dix-huit zéro zéro six quatre-vingt-quatre}}
le code que j'ai reçu c'est {{cinq neuf deux un sept sept}}
mon code secret est {{un deux quatre cinq}}
le mot de passe est {{Paris_2023}}
une minute s'il vous plaît
il me faut une copie d'une facture
j'ai payé trois mille cinq cents euros
le numéro de commande est neuf neuf quatre deux zéro un
mon numéro de téléphone est huit sept six cinq quatre trois deux un
demain à dix heures ou onze heures
les quatre derniers chiffres de la carte sont deux deux cinq neuf
ça fait sept jours que j'attends le remboursement
oui, mon numéro de carte est {card~listed}
{{quatre cinq cinq six, sept trois sept cinq, huit six huit neuf, neuf huit cinq cinq}}, c'est la carte
Agent: Et le code de sécurité ?\\nClient: {{trois sept quatre}}
valable jusqu'en {{octobre vingt-huit}}, numéro de carte {card~groups}
mon IBAN {{FR76 3000 6000 0112 3456 7890 189}}
numéro de compte {account~listed}
numéro de sécu {{1 84 12 76 451 089 46}}
code SMS {{sept sept deux zéro neuf un}}
mon PIN c'est {{zéro quatre deux deux}}
le mot de passe : {{Chat_1234}}
la facture quatre quatre un un date d'il y a trois jours
j'ai payé vingt mille euros
mon numéro c'est le zéro six, quatre-vingt-dix-neuf, quatre-vingt-huit, soixante-dix-sept, soixante-six
la carte finit par neuf neuf deux huit
code postal sept cinq zéro dix-sept
ça devait être débité une fois et c'est deux
vers huit ou neuf heures
le numéro de carte est {card~words} et le CVV {cvv~words}
Conseiller: Numéro de carte ?\\nClient: {card~pairs}
{card~groups}, c'est mon numéro de carte
expire {expiry}, cvv {cvv~run}, carte {card~run}
mon compte {ibanGroups}
Conseiller: Et le code reçu ?\\nClient: {otp~words}
le code PIN est {pin~words}
le mot de passe est {password}
la commande <orderDigits~words> n'est pas arrivée
mon numéro est <phoneDigits~words>
la facture <invoice> de <amount>
deux prélèvements au lieu d'un
rappelez-moi dans cinq minutes
huit cents euros
la carte qui finit par <lastFour~words>
Agent: Numéro de carte ?\\nClient: {{quatre trois huit huit, cinq sept six zéro, un huit un un, six sept huit trois}}
la carte {{quarante-trois quatre-vingt-huit, cinquante-sept soixante, dix-huit onze, soixante-sept quatre-vingt-trois}}
cryptogramme {{six dix-neuf}}
expire en {{mars vingt-neuf}}, carte {{4388 5760 1811 6783}}
IBAN {{FR14 2004 1010 0505 0001 3M02 606}}
compte {{neuf trois quatre huit sept sept deux zéro un}}
code {{quatre quatre neuf deux un zéro}}
mot de passe {{Soleil_42}}
code secret {{quatre quatre neuf deux}}
j'ai appelé il y a deux jours
une facture et deux reçus
commande quatre trois huit huit cinq
cinq cents euros
à quatre heures ou à cinq heures
téléphone quatre trois huit huit cinq sept six zéro un
celle qui se termine par six sept huit trois
deux mille vingt-six
`,
};
