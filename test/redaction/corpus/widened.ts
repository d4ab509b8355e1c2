import type { Tongue } from './speech';

/**
 * Other words for what is asked for and announced, for what stays, and for what is said in between:
 * one piece a line, in the form of `batches.ts`. Written role by role when the tables were widened.
 */
export const WIDENED: Readonly<Record<Tongue, string>> = {
	english: `
Agent: Can I grab the card?\\nCaller: {card~words}\\nAgent: And the date on the front?\\nCaller: {{oh four twenty-nine}}
card {card~groups}, good till {{08/29}}, and the little numbers on the back are {cvv~words}
it's an Amex, {{3785 350552 46358}}, the four little numbers on the front are {cvv4~words}
Agent: And the four on the front?\\nCustomer: {cvv4~words}
the three wee numbers by the signature are {cvv~words}
the tiny number on the back says {cvv~words}
Agent: What are the last three on the strip?\\nCaller: {cvv~words}
Agent: Flip the card over for me, what's the three-digit number you see?\\nCaller: {cvv~words}
the verification digits are {cvv~words}, I think
Agent: And the CVV2?\\nCaller: hang on, {cvv~words}
Agent: Read me the sixteen numbers across the middle, please.\\nCaller: {card~words}
Agent: What number's on the card you want to use?\\nCaller: it's {card~pairs}
use this one, the numbers are {card~listed}, it's valid thru {expiry}
when does it run out? it says {{November 2028}}, card {card~run}
the numbers on the bottom of the check are {{two three nine one six oh three eight four}} and then {account~words}
the little numbers at the bottom left of my cheque are {{203145}}, and next to that {{38871204}}
Agent: Which account do you want the payout in?\\nCaller: sort is {sort}, account {{38 87 12 04}}
my routing and account are {routing~run} and {account~run}
the ABA is {routing~words} and checking is {account~words}
Agent: What's the transit and institution?\\nCaller: {{two seven one four one}} and {{zero zero four}}, account {account~words}
Agent: Can I have the branch sort?\\nCaller: {{oh nine, oh one, twenty-seven}}
the account it should go into is {account~words}
pay it into {account~words}, sort code {sort}
Agent: Your socials?\\nCaller: {ssn~words}
my soc is {ssn~words}
Agent: Your S-S-N?\\nCaller: {ssn~listed}
my social's {ssn~words}
his social security was {ssnDashes}
Agent: The last four of the social?\\nCaller: {{nine one seven seven}}
Agent: And the last four digits of your Social Security?\\nCaller: {{nine one seven seven}}
Agent: Taxpayer ID for the W-9?\\nCaller: {einDigits~words}
my T I N is {einDigits~words}
the company's employer identification is {ein}
Agent: What's the federal tax number?\\nCaller: {einDigits~run}
our company VAT is {{GB 352 2724 71}}
my tax reference from HMRC is {{20789 07709}}
my unique tax reference, {{7568208827}}
Agent: National insurance?\\nCaller: {{J K, fifty-two, eleven, oh nine, B}}
my N.I. is {nino}
Agent: Your tax file number?\\nCaller: {{336 671 276}}
the ABN's {{18 374 071 881}}
my social insurance is {{526 051 552}}
Agent: What's your S-I-N?\\nCaller: {{five oh nine, three three oh, nine nine nine}}
Agent: The number on your passport?\\nCaller: {{five six one two eight three three oh four}}
passport's {{561283304}}, it's a British one
my driver's licence is {{M4021 18570 61123}}
Agent: Can you read me your license?\\nCaller: it's a Texas license, {{three one four eight two two oh seven}}
Agent: Green card?\\nCaller: alien number is {{A two one seven, three three four, nine oh one}}
Agent: I've just sent a passcode to your phone.\\nCaller: it says {otp~words}
the digits in the text are {otp~words}
Agent: Did the six-digit number arrive?\\nCaller: yes, {otp~words}
my bank's security number for the phone is {otp~words}
the login PIN is {pin~words}
Agent: What PIN do you use at the cash machine?\\nCaller: {pin~words}
my telephone PIN's {pin~words}
the number on the key fob says {otp~words}
the one-time number they sent is {otp~words}
my phone banking code: {{eight oh four four one}}
the check number is <<two oh eight eight>>, and the routing {routing~words}
Agent: account?\\nCaller: {account~words}\\nAgent: and the cheque number, <<000217>>, right?
my account is {account~words} and the ARN for the refund is <<74512208849127755>>
Agent: I have the account {account~words}. The RMA is <<29106>>.
my IBAN is {ibanGroups}, and the claim is <<88127745>>
social is {ssn~words}, ticket <<40028173>>, thanks
my SSN is {ssnDashes} and the docket number is <<2026 1184 55>>
passport {{561283304}}, and my application number is <<GWF 0448 1277 1>>
Agent: What's the meter reading?\\nCaller: <<four eight one one seven two>>
the acquirer reference number is <<74512208849127755>>
the RRN was <<458537507925>>
the RMA number you gave me is <<two nine one oh six>>
my case ref is <<8812 7745>> and the job number is <<551-207>>
it's check <<number four oh two two>> that bounced
the docket number is <<24 1187 5520>>
Agent: the work order?\\nCaller: <<WO 44918273>>
the sender was <<64882>>, that's a short code
the registration number of the van is <<LK19 XRT>>
Agent: your frequent flyer number?\\nCaller: <<one one eight two seven seven oh four three>>
the application ID is <<2026114488>> and the file number <<C-2281>>
loan application <<44128801>> was declined on <<3 March>>
my gift card order is <<1188204>> and it's late
our vendor number with you is <<100482>>
the supplier number is <<five five oh one two>>, for the purchase order <<4500017732>>
Agent: what's the locator?\\nCaller: <<eight eight two seven one four>>
they charged me <<twelve ninety-nine>> and I only need <<nine fifty>> back
it comes to <<fourteen eighty>> all in
the deposit was <<two fifty>> and the rest <<eleven hundred>>
I've waited since <<half past nine>>, it's now <<eleven fifteen>>
there are <<twelve confirmations>> on it so far
three installments of <<four hundred>>
I sold <<0.75 ether>> and <<two thousand USDT>>
the gas is <<forty-two gwei>>, wait for <<six confirmations>>
it weighs <<eleven pounds four>>, two parcels
call the <<eight hundred>> number, it's <<800 555 0188>>
my work number is <<0161 496 0188>>, extension <<4471>>
my hubby's number is <<07700 900 417>>
the pickup is at <<1100 Elm Street>>, unit <<204>>
I need forms <<1099>> and <<1040>>, both years
it's the <<2021 and 2022>> tax years
it's flight <<1182>> on <<the fourth>>, seat <<fourteen C>>
the front desk said room <<two one one four>>
behind us there were <<three hundred people>>
on the back of the receipt it says <<store 4471, register 12>>
the code on the coupon is <<SAVE20>>
Agent: the error on the screen?\\nCaller: <<five zero three>>
Agent: how many digits is it?\\nCaller: <<sixteen>>, no, <<fifteen>>
my zip is <<three oh three one eight>>
the part number is <<four four one seven nine two>>
for the refund, the confirmation I got was <<77120948>>
the serial on the router is <<four four oh nine one two eight seven>>
the policy is <<OG-24-1102-1801>> and it renews on <<the ninth>>
Agent: And the security code?\\nCaller: I'm at the shop right now, {cvv~words}
Agent: Your PIN?\\nCaller: I am at home, {pin~words}
Agent: The one-time code?\\nCaller: the code came to my phone just now, {otp~words}
Agent: Your social?\\nCaller: it took me a minute to find it, {ssn~words}
Agent: Account number?\\nCaller: let me check the letter, {account~words}
Agent: And the CVV?\\nCaller: this is Kate speaking, {cvv~words}
Agent: Your PIN?\\nCaller: my phone died, sorry. {pin~words}
Agent: Sort code?\\nCaller: I only have the one, {sort}
Agent: Passport number?\\nCaller: it's in the drawer, bear with me. {{561283304}}
my account number is {account~words}, and the job number is <<5512077>>
Agent: Your social?\\nCaller: {ssnDashes}\\nAgent: Thanks. The crime reference is <<441280199>>
my passport is {{561283304}} and my prescription number is <<4412801>>
Agent: account number?\\nCaller: {account~run}\\nAgent: And the gift card number is <<4412 8810 22>>
`,
	hinglish: `
Agent: Card pe jo bada number hai woh bataiye.\\nCustomer: {card~words}
Agent: Card ke saamne wale solah ank?\\nCustomer: {card~words}
Agent: Card kab tak valid hai?\\nCustomer: {{zero aath untees}}, card number {card~words}
mera card hai {card~groups}, valid tak {{08/29}}, aur peeche wale {cvv~words}
Agent: Peeche wale teen?\\nCustomer: {cvv~words}
Agent: Card palat ke dekhiye, teen ank ka number.\\nCustomer: {cvv~words}
card ulta karke jo chhota number hai woh {cvv~words}
Agent: Pichhe jo chhota number likha hai?\\nCustomer: {cvv~words}
signature ke paas jo teen number hai, {cvv~words}
mera khata number {account~words} hai
Agent: Khate ka number bataiye\\nCustomer: {account~words}
Agent: A/c number?\\nCustomer: {account~words}
Agent: Paise kis khate mein bheje?\\nCustomer: {account~words}
mere account ka number hai {account~words}, IFSC {ifsc}
passbook pe number hai {account~words}
cheque book pe jo number hai woh {account~words}
Agent: IFSC bata dijiye\\nCustomer: {{H D F C zero zero zero ek do teen chaar}}
mera UPI {upi} hai
Agent: GPay ID?\\nCustomer: {upi}
Agent: PhonePe ka ID kya hai?\\nCustomer: {{ravi dot kumar at ybl}}
Agent: Aadhar ka number boliye\\nCustomer: {aadhaar~words}
mera adhaar hai {aadhaar~words}
Agent: Adhar card pe jo barah ank hai\\nCustomer: {aadhaar~words}
Agent: PAN bataiye\\nCustomer: {pan}
mera pan card ka no {pan} hai
Agent: Company ka GST?\\nCustomer: {gstin}
Agent: GSTIN kya hai?\\nCustomer: {gstin}
Agent: Passport ka number?\\nCustomer: {{M nau do aath teen paanch do nau}}
Agent: Driving licence ka number?\\nCustomer: {{MH14 20110062821}}
voter ID ka number hai {{XGT4418820}}
Agent: OTP aaya hoga, boliye\\nCustomer: {otp~words}
message mein jo number aaya hai woh {otp~words} hai
Agent: Phone pe chhe ank ka code aaya hoga\\nCustomer: {otp~words}
Agent: SMS mein kya aaya?\\nCustomer: code hai {otp~words}
mera ATM PIN {pin~words} hai
Agent: UPI PIN mat bataiye\\nCustomer: arre {pin~words} hai bas
mera mpin {pin~words} tha
Agent: OTP?\\nCustomer: ek second, ruk jaiye, {otp~words}
card number likh lijiye, {{chaar teen zero paanch}}, thoda rukiye chashma laga loon, {{zero ek chaar paanch, ek saat do aath, aath do ek aath}}
account number {account~words}, aur cheque number <<zero zero do ek saat>>
khata {account~words}, RRN <<458537507925>>
aadhaar {aadhaar~words}, ration card number <<3707859509>>
Agent: Passport?\\nCustomer: {{M9283529}}, file number <<BN3195581632>>
GST {gstin}, challan number <<353288>>
account number {account~words}, shikayat number <<44120087>>
mera ration card ka number <<tees saat zero saat aath paanch>> hai
challan number <<teen paanch teen do aath aath>> hai
challan ka number <<353288>> hai
RRN number <<chaar paanch aath paanch teen saat paanch zero>> hai
UTR <<458537507925>> hai, paisa nahi aaya
transaction ka reference <<458537507925>>
docket number hai <<44871203>>
meri complaint ID <<CMP 4488120>> hai
ticket <<KY-89342>> band kar do
PNR <<aath chaar do ek teen teen chhe nau do saat>> hai
bijli ka consumer number <<nau zero ek do chaar chaar saat>>
K number hai <<210044871203>>
meter reading <<chaar aath ek ek saat>>
LPG ka consumer ID <<7500004417>>
gaadi ka number <<MH12 AB 4471>>
sender ID <<AD-HDFCBK>> se aaya
policy number <<do do ek chaar aath aath saat>>
order ki ID <<4411 8820>> hai
mere account se <<barah sau>> kat gaye
kitna katega, <<barah sau ya pandrah sau>>?
Agent: kitna katega?\\nCustomer: <<do hazaar paanch sau>>
kist <<teen hazaar>> ki hai, <<barah kist>> hain
<<saade saat hazaar>> gaye, <<dhai hazaar>> wapas aaye
mujhe sirf <<do sau>> chahiye
paisa <<paanch tareekh>> ko kata tha
peeche <<teen sau log>> khade the
mera mobile <<nau aath saat chhe paanch chaar teen do ek zero>> hai
mera number <<98765 43210>> hai, us par call karna
ghar ka pin code <<chaar ek ek zero chaar paanch>>
pincode <<411045>> hai
flat number <<teen sau do>>, makaan number <<chaudah>>
train number <<barah do saat teen>>
subah <<gyarah baje>> call kiya tha
<<do baar>> paise kate, <<ek baar>> hi order kiya
courier ka AWB <<7781 2200 4471>>
gate pass number <<4471 20>>
agent ka employee code <<eleven eight two zero>>
token number <<ek sau barah>>
loan ka application number <<4412 8801 20>>
Agent: CVV?\\nCustomer: main dukaan pe hoon, {cvv~words}
Agent: OTP?\\nCustomer: thoda time lagega, ek minute. {otp~words}
Agent: PIN?\\nCustomer: maine bol diya na, {pin~words}
Agent: Account number?\\nCustomer: wapas bolta hoon, {account~words}
mera account number {account~words} hai, aur docket number <<24118755>>
Agent: Aadhaar number?\\nCustomer: {aadhaar~words}\\nAgent: Ji. Aur consumer number <<901244714>>
`,
	hindi: `
एजेंट: कार्ड पर जो बड़ा नंबर है वो बताइए।\\nग्राहक: {card~words}
एजेंट: कार्ड के सामने वाले सोलह अंक?\\nग्राहक: {card~words}
एजेंट: कार्ड कब तक वैलिड है?\\nग्राहक: {{शून्य आठ उनतीस}}, कार्ड नंबर {card~words}
एजेंट: एक्सपायरी डेट?\\nग्राहक: {{ज़ीरो एट टू नाइन}}\\nएजेंट: कार्ड नंबर?\\nग्राहक: {card~words}
मास्टर कार्ड का नंबर {card~words}
एजेंट: पीछे वाले तीन?\\nग्राहक: {cvv~words}
एजेंट: कार्ड पलटकर तीन अंक बताइए\\nग्राहक: {{थ्री वन फोर}}
पीछे जो छोटा नंबर है वो {cvv~words}
सीवीवी नम्बर {{सेवन एट टू}} है
एजेंट: सीवीवी?\\nग्राहक: {{टू टू नाइन}}
हस्ताक्षर के पास वाले तीन नंबर {cvv~words}
मेरा खाता क्रमांक {account~words} है
एजेंट: अकाउंट नम्बर?\\nग्राहक: {{फाइव ज़ीरो वन ज़ीरो टू थ्री सेवन एट एट वन}}
एजेंट: पैसे किस खाते में भेजें?\\nग्राहक: {account~words}
पासबुक पर जो नंबर है {account~words}
सेविंग अकाउंट {account~words}
करंट अकाउंट नंबर {account~words}
एजेंट: आईएफएससी कोड?\\nग्राहक: {ifsc}
एजेंट: यूपीआई आईडी?\\nग्राहक: {upi}
एजेंट: आधार नम्बर बताइए\\nग्राहक: {aadhaar~words}
आधार कार्ड पर {aadhaar~words} लिखा है
मेरा पैन है {pan}
एजेंट: पैन कार्ड नम्बर?\\nग्राहक: {pan}
एजेंट: जीएसटी नम्बर?\\nग्राहक: {gstin}
एजेंट: पासपोर्ट का नंबर?\\nग्राहक: {{M नाइन टू एट थ्री फाइव टू नाइन}}
पासपोर्ट संख्या {{M9283529}}
एजेंट: ड्राइविंग लाइसेंस नंबर?\\nग्राहक: {{MH14 20110062821}}
एजेंट: वोटर आईडी?\\nग्राहक: {{XGT4418820}}
एजेंट: ओटीपी आया होगा\\nग्राहक: {otp~words}
मैसेज में जो नंबर आया वो {otp~words}
एजेंट: एसएमएस में छह अंकों का कोड आया होगा\\nग्राहक: {{फोर फोर वन नाइन ज़ीरो टू}}
मेरा एटीएम पिन {pin~words} है
मेरा यूपीआई पिन {pin~words} था
पिन नम्बर {pin~words}
एजेंट: एमपिन?\\nग्राहक: {pin~words}
कार्ड नंबर {{चार तीन शून्य पांच}} ज़रा रुकिए चश्मा लगा लूं {{शून्य एक चार पांच एक सात दो आठ आठ दो एक आठ}}
खाता संख्या {account~words}, रेफरेंस <<138108849>>
खाता संख्या {account~words}, चेक नंबर <<000217>>
आधार {aadhaar~words}, राशन कार्ड नंबर <<3707859509>>
पासपोर्ट नंबर {{M9283529}}, फ़ाइल नंबर <<BN3195581632>>
रेफरेंस <<138108849>> है न
रेफ़रेंस नंबर <<एक तीन आठ एक शून्य>>
टिकट <<तीन चार चार एक>>
टिकट आईडी <<८८२१०४>>
पीएनआर <<आठ चार दो एक तीन तीन छह नौ दो सात>>
चालान नंबर <<353288>>
राशन कार्ड <<3707859509>>
आरआरएन <<458537507925>>
यूटीआर नंबर <<458537507925>>
उपभोक्ता संख्या <<नौ शून्य एक दो चार>>
मीटर नंबर <<चार चार आठ एक नौ>>
पॉलिसी नंबर <<दो दो एक चार आठ आठ सात>>
कंज्यूमर नंबर <<7500004417>>
फ़ाइल संख्या <<44871203>>
डॉकेट नंबर <<44871203>>
कंप्लेंट नंबर <<44120087>>
ऑर्डर आईडी <<44118820>>
एजेंट: कितना कटेगा?\\nग्राहक: <<बारह सौ>>
मेरे खाते से <<पाँच सौ>> कट गए
बारह किस्तें <<तीन हज़ार>> की
<<साढ़े सात हज़ार>> चले गए
मुझे सिर्फ <<दो सौ>> चाहिए
पैसे <<पाँच तारीख>> को कटे
मेरा मोबाइल नम्बर <<नौ आठ सात छह पांच चार तीन दो एक शून्य>>
पिन कोड <<चार एक एक शून्य चार पांच>>
पिनकोड <<४११०४५>>
मकान नंबर <<तीन सौ दो>>
ट्रेन नंबर <<बारह दो सात तीन>>
सुबह <<ग्यारह बजे>> फोन किया था
पीछे <<तीन सौ लोग>> खड़े थे
टोकन नंबर <<एक सौ बारह>>
वाउचर कोड <<44120>>
ट्रैकिंग आईडी <<७७८१२२००४४७१>>
लोन का आवेदन नंबर <<४४१२८८०१>>
कर्मचारी कोड <<एक एक आठ दो>>
सदस्यता संख्या <<आठ आठ एक दो सात>>
एजेंट: सीवीवी?\\nग्राहक: घर पर है, {cvv~words}
एजेंट: ओटीपी?\\nग्राहक: फिर से बोलता हूं, {otp~words}
एजेंट: पिन?\\nग्राहक: बिल में लिखा है, {pin~words}
मेरा खाता नंबर {account~words} है, और डॉकेट नंबर <<24118755>>
एजेंट: आधार नंबर?\\nग्राहक: {aadhaar~words}\\nएजेंट: जी। और पॉलिसी नंबर <<22148877>>
`,
	spanish: `
Agente: ¿Me da la tarjeta?\\nCliente: {card~words}\\nAgente: ¿Y la fecha de delante?\\nCliente: {{cero cuatro veintinueve}}
Agente: Dígame los números de la tarjeta.\\nCliente: {card~words}
Agente: ¿Cuál es el plástico?\\nCliente: {card~groups}
mi tarjeta es {card~groups}, caduca en {{08/29}}
la tarjeta {card~run}, válida hasta {{agosto veintinueve}}, los de atrás son {cvv~words}
Agente: ¿Y los tres numeritos de atrás?\\nCliente: {cvv~words}
Agente: ¿Los tres de atrás?\\nCliente: {cvv~words}
Agente: ¿Los cuatro de delante?\\nCliente: {cvv4~words}
Agente: Dele la vuelta a la tarjeta, ¿qué tres números ve?\\nCliente: {cvv~words}
el cevevé es {cvv~words}
Agente: ¿El CVV, los numeritos del reverso?\\nCliente: {cvv~words}
junto a la firma pone {cvv~words}
Agente: ¿A qué cuenta le hacemos el abono?\\nCliente: {account~words}
Agente: ¿Su número de cuenta?\\nCliente: {account~words}
mi CLABE es {{072260181590830163}}
Agente: ¿La CLABE de dieciocho dígitos?\\nCliente: {{cero uno cuatro uno tres uno ocho seis cero nueve uno tres nueve cero nueve nueve seis seis}}
mi CBU es {{0171679383862336471371}}
el IBAN, {ibanGroups}
Agente: ¿El código cuenta cliente?\\nCliente: {{2100 0418 45 0200051332}}
cuenta {account~words}, banco Santander
la domiciliación va a la cuenta {account~words}
Agente: ¿Su DNI?\\nCliente: {nif}
mi DNI es {{cuarenta y siete, treinta y ocho, setenta y dos, diecisiete, hache}}
Agente: ¿Documento de identidad?\\nCliente: {nif}
Agente: ¿Su NIE?\\nCliente: {{X uno dos tres cuatro cinco seis siete L}}
Agente: ¿El CIF de la empresa?\\nCliente: {{B45908654}}
el CIF es {{B 4590 8654}}
NIF-IVA {{ESB98209323}}
mi CURP es {{GOMC850312HDFRRL09}}
mi RFC es {{GOMC850312AB1}}
mi RUT es {{9615737-1}}
Agente: ¿Su CUIT?\\nCliente: {{30-75873886-4}}
mi cédula de ciudadanía es {{uno cero tres dos, cuatro ocho ocho, siete uno dos}}
Agente: ¿Número de la Seguridad Social?\\nCliente: {{28 3246893363}}
mi número de afiliación a la seguridad social es {{413241030307}}
Agente: ¿Pasaporte?\\nCliente: {{P A D veinticuatro veintiuno dieciocho}}
Agente: ¿Su carné de conducir?\\nCliente: {nif}
licencia de conducir {{A-48812077}}
Agente: ¿El código que le acaba de llegar?\\nCliente: {otp~words}
me ha llegado un SMS con el {otp~words}
Agente: ¿La clave que le mandamos?\\nCliente: {otp~words}
mi clave de la app es {otp~words}
el pin es {pin~words}
Agente: ¿El NIP de su tarjeta?\\nCliente: {pin~words}
la contraseña del cajero es {pin~words}
Agente: ¿La clave de firma?\\nCliente: {otp~words}
las coordenadas de la tarjeta de claves son {otp~words}
Agente: ¿Los últimos cuatro de su seguro social?\\nCliente: {{ocho seis cuatro dos}}
tarjeta {{cuatro tres cero cinco}}, espere que me pongo las gafas, {{cero uno cuatro cinco, uno siete dos ocho, ocho dos uno ocho}}
número de cuenta {account~words}, cheque número <<000217>>
mi cuenta es {account~words} y el expediente <<2026/4418>>
IBAN {ibanGroups}, la incidencia <<44120087>>
el DNI {nif}, mi póliza <<88127745>>
Agente: ¿Localizador?\\nCliente: <<ocho ocho dos siete uno cuatro>>
el expediente <<cuatro cuatro uno dos ocho>>
número de expediente <<2026 4418>>
la referencia es <<ocho ocho uno dos siete siete>>
referencia <<88127745>>
el folio <<4412 8801>>
número de folio <<cuatro cuatro uno dos>>
la póliza <<dos dos uno cuatro ocho ocho siete>>
el albarán <<44871203>>
número de albarán <<4487 1203>>
el radicado <<2026114488>>
número de caso <<4411 8820>>
el ticket <<cuatro cuatro uno ocho>>
mi contrato de luz, <<siete siete uno dos cero nueve>>
el CUPS <<ES0021000004417712AB>>
número de contador <<cuatro cuatro ocho uno nueve>>
lectura del contador <<cuatro ocho uno uno siete dos>>
la guía de envío <<7781 2200 4471>>
número de socio <<uno uno ocho dos siete>>
el vuelo <<IB 2124>>, asiento <<catorce C>>
me cobran <<quince con noventa y nueve>>
me cobraron <<doce cincuenta>> de más
me han cobrado <<mil doscientos>>
solo necesito <<doscientos cincuenta>>
son <<ocho con noventa>> al mes
en <<tres cuotas>> de <<cuatrocientos>>
faltan <<doce confirmaciones>>
compré <<dos mil USDT>> y <<medio bitcoin>>
detrás de mí había <<trescientas personas>>
mi móvil es <<seis uno dos tres cuatro cero ocho nueve cero>>
llámeme al <<612 34 08 90>>
el fijo es <<nueve uno cuatro cuatro uno dos ocho>>
vivo en la calle Mayor <<ciento doce>>, piso <<cuarto>>
código postal <<dos ocho cero uno tres>>
el cupón <<VERANO20>>
número de colegiado <<4412>>
la matrícula es <<4471 KLM>>
desde el <<dos mil diecinueve>> soy cliente
nací el <<dos de mayo de mil novecientos ochenta y tres>>
el modelo <<303>> y el <<390>>
Agente: ¿Cuántos dígitos son?\\nCliente: <<dieciséis>>
vencen en <<dos o tres días>>
Agente: ¿Código de seguridad?\\nCliente: no es tan difícil, {cvv~words}
Agente: ¿Su PIN?\\nCliente: debe ser {pin~words}
Agente: ¿Número de cuenta?\\nCliente: el paquete no llegó, bueno, {account~words}
Agente: ¿El código que le llegó?\\nCliente: estoy en la tienda, {otp~words}
Agente: ¿Su DNI?\\nCliente: llamo desde el trabajo, {nif}
mi número de cuenta es {account~words}, y el siniestro es <<2214887>>
Agente: ¿Su DNI?\\nCliente: {nif}\\nAgente: Gracias. Y la lectura del contador es <<481172>>
`,
	french: `
Agent: Les chiffres devant ?\\nClient: {card~words}
Agent: Les seize numéros de votre carte ?\\nClient: {card~words}
ma carte {card~groups}, valable jusqu'en {{août vingt-neuf}}
carte {card~run}, valable jusqu'au {{08/29}}, et derrière {cvv~words}
Agent: Et derrière ?\\nClient: {cvv~words}\\nAgent: Votre numéro de carte ?\\nClient: {card~words}
Agent: Les trois petits chiffres derrière ?\\nClient: {cvv~words}
Agent: Et les quatre chiffres devant, sur l'American Express ?\\nClient: {cvv4~words}
Agent: Les trois numéros au dos ?\\nClient: {cvv~words}
Agent: Retournez la carte, que lisez-vous ?\\nClient: trois chiffres, {cvv~words}
le petit code derrière c'est {cvv~words}
Agent: Le CVV ?\\nClient: {cvv~words}
Agent: Le cryptogramme au dos ?\\nClient: {cvv~words}
à côté de la signature, {cvv~words}
Agent: Sur quel compte on vous rembourse ?\\nClient: {ibanGroups}
mon RIB c'est {{30004 00712 00012345678 46}}
Agent: Votre RIB ?\\nClient: {ibanGroups}
code banque {{30004}}, code guichet {{00712}}, compte {{00012345678}}, clé {{46}}
Agent: Le numéro de votre compte ?\\nClient: {account~words}
mon compte chèques {account~words}
sur le chèque en bas il y a {account~words}
le livret A numéro {account~words}
Agent: Votre numéro de Sécu ?\\nClient: {{2 88 06 87 102 185 81}}
mon numéro de sécurité sociale, {{2 57 07 42 20 12 10 83}}
Agent: Numéro d'assuré social ?\\nClient: {{deux soixante-six zéro huit trente zéro vingt-quatre huit cent un soixante-quatorze}}
mon NIR {{293122308509331}}
numéro de carte vitale {{259068137833623}}
Agent: Numéro fiscal ?\\nClient: {{zéro un vingt-trois quarante-cinq soixante-sept quatre-vingt-neuf zéro douze}}
mon identifiant fiscal {{30 12 345 678 901}}
Agent: Votre SIRET ?\\nClient: {{413 828 630 76561}}
numéro SIREN {{812 248 292}}
Agent: TVA intra ?\\nClient: {{FR83404833048}}
numéro du passeport {{19FV04417}}
Agent: Pièce d'identité ?\\nClient: {{880692310285}}
ma carte d'identité {{880692310285}}
Agent: Le numéro de la carte nationale d'identité ?\\nClient: {{880692310285}}
permis de conduire numéro {{880692310285}}
titre de séjour {{7503042187}}
Agent: Le code qu'on vient de vous envoyer ?\\nClient: {otp~words}
j'ai reçu un SMS avec {otp~words}
Agent: Le code reçu sur votre téléphone ?\\nClient: {otp~words}
mon code confidentiel {pin~words}
Agent: Code de la carte bancaire ?\\nClient: {pin~words}
le code d'accès à l'espace client est {otp~words}
Agent: Code d'identification ?\\nClient: {otp~words}
code 3D secure {otp~words}
carte {{quatre trois zéro cinq}}, attendez que je mette mes lunettes, {{zéro un quatre cinq, un sept deux huit, huit deux un huit}}
IBAN {ibanGroups}, dossier <<44120087>>
numéro de compte {account~words}, chèque numéro <<000217>>
sécu {{2 88 06 87 102 185 81}}, numéro de sinistre <<88127745>>
mon compte {account~words}, la référence <<138108849>>
le dossier <<quatre quatre un deux huit>>
numéro de dossier <<2026 4418>>
la commande <<huit huit un deux sept sept>>
numéro de sinistre <<8812 7745>>
référence client <<44120087>>
référence <<quatre quatre un deux zéro>>
numéro de contrat <<sept sept un deux zéro neuf>>
numéro de chèque <<zéro zéro zéro deux un sept>>
chèque numéro <<4402217>>
numéro de police <<2214887>>
point de livraison <<14512084471203>>
numéro PDL <<14 512 084 471 203>>
relevé du compteur <<quatre huit un un sept deux>>
numéro de compteur <<44819>>
numéro de lettre recommandée <<1A 204 881 2770 1>>
numéro d'adhérent <<un un huit deux sept>>
numéro d'allocataire <<4412880>>
numéro de bon de commande <<4500017732>>
numéro de devis <<44 12>>
bon numéro <<4412>>
vol <<AF 1182>>, siège <<quatorze C>>
on m'a prélevé <<douze quatre-vingt-dix-neuf>>
prélevé <<quinze euros quatre-vingt-dix>>
ça fait <<mille deux cents>>
j'ai seulement besoin de <<deux cent cinquante>>
en <<trois mensualités>> de <<quatre cents>>
encore <<douze confirmations>>
j'ai envoyé <<deux mille USDT>>
derrière moi il y avait <<trois cents personnes>>
mon portable c'est le <<zéro six douze trente-quatre zéro huit quatre-vingt-dix>>
mon fixe <<01 44 12 88 01>>
j'habite au <<cent douze>> rue de la Paix
code postal <<sept cinq zéro un trois>>
bâtiment <<douze>>, digicode au <<rez-de-chaussée>>
l'immatriculation <<AB 447 KL>>
depuis <<deux mille dix-neuf>> je suis client
né le <<deux mai mille neuf cent quatre-vingt-trois>>
formulaire <<2042>> et <<2044>>
Agent: Combien de chiffres ?\\nClient: <<seize>>
sous <<dix jours>> ouvrés
ticket <<quatre quatre un huit>>
Agent: Le cryptogramme ?\\nClient: je ne vois pas bien, {cvv~words}
Agent: Votre code PIN ?\\nClient: je ne le trouve pas, ah, {pin~words}
Agent: Numéro de compte ?\\nClient: je dois chercher, {account~words}
Agent: Le code reçu par SMS ?\\nClient: je suis à la poste, {otp~words}
Agent: Numéro de sécurité sociale ?\\nClient: je l'ai acheté hier, non, voilà, {{2 88 06 87 102 185 81}}
mon numéro de compte est {account~words}, et le sinistre est <<2214887>>
Agent: Votre compte ?\\nClient: {account~run}\\nAgent: Et le relevé du compteur est <<481172>>
`,
	german: `
Agent: Ihre Karte bitte?\\nKunde: {card~words}\\nAgent: Und das Datum vorne?\\nKunde: {{null vier neunundzwanzig}}
Agent: Die sechzehn Zahlen auf der Karte?\\nKunde: {card~words}
Agent: Was steht auf der Karte?\\nKunde: {card~words}
meine Karte {card~groups}, gilt bis {{08/29}}
Karte {card~run}, gültig bis {{August neunundzwanzig}}, hinten drauf {cvv~words}
Agent: Und die drei kleinen Zahlen hinten?\\nKunde: {cvv~words}
Agent: Die drei hinten?\\nKunde: {cvv~words}
Agent: Und die vier Ziffern vorne auf der Amex?\\nKunde: {cvv4~words}
Agent: Drehen Sie die Karte um, welche drei Ziffern stehen da?\\nKunde: {cvv~words}
Agent: Wie lange ist die Karte gültig?\\nKunde: {{null acht neunundzwanzig}}, Kartennummer {card~words}
neben der Unterschrift steht {cvv~words}
die Prüfzahl ist {cvv~words}
Agent: Die CVV?\\nKunde: {cvv~words}
Agent: Auf welches Konto sollen wir überweisen?\\nKunde: {account~words}
Agent: Kontonummer?\\nKunde: {account~words}
meine Kontonr. ist {account~words}
BLZ {{370 400 44}}, Konto {account~words}
Agent: Die Bankleitzahl?\\nKunde: {{drei sieben null vier null null vier vier}}
die IBAN lautet {ibanGroups}
Agent: Von welchem Konto buchen wir ab?\\nKunde: {ibanGroups}
Depotnummer {account~words}
Agent: Steuer-ID?\\nKunde: {{76 015 483 904}}
meine Steueridentnummer ist {{53826209413}}
Agent: Ihre Steuernummer?\\nKunde: {{181/815/08155}}
meine Sozialversicherungsnummer {{53 240685 K 454}}
Agent: Rentenversicherungsnummer?\\nKunde: {{53090959K209}}
Agent: Ihre SV-Nummer?\\nKunde: {{13 050287 B 204}}
Agent: Die Ausweisnummer?\\nKunde: {{PTZ1JL71P9}}
mein Perso hat {{N6282XCX21}}
Agent: Nummer vom Personalausweis?\\nKunde: {{W7T459HC34}}
Agent: Nummer vom Reisepass?\\nKunde: {{C01X0006H1}}
meine Passnummer {{C01X0006H1}}
Führerschein {{B072RRE2I55}}
Agent: USt-IdNr.?\\nKunde: {{DE136695976}}
Agent: Umsatzsteuer-Identifikationsnummer?\\nKunde: {{DE 136 695 976}}
Agent: AHV-Nummer?\\nKunde: {{756.9217.0769.85}}
Aufenthaltstitel {{Y01X0006H}}
Agent: Die TAN bitte\\nKunde: {otp~words}
Agent: Welche Nummer kam per SMS?\\nKunde: {otp~words}
der Freigabecode ist {otp~words}
Agent: Der Sicherheitscode aus der App?\\nKunde: {otp~words}
Telefon-PIN {pin~words}
meine Geheimzahl ist {pin~words}
Agent: Ihre Banking-PIN?\\nKunde: {{vier vier eins null zwei}}
Agent: Und die Bestätigungsnummer aus der Nachricht?\\nKunde: {otp~words}
Karte {{vier drei null fünf}}, Sekunde, meine Brille, {{null eins vier fünf, eins sieben zwei acht, acht zwei eins acht}}
Agent: Bitte die Pruefnummer\\nKunde: {cvv~words}
die Prüfziffern sind {cvv~words}
Kontonummer {account~words}, Vorgang <<44120087>>
Konto {account~words}, Schecknummer <<000217>>
IBAN {ibanGroups}, Aktenzeichen <<44 C 1182/26>>
Steuer-ID {{76015483904}}, Schadennummer <<88127745>>
Vorgang <<vier vier eins zwei acht>>
Vorgangsnummer <<2026 4418>>
die Bestellung <<acht acht eins zwei sieben sieben>>
Schadensnummer <<8812 7745>>
Kundennr. <<44120087>>
Referenz <<vier vier eins zwei null>>
Vertragsnr. <<sieben sieben eins zwei null neun>>
Schecknummer <<null null null zwei eins sieben>>
Versicherungsscheinnummer <<2214887>>
Zählernummer <<vier vier acht eins neun>>
Zählerstand <<vier acht eins eins sieben zwei>>
Marktlokation <<51238696781>>
Retourennummer <<29106>>
Angebotsnummer <<44 12>>
Mandatsreferenz <<MR 4412 8801>>
Personalnummer <<eins eins acht zwei>>
Mitgliedsnummer <<eins eins acht zwei sieben>>
Lieferschein <<4487 1203>>
Ticket <<vier vier eins acht>>
Verwendungszweck <<4412 8801>>
Einschreiben <<RR 2048 8127 7DE>>
Flug <<LH 1182>>, Sitz <<vierzehn C>>
abgebucht wurden <<zwölf neunundneunzig>>
es wurden <<fünfzehn neunzig>> abgebucht
das macht <<tausendzweihundert>>
ich brauche nur <<zweihundertfünfzig>>
in <<drei Raten>> zu <<vierhundert>>
noch <<zwölf Bestätigungen>>
ich habe <<zweitausend USDT>> geschickt
hinter mir standen <<dreihundert Leute>>
meine Handynr. ist <<null eins sieben zwei drei vier null acht neun null>>
Festnetz <<030 4412 8801>>
ich wohne in der Hauptstraße <<hundertzwölf>>
PLZ <<eins null eins eins fünf>>
das Kennzeichen ist <<B KL 4471>>
seit <<zweitausendneunzehn>> bin ich Kunde
geboren am <<zweiten Mai neunzehnhundertdreiundachtzig>>
Agent: Wie viele Ziffern?\\nKunde: <<sechzehn>>
in <<zehn Tagen>>
auf der Rückseite vom Bon steht Filialnummer <<4471>>
Zimmer <<zwei eins eins vier>>
Agent: Prüfnummer?\\nKunde: die Zahlen sind {cvv~words}
Agent: Ihre PIN?\\nKunde: ich bin am Schreibtisch, {pin~words}
Agent: Kontonummer?\\nKunde: das ist handy, {account~words}
Agent: Die TAN aus der SMS?\\nKunde: ich bin in der Filiale, {otp~words}
Agent: Steuer-ID?\\nKunde: gestern gekauft, ach so, {{76015483904}}
meine Kontonummer ist {account~words}, und die Schadennummer ist <<2214887>>
Agent: Steuer-ID?\\nKunde: {{76015483904}}\\nAgent: Danke. Und die Chargennummer <<4412801>>
`,
};
