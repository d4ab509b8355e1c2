import type { Tongue } from './speech';

/**
 * Secrets that are no numbers: passwords that are spelt, described, told in the past or named after
 * they were said, memorable words and security answers, backup codes, keys, recovery phrases in every
 * form, private documents; and talk about them in which nothing is secret. Marked like the batches.
 */
export const WORDS: Readonly<Partial<Record<Tongue, string>>> = {
	english: `
Agent: What's the phone password on the account?\\nCaller: {{purple giraffe}}.\\nAgent: Perfect.
Agent: Can you tell me your memorable word?\\nCaller: yeah it's {{Llandudno}}
Agent: And your security word please.\\nCaller: {{Marigold}}, like my gran's garden.
Agent: What was the name of your first pet?\\nCaller: {{Snowball}}
Agent: What's your mother's maiden name?\\nCaller: {{Hollingsworth}}.\\nAgent: Thanks.
Agent: What's the passphrase?\\nCaller: Hmm, I don't remember.
Agent: Do you know your password?\\nCaller: No idea, sorry.
Agent: What's your password?\\nCaller: I'd rather not say.
Agent: Did you forget your password?\\nCaller: Yes, months ago.
Agent: Have you changed your password recently?\\nCaller: Last Tuesday.
Agent: I can send a password reset. What's your name?\\nCaller: It's <<Maria Gonzalez>>.
Agent: Never tell anyone your password. And your order number?\\nCaller: <<ORD-4471-B>>.
Agent: We never ask for your password. What's the tx hash?\\nCaller: it's <<0x95312f9218e959a0eb5b8969c1073849035d1a04e56ed8fca456ba4599cfe862>>
I'm locked out, wrong password three times, case <<CS-20881>>
my password manager is <<Bitwarden>> and it crashed
I forgot my password, can you reset it
the password for the portal is {{sunflower}} but it keeps failing
the password to my account was {{Juniper_44}} until yesterday
it's {{capital T, i, g, e, r, then a hash, then nineteen ninety}}, that's what I type in
Caller: the wifi password is {{lowercase m, o, o, n, underscore, seven seven, capital K}}
the password goes {{big R, small o, small s, small e, star, four, two}}
my pass is {{r-o-s-e-4-2-bang}}
She changed it to {{Pumpkin, capital P, exclamation mark, two zero two four}}
the passcode? it's {{winter harbor}}
{{Thunderbolt}} is my password, all one word.
{{mango lassi}}, that's the passphrase.
Use {{Summer#22}} as the password for now
my username is <<dkessler>> and the password {{Otter_Creek9}}
The API key? It's {{9f8c2b71d4e04a6db1c3a5e2f7708c11}}
the token is {{ghp_0a1B2c3D4e5F6g7H8i9J0kLmNoPqRsTuVwXy}}
my private key is {{0x4c0883a69102937d6231471b5dbb6204fe5129617082792ae468d01a3f362318}}
Agent: What's the private key?\\nCaller: {{5f3a9c0e7b1d48269ae05c7f1b3d8e6294a7c0f5d2b8e163749f0a5c8d2e7b41}}
The key you need is on the desk, <<key ring number 14>>
backup codes {{7h2k-99ab}}, {{k3m1-0pqr}} and {{zz81-2lop}}
recovery codes: {{4fj2-kd93}} {{99sk-2lfo}}
my seed words are {{1) velvet 2) ladder 3) ostrich 4) pulse 5) siren 6) gravity 7) mimic 8) tunnel 9) acid 10) brisk 11) cereal 12) dwarf}}
Customer: okay first word {{velvet}}, second word {{ladder}}, third {{ostrich}}, fourth {{pulse}}, fifth {{siren}}, sixth {{gravity}}
Agent: Which wallet?\\nCustomer: So it goes {{velvet ladder ostrich pulse siren gravity}}\\nAgent: Stop!\\nCustomer: {{mimic tunnel acid brisk cereal dwarf}}
Agent: first recovery word?\\nCustomer: {{velvet}}\\nAgent: second?\\nCustomer: {{ladder}}\\nAgent: third?\\nCustomer: {{ostrich}}\\nAgent: fourth?\\nCustomer: {{pulse}}\\nAgent: okay
the phrase was {{velvet ladder ostrich pulse siren gravity mimic tunnel acid brisk cereal six}}, I think
We will never ask for your recovery phrase, private key or password. <<Please visit the help center and open a ticket about this payment>>.
Don't share your seed phrase with anyone. <<Agent can only confirm amount, network, address>>.
I need <<apple, banana, orange, lemon, butter and cheese>> for the party
the seed phrase is on paper at home, I'm at <<work, office, second floor>>
I sent my payslip, the file is {{IMG_2231.pdf}}
our bank statement is called {{scan_004.pdf}} and the logo is <<logo_final.png>>
Please see {{w9-signed.pdf}} and <<invoice_2231.pdf>>
I attached {{2023_tax_return_final.pdf}}, the brochure is <<https://acme.example/brochure.pdf>>
file {{paystub-march.png}} is the proof, <<menu.pdf>> is not
you can get your bank statement at <<https://bank.example/login>>
My name is spelt <<capital M, small c, capital D, o, n, a, l, d>>
my email is <<capital J underscore smith four four at gmail dot com>>
invoice number is <<capital A, capital B, dash, four four one two>>
Agent: Is the password case sensitive?\\nCaller: I think so.
Agent: Did the password work?\\nCaller: Nope, still stuck.
Agent: What's your password hint?\\nCaller: <<My first dog>>.
The password is case sensitive and must have <<eight characters>>
my password expired after <<90 days>>, ticket <<ZD-88121>>
password protected file <<offer_letter.zip>> please
he stole my password and sent <<0.5 BTC>> to <<1BoatSLRHtKNngkdXEeobR76b53LETtpyT>>
the address is <<TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSE>> and I never shared my private key
the transaction hash, not the private key, is <<be784511a77e83257660a59d396fa5c4c52385c116d206bf83495ec04904fe2c>>
my one time code is {{G-482913}}
verification code {{AB7-K92}}
Agent: What's the verbal password?\\nCaller: Um, {{blue heron}}, I believe.
Agent: Passcode?\\nCaller: {{moonlight sonata}}
Customer: {{Dragonfruit}}, that's my memorable word.
your password must be reset, call <<extension 4410>>
I typed {{Kingfisher.22}} as my password
Agent: password?\\nCaller: one sec, let me find it\\nCaller: okay it's {{Zebra!Crossing9}}
I gave the last girl my password, I told her {{Rhubarb_99}}
The old password was {{Teapot-12}}, the new one is {{Kettle-34}}.
Agent: For security, may I have the second and fifth letters of your memorable word?\\nCaller: it's just {{Honeysuckle}}, take whatever letters you like
Agent: Password on the account please?\\nCaller: erm {{velvet sofa}}? no wait {{velvet chair}}
Agent: What is the verbal PIN or password?\\nCaller: {{Sapphire}}, with two p's.
my login's <<mkowalski>> and my password's {{P@ssw0rd1}}, nothing fancy
I kept typing {{Yellow-Duck-7}} and it kept telling me wrong password
so the password, let me spell it, {{c, h, e, r, r, y, dash, nine, nine, exclamation mark}}
It's my dog's name with a capital, {{Rufus, capital R, and then two thousand twelve}}, that's the password
I set it to {{Freedom, with a zero for the o, hash sign, four}} last week, that password
Caller: {{capital J, lowercase o, y, percent sign, one two three}}\\nAgent: You shouldn't say that out loud.
Agent: Please never say your password on this line.\\nCaller: too late, it's {{Blackbird!09}}
Agent: Please never say your password on this line.\\nCaller: I wasn't going to. My account email is <<jo@finch.example>>.
Agent: You'll get a temporary password.\\nCaller: I got it, {{xK9-trem-44}}.
temp pass they gave: {{Hx7$plum}}
pwd={{correcthorse}} user=<<jsmith>>
Password: {{hunter2}}
login: <<ops@acme.example>> / password: {{Acme!Ops2024}}
Agent: Which password manager?\\nCaller: LastPass, the free one.
Agent: So what seems to be the trouble?\\nCaller: Password. It just spins.
The password field is greyed out on <<version 4.2.1>>
I changed my password three times on <<12/05/2024>> at <<10:30>>
your password has been reset. ticket number <<INC-40021>>
Agent: Did you get the password email?\\nCaller: No, nothing in spam.
Agent: Any two-factor on it?\\nCaller: Just a password.
Customer: I never gave my password to anybody, I swear. The charge of <<$49.99>> isn't mine.
The password was leaked in <<2019>>, so change it
Is the password the same as before? <<Order A-5521>> needs it.
wrong password again and <<invoice 2231>> is due <<Friday>>
I can't share my password but my order is <<#88213>>
our Stripe secret is {{rk_live_51Hx9ZkLmN0pQrStUv}} and the webhook id is <<we_1Nabc>>
bearer {{eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abcDEF123_-xyz}}
the client secret is {{GOCSPX-4f9aKd02mZq1LwEr7TyU}}, client id <<4471-abc.apps.example>>
slack token {{xoxb-2212-88123-aBcDeFgHiJk}}
aws key {{AKIAIOSFODNN7EXAMPLE}} secret key {{wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY}}
my metamask private key, {{a7c1e0f93b5d48e2617fa0c9d4b83e5512f6c7809ab3de4f1c250e7896ab34cd}}, don't laugh
Caller: I have a long thing here, the private key I think: {{L4rK1yDtCWekvXuE6oXD9jCYfFNV2cWRpVuPLBcCU2z8TrisoyY1}}
Agent: Could you give the wallet address?\\nCaller: <<0x52908400098527886E0F7030069857D2E4169EE7>>. Not the key, right?
Agent: never give anyone the private key\\nCaller: I only have this, <<0x88df016429689c079f3b2f6ad39fa052532c56795b733da78a91ebe6a713944b>>, the transaction
My recovery phrase starts with {{velvet ladder ostrich pulse}} and then I can't read it
the last four words are {{brisk, cereal, dwarf, elbow}}, of my seed phrase
words 1 to 6: {{velvet, ladder, ostrich, pulse, siren, gravity}}; words 7 to 12: {{mimic, tunnel, acid, brisk, cereal, dwarf}}
Caller: I typed {{velvet}} then {{ladder}} then {{ostrich}} then {{pulse}} then {{siren}} then {{gravity}} then {{mimic}} then {{tunnel}} then {{acid}} then {{brisk}} then {{cereal}} then {{dwarf}}
I lost my seed phrase and my hardware wallet, the coins are on <<0x52908400098527886E0F7030069857D2E4169EE7>>
Agent: Do you have your 12 words?\\nCaller: Yes, on a metal plate in the safe, all good.
Agent: A seed phrase is a list of simple words like these, store it offline.\\nCaller: Okay, I wrote them on paper, locked in a drawer.
you should write down the recovery phrase, then confirm the order, then click finish
Agent: Can you upload a bank statement?\\nCaller: I did, {{statement-2024-05.pdf}}, and the bill <<edf_bill_may.pdf>>
it's on dropbox {{https://dropbox.example/s/x8f/bank_statement_q1.pdf?dl=0}} and the contract at <<https://dropbox.example/s/k2/contract.pdf>>
My W-2 is {{w2_2023_jparker.pdf}}, manual is <<R2D2_manual.pdf>>
Form 1099: {{1099-NEC-2023.pdf}} vs <<form_signup.pdf>>
the file's {{2022-1040-final.pdf}} and <<IMG_1040.jpg>> is a cat
I uploaded my {{pay stub june.pdf}} and <<holiday photos.zip>>
P60 attached as {{P60 2023.pdf}}
{{itr_v_ay2023.pdf}} done, <<resume_v2.docx>> too
Agent: open <<https://docs.poof.example/statements-guide>> please
Agent: I just need the account password to proceed.\\nCustomer: right, that would be {{Orchid}}.
Agent: Can I take the telephone banking password?\\nCustomer: It's {{Stonehenge}}. S, T, O, N...
Agent: What password did you choose?\\nCustomer: {{Walnut}}.\\nAgent: Thanks. Amount?\\nCustomer: <<Forty pounds>>.
Agent: Say your password after the tone.\\nCustomer: {{butterscotch}}
Agent: Security question: favourite teacher?\\nCustomer: {{Mrs Abernathy}}
Agent: What is your secret word?\\nCustomer: Which one?\\nAgent: The one for the app.\\nCustomer: {{Lighthouse}}
Agent: What's the memorable word?\\nCustomer: Can you give me a hint?
Agent: Memorable word?\\nCustomer: I've no clue, love.
Agent: Could you verify your password?\\nCustomer: Why would you need that?
Agent: What password are you using?\\nCustomer: The one you emailed me.
Agent: And the password?\\nCustomer: Same as always.
Agent: Is that your password?\\nCustomer: Correct.
Agent: I've reset your password. Anything else?\\nCustomer: <<Order 4471>> please.
Agent: Was the password accepted?\\nCustomer: Finally, yes!
Agent: How long has the password been failing?\\nCustomer: Two weeks.
Agent: Do you use the same password elsewhere?\\nCustomer: Probably, yeah.
yeah my password's my daughter's birthday, {{Lily2009}}
my password, which is {{Gr8Dane}}, stopped working on <<5 May>>
that's with a capital letter, {{Sandcastle, capital S, at sign, ninety}}
they said the password was {{banana}} but it isn't
The password hasn't been changed since <<2018>>
Password reset link sent to <<kim@post.example>> at <<10:45>>
I'm using Chrome and it saved the wrong password for <<billing.acme.example>>
it says password incorrect, error <<E-4031>>
I told the bot my pin was wrong and my password too, ticket <<#3321>>
{{m3rlot-sky}} was the password when I signed up
so I go to type {{blue-Monday-88}} in the password box
it's {{lowercase k, capital I, lowercase t, e, dollar sign}}, don't tell anyone
Agent: Could you spell your surname?\\nCustomer: <<Capital O, apostrophe, capital B, r, i, e, n>>
Agent: And the reference?\\nCustomer: <<capital Q, lowercase x, seven, seven, dash, nine>>
My postcode is <<capital L, S, eight, four, D, Q>>
my key is {{sk-proj-9aB8cD7eF6gH5iJ4kL3mN2oP1qR0}}
the car key fell in the drain on <<Mill Road 42>>
Agent: Which API key?\\nCustomer: The one ending <<9f2c>>.
the webhook secret starts with whsec and it's {{whsec_9fK2mQx7Zt4Lb8Vr1Ys6}}
my authenticator secret is {{JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP}}
Customer: transaction <<0x9fc76417374aa880d4449a1f7f31ec597f00b1f6f3dd2d66f4c9c6c445836d8b>> failed, I used my private key to sign
Customer: my private key's safe, the address is <<0x742d35Cc6634C0532925a3b844Bc454e4438f44e>>
the wallet <<bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq>> needs no password, does it?
hash <<4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b>> and password reset are two different things
Agent: seed words?\\nCustomer: {{captain hover noble}}, then {{quantum rely swift}}, then {{toddler urban vivid}}, and {{wagon yard zebra}}
they are {{captain, hover, noble, quantum, rely, swift, toddler, urban, vivid, wagon, yard}} and the last I can't read
seed: {{captain hover noble quantum rely swift toddler urban vivid wagon yard zebra}}
Customer: 24 words starting {{captain hover noble quantum rely swift toddler urban}}
Agent: Do not read me your seed phrase.\\nCustomer: Okay okay. The wallet is a <<Trezor>>, the amount is <<two ETH>>.
did someone ask for your recovery phrase? Please report the scam, block the caller and change the account password.
write the secret recovery phrase down, keep it private, never photograph it, never type it
My bank wants the payment details, the receipt, the amount, the date and the reason
the items are: lamp, chair, table, mirror and clock
Agent: please upload your latest payslip.\\nCustomer: okay done, it's {{march.pdf}}
the {{Kontoauszug Mai.pdf}} is from my German bank
I sent {{bank-statement.PDF}} by email, subject <<invoice 88>>
the terms are in <<terms-and-conditions.pdf>>, the quote is <<quote_2024.xlsx>>
screenshots: <<Screenshot 2024-05-01.png>> shows the error
{{https://s3.example.com/u/88/payslips/may.pdf?sig=ab12}} is the link
my tax return: {{https://drive.example.com/file/d/1AbC/return2023.pdf}}
see <<https://www.irs.gov/forms-pubs/about-form-w-9>>
`,
	german: `
Agent: Wie lautet Ihr Kundenkennwort?\\nKunde: {{Sonnenblume}}.
Agent: Und Ihr Telefonpasswort bitte.\\nKunde: Das ist {{Zitronenkuchen}}.
Das Kennwort ist {{Winter, großes W, dann Unterstrich, dann zweitausendelf}}
mein Passwort war {{klein h, u, n, d, Raute, vier vier}}, geht nicht mehr
Agent: Nennen Sie mir niemals Ihr Passwort. Wie ist die Rechnungsnummer?\\nKunde: <<RE-2024-118>>.
Ich habe mein Passwort vergessen, können Sie es zurücksetzen?
Agent: Haben Sie das Passwort geändert?\\nKunde: <<Gestern Abend>>.
Die Wörter sind {{1. velvet 2. ladder 3. ostrich 4. pulse 5. siren 6. gravity 7. mimic 8. tunnel 9. acid 10. brisk 11. cereal 12. dwarf}}
Anbei die {{Lohnsteuerbescheinigung_2023.pdf}} und das <<Angebot_77.pdf>>
Datei {{entgeltabrechnung-mai.pdf}} ist hochgeladen, Vertrag <<Mietvertrag.pdf>> auch
Die Passphrase? Das ist {{Kirschblüte}}.
Passwort für das Portal ist {{Gartenzwerg}}, steht auf dem Zettel
Backup-Codes sind {{8d2k-11ab}} und {{q0w9-77zz}}
der geheime Schlüssel lautet {{9f8c2b71d4e04a6db1c3a5e2f7708c11}}
Agent: Wie heißt das Codewort?\\nKunde: Äh, {{Nordlicht}}, glaube ich.
Agent: Ihr Passwort, bitte?\\nKunde: {{Regenbogen}}
Agent: Und das Codewort?\\nKunde: ähm, {{blauer Elefant}}
Das Passwort lautet {{großes K, kleines a, t, z, e, Ausrufezeichen, eins zwei}}
Passwort: {{Hase!2020}}, Benutzer <<mmeier>>
ich hatte {{Bärlauch_7}} als Passwort
Agent: Sagen Sie mir nie Ihr Passwort.\\nKunde: Mach ich nicht. Die Bestellnummer ist <<B-4471>>.
Das Passwort ist abgelaufen, Ticket <<T-9981>>
Der private Schlüssel? Niemals. Die Adresse ist <<0x52908400098527886E0F7030069857D2E4169EE7>>.
Meine zwölf Wörter: {{velvet ladder ostrich pulse siren gravity mimic tunnel acid brisk cereal dwarf}}
{{Gehaltsnachweis_Mai.pdf}} und <<Vertrag_2024.pdf>>
Agent: Wie ist das Sprachkennwort?\\nKunde: Moment, {{Pusteblume}}.
Agent: Und die Antwort auf die Sicherheitsfrage?\\nKunde: {{Waldi}}
Agent: Haben Sie Ihr Passwort zur Hand?\\nKunde: Nein, leider nicht.
Das Passwort geht nicht, Fehler <<403>>, Rechnung <<R-88>>
Kennwort ist {{Adler, großes A, Ausrufezeichen, neunzehn}}
Agent: Ihr Kennwort?\\nKunde: Hab ich vergessen.
Ich tippe {{Honig-Melone-5}} als Passwort ein
Meine Seed-Phrase sag ich Ihnen nicht, Adresse ist <<TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSE>>
{{Steuerbescheid-2022.pdf}} liegt bei, <<Anleitung.pdf>> auch
`,
	french: `
Agent : Quel est votre mot de passe vocal ?\\nClient : {{hirondelle bleue}}.
Agent : Et la réponse à la question secrète ?\\nClient : {{Médor}}
Mon mot de passe, c'est {{Lune, L majuscule, puis tiret bas, puis quarante-deux}}
le mot de passe était {{majuscule T, o, t, o, point d'exclamation, sept sept}} avant
J'ai oublié mon mot de passe, vous pouvez le réinitialiser ?
Agent : Ne me donnez pas votre mot de passe. Le numéro de dossier ?\\nClient : <<DOS-4471>>.
Voici {{avis_imposition_2023.pdf}} et <<plan_acces.pdf>>
{{fiche-de-paye-juin.pdf}} est jointe, le devis c'est <<devis_12.pdf>>
mes mots sont {{velvet ladder ostrich pulse siren gravity}} et ensuite {{mimic tunnel acid brisk cereal dwarf}}
la clé privée est {{5f3a9c0e7b1d48269ae05c7f1b3d8e6294a7c0f5d2b8e163749f0a5c8d2e7b41}}
Agent : Vous avez changé le mot de passe ?\\nClient : Oui, hier soir.
les codes de secours {{a1b2-c3d4}} et {{e5f6-g7h8}}
Agent : Votre mot de passe, s'il vous plaît ?\\nCliente : {{coquelicot}}
Le mot de passe, c'est {{c majuscule, h, a, t, tiret, dix-neuf}}
j'avais mis {{Soleil#3}} comme mot de passe
Le mot de passe ne marche plus, facture <<F-2231>>
Agent : Ne donnez jamais votre phrase secrète.\\nClient : Non, jamais. L'adresse est <<TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSE>>.
le relevé s'appelle {{releve-bancaire-mai.pdf}}, le plan <<plan.pdf>>
Agent : Le mot secret ?\\nClient : {{libellule}}
Agent : Votre mot de passe ?\\nClient : Je ne sais plus.
Mon mot de passe était {{Citron_44}}, la facture <<F-12>>
le code wifi c'est {{b majuscule, o, x, dièse, neuf neuf}}, mon mot de passe
ma phrase secrète : {{captain hover noble quantum rely swift toddler urban vivid wagon yard zebra}}
{{Bulletin_Salaire_03.pdf}} et <<photo.png>>
`,
	spanish: `
Agente: ¿Cuál es su palabra secreta?\\nCliente: {{Girasol}}.
Agente: Dígame la clave telefónica.\\nCliente: {{luna llena}}
mi contraseña es {{Perro, pe mayúscula, guion bajo, veintidós}}
la contraseña era {{mayúscula T, i, g, r, e, signo de exclamación, cero siete}}
Olvidé mi contraseña, ¿me la puede restablecer?
Agente: Nunca comparta su contraseña. ¿Número de pedido?\\nCliente: <<PED-2231>>.
Le di mi clave al técnico hace un mes, creo que era {{Colibri_31}}
Adjunto {{extracto_mayo_2024.pdf}} y <<folleto.pdf>>
aquí está {{modelo-303-2T.pdf}}, y la factura <<factura_118.pdf>>
mis palabras son {{velvet ladder ostrich pulse siren gravity mimic tunnel acid brisk cereal dwarf}}
Agente: ¿Su contraseña funciona?\\nCliente: No, ninguna.
la llave privada, {{5f3a9c0e7b1d48269ae05c7f1b3d8e6294a7c0f5d2b8e163749f0a5c8d2e7b41}}, y la dirección <<bc1qvqk0d8qy3p94pvnnak5wt0x4xew582vze0djyj>>
Agente: ¿Y la contraseña?\\nCliente: {{mariposa azul}}
La contraseña es {{ge mayúscula, a, t, o, arroba, noventa y nueve}}
tenía {{Tomate*55}} de contraseña
La contraseña no me funciona desde el <<lunes>>, pedido <<P-118>>
Agente: No necesito su clave privada.\\nCliente: Vale, la dirección es <<bc1qvqk0d8qy3p94pvnnak5wt0x4xew582vze0djyj>>.
aquí el {{recibo_nomina_mayo.pdf}} y <<menu.pdf>>
Agente: ¿Palabra de seguridad?\\nCliente: {{Ciruela}}.
Agente: ¿Y su contraseña?\\nCliente: No me acuerdo.
la contraseña que puse fue {{Lobo$12}}
mi frase de recuperación: {{captain hover noble quantum rely swift toddler urban vivid wagon yard zebra}}
subí {{nomina-abril.pdf}} y {{dni_foto.jpg}}
`,
	hinglish: `
Agent: Aapka security word kya hai?\\nCustomer: {{Gulmohar}}
mera password {{bada R, a, j, u, underscore, nau nau}} hai
password {{Chandni}} hai sir, phir bhi nahi khul raha
Password bhool gaya hoon, reset kar do
Agent: Password mat bataiye. Order number boliye.\\nCustomer: <<ORD5521>>.
Salary slip bheji hai, {{salary_slip_june.pdf}}, aur <<photo.jpg>> bhi
recovery ke words yeh hain {{velvet ladder ostrich pulse siren gravity mimic tunnel acid brisk cereal dwarf}}
backup codes hain {{7h2k-99ab}} aur {{k3m1-0pqr}}
Agent: Kya aapne password change kiya?\\nCustomer: Haan, kal raat ko.
Agent: Aapka phone password?\\nCustomer: {{Neelkamal}}
password tha {{Sher@55}}, ab nahi chal raha
mera password hai {{chhota s, h, e, r, at the rate, paanch paanch}}
Agent: Private key kabhi mat dena.\\nCustomer: Nahi dunga, address <<0x52908400098527886E0F7030069857D2E4169EE7>> hai.
password galat bata raha hai, order <<ORD-88>> atka hai
barah words hain {{velvet ladder ostrich pulse siren gravity mimic tunnel acid brisk cereal dwarf}}
Agent: Password kya rakha tha?\\nCustomer: {{Kachnar}}
Agent: Password kya tha?\\nCustomer: Yaad nahi sir.
mera memorable word {{Parijat}} hai
password mein {{Rocket@77}} daala tha
Agent: OTP ya password kisi ko mat dena.\\nCustomer: Theek hai, refund <<do hazaar>> ka hai.
`,
	hindi: `
मेरा पासवर्ड {{चाँदनी}} है
पासवर्ड भूल गया हूँ, रीसेट कर दीजिए
एजेंट: पासवर्ड मत बताइए। ऑर्डर नंबर बताइए।\\nग्राहक: <<ORD-5521>>।
पासवर्ड है {{बड़ा R, a, j, u, अंडरस्कोर, नौ नौ}}
फ़ाइल {{form16_2023.pdf}} और <<photo_1.jpg>>
रिकवरी फ्रेज {{velvet ladder ostrich pulse siren gravity mimic tunnel acid brisk cereal dwarf}} है
एजेंट: आपका पासवर्ड?\\nग्राहक: {{नीलकमल}}
पासवर्ड {{Sher@55}} था, अब नहीं चल रहा
पासवर्ड गलत बता रहा है, ऑर्डर <<ORD-88>> अटका है
एजेंट: यादगार शब्द?\\nग्राहक: {{गुलमोहर}}
एजेंट: पासवर्ड क्या था?\\nग्राहक: याद नहीं।
`,
};
