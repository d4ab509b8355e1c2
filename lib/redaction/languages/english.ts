import type { Language } from './language';

export const english: Language = {
	name: 'English',
	units:
		'zero/oh/o/nought/naught/zilch one two three/tree four/fower five/fife six seven eight nine/niner',
	teens: 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
	tens: 'twenty thirty forty/fourty fifty sixty seventy eighty ninety',
	hundred: 'hundred',
	thousand: 'thousand',
	large: 'million billion trillion',
	joins: 'and',
	weak: 'oh o tree one',
	soundalikes: 'for=4 fore=4 to=2 too=2 ate=8 won=1',
	repeats: 'double=2 dbl=2 triple=3 treble=3 quadruple=4',
	times: 'times',
	spellingAlphabet: `
		a=alpha a=alfa b=bravo c=charlie d=delta e=echo f=foxtrot g=golf h=hotel i=india j=juliet
		j=juliett k=kilo l=lima m=mike n=november o=oscar p=papa q=quebec r=romeo s=sierra t=tango
		u=uniform v=victor w=whiskey w=whisky x=xray y=yankee z=zulu z=zed z=zee
	`,
	letterCases: 'big capital capitals cap caps uppercase lowercase uppercased',
	addressSigns: 'at=@ dot=. period=. underscore=_ dash=- hyphen=- minus=- plus=+',
	phrases: {
		card: `
			(visa|mastercard|amex|debit|credit|plastic) number, number of the card, 16-digit number, the sixteen digits, digits on the card,
			card (number|numbers|no|num|numba|digits|details|info|information),
			(full|whole|complete|entire|long|sixteen digit|16 digit) number,
			(number|numbers|digits) (on|from|across|off) the front,
			(number|numbers|digits) (of|on|for|from|off) (the|my|your|this) (card|visa|mastercard|amex|plastic|credit card|debit card),
			cc number, cc no, cc, long number, number on the front, numbers on the front,
			digits on the front, sixteen digit number, sixteen digits, 16 digit number, 16 digits,
			card pan, primary account number
		`,
		cardMention: `
			visa electron, mada, troy, interac, prepaid card, gift visa, company card, corporate card, plastic,
			credit card, debit card, bank card, payment card, card, visa, mastercard, master card, amex,
			pay with, paying with, pay using, paying using, pay by, payment by, paid with, paid using,
			please charge, charge, charge my, charge it to, charge it on, charge this to, put it on, put this on, bill it to,
			american express, discover card, rupay, diners club, maestro, jcb, unionpay
		`,
		security: `
			c v b, cvb, cbv, c v v two, card validation code, back code, three on the reverse, three digit pin, code on my card, code on the card, code on your card,
			(three|3|four|4|last three|last 3|) (digits|numbers|figures|digit code|digit number) (on|at|from|in) the (back|reverse|rear|other side|signature strip),
			(code|number) (on|at|from|in) the (back|reverse|rear|other side|signature strip),
			(security|safety|card security|card verification) (code|number|numbers|digits|digit|value),
			three numbers, 3 numbers, cvv, cvv2, c v v, ccv, ccv2, c c v, cvn, csv code, cvv two, cvc two, cvv number, cvv code, cvc, cvc2, c v c, cvc code, csc, c s c,
			security code, security number, security digits, card code, card verification,
			verification value, verification number, card verification code, card verification number,
			three digits, 3 digits, last three digits, last three numbers, last 3 digits,
			three digits on the back, three digit code, three digit number, 3 digits on the back,
			3 digit code, 3 digit number, four digits on the front, 4 digits on the front,
			three numbers on the back, 3 numbers on the back, three on the back, last three on the back,
			last three digits on the back, numbers on the back, number on the back, digits on the back,
			code on the back, code on the front, code from the back, code at the back,
			number at the back, digits at the back, digits on the reverse, number on the reverse,
			signature strip, signature panel, back of back of back of my card, three digit, 3 digit, cid,
			next to the signature, by the signature, near the signature
		`,
		expiry: `
			expiry month, runs out, run out, valid to, good until, good till, month and year, exp month,
			expiry, expiry date, expiration, expiration date, expires, expire, expiring, exp, exp date,
			valid thru, valid through, valid until, valid till, good thru, good through
		`,
		bank: `
			a c, acc, acc (no|number|num), bank acc, bank code, branch code, branch number, direct deposit, payee account, a b a, ach details,
			(bank|checking|savings|current|business|joint|payee|beneficiary|deposit|) account (number|numbers|no|num|digits),
			(bank|checking|savings|current|business|joint|payee|beneficiary) account details,
			routing (number|numbers|no|code|digits|transit number), acct, acct no, acct number,
			a c number, a c no, bank account, bank account number, bank details, banking details,
			checking account, checking account number, savings account, savings account number,
			current account, current account number, beneficiary account, direct debit, routing,
			routing number, routing no, routing code, aba, aba number, transit number,
			institution number, wire details, iban, i b a n, iban number, swift, swift code, bic,
			bic code, my sort, sort is, bank sort, sort code, sortcode, bsb, b s b, bsb number, clabe, ifsc, ifsc code, i f s c, upi,
			upi id, upi address, u p i, vpa, business checking, personal checking, account on file,
			business account, our checking, your checking, my checking, my savings, your savings,
			to account, from account
		`,
		bankMention: `
			account with, account is with, account's with, account at, account is at, account's at,
			account, checking, savings, bank with, banking with, bank is, bank of america, wells fargo, citibank, barclays, lloyds,
			natwest, hsbc, santander, monzo, revolut, westpac, commonwealth bank, hdfc, hdfc bank, sbi,
			state bank, icici, axis bank, kotak, wire, wire it, wire it to, bank transfer
		`,
		tax: `
			ss, ss number, social security card, socials, n i number, n i, national insurance no, personal tax id, taxpayer number, tax code, company tax number, fiscal code, dni number, nif number, nie number, cpf number, cnpj number, vat reg, vat reg number, vat registered number, id card number, national identity number, national identity card, driver license, driver license number, driving permit number, n i n o, t f n, a b n, s i n, hmrc reference, adhaar number, aadhaar no, pan no, e i n number, tax file,
			ssn, s s n, social security, social security number, social security no, social number,
			social's, my social, your social, full social, the social is, social is, last (four|4|four digits|4 digits) of (my|your|the|his|her|) (social|ssn), EIN,
			ein number, e i n, employer identification number, employer id number, employer id,
			federal id, federal tax id, fein, itin, i t i n, individual taxpayer identification number,
			taxpayer identification number, taxpayer id, tax identification number, tax identification,
			tax identifier, tax id, tax i d, tax id number, tax number, tax no, tax file number,
			tax reference, tax reference number, unique taxpayer reference, TIN, tin number, PAN,
			pan number, pan card, pan card number, p a n, pan is, permanent account number, aadhaar,
			aadhaar number, aadhaar card, aadhaar card number, aadhar, aadhar number, aadhar card,
			aadhar card number, adhaar, adhar, adhar card, uid number, uidai, gstin, gst number, gst no,
			gst registration, gst registration number, g s t, national insurance,
			national insurance number, ni number, nino, vat, vat number, vat no, vat id,
			vat registration, vat registration number, social insurance number, social insurance, SIN,
			sin number, TFN, tfn, ABN, abn, australian business number, australian company number, cpf,
			cnpj, codice fiscale, steuer id, identity number, identity card number, national id,
			national id number, passport, passport number, passport no, driving licence,
			driving licence number, driving license, driver's license, driver's license number,
			driver's licence, drivers license, green card number, alien number,
			alien registration number, license number, licence number
		`,
		utr: `UTR, utr, utr number, u t r`,
		code: `
			secret (code|number|pin), (door|gate|alarm|entry|lock|safe) code, verification (number|pin|digits), (sms|text|email|login|security) (pin|token), token code, rsa token, otp number, one time number, temporary code, activation code, two step code, two step verification code, step code, p i n, p i n number, t pin, tpin, code from the (app|text|sms|message|email), code in the (text|sms|message|email), code by (text|sms|email),
			otp, o t p, otp code, one time password, one time passcode, one time code, one time pin,
			verification code, verify code, confirmation pin, authentication code, auth code,
			authenticator code, authorization code, login code, sign in code, access code, passcode,
			pass code, security pin, atm pin, card pin, upi pin, pin number, pin, PIN, mpin,
			two factor code, 2fa code, 2fa, mfa code, six digit code, 6 digit code, four digit code,
			4 digit code, eight digit code, 8 digit code, six digit pin, four digit pin, 4 digit pin,
			6 digit pin, backup code, recovery code, unlock code, memorable number,
			telephone banking code, digits we sent, digits i sent, digits you received, digits i received,
			digits i got, number we sent, number i sent, number we texted, number i texted,
			numbers we sent, six digits we sent, six digits, 6 digits, we texted you, i texted you,
			just texted you, texted me, they texted me, authenticator, authenticator says, authenticator app,
			authenticator shows, authy
		`,
		password: `
			passkey, pass key, passcode phrase, log in credentials, login details are, paasword, passward,
			password, passwords, pass word, passwd, pwd, pw, p w, pass is, passphrase, pass phrase, memorable word,
			security answer, secret word, mother's maiden name, mothers maiden name, passphrases, (temp|temporary|my|your|the|wifi) pass, passcode, pass code, passcodes,
			(verbal|phone|telephone|voice|spoken|account) (passcode|password|pass code), (memorable|memorable security) (word|phrase|name|place|information),
			(security|secret|code|safe|watch|pass|challenge) (word|phrase|answer), answer to (the|my|your) (security|secret) question,
			(security|secret) question, name of (your|my) (first|favourite|favorite|childhood) (pet|school|teacher|dog|cat),
			(your|my) first (pet|pet's name|school|teacher|car), (backup|recovery|scratch|two factor backup|2fa backup|one time|single use) codes, backup code, recovery code,
			wifi key, wi fi key, network key
		`,
		seed: `
			my seed, backup seed, secret words, wallet backup, my words, the words, your words, words are, key phrase, (recovery|seed|secret) word, first six, last six,
			(fifteen|eighteen|twenty one|12|15|18|21|24) words, words for (my|the) wallet, wallet's words, ledger backup, restore words, seeds,
			seed phrase, seed words, wallet seed, recovery phrase, recovery words, recovery seed,
			secret phrase, secret recovery phrase, backup phrase, backup words, mnemonic,
			mnemonic phrase, wallet phrase, wallet words, twelve words, twelve word phrase, 12 words,
			12 word phrase, twenty four words, 24 words, 24 word phrase
		`,
		key: `
			the key, my key, his key, her key, key is, live key, test key, webhook key, extended key, (master|admin|service|deploy|license server) key,
			(slack|github|gitlab|bot|api|session|refresh|bearer|access|auth) token, token is, personal access token, webhook secret, signing secret, encryption key, secret access key, ssh key,
			(private|secret|signing|spending) (key|keys), wif, wif key, secret key, signing key, spending key, wallet key, api key,
			a p i key, api token, api secret, access token, access key, auth token, bearer token, bearer,
			client secret, secret token
		`,
		lastFour: `
			last (four|4|four digits|4 digits) of (my|your|the|his|her|) (social|ssn), ending in, ending with, ending, ends in,
			ends with, ended in, that ends, last four, last 4, last four digits, last four numbers,
			last 4 digits, last four are, final four, final four digits
		`,
		phone: `
			phone, phone number, phone no, telephone, telephone number, mobile, mobile number, mobile no,
			cell, cell number, cell phone, cellphone, contact number, callback number, call back number,
			number to call, number to reach, best number, landline, whatsapp, fax, call me, call me at,
			call me back, call us, call back, call you, reach me, reach me at, reach us, reach you,
			text me, text me at, ring me, tel, toll free, hotline, helpline
		`,
		reference: `
			invoice number, invoice no, invoice num, invoice id, inv no, bill number, bill no,
			receipt number, receipt no, order number, order no, order num, order id, purchase order,
			po number, ticket number, ticket no, ticket id, ticket reference, case number, case no,
			case id, claim number, claim id, incident number, complaint number, transaction number,
			transaction no, transaction id, transaction reference, transaction hash, tx id, txn id, txid,
			tx hash, txn, payment id, payment reference, payment number, reference number, reference no,
			reference code, reference id, ref number, ref no, ref, confirmation number,
			confirmation code, confirmation id, confirmation no, booking number, booking reference,
			booking id, reservation number, reservation code, record locator, pnr, tracking number,
			tracking no, tracking id, tracking code, tracking, awb, awb number, waybill number,
			consignment number, shipment number, parcel number, package number, subscription id,
			subscription number, crm account, crm account number, customer account, customer account number,
			client account, client account number, user account, loyalty account, account name,
			account manager, account owner, account executive, stripe account, hubspot account,
			salesforce account, zendesk account, customer id, customer number, customer no, client id, client number,
			member id, member number, membership number, membership id, loyalty number, user id,
			user number, account id, employee id, employee number, agent id, agent number, badge number,
			call id, session id, conversation id, message id, request id, request number, policy number,
			contract number, quote number, serial number, serial no, model number, part number,
			item number, product number, product code, product id, sku, imei, imei number, vin,
			meter number, device id, flight number, train number, room number, seat number, gate number,
			lot number, batch number, batch id, queue number, token number, promo code, promotion code,
			coupon code, discount code, voucher code, gift code, referral code, hsn code, sac code,
			status code, error code, area code, country code, dress code, source code, qr code, bar code,
			barcode, merchant id, terminal id, store number, store id, workspace id, version,
			version number, build number, release, firmware, document number, delivery number,
			dispute id, dispute number, chargeback id, refund id, refund number, refund reference,
			credit note, credit note number, memo number, wallet address, deposit address,
			payout address, ip address, block number, block height, number of, extension, ext, dial,
			memo, po
		`,
		thing: `
			invoice, invoices, bill, receipt, order, orders, ticket, tickets, case, claim, transaction,
			transactions, payment, payments, reference, booking, reservation, shipment, subscription,
			customer, policy, contract, flight, train, bus, room, seat, gate, item, model, step, option,
			page, chapter, line, apartment, apt, suite, unit, floor, building, house highway, route,
			level, channel, quantity, qty, size, block, form
		`,
		amount: `
			amount, amounts, total, subtotal, balance, price, cost, costs, fee, fees, charge, charges,
			charged, security deposit, paid, pay, paying, owe, owed, owing, due, refund, refunded, credit of, credited,
			debited, deducted, deposit, deposited, withdrew, salary, budget, limit, discount, worth, sum,
			invoiced, billed, approximately, roughly, usd, eur, gbp, inr, rs, aud, cad, chf, usdt, usdc,
			minus
		`,
		date: `
			date, dated, since, born, birthday, date of birth, dob, due date, deadline, year, month,
			until, tonight, tomorrow, yesterday, appointment
		`,
		postal: `
			zip, zip code, zipcode, postal code, postcode, post code, pin code, pincode, area pin code
		`,
		filler: `
			um, umm, uh, uhh, uhm, er, err, erm, eh, ah, ahh, hm, hmm, mm, mmm, mhm, mm hm, mm hmm,
			uh huh, huh, well, like, okay, ok, k, alright, all right, right, yeah, yep, yup, yes, sure,
			got it, gotcha, go on, go ahead, continue, carry on, keep going, i see, i think, you know,
			so, and, then, and then, next, after that, followed by, is, it is, it's, that is, that's,
			the, a, an, of, be, my, with, let me see, let me check, let me look, let me think,
			let me read, let me get it, let me find it, let's see, lemme see, one moment, one second,
			one sec, one minute, one sec please, just one second, just one moment, just a moment,
			just a second, just a sec, a moment, a second, a sec, give me a second, give me a sec,
			give me one second, give me one sec, give me a moment, give me one moment, hold on, hang on,
			hold on a second, hold on one second, bear with me, wait, wait a second, wait a moment,
			wait a minute, please, thanks, thank you, here, here it is, here we go, there, now, again,
			once again, once more, dash, hyphen, space, comma, dot, point, period, slash, stroke, hash,
			pause, break, gap, starts with, starting with, begins with, beginning with, first four,
			first 4, first four digits, second four, third four, next four, next 4, next four digits,
			next one, first word, second word, third word, fourth word, fifth word, sixth word,
			seventh word, eighth word, ninth word, tenth word, eleventh word, twelfth word, next word,
			new one, old one, other one, this one, that one, right one, wrong one, same one,
			another one, my one, your one, which one, only one, different one,
			last word, word number, first one, second one, last one, first eight,
			first eight digits, first six, first six digits, next eight, next six, next set, next group,
			last eight, last eight digits, last six, last six digits, last set, last group, last part,
			last bit, first set, second set, third set, fourth set, first part, second part, first half, second half,
			first group, second group, third group, fourth group, the rest, rest, rest is, finally,
			lastly, reads, goes, says, looks like, glasses, big, only, just, actually, i said, that was,
			did you get that, perfect, great, cool
		`,
		correction: `
			no, nope, not, sorry, oops, whoops, correction, scratch that, strike that, i mean, i meant,
			my bad, my mistake, excuse me, pardon, rather, instead of, no wait, wait no,
			let me start over, start over, starting over, let me repeat, let me try again, misread
		`,
		money: `
			dollar, dollars, buck, bucks, cent, cents, euro, euros, pound, pounds, quid, pence, rupee,
			rupees, paise, paisa, franc, francs, peso, pesos, reais, yen, usd, eur, gbp, inr, cad, aud,
			chf, usdt, usdc, btc, bitcoin, bitcoins, eth, ether, ltc, sats, satoshis, xmr, sol, grand, k,
			percent, per cent, pct, lakh, lakhs, lac, lacs, crore, crores
		`,
		unit: `
			day, days, week, weeks, month, months, year, years, hour, hours, hrs, minute, minutes, mins,
			second, seconds, secs, o'clock, oclock, am, pm, a m, p m, noon, midnight, times, time,
			people, persons, person, guests, items, invoices, orders, charges, payments, transactions,
			tickets, units, licenses, licences, seats, users, pieces, boxes, copies, emails, calls,
			business days, working days, of us, of them, of those, more, stars, miles, km, kg, degrees,
			street, avenue, road, points, options, things, reasons, st, th, nd, rd
		`,
		month: `
			january, february, march, april, may, june, july, august, september, october, november,
			december, jan, feb, mar, apr, jun, jul, aug, sep, sept, oct, nov, dec
		`,
		digits: `digit, digits, numbers, characters, letters, words, word, figures`,
		is: `is, would be, are, was, as, equals, s, being, set to`,
		purpose: `for, as`,
		spelling: `
			capital, cap, caps, uppercase, upper case, lowercase, lower case, all lowercase, all caps,
			underscore, under score, comma, dash, hyphen, minus, dot, period, hash, hashtag, pound sign,
			dollar sign, percent sign, ampersand, asterisk, star, bang, exclamation, exclamation mark,
			exclamation point, question mark, mark, sign, at sign, at symbol, plus sign, equals sign, space,
			no spaces, all one word, one word, slash, backslash, tilde, symbol, letter, number,
			the number, the letter, with a, then, and, followed by, capitals, uppercased, pound symbol,
			dollar symbol, percent, hash sign, hash symbol, hash key, star sign, asterisk sign, and sign, and symbol,
			equal sign, forward slash, back slash, full stop, underscore sign, exclamation sign, exclamation marks,
			at the rate, semicolon, colon, apostrophe, caret, pipe, open bracket, close bracket
		`,
		notPassword: `
			not, wrong, incorrect, invalid, expired, correct, required, locked, the, a, an, still, being,
			too, no, never, always, in, on, at, for, of, from, what, which, that, this, case, working, going,
			reset, weak, strong, old, new, needed, different, same, set, saved, stored, forgotten, lost,
			blank, empty, already, protected, fine, okay, ok, good, safe, secure, secret, private, something,
			so, really, very, just, only, also, my, your, our, his, her, their, it, i, you, we, they, and,
			or, but, because, when, if, sent, changed, updated, temporary, default, short, long, broken,
			compromised, hidden, masked, about, to, be, there, here, right, unknown, unavailable, missing,
			encrypted, valid, confidential, sensitive, actually, probably, currently, now, up, by, with,
			nothing, none, link, problem, issue, mandatory, optional, yours, mine, asked, asking, supposed,
			enough, wrong again, sure, yes, well, don't, doesn't, didn't, can't, cannot, won't, isn't,
			wasn't, haven't, couldn't, wouldn't, shouldn't, aren't, does, did, don, doesn, didn, isn, wasn,
			won, know, remember, forgot, forget, recall, idea, clue, mind, moment, what's, where, who, why,
			how, anything, everything, somewhere, anywhere, someone, anyone, nobody, him, them, any, some,
			one, ones, more, most, another, again, yet, never mind, hello, hey, bye, pardon, repeat, say,
			said, tell, told, give, gave, need, want, use, used, using, try, tried, trying, get, got, have,
			has, had, having, think, guess, see, look, looking, check, checking, wait, case sensitive,
			rejected, accepted, declined, refused, exactly, absolutely, certainly, definitely, indeed,
			agreed, understood, awesome, nice, lovely, brilliant, fantastic, excellent, wonderful, hopefully,
			maybe, perhaps, possibly, unfortunately, recently, yesterday, today, tomorrow, lately, ago,
			first, last, next, email, website, site, app, phone, number, name, account, card, bank, hacked,
			stolen, leaked, exposed, shared, ready, done, working fine, complicated, simple, easy, hard,
			difficult, impossible, annoying, confusing, ridiculous, weird, strange, gone, over, out, off,
			back, down, under, into, than, like, even, ever, both, each, every, either, neither, such, those,
			these, who's, whose, whatever, whichever, can, could, would, should, will, shall, may, might,
			must, let, let's, were, been, she, its, ours, theirs, come, coming, came, goes, went, took, take,
			keep, kept, keeps, keeping
		`,
		anyCode: `code, codes, passcode, security`,
		sent: `
			sent, send, sends, texted, text, sms, received, messaged, message, verify, verification,
			authenticate, authenticator, got on my phone, on your phone, on my phone, to your phone,
			to my phone, to your mobile, to my mobile
		`,
		speaker: `agent, assistant, bot, ai, rep, representative, operator, support, advisor, adviser, system, csr, dialnexa, ivr, staff, caller, customer, user, client, me, human, member, guest, contact, lead, consumer, speaker, spk, channel, participant, party, interviewer`,
	},
};
