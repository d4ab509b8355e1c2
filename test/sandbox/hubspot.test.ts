import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { z } from 'zod';
import { RealNodes } from './real-nodes';
import { RunningSandbox } from './running-sandbox';

let sandbox: RunningSandbox;
let nodes: RealNodes;

beforeAll(async () => {
	sandbox = await RunningSandbox.start();
	nodes = await RealNodes.behind(sandbox, 'hubspotAppToken');
});
afterAll(async () => await sandbox.stop());
beforeEach(async () => await sandbox.control('POST', '/reset'));

const VERSION = 2.2;
const hubspot = async (resource: string, operation: string, parameters: INodeParameters = {}) =>
	await nodes.run('n8n-nodes-base.hubspot', VERSION, {
		authentication: 'appToken',
		resource,
		operation,
		...parameters,
	});
/** As n8n's HTTP Request node sends, with the HubSpot credential. */
const send = async (method: string, path: string, body?: unknown) =>
	await sandbox.send(method, `/hubspot${path}`, body, { authorization: 'Bearer pat-na1-sandbox' });

const stateSchema = z.object({
	hubspot: z.object({
		contacts: z.array(z.object({ id: z.number(), url: z.string() }).passthrough()),
		tickets: z.array(z.object({ id: z.number() }).passthrough()),
		engagements: z.array(z.object({ type: z.string() }).passthrough()),
	}),
});
const held = async () => (await sandbox.state(stateSchema)).hubspot;

/** The filter groups as n8n's form keeps them: the property's type stands behind its name. */
const anyOf = (...groups: Array<[propertyName: string, operator: string, value?: string]>) => ({
	filterGroupsValues: groups.map(([propertyName, operator, value]) => ({
		filtersUi: {
			filterValues: [{ propertyName, operator, ...(value !== undefined && { value }) }],
		},
	})),
});
const byId = (value: number) => ({ __rl: true, mode: 'id', value: String(value) });
const emailOf = ({ properties }: IDataObject) => (properties as IDataObject).email;
const MARIA = 20101;

describe('n8n’s HubSpot node', () => {
	it('finds a contact by email or by phone, with the properties that are asked for', async () => {
		const { items } = await hubspot('contact', 'search', {
			limit: 2,
			filterGroupsUi: anyOf(
				['email|string', 'EQ', 'Maria.Lopez@example.com'],
				['phone|string', 'EQ', '+14155550142'],
			),
			additionalFields: { properties: ['email', 'vip', 'jobtitle'] },
		});
		expect(items).toMatchObject([
			{
				id: String(MARIA),
				properties: { email: 'maria.lopez@example.com', vip: 'false', jobtitle: null },
				url: 'https://app.hubspot.com/contacts/24680135/record/0-1/20101',
			},
		]);
	});

	it.each([
		['a stranger', ['phone|string', 'EQ', '+14155550199'], []],
		['VIPs', ['vip|enumeration', 'EQ', 'true'], ['amara.okafor@example.com']],
		['part of a value', ['lastname|string', 'CONTAINS_TOKEN', 'ope*'], ['maria.lopez@example.com']],
		['what has no value', ['jobtitle|string', 'HAS_PROPERTY'], []],
	] as const)('searches for %s', async (_what, filter, emails) => {
		const filterGroupsUi = anyOf([...filter] as [string, string, string?]);
		const { items } = await hubspot('contact', 'search', { limit: 5, filterGroupsUi });
		expect(items.map(emailOf)).toEqual(emails);
	});

	it('reads a search to its end, page by page', async () => {
		for (let count = 0; count < 100; count++) {
			const properties = { email: `caller${count}@example.com`, company: 'Many' };
			await send('POST', '/crm/v3/objects/contacts', { properties });
		}
		const filterGroupsUi = anyOf(['email|string', 'HAS_PROPERTY']);
		const { items } = await hubspot('contact', 'search', { returnAll: true, filterGroupsUi });
		expect(new Set(items.map(emailOf)).size).toBe(106);
	});

	it('refuses a filter on a property that does not exist, or without a value', async () => {
		for (const [name, value] of [
			['emial', 'x'],
			['email', ''],
		]) {
			const filterGroupsUi = anyOf([name, 'EQ', value]);
			const { error } = await hubspot('contact', 'search', { limit: 1, filterGroupsUi });
			expect(error).toBeDefined();
		}
	});

	it('finds the renewal of a contact, and by amount and date', async () => {
		const search = async (...filter: [string, string, string]) => {
			const { items } = await hubspot('deal', 'search', {
				limit: 5,
				filterGroupsUi: anyOf(filter),
				additionalFields: { sortBy: 'amount', direction: 'ASCENDING' },
			});
			return items.map(({ properties }) => (properties as IDataObject).amount);
		};
		expect(await search('associations.contact', 'EQ', String(MARIA))).toEqual(['79.00']);
		expect(await search('amount|number', 'GT', '1000')).toEqual(['4800.00', '18000.00']);
		const inTenDays = String(Date.now() + 10 * 24 * 3600 * 1000);
		expect(await search('closedate|datetime', 'LT', inTenDays)).toEqual(['79.00', '18000.00']);
	});

	it('gets a contact with its company, a deal, a company', async () => {
		const contact = await hubspot('contact', 'get', { contactId: byId(MARIA) });
		expect(contact.items).toMatchObject([
			{
				vid: MARIA,
				properties: { hubspot_owner_id: { value: '51001' } },
				'associated-company': { 'company-id': 20102 },
			},
		]);
		const deal = await hubspot('deal', 'get', { dealId: byId(20103) });
		expect(deal.items).toMatchObject([
			{
				associations: { associatedVids: [MARIA] },
				properties: {
					pipeline: { value: 'default' },
					closedate: { value: expect.stringMatching(/^\d{13}$/) as string },
				},
			},
		]);
		const company = await hubspot('company', 'get', { companyId: byId(20102) });
		expect(company.items).toMatchObject([{ properties: { name: { value: 'Lopez Design' } } }]);
		const domain = 'https://harbor-logistics.example.com';
		const found = await hubspot('company', 'searchByDomain', { domain, limit: 1 });
		expect(found.items).toMatchObject([{ properties: { name: { value: 'Harbor Logistics' } } }]);
		const missing = await hubspot('deal', 'get', { dealId: byId(1) });
		expect(missing.error?.message).toContain('could not be found');
	});

	it('lists contacts, deals and companies', async () => {
		for (const [resource, count] of [
			['contact', 6],
			['deal', 3],
			['company', 6],
		] as const) {
			const all = await hubspot(resource, 'getAll', { returnAll: true });
			expect(all.items).toHaveLength(count);
			const some = await hubspot(resource, 'getAll', { limit: 2 });
			expect(some.items).toHaveLength(2);
		}
	});

	it('creates a contact once and changes it the next time', async () => {
		const upsert = async (lastName: string) =>
			await hubspot('contact', 'upsert', {
				email: 'new.caller@example.com',
				additionalFields: { firstName: 'New', lastName, phoneNumber: '+14155550190' },
			});
		const [first, again] = [await upsert('Caller'), await upsert('Customer')];
		expect([first, again].map(({ items }) => items[0].isNew)).toEqual([true, false]);
		expect(again.items[0].vid).toBe(first.items[0].vid);
		expect(again.items).toMatchObject([{ properties: { lastname: { value: 'Customer' } } }]);
		expect((await held()).contacts).toHaveLength(7);
		const wrong = await hubspot('contact', 'upsert', { email: 'nobody' });
		expect(wrong.error?.message).toContain('Email address nobody is invalid');
	});

	it('makes a task with its due date for an owner, and a call', async () => {
		await hubspot('engagement', 'create', {
			type: 'task',
			dueDate: '2026-12-01T09:00:00.000Z',
			metadata: { subject: 'Call back', body: 'Failed renewal', status: 'NOT_STARTED' },
			additionalFields: {
				associations: { contactIds: String(MARIA), dealIds: '20103', ownerId: 51001 },
			},
		});
		await hubspot('engagement', 'create', {
			type: 'call',
			metadata: { body: 'Invoice sent', status: 'COMPLETED' },
			additionalFields: { associations: { contactIds: String(MARIA) } },
		});
		expect((await held()).engagements).toMatchObject([
			{
				type: 'TASK',
				ownerId: 51001,
				timestamp: Date.parse('2026-12-01T09:00:00.000Z'),
				metadata: { subject: 'Call back' },
				associations: { contactIds: [MARIA], dealIds: [20103] },
			},
			{ type: 'CALL', metadata: { body: 'Invoice sent' } },
		]);
		const stray = await hubspot('engagement', 'create', {
			type: 'call',
			metadata: { body: 'x' },
			additionalFields: { associations: { contactIds: '1' } },
		});
		expect(stray.error).toBeDefined();
	});

	it('makes a ticket for a contact and changes it', async () => {
		const { items } = await hubspot('ticket', 'create', {
			pipelineId: '0',
			stageId: '1',
			ticketName: 'Disputed charge',
			additionalFields: { priority: 'HIGH', associatedContactIds: [MARIA] },
		});
		const ticketId = byId(Number(items[0].objectId));
		await hubspot('ticket', 'update', { ticketId, updateFields: { stageId: '4' } });
		expect((await held()).tickets).toMatchObject([
			{
				properties: {
					subject: 'Disputed charge',
					hs_ticket_priority: 'HIGH',
					hs_pipeline_stage: '4',
				},
				associations: { contacts: [MARIA] },
			},
		]);
		const wrong = await hubspot('ticket', 'update', { ticketId, updateFields: { stageId: '9' } });
		expect(wrong.error).toBeDefined();
	});

	it('offers owners, properties, stages and records in its form', async () => {
		const choices = async (method: string) =>
			await nodes.choices('n8n-nodes-base.hubspot', VERSION, method, {
				authentication: 'appToken',
			});
		expect(await choices('getOwners')).toContainEqual({
			name: 'finance.lead@example.com',
			value: 51001,
		});
		const withType = { name: 'Email', value: 'email|string' };
		expect(await choices('getContactPropertiesWithType')).toContainEqual(withType);
		expect(await choices('getDealStages')).toContainEqual({
			name: 'Contract Sent',
			value: 'contractsent',
		});
		expect(await choices('getDealPipelines')).toEqual([
			{ name: 'Sales Pipeline', value: 'default' },
		]);
		expect(await choices('getTicketPipelines')).toEqual([{ name: 'Support Pipeline', value: '0' }]);
		for (const method of ['searchContacts', 'searchCompanies', 'searchDeals', 'searchOwners']) {
			expect(await choices(method)).not.toEqual([]);
		}
	});
});

describe('HubSpot over HTTP', () => {
	it('says who owns a record', async () => {
		const contact = await send(
			'GET',
			`/crm/v3/objects/contacts/${MARIA}?properties=hubspot_owner_id`,
		);
		const { properties } = contact.json as { properties: { hubspot_owner_id: string } };
		const owner = await send('GET', `/crm/v3/owners/${properties.hubspot_owner_id}`);
		expect(owner.json).toMatchObject({ email: 'finance.lead@example.com', archived: false });
		expect((await send('GET', '/crm/v3/owners/1')).status).toBe(404);
	});

	it('gives a contact by email, with what it is associated with', async () => {
		const path = '/crm/v3/objects/contacts/maria.lopez@example.com?idProperty=email';
		const { json } = await send('GET', `${path}&associations=companies,deals`);
		expect(json).toMatchObject({
			id: String(MARIA),
			associations: {
				companies: { results: [{ id: '20102', type: 'contact_to_company' }] },
				deals: { results: [{ id: '20103', type: 'contact_to_deal' }] },
			},
		});
		const deals = await send('GET', `/crm/v4/objects/contacts/${MARIA}/associations/deals`);
		expect(deals.json).toMatchObject({ results: [{ toObjectId: '20103' }] });
	});

	it('keeps a note at a record, and refuses one without a time', async () => {
		const types = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 202 }];
		const associations = [{ to: { id: String(MARIA) }, types }];
		const note = { hs_timestamp: '2026-11-23T01:00:00Z', hs_note_body: 'Invoice sent' };
		const made = await send('POST', '/crm/v3/objects/notes', { properties: note, associations });
		expect(made.status).toBe(201);
		expect((await held()).engagements).toMatchObject([
			{
				type: 'NOTE',
				metadata: { body: 'Invoice sent' },
				associations: { contactIds: [MARIA] },
			},
		]);
		const { hs_note_body } = note;
		const timeless = await send('POST', '/crm/v3/objects/notes', { properties: { hs_note_body } });
		expect(timeless.status).toBe(400);
	});

	it('makes no second contact of one email, and takes no value that a property does not', async () => {
		const properties = { email: 'maria.lopez@example.com' };
		const again = await send('POST', '/crm/v3/objects/contacts', { properties });
		expect(again.status).toBe(409);
		expect(again.json).toMatchObject({ category: 'CONFLICT' });
		const path = `/crm/v3/objects/contacts/${MARIA}`;
		for (const wrong of [{ vip: 'perhaps' }, { shoe_size: '9' }, { hs_object_id: '1' }]) {
			expect((await send('PATCH', path, { properties: wrong })).status).toBe(400);
		}
		const changed = await send('PATCH', path, { properties: { vip: 'true' } });
		expect(changed.json).toMatchObject({ properties: { vip: 'true' } });
	});

	it('refuses a wrong token, and fails on demand, in HubSpot’s words', async () => {
		const stranger = await sandbox.send('GET', '/hubspot/crm/v3/owners');
		expect(stranger.status).toBe(401);
		expect(stranger.json).toMatchObject({ status: 'error', category: 'INVALID_AUTHENTICATION' });
		const fault = { service: 'hubspot', operation: 'owners.list', fault: 'status_429' };
		await sandbox.control('POST', '/faults', fault);
		const limited = await send('GET', '/crm/v3/owners');
		expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '1']);
		expect(limited.json).toMatchObject({ errorType: 'RATE_LIMIT' });
	});
});
