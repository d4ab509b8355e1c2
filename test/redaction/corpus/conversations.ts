import type { Tongue } from './speech';

/**
 * Conversations written by hand. `{{…}}` must go, `<<…>>` must stay; in one without marks all of it
 * must stay.
 */
export const CONVERSATIONS: ReadonlyArray<{ tongue: Tongue; text: string }> = [
	{
		tongue: 'english',
		text: `Agent: Thanks for calling billing, how can I help?
Caller: Hi, I was charged <<$49.00>> twice on <<May 3rd>> for invoice <<INV-20931>>.
Agent: I see it. Which card did you use?
Caller: The one ending in <<4417>>.
Agent: Got it. I will refund <<$49.00>> to the card ending in <<4417>> within <<five business days>>.`,
	},
	{
		tongue: 'english',
		text: `Agent: I can take the payment now. What's the card number?
Caller: Okay, um, {{four five three nine}}
Agent: {{four five three nine}}
Caller: {{one four eight eight}}
Agent: mm-hm
Caller: {{oh three four three}}, wait no, sorry, {{oh three four three}}, yes
Agent: Okay
Caller: and {{six four six seven}}
Agent: And the expiration?
Caller: {{oh nine twenty eight}}
Agent: And the three digits on the back?
Caller: {{seven one four}}
Agent: Thank you, that's <<one hundred twenty dollars>> charged to the card ending in <<6467>>.`,
	},
	{
		tongue: 'english',
		text: `Caller: no it's {{4539 1488 0343 6467}}, not {{4539 1488 0343 6476}}
Agent: So {{4539 1488 0343 6467}}?
Caller: Yes. And it expires {{09/28}}, security code {{714}}.`,
	},
	{
		tongue: 'english',
		text: `Agent: Can I get the last four of your social?
Caller: {{6 7 8 9}}
Agent: And your callback number?
Caller: <<212 555 0188>>`,
	},
	{
		tongue: 'english',
		text: `Caller: I'd like the payout in bitcoin, <<0.015 BTC>>, to <<bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq>>.
Agent: To confirm, that address starts with <<bc1q>> and ends with <<5mdq>>?
Caller: Yes. My ticket is <<88213>>.`,
	},
	{
		tongue: 'hinglish',
		text: `Agent: Namaste, main aapki kya madad kar sakti hoon?
Caller: Mera <<do hazaar rupaye>> ka payment <<do din pehle>> kat gaya, lekin order confirm nahi hua.
Agent: Order number bata dijiye.
Caller: <<saat aath nau do teen char>>
Agent: Dhanyavaad. Aapka refund <<teen se paanch din>> mein aa jayega.`,
	},
	{
		tongue: 'hinglish',
		text: `Agent: Card number bataiye please.
Caller: {{paanch do chhe saat}}
Agent: ji
Caller: {{teen ek aath nau}}
Agent: haan ji
Caller: {{double saat, ek, chhe}}
Agent: aur
Caller: {{nau shunya char do}}
Agent: CVV?
Caller: {{aath char ek}}`,
	},
	{
		tongue: 'spanish',
		text: `Agente: ¿En qué puedo ayudarle?
Cliente: Me cobraron <<ochenta y cinco euros>> dos veces por la factura <<F-2026-118>>.
Agente: ¿Con qué tarjeta pagó?
Cliente: Con la que termina en <<uno dos cero nueve>>.`,
	},
	{
		tongue: 'english',
		text: `Rep: Before I open the invoice, could you verify the account on file?
Customer: Sure, do you want the business checking? It's {{zero zero four, one nine two, eight eight seven six}}.
Rep: And the routing number for that bank account?
Customer: Hang on, I've got to find a cheque. Okay, {{one two one, oh four two, eight eight two}}.
Rep: Perfect. The invoice is for <<eleven hundred dollars>>, due <<June thirtieth>>.
Customer: And the purchase order is <<7730014>>.`,
	},
	{
		tongue: 'english',
		text: `Assistant: I'm sending a payment link so that you never have to read a card out loud.
User: It's fine, it's {{5425 2334 3010 9903}}.
Assistant: I can't take card numbers on this line. The link is https://pay.example.com/l/<<83kd02>>.
User: Oh. Okay. The amount was <<three hundred and ten dollars>>, right?
Assistant: Yes, for order <<55120934>>.`,
	},
	{
		tongue: 'english',
		text: `Caller: The code you texted is {{nine oh four, four one two}}.
Agent: {{Nine oh four, four one two}}, thank you. Which invoice is it about?
Caller: Number <<104-22>>, for <<twenty-two fifty>>, from <<the fourteenth>>.`,
	},
	{
		tongue: 'english',
		text: `Agent: What is the number on the front?
Caller: {{Three seven eight two, eight two two four six three, one oh oh oh five}}.
Agent: And the four digits on the front, above that number?
Caller: {{One two three four}}.
Agent: And the billing zip?
Caller: <<Nine four one oh seven>>.`,
	},
	{
		tongue: 'english',
		text: `Caller: We're a family of five, two adults and three kids, and we were booked for the seventh through the eleventh.
Agent: I see four nights at one hundred and thirty nine dollars, confirmation 48211907.
Caller: Right, but we were charged six hundred and ninety five instead of five fifty six.
Agent: I'll send that to finance; someone calls you within two business days at 646 555 0147.`,
	},
	{
		tongue: 'english',
		text: `Agent: May I have your date of birth and the last four of your Social Security number?
Caller: <<April second nineteen eighty one>>, and {{four four one nine}}.
Agent: Thanks. Your last payment of <<$86.20>> was on <<04/02/2026>>.`,
	},
	{
		tongue: 'hinglish',
		text: `Agent: Refund ke liye bank ki details chahiye hongi.
Customer: Theek hai, account number note kijiye, {{paanch shunya ek shunya, shunya do teen, char paanch chhe}}.
Agent: Aur IFSC?
Customer: {{HDFC0000123}}.
Agent: <<Paanch sau rupaye>> <<saat din>> mein aa jayenge, complaint number <<99120>>.`,
	},
	{
		tongue: 'hindi',
		text: `Agent: नमस्ते, भुगतान के लिए कार्ड नंबर बताइए।
Customer: {{चार पांच तीन नौ, एक चार आठ आठ, शून्य तीन चार तीन, छह चार छह सात}}
Agent: धन्यवाद, कुल राशि <<एक हज़ार दो सौ रुपये>> है।`,
	},
	{
		tongue: 'german',
		text: `Agent: Zu welcher Rechnung rufen Sie an?
Kundin: Rechnung <<2026-0417>>, über <<dreihundertzwölf Euro>>, fällig am <<15.06.2026>>.
Agent: Und wohin dürfen wir erstatten?
Kundin: Auf mein Konto, IBAN {{DE89 3704 0044 0532 0130 00}}.
Agent: Danke, das dauert <<drei bis fünf Werktage>>.`,
	},
	{
		tongue: 'french',
		text: `Agent: Bonjour, c'est à quel sujet ?
Client: La facture <<FA-7781>> de <<quatre cent vingt euros>>, prélevée deux fois le <<12 mai>>.
Agent: Sur quelle carte ?
Client: Celle qui se termine par <<zéro neuf quarante-deux>>.
Agent: Très bien, remboursement sous <<dix jours>>.`,
	},
	{
		tongue: 'spanish',
		text: `Agente: ¿Me confirma el número de cuenta para el reembolso?
Cliente: Sí, es {{cero cero cuatro nueve, uno cinco, dos tres, siete ocho nueve cero}}.
Agente: Gracias. Son <<ciento veinte euros>> por el pedido <<ES-40192>>.`,
	},
	{
		tongue: 'english',
		text: `AI: Your plan renews on <<June 1st>> for <<$240>>. Would you like to update the payment method?
Caller: Yeah, new card. {{Four oh one two, eight eight eight eight, eight eight eight eight, one eight eight one}}.
AI: For your safety please use the link I sent to <<pat@example.com>>.
Caller: Fine. The expiry's {{ten thirty}} by the way.
AI: I have noted that the card ending in <<1881>> is on its way.`,
	},
	{
		tongue: 'english',
		text: `Agent: Can you verify your identity with the last four of your Social?
Caller: {{Oh one eight two}}.
Agent: And the amount of your last payment?
Caller: <<Sixty four fifty>>.
Agent: And which invoice was it?
Caller: <<Nine nine oh one>>.`,
	},
	{
		tongue: 'english',
		text: `Caller: I want the refund in my bank, not on the card.
Agent: Sure, what's the routing number?
Caller: {{oh one one oh, no, oh one one four, oh one five three three}}
Agent: And the account?
Caller: account number {{six six oh one, two double eight}}
Agent: Great, <<eighty two dollars>> in <<three to five days>>, reference <<RF-20418>>.`,
	},
	{
		tongue: 'english',
		text: `Agent: We have seventeen open tickets, three of them urgent, and two engineers.
Caller: Mine is 40417, opened at 9:12 on the second of October, about build 7.3.0.
Agent: I see it. It affects 1200 customers in 14 countries; the fix is in release 7.3.1.
Caller: Please call +44 20 7946 0999 when it ships.`,
	},
	{
		tongue: 'hinglish',
		text: `Agent: Sir payment kaise karenge?
Caller: Card se. Number hai {{chaar paanch teen do, saat ek paanch teen, teen saat nau shunya, ek do chaar ek}}.
Agent: Sir card number mat bataiye, main link bhej rahi hoon <<nau aath do saat ek shunya teen chaar paanch chhe>> pe.
Caller: Theek hai, <<teen hazaar do sau>> ka bill tha na?`,
	},
	{
		tongue: 'german',
		text: `Berater: Wie möchten Sie zahlen?
Kunde: Mit Kreditkarte, {{vier fünf drei zwo, sieben eins fünf drei, drei sieben neun null, eins zwo vier eins}}.
Berater: Der Betrag ist <<zweihundertvierzig Euro>>, Rechnung <<R-5521>>.`,
	},
	{
		tongue: 'spanish',
		text: `Agente: ¿Con qué paga?
Cliente: Con tarjeta: {{cuatro cinco tres dos, siete uno cinco tres, tres siete nueve cero, uno dos cuatro uno}}.
Agente: Son <<doscientos cuarenta euros>>, pedido <<7781-A>>, llega en <<tres días>>.`,
	},
	{
		tongue: 'english',
		text: `Agent: I'm showing a past due balance of <<two hundred eighteen dollars and forty cents>>.
Caller: Right, let me pay it. My husband's card okay?
Agent: Of course. Whenever you're ready.
Caller: It's a Discover. {{Six oh one one}}, {{one one one one}}, {{one one one one}}, {{one one one seven}}.
Agent: And when does it expire?
Caller: {{Zero four, twenty nine}}.
Agent: Lastly the code?
Caller: {{Nine one six}}.
Agent: All set, confirmation <<7 7 4 0 1 2>>.`,
	},
	{
		tongue: 'english',
		text: `Caller: You guys double charged me, <<64.99>> and then <<64.99>> again, both on the <<seventeenth>>.
Agent: I'm sorry about that. Is that order <<30-88127>>?
Caller: Yes. The bank says it's pending, reference <<0049128834>>.
Agent: It will drop off within <<seven to ten business days>>. Can we reach you at <<617 555 0109>>?
Caller: Sure, or <<lee.w@example.com>>.`,
	},
	{
		tongue: 'english',
		text: `Agent: For the W-9 I need either an EIN or a social.
Caller: We have an EIN. {{Eight one}}, dash, {{two nine four four zero one six}}.
Agent: Thanks. And your remittance bank?
Caller: First Harbor. Routing {{zero one one four zero one five three three}}. Account ends in <<8830>> but the full one is {{five five two one nine eight eight three zero}}.`,
	},
	{
		tongue: 'english',
		text: `Agent: To reset it, what's the old password?
Caller: I think it was {{Maple!77}} or {{Maple!78}}.
Agent: Got it. I'll also send a code.
Caller: Okay it says {{two two seven, nine one four}}.
Agent: You're in. Your next bill is <<$31>> on <<August 4>>.`,
	},
	{
		tongue: 'hinglish',
		text: `Customer: Mera recharge fail ho gaya, <<paanch sau ninyanve>> kate, transaction ID <<T2405>>.
Agent: Kis account se?
Customer: Kotak wala, account number {{ek aath saat nau, shunya do do, char char ek}}.
Agent: Ok, refund <<do se teen din>> mein.`,
	},
	{
		tongue: 'french',
		text: `Conseiller: Votre numéro de compte pour le remboursement ?
Cliente: Alors, {{zéro zéro trois deux, quatre-vingt-un, dix-sept, soixante-douze}}.
Conseiller: Le montant est de <<quatre-vingt-un euros>>, sous <<dix-sept jours>>.`,
	},
];
