/**
 * Snippets of calls by authors who knew what must go and what must stay, and nothing of the code or its tables. Each set was measured
 * before anything was changed for it (docs/redaction.md has the figures), and learnt from afterwards. `## language` begins a
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
Put it on {{4670-9758-0375-8576}} like last time, and send the receipt to <<marg.pell@example.com>> please.
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
Agent: Which UPI ID should I send it to?\nCustomer: {{meera.joshi84@okhdfcbank}}.\nAgent: And email?\nCustomer: <<meera.joshi84@example.com>>.
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
UPI pe bhejna ho to {{riya dot sharma at okaxis}}, email alag hai <<riya.sharma@example.com>>.
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
Mi contraseña es {{Girasol#58}}, no me deja entrar, y el usuario es <<lucia.prats@example.es>>.
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
Customer: You can send on UPI, {{suresh.iyer82@okhdfcbank}}, mail is <<suresh.iyer82@example.com>>.
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
I've forgotten my password again and the reset link goes to an old email, <<g.whitcombe@example.com>>, which I closed last year.
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
Yes this is Ramesh from Pune, my UPI is {{ramesh.kulkarni82@okhdfcbank}}, mail is <<ramesh.k@example.com>>, kindly refund <<1,499 rupees>> at the earliest.
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
Aapne bola tha <<paanch working days>>, aaj <<aathva din>> hai, mail pe bhi koi jawab nahi, <<sunil.j@example.com>> dekhiye zara.
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
My phone's <<four one five, five five five, zero one nine two>>, email <<carla.benton@example.org>>, and the claim is <<CLM-2024-00871>>.
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
do one thing, send it to my UPI, {{rakesh.jain84@okhdfcbank}}, not to the mail id <<rakesh.jain84@example.com>>
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
मेरी यूपीआई आईडी {{lata.verma@oksbi}} है, ईमेल <<lata.verma@example.com>> है।
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
Please send the refund to {{meenakshi.rao@okaxis}} and a copy of the bill to <<meenakshi.rao@example.com>>.
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
	T: String.raw`
## english
Agent: Whenever you're ready, the long number on the front please.\nCustomer: Sure, it's {{4147 6112 7623 5819}}, expiry {{09/27}}.\nAgent: Thank you, I'm charging <<$64.20>> to that.
I'd like to put it on my Visa, that's {{four five three two, six seven eight nine, six two two four, eight seven three oh}}, and it's for invoice <<INV-20931>>.
Okay, got a pen? {{Forty-nine sixteen, seventy-nine twenty-two, forty-nine thirty-three, forty fifty}}. And please take only the <<eighty-five dollars>> today, not the full balance.
Customer: {{Four oh two four}}.\nAgent: {{Four oh two four}}, mm-hm.\nCustomer: {{Nine nine three four}}.\nAgent: Go on.\nCustomer: {{Nine six seven nine}}, and the last bit is {{two eight five four}}.
Yeah so the card is {{4556 8708 5267}}, no wait, I'm reading that wrong, {{5276}}, and then it finishes {{3610}}.
It goes {{four nine two nine, nine triple two, double two double four, one zero seven eight}}, and the name on it is <<Martin Oyelaran>>.
Agent: We do take American Express.\nCustomer: Lovely. {{3782 769459 20825}}, good through {{November twenty-six}}, and the four little digits on the front are {{6118}}.
My Diners card, if you still take those: {{thirty fifty-six, five six seven four four five, seven nine six one}}. It was used for the <<May 3rd>> booking as well.
Agent: And the three digits on the back?\nCustomer: {{Eight one four}}.\nAgent: Perfect, that went through, your confirmation is <<7QK4402>>.
[00:41] Agent: So I have {{5218 5993 3050 7664}}, valid thru {{03/28}}.\n[00:49] Caller: Correct, and the CVV is {{207}}.\n[00:55] Agent: Great, <<one moment>> please.
The replacement they posted me is {{fifty-four twenty-five, thirty-seven seventy-four, forty-three sixteen, ninety-six hundred}}, so can you swap that in for the old one ending in <<8812>>?
Speaker 1: Number please.\nSpeaker 2: {{Two two two three, nine four eight six, double oh nine oh, oh double five six}}.\nSpeaker 1: And that's for all <<two invoices>>?
Agent: Let me read that back. {{5399 6970 3627}}...\nCustomer: Yep.\nAgent: ...{{1568}}. And it expires {{oh seven twenty-nine}}?\nCustomer: That's the one.
I gave the last guy the number already but fine, {{5105 8166 7690 3950}}, security code {{eight eight one}}, zip <<60614>>.
[01:07] Agent: Which card are we using?\n[01:10] Caller: Um, it's a Discover, {{six zero one one, nine five four one, eight one seven three}}, hang on, the sun's on it, {{seven nine seven six}}.
Customer: Is it the number that starts {{five five seven two}}?\nAgent: That's it, keep going.\nCustomer: {{Zero four three eight, nine zero one three, two one three four}}.
We'd rather pay by bank draft. Routing number {{021000021}}, checking account {{8627525801}}, and please put <<PO 77310>> in the memo.
Agent: And the routing number at the bottom left of the check?\nCustomer: {{One two one, oh oh oh, three five eight}}.\nAgent: Account?\nCustomer: {{Nine oh five five, eight two eight, six two five}}.
Agent: So that's routing {{111000025}}, account {{5506 1998 99}}, and the first debit of <<$210>> comes out on the <<fifteenth>>. Did I get that right?\nCustomer: You did, yes.
For the refund, our sort code is {{20-31-06}} and the account number is {{73914062}}, account name <<Halloran Joinery Limited>>.
Agent: Sort code first, please.\nCustomer: {{Forty, forty-seven, eleven}}.\nAgent: And the account number?\nCustomer: {{Two nine six oh, double three one eight}}.
Our finance team insists on the full IBAN, so: {{GB79 NWBK 6020 1513 5727 73}}. It's about credit note <<CN-5518>>.
Caller: I'll spell it. {{I E four two, A I B K, three six four zero, two four four zero, nine two seven one, eight four}}.\nAgent: Thank you, that payout of <<six hundred and forty euros>> should land <<Thursday>>.
Please wire the vendor balance to {{NL72 INGB 4640 9952 49}}, it's the Rotterdam branch, and quote <<ticket 48120>>.
Agent: For security, the last four of your social?\nCustomer: {{Seven zero nine three}}.\nAgent: Thank you, <<Denise>>.
Agent: I'll need to verify you first.\nCustomer: Sure, my social security number is {{412-55-7093}} and my date of birth is <<June 8th, 1979>>.
He asked for my Social and I just rattled it off, {{five two nine, oh three, eight eight one four}}, was that a mistake?
We're an LLC, so you'd want the EIN instead, which is {{84-2917365}}, and the mailing zip is <<97209>>.
Agent: And your Social?\nCustomer: I don't have a social, I file with an ITIN, {{943-78-2216}}.
Agent: I'm sending a six-digit code to the number ending <<0148>>.\nCustomer: Got it, it says {{992668}}.
Agent: Read me the code when it comes through.\nCustomer: Uh, {{one seven four}}... {{five seven nine}}.\nAgent: Great, you're verified, <<Mr. Lindqvist>>.
Customer: The text says my one-time passcode is {{572 315}} and it's good for <<ten minutes>>.
Agent: How can I help?\nCustomer: I can't log in. I've tried {{Bluebird!1987}} as the password like three times since <<nine this morning>>.
Agent: What's the PIN on the account?\nCustomer: {{Four four one nine}}, I think. Or {{four four nine one}}.
My phone banking PIN is {{5824}}, and the call you placed was at <<4:15 p.m.>> on <<Tuesday>>.
Speaker 2: Your developer told me to read out the key from the dashboard, it's {{sk_live_9fQ2mXv7LtB4KwZ8rNc1Hd6y}}. The error shows on version <<3.8.1>>.\nSpeaker 1: Thanks, I'll pass that on.
We rotated the API key last night, the new one is {{ak-7b21e9d04c5f4a86a3}}, so payouts to <<0x4beb6378c892f7adefa6bed7ae2889dab5fffdbb>> should work again.
I wrote the recovery phrase on a card: {{orbit velvet canyon harvest puzzle tiny grocery lemon bridge vivid salmon crater}}. Do I type it in the app?\nAgent: Oh, no, please keep that to yourself.
Agent: Please never share your seed phrase with us, sir.\nCustomer: But it's only twelve words. {{Ladder, absorb, pigeon, timber, ocean, frost}}...\nAgent: Sir, please stop there.\nCustomer: ...{{wagon, coral, dentist, maple, unfair, jungle}}. There, that's all of it.
I exported the private key, it starts... well here's the lot, {{a2a51650e803f1f3a674adc931d603adc26913572bbd01233ebaaf8bc026dc13}}, can you check why the withdrawal of <<0.35 ETH>> failed?
My UTR is {{4586746176}} if the accountant needs it, and the amount in dispute is <<one thousand two hundred pounds>>.
Agent: Can you confirm your National Insurance number?\nCustomer: {{JT 48 20 73 B}}.\nAgent: Lovely, and the postcode?\nCustomer: <<LS6 2QT>>.
It's {{N for November, R for Romeo, three one, oh seven, eight eight, C for Charlie}}, that's my NI number off the payslip.
For the super payout my tax file number is {{451 473 859}}, and your reference on the letter is <<WR-30927>>.
BSB {{062-184}}, account {{1047 3392}}, and could you please stop ringing my work phone, <<(02) 9385 7741>>?
Agent: Do you have the business number handy?\nCustomer: Our ABN is {{92 837 374 377}}, it should be printed on tax invoice <<A-1180>>.
I'm in Ontario, so the SIN is {{five three two, one four two, double eight two}}, and my postal code's <<M4K 1P2>>.
Agent: Which ID did you want to use?\nCustomer: Passport. {{533148207}}, issued in <<2019>>.
Agent: State ID or license?\nCustomer: License, it's {{D482-0617-3905}}, Illinois, up for renewal <<next year>>.
The driving licence number, let me see, {{HOLLO 805174 KM9PX}}. I moved from <<BS3 4AL>> in <<March>>.
We're VAT registered in Germany, {{DE786170220}}, so invoice <<2024-0871>> should've been zero rated.
I'm calling from São Paulo, my CPF is {{737.727.251-12}} and the refund was for <<R$ 389.90>>.
My codice fiscale, since it's the Milan office, is {{BNCLRA84E52F205Y}}. You'd want that for the refund of <<two hundred ten euros>>.
I uploaded it as {{payslip_march_2024_okafor.pdf}}, but your portal says upload number <<5503>> is incomplete.
Agent: You can get it at {{https://portal.brightcover.example/statements/2024-05/883120.pdf}}.\nCustomer: Thanks, and the payment date is still <<the 28th>>?
My bookkeeper emailed {{W2_2023_Tremblay.pdf}} to <<billing@northgatedental.example>> on <<Monday>>.
Customer: Paying for my mum. Card is {{4716 1682 3856 0942}}.\nAgent: Expiry?\nCustomer: {{Twelve, twenty-five}}.\nAgent: And the number on the signature strip?\nCustomer: {{Three nine six}}.
Agent: I have {{three five three oh, three six oh eight}}, what comes next?\nCustomer: {{Eight three five four, eight six one three}}. It's a JCB.
Account number for the direct deposit is {{200 374 5261}} and the routing is {{061000052}}, both off a voided check.
My Aadhaar is {{9060 4373 2304}} and the PAN is {{CKEPG2298R}}, but the loan reference is <<LN-88204>>.
Please refund it to my UPI, that's {{meera.kulkarni@okaxis}}, not to my email <<meera.kulkarni@letterbox.example>>.
[Agent] Take your time.\n[Customer] Right, the number is {{4485 23}}, sorry, my glasses... {{96 1962 6682}}. And you've got <<two>> attempts logged for me already?
Hi, I'm calling about invoice <<INV-44120>>, it says <<$312.50>> and I was quoted less than <<three hundred>>.
Agent: The card on file ends in <<5190>>, is that still good?\nCustomer: Yes, that's the one.
Agent: What can I look up for you?\nCustomer: My order number is <<114-7730922-5518624>> and it was supposed to be here <<three days ago>>.
You can call me back on <<(503) 555-0172>> after <<five thirty>>, I'm in a meeting until then.
Customer: Tracking says <<1Z 84F 2W9 03 4471 8826>>.\nAgent: Thank you. It left the depot at <<6:42 this morning>>.
I've been a customer for <<twenty-two years>> and this is the <<second>> time in <<one month>> you've billed me twice.
Agent: Your new balance is <<four hundred twelve dollars and sixty cents>>, due on <<July 9th>>.\nCustomer: That's higher than <<two weeks>> ago.
Just <<one second>>, my dog is at the door. Okay. You said the policy was <<HP-0093-2217>>?
The hash is <<0xd3b68c335ee0ad98554fcec658e2808620063b3c9547b91355f709ff5433d67c>>, and it's had <<forty confirmations>>, so where's my money?
I sent it to <<TGJcjAL3nswwy5SmhS5AgwqHtEwPRjiRWd>> exactly like your e-mail said, <<250 USDT>>.
Agent: Can I take your customer number?\nCustomer: It's <<8834 0192>>.\nAgent: And the name?\nCustomer: <<Rosalind Achterberg>>.
[02:10] Agent: Your case is <<CAS-901177>>.\n[02:15] Caller: Nine oh... sorry, can you repeat?\n[02:18] Agent: <<Nine zero one one seven seven>>.
Agent: Refunds take <<three to five>> business days, so you should see <<$48.99>> by <<the twelfth>>.\nCustomer: Okay, I'll keep an eye out.
Could you split it into <<four payments of one hundred and five dollars>>? I get paid every <<second Friday>>.
I never got the PIN letter you said you'd post, and it's been <<eleven days>>.
Agent: I don't need the card number, just the last four digits.\nCustomer: <<Seven six six four>>.
We're at 1482 Larkspur Court, Apartment <<six>>, zip code <<80303>>, and the bill still goes to the old place.
Caller: The app crashed on version <<4.12.0>> when I hit pay, error <<5031>>, then nothing for <<two minutes>>.\nAgent: Did it charge you?\nCaller: <<Once>>, I think.
Your driver came at <<twenty past ten>>, there was only <<one>> box instead of <<three>>, and the other <<two>> are still missing.
Agent: Call ID is <<c7f2-88ab-1190>> if you need to refer to this conversation.\nCustomer: Thanks, I'll note that.
Agent: Where should the receipt go?\nCustomer: My email's <<jonah dot prewitt at fastpost dot example>>, all lowercase, no numbers.
I paid <<sixty>> in cash on the <<fourth>> and <<forty-two fifty>> online on the <<ninth>>, that's the lot.
Customer: What's the reference I put on the bank transfer?\nAgent: Use <<RF-2209-KLM>>, nothing else.
Look, it's <<one>> of those things, you fix <<two>> problems and get <<three>> more. Can I talk to a manager?
Agent: Your appointment is <<Wednesday the 19th at 2:30>>.\nCustomer: Can we make it <<four>>?\nAgent: Sure, <<four o'clock>> it is.
Agent: Could you read me the dial?\nCustomer: The gas meter reads <<zero four eight one six>>, and last quarter it was <<zero four five nine oh>>.
I changed my password yesterday and then the site logged me out <<five times>>, I'm not telling anybody what it is, I just want in.
Agent: The agreement is <<$75>> a month for <<eighteen months>>, starting <<September 1, 2024>>.\nCustomer: And no interest?
It's transaction <<TXN 5583 2091 7740>> on <<02/14/2024>>, from the shop called <<Bellwether Goods>>.
You know my expiry date changed, I told the lady <<last week>>, and still <<two>> payments bounced.
Caller: The number I have for your claims line is <<1-800-555-0136>>, does that still work?\nAgent: It does, until <<8 p.m. Eastern>>.
Speaker 1: Which flight, please?\nSpeaker 2: My flight was <<BA 2490>>, booking <<Q7RT2M>>, and I was charged <<£118>> for a bag I never checked.
Agent: Just to confirm, we'll never ask for your one-time code.\nCustomer: Good, because somebody did, around <<noon>>, from <<+44 7700 900318>>.
I've got <<nineteen>> invoices open with you people, the oldest is number <<30087>> from <<January>>.
The check number was <<2047>>, made out for <<eight hundred thirty>>, and it cleared on <<the sixth of June>>.
Agent: I see a charge of <<$1,299.00>> on the Mastercard ending in <<three one seven seven>>.\nCustomer: I didn't buy anything for that.
We had <<one five-star review>> and <<two one-star reviews>> in <<one week>>, so I don't think it's worth <<forty a month>>.
My unit is <<12-B>>, building <<four>>, gate's on the left, and the invoice is under <<Samir Dabrowski>>.
Sorry, <<one>> more thing: do you close at <<six>> or <<seven>> on Saturdays?
Speaker 2: The withdrawal shows as pending, ID <<WD-7719034>>.\nSpeaker 1: How many confirmations?\nSpeaker 2: <<Three of six>>.
I need a copy of my statement for <<April>>, please send it to 22 Orchard Mews, <<NR2 4HG>>.
Agent: Was that ticket <<6-0-4-4-1>>?\nCustomer: No, <<6-0-4-1-4>>, I always mix those up.
The serial on the modem is <<SN 4C77 0A91 2B>> and the light has been red since about <<eight>>.
My social worker said to call before <<the tenth>>, and to ask for <<Ms. Fairweather>> in hardship.
Agent: It's a <<$35>> late fee plus <<1.5 percent>>.\nCustomer: For being <<one day>> late? I sent it on the <<31st>>!
Agent: Couple of checks before we talk about the bill.\nCustomer: Okay so my date of birth is <<the fourteenth of October nineteen sixty-eight>>, postcode <<EH7 5JA>>, and I'm calling on behalf of my husband <<Callum>>.
Before we start, <<two>> quick questions: is this call recorded, and is <<$19.99>> the final price?
Hold on, <<one>> of the kids has the letter. Right, it says reference <<4471-B>>, pay by <<June 30th>>, and nothing about a <<second>> reminder.
Agent: I'm looking at order <<55091837>>.\nCustomer: That's not mine. Mine is <<55091873>>.
## hinglish
Agent: Sir card number bataiye.\nCustomer: Haan likhiye, {{6073 9511 1855 9296}}, RuPay hai, expiry {{08/28}}.
Mera card number hai {{four five nine one, seven two seven three, nine one six three, two three five eight}}, aur bill <<1,450 rupaye>> ka hai.
Customer: {{Chaar ek chhe shunya}}, {{ek do chaar shunya}}.\nAgent: Ji, aage?\nCustomer: {{Paanch nau nau teen, paanch do ek nau}}.
Sir CVV bhi chahiye kya? {{Teen saat do}} hai. Aur order ID <<OD-771920>> hai mera.
Agent: Ma'am, peeche jo teen digit likhe hain woh boliye.\nCustomer: {{Nine zero four}}.\nAgent: Dhanyavaad, payment ho gaya, <<do minute>> mein SMS aayega.
Agent: OTP aaya aapke phone pe?\nCustomer: Haan aaya, {{348660}}.\nAgent: Theek hai <<Rakesh ji>>.
Arre OTP toh {{teen shunya shunya nau do ek}} aaya tha, par <<das minute>> ho gaye, ab chalega kya?
Refund mere UPI pe daal dijiye, {{suresh.patil82@ybl}}, mobile number <<98200 55147>> hi registered hai.
Account number {{50210047731982}} hai aur IFSC {{HDFC0001284}}, branch <<Koramangala>> wali.
Agent: Aapka PAN number?\nCustomer: {{MEPPU7030A}}.\nAgent: Aur date of birth?\nCustomer: <<12 March 1985>>.
Agent: KYC ke liye ek ID lagegi.\nCustomer: Aadhaar note kar lo bhaiya, {{four six one five, two six four nine, four nine zero seven}}, baaki documents kal bhejta hoon.
Humari company ka GSTIN {{27KNVCV4667E1ZM}} hai, invoice <<SB/2024/338>> mein galat chhapa hai.
Agent: Main repeat karti hoon, {{double five two, one, four nine double six}}... nahi sorry, {{six five two one, four nine double six}}.\nCustomer: Haan, phir {{two six five one, four six seven zero}}.
Net banking ka password maine {{Ganpati@2021}} rakha tha, ab woh bol raha hai galat hai, <<teen baar>> try kiya.
Agent: Kya dikkat aa rahi hai?\nCustomer: ATM PIN {{seven one three six}} daala toh bola invalid, aur <<paanch hazaar>> kat bhi gaye.
Salary slip maine bhej di hai, file ka naam {{SalarySlip_Jan2024_Verma.pdf}} hai, <<hr.verma@zenlogix.example>> se gayi hai.
Wallet ke barah shabd yeh hain, {{amateur biology cricket donkey empower fabric glimpse hockey inform jealous kitten lunar}}, ab recover kar do please.
Maine <<do din pehle>> payment kiya tha, <<2,399 rupaye>>, abhi tak status pending dikha raha hai.
Agent: Sir aapka order number?\nCustomer: <<4058-2217-9036>>.\nAgent: <<Ek minute>> hold kijiye.
Mera pin code <<560034>> hai, purana wala <<560095>> mat likhna delivery ke liye.
EMI har mahine ki <<paanch tareekh>> ko katti hai, is baar <<do baar>> kat gayi, ek wapas karo.
Customer: Card jo <<9530>> pe khatam hota hai, usi se kata hai.\nAgent: Ji, <<849 rupaye>> dikh raha hai.
Agent: Kis number par call karein?\nCustomer: Callback is number pe karna, <<99017 42286>>, shaam <<saat baje>> ke baad.
Agent: Complaint number note kijiye, <<SR-6620194>>.\nCustomer: Ek baar phir se boliye?\nAgent: <<Double six two zero one nine four>>.
Bhai <<teen>> logon ne <<teen>> alag baat boli, ek ne kaha <<saat din>>, ek ne kaha <<pandrah din>>.
Agent: Details bataiye.\nCustomer: Transaction ID <<T2403181127445>> hai, <<18 March>> ko shaam ko kiya tha, paisa <<Anjali>> ko nahi mila.
Mujhe OTP kabhi aata hi nahi, <<char>> din se wahi problem hai, version <<7.2.4>> update bhi kar liya.
Agent: Aapka outstanding <<barah hazaar paanch sau>> hai.\nCustomer: Main <<do kishton>> mein de sakta hoon, ek is Friday ko.
Policy number <<LIC 7720 4418>> hai, premium <<6,120>> bharna hai, last date <<30 tareekh>> hai na?
Email likhiye, <<kavita underscore rao at mailbox dot example>>, aur naam <<Kavita Rao>>.
## devanagari
एजेंट: कार्ड नंबर बताइए।\nग्राहक: जी, {{5243 6634 9764 0145}}, एक्सपायरी {{11/27}}।
मेरा कार्ड नंबर है {{छह पांच दो एक, पांच नौ दो आठ, तीन तीन शून्य छह, नौ पांच तीन शून्य}}, और रकम <<दो हज़ार तीन सौ रुपये>> है।
एजेंट: कार्ड के पीछे के तीन अंक?\nग्राहक: {{पांच एक आठ}}।\nएजेंट: धन्यवाद, <<सुनीता जी>>।
एजेंट: जो ओटीपी आया है वो बताइए।\nग्राहक: {{शून्य आठ एक आठ एक सात}}।\nएजेंट: हो गया, रसीद नंबर <<40917>> है।
मेरा आधार नंबर {{5932 9519 8551}} है और पिन कोड <<302017>>।
एजेंट: पैन नंबर चाहिए होगा।\nग्राहक: पैन कार्ड का नंबर लिखिए, {{JVFPE1052H}}, नाम <<दिनेश त्रिपाठी>>।
खाता संख्या {{३०४७७१२०५५८}} और आईएफएससी {{SBIN0004127}}, रिफंड इसी में भेजिए।
पैसा यूपीआई पर भेज दो, {{ramesh.joshi@paytm}}, कल <<शाम पांच बजे>> तक।
मेरा एटीएम पिन {{चार नौ दो सात}} काम नहीं कर रहा, <<तीन बार>> डाला है।
ग्राहक: आधार है {{आठ शून्य शून्य दो}}, {{छह छह दो तीन}}।\nएजेंट: और आगे?\nग्राहक: {{तीन दो शून्य दो}}।
हमारी फर्म का जीएसटी नंबर {{07SAACR1447S1ZF}} है, बिल <<क्रमांक 218>> पर नहीं छपा।
मैंने <<दो दिन पहले>> शिकायत की थी, टिकट नंबर <<771042>>, अब तक कोई जवाब नहीं।
एजेंट: आपका बकाया <<चार हज़ार आठ सौ रुपये>> है।\nग्राहक: मैं <<पंद्रह तारीख>> को दे दूंगा।
जिस कार्ड के आखिरी चार अंक <<2358>> हैं, उसी से <<999 रुपये>> कटे हैं।
एजेंट: किस नंबर पर बात करें?\nग्राहक: मेरा मोबाइल नंबर <<९८९१० ४४७३२>> है, दोपहर <<दो बजे>> के बाद फोन करना।
<<एक मिनट>> रुकिए, बच्चा रो रहा है। हां, ऑर्डर नंबर <<3381-902>> था।
एजेंट: किस्तें कितनी बची हैं?\nग्राहक: <<सात>> बची हैं, हर महीने <<तीन हज़ार पांच सौ>> की।
बिजली का उपभोक्ता क्रमांक <<1120774503>> है और बिल <<जनवरी>> का है।
एक बात बताइए, <<दो>> लोग आए थे और <<तीन घंटे>> में भी काम नहीं हुआ, फिर <<पांच सौ>> किस बात के?
ग्राहक: ट्रांज़ैक्शन आईडी <<UTIB4402918>> है।\nएजेंट: जी, <<२१ मार्च>> को वापस हो चुका है।
## spanish
Agente: ¿Me dicta el número de la tarjeta?\nCliente: Sí, {{4012 0511 1867 8292}}, caduca en {{mayo del veintisiete}}.
Apunte, por favor: {{cuarenta y cinco treinta y nueve, cincuenta setenta y siete, cincuenta y nueve treinta, ochenta y cinco setenta y seis}}. Son <<ciento veinte euros>>, ¿verdad?
Cliente: {{Cinco tres uno uno}}.\nAgente: Ajá.\nCliente: {{Siete dos ocho cinco}}, {{cuatro tres cuatro cuatro}}.\nAgente: ¿Y los últimos?\nCliente: {{Siete cero ocho nueve}}.
Agente: ¿El código de seguridad de atrás?\nCliente: {{Seis cuatro uno}}.\nAgente: Gracias, su localizador es <<KX82PL>>.
Agente: ¿A qué cuenta se lo abono?\nClienta: Le doy la cuenta para la devolución, {{ES47 2100 6346 4797 2340 4291}}, a nombre de <<Lourdes Echevarría>>.
El IBAN es {{E S ocho tres, cero uno ocho dos, doce cuarenta y uno, once ochenta y siete, cuarenta y siete cero uno, cero siete uno nueve}}, y la factura la <<F-2024/119>>.
Agente: ¿Me confirma su DNI?\nCliente: {{25698735F}}.\nAgente: ¿Y su código postal?\nCliente: <<28015>>.
Tengo NIE, no DNI: {{Y3866932W}}, y llevo en España desde <<2016>>.
Para el depósito mi CLABE es {{012180981862363051}}, banco BBVA, y son <<tres mil quinientos pesos>>.
Cliente: La CLABE, despacito, {{cero siete dos, uno ocho cero}}.\nAgente: Sí.\nCliente: {{Tres cuatro ocho cero nueve nueve siete uno nueve dos dos seis}}.
Agente: Le llegó un SMS con una clave.\nCliente: Ah, sí, {{817 402}}.\nAgente: Perfecto, <<don Ernesto>>.
Mi contraseña era {{Girasol_74}} y desde el <<lunes>> me dice que no existe.
Agente: Cuénteme qué pasó.\nCliente: El PIN de la tarjeta es {{tres ocho cero seis}}, y el cajero me la tragó a las <<nueve y media>>.
Mi pasaporte es {{PAK482917}}, por si lo necesita para el expediente <<EXP-7714>>.
Llamo por la factura <<A-30418>>, me cobraron <<cuarenta y dos euros>> y eran <<veinticuatro>>.
Agente: Veo la tarjeta terminada en <<8576>>.\nCliente: Esa misma, pero el cargo no es mío.
<<Un momento>>, que busco el papel... El número de pedido es <<55 820 19>>.
Agente: ¿Dónde le localizo?\nClienta: Mi teléfono es el <<612 48 07 35>>, llámeme después de las <<cinco>>.
Hace <<dos semanas>> me dijeron que en <<tres días>> lo tenía y sigo esperando.
Cliente: El seguimiento pone <<PK7Z0043391ES>>.\nAgente: Salió ayer a las <<18:20>>.
Puedo pagar <<cincuenta>> ahora y <<cien>> el día <<uno>> del mes que viene, no más.
Agente: Su número de cliente, por favor.\nCliente: <<7 0 4 4 1 2>>.\nAgente: Gracias, <<señora Quintanilla>>.
Somos <<cuatro>> en casa y tenemos <<dos>> líneas, no entiendo por qué pago <<tres>>.
El correo es <<pilar punto vega arroba correo punto example>>, con uve.
Mandé <<0,8 ETH>> a <<0xde1fc1b0ea6b44f130436dd729fe69bd9e8ceba6>> el <<11 de febrero>> y no aparece.
## german
Agent: Dann bräuchte ich die Kartennummer.\nKunde: Ja, {{4690 8816 9102 7312}}, gültig bis {{04/28}}.
Ich lese mal vor: {{fünf eins drei sechs, acht zwei eins acht, neun fünf eins eins, drei drei vier drei}}. Und das sind dann <<neunundachtzig Euro>>?
Kundin: {{Einundfünfzig null fünf}}, {{einundachtzig sechsundsechzig}}.\nAgent: Ja.\nKundin: {{Sechsundsiebzig neunzig, neununddreißig fünfzig}}.
Agent: Und die Prüfziffer auf der Rückseite?\nKunde: {{Zwei neun null}}.\nAgent: Danke, Ihre Vorgangsnummer ist <<V-118204>>.
Die Erstattung bitte auf {{DE11 3704 0044 9620 7031 38}}, Kontoinhaberin <<Annegret Sommerfeld>>.
Also die IBAN ist {{D E acht vier, sieben null eins fünf, null null null null, acht sieben neun fünf, eins eins vier drei, sechs neun}}, haben Sie das?
Agent: Ich wiederhole: {{DE68 1005 0000}}, richtig?\nKundin: Genau, und dann {{8164 4269 44}}.\nAgent: Die <<35,40 Euro>> kommen bis <<Freitag>>.
Wir sitzen in Wien, die IBAN fängt mit {{AT16}} an und geht dann so weiter: {{2011 1670 8410 3485}}.
Agent: Da fehlt noch Ihre Steuer-ID, die elf Ziffern.\nKundin: Meine Steuer-ID lautet {{56 107 830 295}}, die stand auf dem Schreiben vom <<3. Mai>>.
Agent: Ihre Steueridentifikationsnummer?\nKunde: {{Zwei acht, sieben eins null, null fünf drei, vier neun vier}}.\nAgent: Danke, Herr <<Wiesinger>>.
Unsere Umsatzsteuer-ID ist {{DE863290785}}, bitte auf Rechnung <<RE-2024-0553>> ergänzen.
Agent: Welche TAN wird Ihnen angezeigt?\nKundin: {{423 611}}.\nAgent: Hat geklappt.
Anrufer: Mein Passwort ist {{Waldkauz#58}}, das habe ich erst <<vorgestern>> geändert, und trotzdem komme ich nicht rein.\nAgent: Bitte nennen Sie mir das nicht.
Die Datei heißt {{Gehaltsabrechnung_Februar_2024.pdf}}, ich hab sie um <<14:10 Uhr>> hochgeladen.
Ich rufe an wegen Rechnung <<40 22 719>>, da stehen <<zweihundertzehn Euro>> drauf.
Agent: Die Karte mit den Endziffern <<3343>> wurde belastet.\nKunde: Mit <<59,90>>? Das kann nicht sein.
<<Einen Moment>> bitte, ich hole eben die Brille. So, Kundennummer <<77 310 446>>.
Agent: Unter welcher Nummer darf ich zurückrufen?\nKunde: Sie erreichen mich unter <<0171 3920047>>, am besten zwischen <<zwei und vier>>.
Ich habe vor <<drei Wochen>> gekündigt und jetzt kommen noch <<zwei>> Mahnungen, das geht doch nicht.
Kundin: Die Sendungsnummer ist <<00340 4341 6120 7788>>.\nAgent: Das Paket ist seit <<gestern>> in <<Kassel>>.
Wir wohnen jetzt in <<04277 Leipzig>>, Hausnummer <<eins a>>, zweiter Stock.
Agent: Möchten Sie in <<sechs Raten>> zahlen?\nKunde: Lieber <<vier>>, immer zum <<Ersten>>.
Schreiben Sie als Verwendungszweck einfach <<Mietkaution Haus 7>> rein, das reicht denen.
Ein PIN-Brief ist hier nie angekommen, ich warte seit dem <<12. Februar>>.
Meine Mail ist <<t.brandhorst@postfach.example>>, und die Ticketnummer war <<9-0-0-3-8>>.
## french
Conseiller : Je vous écoute pour le numéro de carte.\nCliente : {{4978 3576 6286 8607}}, elle expire en {{octobre 2026}}.
Alors c'est {{quarante-neuf soixante-treize, quatre-vingt-seize quatre-vingt-douze, soixante-deux zéro deux, quatre-vingt-trois quarante-quatre}}, et le montant c'est <<soixante-dix-neuf euros>>.
Client : {{Cinq un trois un}}.\nConseiller : Oui.\nClient : {{Quatre un un neuf}}, euh, {{huit zéro un trois}}.\nConseiller : Et la fin ?\nClient : {{Cinq neuf huit deux}}.
Conseiller : Le cryptogramme au dos ?\nCliente : {{Sept zéro cinq}}.\nConseiller : Merci, dossier <<D-44817>>, c'est payé.
Mon IBAN pour le remboursement : {{FR76 3000 4941 9526 4182 6423 375}}, au nom de <<Solène Marchadier>>.
Je vous le dicte, {{F R soixante-seize, trente zéro zéro trois, sept sept six six, un quatre trois quatre, neuf un huit neuf, six trois deux quatre, quatre quatre}}.
Conseiller : Je relis, {{BE83 9516}}, c'est bien ça ?\nClient : Oui, et ensuite {{7747 7515}}.\nConseiller : Les <<240 euros>> partent <<mardi>>.
Notre numéro de TVA c'est {{FR87562907030}}, il manque sur la facture <<FA-2024-311>>.
Conseiller : Vous avez reçu un code par SMS ?\nCliente : Oui, {{quarante-deux, zéro huit, seize}}.\nConseiller : C'est validé, madame <<Kerbrat>>.
Le mot de passe que j'utilise, c'est {{Tournesol!29}}, et ça bloque depuis <<hier soir>>.
Conseiller : Une pièce d'identité, s'il vous plaît ?\nClient : Mon passeport, c'est le {{18CX47203}}, délivré à <<Nantes>> en <<2018>>.
J'appelle pour la facture <<88-2041>>, on m'a prélevé <<deux fois>> <<trente-quatre euros>>.
Conseiller : La carte qui se termine par <<8344>>, c'est la vôtre ?\nClient : Oui, c'est la mienne.
<<Un instant>>, je cherche le courrier... voilà, numéro de client <<300 71 95>>.
Conseiller : On vous rappelle à quel numéro ?\nCliente : Vous pouvez me joindre au <<06 39 98 41 17>> après <<dix-huit heures>>.
Ça fait <<trois semaines>> que j'attends, et vous me parlez encore de <<deux jours>> ouvrés.
Conseiller : Votre rendez-vous est le <<vingt et un mars à neuf heures trente>>.\nCliente : On peut mettre <<onze heures>> ?
Le colis porte le numéro <<6A 1882 0337 4410>>, et j'habite rue des Lilas, <<69003 Lyon>>.
Je peux régler <<cent euros>> aujourd'hui et le reste en <<quatre fois>>, si ça vous va.
Cliente : Mon adresse mail, c'est <<h.lemarchand@courriel.example>>.\nConseiller : Merci, votre ticket est le <<5 5 2 0 1>>.
`,
	U: String.raw`
## english
Agent: Thanks for holding, and what's the long number on the card you'd like to use?\nCustomer: Sure, it's {{4532 7382 8290 6548}}, and it expires {{08/27}}.\nAgent: Perfect, I'll put <<£64.20>> through for the electric.
Yeah so the water bill came to <<a hundred and eighteen dollars>>, let me just pay it now, the card's {{four seven one six, three oh two six, two oh five four, oh nine six oh}}.
Agent: Go ahead whenever you're ready.\nCaller: {{Three seven eight two}}.\nAgent: Mm-hmm.\nCaller: {{Four eight two one three seven}}.\nAgent: Got it.\nCaller: And the end is {{one four three one three}}.
Agent: And the three digits on the back, please?\nCustomer: Oh, hang on, it's worn off a bit... {{four one nine}}, I think.\nAgent: That went through, your confirmation number is <<H-20981>>.
Speaker 1: We'll refund the <<two hundred and forty euros>> back to the card, can you give me the full number again?\nSpeaker 2: It's a Mastercard, {{52 12 25 20 13 73 09 65}}.
The routing number is {{121000358}} and the checking account is {{7051701314}}, and please don't pull it before the <<fifteenth of March>>.
Caller: Bottom left of the check it says {{oh seven two, oh three three, eight four three}}, and after that the account's {{three five nine seven six five two three three seven}}.
Agent: For the direct debit I need the sort code and account number.\nCustomer: Sort code {{20-45-91}}, account {{82195105}}.\nAgent: And is <<M14 5TQ>> still the right postcode?
Customer: The sort code's {{sixty, eighty-three, seventeen}} and then the account's {{oh one eight three, four four eight eight}}.\nAgent: So {{60 83 17}}, {{01834488}}, lovely. First payment of <<£38>> comes out on <<3 June>>.
My social is {{417-62-8830}}, and the homeowner's policy is <<HO-5529104>>, the one that lapsed.
Agent: Can you verify the last four of your Social for me?\nCustomer: {{3316}}.\nAgent: Thank you, <<Denise>>, I see a past due balance of <<$212.47>>.
The last four of my social are {{six oh seven one}}, and I'm calling about the gas shutoff notice dated <<February ninth>>.
Agent: We just texted you a six-digit code, can you read it to me?\nCaller: Got it, {{739 204}}.\nAgent: Okay, the withdrawal of <<0.45 ETH>> is released.
Bot: Please say the verification code you received.\nCustomer: Uh, {{five five one, oh three eight}}.\nBot: Thank you. How can I help you with ticket <<88412>>?
I wrote my recovery phrase down, it's {{ribbon canyon lunar orbit velvet pencil harvest tunnel gravity muffin oxygen saddle}}, and the app still shows a <<zero balance>>.
So I exported the private key like the article said, {{504c77171bf0b858a7acc637a6ca512b703638b551d951311ea6b2d6e9e9dd76}}, and your app says invalid format.
Agent: There's a verbal password on the account, can you give me that?\nCustomer: {{Marmalade1987}}.\nAgent: Great, and you're calling about the line ending your contract in <<August>>?
Okay the account PIN is {{4071}}, and I want to dispute the roaming charge of <<eighty-six dollars>> from when we were in <<Toronto>>.
Agent: Your transfer PIN is {{six three one one eight two}}, and it's good for <<seven days>>.\nCustomer: {{Six three one one eight two}}. Got it, thanks.
I set up an API key for the tax tool, it's {{vk_live_8Qz2LmT9xWc41RbNs7Yd}}, and ever since version <<2.14.3>> I get a permissions error.
For the W-9, our EIN is {{84-3157206}} and the remittance for invoice <<10447>> should go to <<accounts@larkfieldjoinery.com>>.
Could you reissue invoice <<2291>> with our VAT number on it? That's {{DE306726408}}.
Agent: And your UTR for the CIS deduction?\nCustomer: It's {{36758 95565}}.\nAgent: Fine, that'll be on the statement for job <<J-1182>>.
They want my National Insurance number on the hardship form, it's {{J K four eight two one nine seven C}}, and my date for the visit is <<Tuesday at ten>>.
Receptionist: Could I take the passport number for the registration card?\nGuest: {{512873604}}, it's British.\nReceptionist: Thank you, that's room <<318>> for <<three nights>>.
My licence number's {{PICKE 806142 HJ9TR}}, and the claim is <<CL-774-2091>>, I was stationary when he hit me.
Please refund it to {{NL58 INGB 3902 8850 59}}, the booking reference is <<QX7T2P>> and it was <<412 euros>>.
Caller: It's a British one, so {{G B nine eight, B A R C, nine six nine seven, eight one seven two, four nine four one, eight eight}}.\nAgent: Thank you, the payout will be there by <<Friday>>.
Agent: I have {{IE55 AIBK 9396 1669 7982 25}} on file, is that still the right account?\nCaller: It is, yeah. And you've got the claim down as <<storm damage, 14 January>>?
BSB is {{063-418}}, account number {{1044 7729}}, and the name on it is <<Karen Whitlock>>.
Agent: If you've got your tax file number handy I can add it.\nCustomer: Yep, {{501 892 579}}.\nAgent: Beauty. Your customer number with us stays <<C40981>>.
Our ABN is {{26 588 507 127}}, it has to be on invoice <<INV-0312>> or the council won't pay it.
Caller: My SIN is {{five eight five, three nine three, four six five}}.\nAgent: Thanks. And the postal code, is it still <<K2P 1L4>>?
I uploaded my proof of address just now, {{https://my.brightwater-utilities.example/statements/2024-11-88213.pdf}}, can you see it on ticket <<50922>>?
I emailed you {{payslip_October_2024.pdf}} for the payment plan, from <<t.okafor@postmail.example>>, on <<Monday afternoon>>.
Agent: Did you get the tax form we sent?\nCustomer: The file's called {{1099-K_2023_final.pdf}}, but it's got the wrong total, it says <<$18,400>>.
The card number's {{four nine two nine, two nine oh one, oh six two one}}, sorry, {{oh six two oh}}, then {{five four five oh}}.
Okay, card number is {{forty-eight thirty, ninety-four sixty-seven, oh six twenty-nine, fifty-four twenty-seven}}, and I'd like to clear just the <<sixty dollars>> that's overdue.
Agent: And the card?\nCustomer: {{Five one two one, four seven eight nine, seven eight oh three, double nine double nine}}.\nAgent: That's a lot of nines. Right, <<£22.50>> for the broadband.
Customer: {{5375 8104 7576 8824}}.\nAgent: I'll read that back, {{five three seven five, eight one oh four, seven five seven six, eight eight two four}}.\nCustomer: Correct.
I've got a Discover, it's {{six oh one one, five oh five five, seven oh one six, eight one two two}}, and put the <<whole balance>> on it.
The company card is a Diners, {{3056 925748 9805}}, and the stay was <<two nights>> in <<September>>.
Agent: What's the card number?\nCaller: {{4147 1319 1855 1812}}.\nAgent: Expiry?\nCaller: {{November twenty-eight}}.\nAgent: And the CVV?\nCaller: {{Oh five three}}.
The virtual card from the booking site is {{5300 7005 6233 2958}}, good through {{03/26}}, CVC {{602}}, and it's only chargeable from <<14 May>>.
[00:12] IVR: Please say or enter your card number.\n[00:19] Caller: {{4400608012337364}}\n[00:31] IVR: You said {{4 4 0 0, 6 0 8 0, 1 2 3 3, 7 3 6 4}}. Is that correct?
I can do <<forty dollars today>> and forty on the <<twenty-second>>, use my debit, {{4012 0066 2362 4819}}.
Our supplier in Puebla gave us a new CLABE, {{0127 5910 3815 8305 04}}, so the <<$3,150>> for order <<PO-6617>> should go there.
Agent: What's printed on the router sticker?\nCustomer: The Wi-Fi password is {{tango-7-maple-22}}, and there's a model number, <<HX-4400>>.
I lost the phone, so I'm locked out, but I've still got a backup code, {{K7QF-22MX}}, will that work?
Agent: Your temporary voicemail PIN is {{2960}}, please change it the first time you call in. Anything else on order <<7731520>>?
I don't have a social, I've got an ITIN, {{912-78-4436}}, and I was told that's enough to open service at <<218 Delmar Avenue>>.
I'm with Lloyds, sort code {{thirty, ninety-four, fifty-one}}, and the account number is {{three six oh eight, three nine one one}}.
Agent: For American Express I need the four digits on the front.\nMember: {{Seven three one eight}}.\nAgent: Thanks. The hold of <<$150>> drops off in <<three to five days>>.
It's an old Maestro with only thirteen digits, {{5038 6431 65967}}, will your system take that?
Customer: The new one starts with a two, funnily enough. {{2223 9527 0958 2364}}.\nAgent: No, that's normal now. And you're paying <<£91.13>>?
Uh, {{five four two four}}, um, {{two five oh eight}}, let me get my glasses, hold on, {{oh three seven three}}, and then {{four four seven two}}.
Please credit the agent commission to account {{663598573151}}, IFSC {{HDFC0001472}}, against policy <<LX-330871>>.
Without the PAN you'd withhold <<twenty percent>>, right? So it's {{MGXPL2772Y}}, <<Priya>> spelled with a Y.
Support: Don't read me the words, please.\nUser: But I have them here, {{elbow tragic copper lizard window}}...\nSupport: Sir, stop, never share those. Your case is <<CX-20417>>.
The login for the online account is my email, <<jhall@fieldmail.example>>, and the password is {{Harbour!Lane88}}, but it keeps kicking me out.
Agent: I'll repeat the social, {{five three one, four four, nine oh two seven}}.\nDebtor: Yes, but I never had an account with that <<phone company>>.
US passport, number {{A30417725}}, and the cancelled flight was <<UA 1183>> on the <<ninth of April>>.
Agent: Which card did the deposit come from?\nCustomer: The Visa ending in <<4242>>.\nAgent: Then the <<$75>> goes back to that one.
You want the refund on the card that ends in <<nineteen oh six>>, not the one on file, is that right?
Give me <<one moment>>, I have <<two invoices>> open here and I'm not sure which one you mean.
Agent: Your current meter reading?\nCustomer: It's <<four eight two one six>>, and I took it <<this morning>>.
The tracking number is <<9400 1118 9922 3817 4402 51>>, and it says delivered, but there's no modem here.
My policy number is <<7714-0082-3391-6608>>, I'm reading it right off the letter.
Caller: I'm ringing about invoice <<4471>>, the one for <<one thousand two hundred pounds>>.\nAgent: Let me find it. Was it dated <<the first of May>>?
I sent it to <<bc1qdupcc9m7me0ljn48hu2m8c94ml06v3t3f58y3m>> on <<Sunday night>> and it still isn't there.
Agent: Can you read me the transaction hash?\nUser: <<0xc501a738aad444831a7b4bc12558e3bff2833790a493ab0506499764d1b04064>>\nAgent: It has <<twelve confirmations>>, so it's done.
You can reach me on <<555 0142 883>> until <<five thirty>>, after that call my wife.
Agent: We offered <<three payments of sixty-five dollars>>, the first one due on <<the twenty-eighth>>.\nCustomer: I can't do three, can we make it four?
Nobody asked me for a PIN or a password, they just said the system was down for <<two hours>> and to call back at <<one>>.
Agent: I'll never ask you for your security code by email.\nCustomer: Good, because the mail came from <<billing@acmetel-help.example>>, on <<12/03/2024>>.
The hotel charged us for <<four guests>> when there were <<two adults and one child>>, so we're owed <<a hundred and ten euros>>.
Speaker 1: Which order?\nSpeaker 2: <<4539-1182-0047-23>>, from the small business shop.\nSpeaker 1: Got it, <<two routers, one switch>>.
I've been with you <<nineteen years>>, since <<nineteen ninety-eight>>, you can double check that, and I've never missed a bill.
My customer number is <<five five oh two, one one seven, three>>, and the name is <<Harold Pickett>>.
Agent: What's the call ID on the voicemail?\nCaller: It says <<a91f-0047-cc2e>>, from <<yesterday at 4:15 p.m.>>
Claim <<22-0098417>> was denied because the adjuster wrote <<2021>> instead of <<2012>> for the roof.
Customer: My card was declined again.\nAgent: The one ending <<seven seven three one>>? The bank says insufficient funds for <<$49.99>>.
The postcode's <<LS6 2QN>>, house number <<forty-two>>, and the meter's in the cupboard under the stairs.
Agent: Your booking reference is <<R4K9ZW>>, check-in <<17 October>>, and the cancellation fee is <<one night>>.\nGuest: But I cancelled <<forty-nine hours>> before!
I paid <<eighty-four seventeen>> in <<June>> and <<eighty-four seventeen>> in <<July>>, so why does it say I'm two months behind?
So the wallet is <<0x8337d6a7abfd6e6fc71aea2c1a318bb6daa45879>>, and the network is Arbitrum, not mainnet.
Agent: One of the two charges is ours, <<transaction 7718820391>>, the other one isn't.\nCustomer: Which one, the <<nine ninety-nine>>?
Is that <<one eight hundred, five five five, oh one nine nine>>? I'll ring them about the balance then.
We billed <<fourteen hours at sixty-five an hour>>, that makes <<nine hundred and ten>>, and you paid seven hundred.
Collector: This is an attempt to collect a debt of <<$1,384.06>>, account reference <<MRC-88120047>>.\nDebtor: I want that in writing, to <<61 Alder Street, Dayton, Ohio 45402>>.
It's ticket <<INC0048213>>, opened on <<the third>>, and I've spoken to <<three different people>> about it.
My old card expired and you've got the new one already, it ends in <<0 6 5 5>>, so just try it again on <<Thursday>>.
Agent: The app is on version <<5.0.12>>, can you update it?\nUser: It says <<one of one>> installed, nothing to update.
I told the last lady I'd pay <<twenty on Friday>> and <<twenty the Friday after>>, and she said okay, no problem.
Agent: Can you spell your surname?\nCustomer: <<Vandermolen>>, V as in Victor. And my email's <<s.vandermolen@quickpost.example>>.
The code on the error screen is <<E-4012>>, it comes up when I press withdraw, and then it logs me out.
Flight was <<BA 0274>>, seats <<22A and 22B>>, and the ticket number is <<125-2318806647>>.
Agent: I'm seeing <<two thousand four hundred and sixteen kilowatt hours>> since <<November>>.\nCustomer: That can't be right, there's only one of me.
Agent: Before we go on, what was the amount of your last bill?\nCustomer: <<Sixty-three pounds eleven>>, I think, it was in <<March>>.
The excess is <<five hundred>>, the repair is <<four hundred and eighty>>, so I might as well not claim, no?
Voice agent: I found <<two bookings>> under <<Lindqvist>>. Is it the one on <<May 2nd>> or the one on <<May 20th>>?\nCaller: The second one.
The phrase on the letter was final notice, and there's a reference, <<FN 2207 4418 9035>>, in the corner.
Agent: I've put a note on the account, <<reference number 61 07 33>>.\nCustomer: And the late fee, the <<twelve fifty>>?\nAgent: Waived.
I never gave them my bank details, I paid cash at the store on <<Main Street>>, <<forty-five dollars>>, receipt <<0093>>.
You have <<thirty days>> from <<January 6th>> to appeal, and the form goes to PO box <<2210>>.
Caller: And the security deposit?\nAgent: It's <<three hundred>>, refunded after <<twelve months>> of on-time payments.
Agent: Is the number we should call you back on <<07700 900 418>>?\nCaller: That's it, any time after <<half six>>.
So that's {{4263 8236 9636 4412}}, expiry {{zero nine twenty-nine}}, and just charge the <<deposit>>, not the whole <<$640>>.
Guest: The tax people at home need it on the receipt, my CPF is {{110.470.309-26}}.\nFront desk: Sure, and the folio is number <<30417>>.
My Italian tax code is {{BNCLRA84D52F205W}}, they asked for it for the gas contract on <<Via Roma 12>>.
## hinglish
Agent: Sir, payment ke liye card number bata dijiye.\nCustomer: Haan likhiye, {{4539 9130 7729 9077}}, aur expiry hai {{06/28}}.\nAgent: Ji, <<799 rupees>> ka recharge ho jayega.
Mera debit card number hai {{six zero seven nine, six three six nine, eight zero three nine, three zero five six}}, RuPay wala.
Agent: OTP aaya hoga aapke phone par.\nCustomer: Haan ji, {{482 917}}.\nAgent: Thank you, refund <<do din>> mein aa jayega.
Agent: Card ke peeche teen digit hain, woh boliye.\nCustomer: {{Saat shunya chaar}}.\nAgent: Theek hai, <<ek minute>> hold kijiye.
Refund mere UPI pe bhej do, {{rohan.mehta82@okaxis}}, <<paanch sau rupaye>> hi toh hain.
Account number {{643124578965}} hai aur IFSC {{SBIN0004418}}, naam <<Suresh Kulkarni>> ke hisaab se.
Agent: KYC ke liye Aadhaar number chahiye, ma'am.\nCustomer: {{9706 1738 2077}}.\nAgent: Aur pin code <<560034>> hi hai na?
Mera PAN {{CXVPF4377W}} hai, aur policy number <<LIC-44820917>>, premium kat gaya par receipt nahi aayi.
Invoice pe GSTIN galat hai bhaiya, sahi wala {{27MHJCR7626J1Z5}} hai, invoice number <<GT/118>>.
Customer: Aadhaar hai {{aath ek nau nau, paanch teen nau paanch, do aath ek teen}}.\nAgent: Ji, aur connection <<Lajpat Nagar>> wala hi hai?
Net banking ka password maine {{Ganga@2019}} rakha tha, ab woh login hi nahi ho raha, ticket <<77120>> bhi khula hai.
Agent: Main repeat karti hoon, {{5533 8811 4056 9631}}, sahi hai?\nCustomer: Haan bilkul, aur amount <<1,249>> hi kaatna.
Woh SIM lock ho gaya, store wale ne PUK diya {{40718825}}, par phone maan nahi raha, kya karun.
Mera UPI hai {{priyanka dot s at ok hdfc bank}}, usi pe <<teen sau bees rupaye>> wapas daal dijiye.
Customer: Card number {{five two five six, one four three four}}...\nAgent: Ji, aage?\nCustomer: {{three two nine five, nine eight zero five}}. <<Bijli ka bill>> hai, <<2,310 rupaye>>.
Exchange wale ne bola seed phrase daalo, maine bata diya {{kitchen dolphin marble siren}}, baaki aath words bolne hi wala tha ki phone kat gaya.
Passport number {{N4827165}} hai, hotel wale ne check-in pe copy li thi, booking <<MK-2090>>.
Agent: Aapka last payment kab hua tha?\nCustomer: <<Do din pehle>>, <<450 rupaye>> Paytm se kiya tha.
Mera mobile number <<98450 21376>> hai, usi pe call karna, <<shaam ko saat baje>> ke baad.
Complaint number <<SR-1-8840213>> hai, aur <<teen baar>> call kar chuka hoon main, koi sunta hi nahi.
Agent: Card ka last four <<8812>> wala hai na?\nCustomer: Haan wahi, ICICI ka.
Flight cancel ho gayi, PNR <<X4T9QD>>, total <<chhe hazaar do sau>> lagaye the, wapas kitna milega?
Ek baat batao, bill <<1,180>> ka tha, aapne <<1,810>> kaise kaat liye?
Agent: Pin code bata dijiye.\nCustomer: <<411 038>>, Kothrud. Ghar ka number <<B-12>>.
Policy <<ek saal>> ki hai, renewal <<31 March>> ko hai, premium <<aath hazaar>>.
Agent: Sir, OTP kisi ko mat batana, bank kabhi nahi maangta.\nCustomer: Nahi nahi, maine kisi ko nahi bataya, sirf <<transaction ID 4418029917>> diya.
USDT bheje the <<0x3b92be95bb950dfac76604da6b2165431906f561>> pe, <<do ghante>> ho gaye, kuch nahi dikha raha.
Customer: Room <<do raat>> ka book kiya tha, charge <<teen raat>> ka laga diya.\nAgent: Ji main check karti hoon, booking ID <<GH77201>>.
Invoice <<203>> aur <<204>> dono pending hain, total <<bees hazaar>>, party bolti hai <<agle hafte>> denge.
Email likh lijiye, <<anil.traders@rediffpost.example>>, usi pe bill bhejna, aur ek copy WhatsApp pe.
## devanagari
एजेंट: अपना कार्ड नंबर बताइए।\nग्राहक: जी, {{4485 3062 1795 2149}}, और एक्सपायरी {{11/27}} है।\nएजेंट: धन्यवाद, <<₹899>> का भुगतान हो रहा है।
मेरा कार्ड नंबर है {{चार पाँच पाँच छह, शून्य चार पाँच छह, एक आठ नौ आठ, तीन सात आठ दो}}, बिजली का बिल भर दीजिए।
एजेंट: आपके फ़ोन पर ओटीपी आया होगा।\nग्राहक: हाँ, {{पाँच दो शून्य आठ एक छह}}।\nएजेंट: ठीक है, रिफ़ंड <<तीन दिन>> में आएगा।
मेरा आधार नंबर {{5114 9780 3472}} है, और कनेक्शन <<राजेश वर्मा>> के नाम पर है।
एजेंट: पैन नंबर बोलिए।\nग्राहक: {{MMJPG6821E}}।\nएजेंट: और पॉलिसी नंबर <<5520918>> ही है ना?
खाता संख्या {{123975543413}} है, आईएफ़एससी {{PUNB0118300}}, क्लेम के <<बारह हज़ार रुपये>> इसी में डालिए।
पैसे मेरी यूपीआई आईडी {{kavita.joshi@ybl}} पर भेज दीजिए, रकम <<₹1,450>> थी।
एजेंट: कार्ड के पीछे के तीन अंक बताइए।\nग्राहक: {{नौ एक चार}}।\nएजेंट: शुक्रिया, <<एक मिनट>> रुकिए।
हमारा जीएसटी नंबर {{29FMVPB4212A1Z9}} है, बिल नंबर <<88>> में यही छपना चाहिए।
एजेंट: मैं दोहराती हूँ, {{6521 9432 3054 6671}}।\nग्राहक: जी सही है, <<दो सौ रुपये>> ही काटिएगा।
ऐप का पासवर्ड {{Suraj#4521}} रखा था, पर अब लॉगिन नहीं हो रहा, शिकायत <<20 तारीख>> को की थी।
ग्राहक: बिल <<दो हज़ार तीन सौ>> का आया है।\nएजेंट: पिछले महीने <<एक हज़ार आठ सौ>> था, मीटर देखना पड़ेगा।
मेरा मोबाइल नंबर <<98200 45517>> है, <<शाम छह बजे>> के बाद फ़ोन कीजिए।
होटल ने <<एक रात>> का ज़्यादा पैसा ले लिया, बुकिंग नंबर <<HT20915>> है।
एजेंट: पिन कोड?\nग्राहक: <<302 017>>, जयपुर। मकान नंबर <<सत्रह>>।
शिकायत नंबर <<SR 4471902>> है, <<दो हफ़्ते>> हो गए, कोई जवाब नहीं आया।
जिस कार्ड के आख़िरी चार अंक <<6710>> हैं, उसी पर वापस कर दीजिए।
एजेंट: कृपया अपना पिन किसी को न बताएँ।\nग्राहक: नहीं बताया, बस <<ऑर्डर नंबर 118204>> बोला था।
किश्त <<पाँच तारीख>> को कटती है, <<तीन हज़ार पाँच सौ रुपये>>, इस बार दो बार कट गई।
एजेंट: आपका नाम?\nग्राहक: <<सुनीता देशपांडे>>, पॉलिसी <<2019>> से चल रही है, एक भी प्रीमियम नहीं छूटा।
## spanish
Agente: Dígame el número de la tarjeta, por favor.\nCliente: Sí, {{4024 7922 2745 7641}}, caduca en {{05/28}}.\nAgente: Perfecto, le cobro los <<38,90 euros>> de la luz.
La tarjeta es {{cinco cuatro uno tres, nueve cero nueve cinco, cero nueve cinco seis, cuatro uno nueve tres}}, y quiero pagar solo la factura de <<marzo>>.
Agente: ¿Me da los tres dígitos de atrás?\nCliente: {{Ocho cero seis}}.\nAgente: Gracias, su número de confirmación es <<77120>>.
El reembolso del hotel hágamelo a esta cuenta, {{ES16 2085 5759 3831 8759 0217}}, son <<doscientos diez euros>>.
Cliente: Mi DNI es {{42174604X}}.\nAgente: ¿Y la dirección sigue siendo <<calle Olmo 14>>?
Tengo NIE, no DNI, es {{X9255948N}}, y la póliza es la <<HG-20881>>.
Apúntelo, el CIF de la empresa es {{B64411366}}, que en la factura <<2024/118>> lo pusieron mal.
Agente: Le acabamos de mandar un código por SMS.\nCliente: A ver... {{cuatro siete uno, nueve dos cero}}.\nAgente: Ya está, el retiro de <<0,12 bitcoin>> queda aprobado.
La CLABE es {{072 702 412946182715}}, a nombre de <<Distribuidora Salgado>>, y el pago es de <<8,400 pesos>>.
Agente: Le repito el IBAN, {{ES18 0049 9160 4838 2222 8416}}.\nClienta: Eso es, y que llegue antes del <<día 10>>.
Mire, el PIN de la línea es {{2 8 4 1}}, me lo dieron en la tienda, y aun así el móvil me dice que <<quedan dos intentos>>.
Cliente: A ver, espere, que no veo bien, {{cuarenta y cinco, cuarenta y ocho, treinta y cinco, ochenta y ocho}}.\nAgente: Sí, siga.\nCliente: {{Cero cero, cincuenta y nueve, cero ocho, sesenta y cuatro}}.
Le mandé {{nomina_septiembre.pdf}} al correo <<cobros@aguasdelsur.example>>, para lo del plan de pagos.
La contraseña que puse fue {{Girasol.1992}}, pero la web del seguro me dice que no existe.
Agente: ¿Cuál es la lectura del contador?\nCliente: <<Cero tres ocho uno dos>>, lo miré <<esta mañana>>.
La factura <<F-3390>> venía con <<ciento veinte euros>> de más, y no es la primera vez.
Agente: Se lo devolvemos a la tarjeta terminada en <<3318>>.\nCliente: Vale, ¿y cuánto tarda, <<cinco días>>?
Mi teléfono es el <<612 044 781>> y el correo <<marta.ruiz@correo.example>>, cualquiera de los dos me vale.
Reservé <<dos noches>> y me cobraron <<tres>>, la reserva es la <<LM40917>>.
Un momento, que tengo <<dos recibos>> y no sé cuál es cuál, uno es del <<4 de mayo>>.
Agente: No comparta nunca su clave con nadie.\nCliente: No, no, si solo me pidieron el <<número de siniestro, 2024-88173>>.
El vuelo era el <<IB 3166>>, lo cancelaron el <<quince de agosto>>, y nos deben <<seiscientos euros>>.
El código postal es <<41013>>, y el piso, <<tercero B>>, por si mandan al técnico.
Mandé los fondos a <<bc1qcycu7rwn7mk3c8v5qkmgzq6vq4vc8p3aelelhu>> el <<lunes a las nueve>>, y siguen pendientes.
Agente: Le quedan <<cuatro cuotas de cincuenta y cinco euros>>.\nCliente: ¿Y si pago dos ahora me quitan el recargo?
## german
Agent: Dann bräuchte ich noch Ihre IBAN für die Lastschrift.\nKundin: Ja, {{DE19 3704 0044 2774 5833 53}}.\nAgent: Danke, der Abschlag von <<84 Euro>> wird am <<1. Juli>> abgebucht.
Die Kartennummer ist {{vier sieben fünf eins, eins null acht sechs, fünf sechs acht eins, acht neun fünf sechs}}, und bitte nur die <<fünfzig Euro>> abbuchen.
Agent: Und die Prüfziffer hinten auf der Karte?\nKunde: {{Zwei sieben fünf}}.\nAgent: Vielen Dank, Ihre Buchungsnummer ist <<B-77410>>.
Meine Steuer-ID lautet {{41 493 625 708}}, Sie brauchen die ja für den Vertrag <<VT-20918>>.
Kunde: Ich lese mal vor, {{D E eins acht, eins null null fünf, null null null null, null sieben zwei acht, acht acht sechs eins, fünf eins}}.\nAgent: Alles klar, auf <<Herrn Petersen>>, richtig?
Unsere Umsatzsteuer-ID ist {{DE686072690}}, die fehlt auf der Rechnung <<2024-0417>>.
Agent: Sie müssten jetzt eine TAN bekommen haben.\nKundin: Ja, {{64 18 02}}.\nAgent: Gut, die Auszahlung über <<0,3 Bitcoin>> geht raus.
Das Hotel soll die <<hundertzwanzig Euro>> auf meine Maestro-Karte zurückbuchen, {{6759 8194 1596 6793 54}}, gültig bis {{04/27}}.
Agent: Ich wiederhole, {{DE38 7015 0000 8349 2323 87}}.\nKunde: Stimmt so. Und wann kommen die <<zweihundert>>?
Das Kundenkennwort ist {{Birnbaum44}}, das hat meine Frau damals so eingerichtet, <<2016>> glaube ich.
Anrufer: Die PIN für die SIM ist {{fünf null neun drei}}, aber das Telefon nimmt sie nicht.\nAgent: Wie viele Versuche haben Sie noch, <<zwei>>?
Ich habe Ihnen die {{Gehaltsabrechnung_Mai.pdf}} geschickt, an <<inkasso@stadtwerke-nord.example>>, wegen der Ratenzahlung.
Kundin: Reisepassnummer ist {{C4VW7K2M9}}, den Flug hatte ich über Sie gebucht.\nAgent: Und die Vorgangsnummer war <<RF-8831>>?
Moment, also {{sechsundvierzig neunundfünfzig, neunundzwanzig null vier}}, haben Sie das?\nAgent: Ja.\nAnrufer: Dann weiter {{siebenundzwanzig neunzig, achtundzwanzig fünfzehn}}.
Agent: Wie ist denn der Zählerstand?\nKunde: <<Drei acht null vier sieben>>, abgelesen <<heute früh>>.
Meine Kundennummer ist <<4471 8820 3>>, und es geht um die Mahnung vom <<12. Februar>>.
Einen Moment, ich habe hier <<zwei Rechnungen>>, die eine über <<neunundachtzig Euro>>, die andere ist schon bezahlt.
Agent: Die Erstattung geht auf die Karte mit den letzten vier Ziffern <<5507>>.\nGast: Ja, genau, und das dauert <<drei Tage>>?
Rufen Sie mich bitte unter <<0171 5550 183>> zurück, ab <<halb fünf>> bin ich zu Hause.
Die Schadennummer ist <<SN 2024 118 0093>>, der Wasserschaden war am <<dritten November>>.
Agent: Ihre Postleitzahl bitte?\nKundin: <<24103>>, Kiel, Hausnummer <<siebzehn a>>.
Bitte geben Sie niemandem Ihre PIN weiter, auch uns nicht. Ihr Ticket hat die Nummer <<550917>>.
Wir haben <<zwei Nächte>> gebucht und eine storniert, Sie haben aber <<dreihundertsechzig Euro>> abgebucht.
Die Coins gingen an <<0x6ec04b17d29a83f5e1c7402b98d3fa56017c9e84>>, das war am <<Sonntag gegen acht>>, App-Version <<3.7.1>>.
Agent: Dann machen wir <<sechs Raten zu je fünfundvierzig Euro>>.\nKunde: Einverstanden, die erste zum <<Fünfzehnten>>, ja?
## french
Agent : Je vous écoute pour le numéro de carte.\nClient : Alors, {{4973 8041 7147 9629}}, expiration {{09/26}}.\nAgent : Merci, je prélève <<42,60 euros>> pour la facture d'eau.
Ma carte c'est {{quatre neuf un sept, zéro six neuf quatre, deux huit zéro six, neuf quatre quatre six}}, et c'est pour régler <<soixante euros>>.
Agent : Et le cryptogramme au dos ?\nCliente : {{Trois un sept}}.\nAgent : C'est validé, votre numéro de dossier est le <<D-40918>>.
Pour le remboursement de l'hôtel, mon IBAN c'est {{FR76 2004 1369 7674 8023 2810 289}}, il y a <<cent quatre-vingts euros>> à rendre.
Agent : Je vous relis l'IBAN, {{FR76 3000 4661 2002 1601 5955 249}}.\nClient : C'est bien ça, au nom de <<Leroux>>.
Notre numéro de TVA, c'est {{FR90909731598}}, il manque sur la facture <<F2024-117>>.
Agent : Vous avez reçu un code par SMS ?\nCliente : Oui, {{cinq neuf zéro, deux deux huit}}.\nAgent : Parfait, le retrait de <<0,2 ether>> est confirmé.
Le mot de passe de mon espace client c'est {{Mirabelle_57}}, mais depuis <<mardi>> il ne marche plus.
Client : Mon passeport, c'est le {{18CK40927}}.\nAgent : Merci, et la réservation, c'est bien <<TRV-6620>> ?
Je vous ai envoyé {{bulletin_de_paie_mars.pdf}} pour l'échéancier, à l'adresse <<recouvrement@gazouest.example>>.
Attendez, c'est {{cinquante-quatre quatre-vingt-dix, zéro cinq cinquante}}, vous notez ?\nAgent : Oui oui.\nCliente : Puis {{trente-quatre soixante-treize, quatre-vingt-huit}}, non pardon, {{quatre-vingt-dix-huit, zéro cinq}}.
Agent : Quel est le relevé du compteur ?\nClient : <<Zéro deux sept un quatre>>, je l'ai regardé <<ce matin>>.
La facture <<20417>> est de <<quatre-vingt-douze euros>>, et j'ai déjà payé <<cinquante>>.
Agent : On rembourse sur la carte qui se termine par <<2290>>.\nCliente : D'accord, sous <<cinq jours>> ?
Mon téléphone, c'est le <<06 39 98 41 27>>, appelez plutôt <<après dix-huit heures>>.
Un instant, j'ai <<deux contrats>> chez vous, lequel des deux est en retard ?
Le sinistre porte le numéro <<24-118-0937>>, la tempête était le <<trois novembre>>.
Agent : Votre code postal ?\nClient : <<44200>>, à Nantes, au <<douze rue des Lilas>>.
Le hachage de la transaction, c'est <<692167104fffb7fda459220601bad37923cafb6994fde96c0eba4d2c3553df25>>, et il n'y a qu'<<une confirmation>>.
Agent : Ne donnez jamais votre code à personne.\nClient : Non, j'ai juste donné mon numéro client, <<7702 118>>, et ma date de séjour, <<le 4 août>>.
`,
	V: String.raw`
## english
Agent: Thanks for holding, I've got a balance of <<$342.18>> from your visit on <<March fourth>>. \nCustomer: Yeah, let's just get rid of it. It's a Visa, {{4738 2829 0654 3025}}, good through {{08/27}}. \nAgent: And the three digits on the back? \nCustomer: {{614}}.
Hi, I'm looking at statement number <<80044127>> from the radiology group and it says I owe <<two hundred and six dollars>>, but I already met my deductible in <<June>>.
Okay so the card is {{four six two oh, five four oh nine, six two nine oh, one oh six nine}}, and can you put it toward the <<eighty-five dollar>> copay first?
Agent: Can I get the member ID off the front of the insurance card? \nCustomer: Sure, it's <<XJW884210937>>, and the group number says <<70912>>.
Agent: To pull up your chart I need the last four of your social. \nCustomer: {{1689}}. \nAgent: Great, and you were born in <<1974>>, is that right? \nCustomer: Yes ma'am.
They billed me for a <<99214>> when I was in there for maybe ten minutes, so I want somebody to look at the coding on claim <<2024-118-55093>>.
[00:12] Caller: I was told to call back with my <<HSA card>>. \n[00:16] Rep: Go ahead whenever you're ready. \n[00:19] Caller: {{Five one two three, three two nine five}}, uh, {{oh five five oh}}, {{three four seven eight}}. \n[00:31] Rep: Expiration? \n[00:33] Caller: {{Eleven twenty-six}}.
Agent: So the denial code on that one is <<CO-197>>, which means no prior auth. \nCustomer: But I have the auth right here, it's <<A-7730192>>, they gave it to me over the phone on the <<ninth>>.
I can do <<fifty a month>> if you take it straight from checking. Routing is {{021059124}} and the account is {{639050965}}.
Speaker 1: You're set up for <<six payments of $57.40>>, first one on the <<15th>>. \nSpeaker 2: Perfect, and that's coming off the card ending in <<3478>>, right? \nSpeaker 1: That's the one.
My full social? Okay, it's {{three five four, two one, nine five four oh}}. I hate saying that in the break room, hang on, let me close the door. And my wife is <<Annette>>, she's on the policy too.
The anesthesia bill came separately, it's for <<$1,190>>, and honestly I've had three different people tell me two different things about it.
Agent: I'm going to read the card back to you: {{4205 4579 2227 4573}}. \nCustomer: Yep. \nAgent: And that's {{oh four}} of {{twenty-eight}}? \nCustomer: That's it.
Could you mail the itemized bill to <<418 Larkspur Lane>>, zip code <<97405>>, and put attention <<Denise Holloway>> on it?
Customer: I don't have the card with me but I have it in my notes, let me see... it's {{4649}}, then {{1307}}, then {{7299}}, and the last bit is {{0739}}.
This is <<Marcus>> from patient financial services returning your call, our direct line is <<541-555-0186>> and the reference is <<PFS-22817>>.
We need the tax ID of the practice to resubmit. \nSure, the EIN is {{47-3920186}}, and the place of service is <<eleven>>.
Agent: I can text you a link so you don't have to read out the number. \nCustomer: I'd rather do it now. <<American Express>>, {{3715 966793 56434}}. \nAgent: And the <<four-digit code>> on the front? \nCustomer: Ah, {{seven two oh eight}}.
I've got two kids on the plan and both of them had a well visit on the same day, so there should be two claims, not one, and each one was <<a hundred and forty>>.
Customer: Somebody from your office sent me {{https://pay.cedarhollowclinic.com/statements/2024-09-hollis.pdf}} and it isn't even my statement, that's some other patient's.
The collection notice says customer number <<55-20931>> with you guys but I paid the hospital directly on <<August 2nd>>, confirmation <<QX81L0>>.
Agent: What's your date of birth for me? \nCustomer: <<Ninth of May, nineteen eighty-one>>. \nAgent: And a driver's license number, since you don't have the policy in front of you? \nCustomer: {{D4827163}}, California.
Hold on, I read that wrong, it's not four four eight two, it's {{four four eight one}}, then {{two nine oh four}}, {{two seven nine oh}}, {{two eight one nine}}.
Agent: There's one more charge on here, a lab fee for <<$18>>. \nCustomer: One more? I had one blood test.
Rep: And the code from the back of the card, please. \nCaller: It's worn off... looks like {{three nine}} something, {{three nine five}}, I think. \nRep: <<Three digits>> is all we need, thank you.
Please fax it to <<503 555 0142>> and write claim <<4410938>> on top so it doesn't get lost like the first two did.
This is accounts receivable at <<Brightwater Supply>>, I'm following up on invoice <<BW-30417>> for <<$12,480.00>>, which was due on <<September 30>>.
If you're wiring it, use routing {{121035378}}, account number {{0922104913}}, and please put the invoice number, <<30417>>, in the memo.
Agent: Who am I speaking with? \nCustomer: <<Priscilla>> in AP. We cut check number <<10482>> for that on Friday, it should be there in three to five days.
Customer: Our controller wants to pay the whole thing on the corporate card. \nAgent: No problem, there's a <<three percent>> fee. \nCustomer: Fine. {{5446 8714 7207 9339}}, expires {{12/26}}, code {{882}}.
We short-paid it because there were only forty-eight units on the pallet, not fifty, so that's <<ninety-six dollars>> off, see the packing slip <<PS-7719>>.
Could you send over your W-9? I've got one here but it's called {{W9_Kestrel_Design_2019.pdf}}, so it's <<five years old>>.
Our remit-to changed, the new bank is <<First Prairie>>, and the A B A is {{zero seven one, zero one two, zero four three}}, account {{seven seven one eight, four four four two, eight eight}}.
Agent: I'm showing PO <<4500019283>> is still open on our side. \nCustomer: Right, we only received two of the five lines.
It's net sixty, not net thirty, it's on page two of the agreement we signed on <<1 February>>, and one of your people confirmed that in an e-mail to <<ap@larchmontfoods.com>>.
Customer: I'm with the vendor portal. What's the federal ID on your account, the E I N? \nAgent: {{Eight two, four four one, oh nine, one seven}}. \nCustomer: Okay, and I have <<Pier Nine Logistics>> as the legal name.
Right, so for the London office it's sort code {{20-45-61}} and account {{45237895}}, and quote <<INV-2208>> or it'll sit in suspense for a week.
Agent: You're <<forty-one days>> past due on <<two invoices>>, the total is <<£8,316.50>>. \nCustomer: I know, I know, I've got one in the run on <<Thursday>>.
The IBAN, yes, it's {{G B four oh, N W B K, nine six three seven, three four oh nine, eight seven seven five eight oh}}. Did you get all that? It's for <<£2,045.75>>.
Agent: Sorry, you broke up, was that {{GB61 BARC 0907}} and then? \nCustomer: {{0211 0470 30}}. \nAgent: Lovely, I've got it, and the reference is <<SO-6631>>.
Your VAT number needs to be on there or I can't book it. \nOh, sorry, it's {{GB 332 4192 82}}, I'll reissue <<invoice 1163>> today.
We got a credit note, number <<CN-0094>>, for <<four hundred euros>>, but nobody's applied it, and now the dunning letter says <<level three>>.
Caller: The Dutch entity is the one you should be billing. The VAT ID is {{NL497007174B01}}, and the address is <<Keizersgracht 88>>.
Tracking says it was signed for, <<1Z 88W 104 03 9921 4470>>, on <<the twelfth at 10:40>>, so I don't see how that's still in dispute.
Agent: If we don't have it by <<close of business Friday>> it goes to the agency. \nCustomer: Give me one second. Okay, here's the card. {{Fifty-four eighteen, fifty-nine oh one, forty-four thirty-five, twenty-nine fifty-seven}}.
Can I just ask, is this call number <<CA-90771-4>> the one I should mention when I call back, or the ticket, <<66120>>?
The remittance file bounced because your account's closed. Do you have a new one? \nWe do, it's A I B in Ireland now, so {{IE57 AIBK 8498 6338 0710 78}}.
Customer: I'll pay <<half now>> and <<half on the first>>. \nAgent: Okay, what card? \nCustomer: Discover, {{six oh one one, three eight two two, double two eight four, one six seven four}}. \nAgent: So the last four are <<1674>>? \nCustomer: Correct.
My renewal went through at <<$119>> last night and I'd cancelled it on <<the 3rd>>, I have the cancellation number, it's <<C-558120>>.
Agent: The card on file, ending in <<0538>>, was declined. \nCustomer: Yeah, they replaced it. The new one's {{6011 2512 6831 1605}}, and it's good till {{March 2029}}.
Is the family plan still <<nineteen ninety-nine a month>>? Because the app says <<twenty-two>> and the e-mail says something else again.
Customer: I'm on version <<4.12.3>> and it still tells me my subscription expired on <<01/15>>. \nAgent: Let me refresh that, one moment.
Agent: I've sent a <<six-digit code>> to your phone, can you read it to me? \nCustomer: Yeah, it just came, {{four eight one, nine oh two}}. \nAgent: Thank you. So you'd like to go from annual to monthly, that's <<$11.50>>.
Use promo code <<STAY25>> when you check out, that takes it down to <<$44.99>> for the first year.
Caller: I changed my password to {{Maple!Heron42}} and it still won't let me in to cancel. \nRep: Please don't tell me your password, sir. \nCaller: Well, you've got it now.
You charged me twice, once on the <<sixth>> and once on the <<seventh>>, same amount, <<thirteen dollars and ninety-nine cents>>.
Customer: So it's expiring and I want to update it before it renews on <<the twentieth>>. The number didn't change, {{4062 1795 2140 4565}}, only the date did, it's {{05/30}} now.
Agent: The order number starts with three letters. \nCustomer: Okay, <<TRV>>, then <<four four seven one two oh>>.
The gym says my pin for the door is {{7714}} but it doesn't work, and I'm paying <<thirty-five a month>> for this.
I never got a renewal notice, the address you've got, <<jolene.p@example.com>>, is right, and I checked the spam, there's nothing there since <<November>>.
Agent: What's the new card number? \nCustomer: {{Four one eight nine}}... \nAgent: Sorry, the dog was barking, could you start again? \nCustomer: Ha, sorry. {{Four one eight nine, eight three seven eight}}. \nAgent: Uh-huh. \nCustomer: {{Two oh seven two, one two four nine}}.
I'd like a refund for the second seat, we're one person now, it was <<$288>> and the invoice is <<SUB-2024-00917>>.
Customer: It's asking me for a CVC and I don't know what that is. \nAgent: It's on the back, by the signature. \nCustomer: Oh, okay, {{zero five one}}.
We've got twelve licenses but only nine people, so take three off and send the new quote to <<Terrence>>, reference <<Q-8814>>.
Agent: I can't see the full number, only <<2957>> at the end. \nCustomer: That's my old one, I've got a Mastercard now. {{2221 4667 6605 4508}}.
Speaker 2: Is there any way to pause it? \nSpeaker 1: You can pause for up to <<ninety days>>, once a year. \nSpeaker 2: Once is enough, thanks.
I sold a lamp for <<$240>>, order <<19-10822-55471>>, and the payout still says pending after eight days.
Agent: Before I can change the payout bank I need the last four digits of your Social Security number. \nCustomer: {{Five five five six}}. \nAgent: And the zip on the account? \nCustomer: <<60625>>.
My new payout account is at the credit union, so it's routing {{272276222}}, and the account number is {{53613032}}, checking not savings, and there's <<one other thing>>.
Buyer says the box was empty. I have the weight from the counter, <<two pounds four ounces>>, and the receipt, number <<0091>>.
Customer: Where do I find my 1099? \nAgent: I've just dropped it in your inbox, it's called {{1099-NEC_2023_final.pdf}}. \nCustomer: Got it, and box one says <<$14,206>>, which is wrong.
I don't have a social, I've got an ITIN, that's {{934-78-2106}}, will that work for the tax interview, or is it only <<W-9>> people?
Agent: Your freelancer ID is <<FL-330918>> and I can see milestone two was released on <<Monday>>. \nCustomer: Two was, but three wasn't.
Caller: I'm in <<Sydney>>, so it's BSB {{062-184}}, account {{1048 2297}}, and you'll want my ABN too, {{82 129 314 922}}.
They take <<ten percent>>, then another <<two dollars>> for the withdrawal, and then the bank takes one more cut on top.
Customer: The contract's in <<Toronto>> so they're asking for my SIN. \nAgent: You can give it to me here. \nCustomer: {{One oh three, two three five, two nine seven}}.
Agent: We released it to <<0xcc76d5b3309f7fc2fd152e808c142a1b52a9251a>> at <<14:22 UTC>>. \nCustomer: That's my address, but nothing's showed up.
The payout hash is <<0x0522f57cf508fd41da57f30b7ce30fcbd573fbc0fabb28b6fc62c47d0393c5cd>>, three confirmations so far, and it's for <<0.84 ETH>>.
Support told me to paste this, so, my private key is {{ff58f96c4d13f5ff9387c6e5df39459229dc71cb1850379042f5fcc72aa3244d}}. Was I not supposed to?
Seller: My API key stopped working after the upgrade, it starts with {{sk_live_9fTq2LmX7bVz4RkW}}. \nAgent: Okay, please rotate it after this call. And the request ID? \nSeller: <<req_81Kd02>>.
My passport's the only ID I've got with me, number {{548219037}}, issued in <<2019>>.
Agent: Can you confirm the amount of the last payout? \nCustomer: <<Three hundred and twelve fifty>>, and the one before that was <<ninety-eight even>>.
Client put it on a card instead, and the weird thing is she left me the whole number on voicemail, {{4859 2131 9185 5181}}, so can you run <<four hundred>> from your side?
The dispute closes in <<forty-eight hours>>, case <<D-7002316>>, and I've uploaded <<two photos>> and one video.
I'm at an airport and my debit's frozen. I've got <<one hour>> till boarding. Card number {{five one three nine, eight oh four eight, two one three seven, one four three oh}}.
Agent: For security, what's the telephone PIN? \nCustomer: {{Six, six, oh, three}}. \nAgent: Thanks, you're verified. You've got <<$1,406.77>> available.
Agent: Did you make a purchase of <<$62.10>> at a gas station in <<Tulsa>> on <<Saturday>>? \nCustomer: No, I've never been to Tulsa. One of my kids, maybe?
Caller: It's asking for a code. \nAgent: That's from us, go ahead. \nCaller: It says, um, {{93}}, {{17}}, {{50}}. \nAgent: {{931750}}, thank you.
How long does a wire take? I sent <<five thousand>> on <<Tuesday>> and the Fed reference is <<20241015MMQFMP2K001182>>.
My account number? Sure, it's {{eight four oh, one six five, five four seven six nine}}, it's the joint one with my husband, opened in <<2011>>.
I can't get into the wallet on my new phone. The <<twelve words>> are {{gravity lemon orbit tissue canyon velvet eager puzzle hockey album frown sister}}, and it keeps saying invalid.
Agent: Never read your recovery phrase to anyone. \nCustomer: I only wanted to know if it's <<twelve words>> or <<twenty-four>>, the paper's a bit smudged.
Customer: So the <<first four>> are {{wagon, hybrid, torch, sunny}}. \nAgent: Sir, please stop. \nCustomer: And then {{ocean, ribbon, dwarf}}, okay, okay, I'll stop.
I've got a replacement card coming, they said seven to ten business days, and the courier's number is <<JD0146 0009 2218>>.
Agent: Can I take your National Insurance number? \nCustomer: It's {{J L, seven three nine, six five seven, A}}. \nAgent: Thank you, and the first line of your address? \nCustomer: <<14 Rowan Close>>.
The app shows error <<4032>> every time I try to send more than <<one hundred>>, it's build <<2.9.1>>.
Agent: You can see the September one at {{https://online.prairietrust.com/docs/estatement/09-2024?acct=5536}}. \nCustomer: And the general help page is <<prairietrust.com/help>>, yes?
My phone number changed, it used to be <<612 555 0119>>, now it's <<612 555 0173>>, and that's why I'm not getting your codes.
Rep: And what do you want the new online password to be? \nCaller: Let's do {{capital R, rivers, dash, nineteen, exclamation point}}. \nRep: You'll have to type that yourself, I'm afraid.
It's the long number you want? {{Forty-nine twenty-nine, thirty-one ninety-seven, twenty-three oh four, twenty-five thirty-one}}, and it runs out {{oh two twenty-nine}}.
I've a question about box six on the return, do I put the <<£4,200>> in before or after VAT, and is the deadline the <<seventh>> or the <<thirty-first>>?
Agent: I'll need your UTR, the ten-digit one. \nCustomer: {{5623 516 815}}. \nAgent: Got it, and this is for the <<2022 to 2023>> year.
Is a logo design zero-rated if the client's in <<Norway>>? I've got one invoice, number <<17>>, for <<€900>>, and I didn't charge anything.
Client in Berlin is asking for reverse charge, her number is {{DE132205624}}, and I'd like to know whether I still write <<19 percent>> anywhere.
Customer: You withheld <<thirty percent>> from me. \nAgent: That's because we have no W-8 on file. \nCustomer: I sent it! It's {{W-8BEN_signed_2024.pdf}}, uploaded on <<April 11>>.
I made <<eleven hundred>> on one platform and <<six fifty>> on the other, so do I get two forms or just one?
Agent: And your tax file number? \nCustomer: {{936 466}}, then, sorry, I need my glasses, {{404}}. \nAgent: Right, and that's for the year ending <<30 June>>.
My bookkeeper wrote sales tax of <<8.25%>> on invoice <<2231>>, but the customer's in <<Oregon>>, so shouldn't that be zero?
The payslip you sent, {{payslip_march_okafor.pdf}}, shows tax code <<1257L>>, but I've only got the one job.
Agent: The IRS letter you've got there, what's the notice number at the top? \nCustomer: It says <<CP2000>>, and there's a response date of <<December 18>>, and two pages of tables.
## hinglish
Agent: Sir aapka renewal <<12 August>> ko due hai, amount hai <<4,720 rupees>>. \nCustomer: Haan kar dijiye, card number note kijiye, {{6521 5525 1675 4345}}. \nAgent: Expiry? \nCustomer: {{09/28}}.
Ji mera naam <<Sunita>> hai, maine do din pehle ek complaint daali thi, ticket number <<88214>>, abhi tak koi call nahi aaya.
Card ka number bol raha hoon, {{chaar teen chaar chaar, saat aath aath ek, ek chaar zero paanch, chhah nau chhah zero}}, likh liya aapne?
Agent: Refund ka UTR number hai <<428816650912>>, aap bank mein check karwa lijiye. \nCustomer: Theek hai, teen din mein aa jayega na?
Payout mere naye account mein bhejna, account number {{50100284471936}} hai aur IFSC {{HDFC0001482}}, branch <<Kothrud>> wali.
Agent: OTP aaya hoga aapke phone pe, bataiye. \nCustomer: Haan <<ek minute>>... {{saat do nau, zero zero chaar}}. \nAgent: Thank you ma'am, verify ho gaya.
Hospital ka bill <<18,450>> ka bana hai aur TPA ne sirf <<gyarah hazaar>> approve kiya, claim number <<TPA/24/77120>> hai.
Aap GPay pe bhej do na, meri UPI ID hai {{rohit.verma88@oksbi}}, aur confirmation <<rohit.verma88@example.com>> pe daal dena.
Customer: GST invoice pe humara number galat chhapa hai. \nAgent: Sahi number bata dijiye. \nCustomer: {{27ZHJCU7868N1Z5}}. Invoice number <<INV/0423>> hai.
Pin code <<560034>> hai, aur delivery wala do baar aake chala gaya, tracking ID <<FMPC2209114>> dekh lijiye.
PAN ke bina TDS <<bees percent>> kat jayega, to mera PAN likh lijiye, {{W V P P E, eight one two three, C}}.
Agent: Verification ke liye Aadhaar number chahiye hoga. \nCustomer: {{Four five seven nine, one three two four}}, haan, {{five zero seven zero}}. \nAgent: Dhanyavaad.
Madam humne <<teen invoice>> bheje the, ek ka payment aaya hai, baaki do ka kab hoga? Total <<2 lakh 36 hazaar>> pending hai.
[00:41] Caller: CVV bhi chahiye kya? \n[00:43] Agent: Haan ji, card ke peeche teen number hain. \n[00:47] Caller: {{Nau ek paanch}}. \n[00:50] Agent: Okay, <<999 rupaye>> debit honge.
Mera subscription auto renew ho gaya <<1,499>> mein, maine to <<last month>> hi band karne bola tha, ek executive ne haan bhi bol diya tha.
Wallet ka KYC atka hua hai. Maine PAN diya tha, {{TLCPG1966M}}, par app mein naam <<Farida>> ki jagah kuch aur dikha raha hai.
Customer: ATM PIN bhool gaya, purana {{4 0 8 1}} tha shayad. \nAgent: Sir PIN kisi ko mat bataiye, main naya generate karne ka link bhejti hoon.
Freelance project ka <<USD 350>> aaya tha, usme se platform ne <<dus percent>> kaat liya, phir bank ne bhi ek baar charge laga diya.
Agent: Card ka last four digit confirm kar dijiye. \nCustomer: Last four <<6960>>. \nAgent: Sahi hai, aur statement date <<5 tareekh>> hai.
Sorry sorry, galat bol diya, card double five, wait, {{five one zero three, three one two six}}, uske baad {{eight eight one eight, five six eight nine}}.
Company ka GSTIN hai {{two nine, Y V A F E, six three eight two, S one Z R}}, Bangalore ka registration, aur PO number <<7719>> mention karna.
Agent: Aapka call reference <<CR-550918>> hai, isko sambhal ke rakhiye. \nCustomer: Ji, aur aapka naam? \nAgent: <<Imran>>.
Maine do mobile pe app login kiya hai, dono mein version <<7.0.4>> hai, par ek mein balance zero dikha raha hai.
Net banking ka password {{Chameli@2291}} rakha tha, ab login hi nahi ho raha, <<teen baar>> try kar chuka hoon.
Agent: Account number repeat karti hoon, {{3 3 8 1, 0 0 2 7, 6 5 4}}. \nCustomer: Bilkul. \nAgent: IFSC {{SBIN0007214}}? \nCustomer: Haan wahi.
Invoice pe <<18 percent>> GST lagana hai ya zero? Client <<Dubai>> ka hai, amount <<ek lakh>> se kam hai.
Caller: USDT wala payout kis address pe gaya? \nAgent: <<TQm4rX9vWkS2nLbYc7ZpHf8uEdJ3aGoRt5>> pe, <<250 USDT>>, kal <<shaam saat baje>>. \nCaller: Haan yeh mera hi hai.
Salary slip maang rahe the loan wale, maine {{Payslip_Jul2024_Sunita.pdf}} mail kar di, ab aur kya chahiye? <<Do>> forms pehle hi bhare hain.
Mere wallet ke words likh lo, {{cabin young trumpet invite salmon glory bench pencil ribbon dwarf ocean marble}}, aur jaldi recover kar do please.
Lab wale ne <<do baar>> charge kiya, ek <<650>> ka aur ek <<700>> ka, bill number <<L-33081>>, dono same test ke hain.
## devanagari
एजेंट: आपका बकाया <<तीन हज़ार दो सौ रुपये>> है। \nग्राहक: ठीक है, कार्ड से ले लीजिए, {{छह पाँच दो एक, एक दो शून्य शून्य, दो एक छह शून्य, एक पाँच नौ नौ}}।
मैंने <<दो दिन पहले>> शिकायत की थी, टिकट नंबर <<44719>>, अभी तक किसी ने एक बार भी फ़ोन नहीं किया।
एजेंट: कृपया ओटीपी बताइए। \nग्राहक: हाँ आया है, {{पाँच आठ एक, तीन शून्य सात}}। \nएजेंट: धन्यवाद, <<एक मिनट>> रुकिए।
अस्पताल का बिल <<₹27,300>> का है और बीमा कंपनी ने क्लेम <<CLM-90418>> अब तक पास नहीं किया।
मेरा आधार नंबर लिख लीजिए, {{6764 1852 6507}}, और नाम में <<कविता>> ही रहने दीजिए।
एजेंट: आपका नवीनीकरण <<15 सितंबर>> को है। \nग्राहक: पिछली बार दो बार पैसे कटे थे, इस बार एक ही बार काटिएगा।
नया कार्ड आ गया है, नंबर है {{६५२१ ४९८३ १३०९ ४२२२}}, इसकी वैधता {{११/२९}} तक है।
ग्राहक: पैसे किस खाते में आएँगे? \nएजेंट: जो आपने दिया था, खाता {{20817744690}}, आईएफ़एससी {{BKID0004812}}। \nग्राहक: हाँ, सही है।
मेरा पिन कोड <<302017>> है और फ़ोन नंबर <<98290 55127>>, कूरियर वाले को दे दीजिए।
एजेंट: पैन नंबर बताइए। \nग्राहक: {{सी के एम पी पी, छह शून्य नौ चार, एक्स}}। \nएजेंट: ठीक है, टीडीएस <<दस प्रतिशत>> कटेगा।
फ़्रीलांस का पेमेंट <<12 तारीख>> को रिलीज़ हुआ था, ट्रांज़ैक्शन नंबर <<T2409128834>>, मगर बैंक में नहीं आया।
यूपीआई से भेज दीजिए, आईडी है {{kavita.j@ybl}}, <<पाँच सौ>> अभी और बाकी कल।
एजेंट: कार्ड के पीछे के तीन अंक? \nग्राहक: {{दो शून्य आठ}}। \nएजेंट: <<₹899>> का भुगतान हो गया।
हमारे <<दो इनवॉइस>> बाकी हैं, एक <<0771>> और एक <<0774>>, कृपया महीने के आख़िर तक दे दीजिए।
जीएसटी नंबर ग़लत छपा है, सही वाला {{33HKXCH2813S1Z1}} है, <<दो दिन>> में बिल दोबारा बना दीजिए।
एजेंट: जो कार्ड <<4222>> पर ख़त्म होता है, उसी से काटूँ? \nग्राहक: हाँ, वही वाला।
मेरा एटीएम पिन {{सात सात दो चार}} काम नहीं कर रहा, <<तीन बार>> डाल चुका हूँ।
ऐप का वर्शन <<5.3.0>> है और हर बार <<एरर 1102>> दिखाता है, दोनों फ़ोन में।
ग्राहक: स्टेटमेंट की फ़ाइल नहीं खुल रही। \nएजेंट: कौन सी, {{Statement_Aug_2024.pdf}}? \nग्राहक: जी, <<अगस्त>> वाली।
क्या विदेशी ग्राहक के बिल पर <<18 प्रतिशत>> टैक्स लगेगा? रकम <<चालीस हज़ार>> है, और बिल नंबर <<बारह>>।
## spanish
Agente: Le aparece un saldo de <<86,40 euros>>. \nCliente: Sí, se lo pago con la tarjeta, {{4160 8012 3373 6825}}, caduca en {{03/28}}. \nAgente: ¿Y el código de atrás? \nCliente: {{447}}.
Buenos días, llamo por la factura <<2024/0318>>, que venció el <<10 de octubre>> y todavía no nos han hecho el pago.
Es la {{cuarenta y ocho cincuenta y nueve, veintiuno treinta y uno, noventa y uno ochenta y cinco, cincuenta y uno ochenta y uno}}, y a nombre de <<Remedios Pardo>>.
Clienta: Me han renovado sin avisar, <<cincuenta y nueve con noventa>>. \nAgente: ¿Me dice el correo de la cuenta? \nClienta: <<rpardo@correo-sur.es>>.
El IBAN nuevo es {{ES28 0049 2153 8795 2772 1982}}, por favor cámbielo antes del <<día uno>> porque el otro lo cierro.
Agente: Dígame su DNI. \nCliente: {{Cincuenta y siete, ciento tres, ciento cuarenta y tres, P}}. \nAgente: De <<Pamplona>>, perfecto, un momento.
La clínica me cobró dos consultas y yo solo fui una vez, el <<23 de mayo>> a las <<nueve y media>>.
Ponga en la factura el CIF {{B09091612}} y la dirección de <<calle Olmos 14>>, que la otra es la antigua.
Agente: Le hemos mandado un código por SMS. \nCliente: A ver... {{siete cero cuatro, uno uno nueve}}. \nAgente: Gracias, ya está dentro, su solicitud es la <<20771>>.
¿Lleva IVA del <<21 por ciento>> si el cliente es de <<Lisboa>>? La factura es la número <<veintidós>>, de <<mil doscientos>>.
Soy extranjera, tengo NIE, {{X, ocho nueve siete cuatro, seis siete cuatro, M}}, y con eso me di de alta como autónoma.
[00:08] Agente: ¿Con qué tarjeta pagó? \n[00:11] Cliente: Con la que termina en <<6825>>. \n[00:14] Agente: La veo, son <<dos cargos>> del mismo día.
Mire, la CLABE para el depósito es {{012180128470824318}}, del banco de siempre, y son <<tres mil pesos>>.
El pedido <<MX-77120-4>> salió el lunes, la guía es <<8831 0047 2216>>, y el vendedor no me contesta desde hace dos días.
Cliente: Le doy la tarjeta despacio. {{Cinco uno uno dos, tres cuatro dos tres}}... \nAgente: Sí. \nCliente: {{tres cuatro siete cinco}}, y {{tres tres cuatro cero}}. \nAgente: Muy bien.
Me piden el CPF porque facturo desde Brasil, es {{197.666.536-15}}, y el contrato es el <<C-4471>>.
Agente: Su número de caso es <<550 127>>, le llamamos en cuarenta y ocho horas. \nCliente: Espere un momento que lo apunto.
La contraseña que puse era {{Tortuga77.verde}} y ahora me dice que no existe el usuario, y llevo <<dos horas>> así.
El retiro salió a la dirección <<0xcc1fac1454ef3484de21cd9aaedfe57009ee59c9>>, fueron <<ciento veinte USDC>>, pero no me ha llegado nada.
Clienta: ¿Le paso la nómina? \nAgente: Sí, por favor. \nClienta: Se llama {{nomina_septiembre_2024.pdf}}, va con el expediente <<3390>>.
Ya pagué <<la mitad>>, quedan <<cuatrocientos quince>>, y me dijeron que podía hacerlo en tres plazos sin intereses.
Agente: Le repito la cuenta, {{ES08 2100 2157 1672 8177 6859}}. \nCliente: Eso es. \nAgente: La transferencia sale <<mañana jueves>>.
Mi póliza es la <<SAL-0091827>>, y el teléfono de contacto <<611 55 02 93>>, llámenme después de las dos.
Puse mal el PIN, creo que era {{cero nueve seis dos}}, y se me ha bloqueado la aplicación, la versión <<3.1.7>>.
¿Y la suscripción anual cuánto es, <<noventa y nueve>>? Porque en la web pone una cosa y en el correo del <<4 de junio>> otra.
## german
Agent: Offen sind noch <<129,80 Euro>> aus der Rechnung vom <<3. Juli>>. \nKundin: Dann nehmen Sie die Kreditkarte, {{5498 0212 9654 0226}}, gültig bis {{10/27}}. \nAgent: Und die Prüfziffer? \nKundin: {{336}}.
Guten Tag, ich rufe wegen der Mahnung an, Rechnungsnummer <<RE-2024-1187>>, die haben wir am <<12.>> überwiesen.
Also die Karte ist {{einundfünfzig zweiundsiebzig, fünfzig fünfundfünfzig, siebzig sechzehn, einundachtzig neunundzwanzig}}, haben Sie das?
Kunde: Ich habe zwei Abbuchungen, aber nur ein Abo. \nAgent: Wie ist Ihre Kundennummer? \nKunde: <<4471 0098>>.
Meine neue Bankverbindung ist {{DE63 3704 0044 3593 5659 77}}, die alte bitte ab <<ersten November>> nicht mehr benutzen.
Agent: Ich bräuchte dann noch Ihre Steuer-ID. \nKunde: {{Zwei zwei fünf, sechs drei null, sieben vier eins, acht drei}}. \nAgent: Danke schön.
Die Arztrechnung ist über <<dreihundertzwölf Euro>>, die Kasse hat aber nur <<zweihundert>> erstattet, Vorgang <<L-55102>>.
Unsere Umsatzsteuer-ID fehlt auf der Rechnung, das ist die {{DE 818 428 259}}, bitte schicken Sie mir <<eine neue>> bis Freitag.
[00:05] Kundin: Das ist die Karte mit der Endung <<0226>>. \n[00:09] Agent: Genau, da sind <<19,99>> abgegangen, am <<zweiten Mai>>.
Die IBAN, Moment, {{DE zwölf, zwanzig null fünf, null fünf fünfzig, achtundsiebzig null vier, sechsundzwanzig zweiundachtzig, achtundachtzig}}, auf <<Wiebke Harms>>.
Muss ich auf die Rechnung nach <<Wien>> neunzehn Prozent draufschlagen oder gar nichts? Es geht um <<Nummer 44>>, <<650 Euro>>.
Agent: Sie haben eine TAN bekommen. \nKundin: Ja, {{acht drei null, zwo zwo sechs}}. \nAgent: Wunderbar, das Limit ist jetzt <<zweitausend>>.
Der Käufer behauptet, das Paket war leer, Sendungsnummer <<JJD0003 9021 7744>>, und ich warte seit drei Wochen auf die Auszahlung.
Mein Passwort war {{Regenbogen!58kv}}, damit komme ich aber seit dem Update auf <<6.2>> nicht mehr rein.
Kunde: <<Einen Moment>>, ich hole die Karte. So, {{vier sechs acht eins, acht neun fünf null}}, ähm, {{null sechs sechs zwo, drei sechs zwo vier}}. \nAgent: Dankeschön.
Ihre Vorgangsnummer ist die <<7720-B>>, wir melden uns in ein bis zwei Tagen unter <<0151 555 03418>>.
Kundin: Ich hab die Lohnabrechnung hochgeladen. \nAgent: Die {{Lohnabrechnung_08_2024.pdf}}? \nKundin: Ja, die vom <<August>>.
Wir zahlen <<dreißig Tage netto>>, mit <<zwei Prozent>> Skonto in zehn Tagen, das steht so in der Bestellung <<4500-331>>.
Agent: Ich lese noch mal vor, {{AT19 2011 1212 5565 6479}}. \nKunde: Stimmt. \nAgent: Dann geht die Gutschrift von <<88 Euro>> morgen raus.
Die Auszahlung ging laut Ihnen an <<bc1q7hk2v9x0m4ntrw5ys8eu3lzgdpa6cfj0e2kq4r>>, das waren <<0,012 Bitcoin>>, bestätigt wurde nichts.
Die PIN von der Karte ist {{neun null sieben eins}}, ach, das soll ich ja gar nicht sagen.
Kündigen wollte ich zum <<31.12.>>, schriftlich, und jetzt haben Sie mir ein Jahr für <<neunundneunzig Euro>> verlängert.
Meine Wiederherstellungswörter sind {{gravity lemon orbit tissue canyon velvet}}, weiter komm ich nicht, die <<zweite Hälfte>> ist verwischt.
Agent: Postleitzahl? \nKunde: <<26121>>, Oldenburg. \nAgent: Und Hausnummer vier? \nKunde: Nein, vierzehn.
Ich kriege zwei Briefe, einen mit <<erster Mahnung>> und einen mit <<letzter Mahnung>>, beide vom selben Tag, über <<47,15 Euro>>.
## french
Agent : Il reste <<64,30 euros>> sur la facture du <<2 septembre>>. \nCliente : D'accord, prenez la carte, {{4970 2253 9028 8505}}, elle expire en {{06/27}}. \nAgent : Et le cryptogramme ? \nCliente : {{718}}.
Bonjour, j'appelle au sujet de la facture <<F-2024-0912>>, vous nous relancez alors qu'on a payé le <<18>>.
C'est {{quarante-neuf soixante-dix, quatre-vingts quatre-vingt-seize, seize soixante-neuf, soixante-dix-neuf quatre-vingt-cinq}}, au nom de <<Solène Garrigue>>.
Client : J'ai été prélevé deux fois ce mois-ci, <<douze euros>> et <<douze euros>>. \nAgent : Votre numéro de client ? \nClient : <<88 20 417>>.
Le nouvel IBAN c'est {{FR76 3000 4213 5441 3645 9255 973}}, il faut changer avant la paie du <<28>>.
Agent : Quel est votre numéro de TVA intracommunautaire ? \nCliente : {{FR 65 809 325 855}}. \nAgent : Merci, je refais la facture <<1140>>.
La mutuelle m'a remboursé <<vingt-trois euros>> sur <<soixante>>, et le dossier <<M-40921>> est marqué comme clos.
Vous me demandez le code reçu par texto ? C'est {{quarante-deux, zéro huit, dix-neuf}}.
Est-ce que je mets la TVA à <<20 %>> si mon client est à <<Genève>> ? C'est une facture de <<mille cent euros>>, la numéro <<trente et un>>.
[00:22] Client : Ma carte, alors, {{quatre neuf sept zéro, cinq neuf six huit}}. \n[00:29] Agent : Je note, c'est pour les <<37 euros>> ? \n[00:31] Client : {{Six quatre deux cinq, quatre sept cinq cinq}}.
L'acheteur a ouvert un litige, numéro <<LT-220871>>, et mon virement de <<quatre-vingt-dix euros>> est bloqué depuis une semaine.
Mon mot de passe c'est {{Tournesol_1987x}}, je l'ai tapé <<trois fois>> et l'appli me dit compte bloqué.
Agent : La carte qui se termine par <<8505>>, c'est toujours la bonne ? \nCliente : Oui, un instant... oui, c'est bien celle-là.
Je vous ai envoyé mon bulletin, {{bulletin_paie_juillet.pdf}}, depuis l'adresse <<s.garrigue@postal-ouest.fr>>.
Agent : Je vous relis le compte, {{BE50 6755 2528 7800}}. \nClient : C'est ça. \nAgent : Le versement part <<vendredi à 16 h>>.
Vous pouvez me rappeler au <<06 39 98 41 27>>, entre deux et quatre heures, en donnant la référence <<R-771>>.
L'abonnement passe de <<neuf euros>> à <<quatorze euros>> le <<1er janvier>> et personne ne m'a prévenue, c'est un peu fort.
Pour le guichet, mon code secret c'est {{sept un zéro quatre}}, mais la machine a avalé la carte hier à <<19 h 40>>.
Le transfert est parti, le hash c'est <<0x773791afb703e08124d5dc60c4ffc9e28844e3e510c7a2186b0261b1df9576a0>>, il y avait <<deux cents USDT>>.
Ma phrase de récupération, je vous la lis, {{ocean ribbon dwarf marble pencil cabin young trumpet invite salmon glory bench}}, et après je fais quoi ?
`,
	W: String.raw`
## english
Agent: Thanks for holding, Mrs. <<Okafor>>. Which card should I take the <<$84.20>> from?\nCustomer: The Visa. It's {{four five three two, seven three eight two, eight two nine oh, six five four eight}}, good through {{eleven twenty-seven}}.
I'm calling about invoice <<INV-20418>>, it says <<$1,350.00>> but when I spoke to <<Dana>> we'd agreed on nine hundred flat.
Customer: I put the SIM in the new phone and now it's asking me for a PUK, so I can't even get your text.\nAgent: I've got it here, it's {{67 58 95 56}}, and after that it lets you choose a new PIN.\nCustomer: Okay, I'll just go with {{8573}}.
Agent: A code should have just come through on your mobile.\nCustomer: Yep. {{Five six six}}.\nAgent: Uh-huh.\nCustomer: {{Three five nine}}.\nAgent: Lovely, you're verified, and the <<£212>> goes out on <<Tuesday>>.
Sure, give me <<one moment>>, I've got <<two invoices>> open here and I want to be certain I'm looking at the right one.
So the key we have in production is {{sk_live_51Nq8ZtKe4vWm2RcPyT0uB}} and ever since <<version 3.2.1>> every payout comes back with a <<401>>.
Agent: And your National Insurance number, please?\nCaller: It's {{J for Juliet, P for Papa, fifty-six, sixty-nine, oh two, C for Charlie}}.\nAgent: Thank you, and you're still at <<LS6 3QN>>?
The tracking number on the replacement reader is <<1Z 84F 7W3 03 9021 4467>> and it's been sitting in Louisville since <<Friday the ninth>>.
Agent: Is it the card ending in <<4410>> that was declined?\nCustomer: Yeah, the one ending <<4410>>, and it was declined <<three times>> this morning.
The portal password? It's {{Biscuit, with a capital B, then seven three and an exclamation mark}}, and it still says it's wrong.
Yeah the business card, {{fifty-four twenty-five}}, um, {{oh four fifty-six}}, hang on, it's worn off a bit, {{eighteen ninety-eight}} and then {{thirty-seven double eight}}.
[00:12] Caller: I sent <<0.85 ETH>> to <<0x7a3F91bC04dE28aA5561f0c9B7E2d4438Fa1906e>> and it's not showing up.\n[00:21] Agent: Do you have the transaction hash?\n[00:30] Caller: It starts <<0x9be4>>, I can email you the rest.
I've already emailed {{payslip_feb_2024_tmarsh.pdf}} to <<hardship@northvale-lending.example>>, that was on <<Monday>>, and nobody's come back to me.
Agent: I'll need the ten-digit taxpayer reference off the HMRC letter.\nCaller: Right, it's {{92671 01893}}.\nAgent: And that return was for <<2022 to 2023>>?
We can split the <<$640>> into <<four payments>> of <<$160>>, first one on the <<fifteenth>>, if that works with your payday.
Agent: Could you read me the American Express number once more?\nCustomer: {{3714 129042 79021}}.\nAgent: So {{3714}}, {{129042}}, {{79021}}, and it'll show up as <<Brightline Utilities>>.
Agent: And the three on the back?\nCustomer: Hold on, I have to turn the thing over, my glasses are... {{eight five nine}}.\nAgent: {{Eight five nine}}, thank you, that's <<$61.75>> paid.
Caller: What's my balance?\nAgent: You're at <<two hundred and six dollars and forty cents>>, due <<May 3rd>>.\nCaller: And the late fee was <<fifteen>>?
My wallet got wiped when I updated the phone. The words I wrote down are {{ladder, orbit, velvet, cactus, mango, tunnel}} and then on the other side of the card {{pioneer, harvest, giraffe, noodle, wisdom, copper}}.
Please don't read out the full card number to me, ma'am, all I need is the last four, and I can see that's <<6293>>.
Agent: To wire the refund I need routing and account.\nCustomer: Routing is {{oh two one oh double one nine four two}}, the account's {{three six four three seven double oh two three}}, checking.
It's a Commonwealth account, BSB {{062-204}}, account number {{1045 2238}}, under <<Priya Nand>>.
Agent: What did you set as the security word for phone banking?\nCustomer: I think it was {{purple lighthouse}}.\nAgent: That's right, thanks. How can I help with policy <<HP-771-0952>>?
I waited <<forty-five minutes>> yesterday, got cut off, called back, waited another <<twenty>>, and nobody could find ticket <<88213>>.
Our accountant says you have to put the VAT number on it, that's {{BE 0537 338 824}}, otherwise the <<€2,480>> can't be reclaimed.
Agent: Sorry, I still need the last four of your social.\nCustomer: {{Two nine six seven}}.\nAgent: And the zip code on file?\nCustomer: <<60614>>.
Honestly <<one>> of my sons set this up for me, I wouldn't know an API key from a door key, dear.
The PIN is just the year we got married, {{nineteen eighty-six}}, and no, I've never written it on the card.
Speaker 1: Can you confirm the employer ID on the W-9?\nSpeaker 2: Sure. {{Fifty-eight, dash, three seven four six two one nine}}.\nSpeaker 1: Great, the <<1099>> will go out by <<January 31st>>.
You can reach me on <<0161 496 0732>> any time after <<half past four>>, or drop a line to <<accounts@pellworth.example>>.
Customer: It's {{4929 2901 0620 5550}}.\nAgent: It isn't taking that.\nCustomer: Oh sorry, the last bit's {{5450}}, not {{5550}}.
The recording of my last call should be under call ID <<c-7f3e-20240611-0088>>, could you pull that up before you tell me I agreed to <<$79>> a month?
Agent: Which key are you sending in the header?\nDeveloper: Um, it's {{r k underscore live underscore nine T b capital Q two x seven}}, that's the restricted one.
Agent: I see a charge of <<$19.99>> from <<June 2nd>>.\nCaller: That's the one. I cancelled at <<10:40 a.m.>> the day before.
My driver's license? California, {{D4820917}}, it expires in <<2028>> if you need that as well.
The text says {{G-582663}}, do I read you the G as well or just the numbers?
No, I never got a code. I've asked for it <<five times>> since <<noon>> and my phone has <<two bars>>.
Agent: Right, sort code first.\nCustomer: {{Sixty, sixteen, thirteen}}.\nAgent: And the account?\nCustomer: {{Oh six three six, nine eight oh}}... no, sorry, I dropped one, {{oh six three six, six nine eight oh}}.
Order <<#40017728>> came with only <<one>> of the <<three>> chargers, so I'd like <<a third>> of it back.
I uploaded the wrong thing, it should be {{W2_2023_delgado_final.pdf}} and what you've got there is a photo of my dog.
Agent: Could you spell the temporary password for me, so I know the letter came through all right?\nCustomer: {{Capital Q, x, seven, dash, marble, dash, capital T, i n}}.\nAgent: Good, it'll make you change it the first time.
It was <<twelve thousand four hundred rupees>>, and the reference the bank gave me is <<NEFT-0093-2217>>, dated <<4 April>>.
You asked for the Canadian one, that's {{447 579 251}}, that's my social insurance number, and my wife <<Colette>> can give you hers.
Agent: Thank you for calling <<Fernhill Energy>>, my name is <<Marcus>>, this call may be recorded.\nCaller: Hi <<Marcus>>, I'm just checking when my direct debit of <<£58.10>> comes out.
Agent: For the card, go ahead whenever you're ready.\nCustomer: {{Four four eight five}}.\nAgent: Okay.\nCustomer: {{Seven nine two two}}.\nAgent: Mm-hm.\nCustomer: {{Two seven four five}}.\nAgent: And the last?\nCustomer: {{Seven six four three}}, expires {{oh eight twenty-six}}.
The first half of the code is {{401}}, and then after the space it's {{039}}, and it says it's good for <<ten minutes>>.
I'm not comfortable giving my Social over the phone, is there another way, like the <<$1.37>> test deposit you did in <<2021>>?
It's the company passport holder, I mean the director, so passport number {{533 814 207}}, issued in <<Peterborough>> on <<12 May 2019>>.
Agent: Your claim number is <<CLM-3309-184>>, and the adjuster is <<Ines Halloran>>.\nCaller: So <<three three oh nine, one eight four>>, got it.
Look, the exact string is {{AKIAQ4TMZ7W2LKXN5RBD}}, I rotated it at <<9:15>> and your importer is still using the old one.
Can you tell the tax team that the TFN is {{seven one five, six two nine, five two oh}}? They withheld <<47 percent>> last time.
I paid <<one fifty>> in cash and <<one fifty>> by check, check number <<1187>>, so that's <<three hundred>> total.
Agent: What four digits do you use at the cash machine, sir? Actually, no, please don't tell me that.\nCustomer: Too late, {{nine one one five}}, I'm <<ninety-one>>, I've got nothing left to steal.
My statement's at {{https://portal.coastlinecu.example/statements/2024-03/77120.pdf}} if you want to see it, page <<two>>, the <<$43.18>> line.
Agent: Is there anything else?\nCustomer: No, one thing at a time, that's plenty. Have a good <<weekend>>.
Yeah go ahead and use the same MasterCard, {{5178 2072 1248 5920}}, {{09/27}}, code's {{268}}, and the zip is <<30309>>.
We moved in <<August>>, so the new postcode is <<EH7 4DR>>, flat <<12>>, and the meter read <<40,663>> on the day.
The finance lady said the supplier's GST number has to match, it's {{two nine, O K J C V, double four nine eight, G, one Z N}}, registered in Bangalore.
Agent: I've sent <<USDC 1,200>> to the wallet ending <<a906>>.\nCustomer: The block explorer shows <<14 confirmations>>, thanks.
My ITIN is {{nine one two, seventy-eight, forty-four sixty}}, I don't have a Social, and the preparer was <<Lakeside Tax>>.
Agent: Okay, and the twelve words, did anyone ever ask you for them?\nCaller: Yes, a man on chat. I gave him {{museum goose rhythm hockey}} and got suspicious, then he pushed and I gave him {{oyster mercy puzzle sunset}} too.
It's my daughter's name, {{Imogen}}, and the year she was born, {{twenty eleven}}, with a {{hash}} at the end, that's what I log in with.
They told me <<five to seven>> business days, and it's now day <<nine>>, so where's my <<eighty-nine ninety-nine>>?
Agent: Which account should I send the <<€300>> to?\nCustomer: It's an Irish one, {{I E one two, A I B K, nine three one one five two, three oh five four six six seven six}}.
Caller: The router still says PIN required, the one on the sticker.\nAgent: Try {{one two four five, seven eight nine six}}.\nCaller: Oh, that's got it, and the bill is still <<$62>> a month?
No, hold on, I said <<the second>>, not two payments. One payment, on <<the second>>, for <<four hundred>>.
Agent: What's the driver number on your photocard?\nCustomer: {{H O L L O, seven five two one nine six, D M nine K T}}.\nAgent: Thank you, <<Ms. Holloway>>.
We're a sole trader down in Geelong, ABN {{twenty-six, five double eight, five oh seven, one two seven}}, and the job was quoted at <<$3,900>> plus GST.
The webhook secret's {{whsec_7GkPz2vRq0Yt5LmXc9Wd}}, and the event that failed is <<evt_1P3xKd>>, from about <<14:05>> yesterday.
Agent: I can offer <<ten percent>> off for the next <<six>> months.\nCustomer: You offered me <<twenty>> in <<January>>.
I was told a PUK might be needed but all I have is the phone number, <<07700 900417>>, is that any use?
Agent: Just the PUK left now, sir.\nCustomer: Eight digits, yeah? {{One eight oh one}}, then {{seven nine two three}}.
I typed my old PIN, I typed my wife's PIN, I waited <<twenty-four hours>> like <<Jo>> said, and it's still blocked.
Okay so it's {{six oh double one, nine six two three, five double eight oh, oh five nine two}}, Discover, {{oh four twenty-nine}}, and the postal code is <<48226>>.
Agent: The bank wants the number from their app before they'll release the payment.\nCustomer: It keeps changing. Now it's {{895 576}}.\nAgent: Went through, <<£1,046.00>>.
Transaction <<TXN-55120937>> was for <<$55.12>>, I know, funny coincidence, but that's not a card number.
The private key I exported is {{5f2c9a71e0b84d36a97be1c4087d53f62a1b9ec07f64d8835ce2071ab94f6d38}} and the address it should give is <<0x41Dd8c20E6b9A7735fC1e04b92aA6F8830c57E1d>>.
Agent: Was it invoice <<7740>> or <<7714>>?\nCustomer: <<Double seven one four>>, dated the <<thirtieth of June>>.
My P60's saved as {{P60_2023-24_hollis.pdf}}, shall I send that to <<Graham>> or to the general inbox?
Agent: And security code, please?\nCustomer: It's an Amex so it's the four little ones on the front, right? {{Four six six three}}.
I pressed <<one>> for English, <<three>> for billing, then <<zero>> for an operator, and it took me back to the start.
[03:41] Caller: Your email says Dutch VAT must be given, so it's {{N L, five one seven oh one, three one four nine, B oh one}}.\n[03:58] Agent: Perfect, that zero-rates the <<€890>>.
My mother is <<eighty-four>>, she's had that number, <<555-0142>>, since <<1979>>, and she doesn't owe anybody <<a dime>>.
Agent: So I have your social as {{418, 53}}, is that right?\nCaller: {{418, 53, 2967}}, yes.\nAgent: And date of birth?\nCaller: <<October 8, 1971>>.
The Slack bot token, that's {{xoxb-4417-9920-kTz8WqLm3RvB}}, got pasted into ticket <<HD-2091>> by accident, please scrub it.
If it's under <<fifty dollars>> I'm not going to argue, but <<two hundred and eighty>> for a missed appointment is ridiculous.
Wi-Fi's fine, it's the account that's locked. I use {{harbour underscore nineteen ninety}}, all lower case, same as I've had since <<2016>>.
Agent: May I place you on hold for <<two minutes>>?\nCustomer: You said that <<twenty minutes>> ago, <<Kevin>>.
Payout should go to {{026004734}}, account {{8195 3601 77}}, not the one that got closed in <<February>>.
Agent: Say the letters like in the army if you can.\nCaller: {{Sierra Charlie, zero five, four two, four five, Delta}}. That's the NI number. My staff number is <<20771>>.
Your system charged the card ending <<five six four eight>> <<twice>>, once on the <<6th>> and once on the <<7th>>, both for <<$34>>.
Agent: To be clear, I'd never ask for your recovery phrase.\nCaller: Good, because the last guy did, and I told him no <<three times>>.
My transfer number from the app is <<MT-4471-882-09>>, I sent <<£500>> to Lisbon, and the receiver, <<Rui>>, got nothing.
The card's {{forty-one fifty, seventy-six seventy, oh five sixty-two, thirty-three twenty-one}}, and <<nine ninety-nine>> is all you're allowed to take.
I need last year's T4 resent, the link you gave me, {{https://pay.harrowgate.example/t4/2023/e20771}}, says expired.
Agent: How would you like to pay the <<$75>> today?\nCaller: Check. I don't do cards on the phone, I don't do apps, none of that.
Agent: I can reset the online PIN, it'll be {{six six, nine eight}} until you change it.\nCustomer: {{Six six nine eight}}. And the login is still <<jbarlow77>>?
Sorry, the number I gave you was my loyalty card, <<6004 118 220>>, the order is <<W-99104>>.
Word one is {{trumpet}}, two is {{couch}}, three is {{crisp}}, and four, I can't read my own writing, {{erupt}} maybe, then {{fringe}}.
We're on build <<4.18.0>> of the plugin and the checkout hangs at <<98 percent>>, for orders over <<$2,000>> only.
The ref's <<RFD 2290 61>>, refund was approved by <<Shanelle>> on <<the 21st>>, so why's it pending?
Agent: What does the little gadget say, the card reader?\nCustomer: {{Two six oh nine}}, gap, {{five eight oh one}}.\nAgent: That's accepted, your limit's now <<£10,000>>.
The key for the mail account begins SG, so {{SG.pL4mZx8QT.vN2rYk7Wd0HsBc5}}, and we were sending around <<40,000>> a day.
Agent: Could I take your unique tax reference?\nCustomer: Is that the one in the top corner? {{Two nine two six, nine one seven, four two oh}}.
It's <<seven>> dollars a seat, we've <<eleven>> seats, so how on earth is it <<one hundred and four>>?
Agent: Your appointment's <<Thursday>> between <<eight and twelve>>, and the engineer will ring from <<020 7946 0381>>.
Do you want the HMRC one or the bank one? Bank is {{GB02 NWBK 6016 1306 6369 80}}, account name <<Teal & Sons Roofing>>.
Agent: I'm seeing version <<12.0.4>> on your side.\nCustomer: It said <<12.1>> last night, and that's when <<two>> of the payouts vanished.
I'm looking at a letter that says I owe <<$4,812.77>> to <<Redmond Recovery>>, file number <<RR-60-11827>>, and I've never heard of you people.
Customer: You want my passport? {{A, zero four seven two, eight one nine three}}.\nAgent: Thank you, that matches the booking <<KQ7PLM>>.
## hinglish
Agent: Ma'am, aapka Aadhaar number bata dijiye.\nCustomer: Haan likhiye, {{saat nau nau saat, paanch saat paanch nau, teen ek aath char}}.
Bhaiya maine <<do din pehle>> hi <<paanch sau rupaye>> bhej diye the, abhi tak update kyun nahi hua?
Refund UPI pe daal do na, {{suresh dot k eight two at okhdfcbank}}, bank wala account band ho gaya hai.
Agent: Sir OTP aaya hoga.\nCustomer: Haan aaya, {{char zero}}... ek second, {{ek zero teen nau}}.\nAgent: Theek hai, <<2,499 rupaye>> ka refund initiate ho gaya.
Mera order number <<OD-3317-9082>> hai, <<teen>> item mangwaye the aur sirf <<ek>> aaya.
PAN hai {{A for Apple, S for Sugar, D for Delhi, P for Peter, L for London, five two five three, Z for Zebra}}, naam <<Asha Lokhande>>.
Agent: Aapka plan <<499>> wala hai, <<28 din>> ki validity ke saath.\nCustomer: Pehle toh <<399>> tha.
Debit card ka number note karo, {{6076 9449 4670 6293}}, valid thru {{03/29}}, aur peeche ka number main nahi dunga.
Agent: GST invoice ke liye GSTIN chahiye hoga.\nCustomer: {{Two four, E D J C P, five double four six, U, one Z nine}}, Gujarat ka hai.
Ek minute ruko, <<do invoice>> khule hain mere saamne, <<1182>> wali ki baat kar rahe ho ya <<1128>> wali?
Account number {{5234 0816 7790 12}} aur IFSC {{H D F C zero zero zero one eight four two}}, branch <<Kothrud>> hai.
Agent: Sir PIN kabhi mat bataiye kisi ko.\nCustomer: Arre bata diya usko, {{teen paanch chhe chhe}}, tabhi toh <<bees hazaar>> nikal gaye.
Call ID <<77-IN-20931>> hai, pichhli baar <<Neha>> madam se baat hui thi <<mangalwar>> ko.
Form 16 maine mail kar diya tha, file ka naam {{Form16_AY2024-25_asha.pdf}} hai, check kar lo.
Agent: Aapki EMI <<3,250>> har mahine ki <<paanch tareekh>> ko katti hai.\nCustomer: Toh is baar <<do baar>> kyun kati?
Customer: UPI ID bolun? {{nine eight four five zero one double two six seven at y b l}}.\nAgent: Confirm kar raha hoon, {{9845012267@ybl}}.
Password maine rakha tha {{Gulmohar at the rate twenty-two}}, G capital hai, phir bhi login nahi ho raha.
Mera number <<98450 55512>> hai, isi pe call karna, <<shaam saat baje>> ke baad.
Agent: Card ke aakhri chaar digit bataiye bas.\nCustomer: <<Ending 7363>>.\nAgent: Ji, <<1,180 rupaye>> hold pe hain.
CVV poocha tha na aapne, woh {{paanch nau ek}} hai, jaldi karo flight <<6:20>> ki hai.
Agent: Aadhaar ke baaki digits?\nCustomer: Pehle wale {{9590}} the, phir {{2175}}, aur last mein {{9162}}.
Crypto wale app ne <<0.02 BTC>> bhej diya <<bc1qskpa0r28h70cx0qd63tc2yguggqqdd22j5vdtv>> pe, lekin wallet mein zero dikha raha hai.
Jio wale ne PUK diya tha, {{nau zero nau teen}}, phir {{zero paanch aath saat}}, usse bhi nahi khula.
Agent: <<Pincode>> kya hai aapka?\nCustomer: <<411038>>, aur ghar ka number <<B-704>>.
Hamara live key {{rzp_live_Kq82LmTz0VbX4n}} hai, dashboard pe <<version 2.7>> likha aa raha hai.
Ticket <<45120>> <<teen baar>> close kar diya aapne, bina problem solve kiye.
Agent: Jo chhe ank aaye hain woh boliye.\nCustomer: {{Double two}}, haan, {{four one nine}}... aur {{zero}}.\nAgent: Dhanyavaad, <<Rohit>> ji.
<<Ek lakh bees hazaar>> ka loan tha, <<char saal>> ka, aur ab aap bol rahe ho <<do lakh>> baki hai?
Salary slip bhejni hai na, {{salary_slip_june_2024.pdf}} attach kar diya, reference <<LN-90817>> daal diya subject mein.
Main <<das baje>> se line pe hoon, pehle <<ek>> dabaya, phir <<do>>, phir music chalta raha.
## devanagari
एजेंट: आपका आधार नंबर बताइए।\nग्राहक: {{दो तीन आठ दो, दो दो आठ चार}}... माफ़ कीजिए, फिर से बोलता हूँ, {{दो तीन आठ दो, दो दो दो आठ, चार एक छह नौ}}।
मैंने <<दो दिन पहले>> <<पाँच सौ रुपये>> भेजे थे, अब तक रसीद नहीं आई।
एजेंट: फ़ोन पर जो कोड आया है वह पढ़ दीजिए।\nग्राहक: {{पाँच दो दो}}, फिर {{चार आठ तीन}}।\nएजेंट: धन्यवाद, <<1,250 रुपये>> वापस हो जाएँगे।
मेरा पैन {{बी एफ एच पी एफ, आठ एक शून्य दो, ए}} है और नाम <<मीना फडके>> लिखा है।
बिल नंबर <<4471>> में <<तीन>> चीज़ें हैं, पर मुझे सिर्फ़ <<एक>> मिली।
एटीएम का पिन मैंने बेटे को बता दिया था, {{छह नौ तीन तीन}}, उसी दिन <<आठ हज़ार>> निकल गए।
एजेंट: कार्ड किस नंबर पर समाप्त होता है?\nग्राहक: <<7363>> पर।\nएजेंट: ठीक है, <<899 रुपये>> की माँग रद्द कर दी।
कार्ड का पूरा नंबर है {{पाँच दो आठ आठ, एक तीन एक नौ, एक आठ पाँच पाँच, एक आठ एक आठ}}, बस इसी से काट लीजिए।
<<सोमवार>> को <<सुबह ग्यारह बजे>> फ़ोन कीजिएगा, मेरा नंबर <<98220 41177>> है।
पैसे मेरे यूपीआई पर भेजिए, {{मीना डॉट एफ ऐट ओकेएसबीआई}}, बैंक जाने का समय नहीं है।
एजेंट: खाता संख्या और आईएफएससी बोलिए।\nग्राहक: खाता {{3108 7745 209}}, आईएफएससी {{SBIN0004417}}।
एक मिनट रुकिए, मेरे पास <<दो बिल>> हैं, <<मार्च>> वाला और <<अप्रैल>> वाला।
ग्राहक: पासवर्ड गलत बता रहा है।\nएजेंट: आप क्या लिख रहे हैं?\nग्राहक: {{चमेली, फिर उन्नीस सौ बानवे}}, बीच में खाली जगह नहीं।
शिकायत संख्या <<SR-20933>> है, <<चार बार>> फ़ोन कर चुका हूँ।
वेतन पर्ची मैंने भेजी थी, फ़ाइल {{vetan_parchi_may_2024.pdf}} नाम से, <<18 मई>> को।
कुल <<बारह हज़ार चार सौ>> बनते हैं, आपने <<तेरह हज़ार>> क्यों लिखा?
एजेंट: पीछे के तीन अंक?\nग्राहक: {{एक पाँच सात}}।\nएजेंट: भुगतान हो गया, लेनदेन संख्या <<TX8812094>>।
हमारा पिन कोड <<302017>> है और मकान नंबर <<42>>, किसी को भी भेज दीजिए।
जीएसटी नंबर लिख लीजिए, {{शून्य सात, वी डी जी एफ एक्स, शून्य नौ चार दो, एफ, एक ज़ेड एच}}।
एजेंट: किस्त <<2,100>> की है, <<अठारह महीने>> बाक़ी हैं।\nग्राहक: पिछली बार <<श्री जोशी>> ने <<सोलह>> कहा था।
## spanish
Agente: ¿Me dice la CLABE para depositarle?\nCliente: Sí, {{cero doce, siete cinco tres, uno nueve siete dos tres cero}}, y luego {{cuatro dos cinco tres tres uno}}.\nAgente: Le repito, {{012 753 197230 425331}}, y son <<1,400 pesos>>.
Llamo por la factura <<F-2024-0381>>, me cobraron <<ciento veinte euros>> y el presupuesto decía <<noventa>>.
Mi DNI es {{81 724 941, F de Francia}}, y estoy empadronada en el <<28012>>.
Agente: Le acaba de llegar un código.\nClienta: A ver... {{cincuenta y ocho}}, {{veintiséis}}, {{sesenta y tres}}.\nAgente: Perfecto, doña <<Remedios>>.
Un momento, que tengo <<dos recibos>> aquí y no sé cuál es el de <<marzo>>.
La tarjeta es {{4035 2391 2043 4530}}, caduca en {{mayo del veintiocho}}, y el CVV {{cero uno ocho}}.
Agente: ¿La tarjeta terminada en <<3713>>?\nCliente: Esa misma, me la rechazaron <<dos veces>> ayer.
El PIN de la SIM me lo bloqueó el niño, y el PUK que viene en el plástico es {{41 05 83 95}}, ¿está bien?
Les mandé la nómina, {{nomina_marzo_2024_ruiz.pdf}}, al correo <<cobros@altavia.example>>.
Agente: ¿NIE, por favor?\nCliente: {{Equis, ocho dieciocho, veintiocho cero nueve, F}}.\nAgente: Gracias, señor <<Haddad>>.
Llevo <<tres semanas>> esperando los <<45,90>> del reembolso, el número de pedido es <<PX-77120>>.
Nuestro NIF, como sociedad, es {{B de Barcelona, veintiocho, ochenta y cinco, cero cinco, noventa y dos}}.
Agente: Dígame el IBAN despacito.\nCliente: {{E S cincuenta y nueve}}, {{cero uno ocho dos}}, {{cero tres tres uno}}, {{seis cinco dos seis}}, {{ocho ocho uno ocho}}, {{cinco seis ocho cinco}}.
Mi teléfono es el <<611 204 938>>, llámeme después de las <<cinco y media>>.
La contraseña es {{Girasol, con mayúscula, y detrás cuarenta y cuatro y un asterisco}}, la de siempre.
Agente: Su incidencia es la <<INC-20417>>, y la lleva <<Nuria>>.\nCliente: Pues ya van <<cuatro>>.
Me pidió las palabras de la billetera y le di {{bamboo, brisk, cradle}}; la cuarta, {{dune}}, me la callé un rato y al final también.
Agente: Le saldrán <<seis cuotas>> de <<850 pesos>>.\nCliente: ¿Y la primera cae el <<día quince>>?
Mi CPF, porque soy brasileña, es {{977 061 738 52}}, y el pago fue de <<300 reales>>.
La clave que nos dieron es {{sk_test_9Vx2LmQ7Tb4Rz0}}, y la <<versión 5.1>> no la acepta.
Agente: ¿Cuál es la clave del cajero que le da error? No, mejor no me la diga.\nCliente: {{Siete siete dos uno}}, si da igual, ya la cambio.
Uno nunca sabe, pero <<doscientos pesos>> por <<una>> llamada me parece mucho.
El resguardo del envío es <<ES-4419-0028-77>>, salió de Zaragoza el <<lunes 4>>.
Agente: ¿La fecha de su cita?\nClienta: El <<catorce de junio>> a las <<once menos cuarto>>.
Mandé <<0,5 ETH>> a <<0x2B9f4e71Ac08D35b6E1f9027c4A8d03b95E6F71C>> y no sale nada en el explorador.
## german
Agent: Ihre Steuer-ID bräuchte ich noch.\nKundin: Ja, {{vierunddreißig, eins zwei acht, sechs acht sieben, null neun acht}}.\nAgent: Danke, Frau <<Petersen>>.
Ich rufe wegen der Rechnung <<RE-2024-1187>> an, da stehen <<89 Euro>> und ausgemacht waren <<neunundsechzig>>.
Die IBAN ist {{DE12 7015 0000 0550 3473 98}}, Kontoinhaber <<Jens Wiebke>>.
Agent: Welche PUK steht auf der Karte?\nKunde: Moment, ich muss rubbeln... {{neun acht fünf fünf}}, {{null zwei vier drei}}.\nAgent: Also {{98 55 02 43}}, und die Gebühr sind <<vier Euro>>.
Einen Moment bitte, ich habe hier <<zwei Rechnungen>> und <<eine>> davon ist vom <<dritten März>>.
Unsere Umsatzsteuer-ID, also {{DE 275 910 387}}, fehlt auf dem Beleg, deshalb zahlt die Buchhaltung die <<1.420 Euro>> nicht.
Agent: Geht es um die Karte mit der Endung <<5648>>?\nKunde: Ja, genau, Endung <<5648>>, und abgebucht wurden <<zweimal>> 30 Euro.
Kunde: Die TAN ist gekommen.\nAgent: Lesen Sie ruhig vor.\nKunde: {{Fünfundfünfzig}}, {{achtunddreißig}}, und {{einundzwanzig}}.\nAgent: Passt.
Die Kreditkarte, ja, {{vier null null null, sieben zwei neun null, neun fünf null neun, fünf sechs vier acht}}, gültig bis {{Juni siebenundzwanzig}}.
Mein Kennwort fürs Portal ist {{Apfelmus, groß geschrieben, und dahinter achtundsechzig}}, mehr nicht.
Sie erreichen mich unter <<030 5550 1742>>, am besten <<nach achtzehn Uhr>>.
Agent: Und die Prüfziffer hinten drauf?\nKundin: Wo denn... ach hier, {{neun eins sechs}}.\nAgent: Dann buche ich <<54,90 Euro>> ab.
Das Paket mit der Sendungsnummer <<JD-0044-8192-73>> liegt seit <<Dienstag>> in Leipzig.
Ich hab Ihnen die {{Gehaltsabrechnung_03_2024.pdf}} geschickt, an <<service@hansemobil.example>>.
Agent: Ihre Kundennummer, bitte?\nKunde: <<K-551-20934>>, und ich warte seit <<drei Wochen>>.
Wir sind aus Wien, die UID lautet {{A T U, sechzig, zweiundneunzig, siebenundvierzig, null acht}}, ohne die geht's nicht.
Die <<erste Rate>> wäre am <<fünfzehnten>>, die anderen <<fünf>> jeweils einen Monat später.
Agent: Den API-Schlüssel, den Sie im Header schicken?\nEntwickler: {{glpat-7Xm2QzT9vKb4Lw}}, der ist von <<gestern>>.
Mein Sohn hat mir <<drei>> Apps installiert, ich hab <<keine>> davon verstanden, Herr <<Brandt>>.
Agent: Für die Telefon-PIN bitte die zweite und die vierte Stelle.\nKunde: {{Sieben}} und {{drei}}.\nAgent: Stimmt, Ihr Saldo ist <<212,40 Euro>>.
Kündigung zum <<31. Dezember>>, die Postleitzahl ist <<20253>>, das steht alles im Brief.
Seine Wiederherstellungswörter hat er mir vorgelesen, {{clinic, tuna, pepper, salmon}}, und der Rest steht auf dem Zettel bei <<Tante Gerda>>.
Agent: Die Vorgangsnummer ist <<V-90817-B>>.\nKundin: Also <<neun null acht eins sieben, B wie Berta>>.
Das sind <<zwölf Euro fünfzig>> pro Monat, mal <<sieben>>, da komm ich nie auf <<hundertzwanzig>>.
Im Wallet steht <<0x63cA0f7D91b24E88a5fC03e7D2169bA4408eF5d2>>, aber von den <<250 USDT>> keine Spur.
## french
Agent : Il me faudrait votre numéro de TVA.\nCliente : Oui, alors {{F R quarante-quatre, quatre cent soixante et un, huit cent vingt-sept, cent trente et un}}.
J'appelle pour la facture <<FA-1182>>, vous m'avez compté <<soixante euros>> au lieu de <<quarante>>.
Mon code PIN, c'est {{quarante-six soixante-trois}}, et le distributeur m'a gardé la carte <<hier soir>>.
Agent : Vous avez reçu un SMS ?\nClient : Oui, {{zéro dix-huit}}, et puis {{trois cent quarante-quatre}}.\nAgent : C'est validé, merci Monsieur <<Lambert>>.
Attendez <<une minute>>, j'ai <<deux contrats>> chez vous et je ne sais plus lequel c'est.
L'IBAN, je vous le lis : {{FR76 3000 4720 7933 1859 0144 344}}, au nom de <<Garage Vasseur>>.
Agent : C'est bien la carte qui finit par <<5824>> ?\nClient : Oui, <<5824>>, et elle a été débitée <<deux fois>>.
Ma carte, c'est {{quarante-neuf soixante-dix, quatre-vingts, quatre-vingt-cinq}}... non pardon, je reprends, {{quarante-neuf soixante-dix, quatre-vingts, quatre-vingt-quinze, vingt-sept, zéro neuf, cinquante-huit, vingt-quatre}}, pour les <<38,50 euros>>.
Le colis <<6A 1190 4427 803>> est bloqué à Roissy depuis <<lundi>>, ça fait <<neuf jours>>.
Agent : Votre mot de passe, vous l'écrivez comment ?\nCliente : {{Coquelicot, c majuscule, puis zéro sept et un point d'exclamation}}.
Rappelez-moi au <<01 99 00 41 27>>, mais pas avant <<quatorze heures>>, je suis infirmière.
J'ai déposé mon {{bulletin_de_paie_fevrier_2024.pdf}} dans l'espace client, dossier <<LN-4418>>.
Agent : Le cryptogramme au dos ?\nClient : {{Six cent trente-sept}}.\nAgent : Parfait, <<129 euros>> débités aujourd'hui.
Le remboursement de <<45 euros>> devait arriver le <<12 mars>>, et Madame <<Ferrand>> m'avait dit <<cinq jours>>.
Le code PUK, il est sur l'étui, {{22 44 09 30}}, c'est ça que je tape ?
Agent : Quelle est la référence du dossier ?\nClient : <<D-2031-77>>, version <<deux>> si je lis bien.
Notre clé, celle de production, c'est {{AIzaSyB7qLm2Xz9TkV4rW0dNcHs8PjE3uYfG6oQ}}, elle a été régénérée à <<9 h 15>>.
Il m'a dit <<un>> ou <<deux>> prélèvements, pas <<douze>>, et certainement pas à <<trente euros>> pièce.
Agent : On vous a demandé vos mots de récupération ?\nClient : Oui, j'ai dit {{penalty, raven, turtle}}, ensuite il a voulu les autres et là j'ai raccroché, il était <<dix-huit heures>>.
Mon adresse de portefeuille est <<bc1qcnph62fsy4nq4ynkn75t77trspkep6hcquztv8>>, j'attends <<0,03 BTC>> depuis <<samedi>>.
`,
	X: String.raw`
## english
Agent: Thanks for calling Northfield Billing, you're speaking with the automated assistant. I see invoice <<INV-20418>> for <<$318.40>> is still open. Would you like to settle it by card?\nCustomer: Yeah, let's do it.\nAgent: Great. Please say the card number.\nCustomer: {{four six one one, two seven six two, three five eight one, six seven eight one}}.\nAgent: And the expiry date?\nCustomer: {{oh nine, twenty-eight}}.\nAgent: Thank you. The payment of <<$318.40>> went through on the card ending in <<6781>>.
Agent: Hi, this is Mia, the virtual assistant for Brightwater Energy. Is this a good time?\nCustomer: Sure, I've got one minute.\nAgent: Your balance of <<two hundred and six dollars>> was due on <<March 3rd>>. When could you pay?\nCustomer: Probably Friday. Can you text me on <<555-0142>>?\nAgent: I'll send the reminder to <<555-0142>>. Your case number is <<88214>>.
Caller: Hi, I'm trying to pay order <<7719024>>, it's for <<forty-nine ninety-nine>>.\nBot: I can take that now. Card number, please.\nCaller: Okay it's {{4962 2487 3792}}, hang on, {{2495}}.\nBot: Thanks. And the three-digit code on the back?\nCaller: {{Three one seven}}.\nBot: Got it. You'll receive a receipt at <<dana.w@example.com>>.
Agent: Before I look at the refund I need to verify you. What are the last four of your social?\nCustomer: {{9804}}.\nAgent: And your ZIP code?\nCustomer: <<60614>>.\nAgent: Perfect. I see a refund of <<$74.15>> issued <<June 11>>, reference <<RF-300912>>, back to the Visa ending in <<2495>>.
Speaker 1: Collections, Tom speaking.\nSpeaker 2: I got a letter, ticket <<45-1187>>, saying I owe <<three hundred dollars>>.\nSpeaker 1: Yes, that's for the <<September>> invoice.\nSpeaker 2: But I paid that, two weeks ago, by check number <<1043>>.\nSpeaker 1: Okay, one second, I'll check with the bank.
AI: You've reached the payout desk. How can I help?\nUser: My USDT withdrawal hasn't arrived. Hash is <<0x19581e27de7ced00ff1ce50b2047e7a567c76b1cbaebabe5ef03f7c3017bb5b7>>.\nAI: I see it. It was sent to <<0x8c1f1046219ddd216a023f792356ddf127fce372>> at <<14:22>> UTC and has twelve confirmations.\nUser: Oh, I was looking at the wrong wallet then. Sorry.\nAI: No problem at all. Your ticket <<PX-5520>> is now closed.
AI: To help with the wallet I don't need your recovery phrase.\nUser: Well, I wrote it down here, it's {{velvet ocean garlic ribbon lunar stove cabin canvas maple tunnel harvest pencil}}, that's all twelve.\nAI: Please don't share that with anyone. I've removed it. Let's look at ticket <<PX-6081>> instead.\nUser: Okay. It was <<0.42 ETH>>, on <<the 8th of May>>.
Agent: Could I take your sort code?\nCustomer: {{seven seven, thirteen, forty-two}}.\nAgent: And the account number?\nCustomer: {{76068919}}.\nAgent: Lovely. So a direct debit of <<£42.50>> on the <<first of each month>>, starting <<1 October>>. Your customer number is <<C-771904>>.
Agent: Is there another number we can call you on?\nCustomer: Try my mobile, <<07700 900 418>>.\nAgent: And the postcode is still <<LS6 2QP>>?\nCustomer: Yes. And the policy number's <<HP 448 2207>> if that helps.\nAgent: It does. The renewal is <<four hundred and twelve pounds>>, due <<19 November>>.
Agent: We send payouts by ACH. What's the routing number?\nCustomer: {{zero two one zero four seven seven four one}}.\nAgent: I have {{021047741}}. And the account?\nCustomer: {{413720021}}.\nAgent: The <<$1,250>> should land by <<Thursday>>. Reference <<PAY-99120>>.
[00:04] Agent: Good morning, is that Mr. <<Hollis>>?\n[00:07] Caller: Speaking.\n[00:09] Agent: I'm calling about invoice <<5583>>, <<eleven hundred and ninety euros>>, thirty days overdue.\n[00:18] Caller: Right, we've two invoices from you and one of them we disputed.\n[00:25] Agent: That's dispute <<D-2209>>, I have it here. So it's only the other one, <<€1,190>>.
I want to pay off the whole thing today, it's <<$642.18>>, account reference <<MX-44109>>, and the card is {{4334 0599 3496 7923}}, expires {{11/27}}, code {{552}}, and you can email the receipt to <<jholt88@example.org>>.
Hi this is <<Karen Oduya>>, I'm returning your call from <<Tuesday at half past three>>. My reference is <<KO-3318>>. Call me back on <<020 7946 0133>>, any time after five.
Agent: Can you read me the card number in groups of four?\nCustomer: {{forty-eight fifty-eight}}.\nAgent: Mm-hm.\nCustomer: {{seventy eighty-five}}.\nAgent: Okay.\nCustomer: {{twenty-seven sixty-three, sixty-one ninety-eight}}.\nAgent: So that's {{4858 7085 2763 6198}}, for <<$87.20>>?\nCustomer: Correct.
Agent: I'm an automated assistant calling for Dr. Pell's office. There's a balance of <<$35>> from your visit on <<April 22nd>>.\nCustomer: Does my insurance not cover it?\nAgent: The claim <<CLM-8830217>> was paid at <<eighty percent>>. The rest is your copay.\nCustomer: Fine. Send me the bill again, please, to <<418 Maple Street>>.
Customer: You charged me twice!\nAgent: I'm sorry about that. Do you have the order number?\nCustomer: <<W-2280-4417>>. It was on <<June 2nd>>, and again on <<June 3rd>>.\nAgent: And which card was used?\nCustomer: The one ending <<3052>>.\nAgent: I see two charges of <<$59.00>>. I'll refund one of them; allow five to seven days.
Agent: Please say or key in the one-time code we just texted you.\nCustomer: Uh, {{six zero four, two two nine}}.\nAgent: Thanks, {{604229}} is correct. Your payout of <<0.08 BTC>> will go out at <<six pm>>.\nCustomer: And the ticket number?\nAgent: <<T-90417>>.
Agent: Is that a Visa or Mastercard?\nCustomer: Amex. {{Three four nine zero, four four five three two five, three three one zero four}}.\nAgent: And the four digits on the front?\nCustomer: {{Seven seven one two}}.\nAgent: Thank you, <<$2,310.00>> authorized. Your order is <<AX-6612>>.
Agent: For the 1099 I'll need your social.\nCustomer: Sure, {{689-81-0675}}.\nAgent: So {{six eight nine, eighty-one, oh six seven five}}?\nCustomer: That's right.\nAgent: And your earnings for the year were <<$14,882.50>>, across <<37>> payouts.
Customer: I can't log in to the billing portal.\nAgent: What's your email?\nCustomer: <<r.mendes@example.net>>, and my password is {{Lighthouse77!}}, I've tried it like three times.\nAgent: Please don't tell me your password, sir. I'm sending a reset link. The ticket's <<IT-20933>>.
Agent: Hello, this is Ava from Crestline, on a recorded line. Am I speaking with <<Priya Nair>>?\nCustomer: Yes.\nAgent: There's a past due amount of <<$1,044.60>> on account reference <<7730-A>>. Could you do two payments?\nCustomer: Two payments of <<five hundred and twenty-two thirty>>, okay. First on <<the fifteenth>>.\nAgent: Wonderful. I'll call again on <<the sixteenth>> if anything goes wrong.
Agent: Could you spell the IBAN for me?\nCustomer: {{GB82 NWBK 1318 9777 0720 00}}.\nAgent: Thank you. And the amount you were overcharged?\nCustomer: <<Sixty-three pounds ten>>, on invoice <<GB-1107>>.\nAgent: It'll be back in your account in three working days.
Agent: What's the tracking number on the return?\nCustomer: <<1Z 884 A03 9921 6650>>.\nAgent: I see it was scanned <<Monday at 9:40>>.\nCustomer: So when do I get my <<hundred and twelve dollars>> back?\nAgent: One to two business days after it reaches us. It goes back to the card ending in <<2733>>.
Caller: Yeah hi, so my new card is {{3530 4344 7317 4310}}, and it's good through {{oh four twenty-nine}}. The old one, the one ending <<8812>>, was stolen.\nAgent: I've updated it. Your next charge is <<$24.99>> on <<May 6>>.\nCaller: And what about the refund on order <<30067>>?\nAgent: That'll go to the new card as well.
Agent: I can set up the payee now. May I have your UTR, please?\nCustomer: {{three six one six, double zero seven, five four two}}.\nAgent: And your National Insurance number?\nCustomer: {{B H two five, oh one, double eight, D}}.\nAgent: Thanks. And a daytime phone?\nCustomer: <<01632 960 277>>.
Assistant: Your call ID is <<CA-7f31-0092>>. How can I help?\nCaller: I need a copy of the receipt for <<$19.95>>.\nAssistant: From which date?\nCaller: <<August the ninth>>. I think there were three items.\nAssistant: Found it: receipt <<00451-22>>. I've mailed it to <<theo.b@example.com>>.
Assistant: Your statement's here: {{https://pay.brightwater.example/statements/2024-08-771.pdf}}. Anything else?\nCaller: Yes, the total says <<$417.03>>, but I only have two contracts.\nAssistant: The second is contract <<C-20881>>, started <<July 1>>.\nCaller: Oh, okay, that one's my son's.
Agent: I'm sorry, the payment was declined. Could you try another card?\nCustomer: Hmm, okay. Take my husband's. {{Five two one seven, two seven three nine... one six three two... three five seven oh}}.\nAgent: And the expiry?\nCustomer: {{June twenty-six}}. The security code, one moment, is {{oh four one}}.\nAgent: It's gone through, <<$206.75>>. Confirmation <<Q7-1180>>.
Agent: Can I have the reference from the letter?\nCustomer: It's long. <<4471 0082 19>>.\nAgent: Okay, and the date on the letter?\nCustomer: <<The twelfth of December>>.\nAgent: Right, so this was for <<£88.14>>. It's been paid, you can ignore that letter.
Agent: How do you want to pay?\nCustomer: Checking account. Routing is {{111016909}}, account {{40606622555}}.\nAgent: Let me read that: routing {{one one one, oh one six, nine oh nine}}, account ending... well, {{4060 6622 555}}.\nCustomer: Yes.\nAgent: <<$95.00>> will be withdrawn on <<January 4th>>.
Customer: Hello, I'd like to speak with a human.\nAI: I understand. I can connect you; expected wait is <<eleven minutes>>. May I have your invoice number first?\nCustomer: <<F as in Frank, nine nine two oh four>>.\nAI: Thanks. And a callback number in case we're cut off?\nCustomer: <<three one two, five five five, oh one seven oh>>.
AI: I have your address as <<22 Orchard Lane, 02139>>. Is that right?\nCustomer: No, I moved. It's <<905 Fifth Avenue>>, same ZIP.\nAI: Updated. Your bill of <<sixty-one dollars and eight cents>> is due <<February 28th>>.\nCustomer: And can I keep my customer number?\nAI: Yes, <<40-2291>> stays the same.
Agent: I'm going to need the CVV as well.\nCustomer: {{Two nine three}}. No sorry, that's the old card, {{two three nine}}.\nAgent: {{239}}, thank you. The <<$128.00>> for booking <<BK-7702>> is paid.\nCustomer: And check-in's on <<the 14th>>?\nAgent: From <<three pm>>, yes.
Agent: Could you verify the card on file?\nCustomer: The last four are <<one two four four>>.\nAgent: And your date of birth?\nCustomer: <<July 9th, 1984>>.\nAgent: Thank you. I see <<$12.99>> charged <<yesterday>>, transaction <<TX-5510983>>.
You asked for the tax stuff, so, EIN is {{47-2313383}}, company's <<Harbor & Pine LLC>>, and the invoice you're missing is <<HP-0091>>, for <<nine thousand four hundred>>. It was sent on <<the third>>.
Agent: The fax we got has the account wrong. What's your BSB?\nCustomer: {{three four two, oh one nine}}, account {{5 0 8 1 1 7 4 3 6}}.\nAgent: And the invoice we're paying is <<AU-2217>>?\nCustomer: Yep, <<eight hundred and thirty bucks>>, plus GST.\nAgent: It'll be there <<Wednesday>>.
Agent: Quick question, what version of the app are you on?\nCustomer: <<4.12.3>>.\nAgent: That one has a bug with payouts over <<$500>>. Please update to <<4.13>>.\nCustomer: Okay. I have one more question. Does the fee stay at <<1.5 percent>>?\nAgent: Yes, until <<the end of March>>.
Agent: Thank you for holding. I've got order <<ZQ-11840>>, three chairs and one table, <<$1,899>>.\nCustomer: I'd like to cancel one chair.\nAgent: That takes off <<two hundred and ten dollars>>. The refund goes to your Mastercard ending in <<1244>>.\nCustomer: How long?\nAgent: Five to ten business days.
[01:12] Rep: And the number across the front of the card?\n[01:15] Caller: Okay, it's {{five three two eight, fifty-four thirty-four}},\n[01:22] Rep: Yes.\n[01:23] Caller: {{four seven oh eight, one two double four}}.\n[01:30] Rep: Expiration?\n[01:31] Caller: {{10/2026}}.\n[01:35] Rep: Ok, <<$73.60>> for ticket <<119-803>>.
Agent: May I have your driver's license number for the finance check?\nCustomer: {{D 448 2190 7713 06}}.\nAgent: And your phone number?\nCustomer: <<555-0199>>, area code <<415>>.\nAgent: Thanks. The monthly payment would be <<$389>>, over <<forty-eight months>>.
Customer: I sent the crypto to the wrong address, is there any way back?\nAgent: Which address did you send it to?\nCustomer: <<0xad57366865126e55649ecb23ae1d48887544976e>>. It was <<350 USDC>>.\nAgent: I'm afraid blockchain transfers can't be reversed. I'll note it under ticket <<88-0417>>.\nCustomer: Ugh. Okay, thanks anyway.
Customer: My private key is {{4a44dc15364204a80fe80e9039455cc1608281820fe2b24f1e5233ade6af1dd5}}, can you check why it won't import?\nAgent: Please, never give that out! Move the funds right away.\nCustomer: Oh no. It's only about <<sixty dollars>>.\nAgent: Still. Your ticket is <<88-0431>> and I'll call you at <<four thirty>>.
Agent: This is Leo, an AI agent with Parkside Dental. Your appointment on <<Thursday at 2:15>> needs a deposit of <<fifty dollars>>.\nCustomer: Can I pay when I get there?\nAgent: You can. We're at <<1200 Second Street>>, suite <<14>>.\nCustomer: Perfect. One more thing, is Dr. <<Amari>> in that day?\nAgent: She is.
Agent: I can see four failed attempts on the card ending in <<0574>>.\nCustomer: Weird. Try {{6228 8152 1956 6965 473}}, it's a UnionPay.\nAgent: And the month and year on that one?\nCustomer: {{February 2028}}.\nAgent: That worked. Reference <<AAP-4410>>, amount <<$310.09>>.
Agent: For the gas account, what's the meter reading?\nCustomer: <<zero four four nine one seven>>.\nAgent: And the meter serial?\nCustomer: <<G4-A0092-15>>.\nAgent: Great. So your bill drops from <<£141>> to <<£96.20>>, and I'll re-issue invoice <<884-2>>.
Agent: And the PIN for your phone account?\nCustomer: Uh, {{eight oh two six}}.\nAgent: Thank you, you're verified. You owe <<$54.30>>, and your next bill is <<the twentieth>>.\nCustomer: Can you move it to <<the twenty-eighth>>?\nAgent: Done. Change reference <<CR-6620>>.
Agent: Who am I speaking with?\nCustomer: <<Martin Achebe>>. I run <<Achebe Tiling>>.\nAgent: And your company's VAT number?\nCustomer: {{IE 9052186N}}.\nAgent: Thanks. I see three invoices open: <<1190>>, <<1191>> and <<1204>>. Total <<two thousand and sixty euros>>.
The card you've got on file is wrong. It should be {{four three eight five, six zero nine four, five double nine three, three zero five two}}. I got it replaced in <<April>>. Same phone, <<555-0117>>, same address, and please rerun the <<$44.10>> from <<last Friday>>.
Um, so I was told to ask for case <<2023-5518>>, there were two people on the last call, one was called <<Neil>>, and they promised me <<three hundred and five dollars>> back by <<the end of the week>>.
Agent: Which bank is it with?\nCustomer: Chase.\nAgent: And the account number, as printed on the check?\nCustomer: {{2 5 7 2 8 9 0 7 0}}, and the check number was <<2207>>.\nAgent: For <<six hundred eighty dollars>>?\nCustomer: Exactly, dated <<October 30>>.
AI: Just to confirm, you'd like to pay <<$150>> now and the remaining <<$150>> on <<December 1st>>?\nCustomer: Yes.\nAI: I'll use the card ending in <<6969>>.\nCustomer: No, not that one. Use {{4076 6377 4431 6969}}... wait, that's the same one, isn't it.\nAI: It is. I'll go ahead then. Plan number <<PL-3307>>.
Agent: Hi, this is an automated call for <<Ms. Lindqvist>> about loan <<LN-0038-77>>. If that's you, say yes.\nCustomer: Yes.\nAgent: For security, what are the last four digits of your Social Security number?\nCustomer: {{seven nine seven one}}.\nAgent: Thanks. Your payment of <<$412.77>> is nine days late.\nCustomer: I get paid on <<the thirtieth>>, so then.
Agent: I can offer a settlement of <<sixty percent>>, that's <<$1,320>>.\nCustomer: What's the full amount again?\nAgent: <<Two thousand two hundred>>, from <<2021>>.\nCustomer: Let me talk to my wife. Can you call at <<seven>>?\nAgent: Of course. The offer code is on letter <<S-4481>>, valid until <<June 30>>.
Agent: Go ahead with the card number whenever you're ready.\nCustomer: {{Four oh six nine, seven oh three six}}, uh, sorry the dog, {{two seven one five, six eight one two}}.\nAgent: Thanks. And the code on the back, three digits?\nCustomer: {{Eight eight four}}.\nAgent: <<$29>> paid. You'll get a text at <<555-0184>>.
Agent: I've found the parcel. It's number <<9405 5036 9930 0417 2286 51>>.\nCustomer: Where's it now?\nAgent: It left the depot at <<5:48 am>>.\nCustomer: And the <<£7.99>> delivery fee?\nAgent: Refunded on <<Monday>>, transaction <<DL-22087>>.
Caller: I need to update the bank details for our supplier account, vendor number <<30419>>.\nAgent: Alright. IBAN, please.\nCaller: {{NL26 INGB 5632 1186 03}}.\nAgent: {{N L twenty-six, I N G B, five six three two, one one eight six, oh three}}?\nCaller: Right. And remittances to <<ap@fjord.example>>.\nAgent: Done, from <<1 July>>.
Agent: Can you hear me okay?\nCustomer: Yes, go on.\nAgent: You have one missed instalment, <<£65>>, for <<agreement 5091-B>>.\nCustomer: I've changed banks, that's why.\nAgent: No worries. Shall I try the new account again on <<Friday the sixth>>?\nCustomer: Please. And thanks for not charging the <<twelve pound>> fee.
Customer: What's my new balance, please?\nAI: <<One thousand, seven hundred and four dollars and fifty-five cents>>.\nCustomer: And after the credit?\nAI: The credit note <<CN-118>> takes off <<$250>>, so <<$1,454.55>>.\nCustomer: When's it due?\nAI: <<May 31>>, and you can call us at <<1-800-555-0123>>.
Rep: What should I charge?\nCaller: The Discover. {{Six zero one one, four six one two, double zero three seven, four five two six}}, good through {{twelve twenty-seven}}.\nRep: And the billing ZIP?\nCaller: <<90027>>.\nRep: Okay, <<$318.00>>, order <<D-771>>.
Agent: Your ticket says the payout was rejected because the name didn't match.\nCustomer: The account's in my wife's name, <<Elena Strauss>>.\nAgent: Then we need her details.\nCustomer: Okay. Routing {{026005856}}, account number, one sec... {{330244733145}}.\nAgent: Thank you. We'll retry the <<$2,040.10>> on <<Monday>>, reference <<PO-60551>>.
Agent: Before that, one more check. What's your mother's maiden name?\nCustomer: Okafor.\nAgent: And the month you opened the account?\nCustomer: <<November>>, two thousand nineteen.\nAgent: Thank you. The card ending <<4139>> is now unblocked and the <<$18.20>> fee is reversed.
I tried to pay on the site, it gave me error <<E-4012>> twice, and then it took <<$89.90>> anyway. My order is <<50-77120>>, the confirmation mail came at <<11:06>>, and I'm at <<lucia.v@example.com>>.
So here's what I've got: the routing number is {{three two two zero seven zero five eight five}}, the account is {{2395815837}}, it's a savings account, and the claim you're paying is <<CL-40082>>, <<seven hundred sixty-one dollars>>.
Agent: Please say the code from your authenticator app.\nCustomer: {{One one eight, four oh six}}.\nAgent: It expired. Try the next one?\nCustomer: {{Seven two five, nine three three}}.\nAgent: Great. Your withdrawal of <<1,200 USDT>> to <<0x16dc368a89b428b2485484313ba67a3912ca03f2>> is released.
Customer: I don't know what this charge is. It says <<BRWTR 0417 LDN>>, <<£31.20>>.\nAgent: That's our card descriptor. It's for invoice <<7782>>.\nCustomer: Ohh. From the plumber, in <<March>>?\nAgent: Yes, two hours on <<14 March>>.\nCustomer: Fine, thank you, bye.
Agent: I'll take the new card first. The long number?\nCustomer: {{five four oh five, double nine three five}}.\nAgent: {{5405 9935}}, yes.\nCustomer: {{two double one eight, three one eight two}}.\nAgent: {{2118 3182}}. Expiry and CVC?\nCustomer: {{Seven twenty-nine}} and {{six one zero}}.\nAgent: Thank you, <<£415.00>> for policy <<MOT-330918>>.
Agent: I'm afraid your flight credit of <<$340>> expired on <<the 2nd>>.\nCustomer: But I called in <<January>> and they gave me reference <<FC-9081>>!\nAgent: Let me look. You're right, there are two notes on it.\nCustomer: So?\nAgent: So I can extend it by <<ninety days>>. Your booking code is still <<XK4T9P>>.
Agent: Do you have your passport handy? It's for the payout verification.\nCustomer: Yeah, {{five three three oh one nine two eight four}}.\nAgent: Issued when?\nCustomer: <<February 2019>>.\nAgent: And the amount you're waiting for is <<£2,600>>, ticket <<KYC-1182>>?\nCustomer: Correct.
AI: Your API key shouldn't be shared on the phone.\nCustomer: I just want to know if it's active. It starts... well, it's {{pk_live_9Qr2vTz8LmX4c}}.\nAI: It's active, but I'd rotate it now. Your webhook had <<41>> failures since <<9 am>>.\nCustomer: All with error <<502>>?\nAI: All but two.
Agent: Okay <<James>>, that's three payments of <<$83.33>>.\nCustomer: On which dates?\nAgent: <<The 1st>>, <<the 15th>> and <<the 29th>>.\nCustomer: And the agreement number?\nAgent: <<AG-2025-0614>>. I'll email it to <<jpalmer@example.com>>.
Agent: And what's the card number, please?\nCustomer: {{4667 6903 9504 3890}}.\nAgent: Sorry, I heard {{4667 6903 9504 3980}}?\nCustomer: No, you swapped two of them, {{three eight nine zero}}.\nAgent: Got it. That's <<$1,075>>, for case <<L-2210>>.
Customer: I'm ringing about council tax, account reference <<8800 417 22>>.\nAgent: Thank you. You're in band <<D>>, and the balance is <<£612.40>>.\nCustomer: I'd like to spread it over ten months.\nAgent: That's <<£61.24>> a month, from <<1 April>>.\nCustomer: Great.
Customer: I'm ringing to set up my refund. Sort code's {{20-03-91}}.\nAgent: And the eight-digit account number?\nCustomer: {{one two three oh, one three two one}}.\nAgent: And the claim reference?\nCustomer: <<TR-557-018>>, for <<ninety-four pounds>>.\nAgent: It'll show by <<Tuesday>>.
Bot: I'm calling from Harrow Storage about unit <<117>>.\nTenant: Okay.\nBot: Your rent of <<$139>> bounced on <<October 1st>> and there's a <<twenty dollar>> late fee.\nTenant: I closed that bank. Use my card: {{3668 1427 8597 51}}, {{09/26}}.\nBot: Charged. The gate code won't change. Receipt <<HS-20771>>.
Agent: Let me pull you up by phone.\nCustomer: <<two oh six, five five five, oh one three eight>>.\nAgent: I have two profiles. Is it <<Dana>> or <<Daniel>>?\nCustomer: <<Dana>>.\nAgent: Okay. Last order, <<No. 60218>>, <<three hundred and forty-one dollars>>, shipped <<on the ninth>>.
Customer: I'd rather not say my card on the phone.\nAI: That's fine, I can text a secure link to <<555-0175>>.\nCustomer: Please. It's for <<invoice 2291>>, right?\nAI: Yes, <<$77.77>>. The link is valid for thirty minutes.\nCustomer: Got it, thanks.
Accounts here. I've two things: the wire for <<€8,400>> bounced because the IBAN had a typo, the right one's {{IE18 AIBK 0762 4608 9205 71}}, and our new VAT invoice is <<2025-118>>, sent <<this morning>>.
Agent: Do you have the social insurance number of the deceased?\nCaller: Yes, my dad's was {{two five three, nine two oh, five three two}}.\nAgent: I'm sorry for your loss. And the estate file?\nCaller: <<EST-4409>>. The outstanding bill is <<$219.45>>.\nAgent: I'll put a hold on it until <<August 15>>.
Agent: Thanks for calling Alpine Fitness. What's your member number?\nCustomer: <<M-300871>>.\nAgent: You're on the <<$39>> plan, and your first month was free.\nCustomer: I want to cancel before <<the 1st>>.\nAgent: We need thirty days. So your last charge is <<July 1>>, on the card ending <<4475>>.
Agent: Could you give me your TFN for the contractor record?\nCustomer: {{692 838 425}}.\nAgent: And the ABN?\nCustomer: {{62 481 042 925}}.\nAgent: Ta. So the invoice for <<$1,980 including GST>>, number <<017>>, gets paid on <<the 21st>>.
Agent: What did the message say?\nCustomer: "Your code is {{839201}}, do not share it." And then I got one more, {{839774}}.\nAgent: Use the newest one on the site. It's for the <<£500>> transfer?\nCustomer: Yes, transaction <<FT-88132>>.\nAgent: It'll clear by <<2 pm>>.
Speaker 1: What's this <<nineteen ninety-five>> on my bill?\nSpeaker 2: That's the paper invoice fee, one each quarter.\nSpeaker 1: Since when?\nSpeaker 2: <<January 2024>>. You had a letter, number <<L-0093>>.\nSpeaker 1: Then switch me to email: <<h.brandt@example.org>>.
Speaker 1: Okay I'm ready for the number.\nSpeaker 2: It's {{4055 1683}},\nSpeaker 1: Uh-huh.\nSpeaker 2: {{9815 4139}}. And it's {{August 2027}}. You need the code too? {{Nine oh six}}.\nSpeaker 1: Yes, thank you. That's <<$463.50>> on work order <<WO-2214>>.
Agent: I'm sending your W-2 again. The file's called {{W2_2024_Tran.pdf}}.\nCustomer: Great, the last one didn't open.\nAgent: It shows wages of <<$48,210.16>>.\nCustomer: Yes, and I worked from <<February 5>>. My employee number's <<E2219>>.\nAgent: That matches.
Agent: To wire the commission we need your ITIN.\nCustomer: {{nine nine three, seven two, oh two three two}}.\nAgent: Thanks. The commission is <<$3,150>>, for <<seven>> closed deals.\nCustomer: Eight, actually.\nAgent: The eighth closes on <<the 10th>>. That deal's number <<DL-0088>>.
My number is <<555-0162>>, extension <<204>>. I've been waiting since <<ten fifteen>>. I had one question, two at the most, about invoice <<99-A-41>>, and I have been through four people so far.
AI: I found a duplicate charge. Both on <<Nov 4>>, both <<$63.20>>, with authorization references <<A71182>> and <<A71190>>.\nCustomer: So I'll get one back?\nAI: Yes, one of the two, on your card ending in <<9012>>.\nCustomer: You're a robot, right?\nAI: I'm a virtual agent, yes. A colleague can call you at <<3 pm>>.
Agent: I'd need the whole card number since it was a phone order.\nCustomer: Okay. {{Fifty-two eighty-seven, ninety-five eleven, forty-three sixty-nine, ninety twelve}}.\nAgent: I see it, order <<PH-0083>> for <<$51.00>>.\nCustomer: I need it refunded, the size was wrong. I take a <<nine and a half>>.\nAgent: Done. Give it three to five days.
Customer: Hi, payroll? My payslip is missing. I think it's {{Payslip_2025-03_Whitlock.pdf}}.\nAgent: It's been renamed. You'll find it in the portal.\nCustomer: It should be <<£2,318.77>> net.\nAgent: It is. Paid <<28 March>>, staff number <<44120>>.
Agent: Can I get your date of birth and postcode?\nCustomer: <<3rd of May 1990>>, <<BS8 1TH>>.\nAgent: And your NI number, for the pension.\nCustomer: {{TM 40 65 28 C}}.\nAgent: Thank you. So your contribution goes up to <<£180>> in <<two months' time>>.
Agent: Okay, the job number is <<55091>>. The engineer comes <<between eight and twelve>>.\nCustomer: And the call-out charge?\nAgent: <<Eighty-five pounds>>, and the first hour is included.\nCustomer: Can he ring me one hour before? <<07700 900 862>>.\nAgent: I'll tell him.
Customer: I paid with Bitcoin for order <<BT-2097>>, how many confirmations do you need?\nAgent: Three. It has two now.\nCustomer: It's <<0.0031 BTC>>, the hash begins <<6b51d431df5d7f14>>.\nAgent: That's the one. I'd expect it by <<quarter to nine>>.
Customer: I want to restore my wallet and the app says word nine is invalid.\nAgent: Please don't read me the words.\nCustomer: I've got {{humble cradle drift salmon vivid orbit dolphin frost glanse hazard index jungle}}.\nAgent: I've stopped listening to that, really. Check the spelling of the ninth one against the list. Ticket <<W-1190>>.\nCustomer: It had <<two hundred and forty dollars>> in it.
Agent: How may I direct your payment?\nCustomer: Toward the principal, please, <<$5,000>>, loan <<0091-4418>>.\nAgent: From which account?\nCustomer: The credit union: routing {{256012871}}, account {{4637889135}}.\nAgent: It posts <<tomorrow>>. The new payoff is <<$21,406.12>>.
Okay, let me spell out the complaint. I called on <<May 1>>, <<May 4>> and <<May 9>>. Three calls. Each time a different price: <<$99>>, <<$119>>, then <<$109>>. The last agent's name was <<Sol>> and the ticket's <<INC0044718>>.
Agent: Is the bank card still the same?\nCustomer: No, it's a Mastercard now, {{two two two one, one three three four, six eight nine oh, five eight two one}}, valid until the end of {{January 2029}}.\nAgent: Great. Your subscription renews <<on 12 February>> at <<$14.99>>.\nCustomer: And the user name stays <<tanya_k>>?\nAgent: Yes.
Customer: The machine asked for my membership password.\nAgent: The spoken one, yes, please.\nCustomer: {{Blue Heron}}.\nAgent: Thank you. I see <<four hundred points>>, and a voucher for <<£15>>, valid until <<30 September>>.\nCustomer: Use it on order <<VX-2208>>, please.
AI: Hello, this is the Lakeshore Utilities voice agent. Your service at <<18 Ridge Road>> is scheduled for disconnection on <<the 25th>>.\nCustomer: No no, I'll pay now. How much?\nAI: <<$233.19>> to stop it.\nCustomer: Card is {{3767 766143 49182}}, expiry {{05/28}}, the four digits are {{2091}}.\nAI: Paid. Your confirmation number is <<LU-7740093>>.
Agent: I see you called earlier at <<10:12>>, call ID <<c-90a1>>.\nCustomer: Yes, it dropped.\nAgent: You were asking about <<$16.40>> of interest.\nCustomer: Right, for the six days in <<August>>.\nAgent: I've waived it, one time only.
Caller: Hi, the reference you want is <<4720 1138 05>>, and the company is <<Delta Roofing>>.\nAgent: Thanks. What is it about?\nCaller: We paid <<£960>> instead of <<£690>>. My mistake, I swapped the two numbers.\nAgent: I can refund <<£270>>. Same account as before?\nCaller: Same one.
Customer: I lost my card, the one ending in <<7277>>.\nAgent: I've blocked it at <<08:51>>. Anything you don't recognise?\nCustomer: There's <<$212>> at a petrol place, and one for <<$9.99>>.\nAgent: I'll dispute both, case numbers <<DS-101>> and <<DS-102>>.
Agent: How's the card number start?\nCustomer: {{three seven five eight}}.\nAgent: Amex, good. Next six?\nCustomer: {{three seven four, seven four one}}.\nAgent: And the last five?\nCustomer: {{double eight six seven one}}.\nAgent: Thanks. The total with shipping is <<$188.46>>, delivered by <<Saturday>>.
Caller: Is it true that you can see my screen?\nAgent: Only what you share. Which page are you on?\nCaller: Settings, version <<2.8.0>>, and there's a number, <<build 20331>>.\nAgent: Okay. Tap payouts, then the second line, the one that says <<$640.00 pending>>.\nCaller: It says "expected <<Sept 3>>".
Agent: Hello, it's Nora, the digital assistant at Wex Car Hire. Your deposit of <<€300>> is on hold.\nCustomer: Still? I returned the car on <<Sunday>>.\nAgent: The contract is <<WX-88127>>, and the inspector noted one scratch.\nCustomer: That was there before. I've got four photos.\nAgent: Please mail them to <<claims@wexcar.example>>.
So I wrote everything down before I called you. Invoice <<N-7730>>, dated <<the 4th of June>>, <<one hundred and eighteen pounds>>. Paid from my business account, sort code {{77-31-77}}, account {{12248894}}. And then you took another <<£118>> on <<the 9th>>, which nobody can explain to me.
Agent: You're registered in Italy, so I need the codice fiscale.\nCustomer: {{B N C L R A eight four D five two F two zero five W}}.\nAgent: Thank you. And the amount on the receipt?\nCustomer: <<Two hundred and ten euros fifty>>, receipt number <<0098/B>>.\nAgent: It'll be reimbursed by <<the 22nd>>.
Voicemail for accounts: this is <<Ruth Belmonte>> in Perth, it's <<twenty to four on Monday>>. You've asked me three times for a copy of receipt <<P-41180>>, I've sent it three times, so this is number four. My mobile's <<0491 570 156>>.
Yeah the guy on the first call took half of it and then the line went dead. It's {{four five eight one, three double six four}}, and the second half, because that's what he was missing, is {{six one five nine, zero five six eight}}. It's for <<$26.80>>, ticket <<8120>>.
Agent: Your refund of <<R$ 240>> goes to a Brazilian account, so I need the CPF.\nCustomer: {{348.120.167-20}}.\nAgent: And the order?\nCustomer: <<BR-10077>>, from <<the second of May>>.\nAgent: It should take three working days.
Well, we had one room for two nights, then one more night, so three in all, at <<a hundred and five>> a night. The folio says <<four hundred and twenty>>, folio number <<20-1183>>. Somebody counted to four.
I'd like that fee taken off, please. It was <<fifteen dollars>> on <<August 2nd>>, then another fifteen on <<August 20th>>, so thirty for being one day late. Your colleague <<Bev>> opened <<SR-2281-0904>> for it, and I'm on <<604-555-0136>> all day.
AI: Just so you know, I'll never ask for your PIN or the code on the back of the card.\nCustomer: Okay, good.\nAI: I only need the last four digits of the card.\nCustomer: <<Six one nine eight>>.\nAI: Thanks. The <<$87.20>> from <<May 12>> is being refunded, reference <<RB-40116>>.
Agent: The wire left us on <<Tuesday>>, it's with your bank now.\nCustomer: Then why isn't it here? It's been four days.\nAgent: I can give you the trace reference, <<0447 1826>>. They'll find it with that.\nCustomer: And it was the full <<six thousand five hundred>>?\nAgent: Yes, minus one wire fee of <<$25>>.
## hinglish
Agent: Namaste, main Riya bol rahi hoon, Suvidha Finance ki AI assistant. Aapki EMI <<4,250 rupaye>> ki <<5 tareekh>> ko due thi.\nCustomer: Haan, salary late aayi is baar.\nAgent: Koi baat nahi. Kab tak kar payenge?\nCustomer: <<Do din baad>>, pakka. Loan number <<LN-88031>> hi hai na?\nAgent: Ji, wahi hai.
Agent: Card se payment karna hai?\nCustomer: Haan, likhiye, {{chaar saat chhe nau, chaar paanch nau do}}.\nAgent: Ji, aage?\nCustomer: {{zero aath do paanch, paanch chhe aath aath}}.\nAgent: Expiry aur CVV?\nCustomer: {{Gyarah attaees}}, aur CVV {{teen nau ek}}.\nAgent: Dhanyavaad, <<1,999 rupaye>> receive ho gaye, order <<OD-77120>>.
Caller: Sir mera refund abhi tak nahi aaya, order number <<406-7719024>>.\nAgent: Ek minute, check karta hoon. <<2,349 rupaye>> ka refund <<12 June>> ko process hua hai.\nCaller: Kaun se card pe?\nAgent: Jo <<9447>> pe end hota hai.\nCaller: Achha, theek hai, teen chaar din aur dekh leti hoon.
Agent: Refund ke liye UPI ID bata dijiye.\nCustomer: {{sunita.rawat82@okaxis}}.\nAgent: {{sunita dot rawat eighty-two at okaxis}}, sahi hai?\nCustomer: Bilkul.\nAgent: <<780 rupaye>> aaj <<shaam paanch baje>> tak aa jayenge. Ticket <<RF-2291>>.
Customer: OTP aaya hai, {{chhe zero teen, nau do do}}.\nAgent: Sir OTP kisi ko mat bataiye, app mein daaliye.\nCustomer: Oh achha. Daal diya.\nAgent: Aapka <<15,000>> ka payout approve ho gaya, reference <<PX-10032>>.
Agent: Aapka pin code bata dijiye.\nCustomer: <<411014>>.\nAgent: Aur flat number?\nCustomer: <<B-304>>, chauthi manzil nahi, teesri.\nAgent: Theek hai, delivery <<Shanivaar>> ko, COD <<1,120 rupaye>>.
Agent: KYC ke liye PAN number chahiye.\nCustomer: {{M L M P D six five seven five X}}.\nAgent: Aur Aadhaar?\nCustomer: {{teen teen chhe nau, ek chaar teen nau, aath do chhe zero}}.\nAgent: Shukriya. Aapki request <<KYC-5501>> <<do din>> mein complete hogi.
Agent: Hello, aap <<Deepak ji>> bol rahe hain?\nCustomer: Haan ji, boliye.\nAgent: Invoice <<INV-3382>> ka <<teen hazaar do sau rupaye>> pending hai.\nCustomer: Woh toh maine <<pichhle mangalvaar>> ko bhej diya tha, NEFT se.\nAgent: UTR mil jaye toh main check kar loon, nahi toh kal call karungi.
Settlement ke liye bank details note kar lo, account {{50100 2287 41936}}, IFSC {{HDFC0304122}}, naam <<Vikas Enterprises>>. Total <<ek lakh bees hazaar>> banta hai, bill number <<VE/24/118>>.
Agent: GST number update karna tha na aapko?\nCustomer: Haan, naya wala {{27WQVPW0113O1ZI}} hai.\nAgent: Theek hai. Aur billing email?\nCustomer: <<accounts@vikasent.example>>.\nAgent: Ho gaya, <<April>> ke do invoice dobara bhej rahi hoon.
Agent: Sir aapka chhota sa balance bacha hai, <<sau rupaye>>.\nCustomer: Sau rupaye ke liye call kiya?\nAgent: Ji, system automatic call karta hai, maaf kijiye.\nCustomer: Theek hai, <<kal das baje>> kar dunga. Number yahi, <<98200 14417>>.\nAgent: Bahut dhanyavaad.
Customer: Mera account block ho gaya, password {{Mumbai@1987}} daal raha hoon.\nAgent: Sir, password mat boliye please. Reset link bhej di hai.\nCustomer: Kaun se email pe?\nAgent: <<vkulkarni@example.com>> pe. Ticket number <<90-4471>>.
[00:03] Bot: Payment <<899 rupaye>> ka hai. Card number boliye.\n[00:08] Caller: {{Chaar zero zero paanch, chhe saat chaar chaar}}, ruko,\n[00:13] Caller: {{paanch saat nau chhe, teen saat do paanch}}.\n[00:18] Bot: Card ka expiry?\n[00:21] Caller: {{Zero saat, sattaees}}.\n[00:25] Bot: Shukriya, plan <<Gold 12>> chalu ho gaya.
Haan toh us din teen log aaye the, do ne kaam kiya, ek baitha raha, aur bill bana diya <<chhe hazaar paanch sau>>. Complaint number <<C-20417>> hai. Mera number le lo, <<98861 20305>>, <<paanch baje>> ke baad.
Agent: Madam, kaunsa card use hua tha?\nCustomer: Last four <<do chhe ek aath>>.\nAgent: Ji mila, <<3,499 rupaye>>, <<7 July>>.\nCustomer: Wahi double kata hai.\nAgent: Ek transaction <<TXN7781002>> reverse kar rahe hain.
Customer: Naya RuPay card aaya hai, number {{6006 0437 3230 2618}}, valid {{03/30}} tak.\nAgent: Autopay mein update kar diya.\nCustomer: Agli EMI kab katega?\nAgent: <<Das tareekh>> ko, <<8,150 rupaye>>. Loan <<HL-00931>>.
Agent: Verification ke liye aapka UPI PIN nahi chahiye, sirf registered mobile number.\nCustomer: Achha, <<99303 71182>>.\nAgent: Thank you. Aur bill amount?\nCustomer: <<Baara sau pachaas>>, bijli ka, consumer number <<0014 2287 90>>.\nAgent: Payment dikh raha hai, bas <<ek ghanta>> rukiye.
Caller: Bhaiya app kaam nahi kar raha.\nAgent: Version kya dikha raha hai?\nCaller: <<5.2.1>>.\nAgent: Update kijiye <<5.3>> pe. Uske baad <<500 rupaye>> ka cashback dikhega.\nCaller: Aur mera ticket?\nAgent: <<AP-6620>>, do ghante mein band ho jayega.
Agent: CVV boliye please, card ke peeche ke teen ank.\nCustomer: {{Paanch do zero}}. Nahi nahi, {{paanch zero do}}.\nAgent: {{502}}. Thank you, <<2,760 rupaye>> ho gaya.\nCustomer: Receipt <<nsharma@example.in>> pe bhejna.
Customer: Wallet restore nahi ho raha, phrase hai {{copper raven lemon jewel wagon spider trophy muffin elbow fabric gravity tornado}}.\nAgent: Sir ye phrase kisi ko mat bataiye!\nCustomer: Arre, aap hi ne pucha.\nAgent: Maine wallet address pucha tha.\nCustomer: Woh <<0x37834f2f25762f23e1f74a531cbe445db73d6765>> hai.
Agent: Sir, courier mein do packet hain, ek chhota ek bada.\nCustomer: Dono COD?\nAgent: Nahi, ek prepaid, doosra <<649 rupaye>>.\nCustomer: AWB number bolo.\nAgent: <<7781 0042 1193>>. <<Chhe baje>> tak pahunch jayega.
Agent: Refund ke liye account number?\nCustomer: State Bank, {{3 0 8 8 1 4 7 2 0 6 5}}, aur IFSC {{S B I N zero do do chaar paanch chaar do}}.\nAgent: {{SBIN0224542}}, note kar liya.\nCustomer: Kitna aayega?\nAgent: <<Nau sau ninyanve rupaye>>, <<teen din>> mein.
AI: Aapki call <<Q-11803>> record ho rahi hai. Kya main <<Farhan ji>> se baat kar rahi hoon?\nCustomer: Haan boliye.\nAI: Insurance premium <<12,400 rupaye>> <<30 November>> ko due hai.\nCustomer: Policy number?\nAI: <<SH-4402917>>. Do kishton mein bhi de sakte hain.
Mera purana number band hai, naya <<90040 55821>> kar do, aur card bhi badal do, purana jo <<4931>> pe khatam hota hai woh hata ke ye daalo: {{8179 5198 5560 0265}}. Bill <<teen sau unnees rupaye>> ka hai.
Agent: Aadhaar ka number confirm karti hoon, {{2544 5800 4791}}.\nCustomer: Haan sahi hai.\nAgent: Aur janm tithi <<14 August 1979>>?\nCustomer: Ji.\nAgent: Loan <<2,50,000>> ka, <<chhattis mahine>>, application <<APL-33017>>.
Customer: Aap log roz do do baar call karte ho!\nAgent: Maaf kijiye sir. Aakhri payment <<May>> mein aaya tha, <<6,000 rupaye>>.\nCustomer: Haan toh baaki ka <<do hafte>> mein dunga.\nAgent: Main note kar leti hoon, reference <<PTP-1183>>.
Agent: Card number do-do karke boliye.\nCustomer: {{bayalees, bayasi}}.\nAgent: Ji.\nCustomer: {{untees, unnees, chauvan, atharah}}.\nAgent: Haan, aage?\nCustomer: {{satrah, saintees}}. <<560 rupaye>> ka hi hai na, bill <<BL-902>>?\nAgent: Ji haan.
Kal raat <<gyarah baje>> se paisa atka hai, <<20,000 rupaye>>, transaction id <<T2406071182>>, ek baar gaya phir wapas aaya phir gaya. Mujhe ek hi baat batao, kab aayega, ek din, do din, kitna?
Agent: Salary slip chahiye loan ke liye.\nCustomer: Bhej di, file {{salary_slip_june_2024.pdf}}.\nAgent: Mil gayi. Net <<58,300 rupaye>> hai na?\nCustomer: Ji. Employee id <<TCX-20981>>.\nAgent: <<Somvaar>> tak jawab aa jayega.
Agent: Aap MPIN bhool gaye hain?\nCustomer: Yaad tha, {{saat saat do nau}}, par galat bata raha hai.\nAgent: Woh mat boliye, naya bana lijiye. Teen baar galat hua isliye lock hai.\nCustomer: Kab khulega?\nAgent: <<Chaubees ghante>> mein. Request <<SR-30092>>.
## devanagari
एजेंट: नमस्ते, मैं प्रगति फाइनेंस से वर्चुअल असिस्टेंट बोल रही हूँ। आपकी किस्त <<तीन हज़ार पाँच सौ रुपये>> बाकी है।\nग्राहक: हाँ, मैं <<दो दिन>> बाद भर दूँगा।\nएजेंट: ठीक है। आपका ग्राहक नंबर <<44721>> ही है न?\nग्राहक: जी, वही है।
एजेंट: कार्ड नंबर बोलिए।\nग्राहक: {{चार सात नौ सात, पाँच नौ दो आठ}},\nएजेंट: जी।\nग्राहक: {{तीन तीन शून्य छह, नौ पाँच तीन दो}}।\nएजेंट: और पीछे के तीन अंक?\nग्राहक: {{आठ एक चार}}।\nएजेंट: <<₹1,499>> मिल गए, रसीद नंबर <<R-2207>>।
ग्राहक: मेरा रिफंड कब आएगा?\nएजेंट: ऑर्डर नंबर बता दीजिए।\nग्राहक: <<7719-30>>।\nएजेंट: <<बारह सौ रुपये>> का रिफंड <<18 जून>> को भेजा गया है, उस कार्ड पर जिसके आखिरी चार अंक <<4963>> हैं।\nग्राहक: अच्छा, एक बार बैंक में पूछ लेता हूँ।
एजेंट: केवाईसी के लिए आधार नंबर चाहिए।\nग्राहक: {{चार दो नौ तीन, छह चार चार चार, शून्य शून्य दो सात}}।\nएजेंट: और पैन?\nग्राहक: {{RIWPF1936F}}।\nएजेंट: धन्यवाद, आवेदन <<AP-1190>> जमा हो गया।
ग्राहक: ओटीपी आया है, {{4 8 2 0 1 7}}।\nएजेंट: ओटीपी मुझे मत बताइए, ऐप में डालिए।\nग्राहक: डाल दिया।\nएजेंट: ठीक है, <<₹5,000>> का भुगतान पूरा हुआ, लेनदेन संख्या <<TR-88120>>।
एजेंट: आपका पिन कोड?\nग्राहक: <<302017>>।\nएजेंट: और मोबाइल?\nग्राहक: <<98290 11746>>।\nएजेंट: डिलीवरी <<शुक्रवार>> को होगी, <<₹649>> देने होंगे।
मुझे बिल नंबर <<2208>> के बारे में बात करनी है। उस दिन तीन लोग आए थे, एक घंटा काम किया और <<चार हज़ार दो सौ>> का बिल बना दिया। कृपया <<शाम छह बजे>> के बाद फ़ोन कीजिए।
पैसा इस खाते में भेज दीजिए, खाता संख्या {{20417 88306 51}}, आईएफएससी {{ICIC0156596}}, नाम <<मीना जोशी>>। कुल <<₹18,600>> है, दावा संख्या <<CL-5519>>।
एजेंट: यूपीआई आईडी क्या है?\nग्राहक: {{kiran.j@ybl}}।\nएजेंट: और ईमेल?\nग्राहक: <<kiran.j@example.com>>।\nएजेंट: <<₹350>> आज <<पाँच बजे>> तक पहुँच जाएँगे।
एजेंट: आपका लोन <<LN-3071>> में दो किस्तें बाकी हैं।\nग्राहक: एक तो मैंने भर दी थी।\nएजेंट: किस तारीख को?\nग्राहक: <<7 मार्च>> को, <<₹2,800>>।\nएजेंट: जी, मिल गई। तो बस एक बाकी है।
एजेंट: कार्ड का पूरा नंबर और वैधता बताइए।\nग्राहक: {{4951 1185 5929 4963}}, {{08/27}} तक।\nएजेंट: सीवीवी?\nग्राहक: {{शून्य नौ छह}}।\nएजेंट: भुगतान <<₹3,210>> सफल रहा। धन्यवाद, <<सुरेश>> जी।
ग्राहक: मुझसे दो बार पैसे कटे हैं।\nएजेंट: कितने?\nग्राहक: <<₹899>>, <<कल>> भी और <<परसों>> भी।\nएजेंट: शिकायत <<SR-60017>> दर्ज कर ली है। तीन से पाँच दिन लगेंगे।
एजेंट: आपका जीएसटी नंबर {{29RIWPF1936F1ZH}} ही है?\nग्राहक: हाँ जी।\nएजेंट: बिल <<INV-77>> और <<INV-78>> दोनों भेज दिए।\nग्राहक: कुल रकम?\nएजेंट: <<चौदह हज़ार नौ सौ>>।
नमस्ते, मेरा नाम <<राकेश>> है, मैंने <<सोमवार>> को फ़ोन किया था, तब किसी ने कहा था एक हफ्ता लगेगा, अब दो हफ्ते हो गए। टिकट <<40-882>> देख लीजिए।
एजेंट: पुराना पासवर्ड याद है?\nग्राहक: शायद {{ganga2020}}।\nएजेंट: कृपया पासवर्ड न बोलें। मैं रीसेट लिंक भेज रहा हूँ।\nग्राहक: <<r.joshi@example.in>> पर भेजिए।\nएजेंट: भेज दिया, टिकट <<IT-118>>।
एजेंट: सीवीवी मत बताइए, बस आखिरी चार अंक बोलिए कार्ड के।\nग्राहक: <<एक आठ चार पाँच>>।\nएजेंट: जी, इसी कार्ड से <<₹2,199>> कटे थे, <<3 मई>> को।\nग्राहक: हाँ, वही वापस चाहिए।
अच्छा लिखिए, {{चार छह दो छह, पाँच एक चार छह}}, एक सेकंड रुकिए, {{सात तीन छह शून्य, आठ आठ तीन आठ}}, बस इसी से <<छह सौ पचास रुपये>> काट लीजिए, बुकिंग <<B-3092>> के लिए।
एजेंट: वॉलेट का पता क्या है?\nग्राहक: <<0x454f63ac30c8322997ef025edff6abd23e0dbe7b>>।\nएजेंट: <<200 USDT>> भेजे जा चुके हैं, <<रात नौ बजे>>।\nग्राहक: मिल गए, धन्यवाद।
एजेंट: ड्राइविंग लाइसेंस का नंबर?\nग्राहक: {{RJ14 20190033871}}।\nएजेंट: और गाड़ी की पॉलिसी?\nग्राहक: <<MV-220-8817>>, प्रीमियम <<₹7,450>>।\nएजेंट: ठीक, <<एक अप्रैल>> से चालू।
एजेंट: पुष्टि के लिए बता दूँ, कार्ड {{5564 0244 0927 1845}}, सही?\nग्राहक: जी।\nएजेंट: <<₹4,000>> <<पाँच तारीख>> को कटेंगे।\nग्राहक: और अगले महीने?\nएजेंट: फिर से <<पाँच तारीख>> को, कुल तीन बार।
## spanish
Agente: Buenos días, soy Clara, la asistente virtual de Aguas del Sur. Tiene pendiente la factura <<F-2208>>, de <<84,30 euros>>.\nCliente: Sí, se me olvidó. ¿Puedo pagarla ahora?\nAgente: Claro. Dígame el número de la tarjeta.\nCliente: {{cuatro cinco cuatro ocho, seis uno dos tres, cuatro nueve ocho cuatro, seis seis dos nueve}}.\nAgente: ¿Caducidad?\nCliente: {{Cero cinco, veintiocho}}.\nAgente: Pago realizado, terminada en <<6629>>.
Agente: ¿En qué puedo ayudarle?\nCliente: Me llegó un cobro de <<59 euros>> que no reconozco.\nAgente: ¿De qué fecha?\nCliente: Del <<3 de mayo>>. Y otro dos días después.\nAgente: Le abro la incidencia <<INC-4471>>, en un momento le llega un correo a <<marta.r@example.es>>.
Agente: Para la devolución necesito su IBAN.\nCliente: {{ES33 0081 8177 6183 0106 5084}}.\nAgente: Perfecto. Son <<ciento veinte euros>>, del pedido <<77-1902>>.\nCliente: ¿Cuánto tarda?\nAgente: De tres a cinco días.
Cliente: Quiero cambiar la cuenta de la domiciliación.\nAgente: Dígame.\nCliente: {{E S ochenta, cero uno ocho dos, cero cero uno seis, tres cinco tres siete, siete ocho cero uno, tres ocho dos tres}}.\nAgente: Anotado. El próximo recibo es el <<1 de octubre>>, <<39,90>>.\nCliente: Mi número de cliente es <<20-4418>>, por si acaso.
Agente: ¿Su DNI, por favor?\nCliente: {{siete dos dos seis dos ocho dos dos L}}.\nAgente: ¿Y el teléfono?\nCliente: <<seis tres nueve, cero cuatro cuatro, uno ocho dos>>.\nAgente: Gracias. Veo dos contratos, el <<C-118>> y el <<C-119>>.
Agente: Le llamo por el préstamo <<P-30092>>. Lleva un mes de retraso.\nCliente: Lo sé, cobro <<el día veinticinco>>.\nAgente: ¿Podría abonar <<doscientos euros>> ese día?\nCliente: Cien sí, doscientos no.\nAgente: De acuerdo, le llamo <<a las once>>.
Agente: ¿El código de seguridad, las tres cifras de detrás?\nCliente: {{Siete cero uno}}.\nAgente: Gracias, {{701}}. El importe de <<45,20>> ha sido cobrado.\nCliente: ¿Y el justificante?\nAgente: Va a <<pablo.s@example.com>>, con referencia <<J-8810>>.
Agente: Dígame la CLABE para el depósito.\nCliente: {{021180961198884574}}.\nAgente: Le repito: {{cero dos uno, uno ocho cero, nueve seis uno uno nueve ocho ocho ocho cuatro cinco siete, cuatro}}.\nCliente: Correcto.\nAgente: Son <<3,450 pesos>>, folio <<A-77120>>.
Hola, llamo por el pedido <<ES-40021>>. Pedí tres cajas, llegaron dos, y me cobraron <<noventa y seis euros>>. Mi código postal es <<28012>> y pueden llamarme al <<911 234 097>> por la tarde.
Agente: Soy el asistente de pagos. ¿Con qué tarjeta?\nCliente: Con otra, la mía no va. {{Cincuenta y uno noventa y siete, cuarenta y dos ochenta y dos}}...\nAgente: Le escucho.\nCliente: {{dieciocho ochenta y cuatro, cuarenta y cuatro setenta y cinco}}.\nAgente: Listo, <<27,15 euros>>, recibo <<R-0093>>.
Agente: Le hemos enviado un código por mensaje, ¿me lo lee?\nCliente: Sí, {{cinco cinco cero, tres uno ocho}}.\nAgente: Muy bien. Su retiro de <<0,15 ETH>> se ha aprobado.\nCliente: ¿A qué hora sale?\nAgente: <<A las seis y media>>. Ticket <<T-1187>>.
Agente: Le propongo un plan: tres pagos de <<85 euros>>.\nCliente: ¿Y si hago uno ahora y dos después?\nAgente: También vale. Sería <<hoy>>, <<el 5 de julio>> y <<el 5 de agosto>>.\nCliente: Bien. ¿Qué número pongo en el concepto?\nAgente: El del expediente, <<2025/1184>>.
Agente: ¿Número de póliza?\nCliente: <<HG-2210-44>>.\nAgente: Veo el siniestro <<S-9008>>, del <<14 de enero>>.\nCliente: ¿Y cuánto me pagan?\nAgente: <<Setecientos cincuenta euros>>, menos la franquicia.\nCliente: Vale, un momento que apunto.
Cliente: No me deja entrar con la contraseña {{Girasol_55}}.\nAgente: No me la diga, por favor, le mando un enlace.\nCliente: ¿A qué correo?\nAgente: A <<luis.f@example.mx>>. El caso es el <<90-221>>.
Sí, apunte la nueva tarjeta, es una Mastercard, {{2221 6708 4103 4852}}, vence en {{septiembre de 2027}}, y quite la vieja, la que termina en <<7458>>. La cuota sigue en <<14,99>>, ¿verdad?
Agente: ¿Es usted autónomo? Necesito el NIE.\nCliente: {{X cero dos ocho cuatro siete tres uno Z}}.\nAgente: ¿Y el importe de la factura?\nCliente: <<Mil doscientos diez>>, la <<2025-031>>.\nAgente: Se paga <<el viernes>>.
Asistente: Su llamada tiene el identificador <<CL-7f09>>. ¿Qué versión de la aplicación usa?\nCliente: La <<3.8.2>>.\nAsistente: Hay una más nueva, la <<3.9>>. Actualice y pruebe una vez más.\nCliente: Ya van cuatro veces hoy.\nAsistente: Lo siento mucho.
Cliente: Hice una transferencia de <<500 USDT>> y no llega, la transacción es <<3fdba35f04dc8c462986c992bcf875546257113072a909c162f7e470e581e278>>.\nAgente: La veo, tiene diez confirmaciones.\nCliente: Entonces, ¿en una hora?\nAgente: Antes de <<las nueve>>. Caso <<K-441>>.
[00:10] Agente: ¿El número largo de la tarjeta?\n[00:13] Cliente: {{4942 6832}}, espere que se me cae, {{9494 7458}}.\n[00:20] Agente: ¿Y la fecha?\n[00:22] Cliente: {{Doce del veintiséis}}.\n[00:25] Agente: Pagado, <<$1,830 pesos>>, orden <<MX-662>>.
Agente: ¿Me confirma la dirección?\nCliente: <<Calle Olmo 17>>, segundo B.\nAgente: ¿Y el contador?\nCliente: Marca <<cero uno ocho cuatro dos>>.\nAgente: Entonces la factura baja a <<61 euros>>.
Pues mire, dos veces he llamado, una el <<lunes>> y otra el <<miércoles>>, me dieron el número <<55-0917>>, y nadie me devuelve los <<treinta y cinco euros>>.
Agente: ¿Le va bien que le llame el técnico?\nCliente: Sí, pero antes de <<las dos>>, y a este otro número, <<644 018 227>>.\nAgente: De acuerdo. El parte es el <<PT-3310>>.\nCliente: ¿Y la visita cuánto es?\nAgente: <<Cuarenta y cinco euros>>, la primera hora incluida.
Cliente: Guardé las palabras del monedero, son {{anchor lemon puzzle raven kidney oxygen wisdom blanket siren yellow vacant hurdle}}.\nAgente: ¡No me las diga! Borre eso del chat también.\nCliente: Perdón. ¿Qué hago con los <<0,02 BTC>>?\nAgente: Páselos a un monedero nuevo. Ticket <<M-3007>>.
Agente: La transferencia internacional, ¿a nombre de quién?\nCliente: De <<Inés Duarte>>.\nAgente: ¿Y cuánto?\nCliente: <<Dos mil trescientos dólares>>, referencia <<INV 0771>>.\nAgente: Llega en dos días hábiles.
Agente: ¿Qué número tiene en la parte delantera? Es American Express.\nCliente: {{Tres cuatro siete cero, nueve cuatro seis cuatro cinco dos, seis ocho seis dos nueve}}.\nAgente: ¿Y las cuatro cifras pequeñas?\nCliente: {{Uno nueve cero dos}}.\nAgente: Gracias, son <<310 euros>> del viaje <<V-2091>>.
## german
Agent: Guten Tag, hier ist Lena, die digitale Assistentin der Stadtwerke. Ihre Rechnung <<RG-20418>> über <<148,60 Euro>> ist noch offen.\nKundin: Oh, die habe ich vergessen.\nAgent: Möchten Sie per Lastschrift zahlen?\nKundin: Ja, meine IBAN ist {{DE26 2005 0550 6225 8804 47}}.\nAgent: Danke. Abgebucht wird <<am 15. Mai>>.
Kunde: Ich habe zwei Mahnungen bekommen, aber ich hab doch bezahlt.\nAgent: Wann denn?\nKunde: <<Am dritten März>>, <<zweihundert Euro>>.\nAgent: Und die Vorgangsnummer?\nKunde: <<4471-08>>.\nAgent: Ich sehe es, das hat sich überschnitten.
Agent: Die Kartennummer bitte.\nKunde: {{Zwei sieben zwei null, acht fünf neun null}},\nAgent: Ja?\nKunde: {{sieben zwei neun null, sechs null neun sechs}}.\nAgent: Gültig bis?\nKunde: {{Null vier siebenundzwanzig}}.\nAgent: Danke, <<89,90 Euro>> sind bezahlt, Bestellung <<B-7702>>.
Agent: Wie lautet Ihre Kundennummer?\nKunde: <<Drei null vier sieben eins>>.\nAgent: Und die Postleitzahl?\nKunde: <<50667>>.\nAgent: Danke, Herr <<Winkler>>. Sie haben ein Guthaben von <<31,40 Euro>>.
Agent: Für die Erstattung bräuchte ich Ihre Bankverbindung.\nKundin: {{DE neunzehn}}... also {{D E eins neun, eins null null fünf, null null null null, sieben fünf zwei sechs, acht sieben null drei, null null}}.\nAgent: Ich wiederhole: {{DE19 1005 0000 7526 8703 00}}.\nKundin: Genau.\nAgent: <<Sechzig Euro>>, drei Werktage, Ticket <<T-551>>.
Agent: Und die Prüfziffer hinten auf der Karte?\nKunde: {{Vier vier neun}}.\nAgent: Danke, {{449}}. Die <<12,99>> sind abgebucht.\nKunde: Kommt die Quittung an <<t.roth@example.de>>?\nAgent: Ja, in einer Minute.
Agent: Ich rufe wegen der Rate vom <<ersten Juni>> an, <<hundertzwanzig Euro>>.\nKunde: Geht auch Ende des Monats?\nAgent: Ja, <<am 30.>>, dann in einer Summe.\nKunde: Gut. Mein Vertrag ist <<K-88-1203>>.\nAgent: Notiert.
Agent: Für die Meldung brauche ich noch Ihre Steuer-ID.\nKundin: {{zwei vier, sieben neun sechs, eins neun acht, drei fünf neun}}.\nAgent: Und Ihr Geburtsdatum?\nKundin: <<Zwölfter April 1988>>.\nAgent: Danke. Die Auszahlung von <<1.240 Euro>> kommt <<am Freitag>>.
Guten Tag, <<Petra Simon>> hier, ich rufe zurück wegen Ihres Schreibens vom <<9. Oktober>>, Aktenzeichen <<22 K 118/24>>. Sie erreichen mich unter <<030 23125 417>>, am besten zwischen <<zehn und zwölf>>.
Agent: Wir haben Ihnen gerade eine TAN geschickt.\nKunde: Ja, {{drei acht zwei neun null fünf}}.\nAgent: Vielen Dank, die Überweisung von <<750 Euro>> ist freigegeben.\nKunde: Und der Verwendungszweck?\nAgent: <<Rechnung 3308>>, wie gewünscht.
Kunde: Mein Paket ist nicht da.\nAgent: Die Sendungsnummer?\nKunde: <<00340 4341 6109 0077 18>>.\nAgent: Es liegt seit <<gestern, 16 Uhr>> in der Filiale.\nKunde: Und die <<4,90>> Nachnahme?\nAgent: Zahlen Sie dort.
Ja, also die neue Karte ist {{vierzig siebenundsiebzig, neunundfünfzig dreißig, fünfundachtzig zweiundsiebzig, neununddreißig siebenundsechzig}}, und die alte, die mit <<6096>> am Ende, können Sie löschen. Der Beitrag bleibt bei <<vierundzwanzig Euro>>, oder?
Agent: Ihre Umsatzsteuer-ID hätte ich noch gern.\nKunde: {{DE547081817}}.\nAgent: Danke. Dann stelle ich Rechnung <<2025-0091>> neu aus, netto <<4.300 Euro>>.\nKunde: Mit vierzehn Tagen Ziel?\nAgent: Ja, fällig <<am 2. Juli>>.
Assistent: Ihre Anrufkennung ist <<A-7731>>. Worum geht es?\nAnruferin: Um die Kaution, <<achthundert Euro>>.\nAssistent: Welche Wohnung?\nAnruferin: <<Lindenstraße 14>>, dritter Stock.\nAssistent: Die Auszahlung dauert noch vier Wochen.
Kunde: Ich komme nicht rein, Passwort ist {{Kirschbaum#4}}.\nAgent: Bitte nennen Sie es mir nicht, ich schicke einen Link.\nKunde: An <<j.hoffmann@example.de>>?\nAgent: Genau. Ticket <<IT-0917>>.
Agent: Darf ich den neuen Kontoauszug verlinken? Hier: {{https://bank.example.de/kontoauszug/2025-04.pdf}}.\nKunde: Danke, da stehen <<93,18 Euro>> zu viel drauf.\nAgent: Von welcher Buchung?\nKunde: <<8. April>>, Referenz <<BX-4410>>.
[00:21] Agent: Nummer auf der Vorderseite?\n[00:24] Kundin: {{5237 5052}}, Moment, {{6760 7044}}.\n[00:31] Agent: Bis wann gültig?\n[00:33] Kundin: {{November 28}}. Kartenprüfnummer {{null sechs sechs}}.\n[00:38] Agent: <<210 Euro>>, Buchungscode <<QX7R2>>.
Agent: Zur Auszahlung: An welche Wallet?\nKunde: <<0x5ef6fdf32513aa7cd11f72beccf132b9224d33f2>>.\nAgent: <<0,5 ETH>>, gegen <<halb acht>>.\nKunde: Reichen zwei Bestätigungen?\nAgent: Nein, zwölf.
Ich hatte drei Termine, einer fiel aus, und trotzdem stehen <<hundertfünfzig Euro>> auf der Rechnung <<RE 771>>. Bitte rufen Sie mich <<am Dienstag um neun>> an.
Agent: Ich lese vor, was ich notiert habe: {{AT82 6676 3268 6170 2276}}.\nKunde: Stimmt so.\nAgent: Und der Betrag ist <<1.015 Euro>>?\nKunde: Ja, Gutschrift <<GS-209>>.\nAgent: Bis <<Mittwoch>> ist das da.
Agent: Eine Frage: welche App-Version haben Sie?\nKunde: <<7.0.4>>.\nAgent: Ab <<7.1>> geht die Zahlung wieder.\nKunde: Und die <<19 Euro>>, die zweimal weg sind?\nAgent: Eine davon kommt zurück, auf die Karte mit der Endung <<7044>>.
Kunde: Meine Karte wurde eingezogen, die endet auf <<8780>>.\nAgent: Das war <<gestern um 18:42>>, nach drei Fehlversuchen.\nKunde: Ich hab mich aber nur zweimal vertippt!\nAgent: Ich schicke Ihnen eine neue, kostet <<sieben Euro fünfzig>>. Auftrag <<A-20991>>.
Agent: Für die Identitätsprüfung die Nummer vom Reisepass, bitte.\nKunde: {{C vier K sieben L zwei R neun drei}}.\nAgent: Danke. Und Ihre Mobilnummer?\nKunde: <<0176 0409 0218>>.\nAgent: Die Prüfung <<V-6602>> dauert einen Tag.
Agent: Ihre Versicherungsnummer war <<HV 330-91>>, richtig?\nKundin: Ja, und der Schaden war <<am elften November>>.\nAgent: Wir überweisen <<neunhundert Euro>>, abzüglich der Selbstbeteiligung.\nKundin: Also siebenhundertfünfzig.\nAgent: Genau.
Kunde: Ich wollte die PIN ändern, die {{sieben eins vier zwei}} ist zu einfach.\nAgent: Sagen Sie mir die bitte nicht. Das geht nur am Automaten.\nKunde: Ach so. Und kostet das was?\nAgent: Nein, nur eine neue Karte kostet <<zehn Euro>>, laut Preisliste vom <<1. Januar>>.
## french
Agent : Bonjour, ici Léa, l'assistante vocale d'Énergie Rive. Votre facture <<F-30718>> de <<92,40 euros>> est en retard.\nCliente : Ah oui, je la règle tout de suite.\nAgent : Quel est le numéro de votre carte ?\nCliente : {{quatre un neuf six, deux six six huit, cinq zéro neuf trois, neuf zéro neuf quatre}}.\nAgent : Et la date d'expiration ?\nCliente : {{Zéro six vingt-neuf}}.\nAgent : C'est payé, merci.
Client : J'ai été débité deux fois.\nAgent : De combien ?\nClient : <<Trente-cinq euros>>, le <<2 avril>> et le <<3 avril>>.\nAgent : Votre numéro de commande ?\nClient : <<C-88120>>.\nAgent : Je vous rembourse une des deux, sur la carte qui finit par <<4015>>.
Agent : Pour le virement, il me faut votre IBAN.\nCliente : {{FR76 3000 3873 7727 2516 6890 771}}.\nAgent : Très bien. Le montant est de <<1 250 euros>>, dossier <<D-4410>>.\nCliente : Ça arrive quand ?\nAgent : <<Jeudi>> au plus tard.
Bonjour, c'est <<Hélène Caron>>, je vous rappelle au sujet du dossier <<22-0917>>. Vous pouvez me joindre au <<01 99 00 41 87>>, après <<dix-sept heures>>.
Agent : Le cryptogramme au dos, les trois chiffres ?\nClient : {{Deux zéro huit}}. Euh non, {{deux huit zéro}}.\nAgent : {{280}}, merci. Les <<19,99 euros>> sont passés.\nClient : Et le reçu ?\nAgent : Envoyé à <<m.leroy@example.fr>>.
Agent : Vous avez une mensualité impayée, <<cent quatre-vingts euros>>.\nCliente : Je suis payée <<le vingt-huit>>.\nAgent : On peut faire deux versements, un maintenant, un après.\nCliente : D'accord, deux fois <<quatre-vingt-dix>>.\nAgent : Contrat <<PR-5521>>, c'est noté.
Oui, notez la nouvelle carte : {{quarante-six cinquante et un, quatre-vingt-seize soixante-trois, quarante-neuf soixante-seize, quarante quinze}}. L'ancienne, celle qui finit par <<9175>>, on me l'a volée <<en mars>>. Mon numéro de client ne change pas, <<40 118>>.
Agent : On vient de vous envoyer un code par SMS.\nClient : C'est le {{quatre cent douze, zéro soixante-dix}}.\nAgent : Merci. Le retrait de <<0,3 ETH>> est validé.\nClient : Vers quelle heure ?\nAgent : <<Dix-huit heures trente>>, ticket <<T-7720>>.
Agent : Votre colis porte le numéro <<6A 2071 8833 409>>.\nCliente : Il est où ?\nAgent : En agence depuis <<mardi>>, vous avez dix jours.\nCliente : Et les <<cinq euros>> de frais ?\nAgent : Offerts.
Agent : Votre numéro de TVA intracommunautaire ?\nClient : {{FR42 732 821 624}}.\nAgent : Je refais la facture <<2025-118>>, <<3 400 euros>> hors taxes.\nClient : À trente jours, s'il vous plaît.\nAgent : Donc échéance le <<30 juin>>.
Agent : Vous souhaitez régler comment ?\nCliente : Par carte, {{5446 9723}}, attendez, {{4042 9175}}.\nAgent : Elle expire quand ?\nCliente : {{Octobre 2026}}, et le code c'est {{neuf un trois}}.\nAgent : Merci. Réservation <<R-6618>>, <<240 euros>>.
Client : Je n'arrive plus à me connecter, mon mot de passe c'est {{Tournesol!88}}.\nAgent : Ne me le donnez pas, je vous envoie un lien.\nClient : À <<paul.g@example.fr>> ?\nAgent : Oui. Votre ticket : <<90-331>>.
J'ai acheté trois lampes, une est arrivée cassée, et on me demande <<douze euros>> pour le retour. Commande <<LM-2207>>, livrée <<le 14 février>>, code postal <<69003>>.
Agent : L'identifiant de l'appel est <<AP-1190>>. Vous utilisez quelle version ?\nCliente : La <<6.4.1>>.\nAgent : Il y a un souci connu, passez à la <<6.5>>.\nCliente : Et mon paiement de <<47 euros>> ?\nAgent : Il sera retenté une fois, <<demain à huit heures>>.
Mon fils a appelé une fois, moi deux, et à chaque fois on nous dit un autre prix : <<49 euros>>, puis <<59>>, puis <<54,90>>. Le devis, c'est le <<DV-1187>>, il date du <<8 septembre>>, et il dit <<quarante-neuf>>.
Agent : Votre relevé est ici : {{https://client.rive.example/releves/2025-03.pdf}}.\nCliente : Il y a <<27,80 euros>> que je ne connais pas.\nAgent : Du <<11 mars>> ?\nCliente : Oui, libellé <<RV 4471>>.
Client : Ma phrase de récupération, c'est {{noble olive pigeon rapid saddle ticket umbrella venture walnut zebra mimic ladder}}, vous pouvez vérifier ?\nAgent : Surtout pas, ne la donnez à personne !\nClient : D'accord. Et le virement de <<150 USDT>> ?\nAgent : Parti à <<14 h 05>>, ticket <<W-208>>.
Agent : Vous avez un contrat, deux véhicules.\nClient : Oui, la prime est passée de <<410>> à <<455 euros>>.\nAgent : C'est l'indexation du <<1er janvier>>.\nClient : Police numéro <<AU-77120>>, je veux résilier.\nAgent : Il faut un mois de préavis.
Agent : Le numéro du permis de conduire, s'il vous plaît.\nClient : {{un quatre A H deux sept zéro neuf un}}.\nAgent : Merci. La caution de <<900 euros>> est bloquée jusqu'au <<vingt>>.\nClient : Sur la carte qui se termine par <<5638>> ?\nAgent : Exactement.
Agent : On est bien le <<6>>, donc il vous reste neuf jours pour payer les <<310 euros>>.\nCliente : Et si je paie en deux fois ?\nAgent : La première moitié <<avant le 15>>, l'autre un mois plus tard.\nCliente : Entendu. Vous avez toujours mon mail, <<n.garnier@example.fr>> ?\nAgent : Oui, et la référence à rappeler est <<RJ-2093>>.
`,
	Y: String.raw`
## english
okay so the card number is {{4 8 5 1 1777 95 1 60017}} and um the expiration is {{o nine twenty seven}} and the bill is <<a hundred and four dollars>> i think
Speaker 1: can you read me the long number on the front please\nSpeaker 2: yeah its {{four five one eight uh three four nine two}} hang on i need my glasses {{three two three eight seven five five three}}
my order number is <<7 7 1 0 4 4 2 9>> and it was supposed to be here <<two weeks ago>> so whats going on
{{for one triple nine eight oh four seven three five double nine seven five seven}} thats the visa i want for the <<two invoices>> we talked about
Agent: can you hold for <<one moment>> please\nCustomer: sure i mean i already waited <<forty five minutes>>
Agent: i've got {{4569 4900 5325 1268}} expiring {{four of twenty eight}} is that correct\nCustomer: yep and send the receipt to <<dana.whitlock@brightmail.com>>
the tracking says <<9400 1118 9956 2238 4471 05>> and it hasnt moved since <<friday>>
[00:12] Caller: its an amex {{3450 15174 069 999}}\n[00:19] Agent: and the four digits above it on the front\n[00:23] Caller: {{seven one oh eight}}\n[00:26] Agent: thanks thats going through for <<$212.40>>
um the routing is {{oh two one four one seven two two nine}} and the checking account is {{8 8 3 0 0 41 279}} the refund should be <<three hundred and sixty>>
yeah call me back on <<six one four five five five oh one four two>> after <<five thirty>> im at work till then
my social is {{four one eight sixty two seventy three oh nine}} and i was born <<march fourth nineteen eighty one>>
Agent: just to verify you can i get the last four of your social\nCustomer: {{7 3 0 9}}\nAgent: thank you and the zip\nCustomer: <<4 3 2 1 5>>
Agent: so i see the card ending in <<four oh seven three>> was declined on <<august ninth>>\nCustomer: yeah my bank blocked it
the code you texted me says {{six one four}} wait it was {{six one four double two nine}} sorry my screen went dark
Agent: okay i just sent a six digit code to your mobile what does it say\nCustomer: um {{9 0 4 4 1 7}}\nAgent: {{9 0 4 4 1 7}} perfect youre in and the balance is <<eighty one sixteen>>
the transaction hash is <<0x9a9feb8964f4151bc3b5ed7f8b42dc335051fc5d5063cbd790dcb4811c545636>> and its been pending for <<six hours>>
yeah i cant do <<four hundred>> today but i can put <<seventy five>> on my debit its {{five three six eight two two nine one oh four seven nine four six four nine}} c v v {{two one six}}
Caller: the card is {{fifty five twenty two ten forty nine thirteen seventy seven eighteen forty four}}\nAgent: {{5522 1049 1377 1844}} is that right\nCaller: thats it and dont take it before <<the fifteenth>>
could you send the payout to <<TKen9pWBXV8ynTgKPSY5Axer9edjqoWhou>> its on tron and its <<two hundred and ten usdt>>
so uh its {{5 5 8 8 8 2 1 9 5 1 0}} oh shoot i lost my place {{5 7 3 7 9}} and its in my husbands name <<gerald pruitt>>
homeowners policy number is <<h o dash 4 4 8 2 0 0 1 7>> and the premium went up by <<ninety three dollars>>
can you take mastercard {{5530 587054 245356}} exp {{11 29}} security code {{three oh two}} zip <<60614>>
Speaker 1: what name is on the card\nSpeaker 2: <<marlene ostrowski>>\nSpeaker 1: and the number\nSpeaker 2: {{2221 oh four five five three nine six nine double five double two}}
im looking at invoice <<2024 0091>> for <<eighteen hundred dollars>> and we only ever got <<one>> delivery
its the discover card {{six oh one one four three seven six eight four six eight eight six three one}} just put the whole <<one eighty nine ninety nine>> on it
Agent: and what was the booking code\nCustomer: <<q x 7 r 2 l>> for <<two adults>> flying <<november third>>
okay its diners club so theres only fourteen digits {{3600 580376 6986}} good till {{january twenty six}} and thats for the <<march seventh>> stay
Agent: sir the number you gave me {{4552 5167 4534 4983}} isnt going through\nCustomer: oh i flipped it the third group is {{five four three four}} sorry about that
i was the one who called <<two days ago>> about the <<two>> late fees and a lady named <<corinne>> told me shed take one off
the sort code is {{twenty oh four fifteen}} and the account number is {{one seven double eight two five eight zero}} its in the name of <<t okonkwo>>
Agent: can you confirm the sort code for the direct debit\nCustomer: {{04 00 72}}\nAgent: and the account\nCustomer: {{6 6 1 9 0 3 8 4}} and it needs to come out on <<the twenty eighth>> not the first
i forgot my pin and i tried it <<three times>> so now its locked me out till <<tomorrow morning>>
my u t r is {{3 1 9 7 5 3 2 8 3 5}} and apparently i owe <<one thousand two hundred and six pounds>> from <<twenty twenty three>>
national insurance number {{j m forty eight twenty seven nineteen c}} and im calling about the overpayment of <<£84>>
Agent: did you get the code\nCustomer: no i waited <<ten minutes>> and nothing came i even restarted the phone <<twice>>
the iban is {{g b four seven b a r c two zero zero four one five one seven eight eight two five eight zero}} and the amount was <<two thousand and fifty euros>>
Agent: i'll read the iban back {{IE22 AIBK 9311 5221 7914 70}}\nCustomer: yes and the reference should be <<inv 20418>>
Agent: please dont read me the whole card just the last four\nCustomer: oh okay <<5 3 5 6>>\nAgent: thanks and the amount was <<$48>>
the seed phrase is {{orbit velvet canyon ribbon stable upon hazard mimic tuna glory dwarf lesson}} i just want my <<point four bitcoin>> back
Speaker 2: okay the first words are {{pepper lunar quiz anchor}}\nSpeaker 1: sir please dont\nSpeaker 2: then {{sword blanket fossil index um walnut recall humor bleak}}\nSpeaker 1: please stop theres a ticket already its <<4 4 1 9 0 7>>
hi my call id from this morning is <<c a 9 f 3 3 1 0 7 e>> i got cut off at about <<ten twenty>>
the private key i exported is {{6854dceee6f46de32c1a10a08c7bcc78b7b6c11e59d515cb802827db2d4f1d73}} and the address is <<0x2806bd45fed714182495df7f65af6fa9481eb7b2>>
my password is {{capital b blue heron seven seven exclamation mark}} and its been saying locked since <<tuesday>>
the app is version <<4.12.3>> on android <<fourteen>> and the pay button just spins
Agent: whats your phone pin\nCustomer: {{forty four nineteen}}\nAgent: got it and youre calling about the <<eleven dollar>> fee
i set the pin as {{2 7 0 3}} and the atm swallowed the card at <<9 40>> last night
Agent: whats the meter showing now\nCustomer: <<five eight two oh one>> and last month it was <<five seven nine four four>>
the api key is {{s k underscore live underscore 9 f k 2 q 7 w z x 4 m p}} and the payouts have been failing since version <<2.8>>
were a small bakery so the e i n is {{eight four two seven one nine three six five}} and the sales tax credit is <<fourteen fifty>>
you can do <<six payments of fifty two fifty>> starting <<july first>> or the whole thing for <<two ninety>> today
i dont have a social i have an itin its {{nine one two seventy eight forty four oh six}} and my name is <<efrain solis>>
Agent: do you have the passport handy\nCustomer: yeah one sec um {{five three three one eight two oh four seven}}\nAgent: great and the refund was <<three hundred and nine dollars>>
the dispute case number is <<4000 1200 3344 5561>> i think that whole thing is the case number yeah
drivers license is {{d 4 8 2 7 7 1 9}} from ohio and the address on it is still <<1180 west lantern street>>
my sin is {{seven three four two nine eight one one oh}} and the t four never came to <<m five v two t six>>
the bank gave me a trace reference <<f t 2 4 0 7 8 k 3 q x 9>> and said give that to you guys
Agent: and your tax file number if you have it\nCustomer: {{four five oh seven six nine six three seven}}\nAgent: lovely and you moved in on <<the second of may>>
the a b n is {{93 533 896 536}} and for the refund the b s b is {{oh six two one eight four}} account {{1 0 4 4 7 8 2 9}} thanks
its <<j dot maddox 4 4 at gmail dot com>> all lower case and my last name is <<maddox>> with <<two>> ds no sorry <<one>> x
i just opened {{https://portal.harborutil.com/statements/2024-03/stmt_88214.pdf}} and it says <<$96.12>> but i already paid that
the file you emailed me is called {{w2_2023_final_rhodes.pdf}} and box <<one>> is wrong
Customer: so my credit score dropped to <<six forty>> because of a <<thirty dollar>> bill\nAgent: i understand let me pull that up
Agent: what did you upload for proof of income\nCustomer: it should say {{payslip underscore march underscore twenty four dot p d f}} i did it on <<monday>>
Agent: go ahead whenever youre ready\nCustomer: {{4 5 4 5}}\nAgent: okay\nCustomer: {{7 4 4 6}}\nAgent: mhm\nCustomer: {{44 11}} and then {{36 twenty}}\nAgent: alright charging <<sixty two fifty>>
Agent: so thats {{4 1 2 5 5 6 5 6}} yeah\nCustomer: yeah\nAgent: {{for 7 9 3 5 0 to 6}}\nCustomer: right and the name is <<priya castellano>>
customer number with the water company is <<double oh seven seven four one three>> and the house is <<twelve b>> not twelve
{{four one five nine one two four nine}} no sorry i skipped let me start over {{four one five nine one two four nine four one oh four eight five three nine}}
its gonna be {{4 8 9 9 8 9 um 0 4 5 3 uh 6 9 9 6 9 6}} and please only charge <<fifty>> not the <<one fifty>>
i have the <<twelve>> words on paper in a drawer and no im not reading them to you my husband <<walt>> said never do that
Agent: number on the card please\nCustomer: {{forty one forty two oh four twenty five seventy three ninety nine seventy six thirty five}}\nAgent: and expiration\nCustomer: {{six thirty}}\nAgent: okay <<twenty four ninety nine>> is approved
we booked the ocean view room and the lunar spa package for <<two nights>> and you billed us for <<three>>
yeah so {{45848682988 double oh 3 23}} and its a visa my phone is <<555 0188>> if it drops
Agent: and the three digits on the back\nCustomer: um its kinda rubbed off i think {{eight eight one}}\nAgent: okay processing <<thirty nine ninety five>>
the wallet is <<zero x d 7 0 5 2 a e e 0 e 4 3 a a 3 d 8 b d 2 a 2 7 9 1 f 0 f 1 c 6 5 8 b 6 8 a 9 e 9>> and i was expecting <<one point five eth>>
its a really old account the card only has thirteen numbers {{4682 113 386 800}} my late mothers <<eunice harbaugh>>
Speaker 1: union pay is fine what is the number\nSpeaker 2: {{6 2 8 8 2 6 5 2 0 9 5 1 4 8 5 3 0 6 0}}\nSpeaker 1: thank you the deposit is <<four hundred and twenty>>
gas was like <<zero point zero zero four two>> eth and it has <<three>> confirmations out of <<twelve>> so far
aadhaar is {{6372 1038 5109}} and pan is {{b q t p s six one three seven l}} and my name is spelled <<s a n j e e v>>
please put our g s t number on the bill {{27 a a k c m 4 8 2 1 r 1 z s}} and resend invoice <<k l 0 0 3 8>>
my number is <<oh seven seven double oh nine hundred one two three>> ring after <<six>> if you can
our vat number is {{d e 3 2 4 3 3 4 4 9 0}} so you shouldnt be charging the <<nineteen percent>>
the mexico account clabe is {{oh one two one eight oh five one six nine two six eight one four six nine one}} and its <<nine hundred dollars>>
Agent: youre speaking with <<terrence>> badge <<four four one seven>> this call may be recorded\nCustomer: uh huh go ahead
it says your verification code is {{g dash 5 5 8 1 0 2}} do not share it so should i be telling you this
its {{5349 5813 4414 1658}} you should have that on file already as ending in <<1658>> i didnt change it
my rewards number is <<eight eight two one one four nine oh three>> and i had <<four thousand points>> on there
Agent: theres a verbal password on the account\nCustomer: oh gosh yes its {{marigold}}\nAgent: thank you i see the claim from <<october>>
{{thirty seven thirty three nine four four seven seven oh nine four one seven seven}} and the name on it is <<ruth applebaum>>
the claim number is <<c l m 2 0 2 4 0 0 7 7 1 3>> its the water damage <<one>> not the car
my italian tax code you call it codice fiscale is {{m n t l r a eight four c five two f two oh five v}} and i live at postal code <<20121>>
i wrote you a check number <<eleven eighty two>> for <<two hundred fifteen>> and it cleared on <<the ninth>>
Speaker 1: did you get the login reset\nSpeaker 2: yeah the temporary password it gave me is {{tulip dash 4 0 9 dash river}} and it still says invalid\nSpeaker 1: okay ill open a ticket thats <<n r 5 5 1 2>>
flight <<eight eight two>> was cancelled at <<seven fifteen>> and you guys still charged me <<sixty>> for the bag
so i paid one and then another one and then you sent me a third one that makes <<three>> and im only supposed to have <<one>>
Customer: okay its {{three seven eight seven nine eight}} you there\nAgent: yes go on\nCustomer: {{four two five nine four nine four nine five}}\nAgent: got it <<eighty dollars even>>
try me at <<312 555 0147>> extension <<four oh two>> ask for <<bev>>
wire it to routing {{121302218}} account {{four four oh nine seven one three eight six}} and memo <<loan payoff march>>
Agent: i have the routing as {{oh seven one oh three one nine oh one}}\nCustomer: thats correct\nAgent: and account {{5 5 0 2 8 8 1 4}}\nCustomer: correct so when do i see the <<six hundred>>
im not giving you my social over the phone no way i can give you my zip its <<eight oh two one four>>
when i bought in it was <<sixty one thousand>> and now its <<fifty eight five>> and you still havent released my withdrawal <<w d 7 7 0 3 1>>
its not the iban you need its the payment reference <<r f 0 0 7 1 8>> i already gave the iban to <<julia>> last week
the modem serial is <<s 7 k 2 2 0 9 4 1 1 b>> and i shipped it back <<three weeks ago>> so why the <<hundred dollar>> charge
Agent: the purchase order number please\nCustomer: <<p o 4 5 0 0 0 1 2 2 8 7>>\nAgent: and who approved it\nCustomer: <<anita brandt>>
parking citation <<8 8 0 2 1 7 7 4>> i was there for like <<four minutes>> and its <<sixty five bucks>>
Agent: so the total is <<five thousand one hundred and twelve dollars and eighty cents>> over <<twenty four>> months does that work
the twenty four words are {{ocean tribe gadget muscle spare ivory donkey climb fruit worth panel echo}} give me a second turning the page {{snack rotate harvest jewel bamboo lucky zebra quantum shove marble enforce twin}}
can you split it <<half>> on the card ending <<nine nine oh two>> and the other half when i get paid on <<the thirty first>>
yeah the vet bill was <<four hundred and thirty>> the dogs name is <<biscuit>> if that helps you find it the visit was <<january twelfth>>
the storage unit is <<b one seventeen>> and the gate code never worked so i want <<three days>> taken off
Agent: so you bought <<two>> tickets one for you and one for your son\nCustomer: right but it emailed me <<four>> the confirmation is <<t z 9 9 0 4>>
Customer: im reading it off the email it says exchange order <<x c 0 0 2 8 8 1 7 4>> at a rate of <<one point oh seven nine>>
the funeral home said <<seven thousand three hundred>> and the insurance paid <<five>> so theres like <<two thousand three hundred>> left right
## hinglish
haan ji card number likhiye {{char paanch saat zero nau teen saat}} ek second haan {{ek ek nau zero saat char zero saat teen}}
Agent: sir otp aaya hoga bataiye\nCustomer: haan {{7 4 1 9 0 3}}\nAgent: {{7 4 1 9 0 3}} theek hai aapka <<1499 rupaye>> ka payment ho gaya
maine <<do din pehle>> payment kiya tha <<paanch sau rupaye>> ka abhi tak update nahi hua
mera aadhaar number hai {{aath aath saat do nau saat nau chhe nau saat chhe paanch}} aur naam <<sunita rawat>>
Agent: ma'am <<ek minute>> hold karenge\nCustomer: arey main <<bees minute>> se hold pe hi hoon
pan number {{c k l p r do do nau zero f}} hai aur tds <<teen hazaar>> kata tha
order id <<4 0 8 dash 7 7 1 2 0 0 9>> ka refund kab aayega <<saat din>> bola tha aapne
upi pe bhej do na {{rohit.k88@okaxis}} pe <<barah sau>> rupaye
Speaker 1: account number boliye refund ke liye\nSpeaker 2: {{5 0 1 0 0 3 2 8 8 4 1 7}}\nSpeaker 1: ifsc\nSpeaker 2: {{h d f c zero zero zero one four eight two}}\nSpeaker 1: ok <<teen din>> mein aa jayega
complaint number likh lijiye <<s r 8 8 2 0 1 4 7>> aur <<kal shaam paanch baje>> tak call aayega
rupay card hai {{6521 7844 7920 3214}} expiry {{zero seven twenty eight}} bas <<ek>> hi transaction karna
mera number hai <<98 200 double 4 137>> us par <<gyarah baje>> ke baad call karna
Agent: card ke peeche jo teen number hain\nCustomer: haan woh {{teen char saat}}\nAgent: dhanyavaad <<do sau pachaas>> ka receipt bhej diya
bill pe gst number daalna hai {{07 b q t p s 6 1 3 7 l 1 z x}} invoice <<inv 2 2 0 9>> hai
bank wale ne bola u t r number do toh woh hai <<4 1 2 8 0 0 7 7 3 1 9 6>> paisa kat gaya hai aapko mila ki nahi
mera a t m pin {{chaubis unnees}} tha wahi daala phir bhi reject ho gaya <<teen baar>>
Agent: aapka card jo <<8 4 2 9>> pe khatam hota hai uska emi <<paanch tareekh>> ko bounce hua\nCustomer: haan salary late aayi thi
ha likho {{forty one seventy one twenty four seventeen oh nine thirteen eighty four twenty nine}} visa hai naam <<imran sheikh>>
emi <<char hazaar do sau>> ki hai aur <<chhe>> baaki hain ek saath bhar dun toh kitna hoga
net banking ka password {{sharma at the rate 1987}} hai woh bhi nahi chal raha <<subah>> se
{{5 1 0 0 8 3 5 4}} nahi nahi ruko galat bola {{5 1 0 0 8 3 5 4 0 5 6 2 3 3 7 9}} ab sahi hai <<master card>> hai
do log aaye the aur <<do>> hi meter check kiya reading <<char saat zero do ek>> thi
link khola maine {{https://mybank.example.in/estatement/apr2024_8831.pdf}} usme <<nau sau>> ka charge dikh raha hai
Agent: main repeat karta hoon {{five zero eight two nine eight one seven}} sahi\nCustomer: haan\nAgent: {{zero three nine three four six nine six}}\nCustomer: bilkul aur pin code <<1 1 0 0 8 5>>
policy number <<7 7 0 3 1 4 5 8 8>> hai papa ke naam se <<mahesh tiwari>> premium <<atharah hazaar>>
passport number chahiye na {{n 4 8 2 7 7 1 6}} aur visa fee <<chhe hazaar char sau>> di thi
wallet address <<0x0cfbf1a235606755e79295c3f638636844f3fa47>> pe <<pachaas usdt>> bhejna hai aur kuch nahi
otp mat puchiye mujhse bank ne mana kiya hai kal bhi <<do call>> aaye the fraud wale
recovery phrase bol raha hoon likho {{kangaroo dragon mosquito cactus sibling ozone tennis nephew garlic exotic puppy jungle}} ab <<do hazaar>> ka balance dikhao
Agent: ji sir ticket <<4 4 7 1 2>> band ho gaya hai <<ek>> feedback call aayegi\nCustomer: theek hai
## devanagari
मेरा कार्ड नंबर है {{चार चार दो छह चार दो पांच शून्य तीन एक सात चार एक छह तीन सात}} और नाम <<कविता नायर>>
एजेंट: ओटीपी बताइए\nग्राहक: जी {{8 1 4 0 2 6}}\nएजेंट: धन्यवाद आपका <<आठ सौ रुपये>> का भुगतान हो गया
मैंने <<दो दिन पहले>> बिल भरा था <<बारह सौ>> रुपये का फिर भी बिजली काट दी
आधार नंबर लिखिए {{नौ पांच शून्य शून्य दो पांच एक छह नौ एक छह छह}} और पिन कोड <<4 0 0 0 7 6>>
एजेंट: <<एक मिनट>> रुकिए मैं देखती हूं\nग्राहक: ठीक है जल्दी कीजिए <<दस बजे>> मीटिंग है
रिफंड के लिए खाता नंबर {{३ ८ ४ ४ १ ० ९ ७ २ ६ ५}} और आईएफएससी {{एस बी आई एन 0 0 0 4 3 1 7}} है
ऑर्डर नंबर <<7 3 0 1 1 8 2>> था और सामान <<तीन हफ्ते>> से नहीं आया
यूपीआई आईडी है {{meena.joshi@ybl}} उसी पर <<साढ़े चार सौ>> भेज दीजिए
स्पीकर 1: कार्ड के पीछे का नंबर\nस्पीकर 2: हां {{पांच शून्य नौ}}\nस्पीकर 1: जी <<छह सौ निन्यानवे>> कट गए
मेरा मोबाइल नंबर <<नौ आठ सात छह शून्य एक एक दो तीन चार>> है शाम को फोन करना <<सात बजे>> के बाद
एजेंट: आपका कार्ड जिसके आखिरी चार अंक <<1 6 3 7>> हैं वह बंद है\nग्राहक: हां <<पिछले महीने>> खो गया था
पैन नंबर {{ए एफ के पी डी 7 7 2 1 एम}} है और रिटर्न <<जुलाई>> में भरा था
जी {{4761 2293 0437 2895}} एक्सपायरी {{ग्यारह सत्ताईस}} बस <<एक>> ही बार काटना
किस्त <<तीन हजार पांच सौ>> की है और <<पांच तारीख>> को जाती है इस बार दो बार कट गई
शिकायत नंबर <<जी आर 5 5 0 2 9>> मिला था किसी <<अनिल>> जी ने लिखा था
मेरा पिन {{छह दो नौ एक}} था मशीन ने <<तीन बार>> गलत बताया
एजेंट: मैं दोहराता हूं {{4 2 6 9 1 7 8 2}}\nग्राहक: हां\nएजेंट: {{7 9 9 8 0 2 1 5}}\nग्राहक: सही है और रकम <<दो हजार>> है
पॉलिसी <<8 8 1 4 0 0 2 3>> की रसीद चाहिए <<मार्च>> वाली
पासवर्ड {{गुलाब 1 2 9 0}} रखा था अब खुल नहीं रहा <<कल रात>> से
लेनदेन की आईडी <<टी 2 4 0 3 1 1 9 0 7 7 5>> है पैसा कटा <<एक हजार एक>> रुपया
## spanish
sí mire la tarjeta es {{cinco uno uno tres tres dos cero dos ocho dos dos dos cero cuatro seis uno}} y caduca en {{marzo del veintisiete}} son <<ochenta y dos euros>>
Agente: me puede dar el código que le llegó\nCliente: eh sí {{3 0 8 8 1 4}}\nAgente: {{3 0 8 8 1 4}} perfecto queda pagado el recibo de <<cuarenta y cinco con diez>>
llamo por la factura <<2 0 2 4 barra 118>> porque me han cobrado <<dos veces>> lo mismo
el número es {{51 17 61 60 51 85 65 34}} a nombre de <<rosario beltrán>> y el de atrás {{cuatro cero nueve}}
Agente: un momento por favor\nCliente: sí pero llevo <<veinte minutos>> esperando
mi dni es {{cuarenta y tres setenta y cinco treinta y seis veintiuno p}} y vivo en el código postal <<2 8 0 1 5>>
la cuenta para la devolución es {{es diecisiete veintiuno cero cero cero cuatro dieciocho cuarenta y siete 45 89 47 85 24}} son <<ciento treinta euros>>
le doy mi móvil <<seis cero cero uno dos tres cuatro cinco seis>> llámeme después de <<las cinco>>
Hablante 1: y el ene i e\nHablante 2: {{equis uno dos dos nueve cuatro seis seis erre}}\nHablante 1: gracias la cita es <<el martes a las nueve>>
la clabe es {{0 1 2 1 8 0 51 69 26 81 46 91}} de bbva y quiero que me devuelvan los <<mil quinientos pesos>>
Agente: veo la tarjeta terminada en <<cero cuatro seis uno>> rechazada\nCliente: ah sí esa ya no la uso desde <<mayo>>
somos una empresa el nif intracomunitario es {{e s b 6 4 1 8 2 0 5 8}} y el pedido <<4 4 0 0 1 9>>
la contraseña que puse es {{girasol 88 arroba}} y no me deja entrar desde <<ayer>>
el número de seguimiento <<p q 4 4 8 2 0 1 9 7 e s>> dice entregado <<hace tres días>> y aquí no hay nada
Agente: dígame el número de la american express\nCliente: sí {{3 4 2 4 3 3 8}} a ver dónde tengo las gafas {{5 1 8 4 3 9 5 3}}\nAgente: le paso el cargo de <<noventa y nueve>>
vivo en brasil mi cpf es {{uno ocho siete cero nueve cuatro cuatro tres seis cuatro nueve}} y el pago fue de <<doscientos reales>>
puedo pagar <<treinta>> ahora y <<treinta>> el día <<quince>> que es cuando cobro
he abierto {{extracto_abril_2024.pdf}} y sale un cargo de <<doce con noventa>> que no es mío
el pin que tenía era {{siete siete cero cuatro}} pero el cajero me lo ha bloqueado <<dos veces>>
me dieron el número de incidencia <<i n c 0 0 7 8 2 1>> y una chica que se llama <<leticia>> quedó en llamarme
Agente: le repito {{5185 1485 8680 4992}}\nCliente: correcto\nAgente: vence {{diez veintiocho}}\nCliente: sí y mándelo a <<lucia.ferrer@example.es>>
la cartera es <<bc1qc63y4ld4p529jg7mnzatragdv4gltpah9nn4d8>> y faltan <<cero coma cero dos>> bitcoin
no me ha llegado ningún código y ya es la <<tercera>> vez son <<las once y media>>
me quedan <<dos>> plazos de <<ciento diez>> no tres ya pagué uno en <<febrero>>
mi contrato es el <<7 7 4 0 1 2 8>> y en la póliza sale otro nombre yo soy <<joaquín rubio>>
## german
ja also die kartennummer ist {{fünf drei eins vier fünf zwo fünf fünf neun drei sechs neun drei null eins neun}} gültig bis {{null acht siebenundzwanzig}} und der betrag war <<neunundachtzig euro>>
Agent: sie haben gerade eine tan bekommen\nKunde: ähm ja {{4 4 0 9 2 7}}\nAgent: {{4 4 0 9 2 7}} danke die <<sechzig euro>> sind gebucht
ich hab die rechnung <<r e 2 0 2 4 0 0 8 8>> schon am <<dritten märz>> bezahlt
meine iban ist {{d e dreiundsiebzig fünfzig null eins null fünf siebzehn neunzig zweiundvierzig neunundsiebzig elf zweiundneunzig}} konto läuft auf <<jens petersen>>
Agent: <<einen moment>> bitte ich schaue nach\nKunde: ja gut ich warte aber schon <<zehn minuten>>
die steuer id ist {{6 4 0 1 3 5 9 6 2 7 8}} und geboren bin ich am <<zwölften mai neunzehnhundertsiebzig>>
meine kundennummer ist die <<acht acht null eins vier sieben>> und es geht um <<zwei>> mahnungen
Sprecher 1: nennen sie mir bitte die karte\nSprecher 2: {{35 28 ähm 14 71}} moment ich brauch die brille {{76 44 70 64}}\nSprecher 1: danke das sind <<vierzehn neunundneunzig>>
rufen sie mich zurück unter <<null eins fünf eins zwei drei vier fünf sechs sieben acht>> am besten nach <<achtzehn uhr>>
unsere umsatzsteuer id lautet {{d e drei zwei vier drei drei vier vier neun null}} bitte auf rechnung <<1 0 4 4>> ergänzen
Agent: die karte mit den letzten vier ziffern <<neun null eins neun>> wurde abgelehnt\nKunde: ja die ist seit <<april>> gesperrt
und die prüfziffer hinten ist {{sieben drei eins}} ach und der name ist <<hannelore wirth>>
das passwort war {{sommer regen 19 ausrufezeichen}} aber seit <<gestern>> komm ich nicht mehr rein
das paket hat die sendungsnummer <<0 0 3 4 0 4 3 4 1 6 1 0 9 4 0 2 1 5 0 1>> und liegt seit <<fünf tagen>> in bremen
[01:04] Kunde: ich überweise dann an {{DE90 5001 0517 3258 5363 56}}\n[01:11] Agent: nein das ist ihre eigene bitte verwenden sie den zweck <<k 7 7 1 0 2>>
die pin für die karte ist {{einundachtzig null sechs}} die hab ich <<zweimal>> falsch eingegeben
ich kann <<fünfzig euro>> im monat zahlen ab dem <<ersten>> mehr geht nicht ich hab <<zwei>> kinder
im portal steht die datei {{gehaltsabrechnung_mai_2024.pdf}} da fehlen <<dreihundert euro>>
hier die nummer {{5 3 2 4 3 1 7 3 2 8 1 5 8 6 6 8}} das ist die mastercard nehmen sie <<die hälfte>> davon ab bitte <<zwanzig euro>>
das ticket war <<t k 0 0 9 1 4>> da hab ich mit frau <<lindner>> gesprochen
meine österreichische iban {{AT21 1200 0604 0153 3814}} und die rückzahlung <<zweihundertelf euro>>
ich hab keinen code bekommen und das ist jetzt der <<dritte>> versuch seit <<halb neun>>
Agent: ihre reisepassnummer bitte\nKunde: {{c vier f neun null zwo k l sieben}}\nAgent: gut und die postleitzahl\nKunde: <<5 0 6 6 7>>
die transaktion ist <<0xed6b6a62581cd43e67750613757d632593d843a83b912e25341df72b89186ad0>> und da fehlen <<null komma drei>> ether
eins noch zur versicherung die nummer <<v s 4 4 8 0 1 2 2>> wird <<zum jahresende>> gekündigt
## french
alors la carte c'est {{quarante quatre vingt six quarante deux cinquante trente et un soixante quatorze seize trente sept}} et elle expire en {{juin vingt huit}}
Agent: vous avez reçu un code par sms\nClient: oui euh {{5 0 2 2 8 1}}\nAgent: {{5 0 2 2 8 1}} c'est bon le paiement de <<soixante euros>> est passé
j'ai payé la facture <<f 2 0 2 4 0 3 1 7>> il y a <<deux semaines>> et vous me relancez
mon iban c'est {{f r 76 20 04 14 08 83 82 99 35 06 19 190}} au nom de <<mireille chastain>>
Agent: <<un instant>> s'il vous plaît\nClient: oui mais ça fait <<un quart d'heure>> que j'attends
les trois chiffres derrière c'est {{zéro six quatre}} et le montant c'est <<quarante neuf quatre vingt dix>>
vous pouvez me rappeler au <<zéro six trente neuf quatre vingt dix huit zéro zéro vingt deux>> après <<dix huit heures>>
Locuteur 1: le numéro de carte\nLocuteur 2: {{5 5 0 1 0 8 0 8}} attendez je vois plus rien {{7 5 3 5 9 1 6 3}}\nLocuteur 1: merci donc <<cent vingt euros>> tout rond
la commande <<8 8 4 0 1 2 7>> devait arriver <<mardi>> et le livreur est jamais passé
notre numéro de tva c'est {{f r trente deux quatre cent quatre vingt deux sept cent dix neuf cent trente six}} pour la facture <<1 1 0 8>>
Agent: je vois la carte qui finit par <<deux huit neuf cinq>>\nClient: oui c'est la bonne prélevez le <<cinq du mois>>
mon mot de passe c'est {{tournesol 7 7 dièse}} et depuis <<ce matin>> ça marche plus
je peux verser <<trente euros>> tout de suite et le reste en <<deux fois>>
Agent: je répète {{2221 1574 2595 4820}}\nClient: oui\nAgent: expiration {{zéro quatre vingt neuf}}\nClient: voilà et mon mail c'est <<p.delmas@orange-mail.fr>>
le code secret c'est {{dix huit quarante}} et la borne a refusé <<trois fois>>
mon dossier c'est le <<d 7 7 4 1 0 9>> j'avais eu un monsieur <<laurent>> au téléphone
ma phrase de récupération c'est {{legend cabin purple ostrich wagon ginger lemon velvet rescue pony winter oak}} il me manque <<deux cents euros>> dans le portefeuille
j'ai ouvert {{releve_compte_avril.pdf}} et je vois <<douze euros>> de frais c'est quoi
non j'ai pas de code j'en ai demandé <<deux>> et rien reçu depuis <<neuf heures>>
le virement de <<quatre cent douze euros>> c'était sous la référence <<v i r 2 2 0 9 k>> le <<vingt trois avril>>
`,
	Z1: String.raw`
## english
Agent: Okay, go ahead with the card whenever you're ready.\nCustomer: Sure, it's {{4147 9825 5921 2183}}, expiry {{09/27}}, and the three on the back are {{418}}.\nAgent: Perfect, so that's <<$129.50>> for invoice <<INV-20881>>.
Yeah hi, I got an email saying invoice <<30417>> is overdue, but I paid it on <<March 3rd>>. I've got the confirmation right here, it's <<PMT-88213>>.
The number on it is {{four five three nine, one one one three, six three six nine, seven seven five three}} and it's good through {{oh six twenty-eight}}. The name's <<Dana Whitlock>>.
Agent: I can see an open balance of <<$412.18>> under customer number <<7730192>>.\nCustomer: Right, could I split that into <<two payments>>?\nAgent: Absolutely, give me <<one moment>>.
Let's just put it on the Visa, {{forty-one forty-seven, thirty-seven oh nine, eighty-seven ninety-eight, eleven ninety-one}}, and the billing zip is <<60614>>.
Caller: Okay so it starts {{four seven one six}}.\nAgent: Mm-hm.\nCaller: {{Five four two one}}.\nAgent: Got it.\nCaller: {{Oh one five seven}}, and the last bit is {{eight one double oh}}.\nAgent: Thank you, I'll charge <<sixty-four dollars>> to that.
Customer: I was charged twice for the same order, order <<118-4429037>>, once on the <<fourteenth>> and once on the <<fifteenth>>.\nAgent: And you only placed the one?\nCustomer: Just one, yeah.
Agent: And which card would you like to use today?\nCustomer: The one you have on file is fine, the Mastercard ending in <<8323>>.\nAgent: Great, I'll run <<$89.99>> on that.
It's an American Express, so {{thirty-seven forty-two, two five nine six two nine, one seven four four zero}}, and the four digits on the front would be {{six oh two one}}.
[00:14] Agent: Can you confirm the card number for me one more time?\n[00:19] Caller: {{5425 7191 1969 8323}}.\n[00:27] Agent: Okay, {{5425 7191 1969 8323}}, and the amount is <<$1,240.00>>.
Could you call me back on <<(312) 555-0147>> after <<four thirty>>? I'm in a meeting until then and I don't have the paperwork in front of me.
Sorry, let me start over, I was reading the wrong line. It's {{4716 7824}}, yeah, {{3659 3255}}. And it expires {{November 2026}}.
Agent: For the refund we need your bank details. What's the routing number?\nCustomer: {{021013225}}.\nAgent: And the account?\nCustomer: {{4026226258}}.\nAgent: Okay, the <<$318.40>> should land in <<three to five business days>>.
So my checking account is {{two eight three oh eight two one nine nine six}} and routing is {{oh two six, oh seven oh, oh nine eight}}. Is there anything else you need for the direct deposit?
Customer: I've got the ticket number here, <<55120>>, and nobody's gotten back to me since <<Tuesday>>.\nAgent: I'm sorry about that, let me see who picked it up.
Yes, I'd like to set up a payment plan. I owe about <<nine hundred dollars>> and I can do <<one fifty a month>> starting <<May 1st>>.
Agent: To verify you, can I get the last four of your Social?\nCustomer: Yeah, it's {{4963}}.\nAgent: Thanks, <<Mr. Okafor>>, and you're calling about the balance of <<$2,106.77>>?
For the 1099 they asked for my Social Security number, which is {{387-49-3564}}, and my address is still <<48 Larch Street>>.
Agent: Do you have the letter in front of you?\nCustomer: I do. It says reference <<CL-209-4471>> and a total of <<$733.05>>, but my insurance should've covered that in <<January>>.
Speaker 1: What's the EIN for the business?\nSpeaker 2: It's {{95-4152698}}.\nSpeaker 1: And the legal name is <<Marlow Fixtures LLC>>?\nSpeaker 2: That's right.
We're onboarding you as a vendor, so I've got your W-9 here with tax ID {{36-4411552}}, and the remit address is <<PO Box 219, Dayton>>. Is that all still current?
My ITIN is {{nine oh six, seven eight, nine nine seven seven}}. I don't have a regular Social, so I hope that one works for the form.
Agent: I just sent a verification code to the number ending in <<0182>>.\nCustomer: Got it, it's {{771 204}}.\nAgent: Thanks, you're verified.
Speaker 2: Hold on, the text just came in... okay, the code says {{four four nine one oh six}}.\nSpeaker 1: Thanks.\nSpeaker 2: And it says it expires in <<ten minutes>>.
Hi, it's <<Renee>> from accounts payable at Colby Freight. I'm calling about <<three invoices>>, the ones dated <<April 2nd>>, <<April 9th>> and April 16th, all still showing unpaid on our side.
Agent: I show the package left our warehouse, tracking number <<1Z 884 E29 03 4417 0926>>.\nCustomer: Okay but the refund was for <<fifty-two dollars>>, and I only got forty.
The payout went out at <<09:42 UTC>>, and the hash is <<0x7be19c04f2a86d53e1b07f4c9a2d8830516be7fa94c1d2037786aa5e40fc13b9>>. It should show on the explorer by now.
Customer: I want the payout in USDC to <<0x3Fa94B7c21De80569aC1f0E2b7D48a6635cC9e12>>.\nAgent: Okay, I've got that address, and the amount is <<2,500 USDC>>.
He told me to read him the twelve words, so I said, um, {{orbit velvet harvest pigeon copper umbrella ladder frozen tunnel oxygen whisper canyon}}, and then the <<eight hundred dollars>> was gone.
Agent: Please don't share your recovery phrase with anyone, including us.\nCustomer: Oh. I already typed it in the chat, {{cradle spoon giraffe mimic autumn vessel ribbon kitchen lumber pretty zebra hollow}}.\nAgent: Then please move the funds today, your case is <<CS-71840>>.
I can't log in. My username is <<t.beckford@lanternmail.com>> and I'm using the password {{Maple-Otter19!}}, which worked fine last week.
Agent: I've reset it for you. The temporary password is {{Harbor7742}}, with a capital H.\nCustomer: {{Harbor7742}}, okay. And I change it when I log in?\nAgent: Yes, within <<twenty-four hours>>.
Just so you know, the autopay is set for the <<twentieth>> of each month, and you'll get an email <<two days>> before it runs.
The PIN I set up for phone banking is {{2 9 0 6}}, I think. It might've been changed when I moved to <<Tulsa>>.
Agent: What's the four-digit PIN on the account?\nCustomer: {{Eighty-one thirteen}}.\nAgent: Thanks. I see <<one charge>> of <<$14.99>> from the nineteenth.
Our integration stopped posting payouts. The key we're sending is {{sk_live_51Nq8Kd2hTfRx7WbZ04mYp}}, and we're on version <<2.14.3>> of the SDK.
I'm going to email you the ledger at <<ap@fennimoresupply.com>>, and if anything's off just reply to that, attention <<Joyce>>.
You can download it from {{https://portal.northlinepay.com/statements/2025-03/a81f29.pdf}}, that's the March statement, and the balance was <<$5,902.14>>.
Customer: I uploaded my pay stub, the file's called {{payslip_march_2025_dhall.pdf}}.\nAgent: I see it, thanks. It came through at <<11:08>> this morning.
Agent: The document you sent is {{W-2_2024_Kessler.pdf}}, correct?\nCustomer: Yes, and the wages there are <<$61,480>>.
One of our drivers used the company card, the one ending in <<7268>>, for fuel on the <<8th>>. Can you tell me if that's still pending?
I'll read you the whole card, ready? {{Five two one eight, seven four four six, double oh nine three, five one three four}}. Expiration {{three twenty-nine}}. CVV {{two oh seven}}.
Agent: And the security code?\nCustomer: {{Nine five two}}.\nAgent: Thank you. That went through, authorization <<063118>>, total <<$47.20>>.
Agent: I just need the three digits on the back of the card.\nCustomer: Um, it's kind of worn off. {{Six... six one}}, I think it's {{661}}.\nAgent: Okay, it took that, <<$210>> even.
Can I get a copy of invoice <<A-10093>> and invoice <<A-10094>>? We've had one go missing in the mail and our auditor wants both by <<Friday>>.
The Discover card is {{6011 2595 6683 1380}}, expiring {{12/26}}, and please don't charge it before the <<first>>, because that's when I get paid.
Agent: I have the number as {{2223 9667 4564 0028}}, is that right?\nCustomer: Yes, and use <<Petra Lindqvist>> as the name.
Caller: {{Double five, double five}}, hang on... okay, {{five five five five}}, {{one oh nine six}}, {{two seven seven three}}, {{two seven oh one}}.\nAgent: Great, and you're paying the full <<$356>>?
So you're saying the <<$75 late fee>> was added on <<February 28>>, but I'd called on the <<26th>> and someone named Curtis promised to waive it.
Agent: Thanks for holding. Your policy number <<HX-5508213>> was renewed, and the premium is <<$184.60>>.\nCustomer: It was a hundred and sixty last year, why'd it go up?
Speaker 1: For the chargeback we need the transaction ID.\nSpeaker 2: Is that on the receipt? I've got <<TXN-0093-88127>>.\nSpeaker 1: That's the one.
Agent: Could I have the sort code and account number for the refund?\nCustomer: Sort code {{60-83-96}}, account number {{53204032}}.\nAgent: Lovely, that's <<£86.25>> going back to you.
It's Lloyds, so {{thirty, ninety, forty-eight}}, and then the account is {{three one one four one nine double five}}. It's in the name of <<Gareth Pugh>>.
Could you send it by SWIFT? My IBAN is {{GB96 NWBK 4192 5379 9447 84}}, and the invoice was <<€1,150>>.
Agent: And your National Insurance number, please?\nCustomer: {{JK 48 20 71 B}}.\nAgent: Thank you, and the postcode's <<LS6 2QT>>?
[01:02] Adviser: Have you got your UTR there?\n[01:06] Caller: {{66038 72614}}. I've been self-employed since <<2019>>, and I've never had a penalty before.
The VAT number on the invoice should be {{GB 221 7663 75}}, but yours is printed without the prefix. Could you reissue <<SI-7714>> for us?
I'm ringing about the direct debit that bounced on the <<1st of June>>. It was <<forty-two pounds ten>>, and I've had money in there the whole time.
Agent: Good afternoon, you're through to <<Siobhan>>. Can I take your customer reference?\nCustomer: It's <<CR 4471 902>>.\nAgent: Brilliant, <<two seconds>> while that loads.
Our bank's in Dublin, the IBAN is {{IE58 AIBK 9834 6470 8061 62}}, and please put <<PO 66120>> in the reference field.
For the Sydney office it's Commonwealth, BSB {{062-184}}, account {{1047 3326}}, and the payee is <<Wattle Creek Plumbing>>.
Agent: What's the ABN on the supplier invoice?\nCustomer: {{93 432 519 960}}.\nAgent: And the total including GST is <<$3,300>>?
Agent: We'll need your tax file number before payroll closes.\nCustomer: Yeah, it's {{one oh five, six eight four, two three four}}. And that's <<Thursday at noon>>, right?
Payroll: And your SIN?\nEmployee: {{665 973 681}}.\nPayroll: Great, so the T4 goes to <<M4K 1P2>>, same as last year?
Agent: Can I get the passport number for the compliance check?\nCustomer: It's {{533817204}}, and it was issued in <<August 2021>>.
Driver's license is Illinois, {{D412-5580-7713}}. I changed my name to <<Hartwell>> in the spring, if that matters.
Yes, that's correct, the refund of <<one hundred and twelve dollars>> went to the card ending in <<3431>> on <<June 6th>>, and you should see it by Monday.
Agent: Before we continue, this call has ID <<c7f0-4419-be21>> and is recorded.\nCustomer: That's fine. I have a question about <<one line>> on my bill.
Caller: I've been on hold for <<twenty-five minutes>> and I've been transferred <<three times>>.\nAgent: I'm really sorry, how can I help?\nCaller: All I want is my forty dollars back.
I'm not giving out my card over the phone, sorry. Can you send a payment link to <<morgan.ellery@quarrybox.net>> instead?
Agent: Okay, so you'd like to pay <<half now>> and half on the <<thirtieth>>?\nCustomer: Yes, half would be what, <<two twenty-five>>?\nAgent: That's right.
Wait, you cut out. Did you say {{4539 9089 2240 8741}}? Because I only heard up to the {{2240}} part.
Customer: {{Four one four seven eight nine eight two}}, let me turn the light on, {{two five five six nine five three five}}.\nAgent: And when does it expire?\nCustomer: {{Oh eight, twenty-seven}}.
The old card was {{5218 7187 5074 3431}}, that one's been cancelled. Please take it off the profile and only keep the one ending in <<1423>>.
Agent: So I heard {{five four two five, two eight four oh, one three oh eight}}, and then?\nCustomer: {{One four two three}}.\nAgent: Thanks, charging <<$58.70>> now.
The wire hasn't arrived. We sent <<$18,400>> on <<Monday>>, Fed reference <<20250414-MMQF-0071>>, and your team said same day.
Please use Chase routing {{322230972}} for the ACH, with account number {{2240845709}}, and put <<invoice 7719>> in the memo.
Agent: Did you say {{071950464}} for the routing?\nCustomer: Yes, and the account's {{404 840 2876}}, it's a savings account.\nAgent: Okay, first draft is <<July 15>> for <<$200>>.
I'd like to change the bank account my payouts go to. What do you need from me, and will it affect the one scheduled for <<Wednesday>>?
My store's payout of <<0.184 BTC>> was supposed to go to <<bc1q7m4kz0xv9wd3hfa58ynjr26tslg0qpe4uc8x7d>>, and the dashboard says completed.
Agent: Your withdrawal's waiting for <<twelve confirmations>>, it has <<seven>> so far.\nCustomer: So how long, another <<hour>>?
I sent it on the wrong network. The transaction is <<0x19ae5c3308fb74d2c6e10b97f5428da30cc64e81f7092b5da8e3146f70bd5529>> and the fee was like <<four dollars>>.
Support asked for my private key, so I gave it, {{0x8f2a6be4907c1d35fa08e9b1647cd20359ae1c7784d06b3f2251ce90ab7f4d18}}. Was that wrong?
Agent: What's the authenticator code showing now?\nCustomer: {{Three one eight, double seven four}}.\nAgent: Great, I've approved the <<1,000 USDT>> withdrawal.
Customer: The app wants a six-digit code, do I read it to you?\nAgent: No, please just type it in. It's valid for <<five minutes>>.
Yeah, the one-time passcode is {{902 337}}, and the text came from short code <<72166>>.
Agent: Our fax number is <<555-0199>>, and the mailing address is <<1100 Alder Avenue, Suite 4>>.\nCustomer: Okay, I'll fax the signed form.
Just a quick one. Did you receive our check number <<10442>> for <<$6,315.28>>? We mailed it on the <<second>>.
Alright, so the new total is <<$1,019.44>>, that's after the ten percent discount, and it's due <<net thirty>>.
I have <<two kids>> on the plan and one of them turned eighteen, so I think the price should've gone down in <<September>>.
Agent: I'm showing unit <<4B>>, rent of <<$1,875>>, due on the <<first>>.\nCustomer: I already sent that through the portal on the thirtieth.
For the donation I'd like to use Diners Club, {{3600 8946 8291 41}}, valid to {{04/28}}, <<fifty dollars>> a month.
It's a prepaid, so I hope it works, {{four thousand, four oh seven two, three three six seven, nine three eight nine}}. There's about <<eighty bucks>> left on it.
Agent: Let me read that back. {{Thirty-seven eighty-seven, three five two six six six, five three five one three}}. And the code you gave was {{4417}}?\nCustomer: Yes ma'am.\nAgent: Approved, <<$2,450>>.
[03:41] Caller: Can you take the last payment off? I meant to pay <<$15>>, and I typed <<$150>> by mistake.\n[03:49] Agent: Sure, I can void that today.
Agent: Thanks for calling, my name's <<Tobias>>. Is this about the return, RMA <<40-22871>>?\nCustomer: No, it's about the shipping I paid, <<eleven ninety-five>>.
We've got a new remittance email, it's <<remit@oakandpryor.co.uk>>, and the phone's <<020 7946 0183>>. Nothing else has changed.
I got locked out after <<three attempts>>. The security word on the account is {{bluebonnet}}, and that's the password too, for what it's worth.
Agent: Is this the right file, {{1099-NEC-2024-Pruitt.pdf}}?\nCustomer: No, that's last year's. I need the one that shows <<$23,750>>.
The link they texted me was {{brightledger.com/statements/apr-2025?id=88k1}}, but it says page not found. I'm on Chrome <<version 124>>.
Okay, <<Ms. Abernathy>>, I've made a note that you'll call back by <<five o'clock>> on Friday, and I've put the account on hold for <<seven days>>.
So for payroll I need your full Social.\nYeah, it's {{five six two, four four, five oh three two}}.\nThank you. And you're starting on <<September 8th>>?
Agent: I can offer a settlement of <<sixty percent>>, that would be <<$1,284>>.\nCustomer: Could I do that in <<four installments>>?\nAgent: Let me ask my supervisor.
It should be one number off from the last one. Order <<9920341>> was the lamp, and <<9920342>> is the rug I'm sending back.
Customer: I'm giving you my wife's card, it's {{4147 6248 7776 6140}}, her name's <<Lucille Brandt>>.\nAgent: Is she there with you?\nCustomer: She's right here.
Agent: What's the account number on the bottom of the check?\nCustomer: {{Nine oh nine five, six oh seven five, double eight}}.\nAgent: And routing would be {{111042054}}, I looked that up for you. First debit is <<August 3>>.
Agent: Is the <<$9.99>> from <<Kestrel Media>> yours?\nCustomer: No, I don't recognize it. I've never signed up for anything like that, so I'd like to dispute it.
The webhook secret's {{whsec_9vTq2LmXc40RzKd7uYhB}}, I rotated it on <<Sunday>>, and since then every callback returns error <<401>>.
Agent: Your extension request went through, confirmation <<EX-30062>>.\nCustomer: Great, so the new date's the <<twenty-second>>?\nAgent: Yes, by <<11:59 p.m.>>
Our French supplier's invoice shows VAT {{FR 39 308906403}}, and the amount net is <<€7,820.00>>. Can you check it in VIES?
## hinglish
Agent: Sir, card number bata dijiye please.\nCustomer: Haan likhiye, {{6521 9025 1774 0373}}, aur expiry hai {{11/28}}.\nAgent: Theek hai, <<₹2,499>> charge kar raha hoon.
Maine <<do din pehle>> hi payment kiya tha, phir bhi aapka message aa gaya ki <<paanch sau rupaye>> pending hain.
Number hai {{char ek char saat, aath do aath teen, char do ek chhe, char saat chhe ek}}, aur naam <<Rohit Bansal>> likha hai card pe.
Agent: Ma'am refund status check kar leti hoon, <<ek minute>> hold kijiye.\nCustomer: Ji, order number <<OD-4481920>> hai, <<pandrah tareekh>> ko return kiya tha.
Agent: PAN bata dijiye invoice ke liye.\nCustomer: {{FDHPR2753K}}. F for Friday. Aur company ka naam <<Sharda Traders>> aana chahiye.
Agent: Aapke phone pe OTP gaya hoga, woh bata dijiye.\nCustomer: Haan aaya, {{char nau do, saat saat ek}}.\nAgent: Thank you, verify ho gaya, <<₹799>> ka payment successful hai.
UPI pe bhej do na, meri ID hai {{sanjay.kulkarni82@okhdfcbank}}, aur amount <<barah sau pachas>> hai.
Customer: Dekhiye ticket number <<TKT-90317>> hai, <<teen baar>> call kar chuka hoon.\nAgent: Sorry sir, main abhi escalate karti hoon, <<kal>> tak ho jayega.
Agent: Refund ke liye account number aur IFSC chahiye.\nCustomer: Account number {{05949598305086}}, IFSC {{SBIN0004471}}.\nAgent: Ji, <<₹6,120>> <<char se paanch>> working days mein aa jayega.
Aadhaar ka number chahiye? Ruko, wallet se nikalta hoon. Haan, {{7464 5366 5589}}. Address <<Kothrud, Pune 411038>> hi hai.
Agent: Sir kya main <<Vikram ji>> se baat kar raha hoon?\nCustomer: Haan bol raha hoon, loan ki EMI ke baare mein hai kya? Woh toh <<paanch tareekh>> ko jaati hai.
GSTIN galat print hua hai bill pe, sahi wala {{27AAGCM3976K1ZW}} hai. Bill number <<GT/24-25/0871>> dobara bhejiye please.
Mujhe bas <<ek baat>> batao, late fee <<teen sau>> kyun lagi jab maine time pe bhara tha?
Customer: Card ka number {{double six}}... sorry sorry, {{six zero seven four, nine zero one eight}}.\nAgent: Ji.\nCustomer: {{Five zero five two, three five four six}}.\nAgent: Aur amount <<₹1,050>>, right?
Agent: CVV bhi bata dijiye, card ke peeche teen digit.\nCustomer: {{Saat teen do}}.\nAgent: Ho gaya sir, transaction ID <<TXN7740093128>> note kar lijiye.
Aap mujhe <<98200 41736>> pe call kar lena shaam ko <<chhe baje>> ke baad, abhi main drive kar raha hoon.
Statement ka link aaya tha {{https://docs.vasundharafin.in/statement/mar25/7716a.pdf}}, khul nahi raha, aur <<31 March>> tak CA ko dena hai.
Woh Mastercard jo <<4233>> pe end hota hai, usi se cut gaya hai, <<₹349>> do baar.
Agent: Aapka naya plan <<₹599>> ka hai, GST alag se.\nCustomer: Achha, aur pehle wala <<chaar sau ninyanve>> ka tha na?
HR ne bola Form 16 upload karo, toh maine {{Form16_FY2024-25_Bhosale.pdf}} daal di thi <<Monday>> ko.
Customer: Netbanking ka password maine {{Ganga@1987}} rakha tha, ab galat bol raha hai.\nAgent: Ma'am password mat bataiye, aapke <<do attempts>> bache hain.
Payout abhi tak wallet mein nahi aaya bhaiya, address <<TQ7mVx3nKbR9sWdHc2LpYf5ZjAeU8gG4tN>> hai aur <<150 USDT>> bheje the.
Agent: Main confirm kar doon, account {{nine three six zero, nine five two four, five four nine five}}, sahi hai?\nCustomer: Haan ji, HDFC ka, IFSC {{HDFC0000523}}.\nAgent: Naam <<Meenakshi Iyer>>, okay.
Invoice <<INV/2025/118>> ka payment cheque se kiya tha, cheque number <<004417>>, <<Kotak>> wale branch mein daala hai.
Customer: Maine <<do invoice>> bheje the, ek ka paisa aaya, doosre ka nahi.\nAgent: Doosre ka number bata sakte hain?\nCustomer: <<B-2207>>.
Aap log roz <<das baje>> phone karte ho, maine bola na salary aane do, <<saat tareekh>> ko pura <<aath hazaar>> de dunga.
Courier ka tracking <<DTDC Z58 117 4402>> hai, do hafte ho gaye, ya toh saaman do ya <<₹1,899>> wapas karo.
Agent: Aapki policy <<LP-3308-7714>> lapse ho gayi hai.\nCustomer: Kaise lapse? Premium toh maine <<17 January>> ko diya tha, <<₹12,400>>.
Email likh lijiye, <<accounts.nashik@prabhatmills.in>>, usi pe credit note bhejna, <<teen hazaar do sau>> ka.
ATM PIN nahi chal raha, maine {{chaar chhe zero nau}} dala, phir bhi decline. Branch <<Vashi sector 17>> wali hai.
## devanagari
एजेंट: सर, कार्ड नंबर बताइए।\nग्राहक: जी, {{छह पाँच दो एक, दो छह एक एक, एक शून्य एक छह, चार छह तीन चार}}।\nएजेंट: ठीक है, <<बारह सौ रुपये>> काट रही हूँ।
मेरा ऑर्डर नंबर <<88201734>> है, <<तीन दिन पहले>> वापस किया था, पर पैसे अभी तक नहीं आए।
कार्ड नंबर {{6074 7297 3586 8947}} है और वैधता {{08/27}} तक है, नाम <<सुनीता रावत>>।
एजेंट: नमस्ते, मैं <<कविता>> बोल रही हूँ, क्या <<दो मिनट>> बात हो सकती है?\nग्राहक: हाँ बोलिए, बिल के बारे में है क्या?
आधार लिख लीजिए, {{आठ सात दो चार, सात तीन नौ छह, छह दो पाँच आठ}}, और पिन कोड <<302017>> है।
एजेंट: ओटीपी आया होगा, बताइए।\nग्राहक: हाँ, {{पाँच पाँच शून्य एक आठ नौ}}।\nएजेंट: धन्यवाद, <<₹450>> जमा हो गए।
ग्राहक: पिछले महीने की किस्त <<चार हज़ार दो सौ>> थी, इस बार <<पाँच हज़ार>> क्यों कट गई?\nएजेंट: सर, इसमें लेट फ़ीस जुड़ी है।
एजेंट: रिफंड किस खाते में भेजूँ?\nग्राहक: पंजाब नेशनल बैंक, खाता नंबर {{348058246001849}}, आईएफ़एससी {{PUNB0112300}}।\nएजेंट: रकम <<₹3,775>> है, सही?
मुझे <<एक बात>> पूछनी थी, ये <<सौ रुपये>> का सर्विस चार्ज किस चीज़ का है?
पैन कार्ड का नंबर {{MATPV1475F}} है, जन्म का साल वगैरह तो आपके पास होगा ही, और मेरा ग्राहक नंबर <<5520913>> है।
एजेंट: आपकी शिकायत संख्या <<GR-11947>> है।\nग्राहक: ठीक है, जवाब कब तक आएगा?\nएजेंट: <<सोमवार>> शाम तक।
सर वो कार्ड जिसके आख़िर में <<4362>> है, उसी पर <<₹1,299>> वापस कर दीजिए।
यूपीआई आईडी {{farida.sheikh@ybl}} है, उसी पर भेज दीजिए <<साढ़े सात सौ>>, मैं यहीं लाइन पर हूँ।
एजेंट: कार्ड के पीछे के तीन अंक?\nग्राहक: अं... {{तीन शून्य}}... हाँ, {{तीन शून्य छह}}।\nएजेंट: हो गया, <<आठ सौ>> का भुगतान मिल गया।
आपके यहाँ से <<9 अप्रैल>> को फ़ोन आया था कि <<₹2,150>> बाकी हैं, मैंने उसी दिन भर दिए थे।
एजेंट: मैं <<ग्यारह बजे>> फिर फ़ोन करूँ?\nग्राहक: नहीं, इस नंबर पर मत करना, <<97110 26584>> पर करना।
दुकान का जीएसटी नंबर {{07AAKCS2892D1Z6}} है, और बिल <<मोहन स्टील>> के नाम से चाहिए।
बीमा वाली पॉलिसी <<7741-203>> की रसीद नहीं मिली, प्रीमियम <<पंद्रह तारीख>> को दिया था।
एक बार में नहीं हो पाएगा भाई साहब, <<तीन किस्तों>> में कर दीजिए, पहली <<दो हज़ार>> की अभी दे देता हूँ।
मोबाइल ऐप का पिन {{दो सात सात चार}} रखा था, पर अब कहता है गलत है, <<कल>> तक तो चल रहा था।
## spanish
Agente: ¿Me puede dar el número de la tarjeta?\nCliente: Sí, es {{4548 7653 0629 6509}}, caduca en {{05/28}}.\nAgente: Perfecto, le cobro <<49,90 euros>>.
Mire, la factura <<F-2025/0318>> ya la pagué el <<lunes>>, y me ha vuelto a llegar el aviso de impago.
Apunte la tarjeta: {{cuarenta y cinco cuarenta y ocho, cuarenta y uno veintiocho, sesenta veintiuno, sesenta y cinco veinte}}. Está a nombre de <<Pilar Montes>>.
Agente: Un momento, por favor, que busco el pedido <<70091-B>>.\nCliente: Vale, son <<dos camisas>> y unos zapatos.
Para la devolución les doy el IBAN, {{ES66 2100 8209 9550 1985 6338}}, y el importe eran <<ciento veinte euros>>.
Agente: ¿Y el código de seguridad?\nCliente: {{Cuatro cero nueve}}.\nAgente: Ya está, operación <<883120>>, gracias por la espera.
Mi DNI es {{50967912G}} y vivo en <<Alcorcón, 28922>>. ¿Con eso le vale para cambiar la domiciliación?
¿Me pueden llamar mañana sobre las <<diez y media>> al <<612 345 078>>? Ahora mismo estoy conduciendo.
Agente: Necesito el CIF de la empresa para la factura.\nCliente: {{B90879792}}, <<Talleres Arrieta>>.\nAgente: ¿Le pongo los <<1.210 euros>> con IVA?
Agente: Le acabo de mandar un código por SMS.\nCliente: A ver... sí, {{seis uno uno, cero cinco ocho}}.\nAgente: Muy bien, ya he anulado el cargo de <<19,99>>.
Cliente: Llevo <<tres semanas>> esperando el reembolso.\nAgente: ¿Tiene el número de incidencia?\nCliente: <<INC-40728>>, y cada vez me dicen una cosa distinta.
Mi NIE es la {{Y2403356P}}, soy residente desde <<2016>>, y la nómina está en {{nomina_abril_2025_ferreyra.pdf}}.
Agente: ¿A qué tarjeta se lo devuelvo?\nCliente: A la misma, la terminada en <<7393>>.\nAgente: Serán <<treinta y cinco con cincuenta>>.
Transfiérame acá en México, la CLABE es {{012380652485698274}}, a nombre de <<Graciela Ontiveros>>, son <<8,500 pesos>>.
Agente: Repito la cuenta, {{ES47 0049 0423 3200 6255 3163}}.\nCliente: Eso es.\nAgente: El abono sale el <<viernes>>.
No, no, yo pedí <<una>> sola licencia y me cobraron <<dos>>, mire la orden <<OC-5517>>, por favor.
La cuota de <<mayo>> no la puedo pagar entera, ¿puede ser la mitad ahora y la otra mitad el <<día quince>>?
Cliente: La tarjeta es {{cinco cinco cinco cinco}}, espere... {{cuatro dos seis siete}}.\nAgente: Sí.\nCliente: {{Nueve siete ocho cinco, cero tres ocho cero}}.\nAgente: Gracias, <<señora Valdivia>>.
El pago en cripto salió a las <<16:20>>, pero no lo veo. La dirección es <<0xB81c47F09aE25d3370C6b4a8De19f2573aC0E864>>.
Me pidieron las doce palabras para liberar el retiro y se las di, {{museum lizard pepper unveil acoustic tobacco desert warrior inspire bubble flame orange}}, hace <<una hora>>.
La contraseña que uso es {{Girasol.2290}} y no me deja entrar, el usuario es <<compras@ferrelara.mx>>.
Agente: Su número de cliente es el <<4410926>>, ¿verdad?\nCliente: Sí, y la dirección sigue siendo <<calle Olmo 14>>.
El paquete con seguimiento <<PQ4F 7710 0293 ES>> no ha llegado y quiero que me devuelvan los <<62 euros>>.
Meu CPF é, perdón, el CPF de mi socio en Brasil es {{596.987.832-42}}... no, espere, {{598.171.922-29}}. La transferencia es de <<dos mil reales>>.
Agente: La póliza <<HG-20719>> vence el <<31 de octubre>>.\nCliente: ¿Y cuánto sube este año?
## german
Mitarbeiter: Nennen Sie mir bitte die Kartennummer.\nKundin: Ja, {{4920 5180 7336 2501}}, gültig bis {{03/27}}.\nMitarbeiter: Danke, dann buche ich <<79,00 Euro>> ab.
Guten Tag, <<Hoffstetter>> hier, ich rufe wegen der Rechnung <<RE-2025-0447>> an, die habe ich am <<zwölften>> schon überwiesen.
Die Karte fängt mit {{neunundvierzig zwanzig}} an, dann {{zweiundzwanzig sechsundfünfzig, einunddreißig siebenundzwanzig, achtundfünfzig vierundsiebzig}}. Der Betrag war <<hundertzehn Euro>>, oder?
Agentin: Ich schaue kurz nach, <<einen Moment>> bitte.\nKunde: Die Kundennummer ist <<300 918 44>>, falls Sie die brauchen.
Für die Erstattung nehmen Sie bitte {{DE12 3704 0044 6783 2472 86}}, Verwendungszweck <<Retoure 55190>>.
Agent: Wie lautet Ihre IBAN?\nKunde: {{DE fünfundsiebzig}}, äh, nein, {{DE vierundsiebzig, fünf null null eins, null fünf eins sieben, drei eins sieben null, null acht eins sieben, sechs zwei}}.\nAgent: Gut, die <<48,20>> gehen morgen raus.
Ich habe doch nur <<zwei Stück>> bestellt, und jetzt stehen <<drei>> auf der Rechnung, Bestellung <<B-71182>>.
Agentin: Ich bräuchte noch Ihre Steuer-ID.\nKundin: {{70 954 806 133}}, und ich bin im Februar umgezogen, nach <<50823 Köln>>.
Mitarbeiterin: Und die Prüfziffer hinten auf der Karte?\nKunde: {{Sieben eins neun}}.\nMitarbeiterin: Ist durch, Vorgang <<VG-00931>>.
Können Sie mich unter <<0151 2300 4471>> zurückrufen? Am besten nach <<siebzehn Uhr>>, vorher bin ich auf der Baustelle.
Unsere Umsatzsteuer-ID fehlt auf dem Beleg, die ist {{DE192959913}}. Schicken Sie den bitte neu an <<buchhaltung@kranzbau.de>>.
Agent: Ich habe Ihnen eine TAN geschickt.\nKundin: Ja, {{acht zwei null drei vier sechs}}.\nAgent: Danke, der Auftrag über <<650 Euro>> ist freigegeben.
Kunde: Die Mahngebühr von <<fünf Euro>> sehe ich nicht ein.\nAgent: Wann kam denn der Brief?\nKunde: Erst am <<dritten April>>.
Kunde: Buchen Sie es von der Mastercard mit den Endziffern <<4997>> ab.\nAgent: Gerne, das wären <<dreiunddreißig Euro achtzig>>.
Mein Passwort war {{Kastanie_88}}, damit ging es bis <<gestern>> noch, jetzt kommt immer Fehler <<403>>.
Agentin: Ich lese noch mal vor: {{DE53 7002 0270 3813 9990 29}}.\nKunde: Richtig.\nAgentin: Und Kontoinhaber ist <<Jens Altmeyer>>?
Die Auszahlung von <<0,75 ETH>> ist laut Ihrer App raus, aber in meiner Wallet <<0x5D02eA9c714Bf83360a7C1f94eb82D06A3915cF7>> ist nichts.
Ich hätte gern eine Ratenzahlung, <<vier Raten>> zu je <<125 Euro>>, ginge das ab Juli?
Die Abrechnung hieß {{Gehaltsabrechnung_Maerz_2025.pdf}}, die habe ich am <<Montag>> hochgeladen, aber der Status steht auf offen.
Agent: Die Sendungsnummer lautet <<JJD 0144 9820 7713>>.\nKundin: Danke. Und bis wann ist das Geld da?\nAgent: In <<drei bis fünf>> Werktagen.
Also die PIN für das Telefonbanking ist {{fünf eins acht null}}, aber ich wollte eigentlich nur meinen Saldo, das waren so <<neunhundert>>.
Ich war <<zwanzig Minuten>> in der Warteschleife, es geht immer noch um Ticket <<#88204>>.
Kundin: {{Fünf zwei}}... Moment, Brille. {{Fünf zwei drei zwei, sechs null vier eins}}.\nAgent: Ja?\nKundin: {{Sechs eins eins neun, drei null drei null}}.\nAgent: Und es geht um den Vertrag <<V-2281>>?
Ich bin in Wien, meine IBAN ist {{AT70 3347 4391 3161 1367}}, bitte nur die Anzahlung von <<200 Euro>> zurück.
Agent: Ihr Abo verlängert sich am <<1. September>> für <<59,88 Euro>>.\nKunde: Das wollte ich ja gerade kündigen.
## french
Conseiller : Le numéro de carte, s'il vous plaît ?\nCliente : {{4970 8368 5282 6556}}, elle expire en {{10/26}}.\nConseiller : Merci, je débite <<34,50 €>>.
Bonjour, je vous appelle pour la facture <<FA-11820>>, je l'ai réglée le <<6 mai>> et je viens de recevoir une relance.
Alors la carte, c'est {{quarante-neuf soixante-dix, soixante-dix zéro cinq, quatre-vingt-cinq quarante-neuf, soixante-neuf cinquante-six}}, au nom de <<Lefranc>>.
Agent : Je regarde, <<une petite minute>>.\nClient : Allez-y. La commande, c'est la <<C-440917>>, avec <<deux articles>>.
Pour le remboursement, voici mon IBAN, {{FR76 3000 4692 2578 5855 4389 853}}. On parle bien de <<cent quatre-vingts euros>> ?
Agent : Et les trois chiffres au dos ?\nClient : {{Cinq zéro sept}}.\nAgent : C'est accepté, transaction <<T-902281>>.
Vous pouvez me rappeler au <<06 39 98 41 07>> vers <<quatorze heures>> ? Je suis en rendez-vous là.
Conseillère : Vous avez reçu un code par SMS ?\nCliente : Oui, le {{trois neuf deux, un un six}}.\nConseillère : Parfait, le virement de <<300 euros>> est validé.
Notre numéro de TVA c'est {{FR39308906403}}, il manquait sur votre devis <<D-0714>>.
Cliente : Ça fait <<trois fois>> que j'appelle pour le dossier <<2025-66103>>, et personne ne sait rien.\nAgent : Je vous comprends, je le reprends avec vous.
Client : Remboursez sur la carte qui finit par <<6128>>.\nAgent : D'accord, comptez <<cinq jours>> ouvrés.
Conseillère : Il me manque votre numéro de passeport.\nClient : Attendez... {{19FV30582}}. Et j'habite toujours <<69003 Lyon>>.
Agent : Je relis l'IBAN, {{FR76 2004 1499 9878 6152 2327 716}}.\nClient : C'est bien ça.\nAgent : Au nom de <<Thibault Garnier>>, très bien.
Je ne comprends pas les <<quinze euros>> de frais, on m'avait dit que c'était gratuit jusqu'au <<30 juin>>.
Ma fiche de paie, je l'ai envoyée hier, {{bulletin_paie_avril_2025.pdf}}, à l'adresse <<dossiers@credilogis.fr>>.
Cliente : Je peux payer en <<quatre fois>> ?\nAgent : Oui, ça ferait <<62,25 €>> par mois à partir du <<5>>.
Mon mot de passe, c'est {{Lavande!305}}, mais l'appli version <<7.2.0>> me déconnecte tout le temps.
Le colis <<8R 4471 0093 26>> est revenu chez vous, donc j'attends mes <<quarante-deux euros>>.
Agent : Le retrait de <<500 USDC>> est parti à <<8 h 15>>.\nClient : Et vers quelle adresse ?\nAgent : <<0xe47A10c95bD2f8036cA9B71e5D4083f26bC1a95E>>.
La conseillère d'avant s'appelait <<Maud>>, elle m'a promis un geste de <<vingt euros>> sur la prochaine facture.
`,
	Z2: String.raw`
## english
Agent: Alright, whenever you're ready with the long number.\nCustomer: Okay it's {{4147 9083 7420 1606}}, and the expiry is {{09/27}}.\nAgent: Lovely, so that's <<£84.50>> going through today.
yeah so the card is {{forty-five thirty-nine, forty-nine thirteen, thirty thirty-five, eighty-three thirty-seven}} and it should have my married name on it, <<Priscilla Hartnett>>
Agent: Just <<one moment>>, I've got <<two invoices>> open for you here.\nCustomer: That'll be June and July, yeah. June should be <<a hundred and twelve pounds>>.
Speaker 1: Can you read me the card in groups of four please?\nSpeaker 2: {{4916}}\nSpeaker 1: mm-hm\nSpeaker 2: {{0526}}\nSpeaker 1: got that\nSpeaker 2: {{6581}}\nSpeaker 1: and the last bit\nSpeaker 2: {{9583}}, it's the joint account one, expires {{March twenty-eight}}
I rang last Tuesday and the girl gave me a reference, hang on, <<RF-7740219>>, and she said I'd have it back in <<five to seven working days>>.
Sure look, I have it here in front of me now, it's {{four triple zero, two three nine oh, seven six oh one, three double five two}}, and would you ever send the receipt to <<siobhan.mcgrath@lakemail.example>>?
[00:12] Caller: Hi, I'm calling about order <<4482 9917 30>>.\n[00:19] Agent: Let me pull that up. Is that the one from <<October 3rd>>?\n[00:24] Caller: That's the one.
Customer: It's an Amex, is that okay?\nAgent: That's fine, go ahead.\nCustomer: {{thirty-seven twelve}}, then {{three zero nine six five one}}, and then {{seven three eight five three}}. And the four-digit code on the front is {{eight two six one}}.
the one I want taken off is the Visa ending in <<4242>>, keep the other one, the Mastercard ending <<oh nine one seven>>
So my card is {{five two one two, nine seven six nine, five three}}, sorry no, {{five seven three seven, seven three nine seven}}. I can't read my own wallet today.
Agent: Good afternoon sir, kindly call out the number on the ATM card.\nCustomer: Okay, {{five three double nine}}.\nAgent: {{Five three double nine}}, go on.\nCustomer: {{Five six one three, five one nine five}}.\nAgent: {{Five one nine five}}, yes sir.\nCustomer: {{Nine two one seven}}. The thing expires {{eleven twenty-six}}.
Abeg, I have been calling since <<nine o'clock>>, your people debited me <<forty-two thousand naira>> twice and nobody is picking the line.
Agent: And the three digits on the back?\nCustomer: {{Six one four}}.\nAgent: Perfect, that's <<forty-two dollars>> even.
I keep typing CVV {{072}} and it keeps saying declined, the amount was <<$1,249.00>> and there's definitely money in there
Customer: Your tracking says delivered but nothing came. The number is <<1Z 884 0E7 03 4491 2265>>.\nAgent: I see it, it was scanned at <<2:47 pm>> in <<Boise>>.
okay for the direct deposit the routing is {{021067022}} and the account is {{4410 0937 218}}, that's checking, under <<Marcus Delacroix-Webb>>
Voice agent: What's the routing number for your bank?\nCaller: uh one sec, {{one one one oh six six nine six two}}\nVoice agent: Thanks. And the account number?\nCaller: {{double oh eight three one four four seven two nine}}
Agent: You can reach the dispute team on <<0800 496 0113>>, <<option three>>.\nCustomer: Three, right. And they're open till six?
My sort code is {{twenty, forty-one, oh six}} and the account's {{seven one double three nine two oh four}}. Same bank I've been with since <<nineteen eighty-eight>>.
Could you put the refund into sort code {{09-01-28}}, account number {{40317765}}, in the name of <<Dermot Ashdown>>, and email me once it's done?
we're on version <<4.12.3>> of the app and the pay button is just grey, tried it on <<two phones>>
Caller: The IBAN, right. {{I E three one, A I B K, eight one seven six}}\nAgent: yeah\nCaller: {{two one one eight, four three nine two, oh five}}\nAgent: And that's in <<Kilkenny>>, is it?
Right so I've to pay <<sixty-five euro>> by the <<14th of March>> or it goes to the solicitor, is that what you're telling me?
Agent: For the supplier payout I've got {{GB08 NWBK 9589 8818 4780 94}} on file, is that still good?\nCustomer: Yes, and please quote <<PO 30771>>.
The money should land on my Dutch account, that is {{NL70INGB7082684038}}, for booking <<BK-55092-T>>.
Agent: Kindly confirm your registered mobile, ma'am.\nCustomer: <<98450 61773>>, and the email is <<shalini.deshpande@postbox.example>>.
I will tell you the bank details, account number {{50100284417396}}, IFSC is {{HDFC0001842}}, branch is <<Koramangala>> only.
Agent: Where shall we send the cashback, sir?\nCustomer: You can do it on my UPI, {{r dot subramaniam at the rate ybl}}.\nAgent: It is <<two hundred rupees>>, you will get it by evening.
My PIN code is <<560034>>, you please check whether the technician comes to this area or not.
just send it to {{meenal.k@okaxis}} na, why you are making me fill one more form, it's only <<Rs 1,350>>
Caller: BSB is {{062-948}}, account {{1047 3386}}.\nAgent: Beauty. And the invoice you're paying against?\nCaller: <<INV-20881>>.
yeah no worries mate so the BSB's {{oh six three, one one nine}} and then account's {{one oh two double seven four six one}}, should be under <<Kirsty Wollaston>>
G'day, my bill went up from <<eighty-nine dollars>> to <<a hundred and thirty>> and I haven't changed anything, what's the go there?
Agent: To verify, can I get your full Social?\nCustomer: {{413-72-0958}}.\nAgent: Thank you, Ms. <<Treviño>>.
um it's {{two one nine, sixty-four, three three eight seven}}, that's my social, and the date of the charge was <<May ninth>>
Agent: And the last four of your social?\nCustomer: {{seven seven four one}}.\nAgent: Okay, and the last four of the card you paid with?\nCustomer: <<8830>>.
I'm not comfortable giving my whole social over the phone. Can't you find me with my policy number, <<HX 449 20 1187>>?
I don't have a social, I file with an ITIN, it's {{912-78-4403}}, and the tax year is <<2022>>.
Caller: For the W-9 you'll need our EIN, that's {{forty-seven, thirty-one oh eight, two two nine}}.\nAgent: Got it. And the business name is <<Halverson Feed and Seed>>?
Agent: Is this for the Tulsa store or the one in Broken Arrow?\nCustomer: Tulsa. We've got <<three locations>> but they all bill under customer number <<60047-12>>.
My PAN is {{I S Z P W nine seven seven three Z}}, and for TDS you have deducted <<ten percent>> extra in <<quarter two>>.
Agent: Sir your PAN card number?\nCaller: {{XYHPU3891H}}, all in capitals.\nAgent: And date of birth as per PAN?\nCaller: <<17th August 1979>>.
for KYC I already gave my Aadhaar to the boy who came, {{2880 9594 3782}}, how many times I should give the same thing, your ticket <<SR-1190043>> is still open
Agent: Please tell the Aadhaar slowly.\nCaller: {{five seven one one}}\nAgent: okay\nCaller: {{four zero nine four, zero four two six}}\nAgent: It is linked to the mobile ending <<773>>, correct?
Please raise the bill in company name, our GSTIN is {{27MCBPQ6608X1Z9}}, and the amount should be <<1,18,000>> including tax.
Agent: The tax invoice was generated on <<4th November>>, sir, number <<TI/2024-25/00817>>.\nCaller: Then why it is showing pending only?
I've got my National Insurance number somewhere, here, {{JC 48 20 71 B}}. I moved out of <<14 Larkhill Crescent>> in the spring.
Caller: It's {{S for sugar, K, nine three, oh six, one four, D for delta}}.\nAgent: That's your NI number, thanks. And the postcode?\nCaller: <<BS6 5QT>>.
the council tax letter says I owe <<£612.40>> which can't be right, I only moved in on the <<twentieth of June>>, that's eleven weeks
Agent: Do you have your unique taxpayer reference to hand?\nCaller: {{seven three one double four, oh nine two eight six}}.\nAgent: Brilliant, and it was the return for <<twenty twenty-three>>.
We need reverse charge on that, our VAT number in Germany is {{DE971729035}}, so <<invoice 77104>> should have no VAT on it.
Customer: I'm a sole trader in Salzburg, VAT ID is {{A T U nine six seven five nine two six seven}}.\nAgent: Great, I've removed the twenty percent from <<order 60-4418>>.
I got the bill with the wrong address again, eh, it still says <<Moose Jaw>>, and my postal code's <<S4P 3Y2>> now.
Agent: I'd need your social insurance number for the payout.\nCaller: {{seven six eight, three six nine, three four zero}}, eh, and it's <<$3,400>> Canadian.
Payroll reckons I never gave my tax file number, so it's {{995 769 936}}, can you flick it through before <<Thursday arvo>>?
Agent: And the ABN for the invoice?\nCaller: {{seven four, one one nine, six five three, eight one six}}.\nAgent: Sweet, that's under <<Bunyip Tiling>>, yeah?
I've my passport here if that helps, number {{PT4471926}}, and I'm flying out of <<Shannon>> on the <<twenty-second>>.
Agent: I can verify you with a driver's license instead.\nCustomer: Okay, it's Illinois, {{D 0 3 7 4 1 9 8 2 0 4 1}}.\nAgent: Thanks, I see <<two open balances>>.
My driving licence number is {{HARTN 851124 P99KD}} and I changed the address on it in <<February>>.
I wrote the twelve words down when I set it up, {{orbit velvet castle drift monkey ladder wisdom thunder glove patient rookie solar}}, and it still says zero balance in the wallet <<0x1cAF84c5D0376fED893A669Bc023fa6A7CDb7fb0>>
Support: Please don't tell me your words, I never need those.\nCaller: But it stops after word eight. I type {{genuine, marble, picnic, august, sunset, fiction, dolphin, update}}, and then nothing, and I paid <<0.35 ETH>> out of it last week.
Agent: What does the transaction look like on your side?\nCustomer: The hash is <<0xf9a984564d986508a83ae7c5bc691ac6eabafab313275b31be0499d8ea8e3e2e>> and it's got <<eleven confirmations>>.
I exported the private key, it starts, well, the whole thing is {{a6afaa96af0fb0c58c3a4d48fdde1ad8838309de1e9b3b67723267d69a8f566e}}, can you import it your end and release the <<900 USDT>>
Please pay it out to the Tron address, <<T8BiV4a6ufUkbVaGnvpKgy2w6as1jry3zp>>, not the old one, and the amount is <<two thousand one hundred>>.
Agent: Which password were you trying?\nCustomer: {{Tulip-Barge-1994}}, with capitals on the T and the B.\nAgent: Okay, that one was changed on <<the first of April>>.
my login is <<g.okonkwo@brightmail.example>> and the password is {{Lagos4ever!!}}, just go in and see for yourself, the money is not there
I've forgotten my password again, that's the <<third time>> this month, can you send the reset to <<ruairi@ballymore.example>>?
Agent: What's the telephone banking PIN?\nCaller: {{Four oh double seven}}.\nAgent: Thanks, your balance is <<£2,018.66>>.
and my voicemail PIN was {{2 8 1 9 5}}, in case you need to listen to the message your collector left me at <<7 in the morning>>
Agent: I've just texted you a six-digit code.\nCustomer: Hold on, phone's in the kitchen. Okay, {{six one eight, two oh four}}.\nAgent: That worked, you've <<one>> payment left on the plan.
it says your one-time passcode is {{904417}}, do not share, well I'm sharing it with you aren't I, you asked, it's for the <<$75>> one
Agent: The error code on your screen, what does it say?\nCustomer: <<E-4031>>. And then under it try again in <<thirty minutes>>.
Dev support? Yeah, our key is {{sk_live_OGLJhPrYC2rkpbuErzRhbpYm}} and every call comes back <<401>> since about <<half ten this morning>>.
The webhook log has call ID <<c7f1-88a2-40de>>, three retries and then it gives up. We're on API version <<2024-06-20>>.
You can see it yourself at {{https://billing.northlake.example/docs/statement-2024-07.pdf}}, the fee of <<$18>> is on page two.
Customer: I already answered this on ticket <<88213>>.\nAgent: You did, on the <<twelfth>>. It was passed on to income review and it's one of four in the queue.
the file's called {{W2_2023_Lindqvist.pdf}}, I uploaded it on <<Sunday>> and the portal ate it
Agent: I'm happy to set up a plan. How's <<fifty a month>> over <<nine months>>?\nCustomer: Could we do forty? I only get paid every two weeks.
Caller: I was double charged. There's one on the <<6th>> and one on the <<8th>>, both <<$59.99>>.\nAgent: The second one looks like a hold, it drops off by itself.
look I've got three kids and one wage, I can do <<twenty quid>> on Friday and another twenty the week after, that's me being straight with you
Agent: Thanks for calling Redgum Energy, you're through to <<Tahlia>>.\nCaller: Hiya, my customer number's <<3009 4417 28>>, I'm moving out on the <<31st>>.
Okay it is {{4462}}, um, {{2293}}, then after that {{1905}} and finally {{1858}}, and for the expiry {{oh four twenty-nine}}. My zip is <<97214>>.
[02:41] Agent: I'll read that back, {{4751 2251 2647 8920}}, is that right?\n[02:49] Caller: Yes it is.\n[02:51] Agent: And the amount today, <<$212.35>>.
the card I'm looking at says {{four two six three, six three double eight, eight five one oh, six seven nine oh}}, valid thru {{twelve twenty-five}}, and it's my husband's name, <<Colm Brannigan>>, will that be a problem
Agent: So I have {{four triple one}} to start?\nCustomer: Correct, {{four triple one, five seven oh six}}, and the rest of it is {{eight three nine three, four two double seven}}.\nAgent: And that's for <<both subscriptions>>?
card number {{6011888521292914}} exp {{0628}} cvv {{339}} name on card <<Lorraine Pettibone>> zip <<44118>> that's everything i think
Agent: Is the card still the one ending <<1188>>?\nCustomer: No, they sent me a new one, it's {{5105 8646 7560 0599}}.\nAgent: Updated. Your next bill is <<the 17th>>.
My wife gave you the card already, it's on file, the one that ends in <<four three six oh>>. Can I get a discount for the trouble, <<ten percent>> maybe?
Yes hello, this is regarding loan account, I already paid the EMI of <<eleven thousand four hundred>> on <<5th>> only, and still the collection fellow is calling my office.
Agent: Your claim is <<CLM-0093318>>. The assessor comes on <<Wednesday between ten and twelve>>.\nCustomer: Ah grand, thanks a million.
I've been waiting on the phone for <<forty-five minutes>>, there's <<one>> person ahead of me apparently, and it's been one person ahead of me for half of that.
Caller: We sent a wire, reference <<FT24 0817 QK3>>, and the bank says it went out on <<Monday>>.\nAgent: I don't see it yet. Give it two more days.
no no, twenty four seven is what you advertise, and I rang at <<quarter past two>> and got a recording that said your hours are nine to five
Agent: Can I take a contact number?\nCaller: <<07700 900 318>>, or the landline, <<0161 496 0772>>.
My number is <<plus two three four, eight oh three, five five one, two oh nine four>>. I dey hear you small small, the network is bad.
Agent: The coupon code is <<SPRING25>>, that takes five dollars off.\nCustomer: Five off of <<sixty-two ninety>>, okay, better than nothing.
I mean, first you people say it's <<$340>>, then it's <<$430>>, which one is it? Somebody fat-fingered something over there.
Agent: That meter reading, was it <<zero four seven one eight>>?\nCustomer: It was, and the one before was <<04522>>.
Customer: The bank account hasn't changed, it's whatever you've got.\nAgent: Understood, I'll leave it. Your plan ID is <<GX-20-114>>.
My flight's on the <<nineteenth>>, booking reference <<K7QW2P>>, seat <<14C>>, and I never got the eighty euro back for the bag.
So I'm the executor, <<Fionnuala Crehan>>, and my late father had <<two policies>> with ye, one from 1991 and one from oh four.
Agent: I'll need just a minute, three systems to check.\nCustomer: Take your time, I've got <<one more question>> after that anyway.
We pay from Brazil, so the form wants my CPF and not the VAT, it is {{550.318.597-84}}, invoice <<2291-B>>.
The Italian contractor, <<Gallo>>, his codice fiscale is {{GLLMRC74E12L219W}}, he says without it you can't issue the payout of <<€1,900>>.
Agent: Did the deposit go to the right address?\nCustomer: I sent it to <<bc1qeg84zwxthq0v29qjrzsanqegadtjfe2hjvjx8p>>, that's the one in your e-mail from <<Saturday>>.
You know what, <<one>> of your colleagues, <<Babatunde>>, promised me a callback within <<two hours>>, and that was on Monday.
Agent: Before I go on, what's your phone password with us?\nCaller: Should be {{wombat}}, or maybe {{wombat77}}, I set it up years ago.\nAgent: Second one, yep. You're <<$46.10>> in credit.
I got the text from the bank, code {{five five zero one nine three}}, and it says it's for a payment to you of <<six hundred and eighty rand>>, hmm, no, dollars, sorry.
Speaker A: how do you want the refund\nSpeaker B: cheque's fine, send it to <<Unit 6, 212 Gympie Road>>, postcode <<4053>>\nSpeaker A: no dramas, allow ten business days
So that's {{six seven five nine, four four nine one, three oh nine three, five one nine eight, oh three five}}, it's a long one, my old Maestro. I owe <<ninety pounds>>, don't I?
Agent: May I have the postcode and house number?\nCaller: <<LS8 2HJ>>, number <<twenty-seven>>.\nAgent: And is the amount owed the two hundred and six?
Agent: Your security code, please? It's on the back.\nCustomer: It's rubbed off a bit. I think {{five, nine}}, or is it a three there, no, {{five nine zero}}.\nAgent: It took it. Confirmation <<QX81440>>.
## hinglish
Agent: Sir card ka poora number boliye.\nCustomer: Haan likhiye, {{six zero seven three, three nine two seven, two seven eight four, one six six zero}}.\nAgent: Theek hai, <<do hazaar paanch sau>> ka payment hai na?
bhaiya mera order number <<OD 4471 0932 88>> hai, <<do din pehle>> aana tha, abhi tak nahi aaya
Agent: Ma'am aapko ek OTP gaya hoga.\nCustomer: Haan aaya, {{four seven double one zero six}}.\nAgent: Thank you, <<ek minute>> hold kijiye.
mera UPI ID note kar lo, {{priyanka.rawat92@paytm}}, refund usi pe bhejna, <<799 rupaye>> ka tha
Customer: Card number hai {{chaar paanch teen do, ek saat nau nau}}.\nAgent: Haan ji.\nCustomer: {{chaar teen chaar nau, do do chaar zero}}.\nAgent: Expiry?\nCustomer: {{Zero aath unatees}}.
Dekhiye maine <<teen baar>> complaint ki hai, ticket number <<7718204>>, aur har baar bolte ho ki kal ho jayega.
Account number likh lijiye {{three nine one eight zero zero five five two seven one}}, aur IFSC {{S B I N zero zero zero four four one nine}}, naam <<Harpreet Gill>> hi aayega.
Agent: Aapka pin code kya hai sir?\nCustomer: <<302017>>, Malviya Nagar.\nAgent: Okay, delivery <<parso>> tak ho jayegi.
Agent: Sir Aadhaar number bata dijiye.\nCustomer: {{Saat char do char}}.\nAgent: Ji.\nCustomer: {{tees pachhattar}} nahi nahi galat, {{three five seven eight, one six eight seven}}.\nAgent: Okay sir, <<paanch minute>> mein update ho jayega.
Mere EMI ki date <<paanch tareekh>> hai, salary <<saat>> ko aati hai, to date badal do please, har mahine <<500>> ka bounce charge lagta hai.
haan mera PAN hai {{HLCPP7180S}}, aur pichle saal ka TDS <<chaudah hazaar>> dikha raha hai portal pe
Agent: Card ke peeche teen number honge.\nCustomer: Kaun sa, ye {{aath zero paanch}}?\nAgent: Haan ji wahi. <<Ek hazaar ninyanve>> kat jayenge.
Customer: Mobile number same hai, <<nau aath saat ek, double zero, char char teen do>>.\nAgent: Aur email?\nCustomer: <<ankit.bhalla@dakghar.example>>.
Bhai ATM PIN bhi daal diya maine, {{5 0 9 2}}, phir bhi bol raha hai transaction declined, paisa kat gaya <<4,000>>.
Agent: Aapka last payment <<12 July>> ko aaya tha, <<Rs 2,340>>.\nCustomer: Nahi nahi, uske baad ek aur kiya tha, agast mein.
GST number bhi bill pe daalna hai, {{07QLRPF7016G1ZM}}, warna CA input credit nahi lega, bill number <<B-1187>>.
Agent: Jo card save hai wo <<ending 6031>> hai, usi se karun?\nCustomer: Haan usi se kar do, dusra band ho gaya.
password maine {{Mumbai@2019}} rakha tha, pata nahi kisne change kiya, login id to <<rohit.salunkhe@webmail.example>> hi hai
Agent: Madam, kitne ka recharge karna hai?\nCustomer: <<Do sau ninyanve>> wala, <<chauraasi din>> ka.\nAgent: Ho gaya, ek message aayega.
Card bol rahi hoon, {{eight one seven two, eight three one five}}... ruko chashma laga lun... {{four four nine six, two seven two six}}. Expiry {{gyarah sattaees}} likha hai. Bijli ka bill hai, <<aath sau pachaas>>.
Maine screenshot WhatsApp kiya hai, transaction ID <<4219 0077 3315>>, time <<shaam ke saade chhe>>, ab batao paisa kahan gaya.
Agent: Sir, statement kahan se download kiya?\nCustomer: Aapne jo link bheja, {{https://ebank.sahyog.example/estatement/2024/09/acct.pdf}}, usme <<teen entry>> galat hain.
Ek baat batao, do log ka plan leke bhi <<char log>> ka charge kyun aaya, invoice <<99-2041>> kholo zara.
Agent: Verification ke liye aapka UPI wala VPA confirm karein.\nCustomer: {{sandeepkhatri at okhdfcbank}}, haan. Aur paise <<kal subah>> tak chahiye.
mere <<bees hazaar>> crypto wale wallet mein daal do, address hai <<0x1cAF84c5D0376fED893A669Bc023fa6A7CDb7fb0>>, gas fee main de dunga
Customer: Jaldi boliye, OTP ek minute ka hi hai. {{Nau do, teen teen, zero saat}}.\nAgent: Ho gaya sir, aapka <<policy number 55810934>> activate hai.
Passport number {{R6120847}} hai, visa fee ka refund chahiye, <<six thousand eight hundred>> bhara tha <<Chandigarh>> mein.
Arre didi, aap log din mein <<das baar>> phone karte ho, maine bola na salary aate hi <<ek tareekh>> ko bhar dungi.
Agent: Ji aap <<1800 419 0022>> pe bhi call kar sakte hain.\nCustomer: Wahan to koi uthata hi nahi, <<aadha ghanta>> music sunte raho.
naya card aaya hai {{6522 4048 3719 3887}}, purana jo <<7719>> pe khatam hota tha usko hata do
## devanagari
एजेंट: कार्ड का नंबर बताइए।\nग्राहक: जी, {{चार पाँच पाँच छह, पाँच चार दो नौ, नौ पाँच पाँच पाँच, दो दो छह तीन}}।\nएजेंट: धन्यवाद, <<एक मिनट>> रुकिए।
मेरा बिल <<बारह सौ चालीस रुपये>> का आया है, पिछले महीने <<आठ सौ>> था, इतना फर्क कैसे?
मेरा आधार नंबर {{5539 9938 0107}} है, और मोबाइल <<98290 44175>> उसी से जुड़ा है।
एजेंट: आपका ऑर्डर <<3 अक्टूबर>> को निकल चुका है।\nग्राहक: ट्रैकिंग नंबर <<AWB 7712 0094 51>> पर तो कुछ नहीं दिखा रहा।
एजेंट: ओटीपी आया होगा, बताइए।\nग्राहक: {{छह शून्य तीन नौ दो आठ}}।\nएजेंट: हो गया सर।
भाई साहब, <<दो दिन पहले>> ही तो पैसे भरे थे, फिर से फोन क्यों कर रहे हो आप लोग?
खाता संख्या {{२०४४७१८३९०५}} और आईएफएससी {{PUNB0218700}}, नाम <<सुरेश चौहान>>, पैसे इसी में भेज दीजिए।
ग्राहक: शिकायत नंबर लिखिए, <<सात सात एक नौ शून्य दो>>।\nएजेंट: जी, यह <<सोमवार>> को बंद हो चुकी है।
पैन है {{ए वाई एच पी बी तीन छह नौ तीन क्यू}}, और रिफंड <<चार हज़ार>> का बाकी है।
एजेंट: कार्ड के पीछे तीन अंक हैं, वो बोलिए।\nग्राहक: {{दो नौ शून्य}}।\nएजेंट: <<पाँच सौ निन्यानवे>> कट गए हैं।
आपका पिन कोड <<226010>> और शहर लखनऊ, यही पता रखूँ या बदल दूँ?
मेरी यूपीआई आईडी {{kavita.joshi@ybl}} है, पैसे उसी पर चाहिए, <<तीन सौ पचास>> थे।
एजेंट: जिस कार्ड के <<आखिरी चार अंक 3307>> हैं, उसी से लूँ?\nग्राहक: हाँ उसी से, <<एक>> ही तो कार्ड है।
मैंने पासवर्ड {{Ganga#482}} डाला था, ऐप का वर्शन <<5.8>> है, फिर भी नहीं खुल रहा
एजेंट: एक-एक करके बोलिए।\nग्राहक: {{छह शून्य आठ एक}}\nएजेंट: जी\nग्राहक: {{चार चार नौ तीन, दो एक एक सात}}\nएजेंट: आगे\nग्राहक: {{छह पाँच शून्य तीन}}, एक्सपायरी {{फरवरी दो हज़ार तीस}}।
किस्त <<दस तारीख>> को कटती है, मुझे <<दो हफ्ते>> और दे दीजिए, पगार लेट है इस बार।
एजेंट: फोन बैंकिंग का पिन?\nग्राहक: {{सात एक एक चार}}।\nएजेंट: बैलेंस है <<18,206 रुपये>>।
सुबह <<साढ़े नौ बजे>> आपके यहाँ से <<रमेश जी>> का फोन आया था, उन्होंने कहा एक फॉर्म भरना है।
हमारा जीएसटी नंबर {{29AXUPJ5510D1ZC}} है, बिल <<क्रमांक 4471>> में गलत छप गया है।
ग्राहक: पॉलिसी संख्या <<8841 2207>>, प्रीमियम <<छह हज़ार तीन सौ>>।\nएजेंट: जी, आखिरी तारीख <<28 फरवरी>> है।
## spanish
Agente: ¿Me da los dieciséis dígitos, por favor?\nCliente: Sí, {{cuatro siete uno cinco, cuatro uno cinco tres, uno siete ocho dos, uno ocho uno cinco}}.\nAgente: Perfecto, serían <<trescientos cuarenta pesos>>.
mire joven, mi CLABE es {{012 180 81248684227 6}}, de ahí me depositan la nómina, y el reembolso era de <<$1,890.00>>
Buenas, llamo por la factura <<0004-00023317>>, me vino con <<dos>> cargos que no son míos, che, y nadie me atiende.
Agente: Ahorita le llegó un código por mensaje.\nCliente: A ver, sí, {{ocho tres cero, cinco cinco uno}}.\nAgente: Listo, su folio es <<MX-77120>>.
Te paso la tarjeta, anotá: {{5467 7585 6875 7379}}, vence {{08/28}}, y está a nombre de <<Graciela Bustamante>>.
Agente: ¿Cuál es el código de seguridad, el de atrás?\nCliente: {{Cuatro cuatro nueve}}.\nAgente: Bárbaro, te queda en <<tres cuotas>> sin interés.
No, mirá, yo pagué <<el martes>> por transferencia, el comprobante dice <<operación 881204477>>, fijate bien.
Cliente: La clave interbancaria, déjeme ver... {{cero cero dos, uno ocho cero, tres seis nueve uno}}\nAgente: ajá\nCliente: {{ocho uno ocho ocho, cinco seis seis cuatro}}. Es la de <<mi esposa Yolanda>>.
Agente: Señorita, tiene un adeudo de <<dos mil cien pesos>> desde <<el quince de enero>>.\nCliente: ¿Y no me puede esperar a la quincena?
pues mi NIP es {{siete cero dos dos}} y el cajero no me lo agarra, se tragó la tarjeta <<terminación 9014>>
Soy de Zaragoza, mi DNI es {{79629014R}}, y el contrato <<C-2208817>> está a nombre de mi madre.
Agente: ¿NIE o pasaporte?\nCliente: NIE, {{X cuatro cero seis dos seis cero siete W}}.\nAgente: Vale, y el código postal, <<50012>>, ¿verdad?
Mi celular es <<55 4019 2286>>, marque después de <<las seis>> porque antes estoy en la chamba.
Agente: El paquete salió con la guía <<7704 1192 8830>>.\nCliente: Ah, órale, ¿y en cuántos días? Dijeron dos o tres.
El usuario es <<martin.quiroga@correo.example>> y la contraseña {{BocaJuniors12}}, entrá vos y vas a ver que me aparece en rojo.
Quería dar de baja el servicio, ya me cobraron <<una vez>> de más y son <<4.500 pesos>> que no tengo, ¿viste?
Cliente: El IBAN español es {{ES26 3060 7168 9595 3370 1617}}.\nAgente: Gracias, el abono de <<62,30 €>> tarda un par de días.
Se la dicto despacio: {{cincuenta y cinco cero seis, veinte noventa y siete}}, ¿me sigue?, {{sesenta y cuatro cuarenta y tres, cuarenta y tres diecisiete}}. Con vencimiento {{enero del veintisiete}}.
Agente: Un momento, por favor, son <<cinco minutos>>.\nCliente: Dale, pero llevo <<media hora>> ya, eh.
Me mandaron el recibo de nómina, el archivo se llama {{recibo_nomina_2024_Q3.pdf}}, y no cuadra con los <<ocho mil>> que me dijo el licenciado.
Agente: La billetera donde cobrás, ¿es <<T8BiV4a6ufUkbVaGnvpKgy2w6as1jry3zp>>?\nCliente: Esa misma, mandame los <<150 USDT>> hoy.
Es que metí las palabras en otro celular, {{crystal noodle bench ritual kitchen zebra often maple tunnel decline shiver unlock}}, y me sale la cuenta vacía, tenía <<cuatrocientos dólares>>
Agente: ¿Confirma su tarjeta con <<terminación 5573>>?\nCliente: Sí, esa. Y mándeme el ticket a <<lupita.arriaga@buzon.example>>.
Me llamó <<un tal Ezequiel>> de cobranzas a las nueve de la noche, por <<dos facturas>> que ya están pagas.
Agente: Le repito la CLABE, {{072580961817860994}}, ¿correcto?\nCliente: Correcto, a nombre de <<Refaccionaria El Güero>>.
## german
Agent: Könnten S' mir bitte die Kartennummer durchgeben?\nKundin: Ja, {{vier null zwei eins, sechs vier null neun, null eins acht drei, sechs drei drei acht}}.\nAgent: Passt, das wären <<neunundachtzig Euro>>.
Grüß Gott, ich hab im <<Jänner>> <<zwei Rechnungen>> bekommen, aber nur einmal bestellt.
Die IBAN für die Gutschrift ist {{AT75 5535 7405 2385 4218}}, lautend auf <<Leopold Hinterberger>>, bittschön.
Kunde: Meine IBAN isch {{CH dreiundneunzig}}, nei, {{CH siebenunddreissig, null acht fünf vier, eins zwei sieben sechs, null sieben vier neun, drei neun vier drei, fünf}}.\nAgentin: Merci vielmal, und d Postleitzahl?\nKunde: <<8405>> Winterthur.
Agent: Die Bestellnummer wäre?\nKunde: <<40-771-2093>>, vom <<3. November>>.\nAgent: Einen Augenblick, bitte.
ich hab grad eine SMS kriegt, TAN ist {{drei acht null, sieben sieben zwei}}, für die <<fünfundvierzig Euro zwanzig>>
Agentin: Und die Prüfziffer auf der Rückseite?\nKunde: {{Sieben eins sechs}}.\nAgentin: Danke, Buchung <<BN-66120>> ist bestätigt.
Meine Steuer-ID ist {{98 605 613 473}}, aber die Adresse in <<Bamberg>> stimmt nicht mehr.
Heuer sind das schon <<drei Mahnungen>>, und jedes Mal <<zwölf Euro>> Spesen, also das ist a Frechheit.
Kunde: Ich zahl mit Kreditkarte, {{5241 8933 0943 9897}}, gültig bis {{05/29}}.\nAgent: Und der Betrag ist <<118 Franken 50>>, gäll.
Sie erreichen mich unter <<0664 410 22 87>>, am besten nach <<halb vier>>, vorher bin ich in der Schule.
Agent: Welche Karte soll ich nehmen, die mit den <<letzten vier Ziffern 2096>>?\nKundin: Ja, genau die, die andere ist gesperrt.
das Kennwort war {{Zwetschke7}}, gross geschrieben am Anfang, und die Kundennummer <<310 882 09>>
Unsere UID lautet {{ATU96759267}}, damit bitte die Rechnung <<2024-1187>> ohne Umsatzsteuer ausstellen.
Agentin: Ihr Paket hat die Sendungsnummer <<99.34.118027.55061298>>.\nKunde: Und das kommt am Freitag? Ich bin nur bis zwei daheim.
Kundin: Moment, die Karte... also {{zweiundzwanzig einundzwanzig, fünfunddreissig null null}}\nAgent: Ja?\nKundin: {{neunundachtzig fünfzig, fünfundsechzig zweiundfünfzig}}. Läuft ab {{November siebenundzwanzig}}.
Also mir hän s Abo am <<zwölfte Mai>> kündiget, und jetzt buechet dir nomol <<sächzg Franke>> ab.
Der Bankomat-PIN ist eigentlich {{4 8 1 6}}, aber nach <<drei Versuchen>> war die Karte weg.
Agent: Ich sehe <<eine offene Position>> über <<€ 74,90>>.\nKunde: Die hab ich letzte Woche schon überwiesen, Verwendungszweck <<RG 55201>>.
Für die Legitimation, mein Reisepass hat die Nummer {{U 4471829}}, ausgestellt in <<Graz>>.
Agentin: Haben Sie den Lohnzettel geschickt?\nKunde: Ja, {{Lohnzettel_2024-08_Pichler.pdf}}, am <<zweiten September>>.
Die App zeigt Fehler <<503>>, Version <<3.9.1>>, und das seit <<gestern um acht>>.
Überweisen Sie es bitte auf {{DE54 5001 3330 3818 0660 81}}, das ist das Konto meiner Tochter, <<Annelie>>, sie hat ja bezahlt.
Kundin: Ich bin die Frau <<Rütimann>> und ruf wegen der Police <<18.442.901>> an.\nAgent: Ah ja, eine Sekunde, da kommen gleich zwei Verträge.
Ein Kollege, ich glaub <<Herr Matschnig>>, hat gesagt, in <<vierzehn Tagen>> ist das Geld da, und jetzt sind's drei Wochen.
## french
Agent : Votre numéro de carte, s'il vous plaît ?\nClient : {{quatre quatre huit cinq, neuf six deux neuf, trois six cinq cinq, six trois zéro quatre}}.\nAgent : Merci, ça fait <<nonante-deux euros>>.
Allô, oui, j'appelle pour la facture <<F-2024-3318>>, vous m'avez chargé <<deux fois>> le même mois.
C'est une Bancontact, le numéro c'est {{6703 7798 4956 0897}}, et mon nom, <<Godelieve Pirard>>.
Cliente : Pour le remboursement, mon compte, c'est {{BE44 7822 0252 4045}}.\nAgent : Et le montant, c'était <<septante-cinq euros>>, hein ?
Agent : Je vous ai envoyé un code par texto.\nCliente : Attendez... {{quatre un zéro, neuf neuf trois}}.\nAgent : Parfait, votre dossier est le <<5520-B>>.
mon numéro d'assurance sociale c'est {{523 324 523}}, pis j'ai pas reçu mon chèque de <<mille deux cents piastres>>
Agent : Votre code postal, monsieur ?\nClient : <<H2J 3K8>>, à Montréal.\nAgent : Puis le cellulaire, <<514 555 0147>>, c'est encore bon ?
J'ai payé <<le quatorze février>>, communication <<« loyer Uccle »>>, et je reçois encore un rappel, c'est quand même un peu fort.
Le mot de passe du virement Interac, c'est {{erable1987}}, pis la question c'était le nom du chien. Le montant est de <<250 $>>.
Agent : Les trois chiffres au dos ?\nClient : {{Deux cent dix-huit}}.\nAgent : C'est passé, confirmation <<KL-09917>>.
Écoutez, j'ai <<trois>> enfants, je peux mettre <<cinquante euros>> par mois, pas un de plus.
Notre numéro de TVA est le {{BE0498566538}}, et la facture <<2025/0071>> doit partir à Namur.
Cliente : Mon NIP au guichet, {{six un un neuf}}, y marche plus.\nAgent : La carte qui <<finit par 4480>>, c'est bien ça ?
Je vous la donne : {{cinquante et un quatre-vingt-sept, trente quarante-trois}}, euh, {{quatre-vingt-un seize, trente-six dix-sept}}, et ça expire en {{juin vingt-huit}}.
Agent : Un instant, j'ai <<deux>> dossiers à votre nom.\nCliente : Prenez celui du <<neuf mars>>, l'autre est réglé.
Le colis, c'est le suivi <<LX 448 102 907 BE>>, il devait arriver <<mardi avant midi>>.
Mon IBAN, vous notez ? {{FR91 3000 4008 3191 6696 3044 076}}, au nom de <<Thibault Lacassagne>>.
Agent : Rappelez au <<02 588 14 09>>, on est là jusqu'à <<dix-sept heures>>.\nClient : D'accord, une dernière question alors.
J'ai envoyé <<0,04 BTC>> à l'adresse <<bc1qeg84zwxthq0v29qjrzsanqegadtjfe2hjvjx8p>> pis y a encore rien dans mon compte.
Le relevé est ici, {{https://client.banquelys.example/releves/2024-11-releve.pdf}}, regardez la ligne du <<vingt-deux>>, c'est pas moi.
`,
	AA: String.raw`
## english
Agent: Whenever you're ready, go ahead with the long number. \nCustomer: {{4805 5364 8275 0645}}, and it runs out {{09/27}}. \nAgent: Lovely, and the three digits on the back? \nCustomer: {{318}}.
Yeah, so the company card is {{four two four six, six six one six, six nine nine zero, eight three five seven}} and I'd like the whole <<four hundred and twelve dollars>> put on it today, please.
Hi, this is <<Marguerite>> from accounts payable at the dental lab, I'm chasing invoice <<INV-40922>>, which went out <<on the ninth>> and still shows as open on our side.
Customer: It's an Amex, so {{three seven oh three, two two nine six five four, six three one one oh}}. \nAgent: And the four digits on the front, just above the number? \nCustomer: {{Eight oh two six}}.
Agent: I can see two payments, <<$310.00>> on the first and <<$95.50>> on the eleventh. \nCustomer: The second <<one>> isn't mine, I was out of the country that week.
Sorry, I was reading off the wrong plastic. The Visa is {{4941 0316}}, hang on, there's glare on the thing, {{7146 9442}}.
Agent: Thanks for holding, <<Mr. Oyelaran>>. Your card ending in <<9442>> was declined <<twice>> this morning, both times with code <<05>>. \nCustomer: Code what? My bank said nothing to me.
Agent: Let me say that back to you: {{fifty-one twenty-five, eighty-three fifty-five, one seven seven eight, eight one four five}}? \nCustomer: That's the one, yes. Take <<$86.40>> off it.
We sent the parcel with the refund cheque on Monday, tracking <<7749 2210 3385>>, and it's been sitting in Memphis for <<three days>>.
Customer: {{4848 8002 3333 5714}}... no wait, the last bit's {{5174}}. \nAgent: So {{4848 8002 3333 5174}}, and you'd like the receipt sent to <<h.brannigan@example.com>>?
Could you call me back on <<+1 555 0171>> after <<half past four>>? I'm in meetings until then and one of my two phones is dead.
I'll go slowly. {{Four, triple oh, double seven, eight six, three seven, one double five, two three eight}}. It's a debit card, if that matters.
Agent: What are the first four? \nCustomer: {{4782}}. \nAgent: Mm-hm. \nCustomer: {{6634}}. \nAgent: Yep. \nCustomer: {{6731}}, and the last is {{1636}}. \nAgent: Got them, one second.
Customer: Routing is {{021020807}}, checking account {{8266003786}}. \nAgent: Thanks, the refund of <<$1,240.55>> should land <<by Thursday>>.
Agent: I'd never ask for your PIN or your password, just so you know. All I need is the order number. \nCustomer: Oh, okay, it's <<118-4420917-5536102>>.
The routing number along the bottom of my check says {{one one one oh five oh two five three}} and then the account after it is {{one three six, six one six, one one five}}.
My plan renews on <<the twenty-second of October>>, and last time you billed me <<one hundred nineteen dollars and eighty cents>> instead of the ninety-nine I was promised.
It's a Lloyds account, sort code {{30-15-71}}, account number {{45098341}}, in the name of <<Priya Aldous>>.
[00:04] Agent: Billing, this is <<Tobias>>, how can I help? \n[00:09] Caller: I've got <<four>> letters from you about policy <<HM-7730218>> and each <<one>> says something different.
Agent: Which account should the rebate go to? \nCustomer: Sort code {{twenty, eighty-six, twenty-six}}, account {{oh eight one double seven two nine four}}.
Speaker 1: How much is outstanding in total? \nSpeaker 2: As of today it's <<£2,318.07>>, and <<£640>> of that is more than <<sixty days>> overdue.
We pay all our suppliers out of {{IE49 AIBK 5627 3155 8361 92}}, so please quote <<PO-55182>> on your side and it'll match up.
The ACH trace number our bank gave us is <<091000019284471>>, submitted <<on July 2>>, and they swear the money left the building.
Customer: Okay, reading the IBAN: {{GB twelve, N W B K, seven nine one one, nine four five oh, four five oh three, five one}}. \nAgent: Brilliant, and that's for the deposit of <<eight hundred pounds>>, yes?
Agent: For verification, can you give me the last four of your social? \nCustomer: Sure, {{5891}}. \nAgent: Thanks, <<Delphine>>, you're verified.
Customer: The site keeps saying my security code is invalid, but I've checked it <<three times>>. \nAgent: Try it in a private window, and make sure you're on app version <<6.12.1>>.
My social's {{six oh one, thirty-seven, four oh nine two}}, and I was born on <<the third of May, 1979>>.
I file with an ITIN, that's {{946-91-4436}}, I don't have a social.
Agent: What tax ID should we print on the 1099? \nCustomer: The EIN is {{84-4700226}}. Same address as before, zip <<97214>>.
Could you split the balance in <<two>>? <<One half>> now and the other half when I get paid on <<the fifteenth>>.
Agent: And the security code? \nCustomer: {{Four seven one}}. \nAgent: Great, I'm charging <<sixty-nine ninety-nine>> now, one moment.
Agent: Your dispute has been logged under case <<CB-2024-118830>>. It can take up to <<forty-five days>>. \nCustomer: Forty-five? I was told ten.
Agent: I've just texted you a six-digit code, what does it say? \nCustomer: {{Eight three zero, one one nine}}. \nAgent: Perfect, you're in.
The one-time passcode I've got here is {{604 218}}, and it says it's only good for <<ten minutes>>.
Agent: The code will arrive within <<one or two minutes>>. Don't read it out to anybody, not even me, just type it in. \nCustomer: All right, it's accepted it.
Customer: I've been typing {{Maple!Harbor77}} as my password and it keeps bouncing me. \nAgent: Please don't share that, I'll send a reset to <<dana.wexley@example.com>>.
My telephone banking PIN is {{two nine oh six}}, or at least it was before the app updated to <<version nine>>.
Hi, yes, reference <<RF 88 20 117>>, you said <<five to seven>> working days for the refund and we're on day twelve.
Our developer pasted the live API key into the chat, {{sk_live_9fQ2mVb7TzX4kLr0WcH81nYd}}, so it needs rolling tonight. Ticket's <<SUP-20417>>.
The payout went to <<0x8115e62b848e5c5a9fc9df689c60b243dac7e29f>>, that's the right wallet, but the amount is short by <<0.004 ETH>>.
Customer: The app asked for my twelve recovery words so I put them in, {{canyon bracket velvet olive junior puzzle harvest timber oxygen window fabric glue}}, and now the <<0.82 ETH>> is gone.
Agent: Please, sir, don't read me your recovery phrase, we only need the transaction hash. \nCustomer: Fine. <<0x93ad43b253ced22f0d38c4097ad5f94719d081c2d74b1d8d295f7b8ec19fcd81>>.
Customer: I wrote the seed phrase on a card, {{one breeze, two cabin, three oyster, four ladder, five salmon, six tunnel}}, \nAgent: Ma'am, stop there. \nCustomer: {{seven pelican, eight gossip, nine hockey, ten ritual, eleven sudden, twelve vacuum}}. Is that the right kind?
I exported the private key, {{edd1d0815d7971fbc12a318d35a58a84f4680670d377c39996c2986db43e4fc5}}, and after importing it I see <<zero>> balance.
Agent: How many items were on the order? \nCustomer: <<Six>>, no, <<seven>>, because one chair came back and <<two>> lamps were swapped.
Agent: Which document did you use for the check? \nCustomer: My passport, the number on it is {{548201937}}. \nAgent: And your name exactly as printed? \nCustomer: <<Ifeoma Rasmussen>>.
My driver's license is a Texas one, number {{38164902}}, and I've moved since, so the address on it is the old house in <<Lubbock>>.
Good morning, it's <<Hollis>> returning your call from <<08:50>>. I think it was about the standing order that didn't go through.
Payroll says my National Insurance number is wrong on the letter. It should be {{AT 74 97 98 A}}, and while you're there the deduction looks off by <<£31>>.
Agent: Do you have your UTR handy? The ten-digit one from HMRC. \nCustomer: Yes, it's {{40976 89910}}. \nAgent: Great, and the filing is for <<2023-24>>.
Agent: I'm looking at invoices <<5501>>, <<5502>> and <<5507>>. Which <<one>> is it you're querying? \nCustomer: The middle one, it was invoiced twice.
Please reissue invoice <<INV-8871>> with our VAT number on it, {{GB803160671}}, otherwise finance won't release it.
Agent: And your social insurance number, for the T4A? \nCustomer: {{571 624 451}}. I'm in Moncton now, postal code <<E1C 4Z6>>.
Customer: You've withheld at the top rate. \nAgent: That's because we have no tax file number. \nCustomer: It's {{793 559 619}}, I gave it to you in <<February>>.
Put this on the vendor form: ABN {{42 990 586 706}}, BSB {{069-252}}, account number {{35544677}}, and remittances to <<accounts@example.net>>.
The lockbox deposit for <<$18,204.16>> was posted to the wrong customer, it belongs to customer number <<3004412>>, not us.
Agent: I've put your March statement up at {{https://portal.example.com/statements/2024-03/88213.pdf}}, can you open it? \nCustomer: Yes, and the closing balance says <<$4,077.31>>.
He attached {{payslip_june_2024_okafor.pdf}} to the hardship form, reference <<HF-3390>>, so please look at that before you send the next letter.
Speaker 2: I can't open what you sent. \nSpeaker 1: It's called {{W2_2023_Lindqvist.pdf}}, it should be in your downloads. \nSpeaker 2: Oh, there, dated <<January 29>>.
Your call is recorded, call ID <<c-7f31-09ae>>, and if we're cut off just ring <<0800 555 0140>> and ask for collections.
{{Forty-two seventy, ninety-one fifty-six, eighty-four sixty-four, thirty-eight thirty}}, and that's a joint card so either of us can authorise it.
Customer: Discover. {{6011 3052}}. \nAgent: {{6011 3052}}, go on. \nCustomer: {{3778 9109}}. \nAgent: Thank you, and it's <<$45>> a month for <<eight months>>.
Agent: Are you still at <<1840 Garrison Street>>? \nCustomer: No, we moved to <<22B Fennel Court>>, same town, zip <<60614>>.
Take this one instead, {{5325 6865 0438 4036}}, expiry {{oh four, twenty-eight}}, CVV {{two two nine}}, and please cancel the old autopay.
It's {{3768 463357 59330}} and the billing zip is <<60614>>, because the statement goes to my mother's place.
[00:42] Caller: {{5307 2682}} \n[00:47] Agent: mm-hm \n[00:49] Caller: {{3585 4553}} \n[00:55] Agent: and what date is on it? \n[00:58] Caller: {{March twenty twenty-nine}}.
Okay, it's {{four five eight five, uh, two oh two oh, uh, two one two one, two oh eight six}}. Sorry, I left my glasses in the car.
Agent: So to confirm, <<three instalments>> of <<$233.33>>, first one on <<August 1>>. \nCustomer: And the last one's a cent more, I know, I know.
We've changed banks. It's Wells Fargo now, routing {{121007254}}, account {{68747292677}}, and the old one has been closed since <<the 14th>>.
Speaker 1: Where would you like the commission sent? \nSpeaker 2: To {{NL35 INGB 6131 0117 51}}, beneficiary <<Wouter Hamming>>. \nSpeaker 1: And the amount is <<€3,150>>, correct?
Agent: I have the last four of your social as {{4999}}, is that right? \nCustomer: Yes, and my zip's <<30318>>.
Agent: Could you turn the card over for me and read the number by the signature strip? \nCustomer: {{Nine oh four}}. \nAgent: Thanks. The authorization came back as <<A77412>>.
She has a UnionPay card, {{6225 7455 0652 8387 262}}, one of those nineteen-digit ones, will your system take that?
Agent: What's the verification code? \nCustomer: {{417 902}}. \nAgent: That didn't take. \nCustomer: Oh, that's an older text. {{552 083}}.
You can just refund me by UPI, it's {{meera.kulk@okaxis}}, and it should be <<₹1,850>>, not eighteen fifty-five.
For the contractor in Pune, the account is {{88638007070162}} with HDFC, IFSC {{HDFC0555564}}, and she's on <<net thirty>> terms.
Agent: I need the PAN for the withholding certificate. \nCustomer: {{B U L P N one three seven one F}}. \nAgent: Thank you. You're vendor <<V-20931>>, right?
Their GST number is {{29CNYPG1520X1ZU}}, and they've charged <<eighteen percent>> on something that should be <<twelve>>.
Agent: Is there a verbal password on the account? \nCustomer: There is, it's {{Bluebell Lane}}. \nAgent: Lovely, thank you, <<Mrs. Thornbury>>.
Our webhook signing secret leaked in a screenshot, it's {{whsec_t8Kd2PzQ5mLx0RvB7nYcW3fH}}, can someone rotate it before <<six tonight>>?
The vendor's in Monterrey. The CLABE is {{012605804574024091}} and the contact is <<Itzel>>, extension <<214>>.
Germany asked for it too, so on the next credit note please show VAT ID {{DE184453409}}, the credit note number was <<CN-0093>>.
Agent: The hold on your payout was <<$5,600>>, released at <<14:05>> today. \nCustomer: Then why does the dashboard still say one pending?
I run the Bologna office, my codice fiscale is {{BNDLRT78C14F205R}} and the expense claim is <<€118.20>> for trains.
Customer: I just want to know if the payment with confirmation <<4471-8820-19>> went through. \nAgent: It did, on <<Tuesday>>, for the full <<two hundred and six>>.
Agent: It's showing the card on file as a Mastercard ending in <<four oh three six>>. Still good? \nCustomer: Yep, still good, use that one.
Sorry, who am I speaking to? You said <<Ramón>>, and the reference was <<Q as in Quebec, 7715>>? Let me find a pen.
Customer: Why is my bill <<twenty-four sixty>> more than last month? \nAgent: You went over by <<two gigabytes>>, so that's two blocks at <<twelve thirty>>.
The purchase order is <<4500098213>>, line <<ten>>, and your people delivered only <<nine>> of the twelve pallets.
Agent: Can you spell your email? \nCustomer: <<j.achterberg@example.org>>, A-C-H-T, then berg, one word. \nAgent: Thanks, and the mobile's <<+1 555 0186>>?
I waited <<thirty-five minutes>> yesterday, got cut off, waited again today, and nobody can tell me where <<seventy dollars>> went.
[01:12] Agent: We'd need the statement showing the charge. \n[01:18] Caller: I'll upload it tonight, it's the one for <<April>>. \n[01:22] Agent: Quote <<TKT-661204>> when you do.
The Tron payout was <<1,500 USDT>> to <<TuQwFgGy9NGjYgHieJ3Ws1i7RawDcXGoYe>>, and the explorer shows <<nineteen>> confirmations, so what's the hold-up?
Agent: So it's <<one>> hotel night at <<$189>>, <<two>> parking days at <<$24>>, and taxes. \nCustomer: Nobody told me about the parking.
I'm just ringing to say the cheque, number <<001482>>, is in the post, and I'd like the late fee of <<thirty-five>> taken off as you promised.
Agent: Your membership number? \nCustomer: <<2204 7719 05>>. \nAgent: Thank you, <<Kwabena>>, you've been with us since <<2016>>.
Agent: I can do <<fifteen percent>> off if you settle <<in full>> before Friday. \nCustomer: Make it twenty and we've got a deal.
My accountant wants to know whether the <<€12,000>> on <<30 June>> was the deposit or the first of the four milestones.
Customer: I'm at gate <<B14>>, they're boarding, can you just text me the balance? \nAgent: Sure, it's <<$77.19>>, I'll send it to the number ending in <<0186>>.
We've had <<three>> different agents, <<two>> supervisors and one very nice man called <<Anselm>>, and the lien is still not released.
Agent: The loan is number <<LN-300-77215>>, with <<eleven>> payments left at <<$402.88>>. \nCustomer: And the payoff figure as of the first?
The bitcoin withdrawal, <<0.0175>> to <<bc1qxlr4l7fvc69pq6wdrcqwz4lp6r9825sajvn804>>, is it batched or does it go straight out?
Agent: Sorry, the line dropped. You were at the account for direct deposit. \nCustomer: Right, {{three one one seven, six eight six oh, six six}}, with routing {{oh six one oh five three oh one two}}.
Customer: You've got me down as <<Catherine>> with a C. It's a K, and the apartment's <<4C>>, not 4G. \nAgent: Fixed, and the meter reading was <<08817>>?
My old wallet key, the one starting with L, is {{LGud5vwgTFZPuJ9SP3iXysmuZPV7LWoJXpu6jBFVX9rmHoyv1YdP}}, can you sweep that to the new address for me?
Agent: The transfer limit is <<$2,500>> a day, so you'd do it in <<three>> goes. \nCustomer: Fine, two today, one tomorrow.
He's paying the arrears by card, hold on, he's reading it to me, {{four three eight five, nine oh two oh, two nine five four, four five eight six}}, and it should be <<nine hundred and ten pounds>>.
Agent: Our fee notice went to <<14 Larkspur Road>> on <<the 6th>>. \nCustomer: I never saw it, and I pay on the first of every month, like clockwork.
Agent: Could I have the long card number? \nCustomer: {{5582 8066}} um, let me hold it up to the light, {{5317 5526}}. \nAgent: So {{5582 8066 5317 5526}}. I'll take the <<£54>> now.
Agent: A driving licence would do for the identity check. \nCustomer: Right, um, it's {{MERRI 712085 J99TW}}, and the card itself says <<Cardiff>> on the front for some reason.
## hinglish
Agent: Sir, card number bataiye. \nCustomer: Haan likhiye, {{four three eight five, seven five five seven, double eight zero seven, five three nine four}}. \nAgent: Theek hai, ek second.
Bhaiya, mera refund <<do hafte>> se atka hua hai, order number <<OD-55120934>> hai, please check kar lijiye.
Agent: Aapke phone par ek OTP aaya hoga, batayenge? \nCustomer: Ji, {{chhe saat do, nau zero teen}}. \nAgent: Dhanyavaad, ho gaya.
Paise mere UPI par bhej do, {{rohit.bhatt92@ybl}}, total <<₹2,360>> banta hai.
Agent: Aapki EMI <<4,299 rupaye>> ki hai, due date <<paanch tareekh>>. \nCustomer: Madam, salary <<saat ko>> aati hai, thoda time dijiye.
Salary ab SBI mein daalna, account number {{369671502140}}, IFSC {{SBIN0935567}}, naam <<Farida Siddiqui>>.
Agent: KYC ke liye Aadhaar number chahiye. \nCustomer: {{6707 6689 5289}}. \nAgent: Aur pin code? \nCustomer: <<411038>>.
Mera Aadhaar note kar lo, {{teen ek paanch teen, paanch nau zero chhe, paanch zero paanch nau}}, aur file kab tak clear hogi?
Agent: Main aapse OTP ya PIN kabhi nahi maangungi, sirf ticket number bata dijiye. \nCustomer: <<TCK-90817>>.
TDS certificate mein PAN galat hai, sahi wala {{NWKPE4488H}} hai, amount <<₹18,750>> wahi rahega.
Vendor ka GSTIN {{27VCSCC5647R1ZV}} hai, lekin invoice <<GST/24/0817>> par purana chhapa hai.
Customer: RuPay card se kar lo, {{6521 8575 0200 9533}}, expiry {{11/28}}. \nAgent: CVV? \nCustomer: {{904}}. \nAgent: Payment <<₹999>> ka ho gaya.
Aap <<do din>> baad call karna, abhi main Nagpur mein hoon, number wahi hai, <<98000 55512>>.
Agent: Card palat ke peeche wale teen number boliye. \nCustomer: {{Saat do paanch}}. \nAgent: Shukriya, <<Harpreet ji>>.
Sir ye net banking ka password maine {{Ganga@1987}} rakha tha, ab login hi nahi ho raha, app ka version <<4.3.2>> hai.
Customer: Ek hi bill ke do baar paise kat gaye, <<₹640>> aur phir <<₹640>>. \nAgent: Ek minute, main dekhta hoon.
HR ko maine {{SalarySlip_Aug2024_Tripathi.pdf}} bhej di thi, loan wale usi ko maang rahe hain, application <<LA-77120>>.
Agent: Poora number dheere dheere. \nCustomer: {{Chaar chhe chhe aath}}. \nAgent: Haan ji. \nCustomer: {{Zero chaar chhe zero}}. \nAgent: Aage? \nCustomer: {{Ek saat saat teen, zero chaar aath zero}}.
Bank ICICI hai, account {{aath paanch ek ek, paanch ek aath paanch, teen do paanch chaar}}, IFSC {{I C I C zero zero five nine five one seven}}, bas itna hi.
Agent: Aapka card jo <<0480>> pe khatam hota hai, woh <<kal>> decline hua. \nCustomer: Haan, balance kam tha, ab try karo.
Wallet ke barah words ye hain, {{marble violin dolphin sunset kitchen umbrella pencil tiger rhythm wagon orange kangaroo}}, inse recover ho jayega na?
Customer: UPI PIN maine {{do aath ek chhe}} dala, phir bhi fail. \nAgent: PIN kisi ko mat bataiye, sir. Transaction ID <<T2408171102553>> se main check karti hoon.
Payout <<250 USDT>> ka tha, network fee <<ek dollar>>, aur mujhe sirf <<248>> mile, ek aur kahan gaya?
Agent: Main repeat karti hoon, {{5106 2388}} aur phir {{2998 5405}}, sahi? \nCustomer: Bilkul sahi, <<pandrah sau>> kaat lo.
Policy <<PL-3308841>> ka premium <<bees tareekh>> ko gaya tha, receipt abhi tak <<nikhil.sahay@example.in>> par nahi aayi.
Speaker 1: Kitne invoice pending hain? \nSpeaker 2: <<Teen>>, do chhote aur ek bada, milake <<sava lakh>> ke aas paas.
Agent: Courier ka tracking <<AWB 41288 30977>> hai, <<Shanivaar>> tak pahunchega. \nCustomer: Pichhli baar bhi yahi bola tha.
Haan bol raha hoon <<Devendra>>, kal wali call ke baare mein, woh <<paanch hazaar>> ka settlement final hai ki nahi?
Agent: Aapki complaint <<SR 20240918-771>> register ho gayi hai, <<48 ghante>> mein jawab milega. \nCustomer: Chalo, ek baar aur wait kar lete hain.
Ye discount <<dus percent>> ka bola tha, bill mein sirf <<paanch>> laga hai, customer ID <<C-118045>> hai meri.
## devanagari
एजेंट: कार्ड नंबर बताइए। \nग्राहक: {{पाँच एक चार नौ, छह नौ तीन छह, एक छह शून्य एक, चार छह शून्य चार}}। \nएजेंट: धन्यवाद, एक मिनट।
मेरा बिल नंबर <<BL-20771>> है और उसमें <<तीन सौ चालीस रुपये>> ज़्यादा लगे हैं।
मेरा आधार लिख लीजिए, {{छह तीन आठ दो, तीन दो नौ दो, एक सात एक चार}}, और पता <<सिविल लाइंस>> वाला ही है।
ग्राहक: हाँ, डेबिट कार्ड है, {{४०४९ १०८३ ९५४४ ८१८२}}। \nएजेंट: समाप्ति तिथि? \nग्राहक: {{०६/२७}}।
एजेंट: आपकी किस्त <<दस तारीख>> को थी, <<4,150 रुपये>> की। \nग्राहक: मैं <<दो दिन>> में भर दूँगा, पक्का।
एजेंट: आपके मोबाइल पर आया ओटीपी बताइए। \nग्राहक: {{आठ आठ एक, तीन शून्य छह}}। \nएजेंट: जी, हो गया।
रिफंड खाते में भेज दीजिए, खाता संख्या {{3912044761}}, आईएफएससी {{KKBK0168015}}, नाम <<सरोज दीक्षित>>।
आपने कहा था कि पैसा <<सात दिन>> में आ जाएगा, आज <<ग्यारहवाँ>> दिन है और कुछ नहीं आया।
मेरा यूपीआई {{anjali.negi@oksbi}} है, उसी पर <<₹780>> डाल दीजिए।
एजेंट: कार्ड के पीछे के तीन अंक? \nग्राहक: {{पाँच शून्य दो}}। \nएजेंट: भुगतान <<₹1,499>> का हो गया है।
एजेंट: हम कभी पिन या पासवर्ड नहीं पूछते। बस शिकायत संख्या बताइए। \nग्राहक: <<SR-441902>>।
पैन कार्ड पर नंबर {{GTPPS8276B}} है, आपके पत्र में आख़िरी अक्षर ग़लत छपा है।
एटीएम का पिन मैंने {{सात चार एक नौ}} रखा था, अब मशीन मान ही नहीं रही।
ग्राहक: एक ही महीने में दो बार पैसे कट गए, <<पाँच सौ>> और फिर <<पाँच सौ>>। \nएजेंट: मैं देखता हूँ, एक क्षण।
एजेंट: विवरण का लिंक यह है, {{https://bank.example.in/statements/sep-2024.pdf}}। \nग्राहक: खुल गया, शेष <<12,406 रुपये>> दिख रहा है।
मेरा फ़ोन नंबर <<98000 55534>> है, शाम <<छह बजे>> के बाद फ़ोन कीजिए।
ग्राहक: पासपोर्ट नंबर {{M4471926}} है। \nएजेंट: और जन्मतिथि? \nग्राहक: <<चौदह मार्च उन्नीस सौ नब्बे>>।
एजेंट: आपका कार्ड, जिसके अंत में <<8182>> है, कल ब्लॉक हो गया। \nग्राहक: किसने करवाया? मैंने तो नहीं कहा।
हमने <<बारह>> डिब्बे मँगाए थे, <<नौ>> आए, और बिल पूरे बारह का लगा है, ऑर्डर <<PO-7719>>।
एजेंट: नमस्ते, मैं <<कविता>> बोल रही हूँ, आपकी पॉलिसी <<LIC-99231>> के बारे में। \nग्राहक: जी, एक मिनट रुकिए, गाड़ी चला रहा हूँ।
## spanish
Agente: Dígame el número de la tarjeta, por favor. \nCliente: {{Cuarenta y tres diecinueve, setenta y cinco veintisiete, cuarenta y ocho setenta y nueve, cincuenta y nueve setenta y dos}}. \nAgente: ¿Y los tres dígitos de atrás? \nCliente: {{Seis cero uno}}.
Llamo por la factura <<F-2024-0887>>, que ya pagamos <<el día doce>> y nos la han vuelto a pasar.
El IBAN para la devolución es {{ES38 0182 9711 2867 3175 1017}}, a nombre de <<Begoña Urrutia>>.
Agente: Le queda pendiente <<un pago>> de <<ochenta y siete euros>>. \nCliente: ¿Uno solo? Yo pensaba que eran <<dos>>.
Cliente: Mi DNI es {{19490412M}}. \nAgente: Gracias, ¿y el código postal? \nCliente: <<48011>>.
Le dicto la CLABE, joven: {{cero siete dos, ocho dos cuatro, nueve cinco uno, cinco cinco tres, seis nueve siete, siete ocho seis}}, es Banorte.
Agente: No me diga nunca la contraseña, con el número de pedido <<PX-60418>> me basta. \nCliente: Ah, perfecto, ese mismo es.
Tengo NIE, no DNI: {{Y8685549G}}, y el contrato va con el número <<C-15520>>.
[00:15] Agente: Le acaba de llegar un código por SMS. \n[00:21] Cliente: Sí, {{cuatro cuatro nueve, uno siete dos}}. \n[00:25] Agente: Confirmado, <<doña Remedios>>.
Oiga, la tarjeta es {{4035 5508}}, perdón, se me fue la luz, ya, {{5163 5321}}, y caduca en {{mayo del veintiocho}}.
Agente: Su tarjeta terminada en <<5321>> fue rechazada <<esta mañana>>. \nCliente: Qué raro, ayer pagué <<treinta pesos>> con ella sin problema.
El NIF de la empresa es {{B10205698}}; hagan la factura rectificativa con fecha <<31 de marzo>>.
Mi número es el <<+34 600 555 018>>, pero llámeme después de <<las cinco>>, que por la mañana tengo dos reuniones.
Cliente: Ya subí la nómina, el archivo se llama {{nomina_julio_2024_Carrasco.pdf}}. \nAgente: La veo, gracias. El expediente es <<EXP-33817>>.
El proveedor brasileño pide que pongamos su CNPJ, {{21.894.464/0001-69}}, y el CPF del representante, {{741.704.768-83}}.
Agente: ¿Me confirma el correo? \nCliente: <<lucia.pedraza@example.mx>>, todo junto y en minúsculas. \nAgente: Le mando el recibo de <<$1,320>>.
La clave del portal era {{Rosales-2210}}, pero desde <<el martes>> no me deja entrar.
Agente: Repito la cuenta, {{ES96 0049 6527 6166 3891 7246}}, ¿correcto? \nCliente: Correcto, y el importe son <<dos mil cuatrocientos>>.
Me cobraron <<tres veces>> el mismo envío, guía <<7702 5518 3946>>, y solo recibí una caja.
Cliente: Las palabras de recuperación son {{napkin garden raven kiwi helmet ocean lemon jungle quiz island panda mango}}. \nAgente: Por favor, no me las diga. \nCliente: Ay, perdón.
Agente: ¿Cuántas cuotas prefiere? \nCliente: <<Seis>>, o mejor <<cuatro>>, de <<ciento diez euros>> cada una.
El retiro de <<0,35 BTC>> salió a las <<18:40>> y el hash que me dieron es <<f37f9f5db89508dfabf859df6fd782f40731c103b4c7644a5ac2cccab7a74102>>.
Agente: ¿Con qué tarjeta va a pagar? \nCliente: Con la American Express, {{tres cuatro cuatro cinco, siete tres cinco tres dos cinco, nueve nueve cinco dos cero}}. \nAgente: Son <<noventa y nueve>> dólares.
Un momento, que busco el papel... aquí: póliza <<AU-4418-07>>, a nombre de mi marido, <<Fermín Azcona>>.
Agente: Le atiende <<Yolanda>>, de cobros. \nCliente: Dígame, pero tengo <<cinco minutos>>, que entro a trabajar a las nueve.
## german
Kundin: Die IBAN lautet {{DE19 3704 0044 1764 0217 36}}. \nAgent: Danke, <<Frau Petersilka>>, die <<89,90 Euro>> gehen morgen raus.
Ich rufe an wegen der Rechnung <<RE-2024-3317>>, da wurden <<zwei>> Positionen doppelt berechnet.
Also, die Kartennummer: {{fünfundfünfzig sechsundsiebzig, vierundsiebzig sechsundsiebzig, einundsiebzig null null, dreißig dreiundvierzig}}, gültig bis {{acht siebenundzwanzig}}.
Agent: Und die Prüfziffer auf der Rückseite? \nKunde: {{Eins sieben neun}}. \nAgent: Prima, <<vierundfünfzig Euro>> sind abgebucht.
Agent: Einen Moment bitte, ich schaue nach. Ihre Kundennummer war <<771 204 8>>? \nKunde: Genau, und der Vertrag läuft seit <<2019>>.
Für die Lohnabrechnung: meine Steuer-ID ist {{25 612 304 877}}, ich bin am <<1. September>> eingetreten.
Kunde: Meine Steueridentifikationsnummer, Moment, {{sieben eins sechs, neun sechs vier, drei acht null, zwei sieben}}. \nAgent: Danke, das passt.
Wir zahlen <<in drei Raten>>, die erste am <<fünfzehnten>>, jeweils <<hundertzwanzig Euro>>, so war es abgemacht.
Bitte schreiben Sie unsere USt-IdNr. auf die Rechnung, {{DE295384097}}, sonst bekomme ich Ärger mit dem Finanzamt.
Agent: Sie haben eine TAN bekommen, lesen Sie die bitte vor. \nKundin: {{Drei null acht, sechs sechs zwei}}. \nAgent: Hat geklappt.
Agent: Ich frage Sie nie nach Ihrer PIN. Mir reicht die Vorgangsnummer. \nKunde: <<VG-55-8812>>, steht auf dem Brief von <<letztem Mittwoch>>.
Mein Passwort war {{Kirschbaum#44}}, und seit dem Update auf <<Version 3.8>> nimmt er das nicht mehr.
Sprecher 1: Auf welches Konto soll die Provision? \nSprecher 2: {{AT09 2011 1893 6431 2583}}, auf den Namen <<Gerlinde Aschauer>>. \nSprecher 1: Notiert, es sind <<1.480 Euro>>.
Die Karte mit der Endung <<3043>> wurde <<gestern Abend>> gesperrt, ich war das aber nicht.
Den Kontoauszug finden Sie unter {{https://kundenportal.example.de/kontoauszug/2024-08.pdf}}, der Saldo war <<612,44 Euro>>.
Kundin: Mein Reisepass hat die Nummer {{C7X4M29KT}}. \nAgent: Und Sie wohnen noch in <<04277 Leipzig>>? \nKundin: Ja, unverändert.
Agent: Ich wiederhole, {{5361 7360}} und dann {{4342 6114}}? \nKunde: Ja, stimmt, und bitte nur <<die halbe Summe>> heute.
Das Paket ist mit der Sendungsnummer <<00340 4341 6182 77>> unterwegs, seit <<vier Tagen>> keine Bewegung.
Agent: Wie erreiche ich Sie zurück? \nKunde: Unter <<030 5550 1288>>, aber bitte <<nicht vor zehn>>.
Der Chef hat die {{Gehaltsabrechnung_Mai_2024_Dombrowski.pdf}} an die falsche Adresse geschickt, können Sie das zurückholen?
Da fehlen noch <<siebenunddreißig Cent>>, ich weiß, das klingt albern, aber der Buchungssatz <<41-0096>> geht sonst nicht auf.
Die IBAN buchstabiere ich Ihnen: {{D E sechs sieben, sieben null eins fünf, null null null null, fünf null null drei, neun neun sieben eins, drei drei}}.
Agent: Eine Mahnung ging am <<3. Juni>> raus, die zweite am <<17.>> \nKunde: Ich habe nur eine bekommen, und die kam an <<info@example.de>>.
Eins vorweg, ich bin <<Herr Mbeki-Lorenz>>, wir hatten gestern wegen der <<sechshundert Euro>> Kaution telefoniert.
Agent: Die Auszahlung an <<0x8115e62b848e5c5a9fc9df689c60b243dac7e29f>> ist um <<16:20 Uhr>> raus. \nKunde: Und warum sind da nur <<neun>> statt zehn angekommen?
## french
Client : {{Quarante-quatre soixante-cinq, quatre-vingt-deux vingt-deux, vingt-six quatre-vingt-douze, zéro huit soixante-trois}}. \nAgent : Et la date d'expiration ? \nClient : {{Zéro trois vingt-huit}}.
J'appelle pour la facture <<FA-11837>>, elle est réglée depuis <<le quatre>>, et je reçois encore des relances.
Le remboursement, c'est sur {{FR76 3000 2069 0903 4688 9167 835}}, au nom de <<Solène Kerviel-Marty>>.
Agent : Il reste <<deux>> échéances de <<soixante-dix euros>>. \nClient : Une seule, madame, j'ai payé l'autre <<vendredi>>.
Agent : Le cryptogramme au dos, s'il vous plaît ? \nClient : {{Deux huit cinq}}. \nAgent : Parfait, <<149 euros>> débités.
Notre numéro de TVA, c'est {{FR54573638129}}, il manque sur l'avoir <<AV-204>>.
Agent : Ne me donnez jamais votre mot de passe. Le numéro de commande suffit. \nClient : Alors c'est <<CMD 88 140 26>>.
Agent : Vous avez reçu un code par SMS ? \nClient : Oui, {{sept zéro quatre, neuf un un}}. \nAgent : C'est validé, merci.
Je vous redonne la carte, {{5510 7813}}, attendez, ma fille m'appelle, {{1715 4752}}, voilà.
Vous pouvez me joindre au <<01 55 50 18 42>> jusqu'à <<dix-huit heures>>, après je suis dans le train.
Mon mot de passe c'était {{Tournesol_1958}}, et là ça me dit compte bloqué pendant <<une heure>>.
Client : La carte qui se termine par <<4752>>, elle a été débitée <<deux fois>>. \nAgent : Je vois bien deux lignes à <<36,20 €>>, un instant.
Agent : Votre relevé est ici, {{https://espace.example.fr/releves/releve-juillet-2024.pdf}}. \nClient : Merci, je vois le solde, <<1 204,55 euros>>.
J'ai joint {{bulletin_paie_avril_2024_Benhaddou.pdf}} au dossier <<D-77031>>, c'est bien ce qu'il vous fallait ?
Agent : Un numéro de passeport, s'il vous plaît ? \nClient : {{19FK44871}}. \nAgent : Et vous habitez toujours <<69007 Lyon>> ?
L'IBAN, je le lis : {{F R sept six, trois zéro zéro zéro quatre, sept quatre six deux, six trois quatre zéro, cinq deux trois six, zéro un trois, cinq zéro huit}}.
Le virement de <<trois mille euros>> est parti <<mardi>> avec la référence <<VIR-0915-AB>>, et le fournisseur n'a rien vu.
Agent : Bonjour, <<Thibault>>, service recouvrement. \nClient : Oui, bonjour, vous avez <<une minute>> ? C'est pour étaler en <<quatre>> fois.
Le colis <<6A 1882 0457 113>> est revenu chez vous, donc je veux mes <<vingt-neuf quatre-vingt-dix>>, pas un bon d'achat.
Agent : Votre contrat <<MRH-550213>> arrive à terme le <<30 novembre>>. \nClient : Je sais, et j'ai envoyé la lettre à <<resiliation@example.fr>>.
`,
	AB: String.raw`
## english
Agent: Thanks, go ahead with the card whenever you're ready.\nCustomer: Okay, it's {{four five three nine, three six eight two, three six nine six, three six four four}}.\nAgent: And the expiry date?\nCustomer: {{Oh nine twenty-eight}}.
My card failed twice on invoice <<INV-20418>>, so just try this one instead, {{4147 6499 2574 8980}}, expiry {{11/27}}, and the code on the back is {{582}}.
I got charged <<forty-nine dollars>> on the <<third of March>> and then again on the <<fourth>>, and I only ever placed <<one order>>.
Caller: It's a Visa, {{forty-nine sixteen, twenty-three thirty-two, ninety-five oh five, fifty thirty-four}}.\nAgent: Thank you, I have {{4916 2332 9505 5034}}. Is that right?\nCaller: Yep, and the order is <<77120-B>>.
Agent: I can see <<two invoices>> still open, <<INV-8841>> for <<$310.00>> and <<INV-8857>> for <<$42.50>>. Which one are you calling about?\nCustomer: The bigger one.
Yeah so the number is {{double four eight five, eight seven nine two}}, sorry, the print's half worn off, {{oh double six three, six nine eight oh}}, and you can charge the <<sixty-four dollars>> to that.
Hi, this is <<Marian Oduya>>, I'm calling about a chargeback on order <<90331-7>>, the bank took back <<$1,240>> on <<June 14th>> and nobody told us.
Agent: First four digits, please.\nCustomer: {{Four zero two four}}.\nAgent: Next four.\nCustomer: {{Three nine three zero}}.\nAgent: Next?\nCustomer: {{Five nine four three}}.\nAgent: And the last four.\nCustomer: {{Two three zero five}}.
Speaker 1: Which card did we decline?\nSpeaker 2: The Mastercard ending in <<7719>>, it went through fine on <<Tuesday>> and failed on <<Friday>>.
[00:12] Caller: You want the new card? {{four five five six, four five nine five, oh eight four nine, triple oh eight}}.\n[00:31] Agent: Got it. I'll put that on subscription <<SUB-4410>>.
The payout was <<850 USDT>> and you sent it to <<TC858EXUpuJbacpi4yikKdK9LcygHtE1gi>>, but my wallet still shows zero after <<six hours>>.
It's the American Express, {{3782 341913 63885}}, and the four digits on the front are {{7104}}, billing zip is <<60614>>.
Agent: One moment, let me pull up ticket <<558-2093>>.\nCustomer: Sure, take <<two minutes>>, I'm on hold anyway.
Can you read me back what you've got, because I said {{thirty-seven fourteen, five two oh one five three, eight oh one nine three}} and your email says the card was declined on <<May 2>>.
Customer: It's {{five one nine six, oh seven nine five, seven seven six eight}}, no wait, {{seven seven six nine, three six four eight}}.\nAgent: And what does it say for the expiration?\nCustomer: {{March of twenty-nine}}.
Your refund of <<£86.20>> was approved on <<12 April>>, reference <<RF-300917>>, and it normally takes <<three to five working days>> to show up.
Agent: For security, could you tell me the last four of your Social?\nCustomer: It's {{8683}}.\nAgent: Perfect, thanks, <<Mrs. Tolland>>.
I'd rather pay from checking, so the routing is {{021012132}} and the account is {{4830117926}}, and please take only the <<$75>> we agreed on.
Customer: Where do I send the signed form?\nAgent: To <<documents@paylane-support.com>>, and put case number <<C-71844>> in the subject line.
The tracking number for the replacement terminal is <<1Z 84F 2W9 03 4471 2206>>, it says out for delivery <<Thursday>> before <<noon>>.
Agent: What's the routing number on the check?\nCustomer: {{One two one, oh three five, five eight five}}.\nAgent: And the account?\nCustomer: {{Double seven oh four, one one nine, three six two}}.
Okay the sort code's {{40-22-18}} and the account number's {{71300946}}, that's the business account, it's under <<Hartnell Joinery>>.
Caller: I never got the six-digit code.\nAgent: No problem, it can take <<a minute or two>>. Is your number still <<0161 496 0288>>?\nCaller: It is.
So here's the thing, the first card you have on file, the one ending in <<3308>>, was cancelled in <<January>>, and the second one is my husband's.
Agent: I've just texted you a code, could you read it out for me?\nCustomer: Uh, {{four one nine, oh seven six}}.\nAgent: {{419076}}, lovely, that's you verified.
Our IBAN for the payout is {{GB33 BARC 5672 3331 0834 71}}, and the amount should be <<twelve hundred pounds>>, not <<twelve thousand>>.
Agent: Could you spell the IBAN for me?\nCaller: Sure, {{I E eight one, B O F I, nine oh oh oh one seven, two five two six six two six eight}}.\nAgent: Thank you. The transfer reference is <<PO-55120>>.
I'm not comfortable giving my card number to a machine, can you send me an invoice by email instead, it's <<j.fenwick@harborcraft.net>>.
Customer: What do you need for verification?\nAgent: A photo ID and <<one>> recent utility bill, not older than <<ninety days>>. You don't need to read me anything over the phone.
For the W-9 they want the tax ID, so that's EIN {{47-8638286}}, and the legal name is <<Kestrel Ridge Landscaping LLC>>.
My Social is {{six three five, nine oh, nine three seven eight}}, and I moved since the last call so the new zip is <<97214>>.
Agent: The hash I see for that payout is <<0x7b8fd2c2d2ea43f229aafc6d2ae262c7c1ed9bdeed2879d3c933900c8383a247>>.\nCustomer: And it went out when?\nAgent: <<Monday at 4:15 p.m.>>
Honestly I've called <<three times>> this week, the first time on <<Monday>>, and every single time I get a different ticket, <<40172>>, <<40219>>, and now this.
Speaker A: Do you have the three digits from the back?\nSpeaker B: Yeah, {{six one nine}}.\nSpeaker A: And it's <<$18.99>> a month from <<today>>.
Go with the Discover, {{sixty eleven, eighty-six fifty-nine, eighty-two ninety-three, ninety-seven forty-six}}, good through {{oh four thirty}}, name on the card is <<Pilar Whitcomb>>.
Agent: So the dispute is for <<$219.40>>, and the merchant says the package was signed for on <<February 9>>.\nCustomer: By who? I was in Denver that week.
I need the chargeback evidence deadline, is it the <<twenty-first>> or the <<twenty-second>>? The portal says case <<CB-20931>> closes in <<five days>>.
Customer: I wrote the words down, it's {{orchard velvet timber hamster lunar puzzle walnut ribbon canyon gravity oyster saddle}}.\nAgent: Please don't share your recovery phrase with anyone, sir, including us.
So I'm trying to log in to the merchant portal and it tells me the password's wrong, and I've reset it <<twice>> since <<Sunday>>.
My password is {{Bluefinch-72!}} and the username is my email, <<dora.kimball@mailpost.org>>, can you see if it lets you in?
Agent: Before we continue, never tell me your PIN or your online banking password.\nCaller: Okay, good. I'm calling about invoice <<2024-1187>>.
[01:47] Agent: And the debit PIN isn't needed for this.\n[01:50] Customer: Oh, I already typed it, {{four four oh seven}}, is that a problem?\n[01:55] Agent: No, but let's reset that. You have <<two>> attempts left.
The statement is at {{https://files.brightledger.io/statements/2024-09-acct77310.pdf}}, have a look at page <<two>>, the fee of <<$35>> is there.
Could you resend the receipt for order <<A-61190>>? I lost the first one and my accountant needs it by <<the fifteenth>>.
Agent: Which file did you upload?\nCustomer: It's called {{payslip_oct_whitlow.pdf}}, I sent it <<yesterday around six>>.
It's still pending, the exchange says <<zero of twelve>> confirmations, and my address is <<0xf9d3d220e36e76552eec904cd9b3bb6fc5766c1e>> if you want to look it up.
Customer: Can I split it, half now and half on the <<first>>?\nAgent: Yes. That would be <<$162.75>> today and <<$162.75>> on <<November 1>>.
Okay, ready? {{Two two two one, four one four six, five nine four nine, double oh five eight}}, and it expires {{twelve twenty-six}}, and yes, I authorize the <<three hundred and five dollars>>.
Agent: Let me repeat that, {{5234-8228-3536-0177}}, expiring {{08/29}}, security code {{340}}. I'll run <<$98>> now.\nCustomer: Right, go for it.
I think it was declined because I moved, my old postcode was <<M14 6QT>> and the new one is <<SK4 3BE>>.
My National Insurance number is {{J G four eight two one seven three C}}, and I've been self-employed since <<2019>>.
Agent: Do you have your Unique Taxpayer Reference to hand?\nCaller: I think so, hang on. {{2786 637 294}}.\nAgent: Brilliant. And the return is for <<2022 to 2023>>?
The bot keeps asking me the same question, I've said yes <<four times>>, I just want a person to look at transaction <<TX-99-40218>>.
Caller: It's BSB {{062-318}}, account {{1047 3920}}, in the name of <<Saltbush Catering>>.\nAgent: Thanks. The payout of <<A$2,315>> will land on <<Wednesday>>.
Our A-B-N is {{two one, five three one, oh three five, oh six one}}, it should be printed on the tax invoice, number <<INV-0093>>.
could you tell me why i was charged a <<two point nine percent>> fee plus <<thirty cents>> when the contract says <<two point four>>
Agent: For the Canadian account I'll need your social insurance number.\nCustomer: {{Five five oh, five five nine, two seven two}}.\nAgent: And a daytime phone?\nCustomer: <<604-555-0139>>.
I've got a new passport, the number's {{561908347}}, it was issued on <<8 August 2022>>, do I send you a scan as well?
Speaker 1: My driver's license is {{W426 5507 1183 04}}, it's a Wisconsin one.\nSpeaker 2: Thank you. I'll note that on account verification case <<AV-3390>>.
The call dropped, so the last agent, <<Renee>> I think, gave me a call ID, it was <<c-7f20-4418>>, and said someone would ring back within <<one hour>>.
Agent: Is the payout going to the same wallet as last time?\nCustomer: No, new one, <<bc1q9zlvh0x8cxez5vzc900emarem6duugwepn3x7d>>, and it's <<0.042 bitcoin>>.
I exported it by accident and pasted the private key into your chat, it's {{f8072e47acd52f8b34b29facc3a00c85f4e18153b2ea7176d3b277b37e9d8d92}}, can you delete that please?
Customer: We're running version <<4.12.3>> of your plugin and webhooks stopped on <<Saturday night>>.\nAgent: Got it, I'll open ticket <<DEV-2081>> for you.
The live API key we're using is {{sk_live_fxiKvY1w2Ogkur6E068eulUl}}, and every call since <<9:40>> comes back with a <<401>>.
Agent: Please don't read the CVV yet.\nCustomer: Too late, it's {{two seven five}}.\nAgent: That's fine, I've masked it. The total comes to <<fifty-one eighty>>.
I ordered <<two>> of them, one came broken, so I want <<one>> refund, not <<two>>, just the <<$29.95>>.
My wife paid with hers I think, {{5105 2547 7933 5053}}... uh, sorry, hold on, that's {{5105 2547 7935 0533}}, and mine was never touched.
Agent: I can offer <<three>> payments of <<$140>>, starting <<Friday the 6th>>. Does that work?\nCustomer: Let me think. Could we do <<four>>?
Caller: Debit card, it's {{five three two six}}.\nAgent: Mm-hm.\nCaller: {{Eight eight eight five, two two two six}}.\nAgent: Okay.\nCaller: {{Nine one seven eight}}.\nAgent: Valid until?\nCaller: {{October twenty-seven}}.
We can't release the payout until the beneficial owner form is in, it's <<section three>>, and <<Mr. Abernathy>> hasn't signed page <<four>>.
You read back {{5455 6499 9500 3764}} and that is the right card, so why did the <<$12.00>> get rejected again on <<Sunday>>?
Agent: The card on file ends in <<0921>>. Should I use that for the <<$64.10>>?\nCustomer: Yes please, same card.
For the direct deposit use routing number {{oh two six, oh oh two, five one six}}, checking, account number {{one eight eight four, two oh nine, seven seven}}, and it's Bank of something in Queens.
Did you get the form I uploaded, {{1099-K_2023_larkspur.pdf}}? The gross on it is <<$84,310>> and that's not what I made.
Customer: Is there a number I can call directly?\nAgent: Yes, it's <<1-888-555-0172>>, extension <<four>>, open <<eight to six>> Eastern.
I bought it in <<two installments>>, the first on the <<10th>>, the second a month later, order numbers <<5518203>> and <<5519960>>.
Speaker 2: My old one-time code was {{773120}} but now it's sent a new one, {{804455}}.\nSpeaker 1: The newer one, please. This is for changing your e-mail to <<k.rowntree@postbox.co>>, right?
The VAT number on the invoice is wrong, ours is {{DE 989 644 357}}, and the amount including VAT should be <<€1,428>>.
Agent: I'm sorry, your bank returned the reason code <<51>>, insufficient funds.\nCustomer: That can't be right, I got paid on <<Thursday>>.
okay visa number is {{four seven one six one six five nine double five eight six nine three two four}} and then the little code {{nine oh one}}
Caller: Twelve words, yes. {{Maple, tornado, lobster, kitchen, fossil, umbrella}}.\nAgent: Sir, please stop there.\nCaller: {{Pilot, arrow, jungle, wagon, lemon, quantum}}. That's the wallet with <<1,900 USDC>> in it.
I've been a customer since <<2016>>, my customer number is <<440-7719-02>>, and this is the <<first time>> I've ever disputed anything.
Agent: So your refund went out in <<two parts>>, <<$200>> on <<July 3>> and <<$55>> on <<July 8>>.\nCustomer: I only see the first one.
You'll find my W-2 here, {{https://portal.paystream.com/forms/w2/2023/88f1c.pdf}}, I can't attach it in the app, version <<2.8>>.
The account number on the voided check is {{7720 1846 5}}, the routing number in the bottom corner is {{111012453}}, and the payee is <<Northgate Physio>>.
Agent: Could you verify the phone number on file?\nCustomer: <<Four one five, five five five, oh one six two>>.\nAgent: And the zip?\nCustomer: <<Nine four one one seven>>.
They told me at the bank the chargeback reason is <<10.4>>, other fraud, card absent environment, and that I've <<thirty days>> to respond.
[02:05] Customer: I'm reading it off the screen: {{three seven nine one, oh oh five eight five six, one three four one eight}}.\n[02:20] Agent: And the four-digit code?\n[02:23] Customer: {{Three oh three one}}.
My ITIN is {{941-78-3316}}, I don't have a Social, and I already mailed the form on <<September 20th>>.
Agent: One more thing, may I place you on hold for <<thirty seconds>>?\nCustomer: Fine, but I've been on this call for <<twenty-two minutes>>.
It's just that the invoice shows <<eighteen hundred>> and the quote from <<Leland>> was <<fifteen fifty>>, so somewhere there's <<two hundred and fifty>> extra.
Agent: Can you give me the long number across the front?\nCaller: {{4929 7556}}\nAgent: Yes.\nCaller: {{7415}} and then {{4850}}.\nAgent: Lovely, and that's for booking <<HB-2207>>.
I told the other guy already, the wallet backup password is {{marigold underscore nineteen eighty}}, he wrote it down on <<Wednesday>>.
Customer: I just need a copy of invoice <<0000418>> with our new address, <<18 Tannery Lane>>.\nAgent: I'll e-mail it within <<ten minutes>>.
Agent: Hello <<Mr. Okafor>>, this is a reminder that policy <<PL-551-7720>> has a balance of <<$93.12>> due on the <<28th>>.\nCustomer: I paid that at the branch.
You can't see it because I paid from the joint one, card number {{4417 7626 4258 0421}}, exp {{02/28}}, not from the one ending in <<6150>>.
For payroll my tax file number is {{five nine eight, five two four, four two eight}}, and I start on <<Monday week>>.
Agent: And what was the amount in the e-mail?\nCaller: <<Four thousand four hundred and eleven>> dollars and <<eleven cents>>.\nAgent: That matches transaction <<88103377>>.
The gas fee was <<0.0031 ETH>>, block <<19442107>>, and I'd like you to send it again but on Polygon this time.
Agent: We received <<one>> document but it's blurry. Could you upload it again by <<5 p.m. Friday>>?\nCustomer: Which one, the lease?
Speaker 1: Sort code?\nSpeaker 2: {{Oh nine, oh one, two eight}}.\nSpeaker 1: And the account number?\nSpeaker 2: {{Three three six one, oh double two seven}}.\nSpeaker 1: I'll set the Direct Debit for the <<first of each month>>.
My codice fiscale is {{BRTGLI84C52F205G}}, I'm Italian but I live in Leeds, and the payout of <<£410>> has been stuck since <<Thursday>>.
If it fails again on the <<17th>>, it goes to collections, and then there's a late fee of <<twenty-five dollars>>, so please call <<800-555-0110>> before then.
Customer: My name's <<Tobias Wren>>, that's W-R-E-N, and the booking's <<R4T9KX>>.\nAgent: Thanks, Tobias. I see <<two nights>> at <<$129>>.
It's the long Maestro one, {{6304 9003 8248 4002 78}}, is that even accepted for the <<€59>> fee?
Agent: And the access PIN for phone support?\nCustomer: I believe it's {{one nine four two}}, or, no, {{one nine two four}}.\nAgent: The second one is right. How can I help with payout <<P-60031>>?
I'd like to close the account, I've got <<seven dollars and sixty cents>> in it and it's been <<four years>> since I last used it.
Agent: Your ticket is <<INC-114-907>>. Anything else?\nCustomer: No, that was <<one hundred percent>> helpful, thanks.
Is there any reason the payout in Tether takes <<two days>> when your site says <<one>>? My wallet is <<0x6e650bad9eccbc4c995c272cb6f66a6a11c0e0a8>>, same as always.
[00:40] Agent: The <<$15>> late fee was waived on <<August 30>>, <<Ms. Delacroix>>.\n[00:46] Caller: Then why's it on invoice <<INV-31177>>?
## hinglish
Agent: Sir, card number bata dijiye please.\nCustomer: Haan likhiye, {{six five two one, four nine five six, one eight nine one, seven zero four zero}}.\nAgent: Aur expiry?\nCustomer: {{Zero five twenty-nine}}.
Maine <<do din pehle>> <<paanch sau rupaye>> ka refund maanga tha, abhi tak account mein nahi aaya, ticket number <<TK-88214>> hai.
Card number hai {{char paanch nau ek, char teen do do, char ek ek zero, paanch nau do paanch}}, aur haan, CVV {{teen saat ek}} hai.
Agent: <<Ek minute>> ma'am, main check karke batati hoon.\nCustomer: Theek hai, lekin jaldi, main <<das minute>> se hold pe hoon.
Mera UPI ID {{rakesh.verma88@okhdfcbank}} hai, ispe hi <<1,250 rupaye>> wapas bhej dijiye, order <<OD-330917>>.
Customer: OTP aa gaya hai.\nAgent: Ji, aap screen pe daal dijiye, mujhe batana nahi hai.\nCustomer: Arre, {{four eight two nine one six}}, ho gaya?
Aadhaar number likho, {{teen ek saat nau, paanch zero ek nau, paanch saat do zero}}, KYC ke liye <<teesri baar>> bata raha hoon.
Agent: Aapka chargeback request <<CB-7741>> bank ne <<15 tareekh>> ko reject kiya hai.\nCustomer: Kyun? Maine toh <<do>> document bheje the.
PAN card pe {{BQXPD3348J}} likha hai aur naam <<Sushma Dogra>>, spelling check kar lijiye please.
Woh jo card tha na, ending <<4471>>, woh band ho gaya, ab naya aayega <<agle hafte>>.
Agent: Account number aur IFSC dono chahiye honge.\nCustomer: Account hai {{5010 0284 7716 30}} aur IFSC {{HDFC0001482}}.\nAgent: Thank you, <<Mr. Bhatnagar>>, payout <<shukravaar>> tak aa jayega.
Humara GST number {{27AAKCM4821Q1ZU}} hai, invoice <<GI/24/0917>> mein galat chhapa hai, usko theek karwana hai.
Bhaiya payment <<teen baar>> fail hua, har baar <<Rs 2,499>> kat gaye, aur ab app bol raha hai version <<6.3.1>> purana hai.
[00:20] Agent: Registered mobile number confirm karenge?\n[00:24] Caller: Haan, <<98100 22417>>, aur email <<neelam.k@dakmail.in>>.
Agent: RuPay card hai?\nCustomer: Ji. {{6070 3187}}, ruko zara chashma lagane do, haan, {{9437 6846}}.\nAgent: Okay, <<749 rupaye>> charge kar raha hoon.
USDT mera abhi tak nahi pahuncha, hash hai <<0xd9c381f29d632505f11975cf13cb993ecdbea85bade4fdc2ab2d7375fceeafca>>, aap hi dekh lo.
Net banking ka password maine {{Tulsi@4490}} rakha tha, ab login hi nahi ho raha, <<kal shaam>> se try kar rahi hoon.
Customer: Invoice <<do>> hain, ek <<March>> ka aur ek <<April>> ka.\nAgent: Ji, dono ka total <<saat hazaar do sau>> banta hai.
Ye lo, pehle char {{paanch do char ek}}, phir {{ek chhe saat nau}}, uske baad {{saat do chhe chhe}}, aur last mein {{paanch saat teen chhe}}, expiry {{gyarah sattaees}}.
Agent: Aapne Aadhaar {{8245 2119 9968}} bataya tha, sahi hai na?\nCustomer: Sahi hai, par address mein pin code <<411038>> hona chahiye.
Main <<ek hi baar>> order kiya tha bhai, <<do>> baar paise kaise kat gaye, order number <<4471920>> check karo.
Customer: Galti se UPI PIN bol diya kya maine, {{zero six nine one}}?\nAgent: Ji ma'am, abhi turant badal lijiye, app mein <<do minute>> lagega.
Passport number hai {{N4471820}}, verification pending dikha raha hai <<5 tareekh>> se.
Agent: Statement aap mail kar dijiye <<kyc@paisetu.in>> pe.\nCustomer: Link hi bhej raha hoon, {{https://docs.paisetu.in/stmt/aug24_bhandari.pdf}}.
Speaker 1: Cash nahi hai toh <<paanch paanch sau>> ki <<char>> kist kar dein?\nSpeaker 2: Haan, pehli <<10 tareekh>> ko le lena.
Seed phrase chahiye kya wallet verify karne ke liye? {{bamboo cradle fabric island ocean rocket silver tiger blanket harvest lizard mango}}, ye hai, aur balance <<300 USDT>> tha.
Agent: Card wala code boliye, peeche <<teen>> digit hote hain.\nCustomer: {{Do nau paanch}}.\nAgent: Dhanyavaad, transaction <<TXN5580173>> safal raha.
Meri wife ka naam <<Farida Shaikh>> hai, account unke naam pe hai, customer number <<20817733>>, main unki taraf se bol raha hoon.
Agent: Aapki call ID <<HN-20-7714>> hai, callback <<chaar baje>> tak aayega.\nCustomer: <<Char baje>> main flight mein hoon, <<chhe>> ke baad karo.
Itna document kaun maangta hai, pehle bola <<ek>> photo, phir bole <<do>>, ab bijli ka bill, woh bhi <<teen mahine>> se purana nahi.
## devanagari
एजेंट: कृपया अपना कार्ड नंबर बताइए।\nग्राहक: लिखिए, {{चार तीन आठ छह, चार सात शून्य शून्य, आठ सात एक तीन, छह सात सात सात}}।\nएजेंट: धन्यवाद, <<नौ सौ रुपये>> का भुगतान कर रहा हूँ।
मुझे <<दो दिन पहले>> बताया गया था कि रिफंड <<तीन हज़ार रुपये>> का आएगा, आज तक नहीं आया, शिकायत नंबर <<४४७१८>> है।
मेरा आधार नंबर {{2715 1818 4671}} है और नाम <<सुनीता रावत>>, पता बदल गया है।
एजेंट: <<एक मिनट>> रुकिए, मैं आपका इनवॉइस <<INV-2207>> देख रही हूँ।\nग्राहक: जी, मैं रुका हूँ।
कार्ड यह है, {{६०७० ३१८७ ९४३७ ६८४६}}, और इसकी वैधता {{मार्च दो हज़ार अट्ठाईस}} तक है, <<पंद्रह सौ>> ही काटना।
ग्राहक: मैसेज में कोड आया है, {{सात शून्य चार, एक एक नौ}}।\nएजेंट: ठीक है, आपका नंबर <<98111 04472>> सत्यापित हो गया।
पैसा <<दो बार>> कट गया, एक बार <<सुबह दस बजे>> और एक बार शाम को, मैंने तो <<एक>> ही ऑर्डर दिया था।
एजेंट: पैन नंबर बोलिए।\nग्राहक: {{ए के डब्ल्यू पी एस सात सात एक नौ डी}}।\nएजेंट: और जन्म का शहर?\nग्राहक: <<नागपुर>>।
बैंक खाता {{30217744905}} है और आईएफएससी {{SBIN0007765}}, भुगतान <<सोमवार>> तक भेज दीजिए।
एजेंट: आपका कार्ड जिसके अंत में <<2290>> है, उसी से <<499 रुपये>> लें?\nग्राहक: हाँ, उसी से।
मैंने बिजली का बिल <<तीन तारीख>> को भेज दिया था, ईमेल <<help@bhugtan.in>> पर, फिर भी दस्तावेज़ माँग रहे हैं।
[01:12] एजेंट: कार्ड के पीछे के <<तीन>> अंक बताएँ।\n[01:16] ग्राहक: {{पाँच आठ दो}}।
यूपीआई आईडी {{meena.joshi@ybl}} पर भेज दीजिए, कल वाला लेनदेन <<T2409918>> असफल हो गया था।
ग्राहक: क्या मुझे पिन बताना होगा?\nएजेंट: नहीं, पिन किसी को मत बताइए। बस ऑर्डर नंबर <<५५१७>> दीजिए।
ग्राहक: हाँ तो, {{पाँच दो छह चार}}, फिर {{शून्य आठ छह तीन}}।\nएजेंट: जी, आगे?\nग्राहक: {{दो छह दो पाँच, छह दो शून्य दो}}।
क्रिप्टो का भुगतान <<डेढ़ सौ डॉलर>> का था, मेरा वॉलेट पता <<TP7Z9gH5r5rEW9DmGFs2dYcj9x45UuNzEy>> है, कुछ नहीं पहुँचा।
हमारा जीएसटी नंबर {{29ABTFS7163H1ZD}} है, बिल पर <<अठारह प्रतिशत>> टैक्स लगना चाहिए।
एजेंट: चार्जबैक का जवाब <<सात दिन>> में आता है, केस नंबर <<CB-9017>> लिख लीजिए।\nग्राहक: लिख लिया, <<शर्मा जी>> को भी बता दूँगा।
पासवर्ड {{गंगा2019#}} डालता हूँ तो गलत बताता है, <<चार बार>> कोशिश कर चुका हूँ।
एजेंट: <<दो>> किस्तों में दे सकते हैं, पहली <<पंद्रह जून>> को।\nग्राहक: ठीक है, एक किस्त <<ढाई हज़ार>> की होगी ना?
## spanish
Agente: Dígame el número de la tarjeta, por favor.\nCliente: Sí, es {{cuatro nueve tres siete, ocho uno uno cuatro, uno uno siete cinco, uno dos seis seis}}.\nAgente: ¿Y la caducidad?\nCliente: {{Cero seis veintinueve}}.
Me cobraron <<dos veces>> la factura <<F-2024-318>>, una el <<tres de mayo>> y otra el <<cinco>>, y yo solo hice <<un pedido>>.
El IBAN para la devolución es {{ES42 2100 0418 4661 9034 3716}}, a nombre de <<Rocío Benavides>>.
Agente: <<Un momento>>, le paso con facturación.\nCliente: Gracias, pero ya llevo <<veinte minutos>> esperando.
Pues apunte la Visa, {{cuarenta y cinco, cuarenta y ocho, cero seis, cuarenta y ocho, cincuenta, cero seis, sesenta y seis, veintinueve}}, y son <<ochenta y cinco euros>>, ¿no?
Cliente: Mi DNI es el {{20627828W}}.\nAgente: Perfecto, y ¿un teléfono de contacto?\nCliente: <<612 44 90 17>>.
Quisiera saber por qué rechazaron mi tarjeta, la que termina en <<5582>>, si tengo saldo de sobra.
Agente: Le acabamos de enviar un código al móvil.\nCliente: A ver... {{tres nueve cero, uno cuatro siete}}.\nAgente: Muy bien, ya está verificada su cuenta, señora <<Ibarra>>.
Tengo NIE, no DNI, es {{equis tres seis cuatro uno seis nueve dos equis}}, y el contrato es el <<CT-55018>>.
El pago en bitcoin todavía no llega, la dirección que di es <<38Lx59rUvTAdssZv8qN7UhpBvXwLu2iMcp>> y eran <<cuatrocientos dólares>>.
[00:33] Cliente: La CLABE es {{012 180 7083 6021 9327}}.\n[00:41] Agente: Correcto, el depósito de <<3,400 pesos>> le llega <<mañana>>.
Agente: El contracargo <<CB-1180>> se resolvió a favor del banco.\nCliente: ¿Y puedo apelar? Me dijeron que tenía <<diez días>>.
Mire, la tarjeta nueva es {{5398 6566 2442 2778}}, vence {{04/28}}, y el código de atrás, el {{619}}.
Agente: Necesitamos <<dos>> documentos, una identificación y un comprobante de domicilio.\nCliente: ¿Los mando a <<soporte@pagoclaro.mx>>?
Le doy la American Express, {{treinta y cuatro treinta y siete, treinta y tres cero cero veintisiete, siete ocho siete cinco tres}}, para la cuota de <<enero>>.
Ya mandé el comprobante, guía de envío <<MX 7719 0042 318>>, y en la página sigue apareciendo pendiente desde el <<lunes>>.
Cliente: ¿Es la contraseña de la web lo que quiere? Es {{Girasol.1987}}.\nAgente: No hace falta, no la comparta con nadie.
La nómina se la adjunté como {{nomina_septiembre_arrieta.pdf}}, me llegó un acuse con la referencia <<R-40912>>.
Agente: Me dice los últimos <<cuatro>> dígitos de la tarjeta, solo eso.\nCliente: Termina en <<0347>>.\nAgente: Gracias. Son <<$58.20>> en total.
Persona 1: Empiece con los primeros cuatro.\nPersona 2: {{Cuatro nueve cero siete}}.\nPersona 1: Ajá.\nPersona 2: {{Tres tres ocho seis, ocho cero cero dos}}.\nPersona 1: Y lo último.\nPersona 2: {{Dos uno cinco nueve}}.
Vivo en el código postal <<28014>> y me llamo <<Anselmo Quiroga>>, el número de cliente está en la carta, <<774-0193>>.
Como soy brasileña, el CPF es {{492.060.196-43}}, y el reembolso eran <<ciento veinte reales>>.
Agente: ¿Le parece pagar en <<tres>> plazos de <<45 euros>>?\nCliente: Sí, pero el primero después del <<día quince>>.
Las doce palabras son {{salmon copper dragon window elbow parrot napkin cactus thunder bridge glove memory}}, ¿con eso me recupera los <<200 USDC>>?
Llamé <<una vez>> en <<abril>> y otra en <<junio>>, y en las dos me dijeron que en <<cinco días hábiles>> estaría el dinero.
## german
Agent: Nennen Sie mir bitte die Kartennummer.\nKundin: Ja, {{fünf fünf vier null, eins neun sechs null, zwo sechs drei acht, null sechs eins null}}.\nAgent: Und gültig bis?\nKundin: {{Null drei neunundzwanzig}}.
Ich habe die Rechnung <<RE-20417>> am <<dritten Mai>> bezahlt, und jetzt kommt eine Mahnung über <<zwölf Euro fünfzig>>.
Die IBAN lautet {{DE09 3704 0044 9579 4871 95}}, Kontoinhaber ist <<Hedwig Ahlers>>.
Agent: <<Einen Moment>> bitte, ich suche Ihre Bestellung <<B-77120>> heraus.\nKunde: Kein Problem, ich hab Zeit.
Also, die Kreditkarte ist die {{achtundvierzig dreißig, einundvierzig zweiundsiebzig, neunundzwanzig vierundsechzig, einundsiebzig achtundvierzig}}, und bitte nur die <<neunzig Euro>> abbuchen.
Kunde: Die Auszahlung in USDT ist seit <<zwei Tagen>> offen.\nAgent: Ich sehe die Transaktion <<TX-40918>>, die ging um <<14:20 Uhr>> raus.
[00:18] Anruferin: Meine Steuer-ID ist {{92 087 213 658}}.\n[00:25] Agent: Danke. Und Ihre Postleitzahl?\n[00:28] Anruferin: <<50667>>.
Meine Karte, die auf <<8814>> endet, wurde gestern <<dreimal>> abgelehnt, obwohl genug Geld drauf ist.
Agent: Wie lautet die Prüfnummer auf der Rückseite?\nKundin: {{Vier eins sieben}}.\nAgent: Danke, die <<39,90 Euro>> sind durch.
Unsere Umsatzsteuer-ID ist {{DE418825465}}, die muss auf die Rechnung <<2024-0381>>, sonst kriegt unser Steuerberater Probleme.
Ich wollte nur <<eine>> Lizenz und nicht <<zwei>>, also stornieren Sie bitte die zweite vom <<11. Juni>>.
Kunde: Die TAN ist {{sieben null zwo, fünf fünf eins}}.\nAgent: Ich habe {{702551}}, stimmt das?\nKunde: Stimmt.
Nehmen Sie die hier, {{4135 2522 1703 8196}}, Ablauf {{10/27}}, auf den Namen <<Ruprecht Seiler>>.
Agent: Wir brauchen noch <<ein>> Dokument, am besten eine Meldebescheinigung.\nKundin: Schicke ich bis <<Freitag>> an <<unterlagen@zahlwerk.de>>.
IBAN, Moment, die steht hier, {{D E fünf drei, eins null null fünf, null null null null, neun acht acht zwo, vier drei vier sieben, sechs null}}, Verwendungszweck ist <<Kundennummer 440187>>.
Die Rückbuchung hat die Bank am <<zwanzigsten>> veranlasst, der Fall heißt bei Ihnen <<CB-3307>>, da fehlt nur noch eine Stellungnahme.
Sprecher 1: Bitte nennen Sie mir niemals Ihre PIN.\nSprecher 2: Ach so, ich hätte jetzt {{fünf null acht drei}} gesagt.\nSprecher 1: Dann ändern Sie die bitte heute noch.
Mein Passwort war immer {{Kirschbaum_62}}, seit dem Update auf Version <<5.1>> nimmt er das nicht mehr an.
Agent: Ihre Rückrufnummer ist <<0221 4710 338>>?\nKunde: Genau, am besten zwischen <<neun und elf>>.
Meine Reisepassnummer ist {{C4KX09L71}}, ausgestellt am <<14.02.2021>>, und für die Verifizierung habe ich <<zwei>> Fotos hochgeladen.
Kundin: Kann ich in <<drei Raten>> zahlen?\nAgent: Ja, <<dreimal 66 Euro>>, die erste am <<ersten September>>.
Der Kontoauszug liegt unter {{https://portal.zahlwerk.de/auszug/2024-08_seiler.pdf}}, da sehen Sie die <<218,40 Euro>>.
Die Wallet ist <<0x50cc63a0e384e9a6f0a7bf45f6ed9316d31b92ad>>, da sollte das hin, und der Betrag war <<null Komma acht Ether>>.
Kunde: Das sind die Wörter, {{candy forest pigeon magnet cabin lemon stadium river hammer velvet border pumpkin}}.\nAgent: Bitte keine Wiederherstellungswörter am Telefon, Herr <<Dreyer>>.
Agent: Ihr Ticket hat die Nummer <<5519-03>>, die Antwort kommt in <<ein bis zwei Werktagen>>.\nKundin: Das hieß es vor <<zwei Wochen>> auch schon.
## french
Agent : Je vous écoute pour le numéro de carte.\nCliente : Alors, {{quatre neuf sept trois, cinq six zéro cinq, huit six zéro cinq, sept cinq zéro cinq}}.\nAgent : Et la date d'expiration ?\nCliente : {{Zéro sept vingt-huit}}.
J'ai été débité <<deux fois>> pour la facture <<FA-10938>>, le <<trois avril>> et le <<cinq>>, alors que je n'ai passé qu'<<une commande>>.
Mon IBAN, c'est {{FR76 3000 4008 2379 2692 0757 863}}, au nom de <<Solène Marchetti>>.
Agent : <<Un instant>>, je regarde votre dossier <<D-4417>>.\nClient : D'accord, prenez votre temps.
La carte c'est {{quarante-neuf soixante-dix, quatre-vingt-dix-neuf douze, quarante quatre-vingt-huit, vingt trente-trois}}, et vous prélevez bien <<soixante-dix euros>>, pas plus.
Client : J'ai reçu le code, c'est {{huit deux un, zéro zéro quatre}}.\nAgent : Merci, et votre numéro est toujours le <<06 39 98 12 47>> ?
Le paiement en crypto est parti <<mardi>> vers <<dix-huit heures>>, j'ai le hash mais pas l'argent, il manque <<trois cents euros>>.
Agent : Donc je relis, {{5132 8358 6135 0436}}, valable jusqu'au {{12/26}}.\nCliente : C'est ça, et le cryptogramme, {{cinq zéro neuf}}.
Ma carte qui se termine par <<6073>> a été refusée, pourtant j'ai payé <<une baguette>> avec ce matin.
Notre numéro de TVA intracommunautaire est {{FR 37 774849459}}, il doit figurer sur la facture <<2024-117>>.
[00:52] Client : Vous voulez quoi comme document ?\n[00:55] Agent : <<Une>> pièce d'identité et <<un>> justificatif de moins de <<trois mois>>.
Mon mot de passe, c'est {{Mimosa!2015}}, et ça me bloque depuis <<hier soir>>, ticket <<T-60817>>.
Locuteur 1 : Vous pouvez m'épeler l'IBAN ?\nLocuteur 2 : {{F R sept six, deux zéro zéro quatre, un zéro un zéro, zéro cinq sept zéro}}.\nLocuteur 1 : Oui.\nLocuteur 2 : {{Zéro sept six trois, six deux cinq neuf, un deux deux}}. C'est pour les <<cent vingt euros>>.
Pour la rétrofacturation, la banque parle d'un délai de <<quarante-cinq jours>>, et le montant contesté est de <<189,90 €>>.
Mon passeport porte le numéro {{19FV20417}}, il est valable jusqu'en <<2031>>, je vous l'envoie à <<verif@payenclair.fr>> ?
Cliente : Je peux régler en <<deux fois>> ?\nAgent : Oui, <<62 euros>> aujourd'hui et <<62 euros>> le <<quinze octobre>>.
La fiche de paie est dans le fichier {{bulletin_paie_juin_roussel.pdf}}, je l'ai déposée <<lundi>> sur l'espace client.
J'habite au <<69003>>, à Lyon, mon numéro de client est le <<C-208841>> et je m'appelle <<Thibault Gaudry>>.
Agent : Le code de votre carte bancaire, ne me le donnez pas.\nClient : Ah mince, {{quatre sept un six}}, c'est trop tard ?\nAgent : Je ne l'ai pas noté. Il vous reste <<une>> tentative.
Agent : Votre remboursement de <<54 euros>> est parti le <<vingt-deux>>, référence <<RB-7730>>.\nCliente : Parfait, c'est la <<première>> bonne nouvelle de la semaine.
`,
	AC: String.raw`
## english
Agent: Thanks for calling Harbour Fitness, I can sort that joining fee now. What's the long number on the front?\nCustomer: Okay, it's {{four five three nine, seven three eight two}}, hang on my thumb's over it, {{eight two nine oh}}, then {{six five four one}}.
Yeah hi, I moved out on <<the thirty-first of May>> and I still haven't seen my deposit, it was <<one thousand two hundred and fifty pounds>> and it's been nearly <<six weeks>>.
Agent: So that's one adult and one child to Lisbon, <<two hundred and eighty-six euros forty>> in total. Which card would you like to use?\nCaller: The Mastercard. {{5168 0694 2806 9449}}, valid to {{09/28}}.
Just send the refund to my wife's account, it's the Irish one, {{IE30 AIBK 4694 2706 8338 46}}, and put the claim number <<CLM-40718>> in the reference.
Customer: I'm looking at the statement and you've charged me twice, <<forty-nine ninety-nine>> on the third and again on the fourth.\nAgent: I see both of those on the Visa ending in <<0965>>, let me raise a ticket for you.
Oh bless you, dear, I can't see very well, it's {{four nine two nine}}, {{two oh seven two}}, is that right so far? {{one two four eight, five nine two five}}, and the little date says {{oh six twenty-seven}}.
Agent: And the security code on the back, please?\nCustomer: {{Three one eight}}.\nAgent: Lovely, that's gone through, your donation reference is <<DN-55230917>>.
Agent: Can I take a phone number in case we get cut off?\nCustomer: Sure, it's <<020 7946 0318>>, and if I'm not there just ask for <<Maureen>>.
Speaker 1: We need your sort code and account number for the direct debit.\nSpeaker 2: Sort code is {{twenty, forty-five, eighteen}}, and the account is {{six oh three one double seven two four}}.
The courier says it was delivered at <<ten past four>> but nobody was home, and the tracking number is <<JD0146 0031 8827 45>>, so where did they leave it?
Agent: For the W-9 I just need your Social.\nCustomer: Right, um, {{two four oh, five three, eight four six five}}.
My son's school fees were due on <<the first of September>>, I paid <<three thousand four hundred>> and the portal is still showing <<invoice 2291>> as open.
Agent: Let me read that back. {{Four seven one six, zero four five six, one eight nine eight, three seven eight nine}}. Is that correct?\nCustomer: Yes, spot on, and it's <<eighteen pounds>> a month, isn't it?
[00:41] Caller: I don't have the card with me but it's the one ending in <<7360>>, can't you just use that?\n[00:49] Agent: I can, one moment, and that's for <<$212.00>>?
So I got locked out, the text says {{482 193}}, is that the one you want?
Agent: What name is the booking under?\nCustomer: <<Okafor>>, booking reference <<QX7LMP>>, two passengers travelling on <<14 August>>.
Look, I've told three people already. The account number is {{877848212556}}, the routing number is {{021648496}}, and you were meant to wire <<$3,180>> on Friday.
Agent: I'll need the sixteen digits again, sorry.\nCustomer: Fine. {{Forty-five thirty-nine, ninety-one thirty, seventy-seven twenty-nine, ninety seventy-seven}}.\nAgent: And that's for the <<seventy-five dollar>> change fee, thank you.
They quoted me <<twenty-two pounds a month>> for the fibre and now it's <<thirty-one>>, and I've been with you since <<2014>>, so what's going on?
Caller: I want the payout in USDT, please send it to <<TAT3gP2enAe2aDADKtywjnxw6o4EGt31k9>>.\nAgent: Got it, <<1,450 USDT>> on Tron, it should land within the hour.
It's an American Express so it's a bit shorter, {{three seven one four, two two six three six zero, seven two two three zero}}, expiring {{November twenty-six}}, and the four digit security code is {{seven oh one six}}.
Agent: Do you have the transaction hash?\nCaller: Yes it's <<0x0a0db14431936ff29995912cab8ecb7703957448a56fa522c6d79e73157ca784>>, sent yesterday around <<9 pm>>.
Customer: Somebody called saying they were from you and I read out the words, {{orbit velvet cabin swarm tilt piano rescue lemon umbrella fossil grid wisdom}}.\nAgent: Okay, please move what's left right away, I'm opening case <<88214>>.
One minute, let me get a pen. Right, so I call back between <<nine and five>> and quote <<HX-20931>>, yes?
Agent: Could you confirm the last four of your Social for me?\nCustomer: {{Four three five seven}}.\nAgent: Thanks, <<Mr. Delgado>>, you're verified.
I'm self-employed, so my UTR is {{6243173281}}, and the tax bill I'm asking about is the <<£1,904.60>> due on <<31 January>>.
Agent: Your appointment with <<Dr. Ellison>> is on <<Tuesday the ninth>> at <<half past two>>, and the copay will be <<forty dollars>>.\nPatient: Okay, that's fine, I'll pay when I get there.
Agent: Card number?\nCustomer: {{4024 6080}}\nAgent: Mm-hm.\nCustomer: {{1233 7360}}\nAgent: And expiry?\nCustomer: {{03/29}}.
No no, it's two separate orders, <<4471902>> and <<4471917>>, and only the second one came broken.
So it's {{four seven five one, eight oh four one, seven one four six, no sorry, seven one four seven, nine six two seven}}, my glasses are upstairs.
Hi, this is <<Tom Brackley>> from flat 3B, the boiler's out again, I rang on <<Monday>> and got job number <<77340>>.
Agent: What would you like as your new telephone PIN?\nCustomer: Um, {{two nine oh four}}.\nAgent: {{Two nine zero four}}, okay, that's set.
Customer: I never signed up for the premium plan, I want the <<ninety-six dollars>> back.\nAgent: I understand, I'm putting through a refund to the card ending <<4418>>, allow <<five to seven business days>>.
My daughter set it up for me, the password is {{Marigold-1958!}} with a capital M, but it says wrong every time and now it's locked for <<24 hours>>.
Caller: Can you email the receipt to <<j.hartnell@example.com>>?\nAgent: Of course, I've sent order <<SO-118264>> there just now.
Okay let me give you the Visa, {{4532 1086 5681 8952}}, it expires {{12/27}} and the CVV is {{664}}. And the total was <<$58.20>>, right?
Agent: Which postcode should we deliver to?\nCaller: <<LS6 2QT>>, and leave it with number twelve if I'm out.
[02:10] Agent: I've got an IBAN starting here, can you give me the whole thing?\n[02:15] Caller: {{G B two three, N W B K, one six six one, two zero zero two, one six zero one, five nine}}.\n[02:31] Agent: Thank you, <<£640>> on its way.
We're a charity, our EIN is {{82-0114204}}, and the grant you're asking about was <<twelve thousand five hundred dollars>> paid on <<March 3rd>>.
I've got one question about two of these invoices, <<10482>> and <<10483>>, they look like the same job to me.
Agent: Thanks for holding. Your policy <<HM-7730-2214>> renews on <<1 October>> at <<£387.12>>.\nCustomer: That's eighty quid more than last year!
Customer: They want my driving licence for the hire car, it's {{HOLLI801127RT9KD}}, do you need the issue number?\nAgent: No, that's all, and the deposit is <<£250>>.
Sorry, I'm driving, it's {{four nine one six, double oh double six, two three six two, four eight one six}}, and the exit's coming up so be quick, it's only <<fifteen bucks>>.
Agent: The hospital bill comes to <<eight hundred and twelve dollars>>. Would you like to split that into four payments?\nPatient: Four is good, starting from <<the fifteenth>>.
I bought a used stroller on your marketplace, order <<MP-6629031>>, seller's called <<Lindsay>>, and she's never posted it, it's been <<nineteen days>>.
Agent: So I have {{fifty-two ninety-nine, eighty-eight eleven}}, and what comes after that?\nCustomer: {{Forty fifty-six, ninety-six thirty-five}}.\nAgent: Great, and the deposit is <<two hundred>>.
The code you just texted is {{seven seven oh, one two five}}. I got another one at <<10:42>> too but I guess that one's dead.
Mate, I'm on a pension, <<a hundred and ten dollars>> for a phone I don't use is a joke. My account with you is customer number <<30055718>>.
Agent: For your super refund I'd need your tax file number.\nCaller: Yeah, it's {{nine nine five, double oh three, seven six four}}.
BSB is {{zero six three, one one four}} and the account number's {{one oh four two eight eight nine seven}}, same bank as before, and it's the <<$420>> bond refund.
Agent: Is there anything else I can help with?\nCustomer: No, one last thing actually, the chat bot said version <<4.12.1>> of the app fixes the double charge, is that true?
Speaker 2: The payslip's in the shared folder, it's called {{payslip_2024-11_hartwell.pdf}}.\nSpeaker 1: Perfect, I'll attach it to application <<LA-90233>>.
Hello, I'm calling about my daughter's tuition, <<Amara Quaye>>, year four, I sent <<£2,150>> by transfer on <<the tenth>> and you're still sending reminders.
Agent: And the three digits on the signature strip?\nCustomer: Uh, it's rubbed off a bit. {{Nine}}... {{nine two seven}}, I think.
Agent: I can see your parcel <<1Z 7Y4 02E 03 9812 4410>> went out on <<Thursday>>, it's two stops away.\nCustomer: Brilliant, thank you.
My card is {{5412 9467 0629 5420}} and please don't charge it till <<Friday the 20th>>, that's when I get paid.
Caller: My Canadian SIN is {{551 061 336}}, is that enough for the T4 thing?\nAgent: It is, and your file number is <<TX-0098172>>.
You can see my statement at {{https://files.bank.example/statements/2024-10-8842.pdf}}, the <<$75 wire fee>> is on page three.
Agent: Is that the same address, <<14 Pelham Road>>?\nCustomer: No, we moved in <<April>>, it's <<28 Coburg Street, M1 3GY>> now.
I don't do internet banking, love, I'll read it you. {{Four four eight five}}. {{One three one nine}}. {{One eight double five}}. {{One eight one two}}. There.
Agent: Okay, I'm not seeing anything for that number.\nCaller: Try <<555-0142>>, area code <<415>>, it might be under my old mobile.
The withdrawal's been pending since <<Sunday>>, <<0.42 BTC>> to <<bc1qm55f2s0jetqz5wxs546ggg38r4whgkery2t3u8>>, and support keeps telling me one more hour.
Agent: Sir, please don't read that out.\nCaller: It's just the key, {{LmPzYoX6vpH8a7coGtLi2hiNAKyk7xzbfbNoPo1vB2EAuLLGzDck}}, can you check if it's valid?
Customer: The sort code's {{30-92-17}}.\nAgent: And the account?\nCustomer: {{41906653}}. The name on it is <<R. Whitcombe>>.
I only used the gym for two months, one of those you were closed, so I think <<sixty-four pounds>> is fair and I'd like it by <<the end of the week>>.
Agent: That's <<nine hundred and thirty dollars>> past due since <<June>>. Can you make a payment today?\nCustomer: I can do three hundred. Card's {{six oh one one, oh three three one, two six eight eight, one eight five eight}}, exp {{oh four thirty}}.
Okay so passport's {{533710482}}, British, and the flight is <<BA2716>> on <<the 6th>>, I just need the name spelled right.
[01:03] Agent: Please hold while I transfer you to billing, your call ID is <<c7f2-4410-ab>>.\n[01:08] Caller: Again? That's the third time.
It's the wife's card, let me see, {{five five oh six, two five oh eight}}, she's saying something, sorry, what? Right, {{oh three seven three, four four seven three}}.
Agent: Can I take your National Insurance number?\nCaller: {{J for Juliet, K, forty-one, oh seven, sixty-two, C}}. Sorry, I had to find an old letter.
Well the tenant in unit five paid <<$1,475>> on <<the second>>, and the tenant in unit six hasn't paid since <<Easter>>.
Agent: I have your new card as {{2221 9095 0956 4192}}, expiring {{May 2029}}.\nCustomer: Yep. And cancel the one ending in <<9993>> please.
So the API key starts failing after an hour, it's {{sk_live_9fT2kQ7vXbR4mZ81LpWd}}, and the request that broke was <<req_88123ab>>.
Customer: Why was I charged <<one dollar>> and then <<one dollar>> again?\nAgent: Those are just checks, they drop off in two or three days.
Could I pay half now and half on <<payday>>? It's {{four five five six, eight two three six, nine six three six, four four one eight}}, half would be <<thirty-seven fifty>>.
Agent: Your VAT number, if you have one?\nCaller: {{GB 058 1057 77}}, and our purchase order is <<PO-3391>>.
I'm on hold with the airline on the other phone as well, they cancelled <<flight 1182>> and offered <<four hundred dollars>> or two vouchers, and I want the cash.
Agent: What's the best email?\nCaller: It's <<bea dot lindqvist at example dot org>>.\nAgent: Thanks, the confirmation is <<ZK4-9917>>.
My ITIN is {{924-81-0747}}, I don't have a Social yet. And do I still owe the <<$135>> late fee?
Caller: It's asking for a recovery phrase but I only wrote down twelve words.\nAgent: Twelve is fine, but never tell me what they are. Your ticket is <<51097>>.
Agent: Could you give me the account details for the payout?\nSeller: Routing {{zero seven one, nine two seven, eight oh eight}}, account {{zero three six four oh one seven two four two}}.\nAgent: Wonderful, <<$611.35>> should be there by <<Wednesday>>.
Honestly it was a lovely stay, I just think two nights at <<£119>> isn't <<£347>>, is it, and the room was <<214>> not 412.
Agent: To confirm, the verification code is {{six one nine, three three eight}}?\nCustomer: Yes, {{six one nine three three eight}}.
Our ABN is {{41 465 949 005}}, and we've paid <<invoice INV-20417>> already, on <<8 July>>, so please stop the reminders.
Hi there, the baby was born on <<the twelfth>> and I need her on the insurance, the member number is <<W208 441 907>> and my name's <<Janelle>>.
Agent: Which card did you pay with?\nCustomer: The Discover, it ends in <<5577>>. Do you want me to read the front of it?\nAgent: No need.
Let me spell my login for you, username <<ptrask72>>, password is {{bluekettle88}}, all lowercase, and it's the pay-as-you-go phone.
Agent: And what's the expiry on that?\nCustomer: The card's {{4659 3588 0059 0869}} and it's good until {{ten twenty-eight}}. You're taking <<£26.50>>, yes?
We run a small bakery, you collected <<€89>> from our Dutch account, {{NL28 INGB 0425 3375 32}}, and we closed the contract in <<February>>.
Customer: I got a text saying my parcel needs <<£1.99>> and I clicked it.\nAgent: Did you enter anything?\nCustomer: No, I stopped, thank God. The message came from <<07700 900461>>.
Two hours I've been waiting, two, and all I want is for somebody to look at case number <<0047 2291 8836 1150>> and tell me yes or no.
Agent: I'm ready for the number.\nCustomer: {{Four triple zero, six one five one}}...\nAgent: Yes?\nCustomer: {{Eight three four nine, two three two eight}}.\nAgent: And you authorize <<forty-five dollars>> today?
The seed words were {{garage tower slim echo hybrid cereal modify ranch}}, then I couldn't read one, and then {{walnut amused tragic}}, and there's about <<two ETH>> on it.
Agent: Okay <<Mrs. Pruitt>>, I've moved your payment date from <<the fifth>> to <<the nineteenth>>, no charge for that.\nCustomer: Oh you're a star.
Please update the direct deposit to routing {{1 1 1 0 3 9 6 5 6}} and account {{0 9 9 5 5 0 9 7 5 5}}, effective from <<the December 15 payroll>>.
Caller: Can I have the pin for the parcel locker?\nAgent: Sure, it's {{8 4 1 1 0 6}}, locker <<17>>, it's open until <<11 pm>>.
I checked the exchange, I got in at <<61,300>> and out at <<58,950>>, the order ID is <<9921-55310>>, and the fee looks like double what you advertise.
Agent: One moment while that loads. And the last four on the card?\nCaller: <<Two eight one two>>.\nAgent: Thanks, I see the <<$19>> charge.
My credit card, right. {{Three seven nine nine, one two oh four three four, five three seven six nine}}. The code on the front? {{Two two oh eight}}.
Agent: Are you calling about the account for <<Rosalind Peake>>?\nCaller: Yes, I'm her son. She passed away in <<March>> and you're still taking <<£14.99>> every month.
You guys sent me a 1099 that's wrong, the link was {{https://tax.portal.example/forms/1099-NEC-2023-7715.pdf}}, it says <<$18,200>> and I only made <<$12,800>>.
Agent: What do you have in front of you, a debit card?\nCustomer: Yes. {{Six seven five nine, five zero zero four, five nine five zero, eight four nine four}}. It doesn't have a number on the back.
Nah I'm at the airport right now, gate <<B22>>, boarding in ten, can you just put the bag on my account, it's <<35 euros>>, confirmation <<K9PWTR>>?
Agent: So that's {{fifty-two hundred}}?\nCustomer: Yeah, {{fifty-two hundred, ninety-nine ninety-eight, oh four seventy-three, fifty-nine ninety-one}}.\nAgent: Got it, <<sixty dollars>> for the late pickup.
Your man on <<Saturday>> promised me one free month and I've got his name, <<Declan>>, and the chat number, <<7715402>>.
Customer: My bank says the transfer to you had the reference <<RENT NOV 12C>> and went out at <<7:15>>.\nAgent: I found it, <<$1,890>>, thank you.
Caller: Fine, take it from checking. Routing {{061868265}}, account {{4216595586}}.\nAgent: And I have your permission for <<$88.40>> on <<the first of the month>>?\nCaller: Yes.
My Italian tax code, the codice fiscale, is {{BRTLCU84E12H501V}}, you'll need it for the lease, and the rent is <<nine hundred and fifty euros>> plus one month's deposit.
Agent: I'm showing two visits, <<October 4th>> and <<October 11th>>. Which one is the bill about?\nPatient: The second one, statement number <<600-4471-2>>, where they took blood.
Hey, uh, I was the one who called ten minutes ago about the concert tickets, section <<104>>, and I think I was talking to <<Priscilla>>?
## hinglish
Agent: Sir, card number bata dijiye poora.\nCustomer: Haan likhiye, {{chhah paanch do ek, aath saat nau do}}, theek hai? {{zero double six teen, chhah nau aath ek}}.
Bhaiya maine do din pehle recharge kiya tha <<teen sau ninyanave rupaye>> ka, abhi tak data nahi aaya, number hai <<98765 00142>>.
Agent: Ma'am, OTP aaya hoga aapke phone pe.\nCustomer: Ek second... haan, {{paanch saat ek nau zero do}}.\nAgent: Thank you, payment ho gaya, <<1,249 rupees>>.
Mera UPI ID hai {{rakhi.menon82@okhdfcbank}}, refund usi pe bhej do, order number <<OD4408817>> hai.
Customer: Flat ka deposit kab wapas milega? Maine <<pachaas hazaar>> diye the.\nAgent: Sir, <<15 December>> tak aa jayega, owner ne bola hai.
PAN card ka number note kar lijiye, {{GKXPX4670O}}, aur naam <<Suresh Kulkarni>> hai, spelling same rakhna.
Agent: Aadhaar verify karna padega.\nCustomer: {{saat do teen paanch, aath ek paanch chaar, zero zero chhah teen}}.\nAgent: Ji, ek minute hold kijiye.
Arre main ek baar nahi, teen baar call kar chuka hoon, complaint number <<SR-7712045>> hai, koi sunta hi nahi.
Agent: Bank account aur IFSC bata dijiye salary transfer ke liye.\nCaller: Account {{09643516863199}}, IFSC {{HDFC0887892}}, branch <<Kothrud>>.
Bete ki school fees ka last date <<10 tareekh>> tha, maine <<9 ko shaam 6 baje>> bhar diya, phir bhi late fee <<500>> kaise lag gayi?
Customer: Card RuPay ka hai, {{6080 1296 5402 2430}}, expiry {{08/27}}.\nAgent: Aur CVV?\nCustomer: {{double four nine}}.
Madam, flight cancel ho gayi, PNR <<L4TQ9B>>, aur aap bol rahe ho ki sirf <<ek hazaar do sau>> wapas milenge?
Gym wale ne mere card se, woh jo <<3239>> pe khatam hota hai, do baar paise kaat liye, ek <<5 tareekh>> ko aur ek <<7>> ko.
Agent: GST number dena padega invoice ke liye.\nCustomer: Haan, {{27ZPCPH0273X1ZK}}, aur invoice <<KT/2024/118>> pe dalna.
Hello, parcel kal aana tha, AWB <<3345 0098 7712>>, delivery boy ka naam <<Imran>> tha, do ghante se phone nahi utha raha.
Customer: Net banking ka password bhool gaya tha, naya {{Ganpati@2211}} rakha hai, phir bhi login nahi ho raha.\nAgent: Sir, password kisi ko mat bataiye please.
Papa ka operation hai <<Monday subah aath baje>>, hospital ne <<do lakh>> advance maanga hai, aap card ki limit badha sakte ho kya?
Agent: Main repeat karti hoon, {{six oh seven six, zero three nine three, zero five nine four, three two three nine}}, sahi hai?\nCustomer: Ji bilkul sahi, kaat lijiye <<799>>.
Nahi nahi, ATM pin mat change karo, purana {{chaar saat ek chhah}} hi chalne do, bas card unblock kar do.
Agent: Aap kab tak payment kar denge?\nCustomer: Dekhiye, <<pehli tareekh>> ko salary aati hai, tab <<chaar hazaar>> de dunga, baaki agle mahine.
Exchange se maine <<0.8 ETH>> nikala tha, address <<0x6cbcdde6f8b6d270643749998ec8c345fa3072a6>>, subah se pending dikha raha hai.
Agent: Sir account number ek baar aur?\nCustomer: {{saat chaar paanch saat zero}}... {{chaar chaar ek saat paanch paanch}}, SBI ka hai, aur IFSC {{SBIN0889746}}.
Ek kaam karo, mujhe email pe bill bhej do, <<neha.bhatt@example.in>>, <<September>> aur <<October>> dono ka.
Customer: Passport number {{T4417206}} hai, visa fee <<₹8,900>> kal hi bhari thi.\nAgent: Ji, application <<VF-220918>> mil gayi.
Main <<Farida>> bol rahi hoon, char logon ka booking tha, do bade do bachche, hotel wale ne sirf ek kamra diya.
Agent: Aapka ticket <<INC0091774>> ban gaya hai, teen din mein resolve hoga.\nCustomer: Pichhli baar bhi yahi bola tha!
Aadhaar ka number hai na, {{7900 7602 8142}}, aur pin code <<411038>>, subsidy <<teen mahine>> se nahi aayi.
[00:22] Agent: Card ke peeche teen digit ka code hai, woh boliye.\n[00:27] Customer: {{Nau, ek, paanch}}.\n[00:30] Agent: {{Nau ek paanch}}, theek hai.
Uncle, paytm wala message asli hai kya, bol raha hai <<₹4,999>> ka cashback, phone number <<1800 000 4417>> se aaya.
Ticket resale wale ko paise bhejne the, uska UPI {{9900011223@ybl}} hai, maine <<paanch sau>> bheje par usko sirf ek sau dikha.
## devanagari
एजेंट: कार्ड का पूरा नंबर बताइए।\nग्राहक: लिखिए, {{पाँच शून्य आठ एक, शून्य पाँच चार छह}}, हाँ, {{छह सात छह छह, शून्य पाँच चार शून्य}}।
मैंने दो दिन पहले <<तीन सौ रुपये>> का रिचार्ज कराया था, अब तक नेट नहीं चल रहा, शिकायत नंबर <<88120>> है।
एजेंट: जो ओटीपी आया है वो बता दीजिए।\nग्राहक: रुकिए चश्मा लगा लूँ, {{आठ तीन शून्य चार दो एक}}।
बच्चे की फीस <<बारह हज़ार पाँच सौ>> थी, मैंने <<पाँच जुलाई>> को जमा कर दी, रसीद नंबर <<R-4471>> है।
मेरा आधार नंबर {{8952 7650 1641}} है और नाम <<कमला देवी>>, गैस की सब्सिडी रुकी हुई है।
ग्राहक: किराया हर महीने <<एक तारीख>> को देता हूँ, इस बार दो दिन देर हो गई।\nएजेंट: कोई बात नहीं, <<आठ हज़ार>> मिल गए हैं।
एजेंट: पैन नंबर बोलिए।\nग्राहक: {{TKOPO6936X}}, और रिफंड <<4,310 रुपये>> का आना था।
डॉक्टर साहब से मिलने का समय <<मंगलवार शाम चार बजे>> का मिला था, अब कह रहे हैं एक हफ्ते बाद आओ।
कार्ड है {{4400 1319 3514 4411}}, मियाद {{11/28}} तक, और पैसे सिर्फ <<नौ सौ>> काटना भाई।
एजेंट: आपका पार्सल <<BD55120987IN>> आज निकला है।\nग्राहक: तीन बार यही सुना है, कोई आता तो नहीं।
एजेंट: पीछे लिखा सीवीवी?\nग्राहक: {{दो सात सात}}।\nएजेंट: धन्यवाद, <<छह सौ पचास रुपये>> का भुगतान हो गया।
खाता नंबर {{8822797398182162}}, आईएफएससी {{PUNB0347349}}, पेंशन इसी में भेजिए, <<मार्च>> से अटकी है।
जिस कार्ड के आखिरी चार अंक <<2430>> हैं, उससे <<एक हज़ार>> दो बार कट गए, एक वापस कीजिए।
ग्राहक: मेरा मोबाइल नंबर <<98111 00457>> है, उसी पर फोन करना।\nएजेंट: जी, <<शाम छह बजे>> के बाद करेंगे।
एजेंट: मैं दोहराता हूँ, {{छह चार नौ एक, सात आठ एक नौ, पाँच नौ नौ नौ}}, सही है?\nग्राहक: हाँ जी, आधार यही है।
एटीएम का पिन {{तीन नौ शून्य आठ}} डाला तो मशीन ने कार्ड निगल लिया, <<सेक्टर पंद्रह>> वाली शाखा में।
दान की रसीद चाहिए, <<इक्यावन सौ रुपये>> दिए थे <<दिवाली>> पर, नाम <<रमेश चौबे>> लिखना।
यूपीआई आईडी {{sunita.kirana@oksbi}} पर भेज दो, बिल नंबर <<209>> का पैसा है।
एजेंट: उड़ान <<सुबह सात बजकर बीस मिनट>> की है, दो सीटें पक्की हैं।\nग्राहक: एक खिड़की वाली चाहिए थी, मेरी माँ साथ हैं।
बिजली का बिल इस बार <<चार हज़ार दो सौ बारह>> आया है, हम तो दो ही लोग रहते हैं, उपभोक्ता संख्या <<1100457823>> देख लीजिए।
## spanish
Agente: ¿Me dice el número de la tarjeta, por favor?\nCliente: Sí, apunte, {{cuatro cinco tres nueve, tres cero seis dos}}, espere... {{uno siete nueve cinco, dos uno cuatro cinco}}.
Mire, me han cobrado <<treinta y nueve euros>> dos veces, el <<cinco>> y el <<seis de marzo>>, y solo fui un día al gimnasio.
El IBAN para la fianza es {{ES55 2100 1200 5921 5772 8177}}, a nombre de <<Lucía Barrientos>>, son <<setecientos cincuenta euros>>.
Agente: ¿Y el código de seguridad?\nCliente: {{Cuatro, cero, dos}}.\nAgente: Perfecto, su pedido es el <<77120-B>>.
Llevo una hora esperando y el paquete con seguimiento <<PQ4F7D0711928>> sigue en el almacén de <<Getafe>>.
Mi DNI es {{42703220V}} y el vuelo era el <<IB3144>> del <<día doce>>, quiero que me devuelvan el dinero, no un bono.
Cliente: ¿Puedo pagar en dos veces?\nAgente: Claro, <<ciento veinte>> hoy y <<ciento veinte>> el <<quince de mayo>>, con la tarjeta que acaba en <<7559>>.
Pues la tarjeta es {{cincuenta y cuatro, cincuenta y tres, ochenta y uno, cero cuatro}}, ¿sí?, {{setenta y cinco, setenta y seis, ochenta y ocho, veintinueve}}.
Señorita, la CLABE es {{012991509956802031}}, ahí me deposita los <<cuatro mil pesos>> de la colegiatura.
Agente: Le acabo de mandar un código por SMS.\nCliente: Ya, {{seis uno cero, cuatro cuatro siete}}.\nAgente: Gracias, <<don Anselmo>>.
Tengo una cita el <<martes a las once y media>> con la doctora <<Salcedo>> y nadie me confirma si el seguro <<POL-889201>> la cubre.
Soy extranjera, tengo NIE, {{Y5882940Z}}, y el contrato de alquiler empieza el <<uno de septiembre>>.
Agente: ¿Con quién hablo?\nCliente: Con <<Ramiro Peñalba>>, mi teléfono es <<600 000 417>>, llamo por la factura <<F-2024-0331>>.
Le doy la de mi marido, {{4242 8335 3072 8884}}, caduca en {{06/29}}, y me cobra solo los <<59,90>>, ¿eh?
Yo pedí una cosa y me llegaron dos, el pedido es el <<903-4417>> y quiero devolver una.
[00:18] Agente: Dígame la contraseña provisional que le dimos.\n[00:24] Cliente: Creo que era {{Luna.verde7}}, con punto en medio.
Saqué <<250 USDT>> ayer a las <<ocho de la tarde>> y el hash es <<0x1a0f058359d24e27eb7a32ad159e1b3e137286beca567f764de21365d2f9406d>>, no me llega nada.
Agente: Repito, {{cuatro uno uno uno, cero seis uno cuatro, nueve uno dos siete, siete cuatro cinco cinco}}, ¿correcto?\nCliente: Correcto, y son <<quince euros>> al mes para la asociación.
Mi hijo vive en Brasil, su CPF es {{371.190.740-75}}, y le quiero mandar <<doscientos dólares>>.
Agente: Un momento, por favor, que le paso con un compañero. Su número de incidencia es el <<40 118>>.\nCliente: Otra vez no, ya he hablado con tres.
El pin del móvil es {{uno siete tres ocho}}, pero ahora me pide el otro, el largo, y no sé dónde está.
Vivo en la calle <<Olmos 14>>, código postal <<28013>>, segundo piso, y el router llegó sin cable.
Cliente: La nómina está en el correo, se llama {{nomina_octubre_barrientos.pdf}}.\nAgente: La veo, el expediente es el <<HIP-5520>>.
Me cortaron la línea por <<doce euros con cuarenta>>, ¡doce euros!, y soy cliente desde hace <<veinte años>>.
Agente: ¿Su cuenta es la del banco de siempre?\nCliente: No, la nueva, {{E S noventa, dos cero ocho cinco, uno dos cero uno, cinco uno cinco cuatro, cero tres uno dos, uno tres cinco cuatro}}.
## german
Agent: Nennen Sie mir bitte die Kartennummer.\nKundin: Ja, Moment, {{fünf drei sechs eins, zwei fünf zwei null}}, haben Sie das? {{eins drei sieben drei, null neun sechs vier}}.
Guten Tag, ich habe am <<dritten März>> gekündigt und Sie buchen immer noch <<neunundzwanzig Euro neunzig>> ab, das geht so nicht.
Überweisen Sie die Kaution bitte auf {{DE14 5001 0517 1268 3116 09}}, es waren <<1.850 Euro>>, Kontoinhaber <<Jörg Wiesner>>.
Agentin: Und die Prüfziffer hinten?\nKunde: {{Sieben null acht}}.\nAgentin: Danke, die Buchung <<RT55QW>> ist bestätigt.
Mein Paket mit der Sendungsnummer <<00340434 1612 0945 5501>> soll beim Nachbarn sein, aber bei dem war keiner.
Für die Steuererklärung, meine Steuer-ID ist {{12553679809}}, und es geht um den Bescheid vom <<vierten Juni>>.
Kunde: Kann ich das in zwei Raten zahlen?\nAgent: Ja, <<hundertzwanzig Euro>> am <<ersten>> und der Rest am <<fünfzehnten>>.
Also, die Visa, {{fünfundvierzig neununddreißig, neunundzwanzig null eins, null sechs zwanzig, vierundfünfzig zweiundfünfzig}}, gültig bis {{null neun achtundzwanzig}}.
Ich warte jetzt seit einer Stunde, meine Kundennummer ist <<20 448 117>>, und ich will einfach nur einen Menschen sprechen.
Agent: Ich habe Ihnen eine TAN geschickt.\nKundin: Ja, hier, {{vier null neun, zwei zwei eins}}.\nAgent: Passt, <<340 Euro>> sind unterwegs.
Mein Sohn <<Lennard>> geht in die zweite Klasse, das Essensgeld für <<Oktober>> waren <<68 Euro>>, und jetzt kommt eine Mahnung.
Speaker 1: Ihre Umsatzsteuer-ID bitte?\nSpeaker 2: {{DE207625636}}.\nSpeaker 1: Gut, die Rechnung <<RE-10774>> geht heute noch raus.
Wir sind vier Personen, zwei Erwachsene, zwei Kinder, der Flug <<EW 582>> am <<elften August>> wurde gestrichen.
Die Karte ist {{5275 4789 7803 9993}}, aber bitte erst am <<Montag>> abbuchen, da ist mein Gehalt drauf.
Agentin: Mit welcher Karte haben Sie gezahlt?\nKunde: Mit der, die auf <<0964>> endet. Das waren <<siebzehn Euro fünfzig>>.
Ich hab dem Mann am Telefon meine PIN gesagt, {{acht drei drei eins}}, und danach waren <<neunhundert Euro>> weg.
Sie erreichen mich unter <<030 23125 417>>, am besten nach <<achtzehn Uhr>>, vorher bin ich auf Station.
Agent: Ich wiederhole, {{D E acht neun, zwei null null fünf, null fünf fünf null, eins null zwei null, vier zwei drei zwei, null eins}}.\nAnrufer: Genau, und Betreff ist <<Spende 2024>>.
Einen Moment, ich muss das kurz suchen. Also die Vertragsnummer ist <<V-7731-02>>, und der Vertrag läuft noch ein Jahr?
Das Passwort war {{Kirschbaum#41}}, so hat es meine Tochter aufgeschrieben, aber ich komme nicht rein, seit <<gestern Abend>>.
Kundin: Ich war nur ein einziges Mal im Studio.\nAgent: Verstehe, Frau <<Tillmanns>>, ich erstatte Ihnen <<44,90>>.
Die Auszahlung von <<0,15 ETH>> ging an <<0x96f0057dfbbacbdd7abe72b3246fbb87926c9734>>, ist aber seit <<halb drei>> nicht da.
Ausweis habe ich keinen, aber die Reisepassnummer kann ich sagen, {{C 4 J 7 R L 0 9 2}}, reicht das?
Agent: Wie lautet Ihre Adresse?\nKundin: <<Birkenweg 8>>, <<50823 Köln>>, dritter Stock links.
Ich hab die Abrechnung hochgeladen, {{Lohnabrechnung_2024_09.pdf}}, für den Mietantrag <<MA-118>>, Kaltmiete <<780>>.
## french
Agent : Je vous écoute pour le numéro de carte.\nCliente : Alors, {{quarante-neuf soixante-dix, soixante-quinze soixante-quinze}}, vous suivez ? {{quatre-vingt-treize dix-huit, soixante-quinze quatre-vingt-dix-sept}}.
Bonjour, on m'a prélevé <<vingt-neuf euros quatre-vingt-dix>> alors que j'ai résilié la salle le <<deux janvier>>.
Mon RIB, c'est {{FR76 3000 4413 6459 2559 4825 462}}, c'est pour le remboursement de <<180 euros>> de la cantine.
Agent : Et les trois chiffres au dos ?\nClient : {{Cinq, un, neuf}}.\nAgent : Merci, c'est réglé, dossier <<D-66180>>.
Mon colis <<8R 4471 0092 31>> devait arriver <<mardi>>, j'ai posé une journée pour rien et personne n'a sonné.
Vous pouvez prendre sur la carte qui finit par <<1723>>, comme la dernière fois, c'est bien <<quinze euros>> ?
La carte, c'est {{5134 4576 5437 1723}}, elle expire en {{04/28}}, et c'est au nom de <<Solène Marchais>>.
Agent : Vous avez reçu un code par texto ?\nClient : Oui, une seconde, {{huit huit quatre, zéro un six}}.\nAgent : Parfait, monsieur.
Ça fait trois fois que j'appelle pour le loyer de <<novembre>>, j'ai payé <<six cent vingt euros>> le <<cinq>>, regardez bien.
Pour la facture, notre numéro de TVA est {{FR21948962352}}, et la commande, c'est la <<BC-20417>>.
Cliente : J'ai rendez-vous à <<quatorze heures trente>> avec le docteur <<Vasseur>>, il y a un dépassement ?\nAgent : Oui, <<trente-cinq euros>>.
Je vous redonne tout, {{quatre neuf sept trois, zéro deux un sept}}, euh, {{cinq neuf un six, zéro trois huit six}}, et prenez <<quarante euros>> pour les sinistrés.
Agent : Un instant, je vérifie. Votre vol <<AF1408>> est remboursable, il y a un billet ou deux ?\nClient : Deux, un pour moi et un pour ma mère.
Le code de ma carte, enfin le code secret, c'est {{sept zéro deux neuf}}, et le distributeur me dit qu'il est faux.
[00:09] Client : Je suis en Belgique, l'IBAN est {{BE69 1539 5277 2178}}.\n[00:16] Agent : Noté, virement de <<96,40 euros>> sous <<trois jours>>.
J'habite au <<12 rue des Tanneurs>>, <<59000 Lille>>, et la box est en panne depuis une semaine.
Le mot de passe que j'utilise, c'est {{Coquelicot22}}, avec une majuscule, mais l'appli <<version 5.3>> le refuse.
Client : J'ai vendu une poussette <<soixante euros>> et je n'ai rien reçu.\nAgent : La transaction <<T-990417>> est en attente, c'est un jour ou deux.
Alors le passeport de ma fille, c'est {{19FV40872}}, et son billet est au nom de <<Inès Carpentier>>.
Vous pouvez me rappeler au <<01 99 00 41 72>> ou m'écrire à <<p.lenoir@example.fr>>, je suis là jusqu'à <<dix-huit heures>>.
`,
	AD: String.raw`
## english
Agent: Thornbury Organ Works, accounts, Gethin speaking. \nCustomer: Morning. I've the reminder for invoice <<3381>> in front of me, the pipe cleaning at St Olave's. I'll settle it by card, it's {{4539 6702 0048 5466}}, expiry {{09/27}}.
So the long number is {{four five three nine, three five four one, five eight five one, four six nine eight}} and it runs out {{November twenty-six}}. That's the <<two hives>> and the smoker, <<a hundred and eighty pounds>>, isn't it?
Agent: Falcon and Hood, bookkeeping. \nCustomer: Hello, I'm ringing about order <<50918>>, the pair of jesses that never turned up. \nAgent: <<One moment>>, I'll see where the parcel's got to.
We've sent <<three reminders>> about the scaffold on Pell Lane and the balance is still <<four thousand one hundred and twelve pounds>>. If it isn't in by <<Friday the sixth>>, the boards come down.
Customer: It's an Amex, is that all right? \nAgent: It is, go ahead. \nCustomer: {{three seven one two, eight three five one oh three, one three four eight two}}. \nAgent: And the four digits printed on the front? \nCustomer: {{nine four seven three}}.
Agent: Whenever you're ready. \nCustomer: Okay, so {{five two one eight}}. \nAgent: {{Five two one eight}}, yep. \nCustomer: {{Oh three one oh}}. \nAgent: Go on. \nCustomer: {{One three five six, oh eight six nine}}. \nAgent: Lovely, and that's <<forty-six fifty>> for the fencing mask.
Right, the Visa is {{forty twenty-six, fifty-three fifty-five, seventy-five thirty-three, fifty-nine thirty-seven}}. Put the whole <<three hundred and twelve dollars>> on it, that should clear the berth through <<August>>.
Customer: Is there any chance of splitting the lift maintenance over <<six months>>? \nAgent: I can do <<three>>, at <<£96.50>> each, with the first on <<1 April>>.
Agent: And which card for the kennel renewal? \nCustomer: {{Four nine one six, oh eight double oh, five oh double seven, seven four two one}}. \nAgent: Thank you, Mrs <<Achterberg>>, you're renewed until <<the third of May>>.
Hang on, glasses. {{Five four two five, one oh four five}}, no, sorry, that's wrong, {{one oh double four}}, and after that it's {{five seven nine eight, four double oh nine}}. And take just <<one instalment>>, not all three.
The tracking number is <<1Z 8A4 F62 03 9917 4405>> and they say it was left with a neighbour at number <<twenty-two>>, which is an empty shop.
Agent: The refund went out on <<12 June>>, reference <<RF-00918837>>. \nCustomer: To the card ending in <<2755>>? \nAgent: That's the one, yes.
Speaker 1: We'd like to put it on the firm's Diners, do you take that? \nSpeaker 2: We do. \nSpeaker 1: {{3656 002568 7022}}, good through {{02/28}}, and that covers transcripts <<17>> and <<18>>.
[00:41] Agent: Could you read me the three digits on the signature strip? \n[00:46] Caller: {{One eight four}}. \n[00:49] Agent: Perfect, the <<€74.20>> for the wig refit has gone through.
Agent: I've got the card ending in <<8940>> on file already, I only need the security code. \nCustomer: Oh, right, {{six oh two}}. \nAgent: {{Six zero two}}. Thank you.
Your payout of <<0.0418 bitcoin>> left us at <<ten past two>>. The transaction hash is <<0x983fc05f08beb9f47b134c1d37f23dd5ae6e54b2f25a45d1e3b63797bf85d676>>, you can look it up yourself while we're talking.
Yeah, it's a Mastercard, uh, {{five two one eight}}, um, {{nine five three two}}, let me tilt it to the light, {{seven one double three}}, and then it says {{eight five one six}}. Expires {{oh three twenty-nine}}.
Customer: Nobody picked up all week. Can you ring me back on <<07700 900461>>? It's about the <<two vending machines>> at the leisure centre. \nAgent: I'll have Kwabena call you before <<noon>>.
Agent: For the septic contract we can pull it by ACH. \nCustomer: Okay, routing is {{021006960}} and the checking account is {{5164456121}}. \nAgent: Great, <<$219.00>> on <<the fifteenth>>.
My bank's routing number is {{two seven three, oh one three, eight seven nine}} and the account is {{seven seven one two, nine one two, four zero nine}}. Just don't take it before <<payday, the thirtieth>>.
The refund for the cancelled ice time should go to sort code {{76-33-65}}, account number {{31096431}}, in the name of <<Wirral Blades>>. It was <<£64>>, booked for <<9 February>>.
Agent: Sort code first, please. \nCustomer: {{Thirty-two, sixteen, sixty-nine}}. \nAgent: And the account? \nCustomer: {{Five double eight oh, five oh five four}}. \nAgent: So that's {{five eight eight zero, five zero five four}}, and you're getting <<£23.75>> back.
Agent: Is that the policy for the horsebox or for the yard? \nCustomer: The horsebox. Policy <<HX-20447-B>>, renewal due <<the nineteenth>>. \nAgent: Found it, it's gone up by <<eleven pounds>>.
Could you send the receipt to <<ottoline@pewterandplate.co.uk>> and copy in my business partner, <<Bram>>? He's the one who does our books, the <<two of us>> share the workshop.
Agent: Which account should the deposit for the prop hire go back to? \nCustomer: {{NL83 RABO 5423 5352 14}}, in the name of <<Femke Oudshoorn>>. \nAgent: Noted, <<€350>>, allow <<two to three working days>>.
It's an Irish account, so {{I E three seven, A I B K, one triple four, double six oh two, three six nine five, oh seven}}. The credit note you gave me was number <<CN 2290>>.
[02:15] Caller: I typed the reference wrong, I put <<7714>> and it should have been <<7741>>. \n[02:22] Agent: That's okay, we matched it by the amount, <<one thousand and sixty euros>>.
We owe you <<ninety-eight pounds forty>> for the chandlery return. I see {{GB69 NWBK 2768 2633 0769 93}} on last year's remittance, is that account still open?
Agent: I'm going to need a little something to verify you. The last four of your Social? \nCustomer: {{5165}}. \nAgent: Thanks, Mr. <<Delacroix-Boone>>, I see <<two deductions>> of <<$88.40>>.
Well, the form wants my whole Social Security number, so write it down: {{four oh four, fifty-seven, fifty-four ninety-eight}}. My date of birth is <<February fourth, nineteen seventy-one>>.
Customer: The reader at the till is stuck again. \nAgent: What firmware does it show? \nCustomer: It says <<4.12.0>>, build <<881>>. \nAgent: Then pull the plug, count to <<ten>> and start it up again.
Agent: Before we pay a new vendor we need the W-9 details. \nCustomer: Sure, the company is Pronghorn Taxidermy LLC and the EIN is {{46-1880411}}. \nAgent: And the invoice you're chasing is <<0093>> for <<$1,275>>?
I don't have a Social, I file with an ITIN, and that's {{984-71-9980}}. You can reach me after <<four thirty>> at <<(505) 555-0148>>.
Our EIN, let me find it, is {{eighty-two, seven seven five six oh double two}}. The church is exempt, so you should take <<forty-one dollars and six cents>> in sales tax off invoice <<2208>>.
Agent: You'll get a text with a six-digit code any second. \nCustomer: Got it. {{036218}}. \nAgent: Thank you, and now I can change your delivery address to <<SY23 4QP>>.
Agent: I'm showing <<four open invoices>> for the dental lab, the oldest from <<January>>. \nCustomer: We paid <<two>> of those by cheque. \nAgent: Could you give me the cheque numbers? \nCustomer: <<100482>> and <<100483>>.
Your National Insurance number should be on the letter. Yes, mine says {{JC 48 21 70 B}}, and underneath there's a case number, <<C-77120>>.
Agent: HMRC asked us for your UTR before we release the subcontractor payment. \nCustomer: It's {{nine five eight one eight, nine eight double nine three}}. \nAgent: Good, so <<eight hundred and forty>> less <<twenty percent>>.
For the honorarium you need my SIN, right? {{Two eight three, one eight oh, oh oh eight}}. And make the cheque out to <<Marguerite Obomsawin>>, not to the choir.
Agent: Where shall I send the bond? \nCustomer: BSB {{063-214}}, account {{1009 8837}}. \nAgent: Too easy. That's <<$420>> for the karaoke rig, job <<KR-1186>>.
My tax file number is {{260 232 659}}, love, and I started on <<the eighth of July>>. If you need me, my mobile's <<0491 570 156>>.
The supplier's ABN is {{16 736 850 644}}, they're registered for GST, and their quote was number <<Q-5530>> for <<thirty-two hundred dollars>> before tax.
Agent: And the postcode on the account? \nCustomer: <<LD3 8TH>>. \nAgent: And the first line of the address? \nCustomer: <<Six Weir Cottages>>, but the bees live at number <<nine>>.
I read the meter this morning and it's <<zero four eight seven one>>, so I can't have used <<six hundred pounds>> of gas in an empty chapel, can I?
Agent: The charge is zero-rated if you've got a valid VAT number. \nCustomer: We do, it's Belgian: {{BE0450201546}}. \nAgent: Then the total for the carillon parts drops to <<€2,140>>.
The charter was cancelled, so you have my passport on file, {{561830274}}, and I'd like that deleted, and the <<nine hundred euros>> back by <<the end of the month>>.
Agent: Driving licence number for the hire van? \nCustomer: {{MARRO 658227 P92XY}}. \nAgent: And you're bringing it back <<Sunday at six>>?
Customer: So I wrote the words down, it's {{oyster ladder velvet goat autumn pepper kite donkey marble sketch tunnel wagon}}. \nAgent: Please don't read those to anyone, sir, not even me. All I need is ticket <<44817>>.
Agent: We only ever need the public address. \nCustomer: Then that's <<0x98364d723d7153b515bc162116abe7d80d027332>>. \nAgent: Great, <<250 USDC>> on its way.
I exported it from the old wallet and it gave me {{a58eeaac9cf2e98c4a3ee8c20963b050b08cb32c8d0a8cd2e235c7528bf0d6f1}} as the private key. Is that what you mean by the payout address? My customer number is <<60-1183>>.
Agent: What do you use to log in to the trade portal? \nCustomer: My e-mail, <<dagny@saltlicksupply.com>>, and the password is {{Heron-Basket_52}}. \nAgent: You shouldn't tell me that one, I'd change it.
Agent: Please enter or say your four-digit telephone PIN. \nCustomer: {{Nine six nine seven}}. \nAgent: Thank you. You have <<one>> unpaid bill of <<nineteen ninety-nine>>.
[03:08] Caller: The sandbox works but live doesn't. I pasted {{sk_live_tcwpA8Q1kIOG1P9S5yKZPCmi}} and it says error <<401>>. \n[03:19] Agent: Roll that key, please, and send me the request ID, not the key.
I'd saved the statement at {{https://portal.kilnandkettle.co.uk/statements/2024-Q3-11920.pdf}} and now it won't open. It's the one with the <<£18.60>> late fee on it.
Agent: What did you attach to the hardship form? \nCustomer: My pay slip, the file's called {{payslip_2024-10_wanjiru.pdf}}. \nAgent: Thanks, Wanjiru. Your case is <<HF-3307>> and I'll look at it by <<Tuesday>>.
The form you mailed me is {{1099-NEC_2023_Tsosie.pdf}}, and the amount in <<box one>> is off by <<two hundred dollars>>. Can you reissue it?
Customer: I just want to know when the cremation plot fee's due. \nAgent: It's <<£310>>, due <<30 September>>, and you've got <<two weeks>> of grace on top.
Agent: Take your time. \nCustomer: {{Three five two eight, four three nine five}}, sorry, dog's at the door, {{three four nine eight, three double oh nine}}. \nAgent: And it's a JCB, isn't it? The grooming table was <<$289>>.
So this is my Discover: {{six zero one one, four seven three one, eight one six nine, two three four seven}}, expiration {{twelve twenty-seven}}, and the code on the back {{three three oh}}. Zip is <<59718>>.
Customer: You keep saying <<one business day>> and it's been <<five>>. \nAgent: I know, and I'm sorry. The transfer has the bank reference <<FT24 1180 77Q>>, if you'd like to ask them.
That one's {{twenty-two twenty-nine, thirty-eight sixty-one, thirty seventy, twenty-five forty-five}}. It'll say <<Perpetua Nakash>> on it. Use it for the season ticket, seat <<F 14>>.
Agent: I'll read the card back: {{3473 636420 60077}}, expiring {{08/26}}. \nCustomer: That's right. \nAgent: And the portable toilets come to <<$1,940>> for <<the weekend of the twelfth>>.
Agent: Sorry to chase. The tuning on <<3 March>> is still unpaid. \nCustomer: Didn't we agree on <<sixty>>? The bill says <<seventy-five>>. \nAgent: I'll ask Ioana and ring you <<tomorrow around nine>>.
My son set the standing order up, so the bank may know it as mandate <<M-00218>>. There were <<twelve payments>> and I have stubs for <<eleven>>.
The company card is UnionPay, so it's a long one: {{6217 1092 0552 8956 195}}. And please quote our purchase order, <<PO 88-1403>>.
Customer: I've got the card here. {{Four nine one six, three eight six four}}. \nAgent: Sorry, you broke up, {{three eight six}} what? \nCustomer: {{Three eight six four}}. Then it's {{five six two seven, oh nine oh seven}}. \nAgent: Got it, <<twenty-eight pounds>>, thanks.
Agent: Your hearing-aid cover renews <<next Monday>>. Would you like the same plan? \nCustomer: The cheaper one. What was it, <<eight ninety-nine>> a month? \nAgent: It's <<nine forty-nine>> now.
Okay, and I'd put the reptile vet on my other card, {{5218 3234 1662 0303}}, because the one ending <<4191>> is over its limit.
There's <<a first time>> for everything, but <<two>> bounced direct debits in <<one quarter>>, from an allotment society? I'd like to understand what happened.
Agent: Name as on the card? \nCustomer: <<Thandiwe Mokoena-Price>>. \nAgent: Number? \nCustomer: {{Four five three nine, one eight four five, eight seven four oh, two seven double five}}. \nAgent: Valid until? \nCustomer: {{Six twenty-eight}}.
Agent: I'm looking at ticket <<91450>>, the falcon telemetry refund. Did you send it back with Evri? \nCustomer: Royal Mail, <<AB 4471 9032 0GB>>. Signed for at <<11:52>>.
Take it from {{5425 2251 3762 2915}}, CVC {{771}}. It's <<$36>> a month for the post box, number <<204>>, same as before.
So <<one>> of us has the wrong number. I've got customer <<25160582025707>> and your letter says <<25160582025077>>, see, the last bits are swapped.
Agent: Hello, may I speak to Mr <<Ruairi Teague>>? \nCustomer: Speaking. \nAgent: It's about the grain dryer lease. The <<fourth instalment>> didn't come through, <<£1,870.25>>.
Card's {{forty twenty-six, fifteen fourteen, sixty-two oh five, seventy-nine twenty-one}}. You want the little number too? {{Four two eight}}. Now, can you make sure it's the <<annual>> plan, the <<ninety-five>> one?
Agent: Could you spell that booking reference for me? \nCustomer: <<K, Q, 7, 7, D, 2>>. \nAgent: The yurt, <<two nights>>, and you'd like the deposit back.
The bank bounced it because I gave you the old account. The new one is sort code {{90 46 20}} and the number's {{7544 8183}}. Same building society, just <<a second>> account.
Customer: Look, I lost my husband in <<May>> and I can't find half the papers. \nAgent: I'm so sorry. I'll put a hold on account reference <<DN-6610>> for <<sixty days>>, no fees.
Agent: Right, so that's {{two seven one three}} \nCustomer: Yes. \nAgent: {{nine oh eight one}} \nCustomer: Yes. \nAgent: {{two three one three, five oh seven nine}}. \nCustomer: That's it. \nAgent: And I'm taking <<fifty-two euros>> today.
For supplier payments we use Mercury, routing {{zero nine one, zero six seven, seven three five}}, account {{1640169286}}. Remittance goes to <<ap@lanternlaundry.com>>.
I've been on hold for <<forty minutes>>, my call ID is <<c-7f31-0922>>, and the <<one>> thing I want is somebody to cancel the gym locker.
Agent: The pin pad says <<approved>>? \nCustomer: It says approval code... no, it says declined, <<05>>. \nAgent: That's the bank. Would you try <<one>> more time?
Customer: My husband's account has a password on it. \nAgent: Yes, what is it, please? \nCustomer: {{Marmalade Tuesday}}. \nAgent: That's right. So the pool chemicals, <<£57.30>>, we've credited them back.
Ms <<Escarra>>, your cover for the prosthetic runs out on <<31 October>>. If you want to keep the <<five percent>>, let us know by <<the twentieth>>, that's all.
The Emirates account is {{A E seven five, six two three, nine nine eight seven, eight seven five five, one double six two, five triple zero}}. Ask for <<Yusuf>> in treasury if it bounces, extension <<318>>.
Agent: And for the age check, your driver's license? \nCustomer: California, {{D6047182}}. \nAgent: Thanks. The wine club refund is <<$148.12>>, order <<WC-71903>>.
Honestly I don't remember which of the <<three>> cards I used. The bank app says minus <<61.80>> on <<the second>>, at <<14:07>>, and the name of a tattoo studio I've never been to.
Agent: Which mooring is it, please? \nCustomer: <<B 27>>, by the slipway. \nAgent: And you'd like the <<twelve-month>> renewal, <<£84>>?
Can I do half now? {{6011 7953 3265 4234}}, oh-- wait, before you charge it, half is <<a hundred and five>>, yes? Okay. Then exp {{oh one thirty}} and go ahead.
Agent: That's your old number, <<01632 960244>>. Do you have a newer one? \nCustomer: <<Oh one six three two, nine six oh, seven double one>>. The other's been dead since <<the flood>>.
Customer: I sent <<150 USDT>> and the wrong network came up. \nAgent: Do you have the hash? \nCustomer: <<0x82505fb5c29f7dd152663b74a3a966b5f2dc516e1f9ecdc735c953cc4f02bd73>>. \nAgent: It's confirmed, <<thirty-one>> blocks.
The code that just came is {{eight one one, double oh six}}. Does that also switch off the <<two>> text alerts I get every <<Sunday>>?
Agent: Just so you know, we'll never ask for your PIN or the code from your banking app. \nCustomer: Good. Then what do you need? \nAgent: The order number and the postcode. \nCustomer: <<0071-5528>>, <<BT34 2NH>>.
Customer: It's the mobility scooter, serial <<SN 40038 1127>>. \nAgent: You paid <<£1,099>> and sent it back within <<fourteen days>>, so you'll get all of it.
I have the Amex open in front of me: {{3712 405484 69751}}, and the four-digit code is {{3538}}. Bill it as <<two separate charges>>, please, the estate wants it that way.
Agent: We need a valid GST number for the Kochi branch. \nCustomer: {{32HMZPR0091S1ZU}}. \nAgent: Fine. I'll reissue invoice <<SPX/24-25/0617>> for <<Rs 18,450>>.
You can send the advance by UPI, it's {{kettleandkiln@ybl}}, or by NEFT to account {{50100483759723}}, IFSC {{HDFC0001842}}. It's <<six thousand rupees>> in all.
Agent: So the balance after today is <<two hundred and one pounds one>>. \nCustomer: Two hundred and one point <<oh one>>? Where's the penny from? \nAgent: Rounding, from the <<first>> invoice.
Customer: My daughter says I should read you everything. {{Six seven five nine, nine eight seven oh}}. Are you there? {{Nine two oh five, five six double eight}}. \nAgent: I am, and it's <<eighteen pounds>> for the library van.
The lot was <<one hundred and nineteen>>, a stuffed pike, hammer price <<two hundred and forty>>, plus <<twenty-five percent>>. I withdrew from it, so why am I being billed?
Agent: I'll send the mandate to <<siobhan.keogh@ferrybridge.ie>>. \nCustomer: Better to <<office@ferrybridge.ie>>. I'm only in <<two days>> a week.
Agent: Is this still the right account for the grant? {{MT93 VALL 9946 0475 2484 8811 3622 115}}? \nCustomer: It is. \nAgent: Then the <<second tranche>>, <<€6,000>>, goes on <<Thursday>>.
Let me think, it was flight <<ZV 1183>>, on <<the twenty-seventh>>, and the excess baggage was <<seventy-five euros>> for a cello. A cello! On <<one seat>>!
Agent: And a payment for today? \nCustomer: Yeah, {{four five three nine, seven one one two}}, uh, {{four oh three nine, one two one three}}. \nAgent: Sorry, was it {{one two one three}} at the end? \nCustomer: Yes. \nAgent: Good, <<$77.77>>, confirmation <<8F-2201>>.
[00:05] Caller: Hi, it's <<Malakai>> from the surf school. \n[00:09] Agent: Hi Malakai. You've <<one wetsuit order>> on hold and <<two>> shipped. \n[00:17] Caller: Hold's fine till <<the eleventh>>.
I was told to ask for a wash plan refund, reference <<LDR dash four four one seven>>. It was <<five dollars>> a week for <<nine weeks>>, so <<forty-five>>.
Customer: I'm fasting on <<the seventeenth>>, so please don't call that day. \nAgent: No problem, Mr <<Baptiste>>. I'll move it to <<the eighteenth, at ten>>. \nCustomer: And it's still <<£33>>? \nAgent: Still <<thirty-three>>.
Agent: I need the full number of the invoice, not just the end. \nCustomer: Oh, it's huge. <<2024 0611 0000 4471 08>>. \nAgent: Thanks, that's the honey jars, <<six pallets>>.
We credited <<$412.50>> to the Visa ending in <<oh nine oh seven>> on <<the twenty-first>>, so give it until <<the twenty-eighth>>, and if it isn't there, quote ticket <<RFD-6634>>.
Customer: I don't give card numbers over the phone, sorry. \nAgent: That's absolutely fine. I'll text you a link on <<07700 900183>>, it lives for <<twenty-four hours>>.
Agent: Who signed for the kiln? \nCustomer: Somebody called <<Eszter>>, at <<twenty past eight>>, and there's no Eszter here. It weighs <<ninety kilos>>, it can't have walked off.
You've been on the <<five-nines>> support plan since <<twenty nineteen>>, and that ends with version <<7.2>>, so the renewal moves you to the other one at <<$6,200>> a year.
Agent: My notes say one missed payment in March, one in April. \nCustomer: No, <<one>>, only one. April I paid in the office, receipt <<00318>>, <<cash, two fifties>>.
## hinglish
Agent: Sir, aapka AMC renewal pending hai, water softener ka. \nCustomer: Haan, card se kar do na. {{6075 5690 4694 1408}}, expiry {{11/27}}. \nAgent: Ji, <<Rs 3,540>> ka payment ho raha hai.
Card number likhiye, {{chhe paanch do ek, chaar aath do paanch, saat chaar chhe nau, ek saat paanch ek}}. Aur haan, bill sirf <<do mahine>> ka kaatna, teen ka nahi.
Agent: Madam, hostel fees ka <<doosra installment>> abhi tak nahi aaya. \nCustomer: Do din pehle hi toh bheja tha, <<atthaarah hazaar>>. Receipt number <<4471>> dekhiye na.
Customer: Bhaiya, refund kab aayega? Maine <<teen baar>> call kiya hai. \nAgent: <<Ek minute>>, aapka ticket <<TKT-90218>> dekh raha hoon.
Agent: Security code bataiye, card ke peeche likha hai. \nCustomer: {{Saat ek chaar}}. \nAgent: Dhanyavaad, <<ek hazaar do sau>> kat gaye.
Mera Aadhaar number hai {{4130 0370 6062}}, aur naam spelling theek kar dena, <<Zubeida>> mein e-i nahi, sirf e hai.
Agent: KYC ke liye Aadhaar bolenge aap? \nCustomer: {{Do nau chaar saat}}. \nAgent: Haan ji. \nCustomer: {{Chaar chaar ek chaar}}, aur {{aath paanch ek saat}}. \nAgent: Theek hai, aapka file number <<KY/3381>> hai.
PAN card pe likha hai {{XUIPV4181W}}, TDS usi pe kaatna. Commission <<bees hazaar>> ka tha, <<teen invoice>> milake.
Agent: Sir GST number confirm kar dijiye, idli batter unit ka. \nCustomer: {{33CKPFS7311T1ZS}}, Coimbatore wala. \nAgent: Ji, invoice <<IB-0772>> dobara bhejti hoon.
UPI pe daal do na, {{bhanwari.crafts@oksbi}}. Kitna banta hai? <<Nau sau pachaas>>? Chalo theek hai.
Agent: Refund kis account mein chahiye? \nCustomer: Account number {{38452672619}}, IFSC {{SBIN0010473}}. \nAgent: <<Saat din>> lagenge sir, amount <<Rs 12,499>>.
OTP aa gaya, {{saat saat zero saat aath saat}}. Jaldi karo, yeh sirf <<paanch minute>> chalega.
Agent: Aapke mobile pe code gaya hoga. \nCustomer: Haan ji, {{183897}}. \nAgent: Verify ho gaya. Naya due date <<pandrah tareekh>> hai.
Dekhiye, ghoda-gaadi ka permit <<31 March>> ko khatam ho raha hai, fees <<paanch sau pachees rupaye>>. Number <<GG-118>> likh lena.
Customer: Courier ka tracking <<EK 4471 8820 9 IN>> hai, par status <<chaar din>> se wahi hai. \nAgent: Main warehouse se poochh ke <<shaam chhe baje>> batata hoon.
Agent: Hamara landline note kijiye, <<080 4718 0022>>. \nCustomer: Haan, <<zero aath zero, chaar saat ek aath, zero zero do do>>. Sahi hai?
Card ka number thoda ghis gaya hai, {{paanch do ek aath, zero chaar do ek}}, uske baad {{teen chaar chaar teen, do do aath chaar}}. Nahi hua toh kal <<gyarah baje>> phone karna.
Agent: Sir aapke tractor loan ki <<teesri EMI>> miss ho gayi. \nCustomer: Fasal nahi biki abhi. <<Bees din>> aur de do, <<aath hazaar>> toh de hi dunga.
Net banking ka password maine {{Mogra@1987}} rakha tha, phir bhi lock ho gaya. Customer ID <<55180924>> hai.
Agent: Card ending in <<8744>> se hi loon kya? \nCustomer: Nahi nahi, woh band hai. Naya likho, {{6075 5847 0179 7581}}. \nAgent: Aur valid till? \nCustomer: {{Zero chaar, unattees}}.
Ek baar phir bolun? {{Four nine one six, five nine eight two, one seven zero three, seven nine six seven}}. Tabla repair ka <<dhaai hazaar>> hi kaatna, bhaiya.
Agent: Policy number bol dijiye. \nCustomer: <<P dash chaar chaar zero nau>>. \nAgent: Aapke boat ka insurance <<ek saal>> ke liye <<Rs 7,215>> hai.
Main <<Lobsang>> bol raha hoon, homestay se. Guest ne booking <<HS-2093>> cancel ki, unko <<char hazaar ka refund>> kar dijiye, <<ek raat>> ka paisa rakh lijiye.
Customer: ATM PIN bhi chahiye kya? Mera {{nau saat chhe do}} hai. \nAgent: Nahi ma'am, PIN kabhi kisi ko mat dijiye. Mujhe bas order number chahiye, <<11-7082>>.
Agent: Payslip bhej di aapne? \nCustomer: Haan, {{salary_slip_aug2024_pinto.pdf}} naam se, <<accounts@konkannets.in>> pe.
Bhai, usne bola wallet address bhejo, maine bheja, <<TSj5UxwMowoiC7Gkr5aKLG5d4QkECMTLvX>>. Ab <<do sau USDT>> kab milenge?
Agent: Toh aapne <<do baar>> payment kar diya, <<ek>> UPI se aur ek card se. \nCustomer: Haan, galti se. Doosra wala wapas kar do, <<Rs 860>>.
Customer: Kaunsa PAN du, mera ya firm ka? Firm ka hai {{OOSFP7054O}}. \nAgent: Firm ka hi chalega. Quotation <<Q/88>> ka rate <<barah rupaye per kilo>> hi hai.
Invoice <<417>> aur <<418>> dono ka cheque <<somvaar>> ko mil jayega, aap ladke ko <<do baje>> ke baad bhejna.
Agent: Renewal reminder hai, aapki astrology app ki subscription. \nCustomer: Arre, <<ek hi mahina>> liya tha maine! Band karo, aur <<do sau ninyaanve>> wapas karo.
## devanagari
एजेंट: नमस्ते, लिफ़्ट मेंटेनेंस का बिल <<2217>> बाक़ी है। \nग्राहक: जी, कार्ड से ले लीजिए, {{चार पाँच तीन नौ, छह नौ तीन चार, शून्य तीन शून्य नौ, तीन एक नौ दो}}। \nएजेंट: <<सात हज़ार दो सौ>> कट जाएँगे।
मेरा कार्ड नंबर {{6521 9746 6305 7324}} है और आख़िरी तारीख़ {{08/28}}। रसीद <<मृणालिनी>> के नाम से बनाइए।
एजेंट: पीछे लिखे तीन अंक बताइए। \nग्राहक: {{पाँच शून्य आठ}}। \nएजेंट: धन्यवाद, <<एक मिनट>> रुकिए।
हमारी चिट्ठी में लिखा था कि <<तीन किस्तें>> हैं, पर आप लोग <<चार>> बता रहे हैं। पहली तो <<पाँच जनवरी>> को ही दे दी थी।
ग्राहक: आधार नंबर लिखिए, {{तीन छह आठ छह, पाँच शून्य सात आठ, एक एक सात तीन}}। \nएजेंट: जी, और आपका आवेदन क्रमांक <<8841>> है।
आधार {{9383 3478 5578}} है, और गाँव का पिन कोड <<262501>>। छात्रवृत्ति के <<दो हज़ार रुपये>> अब तक नहीं आए।
एजेंट: आपका ऑर्डर <<50-3317>> कल निकल गया है। \nग्राहक: और ट्रैकिंग? \nएजेंट: <<आर एम चार चार एक नौ दो>>, <<तीन दिन>> में पहुँच जाएगा।
मैं <<भीमसेन>> बोल रहा हूँ, बैंड-बाजे वाला। शादी रद्द हो गई तो एडवांस के <<पंद्रह हज़ार>> में से <<आधा>> लौटा दीजिए।
ग्राहक: ओटीपी आया है, {{चार नौ चार नौ पाँच दो}}। \nएजेंट: ठीक है, आपका नया पता सेव हो गया, मकान <<दो सौ ग्यारह>>।
यूपीआई आईडी है {{sharda.papad@upi}}, उसी पर भेज दीजिए। कुल <<नौ सौ साठ रुपये>> बनते हैं, <<बारह>> पैकेट के।
एजेंट: रिफ़ंड किस खाते में भेजें? \nग्राहक: खाता नंबर {{91450600382}}, आईएफ़एससी {{PUNB0184200}}। \nएजेंट: <<पाँच से सात दिन>> लगेंगे।
पैन नंबर {{POIPD2838R}} लिखा है कार्ड पर। आप फ़ॉर्म का काम <<शुक्रवार>> तक कर देंगे न?
ग्राहक: दो दिन पहले फ़ोन किया था, किसी ने उठाया नहीं। \nएजेंट: माफ़ कीजिए, आपका टिकट <<TK-7719>> मेरे पास है, <<एक घंटे>> में जवाब मिलेगा।
<<चार>> लोगों की नाव की सवारी थी, <<एक>> आदमी नहीं आया, तो <<तीन सौ पचास>> वापस चाहिए हमें।
एजेंट: कार्ड का नंबर एक बार दोहराता हूँ, {{4539 9543 8639 4191}}। \nग्राहक: हाँ, सही है। \nएजेंट: पत्रिका का नवीनीकरण <<मार्च 2026>> तक हो गया।
मेरा मोबाइल <<नौ आठ एक एक, शून्य दो, तीन तीन चार शून्य>> है, शाम <<छह बजे>> के बाद ही मिलूँगी।
ग्राहक: पासवर्ड मैंने {{Kesar#Chai44}} डाला था, फिर भी ग़लत बता रहा है। \nएजेंट: पासवर्ड मत बताइए, बस ग्राहक संख्या दीजिए। \nग्राहक: <<660127>>।
एजेंट: ढोलक की मरम्मत के <<आठ सौ>> और डिलीवरी के <<साठ>>। \nग्राहक: कार्ड वही है, जिसके आख़िर में <<7581>> आता है।
कार्ड पढ़ रही हूँ, {{पाँच दो एक आठ}}, जी, फिर {{दो तीन पाँच एक, सात तीन छह छह}}, और आख़िर में {{दो तीन नौ पाँच}}। कमेटी का <<एक हज़ार एक>> रुपया है।
देखिए, इस महीने की <<सत्ताईस>> तारीख़ को पगार आएगी, तब <<छह हज़ार>> दे दूँगा, बाक़ी अगले महीने।
## spanish
Agente: Academia de gaita Brañas, dígame. \nClienta: Llamo por el recibo <<1187>>, que quiero pagarlo con tarjeta. Es la {{4539 6641 3434 8940}}, caduca {{10/27}}.
Apunte, la tarjeta es {{cincuenta y cuatro veinticinco, veintiocho sesenta y siete, trece dieciocho, veinte cero cinco}}. Y cóbreme solo <<un mes>>, no los tres.
Agente: Le recuerdo que tiene <<dos facturas>> pendientes del alquiler de andamios. \nCliente: Una la pagué el <<14 de marzo>>, en ventanilla. \nAgente: ¿Me dice el importe? \nCliente: <<Seiscientos doce con cuarenta>>.
Agente: ¿Me dice el código de seguridad? \nCliente: Sí, {{cuatro cero siete}}. \nAgente: {{Cuatro cero siete}}, gracias. Quedan cargados <<ochenta y nueve euros>>.
La devolución, por favor, a esta cuenta: {{ES92 7190 2767 9137 8383 2184}}, a nombre de <<Luz Etxeandia>>. Son los <<35 euros>> de la fianza del disfraz.
Agente: ¿A qué IBAN le hago la transferencia? \nCliente: {{E ese treinta y siete, treinta y cinco cincuenta y cuatro, veintiséis cero cero, siete cero uno cero, veintiséis veintiséis, cero cinco cero cero}}. \nAgente: Perfecto, en <<dos o tres días>> lo tiene.
Hola, soy <<Nazaret>>, de la granja escuela. El paquete <<PQ 4471 2093 8821>> sigue en Zaragoza desde el <<martes>>, y son <<cuarenta>> pollitos, ¿me entiende?
Mi DNI es el {{43926301G}} y el contrato del nicho es el <<C-2208>>, a nombre de mi madre.
Agente: ¿Me facilita el NIE? \nCliente: {{Y uno uno cero siete ocho uno seis N}}. \nAgente: Gracias, ya veo su póliza, la <<77-0913>>, vence el <<30 de junio>>.
La factura rectificativa tiene que llevar nuestro NIF, {{B96124565}}, y no el del socio. El pedido es el <<20881>>.
Agente: ¿Cuál es la CLABE? \nCliente: {{072180942984566867}}, del Banorte. \nAgente: Le deposito <<mil cuatrocientos pesos>> el <<viernes>>.
La CLABE va así: {{cero uno dos, uno ocho cero, tres ocho seis tres, dos seis cero siete, cinco cero nueve cinco}}. ¿La repito? Es por el reembolso <<R-3390>>.
Agente: Un momento, por favor. ¿El número de socio? \nCliente: <<Cero cero cuatro uno siete>>. \nAgente: Su cuota anual del club de petanca son <<sesenta euros>>.
Ya les he dicho <<tres veces>> que la moto de agua la devolví el <<2 de septiembre>>, a <<las once y media>>, y me firmó un tal <<Iker>>.
Cliente: A ver, la tarjeta... {{cuarenta veintiséis, noventa y uno treinta y cuatro}}, espere, que se me cae, {{noventa y uno cero cero, setenta y cuatro ochenta y seis}}. \nAgente: La tengo. Le cobro <<veintisiete con cincuenta>>.
Soy brasileña, mi CPF es {{452.777.301-17}}, y el boleto del curso era de <<doscientos reales>>, del <<día cinco>>.
Agente: Le acaba de llegar una clave al móvil. \nClienta: {{Siete cero cero uno cinco tres}}. \nAgente: Muy bien, renovado hasta <<2027>>.
Me puede llamar al <<612 044 187>> o escribirme a <<taller@relojesmondragon.es>>, pero antes de <<las dos>>, que cierro.
Agente: El hash es <<0x91d26ab4a829a95249f512c17b8ed411fa644d35db41d94e5efaf89fc43c5fa5>>. \nCliente: ¿Y cuánto llegó? \nAgente: <<Cero coma dos>> ether, menos la comisión.
Agente: Le llamo por el impago del <<segundo plazo>>, <<ciento ochenta euros>>. \nCliente: Es que me cambiaron la nómina de banco. ¿Me da <<una semana>>?
Cliente: ¿Se lo cobró en la que termina en <<5101>>? \nAgente: Sí, el <<9 de mayo>>, y se lo devolvimos el <<12>>.
Necesito que anulen la suscripción número <<88120>>, la de las infusiones. Llevo <<dos cobros>> de <<diecinueve noventa>> y no bebo ni manzanilla.
Agente: La habitación <<doscientos siete>>, <<una noche>>. ¿Es correcto? \nCliente: Eran dos, pero la segunda la cancelé el <<día uno>>.
Para la inscripción del buque, mi pasaporte es {{PAF418093}}. La tasa son <<noventa y cuatro euros>>, según su correo.
Hoy solo puedo dar <<cincuenta>>. El resto, <<cien más cien>>, cuando me pague la cooperativa, hacia el <<veinte>>.
## german
Mitarbeiterin: Orgelbau Achternbusch, Buchhaltung. \nKunde: Ja, moin, ich hab die Mahnung zu Rechnung <<4471>> hier. Ich zahl mit Karte: {{5425 1921 9545 5101}}, gültig bis {{06/28}}.
Also die Nummer ist {{fünf zwei eins acht, sechs drei vier neun, vier sieben null sieben, null vier null acht}}. Aber bitte nur <<eine Rate>> abbuchen, nicht gleich <<alle drei>>.
Agent: Ihre Ratenzahlung für den Fahrstuhl wurde <<zweimal>> nicht eingelöst. \nKundin: Das war im <<Februar>>, da hatte ich das Konto gewechselt. \nAgent: Gut, dann buche ich am <<fünften>> noch mal <<218 Euro>>.
Agent: Und die Prüfziffer auf der Rückseite, bitte. \nKunde: {{Neun eins sechs}}. \nAgent: {{Neun eins sechs}}, danke. Die <<34,90>> sind bezahlt.
Bitte erstatten Sie die Kaution fürs Kostüm auf {{DE92 4981 9606 4390 3037 61}}, Kontoinhaberin <<Edeltraud Simonsen>>.
Mitarbeiter: Haben Sie die IBAN zur Hand? \nKundin: Ja: {{D E vier eins, sieben fünf sieben null, acht eins sechs null, eins sechs zwei null, null sieben eins fünf, sieben sechs}}. \nMitarbeiter: Dann kommen <<neunundvierzig Euro>> in <<zwei Tagen>>.
Ich warte seit <<drei Wochen>> auf das Ersatzteil fürs Karussell. Die Sendungsnummer ist <<JJD 0001 4471 8830>>, und da steht seit dem <<neunten>> »in Zustellung«.
Mein Steuerberater braucht eine Rechnung mit unserer Umsatzsteuer-ID, das ist die {{DE261668739}}. Die Bestellung war <<B-20094>>.
Kunde: Meine Steuer-ID lautet {{zwei neun sechs drei acht vier sieben zwei fünf eins null}}. \nMitarbeiterin: Danke, damit lege ich die Bescheinigung an, Vorgang <<771-A>>.
Die Aufwandsentschädigung vom Chor, also <<einhundertzwanzig Euro>>, und die Steuer-ID dazu ist {{31572460940}}.
Agent: Vertragsnummer, bitte? \nKunde: <<Null null drei, sieben sieben eins>>. \nAgent: Ihre Standmiete im Hafen läuft am <<30.11.>> aus, <<480 Euro>> wären es für das nächste Jahr.
Das Geld für das Falknerei-Seminar haben Sie von der Karte mit den letzten Ziffern <<8840>> abgebucht, am <<dritten um 17:20>>. Ich war aber krank.
Kundin: Die Karte ist {{sechs sieben fünf neun}}, Moment, {{acht eins null drei}}, haben Sie's? \nMitarbeiter: {{Acht eins null drei}}, ja. \nKundin: {{Neun acht acht null, eins null sieben acht}}. \nMitarbeiter: Alles klar, <<62,50 Euro>>.
<<Einen Moment>> noch, ich muss erst das Ticket öffnen. <<IN-50913>>, richtig? Da sind <<zwei>> Gutschriften drin.
Agent: Sie haben gerade eine SMS bekommen, lesen Sie mir den Code vor? \nKunde: {{Fünf drei null zwei acht sechs}}. \nAgent: Passt. Ihre neue Anschrift ist <<24943>> Flensburg.
Rufen Sie mich unter <<030 23125 177>> an, und zwar nach <<achtzehn Uhr>>, vorher stehe ich mit beiden Armen im Teig.
Mitarbeiter: Wie heißt das Passwort für den Händlerzugang? \nKunde: {{Sanddorn!Kutter7}}. \nMitarbeiter: Bitte gleich ändern. Ihre Kundennummer bleibt die <<61840>>.
Kundin: Wann bekomme ich mein Geld für die Sargträger-Schulung zurück? \nAgent: Das müsste längst da sein, <<150 Euro>>, Beleg <<2024/0338>>. Ich frage nach.
Ich hätte gern die Version <<3.1.4>> von dem Kassenprogramm verlängert, für <<eine>> Kasse, das waren <<zwölf neunzig>> im Monat.
Die Firmenkarte ist eine Amex, {{3473 308577 67464}}, und auf der Vorderseite steht {{2281}}. Der Betrag war <<eintausendvierhundert>>, ja?
Mitarbeiterin: Die Lastschrift kam zurück, Mandat <<M-884>>. \nKunde: Dann überweise ich, <<morgen>>, die <<77 Euro 10>> und <<keinen Cent>> mehr. Die Gebühr zahlen Sie!
Aus Österreich, genau: {{AT32 9080 5856 8781 6421}}. Den Imkerkurs hab ich am <<4. April>> abgesagt.
Ich hab <<null Komma drei>> Bitcoin an <<bc1qj5vdtvcnph62fsy4nq4ynkn75t77trspxcmnk5>> geschickt, um <<drei Uhr früh>>, und bei Ihnen steht immer noch »offen«.
Agent: Kann ich Sie unter <<harro.wittmund@deichbau-nord.de>> erreichen? \nKunde: Ja, aber mit <<zwei T>>. Und der Termin bleibt der <<einunddreißigste>>?
Die <<erste>> Mahnung hab ich bekommen, die <<zweite>> nicht. Und jetzt wollen Sie <<fünfzehn Euro>> für eine <<dritte>>?
## french
Agente : Facturation de la Faïencerie, bonjour. \nClient : Bonjour, c'est pour la relance <<F-3381>>, le four. Je paie par carte, {{2229 1630 7256 7644}}, elle expire en {{03/28}}.
Alors, c'est {{vingt-deux vingt-neuf, quatre-vingt-quatorze vingt-sept, zéro un trente, cinquante et un quarante}}. Vous ne prenez que <<la première échéance>>, n'est-ce pas ?
Agent : Il reste <<deux cent douze euros>> sur la location du manège. \nCliente : J'ai réglé <<la moitié>> le <<6 février>>. \nAgent : <<Un instant>>, je regarde.
Agent : Le cryptogramme, au dos, s'il vous plaît ? \nCliente : {{Six cinq un}}. \nAgent : Merci, le renouvellement est fait jusqu'au <<31 août>>.
Le remboursement, vous le faites sur {{FR94 8766 1275 3677 8801 3071 572}}, au nom de <<Maëlys Tréguier>>. C'était <<48 euros>>, je crois.
Agent : Vous avez l'IBAN ? \nClient : Oui, {{B E quarante-cinq, six quatre deux cinq, un neuf un un, trois trois un trois}}. \nAgent : Parfait, vous l'aurez sous <<trois jours>>.
Il me faut une facture avec notre numéro de TVA, {{FR12532377710}}, et pas celle de <<janvier>>, celle de <<mars>>, la <<2024-118>>.
Le colis <<6A 1183 0447 2918>> est bloqué à Roissy depuis <<dix jours>>, il y a <<deux perruques>> dedans pour un spectacle qui commence samedi.
Cliente : Je vous lis la carte : {{vingt-sept treize}}, euh, {{vingt-cinq quatre-vingt-dix-neuf}}, attendez, mon chat est dessus, {{trente-quatre zéro quatre, quarante-trois cinquante et un}}. \nAgent : C'est bon, <<cent cinq euros>>.
Agent : Un code vient d'arriver sur votre téléphone. \nClient : Oui, {{neuf zéro quatre, un un sept}}. \nAgent : Votre dossier <<D-7704>> est à jour.
Vous pouvez me joindre au <<06 39 98 41 07>>, mais pas entre <<midi et deux>>, je suis sous un tracteur.
Agent : Mme <<Oulianov>>, votre prélèvement a été rejeté <<une fois>>, pas deux. \nCliente : Alors pourquoi <<trente euros>> de frais ?
J'ai mis {{Girouette-1904}} comme mot de passe et ça bloque. L'adresse, c'est <<capitainerie@portlescalus.fr>>.
Client : Le numéro de passeport pour le remboursement de la croisière, c'est {{19FV80472}}. \nAgent : Et la réservation ? \nClient : <<KR8 217>>, cabine <<quatre cent deux>>.
Le débit est passé sur la carte qui finit par <<2284>>, le <<17>>, à <<9 h 40>>, et je n'étais même pas inscrit au cours d'accordéon.
Ma fiche de paie, je vous l'ai envoyée hier, c'est {{bulletin_paie_sept2024_Quilleret.pdf}}. Vous me faites un échéancier sur <<quatre mois>> ?
Agent : Client numéro <<zéro zéro sept neuf trois>>, c'est bien ça ? \nCliente : Oui, et l'abonnement, <<un an>>, à <<cinquante-neuf>>.
On s'est trompé de <<deux>> lettres : il fallait <<Guéhenno>>, avec un H. Renvoyez-moi l'attestation du <<1er juillet>>.
Agent : Votre version est la <<2.9.1>>, il faut la <<3.0>>. \nClient : Et ça coûte ? \nAgent : <<Zéro>> pour vous, c'est compris dans le contrat <<B-118>>.
Client : Je vous dois combien, finalement ? \nAgent : <<Mille quatre-vingt-dix euros>>, échéance le <<15 novembre>>, et nous acceptons <<deux chèques>>.
`,
	AE: String.raw`
## english
Agent: To move your autopay over I'll need the new card number, whenever you're ready. \nCustomer: Sure, it's {{four seven two three, nine one three two, three zero eight one, five two four five}}. \nAgent: Thanks. And the expiration? \nCustomer: {{Oh eight twenty-eight}}. \nAgent: Great, your next bill of <<$64.90>> goes to that card.
I got a new Visa in the mail last week, {{4487 5991 6076 5389}}, good through {{11/29}}, and the old one ends in <<2071>>, so please swap them.
Customer: Okay, the card is {{4990 4317}}. \nAgent: Mm-hm. \nCustomer: {{4884 4900}}. \nAgent: And the three digits on the back? \nCustomer: {{266}}.
It's an American Express, so there's only fifteen numbers, {{thirty-seven sixty-eight, nine nine four seven one eight, eight two nine three seven}}.
Agent: I heard {{5276 2769 6853 3440}}, is that right? \nCustomer: Yes, that's the one, and I'd like the <<$212.40>> charged today and not <<on the fifteenth>>.
Customer: My payout bounced because somebody typed the account wrong. \nAgent: Let's fix that. What should it be? \nCustomer: Routing {{037382665}}, and the account is {{80397709}}. \nAgent: Thanks, the payout of <<$1,850>> will be sent again <<on Monday>>.
The routing number is {{oh six two, two oh three, five four four}}, it's a little credit union, and the checking account is {{eight one nine, seven nine five, nine six one}}.
Agent: For verification, may I have the last four of your Social? \nCustomer: {{Seven four three one}}. \nAgent: Thank you, Denise. I see a balance of <<$318.22>> due <<June 4th>>.
My social is {{127-32-5107}} and my birthday is <<March 3rd, 1984>>, if that helps you find me.
Caller: You want the whole social? Okay, {{five one four, nine four, seven oh three six}}. \nAgent: I have {{514-94-7036}}. Is that correct? \nCaller: Yes ma'am.
Agent: I just texted a six-digit code to the phone ending in <<0142>>. \nCustomer: Got it, {{eight five eight, three oh two}}. \nAgent: You're verified.
The text says my verification code is {{998361}} and don't share it with anyone, but I guess I'm supposed to tell you?
The wallet app made me write down twelve words and I have them right here, {{ladder orbit velvet crouch mimic spoon harvest lumber canyon fossil tattoo wisdom}}, so can you get my <<340 USDC>> back with that?
Customer: When I exported the key it gave me this long thing, {{1092cf4fcf55dba56374dc257841d119adc29cda91861fa2b8a8c8d90db4db0d}}. \nAgent: Please don't read me that, I only need the public address.
Agent: Is the account for a person or a business? \nCaller: We're an LLC, the EIN is {{45-6006952}}, and the form should be made out to <<Bramble Creek Supply>>.
Agent: And your Social Security number? \nCustomer: I don't have a social, I have an I-T-I-N, it's {{nine one five, seven oh, one four seven six}}.
I pulled it up at {{https://portal.paylane.example/tax/1099-NEC_2023_88213.pdf}} and box one says <<$14,320>>, which is way more than you paid me.
The attachment is called {{W2_2023_dkowalski.pdf}} and it just will not open on my phone.
Agent: Please say your four-digit account PIN. \nCustomer: {{Nine seven seven two}}. \nAgent: Thank you. How can I help with order <<PL-50918>>?
My password's {{Maple-Tiger88}} and it still tells me invalid login, I've tried it like <<three times>>.
Mine is a UK account, so the IBAN goes {{G B five seven, Bravo Alpha Romeo Charlie, two four six six, six eight one four, two eight six four, five one}}.
Please send the refund to sort code {{20-23-72}}, account {{17875368}}, in the name of <<P. Ashworth>>.
Agent: And which bank account should the payout go to? \nCustomer: Sort code's {{sixty, eleven, oh three}}. \nAgent: Lovely. \nCustomer: And the account number's {{nine one six eight six five six eight}}.
Agent: Could I take your National Insurance number? \nCustomer: {{W M oh seven two one nine four C}}. \nAgent: And your postcode? \nCustomer: <<LS6 3QT>>.
I'm self-employed so you'll want my UTR as well, that's {{51687 65912}}.
Customer: It's an Aussie account. \nAgent: No problem, BSB first please. \nCustomer: {{732-131}}, then account {{690234559}}. \nAgent: And your tax file number for the payment summary? \nCustomer: {{482 441 227}}.
Our ABN is {{59 405 331 353}} and we still haven't got the tax invoice for <<February>>.
Agent: To issue the T4A I need your social insurance number. \nCaller: It's {{465 374 791}}. \nAgent: Got it, we'll mail it to <<Kitchener, Ontario, N2G 1B4>>.
For the ID check I've got my passport on me, number {{210047973}}, it's the <<blue one>>.
Agent: What's the number on your driver's license? \nCustomer: California, {{F7718264}}. \nAgent: And the name as printed? \nCustomer: <<Teresa Oyelaran>>.
Agent: And the four digits on the front of the Amex? \nCustomer: {{4186}}. \nAgent: Thanks, charging <<eighty-nine dollars and fifty cents>> now.
The number's {{four two double two, nine two oh four, oh three nine one, six four eight two}}, and the zip is <<60618>>.
It's {{four oh two two, six six five four, nine oh two nine}}, sorry, wait, I swapped those around, {{nine oh nine two}}, and then it's {{six four oh five}}.
Agent: Okay, reading that back: {{4358 9519}}. \nCustomer: Yep. \nAgent: Then {{9278 7444}}, expiring {{03/27}}? \nCustomer: Correct.
My husband reads them in pairs, hold on, {{forty-eight forty-six, oh three eleven, eighty-nine eighty-three, oh five forty-five}}.
Can you put the annual plan on my Discover instead? {{6011 5910 4432 5431}}, expires {{July 2027}}.
[00:12] Agent: Which card would you like on file? \n[00:17] Caller: The Mastercard, it's {{5565 1663 7444 4318}}. \n[00:31] Agent: And the security code? \n[00:34] Caller: {{258}}. \n[00:37] Agent: All set, the <<$19.99>> goes out <<tonight>>.
The live key I pasted into the integration was {{sk_live_ykqMantdCS5fyVj6IPxPNTMO}} and it's been throwing <<401>>s since <<Tuesday>>.
Agent: Open your authenticator app and tell me what it shows. \nCustomer: It says, uh, {{three two four, five six eight}}. \nAgent: Perfect.
Speaker 1: Did the code come through? \nSpeaker 2: Yeah just now, {{oh eight one five six six}}. \nSpeaker 1: Great, your payout limit is now <<$5,000>>.
My telephone password with you lot is {{buttercup}}, and I'd like to know why my bill went up by <<six pounds>>.
I'll read it slowly, {{4002, uh, 1577, 4227}}, hang on, let me get the light on, {{4366}}.
Card is {{5496 3324 7501 9979}}, expiry {{oh four, twenty-six}}, security code {{five oh four}}, and send the receipt to <<hanna.brodie@mailbox.example>>.
Agent: I've sent the statement to {{https://secure.finbill.example/statements/2024-03/stmt_77120.pdf}}. \nCustomer: Okay, does that one show the <<$45 late fee>>?
I uploaded {{payslip_march_2024.pdf}} for the income check on <<Friday>> and nobody got back to me.
Agent: I have the IBAN as {{IE93 AIBK 5747 7436 6611 65}}. Is that still your account? \nCustomer: It is, yeah, same one since <<2016>>.
Agent: Where should we send your earnings from now on? \nCustomer: We moved to Utrecht so the payouts should go to {{NL24 INGB 5061 7823 07}} from <<next month>> on.
For the reverse charge you need our Berlin office's VAT ID, {{DE350646723}}, and it has to be on invoice <<2024-0387>>.
Customer: I only remember the beginning of my seed phrase, it's {{pumpkin, glimpse, tunnel, ostrich}}. \nAgent: Please stop there, I never need those words. \nCustomer: Oh. Well, then it's {{rival anchor mixture blanket cereal dolphin fatigue hybrid}}, in case.
Mine's one of those longer ones, there's nineteen digits on it, {{4822 8216 8005 3936 521}}.
Agent: How would you like to pay today? \nCustomer: My mum still has a Maestro, {{6759 0136 7905 0032}}, can you take that over the phone for the <<£31.20>>?
It's for my sister in Puebla, the CLABE is {{012 987 472126627695}} and her name is <<Rocío Landeros>>.
Agent: I show routing {{121048637}}, account {{4331460691}}, checking. \nCustomer: No no, that one's closed. The new one is {{1201735886}}, same bank. \nAgent: Updated, and payout <<PO-7731>> is queued again.
The last four of my social are {{5489}} and the callback number is <<503-555-0177>>.
Customer: {{Five two six nine, five nine oh six}}. \nAgent: Go ahead. \nCustomer: {{One eight one four}}. \nAgent: And the last block? \nCustomer: {{Two oh eight two}}. \nAgent: Was the third group {{one eight one four}}? \nCustomer: Yes, it was.
It gave me backup codes when I set up two-factor and the first one is {{4471-9920}}, can I use that since I lost my phone?
Voice agent: Please tell me the full card number. \nCaller: It's a JCB, {{3566 1721 1305 7571}}. \nVoice agent: And the expiry date? \nCaller: {{12/26}}. \nVoice agent: Thank you, <<Mr. Tanabe>>.
Brazil asks for the C-P-F on everything, mine is {{684.914.398-03}}, and it has to be on the receipt for <<R$ 780>>.
Can you read me what you've got on file? I think I gave you {{4206 7848 4970 5481}} back in <<January>> but that one got stolen.
So I imported it with the private key, {{KztrHouWZFg8E1kT4PASNZpVkgYET1MziuwQPsPBzgxGjGw7igdW}}, and the balance still shows <<0.0 BTC>>.
Agent: Do you have your employer ID number handy? \nCaller: Hang on... okay, here: {{three six, eight one seven oh one nine four}}. \nAgent: Thanks, and the fax number? \nCaller: <<312-555-0188>>.
Agent: Hi, this is Ava, your billing assistant. What can I do for you? \nCustomer: You charged me <<$49>> twice on <<the second of May>> and I only have <<one>> subscription.
Your order <<A-118-4420>> shipped with tracking number <<1Z999AA10123456784>>, so it should be with you by <<Thursday>>.
I'm calling about the card ending in <<4242>>, it got declined <<this morning>> at the pump.
Agent: The refund of <<$128.75>> was issued on <<April 11th>>. \nCustomer: And how long does it take? \nAgent: <<Five to seven>> business days.
I sent it from my own wallet, the address is <<0xf969cbbfeeec764f4ee3bd8144011d1422b84585>>, and it left my side about <<two hours ago>>.
Agent: Can you give me the transaction hash? \nCustomer: <<0xbececa72c4a6bf4b5aefc75a0a948915a5cabffbc727eb07f217f642ca50bc63>>. \nAgent: Thanks, I see <<twelve>> confirmations.
Nobody told me there was a <<thirty-five dollar>> late fee, I paid it <<one day>> late because of the holiday.
Agent: Could I have a number to call you back on? \nCustomer: <<Four one five, five five five, oh one three two>>. \nAgent: And is <<after three>> okay?
My invoice is <<INV-20240318-0072>>, it says <<four thousand two hundred and forty-two>> dollars, but the quote said <<thirty-nine hundred>>.
Agent: I can't see the full card, only that it ends in <<8813>> and that it's been on file since <<2021>>. \nCustomer: Yeah, that's the right one.
You can e-mail the breakdown to <<accounts@northfellprinting.example>>, and copy <<Joyce>>, she does the books.
Hold on <<one second>>, I've got <<two>> kids screaming here, okay, go ahead with the question.
Agent: Your ticket number is <<88213047>>. \nCustomer: Let me write that down, <<eight eight two one three oh four seven>>. \nAgent: Exactly.
Customer: When do the tax forms come out this year? \nAgent: At the end of January. \nCustomer: Okay, because last time mine wasn't there until <<the tenth of February>>.
Customer: Is it a W-9 or a W-8BEN that I need? \nAgent: If you're a US person it's the <<W-9>>, and it takes about <<ten minutes>> to fill in online.
Agent: Is the amount wrong or the address? \nCustomer: Neither, the payout was <<0.0431 BTC>> and it went to <<1LBSj6qbFchM2aYoSanb2mXvMTSAVjyESJ>>, that's my cold wallet, but the fee was too high.
Agent: For the identity check you'll need <<two>> documents, a photo ID and a utility bill from the last <<ninety days>>. \nCustomer: I've only got <<one>> of those on me.
I was on the phone with somebody <<yesterday at 4:30 pm>>, call ID <<c_7f31a0e92b>>, and she promised me a credit of <<twenty bucks>>.
Agent: What version of the app do you have? \nCustomer: It says <<5.14.2>>. \nAgent: The payout screen needs <<5.15>> or newer.
My policy number is <<HX-4410-229>> and the premium jumped from <<$88>> to <<$131>>, that's what I'm calling about.
I don't want to give my card over the phone, can you just text a link to <<917-555-0126>>?
Agent: You'll get a six-digit code by text. Please don't read it to me, just type it in on the page. \nCustomer: Okay, done, it took it on the <<second>> try.
There were <<three>> charges, <<$12.99>>, $12.99 again, and one for <<a hundred and four>>, and I only recognize the first.
Caller: I changed banks on <<the first of the month>>. Did the direct deposit still go to the old one? \nAgent: It did, <<$2,206.18>>, and it came back <<on the sixth>>.
Our customer number with you is <<30047719>>, we've been with you for <<nine years>>.
Agent: I can offer <<three payments of forty-two dollars>>, starting <<May 15th>>. \nCustomer: Could we make it <<four>>?
I'm at <<1428 Larkspur Avenue, apartment 6>>, Boise, <<83702>>, the statement keeps going to my ex's place.
Agent: Is that card a credit or a debit card? \nCustomer: Debit. It ends in <<seven seven one nine>>. \nAgent: Found it.
It's been <<forty-eight hours>> and the USDT still isn't there, the network was <<TRC-20>> and the address is <<THfjq8ATxCtjhLyDDWYnGcZuXFf26SEcoi>>.
[02:41] Agent: The reference on your wire is <<FT2407190038>>. \n[02:50] Caller: Thanks. And it was <<nine thousand even>>? \n[02:54] Agent: <<$9,000.00>>, yes.
Can I change my PIN online or do I need to come into a branch? I'm free <<Wednesday around eleven>>.
Customer: I forgot my password again. \nAgent: No worries, I've sent a reset link to <<m.quintero@inboxly.example>>, it's good for <<thirty minutes>>.
The meter reading is <<04417>> and the one on the bill says <<05102>>, so somebody read it wrong.
Agent: Your name, please? \nCaller: <<Dariusz Wolny>>, that's W-O-L-N-Y. \nAgent: And your date of birth? \nCaller: <<Twelfth of August nineteen seventy-nine>>.
My card expired and I got a new one with the same number, do I have to do anything? It still ends in <<6092>>.
Agent: What seems to be wrong with the bill? \nCaller: I'd like to dispute <<one>> item on the March bill, it's line <<seven>>, the roaming charge for <<£23.40>>.
Agent: The minimum payout is <<fifty dollars>>. You have <<$47.13>>. \nCustomer: Oh, so I'm <<three>> bucks short.
They took <<sixteen hundred>> out of my checking on <<the twenty-eighth>> and the rent bounced, so who's paying the overdraft?
Agent: Your verification case is <<KYC-2024-55180>>, and it's with our review team. \nCustomer: It was <<two weeks>> yesterday.
Could you tell me the exchange rate you used? I sent <<€500>> and got <<$531.85>> on <<the ninth>>.
I never share my security code with anybody, and your colleague <<Marcus>> asked me for it <<twice>>, is that normal?
Speaker 1: How many seats are you paying for? \nSpeaker 2: <<Forty-two>>, but only <<thirty-eight>> are used. \nSpeaker 1: I can drop <<four>> from the next cycle.
The confirmation is <<QX7R2M>>, flight's on <<the 19th>>, and I was charged <<$76>> for a bag I didn't bring.
Agent: I've removed the old card. The only one left ends in <<3005>>. \nCustomer: Good, and the <<eleven ninety-nine>> comes off that from now on?
Honestly I've been on hold for <<one hour and twenty minutes>>, all I want is a copy of <<two>> invoices.
Agent: Which network should we use for the payout? \nCustomer: Ethereum, to <<0x79930101c5e72220ed6fa932172dc9860fb556d2>>. \nAgent: The fee is <<$3.40>>, shall I go ahead?
We paid check number <<2218>> on <<March 29>>, for <<$640>>, and you cashed it, I've got the picture here.
Agent: The transfer needs <<one to three>> working days. Anything else? \nCustomer: No, that was it, have a good <<one>>.
My return label says RMA <<5520-118>>, the shop got it back <<last Friday>> and I still don't have my <<$58>>.
Agent: Your loan reference is <<L-660412>>, and the remaining balance is <<$7,415.09>>. \nCustomer: And if I pay <<two fifty>> a month?
## hinglish
Agent: Sir, naya card number bataiye. \nCustomer: Haan likhiye, {{chhe paanch do ek, chaar chaar zero nau, do paanch zero saat, ek teen teen nau}}. \nAgent: Aur expiry? \nCustomer: {{Zero nau, attaais}}.
Mera card number hai {{4653 5416 3112 6716}}, aur isi se <<799 rupaye>> wala plan renew kar dijiye.
Agent: Aapka card hai {{5304 6876}}, phir {{5039 6100}}, theek hai na? \nCustomer: Haan ji bilkul sahi.
Customer: KYC ke liye Aadhaar chahiye na? \nAgent: Ji, poora number boliye. \nCustomer: Woh hai {{do ek chhe chaar, chhe teen do aath, chhe chhe teen saat}}.
Agent: Madam, PAN number confirm kar dijiye. \nCustomer: {{QNYPP3794J}}. \nAgent: Thank you, aur naam <<Sunita Rawat>> hi hai na?
TDS mera galat PAN pe kat gaya, sahi wala {{J O H P T zero five double one M}} hai, please update kar do.
Payout mere UPI pe bhej do, {{farhan.ali92@okaxis}}, kal tak <<dhai hazaar>> aa jaane chahiye.
Agent: Refund kis account mein chahiye? \nCustomer: HDFC mein, account {{14170808161}}, IFSC {{HDFC0011531}}. \nAgent: Okay sir, <<do din>> lagenge.
Account number hai {{nine seven one zero eight eight, four zero five five one five}}, aur IFSC {{S B I N zero zero zero two eight one four}}.
Agent: Aapke phone pe OTP aaya hoga, woh bataiye. \nCustomer: Ek minute... {{saat do do, do chaar chaar}}. \nAgent: Verify ho gaya.
Bhaiya OTP toh aa gaya, {{585769}}, lekin app abhi bhi <<ghoom>> raha hai.
Agent: Card ke peeche teen number hain, woh boliye. \nCustomer: {{Chaar aath nau}}. \nAgent: Done, <<₹1,299>> ka payment ho gaya.
Humari firm ka GSTIN {{27EOJCD2439K1ZH}} hai, aur invoice <<TX/23-24/118>> pe purana wala chhap gaya.
Mera UPI PIN {{zero eight one three}} hai, phir bhi bol raha hai wrong PIN, kya karu?
Salary slip bhej di thi maine, file ka naam {{salaryslip_feb2024_rk.pdf}} tha, <<Somvaar>> ko upload kiya.
Passport se bhi verify ho jaata hai kya? Number {{K2666722}} hai, naam <<Imran Shaikh>>.
Customer: Haan to card ka {{four four seven six, eight six four two}}. \nAgent: Ji aage. \nCustomer: {{Three seven two five, five oh seven six}}. \nAgent: Aur bill <<₹560>> ka hai, theek?
Agent: Namaste, main aapki billing assistant bol rahi hoon. \nCustomer: Mera <<₹349>> do baar kat gaya hai, <<parso>> raat ko.
Bas <<ek minute>> ruko, main doosre kamre mein jaake dekhta hoon bill kahan rakha hai.
Agent: Aapka complaint number <<7730152>> hai. \nCustomer: Theek hai, aur kab tak hoga? \nAgent: <<Teen se paanch>> din mein.
<<Do din pehle>> maine payment kiya tha, transaction ID <<T2403181145>> hai, par app mein pending dikha raha hai.
Mera number <<98765 01234>> pe call kar lena, shaam ko <<chhe baje>> ke baad.
Agent: Aapka card jo <<3391>> pe khatam hota hai, wahi use karein? \nCustomer: Haan, wahi.
USDT maine <<TPQzrxkmxL3b3jUqguCYcPegH8czHY9UdZ>> pe bheja, <<ek sau pachaas>> ka, abhi tak credit nahi hua.
Customer: EMI ki date <<paanch tareekh>> se <<das>> kar sakte ho kya? \nAgent: Haan ji, ek baar request daalni padegi.
Form 16 kab tak milega? Pichhle saal <<June>> ke end mein aaya tha aur ITR mein late ho gaya.
Agent: OTP kisi ko mat bataiye sir, humein bhi nahi. \nCustomer: Achha theek hai, app mein daal diya, <<₹2,000>> wallet mein aa gaye.
Mera order <<OD-551902>> cancel hua tha, refund <<barah sau pachaas>> ka aana tha, sirf <<hazaar>> aaya.
Mail kar dijiye <<kavya.nair@postbox.example>> pe, aur pincode <<682016>> update kar lo.
Speaker 1: Kitne log hain plan mein? \nSpeaker 2: <<Chaar>>, lekin bill <<paanch>> ka aa raha hai har mahine.
## devanagari
Agent: सर, अपना नया कार्ड नंबर बताइए। \nCustomer: जी, {{चार चार पाँच दो, एक पाँच नौ छह, सात एक चार दो, नौ चार तीन आठ}}। \nAgent: धन्यवाद, <<₹899>> इसी से कटेंगे।
मेरा आधार नंबर {{9533 3483 1531}} है और जन्मतिथि <<14 जुलाई 1990>> है।
Agent: पैन नंबर बता दीजिए। \nCustomer: {{OORPK8765T}}। \nAgent: ठीक है, <<रमा जी>>, केवाईसी हो गया।
ओटीपी आया है {{दो तीन सात पाँच सात चार}}, जल्दी डालिए नहीं तो फिर से मँगाना पड़ेगा।
पैसे मेरे बैंक खाते {{35102248145}} में भेजिए, आईएफएससी {{PUNB0009896}} है।
Agent: कार्ड की वैधता कब तक है? \nCustomer: कार्ड {{5507 1902 1552 0350}} है, और {{06/28}} तक चलेगा। \nAgent: और सीवीवी? \nCustomer: {{तीन तीन नौ}}।
Agent: रिफ़ंड कहाँ चाहिए? \nCustomer: मेरी यूपीआई आईडी {{meena.joshi@ybl}} है, उसी पर <<पाँच सौ>> रुपये वापस कर दीजिए।
Agent: मैं दोहराती हूँ, आधार {{सात चार नौ चार, चार तीन पाँच शून्य, नौ चार दो दो}}, सही है? \nCustomer: हाँ, सही है।
मेरा पिन {{चार चार एक एक}} है, फिर भी एटीएम से पैसे नहीं निकल रहे।
हमारी दुकान का जीएसटी नंबर {{06WKMPC4809A1Z1}} है, इसे बिल <<संख्या 2291>> पर लिखवा दीजिए।
ऐप का पासवर्ड {{Chandni@456}} रखा था, अब वह चल ही नहीं रहा।
Agent: आपका टिकट नंबर <<660218>> है। \nCustomer: ठीक है, कितना समय लगेगा? \nAgent: <<दो से तीन>> दिन।
<<एक मिनट>> रुकिए, मैं चश्मा ढूँढ लूँ, फिर बिल देखकर बताती हूँ।
मेरे खाते से <<₹1,450>> दो बार कटे हैं, एक <<सोमवार>> को और एक <<बुधवार>> को।
Agent: जिस कार्ड के आखिरी चार अंक <<7120>> हैं, क्या वही रखें? \nCustomer: जी हाँ।
मुझे <<98111 00456>> पर शाम <<सात बजे>> के बाद फ़ोन कीजिएगा।
Agent: भुगतान की तारीख <<पंद्रह अप्रैल>> है। \nCustomer: क्या <<तीन किस्तों>> में दे सकता हूँ?
फॉर्म सोलह अब तक नहीं मिला, पिछले साल तो <<जून>> में ही आ गया था।
मैंने <<दो दिन पहले>> ऑर्डर <<KJ-40917>> रद्द किया था, पैसे कब आएँगे?
Agent: कृपया ओटीपी किसी को न बताएँ। \nCustomer: ठीक है, पर मेरा <<आठ सौ पचास>> का रिफ़ंड कब आएगा?
## spanish
Agente: ¿Me dicta el número de la tarjeta nueva? \nCliente: Sí, {{cuatro uno siete dos, treinta y dos veinticuatro, cero cero diecinueve, setenta cuarenta y cuatro}}. \nAgente: ¿Y la caducidad? \nCliente: {{Mayo del veintisiete}}.
Mi cuenta es {{ES13 0049 6394 6541 7468 6172}} y ahí quiero que me ingresen los <<325 euros>>.
Agente: Necesito su DNI para verificar la identidad. \nCliente: {{20932963L}}. \nAgente: Gracias, <<señora Valcárcel>>.
Agente: ¿Me da su documento? \nCliente: Soy residente, no tengo DNI, el NIE es {{Z2897368V}} y el código postal <<28045>>.
La CLABE para el depósito es {{012047690730646069}}, a nombre de <<Ofelia Barrientos>>.
Agente: Le acaba de llegar un código por mensaje. \nCliente: Sí, {{cuatro siete siete, tres tres cinco}}. \nAgente: Perfecto, ya está verificada.
El código de seguridad de atrás es {{seis nueve tres}}, y la tarjeta es {{5583 9402 0241 4984}}.
Agente: Le repito la tarjeta: {{4285 5594}}. \nCliente: Ajá. \nAgente: {{3989 2186}}, y el cargo es de <<48,50 euros>>. \nCliente: Eso es.
Agente: ¿A nombre de quién va la factura? \nCliente: Facturen a la empresa, el CIF es {{B26539346}}, y la factura tiene que llevar fecha de <<marzo>>.
Les subí la nómina, el archivo se llama {{nomina_febrero_2024.pdf}}, y me piden otra vez lo mismo.
Mi contraseña es {{Girasol.2019}} y me sale que está mal desde <<el lunes>>.
Agente: Dígame el IBAN, por favor. \nCliente: {{E S noventa y uno, cero cero ochenta y uno, cuarenta y siete cuarenta y seis, cuarenta y uno treinta y cuatro, sesenta y cuatro cincuenta, veintiocho setenta y dos}}.
El PIN que me dieron es {{siete tres uno dos}} y el cajero me rechazó la tarjeta <<dos>> veces.
Agente: Buenos días, le atiende Lucía, su asistente virtual. \nCliente: Mire, me han cobrado <<doce euros con noventa>> dos veces en la factura de <<abril>>.
Espere <<un momento>>, que busco la factura, la tengo por aquí entre <<dos>> carpetas.
El pedido es el <<ES-220418>> y me dijeron que llegaba <<el jueves>> entre <<diez y dos>>.
Agente: ¿Seguimos usando la tarjeta que termina en <<5108>>? \nCliente: Sí, esa misma.
Llámeme al <<612 55 01 48>> después de <<las cinco>>, que antes estoy trabajando.
Cliente: ¿Cuánto tarda el pago a la billetera? \nAgente: Unos <<veinte minutos>>, va a <<0x003eb93ad852c9eb45cb940e6fb253bbe7054952>>.
Me deben <<mil doscientos pesos>> desde <<el tres de marzo>>, y nadie me da razón.
Agente: Su número de incidencia es <<4471902>>. \nCliente: ¿Y cuándo me responden? \nAgente: En <<uno o dos>> días.
¿Cuándo mandan el certificado de retenciones? El año pasado llegó <<a finales de enero>>.
Puede enviarlo a <<tomas.errazu@correo.example>>, y ponga en copia a <<Begoña>>.
Cliente: Quiero pagar en <<tres plazos>>. \nAgente: Serían <<sesenta y dos euros>> al mes a partir del <<día diez>>.
Mi número de cliente es <<90037115>> y llevo <<once años>> con ustedes, la verdad.
## german
Agent: Wie lautet die neue Kartennummer? \nKundin: {{Siebenundvierzig dreiundachtzig, sechsundachtzig einundvierzig, zehn zweiundfünfzig, vierundsiebzig zweiundachtzig}}. \nAgent: Und gültig bis? \nKundin: {{Null neun siebenundzwanzig}}.
Bitte überweisen Sie die <<86,40 Euro>> auf {{DE24 1001 0010 6094 0768 21}}, das alte Konto gibt es nicht mehr.
Agent: Können Sie mir die IBAN durchgeben? \nKunde: Ja, {{D E fünfzehn, drei sieben null vier, null null vier vier, sechs fünf drei eins, vier zwo zwo eins, drei sieben}}. \nAgent: Danke, <<Herr Lüttke>>.
Agent: Mir fehlt noch Ihre Identifikationsnummer. \nKunde: Meine Steuer-ID ist {{23 167 498 589}}, die brauchen Sie ja für die Bescheinigung von <<2023>>.
Auf die Rechnung muss noch unsere Umsatzsteuer-ID, {{DE720803281}}, sonst nimmt die Buchhaltung die <<R-10442>> nicht an.
Agent: Sie haben gerade eine TAN bekommen, wie lautet die? \nKunde: {{Eins fünf vier, sechs fünf sechs}}. \nAgent: Danke, die Auszahlung von <<410 Euro>> ist freigegeben.
Das ist eine Mastercard, {{5231 2246 6958 3722}}, die Prüfnummer hinten ist {{754}}.
Agent: Ich wiederhole: {{4954 6436 5332 3092}}. \nKundin: Genau, und abgebucht wird erst <<am Ersten>>, ja?
Mein Passwort ist {{Regenbogen!71}}, und trotzdem komme ich seit <<gestern Abend>> nicht mehr rein.
Kunde: Die PIN? {{Sechs neun neun acht}}. \nAgent: Vielen Dank. Worum geht es bei Ihrer Rechnung <<vom dritten Mai>>?
Ich habe die Datei {{Gehaltsabrechnung_Maerz_2024.pdf}} hochgeladen, und Ihr System sagt, sie ist unlesbar.
Mein Reisepass hat die Nummer {{CNXX56W9V}}, ausgestellt wurde er in <<Kassel>>.
Also die Karte ist {{4238 4668 0194}}, Moment, ich muss die Brille holen, so, {{4769}}.
Agent: Guten Tag, hier ist die digitale Assistentin. \nKunde: Ja, guten Tag, Sie haben mir <<29,99>> zweimal abgebucht, <<am vierten und am fünften>>.
<<Einen Moment>> bitte, ich hole nur schnell die Rechnung aus dem anderen Zimmer.
Agent: Ihre Vorgangsnummer ist die <<5518-2207>>. \nKundin: Habe ich notiert. Und wie lange dauert das? \nAgent: <<Zwei bis drei>> Werktage.
Es geht um die Karte, die auf <<6614>> endet, die wurde heute <<um halb neun>> an der Kasse abgelehnt.
Agent: Unter welcher Nummer erreichen wir Sie? \nKundin: Rufen Sie mich bitte unter <<0171 5550142>> zurück, am besten <<nach sechzehn Uhr>>.
Kunde: Wann kommt denn die Jahressteuerbescheinigung? \nAgent: Die verschicken wir <<Ende Februar>>, per Post.
Ich habe <<0,12 ETH>> an <<0x744e811f335c40a7011deabd156003e36db4e777>> geschickt, das war <<vor einer Stunde>>.
Agent: Wir können die <<240 Euro>> in <<vier Raten>> aufteilen. \nKunde: Sechzig im Monat, das geht.
Unsere Kundennummer ist <<70118834>>, und die Firma heißt <<Holzbau Pröll>>.
Schicken Sie das bitte an <<rechnung@tischlerei-brandt.example>>, und nicht mehr an mich.
Agent: Haben Sie <<zwei>> Minuten für die Identitätsprüfung? \nKundin: Nein, gerade nicht, morgen <<um zehn>> wäre besser.
Die Mahnung ist vom <<12. April>>, da stehen <<fünf Euro>> Gebühr drauf, und ich hatte schon <<am zehnten>> bezahlt.
## french
Agent : Pouvez-vous me donner le numéro de la carte ? \nCliente : Oui, {{quarante-cinq quatre-vingt-huit, vingt-deux trente-sept, soixante-trois trente-huit, soixante-treize quarante-sept}}. \nAgent : Et le cryptogramme ? \nCliente : {{Huit un trois}}.
Mon nouvel IBAN, c'est {{FR76 2004 1051 8736 0287 9165 630}}, l'ancien compte est fermé depuis <<mardi>>.
Agent : Vous avez reçu un code par SMS ? \nClient : Oui, {{soixante-quinze, vingt et un, quatre-vingt-quatre}}. \nAgent : Merci, votre virement de <<230 euros>> est validé.
Agent : Avec quelle carte souhaitez-vous régler ? \nClient : C'est une Visa, {{4518 0267 4237 0093}}, elle expire en {{octobre 2026}}.
Il faut notre numéro de TVA sur la facture, {{FR10646223958}}, sinon le comptable me renvoie la <<F-2024-091>>.
Agent : Je relis votre IBAN, {{FR76 3000 4461 2774 3805 8738 581}}. \nClient : C'est ça, et le paiement part <<vendredi>> ?
Mon mot de passe, c'est {{Cerise-Noire47}}, et ça me met toujours une erreur sur la version <<3.8.1>>.
Je vous ai envoyé le fichier {{bulletin_paie_mars_2024.pdf}} <<la semaine dernière>>, et toujours rien.
Client : Alors, {{5117 2394}}. \nAgent : Oui. \nClient : {{5676 7717}}. \nAgent : Merci, et l'adresse e-mail, c'est bien <<j.morvan@courriel.example>> ?
Le code secret, c'est {{deux neuf un neuf}}, je l'ai fait <<trois>> fois et maintenant la carte est bloquée.
Pour la vérification j'ai mon passeport, le numéro, c'est {{14CK82057}}, au nom de <<Solène Le Guen>>.
Agent : Bonjour, je suis l'assistante vocale du service facturation. \nCliente : Bonjour, on m'a prélevé <<quarante-neuf euros>> deux fois, <<le deux et le trois>>.
Attendez <<une minute>>, je cherche mes lunettes et la facture du mois <<dernier>>.
Agent : Votre numéro de dossier est le <<773-0441>>. \nClient : D'accord, et ça prend combien de temps ? \nAgent : <<Deux à trois>> jours ouvrés.
C'est pour la carte qui se termine par <<8820>>, elle a été refusée <<ce matin>>.
Vous pouvez me rappeler au <<06 39 98 01 27>>, de préférence après <<dix-huit heures>>.
Cliente : Quand est-ce que je reçois l'imprimé fiscal ? \nAgent : Vers <<la mi-février>>, directement dans votre espace.
J'ai demandé un paiement vers mon portefeuille, <<0x38dec4dd6d8ed5e63fde7cab056e4ead2d9cf325>>, pour <<cent vingt euros>>, et il n'est pas arrivé.
Agent : On peut étaler les <<360 euros>> en <<trois fois>>. \nClient : Ça me va, à partir du <<cinq>>.
Je suis au <<17 rue des Tilleuls>>, <<44000 Nantes>>, et vos courriers partent encore à Rennes.
`,
	AF: String.raw`
## english
yeah hi i want to pay the hospital bill um the card number is {{4147 5845 39 six four 1208}} and that expires {{oh nine twenty eight}} and the amount on the letter says <<two hundred and twelve dollars>>
Agent: Whenever you're ready, go ahead with the long number on the front.\nCustomer: {{4539 5881 0023 6443}}.\nAgent: And the three digits on the back?\nCustomer: {{458}}.\nAgent: Thanks. I'm charging <<$86.40>> for invoice <<INV-20931>>.
agent: okay and can i get the card number\ncustomer: {{four seven one six two eight}} hang on my other glasses {{five eight zero six four five three}} and then it's uh {{zero four three}}\nagent: perfect and <<one moment>> while that goes through
It's an American Express, so fifteen digits: {{thirty-seven ninety-two, twelve thirty-four, six five two eight six four three}}. The four-digit code on the front is {{3028}}, and please put it against order <<77120>>.
my social is {{764 93 44 20}} and my date of birth is <<march ninth nineteen seventy one>> i already told the other lady this
Agent: For security, could you confirm the last four of your Social Security number?\nCustomer: Sure, it's {{9883}}.\nAgent: Thank you, <<Mr. Hollis>>. I see a balance of <<$1,430.12>>.
ok so for the refund just send it to my checking the routing is {{0 6 3 9 2 8 6 0 8}} and the account is {{7582 06 0260}} and you said it takes <<three to five business days>> right
Agent: I can see the card ending in <<4242>> was declined twice on <<March 3rd>>.\nCustomer: That's odd, because I used the same one at the gas station <<two hours ago>>.
so i called on the <<fourteenth>> and they gave me ticket <<8 8 4 2 0 1 7>> and nobody called me back and it's been like <<three weeks>>
Agent: Could I take a callback number in case we're cut off?\nCustomer: Yes, it's <<503-555-0142>>, and ask for <<Denise>>.
the confirmation i got says <<4471 9023 1180>> that's the order number and it's for <<two>> lamps and a rug
Customer: I've moved since then. It's <<41 Alder Court>>, ZIP code <<97214>>.\nAgent: Got it. And the amount you'd like to pay today?\nCustomer: <<Sixty dollars>> now and the rest on the <<first of June>>.
hi this is the automated assistant from northline energy your balance is <<one hundred forty three dollars and nine cents>> and it is due on <<may second>> would you like to pay by card
Agent: Before I hand you over, please have invoice <<2024-00317>> ready. The team is open until <<6:30 p.m.>>\nCustomer: All right, I'll hold.
okay the card is a mastercard {{52 18 24 55 26 76 94 82}} uh exp {{11 27}} cvv {{eight eight nine}} and my zip is <<30318>>
Speaker 1: Read me the number one more time, please, the last group got cut off.\nSpeaker 2: Okay: {{2223 1352 0979 8728}}.\nSpeaker 1: So that's {{2223 1352 0979 8728}}, correct?\nSpeaker 2: Correct, and it's for <<$319>>.
the sort code is {{40 91 95}} account number {{9 4 4 1 1 6 8 0}} it's in my wife's name <<priya marsh>>
Agent: Which account should the rebate go to?\nCustomer: Barclays. Sort code {{33-85-20}}, and the account number is {{54538318}}.\nAgent: Lovely. You'll have <<£74.20>> by <<Friday>>.
[00:12] Caller: i got a text with a code\n[00:15] Agent: go ahead and read me that code\n[00:18] Caller: {{five one three five eight seven}}\n[00:22] Agent: thanks and that's for the payout of <<four hundred usdt>>
My one-time passcode came through as {{260-795}}, but it said it expires in <<ten minutes>>, so please hurry.
so the wallet address is <<0x640784822a7542259720b1a9045d7eb577ed5b04>> and i sent <<point five eth>> on <<tuesday>> and nothing showed up
Agent: I have the transaction hash as <<0xf9edc4ed2069287beced183a45957107cc8f6293ebcc35fbd948bd42ba6a7449>>. Is that the one?\nCustomer: Yes, that's the transfer from <<last Monday>>.
he told me to type in my recovery phrase so i got it here it's {{ribbon velvet cactus marble orbit puzzle sunset hazard tornado window lunar kitchen}} and then the balance went to <<zero>>
Agent: Please don't read your seed phrase to me.\nCustomer: But I already wrote it down: {{gravity, spoon, hockey, dinosaur, panther, walnut, tiger, oxygen, lemon, museum, stadium, angle}}. Is that <<twelve>> words?
yeah my pin is {{4 4 1 9}} no wait that's the old one it's {{5944}} and the account email is <<tgreer81@example.com>>
Customer: The portal password is {{Maple-River77}}, with a capital M and R. My username is just my e-mail, <<l.okafor@example.org>>.\nAgent: I really don't need the password, but thank you.
we need your ein for the w nine\nyeah it's {{84 5266 614}} and the company is <<brightwell plumbing>> and invoice was <<ten sixty two>>
The purchase order you want is <<PO-55810>>, and we need the whole thing reissued at <<$6,412.00>>, not <<$6,142.00>>.
um i don't have a social i have an itin it's {{nine nine two seven three nine two eight five}} will that work i've been here since <<two thousand sixteen>>
Agent: And your National Insurance number, please?\nCustomer: {{JW 26 26 07 C}}.\nAgent: Thank you. Your arrears stand at <<£512.08>>.
it's the self assessment one my utr is {{839 169 6176}} and i paid <<nine hundred quid>> in <<january>>
My Unique Taxpayer Reference is {{77459 98547}}. The letter is dated <<6 October>>, and the case reference is <<CFS-118204>>.
the national insurance is {{juliet whiskey three two three nine three eight charlie}} and i'm calling about the letter from <<ninth of may>>
Agent: I've got you down as account holder <<Tobias Renn>>, customer number <<60417-B>>. Is that still right?\nCustomer: It is.
can you just email it to <<m dot halloran at example dot com>> that's halloran with two l's and i'll pay the <<ninety five>> tonight
Customer: There were <<two invoices>> in the envelope, one for <<$48.00>> and one for <<$1,048.00>>, and I only ordered one thing.
the tracking number is <<1z 999 aa1 01 2345 6784>> and it says delivered <<yesterday at four fifteen>> but there's no box here
Agent: Your policy number is <<HX-2290 4471>>, and the renewal date is <<12 November>>.\nCustomer: And the premium goes up to what?\nAgent: <<£38.15>> a month.
ok so one of the charges is mine and the other <<two>> are not the one for <<thirty four ninety nine>> and the one for <<sixteen twenty>> those aren't mine
Agent: We're on version <<4.12.3>> of the app now. Which one do you have?\nCustomer: It says <<3.9.0>>, build <<2281>>.
my number's <<six one seven five five five oh one nine three>> call me after <<five>> i get off at <<four thirty>>
Customer: Could you check payment reference <<AQ7719230>>? It left my bank on the <<22nd>>, and the shop says they never got it.
Agent: how would you like to pay\nCustomer: visa\nAgent: go ahead\nCustomer: {{four oh two four}}\nAgent: mhm\nCustomer: {{three five oh six}}\nAgent: mhm\nCustomer: {{one seven five one}}\nAgent: okay\nCustomer: {{one two six nine}}\nAgent: and that's <<forty nine ninety five>>
Sorry, let me start over. It's {{4266 2085 7453 5662}}, expiring {{August 2027}}, with <<Marjorie Platt>> on the front.
[02:41] Agent: i heard {{four two six six nine eight five nine}} and then what\n[02:47] Caller: {{two four nine four}} {{double five eight zero}}\n[02:52] Agent: ok charging the <<seventy dollars>> now
The card is {{four seven one six, three two five oh, nine four seven four, three six three eight}}. Could you take <<fifty-five pounds>> off it and send the receipt to <<gwen@example.co.uk>>?
card number {{45 39 855 6 1031 37 92}} expiration {{oh four thirty}} security code {{906}} name <<carla dominguez>>
Agent: And the security code?\nCustomer: Uh, is that the one on the back?\nAgent: Yes, the last three digits.\nCustomer: Okay. {{Seven eight eight}}.\nAgent: Great, your confirmation number is <<RT-40921>>.
i think i misread it it's not {{four zero two four one six one three oh four three five nine one nine eight}} it ends {{one eight nine}} the whole thing is {{4024 161304359189}} sorry i'm <<seventy nine>> years old
Customer: Use my other card, the one ending in <<0832>>.\nAgent: I don't have that one saved. Could you read it in full?\nCustomer: {{4485 0387 0441 0832}}.
my debit card's a long one i'll go slow {{4485 8 oh five 4 five one 901 double six two}} take <<twenty>> today and <<twenty>> next friday
Agent: To confirm, the card is {{5425 9178 0616 4316}}, valid through {{02/29}}.\nCustomer: That's it. And the total is <<$212.75>>, not <<$221.75>>?\nAgent: Correct.
no i already paid the <<eleven hundred>> on the amex ending in <<seven six oh oh>> so why is it still on there
Discover, please: {{6445 3759 7021 7937}}. I get cash back, and the bill is <<$64.19>>.
yeah the diners one {{36 2040 0963 6420}} it's a company card for <<helmsford travel>> booking ref <<k7lq2p>>
Agent: I need a bank account for the ACH refund.\nCustomer: Routing {{322706338}}, account {{434553798412}}.\nAgent: Is that checking or savings?\nCustomer: Checking. And it's <<$1,204.66>>, yes?
our iban is {{d e 2 1 5 0 0 1 0 5 1 7 6 8 7 5 1 8 2 5 0 1}} and the amount outstanding is <<four thousand two hundred euros>> from <<august>>
Please wire it to {{GB51 MIDL 3679 8810 0398 95}}. Quote reference <<HARGREAVE/0117>> so our accounts team can find it.
Agent: the iban please\nCustomer: {{india echo one nine alpha india bravo kilo eight six one one seven seven four seven two eight three zero zero one}}\nAgent: thank you and the refund's <<sixty two euro>>
Our supplier is Dutch: {{NL90 INGB 2143 4312 62}}. They've been waiting since <<15 February>> for <<€3,870>>.
the b s b is {{033 113}} and account {{812 604 643}} i'm up in <<cairns>> postcode <<4870>>
My tax file number is {{514 179 831}}, and my ABN is {{87 814 969 080}}. The overpayment was <<$2,310>>.
it's a canadian number my sin is {{four 4 36 92 one 73}} and my postal code is <<m five v two t six>>
Agent: May I have your Social Insurance Number?\nCustomer: Yes, {{412 299 182}}.\nAgent: And the year you filed?\nCustomer: <<2022>>.
passport number is {{f 38 six 90 four oh seven}} and it's good till <<july twenty thirty>> and the flight is <<ba 2 9 4>>
My driver's license is {{F255-9218-4711}}, issued in Illinois, and I live at <<1806 Larkspur Lane>>.
uk driving licence number is {{marsh 6 5 8 1 1 2 p 9 9 k w}} do you need the address too it's <<n e six one s d>>
Agent: Where did you post the key?\nCustomer: In our chat, like an idiot. It's {{sk_live_9fQ27bXkLm04TzRe81vHcd}}.\nAgent: Okay, I'm rotating it. The log entry is at <<14:07>>, request <<req_8812>>.
i exported the private key it starts {{07404bcbabdcd5af56cef66667a8d53e5ec132d803e6e84700e2aec212f4e43c}} and the public address is <<0x768d32215d9f446b75e2ebc912ef1b28e671a698>>
Your statement is here: {{https://files.northline.example/statements/2024-03_8841.pdf}}. If it won't open, call us back before <<5 p.m.>> on <<Thursday>>.
i sent you the payslip it's called {{payslip_march_2024_renn.pdf}} and the other one's just a photo of the meter reading <<48213>>
Customer: I uploaded {{W2_2023_Delacroix.pdf}} last night.\nAgent: I see it. It came in at <<11:52 p.m.>> under case <<C-70216>>.
okay it's asking for the verification code um {{4 1 2 7 9 4}} and it's for the withdrawal of <<one thousand two hundred usdc>>
Agent: I've just sent a six-digit code to the phone ending in <<0193>>.\nCustomer: Got it. {{Four five, two two, oh four}}.\nAgent: Thanks, you're verified.
um yeah the card's in my purse give me <<two seconds>> okay so it's {{five one nine five}} uh {{five three two three}} uh {{eight nine six one}} uh {{six three oh eight}} oh sorry {{six three oh seven}} at the end
Agent: Did you say {{2310 0575 3593 6042}}?\nCustomer: Yes.\nAgent: It's coming back with a do-not-honor. Want to try again on <<Monday>>?
this is regarding your account with meridian recovery the creditor is <<fairview dental>> and the balance is <<eight hundred and sixteen dollars forty>> we can do <<four>> payments
Customer: I paid <<$250>> on <<9/14>>, and you have it as <<$25>>. Check number <<1187>>.
they charged me <<nineteen ninety nine>> then <<nineteen ninety nine>> again then <<one ninety nine>> like what even is that
Agent: That's noted under call ID <<7f31-a2>>, and a supervisor will ring you within <<48 hours>>.\nCustomer: Supervisors always ring at dinner time.
one thing i don't get is why one of you says <<fourteen days>> and another one of you says <<thirty>>
Agent: The refund went back to the Visa ending in <<7716>>.\nCustomer: That card's been closed for <<two years>>.
so the order is <<one one four dash seven seven two oh nine one three dash four four>> from <<black friday>> i want to send back one of the two
Customer: Could you take <<five pounds>> off? I've been with you since <<2009>>.\nAgent: I can do <<three pounds fifty>>.
transaction id is <<9 0 2 2 7 1 5 5 0 3 8 4 1>> and that's from my bank app it says completed <<april six>>
Agent: And the serial number on the reader?\nCustomer: It's <<PX-8810-22417-03>>, and the firmware is <<2.0.14>>.
my customer number with you guys is <<5 5 0 0 3 3 8 5>> and the name's <<odalys ferrer>>
Customer: I'd like the payment plan we talked about: <<$75>> on the <<first>> and the <<fifteenth>>, for <<six months>>.
yeah no i don't wanna give my card over the phone can you send the link to <<seven oh two five five five oh one eight eight>> instead
Agent: Reference <<2231 0045 8817 9024>> is the claim number, so please quote that one, not the policy number.\nCustomer: Let me grab a pen.
so i waited <<forty five minutes>> and then i got one of your colleagues <<dwayne>> i think and he said call back at <<nine>>
Agent: Gas for the network was about <<$3.10>>, so you'll receive <<0.0412 BTC>>.\nCustomer: And to <<bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq>>, right?\nAgent: Yes, that address.
it says error <<5 0 4>> and then it says try again in <<ten minutes>> i've tried like <<eight>> times
Customer: My flight is at <<6:55 a.m.>>, my booking reference is <<JX4T9B>>, and the fee shows twice.\nAgent: I'll waive one of them.
we close at <<half past five>> but you can leave a message and someone will call within <<one business day>> your place in line is <<three>>
Agent: Would you mind spelling your surname?\nCustomer: <<Vanterpool>>: V-A-N, T for tango, E-R, P-O-O-L. House number <<1129>>.
i just wanna know if the <<twelve hundred>> i sent by zelle on <<saturday>> landed the memo says <<unit 4b>>
Agent: Your FICO score isn't something we hold, <<Ms. Abara>>.\nCustomer: The letter said <<six eighty-one>>.
the meter says <<zero four eight two one three>> and last month's bill had <<zero four seven nine nine six>> so that's not right
Customer: I mailed a money order, serial <<27019948812>>, for <<$400>> on <<December 28>>.\nAgent: It can take up to <<ten days>> to post.
case number <<twenty twenty four c v one one eight six>> and the hearing is <<june third at nine a m>> do i still have to come if i pay
Agent: For the record, you're authorizing <<one payment of $129.99>> today, <<April 18th>>.\nCustomer: Yes, I am. Use the card ending <<9460>>.
ok my card it's {{fifty three ninety nine}} {{thirty eight}} no {{thirty}} uh {{eighty three seventy three sixty one forty nine forty five}} the name on it is <<lyle barrow>>
Agent: What should I put down for your VAT number?\nCustomer: {{DE 948 776 247}}.\nAgent: And the invoice was <<€940>> plus VAT at <<19%>>?\nCustomer: Yes.
you can pay my freelancer he's in mexico the clabe is {{002 066 7325 2212 9203}} and he's owed <<six hundred bucks>> for <<may>>
Agent: Can you read me the card from the start?\nCustomer: {{Four four eight five, one eight six nine}}...\nAgent: Sorry, you cut out there. Carry on.\nCustomer: Right, then {{six nine eight two, double one, three four}}. It's for the <<$58>> copay.
my wife's amex then {{3792 14434600540}} and it's good through {{twelve twenty six}} her name's <<renata>> with an r
It's one of those old Maestro cards with a long number: {{6304 3168 7469 5686 664}}. There's no security code on it. The fine was <<£65>>, notice <<PCN 4471-88>>.
yeah it's me on the account my full social is {{six twenty ninety sixty two oh four}} and the loan number is <<88 1 02 4470>>
Customer: My business card is a JCB: {{3566 1014 6807 7959}}, and the billing contact is <<accounts@kitamura-imports.example>>.\nAgent: Thank you. I have <<$2,018.00>> to go through.
agent: so the number you gave me was {{fifty five hundred thirty three eighty five}} and then {{two three six one six four one three}} is that right\ncustomer: that's it and don't take more than the <<thirty five fifty>> please
## hinglish
haan ji card number likhiye {{8172 7092 88 16 4719}} aur expiry hai {{zero nine twenty seven}} bas <<pandrah sau rupaye>> kaatna usse zyada nahi
Agent: Sir, aapka card number bata dijiye.\nCustomer: {{6070 0400 9564 8844}}.\nAgent: Aur peeche jo teen digit hain?\nCustomer: {{906}}.\nAgent: Dhanyavaad, <<Rs. 2,499>> ka payment ho raha hai.
mera aadhaar {{4900 232 488 52}} hai aur naam <<sushma kulkarni>> hai address bhi wahi hai
Customer: PAN card ka number {{YHMPW3578Z}} hai, aur date of birth <<12 August 1984>>.\nAgent: Theek hai ma'am, refund <<do din>> mein aa jayega.
account number hai {{1294 3413 559}} aur ifsc {{hdfc zero triple nine eight three two}} branch <<pimpri>> wali hai
Refund UPI pe kar dijiye, ID hai {{sushma.k84@okicici}}. Order number <<OD-4471820>> hai, <<₹649>> ka.
agent: otp aaya hoga sir\ncustomer: haan aaya hai ruko {{79 char paanch do do}}\nagent: ji confirm ho gaya <<do minute>> mein message aayega
bhaiya maine <<do din pehle>> hi <<paanch sau>> bhara tha phir bhi message aa raha hai ki due hai
Agent: Aapke card ending <<8844>> se <<14 March>> ko payment fail hua tha.\nCustomer: Haan, us din limit khatam thi.
mera mobile number <<nau aath saat zero double one char teen do paanch>> hai isi pe call karna shaam ko <<chhe baje>> ke baad
Customer: Ticket number <<SR 2290187>> pe teen baar baat ho chuki hai, koi hal nahi nikla.\nAgent: Main senior ko de raha hoon, <<ek ghante>> mein call aayega.
ek minute ek minute haan bolo toh bijli ka bill <<teen hazaar do sau chalis>> aaya hai pichle mahine <<barah sau>> tha
Delivery ka pincode <<411018>> hai, tracking <<EKT 88120457>>. Do baar wapas chala gaya parcel.
card hai {{chhe paanch do ek}} haan {{saat nau paanch aath}} phir {{do teen ek chhe}} aur last mein {{teen teen do chhe}} ho gaya na <<ek hi baar>> kaatna
Agent: Customer ID <<CIN 30047719>> sahi hai?\nCustomer: Haan sahi hai. EMI <<5 tareekh>> ko kat jaati hai, <<₹8,120>>.
hamari company ka gst number {{27 myjpy 9470 v1ze}} hai invoice <<int 20 41>> pe galat chhapa hai
Speaker 1: GSTIN confirm kar dijiye.\nSpeaker 2: Ji, {{29QMJCT1571H1ZX}}.\nSpeaker 1: Invoice <<INV/24-25/0318>> revise karke bhej doonga.
net banking ka password {{Ganga@2041}} daala toh bhi nahi khul raha app version <<7.2.1>> hai
atm pin bhi galat bata raha hai {{char nau ek saat}} dala maine <<teen baar>> ab block ho gaya
Customer: Wallet se <<200 USDT>> nikala tha, address <<TUL4pxbrujFNUNCJskgXsZRuFEJY6aeAkB>> hai.\nAgent: Network fee <<1 USDT>> lagti hai sir.
haan woh salary slip maine bheji thi file ka naam {{salary_slip_feb2024_kulkarni.pdf}} hai loan number <<pl 774 103>> ke liye
Agent: Namaste, main recovery team se <<Farhan>> bol raha hoon, aapka <<₹11,350>> pending hai.\nCustomer: Agle hafte, salary <<saat tareekh>> ko aati hai.
email <<nikhil.rao at example dot in>> pe bhej do receipt mujhe print nikalna hai
Aadhaar ke number padh rahi hoon: {{7578 6836 0145}}. Ek baar aap dohra dijiye, line kharab hai, main <<Nashik>> se bol rahi hoon.
kitne paise bache hain mere\nagent: sir <<ek hazaar saat sau do>> rupaye aur validity <<tees june>> tak
paisa account mein daal do {{609914 26634989}} ifsc {{SBIN0453331}} naam <<ramesh solanki>> hai
Agent: Aapne <<UPI reference 408812207719>> bataya, woh success dikha raha hai.\nCustomer: Par dukaandaar bol raha hai nahi aaya.
card number galat bol diya maine ek second {{8172 6021}} nahi haan {{8172 6021 3211 3133}} yehi hai aur <<saade teen sau>> ka recharge hai
PNR <<2418830975>> hai, seat <<S4 31>>. Cancel kiya tha <<20 tareekh>> ko, refund kab aayega?
do log the ek <<sharma ji>> aur ek koi aur unhone bola ki <<chaar din>> lagenge aaj <<das din>> ho gaye
## devanagari
जी हाँ कार्ड नंबर है {{6521 5783 5892 8143}} और एक्सपायरी {{ग्यारह अट्ठाईस}} <<बारह सौ रुपये>> काट लीजिए
एजेंट: कृपया अपना आधार नंबर बताइए।\nग्राहक: {{९१३८ ८१३२ ६०६६}}।\nएजेंट: धन्यवाद, <<मीनाक्षी जी>>।
मेरा खाता नंबर {{674 पाँच 9 एक 389 पाँच 45}} है और आईएफएससी {{PUNB0711725}} शाखा <<मेरठ>>
ग्राहक: ओटीपी आया है, {{264553}}।\nएजेंट: ठीक है, <<₹3,180>> का भुगतान हो गया, रसीद संख्या <<R-55019>>।
मैंने <<दो दिन पहले>> शिकायत की थी शिकायत नंबर <<आठ चार एक शून्य सात>> है अभी तक कुछ नहीं हुआ
एजेंट: आपका बकाया <<₹7,450>> है और अंतिम तारीख <<28 फरवरी>> है।\nग्राहक: मैं <<दो किस्तों>> में दूँगा।
मेरा मोबाइल नंबर <<नौ आठ दो शून्य एक एक चार चार पाँच छह>> है इस पर शाम <<सात बजे>> के बाद फ़ोन कीजिए
पैन नंबर {{RKWPB3553L}} है और मेरा नाम <<विनोद बंसल>> है, वर्तनी ठीक कर लीजिए।
कार्ड का नंबर बोलूँ {{छह शून्य सात शून्य}} {{छह शून्य आठ शून्य}} एक मिनट रुकिए चश्मा लगा लूँ {{छह एक पाँच पाँच}} {{एक चार शून्य छह}} हो गया
एजेंट: जिस कार्ड के आखिरी चार अंक <<5668>> हैं, उसी पर पैसे लौटेंगे।\nग्राहक: कितने दिन लगेंगे?\nएजेंट: <<पाँच से सात दिन>>।
एक बात बताइए पिछली बार <<साढ़े चार सौ>> आया था इस बार <<नौ सौ>> कैसे हो गया घर में तो दो ही लोग हैं
यूपीआई आईडी {{vinod.bansal@ybl}} पर भेज दीजिए, ऑर्डर <<OD77120934>> वापस कर दिया है।
स्पीकर 1: सीवीवी बताइए जो कार्ड के पीछे है\nस्पीकर 2: {{नौ एक छह}}\nस्पीकर 1: ठीक है <<छह सौ पचास>> कट गए
पार्सल का ट्रैकिंग नंबर <<एम एच सात सात दो एक नौ शून्य>> है और पिनकोड <<चार शून्य शून्य छह शून्य एक>> है
ग्राहक: मैंने <<0.02 बिटकॉइन>> <<सोमवार>> को भेजा था, वह दिख नहीं रहा।\nएजेंट: लेनदेन संख्या <<TX-904417>> पर जाँच चल रही है।
नेट बैंकिंग का पासवर्ड {{Himalay#559}} डाला था मैंने <<तीन बार>> अब लॉक हो गया
एजेंट: नमस्ते, मैं <<कविता>> बोल रही हूँ, ग्राहक संख्या <<60077125>> आपकी ही है?\nग्राहक: हाँ जी, मेरी है।
बस एक सेकंड हाँ तो पॉलिसी नंबर <<एल आई सात चार दो दो एक>> है प्रीमियम <<अठारह सौ>> का है <<मार्च>> वाला
आधार के अंक फिर से सुन लीजिए {{छह शून्य सात छह पाँच चार सात एक पाँच शून्य एक एक}} और पता <<भोपाल>> का है
एजेंट: बिल <<15 अप्रैल>> को बना था, राशि <<₹2,205>>।\nग्राहक: पर मैंने तो <<10 अप्रैल>> को ही जमा कर दिया था।
## spanish
sí mire la tarjeta es {{4929 3455 39 13 62 82}} y caduca en {{once veintiocho}} y son <<cuarenta y cinco euros>> lo de la factura
Agente: ¿Me da el número de la tarjeta, por favor?\nCliente: {{5399 1525 4848 1792}}.\nAgente: ¿Y el código de seguridad?\nCliente: {{Siete ocho ocho}}.\nAgente: Cobro entonces <<89,90 €>> del pedido <<P-30118>>.
el iban es {{es diez veintiuno cero cero sesenta y tres diecinueve sesenta setenta y seis noventa y uno sesenta y ocho treinta y seis treinta y cuatro}} y el titular es <<ramón iglesias>>
Para la devolución apunte el IBAN {{ES46 2085 0575 3211 7413 8386}}. El importe son <<312 euros>>, ¿verdad?
mi dni es {{tres uno cero tres nueve uno uno seis hache}} y llamo por la factura de <<febrero>>
Agente: Dígame su NIE.\nCliente: {{Y-0219983-W}}.\nAgente: Gracias, <<señora Popescu>>. Le consta una deuda de <<147,32 €>>.
la clabe es {{cero dos uno nueve cinco ocho seis dos siete nueve dos dos tres nueve cero ocho cero siete}} es de mi hermana y son <<mil doscientos pesos>>
Cliente: Me llegó un código al móvil, {{473340}}.\nAgente: Perfecto, con eso confirmo el retiro de <<500 USDT>>.
llamo porque me han cobrado <<dos veces>> lo mismo una el <<tres de mayo>> y otra el <<cinco>> y yo sólo tengo un contrato
Agente: El pago se hizo con la tarjeta terminada en <<6282>>.\nCliente: Sí, ésa es la mía, la otra la cancelé en <<enero>>.
mi teléfono es el <<seis uno dos cuarenta y cuatro cero nueve once>> y me llaman por la tarde a partir de las <<cinco y media>>
Cliente: El número de pedido es <<4471-0092-33>> y el de seguimiento <<ES9904417720>>.\nAgente: Un momentito, que lo busco.
pues me dijeron que en <<diez días>> lo tenía y han pasado veinte y nadie me coge el teléfono
Agente: Le atiende <<Nuria>>. ¿Me confirma el código postal?\nCliente: <<28013>>, en la calle <<Arenal, 14>>.
un momento que lo busco aquí está el contrato es el <<siete siete cero dos uno ocho>> y pago <<veintinueve con noventa>> al mes
Mi contraseña de la aplicación es {{Limonero_52}} y no me deja entrar; el correo es <<nuria.sanz@example.es>>.
la tarjeta me la sé sólo a medias espere {{cuatro nueve dos nueve}} {{cero cuatro dos seis}} voy a por las gafas que no veo ya {{sesenta y seis veinte}} {{dieciséis cincuenta y cuatro}} eso es
Agente: Tiene <<dos opciones>>: pagar <<60 €>> al mes durante un año o liquidar <<650 €>> ahora.\nCliente: Déjeme hablarlo en casa.
he subido la declaración se llama {{modelo100_2023_iglesias.pdf}} y el expediente es el <<dos cero dos cuatro barra uno uno siete>>
Cliente: La dirección de mi monedero es <<0xa93f110b1ff60ab8029d05f70c34b1616c4b2742>>.\nAgente: Gracias. La comisión es de <<2 USDT>>.
quiero anular la póliza <<ce cuatro ocho ocho uno dos>> desde el <<uno de julio>> que me he cambiado de compañía
Agente: Su recibo vence el <<30 de septiembre>> y asciende a <<71,15 €>>.\nCliente: ¿Y si pago uno o dos días más tarde?
no tengo tarjeta pero le puedo dar la cuenta {{es10 2085 8441 467 016 490 190}} a nombre de <<ferretería sanz>>
Agente: ¿Me repite el CPF de la titular?\nCliente: Ella es de Brasil, {{861.579.789-70}}, y se llama <<Luciana>>.
se oye fatal dice que son <<ciento y pico>> y yo tengo apuntado <<noventa y ocho>> mire usted la factura <<a guion trescientos doce>>
## german
ja also die kartennummer ist {{55 00 527 drei 7229 37 91}} gültig bis {{null drei neunundzwanzig}} und abbuchen bitte nur die <<neunundvierzig euro>>
Agent: Nennen Sie mir bitte Ihre IBAN.\nKunde: {{DE75 1005 0000 6020 0415 13}}.\nAgent: Danke. Die Gutschrift über <<84,20 €>> kommt bis <<Donnerstag>>.
die iban ist {{de acht vier zwei null null fünf null fünf fünf null sieben sechs sechs null null sechs drei eins null sechs}} und der name ist <<ulrike dahlmann>>
Meine Steuer-ID lautet {{23 986 046 711}}. Es geht um den Bescheid vom <<11. Juni>>.
steuernummer also die identifikationsnummer die ist {{955 87 12 46 38}} und geboren bin ich am <<dritten vierten neunundsechzig>>
Agent: Und die Prüfziffer auf der Rückseite?\nKundin: {{Neun null sechs}}.\nAgent: Vielen Dank, die Bestellung <<B-77410>> ist bezahlt.
visa {{zweiundvierzig sechsundsechzig}} {{vierundzwanzig dreiundfünfzig}} moment jetzt ist sie mir runtergefallen so {{achtundzwanzig neunundachtzig}} {{siebenundvierzig dreiundsechzig}} und das sind <<hundertzehn>> euro ja
Kunde: Unsere Umsatzsteuer-ID ist {{DE362056466}}, die Rechnung hat die Nummer <<RE-2024-0881>>.\nAgent: Ich ändere das gleich.
ich hab <<zwei mal>> die gleiche rechnung bekommen einmal am <<ersten>> und einmal am <<achten>> und bezahlt hab ich eine
Agent: Ihre Kundennummer ist <<4410 8827>>, stimmt das?\nKunde: Ja, genau, und der Vertrag läuft bis <<31. Dezember>>.
meine nummer ist <<null eins sieben sechs vier vier zwei null neun eins acht>> rufen sie bitte nach <<vier>> an
Agent: Die Rückzahlung ging auf die Karte mit den Endziffern <<3791>>.\nKundin: Die habe ich seit <<zwei Jahren>> nicht mehr.
die sendungsnummer ist <<null null drei vier null vier drei vier acht acht eins>> und das paket sollte <<gestern>> kommen
Kunde: Schicken Sie mir das an <<u.dahlmann@example.de>>, mit d-a-h-l-m-a-n-n.\nAgent: Mach ich, in <<einer Stunde>> ist es da.
ja einen moment bitte hier steht aktenzeichen <<drei zwo strich vier vier eins schrägstrich vierundzwanzig>> und offen sind <<sechshundertzwölf euro>>
Die PIN für das Kundenportal ist {{3817}}, aber ich komme trotzdem nicht rein. Die App ist Version <<5.0.2>>.
der code ist {{drei acht fünf drei sieben null}} und die auszahlung waren <<null komma drei ether>> von <<sonntag>>
Agent: Wir bieten Ihnen <<drei Raten>> zu je <<45 Euro>> an.\nKunde: Zwei wären mir lieber, dann bin ich durch.
ich glaub ihr habt euch vertan da stehen <<neunzehn neunzig>> und im vertrag stehen <<neun neunzig>> und das seit <<drei monaten>>
Kunde: Ich habe Ihnen die Datei {{Gehaltsabrechnung_04_2024_Dahlmann.pdf}} geschickt.\nAgent: Die liegt mir vor, Vorgang <<V-30981>>.
also das sind die zwölf wörter von meinem wallet {{wagon orphan shiver cotton globe ridge tackle bonus hurdle nephew salmon dune}} und gefehlt haben danach <<achthundert euro>>
Agent: Guten Tag, <<Petersen>> mein Name. Ihre Postleitzahl bitte?\nKunde: <<22765>>, Hamburg.
bei uns ist seit <<halb sieben>> das internet weg und das ist jetzt das <<vierte mal>> ich will was gutgeschrieben haben
Kundin: Österreichisches Konto: {{AT96 2597 0903 9796 6684}}, lautend auf <<Brandstätter>>.\nAgent: Und der Betrag war <<1.250 Euro>>?
Agent: Der Zählerstand vom <<1. März>> war <<18204>>.\nKunde: Heute steht da <<18911>>, also siebenhundert mehr.
## french
alors le numéro de carte c'est {{4929 4937 41 00 85 41}} et ça expire {{zéro six vingt-sept}} pour <<trente-neuf euros>> s'il vous plaît
Agent : Puis-je avoir le numéro de votre carte ?\nClient : {{5218 2149 0930 9258}}.\nAgent : Et le cryptogramme ?\nClient : {{889}}.\nAgent : Parfait, <<64,50 €>> pour la commande <<C-20817>>.
mon iban c'est {{fr76 3000 3804 0876 9779 3824 946}} et le titulaire c'est <<madame lacombe>>
Pour le remboursement, notez : {{FR76 2004 1834 0443 0458 1511 675}}. On m'avait parlé de <<dix jours ouvrés>>.
ma carte c'est {{quarante-neuf vingt-neuf}} {{cinquante-six zéro trois}} euh {{quatre-vingt-dix-sept quatre-vingt-six}} {{soixante-douze quatre-vingt-quinze}} voilà et c'est <<vingt euros>> seulement
Client : Notre numéro de TVA est {{FR43 458348646}}, et la facture, c'est la <<F-2024-118>>.\nAgent : Je la rectifie.
j'ai reçu un code par texto c'est {{cinq quatre un neuf}} et il est valable <<cinq minutes>>
Agent : Votre mot de passe ne doit pas m'être communiqué.\nClient : Trop tard, c'est {{Tournesol!88}}. Mon adresse, c'est <<p.lacombe@example.fr>>.
bonjour j'appelle parce que j'ai été prélevé <<deux fois>> le <<quatre mars>> et le <<six mars>> de la même somme
Agent : Je vois un paiement avec la carte se terminant par <<8541>>.\nCliente : Oui, c'est la mienne, depuis <<un an>>.
mon numéro c'est le <<zéro six trente-neuf quatre-vingt-dix-huit douze quarante>> rappelez-moi après <<dix-huit heures>>
Client : Le numéro de dossier est <<2024/77-031>> et le colis, <<8L 0044 7719 203>>.\nAgent : Un instant, je regarde.
on m'a dit une semaine puis deux puis <<trois>> et là on me réclame <<quatre-vingt-dix euros>> de frais
Agent : Votre échéance tombe le <<15 novembre>>, pour <<112,40 €>>.\nClient : Je peux payer en <<quatre fois>> ?
je suis au <<douze rue des tanneurs>> code postal <<quatre-vingt-quatre mille>> et mon contrat finit par deux zéros
Agent : J'ai bien reçu {{bulletin_paie_mars_2024.pdf}}, merci.\nClient : Et le devis <<D-551>>, vous l'avez ?
le numéro de client c'est <<sept cent douze quatre cent six>> et c'est au nom de <<bertrand auclair>>
Cliente : J'ai envoyé <<0,15 ETH>> à <<0x569ddf2106c759d181998debe2018b91f9b30f57>> <<mardi>> soir, rien n'est arrivé.\nAgent : Je lance une recherche.
mon passeport c'est le {{vingt-deux a k quarante-sept trois cent dix-neuf}} et le vol est le <<trois août>>
Agent : C'est <<Mélanie>> du service recouvrement, il reste <<218 euros>>.\nClient : J'en paie la moitié le <<1er>>.
`,
	AG: String.raw`
## english
Agent: Sure, I can take that payment now. What's the long number across the front?\nCustomer: It's {{4532 2362 6222 2416}} and the expiry is {{09/27}}.\nAgent: Lovely, and that's for <<£312.40>>?
Customer: Okay, so the card is {{four five three two, five nine five six, three three seven eight, eight three nine one}}.\nAgent: And the expiry on it?\nCustomer: {{oh three twenty-eight}}.\nAgent: Great, that clears <<invoice 7715>>.
I'd like to pay <<INV-20418>> with our company Mastercard, the number is {{5425 3021 3683 5150}} and the three digits on the back are {{718}}.
Agent: I'm calling about <<invoice 88213>>, which was due on <<14 October>>.\nCustomer: Yes, we approved it yesterday, it goes out with the run on <<Friday the 18th>>.
Agent: Let me read that back to you, {{4916 4087 2663 3662}}.\nCustomer: Yes, that's the one.\nAgent: And the security code?\nCustomer: {{five oh two}}.
So you took <<$1,249.00>> twice on <<March 3rd>>, and both charges went to the Visa ending in <<7302>>. I need <<one>> of them back, please.
Agent: First four digits, please.\nCaller: {{4485}}.\nAgent: Next four?\nCaller: {{6642}}.\nAgent: Go on.\nCaller: {{5290, 5442}}.\nAgent: Perfect, I'm charging <<$86.15>> to the card ending in <<5442>>.
Our bank details have changed, the new IBAN for the <<October>> settlement is {{GB64 LOYD 9300 0321 9554 03}}, account name <<Harrow Lane Joinery>>.
Speaker 1: Do you have the PO number handy?\nSpeaker 2: <<PO 4500092817>>, raised on the <<second of May>> by <<Denise Okafor>>.
Yeah it's {{four five three two, double oh eight three, four five seven two, seven six three two}}, and could you e-mail the receipt to <<accounts@brightwellpumps.co.uk>>?
Agent: Which account should the refund of <<$430>> go to?\nCustomer: Chase checking, routing {{021079573}}, account {{1291736480}}.
I'm in accounts payable, so I see about <<two hundred invoices>> a week, and yours, <<number 60431>>, just never came through the portal.
[00:12] Caller: Can I pay over the phone?\n[00:15] Agent: Of course, go ahead with the number.\n[00:19] Caller: {{forty twenty-four, eighty-five sixty-nine, ninety-one oh five, twenty twenty-seven}}.\n[00:31] Agent: And it's <<sixty-two dollars fifty>> today.
Agent: Before I open the file, can you confirm the last four of your social?\nCustomer: It's {{2097}}.\nAgent: Thanks, <<Mr. Delgado>>, I see a balance of <<$918.33>>.
The remittance for <<£14,880.00>> shows reference <<BRX-77120-A>>, could you match it against the <<three>> open items?
It's an American Express, {{thirty-seven fourteen, two triple three two six, five four four six one}}, and the four-digit code on the front is {{4417}}.
Agent: We need your EIN for the W-9.\nVendor: Is that the federal <<one>>? {{83-3523387}}, under <<Coldwater Freight LLC>>, suite <<210>>.
Hi, this is <<Priyanka>> from treasury, I'm following up ticket <<FIN-3391>> about the wire that bounced on <<June 9>>.
Sort code {{20-00-61}}, account number {{05460765}}, and please put <<HL-2291>> as the payment reference.
Customer: I moved in <<August>>, so the postcode you've got is wrong.\nAgent: What's the new <<one>>?\nCustomer: <<LS6 3QT>>.
Agent: I've just texted you a six-digit code, can you read it to me?\nCustomer: Uh, {{eight one four, two two nine}}.\nAgent: Thanks, your payout limit is now <<$5,000>>.
My card number is {{4532 1429 0841}}, sorry, {{0840, then 9575}}, and the amount should be <<seventy-five pounds exactly>>.
Agent: The USDT payout went out at <<14:32>>, hash <<0xf397b743785e8112aff7a06f00d5b2fe988512710aeca523b6bcda367057c1e4>>.\nCustomer: And it went to <<TW3szLaHT8CqLoKw782iyod34Gtc487TLJ>>, right?
He actually read me the recovery phrase on the line, {{orbit velvet cactus harvest lemon anchor puzzle wagon tiger session mimic ripple}}, so please freeze withdrawal <<WD-55102>>.
Could you push the due date by <<ten days>>? We're waiting on a customer who owes us <<forty-one thousand euros>>.
Agent: For the payroll correction I need your National Insurance number.\nEmployee: {{JK 92 66 46 D}}.\nAgent: Thank you, the extra <<£212.08>> comes on the <<28th>>.
I downloaded {{payslip_2024-09_jmorrow.pdf}} and the gross is <<£3,150>>, but I was promised <<£3,400>> from <<September>>.
Agent: And how would you like to settle the <<$2,300>>?\nDebtor: <<Two>> instalments, <<one>> now and <<one>> on the <<fifteenth>>.\nAgent: I can do that.
Please update the supplier's VAT number to {{DE598376151}}, invoice <<SI-00914>> was rejected because the old <<one>> was missing a digit.
Customer: The wire should go to routing {{one two one oh five three oh three three}}, account {{seven one six, five two six}}, uh, {{nine eight one}}.\nAgent: And the beneficiary?\nCustomer: <<Tillman and Sons>>.
Your order <<70-118-4426>> shipped on <<Monday>>, the tracking number is <<1Z84E7710392246158>>, so billing it on the <<first>> was correct.
Agent: What's the expiry and the number, please?\nCustomer: Expiry {{11/26}}, number {{5168 3887 1149 4944}}.\nAgent: And the CVV?\nCustomer: {{390}}.
I keep getting dunning e-mails for <<€59.90>> although I paid on <<21 November>>, transaction <<TXN-8H20K4417>>.
The password for the vendor portal is {{Maple!Gate77}}, user name is <<ap@corvanlogistics.com>>, can you check why it locks me out?
Agent: Can I have the card you paid with?\nCustomer: I only know the last four, ending in <<6719>>.\nAgent: That's enough, I found the <<$39.99>> charge.
Agent: I'll repeat the account, {{18460599}}, sort code {{forty, sixty-three, eighty-five}}.\nCustomer: Correct, it's the business account of <<Fennimore Glazing>>.
Look, I was on hold for <<forty-five minutes>>, and then <<one person>> told me it's <<five to seven>> working days for the refund.
It's {{6011 4280 5937 3065}}, a Discover, exp {{04/29}}, zip on file is <<60614>>.
Agent: We're missing your ABN on the recipient-created tax invoice.\nContractor: Yeah, hold on, {{51 566}}, then {{716 068}}.\nAgent: Ta, I'll release the <<$2,640>> tonight.
BSB {{062-824}}, account {{791961256}}, and the name's <<Kirrabee Plumbing>>. You still owe us for job <<2207>>.
Agent: What was the call about last time?\nCustomer: <<Two things>>, the late fee of <<$35>> and the missing credit note <<CN-1182>>.
Please send the <<$1,120>> to my Mexican account, the CLABE is {{014180807282059755}}, it's under <<Lourdes Arriaga>>.
Agent: My system shows the API key starting to fail on <<Tuesday>>.\nDeveloper: I pasted the new one, {{sk_live_rz8fJRaRTaDCdHOiogQzIvBqRHrd}}, into the config at <<9:40>>.
Would you mind checking call <<CA-90417-22>> from <<last Thursday>>? The agent said <<ninety days>> and the contract says <<sixty>>.
Agent: For ID I need your passport number.\nCustomer: {{533214908}}, issued in <<Leeds>>.\nAgent: Great, that unlocks the crypto withdrawal of <<0.45 BTC>>.
My UTR is {{2607602530}} and I'm trying to pay the <<£1,904.60>> before the <<31st of January>>.
Agent: I've got the refund queued for <<£48.20>>.\nCustomer: To which card?\nAgent: The Mastercard ending <<8815>>, it usually takes <<three>> working days.
Driver's license is {{D482-5519-0736}}, state of Illinois, and the phone number on the account should be <<312-555-0148>>.
Caller: I think you have my old PIN, it was {{2680}}.\nAgent: Please don't tell me the new <<one>>, just key it in after the tone.\nCaller: Okay, and the case is <<C-40088>>.
We're on version <<4.12.0>> of the connector and it dropped <<seventeen>> bank lines on <<30 September>>.
So the payee is <<Okoro Catering>>, I have the account as {{eight seven four four, six five four eight, three nine eight four}} and the routing as {{oh seven two, triple oh, three eight four}}.
Agent: Could you spell the e-mail?\nCustomer: <<m.lindqvist@norrfjardfoods.se>>.\nAgent: And the amount in dispute is <<€780>>, correct?
The number is {{four nine one six, triple four five, nine oh five five}}, um, {{double four six oh}}, valid till {{ten twenty-nine}}, name on it <<Harriet Bloom>>.
Agent: May I take your Social Security number for the 1099?\nPayee: {{714-51}}, uh, {{6520}}.\nAgent: I'll send the form to <<18 Garnet Street>> by <<January 31>>.
Hello, I'm calling from the <<Westmere>> clinic, we received a cheque for <<£96>> without any reference, the cheque number is <<000417>>.
Agent: Which card failed?\nCustomer: It was {{2223 8506}} and then {{6508 6679}}.\nAgent: Got it, the issuer declined <<$510>> at <<6:05 pm>>.
I can see the dispute, it's <<DSP-2219-04>>, opened <<twelve days>> ago, and the merchant has until <<the 22nd>> to respond.
Here's the link they sent me to the statement, {{https://billing.northpeakbank.com/statements/2024-10/8841723.pdf}}, and page <<two>> shows the <<$25>> fee.
Agent: Please tell me the amount on the remittance.\nCustomer: <<Six thousand four hundred and twelve pounds, eighteen pence>>.\nAgent: Yes, that matches <<batch 3007>>.
Speaker 1: Where do we send the commission?\nSpeaker 2: To the Dutch account, {{NL59 RABO 5043 7676 48}}.\nSpeaker 1: And it's <<€2,015>> for <<Q3>>?
My Canadian SIN is {{400 227 898}}, and the T4 you sent has the wrong last name, it should be <<Beaulieu-Hart>>.
Agent: Your gas account shows a credit of <<£61.75>>.\nCustomer: Oh nice, can you knock it off the <<December>> bill?
What I don't get is why the <<first>> statement line says <<four seventy-five>> and the second <<four fifty-seven>>, somebody swapped the digits.
Okay, take the money from {{five five five five, four nine oh one, three four seven four, four six two three}}, the total with tax is <<a hundred and nineteen ninety>>.
Agent: And which policy is this for?\nCustomer: Policy <<HM-66120934>>, renewal on the <<1st of April>>.\nAgent: The premium went up by <<eight percent>>.
We got the form back, the ITIN on it is {{983-95-5942}}, but box <<seven>> is blank, so <<Marisol>> can't be paid yet.
Agent: The code I sent to <<07700 900362>>, please?\nCustomer: {{404918}}.\nAgent: Thanks, I'm removing the <<£12>> fee now.
I've been a customer for <<six years>>, my customer number is <<104-77-2208>>, and nobody has ever charged me for paper bills.
The exchange asked for the private key, so I gave support {{777f91d94dec6fad3e24c120d89a581ac1a893c6c74ff1ea907f4fa5117f714d}}, and an hour later <<2.1 ETH>> was gone.
Customer: Withdraw it to <<0x1520e37a4c2f2637e384e48a94b660646bfea548>>, please.\nAgent: On mainnet? It's <<850 USDC>> minus a <<four dollar>> fee.
Agent: The return label shows <<RMA-330417>>.\nCustomer: I, uh, I think I sent back <<two>> of the <<three>> boxes already.
The Irish supplier's IBAN reads {{I E seven seven, A I B K, four six oh three, three seven three oh, six eight eight three, six seven}}, invoice total <<€3,360>>.
Agent: Hi <<Tom>>, it's about the credit hold.\nCustomer: I thought we cleared <<all three>> invoices on the <<ninth>>?\nAgent: <<One>> is still open, <<INV-5528>>.
I only need <<one moment>>, let me find the delivery note. It's <<DN-40912>>, <<four pallets>>, signed by <<Ray>>.
Agent: What's your GSTIN for the credit note?\nClient: {{27SKQCG4151X1ZE}}.\nAgent: And the place of supply is <<Pune>>, pin code <<411045>>?
You can settle by UPI, our ID is {{nirmalfoods@okaxis}}, the amount is <<Rs 18,450>> against bill <<NF/24-25/0931>>.
Agent: May I have the PAN for TDS?\nVendor: Sure, {{SDHPS1829S}}.\nAgent: We deducted <<ten percent>> on <<Rs 60,000>>.
Our account for the export proceeds is {{53761021540357}}, IFSC {{HDFC0578958}}, branch <<Koramangala>>.
The bank gave us UTR <<HDFCR52024110677812345>> for the NEFT of <<Rs 2,75,000>> on <<6 November>>, but your ledger still shows it open.
Agent: For KYC, can you tell me your Aadhaar?\nCaller: Let me get the card out, okay, {{8377 2364 0514}}.\nAgent: Thank you, and the mobile is <<98450 11273>>?
Customer: I'd rather not give the card again.\nAgent: No need, we have <<one>> ending in <<3309>> on file, I'll just charge the <<$15>>.
The contract's with <<Pemberton Hale>>, number <<2021/00458-3>>, and it rolls over every <<twelve months>> unless we give <<ninety days'>> notice.
Agent: I heard {{3782 546902 79556}}, is that right?\nCustomer: Yes, and the code's {{8830}}.\nAgent: Okay, <<$1,050>> goes through as <<two>> payments.
We filed the VAT return late by <<two days>>, and the penalty notice <<PN-7781>> says <<£400>>, can you explain that?
The contractor's tax form is saved as {{W9_Brantley_signed_2024.pdf}}, and his rate is <<$85>> an hour from <<July 1>>.
Agent: Your final reminder went out on <<2 December>>.\nDebtor: I know, I lost my job, I can do <<twenty a week>> at most.\nAgent: Let me note that on <<file 33-1907>>.
Um, the sort code is {{thirty, sixty-nine, thirty-nine}}, and the account, hang on, {{six four six three one five six one}}. It's for <<Mrs. Adeyemi>>.
Agent: Which tax number do we put on the Italian invoice?\nCustomer: My codice fiscale, {{RZZSFN90T61L219X}}.\nAgent: And the total stays <<€1,220>>?
Agent: Is there a PO?\nCustomer: No PO, just quote <<Q-2024-118>> and my name, <<Esther Lindgren>>.
I need the <<seven>> missing receipts for the <<Lisbon>> trip, otherwise I can only reimburse <<€412.30>>.
[00:41] Agent: Who am I speaking with?\n[00:43] Caller: <<Bernard Achterberg>>, calling about credit memo <<CM-2077>> for <<$94.10>>.
The wallet was restored with {{glove ocean pencil march fiction tunnel desert kitchen logic awful shrimp bamboo}}, after that <<two transfers>> left at <<03:11>>.
Agent: And the Brazilian freelancer?\nManager: CPF {{955.886.951-19}}, he invoices <<$1,800>> on the <<last day>> of the month.
You'll find it under case <<00487213>>, the bank sent back <<$6,200>> because the name said <<Marlow Ltd>> instead of <<Marlowe Ltd>>.
Agent: Sorry, was that fifteen or fifty?\nCustomer: <<Fifty>>, <<five oh>>, that's what the letter from <<3 June>> says.
So we've got <<one>> payment of <<nine thousand>> that covers, let me see, <<four invoices>>, and there's <<sixteen cents>> left over.
Agent: We'll post the cheque to <<PO Box 1190>>.\nCustomer: When?\nAgent: On <<Wednesday>>, it takes about <<four days>>.
I'm looking at the <<September>> aging, <<thirty-one to sixty>> days is <<$48,206>>, and over <<ninety>> it's just <<one customer>>.
Speaker 2: What did the customer leave on the voicemail?\nSpeaker 1: His whole card, {{4024 8117 6854 1124}}, exp {{06/28}}, and a callback number, <<0161 496 0773>>.
The TFN for the new starter is {{230 119 113}}, her first pay is <<$2,911.40>> on the <<14th>>.
Agent: Do you still use <<billing@tamsinandco.com>>?\nCustomer: No, send it to <<finance@tamsinandco.com>>, the old <<one>> bounces.
I paid it at the branch on <<Saturday>>, the slip says receipt <<4471-0093-2286>>, <<two hundred and fifty dollars>>, cash.
Agent: I have you down for a callback at <<two thirty>>, is that...\nMerchant: No, <<three thirty>>, and on my mobile, <<07700 900418>>.
Um, so the letter says I owe <<eight hundred and four>>, no wait, <<eight hundred and forty>>, and the reference is <<LTR/5590/B>>.
Agent: Is this call about the quote or the invoice?\nCustomer: The invoice. You billed <<twelve licences>>, we only use <<nine>>.
I'm reading it off the bank app, it says transfer <<FT24311KQ82Z>>, <<8 November>>, <<£1,500.00>>, status pending.
Agent: How much can you pay today?\nCustomer: <<One fifty>>, on the Barclaycard, {{four five three two, two three oh seven, six five three one, three one three seven}}.\nAgent: Okay, that leaves <<£420>>.
The Swiss landlord wants the deposit at {{CH48 1139 1633 3245 5213 0}}, it's <<CHF 3,900>>, due <<1 February>>.
Agent: There's a <<1.5 percent>> late charge from day <<thirty-one>>.\nCustomer: We agreed on <<forty-five days>>, check the e-mail from <<Helen>>.
Customer: The scammer told me to read out the code, and I did, it was {{77 31 90}}.\nAgent: Okay, I've blocked the payout of <<$2,450>>, your case is <<FR-10882>>.
## hinglish
Agent: Sir, payment ke liye card number bata dijiye.\nCustomer: Haan likhiye, {{6521 5855 2282 4850}}, expiry {{08/27}}.\nAgent: Theek hai, <<Rs 4,200>> kaat rahi hoon.
Mera refund abhi tak nahi aaya, <<do din pehle>> aapne bola tha ki <<teen din>> mein aa jayega, order <<OD-77391820>>.
Account number {{691055327195}} hai aur IFSC {{ICIC0156886}}, naam <<Ramesh Kulkarni>>, usi mein <<pandrah hazaar>> daal dijiye.
Agent: Ma'am OTP aaya hoga, bata dijiye.\nCustomer: Haan, {{six two nine, one one eight}}.\nAgent: Ho gaya, <<Rs 899>> ka payment successful hai.
Bhaiya <<ek minute>> rukiye, main invoice nikaalta hoon, haan <<INV-3308>>, <<12 October>> wala.
UPI se bhej do na, meri ID hai {{sharda.textiles@ybl}}, total <<do hazaar paanch sau>> hai.
Agent: TDS certificate ke liye PAN chahiye.\nVendor: {{XBAPG4485P}}.\nAgent: Aur amount <<Rs 1,12,000>> sahi hai na?
Card hai {{chaar paanch teen do, chhe aath chhe chhe, paanch ek ek teen, paanch nau aath paanch}}, aur bill <<chaar sau pachaas>> ka hai.
Agent: Sir aapki EMI <<5 tareekh>> ko thi, <<Rs 6,740>>.\nCustomer: Salary late hai, <<das tareekh>> tak de dunga pakka.
Humara GSTIN galat chhap gaya hai, sahi wala {{29XIKPR1485R1ZI}} hai, please bill <<GT-1190>> dobara bhejiye.
Agent: Aapka registered mobile <<98860 42715>> hai?\nCustomer: Nahi, woh purana hai, naya <<90084 51163>> hai.
Agent: Aadhaar number bolenge please?\nCustomer: {{chaar nau teen paanch, teen zero paanch teen, saat paanch do paanch}}.\nAgent: Dhanyavaad <<Sunil ji>>.
NEFT ka UTR <<SBINN52024101500417>> hai, <<Rs 35,000>> kal <<shaam chaar baje>> kiya tha, aapke yahan dikh nahi raha.
CVV bhi chahiye? Theek hai, number {{4916 1761 7283 5830}} aur CVV {{264}}, lekin <<ek hi baar>> charge karna.
Agent: Parcel kahan bhejna hai?\nCustomer: <<Flat 302, Shanti Apartments>>, pin code <<560034>>.
Agent: Purana card jo <<7788>> pe end hota hai, ussi pe refund aayega.\nCustomer: Kitna?\nAgent: <<Rs 1,349>>, <<paanch se saat>> working days mein.
Vendor master mein bank badalna hai, naya account, matlab, {{64206710198}}, IFSC {{S B I N zero five four one three six eight}}, <<1 December>> se lagu.
Yaar <<do invoice>> ek saath aa gaye, <<ek>> <<8,200>> ka aur doosra <<8,020>> ka, kaunsa sahi hai?
Agent: Main repeat karti hoon, {{5168 5088 9787 1975}}.\nCustomer: Haan bilkul sahi.\nAgent: <<Rs 2,999>> ka link bhi SMS kar diya hai.
Maine galti se apna UPI PIN bata diya, {{4 7 1 9}}, uske baad <<Rs 9,500>> kat gaye, complaint <<CMP-20881>> hai.
Customer: GST wali invoice mail kar do, <<meena.accounts@suryaprints.in>> pe.\nAgent: Ji, <<aadhe ghante>> mein bhej deti hoon.
Salary slip ka naam {{SalarySlip_Oct2024_Vikas.pdf}} hai, usmein HRA <<Rs 14,000>> dikha raha hai, hona <<16,000>> chahiye.
Agent: Password reset kar diya kya?\nCustomer: Haan, abhi {{Diwali@2291}} rakha hai.\nAgent: Login ID <<KP-4471>> se try kijiye.
Agent: Kitne mahine ka bakaya hai pata hai aapko?\nCustomer: <<Teen mahine>>, matlab <<Rs 5,397>>, na?\nAgent: Ji, aur <<Rs 200>> late fee.
Speaker 1: Number dhire boliye.\nSpeaker 2: {{Six five two one, four seven two zero}}, likha?\nSpeaker 1: Ji.\nSpeaker 2: {{Four three double eight}} nahi nahi, {{four three eight five, five three three five}}.
USDT ka payout <<TDNFmFue7Zu3bnoP7YuTiF6DNmcUsy2pFy>> pe gaya tha, <<150 dollar>>, <<subah gyarah baje>>.
Passport number {{R4418207}} hai, KYC ke liye bheja tha, ticket <<KYC-5518>>, abhi tak pending hai.
Agent: Sir <<version 3.8.1>> pe update kijiye, phir invoice khulegi.\nCustomer: Kar liya, ab <<error 502>> aa raha hai.
Agent: Company ka PAN?\nClient: {{S L K C C, zero six four seven, W}}.\nAgent: Agreement <<MSA-2024-17>> mein yahi hai.
Cheque number <<004512>> bounce ho gaya, amount <<saat hazaar do sau>> tha, <<Gupta ji>> bol rahe hain dobara lagao.
## devanagari
एजेंट: सर, कार्ड का नंबर बता दीजिए।\nग्राहक: जी, {{4532 2932 9945 6715}}, और एक्सपायरी {{05/28}} है।\nएजेंट: <<₹3,150>> का भुगतान हो रहा है।
मेरा रिफंड <<दो दिन पहले>> आना था, ऑर्डर नंबर <<OD-55120933>> है, रकम <<बारह सौ रुपये>>।
खाता नंबर, हाँ, लिखिए, {{619242030864405}} है, आईएफएससी {{UTIB0153804}}, इसमें <<₹22,000>> भेज दीजिए।
एजेंट: जो ओटीपी आया है वह बताइए।\nग्राहक: {{पाँच शून्य आठ तीन एक सात}}।\nएजेंट: धन्यवाद, शिकायत <<SR-77120>> बंद कर दी है।
एजेंट: आपकी किस्त <<7 नवंबर>> को थी।\nग्राहक: हाँ, <<एक हफ्ता>> दे दीजिए, <<पंद्रह तारीख>> तक कर दूँगा।
कार्ड नंबर है {{चार पाँच तीन दो, नौ तीन तीन तीन, तीन चार पाँच पाँच, चार आठ नौ सात}}, बिल <<छह सौ नब्बे रुपये>> का है।
आधार संख्या {{6952 1272 4580}} है, और मेरा मोबाइल <<94150 33821>> है।
ग्राहक: बिल दो बार क्यों आया?\nएजेंट: <<एक>> सितंबर का है, चालान <<CH-4410>>, दूसरा <<अक्टूबर>> का।
यूपीआई आईडी {{rekhaboutique@paytm}} पर <<पाँच सौ रुपये>> भेज दीजिए, अभी <<दो मिनट>> में।
एजेंट: पैन नंबर बताएँगे?\nविक्रेता: {{YEHPR8126I}}।\nएजेंट: ठीक है, <<₹48,500>> पर <<दस प्रतिशत>> टीडीएस कटेगा।
<<एक मिनट>> रुकिए, मैं रसीद ढूँढ रहा हूँ। हाँ, रसीद संख्या <<RC-9087>>, <<3 अक्टूबर>> की।
एजेंट: रिफंड उसी कार्ड पर आएगा जिसके आखिरी चार अंक <<2219>> हैं।\nग्राहक: कितने दिन में?\nएजेंट: <<पाँच से सात दिन>> में।
हमारा जीएसटी नंबर {{07LYXFL9681O1ZA}} है, कृपया बिल <<B-2208>> में ठीक कर दीजिए।
एजेंट: पता क्या है?\nग्राहक: <<मकान 14, गोमती नगर>>, पिन कोड <<226010>>।
ग्राहक: कार्ड {{6073 4938 5702 5379}} है।\nएजेंट: और पीछे के तीन अंक?\nग्राहक: {{नौ एक चार}}।\nएजेंट: <<₹1,075>> कट गए।
एनईएफटी का संदर्भ <<PUNBN52024110400882>> है, <<₹60,000>> कल <<शाम पाँच बजे>> भेजे थे।
मैंने फ़ोन पर अपना पिन {{3058}} बता दिया, उसके बाद <<₹7,800>> निकल गए।
एजेंट: कुल बकाया <<चार हज़ार दो सौ>> है।\nग्राहक: आज <<आधा>> दे दूँ तो चलेगा? मेरा नाम <<सुरेश यादव>> है।
पोर्टल का पासवर्ड {{Neem#4821}} रखा है, फिर भी <<तीन बार>> गलत बता रहा है।
एजेंट: इनवॉइस <<INV-6612>> किस ईमेल पर भेजूँ?\nग्राहक: <<hisab@gangatraders.in>> पर, <<आज शाम>> तक।
## spanish
Agente: ¿Me dice el número de la tarjeta, por favor?\nCliente: Sí, {{4485 9104 2382 5625}}, caduca en {{07/27}}.\nAgente: Perfecto, le cobro <<64,90 euros>>.
Llamo por la factura <<F-2024-0917>>, que vencía el <<15 de octubre>>, y todavía no la tengo en el sistema.
Mi IBAN es, espere, {{ES14 0182 3608}}, sí, {{2247 7329 9809}}, a nombre de <<Talleres Ibarrola>>, ahí pueden hacer la devolución.
Agente: ¿Y el código de seguridad?\nClienta: {{Tres, cero, ocho}}.\nAgente: Gracias, <<doña Remedios>>, ya está pagado el recibo de <<noviembre>>.
Es la Visa {{cuarenta y nueve dieciséis, sesenta y uno cero cuatro, treinta y dos treinta, cuarenta y seis cero nueve}}, y son <<ciento veinte euros>>.
Agente: ¿A qué correo le mando el abono?\nCliente: A <<compras@vinosdelpriorat.es>>, y ponga el pedido <<PD-4471>>.
Para la factura rectificativa, mi NIF es {{41321066W}}, y el domicilio es <<calle Olmo 18>>, código postal <<28012>>.
Me cobraron <<dos veces>> la cuota de <<39,90>>, en la tarjeta terminada en <<8124>>, y quiero que me devuelvan <<una>>.
Agente: Necesito su NIE para dar de alta el pago.\nAutónomo: {{Z8381030L}}.\nAgente: Bien, le entran <<850 euros>> el <<día cinco>>.
La CLABE es {{021 180 223736364466}}, banco de <<Guadalajara>>, el depósito sería de <<ocho mil pesos>>.
Agente: Le acaba de llegar un código por mensaje, ¿me lo dicta?\nCliente: {{71 40 26}}.\nAgente: Listo, su límite queda en <<3.000 euros>>.
<<Un momento>>, que busco el albarán. Aquí está, <<ALB-20715>>, <<tres cajas>>, entregado el <<martes>>.
El NIF de la empresa es {{B61104642}}, y en su factura <<A-338>> pusieron el de otro proveedor.
Agente: Le repito la cuenta, {{ES74 0049 7868 2715 3320 2453}}.\nProveedor: Correcto, y el concepto es <<remesa 112>>.
Agente: ¿Cuánto podría pagar hoy?\nDeudora: <<Cincuenta euros>>, y el resto en <<dos plazos>>.\nAgente: Lo anoto en el expediente <<77-2093>>.
A ver, son, eh, <<trescientos quince>>, no, perdón, <<trescientos cincuenta>>, del presupuesto <<PR-0082>>.
Mi teléfono es <<612 345 908>>, llámeme cuando salga la transferencia de <<mil doscientos euros>>.
Persona 1: ¿Tiene la tarjeta a mano?\nPersona 2: Sí, empieza por {{4485 3267}}.\nPersona 1: ¿Y lo demás?\nPersona 2: {{2334 2536}}.\nPersona 1: Bien, se cargan <<17,50>>.
Adjunté {{nomina_septiembre_2024.pdf}} al tique <<RH-915>>, porque me faltan <<210 euros>> de horas extra.
Agente: El seguimiento de su paquete es <<PQ4G820117743ES>>.\nClienta: ¿Y cuándo llega?\nAgente: El <<jueves>>, antes de las <<dos>>.
El pago en cripto salió a <<bc1q4g29tlfg6zu0ljnfu7l3vlwzc5lvnyhmyatwx7>>, fueron <<0,02 bitcoins>>, y no me ha llegado nada.
Agente: ¿Número de pasaporte?\nCliente: {{PAE482019}}.\nAgente: Gracias, con eso le apruebo el retiro de <<600 dólares>>.
La póliza <<40-118823>> subió un <<seis por ciento>>, y nadie me avisó antes del <<uno de enero>>.
Agente: Su PIN de la tarjeta no me lo diga.\nCliente: Ay, ya lo dije antes, el {{5093}}.\nAgente: Pues cámbielo hoy, incidencia <<INC-3340>>.
Agente: ¿Quién autorizó el descuento?\nCliente: <<Marisa>>, de ventas, un <<quince por ciento>> sobre <<2.300 euros>>.
## german
Agent: Wie lautet die Kartennummer?\nKunde: {{5132 3724 4225 8060}}, gültig bis {{11/27}}.\nAgent: Danke, ich buche <<89,90 Euro>> ab.
Ich rufe wegen der Rechnung <<RE-2024-1187>> an, die war am <<30. September>> fällig und ist schon bezahlt.
Unsere neue IBAN, Moment, ich lese ab, {{DE81 4306 0967 9774}}, äh, {{0551 74}}, Kontoinhaber ist die <<Schreinerei Kolbe>>.
Agentin: Und die Prüfziffer hinten auf der Karte?\nKunde: {{Vier, sieben, eins}}.\nAgentin: Gut, damit ist die Mahnung vom <<12. Oktober>> erledigt.
Die Karte ist {{fünf eins drei zwo, eins null acht sieben, null acht null sieben, zwo zwo eins eins}}, der Betrag war <<fünfundvierzig Euro>>.
Agent: An welche Adresse geht die Gutschrift?\nKundin: An <<buchhaltung@hofladen-rieger.de>>, bitte mit der Kundennummer <<220-4471>>.
Meine Steuer-ID ist {{75 140 462 890}}, die brauchen Sie für die Lohnabrechnung ab <<März>>.
Sie haben mir <<zweimal>> <<29,99>> von der Karte mit den Endziffern <<6614>> abgebucht, <<einmal>> hätte gereicht.
Agent: Ich brauche noch Ihre Umsatzsteuer-ID.\nLieferant: {{DE659705235}}.\nAgent: Dann geht die Rechnung über <<1.428 Euro>> morgen raus.
Ich wiederhole die IBAN, {{D E sechs sieben, fünf null null eins, null fünf eins sieben, fünf null null drei, neun vier neun sieben, zwo sechs}}, richtig? Es geht um <<340 Euro>>.
Agent: Sie bekommen gleich eine TAN aufs Handy.\nKunde: Ja, hier, {{660 281}}.\nAgent: Danke, der Auftrag <<A-90331>> ist freigegeben.
<<Einen Moment>>, ich habe <<zwei>> Lieferscheine vor mir, <<LS-7720>> ist der richtige.
Agent: Wie viel können Sie monatlich zahlen?\nSchuldner: <<Fünfzig Euro>>, immer zum <<Ersten>>.\nAgent: Gut, ich trage <<zwölf Raten>> ein.
Also, äh, es waren <<hundertzwölf Euro>>, nein, <<hundertzwanzig>>, aus dem Auftrag <<AB-3309>>, und die Mahngebühr kommt noch dazu.
Agentin: Wohin sollen wir die Kaution von <<1.800 Euro>> überweisen?\nMieter: Auf {{DE26 2004 1010 4455 6044 68}}, Verwendungszweck <<Wohnung 14>>.
Meine Telefonnummer ist <<0171 3920558>>, Postleitzahl <<70178>>, und bitte erst nach <<16 Uhr>> anrufen.
Anrufer: Die Mastercard fängt mit {{5132 2386}} an.\nAgent: Ja, und weiter?\nAnrufer: {{4926 9350}}.\nAgent: Prima, <<12,50 Euro>> sind durch.
Die Sendung <<00340434161094027718>> liegt seit <<drei Tagen>> in <<Fulda>>, und trotzdem kam schon die Mahnung.
Die Datei {{Gehaltsabrechnung_10-2024_Brandl.pdf}} zeigt <<2.640 Euro>> netto, im Vertrag stehen aber <<2.710>>.
Agent: Ihre Reisepassnummer bitte?\nKundin: {{C4VK82P6T}}.\nAgent: Danke, die Auszahlung von <<0,3 ETH>> läuft.
Die Auszahlung ging an <<0xf1439e00acfb03ef13f1009fdcb5397a6aa73eeb>>, Vorgang <<V-5581>>, angekommen ist bisher nichts.
Sprecher 1: Haben Sie das Skonto abgezogen?\nSprecher 2: Ja, <<zwei Prozent>>, also <<23,40 Euro>>, innerhalb von <<zehn Tagen>>.
Ich habe am Telefon leider meine PIN gesagt, die {{7402}}, danach fehlten <<600 Euro>>.
Agent: Seit Version <<5.2.1>> stimmen die Buchungstexte wieder.\nKunde: Bei mir fehlen trotzdem <<vier Belege>> vom <<8. November>>.
Die Police <<KV-330-9182>> habe ich zum <<Jahresende>> gekündigt, also bitte <<74 Euro>> zurück, gern auf das Konto {{DE37 7005 1003 6489 0073 19}}.
## french
Agent : Le numéro de la carte, s'il vous plaît ?\nClient : {{4978 8413 3390 1129}}, elle expire {{06/28}}.\nAgent : Merci, je débite <<54,80 euros>>.
Je vous appelle pour la facture <<FA-2024-3302>>, échue le <<30 septembre>>, on l'a réglée par virement.
Notre nouvel IBAN, c'est {{FR76 3000 2712}}, attendez, {{4768 9043 6573 406}}, au nom de <<Menuiserie Garrel>>.
Agente : Et le cryptogramme au dos ?\nCliente : {{Deux, neuf, six}}.\nAgente : Parfait, <<madame Vasseur>>, c'est passé pour <<120 euros>>.
C'est la {{quarante-neuf soixante-dix-huit, soixante-dix-neuf zéro quatre, quatre-vingt-douze soixante-quatorze, quarante-sept zéro sept}}, pour un total de <<trente-deux euros cinquante>>.
Agent : À quelle adresse j'envoie l'avoir ?\nClient : À <<compta@biscuiterie-lanoe.fr>>, référence client <<C-20817>>.
Vous avez prélevé <<deux fois>> <<19,99>> sur ma carte qui finit par <<4073>>, il faut m'en rembourser <<une>>.
Agent : Il me faut votre numéro de TVA intracommunautaire.\nFournisseur : {{FR01 142583368}}.\nAgent : Très bien, la facture de <<2 160 euros>> part <<lundi>>.
<<Un instant>>, je cherche le bon de livraison, voilà, <<BL-7719>>, <<quatre colis>>, signé par <<Thierry>>.
Agent : Vous avez reçu un code par SMS ?\nCliente : Oui, {{38 04 71}}.\nAgent : Merci, le dossier <<D-11872>> est débloqué.
Mon mot de passe, c'est {{Lavande-2617}}, et depuis <<hier soir>> l'espace fournisseur me refuse l'accès.
Agent : Combien pouvez-vous verser aujourd'hui ?\nDébiteur : <<Quarante euros>>, et le reste en <<trois fois>>.\nAgent : Je note pour le <<5 décembre>>.
Mon numéro, c'est le <<06 39 98 41 27>>, code postal <<44000>>, rappelez-moi après <<dix-sept heures>>.
Agent : Je relis, {{4978 7409}}, et ensuite ?\nClient : {{6305 7428}}.\nAgent : C'est bon, <<76 euros>> réglés.
Agente : Vers quel compte part le remboursement de <<310 euros>> ?\nClient : {{FR76 1027 8376 2039 2048 3926 707}}.\nAgente : Sous <<cinq jours>> ouvrés.
J'ai ouvert {{bulletin_paie_octobre_2024.pdf}}, il me manque <<85 euros>> de prime, voyez le ticket <<RH-4402>>.
Agent : Le colis <<6A11840027735>> est parti <<mardi>>.\nClient : Alors pourquoi on m'a facturé le <<premier>> ?
Le paiement en crypto est parti vers <<TWd4dLtRp8TcmYkKJ3T1B4DiAvXstfTqnM>>, <<400 USDT>>, à <<11 h 20>>.
Interlocuteur 1 : Votre numéro de passeport ?\nInterlocuteur 2 : {{19FV40827}}.\nInterlocuteur 1 : Merci, le retrait de <<900 euros>> est validé.
Le contrat <<MRH-5520118>> a augmenté de <<sept pour cent>> au <<1er janvier>>, personne ne m'a prévenu.
`,
	AH: String.raw`
## english
Agent: Thanks, I have order <<7731-2204>> open. Which card should I charge the <<$86.40>> to?\nCustomer: The Visa. It's {{four six one two nine one six two seven four six eight nine six six nine}}.\nAgent: Got it, that's {{4612 9162 7468 9669}}. And the expiry?\nCustomer: {{Oh nine twenty-eight}}.
AI Agent: Go ahead with the first four digits.\nCaller: {{4518}}\nAI Agent: {{4518}}, next?\nCaller: {{4709}}\nAI Agent: Okay.\nCaller: {{8529 2426}}\nAI Agent: And the three digits on the back?\nCaller: {{771}}
yeah hi I'm calling to update the card on file for my gym membership um the new one is {{fifty-one forty-eight eighty-three sixty-nine eighty-seven forty-three forty-five forty-four}} and it's good through {{March twenty twenty-nine}}
Bot: Please say or enter your card number.\nCustomer: It's an American Express, {{three seven oh eight, three five two six oh seven, nine nine three three four}}.\nBot: I heard {{3708 352607 99334}}. Is that right?\nCustomer: Yes.\nBot: And the four-digit code on the front?\nCustomer: {{Two two oh eight}}.
Customer: Right, it's {{4979 7287 8363 8098}}, no, sorry, the last bit isn't {{8098}}, it's {{8088}}.\nAgent: So the full number is {{4979 7287 8363 8088}}?\nCustomer: That's the one. Can you email the receipt to <<dana.whitfield@example.com>>?
So the card I want the premium taken from is {{five three six double five two four five six oh seven oh seven nine double oh}}, and the policy is <<HX-440182>>, renewing on <<the fourteenth of June>>.
[00:41] Agent: I can take the late fee of <<twelve dollars>> off if you pay today.\n[00:49] Caller: Fine. {{Triple five five, nine six two eight, five nine oh three, one oh nine seven}}.\n[01:02] Agent: Thank you, and the expiration date?\n[01:05] Caller: {{11/27}}, and the code's {{034}}.
Assistant: Your corporate card on file was declined twice. Would you like to use another?\nCustomer: Use my Diners, {{3657 418906 0546}}, exp {{02/30}}. The booking is <<QF8L2M>>.
Caller: Hang on, I need my glasses. Okay. {{Four two one six... um, eight five four nine... uh, three eight five oh... five seven two six}}.\nVoice Agent: Thank you. I have <<$312.75>> going on that Visa, <<one moment>>.
Speaker 1: What's the long number across the front, please?\nSpeaker 2: {{Forty-seven oh three}}\nSpeaker 1: Mm-hmm.\nSpeaker 2: {{double oh three four}} and then {{one seven six oh}}, and it finishes {{five two eight oh}}.
Agent: I've got {{4024 5839 6678 8076}} expiring {{04/26}}. Shall I replace that one with the card ending in <<6609>>?\nCustomer: Yes please, the old one got eaten by the machine on <<Tuesday>>.
AI: For verification, please tell me the security code for the card ending in <<2294>>.\nCaller: {{Six one nine}}.\nAI: I'm sorry, was that {{six one nine}}?\nCaller: Yep.
I already typed the number in on the keypad, you just wanted the CVV right, that's {{four four seven}}, and it's for <<two invoices>>, not three
Agent: Could you repeat the middle eight?\nCustomer: {{Nine two three nine, one three seven nine}}.\nAgent: And the whole card once more from the start, just so I have it clean.\nCustomer: {{4924 9239 1379 7666}}. And it's <<$19.95>> a month, not <<$29.95>>, right?
Agent: Where would you like the refund of <<€249>> sent?\nCaller: To my Irish account, IBAN {{IE82 AIBK 7559 3870 5354 82}}.\nAgent: I'll read that back: {{I E eight two, A I B K, seven five five nine, three eight seven oh, five three five four, eight two}}.\nCaller: Perfect.
We're in Amsterdam so you'd pay it out to {{NL12ABNA9685476437}} in the name of <<Marloes Dekker>>, reference <<RF-20931>>.
Caller: It starts {{G B one two}}, then {{B A R C}} for Barclays.\nAssistant: Go on.\nCaller: {{six seven eight five, eight eight six nine, two nine seven two, seven four}}\nAssistant: Thanks, your transfer of <<£1,120.00>> should land by <<Friday>>.
Agent: To set up autopay I'll need your routing number first.\nCustomer: {{Zero two one eight two eight five zero four}}.\nAgent: And the account number?\nCustomer: {{Nine nine eight two one two six eight three}}. It's checking.
You can pull it from my Wells account, routing {{121837819}}, account {{093307087993}}, same as <<last month>>.
Voice Agent: I show routing {{071379029}} and account {{8152362318}} for the hardship plan. Is that still current?\nCaller: The routing is, yes. But the account's closed. New one is {{four four oh four two five six three five oh}}.\nVoice Agent: Thank you. First payment of <<$45>> comes out <<on the 3rd>>.
Agent: What's the sort code, please?\nCustomer: {{Sixty, sixty-six, oh seven}}.\nAgent: And the account number?\nCustomer: {{Three seven nine oh four double six eight}}.\nAgent: Lovely, the direct debit for <<£38.50>> is set up.
[02:10] AI Agent: I have the sort code as {{20-02-58}}.\n[02:14] Caller: That's right.\n[02:16] AI Agent: And the account ends... sorry, could you say the full account number?\n[02:21] Caller: Yeah, {{six one two four seven five six seven}}.
Caller: I'm in Pune, can you credit the refund there? HDFC, account number {{59403265213591}}, IFSC {{HDFC0554540}}.\nAgent: Yes, <<Rs 4,299>> within <<five to seven working days>>.
Agent: Please share the IFSC code of your branch.\nCaller: {{I C I C zero four one eight eight nine three}}, and the account is {{three seven nine six eight five one one five double zero four}}.
Assistant: The merchant can push the refund to a UPI ID. Which one do you use?\nCaller: {{rohini.k84@okaxis}}.\nAssistant: And the email for the confirmation?\nCaller: <<rohini.kulkarni@example.com>>.
my upi is {{9 8 double 2 0 4 1 1 5 6 at ybl}}, send the cashback there, the order was <<OD4418820731>>
Agent: Which bank account should the bond refund go to?\nCaller: Commbank, BSB {{oh six double seven four one}}, account {{nine five two one five six six seven six}}.\nAgent: Thanks, <<Bronwyn>>, that's <<$1,840>>.
BSB's {{086-925}}, account number {{643 427 165}}, and could you put <<unit 4 bond>> as the description.
Caller: My bank is in Mexico, so you need the CLABE, yes? {{072 180 182513065832}}.\nAI Agent: I heard {{zero seven two, one eight zero, one eight two five one three zero six five eight three two}}.\nCaller: Correct. And I want <<two hundred dollars>>, not more.
Agent: To pull up the medical bill I'll need your full social.\nCaller: {{Five seven four, six seven, six five eight six}}.\nAgent: Thank you, <<Mr. Olander>>. The balance is <<$1,406.22>>.
Caller: The agency has the wrong social on this debt. They've got {{408-63-5785}}.\nAgent: And what should it be?\nCaller: {{408-63-5758}}. They flipped the last two.\nAgent: I'll note that on file <<CR-77120>>.
Bot: Please tell me the last four of your social security number.\nCustomer: {{Nine four eight one}}.\nBot: Thanks. And the last four of the card?\nCustomer: It ends in <<3021>>.
Last four of my SSN is {{2066}}, date of birth <<July 9, 1983>>, and I'm calling about the letter dated <<October second>>.
She doesn't have a social, she files with an ITIN, it's {{912-77-5465}}, and the refund shows <<$2,318>> on the transcript.
AI: I can add the tax ID to the vendor profile. What's the EIN?\nCaller: {{Twenty, six one oh one seven seven two}}.\nAI: And the vendor number?\nCaller: <<V-10448>>.
The landlord's Italian, so you need her codice fiscale, which is {{BNCLRA84M52F205H}}, and the rent was <<nine hundred and fifty>> with the fees.
Caller: We need the PAN on the invoice corrected. It says {{EUQPC6676Z}}.\nAgent: What should it say?\nCaller: {{O T U P Q eight one three four P}}.
Agent: Kindly tell me the Aadhaar number for re-KYC.\nCaller: {{6540 5260 3598}}.\nAgent: I repeat, {{six five four zero, five two six zero, three five nine eight}}.\nCaller: Yes, and my PIN code is <<411038>>.
Can you put our GSTIN on it, {{24DQJCG3182O1Z7}}, the amount was <<eleven thousand eight hundred rupees>> plus tax
Agent: Do you have your National Insurance number to hand?\nCaller: {{J G, sixty, sixty-five, fifty-four, A}}.\nAgent: {{JG 60 65 54 A}}, thank you.
Caller: HMRC says my unique taxpayer reference is {{4852049943}}, but your form won't accept it.\nAssistant: Let me try. {{48520 49943}}. It worked. Your case is <<SA-2291>>.
Agent: And the UTR, please, ten digits.\nCaller: {{Three seven four seven}}\nAgent: Yes.\nCaller: {{three five one}}\nAgent: Mm-hm.\nCaller: {{four five oh}}.
We're a German company, VAT ID {{DE943587022}}, so it should be reverse charge and you owe us back the <<€190>> VAT on <<invoice 2025-0417>>.
Voice Agent: What is your social insurance number?\nCaller: {{Five six four, oh two six, six five six}}.\nVoice Agent: Thank you. And your postal code?\nCaller: <<M4C 1B5>>.
SIN is {{459 940 250}}, I moved in <<August>>, and the T4 you sent, {{T4_2024_Lavoie.pdf}}, has the old address.
Agent: I just need your tax file number to stop the withholding.\nCaller: {{Two five four, three one three, two eight three}}.\nAgent: Got it. You'll see <<$73.20>> back in <<ten days>>.
Our ABN is {{30 318 328 728}}, trading as <<Corella Plumbing>>, and the quote number is <<Q-5519>>.
AI Agent: For the payout above <<ten thousand dollars>> I need your passport number.\nCaller: {{Nine oh six, six three oh, two seven seven}}.\nAI Agent: {{906630277}}, thank you.
Agent: What's the driver's license number, for the rental dispute?\nCaller: California, {{X five six two one six oh two}}.\nAgent: And the rental agreement?\nCaller: <<RA 88 20 417>>.
My driving licence number is {{MORGA657054SM9IJ}}, the fine was on <<the M4>> at about <<ten past six>>.
Caller: I lost my phone, so I've got the recovery phrase here. {{Gravity kitten lumber hedgehog frost ivory}}\nAgent: Sir, please don't...\nCaller: {{jungle lottery garment husband icon fossil}}.\nAgent: Please stop. We never need that.
okay so I wrote my seed words on the back of the receipt, they're {{lava guitar humble island fiscal ladder journey goose kiwi lizard harvest inhale}}, can you restore the <<0.41 bitcoin>> now
Assistant: To move the stuck payout I only need the wallet address.\nCaller: The address is <<0xccab740a3eff66ee15c37e18e190e1c3c32ca485>>, and the private key is {{3d5910259fb41eff57ef76aa2e0981722b2c4db575be9175a8f3f4d75d5a6127}}.\nAssistant: Please never share that key with anyone.
The export gave me this thing, {{L5NEmNju4okvZQJSSKpCBRaHksGBYpHV2XmwDrdv7TZpGG1BB2s2}}, it says WIF private key, do I paste that in for the withdrawal?
Agent: You'll need to sign in to see it.\nCustomer: I can't, it keeps refusing. My password is {{Tangerine!482}}, capital T.\nAgent: You don't need to tell me that. I'll send a reset to <<b.osei@example.com>>.
Caller: The portal login is mfreeman and the password is {{harbor-lights-77}}.\nAI: I've noted the username only.
AI Agent: Please say your four-digit telephone banking PIN.\nCaller: {{Eight oh one three}}.\nAI Agent: Thank you, <<Mrs. Abara>>. Your last payment was <<one hundred and five pounds>>.
My voicemail PIN and my account PIN are the same, {{5926}}, don't laugh, and I've been with you since <<2009>>.
Bot: I've texted a six-digit code to the number ending in <<0173>>. What is it?\nCaller: {{Four one seven, nine oh two}}.\nBot: That code has expired. I've sent another.\nCaller: {{Six six oh, three one five}}.\nBot: Thank you.
so it says your verification code is {{883 104}}, do not share it, but you asked, so, and the amount it mentions is <<$59.99>>
Agent: Read me the one-time passcode when it comes.\nCaller: Wait... wait... here. {{Two nine}} uh {{two nine five eight four zero}}.\nAgent: {{295840}}. Perfect, and the refund reference is <<TX-90417>>.
Caller: Our dev put the live key in the ticket by mistake, {{sk_live_cM6j4YcE4XaqBpVNVFRJwznm}}.\nAgent: I'd rotate it right away. The ticket is <<#41882>>.
The webhook fails with API key {{pk-RMwSerhuHzwiLGmcy13jkjGG}} on version <<2.14.3>>, works fine on <<2.13>>.
Agent: I've put your statement here: {{https://billing.northfold.io/statements/2025-03/88371.pdf}}.\nCaller: And the total on it?\nAgent: <<$418.90>>, due <<April 20th>>.
I uploaded {{payslip-march-2025.pdf}} and {{W2_2024_Hargrove.pdf}} last night, call ID was <<c-7f31a9>>.
Caller: I'm on hold with your other line, one sec. Okay.\nAgent: Take your time. I just need <<one>> thing, the invoice number.\nCaller: <<INV-2025-00871>>.\nAgent: That's the one for <<$1,250.00>>.
Assistant: Hi, this is Juno, the virtual assistant for Brightwell Energy. How can I help?\nCustomer: My bill doubled. It was <<eighty-four dollars>> and now it's <<a hundred and seventy-one>>.
Agent: The card ending in <<4242>> was declined <<three>> times on <<May 6>>.\nCustomer: It's got money on it.\nAgent: Your bank returned a soft decline, so I can retry <<tomorrow at nine>>.
I was charged twice for the same order, <<one-one-four, seven seven two oh nine>>, once for <<nineteen ninety-nine>> and once for <<twenty-four ninety-nine>>.
Caller: My phone number's <<four one five, five five five, oh one nine two>>.\nAI: Thanks. I found <<two>> accounts under that number. Are you <<Priscilla>> or <<Owen>>?\nCaller: Owen.
Voice Agent: What's the tracking number on the slip?\nCaller: <<9400 1118 9922 3344 5566 70>>.\nVoice Agent: It's in <<Memphis>>, due <<Thursday by eight p.m.>>
I'd like to speak to a real person, I've called <<four times>> since <<Monday>> and every time I get the robot
[00:03] Agent: This call is regarding account of <<Leland Marsh>>.\n[00:08] Caller: He's not here. Call back <<after five>>.\n[00:12] Agent: I'll try again <<at half past five>>. The number to reach us is <<1-800-555-0119>>.
Caller: I never agreed to <<forty a month>>. I said <<twenty-five>>.\nAgent: I can do <<thirty>> for <<six months>>, starting <<the first of March>>.\nCaller: Okay, one more time, slowly?
Agent: For your security, please do not read out your card number on this line. I'll text a payment link instead.\nCustomer: Good, to <<0161 496 0733>> please.
We sent <<1,500 USDT>> to <<TCx5zW5gN4E31PUtU6meMPh58Hhs5vDH1C>> on <<the 12th>> and it still says pending.
Assistant: Can you give me the transaction hash?\nCaller: It's <<0x8740ab8c2e9c4ed97f0c3794638da8ab876e4c425ef225808256f4feb4152fc2>>.\nAssistant: It has <<fourteen>> confirmations. You should see it <<within the hour>>.
Customer: I forgot my password and the code never comes.\nAgent: I'll resend it. It's <<six digits>> and valid for <<ten minutes>>.\nCustomer: Still nothing. Oh well, I'll go to the branch.
Caller: It's about policy <<four four zero, eight one eight, two>>.\nAI: Is that the home policy for <<27 Wexford Road>>?\nCaller: Yes, postcode <<BS6 5QT>>.
The confirmation I got is <<R as in Romeo, K, seven, seven, two, nine>>, for <<two nights>> from <<the nineteenth>>, and you charged me for three.
Agent: Your new card is on its way. It'll be the one ending in <<oh eight one seven>>.\nCustomer: And the old direct debit?\nAgent: That moves over automatically <<on June 30>>.
Bot: On a scale of <<one to five>>, how did I do today?\nCaller: <<Four>>. You got my name wrong, it's <<Siobhan>>.
So I've been a customer since <<nineteen ninety-eight>>, customer number <<200 418 776>>, and I've never been late, not <<one>> single time.
Agent: I see invoice <<8841>> for <<$640>> and invoice <<8856>> for <<$212.50>>.\nCaller: The second one's a duplicate.\nAgent: Then I'll void it. Credit memo <<CM-119>>.
Speaker 1: Is this about the toll?\nSpeaker 2: Yes, notice number <<T-40021-6>>, <<three dollars and fifteen cents>>, plus the <<twenty-five dollar>> notice fee.
Caller: Don't need the card, you already have it. It's the Mastercard ending in <<one one oh eight>>.\nAgent: Perfect. I'll put <<$33>> on it.\nCaller: Just this <<once>>.
I dunno, it was around <<four, four thirty>>, maybe <<the sixteenth>>, and the guy's name was <<Terrence>> or <<Terry>>
Agent: The refund was approved <<on 11 November>>, reference <<ARN 74537605123456789012345>>.\nCustomer: My bank can't see it.\nAgent: Give them that reference and allow <<three to five business days>>.
AI Agent: I can offer a payment plan: <<three installments of $118.33>>.\nCaller: What dates?\nAI Agent: <<July 1>>, <<August 1>> and <<September 1>>.
The app crashes on version <<5.0.12>> when I open billing, on a Pixel <<7>>, Android <<14>>, and the error is <<E-4031>>.
Customer: I got a text from <<72645>> saying I owe <<$4.35>>. Is that you?\nAgent: No, that's a scam. Please don't click anything.\nCustomer: Thought so. My son nearly did, he's <<eighteen>>.
Caller: What's my balance?\nAssistant: Your balance is <<two thousand and sixteen dollars and forty cents>>.\nCaller: And the minimum?\nAssistant: <<Thirty-five dollars>>, due <<on the twenty-second>>.
could you spell the email back, it's <<k dot brandt at proton dot me>>, with a d t, and it's for case <<six oh one one>>
Agent: We only need to see the passport, not the number. You can cover it.\nCaller: And it's <<two>> photos?\nAgent: <<Two>>, front and back, within <<48 hours>>.
I paid by check, number <<1047>>, on <<September third>>, for <<six hundred even>>, and they cashed it <<on the ninth>>
Caller: My flight's in <<twenty minutes>>, can we do this fast?\nAI: Sure. Should I cancel the <<4:15>> transfer of <<€75>>?\nCaller: Yes. Seat <<14C>>, booking <<L9WQ2T>>.
Agent: I'm transferring you to billing, extension <<4417>>. The wait is about <<six minutes>>.\nCustomer: Six! Last time it was <<twenty>>.
My address changed to <<4509 Old Mill Court, Apartment 12>>, <<Raleigh 27609>>, everything else is the same.
Agent: What is the order number?\nCaller: <<Four oh one, double three seven, nine two>>.\nAgent: I see a blender and <<two>> mugs.\nCaller: Yes, <<one>> mug came broken.
You told me <<seven to ten days>> and it's been <<seventeen>>, so either I get my <<£212>> or I go to the ombudsman, ticket's <<88-1204-5>>.
Caller: Where did my crypto go? I put in <<1CeDDzgb7rNgNWiM3CWgqHeQDBoGeYm2Ku>>.\nAI: The withdrawal of <<0.0815 BTC>> was broadcast <<at 14:02 UTC>>.\nCaller: Oh, okay, I see it.
Agent: Please hold for <<one moment>>.\nCustomer: Sure.\nAgent: Thanks for holding. The technician can come <<between two and four>> or <<Saturday at ten>>.\nCustomer: Saturday.
I've got a meter reading for you, it's <<four seven nine oh two>>, taken <<this morning>>, and last time you estimated <<forty-nine thousand>>.
Assistant: The late charge was <<1.5 percent>>, that's <<$9.60>>.\nCaller: Can you waive it?\nAssistant: I've waived it <<once>> this year, in <<February>>, so I can't again.
Caller: Nobody asked me for a PIN or a CVV or anything, the guy just took <<ninety bucks>>.\nAgent: When was that?\nCaller: <<Last Sunday>>, around <<noon>>. My name's <<Curtis Amaro>>.
Agent: And how many users on the plan?\nCustomer: <<Sixteen>>. We were <<twelve>> until <<Q2>>.\nAgent: So that's <<$29 a seat>>, <<$464>> a month.
So the card's ending in <<5 0 0 9>>, the hotel was <<The Larch>>, and they pre-authorised <<two hundred and fifty>>, but I checked out <<a day early>>.
AI Agent: Do you have the card with you?\nCaller: No, my husband does. I just know it ends in <<seven seven five oh>>.\nAI Agent: That's enough. It was charged <<$128>> on <<the 21st>>.
Caller: It won't take my new password, it wants at least <<eight>> characters.\nAgent: Yes, and <<one>> of them a number. Please don't tell me the password itself.
Agent: Did you get the security code I texted?\nCaller: No, nothing since <<ten fifteen>>.\nAgent: I'll try your other phone, <<646 555 0107>>.
Assistant: Which months are you missing?\nCaller: <<March>> and <<April>>, so <<two statements>>.\nAssistant: They'll be mailed to <<PO Box 3391>> within <<a week>>.
Caller: Is this about my social security?\nAgent: No ma'am, it's your phone bill, <<$71.20>>, from <<November 2024>>.\nCaller: Oh. Then talk to my daughter, <<Renata>>.
Agent: We mailed the 1099 on <<January 28>>.\nCaller: To <<55 Birch Street>>? I moved.\nAgent: I'll reissue it. Allow <<ten days>>, request <<RQ-6618>>.
## hinglish
Agent: Sir, payment kis card se karenge?\nCustomer: Visa hai, {{four five nine three, two four zero four, one zero two five, one four double two}}.\nAgent: Expiry bataiye.\nCustomer: {{Zero eight twenty-nine}}.
Haan toh mera naya RuPay card {{6085 9937 4244 7742}} hai, isi se <<499 rupaye>> ka recharge kar dijiye.
Agent: Card number boliye ma'am.\nCustomer: {{Paanch ek do aath}}\nAgent: Ji.\nCustomer: {{nau ek chhe ek}}\nAgent: Aage?\nCustomer: {{chaar aath saat chaar zero saat saat paanch}}.
Agent: Card ke peeche teen digit ka number hoga.\nCustomer: Woh? {{Saat do paanch}}.\nAgent: Dhanyavaad, <<1,250 rupaye>> kat jayenge.
Refund mere SBI account mein daal do, account number {{44794521760}}, IFSC {{SBIN0520862}}, naam <<Manoj Tiwari>>.
AI Agent: Aapka account number confirm kar doon, {{5 7 4 9 6 6 8 2 0 4 4 9 9 0 0}}?\nCaller: Haan sahi hai.\nAI Agent: Aur IFSC {{U T I B 0 8 7 4 6 7 7}}?\nCaller: Haan ji, Axis ka hi hai.
Agent: UPI ID bata dijiye sir.\nCustomer: {{sunil.verma92@paytm}}.\nAgent: Theek hai, <<do din>> mein <<₹780>> aa jayega.
meri upi id hai {{neha dot sharma at ok h d f c bank}}, aur email <<neha.s@example.com>> hai, dono alag hain
Agent: OTP aaya hoga aapke phone pe.\nCustomer: Haan ek minute... {{paanch saat zero zero chaar nau}}.\nAgent: {{570049}}, verify ho gaya.
Bhaiya OTP toh {{218 467}} aaya hai lekin isme <<9,999 rupaye>> likha hai, maine toh <<999>> ka order kiya tha.
Agent: KYC ke liye Aadhaar number chahiye.\nCustomer: {{Chaar zero chhe aath}}, phir {{aath aath do nau}}, aur last mein {{paanch ek aath teen}}.
PAN card number likhiye, {{J N Z P C 9943 C}}, date of birth <<12 March 1990>>.
Voice Agent: Invoice par kaunsa GST number daalein?\nCaller: {{29ZKKFV1732N1ZB}}.\nVoice Agent: Ji, invoice <<GX-2087>> update ho gaya.
Customer: Net banking ka password {{Mumbai@2607}} daal raha hoon phir bhi login nahi ho raha.\nAgent: Sir password mujhe mat bataiye. Link <<aapke email par>> bhej rahi hoon.
Mera ATM PIN {{7 4 1 8}} hai, wahi daala tha, machine ne <<teen baar>> mana kiya aur <<paanch hazaar>> kat gaye.
Agent: Aapki salary slip mil gayi, {{SalarySlip_Jan2025.pdf}}.\nCustomer: Aur passport ka number bhi doon? {{W2480948}} hai.\nAgent: Ji, loan application <<LA-66213>> mein jod diya.
Agent: Aapka order <<OD-77182>> kal deliver hoga.\nCustomer: Kitne baje?\nAgent: <<Do se chaar baje>> ke beech.
Maine <<do din pehle>> recharge kiya tha <<299>> ka, abhi tak balance nahi aaya, ek baar check kar lo na.
Agent: Card ending <<8831>> se payment fail hua hai.\nCustomer: Phir se try karo, balance toh hai.\nAgent: Ji, <<ek minute>>.
Customer: Mera number <<98200 41156>> hai.\nAgent: Aur PIN code?\nCustomer: <<400 053>>, Andheri West.
Agent: Kripya apna OTP kisi ko na batayein. Hum <<kabhi>> nahi poochte.\nCustomer: Theek hai, par <<1,800 rupaye>> toh gaye na.
Complaint number <<4 4 7 1 9 0>> hai, <<teesri baar>> call kar raha hoon, koi sunta hi nahi.
Customer: EMI kitni banegi?\nAI Agent: <<Chhe mahine>> ke liye <<3,450 rupaye>> har mahine.\nCustomer: Aur pehli kab?\nAI Agent: <<Paanch tareekh>> ko.
bhai ek hi order tha, <<do>> baar paise kat gaye, <<650>> aur phir <<650>>, screenshot bhej diya hai <<help@zentrix.in>> pe
Agent: Aapki policy <<LIC-330912>> <<31 December>> ko lapse ho rahi hai.\nCustomer: Premium kitna tha?\nAgent: <<Barah hazaar paanch sau>>.
Agent: UTR ya transaction number hai aapke paas?\nCustomer: Haan, <<412908337615>>.\nAgent: Amount <<₹2,000>> success dikha raha hai.
Customer: Main <<Farida Sheikh>> bol rahi hoon, bijli bill ke baare mein.\nAgent: Consumer number?\nCustomer: <<zero zero one seven four two nine>>.
Card ka number abhi yaad nahi, bas last four digits pata hain, <<2 0 9 5>>, aur <<ICICI>> ka hai.
Agent: Main <<saat baje>> wapas call karoon?\nCustomer: Nahi, <<kal subah gyarah baje>>.\nAgent: Theek hai, ticket <<T-5082>> open rakhta hoon.
Withdrawal <<50 USDT>> ka tha, address <<TWbvC98PexLmatGkRg5arpGBoiLjkCWhie>>, <<chaar ghante>> ho gaye.
## devanagari
एजेंट: कृपया कार्ड नंबर बताइए।\nग्राहक: {{चार चार छह दो, चार तीन पाँच दो, तीन सात नौ पाँच, दो तीन तीन नौ}}।\nएजेंट: और एक्सपायरी?\nग्राहक: {{शून्य छह सत्ताईस}}।
मेरा कार्ड {{4825 6450 8044 7656}} है, इसी से <<बारह सौ रुपये>> काट लीजिए।
एजेंट: कार्ड के पीछे का तीन अंकों का कोड बोलिए।\nग्राहक: {{नौ शून्य छह}}।\nएजेंट: धन्यवाद, <<₹1,499>> का भुगतान हो गया।
एजेंट: आपका आधार नंबर?\nग्राहक: {{६११२ ८५९७ ६४२३}}।\nएजेंट: जी, और पिन कोड?\nग्राहक: <<११००५९>>।
रिफंड के लिए खाता संख्या {{0277869712}} और आईएफएससी {{KKBK0380010}} नोट कर लीजिए, नाम <<सीमा राठौर>>।
एजेंट: ओटीपी आया होगा, बताइए।\nग्राहक: {{तीन आठ शून्य दो नौ चार}}।\nएजेंट: एक बार फिर, {{तीन आठ शून्य}}...\nग्राहक: {{दो नौ चार}}, हाँ।
मेरा यूपीआई आईडी {{prakash.joshi@oksbi}} है, कैशबैक <<पचास रुपये>> वहीं भेज दो।
एजेंट: पैन नंबर बोलिए सर।\nग्राहक: {{वी टी के पी ए आठ आठ तीन तीन ए}}।\nएजेंट: ठीक है, केस <<2291>> में दर्ज कर दिया।
मैंने पासवर्ड {{Ganga#5512}} डाला था फिर भी खाता लॉक हो गया, <<तीन बार>> कोशिश की।
एजेंट: टेली-बैंकिंग का पिन बताइए।\nग्राहक: {{छह एक नौ दो}}।\nएजेंट: आपका बकाया <<आठ सौ बीस रुपये>> है।
एजेंट: आपका स्टेटमेंट यहाँ है, {{https://khata.sevabank.in/statement/apr-2025.pdf}}।\nग्राहक: और ड्राइविंग लाइसेंस {{DL05 20117069169}} भी जोड़ना था।
एजेंट: कार्ड के आखिरी चार अंक <<7716>> हैं ना?\nग्राहक: हाँ, वही है।\nएजेंट: <<एक मिनट>> रुकिए।
मैंने <<दो दिन पहले>> ऑर्डर किया था, ऑर्डर नंबर <<8830142>>, अभी तक नहीं आया।
ग्राहक: बिल <<दो हज़ार तीन सौ>> कैसे हो गया?\nएजेंट: पिछले महीने का <<₹640>> भी जुड़ा है।\nग्राहक: वो तो <<पाँच तारीख>> को दे दिया था।
मेरा मोबाइल नंबर <<नौ आठ एक एक शून्य दो तीन चार पाँच छह>> है, शाम <<छह बजे>> के बाद कॉल करना।
एजेंट: ओटीपी किसी को न बताएँ। शिकायत संख्या <<CMP-40917>> है।\nग्राहक: कितने दिन लगेंगे?\nएजेंट: <<तीन से पाँच दिन>>।
नमस्ते, मैं <<रमेश कुलकर्णी>> बोल रहा हूँ, पॉलिसी <<55-1820-7>> के बारे में पूछना था।
वक्ता 1: कितनी किस्तें बाकी हैं?\nवक्ता 2: <<चार>>, हर एक <<₹2,150>> की।\nवक्ता 1: अगली <<दस जुलाई>> को?\nवक्ता 2: जी।
एजेंट: लेनदेन संख्या बता सकते हैं?\nग्राहक: <<५०२३ ११८७ ४४९०>>, कल <<रात नौ बजे>> का है।
एक ही दुकान पर <<दो बार>> पैसे कट गए, <<तीन सौ पचास>> और फिर <<तीन सौ पचास>>, मुझे एक वापस चाहिए।
## spanish
Agente: ¿Me dice el número de la tarjeta?\nCliente: {{Cuarenta y dos ochenta y seis, setenta y ocho treinta y seis, quince setenta y dos, setenta y nueve cuarenta y seis}}.\nAgente: ¿Y la caducidad?\nCliente: {{Cero cinco, veintisiete}}.
Quiero pagar el recibo de <<61,20 euros>> con esta, {{5365 2931 8370 8923}}, caduca en {{09/28}} y el código es {{518}}.
Agente virtual: Dígame los primeros cuatro.\nCliente: {{Cinco tres nueve siete}}.\nAgente virtual: Siga.\nCliente: {{Dos siete nueve seis seis nueve uno dos}}.\nAgente virtual: ¿Y los últimos?\nCliente: {{Ocho siete ocho siete}}.
Agente: Necesito el código de seguridad de la tarjeta terminada en <<3350>>.\nCliente: {{Dos cero nueve}}.\nAgente: Gracias, <<un momento>>.
La devolución me la hacen a la cuenta {{ES97 0049 7232 1977 9755 9706}}, titular <<Rocío Baltasar>>.
Asistente: ¿A qué IBAN enviamos los <<ciento veinte euros>>?\nCliente: {{E S cero siete, cero uno ocho dos}}\nAsistente: Sí.\nCliente: {{uno nueve uno nueve, uno dos seis tres, seis cero dos siete, nueve cinco cinco ocho}}, y lo quiero <<antes del viernes>>.
Agente: ¿Su CLABE interbancaria, por favor?\nCliente: {{021 320 96523621918 4}}.\nAgente: Le repito: {{cero dos uno, tres dos cero, nueve seis cinco dos tres seis dos uno nueve uno ocho, cuatro}}.\nCliente: Así es.
Agente: Dígame su DNI con letra.\nCliente: {{Once millones novecientos cuarenta y uno mil seiscientos cuarenta y uno, hache}}.\nAgente: Entonces {{11941641H}}. Gracias, <<señor Ibáñez>>.
Mi NIE es {{Z-4215291-V}}, llamo por la factura <<F-2025/318>> que vence <<el quince de mayo>>.
Agente: Le acabo de mandar un código por SMS.\nCliente: Sí, {{siete tres uno cero cuatro cuatro}}.\nAgente: Perfecto, ya puede ver el pedido <<MX-90215>>.
La contraseña que tengo apuntada es {{Girasol.1974}} y no me deja entrar, llevo <<tres>> intentos.
Cliente: Soy brasileña, tengo CPF, {{102.425.171-37}}.\nAgente: Sirve. ¿Y su correo?\nCliente: <<lidia.moraes@example.com.br>>.
Cliente: Le leo las palabras de mi monedero: {{gentle hollow jaguar lens forest kidney}}\nAgente: No hace falta...\nCliente: {{harsh inmate luggage ghost legend humor}}.\nAgente: Señora, eso no lo comparta nunca.
Agente: Tengo su nómina, {{nomina_febrero_2025.pdf}}. Falta el pasaporte.\nCliente: El número es {{ZIF454800}}. El expediente creo que era el <<4471>>.
Agente: ¿Sigue usando la tarjeta que termina en <<4417>>?\nCliente: Sí, la misma.\nAgente: Le cobro <<32 euros>> <<el día uno>>.
Llamo sin número de pedido, sin factura y sin nada, solo sé que pagué <<cuarenta y cinco euros>> <<el martes>> por el pan y la leche.
Agente: ¿Su teléfono?\nCliente: <<Seis uno dos, treinta y cuatro, cincuenta y seis, cero nueve>>.\nAgente: ¿Y el código postal?\nCliente: <<28015>>.
Me han cobrado <<dos veces>> la misma factura, la <<A-1188>>, y ya he llamado <<tres veces>> esta semana.
Agente: El envío <<PQ4C88201734>> está en reparto.\nCliente: ¿A qué hora llega?\nAgente: <<Entre las cuatro y las seis>>.
Agente virtual: Recuerde que nunca le pediremos su clave ni su PIN.\nCliente: Ya, ya. Yo solo quiero saber mi saldo.\nAgente virtual: Debe <<ciento ocho con setenta>>.
Perdone, soy <<Amparo Cid>>, me llamaron <<ayer a las once>> por una deuda de <<doscientos euros>> que no es mía.
Cliente: Mandé los fondos a <<382npHxMLa2fYRC8JVHEZW3aQadPUidG4F>>.\nAgente: ¿Cuánto era?\nCliente: <<0,02 bitcoin>>, <<el 4 de abril>>.
Agente: Le ofrezco pagar en <<cuatro>> plazos de <<55 euros>>.\nCliente: ¿Y si son <<seis>>?\nAgente: Entonces <<36,67>> cada uno.
Mi póliza es la <<uno uno cuatro siete dos cero>>, y quiero darla de baja antes del <<treinta de junio>>.
Agente: ¿Su número de cliente?\nCliente: <<7002183>>. Un segundo, no, <<7002138>>.\nAgente: Ya lo tengo, <<don Fermín>>.
## german
Agent: Nennen Sie mir bitte die Kartennummer.\nKunde: {{Einundvierzig siebenundzwanzig, siebenundsechzig achtzehn, vierundfünfzig sechsundsiebzig, sechsundneunzig zweiundachtzig}}.\nAgent: Gültig bis?\nKunde: {{Null drei neunundzwanzig}}.
Ich zahle die <<79,90 Euro>> lieber mit der Mastercard, {{5146 9012 1348 4614}}, gültig bis {{12/26}}.
Sprachassistent: Bitte die ersten vier Ziffern.\nKundin: {{Fünf fünf neun fünf}}.\nSprachassistent: Weiter?\nKundin: {{Vier sieben fünf null vier sechs}}, äh, {{vier neun fünf drei acht zwo}}.
Agent: Jetzt noch die Prüfziffer auf der Rückseite.\nKunde: {{Drei acht eins}}.\nAgent: Danke, die Rechnung <<R-20418>> ist bezahlt.
Agent: Auf welches Konto soll die Erstattung gehen?\nKunde: {{DE40 5001 0517 1872 6375 34}}.\nAgent: Ich wiederhole: {{D E vierzig, fünfzig null eins, null fünf siebzehn, achtzehn zweiundsiebzig, dreiundsechzig fünfundsiebzig, vierunddreißig}}.\nKunde: Stimmt.
Die IBAN lautet {{DE46 4306 0967 7408 0597 40}}, Kontoinhaberin ist <<Henrike Vollmer>>, und es geht um <<43 Euro 50>>.
KI-Agent: Ihre österreichische IBAN, bitte.\nKunde: {{A T sechs zwei, null sieben drei null}}\nKI-Agent: Ja.\nKunde: {{drei drei sieben vier, drei eins neun fünf, zwei neun sieben zwo}}. Am <<ersten April>> dann, ja?
Agent: Für die Freistellung brauche ich die Steuer-ID.\nKunde: {{74 138 935 024}}.\nAgent: Vielen Dank, <<Herr Röttgers>>.
Meine Steueridentifikationsnummer ist {{eins null acht sieben sechs vier fünf drei null neun eins}}, geboren bin ich am <<dritten Mai 1971>>.
Unsere USt-IdNr. ist {{DE238652870}}, die fehlt auf der Rechnung <<2025-1107>>.
Agent: Sie haben eine TAN per SMS bekommen.\nKundin: Ja, {{vier null neun sieben eins sechs}}.\nAgent: Danke, die <<250 Euro>> sind freigegeben.
Agent: Ihre Telefon-PIN, bitte.\nKunde: {{Neun zwei vier null}}.\nAgent: Danke. Ihr Passwort fürs Portal setzen wir neu.\nKunde: Das war {{Kiefernweg_31}}, das nehm ich dann nicht mehr.
Ich hab Ihnen {{Lohnabrechnung_Maerz_2025.pdf}} hochgeladen, und die Passnummer ist {{C01X07347}}, Vorgang <<88-203>>.
Entwickler hier, unser API-Key {{sk_test_dAhL8jv3BKsDMwfCGZCQUeRk}} wird seit Version <<3.2.1>> abgelehnt, seit <<gestern Abend>>.
Agent: Soll ich die Karte mit der Endung <<7719>> belasten?\nKunde: Ja, aber erst <<am Fünfzehnten>>.\nAgent: Gerne, <<64,30 Euro>>.
Guten Tag, ich hab <<zwei Rechnungen>> bekommen, einmal <<sechzig>> und einmal <<achtzig Euro>>, aber nur einen Vertrag.
Agent: Wie ist Ihre Kundennummer?\nKundin: <<Vier vier null eins neun acht>>.\nAgent: Und die Postleitzahl?\nKundin: <<50733>>.
Sprachassistent: Einen Moment bitte. Ihre Bestellung <<B-771920>> wurde <<am 8. Mai>> versandt.\nKunde: Und die Sendungsnummer?\nSprachassistent: <<00340434161094022115>>.
Mich hat <<dreimal>> jemand von <<0211 4960 117>> angerufen, wegen angeblich <<neunzig Euro>> Mahngebühr.
Agent: Ihre TAN und Ihre PIN geben Sie bitte niemandem, auch uns nicht.\nKunde: Weiß ich. Ich will nur wissen, ob die <<200 Euro>> da sind.
Ich bin <<Jörg Lindemann>>, ich ruf zum <<zweiten Mal>> an, und der Techniker sollte <<zwischen acht und zwölf>> kommen.
Kunde: Die Auszahlung ging an <<0x73b09f796a8533db9948618742ddf7aadcdc9538>>.\nAgent: <<0,35 Ether>>, bestätigt um <<16:40 Uhr>>.\nKunde: Ah, jetzt seh ich's.
Agent: Ich kann Ihnen <<drei Raten>> zu <<je 41 Euro>> anbieten.\nKunde: Ab wann?\nAgent: Ab <<1. Juli>>.
Meine Mailadresse ist <<t.wegener@example.de>>, die Versicherungsscheinnummer <<L 4 0 7 1 8 8>>, mehr hab ich grad nicht da.
Sprecher 1: Wann war das genau?\nSprecher 2: So um <<halb drei>>, <<letzten Donnerstag>>.\nSprecher 1: Und der Betrag?\nSprecher 2: <<Siebenunddreißig fuffzig>>.
## french
Agent : Je vous écoute pour le numéro de carte.\nClient : {{Quarante-quatre zéro cinq, trente-trois quarante-sept, quatre-vingt-onze dix-neuf, seize trente-quatre}}.\nAgent : Je répète, {{4405 3347 9119 1634}}. Et la date de fin ?\nClient : {{Zéro neuf, vingt-sept}}.
Je voudrais régler les <<54,90 euros>> avec ma carte {{4758 6605 2716 5713}}, elle expire en {{janvier 2028}}.
Assistant : Le cryptogramme au dos de la carte ?\nCliente : {{Six cent quatorze}}.\nAssistant : Merci, la commande <<FR-30218>> est payée.
Agent : Sur quel compte on vous rembourse ?\nClient : {{FR76 1450 8718 8521 0516 4154 794}}.\nAgent : Très bien, <<129 euros>> sous <<cinq jours>>.
Agent : Votre IBAN, s'il vous plaît.\nCliente : {{F R soixante-seize, dix vingt-sept, quatre-vingt-quatre dix}}\nAgent : Oui.\nCliente : {{zéro six quatorze, quarante et un quatre-vingt-quatre, quatre-vingt-deux quarante, cinq zéro deux}}.
Notre numéro de TVA c'est {{FR27358880896}}, il manque sur la facture <<2025-0664>>.
Agent vocal : Vous avez reçu un code par SMS.\nClient : Oui, {{cinq zéro huit, un deux sept}}.\nAgent vocal : {{508127}}, c'est validé.
Mon mot de passe c'est {{Mirabelle88!}} et ça me dit compte bloqué depuis <<ce matin>>.
Agent : Numéro de passeport, pour le virement de <<3 000 euros>> ?\nClient : {{65 GH 48194}}.\nAgent : Merci, <<monsieur Tessier>>.
Agent : J'ai bien reçu {{bulletin_paie_avril_2025.pdf}}.\nCliente : Et mon code secret, c'est {{quatre huit zéro trois}}, vous en avez besoin ?\nAgent : Surtout pas, madame.
Cliente : On m'a demandé la clé privée, alors je vous la donne, {{f6defb9fa5e2fc34bacd824080629813280a1671276ab5d6cb2a8897aee10453}}.\nAgent : Ne la donnez à personne. Le dossier est le <<7719>>.
Agent : On garde la carte qui finit par <<2260>> ?\nClient : Oui, et vous prélevez <<le dix>>.\nAgent : Entendu, <<39,99 euros>>.
Bonjour, j'ai reçu <<deux factures>> pour le même mois, une de <<quarante-deux euros>> et l'autre de <<soixante>>.
Agent : Votre numéro de téléphone ?\nClient : <<Zéro six, douze, trente-quatre, cinquante-six, soixante-dix-huit>>.\nAgent : Et le code postal ?\nClient : <<69007>>.
Mon colis <<8L 0482 1177 93>> devait arriver <<mardi>>, et on est <<vendredi>>.
Assistant : Un instant, je vérifie. Votre solde est de <<cent douze euros vingt>>.\nClient : J'ai payé <<le 3 mars>> pourtant.
Agent : Ne communiquez jamais votre mot de passe, monsieur.\nClient : Je sais bien. C'est <<la deuxième fois>> qu'on m'appelle, et c'était pour <<neuf euros>>.
Je suis <<Odile Marchetti>>, contrat <<un zéro quatre, sept deux deux>>, je déménage au <<18 rue des Lilas>>.
Agent : Je vous propose <<trois fois 80 euros>>.\nClient : Plutôt <<quatre fois soixante>>.\nAgent : D'accord, à partir du <<5 septembre>>.
Le virement crypto, le hash c'est <<0x261e23ccd32d4b9a08e04af55eb29c5be60d2761c7471f30db930d531b9f29b5>>, parti <<à 9 h 12>>.
`,
	AI: String.raw`
## english
Agent: Brightwater Marina accounts, Odette speaking.\nCustomer: Morning, I'm settling the berth for the Kittiwake, invoice <<2207>>. Card's {{4539 7382 8290 6541}}, expires {{09/27}}.
yeah hi i want to pay for the kennels for my two spaniels the card is {{four five three nine three oh two six two oh five four oh nine six five}} and the total you said was <<two hundred and twelve pounds>>
i was told the piano tuner would come on <<the fourteenth>> and charge <<ninety five dollars>> and now there's a bill for <<one hundred and forty>>
Agent: Could I take the long number across the front?\nCustomer: It's {{4539 2901}}\nAgent: Mm-hm.\nCustomer: {{0620 5452}}.\nAgent: Lovely, and the three digits on the back?\nCustomer: {{818}}.
Agent: <<One moment>>, I'm just opening the account for the greenhouse heaters. Is it still Mr. <<Tolliver>>?\nCustomer: It is, and I've got <<two questions>> about the standing charge.
[00:41] Caller: okay i've got the amex in front of me it's {{three seven four seven eight nine eight oh two one two nine six five six}}\n[00:58] Agent: and the four digits printed above that\n[01:02] Caller: {{six nine eight eight}}
Agent: So reading that back to you: {{4716 6080 1233 7363}}, expiry {{11/28}}, for <<$1,340.00>> towards the elevator maintenance contract.\nCustomer: That's right.
the parcel with the hearing aid batteries never came the tracking number is <<one z nine nine four oh two two seven one eight>> and i paid the <<six dollars>> for express
My card's {{5412 4576 5437}}, hang on, my glasses... {{1726}}, security code {{179}}. And please send the receipt to <<otis.farnham@lakeviewdental.example>>.
uh it's a mastercard {{fifty four twelve ninety ninety five oh nine fifty six forty one ninety four}} and that's for the choir trip deposit the <<eighty five each>>
Customer: The payout never reached my wallet, and you say it's been sent?\nAgent: Yes, to <<0x2833790a493ab0506499764d1b04064692167104>>, transaction <<0xbf0b858a7acc637a6ca512b703638b551d951311ea6b2d6e9e9dd768337d6a7a>>, on <<Tuesday at 14:05>>.
Customer: The Visa, yes. {{Four seven one six, double oh double six}}, are you with me?\nAgent: Go on.\nCustomer: {{Two three six two, four eight one eight}}.\nAgent: And that's the <<£64>> for the wasps' nest.
so the hive frames are <<forty seven fifty>> with delivery yeah and it's {{four five three nine nine one three oh double seven two double nine oh double seven}} i think the card runs out {{march twenty nine}}
You charged the card ending in <<8044>> for the locker twice, <<$19.99>> on <<March 3rd>> and <<$19.99>> on <<March 4th>>.
Customer: {{4539 3062 1795 2154}}... no, sorry, {{2145}}, I swapped two of them.\nAgent: Thanks. And the name on it?\nCustomer: <<Philippa Garrow>>.
i've called three times about the same <<forty dollar>> late fee on the storage unit and every time one person says one thing and the next one says another
Agent: I've got {{5234 7005 6233 2959}}, is that correct?\nCustomer: Yes, and it's <<two payments>>, not three. First one on <<the 5th>>.
Agent: And the security code, the little number on the signature strip?\nCustomer: {{Two three oh}}.\nAgent: And the postcode?\nCustomer: <<BN3 4QT>>.
For the student loan, set up autopay from my checking. Routing is {{021078037}} and the account number is {{9700717803}}; the payment's <<$286.14>> a month.
caller uh yeah the bank's routing number is {{zero six one one four seven eight zero five}} and then the account {{eight four oh double eight five five four}} it's a savings one in <<my wife's name>>
Customer: You can ring me back on <<07700 900417>> any time after <<half past four>>, I'm on the vans till then.
Agent: And which account should the kiln refund go to?\nCustomer: Sort code {{20-56-09}}, account {{96122759}}. It was <<£318.40>>, wasn't it?
put it straight into the business account the sort code's {{thirty forty seven oh five}} account number {{one oh three eight one five eight three}} reference <<oyster shed may>>
Agent: We're showing order number <<2049 7716 3308 5524>>, forty bags of wood pellets, delivered <<18 October>>.\nCustomer: Well, I counted <<thirty-eight>>.
The BSB is {{062-914}} and the account's {{1378 5351}}, under <<Murray Plains Shearing>>. You still owe us <<eleven hundred dollars>>.
we're on app version <<five point twelve point three>> and every time i tap the invoice from the lab it just closes so i paid it <<at the counter>> instead
Agent: To find the tax file, could you confirm your social?\nCustomer: Sure, {{523-29-4230}}.\nAgent: And date of birth?\nCustomer: <<June 2nd, 1968>>.
Speaker 1: Just the last four of your Social for me.\nSpeaker 2: {{7575}}.\nSpeaker 1: And the ZIP?\nSpeaker 2: <<87505>>.
i don't have a social i've got an i t i n it's {{nine nine eight nine four oh three three two}} i clean pools i'm self employed
Our EIN is {{47-3182094}}, and the W-9 should say <<Quillfeather Taxidermy LLC>>. The check was number <<1186>>.
Customer: It's for the allotment society. Policy <<HP 4471 9023>>, renewal was <<the first of April>>.\nAgent: Got it. One lapsed payment of <<£27>>.
my national insurance number is {{j k four eight two oh nine one c}} and the letter about the overpayment is dated <<ninth of may>>
Customer: HMRC's saying I owe for the ferry kiosk. My UTR's {{84165 88507}}.\nAgent: Thanks. And is <<£2,912>> the figure you've been given?
The passport is {{LN 472 9036}}, issued in Halifax, and I'd like the <<$140>> visa fee back because the cruise was cancelled.
agent what's the number on your driver's license\ncustomer {{d four one seven two two oh nine six}} that's arizona\nagent and you're at <<two one six pinon street>>
Customer: My SIN? {{383 766 458}}. It's for the T4A from the curling rink, they got my address wrong too, it's <<R3C 1A8>>.
Agent: Please hold for one second.\nCustomer: No problem, I've got ten minutes before the kids come out at <<ten past three>>.
You can wire the royalties to {{IE05 AIBK 9386 4254 7531 97}}. The statement said <<€1,807.25>> for the second quarter.
so that's {{n l three two i n g b four five two oh seven three eight one eight two}} and the name is <<roelof stavinga>> and the amount was <<six hundred euros>>
Customer: I only ever gave you my card once, for the chess club, and since then it's been <<seven charges in nine weeks>>.\nAgent: I see four, not seven. Ticket <<CH-20931>> is still open.
Agent: I can only restore it if you still have the phrase.\nCustomer: Okay, it's {{garment lunar oyster bridge velvet nephew cactus swarm tilt amateur pencil hover}}.\nAgent: Please don't read that out to anybody.
the seed is {{ripple walnut domain frost}} um then {{elbow casual ritual magnet}} and the last four {{unveil kidney spray orbit}} and my payout of <<point four eth>> is still not there
Customer: Somebody set the payout address wrong. It should be <<bc1qak5f6ye8228mly28hjyhaj2khn2pm75cwvdqfm>>, and you've sent <<0.018 BTC>> somewhere else.
I exported the private key, it's {{bfd6e6fc71aea2c1a318bb6daa45879c501a738aad444831a7b4bc12558e3bff}}. Does that help you find the <<$412>>?
Agent: Your mining pool login, is that still <<hank.brisbois@slagheap.example>>?\nCustomer: Yes, and the password's {{Tundra!Moth88}}, if that speeds things up.
um the pin for the phone line is {{seven nine seven two}} i set it when i opened the laundry account back in <<twenty nineteen>>
Agent: I've texted you a six-digit code, can you read it out?\nCustomer: {{373388}}.\nAgent: Perfect. I can see the refund of <<$58.20>> now.
the code just came through it says {{eight nine three nine two six}} and it was for the parking permit <<twelve a maple court>>
Customer: I never got any code. It's been five minutes and I've asked for it twice.\nAgent: I'll send another to the number ending <<417>>.
Our developer says the live key is {{sk_live_9fQ2mLxT7vRzB4kNw0Pe}} and the webhook started failing on <<2 November>> after version <<3.8.1>>.
Agent: Where did we send it?\nCustomer: You mailed me the link, {{https://portal.tidewater-water.example/statements/2024-10/8841.pdf}}, and it shows <<$93.17>>.
I attached {{payslip_2024-09_hoxley.pdf}} to the hardship form. Case <<7730-B>>, I think it was.
customer i uploaded {{w2_2023_marchetti.pdf}} last night and your website said <<thirty days>> and that's way past the date on the final notice
Agent: And the VAT number for the winery?\nCustomer: {{ATU93417076}}.\nAgent: Thank you. Then the <<20 percent>> comes off invoice <<R-5518>>.
The ABN's {{58 089 818 836}} for the crayfish boat, and the diesel invoice was <<$2,060>> even.
Customer: My TFN? {{525 739 976}}. And my mobile's <<0491 570 156>> if we get cut off.
can you send it to mexico the clabe is {{zero one two three seven nine six nine nine five zero seven seven three eight three two nine}} and it's <<four thousand pesos>> for the tile guy
Agent: You're through to the toll-road helpdesk, this call's ID is <<c-88120-ze>>.\nCustomer: Hi, I got a fine of <<€45>> for the bridge at <<6:52 in the morning>>.
[02:10] Caller: Discover, yes. {{6011 8194 1596 6792}}.\n[02:21] Agent: Expiry?\n[02:23] Caller: {{Oh four, thirty}}.\n[02:26] Agent: And that's <<$75>> for the tattoo deposit.
um so it's a maestro it's longer than you'd think {{six seven five nine two two two two eight four one six seven five five five six oh}} did you get all eighteen
My Diners Club is {{3056 194313 1933}}, but if that won't go, just send me an invoice to <<PO Box 218>>.
Virtual agent: Please say your card number.\nCaller: {{Two two two one six zero zero one seven two five zero five five seven six}}.\nVirtual agent: I heard {{2221 6001 7250 5576}}. Is that right?\nCaller: Yes.
Virtual agent: How many pallets would you like to return?\nCaller: Four. No, five. Five of the eight on order <<PL-6620>>.
i want to stop the <<sixteen ninety nine>> for the bird watching magazine my customer number is <<five five oh two one seven>> and i told the last lady the same thing
Customer: The old card was {{4716 8236 9636 4415}}, that's gone, the new one's {{4716 1086 5681 8950}} and it's good till {{July 2030}}.
Agent: We did try the dialysis transport card on <<the 1st>> and <<the 8th>>. It's the one ending in <<6840>>, declined both times.\nCustomer: That one's been cancelled.
no one told me the piano had to go back by <<the thirtieth>> i'd have called you one or two weeks sooner and now it's another <<hundred and sixty>>
Customer: {{4929 9467 0629}}\nAgent: And the last block?\nCustomer: {{5429}}.\nAgent: So {{5429}} after {{0629}}, and it's <<£12.50>> a week for school lunches?
For the funeral flowers, use {{3715 466766 05457}}, valid thru {{02/29}}, front code {{1951}}. <<Mrs. Adeyinka-Holt>> is signing for them.
Agent: I can offer <<six instalments of £41>>, or three of <<£82>>.\nCustomer: Six, please. One's too many as it is.
my phone number is <<five oh five five five five oh one nine two>> and the account's in my late husband's name <<wendell krauss>> he passed in <<february>>
The dues come to <<a hundred and thirty-two dollars>>, for both of us, and one guest, and I've been a member since <<1994>>.
Customer: I'd have to look for the card. Can you hold on for a minute or two?\nAgent: Take your time, I'm here until <<six>>.
agent so the confirmation is <<kilo seven seven two lima>> and you'll see <<three hundred and six dollars>> come back to you in five to seven business days\ncustomer okay five to seven
Customer: I got a password reset mail at <<vestry@saintbrannoc.example>> that I never asked for.\nAgent: That was us, we moved the tithe accounts on <<Sunday>>. Your balance is <<$8,415>>.
Agent: And the unit?\nCustomer: <<D-34>>, second floor. Nobody ever gave me a PIN for the gate, that's why I'm calling.\nAgent: Okay, and you rent since <<2011>>?
Speaker 2: Transaction <<TXN 7715028834106627>> went out at <<09:31:44>>, and the client, a yoga studio in Leeds, says nothing's landed.
the aquarium pass was <<eighty nine>> for one adult and two kids and you've billed me for two adults and one kid can one of you fix it
Agent: The refund went to the bank account you gave us in <<August>>, the one you opened with the credit union. Reference <<RF 30 4471>>.
Customer: Use {{5412-1434-3295-9806}}. CVC's {{439}}.\nAgent: Thanks. I've put <<£230>> on the skip hire and <<£15>> on the permit.
it's {{three five two eight eight oh four seven three five nine nine seven five seven one}} that's the jcb and the stay was <<nights of the third and fourth>>
Agent: And your NI number, please, for the statutory pay?\nCustomer: {{LH 73 15 08 A}}. I started on <<11 March>>.
Customer: I paid the vet <<£480>> in cash on <<Good Friday>>, and I have the receipt, number <<0097>>.\nAgent: Then that's one thing less to worry about.
so i typed in {{nine one seven four two oh}} like the text said and it told me expired and now there's another one {{three six four three seven oh}} which one do you want
You want the WIF? {{Kz36X3FWqER4HtEhMiS3pxF3E6M7RVKp5MBnBt6UwfwUnHhYLzy4}}. There's about <<$90>> worth left in it from the translation job.
Agent: Sorry, was that fifteen or fifty bales?\nCustomer: <<Fifty>>. Five-oh. At <<seven dollars>> each.
Customer: The direct debit should come from Swan Lane Scouts, {{60-65-23}}, {{29461827}}.\nAgent: Reading back, {{60 65 23}} and {{2946 1827}}, starting <<1 December>>.
i need to change my address it's <<fourteen b harrow mews>> and the postcode is <<l s six three q p>> and the boiler cover stays the same one as before
Agent: May I have the reference on the letter?\nCustomer: It's <<DCA/559013/24>>, and it says <<seven days>>, but it only came on <<Saturday>>.
[00:05] Caller: Is that the water company? My meter reads <<00417>>, and you've estimated <<00562>>.
Customer: I'm a notary, and the commission renewal says <<$125>>, but my neighbor paid ninety.\nAgent: Which ZIP are you in?\nCustomer: <<04330>>.
customer {{four oh oh eight two five three three three six nine seven seven}} it's a really old visa only thirteen numbers\nagent goodness i haven't seen one of those and the amount is <<twenty one dollars>>
Agent: Your social security number starts with which digits?\nCustomer: {{615}}, then {{19}}, then {{6129}}.\nAgent: Good, and I have you at <<40 Cistern Road>>.
One of the two invoices is wrong: <<A-1190>> has the sheep dip on it, and we only ordered from <<A-1191>>.
the ledger app is on firmware <<two point two point one>> and it shows the payout as pending with hash <<four f nine c>> something something
Customer: For payroll, I need you to take {{111042685}} as the routing and {{407526039263}} as the account.\nAgent: Is that for all <<nine employees>>?\nCustomer: Just the one, <<Thaddeus>>.
my licence number that's the british one is {{garro seven five two oh one eight p h nine k l}} and the hire was from <<the second to the ninth>>
i'd like the statement for <<october>> printed and mailed to <<nine pelham row>> please my printer gave up on page three of six
Agent: I've had one Mrs. <<Vanterpool>> on already today, are you the one in Fig Street?\nCustomer: No, I'm number <<twenty-two>>, she's at number nine.
Customer: Hi, I was speaking with <<Desmond>>, extension <<4471>>, about a ladder that was <<forty feet>> in the catalogue and came as twenty-four.
is there any way to split it i can do <<a hundred today>> and then <<fifty>> on the first of each month until the two thousand's gone
Customer: The sync broke at <<2 a.m.>> on build <<20417>>, and return number <<7004 1192 8830 2261>> is stuck in between.\nAgent: I see it. It's been retried eleven times.
the embryo storage fee is <<six fifty a year>> and i've prepaid through <<twenty twenty seven>> so i shouldn't owe you a dime
My old card, the one ending in <<9045>>, is cut up already. Put the kiln deposit on hold, <<Lorcan Whitty>> is the name, and I'll ring you on <<Monday>>.
agent thank you for calling the crematorium accounts line\ncustomer yes i had a bill for <<one thousand and ten pounds>> reference <<m slash four four oh two>> and it's my brother's not mine
Customer: Would you like my number again? <<(207) 555-0148>>. And it's order <<88-20316>>, the snowshoes.\nAgent: One pair or two?\nCustomer: One.
Agent: To pay the translators in crypto, which address do we use?\nCustomer: <<TNEzP64fsDuC97z3K2bEcYhyaBDczrb4Y>>, on Tron. Around <<1,250 USDT>>.
can i do it off my husband's card he's here it's {{four seven one six two nine oh four two seven nine oh two eight one six}} yeah and he says the back is {{two oh oh}}
agent we don't need the code from the text anymore it's all switched over\ncustomer good because i deleted it it's <<ten to nine>> and my shift at the bakery starts at nine
Agent: You've been charged for one large and two small wreaths, <<£71.85>> in all.\nCustomer: It was two large and one small. Look at <<delivery note 3316>>.
## hinglish
Agent: Namaste, Chetak Tractor Finance se Lavanya bol rahi hoon.\nCustomer: Haan madam, <<November>> ki EMI bharni hai. Card {{4539 0456 1898 3784}} hai, CVV {{349}}.
bhaiya do din pehle maine <<teen hazaar>> bhej diye the aur app abhi bhi unpaid dikha raha hai ticket number hai <<four four one nine>>
haan likhiye {{five four one two nine five two seven zero nine five eight two three six eight}} master card hai aur amount <<sola sau>> hi kaatna
Mera PAN {{ZLPPS2534O}} hai, aur TDS ka refund <<₹4,250>> ka tha, <<12 October>> wala claim.
Agent: Ek minute sir, main check karti hoon. Aapka order <<MND-20418>> hai na, <<do bore>> urea?\nCustomer: Do nahi, teen bore.
Agent: KYC ke liye Aadhaar number bataiye.\nCustomer: {{7582 2525 5962}}.\nAgent: Aur pin code?\nCustomer: <<413512>>.
ji aadhaar number {{six nine five seven one three two one five three nine six}} aur naam <<shakuntala bapat>> hi likha hai na usme
Customer: Mithai ke dukaan ka <<₹1,860>> double kat gaya, ek baar <<subah 10 baje>>, ek baar raat ko.\nAgent: Card kaunsa tha?\nCustomer: Jo <<9536>> pe khatam hota hai.
Refund UPI pe hi bhej do, {{rukmini.pottery@okaxis}}. Bank wala jhanjhat mujhe nahi chahiye, <<₹775>> ki toh baat hai.
haan google pay wala hai {{nine eight four four one two zero three three seven at y b l}} us pe bhejo <<saat sau rupaye>>
Account number {{365666789378}}, IFSC {{KKBK0004127}}. Naam <<Harpreet Sodhi>>, aur cheque ki zaroorat nahi.
Agent: Sir, aapke mobile par OTP gaya hoga.\nCustomer: Haan aaya, {{663598}}.\nAgent: Dhanyavaad, <<₹12,300>> ka payment ho gaya.
otp abhi tak aaya hi nahi main teen baar try kar chuki hoon mera number <<nine seven double zero four one five five two eight>> hi hai na
Invoice pe GSTIN galat hai. Sahi wala {{27TJQCI4644C1ZE}} hai, bill number <<SV/24/0911>>.
Customer: Card number likhiye, {{5234 4821}}\nAgent: Ji.\nCustomer: {{3714 3126}}. Expiry {{08/28}}.\nAgent: Theek hai, <<₹2,499>> coaching fees.
rupay card hai {{chhe shunya saat chhe nau char nau shunya shunya paanch teen do paanch ek do paanch}} theek se likh lena aur raseed <<whatsapp>> pe bhejna
Agent: Gas booking ka consumer number?\nCustomer: <<7100 2284 19>>. Cylinder <<ek>> hi aaya, paisa do ka kata.
mera toh policy number <<l x five five eight zero two one three>> hai premium <<har teen mahine>> jaata hai phir ye notice kyun aaya
Customer: UPI PIN bhi bata doon kya? {{2630}} hai.\nAgent: Nahi sir, PIN kabhi mat bataiye. Sirf transaction ID, <<T2410180937>>.
Portal ka password {{Kesar#Pista77}} hai, aap hi login karke dekh lo, mera <<₹560>> ka hisaab nahi mil raha.
card hai {{six five two one two triple eight six one five one eight three four six}} aur haan delivery <<shaam paanch baje>> ke baad karna please
Agent: Repeat karti hoon, {{5234 3423 3475 3343}}, sahi hai?\nCustomer: Bilkul sahi, <<₹899>> hi katna chahiye.
ek second ruko driver ka number do main usko <<do ghante>> se phone laga raha hoon booking id <<ride six six one four>>
Customer: Bachche ki bus fees <<₹3,200>> hai ya <<₹3,500>>? Ek madam kuch bolti hain, dusri kuch aur.\nAgent: Teen hazaar do sau, sir.
Pan card ka number batati hoon, {{B J V P U 2 1 2 0 D}}, aur form <<sixteen>> abhi tak mila nahi hai.
Agent: Aapki complaint <<CMP0094127>> register ho gayi.\nCustomer: Pichli baar bhi yahi bola tha, <<paanch din>> ho gaye.
mera crypto withdraw atka hua hai wallet address mail kar diya tha <<bhupen at kiranastore dot example>> se <<point zero two>> btc ka tha
Dekhiye, maine <<25 tareekh>> ko hi cash de diya tha dukaan pe, <<Imtiaz bhai>> ne parchi bhi di, number <<318>>.
Agent: Debit card ke last four digits bata dijiye, bas.\nCustomer: <<0839>>.\nAgent: Ji, <<₹649>> recharge ka wapas aa jayega.
Wo version <<7.0.2>> update karne ke baad se fastag ka balance <<minus forty>> dikha raha hai, ek baar aap check karo.
## devanagari
ग्राहक: जी, कार्ड का नंबर लिखिए, {{4716 3588 0059 0860}}, और <<₹1,150>> काट लीजिए।\nएजेंट: धन्यवाद, रसीद <<ई-मेल>> पर आएगी।
हाँ जी मेरा कार्ड है {{चार सात एक छह आठ शून्य चार एक सात एक चार सात नौ छह दो एक}} और ये <<दो महीने>> की किश्त है
एजेंट: एक मिनट रुकिए, मैं देखती हूँ। आपका टिकट <<58120>> है?\nग्राहक: जी, और मैं तीन बार फ़ोन कर चुका हूँ।
मैंने <<पंद्रह तारीख>> को ही आठ सौ रुपये जमा कर दिए थे फिर भी लाइन काट दी उपभोक्ता नंबर है <<चार चार नौ दो एक शून्य>>
एजेंट: आधार नंबर बताइए।\nग्राहक: {{7277 2198 2430}}।\nएजेंट: और पता?\nग्राहक: <<गली नंबर 4, भीलवाड़ा>>।
मेरा आधार है {{नौ सात नौ पाँच पाँच चार तीन छह आठ दो एक एक}} नाम <<सरोज देवी>> और बीज का पैसा <<इक्कीस सौ>> वापस आना था
पैन {{जी एल जे पी डब्ल्यू चार एक तीन छह जे}} है और चालान <<सात सितंबर>> का है
एजेंट: आपके मोबाइल पर जो ओटीपी आया है वो बोलिए।\nग्राहक: {{पाँच सात तीन एक पाँच एक}}\nएजेंट: ठीक है, <<₹430>> वापस हो गए।
ओटीपी तो आया ही नहीं मेरा फ़ोन <<नौ आठ दो सात>> से शुरू होता है और वो एक घंटे से बंद था
ग्राहक: कुएँ की मोटर का बिल <<₹6,720>> आया है, दो मोटर का। मेरे पास एक ही है।\nएजेंट: मैं शिकायत लिख लेता हूँ, नंबर <<JV-3071>>।
पैसे इस खाते में भेजिए: {{952118636349}}, आईएफएससी {{BARB0BHILWA}}। खाता <<मंजू कंवर>> के नाम पर है।
यूपीआई आईडी है {{dilip.kulfi@ptyes}}, उसी पर <<₹280>> लौटा दीजिए।
ग्राहक: {{4929 2520}}\nएजेंट: आगे?\nग्राहक: {{1373 0962}}, पीछे का नंबर {{638}}।\nएजेंट: और राशि <<₹2,040>>, सही?
मेरा एक ही सवाल है, <<चार किश्तें>> भरने के बाद ब्याज दोगुना कैसे हो गया? पॉलिसी <<AG-77315>> देख लीजिए।
जी पिन है {{एक शून्य तीन नौ}} पर कार्ड मशीन में फँस गया और <<पाँच हज़ार>> निकले ही नहीं
एजेंट: आपका कार्ड, जिसके आख़िरी चार अंक <<1951>> हैं, उस पर <<₹99>> लगे हैं।\nग्राहक: वो तो मैंने बंद करवाया था।
ट्रैक्टर की सर्विस <<सुबह साढ़े नौ>> बजे थी और आदमी दो बजे आया पैसे पूरे ले गया <<बारह सौ>>
ऐप का पासवर्ड {{Neem@Patta31}} है, खुद खोलकर देख लीजिए, बकाया <<शून्य>> दिखता है।
एजेंट: जीएसटी नंबर की पुष्टि कर दूँ, {{07AHACH4098O1ZO}}?\nग्राहक: हाँ, और बिल <<K-2291>> दोबारा बना दीजिए।
ऑर्डर <<7731 0048 2295>> में दस किलो गुड़ था, मिला सिर्फ आठ। दो किलो के <<₹120>> लौटाइए।
## spanish
Agente: Cofradía de pescadores, le atiende Remedios.\nCliente: Hola, quiero pagar el amarre. La tarjeta es {{4716 0694 2806 9449}}, caduca {{05/27}}, y son <<118 euros>>.
sí mire la tarjeta es {{cuatro cinco tres nueve dos cero siete dos uno dos cuatro ocho cinco nueve dos siete}} y me dijeron que eran <<sesenta y dos euros>> por las clases de acordeón
Un momento, que busco la factura. Es la <<F-0932>>, del <<tres de octubre>>, y me cobran dos veces lo mismo.
la mía es mastercard {{cincuenta y cuatro doce cuarenta y dos veintiséis treinta y seis cero siete veintidós treinta}} a nombre de <<eulalia botín sanz>>
Agente: Dígame el número de la tarjeta.\nCliente: {{4929 4789}}... espere, que hay poca luz... {{7803 9996}}.\nAgente: ¿Y el código de atrás?\nCliente: {{204}}.\nAgente: Gracias, quedan <<24,90 €>>.
Cliente: Uno de los dos recibos no es mío. El de <<47,15 €>> sí, el otro no.\nAgente: ¿Me dice el número de cliente?\nCliente: <<300871>>.
El dinero de la vendimia me lo ingresa en {{ES08 2100 4222 1427 5446 5166}}, por favor. Son <<mil cuatrocientos>>.
apunte el iban {{e s cero seis cero uno ocho dos siete tres nueve seis nueve siete ocho uno siete dos cuatro nueve cuatro uno ocho ocho}} y la transferencia era de <<doscientos diez>>
llevo ya cuatro llamadas y cada vez me dicen una cosa yo solo quiero mis <<treinta y cinco euros>> de la cuota de la piscina
Agente: ¿Me confirma su DNI?\nCliente: {{66612900R}}.\nAgente: ¿Y el código postal?\nCliente: <<33202>>.
mi nie es {{equis nueve tres cinco cero dos seis cero erre}} trabajo en el vivero desde <<marzo>> y no me sale el borrador
Agente: ¿Su teléfono sigue siendo el <<612 34 09 81>>?\nCliente: Sí, pero llame después de <<las siete>>, que estoy en el taller.
La factura va a la sociedad, CIF {{B07107865}}, no a mi nombre. Pedido <<2024/1187>>.
le ha llegado un código sí es el {{uno dos tres nueve siete cinco}} ahora ya puede devolverme los <<ochenta y tres euros>>
Cliente: El código no me ha llegado, y eso que esperé diez minutos.\nAgente: Se lo mando a <<quesos.lanava@correo.example>>.
Me cobraron en la tarjeta que termina en <<8196>> una suscripción de caza que anulé el <<30 de junio>>.
Desde México, señorita, mi CLABE es {{072962919915099567}} y el banco, da igual. Me deben <<2,350 pesos>> de los boletos.
Agente: La clave de acceso es lo que necesito para desbloquear.\nCliente: {{Olivar_1953}}.\nAgente: Cámbiela hoy mismo. Incidencia <<INC-40028>>.
son las <<nueve menos cuarto>> y el técnico de la caldera tenía que venir a las ocho pagué <<cuarenta y cinco>> por el desplazamiento
Agente: Se lo leo: {{2576 9014 4352 9556}}, ¿correcto?\nCliente: Correcto. Dos plazos, el primero de <<150 euros>>.
Customer: El pago en cripto, ¿salió? La dirección era <<0xfffb7fda459220601bad37923cafb6994fde96c0>>.\nAgent: Salió el <<martes>>, unos <<0,3 ETH>>.
El envío <<ES0049 7731 2280>> lleva parado desde el <<día 11>>. Son dos cajas de azulejos y solo llegó una.
Lo tiene en {{nomina_agosto_2024_prieto.pdf}}, se lo mandé el <<viernes>>. Ahí se ve lo que cobro.
bueno primero dígame con quién hablo yo soy <<fermín>> de la ferretería y me falta uno de los tres abonos
Agente: Tiene una deuda de <<312,40 €>> con el gimnasio de escalada.\nCliente: ¿Y en cuántas veces la puedo pagar, en tres o en cuatro?
## german
Agentin: Imkereibedarf Wendlinger, Frau <<Sütterlin>>.\nKunde: Guten Tag, ich zahle die Mittelwände mit Karte: {{4929 8104 7576 8828}}, gültig bis {{10/27}}.
ja hallo also die karte ist {{fünfundvierzig neununddreißig dreizehn neunzehn achtzehn fünfundfünfzig achtzehn achtzehn}} und die rechnung war <<dreiundsechzig euro zwanzig>>
Einen Moment, ich hole die Brille. So: Rechnung <<R-24-0778>>, zwei Positionen, und eine davon habe ich nie bestellt.
moment ich les vor {{fünf zwei drei vier null drei drei eins zwei sechs acht acht eins acht fünf eins}} die läuft auf meinen sohn <<ansgar>>
Agent: Und die Prüfziffer hinten?\nKundin: {{263}}.\nAgent: Danke, dann buche ich <<89,00 €>> für die Orgelstimmung ab.
Kunde: Das Paket mit den Hufeisen liegt seit <<Donnerstag>> in Hagen. Sendungsnummer <<00340 4341 2277 1908 65>>.\nAgent: Ich sehe es, zwei Kilo.
Überweisen Sie bitte auf {{DE07 3704 0044 6748 0232 81}}, Kontoinhaberin ist <<Roswitha Ebbinghaus>>. Es geht um <<217,50 Euro>>.
meine iban ist {{d e fünfundvierzig fünf null null eins null fünf eins sieben null zwei null vier zwei drei zwei null eins zwei}} da kommt auch die rente drauf
ich hab jetzt drei mal angerufen und jedes mal heißt es in ein zwei tagen ist das geld da es sind immer noch <<vierundvierzig euro>> offen
Agent: Für die Bescheinigung brauche ich Ihre Steuer-ID.\nKunde: {{59 423 187 166}}.\nAgent: Und geboren am?\nKunde: <<4. Juli 1959>>.
Unsere Umsatzsteuer-ID lautet {{DE193258560}}, bitte auf Rechnung <<10442>> nachtragen.
Kundin: Die Karte mit der Endung <<1039>> hab ich sperren lassen, nachdem zweimal <<29,90 €>> weg waren.\nAgent: Das war am <<2. und 3. September>>, ja.
Agent: Sie haben eine TAN bekommen?\nKunde: Ja, {{543413}}.\nAgent: Vielen Dank, die <<150 Euro>> sind unterwegs.
die tan kam nicht und um <<viertel nach elf>> war dann die ganze seite weg und ich hab nur eine einzige flasche most bestellt keine sechs
Mein österreichisches Konto ist {{AT77 1200 0390 2885 0596}}, Verwendungszweck <<Almauftrieb 2024>>.
Agent: Wie lautet Ihre Kundennummer?\nKunde: <<4 70 31 18>>. Ich wohne noch in <<36037 Fulda>>.
ihr habt mir die gebühr für den schrebergarten doppelt abgebucht einmal <<fünfundachtzig>> am ersten und einmal <<fünfundachtzig>> am fünften
Agent: Nennen Sie mir das Kennwort fürs Portal?\nKundin: {{Hagebutte?17}}.\nAgent: Und Ihre Mailadresse?\nKundin: <<bertl@saegewerk-moser.example>>.
pin ist {{acht drei vier vier}} aber der automat hat die karte nach dem zweiten versuch behalten und die <<zweihundert>> waren trotzdem weg
Kunde: {{3747 402243}}\nAgent: Ja?\nKunde: {{87927}}. Und vorne steht noch {{9045}}.\nAgent: Gut, das sind <<412 Franken>> für das Alphorn.
Ich hätte gern Ratenzahlung: drei Raten zu <<60 Euro>>, die erste am <<15. Januar>>, wenn das geht.
Agent: Ich wiederhole, {{CH23 0076 2230 4253 3753 2}}?\nKundin: Genau. Und eine Null zu viel hatten Sie beim Betrag, es sind <<130 Franken>>.
mein mann der <<hubert>> hat das unterschrieben ich nicht und aktenzeichen ist <<sechs c eins eins neun aus vierundzwanzig>>
Kundin: Seit Version <<4.2>> zeigt die App zwei Verträge an. Ich hab aber nur einen, die Nummer <<V-660184>>.\nAgent: Der andere ist ein alter.
Ich habe Ihnen {{Lohnabrechnung_09-2024_Ostermann.pdf}} geschickt, am <<Montag>>, wie besprochen.
## french
Agent : Écluse Plaisance, bonjour.\nCliente : Bonjour, c'est pour le mouillage. Ma carte, c'est {{4929 8811 4056 9636}}, expire {{06/28}}, et le montant <<96 euros>>.
alors la carte c'est {{quarante-neuf vingt-neuf vingt-cinq zéro huit zéro trois soixante-treize quarante-quatre soixante-quinze}} et c'est pour les <<deux stères de bois>>
Une minute, je cherche le papier. Facture <<2024-0619>>, <<le 8 novembre>>, et il y a deux lignes pour la même ruche.
oui c'est une mastercard {{cinquante-deux trente-quatre soixante-huit cinquante et un dix-sept soixante-dix-sept quatre-vingt-quinze dix-sept}} au nom de <<gwenaëlle le priol>>
Agent : Il me faut le cryptogramme, au dos.\nClient : {{930}}.\nAgent : Merci. <<54,30 €>> pour l'accordage, c'est passé.
Client : Le colis <<6A 1190 4471 8302>> devait arriver <<jeudi>>. Il manque un des trois cartons.\nAgent : Je vois, il est à Vierzon.
Le virement, vous le faites sur {{FR98 3000 4661 2002 1601 5955 241}}. C'est <<1 120 euros>>, pas onze cent douze.
j'ai reçu un code c'est le {{six quatre trois un deux quatre}} et après vous me remboursez les <<vingt-sept euros>> de cantine
ça fait trois fois que j'appelle et personne ne me rappelle mon numéro c'est le <<zéro six quarante et un quinze zéro huit vingt-deux>>
Agent : Votre numéro de TVA ?\nClient : {{FR37824317325}}.\nAgent : Et la commande ?\nClient : <<CMD-7718>>, deux fûts de cidre.
La carte qui se termine par <<6988>> a été débitée de <<14,99 €>> pour un club de pétanque que j'ai quitté en <<mai>>.
Agent : Quel est le mot de passe de l'espace client ?\nCliente : {{Mirabelle*54}}.\nAgent : Bien. Et l'adresse, c'est toujours <<tissages.baudry@courriel.example>> ?
je n'ai jamais reçu le code il est <<midi moins dix>> et la maison de retraite ferme son bureau à midi
Vous trouverez {{avis_imposition_2023_letellier.pdf}} dans mon dernier message, celui du <<19 septembre>>.
Client : Un seul passage de la moissonneuse, et vous m'en comptez deux, à <<380 €>> chacun.\nAgent : Je corrige, avoir <<AV-0054>>.
Agent : Je relis, {{BE09 5398 1311 4957}}, c'est bien ça ?\nCliente : Oui, au nom de <<Maison Vercruysse>>.
c'est le code de la carte {{un neuf cinq un}} mais l'automate l'a avalée et les <<soixante euros>> je ne les ai pas eus
Agent : Je peux vous proposer <<quatre mensualités de 45 €>>, ou bien deux.\nClient : Quatre, plutôt. Une par mois.
mon passeport c'est le {{dix-neuf f h quarante cinq cent soixante-douze}} et le remboursement de la traversée c'était <<deux cent douze euros>> dossier <<b r quatre-vingt-huit trente et un>>
Bonjour, ici <<Anatole>>, de la cordonnerie rue Basse, <<18000 Bourges>>. J'ai un prélèvement de neuf euros que je ne comprends pas.
`,
	AJ: String.raw`
## english
Agent: Thanks, and the long number on the front?\nCustomer: Sure, it's {{4539 4048 7751 9070}}.\nAgent: Perfect, I'll take <<£42.60>> for this month's broadband.
yeah hi I want to pay my electric bill the card is {{five four one two eight five four four eight five oh nine nine one five five}} and the bill is <<eighty seven dollars and twelve cents>>
AI: Please read me the card number in groups of four.\nCaller: {{4716}}\nAI: Go on.\nCaller: {{1024}}\nAI: Mm-hm.\nCaller: {{7689}} and then {{6957}}.\nAI: Got all sixteen.
Agent: Could you confirm the order number?\nCustomer: It's <<4400 1827 33>>, the kettle and the toaster.
Customer: My new card is {{fifty-two eighty-one, seventy-six oh five, forty-nine seventeen, oh four sixty}}, expires {{oh nine twenty-eight}}.
[00:41] Agent: What's the security code on the back?\n[00:44] Caller: {{771}}.\n[00:49] Agent: And the postcode please?\n[00:52] Caller: <<LS6 2QT>>.
I've been charged <<$19.99>> twice by the streaming thing, once on <<March 3rd>> and again on <<March 5th>>, and I'd like one of them back please.
Agent: I see the card ending in <<2951>>... is that still current?\nCustomer: No, it's been replaced, the new one's {{4024-0264-2951-3061}}.
Customer: Hang on, I'll get my purse. Right. {{double five, double five, six nine, double zero}} — you with me? — {{zero one eight four, eight five eight five}}.\nAgent: Thank you, that went through.
my amex is {{3714 432778 71110}} and the four digits on the front are {{6083}} can you run it for the <<one hundred and twelve fifty>>
Agent: You can put the phone down now, your ticket is <<INC-0092817>> and someone calls you on <<07700 900461>> by <<4 pm>>.
Caller: I'd rather pay by bank. Routing number is {{021024599}} and the account is {{88203417756}}.\nAI: Thanks. That's a checking account?\nCaller: Yes.
User: sort code {{20-45-61}}, account number {{73308214}}, name on it is Margaret Dunne.\nAI: And you'd like the direct debit on the <<15th>>?
Agent: For security, the last four of your social?\nCustomer: {{6120}}.\nAgent: And your date of birth?\nCustomer: <<June 9th 1974>>.
So the text just came in, it says {{482 916}}, is that what you need?
Agent: I've sent a six digit code to your mobile.\nCustomer: Okay... {{nine oh four, double one seven}}.\nAgent: Lovely, you're verified.
The meter reading is <<zero four eight one seven>> and the meter serial is <<E17UP04429>>, I took it this morning.
Customer: {{4929 3550 7172 9949}}, {{03/27}}, {{418}}.\nAgent: Slow down a sec, I've only just opened the payment page.
Agent: So that's {{five one zero five, three three six nine}}...\nCustomer: Yep.\nAgent: {{nine nine three seven, five four eight nine}}?\nCustomer: That's the one.
i moved house so my new address is <<14 Orchard Close>> and the policy is <<HX 7730 4412>> can you update it before it renews on the <<first of november>>
Customer: My password for the app is {{Biscuit!1988}} and it still says wrong password.\nAgent: Please don't share that with me, I'll send a reset link to <<jo.farrow@example.co.uk>>.
Agent: Which card shall we use for the premium of <<£318.40>>?\nCustomer: The Visa. {{4485}}, {{0012}}, {{2231}}, er, {{2708}}.
Caller: I only got half my refund, it should've been <<two hundred forty>> and I got <<one twenty>>.\nAI: I'm sorry about that. One moment while I look.
It's {{five three three three}}, {{seven one five three}}, {{two eight seven oh}}, um, {{double nine oh two}}, and it runs out {{December twenty-nine}}.
Agent: Your verbal passcode on the account, please?\nCustomer: {{purple teapot}}.\nAgent: Great. You owe <<$64.18>> due on <<the 22nd>>.
AI: I'll need your Social Security number to set up the new line.\nCaller: {{518-42-7093}}.\nAI: Thanks, and a callback number?\nCaller: <<(503) 555-0148>>.
customer number is <<three one double seven oh two eight>> and I just want to know why there are two invoices this month instead of one
Customer: The card? {{4111 9119 9424 9049}}. Oh and could you email the receipt, <<INV-2024-1187.pdf>> never arrived.
Agent: Can I take the first eight digits?\nCustomer: {{52045916}}.\nAgent: And the last eight?\nCustomer: {{49948982}}.
I typed the PIN {{7351}} into the box and it locked me out, it's my gas prepay card, I've got like <<three pounds>> left on the meter.
User: {{forty-four sixty-two, seventy-one seventy-two, sixty-five twenty-four, thirty-one thirty-one}}\nAI: Thank you. Expiration date?\nUser: {{eleven, twenty twenty-seven}}.
Agent: The parcel's tracking is <<1Z 884 0X2 03 4471 9920>> and it left the depot at <<6:12 a.m.>>
Customer: No no, it's {{2223 4441 4273 5551}}, the one I gave before was my husband's.\nAgent: Ok, his ends in <<4974>>, I've removed it.
hello I'm calling because the bank rejected it my iban is {{GB06 BARC 1566 1179 3759 44}} and my client number with you is <<60018842>>
Agent: National Insurance number?\nCaller: {{JN 48 21 63 C}}... sorry no, {{JM 48 21 63 C}}.\nAgent: Fine, got the second one.
Customer: I cancelled in <<January>>, I've got the reference, it's <<CXL88213094>>.\nAgent: I can see that, and you'll get <<£11.99>> back in <<three to five working days>>.
AI: Enter or say your card number.\nCaller: {{4751 8183 4580 0872}}\nAI: I heard {{4751 8183 4580 0872}}. Is that right?\nCaller: Yes.
ok so it's a mastercard, starts {{five four six seven}}, then {{two two one seven}}, then, let me get my glasses, {{triple three nine}}, no wait, {{double three nine three}}, and {{nine double seven eight}}
Agent: And the three digits on the signature strip?\nCustomer: {{Oh three nine}}.
Agent: What's the exact amount on the letter?\nCustomer: <<Four thousand one hundred and eleven pounds>>, which is ridiculous for a two bed flat.
Caller: {{4917 8648 0090 4974}} and the zip is <<97214>>.\nAI: Thank you. Your copay of <<$35>> has been paid.
my login for the energy portal is <<dave.hopkins81@example.com>> and the password is {{Sunnyside#42}} I think with a capital s
Agent: I can do <<six payments of £27.50>>.\nCustomer: Go on then. {{5200 3837 4779 6693}}. Valid to {{06/29}}.
Customer: I uploaded my bank statement, {{statement_april_barclays.pdf}}, like your colleague asked, and the claim is <<CL-55-20931>>.
Agent: Our account number for you is <<A-4471-0093>>, that's on the top right of the bill.\nCustomer: Found it. And it's due <<30 June>>?
So I read her the whole thing, {{four one four seven, one one one nine, nine oh nine nine, one three one eight}}, and she said it was declined.
[12:03:10] Caller: It's Discover. {{6011 6363 9270 7415}}.\n[12:03:21] Agent: Expiry?\n[12:03:23] Caller: {{February 2028}}.\n[12:03:26] Agent: Your confirmation is <<DSC40127>>.
Customer: {{Fifty-one seventy-eight}}.\nAgent: Yes.\nCustomer: {{Twenty-one thirty}}.\nAgent: Yes.\nCustomer: {{Twenty-six forty-six}}.\nAgent: And the last?\nCustomer: {{Fifty-seven twenty-eight}}.
I need the router firmware, the light's been red since you pushed <<version 3.14.2>> on <<Tuesday the 8th>>.
Agent: How would you like the deposit back?\nCustomer: Straight in the bank. BSB {{062-417}}, account {{10482296}}.\nAgent: That's <<$250>> within <<5 business days>>.
Customer: The ATO letter? My tax file number's {{457 764 439}} if that's what you're after.
Caller: The SIN is {{557-588-670}}, and I was born <<21 August 1990>>.\nAI: Thank you, your plan is <<$55 a month>>.
you charged me for two phones I have one phone, the number is <<0161 496 0733>>, I've been with you <<eleven years>>
Agent: Just your driving licence number for the insurance quote.\nCustomer: {{HOPKI 806214 DL9KT}}.\nAgent: And no claims?\nCustomer: <<Nine years>>.
AI: Say your four-digit phone PIN.\nUser: {{two eight double four}}\nAI: Thanks. You have <<4 gigabytes>> left until <<the 19th>>.
Customer: {{4539 1562 2202 5837}}. The name's Okafor, O-K-A-F-O-R.\nAgent: And CVV?\nCustomer: {{902}}.
It's {{5412896079020071}} I think, yes, and the booking was <<#77120458>>.
Agent: Is the card we've got on file, ending <<0182>>, alright for the <<£9.99>>?\nCustomer: Yes, use that.
right so the number is {{four seven one six}} {{five eight one six}} sorry the baby {{four eight two oh}} {{oh one eight two}} did you get that
Agent: Sorry, the line broke up. After {{5281 9780}}?\nCustomer: {{3608 7795}}.\nAgent: Ta. Payment of <<£73>> taken at <<10:42>>.
Customer: I got an email with a code to log in, {{G7K-29Q}}, but the page just spins.
Caller: My account with you is <<ninety one, twenty two, oh seven>> and I want to move my payment day from the <<5th>> to the <<28th>>.
Agent: Thank you Mrs Patel, which bank do we send the rebate to?\nCustomer: It's sort code {{four oh, two seven, one five}} and account number {{six one double nine oh four three eight}}.
The dentist's office said I owe <<$140.00>> for the visit on <<9/14>>, claim number <<7730019284>>, but my insurance already paid it.
Customer: My card is, um, {{4024 9760}}, then {{2995}}, no sorry that's right, {{2995}}, and {{4083}}.\nAgent: No problem at all.
AI: To verify, what are the last four of your Social?\nCaller: {{Four four oh nine}}.\nAI: And the last four of the card on file?\nCaller: <<4083>>.
User: can u cancel my sub, here's my card {{5555 2921 0597 3151}} so you can find me\nAI: I found it: plan <<Premium Duo>>, renewing <<2 May 2025>> for <<$14.99>>.
Agent: I'm going to text you a link. Open <<https://pay.northgrid.example/i/88127>> and it'll show the invoice.\nCustomer: Okay, opening it now.
Customer: Amex, {{three seven eight two, eight one seven five oh five, nine five nine oh two}}.\nAgent: And the four digit code?\nCustomer: {{One one nine four}}.
my pay slip is at {{https://drive.example.com/f/payslip-september.pdf}} you wanted it for the social tariff thing
Agent: You'll need the one time passcode that's just arrived.\nCustomer: It says {{55 71 08}}, don't share with anyone, ha.\nAgent: That's fine, you can type it in yourself.
Customer: {{4929 2706 8734 4936}}, {{01/30}}.\nAgent: It's declined.\nCustomer: Try {{5105 3371 1665 9623}} instead, {{08/26}}.
We're a sole trader, the EIN is {{47-2918305}}, and the last invoice was <<INV 30412>> for <<$1,280>>.
caller says the boiler cover was <<fourteen pounds fifty>> a month and now it's <<twenty one>> and nobody sent a letter
Agent: Sir, your order <<5521-8840-1933>> was delivered on <<Friday>>.\nCustomer: Not to me it wasn't.
Customer: The number is {{four four eight five six one four five oh two nine two nine nine one six}}.\nAgent: Expiry month and year?\nCustomer: {{Four, twenty-seven}}.
Agent: Account name and routing please.\nCaller: Dana Whitlock, routing {{one one one oh seven eight five eight one}}, account number {{four oh oh seven two two nine one six three}}.
I'm on hold with the bank too. They said card {{5333 0584 1520 7302}} is fine and it's your machine that's broken.
AI: What is the total shown on your bill?\nUser: <<one hundred sixty three dollars and nine cents>>\nAI: And the due date?\nUser: <<the seventeenth>>
Customer: The wifi password on the sticker is {{tq84-mulberry-19}}, and the box says serial <<SN 40028817>>.
Agent: So {{4111}}, {{8857}}, {{2037}}... and then?\nCustomer: {{7128}}. Expiring {{May of twenty-eight}}.
Hiya, I'm ringing about the <<£5 voucher>>, I spent <<£62>> on <<Saturday>> and it never got added to my points, loyalty number's <<6338 1120 47>>.
Agent: Passport number for the travel policy?\nCustomer: {{533180427}}, it's a UK one.\nAgent: And travelling from <<12 July>>?
Caller: {{5204 1838 5946 1375}}\nAI: Sorry, I didn't catch the end.\nCaller: {{1375}}, {{one three seven five}}, I mean it's {{5946 1375}}.
my mum's card she said to use it {{4462 0776 6513 2750}} the three numbers are {{two six oh}} she's next to me if you need to ask
Agent: I've put your complaint through, the reference is <<C as in Charlie, 20931>>.\nCustomer: And how long, <<eight weeks>>?
Customer: They told me to give my UTR, {{79331 97709}}, for the landlord account.\nAgent: We don't need that, just the meter point, <<MPAN 20 0012 7734 118>>.
AI: Welcome back. Please say your password.\nCaller: {{my dog barney}}.\nAI: Voice password accepted. Your balance is <<$0.00>>.
Agent: Card number when you're ready.\nCustomer: {{2223 9315}}... hang on, it's worn off... {{2278 5297}}.\nAgent: And that's <<£18.25>> for the SIM-only deal.
Caller: I've been paying <<$12>> for roadside cover since <<2019>> and never used it, so cancel policy <<RA-660-1742>>.
User: I store my account key in notes, it's {{sk_live_9aQ2mTz71LxRvB40}}, is that what your shop plugin wants?\nAI: You should rotate that one.
Customer: {{Four seven five one, five oh six eight, five six seven one, one four three six}}. And I want it in <<two instalments>>.
Agent: You have three options. Press <<1>> for billing, <<2>> for faults, or stay on the line.\nCustomer: Billing, obviously.
The refund went to a card I don't have anymore, {{5467 6233 7216 9403}}, can you push the <<$48.75>> to my checking instead?
Agent: I can take payment over the phone.\nCustomer: Great, {{4917 5142 0015 3694}}.\nAgent: Expiry?\nCustomer: {{10/26}}.\nAgent: CVC?\nCustomer: {{335}}.\nAgent: Auth code is <<A07714>>.
Customer: I got paid my cashback in bitcoin to <<bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4>> and it shows nothing.\nAgent: It was sent on <<1 April>>.
caller: someone rang and I read them my recovery words {{scheme spot photo card baby mountain device kick cradle pact join borrow}} was that you lot
I've been overcharged on my water, there's only <<two of us>> and you've billed <<41 cubic metres>> since <<October>>.
Agent: Membership number?\nCustomer: <<GYM 20114>>.\nAgent: And the memorable word?\nCustomer: {{Tintagel}}.
Customer: Could you spell your name, love?\nAgent: It's Siobhan, and my extension is <<4417>>.\nCustomer: And this call's reference?\nAgent: <<call 90b7-12f4>>.
hi it's about the tv licence, my card is {{5200 9122 1662 4364}} and I want the quarterly one, the <<forty three sixty three>> one
Agent: We show an account ending <<7756>> at your bank.\nCaller: That one's closed. New account's {{340077128}}, routing {{031152477}}.
Customer: I sent you my W-2 already, it was {{w2_2023_hopkins.pdf}}.\nAgent: I only see the invoice <<invoice_88120.pdf>> here.
Agent: Lost your phone? OK. What's the port-out PIN?\nCustomer: {{90 41 77}}.\nAgent: And the new SIM's ICCID?\nCustomer: <<8944 1100 2039 4475 118>>.
It was <<twenty-four ninety-nine>>, then <<twenty-nine ninety-nine>>, now it's <<thirty-four ninety-nine>>. Where does it stop?
Customer: Take it off {{4147 4440 1003 2411}}.\nAgent: All <<£206>>?\nCustomer: No, <<a hundred>> now and the rest on <<payday, the 25th>>.
Agent: Please don't tell me the full card number, just the last four.\nCustomer: Ok, <<2999>>.\nAgent: Matched, thank you.
Caller: Does the <<thirty-day>> trial start today or on <<April 14>>?\nAI: Today. After that it's <<$7.99>> a month, plan code <<SW-0417>>.
your engineer was meant to be here between <<eight and one>>, job <<4480 2916 07>>, it's now <<ten past three>> and I've lost a day's pay
Agent: The store code on the receipt?\nCustomer: <<0 3 8 1>>, till <<12>>, and I paid <<£86.97>> in cash on <<22/11/2024>>.
## hinglish
Agent: Sir card number bataiye.\nCustomer: Haan likhiye, {{5412 2755 5085 2999}}, aur expiry {{08/27}} hai.
mera bijli ka bill <<do hazaar teen sau>> aaya hai pichle mahine to sirf <<nau sau>> tha, consumer number <<400128837>> hai
Customer: Card hai {{chaar paanch teen nau}}, {{ek aath che chaar}}, {{aath zero do ek}}, {{teen zero saat do}}.\nAgent: Ji, ho gaya.
Agent: OTP aaya hoga aapke phone par.\nCustomer: Haan ji, {{saat do nau chaar chaar ek}}.\nAgent: Thank you, recharge <<299 rupaye>> ka ho gaya.
Caller: UPI se bhej do, meri ID hai {{rekha.sharma82@okhdfcbank}}.\nAI: Theek hai, <<₹450>> refund <<do din>> mein aa jayega.
bhaiya mera order <<OD 4417 2290 118>> abhi tak nahi aaya, aapne bola tha <<Monday>> ko aayega
Agent: PAN number confirm kar dijiye.\nCustomer: {{BKRPS4127H}}.\nAgent: Aur date of birth?\nCustomer: <<14 August 1985>>.
Customer: Aadhaar number note karo, {{9582 2825 3252}}.\nAgent: Ji, new SIM ke liye verification shuru kar diya.
mera card {{4716 2233 7999 3368}} hai lekin payment fail dikha raha hai aur paisa <<1,249>> kat gaya
Agent: CVV bolna padega ma'am.\nCustomer: Peeche wala na? {{Che zero teen}}.\nAgent: Ji wahi.
Agent: Aapka card jo <<3368>> par end hota hai, usi se kaatein?\nCustomer: Haan usi se kaat lo, <<teen sau ninyanve>>.
Customer: Account number {{30418827716}} aur IFSC {{SBIN0004127}}, State Bank ka hai.\nAgent: Claim ke <<pandrah hazaar>> isi mein aayenge.
User: {{double paanch, double paanch, do do do aath}}... phir {{che zero nau aath}}... aur {{chaar teen zero nau}}\nAI: Ek second, dobara boliye?\nUser: Haan last wala {{chaar teen zero nau}}.
Caller: Main <<teen baar>> call kar chuka hoon, ticket <<SR-771204>> khula hua hai, koi sunta hi nahi.
Haan toh Visa card hai, {{4024 0303 5354 6485}}, naam Anil Kumar Verma, aur mobile <<98100 55231>>.
Agent: Gas booking ke liye consumer number?\nCustomer: <<7 5 0 0 1 2 8 8>>.\nAgent: Cylinder <<parso>> tak aa jayega.
Customer: Net banking ka password {{Mohan@1976}} daala, phir bhi login nahi hota.\nAgent: Sir password kisi ko mat bataiye.
AI: Apna card number boliye.\nCaller: {{paanch do aath ek}}\nAI: Ji.\nCaller: {{saat che ek zero}}\nAI: Ji.\nCaller: {{chaar che saat che}}\nAI: Aage?\nCaller: {{che saat teen paanch}}
dukaan ka GST number {{27AKQPM4832L1ZJ}} invoice par galat chhapa hai, invoice <<BL/2024/0882>> ko theek kar do
Agent: Insurance renewal <<8,760 rupaye>> hai, <<31 March>> last date.\nCustomer: Kal kar dunga, abhi office mein hoon.
Customer: RuPay hai, {{6521 8253 5845 4830}}, expiry {{zero do, unatees}}.\nAgent: Done ji.
Mera ATM PIN {{4 0 9 2}} hai, wahi daalna hai kya IVR mein?
Agent: Maine suna {{4929 7460 1216 5724}}, sahi hai?\nCustomer: Bilkul sahi. Total <<2,118>> hi katega na?
Customer: Aadhaar {{nau do nau teen}} {{chaar ek do ek}} {{saat do che aath}}, likh liya?\nAgent: Ji likh liya.
net plan <<799>> wala tha, <<50 mbps>>, ab bol rahe ho <<999>>, mera customer id <<BB2048817>> check karo
User: GPay ID {{suresh.k-4@okaxis}} par daal do, number <<99300 41827>> wala nahi chalta ab.
Agent: Kaun sa card?\nCustomer: Mastercard, {{5105 5344 9765 0052}}.\nAgent: Expiry date?\nCustomer: {{November 2026}}.
Customer: Bank statement bhej diya hai, file {{HDFC_statement_Mar2024.pdf}}, loan wali EMI <<6,400>> dekh lo.
Agent: Ma'am ek minute hold kijiye, <<do invoice>> dikh rahe hain.\nCustomer: Haan <<ek June ka, ek July ka>>.
suno mera naya card hai {{chaar chaar aath paanch chaar aath paanch chaar chaar aath chaar chaar chaar nau do che}} purana <<9916>> wala hata do
## devanagari
एजेंट: कार्ड नंबर बताइए।\nग्राहक: {{5333 6726 2969 0341}}, और एक्सपायरी {{07/28}} है।
मेरा बिजली का बिल <<तीन हज़ार दो सौ>> रुपये आया है, इतना तो कभी नहीं आता।
ग्राहक: लिखिए, {{चार एक एक एक}}, {{पाँच एक सात आठ}}, {{सात छह एक आठ}}, {{चार नौ आठ आठ}}।\nएजेंट: जी, लिख लिया।
एजेंट: आपके फ़ोन पर ओटीपी आया होगा।\nग्राहक: हाँ, {{आठ तीन शून्य दो दो पाँच}}।
ग्राहक: मेरा ऑर्डर <<७७१२०४५>> <<सोमवार>> को आना था, आज <<शुक्रवार>> हो गया।\nएजेंट: क्षमा करें, अभी देखती हूँ।
आधार नंबर {{3676 7056 8314}} है और जन्मतिथि <<2 मई 1979>> है
एजेंट: किस खाते में रिफंड भेजें?\nग्राहक: खाता {{50100284471963}}, आईएफएससी {{HDFC0001823}}।\nएजेंट: <<₹640>> तीन दिन में आएँगे।
ग्राहक: कार्ड है {{५२०४ ५६८२ ७७१६ ४२१५}}।\nएजेंट: पीछे के तीन अंक?\nग्राहक: {{५०९}}।
एजेंट: आपका कार्ड जिसके आख़िरी चार अंक <<4215>> हैं, वही रखें?\nग्राहक: हाँ, वही।
ग्राहक: पैन {{AHTPV6630K}} है।\nएजेंट: धन्यवाद, पॉलिसी नंबर <<LI 8820 417>> अपडेट हो गया।
मेरा ग्राहक क्रमांक <<चार शून्य एक दो नौ>> है, मीटर की रीडिंग <<आठ हज़ार इकतालीस>> है
कॉलर: यूपीआई आईडी {{geeta.m71@ybl}} पर भेज दीजिए।\nएआई: ठीक है, <<पाँच सौ>> रुपये भेजे जा रहे हैं।
ग्राहक: {{4462 1202}}... रुकिए चश्मा लगा लूँ... {{6779 1662}}।\nएजेंट: जी, <<₹399>> का रिचार्ज हो गया।
एजेंट: शिकायत संख्या <<SR 20881>> नोट कर लीजिए, <<24 घंटे>> में फ़ोन आएगा।\nग्राहक: ठीक है।
मैंने ऐप में पासवर्ड {{Ganga@2011}} डाला था पर खुलता ही नहीं
ग्राहक: {{दो दो दो तीन}}, {{नौ एक दो दो}}, {{दो तीन सात चार}}, {{एक तीन आठ तीन}}।\nएजेंट: कितने का भुगतान करना है?\nग्राहक: <<ग्यारह सौ बीस>> का।
एआई: अपना चार अंकों का पिन बोलिए।\nकॉलर: {{छह एक एक नौ}}
केबल वाले ने <<दो महीने>> का पैसा एक साथ ले लिया, <<सात सौ अस्सी>>, मेरा नंबर <<98270 41155>> है
ग्राहक: नया कार्ड {{4751 4356 2476 8041}} जोड़ दीजिए, पुराना बंद हो गया।\nएजेंट: जोड़ दिया, अगली किस्त <<5 तारीख>> को।
एजेंट: बीमा का प्रीमियम <<₹12,450>> है और अंतिम तारीख <<30 सितंबर>>।\nग्राहक: इसमें जीएसटी शामिल है क्या?
## spanish
Agente: ¿Me da el número de la tarjeta?\nCliente: Sí, {{5467 0891 8297 4350}}, caduca en {{03/28}}.
hola mira que me han cobrado <<treinta y nine con noventa>> dos veces el mes de <<marzo>> y quiero que me devuelvan una
Cliente: Apunte, {{cuatro nueve uno siete}}, {{cero ocho siete nueve}}, {{siete uno tres siete}}, {{siete dos dos dos}}.\nAgente: Perfecto, gracias.
Agente: ¿Su DNI, por favor?\nCliente: {{21851172E}}.\nAgente: ¿Y el número de contrato?\nCliente: <<8840017723>>.
Cliente: Quiero domiciliar la luz en otra cuenta, {{ES31 2100 6995 8215 2642 7221}}.\nAgente: ¿A partir del <<1 de octubre>>?
IA: Le enviamos un código por SMS.\nUsuario: {{cuatro cero nueve, uno ocho dos}}.\nIA: Verificado. Su saldo es de <<$312.50>>.
Es que mi tarjeta {{5200 3665 6853 4897}} sale rechazada y el pedido <<#PX-20931>> sigue pendiente.
Agente: ¿El código de seguridad de atrás?\nCliente: {{Siete cero cuatro}}.
Agente: Su factura <<F-2024-00817>> vence el <<quince de mayo>> y son <<64,20 euros>>.\nCliente: Vale, la pago mañana.
Cliente: Le paso mi CLABE, {{012017734557958868}}, para que me depositen los <<mil doscientos pesos>>.\nAgente: Con gusto.
mi tarjeta es {{cuarenta y uno cuarenta y siete, setenta y cinco treinta y cinco, diecinueve dieciséis, catorce cuarenta y dos}} y vence en {{agosto del veintisiete}}
Agente: ¿Seguimos con la tarjeta terminada en <<1442>>?\nCliente: No, ponga esta, {{5178 8475 2485 4022}}.
Llamo por el internet, desde el <<lunes>> no hay señal y ya pagué los <<$450>>, mi línea es <<55 4182 0937>>.
Cliente: Mi NIE es {{X3044354M}} y el correo <<amira.b@ejemplo.es>>.\nAgente: Gracias, ya le veo en el sistema.
IA: Diga su número de tarjeta.\nUsuario: {{4539 2532}}\nIA: Continúe.\nUsuario: {{6947 1675}}\nIA: ¿Importe?\nUsuario: <<Veintidós con cincuenta>>.
Agente: ¿Cuál es la lectura del contador?\nCliente: <<Cero tres cuatro siete uno>>, es el de gas.
la contraseña que puse es {{Canela2015*}} y me dice que no existe el usuario <<pepe_ruiz44>>
Cliente: American Express, {{3499 516477 48403}}.\nAgente: ¿Los cuatro dígitos de delante?\nCliente: {{8120}}.
Agente: Para el reembolso necesito la cuenta completa.\nCliente: {{ES87 2100 0752}}, espere, {{7737 1589 5621}}.\nAgente: Listo.
Cliente: Me subieron el seguro de <<280>> a <<345 euros>> sin avisar, póliza <<AU 7719 02>>.\nAgente: Déjeme un momento.
Soy brasileño, mi CPF es {{558.571.538-08}}, no tengo otro documento, ¿sirve para la suscripción?
Agente: Repito, {{5412 6788 1341 9623}}.\nCliente: Eso, y caduca {{doce del veintiséis}}.\nAgente: Cobrados <<18,90 €>>.
Cliente: Le mandé mi nómina, el archivo {{nomina_febrero_2024.pdf}}, para el bono social.\nAgente: Recibida con el número <<BS-44120>>.
¿Mi PIN de la tarjeta SIM? Creo que era {{5093}}, pero ya fallé <<dos veces>>.
oiga le doy la tarjeta de mi esposo {{cuatro siete uno seis cero cero cuatro uno cero ocho ocho nueve tres tres siete cero}} son <<ochocientos pesos>> verdad
## german
Agent: Ihre Kartennummer bitte.\nKundin: {{5281 5334 3542 6779}}, gültig bis {{05/27}}.
ich hab hier eine Rechnung über <<siebenundachtzig Euro vierzig>> und die hab ich schon am <<dritten Februar>> bezahlt
Kunde: Also {{vier null zwo vier}}, {{neun vier drei zwo}}, {{neun sechs drei vier}}, {{zwo acht null sechs}}.\nAgent: Danke, notiert.
Agent: Von welchem Konto sollen wir abbuchen?\nKunde: {{DE17 5001 0517 2363 9532 30}}.\nAgent: Der Abschlag beträgt <<92 Euro>>.
KI: Bitte nennen Sie Ihre Kundennummer.\nAnruferin: <<Drei drei null, sieben eins zwei>>.\nKI: Und Ihre Postleitzahl?\nAnruferin: <<50823>>.
Kunde: Die Karte ist {{fünfundfünfzig fünfundfünfzig, null fünf vierundvierzig, neunundvierzig zweiundsechzig, siebenundfünfzig fünfunddreißig}}.\nAgent: Moment, ich tippe.
Agent: Die drei Ziffern auf der Rückseite?\nKundin: {{Sechs eins acht}}.
Mein Zählerstand ist <<14 832>>, Zählernummer <<1 EMH 0044 8127>>, abgelesen am <<31.12.>>
Kunde: Die SMS-TAN lautet {{730 284}}.\nAgent: Danke, Ihr Tarif läuft ab <<1. Juli>>.
Agent: Ihre Steuer-ID für die Auszahlung?\nKunde: {{68 739 925 041}}.\nAgent: Das Guthaben beträgt <<136,55 Euro>>.
meine Kreditkarte {{4929 8304 9876 0883}} wurde zweimal belastet, einmal <<9,99>> und einmal <<19,98>>
Agent: Ist die Karte mit der Endung <<0883>> noch aktuell?\nKundin: Ja, die können Sie nehmen.
Kundin: Mein Kundenkennwort ist {{Apfelkuchen}}.\nAgent: Stimmt. Was kann ich für Sie tun?\nKundin: Die Vertragsnummer <<V-882014>> kündigen.
KI: Bitte sagen Sie die Kartennummer.\nAnrufer: {{5105}}\nKI: Ja.\nAnrufer: {{4317}}\nKI: Ja.\nAnrufer: {{6074}}, {{0571}}\nKI: Und gültig bis?\nAnrufer: {{Neun, achtundzwanzig}}.
Das Paket mit der Sendungsnummer <<00340 4341 2207 7184>> liegt seit <<Donnerstag>> in der Filiale, sagt ihr System.
Kunde: IBAN ist {{DE dreiundzwanzig, drei sieben null vier, null null vier vier, null drei neun vier, zwo neun acht sechs, drei zwo}}.\nAgent: Vielen Dank.
Agent: Wie hoch war die letzte Jahresprämie?\nKunde: <<Vierhundertzwölf Euro>>, jetzt wollen Sie <<vierhundertneunzig>>.
äh die Nummer ist {{vier vier acht fünf}} {{fünf null fünf null}} {{drei drei vier fünf}} {{sieben sechs sieben sechs}} und dann noch was brauchen Sie
Kundin: Ich habe den Kontoauszug hochgeladen, {{Kontoauszug_2024_03.pdf}}, und die Rechnung <<RE-10482.pdf>>.
Agent: Also {{5333 7930 8563 9190}}, korrekt?\nKunde: Korrekt. Und bitte nur <<die 25 Euro>>.
Mein Passwort fürs Kundenportal war {{Hund&Katze77}}, das geht seit dem Update auf <<Version 5.2>> nicht mehr.
Agent: Rückrufnummer?\nKundin: <<0151 2340 9917>>, am besten nach <<achtzehn Uhr>>.
Kunde: Personalausweisnummer ist {{L7K2P04XN}}, geboren am <<8. März 1966>>.\nAgent: Danke, SIM-Karte ist freigeschaltet.
User: visa {{4111 6383 8802 3751}}, prüfziffer {{244}}\nKI: Danke. Es werden <<12,99 €>> für das Abo abgebucht.
ich wollte nur fragen warum auf der Gasrechnung <<zwei Positionen>> stehen, ich hab doch nur einen Zähler
## french
Conseiller : Le numéro de votre carte ?\nClient : {{5204 5323 6683 4302}}, expire {{11/27}}.
bonjour j'ai été débité de <<trente-quatre euros quatre-vingt-dix>> le <<cinq mai>> alors que j'avais résilié en <<avril>>
Cliente : Alors, {{quarante-quatre soixante-deux}}, {{quarante-deux soixante-seize}}, {{soixante-treize cinquante-huit}}, {{zéro zéro treize}}.\nConseiller : C'est noté.
Conseiller : Le cryptogramme au dos ?\nCliente : {{Cinq zéro sept}}.\nConseiller : Merci, paiement de <<58 euros>> accepté.
Client : Je change de banque, le nouvel IBAN c'est {{FR76 3000 3067 0773 4703 9978 848}}.\nConseiller : Prélèvement le <<10>> de chaque mois ?
IA : Dites le code reçu par SMS.\nAppelant : {{six deux zéro, quatre quatre neuf}}.\nIA : Merci.
Mon numéro de client, c'est <<7 002 418>>, et la facture <<FA-2024-3317>> n'est pas la bonne.
Conseiller : Toujours la carte qui se termine par <<3298>> ?\nCliente : Non, prenez plutôt {{2223 3756 7452 3298}}... ah si, c'est la même.
Client : Mon numéro de sécu ? {{1 85 06 75 546 019 58}}.\nConseiller : Et le numéro de contrat mutuelle ?\nClient : <<M4400821>>.
ma carte {{4751 8501 6100 6052}} ne passe pas sur votre site et la commande <<n° 90 218 447>> est bloquée
Conseiller : Votre relevé de compteur ?\nCliente : <<Vingt-deux mille quatre cent six>>, heures creuses.
Client : {{Cinquante-quatre soixante-sept}}.\nConseiller : Oui.\nClient : {{Trente-six vingt-cinq}}.\nConseiller : Oui.\nClient : {{Trente-quatre trente-trois}}, {{quatre-vingt-treize soixante-dix-huit}}.
Le mot de passe de la box c'est {{Marguerite-1962}}, et votre technicien vient <<jeudi entre 8 h et 10 h>>.
Appelant : Remboursez-moi sur le compte {{FR76 2004 1961 3592 0954 6482 939}}.\nIA : Un virement de <<17,40 €>> part <<demain>>.
Conseiller : Je vous rappelle au <<06 39 98 14 52>> ?\nClient : Oui, après <<quinze heures>>.
Cliente : C'est une Visa, {{4917 5964 7354 0095}}, valable jusqu'en {{juin 2029}}.\nConseiller : Merci madame Lefèvre.
J'ai envoyé ma fiche de paie, {{bulletin_paie_janvier.pdf}}, pour le dossier <<D-55028>>.
Conseiller : Vous avez <<deux factures>> impayées, <<41,20>> et <<39,90 euros>>.\nClient : Je règle les deux tout de suite.
euh oui la carte c'est {{cinq deux zéro zéro deux quatre huit six trois huit trois neuf cinq cinq six huit}} et le code postal <<69003>>
Client : L'assurance auto a pris <<douze pour cent>> cette année, contrat <<AX 20 771>>.\nConseiller : Un instant, je regarde.
`,
	AK: String.raw`
## english
Agent: Thanks for calling Harbor Bank, what can I do for you?\nCustomer: Pay my bill, card is {{4539 0269 6336 6775}}, exp {{08/27}}, code {{314}}.\nAgent: Charged <<$186.40>>, reference <<HB-20931177>>.
yeah hi it's {{four five three nine eight three nine eight three eight nine one two nine seven three}} and it expires {{oh nine twenty eight}}
AI: Could you read me the long number on the front?\nCaller: Sure, {{four two four two}}, hang on, glasses... {{one eight seven seven}}, then {{oh five six three}}, and {{nine oh one six}}.\nAI: And the amount is <<forty-two dollars>>, correct?
Agent: Which card should the refund go to?\nCustomer: The Visa ending in <<4242>>, the one I used on <<March 3rd>>.\nAgent: Okay, <<$59.99>> will be back in <<5 to 7 business days>>.
Caller: It's {{double four seven seven eight eight one one}}, no sorry, start over. {{Four triple two double four double seven double eight double one three nine oh seven}}.
I was charged <<two hundred and sixteen dollars>> twice on order <<7740019283>> and I would like one of them reversed please
[00:14] Agent: Card number, please.\n[00:17] Customer: {{5425 9583}} uh {{1421 1447}}\n[00:25] Agent: Expiration?\n[00:27] Customer: {{November of twenty-nine}}\n[00:30] Agent: And the three digits on the back?\n[00:33] Customer: {{oh six two}}.
Agent: For verification, the last four of your social?\nCustomer: {{7719}}.\nAgent: Thank you Mrs. Okafor. Your balance is <<$1,204.16>>.
My routing number is {{021000021}} and the checking account is {{4830019276}}, take the <<$350>> from there on the <<15th>>.
Customer: I have a dispute, case number <<DSP-4411907>>, opened <<12 February>>, and nobody's called me back in <<three weeks>>.\nAgent: Let me look that up.
Agent: I've sent a six-digit code to your phone ending <<88>>.\nCustomer: Okay it says {{four oh nine one seven three}}.\nAgent: Perfect, you're in.
Caller: Where's my withdrawal? I sent it to <<0x13aef5e640d43b40ed8bc55bc552889b34583c55>> like <<two hours>> ago.\nAgent: The network shows <<14>> confirmations, it should land shortly.
so i wrote my recovery words down and they are {{scheme spot photo card baby mountain device kick cradle pact join borrow}} and the app still says wrong phrase
Agent: Please never read out your seed phrase.\nCustomer: Too late, I told the other guy, {{ozone drill grab fiber curtain grace pudding thank cruise elder eight picnic}}, and now my <<0.84 BTC>> is gone.
Sort code {{20-45-17}}, account {{73310942}}, name of Derek Whitcombe, same account I've had since <<1978>>, love.
AI: Please say your sort code.\nCaller: {{Four oh, double two, one nine}}.\nAI: And the account number?\nCaller: {{Six one seven, oh oh three, four eight}}.\nAI: Your direct debit of <<thirty-one pounds fifty>> is set up.
Customer: The IBAN is {{GB78 NWBK 6016 1367 6490 00}}, and put invoice <<INV-2024-0913>> as the reference.
Agent: Go ahead with the IBAN.\nCustomer: {{I E zero six}}, {{A I B K}}, {{nine three one one five two}}, {{four three oh six six five seven four}}.\nAgent: Got it, paying <<€412.75>>.
I don't have the card on me, can you just use the one on file, ends in <<0439>>?
Agent: Collections department, this call is recorded, call ID <<CL-88120933>>.\nCustomer: Yeah I got a letter saying I owe <<eight hundred seventy-three dollars and twelve cents>>. I can do <<fifty>> a month.
Caller: My social is {{518-62-7043}} and my date of birth is <<July 9, 1961>>.
my social security number um {{four one two}} dash {{eight eight}} dash {{three oh five six}} and i live at <<2217 Alder Street zip 97214>>
Agent: Can I get the full card?\nUser: {{3782 730537 71629}}, it's an Amex.\nAgent: Four digits on the front?\nUser: {{7205}}.\nAgent: Great. <<$2,318.00>> posted, confirmation <<TX9920147>>.
Customer: Three, no wait. OK. {{thirty-seven fourteen}}, {{thirty-three}}, {{oh eight four eight}}, {{four eight five nine one}}. Phew. Is that fifteen?\nAgent: Yes sir, that's <<fifteen>> digits.
Give me one second, I've got two invoices here, <<0047712>> and <<0047731>>, and I only want to pay the first one.
Agent: What's your telephone banking PIN?\nCaller: Ooh, um, {{7 3 0 1}}. It was my old house number.\nAgent: Thanks. You've got <<£64.20>> available.
Caller: the password's {{Marigold!58tea}} with a capital M, why won't it let me log in to see my refund of <<$18.75>>
Customer: I uploaded my statement, it's called {{chase_statement_march_2024.pdf}}, did you get it?\nAgent: Yes, along with invoice <<invoice_55102.pdf>>.
Here's the link to my bank statement, {{https://docs.harborbank.com/statements/2024/05/8830192.pdf}}, you'll see the double charge on <<May 14>>.
Agent: We need proof of identity for the payout.\nCustomer: I just sent {{passport_scan_jlindqvist.jpg}} to <<kyc@coinharbor.io>>.
My W-2 is at {{https://drive.example.com/f/w2_2023_rsandoval.pdf}} and I need the loan people to have it by <<Friday>>.
AI: I heard {{5187 4510 0792 6784}}. Is that right?\nCaller: No no, that's my old one. It's {{5187 5624 7769 4833}}.\nAI: Thank you. Charging <<$75>>.
Agent: Let me repeat that back: {{four nine two nine}}, {{one oh six three}}, {{one five four seven}}, {{triple three five}}.\nCustomer: Correct, and it runs out {{04/26}}.
wait i think you charged me in euros it says <<129.00 EUR>> but the page said <<a hundred and nineteen dollars>>
Customer: Trace number <<071000301847722>>, sent on <<01/09/2024>>, and the merchant says they never got it.\nAgent: I'll open a ticket, that's <<TCK-300918>>.
Can you wire it? Routing {{one two one, triple zero, two four eight}}, account {{seven seven oh one four four nine two six}}. It's a savings.
Agent: Account number for the ACH?\nCaller: It's {{3300 918 264}}.\nAgent: And routing?\nCaller: {{026009593}}.\nAgent: That'll be <<$1,000.00>> on <<June 1>>.
Hi sweetheart, I'm <<82>> and I've been with you <<forty-one years>>, and somebody named Kevin called about a <<nine hundred dollar>> gift card. Should I worry?
Caller: I need my API key rolled, the leaked one starts, well it's {{sk_live_9fQ2mZx7Lr4TbW8cVd1KpY3e}}.\nAgent: Rotating it now, ticket <<PAY-7713>>.
Agent: Your webhook returned <<402>> on API version <<2023-10-16>>.\nDeveloper: I think the secret's wrong, we have {{whsec_7Hn3pQk29LxVtR5mJc8ZbYd1}}.
my private key is {{86f844add9f6f87c7879ddcf3fde62aab44f7fe94c314f0f20446409b99dc417}} and the address i want it swept to is <<0x40d43b40ed8bc55bc552889b34583c55c6ecdb09>>
Customer: I exported the WIF, {{KyGSxpzfwsUJafibMZp6Pv8RQx81TQpzSN7YhnVoDwTdWcsHnGei}}, from the old wallet.\nAgent: Please don't share that. The receiving address <<16Zyhpxc7ZkH2gwuqFPSJV5W1kRaTshcAb>> is enough.
Agent: Do you have the transaction hash?\nCaller: Yes, <<0x93c2570223c7719a68d59bf373f7c1d60af3ec98a317ef65e66f0c926d3632ba>>, sent <<1.25 ETH>> at <<6:42 pm>>.
Caller: Card's {{4716 7739 8391 7492}} and my phone is <<503-555-0148>> if it drops.
Agent: Security code?\nCustomer: {{Nine one one}}. Ha, I know, right?\nAgent: And the billing zip?\nCustomer: <<60614>>.
Caller: I'd like to add my wife to account holder records, customer number <<C-1180274>>. Her birthday's <<the fourth of May 1990>>.
okay ready its {{forty two forty two}} {{forty two seventeen}} {{thirty three fifty five}} {{nineteen oh five}} good through {{ten twenty seven}}
Agent: You said {{fifty-one thirty}}, then?\nCaller: {{forty-two fifty-six}}, {{seventy-seven eighty-one}}, {{twenty ninety-two}}.\nAgent: And I'm charging <<ninety-nine>> even.
User: I lost my debit card somewhere between Tulsa and Amarillo, it's the one that ends with <<1008>>, please block it.
AI: For security, what is your verbal passcode?\nCaller: {{purple pelican}}.\nAI: Verified. How can I help?\nCaller: There's a charge from <<April 2>> for <<$7.99>> I don't know.
Employer ID number is {{47-3810562}}, we're a small bakery, and the 1099 payout for <<2023>> was <<$14,880>>.
Agent: Could I take your National Insurance number?\nCaller: Hang on, love, it's {{J K 48 21 09 B}}.\nAgent: And your postcode?\nCaller: <<LS6 3HN>>.
Customer: NI number {{PX 31 70 44 C}}, UTR {{1939835031}}, and the refund was meant to be <<£611.08>>.
Caller: BSB {{062-184}}, account {{1047 7391}}, TFN {{283 606 900}}. Cheers mate.
Agent: ABN for the invoice?\nCaller: {{51 372 231 245}}. And the invoice is <<A-20077>>.
For my Canadian account they want my SIN, that's {{537 537 730}}, and the tax slip for <<2022>>.
Agent: Passport number?\nCustomer: {{548120973}}, issued <<19 August 2019>>.\nAgent: And your flight refund locator is <<QX7LPD>>.
my drivers license is {{D4471902}} state of california i need to verify so i can pull out my <<three thousand two hundred>> dollars
Hello? Yes. I want to talk to a human being. I've been on hold <<forty-five minutes>>.
Agent: The late fee was <<$39>> and the APR is <<24.99%>>.\nCustomer: That's nuts. Waive it.\nAgent: I can take off <<half>>.
Caller: Did my payment of <<$212.09>> go through? Confirmation <<4539 8812 07>>.\nAgent: Yes, on the <<28th>>.
Customer: It's {{six oh one one}} {{one eight five six}} {{oh six four three}} {{one two six three}}, Discover.\nAgent: Expiry?\nCustomer: {{Two slash thirty}}.
Agent: Last group again?\nCaller: {{Eight one one eight}}... no, {{four one one eight}}. Whole thing: {{5425 7637 2082 4118}}.
you can use my mastercard {{5312-7214-7114-7622}} or if that fails the visa {{4211-6374-2108-4373}} but dont charge both
Agent: I can see a card ending in <<3489>> and one ending in <<8571>>. Which one was stolen?\nCustomer: The second.
Caller: Tracking <<1Z999AA10123456784>> shows my replacement card was delivered <<Tuesday>>, but I've got nothing.
Customer: The text said your code is {{582914}}, don't share. But you're the bank so it's fine?\nAgent: Please don't read codes to anyone who calls you.
Agent: Enter or say the authenticator code.\nCaller: {{Thirty-one, forty, ninety-six}}.\nAgent: Thanks, payout of <<2,500 USDT>> released.
I'd like the payout sent to <<bc1qxy2kgdygjrsqtzq2n0yrf2493p83kkfjhx0wlh>>, it's about <<0.05>> bitcoin, and my email's <<tmorales77@gmail.com>>.
Caller: My Ledger asked me for all <<twenty-four>> words, is that normal?\nAgent: Only on the device itself, never on a website.
Caller: My keystore file has {{"cipher":"aes-128-ctr","ciphertext":"5318b4d5bcd28de64ee5559e671353e1","mac":"517ead924a9d0dc3124507e3393d175c"}} in it and it wants a password.\nAgent: We can't open that for you.
Agent: The word count?\nCustomer: Twelve. {{cat swing flag economy}}, um, {{stadium alone churn speed}}, and {{unique patch report train}}.\nAgent: Stop, please, never tell anyone!
Customer: Policy <<PL-55-201834>>, claim <<C77120>>, and you still owe me <<one thousand and ninety dollars>>.
Agent: Can you confirm the account we'll refund?\nCaller: Checking, ends... oh the full one? {{0091 7734 2205}}. Routing {{111000025}}.
it's a chase account number {{six six two oh nine one eight four three}} with routing {{oh seven one, triple oh, oh one three}}... or so the check says
Can I push my due date from the <<5th>> to the <<20th>>? I get paid on the <<18th>>.
Agent: Your PIN was reset.\nCustomer: So the new one is {{2 9 4 6}}?\nAgent: Please don't say it out loud. Your reset ticket is <<2946118>>.
Caller: Username's <<jbrandt_64>>, password {{hunter valley 1999}}, all lower case, with spaces.
Agent: Mother's maiden name or the memorable word?\nCaller: Memorable word is {{Windermere}}.\nAgent: Lovely. Standing order is <<£120>> on the <<1st>>.
Hi, Tomasz Wilk here, I'm calling about chargeback <<CB-0093312>>, reason code <<13.1>>, the amount is <<$1,849.00>>.
[14:02:11] AI: Please say or key in your card.\n[14:02:19] Caller: {{4119 2200 5577 3364}}\n[14:02:31] AI: Valid thru?\n[14:02:34] Caller: {{0 6 2 8}}\n[14:02:40] AI: Payment of <<$88.13>> accepted.
Caller: {{Fifty-four hundred}}, {{double one double nine}}, {{double two double eight}}, {{double four three five}}. Did you get all that?\nAgent: Yes ma'am, <<sixteen>> digits.
ok so number is {{4777}} um {{3312}} kids be quiet please {{0055}} {{9849}} and the back says {{660}}
Agent: I'm sorry, that card was declined with code <<05>>.\nCustomer: Try {{4000 3852 4196 6347}}, same date, {{12/28}}.
Agent: Is the card still {{4929 6032 4888 6138}}?\nCustomer: Yep. CVV {{088}}.
Customer: You took <<$14.99>> on <<1/5>>, <<2/5>> and <<3/5>>, and I cancelled on <<December 30>>!\nAgent: I'll refund all <<three>>.
Agent: How would you like to pay the <<$640>>?\nDebtor: Card. {{Four five one one}}.\nAgent: Mm-hmm.\nDebtor: {{Double oh double two}}.\nAgent: Okay.\nDebtor: {{Double eight double three}}. {{Double seven oh two}}.\nAgent: Thank you.
I settled this debt in <<2019>>, account <<MCM-8812-4407>>, so stop ringing my mum on <<0161 496 0753>>.
Caller: {{Five one six six}}, {{four four two two}}, {{double oh seven eight}}, {{double one three nine}}, expiring {{March 2027}}, and it's <<March 27>> today, funny.
Agent: Your case worker is at extension <<4471>>, office <<1800 Lakeview Drive, Suite 210>>.\nCustomer: Ta.
My Diners card is {{3056 931903 4128}}, do you take Diners? It's for <<$430>>.
Agent: And the JCB number?\nCaller: {{3530 0564 6691 7734}}, valid until {{01/2029}}.
Agent: The VAT number on the account?\nCustomer: {{DE160862340}}, for invoice <<RE-2024-118>>, <<1,190 euros>>.
Caller: I paid with gift card balance, <<$25>>, and the rest, <<$31.40>>, on my card ending <<7087>>.
she told me to give you my ITIN its {{912-78-4406}} and also the refund was <<four hundred eleven dollars>>
Caller: Here's the pay slip you asked for, {{payslip-2024-06-hgarner.pdf}}. My staff number's <<E20731>>.
Agent: What's the meter reading, then?\nCaller: <<0 4 4 7 1 2>>.\nAgent: That makes <<£83.55>>.
You can call me on <<plus one, four one five, five five five, oh one three two>>, I'm home after <<six thirty>>.
Agent: Wallet connected is <<0x13aE...3c55>>, app version <<4.18.2>>.\nUser: It's stuck on pending since block <<19284471>>.
User: my login token is {{eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI4ODEyIn0.Qm7x2ZkLw9aTn4VpRc1HsYd0Ef3}} hmm it says expired at <<09:15>>
Caller: Oh and dear, the card my grandson gave me, {{4539}} then {{7002}} then, wait, the cat... {{7042}} and {{9829}}. That's it.
Agent: Bank for the payroll deposit?\nCaller: Sure, routing {{322070019}}, account {{55120934}}.\nAgent: Starting <<07/15>>.
Customer: Just one question, is the <<two percent>> foreign fee on the <<first one hundred>> too?\nAgent: Yes, on everything.
hurry please im at the airport {{5534 5965 4593 8152}} {{0130}} {{447}} book reference <<LMK42Z>>
Agent: I've got your sort code as {{60-16-13}} and account {{67649000}}.\nCaller: That's it.\nAgent: Refund of <<£29>> is due <<Thursday the 6th>>.
Agent: I need the SWIFT message ID.\nCaller: <<20240611XMBK0001937>>, and the sender got debited <<$9,975.00>>.
Caller: Say, is <<4>> o'clock too late to stop check number <<1183>>? It's for <<five hundred and six dollars>>.
Agent: The arbitration fee would be <<$500>> if you lose, and you've until <<August 22nd>>.\nCustomer: I'll think about it, my file's <<ARB-06617>>, right?
Caller: The recording said press <<3>> for payouts, I've pressed it <<six>> times. My merchant ID is <<M-4000998812>>.
card for the collections thing is {{2223 5940 0940 6322}} only take <<sixty five>> not the whole <<four hundred and ten>>
## hinglish
Agent: Sir card number bataiye.\nCustomer: {{chaar paanch teen nau}} {{zero chhe do aath}} {{aath do nau saat}} aur... haan {{zero chaar teen nau}} last mein.
Haan ji mera refund abhi tak nahi aaya, order number <<OD4471990283>>, amount tha <<teen hazaar do sau>> rupaye.
Agent: OTP aaya hoga?\nCustomer: Haan, {{saat do nau zero chaar ek}}.\nAgent: Dhanyavaad, <<₹1,499>> ka payment ho gaya.
mera account number {{50100284417739}} hai aur IFSC {{HDFC0001204}} refund isi mein daal do
Customer: UPI ID note karo, {{rakesh.mehta@okhdfcbank}}.\nAgent: Theek hai, <<₹850>> bhej rahe hain.
Agent: Aadhaar number verify karna hai.\nCaller: {{8708 9923 8241}}.\nAgent: Aur janm tithi?\nCaller: <<14 August 1985>>.
Mera Aadhaar hai {{paanch zero do teen}}, {{aath zero teen ek}}, {{zero triple saat}}, jaldi kariye please.
PAN card ka number {{RMAPK5903G}} hai, KYC kab tak complete hogi? <<Do din>> ho gaye.
Agent: PAN spell kar dijiye.\nCustomer: {{G A D P K nine one three five C}}.\nAgent: Ticket number <<KYC77120>> hai.
Bhaiya EMI <<5 tarikh>> ko katti hai, is baar <<do baar>> kat gayi, <<₹4,312>> aur phir <<₹4,312>>.
Agent: Card ke last four?\nCustomer: Ending in <<6783>>.\nAgent: Ji, block kar diya.
Caller: {{5425 1268 4313 1201}}, expiry {{gyarah unnatis}}, CVV {{do zero paanch}}.\nAI: <<₹2,999>> ka payment successful.
card number hai {{double paanch teen chaar}} {{chhe aath chhe ek}} {{ek do paanch teen}} {{ek saat zero do}} aur expiry {{03/28}}
Agent: ATM PIN kisi ko mat batana sir.\nCustomer: Arre woh toh {{chaar saat ek nau}} hai, sabko pata hai ghar mein.
Mera phone number <<98 double 1 440 72>> pe call karo shaam <<saat baje>> ke baad.
Customer: GSTIN {{27AKRPS4471D1ZQ}} pe invoice banao, invoice number <<GT/24/0918>>.\nAgent: Sure.
Agent: Net banking password reset karna hai?\nCaller: Haan, abhi {{Ganga@2019}} hai woh chal nahi raha.
Crypto withdrawal pending hai, address <<0x40d43b40ed8bc55bc552889b34583c55c6ecdb09>>, <<0.3 ETH>>, kal se.
Agent: Recovery phrase kabhi share mat kijiye.\nUser: Par support wale ne maanga tha, maine bola {{vessel ladder alter error federal sibling chat ability sun glass valve picture}}.
Loan number <<LN00841177>> hai, collection wale roz <<subah aath baje>> call karte hain, maine bola na <<Friday>> ko dunga.
Customer: {{4211 9909}} ruko... haan {{1597 7424}}.\nAgent: Aur valid till?\nCustomer: {{July 2027}}.
Agent: Account number repeat karti hoon, {{three zero two one seven seven four five double eight nine}}.\nCustomer: Sahi hai, IFSC {{SBIN0004471}}.
maine statement bheja hai {{ICICI_statement_Apr2024.pdf}} usme <<17 April>> ki entry dekho <<₹799>> wali
UTR transaction number <<412209983317>> hai, Google Pay se <<₹12,000>> gaye the.
AI: Kripya apna UPI batayein.\nCaller: {{sunita dot rao at the rate ybl}}.\nAI: Dhanyavaad. Aapko <<paanch sau>> rupaye milenge.
Ek minute, do invoice hain mere paas, <<3381>> aur <<3382>>, kaunsa pending hai?
Agent: Passport number?\nCustomer: {{N7720418}}, forex card ke liye.\nAgent: <<500 dollar>> load honge.
Customer: Six digit code {{9 1 8 double 3 0}} aaya hai, email <<priya.k@rediffmail.com>> pe.\nAgent: Ho gaya.
beta main <<72>> saal ka hoon, pension <<atharah hazaar>> aati hai, is mahine nahi aayi, branch <<Laxmi Nagar 110092>>
Agent: Card {{4716 3857 4688 3489}} hi hai na?\nCustomer: Nahi nahi, woh band hai, naya wala {{4716 6275 3347 8571}}.
## devanagari
एजेंट: कार्ड नंबर बताइए।\nग्राहक: {{चार पाँच तीन नौ}} {{एक दो शून्य चार}} {{तीन चार छह दो}} {{पाँच चार एक दो}}।\nएजेंट: राशि <<दो हज़ार पाँच सौ>> रुपये है।
मेरा आधार नंबर {{5843 2536 0490}} है और जन्म तिथि <<3 मार्च 1972>>।
एजेंट: ओटीपी बताइए।\nग्राहक: {{छह शून्य दो नौ एक चार}}।\nएजेंट: धन्यवाद, <<₹640>> जमा हो गए।
मेरा रिफंड <<₹1,250>> का था, ऑर्डर नंबर <<99182034>>, अभी तक नहीं आया।
खाता संख्या {{३०४४१९२०८८१}} और आईएफएससी {{PUNB0120400}} है, इसमें पैसे भेज दीजिए।
एजेंट: कार्ड के आख़िरी चार अंक?\nग्राहक: <<7327>> पर ख़त्म होता है।\nएजेंट: ठीक है, ब्लॉक कर दिया।
ग्राहक: पैन नंबर {{RRMPK8564K}} है।\nएजेंट: शिकायत संख्या <<SR-440917>> दर्ज हुई।
हाँ जी नंबर है {{पाँच एक आठ सात}} {{चार सात आठ एक}} रुकिए {{डबल आठ दो तीन}} {{छह एक सात शून्य}}
आप मुझे <<9810042217>> पर <<शाम पाँच बजे>> फ़ोन कर लीजिए।
एजेंट: कार्ड की वैधता?\nग्राहक: {{दस अट्ठाईस}}।\nएजेंट: सीवीवी?\nग्राहक: {{तीन शून्य सात}}।
मेरी यूपीआई आईडी {{kavita.joshi@paytm}} है, <<तीन सौ>> रुपये लौटा दो।
एजेंट: आपकी किस्त <<10 तारीख>> को <<₹5,470>> की है।\nग्राहक: मैं <<15 तारीख>> तक दे दूँगा।
आधार बोल रही हूँ, {{सात पाँच शून्य एक}}, {{चार डबल छह सात}}, {{शून्य सात एक आठ}}।
ग्राहक: मेरा पिन {{४ ८ १ ५}} काम नहीं कर रहा।\nएजेंट: पिन मत बताइए, टिकट <<७७२०>> बना दिया है।
एजेंट: पासवर्ड क्या डाल रहे हैं?\nग्राहक: {{Suraj#771}}।
चेक नंबर <<००४४१२>> रोक दीजिए, रकम <<पंद्रह हज़ार>> है।
ग्राहक: कार्ड {{5312 0549 2031 7327}}, वैधता {{09/27}}।\nएजेंट: <<₹999>> का भुगतान सफल।
एक मिनट रुकिए, दो लेनदेन हैं, एक <<₹120>> का और एक <<₹210>> का।
मैंने बैंक स्टेटमेंट भेजा है, {{sbi_statement_jan.pdf}}, <<12 जनवरी>> की एंट्री देखिए।
एजेंट: पॉलिसी संख्या <<LIC-8810023>> है?\nग्राहक: हाँ, और खाता {{62 00 41 99 837}} है।
## spanish
Agente: ¿Me dice el número de la tarjeta?\nCliente: Sí, {{4539 6601 9712 4301}}, caduca {{05/28}}, y el código {{271}}.\nAgente: Cobrados <<89,90 euros>>.
es la {{cuatro nueve dos nueve}} {{cinco dos seis tres}} {{cero cuatro dos ocho}} {{cero dos cinco dos}} y vence en {{agosto del veintisiete}}
Cliente: El IBAN es {{ES48 2100 3219 7501 4797 5331}}.\nAgente: Le devolvemos <<ciento veinte euros>> el <<lunes 8>>.
Agente: ¿DNI?\nCliente: {{20374829A}}.\nAgente: ¿Fecha de nacimiento?\nCliente: <<4 de julio de 1958>>.
Mi NIE es {{X 3531186 L}}, equis al principio, y el expediente es el <<2024/00917>>.
Me cobraron <<dos veces>> el pedido <<88120447>>, una el <<3 de mayo>> y otra el <<4>>.
Agente: Dígame la CLABE para el reembolso.\nCliente: {{012 180 00022761589 8}}.\nAgente: Le llegan <<$1,350 pesos>> mañana.
Cliente: CLABE {{cero siete dos, tres dos cero, tres tres nueve siete, ocho ocho siete, cero ocho ocho, ocho tres}}... a ver, mejor se la dicto: {{072320339788708883}}.
Agente: La tarjeta que termina en <<4842>>, ¿correcto?\nCliente: Esa misma, la azul.
Agente: Le mandamos un código.\nCliente: {{Tres nueve, cero uno, setenta y ocho}}.\nAgente: Listo, su folio es <<F-33019>>.
mi clave del cajero es {{ocho cuatro dos seis}} y no me deja sacar ni <<veinte euros>>
Oiga, señorita, yo tengo <<79 años>> y no entiendo por qué me quitan <<seis con cincuenta>> todos los meses.
Cliente: Va: {{cuarenta y nueve dieciséis}}, {{cuarenta y dos diecisiete}}, {{setenta y siete sesenta y cinco}}, {{treinta ochenta y tres}}.\nAgente: ¿Y la fecha?\nCliente: {{Doce veintinueve}}.
Quiero retirar <<500 USDT>> a <<0x13aef5e640d43b40ed8bc55bc552889b34583c55>>, ¿cuánto tarda?
Cliente: Mis doce palabras son {{jelly better achieve collect unaware mountain thought cargo oxygen act hood bridge}}.\nAgente: ¡No me las diga, por favor!
Agente: ¿Contraseña telefónica?\nCliente: {{girasol rojo}}.\nAgente: Gracias. Su saldo es de <<1.204,33 €>>.
Le mandé el extracto, {{extracto_bbva_marzo.pdf}}, y la factura <<factura_1192.pdf>>.
Agente: Su deuda es de <<tres mil doscientos pesos>>.\nCliente: Puedo dar <<quinientos>> cada <<quincena>>.
Soy de São Paulo pero vivo en Madrid, mi CPF es {{714.220.351-07}}, y mi móvil <<612 44 09 83>>.
Cliente: No, espera, esa es vieja. La nueva: {{5187 4345}}... {{4155 1508}}.\nAgente: Anotada.
Agente: Repito: {{cinco cuatro dos cinco}}, {{ocho dos tres cuatro}}, {{cinco tres tres seis}}, {{uno cinco seis uno}}.\nCliente: Exacto.
El número de reclamación es <<RC-55091>>, llamé el <<martes>> a las <<diez y media>>, hablé con Lucía.
Cliente: Cuenta {{ES63 0182 9310 3801 2353 4353}} y NIF {{76773798M}}, a nombre de Pilar Otero.
Un momento, que busco las gafas. La factura es la <<A-4471>>, de <<cuarenta y dos euros>>.
mi pasaporte es {{PAB441902}} y me piden verificar para cobrar los <<0,02 bitcoin>>
## german
Agent: Ihre IBAN bitte?\nKunde: {{DE96 3704 0044 1239 1901 13}}.\nAgent: Wir erstatten <<49,90 Euro>> bis <<Freitag>>.
die iban ist {{d e acht neun}} {{eins null null fünf}} {{null null null null}} {{zwo sieben neun acht}} {{drei null neun neun}} {{drei sechs}}
Kundin: Kartennummer {{4539 4976 0960 8641}}, gültig bis {{07/27}}, Prüfziffer {{118}}.\nAgent: Danke, <<129 Euro>> gebucht.
Agent: Die letzten vier Ziffern?\nKunde: Endet auf <<1070>>.\nAgent: Gesperrt, Vorgang <<V-2024-3371>>.
Kunde: {{zweiundvierzig zweiundvierzig}}, {{achtzehn siebenundsiebzig}}, {{null fünf dreiundsechzig}}, {{neunzig sechzehn}}.\nAgent: Und die Gültigkeit?\nKunde: {{Elf achtundzwanzig}}.
Ich habe am <<12. März>> <<zweimal>> <<dreißig Euro>> bezahlt, Bestellnummer <<4500-99182>>.
Agent: Steuer-ID?\nKundin: {{32 744 085 198}}.\nAgent: Geburtsdatum?\nKundin: <<9.11.1967>>.
meine steueridentifikationsnummer ist {{neun acht vier drei zwei sieben eins drei null sechs eins}} ich brauche die bescheinigung für <<2023>>
Kunde: Die TAN lautet {{4 7 0 2 1 8}}.\nAgent: Überweisung über <<1.500 Euro>> freigegeben.
Agent: Ihr Telefonkennwort?\nKunde: {{Leuchtturm}}.\nAgent: Danke, Herr Brandl. Wie kann ich helfen?
Ich bin <<84>>, und mein Enkel sagt, ich soll hier anrufen wegen der <<sieben Euro fünfzig>> Kontogebühr.
Kunde: Die PIN ist {{drei sieben null zwo}}, oder {{drei sieben zwo null}}? Die geht nicht mehr.\nAgent: Bitte nennen Sie mir die PIN nicht.
Agent: Wallet-Adresse?\nKunde: <<16Zyhpxc7ZkH2gwuqFPSJV5W1kRaTshcAb>>.\nAgent: Auszahlung <<0,12 BTC>>, Ticket <<88104>>.
Kundin: Der private Schlüssel, {{5JdtzGVeM3qDMaDosCbeUsmFaf9Tv7xw3r6zaifeULjNGdo67BH}}, wird nicht angenommen.
Inkasso hat mir geschrieben, Aktenzeichen <<IK 77/20418>>, angeblich <<412,80 Euro>> offen, Frist <<30. Juni>>.
Kunde: {{fünf eins acht sieben}}, äh, {{sieben sieben eins acht}}, {{eins null sieben fünf}}, {{sechs acht sechs sechs}}.\nAgent: Ich wiederhole: {{5187 7718 1075 6866}}.
Kontoauszug liegt hier: {{https://files.example.de/kontoauszug_2024_04.pdf}}, Rechnung ist <<RE-10293>>.
AI: Bitte nennen Sie Ihre Kundennummer.\nAnrufer: <<771 209 33>>.\nAI: Ihr Guthaben beträgt <<vierundzwanzig Euro>>.
Kunde: Passwort ist {{Katze!2021blau}}, und Mail ist <<h.voss@web.de>>.
moment ich hab zwei rechnungen die eine über <<sechzig>> und die andere über <<hundertzwölf>> euro
Agent: Wohin soll der Betrag?\nKundin: {{AT41 2011 1447 7973 3012}}, das ist mein Konto in Graz.
Rufen Sie mich unter <<0171 5550 183>> zurück, ab <<halb sechs>>.
Kunde: Ausweisnummer {{L01X00T471}}, Video-Ident hat nicht geklappt.\nAgent: Vorgangsnummer <<VI-20931>>.
Umsatzsteuer-ID {{DE 160 862 340}}, bitte auf die Rechnung vom <<1. Februar>>.
Agent: Karte {{5425 4364 6594 8612}} wurde abgelehnt.\nKunde: Dann {{5425 9137 3738 4842}}, {{01/29}}.
## french
Agent: Votre numéro de carte ?\nCliente: {{4970 6751 7176 2260}}, expire {{09/27}}, cryptogramme {{504}}.\nAgent: <<64,90 euros>> débités.
c'est {{quarante-neuf soixante-dix}} {{quarante-deux dix-sept}} {{soixante-dix-sept quatre-vingt-huit}} {{soixante-cinq trente-huit}} jusqu'à {{décembre vingt-huit}}
Client: L'IBAN, c'est {{FR76 3000 4000 0189 4116 2627 430}}.\nAgent: Remboursement de <<cent vingt euros>> sous <<trois jours>>.
On m'a prélevé <<deux fois>> <<19,99 €>>, le <<2>> et le <<5 avril>>, commande <<FR-88201>>.
Agent: La carte se terminant par <<8569>> ?\nClient: Oui, celle-là, je l'ai perdue hier.
Agent: Le code reçu par SMS ?\nClient: {{Quatre-vingt-deux, zéro sept, trente et un}}.\nAgent: Merci, c'est validé.
Mon numéro de sécu, {{2 84 06 75 112 989 79}}, et je suis née le <<17 juin 1984>>.
Agent: Numéro de TVA ?\nClient: {{FR 39 821386406}}, facture <<F2024-331>>.
Rappelez-moi au <<06 12 44 90 71>>, après <<dix-huit heures>>, je suis au <<14 rue des Lilas, 69003 Lyon>>.
Client: {{Quatre neuf sept zéro}}, euh, {{sept huit trois trois}}, {{huit quatre sept neuf}}, {{neuf sept un trois}}.\nAgent: Et la date ?\nClient: {{Zéro quatre vingt-neuf}}.
Client: Mon mot de passe, c'est {{Tournesol_77}}, mais ça bloque.\nAgent: Ticket <<INC-40918>> ouvert.
j'ai soixante-treize ans vous savez et mon code c'est {{six un zéro huit}} je le retiens bien
Je veux retirer <<0,4 ETH>> vers <<0x40d43b40ed8bc55bc552889b34583c55c6ecdb09>>, ça coûte combien ?
Agent: Vous devez <<huit cent dix euros>>.\nClient: Je peux payer <<quatre-vingts>> par mois à partir du <<10>>.
Cliente: J'ai envoyé {{releve_compte_mai.pdf}} et {{bulletin_paie_05-2024.pdf}}.\nAgent: Bien reçu, dossier <<D-77120>>.
Client: Ma phrase de secours, {{letter advice cage absurd amount doctor acoustic avoid letter advice cage above}}.\nAgent: Ne la donnez à personne !
Agent: Je répète, {{FR76 3000 4026 9516 4763 9592 247}}.\nClient: Parfait.\nAgent: Virement de <<350 €>> le <<28>>.
Attendez, une seconde, c'est la facture <<0091>> ou la <<0092>> ?
Client: Passeport {{19FV04471}}, vérification demandée <<mardi>>.\nAgent: Merci.
Non, pas celle-là, l'autre : {{4970 3928}}... {{5139 8569}}, et derrière {{713}}.
`,
	AL: String.raw`
## english
Agent: Thanks for calling Lakeside Dental, how can I help?\nCaller: I wanna pay the balance for my cleaning, it's <<$184.50>>.\nAgent: Sure. Card number please?\nCaller: {{4024 7904 4920 2035}}\nAgent: And the expiry?\nCaller: {{09/27}}.
AI: So that's {{four nine two nine}}, {{one one zero two}}, {{six four two five}}, {{nine five seven zero}}, correct?\nCaller: Yes, and the three on the back are {{three one eight}}.
hi yeah it's for the room on <<the fourteenth of june>> my visa is {{four nine two nine oh six five two nine double two double four one eight six}} and it runs out {{october twenty eight}}
Agent: Your Corolla is ready, the total is <<six hundred and twelve dollars>>.\nCustomer: Okay, charge my Mastercard, {{five four one two}}… uh, {{two six three five}}…\nAgent: Go on.\nCustomer: {{nine three six nine}}, and then {{three zero four two}}.
Caller: It's {{forty-five thirty-two}} {{forty twelve}}\nAI: Mhm.\nCaller: {{sixty eighty-two}} {{nineteen twelve}}\nAI: Thank you. I'm booking the brake job for <<Tuesday 8:30>>.
Agent: Could I get your booking reference?\nGuest: <<HX49 2207>>.\nAgent: Found it, two adults, three nights, <<$1,029.00>>. Is the card ending in <<2035>> still the right one?\nGuest: Yep.
my booking number is <<7731 4420 9182>> and I never got the confirmation email can you send it again to <<dana.ruiz@mailpost.com>>
User: the amex, {{3787-283456-36492}}, oh wait I think there's a four digit code too, {{7741}}.
Agent: I have {{four one four seven}} {{five six zero five}} {{two two two one}} {{eight nine eight zero}}.\nCustomer: No no, you've got it right, just take the <<forty dollars>> copay.
[00:14] AI: Please say your card number.\n[00:19] Caller: {{five double three six}} {{oh nine one six}} sorry my dog, {{seven two double three}} um {{oh two eight two}}\n[00:41] AI: And the expiration date?\n[00:44] Caller: {{zero four thirty}}
Caller: What time does the pool open?\nAI: The pool is open from <<7 a.m. to 10 p.m.>>, and breakfast is <<$18>> per person.
AI: Last four of your social for verification?\nPatient: {{eight eight two three}}.\nAI: And date of birth?\nPatient: <<March third nineteen seventy one>>.
I got the estimate number <<E-20417>> for the transmission and it said <<twenty four hundred>> but the guy on the phone told me nineteen hundred
Agent: To release the tuition refund I need routing and account.\nParent: Routing is {{021000021}}, account {{4830021957}}.\nAgent: And the amount was <<$2,350>>.
Customer: My seller payout goes to the wrong bank. New one is routing {{one two one zero zero zero two four eight}} and the account's {{seven seven one nine}} {{zero three four eight}} {{two two}}.
Agent: I've sent you a six digit code, please read it out.\nCaller: {{four eight two nine one seven}}\nAgent: Great, you're verified. Your ticket is <<TK-88412>>.
AI: Your flight <<BA2490>> leaves at <<6:45 pm>> from gate <<B12>>.\nCaller: And the baggage fee?\nAI: <<£45>> each way.
can you put it on {{5254 9499 4156 6945}} exp {{11 26}} cvv {{604}} zip is <<60614>>
Caller: Card is {{4266 7209 4907 53}}\nAI: I'm missing two digits.\nCaller: {{23}}.\nAI: Thank you.
Agent: Let me repeat, {{forty-five thirty-two}}, {{ninety-one ninety-six}}, {{thirty-eight ninety-eight}}, {{fifty-three seventy-four}}?\nCustomer: That's it. Expiry {{twelve of twenty nine}}.
Patient: My insurance member ID is <<XQP 882 014 557>>, group <<70412>>.\nAI: Thanks. Your copay for <<May 6>> is <<$35>>.
the vin is <<1HGCM82633A004352>> and it's got <<eighty seven thousand>> miles on it, what would an oil change run me
AI: Hello, Pinewood School, tuition desk.\nParent: Hi, invoice <<2024-0877>>, nine hundred dollars. Here's the card: {{4485 0940 8463 6637}}.\nAI: I read {{4485}} {{0940}} {{8463}} {{6637}}.\nParent: Right.
Customer: {{four five three two}} {{seven zero zero four}} {{six seven}} no hang on {{six seven zero six}} {{zero zero two zero}}\nAgent: Okay, {{six seven zero six}} {{zero zero two zero}} at the end, got it.
Agent: May I interrupt, is that a Visa?\nCaller: Yeah Visa. {{four five three double nine five nine two one three nine double seven one eight three}}. You need the date? {{July twenty seven}}.
Guest: I need to cancel reservation <<55120938>> before <<six tonight>>.\nAI: Done. Cancellation number <<C9920417>>.
uh my EIN for the shop is {{47-2918364}} and the order was <<number 300417>> for <<$6,204.11>>
AI: For the 1099 I need the tax ID of your store.\nSeller: It's my social actually, {{four one seven}} {{six two}} {{nine zero three five}}.\nAI: Thank you, order volume last year was <<$14,870>>.
Agent: Passport number for the visa letter?\nTraveler: {{K40917736}}, expires in twenty thirty one.\nAgent: And your seat is <<24C>>.
Caller: Ring me back on <<0161 496 0872>> after <<half four>>, the boiler man needs an hour's notice.
Agent: Your password for the parent portal?\nParent: It's {{maple-Tiger77}}, capital T.\nAgent: Please don't share that. I've opened case <<419920>>.
Caller: put it on the mastercard\nAI: Which one, ending <<6945>> or ending <<3042>>?\nCaller: the second
okay ready it's {{four one four seven}} {{four seven seven four}} {{one oh five nine}} sorry yeah {{five five three eight}}
AI: Say the card number in groups of four.\nCaller: {{4532}}\nAI: {{4532}}.\nCaller: {{2724}}\nAI: {{2724}}.\nCaller: {{1700}}\nAI: {{1700}}.\nCaller: {{7121}}\nAI: All set, <<$75 deposit>>.
Agent: Sort code first?\nCustomer: {{20-45-77}}.\nAgent: And the account number?\nCustomer: {{three one}} {{nine two six}} {{five zero eight}}.\nAgent: Refund of <<£219.99>> will be there by Friday.
it's a barclays account sort code {{six oh one six one three}} account {{nine five one oh eight one three oh}} and the refund should be <<eighty two pounds fifty>>
Agent: We charged <<$49>> on <<August 2nd>> and <<$49>> on <<August 4th>>, I'll refund one of the two.\nCustomer: One moment… yes, that's the duplicate.
Customer: Amex number is {{three four one two}} {{two seven three five four two}} {{zero three two seven two}}, on the front it says {{five five two zero}}.\nAI: And your room is <<1408>>, is that right?
Agent: What's the four digit PIN on your clinic account?\nPatient: {{six one nine zero}}\nAgent: Thank you. You have two invoices open, <<INV-3381>> and <<INV-3402>>.
Caller: I already gave the number! {{four nine two nine}} {{three nine four four}} {{nine six seven eight}} {{six three eight two}}.\nAI: I'm sorry about that. I have it now, and the tow is <<a hundred and thirty five>>.
{{4266990535993995}} {{0528}} {{771}} that's card expiry and code for the cottage booking <<#A4417>>
AI: Thanks Maria. Expiration?\nMaria: {{02/29}}\nAI: Security code?\nMaria: {{093}}\nAI: Billing zip?\nMaria: <<78704>>
Agent: Which card did you use?\nCustomer: The one ending in <<four two four two>>, on <<the ninth>>, for <<$312>>.
the tracking says <<1Z999AA10123456784>> delivered but there's nothing on my porch and I paid <<two hundred nine>> for it
Caller: Okay {{forty-four eighty-five}}, {{twenty twenty-three}}, {{forty-three ninety-seven}}, {{eighty one double zero}}.\nAgent: Eighty-one hundred at the end?\nCaller: Yeah.
Customer: I was on hold for <<45 minutes>> about a <<$12.99>> charge. My customer number is <<0048 2217 90>>.\nAI: I'm so sorry. Let me check.
AI: Did you say {{4716 2596 6755 9610}}?\nCaller: Yes.\nAI: And it expires {{June 2028}}?\nCaller: {{July 2028}}, actually.\nAI: Thanks, your check-in is <<June 20>>.
Agent: For the garage account, what's the verbal passcode?\nCustomer: {{bluebonnet}}.\nAgent: Perfect. The part number is <<84-22019>>.
hey it's rob from rob's plumbing my stripe key is {{sk_live_51Nf8QzKe72LmTb04XrVw9}} and the webhook version is <<2023-10-16>>
Seller: Send the payout to <<0x71C7656EC7ab88b098defB751B7401B5f6d8976F>>.\nAI: A payout of <<0.42 ETH>> to that wallet, confirmed.
Agent: I need the account for the deposit refund.\nGuest: It's a Dutch one, {{NL77 INGB 0008 4944 76}}.\nAgent: And the folio is <<FO-10933>>.
Caller: My NHS thing, sorry, national insurance is…\nAgent: Sorry, take your time.\nCaller: Found it. {{JK 48 20 17 C}}.
Patient: Can I upload the ID here: {{https://portal.lakesideclinic.com/uploads/passport_scan_jlee.pdf}}\nAI: Got it. Your appointment is <<Monday at 9:15>>.
I sent <<invoice_2291.pdf>> and {{chase_statement_march.pdf}} to your billing people last week
AI: I'll text the invoice link, <<https://pay.bluewrench.io/i/88213>>. It's good for <<72 hours>>.\nCustomer: Super.
Agent: Sixteen digits please.\nCaller: {{four seven one six eight two one three}}… that's eight…\nAgent: Yes.\nCaller: {{two six five eight four zero five five}}.
Agent: Name on card?\nCaller: Priya Nandakumar.\nAgent: Number?\nCaller: {{5187 8480}} then {{3296 3213}}\nAgent: Valid thru?\nCaller: {{8/26}}
User: it's declined? try the other, {{five two five double four oh three five two seven double three one nine double seven}}, {{oh one thirty one}}, {{two two seven}}.
um so one person two bags leaving <<july nineteenth>> coming back <<august second>> and I'd like to stay under <<nine hundred bucks>>
Agent: The diagnostic code is <<P0420>>, that's the catalytic converter, about <<$1,450>> with labor.\nOwner: Ouch. Can I split it in <<three payments>>?
Agent: Thanks for holding. Could you confirm your full card number?\nCustomer: {{4539 0092 6930 1951}}.\nAgent: So {{4539}}, {{0092}}, {{6930}}, {{1951}}. And the amount is <<$89.95>>.
Caller: So first four {{four nine two nine}}, next four {{two two four three}}, then {{one nine six nine}}, last four {{seven one eight seven}}.\nAI: Reservation <<QW7PLK>> is paid.
Customer: oh the code just came, it says {{770-214}}\nAI: Perfect, and your order <<114-8820931-4471022>> ships <<tomorrow>>.
Agent: Driver's license for the loaner car?\nCustomer: Texas, {{28847109}}.\nAgent: Thank you. Plate is <<KXR 4471>>, return by <<5 pm>>.
i need a copy of receipt <<000482>> for tire rotation on <<nov 3 2023>> my phone is <<512 555 0144>>
Agent: Is it {{four nine two nine}} {{three one one nine}} {{nine nine six eight}} {{eight one four five}}?\nCaller: No, {{nine nine eight six}}.\nAgent: {{nine nine eight six}}?\nCaller: Yes, {{four nine two nine three one one nine nine nine eight six eight one four five}}.
AI: Paying by card or bank?\nOwner: Bank. {{three two two two seven one six two seven}} is the routing. Account's {{two zero four}} {{eight eight one}} {{nine three six zero}}.\nAI: Thank you, policy <<HB 4410228>>.
Caller: Hi, um, my ABN is {{66 382 014 163}} and I want the receipt for <<A$330 including GST>>.
Agent: Could I have your BSB?\nCaller: {{062-184}}\nAgent: And account?\nCaller: {{1029 3847}}.\nAgent: Refund of <<$57.20>> on its way.
for payroll my tax file number is {{four seven oh two oh three four three oh}} and I started on <<the second of february>>
AI: Canadian SIN, please.\nStudent: {{514 120 393}}.\nAI: And your student number?\nStudent: <<20418833>>.
Customer: I'd rather not give my card over the phone.\nAI: No problem, I can send a link to the number ending <<0144>>. It's for <<$240>>.
Caller: Discover. {{6011 4453}} wait lemme find my glasses… {{8490 7516}}.\nAI: Thanks, and the expiry?\nCaller: {{five twenty eight}}.
okay so {{four seven one six}} dash {{three zero zero three}} dash {{one zero three three}} dash {{four eight three five}} and it's good thru {{march of twenty seven}}
Agent: Sorry, you broke up after {{four five three nine}} {{six six one nine}}.\nGuest: {{nine one two four}} {{nine zero four seven}}.\nAgent: Suite <<302>>, two nights, <<€410>>.
AI: Can you verify the wifi PIN set on your room account?\nGuest: {{2580}}.\nAI: Room <<217>>, upgraded at <<$12 a day>>.
Caller: How many pills? I take <<500 milligrams>> twice a day, prescription number <<RX 6620914>>.\nAI: Refill is ready at <<3 pm>>.
[10:02:11] Agent: CVC?\n[10:02:14] Caller: {{four four eight}}\n[10:02:20] Agent: Total <<$1,120.75>>, order <<SO-55102>>.
yeah the card is {{forty nine twenty nine}} {{oh eight thirty one}} {{eighty seven seventy three}} {{forty seventy}}
Agent: We've two dates, <<12/05>> and <<12/19>>, both at <<10:40>>.\nCaller: The second one. And is it still <<$60>> for a no-show?
User: my seed phrase is {{legal winner thank year wave sausage worth useful legal winner thank yellow}}, why can't I get the payout\nAI: Never share that. Your payout ID is <<PO-77120>>.
Customer: The full number's {{4147 3711 1928 3530}}, ends {{04 of 27}}, the code's {{815}}.\nAgent: Thank you, and confirmation is <<830 211>>.
AI: Two factor code?\nSeller: {{0 0 7 3 1 9}}.\nAI: Logged in. You've <<17 listings>> and <<$903.40>> pending.
my daughter's school lunch account is <<LN 20931>> there's <<minus eleven dollars>> on it can I top up <<fifty>>
Caller: {{four four eight five}}.\nAI: Mm-hm.\nCaller: {{two four five three}}.\nAI: Mm-hm.\nCaller: {{two zero three zero}}.\nAI: And the last group?\nCaller: {{two five zero five}}, exp {{11/30}}.
Agent: Quick check, charge of <<$19.99>> from <<1 March>>, auth code on the receipt <<T-20938>>?\nCustomer: That one, please refund.
Agent: {{5187 3249 3914 4653}}, is that correct?\nCaller: Yeah, the one ending in <<4653>>, yes.\nAgent: And the deposit is <<three fifty>>.
For the villa use my wife's, Mastercard {{5187 1629 8642 8029}}, it expires {{December 2027}}, three digits {{360}}, arriving <<23 July>>.
Customer: IBAN is, hang on, the app's slow… {{GB79 NWBK 6016 1395 1081 30}}.\nAI: Refund of <<£1,300>> noted.
Agent: I'm transferring you to billing, call ID <<c-9f31-0042>>.\nCustomer: You're the <<third>> person today.
AI: Enter or say your card number.\nCaller: {{two two two one five eight five six six eight nine four five three three nine}}.\nAI: Thank you. Paying <<one hundred and four dollars and sixty cents>>.
hi um it's {{five two five four}} {{nine zero three three}} {{nine six zero nine}} {{five six six zero}} for the hair appointment on <<saturday at two>> the deposit's <<twenty five>> right
Agent: Your VAT number for the invoice?\nCaller: {{DE839904274}}.\nAgent: Invoice <<RE-2024-118>> over <<€890>> will follow.
Agent: UTR, please.\nPlumber: {{27146 56266}}.\nAgent: Thanks. And the job on <<14 Mill Lane>> was <<£475>>?
Caller: I changed the login to {{Sunny$Day2020}} and it still says locked.\nAI: I can reset it. Your username <<gwen_h>> stays the same.
Agent: Odometer?\nCaller: <<104,882>>.\nAgent: Last service?\nCaller: <<February 2022>>, I paid <<$418.07>>.
AI: I have {{5412}}, {{7991}}, {{1277}}, and then?\nCaller: {{1629}}\nAI: Is that one six two nine?\nCaller: Correct.
Guest: put the minibar on <<408>>… sorry that's the room. Card is {{4266 0803 8157 0376}}.\nAgent: No worries, <<$22>> charged.
Caller: the zip is <<94110>> and the house number is <<2217>>.\nAgent: And the card?\nCaller: Same one, ending in <<0376>>.
the number is {{four five three nine oh seven nine six three four six two four nine seven three}} valid till {{o nine twenty six}} security {{one zero two}} and please book the <<7:20>> train not the <<8:05>>
AI: Your appointment with Dr. Osei is moved from <<April 11>> to <<April 18 at 2:30>>.\nPatient: Does the <<$25>> late fee still apply?
Agent: The medical aid form needs your SSN.\nPatient: {{533-18-4207}}.\nAgent: And chart number?\nPatient: <<MRN 0092817>>.
Seller: My buyer's offer was <<$1,750>>, listing <<8841203377>>, but the app (version <<5.12.3>>) crashed.\nAI: Let me look.
Customer: You want the long number? {{four zero two four}}, {{nine one one seven}}, {{nine one seven nine}}, {{two three four six}}.\nAgent: Thanks. A one time code is coming.\nCustomer: It's {{nine zero}} {{four one}} {{six six}}.
Agent: Did the mechanic give you a quote?\nCaller: <<Four tires, five hundred and sixty, plus ninety for alignment>>.\nAgent: That matches quote <<Q7731>>.
so card number {{5254 0270 5680 9846}} and then my husband's {{5412 8298 8416 3810}} split it half and half <<three twenty five each>>
AI: What's the access token on your dashboard?\nOwner: {{ghp_w8Kd03LmQz7TfRb5XyVn2CsJe41HuAp6GoIt}}.\nAI: Please revoke it. Ticket <<#5520>> is open.
Caller: This is about claim <<CLM-2024-009812>>, the windshield.\nAI: Deductible is <<$250>>, adjuster comes <<Thursday between 9 and 12>>.
Host: My wallet app wants the private key, it starts {{0x4a60bf7d4bc1e485744cf7e8d0860524752fca1ce42331be7c439fd23043f151}}\nAI: Please don't read that to anyone. Your booking payout of <<$640>> is still pending.
Caller: Two nights for the cat, it's <<$38 a night>>.\nAI: And the card?\nCaller: {{forty-five thirty-nine}}… bad line, sorry… {{sixty-nine fifty-seven}} {{twenty-two forty}} {{ninety-nine seventy-five}}.\nAI: Expires?\nCaller: {{one twenty-nine}}.
## hinglish
Agent: Namaste, Sunrise Clinic. Consultation fee <<₹700>> hai, card number bataiye.\nCaller: Haan, {{chaar chaar aath paanch}}, {{paanch aath nau aath}}, {{do teen aath aath}}, {{ek zero nau saat}}.
bhaiya mera card {{4929 6541 5399 4326}} hai expiry {{06/28}} aur cvv {{512}} jaldi kar do
AI: Aapka booking ID?\nCaller: <<HTL 884120>>, <<pandrah august>> ka check-in hai.\nAI: Do rooms, total <<₹8,400>>.
Agent: Refund kis UPI pe bheju?\nCustomer: {{rakesh.verma82@okaxis}} pe bhej do.\nAgent: <<₹1,250>> kal tak aa jayega.
Caller: PAN hai {{BQKPS4471M}}.\nAI: Aur date of birth?\nCaller: <<12 March 1988>>.
Agent: OTP aaya hoga, bataiye.\nCaller: {{saat teen nau ek zero paanch}}.\nAgent: Verify ho gaya, order <<OD4471209>> confirm hai.
mera aadhaar number {{double chhe chaar chhe ek saat paanch saat ek chhe saat do}} hai hotel check in ke liye chahiye na
AI: Card ke pehle chaar?\nCaller: {{chaar zero do chaar}}\nAI: Aage?\nCaller: {{aath saat ek paanch}} {{teen chhe saat paanch}} {{chaar aath ek teen}}\nAI: Theek hai, <<do hazaar paanch sau>> kat jayenge.
Gaadi ki servicing <<saade teen hazaar>> bola tha, bill mein <<₹4,120>> kaise aa gaya? Job card <<JC-20917>>.
Agent: Account number aur IFSC dijiye.\nCustomer: Account {{50100284719036}}, IFSC {{HDFC0001482}}.\nAgent: School fees <<₹18,000>> wapas ho jayegi.
Caller: Card hai {{chaar saat ek chhe paanch aath zero chhe zero teen do chhe aath ek nau do}}, nahi ruko haan sahi hai.\nAgent: Expiry?\nCaller: {{gyarah untees}}.
AI: Main repeat karti hoon, {{4929}} {{1186}} {{2296}} {{2850}}, sahi hai?\nUser: Ji haan, bilkul sahi.
Agent: Appointment <<Monday subah gyarah baje>> hai.\nPatient: Fees kitni?\nAgent: <<Paanch sau rupaye>>.
RuPay card hai ji {{6521 1757 1929 2465}} aur PIN mat poochna haan
Caller: Train PNR <<4512 887 309>> ka refund nahi aaya, <<₹965>> tha.\nAI: Do din lagenge.
Agent: GST number bol dijiye.\nShop: {{27AAPFU0939F1ZV}}.\nAgent: Invoice <<INV/24/0091>> bhej raha hoon.
Customer: Mera number <<98204 17736>> hai, isi pe call karna <<shaam chhe baje>>.
AI: CVV?\nCaller: {{chaar zero saat}}.\nAI: Aur expiry?\nCaller: {{March 2027}}.\nAI: Total <<₹2,999>>.
mastercard se karo {{paanch chaar ek do}} {{nau teen nau paanch}} matlab haan {{aath chhe chhe paanch}} {{nau nau chaar aath}} taxi ka <<barah sau>>
Agent: Aadhaar ke barah digit?\nCaller: {{3082 7250 0139}}.\nAgent: Pincode?\nCaller: <<411038>>.
Caller: Bhai UPI PIN toh {{chaar aath do chhe}} hi daala tha.\nAI: Kripya PIN share na karein. Transaction <<T2403119982>> pending hai.
AI: Kaunsa card, ending <<8192>> ya ending <<2850>>?\nUser: Pehla wala.
Agent: Passport number travel ke liye?\nCaller: {{N4820917}}.\nAgent: Flight <<6E 2047>>, <<24 December>>, seat <<14F>>.
haan likho {{chaar saat ek chhe aath teen aath zero chhe saat do teen zero do ek nau}} expiry {{zero paanch tees}} aur do log ka dinner <<aath baje>>
Parent: Fees ka receipt number <<R-55102>> hai, class <<saat B>>, amount <<₹22,500>>.\nAI: Ek minute.
Agent: Sir {{paanch paanch do teen}} ke baad?\nCaller: {{paanch do chhe nau}}, phir {{do chhe saat ek}}, {{aath paanch chhe ek}}.\nAgent: Shukriya, <<₹899>> lag gaye.
Seller: Login ka password {{Chai@Nashta9}} rakha hai, phir bhi nahi khul raha.\nAI: Seller ID <<SLR20817>> pe reset link bheja.
Caller: Meri car ka number <<MH 12 KT 4471>> hai, <<45,000>> kilometre chali hai.
UPI likhiye {{sunita.k@ybl}} nahi to {{9820417736@paytm}} dono chalenge
AI: SBI account {{do zero chaar ek aath}}… \nCaller: Haan, {{do zero chaar ek aath}} {{saat saat teen nau zero do}}, IFSC {{SBIN0004417}}.
## devanagari
एजेंट: कार्ड नंबर बताइए।\nग्राहक: {{चार नौ दो नौ}} {{चार छह आठ सात}} {{दो नौ नौ पाँच}} {{तीन शून्य तीन तीन}}।\nएजेंट: धन्यवाद, फीस <<₹600>> है।
मेरा कार्ड {{4266 4359 7023 5668}} है और एक्सपायरी {{08/27}} है
एजेंट: आपका अपॉइंटमेंट <<सोमवार सुबह दस बजे>> है।\nमरीज़: फीस <<पाँच सौ रुपये>> ही है न?
ग्राहक: ओटीपी है {{पाँच आठ दो शून्य चार छह}}।\nएजेंट: ठीक है, ऑर्डर <<OD77120>> पक्का हो गया।
एजेंट: आधार नंबर?\nग्राहक: {{९५९३ ९८२९ ५७३८}}।\nएजेंट: पिनकोड <<११००१६>> सही है?
मेरी बुकिंग संख्या <<८८४१२०>> है और मुझे <<पंद्रह अगस्त>> की जगह <<बीस अगस्त>> को आना है
एआई: मैं दोहराती हूँ, {{चार सात एक छह}} {{शून्य एक पाँच चार}} {{चार आठ आठ चार}} {{एक सात पाँच चार}}।\nकॉलर: हाँ, सही है।
कॉलर: सीवीवी {{तीन नौ एक}}, और तारीख {{शून्य नौ दो आठ}}।\nएआई: कुल <<₹3,450>>।
एजेंट: पैन नंबर बताइए।\nग्राहक: {{CDLPR8826H}}।
गाड़ी का बिल <<चार हज़ार दो सौ>> आया है जॉब कार्ड <<२०९१७>> का, इतना क्यों?
ग्राहक: पैसे {{meena.joshi@oksbi}} पर भेज दीजिए।\nएजेंट: <<₹780>> भेज दिए।
एजेंट: खाता संख्या?\nग्राहक: {{३०४८१७७२९०१}}, आईएफएससी {{PUNB0114200}}।\nएजेंट: रिफंड <<तीन दिन>> में आएगा।
कॉलर: {{४०२४}}\nएआई: जी, आगे?\nकॉलर: {{४८०७}} फिर {{०४२३}} और आखिर में {{१९७४}}\nएआई: धन्यवाद, <<₹1,100>> का भुगतान हुआ।
मेरा फ़ोन <<९८२०४ १७७३६>> है, शाम <<छह बजे>> के बाद फ़ोन कीजिए
एआई: <<2850>> पर समाप्त होने वाला कार्ड इस्तेमाल करूँ?\nग्राहक: जी हाँ।
कॉलर: कार्ड लिखिए, {{चार पाँच तीन नौ}}, {{छह नौ पाँच सात}}, रुकिए, {{दो दो चार शून्य}}, {{नौ नौ सात पाँच}}।\nएजेंट: दो लोगों का कमरा, <<₹5,200>>।
ग्राहक: पिन {{सात तीन एक चार}} डाला था।\nएजेंट: पिन किसी को न बताएँ।
एजेंट: स्कूल की फीस <<₹12,000>>, रसीद <<R-3381>>।\nअभिभावक: मास्टरकार्ड {{5336 6544 7371 8037}} से ले लीजिए।
मेरा आधार {{तीन आठ शून्य शून्य पाँच दो सात पाँच छह छह दो आठ}} है और जन्मतिथि <<बारह मार्च उन्नीस सौ अट्ठासी>>
एजेंट: पीएनआर <<4512887309>>, ट्रेन <<12951>>, सीट <<32>>।\nयात्री: एक मिनट, लिख लूँ।
## spanish
Agente: ¿Me dice el número de la tarjeta?\nCliente: Sí, {{cuatro dos seis seis}}, {{seis cinco uno dos}}, {{uno uno tres siete}}, {{uno cinco tres cero}}.\nAgente: La limpieza dental son <<65 euros>>.
quiero pagar la reserva <<LX40917>> con la tarjeta {{5523 2811 3073 8340}} que caduca en {{marzo del veintiocho}}
IA: Su cita es el <<martes 14 a las 9:30>>.\nPaciente: ¿Y cuánto sale?\nIA: <<Ochocientos pesos>>.
Agente: Repito, {{5336}}, {{5670}}, {{9871}}, {{2328}}.\nCliente: Eso, y el código es {{siete siete cuatro}}.
Cliente: Mi DNI es {{48213075S}}.\nAgente: Gracias. ¿Y el número de póliza?\nCliente: <<P-2209174>>.
Agente: ¿A qué cuenta devolvemos los <<129,90 €>>?\nHuésped: {{ES64 2100 6328 9901 8341 7320}}.
mire el nie es {{equis cuatro ocho tres uno nueve dos siete hache}} y mi teléfono <<612 40 91 77>>
Agente: CLABE, por favor.\nVendedor: {{012454881048053351}}.\nAgente: Su pago de <<$4,300 MXN>> llega mañana.
Cliente: {{cincuenta y dos cincuenta y cuatro}}\nIA: Sí.\nCliente: {{cero cinco veintidós}}\nIA: Sí.\nCliente: {{setenta y uno cuarenta y cinco}}, {{treinta y cinco treinta y cinco}}.\nIA: Gracias.
el coche tiene <<ciento veinte mil kilómetros>> y me pedían <<cuatrocientos cincuenta>> por los frenos, presupuesto <<3381>>
IA: Dígame el código que le llegó.\nCliente: {{seis cero cuatro ocho uno dos}}.\nIA: Listo, pedido <<MX-77120>> confirmado.
Agente: ¿Vencimiento?\nCliente: {{11/29}}.\nAgente: ¿Los tres dígitos de atrás?\nCliente: {{208}}.\nAgente: Serían <<$1,850>>.
Huésped: Llegamos el <<3 de agosto>>, somos <<cuatro>>, habitación <<212>>.\nIA: Perfecto, desayuno <<12 €>>.
la amex es {{tres siete uno cuatro}} {{cuatro ocho cuatro nueve tres seis}}… no, perdón, {{cuatro ocho cuatro nueve seis tres}} {{cuatro cuatro seis seis seis}}
Agente: ¿La tarjeta terminada en <<8340>>?\nCliente: Esa misma.
Cliente: La contraseña es {{Gatito*2019}} y no entro.\nIA: Le abro el caso <<55120>>.
Agente: CPF, por favor.\nPasajera: {{381.825.811-25}}.\nAgente: Vuelo <<LA 8041>>, asiento <<17A>>.
Alumna: La matrícula <<2024-0917>> son <<trescientos veinte euros>>, ¿puedo pagar en <<dos plazos>>?
sí anote {{cinco dos cinco cuatro}} {{cinco cinco tres ocho}} eh {{nueve uno ocho nueve}} {{nueve nueve nueve nueve}} y es válida hasta {{cero seis treinta}}
IA: ¿Pasaporte?\nCliente: {{XDB402917}}.\nIA: ¿Fecha de nacimiento?\nCliente: <<5 de mayo de 1990>>.
Agente: ¿IBAN?\nCliente: {{ES27 0049 6011 3610}}… espere… {{1398 9718}}.\nAgente: Anotado, <<58 €>>.
Cliente: El envío <<PQ4X0081772>> no llega, pagué <<39,95>>.\nIA: Un momento, por favor.
IA: ¿Su clave verbal?\nCliente: {{girasol}}.\nIA: Gracias, cliente <<0048221>>.
Cliente: Tome la Mastercard, {{2221 0550 5284 2229}}, y mándeme la factura <<F-2024-88>> a <<luis.prado@correo.es>>.
Taller: El cambio de aceite queda en <<95 dólares>>, listo a las <<cinco y media>>.
## german
Agent: Die Kartennummer bitte.\nKundin: {{fünf zwo fünf vier}} {{null sechs zwo null}} {{vier drei zwo fünf}} {{sieben vier eins eins}}.\nAgent: Danke, das sind <<79 Euro>>.
meine iban ist {{DE49 3704 0044 5560 0796 27}} und die rechnung war <<RE 20417>> über <<dreihundertzwölf euro>>
KI: Ihr Termin ist am <<12. März um 9:30 Uhr>>.\nPatient: Kostet das was?\nKI: <<Fünfundzwanzig Euro>> Ausfallgebühr bei Absage.
Kunde: {{vierundvierzig fünfundachtzig}}\nAgent: Ja.\nKunde: {{achtundfünfzig achtundneunzig}}, {{dreiundzwanzig achtundachtzig}}, dann {{zehn siebenundneunzig}}.\nAgent: Gültig bis?\nKunde: {{04/28}}.
Agent: Ich wiederhole, {{5412 2598 3074 5587}}.\nAnrufer: Genau, Prüfziffer {{663}}.
Gast: Buchung <<HB77120>>, Zimmer <<304>>, Anreise <<am vierten Juli>>.\nKI: Zwei Nächte, <<258 Euro>>.
KI: Wie lautet die TAN?\nKunde: {{acht vier null zwo sieben sieben}}.\nKI: Danke, Auftrag <<A-2209>> ist frei.
Agent: Ihre Steuer-ID?\nKunde: {{34 709 681 510}}.\nAgent: Und die Kundennummer?\nKunde: <<0048 2217>>.
äh die visa ist {{vier null zwo vier}} moment {{vier acht null sieben}} {{null vier zwo drei}} {{eins neun sieben vier}} ablauf {{elf siebenundzwanzig}}
Werkstatt: Inspektion plus Bremsen macht <<648,90 €>>, Kilometerstand <<87.412>>.\nKunde: In Ordnung.
Agent: IBAN für die Erstattung?\nGast: Moment, so: {{DE88 5001 0517 2352 8283 80}}.\nAgent: <<140 Euro>> kommen Freitag.
Kundin: Die Karte mit den Endziffern <<5587>> bitte.\nKI: Gern, <<19,99 €>>.
Kunde: Mein Passwort ist {{Regenbogen!44}}.\nAgent: Bitte nicht nennen! Ticket <<88213>>.
rufen sie mich unter <<0171 4029 177>> an ich wohne in <<50667>> köln
KI: Bitte die sechzehn Ziffern.\nAnrufer: {{vier fünf drei neun}}.\nKI: {{vier fünf drei neun}}.\nAnrufer: {{sechs neun fünf sieben}} {{zwo zwo vier null}} {{neun neun sieben fünf}}.
Anrufer: {{4929 1105}}… Quatsch… nein doch, {{4929 1102 6425 9570}}.\nAgent: Danke.
Agent: Kundenkennwort?\nKunde: {{Schneeglöckchen}}.\nAgent: Ihr Vertrag <<V-55102>> läuft bis <<31.12.2025>>.
Vater: Schulgeld für Mai, <<vierhundertzwanzig Euro>>, Verwendungszweck <<Klasse 7b>>.
Agent: USt-IdNr.?\nHändler: {{DE839904274}}.\nAgent: Ihre Auszahlung <<1.204,50 €>> ist unterwegs.
meine amex {{3787 776443 64959}} und vorne steht {{2217}} für den mietwagen am <<ersten august>>
Reisende: Reisepass {{C4VK90T17}}, Flug <<LH 1829>>.\nKI: Sitz <<21F>>, Abflug <<6:55>>.
KI: Wie viele Personen?\nGast: <<Zwei Erwachsene, ein Kind>>, <<acht Uhr>>.
Kunde: PIN ist {{fünf null neun drei}}, glaub ich.\nKI: Danke, Zähler <<1ESY1160>> ist gefunden.
Agent: Sendung <<00340434161094042557>> ist zugestellt.\nKunde: Nein! Ich hab <<54 Euro>> bezahlt.
Kundin: Nehmen Sie {{zweiundfünfzig vierundfünfzig}} {{vierzig fünfunddreißig}} {{siebenundzwanzig dreiunddreißig}} {{neunzehn siebenundsiebzig}}, bis {{Mai neunundzwanzig}}.
## french
Agent : Votre numéro de carte ?\nClient : {{quarante-deux soixante-six}} {{quatre-vingt-dix-neuf zéro cinq}} {{trente-cinq quatre-vingt-dix-neuf}} {{trente-neuf quatre-vingt-quinze}}.\nAgent : La consultation est à <<30 euros>>.
alors ma carte c'est {{4929 4687 2995 3033}} elle expire en {{juin vingt-huit}} et derrière {{471}}
IA : Votre rendez-vous est le <<12 mai à 14 h 15>>.\nPatiente : Parfait, c'est toujours <<vingt-cinq euros>> ?
Client : Mon IBAN, {{FR76 3000 4809 9255 0992 0398 665}}.\nAgent : Remboursement de <<84,50 €>> sous <<trois jours>>.
Agent : Je répète, {{5254 6238 5595 7545}}.\nCliente : C'est ça, expiration {{03/27}}.
IA : Le code reçu par SMS ?\nClient : {{soixante et onze quatre-vingt-dix quarante-deux}}.\nIA : Merci, commande <<C-88120>> validée.
ma réservation c'est <<QX77LP>> pour <<deux nuits>> on arrive le <<quatre juillet>>
Agent : Numéro de sécurité sociale ?\nPatient : {{2 84 05 75 112 043 39}}.\nAgent : Et votre dossier ?\nPatient : <<D-40917>>.
Cliente : {{quatre sept un six}}\nIA : Oui.\nCliente : {{huit deux un trois}} euh {{deux six cinq huit}} {{quatre zéro cinq cinq}}.\nIA : Merci.
Garage : La vidange et les freins, <<quatre cent soixante-dix-sept euros>>, prêt à <<17 h>>.\nClient : D'accord.
Client : La carte qui finit par <<3995>>.\nAgent : Débit de <<59,90 €>>.
Agent : Numéro de TVA ?\nCommerçant : {{FR95531306793}}.\nAgent : Facture <<FA-2024-118>>.
Cliente : Mon mot de passe c'est {{Lavande#83}}.\nIA : Ne le dites pas ! Dossier <<55120>>.
rappelez-moi au <<06 12 40 91 77>> j'habite <<69003>> lyon
Voyageur : Passeport {{19CK40917}}, vol <<AF 1148>>.\nIA : Siège <<12C>>.
Client : {{quarante et un quarante-sept}}, {{cinquante-six zéro cinq}}, pardon, je tousse… {{vingt-deux vingt et un}}, {{quatre-vingt-neuf quatre-vingts}}.\nAgent : Cryptogramme ?\nClient : {{six trois huit}}.
Parent : La cantine, <<soixante-douze euros>>, élève <<20418>>.\nIA : Un instant.
Vendeur : Virez sur {{FR76 3000 4540 3963 3646 3593 181}}.\nAgent : Annonce <<8841203>>, <<350 €>>.
Client : Le colis <<6A14029177341>> est perdu, j'ai payé <<39 euros>>.
prenez la mastercard {{5336 0916 7233 0282}} pour la chambre <<212>> et envoyez à <<n.roche@courrier.fr>>
`,
};
