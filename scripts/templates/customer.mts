// The caller in HubSpot: who they are and who owns them, before the Handoff decides; a note on them afterwards.
import { section, step, type Place, type Step } from './canvas.mts';
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

/**
 * Looks up the caller by the e-mail address and the number of the call. What comes out is the call with `records`, a list
 * that is empty when HubSpot knows nobody, for the Handoff by `RECORDS`: which is no list when HubSpot was not asked or did
 * not answer. `LOOK_UP` says so in words. A deactivated step passes on what came in, which is no contact: so it counts as
 * not asked. `caller` takes the call, the first of five columns.
 */
export function customerSteps([column, row]: Place) {
	const caller = setFields('Caller', [column, row], {
		email: "={{ $json.analysis.email ?? '' }}",
		// The customer's end of the line, else the number that was said.
		number:
			"={{ ($json.direction === 'outbound' ? $json.to : $json.from) || $json.analysis.phone || '' }}",
	});
	const owners = hubspotOwners('Owners in HubSpot', [column + 1, row]);
	const CALLER = "$('Caller').first().json";
	const find = findContact('Find Contact in HubSpot', [column + 2, row], {
		email: `${CALLER}.email`,
		// DialNexa sends numbers with and without the plus, or none at all; HubSpot keeps the plus.
		phone: `'+' + ${CALLER}.number.replace(/\\D/g, '')`,
	});
	const record = setFields('Customer Record', [column + 3, row], {
		id: "={{ $json.properties ? $json.id : '' }}",
		type: 'contact',
		url: "={{ $json.url ?? '' }}",
		name: "={{ [$json.properties?.firstname, $json.properties?.lastname].filter(Boolean).join(' ') }}",
		email: "={{ $json.properties?.email?.toLowerCase() ?? '' }}",
		phone: "={{ $json.properties?.phone ?? '' }}",
		account: "={{ $json.properties?.account_number ?? '' }}",
		tier: "={{ $json.properties?.vip === 'true' ? 'VIP' : '' }}",
		owner:
			"={{ $('Owners in HubSpot').first().json.results?.find(({ id }) => id === $json.properties?.hubspot_owner_id)?.email }}",
		answered: "={{ $json.properties || $json.isEmpty() ? 'yes' : 'no' }}",
		lookUp:
			"={{ $json.error ? 'HubSpot did not answer, so the caller was not looked up there.' : '' }}",
	});
	const together = step(
		'Call and Records',
		'set',
		3.5,
		[column + 4, row],
		{
			mode: 'raw',
			jsonOutput:
				"={{ { ...$('Settings').first().json, records: $('Customer Record').all().pluck('json').filter(({ id }) => id) } }}",
			options: {},
		},
		{ executeOnce: true },
	);
	const why = section(
		'HubSpot',
		[column, row],
		[5, 1],
		'### Who is calling?\nHubSpot is asked by e-mail address or number; `account_number` and `vip` too, if your contacts have them. No answer from HubSpot is not taken for "nobody".',
	);
	return { caller, parts: [caller.to(owners).to(find).to(record).to(together), why], together };
}

/** What the look-up gave, for the Handoff. */
export const RECORDS =
	"={{ $('Customer Record').first().json.answered === 'yes' ? $json.records : '' }}";

/** The words about a look-up that failed, for the row that a person reads. */
export const LOOK_UP = "{{ $('Customer Record').first().json.lookUp }}";

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
			jsonBody: `={
  "properties": {
    "hs_timestamp": "{{ $now.toISO() }}",
    "hs_note_body": {{ JSON.stringify(${html}) }}
  },
  "associations": [
    {
      "to": { "id": {{ JSON.stringify(${contact}) }} },
      "types": [
        { "associationCategory": "HUBSPOT_DEFINED", "associationTypeId": ${NOTE_TO_CONTACT} }
      ]
    }
  ]
}`,
			options: { timeout: 20_000 },
		},
		{ onError: 'continueRegularOutput' },
	);
}

/**
 * Behind the note: what a person is told of it, which is nothing when HubSpot took it. It stands in a step of its own, since n8n
 * lets no later one look into the item of a request that failed.
 */
export const noteOutcome = (at: Place): Step =>
	setFields('Note Outcome', at, { missing: "={{ $json.error ? ' HubSpot took no note.' : '' }}" });

/** What \`noteOutcome\` says, when a note was to be made. */
export const NOTE_MISSING =
	"{{ $('Note Outcome').isExecuted ? $('Note Outcome').first().json.missing : '' }}";
