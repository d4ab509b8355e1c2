import type { Language } from './language';

export const german: Language = {
	name: 'German',
	units: 'null eins/ein/eine/einen zwei/zwo drei vier fünf/fuenf sechs sieben acht neun',
	teens:
		'zehn elf zwölf/zwoelf dreizehn vierzehn fünfzehn/fuenfzehn sechzehn siebzehn achtzehn neunzehn',
	tens: 'zwanzig dreißig/dreissig vierzig fünfzig/fuenfzig sechzig siebzig achtzig neunzig',
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
	`,
	letterCases:
		'groß großes großer großem großen großgeschrieben großbuchstabe klein kleines kleiner kleinem kleinen kleingeschrieben kleinbuchstabe',
	addressSigns: 'ät=@ klammeraffe=@ punkt=. unterstrich=_ bindestrich=- strich=-',
	phrases: {
		card: `
			nummer der (kreditkarte|visa|mastercard), kreditkarten nr, kartennr, karten nr, lange nummer,
			kartennummer, kartennummern, kreditkartennummer, nummer der karte, nummer meiner karte,
			nummer ihrer karte, nummer von der karte, karten nummer, kreditkarten nummer,
			sechzehn ziffern, 16 ziffern
		`,
		cardMention: `kreditkarte, debitkarte, bankkarte, girokarte, ec karte, karte`,
		security: `
			prüf nummer, (drei|vier|3|4) stellige (nummer|zahl), (drei|vier|dreistelliger|vierstelliger) sicherheitscode, code der karte, kontrollnummer, kartensicherheitscode,
			sicherheitscode, sicherheitsnummer, prüfnummer, prüfziffer, kartenprüfnummer,
			kartenprüfziffer, kartenprüfcode, sicherheits code, cvv nummer, cvc nummer, cvc code,
			(drei|3|letzten drei|) (ziffern|zahlen|stellen) (hinten|hinten drauf|auf der rückseite),
			(code|nummer) (hinten|hinten drauf|auf der rückseite), drei ziffern, drei zahlen, letzten drei ziffern, ziffern hinten, zahlen hinten,
			nummer hinten, code hinten, hinten drauf, dreistellige zahl, drei ziffern auf der rückseite, dreistellige nummer, dreistelliger code, dreistelligen code,
			dreistellige sicherheitsnummer, 3 ziffern auf der rückseite, ziffern auf der rückseite,
			zahlen auf der rückseite, nummer auf der rückseite, code auf der rückseite,
			rückseite der karte, rückseite ihrer karte, auf der rückseite, dreistellige code,
			dreistelligen nummer
		`,
		expiry: `
			ablaufdatum, gültig bis, gültigkeit, gültigkeitsdatum, läuft ab, verfallsdatum, verfalldatum,
			ablauf
		`,
		bank: `
			kontonr, konto nr, konto nummer lautet, bankleit zahl,
			kontonummer, konto nummer, bankkonto, bankverbindung, kontodaten, bankdaten, girokonto,
			bankleitzahl, blz, iban nummer, nummer des kontos, nummer meines kontos, konto bei der,
			sparkonto, konto
		`,
		bankMention: `bank, sparkasse, volksbank, überweisung, überweisen sie`,
		tax: `
			steuer nr, sv nummer, sozialversicherungs nummer, rentennummer, ausweis nummer, umsatzsteuernummer, ust nummer,
			steuernummer, steuer nummer, steueridentifikationsnummer, steuer identifikationsnummer,
			steuerid, steuer id, steuer id nummer, idnr, identifikationsnummer, umsatzsteuer id,
			umsatzsteueridentifikationsnummer, umsatzsteuer identifikationsnummer, ust id, ust idnr,
			ust id nr, ustid, ustidnr, mehrwertsteuernummer, sozialversicherungsnummer,
			rentenversicherungsnummer, ausweisnummer, personalausweisnummer, personalausweis, reisepass,
			reisepassnummer, passnummer, führerscheinnummer, uid nummer
		`,
		code: `
			mtan, push tan, zahlencode, pincode, pin, einmal code, code aus der (sms|app|nachricht), code per (mail|nachricht), bestätigungs code, aktivierungscode, passcode, entsperrcode,
			bestätigungscode, einmalcode, einmalpasswort, einmalkennwort, verifizierungscode, tan,
			sms tan, sms code, zugangscode, authentifizierungscode, code per sms, sechsstelliger code,
			sechsstelligen code, vierstellige pin, vierstelliger code, geheimzahl, pin nummer, meine pin,
			ihre pin, die pin, geheimnummer, freischaltcode
		`,
		password: `
			pw, zugangspasswort, password, passwort, kennwort, losungswort, sicherheitsfrage, passwörter, kennwörter,
			passworts, kennworts, passwortes, telefonkennwort, telefonpasswort, telefon kennwort, kundenkennwort, kundenpasswort,
			startpasswort, standardpasswort, masterpasswort, hauptpasswort, wlan passwort, wlan schlüssel, initialpasswort, anfangspasswort,
			onlinepasswort, zugangskennwort, sicherheitskennwort, sicherheitswort, codewort, code wort, kennphrase, passphrase, merkwort,
			geheimwort, schlüsselwort, (antwort auf die|) sicherheitsfrage, geheime antwort, geheimantwort, sprachkennwort,
			(mädchenname|geburtsname) (der|ihrer|meiner) mutter, backup codes, wiederherstellungscodes, wiederherstellungscode,
			notfallcodes, ersatzcodes
		`,
		seed: `
			wiederherstellungsphrase, wiederherstellungswörter, seed phrase, zwölf wörter, 12 wörter,
			vierundzwanzig wörter, seedphrase, sicherungsphrase, meine wörter, die wörter, wörter lauten, 24 wörter,
			geheime wörter, seed wörter, merkphrase, wallet wörter, recovery phrase
		`,
		key: `
			privater schlüssel, privaten schlüssel, private schlüssel, privatschlüssel, api schlüssel,
			geheimer schlüssel, geheimen schlüssel, geheime schlüssel, zugriffstoken, zugangstoken, api key, api token, der schlüssel, mein schlüssel,
			private key, webhook geheimnis
		`,
		lastFour: `
			endet auf, endend auf, endet mit, die auf, letzten vier, letzten vier ziffern,
			letzten 4 ziffern, letzte vier ziffern, letzten vier stellen, endziffern, endnummer,
			mit den endziffern, mit der endung, die letzten vier
		`,
		phone: `
			telefon, telefonnummer, handynummer, handy, mobilnummer, rückrufnummer, rufnummer,
			rufen sie mich, ruf mich, zurückrufen unter, erreichbar unter, erreichen sie mich,
			meine nummer ist, whatsapp
		`,
		reference: `
			rechnungsnummer, rechnung nummer, rechnungs nummer, auftragsnummer, bestellnummer,
			bestellung nummer, bestell nummer, ticketnummer, vorgangsnummer, fallnummer,
			transaktionsnummer, transaktions id, referenznummer, referenz, buchungsnummer,
			sendungsnummer, trackingnummer, paketnummer, kundennummer, kunden nummer, vertragsnummer,
			policennummer, abonummer, seriennummer, flugnummer, aktenzeichen, gutscheincode, rabattcode,
			fehlercode, version, versionsnummer, anruf id, belegnummer, mitgliedsnummer,
			zahlungsreferenz, artikelnummer, reservierungsnummer, lieferscheinnummer, durchwahl, vorwahl
		`,
		thing: `
			rechnung, rechnungen, bestellung, bestellungen, auftrag, vorgang, buchung, ticket, zahlung,
			zahlungen, sendung, paket, zimmer, flug, schritt, option, seite, zeile, etage, stock,
			vertrag, kunde, linie, gleis
		`,
		amount: `
			betrag, summe, gesamt, gesamtbetrag, saldo, preis, kosten, gebühr, gebühren, abgebucht,
			belastet, bezahlt, bezahlen, zahlen, schulde, erstattung, erstattet, rabatt, kostet,
			überwiesen, rückerstattung, abbuchung
		`,
		date: `
			datum, seit, geboren, geburtsdatum, jahr, monat, geburtstag, fällig, frist, termin, am, bis
		`,
		postal: `postleitzahl, plz`,
		filler: `
			äh, ähm, öh, hm, also, ja, jawohl, genau, moment, einen moment, einen augenblick,
			eine sekunde, eine minute, kurz, kleinen moment, warten sie, warte, mal sehen,
			lassen sie mich sehen, und, dann, danach, und dann, ist, das ist, es ist, die, der, das, den,
			okay, gut, in ordnung, alles klar, bitte, danke, hier, jetzt, nochmal, noch einmal, strich,
			bindestrich, minus, leerzeichen, komma, punkt, weiter, gefolgt von, meine, mein, lautet,
			ich schaue, die ersten vier, ersten vier, nächsten vier, die nächsten vier, beginnt mit,
			fängt an mit, notieren sie, perfekt, sie lautet, moment mal, einen kleinen moment,
			zum schluss
		`,
		correction: `
			nein, nicht, entschuldigung, falsch, sorry, korrektur, verzeihung, ich meine, quatsch, nee,
			stimmt nicht, vielmehr
		`,
		money: `euro, euros, dollar, cent, pfund, franken, prozent, millionen, tausend euro`,
		unit: `
			tag, tage, tagen, woche, wochen, monat, monate, monaten, jahr, jahre, jahren, stunde,
			stunden, minute, minuten, sekunde, sekunden, uhr, mal, personen, leute, rechnungen,
			bestellungen, zahlungen, artikel, stück, abbuchungen, straße, karten, konten, optionen,
			dinge, werktage, werktagen, anrufe, anrufen
		`,
		month: `
			januar, jänner, februar, märz, april, mai, juni, juli, august, september, oktober, november,
			dezember
		`,
		digits: `
			ziffer, ziffern, stellen, zahlen, buchstaben, wörter, zeichen, stellige, stelliger,
			stelligen
		`,
		is: `ist, lautet, war, sind, heißt`,
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
			falsch, nicht, ungültig, abgelaufen, mein, das, ein, eine, zu, sehr, immer, nie, richtig, gültig,
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
		anyCode: `code, tan`,
		sent: `geschickt, gesendet, gesandt, bekommen, erhalten, sms, nachricht, zugeschickt`,
		speaker: `mitarbeiter, mitarbeiterin, agentin, berater, beraterin, assistentin, kunde, kundin, anrufer, anruferin, nutzer, nutzerin, sprecher, sprecherin`,
	},
};
