// The caller in HubSpot: who they are and who owns them, before the Handoff decides; a note on them afterwards.
import { step, type Place, type Step } from './canvas.mts';
import { setFields } from './fields.mts';
import { hubspotOwners } from './lookups.mts';

/** HubSpot's number for the association from a note to a contact. */
const NOTE_TO_CONTACT = 202;

const PROPERTIES = [
	'firstname',
	'lastname',
	'email',
	'phone',
	'account_number',
	'vip',
	'hubspot_owner_id',
];

/** The contacts that have one of these addresses and numbers; a search for nothing would be refused. */
export function findContact(name: string, at: Place, wanted: Record<string, string>): Step {
	return step(
		name,
		'hubspot',
		2.2,
		at,
		{
			authentication: 'appToken',
			resource: 'contact',
			operation: 'search',
			returnAll: false,
			limit: 5,
			filterGroupsUi: {
				filterGroupsValues: Object.entries(wanted).map(([property, value]) => ({
					filtersUi: {
						filterValues: [
							{
								propertyName: `${property}|string`,
								operator: 'EQ',
								value: `={{ String(${value} || 'none') }}`,
							},
						],
					},
				})),
			},
			additionalFields: { properties: PROPERTIES },
		},
		{
			retryOnFail: true,
			maxTries: 2,
			waitBetweenTries: 2000,
			onError: 'continueRegularOutput',
			// Who finds nobody goes on with an empty item.
			alwaysOutputData: true,
			executeOnce: true,
		},
	);
}

const CALL = "$('Settings').first().json";
/** The customer's end of the line, else the number that was said. */
const NUMBER = `String((${CALL}.direction === 'outbound' ? ${CALL}.to : ${CALL}.from) || ${CALL}.analysis.phone || '')`;

/**
 * Looks up the caller by the e-mail address and the number of the call. What comes out is the call with `records` for the
 * Handoff: a list, empty when HubSpot knows nobody, and no list when it was not asked or did not answer; `lookUp` says
 * the latter in words. A deactivated step passes on what came in, which is no contact: so it counts as not asked.
 */
export function customerSteps([column, row]: Place) {
	const owners = hubspotOwners('Owners in HubSpot', [column, row]);
	const find = findContact('Find Contact in HubSpot', [column + 1, row], {
		email: `${CALL}.analysis.email`,
		// DialNexa sends numbers with and without the plus, or none at all; HubSpot keeps the plus.
		phone: `(${NUMBER} ? '+' + ${NUMBER}.replace(/\\D/g, '') : '')`,
	});
	const record = setFields('Customer Record', [column + 2, row], {
		id: "={{ $json.properties ? $json.id : '' }}",
		type: 'contact',
		url: "={{ $json.url ?? '' }}",
		name: "={{ [$json.properties?.firstname, $json.properties?.lastname].filter(Boolean).join(' ') }}",
		email: "={{ $json.properties?.email ?? '' }}",
		phone: "={{ $json.properties?.phone ?? '' }}",
		account: "={{ $json.properties?.account_number ?? '' }}",
		tier: "={{ $json.properties?.vip === 'true' ? 'VIP' : '' }}",
		owner:
			"={{ $('Owners in HubSpot').first().json.results?.find(({ id }) => id === $json.properties?.hubspot_owner_id)?.email ?? '' }}",
		answered: "={{ $json.properties || $json.isEmpty() ? 'yes' : 'no' }}",
		lookUp:
			"={{ $json.error ? 'HubSpot did not answer, so the caller was not looked up there.' : '' }}",
	});
	const records = "$('Customer Record').all().map(({ json }) => json)";
	const together = step(
		'Call and Records',
		'set',
		3.5,
		[column + 3, row],
		{
			mode: 'raw',
			jsonOutput: `={{ { ...${CALL}, lookUp: $json.lookUp, records: $json.answered === 'yes' ? ${records}.filter(({ id }) => id) : '' } }}`,
			options: {},
		},
		{ executeOnce: true },
	);
	return { owners, find, record, together };
}

/** The words about a look-up that failed, for the row that a person reads. */
export const LOOK_UP = "$('Call and Records').first().json.lookUp";

/** A note on a contact. `html` and `contact` are expressions; what a caller said comes escaped from the Handoff. */
export function noteOnContact(at: Place, contact: string, html: string): Step {
	return step(
		'Note in HubSpot',
		'httpRequest',
		4.5,
		at,
		{
			method: 'POST',
			url: 'https://api.hubapi.com/crm/v3/objects/notes',
			authentication: 'predefinedCredentialType',
			nodeCredentialType: 'hubspotAppToken',
			sendBody: true,
			specifyBody: 'json',
			jsonBody: `={{ JSON.stringify({ properties: { hs_timestamp: $now.toISO(), hs_note_body: ${html} }, associations: [{ to: { id: ${contact} }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: ${NOTE_TO_CONTACT} }] }] }) }}`,
			options: { timeout: 20_000 },
		},
		{ onError: 'continueErrorOutput' },
	);
}
