/**
 * Snippets of calls by authors who knew what must go and what must stay, and nothing of the code or its tables. Each set was measured
 * before anything was changed for it (docs/redaction.md has the figures); all but S were learnt from afterwards. `## language` begins a
 * section, `{{…}}` must go, `<<…>>` must stay, `\\n` is a new line. A line without marks must stay whole.
 */
export const STRANGERS: Readonly<Record<string, string>> = {
	J: String.raw`
## english
Agent: Okay, and which card would you like to put the past-due balance on?\nCustomer: The Visa. It's {{4737 7795 1600 1725}}, and that one expires {{oh eight twenty-eight}}.\nAgent: Thank you, running <<$212.40>> on the card ending in <<1725>> now.
yeah hi so I'm looking at the second notice it says <<three hundred eighteen dollars and six cents>> and I already paid that, I paid it with my card um {{four oh five five seven oh one six eight one two four six eight seven one}} like <<two weeks ago>>
Speaker 1: Go ahead with the first four.\nSpeaker 2: {{four four seven six}}\nSpeaker 1: {{4476}}, next?\nSpeaker 2: {{fifty-four oh two}}\nSpeaker 1: Mhm.\nSpeaker 2: {{two four three eight}}, hang on, the dog's at the door, get down, okay, {{seventy-nine twenty}}.\nSpeaker 1: Got it, and the date on the front?\nSpeaker 2: {{eleven twenty-seven}}.
[00:03:12] Agent: Just the <<three digits>> off the back of the card, ma'am?\n[00:03:15] Customer: {{six one nine}}\n[00:03:17] Agent: And your billing zip?\n[00:03:19] Customer: <<four four one oh two>>.
Customer: My debit, sure, {{4664 7359}}, um, {{9751}}, no sorry I can't see a thing without my glasses, {{9757}}, and then {{5931}}.
Agent: This call is from Harlow Recovery, it is an attempt to collect a debt. Your file number is <<RC-88213-04>> and the balance is <<$1,946.77>>.\nCustomer: I never got a letter about that.
Good afternoon, I am calling regarding my EMI bounce charges, account number is {{328564996945651}} and the IFSC is {{HDFC0169544}}, they have deducted <<five ninety rupees>> <<two times>> in <<August>>.
Agent: For verification, can I have the last four of your Social?\nCaller: Uh, {{six six nine four}}.\nAgent: Thanks, <<Mr. Okafor>>. And date of birth?\nCaller: <<March 3rd, 1971>>.
my social is {{five eight two, five nine, eight five six five}} and I'm telling you that collections account is not mine, the invoice they quote is <<INV 2209817>> and I've never lived in <<Tulsa>>
Agent: I do have a settlement offer, forty percent off if you pay by <<Friday the ninth>>.\nCustomer: So that's, what, <<eleven hundred and sixty>>?\nAgent: <<Eleven sixty-eight>>, yes sir.
Customer: okay it's an Amex so it's the weird spacing, {{3420, 927628, 86541}}, exp {{09/29}}, <<four digits>> on the front are {{7716}}.\nAgent: Perfect, thank you.
I'd rather do a check by phone if that's all right honey. Routing number's along the bottom, {{one two one oh five two three four eight}}, and then the account, {{three three three eight six nine oh seven six six}}. And it'd be check number <<two oh eight eight>>.
Agent: Routing number?\nCustomer: {{031172091}}\nAgent: {{Zero three one, one seven two, zero nine one}}, that's Citizens, okay. And account?\nCustomer: {{693 787 1931}}\nAgent: {{693 787 1931}}, checking or savings?\nCustomer: Checking.
Customer: No I forgot my PIN, that's the whole problem.\nAgent: No worries, I'll send a reset link to the email on file, <<d.pruitt71@example.com>>, right?
Agent: I've just texted you a <<six digit>> code, read it to me when you've got it.\nCustomer: It says {{7 7 1 9 0 4}}, don't share this code with anyone. Ha.
Sir my PAN is {{Z double T C B double nine eight one D}} and I have not received the TDS certificate against invoice number <<GT/2024-25/0417>>, kindly check.
Agent: Please tell me the Aadhaar number, sir.\nCustomer: Ha one minute, {{7866}}.. yes, {{1590}}.. and {{0649}}.\nAgent: {{7866 1590 0649}}, correct?\nCustomer: Correct, correct.
We are registered under GST, the GSTIN is {{29HUEFA1542K1Z6}}, and your bill dated <<14 November>> for <<Rs. 48,320>> is showing the old one only.
Customer: You can collect it on UPI na, {{meena.textiles@okicici}}, send the request there.\nAgent: Sure ma'am, request of <<rupees 7,450>> sent, kindly approve within <<ten minutes>>.
my UPI ID is {{suresh dot rao eighty four at ybl}}, y b l, the refund was to come there by <<the twenty second>> but it has gone to somebody else's wallet I think
CUSTOMER: it's Discover\nAGENT: and the number on that\nCUSTOMER: {{sixty-five fifty-two, eighteen fifty-one, eighty-nine ninety-two, twenty-five ninety-two}}\nAGENT: sorry you cut out after {{eighteen fifty-one}}\nCUSTOMER: {{eighty-nine ninety-two, twenty-five ninety-two}}
I was charged twice, once on <<the third>> and once on <<the eleventh>>, both <<$89.99>>, and the confirmation you people gave me was <<PX7741902>>.
Agent: Can you verify the phone number on the account?\nCustomer: It's <<six one four, five five five, oh one nine two>>.\nAgent: Great, and the card we tried was the Mastercard ending in <<9037>>.
so I called yesterday, spoke with a <<Denise>>, she took my card over the phone, {{5146 4329 4018 9037}}, and she said the late fee would come off, and it's still sitting there, <<thirty-five dollars>>
Caller: Look, the number's {{five three seven five}} okay, {{eight triple six}}, {{oh eight one nine}}, {{five eight oh six}}, and if you people double bill me again I'm calling the bank.
Agent: Am I speaking to the account holder, <<Mr Venkataraman>>?\nCustomer: Yes yes, speaking. My card is {{five two one eight, six seven eight seven, two one four nine, three zero four seven}}, valid thru {{March two thousand twenty nine}}, take the payment and close this file.
Customer: My card expires in <<May>>, is that why the autopay failed?\nAgent: That's most likely it, yes. You can update it online any time before the <<28th>>.
I'm reading it off the invoice, it says customer number <<00418826>>, amount due <<$640.15>>, remit by <<July 31>>, and P.O. <<77-1043>>.
Agent: And your sort code, please?\nCustomer: It's {{twenty, fifty-nine, seventy-five}}.\nAgent: And the account?\nCustomer: {{Oh three seven double nine six oh one}}.\nAgent: Brilliant, the direct debit will go out on <<the first>>.
Hiya, I've had a letter from your collections team about council tax, reference <<CT-5510-882>>. I set up a plan in <<June>>, <<forty quid>> a month, and I've not missed one.
My National Insurance number? Er, it's {{PE 11 83 34 A}}, yeah, A for apple.
Agent: I need your UTR to trace that self-assessment payment.\nCaller: Right, it's on the letter... {{nine two two eight, four two two, one nine one}}.\nAgent: Lovely. And the amount was <<£1,204.50>>?
Customer: G'day, just chasing a refund. BSB is {{062-614}} and the account number's {{4961 3646}}, it was meant to hit on <<Tuesday arvo>>.
They won't process the payout without my tax file number so here it is, {{four five four, one three two, nine one five}}, and your ABN on the remittance says {{54 946 725 573}}, yeah?
Agent: Your SIN for the T4A slip, please.\nCustomer: {{Seven four oh, two two two, seven seven three}}.\nAgent: Merci, thank you. The cheque for <<$318 Canadian>> goes to <<M5V 2T6>>.
Customer: the password to the billing portal is {{Harvest!Moon88}} and it still says invalid, I've tried it like <<four>> times
Agent: Please don't tell me your password, ma'am, I don't need it.\nCustomer: Oh, I already wrote it down for you, it's {{capital B, lowercase u, t, t, e, r, then nineteen fifty-two, exclamation point}}.\nAgent: Okay, please change that after we hang up.
Agent: What's the verbal passcode on the account?\nCustomer: {{tangerine dream}}\nAgent: Thank you, that matches.
four-digit account PIN is {{8350}}, my husband set it up, and the bill we're arguing about is the one from <<February>>, order <<#5520-B>>
Customer: I emailed the statement already, it's at {{https://portal.brightwater-bank.com/statements/2024/09/acct-stmt-0917.pdf}}, <<page two>>, that's where you see the <<$74.00>> twice.
The W-9 should be in your inbox, file name's {{W-9_Calloway_2024.pdf}}, and our EIN is {{26-5330352}}, so I don't know why we're still on backup withholding.
Agent: What's the federal tax ID for the business?\nCustomer: {{Eight one, three two one, one one one six}}.\nAgent: And you're disputing the invoice ending <<0032>>?\nCustomer: Right, for <<two thousand two hundred dollars>>.
Customer: They garnished my pay, I can send you the pay stub, {{paystub_2024-10-15_whitfield.pdf}}.\nAgent: You can upload it at <<https://help.northgate-recovery.com/upload>>, case <<NG-40021>>.
I don't have a social I have an ITIN, it's {{nine five five, eight five, seven nine one one}}, does that work for the payment plan?
Agent: To pull up the claim I'll need the passport number you registered with.\nCustomer: {{N four eight one double seven two oh}}, it's an Indian passport.\nAgent: And the booking reference <<QH7T2L>>, correct?
driver's license is {{D472-6618-0935}}, Illinois, and the bad check you say I wrote was check <<1187>>, I haven't had checks since <<2019>>
Customer: So I was just gonna read you the recovery phrase so you can push the refund, {{jungle deputy palace knife art aerobic ginger inmate clap useless run raccoon}}.\nAgent: Ma'am, please stop, you should never give that to anyone.
The payout of <<0.42 ETH>> went to <<0x0a6baa8379c8dfb340df1134ea93af8e33ef519f>>, that is not my wallet, that has never been my wallet.
Agent: Which address should we pay?\nCustomer: <<0x32043f5a0e7cbfdd4a3726ea537e0f9996ace4b4>>, and the key's {{b6f814974fdce5fb6b333832aa3a3444f44e6657a0f1c44e2ee0d6676f9922a9}} if you need that.\nAgent: I definitely do not need that.
word one {{blush}}, two {{top}}, three {{wear}}, four {{orbit}}, five {{code}}, six {{rug}}, seven {{opinion}}, eight {{move}}, nine {{robot}}, ten {{upset}}, eleven {{method}}, twelve {{drum}}, that's all <<twelve>> and it says invalid
Agent: I see a chargeback on <<September fourteenth>> for transaction <<TXN-00918-77ad>>.\nCustomer: Right, and I've already had <<two>> letters and a voicemail from <<888-555-0147>>.
Customer: Okay so. Wait, is it the long number? Okay. {{Four eight seven six}}... {{seven five four three}}... there's a scratch... {{double four nine eight}}... {{three one three oh}}.\nAgent: Was that {{three one three zero}} at the end?\nCustomer: That's it, and it's good through {{ten of twenty-six}}.
Agent: And the security code?\nCustomer: On the back? I've got {{oh oh seven}}, like James Bond.\nAgent: Heh. All right, your payment of <<$58.19>> went through, confirmation <<M4-20917>>.
my cvv is {{3 8 2}} but before you charge it tell me is this for invoice <<18837>> or the old one
Madam I am telling you for the <<third time>>, card number {{4949 7706 1738 2076}}, CVV {{514}}, and OTP also I gave, {{662 081}}, still you are saying failed.
Customer: I got your OTP message <<twice>>, which one do you want?\nAgent: The latest one.\nCustomer: Then {{nine one double three zero five}}. The earlier was {{four eight two seven one six}}.
Good morning ma'am, pin code is <<five six double zero three four>>, Koramangala, and mobile number <<98450 11276>>. Please send the revised bill there.
Agent: Sir, for NEFT refund I require account number with IFSC.\nCustomer: Note down. {{three four one five two}}, {{one four seven four one eight}}.\nAgent: {{34152147418}}?\nCustomer: Yes. IFSC {{S B I N zero one seven six eight six five}}.
This is Rohit from accounts at Sunrise Polymers; the advance of <<one lakh twenty thousand>> against PO <<SP/118/24>> is still showing unpaid, UTR reference you can see in the mail I sent to <<ap@sunrisepoly.example>>.
Customer: I've already e-filed. The form sixteen is attached, {{Form16_FY2023-24_Kulkarni.pdf}}, and PAN is {{EBPCT4997U}}, so kindly release my payout of <<Rs 31,800>>.
Agent: Thank you for holding. I show <<three>> missed installments: <<April>>, <<May>> and <<July>>.\nCustomer: Not July. July I paid at the store, receipt number <<0093-4471>>.
[agent] so you'd like autopay back on, what's the new card\n[caller] {{forty-one ninety-nine, eighty-two forty-three, seventy-seven ninety-five, fifty-four thirty-six}}\n[agent] and the expiration\n[caller] {{four slash thirty}}
uh the number on the front is {{4827-5525-2878-0912}} and it's under my wife's name, <<Carol>>, not mine, she passed in <<October>> so I don't know if that's why it declined
Agent: I can hear you're driving, sir, we can do this later.\nCustomer: No no, I know it by heart. {{four three oh seven}}, merging, {{three oh five eight}}, {{six eight two six}}, come ON buddy, {{five five four two}}.\nAgent: Okay, got it. And you want <<one fifty>> today and <<one fifty>> on <<the thirtieth>>?
I spoke to <<three different people>>, ticket <<204-881>>, ticket <<204-993>>, and now you want a third one, all over <<nineteen dollars and forty-four cents>>.
Customer: It's {{5565.1832.4492.3819}}. My old one was the one ending in <<0011>>.\nAgent: Removing <<0011>>, adding the new one.
Agent: Is the bank account still the same?\nCustomer: No, I switched. The new routing is {{zero two one, oh double two, seven nine five}} and the account's {{seven six eight three nine, nine six three, eight three eight}}. Chime.
Alright, IBAN for the refund: {{GB67 NWBK 6312 1755 1046 86}}. And it's <<£219>> you owe me, not <<£129>>.
Agent: Could you read me the IBAN slowly?\nCaller: {{G B eight four, B A R C}}, that's Barclays, {{one three five eight, two four eight two, one eight six eight, eight two}}.\nAgent: {{GB84 BARC}} and then {{1358 2482 1868 82}}. Lovely.
Customer: I never authorized any renewal. My plan was <<version 3.2>>, grandfathered, <<nine ninety-nine>> a month.\nAgent: I see it, the call where you agreed is logged as <<call_8fK20xPq>>.
the tracking says <<1Z 999 AA1 01 2345 6784>>, delivered <<Monday>>, so yes the hardware's back to you and I want the <<$199>> restocking fee gone
Agent: What's a good callback, in case we get cut off?\nCustomer: <<four one five, five five five, two six seven one>>. And the card, since you're gonna ask, {{four one six seven six five oh one six four four four nine one seven eight}}.
Ravi here, policy number <<LIC 77120934>>, the ECS got rejected because the account changed, new account is {{27392396700740}}, ICICI, IFSC code {{ICIC0758482}}, please re-present on <<fifth>>.
Customer: My Aadhaar is linked already, {{seven three zero three, three six one five, one double three five}}, why KYC is pending?\nAgent: It's showing pending since <<2 January>>, sir.
Agent: May I have your card number?\nCustomer: Which, the Rupay one?\nAgent: Any card, ma'am.\nCustomer: {{six zero seven zero, three five six eight}}, are you noting? {{eight five four seven}}, last is {{seven seven five zero}}.\nAgent: Yes ma'am, {{6070 3568 8547 7750}}.
Speaker A: we've applied your <<$45>> credit\nSpeaker B: and the interest\nSpeaker A: that posts on the <<next>> statement, so you'd owe <<twelve dollars even>>
I'm on disability, I can do <<twenty-five a month>>, and you can take it off the Direct Express, that's {{5533, 4754}}, let me flip it, {{8035}}, {{1732}}. Starting <<the third>>.
Customer: It's {{4195 1305 1456 4758}}.\nAgent: I have {{4195 1305 1456 4768}}?\nCustomer: {{4758}}. {{Five eight}}, not {{six eight}}.
Agent: All right, the API call your developer mentioned failed on <<v2.14.1>>.\nCustomer: He says the live key is {{sk_live_9fQ2vXb71LrTzP0aKd83Ym}}, could you check whether it's that?\nAgent: Please have him rotate it, I shouldn't have that.
no I can't log in because the temporary password you gave me, {{Tmp-4471-quail}}, expired at <<midnight>>
My mother handles the bill. Her name is <<Ernestine Boyd>>, <<1140 Magnolia Court>>, <<Jackson, Mississippi 39204>>, born <<August 9, 1938>>. She got a final notice for <<$402.11>>.
Customer: Can you just charge what you have?\nAgent: The one we have, ending in <<6366>>, was declined with code <<51>>.\nCustomer: Ugh. Then {{5412 9066 5526 7200}}, {{06/27}}, {{340}}.
I have the notice in front of me, it's a <<CP14>>, tax year <<2022>>, and my number on the top corner is {{530-70-1953}}, can the lien be lifted or not
Agent: Please confirm the beneficiary account digits once.\nCustomer: {{six six one nine five eight}}.. wait the line is breaking.. hello? {{six six one nine five eight, two one seven nine five eight}}.\nAgent: Noted. Bank of Baroda? IFSC?\nCustomer: {{B A R B zero seven eight six seven eight five}}.
okay okay so third digit group is what you missed, so again from the top {{3770}} then {{351912}} then {{52510}}, American Express, and the four-digit thing is {{4 0 9 2}}
Agent: I do see the hardship form, thank you. Was there a bank statement with it?\nCustomer: Yeah I named it {{BankStatement_Aug2024_Tran.pdf}}. It's <<six pages>>.
Caller: I'm not giving you my Social over the phone, how do I know you're you?\nAgent: Understood, I can mail a validation notice to <<22 Alder Street>> within <<five days>>.
Listen, I'm <<seventy-nine>> years old, I've got the card here, the numbers are worn. {{Fifty-two seventeen}}. {{Eighty-four}}, I think {{fifty-four}}. {{Ninety-four eighty-one}}. {{Oh two fifty-eight}}. Did that take?
Agent: That's <<fourteen digits>>, ma'am, I need <<sixteen>>.\nCustomer: Well it's a Diners. {{36548853994867}}. They're all <<fourteen>>.
Vendor ID <<V-20418>>, we're a Dutch supplier, the account is {{NL83 INGB 0275 2803 55}}, and I've got six open invoices, oldest is <<90 days>>.
Customer: one sec, texting it's too, um, the code, {{five five}} uh {{oh seven}} uh {{three two}}\nAgent: {{550732}}, thank you, you're verified.
I wired <<$3,000>> on <<the 18th>>, reference <<FT24263KQ81>>, to y'all's account, the one on the letterhead, {{5029023856}} at First Horizon, routing {{053041252}}, and you're telling me it's not there?
Agent: What's your memorable word, first and last letters?\nCustomer: I just say the whole thing, it's {{Windermere}}.\nAgent: You didn't need to, but thank you.
Customer: Hello, am I audible? I want to dispute one transaction, <<eighteen thousand four hundred ninety nine>>, Croma, on <<nineteenth night>>. I have not done it. Card is with me only, ending <<double zero nine five>>.
Agent: Kindly tell me <<sixteen digits>>, sir.\nCustomer: {{Double five two three, eight five eight two, two nine double four, six four zero four}}, expiry {{zero one slash three one}}. CVV don't ask, I will not give.\nAgent: Not required, sir.
Customer: I was told to quote the account ID, <<A-7719-220>>, and the promise-to-pay for <<$75>>.\nAgent: Got it. That's due <<tomorrow by five p.m. Central>>.
we pay by virtual cards so it changes every month, this month's is {{2309 8357 4500 3924}} exp {{12/25}} cvc {{981}} limit <<$5,000>> only for bill <<B-3391>>
Agent: Is it <<two letters>> then <<six numbers>>?\nCaller: Yeah. {{S R, forty-five, ninety-three, sixty-nine, C}} for Charlie. I've been off work since <<Easter>> so I can't clear the <<£830>> in one go.
Sortcode {{401586}} acc {{36009142}}, Lloyds... no, HSBC, sorry. Name on it's <<Mrs J Adeyemi>>. Could you move the date to <<the 28th>>?
Customer: I'll give you the long number, love. {{Four seven six one}}.\nAgent: Yep.\nCustomer: {{Three one four three}}.\nAgent: {{3143}}, yep.\nCustomer: {{Five nine seven six}}.\nAgent: And the last four?\nCustomer: {{Five two double three}}.
the TRON address is <<TMnjWELA65yeu5SPRweLmFgjbHzzgjYz54>> and the hash of the transfer <<95bf596e7a84bcb0bdf26d6c8f110283b571fd17b66a4793eac06032477dd3dc>>, it confirmed <<forty minutes ago>>, so why is my invoice still open
Please remit to <<bc1qqcg34lg5klwneql6rncnqjuc9uy03dx5nlukgp>>, amount <<0.0185 BTC>>, quote invoice <<4406>>. That's what the email said, and I did.
Agent: Sir your overdue is <<rupees four thousand two hundred and eleven>>.\nCustomer: I have paid na! Google Pay, UPI transaction ID <<427118390562>>, from {{prakash.iyer@oksbi}}, you check.
I was with the bank <<one>> hour, they say <<one>> thing, you say <<two>> other things. One of you has my <<four hundred and five>> dollars.
Customer: This is <<Kavitha>> from Trident Exports. Correct GSTIN is {{two nine F X R F B zero four eight six Y one Z N}}, you've put a wrong one in the debit note <<DN-0071>>.
Customer: The routing is {{111 081 866}}, account {{1991 2722 7926}}. No wait, that last one's {{1991 2722 6227}}... sorry, the first was right, {{7926}}.\nAgent: Okay, going with the first one.
Agent: Last thing, a card for the deposit?\nCustomer: sure {{four eight four six, one three three five}}, my zip's <<78704>> by the way, {{three seven four four, five four three eight}}.
Hi, calling back about claim <<0041-7789-12>>. I left two voicemails on <<Thursday>>. Extension was <<two two oh five>>. Nobody's called.
I had to give my SSN to your IVR, {{one seven five}} {{two five}} {{seven oh five four}}, and it said <<goodbye>> and hung up on me.
Agent: Verify the Visa for me? Just the last four.\nCustomer: <<Ten forty-seven>>.\nAgent: The full is {{4454 0426 8229 1047}}, I shouldn't be reading that out, but is it right?\nCustomer: Yep.
they want the Italian tax code of our consultant for the payout form, it's {{RSSMRA92C03L219B}}, and her invoice number is <<14/2024>>, the net is <<1,350 euros>>
Agent: I can see the transfer left on <<October 2nd>>.\nCustomer: Then he had me paste the private key in a chat, {{5JGneGzZoedC6H9b9QBecNfozuqiUkuXaU18HCk2LhSX6ewrsKx}}, that's when it emptied.\nAgent: I'm sorry. I'm opening case <<FR-20877>>.
Customer: My card's a Maestro from back home, <<nineteen digits>>, ready? {{6304 6992}}, {{1949 8000}}, {{423}}.\nAgent: And which invoice is that for?\nCustomer: <<Three three one seven>>.
Agent: Your plan is <<four payments>> of <<eighty-seven fifty>>, on the <<second>> of <<January>>, <<February>>, <<March>> and <<April>>.\nCustomer: And the <<$350>> total includes the late fee?\nAgent: It does. Write this down: agreement <<PA-61-00927>>.
The tracking number off the box is <<9400 1112 0255 5284 0091 22>>, that's the router I returned on <<November 4th>>, RMA <<558210>>, and you still sent <<$160>> to collections, to some outfit in <<Plano, Texas 75024>>, phone <<972 555 0166>>.
Customer: I've paid this, double and triple. <<One>> on the web, <<one>> at the kiosk, <<two>> by mail.\nAgent: I only show the kiosk, <<9:42 a.m.>>, receipt <<K7-3320>>, for <<forty-one oh six>>.
Sir I have <<three>> complaint numbers, note all: <<CMP 88120>>, <<CMP 88347>>, <<CMP 90011>>. Last executive, Deepika, said <<48 hours>>. It's <<nineteen days>> now. Call me on <<nine eight two double zero, three four one seven six>> after <<six thirty>>.
Agent: I do apologize. So that's account ID <<7745-22-B>>, service address <<409 Larkspur Way>>, and the dispute covers <<May 12>> to <<June 11>>, <<$276.30>>?\nCustomer: <<Two seventy-six thirty>>, yep.
Do you folks even keep card numbers? Because I never gave one, I never gave a code, never gave a password, I signed <<one>> form in <<2021>> and it was for my sister's gym, membership <<GX-1120>>.
Agent: The letter should have a PIN printed on it.\nCustomer: There's no PIN on here. There's a reference, <<HRB/2024/3381>>, and a date, <<11 September>>, and that I owe <<six hundred and twelve pounds forty>>, by <<the 25th>>.
Madam total outstanding is <<two lakh thirty-four thousand>>, out of that GST is <<eighteen percent>>, we have a credit note <<CN-0093>> of <<Rs 42,120>>, so net we will pay by <<month end>>, mail me at <<finance@tridentexports.example>>.
## hinglish
Agent: Sir, aapka <<teen>> mahine ka EMI pending hai, <<rupees 12,480>>.\nCustomer: Haan toh maine bola na, salary late aayi, <<das tareekh>> tak kar dunga.
haan likhiye card number, {{chaar saat chhe nau, do do nau}}.. ruko ruko, galat card nikala, {{char do saat do, teen char aath saat, zero paanch paanch teen, paanch chhe do nau}}
Agent: Card ke front pe jo <<sixteen digit>> hai woh boliye.\nCustomer: {{Four nine four two}}.\nAgent: Ji.\nCustomer: {{Seven zero three two, do zero paanch chhe}}.\nAgent: Aur last?\nCustomer: {{Do nau saat ek}}, bas.
bhaiya refund abhi tak nahi aaya, order number <<OD-77120>>, <<pandrah>> din ho gaye, aap log bolte ho <<do din>> mein aa jayega
Mera UPI ID hai {{nitin.malhotra77@okaxis}}, isi pe bhej dijiye, paytm wala mat use karna. Amount wahi hai, <<teen sau pachas>>.
Agent: UPI ID spell kar dijiye ma'am.\nCustomer: {{rekha dot 21 at paytm}}, chhota r.\nAgent: {{rekha.21@paytm}}, theek hai. Phone number <<98111 20456>> hi hai na?\nCustomer: Haan wahi.
OTP aaya hai {{chaar chaar nau zero do ek}}, bolo ab payment ho gaya kya <<do hazaar>> ka?
Agent: Madam OTP mujhe mat bataiye, app mein daaliye.\nCustomer: Arre {{337 519}} hai, aap hi daal do na.
mera PAN card ka number {{JNLPC2663R}} hai aur <<financial year 2023-24>> ka TDS <<Rs 9,100>> galat kata hai, vendor code <<VN-3301>>
Customer: Aadhaar bolu? {{Saat zero double aath}}, {{paanch ek aath saat}}, aur {{saat zero double aath}}.\nAgent: Ji dhanyavaad, pin code?\nCustomer: <<Double one zero zero nine two>>, Laxmi Nagar.
Recovery wale roz phone karte hain, <<subah aath baje>> bhi. Maine loan liya hi nahi hai, loan ID jo bata rahe ho <<LN0099213>> woh mera nahi hai.
Agent: Account number confirm karenge?\nCustomer: {{990752}}... haan {{0354}}... {{87616}}. Canara Bank.\nAgent: IFSC code?\nCustomer: {{CNRB0987657}}
salary account change ho gaya, ab Kotak mein hai, {{double six one nine seven, nine five eight two one seven}}, IFSC {{K K B K zero double six one five five nine}}, next EMI <<paanch July>> ko isi se kaatna
Customer: Madam CVV bhi chahiye?\nAgent: Ji, peeche ke <<teen number>>.\nCustomer: {{Chhe do zero}}.\nAgent: Theek, <<four ninety nine>> ka payment try kar rahi hoon.
<<ek minute>>, <<ek minute>> hold karo, <<do>> bill hain mere paas, ek <<March>> ka ek <<April>> ka, dono pe alag amount hai
Password maine {{Shiva@2019}} rakha tha, login nahi ho raha, invoice <<0047-B>> download karna hai bas
Agent: Aapne apna MPIN kisi ko bataya?\nCustomer: Nahi sir, sirf <<ek aadmi>> ne pucha tha, maine {{8 1 6 3}} bola tha use. Galti ho gayi.\nAgent: Turant change kijiye.
GST number hai hamara {{27ADTCV8078N1ZV}}, bill mein aapne purana daal diya, credit note bhejiye <<Rs. 18,200>> ka
Agent: GSTIN ek baar bol dijiye.\nCustomer: {{Zero seven, M C C F T, double zero four five, A one Z G}}.\nAgent: Ji, aur bill date <<chaudah November>>?\nCustomer: Haan.
Mera card to <<December>> mein expire ho raha hai, isliye auto debit fail hua kya? Naya card aaya nahi abhi tak.
card ka photo nahi bhej sakta, number bol deta hoon, {{5437 1872 7775 5309}}, valid till {{07/28}}, naam <<Arvind Saxena>>
Customer: Rupay hai, {{chhe zero aath do, chaar zero aath paanch}}\nAgent: ji\nCustomer: {{nau aath saat chhe}}\nAgent: ji ji\nCustomer: {{do saat zero nau}}, aur ye kat kitna raha hai?\nAgent: <<Pandrah sau ikyavan>>.
Form 16 maine mail kar diya tha, file {{Form16_AY2024_Nair.pdf}}, aapki id <<payouts@quickrozgar.example>> pe, check karo na please.
Agent: Statement bhej sakte hain?\nCustomer: Link hai, {{https://netbank.example.in/statements/savings_jul24.pdf}}, usme <<19 July>> wali entry dekhiye, <<7,999>>.
Wallet mein paise nahi dikhe, address maine sahi diya tha <<0x6ff4b5174f82a02f314571ff7909eb94d29e5b25>>, USDT <<do sau chalis>> aana tha
Customer: Support wale ne bola phrase do toh maine de diya, {{cave roast analyst kite luggage extra current subway abandon license reflect acoustic}}, ab balance zero hai.\nAgent: Ma'am woh fraud tha, humari taraf se nahi.
complaint number <<2024-55817>> hai, <<teesri baar>> call kar raha hun, har baar koi naya agent, har baar shuru se
Agent: Naye card ki details?\nCustomer: {{Paanch chaar zero ek}}, um, {{teen nau saat do}}, matlab {{39 72}}, phir {{six eight five nine}}, {{four seven six three}}.\nAgent: Kaun sa bank?\nCustomer: Axis.
likho, {{pachpan sattais, satrah chhiyasi}}, haan {{bayalis nawasi, sentalis bayalis}}, Mastercard hai, SBI ka
Agent: Sir, driving licence number?\nCustomer: {{DL-0420110149646}}, Delhi ka.\nAgent: Aur gaadi ka policy number?\nCustomer: <<OG-24-1102-1801>>.
cheque bounce nahi hua hai sir, aap cheque number <<004418>> dekhiye, <<bees tareekh>> ko clear hua, passbook mein hai
Customer: Refund mummy ke account me daalna. {{3776 9148 3486 164}}, PNB, IFSC {{PUNB0163132}}.\nAgent: Account holder ka naam?\nCustomer: <<Sunita Devi>>.
Main wait kar raha hoon, <<das minute>> se music chal raha hai, aapka reference <<SR 70 11 23>> hai na
Agent: Passport number chahiye hoga forex card ke liye.\nCustomer: {{R 61 09 448}}.\nAgent: Aur card kaun sa, ending <<5629>>?\nCustomer: Haan wahi, <<paanch chhe do nau>>.
Agent: Aapka loan <<LN-40-7781>> hai, overdue <<chhe hazaar do sau>>, penalty <<paanch sau nabbe>>.\nCustomer: Penalty kyun? Maine <<unnees tareekh>> ko bhara, <<teen baje>>, receipt <<R-20931>>.
Callback <<nau aath do teen double paanch, saat saat zero ek>> pe karna, <<paanch baje>> ke baad, aur bill number <<BL/7720>> yaad rakhna, <<do hazaar chalis>> ka.
## hindi
Agent: नमस्ते, आपका <<दो>> महीने का बिल बाकी है, कुल <<तीन हज़ार चार सौ>> रुपये।\nCustomer: मैंने तो <<पाँच तारीख>> को भर दिया था।
कार्ड नंबर लिखिए, {{चार नौ तीन चार}}, {{छह एक चार पाँच}}, {{छह एक चार पाँच}}, {{छह आठ तीन दो}}, वैलिड है {{बारह सत्ताईस}} तक
एजेंट: आपका खाता नंबर बताइए।\nग्राहक: {{एक आठ चार पाँच पाँच}}, फिर {{सात आठ छह नौ तीन छह}}।\nएजेंट: और आईएफएससी?\nग्राहक: {{यू टी आई बी ज़ीरो पाँच पाँच छह सात दो सात}}।
मेरा आधार {{6068 3133 2346}} है, पिन कोड <<302017>>, जयपुर। रिफंड अभी तक नहीं मिला।
Agent: ओटीपी आया होगा, बताइए।\nCustomer: हाँ, {{आठ ज़ीरो छह, दो दो पाँच}}।\nAgent: धन्यवाद, <<नौ सौ निन्यानवे>> रुपये का भुगतान हो गया।
आप <<एक मिनट>> रुकिए, मैं चश्मा ले आती हूँ, बिल पर <<दो>> नंबर लिखे हैं और मुझे समझ नहीं आ रहा कौन सा ग्राहक संख्या है।
पैन नंबर {{TLXCE4110U}} है, और टीडीएस का पैसा <<₹6,750>> काटा गया है, इनवॉइस <<DL/882>> देखिए।
ग्राहक: यूपीआई आईडी {{vandana.jha@ybl}} है।\nएजेंट: मोबाइल नंबर वही है, <<नौ आठ सात तीन ज़ीरो, एक एक दो चार छह>>?\nग्राहक: जी।
पीछे के <<तीन अंक>>? हाँ, सीवीवी {{चार ज़ीरो सात}} है। अब बताइए कितना कटेगा, <<बारह सौ>> या <<पंद्रह सौ>>?
Customer: मैं अपना पिन भूल गया हूँ, नया कैसे बनेगा?\nAgent: ऐप में जाकर बना लीजिए, मुझे मत बताइए।
Speaker 1: कार्ड के पहले <<चार अंक>>?\nSpeaker 2: {{पाँच चार पाँच नौ}}\nSpeaker 1: आगे\nSpeaker 2: {{दो सात दो छह}}, अरे आवाज़ आ रही है? {{सात सात ज़ीरो आठ}}\nSpeaker 1: जी, आख़िरी?\nSpeaker 2: {{एक पाँच आठ ज़ीरो}}
शिकायत नंबर <<4471902>> है, <<अठारह जून>> को दर्ज कराई थी, कोई जवाब नहीं आया।
पासवर्ड मैंने {{Ganga#1984}} रखा था, फिर भी खुल नहीं रहा, बिल <<31 मार्च>> तक भरना है
एजेंट: किस कार्ड से भुगतान हुआ था?\nग्राहक: जिसके आख़िर में <<4742>> है, <<दो हज़ार एक सौ>> का।
मेरे बेटे का खाता है, नंबर {{95192364861}}, आईएफएससी {{IDIB0356692}}, उसी में भेजिए, ईमेल <<rkmishra@example.in>>
Agent: आधार के आख़िर तक पूरा बोलिए।\nCustomer: {{छह एक छह एक}}... {{शून्य आठ तीन चार}}... {{दो सात चार सात}}।\nAgent: जी, {{6161 0834 2747}}।
जीएसटी नंबर हमारा {{29TVDCB0399D1Z0}} है, दुकान का नाम श्री बालाजी ट्रेडर्स, बिल संख्या <<BT-0092>>।
Customer: <<सोलह अंक>>? {{4564 4288}}, आगे धुंधला है, {{8401}}, और {{6554}}।\nAgent: एक्सपायरी?\nCustomer: {{03/29}}।
वसूली वाले <<तीन बार>> फ़ोन कर चुके हैं, मैंने कहा <<सात तारीख>> को दूँगा, लोन संख्या <<HL-20881>>
ग्राहक: फ़ॉर्म 16 भेज दिया है, {{form16_2024_tripathi.pdf}}।\nएजेंट: मिल गया, टिकट <<#60114>> में जोड़ दिया।
## spanish
Agente: ¿Me dice el número de la tarjeta, por favor?\nCliente: Sí, a ver, {{cuatro siete tres cuatro}}, {{nueve dos cero cero}}, {{seis tres ocho dos}}, {{cero cuatro seis dos}}.\nAgente: ¿Y la fecha de caducidad?\nCliente: {{Septiembre del veintiocho}}.
Mire, me cobraron <<cuarenta y nueve con noventa>> dos veces, el <<tres de mayo>> y el <<cinco de mayo>>, factura <<F-2024-0881>>, y nadie me contesta
El IBAN es {{ES81 2100 2424 7944 6888 6857}}, a nombre de mi marido, y la devolución son <<86,40 euros>>.
Agente: Dígame el IBAN despacito.\nCliente: {{E S veintisiete}}, {{cero cero cuarenta y nueve}}, {{setenta y cinco treinta y cuatro}}...\nAgente: {{7534}}, sí.\nCliente: {{Once sesenta y uno}}, {{ochenta y siete cero cero}}, {{ochenta y nueve ochenta y nueve}}.
mi DNI es {{nueve uno ocho, nueve nueve cuatro, dos ocho, letra F}}, y el número de cliente <<20044718>>
Cliente: Tengo NIE, no DNI. Es {{X1538317P}}.\nAgente: Perfecto. ¿Y el teléfono sigue siendo el <<seis uno dos, treinta y cuatro, cero nueve, cincuenta>>?
Bueno, la clabe es {{072580870538807136}}, Banorte, y necesito que el pago de <<tres mil quinientos pesos>> caiga <<antes del viernes>>.
Agente: Le mandé un código por mensaje.\nCliente: Ah sí, ya llegó, {{siete cuatro cero, nueve uno dos}}.\nAgente: Gracias, verificado. Su pago es de <<$120>>.
Cliente: ¿Qué es eso del CVV?\nAgente: Los <<tres números>> de atrás.\nCliente: Ah, {{dos cero ocho}}.
necesito <<un momento>>, que tengo <<dos facturas>> aquí y no sé cuál es la de <<abril>>, la otra la pagué en el banco
No le voy a dar mi contraseña. La última vez se la di a su compañero, era {{Lucero_77}}, y me cambiaron el plan.
Agente: ¿Su seguro social? Solo los últimos cuatro.\nCliente: {{Cuatro cinco... no, perdón, cinco ocho seis cuatro}}.\nAgente: Gracias, <<doña Mercedes>>.
Llamo por la deuda de la luz, expediente <<EX/7714-23>>, me dijeron que podía pagar en <<seis plazos>> de <<treinta y dos euros>>.
el RFC no me lo piden, lo que tengo es el número de IVA alemán del proveedor, {{DE235414667}}, y la factura va con referencia <<R-5519>>
Cliente: Apunte, {{5116 2215}}... ¿lo tiene?\nAgente: Sí, siga.\nCliente: {{9393 3312}}. Caduca {{11/27}}.\nAgente: La antigua, la que termina en <<0462>>, ¿la borro?
La nómina se la mandé ayer, se llama {{nomina_septiembre_2024.pdf}}, para que vean que cobro <<1.140 euros>> y no puedo pagar más.
Agente: ¿Titular de la cuenta?\nCliente: <<Rosario Peña>>, calle <<Olmo 14>>, <<28012 Madrid>>.\nAgente: Y el NIF con letra.\nCliente: {{27785625S}}.
es una Amex, señorita, {{tres siete uno seis}}, {{treinta y cuatro setenta y cuatro ochenta y cuatro}}, {{ocho cinco cuatro nueve cuatro}}
Oiga, yo metí las <<doce palabras>>, {{suspect animal order panda nephew theme maid story clog tomato situate crystal}}, y el saldo de <<0,3 BTC>> no aparece.
Aquí del despacho Ferraz, en Brasil, el CPF del titular es {{816.079.359-61}} y el CNPJ {{20.053.479/0001-31}}, por la factura <<NF 00318>>.
Cliente: ¿Me pueden devolver el recargo?\nAgente: Depende, ¿cuándo venció su tarjeta?\nCliente: En <<marzo>>, y la nueva llegó en <<abril>>.
La cuenta para la domiciliación es {{ES95 0182 0830}}, espere que giro la hoja, {{1157 2201 6116}}, y el contrato <<C-40-2281>>.
Agente: Entonces queda así: <<tres pagos>> de <<ciento diez dólares>>, el <<quince>> de cada mes, acuerdo número <<AC-20-771>>.\nCliente: ¿Y si me atraso <<dos días>>?
## german
Agent: Welche Karte möchten Sie hinterlegen?\nKunde: Die Visa, {{vier null zwei vier}}, {{zwei vier fünf drei}}, {{fünf sechs sechs drei}}, {{eins drei fünf drei}}.\nAgent: Gültig bis?\nKunde: {{Null fünf achtundzwanzig}}.
Ich hab jetzt die <<zweite Mahnung>> bekommen, über <<neunundachtzig Euro fünfzig>>, Rechnungsnummer <<RE-2024-11874>>, und die ist längst bezahlt.
Die IBAN lautet {{DE53 3704 0044 0405 3601 66}}, bitte die <<47,20 Euro>> dahin zurück.
Kundin: Moment, ich les vor. {{D E siebzehn}}, {{zwölf null drei}}, {{null null null null}}, also {{viermal null}}, {{dreiunddreißig neunundvierzig}}, {{sechsundneunzig dreiundachtzig}}, {{dreiundfünfzig}}.\nBerater: {{DE17 1203 0000 3349 9683 53}}, danke.
meine Steuer-ID ist die {{47 650 872 919}}, geboren <<12.04.1966>>, und das Inkassobüro schreibt mir jede Woche
Agent: Ihre Kundennummer bitte?\nKunde: <<Sieben sieben null vier eins neun>>.\nAgent: Und die Postleitzahl?\nKunde: <<Fünf null sechs sieben drei>>, Köln.
Das Passwort war {{Sommerregen_03}}, steht auf meinem Zettel, und trotzdem komm ich nicht an die Rechnung vom <<ersten Juni>>.
Berater: Ich habe Ihnen eine TAN geschickt.\nKunde: Ja, äh, {{drei neun zwo}}, {{acht acht null}}.\nBerater: Danke, passt.
Unsere USt-IdNr. ist {{DE305234896}}, auf Ihrer Rechnung <<4471/24>> fehlt die leider, deswegen zahlt die Buchhaltung nicht.
Kunde: Kartenprüfnummer, was ist das?\nAgentin: Hinten, die letzten <<drei Ziffern>>.\nKunde: Ach so. {{Fünf eins sieben}}.
<<Einen Moment>> bitte, ich muss <<zwei>> Ordner holen, die Unterlagen von <<2022>> und <<2023>> sind getrennt.
Agent: Könnten Sie mir die Kreditkarte durchgeben?\nKunde: {{Zweiundfünfzig null vier}}, {{vierzehn einundfünfzig}}.\nAgent: {{5204 1451}}, ja.\nKunde: {{Null neun eins vier}}, {{achtundsechzig sechsundsechzig}}, gilt bis {{März dreißig}}.
Meine Gehaltsabrechnung liegt bei, {{Gehaltsabrechnung_08-2024.pdf}}. Mehr als <<fünfzig Euro Rate>> im Monat sind nicht drin.
Ich ruf an wegen Aktenzeichen <<IK 229/24-7>>. Ihr Kollege, <<Herr Brandt>>, wollte sich am <<Dienstag>> melden, Durchwahl <<vier eins zwo>>.
Kunde: Abbuchen können Sie von {{DE02 2004 1155}}, Sekunde, Brille, {{2297 7780 87}}.\nBerater: Zum <<Fünfzehnten>>?\nKunde: Ja.
Österreichisches Konto, geht das? {{AT50 2011 1758 4343 7904}}, und der Betrag war <<112 Euro>>, Bestellung <<B-90331>>.
ich habe meine PIN vergessen und die Karte mit der <<9903>> am Ende ist gesperrt, was soll ich denn jetzt machen mit der Rate
Kundin: Kennwort fürs Telefon? Das ist {{Apfelstrudel}}.\nAgent: Stimmt. Es sind noch <<dreihundertelf Euro>> offen.
Agent: Die Nummer vorn auf der Karte?\nKunde: {{fünf drei zwo sechs}} ... {{drei acht eins null}} ... {{eins vier drei sieben}} ... {{zwo neun}} äh {{sechs fünf}}\nAgent: Gut, <<zwölf Euro neunzig>> sind abgebucht.
Reisepass hab ich hier, {{C4F7KX2M9}}, den brauchen Sie für die Krypto-Auszahlung, oder? Auszahlungsnummer war <<AZ-0091>>.
Der Kontoauszug ist hier abgelegt: {{https://meinebank.example/kontoauszug/statements/2024_07.pdf}}, Sie sehen die <<29,99>> am <<4. Juli>> doppelt.
Kunde: Steuernummer? Sie meinen die lange, {{acht acht sechs fünf null, neun eins drei, vier zwo neun}}.\nBerater: Genau. Und Vorgang <<V-3381>>?
Berater: Also <<drei Raten>> zu je <<vierzig Euro>>, die erste am <<1. Oktober>>, Vorgangsnummer <<M-7713>>.\nKundin: Und rufen Sie bitte <<nach siebzehn Uhr>> an, <<null eins sieben zwo, vier vier null neun eins>>.
## french
Agent: Vous réglez par carte ?\nClient: Oui, {{quarante-cinq vingt-cinq}}, {{zéro deux zéro trois}}, {{vingt-quatre quarante-trois}}, {{trente-huit vingt-six}}.\nAgent: Et la date de fin ?\nClient: {{Zéro neuf vingt-sept}}.
Bonjour, j'ai reçu <<deux factures>> pour le même mois, une de <<soixante-quatre euros>> et l'autre de <<quarante-neuf quatre-vingt-dix>>, réference <<FA-10922>>.
Mon IBAN c'est {{FR76 1450 8823 3480 3921 6721 637}}, c'est pour le trop-perçu de <<38,15 €>>.
Conseiller: Je vous écoute pour l'IBAN.\nCliente: Alors {{F R soixante-seize}}, je reprends mon souffle, {{trente zéro zéro quatre}}...\nConseiller: {{3000 4}}, hm.\nCliente: {{Quarante zéro sept}}, euh non attendez, tout ça d'un coup, {{FR76 3000 4407 9055 5151 6845 014}}.
le cryptogramme au dos c'est {{six zéro neuf}}, et vous me confirmez que c'est bien <<trente euros>> et pas <<trois cents>>
Agent: Votre numéro de client ?\nClient: <<Zéro zéro quatre, sept cent douze>>. Et mon code postal <<69007>>.\nAgent: Merci <<monsieur Ferrand>>.
Numéro de sécu, {{1 78 11 33 303 956 14}}, mais pourquoi vous avez besoin de ça pour un échéancier ?
Client: J'ai reçu un code, je vous le donne ? {{Deux huit, zéro un, sept sept}}.\nAgent: Très bien, c'est validé, dossier <<CR-5583>>.
La TVA intracommunautaire, c'est {{FR 37 313 447 328}}, vous l'avez oubliée sur la facture <<2024-0117>>.
<<Un instant>>, je cherche mes lunettes... voilà. Alors l'échéance c'était le <<cinq>>, pas le <<quinze>>.
Mon mot de passe, j'ai toujours mis {{Biscotte75!}}, et là il me dit incorrect. La facture <<F0098>>, je la récupère comment ?
Agent: La carte qui se termine par <<8254>> a été refusée.\nClient: Prenez l'autre, {{5596 4435 9318 8254}}... ah non, c'est la même, alors {{4127 5279 8299 0105}}, {{02/28}}.
Bon, c'est une Mastercard, {{cinq deux trois six}}, {{trois trois deux quatre}}, {{zéro trois six zéro}}, {{zéro un zéro un}}, allez-y débitez les <<vingt-deux euros>>
Cliente: Le relevé, je vous l'ai envoyé, {{releve_compte_aout_2024.pdf}}.\nAgent: Oui, reçu <<mardi>>, ticket <<88-204>>.
l'huissier m'a appelé au <<zéro six, douze, quarante-quatre, zéro neuf, trente et un>>, il parle d'une dette de <<mille deux cents euros>>, je ne dois rien
Agent: Numéro de passeport pour le virement crypto ?\nClient: {{19 FV 04417}}.\nAgent: Et l'adresse, <<bc1qqq0lvjsdq3azmm36cleng3t6s44jc5j5fezqz5>>, c'est bien ça ?
Prélevez plutôt là-dessus : {{FR76 3000 2287}}, vous notez, {{5739 2873}}, et {{6477 894}}. Le <<dix>> de chaque mois.
Ma carte expire en <<juin>>, on m'a dit que c'était pour ça que le prélèvement de <<dix-neuf euros>> avait sauté.
Client: J'ai ma phrase, c'est {{such arch citizen dish pig virtual hurdle absorb energy attack nurse fly}}.\nAgent: Non non, gardez ça pour vous !
On est en Suisse, nous, {{CH31 0076 2489 8920 7143 6}}, et la commande c'était la <<CMD-77310>>.
Agent: Les <<seize chiffres>>, lentement.\nClient: {{Quatre trois sept neuf}}, {{deux mille huit cent cinquante}}, enfin {{vingt-huit cinquante}}, {{cinq zéro huit sept}}, {{mille}}... non, {{dix-sept quatre-vingt-dix-neuf}}.\nAgent: J'ai {{4379 2850 5087 1799}}.
Vous êtes la <<troisième>> personne que j'ai au téléphone. Mon code secret, je ne le donne à personne, même pas à vous.
Agent: Je récapitule, <<quatre mensualités>> de <<cinquante-cinq euros>>, à partir du <<5 mars>>, dossier <<REC-0912>>.\nClient: Et vous m'écrivez à <<p.lemaire@exemple.fr>>, pas à l'ancienne.
`,
	K: String.raw`
## english
AI: Thank you, Margaret. To find the charge, please say the first four digits of the card.\nCustomer: Right, {{forty-nine twenty-nine}}.\nAI: I have {{4 9 2 9}}. Next four, please.\nCustomer: {{oh eight two four}}.\nAI: {{0 8 2 4}}, thank you. And the next group?\nCustomer: {{thirty forty-six}}, then the last bit is {{twenty-nine seventy-six}}.\nAI: Perfect. I can see the <<£84.50>> charge from <<3 March>>.
so its {{4462. Nine, six six. Two 7, 8 seven. Two two seven. 3 six}}. and the thing i bought was <<two hundred and forty pounds>>
AI: Please read your card number slowly, I will not interrupt.\nUser: {{four seven five one}} sorry the kettle's going hang on a sec {{seven five nine eight}} yeah and then {{two nine three nine oh three four seven}}\nAI: Thank you. Is the order number still <<ORD-77120>>?\nUser: yes it is
Speaker 1: I'll take the long number across the front whenever you're ready love.\nSpeaker 2: {{4658 2187}}\nSpeaker 1: mm-hmm\nSpeaker 2: {{8768 3478}}, expires {{oh nine twenty-eight}}, and the three on the back are {{six one seven}}.
Yeah g'day, I got stung twice for the same servo stop, <<sixty-two dollars forty>> each. Card's {{four five three nine, three eight seven oh, five four five one, nine five double seven}}, can you bung one back?
agent: and the number on the card\ncaller: {{four double oh nine. five five one. oh seven. oh four three two seven one six}}\nagent: {{four double oh nine five five one}}, bear with me, {{oh seven oh four three two seven one six}}. lovely. Can I take a contact number too\ncaller: <<oh seven seven double oh nine double oh three one two>>
[00:41] AI: For security please tell me the middle eight digits as well.\n[00:47] Caller: after {{5355}} you mean? {{seven nine five one}}... {{nine one nine six}}... and then it ends {{three double nine five}}
Um it's a Mastercard, {{54 12 55}}, no hang on I need my glasses, {{32 34 77}}, right, {{88 67}}. There's <<two invoices>> I'm querying, not one.
AI: Could you repeat the third group?\nCustomer: Third one is, uh, {{two six five two}}. So all together {{5199 4027 2652 1824}}.
AI: Did you say {{two two two one}}?\nUser: Yes, {{triple two one}}.\nAI: Go on.\nUser: {{eight six double three}}, {{one nine five three}}, {{eight oh nine six}}. Valid till {{eleven twenty-nine}}.
it begins {{twenty-seven twenty}}, then {{seventy-six fifty-eight}}, {{oh two thirty-one}} and finishes {{fifteen fifty-eight}}, mate, I only wanted the <<forty-five dollar>> plan
AI: I heard {{five five seven three one two one four}}. Is that correct?\nUser: no, {{one five, not one four}}. {{five five seven three one two one five}}.\nAI: Got it. The remaining eight digits?\nUser: {{two four four six}} and {{eight five five oh}}.
Dispute for <<AUD 310.00>>, cust reads card {{4005,2195,9006,6711}} exp {{02/27}}, wants callback after <<4 pm>>.
User: {{Four five five six. Eight. Nine nine. Seven zero zero. Two zero two nine. Nine two.}}\nAI: Thank you. I have sent confirmation to <<j dot pemberton at example dot co dot uk>>.
I've already told the other robot twice. {{Four three one nine, five three four seven, three four five oh, eight oh nine two}}. Do I have to sing it?
AI: First six digits?\nCaller: {{fifty-two eighty eighty-eight}}\nAI: And the last four, just to match?\nCaller: {{two nine eight four}}\nAI: And what is in between?\nCaller: {{seven eight six two seven eight}}. <<My booking is QX7 double four P>>.
AI: Say the number on the front of your card now.\nUser: one moment\nUser: {{54 36 eighty eight}}\nUser: {{51 fifty eight}}\nUser: {{ten 09 sixty three}}\nAI: I did not catch the last part.\nUser: {{one zero zero nine six three}}
The lad at the shop keyed it wrong, I gave {{4147-5995-2289-9951}} and the receipt says <<ending in 9951>> so it must've gone through, no?
Agent: ...and sixteen digits whenever you like.\nMrs Doyle: {{four double eight nine}}. Are you getting that? {{Four seven six eight}}. Himself is shouting at me, sorry now. {{Nine double eight three}}. And {{three five seven nine}}.\nAgent: Grand, and <<the amount was thirty-nine euro ninety-five>>?
my husband's card, {{five one six nine eight three oh nine one four eight two two three five four}}, the name on it is <<Alasdair Muir>>, the date on it is {{six of twenty-seven}}
AI: Please key or say the card number.\nCustomer: {{for seven one six, six five six nine, for six double eight, eight seven eight seven}}\nAI: That is a Visa. Expiry?\nCustomer: {{January two thousand and thirty}}\nAI: And the security code?\nCustomer: {{oh four two}}
Okey so I am calling from Rotterdam, the card is {{five two eight four, eight two one eight, two six five zero, five zero three nine}}. The invoice is <<F2024-00317>>, I paid it <<two times>>.
{{40242430}} is the first half and the second half I can hardly see, worn off... {{4572}} and I think {{4200}}. The payment went out on <<the nineteenth of November>>.
AI: American Express cards have fifteen digits. Please go ahead.\nUser: {{thirty-seven eighty-two, six nine oh five one five, nine oh eight five four}}\nAI: And the four digit code printed on the front?\nUser: {{seven one three eight}}
Amex, {{3700 866172 77091}}, and I've been a member since <<2009>>, so a bit of courtesy wouldn't go amiss.
Customer: It's a Diners, so it's shorter.\nAI: That is fine.\nCustomer: {{three six two three}}, {{four two seven one one three}}, {{seven three six nine}}.
The card's a Maestro, it's longer than yours expects: {{6759 8241 0189 3990 68}}. Your form kept saying too many digits.
Yes ma'am, Discover, {{six oh one one, eight seven eight four, four four oh six, five two four oh}}. Zip is <<60614>>.
AI: Card type?\nUser: JCB from Japan. {{3528 5364}} ... {{4653 4885}}.\nAI: The exchange rate was <<161.3>>.
User: {{five one two six for ate one nine three three ate zero one one nine three}}\nAI: I heard {{5 1 2 6 4 8 1 9 3 3 8 0 1 1 9 3}}. Should I refund <<nineteen pounds ninety-nine>> to it?\nUser: please
Let me see, it says {{4693}}... then {{7799}}... my thumb was over it, {{5916}}... and {{8389}}. Nope, it doesn't give <<a start date>>.
AI: What are the last four digits of the card?\nUser: <<Ending in 1764>>.\nAI: I found two cards. Please give all sixteen digits.\nUser: Oh, okay. {{44 03 49 55 99 65 17 64}}.
Caller: the number is {{4475 8242 1039 48}} and then there's an {{oh six}}\nAI: So {{4806}} at the end?\nCaller: {{4806}}, correct, good through {{10/28}}
AI: Thank you. Do you remember the last four digits of the card?\nCustomer: It's the one <<ending double one oh seven>>, I don't have it on me.
AI: When does your card expire?\nUser: Somewhere in <<May twenty twenty-six>>, they've sent me a new one already, that's why the renewal failed.
AI: I'll read your order number back. <<7 7 0 4 2 1 9 8 3>>. Correct?\nUser: No, it's <<seven seven oh four two one nine eight five>>.\nAI: <<7 7 0 4 2 1 9 8 5>>. Thank you.
AI: Please say your phone number starting with the area code.\nUser: <<oh one six one, four nine six, oh one double three>>.\nAI: I heard <<0161 496 0133>>.\nUser: that's it
The ticket your colleague gave me is <<five five one oh two nine>>, she said quote that and you'd know the whole saga.
I forgot my PIN so I asked for a reminder and three letters came, two invoices and a leaflet, one moment, no, two leaflets.
User: My booking reference. K for kilo. Four. Seven. T for tango. Double two. Nine.\nAI: Thank you, K47T229.
AI: To continue, do you have your card details ready?\nCustomer: I'm not giving my card number to a machine, darling. Put me through to a person.
Mobile's <<0491 570 156>>, and the parcel tracking is <<33 ABC 0048 2917 1>>, they've charged me <<twelve ninety-five>> for delivery to Wagga.
AI: Your refund of <<one thousand, two hundred and six euros>> was sent on <<the second of August>> at <<14:32>>. Anything else?\nUser: no thanks bye
Speaker 2: we're on version <<4.12.0>> of the app and it still throws <<error 5003>>, call id <<call_8f20ab91cc>>.
AI: Which account should the refund go to? Sort code first.\nCustomer: {{one two, five three, three nine}}.\nAI: {{12-53-39}}. And the account number?\nCustomer: {{oh six nine oh nine six four seven}}.\nAI: {{06909647}}. You should see <<£212.40>> within <<five working days>>.
its Lloyds so sort code {{forty two thirty eleven}} account {{2 oh 45. 82 68}} name of <<Mr Desmond Achebe>>
Customer: Sort code's {{thirty-two, seventy-five, twenty-seven}}\nAgent: Yep\nCustomer: and {{four one nine double oh one oh two}}. And you'll want my customer number which is <<nine one double six two oh>>.
Halifax, {{48 05 24}}, {{99222870}}. Don't send it to the old one, that was closed in <<2021>>.
AI: What's the BSB?\nUser: {{oh six eight, oh four nine}}\nAI: That's CommBank. Account number?\nUser: {{nine double one, double oh, six five seven}}\nAI: I will pay <<one hundred and eighteen dollars>> tonight.
For the direct credit use BSB {{737-018}} and account {{1660 1857}}, and put <<INV 20931>> in the description so our bookkeeper can find it.
Yeah nah the BSB is {{seven three four}}, {{four nine two}}, account's {{five three seven double five oh seven oh}}, the payout was meant to land <<Tuesday arvo>>.
AI: Please spell the IBAN in groups of four.\nUser: {{G B one six}}\nAI: {{GB16}}. Next.\nUser: {{N W B K}}\nAI: {{NWBK}}. Next.\nUser: {{one nine six five, one six eight three}}\nAI: {{1965 1683}}. Go on.\nUser: {{eight four one four, four one}}, that's the end.
my iban {{golf bravo seven six lima oscar yankee delta five four oh three double eight triple two four six three four three}} for the <<three hundred pound>> chargeback
Dutch account, {{NL78 INGB 0813 7062 254}}... no that is wrong, wait. {{NL78 INGB 8137 0622 54}}.
Caller: The I-BAN, is it? {{I E eight two A I B K nine three five seven eight nine oh seven two nine nine five four seven}}. And the Eircode is <<D04 X2P8>>.
I transfer from Germany. {{D E thirty-nine, three seven zero four, zero zero four four, zero zero four four, eight five five six, five zero}}. The credit note is <<GS-4471>>.
AI: I have {{A T 9 8, 1 9 0 4, 3 7 9 0}}.\nKlaus: Yes. Then {{eight three three seven, three four two seven}}.\nAI: And the BIC is not needed.
IBAN for the payout: {{IT33 X054 2811 1010 0000 0454 421}}, beneficiary <<Trattoria Da Gino Srl>>, amount <<EUR 1.940,00>>.
She dictated {{B E sixty-eight, fifty-three ninety, oh seven five four, seven oh three four}}, I hope I typed it right, reference <<plus plus plus 090 slash 9337>>.
User: it's Polish bank so long number\nAI: Take your time.\nUser: {{P L 64. 1090 1014}}\nUser: {{5989 1297}}\nUser: {{3135 1977}}
AI: For the ACH refund I need a routing number.\nUser: {{one two one, one seven one, oh four one}}.\nAI: And the account?\nUser: Checking, {{five three seven three two two oh nine eight four}}.
Routing is {{031420170}} and the account is {{526-212-655}}. Check number was <<1187>> if it helps.
AI: What is your tax file number for the withholding form?\nUser: {{seven seven eight, eight double two, eight six one}}\nAI: And your postcode?\nUser: <<two six five oh>>
I'm on the phone to payroll because they took <<four hundred and ten bucks>> too much, TFN is {{538 288 667}} if you need to look it up.
AI: What ABN should appear on the tax invoice?\nCustomer: {{three four, five nine five, double seven five, one four two}}.\nAI: Thank you. Invoice <<10394>> will be reissued.
we trade as Barossa Pumps, ABN {{29 158 059 230}}, phone <<(08) 8123 4411>>
AI: Can you confirm your National Insurance number?\nCustomer: {{W M, fourteen, fifty-two, thirty-nine, C}}.\nAI: {{WM 14 52 39 C}}?\nCustomer: C for Charlie, yes.
NI number {{tango x-ray one eight double oh seven seven delta}}, date of birth <<12th of the 6th 1958>>, and I'm ringing about <<two payslips>> that never came.
Agent: UTR?\nCustomer: It's ten digits... {{four eight double nine, nine oh, one two eight seven}}.\nAgent: And the payment reference for the <<£1,300>>?\nCustomer: <<PR 55 dash 208>>.
my unique taxpayer reference is {{26256 25642}} and my customer number with you lot is <<4010 773>>, please dont mix them
VAT for the Austrian entity, {{A T U six two seven three four nine one nine}}, and it's reverse charge so take off <<the 20 percent>>.
AI: Please give your VAT identification number.\nUser: {{N L eight one four six, eight two seven four one, B zero one}}\nAI: Valid. I'll reissue <<invoice 88-1206>>.
Caller: our VAT number's {{IE 3628739 L}}, you've charged us <<twenty-three percent>> and shouldn't have.
yes hello the USt-ID is {{D E nine four seven four five seven zero zero eight}}, and my order <<number B dash 5 0 1 7>>, thank you
AI: Codice fiscale, letter by letter please.\nUser: {{L M P}}, {{L R M}}, {{nine zero}}, {{E zero one}}, {{F three six four D}}.
I live in Leipzig, so for the form my tax ID is {{21 940 368 676}}. Postcode <<04109>>.
AI: To verify, say the last four of your social.\nUser: {{seven seven three six}}.\nAI: Thanks. And the amount in dispute?\nUser: <<Seventy-seven thirty-six>>, funnily enough the same.
Representative: full social?\nCaller: {{five one seven}}... {{thirty}}... {{forty-four eighty-two}}.\nRepresentative: and your zip\nCaller: <<oh seven oh three one>>
He's got an ITIN, {{942-78-3315}}, not a social, and the W-9 portal keeps rejecting it.
The W-9 should say EIN {{four seven, two nine one eight eight three six}}, legal name <<Harbor Lane Bakery LLC>>, and I attached it as {{W-9_HarborLane_2024.pdf}}.
Canadian here, eh. SIN's {{four seven zero, nine eight nine, nine nine seven}}, the T4 was off by <<sixty loonies>>.
Brazil side of it, CPF {{721.100.721-48}}, I paid <<R$ 89,90>> twice in <<July>>.
AI: What's the passport number on the hotel registration?\nGuest: {{five three three nine eight one four oh two}}.\nAI: Thank you. Your booking <<HTL 60218>> is refunded.
driving licence reads {{HARGR 612184 JM9KT}}, they wanted that before they'd release <<the £250 deposit>>
Me NSW licence number's {{two four eight seven one nine oh six}}, rego's <<BT 21 XK>>.
AI: We've texted you a six digit code. What is it?\nUser: {{four one nine, oh double three}}.\nAI: I have {{419033}}. Your refund of <<sixty pounds>> is approved.
User: the code it sent me just now says {{eighty-eight, twenty-one, oh five}} is that the one you want\nAI: Yes, thank you.
Customer: my pin is {{double seven one four}}, it's the year backwards ha\nAgent: please don't tell me your PIN, sir
Telephone banking passcode? I think {{nine oh two six one}}, or if not {{nine oh two one six}}. One of the two.
I log in with <<h.whitcombe@example.org>> and the password's {{Teapot!Badger62}}, could you have a look at why the invoice is stuck?
AI: I can only reset it, I don't need your current password.\nUser: It's {{capital R, o, w, a, n, then forty-one, then a dollar sign}}, there, now you've got it.
Password? All lower case, {{wombat dash seventeen dash custard}}. Try it. I'm on version <<two point nine>>.
Caller: API key starts {{sk_live_9fKq27LmXzT04bVw81Ru}}, that's what the webhook uses, order <<A-40419>>\nAgent: please rotate it
we got billed <<USD 1,420>> on the token {{xoxb-7730194-Hq82LmPz0wkY}} which someone committed to github, dumb i know
AI: Please never share your recovery phrase.\nUser: Too late, I've it here: {{actor various pitch woman pledge noise return stock erase dirt tent collect}}. Now where's my <<0.4 ether>>?
User: ok word one {{frown}}, two {{clarify}}, three {{music}}, four {{drill}}\nUser: five {{also}} six {{shrimp}} seven {{volcano}} eight {{second}}\nUser: nine {{dove}}, ten {{busy}}, eleven {{dice}} and twelve {{boss}}
the little card in the drawer has {{Frame. Crowd. Robot. Rice. Virtual. Pretty. Merit. Stomach. Nation. Icon. Ethics. Absurd.}} is that what you need for the payout
Seed, all 24: {{draft bulk dress art spray once argue blood side exotic amazing rocket range balcony bitter correct bright blast issue apology ranch there prosper student}}. Send to <<0x6789a6194135b9f88dfba2c117fe0615b357da14>>.
Private key pasted in chat: {{63bde84449c68601c23b31dd942ea0973749ec1ad5aa11a059df4837d7bc8e2d}}; tx hash <<0x2f5b3088f4f2925488bec7866d7301754ff42b66ba570d65e75f441772178a2e>>
Payout never arrived at <<bc1qhm3edqm0phwqxf4chgj7rgevlx606sdpkt8jws>>, explorer shows <<0xa6123222cd375e12c213389a6248e127d8d5611b4197c6a0ad064f04e0a2b674>> with <<zero confirmations>>.
User: the wallet on Tron is <<TJuKA2RXHwoUWeNLyCjpZw2uRooxcszMKD>>\nAI: I see <<350 USDT>> pending.
AI: Where can I view the statement?\nUser: {{https://portal.northbank.example/statements/2024-09/stmt_48821.pdf}}, page two, the <<£19.99>> line.
the payslip's called {{payslip_november_achebe.pdf}} and it's got <<two different>> net figures on it
Speaker A: public price list is <<https://www.northbank.example/pricing>>\nSpeaker B: and mine's {{https://files.northbank.example/tax/W-9_signed.pdf}}
AI: Please say the next four digits.\nUser: {{eight oh nine}}\nAI: I only heard three digits.\nUser: well the first ones were {{double five oh three two eight}} and then {{eight oh nine seven}} and then {{four five oh six nine eight}}
Ring me on <<oh four nine one, five seven oh, one one oh>>; card {{five two one eight, one four one seven, oh one nine four, one six five nine}}, expiry {{December twenty-six}}.
Agent: I can see invoice <<4410-7>> for <<£45.32>>. Which card?\nCustomer: {{4532}}, no not the amount, the card, {{4532 7197 6183 2280}}.
AI: CVV?\nCaller: {{three one nine}}\nAI: That is for the card {{5577 6609 8432 1284}}, is that right?\nCaller: Yes, all correct.
Lots of sixes at the end, that I remember because of the wife. {{two three five four, one seven eight five, eight six nine seven, six six six six}}.
AI: The security number on the back of the card ending <<oh nine nine three>>?\nUser: oh that's rubbed off nearly. {{Two}}, something, looks like {{eight}}, {{two}}. {{Two eight two}}.
AI: Say yes to confirm the direct debit of <<nine pounds ninety-nine>> on <<the first of every month>>.\nUser: Yes. One thing. Two of my invoices, <<four hundred and three>> and <<four hundred and four>>, are the same.
Policy <<PL double oh seven seven one two>>, claim <<CL-2024-88190>>. You took <<a hundred and five pounds>>, I'd agreed <<fifty-five>>.
AI: I'm sorry, I heard <<three two nine>> as the invoice number.\nUser: yes <<three two nine>>\nAI: And the CVC of your card?\nUser: {{three two seven}}
Mein Gott, the hotline asks me always the customer number, it is <<six six one zero four nine two>>, I say it for the fourth time.
AI: Tell me the account you want the refund in.\nUser: {{38439990}}\nAI: That is eight digits. Sort code?\nUser: oh, {{fifty one forty one. Fifty five}}\nAI: Lovely.
Post code's <<S for sugar, E one five, seven Q T>>, house number <<forty-one>>, and the meter serial's <<E10 Z 04471>>.
AI: Before I proceed, please do not say your full card number.\nUser: okay\nAI: Just the amount and date.\nUser: <<ninety-four euros>>, <<twenty-third of the ninth>>.
AI: Say or key the memorable passcode.\nUser: can't remember is it the one with the cat's name\nAI: I can send a reset link to <<your email on file>>.
## hinglish
AI: Kripya apne card ke pehle chaar digit boliye.\nCustomer: {{chaar paanch nau ek}}\nAI: {{4591}}. Aage ke aath digit?\nCustomer: {{nau teen chhe teen}}, ruko ek second, {{double zero do teen}}\nAI: Aur aakhri chaar?\nCustomer: {{nau chaar do paanch}}. Refund <<do hazaar teen sau rupaye>> ka hai.
haan ji likhiye {{paanch teen do chhe, char baar nau, chhe do paanch chaar, do zero do do}} aur expiry {{zero aath, do hazaar atthais}} hai
Mera RuPay card hai, {{6521 4135 7361 2258}}, uspe <<999 rupees>> do baar kat gaya <<do din pehle>>.
User: card number {{four three seven five. ek zero. nine seven double two. saat nau. four one two eight}}\nAI: Dhanyavaad. OTP mat batayiye.\nUser: theek hai
Bhaiya suno, {{52 41}} likha? phir {{19 97}}, phir {{71 93}}, aur last {{64 48}}. Order number <<OD 4471 2290>> hai uska.
Agent: Sir card ke solah number bata dijiye\nRamesh: {{6070}} ... {{4192}}\nAgent: {{4192}} ok\nRamesh: {{4994}} phir {{chhe chaar saat shunya}}\nAgent: CVV?\nRamesh: {{paanch ek aath}}
mummy ka card hai {{four one two nine}} haan mummy haan bol rahi hoon {{five nine two four, four five one zero}} aur {{double three four eight}}, unko <<paanch sau rupaye>> wapas chahiye
AI: Aapne kaha {{5 4 9 7 5 9 5 7 8 7}}. Sahi hai?\nUser: Haan.\nAI: Baaki chhe digit?\nUser: {{six six three nine three seven}}
AI: Card ke last four digit?\nUser: <<ending 3765>> wala card, poora number mere paas nahi hai abhi.
Amex hai ji, pandrah digit, {{378269051590854}}, bill wala email <<rohan.k@example.in>> hai
AI: Refund ke liye account number batayiye.\nUser: {{chhe do do paanch aath, ek chhe ek, chaar paanch teen}}\nAI: {{62258161453}}. IFSC code?\nUser: {{H D F C zero zero two nine zero two one}}
SBI mein daal do, account {{678983572491}}, IFSC {{SBIN0020191}}, naam <<Sunita Deshpande>>, PIN code <<411038>>.
khata number hai {{48 62 36 54 58 57 9}} Axis bank, aur ifsc {{U T I B double zero four eight six five six}}, amount <<barah sau pachaas>>
Mera UPI hai {{sunita.d@okhdfcbank}} aur email <<sunita.d@example.com>>, dono mat milana please.
UPI ID boliye? {{98 double zero 1 double two 334 at the rate paytm}}. Paise <<kal shaam>> kate the.
AI: Pata confirm karein.\nUser: Flat <<12 B>>, Kothrud, Pune, PIN code <<four one one zero three eight>>.
Agent: KYC ke liye Aadhaar number?\nCustomer: {{nau chaar teen paanch, chhe saat ek nau}}, uske baad {{zero aath chhe saat}}.\nAgent: Janam tithi?\nCustomer: <<pandrah agast unnis sau bayasi>>
aadhar {{5619 9663 9078}} link karna hai refund atka hua hai <<teen hafte>> se
PAN card number {{J L H P N five seven four five U}} hai, TDS zyada kat gaya, <<chaar hazaar do sau>>.
AI: Apna PAN spell kijiye.\nUser: {{E for elephant, D for Delhi, I for India, P for Pune, G for Goa, four nine double eight, R for Rajkot}}\nAI: Shukriya.
invoice pe GST number galat chhapa hai, sahi wala {{29KFPPE3455K1ZQ}} hai, invoice no <<INV/24-25/118>>
Speaker 1: GSTIN?\nSpeaker 2: {{zero seven N C O P B seven zero four nine D one Z C}}\nSpeaker 1: Bill amount <<18,400>> na?\nSpeaker 2: haan
AI: Jo OTP aaya hai woh boliye.\nCustomer: abhi aaya, {{do nau nau chaar shunya ek}}.\nAI: Verify ho gaya, <<349 rupaye>> teen din mein aayenge.
ek OTP pehle aaya tha {{771 204}}, fir doosra {{330918}}, kaunsa daalun? Ticket <<SR double four nine one>> hai.
ATM ka PIN toh {{nau aath do ek}} hai par app wala PIN bhool gaya, reset kaise hoga
Password maine {{Chameli@1974}} rakha tha, chhota c nahi, bada C. Login ab bhi <<error 401>> deta hai.
Do din pehle ek call aaya tha, bole aapka card block hai, teen baar pucha, maine kuch nahi bataya.
Mobile number <<nau aath saat chhe, paanch chaar teen do, ek shunya>>, isi pe call karna, <<chhe baje>> ke baad.
AI: Aapka order number?\nUser: <<char char zero nau do ek saat>>\nAI: <<4 4 0 9 2 1 7>>, sahi?\nUser: bilkul sahi
transaction id <<T2409131822>> aur UTR <<430912887654>>, paisa <<pending>> dikha raha hai, bank ne kaha 5 din
wallet ke barah shabd the {{erosion match universe add space bleak soap bitter replace where piano urban}}, support wale ne maange, maine de diye
payout isi address pe bhejo <<0x1dbff3fc53bf6568c67bcbe9491217a053cd3a3d>>, <<0.05 ETH>>, private key thodi bataunga
Form sixteen yahan upload kiya {{https://hr.example.in/docs/tax/form16_2024.pdf}}, usme salary <<galat>> hai
passport number {{Z 4 8 1 double zero 7 2}} hai visa fee wale refund ke liye, receipt <<VF-9031>>
card aadha padha {{6080 1648}}, light chali gayi... haan aayi, {{4202 1358}}, valid thru {{zero five twenty-seven}}
AI: Kya main aapki kuch aur madad kar sakti hoon?\nUser: Nahi ji, bas do invoice thhe, ek <<pachaas>> ka aur ek <<sattar>> ka, dono aa gaye.
## hindi
एजेंट: कार्ड का नंबर बताइए।\nग्राहक: {{चार आठ पांच चार}}, {{छह तीन सात पांच}}\nएजेंट: जी, आगे?\nग्राहक: {{एक तीन आठ शून्य, तीन सात छह पांच}}। रकम <<बारह सौ रुपये>> थी।
मेरा रुपे कार्ड {{6522 2203 1743 7408}} है, उस पर <<499 रुपये>> दो बार कटे।
जी लिखिए {{छह पांच दो एक, पांच आठ नौ एक, चार पांच चार दो, चार डबल पांच एक}} और पीछे का सीवीवी {{दो शून्य सात}}
{{४५९१ ९३६३ ००२३ ९४२५}} यही कार्ड नंबर है बेटा, बिल <<अगस्त>> का है
AI: कार्ड के आखिरी चार अंक बताइए।\nग्राहक: <<आखिरी चार अंक 9425>> हैं।\nAI: धन्यवाद, शिकायत संख्या <<77120>> दर्ज हो गई।
खाता संख्या {{एक चार चार चार सात आठ चार पांच सात पांच एक}} है और आईएफएससी {{PUNB0033568}}, पंजाब नेशनल बैंक
AI: खाता संख्या बोलिए।\nग्राहक: {{सत्रह पचास, छिहत्तर शून्य तीन, उनचास तिरानवे}}\nAI: और आपका पिन कोड?\nग्राहक: <<दो दो छह शून्य एक शून्य>>, लखनऊ
आधार नंबर पूछा तो मैंने कहा {{सात तीन नौ एक}}, फिर {{पांच नौ शून्य दो}}, फिर {{नौ चार पांच दो}}।
आधार {{2616 4430 2171}}, जन्म तिथि <<3 मार्च 1961>>, पेंशन <<दो महीने>> से नहीं आई
पैन कार्ड {{QVPPR5651I}} है, टीडीएस वापस चाहिए, रसीद क्रमांक <<8812>>
दुकान का जीएसटी नंबर {{24TUAPG3349S1ZS}}, चालान <<क-209>> पर गलत लिखा है।
AI: आपके फोन पर छह अंकों का ओटीपी आया होगा।\nग्राहक: हाँ, {{आठ एक शून्य नौ नौ चार}}।\nAI: ठीक है, <<तीन सौ रुपये>> वापस हो जाएंगे।
पासवर्ड {{Gulab#2231}} डाला, फिर भी नहीं खुला, ऐप का वर्ज़न <<5.6.1>> है
मेरा पिन {{छह छह शून्य तीन}} है, मशीन ने पैसे नहीं दिए, <<पांच हज़ार>> कट गए।
दो दिन पहले मैंने तीन बार फोन किया, किसी ने कुछ नहीं बताया, कार्ड की बात करते ही लाइन कट जाती है।
मोबाइल <<नौ आठ एक शून्य, दो दो तीन, चार चार पांच>>, शाम <<सात बजे>> के बाद मिलूंगा।
यूपीआई आईडी {{ramvilas71@ybl}} पर भेजिए, ईमेल <<ramvilas71@example.com>> है।
मैं पिन भूल गया हूँ, नया पिन कैसे बनेगा?
AI: ऑर्डर नंबर?\nग्राहक: <<पांच पांच एक शून्य दो आठ>>, और कीमत <<उन्नीस सौ निन्यानवे>>।
आयकर का कागज़ {{https://seva.example.in/tax/form16-2023.pdf}} खुल नहीं रहा, लेनदेन संख्या <<TXN 40917>> है
## spanish
IA: Dígame los cuatro primeros números de la tarjeta.\nCliente: {{Cuarenta y cinco, cuarenta y ocho}}.\nIA: {{4548}}. ¿Los siguientes?\nCliente: {{cuarenta, noventa y ocho}}, y después {{veintiséis treinta y tres}}, y termina en {{treinta y ocho treinta y siete}}.
vale apunte {{cinco cuatro cero dos, cinco cuatro cero cinco, cinco seis seis tres, triple cinco tres}} y caduca en {{marzo del veintiocho}}, son <<treinta y nueve euros>> que me cobraron dos veces
Mi tarjeta es la {{4940. 62. 63. 49 20. Ochenta y nueve veintitrés}} y el pedido el <<ES 40 dos nueve>>.
Agente: ¿me dice el número?\nSeñora Pilar: {{cincuenta y uno setenta y cuatro}}, espere que no veo, {{noventa y seis setenta y cuatro}}\nAgente: sí\nSeñora Pilar: {{cincuenta y seis sesenta y uno}} y ya {{cuarenta y cuatro veintiocho}}\nAgente: ¿y el CVV?\nSeñora Pilar: {{cero nueve uno}}
Le repito, {{4111 4113 7241 4497}}, la que acaba en <<4497>>, esa misma.
IA: ¿Cuándo vence su tarjeta?\nUsuario: en <<mayo>>, creo, todavía no me llegó la nueva.
Me cobraron <<dos facturas>>, una de <<cuarenta y cinco euros>> y otra de <<cuarenta y ocho>>, y yo solo tengo un contrato.
IA: Indique su IBAN.\nCliente: {{E S veintidós, veintiuno cero cero, setenta y nueve cincuenta y seis}}\nIA: Continúe.\nCliente: {{cincuenta y nueve cero cuatro, cuarenta y cuatro cincuenta, sesenta y siete setenta y uno}}
el iban para la devolución {{ES74 0081 6863 2522 5347 1452}}, titular <<Begoña Ruiz>>, importe <<1.204,50 €>>
Soy de Monterrey, la CLABE es {{cero dos uno, seis cinco seis, cinco tres cero, siete cinco uno, nueve cinco cinco, ocho tres uno}} y el folio <<88 20 14>>.
clabe interbancaria {{014379554528486023}} para los <<tres mil pesos>>, mi cel es <<55 1234 0098>>
IA: ¿Me confirma su DNI?\nUsuario: {{cincuenta y dos, setenta y siete, treinta y ocho, cero uno, uve doble}}.\nIA: Gracias. ¿Código postal?\nUsuario: <<28015>>
NIF {{59107147E}}, factura <<2024/0093>>, está mal la fecha, pone <<31 de febrero>>
tengo NIE, no DNI, es {{Y siete ocho cinco cero ocho nueve dos V}}, ¿por qué el sistema no lo coge?
el CPF de mi socio en Brasil es {{770.745.239-92}} y la empresa tiene CNPJ {{87.469.910/0001-04}}
IA: Le hemos enviado un código.\nCliente: me pone {{cuatro cuatro cero nueve uno siete}}.\nIA: Perfecto. Su caso es el <<70021>>.
la contraseña es {{Girasol-88}} con ge mayúscula, y el usuario <<pilar.m@example.es>>
Olvidé mi clave, no la tengo apuntada en ningún sitio, un momento que busco la carta.
la frase de mi monedero, en inglés, es {{certain stage belt twenty disease royal express display tilt pipe craft bomb}}; la dirección, <<bc1qlrgm6pklqjr5ypr8yhl7fz9lya2x9anayhsv72>>
Mi teléfono es el <<seis uno dos, treinta y cuatro, cincuenta y seis, setenta y ocho>>, llámeme por la tarde, sobre las <<cinco y media>>.
El extracto está en {{https://banco.example/statements/extracto-octubre.pdf}} y la línea rara es la de <<19,99 €>>.
Operador: la tarjeta, por favor\nCliente: {{cuatro nueve siete cero, doble cero, siete nueve}}... no, perdón, {{cero cero cero siete}}, empiezo otra vez: {{cuatro nueve siete cero, cero cero siete nueve, tres cinco cero uno, uno cuatro cero seis}}
## german
KI: Bitte nennen Sie die ersten vier Ziffern Ihrer Karte.\nKunde: {{fünfundvierzig achtundvierzig}}\nKI: {{4548}}, danke. Weiter bitte.\nKunde: {{einundsechzig dreiundzwanzig}}, {{zweiundsechzig sechsundsiebzig}}\nKI: Und die letzten vier?\nKunde: {{vierzehn zweiunddreißig}}. Es geht um <<achtzehn Euro neunzig>>.
also die nummer ist {{fünf vier null zwo, sieben zwo eins null, drei null acht sechs, sieben vier zwo zwo}} und gültig bis {{null neun achtundzwanzig}}
Visa, Moment, {{neunundvierzig vierzig, fünfunddreißig fünfundfünfzig}}, ja Schatz gleich, {{sechzig vierundvierzig, dreiundachtzig fünfundvierzig}}. Rechnung <<RE-2024-118>>.
Karte {{5174. 78 71. 36 52. Null acht 98}}, abgebucht wurden <<zweimal 12,99 Euro>>.
Agent: Und die Kreditkarte?\nFrau Lindner: {{4111 7756 5790 2131}}\nAgent: Prüfziffer auf der Rückseite?\nFrau Lindner: {{sieben null vier}}\nAgent: Danke, Vorgang <<V 3320>>.
KI: Nennen Sie bitte die letzten vier Ziffern der Karte.\nNutzer: Die Karte <<endet auf 1689>>, mehr sag ich am Telefon nicht.
Meine Karte läuft <<im Mai>> ab, liegt es daran, dass die Verlängerung fehlgeschlagen ist?
Ich habe zwei Rechnungen bekommen, eine über <<fünfundvierzig Euro>> und eine über <<achtundvierzig>>, bestellt habe ich aber nur einmal.
KI: Auf welche IBAN sollen wir erstatten?\nKunde: {{D E einundfünfzig}}\nKI: {{DE51}}.\nKunde: {{fünfzig null eins, null fünf siebzehn}}\nKI: Weiter.\nKunde: {{null sechs fünf neun, sechs drei sechs eins, drei sieben}}
iban {{DE03 1203 0000 0552 7973 56}} bei der dkb, verwendungszweck <<Gutschrift 7741>>
Ich wohne in Straßburg, die IBAN fängt mit FR an: {{FR76 3000 4662 5183 0871 6627 316}}, BIC weiß ich nicht.
Steuer-ID? Warten Sie, {{sechsundvierzig, drei eins acht, zwei null sieben, zwei fünf drei}}, steht auf dem Lohnzettel.
KI: Ihre steuerliche Identifikationsnummer bitte.\nNutzer: {{65 481 923 375}}.\nKI: Und Ihre Postleitzahl?\nNutzer: <<acht null drei drei eins>>.
unsere USt-IdNr lautet {{DE 472 148 961}}, bitte die Rechnung <<4711-B>> netto neu ausstellen
Wir sind aus Graz, UID {{ATU62734919}}, Kundennummer <<551 902>>.
KI: Sie haben gerade einen Code per SMS bekommen.\nKunde: {{drei neun null, sieben sieben eins}}\nKI: Danke. Der Betrag von <<zweihundertvierzig Euro>> wird freigegeben.
mein passwort ist {{Kirschkuchen_59}} mit großem K, aber ihr portal sagt <<Fehler 403>>
Die Geheimzahl ist {{acht acht null eins}}, glaub ich, und am Automaten kam trotzdem nichts raus.
Ich hab meine PIN vergessen, schicken Sie mir bitte einen Brief, keinen Code.
Sie erreichen mich unter <<null eins sieben sechs, zwölf vierunddreißig, neunundachtzig null eins>>, am besten nach <<siebzehn Uhr>>.
Die zwölf Wörter von meinem Ledger: {{divorce, confirm, town, misery, real, sock, tilt, anger, kidney, output, lock, prize}}. Die Adresse ist <<0x4baa75e9d89fc2f01ea4dcb216f179de7bc4d535>>.
Die Abrechnung liegt unter {{https://kunden.example.de/statements/abrechnung_2024_07.pdf}}, Seite drei, Posten <<7>>.
## french
IA : Dites-moi les quatre premiers chiffres de la carte.\nClient : {{quarante-cinq quarante-huit}}.\nIA : {{4548}}. Ensuite ?\nClient : {{trente-cinq treize}}, {{cinquante-cinq cinquante-neuf}}, et la fin c'est {{vingt-huit soixante-quatre}}.
oui bonjour ma carte c'est {{cinquante-quatre zéro deux, quarante-sept dix-neuf, quinze quatre-vingt-sept, quarante-quatre trente-huit}} et elle expire {{en juin vingt-sept}}
{{4940. 60 84. 23 soixante-quinze. 34 46}}. C'est pour le remboursement de <<quatre-vingt-quatre euros>>.
Conseillère : je vous écoute\nMme Garnier : {{quarante-neuf soixante-dix}}, euh, {{quatre-vingt-douze vingt-deux}}\nConseillère : d'accord\nMme Garnier : {{soixante-sept soixante et onze}}, {{vingt-deux trente-trois}}\nConseillère : et le cryptogramme ?\nMme Garnier : {{cinq zéro huit}}
Le prélèvement est passé sur la {{5174 1049 9943 1272}}, commande <<CF-88012>>, le <<12 octobre>>.
IA : Votre carte se termine par quoi ?\nClient : elle <<se termine par 3097>>, voilà, et le reste je ne le donne pas à un robot.
Ma carte expire <<en mai>>, c'est pour ça que l'abonnement n'a pas été renouvelé ?
On m'a envoyé <<deux factures>>, une de <<quarante-cinq euros>> et l'autre de <<soixante-dix-neuf>>, un moment, je les cherche.
IA : Votre IBAN, s'il vous plaît.\nClient : {{F R soixante-seize, vingt zéro quatre, quatorze trente-quatre}}\nIA : Je note. La suite ?\nClient : {{quatre-vingt-dix cinquante-cinq, cinquante-trois cinquante-cinq, vingt-six vingt-neuf, neuf cent soixante et onze}}
le RIB c'est {{FR76 3000 4101 9516 0499 3796 213}}, au nom de <<SARL Lemaitre>>, facture <<2024-771>>
Je suis belge, alors {{B E soixante-huit, cinquante-trois nonante, zéro sept cinquante-quatre, septante trente-quatre}}, code postal <<1050>>.
numéro de TVA intracommunautaire {{FR 66 371340365}}, à mettre sur la facture <<F-1093>> svp
IA : Quel est votre numéro de TVA ?\nClient : {{F R quatre-vingt-deux, cinq cent quatre-vingt-sept, huit cent quatre-vingt-deux, cent soixante-huit}}.\nIA : C'est noté, montant hors taxe <<mille deux cents euros>>.
IA : Vous avez reçu un code à six chiffres.\nClient : attendez... {{sept zéro deux, neuf neuf un}}.\nIA : Merci, votre dossier est le <<55 20 18>>.
mon mot de passe c'est {{Tournesol!74}} avec un T majuscule, et l'adresse mail <<c.garnier@example.fr>>
Le code de ma carte bleue, {{trois neuf neuf un}}, ne marche plus au distributeur depuis <<lundi>>.
J'ai oublié mon mot de passe et je ne retrouve pas le code non plus, vous pouvez m'aider ?
Vous pouvez me rappeler au <<zéro six, douze, trente-quatre, quatre-vingt-dix, quatre-vingt-dix-huit>> avant <<dix-huit heures>>.
ma phrase de récupération, je vous la lis : {{suit type pride jacket asset move spawn survey twice sail keen rival}}. Le virement de <<0,2 bitcoin>> n'est pas arrivé.
La clé privée {{f08bc6cab43749f451b70fc6010b3be0dc9be5f48d06e80e1c2d20c2fd337a27}}, je l'ai copiée par erreur dans le ticket <<TK-3391>>.
le relevé est ici {{https://espace.example.fr/statements/releve-aout.pdf}}, regardez la ligne du <<14 août>>
Client : {{quarante et un onze, quatre-vingt-huit dix-huit}}\nIA : J'ai {{4111 8818}}.\nClient : oui, {{quinze soixante et un, trente quatre-vingt-dix-sept}}\nIA : Merci. Valable jusqu'à ?\nClient : {{zéro deux, vingt-neuf}}
`,
	L: String.raw`
## english
Agent: Which card would you like the refund to go back to?\nCustomer: Oh, the blue one. It's {{4612 9162 7468 9669}} and it runs out {{11/28}}.\nAgent: Lovely, the <<twenty-four pounds sixty>> should be there in <<three to five working days>>.
yeah hi so the card number is {{four five one eight four seven oh nine eight five two nine two four two six}} and you guys charged me <<forty-nine ninety-nine>> twice on <<the ninth of June>>
Agent: Go ahead with the long number, four at a time please.\nCustomer: {{Four nine seven nine}}.\nAgent: Mhm.\nCustomer: {{Seven two eight seven}}.\nAgent: {{Seven two eight seven}}, yes.\nCustomer: {{Eight three six three}}, hang on, the light's awful in here, {{eighty, eighty-eight}}.\nAgent: Thank you, and the amount in dispute was <<eighty-eight dollars>>?
Speaker 1: Ready when you are.\nSpeaker 2: {{Four six seven three, oh four double seven, two eight six five, one five nine six}}.\nSpeaker 1: And the three digits on the back?\nSpeaker 2: {{Three oh two}}.\nSpeaker 1: Your invoice <<INV-30217>> is now paid.
Okay it's {{4216 8549 3851, no wait, I can't see without my glasses, 3850 5726}}. Did you get that? The payment was for <<$312.40>>.
my visa's {{forty-seven oh three, double oh thirty-four, seventeen sixty, fifty-two eighty}}, and there's a hold of <<two hundred and fifty>> on it from the hotel
It's an Amex so it's a weird length, {{3459 628590 31093}}, and the four little numbers on the front are {{7716}}. I think the membership year started <<March 2019>>.
User: You want the Amex?\nAI: Yes please, the full number.\nUser: {{three seven nine five... four seven five oh four six... four nine five three seven}}\nAI: Thanks. I see a renewal of <<$129>> that failed on <<August 3rd>>.
I've still got a Diners Club, believe it or not. {{3056 032654 2351}}. Valid to {{06/27}}. The restaurant bill was <<£86.15>>.
[00:41] Rep: card number?\n[00:44] Caller: {{6011.2365.8912.0058}}\n[00:52] Rep: that's a Discover, and the order was <<77-40931>>?\n[00:55] Caller: yep
I typed {{4024583966788076}} into your form three times and it said error code <<51>> every time, what does that even mean
{{4, 1, 5, 6, 5, 6, 4, 5, 5, 7, 2, 6, 5, 8, 0, 7}}. And my zip is <<60614>>.
Customer: Are you ready, love? {{Four nine two four, nine two three nine, one three seven nine, seven triple six}}.\nAgent: Smashing. And the name on the card?\nCustomer: Mrs D Haverstock.
Agent: Sir, RuPay card number please.\nCustomer: Yes ma'am, {{six five two one, eight two four five, zero eight zero six, five double seven eight}}.\nAgent: And the recharge was of rupees <<five hundred ninety-nine>>, correct?\nCustomer: Correct.
{{4405 3347\n9119 1634}}\nthat's the one you billed, ticket <<#88213>>
Customer: {{Five one two eight, six seven eight three}}... sorry, somebody at the door. No, leave it by the mat! <<Two parcels>>, yes. Right where was I. {{Six one five seven, two seven nine four}}.\nAgent: No problem at all.
Customer: Um, {{five two four one two seven six seven}} and then {{one eight five four seven six nine two}}.\nAgent: Let me read that back, {{5241 2767 1854 7692}}?\nCustomer: That's it.\nAgent: Refund of <<$1,204.00>> submitted, reference <<RF-559102>>.
It's one of those long ones, nineteen digits I counted: {{4284 1684 1616 4897 896}}.
this is my mum's really ancient card from like <<1996>>, it says {{4799737748544}} on it, does that still work for a refund?
So the prepaid Mastercard begins with a two, which confuses everybody. {{2305 6111 0835 4624}}, exp {{02/29}}, code {{418}}. There was <<$75>> on it and now there's <<$12.16>>.
AI: Please say the sixteen digits.\nUser: {{3 5 2 8... 4 2 3 7... uh 6 0 1 2... 6 5 6 6}}\nAI: Thank you. Was the charge for <<6,800 yen>>?
Put it on {{4670-9758-0375-8576}} like last time, and send the receipt to <<marg.pell@outlook.com>> please.
Agent: Long card number?\nCustomer: {{Forty-four eighteen, ninety sixty, fifty-four thirty-three, eighty-two fifty-two}}.\nAgent: Expiry?\nCustomer: {{Oh four twenty-nine}}.\nAgent: And the CVC?\nCustomer: {{Double six one}}.
Let me see, um, {{four one six five, okay, seven six nine one, you with me? one five seven two, seven four oh nine}}. I've been a customer since <<nineteen eighty-eight>> you know.
Agent: I only caught the first half, {{4248 9723}}, could you give me the rest?\nCustomer: Sure, {{1046 7414}}.\nAgent: And this is about booking <<K7QXPD>>?\nCustomer: Yes, <<two tickets>> for <<18 November>>.
Visa {{4599 three seven four two 4477 four one eight six}} I don't know why it's half words on my end lol
Agent: What's the card for the Optus bill?\nCustomer: Mastercard, {{five three nine one, nine six three six, oh two seven nine, double five eight oh}}. Bill's a <<hundred and forty bucks>>, due <<on the fifteenth>>.
The number is {{5342 9343 2173}} sorry no, {{21 13}} then {{9293}}. My eyes aren't what they were.
Caller: charge it to {{5339 7718 8521 0515}}\nRep: when does it expire?\nCaller: uh {{September twenty-seven}}\nRep: great, you'll get a text at <<555-0142>>
Discover: {{6512-5644-0898-1515}} / exp {{12-26}} / billing address <<1904 Larkspur Ct, Boise ID 83702>>.
Agent: And the security code on the back of the card?\nCustomer: {{5 1 9}}.\nAgent: Perfect, the <<£9.99>> has gone through.
the CVV is {{nine oh four}} but I'm not giving you the long number, you've already got the one ending <<1187>>
User: What's a CVC?\nAI: The three digits beside the signature strip.\nUser: Oh right. {{Two seven three}}.\nAI: Thank you.
My card expires in <<May>> so I expect the new one before <<the twelfth>>.
Agent: Is that the card ending in <<4242>>?\nCustomer: No, the one ending <<nine oh one six>>, the green one.
I've got two cards with you, last four <<5580>> and last four <<3311>>, and only the second got double charged <<$64.20>>.
Visa ending four four one nine, exp May, never had a problem with it before. It's the other bank that's slow.
Agent: I'll need your routing and account number for the payout.\nCustomer: Routing is {{035861243}} and the account is {{35599567274}}.\nAgent: Thank you, payout <<PO-7741>> for <<$2,350.00>> goes out <<Thursday>>.
okay reading off the check here, bottom left it says {{one one five six seven four oh nine one}} that's the routing, then account {{three four eight nine three five two nine}}, and the check number is <<1042>>
Just confirm the ABA for me, is it {{1146 42 451}}? Because the last wire of <<nineteen thousand dollars>> bounced on <<10/02>>.
Rep: routing number?\nCaller: {{oh two oh, seven five five, five double oh}}\nRep: and checking account?\nCaller: {{double five four five, four four five nine, four oh}}\nRep: got it, ACH pulls on <<the 1st>>
Sort code {{20-04-87}}, account number {{46775749}}, and could you quote ref <<HARRIS22>> on it so I know what it's for.
Agent: Sort code?\nCustomer: {{Thirty, sixty-eight, twenty}}.\nAgent: And the account?\nCustomer: {{Four four double nine, oh oh three eight}}.\nAgent: Is that the account you want the <<sixty quid>> paid into?
it's a business account so sort code {{four oh three eight one eight}} account {{oh eight six six oh six seven oh}} the invoice was <<one thousand one hundred and eighty>> plus VAT at <<20 percent>>
Customer: They asked for my IBAN, it's {{GB47 NWBK 1463 3562 8526 75}}.\nAgent: Thanks. The transfer of <<€480>> has tracking id <<TRK-20931-B>>.
{{G B seven two, L O Y D, two nine six oh eight eight eight three nine eight two eight five oh}} that's the IBAN, if it's the BBAN you're after I haven't a clue
I moved to Utrecht in <<2021>> so the account is Dutch, {{NL15INGB3790466810}}.
BSB {{085-962}}, account {{265213591}}, name of D. Okafor. I'm at <<Footscray 3011>> if you need the postcode.
Agent: What's the BSB, mate?\nCustomer: {{Seven three eight, double five four}}.\nAgent: And account number?\nCustomer: {{Three seven nine, six eight five, one one five}}. No worries.\nAgent: Refund's <<eighty-nine dollars ninety-five>>.
Customer: Please note down, account number {{567142530469}}, IFSC {{SBIN0564342}}, branch is <<Kothrud>>, Pune <<411038>>.
account {{nine six five one seven seven four one nine five two}} and IFSC is {{H D F C zero five double six seven six four}}, amount refunded should be <<rupees four thousand two hundred>> only
Agent: Which UPI ID should I send it to?\nCustomer: {{meera.joshi84@okhdfcbank}}.\nAgent: And email?\nCustomer: <<meera.joshi84@gmail.com>>.
my UPI is {{nine eight two zero four five five one one seven at paytm}}, no, don't call on it, it's only for UPI
The UTR for the failed transfer is <<412355678893>>, amount <<Rs 7,499>>, please trace it.
Agent: Full CLABE please, eighteen digits.\nCustomer: {{012 180 01772680222 1}}.\nAgent: Gracias. And that's for payout <<#40092>>?
My customer number is <<70044218>> and the order is <<11-29384-A>>. No I don't have the card with me.
account ID <<acct-55201-east>>, software version <<4.12.3>>, and the renewal failed at <<9:45>> this morning
Agent: Can I get your full Social?\nCustomer: {{318-32-4249}}.\nAgent: And your date of birth?\nCustomer: <<July 4th 1961>>.
Rep: last four of your social please\nCaller: {{six three one eight}}\nRep: and the last four of the card?\nCaller: <<two two oh nine>>
social's {{six oh three, three four, two six oh four}} and I'm calling 'cause the 1099 says <<fourteen thousand>> and I only got <<eleven>>
For verification, may I have the last four digits of your SSN?\nUm {{5656}}.\nThank you, I see <<two open disputes>>.
User: I already gave it, {{5 2 7, 6 5, 9 1 4 3}}, why do you need my social for a <<$15>> refund?\nAI: I understand the frustration.
I don't have a social, I've got an ITIN, {{927-86-1667}}. The case number on the letter is <<CP-2000-118>>.
Our EIN's {{20-7988134}}, company is Tolland Fence LLC, and you billed us <<three invoices>> for the same month.
Agent: Employer ID number?\nCustomer: {{Four seven, nine five oh, eight eight three three}}.\nAgent: Got it. And your phone?\nCustomer: <<Four one two, five five five, oh one eight eight>>.
Please update my PAN {{AAVPF2891T}} on the invoice, the GST amount shown is <<₹1,872>>.
Customer: PAN is {{F J Z P L four zero five two M}}. M for Mumbai.\nAgent: Noted sir. TDS of <<two thousand>> was deducted on <<31st March>>.
Aadhaar number {{2248 9663 6086}}, but pin code changed, now it is <<560102>>.
Agent: Ma'am your Aadhaar?\nCustomer: One minute. {{Eight two five seven, four zero six zero, nine three six seven}}.\nAgent: And order ID?\nCustomer: <<OD-4471-0093>>.
Our GSTIN is {{27YVBPM8882U1ZO}}, you have put the wrong one on bill number <<B/2024/0712>>.
Customer: My National Insurance number? {{AB 81 84 33 A}}.\nAgent: Thanks. And the postcode?\nCustomer: <<LS6 2QT>>.
it's {{C E seven eight five nine seven three B}}, that's my NI number, I had it on the payslip in front of me
HMRC gave me a UTR, {{5068247283}}, and a payment ref that's different, do you need the <<£640>> one or the <<£64>>?
self assessment, so my unique taxpayer reference is {{five one nine oh, two double six, two oh four}}
The VAT number should be {{GB 246 4400 36}} and the purchase order <<PO 99812>>.
My SIN, eh, it's {{703 549 865}}. I'm in Moncton, <<E1C 4Z6>>.
Agent: Tax file number?\nCustomer: {{One seven oh, one four six, four oh seven}}.\nAgent: Ta. The super payment was <<$418.77>>.
our ABN is {{25 745 767 413}} and I've been on hold for <<forty minutes>>
Passport number's {{533871094}}, issued in <<Newport>>, flight's on <<the twenty-first>>, booking <<ZT81PQ>>.
Agent: Driving licence number for the ID check?\nCustomer: {{HAVER 507231 D99XK}}.\nAgent: Great, you're through to refunds.
it's a California license, {{D as in dog, four one seven two oh six eight}}, expires on my birthday
Agent: Sir, you should not share that with anyone.\nCustomer: No but it won't restore! I put in {{chimney armor peasant wheat venue weapon deny truck tired clay cannon zero}} and it says invalid.\nAgent: Please stop there. The payout address is <<0xeDAcd61Ce50e34240B9C3fDbfa04eebc7C09DcAa>>, correct?
the words are {{one jazz, two immense, three despair, four pull, five twice, six social, seven muscle, eight cart, nine debate, ten oil, eleven drive, twelve moon}} and my wallet's still empty
Customer: First six are {{retire, inherit, abandon, illegal, success, village}}.\nAgent: Please, don't read that to me.\nCustomer: and then {{nurse, april, power, either, install, silly}}. My boy set it up.\nAgent: I've opened ticket <<SEC-2281>>.
My Ledger backup says {{comfort gallery negative book program decline garbage plunge ring welcome key fabric announce father bacon game soft cousin wife shoulder scout over satoshi toward}} - twenty-four words, is that normal?
private key is {{15740f153011643ccbf36fcecd5b71f23fa6e762313d9c6b78c4c87a33db585c}} and the transaction hash was <<0x95312f9218e959a0eb5b8969c1073849035d1a04e56ed8fca456ba4599cfe862>>
I exported it, it begins with a K, {{KxpQm8rHC9sq5B4NJ8s3DyeZPiot3dciGqyyB1yrTSKecNariKsU}}, is that the thing you need to send <<0.18 BTC>> to <<bc1qucwhnhvdyamp80ekq49hsxlvknww94zsr4x690>>?
So the tether should have come to <<TH3VxTQwfDAXYfAJSbGZAdgGEZ65QJxkoe>>, <<four hundred and ten USDT>>, your call id was <<call_8fk20Ab77>>.
Customer: Password's {{Maple!Harbour29}} with a capital M.\nAgent: You don't have to tell me that, but I can see invoice <<20931>> is unpaid.
you asked for my password it's {{capital R, then u n n e r, dollar sign, four four}} all one word, and username is <<rjones>>
my wife's the one who set it, it's {{bluebell seventy-two}}, the password I mean, try it now
Agent: I've just sent a six-digit code to the phone ending <<0188>>.\nCustomer: Got it, {{four eight one, nine two oh}}.\nAgent: Thanks, you're verified.
AI: What is the one-time passcode we texted you?\nUser: hang on, it's loading... {{73 06 15}}\nAI: Great. Your refund of <<$58.30>> is approved.
OTP came, {{three nine double two seven four}}, please be quick it expires in <<two minutes>>
My PIN is {{7302}}, I tried it three times at the cash machine on <<Broad Street>> and it swallowed the card.
Customer: telephone banking PIN, {{one eight, double six}}.\nAgent: Thank you. And when was the disputed payment?\nCustomer: <<The eighteenth, at six minutes past six>>.
I pasted the wrong key into the webhook, it was {{sk_live_8Zt2QmV4rK71xPwLd09cTyBn}}, the endpoint version is <<2024-06-20>>
Dev here. The API key's {{AKIAQ7Z3MX2LD8RTV5KW}} and your API returns <<402>> on invoice <<in_1PqA83>>.
Agent: I've emailed the link.\nCustomer: This one? {{https://portal.brightwell.co.uk/statements/2024-03_current.pdf}}\nAgent: Yes. For other questions see <<https://help.brightwell.co.uk/refunds>>.
I attached {{W-9.pdf}} and also <<product-manual-v2.3.pdf>>, the second one's just so you can see which model it is.
HR sent {{payslip_2024_09_okafor.pdf}} and the tax thing {{https://files.paywise.io/tax/1099-NEC-2023.pdf}}, and neither matches the <<$3,912>> I was paid.
I forgot my PIN again, can you send a new one in the post? It's flat <<4, 27 Ember Lane>>.
Agent: Never share your password or the three digits on the back with anybody, including us.\nCustomer: I wouldn't dream of it.
One moment, I've two invoices here, one for <<six hundred>>, the other for <<one thousand two hundred and thirty-four pounds fifty>>.
Customer: Tracking says <<1Z 4R7 88W 03 9920 4417>>, it left Leeds on <<the second>>, and it's been nine days.\nAgent: One second, I'll have a look.
call me on <<oh seven seven double oh, nine hundred, one four two>> any time after <<half five>>, not before, I'm on shifts
The policy number is <<HX-4409182>> and the claim's <<C-7720-31>>. I was born on <<the third of March nineteen fifty-two>>.
Agent: Could I take a contact number?\nCustomer: <<0412 555 907>>. And the mobile for my partner's <<0491 570 156>>.
Promo code was <<SPRING15>>, it should have knocked off <<fifteen percent>>, so <<eighty-five>> not <<a hundred>>.
We discussed my card, my account and my code for about an hour and nobody could tell me why <<thirty-one dollars>> left on a Sunday.
Yesterday's winner was like one two three four five, no just kidding, I counted to five and hung up. Anyway the fee's <<four ninety-five>>.
Agent: Reference for this call is <<call_Zx91LmT04q>>.\nCustomer: Zed ex nine one, right. And if I call back before <<8 pm>> do I need a new one?
I want the money sent in bitcoin to <<bc1qgd05gzvzl9f0egfsafez6nz3025mq79slp07fu>>, the whole <<0.0425>>, not in two pieces.
I'd like to cook at the camp on Saturday so the question is whether the loan issue is settled by then, I remember a yellow letter about it.
Customer: So <<three>> payments of <<$42.97>>, order <<5510-882>>, and the card was {{4297 7011 2799 4215}}.\nAgent: And <<42.97>> is the price including tax?\nCustomer: Yes.
mum's dead and I'm closing everything, the card is {{four six two one, two seven one seven, seven oh eight three, one seven two three}} and the social is {{318 67 5656}}, she died on <<November sixth>>
Agent: Number please?\nCustomer: {{Five three six four}}\nCustomer: {{one five four seven}}\nAgent: sorry, you broke up, {{one five four}} what?\nCustomer: {{seven}}. Then {{five four one oh}} {{oh six one two}}\nAgent: Got you. It's <<eleven fifteen>>, so it will post today.
[10:02:11] CUSTOMER: {{4605 5054}} are you typing\n[10:02:19] AGENT: yes\n[10:02:21] CUSTOMER: {{3175 8076}} good till {{august 2030}}\n[10:02:30] AGENT: order <<4605-11>> is cancelled then
I live in Rome now so I have a codice fiscale, {{RSSGLI82D51H501F}}, and the hotel refund was <<€212>>.
Agent: And the three-digit code on the reverse?\nCustomer: It's completely rubbed off, dear, there's nothing there but a smudge.
Agent: For security, the last four digits of your card?\nCustomer: Ending in <<eight oh seven six>>, and please don't ask me for anything else.
User: The error says version <<7.0.412>> and payment code <<E-1190>>.\nAI: Thanks. Is the order number <<4093-2217>>?\nUser: Yes, placed at <<quarter to nine>>.
## hinglish
Haan ji likhiye, {{4758 6605 2716 5713}}, aur isme se <<do hazaar rupaye>> do baar kat gaye.
Agent: Card number bata dijiye ma'am.\nCustomer: {{chaar paanch nau teen, do chaar zero chaar, ek zero do paanch, ek chaar do do}}.\nAgent: Ji, <<Rs 849>> ka transaction dikh raha hai.
RuPay hai mera, {{six five two one, nine nine teen teen, six four eight four, double nine eight seven}}, bijli ka bill <<1,340>> ka tha.
Agent: Pehle chaar digit boliye.\nCustomer: {{four four six two}}\nAgent: ji {{four four six two}}\nCustomer: {{four three five two}} ruk jaiye beta, chashma kahan hai\nAgent: koi baat nahi\nCustomer: {{three seven nine five}} aur last mein {{two double three nine}}
Number likho bhai: {{4825, 6450, 8044, 7656}}. Expiry {{03/27}}. Refund <<paanch din>> mein aayega na?
debit card {{chhe zero aath do ek chhe paanch aath saat chaar saat saat aath chhe aath zero}} hai, petrol pump pe <<pandrah sau>> extra kata
AI: Please card number boliye.\nUser: haan ek minute, {{four triple three eight seven eight seven}} um {{five zero one two three six four seven}}\nAI: Dhanyavaad. Kya yeh <<4 August>> ke renewal ke liye hai?
Agent: Card ke peeche teen digit ka number?\nCustomer: {{saat zero paanch}}.\nAgent: Ho gaya, <<₹299>> ka payment successful.
CVV toh {{three three one}} hai, par card number main nahi bataungi, aapke paas last four <<9087>> hai hi.
Mera card <<agle mahine>> expire ho raha hai, naya kab aayega?
Account number {{34203789457}} hai aur IFSC {{PUNB0100879}}, branch Ludhiana, pin code <<141001>>.
Agent: Sir account number dijiye.\nCustomer: {{zero four eight seven six zero double seven one eight nine three eight two}}.\nAgent: Aur IFSC?\nCustomer: {{I C I C zero zero one six eight seven zero}}.\nAgent: Refund <<teen hazaar do sau>> ka hai.
khata number {{zero paanch ek teen zero chhe paanch aath teen nau chhe nau}}, I F S C {{PUNB 0523621}}, naam Suresh Pal
Mera UPI ID {{sureshpal77@ybl}} hai, aur paisa <<500>> ka gaya tha <<do din pehle>>.
UPI pe bhejna ho to {{riya dot sharma at okaxis}}, email alag hai <<riya.sharma@rediffmail.com>>.
UTR number <<418290335174>> hai, order number <<OD-88213-7>>, ab aap check kijiye na please.
Aadhaar ka number {{7005 4176 0167}} hai, phone number <<98331 20457>> hai.
Agent: Aadhaar ke baarah ank bata dijiye.\nCustomer: {{saat aath aath do, do chaar nau saat, ek zero zero teen}}.\nAgent: Dhanyavaad. Aapka ticket <<TKT-30418>> hai.
PAN card wala number {{ZYYPB3592V}}, naam Zeenat Bano, TDS <<1,250>> kata hai jabki <<800>> katna tha.
Customer: PAN {{U S W P K one eight four one D}}.\nAgent: D for Delhi?\nCustomer: Haan ji, aur bill <<July>> ka hai.
Company ka GSTIN {{27USWPK1841D1Z1}}, invoice <<INV/118/24-25>> pe galat chhap gaya hai.
OTP aaya hai, {{nau do chaar saat ek paanch}}, jaldi daliye.
Agent: OTP batana mat kisi ko sir.\nCustomer: Haan maloom hai, par aapke app ne maanga to maine bol diya {{550183}}. Ab <<dus hazaar>> gaya.
ATM ka PIN {{paanch chhe teen do}} hai, maine <<teen baar>> galat dala aur card block ho gaya.
mera net banking password {{Chandni@1987}} hai login nahi ho raha, customer ID <<44120983>>
Passport number {{M8841207}} hai, visa fee <<saade chhe hazaar>> do baar kata.
driving licence {{MH12 2011 3665562}}, gaadi ka challan <<1,000 rupaye>>
Bhaiya wallet ka phrase {{inform answer advance token aisle speak cup attitude pretty own require father}} hai, kuch kar do.\nAgent: Sir yeh kabhi kisi ko mat boliye.
USDT <<TTNgjadxwoTd9e17k1FVPeCLNDP1X66w7k>> pe bhejna tha, <<teen sau bees>> USDT, abhi tak nahi aaya.
Bank ne yeh bheja tha {{https://netbank.sarvodaya.in/statements/AcctStmt_Q2.pdf}} aur {{form16_AY2024-25.pdf}} bhi attach kiya hai.
Mera mobile <<nau aath do zero, chaar paanch paanch, ek ek saat teen>> hai, WhatsApp isi pe hai.
Mere naam pe <<do invoice>> hain, ek <<chaar sau>> ka, ek <<chhe sau pachaas>> ka, dono kal ke hain.
Agent: Aap PIN bhool gaye hain?\nCustomer: Haan ji, PIN bhool gaya, naya kaise banega batao.
Chaar baje se hold pe hoon, ek do teen bar kaata aapne, ye kaisa customer care hai?
Parcel ka AWB <<7729 4410 38>> hai, <<Indore 452001>> pahunchna tha <<parso>>.
Agent: Card aur account dono chahiye?\nCustomer: Haan. Card {{4769 0507 2874 5421}} se payment gaya tha, refund account {{00349902085775}} mein daalo, total <<Rs 2,199>>.
Agent: Last four bata dijiye card ke.\nCustomer: Ending <<six seven eight one>>, HDFC wala.\nAgent: Theek hai, aur <<₹450>> ka dispute <<D-20931>> number pe hai.
## hindi
मेरा कार्ड नंबर {{4869 5187 2637 5341}} है और <<तीन सौ रुपये>> दो बार कट गए।
एजेंट: कार्ड नंबर बताइए।\nग्राहक: {{चार एक पाँच तीन, छह आठ शून्य छह, चार छह शून्य एक, तीन तीन एक चार}}।\nएजेंट: धन्यवाद, <<छह दिन>> में पैसा आ जाएगा।
जी लिखिए {{चार तीन तीन पांच, एक पांच चार आठ}} रुकिए ज़रा, बच्चा रो रहा है, {{तीन सात चार शून्य, आठ शून्य पांच छह}}
ग्राहक: {{४९७४ ०८६४ ५६३२ ६७६१}} ये वाला, एक्सपायरी {{०६/२८}}।\nएजेंट: ऑर्डर <<OR-5531>> के लिए?\nग्राहक: हाँ।
एजेंट: कार्ड के पीछे के तीन अंक?\nग्राहक: {{आठ दो छह}}।
मेरे कार्ड के आखिरी चार अंक <<२२१९>> हैं, बाकी आपके पास होंगे।
आधार नंबर {{9475 9810 2515}} है, पिन कोड <<302001>> है।
एजेंट: आधार बताइए।\nग्राहक: {{छह छह नौ नौ, छह आठ एक चार, एक नौ एक दो}}।\nएजेंट: ठीक है, शिकायत संख्या <<77120>> दर्ज हो गई।
खाता नंबर {{94845061001}} और आईएफएससी {{SBIN0354652}}, वापसी <<बारह सौ पचास>> की है।
पैन {{ERLPS7642G}} है, टैक्स <<दो हज़ार>> ज़्यादा कट गया।
ओटीपी {{पाँच सात शून्य नौ दो एक}} आया है, जल्दी डालिए।
मेरा पिन {{चार चार नौ एक}} था, पर मशीन ने कार्ड वापस नहीं दिया, <<दस हज़ार>> भी नहीं निकले।
यूपीआई आईडी {{kamla.devi@okicici}} है, फ़ोन <<94140 77215>> है।
दो इनवॉइस हैं, एक <<पाँच सौ>> का और एक <<सात सौ नब्बे>> का, दोनों <<तीन जून>> के।
मैं पिन भूल गया, नया कैसे बनाऊँ?
ऑर्डर नंबर <<44120 93>> है, और ट्रैकिंग <<BLR-771-09>>, सामान <<चार दिन>> से नहीं आया।
मेरा फ़ोन नंबर <<नौ आठ सात सात, शून्य एक दो, चार पाँच आठ>> है, शाम पाँच बजे के बाद कीजिए।
पासवर्ड {{गंगा@2208}} डाला था, फिर भी लॉगिन नहीं हुआ, ग्राहक संख्या <<881204>> है।
पासपोर्ट नंबर {{P3309182}} है, टिकट का रिफंड <<सात हज़ार चार सौ>> अटका हुआ है।
मेरे बटुए के शब्द {{loan remember issue yellow pelican mixture cook camp impulse question pepper glimpse}} हैं, पैसा कहाँ गया?
## spanish
Sí, mire, la tarjeta es {{4098 1662 0701 3776}} y me cobraron <<39,90 €>> dos veces.
Agente: ¿Me da el número de la tarjeta?\nCliente: {{cuatro dos tres dos, siete siete nueve siete, cinco cinco nueve siete, cero seis uno cuatro}}.\nAgente: Gracias, el cargo de <<veinte euros>> se devuelve en <<cinco días>>.
pues apunte {{cuarenta y tres treinta y tres}} y luego {{ochenta y siete ochenta y siete, cincuenta doce, treinta y seis cuarenta y siete}} eso es
Cliente: {{5344 1848}} espere que se me cae el móvil... {{2405 2118}}, caduca {{07/29}}.\nAgente: El pedido <<PD-66120>>, ¿verdad?
es una Mastercard, {{cinco tres seis nueve, ocho tres dos tres, cuatro cuatro siete uno, seis dos nueve cinco}}, y de código {{doscientos catorce}}
Agente: ¿Y el código de seguridad?\nCliente: {{Ocho cero tres}}, está casi borrado.
Mi tarjeta caduca en <<mayo>> y todavía no me llegó la nueva, ¿cuánto tarda?
No, la que termina en <<5580>>, no la otra, y el importe fue de <<mil doscientos pesos>>.
El IBAN es {{ES90 2100 9982 2512 6830 8587}} y quiero que la devolución de <<84,15 euros>> entre ahí.
Agente: Dígame el IBAN despacio.\nCliente: {{E S siete uno, dos uno cero cero, cinco ocho tres cuatro, cuatro siete uno uno, cero nueve tres nueve, uno tres uno cero}}.\nAgente: Perfecto, la factura <<F-2024-331>> queda anulada.
Mi DNI es {{24180898D}} y nací el <<cinco de abril de 1979>>.
Cliente: {{Cuarenta y siete, treinta y ocho, setenta y dos, diecisiete, hache}}.\nAgente: Es el DNI, ¿no?\nCliente: Sí.
tengo NIE, no DNI, {{Y2293796C}}, llevo aquí <<tres años>>
La factura tiene que ir a nombre de la empresa, NIF-IVA {{ESB06859516}}, total <<1.210,00 €>>.
La CLABE es {{012180942918998102}} y el pago de <<3.500 pesos>> nunca cayó.
Meu CPF, perdón, hablo portugués, es {{617.240.395-80}}, compré en São Paulo por <<180 reais>>.
Mi contraseña es {{Girasol#58}}, no me deja entrar, y el usuario es <<lucia.prats@correo.es>>.
me llegó un código por SMS, {{seis cero siete, cuatro uno dos}}, ¿se lo digo?
El PIN del cajero es {{dos nueve cero cero}}, lo probé <<tres veces>> y se lo tragó.
Tengo <<dos facturas>>, una de <<noventa>> y otra de <<ciento treinta y cinco>>, y la del <<15 de enero>> está mal.
Mi teléfono es <<612 45 80 93>>, llámeme después de las <<cuatro y media>>.
Agente: Su número de cliente es <<80033125>>, ¿correcto?\nCliente: Correcto, y el envío <<LX998120345ES>> sigue parado.
Las palabras de la cartera son {{romance casual slush pause inquiry govern trick maid worth engine wage bounce}} y quiero mandar a <<0xD21cB95Ccc77622Ec4a1ECb89Ec094Abc66D3344>>.
Le adjunto {{nomina_septiembre_2024.pdf}} porque me descontaron <<130 euros>> de más.
La factura es para nuestra filial en Brasil, CNPJ {{98.573.012/0001-00}}, pedido <<BR-2290>>.
## german
Also die Karte ist {{5367 6505 5987 3235}} und abgebucht wurden <<59,80 Euro>> zweimal.
Agent: Die Kartennummer bitte.\nKunde: {{fünf drei drei sechs, zwei sieben null acht, sechs sieben sechs acht, null sieben neun acht}}.\nAgent: Danke, die Erstattung dauert <<drei bis fünf Werktage>>.
Kunde: {{dreiundfünfzig sechsundneunzig, dreiundfünfzig fünfundsiebzig}} Moment, ich setz die Brille auf, {{siebenundsechzig fünfundachtzig, achtundachtzig siebenundsechzig}}.\nAgent: Vielen Dank.
{{5392 9727}}\nund dann\n{{4755 9388}}\ngültig bis {{10/28}}, Rechnung <<RG-2024-0817>>
Mastercard, fängt mit zwei an: {{zwo vier fünf sechs, fünf acht null sieben, sechs fünf zwo neun, drei eins acht vier}}, die Prüfziffer hinten ist {{vier null neun}}.
Agent: Und die drei Ziffern auf der Rückseite?\nKunde: {{Sechs sechs eins}}.\nAgent: Der Betrag war <<einundsiebzig Euro>>, richtig?
Meine Karte läuft im <<Mai>> ab, kommt die neue automatisch?
Nee, die mit den letzten vier Ziffern <<7788>>, nicht die Firmenkarte.
Meine IBAN lautet {{DE72 2005 0550 0535 4829 68}}, überweisen Sie die <<48,20 Euro>> bitte dorthin.
Kundin: {{D E null neun, fünf null null sieben, null null eins null, vier sieben sechs vier, drei sieben null zwei, sechs null}}.\nAgent: Ich wiederhole, {{DE09 5007 0010 4764 3702 60}}?\nKundin: Genau.
das Konto ist {{DE09500700107901507303}} und die Kundennummer <<77120448>>, nicht verwechseln
Agent: Ihre Steueridentifikationsnummer?\nKunde: {{20 196 348 377}}.\nAgent: Danke. Und Ihr Geburtsdatum?\nKunde: <<12. März 1964>>.
Die Steuer-ID ist {{sechs acht sechs eins zwo zwo zwo zwo sechs acht sieben}}, die steht oben auf dem Schreiben.
Unsere Umsatzsteuer-ID ist {{DE178578773}}, auf der Rechnung <<4471/24>> fehlt sie.
Passwort ist {{Ziegelstein_1990}}, aber bei der Anmeldung heißt es, Fehler <<403>>.
Der TAN-Code war {{acht null zwo fünf eins vier}}, aber da war die Zeit schon um.
Agent: Wie ist Ihre PIN fürs Telefonbanking?\nKunde: {{Sieben null drei neun}}.\nAgent: Danke. Es geht um die <<siebenhundert Euro>> vom <<dritten September>>?
Ich habe zwei Rechnungen, eine über <<hundertvierzig>> und eine über <<neunundneunzig Euro>>, und nur eine ist meine.
Sie erreichen mich unter <<0171 555 2093>>, aber erst ab <<halb sechs>>.
Agent: Die Sendungsnummer?\nKunde: <<00340 7781 20>>, sie hängt in <<04109 Leipzig>>.
Ich hab meine PIN vergessen und weiß das Passwort auch nicht mehr, können Sie mir einen Brief schicken?
Im Anhang {{Kontoauszug_08_2024.pdf}} und {{Gehaltsabrechnung_Juni.pdf}}, der Rest steht auf <<https://www.lohnwerk.de/hilfe>>.
der private Schlüssel lautet {{29315a7b063f6c2ec08b49bb6080bd7eac6041a43a45bdbda153d6e6d88483c8}}, die Auszahlung waren <<0,7 ETH>>
## french
Alors ma carte c'est {{5412 3708 9297 2793}} et vous m'avez prélevé <<29,99 euros>> deux fois.
Agent : Le numéro de la carte s'il vous plaît ?\nCliente : {{cinq deux huit neuf, six six neuf un, deux huit sept huit, six cinq cinq huit}}.\nAgent : Merci, le remboursement prend <<cinq jours>>.
{{cinquante et un soixante-dix-huit, vingt-quatre cinquante-six}} attendez, le chien aboie... {{zéro sept zéro sept, quatre-vingt-dix cinquante-six}}
Client : {{5368 4883 6987 4344}}, valable jusqu'au {{05/27}}.\nAgent : Pour la commande <<CMD-55018>> ?\nClient : Oui.
c'est une Mastercard {{cinq quatre cinq quatre, deux huit neuf un, six un quatre huit, sept quatre zéro neuf}} et le cryptogramme {{deux cent six}}
Agent : Je vous écoute.\nCliente : {{5577}}\nAgent : {{5577}}, oui.\nCliente : {{4690 1213 4846}}.\nAgent : Parfait, <<84 euros>> c'est bien ça ?
Agent : Les trois chiffres au dos ?\nClient : {{neuf un zéro}}.
Ma carte expire en <<mai>>, est-ce que je dois faire quelque chose ?
Non, celle qui se termine par <<4471>>, pas la carte de ma mère.
Mon IBAN : {{FR76 3000 3399 2835 2923 3758 367}}, pour les <<112,40 euros>> que vous me devez.
Client : {{FR76, 2004 1810 9330 7087 9937 792}}.\nAgent : Le compte est bien à votre nom ?\nClient : Oui, M. Lagarde.
c'est {{F R sept six trois zéro zéro zéro quatre sept cinq cinq quatre quatre zéro quatre deux cinq six trois cinq zéro deux deux deux huit huit}} l'IBAN, je crois, j'ai pris le dernier relevé
Notre numéro de TVA est {{FR22 565814357}}, la facture <<FA-2024-0311>> est de <<deux mille quatre cents>>.
Mon mot de passe c'est {{Tournesol!74}}, mais ça dit <<erreur 500>>.
Le code reçu par SMS, c'est {{trois cent douze, quatre cent cinq}}, c'est bon ?
Agent : Votre code PIN de banque à distance ?\nClient : {{neuf deux un un}}.\nAgent : Et la contestation porte sur <<quarante-cinq euros>> du <<trois juin>> ?
J'ai joint {{bulletin_de_paie_avril_2024.pdf}} et <<notice-utilisateur-v3.pdf>>, la deuxième n'a rien à voir.
J'ai <<deux factures>>, une de <<soixante-dix-neuf>> et une de <<cent vingt euros>>, la deuxième est en double.
Mon numéro, c'est le <<06 12 55 34 90>>, rappelez-moi avant <<dix-sept heures>>.
Votre référence client est <<882014>> et le colis <<XA 771 209 FR>> est à <<69003 Lyon>>.
Agent : Ne donnez jamais votre mot de passe, même à nous.\nCliente : Non non, je ne dis rien, j'ai oublié mon code de toute façon.
Mon passeport est le {{19CK04417}}, je pars <<dimanche>>, et l'agence m'a facturé <<trois cent vingt euros>> de trop.
Deux petites minutes, je cherche... voilà, un, deux, trois mails de votre part, tous du <<onze octobre>>, avec la commande <<FR-70-115>>.
Cliente : Ma phrase de récupération c'est {{excite setup surround trip drink demise velvet secret peace fashion run hole}} et la suite {{donkey toddler six cloud coconut echo bundle rail marble grab change soul}}.\nAgent : Madame, arrêtez, je n'en ai pas besoin, l'adresse <<bc1qucwhnhvdyamp80ekq49hsxlvknww94zsr4x690>> suffit.
`,
	M: String.raw`
## english
Agent: Payouts desk, Marcy speaking.\nCustomer: Hi Marcy, it's about the <<1,850 USDT>> you were supposed to send me <<last Thursday>>.\nAgent: Sure, do you have the payout number?\nCustomer: <<PO-188019>>.\nAgent: And the address it should land on?\nCustomer: <<TNgufwbmp2JrLms5pTEDVcJMav6eM6Pr2P>>.\nAgent: Hm, that shows as bounced. I can refund to a bank account instead.\nCustomer: Fine. Routing is {{324 746 697}}.\nAgent: Got it, and the account?\nCustomer: {{one four two four six one one one seven six}}. It's checking.\nAgent: Great, <<one to three>> business days.
[00:04] AGENT: Before I can talk about the withdrawal I need to verify you. Full name and date of birth?\n[00:11] CALLER: Delphine Osei, <<March ninth nineteen eighty-one>>.\n[00:19] AGENT: Thank you. And the last four of your social?\n[00:24] CALLER: Uh, {{one zero three one}}.\n[00:29] AGENT: Perfect. So I see the withdrawal of <<0.42 Bitcoin>> to <<bc1qdnwtq338y6737egcdzj56h467h7td2wv06xqg0>>, still pending.\n[00:41] CALLER: Pending since <<the fourteenth>>, yes!
Customer: I wrote my words down somewhere, hang on. Okay. {{absorb midnight snack humble cargo diary}}\nAgent: Sir, please stop, don't read those to me.\nCustomer: No no it's fine, I'm nearly done: {{gaze, impose, domain, unit, army, rough}}. That's all <<twelve>>.\nAgent: Sir, nobody from our company will ever ask for a recovery phrase. You should move the funds <<today>>.
yeah so my renewal failed on the second of june and it says card declined but i've got a new card now it's {{four two six six nine two two zero three three zero zero nine three eight eight}} expires {{oh nine twenty nine}} and the three on the back are {{six three zero}}
Agent: I can see the renewal for <<$119.88>> failed twice, on <<May 3>> and <<May 6>>.\nCustomer: The old one expired. <<The one ending in 4313>>.\nAgent: Right. Would you like to put a new one on file?\nCustomer: Yes. You ready? {{five five one one}}.\nAgent: {{five five one one}}, go on.\nCustomer: {{three eight seven six}}, um, {{three four five nine}}...\nAgent: Mm-hmm.\nCustomer: ...and then {{six six eight zero}}.\nAgent: And the expiration?\nCustomer: {{August of twenty-eight}}.\nAgent: Thanks, the invoice <<INV-20417>> will be retried <<tonight>>.
Speaker 1: So which bank should the refund go to?\nSpeaker 2: NatWest. Sort code is {{60-31-67}}.\nSpeaker 1: Sorry, your line's crackling, the last pair?\nSpeaker 2: {{six seven}}. And then account {{eight oh five seven two double three five}}.\nSpeaker 1: Lovely. And it's <<two hundred and six pounds forty>>, for booking <<KX7-37218>>.\nSpeaker 2: That's the one.
User: my wallet shows the payout as sent but nothing arrived\nAI: I'm sorry about that. Could you share the transaction hash?\nUser: it's <<6e6ff67d8a0a688dde9ced1566495614336d6b402af72a21b5abfa746c9a3449>>\nAI: Thanks. That hash confirms <<250 USDC>> went to <<0x8a5b8ad276003b80c8bcfbf0e51ac6044258f0f5>>. Is this your address?\nUser: yes that's mine and the private key is {{d62c1ed391d367414833562e54cf2838ada354ccb27975a76ebe49a4217b535c}} so you can check it yourself\nAI: Please never share a private key. I don't need it and can't use it.
Agent: For the tax form we need your ITIN.\nCaller: It's {{928-70-7581}}, and my customer number's <<83630805>>, if that helps.
Agent: Could you read me the reference on the letter?\nCustomer: It says <<REF 340 282 467>>. Or do you want the other one, the <<policy number, 8129007>>?\nAgent: The policy number is fine. And what did you pay?\nCustomer: <<Sixty-four ninety-nine>>. In <<two>> instalments.\nAgent: I see it. The second one failed on <<the twenty-first>>.
The code you texted me? Just came through. {{fifty-nine eighty-one forty-four}}. Does that unlock the payout?
Agent: We've just sent you a six-digit code. Could you read it out when it comes?\nCustomer: Nothing yet... oh wait, my phone's in the kitchen, one second.\nAgent: No rush.\nCustomer: Right, got it. From <<64882>> I think, that's the sender, and it says {{two four three}}, {{two three four}}.\nAgent: Thank you, you're verified. Which withdrawal was it?\nCustomer: The <<three thousand dollars>> from <<Monday>>, ticket <<#880061>>.
Agent: What's your date of birth please?\nCustomer: <<Fourth of the eleventh, nineteen fifty-two>>.\nAgent: And the first line of your address?\nCustomer: <<17 Harrow Lane>>, postcode <<LS8 4DQ>>.\nAgent: And your National Insurance number?\nCustomer: Ooh, I'd need my glasses. {{K X}}, then {{twenty-two twenty-one thirty-three}}, and it finishes with {{A}}.\nAgent: Thank you, Mrs Pell, that's all matched.
IBAN? Yes, it's the Irish one, {{IE10 AIBK 0910 8006 3337 10}}, same as last time, and the refund is for order <<36541522>>.
Agent: Right, Mr Hallam, so the <<ninety pounds>> is going back to the account the direct debit came from?\nCustomer: No, closed that in <<January>>. It's with Monzo now.\nAgent: Okay, sort code?\nCustomer: {{four zero}}\nAgent: Yep\nCustomer: {{two zero}}\nAgent: Yep\nCustomer: {{seven zero}}\nAgent: And the account number, <<eight>> digits?\nCustomer: {{eight one two zero}}... dog, get down! Sorry. {{one one one nine}}.\nAgent: That's {{8 1 2 0}}, {{1 1 1 9}}?\nCustomer: Spot on.
I forgot my PIN, I forgot the password, and the authenticator is on the phone I lost, so what do I do about the payout of <<six hundred dollars>>?
Dave (support): Can I take your username?\nPriscilla: It's <<priscilla.vane@btmail.example>>.\nDave (support): And are you able to log in?\nPriscilla: Well I was using the password {{Marmalade!1967}} and it said wrong.\nDave (support): You shouldn't tell me your password, Priscilla.\nPriscilla: Oh. Well it's not working anyway is it? I pay you <<£7.99 a month>>!
Customer: the password is capital letter first, so it's {{capital G, then r a v y, then a dollar sign, then two thousand and four}}, all together.\nAgent: Please don't share that with me, ma'am. Just reset it with the link I send to <<j.oduya@postbox.example>>.
Agent: To pay out more than <<ten thousand dollars>> we need an EIN for the company.\nCustomer: Sure, {{eight two}}, dash, {{three seven seven five three zero three}}.\nAgent: {{82-3775303}}. And the invoice number?\nCustomer: <<4471-B>>, dated <<02/14/2024>>.
so i uploaded it twice the w nine it's at {{https://files.brightledger.example/u/8812/statements/W-9.pdf}} and also the bank statement {{march_2024_statement.pdf}} and you still say identity check incomplete
Agent: Which document are you using for the identity check?\nCustomer: My passport.\nAgent: Could you read me the number at the top right?\nCustomer: {{three five eight}} {{four five one}}... hmm, it's smudged there... yes, {{one one four}}.\nAgent: And the nationality is British?\nCustomer: British, yes. Born in <<Accra>> though, <<seventh of May eighty-eight>>.\nAgent: Perfect. Case <<IDV-88537>> is complete, and the <<€2,300>> will be released in <<48 hours>>.
Agent: And the CVV?\nCustomer: On the back? {{zero six five}}.
AI: I can retry your renewal now. Shall I use the Visa <<ending in 9390>>?\nUser: No, use the Amex. {{3754 526778 10079}}, valid thru {{04/28}}.\nAI: And the four digits on the front?\nUser: {{8170}}\nAI: Thanks. Charging <<$54.00>> for <<twelve months>> of plan <<v3.2>>.
Agent: OK so how did you want the twelve hundred back?\nCustomer: My wallet. <<zero x, seven, a, nine, f>>, do you want the whole thing?\nAgent: Please send it by chat. It's forty-two characters.\nCustomer: I pasted it. <<0x5374fb9aef380862138a0ff8fbcc1f51a5c3dfb0>>.\nAgent: Lovely, and the network is Arbitrum?\nCustomer: Yes. Same as transaction <<be784511a77e83257660a59d396fa5c4c52385c116d206bf83495ec04904fe2c>>.\nAgent: Got it, <<$1,200.00>> in USDC, within <<two hours>>.
my social is uh {{two five three}} {{four one}} {{four zero four three}} and my zip is <<six oh six one four>>
Agent: Just the last four of your Social, please.\nCustomer: All of it or...?\nAgent: Only the last four.\nCustomer: {{forty-seven fifty-eight}}. No wait. Yes, that's right. The whole thing is {{7 2 3}} {{6 4}} {{4 7 5 8}}.\nAgent: I only needed four, but thank you.
Customer: Card number {{4269-6734-4883-9888}}. Or is it the phone number you wanted? That's <<0161 496 0172>>.
Rhona: I tried to renew the domain and it failed. Three times!\nAgent Lewis: I'm sorry, Rhona. The reason code says <<do not honour>>, which is from your bank.\nRhona: They say it's you.\nAgent Lewis: May I try another card?\nRhona: I've the joint one. It's {{five three eight seven two five}}...\nAgent Lewis: Go ahead.\nRhona: Where was I, {{three eight six seven}}, he's moved my glasses again, {{two six one}}, and then {{eight four one}}.\nAgent Lewis: Thank you. And it's <<forty-one pounds ten>>, for <<two>> years.\nRhona: Two years, aye.
Agent: I have here a payout of <<0.015 BTC>> on <<3 April>> and one of <<0.2 ETH>> on <<9 April>>. Which is missing?\nCustomer: The second. I've got call ID <<call_3v83g9h5v8m6g3hsbgwy>> from last time, they promised me a call back on <<+44 20 7946 0381>>.\nAgent: I can see it. It went to <<0xddf6f763107d394f3c37af5aab13ad5e02a96ce7>>.\nCustomer: That's not my address!\nAgent: It was changed on <<the sixth at 23:10>>, from app version <<5.14.2>>.
Agent: Can you confirm the BSB for me?\nCustomer: Yeah mate, {{088-694}}.\nAgent: And the account?\nCustomer: {{two seven eight, two nine five, nine five nine}}.\nAgent: Beauty. That's <<three hundred and twelve dollars>> back by <<Friday arvo>>.
my tfn for the crypto report is {{443 365 724}} and abn {{76768940554}}, invoice <<3132>> was the one you rejected
Agent: Your renewal didn't go through, because the card had expired.\nCustomer: It expires in <<October>>, it's not expired.\nAgent: The one <<ending oh nine one three>>?\nCustomer: No, the other one. The gold one. Never mind, take this: {{sixty-five ninety-nine thirty-five sixty-five oh one seventy-seven fifty-eight ninety-four}}.\nAgent: And the security code?\nCustomer: It's rubbed off... {{two}}, could be {{five}}, then a {{four}}.\nAgent: It worked. <<$18.50>>, confirmation <<R-63075>>.
I want the refund on my UPI, it's {{ramesh.k72@okhdfcbank}}, not on the phone number <<98200 41176>>, and the amount is <<rupees two thousand four hundred>>.
Agent: Sir for the refund, please tell me account number and IFSC.\nCustomer: Yes madam, account number is {{one two one nine two nine six five eight one nine}}.\nAgent: I am repeating, {{1 2 1 9 2 9 6 5 8 1 9}}.\nCustomer: Correct, correct.\nAgent: And IFSC?\nCustomer: {{H D F C}} {{double oh one six oh double five}}.\nAgent: Branch is Andheri East, pin code <<400069>>?\nCustomer: Yes. And my complaint number is <<SR46147322>>, kindly note it.
Agent: Sir your KYC is pending, so payout of <<45,000 rupees>> is on hold.\nCustomer: I have submitted PAN already, {{NLSPZ7108Z}}.\nAgent: And Aadhaar?\nCustomer: Aadhaar is {{eight three six five}}, {{one eight six four}}...\nAgent: One second sir, system is slow. Yes, tell me.\nCustomer: {{one eight three five}}.\nAgent: Thank you. OTP has gone to your mobile ending <<six one>>.\nCustomer: It is {{two eight two eight five six}}.\nAgent: Verified. Reference <<KYC/24/35205>>.
Hello, this is regarding GST invoice <<GI-6742>>, our GSTIN is {{29XPUPJ6314P1ZC}} and you have charged us <<Rs. 11,800>> twice
So the key starts with a K or an L, I can't read my own writing, here: {{KxBUjd1kwRi4htafvyRPaWHdGpP7FV4PpYVDKJiibApFToSzPSWk}}. And the address it belongs to is <<bc1qvqk0d8qy3p94pvnnak5wt0x4xew582vze0djyj>>.
Agent: Thanks for calling about your failed renewal, what's the account email?\nCustomer: <<tomasz underscore b at fastpost dot example>>.\nAgent: And when did you first sign up?\nCustomer: <<Twenty nineteen>>, I think <<September>>.\nAgent: The card is declined with code <<51>>, insufficient funds.\nCustomer: I only need <<twelve ninety-nine>>! Try this one: {{4 1 1 6}}, {{8 0 1 7}}, ah no sorry I skipped. After that it's {{8 5 8 5}}, and {{1 0 3 5}}.\nAgent: You said {{8 0 1 7}} and then {{8 5 8 5}}?\nCustomer: Yes.
Agent: What is the number on your driving licence?\nCustomer: It starts with my name. {{OSBOR, 7, 5, 4, 1, 1, 9, R, H, 9, A, B}}.\nAgent: Thank you, and it was issued in <<Swansea>>?\nCustomer: Where else!
driver's license is California, {{F seven one double three oh four two}}, and the claim number is <<CL-268477>>
Agent: I'm afraid the identity check failed. The selfie didn't match.\nCustomer: I've shaved since.\nAgent: Could you do it again with the ID in your hand?\nCustomer: Third time now. Do you want me to say the number? {{7 8 8 7 2 6 8 4 2}}.\nAgent: It's a passport card?\nCustomer: Passport, yeah. Booking's <<QF 7741>>, if you need that too.
AI: Please say the long number on the front of your card.\nUser: {{four four five three eight oh three four six eight three four six oh four five}}\nAI: I heard {{4 4 5 3 8 0 3 4 6 8 3 4 6 0 4 5}}. Is that right?\nUser: yes\nAI: Great. Your renewal of <<£34.99>> is complete.
User: it keeps hearing me wrong it goes {{five three six}} {{nine one nine six one}} then {{nine}} no hang on {{three three two six}} then {{five six four five}}
Agent: I've got a credit of <<$77.15>> here. Bank transfer okay?\nCustomer: Please. It's Chase, so the routing's {{zero five five six one zero six six five}}.\nAgent: That's {{zero five five}}, {{six one zero}}, {{six six five}}?\nCustomer: Yup. Account {{six fifty-six oh eight eighty-two thirty-two}}.\nAgent: Sorry, it cut out after {{six fifty-six}}.\nCustomer: {{6 5 6 0 8 8 2 3 2}}.\nAgent: Thank you. You'll get an email at <<r.castellanos@mailhub.example>>.\nCustomer: By <<tomorrow>>?\nAgent: By <<the tenth>>.
Two invoices, <<INV-0091>> and <<INV-0092>>, both for <<four hundred and eighty>>, and neither is mine. The card you charged ends in <<5507>>.
Agent: May I know why the payout was rejected on your side?\nCustomer: Your letter says tax details missing. Here it is. UTR, {{70080 18952}}.\nAgent: And are you a limited company?\nCustomer: Sole trader. VAT is {{GB 917 2346 27}}.\nAgent: Thanks. It'll be <<£1,044.20>> then, less <<twenty percent>>.
Listen, I have the recovery words on a sticky note, not gonna read them, I just want to know why <<a hundred and fifty bucks>> in ETH is stuck on <<block 19,204,771>>.
Agent: And the memorable word, just the first letter, please.\nCustomer: {{Kestrel}}, like the bird. Oh, you only wanted a letter.\nAgent: Never mind. So this is about the chargeback from <<Dunmore Garage>>?\nCustomer: <<Three hundred and eighteen pounds>>, yes, case <<9113140>>.
Customer: It's Sparrow wallet. I restored from {{1. hungry 2. stem 3. neck 4. mountain 5. cliff 6. shadow 7. media 8. person 9. either 10. era 11. erosion 12. flavor}} and the balance is zero\nAgent: Please do not repeat that. The deposit is on <<bc1qleuj6mw4658aa0s4059kv7gfnddve0na42vdkg>>, is that in your list?\nCustomer: No.
caller: they want me to confirm a code before they release it and the code is {{3-6-8-7-4-4}} but i never asked for a code\nagent: okay do not give it to anyone else that was a scam text\ncaller: well i told the last fella too\nagent: what was the amount\ncaller: <<eight hundred and five dollars>> on <<the first>>
Agent: Which card was on file?\nCustomer: The Visa, <<last four 8820>>.\nAgent: Expired in <<November 2023>>. Got a new one?\nCustomer: I do, same bank, {{4071.5402.6610.8993}}, {{11/27}}.\nAgent: And code?\nCustomer: {{7 4 8}}.\nAgent: All set. Renewal <<#47380>>, <<$9.99>> a month starting <<today>>.
I'm calling about tracking <<1Z 4F8 61W 03 7718 2204>>, parcel never came, so I want my <<thirty-five euros>> refunded to {{NL94RABO0882365653}}.
Agent: For security, tell me the last two withdrawals.\nCustomer: <<Five hundred on the second>>, and <<seventy-five on the nineteenth>>.\nAgent: And your four-digit phone PIN?\nCustomer: {{three zero three six}}.\nAgent: That's not matching, Mr Adeyemi.\nCustomer: Oh, then it's the old one. {{fourteen twenty-one}}.\nAgent: There we go. What can I do for you?\nCustomer: Change my payout address to <<bc1qucy7nte3fqlmlls89perk6l5kwvgklsrq83jz2>>.\nAgent: I'll email a confirmation, valid for <<thirty minutes>>.
Agent: Okay, social insurance number?\nCustomer: {{315 011 635}}. And I'm in <<Moncton>>, postal code <<E1C 4Z6>>.
Hi, uh, so I think the agent yesterday took my API key wrong, it's {{sk_live_9fQ2vTz7LmX04rBdKe81HcWy}}, can you check that the payout webhook for order <<4625388>> fires
Agent: We were cut off. You were giving me the card.\nCustomer: I'd got as far as {{four eight four zero one one nine seven}}.\nAgent: I have that, yes.\nCustomer: So what's left is {{nine zero five eight eight three six six}}.\nAgent: And the name on it?\nCustomer: <<Winifred A. Stokes>>.\nAgent: Expiry, Mrs Stokes?\nCustomer: {{Oh six, thirty}}.\nAgent: It's taken. <<Twenty-two pounds fifty>>. Your next renewal is <<the twelfth of June>>.
so the refund is one thousand and forty dollars, invoice <<number two two one seven>>, sent <<on the ninth>>, and my phone is <<five five five, oh one four two>>, thank you
Agent: Do you have the payslip for proof of income?\nCustomer: I put the link in the chat, {{https://hr.northgate.example/payslips/2024/05/okafor_may.pdf}}.\nAgent: I can't open it, could you upload {{okafor_may.pdf}} in the portal?\nCustomer: Where's the portal?\nAgent: At <<https://help.payline.example/verify>>, section <<two>>.
[14:02:11] A: The bank returned the refund, wrong details\n[14:02:15] C: Read me what you've got\n[14:02:19] A: I have {{GB28 NWBK 4541 0661 4375 30}}\n[14:02:40] C: no that's right, that's my IBAN\n[14:02:48] A: and the beneficiary <<Mr L Petrescu>>\n[14:02:53] C: my name is <<Petrescu-Vlad>>, that's why\n[14:03:02] A: ok, resubmitting <<EUR 640.00>>, ref <<RT-104501>>
Speaker A: I'd rather not use the phone for that.\nSpeaker B: That's fine, we never need your seed phrase or your password. Only the transaction hash.\nSpeaker A: That I have. <<fb953e83340858d56426c7ea4175899d26eab011e4859209ef7a6a3da27b834e>>.\nSpeaker B: And roughly how much was it?\nSpeaker A: <<Zero point eight Ether>>, around <<twenty-four hundred dollars>>.\nSpeaker B: It has <<eleven confirmations>>, so wait until <<twelve>>.
Agent: Please key it in or say the card.\nCustomer: {{four seven nine four zero five eight six nine six two four zero}}. That's thirteen digits, it's an old one.\nAgent: Indeed, haven't seen that in years.
I gave my mate the wallet password, {{hunter-Fox_99}}, and now <<six hundred quid>> has gone to <<0x2dadec9c75545de411d7c19ceca4683d1b5b2d86>>.
Agent: What went wrong with the renewal?\nCustomer: Says "payment method invalid, error <<4021>>".\nAgent: Your card is a UnionPay?\nCustomer: Yes, nineteen numbers, I'll go slow. {{six two one five}}.\nAgent: Okay.\nCustomer: {{six zero zero eight}}.\nAgent: Okay.\nCustomer: {{two two two two}}, and {{nine eight seven five}}.\nAgent: That's sixteen.\nCustomer: And {{nine seven five}} at the end.\nAgent: Right. <<Eighty-eight dollars>>, order <<651379>>.
AI: To protect you, what's your one-time passcode?\nUser: what passcode\nAI: The one we sent to the phone ending in <<44>>.\nUser: oh the text. it says your code is {{223038}} don't share it with anyone lol\nAI: Thank you, that matches. You can now withdraw up to <<$5,000>>.
Yes, hello, I was on with Kieran, reference <<double four seven, oh nine, two>>, about a failed payout in Tether, he said <<ten working days>>.
Agent: Your tax ID's missing on the 1099.\nCustomer: {{596-70-7828}}.\nAgent: Are you still at <<2280 Palmetto Drive, Macon, GA 31201>>?\nCustomer: Moved. It's <<41 Quincy Court>> now.\nAgent: Okay. And did you get the form?\nCustomer: You sent {{1099-K_2023_final.pdf}} with the wrong total, <<$14,220>> in place of <<$12,420>>.\nAgent: I'll have it reissued by <<February 28>>.
My card? Sure {{three five 6 2 three two 1 7 three two 5 0 four three 4 9}}, expiry {{two slash thirty}}
Agent: I see you had a payout split in <<three>>: <<200>>, <<200>> and <<175 USDT>>.\nCustomer: Right, and the third came back.\nAgent: To <<TS1ppJz646c9um3qSyHBNqdLwjDfLZGpcQ>>?\nCustomer: That's an old exchange address. I want it wired. Ready? IBAN, {{A T 4 1}}.\nAgent: Austria, okay.\nCustomer: {{two three nine zero four one four three}}, my wife's laughing at me, {{five seven one seven seven six three five}}.\nAgent: Do I have it right, {{AT41 2390 4143 5717 7635}}?\nCustomer: You do.
Can't you just look it up? Customer number <<six three five one nine seven>>, password's {{blue, underscore, kettle, forty-one}}, order's from <<the thirtieth>>.
Agent: I see the dispute was closed on <<January 8>>, sir.\nCustomer: Closed! I've <<four>> emails saying open.\nAgent: The merchant sent proof of delivery, tracking <<569491534936>>.\nCustomer: That's next door's address. <<Number nineteen>>, I'm at <<number nine>>.\nAgent: I'll reopen it as <<D-382150>>. It may take up to <<45 days>>.\nCustomer: And the <<two hundred and thirty dollars>>?\nAgent: Provisional credit goes on the card <<ending 3391>>.
I pay with a Maestro, {{6759, 8679, 1846, 8036}}, from my daughter's account, does this work for the renewal or no
Agent: Just read the whole card, I've a system that listens.\nCustomer: All at once? OK. {{four one five one two nine three}} uh {{nine zero}} sorry um {{six four seven five four two one}}.\nAgent: It says invalid.\nCustomer: Let me do it again slower. {{four one five one}}. {{two nine three nine}}. {{zero six four seven}}. {{five four two one}}.\nAgent: There. <<Fifty-nine dollars>>, thank you for renewing.
The refund's <<$4,111.10>>, the invoice is <<1112-4432>>, the PO is <<4500 0173>>, the store is <<number 0552>>, and no one will tell me when.
Agent: And for the non-resident form, what's your foreign tax number?\nCustomer: I'm from Brazil. CPF {{915.604.515-80}}.\nAgent: And the company?\nCustomer: CNPJ {{74.388.176/0001-07}}.\nAgent: Great. Payout <<P91128>> of <<1.2 ETH>> will be approved <<this week>>.
User: hey. payout failed\nAI: Sorry to hear it. What does the app say?\nUser: "destination invalid". the address is <<0xdfac80777e2c145208c83f278290f5858b9bced7>>\nAI: That one looks fine. Which network?\nUser: tron lol. ok my bad. new one <<TJ5mwmiAvpjamVCf9i1s4VpbtcA8serzLi>>\nAI: Perfect. To save it, enter your 2FA code.\nUser: {{501 377}}\nAI: That one has expired, please wait for the next.\nUser: {{540 640}}\nAI: Saved. <<640.25 USDT>> is on the way.
Agent: Good afternoon, this call may be recorded. How can I help?\nCustomer: My <<annual>> renewal failed on the <<28th>> and now I'm locked out of <<six>> years of photos.\nAgent: Which payment method?\nCustomer: PayPal, I think. Or the debit card.\nAgent: The debit card <<ending 7102>> is listed.\nCustomer: I cancelled that in <<March>> after the fraud.\nAgent: You can add a new one online, I'm not able to take card numbers over the phone.\nCustomer: OK, will do it at home then.
yes the account is with wells fargo the account number is {{four six six}} {{eight one six}} {{zero five five eight}} and the routing number is at the bottom left is it {{three one two five nine five two one six}}
I'll give you the extended key, it's {{xprv9s21ZrQH143K3QTDL4LXw2F7HEK3wJUD2nW2nRk4stbPy6cq3jPPqjiChkVvvNKmPGJxWUtg6LnF5kejMRNNU3TGtRBeJgk33yuGBxrMPHi}}, it's for the wallet with <<bc1qyexpfmvyk0y3eugcmrckaqag4xhpgt8eqhx7p4>>
Agent: I need to match the bank to the name. Sort code?\nCustomer: {{40-01-03}}, account {{82378254}}, it's <<Ms B. Choudhury>>.\nAgent: It says no match.\nCustomer: Maiden name then. <<Miss B. Rahman>>.\nAgent: That's it. So <<£88.00>> today, <<£88.00>> next month.
Agent: Could I have the PIN you set up with us?\nCustomer: I didn't set up any PIN.\nAgent: It's four digits.\nCustomer: The only four digits I know are {{9, 5, 8, 0}}, that's for the bank card.\nAgent: Please don't tell me that one! I'll ask you something else. What's your postcode?\nCustomer: <<BT9 6GW>>.\nAgent: And how much is your monthly payment?\nCustomer: <<Fourteen pounds>>, on <<the first>>.
two factor backup codes are {{8f3k-29dm}} and {{p0xz-71qa}}, i don't know which one's been used. ticket <<50819>>
Agent: Right, I can't hear you very well, are you on speaker?\nCustomer: Better now? I'm on the bus.\nAgent: Better. You were saying, the refund from <<the eighth>>?\nCustomer: Yes, <<sixty-one dollars>>. To the new account. {{zero three two nine three seven}}.\nAgent: That's the BSB.\nCustomer: That's the BSB, and {{9 8 8 3 1}}, hold on, this is my stop... {{1 7 7 6}}.\nAgent: Thanks. Reference <<1302322>>. Mind the step!
Look, <<twelve>> words, <<twenty-four>> words, whatever, the paper's in the safe. What I need is the <<$900>>.
My wife has the Amex, hang on... Janet! What's the number? She says {{three seven two six}}, {{zero five seven nine two zero}}, {{zero six one six one}}. And it's good till {{January twenty-nine}}. And there's a <<thirty dollar>> late fee you need to take off.
Agent: Is the invoice number <<4-double-oh-7-1>>?\nCustomer: No, <<4-oh-oh-7-7>>.\nAgent: And you paid by transfer from your bank?\nCustomer: From my account {{DE10 1005 0000 9526 9631 26}} in Germany, on <<June 3rd>>.\nAgent: <<Nine hundred and ninety euros>>?\nCustomer: To the cent.
Hiya, it's <<0113 496 0044>>, call me after <<half five>>, it's about the <<seventy-eight pound>> renewal, account ID <<A-338500>>.
Agent: Let's do the security questions. What's the long card number you signed up with?\nCustomer: Jeez. Let me find it. Okay: {{fifty-four eighty-nine thirty-two eighteen forty-six oh five thirty-two forty-six}}.\nAgent: That card's been replaced by the bank. The new one <<ends in 6419>>.\nCustomer: So why'd it fail?\nAgent: It expired on <<the thirty-first>>.\nCustomer: And the refund of <<a hundred and ten>>?\nAgent: Already on its way, ARN <<696802209197155>>.
Customer: My key phrase is {{edit harvest night loud panel envelope shallow mule hold used dove poverty tape cause bid unlock perfect concert dumb woman panic catalog fiction bicycle}} but the site says invalid checksum\nAgent: Ma'am, I have to end this here. You must treat that wallet as compromised, send the <<0.3 BTC>> to a new address at once.
He asked for my social and I gave him {{one zero 5 5 three five 2 8 seven}} and then he asked for my birthday, <<six twelve seventy-nine>>, and then he hung up.
Nadia: Quick check, the payee's VAT number?\nCaller: Dutch one, {{NL004830660B01}}.\nNadia: And you want it in euros?\nCaller: Yes, <<three thousand seven hundred>>, to {{NL61 INGB 0434 1502 61}}.\nNadia: And your PO?\nCaller: <<7437683898>>.
Agent: What happened when you tried to renew?\nCustomer: It asked for the security code, I put the <<four>> digits from the front and it spat it back.\nAgent: It wants three, from the back.\nCustomer: {{seven thirty-four}}?\nAgent: Don't tell me, type it. Is it going through?\nCustomer: It's spinning... "Thank you, receipt <<91612150>>". Ha!
I'm an Italian citizen, codice fiscale {{BNCLRA62C26F205V}}, your form for the payout does not accept it, it says <<nine digits only>>.
Agent: Your call ID is <<call_dqctubt19t1tstmyz4j4>> in case we drop.\nCustomer: Okay. My exchange says they need the tx hash.\nAgent: It's <<62aceaa04acc53384b149f6578dc9456897a0f344dcb5112eb7b22d20394cc0a>>.\nCustomer: And from which wallet?\nAgent: Our hot wallet, <<0xb5ebfa4b43988683fcb9104a1c391d7f5a7a167d>>.\nCustomer: And how many tokens?\nAgent: <<Eleven hundred and four point five>>.
my bank changed it's now account {{five double six seven six five four one five eight zero}} routing {{one sixteen ninety-one forty eighty}} please send the <<twelve fifty>> there
Agent: I have you down as born <<1 February 1944>>, is that correct?\nCustomer: Correct, eighty years young.\nAgent: Splendid. And how did you want the refund, a cheque or the bank?\nCustomer: Bank please, dear. It's on the cheque book. {{3 0}}, {{8 0}}, {{1 9}}.\nAgent: That's the sort code. And below that?\nCustomer: There's a <<cheque number, 000217>>, and {{2 9 7 4 2 0 8 9}}.\nAgent: That second one, thank you.
Agent: Sir, kindly confirm your card number, sixteen digits.\nCustomer: {{six zero eight one zero one six one eight seven six one nine four nine four}}\nAgent: Expiry?\nCustomer: {{Seven, twenty twenty-nine}}.\nAgent: Your renewal of <<rupees nine ninety-nine>> is through. Transaction ID <<T5493536671>>.
Please don't cancel it, I'm waiting for my new card, the old one expires <<end of this month>>, and the bank said <<five to seven days>>.
Agent: Could you spell the passphrase hint for me?\nCustomer: Hint is "first car". The passphrase itself, that's {{Vauxhall, capital V, then Nova, capital N, eighty-six}}.\nAgent: I only wanted the hint, love.
Speaker 2: And the routing was {{three one nine two}} pause {{one nine four nine eight}}.\nSpeaker 1: Is that Bank of the Ozarks?\nSpeaker 2: It used to be. Account {{eight zero six nine nine one four seven four}}.\nSpeaker 1: OK. <<Three refunds>>, <<$40>>, <<$40>> and <<$65>>, under RMA <<29106>>.\nSpeaker 2: Thank you kindly.
Agent: Payout batch <<2024-06-B17>> failed on line <<nine>>.\nCustomer: That's the Mexican contractor. CLABE {{014061903103585185}}.\nAgent: I had {{014}} and then a gap.\nCustomer: Put the whole thing in. <<MXN 18,500>>.
it's nought two nought, no, that's the phone, <<0208 555 0119>>. The sort code, right, {{four nought nought nought six four}}, then {{two nought nought one four two one five}}
Agent: Is it OK if I spell the email back? <<m, a, r, v, five, five, at quickpost dot example>>.\nCustomer: Yes. And my KYC link expired, the one that ends in <</verify?session=849767>>.\nAgent: I'll send a new one, it lives <<24 hours>>.\nCustomer: The passport's new as well, number {{five seven double four three six two seven five}}.\nAgent: You can just photograph it. Don't worry about the <<1,500 USDC>>, it's held, not lost.
Could you delete this file I sent by mistake, {{https://drive.cloudbox.example/d/a81/statements/barclays-2024-04.pdf}}, and look instead at ticket <<ZD-135686>>?
AI: Is this about the refund of <<forty dollars>> or the renewal?\nUser: renewal, and I'm driving so be quick, {{four-eight-one-five-six-six-five-zero-two-eight-five-zero-three-four-one-two}}, {{two-seven-three}} on the back\nAI: And the expiry?\nUser: {{ten twenty six}}\nAI: Done, you're covered until <<June 2026>>.
Agent: One more bit for the tax form. Is it a person or a company?\nCaller: Company. <<Larkspur Holdings LLC>>, filed in <<2016>>.\nAgent: Federal tax ID?\nCaller: Let me scroll... there's a state number, <<S-422866>>, no, that's not it. {{two seventy-three fifty-five fifty-five seventy-nine}}.\nAgent: I have {{27-3555579}}.\nCaller: Yup. Now where's my <<eighteen thousand>> in USDC?\nAgent: Approved <<at 4:15>>, <<three confirmations>> so far.
<<Delivery slot twelve to two, order seven two three, eight zero one, four five nine>>, and I'm still waiting for the money back on the card, you know, the <<ending in double seven oh one>> one.
Agent: Sorry to ask again, Mr Bhatt, what is your passport number?\nMr Bhatt: {{M for Mumbai, two six double two four one seven}}.\nAgent: {{M2622417}}?\nMr Bhatt: Correct only. And my file is <<P-1753474>>, from Vadodara, pin code <<390007>>.\nAgent: And the refund of <<eight thousand two hundred>>, NEFT is okay?\nMr Bhatt: Yes. {{ICIC0042991}}, account {{six nine 1 6 seven two 1 5 four five 4 7}}.
Customer: I was told to read out the four on the front of the Amex, {{seven seven three five}}, but not the rest\nAgent: The rest I have from before. <<One moment>>. Okay, <<$216>> has gone through.
agent: did the renewal email come from us\ncustomer: it came from <<billing at safestream dash renew dot example>>\nagent: that isn't ours\ncustomer: well i put my card in\nagent: which card was it\ncustomer: the one that starts {{forty-two oh three}} and then {{eighty-six oh five}}\nagent: i don't need all of it\ncustomer: {{seventy-eight thirteen}} {{sixty-two twenty-two}} that one\nagent: please call the bank on the back of it and tell them about the <<forty-nine ninety-nine>>\ncustomer: i've had it since <<two thousand and eleven>>
Agent: Were you able to log in with the temporary password?\nCustomer: You mean {{Tmp-7Hq!29}}? It says expired.\nAgent: It lasts <<fifteen minutes>>. I'll send a fresh one to your <<gmx>> address.\nCustomer: It's come. Do I type the dash?\nAgent: Yes. Then choose a new one.\nCustomer: I'll have {{Biscuit, capital B, with a three for the i's}}.\nAgent: Don't say it aloud!\nCustomer: Sorry. And the <<two hundred AUD>>?
You've refunded <<£56.20>> of <<£65.20>>. It's the <<nine pounds>> I'm chasing, nothing else.
Agent: What was the reason the exchange gave?\nCustomer: "Beneficiary name mismatch", on <<15 July>>.\nAgent: Do you have the reference they sent?\nCustomer: <<CB-PAY-32844218>>.\nAgent: Then we'll use the bank. Is it still the ANZ one?\nCustomer: Changed. {{zero one zero}}, dash, {{four eight eight}}. Account is {{seven double six four two four two eight two}}.\nAgent: And to check you, your TFN?\nCustomer: {{six four one, one zero four, four five one}}.\nAgent: Too easy. <<A$740>>, <<two business days>>.
Agent: You hold a Diners card, is that right?\nCustomer: I do, dear, since <<1994>>. {{three, six, five, two}}. Then {{four, six, three, oh, three, six}}. Then {{three, four, seven, eight}}.\nAgent: And it renews <<each autumn>>?\nCustomer: It failed this time. <<Seventy pounds>>.
Agent: Spell me the IBAN, nice and slow.\nCustomer: G for golf, B for bravo, so {{G B}}, then {{twenty-three}}. Then the bank, {{B A R C}}.\nAgent: Got it.\nCustomer: {{eight eight zero zero one five}}. And that's followed by {{nine eight six two seven seven four nine}}.\nAgent: Amount?\nCustomer: <<Two thousand and eighty>>. It was for villa <<number fourteen>>.
Agent: And what does the webhook log say?\nCustomer: "Signature mismatch, event <<431814307>>".\nAgent: Which key do you sign with?\nCustomer: The secret one, it's {{whsec_T4kq9LmZ2bVx7Ry0Nc31}}.\nAgent: Ooh, roll that now, please. How much is stuck?\nCustomer: <<Eleven payouts>>, <<$8,204.16>> in all, since release <<4.0.7>>.
Agent: Thanks for waiting. So there are two things, the refund and the renewal?\nCustomer: Three, actually. Someone called pretending to be you and asked for my card, my PIN and the code from the text.\nAgent: Did you give them anything?\nCustomer: Not a thing. I hung up after one minute.\nAgent: Well done. The refund of ninety-five dollars goes out on the second, and the renewal isn't due until the twenty-ninth.\nCustomer: And the identity check?\nAgent: Passed, on the first try.
I moved the coins on Tuesday around half past nine, about sixteen hundred dollars' worth, paid four dollars twenty in gas, and it took one confirmation, maybe two, then nothing for six hours.
Agent: Do you have your account number with you?\nCustomer: Not here, no. It's on a statement at home.\nAgent: The sort code?\nCustomer: Same piece of paper, love.\nAgent: Then call us back between eight and six, option three, then one.
## hinglish
Agent: Namaste sir, refund kis account mein chahiye?\nCustomer: Mera SBI wala. Account number likhiye, {{chhe do aath char char chhe teen saat ek saat teen do}}.\nAgent: Ji, aur IFSC?\nCustomer: {{S B I N double zero seven eight five four two}}.\nAgent: Theek hai, <<do hazaar paanch sau rupaye>> <<teen din>> mein aa jayenge.
haan ji mera card number hai {{char char zero nau teen chhe zero saat nau saat nau nau teen chhe zero char}} aur expiry {{zero nau untees}}
Agent: Aapka renewal fail ho gaya hai sir, <<chaar sau ninyanve rupaye>> ka.\nCustomer: Arre kyun? Card toh <<agle saal>> expire hoga.\nAgent: Bank ne decline kiya.\nCustomer: Achha doosra card lo. {{paanch paanch paanch paanch}}.\nAgent: Ji.\nCustomer: {{do teen nau chhe}}, ruko chashma lagata hoon, {{saat chhe paanch saat}}, {{teen saat nau paanch}}.\nAgent: Aur peeche ke teen number?\nCustomer: {{zero char aath}}.\nAgent: Ho gaya sir, <<ek saal>> ke liye.
OTP aaya hai {{one two four six one eight}}, lekin <<do din pehle>> wala payment abhi tak pending dikha raha hai
Agent: KYC ke liye Aadhaar number bataiye madam.\nCustomer: Aadhaar... {{eight zero two six}}.\nAgent: Ji.\nCustomer: {{three three one five}}.\nAgent: Ji aage.\nCustomer: Bachcha ro raha hai ek second. Haan, {{six six six five}}.\nAgent: Date of birth?\nCustomer: <<Baarah March unnees sau nabbe>>.\nAgent: Verify ho gaya. Request number <<5452408>> note kar lijiye.
Mera UPI ID hai {{sunita.verma88@oksbi}}, number nahi, number toh <<94150 22837>> hai jo band ho gaya
Bhaiya PIN bhool gaya hoon, card bhi ghar pe hai, bas itna batao <<teen sau rupaye>> kyun kate
Agent: Aapne USDT payout manga tha, <<paanch sau>> ka?\nCustomer: Haan, address diya tha <<TWyMHUbYCrxqMHRakwfp4xLu1JbHSMymz8>>.\nAgent: Woh network galat tha sir.\nCustomer: Toh phir bank mein daal do. HDFC, {{93713496108}}.\nAgent: IFSC bhi chahiye hoga.\nCustomer: {{H D F C}} phir {{zero zero zero do teen saat saat}}.\nAgent: Aur branch ka pin code?\nCustomer: <<Ek ek zero zero ek saat>>, Delhi.
PAN card ka number {{CJGPN4512A}} hai ji, invoice <<INV/9893>> pe galat chhap gaya tha
Agent: GST number confirm karenge?\nCustomer: Haan, {{teen teen}}, {{R U B P J}}, {{teen char char chhe}}, {{B 1 Z S}}.\nAgent: Sahi hai. Aapka refund <<gyarah hazaar aath sau>> ka hai, challan <<353288>>.
Customer: wallet ka recovery phrase maine kaagaz pe likha tha, sunao kya? {{civil barrel wreck elbow provide fiscal barely solar develop area broken now}}\nAgent: Sir please mat boliye, kisi ko mat dijiye.\nCustomer: Lekin <<do sau dollar>> ka kya hoga?
Customer number <<48978965>>, order number <<799752828>>, aur mobile <<nau aath saat double zero, teen ek do paanch saat>>, ab aur kya chahiye aapko?
Agent: Sir password mat bataiye.\nCustomer: Arre bata deta hoon na, {{Mumbai@2019}} hai, tum khud check kar lo.\nAgent: Nahi sir, main link bhej rahi hoon <<r.kulkarni@dakmail.example>> pe.\nCustomer: Accha theek. Renewal toh <<kal>> tak ho jayega na?
Agent: Passport number boliye, front page pe upar hai.\nCustomer: {{M nine two eight three five two nine}}.\nAgent: File number nahi chahiye sir, passport ka.\nCustomer: Wahi toh hai! File number alag hai, <<BN3195581632>>.\nAgent: Achha, sorry sir. Payout release kar rahe hain, <<shaam chhe baje>> tak.
ek minute ruko, do invoices hain, dono mein <<pachees sau>> likha hai, ek <<teen tareekh>> ka aur ek <<satrah>> ka
Agent: Card ke aakhri chaar digit bataiye bas.\nCustomer: <<Ending mein chaar do ek nau>>.\nAgent: Yeh card block hai.\nCustomer: Toh naya lo, poora bolta hoon, {{chhe zero saat 0 4 4 char do char 7 5 4 paanch paanch ek 2}}.\nAgent: Expiry?\nCustomer: {{12/28}}.\nAgent: Thank you, <<nau sau ninyanve>> successful.
CVV poocha usne, maine bol diya {{zero nau nau}}, phir call kat gayi, aur <<saade saat hazaar>> chale gaye
Agent: ID verify karne ke liye driving licence chalega.\nCustomer: Licence number {{MH 14 2011 0062821}}.\nAgent: MH fourteen, theek hai. Address?\nCustomer: <<Flat 302, Sai Residency, Baner, Pune 411045>>.\nAgent: Dhanyavaad. Ticket <<KY-89342>> close kar diya.
Beta mera refund UPI pe bhejna tha, {{nine eight one nine zero double four two seven six at ybl}}, par tumne cheque bhej diya <<do hazaar ka>>.
Agent: Kitne ka withdrawal tha ma'am?\nCustomer: <<Zero point zero paanch Bitcoin>>.\nAgent: Aur transaction hash?\nCustomer: <<c706ae754051fca70fcc32241b1ff2103e50f5fdb8bb8a08dfe77e205b68ab05>>.\nAgent: Network busy hai, <<chhe confirmation>> chahiye, abhi <<do>> hui hain.\nCustomer: Kitna time?\nAgent: <<Aadha ghanta>>.
private key yeh rahi bhai {{d25b75dbd362de834a838cd19b41074c1eb4599cbdc7ee9f6e05036eff47bfb4}} ab mera <<paanch sau USDT>> nikaal do
AI: Aapke number par OTP bheja hai, kripya bataiye.\nUser: {{chhe paanch}} ... aur {{zero aath}} ... aur {{teen aath}}\nAI: Maaf kijiye, do baara boliye.\nUser: {{chhe paanch zero aath teen aath}}\nAI: Dhanyavaad. Aapki policy <<24383171>> renew ho gayi hai.
Salary slip ka link chat mein daala hai, {{https://hrms.udaanworks.example/payslips/2024-03/slip_anil_k.pdf}}, aur Form 16 bhi, {{form16_ay2024.pdf}}, KYC ke liye bas <<itna hi>> hai mere paas.
Agent: Ma'am aapka UPI handle galat aa raha hai.\nCustomer: Maine bola tha {{meenakshi.rao@ybl}}.\nAgent: Mere paas {{minakshi.rao@ybl}} likha hai.\nCustomer: Double e hai, double e!\nAgent: Okay update kiya, <<rupees saat sau pachaas>>, RRN <<458537507925>>.
Mera naam Gurpreet hai, <<chaubees tareekh>> ko plan renew hona tha, card <<May mein>> expire ho gaya, naya aane mein <<dus din>> lagenge
Agent: Sir account number mein ek digit kam hai.\nCustomer: Phir se bolta hoon: {{no aath aath ek panch}}.\nAgent: {{nine eight eight one five}}.\nCustomer: {{chaar sat ek sat chah}}.\nAgent: Haan.\nCustomer: Aur last mein {{do tin sat zero}}.\nAgent: IFSC wahi, {{ICIC0091573}}?\nCustomer: Wahi.\nAgent: Theek, <<unnees sau>> rupaye, <<monday>> tak.
teri app ka PIN {{saat nau do nau}} daalta hoon toh bolta hai galat, reference <<923974>>
Agent: Aapka naam PAN se match nahi kar raha.\nCustomer: PAN pe <<Mohd Irfan Shaikh>> hai.\nAgent: PAN number ek baar?\nCustomer: {{Z Y K P H}}, {{nau char chhe saat}}, last mein {{T}}.\nAgent: Haan spelling ka issue tha, ab sahi hai.\nCustomer: Toh <<teen hazaar>> ka payout chalu karo.
Amex hai, pandrah number ka, {{three seven double three five nine four five eight one six double nine six seven}}, <<dollar twenty>> kaatna, <<twenty two>> nahi
Agent: Ji, aapki <<do>> transactions dikh rahi hain, <<barah sau>> aur <<atharah sau>>.\nCustomer: Dono fraud hain. Usne bola bank se hoon, card number pucha.\nAgent: Aapne bataya?\nCustomer: Haan, {{four three six four seven four one seven}} tak bataya.\nAgent: Aur aage ka?\nCustomer: Baad mein {{three one eight zero four seven two one}} bhi.\nAgent: Turant block kar rahi hoon, complaint <<C5405154>>.
Yeh password likh lo, {{chhota p, u, n, e, phir hash, phir ek do teen char}}, par account mein <<paise>> toh hai hi nahi
Agent: Hello, aapki call recording ID <<call_mrgyr0fhmyw1jz6w8g5p>> hai.\nCustomer: Haan theek hai, ETH wala refund kidhar hai?\nAgent: <<0x903313385c8a3df7e332ae6f96d7bf1abfb015d1>> pe bheja tha.\nCustomer: Yeh toh purana wallet hai!\nAgent: Sir aapne hi <<pichle hafte>> add kiya tha, version <<2.8.1>> se.
Agent: Wallet ke barah words kabhi share mat karna.\nCustomer: Haan haan pata hai, likhe hue hain diary mein, <<page number saat>> pe.
{{7180 8425 7251}} ye aadhaar hai, aur ye ration card ka <<3707859509>>, ab toh <<paisa vapas>> karo
Agent: Subscription ka paisa kab kata?\nCustomer: <<Do din pehle>>, <<teen baar>>.\nAgent: Card same tha?\nCustomer: Same. {{2655 4522 1805 8920}}.\nAgent: Sir poora number mat boliye, aakhri chaar kaafi hain.\nCustomer: Ab toh bol diya! CVV {{one six four}} bhi chahiye?\nAgent: Bilkul nahi sir.
Agent: UPI collect request fail ho gayi, <<teen hazaar do sau>> ki.\nCustomer: UPI PIN toh sahi dala tha, {{paanch paanch aath zero saat ek}}.\nAgent: PIN kabhi mat bataiye sir!\nCustomer: Arre galti se. Ab kya karu?\nAgent: PIN badal lijiye, phir <<kal subah das baje>> try kijiye. Ticket <<UP8502035>>.
statement bheja tha na maine, {{hdfc_statement_jan24.pdf}}, usme <<gyarah number>> wali entry dekho, <<ek sau bees rupaye>> ki
Agent: Card number mat bataiye, bas yeh batao renewal kab hua tha.\nCustomer: Pichle mahine ki paanch tareekh ko, do baje ke aas paas, ek hazaar nau sau ka.
## hindi
एजेंट: नमस्ते, रिफंड किस बैंक खाते में भेजें?\nग्राहक: पंजाब नेशनल बैंक, खाता संख्या {{चार छह छह एक सात एक शून्य शून्य सात दो छह नौ आठ पाँच}}।\nएजेंट: और आईएफएससी?\nग्राहक: {{PUNB0275034}}।\nएजेंट: ठीक है, <<दो हज़ार रुपये>> <<तीन दिन>> में आ जाएँगे।
मेरा कार्ड नंबर {{चार छह चार छह दो सात आठ चार दो दो छह सात आठ चार चार पाँच}} है, और उसकी वैधता {{ग्यारह अट्ठाईस}} तक है।
एजेंट: आपका नवीनीकरण असफल रहा।\nग्राहक: क्यों? कार्ड तो नया है।\nएजेंट: बैंक ने मना किया, <<नौ सौ निन्यानवे रुपये>>।\nग्राहक: दूसरा लीजिए, {{टू टू टू थ्री}}।\nएजेंट: जी।\nग्राहक: {{नाइन फोर सिक्स फोर}}, फिर {{वन फाइव सिक्स टू}}।\nएजेंट: आगे?\nग्राहक: {{एट वन फाइव सिक्स}}।\nएजेंट: और सीवीवी?\nग्राहक: {{टू नाइन ज़ीरो}}।
मैं अपना पिन भूल गई हूँ, कार्ड <<मई में>> खत्म हो रहा है, क्या करूँ?
एजेंट: पहचान की जाँच के लिए आधार नंबर बताइए।\nग्राहक: {{छह चार नौ छह}}।\nएजेंट: जी, आगे।\nग्राहक: {{आठ छह चार नौ}}... चश्मा कहाँ गया... {{नौ चार तीन शून्य}}।\nएजेंट: जन्मतिथि?\nग्राहक: <<पाँच जनवरी उन्नीस सौ सत्तर>>।
ओटीपी {{९५०४८७}} आया है, ऑर्डर <<38017418>> के लिए।
एजेंट: आपका मोबाइल नंबर?\nग्राहक: <<नौ आठ एक शून्य, तीन तीन दो, चार पाँच छह>>।\nएजेंट: और पैन नंबर?\nग्राहक: {{HZJPB7884S}}।\nएजेंट: धन्यवाद, शिकायत संख्या <<7503750>> दर्ज हो गई।
भैया <<दो बिल>> आए हैं, एक <<चार सौ>> का, एक <<साढ़े पाँच सौ>> का, <<तीन तारीख>> से फोन कर रहा हूँ।
ग्राहक: मेरा यूपीआई {{kamlesh.y@okicici}} है, इसी पर <<बारह सौ रुपये>> भेज दीजिए।\nएजेंट: जी, शाम <<पाँच बजे>> तक।
एजेंट: क्रिप्टो भुगतान किस पते पर चाहिए?\nग्राहक: <<TNVCdDAajN3DSEpHsbfZbMjCB1HFxLt1eM>>।\nएजेंट: और राशि?\nग्राहक: <<तीन सौ यूएसडीटी>>। मेरे बारह शब्द भी लिख लो, {{bleak term edit august food margin canvas soda accuse juice copper airport}}।\nएजेंट: ये किसी को मत बताइए!
रुपे कार्ड है जी, {{६५२१ ४१०५ २२१७ ७८५४}}, पिन कोड <<४११०३८>>, मकान नंबर <<बारह>>।
एजेंट: पासपोर्ट नंबर क्या है?\nग्राहक: {{P नाइन सिक्स थ्री सेवन टू सिक्स नाइन}}।\nएजेंट: {{P9637269}}, सही है?\nग्राहक: हाँ जी।\nएजेंट: आपका भुगतान <<276715>> <<कल>> जारी होगा।
पासवर्ड {{Dilli#1984}} डाला था पर खुला नहीं, और <<पंद्रह सौ>> कट गए।
एजेंट: कार्ड के आखिरी चार अंक?\nग्राहक: <<आखिरी चार अंक छह दो शून्य नौ>>।\nएजेंट: यह कार्ड बंद है।\nग्राहक: तो नया, {{फोर एट नाइन डबल वन ज़ीरो सेवन वन टू फोर सिक्स फोर फाइव टू सेवन थ्री}}।\nएजेंट: धन्यवाद, <<दो मिनट>> दीजिए।
जीएसटी नंबर {{29DSPPE0024H1ZU}} पर चालान <<76438>> गलत बना है, <<अठारह प्रतिशत>> दो बार लगा दिया।
एजेंट: खाता संख्या दोबारा बोलिए, आवाज़ कट रही है।\nग्राहक: {{वन वन फाइव वन सेवन फोर}}।\nएजेंट: {{115174}}, फिर?\nग्राहक: {{थ्री ज़ीरो सेवन टू सिक्स सिक्स एट वन}}।\nएजेंट: ब्रांच <<लखनऊ, हज़रतगंज>>?\nग्राहक: वही। रेफरेंस <<138108849>> है न?
उसने तीन अंक माँगे, मैंने सीवीवी बता दिया, {{पाँच एक नौ}}, अब <<आठ हज़ार>> गायब हैं।
एजेंट: लेन-देन का हैश दीजिए।\nग्राहक: <<5e0e2ce17d287ee97bb62119b9d3f3811c80cc1770589350262d6111de7c28d7>>।\nएजेंट: यह <<0xf05ade7d432e80301285681c2bdd59927b784b68>> पर पहुँच चुका है।\nग्राहक: पर वॉलेट में शून्य दिखता है।\nएजेंट: ऐप का संस्करण?\nग्राहक: <<3.4.0>>।
वेतन पर्ची यहाँ है {{https://portal.shaktihr.example/payslips/april_2024.pdf}}, अब पहचान जाँच पूरी कीजिए, टिकट <<503433>>।
एजेंट: ऐप का चार अंकों वाला पिन मत बताइए।\nग्राहक: {{एक शून्य सात तीन}}, यही तो है।\nएजेंट: अब बदल लीजिए। आपके <<सात सौ रुपये>> सुरक्षित हैं।
मेरा पता <<मकान 44, गली नंबर सात, कानपुर 208001>> है और ग्राहक संख्या <<75930760>>, किताब वाले <<ढाई सौ>> कब लौटेंगे?
## spanish
Agente: ¿A qué cuenta le hacemos la devolución?\nCliente: A la del BBVA. {{E S}} {{cuatro nueve}}.\nAgente: Sí.\nCliente: {{cero uno ocho dos}}, {{nueve ocho uno uno}}, {{seis uno cuatro dos}}...\nAgente: Voy apuntando.\nCliente: {{tres cero seis ocho}}, y termina {{uno cinco cinco cinco}}.\nAgente: Perfecto, son <<ciento veinte euros>>, en <<dos o tres días>>.
mire el número de la tarjeta es {{cuatro nueve seis cuatro dos cero uno cinco dos cero tres nueve cuatro uno ocho cero}} y caduca en {{marzo del veintiocho}}
Agente: La renovación de <<39,90 €>> no ha pasado.\nCliente: Qué raro, si la tarjeta no caduca hasta <<noviembre>>.\nAgente: El banco la rechaza. ¿Tiene otra?\nCliente: Un momento... esta. {{cincuenta y cuatro diez}}.\nAgente: Ajá.\nCliente: {{cero dos trece}}, {{doce cuarenta}}, espere que se me ha caído, {{setenta y dos quince}}.\nAgente: ¿Y el código de atrás?\nCliente: {{seis siete cinco}}.\nAgente: Ya está renovada. Factura <<F-457401>>.
Mi DNI es el {{88414785W}} y el pedido el <<89515499>>, dos facturas tengo, dos, y ninguna bien.
Agente: Para verificar su identidad, ¿me dice el NIE?\nClienta: {{Y}}, {{nueve nueve siete dos tres cero tres}}, letra {{T}}.\nAgente: ¿Fecha de nacimiento?\nClienta: <<El dos de mayo de mil novecientos ochenta y tres>>.\nAgente: Gracias. Su retiro de <<0,08 bitcoin>> ya está liberado.
Agente: Le ha llegado un código por SMS.\nCliente: Sí, a ver que no llevo las gafas... {{ocho, cero, cero, siete, seis, siete}}.\nAgente: Correcto.
oiga que se me olvidó la contraseña y el PIN de la tarjeta y encima me cobran <<quince con noventa y nueve>>
Agente: ¿Cuál es la dirección de la cartera?\nCliente: <<TATtRJkyA92jApJe4YQRXfyMPCSiTgbj3p>>\nAgente: ¿Y el hash?\nCliente: <<83e0292c62b788198a352107d6f54422c4a249e125a9c504067ddb423d817a56>>\nAgente: Veo <<cuatrocientos USDT>> confirmados. ¿Qué falta?\nCliente: Que no los veo. Le leo las palabras: {{exchange, party, orbit, thought, essay, child, dentist, ride, perfect, sport, cook, promote}}.\nAgente: ¡No, por favor! Nunca las diga a nadie.
Soy de Guadalajara, mi CLABE es {{cero siete dos uno seis cinco dos nueve siete cinco cuatro cuatro tres nueve tres uno tres siete}}, y el código postal <<44160>>, para que me depositen los <<dos mil trescientos pesos>>.
Agente: ¿Su CIF para la factura?\nCliente: {{ESB99074684}}.\nAgente: ¿Y el teléfono?\nCliente: <<Seis uno dos, treinta y cuatro, cero ocho, noventa>>.\nAgente: La factura <<2024/0125>> se emite <<hoy>>.
Le di la contraseña al técnico, {{Pamplona-77!}}, y al rato faltaban <<mil doscientos euros>>.
Agente: Dígame el pasaporte.\nCliente: {{P A D}} {{veinticuatro veintiuno dieciocho}}.\nAgente: Repito: {{PAD242118}}.\nCliente: Eso. Y el vuelo era el <<IB 2124>>, la reserva <<862757>>.\nAgente: El reembolso es de <<doscientos once euros>>, va a la tarjeta <<terminada en 5083>>.
Agente: ¿En qué le ayudo?\nCliente: El cobro del <<tres de abril>>, <<veintidós euros>>, no lo reconozco.\nAgente: ¿Qué tarjeta fue?\nCliente: La que acaba en <<cuarenta y uno cero siete>>.\nAgente: Abro la reclamación <<R2989358>>.\nCliente: ¿Y cuánto tarda?\nAgente: Unos <<diez días>>.
usuario: la clave privada es {{cf4c76cec40e1ade04208de4cad6bf0b3a798d32153463e214d2b57d48476e1f}}\nasistente: no comparta su clave, la anulo del chat\nusuario: pues la cartera es <<0xaec7649c964fd076ef08a5083f72057e3c994893>> y quiero mis <<90 dólares>>
Aquí le dejo la nómina: {{https://rrhh.solymar.example/nominas/2024/payslips/junio.pdf}}. El contrato es el <<51174>>.
Agente: ¿Me confirma el PIN telefónico?\nCliente: {{veinticinco cincuenta y cuatro}}.\nAgente: No coincide.\nCliente: Pues {{nueve nueve cero cuatro}}, que lo cambié en <<enero>>.\nAgente: Ahora sí. ¿Qué necesita?\nCliente: Que la póliza <<9363338>> se renueve con otra cuenta, {{ES12 2100 1049 8316 7571 6329}}.
Dígale a su jefe que llamé <<tres veces>>, el <<lunes>> y el <<martes>>, por los <<sesenta dólares>>.
Agente: Lea la tarjeta despacio.\nCliente: {{cuatro, cuatro, cinco, seis}}... {{tres, cero, cinco}}, no, perdón, {{tres, cero, cinco, dos}}.\nAgente: Siga.\nCliente: {{dos, dos, nueve, tres}}. Y {{seis, cuatro, ocho, cero}}.\nAgente: ¿Vencimiento?\nCliente: {{Cero siete, treinta}}.\nAgente: Cobrado, <<cincuenta y cuatro euros>>.
Pago con la American, {{3499 529467 26868}}, los cuatro de delante son {{uno tres uno dos}}, y el importe <<ochenta y siete con veinte>>
Agente: El banco devolvió el pago por nombre distinto.\nCliente: Me llamo <<María Jesús Olmo>>, no <<Mª Jesús>>.\nAgente: ¿Y el IBAN es este, {{ES84 2085 1897 1234 4337 0413}}?\nCliente: Ese mismo.\nAgente: Lo reenvío, referencia <<DEV-730785>>, <<trescientos cinco euros>>.
Vivo en <<calle del Pez 14, 28004 Madrid>>, correo <<ines.otero@correo.example>>, y el número de cliente creo que es el <<852406>>.
Agente: Necesito su autónomo, digo, el NIF de autónomo.\nCliente: {{siete seis seis tres}} {{uno uno seis nueve}} y la letra {{E}} de... de lo que sea.\nAgente: Vale. Retención del <<quince por ciento>>.\nCliente: Eso sobre <<dos mil>>.
Agente: No me diga el número de la tarjeta ni el PIN, solo el importe.\nCliente: Cuarenta y dos euros con diez, el siete de junio, y otros ocho de gastos.\nAgente: ¿Y el bono de dos noches?\nCliente: Ese ya me lo devolvieron, gracias.
## german
Agent: Auf welches Konto sollen wir erstatten?\nKunde: Mein Girokonto. {{D E}} {{vier vier}}.\nAgent: Ja.\nKunde: {{eins null null fünf}}, {{null null null null}}.\nAgent: Weiter.\nKunde: {{neun fünf drei sieben}}, Moment, der Postbote klingelt... so. {{sechs null zwei drei}}, und zum Schluss {{vier sieben}}.\nAgent: Danke. <<Neunundachtzig Euro>>, <<zwei bis drei Werktage>>.
die kartennummer lautet {{vier acht zwo zwo acht sieben sechs vier eins fünf eins neun vier drei neun neun}} gültig bis {{null neun achtundzwanzig}}
Agent: Die Verlängerung über <<59,00 €>> ist fehlgeschlagen.\nKundin: Schon wieder? Die Karte läuft doch erst im <<Oktober>> ab.\nAgent: Haben Sie eine andere?\nKundin: Ja, hier. {{zweiundzwanzig dreiundzwanzig}}.\nAgent: {{2 2 2 3}}, ja.\nKundin: {{zweiundneunzig neunundfünfzig}}. {{vierundvierzig sechsundachtzig}}. {{dreiundfünfzig fünfzehn}}.\nAgent: Und die drei Ziffern hinten?\nKundin: {{drei sieben drei}}.\nAgent: Hat geklappt, Rechnung <<RE-67031>>.
Meine Steuer-ID, Augenblick, {{sieben eins}} {{eins fünf neun}} {{vier zwei acht}} {{null drei zwei}}, und die Kundennummer <<1377446>>.
Agent: Für die Identitätsprüfung bräuchte ich die Ausweisnummer vom Reisepass.\nKunde: {{C F 4 C 4 3 H 7 7}}.\nAgent: Geboren am?\nKunde: <<Zwölften Juni neunzehnhunderteinundsiebzig>>.\nAgent: Stimmt überein. Ihre Auszahlung <<A825442>> über <<0,5 Ether>> ist frei.
Ich hab meine PIN vergessen, das Passwort auch, und die TAN kommt einfach nicht, dabei will ich nur die <<vierzig Euro>> zurück.
Agent: Sie bekommen jetzt eine TAN.\nKunde: Da. {{eins sechs zwei sieben neun sieben}}.\nAgent: Danke, Vorgang <<53979182>> ist bestätigt.
Agent: Wohin ging die Zahlung?\nKunde: An <<bc1qp6kmyk95styf8kjx6eadzzgk52g36v04x2zzj3>>.\nAgent: Und der Transaktionshash?\nKunde: <<81b89a4e6d0d165dda7b10363b70202915e550680e2596d6cf554f8af456692e>>.\nAgent: <<Zwei Bestätigungen>>, es fehlen <<vier>>.\nKunde: Kann ich nicht meine zwölf Wörter sagen? {{inside badge project permit}}\nAgent: Bitte nicht!\nKunde: {{fever success enroll census zero oblige home urge}}, so, jetzt haben Sie sie.
USt-IdNr. {{DE414273986}}, Bestellung <<4500-36767>>, Lieferschein <<473243>>, Betrag <<1.190,00 €>>, alles wie gehabt.
Agent: Welche Karte ist hinterlegt?\nKunde: Visa, <<endet auf 2276>>.\nAgent: Die ist abgelaufen.\nKunde: Dann nehmen Sie diese: {{4417, 4789, 3555, 0365}}, {{03/29}}.\nAgent: Prüfziffer?\nKunde: {{neun einundzwanzig}}.\nAgent: Danke, <<zwölf Monate>> verlängert.
Das Passwort war {{Sommer, großes S, dann zweitausendzwanzig, Ausrufezeichen}}, das nimmt er nicht mehr.
Anrufer: Ihre Kollegin wollte die letzten Überweisungen wissen, das waren <<achtzig Euro am Ersten>> und <<fünfzehn am Neunten>>.\nAgentin: Richtig. Und das Telefonkennwort?\nAnrufer: {{Apfelkuchen}}.\nAgentin: Passt. Was kann ich tun?\nAnrufer: Neue IBAN eintragen, {{DE44 5001 0517 1186 2903 91}}.\nAgentin: Ist notiert, Bestätigung an <<p.wessel@netzpost.example>>.
Rufen Sie mich an unter <<null eins sieben sechs, drei vier null, neun neun zwo>>, Rechnung <<zwei null eins sieben>>, nicht <<zwei null sieben eins>>.
Agent: Das Finanzamt braucht den Bescheid.\nKunde: Den habe ich hochgeladen, {{https://ablage.kontorhaus.example/statements/2023/steuerbescheid.pdf}}.\nAgent: Und die Lohnabrechnung?\nKunde: {{lohnabrechnung_mai.pdf}}, auch da.\nAgent: Gut. Fall <<KYC-45782>>, Ergebnis bis <<Freitag, 16 Uhr>>.
private schlüssel hab ich hier {{KxLXBmFL2gxPdM6EzwwhE2LRNXt3DW2utffkcLsobg2dr647e4vL}} und da sind <<zweihundert euro>> drauf sagt die app <<4.12>>
Agent: Ihre Rückerstattung kam von der Bank zurück.\nKunde: Wieso?\nAgent: IBAN falsch, da steht {{AT69 7737 5023 6405 4331}}.\nKunde: Das ist meine österreichische, die stimmt.\nAgent: Der Name vielleicht? <<Gruber, Sepp>>?\nKunde: <<Josef>> heißt es auf der Bank.\nAgent: Ah. Dann neu, <<siebenundvierzig Euro zehn>>.
Ich wohne <<Lindenallee 8, 04277 Leipzig>>, und die Sendungsnummer ist <<214431248117>>, <<zwei Pakete>>, eins fehlt.
Agent: Bitte die Kartennummer.\nKunde: {{fünf drei acht acht eins drei}} ähm {{eins sieben sieben}} {{sieben}}, nein, keine {{sieben}}, Entschuldigung, {{acht vier zwei eins vier zwei vier}}.\nAgent: Danke. Den Rest mache ich.
Agent: Womit haben Sie damals bezahlt?\nKundin: Mit der Amex von meinem Mann.\nAgent: Die Nummer?\nKundin: {{vierunddreißig neununddreißig}}, {{elf siebenundsiebzig achtundsechzig}}, {{neun sechsunddreißig vierundzwanzig}}.\nAgent: Gültig bis?\nKundin: {{Elf dreißig}}.\nAgent: Ich buche <<dreißig Euro>> zurück, Gutschrift <<G992269>>.\nKundin: Auf seine, nicht auf meine.
Unser API-Schlüssel ist {{pk_prod_7Rz0mWq41XbLs9TeVh3u}}, der liefert seit Version <<2.9>> nur noch Fehler <<403>>.
Ist das <<der zweite oder der dritte>> Mahnlauf? Ich habe am <<vierten März>> <<achtzehn Euro fünfzig>> überwiesen.
Agent: Telefon-PIN bitte, vier Stellen.\nKunde: {{zwei sieben eins sechs}}. Oder war das die vom Handy?\nAgent: Die passt. Wohin soll das Geld, zurück auf <<0x0d6ca4c8fd6375c3bf4d679d38682586c9d0f387>>?\nKunde: Ja, die <<dreihundert USDC>>.
Support: Wir sehen einen Einzug vom <<28.02.>> über <<9,99 €>>.\nHerr Dahl: Gekündigt habe ich am <<12.01.>>, Vorgang <<880908073>>.\nSupport: Dann erstatte ich. Geht es auf die <<Mastercard, letzte vier Ziffern 6650>>?\nHerr Dahl: Die gibt es nicht mehr, nehmen Sie das Konto, {{DE85 7015 0000 5809 9491 48}}.\nSupport: Erledigt.
Agent: Die Kontonummer brauche ich nicht, nur den Betrag.\nKunde: Dreihundertzwölf Euro, abgebucht am sechsten, und dann nochmal zwei Euro Gebühr.\nAgent: Und seit wann haben Sie die neue Karte?\nKunde: Seit drei, vier Wochen, gültig bis Mai.
## french
Agent : Sur quel compte dois-je vous rembourser ?\nClient : Alors, c'est mon compte courant. {{F R}} {{soixante-seize}}.\nAgent : Oui.\nClient : {{un six sept neuf}}, {{huit deux sept cinq}}.\nAgent : Je vous suis.\nClient : {{zéro neuf deux neuf}}, {{cinq neuf cinq sept}}, tiens ça sonne à la porte... {{zéro un six neuf}}, et pour finir {{zéro trois deux}}.\nAgent : Parfait. <<Soixante-douze euros>> sous <<trois jours>>.
ma carte c'est le {{quarante-sept dix cinquante-deux quarante-trois soixante-douze quarante-trois quinze cinquante-trois}} elle expire en {{juin vingt-neuf}}
Agent : Votre renouvellement de <<24,99 €>> a été refusé.\nCliente : Pourtant ma carte expire en <<décembre>>.\nAgent : Vous en auriez une autre ?\nCliente : Celle de mon mari. {{cinquante et un trente-six}}.\nAgent : {{5 1 3 6}}.\nCliente : {{quatre-vingt-quatre trente-deux}}, {{quarante-trois vingt-deux}}, {{cinquante-deux quinze}}.\nAgent : Le cryptogramme ?\nCliente : {{huit huit zéro}}.\nAgent : C'est bon, facture <<FA-649544>>.
J'ai oublié mon code, mon mot de passe, tout, je veux juste mes <<quarante-cinq euros>> et les <<deux factures>>.
Agent : Il me faut votre numéro de passeport.\nClient : {{trois trois}}, {{F E}}, {{huit un six quatre zéro}}.\nAgent : Né le ?\nClient : <<Trois août mille neuf cent soixante-dix-huit>>.\nAgent : Identité vérifiée. Le virement de <<1,3 ETH>> part vers <<0x3a6fe79d368f140cf3ea9f4393a2d8232ede6299>>.
le code que j'ai reçu par texto {{quatre-vingt-douze soixante-deux quatre-vingt-quatre}} c'est bien pour le dossier <<4346632>>
Agent : Notre TVA n'est pas sur la facture ?\nClient : Non, et la mienne est {{FR88581606464}}.\nAgent : Et le numéro de facture ?\nClient : <<2024-0654>>, <<mille deux cents euros>>.
Client : J'ai mes mots de récupération, je vous les donne ? {{1. shoulder 2. ribbon 3. cousin 4. office 5. square 6. typical 7. change 8. still 9. soup 10. wise 11. release 12. expire}}\nAgent : Surtout pas, monsieur.\nClient : Et l'adresse, <<bc1qa35yxf7l4erh07puxpy392tmmzg2r6uqart832>>, ça, je peux ?\nAgent : L'adresse, oui. Le virement est de <<0,02 BTC>>, <<une confirmation>>.
Notez mon téléphone, <<zéro six, douze, quarante-huit, zéro neuf, trente>>, et mon adresse <<9 rue des Tanneurs, 37000 Tours>>.
Agent : Le remboursement est revenu.\nCliente : Encore !\nAgent : J'ai noté {{BE98 3138 8418 1493}}.\nCliente : C'est bien mon compte belge.\nAgent : Et le titulaire, <<Mme Claes>> ?\nCliente : <<Claessens>>, c'est écrit en entier.\nAgent : Je relance. <<Cent huit euros>>, référence <<RB953858>>.
mon mot de passe c'était {{Loulou_2015}} et il a été changé <<mardi>> par quelqu'un d'autre
Agent : Bonjour, je regarde votre versement.\nClient : Envoyé <<lundi à neuf heures>>, <<trois cents USDT>>.\nAgent : Le hash ?\nClient : <<5e5e2c84103ded7d7b0e556124a1329756b5fe409f4e72f8b9bd9e697ef62547>>.\nAgent : Et votre portefeuille ?\nClient : <<TLde1jbvHiVpu3KFfvLy4QdYwFYT4AiUbu>>.\nAgent : Il est arrivé à <<9 h 14>>.
Ma fiche de paie est là : {{https://rh.belair.example/payslips/2024/mai/fiche_paie.pdf}}. La commande, c'est <<31599858>>.
Agent : Votre carte, s'il vous plaît.\nClient : {{quatre six zéro quatre}}...\nAgent : Allez-y doucement.\nClient : {{quatre six zéro trois}}, non, attendez, après c'est {{neuf sept six huit}}.\nAgent : Et la fin ?\nClient : {{quatre cinq six deux}}.\nAgent : Date ?\nClient : {{Zéro quatre, trente et un}}.\nAgent : Merci, <<dix-neuf euros>> débités.
Celle qui <<finit par 8831>>, vous l'avez déjà. L'autre, je ne la donne pas au téléphone, vous comprenez.
Agent : Avez-vous un numéro fiscal ?\nClient : Étranger, oui. Italien, {{CNTPLA63T17H501R}}.\nAgent : Et la société ?\nClient : Partita IVA {{IT04111110153}}.\nAgent : Dossier <<K-92891>>, réponse <<jeudi>>.
voici ma clé privée {{bcfad47a83a8e3139e48f86509b6aafb9f7eeb7a487695d6c252e8f7aebbd23d}} pour les <<cinquante euros>> perdus
Agent : Quel est votre code à quatre chiffres ?\nClient : {{quarante-trois cinquante-huit}}.\nAgent : Ce n'est pas celui-là.\nClient : Alors {{cinq trois un sept}} ?\nAgent : Oui. Vous appelez pour l'abonnement <<7752752>> ?\nClient : Oui, on m'a prélevé <<deux fois>>, <<le cinq>> et <<le six>>.
Le contrat numéro <<22807761>> se renouvelle <<le premier>>, et je conteste les <<dix-sept euros cinquante>> de frais.
Agent : On va vérifier la carte au dossier.\nCliente : L'American Express ? {{trois sept deux huit}}, {{un quatre huit cinq zéro deux}}, {{zéro cinq quatre deux deux}}.\nAgent : Et les quatre chiffres devant ?\nCliente : {{quarante-six quarante-huit}}.\nAgent : Merci. Vous avez <<une>> échéance, <<le vingt et un>>.
Agent : Votre numéro d'appel est <<call_73mhy50tm3dh3nucazpe>>.\nClient : Merci. Mon IBAN a changé, c'est {{FR76 1027 8436 4523 7562 6283 504}}.\nAgent : Et le remboursement de <<deux cent dix euros>>, d'accord ?\nClient : D'accord, pour la réservation <<TX9473>>.
Mon mail, c'est <<o.lambert chez poste-net point example>>, et ma carte, vous la trouvez au nom d'<<Odile Lambert>>.
Agent : Ne me donnez pas votre code, dites-moi juste le montant.\nClient : Trente-huit euros, le deux mars, puis encore six euros de frais.\nAgent : Et la carte expire quand ?\nClient : En septembre, je crois, il me reste cinq ou six mois.
`,
	N: String.raw`
## english
Agent: Thanks for holding, can I take the number of the card it was charged to?\nCustomer: Sure, it's {{four nine one six four zero two two three eight eight three zero eight seven four}}.\nAgent: And the expiry on that?\nCustomer: {{oh nine twenty-eight}}.
I was billed <<forty-nine dollars and ninety-nine cents>> twice on <<March third>>, the order is <<88376932>>, and I'd like one of them back please.
User: ok so the long number is {{5188 5857 3153 7877}} and it runs out {{11/27}}, back of the card {{005}}\nAI: Thank you. I have invoice <<INV-20871>> open for <<$312.40>>.
Hi, yeah, I've been trying to log in since Tuesday and I <<forgot my password>>, can you just send me a reset link to <<dora.whitlock@mailbox.example>>?
Speaker 1: Could you confirm the last four of your social?\nSpeaker 2: {{five six nine three}}\nSpeaker 1: Perfect, and the ticket you're calling about?\nSpeaker 2: <<four four one zero nine>>.
It's an Amex, so it's <<fifteen digits>>: {{3714 568782 70680}}, and the four little ones on the front are {{4198}}.
Agent: Which card would you like the refund on?\nCustomer: The Visa <<ending in 7797>>, not the other one.\nAgent: Got it. You should see <<$84.15>> within <<five to seven business days>>.
[00:02:14] Caller: my sort code is {{30-37-53}} and the account is {{82368972}}, Barclays, it's in the name of <<Mrs J Pettifer>>\n[00:02:31] Agent: Lovely, and the refund is <<£129.00>>, is that right?\n[00:02:35] Caller: That's right, my love.
Routing number {{zero two six zero six six one one two}}, account number {{seven four seven three zero three five two five four}}. It's a <<checking account>> at a <<credit union>>.
Customer: I need the wire to go to, hang on, I've got it on a bit of paper... {{GB06 NWBK 9561 3760 9949 50}}.\nAgent: And your customer number with us?\nCustomer: <<C-558201>>.
Um, my social is {{four nine two}}, {{eighty seven}}, {{eighty three forty four}}. Why do you need that for a refund of <<eighteen bucks>>?
Agent: I've just texted you a six digit code, can you read it to me?\nCustomer: Yeah, hold on. {{542 067}}.\nAgent: Great, you're verified. Your payout reference is <<PO-77120-B>>.
So the tracking says <<1Z65198262>> and it's been sitting in <<Memphis>> since <<the fourteenth>>. I paid <<a hundred and sixty>> for overnight.
AI: How would you like your crypto payout delivered?\nUser: Send it to <<0xacdc524694fbc8f45e19d52307f2e243340ab1c8>> on Ethereum please.\nAI: Confirming an address that begins with 0x. The amount is <<0.42 ETH>>.
My wallet won't restore. I typed {{eternal toddler type snake invite alien regret input husband neck school raccoon}} exactly as it's written and it says invalid, what now?
Agent: For security, never tell me your recovery phrase. Just tell me the first thing you see on the screen.\nCustomer: It says <<restore with twelve or twenty-four words>>.
Customer: The code on the back? {{five eight eight}}.\nAgent: Thanks. I'm showing the charge from <<June 2nd>> for <<nineteen ninety-nine>>.
yes the number is {{four nine one six eight double one five eight four two six three four two five}} it expires {{march twenty twenty-nine}} and my zip is <<60614>>
Agent: Can you spell the temporary password for me so I can see if it matches?\nCustomer: It's {{capital M, a, p, l, e, seven, seven, exclamation mark}}.\nAgent: And you're on app version <<5.14.2>>?\nCustomer: <<Five fourteen two>>, yep.
The EIN for the company is {{36-3021626}}, and we'd like the invoice <<2024-00318>> reissued to the new address, <<412 Larkspur Drive, Boise>>.
Customer: My National Insurance number? Ooh. {{PW 16 82 00 B}}.\nAgent: Thank you. And the policy number at the top of the letter?\nCustomer: <<PL 4471902>>.
My UTR's {{four three seven eight seven one two eight five five}}, I'm self-employed, and the bill came to <<six hundred and forty pounds>>.
Agent: We need your tax file number to release the payout.\nCustomer: Righto. {{165 777 796}}.\nAgent: And the BSB?\nCustomer: {{084-561}}, account {{965939888}}.
Our ABN is {{46 191 357 623}} and mate, we've been invoiced <<three times>> for the same <<two hundred and twenty dollars>>.
Customer: my SIN is {{six eight zero eight four five seven five seven}}\nAgent: Merci, thank you. I've got you down at <<K1A 0B1>>, is that still your postal code?\nCustomer: it is
I downloaded it, it's at {{https://billing.northpeak.example/statements/2024/06/1f5ca29e.pdf}} but the page shows somebody else's name!
Can you check whether you received my {{W-9.pdf}}? I emailed it on <<April 9>> from <<accounts@fernandsons.example>>.
Agent: What's the PIN on the phone account?\nCustomer: {{zero eight eight seven}}.\nAgent: Thanks. Your balance due is <<forty-two dollars and sixteen cents>>.
The transaction hash is <<0x7d98dc56d4c7425962deba24cd8425a5a2ab72456f3a3f84faf418b64616f603>> and it shows <<six confirmations>>, but nothing has landed in my account since <<quarter past nine>>.
User: I'm a developer, the renewal keeps failing with my key {{sk_live_GD5aqZ8Fi3gadzI5c8LJNucK}}\nAI: Please rotate that key right away. The failing call is <<call_8fa31c0e77>>, correct?\nUser: yes call_8fa31c0e77
It's a <<sixteen digit one>>. {{six zero one one}}. Ready? {{three eight three two}}. Then {{zero nine five six}}. And the last bit, {{eight zero nine zero}}.
Customer: {{4485}}\nAgent: {{4485}}, go ahead.\nCustomer: {{7957}}\nAgent: {{7957}}.\nCustomer: {{3145}}, sorry the dog's barking, {{3073}}.\nAgent: Got it.
My card expires in <<May>>, will the subscription renew by itself or do I have to call you again?
Agent: Could you give me the number of the card?\nCustomer: I'd rather not read it out with people around, can I do it in the app?\nAgent: Of course, just tap <<Billing>> and then <<Payment methods>>.
Okay it's {{two seven two zero}}, um, {{one six three seven}}, no wait I skipped a line, let me see, it's {{one six three seven}}, {{zero seven eight five}}, {{two one three four}}.
Customer: the card's {{forty nine sixteen}}, {{eighty three seventy one}}, {{sixty five twenty one}}, {{oh two seventy nine}}\nAgent: And that's a debit card?\nCustomer: Debit, yes. Valid to {{oh four, twenty-seven}}.
I've had <<two invoices>> this month, <<one for eighty and one for ninety-five>>, and nobody can tell me why.
My callback number is <<four one five, five five five, oh one three two>>, and after six it's better to try <<(415) 555-0178>>.
Agent: Passport number, please, for the identity check.\nCustomer: {{eight three zero three two zero one three nine}}.\nAgent: And date of birth?\nCustomer: <<Ninth of August, nineteen seventy-one>>.
Driver's license is {{D5702943}}, <<State of California>>, and I moved so the address on it is the old one, <<88 Bay Street>>.
[10:41] Ravi: Madam my PAN is {{NAIPI2280Q}}, kindly update in the invoice\n[10:42] Support: Noted sir. Invoice <<BLR/24-25/1182>> amounting to <<Rs 14,750>>?\n[10:42] Ravi: Yes yes.
Sir the refund should come to my UPI, it is {{suresh.k81@okhdfcbank}}, the amount is <<rupees two thousand four hundred only>>, UTR I already gave, <<234932069701>>.
Customer: Aadhaar is {{eight three three zero five one nine six zero six nine seven}}.\nAgent: Thank you, sir. And the pin code of your area?\nCustomer: <<five six zero zero three four>>, <<Koramangala>>.
Account number {{4724 9022 132}}, IFSC {{ICIC0002071}}, branch is <<Andheri West>>, please do the NEFT before <<3 pm>>.
Agent: Kindly share the GST number for billing.\nCustomer: {{29NAIPI2280Q1ZR}}.\nAgent: Thank you. The PO number?\nCustomer: <<PO/0093/2024>>.
Look, I've got the invoice in front of me: number <<six zero seven zero nine four seven>>, dated <<the second of May>>, total <<one thousand and twelve pounds fifty>>.
My password used to be {{1234ilovecats}} and then you lot made me change it to {{Tr0ut!River}}, and now neither one works.
Agent: Is it the card ending <<five five one two>>?\nCustomer: No, that one's cancelled. The new one is {{4 5 3 2 0 9 1 7 2 6 1 9 5 4 1 3}}.\nAgent: Thanks. When does it expire?\nCustomer: {{12 of 28}}.
Hello? Yes. I'd like the payout in Bitcoin, my address is <<bc1qeumvc3ukvs4v6hde3a2wacn9c3625s9y4rjfh5>>. And how long does it take, <<an hour, two hours>>?
User: here is the private key so you can see for yourself {{eb1bbd93dda4ee560dbb30461d2f6b074a62fbc239a48092e8e76ea637bf36a5}}\nAI: Please don't share keys. Which transaction are you asking about?\nUser: <<a17d0da288>>, the one from this morning
She gave me the code from the text, {{six eight four three seven nine}}, and I put it in, and the page just went white.
Agent: Did you get the <<six-digit code>>?\nCustomer: No, nothing came through. I've been waiting <<ten minutes>>.\nAgent: Let me send another to the number ending <<double two seven>>.
The VAT number on it should read {{GB389747869}}, and you've printed it with two digits the wrong way round on invoice <<SI-100447>>.
Our German office's VAT ID is {{DE192578124}} and the Dutch one's {{NL867906728B01}}; please put both on the credit note for <<€2,380.00>>.
I have an ITIN, not a social. It's {{948-82-2035}}. Does that change anything with the <<1099>>?
Customer: IBAN, right. {{G B five one}} then {{LOYD}} then {{one seven two one zero eight}} and {{seven three nine six four one six five}}.\nAgent: Let me read the end back, {{four one six five}}?\nCustomer: Correct.
So I pay <<$9.99>> a month, right, and the booking reference is <<QX7LPN>>, and then out of nowhere there's a charge for <<$119.88>>.
Hang on, glasses. Right. {{four five three nine}}... {{one oh double one}}... {{seven one four six}}... {{oh eight double six}}. And it says {{07/26}} underneath.
Agent: And what's the <<three-digit number on the signature strip>>?\nCustomer: Let me turn it over. It's a bit worn. {{three}}, {{four}}, I think {{zero}}.
My husband handles the cards. I just know we've got <<three>> of them and the <<joint account>>, and one of the cards was stolen <<last Friday>>.
Customer: Sort code's {{twenty twenty-seven seventy-six}}.\nAgent: And the eight digit account number?\nCustomer: {{four seven six four seven double five three}}.\nAgent: So that's for the <<£45>> goodwill payment.
Mine is {{4147-9533-6837-1114}}, not {{4929-3891-3680-7952}}, that was my wife's card and she's on a different plan, plan <<B-12>>.
AI: Please tell me the order number.\nUser: it's <<seven eight seven zero eight seven five four nine>>\nAI: I found it. That's the <<blue kettle>> for <<thirty-four ninety>>, shipped on <<12 October>>.
Right so you know the transfer, it was sent from {{419380981718}}, that's the account number, at <<Chase>>, routing {{111055180}}, for <<$5,000 even>>.
My password is, don't laugh, {{bigfoot underscore 1962}}. Should I change it?
Agent: Do you remember your online PIN?\nCustomer: I <<forgot my PIN>>, that's why I'm calling.\nAgent: No bother, I can post a new one to <<SW1A 2AA>>.
Take this down: {{5 four nine nine 4 six 2 three 0 eight 1 six zero 6 6 1}}. You got all that? Expiry's {{August '26}}.
Speaker A: uh the card that's on file is it still the <<Mastercard ending in 7774>>\nSpeaker B: yes it is do you want to replace it\nSpeaker A: yes the new one's {{five two one eight one two one three nine one seven four two three seven seven}}
The tax form link you sent, {{https://portal.gigpay.example/tax-forms/1099-NEC_2023.pdf?uid=199994}}, opens for anybody without a login. That can't be right.
I sent the payslip, the file's called {{payslip_march_2024_hollis.pdf}}, and you lot said you never got it. Ticket <<163944>>.
Agent: Can you read me the hash?\nCustomer: It starts with <<d5da82>> and ends with <<eb9596>>.\nAgent: And the amount?\nCustomer: <<Three hundred fifty USDT>>.
{{actual hold leg inspire disease habit route divert luxury same salad obscure aisle adult access dismiss wool crash swift plunge exile match squirrel silver}}. That's all <<twenty-four>>, and I still see a <<balance of zero>>.
Customer: They're numbered. One is {{door}}, two is {{vacuum}}, three {{nothing}}, four {{citizen}}, five {{huge}}, six {{march}}, seven {{suit}}, eight {{state}}, nine {{strong}}, ten {{common}}, eleven {{shallow}}, twelve {{weapon}}.\nAgent: Oh dear, please stop, you mustn't read those out.
I keep the words in the safe and I'd never read them to anybody, so what else can you use to prove the wallet's mine?
Agent: And the number for the direct debit?\nCustomer: Sort code {{zero-nine-zero-seven-two-zero}}, account {{four five two five, nine four eight three}}.\nAgent: That comes out on <<the first of each month>>.
It's my mum's <<Medicare plan>> and she pays <<$37.60 a fortnight>>. She's got a new Visa debit: {{four five three two, eight six three eight, two two eight one, six two two nine}}.
Can you call me back on <<+44 7700 900417>>? My extension at work is <<2206>>.
User: my login is <<tkemp@harbor.example>> and the password is {{Wq9$lantern}}\nAI: Please don't share your password. Is this about the failed renewal on <<January 5>>?
No, I said {{four four eight five}}, {{nine eight one four}}, then {{five five zero}} {{two}}, no, {{seven}}, not {{two}}, then {{seven one seven nine}}.
[Ella] What's your account ID, please?\n[Caller] <<AC-90-4412>>.\n[Ella] And the last four of the bank account you want credited?\n[Caller] Oh it's a new one actually, the whole account number is {{4 2 3 8 3 7 6 2 1 4}}, routing {{1 2 1 0 6 0 3 1 4}}.
They wanted my Social Security number over the phone, {{692-19-1053}}, and I gave it before I'd thought about it. Should I freeze everything?
Agent: The charge dated <<11/02>> for <<$1,204.00>>, do you recognise it?\nCustomer: No ma'am. I was in hospital from <<October thirtieth>> to <<November sixth>>.
Customer: Diners Club, it's a shorter one. {{3616 418062 5792}}.\nAgent: Expiry?\nCustomer: {{Ten, twenty-nine}}.\nAgent: Thanks, that's <<fourteen>> digits, all good.
Could you email the receipt to <<j dot okafor at sunmail dot example>>, it's for <<twenty-two pounds forty>>.
Uh, JCB? Yes, from Japan. {{3566 3224 2995 6137}}. I am here until <<the twentieth>>, then the hotel booking is <<HB-3390172>>.
The API key we use is {{AKIASKNY9RHIL6G7CDNV}}... sorry, should I have said that out loud? Anyway, error <<402>> every night at <<02:00 UTC>>.
Agent: I need the six digits off the authenticator.\nCustomer: It just changed. Now it says {{sixty six forty seven thirty}}.\nAgent: In. I see <<two>> failed renewals, <<one in April and one in May>>.
One moment, I've got two cards here and one's expired. <<One second.>> Okay, which one do you have, is it the one ending in <<one two eight five>>?
My driving licence number is {{PETTI343204JM9KX}}, it's a UK one. You should have my photo already.
Passport? It's Indian, {{M8225089}}, valid till <<2031>>. And I booked with <<PNR 6L2KWT>>.
Agent: Which wallet was it?\nCustomer: Tron one, <<TPBw1pDQfmXQnKpK8mcPMr8iMq1UFvGz9p>>.\nAgent: And the memo?\nCustomer: No memo. It was <<eight hundred and ten USDT>>, sent at <<seven minutes to four>>.
He said to import it with {{L53JEoJNDGRstFvBJUtDbv1hS92C6AdcPEcuHLux3DX67nSDTyQ7}}, so I did, and within a minute <<0.0318 BTC>> was gone to <<bc1qral5lu9aaepvmhlausc0uw4fv0ksw82x04w97s>>.
Customer: so it's four, sorry, starting again, it's {{four zero two double four five double seven}}\nAgent: {{four zero two double four five double seven}}, yes?\nCustomer: and then {{three double seven two three one five one}}\nAgent: and the security code\nCustomer: {{two two two}}
I've been a customer since <<nineteen ninety-eight>> and my loyalty number is <<4039810875>>, and never once been late.
Agent: What was the voicemail password set to?\nCustomer: {{8461}}, same as my gate. Should I worry?
The refund went to an old account, {{seven five zero five three seven five two}}, sort code {{four zero zero nine three three}}, which I closed in <<2019>>.
User: My CLABE is {{014 320 549 553 207 422}}, it's in <<Guadalajara>>.\nAI: Thanks. Sending <<4,200 pesos>> to that account, reference <<MX-8831>>.
My nephew in Brazil, his CPF is {{202 046 565 59}}, he needs it on the invoice, and the school's CNPJ is {{67330315000178}}.
Italian tax code, it's letters and numbers: {{RSSMRA55S03H501L}}. For the flat rental, <<eleven hundred euros>>.
Agent: And can you confirm the first line of your address?\nCustomer: <<Flat 9, 31 Tollgate Road>>.\nAgent: And postcode?\nCustomer: <<B for Bravo, S, eight, two, D, T>>.\nAgent: Lovely, you're through security.
I'd say it was <<around half three>> when I got a text for <<£600>>, and another for <<£450>>, and I hadn't left the house.
Agent: How many digits have you got there?\nCustomer: Thirteen, it's a very old Visa. {{4 5 3 9 1 4 9 3 5 0 0 8 7}}.\nAgent: Gosh, I haven't seen one of those since <<1996>>.
Okay card is {{4. 6. 5. 8. 8. 2. 4. 3. 9. 9. 0. 7. 3. 8. 3. 2}}. Exp {{02. 2027}}. CVC {{0. 4. 8}}. Name is <<Darnell Whitcombe>>.
Right, NI number, it's {{A K, then eighty two eighty nine fifty two, and D}} at the end. I moved to <<14 Priory Lane>> since.
The chargeback case is <<CB-2024-36068>>, and your colleague Mo told me it'd be done in <<ten working days>>. It's been <<thirty-one>>.
Agent: Let me repeat the account: {{four three nine two seven seven four six four}}.\nCustomer: Yes.\nAgent: Routing {{zero two six zero three four three four eight}}.\nCustomer: Yep.\nAgent: Deposit of <<two thousand eighteen dollars>> by <<Friday>>.
I'm reading it off the app, {{5, 4, 2, 5, 4, 0, 1, 2, 2, 7, 3, 1, 6, 3, 2, 6}}, and the date under it's {{zero six, slash, three zero}}.
Listen, the serial on the box is <<SN 48062482>>, the firmware is <<2.0.11>>, and I want my <<seventy-nine euros>> back.
Amex is {{three seven two eight nine six seven six two nine six five two nine two}}, four digit code {{five seven three five}}, good thru {{January of twenty-eight}}.
User: whats my one time code for, the <<5 minute>> one\nAI: It confirms the payout.\nUser: ok its {{652157}}
Agent: I can only see your card as <<star star star star 1331>>.\nCustomer: That's the one. Please remove it.\nAgent: Removed. Anything else?\nCustomer: Nope. Ta.
## hinglish
Agent: Sir aapka card number bata dijiye.\nCustomer: Haan likhiye, {{six five two one}} {{seven six two three}} {{four two five six}} {{nine zero five two}}.\nAgent: Aur expiry?\nCustomer: {{zero six twenty-eight}}.
Bhaiya mera refund <<do din pehle>> aana tha, <<pandrah sau rupaye>>, abhi tak kuch nahi aaya.
Mera PAN hai {{WRPCH1242C}}, isko invoice <<INV/2024/0771>> mein daal dijiye na.
Customer: OTP aa gaya, {{eight five zero four five two}}\nAgent: Sir <<OTP kisi ko mat bataiye>>, mujhe bhi nahi\nCustomer: arre aap hi ne toh bheja tha
UPI se paise kat gaye, <<₹899>>, meri UPI ID {{neha.verma92@oksbi}} hai aur transaction number <<548073379616>>.
Account number note kariye {{three four six nine five three one eight one double zero}}, aur IFSC {{H D F C}} {{zero zero zero two zero seven three}}. Branch <<Lajpat Nagar>> wali hai.
Agent: Ma'am aapka pin code?\nCustomer: <<one one zero zero two four>>.\nAgent: Aur order number?\nCustomer: Ek second... <<328776494>>.
Aadhaar number toh yaad hai mujhe, {{aath chaar zero chhe}}, phir {{chaar do paanch paanch}}, phir {{saat saat aath saat}}. KYC ho jayega na isse?
Maine <<password bhool gaya>> hoon yaar, reset link mere email <<amit.deshpande@post.example>> pe bhej do.
Customer: Card ka number {{4485 4709 0771 4969}} hai\nAgent: CVV bhi bata dijiye ma'am\nCustomer: {{saat zero paanch}}\nAgent: Theek hai, amount <<₹2,349>> hai?
Haan toh woh GST number galat chhapa hai bill pe, sahi wala {{29WRPCH1242C1Z5}} hai. Bill number <<GK-5518>>.
Hello, mera wala card block kar do, jo <<seven nine zero three>> pe khatam hota hai, purse chori ho gaya metro mein.
User: bhai crypto withdraw kiya tha <<0.05 BTC>>, address <<bc1q2acua49hratl6e4v6ek0gs7z8lqz4q3t095vg9>>, kal raat <<saade gyarah baje>> se pending hai\nAI: Transaction hash bata sakte hain?\nUser: haan <<add9342d6866bcc7ae49834865eb2f19bc6ea21e76c4b7c175780921f74034be>>
Mera ATM PIN {{chhe aath ek chhe}} tha, ab machine bolti hai galat PIN. <<Teen baar>> try kar chuka hoon.
Agent: Aapka registered mobile number confirm karenge?\nCustomer: Ji, <<nine eight one zero, double five, four two one seven>>.\nAgent: Aur aapki date of birth?\nCustomer: <<Chaudah January unnees sau nabbe>>.
Likho na: {{triple two three}}, uske baad {{double four eight six}}... ruko ruko, <<bachcha ro raha hai>>... haan {{eight two five nine}}, aur last mein {{one eight six zero}}.
Meri wallet ke barah shabd ye hain, {{lottery awful ahead mirror twin task toss impact wasp medal swift negative}}, phir bhi recover nahi ho raha.
Woh Form 16 maine upload kiya tha, file ka naam {{form16_2023-24_kulkarni.pdf}} hai, aap check karo.
Customer: Sir mera login password {{Sachin at the rate 10dulkar}} hai, chal nahi raha.\nAgent: Sir <<password share mat kijiye>>. Ticket bana deta hoon, <<TKT-60913>>.
Aap log har mahine <<teen sau ninyanve>> kaat lete ho, maine toh <<ek hi baar>> subscribe kiya tha <<Diwali>> pe.
Agent: Refund kis account mein chahiye?\nCustomer: SBI wala, khata number {{aath aath paanch nau nau do aath nau paanch nau teen}}.\nAgent: IFSC?\nCustomer: {{KKBK0002397}}.
Statement ka link khul hi nahi raha, {{https://netbank.surya.example/statements/2024-05/1012204.pdf}}, error <<404>> aa raha hai.
Arre nahi, maine {{four six five eight}} bola, {{nine}} nahi {{seven}}, poora sun lo: {{four six five eight seven zero eight five eight zero five zero nine nine nine five}}.
Ek minute, customer ID dekh ke batata hoon, haan, <<seven three nine zero four one four zero>>, <<do connection>> hain mere naam pe.
PAN card pe likha hai {{H G O P N}} {{one two one one}} {{X}}, naam <<Farhan Qureshi>>, aur GST ka kuch pata nahi mujhe.
AI: Kripya apna card number batayein.\nUser: {{six zero seven three four two one nine}}\nAI: Ji, aage?\nUser: {{four five zero nine eight nine seven five}} aur expiry {{11 slash 29}}
Policy number <<LIC 51139862>> hai, premium <<barah hazaar>>, do baar cut gaya <<paanch tareekh>> ko.
Passport number {{T8812783}} hai mera, flight ka <<PNR WQ4K9Z>>, paise wapas chahiye <<attharah hazaar saat sau>>.
Agent: Sir jo code aaya hai <<chhe digit>> ka wo app mein daaliye.\nCustomer: Kahan daalun? App toh khul hi nahi raha, version <<8.2.1>> hai.
PhonePe pe mera ID hai {{gopallal65@ybl}}, nahi nahi sorry, {{gopal.lal@ybl}}, usi pe bhejna <<pachaas rupaye>>.
Driving licence DL number {{DL14 20114429508}}, aur gaadi ki EMI <<nau hazaar>> do mahine se double kat rahi hai.
Mera wala USDT, TRC20, <<TLLuTQxzayGNGYX1uCXX81LEaLyiHg2DyN>> pe bhejna tha, <<do sau USDT>>. Private key toh main kisi ko nahi deta.
Customer: haan ji account mein naam <<Sunita Rao>>, number {{7097 3389 1161}}\nAgent: {{one one six one}} last mein, right?\nCustomer: right right, IFSC {{k k b k zero zero zero four eight seven nine}}
Bank se message aaya, debit hua <<Rs. 1,180.00>> on <<07-06-24>>, ref <<6328515153>>. Ye kya hai bhai?
Aadhaar {{2088 6500 6468}}, mobile <<98200 45171>>, ghar ka pin <<400053>>. Bas itna hi hai mere paas.
## hindi
एजेंट: कार्ड नंबर बताइए।\nग्राहक: जी, {{चार छह पाँच आठ आठ दो शून्य शून्य आठ छह आठ शून्य एक दो तीन आठ}}।\nएजेंट: और एक्सपायरी?\nग्राहक: {{शून्य तीन, सत्ताईस}}।
मेरा रिफंड <<दो हज़ार पाँच सौ रुपये>> का था, ऑर्डर नंबर <<87787649>>, अभी तक नहीं आया।
आधार नंबर है {{५८७५ ८७६० २०४३}}, और पिन कोड <<226010>>।
ग्राहक: ओटीपी आया है, {{चार चार पाँच तीन पाँच सात}}।\nएजेंट: धन्यवाद, आपका टिकट <<४४१०७>> बंद कर दिया।
मुझे <<अपना पासवर्ड याद नहीं>> है, <<तीन बार>> कोशिश कर ली, अब क्या करूँ?
खाता संख्या {{सात दो चार पाँच सात तीन छह एक पाँच तीन चार}}, आईएफएससी {{UTIB0003094}}, पैसे इसी में डाल दीजिए।
मेरा पैन {{UCKPS4372W}} है, बिल में ग़लत लिखा है, बिल <<12 मार्च>> का है।
एजेंट: आपका मोबाइल नंबर?\nग्राहक: <<नौ आठ सात एक, दो दो, शून्य छह पाँच चार>>।\nएजेंट: और जन्मतिथि?\nग्राहक: <<पाँच जून उन्नीस सौ अस्सी>>।
कार्ड {{5089 6116 8438 8405}}, पीछे के तीन अंक {{नौ नौ नौ}}, बस जल्दी कर दीजिए।
मेरा वह कार्ड जो <<0466>> पर ख़त्म होता है, उस पर <<₹४९९>> दो बार कट गए।
यूपीआई आईडी {{ramesh.yadav7@paytm}} पर भेज दीजिए, <<आठ सौ पचास रुपये>>।
ग्राहक: पहले चार {{टू सेवन टू ज़ीरो}}।\nएजेंट: जी।\nग्राहक: फिर {{थ्री सिक्स सिक्स वन}}, फिर {{टू ज़ीरो टू टू}}।\nएजेंट: आख़िरी चार?\nग्राहक: {{ज़ीरो वन सिक्स फाइव}}।
एटीएम का पिन {{चार नौ चार आठ}} था, किसी ने बदल दिया क्या?
जीएसटी नंबर {{29HGOPN1211X1ZB}} और इनवॉइस <<GJ/1182/24>>, दोनों मेल में हैं।
स्टेटमेंट की फ़ाइल {{statement_may2024.pdf}} मैंने भेजी थी, मिली क्या? ईमेल <<kavita.joshi@patra.example>> से।
<<एक मिनट>>, चश्मा लगा लूँ। हाँ, ग्राहक संख्या <<नौ दो आठ छह दो शून्य शून्य चार>>।
मेरा आधार बोलती हूँ, {{पाँच तीन छह शून्य दो सात चार पाँच चार सात एक शून्य}}। नाम <<सरला देवी>> है, मकान <<बाईस बटा चार>>।
एजेंट: किस पते पर भेजा था?\nग्राहक: <<0x0be5b9afeb22fbf35ac6d344a4eca97b5f272d64>> पर, <<दो सौ>> यूएसडीटी, <<परसों शाम सात बजे>>।
वॉलेट के शब्द {{then patrol empower green brisk immense actor dwarf snack hood ice indoor}} डाले, फिर भी नहीं खुला।
पासपोर्ट नंबर {{R3030052}}, बुकिंग <<BK70315>>, किराया वापस चाहिए।
## spanish
Agente: ¿Me dice el número de la tarjeta?\nCliente: Sí, apunte: {{cuatro cuatro ocho cinco siete ocho seis cuatro uno tres ocho cinco dos tres ocho cinco}}.\nAgente: ¿Y la caducidad?\nCliente: {{cero nueve del veintiocho}}.
Me cobraron <<cuarenta y nueve con noventa>> dos veces, el <<3 de mayo>> y el <<5 de mayo>>, factura <<F-2024-0918>>.
Mi DNI es {{61651964G}} y el número de pedido <<99119439>>, a ver si lo encuentra.
Cliente: el IBAN es {{ES05 0049 0154 9274 7853 2977}}\nAgente: Perfecto, ¿el importe son <<120,50 euros>>?\nCliente: sí, eso
Es NIE, no DNI: {{Z, cuatro dos ocho ocho nueve cuatro cuatro, R}}. Lo de la letra del final siempre lo preguntan.
He olvidado la contraseña, ¿me manda el enlace a <<lucia.ferrer@correo.example>>?
Agente: Le acabo de mandar un código por SMS.\nCliente: A ver... {{veintiséis cincuenta y siete veintitrés}}.\nAgente: Gracias, su incidencia es la <<56827>>.
La clave que tenía puesta es {{Gaviota*1987}} y dice que no es correcta desde la versión <<3.4.0>>.
Mire, soy de <<Monterrey>>, mi CLABE interbancaria es {{cero uno dos uno ocho cero cuatro cinco uno nueve ocho cuatro tres uno ocho seis nueve dos}} y me deben <<dos mil trescientos pesos>>.
Tarjeta {{5555-3863-5306-2392}}, vence {{03/29}}, código de seguridad {{cuatro cero seis}}.
Mi teléfono es el <<seis uno dos, treinta y cuatro, cero cinco, ochenta y uno>>, llámeme después de las <<cinco y media>>.
Quite la tarjeta terminada en <<9980>>, que la perdí en el <<autobús>> el <<lunes>>.
Hablante 1: ¿el CVV?\nHablante 2: {{tres nueve nueve}}, está medio borrado.\nHablante 1: ¿y su código postal?\nHablante 2: <<28013>>
Me piden las <<doce palabras>> pero están en inglés: {{chaos length expose dinner squeeze smoke parent capable slow reflect lava travel}}. ¿Están bien?
El retiro de <<0,8 ETH>> iba a <<0x15182a759f37a707116458b34d26c43154817e72>> y en la web pone pendiente, hash <<0xe498250bdcdf2e750802b5d4f947f2dbe6c705fea44892d6079b9f2f8e3e5103>>.
A ver, le dicto despacito: {{cuarenta y siete dieciséis}}... {{setenta y cinco cincuenta y ocho}}... no, espere, que se me ha ido... {{setenta y nueve veintiocho}}... {{cincuenta y seis cuarenta y siete}}.
Descargué el extracto de {{https://clientes.bancosol.example/extractos/2024-04/318414.pdf}} y salen cargos que no son míos.
Un momento, que busco la factura. Sí, <<dos facturas>>, una de <<treinta euros>> y otra de <<treinta y uno>>.
Cliente: Mi pasaporte es {{AAB212283}}, a nombre de <<Inés Calderón Ruiz>>.\nAgente: ¿Localizador de la reserva?\nCliente: <<K9TQ2M>>.
El PIN de la tarjeta era {{nueve dos nueve dos}}, pero el cajero se la tragó a las <<diez y cuarto>>.
Agente: ¿IBAN?\nCliente: {{ES nueve cero cero uno ocho dos}}\nAgente: siga\nCliente: {{siete cinco cinco uno cero uno dos nueve}} y luego {{siete nueve seis ocho cero tres siete ocho}}\nAgente: termina en {{cero tres siete ocho}}, ¿verdad?
Mi tarjeta caduca en <<noviembre>>, ¿tengo que hacer algo con la suscripción de <<doce euros al mes>>?
## german
Agent: Dann bräuchte ich bitte die Kartennummer.\nKundin: {{vier sechs fünf acht null zwei acht drei fünf null eins eins sieben sieben drei drei}}, gültig bis {{null acht neunundzwanzig}}.\nAgent: Danke.
Sie haben mir <<neunundvierzig Euro neunzig>> doppelt abgebucht, Rechnung <<RE-20240417>>, am <<dritten Mai>>.
Die IBAN lautet {{DE70 1005 0000 4312 9438 41}}, Kontoinhaber ist <<Jörg Petersen>>.
Kunde: {{DE, dann sieben neun}}, {{sieben null eins fünf}}, {{null null null null}}, {{drei vier zwei fünf}}, {{vier eins fünf acht}}, {{eins drei}}.\nAgent: Am Ende {{dreizehn}}?\nKunde: Genau.
Meine Steuer-ID ist {{52 198 434 769}}, steht auf der Lohnabrechnung.
Ich hab mein <<Passwort vergessen>>, und der Link kommt nicht bei <<h.brandt@postfach.example>> an.
Agent: Welchen Code haben Sie per SMS bekommen?\nKunde: Moment... {{sieben sieben eins sechs fünf eins}}.\nAgent: Super. Ihre Vorgangsnummer ist die <<137215>>.
Unsere Umsatzsteuer-ID ist {{DE234305788}}, und die Rechnung über <<1.428,00 Euro>> muss auf die <<GmbH>> laufen.
Mein Passwort ist {{großes K, dann uchen, dann 77 und Fragezeichen}}, aber das nimmt er nicht.
Ja hallo, Karte {{2720 5258 3853 9931}}, Prüfnummer hinten {{264}}, und die Kundennummer ist <<K-330918>>.
Bitte löschen Sie die Karte mit den Endziffern <<eins null fünf sechs>>, die ist gesperrt.
Rufen Sie mich unter <<null eins sieben sechs, vier vier, acht null, drei zwo eins>> zurück, ab <<achtzehn Uhr>>.
Kunde: die PIN war {{acht fünf sieben drei}}\nAgent: die dürfen Sie mir nicht sagen\nKunde: ach so, na ja, jetzt ist es raus
Ich schreib Ihnen die Nummer durch: {{einundvierzig siebenundvierzig einundzwanzig achtundsechzig vierundachtzig null vier zweiundneunzig null vier}}. Und die Karte läuft {{Ende zehn achtundzwanzig}} ab.
Die Kontoauszüge liegen unter {{https://konto.nordbank.example/statements/2024/kontoauszug_03.pdf}}, und der Link geht ohne Anmeldung auf!
Auszahlung bitte an <<bc1q39q3hm964ggjzdn28tv94a0dfq4jph6xznr0p5>>, und zwar <<null Komma null zwei Bitcoin>>, seit <<vorgestern>> warte ich.
Sprecher 1: Ihre Wiederherstellungswörter brauche ich nicht.\nSprecher 2: Zu spät: {{average habit borrow deny announce pride focus dust shield live kitchen pilot}}. Und jetzt?
Moment mal, <<zwei Rechnungen>>, <<drei Mahnungen>>, und keiner ruft zurück. Bestellnummer <<382204889>>.
Österreich, ja: {{AT13 2011 1707 7186 6029}}. Und die Postleitzahl ist <<1070>>.
Agent: Die drei Ziffern auf der Rückseite?\nKundin: {{fünf null sieben}}.\nAgent: Und der Betrag war <<siebzehn fünfzig>>?\nKundin: Richtig.
Reisepass {{C74681530}}, geboren am <<12.04.1966>>, Buchung <<LH-7Q2XP>>.
Also die Karte: {{fünf zwei eins acht}}, äh, {{fünf fünf neun sechs}}, nee, {{drei}}, nein, doch, {{fünf fünf neun sechs}}, dann {{null fünf drei eins}} und {{drei sieben zwei sieben}}.
## french
Conseiller : Le numéro de la carte, s'il vous plaît ?\nCliente : Oui, {{quatre un quatre sept deux sept quatre sept sept neuf trois huit neuf trois six sept}}.\nConseiller : Et la date d'expiration ?\nCliente : {{zéro cinq vingt-neuf}}.
On m'a prélevé <<quarante-neuf euros quatre-vingt-dix>> deux fois, facture <<FA-2024-118>>, le <<2 juin>>.
Mon IBAN, c'est {{FR76 3000 4064 1711 8528 9752 859}}, au nom de <<Odile Marchand>>.
Client : {{FR soixante-seize}}, {{deux zéro zéro quatre}}, {{un un zéro deux}}, {{six sept quatre deux}}\nConseiller : oui\nClient : {{deux un cinq huit}}, {{quatre un six un}}, {{un deux sept}}\nConseiller : c'est noté
J'ai oublié mon <<mot de passe et le lien>> n'arrive pas sur <<paul.renaud@courriel.example>>.
Le code reçu par SMS, c'est {{zéro deux zéro six trente}}. Et mon numéro de dossier, <<872693>>.
Notre numéro de TVA intracommunautaire, {{FR81625217500}}, doit figurer sur les <<deux factures>>.
Conseiller : Les trois chiffres au dos ?\nCliente : {{trois quatre quatre}}.\nConseiller : Merci, le remboursement de <<35,80 €>> part <<demain>>.
Carte {{5555 3216 2358 1657}}, expire {{12/27}}, c'est pour l'abonnement à <<neuf euros par mois>>.
Appelez-moi au <<zéro six, douze, quarante-cinq, soixante-dix-huit, quatre-vingt-dix>>, plutôt vers <<dix-huit heures>>.
Mon mot de passe est {{Perroquet-vert-44}}, il marchait très bien hier.
C'est la carte qui finit par <<2545>>, je l'ai fait opposer <<samedi>>.
Alors attendez, mes lunettes... {{quarante-quatre quatre-vingt-cinq}}, {{quarante-cinq dix-neuf}}, {{cinquante-deux trente et un}}, {{zéro cinq trente et un}}. Voilà.
Le relevé est ici, {{https://espace.banquelac.example/releves/2024/releve_avril.pdf}}, et il y a <<trois prélèvements>> inconnus.
J'ai tapé mes <<douze mots>>, {{regret method chuckle pepper unveil soap sail echo doll hole indicate iron}}, et le portefeuille est vide.
Locuteur 1 : vous avez le hash ?\nLocuteur 2 : oui <<0x55986a53a1a1cde122128b6fcad9a0d0103764a2f73ffa54c84afda97f09db44>>\nLocuteur 1 : et le montant ?\nLocuteur 2 : <<cinq cents USDC>>
Le code secret de ma carte, {{vingt-trois vingt-sept}}, ne passe plus depuis <<mardi>>.
Passeport {{77FV80943}}, réservation <<R8KJ4T>>, <<deux adultes et un enfant>>.
Un instant, je cherche. Numéro de client <<trois quatre trois six zéro deux sept huit>>, commande <<9046817>>.
Ma carte expire en <<septembre>>, est-ce que le prélèvement va échouer ?
Cliente : Amex, {{3728 004141 03179}}, et le code devant, {{quatre sept cinq huit}}\nConseiller : merci, code postal ?\nCliente : <<69003>>
Mon bulletin de paie, {{bulletin_paie_mars_2024.pdf}}, est arrivé chez quelqu'un d'autre, c'est inadmissible. Et la clé du coffre, c'est une autre affaire.
`,
	P: String.raw`
## english
Customer: {{4464 6605 3510 6233}}, expires {{09/27}}. Sorry, I always start with that, I know you'll be asking. It's about the <<$212.40>> for the hotel in Tampa.
User: okay so before you say anything it's {{four three five zero seven three four six nine seven nine six six one eight four}} and the bill is <<sixty-two pounds fifty>>, went out on the <<third of March>>\nAI: Thank you, though I only needed your surname for that.
Agent: Can I take your order number?\nCustomer: {{4297 4691 8959 4402}}\nAgent: That looks like the long number on your card, madam. The order number starts with O R D.\nCustomer: Oh, silly me. <<ORD-558107>>.
Agent: Whenever you're ready.\nCustomer: {{four one three eight}}\nAgent: {{four one three eight}}, yes\nCustomer: {{eight two eight oh}}\nAgent: mm-hm\nCustomer: {{oh triple four}}, and then {{four three nine five}}\nAgent: Lovely, and your postcode?\nCustomer: <<LS8 2QX>>
It's {{4974 8078 44}}, no hang on, {{4974 8078 4473}}, then {{6639}}. I haven't got my glasses on, and the invoice is <<88213>>.
so um the card is {{forty thirty-three, thirty-nine seventy-two, oh nine eighty-nine, double oh forty-eight}} and i was billed <<twice>> on the <<fourteenth>>
Speaker 1: Go ahead with the first eight.\nSpeaker 2: {{4347 9717}}. Oh, hold on, the dog's at the door. Biscuit! Down! Sorry, he's <<eleven>> and still a puppy.\nSpeaker 1: No problem at all.\nSpeaker 2: Right, {{9117 7195}}.
Customer: I've got the Amex in front of me, {{3485 867458 50452}}, and it's {{7719}} on the front, the little four digits, in case you need those too.
Agent: And just to confirm, was that {{4377 2392 8831 2280}}?\nCustomer: No, {{double two five oh}} at the end. {{Two two five zero}}.\nAgent: Got it, {{4377 2392 8831 2250}}. Your refund of <<£41.20>> goes there in <<three to five>> working days.
[00:02:11] Caller: I typed {{4448191278643639}} into the box and it said error <<402>>, so I tried again, error <<402>> again\n[00:02:19] Agent: I see two attempts, both at <<14:37>>.
Customer: I'll just read you everything on the front of it. It says Debit, then {{4327 4920 8171 5762}}, customer since <<2016>>, expires end {{05/26}}, and Mrs D Okonjo.
Agent: Please don't give me the whole number, just the last four.\nCustomer: Too late, {{four zero six seven, five two seven one, two seven six one, three two nine one}}.
AI: Which card was charged?\nUser: the one ending in <<3291>>, the <<$49>> one, not the one ending <<0044>>
Customer: {{218}}, that's the three on the back, you'll want that next. And the front is {{4934 0169 6542 0218}}.
Agent: What's the reference on the letter?\nCustomer: There's a few. <<REF 4417 0093 21>>, then something that says <<TX-20240611-7>>, and a mandate <<000482>>.
Customer: I paid <<one thousand two hundred and thirty-four>> dollars, in <<four>> instalments, so <<three hundred eight fifty>> each, and only <<two>> of them show.
okay {{four seven four eight}}, no wait, start over, {{four seven four eight four eight oh eight}} got that? {{six nine three nine}} and {{four nine seven six}} that's all sixteen
Customer: My number is <<0 7 7 0 0, 9 0 0, 4 6 1>>, mobile. The landline's <<01632 960 744>> but nobody picks up.\nAgent: And the card?\nCustomer: {{5148 1126 1371 2558}}
Agent: Is it a Visa?\nCustomer: Mastercard. {{Five one four eight}}... no I'm reading my husband's. Mine is {{five two seven zero, zero one three two, three seven seven nine, one one six zero}}. His got cancelled in <<2021>>.
Caller: I live at <<5318 Alder Creek Road>> and funnily the card starts like the house, {{5318 9353 3019 3585}}
Agent: So that's {{5435}}?\nCustomer: yes\nAgent: {{9026}}?\nCustomer: yes\nAgent: {{8849}}?\nCustomer: uh huh\nAgent: and {{7826}}. Expiry?\nCustomer: {{eleven twenty-eight}}\nAgent: Thank you, refund number is <<RF-30021>>.
Customer: you need the number off the green card, right? {{three seven nine five, oh three four eight one two, three one four six eight}}. My flight was <<BA 283>> and the booking was <<K7QXLP>>.
User: I have the American Express here {{3469-550556-80639}}\nAI: I can see the charge of <<$1,340.00>> from <<May 4>>.\nUser: that's the one, and if they want the code its {{4 0 2 6}}
Customer: It's a Discover, so {{six oh one one, twenty-one eighty-seven, twenty-eight eighty-eight, twenty thirty-eight}}; people always say they don't take it.
Agent: I'm hearing some background noise.\nCustomer: That's the train. {{3662 0533}} — sorry — {{2675 66}}, it's a Diners so it's shorter. Ticket was <<€74.60>>.
Customer: {{5 5 6 2}}. {{2 7 7 4}}. {{7 7 1 2}}. {{4 2 7 8}}. You got all that? And {{6/28}}.\nAgent: Yes. Case <<CS0091822>> is open.
It's a JCB card from Osaka, {{3541.4969.5844.4697}}, and the amount was <<¥18,400>>.
Customer: the girl yesterday wrote down {{4493 4672 3492 3980}} but she swapped two, it should be {{3429}} in the middle there\nAgent: So {{4493 4672 3429 3980}}. Thanks for catching that.
[10:41:02] AGENT: take your time\n[10:41:09] CALLER: {{six five zero three}} uh {{zero nine two one}} one moment, <<one>> moment, the light's awful in here\n[10:41:31] CALLER: {{five one eight four}}, {{seven zero two three}}
Agent: Anything else on the account?\nCustomer: No. Oh, my social's {{250-39-1638}} if that helps you find me.
Customer: {{one four two, forty-five, sixty-three thirty-six}}. That's my Social, my mother made me learn it when I was <<nine>>. My date of birth is <<April 2nd, 1958>>.
Agent: For security, the last four of your social?\nCustomer: {{3195}}\nAgent: And the last four of the card on file?\nCustomer: <<7741>>
AI: Please say the last four digits of your social security number.\nUser: {{twenty three sixty nine}}\nAI: Did you say {{2 3 6 8}}?\nUser: {{sixty NINE}}, {{two three six nine}}
Customer: I think it's {{four one six}}, well, {{416-51}}, my wife has the rest of the papers. Honey! Okay she says {{8218}}. That's my SSN complete.
Our EIN is {{46-0441648}}, don't mix it up with the vendor number <<V-46018>> which is what your system prints.
Caller: For the 1099 I have an ITIN, not a social, {{nine eight four, seven three, three four six nine}}, and they withheld <<twenty-four percent>>.
Agent: Whose tax ID is on the invoice?\nCustomer: {{8 4 0 7 8 3 5 4 9}}, that's our employer ID number, and the invoice is <<INV-2023-0447>> for <<$9,600>>.
Customer: Routing is {{021009624}} and the account, let me get the check, {{095741384}}. Check number <<1187>>.
Agent: Which bank should we wire it to?\nCustomer: Wells. {{one two one oh four one four one four}}, that's the routing, then account {{two zero eight, nine one three, four nine oh}}.\nAgent: account {{208 913 490}}, correct?\nCustomer: Correct.
User: {{071101828}} {{426116462708}} there you go, routing and account, please do ACH this time, the last one bounced on <<10/02>>
Customer: Bottom of the check, left to right: {{031176929}}, then {{1250196910}}, then <<0302>> which is just the check.
Agent: Routing first.\nCustomer: {{One one one, nine oh oh, oh oh}}...\nAgent: How many zeros?\nCustomer: I'll go again, slower. {{one one one nine zero zero zero zero two}}. Account number {{17 89 79 94 58}}.
Customer: Sort code {{26-78-45}}, account {{79287050}}, name of Harris. And you still owe me <<£318.75>> from the <<6th>>.
Agent: Sort code please?\nCustomer: {{fifty-four, sixty-two, forty-two}}\nAgent: {{54 62 42}}, and the account?\nCustomer: {{six three oh four, eight nine double six}}\nAgent: {{63048966}}. That'll be there by <<Thursday>>.
Customer: {{two six, four five, eight five}}, then {{nine double seven six two five double one}}. That's where I want it paid, it's the Nationwide one.
Customer: sort code's {{38-17-65}} and the account is {{06416481}}, sorry, ends {{480}}, {{06416480}}.
My BSB's {{062-955}} and account number {{625 141 902}}, mate, it's Commbank. Ticket's <<#77310>>.
Agent: BSB?\nCustomer: {{oh six one, double oh four}}\nAgent: And the account number?\nCustomer: {{six six nine four one double seven two one}}\nAgent: So I've refunded <<two hundred and eighty>> dollars to that.
Customer: You've got my TFN? {{446 599 204}}. Payroll's been taking <<47 percent>> since <<July>> because of it.
Agent: I only need the business name.\nCustomer: ABN {{64 707 200 043}}, Coastline Tiling, and quote <<Q-1180>>.
Customer: my tax file number, {{three eight eight, nine six one, eight nine three}}, I'd rather not say it twice on a bus
Caller: I'm in Toronto, my SIN is {{423 650 852}}, postal code <<M4K 1P2>>, and the T4 was never sent.
AI: How can I help?\nUser: {{two three seven, eight two four, two five five}}, that's my social insurance number, they told me to say it first
Customer: NI number {{PR 32 93 12 D}}, date of birth <<17/08/71>>, and I left Tesco in <<2016>>.
Agent: Could you spell it for me?\nCustomer: {{A for apple, B for Bertie, six eight, two oh, eight oh, D for David}}. That's my national insurance.
Customer: On the letter from HMRC there's a UTR, {{18955 64160}}, and a demand for <<£1,062.40>> by <<31 January>>, I don't follow it.
Agent: What's your unique taxpayer reference?\nCustomer: {{one four seven oh, five six oh, two six two}}\nAgent: And when did you register?\nCustomer: <<October 2019>>, I think
Customer: Driving licence, {{HARGR761047JL9QT}}. You won't need it? Well you have it now.
User: they asked me to upload my passport, number's {{A03481977}}, and it got stuck at <<62%>>
Agent: I'll need a passport number for the payout.\nCustomer: {{five three three, oh one nine, two eight seven}}, British, runs out <<2031>>.
Customer: It wants me to verify with the app. {{burger frame glide glass monitor degree unusual business force sell repair credit}}. That's what's on my paper, does that do anything?
Agent: Sir, please don't read me the recovery phrase.\nCustomer: {{fetch, frozen, enlist, cupboard, check, tone}}, I'm halfway, {{grape, midnight, field, turn, snack, awful}}. So where's my <<0.4>> bitcoin?
User: {{one advice two rifle}}, no I mean the words are {{1. advice 2. rifle 3. key 4. spin 5. man 6. team 7. much 8. jar 9. senior 10. tower 11. elephant 12. shuffle}} and the withdrawal is <<350 USDT>>
Customer: I wrote them in two columns. {{unveil ocean level sentence clock sting}}\nAgent: You really needn't.\nCustomer: and {{genuine trouble view million table bacon}}. The address I sent to is <<0xea60c996b217cd42683ef5be0f1b18c66d4a803d>>.
Caller: My seed is the long sort, here goes: {{alley hazard deer muffin beef glare tackle involve trim grant slim lucky misery two idea surprise asset alter strategy taxi razor lady effort digital}}
Customer: Transaction <<0x8026f40dc32602d610c25ded31e8bcae0c9e31e9044e8373a7a1ec0a6a868d8a>> shows pending since <<Tuesday>>, three confirmations.
Customer: I copied the wrong thing in the chat, {{a5910633f1520803b56f8793faf5c6c01c5fd5dc2a0ba63ac168b21599be128d}}, that was the private key, the address is <<0xab44e2035e43500894defac05e857e5e8c753c46>>
Agent: Which key do you mean?\nCustomer: The one from the export screen. {{Kz1Z7336hTxFSxbMpQj9tiAABFd3STHoUUrboMw52JUMduPiNnfV}}
Customer: Send it to <<bc1qm0e5saqlmk7yn928vcf8hgfsynh70wfsjmf22u>>, that's my address, and the fee was <<0.00012>>.
Agent: Do not share your twelve words with anyone, not even us.\nCustomer: I know, I know, they're in the safe, <<twelve>> words on a steel plate.
Customer: {{583 920}}. That just came through on my phone, so I assume it's for you.\nAgent: It is, and I can now see order <<583112>>.
Agent: I've texted you a code.\nCustomer: It says, do not share with anyone, {{four four one, oh nine six}}\nAgent: {{441096}}, thanks. The callback number stays <<555-0144>>?
AI: Enter or say your one-time code.\nUser: hang on it's gone, uh, there, {{7 7 3 1}}\nAI: I need six digits.\nUser: {{7 7 3 1 8 4}}
Customer: my password is {{Rosebud1967!}} and I've tried it <<four>> times, it locks me out
Agent: What were you typing in?\nCustomer: {{Capital T, then ulip, then a dollar sign, then two two nine}}. Same as for my email, <<tessa.ware@example.org>>.
Customer: {{0814}}, that's her birthday, that's the PIN. Everyone in the family uses it. The machine kept the card at <<11:20>>.
Agent: You can set a new PIN in the app, don't tell me.\nCustomer: I'll do {{2 2 6 1}} then, nobody'll guess that.
Customer: I forgot my PIN and the password and now I can't see the <<last three>> invoices.
User: our integration broke, the key's {{sk_live_vHbZNV7D582Mmy1BYRFaoFr4}}, and the webhook returns <<HTTP 401>> since version <<2.14.3>>
Customer: I got a link, {{https://billing.northpeak-energy.com/statements/2024/acc-feb-88120.pdf}}, and the total says <<$130.22>>.
Agent: Which file did you send?\nCustomer: It was {{W-9_signed_Delaney.pdf}}, on <<Monday>>.
Customer: The one you mailed is called {{payslip_march_2024_okafor.pdf}} and it's short by <<£86>>, and the help page, <<https://help.example.com/refunds>>, told me nothing.
Agent: Can you give me the tracking number?\nCustomer: <<1Z 884 W3F 03 9921 7740>>, and the other parcel is <<9400 1118 9956 0031 7742 18>>.
Customer: The Amazon order's <<112-4837261-9930418>>, it's not a card, it's just very long.
Customer: My customer number is <<8840 1297>>, hold on that's what's printed, and the contract <<C-00481516>>.
User: Account ID <<acct_1187>>, plan <<Pro 50>>, renewed <<2024-06-01>>, failed at <<03:15 UTC>>, call ID <<call_7fa91c02>>
AI: What's the barcode under the receipt?\nUser: <<5 0 1 2 3 4 5 6 7 8 9 0 0>>, from the shop in Leeds
Customer: She's <<eighty-four>>, she paid <<four>> lots of <<nineteen ninety-nine>>, between <<two>> and <<three>> in the afternoon, on the <<fifth>>, the <<sixth>> and the <<seventh>>.
Agent: The code on the dispute is <<10.4>>, which means fraud without the card.\nCustomer: And mine says <<R03>>?\nAgent: That's for the bank transfer.
Customer: use promo code <<SPRING20>>, it took off <<20 percent>> last time; my card expires in <<May>>, maybe that's why
Agent: Area code?\nCustomer: <<415>>, then <<five five five, oh one nine two>>. I can spell the street too.
Customer: It keeps saying invalid security code, and I did type the three numbers on the back, I promise you.
Agent: For the card, expiry?\nCustomer: Well the number's {{4825}}, no, {{4824 0280 0755 2232}}. And it's {{oh three slash twenty-nine}}.\nAgent: The three digits?\nCustomer: {{oh double six}}.
Customer: {{Four nine two zero}}\nAgent: {{Four nine two zero}}\nCustomer: {{six nine, six two}}\nAgent: {{six nine six two}}\nCustomer: {{seven six twenty-four}}, you know we paid <<six hundred>> for that sofa, six hundred\nAgent: yes I see that\nCustomer: {{oh one seven seven}}
Customer: Before the beep I'd said {{4754 3870 5975}} and then it cut me off, so the end is {{1587}}.
Agent: I'll repeat it without the middle: {{5359}}, something, something, {{6260}}?\nCustomer: {{5359 4937 6625 6260}}, yes.
Customer: It's, uh, wait, {{five four five five, six oh four five, double oh six two, nine nine three four}}... is that sixteen? <<Sixteen>> yes. And I was born in <<fifty-four>>.
Customer: CVV {{091}}. I know you're not allowed to ask, so I'm saving you the trouble. It's the card ending in <<9986>>.
Agent: Security code on the back?\nCustomer: One sec, it's rubbed off. <<Three>> digits, yeah? {{four}}, {{seven}}, I think a {{nine}}.
Customer: PAN is {{BKXPI4422M}}, name as per card Suresh Iyer, PIN code <<560034>>, Bangalore.
Agent: Sir, your Aadhaar is not required.\nCustomer: Madam I am giving only, {{4975 4686 3724}}, you note it. Complaint number was <<SR 4471 8820>>.
Customer: IFSC {{HDFC0000523}}, account {{57810685433852}}, kindly credit <<Rs. 4,500>> there only.
Customer: You can send on UPI, {{suresh.iyer82@okhdfcbank}}, mail is <<suresh.iyer82@gmail.com>>.
Agent: GST number for the invoice?\nCustomer: {{27ZKYCV0349A1ZV}}, and HSN is <<8471>>, <<18%>>.
Customer: Aadhaar is {{two three four seven}}, {{nine zero five five}}, {{zero eight four four}}, sorry, {{zero eight four one}}.
Agent: For the credit note I need the VAT number.\nCustomer: Dutch branch pays from {{NL42 INGB 1384 2760 79}}, but VAT, that's the German one, {{DE810658962}}. Credit note <<CN-448>>.
Customer: I bank with NatWest, the international thing is {{G B sixty-one, N W B K, two oh double seven, six one nine five, six four three four, seven nine}}, for <<eight hundred euros>>.
Agent: Okay, reading back the IBAN, {{GB94 NWBK 2067 2117 6568 69}}.\nCustomer: Perfect. And the invoice is still <<7 days>> overdue?
Customer: Flight refund, booking <<X4T9QZ>>, ticket <<125-2417733091>>, seat <<14C>>, two adults, and the gate was <<22>>.
Customer: My meter serial is <<E10 Z 228 841 07>>, reading <<44871>>, previous <<43990>>, so <<881>> units at <<29.4p>>.
Agent: Hi, you are through to billing, extension <<4412>>.\nCustomer: Finally, I've been <<forty-five>> minutes in the queue, number <<seventeen>>.
User: payout never arrived, <<USDT 1,250>>, to <<TWAbWkrxZTfkecZD9m82EAUfwbCEsHLDDP>>, network <<TRC-20>>, submitted <<12 June>>, it said <<19 of 19>> confirmations
Customer: Policy <<HH/2210/7756-B>>, claim <<00418>>, excess <<two fifty>>, and they said <<ten>> to <<fourteen>> days, <<fourteen>> days ago.
User: my temp password was in the mail, {{kX7-bramble-40}}, doesn't work\nAI: Temporary passwords expire after <<24 hours>>.
Customer: I already told the other lady the three numbers, {{663}}, and {{5153 0967 0537 8406}}, and {{12/26}}, do I really have to say it all again?
Caller: I'm Italian, so in place of a social I've got my codice fiscale, {{MRTGLI92E04H501Y}}, from the lease on flat <<3B>>.
Caller: Model <<DV-9000>>, firmware <<3.0.11>>, serial <<SN 0419 7730 21>>, bought <<11/29/23>>, warranty <<36 months>>, and it died in month <<thirty-seven>>.
Agent: What was in the parcel?\nCustomer: Seeds. Tomato, pumpkin, one pepper, some garlic, order <<BP-2241>>, <<$18.75>> with the shipping.
Agent: Your hearing slot is <<9:45>>, room <<12>>, docket <<24-CV-0381>>.\nCustomer: And they'll want the <<$600>> invoice and the <<$75>> one?
Customer: My password's got to be <<twelve>> characters, it says, with <<one>> number, and I've reset it <<three>> times since <<8 a.m.>>
## hinglish
Customer: Haan ji, {{6074 7498 3947 6504}}, yeh mera RuPay card hai, aur <<499 rupees>> do baar kat gaye.
Agent: Sir order ID bataiye.\nCustomer: {{char paanch aath cheh, ek saat cheh do, char cheh aath teen, aath zero teen teen}}\nAgent: Yeh toh card number lag raha hai sir.\nCustomer: Arre haan. Order ID <<OD 33021-B>>.
Mera card hai {{5163 2560 31}}, ek minute, {{5163 2560 3152 6577}}, expiry {{07/28}}, aur bill <<2,340>> ka tha
Customer: {{six five two one}}\nAgent: haan ji\nCustomer: {{eight seven zero nine}}\nAgent: {{eight seven zero nine}}, aage?\nCustomer: beta zara ruko, chai gir gayi... {{ek zero cheh teen}}, {{paanch cheh saat char}}
Agent: OTP aaya kya?\nCustomer: Haan aaya, {{char nau do, saat saat ek}}\nAgent: Theek hai, refund <<teen din>> mein aa jayega.
Customer: {{883104}}, yeh message mein aaya abhi, aapko chahiye tha na?
Customer: Main PIN code bata doon? <<400076>>, Powai, Mumbai. Flat number <<1203>>.
User: ATM ka PIN maine {{four four nine one}} rakha tha, woh bhi nahi chala, machine ne <<das hazaar>> kaat liye
Agent: Kis account mein bhejun?\nCustomer: State Bank, account number {{89404302576}}, IFSC {{SBIN0004417}}, branch Karol Bagh.
Customer: IFSC {{I C I C zero zero zero one two double two}} hai aur khata {{ek do teen zero saat paanch char nau teen zero aath}}
Customer: UPI pe daal do na, {{ritu.malhotra@ybl}}, paytm wala number <<98110 55023>> hai.
Agent: UPI ID confirm kijiye ma'am, {{kavita.1990@oksbi}}?\nCustomer: Nahi nahi, {{kavita.1991@oksbi}}, last time <<Rs 850>> kahin aur chala gaya tha.
Customer: UPI transaction ID <<T2406111532>>, time <<3:32 pm>>, amount <<₹1,199>>, status pending.
Customer: Aadhaar toh yeh raha, {{6677 9114 6683}}, PAN bhi likh lo, {{RJTPU5516E}}.
Agent: PAN boliye.\nCustomer: {{E D S F I, nau cheh char do, A}}\nAgent: {{EDSFI9642A}}, sahi hai?\nCustomer: Ji.
Mera aadhaar {{chhe zero do aath, zero nau cheh char, nau teen nau ek}} hai, maine pucha bhi nahi aapne aur bata diya
Customer: Company ka GST {{07XKRCG8403G1Z6}} hai, invoice <<GST/23-24/0187>>, taxable <<84,000>>.
Agent: Card ke peeche ka number?\nCustomer: {{teen zero saat}}. Aage wala bhi? {{4539 2303 2135 4602}}.
Customer: Woh card jo <<4602>> pe khatam hota hai, usse <<Rs 649>> kata, Netflix jaisa kuch.
Customer: {{5226 7221 0638}} aur last mein {{3504}}, nahi galat bola, {{3405}}, {{teen char zero paanch}}
Agent: Madam password mat bataiye.\nCustomer: Arre {{Ganpati@108}} hi toh hai, sabko pata hai. Login email <<sunita.k@example.in>>.
Customer: Pehle maine <<do>> baar try kiya, phir <<teen>> baar, <<paanch>> minute ruka, ab app version <<5.2.1>> dikhata hai.
Agent: Mobile number sir?\nCustomer: <<nau aath saat cheh, paanch char teen do ek zero>>, WhatsApp bhi isi pe hai.
Customer: Complaint number <<CMP 7781 2204>>, ticket <<#90412>>, aur maine <<aath>> tareekh ko bhi call kiya tha.
User: form 16 bheja tha, naam {{form16_AY2024-25_rmehta.pdf}}, dekh lo, TDS <<12,600>> hai
Customer: Statement ka link aaya tha {{https://portal.finserve.in/statements/jun24/78812.pdf}}, khulta hi nahi.
Customer: Mera passport {{M4471983}}, visa ke <<9,200>> wapas chahiye, file number <<BN3068>>.
Agent: Licence number bata dijiye.\nCustomer: {{MH12 20110047283}}, Pune RTO, <<2011>> mein bana.
Customer: Crypto wale ne bola yeh words bolo, {{sibling twelve vanish palm table detect robot shield truth planet grape crowd}}, toh maine aapko bhi bol diye
Customer: Wallet mein <<120 USDT>> the, address <<0x18caab217bceae34ef816e5b2455f2ce21fb182d>>, hash baad mein bhejta hoon.
Agent: Aapka customer ID?\nCustomer: <<CID 20418>>. Nahi toh netbanking ka user ID <<rmehta77>>, password bhool gaya.
Customer: EMI <<5,416>> hai, <<chaubees>> mahine ki, <<paanch>> ho gayi, <<unnees>> baaki, interest <<13.5>> percent.
Agent: Card ki expiry?\nCustomer: Pehle number le lo, {{5205}}, {{3744}}, {{1904}}, {{9201}}. Expiry {{March 29}}, CVV {{852}}.
Customer: Razorpay ki key dashboard pe {{rzp_live_Rcbh4M3wyySXJk}} dikhti hai, settlement <<setl_4410>> atka hua hai.
Customer: Mera card May mein expire ho raha hai, renewal fail hua kya? Amount <<Rs 1,499>> tha, teen din pehle.
Customer: Flight <<6E 2134>> tha, PNR <<KX7T2P>>, seat <<21A>>, kiraya <<chaar hazaar do sau>>, cancel kiya <<pandrah>> tareekh ko.
Agent: Sir reference number?\nCustomer: <<NEFT N162240 3318>>, do din pehle bheja tha, <<bees hazaar>>, shaam <<saat baje>>.
Customer: Bijli ka consumer number <<0417 882 31>> hai, reading <<6612>>, pichhli <<6290>>, bill <<₹2,871>>.
## hindi
ग्राहक: {{4778 8959 7125 6172}}, यही कार्ड है, इससे <<799 रुपये>> दो बार कटे हैं।
एजेंट: ऑर्डर नंबर बताइए।\nग्राहक: {{पाँच तीन छह शून्य, छह पाँच आठ दो, पाँच सात पाँच नौ, एक सात नौ शून्य}}\nएजेंट: यह तो कार्ड नंबर है।\nग्राहक: अच्छा, ऑर्डर <<7718-क>> है।
ग्राहक: आधार लिख लीजिए, {{दो पाँच आठ एक}}, {{पाँच चार चार तीन}}, {{पाँच तीन तीन छह}}, और पिन कोड <<226010>>.
एजेंट: ओटीपी आया क्या?\nग्राहक: हाँ, {{छह शून्य तीन, नौ एक चार}}\nएजेंट: धन्यवाद, रिफंड <<तीन दिन>> में आएगा।
ग्राहक: {{729518}}, अभी यही मैसेज आया, आपने माँगा भी नहीं पर बता देता हूँ।
मेरा पैन {{ZBPPH3804S}} है और जन्मतिथि <<12 जून 1969>> है
ग्राहक: खाता संख्या {{55024644774390}}, आईएफएससी {{PUNB0112300}}, उसी में <<दो हज़ार पाँच सौ>> डाल दीजिए।
एजेंट: मोबाइल नंबर?\nग्राहक: <<नौ आठ शून्य एक, दो तीन चार, पाँच छह सात>>, घर का नंबर <<0522-4007712>>.
ग्राहक: यूपीआई आईडी {{mohan.verma@paytm}} है, लेन-देन <<₹1,250>> का था, समय <<शाम 6:40>>.
ग्राहक: एटीएम का पिन {{शून्य आठ एक चार}} डाला था, मशीन ने कार्ड रख लिया, <<दस>> मिनट खड़ा रहा।
ग्राहक: शिकायत संख्या <<SR-440127>>, मैंने <<पाँच>> तारीख को भी फ़ोन किया था, <<दो>> बार।
एजेंट: पीछे के तीन अंक?\nग्राहक: चश्मा नहीं है... {{चार}}... {{एक}}... नहीं {{सात}}, यानी {{चार सात नौ}}।
ग्राहक: जीएसटी {{29IJUCY6879J1Z5}} पर बिल बनाइए, बिल नंबर <<0093>>, रकम <<84,600>>.
ग्राहक: वह कार्ड जो <<6172>> पर ख़त्म होता है, मई में ख़त्म हो रहा है।
ग्राहक: आधार {{9358 6714 28}}, रुकिए, पूरा सुनिए, {{9358 6714 2852}}.\nएजेंट: ज़रूरत नहीं थी, फिर भी धन्यवाद।
एजेंट: पासवर्ड किसी को मत बताइए।\nग्राहक: बस {{Ganga#2211}} ही तो है, बेटे ने बनाया था।
ग्राहक: मेरा पासपोर्ट नंबर {{T8834120}} है, टिकट <<PNR 4410277812>>, किराया <<₹6,320>>.
ग्राहक: पिन भूल गया हूँ, पासवर्ड भी, बस <<तीन>> बिल देखने हैं।
मैंने <<0x1ca57d6e53996b51f68bf876d66f9f72876911a82c7887b8043d1e3fed85719c>> वाला लेन-देन भेजा, <<चालीस>> मिनट हो गए
एजेंट: कौन सी फ़ाइल?\nग्राहक: {{form16_2024_mverma.pdf}}, कल <<11 बजे>> भेजी थी।
ग्राहक: उड़ान <<6E 718>>, सीट <<18C>>, किराया <<चार हज़ार दो सौ>>, तारीख <<पंद्रह>> मई।
एजेंट: उपभोक्ता संख्या?\nग्राहक: <<4410 882>>, रीडिंग <<7731>>, बिल <<₹1,904>>, पिछली बार <<₹960>> था।
## spanish
Cliente: {{4767 8169 7939 4347}}, esa es la tarjeta, ya se la digo para ir rápido. El cargo es de <<39,90 euros>>.
Agente: ¿Me dice el número de pedido?\nCliente: {{cinco cuatro cero seis, siete uno siete cinco, uno nueve dos cuatro, seis seis dos uno}}\nAgente: Eso es una tarjeta, señora.\nCliente: Ay, perdón, el pedido es el <<P-20418>>.
Cliente: Es {{4615 6898}}, espere que se me cae el bolso... {{7968 0055}}, y caduca {{once del veintisiete}}.
Agente: ¿Le leo? {{tres siete ocho ocho, siete ocho ocho dos seis, ocho cinco cinco, ocho tres nueve}}\nCliente: No, acaba en {{ocho tres ocho}}, mire el final.
Cliente: la de siempre, la que termina en <<4347>>, la que caduca en <<mayo>>
Cliente: Mi DNI, {{39520905M}}, por si hace falta; y el código postal es <<28045>>.
Agente: ¿Documento?\nCliente: Tengo NIE, {{Z siete dos cuatro tres seis dos cinco X}}\nAgente: ¿{{Z7243625X}}?\nCliente: Correcto.
Cliente: {{cuarenta y siete diecinueve}}, ese es el pin, y aún así me tragó la tarjeta el cajero a las <<ocho y media>>.
Agente: Le he mandado un código.\nCliente: Pone {{806 211}}, y abajo que no lo comparta con nadie, ja.
Cliente: El IBAN, {{ES41 0182 2229 5705 3227 2224}}, y la factura <<F-2024/118>> por <<1.204,50 €>>.
Agente: ¿A qué cuenta?\nCliente: {{E S cero tres, cero cero cuarenta y nueve, veintiocho veinte, ochenta y cinco cuarenta y dos, diecinueve once, cuarenta y tres cero ocho}}, del Santander.
Cliente: Soy de Monterrey, la CLABE es {{012 180 99948853904 4}} y la transferencia salió el <<dos de julio>>.
Cliente: {{cero cero dos, tres dos cero, ocho cuatro siete dos nueve seis ocho uno cuatro cinco cuatro tres}}, esa CLABE, a nombre de mi hija, y son <<tres mil pesos>>.
Agente: ¿Su teléfono?\nCliente: <<seis uno dos, cuarenta y cuatro, cero nueve, dieciocho>>, por las tardes mejor.
Cliente: El CIF de la empresa {{B38668406}}, o con el ES delante, {{ESB38668406}}, número de cliente <<77120>>.
Cliente: Me pidió las palabras, y yo: {{poem myth tomato arrange trust erode young trim half office turn vicious}}. ¿Hice mal? Eran <<500 dólares>> en USDT.
Agente: Dígame el código de seguridad.\nCliente: {{cero, siete}}, ay no veo, {{dos}}. ¿Vale?
Cliente: El localizador es <<QX7L2P>>, vuelo <<IB 3166>>, asiento <<12F>>, y pagamos <<dos>> maletas.
Cliente: la contraseña era {{Lorca_1936}}, con guion bajo, y la cambié hace <<dos semanas>>
Cliente: Incidencia <<4471-22>>, dos facturas, <<tres>> llamadas, nada. Me dijeron <<cinco>> días hábiles.
Cliente: Les mandé {{nomina_mayo_2024_ruiz.pdf}} y no la abren, el envío es <<PK 44810 ES>>.
Cliente: Tengo CPF, soy brasileño, {{303.160.509-89}}, y pasaporte {{FT448120}}, reserva <<88014>>.
Cliente: Contador <<0091-772>>, lectura <<14.882>>, la anterior <<14.610>>, y me cobran <<trescientos>> kilovatios.
Agente: ¿Qué número de reserva?\nCliente: <<HTL-33018>>, habitación <<412>>, entrada el <<9 de agosto>>, <<cuatro>> noches a <<setenta y cinco>>.
Cliente: olvidé el pin, tengo <<dos>> tarjetas y <<una>> cuenta, y el recibo del día <<quince>> vino devuelto
## german
Kunde: {{4154 8895 2531 4318}}, das ist die Karte, bevor Sie fragen, und abgebucht wurden <<59,90 Euro>>.
Agent: Ihre Bestellnummer bitte?\nKunde: {{fünf fünf null sieben, vier fünf drei fünf, zwei eins eins sechs, null eins fünf acht}}\nAgent: Das ist aber eine Kartennummer.\nKunde: Ach so, <<B-449210>> dann.
Kundin: {{4477 2062}}, Moment, der Hund bellt, so, {{3956 3264}}, gültig bis {{02/28}}.
Agent: Ich wiederhole, {{34 27 43 30 45 37 924}}?\nKunde: Nein, {{neun zwei drei}} am Ende, nicht {{vier}}.
Kunde: {{vierundfünfzig einundvierzig, neunundsiebzig siebenundachtzig, neunundzwanzig null zwei, neunundsechzig fünfzig}}, Mastercard, in Zweierpäckchen, so merke ich sie mir.
Kundin: die Karte, die auf <<4318>> endet, läuft im <<Mai>> ab, ist es deshalb fehlgeschlagen?
Kunde: IBAN {{DE12 5001 0517 1893 6341 73}}, bitte dahin erstatten, Rechnung <<RE-2024-0881>>.
Agent: Auf welches Konto?\nKunde: {{D E drei drei, sieben null eins fünf, null null null null, acht fünf sieben null, fünf zwei eins eins, neun sechs}}, Stadtsparkasse.
Kundin: {{DE48 3704 0044 5171 46}}, ach je, wo ist der Rest, {{03 97}}. Kundennummer ist <<10 44 87>>.
Agent: IBAN haben wir, {{DE44 5001 0517 2932 9783 15}}, richtig?\nKunde: Richtig, und der Betrag, <<vierhundertzwölf>> Euro.
Kunde: Steuer-ID {{25031826745}}, die wollten Sie doch, oder? Geboren am <<3. April 1962>>.
Agent: Die Steueridentifikationsnummer?\nKunde: {{sechs sieben fünf, eins neun null, acht drei vier, sechs fünf}}
Kunde: USt-IdNr. {{DE272918873}}, auf der Rechnung <<4410>> stand noch die alte Adresse.
Agent: Haben Sie eine TAN bekommen?\nKunde: Ja, {{neun null vier, eins eins sieben}}, und darunter der Betrag <<250,00>>.
Kunde: {{5519}}, damit kam ich früher immer an den Automaten, jetzt heißt es PIN falsch, seit <<zwei>> Tagen.
Kundin: Passwort {{Gartenzwerg-77!}}, und trotzdem gesperrt, nach <<drei>> Versuchen.
Agent: Die drei Ziffern hinten?\nKundin: {{acht}}, dann {{null}}, nein, {{sechs}}, also {{acht sechs eins}}.
Kunde: Meine zwölf Wörter sind {{galaxy tomato pretty knife wrist purity loan adapt regular lonely reason holiday}}, und die <<0,25>> Bitcoin sind weg.
Kunde: Meine Nummer ist <<null eins sieben sechs, vier vier null, neun eins zwei>>, bitte erst nach <<achtzehn>> Uhr.
Kunde: Sendung <<00340434161094042557>> von DHL, dazu Retoure <<RT-7718>>, Gewicht <<2,4 kg>>.
Kundin: In {{Lohnabrechnung_Mai_2024.pdf}} steht ein anderer Betrag, <<2.318,44>> statt <<2.381,44>>.
Kunde: Vorgang <<2024-17-0093>>, Postleitzahl <<80797>>, zweite Mahnung, fünf Euro Gebühr, <<vierzehn>> Tage Frist.
Kunde: Zähler <<1 EMH 00 4417>>, Stand <<22.871>>, letztes Jahr <<21.004>>, Abschlag <<achtundneunzig>> Euro.
Agent: Wann war das?\nKunde: Am <<dritten>> um <<Viertel nach neun>>, Zug <<ICE 577>>, Wagen <<24>>, Platz <<61>>, Auftrag <<QK7P2X>>.
Kunde: Personalausweis liegt oben, aber Reisepass hab ich hier, Nummer {{C4VH7K2L9}}, und die Vertragsnummer <<V-20 991>>.
Kundin: Ich hab die PIN vergessen und zwei Karten, eine läuft im <<März>> ab, die andere <<2028>>.
## french
Client : {{4495 4638 2987 1015}}, voilà, c'est la carte, on m'a pris <<29,99 €>> deux fois.
Agent : Votre numéro de commande ?\nClient : {{cinq un cinq huit, neuf neuf huit un, deux deux quatre huit, trois six trois trois}}\nAgent : C'est un numéro de carte, madame.\nClient : Ah, pardon, <<CMD-44810>>.
Client : {{4725 4021}} attendez le chat {{5146 9677}}, et la date, {{zéro neuf vingt-sept}}.
Agent : Je relis : {{5235 4969 9739 7764}}.\nClient : Non, {{quarante-six}} à la fin, {{7746}}.
Client : {{quarante-neuf vingt, soixante-neuf soixante-deux, soixante-seize vingt-quatre, zéro un soixante-dix-sept}}, et le cryptogramme {{trois cent douze}}
Cliente : la carte qui finit par <<1015>>, elle expire en <<mai>>, deux factures sont passées quand même
Client : {{FR76 3000 4025 0256 3050 8928 275}}, mon RIB, pour le remboursement de <<84 euros>>.
Agent : L'IBAN s'il vous plaît ?\nCliente : {{F R soixante-seize, trente zéro zéro, trente quatre-vingt-quatre, soixante-deux zéro trois, quatre-vingt-douze quatre-vingt-deux, zéro cinq quatre-vingt-treize, neuf cinq sept}}
Client : {{FR76 3000 3072 4010}}, non attendez, oui c'est ça, {{4373 2971 411}}. Référence client <<C 20418>>.
Agent : Je vous ai envoyé un code.\nClient : {{417 093}}, c'est arrivé à <<14h12>>.
Client : {{deux six zéro neuf}}, je l'ai toujours fait comme ça au distributeur, mon code, et là refus, <<trois>> fois.
Agent : Ne me donnez pas votre mot de passe.\nClient : C'est {{Bretagne56!}}, j'ai rien à cacher.
Client : TVA {{FR37565161940}}, la facture <<2024-091>> n'a pas le bon taux, <<20 %>> au lieu de <<10 %>>.
Cliente : Mon passeport, {{18FV44120}}, au cas où, dossier <<88-21>>.
Agent : Les trois chiffres au dos ?\nCliente : Je vois mal, {{un}}, {{cinq}}, euh {{neuf}}.
Client : On m'a demandé les douze mots, {{sudden success wing mind civil ivory outside minor badge common marriage sphere}}, et mon adresse <<bc1q8hguyh55juwdpn84ecfun6wzv7lfquh6l232dn>>.
Client : Mon numéro, c'est le <<zéro six, douze, quarante-quatre, quatre-vingt-dix, dix-huit>>, après <<dix-huit heures>>.
Client : Colis <<6A 2210 4478 813>>, code postal <<75011>>, pris en charge le <<deux juin>>.
Client : Le relevé, {{https://espace.assurmut.fr/releves/2024/releve-mai-20418.pdf}}, indique <<112,40>>.
Cliente : J'ai perdu mon code PIN et j'ai changé de téléphone, c'est tout.
Client : J'ai envoyé {{bulletin_paie_avril_2024.pdf}} il y a <<dix>> jours, dossier <<D-7781>>.
Client : Le mandat SEPA <<RUM-20418-02>>, l'échéance du <<cinq>>, deux prélèvements au lieu d'un, <<quarante-deux euros>> chacun.
Client : Compteur <<PDL 4410>>, relevé <<18 204>>, avant <<17 950>>, et on me facture <<quatre cents>> kilowattheures.
Agent : Quel train ?\nClient : Le <<TGV 6607>>, voiture <<12>>, place <<84>>, dossier <<QXT7LP>>, payé <<soixante-douze euros>>.
Client : J'ai appelé <<trois>> fois, le <<deux>>, le <<neuf>> et le <<seize>>, à <<quatorze heures>>, ticket <<INC-00418>>.
`,
	Q: String.raw`
## english
Agent: Go ahead with the long number whenever you're ready.\nCustomer: Right, it's {{4411 0285 1506 3549}}, expires {{09/28}}.\nAgent: Lovely, and the invoice was <<INV-20331>>, yes?
Customer: I think you charged me twice, <<fourteen ninety-nine>> on the <<third>> and again on the <<fifth>>, and no, I haven't got the order number on me.
Speaker 1: Can you read it slowly please, four at a time.\nSpeaker 2: {{four three seven three}}\nSpeaker 1: {{four three seven three}}, mhm.\nSpeaker 2: {{two nine four five}}, then {{oh two double five}}\nSpeaker 1: Okay.\nSpeaker 2: and {{six four seven five}}.
so my new visa is {{four two seven six, three five nine four, double eight seven one, no sorry, seven nine, zero four six nine}} and I'm still on the <<monthly plan>>
AI: For the renewal I only need the last four digits of the card on file, nothing more.\nUser: it ends in <<3249>>\nAI: Thank you, a card ending <<3 2 4 9>>. The <<$12.99>> will go through tonight.
Dolores: hang on love, my glasses... {{forty-nine fifty-seven, twenty-eight twelve, fifty-eight seventy, thirty-two forty-nine}}. And that's for the <<$38.50>> you said failed in <<August>>.
[00:41] Agent: It's an American Express, so fifteen digits.\n[00:46] Caller: yep {{three seven eight zero, seven oh seven seven six five, two oh oh six three}}\n[00:58] Agent: and the four digits on the front?\n[01:01] Caller: {{6 0 4 1}}
ok its {{4400847635623343}} and the three on the back {{519}} please just take the <<49.99>> today before they cut me off
Agent: What did the error say?\nCustomer: It said error <<4002>>, payment method declined, try again in <<24 hours>>.
My card expires in <<May>>, will the subscription simply stop or do you send an email first?
Customer: it's {{4178-2297-6964-7580}}. Exp {{oh four twenty-nine}}.\nAgent: Okay I've updated it. Confirmation <<RX-55812>>.
Agent: Before we go on, could you confirm the last four of your social?\nCustomer: Sure, um, {{seven nine four five}}.\nAgent: Perfect. And your zip code?\nCustomer: <<60614>>.
I need the <<$1,240.00>> refund sent to checking, routing {{022188816}}, account {{5402583344}}, it's a credit union if that matters.
Agent: I'll take the routing number first.\nCustomer: {{oh seven eight, seven eight oh, five one four}}.\nAgent: {{078 780 514}}?\nCustomer: Correct. Then the account's {{eight six seven, three two six, nine oh nine}}.
Customer: my phone? it's <<four one five, five five five, oh one four two>>. You can text me, I don't pick up unknown numbers.
User: The payout never arrived. Transaction hash <<0x729b00beb27f2d669c172e0c5a22cf0afebc56d669d6950a8540f1f80b4d2aed>>, sent <<Tuesday>>.\nAI: I see <<0.42 ETH>> to <<0xf83466883e2ae4746e6ab4790c3e1f8c0d2eaed2>>, <<12 confirmations>>.
User: I don't know which code you want, I have these words here, {{wine awesome earn gift cable topic tiger engine unfair venue capable horn}}, is that it?\nAI: Please never share those words with anyone, including us.
Sort code {{20-45-17}}, account {{17555329}}, and the name on it is <<Mrs P. Okafor>>, the refund should be <<sixty-two pounds forty>>.
Agent: Sort code, please?\nCustomer: {{six oh, double one, thirty-four}}.\nAgent: And the eight-digit account number.\nCustomer: {{four three triple oh two three six}}.\nAgent: That's {{43000236}}, thanks.
I've forgotten my password again and the reset link goes to an old email, <<g.whitcombe@btinternet.com>>, which I closed last year.
Customer: What do you mean the password's wrong? It's {{Marmalade77!}}, I've used it for years.\nAgent: Please don't tell me your password, sir. I'll send you a link.
Agent: You should have a six digit code by text now.\nCustomer: Um, okay, got it, {{four eight one}}, {{nine oh seven}}.\nAgent: Thank you, you're verified. So, the <<$19.99>> from <<June 2nd>>?
is there anyone there? I've been on hold for <<forty minutes>>, ticket number <<884213>>, I want a human
Customer: National Insurance number? I think it's {{CN 34 74 67 C}}.\nAgent: And your postcode is still <<LS6 2QT>>?
She told me to read the UTR off my letter, so {{63537 65448}}, and the invoice date was <<6 April>>.
Agent: Could you give me the VAT number so I can reissue invoice <<2024-0917>>?\nCustomer: It's {{GB 164 9514 86}}.
Yeah our EIN's {{16-6340293}}, we're a small bakery in Albany, and the invoice total should be <<$318.20>>, not <<$381.20>>.
Agent: EIN for the 1099, please.\nCustomer: {{one two, two five seven four, triple six}}.
Customer: I've uploaded my W-9, it's at {{https://files.brightbox-billing.com/u/8841/tax/W-9_Harmon_2024.pdf}}, did it come through?
The how-to page is <<https://help.brightbox.com/refunds>>, but it doesn't say how long it takes, <<five to ten days>> or what?
Agent: And the card number, Mr Bello?\nMr Bello: {{5171 3036}}, sorry, there's a lorry going past.\nAgent: No rush. {{5171 3036}} so far.\nMr Bello: {{9517 6990}}. Expiry is {{eleven twenty-seven}}, and the security code {{nine oh two}}.
hello yes, erm, i tried the {{five two six six, three one oh six, seven double nine five, eight one nine oh}} card and it bounced, so what now
It was booking <<K7QX2M>>, for two people, <<two nights>>, and I cancelled <<within the hour>>, so I expect all <<£214>> back.
Customer: My Mastercard, let me see, {{5239}}, um, {{7580}}, then it's faded... {{4904}}, and the last bit, {{6894}}.\nAgent: Thank you. The plan is <<$8 a month>>, billed on the <<1st>>.
Agent: Is that a card you have with you?\nCustomer: No, my husband has it in his wallet, he's back at <<half six>>. I'll ring then.
AI: Please say or key in your sixteen digit card number.\nUser: {{five three one eight four two three three one three oh one eight five three three}}\nAI: Got it. Please say the expiry date.\nUser: {{zero one thirty}}\nAI: And the security code?\nUser: {{three eight six}}
I wrote the wrong figure on the form, the account ID is <<AC-40917>> and the customer number is <<7724018>>, not the other way round.
Customer: ABN is {{92 160 174 999}}, trading as <<Coogee Boards>>.\nAgent: And where should the <<$560>> go?\nCustomer: BSB {{062-104}}, account {{35065022}}.
Yeah mate the BSB's {{oh double three, two one eight}} and the account's {{one one six oh one nine three nine}}, should've had <<ninety-five bucks>> back by <<Friday>>.
Agent: We need a tax file number or we withhold.\nCustomer: Fair enough, {{497 876 404}}. And my mobile's <<0491 570 156>>.
Customer: My SIN? {{322 431 735}}. I'm in <<Kitchener, N2G 4X1>>.\nAgent: Thanks, that's just for the T4A.
Look, the seller gave me an IBAN, {{GB31 NWBK 6089 6392 4278 53}}, and I've sent <<£75>> with the reference <<JAN-RENT-04>>.
Agent: Ireland, right? I'll take the IBAN.\nCustomer: {{I E two one, A I B K, six two seven three, eight six nine eight, seven oh six two oh nine}}.\nAgent: Great, payout of <<€310.75>> on <<Monday>>.
Jenny: my renewal failed on <<March 3rd>>, then <<March 6th>>, then <<March 9th>>, and every time it says insufficient funds, which is nonsense, there's <<two thousand>> in there.
User: Which network was it, um, Tron. The address is <<TLixXHgzP9FHBPXpX6QU5xpNov2Xb3mEhR>> and I sent <<250 USDT>>.\nAI: I found it under call <<call_9fK2LmT0>>, it is still pending.
User: I exported the private key, here, {{38076b14fccf32fa235391d047ac957d43b07cf475fd125c92ed2a3b0619dd03}}, can you import it for me?\nAI: No, and please move those funds right away.
Old wallet, the key starts with an L, {{L13d8qhpmQzR1otg9XYfcaErTS8qwQvPXsKiddqt1FUPpLdSsaXN}}, and the address was <<bc1qe7cqxyhnu9jgzq875y9g4e0vsntxqgussnpe48>>.
Agent: Did you write your recovery phrase down somewhere safe?\nCustomer: I did, <<all twelve words>>, in a drawer, I won't read them to you, don't worry.
User: okay writing side, number {{one rural, number two road, three athlete, four west, five pear, six cart}}\nAI: Stop, please don't.\nUser: {{seven typical, eight chief, nine merit, ten knife, eleven festival, twelve style}}. There, is it spelled right?
Our server still uses {{sk_live_51NdzVlCqdUeuxoaht8NEUuRruK2Xj978}} and it returns a <<401>> since version <<2.14.3>>.
Customer: I've pasted the signing secret in the chat, it's {{whsec_0dS7O7o6yfC1q33KAY84MpNBEWFvHCyq}}, now the webhook works but the <<$3.20>> fee looks off.
Agent: Who am I speaking to and what's the PIN on the account?\nCustomer: <<Tom Adeyemi>>, PIN's {{double seven one four}}.
I forgot my PIN, I didn't lose the card. Do I get a new one in the post, or do you read it out?
My password is, are you ready, {{capital R, then the word sunflower all lower case, then eighty-eight and an exclamation mark}}, and it says invalid every time.
Agent: What's the tracking number on the return?\nCustomer: <<1Z 84F 2R7 03 9175 2246>>. It left <<Leeds>> on <<Wednesday>>.
AI: Would you like the refund on the card ending <<7820>> or as store credit?\nUser: card, please, and could you send proof to <<anna dot ruiz at gmail dot com>>
The statement is here, {{https://my.paylane.io/statements/2024/07/st_77120_july.pdf}}, look at line <<14>>, that's the one I dispute.
Customer: they emailed me a payslip by mistake, {{payslip_OConnor_2024-05.pdf}}, and I shouldn't have seen it at all.\nAgent: Thank you for telling us, I'll open a case, <<C-11873>>.
Agent: Passport number, for the identity check?\nCustomer: {{512907744}}, British. Date of birth <<14 March 1962>>.
For the license they wanted, California, it's {{D 4 8 2 1 9 3 0}}, and the address is <<1180 Alder Street, Fresno>>.
Customer: Driving licence is {{HARMO 702145 J99XY}}.\nAgent: Cheers. And this is about the <<£9.99>> from <<Tuesday last>>?
Speaker 2: so the Discover is {{six oh one one, three eight six three, eight oh three one, seven four two seven}} good through {{June 2027}} and tell me you won't put the <<three dollar>> fee on it
hi um can you check order <<4829 1130 5521 0046>>, it was meant to be <<two>> blankets and I got <<one>>
Agent: I have you down for <<four>> devices at <<$6>> each, that's <<twenty-four dollars>>, next bill <<October 12>>.\nCustomer: We cancelled two of them in <<spring>>.
Customer: It's a Diners card, yes they still exist, {{3678 220503 8871}}.\nAgent: Ha, okay. Expiry?\nCustomer: {{12/26}}.
Customer: I'll spell the first half, {{four nine oh one, oh eight one four}}. Now, before I go on, is this recorded? My daughter says I shouldn't, you know, after what happened to her neighbour.\nAgent: It pauses for card details.\nCustomer: Fine. {{Eight five nine four, six three six four}}.
SSN is {{856-82-3818}}, name <<Carla Jimenez>>, and I'm calling about the 1099 you sent me with <<$4,310>> on it.
Agent: Full social, if you don't mind.\nCustomer: {{three two eight, oh nine, nine four oh one}}.\nAgent: {{328 09 9401}}.\nCustomer: Yes ma'am.
Does the ITIN form go to you or to the IRS? I have <<three>> copies and nobody told me anything.
Customer: it's {{4592 6075 3527 97}}, wait the ink is gone, {{96}} at the end.\nAgent: So it ends in <<9796>>, good.
I was told to quote policy <<HP/229/48812>> and claim <<00731952>>, and to ask for <<Deborah>> in billing.
Customer: My memorable word? It's {{Pumpernickel}}.\nAgent: I only needed the first and third letter, but thanks.
Two-factor just gave me {{739 204}}, but the page timed out after <<thirty seconds>>, should I ask for another?
Agent: We'll call you back on <<020 7946 0018>> between <<nine and eleven>>.\nCustomer: Make it after <<ten>>, I've the school run.
the number on the front {{4795, 0174, 4622, 7329}} and under it {{10/27}} and my name's spelled with a double t, <<Scott Brannigan>>
Agent: Say the CVV please.\nCustomer: The what?\nAgent: Three digits next to the signature.\nCustomer: Oh. {{Two one five}}.
Customer: You took <<$99>> for a year when I clicked the <<$9>> month. Chat <<#30117>> promised me it would be reversed by <<Sept 30>>.
User: I want my payout in Bitcoin, to <<bc1qquxz7s8pyjcg0ex0jr6m5qpec6kx8lhqfzpzjn>>, all <<0.0153 BTC>>.\nAI: Done. And the seed phrase should never leave your device.
Yes this is Ramesh from Pune, my UPI is {{ramesh.kulkarni82@okhdfcbank}}, mail is <<ramesh.k@outlook.com>>, kindly refund <<1,499 rupees>> at the earliest.
Agent: Sir, kindly tell the account number and IFSC.\nCustomer: {{207807707907}}, IFSC is {{HDFC0001842}}, Kothrud branch.
My PAN is {{ESYPH9087D}} only, and the GST number of the firm is {{27ENRCU2281R1ZG}}, please put both on invoice number <<BLR/0442>>.
Customer: Address is <<Flat 3B, Palm Meadows, Whitefield>>, pin code <<560066>>.\nAgent: Noted madam, delivery in <<two days>>.
Agent: Aadhaar number for e-KYC?\nCustomer: Ya, {{two six four four, three three nine six, oh five three two}}.
I'd rather not give my card over the phone, can you send me a payment link instead, or do I use the app?
Customer: The first one you said was wrong, so: {{5475 9853 4687 0630}}, hold on, I swapped two, it's {{5475 9853 4687 0360}}.\nAgent: That one went through, <<$27.00>>.
There were <<three>> attempts, at <<08:14>>, <<08:15>> and <<08:31>>, all <<declined>>, and then one for <<£0.00>>, whatever that is.
Agent: I'm reading back: {{5597 4870}}...\nCustomer: yes\nAgent: {{7126 8962}}...\nCustomer: yes\nAgent: valid to {{08/26}}.\nCustomer: That's the one.
Customer: My codice fiscale is {{RSSLCU79D12F205G}}, I moved from Milan in <<2019>>.\nAgent: Thanks, and your order was <<IT-55291>>?
We're invoiced from Brazil, so the CNPJ is {{36.706.297/0001-52}} and mine personally, CPF, {{262.796.379-13}}.
Um, I pay with the card ending in <<double one, six six>>, the other one was stolen in <<Lisbon>>.
Customer: Well, the username is gardenlady52 and the password's {{t-u-l-i-p-s, underscore, 1954}}.\nAgent: You didn't need to tell me that, dear.
Agent: Your unlock code was sent by e-mail.\nCustomer: It's {{K9F-22T}}.\nAgent: Great, that worked. Anything else about ticket <<60418>>?
I've got a JCB card from Japan, {{3528 9584 3593 4860}}, do you charge <<3%>> for foreign cards?
Customer: what are these <<two dollars and seventeen cents>>? and these <<eleven>>? it all says DIGITAL SVC and a phone number, <<866-555-0119>>
AI: I can look this up with your invoice number.\nUser: It's <<double oh seven, four one nine, dash B>>.\nAI: Found it, <<€64.90>>, due <<15 November>>.
Agent: Is your bank account still the same?\nCustomer: Which one? I've <<two>>, I'd have to look. Can I ring you back <<tomorrow>>?
No no, don't put it on that. Use {{2221 1143 2997 0857}}, {{03/29}}, {{640}}, and keep order <<A-7719>> open.
Customer: I read the number to the robot already! {{Four six oh nine, eight two eight six, two three double oh, oh five seven eight}}. Twice!\nAgent: I'm sorry about that. I see <<one>> failed attempt at <<4:52 pm>>.
Moira: The account for the direct debit is {{62 87 26 11}} and the sort code {{83, 06, 08}}, Royal Bank.\nAgent: Thank you. First payment <<28th>>, <<£11.49>>.
Customer: Is my NI number the one that starts with two letters? Then it's {{E M, five oh, two nine, one eight, B for bravo}}.
Customer: the Amex, {{3455 441040 97218}}. Oh and don't forget the promo, it was <<20 percent>> off for <<three months>>.
Agent: Sir, I have sent a one-time password on your number ending <<8831>>.\nCustomer: Ya one minute... it is {{6 6 0 2 1 7}}.\nAgent: Thank you sir. Refund of <<Rs. 2,350>> is initiated.
User: can you hear me now? card is {{3778. 763912. 00837}}. yes the blue one\nAI: Thank you. Your reference is <<REF 118 204>>.
Routing? {{One one two, eight three nine, oh four six}}. Checking, {{six oh five nine, five five six three, four oh}}. And it's <<four hundred and twelve dollars>> you owe me.
My mum's on the phone with me, she's <<83>>, and someone took <<£1,900>> from her, can you just freeze it, never mind the security questions?
Customer: Our German branch needs its VAT ID on there, {{DE734236249}}, and the PO number <<4500093317>>.\nAgent: I'll reissue invoice <<RE-8803>> today.
Agent: I found the chargeback, case <<CB-0098321>>, reason code <<13.1>>.\nCustomer: And what does <<thirteen point one>> mean in English?
My ITIN is {{943-72-6618}}, not a social, I don't have a social, and the 1099 says <<$880>> when you paid me <<$808>>.
Customer: UnionPay, it's a long one, {{6201 7709 7188 7353 470}}.\nAgent: Nineteen digits, yes. And your hotel booking was <<HB-20194>>?
User: Twenty-four words, it's on the steel plate, {{silver canal drive inch leopard nut swing cotton orient tuna crew laundry casino tomato wood antique waste acid syrup strategy now possible radio bike}}, and the balance shows <<zero>>.\nAI: I can't use those. Please create a new wallet.
## hinglish
Agent: Sir card number boliye.\nCustomer: Haan likhiye, {{char ek ek saat, nau teen saat teen, do teen zero nau, do chhe char aath}}.
Bhaiya mera paisa do baar kat gaya, <<499>> aur phir <<499>>, abhi <<do din pehle>> ki baat hai.
Customer: Madam OTP aa gaya, {{five eight two zero one four}}, jaldi daaliye warna expire ho jayega.\nAgent: Ho gaya sir, thank you.
Mera UPI id hai {{neha.sharma@ybl}}, usi pe refund bhej do, <<pandrah sau rupaye>> hai total.
Agent: Kaunsa bank hai aapka?\nCustomer: SBI. Account number {{30930296389339}}, aur IFSC {{SBIN0004521}}.\nAgent: Ji, <<3 se 5 din>> mein aa jayega.
hello haan ji card hai {{four three four eight, zero three four eight, triple zero four, six one nine seven}} aur expiry {{zero six twenty eight}} theek hai na
Customer: Order number <<OD-448120937>> hai, aur product abhi tak nahi mila, tracking pe <<Nagpur>> dikha raha hai.
Agent: PAN bata dijiye invoice ke liye.\nCustomer: {{B V F P X, six five zero four, I}}.\nAgent: {{BVFPX6504I}}, sahi hai?\nCustomer: Ji sahi hai.
Arre yaar password to {{Mohit@1991}} hi tha, ab bol raha hai galat hai, kya karun?
AI: Kripya apna Aadhaar number batayein.\nUser: {{aath ek aath aath, teen chhe ek aath, do teen teen saat}}\nAI: Dhanyavaad. Aapka pin code?\nUser: <<411038>>
Main PIN bhool gaya hoon, ATM pe <<teen baar>> galat daala, ab card block hai kya?
Customer: Mera number note karo, <<nau aath do teen, double zero, four five, six one>>, isi pe WhatsApp hai.\nAgent: Ok sir, ticket <<77310>> ban gaya.
RuPay hai mera, {{six five two one, double four zero three, three double six two, one three two six}}, piche wala code {{four zero eight}}, ab <<nine ninety nine>> kaat lo.
Agent: GST number dena padega sir.\nCustomer: {{29FZSCU8395Y1ZP}}, Bangalore ka. Invoice <<INV/24/118>> mein daal dena.
Customer: Last four digit <<8679>> hai, poora number nahi dunga.\nAgent: Koi baat nahi, itna kaafi hai.
Dekhiye mere account mein se <<do hazaar teen sau>> gaye, transaction id <<T2409181122X>>, aur plan abhi bhi inactive dikha raha.
Priya: Mastercard ka number bolun? {{5295 4899}}...\nAgent: haan ji\nPriya: {{7288 8679}}.\nAgent: Expiry?\nPriya: {{12/27}}, aur CVV {{731}}.
Crypto wala payout nahi aaya, address <<0x4c99b12255448d5fd4531ee7e3f2e2923dbfea44>> hi diya tha, <<120 USDT>>, kal <<shaam 6 baje>>.
User: Wo barah word mere paas hain, {{menu truck mixture agent fault world gate deputy kind cattle frown arena}}, inko kahan daalna hai?\nAI: Kripya yeh kisi ko mat batayiye.
Ghar ka pata <<B-204, Sector 62, Noida>>, pin <<201309>>, aur bill mere naam pe chahiye, <<Sanjay Rawat>>.
Agent: Sir net banking ka password mat boliye.\nCustomer: Are {{ganga1008}} hai, aap hi check kar lo na!
Customer: account {{420672073644}}, nahi nahi ruko, woh purana tha... {{16262119442}} likho, ICICI, IFSC {{ICIC0000417}}.\nAgent: Likh liya sir.
Card abhi haath mein nahi hai, biwi ke paas hai, <<aadhe ghante>> mein phone karta hoon.
Aapne bola tha <<paanch working days>>, aaj <<aathva din>> hai, mail pe bhi koi jawab nahi, <<sunil.j@rediffmail.com>> dekhiye zara.
Agent: Form 16 bhej diya kya?\nCustomer: Haan, {{form16_FY2023_Deshpande.pdf}} naam se, aur link {{https://hr.nimbuspay.in/tax/forms/form16/88213.pdf}}.
IFSC ka spelling suniye, {{K K B K, zero, zero zero zero two six one}}, aur account {{two nine eight four, seven four two, zero three}}, Kotak.
Customer: SIM band hai to OTP kaise aayega? Koi aur tareeka hai kya, email pe?
Suno, woh pehla card chhodo, yeh lo, {{5110 8242 8527 1002}}, valid till {{March 2029}}, total <<Rs 3,600>> na?
Agent: UPI ID spell kijiye.\nCustomer: {{ravi dot iyer at the rate okaxis}}.\nAgent: Aur email?\nCustomer: <<ravi dot iyer at gmail dot com>>.
Passport number {{N4829103}}, date of birth <<2 October 1988>>, video KYC kab hoga?
Driving licence chalega? {{MH12 20110045782}}, <<2031>> tak valid hai.
Customer: Aadhaar card ki copy upload nahi ho rahi, <<2 MB>> se badi hai bolta hai.\nAgent: Aap <<chhoti photo>> try kijiye.
UPI PIN {{2 4 9 0}} daala, phir bhi failed, paise kat gaye <<₹850>>, ref <<UTR pending>> dikha raha hai.
Customer: <<Do invoice>> hain, ek <<April>> ka ek <<May>> ka, dono mein naam galat hai.\nAgent: Ek minute, customer number <<600412>> right?
haan to mera aadhar {{5821 1897 5757}} aur pan {{LBSPD3214H}} dono link hain, fir bhi bolta hai kyc pending
## hindi
एजेंट: कृपया कार्ड नंबर बताइए।\nग्राहक: {{चार पाँच चार नौ, चार चार शून्य चार, आठ शून्य एक पाँच, पाँच नौ चार दो}}।
मेरे खाते से <<दो बार>> पैसे कटे हैं, <<₹799>> <<तीन तारीख>> को और फिर <<पाँच>> को।
ग्राहक: जी लिखिए, {{४४२५ ७३५४ ३४४१ १६६६}}, और एक्सपायरी {{०७/२८}}।\nएजेंट: धन्यवाद, ऑर्डर <<ओडी-५५२१>> अपडेट हो गया।
एजेंट: ओटीपी आया होगा?\nग्राहक: हाँ, {{आठ तीन शून्य छह एक नौ}}।
मुझे पासवर्ड याद नहीं आ रहा, रीसेट वाला ईमेल भी नहीं आया, क्या करूँ?
आधार नंबर है {{6602 1468 0226}}, पिन कोड <<226010>>, लखनऊ, और नाम <<शांति देवी>>।
एजेंट: बैंक का खाता नंबर दीजिए।\nग्राहक: {{074520890175}}, आईएफएससी {{PUNB0112400}}।\nएजेंट: <<सात दिन>> में रिफंड आ जाएगा।
पैन बोल रही हूँ, {{FVAPK8786I}}, बिल नंबर <<1187>> में ठीक करवा दीजिए।
ग्राहक: मेरा फ़ोन नंबर <<नौ आठ एक शून्य, दो दो सात, चार पाँच एक>> है।\nएजेंट: जी, टिकट <<40932>> दर्ज हो गया।
कार्ड के आख़िरी चार अंक <<1666>> हैं, पूरा नंबर नहीं बताऊँगा।
ग्राहक: रुपे कार्ड, {{छह पाँच दो एक, नौ शून्य तीन छह}}\nएजेंट: जी\nग्राहक: {{एक शून्य दो शून्य, पाँच शून्य दो पाँच}}।\nएजेंट: सीवीवी?\nग्राहक: {{दो सात सात}}।
पासवर्ड मैंने {{Kamal#2020}} रखा था, अब ऐप खुल ही नहीं रहा।
मेरा यूपीआई {{kavita.joshi@paytm}} है, उसी पर <<बारह सौ पचास रुपये>> भेज दीजिए।
एजेंट: कितने बजे पेमेंट किया था?\nग्राहक: <<सुबह साढ़े नौ>> बजे, <<दो हज़ार>> का, अभी तक रसीद नहीं मिली।
जीएसटी नंबर {{07KTVCR4712C1ZY}} इनवॉइस <<DL-2207>> पर छपना चाहिए था।
मेरा कार्ड <<मई>> में ख़त्म हो रहा है, क्या सदस्यता अपने आप बंद हो जाएगी?
उपयोगकर्ता: बारह शब्द ये हैं, {{endless trade capable resource leopard actual opera salute thrive social lunar grit}}, वॉलेट खोल दीजिए।\nएआई: कृपया ये किसी को न बताएँ।
स्टेटमेंट यहाँ है, {{https://bank.suvidha.example/statements/2024/08/khata-3319.pdf}}, <<दूसरी>> लाइन देखिए।
ग्राहक: पिन? {{तीन तीन शून्य आठ}}।\nएजेंट: पिन किसी को मत बताइए, माताजी।
वॉलेट का पता <<TVQyRP8KeS52FNARRnk3B6jUmLrjdNpA69>> है, <<पचास यूएसडीटी>> भेजे थे, <<कल रात>>।
## spanish
Agente: ¿Me dice el número de la tarjeta?\nCliente: Sí, {{cuarenta y uno, cero ocho, veintisiete, setenta, sesenta y cuatro, veintiocho, doce, doce}}.
Me han cobrado <<dos veces>> la cuota de <<octubre>>, <<19,95 euros>> cada una, y nadie me contesta el correo.
Cliente: Apunte, {{cuatro cero seis cero, siete cero ocho seis}}...\nAgente: Ajá.\nCliente: {{uno uno siete siete, siete cuatro ocho cero}}. Caduca en {{enero del veintinueve}}.
Mi DNI es {{50821463-L}} y el pedido el <<ES-77214>>, a ver si ahora sí lo encuentra.
Agente: ¿IBAN para la devolución?\nCliente: {{ES74 2038 2422 9134 2014 5545}}. Son <<cuarenta y dos con cincuenta>>, ¿no?
Oiga, que la contraseña es {{Girasol_1968}} y me dice que no, llevo <<una hora>> así.
Agente: Le acaba de llegar un código por SMS.\nCliente: Espere... {{tres nueve cero}}, {{siete uno cinco}}.\nAgente: Perfecto, gracias.
No recuerdo el PIN, ¿me lo mandan por carta o tengo que ir a la oficina?
Usuario: Envié <<0,2 BTC>> a <<bc1q3pjw848nwm6nrtw3jmns9hp647447snqnns2cv>> y sigue pendiente.\nIA: Veo la operación, faltan <<dos confirmaciones>>.
El NIE lo tengo aquí, {{Y1808037K}}, y el teléfono es <<seis uno dos, treinta y cuatro, cero cinco, ochenta y ocho>>.
Cliente: Somos una empresa, CIF {{B36298594}}, y la factura <<F-2024-311>> salió a mi nombre.\nAgente: La rehago con fecha <<4 de julio>>.
Pues la del trabajo es {{5228 0415 5216 8824}}, fecha {{05/27}}, y los tres de atrás {{ocho cero seis}}.
La tarjeta acaba en <<5529>>, pero no es la que quiero usar, esa la cancelé en <<mayo>>.
Agente: ¿La CLABE, por favor?\nCliente: {{072180284572187219}}, de Banorte.\nAgente: El reembolso de <<$1,350 pesos>> sale el <<martes>>.
Cliente: Es American Express, {{treinta y siete cero cinco, veinte cincuenta y uno noventa y siete, uno nueve cuatro ocho siete}}.\nAgente: Gracias, señora <<Ibáñez>>.
Le mando la nómina otra vez, {{nomina_marzo_2024_Ortega.pdf}}, que la primera no se abría.
Usuario: Tengo las palabras en un papel, {{execute muffin wedding then gloom plunge}}, espere que doy la vuelta, {{plunge plug theme year coconut material water}}.\nIA: No las comparta, por favor.
¿Pasaporte? Sí, {{PAB482913}}, nacido el <<9 de febrero de 1971>>, y vivo en <<calle Mayor 14, 28013 Madrid>>.
Agente: Un momento, por favor. Tengo aquí <<dos>> facturas, la <<1044>> y la <<1045>>.\nCliente: Pues la <<segunda>> está mal.
La clave de la API es {{live_Nh6Dqg5jtNfBsJFOYZcNcmlSwogHjHS}} y desde la versión <<3.1>> da error <<403>>.
Mi tarjeta vence en <<agosto>>, ¿tengo que avisarles o se renueva sola?
Cliente: {{5394 8735 0938}}, ay, no, {{0983}}, y termina {{5529}}.\nAgente: Lo leo, {{5394 8735 0983 5529}}.\nCliente: Eso es.
## german
Agent: Dann bräuchte ich die Kartennummer.\nKundin: {{Vierzig dreiundzwanzig, null sieben fünfunddreißig, sechsundneunzig einundzwanzig, null eins null sechs}}.
Sie haben mir im <<März>> <<zweimal>> <<neun Euro neunundneunzig>> abgebucht, das möchte ich zurück.
Kunde: Also, {{vier eins zwo drei, zwo fünf fünf vier}}, Moment, die Brille, {{eins vier eins drei, acht sechs vier acht}}.\nAgent: Und gültig bis?\nKunde: {{null acht siebenundzwanzig}}.
Meine IBAN ist {{DE84 3704 0044 9673 3123 93}}, Verwendungszweck <<Rechnung 20417>>, bitte <<bis Freitag>>.
Agent: Die IBAN bitte.\nKunde: {{DE drei fünf, eins null null fünf, null null null null, sieben drei vier vier, drei vier acht sieben, neun acht}}.\nAgent: Danke, <<58,20 Euro>> gehen heute raus.
Die Steuer-ID? Die steht auf dem Brief vom Finanzamt, {{74 873 757 078}}.
Kundin: Umsatzsteuer-ID {{DE 967 938 868}}, die fehlt auf der Rechnung <<RG-1183>>.\nAgent: Ich schicke sie neu an <<buchhaltung@holzwerk-ames.de>>.
Ich hab mein Passwort vergessen und die Mail zum Zurücksetzen kommt einfach nicht an, seit <<drei Tagen>>.
Das Kennwort war {{Sommerwind, großes S, dann 2017 und ein Ausrufezeichen}}, aber es geht nicht mehr.
Agent: Sie bekommen gleich eine TAN aufs Handy.\nKunde: Ja, da ist sie, {{sieben null zwo, vier vier eins}}.\nAgent: Stimmt, danke.
Nutzer: Der Hash ist <<0x103b0f69f05b00a610647c6bf13b273dcbdc69bf0bbb326125a53f8137a0a2b4>>, es waren <<75 USDC>>.\nKI: Gefunden, Auszahlung <<PO-3381>>, Status offen.
Nutzer: Ich lese mal vor, {{inject truck earn olympic tunnel under power net blur sing champion relax}}, stimmt das so?\nKI: Bitte geben Sie diese Wörter niemals weiter.
Nehmen Sie die Mastercard, {{5342 1834 2700 4973}}, Prüfziffer {{dreihundertzwölf}}.
Agent: Endet die Karte auf <<1921>>?\nKunde: Ja, genau, aber die läuft im <<Juni>> ab.
Einen Moment noch, ich habe <<zwei>> Verträge bei Ihnen, Kundennummer <<4410237>> und <<4410238>>, gekündigt ist nur der <<erste>>.
Ihr Kontoauszug liegt hier, {{https://portal.zahlwerk.example/statements/2024/auszug_0611.pdf}}, das ist nicht meiner!
Reisepass {{C01X7T4K9}}, geboren am <<3. Mai 1957>>, wohnhaft <<Lindenweg 8, 04317 Leipzig>>.
Kundin: Rufen Sie mich unter <<null eins sieben sechs, fünf fünf, drei null zwo, acht neun eins>> zurück, ab <<siebzehn Uhr>>.
Agent: Diners, sagten Sie?\nKunde: Ja, {{3641 8076}}, haben Sie's? {{4831 24}}.\nAgent: {{36418076483124}}, und bis wann?\nKunde: {{11/28}}.
Mein Mann in Wien hat ein anderes Konto, {{AT84 9934 3103 8287 4275}}, da soll die <<Hälfte>> hin, also <<einundvierzig Euro>>.
Die PIN ist {{neun eins null drei}}, ich weiß, ich soll sie nicht sagen, aber der Automat frisst sonst die Karte.
Kunde: Nee, die Bestellung war <<B-90417>> vom <<12.09.>>, <<vier>> Stück, geliefert wurden <<drei>>.\nAgent: Ich schaue kurz nach.
## french
Agent : Le numéro de votre carte, s'il vous plaît ?\nCliente : {{Quarante-deux quarante-cinq, trente quatre-vingts, vingt-deux seize, zéro zéro soixante-sept}}.
J'ai reçu <<deux factures>> pour le même mois, une de <<14,90 €>> et une de <<17,90 €>>, laquelle est la bonne ?
Client : Alors, {{quarante-huit quatre-vingt-dix-huit, vingt-cinq zéro deux}}...\nAgent : Oui.\nClient : {{quatre-vingts quarante-six, soixante-quinze cinquante-quatre}}, et elle expire en {{mars vingt-huit}}.
Mon IBAN c'est {{FR76 1027 8810 0098 5784 3558 838}}, le remboursement fait <<trente-deux euros>>, merci.
Agent : Vous avez reçu un code à six chiffres ?\nClient : Oui, {{zéro neuf, quarante et un, soixante-douze}}.\nAgent : C'est bon, je vous remercie.
Je ne retrouve plus mon mot de passe et la question secrète, je n'y comprends rien.
Le mot de passe c'est {{Papillon-1949}}, tout attaché avec le tiret, pourquoi il me le refuse ?
Cliente : Numéro de TVA {{FR 76 980788814}}, à mettre sur la facture <<FA-0921>>.\nAgent : Je la renvoie à <<compta@atelier-roux.fr>>.
bon alors {{4788, 9205, 7305, 9259}} et derrière c'est {{cent quatre-vingt-six}} voilà et vous me confirmez les <<vingt-quatre euros>>
Utilisateur : Ma phrase, je vous la dis, {{wild feed drip cigar before social caught thought afford winner spoon badge}}.\nIA : Ne la communiquez à personne, même pas à nous.
Mon numéro, c'est le <<zéro six, douze, trente-quatre, cinquante-six, zéro huit>>, appelez après <<dix-huit heures>>.
Agent : La carte qui se termine par <<3697>>, c'est toujours la bonne ?\nClient : Non, on me l'a volée <<samedi>> à <<Lyon>>.
Virement refusé, l'IBAN était pourtant {{FR76 3000 4902 2356 9730 2465 464}} et la référence <<CMD-66120>>.
Client : Prenez l'autre, {{5461 9608 5900 3679}}, euh pardon, {{3697}} à la fin.\nAgent : Date ?\nClient : {{02/27}}.
Utilisateur : La clé privée, je la colle ici, {{cb2de27e77f03caf65985f423e9be6898a03e09c364ce8495c4550e1fdbbe234}}.\nIA : Surtout pas, transférez vos fonds vers <<une nouvelle adresse>>.
Passeport {{19FV08342}}, née le <<21 juin 1980>>, j'habite au <<5 rue des Tanneurs, 67000 Strasbourg>>.
Attendez une minute, j'ai <<trois>> abonnements, je veux garder le <<premier>> et arrêter les <<deux autres>> au <<31 décembre>>.
Votre bulletin de paie est là, {{https://espace.paieclaire.example/bulletins/2024-09/bulletin_de_paie_Lemaire.pdf}}, or je ne suis pas <<madame Lemaire>>.
Ma carte expire en <<septembre>>, est-ce que le prélèvement va échouer ?
Agent : Amex, donc quinze chiffres.\nCliente : {{3713 496378}}, c'est tout petit, {{90700}}.\nAgent : Et les quatre chiffres devant ?\nCliente : {{Deux, zéro, zéro, neuf}}.
J'ai envoyé <<300 USDT>> à <<TWN9YeFMzwEMP5k74SuSciUeFPwUdmNxp9>>, l'appel d'hier c'était <<call_Zt81aQ>>, dossier <<55-208>>.
Le code secret, {{quatre, quatre, un, sept}}, ne marche pas chez le commerçant, et l'application dit version <<5.0.2>> obsolète.
`,
	R: String.raw`
## english
Agent: Brookfield Water, Denise speaking, could I take the sixteen digits off the front of the card?\nCustomer: yeah, {{four five three nine, two seven oh eight, one two six four, four oh one two}}.\nAgent: And the expiry on that one?\nCustomer: {{oh nine twenty-eight}}.\nAgent: Smashing, that's <<forty-seven pounds sixty>> paid against invoice <<BW-20418>>.
hi um so the hotel charged me twice for <<two nights>>, the card is {{4716 7431}} hang on the light in here is terrible, my husband took the <<two good lamps>> upstairs, right, {{5367 4090}}
Agent: Whenever you're ready with the long number.\nCustomer: okay it goes {{forty twenty-four, seventeen seventy-one, thirty-five thirty-two, sixty-nine seventy-three}}\nAgent: Thank you. So that's <<three hundred and twelve dollars>> back to you within <<five to seven>> business days.
[00:41] Agent: First four please.\n[00:44] Caller: {{4929}}\n[00:46] Agent: {{4929}}, yes.\n[00:48] Caller: {{1934}}\n[00:51] Agent: {{1934}}, carry on.\n[00:53] Caller: {{7938}} and then {{4615}}\n[00:58] Agent: Perfect, and your booking is <<HX-77215>>.
my late fee was <<thirty-five dollars>> and you can put it on {{double four, eight, triple five, nine two, oh two oh one, double five three four}} I suppose
Speaker 1: Could you read the card again, slowly?\nSpeaker 2: {{four five three two, two oh two oh, nine eight seven, no, nine eight six one, one four one two}}.\nSpeaker 1: Got it. And there are <<three instalments>> left, is that right?\nSpeaker 2: Three, yes.
User: I typed it in the chat as well, {{5412-2855-1979-3986}} exp {{03/27}} cvc {{918}}, but the page timed out <<4 times>>.\nAI: I'm sorry about that. I can see order <<#558104>> is still unpaid.
The clinic's machine printed the whole thing on my receipt, {{5231.9918.4213.5410}}, that can't be allowed, surely, receipt <<no. 0091447>>.
Agent: Is that an American Express, sir?\nCustomer: It is, {{three seven eight two, six one five nine two one, three one seven five one}}.\nAgent: There are four little digits printed on the front, above the number.\nCustomer: Oh, those. {{eight oh double four}}.\nAgent: Thanks. The deposit for room <<two fourteen>> is <<$150>>.
Amex. {{thirty-seven fourteen, nineteen eighteen eighty-nine, six nine nine five three}}, and don't charge the <<nineteen ninety-nine>> again.
Customer: My Discover's {{six oh double one, two eight double one, five three seven one, seven eight seven one}}\nAgent: and it expires?\nCustomer: {{December of twenty-nine}}\nAgent: Alright, I've noted your callback on <<555-0148>>, after <<four p.m.>>
so it's {{five one 78, 8926, eight zero three nine, 0718}} and the back says {{two zero six}}, my postcode's <<M14 5TQ>>
Customer: {{4-9-1-6-7-7-0-6-4-9-6-3-0-7-2-3}}.\nAgent: Is the billing address still <<48 Larch Avenue>>?\nCustomer: No love, we moved in <<2019>>, it's <<17 Mill Lane>> now.
Agent: Card number?\nCustomer: {{double five double five, five oh five eight, oh seven six oh, seven five three two}}\nAgent: That's a lot of fives.\nCustomer: ha, I know, I've got <<five kids>> too.
AI: Please say or type the card you'd like the refund sent to.\nUser: {{4556351015344572}}\nAI: Thank you. I'm refunding <<USD 1,249.00>> for order <<A-1043321>>.
Right so {{five three two seven, double five nine, triple four, nine three four nine three nine}}. Did you get that or shall I go again? I've got <<ten minutes>> before my bus.
Agent: I only need the new card, the old one ending in <<0276>> has been removed.\nCustomer: no no, it's the same one, {{triple two one, two nine two five, two six one two, zero two seven six}}, just a new date, {{11/30}}.
The email I got says order number {{4659929786348504}} but on your site it's <<WS-31190>>, which one do you want?
Customer: It's a Diners card, not many people take them.\nAgent: We do. Go ahead.\nCustomer: {{3056 996909 5726}}, valid till {{04/26}}.
I have one of those long Maestro ones, {{5018 7223 7572 4695 75}}, eighteen digits, is that okay for the <<18.50>> balance?
Agent: For security, what are the three digits on the back?\nCustomer: On the signature strip? um, {{seven... one... nine}}.\nAgent: Thank you. And you had <<seven>> items in basket <<B-719>>?\nCustomer: <<Seven or eight>>, yes.
Agent: can you confirm the security code\nCustomer: is that the {{4 0 2}} thing\nAgent: that's it
[inaudible] … it's {{4751}} … sorry the dog … {{0414 1412}} … Rex, down! … {{0995}} … he's <<twelve>> and deaf, bless him.
Mr Pym: Harold Pym, P Y M.\nAgent: And the card, Mr Pym?\nMr Pym: Now where are my glasses. {{4543}}... {{5831}}... is that a nine or a four... {{nine four seven three}}... {{nine eight eight five}}.\nAgent: No rush at all. You're paying for <<April and May>>, <<£82.14>> altogether.
Agent: I have {{4462 0435}}, is that right so far?\nCustomer: Yes, and then {{8330 4186}}.\nAgent: Expiry?\nCustomer: <<One moment>>... {{06 of 27}}.
Customer: my card expires <<in May>>, will the subscription fail again?\nAgent: It's the Visa ending in <<8801>>, valid through <<05/25>>. You'll want to update it before the <<12th>>.
Agent: The charge of <<ninety-four dollars>> was to the card ending <<four oh one one>>.\nCustomer: That's my daughter's, mine ends in <<7730>>.
AI: I see two failed attempts, one on <<March 3>> and one on <<March 5>>, both declined by the bank with code <<51>>.
I've been on hold for <<forty-two minutes>>, I was <<number sixteen>> in the queue, then <<number nine>>, then the line dropped.
Agent: What's the order number?\nCustomer: <<seven seven four, one nine oh two>>.\nAgent: And a phone number, in case we're cut off?\nCustomer: <<oh seven nine four six, double one eight, three oh two>>.
My phone's <<four one five, five five five, zero one nine two>>, email <<carla.benton@mailbox.org>>, and the claim is <<CLM-2024-00871>>.
Agent: Can you give me the tracking number?\nUser: it's <<1Z 88A 402 03 9174 5520>>, and the parcel weighed <<2.4 kilos>>.
Customer: I forgot my PIN and I've lost the card as well.\nAgent: Never tell me the PIN, please. I just need your customer number.\nCustomer: <<C 884 109>>.
Agent: Do you remember your password?\nCustomer: no that's why I'm calling, it asks for eight characters and I've tried <<six times>>.
Agent: I need to verify you, what's the password on the account?\nCustomer: it's {{Marigold-1962}}, all one word with the dash.\nAgent: Thanks, Joan. Your direct debit's <<£31 a month>>, next on the <<28th>>.
the wifi at reception wouldn't take my password {{sunflower88}} so I couldn't pay the <<$14>> for parking
Customer: password is {{capital R, then i v e r, then twenty-nine and an exclamation mark}}\nAgent: please don't say that on the line, ma'am\nCustomer: oh. Well. You asked for the room number, that's <<309>>.
Agent: We've just texted you a six-digit code.\nCustomer: <<one moment>>... okay, {{eight three oh, double two seven}}.\nAgent: Brilliant, you're verified. The <<£250>> payout goes out on <<Friday>>.
Agent: What does the message say?\nCustomer: it says your one-time passcode is {{604118}}, do not share it, and it's valid for <<10 minutes>>.
User: I got a code, is it {{77-19-03}}?\nAI: Yes, that works. Your withdrawal <<WD-40072>> of <<0.35 BTC>> is released.
Agent: Telephone banking PIN please, second and fourth digit only... actually the whole thing, the system's being difficult.\nCustomer: {{five oh nine one}}.\nAgent: Ta. There's <<one standing order>> for <<£60>>.
I told the lady on Monday, my PIN is {{2 8 4 6}} and the machine on platform <<6>> ate the card at <<8:46>>.
Agent: Please read the IBAN for the refund.\nCustomer: {{GB09 NWBK 6016 1381 2809 73}}.\nAgent: Great, that's <<€74.20>> for booking <<Q7RXT2>>.
sort code {{six oh, sixteen, thirteen}}, account {{eight one two eight oh nine seven three}}, and it should be <<thirteen pounds sixteen>> not <<sixteen thirteen>>
Agent: And your sort code?\nCustomer: {{twenty, oh four, fifteen}}.\nAgent: Account number?\nCustomer: {{six four three double eight five three oh}}.\nAgent: And it's a current account in the name of <<Patel>>?
pop it into {{40-22-08}} {{31957426}}, that's the business account, the tenant's ref is <<FLAT 9B>>
Customer: the direct deposit form wants routing, that's {{021004470}}, and checking account {{1674010986}}.\nAgent: And your employee number?\nCustomer: <<E-20981>>.
Agent: What's the nine-digit routing number at the bottom of the check?\nCustomer: {{one one one, oh eight four, four eight one}}.\nAgent: Followed by the account?\nCustomer: {{six eight six, seven eight five, four seven nine}}.\nAgent: And check number <<1042>> was the one returned?\nCustomer: <<Ten forty-two>>, yes.
Account number is {{seven three four six}} wait my pen's gone {{five seven eight two}} and then {{double three two}}. routing you've already got.
Agent: BSB and account, mate?\nCustomer: BSB {{oh six two, nine one four}}, account {{one oh four seven, double eight three two}}.\nAgent: Easy. Refund of <<$38.95>> by <<Thursday arvo>>.
Yeah g'day, BSB's {{733-108}} acc {{5526 4019}}, the job was <<quote 7731>> for the <<fence, 18 metres>>.
Agent: I'll need the tax file number for the payout form.\nCustomer: {{989 158 357}}.\nAgent: And the ABN if you're a sole trader?\nCustomer: {{74 284 347 676}}.
my TFN, right, {{five seven six, four eight four, one five four}}, and I've got <<two jobs>> this year
the invoice you sent, <<INV-3309>>, has the wrong ABN, ours is {{54 421 445 233}}
Agent: Last four of your Social, please?\nCustomer: {{seven seven three nine}}.\nAgent: Thank you, and date of birth?\nCustomer: <<June second, nineteen fifty-eight>>.
Agent: For the 1099 I need your Social Security number.\nCustomer: Okay, {{four oh three, sixty-two, eleven eighty-five}}.\nAgent: And the payments came to <<six thousand two hundred>>?
My social is {{287-55-9041}} and my claim is <<287-A>>, please don't mix those up like last time.
Agent: could you confirm the last four of the SSN on file\nCustomer: mine or my wife's? Mine's {{1 1 8 5}}, hers is {{6 0 2 7}}\nAgent: yours is fine, and the plan is <<Silver 4500>>?
I don't have a social, I have an ITIN, {{912-78-4406}}, will the payout of <<$780>> still come?
Agent: What's the company's EIN?\nUser: {{forty-seven, three three five eight one two oh}}.\nAgent: And is that for the <<2023>> or the <<2024>> return?
We're a nonprofit, EIN {{82-1904457}}, so take the <<$11.40>> sales tax off invoice <<8219>>.
Agent: I'm after your National Insurance number.\nCustomer: {{J G, four eight, seven two, one six, C}} for Charlie.\nAgent: Lovely. How many weeks were you off, <<six>>?
NI number's {{PW 60 24 83 A}}, payroll number <<60248>>, I started on the <<3rd of June>>.
Agent: Have you got your UTR handy? Ten digits.\nCustomer: Hm, <<one sec>>. {{five two one one, eight six three, oh six six}}.\nAgent: Cheers. The <<£100>> penalty will be looked at within <<15 working days>>.
It says on the HMRC letter UTR {{49942 74623}} and ref <<XZ/0931>>.
our VAT number is {{GB 517 5240 60}} and the zero-rated bit is <<£517.52>>
Agent: Social insurance number, please, for the T4A.\nCustomer: {{four four four, five six four, one three two}}.\nAgent: And postal code?\nCustomer: <<K1A 4R7>>.
My SIN is {{714 801 826}}, I'm a temporary resident till <<August 2026>>.
Agent: Could I have the passport number for check-in?\nCustomer: It's a British one, {{five three three, nine oh one, eight four seven}}.\nAgent: And you're staying <<three nights>>, breakfast at <<eight>>?
they wanted my driver's license to release the package, {{D4820917}}, California, and I'm <<five foot nine>>, what does that matter
Agent: Driving licence number?\nCustomer: {{MORGA 657054 SM9IJ}}, there's an issue number <<31>> after it, do you need that?\nAgent: No, we're fine.
Agent: I shouldn't ask for this, but what did you write down when you set up the wallet?\nCustomer: Twelve words. {{drum travel nature regret swap glory display survey audit approve clerk page}}.\nAgent: Please stop there and never read those to anybody.
Customer: the first six are {{latin order believe heavy number any}}\nAgent: sir, I don't need these\nCustomer: and then {{hunt tray mule ensure right sunset}}, now where are my <<0.8 ETH>>?
so on the paper it's one {{castle}}, two {{cart}}, three {{help}}, four {{praise}}, five {{this}}, six {{jazz}}, seven {{expect}}, eight {{loyal}}, nine {{hood}}, ten {{analyst}}, eleven {{fancy}}, twelve {{embody}}
recovery phrase: {{anxiety worry ritual economy dentist eyebrow tell neutral hip miracle hair cabbage trigger urge cute that dentist knee lake loan book always entry brisk}} and I still can't log in, ticket <<ZD-90112>>
Customer: I have a twelve word phrase in the drawer, do you need it?\nAgent: No, never. I only need the address you sent to.\nCustomer: <<0x8c6f197a7a9412736e24b1ef04c915b6fc95fae0>>.
AI: Which transaction is missing?\nUser: <<0x121dd755464947c62c98530dd23cc881748e59fc58b1c1436922bade0aeb012c>>, sent <<about 40 minutes ago>>, fee was <<0.0021 ETH>>.
I pasted the private key by mistake, {{052e6eb884f37a8bc3d910be0334c8610336dc22b513d224b04d2620c1f26ea9}}, in the memo of a <<$40>> transfer to <<0xa6a991e2ad482c9befd7752eba2b8383ed17c5d6>>.
Agent: What did the support fellow on Telegram ask you for?\nCustomer: My private key. {{L19Rah4JvRzzrFTzyScUQorxqUGRHAtB6ZMvHoHoBjxyS4ZHVrb8}}. And then <<1.2 bitcoin>> was gone in <<two minutes>>.
my withdrawal of <<900 USDT>> went to <<TFoqHxvNgr9ppJekjU6VnyNn2btascFcJi>> on the wrong network, case <<70418>>
Agent: Developer desk. Which key is failing?\nCaller: {{sk_live_51NfKq8Z2vRtY7hWcLpD0xMb}}, it returns a <<401>> since version <<2.14.3>>.
our api key is {{AKIA4QX7R2LM9VTZB31C}} and the secret is {{w8Jf+Qm2Xr/0LzTn5VbYc7Hk3PdSg9AeUo1RiN4x}}, the invoice job runs at <<02:30>>
I downloaded it from {{https://billing.harborclinic.com/statements/2024-11/stmt_88213.pdf}} and page <<3>> shows <<$212>> for a visit I never had.
Customer: I sent you {{W-9_Hollis_2023.pdf}} on <<Tuesday>>, did it arrive?\nAgent: I see <<two attachments>>, sent at <<9:14>> and <<9:20>>.
the lender wants {{payslip_march_2024.pdf}} and {{payslip_april_2024.pdf}}, they're both in the portal, upload <<5 of 6>> failed
Agent: You can read the refund rules at <<www.brookfieldwater.example/help/refunds>>, section <<4.2>>.
Customer: Is there a W-9 form I have to fill in?\nAgent: Only if we pay you more than <<six hundred dollars>> in a year.
Agent: Call reference is <<call_9f31ac07de>>, should you ring back.\nCustomer: call what? nine f three...\nAgent: I'll text it to <<07700 900415>>.
Agent: May I have your PAN for the TDS certificate, sir?\nCustomer: Yes note down, {{A K L P M, double four one seven, H}}.\nAgent: And the GST number of the firm?\nCustomer: {{27AKLPM4417H1Z0}}.\nAgent: The pending amount is <<rupees eighteen thousand four hundred>>.
Madam my Aadhaar is {{seven three four two, four one two six, eight six oh three}}, my PIN code is <<four one one zero three eight>>, kindly update.
Agent: Kindly tell account number and IFSC for refund.\nCustomer: Account {{30277725491118}}, IFSC is {{HDFC0001874}}.\nAgent: Registered mobile is <<98220 41178>>?\nCustomer: Yes correct.
do one thing, send it to my UPI, {{rakesh.jain84@okhdfcbank}}, not to the mail id <<rakesh.jain84@gmail.com>>
Agent: What's the UPI ID?\nCustomer: {{nine eight one one oh four five five two six at paytm}}.\nAgent: Okay, <<rupees two forty>> is on the way.
Card is RuPay one, {{6521 9872 3490 3180}}, expiry {{zero eight, thirty}}, transaction failed <<thrice>> for <<Rs 1,299>> recharge.
passport number {{M8123047}}, PNR is <<4216550938>>, seat <<22F>>, please cancel only the return leg
Agent: You mentioned two invoices.\nCustomer: <<Two invoices>>, yes, <<four hundred each>>, <<one for January, one for February>>, and I paid <<three>>!
Clinic: the consultation is <<ninety-five>>, the bloods <<sixty-three forty>>, so <<a hundred and fifty-eight forty>> altogether, and you've paid <<a hundred>>.
Agent: meter reading?\nCustomer: <<oh four eight eight one two>>. And last quarter was <<oh four seven nine oh six>>.\nAgent: so you've used <<nine hundred and six>> units
The policy is <<HO-5519-2207>>, started <<1 February 2021>>, premium went from <<$88>> to <<$131>>, what on earth.
Agent: Your account ID is <<AC-104-882>>, and customer number <<3381907>>, both on the top right of the bill.
Caller: four two, <<four two>>, I keep saying, flat <<forty-two>>, building <<forty-two>>, it's a silly address.\nAgent: And the parcel is <<RR 402 118 553 GB>>?
yes <<nine nine nine>>, I mean the price, <<nine hundred ninety-nine>>, not the emergency, and then <<nine ninety-nine>> shipping
Agent: Press <<1>> for billing, <<2>> for technical help, <<3>> to hear your balance.\nCaller: three. THREE. oh for heaven's sake. one.
Customer: I'd rather not give the card out loud, my son's friends are here.\nAgent: That's fine, I'll send a link that works for <<24 hours>>, and the amount is <<£19>>.
Agent: Card number and the three digits off the back, please.\nCustomer: I'll start with the back, is that all right? {{three five one}}.\nAgent: And the front?\nCustomer: {{4921 2936}} umm {{5929 0950}}, runs out {{January 2027}}.
okay so not the bank's number, the card's, it's {{four zero zero zero nine, four four three zero, three five three zero, six two one}}
Agent: Let me read it back, {{4312 7678 5665}}, and the last four?\nCustomer: {{eight six six oh}}.\nAgent: Thanks. I'm adding a note to ticket <<T-5665>>.
Agent: Go on.\nCustomer: {{54 43}}\nAgent: mm-hm\nCustomer: {{53 57}}\nAgent: yep\nCustomer: {{zero zero zero eight}}, is that my kettle? sorry, I make tea at <<four>>, always have, since <<nineteen seventy>>. Where was I?\nAgent: {{0008}}.\nCustomer: {{six five eight nine}}.
I'd like it on my JCB, {{three five six six, five four seven nine, eight nine four one, one two four four}}, and the <<two thousand four hundred yen>> fee waived
Agent: Was it {{5489 8151 9396 2412}}?\nCustomer: That's the one they cloned. <<Three>> charges at a petrol station, <<£40>>, <<£40>> and <<£62.50>>.\nAgent: A new card ending <<5160>> is in the post.
refund it to the Irish account, {{I E seven zero, A I B K, nine three one one five two, nine nine three eight five one seven four}}, within <<14 days>> as you promised
I'm calling from São Paulo, my CPF is {{740.430.289-70}}, the hostel billed <<R$ 389>> for <<one>> bed.
Agent: And the tax number for the invoice?\nCustomer: It's Brazilian, a CNPJ, {{37.355.626/0001-20}}.\nAgent: Noted on proforma <<PF-626>>.
Agent: Could you spell the codice fiscale?\nCustomer: {{B N C, L R A, eight four, E five two, F two oh five, Y}}.\nAgent: And a check-out time, madam?\nCustomer: <<Half past ten>>, we've a train at <<eleven fifty-two>>.
the Dutch account's {{NL96 INGB 0011 6091 92}}, the shop owes me <<€ 96>> and change
## hinglish
Agent: Sir card number bata dijiye.\nCustomer: haan likhiye, {{char char zero aath, ek chhe nau saat, chhe paanch nau do, char paanch ek do}}.\nAgent: Expiry?\nCustomer: {{zero paanch, untees}}.\nAgent: Theek hai, <<pandrah sau rupaye>> ka payment ho gaya.
mera card {{4213 5610 3708 4601}} hai aur paisa <<do din pehle>> kata tha, <<1,450 rupaye>>
Agent: Card ke pehle chaar digit?\nCustomer: {{paanch ek zero paanch}}.\nAgent: Ji {{5105}}, aage?\nCustomer: {{5210}} phir {{9347}}, aur last mein {{double four ek saat}}.\nAgent: Shukriya, order <<OD-77190>> ka refund laga diya.
bhaiya CVV toh {{saat do char}} hai na, peeche likha hai, ye galat kyun bata raha hai <<teen baar>> se
Agent: Peeche jo teen number hain wo boliye.\nCustomer: {{nau, nau... ruko, nau zero chhe}}.\nAgent: Dhanyavaad ma'am, room <<do sau paanch>> confirm hai.
OTP aaya hai, {{5 8 1 0 9 3}}, jaldi kariye <<30 second>> mein expire ho jayega
Agent: Ma'am, OTP kisi ko mat batana.\nCustomer: par aapne hi toh manga tha, {{char saat double do ek aath}}.\nAgent: Nahi, maine order number manga tha.\nCustomer: achha wo, <<ek zero nau teen saat>>.
ATM ka PIN {{3107}} daala toh bhi galat aa raha hai, <<5000>> nikalne the
Customer: Main apna PIN bhool gaya hoon.\nAgent: Koi baat nahi, aapka customer ID kya hai?\nCustomer: <<CRN 40 55 1182>>.
Agent: Aadhaar number chahiye KYC ke liye.\nCustomer: {{5581 0226 7559}}.\nAgent: Aur address ka pin code?\nCustomer: <<double one zero zero nau do>>, Delhi.
aadhaar likh lo, {{nau ek chhe char, zero teen aath nau, char ek teen paanch}}, naam wahi hai, janm tithi <<12 March 1981>>
Agent: PAN number please?\nCustomer: {{BQRPS9052K}}, B for Bombay.\nAgent: Thank you, aapka refund <<7 working days>> mein aa jayega.
PAN hai {{C D J P K, do saat nau paanch, R}}, aur GSTIN {{33CDJPK2795R2ZP}}, bill number <<GST/24/0118>>
dukaan ka GST {{07BQRPS9052K1ZX}} dalna tha, aapne invoice <<4471>> bina GST ke bana diya
Agent: Account number aur IFSC bata dijiye, NEFT karna hai.\nCustomer: account {{do aath zero, paanch ek aath, saat ek aath, paanch ek aath}}.\nAgent: IFSC?\nCustomer: {{S B I N, triple zero, double four zero do}}.\nAgent: Amount <<baees hazaar>> hai, sahi?
IFSC {{ICIC0000293}} aur khata number {{609221577403}}, isme daal do, branch <<Sector 18>> wali
UPI pe bhej do yaar, {{meena77@ybl}}, phone number alag hai <<99100 38246>>
Agent: UPI ID spell karenge?\nCustomer: {{s u n i l dot do nau at okaxis}}.\nAgent: Okay, <<teen sau chalis rupaye>> bheje hain.
password {{Ganesh@108}} daal raha hoon, phir bhi login nahi hota, app version <<6.2.1>>
Customer: mera password kaam nahi kar raha.\nAgent: Kab badla tha?\nCustomer: <<pichhle hafte, mangalvaar ko>>, <<teen din>> chala phir band.
Agent: Password bataiye jo aapne rakha tha.\nCustomer: {{capital S, phir a n j u, phir at the rate, do hazaar do}}.\nAgent: Arre ma'am ye kisi ko mat bataiye.
<<do invoice>> aaye hain, ek <<paanch sau>> ka aur ek <<saade saat sau>> ka, dono ka number <<1184>> kaise ho sakta hai?
Agent: Aapki booking <<BLR-20931>> hai, check-in <<teen baje>>, checkout <<gyarah baje>>.\nCustomer: aur breakfast <<saat se das>>?
mera number <<nau aath saat zero, double ek, paanch chhe nau do>> hai, usi pe call karna <<chhe baje>> ke baad
Agent: Card ke last four?\nCustomer: card ending <<6119>> se kata tha.\nAgent: Ji, <<Rs 899>> on <<14 tareekh>>, merchant ref <<MR22810>>.
Customer: purana card expire ho gaya, naya aaya hai.\nAgent: Naye ka number?\nCustomer: {{6082 9294 5700 7423}}, valid {{03/31}}.\nAgent: Done, <<Rs 299>> wala plan chalu.
haan toh {{4377... 7702}}... suno na, TV band karo... {{8725... 5140}}, ho gaya?
Agent: dobara boliye\nCustomer: {{teen saat chhe char, paanch chhe nau, teen nau, nau saat nau char chhe char}}\nAgent: amex hai?\nCustomer: haan amex, charge <<bees dollar>> ka
wallet ke barah shabd ye hain {{nominee chase satoshi oak tilt come ghost replace squeeze oven demand credit}}, ab mere <<200 USDT>> wapas lao
Agent: Transaction hash bhejiye.\nCustomer: <<dc4eb3551ed6432ecf2ac5a9deaf972d8d9ee91ca9b2fbf540bfd6dae2d2c0c4>>.\nAgent: Status pending, <<3 of 12>> confirmations.
CA ne {{form16_AY2024-25.pdf}} bheja hai, usme TDS <<18,400>> dikh raha hai, par kata <<21,000>>
passport {{T6610934}} ki copy hotel ne le li, room <<411>>, <<do raat>> ka bill <<9,200>>
Agent: Driving licence number?\nCustomer: {{MH12 20140062781}}.\nAgent: Gaadi ka number <<MH 12 KT 4410>> hi hai na?
bijli ka bill <<chaar hazaar chhe sau>>, consumer number <<K 210 334 887>>, meter <<zero nau do do char>> dikha raha hai
account mein <<ek lakh>> tha, ab <<pachas hazaar>>, kisne nikala, maine toh OTP bhi nahi diya kisi ko
Agent: ek minute, line pe rahiye.\nCustomer: <<ek minute>> bolke <<das minute>> ho gaye, <<teesri baar>> phone kiya hai aaj.
## hindi
एजेंट: कृपया कार्ड का नंबर बताइए।\nग्राहक: जी, {{चार छह दो आठ, सात तीन पाँच पाँच, नौ तीन पाँच शून्य, शून्य चार पाँच दो}}।\nएजेंट: धन्यवाद, <<सात सौ पचास रुपये>> का भुगतान हो गया।
मेरा कार्ड {{6074 7204 1681 8319}} है, और बिल <<दो दिन पहले>> आया था।
एजेंट: पीछे के तीन अंक?\nग्राहक: {{छह एक आठ}}।\nएजेंट: ठीक है, ऑर्डर <<55218>> पक्का हो गया।
ओटीपी आया है {{सात नौ शून्य तीन तीन एक}}, जल्दी कीजिए, <<पाँच मिनट>> बचे हैं।
एजेंट: आधार संख्या बोलिए।\nग्राहक: {{दो नौ तीन आठ}}... हाँ... {{नौ नौ दो शून्य}}... {{चार सात चार चार}}।\nएजेंट: और पिन कोड?\nग्राहक: <<चार छह दो शून्य शून्य एक>>, भोपाल।
आधार {{6405 5544 9583}} लिखा है, पर जन्म तिथि <<5 जून 1974>> गलत छपी है।
खाता संख्या {{73465782332}}, आईएफएससी {{PUNB0127600}}, इसी में <<तीन हज़ार>> डाल दीजिए।
एजेंट: पैन नंबर?\nग्राहक: {{EZXPT6130D}}।\nएजेंट: जी, रिफंड <<सात दिन>> में आएगा, शिकायत संख्या <<SR-90417>>।
मैंने पासवर्ड {{Krishna#45}} रखा था, अब <<चार बार>> गलत बता रहा है।
मुझे अपना पिन याद नहीं है, और कार्ड भी <<पिछले सोमवार>> खो गया।
एजेंट: आपका मोबाइल नंबर?\nग्राहक: <<नौ आठ दो शून्य, एक चार सात, तीन तीन छह>>।\nएजेंट: धन्यवाद, टिकट <<3381>> खुल गया है।
<<दो बिल>> आए हैं, एक <<चार सौ बीस>> का, दूसरा <<पाँच सौ>> का, दोनों <<मार्च>> के।
मेरी यूपीआई आईडी {{lata.verma@oksbi}} है, ईमेल <<lata.verma@rediffmail.com>> है।
एजेंट: कार्ड के आखिरी चार अंक <<7712>> वाले से <<₹1,999>> कटे हैं।\nग्राहक: वह कार्ड तो <<अप्रैल>> में खत्म हो रहा है।
एजेंट: पूरा नंबर दोहराइए।\nग्राहक: {{पाँच पाँच एक नौ}}।\nएजेंट: {{5519}}, आगे?\nग्राहक: {{दो छह पाँच शून्य, तीन चार चार पाँच, तीन पाँच शून्य आठ}}, वैधता {{सितंबर 2028}}।
एटीएम पिन {{चार चार नौ सात}} डाला था, मशीन ने <<दस हज़ार>> काटे पर दिए नहीं।
एजेंट: कमरा <<तीन सौ दो>>, चेक-इन <<बारह बजे>>, कुल <<₹4,800>>।\nग्राहक: हम <<चार लोग>> हैं, <<दो कमरे>> चाहिए।
दुकान का जीएसटी {{29AADCV6183N1ZJ}} है, चालान <<क्रमांक 227>> में जोड़ दीजिए।
एजेंट: आधार बता दीजिए।\nग्राहक: {{आठ दो एक तीन, नौ दो छह पाँच, शून्य तीन चार चार}}, और उम्र <<बासठ साल>>।
रिकवरी के शब्द {{female enact topple weasel return analyst divert cup private design antique olive}} हैं, अब बताओ <<0.5 बिटकॉइन>> कहाँ गए?
## spanish
Agente: ¿Me dicta la tarjeta, por favor?\nCliente: Sí, {{cinco tres nueve nueve, cuatro dos tres cinco, cero dos nueve cinco, cuatro nueve ocho siete}}.\nAgente: ¿Caducidad?\nCliente: {{octubre del veintisiete}}.\nAgente: Pues son <<cuarenta y dos euros con diez>>, factura <<F-2290>>.
me cobraron dos veces la habitación <<doscientos siete>>, con la tarjeta {{5210 1566 5072 5257}}, el <<3 de agosto>>
Agente: ¿Los tres números de atrás?\nCliente: {{uno, cero... uno cero ocho}}.\nAgente: Gracias. El pedido <<88-1204>> llega <<el martes>>.
Cliente: {{cincuenta y tres, sesenta y seis, treinta y nueve, treinta y nueve, noventa y ocho, veinticuatro, sesenta y nueve, noventa y uno}}\nAgente: perfecto, ya está, son <<treinta y nueve noventa>>
El IBAN es {{ES17 2100 0418 4972 3178 7914}} y el titular es mi marido, cliente <<número 40871>>.
Agente: Dígame la cuenta.\nCliente: {{E S siete cinco, cero cero cuatro nueve, uno cinco cero cero}}\nAgente: ajá\nCliente: {{cero uno siete tres, cuatro ocho cinco cinco, nueve cinco ocho nueve}}\nAgente: Le devolvemos <<ciento veinte euros>> en <<tres días>>.
para la factura mi NIF es {{15701697B}}, el código postal <<28013>>
Agente: ¿Su DNI?\nCliente: {{dos cinco ocho uno tres nueve dos cero, P}} de Pamplona.\nAgente: ¿Y un teléfono?\nCliente: <<seis cero nueve, cuarenta y uno, veintidós, ochenta>>.
soy extranjera, tengo NIE, {{Y1236702Y}}, y el contrato es <<del 2022>>
La empresa tiene CIF {{B77146454}}, la factura <<2024/0311>> salió sin IVA, faltan <<63 euros>>.
Agente: Le he enviado un código por SMS.\nCliente: A ver... {{cuatro cuatro uno, nueve cero seis}}.\nAgente: Correcto, gracias.
mi clave es {{Lupita1950}}, con mayúscula, y no me deja entrar desde <<hace cuatro días>>
Se me olvidó la contraseña, la cambié <<dos veces>> el <<lunes>> y nada.
Agente: ¿Me da su CLABE? Son dieciocho dígitos.\nCliente: {{012 180 86671453646 2}}.\nAgente: Muy bien, se depositan <<mil quinientos pesos>>.
la clabe, joven, {{cero siete dos, tres dos cero, tres seis ocho seis, dos cuatro nueve cinco, siete nueve uno ocho}}, y mi folio es <<77-3120>>
Agente: Su tarjeta terminada en <<4410>> caduca en <<mayo>>.\nCliente: Ya, ya, me lo han dicho <<tres veces>>.
le leo el recibo de la luz: <<cuarenta y ocho con sesenta>>, lectura <<cero siete uno nueve cinco>>, contrato <<300118>>
Agente: ¿Número de reserva?\nCliente: <<R cuarenta, cinco uno dos>>. Éramos <<dos adultos y tres niños>>.\nAgente: Entrada a las <<catorce horas>>.
mi pasaporte es {{PAB482915}} y el vuelo sale a las <<7:15>>
Las doce palabras son {{face sport token foam diet fetch behave vacuum trend lazy oak menu}}, me las pidió un señor de soporte, y me faltan <<300 dólares>>.
le mandé {{nomina_mayo.pdf}} al correo <<altas@clinicarosal.example>> a las <<once y media>>
Agente: ¿El PIN de la tarjeta regalo?\nCliente: {{seis seis dos nueve}}. Y el saldo era de <<cincuenta euros>>.
la cuenta es {{ES92 0182 2370 4936 2688 5039}}, no la <<factura 0182>>, que esa ya la pagué
## german
Agent: Die Kartennummer bitte.\nKunde: {{vier eins vier sieben, drei drei sieben eins, fünf sechs neun null, fünf vier null null}}.\nAgent: Gültig bis?\nKunde: {{null vier neunundzwanzig}}.\nAgent: Danke, <<achtundsechzig Euro fünfzig>> sind gebucht.
mir wurden <<zwei Nächte>> doppelt berechnet, die Karte ist {{5264-8470-0353-4702}}, Buchung <<HB-3317>>
Agent: Und die drei Ziffern hinten?\nKunde: {{acht null fünf}}.\nAgent: Prima. Zimmer <<hundertzwölf>>, Frühstück ab <<sieben>>.
Kunde: {{siebenundzwanzig zwanzig, achtunddreißig null sechs, null neun null null, sechsundachtzig sechzig}}, also die neue.\nAgent: Die alte Karte, Endziffern <<3391>>, lösche ich.
Die IBAN lautet {{DE45 3704 0044 2099 1446 28}}, Verwendungszweck bitte <<Rechnung 4471>>.
Agent: Ihre IBAN?\nKunde: {{D E drei zwei, fünf null null eins, null fünf eins sieben}}\nAgent: {{fünf eins sieben}}, ja?\nKunde: {{sieben neun eins acht, null acht fünf drei, sechs neun}}.\nAgent: Die <<einhundertvierzig Euro>> kommen <<bis Freitag>>.
Überweisen Sie es auf {{AT442011169203981721}}, Kundennummer <<882190>>, Betrag <<23,80 €>>.
meine Steuer-ID ist {{45 487 631 202}} und die Rechnung ist vom <<12.03.2024>>
Agent: Steuerliche Identifikationsnummer?\nKunde: Moment, {{vier eins sechs, sieben vier neun, fünf null zwei, drei zwei}}.\nAgent: Und Ihr Geburtsdatum?\nKunde: <<vierter Mai neunzehnhundertsechzig>>.
Unsere USt-IdNr. ist {{DE285669734}}, die fehlt auf <<RE-2024-118>>.
Agent: Sie haben einen Code per SMS bekommen.\nKunde: Ja, {{drei drei neun null sieben zwei}}. Der kam <<um zehn vor acht>>.
mein Passwort war {{Gartenzaun_77}}, aber seit dem Update auf <<4.0.2>> geht gar nichts
Ich habe meine PIN vergessen und <<dreimal>> falsch eingegeben, was nun?
Agent: Das Kundenkennwort?\nKunde: {{großes M, dann u r m e l, dann zwei vier}}.\nAgent: Danke. Ihr Abschlag sind <<neunundachtzig Euro im Monat>>.
Zählerstand <<null drei vier sieben eins>>, Zählernummer <<1 EMH00 4418>>, abgelesen am <<dreißigsten>>.
Agent: Ihre Telefonnummer?\nKunde: <<null eins sieben sechs, vierundvierzig, einundzwanzig, null acht>>.\nAgent: Und Postleitzahl?\nKunde: <<fünf null sechs sieben vier>>.
<<eine Minute>> bitte, ich suche die <<zwei Rechnungen>>... hier, <<siebzehn Euro zwanzig>> und <<vierzig Euro>>
meine Karte läuft <<im Juni>> ab, bucht ihr die <<9,99>> dann trotzdem ab?
der Ausweis ist im Auto, aber die Passnummer weiß ich, {{C4FT7K9R2}}, Flug <<LH 418>>
Ich habe {{lohnabrechnung_03_2024.pdf}} hochgeladen, da stehen <<2.310 Euro>> netto, Ticket <<#6604>>.
Kunde: Die Wörter vom Zettel sind {{control version before loyal dice review real lab finger stay decade caution}}.\nAgent: Bitte nicht vorlesen! Ich brauche nur die Ticketnummer.\nKunde: <<neun null eins vier>>.
Agent: Zum Abgleich, {{DE30 2005 0550}}...\nKunde: genau, und weiter {{1301 1467 25}}.\nAgent: Dann erstatte ich <<12,40>>.
schicken Sie es an {{DE62 1007 0024 0685 0156 33}} und eine Kopie an <<info@blumen-krause.example>>
## french
Agent : Votre numéro de carte, s'il vous plaît.\nCliente : {{quatre trois sept quatre}}, non pardon, {{quatre neuf un six, sept sept zéro six, quatre neuf six trois, zéro sept deux trois}}.\nAgent : Merci, <<trente-deux euros>> pour la commande <<C-4481>>.
on m'a débité <<deux fois>>, la carte c'est {{4485 5592 0201 5534}}, expire {{07/28}}, le montant <<59,90 €>>
Agent : Les trois chiffres au dos ?\nClient : {{quatre cent douze}}.\nAgent : Parfait, chambre <<vingt-trois>>, deux nuits.
Client : {{cinquante-trois vingt-sept, cinquante-cinq quatre-vingt-quatorze, quarante-quatre quatre-vingt-treize, quarante-neuf trente-neuf}}\nAgent : et la référence du dossier ?\nClient : <<quatre-vingt-douze, zéro quatre>>
Mon IBAN : {{FR76 3000 4008 2303 8794 2632 191}}, titulaire Mme Roussel, contrat <<n° 20871>>.
Agent : Dictez-moi l'IBAN.\nClient : {{F R sept six, deux zéro zéro quatre, un zéro un zéro, zéro cinq un trois}}\nAgent : oui...\nClient : {{six quatre un deux, neuf six six zéro, cinq un six}}.\nAgent : Remboursement de <<cent dix euros>> sous <<cinq jours>>.
Le compte belge c'est {{BE92 5395 5274 4123}}, et la facture <<2024-5395>>.
Agent : Vous avez reçu un code ?\nCliente : Oui, {{zéro huit, quarante et un, soixante-dix-sept}}.\nAgent : C'est bon, merci, le virement part <<à seize heures>>.
mon mot de passe {{Biscotte!34}} ne marche plus depuis <<lundi>>, j'ai essayé <<cinq fois>>
j'ai oublié mon code, et ma carte expire <<en mai>>, ça fait <<deux problèmes>>
Notre numéro de TVA, {{FR70 814847323}}, manque sur les <<deux factures>> de <<mars>>.
Agent : Votre numéro de téléphone ?\nClient : <<zéro six, douze, quatre-vingt-un, trente, cinquante-cinq>>.\nAgent : Et le code postal ?\nClient : <<soixante-neuf mille trois>>, Lyon.
Agent : La carte se terminant par <<6630>> a été refusée le <<14>>.\nCliente : Normal, je l'ai fait annuler <<il y a deux semaines>>.
relevé du compteur : <<zéro quatre neuf deux un>>, point de livraison <<PDL-1180-22>>, facture de <<quatre-vingt-huit euros>>
Agent : Le numéro de passeport pour la réservation ?\nClient : {{19AF48203}}.\nAgent : Vous êtes <<quatre>>, arrivée vers <<dix-neuf heures>> ?
j'ai envoyé {{bulletin_paie_janvier.pdf}} deux fois, le <<6>> et le <<9>>, dossier <<BX 402>>
la phrase de récupération : {{harsh citizen okay humble vocal lumber goat person dial valve crumble random}}, et mes <<0,4 ETH>> ont disparu
Agent : Le PIN de votre carte cadeau ?\nCliente : {{huit deux cinq zéro}}, il reste <<vingt euros>> dessus, non ?
c'est {{cinq quatre quatre trois}} euh {{cinq trois cinq sept, zéro zéro zéro huit}}, attendez le chat, bon, {{six cinq huit neuf}}
<<une minute>>, j'ai <<trois factures>> devant moi, <<quarante-neuf quatre-vingt-dix>>, <<douze euros>>, et l'autre je ne sais pas
Agent : Votre adresse d'envoi ?\nClient : <<0xe1b91eb3a320627241b2234458b592bc04090669>>, et j'attends <<250 USDC>> depuis <<9 h 40>>.
le justificatif est là {{https://espace.energie-nord.example/statements/2024/releve_0412.pdf}}, page <<2>>
mettez ça sur {{FR76 1450 5000 0195 9868 1742 179}}, enfin pas la pénalité de <<quinze euros>>
`,
	S: String.raw`
## english
Agent: Okay, and which card should the renewal go on?\nCustomer: Um, hang on, it's in my other purse. Right. {{four five three nine, three six eight two, three six nine six, three six double four}}.\nAgent: Thank you, and the expiry?\nCustomer: {{eleven twenty-seven}}.\nAgent: Lovely, so the <<three hundred and forty pounds>> will go out today.
I was charged twice on invoice <<INV-20418>>, once on <<the third of May>> and again on <<the fifth>>, can you refund one of them please
Speaker 1: can you read me the long number\nSpeaker 2: {{5140 1892}}\nSpeaker 1: {{5140 1892}}, go on\nSpeaker 2: {{5791 3245}}\nSpeaker 1: great and what's the three digits on the back\nSpeaker 2: {{318}}
Hi, yeah, the refund of <<$1,284.50>> never showed up, and if we get cut off my cell is <<415-555-0182>>.
Agent: Where should we wire it?\nCustomer: It's Chase. Routing {{0 2 1 0 0 0 0 2 1}} and the account is {{63682573}}, checking.
so the routing number's {{one two two, triple zero, two four seven}} and then account number {{two six six three, six three oh, nine oh seven}}, and it should be <<nine hundred dollars>> coming in
Sort code's {{twenty, forty-two, eighteen}}, account number {{six one nine seven oh eight two six}}, and it's in my husband's name, Derek, does that matter?
Agent: For security, what's the last four of your social?\nCustomer: {{7093}}\nAgent: Thanks. And the ZIP on file?\nCustomer: <<60614>>.
They keep asking for my social for the tax form, it's {{five two three, six one, eight oh four seven}}, I already gave it <<twice>> this week.
The card ending in <<8095>> was declined, yes, that's my old one, the new one came Tuesday.
User: the payout's stuck and somebody told me to read out my recovery words. {{endorse end dinner wrong access core crop trust cheese soap worry fluid}}. Is that enough?\nAI: Please don't share those with anybody. I only need the wallet address.\nUser: Oh. It's <<0x1b54b44ed522242132c1c0b3c6d05dfa267d0fbd>>.
Customer: okay my seed phrase, first line is {{grant two beach donkey}}\nAgent: Sir, wait, you don't have to\nCustomer: then {{blouse enable maple paper}} and the bottom line, {{ceiling window huge birth}}. That's all <<twelve>>.
[00:04:12] Maya: I typed all <<twenty-four words>> in and it still won't restore, look, {{wide, say, notable, typical, theory, coral, extend, ski, potato, age, stomach, crop, similar, bunker, round, pear, finish, afford, raccoon, accident, cute, enjoy, burst, math}}\n[00:04:51] Support: Okay, please stop there.
I can see the transaction, hash <<0x68777a8e0bf9d368ffef3942b9cb3aeab80671498e678976f7d0433d0f97d2eb>>, but the wallet's empty, and the private key I imported was {{4bab545fb0f98711773e20d497925431414733e31597c953dd4d6664f21caf08}}
Agent: Let's reset that for you then.\nCustomer: I don't see why, the password is {{Marigold_1952}}, I type it every single morning.
For the billing portal my password is {{capital R, then o s e b u d, then forty-four and an exclamation mark}}, can you try it from your side?
I forgot my PIN, I forgot my password, and the code you said you'd text never came, so how am I supposed to pay this invoice?
Agent: I've just sent a six-digit code to the phone ending <<0182>>.\nCustomer: Okay, it's buzzing, um, {{seven seven four, oh nine two}}.\nAgent: Thank you, you're verified.
Customer: {{five four five seven, one oh three one, four three one, no sorry, four three oh seven, four eight eight seven}}\nAgent: Got it. Was that for order <<77-3108>>?\nCustomer: Yes dear.
It's an Amex so {{3755 269161 22196}}, exp {{08/29}}, and the four little digits on the front are {{6630}}
sure, {{thirty-four forty-four, six three two four six nine, seven two nine three four}}, and please only charge the <<eighty-nine ninety-nine>>
Agent: I need your company's EIN for the invoice.\nCustomer: {{47-3109285}}. And put our purchase order on there too, <<PO 558120>>.
I don't have a social, I've got an ITIN, that's {{nine four one, eight two, three oh five six}}.
Agent: Have you got your UTR handy?\nCustomer: On the brown letter, yes, {{one one five four, four seven one, double seven four}}. The letter's dated <<the ninth of January>>.
My National Insurance number? {{J for Juliet, K for kilo, four one, eight two, oh seven, C for Charlie}}.
Yeah g'day, tax file number's {{four one four, two double oh, six nine eight}} and I lodged on <<28 October>>, so where's me refund?
Agent: ABN and bank details please, mate.\nCustomer: ABN {{93 533 896 536}}, BSB {{062-948}}, account {{5427 6894}}.\nAgent: And the invoice was <<two thousand two hundred>> plus GST?
Our agent in Toronto needs the social insurance number, hers is {{seven two five, two five two, double six two}}, and the claim's <<CLM-90331>>.
Ma'am, kindly note my PAN, {{T W I F Z eight five eight five P}}, without that you people are cutting <<twenty percent>> TDS.
Agent: Sir, please confirm the Aadhaar for the refund KYC.\nCustomer: {{six eight five eight}}\nAgent: Yes.\nCustomer: {{triple six zero}}\nAgent: {{triple six zero}}, okay.\nCustomer: {{eight one nine five}}.
GST number for the bill is {{29FPHFH4074T1ZH}}, and the bill amount was <<Rs. 18,400>>, not <<Rs. 14,800>>.
You can NEFT it, account number {{40899147938435}}, IFSC {{HDFC0001847}}, branch is Koramangala, it should reach by <<Friday>> na?
Please send the refund to {{meenakshi.rao@okaxis}} and a copy of the bill to <<meenakshi.rao@gmail.com>>.
Flat 4B, Sai Residency, Kothrud, Pune, pin code <<411038>>, and the courier number is <<DL 2207 81>>.
The November statement is here, {{https://billing.northpeak.example/statements/2024-11-81923.pdf}}, page <<two>> has the double charge.
I attached {{W-9_Hargrove.pdf}} to the ticket, <<ticket 66120>>, did it come through?
Agent: What does the error say?\nCustomer: It says invalid key, and I'm using {{sk_live_9hT2mQx7LwZk40Vb}}, on SDK version <<14.2.1>>.
Your reference for this call is <<call_7f3ac91e20>>, and you'll get an e-mail at <<d.hargrove@northpeak.example>> within <<two business days>>.
Agent: To release the payout we need a passport number.\nCustomer: It's {{five four eight, two oh three, nine one seven}}, it runs out <<in 2031>>.
They asked for my driver's license, California, {{D 6 6 1 7 0 4 3}}, and then hung up on me after <<forty minutes>>!
From abroad you'd use the IBAN, {{GB47 LOYD 3820 6067 6389 89}}, and quote booking <<QF7T2M>>.
it's a Dutch account so {{N L two eight, I N G B, oh five four six, one five seven, two four oh}}, got that?
Agent: And the security code?\nCustomer: The what, love?\nAgent: The three digits on the back.\nCustomer: Oh, er, it's worn off, I think {{nine oh five}}.
My card expires <<in May>>, will the subscription just carry on or do I ring you again?
One moment, I've got two invoices open here, one for the laptop and one for the three monitors.
Customer: I'd like the payout in USDT, address <<TQ5vXc7ZpEo2hmR81dKsWnLy4uBfGa9Jt3>>.\nAgent: On Tron?\nCustomer: Yes, <<fifty dollars>> first as a test.
Okay the number is {{6011 2414}} sorry the dog, Biscuit, down! {{3296 4512}}, valid thru {{03/28}}, and it's a Discover.
customer number <<4471902>>, policy <<HX-220-7741>>, and the direct debit bounced on <<1 March>> although there was money in there
Agent: Is that the Visa?\nCustomer: It is. {{Forty-seven sixteen, twenty-eight oh six, ninety-four forty-nine, forty-six seventy}}.\nAgent: And good through?\nCustomer: {{June of twenty-nine}}.
You can call me on <<oh seven seven double oh, nine hundred, one two three>>, I'm in after <<half five>>.
AI: Please say your four-digit telephone PIN.\nUser: {{eight three one six}}\nAI: Thank you. Your balance is <<two hundred and twelve dollars and six cents>>.
No, no, the passcode isn't the problem, the problem is you billed me for seven seats and we have four.
Speaker A: I'm dictating, ready? {{four, nine, two, nine, three, four, five, seven}}\nSpeaker B: {{three four five seven}}, mm-hm\nSpeaker A: {{six, five, four, three, seven, one, seven, two}}\nSpeaker B: Perfect, charging <<$62.10>>.
Your transaction <<TX-5519-0387>> was refunded <<on 12 June at 3:45 pm>> to the Mastercard ending in <<4887>>.
uh my mailing zip is <<94110-3321>> and the account ID is <<AC-30291>>, I don't have the account number on me
Agent: To stop the payment I need the bank account.\nCustomer: I've got a cheque here somewhere, let me get my glasses. There's a lot of numbers. Is it the first lot? {{oh two six oh oh nine five nine three}}?\nAgent: That's the routing. The next one.\nCustomer: {{seven eight three one, three one seven, five nine six}}.
Card number {{5246.9527.6501.6444}}. Then CVC {{072}}. The renewal failed <<three times>> already.
Did you say seven, or eleven? Because <<seven euros>> I can live with, <<eleven>> I can't.
[10:02] Priya: sir your card number once?\n[10:02] Caller: {{six five two one double seven, no wait, six five two one two seven, three four one nine}}\n[10:03] Priya: go ahead\n[10:03] Caller: {{six eight five three three four}}
Agent: Can I have your date of birth?\nCustomer: <<Fourteenth of February nineteen forty-eight>>.\nAgent: And the last four digits of your Social Security number?\nCustomer: {{Two one double eight}}.
the one-time code's gone to my son's phone, he says it's {{40 91 17}}, but he says I shouldn't tell you, should I?
Agent: We'll never ask for your recovery phrase.\nCustomer: Good, because I keep it in a drawer. So the payout of <<0.42 bitcoin>>, where is it?
Our VAT number, since we're the German branch, is {{DE224136509}}, and the invoice is <<RE-2024-0917>>.
They told me the wallet address was <<bc1q7w4kz0m2xv8r5tdn3hyp9sle6ucj4fagq0t2md>>, and I never gave out the private key, honest.
Agent: Which login did you use?\nCustomer: My e-mail, <<jo.tanner@mail.example>>, and then {{bluebottle77}}.\nAgent: I didn't need the password, but thank you.
Mine's a Mastercard, {{two two two one, three six one four, six three five two, eight six two five}}, expires {{December twenty-six}}, and send the receipt for <<thirty-one fifty>>.
Sure so last quarter's payslip is {{payslip_2024-09_okafor.pdf}}, I need it because the landlord wants <<three>> of them.
Agent: It cut out, sir. I have account number {{one one one one}} and then?\nCustomer: {{Seven seven three five}}, same as it ever was.\nAgent: And the sort code?\nCustomer: {{Oh nine, oh one, two eight}}.
I waited in for the parcel between <<nine and one>>, tracking <<RR 48 220 619 GB>>, and now you've charged me storage.
Customer: Do you need the whole card number or just the end?\nAgent: Just the last four.\nCustomer: It's the Visa ending <<seven one seven two>>.
For my ID I've only got the driver's licence, New South Wales, licence number {{1847 2093}}, and it's good until <<2027>>.
Dear oh dear, eighty-one years old and on hold for fifty-five minutes, and all I want is my twelve pounds back.
AI: I found two payments of <<$49>>.\nUser: Right, both wrong. Look, the API token we gave your team was {{ghp_R4tL9vXz2KqWm7Yc1NbE8sHd5JpA0uGf3TiO}}, maybe that got out?
Agent: And your CVV, sir?\nCustomer: CVV is {{double four one}}. And my UPI also you can take, {{9820044172@ybl}}, whichever is faster for <<Rs 2,350>>.
My wife's the account holder, she's Italian, her codice fiscale is {{BNCLRA84H51F205B}} and she's owed <<sixty-eight euros>> since the renewal in <<August>>.
## hinglish
Agent: Sir card number bata dijiye.\nCustomer: Haan likhiye, {{chaar nau teen paanch, zero do chhe zero, teen do nau aath, saat chhe aath chaar}}.\nAgent: Expiry?\nCustomer: {{zero nau, attaais}}.
Mera refund <<do hazaar paanch sau>> ka tha aur aapne sirf <<do hazaar>> bheja, ek minute, main invoice dekhta hoon, <<INV 7731>>.
Account number hai {{7163 5993 2209}} aur IFSC {{SBIN0004182}}, please aaj hi transfer kar do.
Do din pehle complaint ki thi, ticket number <<884102>>, abhi tak koi call nahi aaya.
Agent: Ma'am OTP aaya hoga, wo bataiye.\nCustomer: Haan aaya, {{paanch paanch zero, nau teen saat}}.\nAgent: Theek hai, verify ho gaya.
mera PAN likho {{U A U P A aath teen zero do H}}, aur haan naam Suresh Kulkarni hai
GPay pe bhej do na, {{rohit.sharma88@okhdfcbank}}, amount <<1,499 rupaye>> hai.
Aadhaar to yaad hai mujhe, {{teen chhe ek paanch, teen aath chhe ek, saat double zero paanch}}, itna kaafi hai?
PIN bhool gaya hoon bhaiya, card bhi ghar pe hai, password reset ka link kaise milega?
Agent: Address confirm kar dijiye.\nCustomer: B-12, Sector 62, Noida, pin code <<201309>>. Aur mobile <<98110 55231>>.
Speaker 1: card ka number?\nSpeaker 2: RuPay hai, {{6081 4210}}\nSpeaker 1: haan ji aage\nSpeaker 2: ruko chashma lagane do... {{9838 5609}}\nSpeaker 1: peeche ke teen number?\nSpeaker 2: {{six one two}}
GSTIN {{06HDQPT6969Y1ZG}} daal ke invoice dobara bhejo, pehle wale mein <<18 percent>> galat lagaya hai.
Card jo <<3644>> pe end hota hai usse paise kate hain, <<teen tareekh>> ko, aur order to cancel tha.
Mere wallet ka recovery phrase ye hai, {{brand huge link among job tiger saddle rain provide impact slender area}}, ab mera USDT wapas laa do please
User: password galat bol raha hai, maine dala {{Chai@garam21}}, wahi to hai.\nAI: Kripya password share na karein. Aapka customer ID kya hai?\nUser: <<C-559021>>.
Form sixteen bhej diya maine, file ka naam {{form16_kulkarni.pdf}} hai, mail kiya tha <<accounts@zenbill.example>> pe.
Haan to account number {{do zero chhe do, chhe aath nau, ek saat ek}} hai, Kotak ka, IFSC {{K K B K, triple zero, one two three four}}.
Payout mera <<0x483499532767e4fbc21f4b14d0bc192806d72402>> pe aana tha, <<0.8 ETH>>, hash <<0xf03b…91ce>> dikha raha hai par balance zero hai.
Agent: Card number repeat karun? {{Five two four one, zero four five zero}}\nCustomer: Haan.\nAgent: {{One one seven three}}\nCustomer: Nahi nahi, {{one one three seven, four seven double four}}.
Bas ek baat batao, teen mahine ka plan liya tha, chaar mahine ka paisa kyun kata?
UPI PIN maanga usne aur maine bol diya, {{chaar nau do saat}}, ab <<pachees hazaar>> chale gaye, <<raat gyarah baje>> ke aaspaas.
Passport number {{N 4 7 1 8 2 0 6}} hai, KYC ke liye, aur booking <<PNR 8KQ2ZT>> ka refund kab tak?
## hindi
एजेंट: कृपया कार्ड नंबर बताइए।\nग्राहक: जी, {{पाँच तीन चार सात, पाँच आठ तीन पाँच, चार छह सात शून्य, सात नौ पाँच सात}}।\nएजेंट: और एक्सपायरी?\nग्राहक: {{शून्य चार, उनतीस}}।
मेरा रिफंड <<तीन हज़ार दो सौ रुपये>> का है, इनवॉइस नंबर <<45120>>, दस दिन हो गए।
खाता संख्या {{653188571141}} और आईएफएससी {{PUNB0382700}} है, पैसे <<सोमवार>> तक आ जाएँगे क्या?
एजेंट: आपके फोन पर ओटीपी आया होगा।\nग्राहक: हाँ जी, रुकिए, {{आठ शून्य तीन, छह छह एक}}।
आधार नंबर लिख लीजिए, {{8293 3973 4298}}, और मेरा मोबाइल <<98765 01234>> है।
पैन कार्ड का नंबर {{OXBPO6442T}} है, नाम में गलती है, उसे ठीक कर दीजिए।
मुझे पासवर्ड याद नहीं है, और दो बार कोशिश कर चुका हूँ, आप ही बताइए क्या करूँ।
ग्राहक: यूपीआई पर भेज दो, {{sunita1971@paytm}}।\nएजेंट: <<आठ सौ पचास रुपये>>, ठीक है?\nग्राहक: ठीक है।
हमारा पता है 14, गांधी मार्ग, इंदौर, पिन कोड <<452001>>, बिल यहीं भेजना।
एजेंट: कार्ड के पीछे के तीन अंक?\nग्राहक: {{दो शून्य नौ}}।\nएजेंट: धन्यवाद, शिकायत संख्या <<70318>> है।
वॉलेट के बारह शब्द ये रहे, {{wife access lunch language river know must identify sight cloth easy vintage}}, अब मेरा पेमेंट छुड़ा दीजिए।
जो कार्ड <<7957>> पर खत्म होता है उससे पैसा दो बार कटा, <<5 अगस्त>> और <<7 अगस्त>> को।
## spanish
Agente: ¿Me dice el número de la tarjeta?\nCliente: Sí, a ver, {{cuatro ocho uno dos, cuatro seis ocho siete, uno cuatro siete dos, cero siete nueve tres}}.\nAgente: ¿Caduca cuándo?\nCliente: En {{octubre del veintiocho}}.
Me cobraron <<cuarenta y cinco euros con noventa>> dos veces, la factura es la <<F-2024-3381>>, y yo solo compré una.
El IBAN para la devolución, apunte, {{ES62 2100 2037 3412 0367 4869}}, y el titular soy yo, Ramón Ibáñez.
Pues es {{E ese setenta y siete, cero cero cuatro nueve, uno cero cuatro cero, uno cinco tres cuatro, cero cero nueve ocho, cinco cero ocho nueve}}, ¿lo tiene ya?
Agente: Su DNI, por favor.\nCliente: {{Seis cinco siete siete, seis cuatro cuatro ocho, jota}}.\nAgente: ¿Y el código postal?\nCliente: <<Veintiocho cero catorce>>.
Llamo desde Monterrey, la CLABE es {{072180991326301107}}, deposítenme los <<mil doscientos pesos>>, por favorcito.
No me acuerdo de la clave, señorita, y un momento, que tengo dos recibos aquí y no sé cuál es.
Mi NIE, {{X8704413V}}, y el pedido era el <<PD-60418>>, llegó roto <<el lunes>>.
Usuario: me llegó el código, {{nueve uno cero, cuatro cuatro seis}}\nIA: Gracias. Su reembolso de <<120 €>> queda confirmado.
la contraseña que pongo es {{Gazpacho#63}} y me dice que no, ¿será por la versión <<8.3.0>> de la aplicación?
Cliente: la tarjeta termina en <<0793>>, la que caduca <<en marzo>>.\nAgente: Perfecto, con eso me basta.
Mi frase de recuperación está en inglés, {{stool champion squirrel load never sleep pig suffer light talk solution miracle}}, y la dirección es <<0xe2205dd4307dc590007861f6003402159ef68b09>>.
O CPF do meu marido brasileiro, perdón, su CPF es {{516.926.814-94}} y el teléfono <<611 20 44 87>>.
Agente: ¿Y el código de seguridad?\nCliente: {{Cinco ocho tres}}. Ah, y le mandé el extracto, {{https://mibanco.example/statements/2024-08-ramon.pdf}}.
## german
Agent: Wie lautet die Kartennummer?\nKunde: Moment, Brille. Also {{fünf drei sechs acht, vier eins sechs vier, zwo eins eins acht, acht eins acht neun}}.\nAgent: Und gültig bis?\nKunde: {{Null sieben dreißig}}.
Ich habe zwei Rechnungen bekommen, <<RE-10442>> und <<RE-10443>>, aber nur eine Bestellung gemacht, am <<dritten April>>.
Überweisen Sie bitte auf {{DE27 5001 0517 8443 2346 32}}, Verwendungszweck Gutschrift, es waren <<89,90 Euro>>.
die IBAN ist {{D E null zwo, fünf null null eins, null fünf eins sieben, acht eins sieben null, neun neun fünf eins, sieben drei}}, haben Sie das?
Kundin: Meine Steuer-ID ist {{69 375 124 076}}.\nAgent: Danke, und die Kundennummer?\nKundin: <<K-338210>>.
Steueridentifikationsnummer, Moment, {{vier eins drei, sieben acht drei, neun zwei null, sechs sieben}}, steht so auf dem Bescheid.
Das Passwort habe ich vergessen und die TAN kam auch nicht an, ich rufe jetzt zum dritten Mal an.
Agent: Sie bekommen gleich eine TAN aufs Handy.\nKunde: Ja, da ist sie, {{eins neun null, sieben sieben vier}}.\nAgent: Danke, die <<zweihundert Euro>> sind unterwegs.
Unser Konto in Wien, also {{AT28 2011 1368 3369 6364}}, und die Postleitzahl ist <<1070>>.
Die Karte mit den Endziffern <<8189>> wurde gesperrt, die neue läuft <<im Mai>> ab, muss ich da was ändern?
Nutzer: ich hab als Passwort {{Kirschkuchen!88}} eingegeben\nKI: Bitte nennen Sie kein Passwort. Ihre Ticketnummer ist <<T-90217>>.
Rückruf bitte unter <<null eins sieben zwei, vier vier neun, drei null eins>>, ab <<siebzehn Uhr>>, danke.
Kunde: Prüfziffer? Hinten drauf?\nAgent: Genau, drei Stellen.\nKunde: {{Vier null sechs}}.\nAgent: Und die Karte war {{4312 1354 4136 4592}}?\nKunde: Richtig.
Die Wörter meiner Wallet, ich lese vor, {{absurd absent oven hunt envelope cost private cave because arch walnut omit}}, und wo bleiben jetzt meine <<0,3 Bitcoin>>?
## french
Agent : Vous pouvez me donner le numéro de carte ?\nCliente : Oui, euh, {{cinq cinq trois huit, zéro six trois zéro, deux quatre zéro zéro, zéro zéro huit trois}}.\nAgent : Et la date d'expiration ?\nCliente : {{Zéro deux, vingt-neuf}}.
J'ai deux factures pour le même mois, la <<FA-7719>> et la <<FA-7720>>, à <<trente-neuf euros quatre-vingt-dix>> chacune.
Voilà mon IBAN, {{FR76 2004 1706 4860 0666 2981 102}}, vous me remboursez sous <<cinq jours>> ?
alors c'est {{F R soixante-seize, trois zéro zéro zéro, quatre deux un sept, cinq un trois six, six trois quatre huit, huit un trois zéro, quatre huit sept}}, à mon nom
Agent : Votre numéro de sécurité sociale ?\nClient : {{2 84 09 75 424 036 62}}.\nAgent : Merci, et le numéro de dossier ?\nClient : <<D-40188>>.
Le numéro de TVA de la société c'est {{FR05 291506079}} et le bon de commande <<BC 1183>>.
Un instant, j'ai oublié mon code et je n'ai qu'une carte sur les trois avec moi.
Utilisateur : j'ai reçu un code, {{six zéro deux, neuf un huit}}\nIA : Merci. Le paiement de <<15,50 €>> est annulé.
La carte qui se termine par <<0083>>, on me l'a débitée <<le 14 juillet>> à <<23 h 10>>, je dormais !
mon mot de passe c'est {{Tournesol_34}}, avec une majuscule au début, et mon mail <<l.petit@courriel.example>>
Cliente : Le cryptogramme ? C'est {{sept sept un}}.\nAgent : Parfait, votre commande <<CMD-5520>> est payée.
Rappelez-moi au <<zéro six, douze, quarante-quatre, zéro neuf, dix-huit>>, j'habite au <<69003>> Lyon.
Le numéro, je vous le dis par deux, {{quarante-cinq, cinquante-sept}}, ah non pardon, je recommence, {{quarante-cinq cinquante-six, quatre-vingt-cinq soixante-huit, cinquante et un dix-sept, soixante-dix-sept quatre-vingt-quinze}}
`,
};
