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
	ordinals: 'premier deuxième troisième quatrième cinquième sixième',
	letterCases: 'majuscule majuscules minuscule minuscules',
	addressSigns: 'arobase=@ arrobase=@ point=. tiret=- bas=_',
	phrases: {
		card: `
			numéro de (cb|carte bleue|visa|mastercard), numéros de ma carte, les seize chiffres, numéro long,
			numéro de carte, numéro de la carte, numéro de ma carte, numéro de votre carte,
			numéros de la carte, numéro de carte bancaire, numéro de carte de crédit, seize chiffres,
			16 chiffres, numéro à seize chiffres, (numéros|chiffres) de (la|ma|votre) carte,
			chiffres sur le devant, numéros sur le devant, numéro sur le devant, grand numéro,
			les seize numéros, seize numéros, 16 numéros, numéro à 16 chiffres, numéro au recto,
			chiffres au recto, chiffres devant, numéros devant, numéro de (la|ma|votre) (visa|mastercard|cb),
			numéro de l'american express, numéro complet de la carte
		`,
		cardMention: `
			carte bancaire, carte bleue, carte de crédit, carte de débit, carte de paiement, carte, (ma|la|votre|une|sa|carte) cb, visa,
			mastercard, american express, carte visa, ma carte, votre carte
		`,
		security: `
			pictogramme, le crypto, crypto visuel, code de (la|ma|votre) carte, code de carte,
			code à trois chiffres, les trois chiffres, (trois|quatre|3|4) chiffres de sécurité,
			(trois|3|trois derniers|derniers|) chiffres (au dos|au verso|derrière|à l'arrière|de derrière),
			(code|numéro) (au dos|au verso|derrière|à l'arrière|de derrière), trois chiffres,
			trois derniers chiffres, chiffres derrière, code derrière, code de sécurité, le code de sécurité,
			cryptogramme, cryptogramme visuel, code cvv, code cvc, numéro de sécurité,
			code de vérification de la carte, trois chiffres au dos, trois chiffres à l'arrière,
			trois chiffres derrière, trois derniers chiffres au dos, 3 chiffres au dos,
			les trois chiffres au verso, trois chiffres au verso, chiffres au dos, chiffres au verso,
			code au dos, code au verso, numéro au dos, au dos de la carte, au dos de votre carte,
			au dos de ma carte, au verso de la carte,
			(trois|quatre|3|4) (petits|) (chiffres|numéros) (derrière|devant|au dos|au verso|sur le devant),
			(trois|quatre|3|4) petits (chiffres|numéros), petits (chiffres|numéros),
			petit (code|numéro) (derrière|au dos|), devant (c'est|il y a|c'est écrit|c'est marqué), et derrière, derrière c'est, derrière il y a,
			derrière la carte, derrière ma carte, ceux (de derrière|derrière|du dos),
			(trois|quatre) (derrière|devant|au dos), (retournez|tournez|retourner|je retourne) la carte,
			retournez la, (à côté|près) de la signature, sur la bande, trois numéros, numéro de contrôle,
			chiffres de contrôle, numéro cvv, numéro cvc, cvv c'est, le crypto, crypto au dos, mon crypto,
			votre crypto
		`,
		expiry: `
			quand expire, expire (t elle|à quelle date), date de fin, fin de validité, elle expire, date d'expiration, date d'expiration de la carte,
			expiration, expire, expire en, date de validité, valable jusqu'en, valable jusqu'au,
			valide jusqu'en, valable jusqu'à, valable jusqu'à quand, valable jusque, valide jusqu'au,
			valide jusqu'à, date (devant|sur la carte|de la carte|au recto|sur le devant),
			date de fin de validité, mois et année, date de péremption, date d'échéance de la carte,
			expire fin, elle expire quand, expire quand
		`,
		bank: `
			numéro de compte, numéro de compte bancaire, numéro du compte, numéro de mon compte,
			numéro de votre compte, compte bancaire, compte courant, compte chèque, coordonnées bancaires,
			relevé d'identité bancaire, rib, code iban, numéro iban, code banque, code guichet, clé rib,
			code swift, code bic, code bic swift, sur le compte, sur mon compte,
			(votre|mon|un|le|numéro de) rib, compte chèques, compte épargne, livret a numéro,
			numéro de livret, livret a, compte numéro, compte n, code établissement, numéro d'établissement,
			(en bas|au bas|bas) (du|de mon|d'un) chèque, chèque en bas,
			compte (joint|pro|professionnel|à débiter|à créditer), sur quel compte, quel compte,
			coordonnées du compte, iban c'est, iban complet, swift, mon iban, votre iban, numéro de transit,
			numéro d'institution, mon compte c'est, prélever sur le compte, prélever sur, prélevez plutôt,
			prélevez là dessus, prélevez sur, débitez plutôt, prélever sur l'iban,
			prélevez (plutôt|) là dessus
		`,
		bankMention: `
			compte, mon compte, banque, virement, chéquier, bnp, bnp paribas, société générale,
			crédit agricole, crédit mutuel, caisse d'épargne, banque postale, boursorama, lcl, livret, cic
		`,
		tax: `
			numéro fiscal, numéro d'identification fiscale, identifiant fiscal, numéro de tva, numéro tva,
			tva intracommunautaire, numéro de tva intracommunautaire, numéro de sécurité sociale,
			sécurité sociale, numéro de sécu, ma sécu, numéro siret, siret, siren, numéro siren, spi,
			référence fiscale, numéro de passeport, passeport, numéro d'identité, carte d'identité,
			numéro de carte d'identité, permis de conduire, numéro d'assuré, numéro d'assuré social,
			assuré social, numéro nir, numéro insee, (numéro de|) carte vitale, sécu, la sécu,
			numéro de la sécu, votre sécu, sécurité sociale numéro, pièce d'identité,
			numéro de pièce d'identité, numéro de la pièce d'identité,
			(numéro de|) carte nationale d'identité, numéro de la carte nationale d'identité,
			numéro de la carte d'identité, cni, numéro de cni, titre de séjour, numéro de titre de séjour,
			carte de séjour, numéro de (permis|permis de conduire), numéro du permis, votre permis,
			mon permis, numéro du passeport, passeport numéro, numéro étranger, numéro de siret,
			numéro de siren, tva intra, numéro de tva intra, numéro d'impôt, numéro de contribuable,
			numéro fiscal de référence, numéro avs, numéro d'assurance sociale, numéro de registre national,
			numéro national, numéro de sécurité,
			quatre derniers (chiffres|) de (votre|mon|la) (sécu|sécurité sociale|numéro de sécurité sociale),
			numéro nas, NAS, mon nir, votre nir, NIR
		`,
		code: `
			(numéro|chiffres|code) (s'affiche|s'affichent|apparaît|apparaissent), (code|chiffres|numéro) (sur|à) (l'écran|le boîtier|votre écran|mon écran),
			je (tape|compose|fais) toujours, (affiche|indique) le boîtier, chiffres (que vous|que je) (tapez|tape|composez|compose), (au|pour le) distributeur,
			(numéro|chiffres|code) (dans|de|sur) (l'appli|l'application|votre appli|votre application|mon appli), boîtier (affiche|indique),
			(demande|demandent|réclame|veut) (un|le) code, (reçu|eu) (un|le) code, puk,
			(sms|texto|message) (vient d'arriver|est arrivé|est là), j'ai (reçu|eu) (le|un) (sms|texto|message),
			code temporaire, code d'activation, code par (texto|mail|message), code que j'ai (eu|reçu),
			code qu'on m'a envoyé, code de connexion, code de ma carte bleue, code de la carte bleue,
			code personnel, code à (6|six|4|quatre) chiffres, pin, code de vérification, code à usage unique,
			code de confirmation par sms, code reçu par sms, code par sms, code sms, code reçu,
			code que j'ai reçu, code que vous avez reçu, code que nous avons envoyé,
			code que je vous ai envoyé, code d'authentification, code d'accès, code à six chiffres,
			code à 6 chiffres, code à quatre chiffres, code à 4 chiffres, code pin, code secret, mon pin,
			votre pin, code confidentiel, mot de passe à usage unique, vient de vous envoyer,
			on vient de vous envoyer, viens de vous envoyer, sms avec, texto avec,
			chiffres (reçus|du sms|dans le sms|du texto),
			code (à l'écran|de la carte bancaire|de ma carte bancaire|de votre carte bancaire|d'identification|3d secure|éphémère|unique|de validation|de confirmation|provisoire|téléphonique|de déblocage|de déverrouillage|puk|sim|de l'appli|de l'application|du message|du sms|qui s'affiche|à huit chiffres|de retrait|de la cb|d'accès à l'espace client|d'accès client|d'authentification forte),
			code que je viens de recevoir, code que vous venez de recevoir, code qui vient d'arriver,
			3d secure, code secret de la carte, otp, numéro reçu par sms, numéro à six chiffres reçu
		`,
		password: `
			(changé|modifié) (l'accès|le login|mon accès|mon login) (en|à|pour|par), mdp, password, mot de passe, mots de passe, phrase de passe, réponse secrète, mot secret, mot clé, mot de sécurité,
			mot de passe vocal, question secrète, question de sécurité, réponse à la question, code confidentiel vocal,
			nom de jeune fille de (votre|ma) mère, premier animal, codes de secours, codes de récupération, code de secours,
			code de récupération, clé wifi
		`,
		seed: `
			phrase de récupération, phrase secrète, phrase mnémonique, mots de récupération,
			phrase de sauvegarde, (trois|quatre|cinq|six) (premiers|suivants|derniers) (sont|mots), douze mots, 12 mots, vingt-quatre mots, phrase seed, seed phrase, mes mots, vos mots, les mots, 24 mots, mots sont,
			ma phrase, mots secrets, recovery phrase
		`,
		key: `clé privée, clef privée, clé api, clé d'api, clé secrète, jeton d'accès, la clé, la clef, ma clé, clef secrète, clé d'accès, clé api secrète, api key, private key`,
		lastFour: `
			se termine par, se terminant par, terminant par, qui finit par, finissant par, quatre derniers,
			quatre derniers chiffres, les quatre derniers chiffres, 4 derniers chiffres, derniers chiffres,
			finit par, finit en, terminée par, terminant en, termine par, quatre derniers numéros,
			(les|) derniers quatre chiffres,
			quatre derniers (chiffres|) de (votre|mon|la) (sécu|sécurité sociale|numéro de sécurité sociale)
		`,
		phone: `
			téléphone, numéro de téléphone, portable, numéro de portable, mobile, appelez-moi, rappelez-moi,
			rappeler au, appeler au, mon numéro est le, joindre au, whatsapp, numéro de rappel, mon fixe,
			téléphone fixe, le fixe, mon portable, joignable au, me joindre au, rappelez au,
			numéro de téléphone fixe, mon téléphone, mon numéro c'est le, au numéro suivant
		`,
		reference: `
			numéro de facture, facture numéro, numéro de la facture, numéro de commande, commande numéro,
			numéro de la commande, numéro de ticket, numéro de dossier, numéro de transaction,
			identifiant de transaction, numéro de référence, référence numéro, numéro de réservation,
			numéro de suivi, code de suivi, code promo, code de réduction, numéro de client, numéro client,
			identifiant client, numéro de contrat, numéro de police, numéro d'abonnement, numéro de série,
			numéro de vol, numéro de colis, numéro d'incident, code erreur, code d'erreur, version,
			identifiant d'appel, numéro de réclamation, numéro d'ordre, numéro de paiement, numéro de reçu,
			numéro de bon, numéro d'adhérent, numéro de version,
			numéro (de|du) (sinistre|chèque|devis|bon de commande|compteur|pdl|pce|point de livraison|recommandé|lettre recommandée|dossier|facture|colis|suivi|contrat|police|siège|vol|train|place|réservation|billet|lot|série|produit|retour|remboursement|mandat|prélèvement|virement|transfert|fournisseur|magasin|caisse|chambre|bâtiment|porte|membre|ticket|demande|plainte|réclamation|litige|requête|bordereau|livraison|bon|devis|panneau|quittance|bail|paiement|transaction|commande|formulaire),
			numéro d'(allocataire|adhérent|avoir|opération|autorisation|enregistrement|employé|appartement|abonné|intervention|article|immatriculation|identification interne|agent|appel|envoi|expédition|étudiant|inscription|affaire),
			référence (client|dossier|commande|facture|unique de mandat|du dossier|de la commande|de paiement|du virement|produit),
			chèque numéro, bon numéro, sinistre numéro, dossier numéro, contrat numéro, numéro pdl,
			numéro pce, pdl, pce, point de livraison, relevé du compteur, relevé de compteur,
			index du compteur, immatriculation, plaque d'immatriculation, numéro de plaque,
			code de réservation, code avantage, code de parrainage, code article, code produit,
			ticket numéro, numéro de téléopérateur, référence de commande, référence de dossier, code du lot,
			n de commande, n de dossier, n de client, réclamation (est|numéro), litige numéro, poste numéro,
			numéro de poste, poste téléphonique
		`,
		thing: `
			affiche erreur, code erreur, message d'erreur,
			facture, factures, commande, commandes, dossier, transaction, réservation, référence, abonnement,
			colis, vol, chambre, paiement, paiements, étape, option, page, ligne, étage, client, contrat,
			sinistre, devis
		`,
		amount: `
			moitié moitié, montant, total, solde, prix, coût, frais, somme, débité, débités, facturé, payé, payer,
			remboursement, remboursé, remise, coûte, prélevé, prélèvement, tarif,
			(on|vous|ils) (m'a|m'avez|m'ont) (prélevé|débité|facturé|remboursé|pris), débitée, prélevée,
			prélevés, ça coûte, ça m'a coûté, coûtait, paie, paye, payons, seulement besoin de,
			mensualités de, échéances de, versements de, loyer, acompte, arrhes, en tout, au total,
			à hauteur de, somme de, facturée, facturés, versement de, virement de, remboursement de, crédité,
			économisé, dépensé, cotisation, coûté, trop perçu, me doit, vous dois, reste à payer, intérêts,
			je vous dois, on me doit, vous me devez, dois payer, doit payer, combien je dois
		`,
		date: `
			date, depuis, naissance, année, anniversaire, le mois, jusqu'au, échéance, à partir du, née,
			(suis|est|êtes) né, né en, né un, né le, née le
		`,
		postal: `code postal`,
		filler: `
			euh, heu, ben, bah, bon, alors, donc, voyons, attendez, attends, une seconde, un instant,
			un moment, une minute, deux secondes, deux minutes, et, puis, ensuite, après, et puis, oui,
			ouais, d'accord, parfait, très bien, bien, ok, c'est, c'est le, est, le, la, les, l, c, d, tiret,
			espace, virgule, point, de, du, des, voilà, s'il vous plaît, merci, ici, maintenant, encore,
			suite, je regarde, je vérifie, laissez-moi voir, je répète, les quatre premiers, quatre premiers,
			quatre suivants, les quatre suivants, suivi de, ma, mon, notez, alors c'est, hum, voici,
			commence par, enfin, attendez que,
			(attendez que je mette|attendez je mets|je mets|je prends|je cherche|sans|mettre) mes lunettes,
			mes lunettes, je n'y vois rien, je vois mal,
			je (cherche|la cherche|le cherche|la sors|le sors|sors ma carte|prends ma carte|cherche ma carte),
			le chien aboie, attendez le chien aboie, ça sonne, (tiens ça|ça|on) sonne à la porte,
			une petite (seconde|minute), un petit instant, un tout petit instant, ne quittez pas,
			ne raccrochez pas, patientez, allez y, allez y doucement, je vous écoute, je vous suis, je note,
			c'est noté, noté, j'ai noté, vous notez, vous y êtes, vous êtes là, vous êtes toujours là,
			vous m'entendez, allô, je reprends, je reprends mon souffle, je continue, continuez, la suite,
			et la suite, et la fin, pour finir, et pour finir, pour terminer, d'abord, au début, au milieu,
			le début, la fin, tout attaché, monsieur, madame, mademoiselle, exactement, tout à fait,
			c'est ça, c'est bien ça, lettre, la lettre, slash, barre, zut, mince, oh là là, hop, voyez vous,
			que je lise, je lis, je vous lis, je vous le lis, je vous la lis, je vous dicte, je vous donne,
			et ensuite, et après, deux petites secondes, quelques secondes, une minute je cherche,
			laissez moi (regarder|chercher|prendre), tenez, tiens, nickel, super, impeccable, entendu,
			compris, ça marche, ça coupe, la ligne est mauvaise, à la page, sur la page, sur la ligne,
			en ligne
		`,
		correction: `
			non, pardon, désolé, désolée, excusez-moi, je veux dire, plutôt, erreur, je me trompe,
			je corrige, ah non, non non, attendez non, je me suis trompé, je me suis trompée, trompé,
			je recommence, on recommence, recommençons, depuis le début, reprenons, (j'en ai|j'ai) sauté un,
			j'ai sauté un chiffre, j'ai oublié un chiffre, mal lu, j'ai mal lu, excusez, mille excuses,
			au temps pour moi, autant pour moi, annulez, oubliez, toutes mes excuses, faute de frappe,
			je m'excuse
		`,
		money: `
			euro, euros, dollar, dollars, livre, livres, franc, francs, centime, centimes, pour cent,
			pourcent, millions, mille euros, eur, chf, balles, bitcoins, dirhams, dinars, cfa
		`,
		unit: `
			chacun, chacune, jour, jours, semaine, semaines, mois, ans, année, années, heure, heures, minute, minutes,
			seconde, secondes, fois, personnes, personne, factures, commandes, paiements, articles, unités,
			billets, rue, avenue, cartes, comptes, options, choses, appels, prélèvements, confirmations,
			mensualités, échéances, nuits, chambres, kilos, kilomètres, mètres, litres, degrés, trimestres,
			enfants, adultes, messages, tentatives, places, étages, douzaines, ouvrés, pièces, kwh, grammes,
			salariés, versements
		`,
		month: `
			janvier, février, mars, avril, mai, juin, juillet, août, septembre, octobre, novembre,
			décembre
		`,
		digits: `chiffre, chiffres, numéros, lettres, mots, caractères, derniers, premiers, suivants`,
		is: `est, c'est, sont, était, doit être, ça doit être, devrait être, ça devrait être, ce serait, serait`,
		purpose: `pour, comme`,
		spelling: `
			majuscule, minuscule, majuscules, minuscules, en majuscule, en minuscule, en majuscules, en minuscules,
			tiret bas, tiret, tiret du bas, tiret du six, tiret du huit, arobase, arrobase, point, dièse, étoile, astérisque, lettre, chiffre, souligné,
			point d'exclamation, point d'interrogation, signe dollar, signe plus, signe égal, esperluette,
			et commercial, pourcentage, barre oblique, deux points, hashtag, tout attaché, sans espace
		`,
		notPassword: `
			avant, habitude, incorrect, incorrecte, ne, n, pas, mon, le, la, un, une, que, de, pour, trop, très, erroné, faux,
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
		sent: `
			envoyé, envoyer, reçu, sms, texto, message, envoie, envoyée, recevoir, m'est arrivé,
			arrivé par sms, textos, vient d'arriver, vient de vous arriver, vient d'être envoyé
		`,
		speaker: `personne, conseiller, conseillère, opérateur, opératrice, assistante, cliente, appelant, appelante, utilisateur, utilisatrice, locuteur, interlocuteur`,
	},
};
