// What most of a call is made of: nothing that a redactor should stop at.
export const SMALL_TALK = `
Agent: Thank you for calling billing support, this call may be recorded, how can I help you today?
Caller: Hi, yes, I have a question about the last charge on my account, I do not recognise it.
Agent: I am sorry to hear that, let me pull up your details and take a look.
Caller: Sure, take your time, I am just looking at the email that you sent me.
Agent: Thanks for waiting. I can see the subscription was renewed automatically at the end of the month.
Caller: Right, but we told your colleague that we wanted to cancel before the renewal.
Agent: I understand, and I can see a note about that conversation from last week.
Caller: So what happens now, do we get the money back or is it a credit for later?
Agent: We can do either, most customers prefer a refund to the original payment method.
Caller: A refund would be great, our finance team will want to see something in writing though.
Agent: Of course, you will get a confirmation by email as soon as it has been approved.
Caller: And how long does that usually take? Last time we waited for quite a while.
Agent: It depends on the bank, but normally it shows up within a few business days.
Caller: Okay, that sounds fine. Could you also change the contact person for invoices?
Agent: Yes, I can do that for you, who should receive them from now on?
Caller: Please send them to the accounting department and keep me in copy.
Agent: Done. Is there anything else that I can help you with this morning?
Caller: No, that was everything, thank you very much for sorting it out so quickly.
Agent: You are welcome, have a lovely day and thank you for being a customer.
Customer: Haan ji, mujhe apne bill ke baare mein poochna tha, woh thoda zyada lag raha hai.
Agent: Ji zaroor, main abhi check karke aapko batati hoon, line par bane rahiye.
Cliente: Buenas tardes, llamo porque no me ha llegado la factura de este mes.
Agente: Con mucho gusto le ayudo, permítame revisar su expediente, por favor.
Client: Bonjour, je vous appelle au sujet de ma dernière facture, je ne comprends pas le montant.
Conseiller: Bien sûr, je vais regarder cela avec vous tout de suite, ne quittez pas.
Kunde: Guten Tag, ich rufe wegen der letzten Rechnung an, da stimmt etwas nicht.
Mitarbeiter: Das schaue ich mir gerne gemeinsam mit Ihnen an, bleiben Sie bitte kurz dran.
Caller: Sorry, the line is really bad here, I am on a train. Can you hear me now?
Agent: Yes, that is much better. You were saying that the parcel arrived damaged?
Caller: The box was open and half of it was wet, so the courier took a picture of it.
Agent: Oh no, that must have been annoying. Would you rather have a replacement or your money back?
Caller: Honestly I just want somebody to come and look at it, we bought it from your shop in town.
Agent: Let me see whether one of our engineers is free, they usually visit your area on weekdays.
Caller: Mornings are best for us, somebody is always in the office until lunch.
Agent: I will write that down. Is the entrance at the front or do they have to go around the building?
Caller: Around the back, there is a bell next to the loading bay, and please tell them to bring a ladder.
Agent: Perfect. You will hear from them once they are on their way.
Caller: Great. One more thing, my colleague cannot log in since you moved everything to the new portal.
Agent: A lot of people ask about that. Did she get the invitation, or does it end up in her spam folder?
Caller: She says that the button does nothing, she has tried it in another browser as well.
Agent: Then I will open a ticket for the technical team, they are quite fast with these things.
Caller: Wonderful, because she is the one who approves the orders and nothing moves without her.
Agent: Understood. Shall I add a note that it is urgent, or can it wait until after the weekend?
Caller: Urgent, please. We have a delivery for a wedding and the flowers will not wait.
Agent: Of course not! I have marked it, and I will keep an eye on it myself.
Caller: You have been really kind. Your website is lovely, by the way, but it is hard to find a phone number.
Agent: Thank you, I will pass that on. We get that quite often, to be honest.
Customer: Achha theek hai, lekin pichhli baar bhi aapne yahi kaha tha aur phir kuch hua nahi.
Agent: Main samajh sakti hoon sir, is baar main khud dekh loongi, aap chinta mat kijiye.
Customer: Chaliye, phir main shaam tak intezaar karta hoon, dhanyavaad.
Cliente: Es que mi marido lo pidió por la página y nunca recibimos la confirmación.
Agente: Entiendo, a veces tarda un poco en llegar, ¿ha mirado en la carpeta de correo no deseado?
Cliente: Sí, ya miramos en todas partes, y en la tienda nos dijeron que llamáramos aquí.
Client: On m'avait dit que quelqu'un me rappellerait, mais personne ne l'a fait.
Conseiller: Je suis vraiment désolée, je vais m'en occuper moi-même cet après-midi.
Kunde: Ich hatte schon mit Ihrer Kollegin gesprochen, die war sehr nett, aber sie konnte mir nicht helfen.
Mitarbeiter: Dann machen wir das jetzt zusammen, haben Sie das Schreiben gerade vor sich?
`
	.trim()
	.split('\n');
