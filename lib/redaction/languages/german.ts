import type { Language } from './language';

export const german: Language = {
	name: 'German',
	units: 'null eins/ein/eine/einen zwei/zwo drei vier fünf/fuenf/fünef sechs sieben acht neun',
	teens:
		'zehn elf zwölf/zwoelf dreizehn vierzehn fünfzehn/fuenfzehn/fuffzehn sechzehn siebzehn achtzehn neunzehn',
	tens: 'zwanzig dreißig/dreissig vierzig fünfzig/fuenfzig/fuffzig sechzig siebzig achtzig neunzig',
	runTogether: true,
	hundred: 'hundert/einhundert',
	thousand: 'tausend/eintausend',
	large: 'million millionen milliarde milliarden',
	joins: 'und',
	unitsFirst: true,
	tensAlone: true,
	weak: 'ein eine einen null elf',
	repeats: 'doppel=2 doppelt=2 doppelte=2 zweimal=2 dreimal=3 dreifach=3 viermal=4',
	times: 'mal',
	spellingAlphabet: `
		a=anton b=berta c=cäsar d=dora e=emil f=friedrich g=gustav h=heinrich i=ida j=julius
		k=kaufmann l=ludwig m=martha n=nordpol o=otto p=paula q=quelle r=richard s=samuel s=siegfried
		t=theodor u=ulrich v=viktor w=wilhelm x=xanthippe y=ypsilon z=zacharias z=zeppelin
		b=bertha c=caesar c=chemnitz g=goslar i=ingelheim k=konrad n=nathan o=ökonom p=potsdam q=quickborn
		r=rostock s=salzwedel t=tübingen u=unna v=völklingen w=wuppertal x=xanten z=zwickau
	`,
	ordinals: 'erstens zweitens drittens',
	letterCases:
		'groß großes großer großem großen großgeschrieben großbuchstabe klein kleines kleiner kleinem kleinen kleingeschrieben kleinbuchstabe',
	addressSigns: 'ät=@ klammeraffe=@ punkt=. unterstrich=_ bindestrich=- strich=-',
	determiners:
		'neue neues neuen ihr ihre ihren dein mein meinen meine der den unser sie er wann die das',
	locatives: 'auf im in vom von bei',
	dayMarkers: 'am den vom für',
	monthEnds: 'ende',
	monthEndJoins: 'des von',
	yearJoins: 'von',
	yearMarkers: 'im in seit',
	yearPointers: 'für vom von',
	rangeJoins: 'bis',
	paymentTimes: 'jetzt heute',
	inSentences:
		'der die das und ist nicht ich sie ein eine einen mit auf für von den dem auch wir ihr mein meine wie dass aber oder noch nur wenn dann sind hat habe lautet lauten über unter durch ohne seit nach vor bei aus',
	phrases: {
		card: `
			nummer der (kreditkarte|visa|mastercard), kreditkarten nr, kartennr, karten nr, lange nummer,
			kartennummer, kartennummern, kreditkartennummer, nummer der karte, nummer meiner karte,
			nummer ihrer karte, nummer von der karte, karten nummer, kreditkarten nummer, sechzehn ziffern,
			16 ziffern, (nummer|nummern|zahlen|ziffern) (auf der|vorne auf der|meiner|ihrer|von der) karte,
			sechzehn zahlen, 16 zahlen, lange zahl, (nummer|nummern) vorne, kartendaten, kreditkartendaten,
			karten daten, sechzehnstellige nummer, steht auf der karte, nummer von meiner karte,
			(visa|mastercard|amex) nummer, kreditkartennr, kredit karten nummer, komplette nummer der karte,
			vollständige nummer
		`,
		cardMention: `
			kreditkarte, debitkarte, bankkarte, girokarte, ec karte, karte, visakarte, visa karte,
			mastercard karte, bank karte, ihre karte, meine karte, amex karte
		`,
		security: `
			vorne steht (noch |), auf der vorderseite (steht|ist), vorne drauf (steht|ist), (vier|4) ziffern (vorne|auf der vorderseite),
			prüf nummer, (drei|vier|3|4) stellige (nummer|zahl),
			(drei|vier|dreistelliger|vierstelliger) sicherheitscode, code der karte, kontrollnummer,
			kartensicherheitscode, sicherheitscode, sicherheitsnummer, prüfnummer, prüfziffer,
			kartenprüfnummer, kartenprüfziffer, kartenprüfcode, sicherheits code, cvv nummer, cvc nummer,
			cvc code,
			(drei|3|letzten drei|) (ziffern|zahlen|stellen) (hinten|hinten drauf|auf der rückseite),
			(code|nummer) (hinten|hinten drauf|auf der rückseite), drei ziffern, drei zahlen,
			letzten drei ziffern, ziffern hinten, zahlen hinten, nummer hinten, code hinten, hinten drauf,
			dreistellige zahl, drei ziffern auf der rückseite, dreistellige nummer, dreistelliger code,
			dreistelligen code, dreistellige sicherheitsnummer, 3 ziffern auf der rückseite,
			ziffern auf der rückseite, zahlen auf der rückseite, nummer auf der rückseite,
			code auf der rückseite, rückseite der karte, rückseite ihrer karte, auf der rückseite,
			dreistellige code, dreistelligen nummer, die drei hinten, drei hinten,
			(drei|vier|3|4) (kleinen|kleine) (zahlen|ziffern|nummern),
			(kleinen|kleine) (zahlen|ziffern|nummer|nummern) (hinten|vorne|auf der rückseite|),
			(vier|4) (ziffern|zahlen|stellen) (vorne|vorn|auf der vorderseite), vier vorne,
			karte (umdrehen|um|mal um), drehen sie die karte um,
			hinten (auf der karte|steht|steht drauf|drauf steht), hintendrauf, auf der hinterseite,
			neben der unterschrift, unterschriftsfeld, unterschriftenfeld, prüfzahl, prüfzahlen, prüfziffern,
			prüfnummern, pruefnummer, pruefziffer, pruefziffern, pruefzahl, kartenpruefnummer, prüfcode,
			pruefcode, prüfzahl der karte, sicherheitszahl, sicherheitsziffern, kontrollziffern,
			kontrollzahl, kartencode, hinteren drei ziffern, die hinteren drei, auf der rueckseite, cvv code,
			cvv zahl
		`,
		expiry: `
			unter (dem|ihrem|meinem) namen,
			läuft (die|ihre|deine|diese|meine) karte (ab|aus), (wann|bis wann) (läuft|gilt) (die|ihre|deine|diese) karte,
			bis wann ist (sie|die|ihre) (karte |)gültig, ablaufdatum, gültig bis, gültigkeit, gültigkeitsdatum, läuft ab, verfallsdatum, verfalldatum,
			ablauf, gilt bis, gilt noch bis, läuft bis, läuft aus, läuft sie ab, wie lange gültig,
			wie lange ist die karte gültig, karte gültig, ablaufjahr, ablaufmonat, monat und jahr,
			datum (vorne|vorn|auf der karte), gueltig bis, gueltigkeit, gueltigkeitsdatum, verfällt,
			ablauf datum, verfalls datum
		`,
		bank: `
			kontonr, konto nr, konto nummer lautet, bankleit zahl, kontonummer, konto nummer, bankkonto,
			bankverbindung, kontodaten, bankdaten, girokonto, bankleitzahl, blz, iban nummer,
			nummer des kontos, nummer meines kontos, konto bei der, sparkonto, konto, ktonr, kto nr, kto,
			kontonummern, depotnummer, depotkonto, verrechnungskonto, (welches|welchem) konto, bank leitzahl,
			geschäftskonto, gemeinschaftskonto, gehaltskonto, tagesgeldkonto, unten auf dem scheck, iban nr,
			iban lautet, abbuchen (von|können sie von), buchen sie (ab von|bitte ab von), lastschrift von,
			lastschriftkonto, referenzkonto, sparbuch, sparbuchnummer, clearingnummer, postkonto,
			postbankkonto, bic code, bank verbindung, konto daten, zielkonto, empfängerkonto, ihr konto,
			mein konto
		`,
		bankMention: `
			bank, sparkasse, volksbank, überweisung, überweisen sie, commerzbank, deutsche bank, postbank,
			raiffeisenbank, comdirect, dkb, ing diba, targobank, hypovereinsbank, scheckheft, kontoauszug
		`,
		tax: `
			steuer nr, sv nummer, sozialversicherungs nummer, rentennummer, ausweis nummer,
			umsatzsteuernummer, ust nummer, steuernummer, steuer nummer, steueridentifikationsnummer,
			steuer identifikationsnummer, steuerid, steuer id, steuer id nummer, idnr, identifikationsnummer,
			umsatzsteuer id, umsatzsteueridentifikationsnummer, umsatzsteuer identifikationsnummer, ust id,
			ust idnr, ust id nr, ustid, ustidnr, mehrwertsteuernummer, sozialversicherungsnummer,
			rentenversicherungsnummer, ausweisnummer, personalausweisnummer, personalausweis, reisepass,
			reisepassnummer, passnummer, führerscheinnummer, uid nummer, steueridentnummer,
			steuerident nummer, steuer ident nummer, steuer ident nr, steuerident, steuernr, st nr, sv nr,
			svnr, sozialversicherungsnr, sozialversicherungs nr, rv nummer, rentenversicherungs nummer,
			rentenversicherungsnr, ahv nummer, ahv, ahv nr, perso nummer, personalausweis nummer,
			nummer (vom|meines|ihres|deines|auf dem) (personalausweis|personalausweises|ausweis|ausweises|perso|reisepass|reisepasses|pass|passes|führerschein|führerscheins),
			ausweis, ausweisnr, ausweis nr, reisepass nummer, pass nummer, passnr, führerschein,
			fuehrerschein, führerschein nummer, führerscheinnr, fuehrerscheinnummer, führerausweis,
			aufenthaltstitel, aufenthaltstitelnummer, aufenthaltserlaubnis, umsatzsteuer identnummer,
			umsatzsteuer id nr, umsatzsteuer id nummer, ust identnummer, ust nr, mwst nummer, mwst nr,
			uid nr, wirtschafts id, wirtschaftsidentifikationsnummer, identitätsnummer, personenkennziffer,
			steuer identifikations nummer, mein perso, ihr perso, vom perso
		`,
		code: `
			(nummer|zahl|zahlen|ziffern|code) (erscheint|kommt|wird angezeigt|steht auf), steht auf dem (tan generator|gerät|display|lesegerät),
			am (automaten|geldautomaten) (immer|gebe|tippe), (gebe|tippe) (ich|) (am automaten|immer), (gebe|tippe) am (automaten|geldautomaten) (immer|),
			(zahlen|ziffern) am (geldautomaten|automaten|bankautomaten), (tippen|geben) sie am (geldautomaten|automaten),
			(zahl|zahlen|nummer|ziffern) (in|aus) (der|ihrer|meiner) (banking|bank|) app, (kartenleser|tan generator|lesegerät) (zeigt|sagt|an),
			(will|verlangt|braucht|möchte|fragt nach) (einen|den|dem|einem) code, (einen|den) code (bekommen|gekriegt|erhalten),
			(sms|nachricht) (ist|kam) (gerade|jetzt|eben|) (da|angekommen|gekommen|rein|an), (gerade|eben|jetzt) (kam|kommt) (die|eine) (sms|nachricht), (sms|nachricht) ist da,
			mtan, push tan, zahlencode, pincode, pin, einmal code, code aus der (sms|app|nachricht),
			code per (mail|nachricht), bestätigungs code, aktivierungscode, passcode, entsperrcode,
			bestätigungscode, einmalcode, einmalpasswort, einmalkennwort, verifizierungscode, sms tan,
			sms code, zugangscode, authentifizierungscode, code per sms, sechsstelliger code,
			sechsstelligen code, vierstellige pin, vierstelliger code, geheimzahl, pin nummer, meine pin,
			ihre pin, die pin, geheimnummer, freischaltcode, freigabecode, freigabe code,
			(nummer|zahl|zahlen|ziffern) per sms, kam per sms, per sms kam, sms mit,
			(code|nummer|zahlen|ziffern) (in|aus) der (sms|nachricht|app), code aus der mail,
			bestätigungsnummer aus der (nachricht|sms), telefonpin, telefon pin, telefon geheimzahl,
			banking pin, online pin, onlinebanking pin, karten pin, kartenpin, ec pin, app pin,
			sechsstellige (tan|pin|zahl), photo tan, phototan, chip tan, chiptan, pushtan, app tan,
			tan nummer, smstan, zugangspin, authentifizierungsnummer, anmeldecode, login code, logincode,
			sperrcode, puk, türcode, verifizierungsnummer, verifikationscode, verifizierungs code,
			geheim nummer, geheim zahl, sicherheitscode aus der (app|sms|nachricht), geheimcode,
			transaktions pin, otp, bestätigungspin, zugangs code, einmal passwort, TAN,
			(die|ihre|meine|eine|der|neue) tan, tan (ist|lautet|bitte)
		`,
		password: `
			(den|meinen|ihren|das|mein) (login|zugang|log in) auf, pw, zugangspasswort, password, passwort, kennwort, losungswort, sicherheitsfrage, passwörter, kennwörter,
			passworts, kennworts, passwortes, telefonkennwort, telefonpasswort, telefon kennwort, kundenkennwort, kundenpasswort,
			startpasswort, standardpasswort, masterpasswort, hauptpasswort, wlan passwort, wlan schlüssel, initialpasswort, anfangspasswort,
			onlinepasswort, zugangskennwort, sicherheitskennwort, sicherheitswort, codewort, code wort, kennphrase, passphrase, merkwort,
			geheimwort, schlüsselwort, (antwort auf die|) sicherheitsfrage, geheime antwort, geheimantwort, sprachkennwort,
			(mädchenname|geburtsname) (der|ihrer|meiner) mutter, backup codes, wiederherstellungscodes, wiederherstellungscode,
			notfallcodes, ersatzcodes
		`,
		seed: `
			wiederherstellungsphrase, wiederherstellungswörter, seed phrase, zwölf wörter, 12 wörter,
			vierundzwanzig wörter, seedphrase, sicherungsphrase, (ersten|nächsten|letzten) (drei|vier|fünf|sechs) (sind|wörter), meine wörter, die wörter, meine phrase, die phrase, ihre phrase, wörter lauten, 24 wörter,
			geheime wörter, seed wörter, merkphrase, wallet wörter, recovery phrase
		`,
		key: `
			privater schlüssel, privaten schlüssel, private schlüssel, privatschlüssel, api schlüssel,
			geheimer schlüssel, geheimen schlüssel, geheime schlüssel, zugriffstoken, zugangstoken, api key, api token, der schlüssel, mein schlüssel,
			private key, webhook geheimnis
		`,
		lastFour: `
			karte endet, karte hört auf mit,
			endet auf, endet sie (nicht |auch |wirklich |)auf, endet die (karte |)(nicht |)auf, endend auf, endet mit, die auf, letzten vier, letzten vier ziffern, letzten 4 ziffern,
			letzte vier ziffern, letzten vier stellen, endziffern, endnummer, mit den endziffern,
			mit der endung, die letzten vier, endziffer, letzten vier zahlen, letzte vier, letzten 4,
			letzten 4 stellen, mit der endziffer, hinten endet
		`,
		phone: `
			telefon, telefonnummer, handynummer, mobilnummer, rückrufnummer, rufnummer, rufen sie mich,
			ruf mich, zurückrufen unter, erreichbar unter, erreichen sie mich, meine nummer ist, whatsapp,
			handynr, handy nr, telefonnr, telefon nr, tel nr, festnetz, festnetznummer, mobilnr,
			rückruf unter, rückruf nummer, meine handynummer, unter der nummer, erreichbar unter der,
			mobilfunknummer, telefon nummer, handy nummer, mein handy, ihr handy, handy ist, unter handy
		`,
		reference: `
			(strom|gas|wasser|handy|telefon|internet|energie|mobilfunk) kontonummer, (stromkonto|gaskonto|wasserkonto|telefonkonto|kundenkonto|vertragskonto|beitragskonto|gebührenkonto) nummer,
			vertragskontonummer, beitragskontonummer, kontonummer auf (der|meiner|ihrer) rechnung, scheck (hat|trägt) (die|) nummer, scheck ist (die|) nummer,
			rechnungsnummer, rechnung nummer, rechnungs nummer, auftragsnummer, bestellnummer,
			bestellung nummer, bestell nummer, ticketnummer, vorgangsnummer, fallnummer, transaktionsnummer,
			transaktions id, referenznummer, referenz, buchungsnummer, sendungsnummer, trackingnummer,
			paketnummer, kundennummer, kunden nummer, vertragsnummer, policennummer, abonummer, seriennummer,
			flugnummer, aktenzeichen, gutscheincode, rabattcode, fehlercode, version, versionsnummer,
			anruf id, belegnummer, mitgliedsnummer, zahlungsreferenz, artikelnummer, reservierungsnummer,
			lieferscheinnummer, durchwahl, vorwahl,
			(vorgangs|kunden|rechnungs|bestell|auftrags|vertrags|scheck|schadens|schaden|policen|zähler|retouren|angebots|mandats|personal|mitglieds|lieferschein|sendungs|buchungs|reservierungs|ticket|fall|referenz|antrags|beleg|artikel|serien|paket|gutschein|bearbeitungs) (nr|nummer),
			vorgangsnr, kundennr, rechnungsnr, rechnung nr, bestellnr, auftragsnr, vertragsnr, schecknummer,
			schecknr, schadensnummer, schadennummer, schadensnr, versicherungsscheinnummer,
			versicherungsnummer, versicherungsschein, police nummer, zählernummer, zaehlernummer,
			zählerstand, zaehlerstand, marktlokation, marktlokationsnummer, messlokation, retourennummer,
			rücksendenummer, rücksendungsnummer, angebotsnummer, mandatsreferenz, mandatsreferenznummer,
			mandatsnummer, gläubiger id, personalnummer, mitarbeiternummer, matrikelnummer, mitgliedsnr,
			lieferscheinnr, lieferschein, verwendungszweck, einschreiben, einschreibenummer, sendungsnr,
			sendungsverfolgung, sendungsverfolgungsnummer, paketnr, buchungscode, buchungsnr, buchungs code,
			reservierungscode, reservierungsnr, ticketnr, fallnr, referenznr, referenzcode, kassenzeichen,
			geschäftszeichen, antragsnummer, antragsnr, vorfallnummer, störungsnummer, beschwerdenummer,
			reklamationsnummer, gutschriftsnummer, belegnr, quittungsnummer, bonnummer, filialnummer,
			kassennummer, gerätenummer, seriennr, artikelnr, materialnummer, chargennummer, modellnummer,
			fahrgestellnummer, kennzeichen, autokennzeichen, inventarnummer, raumnummer, zimmernummer,
			hausnummer, platznummer, wagennummer, zugnummer, flugnr, kundenkontonummer, mieternummer,
			objektnummer, patientennummer, versichertennummer, krankenversichertennummer, fehlernummer,
			gutscheinnummer, aktionscode, promo code, bearbeitungsnummer, projektnummer, lieferantennummer,
			kreditorennummer, debitorennummer, bestellcode, abholcode, abholnummer, prozessnummer,
			meldungsnummer, bestätigungsnummer, vorgang nummer, auftrag nummer, mitglieds id, kunden id,
			benutzer id, gruppennummer, angebot ist, reklamation ist, schaden nummer
		`,
		thing: `
			(tarif|abo|angebot|gutschein|vertrag|garantie) (läuft ab|endet|gilt bis|läuft bis),
			zähler,
			(strom|gas|wasser|handy|telefon|internet|energie|mobilfunk) konto, stromkonto, gaskonto, wasserkonto, telefonkonto, kundenkonto, vertragskonto, beitragskonto, gebührenkonto,
			(in|ist) wohnung, geboren, geburtsdatum, geburtstag, fällig, fälligkeit, frist, termin, zahlungsziel,
			fehler,
			rechnung, rechnungen, bestellung, bestellungen, auftrag, vorgang, buchung, ticket, zahlung,
			zahlungen, sendung, paket, zimmer, flug, schritt, option, seite, zeile, etage, stock, vertrag,
			kunde, linie, gleis
		`,
		amount: `
			jeweils, halbe halbe, betrag, summe, gesamt, gesamtbetrag, saldo, preis, kosten, gebühr, gebühren, abgebucht, belastet,
			bezahlt, bezahlen, schulde, erstattung, erstattet, rabatt, kostet, überwiesen, rückerstattung,
			abbuchung, insgesamt, in summe, brauche nur, ich brauche nur, raten zu, raten von, monatsrate,
			anzahlung, restbetrag, gezahlt, einbehalten, abgezogen, eingezogen, miete, zinsen, mahngebühr,
			überweise, zahle, zahlte, berechnet, guthaben, rückzahlung, kostete, zu zahlen, zahlen soll,
			zahlen sie, zahlen muss
		`,
		date: `
			(tarif|abo|angebot|gutschein|vertrag|garantie) (läuft ab|endet|gilt bis|läuft bis),
			fälligkeit, zahlungsziel,
			datum, seit, geboren, geburtsdatum, jahr, monat, geburtstag, fällig, frist, termin, bis, ab dem,
			zum ersten, am ersten, am letzten
		`,
		postal: `postleitzahl, plz`,
		filler: `
			ich glaube, glaube ich, äh, ähm, öh, hm, also, ja, jawohl, genau, moment, einen moment, einen augenblick, eine sekunde,
			eine minute, kurz, kleinen moment, warten sie, warte, mal sehen, lassen sie mich sehen, und,
			dann, danach, und dann, ist, das ist, es ist, die, der, das, den, okay, gut, in ordnung,
			alles klar, bitte, danke, hier, jetzt, nochmal, noch einmal, strich, bindestrich, minus,
			leerzeichen, komma, punkt, weiter, gefolgt von, meine, mein, lautet, ich schaue, die ersten vier,
			ersten vier, nächsten vier, die nächsten vier, beginnt mit, fängt an mit, notieren sie, perfekt,
			sie lautet, moment mal, einen kleinen moment, zum schluss, sekunde, eine sekunde bitte,
			sekündchen, momentchen, augenblick, einen augenblick bitte, moment bitte, kleinen augenblick,
			meine brille, brille, (ich|) (hole|hol|setze|setz|brauche|suche|such) (meine|die) brille,
			brille aufsetzen, ohne brille, ich suche (sie|die karte|meine karte),
			ich hole (sie|die karte|meine karte), ich hab sie gleich, gleich, gleich hab ich's, habe ich,
			hab ich, haben sie, haben sie das, notiert, aufgeschrieben, ich schreibe mit, ich notiere,
			ich höre, sind sie noch da, hallo, hören sie mich, sind sie da, der postbote klingelt,
			es klingelt, es hat geklingelt, der hund bellt, mein hund bellt, die verbindung ist schlecht, so,
			ach so, ach, aha, richtig, stimmt, korrekt, exakt, am ende, als letztes, zuletzt, zuerst,
			am anfang, in der mitte, und weiter, geht weiter, weiter geht's, als nächstes, buchstabe,
			der buchstabe, schrägstrich, (ich lese|ich les|ich lese mal|ich les mal) vor, ich lese ab,
			zweite gruppe, dritte gruppe, letzte gruppe, nächste gruppe, na gut, na ja, naja, tja, prima,
			super, wunderbar, schön, bestens, gerne, jawoll, passt, dankeschön, bitteschön, warten sie kurz,
			warten sie mal, warten sie bitte, einen moment bitte, ganz kurz, mal schauen, schauen wir mal,
			lassen sie mich schauen, ich gucke, ich guck mal, ich schau mal, ich schaue nach, endet dann,
			zum ende, hinten dann, auf der seite, auf seite eins, im zimmer, in der leitung,
			in der anderen leitung
		`,
		correction: `
			nein, nei, nicht, entschuldigung, falsch, sorry, korrektur, verzeihung, ich meine, quatsch, nee,
			stimmt nicht, vielmehr, nein nein, falsche karte, die falsche,
			(hab|habe|ich habe|ich hab) mich (vertan|verlesen|versprochen|verguckt), vertan, verlesen,
			von vorne, noch mal von vorne, nochmal von vorn, von vorn, ich fange nochmal an, pardon,
			tschuldigung, entschuldigen sie, da fehlt eine, eine vergessen, streichen sie das,
			vergessen sie das, halt, stopp, doch nicht, blödsinn, mist
		`,
		money: `
			euro, euros, dollar, cent, pfund, franken, prozent, millionen, tausend euro, eur, chf, rappen,
			kronen, zloty, bitcoins, usdt
		`,
		unit: `
			pro, tag, tage, tagen, woche, wochen, monat, monate, monaten, jahr, jahre, jahren, stunde, stunden,
			minute, minuten, sekunde, sekunden, uhr, mal, personen, leute, rechnungen, bestellungen,
			zahlungen, artikel, stück, abbuchungen, straße, karten, konten, optionen, dinge, werktage,
			werktagen, anrufe, anrufen, raten, bestätigungen, nächte, pakete, päckchen, kilometer, meter,
			liter, grad, quartale, kinder, erwachsene, nachrichten, versuche, plätze, seiten, dutzend,
			anteile, aktien, mitarbeiter, gramm, kilowattstunden, kwh, punkte, quadratmeter, gäste,
			nachkommastellen
		`,
		month: `
			januar, jänner, februar, märz, april, mai, juni, juli, august, september, oktober, november,
			dezember
		`,
		digits: `
			ziffer, ziffern, stellen, zahlen, buchstaben, wörter, zeichen, stellige, stelliger,
			stelligen
		`,
		is: `ist, lautet, war, sind, heißt, (das|es) (müsste|sollte|dürfte|könnte|wäre|muss)`,
		purpose: `für, als, wie`,
		spelling: `
			großgeschrieben, groß, klein, kleingeschrieben, unterstrich, bindestrich, punkt,
			großes, großer, großem, großen, großbuchstabe, kleines, kleiner, kleinem, kleinen, kleinbuchstabe,
			ausrufezeichen, ausrufungszeichen, fragezeichen, raute, rautezeichen, sternchen, stern, at, at zeichen,
			klammeraffe, dollarzeichen, prozentzeichen, et zeichen, und zeichen, kaufmannsund, pluszeichen, plus,
			minuszeichen, gleichheitszeichen, schrägstrich, doppelpunkt, hashtag, alles zusammen,
			zusammengeschrieben, alles klein, alles groß, ohne leerzeichen
		`,
		notPassword: `
			vorher, früher, falsch, nicht, ungültig, abgelaufen, mein, das, ein, eine, zu, sehr, immer, nie, richtig, gültig,
			neu, neues, alt, altes, sicher, vergessen, verloren, gesperrt, erforderlich, notwendig, leer,
			noch, nur, schon, zurücksetzen, wohl, leider, schwach, geheim, vertraulich, anders, dass, wie,
			was, so, weiß, keine, kein, ahnung, ich, sie, wir, ihr, mir, mich, uns, ihnen, ihre, ihren,
			seine, den, dem, der, die, des, einen, einem, einer, habe, hab, haben, hatte, bin, bist, war,
			wird, werden, wurde, kann, kannst, können, könnte, muss, müssen, soll, sollte, darf, dürfen,
			will, wollte, möchte, mag, mal, doch, aber, oder, weil, wenn, dort, hier, wer, wann, warum,
			wieso, welches, welche, welcher, etwas, nichts, alles, jemand, niemand, vielleicht, natürlich,
			sicherlich, klar, genau, richtig so, stimmt, verstehe, verstanden, hallo, danke, bitte, gerne,
			gern, moment, augenblick, einfach, schwer, schwierig, kompliziert, langsam, lang, kurz, kürzer,
			länger, wieder, dasselbe, das gleiche, gleich, vorhin, gestern, heute, morgen, immer noch, bei,
			von, mit, für, auf, aus, nach, vor, unter, über, gehackt, gestohlen, geändert, geschickt,
			zugeschickt, ungesichert, unsicher, unbekannt, verbunden, angekommen, weg, da drin, daheim,
			selbst, sich, man, unser, euer
		`,
		anyCode: `code, TAN`,
		sent: `
			geschickt, gesendet, gesandt, bekommen, erhalten, sms, nachricht, zugeschickt, angekommen, bekam,
			gekommen, zugesandt, schicken, geschickt bekommen, kam per sms
		`,
		speaker: `person, teilnehmer, teilnehmerin, mitarbeiter, mitarbeiterin, agentin, berater, beraterin, assistentin, kunde, kundin, anrufer, anruferin, nutzer, nutzerin, sprecher, sprecherin`,
	},
};
