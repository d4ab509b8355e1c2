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
`
	.trim()
	.split('\n');
