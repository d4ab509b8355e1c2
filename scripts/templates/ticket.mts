// A ticket in Zendesk.
import { step, type Place, type Step } from './canvas.mts';
import { setFields } from './fields.mts';
import { setting } from './call-steps.mts';

/**
 * A new ticket of the customer whose first comment is an internal note, so that Zendesk tells the customer nothing: a
 * person sends the answer. `first` takes the call; the second output of `create` is for a ticket that was not made.
 */
export function ticketSteps(
	at: Place,
	tag: string,
	ticket: { subject: string; note: string; due?: string },
) {
	const [column, row] = at;
	const handoff = "$('Handed Over').first().json";
	const email = `={{ ${handoff}.customer.email }}`;
	const first = setFields(
		'Ticket',
		at,
		{
			subject: ticket.subject,
			'comment.body': ticket.note,
			'comment.public': false,
			priority: `={{ ${handoff}.urgency }}`,
			external_id: `={{ ${handoff}.evidence.callId }}`,
			group_id: setting('zendeskGroupId'),
			// Zendesk wants a name for somebody new; what a caller says is no name to greet with.
			'requester.name': email,
			'requester.email': email,
			'tags[0]': 'dialnexa',
			'tags[1]': tag,
			...(ticket.due && { type: 'task', due_at: ticket.due }),
		},
		false,
		true,
	);
	const filledIn = "(key, value) => (value === '' || value?.email === '' ? undefined : value)";
	const create = step(
		'Create Ticket',
		'zendesk',
		1,
		[column + 1, row],
		{
			resource: 'ticket',
			operation: 'create',
			description: 'Internal note',
			jsonParameters: true,
			additionalFieldsJson: `={{ JSON.stringify($json, ${filledIn}) }}`,
		},
		{ onError: 'continueErrorOutput' },
	);
	first.to(create);
	return { first, create };
}

/** Where an agent opens the ticket that `Create Ticket` has made. */
export const ticketLink = (ticket: string) =>
	`${ticket}.url.replace('/api/v2/', '/agent/').replace('.json', '')`;

/** The internal note on the ticket is HTML. */
export function noteOnTicket(name: string, at: Place, html: string): Step {
	return step(
		name,
		'zendesk',
		1,
		at,
		{
			resource: 'ticket',
			operation: 'update',
			id: "={{ $('Create Ticket').first().json.id }}",
			updateFields: { internalNote: html },
		},
		{ onError: 'continueRegularOutput' },
	);
}
