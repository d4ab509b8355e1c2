import type { Language } from './language';

export const french: Language = {
	name: 'French',
	units: 'zéro un/une deux trois quatre cinq six sept huit neuf',
	teens: 'dix onze douze treize quatorze quinze seize - - -',
	tens: 'vingt/vingts trente quarante cinquante soixante septante huitante/octante nonante',
	hundred: 'cent/cents',
	thousand: 'mille',
	large: 'million millions milliard milliards',
	joins: 'et',
	vigesimal: true,
	weak: 'un une six dix cent cents',
	repeats: 'double=2 triple=3',
	times: 'fois',
	letterCases: 'majuscule majuscules minuscule minuscules',
	addressSigns: 'arobase=@ arrobase=@ point=. tiret=- bas=_',
	phrases: {
		card: `
			numéro de (cb|carte bleue|visa|mastercard), numéros de ma carte, les seize chiffres, numéro long,
			numéro de carte, numéro de la carte, numéro de ma carte, numéro de votre carte,
			numéros de la carte, numéro de carte bancaire, numéro de carte de crédit, seize chiffres,
			16 chiffres, numéro à seize chiffres
		`,
		cardMention: `
			carte bancaire, carte bleue, carte de crédit, carte de débit, carte de paiement, carte, cb
		`,
		security: `
			pictogramme, le crypto, crypto visuel, code de (la|ma|votre) carte, code de carte, code à trois chiffres, les trois chiffres, (trois|quatre|3|4) chiffres de sécurité,
			(trois|3|trois derniers|derniers|) chiffres (au dos|au verso|derrière|à l'arrière|de derrière),
			(code|numéro) (au dos|au verso|derrière|à l'arrière|de derrière), trois chiffres, trois derniers chiffres, chiffres derrière, code derrière, code de sécurité,
			le code de sécurité, cryptogramme, cryptogramme visuel, code cvv, code cvc,
			numéro de sécurité, code de vérification de la carte, trois chiffres au dos,
			trois chiffres à l'arrière, trois chiffres derrière, trois derniers chiffres au dos,
			3 chiffres au dos, les trois chiffres au verso, trois chiffres au verso, chiffres au dos,
			chiffres au verso, code au dos, code au verso, numéro au dos, au dos de la carte,
			au dos de votre carte, au dos de ma carte, au verso de la carte
		`,
		expiry: `
			date de fin, fin de validité, elle expire,
			date d'expiration, date d'expiration de la carte, expiration, expire, expire en,
			date de validité, valable jusqu'en, valable jusqu'au, valide jusqu'en
		`,
		bank: `
			numéro de compte, numéro de compte bancaire, numéro du compte, numéro de mon compte,
			numéro de votre compte, compte bancaire, compte courant, compte chèque,
			coordonnées bancaires, relevé d'identité bancaire, rib, code iban, numéro iban, code banque,
			code guichet, clé rib, code swift, code bic, code bic swift, sur le compte, sur mon compte
		`,
		bankMention: `compte, mon compte, banque, virement`,
		tax: `
			numéro fiscal, numéro d'identification fiscale, identifiant fiscal, numéro de tva,
			numéro tva, tva intracommunautaire, numéro de tva intracommunautaire,
			numéro de sécurité sociale, sécurité sociale, numéro de sécu, ma sécu, numéro siret, siret,
			siren, numéro siren, spi, référence fiscale, numéro de passeport, passeport,
			numéro d'identité, carte d'identité, numéro de carte d'identité, permis de conduire
		`,
		code: `
			code temporaire, code d'activation, code par (texto|mail|message), code que j'ai (eu|reçu), code qu'on m'a envoyé, code de connexion, code de ma carte bleue, code de la carte bleue, code personnel, code à (6|six|4|quatre) chiffres, pin,
			code de vérification, code à usage unique, code de confirmation par sms, code reçu par sms,
			code par sms, code sms, code reçu, code que j'ai reçu, code que vous avez reçu,
			code que nous avons envoyé, code que je vous ai envoyé, code d'authentification,
			code d'accès, code à six chiffres, code à 6 chiffres, code à quatre chiffres,
			code à 4 chiffres, code pin, code secret, mon pin, votre pin, code confidentiel,
			mot de passe à usage unique
		`,
		password: `
			mdp, password, mot de passe, mots de passe, phrase de passe, réponse secrète, mot secret, mot clé, mot de sécurité,
			mot de passe vocal, question secrète, question de sécurité, réponse à la question, code confidentiel vocal,
			nom de jeune fille de (votre|ma) mère, premier animal, codes de secours, codes de récupération, code de secours,
			code de récupération, clé wifi
		`,
		seed: `
			phrase de récupération, phrase secrète, phrase mnémonique, mots de récupération,
			phrase de sauvegarde, douze mots, 12 mots, vingt-quatre mots, phrase seed, seed phrase, mes mots, vos mots, les mots, 24 mots, mots sont,
			ma phrase, mots secrets, recovery phrase
		`,
		key: `clé privée, clef privée, clé api, clé d'api, clé secrète, jeton d'accès, la clé, la clef, ma clé, clef secrète, clé d'accès, clé api secrète, api key, private key`,
		lastFour: `
			se termine par, se terminant par, terminant par, qui finit par, finissant par,
			quatre derniers, quatre derniers chiffres, les quatre derniers chiffres, 4 derniers chiffres,
			derniers chiffres, finit par
		`,
		phone: `
			téléphone, numéro de téléphone, portable, numéro de portable, mobile, appelez-moi,
			rappelez-moi, rappeler au, appeler au, mon numéro est le, joindre au, whatsapp,
			numéro de rappel
		`,
		reference: `
			numéro de facture, facture numéro, numéro de la facture, numéro de commande, commande numéro,
			numéro de la commande, numéro de ticket, numéro de dossier, numéro de transaction,
			identifiant de transaction, numéro de référence, référence numéro, numéro de réservation,
			numéro de suivi, code de suivi, code promo, code de réduction, numéro de client,
			numéro client, identifiant client, numéro de contrat, numéro de police, numéro d'abonnement,
			numéro de série, numéro de vol, numéro de colis, numéro d'incident, code erreur,
			code d'erreur, version, identifiant d'appel, numéro de réclamation, numéro d'ordre,
			numéro de paiement, numéro de reçu, numéro de bon, numéro d'adhérent, numéro de version,
			poste
		`,
		thing: `
			facture, factures, commande, commandes, dossier, transaction, réservation, référence,
			abonnement, colis, vol, chambre, paiement, paiements, étape, option, page, ligne, étage,
			client, contrat
		`,
		amount: `
			montant, total, solde, prix, coût, frais, somme, débité, débités, facturé, payé, payer, dois,
			doit, remboursement, remboursé, remise, coûte, prélevé, prélèvement, tarif
		`,
		date: `date, depuis, naissance, né le, née le, né en, née en, année, anniversaire, le mois, jusqu'au, échéance`,
		postal: `code postal`,
		filler: `
			euh, heu, ben, bah, bon, alors, donc, voyons, attendez, attends, une seconde, un instant,
			un moment, une minute, deux secondes, deux minutes, et, puis, ensuite, après, et puis, oui,
			ouais, d'accord, parfait, très bien, bien, ok, c'est, c'est le, est, le, la, les, l, c, d,
			tiret, espace, virgule, point, de, du, des, voilà, s'il vous plaît, merci, ici, maintenant,
			encore, suite, je regarde, je vérifie, laissez-moi voir, je répète, les quatre premiers,
			quatre premiers, quatre suivants, les quatre suivants, suivi de, ma, mon, notez, alors c'est,
			hum, voici, commence par, enfin
		`,
		correction: `
			non, pardon, désolé, désolée, excusez-moi, je veux dire, plutôt, erreur, je me trompe,
			je corrige
		`,
		money: `
			euro, euros, dollar, dollars, livre, livres, franc, francs, centime, centimes, pour cent,
			pourcent, millions, mille euros
		`,
		unit: `
			jour, jours, semaine, semaines, mois, an, ans, année, années, heure, heures, minute, minutes,
			seconde, secondes, fois, personnes, personne, factures, commandes, paiements, articles,
			unités, billets, rue, avenue, cartes, comptes, options, choses, appels, prélèvements
		`,
		month: `
			janvier, février, mars, avril, mai, juin, juillet, août, septembre, octobre, novembre,
			décembre
		`,
		digits: `chiffre, chiffres, numéros, lettres, mots, caractères, derniers, premiers, suivants`,
		is: `est, c'est, sont, était`,
		purpose: `pour, comme`,
		spelling: `
			majuscule, minuscule, majuscules, minuscules, en majuscule, en minuscule, en majuscules, en minuscules,
			tiret bas, tiret, tiret du bas, tiret du six, tiret du huit, arobase, arrobase, point, dièse, étoile, astérisque, lettre, chiffre, souligné,
			point d'exclamation, point d'interrogation, signe dollar, signe plus, signe égal, esperluette,
			et commercial, pourcentage, barre oblique, deux points, hashtag, tout attaché, sans espace
		`,
		notPassword: `
			incorrect, incorrecte, ne, n, pas, mon, le, la, un, une, que, de, pour, trop, très, erroné, faux,
			expiré, invalide, valide, nouveau, ancien, sûr, bon, oublié, perdu, obligatoire, temporaire,
			toujours, jamais, dans, bloqué, requis, faible, différent, secret, confidentiel, quelque, elle,
			nous, vous, ils, aux, des, les, leur, votre, notre, mes, vos, son, avons, avez, ont, suis,
			sommes, êtes, est, être, avoir, sais, sait, savez, peux, peut, pouvez, veux, voulez, dois, faut,
			fait, faire, dit, dire, donné, donner, mis, mettre, marche, fonctionne, passe, souviens,
			rappelle, aucune, aucun, idée, rien, tout, tous, toute, quoi, qui, quand, comment, pourquoi,
			quel, quelle, lequel, laquelle, mais, car, parce, donc, aussi, encore, déjà, plus, moins,
			peut-être, bonjour, allô, merci, désolé, pardon, exact, exactement, entendu, compris, bien sûr,
			volontiers, même, pareil, autre, autres, simple, facile, difficile, compliqué, long, longue,
			court, courte, piraté, volé, changé, envoyé, hier, aujourd, hui, demain, avec, sans, sur, sous,
			chez, par, ici, cette, cet, ces, cela, celui, celle
		`,
		anyCode: `code`,
		sent: `envoyé, envoyer, reçu, sms, texto, message`,
		speaker: `conseiller, conseillère, opérateur, opératrice, assistante, cliente, appelant, appelante, utilisateur, utilisatrice, locuteur, interlocuteur`,
	},
};
