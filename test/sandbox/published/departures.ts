/** Where a service's description and the service are known to differ, and a stand-in goes with the service. */
interface Departure {
	service: string;
	/** Which requests, as method and path. */
	on: RegExp;
	/** Which of the problems; all of them when nothing is said. */
	problem?: RegExp;
	why: string;
}

export const DEPARTURES: Departure[] = [
	{
		service: 'hubspot',
		on: /\/hubspot\/(contacts|deals|engagements|crm-objects|crm-associations|crm-pipelines|properties)\/v1\/|\/hubspot\/companies\/v2\//,
		why: 'n8n’s node still uses the older API, of which HubSpot publishes no description.',
	},
	{
		service: 'hubspot',
		on: /\/account-info\/v3\//,
		why: 'The client has no part for the account.',
	},
	{
		service: 'hubspot',
		on: /^POST .*\/search/,
		problem:
			/^has a parameter (limit|count)$|^body must NOT have additional properties (sortBy|direction)$/,
		why: 'n8n’s node pages and sorts as the older API did as well; HubSpot passes over it.',
	},
	{
		service: 'hubspot',
		on: /^POST .*\/search/,
		problem: /^body\/sorts\/\* must be string string$/,
		why: 'Described is a list of text; HubSpot’s guide and n8n’s node have objects, and HubSpot takes both.',
	},
	{
		service: 'hubspot',
		on: / \/hubspot\/crm\/v3\//,
		problem: /^ must NOT have additional properties status$/,
		why: 'Every refusal in HubSpot’s guides has the status `error`; the client knows only the other fields.',
	},
	{
		service: 'hubspot',
		on: / \/hubspot\/crm\/v3\/objects\//,
		problem: /^(\/results\/\*)? must NOT have additional properties url$/,
		why: 'The records in HubSpot’s guides have the address of their page; the client does not know it.',
	},
	{
		service: 'hubspot',
		on: /^GET \/hubspot\/crm\/v3\/properties\/\w+\?limit=/,
		problem: /^has a parameter limit$/,
		why: 'n8n’s node pages every list; HubSpot passes over it.',
	},
	{
		service: 'sheets',
		on: /:batchUpdate$/,
		problem: /^body.*\/sheetId must be integer integer$/,
		why: 'n8n’s node sends the ID as text, which Google takes for a number in every API.',
	},
	{
		service: 'drive',
		on: / \/drive\/drive\/v3\//,
		problem: /^has a parameter (maxResults|corpora|includeItemsFromAllDrives|spaces)$/,
		why: 'n8n’s node sends what is a parameter of version 2 or of lists; Drive passes over it.',
	},
	{
		service: 'drive',
		on: /^POST .*[?&]uploadType=resumable/,
		problem: /^has no body$/,
		why: 'The start of an upload in pieces is described in prose alone: it is answered with a header.',
	},
	{
		service: 'drive',
		on: /^PUT .*[?&]upload_id=/,
		why: 'The pieces of an upload are described in prose alone.',
	},
	{
		service: 'gmail',
		on: /\/messages\//,
		problem: /^has a parameter (maxResults|q|format|userId)$/,
		why: 'n8n’s node sends what is a parameter of lists; Gmail passes over it.',
	},
	{
		service: 'slack',
		on: /^POST \/slack\/actions\//,
		why: 'A response_url is no method of the API.',
	},
	{
		service: 'slack',
		on: /^POST \/slack\/api\/chat\.post/,
		problem: /^body must NOT have additional properties (includeLinkToWorkflow|sendAsUser)$/,
		why: 'n8n’s node sends options of its own along; Slack passes over them.',
	},
	{
		service: 'slack',
		on: / \/slack\/api\/(chat|conversations)\./,
		problem: /^\/error must be equal to one of the allowed values /,
		why: 'The description (1.7.0) is older than `invalid_blocks` and `invalid_arguments`.',
	},
	{
		service: 'stripe',
		on: /\/v1\/billing\/meter_events$/,
		why: 'The description is older than meters.',
	},
];
