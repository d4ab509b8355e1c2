import type { Language } from './language';

/** Hindi as it is written in Latin letters, in the spellings that people and recognisers use. */
export const hinglish: Language = {
	name: 'Hinglish',
	units:
		'shunya/shoonya/sunya/shunye/shuniya/sifar/jeero/jiro/ziro/zeero ek/aik/aek do/doo teen/tiin/tin/theen char/chaar/caar paanch/panch/paach/pach/paanc/paanchh/pancha chhe/chhah/che/chah/chhai/cheh/chhay/chhey/chae saat/sat/saath/sath/saatt aath/aat/ath/aatth nau/naw/nou/nao',
	teens:
		'das/dus/daus gyarah/gyara/gyaarah/gyarha/igyarah/gyaara barah/baarah/bara/baara terah/tera/teraah/tehrah chaudah/chauda/choudah/chowdah/chodah pandrah/pandra/pandhra/pandreh/pandarah/pandhrah solah/sola/sohlah satrah/satra/sattrah/satarah/sattarah atharah/athara/attharah/aatharah/athaarah/atthara unnis/unnees/unnish/unees',
	tens: 'bees/bis/biss tees/tis/tiis chalis/chaalis/chalees/chaalees pachas/pachaas saathh/saatth sattar/sattarh assi/asi nabbe/navve/nabbey/nabe',
	compounds: `
		ikkis=21 ikkees=21 ikis=21 bais=22 baais=22 baees=22 teis=23 teyis=23 teees=23 tais=23
		chaubis=24 chaubees=24 choubis=24 pachis=25 pachees=25 pacchis=25 pachchis=25 pachchees=25
		chhabbis=26 chabbis=26 chhabees=26 sattais=27 sattaais=27 sataais=27 sattaaees=27 satais=27 sattaees=27 atthais=28 athais=28 attais=28 attaais=28 atthaais=28 athaais=28 atthaaees=28
		atthaees=28 untis=29 unatees=29 unnatees=29 unatis=29 unnatis=29 untees=29 unattees=29 untiis=29
		ikattis=31 iktis=31 ikatis=31 ikattees=31 battis=32 batis=32 battees=32 taintis=33 tetis=33
		taintees=33 tentis=33 chauntis=34 chautis=34 chauntees=34 paintis=35 paintees=35 pentis=35
		chhattis=36 chattis=36 chhattees=36 saintis=37 saintees=37 sentis=37 adtis=38 artis=38
		adatis=38 adtees=38 untalis=39 unchalis=39 untaalis=39 untalees=39
		iktalis=41 iktaalis=41 iktalees=41 bayalis=42 bayaalis=42 byalis=42 bayalees=42 taintalis=43
		tetalis=43 taintaalis=43 chauwalis=44 chavalis=44 chauvalis=44 chawalis=44 chavalees=44
		paintalis=45 paintaalis=45 paintalees=45 chhiyalis=46 chiyalis=46 chhiyaalis=46 saintalis=47
		saintaalis=47 adtalis=48 artalis=48 adtaalis=48 unchas=49 unanchas=49 unchaas=49
		ikyavan=51 ikyawan=51 ikkyavan=51 ikyaavan=51 bavan=52 baavan=52 bawan=52 tirpan=53 trepan=53
		tirepan=53 chauvan=54 chauwan=54 chouvan=54 pachpan=55 chhappan=56 chappan=56 sattavan=57
		sattawan=57 atthavan=58 athavan=58 atthawan=58 unsath=59 unsathh=59
		iksath=61 iksathh=61 basath=62 baasath=62 tirsath=63 tresath=63 tiresath=63 chausath=64
		chaunsath=64 painsath=65 chhiyasath=66 chiyasath=66 sarsath=67 sadsath=67 adsath=68 arsath=68
		unhattar=69 unahattar=69 unattar=69
		ikhattar=71 ikahattar=71 ikattar=71 bahattar=72 tihattar=73 chauhattar=74 pachhattar=75
		pachattar=75 pichhattar=75 pichattar=75 chhihattar=76 chihattar=76 sathattar=77 satattar=77
		athattar=78 athhattar=78 unasi=79 unyasi=79 unnasi=79
		ikyasi=81 ikyaasi=81 bayasi=82 byasi=82 tirasi=83 chaurasi=84 pachasi=85 chhiyasi=86
		chiyasi=86 sattasi=87 satasi=87 atthasi=88 athasi=88 nawasi=89 navasi=89
		ikyanve=91 ikyanbe=91 banve=92 baanve=92 banbe=92 tiranve=93 tiranbe=93 chauranve=94
		chauranbe=94 pachanve=95 panchanve=95 pachanbe=95 chhiyanve=96 chiyanve=96 sattanve=97
		sattanbe=97 atthanve=98 atthanbe=98 ninyanve=99 ninyanave=99 ninanve=99
	`,
	respellings: 'th=t tth=t tth=tt tt=t aa=a a=aa ee=i is=ees chh=ch v=w w=v ain=en ai=e',
	hundred: 'sau',
	thousand: 'hazaar/hazar/hajar/hajaar',
	large: 'lakh lac karod crore arab',
	tensAlone: true,
	weak: 'do doo teen tin sat sath saath char che pach aat ath das dus tera bara sola bees bis tees tis sau assi asi artis tais bais chah nou naw sunya now arab pachas sattar',
	repeats: 'dugna=2 tigna=3 dabal=2 tripal=3',
	ordinals: 'pehla dusra doosra teesra tisra chautha',
	letterCases: 'bada badi bade chhota chota choti chhoti chhote small',
	determiners: 'nayi naya aapka mera ka ki ke ko wala kab',
	genitives: 'ki ka ke',
	yearEndings: 'mein me',
	rangeJoins: 'se',
	paymentTimes: 'abhi aaj',
	inSentences: 'hai hain mera meri mere kya nahi nahin aur toh yeh woh aap bhi mujhe',
	phrases: {
		card: `
			card ka (lamba|bada|pura|poora) number, visa ka number, card wala, card ka number,
			card ke number, card ka no, card wala number, card pe number, card par number,
			credit card ka number, debit card ka number, atm card ka number, card ki detail, card ki details,
			card ke upar, pura card number, poora card number, card ka poora number, card ka pura number,
			poora number, pura number, card ka (bada|lamba wala|poora wala) number,
			card (pe|par) jo (bada|lamba|) number, card ke saamne (wale|wala|ka|ke),
			card ke aage (wale|ka) number, solah (ank|digit|number), sola (ank|digit), 16 ank,
			sixteen digit ka number, card bataiye, card batao, card boliye, card dijiye, card ki jaankari,
			card ka pura no, card ke solah
		`,
		cardMention: `atm card, rupay card, credit card se, debit card se, card se`,
		security: `
			cvv nambar, cvv ka nambar, teen number ka code, security wala number,
			(peeche|piche|pichhe) (wale|wala|ke|ka|likhe|) (teen|3|) (number|digit|ank),
			peeche ke teen number, peeche ke teen digit, peeche ke teen ank, peeche ke 3 number,
			peeche ke 3 digit, piche ke teen number, piche ke teen digit, peeche wala number,
			piche wala number, peeche likha, piche likha, (aage|saamne|samne) (likha|chhapa) (hai|), (aage|saamne|samne) wale (chaar|char|4) (digit|number|ank),
			peeche jo number, peeche ka number, piche ka number, card ke peeche, card ke piche, teen digit,
			teen number, teen ank, peeche, piche, cvv ka number, teen ank ka code, teen digit ka code,
			(peeche|piche|pichhe|peechhe) (wale|wala|jo|likhe hue), (pichhe|peechhe),
			(chhota|chota|chhote|chote) (wala|) (number|ank|digit),
			card (palat|palta|ulta) (ke|kar|karke|kijiye|karo), card palat ke, card ulta karke, ulta karke,
			palat ke dekhiye, palat ke, signature ke paas, sign ke paas, cvv kya, cvv bataiye, cvv batao,
			cvv wala number, teen ankon ka, teen ank wala, teen digit wala
		`,
		expiry: `
			naam ke neeche (kya|) (likha|chhapa),
			card ki validity, card ki validiti, kab expire (ho raha|ho rahi|hogi|hota|hoti), kab tak valid, expiry kya, kab expire, valid tak, valid (till|thru|until) kya (likha |)hai, card kab tak, kab tak chalega, kab tak chalegi,
			expiry ki date, expiry bataiye, expiry batao, expire kab, kab expire hoga, kab khatam hoga card
		`,
		bank: `
			a c number, khata nambar, khaata nambar, account nambar, account ka nambar, acc number,
			khata number, khata no, khata sankhya, khate ka number, khaata number, bank khata,
			bank khata number, bank ka khata, account ka number, bank account ka number, khaate ka number,
			ifsc ka code, upi ka id, bank ki detail, bank ki details, passbook (pe|par|mein|ka) (jo|) number,
			cheque ke neeche, check ke neeche, cheque book (pe|par) jo number,
			(khate|khaate|khata|khaata) ka no, khaata no, account ka no, account ke number, a c ka number,
			acc ka number, kis khate mein, kaun se khate mein, konse khate mein, kis account mein,
			bachat khata, saving account, saving account ka number, savings khata, salary account,
			current account ka number, bank ka account number, bank account ka no, ifsc ka number,
			ifsc batao, ifsc bataiye, (gpay|google pay|phonepe|phone pe|paytm|bhim) (ka|ki) id, paytm id,
			bhim id, upi ki id, upi wala id, vpa, micr code, branch ka code
		`,
		bankMention: `khata, khaata, khate, khaate, khate mein, bank mein`,
		tax: `
			pan ka number, pan card ka number, aadhaar ka number, aadhar ka number, adhar ka number,
			aadhaar card ka number, aadhar card ka number, gst ka number, adhaar ka number, aadhaar ka no,
			adhar ka no, aadhar ka no, aadhaar (pe|par), adhar (pe|par), aadhar (pe|par),
			aadhaar ke barah ank, pan ka no, pan card ka no, pan (batao|bataiye|boliye|hai|kya), mera pan,
			aapka pan, apna pan, gst ka no, gst wala number, gstin ka number, company ka gst, gst number hai,
			gst batao, gst bataiye, passport ka (number|no),
			driving (licence|license|lisence) ka (number|no), (licence|license) ka (number|no), dl ka number,
			voter id ka number, voter card ka number, pehchan patra
		`,
		code: `
			(chhe|che|chhah|6|chaar|char|4) (ank|digit|number) (jo|) (aaye|aaya|aae|aya|aaenge), (ank|digit) (aaye|aaya|aae) (hain|hai|honge|hoga),
			atm (mein|me) (kaunsa|kaun sa|konsa) number, (phone|mobile) (pe|par) (ek|koi) (number|code|message), number aaya (hoga|hai),
			number (daalte|dalte|dalti|daalti|dalta|daalta) (ho|hain|hoon|hun), atm (mein|me) jo (number|char number|chaar number), app (mein|me|pe|par) jo (number|code),
			code (maang|mang|puch|pooch) (raha|rahi|rahe), puk,
			(message|sms|msg|text) (aa gaya|aa gya|aa gayi) (hai|),
			gupt code, gupt number, pin nambar, pin ka number, atm ka pin, upi ka pin, otp nambar,
			code bheja, code mila, otp ka number, otp wala, mobile pe code, phone pe code, mobile par code,
			phone par code, message mein code, jo code aaya, code aaya, pin kya, chhe digit ka code,
			char digit ka pin, char ank ka pin, chhe ank ka code,
			(message|sms|msg) (mein|me) jo (number|code|aaya), (mobile|phone) (pe|par) jo (number|code|aaya), jo number aaya,
			otp (aaya|aya|mila|bataiye|batao|boliye), code (kya aaya|aaya hoga|bataiye|batao),
			chhe (ank|digit) ka (code|otp|number), che digit ka otp, 6 digit ka (code|otp),
			char digit ka code, chaar (digit|ank) ka (pin|code), verification ka code, card ka pin,
			atm ka pin number, mera pin, apna pin, aapka pin, pin hai, pin tha, pin bataiye, pin batao,
			pin daala, mpin, mpin kya, khufiya code, login ka code, app ka pin
		`,
		password: `
			login (badal ke|badalkar|change karke|change kar ke), password kya, paasward, pasword, gupt shabd, secret shabd, yaadgar shabd, security sawal, security sawaal, suraksha sawal,
			phone wala password, wifi ka password
		`,
		seed: `
			(baarah|barah|bara|12|chaubees|chaubis|24) (word|words|shabd), recovery ke (word|words|shabd), wallet ke (word|words|shabd),
			(pehle|agle|aakhri) (teen|chaar|char|chhe) (word|words|shabd) (hain|), seed ke (word|words), recovery wale (word|words), phrase do, phrase diya, phrase hai
		`,
		key: `private key yeh, gupt key, secret key yeh`,
		lastFour: `
			card khatam,
			aakhri char, aakhri chaar, akhri char, akhri chaar, aakhri ke char, last char, last chaar,
			last ke char, last ke chaar, last char digit, aakhri char digit, aakhri char ank, pe khatam,
			par khatam, mein khatam, khatam hone wala, khatam hota, aakhir ke (char|chaar),
			akhir ke (char|chaar), antim (char|chaar), aakhri ke chaar, last wale char
		`,
		phone: `
			mobile ka number, phone ka number, mera number, aapka number, call karo, call kijiye, phone karo,
			phone kijiye, call kar lo, is number pe, is number par, whatsapp ka number, ghar ka number,
			dusra number, doosra number, mera mobile, apna mobile, mobile no, phone no, number (pe|par) call,
			contact ka number, bhai ka number, papa ka number, pati ka number
		`,
		reference: `
			(bijli|bijlee|gas|paani|pani|mobile|phone|internet|broadband) (ka|ke|wala|) (bill|) (ka|wala|) (account|khata) (number|no), bill (mein|pe|par) (jo|) account (number|no|), cheque (ka|) number hai,
			offer ka, offer wala, discount ka, coupon ka,
			invoice ka number, bill ka number, order ka number, ticket ka number, transaction ka number,
			reference ka number, tracking ka number, booking ka number, complaint ka number, shikayat number,
			shikayat ka number, invoice ki sankhya,
			(cheque|check|challan|chalan|ration card|rashan card|file|docket|pnr|train|flight|gaadi|gadi|meter|consumer|customer|lpg|gas|connection|policy|application|form|token|kamre|room|flat|courier|awb|parcel|receipt|membership|member|registration|ref|rrn|arn|bijli|coupon|voucher|grahak|employee|rma|return|claim|loan|invoice|bill|order|ticket|complaint|shikayat) ka (number|no|id),
			(challan|shikayat|grahak|policy|bill|order|invoice|upbhokta|sadasya|sandarbh|rasid) sankhya,
			(rashan|rasan|ration) card, rashan card number, chalan number, chalan, shikayat id, complaint id,
			complaint no, ticket id, grahak number, grahak id, upbhokta number, k number,
			bijli ka consumer number, aavedan number, aavedan sankhya, makaan number, makan number,
			ghar number, gali number, ward number, plot number, dukaan number, rasid number, raseed number,
			staff code, employee code, agent code, sender id, gate pass number, token number, roll number,
			utr ka number, reference wala number, sandarbh number, invoice wala number
		`,
		thing: `
			(plan|offer|recharge|policy) (expire|khatam),
			meter,
			(bijli|bijlee|gas|paani|pani|mobile|phone|internet|broadband) (ka|ke|wala|) (bill|) (ka|wala|) (account|khata),
			janamdin, janmdin, janam din, janam tithi, makaan,
			bill, invoice wala, order wala, saamaan
		`,
		amount: `
			aadha aadha, paisa, paise, rakam, kimat, keemat, daam, bhugtan, kul, total amount, kat gaye, kata gaya, diye,
			bhare, jama, wapas, kitna (katega|kata|kat gaya|lagega|dena|hua|aayega|bacha),
			kitne (katenge|kate|kat gaye|ka|lagenge|paise|rupaye), katega, katenge, kat gaya, kat liye,
			kat liya, kaat liye, kaat liya, kate the, kist, kisht, mujhe sirf, saade, sadhe, saadhe, dhai,
			dhaai, dedh, sava, sawa, paune, wapas chahiye, wapas aaye, refund ka, rupees, paise kate,
			rupaye kate, kate hain, kate gaye, kate jayenge
		`,
		date: `
			(plan|offer|recharge|policy) (expire|khatam),
			janamdin, janmdin, janam din, janam tithi,
			tarikh, tareekh, taarikh, janam, janm, pichle mahine, agle mahine
		`,
		postal: `(mera|apna|aapka|ghar ka|area ka|delivery ka|) pin code (ka|), area ka pin`,
		month: `
			janwari, janvari, farvari, aprail, joon, julai, agast, sitambar, sitamber, aktubar, navambar,
			disambar
		`,
		filler: `
			shayad, haan, haa, han, ha, ji, haan ji, ji haan, theek hai, thik hai, theek, thik, accha, achha, acha,
			ek minute, ek min, ek second, ek sec, ek baar, ruko, rukiye, ruk jao, rukna, zara, phir, fir,
			phir se, fir se, aur, uske baad, iske baad, baad mein, ka, ki, ke, ko, hai, hain, matlab,
			dekhta hoon, dekhti hoon, dekho, dekhiye, dekh raha hoon, dekh rahi hoon, dekh lu, dekh loon,
			batata hoon, batati hoon, bata raha hoon, bata rahi hoon, bataata hoon, bolta hoon, bolti hoon,
			bol raha hoon, bol rahi hoon, likhiye, likho, likh lo, likh lijiye, note karo, note kijiye,
			note kar lo, note kar lijiye, toh, to, woh, wo, yeh, ye, bas, sahi, mera, meri, aage, aage hai,
			agla, agle, agle char, agle chaar, pehle char, pehle chaar, pehla, shuru mein, suniye, suno,
			boliye, bolo, bolna, sir, madam, bhai, bhaiya, na, toh phir, us ke baad, yaani, yani, mein, me,
			se, number hai, number, ek dam, samjhe, samajh gaye, please sir, ruk jaiye,
			(thoda|zara) (rukiye|ruko|ruk jaiye),
			ek (minute|second|sec|min) (rukiye|ruko|ruk jaiye|dijiye|do), do minute, do minute rukiye,
			hold kijiye, hold karo, line pe rahiye,
			chashma (laga loon|laga lu|lagane do|pehen loon|nahi hai|kahan hai|laga ke),
			nikal (raha|rahi) hoon, nikalta hoon, (dhundh|dhoondh) (raha|rahi) hoon, padh (raha|rahi) hoon,
			padhta hoon, padhti hoon, padh ke (batata|batati) hoon, dekh ke (batata|batati) hoon,
			check (karta|karti) hoon, check kar (raha|rahi) hoon, awaaz aa rahi hai, awaz aa rahi hai,
			awaaz nahi aa rahi, sun rahe (ho|hain), sunai de raha hai, line kat rahi hai, line kharab hai,
			network kharab hai, likh (rahe ho|rahe hain|liya|liye), note (kiya|kar liya|kar rahe hain),
			ho gaya, hogaya, aage boliye, agla boliye, aage bataiye, haan boliye, haan bataiye, ji boliye,
			ji bataiye, bilkul, sahi hai, barabar, uske aage, last mein, end mein, aakhir mein, aakhri mein,
			sabse pehle, bhaisahab, bhai sahab, beta, didi, sir ji, madam ji, bataiye, batao, bataye,
			bata dijiye, bata do, likha hai, likha hua hai, phir likhiye, dhyan se suniye, suniye ji,
			boliye ji, wahi, acha acha, bill (mein|pe) likha hai, wapas bolta hoon, wapas bolti hoon,
			phir se bolta hoon, phir se bolti hoon, mobile pe hai, phone pe hai,
			(bol|bata|likh|bhej|de|padh|suna) (diya|di|diye|dijiye), maine bola, maine bataya
		`,
		correction: `
			nahi, nahin, nai, nahi nahi, galat, galti, maaf kijiye, maaf karna, arre, arey, na na,
			galat (ho gaya|bola|bol diya|likha|padha), galti se, ruko ruko, dobara, dubara, shuru se,
			phir se shuru, ek (number|digit) (chhoot|chhut) gaya, chhoot gaya, reh gaya, maaf kijiyega,
			nahi ji, cancel karo
		`,
		money: `
			rupaye, rupay, rupaiye, rupya, rupaya, rupiya, rupe, paise, paisa, hazaar, hazar, hajar, lakh,
			karod, taka, pratishat, rupyo, rupayon, rupees, percent
		`,
		unit: `
			din, dino, dinon, mahine, mahina, mahino, saal, saalon, hafte, hafta, hafton, ghante, ghanta,
			baje, baj, log, logon, baar, bar, tarikh, tareekh, taarikh, bande, cheez, cheezein, cheezen,
			dost, minute, second, ghanton, aadmi, bhai, kist, kisht, kishtein, kistein, raat, raatein, dafa,
			martaba, packet, litre, bachche, parcel, sau log
		`,
		digits: `ank, anko, ankon, akshar, shabd, number ka, digit ka`,
		is: `hai, hain, ye, yeh, h, tha, hoga, likha, thi, rahega`,
		purpose: `ke liye, wala`,
		spelling: `
			bada, badi, bade, chhota, chota, choti, chhoti, chhote, small, hash, hash tag, at the rate, star, dollar,
			underscore, dot
		`,
		notPassword: `
			galat, bhool, bhul, nahi, nahin, kya, yaad, badal, badalna, change, reset, chahiye, sahi, theek,
			band, purana, naya, nayi, kaise, kyun, kaun, wala, wali, bhi, hi, mat, kisi, ko, ka, ki, ke, main,
			maine, mujhe, mujhko, mera, meri, mere, hum, humne, hame, hamara, aap, aapka, aapki, aapko,
			aapne, tum, tumhara, tumhe, woh, usne, uska, unhone, yeh, isme, kuch, koi, sab, kab, kahan,
			kidhar, kitna, jab, agar, lekin, par, magar, toh, aur, mein, tak, hoga, hogaya, gaya, gayi, gaye,
			kar, karo, kiya, karna, karke, raha, rahi, rahe, tha, thi, the, hua, hui, hue, hoon, diya, dena,
			bata, batao, bataya, bataiye, bol, bola, boliye, bolo, pata, maloom, jaanta, jaanti, samajh,
			ruko, rukiye, haan, han, accha, acha, bilkul, dhanyavaad, shukriya, namaste, sirf, bas, phir,
			fir, abhi, kal, aaj, alag, wahi, vahi, wrong, lag, laga, lagta, khul, chal, aata, aati, aaya,
			gayab, likha, likhe, rakha, nahi pata
		`,
		anyCode: `code`,
		sent: `bheja, bheja hai, aaya, aaya hai, mila, message mein, sms mein`,
		speaker: `ejent, grahak`,
	},
};
